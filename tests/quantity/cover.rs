//! Unions and gaps of periods, held against single days.

use std::collections::BTreeSet;

use proptest::prelude::*;
use subvent::quantity::{Date, Period, gaps_between, gaps_in, union};

/// Days are counted from here; open ends reach beyond the window.
const FIRST: i32 = 700_000;
const DAYS: i32 = 60;

fn date(offset: i32) -> Option<Date> {
    Date::from_day_number(FIRST + offset)
}

fn period() -> impl Strategy<Value = Period> {
    let end = || prop::option::weighted(0.9, 0..DAYS);
    (end(), end()).prop_filter_map("periods in order", |(a, b)| {
        let (start, end) = match (a, b) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            ends => ends,
        };
        Period::new(start.and_then(date), end.and_then(date)).ok()
    })
}

fn periods() -> impl Strategy<Value = Vec<Period>> {
    prop::collection::vec(period(), 0..8)
}

/// The days of the window and one more on each side, which stands for all days beyond.
fn days_of(periods: &[Period]) -> BTreeSet<i32> {
    let days = -1..=DAYS;
    let holds = |day: &i32| {
        let day = date(*day).expect("in range");
        periods.iter().any(|period| period.contains(day))
    };
    days.filter(holds).collect()
}

/// Whether periods are in the order of time and a day lies between any two neighbours.
fn apart(periods: &[Period]) -> bool {
    periods.windows(2).all(|pair| match (pair[0].end, pair[1].start) {
        (Some(end), Some(start)) => start.days_since(end) > 1,
        _ => false,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_union_holds_exactly_the_days_of_all(periods in periods()) {
        let merged = union(periods.iter().copied());
        prop_assert_eq!(days_of(&merged), days_of(&periods));
        prop_assert!(apart(&merged), "{:?}", merged);
        prop_assert_eq!(union(merged.iter().copied()), merged);
    }

    #[test]
    fn no_order_changes_a_union((periods, shuffled) in periods().prop_flat_map(|periods| {
        (Just(periods.clone()), Just(periods).prop_shuffle())
    }), whole in period()) {
        prop_assert_eq!(union(shuffled.iter().copied()), union(periods.iter().copied()));
        prop_assert_eq!(
            gaps_between(shuffled.iter().copied()),
            gaps_between(periods.iter().copied())
        );
        prop_assert_eq!(gaps_in(whole, shuffled), gaps_in(whole, periods));
    }

    #[test]
    fn gaps_and_union_share_no_day_and_make_the_hull(periods in periods()) {
        let merged = union(periods.iter().copied());
        let gaps = gaps_between(periods.iter().copied());
        prop_assert!(apart(&gaps), "{:?}", gaps);
        prop_assert!(days_of(&gaps).is_disjoint(&days_of(&merged)));
        let all: Vec<Period> = gaps.iter().chain(&merged).copied().collect();
        let hull = union(all);
        prop_assert!(hull.len() <= 1, "{:?}", hull);
        let first = merged.first().map(|period| period.start);
        let last = merged.last().map(|period| period.end);
        prop_assert_eq!(hull.first().map(|hull| hull.start), first);
        prop_assert_eq!(hull.first().map(|hull| hull.end), last);
        prop_assert_eq!(gaps.len(), merged.len().saturating_sub(1));
    }

    #[test]
    fn gaps_left_in_a_period_are_its_days_that_nothing_covers(periods in periods(), whole in period()) {
        let gaps = gaps_in(whole, periods.iter().copied());
        let covered = days_of(&periods);
        let expected: BTreeSet<i32> =
            days_of(&[whole]).into_iter().filter(|day| !covered.contains(day)).collect();
        prop_assert_eq!(days_of(&gaps), expected);
        prop_assert!(apart(&gaps), "{:?}", gaps);
        prop_assert!(gaps.iter().all(|gap| gap.within(&whole)));
        if let Some(days) = whole.days() {
            let of = |periods: &[Period]| -> i64 {
                periods.iter().filter_map(|period| period.days()).sum()
            };
            let inside: Vec<Period> =
                union(periods.iter().filter_map(|period| period.overlap(&whole)));
            prop_assert_eq!(of(&gaps) + of(&inside), days);
        }
    }
}
