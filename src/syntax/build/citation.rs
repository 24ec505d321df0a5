//! Citations with their places and quotes.

use pest::iterators::Pair;

use super::{Built, Ctx, child, children, has, name, string};
use crate::syntax::ast::{Citation, Quote};
use crate::syntax::grammar::Rule;

/// The citations of one `cite`.
pub(super) fn citations(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<Citation>> {
    children(pair, Rule::citation).map(|part| citation(ctx, &part)).collect()
}

/// The citations after `cite` among the children; none without it.
pub(super) fn citations_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<Citation>> {
    let mut all = Vec::new();
    for clause in children(pair, Rule::cite_clause) {
        all.extend(citations(ctx, &clause)?);
    }
    Ok(all)
}

fn citation(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Citation> {
    let mut quotes = Vec::new();
    for part in children(pair, Rule::quote) {
        quotes.push(Quote {
            language: child(&part, Rule::language).map(|tag| string::language(ctx, &tag)),
            text: string::raw_text(ctx, &ctx.need(&part, Rule::string)?),
        });
        for more in children(&part, Rule::tagged_text) {
            quotes.push(Quote {
                language: Some(string::language(ctx, &ctx.need(&more, Rule::language)?)),
                text: string::raw_text(ctx, &ctx.need(&more, Rule::string)?),
            });
        }
    }
    Ok(Citation {
        source: name::path_in(ctx, pair)?,
        place: child(pair, Rule::string).map(|place| string::raw_text(ctx, &place)),
        quotes,
        unverified: has(pair, Rule::kw_unverified),
        span: ctx.span(pair),
    })
}
