//! The version of a parameter or a table that a step read.

use super::in_force;
use crate::explain::case::Case;
use crate::explain::line::{Line, Role};
use crate::explain::source::source;
use crate::quantity::Date;
use crate::types::typed::{ExprKind, Rows, Table, Validity, Version};
use crate::value::Value;

/// The days of the version in force, and its sources; nothing where no version fits.
pub(super) fn version(
    case: &Case<'_>,
    table: &Table,
    as_of: Option<Date>,
    value: &Value,
    indent: usize,
) -> Vec<Line> {
    let Some(version) = pick(table, as_of, value) else { return Vec::new() };
    let days = in_force(case, &version.validity);
    let mut lines: Vec<Line> =
        days.into_iter().map(|text| Line::at(indent).with(Role::Quiet, text)).collect();
    for cite in version.cite.iter().chain(&table.cite) {
        lines.push(Line::at(indent).with(Role::Source, source(case, cite)));
    }
    lines
}

/// The version in force on the date, or any other, that can have given the value: a clause may
/// read a parameter on another date than its own.
fn pick<'a>(table: &'a Table, as_of: Option<Date>, value: &Value) -> Option<&'a Version<Rows>> {
    let in_force = |version: &&Version<Rows>| as_of.is_some_and(|d| covers(&version.validity, d));
    let fits = |version: &&Version<Rows>| gives(&version.body, value);
    let versions = &table.versions;
    versions.iter().filter(in_force).find(fits).or_else(|| {
        let mut fitting = versions.iter().filter(fits);
        // Of several, none is known to be the one.
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    })
}

fn covers(validity: &Validity, date: Date) -> bool {
    validity.from.is_none_or(|from| from <= date) && validity.to.is_none_or(|to| date <= to)
}

/// Whether some row can have this value; a row that is computed can have any.
fn gives(rows: &Rows, value: &Value) -> bool {
    let values = rows.rows.iter().map(|(_, value)| value).chain(&rows.otherwise);
    values.into_iter().any(|row| match &row.kind {
        ExprKind::Constant(constant) => constant == value,
        _ => true,
    })
}
