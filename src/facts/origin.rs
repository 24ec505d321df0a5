//! Where a fact comes from.

use crate::text::Span;

/// Where the value of a cell comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// Words of the proposal.
    Bytes {
        /// The words of the value; those of an explicit `null` too.
        span: Span,
    },
    /// A value that the host handed over; its place is the path of the cell.
    Path,
    /// The default that the field declares.
    Default {
        /// The field's name in its declaration.
        span: Span,
    },
    /// Nobody gave it: absent where the field is optional, else unknown.
    Omitted {
        /// The record of the proposal that lacks it; none for values that a host handed over.
        span: Option<Span>,
    },
    /// It stands for an element of a list that nobody gave.
    StandIn,
}

impl Origin {
    /// The place in the proposal that shows the fact, or the record that lacks it.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match *self {
            Self::Bytes { span } => Some(span),
            Self::Omitted { span } => span,
            Self::Path | Self::Default { .. } | Self::StandIn => None,
        }
    }
}
