//! Legal periods and working days.
//!
//! The library's calendar is asked only whether a single day is worked; all counting is done here.

use subvent::quantity::Date;
use subvent::quantity::calendar::Calendar;
use subvent::quantity::deadline::{Direction, Regime};
use subvent::types::typed::{CalendarOf, Legal, LegalCount};

use super::super::calendar;
use super::super::exact::whole;
use super::super::legal::{DAYS, Law, Term, last_day};
use super::value::{PLAIN, Res, Stop, Val};
use super::world::{Frame, World};

impl World<'_> {
    /// The value of a count.
    pub(super) fn counted(&self, count: &LegalCount, frame: &Frame) -> Res {
        let operand = self.eval(&count.operand, frame);
        let duration = count.duration.as_ref().map(|duration| self.eval(duration, frame));
        let path = match &count.calendar {
            CalendarOf::None => None,
            CalendarOf::One(id) => Some(self.checked.calendars[id.index()].path.to_string()),
            CalendarOf::Chosen { choice, .. } => match self.eval(choice, frame)? {
                Val::Text(path) => Some(path.to_string()),
                _ => return Err(PLAIN),
            },
        };
        let found = self.checked.calendars.iter().find(|it| Some(&*it.path) == path.as_deref());
        let days = found.and_then(|calendar| calendar.days.as_deref());
        let (operand, duration) = (operand?, duration.transpose()?);
        self::counted(count.operation, operand, duration, days)
    }
}

fn counted(operation: Legal, of: Val, duration: Option<Val>, days: Option<&Calendar>) -> Res {
    let works = |law: Option<Regime>| {
        move |day: i64| {
            let date = Date::from_day_number(i32::try_from(day - DAYS.0 + 1).ok()?)?;
            days?.is_working(date, law).ok()
        }
    };
    match (operation, of) {
        (
            Legal::Deadline { weeks, half_month, direction, regime },
            Val::Date(event) | Val::Moment(event, _),
        ) => {
            let Some(Val::Duration([months, days, working_days])) = duration else {
                return Err(PLAIN);
            };
            let backwards = direction == Direction::Before;
            let law = match regime {
                Regime::Eu => Law::Eu,
                Regime::Pl => Law::Pl,
                Regime::Se => Law::Se,
                Regime::Ro => Law::Ro,
            };
            let term = Term { months, half_month, weeks, days, working_days, backwards, law };
            last_day(event, &term, &works(Some(regime))).map(Val::Date).ok_or(PLAIN)
        }
        (Legal::Hours { count, direction }, Val::Moment(day, second)) => {
            let hour = second.ok_or(Stop::Unknown)? / 3600;
            let end = match direction {
                Direction::After => hour + 1 + count,
                Direction::Before => hour - count,
            };
            Ok(Val::Moment(day + end.div_euclid(24), Some(end.rem_euclid(24) * 3600)))
        }
        (Legal::Shift { subtract, month_end }, of) => {
            let Some(Val::Duration([months, days, working])) = duration else { return Err(PLAIN) };
            let moved = super::compute::shifted(
                &of,
                &Val::Duration([months, days, 0]),
                subtract,
                month_end,
            )?;
            let mut left = working.abs();
            let way = if (working < 0) == subtract { 1 } else { -1 };
            let mut later = |mut day: i64| {
                while left > 0 {
                    day += way;
                    left -= i64::from(works(None)(day).ok_or(PLAIN)?);
                }
                Ok(day)
            };
            match moved {
                Val::Date(day) => Ok(Val::Date(later(day)?)),
                Val::Moment(day, second) => Ok(Val::Moment(later(day)?, second)),
                other if working == 0 => Ok(other),
                _ => Err(PLAIN),
            }
        }
        (Legal::WorkingDays, Val::Period(Some(start), Some(end))) => {
            let mut count = 0;
            for day in start..=end {
                count += i64::from(works(None)(day).ok_or(PLAIN)?);
            }
            Ok(Val::Number(whole(count)))
        }
        (Legal::IsWorkingDay, Val::Date(day) | Val::Moment(day, _)) => {
            works(None)(day).map(Val::Bool).ok_or(PLAIN)
        }
        _ => Err(PLAIN),
    }
}
