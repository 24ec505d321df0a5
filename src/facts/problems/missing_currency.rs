//! A number without the currency that it needs.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Currency;

/// A bare number in a field that is not in the programme's currency.
pub(in crate::facts) struct MissingCurrency<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The digits.
    pub(in crate::facts) amount: &'a str,
    /// The currency of the field, where it is fixed.
    pub(in crate::facts) wanted: Option<Currency>,
    /// The currency of the programme, which a bare number would take.
    pub(in crate::facts) own: Option<Currency>,
}

impl From<MissingCurrency<'_>> for Diagnostic {
    fn from(problem: MissingCurrency<'_>) -> Self {
        let MissingCurrency { site, amount, wanted, own } = problem;
        let message = format!("`{}` does not say its currency", shown(site.words));
        let declared = match wanted {
            Some(wanted) => format!("declared here in {wanted}"),
            None => "declared here in any currency".to_owned(),
        };
        let help = match (wanted, own) {
            (Some(wanted), Some(own)) => format!(
                "write the currency: `{amount} {wanted}`; a bare number would be taken for {own}, \
                 the programme's currency"
            ),
            (Some(wanted), None) => format!("write the currency: `{amount} {wanted}`"),
            (None, _) => format!("write the currency after the amount: `{amount} EUR`"),
        };
        Self::error(Code::FACTS_MISSING_CURRENCY, message)
            .label(site.span, "an amount without a currency")
            .label(site.declared, declared)
            .help(help)
    }
}
