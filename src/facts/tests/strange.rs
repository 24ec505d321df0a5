//! Numbers and dates that are nearly right, or meant to be taken for others.

use super::{problems, refused};

/// The locales, and none.
const LOCALES: [&str; 5] = ["", "$locale: pl\n", "$locale: ro\n", "$locale: sv\n", "$locale: en\n"];

#[test]
fn figures_that_are_no_number_under_any_locale() {
    for figures in [
        "1 00 000",
        "1.00.000",
        "1,2,3",
        "1.2.3",
        "1 000.000,00.0",
        "1.763 370,00",
        "1,763.370,00",
        "1  000",
        "1 000 00",
        ",5",
        "5,",
        "1,000,00",
        "12 34",
        "1'00'000",
        "NaN",
        "inf",
        "0x10",
        "--5",
        "5-",
        "(5)",
        "1/2",
        "½",
        "II",
    ] {
        for locale in LOCALES {
            for field in ["grant", "rate", "staff"] {
                let found = problems(&format!("{locale}{field}: \"{figures}\"\n"));
                let [found] = found.as_slice() else { panic!("{figures}: {found:?}") };
                let refused = found.starts_with("facts::wrong_type")
                    || found.starts_with("facts::foreign_character");
                assert!(refused, "{locale}{field}: {figures} gave {found}");
            }
        }
    }
}

#[test]
fn numbers_beyond_what_is_held() {
    let forty = "1234567890123456789012345678901234567890";
    let grouped = "1.234.567.890.123.456.789.012.345.678.901.234.567.890";
    for figures in
        [forty, grouped, "1e400", "1e-400", "1e999999999999", "0,12345678901234567890123456789"]
    {
        for locale in LOCALES {
            let found = problems(&format!("{locale}rate: {figures}\n"));
            let [found] = found.as_slice() else { panic!("{found:?}") };
            let refused = found.starts_with("facts::too_many_digits")
                || found.starts_with("facts::wrong_type");
            assert!(refused, "{locale}{figures} gave {found}");
        }
    }
}

#[test]
fn minus_nought_is_nought() {
    use super::read;
    for written in ["-0", "-0.00", "0"] {
        assert_eq!(read("rate", written), read("rate", "0"));
        assert_eq!(read("grant", &format!("{written} PLN")), read("grant", "0 PLN"));
    }
}

#[test]
fn hidden_characters_are_shown_and_taken_out() {
    for (field, value, shown, plain) in [
        ("grant", "600\u{200b}000 PLN", "600<U+200B>000 PLN", "600000 PLN"),
        ("grant", "\u{200f}600000 PLN", "<U+200F>600000 PLN", "600000 PLN"),
        ("grant", "600000\u{ad} PLN", "600000<U+00AD> PLN", "600000 PLN"),
        ("intensity", "\u{2066}51%\u{2069}", "<U+2066>51%<U+2069>", "51%"),
        ("started", "2024-04\u{2060}-01", "2024-04<U+2060>-01", "2024-04-01"),
        ("area", "open\u{200b}_data", "open<U+200B>_data", "open_data"),
        ("public", "y\u{200d}es", "y<U+200D>es", "yes"),
        // What is left is not in the plain form either.
        ("grant", "1\u{200b}20 000,00 zł", "1<U+200B>20 000,00 zł", "120000.00 PLN"),
    ] {
        let (message, fixed) = refused(field, value);
        assert!(message.starts_with(&format!("facts::foreign_character `{shown}` holds")));
        assert_eq!(fixed, Some(format!("{field}: {plain}")));
    }
}

#[test]
fn digits_that_are_shown_in_reverse_have_no_repair() {
    let (message, fixed) = refused("intensity", "\u{202e}51%\u{202c}");
    assert!(message.starts_with("facts::foreign_character `<U+202E>51%<U+202C>` holds U+202E"));
    assert_eq!(fixed, None);
}

#[test]
fn digits_of_other_scripts_have_theirs_as_repair() {
    for (field, value, plain) in [
        ("grant", "٦٠٠٠٠٠ PLN", Some("600000 PLN")),
        ("grant", "۶۰۰ PLN", Some("600 PLN")),
        ("grant", "６００．５０ PLN", Some("600.50 PLN")),
        ("intensity", "１５％", Some("15%")),
        ("started", "２０２４-０４-０１", Some("2024-04-01")),
        ("rate", "٣٫٥", Some("3.5")),
        ("rate", "²", None),
        ("rate", "Ⅳ", None),
    ] {
        let (message, fixed) = refused(field, value);
        assert!(message.starts_with("facts::foreign_character `"), "{message}");
        assert_eq!(fixed, plain.map(|plain| format!("{field}: {plain}")), "{value}");
        for locale in LOCALES {
            assert_eq!(problems(&format!("{locale}{field}: \"{value}\"\n")).len(), 1);
        }
    }
}

#[test]
fn a_mark_over_a_digit_is_not_read_past() {
    for (field, value) in [("length", "4\u{338}8 months"), ("started", "1\u{30a} maja 2024")] {
        for locale in LOCALES {
            let found = problems(&format!("{locale}{field}: \"{value}\"\n"));
            assert!(found.iter().all(|found| found.starts_with("facts::wrong_type")), "{found:?}");
            assert_eq!(found.len(), 1);
        }
    }
}

#[test]
fn dates_that_are_nearly_dates() {
    for value in ["31 kwietnia 2024", "30 februarie 2024", "29 februari 2023", "0 maja 2024"] {
        assert!(refused("started", value).0.starts_with("facts::no_such_date"), "{value}");
    }
    for value in
        ["1 kwietnia", "1 kwietnia 24", "kwietnia 1", "1 2 2024", "1 i 2024", "32131 maja 2024"]
    {
        assert!(refused("started", value).0.starts_with("facts::wrong_type"), "{value}");
    }
    let (_, found) = super::bound("started: 01.04.24\n");
    let help = found.iter().next().unwrap().help.clone().unwrap();
    assert_eq!(help, "write the year with four digits, then the month and the day");
    let order = problems("$locale: pl\nperiod: od 31.03.2028 do 01.04.2024\n");
    assert!(order[0].starts_with("facts::period_order"), "{order:?}");
    let both = problems("$locale: en\nperiod: 03/12/2023 – 14/12/2023\n");
    assert!(both[0].starts_with("facts::ambiguous_date"), "{both:?}");
}

#[test]
fn long_words_end() {
    for part in ["1 ", "1 i ", "od ", "ok. ", "– ", "\u{200b}", "a\u{301}", "1 maja "] {
        let value = part.repeat(6_000);
        for field in ["grant", "rate", "length", "period", "started", "call", "intensity", "bonus"]
        {
            for locale in ["", "$locale: pl\n"] {
                assert_eq!(problems(&format!("{locale}{field}: \"{value}\"\n")).len(), 1);
            }
        }
    }
}
