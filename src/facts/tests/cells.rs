//! What stands in the cells.

use super::programme::{COST, PARTNER, PROJECT};
use super::{at, good};
use crate::facts::Origin;
use crate::quantity::{Currency, Money, Number};
use crate::value::{List, Value};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

fn pln(text: &str) -> Value {
    Value::Money(Money::new(number(text), Currency::PLN))
}

#[test]
fn a_project_fills_its_cells() {
    let text = "\
period: 2024-04-01 to 2028-03-31
area: open_data
grant: 480_000.00 PLN
costs:
  - amount: 98_400.00
    incurred: 2024-05-02
    partner: lead
  - { amount: 1 PLN, incurred: 2024-05-03, cross_financed: yes }
partners:
  - { id: lead, share: 80% }
";
    let facts = good(text);
    assert_eq!(at(&facts, "area"), &Value::Member(2));
    assert_eq!(at(&facts, "grant"), &pln("480000"));
    assert_eq!(at(&facts, "costs[0].amount"), &pln("98400"));
    assert_eq!(at(&facts, "costs[1].amount"), &pln("1"));
    assert_eq!(at(&facts, "costs[0].cross_financed"), &Value::Bool(false));
    assert_eq!(at(&facts, "costs[1].cross_financed"), &Value::Bool(true));
    assert_eq!(at(&facts, "costs[0].paid"), &Value::Absent);
    assert_eq!(at(&facts, "partners[0].share"), &Value::Number(number("0.8")));
    let lead = facts.find("partners[0]").unwrap();
    assert_eq!(at(&facts, "costs[0].partner"), &Value::Record(lead));
    let Value::List(List::Rows(rows)) = at(&facts, "costs") else { panic!() };
    assert_eq!((rows.count, rows.stride), (2, 5));
    for cell in 0..u32::try_from(facts.len()).unwrap() {
        assert_eq!(facts.find(&facts.path(cell)), Some(cell), "{}", facts.path(cell));
    }
    assert_eq!(facts.record_path(lead, PARTNER), "partners[0]");
    assert_eq!(facts.record_path(0, PROJECT), "");
    let first = facts.find("costs[1]").unwrap();
    assert_eq!(facts.record_path(first, COST), "costs[1]");
    let Origin::Bytes { span } = facts.origin(first) else { panic!() };
    assert_eq!(text.get(span.range()), Some("1 PLN"));
}
