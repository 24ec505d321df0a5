//! Refinements that read the facts around a rule's record.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// `refine … for R` with a record that does not lie around the rule's.
pub(in crate::types) struct NotAround {
    /// The rule.
    pub(in crate::types) rule: String,
    /// The record that the rule is for, where it is for one.
    pub(in crate::types) own: Option<String>,
    /// The record after `for`.
    pub(in crate::types) named: String,
    /// That record includes the rule's, but nothing is checked that includes it.
    pub(in crate::types) includes: bool,
    /// Where it is named.
    pub(in crate::types) at: Span,
}

impl From<NotAround> for Diagnostic {
    fn from(problem: NotAround) -> Self {
        let NotAround { rule, own, named, includes, at } = problem;
        let message = format!("`{rule}` is not checked on `{named}`");
        let diagnostic = Self::error(Code::TYPES_NOT_AROUND, message);
        match own {
            _ if includes => diagnostic
                .label(at, "no proposal is or includes this record")
                .help(format!("name `{named}` or a record that includes it under `checks`")),
            Some(own) => {
                diagnostic.label(at, format!("does not include `{own}`")).help(format!(
                    "the rule is for `{own}`: name a record that says `include {own}`, or leave `for {named}` out"
                ))
            }
            None => diagnostic
                .label(at, "the rule is for no record")
                .help(format!("leave `for {named}` out")),
        }
    }
}

/// A clause that can only change a rule as a whole, in a refinement for one root of several.
pub(in crate::types) struct RefinedForOne {
    /// The rule.
    pub(in crate::types) rule: String,
    /// Another root that the rule is checked on.
    pub(in crate::types) elsewhere: String,
    /// The clause.
    pub(in crate::types) clause: Span,
    /// The record after `for`.
    pub(in crate::types) at: Span,
}

impl From<RefinedForOne> for Diagnostic {
    fn from(problem: RefinedForOne) -> Self {
        let RefinedForOne { rule, elsewhere, clause, at } = problem;
        let message = format!("only `when` and `unless` can refine `{rule}` for one root");
        Self::error(Code::TYPES_REFINED_FOR_ONE, message)
            .label(clause, format!("would change the rule on `{elsewhere}` as well"))
            .label(at, "refined for this one")
            .help("write this clause into a `refine` without `for`, where it changes the rule on every root")
    }
}
