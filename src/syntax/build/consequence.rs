//! What follows from a violation.

use pest::iterators::Pair;

use super::expression::operand_in;
use super::{Built, Ctx, children, deadline, expression};
use crate::syntax::ast::{Consequence, ConsequenceKind};
use crate::syntax::grammar::Rule;

/// The consequence of an `if not`.
pub(super) fn consequence(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Consequence> {
    let outer = ctx.need(pair, Rule::consequence)?;
    let Some(inner) = outer.clone().into_inner().next() else { return ctx.internal(&outer) };
    Ok(Consequence { kind: kind(ctx, &inner)?, span: ctx.span(&outer) })
}

fn kind(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ConsequenceKind> {
    let value = || operand_in(ctx, pair, Rule::expression);
    Ok(match pair.as_rule() {
        Rule::reject => ConsequenceKind::Reject,
        Rule::correct_within => {
            let mut sums = children(pair, Rule::sum).map(|part| expression(ctx, part));
            let (Some(duration), Some(from)) = (sums.next(), sums.next()) else {
                return ctx.internal(pair);
            };
            let calendar = deadline::by_calendar(ctx, pair)?;
            ConsequenceKind::CorrectWithin { duration: duration?, from: from?, calendar }
        }
        Rule::correct_until => ConsequenceKind::CorrectUntil(operand_in(ctx, pair, Rule::sum)?),
        Rule::reduce_until => {
            ConsequenceKind::ReduceUntilHolds { amount: operand_in(ctx, pair, Rule::adjusted)? }
        }
        Rule::reduce_to => ConsequenceKind::ReduceTo {
            amount: operand_in(ctx, pair, Rule::adjusted)?,
            to: value()?,
        },
        Rule::exclude => ConsequenceKind::Exclude(value()?),
        Rule::not_effective => ConsequenceKind::NotEffective,
        Rule::recover => ConsequenceKind::Recover(value()?),
        Rule::sanction => ConsequenceKind::Sanction { at_most: value()? },
        Rule::advise => ConsequenceKind::Advise,
        _ => return ctx.internal(pair),
    })
}
