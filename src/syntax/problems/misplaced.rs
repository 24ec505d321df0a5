//! Something that stands where it has no meaning.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A clause that this kind of declaration does not take.
pub(in crate::syntax) struct MisplacedClause {
    /// The clause.
    pub(in crate::syntax) at: Span,
    /// Its first word.
    pub(in crate::syntax) word: String,
    /// What it stands in.
    pub(in crate::syntax) place: &'static str,
}

impl From<MisplacedClause> for Diagnostic {
    fn from(problem: MisplacedClause) -> Self {
        let MisplacedClause { at, word, place } = problem;
        let takes = match place {
            "refine" => "`refine` adds `when`, `unless`, `if not`, `title`, `message` and `cite`",
            "prefer" => "a preference has `when`, `let`, `require`, `award`, `group` and words",
            "information" => "a piece of information has `clause`, `title`, `message` and `cite`",
            "alternative" => "an alternative has `when`, `let`, `require`, `forbid` and `cite`",
            _ => "points are awarded by a preference: `prefer`",
        };
        Self::error(Code::SYNTAX_MISPLACED, format!("`{word}` has no place in `{place}`"))
            .label(at, "cannot stand here")
            .help(takes)
    }
}

/// A date of a test after its first line.
pub(in crate::syntax) struct LateTestDate {
    /// The date.
    pub(in crate::syntax) at: Span,
}

impl From<LateTestDate> for Diagnostic {
    fn from(problem: LateTestDate) -> Self {
        Self::error(Code::SYNTAX_MISPLACED, "a test's `on DATE` comes first")
            .label(problem.at, "a date on a later line")
            .help("to go on with another date write `given on DATE …`")
    }
}

/// A `module` line that is not the first declaration.
pub(in crate::syntax) struct Misordered {
    /// The path.
    pub(in crate::syntax) at: Span,
}

impl From<Misordered> for Diagnostic {
    fn from(problem: Misordered) -> Self {
        Self::error(Code::SYNTAX_MISPLACED, "`module` comes before all else")
            .label(problem.at, "after other declarations")
            .help("move the line to the top of the file")
    }
}
