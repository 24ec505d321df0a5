//! Divisors that can be zero, which is a fault of the rule.
//!
//! A quotient that is compared directly, `x / y <= 15%`, is decided without dividing and has no
//! such fault. Elsewhere the divisor must be shown to be other than zero: by its literal, by the
//! limits of its field, or by a condition beside it. Conditions are symmetric: of two that are
//! joined by and, each is read only where the other holds.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::is_own;
use super::sign::{ALL_STEPS, Known, Signs};
use crate::types::context::Context;
use crate::types::cycles::{in_definition, in_rule};
use crate::types::narrow;
use crate::types::problems::ZeroDivisor;
use crate::types::typed::{
    Arithmetic, ConsequenceKind, Definition, Exception, Expr, ExprKind, LocalId, Order, Regime,
    Requirement, Rule, Type, Validity,
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
        let known =
            Known { checked: &cx.out, lets: &[], shown: Vec::new(), left: Cell::new(ALL_STEPS) };
        Self { cx, known, found: Vec::new() }
    }

    /// Looks at something where conditions are known.
    fn given(&mut self, conditions: &[Given<'_>], look: impl FnOnce(&mut Self)) {
        let before = self.known.shown.len();
        for (condition, holds) in conditions {
            self.shows(condition, *holds);
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
                let sides = (self.divisor(left), self.divisor(right));
                let direct = match sides {
                    (Some(_), None) => self.direct(expr, *op, left, right),
                    (None, Some(_)) => self.direct(expr, mirrored(*op), right, left),
                    _ => None,
                };
                let before = self.found.len();
                self.children(expr);
                if let (Some(fix), Some(problem)) = (direct, self.found.get_mut(before)) {
                    problem.instead = Some(fix);
                }
            }
            ExprKind::Arithmetic { op: Arithmetic::Divide, .. } => {
                if let Some(divisor) = self.divisor(expr)
                    && is_own(self.cx, expr.span)
                {
                    let words = self.words(divisor);
                    let at = divisor.span;
                    self.found.push(ZeroDivisor { words, at, instead: None });
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
                let zero = self.signs(right).has(Signs::ZERO);
                (zero && self.known.left.get() > 0).then_some(&**right)
            }
            _ => None,
        }
    }

    /// `x / y <= p` as `x <= p of y`, where y is never negative and nothing else is divided.
    fn direct(
        &self,
        whole: &Expr,
        op: Order,
        quotient: &Expr,
        bound: &Expr,
    ) -> Option<(crate::text::Span, String)> {
        let ExprKind::Arithmetic { left, right, .. } = &quotient.kind else { return None };
        if !self.signs(right).within(Signs::NOT_NEGATIVE)
            || [&**left, right, bound].into_iter().any(divides)
        {
            return None;
        }
        let sign = match op {
            Order::Less => "<",
            Order::AtMost => "<=",
            Order::Greater => ">",
            Order::AtLeast => ">=",
        };
        let times = if matches!(bound.ty, Type::Percent) { "of" } else { "*" };
        let (x, y, p) = (self.words(left), self.factor(right), self.factor(bound));
        Some((whole.span, format!("{x} {sign} {p} {times} {y}")))
    }

    /// The words of an expression as a factor: a sum gets parentheses.
    fn factor(&self, expr: &Expr) -> String {
        let words = self.words(expr);
        match &expr.kind {
            ExprKind::Constant(_)
            | ExprKind::Field { .. }
            | ExprKind::Local(_)
            | ExprKind::Definition { .. }
            | ExprKind::Parameter { .. }
            | ExprKind::Table { .. }
            | ExprKind::Aggregate(_)
            | ExprKind::Extreme { .. } => words,
            _ if words.starts_with('(') && words.ends_with(')') => words,
            _ => format!("({words})"),
        }
    }

    fn words(&self, expr: &Expr) -> String {
        self.cx.out.sources.slice(expr.span).to_owned()
    }

    fn signs(&self, expr: &Expr) -> Signs {
        self.known.signs(expr, &|expr| self.spelling(expr))
    }

    /// A name under which the same expression is found again: its path, else its words.
    fn spelling(&self, expr: &Expr) -> String {
        narrow::path(expr).unwrap_or_else(|| format!("`{}", self.words(expr)))
    }

    /// Keeps what a condition shows of numbers.
    fn shows(&mut self, condition: &Expr, holds: bool) {
        match (&condition.kind, holds) {
            (ExprKind::And(parts), true) | (ExprKind::Or(parts), false) => {
                parts.iter().for_each(|part| self.shows(part, holds));
            }
            (ExprKind::Not(inner), _) => self.shows(inner, !holds),
            (ExprKind::Compare { op, left, right }, _) => {
                let op = if holds { *op } else { opposite(*op) };
                let (first, second) = (self.signs(left), self.signs(right));
                self.show(left, beyond(op, second));
                self.show(right, beyond(mirrored(op), first));
            }
            (ExprKind::Equal { left, right }, _) => {
                let (first, second) = (self.signs(left), self.signs(right));
                let equal = |other: Signs| match (holds, other) {
                    (true, other) => other,
                    (false, Signs::ZERO) => Signs::NOT_ZERO,
                    (false, _) => Signs::ANY,
                };
                self.show(left, equal(second));
                self.show(right, equal(first));
            }
            _ => {}
        }
    }

    fn show(&mut self, expr: &Expr, signs: Signs) {
        let numeric = matches!(
            expr.ty.required(),
            Type::Integer | Type::Decimal | Type::Percent | Type::Points | Type::Money(_)
        );
        if numeric && signs != Signs::ANY && !matches!(expr.kind, ExprKind::Constant(_)) {
            self.known.shown.push((self.spelling(expr), signs));
        }
    }
}

fn divides(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |inner| {
        found |= matches!(inner.kind, ExprKind::Arithmetic { op: Arithmetic::Divide, .. });
    });
    found
}

/// The signs of something that stands in an order to something with these signs.
fn beyond(op: Order, other: Signs) -> Signs {
    match op {
        Order::Greater if other.within(Signs::NOT_NEGATIVE) => Signs::POSITIVE,
        Order::AtLeast if other.within(Signs::POSITIVE) => Signs::POSITIVE,
        Order::AtLeast if other.within(Signs::NOT_NEGATIVE) => Signs::NOT_NEGATIVE,
        Order::Less if other.within(Signs::NOT_POSITIVE) => Signs::NEGATIVE,
        Order::AtMost if other.within(Signs::NEGATIVE) => Signs::NEGATIVE,
        Order::AtMost if other.within(Signs::NOT_POSITIVE) => Signs::NOT_POSITIVE,
        _ => Signs::ANY,
    }
}

/// The order seen from the other side.
fn mirrored(op: Order) -> Order {
    match op {
        Order::Less => Order::Greater,
        Order::AtMost => Order::AtLeast,
        Order::Greater => Order::Less,
        Order::AtLeast => Order::AtMost,
    }
}

/// The order that holds where this one does not.
fn opposite(op: Order) -> Order {
    match op {
        Order::Less => Order::AtLeast,
        Order::AtMost => Order::Greater,
        Order::Greater => Order::AtMost,
        Order::AtLeast => Order::Less,
    }
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
