//! Lengths of time in a language, with the right form of each unit.

use super::list::join;
use super::number::{NBSP, number};
use crate::explain::Language;
use crate::explain::plural::Forms;
use crate::explain::words::words;
use crate::quantity::{Duration, Number};

/// A duration: months that make whole years are written as years, as the machine form does.
pub(super) fn duration(duration: Duration, language: Language) -> String {
    let units = &words(language).units;
    let months = if duration.months % 12 == 0 {
        (duration.months / 12, &units.years)
    } else {
        (duration.months, &units.months)
    };
    let parts: Vec<String> =
        [months, (duration.days, &units.days), (duration.working_days, &units.working_days)]
            .into_iter()
            .filter(|(count, _)| *count != 0)
            .map(|(count, forms)| counted(count, forms, language))
            .collect();
    if parts.is_empty() { counted(0, &units.days, language) } else { join(&parts, language) }
}

/// A number and its noun.
pub(crate) fn counted(count: i64, forms: &Forms, language: Language) -> String {
    let count = Number::from_i64(count);
    format!("{}{NBSP}{}", number(count, 0, language), forms.after(count, language))
}
