//! Types in the words of the language.

use super::typed::{Checked, Type};
use crate::quantity::Currency;

/// A type as a rule file would write it.
#[must_use]
pub fn show(checked: &Checked, ty: &Type) -> String {
    match ty {
        Type::Bool => "bool".into(),
        Type::Integer => "integer".into(),
        Type::Decimal => "decimal".into(),
        Type::Percent => "percent".into(),
        Type::Points => "percentage points".into(),
        Type::Money(currency) => money("money", *currency),
        Type::About(currency) => money("approximate money", *currency),
        Type::Date => "date".into(),
        Type::Month => "month".into(),
        Type::Moment => "moment".into(),
        Type::Duration => "duration".into(),
        Type::Period => "period".into(),
        Type::Text => "text".into(),
        Type::Enum(id) => name(checked.enums.get(id.index()).map(|e| &e.name)),
        Type::Record(id) => name(checked.records.get(id.index()).map(|r| &r.name)),
        Type::Group(parts) => format!("group of {}", show(checked, &parts.1)),
        Type::List(element) => format!("list of {}", show(checked, element)),
        Type::Optional(inner) => format!("{}?", show(checked, inner)),
        Type::Poison => "something that has a problem of its own".into(),
    }
}

fn money(words: &str, currency: Option<Currency>) -> String {
    match currency {
        Some(currency) => format!("{words} {}", currency.code()),
        None => format!("{words} any"),
    }
}

fn name(name: Option<&std::sync::Arc<str>>) -> String {
    name.map_or_else(|| "?".into(), ToString::to_string)
}
