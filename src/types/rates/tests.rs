//! Tables from texts that come from outside: whatever is in them, a table and problems.

use proptest::prelude::*;

use super::{from_csv, from_rows};
use crate::diagnostic::Diagnostics;
use crate::quantity::{Currency, Number, Quotation, RateDate, RateTable, Rhythm};
use crate::text::{SourceId, Span};
use crate::types::typed::{Rates, RatesRhythm, Texts};

/// A declaration of rates of the euro.
fn rates(rhythm: RatesRhythm) -> Rates {
    Rates {
        path: "page.r".into(),
        name: "r".into(),
        title: Texts::default(),
        cite: Vec::new(),
        base: Currency::EUR,
        quotation: Quotation::PerBase,
        rhythm,
        promised: Vec::new(),
        table: None,
        supplied: true,
        documentation: None,
        span: Span::default(),
    }
}

fn read(rhythm: RatesRhythm, text: &str) -> (RateTable, Diagnostics) {
    from_csv(&rates(rhythm), SourceId::new(0), text)
}

/// The quotes of a text without problems, as `currency date rate`.
fn quotes(rhythm: RatesRhythm, text: &str) -> Vec<String> {
    let (table, problems) = read(rhythm, text);
    assert!(problems.is_empty(), "{text:?}: {problems:?}");
    table.iter().map(|(currency, on, rate)| format!("{currency} {on} {rate}")).collect()
}

/// The codes of what is wrong with a monthly table.
fn codes(text: &str) -> Vec<&'static str> {
    let (_, problems) = read(RatesRhythm::Monthly, text);
    problems.iter().map(|problem| problem.code.as_str()).collect()
}

#[test]
fn wide_and_long_tables_have_the_same_quotes() {
    let wanted = ["PLN 2024-03 4.3208", "PLN 2024-04 4.2918", "SEK 2024-03 11.2115"];
    for text in [
        "month,PLN,SEK\n2024-03,4.3208,11.2115\n2024-04,4.2918,\n",
        "SEK;month;PLN\r\n11.2115;2024-03;4.3208\r\n;2024-04;4.2918\r\n",
        "\u{feff}Month,Currency,Rate\n2024-04,PLN,4.2918\n2024-03,SEK,11.2115\n2024-03,PLN,4.3208",
        "rate,\"currency\",month\n\"4.3208\",PLN,2024-03\n\n11.2115,SEK,2024-03\n4.2918,PLN,2024-04\n",
    ] {
        assert_eq!(quotes(RatesRhythm::Monthly, text), wanted, "{text:?}");
    }
    let daily = "day,PLN\n2024-03-04,4.3208\n";
    assert_eq!(quotes(RatesRhythm::Daily, daily), ["PLN 2024-03-04 4.3208"]);
}

#[test]
fn a_frozen_table_needs_no_date_and_takes_any() {
    let day = crate::quantity::Date::new(2023, 1, 1).unwrap();
    let frozen = RatesRhythm::Frozen(day);
    for text in [
        "HRK\n7.53450\n",
        "currency,rate\nHRK,7.53450\n",
        "date,HRK\n2023-01-01,7.53450\n",
        "month,HRK\n2022-12,7.5394\n2023-01,7.53450\n",
    ] {
        let (table, problems) = read(frozen, text);
        assert!(problems.is_empty(), "{text:?}: {problems:?}");
        let asked = RateDate::Day(crate::quantity::Date::new(2019, 5, 5).unwrap());
        let rate = table.rate(Currency::HRK, Currency::EUR, asked).unwrap();
        assert_eq!(rate.divisor(), Some(Number::parse("7.5345").unwrap()), "{text:?}");
    }
}

#[test]
fn each_fault_has_its_code() {
    let many = "9".repeat(40);
    let cases: [(&str, &[&str]); 14] = [
        ("", &["data::csv_syntax"]),
        ("month,PLN\n", &[]),
        ("month,PLN,PLN\n2024-03,4,5\n", &["data::duplicate_key"]),
        ("month,PLN\n2024-03,\"4.3\n", &["data::csv_syntax"]),
        ("month,PLN\n2024-03\n", &["data::csv_syntax"]),
        ("month,XYZ\n2024-03,4\n", &["types::rate_header"]),
        ("PLN\n4.3\n", &["types::rate_date"]),
        ("month,EUR,PLN\n2024-03,1,4\n", &["types::rate_currency"]),
        ("month,currency,rate\n2024-03,zl,4\n", &["types::rate_currency"]),
        ("month,PLN\n2024-03,0\n", &["types::rate_value"]),
        ("month,PLN\n2024-03,-4\n", &["types::rate_value"]),
        ("month,PLN\n2024-03,0.0000000000000000000000000000001\n", &["types::rate_value"]),
        ("month,PLN\n2024-03,4\n2024-03,4\n", &["types::rate_twice"]),
        ("month,PLN\n2024-01,4\n2024-03,4\n", &["types::rate_gap"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(codes(text), wanted, "{text:?}");
    }
    assert_eq!(codes(&format!("month,PLN\n2024-03,{many}\n")), ["types::rate_value"]);
}

#[test]
fn what_is_wrong_with_a_cell_leaves_the_others() {
    let text = "month,PLN,SEK\n2024-03,1e400,11.2115\n2024-04,4.2918,0\n";
    let (table, problems) = read(RatesRhythm::Monthly, text);
    assert_eq!((table.len(), problems.len()), (2, 2));
}

#[test]
fn rows_of_a_test_are_read_as_those_of_a_module() {
    let (table, problems) = from_rows(&rates(RatesRhythm::Monthly), &[]);
    assert!(table.is_empty() && problems.is_empty());
    assert_eq!(table.rhythm(), Rhythm::Monthly);
}

/// Pieces of which bad tables are made.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "month",
        "day",
        "currency",
        "rate",
        "PLN",
        "SEK",
        "EUR",
        ",",
        ";",
        "\n",
        "\r\n",
        "\"",
        "2024-03",
        "2024-03-04",
        "4.3208",
        "4,3",
        "-1",
        "0",
        "1e400",
        "",
        " ",
        "\u{feff}",
        "ż",
        "99999999999999999",
        "\"\"",
        "\u{0}",
        "2024-99",
    ])
}

proptest! {
    /// Nothing panics, every problem lies in the text, and every quote is one that a table can hold.
    #[test]
    fn any_text_is_a_table_or_has_problems(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        for rhythm in [RatesRhythm::Monthly, RatesRhythm::Daily] {
            let (table, problems) = read(rhythm, &text);
            for label in problems.iter().flat_map(|problem| &problem.labels) {
                prop_assert!(label.span.end as usize <= text.len());
            }
            for (_, on, rate) in table.iter() {
                prop_assert!(rate.is_positive());
                prop_assert_eq!(on.rhythm(), table.rhythm());
            }
            // Every quote stands in a cell of its own after the first line.
            let cells = text.matches([',', ';', '\n', '\r']).count();
            prop_assert!(table.len() <= cells);
        }
    }
}
