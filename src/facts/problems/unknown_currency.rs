//! A currency that does not exist.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A word after an amount that names no currency, or several.
pub(in crate::facts) struct UnknownCurrency<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The word.
    pub(in crate::facts) unit: &'a str,
    /// The code most like it.
    pub(in crate::facts) like: Option<&'static str>,
}

impl From<UnknownCurrency<'_>> for Diagnostic {
    fn from(problem: UnknownCurrency<'_>) -> Self {
        let UnknownCurrency { site, unit, like } = problem;
        let message = format!("`{}` is not a currency", shown(unit));
        let help = match like {
            Some(like) => format!("did you mean `{like}`?"),
            None => {
                "write the amount in full and the code of its currency: `1000000.00 EUR`".to_owned()
            }
        };
        let found = Self::error(Code::FACTS_UNKNOWN_CURRENCY, message)
            .label(site.span, "not the code of a currency")
            .help(help);
        match like {
            Some(like) => site.mend(found, &site.words.replace(unit, like)),
            None => found,
        }
    }
}
