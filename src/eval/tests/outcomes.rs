//! Each outcome, guards and exceptions, missing facts, faults, regimes.

use super::build::*;
use crate::eval::{Outcome, Quiet};
use crate::types::typed::*;
use crate::value::{FaultKind, Missing, Owed};

fn guarded(guard: Expr, requirement: Expr) -> Rule {
    Rule { guards: vec![guard], ..rule(vec![requirement]) }
}

fn unless(condition: Expr) -> Unless {
    Unless { condition, because: Texts::default(), cite: vec![], refined_by: None, span: span() }
}

fn missing(fields: &[u32]) -> Missing {
    Missing::from_owed(fields.iter().map(|field| Owed::Fact(cell(*field))))
}

#[test]
fn a_condition_that_holds_is_satisfied_and_one_that_does_not_is_violated() {
    let yaml = "grant: 400 PLN\ntotal: 500 PLN";
    assert_eq!(one(rule(vec![at_most(grant(), total())]), yaml).outcome, Outcome::Satisfied);
    let violated = one(rule(vec![at_most(total(), grant())]), yaml);
    assert_eq!(violated.outcome, Outcome::Violated);
    assert!(violated.missing.is_empty());
}

#[test]
fn a_guard_that_fails_keeps_a_rule_quiet_and_its_body_unread() {
    let guard = flag();
    let place = guard.span;
    let found = one(guarded(guard, at_most(grant(), total())), "flag: no");
    assert_eq!(found.outcome, Outcome::NotApplicable);
    assert_eq!(found.quiet, Some(Quiet::Guard(place)));
    assert_eq!(found.reasons.unwrap().facts, vec![cell(FLAG)]);
}

#[test]
fn an_unknown_guard_over_a_condition_that_holds_is_satisfied() {
    let found = one(guarded(flag(), at_most(grant(), total())), "grant: 1 PLN\ntotal: 2 PLN");
    assert_eq!(found.outcome, Outcome::Satisfied);
    assert!(found.missing.is_empty());
}

#[test]
fn an_unknown_guard_over_a_condition_that_fails_is_all_that_is_missing() {
    let found = one(guarded(flag(), at_most(grant(), total())), "grant: 3 PLN\ntotal: 2 PLN");
    assert_eq!(found.outcome, Outcome::Undetermined);
    assert_eq!(found.missing, missing(&[FLAG]));
}

#[test]
fn missing_facts_are_those_that_were_not_absorbed() {
    // The flag settles the first operand, so only the amounts are left.
    let condition = and(vec![or(vec![flag(), other()]), at_most(grant(), total())]);
    let found = one(rule(vec![condition]), "flag: yes\ngrant: 3 PLN");
    assert_eq!(found.outcome, Outcome::Undetermined);
    assert_eq!(found.missing, missing(&[TOTAL]));
}

#[test]
fn a_bound_of_a_field_decides_where_the_fact_is_missing() {
    // A grant is never negative, so it is never below -1, whatever it is.
    let found = one(rule(vec![compare(Order::Greater, grant(), zl(-1))]), "{}");
    assert_eq!(found.outcome, Outcome::Satisfied);
}

#[test]
fn an_exception_that_holds_keeps_a_rule_quiet() {
    let excepted = Rule {
        exceptions: vec![unless(other()), unless(flag())],
        ..rule(vec![at_most(grant(), total())])
    };
    let found = one(excepted, "flag: yes\nother: no");
    assert_eq!(found.outcome, Outcome::NotApplicable);
    assert_eq!(found.quiet, Some(Quiet::Exception(1)));
}

#[test]
fn every_value_of_a_missing_enum_is_looked_at() {
    // One of the three is always the case, which no single condition tells.
    let condition = or(vec![status_is(0), status_is(1), status_is(2)]);
    let found = one(rule(vec![condition]), "{}");
    assert_eq!(found.outcome, Outcome::Satisfied);
    let both = and(vec![status_is(0), status_is(1)]);
    let found = one(rule(vec![both]), "{}");
    assert_eq!(found.outcome, Outcome::Violated);
    assert!(found.missing.is_empty());
}

#[test]
fn a_missing_fact_that_changes_nothing_is_not_named() {
    // The first part holds for every value of the flag.
    let always = or(vec![flag(), not(flag())]);
    let found = one(rule(vec![always, other()]), "{}");
    assert_eq!(found.outcome, Outcome::Undetermined);
    assert_eq!(found.missing, missing(&[OTHER]));
}

#[test]
fn guards_that_exclude_the_condition_are_quiet_either_way() {
    let quiet = Rule { guards: vec![flag(), not(flag())], ..rule(vec![other()]) };
    let found = one(quiet, "{}");
    assert_eq!(found.outcome, Outcome::NotApplicable);
    assert_eq!(found.quiet, Some(Quiet::Either));
}

#[test]
fn a_fault_is_faulty_unless_the_answer_is_settled_without_it() {
    let ratio = |op| {
        let quotient = arithmetic(Arithmetic::Divide, grant(), total(), Type::Decimal);
        compare(op, quotient, int(1))
    };
    let found = one(rule(vec![ratio(Order::AtMost)]), "grant: 1 PLN\ntotal: 0 PLN");
    assert_eq!(found.outcome, Outcome::Faulty);
    let division = crate::quantity::Fault::DivisionByZero;
    assert_eq!(found.fault.unwrap().kind, FaultKind::Arithmetic(division));
    // No and a fault is no, in either order.
    for requirements in [vec![ratio(Order::AtMost), flag()], vec![flag(), ratio(Order::AtMost)]] {
        let found = one(rule(requirements), "grant: 1 PLN\ntotal: 0 PLN\nflag: no");
        assert_eq!(found.outcome, Outcome::Violated);
    }
    // A guard that is no hides the fault of the body.
    let found = one(guarded(flag(), ratio(Order::AtMost)), "grant: 1 PLN\ntotal: 0 PLN\nflag: no");
    assert_eq!(found.outcome, Outcome::NotApplicable);
    // A guard that cannot be computed makes the rule faulty, whatever it asks.
    let found = one(guarded(ratio(Order::AtMost), flag()), "grant: 1 PLN\ntotal: 0 PLN\nflag: yes");
    assert_eq!(found.outcome, Outcome::Faulty);
}

#[test]
fn a_quotient_against_a_share_is_decided_for_nought_of_nought() {
    let within = |numerator, denominator| {
        expr(
            ExprKind::CompareQuotient {
                op: Order::AtMost,
                numerator: Box::new(numerator),
                denominator: Box::new(denominator),
                bound: Box::new(share(15)),
            },
            Type::Bool,
        )
    };
    let zero = one(rule(vec![within(grant(), total())]), "grant: 0 PLN\ntotal: 0 PLN");
    assert_eq!(zero.outcome, Outcome::Satisfied);
    let exact = one(rule(vec![within(grant(), total())]), "grant: 15 PLN\ntotal: 100 PLN");
    assert_eq!(exact.outcome, Outcome::Satisfied);
    let over = one(rule(vec![within(grant(), total())]), "grant: 15.01 PLN\ntotal: 100 PLN");
    assert_eq!(over.outcome, Outcome::Violated);
    let figures = over.comparisons.first().unwrap();
    let tenth_thousandth = crate::quantity::Number::parse("-0.0001").unwrap();
    assert_eq!(figures.margin, Some(crate::value::Value::Number(tenth_thousandth)));
    // 15% of 100 is 15: one grosz less.
    let (at, value) = over.reasons.unwrap().repair.unwrap();
    assert_eq!((at, value), (cell(GRANT), pln(15)));
}

#[test]
fn a_permission_never_fails() {
    let permission = |condition| Rule {
        kind: RuleKind::Permission,
        permit: Some(condition),
        requirements: vec![],
        ..rule(vec![])
    };
    assert_eq!(one(permission(flag()), "flag: yes").outcome, Outcome::Permitted);
    assert_eq!(one(permission(flag()), "flag: no").outcome, Outcome::NotApplicable);
    assert_eq!(one(permission(flag()), "{}").outcome, Outcome::Undetermined);
}

#[test]
fn what_is_forbidden_must_not_hold() {
    let forbidden = |condition| {
        let requirement = Requirement { condition, forbidden: true, span: span() };
        Rule { requirements: vec![requirement], ..rule(vec![]) }
    };
    assert_eq!(one(forbidden(flag()), "flag: yes").outcome, Outcome::Violated);
    assert_eq!(one(forbidden(flag()), "flag: no").outcome, Outcome::Satisfied);
}

#[test]
fn an_open_list_leaves_others_to_the_assessor() {
    let named = |open| {
        let operand = Box::new(fact(STATUS_FIELD, Type::Enum(STATUS)));
        expr(ExprKind::OneOf { operand, values: vec![member(0)], open }, Type::Bool)
    };
    let open = |yaml| one(rule(vec![named(true)]), yaml);
    assert_eq!(open("status: public").outcome, Outcome::Satisfied);
    let judged = open("status: non_profit");
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert_eq!(judged.missing, missing(&[STATUS_FIELD]));
    let closed = one(rule(vec![named(false)]), "status: non_profit");
    assert_eq!(closed.outcome, Outcome::Violated);
}

#[test]
fn equal_days_without_times_cannot_be_ordered() {
    let before = compare(Order::Less, fact(NEEDS, Type::Moment), fact(BUILT, Type::Moment));
    let found = one(rule(vec![before.clone()]), "needs: 2024-05-01\nbuilt: 2024-05-01");
    assert_eq!(found.outcome, Outcome::Undetermined);
    assert_eq!(found.missing, missing(&[NEEDS, BUILT]));
    let timed = "needs: 2024-05-01 11:00\nbuilt: 2024-05-01 12:00";
    assert_eq!(one(rule(vec![before]), timed).outcome, Outcome::Satisfied);
}

#[test]
fn presence_and_absence_are_both_looked_at() {
    // Absent, or within the limits of the field: one of them holds for an explicit null.
    let note = || fact(NOTE, money().optional());
    let state = |state| expr(ExprKind::State { operand: Box::new(note()), state }, Type::Bool);
    let condition = or(vec![state(State::Absent), compare(Order::AtLeast, note(), zl(0))]);
    assert_eq!(one(rule(vec![condition.clone()]), "note: null").outcome, Outcome::Satisfied);
    assert_eq!(one(rule(vec![condition]), "{}").outcome, Outcome::Satisfied);
}

#[test]
fn a_rule_that_rests_on_another_holds_when_that_one_does_not_apply() {
    let first = guarded(flag(), at_most(grant(), total()));
    let rests = |receiver| {
        let receiver = Box::new(receiver);
        rule(vec![expr(ExprKind::Holds { rule: RuleId(0), receiver }, Type::Bool)])
    };
    let outcome = |yaml: &str| {
        let checked = rules(vec![first.clone(), rests(me(PROJECT))]);
        check(checked, yaml).outcomes[1].outcome
    };
    assert_eq!(outcome("flag: no"), Outcome::Satisfied);
    assert_eq!(outcome("flag: yes\ngrant: 1 PLN\ntotal: 2 PLN"), Outcome::Satisfied);
    assert_eq!(outcome("flag: yes\ngrant: 3 PLN\ntotal: 2 PLN"), Outcome::Violated);
    assert_eq!(outcome("flag: yes\ngrant: 3 PLN"), Outcome::Undetermined);
}

#[test]
fn a_special_rule_comes_before_a_general_one() {
    let special = rule(vec![other()]);
    let replaced =
        Replacement { by: RuleId(0), condition: Some(flag()), locals: vec![], span: span() };
    let general = Rule { replaced_by: vec![replaced], ..rule(vec![at_most(grant(), total())]) };
    let found = |yaml: &str| {
        let mut outcomes = check(rules(vec![special.clone(), general.clone()]), yaml).outcomes;
        outcomes.remove(1)
    };
    let quiet = found("flag: yes\nother: yes\ngrant: 3 PLN\ntotal: 2 PLN");
    assert_eq!(quiet.quiet, Some(Quiet::Replaced(RuleId(0))));
    let general = found("flag: no\nother: yes\ngrant: 3 PLN\ntotal: 2 PLN");
    assert_eq!(general.outcome, Outcome::Violated);
}

#[test]
fn a_fact_with_too_weak_evidence_counts_as_unknown() {
    let asked = |level| {
        let operand = Box::new(grant());
        let documented = expr(ExprKind::WithEvidence { operand, level }, money());
        rule(vec![at_most(documented, zl(5))])
    };
    let yaml = "grant: { value: 4 PLN, evidence: documented }";
    assert_eq!(one(asked(2), yaml).outcome, Outcome::Satisfied);
    let wanting = one(asked(3), yaml);
    assert_eq!(wanting.outcome, Outcome::Undetermined);
    assert_eq!(wanting.missing, Missing::one(Owed::Evidence(cell(GRANT), 3)));
    // The limits of the field hold all the same: a grant is never negative.
    let operand = Box::new(grant());
    let verified = expr(ExprKind::WithEvidence { operand, level: 3 }, money());
    let positive = rule(vec![compare(Order::AtLeast, verified, zl(0))]);
    assert_eq!(one(positive, yaml).outcome, Outcome::Satisfied);
}

#[test]
fn an_outcome_names_the_facts_of_its_own_element_and_of_the_rules_it_rests_on() {
    let each =
        Rule { each: vec![each_cost(None)], ..rule(vec![at_most(cost(AMOUNT, money()), zl(5))]) };
    let receiver = Box::new(me(PROJECT));
    let rests = rule(vec![expr(ExprKind::Holds { rule: RuleId(0), receiver }, Type::Bool)]);
    let yaml = "costs: [{ amount: 1 PLN }, { amount: 2 PLN }]";
    let found = check(rules(vec![each, rests]), yaml).outcomes;
    let facts = |at: usize| found[at].reasons.as_ref().unwrap().facts.clone();
    let (first, second) = (facts(0), facts(1));
    assert_eq!((first.len(), second.len()), (2, 2));
    assert_eq!((first[0], second[0]), (cell(COSTS), cell(COSTS)));
    assert_ne!(first[1], second[1]);
    assert_eq!(facts(2), [cell(COSTS), first[1], second[1]]);
}
