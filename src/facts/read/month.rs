//! Months: `2024-01`.

use super::date::number;
use super::named_date::named_month;
use super::{Read, Words};
use crate::quantity::Month;
use crate::value::Value;

/// Reads a month.
pub(super) fn read(words: &Words<'_>) -> Read {
    if let Some(month) = Month::parse(words.text) {
        return Ok(Value::Month(month));
    }
    match local(words.text).or_else(|| named_month(words.text)) {
        Some(month) => words.local(Value::Month(month), &month.to_string()),
        None => words.wrong("a month such as `2024-01`", ""),
    }
}

/// `01.2024`, `1/2024`, `2024/01`.
fn local(text: &str) -> Option<Month> {
    let (first, second) = text.split_once(['.', '/', '-', '\u{2010}', '\u{2011}'])?;
    let (year, month) = if first.len() == 4 { (first, second) } else { (second, first) };
    if year.len() != 4 || month.len() > 2 {
        return None;
    }
    Month::new(i32::try_from(number(year)?).ok()?, number(month)?)
}
