//! Step 8: definitions and rules that rest on themselves.
//!
//! Depth-first search over what each definition and rule reads, with a stack of its own. Without
//! a circle, evaluation ends; this is what makes the language total.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::context::{Context, Decl};
use super::problems::CircularDefinition;
use super::typed::{
    Checked, ConsequenceKind, Definition, DefinitionId, Exception, Expr, ExprKind, Regime, Rule,
    RuleId, Table, TableId, TemplatePart, Texts,
};
use crate::text::Span;

/// Reports every circle once.
pub(super) fn check(cx: &mut Context<'_>) {
    let graph = graph(&cx.out);
    let mut marks: BTreeMap<Decl, Mark> = BTreeMap::new();
    for start in graph.keys() {
        if !marks.contains_key(start) {
            search(cx, &graph, *start, &mut marks);
        }
    }
}

type Graph = BTreeMap<Decl, Vec<(Decl, Span)>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Done,
}

fn graph(checked: &Checked) -> Graph {
    let mut graph = Graph::new();
    for (index, definition) in checked.definitions.iter().enumerate() {
        let mut edges = Vec::new();
        in_definition(definition, &mut |expr| reads(checked, expr, &mut edges));
        graph.insert(Decl::Definition(DefinitionId::new(index)), edges);
    }
    for (index, table) in checked.tables.iter().enumerate() {
        let mut edges = Vec::new();
        in_table(table, &mut |expr| reads(checked, expr, &mut edges));
        graph.insert(Decl::Table(TableId::new(index)), edges);
    }
    for (index, rule) in checked.rules.iter().enumerate() {
        let mut edges = Vec::new();
        in_rule(rule, &mut |expr| reads(checked, expr, &mut edges));
        edges.extend(rule.replaced_by.iter().filter_map(|replacement| {
            replacement.condition.as_ref().map(|_| (Decl::Rule(replacement.by), replacement.span))
        }));
        graph.insert(Decl::Rule(RuleId::new(index)), edges);
    }
    graph
}

/// What an expression reads, itself and inside.
fn reads(checked: &Checked, expr: &Expr, edges: &mut Vec<(Decl, Span)>) {
    expr.walk(&mut |inner| match &inner.kind {
        ExprKind::Definition { id, .. } => edges.push((Decl::Definition(*id), inner.span)),
        ExprKind::Table { id, .. } => edges.push((Decl::Table(*id), inner.span)),
        ExprKind::Holds { rule, .. } => edges.push((Decl::Rule(*rule), inner.span)),
        ExprKind::PointsOf { group, .. } => {
            let of_group = checked.rules.iter().enumerate().filter(|(_, rule)| {
                rule.award.is_some() && (group.is_none() || rule.group == *group)
            });
            edges.extend(of_group.map(|(index, _)| (Decl::Rule(RuleId::new(index)), inner.span)));
        }
        _ => {}
    });
}

/// Every expression of a definition.
pub(super) fn in_definition<'e>(definition: &'e Definition, visit: &mut dyn FnMut(&'e Expr)) {
    definition.as_of.iter().for_each(&mut *visit);
    for version in &definition.versions {
        visit(&version.body);
        version.validity.or_to.iter().for_each(|(_, condition)| visit(condition));
    }
    in_exceptions(&definition.exceptions, visit);
}

fn in_exceptions<'e>(exceptions: &'e [Exception], visit: &mut dyn FnMut(&'e Expr)) {
    for exception in exceptions {
        visit(&exception.condition);
        visit(&exception.value);
        in_exceptions(&exception.exceptions, visit);
    }
}

/// Every expression of a table.
pub(super) fn in_table<'e>(table: &'e Table, visit: &mut dyn FnMut(&'e Expr)) {
    for version in &table.versions {
        for (conditions, value) in &version.body.rows {
            conditions.iter().for_each(&mut *visit);
            visit(value);
        }
        version.body.otherwise.iter().for_each(&mut *visit);
    }
}

/// Every expression of a rule, those of its messages too.
pub(super) fn in_rule<'e>(rule: &'e Rule, visit: &mut dyn FnMut(&'e Expr)) {
    rule.as_of.iter().for_each(&mut *visit);
    rule.validity.or_to.iter().for_each(|(_, condition)| visit(condition));
    for each in &rule.each {
        visit(&each.list);
        each.condition.iter().for_each(&mut *visit);
    }
    rule.lets.iter().for_each(|(_, value)| visit(value));
    rule.guards.iter().for_each(&mut *visit);
    for unless in &rule.exceptions {
        visit(&unless.condition);
        in_texts(&unless.because, visit);
    }
    rule.requirements.iter().for_each(|requirement| visit(&requirement.condition));
    for regime in rule.regimes.iter().flat_map(|regimes| &regimes.alternatives) {
        in_regime(regime, visit);
    }
    rule.permit.iter().for_each(&mut *visit);
    rule.award.iter().for_each(&mut *visit);
    in_consequence(&rule.consequence.kind, visit);
    in_texts(&rule.message, visit);
}

fn in_regime<'e>(regime: &'e Regime, visit: &mut dyn FnMut(&'e Expr)) {
    regime.validity.or_to.iter().for_each(|(_, condition)| visit(condition));
    regime.guards.iter().for_each(&mut *visit);
    regime.lets.iter().for_each(|(_, value)| visit(value));
    regime.requirements.iter().for_each(|requirement| visit(&requirement.condition));
}

fn in_consequence<'e>(kind: &'e ConsequenceKind, visit: &mut dyn FnMut(&'e Expr)) {
    match kind {
        ConsequenceKind::Reject | ConsequenceKind::NotEffective | ConsequenceKind::Advise => {}
        ConsequenceKind::Correct { until } => visit(until),
        ConsequenceKind::Reduce { amount, to } => {
            visit(amount);
            to.iter().for_each(visit);
        }
        ConsequenceKind::Exclude(amount)
        | ConsequenceKind::Recover(amount)
        | ConsequenceKind::Sanction(amount) => visit(amount),
    }
}

fn in_texts<'e>(texts: &'e Texts<super::typed::Template>, visit: &mut dyn FnMut(&'e Expr)) {
    for part in texts.0.iter().flat_map(|(_, template)| &template.parts) {
        if let TemplatePart::Hole(hole) = part {
            visit(hole);
        }
    }
}

struct Frame {
    decl: Decl,
    next: usize,
    entered: Option<Span>,
}

fn search(cx: &mut Context<'_>, graph: &Graph, start: Decl, marks: &mut BTreeMap<Decl, Mark>) {
    let mut stack = vec![Frame { decl: start, next: 0, entered: None }];
    marks.insert(start, Mark::Open);
    while let Some(top) = stack.last_mut() {
        let edge = graph.get(&top.decl).and_then(|edges| edges.get(top.next)).copied();
        top.next += 1;
        let Some((target, span)) = edge else {
            marks.insert(top.decl, Mark::Done);
            stack.pop();
            continue;
        };
        match marks.get(&target) {
            None => {
                marks.insert(target, Mark::Open);
                stack.push(Frame { decl: target, next: 0, entered: Some(span) });
            }
            Some(Mark::Open) => report(cx, &stack, target, span),
            Some(Mark::Done) => {}
        }
    }
}

fn report(cx: &mut Context<'_>, stack: &[Frame], target: Decl, closing: Span) {
    if !cx.circular.insert(target) {
        return;
    }
    let from = stack.iter().position(|frame| frame.decl == target).unwrap_or(0);
    let members = stack.get(from..).unwrap_or_default();
    let mut names: Vec<String> =
        members.iter().map(|frame| name(cx, frame.decl).to_string()).collect();
    names.push(name(cx, target).to_string());
    let mut steps: Vec<Span> = members.iter().skip(1).filter_map(|frame| frame.entered).collect();
    steps.push(closing);
    let at = declared(cx, target).unwrap_or(closing);
    cx.report(CircularDefinition { names, at, steps });
}

fn name(cx: &Context<'_>, decl: Decl) -> Arc<str> {
    let found = match decl {
        Decl::Definition(id) => cx.out.definitions.get(id.index()).map(|d| d.name.clone()),
        Decl::Rule(id) => cx.out.rules.get(id.index()).map(|r| r.name.clone()),
        Decl::Table(id) => cx.out.tables.get(id.index()).map(|t| t.name.clone()),
        _ => None,
    };
    found.unwrap_or_else(|| "?".into())
}

fn declared(cx: &Context<'_>, decl: Decl) -> Option<Span> {
    match decl {
        Decl::Definition(id) => cx.out.definitions.get(id.index()).map(|d| d.span),
        Decl::Rule(id) => cx.out.rules.get(id.index()).map(|r| r.span),
        Decl::Table(id) => cx.out.tables.get(id.index()).map(|t| t.span),
        _ => None,
    }
}
