//! Values of the wrong type.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A value of one type where another is wanted.
pub(in crate::types) struct Mismatch {
    /// What is wanted.
    pub(in crate::types) expected: String,
    /// What is there.
    pub(in crate::types) found: String,
    /// Where.
    pub(in crate::types) at: Span,
    /// Where its type comes from.
    pub(in crate::types) origin: Option<(Span, String)>,
    /// What to do.
    pub(in crate::types) help: Option<String>,
}

impl From<Mismatch> for Diagnostic {
    fn from(problem: Mismatch) -> Self {
        let Mismatch { expected, found, at, origin, help } = problem;
        let message = format!("{expected} is wanted here, but this is {found}");
        let mut diagnostic =
            Self::error(Code::TYPES_MISMATCH, message).label(at, format!("this is {found}"));
        if let Some((span, words)) = origin.filter(|(span, _)| *span != at) {
            diagnostic = diagnostic.label(span, words);
        }
        diagnostic.help(
            help.unwrap_or_else(|| format!("write {expected} here, or change what is declared")),
        )
    }
}

/// An operator whose two sides do not go together.
pub(in crate::types) struct Operands {
    /// The operator.
    pub(in crate::types) op: &'static str,
    /// Its place.
    pub(in crate::types) at: Span,
    /// The left side and its type.
    pub(in crate::types) left: (Span, String),
    /// The right side and its type.
    pub(in crate::types) right: (Span, String),
    /// Where the left side got its type.
    pub(in crate::types) left_origin: Option<(Span, String)>,
    /// Where the right side got its type.
    pub(in crate::types) right_origin: Option<(Span, String)>,
    /// What to do.
    pub(in crate::types) help: Option<String>,
    /// A change that would mend it: title, place, new words.
    pub(in crate::types) fix: Option<(String, Span, String)>,
}

impl From<Operands> for Diagnostic {
    fn from(problem: Operands) -> Self {
        let (left, right) = (&problem.left, &problem.right);
        let message = format!("`{}` does not go between {} and {}", problem.op, left.1, right.1);
        let mut diagnostic = Self::error(Code::TYPES_OPERANDS, message);
        // A span around both sides would only draw a line under their labels.
        if problem.at.to(left.0) != problem.at {
            diagnostic = diagnostic.label(problem.at, "these two do not go together");
        }
        diagnostic = diagnostic.label(left.0, left.1.clone()).label(right.0, right.1.clone());
        for (span, words) in [problem.left_origin, problem.right_origin].into_iter().flatten() {
            if span != left.0 && span != right.0 {
                diagnostic = diagnostic.label(span, words);
            }
        }
        let diagnostic = diagnostic.help(problem.help.unwrap_or_else(|| {
            "both sides have to be of one kind; the labels say of which they are".to_owned()
        }));
        match problem.fix {
            Some((title, span, text)) => diagnostic.fix(title, span, text),
            None => diagnostic,
        }
    }
}

/// Something that may be absent where a value is needed.
pub(in crate::types) struct MayBeAbsent {
    /// As written.
    pub(in crate::types) words: String,
    /// Where.
    pub(in crate::types) at: Span,
    /// Where it is declared optional.
    pub(in crate::types) origin: Option<(Span, String)>,
}

impl From<MayBeAbsent> for Diagnostic {
    fn from(problem: MayBeAbsent) -> Self {
        let MayBeAbsent { words, at, origin } = problem;
        let diagnostic = Self::error(Code::TYPES_MAY_BE_ABSENT, format!("`{words}` may be absent"))
            .label(at, "a value is needed here");
        let diagnostic = match origin {
            Some((span, words)) => {
                diagnostic.label(span, format!("{words}: the `?` means that it may be left out"))
            }
            None => diagnostic,
        };
        diagnostic.help(format!(
            "ask first: `when {words} is present`, or give a default: `{words} default … when absent`"
        ))
    }
}

/// `is present` of something that always is.
pub(in crate::types) struct AlwaysPresent {
    /// As written.
    pub(in crate::types) words: String,
    /// The test.
    pub(in crate::types) at: Span,
}

impl From<AlwaysPresent> for Diagnostic {
    fn from(problem: AlwaysPresent) -> Self {
        let message = format!("`{}` is always present", problem.words);
        Self::warning(Code::TYPES_ALWAYS_PRESENT, message)
            .label(problem.at, "this can have one answer only")
            .help("mark the field with `?` if it may be absent, or leave the test out")
    }
}

/// `is known` in a condition that binds.
pub(in crate::types) struct KnownInCondition {
    /// The test.
    pub(in crate::types) at: Span,
}

impl From<KnownInCondition> for Diagnostic {
    fn from(problem: KnownInCondition) -> Self {
        Self::error(Code::TYPES_KNOWN_IN_CONDITION, "a condition cannot ask what is known")
            .label(problem.at, "the answer would change when a fact is added")
            .help(
                "leave it out: while the fact is unknown, the rule is undetermined by itself; of an optional fact ask `is present`; messages and advice may ask `is known`",
            )
    }
}

/// A default for something that does not need it.
pub(in crate::types) struct WrongDefault {
    /// When it would take effect.
    pub(in crate::types) when: crate::syntax::ast::DefaultWhen,
    /// What it is for.
    pub(in crate::types) operand: Span,
    /// The whole expression.
    pub(in crate::types) at: Span,
}

impl From<WrongDefault> for Diagnostic {
    fn from(problem: WrongDefault) -> Self {
        use crate::syntax::ast::DefaultWhen;
        let (message, label) = match problem.when {
            DefaultWhen::Absent => ("this default never takes effect", "this is never absent"),
            DefaultWhen::NotInForce => ("this default never takes effect", "this has no dates"),
            DefaultWhen::None => (
                "this default never takes effect",
                "this is not a minimum, maximum, average or pick from a list",
            ),
        };
        Self::error(Code::TYPES_WRONG_DEFAULT, message)
            .label(problem.operand, label)
            .label(problem.at, "the default")
            .help("leave the default out")
    }
}
