//! Amounts, shares, dates and times as the five source documents write them, and as the domain
//! primer lists them (§7.4). Each is refused without a locale, with its plain form as repair, and
//! read under the locale of its document.

use super::{at, bound, good, one, problems, refused};
use crate::value::Value;

/// A value as a document writes it: locale, field, words, plain form.
const LINES: [(&str, &str, &str, &str); 33] = [
    // The resolution of the voivodeship Opolskie.
    ("pl", "grant", "120 000,00 PLN", "120000.00 PLN"),
    ("pl", "estimate", "ok. 600 000 PLN", "about 600000 PLN"),
    ("pl", "length", "48 miesięcy", "48 months"),
    ("pl", "started", "10 maja 2022 r.", "2022-05-10"),
    ("pl", "started", "dnia 10 maja 2022 r.", "2022-05-10"),
    // Priority II of FERC.
    ("pl", "started", "11 sierpnia 2021 r.", "2021-08-11"),
    ("pl", "started", "6 lutego 2019 r.", "2019-02-06"),
    // The page on Cluj AI.
    ("ro", "started", "14/06/2023T00:00:00", "2023-06-14 00:00"),
    ("ro", "started", "3 decembrie 2023", "2023-12-03"),
    ("ro", "period", "Între 14 iunie și 14 septembrie 2023", "2023-06-14 to 2023-09-14"),
    // The project of the county of Bacău.
    ("ro", "period", "01.04.2024 — 31.03.2028", "2024-04-01 to 2028-03-31"),
    ("ro", "foreign", "1.763.370 euro", "1763370 EUR"),
    // The memorandum of Region Örebro.
    ("sv", "foreign", "4 529 875 kronor", "4529875 SEK"),
    ("sv", "foreign", "14 612 500 kronor", "14612500 SEK"),
    ("sv", "intensity", "31 procent", "31%"),
    ("sv", "started", "den 14 november 2022", "2022-11-14"),
    // The list of the primer, and its neighbours.
    ("sv", "foreign", "4\u{a0}529\u{a0}875 kronor", "4529875 SEK"),
    ("sv", "foreign", "4\u{202f}529\u{202f}875\u{a0}kronor", "4529875 SEK"),
    ("pl", "started", "01.04.2024", "2024-04-01"),
    ("pl", "grant", "120\u{a0}000,00\u{a0}złotych", "120000.00 PLN"),
    ("pl", "started", "1 kwietnia 2024", "2024-04-01"),
    ("ro", "started", "1 aprilie 2024", "2024-04-01"),
    ("sv", "started", "den 1 mars 2023", "2023-03-01"),
    ("en", "started", "1 April 2024", "2024-04-01"),
    ("en", "started", "April 1st, 2024", "2024-04-01"),
    ("pl", "period", "01.04.2024–31.03.2028", "2024-04-01 to 2028-03-31"),
    ("pl", "period", "od 1 kwietnia 2024 r. do 31 marca 2028 r.", "2024-04-01 to 2028-03-31"),
    ("ro", "period", "din 1 aprilie 2024 până la 31 martie 2028", "2024-04-01 to 2028-03-31"),
    (
        "sv",
        "period",
        "från och med den 1 mars 2023 till och med den 28 februari 2026",
        "2023-03-01 to 2026-02-28",
    ),
    ("en", "period", "from 1 April 2024 to 31 March 2028", "2024-04-01 to 2028-03-31"),
    ("ro", "length", "20 de luni", "20 months"),
    ("sv", "length", "36 månader", "36 months"),
    ("ro", "foreign", "1.763.370,00 de lei", "1763370.00 RON"),
];

/// The value of a field under a locale.
pub(super) fn under(locale: &str, field: &str, value: &str) -> Value {
    at(&good(&format!("$locale: {locale}\n{field}: {value}\n")), field).clone()
}

#[test]
fn without_a_locale_the_plain_form_is_the_repair() {
    for (_, field, value, plain) in LINES {
        let (message, fixed) = refused(field, value);
        assert!(message.starts_with("facts::local_form `"), "{message}");
        assert_eq!(fixed, Some(format!("{field}: {plain}")), "{value}");
        assert_eq!(problems(&one(field, plain)), [""; 0], "the repair of {value}");
    }
}

#[test]
fn under_its_locale_each_is_its_plain_form() {
    for (locale, field, value, plain) in LINES {
        assert_eq!(under(locale, field, value), under(locale, field, plain), "{value}");
    }
}

#[test]
fn signs_of_percent_stand_near_or_apart() {
    // Örebro writes 26% and 17 %, FERC 15%.
    for value in ["17 %", "17%", "17\u{a0}%", "17\u{202f}%"] {
        assert_eq!(good(&one("intensity", value)).len(), good("").len());
        assert_eq!(under("sv", "intensity", value), under("sv", "intensity", "17%"));
    }
}

#[test]
fn the_grouping_point_of_the_county_is_decided_by_the_locale_alone() {
    // "Buget CJ Bacau - 177.000 euro"
    for (value, plain) in [("177.000 euro", "177000 EUR"), ("141.600 euro", "141600 EUR")] {
        assert_eq!(under("ro", "foreign", value), under("ro", "foreign", plain));
        for locale in ["", "$locale: pl\n", "$locale: sv\n"] {
            let found = problems(&format!("{locale}foreign: {value}\n"));
            let thousandth = plain.replace("000 ", ".000 ").replace("600 ", ".600 ");
            let thousandth = thousandth.trim();
            assert_eq!(
                found,
                [format!("facts::ambiguous_number `{value}` may be `{plain}` or `{thousandth}`")]
            );
        }
    }
    // In English the point begins the decimal places.
    assert_eq!(under("en", "foreign", "1.763 EUR"), under("ro", "foreign", "1,763 EUR"));
    assert_eq!(under("ro", "foreign", "1.763 EUR"), under("en", "foreign", "1,763 EUR"));
}

#[test]
fn the_same_dates_in_other_words() {
    for (locale, value) in [
        ("pl", "1 IV 2024"),
        ("pl", "1 kwi 2024"),
        ("pl", "1 KWIETNIA 2024 ROKU"),
        ("pl", "1.04.2024"),
        ("pl", "1.4.2024"),
        ("ro", "1 apr. 2024"),
        ("ro", "1/4/2024"),
        ("sv", "1 apr. 2024"),
        ("sv", "20240401"),
        ("sv", "2024\u{2011}04\u{2011}01"),
        ("en", "the 1st April 2024"),
        ("en", "Apr 1, 2024"),
        ("en", "2024/04/01"),
    ] {
        assert_eq!(under(locale, "started", value), under(locale, "started", "2024-04-01"));
    }
    for (locale, value) in [
        ("pl", "1 kwietnia 2024 r., godz. 12:30"),
        ("pl", "01.04.2024 12:30"),
        ("ro", "01.04.2024, ora 12:30"),
        ("sv", "den 1 april 2024 kl. 12.30"),
        ("sv", "2024-04-01 kl 12:30"),
        ("en", "1 April 2024 at 12:30"),
    ] {
        let noon = under(locale, "started", "2024-04-01 12:30");
        assert_eq!(under(locale, "started", value), noon, "{value}");
    }
    for (locale, value) in [
        ("pl", "kwiecień 2024 r."),
        ("ro", "aprilie 2024"),
        ("sv", "april 2024"),
        ("pl", "04.2024"),
    ] {
        assert_eq!(under(locale, "call", value), under(locale, "call", "2024-04"));
    }
}

#[test]
fn the_same_periods_in_other_words() {
    for (locale, value) in [
        ("pl", "01.04.2024 - 31.03.2028"),
        ("pl", "01.04.2024-31.03.2028"),
        ("pl", "od 01.04.2024 do 31.03.2028"),
        ("ro", "01/04/2024 – 31/03/2028"),
        ("ro", "de la 1 aprilie 2024 la 31 martie 2028"),
        ("sv", "2024-04-01–2028-03-31"),
        ("sv", "fr.o.m. 2024-04-01 t.o.m. 2028-03-31"),
        ("sv", "2024-04-01 till 2028-03-31"),
        ("en", "1 April 2024 until 31 March 2028"),
    ] {
        let plain = under(locale, "period", "2024-04-01 to 2028-03-31");
        assert_eq!(under(locale, "period", value), plain, "{value}");
    }
    let april = under("pl", "period", "2024-04-01 to 2024-04-30");
    assert_eq!(under("pl", "period", "1–30 kwietnia 2024 r."), april);
    for (value, plain) in [
        ("od 01.04.2024", "2024-04-01 to open"),
        ("do 31.03.2028", "open to 2028-03-31"),
        ("bez ograniczenia w czasie", "open to open"),
    ] {
        assert_eq!(under("pl", "period", value), under("pl", "period", plain));
    }
}

#[test]
fn years_alone_are_no_days() {
    // "48 miesięcy w okresie 2023 –2027 r.", "refundacja w okresie 2024-2027 r"
    for value in ["2023 –2027 r.", "2023-2027", "2021 – 2027"] {
        let (_, found) = bound(&format!("$locale: pl\nperiod: {value}\n"));
        let [problem] = found.iter().as_slice() else { panic!("{found:#?}") };
        assert_eq!(problem.code.as_str(), "facts::wrong_type");
        let help = problem.help.as_deref().unwrap();
        let year = value.get(..4).unwrap();
        let wanted = format!("name the first and the last day: `{year}-01-01 to 2027-12-31`");
        assert_eq!(help, wanted);
    }
}

#[test]
fn durations_in_several_parts() {
    for (locale, value) in [
        ("pl", "1 rok i 6 miesięcy"),
        ("ro", "1 an și 6 luni"),
        ("ro", "1 an, 6 luni"),
        ("sv", "1 år och 6 månader"),
        ("en", "1 year and 6 months"),
        // Without the marks of the language, as the documents of Bacău are written.
        ("pl", "18 miesiecy"),
        ("sv", "18 Manader"),
    ] {
        assert_eq!(under(locale, "length", value), under(locale, "length", "18 months"), "{value}");
    }
    assert_eq!(under("pl", "length", "1 200 dni"), under("pl", "length", "1_200 days"));
    let (message, fixed) = refused("length", "1 an, 2 luni și 5 zile lucrătoare");
    assert!(message.starts_with("facts::local_form"), "{message}");
    assert_eq!(fixed.as_deref(), Some("length: 1 year + 2 months + 5 working days"));
    assert!(refused("length", "1,5 roku").0.starts_with("facts::wrong_type"));
}

#[test]
fn an_approximate_amount_decides_nothing_exact() {
    for (locale, value) in [
        ("pl", "ok. 600 000 PLN"),
        ("pl", "około 600 000 zł"),
        ("ro", "cca. 600.000,00 PLN"),
        ("ro", "aproximativ 600.000 PLN"),
        ("sv", "ca 600 000 PLN"),
        ("sv", "ungefär 600 000 PLN"),
        ("en", "approximately 600,000 PLN"),
        ("en", "about PLN 600,000"),
        ("en", "about 600_000 PLN"),
        ("en", "~600_000 PLN"),
    ] {
        let about = under("en", "estimate", "about 600_000 PLN");
        assert_eq!(under(locale, "estimate", value), about, "{value}");
        let found = problems(&format!("$locale: {locale}\ngrant: {value}\n"));
        let wanted = format!("facts::approximate `{value}` is approximate, and `grant` is exact");
        assert_eq!(found, [wanted]);
        // Without a locale too: no repair makes an exact amount of it.
        let (message, fixed) = refused("grant", value);
        assert!(message.starts_with("facts::approximate"), "{message}");
        assert_eq!(fixed.as_deref(), Some("grant: null"));
    }
    for (field, value) in
        [("intensity", "ok. 15%"), ("length", "ca 3 månader"), ("started", "około 10 maja 2022")]
    {
        assert!(refused(field, value).0.starts_with("facts::approximate"), "{value}");
    }
}
