//! Whether two texts write the same value, by exact fractions of their own.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::Ratio;

/// An exact fraction.
type Fraction = Ratio<BigInt>;

/// Whether a value in a report is the one that a page writes: `480_000 PLN` is `480000.00 PLN`.
pub fn same(report: &str, page: &str) -> bool {
    let page = page.strip_prefix('"').and_then(|page| page.strip_suffix('"')).unwrap_or(page);
    if report == page {
        return true;
    }
    match (number_and_unit(report), number_and_unit(page)) {
        (Some(report), Some(page)) => report == page,
        _ => false,
    }
}

/// Which of two figures is the greater; none where they are not of one unit. Days are ordered as
/// they are written.
pub fn order(one: &str, other: &str) -> Option<Ordering> {
    match (number_and_unit(one), number_and_unit(other)) {
        (Some((one, unit)), Some((other, same))) => (unit == same).then(|| one.cmp(&other)),
        _ => Some(one.cmp(other)),
    }
}

/// A number, in the smallest unit of its kind, with the name of that unit.
fn number_and_unit(text: &str) -> Option<(Fraction, String)> {
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || "-_./".contains(c))).unwrap_or(text.len());
    let number = number(&text[..end])?;
    let (factor, unit) = match text[end..].trim() {
        "year" | "years" => (12, "month"),
        "month" | "months" => (1, "month"),
        "day" | "days" => (1, "day"),
        "working day" | "working days" => (1, "working day"),
        "percentage point" | "percentage points" => (1, "percentage points"),
        other => (1, other),
    };
    Some((number * Fraction::from_integer(BigInt::from(factor)), unit.to_owned()))
}

/// `1_000.50` or `2/3`.
fn number(text: &str) -> Option<Fraction> {
    if let Some((above, below)) = text.split_once('/') {
        return Some(number(above)? / number(below)?);
    }
    let plain = text.replace('_', "");
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits: BigInt = format!("{whole}{decimals}").parse().ok()?;
    let places = u32::try_from(decimals.len()).ok()?;
    Some(Fraction::new(digits, BigInt::from(10).pow(places)))
}

#[test]
fn values_are_compared_as_values() {
    assert!(same("480000.00 PLN", "480_000 PLN"));
    assert!(same("-0.002 PLN", "-0.0020 PLN"));
    assert!(same("4 years", "48 months"));
    assert!(same("66.6", "333/5"));
    assert!(same("Riga", "\"Riga\""));
    assert!(!same("480000.00 PLN", "480_000 EUR"));
    assert!(!same("15%", "15"));
    assert!(!same("30 days", "1 month"));
}
