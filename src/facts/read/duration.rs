//! Durations: `48 months`, `3 years`, `60 days`, `10 working days`, `1 year + 6 months`, and with
//! the words of the languages: `48 miesięcy`, `20 de luni`, `1 år och 6 månader`.

use super::duration_units::{Unit, local_unit, plain_unit};
use super::figures::{Figures, Purpose};
use super::fold::folded;
use super::{Read, Words, refuse};
use crate::facts::problems::{AmbiguousNumber, TooManyDigits};
use crate::quantity::{Duration, Number};
use crate::value::Value;

const WANTS: &str = "a duration such as `48 months`";

const HELP: &str = "write a whole number and `years`, `months`, `weeks`, `days` or `working days`";

/// What joins the parts of a duration in the languages, folded.
const JOINTS: [&str; 5] = [" i ", " si ", " och ", " and ", ", "];

/// Reads a duration: one part or several.
pub(super) fn read(words: &Words<'_>) -> Read {
    if let Some(sum) = plain(words.text) {
        return Ok(Value::Duration(sum));
    }
    let mut text = folded(words.text);
    for joint in JOINTS {
        text = text.replace(joint, "+");
    }
    let (mut sum, mut repair) = (Duration::default(), Vec::new());
    for part in text.split('+') {
        let (count, unit) = part_of(words, part.trim())?;
        let longer = length(count, unit).and_then(|length| sum.add(length).ok());
        let Some(longer) = longer else { return words.wrong(WANTS, "the number is too large") };
        sum = longer;
        repair.push(format!("{count} {}", unit.plain(count)));
    }
    words.local(Value::Duration(sum), &repair.join(" + "))
}

/// A duration in the plain form.
fn plain(text: &str) -> Option<Duration> {
    text.split('+').try_fold(Duration::default(), |sum, part| {
        let (digits, unit) = cut(part.trim(), |c| c.is_ascii_digit() || c == '_')?;
        let count: i64 = digits.replace('_', "").parse().ok()?;
        sum.add(length(count, plain_unit(unit)?)?).ok()
    })
}

/// A number and a unit in any form.
fn part_of(words: &Words<'_>, text: &str) -> Read<(i64, Unit)> {
    let Some((digits, unit)) = cut(text, |c| !c.is_alphabetic()) else {
        let bare = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let help = "name the unit: `years`, `months`, `weeks`, `days` or `working days`";
        return words.wrong(WANTS, if bare { help } else { HELP });
    };
    let Some(unit) = local_unit(unit) else { return words.wrong(WANTS, HELP) };
    let written = |count: &str| format!("{count} {}", unit.plain(0));
    let number = match words.figures(digits.trim(), Purpose::Coarse) {
        Figures::Plain(number, _) | Figures::Local(number, _) => number,
        Figures::Ambiguous(first, second) => {
            let (first, second) = (&written(&first), &written(&second));
            return refuse(AmbiguousNumber { site: words.site, first, second });
        }
        Figures::TooLong(error) => return refuse(TooManyDigits { site: words.site, error }),
        Figures::Other => return words.wrong(WANTS, HELP),
    };
    match number.to_i64().filter(|_| !number.is_negative()) {
        Some(count) => Ok((count, unit)),
        None if number > Number::from_i64(i64::MAX) => {
            words.wrong(WANTS, "the number is too large")
        }
        None => words.wrong(WANTS, HELP),
    }
}

/// Cuts a text where its number ends; none where there is nothing behind it.
fn cut(text: &str, in_number: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !in_number(c))?;
    let (digits, unit) = text.split_at_checked(end)?;
    Some((digits, unit.trim_start()))
}

/// So many of a unit; none where the number is too large.
fn length(count: i64, unit: Unit) -> Option<Duration> {
    match unit {
        Unit::Years => Duration::from_years(count).ok(),
        Unit::Months => Some(Duration::from_months(count)),
        Unit::Weeks => Duration::from_weeks(count).ok(),
        Unit::Days => Some(Duration::from_days(count)),
        Unit::WorkingDays => Some(Duration::from_working_days(count)),
    }
}
