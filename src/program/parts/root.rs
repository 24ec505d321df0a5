//! What is computed for a proposal of one kind.

use std::sync::Arc;

use crate::types::typed::{DefinitionId, RecordId, RuleId};

/// All that is computed for one kind of root.
#[derive(Clone, Debug)]
pub(crate) struct RootPlan {
    /// The root.
    pub(crate) record: RecordId,
    /// The rules that bind, in the order of the report.
    pub(crate) rules: Vec<Run<RuleId>>,
    /// The results that a report states, in order.
    pub(crate) results: Vec<Run<DefinitionId>>,
    /// Preferences by group, the groups by name.
    pub(crate) groups: Vec<(Arc<str>, Vec<RuleId>)>,
    /// Rules that bind but need another root.
    pub(crate) elsewhere: Vec<RuleId>,
}

/// A rule or result and the records of the root that it is computed for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Run<T> {
    /// What is computed.
    pub(crate) what: T,
    /// The list of the root whose elements are roots of their own: its cell, and the record that
    /// the elements are. None for the root itself.
    pub(crate) each_of: Option<(u32, RecordId)>,
    /// How far the record that it is for starts after the root or the element.
    pub(crate) offset: u32,
}
