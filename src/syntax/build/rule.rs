//! `rule`, `refine`, `without`, `prefer`, `information` and `reading`.

use pest::iterators::Pair;

use super::source::once;
use super::{Built, Ctx, child, citation, clause, define, has, name, record, refuse, string};
use crate::syntax::ast::{
    Clause, ClauseKind, InformationDecl, PreferDecl, ReadingDecl, RefineDecl, RuleDecl, WithoutDecl,
};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{NoRequirement, PreferWithoutAward};
use clause::Place;

/// `rule NAME for R { … }`
pub(super) fn rule(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RuleDecl> {
    let head = ctx.need(pair, Rule::rule_head)?;
    let clauses = clause::block(ctx, pair, Place::Rule)?;
    let name = name::name_in(ctx, &head)?;
    if !clauses.iter().any(decides) {
        return refuse(NoRequirement { at: ctx.span(&head), name: name.value.to_string() });
    }
    Ok(RuleDecl { name, record: define::receiver(ctx, &head)?, clauses, head: ctx.span(&head) })
}

/// Whether a clause gives a rule something to decide.
fn decides(clause: &Clause) -> bool {
    matches!(
        clause.kind,
        ClauseKind::Require(_)
            | ClauseKind::Forbid(_)
            | ClauseKind::Permit(_)
            | ClauseKind::OneOf(_)
    )
}

/// `refine PATH for R { … }`
pub(super) fn refine(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RefineDecl> {
    let head = ctx.need(pair, Rule::refine_head)?;
    Ok(RefineDecl {
        rule: name::path_in(ctx, &head)?,
        record: define::receiver(ctx, &head)?,
        clauses: clause::block(ctx, pair, Place::Refine)?,
        head: ctx.span(&head),
    })
}

/// `without PATH because TEXTS`
pub(super) fn without(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<WithoutDecl> {
    Ok(WithoutDecl {
        rule: name::path_in(ctx, pair)?,
        because: string::localised_in(ctx, pair)?,
        cite: citation::citations_in(ctx, pair)?,
    })
}

/// `prefer NAME for R { … }`
pub(super) fn prefer(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<PreferDecl> {
    let head = ctx.need(pair, Rule::prefer_head)?;
    let clauses = clause::block(ctx, pair, Place::Prefer)?;
    let name = name::name_in(ctx, &head)?;
    if !clauses.iter().any(|clause| matches!(clause.kind, ClauseKind::Award(_))) {
        return refuse(PreferWithoutAward { at: ctx.span(&head), name: name.value.to_string() });
    }
    Ok(PreferDecl { name, record: define::receiver(ctx, &head)?, clauses, head: ctx.span(&head) })
}

/// `information NAME for R { … }`
pub(super) fn information(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<InformationDecl> {
    let head = ctx.need(pair, Rule::information_head)?;
    Ok(InformationDecl {
        name: name::name_in(ctx, &head)?,
        record: define::receiver(ctx, &head)?,
        clauses: clause::block(ctx, pair, Place::Information)?,
        head: ctx.span(&head),
    })
}

/// `reading NAME { a, b } undecided`
pub(super) fn reading(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ReadingDecl> {
    let state = ctx.need(pair, Rule::reading_state)?;
    let decided = if has(&state, Rule::kw_decided) {
        child(&state, Rule::name).map(|word| name::name(ctx, &word))
    } else {
        None
    };
    let mut decl = ReadingDecl {
        name: name::name_in(ctx, pair)?,
        choices: record::members(ctx, pair)?,
        decided,
        title: None,
        cite: citation::citations_in(ctx, pair)?,
    };
    for part in super::children(pair, Rule::title_clause) {
        once(ctx, &part, &mut decl.title, "title", string::localised_in(ctx, &part)?)?;
    }
    Ok(decl)
}
