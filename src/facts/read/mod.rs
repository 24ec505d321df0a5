//! Readers of single values, one file for each type.
//!
//! In: the words of a value as written and the declared type. Out: its exact value, or the
//! problem with its place. The plain form of every type is read always; the ways of writing of a
//! country are read only under a declared [`Locale`], and are otherwise refused with the plain
//! form as repair. What has two readings is refused with both.

mod about;
mod clock;
mod currency;
mod date;
mod duration;
mod duration_units;
mod figures;
mod fold;
mod foreign;
mod member;
mod moment;
mod money;
mod month;
mod month_names;
mod named_date;
mod number;
mod percent;
mod period;
mod period_forms;
mod points;
mod scale;
mod text;
mod truth;

use about::approximate;
use figures::{Figures, Purpose};
use foreign::foreign;
pub(super) use member::read_other;
pub(super) use period::period_from_map;
pub(super) use text::composed;

use std::cell::{Cell, RefCell};

use super::Locale;
use super::problems::{Approximate, ForeignCharacter, Site, WrongType};
use crate::data::ScalarStyle;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::quantity::Currency;
use crate::types::typed::{Checked, Type};
use crate::value::Value;

/// What reading a value gives; the problem is boxed, since it is rare and large.
pub(super) type Read<T = Value> = Result<T, Box<Diagnostic>>;

/// Makes the error of a [`Read`] from a problem.
pub(super) fn refuse<T>(problem: impl Into<Diagnostic>) -> Read<T> {
    Err(Box::new(problem.into()))
}

/// How the words of a proposal are to be taken.
pub(super) struct Manner<'c> {
    /// The programme, for its enums.
    pub(super) checked: &'c Checked,
    /// The way of writing that the proposal declares.
    pub(super) locale: Option<Locale>,
    /// The currency of a bare number for money.
    pub(super) currency: Option<Currency>,
    /// The most bytes of a text.
    pub(super) max_text: usize,
    /// How many more times a name is looked for that is like an unknown one. Beyond as many
    /// problems as are kept, the search would be for nothing.
    searches: Cell<usize>,
    /// Warnings about values that were read all the same.
    warnings: RefCell<Diagnostics>,
}

impl<'c> Manner<'c> {
    /// The manner of a programme's proposals.
    pub(super) fn new(checked: &'c Checked, locale: Option<Locale>, max_text: usize) -> Self {
        let currency = checked.programme.currency;
        Self {
            checked,
            locale,
            currency,
            max_text,
            searches: Cell::new(Diagnostics::LIMIT),
            warnings: RefCell::default(),
        }
    }

    /// Notes a warning.
    fn warn(&self, warning: Diagnostic) {
        // Nobody holds the list while a value is read; a warning would be lost, not the run.
        if let Ok(mut warnings) = self.warnings.try_borrow_mut() {
            warnings.push(warning);
        }
    }

    /// The warnings so far.
    pub(super) fn take_warnings(&self) -> Diagnostics {
        self.warnings.take()
    }

    /// The candidate most like a word.
    pub(super) fn nearest<'a>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        self.searches.set(self.searches.get().checked_sub(1)?);
        nearest(word, candidates)
    }
}

/// The words of one value.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    /// The words, without quotes and without space around them.
    pub(super) text: &'a str,
    /// Bare or in quotes.
    pub(super) style: ScalarStyle,
    /// A program wrote them, so a point is a decimal point: bare words in JSON, and values of a
    /// host.
    pub(super) by_program: bool,
    /// Where they stand and for which field.
    pub(super) site: Site<'a>,
    /// How to take them.
    pub(super) manner: &'a Manner<'a>,
}

impl Words<'_> {
    /// The figures of a number in the words.
    fn figures(&self, text: &str, purpose: Purpose) -> Figures {
        match self.by_program {
            true => figures::figures(text, Purpose::Fine, None),
            false => figures::figures(text, purpose, self.manner.locale),
        }
    }

    /// The value of words in a local way of writing, whose plain form is `plain`: read under a
    /// declared locale, else refused with the plain form as repair.
    fn local<T>(&self, value: T, plain: &str) -> Read<T> {
        if self.manner.locale.is_some() {
            return Ok(value);
        }
        refuse(super::problems::LocalForm { site: self.site, plain, scaled: false })
    }

    /// The refusal of words that are no value of the type.
    fn wrong<T>(&self, wants: &str, help: &str) -> Read<T> {
        let found = if self.text.is_empty() { "an empty text" } else { "" };
        refuse(WrongType { site: self.site, wants, found, help })
    }
}

/// Reads a scalar of a type. Lists, records and references are not read here.
pub(super) fn scalar(ty: &Type, words: &Words<'_>) -> Read {
    by_type(ty, words).map_err(|problem| explained(ty, words, problem))
}

/// The problem that says most of words that were refused.
fn explained(ty: &Type, words: &Words<'_>, problem: Box<Diagnostic>) -> Box<Diagnostic> {
    if let Some(found) = foreign(words.text) {
        let plain = found.cleaned.and_then(|cleaned| plain_of(ty, words, cleaned));
        let (site, character) = (words.site, found.character);
        let plain = plain.as_deref();
        return Box::new(ForeignCharacter { site, character, plain }.into());
    }
    let is_exact = matches!(
        ty.required(),
        Type::Integer
            | Type::Decimal
            | Type::Percent
            | Type::Points
            | Type::Date
            | Type::Month
            | Type::Moment
            | Type::Duration
            | Type::Period
    );
    let about = approximate(words.text).filter(|_| is_exact);
    if about.is_some_and(|about| about.value.contains(|c: char| c.is_ascii_digit())) {
        return Box::new(Approximate { site: words.site, is_money: false, plain: None }.into());
    }
    problem
}

/// The plain form of words without the characters that do not belong in them, where they have
/// one.
fn plain_of(ty: &Type, words: &Words<'_>, cleaned: String) -> Option<String> {
    let words = Words { text: cleaned.trim(), ..*words };
    match by_type(ty, &words) {
        Ok(_) => Some(words.text.to_owned()),
        // The repair is in quotes where the file needs them.
        Err(problem) => Some(problem.fix?.replacement.trim_matches('"').to_owned()),
    }
}

/// Reads a scalar of a type.
fn by_type(ty: &Type, words: &Words<'_>) -> Read {
    match ty {
        Type::Bool => truth::read(words),
        Type::Integer => number::read_whole(words),
        Type::Decimal => number::read_decimal(words),
        Type::Percent => percent::read(words),
        Type::Points => points::read(words),
        Type::Money(currency) => money::read_exact(words, *currency),
        Type::About(currency) => money::read_about(words, *currency),
        Type::Date => date::read(words),
        Type::Month => month::read(words),
        Type::Moment => moment::read(words),
        Type::Duration => duration::read(words),
        Type::Period => period::read(words),
        Type::Enum(id) => member::read(words, *id),
        Type::Optional(inner) => match &**inner {
            Type::Optional(_) => text::read(words),
            inner => by_type(inner, words),
        },
        Type::Text | Type::Record(_) | Type::Group(_) | Type::List(_) | Type::Poison => {
            text::read(words)
        }
    }
}
