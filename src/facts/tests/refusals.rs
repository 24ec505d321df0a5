//! What is refused, in which words, and what the repair makes of it.

use super::{at, bound, good, labelled, problems, refused};
use crate::quantity::{Currency, Money, Number};
use crate::value::Value;

/// Checks message and repaired text of one value.
fn check(field: &str, value: &str, message: &str, repaired: Option<&str>) {
    let (found, fixed) = refused(field, value);
    assert_eq!(found, message, "{field}: {value}");
    let wanted = repaired.map(|value| format!("{field}: {value}"));
    assert_eq!(fixed, wanted, "{field}: {value}");
    if let Some(text) = fixed {
        assert_eq!(problems(&format!("{text}\n")), [""; 0], "the repair of {value}");
    }
}

#[test]
fn a_share_without_a_unit_shows_both_readings() {
    let code = "facts::ambiguous_percent";
    check("intensity", "15", &format!("{code} `15` may be `15%` or `1500%`"), None);
    check("intensity", "0.15", &format!("{code} `0.15` may be `0.15%` or `15%`"), None);
    check("intensity", "0", &format!("{code} `0` has no unit"), Some("0%"));
    check(
        "bonus",
        "10",
        &format!("{code} `10` may be `10 percentage points` or `1000 percentage points`"),
        None,
    );
    check("bonus", "10%", "facts::wrong_type `bonus` wants percentage points, not `10%`", None);
}

#[test]
fn local_forms_are_mended() {
    for (field, value, plain) in [
        ("grant", "120 000,00 PLN", "120000.00 PLN"),
        ("grant", "120\u{a0}000,00 zł", "120000.00 PLN"),
        ("grant", "1.763.370 PLN", "1763370 PLN"),
        ("grant", "PLN 100", "100 PLN"),
        ("grant", "100PLN", "100 PLN"),
        ("grant", "007 PLN", "7 PLN"),
        ("foreign", "4 529 875 kronor", "4529875 SEK"),
        ("foreign", "1.763.370 euro", "1763370 EUR"),
        ("foreign", "€ 12,50", "12.50 EUR"),
        ("foreign", "\u{2212}5 EUR", "-5 EUR"),
        ("estimate", "ok. 600 000 PLN", "about 600000 PLN"),
        ("intensity", "31 procent", "31%"),
        ("intensity", "7,5%", "7.5%"),
        ("bonus", "10 procentenheter", "10 percentage points"),
        ("rate", "1,5", "1.5"),
        ("staff", "1 200", "1200"),
        ("call", "01.2024", "2024-01"),
        ("length", "48 miesięcy", "48 months"),
        ("started", "14/06/2023T00:00:00", "2023-06-14 00:00"),
        ("period", "01.04.2024 – 31.03.2028", "2024-04-01 to 2028-03-31"),
        ("period", "2024-04-01/2028-03-31", "2024-04-01 to 2028-03-31"),
        ("public", "tak", "yes"),
    ] {
        let (message, fixed) = refused(field, value);
        assert!(message.starts_with("facts::local_form `"), "{message}");
        let fixed = fixed.unwrap_or_else(|| panic!("no repair of {value}"));
        assert_eq!(fixed, format!("{field}: {plain}"), "{value}");
        assert_eq!(problems(&format!("{fixed}\n")), [""; 0], "the repair of {value}");
    }
}

#[test]
fn a_date_in_a_cost_line_is_mended() {
    for (value, plain) in [
        ("01.04.2024", "2024-04-01"),
        ("14/06/2023", "2023-06-14"),
        ("06/14/2023", "2023-06-14"),
        ("2024/04/01", "2024-04-01"),
        ("14/06/2023T00:00:00", "2023-06-14"),
        ("04-04-2024", "2024-04-04"),
    ] {
        let text = format!("costs:\n  - incurred: {value}\n");
        let (_, found) = bound(&text);
        let [problem] = found.iter().as_slice() else { panic!("{found:#?}") };
        assert_eq!(labelled(problem, &text), value);
        let fix = problem.fix.as_ref().unwrap();
        assert_eq!(fix.replacement, plain);
    }
}

#[test]
fn two_readings_are_both_shown() {
    let number = "facts::ambiguous_number";
    check(
        "grant",
        "1.763 PLN",
        &format!("{number} `1.763 PLN` may be `1763 PLN` or `1.763 PLN`"),
        None,
    );
    check("grant", "1.763", &format!("{number} `1.763` may be `1763 PLN` or `1.763 PLN`"), None);
    check("staff", "1.763", &format!("{number} `1.763` may be `1763` or `1.763`"), None);
    check("rate", "1,763", &format!("{number} `1,763` may be `1.763` or `1763`"), None);
    let date = "facts::ambiguous_date";
    check(
        "started",
        "03/12/2023",
        &format!("{date} `03/12/2023` may be `2023-12-03` or `2023-03-12`"),
        None,
    );
}

#[test]
fn the_help_for_two_readings_can_be_followed() {
    for (field, value) in [("grant", "1.763"), ("rate", "1,763"), ("staff", "1.763")] {
        let (_, found) = bound(&format!("{field}: {value}\n"));
        let help = found.iter().next().unwrap().help.clone().unwrap();
        let (first, _) = help.strip_prefix("write `").unwrap().split_once('`').unwrap();
        assert_eq!(problems(&format!("{field}: {first}\n")), [""; 0], "{help}");
    }
}

#[test]
fn currencies() {
    check("grant", "100 EUR", "facts::wrong_currency `grant` is in PLN, not in EUR", None);
    check("grant_eur", "100", "facts::missing_currency `100` does not say its currency", None);
    check("foreign", "100", "facts::missing_currency `100` does not say its currency", None);
    check("grant", "100 PNL", "facts::unknown_currency `PNL` is not a currency", Some("100 PLN"));
    check("grant", "100 pln", "facts::unknown_currency `pln` is not a currency", Some("100 PLN"));
    check(
        "grant",
        "100 kr",
        "facts::unknown_currency `kr` is a currency of several countries",
        None,
    );
    check(
        "foreign",
        "$100",
        "facts::unknown_currency `$` is a currency of several countries",
        None,
    );
    check("grant", "100 ab", "facts::unknown_currency `ab` is not a currency", None);
    check(
        "grant",
        "about 600000 PLN",
        "facts::approximate `about 600000 PLN` is approximate, and `grant` is exact",
        Some("null"),
    );
}

#[test]
fn values_of_another_kind() {
    for (field, value, message) in [
        ("grant", "much", "`grant` wants an amount such as `1000.00 PLN`, not `much`"),
        ("grant", "[1]", "`grant` wants an amount such as `1000.00 PLN`, not a list"),
        ("staff", "48.5", "`staff` wants a whole number, not `48.5`"),
        ("staff", ".inf", "`staff` wants a whole number, not `.inf`"),
        ("rate", "0x1F", "`rate` wants a number, not `0x1F`"),
        ("rate", "\"\"", "`rate` wants a number, not an empty text"),
        ("public", "maybe", "`public` wants `yes` or `no`, not `maybe`"),
        ("call", "2024-13", "`call` wants a month such as `2024-01`, not `2024-13`"),
        ("length", "48", "`length` wants a duration such as `48 months`, not `48`"),
        ("costs", "none", "`costs` wants a list of `CostLine`, not `none`"),
        ("costs", "[1]", "`costs` wants the fields of `CostLine`, not `1`"),
        ("tags", "a, b", "`tags` wants a list, not `a, b`"),
        ("place", "Kumla", "`place` wants the fields of `Analysis`, not `Kumla`"),
        ("data_centre", "yes", "`data_centre` wants the fields of `DataCentre`, not `yes`"),
    ] {
        check(field, value, &format!("facts::wrong_type {message}"), None);
    }
    let zone = refused("started", "2024-05-01T12:00:00Z").0;
    assert!(zone.starts_with("facts::wrong_type"), "{zone}");
}

#[test]
fn numbers_that_do_not_fit() {
    let (found, _) = refused("rate", "0.12345678901234567890123456789012345");
    assert!(found.ends_with("has more than 28 significant digits"), "{found}");
    for huge in ["1e400", "79228162514264337593543950336", "1e-99"] {
        let (found, _) = refused("rate", huge);
        assert!(found.starts_with("facts::too_many_digits"), "{found}");
    }
}

#[test]
fn days_and_periods_that_do_not_exist() {
    check("started", "2023-02-29", "facts::no_such_date there is no day `2023-02-29`", None);
    check("started", "31.04.2024", "facts::no_such_date there is no day `31.04.2024`", None);
    let order = "facts::period_order the period ends on 2023-01-01, before it starts on 2024-01-01";
    check("period", "2024-01-01 to 2023-01-01", order, None);
    check("period", "{ start: 2024-01-01, end: 2023-01-01 }", order, None);
}

#[test]
fn names_that_do_not_exist() {
    let text = "grnat: 5\narea: e_service\nform: loans\ntitle: x\nzzz: 1\n";
    let (_, found) = bound(text);
    let shown: Vec<String> = found
        .iter()
        .map(|p| {
            let fix = p.fix.as_ref().map_or("-", |fix| &fix.replacement);
            format!("{} | {} | {} | {fix}", p.code, p.message, labelled(p, text))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "facts::unknown_key | `Project` has no `grnat` | grnat | grant",
            "facts::unknown_member | `e_service` is not a member of `Area` | e_service | e_services",
            "facts::unknown_member | `loans` is not a member of `Form` | loans | loan",
            "facts::unknown_key | `Project` has no `zzz` | zzz | -",
        ]
    );
}

#[test]
fn a_text_that_is_nearly_a_member_is_taken_with_a_warning() {
    let text = "form: \"laon\"\n";
    let (facts, found) = bound(text);
    assert_eq!(at(&facts.unwrap(), "form"), &Value::Other("laon".into()));
    let [problem] = found.iter().as_slice() else { panic!("{found:#?}") };
    assert_eq!(problem.message, "`laon` is taken for another value than the members of `Form`");
    assert_eq!(problem.fix.as_ref().unwrap().replacement, "\"loan\"");
    assert_eq!(problems("form: other \"laon\"\n"), [""; 0]);
}

#[test]
fn limits_of_fields() {
    check(
        "grant",
        "-5 PLN",
        "facts::out_of_limits `grant` must be at least 0.00 PLN, not `-5 PLN`",
        None,
    );
    check("staff", "-1", "facts::out_of_limits `staff` must be at least 0, not `-1`", None);
}

#[test]
fn repairs_in_json_are_in_quotes() {
    let text = "{\"intensity\": 0, \"grnat\": 5}";
    let (_, found) = bound(text);
    let fixes: Vec<_> =
        found.iter().map(|p| p.fix.as_ref().unwrap().replacement.as_str()).collect();
    assert_eq!(fixes, ["\"0%\"", "\"grant\""]);
}

#[test]
fn a_point_in_a_json_number_is_a_decimal_point() {
    let facts = good("{\"$locale\": \"ro\", \"grant\": 1.763}");
    let money = Money::new(Number::parse("1.763").unwrap(), Currency::PLN);
    assert_eq!(at(&facts, "grant"), &Value::Money(money));
    assert!(problems("{\"grant\": \"1.763\"}")[0].starts_with("facts::ambiguous_number"));
}

#[test]
fn every_problem_is_found_in_the_order_of_the_proposal() {
    let text = "grant: 15 EUR\nintensity: 15\ncosts:\n  - amount: x\n    incurred: 2024-02-30\n";
    let found = problems(text);
    let codes: Vec<_> = found.iter().map(|found| found.split(' ').next().unwrap()).collect();
    assert_eq!(
        codes,
        [
            "facts::wrong_currency",
            "facts::ambiguous_percent",
            "facts::wrong_type",
            "facts::no_such_date"
        ]
    );
}

#[test]
fn a_proposal_that_is_no_map() {
    assert_eq!(
        problems("- 1\n- 2\n"),
        ["facts::wrong_type `Project` wants named values, not a list"]
    );
}
