//! A proposal that is something the programme does not check.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Spanned;

/// The proposal says that it is a record that the programme does not check.
pub(in crate::pack) struct NoSuchRoot {
    /// What the proposal says; none when the programme checks nothing at all.
    pub(in crate::pack) written: Option<Spanned<String>>,
    /// What the programme checks, with back-ticks between.
    pub(in crate::pack) known: String,
    /// The one nearest to what is written.
    pub(in crate::pack) near: Option<String>,
    /// The programme.
    pub(in crate::pack) module: String,
}

impl NoSuchRoot {
    /// The module checks no proposals.
    pub(in crate::pack) fn without_roots(module: &str) -> Self {
        Self { written: None, known: String::new(), near: None, module: module.to_owned() }
    }
}

impl From<NoSuchRoot> for Diagnostic {
    fn from(problem: NoSuchRoot) -> Self {
        let NoSuchRoot { written, known, near, module } = problem;
        let Some(written) = written else {
            let message = format!("`{module}` is no programme: it says nowhere what it checks");
            return Self::error(Code::PACK_NO_SUCH_ROOT, message)
                .help("write `programme { checks Project }` in the module, or choose another");
        };
        let message = format!("`{module}` does not check a `{}`", written.value);
        let found = Self::error(Code::PACK_NO_SUCH_ROOT, message)
            .label(written.span, "not among what the programme checks");
        match near {
            Some(near) => {
                let title = format!("write `{near}`");
                found.help(format!("did you mean `{near}`?")).fix(title, written.span, near)
            }
            None => found.help(format!("it checks `{known}`")),
        }
    }
}
