//! Exchange rates that a host supplies.
//!
//! A programme without them is complete and answers every question that needs none; a rule that
//! needs one is faulty and says which table to supply. With them it is another programme, with a
//! digest of its own.

use std::sync::Arc;

use super::Pack;
use super::digest;
use super::problems::{Problems, error_of_problems};
use super::refusals::{NoSuchRates, NotSupplied, OtherRates};
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::quantity::{RateTable, Rhythm};
use crate::text::{Source, SourceMap};
use crate::types::rates::from_csv;
use crate::types::typed::{Checked, Rates, RatesId, RatesRhythm};

impl Pack {
    /// The same programme with the quotes of a text in CSV in a table that is `supplied`.
    ///
    /// `name` is the table's full name, such as `eu.rates.inforeuro`, or the end of it. Gaps
    /// between the quotes are among the warnings of the result.
    ///
    /// # Errors
    /// When there is no such table to supply, and for every row or cell that is no quote.
    pub fn with_rates(&self, name: &str, csv: Source) -> Result<Self, RateProblems> {
        let (id, rates) = self.supplied(name).map_err(|problem| refused(name, *problem))?;
        let source = self.sources().next_id();
        let text = csv.text().to_owned();
        let sources = self.sources().with(csv);
        let (table, problems) = from_csv(rates, source, &text);
        if problems.has_errors() {
            return Err(RateProblems::new(name, sources, problems));
        }
        let mut pack = self.with_table(id, table);
        pack.sources = sources;
        pack.warnings.extend(problems);
        Ok(pack)
    }

    /// The same programme with a host's own table in one that is `supplied`.
    ///
    /// # Errors
    /// When there is no such table to supply, or when base, direction or rhythm are not those
    /// that the rules declare.
    pub fn with_rate_table(&self, name: &str, table: RateTable) -> Result<Self, RateProblems> {
        let (id, rates) = self.supplied(name).map_err(|problem| refused(name, *problem))?;
        let rhythm = match rates.rhythm {
            RatesRhythm::Monthly => Some(Rhythm::Monthly),
            RatesRhythm::Daily => Some(Rhythm::Daily),
            RatesRhythm::Frozen(_) => None,
        };
        let declared = (rates.base, rates.quotation, rhythm);
        let supplied = (table.base(), table.quotation(), table.rhythm());
        let same = (supplied.0, supplied.1, rhythm.map(|_| supplied.2)) == declared;
        if !same {
            let rates = rates.path.to_string();
            return Err(refused(name, OtherRates { rates, declared, supplied }.into()));
        }
        let table = match rates.rhythm {
            RatesRhythm::Frozen(day) => table.frozen_on(day),
            RatesRhythm::Monthly | RatesRhythm::Daily => table,
        };
        Ok(self.with_table(id, table))
    }

    /// The same programme with these quotes in a table.
    pub(super) fn with_table(&self, id: RatesId, table: RateTable) -> Self {
        let path = self.checked().rates.get(id.index()).map_or("", |rates| &*rates.path);
        let sha256 = digest::with_rates(self.sha256(), path, &table);
        let program = Arc::new(self.program().with_rates(id, Arc::new(table)));
        Self { program, sha256, ..self.clone() }
    }

    /// The table of a name, which must be one to supply.
    fn supplied(&self, name: &str) -> Result<(RatesId, &Rates), Box<Diagnostic>> {
        let checked = self.checked();
        let Some(id) = rates(checked, name) else {
            return Err(Box::new(self.no_such_rates(name).into()));
        };
        match checked.rates.get(id.index()) {
            Some(rates) if rates.supplied => Ok((id, rates)),
            _ => Err(Box::new(NotSupplied { rates: name.to_owned() }.into())),
        }
    }

    fn no_such_rates(&self, name: &str) -> NoSuchRates {
        let all = &self.checked().rates;
        let paths = all.iter().flat_map(|rates| [&*rates.path, &*rates.name]);
        let supplied = all.iter().filter(|rates| rates.supplied);
        NoSuchRates {
            written: name.to_owned(),
            module: self.module().to_owned(),
            near: nearest(name, paths).map(str::to_owned),
            supplied: supplied.map(|rates| rates.path.to_string()).collect(),
        }
    }
}

/// The table of rates of a full name, or of the end of one, as far as that is one table.
#[must_use]
pub fn rates(checked: &Checked, written: &str) -> Option<RatesId> {
    let ends_so = |path: &str| {
        path.strip_suffix(written).is_some_and(|front| front.is_empty() || front.ends_with('.'))
    };
    let paths = || (0..).map(RatesId).zip(checked.rates.iter().map(|rates| &*rates.path));
    let whole = paths().find(|(_, path)| *path == written);
    let mut ends = paths().filter(|(_, path)| ends_so(path));
    match (whole, ends.next(), ends.next()) {
        (Some((id, _)), _, _) | (None, Some((id, _)), None) => Some(id),
        _ => None,
    }
}

/// Why exchange rates of a host cannot be used.
#[derive(Clone, Debug)]
pub struct RateProblems {
    problems: Box<Problems>,
}

impl RateProblems {
    fn new(name: &str, sources: SourceMap, problems: Diagnostics) -> Self {
        let headline = format!("the exchange rates for `{name}` cannot be used");
        Self { problems: Box::new(Problems::new(headline, sources, problems)) }
    }
}

error_of_problems!(RateProblems);

fn refused(name: &str, problem: Diagnostic) -> RateProblems {
    let mut problems = Diagnostics::new();
    problems.push(problem);
    RateProblems::new(name, SourceMap::new(), problems)
}
