//! Exchange rates and conversion.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::quantity::{Currency, Number, NumberError, RateDate, Rhythm};
use crate::text::{Span, Spanned};

/// A rate that is no number above zero.
pub(in crate::types) struct RateValue {
    message: String,
    label: String,
    help: String,
    fix: Option<String>,
    at: Span,
}

impl RateValue {
    /// A rate of zero or below.
    pub(in crate::types) fn not_positive(
        rate: Spanned<Number>,
        base: Currency,
        currency: Currency,
    ) -> Self {
        Self {
            message: format!("a rate is above zero, not {}", rate.value),
            label: format!("no amount of {currency} is worth this in {base}"),
            help:
                "correct it, or leave the quote out: a missing rate is reported where it is needed"
                    .to_owned(),
            fix: None,
            at: rate.span,
        }
    }

    /// Words that are no number.
    pub(in crate::types) fn unreadable(written: &str, at: Span, error: NumberError) -> Self {
        let shown = super::shown(written);
        let plain = written.replacen(',', ".", 1);
        let comma = written.contains(',') && Number::parse(&plain).is_ok();
        let (label, help) = match error {
            _ if written.is_empty() => {
                ("nothing is written here".to_owned(), "write the rate, such as 4.3208".to_owned())
            }
            _ if comma => ("has a decimal comma".to_owned(), format!("write `{plain}`")),
            NumberError::Malformed => (
                "not digits with at most one point".to_owned(),
                "write the rate with a decimal point and nothing else, such as 4.3208".to_owned(),
            ),
            NumberError::TooManyDigits | NumberError::OutOfRange => {
                (error.to_string(), "write the rate as it was published".to_owned())
            }
        };
        let message = if written.is_empty() {
            "a quote has no rate".to_owned()
        } else {
            format!("`{shown}` is not a rate")
        };
        Self { message, label, help, fix: comma.then_some(plain), at }
    }
}

impl From<RateValue> for Diagnostic {
    fn from(problem: RateValue) -> Self {
        let RateValue { message, label, help, fix, at } = problem;
        let drawn = Self::error(Code::TYPES_RATE_VALUE, message).label(at, label).help(help);
        match fix {
            Some(plain) => drawn.fix(format!("write `{plain}`"), at, plain),
            None => drawn,
        }
    }
}

/// Two quotes of one currency for one date.
pub(in crate::types) struct RateTwice {
    /// The currency.
    pub(in crate::types) currency: Currency,
    /// The month or the day.
    pub(in crate::types) on: RateDate,
    /// The first quote, which is kept.
    pub(in crate::types) first: Span,
    /// The second.
    pub(in crate::types) again: Span,
}

impl From<RateTwice> for Diagnostic {
    fn from(problem: RateTwice) -> Self {
        let message = format!("{} has two rates for {}", problem.currency, problem.on);
        Self::error(Code::TYPES_RATE_TWICE, message)
            .label(problem.again, "given again here")
            .label(problem.first, "first given here")
            .help("keep one of the two; or correct the month, the day or the currency")
    }
}

/// Months without a quote between others.
pub(in crate::types) struct RateGap {
    /// The currency.
    pub(in crate::types) currency: Currency,
    /// The first month without one.
    pub(in crate::types) from: RateDate,
    /// The quote after the gap.
    pub(in crate::types) at: Span,
    /// The quote before it.
    pub(in crate::types) before: Option<Span>,
}

impl From<RateGap> for Diagnostic {
    fn from(problem: RateGap) -> Self {
        let RateGap { currency, from, at, before } = problem;
        let message = format!("{currency} has no rate for {from}, but has one before and after");
        let drawn =
            Self::warning(Code::TYPES_RATE_GAP, message).label(at, "the next rate after the gap");
        let drawn = match before {
            Some(before) => drawn.label(before, "the last rate before it"),
            None => drawn,
        };
        drawn.help("add the rate; a rule that needs it is faulty, and no other month stands in")
    }
}

/// A month or a day that a table cannot have.
pub(in crate::types) struct RateDateProblem {
    /// Where.
    pub(in crate::types) at: Span,
    /// What is wrong.
    pub(in crate::types) fault: RateDateFault,
}

/// What can be wrong with the date of a quote.
pub(in crate::types) enum RateDateFault {
    /// It is neither a month nor a day.
    Unreadable(String),
    /// It is a day in a table by months, or a month in one by days.
    OtherRhythm(Rhythm),
    /// A quote has none.
    NotGiven(Rhythm),
    /// No quote is of the date that the table is frozen on.
    NoneFrozen {
        /// That date.
        wanted: RateDate,
    },
}

impl From<RateDateProblem> for Diagnostic {
    fn from(problem: RateDateProblem) -> Self {
        let (message, label, help) = match problem.fault {
            RateDateFault::Unreadable(written) if written.is_empty() => (
                "a row has neither a month nor a day".to_owned(),
                "nothing is written here".to_owned(),
                "write a month as `2024-03` and a day as `2024-03-15`",
            ),
            RateDateFault::Unreadable(written) => (
                format!("`{}` is neither a month nor a day", super::shown(&written)),
                "no such month or day".to_owned(),
                "write a month as `2024-03` and a day as `2024-03-15`",
            ),
            RateDateFault::OtherRhythm(Rhythm::Monthly) => (
                "this table has a rate for each month, not for a day".to_owned(),
                "a day".to_owned(),
                "write the month, such as `2024-03`, or declare the rates as `daily`",
            ),
            RateDateFault::OtherRhythm(Rhythm::Daily) => (
                "this table has a rate for each day, not for a month".to_owned(),
                "a month".to_owned(),
                "write the day, such as `2024-03-15`, or declare the rates as `monthly`",
            ),
            RateDateFault::NotGiven(rhythm) => (
                format!("nothing says of which {} this rate is", unit(rhythm)),
                "has no date".to_owned(),
                "put the rates of a month under it: `2024-03 { PLN 4.3208 }`; in CSV, let the first column be `month` or `day`",
            ),
            RateDateFault::NoneFrozen { wanted } => (
                format!("no rate is of {wanted}, on which these rates are frozen"),
                "has rates of other dates only".to_owned(),
                "add the rates of that date, or correct `frozen on`",
            ),
        };
        Self::error(Code::TYPES_RATE_DATE, message).label(problem.at, label).help(help)
    }
}

fn unit(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Monthly => "month",
        Rhythm::Daily => "day",
    }
}

/// A currency that is out of place in a table.
pub(in crate::types) struct RateCurrency {
    /// Where.
    pub(in crate::types) at: Span,
    /// What is wrong.
    pub(in crate::types) fault: RateCurrencyFault,
    /// The other place.
    pub(in crate::types) declared: Option<Span>,
}

/// What can be wrong with the currency of a quote.
pub(in crate::types) enum RateCurrencyFault {
    /// There is no such currency.
    Unknown(String),
    /// It is the base.
    Base(Currency),
    /// `quotes` does not name it.
    NotPromised(Currency),
    /// `quotes` names it, and there is no quote of it.
    Missing(Currency),
}

impl From<RateCurrency> for Diagnostic {
    fn from(problem: RateCurrency) -> Self {
        let RateCurrency { at, fault, declared } = problem;
        let code = Code::TYPES_RATE_CURRENCY;
        let (message, label, other, help) = match fault {
            RateCurrencyFault::Unknown(written) if written.is_empty() => {
                return Self::error(code, "a quote has no currency")
                    .label(at, "nothing is written here")
                    .help("write its three capital letters, such as PLN");
            }
            RateCurrencyFault::Unknown(written) => {
                let near = near(&written);
                let shown = super::shown(&written);
                let drawn = Self::error(code, format!("there is no currency `{shown}`"))
                    .label(at, "no currency of ISO 4217");
                return match near {
                    Some(near) => drawn.help(format!("did you mean `{near}`?")),
                    None => drawn.help("write its three capital letters, such as PLN"),
                };
            }
            RateCurrencyFault::Base(base) => (
                format!("{base} is the base of these rates and has no rate of its own"),
                "quoted against itself",
                "the base is declared here",
                "leave it out: 1 of it is always 1",
            ),
            RateCurrencyFault::NotPromised(currency) => (
                format!("{currency} is not among the currencies that these rates promise"),
                "not named under `quotes`",
                "these rates",
                "name it under `quotes`, or leave it out",
            ),
            RateCurrencyFault::Missing(currency) => (
                format!("these rates promise {currency} and have no rate of it"),
                "promised here",
                "has no rate of it",
                "add its rates, or take it out of `quotes`",
            ),
        };
        let drawn = Self::error(code, message).label(at, label);
        let drawn = match declared {
            Some(declared) => drawn.label(declared, other),
            None => drawn,
        };
        drawn.help(help)
    }
}

/// A currency with a code like the one written.
fn near(written: &str) -> Option<&'static str> {
    let capitals = written.to_uppercase();
    let codes = || Currency::all().iter().map(Currency::code);
    let sorted = |code: &str| {
        let mut letters: Vec<char> = code.chars().collect();
        letters.sort_unstable();
        letters
    };
    // Letters in another order are the commonest slip.
    let turned = codes().find(|code| sorted(code) == sorted(&capitals));
    turned.or_else(|| nearest(&capitals, codes()))
}

/// A first line of a CSV that does not say what its columns are.
pub(in crate::types) struct RateHeader {
    /// Where.
    pub(in crate::types) at: Span,
    /// What is wrong.
    pub(in crate::types) fault: RateHeaderFault,
}

/// What can be wrong with the first line of a CSV.
pub(in crate::types) enum RateHeaderFault {
    /// A name that is neither a date nor a currency.
    Unknown(String),
    /// No column is a currency.
    NoCurrency,
}

impl From<RateHeader> for Diagnostic {
    fn from(problem: RateHeader) -> Self {
        let (message, label) = match &problem.fault {
            RateHeaderFault::Unknown(written) => (
                format!("the column `{}` is not a currency", super::shown(written)),
                "not a currency of ISO 4217",
            ),
            RateHeaderFault::NoCurrency => {
                ("no column of this table is a currency".to_owned(), "the columns")
            }
        };
        let drawn = Self::error(Code::TYPES_RATE_HEADER, message).label(problem.at, label);
        let near = match &problem.fault {
            RateHeaderFault::Unknown(written) => near(written),
            RateHeaderFault::NoCurrency => None,
        };
        match near {
            Some(near) => drawn.help(format!("did you mean `{near}`?")),
            None => drawn.help(
                "let the first line be `month,PLN,SEK` with a column for each currency, or `month,currency,rate` with a line for each quote",
            ),
        }
    }
}

/// A conversion for which a table can have no rate.
pub(in crate::types) struct NoQuote {
    /// The currency.
    pub(in crate::types) currency: Currency,
    /// The amount of that currency, or where it is asked for.
    pub(in crate::types) at: Span,
    /// Where the amount gets it.
    pub(in crate::types) origin: Option<(Span, String)>,
    /// The name of the table.
    pub(in crate::types) rates: String,
    /// Its declaration.
    pub(in crate::types) declared: Span,
    /// The currencies that it has.
    pub(in crate::types) known: Vec<Currency>,
}

impl From<NoQuote> for Diagnostic {
    fn from(problem: NoQuote) -> Self {
        let NoQuote { currency, at, origin, rates, declared, known } = problem;
        let codes: Vec<&str> = known.iter().map(Currency::code).collect();
        let codes = codes.join(", ");
        let message = format!("the rates `{rates}` do not have {currency}");
        let mut drawn =
            Self::error(Code::TYPES_NO_QUOTE, message).label(at, format!("this is {currency}"));
        if let Some((span, words)) = origin.filter(|(span, _)| *span != at) {
            drawn = drawn.label(span, words);
        }
        drawn
            .label(declared, format!("converts between {codes}"))
            .help(format!("add rates of {currency} to `{rates}`, or convert with other rates"))
    }
}
