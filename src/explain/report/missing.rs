//! What is owed before something is decided.

use serde::Serialize;

use crate::explain::case::Case;
use crate::explain::owed::{Owner, level_name, owed_name};
use crate::value::{Missing, Owed};

/// One thing that is owed.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct MissingEntry {
    /// The path of the fact, or the name of the reading, table or rule.
    pub path: String,
    /// Who owes it.
    pub owed_by: &'static str,
    /// The evidence that is asked for, when the fact itself is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<&'static str>,
}

impl MissingEntry {
    /// All that is owed, in order and each once.
    pub(super) fn all(case: &Case<'_>, missing: &Missing) -> Vec<Self> {
        let names = case.names();
        let mut entries: Vec<Self> = Vec::new();
        for owed in missing.iter() {
            let evidence = match owed {
                Owed::Evidence(_, level) => Some(level_name(level)),
                _ => None,
            };
            let owed_by = Owner::of(owed, case.facts).name();
            entries.push(Self { path: owed_name(&names, owed), owed_by, evidence });
        }
        entries.dedup();
        entries
    }
}
