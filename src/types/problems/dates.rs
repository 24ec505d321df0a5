//! Dates and periods.

use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Date, Duration, MonthEnd};
use crate::text::Span;

/// A sum of literals whose day does not exist.
pub(in crate::types) struct MissingDay {
    /// The sum.
    pub(in crate::types) at: Span,
    /// The date.
    pub(in crate::types) date: Date,
    /// What is added to it; backwards where it is taken away.
    pub(in crate::types) duration: Duration,
}

impl From<MissingDay> for Diagnostic {
    fn from(problem: MissingDay) -> Self {
        let MissingDay { at, date, duration } = problem;
        let (sign, length) = match duration.neg() {
            Ok(length) if duration.months < 0 => ("-", length),
            _ => ("+", duration),
        };
        let message = format!("{date} {sign} {length} is a day that does not exist");
        Self::error(Code::TYPES_MISSING_DAY, message)
            .label(at, "which day stands for it?")
            .help(stand_ins(date, duration))
    }
}

/// The two days that can stand for a missing one, with the words that choose each.
fn stand_ins(date: Date, duration: Duration) -> String {
    let day = |rule| {
        let months = i32::try_from(duration.months).ok()?;
        let day = date.add_months(months, Some(rule)).and_then(|day| day.add_days(duration.days));
        day.ok().map(|day| format!("`{rule}` makes it {day}"))
    };
    match (day(MonthEnd::EndOfMonth), day(MonthEnd::NextMonth)) {
        (Some(end), Some(next)) => format!("name it after the sum: {end}, {next}"),
        _ => "name it after the sum: `end of month` or `next month`".to_owned(),
    }
}

/// `end of month` after something that is no sum with months.
pub(in crate::types) struct NoMonthEnd {
    /// The clause.
    pub(in crate::types) at: Span,
    /// What it stands after.
    pub(in crate::types) operand: Span,
}

impl From<NoMonthEnd> for Diagnostic {
    fn from(problem: NoMonthEnd) -> Self {
        Self::error(
            Code::TYPES_NO_MONTH_END,
            "`end of month` and `next month` belong to a date plus months",
        )
        .label(problem.operand, "not such a sum")
        .label(problem.at, "says which day stands for one that does not exist")
        .help(
            "write it after the sum, as in `start + 3 months end of month`; the last day of the month itself is `last day of start`",
        )
    }
}

/// A period of written days that ends before it starts.
pub(in crate::types) struct ReversedPeriod {
    /// The first day.
    pub(in crate::types) start: (Date, Span),
    /// The last day.
    pub(in crate::types) end: (Date, Span),
}

impl From<ReversedPeriod> for Diagnostic {
    fn from(problem: ReversedPeriod) -> Self {
        let ((start, start_at), (end, end_at)) = (problem.start, problem.end);
        let message = format!("the period ends on {end}, before it starts on {start}");
        Self::error(Code::TYPES_REVERSED_PERIOD, message)
            .label(end_at, "the last day")
            .label(start_at, "the first day")
            .help("write the earlier one first; both ends are part of the period")
    }
}

/// `to` between things that are neither dates nor integers.
pub(in crate::types) struct RangeKind {
    /// The type.
    pub(in crate::types) found: String,
    /// Where.
    pub(in crate::types) at: Span,
}

impl From<RangeKind> for Diagnostic {
    fn from(problem: RangeKind) -> Self {
        Self::error(
            Code::TYPES_RANGE_KIND,
            format!("`to` goes between dates, months or integers, not {}", problem.found),
        )
        .label(problem.at, "neither date, month nor integer")
        .help("a period goes from its first day to its last: `start to end`")
    }
}

/// A date that the facts give, plus months, without a word on days that do not exist.
pub(in crate::types) struct UnnamedMonthEnd {
    /// The sum.
    pub(in crate::types) at: Span,
}

impl From<UnnamedMonthEnd> for Diagnostic {
    fn from(problem: UnnamedMonthEnd) -> Self {
        let message = "nothing says which day stands for one that a month does not have";
        Self::warning(Code::TYPES_UNNAMED_MONTH_END, message)
            .label(problem.at, "31 January and a month would be a fault")
            .help("name it after the sum, `end of month` or `next month`, or once for the programme with `month end`")
    }
}
