//! `test`: dates, facts and what is expected.

use pest::iterators::Pair;

use super::{Built, Ctx, child, children, datum, define, expect, literal, rates, refuse, string};
use crate::syntax::ast::{Given, GivenBase, TestDecl, TestStep, TestStepKind};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::LateTestDate;

/// `test "…" for R { … }`
pub(super) fn test(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<TestDecl> {
    let mut steps: Vec<TestStep> = Vec::new();
    for part in children(pair, Rule::test_step) {
        let Some(inner) = part.into_inner().next() else { return ctx.internal(pair) };
        let span = ctx.span(&inner);
        let kind = match inner.as_rule() {
            Rule::on_step if !steps.is_empty() => return refuse(LateTestDate { at: span }),
            Rule::on_step => TestStepKind::On(literal::date_in(ctx, &inner)?),
            Rule::rates_step => TestStepKind::Rates(rates::given(ctx, &inner)?),
            Rule::given_step => TestStepKind::Given(given(ctx, &inner)?),
            _ => TestStepKind::Expect(expect::expect(ctx, &inner)?),
        };
        steps.push(TestStep { kind, span });
    }
    Ok(TestDecl {
        name: string::raw_text_in(ctx, pair)?,
        record: define::receiver(ctx, pair)?,
        steps,
    })
}

fn given(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Given> {
    let on = child(pair, Rule::given_on).map(|part| literal::date_in(ctx, &part)).transpose()?;
    let base = if let Some(file) = child(pair, Rule::given_file) {
        GivenBase::File(string::raw_text_in(ctx, &file)?)
    } else if let Some(map) = child(pair, Rule::datum_map) {
        GivenBase::Inline(datum::datum(ctx, &map)?)
    } else {
        GivenBase::Previous
    };
    let with = child(pair, Rule::given_with).map(|part| datum::changes(ctx, &part));
    Ok(Given { on, base, with: with.transpose()?.unwrap_or_default() })
}
