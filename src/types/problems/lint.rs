//! Advice beyond errors.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::text::Span;

/// Something that nothing reads.
pub(in crate::types) struct Unused {
    /// What it is.
    pub(in crate::types) what: &'static str,
    /// Its name.
    pub(in crate::types) name: Arc<str>,
    /// Its declaration.
    pub(in crate::types) at: Span,
    /// How grave that is.
    pub(in crate::types) severity: Severity,
}

impl From<Unused> for Diagnostic {
    fn from(problem: Unused) -> Self {
        let Unused { what, name, at, severity } = problem;
        let diagnostic =
            Self::warning(Code::TYPES_UNUSED, format!("the {what} `{name}` is not used"))
                .label(at, "nothing reads this")
                .help(remedy(what));
        Self { severity, ..diagnostic }
    }
}

/// What to do with an unused thing of a kind.
fn remedy(what: &str) -> &'static str {
    match what {
        "fact" => "applicants are asked for it in vain; let a rule read it, or remove it",
        "definition" => {
            "let a rule read it, make it a `result` that every report states, or remove it"
        }
        "module" => "name it under `adopts` so that its rules bind, or remove the `use`",
        "source" => "let a rule `cite` it, or remove it",
        _ => "a rule may be missing that was meant to read it; else remove it",
    }
}

/// Words that do not speak all languages of the programme.
pub(in crate::types) struct MissingTranslation {
    /// Which words.
    pub(in crate::types) what: String,
    /// The languages that are missing.
    pub(in crate::types) languages: Vec<Arc<str>>,
    /// The rule.
    pub(in crate::types) at: Span,
}

impl From<MissingTranslation> for Diagnostic {
    fn from(problem: MissingTranslation) -> Self {
        let MissingTranslation { what, languages, at } = problem;
        let missing: Vec<String> = languages.iter().map(|tag| format!("`{tag}`")).collect();
        let missing = missing.join(", ");
        let message = format!("{what} is not given in {missing}");
        Self::error(Code::TYPES_MISSING_TRANSLATION, message)
            .label(at, format!("has no words in {missing}"))
            .help("add the words, or take the language out of `languages` in the programme")
    }
}

/// A share of the first of two terms that reads like a share of both.
pub(in crate::types) struct PercentOfSum {
    /// The share.
    pub(in crate::types) share: Span,
    /// The sum.
    pub(in crate::types) sum: Span,
}

impl From<PercentOfSum> for Diagnostic {
    fn from(problem: PercentOfSum) -> Self {
        Self::warning(Code::TYPES_PERCENT_OF_SUM, "the share is taken of the first term only")
            .label(problem.share, "the share")
            .label(problem.sum, "the sum that follows is not part of it")
            .help("put parentheses around what the share is taken of")
    }
}

/// An amount that is stated or claimed, and that no clause rounds.
pub(in crate::types) struct Unrounded {
    /// What the amount is.
    pub(in crate::types) what: String,
    /// The whole amount.
    pub(in crate::types) at: Span,
    /// The part that can have more decimals than money has.
    pub(in crate::types) cause: Span,
    /// The smallest amount of the currency.
    pub(in crate::types) step: String,
}

impl From<Unrounded> for Diagnostic {
    fn from(problem: Unrounded) -> Self {
        let Unrounded { what, at, cause, step } = problem;
        let message = format!("nothing rounds {what}");
        let diagnostic = Self::warning(Code::TYPES_UNROUNDED, message);
        let diagnostic = if cause == at {
            diagnostic.label(at, format!("can have more decimals than {step}"))
        } else {
            let text = format!("can have more decimals than {step}");
            diagnostic.label(at, "the amount").label(cause, text)
        };
        diagnostic.help(format!(
            "write after the amount how the clause rounds it, such as `rounded down to {step}` or `rounded half up to {step}`"
        ))
    }
}

/// Two exceptions of one value that can hold at once.
pub(in crate::types) struct MayOverlap {
    /// The first.
    pub(in crate::types) first: Span,
    /// The second.
    pub(in crate::types) second: Span,
    /// They give the same value.
    pub(in crate::types) same: bool,
    /// Facts with which both hold; empty when they always do.
    pub(in crate::types) example: String,
}

impl From<MayOverlap> for Diagnostic {
    fn from(problem: MayOverlap) -> Self {
        let MayOverlap { first, second, same, example } = problem;
        let when = match example.as_str() {
            "" => "always".to_owned(),
            example => format!("when {example}"),
        };
        let diagnostic = if same {
            Self::advice(Code::TYPES_MAY_OVERLAP, "two exceptions with one value can hold at once")
                .help(format!(
                    "both hold {when}; one exception with `or` says the same more plainly"
                ))
        } else {
            Self::warning(
                Code::TYPES_MAY_OVERLAP,
                "two exceptions with different values can hold at once",
            )
            .help(format!(
                "both hold {when}, which is a fault: exceptions carry no order, so narrow one condition, or put the special case into the braces of the general one"
            ))
        };
        diagnostic.label(second, "and this one").label(first, "this one")
    }
}

/// A divisor that can be zero.
pub(in crate::types) struct ZeroDivisor {
    /// Its words.
    pub(in crate::types) words: String,
    /// Where it is.
    pub(in crate::types) at: Span,
    /// A comparison and what says the same without dividing.
    pub(in crate::types) instead: Option<(Span, String)>,
}

impl From<ZeroDivisor> for Diagnostic {
    fn from(problem: ZeroDivisor) -> Self {
        let ZeroDivisor { words, at, instead } = problem;
        let short = words.chars().count() <= 40 && !words.contains('\n');
        let message = match short {
            true => format!("the divisor `{words}` can be zero"),
            false => "the divisor can be zero".to_owned(),
        };
        let diagnostic = Self::warning(Code::TYPES_ZERO_DIVISOR, message)
            .label(at, "where it is 0, this cannot be computed");
        match instead {
            Some((span, instead)) => diagnostic
                .help(format!("`{instead}` says the same and does not divide"))
                .fix(format!("write `{instead}`"), span, instead),
            None => diagnostic.help(
                "compare with a share, as in `part <= 15% of whole`, or divide only where the divisor is shown to be other than zero: `above 0` on its field, or a condition beside it",
            ),
        }
    }
}
