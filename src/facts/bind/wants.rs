//! Types in words, for messages.

use super::Binder;
use crate::types::typed::Type;

impl Binder<'_> {
    /// What a field of a type holds: "an amount such as `1000.00 PLN`".
    pub(super) fn wants(&self, ty: &Type) -> String {
        let words = match ty.required() {
            Type::Bool => "`yes` or `no`",
            Type::Integer => "a whole number",
            Type::Decimal => "a number",
            Type::Percent => "a percentage such as `15%`",
            Type::Points => "percentage points such as `10 percentage points`",
            Type::Money(Some(currency)) => {
                return format!("an amount such as `1000.00 {currency}`");
            }
            Type::Money(None) => "an amount with its currency, such as `1000.00 EUR`",
            Type::About(_) => "an approximate amount such as `about 600_000 EUR`",
            Type::Date => "a date such as `2024-04-01`",
            Type::Month => "a month such as `2024-01`",
            Type::Moment => "a date with or without a time, such as `2024-05-01 12:00`",
            Type::Duration => "a duration such as `48 months`",
            Type::Period => "a period such as `2024-04-01 to 2028-03-31`",
            Type::Enum(id) => {
                let declared = self.input.checked.enums.get(id.index());
                return declared.map_or_else(
                    || "a name".to_owned(),
                    |declared| format!("a member of `{}`", declared.name),
                );
            }
            Type::Record(record) => {
                return format!("the fields of `{}`", self.record_name(*record));
            }
            Type::List(element) => match element.required() {
                Type::Record(record) => {
                    return format!("a list of `{}`", self.record_name(*record));
                }
                _ => "a list",
            },
            Type::Text | Type::Group(_) | Type::Optional(_) | Type::Poison => "a text",
        };
        words.to_owned()
    }
}
