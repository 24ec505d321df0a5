//! Ways of writing of a country, declared by `$locale`.

use super::{at, good, problems};
use crate::quantity::{Currency, Date, Duration, Moment, Money, Number};
use crate::value::Value;

fn under(locale: &str, field: &str, value: &str) -> Value {
    at(&good(&format!("$locale: {locale}\n{field}: {value}\n")), field).clone()
}

fn refused(locale: &str, field: &str, value: &str) -> String {
    problems(&format!("$locale: {locale}\n{field}: {value}\n")).join("; ")
}

fn money(amount: &str, currency: Currency) -> Value {
    Value::Money(Money::new(Number::parse(amount).unwrap(), currency))
}

#[test]
fn amounts_as_the_documents_write_them() {
    assert_eq!(under("sv", "foreign", "4 529 875 kronor"), money("4529875", Currency::SEK));
    assert_eq!(
        under("sv", "foreign", "4\u{202f}529\u{202f}875 kr"),
        money("4529875", Currency::SEK)
    );
}

#[test]
fn swedish_polish_romanian_and_english_amounts() {
    assert_eq!(under("sv", "foreign", "100 kr"), money("100", Currency::SEK));
    assert_eq!(under("ro", "foreign", "1.763.370 euro"), money("1763370", Currency::EUR));
    assert_eq!(under("ro", "foreign", "1.763 lei"), money("1763", Currency::RON));
    assert_eq!(under("pl", "grant", "120 000,00 PLN"), money("120000", Currency::PLN));
    assert_eq!(under("pl", "grant", "120 000,00 zł"), money("120000", Currency::PLN));
    assert_eq!(under("en", "foreign", "120,000.50 EUR"), money("120000.5", Currency::EUR));
    assert_eq!(under("en", "foreign", "1.763 EUR"), money("1.763", Currency::EUR));
    // The plain form stays what it is.
    assert_eq!(under("pl", "grant", "98_400.00 PLN"), money("98400", Currency::PLN));
    let about = Money::new(Number::from_i64(600_000), Currency::PLN);
    assert_eq!(under("pl", "estimate", "ok. 600 000 PLN"), Value::About(about));
    assert_eq!(under("pl", "estimate", "około 600 000 zł"), Value::About(about));
}

#[test]
fn shares_dates_and_durations() {
    let share = |text: &str| Value::Number(Number::parse(text).unwrap());
    assert_eq!(under("sv", "intensity", "31 procent"), share("0.31"));
    assert_eq!(under("pl", "intensity", "7,5 %"), share("0.075"));
    let day = |text: &str| Value::Moment(Moment::new(Date::parse(text).unwrap(), None));
    assert_eq!(under("pl", "started", "01.04.2024"), day("2024-04-01"));
    assert_eq!(under("ro", "started", "03/12/2023"), day("2023-12-03"));
    assert_eq!(under("en", "started", "14/06/2023"), day("2023-06-14"));
    assert_eq!(under("pl", "length", "48 miesięcy"), Value::Duration(Duration::from_months(48)));
    assert_eq!(under("sv", "public", "ja"), Value::Bool(true));
}

#[test]
fn what_stays_ambiguous_is_refused() {
    assert_eq!(
        refused("en", "started", "03/12/2023"),
        "facts::ambiguous_date `03/12/2023` may be `2023-12-03` or `2023-03-12`"
    );
    assert_eq!(
        refused("pl", "grant", "1.763 PLN"),
        "facts::ambiguous_number `1.763 PLN` may be `1763 PLN` or `1.763 PLN`"
    );
    // 4.553 may be an exchange rate in the plain form, or four thousand.
    assert_eq!(
        refused("ro", "rate", "4.553"),
        "facts::ambiguous_number `4.553` may be `4553` or `4.553`"
    );
    assert!(refused("pl", "intensity", "15").starts_with("facts::ambiguous_percent"));
}
