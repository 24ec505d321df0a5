//! Whether what is said with facts missing stays true of a completion.

use subvent::eval::{Evaluation, Outcome, PointRange, RuleOutcome, Verdict};
use subvent::types::typed::{Checked, Expr, ExprKind, RuleId};
use subvent::value::{Extent, Value};

use super::agree::{Answer, agrees, is_of_size, same, verdict};
use super::concrete::{Finding, Res, Ruling, Stop, Val};
use super::exact::{Big, big};

/// What is said with facts missing and does not hold of a completion.
pub fn broken(checked: &Checked, said: &Evaluation, of_completion: &Answer) -> Vec<String> {
    let mut broken = Vec::new();
    let mut sized = false;
    for (id, ruling) in &of_completion.rulings {
        let own: Vec<&RuleOutcome> = said.outcomes.iter().filter(|o| o.rule == *id).collect();
        let name = &checked.rules[id.index()].name;
        sized |= own.iter().any(|o| o.fault.is_some_and(|fault| is_of_size(fault.kind)));
        let whole;
        let found = match ruling {
            Ruling::Found(found) => found,
            Ruling::Stopped(Stop::Unknown) => continue,
            Ruling::Stopped(Stop::Fault(_)) => {
                let outcome = Some(Outcome::Faulty);
                whole = vec![Finding::bare(Vec::new(), outcome)];
                &whole
            }
        };
        if !checked.rules[id.index()].each.iter().all(|each| is_of_facts(&each.list)) {
            broken.extend(somewhere_broken(&own, found).map(|what| format!("{name}: {what}")));
            continue;
        }
        broken.extend(rule_broken(&own, found).into_iter().map(|what| format!("{name}: {what}")));
        broken.extend(points_broken(checked, *id, &own, found));
    }
    for (id, value) in &of_completion.values {
        let name = &checked.definitions[id.index()].name;
        let own = said.values.iter().find(|own| own.definition == *id);
        if let Some(own) = own
            && !admits(&own.value, value)
        {
            broken.push(format!("{name}: {:?} said, {value:?} found", own.value));
        }
    }
    let held = matches!(said.verdict, Verdict::Ineligible | Verdict::Eligible);
    if let Some(found) = verdict(checked, of_completion).filter(|_| held && !sized)
        && found != said.verdict
    {
        broken.push(format!("verdict {:?} said, {found:?} found", said.verdict));
    }
    broken
}

/// Whether a list lies in the facts, so that its elements keep their positions.
fn is_of_facts(list: &Expr) -> bool {
    match &list.kind {
        ExprKind::Field { base, .. } | ExprKind::Include { base, .. } => is_of_facts(base),
        ExprKind::Receiver | ExprKind::Around(_) | ExprKind::Local(_) => true,
        _ => false,
    }
}

/// The elements of a list that was computed may stand elsewhere in a completion; a violation must
/// still be there.
fn somewhere_broken(said: &[&RuleOutcome], found: &[Finding]) -> Option<String> {
    let violated = said.iter().any(|said| said.outcome == Outcome::Violated);
    let kept = found.iter().any(|f| f.outcome.is_none_or(|o| o == Outcome::Violated));
    let open = said.iter().any(|said| said.outcome == Outcome::Undetermined);
    let new = found.iter().find(|f| f.outcome == Some(Outcome::Violated));
    if violated && !kept {
        return Some(format!("violated said, {found:?} found"));
    }
    new.filter(|_| !violated && !open).map(|new| format!("no violation said, {new:?} found"))
}

fn position(outcome: &RuleOutcome) -> Vec<usize> {
    outcome.element.iter().map(|element| element.index as usize).collect()
}

/// Whether positions are among others, in their order: a loop over elements that nobody gave has
/// no position.
fn lies_in(own: &[usize], all: &[usize]) -> bool {
    let mut rest = all.iter();
    own.iter().all(|position| rest.any(|other| other == position))
}

fn rule_broken(said: &[&RuleOutcome], found: &[Finding]) -> Vec<String> {
    let mut broken = Vec::new();
    for finding in found {
        let Some(outcome) = finding.outcome else { continue };
        let exact: Vec<_> = said.iter().filter(|o| position(o) == finding.element).collect();
        // What is said of elements that nobody gave is said of each of them; it stands at the
        // elements around them.
        let around = said.iter().filter(|o| {
            let own = position(o);
            own.len() < finding.element.len() && lies_in(&own, &finding.element)
        });
        // An element that a rule skips for want of its condition is like none at all.
        let about: Vec<_> = if exact.is_empty() { around.collect() } else { exact };
        // Nothing need be said of further elements that cannot break the rule.
        let harmless = matches!(
            outcome,
            Outcome::Satisfied | Outcome::NotApplicable | Outcome::Permitted | Outcome::NotMet
        );
        if about.is_empty() && harmless && !finding.element.is_empty() {
            continue;
        }
        let nothing = finding.element.is_empty() && outcome == Outcome::NotApplicable;
        if nothing {
            for said in said {
                if !stays(said.outcome, outcome) {
                    broken.push(format!("{:?} said, nothing to check found", said.outcome));
                }
            }
        } else if !about.iter().any(|said| stays(said.outcome, outcome)) {
            let said: Vec<_> = said.iter().map(|o| (position(o), o.outcome)).collect();
            broken.push(format!("{said:?} said, {outcome:?} at {:?} found", finding.element));
        }
    }
    for said in said.iter().filter(|said| said.outcome == Outcome::Violated) {
        let own = position(said);
        let found = found.iter().find(|finding| finding.element == own);
        if found.is_none_or(|f| f.outcome.is_some_and(|o| o != Outcome::Violated)) {
            broken.push(format!("violated said at {own:?}, {found:?} found"));
        }
    }
    broken
}

/// Whether an outcome said with facts missing allows an outcome of a completion.
fn stays(said: Outcome, found: Outcome) -> bool {
    match said {
        Outcome::Undetermined => true,
        Outcome::Satisfied | Outcome::Permitted => found == said || found == Outcome::NotApplicable,
        Outcome::NotMet => found == said || found == Outcome::NotApplicable,
        Outcome::Violated | Outcome::NotApplicable | Outcome::Faulty => found == said,
    }
}

fn points_broken(
    checked: &Checked,
    id: RuleId,
    said: &[&RuleOutcome],
    found: &[Finding],
) -> Option<String> {
    let ([said], [found]) = (said, found) else { return None };
    let PointRange { min, max } = said.points?;
    let points = match (&found.points, found.outcome?) {
        (Some(Ok(Val::Number(points))), _) => points.clone(),
        (None, Outcome::NotMet | Outcome::NotApplicable) => super::exact::whole(0),
        _ => return None,
    };
    let inside =
        min.is_none_or(|min| big(min) <= points) && max.is_none_or(|max| points <= big(max));
    let name = &checked.rules[id.index()].name;
    (!inside).then(|| format!("{name}: {min:?} to {max:?} points said, {points} found"))
}

/// Whether a value said with facts missing allows a value of a completion.
fn admits(said: &Value, found: &Res) -> bool {
    match (said, found) {
        (_, Err(Stop::Unknown)) => true,
        (Value::Open(open), Err(Stop::Fault(_))) => open.fault.is_some(),
        (Value::Open(open), Ok(Val::Absent)) => open.absent,
        (Value::Open(open), Ok(found)) => {
            let sized = open.fault.is_some_and(|fault| is_of_size(fault.kind));
            sized || holds(&open.extent, found)
        }
        (certain, found) => agrees(certain, found),
    }
}

/// Whether an extent holds a value.
fn holds(extent: &Extent, found: &Val) -> bool {
    let between = |low: Option<Big>, high: Option<Big>, n: &Big| {
        low.is_none_or(|low| low <= *n) && high.is_none_or(|high| *n <= high)
    };
    let day = super::calendar::of_date;
    match (extent, found) {
        (Extent::Any, _) | (Extent::Bools, Val::Bool(_)) | (Extent::Record(_), Val::Record(_)) => {
            true
        }
        (Extent::Members { members, .. }, Val::Member(member)) => members.contains(member),
        (Extent::Members { other, .. }, Val::Other(_)) => *other,
        (Extent::Numbers { low, high }, Val::Number(n)) => between(low.map(big), high.map(big), n),
        (Extent::Amounts { low, high, currency }, Val::Money(n, c)) => {
            currency.is_none_or(|currency| currency == *c)
                && between(low.map(big), high.map(big), n)
        }
        (Extent::Days { low, high }, Val::Date(d)) => {
            low.is_none_or(|low| day(low) <= *d) && high.is_none_or(|high| *d <= day(high))
        }
        (Extent::List { items, more }, Val::List(found)) => {
            let least = items.iter().filter(|item| item.certain).count();
            least <= found.len() && (more.is_some() || found.len() <= items.len())
        }
        (Extent::Values(values), found) => values.iter().any(|value| same(value, found)),
        _ => false,
    }
}
