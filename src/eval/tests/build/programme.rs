//! A programme of projects with costs, and priorities of projects.

use std::sync::Arc;

use super::{COST, OPERATION, PRIORITY, PROJECT, STATUS, money, number, pln, span};
use crate::quantity::Currency;
use crate::types::typed::*;

fn field(name: &str, ty: Type) -> Field {
    Field {
        name: Arc::from(name),
        ty,
        optional: false,
        key: false,
        reference: false,
        default: None,
        limits: Limits::default(),
        assessed: false,
        title: Texts::default(),
        documentation: None,
        span: span(),
    }
}

fn positive(field: Field) -> Field {
    let value = match field.ty {
        Type::Integer => number(0),
        _ => pln(0),
    };
    let low = Some(Limit { value, inclusive: true, span: span() });
    Field { limits: Limits { low, high: None }, ..field }
}

fn optional(field: Field) -> Field {
    Field { optional: true, ..field }
}

fn record(name: &str, includes: Vec<RecordId>, fields: Vec<Field>) -> RecordType {
    RecordType {
        path: Arc::from(name),
        name: Arc::from(name),
        root: false,
        includes,
        fields,
        invariants: vec![],
        documentation: None,
        span: span(),
    }
}

/// A programme of projects with costs, and priorities of projects; without rules.
pub(in crate::eval::tests) fn programme() -> Checked {
    let mut checked = Checked::default();
    checked.programme.currency = Some(Currency::PLN);
    let members = ["public", "non_profit", "for_profit"].map(|name| Member {
        name: Arc::from(name),
        title: Texts::default(),
        documentation: None,
        span: span(),
    });
    checked.enums = vec![EnumType {
        path: Arc::from("Status"),
        name: Arc::from("Status"),
        open: false,
        members: members.to_vec(),
        documentation: None,
        span: span(),
    }];
    let project = vec![
        field("status", Type::Enum(STATUS)),
        positive(field("grant", money())),
        positive(field("total", money())),
        positive(field("staff", Type::Integer)),
        field("start", Type::Date),
        field("flag", Type::Bool),
        field("other", Type::Bool),
        field("costs", Type::Record(COST).list()),
        optional(positive(field("note", money()))),
        field("period", Type::Period),
        field("needs", Type::Moment),
        field("built", Type::Moment),
    ];
    let line = vec![
        positive(field("amount", money())),
        field("incurred", Type::Date),
        field("cross", Type::Bool),
        field("kind", Type::Enum(STATUS)),
    ];
    let projects = field("projects", Type::Record(PROJECT).list());
    checked.records = vec![
        record("Cost", vec![], line),
        record("Operation", vec![], vec![field("fund", money())]),
        record("Project", vec![OPERATION], project),
        record("Priority", vec![], vec![field("support", money()), projects]),
    ];
    let root = |record| Root { record, each_of: vec![] };
    checked.programme.roots = vec![root(PROJECT), root(PRIORITY)];
    checked
}
