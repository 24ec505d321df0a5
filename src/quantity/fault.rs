//! What keeps a quantity from being computed.
//!
//! A fault is a value: a rule that runs into one is reported as faulty, never as passed. It
//! says what went wrong in plain words, and leaves the place to whoever asked.

use std::fmt;

use super::{Currency, Date};

/// Why an operation on quantities has no result.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Fault {
    /// The exact result has more digits than a number holds.
    Overflow,
    /// A division by zero.
    DivisionByZero,
    /// A rounding to a step that is zero or below.
    StepNotPositive,
    /// A month has no such day, and nothing says which day stands for it.
    MissingDay {
        /// The year.
        year: i32,
        /// The month, from 1.
        month: u32,
        /// The day that the month does not have.
        day: u32,
    },
    /// A date before 0001-01-01 or after 9999-12-31.
    DateOutOfRange,
    /// An operation on amounts in two currencies.
    MixedCurrencies {
        /// The currency of the first amount.
        left: Currency,
        /// The currency of the second.
        right: Currency,
    },
    /// A period that would end before it starts.
    PeriodEndsBeforeStart {
        /// Its first day.
        start: Date,
        /// Its last day.
        end: Date,
    },
    /// Working days cannot be counted without a calendar.
    NeedsCalendar,
    /// A day outside the years that a calendar covers.
    OutsideCalendar {
        /// The calendar, by its number in the programme.
        calendar: u16,
        /// The day.
        date: Date,
        /// The first year covered.
        from: u16,
        /// The last year covered.
        to: u16,
    },
    /// A legal period of less than nothing.
    NegativeLength,
    /// Two lengths of time in different units have no order: months are never turned into days.
    MixedUnits,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Overflow => f.write_str("more than 28 significant digits"),
            Self::DivisionByZero => f.write_str("division by zero"),
            Self::StepNotPositive => f.write_str("rounding to a step that is not above zero"),
            Self::MissingDay { year, month, day } => {
                write!(f, "there is no {year:04}-{month:02}-{day:02}")
            }
            Self::DateOutOfRange => f.write_str("a date outside 0001-01-01 to 9999-12-31"),
            Self::MixedCurrencies { left, right } => {
                write!(f, "{left} and {right} are different currencies")
            }
            Self::PeriodEndsBeforeStart { start, end } => {
                write!(f, "the period ends on {end}, before it starts on {start}")
            }
            Self::NeedsCalendar => f.write_str("working days need a calendar"),
            Self::OutsideCalendar { date, from, to, .. } => {
                write!(f, "the calendar covers {from} to {to}, and not {date}")
            }
            Self::NegativeLength => f.write_str("a legal period of less than nothing"),
            Self::MixedUnits => f.write_str("lengths of time in different units have no order"),
        }
    }
}

impl std::error::Error for Fault {}
