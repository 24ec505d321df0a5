//! Whether a rule applies, and why it does not.

use super::judgement::{self, Judgement};
use super::{OutcomeSet, Place, Standing};
use crate::eval::Quiet;
use crate::eval::machine::{Days, Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::parts::ReplacementCode;
use crate::value::{Missing, Value, ops};

/// Whether a rule applies on a day.
pub(super) enum Applies {
    /// It certainly does not.
    No(Quiet),
    /// It certainly does.
    Yes,
    /// The condition for it.
    If(Value),
}

impl<R: Recorder> Machine<'_, R> {
    /// The outcomes that a rule can have on the element that is set.
    pub(super) fn judge(&mut self, place: Place<'_>, standing: &Standing) -> Run<Judgement> {
        let days = match &standing.days {
            Days::Known(day) => return self.judge_on(place, standing, *day),
            Days::Open(days) => days,
        };
        let judged =
            self.on_each(&days.days, &mut |machine, day| machine.judge_on(place, standing, day))?;
        let mut found: Option<Judgement> = days.fault.map(Judgement::faulty);
        for (next, same) in judged {
            // Where nothing that is read differs from the day before, the date decides nothing.
            let why = if same { &Missing::none() } else { &days.missing };
            found = Some(match found {
                None => next,
                Some(found) => found.or(next, why),
            });
        }
        Ok(found.unwrap_or_default())
    }

    fn judge_on(
        &mut self,
        place: Place<'_>,
        standing: &Standing,
        day: crate::quantity::Date,
    ) -> Run<Judgement> {
        self.day = day;
        let applies = match self.applies(place, &standing.included)? {
            Applies::No(quiet) => {
                let (day, set) = (Some(day), place.not_applicable());
                return Ok(Judgement { day, set, ..Judgement::quiet(quiet) });
            }
            Applies::Yes => return Ok(Judgement { day: Some(day), ..self.body(place)? }),
            Applies::If(condition) => condition,
        };
        let truth = ops::truth(&applies);
        let mut judgement = match truth.certain_fault() {
            Some(fault) => Judgement::faulty(fault),
            None => self.body(place)?,
        };
        judgement.day = Some(day);
        if truth.is_certain() {
            return Ok(judgement);
        }
        // It may not apply after all, or perhaps cannot be computed.
        let mut otherwise = Judgement::certain(
            place
                .not_applicable()
                .when(truth.no)
                .union(OutcomeSet::FAULTY.when(truth.fault.is_some())),
        );
        otherwise.day = Some(day);
        otherwise.fault = truth.fault;
        if let Some(fault) = truth.fault {
            let fault = Value::Fault(fault);
            let nothing = judgement::NO_POINTS;
            otherwise.points =
                if truth.no { ops::join(&[&nothing, &fault], &applies.missing()) } else { fault };
        }
        Ok(judgement.or(otherwise, &applies.missing()))
    }

    /// Whether the rule applies: what certainly keeps it quiet ends the question.
    fn applies(&mut self, place: Place<'_>, included: &Value) -> Run<Applies> {
        let mut conditions = Vec::new();
        let code = place.code;
        if included.is_no() {
            return Ok(Applies::No(Quiet::NothingToCheck(code.span)));
        }
        keep(&mut conditions, included);
        if !code.in_force.is_always() {
            let in_force = self.in_force(&code.in_force)?;
            if in_force.is_no() {
                return Ok(Applies::No(Quiet::NotInForce(self.day)));
            }
            keep(&mut conditions, &in_force);
        }
        for replacement in &code.replaced_by {
            let replaced = self.replaced(place, replacement)?;
            if replaced.is_yes() {
                return Ok(Applies::No(Quiet::Replaced(replacement.by)));
            }
            keep(&mut conditions, &ops::not(&replaced, code.span));
        }
        self.lets(&code.early_lets)?;
        let mut quiet = None;
        for (guard, span) in &code.guards {
            let holds = self.clause(guard)?;
            match holds.is_no() {
                true => quiet = quiet.or(Some(Quiet::Guard(*span))),
                false => keep(&mut conditions, &holds),
            }
        }
        for (at, (exception, _)) in code.exceptions.iter().enumerate() {
            let holds = self.clause(exception)?;
            if holds.is_yes() {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                quiet = quiet.or(Some(Quiet::Exception(at)));
                continue;
            }
            keep(&mut conditions, &ops::not(&holds, code.span));
        }
        Ok(match (quiet, conditions.as_slice()) {
            (Some(quiet), _) => Applies::No(quiet),
            (None, []) => Applies::Yes,
            (None, [one]) => Applies::If(one.clone()),
            (None, several) => Applies::If(ops::and(several, code.span)),
        })
    }

    /// Whether another rule takes the place of this one. It can only where the root is or
    /// includes the record that the other rule is for.
    fn replaced(&mut self, place: Place<'_>, replacement: &ReplacementCode) -> Run<Value> {
        let checked = self.program.checked();
        let special = checked.rules.get(replacement.by.index()).and_then(|rule| rule.record);
        let Some(special) = special else { return Ok(Value::Bool(false)) };
        let Some(offset) = self.program.offset_in(place.root.record, special) else {
            return Ok(Value::Bool(false));
        };
        let Some(condition) = &replacement.condition else { return Ok(Value::Bool(true)) };
        let base = place.root.base.saturating_add(offset);
        self.in_frame(replacement.registers, Some(base), |machine| machine.clause(condition))
    }
}

/// Keeps a condition unless it is certain to hold.
fn keep(conditions: &mut Vec<Value>, condition: &Value) {
    if !condition.is_yes() {
        conditions.push(condition.clone());
    }
}
