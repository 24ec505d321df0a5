//! Comprehensions: lists, sums, counts, extremes, `all` and `any`.

use std::cmp::Ordering;

use subvent::types::typed::{Aggregate, AggregateKind, Arithmetic, Edge, Expr, LocalId, Type};

use super::super::exact::whole;
use super::compare::ordering;
use super::compute::arithmetic;
use super::value::{Class, PLAIN, Res, Stop, Val, all, any, not};
use super::world::{Frame, World};

impl World<'_> {
    /// A comprehension of a type.
    pub(super) fn aggregate(&self, aggregate: &Aggregate, ty: &Type, frame: &Frame) -> Res {
        let mut rows = Vec::new();
        self.rows(&aggregate.generators, frame, &mut rows);
        let holds = |row: &Frame| match &aggregate.condition {
            Some(condition) => self.eval(condition, row),
            None => Ok(Val::Bool(true)),
        };
        match aggregate.kind {
            AggregateKind::All => all(rows.iter().map(|row| {
                let row = row.as_ref().map_err(|stop| *stop)?;
                any([not(holds(row)), self.eval(&aggregate.element, row)])
            })),
            AggregateKind::Any => any(rows.iter().map(|row| {
                let row = row.as_ref().map_err(|stop| *stop)?;
                all([holds(row), self.eval(&aggregate.element, row)])
            })),
            kind => {
                let mut values = Vec::new();
                for row in rows {
                    let value = row.and_then(|row| {
                        if !holds(&row)?.truth()? {
                            return Ok(None);
                        }
                        if kind == AggregateKind::Count {
                            return Ok(Some(Val::Absent));
                        }
                        self.eval(&aggregate.element, &row).map(Some)
                    });
                    values.extend(value.transpose());
                }
                if kind == AggregateKind::List {
                    return Ok(Val::List(values.into()));
                }
                folded(kind, gathered(values)?, ty)
            }
        }
    }

    /// A frame for each combination of elements, the first list outermost.
    fn rows(
        &self,
        generators: &[(LocalId, Expr)],
        frame: &Frame,
        rows: &mut Vec<Result<Frame, Stop>>,
    ) {
        let Some(((variable, list), rest)) = generators.split_first() else {
            rows.push(Ok(frame.clone()));
            return;
        };
        match self.eval(list, frame).and_then(|list| list.elements()) {
            Ok(elements) => {
                for element in elements.iter() {
                    self.rows(rest, &frame.with(*variable, element.clone()), rows);
                }
            }
            Err(stop) => rows.push(Err(stop)),
        }
    }
}

/// All values, or the least reason why one is missing.
pub(super) fn gathered(values: Vec<Res>) -> Result<Vec<Val>, Stop> {
    match values.iter().filter_map(|value| value.as_ref().err()).min() {
        Some(stop) => Err(*stop),
        None => Ok(values.into_iter().flatten().collect()),
    }
}

fn folded(kind: AggregateKind, values: Vec<Val>, ty: &Type) -> Res {
    match kind {
        AggregateKind::Count => Ok(Val::Number(whole(values.len() as i64))),
        AggregateKind::Sum => values.into_iter().try_fold(zero(ty)?, plus),
        AggregateKind::Average => {
            let count = Val::Number(whole(values.len() as i64));
            if values.is_empty() {
                return Err(Stop::Fault(Class::Nothing));
            }
            let sum = values.into_iter().try_fold(zero(ty)?, plus)?;
            arithmetic(Arithmetic::Divide, sum, count)
        }
        AggregateKind::Min => extreme(Edge::First, values),
        AggregateKind::Max => extreme(Edge::Last, values),
        AggregateKind::List | AggregateKind::All | AggregateKind::Any => Err(PLAIN),
    }
}

fn plus(sum: Val, value: Val) -> Res {
    arithmetic(Arithmetic::Add, sum, value)
}

fn zero(ty: &Type) -> Res {
    Ok(match ty {
        Type::Money(Some(currency)) => Val::Money(whole(0), *currency),
        Type::Duration => Val::Duration([0, 0, 0]),
        Type::Money(None) => return Err(PLAIN),
        _ => Val::Number(whole(0)),
    })
}

/// The least or the greatest value.
pub(super) fn extreme(edge: Edge, values: Vec<Val>) -> Res {
    let wanted = if edge == Edge::First { Ordering::Less } else { Ordering::Greater };
    let mut best: Option<Val> = None;
    for value in values {
        best = match best {
            Some(best) if ordering(&value, &best)? != wanted => Some(best),
            _ => Some(value),
        };
    }
    best.ok_or(Stop::Fault(Class::Nothing))
}

impl World<'_> {
    /// `min(a, b)`, `max(a, b)`.
    pub(super) fn extreme_of(&self, edge: Edge, values: &[Expr], frame: &Frame) -> Res {
        let values = values.iter().map(|value| self.eval(value, frame)).collect();
        extreme(edge, gathered(values)?)
    }
}
