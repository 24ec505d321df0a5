//! Step 6: rules, preferences and information.
//!
//! Clauses are read in the order of their meaning: what a rule is for and over, then what it
//! names, then when it applies, then what it asks. What a `when` shows to be present is present
//! in all clauses after it.

mod consequence;
mod each;
mod words;

use each::for_each;

pub(in crate::types) use consequence::consequence;
pub(in crate::types) use words::templates;

use std::sync::Arc;

use crate::resolve::UnitId;
use crate::syntax::ast::{self, Clause, ClauseKind, ItemKind, Localised, Path};
use crate::text::Span;
use crate::types::adoption;
use crate::types::body::Body;
use crate::types::context::{Context, Decl};
use crate::types::definitions::record;
use crate::types::documents::{cites, localised};
use crate::types::expr;
use crate::types::narrow;
use crate::types::problems::{ClauseTwice, NoRecord, NotBoth};
use crate::types::regimes;
use crate::types::typed::{
    Consequence, Expr, ExprKind, RecordId, Requirement, Rule, RuleId, RuleKind, Type, Unless,
};
use crate::types::versions;

/// The declaration of a rule, whichever word it begins with.
pub(in crate::types) struct Written<'a> {
    pub(in crate::types) record: Option<&'a Path>,
    pub(in crate::types) clauses: &'a [Clause],
    pub(in crate::types) head: Span,
}

/// The words of a rule.
pub(in crate::types) fn written<'a>(kind: &'a ItemKind) -> Option<Written<'a>> {
    Some(match kind {
        ItemKind::Rule(decl) => {
            Written { record: decl.record.as_ref(), clauses: &decl.clauses, head: decl.head }
        }
        ItemKind::Prefer(decl) => {
            Written { record: decl.record.as_ref(), clauses: &decl.clauses, head: decl.head }
        }
        ItemKind::Information(decl) => {
            Written { record: decl.record.as_ref(), clauses: &decl.clauses, head: decl.head }
        }
        _ => return None,
    })
}

/// The records that rules are for, and their groups, before any body is checked.
pub(in crate::types) fn signatures(cx: &mut Context<'_>) {
    crate::types::records::for_items(cx, |cx, unit, decl, kind| {
        let (Decl::Rule(id), Some(words)) = (decl, written(kind)) else { return };
        let found = words.record.and_then(|path| record(cx, unit, path));
        let group = words.clauses.iter().find_map(|clause| match &clause.kind {
            ClauseKind::Group(path) => Some(Arc::from(path.text())),
            _ => None,
        });
        let Some(rule) = cx.out.rules.get_mut(id.index()) else { return };
        rule.record = found;
        rule.group = group;
        if words.record.is_none() && rule.kind != RuleKind::Information {
            cx.report(NoRecord { at: words.head });
        }
    });
}

/// The record that a rule is for.
pub(in crate::types) fn record_of(cx: &Context<'_>, id: RuleId) -> Option<RecordId> {
    cx.out.rules.get(id.index())?.record
}

/// Whether some preference counts in a group.
pub(in crate::types) fn group_exists(cx: &Context<'_>, group: &str) -> bool {
    cx.out.rules.iter().any(|rule| rule.group.as_deref() == Some(group))
}

/// The groups that preferences count in.
pub(in crate::types) fn group_names(cx: &Context<'_>) -> Vec<String> {
    cx.out.rules.iter().filter_map(|rule| rule.group.as_deref().map(str::to_owned)).collect()
}

/// Checks the bodies of all rules.
pub(in crate::types) fn check(cx: &mut Context<'_>) {
    crate::types::records::for_items(cx, |cx, unit, decl, kind| {
        let (Decl::Rule(id), Some(words)) = (decl, written(kind)) else { return };
        let Some(rule) = cx.out.rules.get(id.index()).cloned() else { return };
        let rule = check_rule(cx, unit, rule, &words);
        if let Some(slot) = cx.out.rules.get_mut(id.index()) {
            *slot = rule;
        }
        expr::report_missing_days(cx);
    });
}

fn check_rule(cx: &mut Context<'_>, unit: UnitId, mut rule: Rule, words: &Written<'_>) -> Rule {
    let mut body = Body::new(unit, rule.record);
    // Information may be for no record; any other rule has lost its own.
    let wanted = words.record.is_some() || rule.kind != RuleKind::Information;
    body.receiver_lost = rule.record.is_none() && wanted;
    // Advice may depend on what is known: it decides nothing.
    body.may_ask_known = words.clauses.iter().any(is_advice);
    clauses_once(cx, words);
    for clause in words.clauses {
        if let ClauseKind::ForEach { variable, list, condition } = &clause.kind
            && let Some(each) = for_each(cx, &mut body, variable, list, condition.as_ref(), words)
        {
            rule.each.push(each);
        }
    }
    for clause in words.clauses {
        head_clause(cx, &mut body, &mut rule, clause);
    }
    if rule.as_of.is_none() {
        rule.as_of = programme_date(cx, &mut body);
    }
    for clause in words.clauses {
        applies_clause(cx, &mut body, &mut rule, clause);
    }
    for clause in words.clauses {
        asks_clause(cx, &mut body, &mut rule, clause);
    }
    kind_of(cx, &mut rule, words);
    for clause in words.clauses {
        says_clause(cx, &mut body, &mut rule, clause);
    }
    rule.locals = body.locals;
    rule
}

fn is_advice(clause: &Clause) -> bool {
    matches!(&clause.kind, ClauseKind::IfNot(then) if matches!(then.kind, ast::ConsequenceKind::Advise))
}

/// The date that the module names for rules without one of their own.
fn programme_date(cx: &mut Context<'_>, body: &mut Body) -> Option<Expr> {
    let date = cx.programme(body.unit)?.as_of.as_ref()?;
    Some(expr::check_as(cx, body, date, &Type::Date))
}

/// Number, title, citations, group and date: what a rule says of itself.
fn head_clause(cx: &mut Context<'_>, body: &mut Body, rule: &mut Rule, clause: &Clause) {
    match &clause.kind {
        ClauseKind::Number(number) => rule.number = Some(number.value.as_str().into()),
        ClauseKind::Title(words) => rule.title = localised(cx, Some(words)),
        ClauseKind::Cite(written) => rule.cite.extend(cites(cx, body.unit, written)),
        ClauseKind::Validity(written) => rule.validity = versions::validity(cx, body, written),
        ClauseKind::AsOf(date) => {
            rule.as_of = Some(expr::check_as(cx, body, date, &Type::Date));
        }
        _ => {}
    }
}

/// `let`, `when` and `unless` in the order written.
fn applies_clause(cx: &mut Context<'_>, body: &mut Body, rule: &mut Rule, clause: &Clause) {
    match &clause.kind {
        ClauseKind::Let { name, value } => {
            let value = expr::check(cx, body, value, None);
            let id = body.introduce(name, value.ty.clone());
            rule.lets.push((id, value));
        }
        ClauseKind::When(condition) => {
            let condition = expr::check_as(cx, body, condition, &Type::Bool);
            body.assume_present(narrow::present_if_true(&condition));
            // What a preference is given for is not met where it does not hold.
            if rule.kind == RuleKind::Preference {
                let span = clause.span;
                rule.requirements.push(Requirement { condition, forbidden: false, span });
            } else {
                rule.guards.push(condition);
            }
        }
        ClauseKind::Unless { condition, because, cite } => {
            let unless = unless(cx, body, condition, because.as_ref(), cite, clause.span);
            body.assume_present(narrow::present_if_false(&unless.condition));
            rule.exceptions.push(unless);
        }
        _ => {}
    }
}

/// `unless C because …`.
pub(in crate::types) fn unless(
    cx: &mut Context<'_>,
    body: &mut Body,
    condition: &ast::Expr,
    because: Option<&Localised<ast::Template>>,
    cite: &[ast::Citation],
    span: Span,
) -> Unless {
    let condition = expr::check_as(cx, body, condition, &Type::Bool);
    let mark = body.mark();
    body.assume_present(narrow::present_if_true(&condition));
    let because = templates(cx, body, because);
    body.reset(mark);
    let cite = cites(cx, body.unit, cite);
    Unless { condition, because, cite, refined_by: None, span }
}

/// What a rule asks.
fn asks_clause(cx: &mut Context<'_>, body: &mut Body, rule: &mut Rule, clause: &Clause) {
    match &clause.kind {
        ClauseKind::Require(condition) | ClauseKind::Forbid(condition) => {
            let forbidden = matches!(clause.kind, ClauseKind::Forbid(_));
            let condition = expr::check_as(cx, body, condition, &Type::Bool);
            // What one requirement shows to be present, the next may read.
            let shown = if forbidden {
                narrow::present_if_false(&condition)
            } else {
                narrow::present_if_true(&condition)
            };
            body.assume_present(shown);
            rule.requirements.push(Requirement { condition, forbidden, span: clause.span });
        }
        ClauseKind::OneOf(one_of) => {
            rule.regimes = Some(regimes::check(cx, body, one_of, clause.span));
        }
        ClauseKind::Permit(condition) => {
            let condition = match condition {
                Some(condition) => expr::check_as(cx, body, condition, &Type::Bool),
                None => always(clause.span),
            };
            rule.permit = Some(condition);
        }
        ClauseKind::Award(points) => {
            rule.award = Some(expr::check_as(cx, body, points, &Type::Decimal));
        }
        _ => {}
    }
}

fn always(span: Span) -> Expr {
    let kind = ExprKind::Constant(crate::value::Value::Bool(true));
    Expr { kind, ty: Type::Bool, span }
}

/// Consequences, messages and what the rule replaces.
fn says_clause(cx: &mut Context<'_>, body: &mut Body, rule: &mut Rule, clause: &Clause) {
    match &clause.kind {
        ClauseKind::IfNot(written) => {
            let span = Some(written.span);
            rule.consequence = Consequence { kind: consequence(cx, body, &written.kind), span };
        }
        ClauseKind::Message(words) => rule.message = templates(cx, body, Some(words)),
        ClauseKind::Replace { rule: target, condition } => {
            adoption::replaces(cx, body, rule, (target, condition.as_ref()), clause.span);
        }
        _ => {}
    }
}

/// A rule with `permit` is a permission; it cannot ask for anything as well.
fn kind_of(cx: &mut Context<'_>, rule: &mut Rule, words: &Written<'_>) {
    if rule.kind != RuleKind::Rule || rule.permit.is_none() {
        return;
    }
    rule.kind = RuleKind::Permission;
    if !rule.requirements.is_empty() || rule.regimes.is_some() {
        cx.report(NotBoth { at: words.head });
    }
}

/// Reports clauses that may stand only once; which may stand where, the grammar says.
fn clauses_once(cx: &mut Context<'_>, words: &Written<'_>) {
    let mut seen: Vec<(&'static str, Span)> = Vec::new();
    for clause in words.clauses {
        let (word, once) = clause_word(&clause.kind);
        let first = seen.iter().find(|(other, _)| once && *other == word);
        match first {
            Some((_, first)) => {
                let first = *first;
                cx.report(ClauseTwice { word, first, second: clause.span });
            }
            None => seen.push((word, clause.span)),
        }
    }
}

/// The word of a clause, and whether a second one would contradict the first.
fn clause_word(kind: &ClauseKind) -> (&'static str, bool) {
    match kind {
        ClauseKind::Number(_) => ("clause", true),
        ClauseKind::Title(_) => ("title", true),
        ClauseKind::Cite(_) => ("cite", false),
        ClauseKind::AsOf(_) => ("as of", true),
        ClauseKind::Validity(_) => ("from", true),
        ClauseKind::When(_) => ("when", false),
        ClauseKind::Let { .. } => ("let", false),
        ClauseKind::ForEach { .. } => ("for each", false),
        ClauseKind::Require(_) => ("require", false),
        ClauseKind::Forbid(_) => ("forbid", false),
        ClauseKind::Unless { .. } => ("unless", false),
        ClauseKind::OneOf(_) => ("one of", true),
        ClauseKind::Permit(_) => ("permit", true),
        ClauseKind::Award(_) => ("award", true),
        ClauseKind::Group(_) => ("group", true),
        ClauseKind::IfNot(_) => ("if not", true),
        ClauseKind::Message(_) => ("message", true),
        ClauseKind::Replace { .. } => ("replace", false),
    }
}
