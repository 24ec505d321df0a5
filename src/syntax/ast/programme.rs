//! What a module is as a programme.

use super::{CalendarLine, Citation, Expr, Localised, Name, Path};
use crate::quantity::{Currency, Date};
use crate::text::Spanned;

/// What a module is as a programme.
#[derive(Clone, Debug, Default)]
pub struct ProgrammeDecl {
    /// Its title in several languages.
    pub title: Option<Localised<String>>,
    /// The currency that `money` alone means.
    pub currency: Option<Spanned<Currency>>,
    /// The languages in which every rule must have its words.
    pub languages: Vec<super::LanguageTag>,
    /// The dates for which the programme can be asked.
    pub runs: Option<Spanned<(Date, Option<Date>)>>,
    /// What a proposal may be; the first unless it says otherwise.
    pub checks: Vec<Check>,
    /// Modules whose rules bind here too.
    pub adopts: Vec<Path>,
    /// `as of EXPR`: the date that picks versions for rules without one of their own.
    pub as_of: Option<Expr>,
    /// `month end end of month` or `month end next month`: what a month without the day means.
    pub month_end: Option<Spanned<crate::quantity::MonthEnd>>,
    /// `calendar poland under PL`: by what legal periods are counted where nothing is written.
    pub calendar: Option<CalendarLine>,
    /// `decide refund_window as costs_incurred`, with its citations.
    pub decisions: Vec<Decision>,
}

/// An entry of `checks`.
#[derive(Clone, Debug)]
pub struct Check {
    /// The root record.
    pub record: Path,
    /// `each of projects`: the list of that root whose elements are checked too.
    pub each_of: Option<Name>,
}

/// The programme's choice of a reading.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The reading.
    pub reading: Path,
    /// The choice.
    pub choice: Name,
    /// On what grounds.
    pub cite: Vec<Citation>,
}
