//! A value in a report: certain, undecided or not computable.

use serde::Serialize;

use super::{Bounds, MissingEntry, PlaceEntry};
use crate::explain::case::Case;
use crate::explain::format::{Plain, fitting};
use crate::explain::reason::{fault_name, fault_text};
use crate::types::typed::Type;
use crate::value::{Fault, Value};

/// A value: a string when it is certain, else an object that says what is known of it.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Figure<'a> {
    /// The exact value.
    Certain(Plain<'a>),
    /// What can still become of it.
    Open(OpenFigure),
    /// Why it cannot be computed.
    Fault {
        /// The fault.
        fault: FaultEntry<'a>,
    },
}

/// A value that is not decided.
#[derive(Serialize)]
pub struct OpenFigure {
    /// Its bounds, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Bounds>,
    /// What would decide it.
    pub missing: Vec<MissingEntry>,
}

/// Why something cannot be computed.
#[derive(Serialize)]
pub struct FaultEntry<'a> {
    /// The kind of fault.
    pub kind: &'static str,
    /// The same in words.
    pub message: String,
    /// The expression in the rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<PlaceEntry<'a>>,
}

impl<'a> Figure<'a> {
    /// A value of a type.
    pub(super) fn new(case: &Case<'a>, value: &'a Value, ty: &'a Type) -> Self {
        match value {
            Value::Open(open) => Self::Open(OpenFigure {
                bounds: Bounds::of(open, fitting(value, ty), case.names()),
                missing: MissingEntry::all(case, &open.missing),
            }),
            Value::Fault(fault) => Self::Fault { fault: FaultEntry::new(case, fault) },
            _ => Self::Certain(Plain::new(value, ty, case.names())),
        }
    }

    /// The parts of the value, for an entry that has a field for each.
    pub(super) fn split(self) -> Stated<'a> {
        match self {
            Self::Certain(value) => Stated { value: Some(value), ..Stated::default() },
            Self::Open(open) => {
                Stated { bounds: open.bounds, missing: open.missing, ..Stated::default() }
            }
            Self::Fault { fault } => Stated { fault: Some(fault), ..Stated::default() },
        }
    }
}

/// A value taken apart.
#[derive(Default)]
pub(super) struct Stated<'a> {
    pub(super) value: Option<Plain<'a>>,
    pub(super) bounds: Option<Bounds>,
    pub(super) missing: Vec<MissingEntry>,
    pub(super) fault: Option<FaultEntry<'a>>,
}

impl<'a> FaultEntry<'a> {
    /// A fault with its place.
    pub(super) fn new(case: &Case<'a>, fault: &Fault) -> Self {
        Self {
            kind: fault_name(&fault.kind),
            message: fault_text(case, fault),
            at: PlaceEntry::new(case.submission.sources, fault.at),
        }
    }
}
