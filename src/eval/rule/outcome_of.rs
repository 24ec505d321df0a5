//! Conditions that rest on the outcomes of other rules: `holds RULE`, `points of GROUP`.

use super::each::Case;
use super::judgement::{Judgement, NO_POINTS};
use super::{OutcomeSet, Place};
use crate::eval::PointRange;
use crate::eval::machine::{Machine, RULE, Root, Run};
use crate::eval::memory::{Key, Remembered};
use crate::eval::recorder::Recorder;
use crate::quantity::Number;
use crate::text::Span;
use crate::types::typed::{Arithmetic, RecordId, RuleId, RuleKind};
use crate::value::{Extent, Missing, Value, ops};

impl<'a, R: Recorder> Machine<'a, R> {
    /// Whether a rule holds for a record: on every element it is satisfied or does not apply.
    pub(in crate::eval) fn holds(&mut self, id: RuleId, base: u32, record: RecordId) -> Run<Value> {
        let key = Key {
            what: id.0.saturating_mul(2).saturating_add(1),
            base,
            day: self.as_of.day_number(),
        };
        if let Some(known) = self.workspace.memory.get(key) {
            self.recorder.repeat(&known.notes, self.step.saturating_add(1));
            return Ok(known.value.clone());
        }
        let mark = self.recorder.mark();
        let judgement = self.judge_all(id, base, record)?;
        let value = judgement.set.truth(judgement.fault).into_value(judgement.missing);
        let notes = self.recorder.since(mark, self.step.saturating_add(1));
        let remembered = Remembered { value: value.clone(), notes };
        self.workspace.memory.insert(key, remembered);
        Ok(value)
    }

    /// The points of preferences: the sum of what each is worth.
    pub(in crate::eval) fn points(
        &mut self,
        rules: &[(RuleId, u32)],
        base: u32,
        record: RecordId,
    ) -> Run<Value> {
        let mut sum = NO_POINTS;
        for (id, offset) in rules {
            let judgement = self.judge_all(*id, base.saturating_add(*offset), record)?;
            let span = self.program.rule(*id).map(|code| code.span).unwrap_or_default();
            sum = plus(&sum, &judgement.points, span);
        }
        Ok(sum)
    }

    /// The outcomes of a rule over all its elements together: violated when one is, then faulty
    /// when one is, else satisfied; the points are those of all elements.
    fn judge_all(&mut self, id: RuleId, base: u32, record: RecordId) -> Run<Judgement> {
        let program = self.program;
        let (Some(rule), Some(code)) = (program.checked().rules.get(id.index()), program.rule(id))
        else {
            return Ok(Judgement::default());
        };
        let place = Place { id, rule, code, base, root: self.root_around(base, record) };
        let mut all = Judgement::certain(OutcomeSet::SATISFIED);
        let mut visit = |machine: &mut Self, case: Case<'_>| {
            let one = match case {
                Case::Element(_, standing) => machine.judge(place, standing)?,
                Case::Further(_, standing, missing) => {
                    let mut one = machine.judge(place, standing)?;
                    one.points = any_number_of(&one.points, missing);
                    one.or(Judgement::certain(OutcomeSet::NOT_APPLICABLE), missing)
                }
                Case::Begin(_) | Case::Nothing(_) => return Ok(()),
                Case::Faulty(_, fault, missing) if missing.is_empty() => Judgement::faulty(fault),
                Case::Faulty(_, fault, missing) => {
                    Judgement::faulty(fault).or(Judgement::certain(OutcomeSet::SATISFIED), missing)
                }
            };
            let earlier = std::mem::take(&mut all);
            let permission = rule.kind == RuleKind::Permission;
            all = earlier.besides(if permission { one.unfailing() } else { one }, code.span);
            Ok(())
        };
        // The other rule has a date of its own.
        self.undated(|machine| {
            machine.nested(RULE, |machine| machine.each_case(place, &Value::Bool(true), &mut visit))
        })?;
        Ok(all)
    }

    /// The root that a record belongs to: the one whose rules are being checked, where the
    /// record lies in it; else the record itself.
    fn root_around(&self, base: u32, record: RecordId) -> Root {
        let offset = self.program.offset_in(self.root.record, record);
        let inside = offset.is_some_and(|offset| self.root.base.saturating_add(offset) == base);
        if inside { self.root } else { Root { base, record } }
    }
}

impl Judgement {
    /// A permission never fails: where it does not apply, it holds all the same.
    fn unfailing(mut self) -> Self {
        self.set = self.set.combine(OutcomeSet::SATISFIED, |outcome, _| {
            if outcome == OutcomeSet::VIOLATED { OutcomeSet::NOT_APPLICABLE } else { outcome }
        });
        self
    }

    /// The outcomes on this element and others together.
    fn besides(self, other: Self, at: Span) -> Self {
        let order = [OutcomeSet::VIOLATED, OutcomeSet::FAULTY];
        let set = self.set.combine(other.set, |a, b| {
            let first = order.into_iter().find(|outcome| *outcome == a || *outcome == b);
            first.unwrap_or(OutcomeSet::SATISFIED)
        });
        let points = plus(&self.points, &other.points, at);
        let missing =
            if set.is_decided() { Missing::none() } else { self.missing.union(&other.missing) };
        Self { set, missing, fault: self.fault_with(&other), points, ..Self::default() }
    }
}

/// The points of both.
fn plus(a: &Value, b: &Value, at: Span) -> Value {
    match b {
        Value::Number(number) if number.is_zero() => a.clone(),
        _ => ops::arithmetic(Arithmetic::Add, a, b, at),
    }
}

/// The points of none, one or more that are like this.
pub(super) fn any_number_of(one: &Value, missing: &Missing) -> Value {
    let range = PointRange::of(one);
    let low = range.min.is_some_and(|min| !min.is_negative()).then_some(Number::ZERO);
    let high = range.max.is_some_and(|max| !max.is_positive()).then_some(Number::ZERO);
    let fault = match one {
        Value::Fault(fault) => Some(*fault),
        Value::Open(open) => open.fault,
        _ => None,
    };
    let missing = one.missing().union(missing);
    Value::possible(Extent::Numbers { low, high }, fault, missing)
}
