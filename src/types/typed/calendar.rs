//! Calendars, and what counts by one.

use std::sync::Arc;

use super::{CalendarId, Cite, Expr, Texts};
use crate::quantity::calendar::Calendar as Days;
use crate::text::Span;
pub use crate::value::Legal;

/// A calendar: which days are worked.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The full name.
    pub path: Arc<str>,
    /// The name.
    pub name: Arc<str>,
    /// What it is called.
    pub title: Texts<String>,
    /// Its citations, those of included calendars after its own.
    pub cite: Vec<Cite>,
    /// Its holidays, by the positions that its days give, those of included calendars after its
    /// own.
    pub holidays: Vec<Holiday>,
    /// Its days; none when something is wrong with it, which has been reported.
    pub days: Option<Arc<Days>>,
    /// The documentation before it.
    pub documentation: Option<String>,
    /// The name in its declaration.
    pub span: Span,
}

/// A holiday of a calendar.
#[derive(Clone, Debug)]
pub struct Holiday {
    /// What it is called.
    pub title: Texts<String>,
    /// Its citations.
    pub cite: Vec<Cite>,
    /// The words that say when it is.
    pub when: Span,
    /// Its line.
    pub span: Span,
}

/// A count by a calendar or by the law of legal periods.
#[derive(Clone, Debug)]
pub struct LegalCount {
    /// What is counted.
    pub operation: Legal,
    /// The event, the date or the period.
    pub operand: Expr,
    /// The duration, where there is one.
    pub duration: Option<Expr>,
    /// By what.
    pub calendar: CalendarOf,
}

/// The calendar of a count.
#[derive(Clone, Debug)]
pub enum CalendarOf {
    /// None: a library that is read on its own has no programme to name one.
    None,
    /// This one.
    One(CalendarId),
    /// The one whose full name is the value of a choice.
    Chosen {
        /// A text.
        choice: Box<Expr>,
        /// Those that the choice names.
        among: Vec<CalendarId>,
    },
}

impl LegalCount {
    /// The expressions directly inside.
    #[must_use]
    pub fn parts(&self) -> Vec<&Expr> {
        let choice = match &self.calendar {
            CalendarOf::Chosen { choice, .. } => Some(&**choice),
            CalendarOf::None | CalendarOf::One(_) => None,
        };
        [&self.operand].into_iter().chain(&self.duration).chain(choice).collect()
    }
}
