//! Sums of many terms: exactly the total, in every order.

use num_traits::Zero;
use proptest::prelude::*;
use subvent::quantity::{Fault, Number, Sum};

use crate::oracle::{Big, agrees, big, is_held, number};

/// Terms of which some cancel others, so that totals are held although partial sums are not.
fn terms() -> impl Strategy<Value = Vec<Number>> {
    let drawn = prop::collection::vec((number(), any::<bool>()), 0..12);
    (drawn, any::<prop::sample::Index>()).prop_map(|(drawn, at)| {
        let mut terms: Vec<Number> = Vec::new();
        for (term, cancels) in drawn {
            terms.push(term);
            if cancels {
                let place = at.index(terms.len());
                terms.insert(place, term.neg());
            }
        }
        terms
    })
}

fn exact(terms: &[Number]) -> Big {
    terms.iter().fold(Big::zero(), |sum, term| sum + big(*term))
}

/// The common denominator of the terms of each denominator, which bounds what a sum needs.
fn denominator_bits(terms: &[Number]) -> u64 {
    let mut common = num_bigint::BigInt::from(1);
    for term in terms {
        let denominator = big(*term).denom().clone();
        let shared = gcd(common.clone(), denominator.clone());
        common *= denominator / shared;
    }
    common.bits()
}

fn gcd(mut a: num_bigint::BigInt, mut b: num_bigint::BigInt) -> num_bigint::BigInt {
    while !b.is_zero() {
        (a, b) = (b.clone(), a % b);
    }
    a
}

proptest! {
    #[test]
    fn the_total_is_exact(terms in terms()) {
        let total: Result<Number, Fault> = terms.iter().copied().collect::<Sum>().total();
        // Twelve denominators of 96 bits stay far below the bound of 4096.
        prop_assert!(denominator_bits(&terms) <= 4096);
        agrees(total, &exact(&terms))?;
    }

    #[test]
    fn no_order_changes_the_total((terms, shuffled) in terms().prop_flat_map(|terms| {
        (Just(terms.clone()), Just(terms).prop_shuffle())
    })) {
        let total = terms.iter().copied().collect::<Sum>().total();
        prop_assert_eq!(shuffled.iter().copied().collect::<Sum>().total(), total);
        let mut halves = Sum::new();
        let (first, second) = shuffled.split_at(shuffled.len() / 2);
        halves.append(&second.iter().copied().collect());
        halves.append(&first.iter().copied().collect());
        prop_assert_eq!(halves.total(), total);
    }

    #[test]
    fn a_sum_is_what_adding_gives_where_adding_gets_there(terms in terms()) {
        let added = terms.iter().try_fold(Number::ZERO, |sum, term| sum.add(*term));
        if let Ok(added) = added {
            prop_assert_eq!(terms.iter().copied().collect::<Sum>().total(), Ok(added));
            prop_assert!(is_held(&exact(&terms)));
        }
    }
}

#[test]
fn a_thousand_unlike_quotients_are_a_fault_and_not_a_delay() {
    let terms = (1_000_001..1_001_001).map(|q| Number::new_ratio(1, q).unwrap());
    let terms: Vec<Number> = terms.collect();
    let reversed: Sum = terms.iter().rev().copied().collect();
    assert_eq!(terms.iter().copied().collect::<Sum>().total(), Err(Fault::Overflow));
    assert_eq!(reversed.total(), Err(Fault::Overflow));
    // The same quotients cancel one by one, and nothing is left.
    let cancelled: Sum = terms.iter().copied().chain(terms.iter().map(|n| n.neg())).collect();
    assert_eq!(cancelled.total(), Ok(Number::ZERO));
}

#[test]
fn a_hundred_thousand_of_the_longest_numbers_have_room() {
    let most = Number::from_decimal(rust_decimal::Decimal::MAX);
    let mut sum = Sum::new();
    for _ in 0..100_000 {
        sum.push(most);
    }
    assert_eq!(sum.total(), Err(Fault::Overflow));
    for _ in 0..99_999 {
        sum.push(most.neg());
    }
    assert_eq!(sum.total(), Ok(most));
}
