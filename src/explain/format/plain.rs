//! The exact form that machines read: the language's own literals.
//!
//! `4529875.00 SEK`, `15%`, `10 percentage points`, `2024-05-01`, `4 years`, `yes`; a quotient
//! that no decimal holds is `p/q`. A list is written in full, whatever its length.

use std::fmt;

use serde::{Serialize, Serializer};

use super::names::{Names, element_type, fitting, key_type};
use crate::quantity::{Number, Percent, Points};
use crate::types::typed::Type;
use crate::value::Value;

/// How deep lists are written inside lists; the type checker allows no more.
const DEPTH: u8 = 16;

/// A value in its exact form.
///
/// ```
/// use subvent::explain::{Names, Plain};
/// use subvent::quantity::{Currency, Number};
/// use subvent::types::typed::{Checked, Type};
/// use subvent::value::Value;
/// let programme = Checked::default();
/// let share = Value::Number(Number::new_ratio(15, 100)?);
/// let names = Names::of(&programme);
/// assert_eq!(Plain::new(&share, &Type::Percent, names).to_string(), "15%");
/// let cap = Value::money(Number::from_i64(4_529_875), Currency::SEK);
/// assert_eq!(Plain::new(&cap, &Type::Money(None), names).to_string(), "4529875.00 SEK");
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
#[derive(Clone, Copy)]
pub struct Plain<'a> {
    value: &'a Value,
    ty: &'a Type,
    names: Names<'a>,
    depth: u8,
}

impl<'a> Plain<'a> {
    /// A value of a type.
    #[must_use]
    pub fn new(value: &'a Value, ty: &'a Type, names: Names<'a>) -> Self {
        Self { value, ty, names, depth: DEPTH }
    }

    fn list(&self, f: &mut fmt::Formatter<'_>, list: &crate::value::List) -> fmt::Result {
        let Some(depth) = self.depth.checked_sub(1) else { return f.write_str("[…]") };
        f.write_str("[")?;
        for (index, element) in list.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            let ty = element_type(self.ty);
            fmt::Display::fmt(&Plain { value: &element, ty, names: self.names, depth }, f)?;
        }
        f.write_str("]")
    }
}

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ty = fitting(self.value, self.ty);
        match self.value {
            Value::Bool(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            Value::Number(number) => write_number(f, *number, ty),
            Value::Money(amount) => write!(f, "{amount}"),
            Value::About(amount) => write!(f, "about {amount}"),
            Value::Date(date) => write!(f, "{date}"),
            Value::Month(month) => write!(f, "{month}"),
            Value::Moment(moment) => write!(f, "{moment}"),
            Value::Duration(duration) => write!(f, "{duration}"),
            Value::Period(period) => write!(f, "{period}"),
            Value::Text(text) | Value::Other(text) => f.write_str(text),
            Value::Member(position) => match ty {
                Type::Enum(id) => match self.names.member(*id, *position) {
                    Some(member) => f.write_str(&member.name),
                    None => write!(f, "{position}"),
                },
                _ => write!(f, "{position}"),
            },
            Value::Record(cell) => f.write_str(&self.names.record(*cell, ty)),
            Value::Group(group) => {
                let Some(depth) = self.depth.checked_sub(1) else { return f.write_str("…") };
                let (value, ty) = (&group.0, key_type(ty));
                fmt::Display::fmt(&Plain { value, ty, names: self.names, depth }, f)
            }
            Value::List(list) => self.list(f, list),
            Value::Absent => f.write_str("absent"),
            Value::Fault(_) => f.write_str("fault"),
            Value::Open(_) => f.write_str("unknown"),
        }
    }
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A number in the unit of its type.
pub(super) fn write_number(f: &mut fmt::Formatter<'_>, number: Number, ty: &Type) -> fmt::Result {
    match ty {
        Type::Percent => write!(f, "{}", Percent::from_fraction(number)),
        Type::Points => write!(f, "{}", Points::from_fraction(number)),
        _ => write!(f, "{number}"),
    }
}
