//! What a test expects.

use pest::iterators::Pair;

use super::expression::operand_in;
use super::{Built, Ctx, child, children, datum, expression, name, refuse, string};
use crate::syntax::ast::{Expect, ExpectOutcome, Expr, ExprKind, RuleRef};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{LateTestDate, RepeatedClause, UnknownOutcome};
use crate::text::{Span, Spanned};

/// The names of outcomes.
const OUTCOMES: [&str; 7] =
    ["satisfied", "violated", "not_applicable", "undetermined", "faulty", "not_met", "permitted"];

/// `expect …`
pub(super) fn expect(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expect> {
    let Some(inner) = pair.clone().into_inner().nth(1) else { return ctx.internal(pair) };
    Ok(match inner.as_rule() {
        Rule::expect_points => points(ctx, &inner)?,
        Rule::expect_verdict => Expect::Verdict(name::name_in(ctx, &inner)?),
        Rule::expect_invalid => {
            let code = child(&inner, Rule::string).map(|text| string::raw_text(ctx, &text));
            Expect::Invalid(code)
        }
        Rule::expect_value => Expect::Value {
            name: name::path_in(ctx, &inner)?,
            element: element(ctx, &inner)?,
            value: value(ctx, &inner)?,
        },
        _ => Expect::Outcome(Box::new(outcome(ctx, &inner)?)),
    })
}

/// The value; a line `on DATE` after it is not read as its date, which would change what is
/// expected without a word.
fn value(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let value = operand_in(ctx, pair, Rule::range)?;
    match late_date(ctx, &value) {
        Some(at) => refuse(LateTestDate { at }),
        None => Ok(value),
    }
}

/// A date on another line than the value at the right edge of `value` that it would date.
fn late_date(ctx: &Ctx<'_>, value: &Expr) -> Option<Span> {
    let line = |offset| ctx.layout().line(offset);
    let mut edge = value;
    loop {
        edge = match &edge.kind {
            ExprKind::On { operand, date } => {
                return (line(operand.span.end) != line(date.span.start)).then_some(date.span);
            }
            ExprKind::Binary { right, .. } => right,
            ExprKind::Unary { operand, .. } => operand,
            ExprKind::To { end: Some(end), .. } => end,
            _ => return None,
        };
    }
}

fn element(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Option<Spanned<String>>> {
    let Some(part) = child(pair, Rule::expect_element) else { return Ok(None) };
    Ok(Some(datum::fact_path(ctx, &ctx.need(&part, Rule::fact_path)?)))
}

fn points(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expect> {
    let mut sums = children(pair, Rule::sum).map(|part| expression(ctx, part));
    let Some(min) = sums.next() else { return ctx.internal(pair) };
    Ok(Expect::Points {
        group: name::path_in(ctx, pair)?,
        min: min?,
        max: sums.next().transpose()?,
    })
}

fn outcome(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExpectOutcome> {
    let word = name::name_in(ctx, &ctx.need(pair, Rule::outcome)?)?;
    if !OUTCOMES.contains(&&*word.value) {
        return refuse(UnknownOutcome { word, known: &OUTCOMES });
    }
    let rule = match child(pair, Rule::string) {
        Some(number) => RuleRef::Clause(string::raw_text(ctx, &number)),
        None => RuleRef::Path(name::path_in(ctx, pair)?),
    };
    let mut expected = ExpectOutcome {
        rule,
        element: element(ctx, pair)?,
        outcome: word,
        margin: None,
        measured: None,
        limit: None,
        regime: None,
        missing: None,
        message: None,
    };
    for part in children(pair, Rule::outcome_detail) {
        let Some(inner) = part.into_inner().next() else { return ctx.internal(pair) };
        detail(ctx, &inner, &mut expected)?;
    }
    Ok(expected)
}

fn detail(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, expected: &mut ExpectOutcome) -> Built<()> {
    let sum = || operand_in(ctx, pair, Rule::sum);
    let (word, repeated) = match pair.as_rule() {
        Rule::margin => ("with margin", expected.margin.replace(sum()?).is_some()),
        Rule::measured => ("with measured", expected.measured.replace(sum()?).is_some()),
        Rule::limit => ("with limit", expected.limit.replace(sum()?).is_some()),
        Rule::regime => ("by", expected.regime.replace(name::name_in(ctx, pair)?).is_some()),
        Rule::missing => {
            let paths = children(pair, Rule::fact_path).map(|path| datum::fact_path(ctx, &path));
            ("missing", expected.missing.replace(paths.collect()).is_some())
        }
        Rule::expected_message => {
            let tag = string::language(ctx, &ctx.need(pair, Rule::language)?);
            let text = string::text_in(ctx, pair)?;
            ("message", expected.message.replace((tag, text)).is_some())
        }
        _ => return ctx.internal(pair),
    };
    if repeated {
        return refuse(RepeatedClause { at: ctx.span(pair), word });
    }
    Ok(())
}
