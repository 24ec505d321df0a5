//! Texts made to exhaust or confuse a reader: each ends soon, in a problem with a place.

use super::{good, json, outline, yaml};
use crate::data::{DataLimits, read_json, read_yaml};
use crate::text::SourceId;

fn codes(found: &crate::diagnostic::Diagnostics) -> Vec<&'static str> {
    found.iter().map(|problem| problem.code.as_str()).collect()
}

#[test]
fn deep_nesting_is_refused_at_the_bracket_past_the_limit() {
    let brackets = "[".repeat(100_000);
    for (tree, found) in [yaml(&brackets), json(&brackets)] {
        assert_eq!(tree, None);
        assert_eq!(codes(&found), ["data::too_deep"]);
        let span = found.iter().next().unwrap().span().unwrap();
        assert_eq!((span.start, span.end), (64, 65));
    }
    let maps = "{\"a\":".repeat(100_000);
    assert_eq!(codes(&json(&maps).1), ["data::too_deep"]);
    assert_eq!(codes(&yaml(&maps).1), ["data::too_deep"]);
    for text in ["? ".repeat(50_000), "- ".repeat(50_000)] {
        assert_eq!(codes(&yaml(&text).1), ["data::too_deep"]);
    }
    let blocks: String = (0..3_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    assert_eq!(codes(&yaml(&blocks).1), ["data::too_deep"]);
}

#[test]
fn nesting_up_to_the_limit_is_read() {
    let text = format!("{}{}", "[".repeat(64), "]".repeat(64));
    assert!(good(yaml(&text)).same_data(&good(json(&text))));
    let mixed = |dashes: usize, brackets: usize| {
        "- ".repeat(dashes) + &"[".repeat(brackets) + &"]".repeat(brackets)
    };
    good(yaml(&mixed(63, 1)));
    good(yaml(&mixed(32, 32)));
    assert_eq!(codes(&yaml(&mixed(65, 0)).1), ["data::too_deep"]);
    assert_eq!(codes(&yaml(&mixed(32, 33)).1), ["data::too_deep"]);
    let text = format!("{}{}", "[".repeat(65), "]".repeat(65));
    assert_eq!(codes(&yaml(&text).1), ["data::too_deep"]);
    assert_eq!(codes(&json(&text).1), ["data::too_deep"]);
}

#[test]
fn a_limit_of_depth_beyond_what_is_safe_is_cut() {
    let limits = DataLimits { max_depth: usize::MAX, ..DataLimits::default() };
    let text = "[".repeat(100_000);
    let id = SourceId::default();
    assert_eq!(codes(&read_yaml(id, &text, &limits).1), ["data::too_deep"]);
    assert_eq!(codes(&read_json(id, &text, &limits).1), ["data::too_deep"]);
    let text = format!("{}{}", "[".repeat(128), "]".repeat(128));
    let tree = good(read_yaml(id, &text, &limits));
    assert!(tree.same_data(&good(read_json(id, &text, &limits))));
}

#[test]
fn a_bomb_of_aliases_is_never_expanded() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..9 {
        let alias = format!("*a{}", level - 1);
        text.push_str(&format!("a{level}: &a{level} [{}]\n", [alias.as_str(); 9].join(", ")));
    }
    let (tree, found) = yaml(&text);
    assert_eq!(tree.unwrap().entries().len(), 9);
    // Nine anchors, and nine aliases in each of eight lists.
    assert_eq!(found.len(), 9 + 8 * 9);
    assert!(codes(&found).iter().all(|code| *code == "data::anchor"));
    assert_eq!(
        outline(&yaml("&a [*a]").1, "&a [*a]"),
        "data::anchor [\"&a\"]\ndata::anchor [\"*a\"]"
    );
}

#[test]
fn a_word_of_a_megabyte_is_refused() {
    for text in [
        format!("{{\"a\": \"{}\"}}", "x".repeat(1 << 20)),
        format!("{{\"a\": {}}}", "9".repeat(1 << 20)),
    ] {
        for (tree, found) in [yaml(&text), json(&text)] {
            assert_eq!(tree, None);
            assert_eq!(codes(&found), ["data::too_large"]);
            assert_eq!(found.iter().next().unwrap().span().unwrap().start, 6);
        }
    }
    let text = format!("{{\"{}\": 1}}", "x".repeat(1 << 20));
    assert_eq!(codes(&json(&text).1), ["data::too_large"]);
    assert!(yaml(&text).0.is_none());
}

#[test]
fn limits_of_bytes_and_values_hold() {
    let id = SourceId::default();
    let limits = DataLimits { max_bytes: 10, max_nodes: 4, ..DataLimits::default() };
    for read in [read_yaml, read_json] {
        good(read(id, "[1,2,3]", &limits));
        assert_eq!(codes(&read(id, "[1,2,3,4]", &limits).1), ["data::too_large"]);
        assert_eq!(codes(&read(id, "[1,2,3    ]", &limits).1), ["data::too_large"]);
    }
}

#[test]
fn many_open_things_end_soon() {
    let text = format!("{}{}", "[".repeat(60), "a,".repeat(100_000));
    assert_eq!(yaml(&text).0, None);
    assert_eq!(json(&text).0, None);
    let keys: String = (0..50_000).map(|n| format!("k{n}: {n}\n")).collect();
    assert_eq!(good(yaml(&keys)).entries().len(), 50_000);
    let twice = "a: 1\n".repeat(50_000);
    assert_eq!(yaml(&twice).1.suppressed(), 50_000 - 1 - 500);
}

#[test]
fn marks_and_control_characters() {
    let text = "\u{feff}a: 1\n";
    let tree = good(yaml(text));
    assert_eq!(&text[tree.get("a").unwrap().span.range()], "1");
    assert_eq!(codes(&yaml("a: 1\nb: \u{feff}2\n").1).len(), 1);
    assert_eq!(codes(&json("{\"a\": \0}").1), ["data::json_syntax"]);
    assert_eq!(codes(&yaml("\0").1), ["data::yaml_syntax"]);
}
