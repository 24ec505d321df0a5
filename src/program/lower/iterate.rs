//! Expressions with a body for each element of a list.

use super::frame::{Frame, local};
use crate::program::code::{Formula, Generator, Iteration, Operation, Register};
use crate::types::typed::{Aggregate, Carry, Expr, ExprKind, Linked, LocalId, Type};

impl Frame<'_, '_> {
    /// Values made of the elements of lists.
    pub(super) fn elements(&mut self, expr: &Expr) -> Option<Register> {
        let iteration = self.deeper(|frame| match &expr.kind {
            ExprKind::Aggregate(it) => Some(frame.aggregate(it, &expr.ty)),
            ExprKind::Group { variable, list, key } => {
                let list = frame.generator(*variable, list);
                Some(Iteration::Group { list, key: frame.formula(key) })
            }
            ExprKind::The { variable, list, condition } => {
                let list = frame.generator(*variable, list);
                Some(Iteration::The { list, condition: frame.formula(condition) })
            }
            ExprKind::Pick { edge, variable, list, key } => {
                let list = frame.generator(*variable, list);
                Some(Iteration::Pick { list, key: frame.formula(key), edge: *edge })
            }
            ExprKind::Carry(it) => Some(frame.carry(it)),
            ExprKind::Linked(it) => Some(frame.linked(it)),
            _ => None,
        })?;
        let iteration = Box::new(iteration);
        Some(self.emit(expr.span, Operation::Iterate { iteration }))
    }

    fn generator(&mut self, variable: LocalId, list: &Expr) -> Generator {
        Generator { variable: local(variable), list: self.formula(list) }
    }

    fn optional(&mut self, condition: Option<&Expr>) -> Option<Formula> {
        condition.map(|condition| self.formula(condition))
    }

    fn aggregate(&mut self, it: &Aggregate, ty: &Type) -> Iteration {
        let generators = it.generators.iter();
        let generators = generators.map(|(variable, list)| self.generator(*variable, list));
        Iteration::Aggregate {
            kind: it.kind,
            generators: generators.collect(),
            condition: self.optional(it.condition.as_ref()),
            element: self.formula(&it.element),
            amount: match ty.required() {
                Type::Money(currency) | Type::About(currency) => Some(*currency),
                _ => None,
            },
        }
    }

    fn carry(&mut self, it: &Carry) -> Iteration {
        let init = self.formula(&it.init);
        Iteration::Carry {
            init,
            list: self.generator(it.variable, &it.list),
            state: local(it.state),
            key: self.formula(&it.key),
            next: self.formula(&it.next),
        }
    }

    fn linked(&mut self, it: &Linked) -> Iteration {
        let start = self.formula(&it.start);
        Iteration::Linked {
            start,
            links: self.generator(it.variable, &it.links),
            from: self.formula(&it.from),
            to: self.formula(&it.to),
            either_way: it.either_way,
            condition: self.optional(it.condition.as_ref()),
        }
    }
}
