//! What several violations together leave of amounts, in a summary.

use super::outcomes::label;
use super::table::Row;
use crate::eval::{AmountTotal, Totals};
use crate::explain::case::Case;
use crate::explain::line::Role;
use crate::explain::report::{ANY_AMOUNT, amount_name, asking, type_of};
use crate::explain::words::fill;

/// A row for each amount that several rules lower, with the lowest and all that ask for it; and
/// one for what all exclusions come to.
pub(super) fn totals(case: &Case<'_>) -> Vec<Row> {
    let totals = &case.evaluation.totals;
    let several = totals.reductions.iter().filter(|total| total.outcomes.len() > 1);
    let mut rows: Vec<Row> = several.filter_map(|total| lowest(case, total)).collect();
    if totals.exclusions.iter().map(|total| total.outcomes.len()).sum::<usize>() > 1 {
        rows.extend(excluded(case, totals));
    }
    rows
}

fn lowest(case: &Case<'_>, total: &AmountTotal) -> Option<Row> {
    let words = &case.words().consequences;
    let amount = case.spoken().bounds(total.amount.as_ref()?, type_of(case, total));
    let rules: Vec<String> = asking(case, total).map(|(rule, _)| label(rule)).collect();
    Some(vec![
        (Role::Name, amount_name(case, total)),
        (Role::Value, fill(words.lowest, &[&amount])),
        (Role::Name, rules.join(", ")),
    ])
}

fn excluded(case: &Case<'_>, totals: &Totals) -> Option<Row> {
    let words = &case.words().consequences;
    let sums = totals.excluded.iter().map(|sum| case.spoken().bounds(sum, &ANY_AMOUNT));
    let sums: Vec<String> = sums.collect();
    if sums.is_empty() {
        return None;
    }
    let text = fill(words.excluded_in_all, &[&case.spoken().join(&sums)]);
    Some(vec![(Role::Name, String::new()), (Role::Value, text)])
}
