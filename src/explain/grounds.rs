//! Unverified citations that a rule or a result rests on without naming them itself.
//!
//! In: a checked programme. Out: for each rule and each result the citations whose wording nobody
//! could read, of all that it reads: definitions, parameters, tables, readings and other rules.
//! They are found once, by walking what reads what; a report then only picks them.

use std::collections::BTreeSet;

use super::legend::{Named, named};
use super::roots::{of_definition, of_rule, of_table};
use super::walk::parts;
use crate::quantity::Date;
use crate::types::typed::{
    Checked, Cite, Definition, DefinitionId, Exception, Expr, ExprKind, Rule, RuleId, Table,
    Validity,
};

/// An unverified citation, and the days to which it belongs; none where it always counts.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    cite: Cite,
    days: Option<(Option<Date>, Option<Date>)>,
}

impl Ground {
    /// The citation, where it counts on a day; an unknown day may be any.
    pub(super) fn on(&self, day: Option<Date>) -> Option<&Cite> {
        let counts = match (self.days, day) {
            (Some((from, to)), Some(day)) => {
                from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
            }
            _ => true,
        };
        counts.then_some(&self.cite)
    }
}

/// The unverified grounds of each rule, in the order of the rules.
pub(super) fn grounds(checked: &Checked) -> Vec<Vec<Ground>> {
    checked.rules.iter().map(|rule| Search::new(checked).of(rule)).collect()
}

/// The unverified grounds of each result, in the order of the definitions; nothing for those that
/// no report states.
pub(super) fn grounds_of_results(checked: &Checked) -> Vec<Vec<Ground>> {
    let ids = (0..).map(DefinitionId);
    let found = checked.definitions.iter().zip(ids).map(|(definition, id)| {
        if definition.result { Search::new(checked).of_result(definition, id) } else { Vec::new() }
    });
    found.collect()
}

/// A walk through all that a rule reads.
struct Search<'c> {
    checked: &'c Checked,
    left: Vec<&'c Expr>,
    seen: Vec<Named>,
    rules: BTreeSet<RuleId>,
    found: Vec<Ground>,
    /// Something is read on another date than the rule's own.
    other_dates: bool,
}

impl<'c> Search<'c> {
    fn new(checked: &'c Checked) -> Self {
        let (left, seen, rules) = (Vec::new(), Vec::new(), BTreeSet::new());
        Self { checked, left, seen, rules, found: Vec::new(), other_dates: false }
    }

    fn of(mut self, rule: &'c Rule) -> Vec<Ground> {
        of_rule(rule, &mut self.left);
        self.search()
    }

    /// The grounds of a result, its own citations left out.
    fn of_result(mut self, definition: &'c Definition, id: DefinitionId) -> Vec<Ground> {
        let named = Named::Definition(id);
        self.seen.push(named);
        self.read(named);
        let mut found = self.search();
        found.retain(|ground| definition.cite.iter().all(|own| own.span != ground.cite.span));
        found
    }

    fn search(mut self) -> Vec<Ground> {
        while let Some(expr) = self.left.pop() {
            self.enter(expr);
            parts(expr, &mut self.left);
        }
        if self.other_dates {
            self.found.iter_mut().for_each(|ground| ground.days = None);
        }
        self.found
    }

    fn enter(&mut self, expr: &'c Expr) {
        match (&expr.kind, named(expr)) {
            (_, Some(what)) if !self.seen.contains(&what) => {
                self.seen.push(what);
                self.read(what);
            }
            (ExprKind::Reading(id), _) => {
                let reading = self.checked.readings.get(id.index());
                self.add(reading.into_iter().flat_map(|reading| &reading.cite), None);
            }
            (ExprKind::Holds { rule, .. }, _) if self.rules.insert(*rule) => {
                let Some(rule) = self.checked.rules.get(rule.index()) else { return };
                let regimes = rule.regimes.iter().flat_map(|regimes| &regimes.alternatives);
                self.add(rule.cite.iter().chain(regimes.flat_map(|regime| &regime.cite)), None);
                self.other_dates |= rule.as_of.is_some();
                of_rule(rule, &mut self.left);
            }
            (ExprKind::On { .. }, _) => self.other_dates = true,
            _ => {}
        }
    }

    fn read(&mut self, what: Named) {
        match what {
            Named::Parameter(id) => {
                let parameter = self.checked.parameters.get(id.index());
                parameter.into_iter().for_each(|parameter| self.table(&parameter.table));
            }
            Named::Table(id) => {
                let table = self.checked.tables.get(id.index());
                table.into_iter().for_each(|table| self.table(table));
            }
            Named::Definition(id) => {
                let Some(definition) = self.checked.definitions.get(id.index()) else { return };
                self.other_dates |= definition.as_of.is_some();
                self.add(&definition.cite, None);
                for version in &definition.versions {
                    self.add(&version.cite, days(&version.validity));
                }
                let mut left: Vec<&'c Exception> = definition.exceptions.iter().collect();
                while let Some(exception) = left.pop() {
                    self.add(&exception.cite, days(&exception.validity));
                    left.extend(&exception.exceptions);
                }
                of_definition(definition, &mut self.left);
            }
        }
    }

    fn table(&mut self, table: &'c Table) {
        self.add(&table.cite, None);
        for version in &table.versions {
            self.add(&version.cite, days(&version.validity));
        }
        of_table(table, &mut self.left);
    }

    fn add(
        &mut self,
        cites: impl IntoIterator<Item = &'c Cite>,
        days: Option<(Option<Date>, Option<Date>)>,
    ) {
        for cite in cites.into_iter().filter(|cite| cite.unverified) {
            if !self.found.iter().any(|ground| ground.cite.span == cite.span) {
                self.found.push(Ground { cite: cite.clone(), days });
            }
        }
    }
}

/// The days of a version; a later last day under a condition counts.
fn days(validity: &Validity) -> Option<(Option<Date>, Option<Date>)> {
    let later = validity.or_to.iter().map(|(day, _)| *day).max();
    Some((validity.from, validity.to.max(later.filter(|_| validity.to.is_some()))))
}
