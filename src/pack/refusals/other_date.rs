//! Two dates of assessment.

use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Date;
use crate::text::Spanned;

/// The proposal names one date of assessment, the caller another.
pub(in crate::pack) struct OtherDate {
    /// What the proposal says.
    pub(in crate::pack) written: Spanned<Date>,
    /// What the caller says.
    pub(in crate::pack) asked: Date,
}

impl From<OtherDate> for Diagnostic {
    fn from(problem: OtherDate) -> Self {
        let OtherDate { written, asked } = problem;
        let message =
            format!("the proposal is to be assessed on {}, not on {asked}", written.value);
        Self::error(Code::PACK_OTHER_DATE, message)
            .label(written.span, "the date that it names")
            .help(format!("assess it on {}, or write `$as_of: {asked}`", written.value))
    }
}
