//! Exchange rates, and amounts converted with them.

use super::super::calendar::show;
use super::body::{Scope, Writer};
use super::model::{RatesModel, Ty, day};
use super::source::{Code, level};

/// The currencies of a table: its base and the others. Amounts are in PLN and EUR.
const CURRENCIES: [[&str; 3]; 3] =
    [["EUR", "PLN", "SEK"], ["PLN", "EUR", "SEK"], ["SEK", "EUR", "PLN"]];

/// Rates that keep numbers short; the last makes a quotient without end.
const RATES: [&str; 6] = ["4", "0.25", "5", "1.25", "4.2", "3"];

impl Writer {
    /// A table of exchange rates, with gaps now and then.
    pub fn declare_rates(&mut self) -> String {
        let name = self.name("rates");
        let [base, others @ ..] = CURRENCIES[self.chance.below(3)];
        let quoted = self.chance.word(&["quoted per base", "quoted in base"]);
        let (rhythm, days) = match self.chance.below(4) {
            0 => ("daily".to_owned(), true),
            1 => {
                let frozen = day(&mut self.chance);
                (format!("frozen on {}", show(frozen)), false)
            }
            _ => ("monthly".to_owned(), false),
        };
        let frozen = rhythm.starts_with("frozen");
        let mut text =
            format!("rates {name} {{\n  base {base}\n  {rhythm}\n  {quoted}\n  rows {{\n");
        let rows = if frozen { vec![String::new()] } else { self.dates(days) };
        for on in rows {
            let mut quotes = String::new();
            for other in others {
                // A currency without any rate would be an error of the rules.
                if frozen || self.chance.percent(93) {
                    quotes += &format!(" {other} {}", self.chance.word(&RATES));
                }
            }
            text += &if frozen {
                format!("   {quotes}\n")
            } else {
                format!("    {on} {{{quotes} }}\n")
            };
        }
        self.model.rates.push(RatesModel { name, days });
        text + "  }\n}"
    }

    /// The dates of the rows of a table, those in between left out now and then.
    fn dates(&mut self, days: bool) -> Vec<String> {
        let mut dates: Vec<String> = Vec::new();
        if days {
            dates.extend((0..60).map(|_| show(day(&mut self.chance))));
        } else {
            let months = (2022..=2026).flat_map(|year| (1..=12).map(move |month| (year, month)));
            dates.extend(months.map(|(year, month)| format!("{year}-{month:02}")));
            dates.retain(|_| self.chance.percent(97));
        }
        dates.sort();
        dates.dedup();
        dates
    }

    /// An amount brought into a currency.
    pub fn converted(&mut self, to: &'static str, scope: &Scope, depth: u8) -> Code {
        let Some(rates) = self.chance.pick(&self.model.rates).cloned() else {
            return self.leaf(&Ty::Money(to), scope);
        };
        let from = self.chance.word(&["PLN", "EUR"]);
        let amount = self.expression(&Ty::Money(from), scope, depth).at(level::POSTFIX);
        let kinds: &[Ty] = if rates.days {
            &[Ty::Date, Ty::Date, Ty::Moment]
        } else {
            &[Ty::Date, Ty::Date, Ty::Month, Ty::Moment]
        };
        let kind = self.chance.pick(kinds).cloned().unwrap_or(Ty::Date);
        let date = self.expression(&kind, scope, depth.min(1)).text;
        let text = format!("{amount} in {to} at {} on ({date})", rates.name);
        Code::new(text, level::POSTFIX)
    }
}
