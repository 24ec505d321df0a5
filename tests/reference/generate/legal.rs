//! Legal periods and working days, by one of two calendars or by a choice between them.

use super::body::{Scope, Writer};
use super::model::Ty;
use super::source::{Code, level};

/// The calendars that every programme has; the second knows fewer years.
pub const CALENDARS: &str = "\
calendar office {
  covers  2015 to 2040
  rest    saturday, sunday
  holiday 1 January
  holiday easter + 1 day
  holiday 1 May
  holiday 25 December
  holiday 26 December
  working 2024-01-20
}

calendar branch {
  covers   2020 to 2027
  includes office
  holiday  monday from 2 June
  holiday  2023-12-27 to 2023-12-30
}";

impl Writer {
    /// `by` and a calendar, or a choice between the two.
    fn by(&mut self, scope: &Scope, depth: u8) -> String {
        match self.chance.below(6) {
            0..=2 => "by office".to_owned(),
            3 | 4 => "by branch".to_owned(),
            _ => {
                let condition = self.expression(&Ty::Bool, scope, depth.min(1)).at(level::OR);
                format!("by if {condition} then office else branch")
            }
        }
    }

    /// The end of a legal period.
    pub fn deadline(&mut self, scope: &Scope, depth: u8) -> Code {
        let length = match self.chance.below(7) {
            0 => format!("{} weeks", self.chance.between(0, 6)),
            1 => "half a month".to_owned(),
            2 => format!("{} months and a half", self.chance.between(1, 4)),
            3 => format!("{} working days", self.chance.between(0, 25)),
            4 => format!("{} days", self.chance.between(0, 12)),
            _ => self.expression(&Ty::Duration, scope, depth.min(1)).at(level::SUM),
        };
        let side = self.chance.word(&["after", "after", "after", "before"]);
        let event = self.expression(&Ty::Date, scope, depth).at(level::SUM);
        let law = self.chance.word(&["", " under EU", " under PL", " under SE", " under RO"]);
        let by = self.by(scope, depth);
        // A choice swallows what follows, so the law comes first.
        Code::atom(format!("deadline({length} {side} {event}{law} {by})"))
    }

    /// A date plus or minus working days.
    pub fn working_days_away(&mut self, scope: &Scope, depth: u8) -> Code {
        let date = self.expression(&Ty::Date, scope, depth).at(level::SUM);
        let op = self.chance.word(&["+", "-"]);
        let count = self.chance.between(0, 20);
        let by = self.by(scope, depth);
        let level = if by.contains(" if ") { level::OPEN } else { level::ADJUSTED };
        Code::new(format!("{date} {op} {count} working days {by}"), level)
    }

    /// How many days of a period are worked.
    pub fn working_days(&mut self, scope: &Scope, depth: u8) -> Code {
        let period = self.expression(&Ty::Period, scope, depth).at(level::POSTFIX);
        let by = self.by(scope, depth);
        let level = if by.contains(" if ") { level::OPEN } else { level::SHARE };
        Code::new(format!("working days in {period} {by}"), level)
    }

    /// Whether a day is worked.
    pub fn is_working_day(&mut self, scope: &Scope, depth: u8) -> Code {
        let date = self.expression(&Ty::Date, scope, depth).at(level::RANGE);
        let not = self.chance.word(&["", " not"]);
        let by = self.by(scope, depth);
        let level = if by.contains(" if ") { level::OPEN } else { level::COMPARE };
        Code::new(format!("{date} is{not} a working day {by}"), level)
    }

    /// The end of a period of hours.
    pub fn hours(&mut self, scope: &Scope) -> Code {
        let event = self.leaf(&Ty::Moment, scope).at(level::SUM);
        let side = self.chance.word(&["after", "before"]);
        let count = self.chance.between(0, 50);
        Code::atom(format!("deadline({count} hours {side} {event})"))
    }
}
