//! The currencies that meet in a fold.

use crate::quantity::{Currency, Fault as Quantity};
use crate::text::Span;
use crate::value::missing::Gathered;
use crate::value::{Fault, FaultKind, Missing};

/// The least and the greatest currency of the elements, so that the order in which they come
/// cannot be seen in a fault.
#[derive(Clone, Debug, Default)]
pub(super) struct Currencies {
    certain: Option<(Currency, Currency)>,
    possible: Option<(Currency, Currency)>,
    unknown: bool,
    /// What would decide which of those that are not certain meet.
    missing: Gathered,
}

impl Currencies {
    /// Adds the currency of an amount, which is among the elements for certain or perhaps.
    pub(super) fn push(&mut self, currency: Option<Currency>, certain: bool, missing: &Missing) {
        if !certain || currency.is_none() {
            self.missing.add(missing);
        }
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
        let possible = self.possible.filter(|_| !self.unknown);
        self.certain.or(possible).filter(|(least, most)| least == most).map(|(least, _)| least)
    }

    /// The fault of currencies that certainly meet.
    pub(super) fn certain_fault(&self, at: Span) -> Option<Fault> {
        self.certain.and_then(|seen| mixed(seen, at))
    }

    /// The fault of currencies that may meet, and what would decide it.
    pub(super) fn possible_fault(&self, at: Span) -> Option<(Fault, Missing)> {
        let unknown = self.unknown.then_some(Fault::new(FaultKind::Absent, at));
        let fault = self.possible.and_then(|seen| mixed(seen, at)).or(unknown)?;
        Some((fault, self.missing.clone().finish()))
    }
}

fn mixed((left, right): (Currency, Currency), at: Span) -> Option<Fault> {
    (left != right).then(|| Fault::arithmetic(Quantity::MixedCurrencies { left, right }, at))
}
