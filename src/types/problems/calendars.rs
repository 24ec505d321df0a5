//! Calendars, and counts that have none.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::deadline::Regime;
use crate::text::{Span, Spanned};

/// A calendar that includes itself.
pub(in crate::types) struct CalendarCircle {
    /// Its name.
    pub(in crate::types) name: Arc<str>,
    /// The word that closes the circle.
    pub(in crate::types) at: Span,
    /// The name in its declaration.
    pub(in crate::types) declared: Span,
}

impl From<CalendarCircle> for Diagnostic {
    fn from(problem: CalendarCircle) -> Self {
        let message = format!("the calendar `{}` includes itself", problem.name);
        Self::error(Code::TYPES_CALENDAR_CIRCLE, message)
            .label(problem.at, "includes it again")
            .label(problem.declared, "declared here")
            .help("move the days that both share into a calendar that both include")
    }
}

/// A calendar of which nobody says which years it knows, or that claims too many.
pub(in crate::types) struct CalendarYears {
    /// Its name.
    pub(in crate::types) name: Arc<str>,
    /// The name, or its years.
    pub(in crate::types) at: Span,
    /// The fewer years of a calendar that it includes.
    pub(in crate::types) narrow: Option<Spanned<(i32, i32)>>,
}

impl From<CalendarYears> for Diagnostic {
    fn from(problem: CalendarYears) -> Self {
        let CalendarYears { name, at, narrow } = problem;
        match narrow {
            None => {
                let message = format!("nothing says which years the calendar `{name}` covers");
                Self::error(Code::TYPES_CALENDAR_YEARS, message)
                    .label(at, "which years?")
                    .help("add a line such as `covers 2014 to 2035`; a date outside is a fault, never a working day")
            }
            Some(narrow) => {
                let (from, to) = narrow.value;
                let message =
                    format!("the calendar `{name}` includes one that covers {from} to {to} only");
                Self::error(Code::TYPES_CALENDAR_YEARS, message)
                    .label(at, "more years than those")
                    .label(narrow.span, "the years of the included calendar")
                    .help(
                        "cover only years that the included calendars cover, or add years to them",
                    )
            }
        }
    }
}

/// More years, lines or calendars than a programme may have.
pub(in crate::types) struct CalendarLarge {
    /// The years, or the name of the calendar.
    pub(in crate::types) at: Span,
}

impl From<CalendarLarge> for Diagnostic {
    fn from(problem: CalendarLarge) -> Self {
        Self::error(Code::TYPES_CALENDAR_YEARS, "the calendar has more years and days than can be held")
            .label(problem.at, "too many")
            .help("a calendar covers at most 400 years; cover the years in which the programme can be asked")
    }
}

/// Two lines that say the same of the same days.
pub(in crate::types) struct HolidayTwice {
    /// The first line.
    pub(in crate::types) first: Span,
    /// The second.
    pub(in crate::types) second: Span,
}

impl From<HolidayTwice> for Diagnostic {
    fn from(problem: HolidayTwice) -> Self {
        Self::error(Code::TYPES_HOLIDAY_TWICE, "two lines of the calendar say the same of the same days")
            .label(problem.second, "again here")
            .label(problem.first, "first here")
            .help("remove one of the two, or end the first before the second begins: `to 2012`, then `from 2013`")
    }
}

/// A line that names no day of the years covered.
pub(in crate::types) struct HolidayNever {
    /// The line.
    pub(in crate::types) at: Span,
    /// The years covered.
    pub(in crate::types) years: (i32, i32),
    /// It is a day of each year.
    pub(in crate::types) yearly: bool,
}

impl From<HolidayNever> for Diagnostic {
    fn from(problem: HolidayNever) -> Self {
        let (from, to) = problem.years;
        let message = format!(
            "no day of this line is in the years {from} to {to}, which the calendar covers"
        );
        let help = if problem.yearly {
            "check the years after `from` and `to`, and that the month has such a day"
        } else {
            "check the year of the date, or cover that year"
        };
        Self::error(Code::TYPES_HOLIDAY_NEVER, message).label(problem.at, "never falls").help(help)
    }
}

/// A count that needs a calendar and has none.
pub(in crate::types) struct NoCalendar {
    /// The count.
    pub(in crate::types) at: Span,
    /// A calendar in reach.
    pub(in crate::types) known: Option<String>,
}

impl From<NoCalendar> for Diagnostic {
    fn from(problem: NoCalendar) -> Self {
        let name = problem.known.unwrap_or_else(|| "NAME".to_owned());
        Self::error(Code::TYPES_NO_CALENDAR, "nothing says by which calendar this is counted")
            .label(problem.at, "needs to know which days are worked")
            .help(format!(
                "name the calendar of the place where the act must be done: `by {name}` here, or `calendar {name}` once in `programme`"
            ))
    }
}

/// Hours under a law that does not say how they are counted.
pub(in crate::types) struct HoursByRegulation {
    /// The hours.
    pub(in crate::types) at: Span,
    /// The law.
    pub(in crate::types) regime: Regime,
}

impl From<HoursByRegulation> for Diagnostic {
    fn from(problem: HoursByRegulation) -> Self {
        let message = format!("hours are not counted under `{}`", problem.regime);
        Self::error(Code::TYPES_HOURS_BY_REGULATION, message)
            .label(problem.at, "a period of hours")
            .help("only Regulation 1182/71 says here how hours run: write `under EU`, or count in days")
    }
}

/// `by` after something that counts no working days.
pub(in crate::types) struct NothingToCount {
    /// The words before `by`.
    pub(in crate::types) at: Span,
}

impl From<NothingToCount> for Diagnostic {
    fn from(problem: NothingToCount) -> Self {
        Self::error(Code::TYPES_NOTHING_TO_COUNT, "nothing here is counted by a calendar")
            .label(problem.at, "no date plus working days")
            .help("`by` belongs to a date plus or minus working days, as in `start + 10 working days by poland`")
    }
}
