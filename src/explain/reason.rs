//! Why a rule stayed quiet, and why something cannot be computed, in words.

use super::case::{Case, quoted};
use super::template::render;
use super::words::{FaultWords, fill};
use crate::eval::{Quiet, RuleOutcome};
use crate::quantity;
use crate::types::typed::{Rule, Unless};
use crate::value::{Fault, FaultKind};

/// Why a rule does not apply, or cannot be computed; none for an outcome that needs no reason.
pub(super) fn reason(case: &Case<'_>, outcome: &RuleOutcome) -> Option<String> {
    match (&outcome.quiet, &outcome.fault) {
        (Some(quiet), _) => Some(quiet_text(case, outcome, quiet)),
        (None, Some(fault)) => Some(fault_text(case, fault)),
        (None, None) => None,
    }
}

fn quiet_text(case: &Case<'_>, outcome: &RuleOutcome, quiet: &Quiet) -> String {
    let words = &case.words().quiet;
    let sources = case.submission.sources;
    match quiet {
        Quiet::Guard(span) => fill(words.guard, &[&quoted(sources, *span)]),
        Quiet::Exception(position) => {
            fill(words.exception, &[&exception(case, outcome, *position)])
        }
        Quiet::NotInForce(date) => fill(words.not_in_force, &[&case.spoken().date(*date)]),
        Quiet::NoRegime => words.no_regime.to_owned(),
        Quiet::Replaced(rule) => {
            let by = case.checked().rules.get(rule.index()).map_or("", |rule| &*rule.path);
            fill(words.replaced, &[by])
        }
        Quiet::NothingToCheck(span) => fill(words.nothing_to_check, &[&quoted(sources, *span)]),
        Quiet::Either => words.either.to_owned(),
    }
}

/// The exception that keeps a rule quiet.
pub(super) fn exception_of<'a>(rule: &'a Rule, outcome: &RuleOutcome) -> Option<&'a Unless> {
    match outcome.quiet {
        Some(Quiet::Exception(position)) => {
            usize::try_from(position).ok().and_then(|index| rule.exceptions.get(index))
        }
        _ => None,
    }
}

/// Which module added an exception to the rule of another; none for the rule's own.
pub(super) fn added_by(case: &Case<'_>, unless: &Unless) -> Option<String> {
    let module = unless.refined_by.as_deref()?;
    Some(fill(case.words().quiet.added_by, &[module]))
}

/// The reason that an exception gives, else its words; and the module that added it.
fn exception(case: &Case<'_>, outcome: &RuleOutcome, position: u32) -> String {
    let index = usize::try_from(position).unwrap_or(usize::MAX);
    let Some(unless) = case.rule(outcome).and_then(|rule| rule.exceptions.get(index)) else {
        return String::new();
    };
    let holes = outcome.reasons.as_ref().map(|reasons| reasons.because.as_slice());
    let holes = holes.unwrap_or_default();
    let text = render(&unless.because, holes, case.names(), case.submission.language)
        .unwrap_or_else(|| quoted(case.submission.sources, unless.condition.span));
    match added_by(case, unless) {
        Some(added_by) => format!("{text} ({added_by})"),
        None => text,
    }
}

/// Why something cannot be computed, with the words of the rule that it happens in.
pub(super) fn fault_text(case: &Case<'_>, fault: &Fault) -> String {
    let words = &case.words().faults;
    let what = kind_text(case, words, &fault.kind);
    let place = quoted(case.submission.sources, fault.at);
    if place.is_empty() { what } else { fill(words.at, &[&what, &place]) }
}

fn kind_text(case: &Case<'_>, words: &FaultWords, kind: &FaultKind) -> String {
    let plain = match kind {
        FaultKind::Arithmetic(fault) => return arithmetic(case, words, fault),
        FaultKind::NotInForce(date) => {
            return fill(words.no_value_on, &[&case.spoken().date(*date)]);
        }
        FaultKind::TwoExceptions => words.two_exceptions,
        FaultKind::NoRow => words.no_row,
        FaultKind::TwoRows => words.two_rows,
        FaultKind::NotExactlyOne => words.not_exactly_one,
        FaultKind::Empty => words.empty,
        FaultKind::EqualKeys => words.equal_keys,
        FaultKind::Absent => words.absent,
        FaultKind::Steps => words.steps,
    };
    plain.to_owned()
}

fn arithmetic(case: &Case<'_>, words: &FaultWords, fault: &quantity::Fault) -> String {
    use quantity::Fault as F;
    let date = |day: quantity::Date| case.spoken().date(day);
    match *fault {
        F::Overflow => words.overflow.to_owned(),
        F::DivisionByZero => words.division_by_zero.to_owned(),
        F::StepNotPositive => words.step.to_owned(),
        F::MissingDay { year, month, day } => {
            fill(words.missing_day, &[&format!("{year:04}-{month:02}-{day:02}")])
        }
        F::DateOutOfRange => words.date_out_of_range.to_owned(),
        F::MixedCurrencies { left, right } => {
            fill(words.mixed_currencies, &[left.code(), right.code()])
        }
        F::PeriodEndsBeforeStart { start, end } => {
            fill(words.reversed_period, &[&date(start), &date(end)])
        }
        F::NeedsCalendar => words.needs_calendar.to_owned(),
        F::MixedUnits => words.mixed_units.to_owned(),
    }
}

/// The name of a fault in JSON.
pub(super) fn fault_name(kind: &FaultKind) -> &'static str {
    use quantity::Fault as F;
    match kind {
        FaultKind::Arithmetic(F::Overflow) => "overflow",
        FaultKind::Arithmetic(F::DivisionByZero) => "division_by_zero",
        FaultKind::Arithmetic(F::StepNotPositive) => "rounding_step",
        FaultKind::Arithmetic(F::MissingDay { .. }) => "missing_day",
        FaultKind::Arithmetic(F::DateOutOfRange) => "date_out_of_range",
        FaultKind::Arithmetic(F::MixedCurrencies { .. }) => "mixed_currencies",
        FaultKind::Arithmetic(F::PeriodEndsBeforeStart { .. }) => "reversed_period",
        FaultKind::Arithmetic(F::NeedsCalendar) => "needs_calendar",
        FaultKind::Arithmetic(F::MixedUnits) => "mixed_units",
        FaultKind::NotInForce(_) => "no_value_on_date",
        FaultKind::TwoExceptions => "two_exceptions",
        FaultKind::NoRow => "no_row",
        FaultKind::TwoRows => "two_rows",
        FaultKind::NotExactlyOne => "not_exactly_one",
        FaultKind::Empty => "empty",
        FaultKind::EqualKeys => "equal_keys",
        FaultKind::Absent => "absent",
        FaultKind::Steps => "too_many_steps",
    }
}
