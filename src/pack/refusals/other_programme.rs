//! A proposal that is for another programme.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Spanned;

/// The proposal names one programme, the caller another.
pub(in crate::pack) struct OtherProgramme {
    /// What the proposal says.
    pub(in crate::pack) written: Spanned<String>,
    /// The programme that it is checked against.
    pub(in crate::pack) asked: String,
}

impl From<OtherProgramme> for Diagnostic {
    fn from(problem: OtherProgramme) -> Self {
        let OtherProgramme { written, asked } = problem;
        let message = format!("the proposal is for `{}`, not for `{asked}`", written.value);
        Self::error(Code::PACK_OTHER_PROGRAMME, message)
            .label(written.span, "the programme that it names")
            .help(format!("check it against `{}`, or write `$programme: {asked}`", written.value))
    }
}
