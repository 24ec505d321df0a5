//! When something is in force.

use pest::iterators::Pair;

use super::expression::operand_in;
use super::{Built, Ctx, child, children, literal, refuse};
use crate::quantity::Date;
use crate::syntax::ast::Validity;
use crate::syntax::grammar::Rule;
use crate::syntax::problems::ReversedDates;
use crate::text::Spanned;

/// The validity among the children; always, when none is written.
pub(super) fn validity_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Validity> {
    child(pair, Rule::validity).map_or_else(|| Ok(Validity::default()), |v| validity(ctx, &v))
}

/// `from D to D or to D when C, unknown after D`
pub(super) fn validity(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Validity> {
    let mut dates = children(pair, Rule::date);
    let Some(from) = dates.next() else { return ctx.internal(pair) };
    let from = literal::date(ctx, &from)?;
    let to = dates.next().map(|to| literal::date(ctx, &to)).transpose()?;
    if let Some(to) = &to
        && to.value < from.value
    {
        return refuse(ReversedDates { from, to: *to });
    }
    let later = |part: Pair<'_, Rule>| {
        Ok((literal::date_in(ctx, &part)?, operand_in(ctx, &part, Rule::expression)?))
    };
    Ok(Validity {
        from: Some(from),
        to,
        or_to: children(pair, Rule::or_to).map(later).collect::<Built<_>>()?,
        unknown_after: unknown_after(ctx, pair)?,
        span: Some(ctx.span(pair)),
    })
}

/// `unknown after D` among the children, when it is there.
pub(super) fn unknown_after(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Option<Spanned<Date>>> {
    child(pair, Rule::unknown_after).map(|part| literal::date_in(ctx, &part)).transpose()
}
