//! The number formats are held against what ICU 78.2 (CLDR 48) writes: `Intl.NumberFormat` and
//! `Intl.PluralRules` of Node 20, frozen as tables. Departures from it are tested apart.

use super::{Names, Plain, Spoken};
use crate::explain::{FactSheet, Language};
use crate::quantity::{Currency, Date, Duration, Moment, Money, Month, Number, Period, TimeOfDay};
use crate::text::Span;
use crate::types::typed::{Checked, EnumId, EnumType, Member, RecordId, Texts, Type};
use crate::value::{Extent, Fault, FaultKind, List, Missing, Owed, Value};

const LANGUAGES: [&str; 4] = ["pl", "ro", "sv", "en"];

fn number(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap())
}

fn in_all(value: &Value, ty: &Type) -> [String; 4] {
    let checked = Checked::default();
    LANGUAGES.map(|tag| Spoken::new(Names::of(&checked), tag).value(value, ty))
}

#[track_caller]
fn expect(value: &Value, ty: &Type, wanted: [&str; 4]) {
    assert_eq!(in_all(value, ty), wanted);
}

#[test]
fn numbers_are_grouped_as_cldr_has_it() {
    let table = [
        ("1", ["1", "1", "1", "1"]),
        ("999", ["999", "999", "999", "999"]),
        ("1000", ["1000", "1.000", "1\u{a0}000", "1,000"]),
        ("9999", ["9999", "9.999", "9\u{a0}999", "9,999"]),
        ("10000", ["10\u{a0}000", "10.000", "10\u{a0}000", "10,000"]),
        ("1234567", ["1\u{a0}234\u{a0}567", "1.234.567", "1\u{a0}234\u{a0}567", "1,234,567"]),
        ("-5", ["-5", "-5", "\u{2212}5", "-5"]),
        ("0.05", ["0,05", "0,05", "0,05", "0.05"]),
        ("1234.5", ["1234,5", "1.234,5", "1\u{a0}234,5", "1,234.5"]),
        (
            "-99999.125",
            ["-99\u{a0}999,125", "-99.999,125", "\u{2212}99\u{a0}999,125", "-99,999.125"],
        ),
    ];
    for (written, wanted) in table {
        expect(&number(written), &Type::Decimal, wanted);
    }
}

#[test]
fn shares_have_the_sign_where_the_language_puts_it() {
    expect(&number("0.15"), &Type::Percent, ["15%", "15\u{a0}%", "15\u{a0}%", "15%"]);
    expect(&number("0.075"), &Type::Percent, ["7,5%", "7,5\u{a0}%", "7,5\u{a0}%", "7.5%"]);
    expect(&number("0.31"), &Type::Percent, ["31%", "31\u{a0}%", "31\u{a0}%", "31%"]);
    expect(
        &number("12.34567"),
        &Type::Percent,
        ["1234,567%", "1.234,567\u{a0}%", "1\u{a0}234,567\u{a0}%", "1,234.567%"],
    );
    expect(&number("-0.02"), &Type::Percent, ["-2%", "-2\u{a0}%", "\u{2212}2\u{a0}%", "-2%"]);
}

#[test]
fn amounts_have_the_places_and_the_sign_of_their_currency() {
    let amount = |text, currency| Value::Money(Money::new(Number::parse(text).unwrap(), currency));
    let ty = Type::Money(None);
    let pl = |value: &Value| in_all(value, &ty)[0].clone();
    let ro = |value: &Value| in_all(value, &ty)[1].clone();
    let sv = |value: &Value| in_all(value, &ty)[2].clone();
    let en = |value: &Value| in_all(value, &ty)[3].clone();
    assert_eq!(pl(&amount("4529875", Currency::PLN)), "4\u{a0}529\u{a0}875,00\u{a0}zł");
    assert_eq!(pl(&amount("1234.5", Currency::PLN)), "1234,50\u{a0}zł");
    assert_eq!(pl(&amount("1234.5", Currency::EUR)), "1234,50\u{a0}€");
    assert_eq!(pl(&amount("1763.37", Currency::RON)), "1763,37\u{a0}RON");
    assert_eq!(ro(&amount("1763.37", Currency::PLN)), "1.763,37\u{a0}PLN");
    assert_eq!(sv(&amount("1763.37", Currency::SEK)), "1\u{a0}763,37\u{a0}kr");
    assert_eq!(pl(&amount("-120125", Currency::SEK)), "-120\u{a0}125,00\u{a0}SEK");
    assert_eq!(sv(&amount("4529875", Currency::SEK)), "4\u{a0}529\u{a0}875,00\u{a0}kr");
    assert_eq!(sv(&amount("-120125", Currency::SEK)), "\u{2212}120\u{a0}125,00\u{a0}kr");
    assert_eq!(sv(&amount("1234.5", Currency::EUR)), "1\u{a0}234,50\u{a0}€");
    assert_eq!(ro(&amount("1234.5", Currency::SEK)), "1.234,50\u{a0}SEK");
    assert_eq!(pl(&amount("4529875", Currency::JPY)), "4\u{a0}529\u{a0}875\u{a0}JPY");
    assert_eq!(sv(&amount("0.125", Currency::SEK)), "0,125\u{a0}kr");
    // Where CLDR has the code, Romanian readers have `lei` and `euro`, as the county of Bacău
    // writes; English keeps code and order.
    assert_eq!(ro(&amount("4529875", Currency::RON)), "4.529.875,00\u{a0}lei");
    assert_eq!(ro(&amount("1763370", Currency::EUR)), "1.763.370,00\u{a0}euro");
    assert_eq!(en(&amount("4529875", Currency::SEK)), "4,529,875.00\u{a0}SEK");
}

#[test]
fn durations_take_the_plural_forms_of_cldr() {
    let table = [
        (1, ["1 miesiąc", "1 lună", "1 månad", "1 month"]),
        (2, ["2 miesiące", "2 luni", "2 månader", "2 months"]),
        (5, ["5 miesięcy", "5 luni", "5 månader", "5 months"]),
        (14, ["14 miesięcy", "14 luni", "14 månader", "14 months"]),
        (19, ["19 miesięcy", "19 luni", "19 månader", "19 months"]),
        (20, ["20 miesięcy", "20 de luni", "20 månader", "20 months"]),
        (21, ["21 miesięcy", "21 de luni", "21 månader", "21 months"]),
        (22, ["22 miesiące", "22 de luni", "22 månader", "22 months"]),
        (25, ["25 miesięcy", "25 de luni", "25 månader", "25 months"]),
        (100, ["100 miesięcy", "100 de luni", "100 månader", "100 months"]),
        (101, ["101 miesięcy", "101 luni", "101 månader", "101 months"]),
        (112, ["112 miesięcy", "112 luni", "112 månader", "112 months"]),
        (122, ["122 miesiące", "122 de luni", "122 månader", "122 months"]),
        (12, ["1 rok", "1 an", "1 år", "1 year"]),
        (24, ["2 lata", "2 ani", "2 år", "2 years"]),
        (48, ["4 lata", "4 ani", "4 år", "4 years"]),
        (60, ["5 lat", "5 ani", "5 år", "5 years"]),
        (240, ["20 lat", "20 de ani", "20 år", "20 years"]),
        (264, ["22 lata", "22 de ani", "22 år", "22 years"]),
    ];
    for (months, wanted) in table {
        let found = in_all(&Value::Duration(Duration::from_months(months)), &Type::Duration);
        assert_eq!(found.map(|text| text.replace('\u{a0}', " ")), wanted);
    }
    // Days of the law are not `dygn`, as the unit of CLDR is in Swedish, which counts by the hour.
    let days = [
        (1, ["1 dzień", "1 zi", "1 dag", "1 day"]),
        (2, ["2 dni", "2 zile", "2 dagar", "2 days"]),
        (20, ["20 dni", "20 de zile", "20 dagar", "20 days"]),
        (101, ["101 dni", "101 zile", "101 dagar", "101 days"]),
        (1200, ["1200 dni", "1.200 de zile", "1 200 dagar", "1,200 days"]),
    ];
    for (count, wanted) in days {
        let found = in_all(&Value::Duration(Duration::from_days(count)), &Type::Duration);
        assert_eq!(found.map(|text| text.replace('\u{a0}', " ")), wanted);
    }
    let mixed = Duration { months: 1, days: 21, working_days: 0 };
    let found = in_all(&Value::Duration(mixed), &Type::Duration);
    assert_eq!(
        found.map(|text| text.replace('\u{a0}', " ")),
        [
            "1 miesiąc i 21 dni",
            "1 lună și 21 de zile",
            "1 månad och 21 dagar",
            "1 month and 21 days"
        ]
    );
    let none = in_all(&Value::Duration(Duration::default()), &Type::Duration);
    assert_eq!(
        none.map(|text| text.replace('\u{a0}', " ")),
        ["0 dni", "0 zile", "0 dagar", "0 days"]
    );
}

#[test]
fn percentage_points_take_the_form_of_a_fraction() {
    let found = in_all(&number("0.025"), &Type::Points);
    assert_eq!(
        found.map(|text| text.replace('\u{a0}', " ")),
        [
            "2,5 punktu procentowego",
            "2,5 puncte procentuale",
            "2,5 procentenheter",
            "2.5 percentage points"
        ]
    );
    let found = in_all(&number("0.2"), &Type::Points);
    assert_eq!(found[1].replace('\u{a0}', " "), "20 de puncte procentuale");
}

#[test]
fn dates_are_in_figures_that_nobody_misreads() {
    let day = Date::parse("2024-05-01").unwrap();
    expect(
        &Value::Date(day),
        &Type::Date,
        ["01.05.2024", "01.05.2024", "2024-05-01", "2024-05-01"],
    );
    let month = Value::Month(Month::new(2024, 5).unwrap());
    expect(&month, &Type::Month, ["05.2024", "05.2024", "2024-05", "2024-05"]);
    let noon = Value::Moment(Moment::new(day, TimeOfDay::new(12, 0, 0)));
    expect(
        &noon,
        &Type::Moment,
        ["01.05.2024 12:00", "01.05.2024 12:00", "2024-05-01 12:00", "2024-05-01 12:00"],
    );
    let period = Value::Period(Period::new(Some(day), Date::parse("2028-04-30")).unwrap());
    expect(
        &period,
        &Type::Period,
        [
            "01.05.2024–30.04.2028",
            "01.05.2024\u{a0}– 30.04.2028",
            "2024-05-01 till 2028-04-30",
            "2024-05-01 to 2028-04-30",
        ],
    );
    let open = Value::Period(Period::new(Some(day), None).unwrap());
    expect(
        &open,
        &Type::Period,
        ["od 01.05.2024", "din 01.05.2024", "från och med 2024-05-01", "from 2024-05-01"],
    );
    let until = Value::Period(Period::new(None, Some(day)).unwrap());
    expect(
        &until,
        &Type::Period,
        ["do 01.05.2024", "până la 01.05.2024", "till och med 2024-05-01", "until 2024-05-01"],
    );
}

#[test]
fn a_quotient_is_marked_as_rounded_and_exact_for_machines() {
    let third = Value::Number(Number::new_ratio(1, 3).unwrap());
    expect(
        &third,
        &Type::Percent,
        [
            "≈\u{a0}33,333333%",
            "≈\u{a0}33,333333\u{a0}%",
            "≈\u{a0}33,333333\u{a0}%",
            "≈\u{a0}33.333333%",
        ],
    );
    let checked = Checked::default();
    assert_eq!(Plain::new(&third, &Type::Decimal, Names::of(&checked)).to_string(), "1/3");
}

#[test]
fn words_and_lists() {
    expect(&Value::Bool(true), &Type::Bool, ["tak", "da", "ja", "yes"]);
    let items: Vec<Value> = ["a", "b", "c"].map(|text| Value::Text(text.into())).to_vec();
    let list = Value::List(List::Items(items.into()));
    let ty = Type::Text.list();
    expect(&list, &ty, ["a, b i c", "a, b și c", "a, b och c", "a, b and c"]);
    let fault = Fault::new(FaultKind::NoRow, Span::default());
    let wanted =
        ["nie da się obliczyć", "nu poate fi calculat", "kan inte beräknas", "cannot be computed"];
    expect(&Value::Fault(fault), &Type::Bool, wanted);
}

#[test]
fn a_long_list_says_how_much_more_there_is() {
    let items: Vec<Value> = (0..1214).map(|n| Value::Number(Number::from_i64(n))).collect();
    let list = Value::List(List::Items(items.into()));
    let found = in_all(&list, &Type::Integer.list()).map(|text| {
        let (_, end) = text.rsplit_once(", 11 ").unwrap();
        end.replace('\u{a0}', " ")
    });
    assert_eq!(found, ["i jeszcze 1202", "și încă 1.202", "och 1 202 till", "and 1,202 more"]);
}

fn with_sizes() -> Checked {
    let member = |name: &str, polish: Option<&str>| Member {
        name: name.into(),
        title: Texts(polish.map(|title| ("pl".into(), title.to_owned())).into_iter().collect()),
        documentation: None,
        span: Span::default(),
    };
    let size = EnumType {
        path: "x.Size".into(),
        name: "Size".into(),
        open: false,
        members: vec![member("micro", Some("mikro")), member("small", None)],
        documentation: None,
        span: Span::default(),
    };
    Checked { enums: vec![size], ..Checked::default() }
}

#[test]
fn members_have_their_title_in_the_language_or_their_name() {
    let checked = with_sizes();
    let ty = Type::Enum(EnumId(0));
    let say =
        |tag, member| Spoken::new(Names::of(&checked), tag).value(&Value::Member(member), &ty);
    assert_eq!(say("pl", 0), "mikro");
    assert_eq!(say("sv", 0), "micro");
    assert_eq!(say("pl", 1), "small");
    assert_eq!(Plain::new(&Value::Member(0), &ty, Names::of(&checked)).to_string(), "micro");
}

struct OneCost;

impl FactSheet for OneCost {
    fn value(&self, _: u32) -> &Value {
        &Value::Absent
    }
    fn path(&self, cell: u32) -> String {
        format!("costs[{cell}].amount.of")
    }
    fn written(&self, _: u32) -> Option<Span> {
        None
    }
    fn place(&self, _: u32) -> Option<Span> {
        None
    }
    fn field(&self, _: u32) -> Option<(RecordId, u32)> {
        None
    }
    fn assessed(&self, _: u32) -> bool {
        false
    }
}

#[test]
fn an_unknown_value_says_what_is_missing_and_its_bounds_on_request() {
    let checked = Checked::default();
    let names = Names::with_facts(&checked, &OneCost);
    let ty = Type::Money(None);
    let extent =
        Extent::Amounts { low: Some(Number::ZERO), high: None, currency: Some(Currency::PLN) };
    let open = Value::open(extent, Missing::one(Owed::Fact(3)));
    let english = Spoken::new(names, "en");
    assert_eq!(english.value(&open, &ty), "unknown (costs[3].amount.of)");
    assert_eq!(english.bounds(&open, &ty), "unknown (costs[3].amount.of)");
    let extent = Extent::Numbers { low: Number::new_ratio(1, 10).ok(), high: None };
    let share = Value::open(extent, Missing::one(Owed::Fact(3)));
    assert_eq!(english.bounds(&share, &Type::Percent), "at least 10%");
    assert_eq!(Spoken::new(names, "sv").bounds(&share, &Type::Percent), "minst 10\u{a0}%");
    assert_eq!(Spoken::new(names, "pl").value(&open, &ty), "nie wiadomo (costs[3].amount.of)");
    let many = Missing::from_owed([1, 2, 3, 4].map(Owed::Fact));
    let open = Value::open(Extent::Bools, many);
    assert!(english.value(&open, &Type::Bool).ends_with("costs[3].amount.of, …)"));
    assert!(english.bounds(&open, &Type::Bool).starts_with("unknown (costs[1]"));
    assert_eq!(english.value(&Value::Record(7), &Type::Record(RecordId(0))), "costs[7]");
}

#[test]
fn the_machine_form_is_the_literal_of_the_language() {
    let checked = Checked::default();
    let plain = |value: Value, ty: Type| Plain::new(&value, &ty, Names::of(&checked)).to_string();
    let cap = Value::money(Number::from_i64(4_529_875), Currency::SEK);
    assert_eq!(plain(cap, Type::Money(None)), "4529875.00 SEK");
    assert_eq!(plain(number("0.15"), Type::Percent), "15%");
    assert_eq!(plain(number("-0.1"), Type::Points), "-10 percentage points");
    assert_eq!(plain(number("0.1"), Type::Integer.optional()), "0.1");
    // A type that does not fit the value is not believed.
    assert_eq!(plain(number("0.15"), Type::Bool), "0.15");
    let list = Value::List(List::Items([Value::Bool(true), Value::Absent].into()));
    assert_eq!(plain(list, Type::Bool.list()), "[yes, absent]");
}

#[test]
fn a_tag_finds_its_language() {
    let found = ["pl-PL", "RO", "sv_SE", "en-GB", "hu", ""].map(Language::of);
    let wanted = [
        Language::Polish,
        Language::Romanian,
        Language::Swedish,
        Language::English,
        Language::English,
        Language::English,
    ];
    assert_eq!(found, wanted);
}
