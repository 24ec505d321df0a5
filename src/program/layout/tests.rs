//! Layouts of small programmes, counted by hand.

use std::sync::Arc;

use super::*;
use crate::text::Span;
use crate::types::typed::{Limits, Texts};

fn field(name: &str, ty: Type) -> Field {
    Field {
        name: Arc::from(name),
        ty,
        optional: false,
        key: false,
        reference: false,
        default: None,
        limits: Limits::default(),
        assessed: false,
        title: Texts::default(),
        documentation: None,
        span: Span::default(),
    }
}

fn optional(field: Field) -> Field {
    Field { optional: true, ..field }
}

/// The layouts of records given by what they include and their fields.
fn schema(records: Vec<(Vec<u32>, Vec<Field>)>) -> FactSchema {
    let record = |(includes, fields): (Vec<u32>, Vec<Field>)| RecordType {
        path: Arc::from("test.R"),
        name: Arc::from("R"),
        root: false,
        includes: includes.into_iter().map(RecordId).collect(),
        fields,
        invariants: Vec::new(),
        documentation: None,
        span: Span::default(),
    };
    let records = records.into_iter().map(record).collect();
    FactSchema::new(&Checked { records, ..Checked::default() })
}

fn layout(schema: &FactSchema, record: u32) -> &RecordLayout {
    schema.layout(RecordId(record)).unwrap()
}

fn paths(layout: &RecordLayout) -> Vec<&str> {
    layout.cells.iter().map(|cell| &*cell.path).collect()
}

#[test]
fn included_records_come_first_and_optional_ones_have_a_cell_of_presence() {
    let inner = || Type::Record(RecordId(0));
    let schema = schema(vec![
        (vec![], vec![field("a", Type::Bool), field("b", Type::Date)]),
        (
            vec![0],
            vec![field("x", inner()), optional(field("y", inner())), field("z", inner().list())],
        ),
    ]);
    assert!(schema.refused.is_empty());
    let outer = layout(&schema, 1);
    assert_eq!(paths(outer), ["a", "b", "x.a", "x.b", "y", "y.a", "y.b", "z"]);
    assert_eq!((outer.size, &outer.includes, &outer.fields), (8, &vec![0], &vec![2, 4, 7]));
    assert_eq!(outer.cells[4].kind, CellKind::Presence(RecordId(0)));
    assert_eq!(outer.cells[6].field, (RecordId(0), 1));
    assert_eq!(outer.cells[7].kind, CellKind::Rows(RecordId(0)));
    assert_eq!(outer.names().collect::<Vec<_>>(), ["a", "b", "x", "y", "z"]);
    let (_, y) = outer.key("y").unwrap();
    assert_eq!((y.offset, y.inner), (4, Some((RecordId(0), 5))));
    assert!(outer.key("w").is_none());
    assert_eq!(schema.field_offset(RecordId(1), 2), Some(7));
    assert_eq!(schema.include_offset(RecordId(1), 0), Some(0));
}

#[test]
fn what_two_included_records_both_include_is_there_twice_and_one_fact() {
    let schema = schema(vec![
        (vec![], vec![field("deep", Type::Bool)]),
        (vec![], vec![field("a", Type::Bool), optional(field("b", Type::Record(RecordId(0))))]),
        (vec![1], vec![field("c", Type::Bool)]),
        (vec![1], vec![field("d", Type::Bool)]),
        (vec![2, 3], vec![field("e", Type::Bool)]),
    ]);
    let outer = layout(&schema, 4);
    assert_eq!(paths(outer), ["a", "b", "b.deep", "c", "a", "b", "b.deep", "d", "e"]);
    assert_eq!(outer.names().collect::<Vec<_>>(), ["a", "b", "c", "d", "e"]);
    assert_eq!(outer.key("b").unwrap().1.offset, 1);
    let [a, b] = [(0, 4, 1), (1, 5, 2)].map(|(from, to, cells)| CopiedField { from, to, cells });
    assert_eq!(outer.copies, [a, b]);
    assert!(layout(&schema, 2).copies.is_empty());
}

#[test]
fn references_scalars_and_judgements() {
    let to = |ty| Field { reference: true, ..field("to", ty) };
    let part = Field { assessed: true, ..field("part", Type::Record(RecordId(1))) };
    let schema = schema(vec![
        (vec![], vec![to(Type::Record(RecordId(0))), part]),
        (vec![], vec![field("tags", Type::Text.list()), to(Type::Record(RecordId(0)).list())]),
    ]);
    let outer = layout(&schema, 0);
    let kinds: Vec<_> = outer.cells.iter().map(|cell| (&cell.kind, cell.assessed)).collect();
    assert_eq!(
        kinds,
        [
            (&CellKind::Reference(RecordId(0)), false),
            (&CellKind::Scalars(Type::Text), true),
            (&CellKind::Scalars(Type::Record(RecordId(0))), true),
        ]
    );
}

#[test]
fn records_that_hold_themselves_are_refused() {
    let of = |id| Type::Record(RecordId(id));
    let schema = schema(vec![
        (vec![], vec![field("b", of(1))]),
        (vec![], vec![optional(field("a", of(0)))]),
        (vec![2], vec![]),
        // Through a list there is no end to it, but it is not in line.
        (vec![], vec![field("children", of(3).list())]),
        (vec![], vec![field("a", of(0))]),
    ]);
    assert_eq!(schema.refused, [0, 1, 2, 4].map(RecordId));
    assert_eq!(layout(&schema, 3).size, 1);
}

#[test]
fn a_chain_of_doublings_ends() {
    let pair = |id: u32| {
        let inner = || Type::Record(RecordId(id - 1));
        (vec![], vec![field("l", inner()), field("r", inner())])
    };
    let mut records = vec![(vec![], vec![field("x", Type::Bool)])];
    records.extend((1..60).map(pair));
    let schema = schema(records);
    // 2^16 cells are allowed.
    assert_eq!(layout(&schema, 16).size, 65_536);
    assert_eq!(schema.refused.len(), 43);
    let chain = |id: u32| (vec![], vec![field("i", Type::Record(RecordId(id + 1)))]);
    let mut records: Vec<_> = (0..5_000).map(chain).collect();
    records.push((vec![], vec![field("x", Type::Bool)]));
    assert_eq!(self::schema(records).layouts.len(), 5_001);
}
