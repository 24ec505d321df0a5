//! The values of the oracle.

use std::collections::BTreeMap;
use std::rc::Rc;

use subvent::quantity::Currency;
use subvent::value::Value;

use super::super::calendar;
use super::super::exact::{Big, big};

/// A value of a world in which everything is known.
#[derive(Clone, PartialEq, Debug)]
pub enum Val {
    Bool(bool),
    Number(Big),
    Money(Big, Currency),
    About(Big, Currency),
    /// A day, counted from 1970-01-01.
    Date(i64),
    /// A month, counted from year 0.
    Month(i64),
    /// A day and the second of it, where that is given.
    Moment(i64, Option<i64>),
    /// Months, days, working days.
    Duration([i64; 3]),
    Period(Option<i64>, Option<i64>),
    Text(Rc<str>),
    Member(u16),
    Other(Rc<str>),
    Record(Rc<Rec>),
    Group(Rc<(Val, Vec<Res>)>),
    /// Elements, some of which may be missing by themselves.
    List(Rc<Vec<Res>>),
    Absent,
}

/// A record; two are the same only when they are one and the same.
#[derive(Debug)]
pub struct Rec {
    /// A number of its own.
    pub id: usize,
    /// Its fields by name, those of included records among them.
    pub fields: BTreeMap<String, Val>,
    /// How well those are proven that were given as single values.
    pub evidence: BTreeMap<String, u8>,
}

impl PartialEq for Rec {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// Why there is no value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stop {
    /// It cannot be computed.
    Fault(Class),
    /// Not even a complete world decides it.
    Unknown,
}

/// Faults as far as written defaults tell them apart; of two the lesser is reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Class {
    /// A fault that no default replaces.
    Plain,
    /// No value on that day.
    NotInForce,
    /// Nothing to choose from, or too much.
    Nothing,
}

/// A value or why there is none.
pub type Res = Result<Val, Stop>;

/// A fault that no default replaces.
pub const PLAIN: Stop = Stop::Fault(Class::Plain);

impl Val {
    /// A constant of the typed program. Open constants do not occur in one.
    pub fn of_constant(value: &Value) -> Res {
        Ok(match value {
            Value::Bool(yes) => Self::Bool(*yes),
            Value::Number(number) => Self::Number(big(*number)),
            Value::Money(money) => Self::Money(big(money.amount), money.currency),
            Value::About(money) => Self::About(big(money.amount), money.currency),
            Value::Date(date) => Self::Date(calendar::of_date(*date)),
            Value::Month(month) => Self::Month(calendar::of_month(*month)),
            Value::Moment(moment) => {
                let second = moment.time.map(|time| {
                    i64::from(time.hour()) * 3600
                        + i64::from(time.minute()) * 60
                        + i64::from(time.second())
                });
                Self::Moment(calendar::of_date(moment.date), second)
            }
            Value::Duration(d) => Self::Duration([d.months, d.days, d.working_days]),
            Value::Period(p) => {
                Self::Period(p.start.map(calendar::of_date), p.end.map(calendar::of_date))
            }
            Value::Text(text) => Self::Text(Rc::from(&**text)),
            Value::Member(member) => Self::Member(*member),
            Value::Other(text) => Self::Other(Rc::from(&**text)),
            Value::Absent => Self::Absent,
            other => panic!("no constant of the language: {other:?}"),
        })
    }

    /// `yes` or `no`.
    pub fn truth(&self) -> Result<bool, Stop> {
        match self {
            Self::Bool(yes) => Ok(*yes),
            _ => Err(PLAIN),
        }
    }

    /// A number.
    pub fn number(&self) -> Result<Big, Stop> {
        match self {
            Self::Number(number) => Ok(number.clone()),
            _ => Err(PLAIN),
        }
    }

    /// A day.
    pub fn day(&self) -> Result<i64, Stop> {
        match self {
            Self::Date(day) => Ok(*day),
            _ => Err(PLAIN),
        }
    }

    /// The elements of a list.
    pub fn elements(&self) -> Result<Rc<Vec<Res>>, Stop> {
        match self {
            Self::List(list) => Ok(list.clone()),
            _ => Err(PLAIN),
        }
    }

    /// A list.
    pub fn list(values: Vec<Self>) -> Self {
        Self::List(Rc::new(values.into_iter().map(Ok).collect()))
    }
}

/// Both values; of two faults the lesser, and a fault before what is unknown.
pub fn both(left: Res, right: Res) -> Result<(Val, Val), Stop> {
    match (left, right) {
        (Ok(left), Ok(right)) => Ok((left, right)),
        (Err(left), Err(right)) => Err(left.min(right)),
        (Err(stop), Ok(_)) | (Ok(_), Err(stop)) => Err(stop),
    }
}

/// `and`: no wins whatever the others are; a fault wins over yes.
pub fn all(parts: impl IntoIterator<Item = Res>) -> Res {
    let mut stop: Option<Stop> = None;
    for part in parts {
        match part.and_then(|value| value.truth()) {
            Ok(false) => return Ok(Val::Bool(false)),
            Ok(true) => {}
            Err(other) => stop = Some(either(stop, other)),
        }
    }
    stop.map_or(Ok(Val::Bool(true)), Err)
}

/// What two parts of which either may have the word come to: where one is not known, it may yet
/// decide; of two faults the lesser is reported.
pub fn either(stop: Option<Stop>, other: Stop) -> Stop {
    match (stop, other) {
        (None, other) => other,
        (Some(Stop::Unknown), _) | (_, Stop::Unknown) => Stop::Unknown,
        (Some(stop), other) => stop.min(other),
    }
}

/// `or`, the mirror image of [`all`].
pub fn any(parts: impl IntoIterator<Item = Res>) -> Res {
    not(all(parts.into_iter().map(not)))
}

/// `not`
pub fn not(part: Res) -> Res {
    Ok(Val::Bool(!part?.truth()?))
}
