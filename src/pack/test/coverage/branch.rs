//! The exceptions of definitions and the rows of tables and parameters.
//!
//! One counts as reached when it gave a value for certain.

use std::collections::BTreeSet;

use super::Missing;
use crate::text::Span;
use crate::types::typed::{Checked, Exception, Table};

/// What was not reached of all definitions, parameters and tables.
pub(super) fn missed(checked: &Checked, branches: &BTreeSet<Span>, missed: &mut Missing<'_>) {
    for definition in &checked.definitions {
        let mut left: Vec<&Exception> = definition.exceptions.iter().collect();
        while let Some(exception) = left.pop() {
            if !branches.contains(&exception.span) {
                missed.add(&definition.path, "exception never holds", exception.span);
            }
            left.extend(&exception.exceptions);
        }
    }
    let parameters = checked.parameters.iter().map(|parameter| &parameter.table);
    for table in parameters.chain(&checked.tables) {
        rows(table, branches, missed);
    }
}

fn rows(table: &Table, branches: &BTreeSet<Span>, missed: &mut Missing<'_>) {
    for version in &table.versions {
        for (_, value) in &version.body.rows {
            if !branches.contains(&value.span) {
                missed.add(&table.path, "value never read", value.span);
            }
        }
        if let Some(value) = &version.body.otherwise
            && !branches.contains(&value.span)
        {
            missed.add(&table.path, "`otherwise` never read", value.span);
        }
    }
}
