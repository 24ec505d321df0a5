//! The days that several periods cover together, and the days between them.
//!
//! Both ends of a period belong to it, so a period that ends on 31 March and one that starts on
//! 1 April leave no day out: they are merged, and there is no gap between them.

use super::{Date, Period};

/// The least list of periods that holds exactly the days of all given ones, in the order of time.
///
/// Periods that share a day or follow each other from one day to the next become one.
///
/// ```
/// use subvent::quantity::{Date, Period, union};
/// let period = |a, b| Period::new(Date::parse(a), Date::parse(b));
/// let merged = union([
///     period("2024-06-01", "2024-06-30")?,
///     period("2024-02-01", "2024-03-31")?,
///     period("2024-01-01", "2024-01-31")?,
/// ]);
/// assert_eq!(merged[0].to_string(), "2024-01-01 to 2024-03-31");
/// assert_eq!(merged[1].to_string(), "2024-06-01 to 2024-06-30");
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
#[must_use]
pub fn union(periods: impl IntoIterator<Item = Period>) -> Vec<Period> {
    let mut sorted: Vec<Period> = periods.into_iter().collect();
    // No start is the least of all, as in the order of options.
    sorted.sort_unstable_by_key(|period| (period.start, period.end));
    let mut merged: Vec<Period> = Vec::new();
    for period in sorted {
        match merged.last_mut() {
            Some(last) if touches(last.end, period.start) => {
                last.end = last.end.zip(period.end).map(|(one, two)| one.max(two));
            }
            _ => merged.push(period),
        }
    }
    merged
}

/// The periods between the given ones that none of them covers, in the order of time.
///
/// What lies before the first and after the last is no gap between them.
///
/// ```
/// use subvent::quantity::{Date, Period, gaps_between};
/// let period = |a, b| Period::new(Date::parse(a), Date::parse(b));
/// let first = period("2024-01-01", "2024-01-31")?;
/// let second = period("2024-02-03", "2024-03-31")?;
/// assert_eq!(gaps_between([second, first]), [period("2024-02-01", "2024-02-02")?]);
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
#[must_use]
pub fn gaps_between(periods: impl IntoIterator<Item = Period>) -> Vec<Period> {
    let merged = union(periods);
    let next = merged.iter().skip(1);
    let gaps = merged.iter().zip(next).filter_map(|(one, two)| between(one.end, two.start));
    gaps.collect()
}

/// The periods of `whole` that none of the given ones covers, in the order of time.
///
/// ```
/// use subvent::quantity::{Date, Period, gaps_in};
/// let period = |a, b| Period::new(Date::parse(a), Date::parse(b));
/// let year = period("2024-01-01", "2024-12-31")?;
/// let gaps = gaps_in(year, [period("2023-07-01", "2024-06-30")?]);
/// assert_eq!(gaps, [period("2024-07-01", "2024-12-31")?]);
/// assert_eq!(gaps_in(year, []), [year]);
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
#[must_use]
pub fn gaps_in(whole: Period, periods: impl IntoIterator<Item = Period>) -> Vec<Period> {
    let inside = periods.into_iter().filter_map(|period| period.overlap(&whole));
    let mut gaps = Vec::new();
    // The rest of `whole` that no period before has reached, while there is any.
    let mut rest = Some(whole);
    for covered in union(inside) {
        let Some(left) = rest else { break };
        let before = covered.start.and_then(|start| start.add_days(-1).ok());
        if let Some(last) = before {
            gaps.extend(Period::new(left.start, Some(last)));
        }
        let after = covered.end.and_then(|end| end.add_days(1).ok());
        rest = after.and_then(|first| Period::new(Some(first), left.end).ok());
    }
    gaps.extend(rest);
    gaps
}

/// Whether no day lies between an end and the start that follows it in the order of starts.
fn touches(end: Option<Date>, start: Option<Date>) -> bool {
    end.is_none_or(|end| start.is_none_or(|start| start.days_since(end) <= 1))
}

/// The days between an end and a later start, when there are any.
fn between(end: Option<Date>, start: Option<Date>) -> Option<Period> {
    let first = end?.add_days(1).ok()?;
    let last = start?.add_days(-1).ok()?;
    Period::new(Some(first), Some(last)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(start: &str, end: &str) -> Period {
        Period::new(Date::parse(start), Date::parse(end)).unwrap()
    }

    #[test]
    fn neighbours_merge_and_a_missing_day_does_not() {
        let january = period("2024-01-01", "2024-01-31");
        assert_eq!(
            union([january, period("2024-02-01", "2024-02-29")]),
            [period("2024-01-01", "2024-02-29")]
        );
        let later = period("2024-02-02", "2024-02-29");
        assert_eq!(union([later, january]), [january, later]);
        assert_eq!(gaps_between([later, january]), [period("2024-02-01", "2024-02-01")]);
    }

    #[test]
    fn a_period_inside_another_adds_nothing() {
        let year = period("2024-01-01", "2024-12-31");
        let spring = period("2024-03-01", "2024-05-31");
        assert_eq!(union([spring, year, spring]), [year]);
        assert_eq!(gaps_between([spring, year]), []);
        assert_eq!(gaps_in(spring, [year]), []);
    }

    #[test]
    fn open_ends_cover_everything_on_their_side() {
        let until = period("open", "2024-01-31");
        let from = period("2024-03-01", "open");
        let february = period("2024-02-01", "2024-02-29");
        let always = period("open", "open");
        assert_eq!(union([from, until]), [until, from]);
        assert_eq!(gaps_between([from, until]), [february]);
        assert_eq!(gaps_in(always, [from, until]), [february]);
        assert_eq!(gaps_in(always, [february]), [until, from]);
        assert_eq!(union([from, february, until]), [always]);
        assert_eq!(gaps_in(always, [always]), []);
    }

    #[test]
    fn the_first_and_the_last_day_have_no_neighbour() {
        let all = Period::new(Some(Date::MIN), Some(Date::MAX)).unwrap();
        let first = Period::new(Some(Date::MIN), Some(Date::MIN)).unwrap();
        let last = Period::new(Some(Date::MAX), Some(Date::MAX)).unwrap();
        assert_eq!(gaps_in(all, [first, last]), [period("0001-01-02", "9999-12-30")]);
        assert_eq!(gaps_in(all, [all]), []);
        assert_eq!(union([last, first]), [first, last]);
    }

    #[test]
    fn of_nothing_there_is_nothing() {
        assert_eq!(union([]), []);
        assert_eq!(gaps_between([]), []);
        assert_eq!(gaps_between([period("2024-01-01", "2024-01-31")]), []);
    }
}
