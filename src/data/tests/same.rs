//! Random texts: both readers agree on JSON, spans point at what was written, nothing panics.

use proptest::prelude::*;

use super::{good, json, yaml};
use crate::data::{DataNode, DataValue, Scalar, ScalarStyle};
use crate::text::Span;

fn scalar(text: String, style: ScalarStyle) -> DataNode {
    DataNode { span: Span::default(), value: DataValue::Scalar(Scalar { text, style }) }
}

/// Text of every kind that JSON and YAML both can carry: YAML refuses U+007F and U+FFFE.
fn text() -> impl Strategy<Value = String> {
    let odd =
        "[\\t\\n\\r\"'\\\\#:,&*!|>%@`?{}\\[\\]~ ŁódźĄ😀\u{85}\u{a0}\u{2028}\u{1}a-z0-9-]{0,12}";
    prop_oneof![
        odd,
        Just("null".to_owned()),
        Just("<<".to_owned()),
        Just("yes".to_owned()),
        Just("1.10".to_owned()),
    ]
}

fn tree() -> impl Strategy<Value = DataNode> {
    let number = "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?";
    let word = prop_oneof![
        number.boxed(),
        Just("true".to_owned()).boxed(),
        Just("false".to_owned()).boxed()
    ];
    let leaf = prop_oneof![
        Just(DataNode { span: Span::default(), value: DataValue::Null }),
        word.prop_map(|text| scalar(text, ScalarStyle::Plain)),
        text().prop_map(|text| scalar(text, ScalarStyle::Quoted)),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|items| DataNode {
                span: Span::default(),
                value: DataValue::List(items)
            }),
            prop::collection::btree_map(text(), inner, 0..6).prop_map(map),
        ]
    })
}

fn map(entries: std::collections::BTreeMap<String, DataNode>) -> DataNode {
    let entry = |(key, value)| crate::data::DataEntry { key, key_span: Span::default(), value };
    let entries = entries.into_iter().map(entry).collect();
    DataNode { span: Span::default(), value: DataValue::Map(entries) }
}

/// Writes JSON with the given blank between all tokens; strings are written by serde_json.
fn write(node: &DataNode, blank: &str, out: &mut String) {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    match &node.value {
        DataValue::Null => out.push_str("null"),
        DataValue::Scalar(Scalar { text, style: ScalarStyle::Plain }) => out.push_str(text),
        DataValue::Scalar(Scalar { text, style: ScalarStyle::Quoted }) => {
            out.push_str(&quoted(text))
        }
        DataValue::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                out.push_str(blank);
                write(item, blank, out);
            }
            out.push_str(blank);
            out.push(']');
        }
        DataValue::Map(entries) => {
            out.push('{');
            for (index, entry) in entries.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                out.push_str(&format!("{blank}{}:{blank}", quoted(&entry.key)));
                write(&entry.value, blank, out);
            }
            out.push_str(blank);
            out.push('}');
        }
    }
}

/// Every span holds text that reads as the same value.
fn spans_hold_their_values(node: &DataNode, text: &str) {
    let words = &text[node.span.range()];
    assert!(good(json(words)).same_data(node), "{words:?} is not {node:?}");
    for item in node.items() {
        spans_hold_their_values(item, text);
    }
    for entry in node.entries() {
        let key = &text[entry.key_span.range()];
        assert_eq!(good(json(key)).text(), Some(entry.key.as_str()));
        spans_hold_their_values(&entry.value, text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_readers_read_json_as_it_was_written(tree in tree(), blank in "[ \n]{0,3}") {
        let mut text = String::new();
        write(&tree, &blank, &mut text);
        let from_json = good(json(&text));
        prop_assert!(from_json.same_data(&tree));
        spans_hold_their_values(&from_json, &text);
        let from_yaml = good(yaml(&text));
        prop_assert!(from_yaml.same_data(&tree));
        spans_hold_their_values(&from_yaml, &text);
    }

    /// serde_json is the judge of what JSON is.
    #[test]
    fn json_is_accepted_as_serde_json_accepts_it(
        text in "([\\[\\]{},: \n\t\u{c}\u{a0}]|\"[a\\\\nu0/\t]{0,3}\"|\"a\":|[-+.0-9eE]{1,4}|true|null|nul|/\\*|//|'|Ł){0,14}"
    ) {
        let (tree, found) = json(&text);
        let ours = tree.is_some() && found.iter().all(|p| p.code.as_str() == "data::duplicate_key");
        let theirs = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
        prop_assert_eq!(ours, theirs, "{:?}: {:?}", text, found);
    }

    #[test]
    fn any_text_ends_in_a_tree_or_a_problem(text in "(\\PC|[\\x00-\\x20&*!|>%@`?{}\\[\\]~:#'\",-]|\n  |\n- |: |<<|---\n){0,40}") {
        for (tree, found) in [yaml(&text), json(&text)] {
            prop_assert!(tree.is_some() || found.has_errors());
            for label in found.iter().flat_map(|problem| &problem.labels) {
                prop_assert!(text.get(label.span.range()).is_some(), "{:?}", label);
            }
        }
    }
}
