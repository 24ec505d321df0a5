//! The elements that a rule is for.

use subvent::text::Span;
use subvent::types::typed::{ExprKind, LocalId, Rule};
use subvent::value::{Fault, Missing, Value, ops};

use super::dated::Days;
use super::lists::{Elements, both};
use super::{Env, Reader, perhaps};

/// What a rule is judged on.
pub(super) enum Case {
    /// An element of each loop: positions, and how it stands.
    Element(Vec<usize>, Standing),
    /// Elements that nobody gave, and what would tell how many there are.
    Further(Vec<usize>, Standing, Missing),
    /// There is none.
    Nothing,
    /// A list cannot be computed, for certain or perhaps.
    Faulty(Vec<usize>, Fault, Missing),
}

/// An element with its names, whether it is there and counts, and on which days it is judged.
#[derive(Clone)]
pub(super) struct Standing {
    pub(super) env: Env,
    pub(super) listed: Value,
    pub(super) included: Value,
    pub(super) days: Days,
}

impl Reader<'_> {
    /// All that a rule on a record is judged on.
    pub(super) fn cases(&self, rule: &Rule, base: u32) -> Vec<Case> {
        let standing = Standing {
            env: Env::of(Some(Value::Record(base)), self.as_of),
            listed: Value::Bool(true),
            included: Value::Bool(true),
            days: Days::known(self.as_of),
        };
        let mut cases = Vec::new();
        self.walk(rule, 0, standing, (&mut Vec::new(), None), &mut cases);
        if cases.is_empty() {
            cases.push(Case::Nothing);
        }
        cases
    }

    fn walk(
        &self,
        rule: &Rule,
        level: usize,
        mut standing: Standing,
        (path, further): (&mut Vec<usize>, Option<Missing>),
        cases: &mut Vec<Case>,
    ) {
        self.settle(rule, level, &mut standing);
        if standing.included == Value::Bool(false) {
            return;
        }
        let Some(each) = rule.each.get(level) else {
            cases.push(match further {
                None => Case::Element(path.clone(), standing),
                Some(missing) => Case::Further(path.clone(), standing, missing),
            });
            return;
        };
        let at = each.list.span;
        let list =
            self.on_days(&standing.days, &|day| self.eval(&each.list, &standing.env.on(day)));
        let elements = match Elements::of(&list, at) {
            Ok(elements) => elements,
            Err(fault) => {
                let missing = further.unwrap_or_default().union(&standing.included.missing());
                return cases.push(Case::Faulty(path.clone(), fault, missing));
            }
        };
        if let Some(fault) = elements.fault {
            let truth = ops::Truth { fault: Some(fault), ..ops::Truth::YES };
            let computed = truth.into_value(elements.missing.clone());
            standing.listed = both(&standing.listed, &computed, at);
            standing.included = both(&standing.included, &computed, at);
        }
        for (index, (value, included)) in elements.items.into_iter().enumerate() {
            path.push(index);
            let inner = standing.inside(each.variable, value, &included, at);
            self.walk(rule, level + 1, inner, (path, further.clone()), cases);
            path.pop();
        }
        if let Some(more) = elements.more {
            let missing = further.clone().unwrap_or_default().union(&elements.missing);
            let inner = standing.inside(each.variable, more, &perhaps(&elements.missing), at);
            self.walk(rule, level + 1, inner, (path, Some(missing)), cases);
        }
        if let Some(fault) = elements.fault {
            let missing = elements.missing.union(&standing.included.missing());
            cases.push(Case::Faulty(path.clone(), fault, missing));
        }
    }

    /// Reads the rule's date where it can be read, and whether the element of the loop counts.
    fn settle(&self, rule: &Rule, level: usize, standing: &mut Standing) {
        if let Some(date) = &rule.as_of
            && loops_read(rule) == level
        {
            let value = self.eval(date, &standing.env.on(self.as_of));
            standing.days = self.days(&value, rule.span);
        }
        let before = level.checked_sub(1).and_then(|before| rule.each.get(before));
        if let Some(each) = before
            && let Some(condition) = &each.condition
        {
            let holds =
                self.on_days(&standing.days, &|day| self.eval(condition, &standing.env.on(day)));
            standing.included = both(&standing.included, &holds, each.list.span);
        }
    }

    /// The standing of an element, read again with what is assumed now.
    pub(super) fn stand_again(&self, rule: &Rule, standing: &Standing) -> Standing {
        let mut again = Standing {
            env: standing.env.clone(),
            listed: standing.listed.clone(),
            included: standing.listed.clone(),
            days: Days::known(self.as_of),
        };
        for level in 0..=rule.each.len() {
            self.settle(rule, level, &mut again);
        }
        again
    }
}

impl Standing {
    fn inside(&self, name: LocalId, value: Value, included: &Value, at: Span) -> Self {
        Self {
            env: self.env.with(name, value),
            listed: both(&self.listed, included, at),
            included: both(&self.included, included, at),
            days: self.days.clone(),
        }
    }
}

/// How many loops must have an element before the rule's date can be read.
fn loops_read(rule: &Rule) -> usize {
    let mut most = 0;
    if let Some(date) = &rule.as_of {
        super::super::coverage::walk(date, &mut |expr| {
            if let ExprKind::Local(id) = &expr.kind
                && let Some(at) = rule.each.iter().position(|each| each.variable == *id)
            {
                most = most.max(at + 1);
            }
        });
    }
    most
}
