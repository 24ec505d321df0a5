//! Laws of logic and order, and that knowing more never allows more.

use proptest::prelude::*;
use subvent::value::ops::{self, Truth};
use subvent::value::{Arithmetic, Extent, Fault, FaultKind, Missing, Open, Order, Owed, Value};

use crate::inclusion::holds;
use crate::samples::{self, elsewhere, here, number, or_worse};

/// Every set of possibilities of a condition, as a value.
fn conditions() -> Vec<(Vec<char>, Value)> {
    let fault = Fault::new(FaultKind::NoRow, elsewhere(20));
    let mut all = Vec::new();
    for set in 1..8_u8 {
        let (yes, no, faulty) = (set & 1 > 0, set & 2 > 0, set & 4 > 0);
        let truth = Truth { yes, no, fault: faulty.then_some(fault) };
        let letters = [(yes, 'y'), (no, 'n'), (faulty, 'f')];
        let letters = letters.into_iter().filter(|(is, _)| *is).map(|(_, letter)| letter).collect();
        all.push((letters, truth.into_value(Missing::one(Owed::Fact(u32::from(set))))));
    }
    all
}

fn letters(value: &Value) -> Vec<char> {
    let truth = ops::truth(value);
    let all = [(truth.yes, 'y'), (truth.no, 'n'), (truth.fault.is_some(), 'f')];
    all.into_iter().filter(|(is, _)| *is).map(|(_, letter)| letter).collect()
}

/// The set of results of an operation on all members of two sets, in the order y, n, f.
fn image(left: &[char], right: &[char], strongest: char, weakest: char) -> Vec<char> {
    let one = |l: char, r: char| {
        if l == strongest || r == strongest {
            strongest
        } else if l == 'f' || r == 'f' {
            'f'
        } else {
            weakest
        }
    };
    let results: Vec<char> =
        left.iter().flat_map(|l| right.iter().map(move |r| one(*l, *r))).collect();
    ['y', 'n', 'f'].into_iter().filter(|letter| results.contains(letter)).collect()
}

/// The tables of `and` and `or` over all sets of yes, no and fault are exactly those of the
/// words: no wins an `and`, yes wins an `or`, a fault wins over what is left.
#[test]
fn truth_tables() {
    for (left, l) in conditions() {
        for (right, r) in conditions() {
            let and = ops::and(&[l.clone(), r.clone()], here());
            assert_eq!(letters(&and), image(&left, &right, 'n', 'y'), "{left:?} and {right:?}");
            let or = ops::or(&[l.clone(), r.clone()], here());
            assert_eq!(letters(&or), image(&left, &right, 'y', 'n'), "{left:?} or {right:?}");
        }
    }
}

/// Products and quotients of ranges of small whole numbers have exactly the bounds of all
/// products and quotients of their ends.
#[test]
fn intervals_are_tight() {
    let owed = || Missing::one(Owed::Fact(1));
    let ranges = || (-3..=3_i64).flat_map(|low| (low..=3).map(move |high| (low, high)));
    let open = |low, high| Value::unknown_number(Some(number(low)), Some(number(high)), owed());
    for (a, b) in ranges() {
        for (c, d) in ranges() {
            let corners = [a * c, a * d, b * c, b * d];
            let (low, high) = (corners.iter().min().unwrap(), corners.iter().max().unwrap());
            let product = ops::arithmetic(Arithmetic::Multiply, &open(a, b), &open(c, d), here());
            assert_eq!(product, open(*low, *high), "[{a}, {b}] * [{c}, {d}]");
            if c > 0 {
                let corner = |n: i64, d: i64| number(n).div(number(d)).unwrap();
                let corners = [corner(a, c), corner(a, d), corner(b, c), corner(b, d)];
                let (low, high) = (corners.iter().min().unwrap(), corners.iter().max().unwrap());
                let quotient =
                    ops::arithmetic(Arithmetic::Divide, &open(a, b), &open(c, d), here());
                assert_eq!(quotient, Value::unknown_number(Some(*low), Some(*high), owed()));
            }
        }
    }
}

/// A range that lies inside another.
fn nested() -> impl Strategy<Value = (Value, Value)> {
    (-8_i64..8, 0_i64..6, 0_i64..6, prop::option::of(0_i64..6), prop::option::of(0_i64..6))
        .prop_map(|(middle, low, high, lower, higher)| {
            let owed = Missing::one(Owed::Fact(1));
            let narrow = (number(middle - low), number(middle + high));
            let low = lower.map(|by| narrow.0.sub(number(by)).unwrap());
            let high = higher.map(|by| narrow.1.add(number(by)).unwrap());
            let narrow = Value::unknown_number(Some(narrow.0), Some(narrow.1), owed.clone());
            (Value::unknown_number(low, high, owed), narrow)
        })
}

const OPERATIONS: [Arithmetic; 4] =
    [Arithmetic::Add, Arithmetic::Subtract, Arithmetic::Multiply, Arithmetic::Divide];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn conjunction_has_no_order(all in prop::collection::vec(or_worse(samples::bools()), 0..5), by in any::<prop::sample::Index>()) {
        let values: Vec<Value> = all.iter().map(|sample| sample.known.clone()).collect();
        let mut turned = values.clone();
        if !turned.is_empty() {
            let by = by.index(turned.len());
            turned.rotate_left(by);
        }
        let not_each: Vec<Value> = values.iter().map(|value| ops::not(value, here())).collect();
        let and = ops::and(&values, here());
        prop_assert_eq!(ops::and(&turned, here()), and.clone());
        prop_assert_eq!(ops::or(&turned, here()), ops::or(&values, here()));
        prop_assert_eq!(ops::not(&ops::or(&not_each, here()), here()), and);
    }

    #[test]
    fn conjunction_is_associative(a in or_worse(samples::bools()), b in or_worse(samples::bools()), c in or_worse(samples::bools())) {
        let (a, b, c) = (a.known, b.known, c.known);
        let ab = ops::and(&[a.clone(), b.clone()], here());
        let all = ops::and(&[a.clone(), b.clone(), c.clone()], here());
        prop_assert_eq!(letters(&ops::and(&[ab, c.clone()], here())), letters(&all));
        let ab = ops::or(&[a.clone(), b.clone()], here());
        let any = ops::or(&[a, b, c.clone()], here());
        prop_assert_eq!(letters(&ops::or(&[ab, c], here())), letters(&any));
    }

    #[test]
    fn equality_has_no_sides((l, r) in samples::pairs()) {
        let owed = Missing::one(Owed::Fact(2));
        let one = ops::equal_owed(&l.known, &r.known, here(), &owed);
        let other = ops::equal_owed(&r.known, &l.known, here(), &owed);
        prop_assert_eq!(letters(&one), letters(&other));
        prop_assert_eq!(one.missing(), other.missing());
    }

    #[test]
    fn orderings_are_opposite(l in or_worse(samples::euros()), r in or_worse(samples::euros())) {
        let owed = Missing::none();
        for order in [Order::Less, Order::AtMost, Order::Greater, Order::AtLeast] {
            let holds = ops::compare(order, &l.known, &r.known, here(), &owed);
            let fails = ops::compare(order.opposite(), &l.known, &r.known, here(), &owed);
            prop_assert_eq!(ops::not(&fails, here()), holds);
        }
        let less = ops::compare(Order::Less, &l.known, &r.known, here(), &owed);
        prop_assert_eq!(less, ops::compare(Order::Greater, &r.known, &l.known, here(), &owed));
    }

    #[test]
    fn sums_and_products_have_no_sides(l in or_worse(samples::numbers()), r in or_worse(samples::numbers())) {
        for op in [Arithmetic::Add, Arithmetic::Multiply] {
            let one = ops::arithmetic(op, &l.known, &r.known, here());
            prop_assert_eq!(one, ops::arithmetic(op, &r.known, &l.known, here()));
        }
    }

    /// What is known better is known better of every result.
    #[test]
    fn knowing_more_allows_less((wide, narrow) in nested(), (wider, narrower) in nested(), bound in nested()) {
        for op in OPERATIONS {
            let less_known = ops::arithmetic(op, &wide, &wider, here());
            let known = ops::arithmetic(op, &narrow, &narrower, here());
            prop_assert!(holds(&less_known, &known), "{op:?}: {known:?} outside {less_known:?}");
        }
        for order in [Order::Less, Order::AtMost, Order::Greater, Order::AtLeast] {
            let less_known = ops::compare(order, &wide, &wider, here(), &Missing::none());
            let known = ops::compare(order, &narrow, &narrower, here(), &Missing::none());
            prop_assert!(holds(&less_known, &known), "{known:?} outside {less_known:?}");
            let less_known = ops::compare_quotient(order, &wide, &wider, &bound.0, here());
            let known = ops::compare_quotient(order, &narrow, &narrower, &bound.1, here());
            prop_assert!(holds(&less_known, &known), "{known:?} outside {less_known:?}");
        }
        let less_known = ops::equal(&wide, &wider, here());
        prop_assert!(holds(&less_known, &ops::equal(&narrow, &narrower, here())));
    }

    /// A value that is settled says the same as before.
    #[test]
    fn settling_changes_nothing(v in or_worse(samples::members())) {
        if let Value::Open(open) = &v.known {
            prop_assert_eq!(Open::clone(open).settle(), v.known.clone());
            prop_assert!(open.extent != Extent::Nothing || open.absent || open.fault.is_some());
        }
    }
}
