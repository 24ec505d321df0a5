//! Types as written, and what a definition takes.

use pest::iterators::Pair;

use super::{Built, Ctx, child, children, has, literal, name};
use crate::syntax::ast::{MoneyType, ParamDecl, TypeExpr, TypeExprKind};
use crate::syntax::grammar::Rule;

/// The type among the children.
pub(super) fn type_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<TypeExpr> {
    type_expr(ctx, &ctx.need(pair, Rule::r#type)?)
}

/// The type after `:` among the children, when there is one.
pub(super) fn type_mark(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Option<TypeExpr>> {
    child(pair, Rule::type_mark).map(|mark| type_in(ctx, &mark)).transpose()
}

fn type_expr(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<TypeExpr> {
    let Some(inner) = pair.clone().into_inner().next() else { return ctx.internal(pair) };
    let _level = ctx.level(1, pair)?;
    let kind = match inner.as_rule() {
        Rule::list_type => TypeExprKind::List(Box::new(type_in(ctx, &inner)?)),
        Rule::key_type => TypeExprKind::Key(name::path_in(ctx, &inner)?),
        Rule::about_type => {
            TypeExprKind::AboutMoney(money_type(ctx, &ctx.need(&inner, Rule::money_type)?)?)
        }
        Rule::money_type => TypeExprKind::Money(money_type(ctx, &inner)?),
        Rule::path => TypeExprKind::Named(name::path(ctx, &inner)),
        _ => return ctx.internal(&inner),
    };
    Ok(TypeExpr { kind, span: ctx.span(pair) })
}

fn money_type(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<MoneyType> {
    if has(pair, Rule::kw_any) {
        return Ok(MoneyType::Any);
    }
    match child(pair, Rule::currency) {
        Some(code) => Ok(MoneyType::Fixed(literal::currency(ctx, &code)?.value)),
        None => Ok(MoneyType::Programme),
    }
}

/// The parameters in parentheses among the children; none without them.
pub(super) fn params_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<ParamDecl>> {
    let Some(params) = child(pair, Rule::params) else { return Ok(Vec::new()) };
    let param = |part: Pair<'_, Rule>| {
        Ok(ParamDecl { name: name::name_in(ctx, &part)?, ty: type_in(ctx, &part)? })
    };
    children(&params, Rule::param).map(param).collect()
}
