//! What values are called: members of enums, records, cells.

use crate::explain::sheet::{FactSheet, element_path};
use crate::types::typed::{Checked, EnumId, Member, Type};
use crate::value::{List, Value};

/// Where the names of values come from.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub(in crate::explain) checked: &'a Checked,
    pub(in crate::explain) sheet: Option<&'a dyn FactSheet>,
}

impl<'a> Names<'a> {
    /// Names of a programme, for values that have nothing to do with a proposal.
    #[must_use]
    pub fn of(checked: &'a Checked) -> Self {
        Self { checked, sheet: None }
    }

    /// Names of a programme and of the facts of a proposal.
    #[must_use]
    pub fn with_facts(checked: &'a Checked, sheet: &'a dyn FactSheet) -> Self {
        Self { checked, sheet: Some(sheet) }
    }

    /// The member at a position of an enum.
    pub(super) fn member(&self, id: EnumId, position: u16) -> Option<&'a Member> {
        self.checked.enums.get(id.index())?.members.get(usize::from(position))
    }

    /// The path of a cell; the number of the cell where there are no facts.
    pub(in crate::explain) fn path(&self, cell: u32) -> String {
        self.sheet.map_or_else(|| format!("#{cell}"), |sheet| sheet.path(cell))
    }

    /// What a record is called: its path when it is an element of a list, else its type.
    pub(super) fn record(&self, cell: u32, ty: &Type) -> String {
        if let Some(path) = self.sheet.and_then(|sheet| element_path(sheet, cell)) {
            return path;
        }
        match ty.required() {
            Type::Record(id) => self.checked.records.get(id.index()).map(|r| r.name.to_string()),
            _ => None,
        }
        .unwrap_or_else(|| self.path(cell))
    }
}

/// The type that a value is written by: the one it is said to have, or the one that it shows
/// itself where the two do not fit.
pub(in crate::explain) fn fitting<'t>(value: &Value, ty: &'t Type) -> &'t Type {
    let ty = ty.required();
    let fits = match value {
        Value::Bool(_) => matches!(ty, Type::Bool),
        Value::Number(_) => {
            matches!(ty, Type::Integer | Type::Decimal | Type::Percent | Type::Points)
        }
        Value::Member(_) | Value::Other(_) => matches!(ty, Type::Enum(_)),
        Value::List(_) => matches!(ty, Type::List(_)),
        Value::Group(_) => matches!(ty, Type::Group(_)),
        Value::Record(_) => matches!(ty, Type::Record(_)),
        _ => true,
    };
    if fits { ty } else { shown(value) }
}

/// The type that a value shows itself; a number shows no unit.
fn shown(value: &Value) -> &'static Type {
    match value {
        Value::Bool(_) => &Type::Bool,
        Value::Number(_) => &Type::Decimal,
        _ => &Type::Poison,
    }
}

/// The type of the elements of a list.
pub(super) fn element_type(ty: &Type) -> &Type {
    match ty.required() {
        Type::List(element) => element,
        _ => &Type::Poison,
    }
}

/// The type of the key of a group.
pub(super) fn key_type(ty: &Type) -> &Type {
    match ty.required() {
        Type::Group(parts) => &parts.0,
        _ => &Type::Poison,
    }
}

/// The most elements of a list that are written out.
const SHOWN: usize = 12;

/// The first elements of a list, and how many are left out.
pub(super) fn first_elements(list: &List) -> (Vec<Value>, usize) {
    let shown: Vec<Value> = list.iter().take(SHOWN).collect();
    let left_out = list.len().saturating_sub(shown.len());
    (shown, left_out)
}
