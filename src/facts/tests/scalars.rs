//! Each scalar type in the plain form.

use super::read;
use crate::quantity::{Currency, Date, Duration, Moment, Money, Month, Number, Period};
use crate::value::Value;

fn number(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap())
}

fn money(amount: &str, currency: Currency) -> Value {
    Value::Money(Money::new(Number::parse(amount).unwrap(), currency))
}

fn date(text: &str) -> Option<Date> {
    Some(Date::parse(text).unwrap())
}

#[test]
fn truth_values() {
    for yes in ["yes", "true", "True", "TRUE", "\"yes\""] {
        assert_eq!(read("public", yes), Value::Bool(true), "{yes}");
    }
    for no in ["no", "false", "No"] {
        assert_eq!(read("public", no), Value::Bool(false), "{no}");
    }
}

#[test]
fn whole_numbers_and_decimals() {
    for (text, value) in [("48", "48"), ("1_000", "1000"), ("\"48\"", "48"), ("48.0", "48")] {
        assert_eq!(read("staff", text), number(value), "{text}");
    }
    for (text, value) in [
        ("0.1", "0.1"),
        ("-0.5", "-0.5"),
        ("+2", "2"),
        ("4.553", "4.553"),
        ("1e3", "1000"),
        ("12.5e-3", "0.0125"),
        ("1E+2", "100"),
        ("5e-1", "0.5"),
        ("1_000.50", "1000.5"),
        ("0.1234567890123456789012345678", "0.1234567890123456789012345678"),
    ] {
        assert_eq!(read("rate", text), number(value), "{text}");
    }
}

#[test]
fn percentages_and_points() {
    for (text, value) in [("15%", "0.15"), ("7.5%", "0.075"), ("26 %", "0.26"), ("0%", "0")] {
        assert_eq!(read("intensity", text), number(value), "{text}");
    }
    for text in ["10 percentage points", "10 pp", "10.0 percentage points"] {
        assert_eq!(read("bonus", text), number("0.1"), "{text}");
    }
}

#[test]
fn amounts() {
    for text in ["98_400.00 PLN", "98400.00 PLN", "98400", "98400.00", "\"98400 PLN\""] {
        assert_eq!(read("grant", text), money("98400", Currency::PLN), "{text}");
    }
    assert_eq!(read("grant_eur", "10 EUR"), money("10", Currency::EUR));
    assert_eq!(read("foreign", "10 SEK"), money("10", Currency::SEK));
    assert_eq!(read("foreign", "-10.25 SEK"), money("-10.25", Currency::SEK));
    // The Kuwaiti dinar has three places (ISO 4217), so nothing is in groups here.
    assert_eq!(read("foreign", "1.763 KWD"), money("1.763", Currency::KWD));
    let about = Money::new(Number::from_i64(600_000), Currency::PLN);
    for text in ["about 600000 PLN", "About 600_000", "600000 PLN"] {
        assert_eq!(read("estimate", text), Value::About(about), "{text}");
    }
}

#[test]
fn dates_and_times() {
    assert_eq!(read("call", "2024-01"), Value::Month(Month::parse("2024-01").unwrap()));
    for text in ["2024-05-01 12:00", "2024-05-01T12:00", "2024-05-01", "2024-05-01 12:00:30"] {
        assert_eq!(read("started", text), Value::Moment(Moment::parse(text).unwrap()), "{text}");
    }
    let period = |start, end| Value::Period(Period { start, end });
    let (start, end) = (date("2024-04-01"), date("2028-03-31"));
    assert_eq!(read("period", "2024-04-01 to 2028-03-31"), period(start, end));
    assert_eq!(read("period", "2024-04-01 to open"), period(start, None));
    assert_eq!(read("period", "open to 2028-03-31"), period(None, end));
    assert_eq!(read("period", "{ start: 2024-04-01, end: 2028-03-31 }"), period(start, end));
    assert_eq!(read("period", "{ start: 2024-04-01, end: open }"), period(start, None));
    assert!(matches!(read("period", "{ start: 2024-04-01 }"), Value::Open(_)));
}

#[test]
fn durations() {
    for (text, duration) in [
        ("48 months", Duration::from_months(48)),
        ("3 years", Duration::from_months(36)),
        ("1 year + 6 months", Duration::from_months(18)),
        ("2 weeks", Duration::from_days(14)),
        ("60 days", Duration::from_days(60)),
        ("10 working days", Duration::from_working_days(10)),
    ] {
        assert_eq!(read("length", text), Value::Duration(duration), "{text}");
    }
}

#[test]
fn texts_and_members() {
    let text = |text: &str| Value::Text(text.into());
    // Norway is not a truth value, and a version is not a number.
    assert_eq!(read("title", "NO"), text("NO"));
    assert_eq!(read("title", "1.10"), text("1.10"));
    assert_eq!(read("title", "\" two \""), text(" two "));
    // A letter and its accent apart (U+0061 U+0328) are one letter (U+0105) when composed.
    assert_eq!(read("title", "\"za\u{328}b\""), text("z\u{105}b"));
    assert_eq!(read("area", "cybersecurity"), Value::Member(1));
    assert_eq!(read("form", "loan"), Value::Member(1));
    for other in ["other \"a prize\"", "\"a prize\"", "{ other: a prize }"] {
        assert_eq!(read("form", other), Value::Other("a prize".into()), "{other}");
    }
}
