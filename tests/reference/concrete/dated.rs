//! Definitions, parameters and tables, read on a date.

use std::collections::BTreeMap;

use subvent::quantity::Date;
use subvent::types::typed::{Definition, DefinitionId, Exception, Expr, Table, Validity, Version};

use super::super::calendar::of_date;
use super::compare::same;
use super::value::{Class, PLAIN, Res, Stop, Val, all, either};
use super::world::{Frame, World};

impl World<'_> {
    /// Whether something is in force on the frame's date.
    pub(super) fn in_force(&self, validity: &Validity, frame: &Frame) -> Result<bool, Stop> {
        if validity.from.is_none() && validity.to.is_none() && validity.unknown_after.is_none() {
            return Ok(true);
        }
        let date = frame.date?;
        if validity.from.is_some_and(|from| date < of_date(from)) {
            return Ok(false);
        }
        if validity.unknown_after.is_some_and(|(last, _)| date > of_date(last)) {
            return Err(Stop::Unknown);
        }
        if validity.to.is_none_or(|to| date <= of_date(to)) {
            return Ok(true);
        }
        let mut stop: Option<Stop> = None;
        for (to, condition) in &validity.or_to {
            if date > of_date(*to) {
                continue;
            }
            match self.eval(condition, frame).and_then(|value| value.truth()) {
                Ok(true) => return Ok(true),
                Ok(false) => {}
                Err(other) => stop = Some(either(stop, other)),
            }
        }
        stop.map_or(Ok(false), Err)
    }

    /// The version in force on the frame's date.
    fn version<'v, T>(&self, versions: &'v [Version<T>], frame: &Frame) -> Result<&'v T, Stop> {
        let mut found = None;
        for version in versions {
            if self.in_force(&version.validity, frame)? {
                assert!(found.is_none(), "two versions of one thing are in force at once");
                found = Some(&version.body);
            }
        }
        match found {
            Some(found) => Ok(found),
            None if versions.is_empty() => Err(Stop::Unknown),
            None => Err(Stop::Fault(Class::NotInForce)),
        }
    }

    /// A result, for the proposal or for a record that it includes.
    pub fn result(&self, id: DefinitionId, frame: &Frame) -> Res {
        let definition = &self.checked.definitions[id.index()];
        let inner = Frame { locals: BTreeMap::new(), ..frame.clone() };
        self.definition_in(definition, inner)
    }

    /// A definition's value.
    pub(super) fn definition(
        &self,
        id: DefinitionId,
        receiver: Option<&Expr>,
        arguments: &[Expr],
        frame: &Frame,
    ) -> Res {
        let definition = &self.checked.definitions[id.index()];
        let receiver = match receiver {
            Some(receiver) => Some(self.eval(receiver, frame)?),
            None => None,
        };
        let mut locals = BTreeMap::new();
        for (param, argument) in definition.params.iter().zip(arguments) {
            locals.insert(*param, self.eval(argument, frame));
        }
        let (date, rules) = (frame.date, frame.rules.clone());
        let inner = Frame { receiver, locals, date, rules, evidence: 1 };
        self.definition_in(definition, inner)
    }

    fn definition_in(&self, definition: &Definition, mut inner: Frame) -> Res {
        if let Some(as_of) = &definition.as_of {
            inner.date = Ok(self.eval(as_of, &inner)?.day()?);
        }
        match self.exception(&definition.exceptions, &inner)? {
            Some(value) => Ok(value),
            None => {
                let version = self.version(&definition.versions, &inner)?;
                self.eval(version, &inner)
            }
        }
    }

    /// The value of the exception that holds, if any.
    fn exception(&self, exceptions: &[Exception], frame: &Frame) -> Result<Option<Val>, Stop> {
        let mut stop: Option<Stop> = None;
        let mut held = Vec::new();
        for exception in exceptions {
            let holds = self.in_force(&exception.validity, frame).and_then(|in_force| {
                Ok(in_force && self.eval(&exception.condition, frame)?.truth()?)
            });
            match holds {
                Ok(true) => held.push(exception),
                Ok(false) => {}
                Err(other) => stop = Some(either(stop, other)),
            }
        }
        let mut found: Option<Val> = None;
        let mut conflict = false;
        for exception in held {
            let value = match self.exception(&exception.exceptions, frame) {
                Ok(Some(value)) => Ok(value),
                Ok(None) => self.eval(&exception.value, frame),
                Err(stop) => Err(stop),
            };
            match (value, &found) {
                (Ok(value), None) => found = Some(value),
                (Ok(value), Some(other)) => {
                    let agree = value == *other || same(&value, other)?;
                    conflict |= !agree;
                }
                (Err(other), _) => stop = Some(either(stop, other)),
            }
        }
        // Of several faults it is the least, whether of a condition, of a value or of two values.
        if conflict {
            stop = Some(either(stop, PLAIN));
        }
        stop.map_or(Ok(found), Err)
    }

    /// The value of a table or a parameter for its keys.
    pub(super) fn table(
        &self,
        table: &Table,
        known_until: Option<Date>,
        arguments: &[Expr],
        frame: &Frame,
    ) -> Res {
        let date = frame.date;
        let keys = arguments.iter().map(|argument| self.eval(argument, frame));
        let locals = table.params.iter().copied().zip(keys).collect();
        let rules = frame.rules.clone();
        let inner = Frame { receiver: None, locals, date, rules, evidence: 1 };
        if let Some(last) = known_until
            && date? > of_date(last)
        {
            return Err(Stop::Unknown);
        }
        let rows = self.version(&table.versions, &inner)?;
        let mut held = Vec::new();
        for (conditions, value) in &rows.rows {
            let holds = all(conditions.iter().map(|condition| self.eval(condition, &inner)));
            if holds?.truth()? {
                held.push(value);
            }
        }
        match (held.as_slice(), &rows.otherwise) {
            ([one], _) => self.eval(one, &inner),
            ([], Some(otherwise)) => self.eval(otherwise, &inner),
            _ => Err(PLAIN),
        }
    }
}
