//! What follows from a violation.

use crate::syntax::ast;
use crate::types::body::Body;
use crate::types::context::Context;
use crate::types::expr;
use crate::types::typed::{ConsequenceKind, Expr, ExprKind, Type};

/// What follows from a violation.
pub(in crate::types) fn consequence(
    cx: &mut Context<'_>,
    body: &mut Body,
    written: &ast::ConsequenceKind,
) -> ConsequenceKind {
    use ast::ConsequenceKind as Ast;
    let mut amount = |cx: &mut Context<'_>, written: &ast::Expr| money(cx, body, written);
    match written {
        Ast::Reject => ConsequenceKind::Reject,
        Ast::NotEffective => ConsequenceKind::NotEffective,
        Ast::Advise => ConsequenceKind::Advise,
        Ast::Exclude(written) => ConsequenceKind::Exclude(amount(cx, written)),
        Ast::Recover(written) => ConsequenceKind::Recover(amount(cx, written)),
        Ast::ReduceTo { amount: what, to } => {
            let what = amount(cx, what);
            let to = Some(expr::check_as(cx, body, to, &what.ty));
            ConsequenceKind::Reduce { amount: what, to }
        }
        Ast::ReduceUntilHolds { amount: what } => {
            ConsequenceKind::Reduce { amount: amount(cx, what), to: None }
        }
        Ast::Sanction { at_most } => {
            let at_most = expr::check(cx, body, at_most, Some(&Type::Percent));
            let fits = matches!(at_most.ty, Type::Percent | Type::Money(_) | Type::Poison);
            let at_most = if fits { at_most } else { expr::insist(cx, at_most, &Type::Percent) };
            ConsequenceKind::Sanction(at_most)
        }
        Ast::CorrectUntil(date) => {
            ConsequenceKind::Correct { until: expr::check_as(cx, body, date, &Type::Date) }
        }
        Ast::CorrectWithin { duration, from, calendar } => {
            let duration = expr::check_as(cx, body, duration, &Type::Duration);
            let from = expr::check_as(cx, body, from, &Type::Date);
            let until = correct_until(cx, body, (from, duration), calendar.as_deref());
            ConsequenceKind::Correct { until }
        }
    }
}

/// A deadline for a correction: months end on the last day of a month without the day, working
/// days are counted by the calendar named here or in the programme.
fn correct_until(
    cx: &mut Context<'_>,
    body: &mut Body,
    (from, duration): (Expr, Expr),
    calendar: Option<&ast::Expr>,
) -> Expr {
    let span = duration.span.to(from.span);
    let month_end = Some(cx.month_end(body.unit).unwrap_or(crate::quantity::MonthEnd::EndOfMonth));
    if let Some(counted) = expr::later(cx, body, (&from, &duration), month_end, (calendar, span)) {
        return counted;
    }
    let (date, duration) = (Box::new(from), Box::new(duration));
    let kind = ExprKind::Shift { date, duration, subtract: false, month_end };
    Expr { kind, ty: Type::Date, span }
}

fn money(cx: &mut Context<'_>, body: &mut Body, written: &ast::Expr) -> Expr {
    let wanted = Type::Money(cx.currency);
    let amount = expr::check(cx, body, written, Some(&wanted));
    match amount.ty {
        Type::Money(_) | Type::Percent | Type::Poison => amount,
        _ => expr::insist(cx, amount, &wanted),
    }
}
