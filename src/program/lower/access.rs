//! Fields, records inside records, and evidence.

use super::frame::{Frame, local};
use super::unknown;
use crate::program::code::{Operation, Register};
use crate::program::parts::FactPlace;
use crate::text::Span;
use crate::types::typed::{Expr, ExprKind, Field, RecordId, Type};
use crate::value::{Missing, Owed};

/// Where a record starts: so many cells after the record in a register, and that one's type.
struct Place {
    base: Register,
    offset: u32,
    record: RecordId,
}

impl<'c> Frame<'_, 'c> {
    /// A field of a record.
    pub(super) fn field(
        &mut self,
        span: Span,
        base: &Expr,
        record: RecordId,
        field: u32,
    ) -> Register {
        let inner = self.shared.schema.field_offset(record, field).unwrap_or(0);
        let Place { base, offset, record: outer } = self.place(base, record);
        let offset = offset.saturating_add(inner);
        let declared = self.declared(record, field);
        if declared.is_some_and(lies_in_line) {
            return self.emit(span, Operation::Inside { base, offset, record: outer });
        }
        let read = Operation::Cell { base, offset, record: outer };
        match (self.evidence, declared) {
            (Some(level), Some(declared)) if has_evidence(declared) => {
                let owed = Missing::one(Owed::Evidence(0, level));
                let unknown = unknown::of_field(self.shared.checked, declared, &owed);
                let unknown = self.shared.constant(unknown);
                let from = self.help(span, read);
                let place = FactPlace { base, offset };
                self.emit(span, Operation::Evidence { from, place, level, unknown })
            }
            _ => self.emit(span, read),
        }
    }

    /// A record as another that it includes.
    pub(super) fn include(&mut self, whole: &Expr, record: RecordId) -> Register {
        let Place { base, offset, record } = self.place(whole, record);
        if offset == 0 {
            return base;
        }
        self.help(whole.span, Operation::Inside { base, offset, record })
    }

    /// Where a record starts. Records that lie in line need no instruction of their own.
    fn place(&mut self, expr: &Expr, record: RecordId) -> Place {
        let (base, outer, inner) = match &expr.kind {
            ExprKind::Receiver => return Place { base: Register::RECEIVER, offset: 0, record },
            ExprKind::Local(id) => return Place { base: local(*id), offset: 0, record },
            ExprKind::Include { base, record: outer, include } => {
                (base, *outer, self.shared.schema.include_offset(*outer, *include))
            }
            ExprKind::Field { base, record: outer, field }
                if self.declared(*outer, *field).is_some_and(lies_in_line) =>
            {
                (base, *outer, self.shared.schema.field_offset(*outer, *field))
            }
            _ => {
                let base = self.deeper(|frame| frame.expr(expr));
                return Place { base, offset: 0, record };
            }
        };
        let place = self.place(base, outer);
        Place { offset: place.offset.saturating_add(inner.unwrap_or(0)), ..place }
    }

    fn declared(&self, record: RecordId, field: u32) -> Option<&'c Field> {
        let record = self.shared.checked.records.get(record.index())?;
        record.fields.get(field as usize)
    }
}

/// A required record takes no cell of its own.
fn lies_in_line(field: &Field) -> bool {
    matches!(field.ty.required(), Type::Record(_)) && !field.reference && !field.optional
}

/// Records and lists have evidence in what they hold.
fn has_evidence(field: &Field) -> bool {
    field.reference || !matches!(field.ty.required(), Type::Record(_) | Type::List(_))
}
