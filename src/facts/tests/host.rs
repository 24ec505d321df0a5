//! Values of a host program.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;

use super::at;
use super::programme::{PROJECT, programme};
use crate::diagnostic::Diagnostics;
use crate::facts::{Facts, Origin, bind_value};
use crate::program::FactSchema;
use crate::quantity::{Currency, Date, Money, Number};
use crate::value::Value;

fn bound<T: Serialize + ?Sized>(value: &T) -> (Option<Facts>, Diagnostics) {
    let checked = programme();
    bind_value(&FactSchema::new(&checked), &checked, PROJECT, value)
}

fn good<T: Serialize + ?Sized>(value: &T) -> Facts {
    let (facts, found) = bound(value);
    assert!(found.is_empty(), "{found:#?}");
    facts.unwrap()
}

fn messages<T: Serialize + ?Sized>(value: &T) -> Vec<String> {
    let (facts, found) = bound(value);
    assert!(facts.is_none());
    for problem in &found {
        // Places in the rules stay; there is no text of the host to point into.
        assert!(problem.labels.iter().all(|label| label.span.source.index() == 0), "{problem:?}");
        assert!(problem.fix.is_none());
    }
    found.iter().map(|problem| format!("{} {}", problem.code, problem.message)).collect()
}

#[derive(Serialize)]
struct Cost {
    amount: Decimal,
    incurred: NaiveDate,
    paid: Option<NaiveDate>,
    #[serde(flatten)]
    rest: BTreeMap<&'static str, bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Area {
    OpenData,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    Other(&'static str),
}

#[derive(Serialize)]
struct Staff(u128);

#[derive(Serialize)]
struct Project {
    area: Area,
    form: Form,
    staff: Staff,
    title: Option<&'static str>,
    tags: Option<()>,
    costs: Vec<Cost>,
    public: bool,
    intensity: &'static str,
    leaders: (),
}

fn project() -> Project {
    let day = |d| NaiveDate::from_ymd_opt(2024, 5, d).unwrap();
    let cost = |amount, paid| Cost {
        amount,
        incurred: day(2),
        paid,
        rest: BTreeMap::from([("cross_financed", true)]),
    };
    Project {
        area: Area::OpenData,
        form: Form::Other("a prize"),
        staff: Staff(12),
        title: None,
        tags: None,
        costs: vec![
            cost(Decimal::from_str_exact("4529875.100000000000000000001").unwrap(), None),
            // Three places in złoty are no thousands: a program wrote them.
            cost(Decimal::from_str_exact("1.763").unwrap(), Some(day(3))),
        ],
        public: true,
        intensity: "15%",
        leaders: (),
    }
}

#[test]
fn a_struct_arrives_exactly() {
    let facts = good(&project());
    let amount = Number::parse("4529875.100000000000000000001").unwrap();
    let money = Value::Money(Money::new(amount, Currency::PLN));
    assert_eq!(at(&facts, "costs[0].amount"), &money);
    let odd = Money::new(Number::parse("1.763").unwrap(), Currency::PLN);
    assert_eq!(at(&facts, "costs[1].amount"), &Value::Money(odd));
    assert_eq!(at(&facts, "costs[0].incurred"), &Value::Date(Date::parse("2024-05-02").unwrap()));
    assert_eq!(at(&facts, "costs[0].paid"), &Value::Absent);
    assert_eq!(at(&facts, "costs[0].cross_financed"), &Value::Bool(true));
    assert_eq!(at(&facts, "area"), &Value::Member(2));
    assert_eq!(at(&facts, "form"), &Value::Other("a prize".into()));
    assert_eq!(at(&facts, "staff"), &Value::Number(Number::from_i64(12)));
    assert_eq!(at(&facts, "title"), &Value::Absent);
    // `None` is left out, a unit is unknown.
    assert_eq!(at(&facts, "tags"), &Value::Absent);
    assert!(matches!(at(&facts, "leaders"), Value::Open(open) if open.absent));
    let cell = facts.find("costs[1].amount").unwrap();
    assert_eq!(facts.origin(cell), Origin::Path);
    assert_eq!(facts.path(cell), "costs[1].amount");
    let grant = facts.find("grant").unwrap();
    assert_eq!(facts.origin(grant), Origin::Omitted { span: None });
}

#[test]
fn a_decimal_that_serialises_as_a_float_is_refused() {
    #[derive(Serialize)]
    struct Project {
        #[serde(with = "rust_decimal::serde::float")]
        grant: Decimal,
        started: chrono::NaiveDateTime,
        rate: Decimal,
    }
    let value = Project {
        grant: Decimal::from_str_exact("4529875.10").unwrap(),
        started: NaiveDate::from_ymd_opt(2024, 5, 1).unwrap().and_hms_opt(12, 0, 0).unwrap(),
        rate: Decimal::from_str_exact("1.10").unwrap(),
    };
    assert_eq!(
        messages(&value),
        ["facts::float `grant`: `4529875.1` is a floating-point number, which cannot carry an \
          amount such as `1000.00 PLN` exactly"]
    );
}

#[test]
fn a_json_value_is_read_like_a_file() {
    let value = serde_json::json!({
        "grant": "4529875.10 PLN",
        "staff": 5,
        "started": "2024-05-01",
        "costs": [{ "amount": "1.10", "incurred": "2024-05-01" }],
        "title": null,
    });
    let facts = good(&value);
    let money = Money::new(Number::parse("4529875.1").unwrap(), Currency::PLN);
    assert_eq!(at(&facts, "grant"), &Value::Money(money));
    assert!(matches!(at(&facts, "title"), Value::Open(open) if open.absent));
}

#[test]
fn floats_are_refused_with_their_path() {
    let value = serde_json::json!({ "costs": [{ "amount": 0.1 }], "title": 1.5, "rate": 2.5 });
    assert_eq!(
        messages(&value),
        [
            "facts::float `costs[0].amount`: `0.1` is a floating-point number, which cannot carry \
             an amount such as `1000.00 PLN` exactly",
            "facts::float `rate`: `2.5` is a floating-point number, which cannot carry a number \
             exactly",
            "facts::wrong_type `title`: `title` wants a text, not a number",
        ]
    );
}

#[test]
fn a_number_with_all_its_letters_is_exact() {
    struct Letters(&'static str);
    impl Serialize for Letters {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            use serde::ser::SerializeStruct;
            const NAME: &str = "$serde_json::private::Number";
            let mut number = serializer.serialize_struct(NAME, 1)?;
            number.serialize_field(NAME, self.0)?;
            number.end()
        }
    }
    let facts = good(&BTreeMap::from([("rate", Letters("4529875.10"))]));
    assert_eq!(at(&facts, "rate"), &Value::Number(Number::parse("4529875.1").unwrap()));
}

#[test]
fn internally_tagged_enums_are_records() {
    #[derive(Serialize)]
    #[serde(tag = "conclusion", rename_all = "snake_case")]
    enum Place {
        Insufficient { done: &'static str },
    }
    let value = BTreeMap::from([("place", Place::Insufficient { done: "2024-05-01" })]);
    let facts = good(&value);
    assert_eq!(at(&facts, "place.conclusion"), &Value::Text("insufficient".into()));
}

#[test]
fn problems_name_paths() {
    let value = serde_json::json!({
        "grnat": 5,
        "partners": [{ "id": "a" }, { "id": "a" }],
        "costs": [{ "amount": "5 EUR" }],
    });
    assert_eq!(
        messages(&value),
        [
            "facts::wrong_currency `costs[0].amount`: `amount` is in PLN, not in EUR",
            "facts::unknown_key `grnat`: `Project` has no `grnat`",
            "facts::duplicate_reference `partners[1].id`: two elements have the id `a`",
        ]
    );
    let (_, found) = bound(&value);
    let help = found.iter().last().unwrap().help.clone().unwrap();
    assert!(help.ends_with("(first used here: `partners[0].id`)"), "{help}");
    let (_, found) = bound(&serde_json::json!({ "grnat": 5 }));
    assert_eq!(found.iter().next().unwrap().help.as_deref(), Some("did you mean `grant`?"));
}

#[test]
fn values_that_are_no_facts() {
    struct Bytes;
    impl Serialize for Bytes {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(&[1, 2])
        }
    }
    struct Refuses;
    impl Serialize for Refuses {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("no"))
        }
    }
    #[derive(Serialize)]
    struct Twice {
        grant: u8,
        #[serde(flatten)]
        more: BTreeMap<&'static str, u8>,
    }
    assert_eq!(
        messages(&BTreeMap::from([("title", Bytes)])),
        ["facts::host_value `title`: bytes are not a fact"]
    );
    assert_eq!(
        messages(&BTreeMap::from([("title", Refuses)])),
        ["facts::host_value `title`: the value could not be serialised: no"]
    );
    assert_eq!(
        messages(&Twice { grant: 1, more: BTreeMap::from([("grant", 2)]) }),
        ["facts::host_value `grant`: `grant` is given twice"]
    );
    assert_eq!(
        messages(&BTreeMap::from([((1, 2), 3)])),
        ["facts::host_value the value could not be serialised: a list or a map cannot be a key"]
    );
    assert_eq!(messages(&5), ["facts::wrong_type `Project` wants named values, not a plain value"]);
}

#[test]
fn a_value_without_end_is_cut_off() {
    /// A value that holds itself.
    struct Loop;
    impl Serialize for Loop {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq([Self])
        }
    }
    struct Wrapped;
    impl Serialize for Wrapped {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_some(self)
        }
    }
    let deep = "the value holds more than 128 lists and records inside each other";
    assert!(messages(&Loop)[0].ends_with(deep));
    assert!(messages(&Wrapped)[0].ends_with(deep));
    let (facts, found) = bound(&BTreeMap::from([("tags", Endless)]));
    assert!(facts.is_none());
    assert!(found.iter().next().unwrap().message.contains("more than 4000000 values"));
}

/// Five million texts.
struct Endless;

impl Serialize for Endless {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..5_000_000).map(|_| true))
    }
}
