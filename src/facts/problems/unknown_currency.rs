//! A currency that does not exist.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Currency;

/// A word after an amount that names no currency, or several.
pub(in crate::facts) struct UnknownCurrency<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The word.
    pub(in crate::facts) unit: &'a str,
    /// The code most like it.
    pub(in crate::facts) like: Option<&'static str>,
    /// The currencies that share the word; none where it is no word of a currency.
    pub(in crate::facts) shared: &'static [Currency],
}

impl From<UnknownCurrency<'_>> for Diagnostic {
    fn from(problem: UnknownCurrency<'_>) -> Self {
        let UnknownCurrency { site, unit, like, shared } = problem;
        if !shared.is_empty() {
            return between(&site, unit, shared);
        }
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

/// A word that several currencies share, none of which is asked for.
fn between(site: &Site<'_>, unit: &str, shared: &[Currency]) -> Diagnostic {
    let codes: Vec<String> = shared.iter().map(|currency| format!("`{currency}`")).collect();
    let message = format!("`{}` is a currency of several countries", shown(unit));
    let found = Diagnostic::error(Code::FACTS_UNKNOWN_CURRENCY, message)
        .label(site.span, "which of them is not said");
    let swedish = match unit {
        "kr" | "kr." => "; under `$locale: sv` it is `SEK`",
        _ => "",
    };
    found.help(format!("write the code: {}{swedish}", codes.join(", ")))
}
