//! Conditions that rest on the outcomes of other rules: `holds RULE`, `points of GROUP`.

use super::each::Case;
use super::judgement::{Judgement, least};
use super::{OutcomeSet, Place};
use crate::eval::machine::{Machine, RULE, Root, Run, fault};
use crate::eval::memory::{Key, Remembered};
use crate::eval::recorder::Recorder;
use crate::quantity::Number;
use crate::types::typed::{RecordId, RuleId, RuleKind};
use crate::value::{Extent, FaultKind, Missing, Value};

impl<'a, R: Recorder> Machine<'a, R> {
    /// Whether a rule holds for a record: on every element it is satisfied or does not apply.
    pub(in crate::eval) fn holds(&mut self, id: RuleId, base: u32, record: RecordId) -> Run<Value> {
        let key = Key {
            what: id.0.saturating_mul(2).saturating_add(1),
            base,
            day: self.as_of.day_number(),
        };
        if let Some(known) = self.workspace.memory.get(key) {
            self.recorder.repeat(&known.cells, &known.readings);
            return Ok(known.value.clone());
        }
        let mark = self.recorder.mark();
        let judgement = self.judge_all(id, base, record)?;
        let value = judgement.set.truth(judgement.fault).into_value(judgement.missing);
        let (cells, readings) = self.recorder.since(mark);
        let remembered = Remembered { value: value.clone(), cells, readings };
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
        let mut sum = (Number::ZERO, Number::ZERO);
        let mut missing = Missing::none();
        for (id, offset) in rules {
            let judgement = self.judge_all(*id, base.saturating_add(*offset), record)?;
            let span = self.program.rule(*id).map(|code| code.span).unwrap_or_default();
            let Some((low, high)) = judgement.points else {
                return Ok(match judgement.fault {
                    Some(fault) if judgement.set.is_decided() => Value::Fault(fault),
                    fault => Value::possible(
                        Extent::Numbers { low: None, high: None },
                        fault,
                        judgement.missing,
                    ),
                });
            };
            missing = missing.union(&judgement.missing);
            sum = match (sum.0.add(low), sum.1.add(high)) {
                (Ok(low), Ok(high)) => (low, high),
                (Err(overflow), _) | (_, Err(overflow)) => {
                    return Ok(fault(FaultKind::Arithmetic(overflow), span));
                }
            };
        }
        Ok(Value::unknown_number(Some(sum.0), Some(sum.1), missing))
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
        all.points = Some((Number::ZERO, Number::ZERO));
        let mut visit = |machine: &mut Self, case: Case<'_>| {
            let one = match case {
                Case::Element(_, standing) => machine.judge(place, standing)?,
                Case::Further(_, standing, missing) => {
                    let one = machine.judge(place, standing)?;
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
            all = earlier.besides(if permission { one.unfailing() } else { one });
            Ok(())
        };
        self.nested(RULE, |machine| machine.each_case(place, &Value::Bool(true), &mut visit))?;
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
    fn besides(self, other: Self) -> Self {
        let order = [OutcomeSet::VIOLATED, OutcomeSet::FAULTY];
        let set = self.set.combine(other.set, |a, b| {
            let first = order.into_iter().find(|outcome| *outcome == a || *outcome == b);
            first.unwrap_or(OutcomeSet::SATISFIED)
        });
        let points = self
            .points
            .zip(other.points)
            .and_then(|(a, b)| Some((a.0.add(b.0).ok()?, a.1.add(b.1).ok()?)));
        let missing = if set.is_decided() && points.is_some_and(|(low, high)| low == high) {
            Missing::none()
        } else {
            self.missing.union(&other.missing)
        };
        Self { set, missing, fault: least(self.fault, other.fault), points, ..Self::default() }
    }
}
