//! Rules, their clauses and circles.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A rule that does not say what it is for.
pub(in crate::types) struct NoRecord {
    /// Its head.
    pub(in crate::types) at: Span,
}

impl From<NoRecord> for Diagnostic {
    fn from(problem: NoRecord) -> Self {
        Self::error(Code::TYPES_NO_RECORD, "the rule does not say what it is for")
            .label(problem.at, "for what?")
            .help("write `for` and the record, as in `rule x for Project`")
    }
}

/// A rule that permits and requires.
pub(in crate::types) struct NotBoth {
    /// Its head.
    pub(in crate::types) at: Span,
}

impl From<NotBoth> for Diagnostic {
    fn from(problem: NotBoth) -> Self {
        Self::error(Code::TYPES_NOT_BOTH, "a permission cannot require anything as well")
            .label(problem.at, "has `permit` and a requirement")
            .help("make two rules of it")
    }
}

/// A clause that may stand only once.
pub(in crate::types) struct ClauseTwice {
    /// The word that it begins with.
    pub(in crate::types) word: &'static str,
    /// The first.
    pub(in crate::types) first: Span,
    /// The second.
    pub(in crate::types) second: Span,
}

impl From<ClauseTwice> for Diagnostic {
    fn from(problem: ClauseTwice) -> Self {
        let ClauseTwice { word, first, second } = problem;
        let help = match word {
            "title" | "message" => format!(
                "keep one; its languages follow one another without commas: `{word} en \"…\" pl \"…\"`"
            ),
            "clause" | "group" => "keep one of the two".to_owned(),
            _ => "keep one of the two, or make two rules of them".to_owned(),
        };
        Self::error(Code::TYPES_CLAUSE_TWICE, format!("`{word}` stands twice in this rule"))
            .label(second, "again here")
            .label(first, "first here")
            .help(help)
    }
}

/// `and` and `or` without parentheses.
pub(in crate::types) struct MixedLogic {
    /// One of the two.
    pub(in crate::types) first: Span,
    /// The other.
    pub(in crate::types) second: Span,
}

impl From<MixedLogic> for Diagnostic {
    fn from(problem: MixedLogic) -> Self {
        Self::error(Code::TYPES_MIXED_LOGIC, "`and` and `or` are mixed without parentheses")
            .label(problem.second, "is this joined first …")
            .label(problem.first, "… or this?")
            .help("put parentheses around what belongs together: `(a and b) or c`, or else `a and (b or c)`")
    }
}

/// Definitions or rules that rest on each other in a circle.
pub(in crate::types) struct CircularDefinition {
    /// The circle; the first stands again at the end.
    pub(in crate::types) names: Vec<String>,
    /// The declaration of the first.
    pub(in crate::types) at: Span,
    /// Where each reads the next.
    pub(in crate::types) steps: Vec<Span>,
}

impl From<CircularDefinition> for Diagnostic {
    fn from(problem: CircularDefinition) -> Self {
        let CircularDefinition { names, at, steps } = problem;
        let first = names.first().map(String::as_str).unwrap_or_default();
        let message = match names.len() {
            0..=2 => format!("`{first}` rests on itself"),
            _ => {
                let circle: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                format!("`{first}` rests on itself: {}", circle.join(" → "))
            }
        };
        let mut diagnostic =
            Self::error(Code::TYPES_CIRCULAR_DEFINITION, message).label(at, "to know this …");
        for step in steps {
            diagnostic = diagnostic.label(step, "… this must be known first");
        }
        diagnostic.help("let one of the circle rest on facts and parameters alone")
    }
}

/// Definitions without a type that rest on too many others.
pub(in crate::types) struct DeepDefinitions {
    /// The one too deep.
    pub(in crate::types) at: Span,
    /// Its declaration.
    pub(in crate::types) declared: Option<Span>,
}

impl From<DeepDefinitions> for Diagnostic {
    fn from(problem: DeepDefinitions) -> Self {
        let diagnostic = Self::error(
            Code::TYPES_DEEP_DEFINITIONS,
            "definitions without a written type rest too deep on each other",
        )
        .label(problem.at, "read here")
        .help("write the type of some of them: `define x for Project: money = …`");
        match problem.declared {
            Some(declared) => diagnostic.label(declared, "declared here"),
            None => diagnostic,
        }
    }
}
