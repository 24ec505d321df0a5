//! What would mend a value of the wrong type, in words and, where it is certain, as a change.
//!
//! In: typed operands and the words of the file. Out: helps for `problems`; nothing is reported
//! here.

use super::super::context::Context;
use super::super::problems::Operands;
use super::super::typed::{Expr, ExprKind, Type};
use super::origin;
use crate::text::Span;
use crate::value::Value;

/// What would mend a value of one type where another is wanted.
pub(super) fn mismatch(cx: &Context<'_>, found: &Expr, wanted: &Type) -> Option<String> {
    let words = cx.out.sources.slice(found.span);
    Some(match (&found.ty, wanted) {
        (Type::Percent, Type::Money(_)) => {
            format!("say of what the share is taken: `{words} of total`")
        }
        (Type::Money(_), Type::Percent) => {
            format!("an amount becomes a share when it is divided by another: `{words} / total`")
        }
        (Type::Money(Some(a)), Type::Money(Some(b))) => {
            format!(
                "convert it first, `{words} in {b} at RATES on DATE`; {a} and {b} have no common unit"
            )
        }
        (Type::Money(None), Type::Money(Some(currency))) => format!(
            "the currency of `money any` is known only from the facts; declare `money {0}`, or convert it: `{words} in {0} at RATES on DATE`",
            currency.code()
        ),
        (Type::Integer | Type::Decimal, Type::Money(Some(currency))) => {
            format!("name the currency: `{words} {}`", currency.code())
        }
        (Type::Integer | Type::Decimal, Type::Percent) if is_number(found) => {
            format!("write the percentage with its sign: `{words}%`")
        }
        (Type::Integer | Type::Decimal, Type::Percent) => {
            "a ratio is not a percentage; divide two amounts, or take a share `of` something".into()
        }
        (Type::Period, Type::Date | Type::Month | Type::Moment) => {
            format!("name the end that is meant: `start of {words}` or `end of {words}`")
        }
        (Type::Date | Type::Moment, Type::Period) => {
            format!("a period has two ends: `{words} to {words}` is that day alone")
        }
        (Type::List(element), Type::List(wanted))
            if **element != Type::Period && **wanted == Type::Period =>
        {
            "take the periods of the elements, as in `(x.runs for x in list)`".into()
        }
        (Type::Integer, Type::Duration) => {
            "give the number its unit, such as `days` or `months`".into()
        }
        (Type::Decimal, Type::Integer) => {
            "say how it becomes a whole number, as in `x rounded down to 1`".into()
        }
        (Type::Points, Type::Percent) => {
            "percentage points are added to a percentage, they are none themselves".into()
        }
        (Type::Percent, Type::Points) => {
            format!("write `{} percentage points`", words.trim_end_matches('%'))
        }
        (Type::Date, Type::Moment) => {
            "a moment may have an unknown time; declare the field as `date`".into()
        }
        (Type::Text, Type::Enum(_)) => "a member of an enum is written without quotes".into(),
        (Type::Date, Type::Month) => format!("write `month of {words}`"),
        (_, Type::Bool) => "a condition is a comparison or a fact that is `yes` or `no`".into(),
        _ => return None,
    })
}

fn is_number(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Constant(Value::Number(_)))
}

/// Two operands that do not go together, with where each got its type.
pub(super) fn operands(
    cx: &Context<'_>,
    op: &'static str,
    op_at: Span,
    left: &Expr,
    right: &Expr,
) -> Operands {
    Operands {
        op,
        at: op_at,
        left: (left.span, cx.show(&left.ty)),
        right: (right.span, cx.show(&right.ty)),
        left_origin: origin(cx, left),
        right_origin: origin(cx, right),
        help: amounts_help(cx, op, left, right).or_else(|| others_help(cx, left, right)),
        fix: operands_fix(cx, op, left, right),
    }
}

/// Helps between amounts, shares and numbers.
fn amounts_help(cx: &Context<'_>, op: &str, left: &Expr, right: &Expr) -> Option<String> {
    let (left_words, right_words) = (words(cx, left), words(cx, right));
    Some(match (&left.ty, &right.ty) {
        (Type::Money(Some(a)), Type::Money(Some(b))) if a != b => {
            format!("convert one of them first, as in `{right_words} in {a} at RATES on DATE`; {a} and {b} have no common unit")
        }
        (Type::Money(None), Type::Money(_)) | (Type::Money(_), Type::Money(None)) => {
            "the currency of `money any` is known only from the facts; declare the currency, or convert it: `x in EUR at RATES on DATE`".into()
        }
        (Type::Money(_), Type::Money(_)) if op == "*" => {
            "an amount is multiplied by a number or taken as a share: `15% of x`".into()
        }
        (Type::Percent, Type::Money(_)) => {
            format!("a share is taken of something: `{left_words} of {right_words}`")
        }
        (Type::Money(_), Type::Percent) => {
            format!("a share is taken of something: `{right_words} of {left_words}`")
        }
        (Type::Percent, Type::Percent) if op == "+" => format!(
            "a bonus adds percentage points: `{left_words} + {} percentage points`",
            right_words.trim_end_matches('%')
        ),
        (Type::Percent, Type::Percent) => {
            format!("a share of a share is taken with `of`: `{left_words} of {right_words}`")
        }
        (Type::Percent, Type::Points) | (Type::Points, Type::Percent) => {
            let (share, points) = if left.ty == Type::Percent {
                (left_words, right_words)
            } else {
                (right_words, left_words)
            };
            format!(
                "points are what lies between two percentages: compare `{share} - …` with `{points}`, or add the points to the other percentage"
            )
        }
        (Type::Percent, Type::Integer | Type::Decimal)
        | (Type::Integer | Type::Decimal, Type::Percent) => {
            "write shares with their sign, as in `15%`, and what is added to one in percentage points".into()
        }
        (Type::Money(Some(currency)), Type::Integer | Type::Decimal) => {
            format!("give the number its currency: `{right_words} {}`", currency.code())
        }
        (Type::Integer | Type::Decimal, Type::Money(Some(currency))) => {
            format!("give the number its currency: `{left_words} {}`", currency.code())
        }
        (Type::About(_), _) | (_, Type::About(_)) => {
            "an approximate amount can only be compared with a tolerance: `a within 5% of b`".into()
        }
        _ => return None,
    })
}

/// Helps between dates, lengths of time, names and texts.
fn others_help(cx: &Context<'_>, left: &Expr, right: &Expr) -> Option<String> {
    let either = |a: fn(&Type) -> bool, b: fn(&Type) -> bool| {
        (a(&left.ty) && b(&right.ty)) || (b(&left.ty) && a(&right.ty))
    };
    let number = |ty: &Type| matches!(ty, Type::Integer | Type::Decimal);
    let duration = |ty: &Type| matches!(ty, Type::Duration);
    let date = |ty: &Type| matches!(ty, Type::Date);
    let period = |ty: &Type| matches!(ty, Type::Period);
    let text = |ty: &Type| matches!(ty, Type::Text);
    let member = |ty: &Type| matches!(ty, Type::Enum(_));
    Some(if either(number, duration) {
        "give the number its unit, such as `days` or `months`".into()
    } else if either(duration, period) {
        "ask how long the period lasts, as in `p lasts at most 48 months`".into()
    } else if either(date, period) {
        "ask `d in p`, or compare with `start of p` or `end of p`".into()
    } else if either(date, duration) {
        "a length of time is counted from a date: `d + 3 months`".into()
    } else if either(date, |ty| matches!(ty, Type::Month)) {
        let day = if date(&left.ty) { left } else { right };
        format!("take the month of the date: `month of {}`", words(cx, day))
    } else if either(date, |ty| matches!(ty, Type::Moment)) {
        "a moment may have an unknown time; declare both as `date`, or both as `moment`".into()
    } else if either(duration, |ty| matches!(ty, Type::Month)) {
        "a month moves by months; take a day of it first, as in `first day of m + 10 days`".into()
    } else if either(text, member) {
        "a member of an enum is written without quotes".into()
    } else {
        return None;
    })
}

fn operands_fix(
    cx: &Context<'_>,
    op: &str,
    left: &Expr,
    right: &Expr,
) -> Option<(String, Span, String)> {
    let literal = matches!(right.kind, ExprKind::Constant(_));
    let (left_words, right_words) = (words(cx, left), words(cx, right));
    let (span, text) = match (&left.ty, &right.ty) {
        (Type::Money(_), Type::Percent) if literal && op == "*" => {
            (left.span.to(right.span), format!("{right_words} of {left_words}"))
        }
        (Type::Money(_), Type::Percent) if literal => {
            (right.span, format!("{right_words} of {left_words}"))
        }
        (Type::Percent, Type::Percent) if literal && op == "+" => {
            (right.span, format!("{} percentage points", right_words.trim_end_matches('%')))
        }
        (Type::Money(Some(currency)), Type::Integer | Type::Decimal) if literal => {
            (right.span, format!("{right_words} {}", currency.code()))
        }
        _ => return None,
    };
    Some((format!("write `{text}`"), span, text))
}

fn words(cx: &Context<'_>, expr: &Expr) -> String {
    cx.out.sources.slice(expr.span).to_owned()
}
