//! What dated things come to on a day: days on which all come to the same are as good as one.

use subvent::quantity::Date;
use subvent::text::Span;
use subvent::types::typed::Expr;
use subvent::value::{Fault, FaultKind, Value};

use super::{Env, Reader};

/// What one dated thing came to.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Note {
    /// Its value, which is certain.
    Value(What, Value),
    /// Whether something is later than the last day for which the law is known.
    Unknown(bool),
    /// A condition that prolongs a version is asked.
    Prolonged(usize),
}

/// What has a value, by its place. The value of a whole is not that of a part of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum What {
    InForce,
    Version(Span),
    Table(Span),
    Definition(Span),
    Clause(Span),
}

impl Reader<'_> {
    /// Reads something on several days, and tells of each whether nothing differs from the day
    /// before.
    pub(super) fn on_each<T>(&self, days: &[Date], read: &dyn Fn(Date) -> T) -> Vec<(T, bool)> {
        let outer = self.notes.take();
        let mut all = Vec::new();
        let mut before: Option<Vec<Note>> = None;
        let mut results = Vec::new();
        for day in days {
            self.notes.replace(Some(Vec::new()));
            let result = read(*day);
            let notes = self.notes.take().unwrap();
            results.push((result, before.as_ref() == Some(&notes)));
            all.extend(notes.iter().cloned());
            before = Some(notes);
        }
        self.notes.replace(outer.map(|outer| [outer, all].concat()));
        results
    }

    /// Reads something that is the same on every day.
    pub(super) fn undated<T>(&self, read: impl FnOnce() -> T) -> T {
        let outer = self.notes.take();
        let result = read();
        self.notes.replace(outer);
        result
    }

    pub(super) fn note(&self, note: Note) {
        if let Some(notes) = &mut *self.notes.borrow_mut() {
            notes.push(note);
        }
    }

    /// Of what has a certain value, that value is noted alone.
    pub(super) fn settled(&self, what: What, read: impl FnOnce() -> Value) -> Value {
        let mark = self.notes.borrow().as_ref().map_or(0, Vec::len);
        let value = read();
        if let Some(notes) = &mut *self.notes.borrow_mut()
            && notes.len() > mark
            && let Some(settled) = certain(&value)
        {
            notes.truncate(mark);
            notes.push(Note::Value(what, settled));
        }
        value
    }

    /// The value of a clause of a rule.
    pub(super) fn clause(&self, expr: &Expr, env: &Env) -> Value {
        self.settled(What::Clause(expr.span), || self.eval(expr, env))
    }
}

/// A certain value, or a fault by the default that would replace it.
fn certain(value: &Value) -> Option<Value> {
    let certain = match value {
        Value::Open(_) => false,
        Value::List(list) => list.iter().all(|it| certain(&it).is_some()),
        Value::Group(group) => certain(&group.0).is_some() && certain(&group.1).is_some(),
        Value::Fault(fault) => {
            return class(fault).map(|kind| Value::Fault(Fault::new(kind, Span::default())));
        }
        _ => true,
    };
    certain.then(|| value.clone())
}

/// One kind of fault for each default that would replace it; none for one that stands for
/// several.
fn class(fault: &Fault) -> Option<FaultKind> {
    match (fault.kind, fault.also) {
        (FaultKind::NotInForce(_), None) => Some(FaultKind::NotInForce(Date::MIN)),
        (FaultKind::NotExactlyOne | FaultKind::Empty, None) => Some(FaultKind::Empty),
        (FaultKind::NotInForce(_) | FaultKind::NotExactlyOne | FaultKind::Empty, Some(_)) => None,
        _ => Some(FaultKind::NoRow),
    }
}
