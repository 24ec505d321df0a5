//! The declaration that a place with a gap belongs to: `unknown after` a day, or an open part that
//! nobody filled.
//!
//! In: a checked programme and the place that something is owed for. Out: the full name of the
//! declaration, so that a report names what the law or the authority still has to say.

use crate::quantity::Date;
use crate::text::Span;
use crate::types::typed::{Checked, Definition, Exception, Rule, Table, Validity, Version};

/// The declaration that has a gap at a place.
pub(super) fn declared_at(checked: &Checked, at: Span) -> Option<&str> {
    let gap = Gap { at };
    let parameters = checked.parameters.iter().find(|parameter| {
        gap.in_table(&parameter.table) || gap.is_after(parameter.unknown_after.as_ref())
    });
    let parameters = parameters.map(|parameter| &parameter.table.path);
    let tables = checked.tables.iter().find(|table| gap.in_table(table)).map(|table| &table.path);
    let definitions = checked.definitions.iter().find(|definition| gap.in_definition(definition));
    let definitions = definitions.map(|definition| &definition.path);
    let rules = checked.rules.iter().find(|rule| gap.in_rule(rule)).map(|rule| &rule.path);
    parameters.or(tables).or(definitions).or(rules).map(|path| &**path)
}

/// A place that something is owed for.
#[derive(Clone, Copy)]
struct Gap {
    at: Span,
}

impl Gap {
    fn is_after(self, unknown_after: Option<&(Date, Span)>) -> bool {
        unknown_after.is_some_and(|(_, at)| *at == self.at)
    }

    fn in_validity(self, validity: &Validity) -> bool {
        self.is_after(validity.unknown_after.as_ref())
    }

    fn in_versions<T>(self, versions: &[Version<T>]) -> bool {
        versions.iter().any(|version| self.in_validity(&version.validity))
    }

    fn in_table(self, table: &Table) -> bool {
        table.span == self.at || self.in_versions(&table.versions)
    }

    fn in_definition(self, definition: &Definition) -> bool {
        definition.span == self.at
            || self.in_versions(&definition.versions)
            || self.in_exceptions(&definition.exceptions)
    }

    /// Exceptions nest one level deep.
    fn in_exceptions(self, exceptions: &[Exception]) -> bool {
        exceptions.iter().any(|exception| {
            self.in_validity(&exception.validity) || self.in_exceptions(&exception.exceptions)
        })
    }

    fn in_rule(self, rule: &Rule) -> bool {
        let regimes = rule.regimes.as_ref();
        let alternatives = regimes.into_iter().flat_map(|regimes| &regimes.alternatives);
        regimes.is_some_and(|regimes| self.is_after(regimes.unknown_after.as_ref()))
            || self.in_validity(&rule.validity)
            || alternatives
                .map(|regime| &regime.validity)
                .any(|validity| self.in_validity(validity))
    }
}
