//! Calendars.

use super::{Citation, Localised, Name, Path};
use crate::quantity::calendar::DayRule;
use crate::quantity::deadline::Regime;
use crate::quantity::{Date, Weekday};
use crate::text::{Span, Spanned};

/// `calendar poland { … }`: which days are worked.
#[derive(Clone, Debug)]
pub struct CalendarDecl {
    /// Its name.
    pub name: Name,
    /// Its title in several languages.
    pub title: Option<Localised<String>>,
    /// Its citations.
    pub cite: Vec<Citation>,
    /// `covers 2014 to 2035`: the first and the last year.
    pub covers: Option<Spanned<(i32, i32)>>,
    /// `includes other`: calendars whose days count here too.
    pub includes: Vec<Path>,
    /// `rest saturday, sunday`
    pub rest: Vec<RestDecl>,
    /// `holiday …`, in the order of the file.
    pub holidays: Vec<HolidayDecl>,
    /// `working …`, in the order of the file.
    pub working: Vec<WorkingDecl>,
}

/// `rest saturday, sunday from 2017`.
#[derive(Clone, Debug)]
pub struct RestDecl {
    /// The weekly days of rest.
    pub weekdays: Vec<Spanned<Weekday>>,
    /// When they are.
    pub validity: DayRange,
    /// The whole clause.
    pub span: Span,
}

/// `holiday 24 December from 2025 pl "Wigilia" cite act "Art. 1"`.
#[derive(Clone, Debug)]
pub struct HolidayDecl {
    /// Which days.
    pub day: Spanned<HolidayDay>,
    /// When it is a holiday.
    pub validity: DayRange,
    /// What it is called.
    pub title: Option<Localised<String>>,
    /// Its citations.
    pub cite: Vec<Citation>,
    /// The whole clause.
    pub span: Span,
}

/// The days of a holiday.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HolidayDay {
    /// A day of each year.
    Yearly(DayRule),
    /// Listed days, both included.
    Listed(Date, Date),
}

/// The days from one to another, both included; an end that is `None` is open. A year stands
/// for its first or its last day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct DayRange {
    /// The first day.
    pub from: Option<Spanned<Date>>,
    /// The last day.
    pub to: Option<Spanned<Date>>,
}

/// `working 2020-05-02`: worked whatever else the calendar says.
#[derive(Clone, Debug)]
pub struct WorkingDecl {
    /// The first and the last of the days.
    pub days: Spanned<(Date, Date)>,
    /// Why, in several languages.
    pub title: Option<Localised<String>>,
    /// Its citations.
    pub cite: Vec<Citation>,
    /// The whole clause.
    pub span: Span,
}

/// `calendar poland under PL` of a programme.
#[derive(Clone, Debug)]
pub struct CalendarLine {
    /// The calendar.
    pub calendar: Path,
    /// The law of legal periods.
    pub regime: Option<Spanned<Regime>>,
}
