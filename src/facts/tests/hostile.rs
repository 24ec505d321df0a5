//! Proposals that mean harm: no panic, no hang, bounded memory.

use proptest::prelude::*;

use super::programme::{PROJECT, field, programme, record};
use super::{bound, proposal};
use crate::data::{DataEntry, DataLimits, DataNode, DataValue, Scalar, ScalarStyle, read_yaml};
use crate::diagnostic::Diagnostics;
use crate::facts::{FactLimits, bind, bind_within};
use crate::program::FactSchema;
use crate::text::{SourceId, Span};
use crate::types::typed::{RecordId, Type};

fn codes(found: &Diagnostics) -> Vec<&'static str> {
    found.iter().map(|problem| problem.code.as_str()).collect()
}

fn within(text: &str, limits: FactLimits) -> Diagnostics {
    let checked = programme();
    let (tree, _) = read_yaml(proposal(), text, &DataLimits::default());
    let schema = FactSchema::new(&checked);
    bind_within(&schema, &checked, PROJECT, &tree.unwrap(), &limits).1
}

#[test]
fn limits_are_reported_where_they_are_passed() {
    let project = FactSchema::new(&programme()).size(PROJECT);
    // Room for two of the five cost lines, each of five cells.
    let limits = FactLimits { max_cells: project + 10, max_list_len: 5, max_text: 10 };
    assert_eq!(codes(&within("tags: [a, b, c, d, e, f]", limits)), ["facts::too_many"]);
    assert_eq!(codes(&within("title: 12345678901", limits)), ["facts::too_many"]);
    assert_eq!(codes(&within("costs: [{}, {}, {}, {}, {}]", limits)), ["facts::too_many"]);
    assert_eq!(codes(&within("costs: [{}]", limits)), [""; 0]);
    let none = FactLimits { max_cells: 3, ..FactLimits::default() };
    assert_eq!(codes(&within("", none)), ["facts::too_many"]);
}

#[test]
fn very_many_problems_are_counted() {
    let mut text = String::from("tags: []\n");
    for i in 0..20_000 {
        text.push_str(&format!("grant{i}: 1\n"));
    }
    let (_, found) = bound(&text);
    assert_eq!(found.len() + found.suppressed(), 20_000);
}

#[test]
fn very_many_references_end() {
    let row = |i| format!("  - {{ partner: x{i} }}\n");
    let costs: String = (0..5_000).map(row).collect();
    let partners: String =
        (0..5_000).map(|i| format!("  - {{ id: y{i}, branches: [] }}\n")).collect();
    let (_, found) = bound(&format!("costs:\n{costs}partners:\n{partners}"));
    assert_eq!(found.len() + found.suppressed(), 5_000);
}

#[test]
fn a_record_that_holds_itself_is_refused() {
    let mut checked = programme();
    checked.records.push(record("Loop", vec![], vec![field("inner", Type::Record(RecordId(7)))]));
    let schema = FactSchema::new(&checked);
    let (tree, _) = read_yaml(proposal(), "inner: {}", &DataLimits::default());
    let (facts, found) = bind(&schema, &checked, RecordId(7), &tree.unwrap());
    assert!(facts.is_none());
    assert_eq!(codes(&found), ["facts::unusable_record"]);
}

#[test]
fn a_root_that_does_not_exist() {
    let checked = programme();
    let (tree, _) = read_yaml(proposal(), "a: 1", &DataLimits::default());
    let schema = FactSchema::new(&checked);
    let (facts, found) = bind(&schema, &checked, RecordId(99), &tree.unwrap());
    assert!(facts.is_none());
    assert_eq!(codes(&found), ["facts::unusable_record"]);
}

/// Trees with names of the programme and values that are near what it asks for.
fn trees() -> impl Strategy<Value = DataNode> {
    let words = prop_oneof![
        "[-+0-9., _%eE/:T\u{a0}]{0,12}",
        "[0-9]{1,3}[.,/ -][0-9]{1,3}[.,/ -][0-9]{1,4}( to | – )?",
        "(about |ok. )?[0-9 .,]{1,9} ?(PLN|EUR|kr|zł|%|pp|months|lat)?",
        "(od |den |din |dnia |1–)?[0-3]?[0-9][.]? (maja|mars|iunie|IV|april)[,]? ?[0-9]{0,4}( r[.])?",
        "[0-9.,]{1,6}( de| mln| tys[.])? (luni|lei|mie|lat i 2 dni|kr|mnkr|zł|år och|%)?",
        "(od |do |to |-|– |i |kl[.] |~|ok[.] |\u{200b}|٣|[0-9]|[.]|:|T| ){0,12}",
        "\\PC{0,8}",
        Just("other \"x\"".to_owned()),
    ];
    let scalar = (words, any::<bool>()).prop_map(|(text, quoted)| {
        let style = if quoted { ScalarStyle::Quoted } else { ScalarStyle::Plain };
        DataValue::Scalar(Scalar { text, style })
    });
    let leaf = prop_oneof![8 => scalar, 1 => Just(DataValue::Null)];
    let node = |value| DataNode { span: Span::new(SourceId::new(1), 0, 0), value };
    let names = prop::sample::select(vec![
        "area",
        "form",
        "grant",
        "estimate",
        "foreign",
        "staff",
        "rate",
        "bonus",
        "intensity",
        "call",
        "length",
        "started",
        "title",
        "tags",
        "grid",
        "costs",
        "partners",
        "leaders",
        "data_centre",
        "public",
        "period",
        "place",
        "amount",
        "incurred",
        "partner",
        "id",
        "share",
        "branches",
        "value",
        "evidence",
        "source",
        "start",
        "end",
        "other",
        "$locale",
    ]);
    leaf.prop_map(node).prop_recursive(5, 60, 8, move |inner| {
        let entry = (names.clone(), inner.clone()).prop_map(|(key, value)| DataEntry {
            key: key.to_owned(),
            key_span: Span::default(),
            value,
        });
        let map = prop::collection::vec(entry, 0..8).prop_map(|mut entries| {
            entries.sort_by(|a, b| a.key.cmp(&b.key));
            entries.dedup_by(|a, b| a.key == b.key);
            DataValue::Map(entries)
        });
        let list = prop::collection::vec(inner, 0..5).prop_map(DataValue::List);
        prop_oneof![3 => map, 1 => list].prop_map(node)
    })
}

proptest! {
    #[test]
    fn any_tree_gives_facts_or_an_error(tree in trees()) {
        let checked = programme();
        let (facts, found) = bind(&FactSchema::new(&checked), &checked, PROJECT, &tree);
        prop_assert_eq!(facts.is_none(), found.has_errors());
        if let Some(facts) = facts {
            for cell in 0..u32::try_from(facts.len()).unwrap() {
                prop_assert!(!facts.path(cell).is_empty());
            }
        }
    }
}
