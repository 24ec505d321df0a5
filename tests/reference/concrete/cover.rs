//! Unions and gaps of periods, by cutting the line of days at every end and looking at each piece;
//! years and quarters by the civil calendar.

use subvent::types::typed::{Expr, ExprKind};

use super::super::calendar;
use super::aggregate::gathered;
use super::value::{PLAIN, Res, Stop, Val};
use super::world::{Frame, World};

/// Days from one to another; an end that is missing is infinity.
type Piece = (Option<i64>, Option<i64>);

impl World<'_> {
    /// The forms over lists of periods, and fiscal years.
    pub(super) fn covered(&self, expr: &Expr, frame: &Frame) -> Res {
        match &expr.kind {
            ExprKind::UnionOf(list) => {
                let periods = periods(self.eval(list, frame)?)?;
                Ok(joined(pieces(&periods), &|piece| is_covered(&periods, piece)))
            }
            ExprKind::GapsBetween(list) => {
                let periods = periods(self.eval(list, frame)?)?;
                let covered = |piece: Piece| is_covered(&periods, piece);
                let all = pieces(&periods);
                let first = all.iter().position(|piece| covered(*piece));
                let last = all.iter().rposition(|piece| covered(*piece));
                let (Some(first), Some(last)) = (first, last) else {
                    return Ok(Val::list(Vec::new()));
                };
                Ok(joined(all[first..=last].to_vec(), &|piece| !covered(piece)))
            }
            ExprKind::GapsIn { period, list } => {
                let (whole, list) = self.pair(period, list, frame)?;
                let Val::Period(start, end) = whole else { return Err(PLAIN) };
                let mut cuts = periods(list)?;
                let covering = cuts.clone();
                cuts.push((start, end));
                let uncovered = |piece: Piece| {
                    is_covered(&[(start, end)], piece) && !is_covered(&covering, piece)
                };
                Ok(joined(pieces(&cuts), &uncovered))
            }
            ExprKind::FiscalYear { of, start } => {
                let (of, start) = self.pair(of, start, frame)?;
                fiscal_year(of.day()?, start.day()?)
            }
            _ => self.compared(expr, frame),
        }
    }
}

fn periods(list: Val) -> Result<Vec<Piece>, Stop> {
    let items = gathered(list.elements()?.to_vec())?;
    let ends = |item| match item {
        Val::Period(start, end) => Ok((start, end)),
        _ => Err(PLAIN),
    };
    items.into_iter().map(ends).collect()
}

/// All days, cut before each first and after each last day.
fn pieces(periods: &[Piece]) -> Vec<Piece> {
    let firsts = periods.iter().filter_map(|(start, _)| *start);
    let nexts = periods.iter().filter_map(|(_, end)| end.map(|end| end + 1));
    let mut cuts: Vec<i64> = firsts.chain(nexts).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let starts = std::iter::once(None).chain(cuts.iter().map(|cut| Some(*cut)));
    let ends = cuts.iter().map(|cut| Some(cut - 1)).chain(std::iter::once(None));
    starts.zip(ends).collect()
}

/// Whether some period holds all of a piece, which none holds in part.
fn is_covered(periods: &[Piece], (start, end): Piece) -> bool {
    periods.iter().any(|(first, last)| {
        let from = first.is_none_or(|first| start.is_some_and(|start| first <= start));
        let to = last.is_none_or(|last| end.is_some_and(|end| end <= last));
        from && to
    })
}

/// The pieces that are wanted, neighbours put together.
fn joined(pieces: Vec<Piece>, wanted: &dyn Fn(Piece) -> bool) -> Val {
    let mut runs: Vec<Piece> = Vec::new();
    let mut before = false;
    for piece in pieces {
        let now = wanted(piece);
        match runs.last_mut() {
            Some(run) if now && before => run.1 = piece.1,
            _ if now => runs.push(piece),
            _ => {}
        }
        before = now;
    }
    Val::list(runs.into_iter().map(|(start, end)| Val::Period(start, end)).collect())
}

fn fiscal_year(day: i64, starting: i64) -> Res {
    let ((year, ..), (_, month, of_month)) = (calendar::civil(day), calendar::civil(starting));
    if (month, of_month) == (2, 29) {
        return Err(PLAIN);
    }
    let begins = |year| calendar::day_of(year, month, of_month);
    let first = if begins(year) <= day { year } else { year - 1 };
    Ok(Val::Period(Some(begins(first)), Some(begins(first + 1) - 1)))
}

/// The quarter of the calendar year that a day lies in.
pub(super) fn quarter(day: i64) -> Val {
    let (year, month, _) = calendar::civil(day);
    let first = [1, 4, 7, 10].into_iter().rev().find(|first| *first <= month).unwrap_or(1);
    let last = calendar::day_of(year, first + 2, calendar::length(year, first + 2));
    Val::Period(Some(calendar::day_of(year, first, 1)), Some(last))
}

/// The day of the week, Monday as 1; 1970-01-01 was a Thursday.
pub(super) fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7) + 1
}
