//! Lists and what is made of them.

use std::sync::Arc;

use subvent::text::Span;
use subvent::types::typed::{
    Aggregate, AggregateKind, Carry, Edge, Expr, ExprKind, Linked, LocalId, Order, Type,
};
use subvent::value::{Extent, Fault, FaultKind, FoldKind, Item, List, Missing, Value, ops};

use super::dated::least;
use super::{Env, Reader, fault, hull, perhaps};

/// What is known of the elements of a list.
pub(super) struct Elements {
    /// Each with whether it is there.
    pub(super) items: Vec<(Value, Value)>,
    /// Any number of further ones are like this.
    pub(super) more: Option<Value>,
    pub(super) missing: Missing,
    pub(super) fault: Option<Fault>,
    /// All is known.
    pub(super) known: bool,
}

impl Elements {
    /// The elements of a list, or the fault that it certainly is.
    pub(super) fn of(value: &Value, at: Span) -> Result<Self, Fault> {
        let absent = Fault::new(FaultKind::Absent, at);
        let open = match value {
            Value::List(list) => {
                let items = list.iter().map(|value| (value, Value::Bool(true))).collect();
                let missing = Missing::none();
                return Ok(Self { items, more: None, missing, fault: None, known: true });
            }
            Value::Fault(fault) => return Err(*fault),
            Value::Open(open) => open,
            _ => return Err(absent),
        };
        let fault = match (open.fault, open.absent.then_some(absent)) {
            (Some(a), Some(b)) => Some(a.either(b)),
            (a, b) => a.or(b),
        };
        let missing = open.missing.clone();
        let of_item = |item: &Item| {
            let doubtful = || Value::unknown_bool(missing.clone());
            let there = if item.certain { Value::Bool(true) } else { doubtful() };
            (item.value.clone(), there)
        };
        let (items, more) = match &open.extent {
            Extent::List { items, more } => {
                (items.iter().map(of_item).collect(), more.as_deref().cloned())
            }
            Extent::Nothing => (Vec::new(), None),
            Extent::Values(values) => {
                let lists = values.iter().filter_map(|value| match value {
                    Value::List(list) => Some(list),
                    _ => None,
                });
                let doubtful = Value::unknown_bool(missing.clone());
                (lists.flat_map(List::iter).map(|v| (v, doubtful.clone())).collect(), None)
            }
            _ => (Vec::new(), Some(Value::unknown(missing.clone()))),
        };
        Ok(Self { items, more, missing, fault, known: false })
    }
}

/// Whether an element of the lists so far is there, and whether it stands for any number.
#[derive(Clone)]
struct Standing {
    included: Value,
    further: Option<Missing>,
}

/// A comprehension as it grows.
struct Growing {
    fold: ops::Fold,
    fault: Option<Fault>,
    possible: Option<Fault>,
    missing: Missing,
}

impl Reader<'_> {
    /// The forms that go through lists.
    pub(super) fn iterate(&self, expr: &Expr, env: &Env) -> Value {
        let at = expr.span;
        match &expr.kind {
            ExprKind::Aggregate(aggregate) => self.aggregate(aggregate, &expr.ty, at, env),
            ExprKind::Group { variable, list, key } => self.group(*variable, list, key, env),
            ExprKind::The { variable, list, condition } => {
                self.the(*variable, list, condition, at, env)
            }
            ExprKind::Pick { edge, variable, list, key } => {
                self.pick(*edge, *variable, list, key, at, env)
            }
            ExprKind::Carry(carry) => self.carry(carry, at, env),
            ExprKind::Linked(linked) => self.linked(linked, at, env),
            _ => Value::Absent,
        }
    }

    fn aggregate(&self, aggregate: &Aggregate, ty: &Type, at: Span, env: &Env) -> Value {
        let kind = match aggregate.kind {
            AggregateKind::List => FoldKind::List,
            AggregateKind::Sum => FoldKind::Sum,
            AggregateKind::Count => FoldKind::Count,
            AggregateKind::All => FoldKind::All,
            AggregateKind::Any => FoldKind::Any,
            AggregateKind::Min => FoldKind::Min,
            AggregateKind::Max => FoldKind::Max,
            AggregateKind::Average => FoldKind::Average,
        };
        let currency = match ty.required() {
            Type::Money(currency) | Type::About(currency) => *currency,
            _ => None,
        };
        let fold = ops::Fold::new(kind, currency);
        let mut growing = Growing { fold, fault: None, possible: None, missing: Missing::none() };
        let standing = Standing { included: Value::Bool(true), further: None };
        self.grow(&mut growing, aggregate, &aggregate.generators, &standing, at, env);
        if let Some(fault) = growing.fault {
            return Value::Fault(fault);
        }
        let value = growing.fold.finish(at);
        match growing.possible {
            Some(fault) => hull(&[value, Value::Fault(fault)], &growing.missing),
            None => value,
        }
    }

    fn grow(
        &self,
        growing: &mut Growing,
        aggregate: &Aggregate,
        generators: &[(LocalId, Expr)],
        standing: &Standing,
        at: Span,
        env: &Env,
    ) {
        let Some(((variable, list), rest)) = generators.split_first() else {
            return self.add(growing, aggregate, standing, at, env);
        };
        let elements = match Elements::of(&self.eval(list, env), at) {
            Ok(elements) => elements,
            Err(fault) => return growing.meet(fault, standing),
        };
        for (value, included) in elements.items {
            let standing = Standing {
                included: both(&standing.included, &included, at),
                further: standing.further.clone(),
            };
            self.grow(growing, aggregate, rest, &standing, at, &env.with(*variable, value));
        }
        if let Some(more) = elements.more {
            let further = standing.further.clone().unwrap_or_default().union(&elements.missing);
            let standing = Standing { further: Some(further), ..standing.clone() };
            self.grow(growing, aggregate, rest, &standing, at, &env.with(*variable, more));
        }
        if let Some(fault) = elements.fault {
            let included = both(&standing.included, &perhaps(&elements.missing), at);
            growing.meet(fault, &Standing { included, further: standing.further.clone() });
        }
    }

    fn add(
        &self,
        growing: &mut Growing,
        aggregate: &Aggregate,
        standing: &Standing,
        at: Span,
        env: &Env,
    ) {
        let mut included = standing.included.clone();
        if let Some(condition) = &aggregate.condition {
            let holds = self.eval(condition, env);
            if holds == Value::Bool(false) {
                return;
            }
            included = match included {
                Value::Bool(true) => holds,
                included => ops::and(&[included, holds], at),
            };
        }
        let element = self.eval(&aggregate.element, env);
        match &standing.further {
            None => growing.fold.push(&element, &included, at),
            Some(missing) => growing.fold.push_more(&element, &included, missing, at),
        }
    }

    /// A part of a group. Groups of lists that are open are left alone.
    pub(super) fn of_group(
        &self,
        group: &Value,
        at: Span,
        read: impl Fn(&(Value, Value)) -> Value,
    ) -> Value {
        match group {
            Value::Group(group) => read(group),
            Value::Fault(fault) => Value::Fault(*fault),
            Value::Open(_) => self.no_claim(),
            _ => fault(FaultKind::Absent, at),
        }
    }

    /// Nothing is claimed of what this is a part of.
    pub(super) fn no_claim(&self) -> Value {
        self.loose.set(true);
        Value::Absent
    }

    /// The elements of a known list with a key each; none where anything is open.
    fn keyed(
        &self,
        variable: LocalId,
        list: &Expr,
        key: &Expr,
        env: &Env,
    ) -> Option<Result<Vec<(Value, Value)>, Fault>> {
        let list = self.eval(list, env);
        let elements = match Elements::of(&list, list_span(&list)) {
            Ok(elements) if elements.known => elements,
            Ok(_) => return None,
            Err(fault) => return Some(Err(fault)),
        };
        let mut keyed = Vec::new();
        let mut faulty = None;
        for (element, _) in elements.items {
            if matches!(element, Value::Open(_)) {
                return None;
            }
            let key = self.eval(key, &env.with(variable, element.clone()));
            match key {
                Value::Open(_) => return None,
                Value::Fault(fault) => faulty = least(faulty, Some(fault)),
                key => keyed.push((element, key)),
            }
        }
        Some(faulty.map_or(Ok(keyed), Err))
    }

    fn the(&self, variable: LocalId, list: &Expr, condition: &Expr, at: Span, env: &Env) -> Value {
        let keyed = match self.keyed(variable, list, condition, env) {
            None => return self.no_claim(),
            Some(Err(fault)) => return Value::Fault(fault),
            Some(Ok(keyed)) => keyed,
        };
        let held: Vec<Value> = keyed
            .into_iter()
            .filter(|(_, holds)| *holds == Value::Bool(true))
            .map(|(element, _)| element)
            .collect();
        match held.as_slice() {
            [one] => one.clone(),
            _ => fault(FaultKind::NotExactlyOne, at),
        }
    }

    fn pick(
        &self,
        edge: Edge,
        variable: LocalId,
        list: &Expr,
        key: &Expr,
        at: Span,
        env: &Env,
    ) -> Value {
        let keyed = match self.keyed(variable, list, key, env) {
            None => return self.no_claim(),
            Some(Err(fault)) => return Value::Fault(fault),
            Some(Ok(keyed)) => keyed,
        };
        let worse = if edge == Edge::First { Order::Greater } else { Order::Less };
        let holds = |order, a: &Value, b: &Value| {
            ops::compare(order, a, b, at, &Missing::none()) == Value::Bool(true)
        };
        let best: Vec<&(Value, Value)> = keyed
            .iter()
            .filter(|(_, key)| !keyed.iter().any(|(_, other)| holds(worse, key, other)))
            .collect();
        match best.as_slice() {
            [] => fault(FaultKind::Empty, at),
            [(element, _)] => element.clone(),
            _ => fault(FaultKind::EqualKeys, at),
        }
    }

    fn carry(&self, carry: &Carry, at: Span, env: &Env) -> Value {
        let mut keyed = match self.keyed(carry.variable, &carry.list, &carry.key, env) {
            None => return self.no_claim(),
            Some(Err(fault)) => return Value::Fault(fault),
            Some(Ok(keyed)) => keyed,
        };
        let before = |a: &Value, b: &Value| {
            ops::compare(Order::Less, a, b, at, &Missing::none()) == Value::Bool(true)
        };
        let mut state = self.eval(&carry.init, env);
        let mut sorted = Vec::new();
        while !keyed.is_empty() {
            let first = (0..keyed.len()).find(|at| {
                keyed.iter().enumerate().all(|(i, (_, key))| i == *at || before(&keyed[*at].1, key))
            });
            match first {
                Some(first) => sorted.push(keyed.remove(first).0),
                None => return fault(FaultKind::EqualKeys, at),
            }
        }
        for element in sorted {
            let env = env.with(carry.variable, element).with(carry.state, state);
            state = self.eval(&carry.next, &env);
        }
        state
    }

    fn linked(&self, linked: &Linked, at: Span, env: &Env) -> Value {
        let start = self.eval(&linked.start, env);
        let links = self.eval(&linked.links, env);
        let elements = match Elements::of(&links, at) {
            Ok(elements) if elements.known => elements,
            _ => return self.no_claim(),
        };
        let Value::Record(_) = start else { return self.no_claim() };
        let mut ends = Vec::new();
        for (link, _) in elements.items {
            let env = env.with(linked.variable, link);
            let counts = match &linked.condition {
                Some(condition) => self.eval(condition, &env),
                None => Value::Bool(true),
            };
            let (from, to) = (self.eval(&linked.from, &env), self.eval(&linked.to, &env));
            match (&counts, &from, &to) {
                (Value::Bool(false), _, _) => {}
                (Value::Bool(true), Value::Record(_), Value::Record(_)) => {
                    ends.push((from.clone(), to.clone()));
                    if linked.either_way {
                        ends.push((to, from));
                    }
                }
                _ => return self.no_claim(),
            }
        }
        let mut reached = vec![start];
        let mut at = 0;
        while let Some(here) = reached.get(at).cloned() {
            for (from, to) in &ends {
                if *from == here && !reached.contains(to) {
                    reached.push(to.clone());
                }
            }
            at += 1;
        }
        Value::List(List::Items(reached.into()))
    }
}

fn list_span(_: &Value) -> Span {
    Span::default()
}

impl Growing {
    /// Meets a list that cannot be computed.
    fn meet(&mut self, fault: Fault, standing: &Standing) {
        if standing.included == Value::Bool(true) && standing.further.is_none() {
            self.fault = least(self.fault, Some(fault));
            return;
        }
        let further = standing.further.clone().unwrap_or_default();
        self.possible = Some(self.possible.map_or(fault, |other| other.either(fault)));
        self.missing = self.missing.union(&standing.included.missing()).union(&further);
    }
}

/// Both conditions, where one that certainly holds changes nothing.
pub(super) fn both(a: &Value, b: &Value, at: Span) -> Value {
    match (a, b) {
        (Value::Bool(true), other) | (other, Value::Bool(true)) => other.clone(),
        (a, b) => ops::and(&[a.clone(), b.clone()], at),
    }
}
