//! Comprehensions: sums, counts, `all`, `any`, lists, and the dispatch of all iterations.

use super::{Elements, Machine, Run, perhaps};
use crate::eval::recorder::Recorder;
use crate::program::code::{Formula, Generator, Iteration};
use crate::text::Span;
use crate::types::typed::AggregateKind;
use crate::value::{Fault, Faults, FoldKind, Missing, Value, ops};

/// A comprehension on its way through its lists.
struct Comprehension<'p> {
    condition: Option<&'p Formula>,
    element: &'p Formula,
    fold: ops::Fold,
    /// A list that cannot be computed, for certain or perhaps, and what would tell.
    faults: Faults,
    missing: Missing,
    at: Span,
}

/// Whether an element of the lists so far is there, and whether it stands for any number.
#[derive(Clone)]
struct Standing {
    included: Value,
    /// What would tell how many there are; none for one element.
    further: Option<Missing>,
}

impl<R: Recorder> Machine<'_, R> {
    /// The value of an iteration.
    pub(super) fn iterate(&mut self, iteration: &Iteration, at: Span) -> Run<Value> {
        match iteration {
            Iteration::Aggregate { kind, generators, condition, element, amount } => {
                let fold = ops::Fold::new(fold_kind(*kind), amount.flatten());
                let comprehension = Comprehension {
                    condition: condition.as_ref(),
                    element,
                    fold,
                    faults: Faults::default(),
                    missing: Missing::none(),
                    at,
                };
                self.comprehension(comprehension, generators)
            }
            Iteration::Group { list, key } => self.group(list, key, at),
            Iteration::The { list, condition } => self.the(list, condition, at),
            Iteration::Pick { list, key, edge } => self.pick(list, key, *edge, at),
            Iteration::Carry { list, state, init, key, next } => {
                self.carry(list, *state, [init, key, next], at)
            }
            Iteration::Linked { start, links, from, to, either_way, condition } => {
                let ends = super::closure::Ends { from, to, either_way: *either_way };
                self.linked(start, links, &ends, condition.as_ref(), at)
            }
        }
    }

    fn comprehension(
        &mut self,
        mut comprehension: Comprehension<'_>,
        generators: &[Generator],
    ) -> Run<Value> {
        let standing = Standing { included: Value::Bool(true), further: None };
        self.walk(&mut comprehension, generators, &standing)?;
        let Comprehension { fold, mut faults, mut missing, at, .. } = comprehension;
        let value = fold.finish(at);
        if faults.certain().is_some() {
            // What the known elements come to may be another fault.
            missing = missing.union(&value.missing());
            match &value {
                Value::Fault(fault) => faults.meet(Some(*fault)),
                Value::Open(open) => faults.may_meet(open.fault),
                _ => {}
            }
        }
        if let Some(fault) = ops::certain_fault(faults, &missing) {
            return Ok(fault);
        }
        match faults.of_result() {
            Some(fault) => Ok(ops::join(&[&value, &Value::Fault(fault)], &missing)),
            None => Ok(value),
        }
    }

    /// Goes through the elements of the first list, and of the others for each of them.
    fn walk(
        &mut self,
        comprehension: &mut Comprehension<'_>,
        generators: &[Generator],
        standing: &Standing,
    ) -> Run<()> {
        let Some((generator, rest)) = generators.split_first() else {
            return self.add(comprehension, standing);
        };
        let list = self.formula(&generator.list)?;
        let elements = match Elements::of(&list, comprehension.at) {
            Ok(elements) => elements,
            Err(fault) => {
                comprehension.meet(fault, standing);
                return Ok(());
            }
        };
        if let Some(list) = elements.as_known() {
            for value in list.iter() {
                self.set(generator.variable, value);
                self.walk(comprehension, rest, standing)?;
            }
            return Ok(());
        }
        for index in 0..elements.len() {
            let Some((value, included)) = elements.get(index) else { break };
            self.set(generator.variable, value);
            let standing = standing.with(&included, comprehension.at);
            self.walk(comprehension, rest, &standing)?;
        }
        if let Some(more) = &elements.more {
            self.set(generator.variable, Value::clone(more));
            let standing = standing.further(&elements.missing);
            self.walk(comprehension, rest, &standing)?;
        }
        if let Some(fault) = elements.fault {
            let standing = standing.with(&perhaps(&elements.missing), comprehension.at);
            comprehension.meet(fault, &standing);
        }
        Ok(())
    }

    /// Adds the element that the variables hold now.
    fn add(&mut self, comprehension: &mut Comprehension<'_>, standing: &Standing) -> Run<()> {
        let at = comprehension.at;
        let (element, condition) = (comprehension.element, comprehension.condition);
        let mut included = None;
        if let Some(condition) = condition {
            self.run(condition.block)?;
            match (self.value(condition.result), &standing.included) {
                (Value::Bool(false), _) => return Ok(()),
                (Value::Bool(true), _) => {}
                (holds, Value::Bool(true)) => included = Some(holds.clone()),
                (holds, listed) => included = Some(ops::and(&[listed.clone(), holds.clone()], at)),
            }
        }
        let included = included.as_ref().unwrap_or(&standing.included);
        self.run(element.block)?;
        let element = self.value(element.result);
        match &standing.further {
            None => comprehension.fold.push(element, included, at),
            Some(missing) => comprehension.fold.push_more(element, included, missing, at),
        }
        Ok(())
    }
}

impl Comprehension<'_> {
    /// Meets a list that cannot be computed.
    fn meet(&mut self, fault: Fault, standing: &Standing) {
        if standing.included.is_yes() && standing.further.is_none() {
            self.faults.meet(Some(fault));
            return;
        }
        let further = standing.further.clone().unwrap_or_default();
        self.faults.may_meet(Some(fault));
        self.missing = self.missing.union(&standing.included.missing()).union(&further);
    }
}

impl Standing {
    fn with(&self, included: &Value, at: Span) -> Self {
        let both = match (&self.included, included) {
            (Value::Bool(true), other) | (other, Value::Bool(true)) => other.clone(),
            (a, b) => ops::and(&[a.clone(), b.clone()], at),
        };
        Self { included: both, further: self.further.clone() }
    }

    fn further(&self, missing: &Missing) -> Self {
        let further = self.further.clone().unwrap_or_default().union(missing);
        Self { included: self.included.clone(), further: Some(further) }
    }
}

fn fold_kind(kind: AggregateKind) -> FoldKind {
    match kind {
        AggregateKind::List => FoldKind::List,
        AggregateKind::Sum => FoldKind::Sum,
        AggregateKind::Count => FoldKind::Count,
        AggregateKind::All => FoldKind::All,
        AggregateKind::Any => FoldKind::Any,
        AggregateKind::Min => FoldKind::Min,
        AggregateKind::Max => FoldKind::Max,
        AggregateKind::Average => FoldKind::Average,
    }
}
