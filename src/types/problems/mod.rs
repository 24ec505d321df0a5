//! What the checker finds wrong: one struct a problem, which turns itself into a diagnostic.

mod adoption;
mod calendars;
mod choice;
mod dates;
mod lint;
mod lists;
mod mismatch;
mod names;
mod programme;
mod rates;
mod records;
mod refine;
mod rules;
mod tables;
mod versions;

pub(super) use adoption::{FilledTwice, NotAdopted, NotOpen, OpenWithoutType};
pub(super) use calendars::{
    CalendarCircle, CalendarLarge, CalendarYears, HolidayNever, HolidayTwice, HoursByRegulation,
    NoCalendar, NothingToCount,
};
pub(super) use choice::{ArmTwice, NotExhaustive};
pub(super) use dates::{MissingDay, NoMonthEnd, RangeKind, ReversedPeriod, UnnamedMonthEnd};
pub(super) use lint::{
    MayOverlap, MissingTranslation, PercentOfSum, Unrounded, UnroundedSum, Unused, ZeroDivisor,
};
pub(super) use lists::{AggregateKindMismatch, EmptyList, LinkEnds, StepKind};
pub(super) use mismatch::{
    AlwaysPresent, KnownInCondition, MayBeAbsent, Mismatch, Operands, WrongDefault,
};
pub(super) use names::{
    ArgumentCount, NeedsArguments, NoSuchMember, NoSuchName, NotCallable, NotForThis,
};
pub(super) use programme::{NeverChecked, NoCurrency, NotARoot, TwoProgrammes, UnknownLanguage};
pub(super) use rates::{
    NoQuote, RateCurrency, RateCurrencyFault, RateDateFault, RateDateProblem, RateGap, RateHeader,
    RateHeaderFault, RateTwice, RateValue,
};
pub(super) use records::{
    DefaultNotFixed, FieldTwice, IncludeCircle, KeyKind, LimitKind, MemberTwice, NestedInItself,
};
pub(super) use refine::{NotAround, RefinedForOne};
pub(super) use rules::{
    CircularDefinition, ClauseTwice, DeepDefinitions, MixedLogic, NoRecord, NotBoth,
};
pub(super) use tables::{
    GridShape, ParameterReadsFacts, PatternCount, PatternNotFixed, RowKind, RowMissing, RowsOverlap,
};
pub(super) use versions::{GapInVersions, OverlappingVersions, TwoUndated};

/// The user's words for a message: cut after 60 characters, on one line.
fn shown(words: &str) -> String {
    let mut shown: String =
        words.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if words.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}
