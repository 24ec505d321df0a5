//! Files beside modules that cannot be found or read.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A file that is not beside its module.
pub(crate) struct NoSuchFile {
    /// Its name as written.
    pub(crate) file: String,
    /// The module.
    pub(crate) module: String,
    /// Where it is named.
    pub(crate) at: Span,
}

impl From<NoSuchFile> for Diagnostic {
    fn from(problem: NoSuchFile) -> Self {
        let NoSuchFile { file, module, at } = problem;
        let message = format!("there is no file `{file}` beside the module `{module}`");
        Self::error(Code::RESOLVE_NO_SUCH_FILE, message)
            .label(at, "no such file")
            .help("the path starts at the directory of the rule file; it cannot leave it")
    }
}

/// A file that is there but cannot be read, or a path that leads elsewhere.
pub(crate) struct UnreadableFile {
    /// Its name as written.
    pub(crate) file: String,
    /// Why.
    pub(crate) reason: String,
    /// What to do.
    pub(crate) help: &'static str,
    /// Where it is named.
    pub(crate) at: Span,
}

impl From<UnreadableFile> for Diagnostic {
    fn from(problem: UnreadableFile) -> Self {
        let message = format!("the file `{}` cannot be read: {}", problem.file, problem.reason);
        Self::error(Code::RESOLVE_UNREADABLE_FILE, message)
            .label(problem.at, "named here")
            .help(problem.help)
    }
}
