//! Legal periods and working days.

use super::frame::Frame;
use crate::program::code::{CalendarCode, LegalCode, Operation, Register};
use crate::quantity::Duration;
use crate::text::Span;
use crate::types::typed::{CalendarOf, Legal, LegalCount};
use crate::value::Value;

impl Frame<'_, '_> {
    /// A count by a calendar or by the law of legal periods.
    pub(super) fn legal(&mut self, span: Span, count: &LegalCount) -> Register {
        let (operand, source) = match count.operation {
            // Where the time of the event is not known, it is owed on the facts that give it.
            Legal::Hours { .. } => {
                let formula = self.deeper(|frame| frame.formula(&count.operand));
                (formula.result, Some(formula.block))
            }
            _ => (self.operand(&count.operand), None),
        };
        let duration = match &count.duration {
            Some(duration) => self.operand(duration),
            None => self.shared.constant(Value::Duration(Duration::default())),
        };
        let calendar = match &count.calendar {
            CalendarOf::None => CalendarCode::None,
            CalendarOf::One(id) => CalendarCode::One(*id),
            CalendarOf::Chosen { choice, among } => CalendarCode::Chosen {
                choice: self.operand(choice),
                among: among.as_slice().into(),
            },
        };
        let operation = count.operation;
        let code = LegalCode { operation, operand, duration, calendar, source };
        self.emit(span, Operation::Legal(Box::new(code)))
    }
}
