//! The facts that an outcome rests on, each with its place in the proposal.

use serde::Serialize;

use super::figure::Stated;
use super::{Bounds, Figure, MissingEntry};
use crate::explain::case::Case;
use crate::types::typed::Type;
use crate::value::Value;

/// A fact that was read.
#[derive(Serialize)]
pub struct FactEntry<'a> {
    /// Its path.
    pub path: String,
    /// Its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<super::super::Plain<'a>>,
    /// What is known of it otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Bounds>,
    /// What would decide it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<MissingEntry>,
    /// Its line in the proposal, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Its column in the proposal, in characters from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
}

impl<'a> FactEntry<'a> {
    /// The facts in some cells. A list of records and a record that is there are left out: what
    /// counts of them are the facts inside.
    pub(super) fn all(case: &Case<'a>, cells: &[u32]) -> Vec<Self> {
        cells.iter().filter_map(|cell| Self::new(case, *cell)).collect()
    }

    fn new(case: &Case<'a>, cell: u32) -> Option<Self> {
        let value = case.facts.value(cell);
        match value {
            Value::Record(_) => return None,
            Value::List(crate::value::List::Rows(rows)) if rows.count > 0 => return None,
            _ => {}
        }
        let Stated { value, bounds, missing, .. } =
            Figure::new(case, value, field_type(case, cell)).split();
        let place = case.facts.written(cell).map(|span| case.submission.sources.position(span));
        Some(Self {
            path: case.facts.path(cell),
            value,
            bounds,
            missing,
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
        })
    }
}

/// The declared type of a cell.
pub(in crate::explain) fn field_type<'a>(case: &Case<'a>, cell: u32) -> &'a Type {
    let field = case.facts.field(cell).and_then(|(record, position)| {
        let record = case.checked().records.get(record.index())?;
        record.fields.get(usize::try_from(position).ok()?)
    });
    field.map_or(&Type::Poison, |field| &field.ty)
}
