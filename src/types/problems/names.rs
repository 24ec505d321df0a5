//! Names that stand for nothing, and names that stand for the wrong thing.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::syntax::ast::{Name, Path};
use crate::text::Span;

/// A name that is not declared.
pub(in crate::types) struct NoSuchName {
    kind: String,
    name: String,
    at: Span,
    near: Option<String>,
    member: Option<String>,
    around: Option<String>,
}

impl NoSuchName {
    /// A path of which no `kind` is declared.
    pub(in crate::types) fn new(kind: &str, path: &Path, known: &[String]) -> Self {
        Self::of(kind, path.text(), path.span, known)
    }

    /// A single name of which no `kind` is declared.
    pub(in crate::types) fn single(kind: &str, name: &Name, known: &[String]) -> Self {
        Self::of(kind, name.value.to_string(), name.span, known)
    }

    fn of(kind: &str, name: String, at: Span, known: &[String]) -> Self {
        let near = nearest(&name, known.iter().map(String::as_str)).map(str::to_owned);
        Self { kind: kind.to_owned(), name, at, near, member: None, around: None }
    }

    /// Adds an enum's member of this name, which may be what was meant.
    pub(in crate::types) fn perhaps_member(self, member: Option<String>) -> Self {
        Self { member, ..self }
    }

    /// Adds a root that has this name, where a refined rule is checked on several.
    pub(in crate::types) fn perhaps_around(self, around: Option<String>) -> Self {
        Self { around, ..self }
    }
}

impl From<NoSuchName> for Diagnostic {
    fn from(problem: NoSuchName) -> Self {
        let NoSuchName { kind, name, at, near, member, around } = problem;
        let diagnostic =
            Self::error(Code::TYPES_NO_SUCH_NAME, format!("there is no {kind} named `{name}`"))
                .label(at, "not declared");
        if let Some(around) = around {
            return diagnostic.help(format!(
                "`{around}` has it, and the rule is checked on other roots too: say which is meant, `refine … for {around} {{ … }}`"
            ));
        }
        if let Some(member) = member {
            return diagnostic.help(format!("did you mean the member `{member}`?")).fix(
                format!("write `{member}`"),
                at,
                member,
            );
        }
        match near {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(
                format!("write `{near}`"),
                at,
                near,
            ),
            None => diagnostic.help(declare(&kind)),
        }
    }
}

/// Where a thing of a kind would have to be declared.
fn declare(kind: &str) -> &'static str {
    match kind {
        "source" => {
            "declare it: `source law { title en \"…\" }`, or write `module.name` for one of a module in use"
        }
        "type" => {
            "plain types are `bool`, `integer`, `decimal`, `percent`, `money`, `date`, `period`, `duration` and `text`; others are declared with `record` or `enum`, or named as `module.Name`"
        }
        "record" => {
            "declare it with `record` or `facts`, or write `module.Name` for one of a module in use"
        }
        "module in use" => {
            "bring the module in with `use` and name it by the last part of its path"
        }
        "level of evidence" => "the levels are `declared`, `documented` and `verified`",
        _ => {
            "look for a slip of the pen; names of another module need a `use` and the module before the dot"
        }
    }
}

/// A member that an enum does not have.
pub(in crate::types) struct NoSuchMember {
    declared: Arc<str>,
    name: Arc<str>,
    at: Span,
    near: Option<String>,
    members: String,
    declared_at: Span,
}

impl NoSuchMember {
    /// The member `name` of the enum `declared`, which has only `members`.
    pub(in crate::types) fn new(
        declared: &Arc<str>,
        name: &Name,
        members: &[&str],
        declared_at: Span,
    ) -> Self {
        let near = nearest(&name.value, members.iter().copied()).map(str::to_owned);
        let listed: Vec<String> = members.iter().take(12).map(|m| format!("`{m}`")).collect();
        let more = if members.len() > 12 { ", …" } else { "" };
        Self {
            declared: declared.clone(),
            name: name.value.clone(),
            at: name.span,
            near,
            members: format!("{}{more}", listed.join(", ")),
            declared_at,
        }
    }
}

impl From<NoSuchMember> for Diagnostic {
    fn from(problem: NoSuchMember) -> Self {
        let NoSuchMember { declared, name, at, near, members, declared_at } = problem;
        let message = format!("`{name}` is not a member of `{declared}`");
        let diagnostic = Self::error(Code::TYPES_NO_SUCH_MEMBER, message)
            .label(at, "no such member")
            .label(declared_at, "declared here");
        match near {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(
                format!("write `{near}`"),
                at,
                near,
            ),
            None => diagnostic.help(format!("its members are {members}")),
        }
    }
}

/// A definition or rule of another record than the one at hand.
pub(in crate::types) struct NotForThis {
    /// What is asked for.
    pub(in crate::types) name: Arc<str>,
    /// The record that it is for.
    pub(in crate::types) record: Arc<str>,
    /// Where.
    pub(in crate::types) at: Span,
}

impl From<NotForThis> for Diagnostic {
    fn from(problem: NotForThis) -> Self {
        let NotForThis { name, record, at } = problem;
        Self::error(
            Code::TYPES_NOT_FOR_THIS,
            format!("`{name}` is for `{record}`, which is not at hand here"),
        )
        .label(at, format!("needs a `{record}`"))
        .help(format!("read it on a value of type `{record}`, as in `p.{name}`"))
    }
}

/// Something that takes arguments is read without them.
pub(in crate::types) struct NeedsArguments {
    /// Its name.
    pub(in crate::types) name: Arc<str>,
    /// How many it takes.
    pub(in crate::types) count: usize,
    /// Where it is read.
    pub(in crate::types) at: Span,
    /// Where it is declared.
    pub(in crate::types) declared: Span,
}

impl From<NeedsArguments> for Diagnostic {
    fn from(problem: NeedsArguments) -> Self {
        let NeedsArguments { name, count, at, declared } = problem;
        let (keys, places) = match count {
            1 => ("its key", "…".to_owned()),
            _ => ("its keys", vec!["…"; count.min(8)].join(", ")),
        };
        Self::error(Code::TYPES_ARGUMENTS, format!("`{name}` is read without {keys}"))
            .label(at, format!("{count} wanted in parentheses"))
            .label(declared, "declared here")
            .help(format!("write `{name}({places})`, in the order of the declaration"))
    }
}

/// A call with too many or too few arguments.
pub(in crate::types) struct ArgumentCount {
    name: String,
    wanted: usize,
    found: usize,
    at: Span,
}

impl ArgumentCount {
    /// A call of `name`, which takes `wanted` arguments.
    pub(in crate::types) fn of_function(name: &str, wanted: usize, found: usize, at: Span) -> Self {
        Self { name: name.to_owned(), wanted, found, at }
    }
}

impl From<ArgumentCount> for Diagnostic {
    fn from(problem: ArgumentCount) -> Self {
        let ArgumentCount { name, wanted, found, at } = problem;
        let wanted = match wanted {
            0 => "nothing".to_owned(),
            1 => "1 value".to_owned(),
            _ => format!("{wanted} values"),
        };
        let message = format!("`{name}` takes {wanted} in its parentheses");
        Self::error(Code::TYPES_ARGUMENTS, message)
            .label(at, format!("{found} given"))
            .help("give one value for each that the declaration names, in its order")
    }
}

/// A call of something that cannot be called.
pub(in crate::types) struct NotCallable {
    /// What is called.
    pub(in crate::types) at: Span,
}

impl From<NotCallable> for Diagnostic {
    fn from(problem: NotCallable) -> Self {
        Self::error(Code::TYPES_NOT_CALLABLE, "this takes no values in parentheses")
            .label(problem.at, "followed by parentheses")
            .help("only functions, tables, parameters with keys and definitions with parameters do; anything else is read by its name alone")
    }
}
