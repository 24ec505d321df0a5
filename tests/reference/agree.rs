//! Whether what the library says agrees with what the oracle says of a complete world.

use num_traits::Zero;
use subvent::eval::{Evaluation, Outcome, PointRange, RuleOutcome, Verdict};
use subvent::quantity;
use subvent::types::typed::{Checked, ConsequenceKind, RuleKind};
use subvent::value::{FaultKind, List, Value};

use super::calendar::{of_date, of_month};
use super::concrete::Class;
use super::concrete::{Finding, Frame, Ruling, Stop, Val, World};
use super::exact::big;

/// A fault that the oracle does not know, because its numbers and dates have no end.
pub fn is_of_size(kind: FaultKind) -> bool {
    use quantity::Fault;
    matches!(
        kind,
        FaultKind::Arithmetic(Fault::Overflow | Fault::DateOutOfRange) | FaultKind::Steps
    )
}

/// What the oracle says of all rules that bind.
pub struct Answer {
    /// By the position of the rule among those that bind.
    pub rulings: Vec<(subvent::types::typed::RuleId, Ruling)>,
    /// The results, by their definition.
    pub values: Vec<(subvent::types::typed::DefinitionId, super::concrete::Res)>,
}

/// Asks the oracle.
pub fn answer(world: &World<'_>) -> Answer {
    let checked = world.checked;
    let rulings = checked
        .binding
        .iter()
        .filter(|id| {
            let record = checked.rules[id.index()].record;
            record.is_none_or(|record| world.is_or_includes(world.record, record))
        })
        .map(|id| (*id, world.rule(*id)))
        .collect();
    let values = checked
        .results
        .iter()
        .map(|id| {
            let frame = Frame { rules: Vec::new(), ..world.frame() };
            (*id, world.result(*id, &frame))
        })
        .collect();
    Answer { rulings, values }
}

/// The differences between the library on complete facts and the oracle.
pub fn differences(checked: &Checked, found: &Evaluation, answer: &Answer) -> Vec<String> {
    let mut differences = Vec::new();
    let mut sized = false;
    for (id, ruling) in &answer.rulings {
        let own: Vec<&RuleOutcome> = found.outcomes.iter().filter(|o| o.rule == *id).collect();
        let name = &checked.rules[id.index()].name;
        if own.iter().any(|o| o.fault.is_some_and(|fault| is_of_size(fault.kind))) {
            sized = true;
            continue;
        }
        let expected = match ruling {
            Ruling::Found(expected) => expected,
            Ruling::Stopped(Stop::Unknown) => continue,
            Ruling::Stopped(Stop::Fault(_)) => {
                if !own.iter().any(|o| o.outcome == Outcome::Faulty) {
                    differences.push(format!("{name}: its list is a fault, found {own:?}"));
                }
                continue;
            }
        };
        if own.len() != expected.len() {
            let found: Vec<_> = own.iter().map(|o| (&o.element, o.outcome)).collect();
            differences.push(format!("{name}: {expected:?} expected, found {found:?}"));
            continue;
        }
        for (own, expected) in own.iter().zip(expected) {
            differences
                .extend(differs(checked, own, expected).map(|what| format!("{name}: {what}")));
        }
    }
    for (id, expected) in &answer.values {
        let own = found.values.iter().find(|value| value.definition == *id);
        let name = &checked.definitions[id.index()].name;
        match own {
            Some(own) if !agrees(&own.value, expected) => {
                differences.push(format!("{name}: {expected:?} expected, found {:?}", own.value));
            }
            Some(_) => {}
            None => differences.push(format!("{name}: not stated")),
        }
    }
    if !sized {
        differences.extend(verdict_differs(checked, found, answer));
    }
    differences
}

fn differs(checked: &Checked, own: &RuleOutcome, expected: &Finding) -> Option<String> {
    let element: Vec<usize> = own.element.iter().map(|e| e.index as usize).collect();
    if element != expected.element {
        return Some(format!("element {:?} expected, found {element:?}", expected.element));
    }
    let outcome = expected.outcome?;
    if outcome != own.outcome {
        let why = own
            .fault
            .map(|fault| format!(" {:?} at `{}`", fault.kind, checked.sources.slice(fault.at)));
        let missing: Vec<_> = own.missing.iter().collect();
        return Some(format!(
            "{outcome:?} expected at {element:?}, found {:?}{} on {:?}, missing {missing:?}",
            own.outcome,
            why.unwrap_or_default(),
            own.as_of,
        ));
    }
    if let Some(what) = figures_differ(own, expected) {
        return Some(what);
    }
    match (&expected.points, own.points) {
        (Some(Ok(Val::Number(points))), Some(found)) => {
            let same = found.certain().is_some_and(|found| big(found) == *points);
            (!same).then(|| format!("{points} points expected, found {found:?}"))
        }
        (None, Some(found)) if outcome != Outcome::Faulty && found != PointRange::NOTHING => {
            Some(format!("no points expected, found {found:?}"))
        }
        _ => None,
    }
}

/// The orderings at the top of the requirements, and what follows from a violation.
fn figures_differ(own: &RuleOutcome, expected: &Finding) -> Option<String> {
    if let Some(effect) = &expected.effect {
        let found = own.effect.as_ref().and_then(|e| e.amount.as_ref().or(e.until.as_ref()));
        if !found.is_some_and(|found| agrees(found, effect)) {
            return Some(format!("effect {effect:?} expected, found {found:?}"));
        }
    }
    for figure in expected.figures.iter().flatten() {
        let found = own.comparisons.iter().find(|c| c.span == figure.span);
        let Some(found) = found else {
            return Some(format!("{figure:?} expected among {:?}", own.comparisons));
        };
        let limit = found.limit.as_ref().is_some_and(|limit| agrees(limit, &figure.limit));
        let margin = match (&found.margin, &figure.margin) {
            (Some(found), Some(margin)) => agrees(found, &Ok(margin.clone())),
            (found, margin) => found.is_none() == margin.is_none(),
        };
        let order = found.order == Some(figure.order);
        if !(limit && margin && order && agrees(&found.measured, &figure.measured)) {
            return Some(format!("{figure:?} expected, found {found:?}"));
        }
    }
    None
}

/// Whether a value is what the oracle says; where it makes no claim, anything is.
pub fn agrees(value: &Value, expected: &super::concrete::Res) -> bool {
    match (value, expected) {
        (_, Err(Stop::Unknown)) => true,
        (Value::Fault(fault), _) if is_of_size(fault.kind) => true,
        (Value::Fault(fault), Err(Stop::Fault(class))) => class_of(fault.kind) == *class,
        (_, Err(Stop::Fault(_))) => false,
        (value, Ok(expected)) => same(value, expected),
    }
}

fn class_of(kind: FaultKind) -> Class {
    match kind {
        FaultKind::NotInForce(_) => Class::NotInForce,
        FaultKind::NotExactlyOne | FaultKind::Empty => Class::Nothing,
        _ => Class::Plain,
    }
}

/// Whether a certain value is a value of the oracle. Records are not told apart.
pub fn same(value: &Value, expected: &Val) -> bool {
    match (value, expected) {
        (Value::Bool(a), Val::Bool(b)) => a == b,
        (Value::Number(a), Val::Number(b)) => big(*a) == *b,
        (Value::Money(a), Val::Money(b, c)) | (Value::About(a), Val::About(b, c)) => {
            big(a.amount) == *b && a.currency == *c
        }
        (Value::Date(a), Val::Date(b)) => of_date(*a) == *b,
        (Value::Month(a), Val::Month(b)) => of_month(*a) == *b,
        (Value::Moment(a), Val::Moment(b, _)) => of_date(a.date) == *b,
        (Value::Duration(a), Val::Duration(b)) => [a.months, a.days, a.working_days] == *b,
        (Value::Period(a), Val::Period(start, end)) => {
            a.start.map(of_date) == *start && a.end.map(of_date) == *end
        }
        (Value::Text(a), Val::Text(b)) | (Value::Other(a), Val::Other(b)) => **a == **b,
        (Value::Member(a), Val::Member(b)) => a == b,
        (Value::Record(_), Val::Record(_)) => true,
        (Value::List(a), Val::List(b)) => lists(a, b),
        (Value::Absent, Val::Absent) => true,
        _ => false,
    }
}

fn lists(list: &List, expected: &[super::concrete::Res]) -> bool {
    list.len() == expected.len()
        && list.iter().zip(expected).all(|(value, expected)| agrees(&value, expected))
}

/// The verdict by the words of the language: the first that applies.
pub fn verdict(checked: &Checked, answer: &Answer) -> Option<Verdict> {
    let mut outcomes = Vec::new();
    for (id, ruling) in &answer.rulings {
        let rule = &checked.rules[id.index()];
        let advice = matches!(rule.consequence.kind, ConsequenceKind::Advise);
        if rule.kind != RuleKind::Rule || advice {
            continue;
        }
        match ruling {
            Ruling::Found(found) => {
                for finding in found {
                    outcomes.push((rule, finding.outcome));
                }
            }
            Ruling::Stopped(Stop::Fault(_)) => outcomes.push((rule, Some(Outcome::Faulty))),
            Ruling::Stopped(Stop::Unknown) => outcomes.push((rule, None)),
        }
    }
    let violated = |wanted: fn(&ConsequenceKind) -> bool| {
        let mut violated = outcomes.iter().filter(|(_, o)| *o == Some(Outcome::Violated));
        violated.any(|(rule, _)| wanted(&rule.consequence.kind))
    };
    if violated(|kind| matches!(kind, ConsequenceKind::Reject)) {
        return Some(Verdict::Ineligible);
    }
    if outcomes.iter().any(|(_, outcome)| outcome.is_none()) {
        return None;
    }
    Some(if outcomes.iter().any(|(_, o)| *o == Some(Outcome::Faulty)) {
        Verdict::Faulty
    } else if violated(|kind| matches!(kind, ConsequenceKind::Correct { .. })) {
        Verdict::Correctable
    } else if violated(|kind| matches!(kind, ConsequenceKind::NotEffective)) {
        Verdict::Conditional
    } else if violated(|_| true) {
        Verdict::Reduced
    } else {
        Verdict::Eligible
    })
}

fn verdict_differs(checked: &Checked, found: &Evaluation, answer: &Answer) -> Option<String> {
    let expected = verdict(checked, answer)?;
    (expected != found.verdict)
        .then(|| format!("verdict {expected:?} expected, found {:?}", found.verdict))
}

/// Points that are nothing.
pub fn is_nothing(value: &Val) -> bool {
    matches!(value, Val::Number(number) if number.is_zero())
}
