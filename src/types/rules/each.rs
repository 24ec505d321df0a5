//! `for each x in L where C`.

use super::Written;
use crate::syntax::ast::{self, ClauseKind};
use crate::types::body::Body;
use crate::types::context::Context;
use crate::types::typed::{Expr, ExprKind, ForEach, Type};
use crate::types::{expr, narrow};

/// What the `when`s that do not read the loop's element show to be present, where the list cannot
/// be read without it: then the list is empty unless they hold.
fn guarded_list(
    cx: &mut Context<'_>,
    body: &mut Body,
    list: &ast::Expr,
    words: &Written<'_>,
) -> Option<(Expr, Type)> {
    let before = cx.problems.len();
    let plain = expr::elements(cx, body, list);
    if plain.is_some() {
        return plain;
    }
    let mark = body.mark();
    let mut guards = Vec::new();
    for clause in words.clauses {
        let ClauseKind::When(condition) = &clause.kind else { continue };
        let known = cx.problems.len();
        let guard = expr::check_as(cx, body, condition, &Type::Bool);
        if guard.ty == Type::Poison {
            cx.problems.truncate(known);
            continue;
        }
        body.assume_present(narrow::present_if_true(&guard));
        guards.push(guard);
    }
    let with = cx.problems.len();
    let found = if guards.is_empty() { None } else { expr::elements(cx, body, list) };
    body.reset(mark);
    cx.problems.truncate(with);
    let (list, element) = found?;
    cx.problems.truncate(before);
    let span = list.span;
    let ty = list.ty.clone();
    let condition = Expr { kind: ExprKind::And(guards), ty: Type::Bool, span };
    let empty = Expr { kind: ExprKind::List(Vec::new()), ty: ty.clone(), span };
    let kind = ExprKind::If {
        condition: Box::new(condition),
        then: Box::new(list),
        otherwise: Box::new(empty),
    };
    Some((Expr { kind, ty, span }, element))
}

pub(super) fn for_each(
    cx: &mut Context<'_>,
    body: &mut Body,
    variable: &ast::Name,
    list: &ast::Expr,
    condition: Option<&ast::Expr>,
    words: &Written<'_>,
) -> Option<ForEach> {
    let (list, element) = guarded_list(cx, body, list, words)?;
    let variable = body.introduce(variable, element);
    let condition = condition.map(|condition| expr::check_as(cx, body, condition, &Type::Bool));
    if let Some(condition) = &condition {
        body.assume_present(narrow::present_if_true(condition));
    }
    Some(ForEach { variable, list, condition })
}
