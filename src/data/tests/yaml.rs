//! What YAML reads and refuses.

use super::{good, outline, repaired, yaml};
use crate::data::{DataNode, DataValue, ScalarStyle};

fn words<'t>(text: &'t str, node: &DataNode) -> &'t str {
    &text[node.span.range()]
}

#[test]
fn plain_values_stay_as_written() {
    // Each of these is a boolean, a float, a date, an octal or a sexagesimal number to some
    // YAML reader.
    for lexeme in ["no", "NO", "1.10", "2025-03-01", "017", "12:30:45", "0x1F", "1e3", "-0.00"] {
        let text = format!("a: {lexeme}\n");
        let tree = good(yaml(&text));
        let value = tree.get("a").unwrap();
        assert_eq!(value.text(), Some(lexeme));
        assert_eq!(words(&text, value), lexeme);
        let DataValue::Scalar(scalar) = &value.value else { panic!("{value:?}") };
        assert_eq!(scalar.style, ScalarStyle::Plain);
    }
}

#[test]
fn nothing_is_null_and_words_in_quotes_are_not() {
    let text = "a:\nb: ~\nc: null\nd: \"null\"\ne: ''\nf: NULL\n";
    let tree = good(yaml(text));
    for key in ["a", "b", "c"] {
        assert_eq!(tree.get(key).unwrap().value, DataValue::Null, "{key}");
    }
    assert_eq!(tree.get("d").unwrap().text(), Some("null"));
    assert_eq!(tree.get("e").unwrap().text(), Some(""));
    assert_eq!(tree.get("f").unwrap().text(), Some("NULL"));
    assert!(tree.get("a").unwrap().span.is_empty());
}

#[test]
fn an_empty_file_is_an_empty_value() {
    for text in ["", "\n\n", "# only a comment\n", "---\n"] {
        assert_eq!(good(yaml(text)).value, DataValue::Null, "{text:?}");
    }
}

#[test]
fn spans_count_bytes_behind_wide_characters() {
    let text = "miasto: Łódź 😀 # gród\nkwota: 98_400.00 PLN\n\"opis😀\": 'to ''jest'''\n";
    let tree = good(yaml(text));
    let shown: Vec<_> = tree
        .entries()
        .iter()
        .map(|entry| (&text[entry.key_span.range()], words(text, &entry.value)))
        .collect();
    assert_eq!(
        shown,
        [("miasto", "Łódź 😀"), ("kwota", "98_400.00 PLN"), ("\"opis😀\"", "'to ''jest'''")]
    );
    assert_eq!(tree.entries()[2].key, "opis😀");
    assert_eq!(tree.get("opis😀").unwrap().text(), Some("to 'jest'"));
    assert_eq!(tree.get("miasto").unwrap().span.start, 8);
    assert_eq!(tree.get("miasto").unwrap().span.end, 8 + 7 + 1 + 4);
}

#[test]
fn a_list_or_map_reaches_from_its_first_to_its_last_sign() {
    let text = "costs:\n  - amount: 1\n    paid: no\n\n# end\nparties: [a, {b: c}]\n";
    let tree = good(yaml(text));
    assert_eq!(words(text, &tree), text.trim_end());
    assert_eq!(words(text, tree.get("costs").unwrap()), "- amount: 1\n    paid: no");
    let operation = &tree.get("costs").unwrap().items()[0];
    assert_eq!(words(text, operation), "amount: 1\n    paid: no");
    assert_eq!(words(text, tree.get("parties").unwrap()), "[a, {b: c}]");
    assert_eq!(words(text, &tree.get("parties").unwrap().items()[1]), "{b: c}");
}

#[test]
fn texts_over_several_lines_are_joined_and_placed() {
    let text = "a: one\n  two\nb: |\n  x\n  y\n\nc: >-\n  x\n  y\n";
    let tree = good(yaml(text));
    let a = tree.get("a").unwrap();
    assert_eq!((a.text(), words(text, a)), (Some("one two"), "one\n  two"));
    let b = tree.get("b").unwrap();
    assert_eq!((b.text(), words(text, b)), (Some("x\ny\n"), "x\n  y"));
    let c = tree.get("c").unwrap();
    assert_eq!(c.text(), Some("x y"));
    let DataValue::Scalar(scalar) = &b.value else { panic!("{b:?}") };
    assert_eq!(scalar.style, ScalarStyle::Quoted);
}

#[test]
fn line_ends_of_every_system_are_read() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("a: 1{end}b:{end}  - x{end}");
        let tree = good(yaml(&text));
        assert_eq!(tree.get("a").unwrap().text(), Some("1"), "{end:?}");
        assert_eq!(tree.get("b").unwrap().items()[0].text(), Some("x"), "{end:?}");
    }
}

#[test]
fn of_a_duplicate_key_the_first_value_is_kept() {
    let text = "grant: 1\ntitle: x\n'grant': 2\ngrant: 3\n";
    let (tree, found) = yaml(text);
    let tree = tree.unwrap();
    assert_eq!(tree.get("grant").unwrap().text(), Some("1"));
    assert_eq!(tree.entries().len(), 2);
    assert_eq!(
        outline(&found, text),
        "data::duplicate_key [\"'grant'\", \"grant\"]\ndata::duplicate_key [\"grant\", \"grant\"]"
    );
    assert_eq!(found.iter().next().unwrap().labels[1].span.start, 0);
}

#[test]
fn reuse_of_values_is_refused_but_the_rest_is_read() {
    let text = "a: &x 1\nb: *x\nc:\n  <<: *x\n  d: 2\ne: *unknown\n*x : 3\n";
    let (tree, found) = yaml(text);
    let tree = tree.unwrap();
    assert_eq!(tree.get("a").unwrap().text(), Some("1"));
    assert_eq!(tree.get("b").unwrap().value, DataValue::Null);
    assert_eq!(tree.get("c").unwrap().entries().len(), 1);
    assert_eq!(tree.get("c").unwrap().get("d").unwrap().text(), Some("2"));
    let lines = ["&x", "*x", "<<", "*x", "*unknown", "*x"];
    let expected: Vec<_> = lines.iter().map(|w| format!("data::anchor [\"{w}\"]")).collect();
    assert_eq!(outline(&found, text), expected.join("\n"));
}

#[test]
fn a_tag_is_refused_with_its_removal_as_repair() {
    let text = "a: !!str 5\nb: !money {c: 1}\n";
    let (tree, found) = yaml(text);
    assert_eq!(tree.unwrap().get("a").unwrap().text(), Some("5"));
    assert_eq!(outline(&found, text), "data::tag [\"!!str\"]\ndata::tag [\"!money\"]");
    assert_eq!(repaired(&found, text), "a: 5\nb: {c: 1}\n");
}

#[test]
fn a_second_document_is_refused_and_the_first_read() {
    for (text, at) in [("a: 1\n---\nb: 2\n", "---"), ("a: 1\n...\nb\n", "b")] {
        let (tree, found) = yaml(text);
        assert_eq!(tree.unwrap().get("a").unwrap().text(), Some("1"));
        assert_eq!(outline(&found, text), format!("data::second_document [{at:?}]"));
    }
    let tree = good(yaml("---\na: 1\n...\n"));
    assert_eq!(tree.get("a").unwrap().text(), Some("1"));
}

#[test]
fn keys_are_names() {
    let text = "? [x, y]\n: 1\n? {z: 1}\n: 2\n: 3\nb: 4\n";
    let (tree, found) = yaml(text);
    let tree = tree.unwrap();
    assert_eq!(tree.entries().len(), 1);
    assert_eq!(tree.get("b").unwrap().text(), Some("4"));
    assert_eq!(
        outline(&found, text),
        "data::key_kind [\"[x, y]\"]\ndata::key_kind [\"{z: 1}\"]\ndata::key_kind [\"\"]"
    );
    let (_, found) = yaml("a: {{ amount }}\n");
    assert!(found.iter().all(|p| p.code.as_str() == "data::key_kind") && !found.is_empty());
}

/// Text, words under the label, part of the message.
const BROKEN: [(&str, &str, &str); 16] = [
    ("a:\n\t- 1", "\t", "a tab cannot indent"),
    ("a: b: c", ":", "second colon"),
    ("a: [1, 2", "[", "`[` is never closed"),
    ("a: {b: 2", "{", "`{` is never closed"),
    ("a: 'x", "'", "quote is never closed"),
    ("a: @x", "@", "`@` cannot start a value"),
    ("a: `x`", "`", "cannot start a value"),
    ("a: \"\\q\"", "\"", "unknown escape"),
    ("%YAML 1.2\n---\na", "%", "directive"),
    ("a: 1\nb\n", "b", "without a colon"),
    ("- 1\nb: 2", "b", "line up"),
    ("a:\n  - 1\n -2", "-", "line up"),
    ("[1,2]]", "]", "closing bracket"),
    ("a: x\0y", "\0", "U+0000"),
    ("a: 'x' y", "y", "follows a closing quote"),
    ("a: [1 2, {b: 3 c: 4}]", ":", ""),
];

#[test]
fn a_syntax_error_has_a_place_words_and_help() {
    for (text, words, message) in BROKEN {
        let (tree, found) = yaml(text);
        assert_eq!(tree, None, "{text:?}");
        assert_eq!(outline(&found, text), format!("data::yaml_syntax [{words:?}]"), "{text:?}");
        let problem = found.iter().next().unwrap();
        assert!(problem.message.contains(message), "{text:?}: {}", problem.message);
        assert!(problem.help.is_some(), "{text:?}");
    }
}

#[test]
fn tabs_are_replaced_by_spaces() {
    let text = "a:\n\tb: 1\n";
    let (_, found) = yaml(text);
    assert_eq!(good(yaml(&repaired(&found, text))).get("a").unwrap().entries().len(), 1);
}
