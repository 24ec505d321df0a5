//! `source`: a document that rules cite.

use pest::iterators::Pair;

use super::{Built, Ctx, children, literal, name, refuse, string};
use crate::syntax::ast::SourceDecl;
use crate::syntax::grammar::Rule;
use crate::syntax::problems::RepeatedClause;

/// `source NAME { … }`
pub(super) fn source(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<SourceDecl> {
    let mut decl = SourceDecl {
        name: name::name_in(ctx, pair)?,
        title: None,
        file: None,
        url: None,
        number: None,
        dated: None,
    };
    for clause in children(pair, Rule::source_clause) {
        let Some(inner) = clause.into_inner().next() else { return ctx.internal(pair) };
        match inner.as_rule() {
            Rule::title_clause => {
                once(ctx, &inner, &mut decl.title, "title", string::localised_in(ctx, &inner)?)?;
            }
            Rule::file_clause => {
                once(ctx, &inner, &mut decl.file, "file", string::raw_text_in(ctx, &inner)?)?;
            }
            Rule::url_clause => {
                once(ctx, &inner, &mut decl.url, "url", string::raw_text_in(ctx, &inner)?)?;
            }
            Rule::number_clause => {
                once(ctx, &inner, &mut decl.number, "number", string::raw_text_in(ctx, &inner)?)?;
            }
            Rule::dated_clause => {
                once(ctx, &inner, &mut decl.dated, "dated", literal::date_in(ctx, &inner)?)?;
            }
            _ => return ctx.internal(&inner),
        }
    }
    Ok(decl)
}

/// Fills a place that a declaration has once; a second value is refused, for one of the two
/// would be dropped in silence.
pub(super) fn once<T>(
    ctx: &Ctx<'_>,
    clause: &Pair<'_, Rule>,
    place: &mut Option<T>,
    word: &'static str,
    value: T,
) -> Built<()> {
    if place.is_some() {
        return refuse(RepeatedClause { at: ctx.span(clause), word });
    }
    *place = Some(value);
    Ok(())
}
