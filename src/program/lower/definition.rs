//! Definitions with their exceptions, and how they are read.

use super::frame::{Frame, local};
use super::{Lowering, unknown};
use crate::program::code::{Operation, Register};
use crate::program::parts::{DefinitionCode, ExceptionCode, TableSlot};
use crate::text::Span;
use crate::types::typed::{Definition, DefinitionId, Exception, Expr};
use crate::value::{Missing, Owed};

/// The code of a definition.
pub(super) fn lower(shared: &mut Lowering<'_>, definition: &Definition) -> DefinitionCode {
    let owed = Missing::one(Owed::Fill(definition.span));
    let unfilled = unknown::of_type(shared.checked, &definition.ty, &owed);
    let mut frame = Frame::new(shared, definition.locals.len());
    let as_of = definition.as_of.as_ref().map(|date| frame.formula(date));
    let versions = definition.versions.iter();
    let versions = versions
        .map(|version| (frame.in_force(&version.validity), frame.formula(&version.body)))
        .collect();
    let exceptions = exceptions(&mut frame, &definition.exceptions);
    DefinitionCode {
        registers: frame.registers(),
        parameters: definition.params.iter().map(|id| local(*id)).collect(),
        as_of,
        versions,
        exceptions,
        unfilled,
        remembered: definition.params.is_empty(),
        span: definition.span,
    }
}

fn exceptions(frame: &mut Frame<'_, '_>, list: &[Exception]) -> Vec<ExceptionCode> {
    let one = |exception: &Exception| ExceptionCode {
        in_force: frame.in_force(&exception.validity),
        condition: frame.formula(&exception.condition),
        value: frame.formula(&exception.value),
        exceptions: exceptions(frame, &exception.exceptions),
        span: exception.span,
    };
    list.iter().map(one).collect()
}

impl Frame<'_, '_> {
    /// A definition's value.
    pub(super) fn call(
        &mut self,
        span: Span,
        definition: DefinitionId,
        receiver: Option<&Expr>,
        arguments: &[Expr],
    ) -> Register {
        let declared = self.shared.checked.definitions.get(definition.index());
        let record = declared.and_then(|definition| definition.receiver);
        let receiver = receiver.zip(record).map(|(it, record)| (self.operand(it), record));
        let arguments = self.operands(arguments);
        self.emit(span, Operation::Call { definition, receiver, arguments })
    }

    /// A parameter's or a table's value.
    pub(super) fn look_up(&mut self, span: Span, table: TableSlot, arguments: &[Expr]) -> Register {
        let arguments = self.operands(arguments);
        self.emit(span, Operation::Table { table, arguments })
    }
}
