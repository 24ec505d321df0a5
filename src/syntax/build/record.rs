//! `enum`, `record` and `facts`.

use pest::iterators::Pair;

use super::source::once;
use super::{
    Built, Ctx, child, children, expression, has, literal, name, refuse, string, template, types,
};
use crate::syntax::ast::{
    CompareOp, EnumDecl, EnumMember, FieldDecl, FieldLimit, Invariant, RecordDecl,
};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{MissingComma, RepeatedClause};

/// `enum NAME { a, b }`
pub(super) fn enumeration(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<EnumDecl> {
    Ok(EnumDecl {
        name: name::name_in(ctx, pair)?,
        open: has(pair, Rule::kw_open),
        members: members(ctx, pair)?,
    })
}

/// The members between braces; on one line they need commas.
pub(super) fn members(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<EnumMember>> {
    separated(ctx, pair, Rule::enum_member)?;
    children(pair, Rule::enum_member).map(|part| member(ctx, &part)).collect()
}

/// Refuses two entries on one line without a comma between them.
pub(super) fn separated(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, made_by: Rule) -> Built<()> {
    let mut before = None;
    for part in pair.clone().into_inner() {
        if part.as_rule() == Rule::comma {
            before = None;
        } else if part.as_rule() == made_by {
            let span = ctx.span(&part);
            if let Some(end) = before.replace(span)
                && ctx.layout().line(end.end) == ctx.layout().line(span.start)
            {
                return refuse(MissingComma { after: end });
            }
        }
    }
    Ok(())
}

fn member(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<EnumMember> {
    let title = child(pair, Rule::localised);
    Ok(EnumMember {
        name: name::name_in(ctx, pair)?,
        title: title.map(|words| string::localised_text(ctx, &words)).transpose()?,
        documentation: ctx.layout().documentation(ctx.span(pair).start),
    })
}

/// `record NAME { … }` or `facts NAME { … }`
pub(super) fn record(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RecordDecl> {
    let mut decl = RecordDecl {
        name: name::name_in(ctx, pair)?,
        root: has(pair, Rule::kw_facts),
        includes: Vec::new(),
        fields: Vec::new(),
        invariants: Vec::new(),
    };
    for part in children(pair, Rule::record_part) {
        let Some(inner) = part.into_inner().next() else { return ctx.internal(pair) };
        match inner.as_rule() {
            Rule::include_clause => decl.includes.push(name::path_in(ctx, &inner)?),
            Rule::invariant_clause => decl.invariants.push(invariant(ctx, &inner)?),
            _ => decl.fields.push(field(ctx, &inner)?),
        }
    }
    Ok(decl)
}

fn invariant(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Invariant> {
    let message = child(pair, Rule::message_clause);
    Ok(Invariant {
        warning: has(pair, Rule::kw_warn),
        condition: expression::operand_in(ctx, pair, Rule::expression)?,
        message: message.map(|words| template::message_in(ctx, &words)).transpose()?,
        span: ctx.span(pair),
    })
}

fn field(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<FieldDecl> {
    let span = ctx.span(pair);
    let mut decl = FieldDecl {
        name: name::name(ctx, &ctx.need(pair, Rule::word)?),
        key: has(pair, Rule::field_key),
        ty: types::type_in(ctx, pair)?,
        optional: has(pair, Rule::optional_mark),
        default: None,
        limits: Vec::new(),
        assessed: false,
        title: None,
        documentation: ctx.layout().documentation(span.start),
        span,
    };
    for part in children(pair, Rule::field_modifier) {
        let Some(inner) = part.into_inner().next() else { return ctx.internal(pair) };
        modify(ctx, &inner, &mut decl)?;
    }
    Ok(decl)
}

fn modify(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, decl: &mut FieldDecl) -> Built<()> {
    match pair.as_rule() {
        Rule::field_default => {
            let value = expression::operand_in(ctx, pair, Rule::signed)?;
            once(ctx, pair, &mut decl.default, "=", value)
        }
        Rule::field_limit => {
            decl.limits.push(limit(ctx, pair)?);
            Ok(())
        }
        Rule::assessed_mark if decl.assessed => {
            refuse(RepeatedClause { at: ctx.span(pair), word: "assessed" })
        }
        Rule::assessed_mark => {
            decl.assessed = true;
            Ok(())
        }
        _ => once(ctx, pair, &mut decl.title, "title", string::localised_in(ctx, pair)?),
    }
}

fn limit(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<FieldLimit> {
    let word = ctx.need(pair, Rule::limit_word)?;
    let op = if has(&word, Rule::kw_least) {
        CompareOp::AtLeast
    } else if has(&word, Rule::kw_most) {
        CompareOp::AtMost
    } else if has(&word, Rule::kw_above) {
        CompareOp::Greater
    } else {
        CompareOp::Less
    };
    let bound = literal::signed(ctx, &ctx.need(pair, Rule::signed_literal)?)?;
    Ok(FieldLimit { op, bound })
}
