//! An amount in another currency than its field.

use super::Site;
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Currency, Number};

/// An amount that would need a conversion.
pub(in crate::facts) struct WrongCurrency<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// How much.
    pub(in crate::facts) amount: Number,
    /// The currency that is written.
    pub(in crate::facts) found: Currency,
    /// The currency of the field.
    pub(in crate::facts) wanted: Currency,
}

impl From<WrongCurrency<'_>> for Diagnostic {
    fn from(problem: WrongCurrency<'_>) -> Self {
        let WrongCurrency { site, amount, found, wanted } = problem;
        let message = format!("`{}` is in {wanted}, not in {found}", site.field);
        Self::error(Code::FACTS_WRONG_CURRENCY, message)
            .label(site.span, format!("{amount} in {found}"))
            .label(site.declared, format!("declared here in {wanted}"))
            .help(format!(
                "write the amount in {wanted}; nothing is converted without a rate that the rules \
                 name"
            ))
    }
}
