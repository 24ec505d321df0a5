//! Expressions get their types; each family of constructs has a file of its own.
//!
//! [`check`] types an expression, with the type that its place would like as a hint: it picks the
//! enum that a bare member belongs to, and makes a quotient a share where a percentage is wanted.
//! [`check_as`] insists on a type. A problem is reported once: what has one is of type
//! [`Type::Poison`], which fits everywhere.

mod aggregate;
mod arithmetic;
mod call;
mod choice;
mod comparison;
mod date;
mod field;
mod fit;
mod legal;
mod list;
mod literal;
mod logic;
mod membership;
mod name;
mod remedy;
mod state;
mod unit;

pub(super) use date::report_missing_days;
pub(super) use fit::fits;
pub(super) use legal::later;
pub(super) use list::elements;

use super::body::Body;
use super::context::Context;
use super::problems::{Mismatch, NotYet};
use super::typed::{Expr, ExprKind, Type};
use crate::syntax::ast::{self, ExprKind as Ast};
use crate::text::Span;

/// Types an expression; `wanted` is a hint, not a demand.
pub(super) fn check(
    cx: &mut Context<'_>,
    body: &mut Body,
    expr: &ast::Expr,
    wanted: Option<&Type>,
) -> Expr {
    let at = expr.span;
    match &expr.kind {
        Ast::Literal(literal) => literal::check(literal),
        Ast::Name(name) => name::bare(cx, body, name, wanted),
        Ast::Field { base, name } => field::check(cx, body, base, name, at),
        Ast::Paren(inner) => Expr { span: at, ..check(cx, body, inner, wanted) },
        Ast::Binary { op, left, right } => {
            arithmetic::binary(cx, body, op, (left, right), wanted, at)
        }
        Ast::Unary { op, operand } => arithmetic::unary(cx, body, op.value, operand, wanted, at),
        Ast::Compare { op, left, right } => comparison::compare(cx, body, op, (left, right), at),
        Ast::Is { operand, negated, what } => {
            state::is(cx, body, operand, what, at).negated_if(*negated)
        }
        Ast::In { operand, negated, open, set } => {
            membership::within_set(cx, body, operand, set, *open, at).negated_if(*negated)
        }
        Ast::Includes { list, quantifier, set } => {
            membership::includes(cx, body, list, *quantifier, set, at)
        }
        Ast::Overlaps { left, right } => date::overlaps(cx, body, left, right, at),
        Ast::Within { left, right } => date::within(cx, body, left, right, at),
        Ast::WithinTolerance { operand, tolerance, of } => {
            comparison::within_tolerance(cx, body, (operand, tolerance, of), at)
        }
        Ast::Lasts { period, bound, duration } => {
            date::lasts(cx, body, period, *bound, duration, at)
        }
        Ast::StartsWith { text, prefix } => comparison::starts_with(cx, body, text, prefix, at),
        Ast::To { start, end } => date::to(cx, body, start.as_deref(), end.as_deref(), at),
        Ast::Rounded { operand, mode, step } => {
            arithmetic::rounded(cx, body, operand, mode.value, step, at)
        }
        Ast::MonthEnd { operand, rule } => date::month_end(cx, body, operand, *rule, at),
        Ast::Default { operand, value, when } => {
            state::default(cx, body, (operand, value), *when, wanted, at)
        }
        Ast::ReducedBy { operand, share } => arithmetic::reduced_by(cx, body, operand, share, at),
        Ast::On { operand, date } => date::on(cx, body, operand, date, wanted, at),
        Ast::WithEvidence { operand, level } => {
            state::with_evidence(cx, body, operand, level, wanted, at)
        }
        Ast::Call { callee, arguments } => call::check(cx, body, callee, arguments, wanted, at),
        Ast::Comprehension(comprehension) => aggregate::list(cx, body, comprehension, wanted, at),
        Ast::List(items) => list::literal(cx, body, items, wanted, at),
        Ast::If { condition, then, otherwise } => {
            choice::if_else(cx, body, (condition, then, otherwise), wanted, at)
        }
        Ast::Choose { arms, otherwise } => {
            choice::choose(cx, body, arms, otherwise.as_deref(), wanted, at)
        }
        Ast::Match { operand, arms } => choice::matching(cx, body, operand, arms, wanted, at),
        Ast::Distinct(inner) => list::distinct(cx, body, inner, at),
        Ast::Group { variable, list, key } => list::group(cx, body, variable, list, key, at),
        Ast::The { variable, list, condition } => {
            list::the(cx, body, variable, list, condition, at)
        }
        Ast::Edge { edge, variable, list, key } => {
            list::pick(cx, body, *edge, variable.as_ref(), (list, key), at)
        }
        Ast::Carry(carry) => list::carry(cx, body, carry, wanted, at),
        Ast::Linked(linked) => list::linked(cx, body, linked, at),
        Ast::CountIs { bound, number, binding } => {
            aggregate::count_is(cx, body, *bound, number, binding, at)
        }
        Ast::CountOf { bound, number, conditions } => {
            logic::count_of(cx, body, *bound, number, conditions, at)
        }
        Ast::Holds(path) => name::holds(cx, body, path, at),
        Ast::PointsOf(path) => name::points_of(cx, body, path, at),
        Ast::Part { part, of } => date::part(cx, body, part.value, of, at),
        Ast::DayOfYear { day, month, year } => {
            date::day_of_year(cx, body, (*day, *month), year, at)
        }
        Ast::OverlapOf { left, right } => date::overlap_of(cx, body, left, right, at),
        Ast::Other(text) => name::other(cx, text, wanted, at),
        Ast::Deadline(deadline) => legal::deadline(cx, body, deadline, at),
        Ast::ByCalendar { operand, calendar } => {
            legal::by_calendar(cx, body, operand, calendar, at)
        }
        Ast::WorkingDaysIn { period, calendar } => {
            legal::working_days_in(cx, body, period, calendar.as_deref(), at)
        }
        Ast::Convert { .. } => {
            cx.report(NotYet { what: "converting between currencies", at });
            poison(at)
        }
    }
}

/// Types an expression and insists on a type.
pub(super) fn check_as(cx: &mut Context<'_>, body: &mut Body, expr: &ast::Expr, ty: &Type) -> Expr {
    let typed = check(cx, body, expr, Some(ty));
    insist(cx, typed, ty)
}

/// Reports an expression that is not of a type; the result is of that type or poison.
pub(super) fn insist(cx: &mut Context<'_>, typed: Expr, ty: &Type) -> Expr {
    if fits(&typed.ty, ty) {
        return typed;
    }
    if let Some(problem) = state::may_be_absent(cx, &typed, ty) {
        cx.report(problem);
        return poison(typed.span);
    }
    let problem = Mismatch {
        expected: cx.show(ty),
        found: cx.show(&typed.ty),
        at: typed.span,
        origin: origin(cx, &typed),
        help: remedy::mismatch(cx, &typed, ty),
    };
    cx.report(problem);
    poison(typed.span)
}

/// An expression with a problem.
pub(super) fn poison(span: Span) -> Expr {
    Expr { kind: ExprKind::Poison, ty: Type::Poison, span }
}

/// A typed expression.
pub(super) fn typed(kind: ExprKind, ty: Type, span: Span) -> Expr {
    Expr { kind, ty, span }
}

impl Expr {
    fn negated_if(self, negated: bool) -> Self {
        if !negated || self.ty == Type::Poison {
            return self;
        }
        let (ty, span) = (self.ty.clone(), self.span);
        Self { kind: ExprKind::Not(Box::new(self)), ty, span }
    }

    fn is_poison(&self) -> bool {
        self.ty == Type::Poison
    }
}

/// Where a value got its type: the declaration of the field, parameter or definition behind it.
pub(super) fn origin(cx: &Context<'_>, expr: &Expr) -> Option<(Span, String)> {
    let words = |what: &str| format!("{what} is {}", cx.show(&expr.ty));
    match &expr.kind {
        ExprKind::Field { record, field, .. } => {
            let field = cx.out.records.get(record.index())?.fields.get(*field as usize)?;
            Some((field.span, words(&format!("`{}`", field.name))))
        }
        ExprKind::Definition { id, .. } => {
            let definition = cx.out.definitions.get(id.index())?;
            Some((definition.span, words(&format!("`{}`", definition.name))))
        }
        ExprKind::Parameter { id, .. } => {
            let table = &cx.out.parameters.get(id.index())?.table;
            Some((table.span, words(&format!("`{}`", table.name))))
        }
        ExprKind::Table { id, .. } => {
            let table = cx.out.tables.get(id.index())?;
            Some((table.span, words(&format!("`{}`", table.name))))
        }
        ExprKind::Rounded { operand, .. } | ExprKind::Negate(operand) => origin(cx, operand),
        ExprKind::Aggregate(aggregate) => origin(cx, &aggregate.element),
        _ => None,
    }
}
