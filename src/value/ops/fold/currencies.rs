//! The currencies that meet in a fold.

use crate::quantity::{Currency, Fault as Quantity};
use crate::text::Span;
use crate::value::{Fault, FaultKind};

/// The least and the greatest currency of the elements, so that the order in which they come
/// cannot be seen in a fault.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Currencies {
    certain: Option<(Currency, Currency)>,
    possible: Option<(Currency, Currency)>,
    unknown: bool,
}

impl Currencies {
    /// Adds the currency of an amount, which is among the elements for certain or perhaps.
    pub(super) fn push(&mut self, currency: Option<Currency>, certain: bool) {
        let Some(currency) = currency else {
            self.unknown = true;
            return;
        };
        let widened = |seen: Option<(Currency, Currency)>| match seen {
            Some((least, most)) => Some((least.min(currency), most.max(currency))),
            None => Some((currency, currency)),
        };
        self.possible = widened(self.possible);
        if certain {
            self.certain = widened(self.certain);
        }
    }

    /// The currency of the result, when it is known.
    pub(super) fn unit(&self) -> Option<Currency> {
        self.certain.or(self.possible).filter(|(least, most)| least == most).map(|(least, _)| least)
    }

    /// The fault of currencies that certainly meet.
    pub(super) fn certain_fault(&self, at: Span) -> Option<Fault> {
        self.certain.and_then(|seen| mixed(seen, at))
    }

    /// The fault of currencies that may meet.
    pub(super) fn possible_fault(&self, at: Span) -> Option<Fault> {
        self.possible
            .and_then(|seen| mixed(seen, at))
            .or_else(|| self.unknown.then_some(Fault::new(FaultKind::Absent, at)))
    }
}

fn mixed((left, right): (Currency, Currency), at: Span) -> Option<Fault> {
    (left != right).then(|| Fault::arithmetic(Quantity::MixedCurrencies { left, right }, at))
}
