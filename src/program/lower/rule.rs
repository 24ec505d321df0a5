//! Rules, preferences, permissions and information; invariants of records.

use super::Lowering;
use super::frame::{Frame, local};
use crate::program::code::{Formula, Register};
use crate::program::parts::{
    EachCode, EffectCode, EffectKind, FactPlace, Holes, InvariantCode, RegimesCode,
    ReplacementCode, RequirementCode, RuleCode,
};
use crate::text::Span;
use crate::types::typed::{
    ConsequenceKind, Expr, ForEach, LocalId, RecordType, Replacement, Rule, Template, TemplatePart,
    Texts,
};

/// The code of a rule.
pub(super) fn lower(shared: &mut Lowering<'_>, rule: &Rule) -> RuleCode {
    let replaced_by = rule.replaced_by.iter().map(|it| replacement(shared, it)).collect();
    let mut frame = Frame::new(shared, rule.locals.len());
    let each: Vec<EachCode> = rule.each.iter().map(|it| frame.each(it)).collect();
    let as_of = rule.as_of.as_ref().map(|date| {
        let formula = frame.formula(date);
        (loops_read(&frame, formula, &each), formula)
    });
    let in_force = frame.in_force(&rule.validity);
    let lets = frame.lets(&rule.lets);
    let guards: Vec<(Formula, Span)> =
        rule.guards.iter().map(|guard| (frame.formula(guard), guard.span)).collect();
    let exceptions = rule.exceptions.iter();
    let exceptions: Vec<(Formula, Holes)> =
        exceptions.map(|it| (frame.formula(&it.condition), frame.holes(&it.because))).collect();
    let conditions = guards.iter().map(|(guard, _)| *guard);
    let conditions = conditions.chain(exceptions.iter().map(|(condition, _)| *condition));
    let (early_lets, lets) = parted(&frame, lets, conditions.collect());
    let requirements: Vec<RequirementCode> =
        rule.requirements.iter().map(|it| frame.requirement(it)).collect();
    let regimes = rule.regimes.as_ref().map(|it| frame.regimes(it));
    let permit = rule.permit.as_ref().map(|it| frame.formula(it));
    let award = rule.award.as_ref().map(|it| frame.formula(it));
    let asked = requirements.iter().map(|it| it.condition).chain(permit).chain(award);
    let asked = asked.chain(regimes.iter().flat_map(regime_formulas));
    let (lets, shown_lets) = parted(&frame, lets, asked.collect());
    let effect = frame.effect(&rule.consequence.kind);
    let message = frame.holes(&rule.message);
    RuleCode {
        registers: frame.registers(),
        each,
        as_of,
        in_force,
        early_lets,
        lets,
        shown_lets,
        guards,
        exceptions,
        replaced_by,
        requirements,
        regimes,
        permit,
        award,
        effect,
        message,
        span: rule.span,
    }
}

/// The code of a record's invariants.
pub(super) fn invariants(shared: &mut Lowering<'_>, record: &RecordType) -> Vec<InvariantCode> {
    let one = |invariant: &crate::types::typed::Invariant| {
        let mut frame = Frame::new(shared, invariant.locals.len());
        let condition = frame.formula(&invariant.condition);
        let message = frame.holes(&invariant.message);
        InvariantCode { registers: frame.registers(), condition, message }
    };
    record.invariants.iter().map(one).collect()
}

/// A condition under which another rule takes the place of this one: in a frame of its own,
/// because it reads the record of the other rule.
fn replacement(shared: &mut Lowering<'_>, replacement: &Replacement) -> ReplacementCode {
    let mut frame = Frame::new(shared, replacement.locals.len());
    let condition = replacement.condition.as_ref().map(|condition| frame.formula(condition));
    ReplacementCode { by: replacement.by, registers: frame.registers(), condition }
}

/// Names for values, in order.
type Lets = Vec<(Register, Formula)>;

/// All that is computed for regimes.
fn regime_formulas(regimes: &RegimesCode) -> Vec<Formula> {
    let mut all = Vec::new();
    for regime in &regimes.alternatives {
        all.extend(regime.in_force.or_to.iter().map(|(_, condition)| *condition));
        all.extend(regime.lets.iter().map(|(_, value)| *value));
        all.extend(&regime.guards);
        all.extend(regime.requirements.iter().map(|it| it.condition));
    }
    all
}

/// Parts the `let`s that formulas read, themselves or through others, from the rest.
fn parted(frame: &Frame<'_, '_>, lets: Lets, mut readers: Vec<Formula>) -> (Lets, Lets) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (register, value) in lets.into_iter().rev() {
        if readers.iter().any(|reader| frame.reads(*reader, register)) {
            readers.push(value);
            before.push((register, value));
        } else {
            after.push((register, value));
        }
    }
    before.reverse();
    after.reverse();
    (before, after)
}

/// How many loops must have an element before a date can be read.
fn loops_read(frame: &Frame<'_, '_>, date: Formula, each: &[EachCode]) -> usize {
    let reads = |it: &EachCode| frame.reads(date, it.variable);
    each.iter().rposition(reads).map_or(0, |at| at + 1)
}

impl Frame<'_, '_> {
    fn each(&mut self, each: &ForEach) -> EachCode {
        EachCode {
            variable: local(each.variable),
            span: each.list.span,
            list: self.formula(&each.list),
            condition: each.condition.as_ref().map(|condition| self.formula(condition)),
        }
    }

    /// Names for values, in order.
    pub(super) fn lets(&mut self, lets: &[(LocalId, Expr)]) -> Vec<(Register, Formula)> {
        let one = |(id, value): &(LocalId, Expr)| {
            let formula = self.formula(value);
            self.same(local(*id), formula.result);
            (local(*id), formula)
        };
        lets.iter().map(one).collect()
    }

    /// The holes of a text, language by language.
    pub(super) fn holes(&mut self, texts: &Texts<Template>) -> Holes {
        texts.0.iter().map(|(_, template)| self.formulas(template_holes(template))).collect()
    }

    fn effect(&mut self, consequence: &ConsequenceKind) -> Option<EffectCode> {
        let (kind, fact) = match consequence {
            ConsequenceKind::Reject | ConsequenceKind::NotEffective | ConsequenceKind::Advise => {
                return None;
            }
            ConsequenceKind::Correct { until } => (EffectKind::Until(self.formula(until)), None),
            ConsequenceKind::Reduce { amount, to } => {
                let (amount, fact) = self.amount(amount);
                let kind = match to {
                    Some(to) => EffectKind::ReduceTo(amount, self.formula(to)),
                    None => EffectKind::ReduceUntilItHolds(amount),
                };
                (kind, fact)
            }
            ConsequenceKind::Exclude(amount) => {
                let (amount, fact) = self.amount(amount);
                (EffectKind::Amount(amount), fact)
            }
            ConsequenceKind::Recover(amount) | ConsequenceKind::Sanction(amount) => {
                (EffectKind::Amount(self.formula(amount)), None)
            }
        };
        Some(EffectCode { kind, fact })
    }

    /// An amount, and the fact that it is, where it is one.
    fn amount(&mut self, amount: &Expr) -> (Formula, Option<FactPlace>) {
        let formula = self.formula(amount);
        (formula, self.fact(formula.result))
    }
}

/// The expressions in the holes of a template.
fn template_holes(template: &Template) -> impl Iterator<Item = &Expr> {
    template.parts.iter().filter_map(|part| match part {
        TemplatePart::Hole(expr) => Some(expr),
        TemplatePart::Text(_) => None,
    })
}
