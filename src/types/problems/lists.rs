//! Lists and what is made of them.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// An empty list of which nothing says the type.
pub(in crate::types) struct EmptyList {
    /// The list.
    pub(in crate::types) at: Span,
}

impl From<EmptyList> for Diagnostic {
    fn from(problem: EmptyList) -> Self {
        Self::error(Code::TYPES_EMPTY_LIST, "nothing says what this empty list holds")
            .label(problem.at, "a list of what?")
            .help("write the type after a colon, as in `define x: list of money = []`")
    }
}

/// Links without ends that fit.
pub(in crate::types) struct LinkEnds {
    /// The type of a link.
    pub(in crate::types) link: String,
    /// The type of the start.
    pub(in crate::types) end: String,
    /// The links.
    pub(in crate::types) at: Span,
}

impl From<LinkEnds> for Diagnostic {
    fn from(problem: LinkEnds) -> Self {
        let LinkEnds { link, end, at } = problem;
        Self::error(Code::TYPES_LINK_ENDS, format!("`{link}` has no fields `from` and `to` of type {end}"))
            .label(at, "the links")
            .help("a link joins two values of the type that the search starts with; declare `from` and `to` of that type, for records as `key of`")
    }
}

/// Something that cannot be summed up or put in order.
pub(in crate::types) struct AggregateKindMismatch {
    /// The function.
    pub(in crate::types) word: &'static str,
    /// The type of the elements.
    pub(in crate::types) found: String,
    /// The element.
    pub(in crate::types) at: Span,
}

impl From<AggregateKindMismatch> for Diagnostic {
    fn from(problem: AggregateKindMismatch) -> Self {
        let AggregateKindMismatch { word, found, at } = problem;
        Self::error(Code::TYPES_AGGREGATE_KIND, format!("`{word}` cannot be taken of {found}"))
            .label(at, format!("this is {found}"))
            .help(takes(word))
    }
}

/// What a function over a list can be taken of.
fn takes(word: &str) -> &'static str {
    match word {
        "sum" => {
            "numbers, percentages, lengths of time and amounts of one currency can be added; to count elements write `count(x in list where …)`"
        }
        "average" => "numbers, percentages and amounts of one currency have an average",
        _ => {
            "numbers, percentages, lengths of time, dates and amounts of one currency have an order"
        }
    }
}

/// A rounding step that does not fit.
pub(in crate::types) struct StepKind {
    /// The type of what is rounded; nothing when the step is zero or below.
    pub(in crate::types) found: Option<String>,
    /// What is rounded.
    pub(in crate::types) operand: Span,
    /// The step.
    pub(in crate::types) at: Span,
}

impl From<StepKind> for Diagnostic {
    fn from(problem: StepKind) -> Self {
        let StepKind { found, operand, at } = problem;
        let diagnostic = match found {
            Some(found) => {
                Self::error(Code::TYPES_STEP_KIND, format!("{found} has no steps of this kind"))
                    .label(at, "the step")
                    .label(operand, format!("this is {found}"))
            }
            None => Self::error(Code::TYPES_STEP_KIND, "nothing is rounded to steps of zero")
                .label(at, "the step")
                .label(operand, "what is rounded"),
        };
        diagnostic.help(
            "a step is above zero and in the unit of what is rounded: `rounded down to 0.01` for money and numbers, `rounded down to 0.1%` for percentages",
        )
    }
}
