//! What nobody gave: absent, unknown within its type and limits, and stand-ins of lists.

use super::programme::{COST, PARTNER, PROJECT};
use super::{at, bound, good};
use crate::facts::{Facts, Origin};
use crate::quantity::{Currency, Number};
use crate::value::{Extent, List, Missing, Open, Owed, Value};

fn open(value: &Value) -> &Open {
    match value {
        Value::Open(open) => open,
        other => panic!("{other:?} is certain"),
    }
}

fn owed(facts: &Facts, path: &str) -> Missing {
    Missing::one(Owed::Fact(facts.find(path).unwrap()))
}

#[test]
fn an_empty_proposal_knows_nothing() {
    let facts = good("");
    let grant = open(at(&facts, "grant"));
    assert_eq!(
        grant.extent,
        Extent::Amounts { low: Some(Number::ZERO), high: None, currency: Some(Currency::PLN) }
    );
    assert!(!grant.absent);
    assert_eq!(grant.missing, owed(&facts, "grant"));
    assert_eq!(at(&facts, "staff"), &Value::Absent);
    assert_eq!(at(&facts, "data_centre"), &Value::Absent);
    assert_eq!(at(&facts, "data_centre.ecodesign"), &Value::Absent);
    assert_eq!(
        open(at(&facts, "area")).extent,
        Extent::Members { members: [0, 1, 2].into(), other: false }
    );
    // A record in line that is left out is unknown in each of its fields.
    assert_eq!(open(at(&facts, "place.done")).missing, owed(&facts, "place.done"));
    assert_eq!(facts.evidence(facts.find("grant").unwrap()), 0);
    assert!(matches!(facts.origin(0), Origin::Omitted { span: Some(_) }));
}

#[test]
fn null_is_unknown_also_where_absence_is_possible() {
    let facts = good("staff: null\ngrant: ~\ndata_centre: null\ntags:\n");
    assert_eq!(
        open(at(&facts, "staff")),
        &Open {
            extent: Extent::Numbers { low: Some(Number::ZERO), high: None },
            absent: true,
            fault: None,
            missing: owed(&facts, "staff"),
        }
    );
    assert!(!open(at(&facts, "grant")).absent);
    let centre = facts.find("data_centre").unwrap();
    let presence = open(facts.cell(centre));
    assert_eq!((&presence.extent, presence.absent), (&Extent::Record(centre + 1), true));
    assert_eq!(open(at(&facts, "data_centre.ecodesign")).extent, Extent::Bools);
    assert!(open(at(&facts, "data_centre.needs_analysis")).absent);
    assert!(open(at(&facts, "tags")).absent);
}

#[test]
fn a_list_left_out_has_a_stand_in() {
    let facts = good("grant: 5\n");
    let list = open(at(&facts, "costs"));
    let Extent::List { items, more: Some(more) } = &list.extent else { panic!("{list:?}") };
    assert!(items.is_empty());
    let Value::Record(start) = **more else { panic!("{more:?}") };
    assert_eq!(facts.phantom(COST), Some(start));
    assert_eq!(facts.path(start), "costs[*].amount");
    assert_eq!(facts.origin(start), Origin::StandIn);
    // All that is unknown of such a cost is owed by the list.
    let costs = owed(&facts, "costs");
    let layout = facts.schema().layout(COST).unwrap();
    for cell in start..start + layout.size {
        assert_eq!(open(facts.cell(cell)).missing, costs, "{}", facts.path(cell));
    }
    let amount = open(facts.cell(start));
    assert!(matches!(amount.extent, Extent::Amounts { low: Some(low), .. } if low.is_zero()));
    // The default would hold only if somebody gave the record without the field.
    assert_eq!(open(facts.cell(start + 3)).extent, Extent::Bools);
    assert!(open(facts.cell(start + 2)).absent);
}

#[test]
fn an_empty_list_is_known() {
    let facts = good("costs: []\npartners: null\n");
    assert!(matches!(at(&facts, "costs"), Value::List(list) if list.is_empty()));
    assert_eq!(facts.phantom(COST), None);
    // A partner has branches, which are partners: the stand-in stands for those too.
    let start = facts.phantom(PARTNER).unwrap();
    let branches = facts.field_at(start, "branches");
    let Extent::List { more: Some(more), .. } = &open(facts.cell(branches)).extent else {
        panic!()
    };
    assert_eq!(**more, Value::Record(start));
}

#[test]
fn two_lists_of_a_type_owe_each_its_own() {
    let facts = good(
        "partners:\n  - { id: a, branches: null }\n  - { id: b, branches: null }\n  - { id: c }\n",
    );
    for path in ["partners[0].branches", "partners[1].branches"] {
        let list = open(at(&facts, path));
        let Extent::List { more: Some(more), .. } = &list.extent else { panic!() };
        let Value::Record(start) = **more else { panic!() };
        assert_eq!(open(facts.cell(start)).missing, owed(&facts, path));
        assert_eq!(facts.path(start), format!("{path}[*].id"));
    }
    // The stand-in for any partner owes both.
    let both = owed(&facts, "partners[0].branches").union(&owed(&facts, "partners[1].branches"));
    let any = facts.phantom(PARTNER).unwrap();
    assert_eq!(open(facts.cell(any)).missing, both);
    assert_eq!(at(&facts, "partners[2].branches"), &Value::Absent);
}

#[test]
fn very_many_lists_share_a_stand_in() {
    let rows: String = (0..200).map(|i| format!("  - {{ id: p{i}, branches: null }}\n")).collect();
    let facts = good(&format!("partners:\n{rows}"));
    let any = facts.phantom(PARTNER).unwrap();
    assert_eq!(open(facts.cell(any)).missing.iter().count(), 200);
    let Extent::List { more: Some(more), .. } = &open(at(&facts, "partners[7].branches")).extent
    else {
        panic!()
    };
    assert_eq!(**more, Value::Record(any));
    // A project, its operation in line and 200 partners, and one stand-in.
    let size = |record| facts.schema().size(record) as usize;
    assert_eq!(facts.len(), size(PROJECT) + 201 * size(PARTNER) + size(COST));
}

#[test]
fn unknown_elements_stay_in_their_list() {
    let facts = good("costs:\n  - null\n  - { amount: 5 }\ntags: [a, ~]\ngrid: [[1, 2], null]\n");
    let first = open(at(&facts, "costs[0].amount"));
    assert_eq!(first.missing, owed(&facts, "costs[0].amount"));
    let Value::List(tags) = at(&facts, "tags") else { panic!() };
    assert_eq!(tags.get(0), Some(Value::Text("a".into())));
    assert_eq!(open(&tags.get(1).unwrap()).missing, owed(&facts, "tags"));
    let Value::List(List::Items(grid)) = at(&facts, "grid") else { panic!() };
    assert!(matches!(&grid[0], Value::List(inner) if inner.len() == 2));
    let Extent::List { more: Some(more), .. } = &open(&grid[1]).extent else { panic!() };
    assert!(matches!(&open(more).extent, Extent::Numbers { .. }));
}

#[test]
fn defaults_are_visible() {
    let facts = good("costs:\n  - { amount: 5 }\n");
    let cell = facts.find("costs[0].cross_financed").unwrap();
    assert_eq!(facts.cell(cell), &Value::Bool(false));
    assert!(matches!(facts.origin(cell), Origin::Default { .. }));
    let unknown = good("costs:\n  - { amount: 5, cross_financed: null }\n");
    assert_eq!(open(at(&unknown, "costs[0].cross_financed")).extent, Extent::Bools);
}

#[test]
fn judgements_are_the_assessors() {
    let (facts, _) = bound("data_centre: {}\n");
    let facts = facts.unwrap();
    assert!(facts.assessed(facts.find("data_centre.ecodesign").unwrap()));
    assert!(!facts.assessed(facts.find("data_centre").unwrap()));
}

impl Facts {
    /// The cell of a field of the record that begins at `start`.
    fn field_at(&self, start: u32, name: &str) -> u32 {
        let record = self.run(start).unwrap().record;
        start + self.schema().layout(record).unwrap().key(name).unwrap().1.offset
    }
}
