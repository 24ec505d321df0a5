//! What an undecided value can still become, as far as it is known.

use serde::Serialize;

use crate::explain::format::{Names, Plain};
use crate::quantity::{Currency, Number};
use crate::types::typed::Type;
use crate::value::{Extent, Open, Value};

/// Bounds of a value, both included, or the values that are possible.
#[derive(Clone, PartialEq, Eq, Serialize, Debug, Default)]
pub struct Bounds {
    /// The least value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// The greatest value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
    /// All values that are possible.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<String>,
    /// A value that the enum does not name is possible.
    #[serde(skip_serializing_if = "is_false")]
    pub other: bool,
    /// That there is no value is possible.
    #[serde(skip_serializing_if = "is_false")]
    pub absent: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Bounds {
    /// The bounds of an open value; none where nothing is known of it.
    pub(super) fn of(open: &Open, ty: &Type, names: Names<'_>) -> Option<Self> {
        let write = |value: Value| Plain::new(&value, ty, names).to_string();
        let mut bounds = match &open.extent {
            Extent::Numbers { low, high } => {
                let number = |bound: &Option<Number>| bound.map(|n| write(Value::Number(n)));
                Self { low: number(low), high: number(high), ..Self::default() }
            }
            Extent::Amounts { low, high, currency } => Self {
                low: low.map(|bound| amount(bound, *currency)),
                high: high.map(|bound| amount(bound, *currency)),
                ..Self::default()
            },
            Extent::Days { low, high } => Self {
                low: low.map(|day| day.to_string()),
                high: high.map(|day| day.to_string()),
                ..Self::default()
            },
            Extent::Bools => Self::among(["no".to_owned(), "yes".to_owned()]),
            Extent::Members { members, other } => Self {
                other: *other,
                ..Self::among(members.iter().map(|position| write(Value::Member(*position))))
            },
            Extent::Values(values) => Self::among(values.iter().cloned().map(write)),
            Extent::Nothing | Extent::Record(_) | Extent::List { .. } | Extent::Any => {
                Self::default()
            }
        };
        if bounds == Self::default() {
            return None;
        }
        bounds.absent = open.absent;
        Some(bounds)
    }

    fn among(values: impl IntoIterator<Item = String>) -> Self {
        Self { among: values.into_iter().collect(), ..Self::default() }
    }
}

fn amount(bound: Number, currency: Option<Currency>) -> String {
    match currency {
        Some(currency) => crate::quantity::Money::new(bound, currency).to_string(),
        None => bound.to_string(),
    }
}
