//! Modules that cannot be found, read or told apart.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A module that the loader does not know.
pub(crate) struct NoSuchModule {
    /// The path asked for.
    pub(crate) path: String,
    /// A module with a name like it.
    pub(crate) near: Option<String>,
    /// The `use` that asks for it; none for the programme itself.
    pub(crate) at: Option<Span>,
}

impl From<NoSuchModule> for Diagnostic {
    fn from(problem: NoSuchModule) -> Self {
        let message = format!("there is no module `{}`", problem.path);
        let diagnostic =
            at(Self::error(Code::RESOLVE_NO_SUCH_MODULE, message), problem.at, "no such module");
        match (problem.near, problem.at) {
            (Some(near), Some(span)) => diagnostic.help(format!("did you mean `{near}`?")).fix(
                format!("write `{near}`"),
                span,
                near,
            ),
            (Some(near), None) => diagnostic.help(format!("did you mean `{near}`?")),
            (None, _) => diagnostic
                .help("a module `a.b.c` is the file `a/b/c.subvent` under the rules directory"),
        }
    }
}

/// A module that is there but cannot be read.
pub(crate) struct UnreadableModule {
    /// The path asked for.
    pub(crate) path: String,
    /// Why.
    pub(crate) reason: String,
    /// The `use` that asks for it.
    pub(crate) at: Option<Span>,
}

impl From<UnreadableModule> for Diagnostic {
    fn from(problem: UnreadableModule) -> Self {
        let message = format!("the module `{}` cannot be read: {}", problem.path, problem.reason);
        at(Self::error(Code::RESOLVE_UNREADABLE_MODULE, message), problem.at, "asked for here")
            .help("there is such a module, so its name is right; mend the file, then check again")
    }
}

/// A file that calls itself something else than its path says.
pub(crate) struct OtherName {
    /// What the file says.
    pub(crate) written: String,
    /// What its place says.
    pub(crate) path: String,
    /// The name in the file.
    pub(crate) at: Span,
}

impl From<OtherName> for Diagnostic {
    fn from(problem: OtherName) -> Self {
        let OtherName { written, path, at } = problem;
        Self::error(
            Code::RESOLVE_OTHER_NAME,
            format!("this is module `{path}`, but it calls itself `{written}`"),
        )
        .label(at, "another name than its file has")
        .help(format!("write `module {path}`, or move the file"))
        .fix(format!("write `{path}`"), at, path)
    }
}

/// A programme that reaches more modules than are allowed.
pub(crate) struct TooManyModules {
    /// How many are allowed.
    pub(crate) limit: usize,
    /// The `use` that would be one too many.
    pub(crate) at: Option<Span>,
}

impl From<TooManyModules> for Diagnostic {
    fn from(problem: TooManyModules) -> Self {
        let message = format!("more than {} modules are used", problem.limit);
        at(
            Self::error(Code::RESOLVE_TOO_MANY_MODULES, message),
            problem.at,
            "this one is not loaded",
        )
        .help("use only modules whose rules or names are needed, and put small ones together")
    }
}

fn at(diagnostic: Diagnostic, span: Option<Span>, text: &str) -> Diagnostic {
    match span {
        Some(span) => diagnostic.label(span, text),
        None => diagnostic,
    }
}
