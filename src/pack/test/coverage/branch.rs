//! The exceptions of definitions and the rows of tables and parameters.
//!
//! An exception or a row counts as reached when its value was evaluated in some derivation.

use std::collections::BTreeSet;

use super::Missing;
use crate::text::{SourceId, Span};
use crate::types::typed::{Checked, Exception, Table};

/// What was not reached of the definitions, parameters and tables of a file.
pub(super) fn missed(
    checked: &Checked,
    own: SourceId,
    evaluated: &BTreeSet<Span>,
    missed: &mut Missing<'_>,
) {
    for definition in checked.definitions.iter().filter(|found| found.span.source == own) {
        let mut left: Vec<&Exception> = definition.exceptions.iter().collect();
        while let Some(exception) = left.pop() {
            if !evaluated.contains(&exception.value.span) {
                missed.add(&definition.path, "exception never holds", exception.span);
            }
            left.extend(&exception.exceptions);
        }
    }
    let parameters = checked.parameters.iter().map(|parameter| &parameter.table);
    for table in parameters.chain(&checked.tables).filter(|table| table.span.source == own) {
        rows(table, evaluated, missed);
    }
}

fn rows(table: &Table, evaluated: &BTreeSet<Span>, missed: &mut Missing<'_>) {
    for version in &table.versions {
        for (_, value) in &version.body.rows {
            if !evaluated.contains(&value.span) {
                missed.add(&table.path, "value never read", value.span);
            }
        }
        if let Some(value) = &version.body.otherwise
            && !evaluated.contains(&value.span)
        {
            missed.add(&table.path, "`otherwise` never read", value.span);
        }
    }
}
