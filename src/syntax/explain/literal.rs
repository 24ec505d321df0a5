//! Numbers and dates in other notations, each with its plain form.

use super::Place;
use crate::diagnostic::Diagnostic;
use crate::quantity::Date;
use crate::syntax::problems::{DateForm, NoSuchValue, NumberForm};

/// A literal in another notation at the place, or one that ends there.
pub(super) fn find(place: &Place<'_>) -> Option<Diagnostic> {
    percent(place).or_else(|| split(place)).or_else(|| at_place(place))
}

/// `15 %`
fn percent(place: &Place<'_>) -> Option<Diagnostic> {
    place.rest().strip_prefix('%')?;
    let number = last_figure(place.before())?;
    let start = place.before().len() - number.len();
    Some(
        NumberForm {
            at: place.span_from(start, 1),
            message: "the `%` touches its number".to_owned(),
            help: None,
            plain: Some(format!("{number}%")),
        }
        .into(),
    )
}

/// `120 000 PLN`: a group of three after a number.
fn split(place: &Place<'_>) -> Option<Diagnostic> {
    let rest = place.rest();
    let group = rest.get(..3).filter(|group| group.bytes().all(|b| b.is_ascii_digit()))?;
    let number = last_figure(place.before())?;
    let start = place.before().len() - number.len();
    let tail: String = rest
        .chars()
        .skip(3)
        .take_while(|c| c.is_ascii_digit() || matches!(c, '_' | '.' | ','))
        .collect();
    let plain = format!("{number}_{group}{}", tail.replace(',', "."));
    Some(
        NumberForm {
            at: place.span_from(start, 3 + tail.len()),
            message: "a number has no spaces".to_owned(),
            help: Some("groups of three are joined with `_`".to_owned()),
            plain: Some(plain),
        }
        .into(),
    )
}

/// The number that a text ends with.
fn last_figure(before: &str) -> Option<&str> {
    let start = before.rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '_' | '.')));
    let number = before.get(start.map_or(0, |at| at + 1)..)?;
    // The character before may take several bytes; then the slice above is none.
    number.starts_with(|c: char| c.is_ascii_digit()).then_some(number)
}

/// A literal in another notation at the place.
fn at_place(place: &Place<'_>) -> Option<Diagnostic> {
    let rest = place.rest();
    let end =
        rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | ',' | '-' | ':')));
    let token = rest.get(..end.unwrap_or(rest.len()))?.trim_end_matches([',', '.', ':', '-']);
    let at = place.span(token.len());
    if let Some(digits) = token.strip_prefix('.')
        && digits.starts_with(|c: char| c.is_ascii_digit())
    {
        let message = "a number begins with a digit".to_owned();
        let plain = Some(format!("0{token}"));
        return Some(NumberForm { at, message, help: None, plain }.into());
    }
    if !token.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(plain) = plain_date(token) {
        return Some(DateForm { at, written: token.to_owned(), plain }.into());
    }
    if is_beyond_the_calendar(token) {
        let reason = "the years of a date are 0001 to 9999".to_owned();
        return Some(NoSuchValue { at, written: token.to_owned(), reason }.into());
    }
    number(place, token).map(Into::into)
}

/// Whether a date has a year of more than four digits.
fn is_beyond_the_calendar(token: &str) -> bool {
    let parts: Vec<&str> = token.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [year, month, day] => {
            year.len() > 4 && month.len() == 2 && day.len() == 2 && parts.iter().all(digits)
        }
        _ => false,
    }
}

/// A date in another notation as `2024-01-31`; none when it may be read in two ways or not.
fn plain_date(token: &str) -> Option<String> {
    if let Some((day, time)) = token.split_once('T') {
        Date::parse(day)?;
        return Some(format!("{day} {time}"));
    }
    let split = |mark| -> Option<[&str; 3]> {
        let parts: Vec<&str> = token.split(mark).collect();
        let plain = |p: &&str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit());
        parts.try_into().ok().filter(|parts: &[&str; 3]| parts.iter().all(plain))
    };
    let [year, month, day] = match (split('-'), split('.')) {
        (Some([year, month, day]), _) if year.len() == 4 => [year, month, day],
        (Some([day, month, year]), _) | (_, Some([day, month, year])) if year.len() == 4 => {
            [year, month, day]
        }
        _ => return None,
    };
    let plain = format!("{year}-{month:0>2}-{day:0>2}");
    Date::parse(&plain).map(|_| plain)
}

fn number(place: &Place<'_>, token: &str) -> Option<NumberForm> {
    let figure_end = token.find(|c: char| !(c.is_ascii_digit() || matches!(c, '_' | '.' | ',')));
    let figure = token.get(..figure_end.unwrap_or(token.len()))?;
    let unit = token.get(figure.len()..)?;
    let at = place.span(token.len());
    if let Some(second) = unit.strip_prefix('-') {
        let message = "a minus sign stands between spaces".to_owned();
        let plain = Some(format!("{figure} - {second}"));
        return Some(NumberForm { at, message, help: None, plain });
    }
    if !unit.is_empty() {
        let message = "a unit stands after a space".to_owned();
        let exponent = unit.starts_with(['e', 'E']);
        let help = exponent.then(|| "numbers have no exponent; write out the digits".to_owned());
        let plain = (!exponent).then(|| format!("{} {unit}", figure.trim_end_matches('_')));
        return Some(NumberForm { at, message, help, plain });
    }
    if figure.contains(',') {
        return Some(NumberForm {
            at,
            message: "a number with a comma can be read in two ways".to_owned(),
            help: Some(
                "write a decimal part with `.` and groups of three with `_`; between two \
                 values put a space after the comma"
                    .to_owned(),
            ),
            plain: None,
        });
    }
    // No repair: `1_00` may be a hundred or a thousand, and only the author knows.
    (figure.contains('_') || figure.matches('.').count() > 1).then_some(NumberForm {
        at,
        message: "groups in a number have three digits each".to_owned(),
        help: Some("write `1_000_000`, or leave the groups out".to_owned()),
        plain: None,
    })
}
