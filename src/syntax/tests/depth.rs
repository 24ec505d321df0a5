//! Nesting: deep is fast, too deep is a problem, and nothing is parsed twice.
//!
//! A form that is tried and given up after its inside was read would double the work at every
//! level; at 60 levels such a test never ends. So these tests need no clock.

use super::{codes, read};

/// How deep brackets are nested in these tests; the bound is 64.
const DEEP: usize = 60;

fn nested(open: &str, middle: &str, close: &str, times: usize) -> String {
    format!("define x = {}{middle}{}\n", open.repeat(times), close.repeat(times))
}

/// What is deep and right.
const FORMS: [(&str, &str, &str); 13] = [
    ("(", "a", ")"),
    ("[", "a", "]"),
    ("f(", "a", ")"),
    ("a.f(", "a", ")"),
    ("sum(", "a", " for x in y where z)"),
    ("(", "a", " for x in y)"),
    ("count(x in (", "a", ") where b)"),
    ("group(", "a", ")"),
    ("deadline(", "a", " after b)"),
    ("deadline(1 day after ", "a", ")"),
    ("distinct (", "a", ")"),
    ("match a { b -> ", "c", " }"),
    ("choose { a when ", "c", " }"),
];

#[test]
fn deep_forms_are_read() {
    for (open, middle, close) in FORMS {
        let brackets = open.matches(['(', '[', '{']).count();
        let text = nested(open, middle, close, DEEP / brackets);
        let (parsed, problems) = read(&text);
        assert!(problems.is_empty(), "{open}: {:?}", problems.iter().next());
        assert_eq!(parsed.module.items.len(), 1);
    }
}

#[test]
fn long_chains_are_read() {
    for form in ["a + ", "a or ", "b * ", "c of ", "-", "not "] {
        let (_, problems) = read(&format!("define x = {}a\n", form.repeat(150)));
        assert!(problems.is_empty(), "{form}: {:?}", problems.iter().next());
    }
}

#[test]
fn deep_forms_that_end_in_a_mistake_are_refused_at_once() {
    let open = [
        "(",
        "[a, ",
        "f(",
        "sum(a for x in ",
        "count(x in ",
        "group(",
        "distinct (",
        "exactly (",
        "exactly 1 of [",
        "a within (",
        "a on (",
        "the x in (",
        "year of (",
        "holds (",
        "match a { b -> (",
        "choose { a when (",
        "if a then (",
        "first of (",
        "carry s from (",
        "linked with (",
        "overlap of (",
        "1 July of (",
        "points of (",
        "about (",
        "-(",
        "not (",
        "a is not (",
        "a not in open [",
        "a rounded (",
        "a default (",
    ];
    for form in open {
        let brackets = form.matches(['(', '[', '{']).count();
        for mistake in ["§", "", "a b", "a)"] {
            let text = format!("define x = {}{mistake}\n", form.repeat(DEEP / brackets));
            let (parsed, problems) = read(&text);
            assert_eq!(problems.len(), 1, "{form}{mistake}");
            assert!(parsed.module.items.is_empty());
        }
    }
}

#[test]
fn words_without_brackets_are_bounded_too() {
    for form in [
        "not ",
        "-",
        "distinct ",
        "year of ",
        "a of ",
        "a + ",
        "a * ",
        "a or ",
        "a and ",
        "if a then b else ",
        "start of ",
        "1 July of ",
        "a.b ",
        "first of ",
        "overlap of ",
        "the x in ",
        "holds ",
        "a where ",
        "group x in ",
        "carry s from ",
        "linked with ",
        "a.b.",
    ] {
        let (parsed, problems) = read(&format!("define x = {}a\n", form.repeat(5_000)));
        assert_eq!(problems.len(), 1, "{form}");
        assert!(parsed.module.items.is_empty());
    }
    let (_, problems) = read(&format!("define x: {}text = 1\n", "list of ".repeat(5_000)));
    assert_eq!(codes(&problems), ["syntax::too_deep"]);
}

#[test]
fn a_million_brackets_are_one_problem() {
    for bracket in ["(", "[", "{", "f(", "except a when b {"] {
        let text =
            format!("define x = {}\ndefine y = 1\n", bracket.repeat(1_000_000 / bracket.len()));
        let (parsed, problems) = read(&text);
        assert_eq!(codes(&problems), ["syntax::too_deep"], "{bracket}");
        assert_eq!(parsed.module.items.len(), 1);
    }
}
