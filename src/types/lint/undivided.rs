//! A comparison of a quotient, in words that do not divide.

use super::known::Known;
use super::sign::Signs;
use crate::types::typed::{Expr, ExprKind, Order, Type};

/// `x / y <= p` as `x <= p of y`, where y is never negative and nothing else is divided.
pub(super) fn undivided(
    known: &Known<'_>,
    op: Order,
    quotient: &Expr,
    bound: &Expr,
) -> Option<String> {
    let ExprKind::Arithmetic { left, right, .. } = &quotient.kind else { return None };
    if !known.signs(right).within(Signs::NOT_NEGATIVE)
        || [&**left, right, bound].into_iter().any(super::divisor::divides)
    {
        return None;
    }
    let sign = match op {
        Order::Less => "<",
        Order::AtMost => "<=",
        Order::Greater => ">",
        Order::AtLeast => ">=",
    };
    let share =
        bound.ty == Type::Percent && (left.ty != Type::Percent || right.ty == Type::Percent);
    let times = if share { "of" } else { "*" };
    let (x, y, p) = (known.words(left), factor(known, right), factor(known, bound));
    Some(format!("{x} {sign} {p} {times} {y}"))
}

/// The words of an expression as a factor: a sum gets parentheses.
fn factor(known: &Known<'_>, expr: &Expr) -> String {
    let words = known.words(expr);
    match &expr.kind {
        ExprKind::Constant(_)
        | ExprKind::Field { .. }
        | ExprKind::Local(_)
        | ExprKind::Definition { .. }
        | ExprKind::Parameter { .. }
        | ExprKind::Table { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Extreme { .. } => words,
        _ if is_enclosed(&words) => words,
        _ => format!("({words})"),
    }
}

/// Whether parentheses enclose the words as a whole.
fn is_enclosed(words: &str) -> bool {
    let mut depth = 0_usize;
    let Some(inner) = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return false;
    };
    for sign in inner.chars() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::is_enclosed;

    #[test]
    fn parentheses_enclose_the_whole_or_not() {
        assert!(is_enclosed("(a + (b))"));
        assert!(!is_enclosed("(a) + (b)"));
        assert!(!is_enclosed("a + (b)"));
    }
}
