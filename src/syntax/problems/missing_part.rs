//! A declaration without its main part.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::ast::Name;
use crate::text::Span;

/// A definition, parameter, table or grid without any value.
pub(in crate::syntax) struct NoValue {
    /// Its head.
    pub(in crate::syntax) at: Span,
    /// What it is.
    pub(in crate::syntax) what: &'static str,
}

impl From<NoValue> for Diagnostic {
    fn from(problem: NoValue) -> Self {
        Self::error(Code::SYNTAX_MISSING_PART, format!("this {} has no value", problem.what))
            .label(problem.at, "no value follows")
            .help("write at least one value; `open define` and `open table` leave it to others")
    }
}

/// A rule or an alternative that decides nothing.
pub(in crate::syntax) struct NoRequirement {
    /// Its head.
    pub(in crate::syntax) at: Span,
    /// Its name.
    pub(in crate::syntax) name: String,
}

impl From<NoRequirement> for Diagnostic {
    fn from(problem: NoRequirement) -> Self {
        let name = super::shown(&problem.name);
        Self::error(Code::SYNTAX_MISSING_PART, format!("`{name}` requires nothing"))
            .label(problem.at, "decides nothing")
            .help(
                "write what must hold (`require`) or must not (`forbid`); a rule may also `permit`",
            )
    }
}

/// A preference without points.
pub(in crate::syntax) struct PreferWithoutAward {
    /// Its head.
    pub(in crate::syntax) at: Span,
    /// Its name.
    pub(in crate::syntax) name: String,
}

impl From<PreferWithoutAward> for Diagnostic {
    fn from(problem: PreferWithoutAward) -> Self {
        let name = super::shown(&problem.name);
        Self::error(Code::SYNTAX_MISSING_PART, format!("`{name}` awards nothing"))
            .label(problem.at, "gives no points")
            .help("write how much it counts: `award 2 points`")
    }
}

/// `where` after an expression that names no elements.
pub(in crate::syntax) struct StrayWhere {
    /// The `where` and its condition.
    pub(in crate::syntax) at: Span,
}

impl From<StrayWhere> for Diagnostic {
    fn from(problem: StrayWhere) -> Self {
        Self::error(Code::SYNTAX_MISSING_PART, "`where` has no elements to choose from")
            .label(problem.at, "chooses among what?")
            .help("write `x in LIST where …` or `VALUE for x in LIST where …`")
    }
}

/// Exchange rates of which something is not said that conversion needs.
pub(in crate::syntax) struct IncompleteRates {
    /// Their name.
    pub(in crate::syntax) name: Name,
    /// What is not said.
    pub(in crate::syntax) missing: RatesPart,
}

/// What is said of exchange rates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::syntax) enum RatesPart {
    /// The base currency.
    Base,
    /// How often there are new rates.
    Rhythm,
    /// Which way quotes are read.
    Quotation,
    /// The quotes.
    Contents,
}

impl From<IncompleteRates> for Diagnostic {
    fn from(problem: IncompleteRates) -> Self {
        let IncompleteRates { name, missing } = problem;
        let shown = super::shown(&name.value);
        let (what, help) = match missing {
            RatesPart::Base => ("have no base currency", "name it: `base EUR`"),
            RatesPart::Rhythm => (
                "do not say how often they change",
                "write `monthly`, `daily`, or `frozen on` and a date",
            ),
            RatesPart::Quotation => (
                "do not say which way they are quoted",
                "write `quoted per base` where 1 EUR is 4.3208 PLN, `quoted in base` where 1 PLN is 0.2314 EUR",
            ),
            RatesPart::Contents => (
                "have no quotes",
                "write them in `rows { … }`, name a `file` beside the module, or let the host give them: `supplied`",
            ),
        };
        Self::error(Code::SYNTAX_MISSING_PART, format!("the rates `{shown}` {what}"))
            .label(name.span, "nothing is converted with these")
            .help(help)
    }
}
