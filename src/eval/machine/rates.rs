//! Tables of exchange rates while code runs.

use super::Machine;
use crate::eval::StepRate;
use crate::eval::recorder::Recorder;
use crate::program::code::Operation;
use crate::types::typed::RatesId;
use crate::value::Value;
use crate::value::ops::{self, Rates};

impl<R: Recorder> Machine<'_, R> {
    /// A table of rates with its quotes, when there are any.
    pub(super) fn rates(&self, id: RatesId) -> Rates<'_> {
        Rates { number: id.0, table: self.program.rates(id) }
    }

    /// The rate that a conversion takes, once its operands are computed.
    pub(super) fn taken_rate(&self, operation: &Operation) -> Option<StepRate> {
        let Operation::Convert { amount, on, to, rates } = operation else { return None };
        let (value, on) = (self.value(*amount), self.value(*on));
        let rate = ops::exchange_rate(value, *to, self.rates(*rates), on)?;
        match value {
            Value::Money(amount) => Some(StepRate { rates: *rates, amount: *amount, rate }),
            _ => None,
        }
    }
}
