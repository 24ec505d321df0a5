//! Definitions and tables that code reads.

use super::{Frame, KEYS, Node, Shape, Under, Walk};
use crate::program::parts::{DefinitionCode, RowsCode, TableSlot};
use crate::types::typed::{DefinitionId, Type};

impl Walk<'_> {
    pub(super) fn call(&mut self, id: DefinitionId, arguments: &[Shape], under: Under) -> Shape {
        let Some(code) = self.program.definition(id) else { return Shape::default() };
        if under.fresh {
            return self.body(code, arguments, under);
        }
        self.called(Node::Definition(id), under);
        if !arguments.is_empty() {
            let known = self.arguments.remove(&id).unwrap_or_default();
            let none = Shape::default();
            let joined = arguments.iter().enumerate().map(|(at, argument)| {
                let known = known.get(at).unwrap_or(&none);
                // The longer of two calls, which are no parts of one list.
                if known.len >= argument.len { known.clone() } else { argument.clone() }
            });
            let joined = joined.collect();
            self.arguments.insert(id, joined);
        }
        let shape = self.shape_of(id, code, arguments);
        // Each record that the receiver may be gives a list, and they are joined.
        let Shape { len, inner } = shape;
        Shape { len: len.saturating_mul(self.alternatives()), inner }
    }

    /// The shape of the value of a definition. Nothing is counted for it.
    fn shape_of(&mut self, id: DefinitionId, code: &DefinitionCode, arguments: &[Shape]) -> Shape {
        if arguments.is_empty()
            && let Some(known) = self.shapes.get(&id)
        {
            return known.clone();
        }
        let ty = self.program.checked().definitions.get(id.index()).map(|it| it.ty.required());
        let shape = match ty {
            Some(Type::List(_) | Type::Group(_)) => {
                let nothing = Under { times: 0, dated: false, fresh: true };
                self.body(code, arguments, nothing)
            }
            _ => Shape::default(),
        };
        if arguments.is_empty() {
            self.shapes.insert(id, shape.clone());
        }
        shape
    }

    pub(super) fn table(&mut self, slot: TableSlot, arguments: &[Shape], under: Under) -> Shape {
        let Some(code) = self.program.table(slot) else { return Shape::default() };
        let keys = if self.open && !arguments.is_empty() { KEYS } else { 1 };
        let under = under.times(keys);
        let mut frame = Frame::new();
        for (key, shape) in code.keys.iter().zip(arguments) {
            frame.insert(key.index(), shape.clone());
        }
        let mut found = Shape::of(&code.unfilled);
        for (in_force, rows) in &code.versions {
            self.validity(&mut frame, in_force, under);
            found = found.or(&self.rows(&mut frame, rows, under));
        }
        found
    }

    fn rows(&mut self, frame: &mut Frame, rows: &RowsCode, under: Under) -> Shape {
        let mut found = Shape::default();
        for row in &rows.rows {
            for condition in &row.conditions {
                self.formula(frame, *condition, under);
            }
            found = found.or(&self.formula(frame, row.value, under));
        }
        if let Some((value, _)) = &rows.otherwise {
            found = found.or(&self.formula(frame, *value, under));
        }
        found
    }
}
