//! Divisors that can be zero, which is a fault of the rule.
//!
//! A quotient that is compared directly, `x / y <= 15%`, is decided without dividing and has no
//! such fault. Elsewhere the divisor must be shown to be other than zero: by its literal, by the
//! limits of its field, or by a condition beside it. Conditions are symmetric: of two that are
//! joined by and, each is read only where the other holds.

use std::collections::BTreeSet;

use super::is_own;
use super::known::Known;
use super::shown::mirrored;
use super::sign::Signs;
use super::undivided::undivided;
use crate::types::context::Context;
use crate::types::cycles::{in_definition, in_rule};
use crate::types::problems::ZeroDivisor;
use crate::types::typed::{
    Arithmetic, ConsequenceKind, Definition, Exception, Expr, ExprKind, LocalId, Regime,
    Requirement, Rule, Validity,
};

/// Of more conditions than these, none is read where the others hold.
const MANY: usize = 32;

/// Reports divisors of the programme's own module that can be zero.
pub(super) fn check(cx: &mut Context<'_>) {
    let mut search = Search::new(cx);
    for definition in &cx.out.definitions {
        let mut any = false;
        in_definition(definition, &mut |expr| any |= divides(expr));
        if any {
            search.definition(definition);
        }
    }
    for rule in &cx.out.rules {
        let mut any = false;
        in_rule(rule, &mut |expr| any |= divides(expr));
        if any {
            search.rule(rule);
        }
    }
    for invariant in cx.out.records.iter().flat_map(|record| &record.invariants) {
        if divides(&invariant.condition) {
            search.expr(&invariant.condition);
        }
    }
    let found = search.found;
    found.into_iter().for_each(|problem| cx.report(problem));
}

/// A condition and whether it is known to hold, or not to.
type Given<'e> = (&'e Expr, bool);

struct Search<'a> {
    cx: &'a Context<'a>,
    known: Known<'a>,
    found: Vec<ZeroDivisor>,
}

impl<'a> Search<'a> {
    fn new(cx: &'a Context<'a>) -> Self {
        let known = Known::new(&cx.out);
        Self { cx, known, found: Vec::new() }
    }

    /// Looks at something where conditions are known.
    fn given(&mut self, conditions: &[Given<'_>], look: impl FnOnce(&mut Self)) {
        let before = self.known.shown.len();
        for (condition, holds) in conditions {
            self.known.shows(condition, *holds);
        }
        look(self);
        self.known.shown.truncate(before);
    }

    fn definition(&mut self, definition: &Definition) {
        let none_holds = excluded(&definition.exceptions);
        for version in &definition.versions {
            self.given(&none_holds, |search| search.expr(&version.body));
        }
        self.exceptions(&definition.exceptions);
    }

    fn exceptions(&mut self, exceptions: &[Exception]) {
        for exception in exceptions {
            self.expr(&exception.condition);
            let mut given = excluded(&exception.exceptions);
            given.push((&exception.condition, true));
            self.given(&given, |search| search.expr(&exception.value));
            self.given(&[(&exception.condition, true)], |search| {
                search.exceptions(&exception.exceptions);
            });
        }
    }

    fn rule(&mut self, rule: &'a Rule) {
        self.known.lets = &rule.lets;
        let counted: Vec<Given<'_>> =
            rule.each.iter().filter_map(|each| Some((each.condition.as_ref()?, true))).collect();
        for each in &rule.each {
            self.expr(&each.list);
            each.condition.iter().for_each(|condition| self.expr(condition));
        }
        let guards = rule.guards.iter().map(|guard| (guard, true));
        let applies: Vec<Given<'_>> =
            guards.chain(rule.exceptions.iter().map(|it| (&it.condition, false))).collect();
        self.given(&counted, |search| {
            search.beside(&applies);
            let early = read_by(&applies, &rule.lets);
            for (name, value) in &rule.lets {
                let given = if early.contains(name) { &[][..] } else { &applies[..] };
                search.given(given, |search| search.expr(value));
            }
            search.given(&applies, |search| search.body(rule));
        });
        self.known.lets = &[];
    }

    fn body(&mut self, rule: &Rule) {
        self.requirements(&rule.requirements);
        for regime in rule.regimes.iter().flat_map(|it| &it.alternatives) {
            self.regime(regime);
        }
        rule.permit.iter().chain(&rule.award).for_each(|expr| self.expr(expr));
        match &rule.consequence.kind {
            ConsequenceKind::Reject | ConsequenceKind::NotEffective | ConsequenceKind::Advise => {}
            ConsequenceKind::Reduce { amount, to } => {
                self.expr(amount);
                to.iter().for_each(|to| self.expr(to));
            }
            ConsequenceKind::Correct { until: one }
            | ConsequenceKind::Exclude(one)
            | ConsequenceKind::Recover(one)
            | ConsequenceKind::Sanction(one) => self.expr(one),
        }
    }

    fn regime(&mut self, regime: &Regime) {
        let guards: Vec<Given<'_>> = regime.guards.iter().map(|guard| (guard, true)).collect();
        self.beside(&guards);
        self.given(&guards, |search| {
            regime.lets.iter().for_each(|(_, value)| search.expr(value));
            search.requirements(&regime.requirements);
        });
    }

    fn requirements(&mut self, requirements: &[Requirement]) {
        let all: Vec<Given<'_>> =
            requirements.iter().map(|it| (&it.condition, !it.forbidden)).collect();
        self.beside(&all);
    }

    /// Looks at each of several conditions where the others are as they must be.
    fn beside(&mut self, conditions: &[Given<'_>]) {
        for (at, (condition, _)) in conditions.iter().enumerate() {
            let few = conditions.len() <= MANY;
            let others = conditions.iter().enumerate().filter(|(other, _)| few && *other != at);
            let others: Vec<Given<'_>> = others.map(|(_, given)| *given).collect();
            self.given(&others, |search| search.expr(condition));
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::And(parts) => self.beside(&all(parts, true)),
            ExprKind::Or(parts) => self.beside(&all(parts, false)),
            ExprKind::If { condition, then, otherwise } => {
                self.expr(condition);
                self.given(&[(condition, true)], |search| search.expr(then));
                self.given(&[(condition, false)], |search| search.expr(otherwise));
            }
            ExprKind::Choose { arms, otherwise } => {
                let mut given: Vec<Given<'_>> = Vec::new();
                for (condition, value) in arms {
                    self.given(&given, |search| search.expr(condition));
                    let before = given.len();
                    given.push((condition, true));
                    self.given(&given, |search| search.expr(value));
                    given.truncate(before);
                    given.push((condition, false));
                }
                if let Some(otherwise) = otherwise {
                    self.given(&given, |search| search.expr(otherwise));
                }
            }
            ExprKind::Aggregate(aggregate) => {
                aggregate.generators.iter().for_each(|(_, list)| self.expr(list));
                aggregate.condition.iter().for_each(|condition| self.expr(condition));
                let given: Vec<Given<'_>> =
                    aggregate.condition.iter().map(|it| (it, true)).collect();
                self.given(&given, |search| search.expr(&aggregate.element));
            }
            ExprKind::Compare { op, left, right } => {
                let undivided = match (self.divisor(left), self.divisor(right)) {
                    (Some(_), None) => undivided(&self.known, *op, left, right),
                    (None, Some(_)) => undivided(&self.known, mirrored(*op), right, left),
                    _ => None,
                };
                let before = self.found.len();
                self.children(expr);
                if let (Some(words), Some(problem)) = (undivided, self.found.get_mut(before)) {
                    problem.instead = Some((expr.span, words));
                }
            }
            ExprKind::Arithmetic { op: Arithmetic::Divide, .. } => {
                if let Some(divisor) = self.divisor(expr)
                    && is_own(self.cx, expr.span)
                {
                    self.report(divisor);
                }
                self.children(expr);
            }
            _ => self.children(expr),
        }
    }

    fn children(&mut self, expr: &Expr) {
        expr.children().into_iter().for_each(|child| self.expr(child));
    }

    /// The divisor of a quotient, where it can be zero.
    fn divisor<'e>(&self, quotient: &'e Expr) -> Option<&'e Expr> {
        match &quotient.kind {
            // Where the steps are spent, nothing can be said.
            ExprKind::Arithmetic { op: Arithmetic::Divide, right, .. } => {
                let zero = self.known.signs(right).has(Signs::ZERO);
                (zero && self.known.left.get() > 0).then_some(&**right)
            }
            _ => None,
        }
    }

    /// Keeps a divisor that can be zero.
    fn report(&mut self, divisor: &Expr) {
        let words = self.known.words(divisor);
        self.found.push(ZeroDivisor { words, at: divisor.span, instead: None });
    }
}

/// Whether an expression divides somewhere inside.
pub(super) fn divides(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |inner| {
        found |= matches!(inner.kind, ExprKind::Arithmetic { op: Arithmetic::Divide, .. });
    });
    found
}

fn all(parts: &[Expr], hold: bool) -> Vec<Given<'_>> {
    parts.iter().map(|part| (part, hold)).collect()
}

/// Exceptions that are always in force do not hold where the base is read.
fn excluded(exceptions: &[Exception]) -> Vec<Given<'_>> {
    let always = |validity: &Validity| validity.from.is_none() && validity.to.is_none();
    let lasting = exceptions.iter().filter(|it| always(&it.validity));
    lasting.map(|it| (&it.condition, false)).collect()
}

/// The names that conditions read, themselves or through other names.
fn read_by(conditions: &[Given<'_>], lets: &[(LocalId, Expr)]) -> BTreeSet<LocalId> {
    let mut read = BTreeSet::new();
    let mut left: Vec<&Expr> = conditions.iter().map(|(condition, _)| *condition).collect();
    while let Some(expr) = left.pop() {
        let mut names = Vec::new();
        expr.walk(&mut |inner| {
            if let ExprKind::Local(id) = &inner.kind {
                names.push(*id);
            }
        });
        for name in names {
            if read.insert(name) {
                left.extend(lets.iter().filter(|(id, _)| *id == name).map(|(_, value)| value));
            }
        }
    }
    read
}
