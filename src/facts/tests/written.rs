//! Amounts in thousands and millions, and what programs write by the rules of Unicode CLDR.

use super::sources::under;
use super::{bound, problems, refused};

#[test]
fn thousands_and_millions_are_written_in_full_for_an_exact_amount() {
    for (value, plain) in [
        ("1,5 mln zł", "1500000 PLN"),
        ("600 tys. PLN", "600000 PLN"),
        ("2 mld zł", "2000000000 PLN"),
        ("0,25 mln złotych", "250000 PLN"),
    ] {
        let message = format!("facts::local_form `{value}` is not in the plain form");
        assert_eq!(refused("grant", value), (message.clone(), Some(format!("grant: {plain}"))));
        // Such figures are often rounded, so no locale takes them.
        assert_eq!(problems(&format!("$locale: pl\ngrant: {value}\n")), [message]);
        // What is approximate may be.
        let about = under("pl", "estimate", &format!("about {plain}"));
        assert_eq!(under("pl", "estimate", &format!("ok. {value}")), about);
        assert_eq!(under("pl", "estimate", value), about);
    }
    for (locale, value, plain) in [
        ("ro", "2,5 milioane de euro", "2500000 EUR"),
        ("ro", "20 de mii de lei", "20000 RON"),
        ("sv", "4,5 miljoner kronor", "4500000 SEK"),
        ("sv", "4,5 mnkr", "4500000 SEK"),
        ("sv", "300 tkr", "300000 SEK"),
        ("en", "1.5 million EUR", "1500000 EUR"),
    ] {
        let (_, found) = bound(&format!("$locale: {locale}\nforeign: {value}\n"));
        let [problem] = found.iter().as_slice() else { panic!("{found:#?}") };
        let fixed = problem.fix.as_ref().map_or(value, |fix| &fix.replacement);
        assert_eq!(fixed, plain);
    }
    assert!(
        problems("grant: 1.763 mln zł\n")[0].contains("may be `1763000000 PLN` or `1763000 PLN`")
    );
    let huge = problems("grant: 79228162514264337593543950335 mld zł\n");
    assert!(huge[0].starts_with("facts::"), "{huge:?}");
}

#[test]
fn what_other_programs_write_by_cldr_is_read() {
    // `Intl` of Node 20 (ICU 78.2, CLDR 48): amounts, units and long and short dates.
    for (locale, field, value, plain) in [
        ("pl", "foreign", "4\u{a0}529\u{a0}875,00\u{a0}zł", "4529875 PLN"),
        ("pl", "foreign", "1763,37\u{a0}€", "1763.37 EUR"),
        ("pl", "foreign", "1\u{a0}763\u{a0}370,00 euro", "1763370 EUR"),
        ("ro", "foreign", "4.529.875,00\u{a0}RON", "4529875 RON"),
        ("ro", "foreign", "1.763,37\u{a0}EUR", "1763.37 EUR"),
        ("sv", "foreign", "4\u{a0}529\u{a0}875,00\u{a0}kr", "4529875 SEK"),
        ("sv", "foreign", "20,00 svenska kronor", "20 SEK"),
        ("sv", "foreign", "\u{2212}1\u{a0}763,37\u{a0}kr", "-1763.37 SEK"),
        ("en", "foreign", "SEK\u{a0}4,529,875.00", "4529875 SEK"),
        ("en", "foreign", "€1,763.37", "1763.37 EUR"),
        ("en", "foreign", "1,763,370.00 euros", "1763370 EUR"),
        ("ro", "intensity", "7,5\u{a0}%", "7.5%"),
        ("en", "intensity", "1,234.567%", "1234.567%"),
        ("pl", "length", "112 miesięcy", "112 months"),
        ("pl", "length", "22 tygodnie", "22 weeks"),
        ("ro", "length", "100 de luni", "100 months"),
        ("ro", "length", "1 săptămână", "1 week"),
        ("sv", "length", "21 veckor", "21 weeks"),
        ("pl", "started", "1 maja 2024", "2024-05-01"),
        ("pl", "started", "1.05.2024, 12:00", "2024-05-01 12:00"),
        ("ro", "started", "1 mai 2024", "2024-05-01"),
        ("ro", "started", "01.05.2024, 12:00", "2024-05-01 12:00"),
        ("sv", "started", "1 maj 2024", "2024-05-01"),
        ("sv", "started", "2024-05-01 12:00", "2024-05-01 12:00"),
        ("en", "started", "May 1, 2024", "2024-05-01"),
        ("pl", "period", "01.05.2024–30.04.2028", "2024-05-01 to 2028-04-30"),
        ("ro", "period", "01.05.2024 – 30.04.2028", "2024-05-01 to 2028-04-30"),
        ("sv", "period", "2024-05-01–2028-04-30", "2024-05-01 to 2028-04-30"),
    ] {
        assert_eq!(under(locale, field, value), under(locale, field, plain), "{locale}: {value}");
    }
    // American figures and years of two digits are not read.
    assert!(problems("$locale: en\nstarted: 5/1/24\n")[0].starts_with("facts::wrong_type"));
    assert!(problems("$locale: en\nstarted: 05/01/2024\n")[0].starts_with("facts::ambiguous_date"));
}
