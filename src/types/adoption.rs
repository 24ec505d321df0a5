//! Step 7: what binds, and what modules change in each other's rules.

use std::collections::BTreeSet;

use super::body::Body;
use super::context::{Context, Decl};
use super::definitions;
use super::documents::{cites, localised};
use super::expr;
use super::parameters::choice_of;
use super::problems::{FilledTwice, NeverChecked, NoSuchName, NotAdopted, NotOpen};
use super::refine;
use super::tables;
use super::typed::{RecordId, Replacement, Rule, RuleId, Type, Without};
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{Expr as AstExpr, FillBody, FillDecl, Item, ItemKind, Path, WithoutDecl};
use crate::text::Span;

const OWN: UnitId = UnitId(0);

/// Finds out what binds: own rules, then those of adopted modules in order, then less those done
/// without; applies refinements and decided readings on the way.
pub(super) fn check(cx: &mut Context<'_>) {
    let adopted = adopted_units(cx);
    decisions(cx, &adopted);
    for unit in &adopted {
        each_item(cx, *unit, |cx, unit, item| {
            if let ItemKind::Refine(decl) = &item.kind {
                refine::refine(cx, unit, decl);
            }
        });
    }
    let mut binding: Vec<RuleId> = Vec::new();
    for unit in &adopted {
        binding.extend(rules_of(cx, *unit));
    }
    for unit in &adopted {
        each_item(cx, *unit, |cx, unit, item| {
            if let ItemKind::Without(decl) = &item.kind {
                without(cx, unit, decl, &mut binding, item.span);
            }
        });
    }
    for_roots(cx, &binding);
    cx.out.binding = binding;
    results(cx, &adopted);
    tests(cx);
}

fn each_item<'a>(
    cx: &mut Context<'a>,
    unit: UnitId,
    mut each: impl FnMut(&mut Context<'a>, UnitId, &'a Item),
) {
    let Some(module) = cx.unit(unit) else { return };
    for item in &module.module.items {
        each(cx, unit, item);
    }
}

/// The programme's module and those it adopts, directly or by way of others, in order.
fn adopted_units(cx: &mut Context<'_>) -> Vec<UnitId> {
    let mut order = vec![OWN];
    let mut seen = BTreeSet::from([OWN]);
    let mut next = 0;
    while let Some(unit) = order.get(next).copied() {
        next += 1;
        let Some(decl) = cx.programme(unit) else { continue };
        for path in &decl.adopts {
            match adopted_unit(cx, unit, path) {
                Some(target) if seen.insert(target) => order.push(target),
                Some(_) => {}
                None if cx.is_of_lost_module(unit, path) => {}
                None => {
                    let names = used_names(cx, unit);
                    cx.report(NoSuchName::new("module in use", path, &names));
                }
            }
        }
    }
    let paths = order.iter().skip(1).filter_map(|unit| cx.unit(*unit).map(|u| u.path.clone()));
    cx.out.programme.adopts = paths.collect();
    order
}

fn adopted_unit(cx: &mut Context<'_>, unit: UnitId, path: &Path) -> Option<UnitId> {
    match path.segments.as_slice() {
        [alias] => cx.used_module(unit, &alias.value),
        _ => {
            let target = cx.resolved.find(&path.text())?;
            let alias = cx.unit(unit)?.uses.iter().find(|(_, (id, _))| *id == target)?.0.clone();
            cx.used_module(unit, &alias)
        }
    }
}

fn used_names(cx: &Context<'_>, unit: UnitId) -> Vec<String> {
    cx.unit(unit)
        .map(|unit| unit.uses.keys().map(ToString::to_string).collect())
        .unwrap_or_default()
}

fn rules_of(cx: &Context<'_>, unit: UnitId) -> Vec<RuleId> {
    let places = cx.rule_places.iter().enumerate();
    places.filter(|(_, (of, _))| *of == unit).map(|(index, _)| RuleId::new(index)).collect()
}

/// The readings that the programme decides.
fn decisions(cx: &mut Context<'_>, adopted: &[UnitId]) {
    for unit in adopted.iter().rev() {
        let Some(decl) = cx.programme(*unit) else { continue };
        for decision in &decl.decisions {
            let Some(Decl::Reading(id)) = cx.find(*unit, Namespace::Value, &decision.reading)
            else {
                cx.report_unknown(*unit, Namespace::Value, "reading", &decision.reading);
                continue;
            };
            let choice = choice_of(cx, id, &decision.choice);
            let grounds = cites(cx, *unit, &decision.cite);
            if let Some(reading) = cx.out.readings.get_mut(id.index()) {
                reading.decided = choice.or(reading.decided);
                reading.cite.extend(grounds);
            }
        }
    }
}

/// Remembers that a special rule takes a general one's place.
///
/// The condition is asked before anything else of the special rule, so that it reads facts and
/// definitions, and none of the names that the rule gives to values.
pub(super) fn replaces(
    cx: &mut Context<'_>,
    outer: &Body,
    special: &Rule,
    (target, condition): (&Path, Option<&AstExpr>),
    span: Span,
) {
    let mut body = Body::new(outer.unit, outer.receiver);
    body.receiver_lost = outer.receiver_lost;
    let condition = condition.map(|it| expr::check_as(cx, &mut body, it, &Type::Bool));
    let by = cx.out.rules.iter().position(|rule| rule.path == special.path).map(RuleId::new);
    let found = cx.find(body.unit, Namespace::Rule, target);
    let (Some(Decl::Rule(general)), Some(by)) = (found, by) else {
        cx.report_unknown(body.unit, Namespace::Rule, "rule", target);
        return;
    };
    cx.used.insert(Decl::Rule(general));
    if let Some(rule) = cx.out.rules.get_mut(general.index()) {
        rule.replaced_by.push(Replacement { by, condition, locals: body.locals, span });
    }
}

fn without(
    cx: &mut Context<'_>,
    unit: UnitId,
    decl: &WithoutDecl,
    binding: &mut Vec<RuleId>,
    span: Span,
) {
    let Some(Decl::Rule(rule)) = cx.find(unit, Namespace::Rule, &decl.rule) else {
        cx.report_unknown(unit, Namespace::Rule, "rule", &decl.rule);
        return;
    };
    cx.used.insert(Decl::Rule(rule));
    let before = binding.len();
    binding.retain(|bound| *bound != rule);
    if binding.len() == before {
        cx.report(NotAdopted { rule: decl.rule.text(), at: decl.rule.span });
    }
    let because = localised(cx, Some(&decl.because));
    let cite = cites(cx, unit, &decl.cite);
    cx.out.without.push(Without { rule, because, cite, span });
}

/// What other modules put into open definitions and tables.
pub(super) fn fills(cx: &mut Context<'_>) {
    let mut filled: Vec<(Decl, Span)> = Vec::new();
    for index in 0..cx.resolved.units.len() {
        each_item(cx, UnitId(index), |cx, unit, item| {
            if let ItemKind::Fill(decl) = &item.kind {
                fill(cx, unit, decl, item.span, &mut filled);
            }
        });
    }
}

fn fill(
    cx: &mut Context<'_>,
    unit: UnitId,
    decl: &FillDecl,
    span: Span,
    filled: &mut Vec<(Decl, Span)>,
) {
    let Some(target) = cx.find(unit, Namespace::Value, &decl.target) else {
        cx.report_unknown(unit, Namespace::Value, "open definition or table", &decl.target);
        return;
    };
    if let Some((_, first)) = filled.iter().find(|(other, _)| *other == target) {
        let (name, first) = (decl.target.text(), *first);
        cx.report(FilledTwice { name, first, second: decl.target.span });
        return;
    }
    filled.push((target, decl.target.span));
    cx.used.insert(target);
    match (target, &decl.body) {
        (Decl::Definition(id), FillBody::Value(value, exceptions)) if is_open(cx, target) => {
            definitions::fill(cx, unit, id, value, exceptions, span);
            let grounds = cites(cx, unit, &decl.cite);
            if let Some(definition) = cx.out.definitions.get_mut(id.index()) {
                definition.cite.extend(grounds);
            }
        }
        (Decl::Table(id), FillBody::Table(versions)) if is_open(cx, target) => {
            let Some(table) = cx.out.tables.get(id.index()).cloned() else { return };
            let mut table = tables::contents(cx, unit, &table, versions);
            table.cite.extend(cites(cx, unit, &decl.cite));
            if let Some(slot) = cx.out.tables.get_mut(id.index()) {
                *slot = table;
            }
        }
        _ => cx.report(NotOpen { name: decl.target.text(), at: decl.target.span }),
    }
}

fn is_open(cx: &Context<'_>, target: Decl) -> bool {
    let place = cx.decls.iter().find(|(_, decl)| **decl == target).map(|(place, _)| *place);
    let item = place.and_then(|(unit, at)| cx.unit(unit)?.module.items.get(at));
    match item.map(|item| &item.kind) {
        Some(ItemKind::Define(decl)) => decl.open,
        Some(ItemKind::Table(decl)) => decl.open,
        _ => false,
    }
}

/// A rule that binds must be for a root, or for a record that a root includes.
///
/// A library has no proposals of its own: its rules wait for a programme that adopts them.
fn for_roots(cx: &mut Context<'_>, binding: &[RuleId]) {
    if cx.programme(OWN).is_none() {
        return;
    }
    let roots = checked_records(cx);
    for id in binding {
        let Some(rule) = cx.out.rules.get(id.index()) else { continue };
        let Some(record) = rule.record else { continue };
        if roots.iter().any(|root| cx.include_path(*root, record).is_some()) {
            continue;
        }
        let own = cx.rule_places.get(id.index()).is_some_and(|(unit, _)| *unit == OWN);
        let (rule, at) = (rule.path.clone(), rule.span);
        let name = cx.show(&Type::Record(record));
        cx.report(NeverChecked { rule, record: name, own, at });
    }
}

/// The records that are checked: the roots, and the elements of the lists that they say.
pub(super) fn checked_records(cx: &Context<'_>) -> Vec<RecordId> {
    let roots = &cx.out.programme.roots;
    let elements = roots.iter().flat_map(|root| {
        let fields = cx.out.records.get(root.record.index()).map(|record| &record.fields);
        root.each_of.iter().filter_map(move |at| match &fields?.get(*at as usize)?.ty {
            Type::List(element) => match **element {
                Type::Record(id) => Some(id),
                _ => None,
            },
            _ => None,
        })
    });
    roots.iter().map(|root| root.record).chain(elements).collect()
}

/// Results of the programme's module and of the modules it adopts, for its roots.
fn results(cx: &mut Context<'_>, adopted: &[UnitId]) {
    let roots = checked_records(cx);
    let mut results = std::mem::take(&mut cx.out.results);
    results.retain(|id| {
        let unit = cx.definition_places.get(id.index()).map(|(unit, _)| *unit);
        let receiver = cx.definition_receiver(*id);
        unit.is_some_and(|unit| adopted.contains(&unit))
            && receiver.is_none_or(|record| {
                roots.iter().any(|root| cx.include_path(*root, record).is_some())
            })
    });
    cx.out.results = results;
}

fn tests(cx: &mut Context<'_>) {
    let Some(unit) = cx.unit(OWN) else { return };
    cx.out.tests = unit
        .module
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            ItemKind::Test(test) => Some(test.clone()),
            _ => None,
        })
        .collect();
}
