//! Definitions, tables and rules by hand.

use std::sync::Arc;

use super::{COST, PROJECT, costs, day, int, span};
use crate::types::typed::*;

fn locals() -> Vec<Local> {
    let one = |name: &str| Local { name: Arc::from(name), ty: Type::Record(COST), span: span() };
    vec![one("a"), one("b"), one("c"), one("d")]
}

pub(in crate::eval::tests) fn versions<T>(
    list: Vec<(Option<&str>, Option<&str>, T)>,
) -> Vec<Version<T>> {
    let one = |(from, to, body): (Option<&str>, Option<&str>, T)| Version {
        validity: valid(from, to),
        body,
        cite: vec![],
        span: span(),
    };
    list.into_iter().map(one).collect()
}

pub(in crate::eval::tests) fn valid(from: Option<&str>, to: Option<&str>) -> Validity {
    Validity {
        from: from.map(day),
        to: to.map(day),
        or_to: vec![],
        unknown_after: None,
        span: None,
    }
}

pub(in crate::eval::tests) fn definition(
    ty: Type,
    base: Expr,
    exceptions: Vec<Exception>,
) -> Definition {
    Definition {
        path: Arc::from("test.d"),
        name: Arc::from("d"),
        result: false,
        receiver: Some(PROJECT),
        params: vec![],
        locals: locals(),
        ty,
        as_of: None,
        versions: versions(vec![(None, None, base)]),
        exceptions,
        title: Texts::default(),
        cite: vec![],
        documentation: None,
        span: span(),
    }
}

pub(in crate::eval::tests) fn except(condition: Expr, value: Expr) -> Exception {
    Exception {
        validity: Validity::default(),
        condition,
        value,
        exceptions: vec![],
        cite: vec![],
        span: span(),
    }
}

/// A table of one key with rows by date.
pub(in crate::eval::tests) fn table(
    key: Option<Type>,
    ty: Type,
    versions: Vec<Version<Rows>>,
) -> Table {
    Table {
        path: Arc::from("test.t"),
        name: Arc::from("t"),
        params: key.iter().map(|_| LocalId(0)).collect(),
        locals: key
            .into_iter()
            .map(|ty| Local { name: Arc::from("k"), ty, span: span() })
            .collect(),
        ty,
        versions,
        title: Texts::default(),
        cite: vec![],
        documentation: None,
        span: span(),
    }
}

pub(in crate::eval::tests) fn one_value(value: Expr) -> Rows {
    Rows { rows: vec![(vec![], value)], otherwise: None }
}

pub(in crate::eval::tests) fn rule(requirements: Vec<Expr>) -> Rule {
    let asked = |condition| Requirement { condition, forbidden: false, span: span() };
    Rule {
        path: Arc::from("test.r"),
        name: Arc::from("r"),
        kind: RuleKind::Rule,
        number: None,
        title: Texts::default(),
        cite: vec![],
        documentation: None,
        record: Some(PROJECT),
        locals: locals(),
        as_of: None,
        validity: Validity::default(),
        each: vec![],
        lets: vec![],
        guards: vec![],
        exceptions: vec![],
        replaced_by: vec![],
        requirements: requirements.into_iter().map(asked).collect(),
        regimes: None,
        permit: None,
        award: None,
        group: None,
        consequence: Consequence { kind: ConsequenceKind::Reject, span: None },
        message: Texts::default(),
        span: span(),
    }
}

pub(in crate::eval::tests) fn preference(condition: Expr, points: i64) -> Rule {
    let award = Some(int(points));
    Rule { kind: RuleKind::Preference, award, ..rule(vec![condition]) }
}

pub(in crate::eval::tests) fn each_cost(condition: Option<Expr>) -> ForEach {
    ForEach { variable: LocalId(0), list: costs(), condition }
}
