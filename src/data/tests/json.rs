//! What JSON reads and refuses.

use super::{good, json, outline, repaired};
use crate::data::{DataValue, Scalar, ScalarStyle};

#[test]
fn values_stay_as_written() {
    for (lexeme, style) in [
        ("1.10", ScalarStyle::Plain),
        ("-0.00", ScalarStyle::Plain),
        ("1E400", ScalarStyle::Plain),
        ("123456789012345678901.12", ScalarStyle::Plain),
        ("true", ScalarStyle::Plain),
        ("false", ScalarStyle::Plain),
    ] {
        let text = format!("{{\"a\": {lexeme} }}");
        let tree = good(json(&text));
        let value = tree.get("a").unwrap();
        assert_eq!(value.value, DataValue::Scalar(Scalar { text: lexeme.to_owned(), style }));
        assert_eq!(&text[value.span.range()], lexeme);
    }
    assert_eq!(good(json(" null ")).value, DataValue::Null);
}

#[test]
fn spans_count_bytes_behind_wide_characters() {
    let text = r#"{"Łódź 😀": ["😀", {"x": 1.50}], "\ud83d\ude00": "a\tb"}"#;
    let tree = good(json(text));
    assert_eq!(&text[tree.span.range()], text);
    let first = &tree.entries()[0];
    assert_eq!(first.key, "Łódź 😀");
    assert_eq!(&text[first.key_span.range()], "\"Łódź 😀\"");
    assert_eq!(&text[first.value.span.range()], r#"["😀", {"x": 1.50}]"#);
    assert_eq!(&text[first.value.items()[1].get("x").unwrap().span.range()], "1.50");
    assert_eq!(tree.entries()[1].key, "😀");
    assert_eq!(tree.get("😀").unwrap().text(), Some("a\tb"));
}

#[test]
fn what_editors_tolerate_is_reported_with_a_repair_and_read() {
    let text = "\u{feff}{ // title\n  \"a\": [1, 2, /* none */ ],\u{a0}\"b\": \"x\ty\",\n}\n";
    let (tree, found) = json(text);
    let tree = tree.unwrap();
    assert_eq!(tree.get("a").unwrap().items().len(), 2);
    let b = tree.get("b").unwrap();
    assert_eq!(&text[b.span.range()], "\"x\ty\"");
    let words = ["\u{feff}", "// title", ",", "/* none */", "\u{a0}", "\t", ","];
    let expected: Vec<_> = words.iter().map(|w| format!("data::json_syntax [{w:?}]")).collect();
    assert_eq!(outline(&found, text), expected.join("\n"));
    assert!(good(json(&repaired(&found, text))).same_data(&tree));
}

#[test]
fn of_a_duplicate_key_the_first_value_is_kept() {
    let text = r#"{"grant": 1, "\u0067rant": 2}"#;
    let (tree, found) = json(text);
    assert_eq!(tree.unwrap().get("grant").unwrap().text(), Some("1"));
    assert_eq!(outline(&found, text), r#"data::duplicate_key ["\"\\u0067rant\"", "\"grant\""]"#);
}

/// Text, words under the label, part of the message.
const BROKEN: [(&str, &str, &str); 22] = [
    ("", "", "empty"),
    (" \n", "", "empty"),
    ("[1 2]", "", "comma is missing"),
    ("{\"a\": 1 \"b\": 2}", "", "comma is missing"),
    ("[1,,2]", ",", "comma without a value"),
    ("{a: 1}", "a", "key without quotes"),
    ("{\"a\" 1}", "1", "key without a value"),
    ("{\"a\":", "", "key without a value"),
    ("[yes]", "yes", "without quotes"),
    ("['a']", "'", "single quotes"),
    ("[.5]", ".", "as JSON writes it"),
    ("[5.]", "5.", "as JSON writes it"),
    ("[+5]", "+", "as JSON writes it"),
    ("[0x1F]", "0", "as JSON writes it"),
    ("[017]", "", "comma is missing"),
    ("[-]", "]", "as JSON writes it"),
    ("[\"\\x\"]", "\\x", "unknown escape"),
    ("[\"a]", "\"", "string is never closed"),
    ("{\"a\": [1", "[", "`[` is never closed"),
    ("{\"a\": 1", "{", "`{` is never closed"),
    ("[1]]", "]", "text follows"),
    ("{\"a\": 1]", "]", ""),
];

#[test]
fn a_syntax_error_has_a_place_words_and_help() {
    for (text, words, message) in BROKEN {
        let (tree, found) = json(text);
        assert_eq!(tree, None, "{text:?}");
        assert_eq!(outline(&found, text), format!("data::json_syntax [{words:?}]"), "{text:?}");
        let problem = found.iter().next().unwrap();
        assert!(problem.message.contains(message), "{text:?}: {}", problem.message);
        assert!(problem.help.is_some(), "{text:?}");
    }
}
