//! Durations: `48 months`, `3 years`, `60 days`, `10 working days`, `1 year + 6 months`.

use super::{Read, Words};
use crate::quantity::Duration;
use crate::value::Value;

const WANTS: &str = "a duration such as `48 months`";

/// A unit of time.
#[derive(Clone, Copy)]
enum Unit {
    Years,
    Months,
    Weeks,
    Days,
    WorkingDays,
}

/// The units in the plain form.
const PLAIN: [(&str, Unit); 10] = [
    ("years", Unit::Years),
    ("year", Unit::Years),
    ("months", Unit::Months),
    ("month", Unit::Months),
    ("weeks", Unit::Weeks),
    ("week", Unit::Weeks),
    ("days", Unit::Days),
    ("day", Unit::Days),
    ("working days", Unit::WorkingDays),
    ("working day", Unit::WorkingDays),
];

/// The units in Polish, Romanian and Swedish.
const LOCAL: [(&str, Unit); 29] = [
    ("lat", Unit::Years),
    ("lata", Unit::Years),
    ("rok", Unit::Years),
    ("miesięcy", Unit::Months),
    ("miesiące", Unit::Months),
    ("miesiąc", Unit::Months),
    ("tygodni", Unit::Weeks),
    ("tygodnie", Unit::Weeks),
    ("tydzień", Unit::Weeks),
    ("dni", Unit::Days),
    ("dzień", Unit::Days),
    ("dni roboczych", Unit::WorkingDays),
    ("dni robocze", Unit::WorkingDays),
    ("ani", Unit::Years),
    ("an", Unit::Years),
    ("luni", Unit::Months),
    ("lună", Unit::Months),
    ("săptămâni", Unit::Weeks),
    ("zile", Unit::Days),
    ("zi", Unit::Days),
    ("zile lucrătoare", Unit::WorkingDays),
    ("år", Unit::Years),
    ("månader", Unit::Months),
    ("månad", Unit::Months),
    ("veckor", Unit::Weeks),
    ("vecka", Unit::Weeks),
    ("dagar", Unit::Days),
    ("dag", Unit::Days),
    ("arbetsdagar", Unit::WorkingDays),
];

/// Reads a duration: one part or several joined by `+`.
pub(super) fn read(words: &Words<'_>) -> Read {
    let mut sum = Duration::default();
    let mut is_plain = true;
    for part in words.text.split('+') {
        let Some((length, plain)) = part_of(part.trim()) else {
            return words.wrong(WANTS, help(words.text));
        };
        let Ok(longer) = sum.add(length) else {
            return words.wrong(WANTS, "the number is too large");
        };
        sum = longer;
        is_plain &= plain;
    }
    let value = Value::Duration(sum);
    if is_plain { Ok(value) } else { words.local(value, &sum.to_string()) }
}

/// A number and a unit, and whether they stand in the plain form.
fn part_of(text: &str) -> Option<(Duration, bool)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '_')?;
    let (digits, unit) = text.split_at_checked(end)?;
    let count: i64 = digits.replace('_', "").parse().ok()?;
    let unit = unit.trim_start();
    let find =
        |list: &[(&str, Unit)]| list.iter().find(|(name, _)| *name == unit).map(|(_, unit)| *unit);
    let (unit, is_plain) = match find(&PLAIN) {
        Some(unit) => (unit, true),
        None => (find(&LOCAL)?, false),
    };
    let length = match unit {
        Unit::Years => Duration::from_years(count).ok()?,
        Unit::Months => Duration::from_months(count),
        Unit::Weeks => Duration::from_weeks(count).ok()?,
        Unit::Days => Duration::from_days(count),
        Unit::WorkingDays => Duration::from_working_days(count),
    };
    Some((length, is_plain))
}

fn help(text: &str) -> &'static str {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        "name the unit: `years`, `months`, `weeks`, `days` or `working days`"
    } else {
        "write a whole number and `years`, `months`, `weeks`, `days` or `working days`"
    }
}
