//! Phrases for legal periods.

/// How the end of a legal period was found; {0} is a day.
#[derive(Clone, Copy, Debug)]
pub struct LegalWords {
    /// The day of the event does not count.
    pub event_day: &'static str,
    /// Months end on the day with the same number.
    pub same_number: &'static str,
    /// The last day of a month that has no day {1}.
    pub last_of_month: &'static str,
    /// Half a month is 15 days.
    pub half_month: &'static str,
    /// Weeks end on the same day of the week.
    pub same_weekday: &'static str,
    /// The last of the days.
    pub days: &'static str,
    /// Days of which neither the first nor the last counts.
    pub free_days: &'static str,
    /// The last of the working days.
    pub working_days: &'static str,
    /// The day is a {1}, a day of the week.
    pub is_a: &'static str,
    /// The day is a holiday without a name.
    pub is_holiday: &'static str,
    /// The day is a holiday called {1}.
    pub is_holiday_named: &'static str,
    /// The period runs to the end of the next working day.
    pub next: &'static str,
    /// The period runs to the end of its second working day.
    pub two_working_days: &'static str,
    /// A period counted backwards stays where it is.
    pub unshifted: &'static str,
    /// By the law {0}.
    pub counted_under: &'static str,
    /// Regulation (EEC, Euratom) No 1182/71.
    pub law_eu: &'static str,
    /// The Polish Civil Code.
    pub law_pl: &'static str,
    /// The Swedish Act (1930:173).
    pub law_se: &'static str,
    /// The Romanian Civil Code.
    pub law_ro: &'static str,
    /// By the calendar {0}.
    pub calendar: &'static str,
    /// Monday to Sunday.
    pub weekdays: [&'static str; 7],
    /// Midsummer Eve.
    pub midsummer_eve: &'static str,
    /// Christmas Eve.
    pub christmas_eve: &'static str,
    /// New Year's Eve.
    pub new_years_eve: &'static str,
}
