//! Lists as values, elements picked from them, folds and closures.

use std::cmp::Ordering;

use subvent::types::typed::{Carry, Edge, Expr, ExprKind, Linked, LocalId};

use super::aggregate::gathered;
use super::compare::{ordering, same};
use super::value::{Class, PLAIN, Res, Stop, Val, both};
use super::world::{Frame, World};

impl World<'_> {
    /// The forms that make or read lists.
    pub(super) fn listed(&self, expr: &Expr, frame: &Frame) -> Res {
        match &expr.kind {
            ExprKind::List(items) => {
                let items = items.iter().map(|item| self.eval(item, frame));
                Ok(Val::List(items.collect::<Vec<_>>().into()))
            }
            ExprKind::Distinct(list) => {
                let mut distinct: Vec<Val> = Vec::new();
                for value in gathered(self.eval(list, frame)?.elements()?.to_vec())? {
                    if !contains(&distinct, &value)? {
                        distinct.push(value);
                    }
                }
                Ok(Val::list(distinct))
            }
            ExprKind::Aggregate(aggregate) => self.aggregate(aggregate, &expr.ty, frame),
            ExprKind::Extreme { edge, values } => self.extreme_of(*edge, values, frame),
            ExprKind::Group { variable, list, key } => {
                let mut groups: Vec<(Val, Vec<Res>)> = Vec::new();
                for (element, key) in self.keyed(*variable, list, key, frame)? {
                    match groups.iter_mut().find(|(known, _)| same(known, &key) == Ok(true)) {
                        Some((_, items)) => items.push(Ok(element)),
                        None => groups.push((key, vec![Ok(element)])),
                    }
                }
                Ok(Val::list(groups.into_iter().map(|g| Val::Group(g.into())).collect()))
            }
            ExprKind::The { variable, list, condition } => {
                let found = self.keyed(*variable, list, condition, frame)?;
                let mut held = Vec::new();
                for (element, holds) in found {
                    if holds.truth()? {
                        held.push(element);
                    }
                }
                match held.as_slice() {
                    [one] => Ok(one.clone()),
                    _ => Err(Stop::Fault(Class::Nothing)),
                }
            }
            ExprKind::Pick { edge, variable, list, key } => {
                self.pick(*edge, self.keyed(*variable, list, key, frame)?)
            }
            ExprKind::Carry(carry) => self.carry(carry, frame),
            ExprKind::Linked(linked) => self.linked(linked, frame),
            other => panic!("no form of the oracle: {other:?}"),
        }
    }

    /// Each element of a list with what an expression says of it.
    fn keyed(
        &self,
        variable: LocalId,
        list: &Expr,
        key: &Expr,
        frame: &Frame,
    ) -> Result<Vec<(Val, Val)>, Stop> {
        let elements = gathered(self.eval(list, frame)?.elements()?.to_vec())?;
        let keys = elements
            .iter()
            .map(|element| self.eval(key, &frame.with(variable, Ok(element.clone()))))
            .collect();
        Ok(elements.into_iter().zip(gathered(keys)?).collect())
    }

    fn pick(&self, edge: Edge, keyed: Vec<(Val, Val)>) -> Res {
        let wanted = if edge == Edge::First { Ordering::Less } else { Ordering::Greater };
        let mut best: Option<(Val, Val)> = None;
        let mut tied = false;
        for (element, key) in keyed {
            let found = match &best {
                Some((_, known)) => ordering(&key, known)?,
                None => wanted,
            };
            if found == wanted {
                (best, tied) = (Some((element, key)), false);
            } else if found == Ordering::Equal {
                tied = true;
            }
        }
        match best {
            Some(_) if tied => Err(PLAIN),
            Some((element, _)) => Ok(element),
            None => Err(Stop::Fault(Class::Nothing)),
        }
    }

    fn carry(&self, carry: &Carry, frame: &Frame) -> Res {
        let mut keyed = self.keyed(carry.variable, &carry.list, &carry.key, frame)?;
        let mut sorted = Vec::new();
        while !keyed.is_empty() {
            let mut least = 0;
            for other in 1..keyed.len() {
                match ordering(&keyed[other].1, &keyed[least].1)? {
                    Ordering::Less => least = other,
                    Ordering::Equal => return Err(PLAIN),
                    Ordering::Greater => {}
                }
            }
            sorted.push(keyed.remove(least).0);
        }
        let mut state = self.eval(&carry.init, frame);
        for element in sorted {
            let frame = frame.with(carry.variable, Ok(element)).with(carry.state, state);
            state = self.eval(&carry.next, &frame);
        }
        state
    }

    fn linked(&self, linked: &Linked, frame: &Frame) -> Res {
        let (start, links) =
            both(self.eval(&linked.start, frame), self.eval(&linked.links, frame))?;
        let mut ends = Vec::new();
        for link in links.elements()?.iter() {
            let frame = frame.with(linked.variable, link.clone());
            let counts = match &linked.condition {
                Some(condition) => self.eval(condition, &frame)?.truth()?,
                None => true,
            };
            if counts {
                ends.push(both(self.eval(&linked.from, &frame), self.eval(&linked.to, &frame))?);
            }
        }
        let mut reached = vec![start];
        let mut grown = true;
        while grown {
            grown = false;
            for (from, to) in &ends {
                let ways = [(from, to), (to, from)];
                for (from, to) in ways.iter().take(if linked.either_way { 2 } else { 1 }) {
                    if contains(&reached, from)? && !contains(&reached, to)? {
                        reached.push((*to).clone());
                        grown = true;
                    }
                }
            }
        }
        Ok(Val::list(reached))
    }
}

fn contains(list: &[Val], value: &Val) -> Result<bool, Stop> {
    for known in list {
        let differ = matches!((known, value), (Val::Money(_, a), Val::Money(_, b)) if a != b);
        if !differ && same(known, value)? {
            return Ok(true);
        }
    }
    Ok(false)
}
