//! A programme in złoty with a record of every kind.

use std::sync::Arc;

use crate::quantity::{Currency, Money, Number};
use crate::text::{SourceId, Span};
use crate::types::typed::*;
use crate::value::Value;

pub(super) const COST: RecordId = RecordId(0);
pub(super) const NEEDS: RecordId = RecordId(1);
pub(super) const CENTRE: RecordId = RecordId(2);
pub(super) const PARTNER: RecordId = RecordId(3);
pub(super) const OPERATION: RecordId = RecordId(4);
pub(super) const PROJECT: RecordId = RecordId(5);
pub(super) const PRIORITY: RecordId = RecordId(6);
pub(super) const AREA: EnumId = EnumId(0);
pub(super) const FORM: EnumId = EnumId(1);

/// A required field.
pub(super) fn field(name: &str, ty: Type) -> Field {
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
        span: Span::new(SourceId::new(0), 10, 20),
    }
}

/// The same field, which may be absent.
pub(super) fn optional(field: Field) -> Field {
    Field { optional: true, ..field }
}

/// The same field with a lower bound.
pub(super) fn at_least(field: Field, value: Value) -> Field {
    let low = Some(Limit { value, inclusive: true, span: Span::new(SourceId::new(0), 30, 40) });
    Field { limits: Limits { low, high: field.limits.high.clone() }, ..field }
}

/// A record of fields.
pub(super) fn record(name: &str, includes: Vec<RecordId>, fields: Vec<Field>) -> RecordType {
    RecordType {
        path: Arc::from(format!("test.{name}")),
        name: Arc::from(name),
        root: false,
        includes,
        fields,
        invariants: Vec::new(),
        documentation: None,
        span: Span::new(SourceId::new(0), 0, 5),
    }
}

fn names(name: &str, open: bool, members: &[&str]) -> EnumType {
    let span = Span::new(SourceId::new(0), 50, 60);
    let member = |name: &&str| Member {
        name: Arc::from(*name),
        title: Texts::default(),
        documentation: None,
        span,
    };
    EnumType {
        path: Arc::from(format!("test.{name}")),
        name: Arc::from(name),
        open,
        members: members.iter().map(member).collect(),
        documentation: None,
        span,
    }
}

/// Nought złoty.
pub(super) fn nought() -> Value {
    Value::Money(Money::new(Number::ZERO, Currency::PLN))
}

/// A project with costs, partners and an optional data centre; a priority of such projects.
pub(super) fn programme() -> Checked {
    let pln = Type::Money(Some(Currency::PLN));
    let mut checked = Checked::default();
    checked.programme.currency = Some(Currency::PLN);
    checked.enums = vec![
        names("Area", false, &["e_services", "cybersecurity", "open_data"]),
        names("Form", true, &["grant", "loan"]),
    ];
    let cost = vec![
        at_least(field("amount", pln.clone()), nought()),
        field("incurred", Type::Date),
        optional(field("paid", Type::Date)),
        Field { default: Some(Value::Bool(false)), ..field("cross_financed", Type::Bool) },
        Field { reference: true, ..optional(field("partner", Type::Record(PARTNER))) },
    ];
    let needs = vec![field("done", Type::Moment), field("conclusion", Type::Text)];
    let centre = vec![
        optional(field("needs_analysis", Type::Record(NEEDS))),
        Field { assessed: true, ..field("ecodesign", Type::Bool) },
    ];
    let partner = vec![
        Field { key: true, ..field("id", Type::Text) },
        field("share", Type::Percent),
        optional(field("branches", Type::Record(PARTNER).list())),
    ];
    let operation = vec![field("period", Type::Period), field("place", Type::Record(NEEDS))];
    let project = vec![
        field("area", Type::Enum(AREA)),
        optional(field("form", Type::Enum(FORM))),
        at_least(field("grant", pln.clone()), nought()),
        optional(field("estimate", Type::About(Some(Currency::PLN)))),
        optional(field("grant_eur", Type::Money(Some(Currency::EUR)))),
        optional(field("foreign", Type::Money(None))),
        optional(at_least(field("staff", Type::Integer), Value::Number(Number::ZERO))),
        optional(field("rate", Type::Decimal)),
        optional(field("bonus", Type::Points)),
        optional(field("intensity", Type::Percent)),
        optional(field("call", Type::Month)),
        optional(field("length", Type::Duration)),
        optional(field("started", Type::Moment)),
        optional(field("title", Type::Text)),
        optional(field("tags", Type::Text.list())),
        optional(field("grid", Type::Integer.list().list())),
        field("costs", Type::Record(COST).list()),
        optional(field("partners", Type::Record(PARTNER).list())),
        Field { reference: true, ..optional(field("leaders", Type::Record(PARTNER).list())) },
        optional(field("data_centre", Type::Record(CENTRE))),
        optional(field("public", Type::Bool)),
    ];
    let priority = vec![field("support", pln), field("projects", Type::Record(PROJECT).list())];
    checked.records = vec![
        record("CostLine", vec![], cost),
        record("Analysis", vec![], needs),
        record("DataCentre", vec![], centre),
        record("Partner", vec![], partner),
        record("Operation", vec![], operation),
        record("Project", vec![OPERATION], project),
        record("Priority", vec![], priority),
    ];
    checked
}
