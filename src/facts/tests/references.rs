//! References by key.

use super::programme::{PRIORITY, programme};
use super::{at, bound, good, labelled, problems, proposal};
use crate::data::{DataLimits, read_yaml};
use crate::facts::bind;
use crate::program::FactSchema;
use crate::value::{Missing, Owed, Value};

#[test]
fn a_key_names_a_record_wherever_it_stands() {
    let facts = good(
        "leaders: [b, a1]\ncosts: [{ partner: a }]\n\
         partners: [{ id: a, branches: [{ id: a1 }] }, { id: b, branches: [] }]\n",
    );
    let record = |path| Value::Record(facts.find(path).unwrap());
    assert_eq!(at(&facts, "costs[0].partner"), &record("partners[0]"));
    let Value::List(leaders) = at(&facts, "leaders") else { panic!() };
    let leaders: Vec<Value> = leaders.iter().collect();
    assert_eq!(leaders, [record("partners[1]"), record("partners[0].branches[0]")]);
}

#[test]
fn an_unknown_key_shows_the_nearest() {
    let text = "costs: [{ partner: laed }]\npartners: [{ id: lead, branches: [] }]\n";
    let (_, found) = bound(text);
    let [problem] = found.iter().as_slice() else { panic!("{found:#?}") };
    assert_eq!(problem.message, "no `Partner` is named `laed`");
    assert_eq!(labelled(problem, text), "laed");
    assert_eq!(problem.fix.as_ref().unwrap().replacement, "lead");
}

#[test]
fn a_key_may_name_a_record_that_nobody_gave_yet() {
    let facts = good("costs: [{ partner: lead }]\npartners: null\n");
    let Value::Open(open) = at(&facts, "costs[0].partner") else { panic!() };
    assert_eq!(open.missing, Missing::one(Owed::Fact(facts.find("partners").unwrap())));
    let facts = good("costs: [{ partner: lead }]\npartners: [{ id: null }]\n");
    let Value::Open(open) = at(&facts, "costs[0].partner") else { panic!() };
    assert_eq!(open.missing, Missing::one(Owed::Fact(facts.find("partners[0].id").unwrap())));
}

#[test]
fn one_key_for_two_elements_is_refused() {
    let text = "partners: [{ id: a }, { id: b }, { id: a }]\n";
    let (_, found) = bound(text);
    let [problem] = found.iter().as_slice() else { panic!("{found:#?}") };
    assert_eq!(problem.message, "two elements have the id `a`");
    let spans: Vec<usize> = problem.labels.iter().map(|label| label.span.range().start).collect();
    assert_eq!(spans, [text.rfind('a').unwrap(), text.find("a }").unwrap()]);
}

#[test]
fn a_key_of_two_lists_is_refused_where_it_is_used() {
    let text = "costs: [{ partner: x }]\npartners: [{ id: a, branches: [{ id: x }] }, \
                { id: b, branches: [{ id: x }] }]\n";
    assert_eq!(problems(text), ["facts::unknown_reference several `Partner` are named `x`"]);
}

#[test]
fn the_nearest_record_is_meant() {
    let text = "\
support: 5
projects:
  - costs: [{ partner: lead }]
    partners: [{ id: lead, share: 10% }]
  - costs: [{ partner: lead }]
    partners: [{ id: lead, share: 20% }]
";
    let checked = programme();
    let (tree, _) = read_yaml(proposal(), text, &DataLimits::default());
    let (facts, found) = bind(&FactSchema::new(&checked), &checked, PRIORITY, &tree.unwrap());
    assert!(found.is_empty(), "{found:#?}");
    let facts = facts.unwrap();
    for project in ["projects[0]", "projects[1]"] {
        let partner = facts.find(&format!("{project}.partners[0]")).unwrap();
        assert_eq!(at(&facts, &format!("{project}.costs[0].partner")), &Value::Record(partner));
    }
}
