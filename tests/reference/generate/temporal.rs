//! Dates, months, moments, durations and periods.

use super::body::{Scope, Writer};
use super::model::Ty;
use super::source::{Code, level};

impl Writer {
    fn shifted(&mut self, ty: &Ty, duration: Code, scope: &Scope, depth: u8) -> Code {
        let date = self.expression(ty, scope, depth).at(level::SUM);
        let op = self.chance.word(&["+", "-"]);
        let text = format!("{date} {op} {}", duration.at(level::PRODUCT));
        // Unnamed, an odd day is a fault, and an error where it is a literal.
        let literal = date.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit());
        if *ty != Ty::Month && (literal || self.chance.percent(70)) {
            let end = self.chance.word(&["end of month", "next month"]);
            return Code::new(format!("{text} {end}"), level::ADJUSTED);
        }
        Code::new(text, level::SUM)
    }

    /// A date.
    pub fn date(&mut self, scope: &Scope, depth: u8) -> Code {
        match self.chance.below(11) {
            8 | 9 => self.deadline(scope, depth),
            10 => self.working_days_away(scope, depth),
            0 | 1 => {
                let duration = self.expression(&Ty::Duration, scope, depth.min(1));
                self.shifted(&Ty::Date, duration, scope, depth)
            }
            2 => {
                let ty = if self.chance.percent(60) { Ty::Date } else { Ty::Month };
                let date = self.expression(&ty, scope, depth).at(level::POSTFIX);
                Code::new(
                    format!("{} day of {date}", self.chance.word(&["first", "last"])),
                    level::SHARE,
                )
            }
            3 => {
                let period = self.expression(&Ty::Period, scope, depth).at(level::POSTFIX);
                Code::new(
                    format!("{} of {period}", self.chance.word(&["start", "end"])),
                    level::SHARE,
                )
            }
            4 => {
                let year = self.expression(&Ty::Date, scope, depth).at(level::POSTFIX);
                let year = Code::new(format!("year of {year}"), level::SHARE).at(level::POSTFIX);
                let day =
                    self.chance.word(&["1 July", "31 December", "28 February", "29 February"]);
                Code::new(format!("{day} of {year}"), level::SHARE)
            }
            5 => {
                let word = self.chance.word(&["min", "max"]);
                let left = self.expression(&Ty::Date, scope, depth).text;
                let right = self.expression(&Ty::Date, scope, depth).text;
                Code::atom(format!("{word}({left}, {right})"))
            }
            6 => match self.comprehension(&Ty::Date, scope, depth) {
                Some(inner) => {
                    let word = self.chance.word(&["min", "max"]);
                    let default = self.leaf(&Ty::Date, scope).at(level::SUM);
                    let text = format!("{word}({inner}) default {default} when none");
                    Code::new(text, level::ADJUSTED)
                }
                None => self.leaf(&Ty::Date, scope),
            },
            _ => self.leaf(&Ty::Date, scope),
        }
    }

    /// A month.
    pub fn month(&mut self, scope: &Scope, depth: u8) -> Code {
        match self.chance.below(4) {
            0 | 1 => {
                let date = self.expression(&Ty::Date, scope, depth).at(level::POSTFIX);
                Code::new(format!("month of {date}"), level::SHARE)
            }
            2 => {
                let months = format!("{} months", self.chance.between(1, 14));
                self.shifted(&Ty::Month, Code::atom(months), scope, depth)
            }
            _ => self.leaf(&Ty::Month, scope),
        }
    }

    /// A moment.
    pub fn moment(&mut self, scope: &Scope, depth: u8) -> Code {
        if self.chance.percent(30) {
            return self.hours(scope);
        }
        let days = format!("{} days", self.chance.between(0, 3));
        self.shifted(&Ty::Moment, Code::atom(days), scope, depth.min(1))
    }

    /// A duration.
    pub fn duration(&mut self, scope: &Scope, depth: u8) -> Code {
        match self.chance.below(6) {
            0 | 1 => {
                let later = self.expression(&Ty::Date, scope, depth).at(level::SUM);
                let earlier = self.expression(&Ty::Date, scope, depth).at(level::PRODUCT);
                Code::new(format!("{later} - {earlier}"), level::SUM)
            }
            2 => {
                let left = self.expression(&Ty::Duration, scope, depth).at(level::SUM);
                let right = self.leaf(&Ty::Duration, scope).at(level::PRODUCT);
                let op = self.chance.word(&["+", "-"]);
                Code::new(format!("{left} {op} {right}"), level::SUM)
            }
            3 => {
                let times = self.chance.between(0, 3);
                let duration = self.leaf(&Ty::Duration, scope).at(level::PRODUCT);
                Code::new(format!("{duration} * {times}"), level::PRODUCT)
            }
            _ => self.leaf(&Ty::Duration, scope),
        }
    }

    /// A period.
    pub fn period(&mut self, scope: &Scope, depth: u8) -> Code {
        match self.chance.below(7) {
            0 | 1 => {
                let start = self.expression(&Ty::Date, scope, depth).at(level::ADJUSTED);
                let end = self.expression(&Ty::Date, scope, depth).at(level::ADJUSTED);
                // Dates in the wrong order are a fault; mostly they are put in order.
                if self.chance.percent(70) {
                    let text = format!("min({start}, {end}) to max({start}, {end})");
                    return Code::new(text, level::RANGE);
                }
                Code::new(format!("{start} to {end}"), level::RANGE)
            }
            2 => {
                let start = self.expression(&Ty::Date, scope, depth).at(level::ADJUSTED);
                Code::new(format!("{start} to open"), level::RANGE)
            }
            3 => {
                let end = self.expression(&Ty::Date, scope, depth).at(level::ADJUSTED);
                Code::new(format!("open to {end}"), level::RANGE)
            }
            4 => {
                let left = self.expression(&Ty::Period, scope, depth).at(level::SUM);
                let right = self.leaf(&Ty::Period, scope).at(level::SUM);
                let other = self.leaf(&Ty::Period, scope).at(level::SUM);
                let text = format!("(overlap of {left} and {right}) default {other} when absent");
                Code::new(text, level::ADJUSTED)
            }
            _ => self.leaf(&Ty::Period, scope),
        }
    }
}
