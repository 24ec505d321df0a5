//! Lists, and what goes through them.

use super::{Frame, Shape, Under, Walk};
use crate::program::code::{Generator, Iteration};
use crate::program::schema::CellKind;
use crate::types::typed::{AggregateKind, RecordId, Type};

impl Walk<'_> {
    /// The elements of a list while they are gone through.
    fn generator(
        &mut self,
        frame: &mut Frame,
        generator: &Generator,
        under: Under,
    ) -> (u64, Shape) {
        let list = self.formula(frame, generator.list, under);
        let element = list.element();
        frame.insert(generator.variable.index(), element.clone());
        (self.elements(list.len), element)
    }

    pub(super) fn iterate(
        &mut self,
        frame: &mut Frame,
        iteration: &Iteration,
        under: Under,
    ) -> Shape {
        match iteration {
            Iteration::Aggregate { kind, generators, condition, element, .. } => {
                let (mut inside, mut all) = (under, 1_u64);
                for generator in generators {
                    let (len, _) = self.generator(frame, generator, inside);
                    (inside, all) = (inside.times(len), all.saturating_mul(len));
                }
                if let Some(condition) = condition {
                    self.formula(frame, *condition, inside);
                }
                let element = self.formula(frame, *element, inside);
                if *kind == AggregateKind::List {
                    Shape::list(all, element)
                } else {
                    Shape::default()
                }
            }
            Iteration::Group { list, key } => {
                let (len, element) = self.generator(frame, list, under);
                self.formula(frame, *key, under.times(len));
                let items = Shape::list(len, element);
                Shape::list(len, Shape { len: 0, inner: Some(items.into()) })
            }
            Iteration::The { list, condition: read } | Iteration::Pick { list, key: read, .. } => {
                let (len, element) = self.generator(frame, list, under);
                self.formula(frame, *read, under.times(len));
                Shape { len: element.len.saturating_mul(self.alternatives()), ..element }
            }
            Iteration::Carry { list, state, init, key, next } => {
                let first = self.formula(frame, *init, under);
                let (len, _) = self.generator(frame, list, under);
                self.formula(frame, *key, under.times(len));
                // A state that is a list may grow with each element.
                let shape = if first == Shape::default() { first } else { Shape::unbounded() };
                frame.insert(state.index(), shape.clone());
                self.formula(frame, *next, under.times(len));
                shape
            }
            Iteration::Linked { start, links, from, to, condition, .. } => {
                self.formula(frame, *start, under);
                let (len, _) = self.generator(frame, links, under);
                for formula in [*from, *to].into_iter().chain(*condition) {
                    self.formula(frame, formula, under.times(len));
                }
                let ends = len.saturating_mul(2).saturating_add(1);
                Shape::list(ends, Shape::default())
            }
        }
    }

    /// What a cell holds.
    pub(super) fn cell(&self, record: RecordId, offset: u32) -> Shape {
        let layout = self.program.schema().layout(record);
        let Some(cell) = layout.and_then(|layout| layout.cells.get(offset as usize)) else {
            return Shape::default();
        };
        let size = self.counts.list(cell.field);
        match &cell.kind {
            CellKind::Rows(_) => Shape::list(size, Shape::default()),
            CellKind::Scalars(ty) => Shape::list(size, nested(ty, size)),
            _ => Shape::default(),
        }
    }
}

/// The shape of the elements of a list of lists, which are as long as it.
fn nested(ty: &Type, size: u64) -> Shape {
    match ty.required() {
        Type::List(inner) => Shape::list(size, nested(inner, size)),
        _ => Shape::default(),
    }
}
