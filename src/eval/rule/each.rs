//! The elements that a rule is for.

use super::{Place, Standing};
use crate::eval::Element;
use crate::eval::machine::{Days, Elements, Machine, Run, perhaps};
use crate::eval::recorder::Recorder;
use crate::program::parts::EachCode;
use crate::text::Span;
use crate::value::{Fault, Missing, Value, ops};

/// What a rule is judged on.
pub(super) enum Case<'c> {
    /// The next element of a loop begins: so many loops lie around it.
    Begin(usize),
    /// An element of each loop, or the record itself where there is no loop.
    Element(&'c [Element], &'c Standing),
    /// Elements that nobody gave and that there may be any number of.
    Further(&'c [Element], &'c Standing, &'c Missing),
    /// There is no element; the place of the list.
    Nothing(Span),
    /// A list cannot be computed, for certain or perhaps.
    Faulty(&'c [Element], Fault, &'c Missing),
}

/// Takes the cases of a rule one by one.
pub(super) type Visit<'v, 'a, R> = &'v mut dyn FnMut(&mut Machine<'a, R>, Case<'_>) -> Run<()>;

/// A walk through the loops of a rule.
struct Walk<'p> {
    place: Place<'p>,
    path: Vec<Element>,
    /// Loops stand for further elements; what would tell how many.
    further: Option<Missing>,
    /// How many cases there were.
    count: usize,
    /// The innermost list that had no element.
    empty: Option<Span>,
}

/// Whether the condition of a loop holds for an element.
enum Counts {
    /// Certainly not.
    Not,
    /// The element counts where those around it do.
    AsBefore,
    /// It does not count for certain.
    If(Box<Standing>),
}

impl<'a, R: Recorder> Machine<'a, R> {
    /// Goes through all that a rule is judged on, in the rule's frame. `listed` says whether the
    /// record itself is there.
    pub(super) fn each_case(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        visit: Visit<'_, 'a, R>,
    ) -> Run<()> {
        let (root, day) = (std::mem::replace(&mut self.root, place.root), self.day);
        self.day = self.as_of;
        let result = self.in_frame(place.code.registers, Some(place.base), |machine| {
            let standing = Standing {
                listed: listed.clone(),
                included: listed.clone(),
                days: Days::Known(machine.as_of),
            };
            let path = std::mem::take(&mut machine.workspace.path);
            let mut walk = Walk { place, path, further: None, count: 0, empty: None };
            let result = machine.walk_loops(&mut walk, 0, &standing, visit);
            walk.path.clear();
            machine.workspace.path = walk.path;
            result?;
            if walk.count == 0 {
                let span = walk.empty.unwrap_or(place.code.span);
                visit(machine, Case::Nothing(span))?;
            }
            Ok(())
        });
        (self.root, self.day) = (root, day);
        result
    }

    fn walk_loops(
        &mut self,
        walk: &mut Walk<'_>,
        level: usize,
        standing: &Standing,
        visit: Visit<'_, 'a, R>,
    ) -> Run<()> {
        let code = walk.place.code;
        let dated = match &code.as_of {
            Some((at, date)) if *at == level => {
                let date = self.formula(date)?;
                Some(Standing { days: self.days(&date, code.span), ..standing.clone() })
            }
            _ => None,
        };
        let standing = dated.as_ref().unwrap_or(standing);
        let before = level.checked_sub(1).and_then(|before| code.each.get(before));
        let counts = match before {
            Some(each) => self.element_counts(each, standing)?,
            None => Counts::AsBefore,
        };
        let standing = match &counts {
            Counts::Not => return Ok(()),
            Counts::AsBefore => standing,
            Counts::If(standing) => standing,
        };
        let Some(each) = code.each.get(level) else {
            walk.count += 1;
            return match &walk.further {
                None => visit(self, Case::Element(&walk.path, standing)),
                Some(missing) => visit(self, Case::Further(&walk.path, standing, missing)),
            };
        };
        self.walk_list(walk, (level, each), standing, visit)
    }

    fn walk_list(
        &mut self,
        walk: &mut Walk<'_>,
        (level, each): (usize, &EachCode),
        standing: &Standing,
        visit: Visit<'_, 'a, R>,
    ) -> Run<()> {
        let list = self.on_days(&standing.days, &mut |machine| machine.formula(&each.list))?;
        let elements = match Elements::of(&list, each.span) {
            Ok(elements) => elements,
            Err(fault) => {
                walk.count += 1;
                // It is a fault of the rule only where the elements around it count.
                let around = walk.further.clone().unwrap_or_default();
                let missing = around.union(&standing.included.missing());
                return visit(self, Case::Faulty(&walk.path, fault, &missing));
            }
        };
        // What is said of an element holds only where the list can be computed.
        let computed = elements.fault.map(|fault| {
            let truth = ops::Truth { fault: Some(fault), ..ops::Truth::YES };
            standing.with(&truth.into_value(elements.missing.clone()), each.span)
        });
        let standing = computed.as_ref().unwrap_or(standing);
        for index in 0..elements.len() {
            let Some((value, included)) = elements.get(index) else { break };
            visit(self, Case::Begin(level))?;
            self.set(each.variable, value.clone());
            walk.path.push(Element { index: u32::try_from(index).unwrap_or(u32::MAX), value });
            if included.is_yes() {
                self.walk_loops(walk, level + 1, standing, visit)?;
            } else {
                let inner = standing.with(&included, each.span);
                self.walk_loops(walk, level + 1, &inner, visit)?;
            }
            walk.path.pop();
        }
        if let Some(more) = &elements.more {
            visit(self, Case::Begin(level))?;
            self.set(each.variable, Value::clone(more));
            let outer = walk.further.clone();
            let missing = outer.clone().unwrap_or_default().union(&elements.missing);
            walk.further = Some(missing);
            let inner = standing.with(&perhaps(&elements.missing), each.span);
            self.walk_loops(walk, level + 1, &inner, visit)?;
            walk.further = outer;
        }
        if let Some(fault) = elements.fault {
            walk.count += 1;
            let missing = elements.missing.union(&standing.included.missing());
            visit(self, Case::Faulty(&walk.path, fault, &missing))?;
        }
        if elements.len() == 0 && elements.more.is_none() {
            walk.empty = walk.empty.or(Some(each.span));
        }
        Ok(())
    }

    /// Whether the element of a loop counts.
    fn element_counts(&mut self, each: &EachCode, standing: &Standing) -> Run<Counts> {
        let Some(condition) = &each.condition else { return Ok(Counts::AsBefore) };
        let holds = self.on_days(&standing.days, &mut |machine| machine.formula(condition))?;
        if holds.is_yes() {
            return Ok(Counts::AsBefore);
        }
        let included = both(&standing.included, &holds, each.span);
        if included.is_no() {
            return Ok(Counts::Not);
        }
        Ok(Counts::If(Box::new(Standing { included, ..standing.clone() })))
    }

    /// The standing of the element that is set now, read again. The loops' conditions and the
    /// rule's date may have changed with what is assumed.
    pub(super) fn stand_again(&mut self, place: Place<'_>, listed: &Value) -> Run<Standing> {
        let code = place.code;
        let mut days = Days::Known(self.as_of);
        let mut included = listed.clone();
        for level in 0..=code.each.len() {
            if let Some((at, date)) = &code.as_of
                && *at == level
            {
                let date = self.on_day(self.as_of, |machine| machine.formula(date))?;
                days = self.days(&date, code.span);
            }
            let before = level.checked_sub(1).and_then(|before| code.each.get(before));
            let Some(condition) = before.and_then(|each| each.condition.as_ref()) else { continue };
            let holds = self.on_days(&days, &mut |machine| machine.formula(condition))?;
            included = both(&included, &holds, code.span);
        }
        Ok(Standing { listed: listed.clone(), included, days })
    }
}

impl Standing {
    fn with(&self, included: &Value, at: Span) -> Self {
        Self {
            listed: both(&self.listed, included, at),
            included: both(&self.included, included, at),
            days: self.days.clone(),
        }
    }
}

fn both(a: &Value, b: &Value, at: Span) -> Value {
    match (a, b) {
        (Value::Bool(true), other) | (other, Value::Bool(true)) => other.clone(),
        _ => ops::and(&[a.clone(), b.clone()], at),
    }
}
