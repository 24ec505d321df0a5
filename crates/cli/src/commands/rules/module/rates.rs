//! Exchange rates of a module: what is quoted how, and where the quotes come from.

use serde::Serialize;
use subvent::explain::Role;
use subvent::quantity::{Currency, Quotation, RateDate};
use subvent::types::typed::{Checked, Rates, RatesRhythm};

use super::{CiteShown, cites};
use crate::screen::{Screen, printable};

/// A table of exchange rates as it is shown.
#[derive(Serialize)]
pub(super) struct RatesShown {
    rates: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    base: String,
    quoted: &'static str,
    rhythm: String,
    /// A host supplies the quotes.
    supplied: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    currencies: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    pub(super) cite: Vec<CiteShown>,
}

impl RatesShown {
    /// A table with its words in a language.
    pub(super) fn new(checked: &Checked, rates: &Rates, language: &str) -> Self {
        let dates = || rates.table.iter().flat_map(|table| table.iter().map(|(_, on, _)| on));
        let shown = |on: RateDate| on.to_string();
        Self {
            rates: rates.path.to_string(),
            title: rates.title.get(language).cloned(),
            base: rates.base.to_string(),
            quoted: match rates.quotation {
                Quotation::PerBase => "per base",
                Quotation::InBase => "in base",
            },
            rhythm: match rates.rhythm {
                RatesRhythm::Monthly => "monthly".to_owned(),
                RatesRhythm::Daily => "daily".to_owned(),
                RatesRhythm::Frozen(day) => format!("frozen on {day}"),
            },
            supplied: rates.supplied,
            currencies: currencies(rates).iter().map(ToString::to_string).collect(),
            first: dates().min().map(shown),
            last: dates().max().map(shown),
            cite: cites(checked, &rates.cite, language),
        }
    }

    pub(super) fn text(&self, module: &str, screen: &Screen) -> String {
        let name = screen.paint(Role::Name, super::text::short(&self.rates, module));
        let title = printable(self.title.as_deref().unwrap_or_default());
        let mut text = format!("  {}\n", format!("{name}  {title}").trim_end());
        let mut facts = vec![format!("base {}", self.base), format!("quoted {}", self.quoted)];
        facts.push(self.rhythm.clone());
        if !self.currencies.is_empty() {
            facts.push(self.currencies.join(", "));
        }
        if let (Some(first), Some(last)) = (&self.first, &self.last) {
            facts.push(if first == last { first.clone() } else { format!("{first} to {last}") });
        }
        text.push_str(&format!("    {}\n", facts.join("; ")));
        if self.supplied {
            let line = format!("    to be supplied: --rates {}=FILE.csv\n", self.rates);
            text.push_str(&screen.paint(Role::Doubt, &line));
        }
        for cite in &self.cite {
            text.push_str(&cite.text(screen));
        }
        text
    }
}

/// The currencies beside the base, as far as they are known.
fn currencies(rates: &Rates) -> Vec<Currency> {
    let mut all = rates.currencies().unwrap_or_default();
    all.retain(|currency| *currency != rates.base);
    all
}
