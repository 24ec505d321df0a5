//! Sentences made of figures, where the rule has no message of its own.

use super::fixture::{Fixture, at, kronor};
use crate::eval::Comparison;
use crate::explain::{Legend, Report};
use crate::quantity::{Date, Duration, Period};
use crate::text::Span;
use crate::types::typed::{Bound, Expr, ExprKind, Order, Type};
use crate::value::Value;

const CLAUSE: &str = "requested <= 4_529_875 SEK";

/// The message about a comparison when the condition of the first rule is of this form.
fn message(
    language: &str,
    kind: Option<ExprKind>,
    forbidden: bool,
    change: impl Fn(&mut Comparison),
) -> String {
    let mut fixture = Fixture::new();
    let requirement = &mut fixture.checked.rules[0].requirements[0];
    requirement.forbidden = forbidden;
    if let Some(kind) = kind {
        requirement.condition.kind = kind;
    }
    let legend = Legend::new(&fixture.checked);
    let outcome = &mut fixture.evaluation.outcomes[0];
    outcome.reasons = None;
    change(&mut outcome.comparisons[0]);
    let mut case = fixture.case(language);
    case.submission.legend = &legend;
    let json = serde_json::to_value(Report::new(&case)).unwrap();
    json["outcomes"][0]["message"].as_str().unwrap().replace('\u{a0}', " ")
}

fn operand(ty: Type, words: &str) -> Box<Expr> {
    Box::new(Expr { kind: ExprKind::Receiver, ty, span: at(words) })
}

fn equal() -> ExprKind {
    let side = |words| operand(Type::Bool, words);
    ExprKind::Equal { left: side("requested <="), right: side("4_529_875 SEK") }
}

#[test]
fn a_distance_is_stated_in_its_unit() {
    assert_eq!(
        message("pl", None, false, |_| {}),
        "4 650 000,00 SEK przekracza limit 4 529 875,00 SEK o 120 125,00 SEK"
    );
    let under = |comparison: &mut Comparison| {
        comparison.order = Some(Order::AtLeast);
        comparison.measured = kronor(4_409_750);
    };
    assert_eq!(
        message("ro", None, false, under),
        "4.409.750,00 SEK este cu 120.125,00 SEK sub minimul de 4.529.875,00 SEK"
    );
}

#[test]
fn what_is_forbidden_and_holds_is_not_said_to_be_required() {
    let same = |comparison: &mut Comparison| {
        comparison.order = None;
        comparison.margin = None;
        comparison.measured = Value::Bool(true);
        comparison.limit = Some(Value::Bool(true));
    };
    assert_eq!(
        message("sv", Some(equal()), true, same),
        format!("detta är förbjudet men gäller: {CLAUSE}")
    );
    let other = |comparison: &mut Comparison| {
        same(comparison);
        comparison.measured = Value::Bool(false);
    };
    assert_eq!(message("en", Some(equal()), false, other), "no, where yes is required");
    // A `not` in front turns it round once more.
    let condition = Expr { kind: equal(), ty: Type::Bool, span: at(CLAUSE) };
    let negated = ExprKind::Not(Box::new(condition));
    assert!(message("en", Some(negated), false, same).starts_with("this is forbidden"));
}

#[test]
fn a_period_is_too_long() {
    let kind = ExprKind::Lasts {
        period: operand(Type::Period, "requested <="),
        bound: Bound::AtMost,
        duration: operand(Type::Duration, "4_529_875 SEK"),
    };
    let long = |comparison: &mut Comparison| {
        let period = Period::new(Date::parse("2024-04-01"), Date::parse("2028-04-01")).unwrap();
        comparison.measured = Value::Period(period);
        comparison.limit = Some(Value::Duration(Duration::from_months(48)));
        comparison.margin = None;
    };
    assert_eq!(
        message("pl", Some(kind), false, long),
        "okres 01.04.2024–01.04.2028 jest dłuższy niż 4 lata"
    );
}

#[test]
fn a_value_that_is_not_among_the_named_ones_is_shown() {
    let kind = ExprKind::OneOf {
        operand: operand(Type::Text, "requested <="),
        values: Vec::new(),
        open: false,
    };
    let other = |comparison: &mut Comparison| {
        comparison.order = None;
        comparison.limit = None;
        comparison.margin = None;
        comparison.measured = Value::Text("EL".into());
    };
    assert_eq!(
        message("en", Some(kind), false, other),
        format!("the condition does not hold: {CLAUSE} (found: EL)")
    );
}

#[test]
fn a_place_that_no_expression_has_shows_what_the_value_is() {
    let nowhere = |comparison: &mut Comparison| comparison.span = Span::default();
    assert_eq!(
        message("en", None, false, nowhere),
        "4,650,000.00 SEK is 120,125.00 SEK over the limit of 4,529,875.00 SEK"
    );
}
