//! Why a day is not worked, by a calendar alone and by the laws of legal periods.

use chrono::Weekday;

use super::Calendar;
use super::rule::DayRule;
use crate::quantity::Date;
use crate::quantity::deadline::Regime;

/// Why a day is not worked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Closed {
    /// A Saturday, a Sunday or another weekly day of rest.
    Weekday(Weekday),
    /// A holiday, by its position in the calendar's plan.
    Holiday(u32),
    /// An eve that the Swedish Act puts beside the holidays.
    Eve(Eve),
}

/// The eves of section 2 of the Swedish Act (1930:173).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Eve {
    /// The Friday from 19 June.
    Midsummer,
    /// 24 December.
    Christmas,
    /// 31 December.
    NewYear,
}

impl Calendar {
    /// Why the day at a position is not worked.
    pub(super) fn closed_at(
        &self,
        (day, weekday): (Date, Weekday),
        position: usize,
        regime: Option<Regime>,
    ) -> Option<Closed> {
        let worked = self.working.contains(position);
        let rest = self.rest.contains(position);
        let rests = match regime {
            None => rest && !worked,
            Some(Regime::Eu | Regime::Se) => is_weekend(weekday) || (rest && !worked),
            Some(Regime::Pl) => match weekday {
                Weekday::Sat => saturday_counts_in_poland(day),
                Weekday::Sun => true,
                _ => rest && !worked,
            },
            Some(Regime::Ro) => (is_weekend(weekday) || rest) && !worked,
        };
        if rests {
            return Some(Closed::Weekday(weekday));
        }
        let holiday = self.holidays.get(&day).filter(|_| !worked);
        match holiday {
            Some(holiday) => Some(Closed::Holiday(*holiday)),
            None if regime == Some(Regime::Se) => swedish_eve(day).map(Closed::Eve),
            None => None,
        }
    }
}

fn is_weekend(weekday: Weekday) -> bool {
    matches!(weekday, Weekday::Sat | Weekday::Sun)
}

/// Article 115 of the Polish Civil Code names Saturdays since 1 January 2017.
fn saturday_counts_in_poland(day: Date) -> bool {
    day.year() >= 2017
}

/// "midsommarafton, julafton eller nyårsafton".
fn swedish_eve(day: Date) -> Option<Eve> {
    if !matches!(day.month(), 6 | 12) {
        return None;
    }
    let midsummer = DayRule::OnOrAfter { weekday: Weekday::Fri, month: 6, day: 19 };
    match (day.month(), day.day()) {
        (12, 24) => Some(Eve::Christmas),
        (12, 31) => Some(Eve::NewYear),
        (6, _) if midsummer.day_of(day.year()) == Some(day) => Some(Eve::Midsummer),
        _ => None,
    }
}
