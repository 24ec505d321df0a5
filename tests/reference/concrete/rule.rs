//! What a rule says of a world: one finding for the whole, or one for each element.

use subvent::eval::Outcome;
use subvent::types::typed::{Expr, ForEach, LocalId, Regimes, Requirement, Rule, RuleId, RuleKind};

use super::super::calendar::of_date;
use super::figures::Figure;
use super::value::{Class, Res, Stop, Val, all, either, not};
use super::world::{Frame, World};

/// What was found out about one rule on one element; no outcome where the oracle makes no claim.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// The elements, by their positions.
    pub element: Vec<usize>,
    /// The outcome.
    pub outcome: Option<Outcome>,
    /// The points, for a preference.
    pub points: Option<Res>,
    /// The orderings that fail, or those that hold, of a rule without regimes.
    pub figures: Option<Vec<Figure>>,
    /// What follows from a violation.
    pub effect: Option<Res>,
}

impl Finding {
    /// A finding without figures.
    pub fn bare(element: Vec<usize>, outcome: Option<Outcome>) -> Self {
        Self { element, outcome, points: None, figures: None, effect: None }
    }
}

/// What a rule says.
#[derive(Clone, PartialEq, Debug)]
pub enum Ruling {
    /// One finding for each element.
    Found(Vec<Finding>),
    /// Its elements cannot be told.
    Stopped(Stop),
}

impl World<'_> {
    /// What a rule says of the world.
    pub fn rule(&self, id: RuleId) -> Ruling {
        self.rule_in(id, &self.frame())
    }

    fn rule_in(&self, id: RuleId, frame: &Frame) -> Ruling {
        let rule = &self.checked.rules[id.index()];
        let mut rules = frame.rules.clone();
        rules.push(id);
        let frame = Frame { rules, ..self.frame() };
        let mut found = Vec::new();
        let whole = Ok(Val::Bool(true));
        if let Err(stop) =
            self.elements(rule, &rule.each, &frame, whole, &mut Vec::new(), &mut found)
        {
            return Ruling::Stopped(stop);
        }
        if found.is_empty() {
            let outcome = Some(Outcome::NotApplicable);
            found.push(Finding::bare(Vec::new(), outcome));
        }
        Ruling::Found(found)
    }

    fn elements(
        &self,
        rule: &Rule,
        each: &[ForEach],
        frame: &Frame,
        included: Res,
        at: &mut Vec<usize>,
        found: &mut Vec<Finding>,
    ) -> Result<(), Stop> {
        let Some((first, rest)) = each.split_first() else {
            found.push(self.finding(rule, frame, included, at.clone()));
            return Ok(());
        };
        let frame = &self.dated(rule, frame);
        frame.date?;
        let list = self.eval(&first.list, frame)?.elements()?;
        for (index, element) in list.iter().enumerate() {
            let frame = frame.with(first.variable, element.clone());
            let holds = match &first.condition {
                Some(condition) => self.eval(condition, &frame),
                None => Ok(Val::Bool(true)),
            };
            let included = all([included.clone(), holds]);
            if included == Ok(Val::Bool(false)) {
                continue;
            }
            at.push(index);
            self.elements(rule, rest, &frame, included, at, found)?;
            at.pop();
        }
        Ok(())
    }

    /// The frame on the rule's own date, where its elements do not have to be known first.
    fn dated(&self, rule: &Rule, frame: &Frame) -> Frame {
        let date = match &rule.as_of {
            Some(as_of) if reads_only(as_of, frame) => {
                let today = Frame { date: Ok(self.today), ..frame.clone() };
                self.eval(as_of, &today).and_then(|date| date.day())
            }
            Some(_) => Ok(self.today),
            None => frame.date,
        };
        Frame { date, ..frame.clone() }
    }

    fn finding(&self, rule: &Rule, frame: &Frame, included: Res, element: Vec<usize>) -> Finding {
        let frame = self.dated(rule, frame);
        if let Err(stop) = frame.date {
            return Finding::bare(element, of_stop(stop));
        }
        let frame = self.with_lets(&rule.lets, frame);
        let (outcome, points) = match rule.kind {
            RuleKind::Preference => self.preference(rule, &frame, included),
            _ => (self.outcome(rule, &frame, included), None),
        };
        let figures = match outcome {
            Some(Outcome::Satisfied) => Some(self.figures(rule, &frame, true)),
            Some(Outcome::Violated | Outcome::NotMet) => Some(self.figures(rule, &frame, false)),
            _ => None,
        };
        let violated = outcome == Some(Outcome::Violated);
        let effect = if violated { self.effect(rule, &frame) } else { None };
        let figures = figures.filter(|_| rule.regimes.is_none());
        Finding { element, outcome, points, figures, effect }
    }

    fn with_lets(&self, lets: &[(LocalId, Expr)], frame: Frame) -> Frame {
        lets.iter().fold(frame, |frame, (name, value)| {
            let value = self.eval(value, &frame);
            frame.with(*name, value)
        })
    }

    /// Whether the rule applies: in force, every `when`, no `unless`, no special rule.
    fn applies(&self, rule: &Rule, frame: &Frame, included: Res) -> Res {
        let mut parts = vec![included, self.in_force(&rule.validity, frame).map(Val::Bool)];
        parts.extend(rule.guards.iter().map(|guard| self.eval(guard, frame)));
        parts.extend(rule.exceptions.iter().map(|e| not(self.eval(&e.condition, frame))));
        parts.extend(rule.replaced_by.iter().map(|special| {
            let by = &self.checked.rules[special.by.index()];
            let own = Frame { rules: frame.rules.clone(), ..self.frame() };
            let own = self.dated(by, &own);
            let takes = match &special.condition {
                Some(condition) => self.eval(condition, &own),
                None => Ok(Val::Bool(true)),
            };
            not(takes)
        }));
        all(parts)
    }

    fn outcome(&self, rule: &Rule, frame: &Frame, included: Res) -> Option<Outcome> {
        match self.applies(rule, frame, included).and_then(|applies| applies.truth()) {
            Ok(false) => return Some(Outcome::NotApplicable),
            Ok(true) => {}
            Err(stop) => return of_stop(stop),
        }
        if rule.kind == RuleKind::Information {
            return Some(Outcome::Satisfied);
        }
        if rule.kind == RuleKind::Permission {
            let permitted =
                rule.permit.as_ref().map_or(Ok(Val::Bool(true)), |c| self.eval(c, frame));
            return match permitted.and_then(|value| value.truth()) {
                Ok(true) => Some(Outcome::Permitted),
                Ok(false) => Some(Outcome::NotApplicable),
                Err(stop) => of_stop(stop),
            };
        }
        let mut parts = vec![self.requirements(&rule.requirements, frame)];
        if let Some(regimes) = &rule.regimes {
            match self.regimes(regimes, frame) {
                Ok(None) => return Some(Outcome::NotApplicable),
                Ok(Some(value)) => parts.push(Ok(value)),
                Err(stop) => parts.push(Err(stop)),
            }
        }
        match all(parts).and_then(|value| value.truth()) {
            Ok(true) => Some(Outcome::Satisfied),
            Ok(false) => Some(Outcome::Violated),
            Err(stop) => of_stop(stop),
        }
    }

    fn requirements(&self, requirements: &[Requirement], frame: &Frame) -> Res {
        all(requirements.iter().map(|requirement| {
            let holds = self.eval(&requirement.condition, frame);
            if requirement.forbidden { not(holds) } else { holds }
        }))
    }

    /// Whether an alternative that applies is met; nothing when none applies.
    fn regimes(&self, regimes: &Regimes, frame: &Frame) -> Result<Option<Val>, Stop> {
        if let Some((last, _)) = regimes.unknown_after
            && frame.date? > of_date(last)
        {
            return Err(Stop::Unknown);
        }
        let mut stop: Option<Stop> = None;
        let mut answer = None;
        for regime in &regimes.alternatives {
            let frame = self.with_lets(&regime.lets, frame.clone());
            let in_force = self.in_force(&regime.validity, &frame).map(Val::Bool);
            let guards = regime.guards.iter().map(|guard| self.eval(guard, &frame));
            let applies = all(std::iter::once(in_force).chain(guards));
            let met = applies.and_then(|applies| match applies.truth()? {
                true => self.requirements(&regime.requirements, &frame)?.truth().map(Some),
                false => Ok(None),
            });
            match met {
                Ok(Some(true)) => return Ok(Some(Val::Bool(true))),
                Ok(Some(false)) => answer = Some(Val::Bool(false)),
                Ok(None) => {}
                Err(other) => stop = Some(either(stop, other)),
            }
        }
        stop.map_or(Ok(answer), Err)
    }

    fn preference(
        &self,
        rule: &Rule,
        frame: &Frame,
        included: Res,
    ) -> (Option<Outcome>, Option<Res>) {
        match self.applies(rule, frame, included).and_then(|applies| applies.truth()) {
            Ok(false) => return (Some(Outcome::NotApplicable), None),
            Ok(true) => {}
            Err(stop) => return (of_stop(stop), None),
        }
        match self.requirements(&rule.requirements, frame).and_then(|value| value.truth()) {
            Ok(false) => (Some(Outcome::NotMet), None),
            Err(stop) => (of_stop(stop), None),
            Ok(true) => match rule.award.as_ref().map(|award| self.eval(award, frame)) {
                Some(Err(stop)) => (of_stop(stop), None),
                award => (Some(Outcome::Satisfied), award),
            },
        }
    }

    /// `holds RULE`: yes when it is satisfied or does not apply, on every element.
    pub(super) fn holds(&self, rule: RuleId, frame: &Frame) -> Res {
        assert!(!frame.rules.contains(&rule), "a rule rests on itself");
        let found = match self.rule_in(rule, frame) {
            Ruling::Found(found) => found,
            Ruling::Stopped(stop) => return Err(stop),
        };
        all(found.iter().map(|finding| match finding.outcome {
            Some(Outcome::Violated | Outcome::NotMet) => Ok(Val::Bool(false)),
            Some(Outcome::Faulty) => Err(Stop::Fault(Class::Plain)),
            Some(Outcome::Undetermined) | None => Err(Stop::Unknown),
            Some(_) => Ok(Val::Bool(true)),
        }))
    }

    /// The points of the preferences of a group, or of all.
    pub(super) fn points_of(&self, group: Option<&str>, frame: &Frame) -> Res {
        let mut points = Val::Number(super::super::exact::whole(0));
        for id in &self.checked.binding {
            let rule = &self.checked.rules[id.index()];
            let counts = group.is_none() || rule.group.as_deref() == group;
            if rule.kind != RuleKind::Preference || !counts {
                continue;
            }
            let Some(record) = rule.record else { continue };
            if !self.is_or_includes(self.record, record) {
                continue;
            }
            let found = match self.rule_in(*id, frame) {
                Ruling::Found(found) => found,
                Ruling::Stopped(stop) => return Err(stop),
            };
            for finding in found {
                match (finding.outcome, finding.points) {
                    (None, _) => return Err(Stop::Unknown),
                    (Some(Outcome::Faulty), _) => return Err(Stop::Fault(Class::Plain)),
                    (_, Some(more)) => {
                        let add = subvent::types::typed::Arithmetic::Add;
                        points = super::compute::arithmetic(add, points, more?)?;
                    }
                    _ => {}
                }
            }
        }
        Ok(points)
    }
}

fn of_stop(stop: Stop) -> Option<Outcome> {
    match stop {
        Stop::Fault(_) => Some(Outcome::Faulty),
        Stop::Unknown => None,
    }
}

/// Whether every name that an expression reads has a value in the frame.
fn reads_only(expr: &Expr, frame: &Frame) -> bool {
    let mut ready = true;
    super::super::coverage::walk(expr, &mut |inner| {
        if let subvent::types::typed::ExprKind::Local(id) = &inner.kind {
            ready &= frame.locals.contains_key(id);
        }
    });
    ready
}
