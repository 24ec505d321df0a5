//! A key that names no record, or several.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A reference that cannot be followed.
pub(in crate::facts) struct UnknownReference<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The record's name.
    pub(in crate::facts) record: &'a str,
    /// What is wrong.
    pub(in crate::facts) fault: ReferenceFault<'a>,
}

/// What is wrong with a reference.
pub(in crate::facts) enum ReferenceFault<'a> {
    /// No record has this key; the key most like it.
    Nobody(Option<&'a str>),
    /// Several have it, and none is nearer than the others.
    Several,
}

impl From<UnknownReference<'_>> for Diagnostic {
    fn from(problem: UnknownReference<'_>) -> Self {
        let UnknownReference { site, record, fault } = problem;
        let words = shown(site.words);
        let code = Code::FACTS_UNKNOWN_REFERENCE;
        match fault {
            ReferenceFault::Several => {
                Self::error(code, format!("several `{record}` are named `{words}`"))
                    .label(site.span, "names more than one record")
                    .label(site.declared, "declared here as a reference")
                    .help("give each record a key of its own")
            }
            ReferenceFault::Nobody(like) => {
                let found = Self::error(code, format!("no `{record}` is named `{words}`"))
                    .label(site.span, "names no record")
                    .label(site.declared, "declared here as a reference");
                match like {
                    Some(like) => site.mend(found.help(format!("did you mean `{like}`?")), like),
                    None => found.help(format!("add a `{record}` with this key, or correct it")),
                }
            }
        }
    }
}
