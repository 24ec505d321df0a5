//! The problems of this room, one file each kind: the facts of the problem and its words.

mod chained_comparison;
mod conversion;
mod equality;
mod foreign_sign;
mod grid;
mod hole;
mod internal;
mod literal_form;
mod misplaced;
mod missing_comma;
mod missing_language;
mod missing_part;
mod no_such_value;
mod not_indented;
mod repeated;
mod reserved_word;
mod spacing;
mod stray_bracket;
mod too_deep;
mod too_large;
mod unclosed;
mod unexpected;
mod unknown_word;

pub(super) use chained_comparison::ChainedComparison;
pub(super) use conversion::IncompleteConversion;
pub(super) use equality::Equality;
pub(super) use foreign_sign::{ForeignSign, IsIn, QuotationMarks};
pub(super) use grid::{GridWidth, MixedTable};
pub(super) use hole::BadHole;
pub(super) use internal::Internal;
pub(super) use literal_form::{DateForm, NumberForm};
pub(super) use misplaced::{LateTestDate, Misordered, MisplacedClause};
pub(super) use missing_comma::MissingComma;
pub(super) use missing_language::MissingLanguage;
pub(super) use missing_part::{
    IncompleteRates, NoRequirement, NoValue, PreferWithoutAward, RatesPart, StrayWhere,
};
pub(super) use no_such_value::{NoSuchValue, ReversedDates};
pub(super) use not_indented::NotIndented;
pub(super) use repeated::{RepeatedClause, RepeatedKey, RepeatedLanguage, RepeatedModule};
pub(super) use reserved_word::ReservedWord;
pub(super) use spacing::Spacing;
pub(super) use stray_bracket::StrayClose;
pub(super) use too_deep::{TooDeep, TooNested};
pub(super) use too_large::{TooLarge, TooMany};
pub(super) use unclosed::{Unclosed, UnclosedText};
pub(super) use unexpected::Unexpected;
pub(super) use unknown_word::{UnknownDeclaration, UnknownOutcome, UnknownWord};

/// The user's words for a message: cut after 60 characters, on one line.
fn shown(words: &str) -> String {
    let mut shown: String =
        words.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if words.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}
