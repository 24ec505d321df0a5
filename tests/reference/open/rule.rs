//! Whether a rule applies, and what it comes to.

use std::collections::BTreeSet;

use subvent::quantity::Date;
use subvent::text::Span;
use subvent::types::typed::{
    Expr, ExprKind, LocalId, RecordId, Regime, Regimes, Requirement, Rule, RuleId, RuleKind,
};
use subvent::value::{Arithmetic, Fault, Missing, Owed, Value, ops};

use super::dated::least;
use super::each::{Case, Standing};
use super::judgement::{Judged, NO_POINTS, One, Set, any_number_of};
use super::notes::Note;
use super::{Env, Reader};

/// What a rule comes to where it does not apply: for a permission that counts as a violation
/// until it is reported.
pub(super) fn not_applicable(rule: &Rule) -> One {
    if rule.kind == RuleKind::Permission { One::Violated } else { One::NotApplicable }
}

impl Reader<'_> {
    /// The outcomes that a rule can have on an element.
    pub(super) fn judge(&self, rule: &Rule, standing: &Standing) -> Judged {
        let days = &standing.days;
        if let Some(day) = days.single() {
            return self.judge_on(rule, standing, day);
        }
        let mut found = days.fault.map(Judged::faulty);
        for (next, same) in self.on_each(&days.days, &|day| self.judge_on(rule, standing, day)) {
            // Where nothing that is read differs from the day before, the date decides nothing.
            let why = if same { &Missing::none() } else { &days.missing };
            found = Some(match found {
                None => next,
                Some(found) => found.or(next, why),
            });
        }
        found.unwrap_or_default()
    }

    fn judge_on(&self, rule: &Rule, standing: &Standing, day: Date) -> Judged {
        let mut env = standing.env.on(day);
        let quiet =
            || Judged { set: Set::of(not_applicable(rule)), day: Some(day), ..Judged::quiet() };
        if standing.included == Value::Bool(false) {
            return quiet();
        }
        let mut conditions = vec![standing.included.clone(), self.in_force(&rule.validity, &env)];
        for special in &rule.replaced_by {
            let by = &self.checked.rules[special.by.index()];
            conditions
                .push(ops::not(&self.replaced(special.condition.as_ref(), by, day), rule.span));
        }
        let guards: Vec<&Expr> =
            rule.guards.iter().chain(rule.exceptions.iter().map(|it| &it.condition)).collect();
        self.names(rule, &guards, &mut env);
        conditions.extend(rule.guards.iter().map(|guard| self.clause(guard, &env)));
        conditions.extend(
            rule.exceptions.iter().map(|e| ops::not(&self.clause(&e.condition, &env), rule.span)),
        );
        if conditions.contains(&Value::Bool(false)) {
            return quiet();
        }
        let applies = ops::and(&conditions, rule.span);
        let truth = ops::truth(&applies);
        let mut judged = match truth.certain_fault() {
            Some(fault) => Judged::faulty(fault),
            None => self.body(rule, env),
        };
        judged.day = Some(day);
        if truth.is_certain() {
            return judged;
        }
        let mut set = Set { faulty: truth.fault.is_some(), ..Set::default() };
        if truth.no {
            set.add(not_applicable(rule));
        }
        let points = match truth.fault.map(Value::Fault) {
            Some(fault) if truth.no => ops::join(&[&NO_POINTS, &fault], &applies.missing()),
            Some(fault) => fault,
            None => NO_POINTS,
        };
        let otherwise =
            Judged { set, day: Some(day), fault: truth.fault, points, ..Judged::default() };
        judged.or(otherwise, &applies.missing())
    }

    fn replaced(
        &self,
        condition: Option<&subvent::types::typed::Expr>,
        by: &Rule,
        day: Date,
    ) -> Value {
        let Some(base) = by.record.and_then(|record| self.offset_in_root(record)) else {
            return Value::Bool(false);
        };
        match condition {
            Some(condition) => self.clause(condition, &Env::of(Some(Value::Record(base)), day)),
            None => Value::Bool(true),
        }
    }

    /// The first cell of the root as a record that it is or includes.
    pub(super) fn offset_in_root(&self, record: RecordId) -> Option<u32> {
        self.offset(self.facts.root(), record)
    }

    fn offset(&self, outer: RecordId, inner: RecordId) -> Option<u32> {
        if outer == inner {
            return Some(0);
        }
        let includes = &self.checked.records[outer.index()].includes;
        includes.iter().enumerate().find_map(|(at, included)| {
            let start = self.facts.schema().include_offset(outer, u32::try_from(at).unwrap())?;
            Some(start + self.offset(*included, inner)?)
        })
    }

    /// Gives their values to the names that expressions read, themselves or through others.
    fn names(&self, rule: &Rule, readers: &[&Expr], env: &mut Env) {
        let mut readers = readers.to_vec();
        let mut needed = BTreeSet::new();
        for (name, value) in rule.lets.iter().rev() {
            if readers.iter().any(|reader| reads(reader, *name)) {
                needed.insert(*name);
                readers.push(value);
            }
        }
        for (name, value) in rule.lets.iter().filter(|(name, _)| needed.contains(name)) {
            if !env.locals.contains_key(name) {
                let value = self.clause(value, env);
                env.locals.insert(*name, value);
            }
        }
    }

    fn body(&self, rule: &Rule, mut env: Env) -> Judged {
        self.names(rule, &asked(rule), &mut env);
        let env = &env;
        if rule.kind == RuleKind::Permission {
            return match &rule.permit {
                Some(permit) => Judged::of_condition(&self.clause(permit, env)),
                None => Judged::certain(One::Satisfied),
            };
        }
        let mut judged =
            Judged::of_condition(&self.requirements(&rule.requirements, rule.span, env));
        if let Some(regimes) = &rule.regimes {
            judged = together(judged, self.regimes(regimes, env));
        }
        if rule.kind == RuleKind::Preference {
            self.award(rule, env, &mut judged);
        }
        judged
    }

    fn award(&self, rule: &Rule, env: &Env, judged: &mut Judged) {
        let mut worth = Vec::new();
        if judged.set.satisfied {
            let award = rule.award.as_ref().map_or(NO_POINTS, |award| self.clause(award, env));
            let (fault, certain) = match &award {
                Value::Fault(fault) => (Some(*fault), true),
                Value::Open(open) => (open.fault, false),
                _ => (None, false),
            };
            if fault.is_some() {
                judged.set.satisfied = !certain;
                judged.set.faulty = true;
                judged.fault = least(judged.fault, fault);
                if !judged.set.is_single() {
                    judged.missing = judged.missing.union(&award.missing());
                }
            }
            worth.push(award);
        }
        if judged.set.violated {
            worth.push(NO_POINTS);
        }
        worth.extend(judged.fault.map(Value::Fault));
        judged.points = ops::join(&worth.iter().collect::<Vec<_>>(), &judged.missing);
    }

    fn requirements(&self, list: &[Requirement], at: Span, env: &Env) -> Value {
        let one = |requirement: &Requirement| {
            let holds = self.clause(&requirement.condition, env);
            if requirement.forbidden { ops::not(&holds, requirement.span) } else { holds }
        };
        match list {
            [only] => one(only),
            list => ops::and(&list.iter().map(one).collect::<Vec<_>>(), at),
        }
    }

    fn regimes(&self, regimes: &Regimes, env: &Env) -> Judged {
        let mut all = Judged::quiet();
        for regime in &regimes.alternatives {
            all = besides(all, self.regime(regime, env));
        }
        if let Some((last, _)) = regimes.unknown_after {
            self.note(Note::Unknown(env.day > last));
        }
        if let Some((last, span)) = regimes.unknown_after
            && env.day > last
        {
            let mut set = Set::of(One::Satisfied);
            set.add(One::Violated);
            set.add(One::NotApplicable);
            let missing = Missing::one(Owed::Law(span));
            all = besides(all, Judged { set, missing, ..Judged::default() });
        }
        if all.set.is_single() {
            all.missing = Missing::none();
        }
        all
    }

    fn regime(&self, regime: &Regime, env: &Env) -> Judged {
        let in_force = self.in_force(&regime.validity, env);
        if in_force == Value::Bool(false) {
            return Judged::certain(One::NotApplicable);
        }
        let mut env = env.clone();
        for (name, value) in &regime.lets {
            let value = self.clause(value, &env);
            env = env.with(*name, value);
        }
        let mut conditions = vec![in_force];
        conditions.extend(regime.guards.iter().map(|guard| self.clause(guard, &env)));
        let applies = ops::and(&conditions, Span::default());
        let truth = ops::truth(&applies);
        if truth.is_certainly_no() {
            return Judged::certain(One::NotApplicable);
        }
        if let Some(fault) = truth.certain_fault() {
            return Judged::faulty(fault);
        }
        let met = self.requirements(&regime.requirements, Span::default(), &env);
        let mut met = Judged::of_condition(&met);
        if !truth.is_certainly_yes() {
            met.set.add(One::NotApplicable);
            met.set.faulty |= truth.fault.is_some();
            met.missing = met.missing.union(&applies.missing());
            met.fault = least(met.fault, truth.fault);
        }
        met
    }

    /// `holds RULE`
    pub(super) fn holds(&self, id: RuleId, base: u32, _: RecordId) -> Value {
        let all = self.judge_all(id, base);
        let fault = all.fault.filter(|_| all.set.faulty);
        let yes = all.set.satisfied || all.set.not_applicable;
        ops::Truth { yes, no: all.set.violated, fault }.into_value(all.missing)
    }

    /// `points of GROUP`
    pub(super) fn points(&self, group: Option<&str>, base: u32, record: RecordId) -> Value {
        let mut sum = NO_POINTS;
        for id in &self.checked.binding {
            let rule = &self.checked.rules[id.index()];
            let counts = group.is_none() || rule.group.as_deref() == group;
            let offset = rule.record.and_then(|inner| self.offset(record, inner));
            let Some(offset) = offset.filter(|_| counts && rule.kind == RuleKind::Preference)
            else {
                continue;
            };
            let points = self.judge_all(*id, base + offset).points;
            sum = ops::arithmetic(Arithmetic::Add, &sum, &points, rule.span);
        }
        sum
    }

    /// The outcomes of a rule over all its elements together.
    fn judge_all(&self, id: RuleId, base: u32) -> Judged {
        // The other rule has a date of its own.
        self.undated(|| self.judge_elements(id, base))
    }

    fn judge_elements(&self, id: RuleId, base: u32) -> Judged {
        let rule = &self.checked.rules[id.index()];
        let mut all = Judged::certain(One::Satisfied);
        for case in self.cases(rule, base) {
            let mut one = match case {
                Case::Element(_, standing) => self.judge(rule, &standing),
                Case::Further(_, standing, missing) => {
                    let mut one = self.judge(rule, &standing);
                    one.points = any_number_of(&one.points, &missing);
                    one.or(Judged::certain(One::NotApplicable), &missing)
                }
                Case::Nothing => continue,
                Case::Faulty(_, fault, missing) if missing.is_empty() => Judged::faulty(fault),
                Case::Faulty(_, fault, missing) => {
                    Judged::faulty(fault).or(Judged::certain(One::Satisfied), &missing)
                }
            };
            if rule.kind == RuleKind::Permission {
                one.set.not_applicable |= std::mem::take(&mut one.set.violated);
            }
            all = all.besides(one);
        }
        all
    }
}

/// All that decides a rule once it applies.
fn asked(rule: &Rule) -> Vec<&Expr> {
    let mut all: Vec<&Expr> = rule.requirements.iter().map(|it| &it.condition).collect();
    all.extend(rule.permit.iter().chain(&rule.award));
    for regime in rule.regimes.iter().flat_map(|regimes| &regimes.alternatives) {
        all.extend(regime.validity.or_to.iter().map(|(_, condition)| condition));
        all.extend(regime.lets.iter().map(|(_, value)| value));
        all.extend(&regime.guards);
        all.extend(regime.requirements.iter().map(|it| &it.condition));
    }
    all
}

fn reads(expr: &Expr, name: LocalId) -> bool {
    let mut found = false;
    super::super::coverage::walk(expr, &mut |inner| {
        found |= matches!(inner.kind, ExprKind::Local(id) if id == name);
    });
    found
}

/// Requirements and regimes together.
fn together(own: Judged, regimes: Judged) -> Judged {
    let set = own.set.combine(regimes.set, |own, regime| match (own, regime) {
        (One::Violated, _) | (_, One::Violated) => One::Violated,
        (One::Faulty, _) => One::Faulty,
        (_, regime) => regime,
    });
    let missing = match set.is_single() {
        true => Missing::none(),
        false => own.missing.union(&regimes.missing),
    };
    let fault: Option<Fault> = least(own.fault, regimes.fault);
    Judged { set, missing, fault, ..regimes }
}

/// One regime besides others.
fn besides(all: Judged, one: Judged) -> Judged {
    let set = all.set.combine(one.set, |a, b| {
        let order = [One::Satisfied, One::Faulty, One::Violated];
        order.into_iter().find(|o| *o == a || *o == b).unwrap_or(One::NotApplicable)
    });
    let missing = all.missing.union(&one.missing);
    Judged { set, missing, fault: least(all.fault, one.fault), ..Judged::default() }
}
