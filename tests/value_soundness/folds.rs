//! Folds over elements that may be open, in or not, and over further ones.

use proptest::prelude::*;
use subvent::quantity::Currency;
use subvent::value::ops::{self, Fold};
use subvent::value::{Edge, FoldKind, Missing, Owed, Value};

use crate::inclusion::holds;
use crate::samples::{self, Sample, euro, here, or_worse};

/// What is folded: elements with their conditions, further ones, and how many those are.
#[derive(Clone, Debug)]
struct Folded {
    elements: Vec<(Sample, Sample)>,
    further: Option<(Sample, Vec<(Sample, Sample)>)>,
}

fn folded(
    values: impl Strategy<Value = Sample> + Clone + 'static,
) -> impl Strategy<Value = Folded> {
    let elements = prop::collection::vec((values.clone(), or_worse(samples::bools())), 0..5);
    let more = prop::collection::vec((values, samples::bools()), 0..3);
    (elements, more, samples::bools(), any::<bool>()).prop_map(|(elements, more, included, any)| {
        Folded { elements, further: any.then_some((included, more)) }
    })
}

fn why() -> Missing {
    Missing::one(Owed::Fact(6000))
}

/// The fold of what is known, and of what is.
fn both(kind: FoldKind, zero: Option<Currency>, folded: &Folded) -> (Value, Value) {
    let (mut known, mut real) = (Fold::new(kind, zero), Fold::new(kind, zero));
    for (value, included) in &folded.elements {
        known.push(&value.known, &included.known, here());
        real.push(&value.real, &included.real, here());
    }
    if let Some((_, more)) = &folded.further {
        let elements: Vec<&Value> = more.iter().map(|(value, _)| &value.known).collect();
        let conditions: Vec<&Value> = more.iter().map(|(_, included)| &included.known).collect();
        if !more.is_empty() {
            let hull = ops::join(&elements, &why());
            known.push_more(&hull, &ops::join(&conditions, &why()), &why(), here());
        }
        for (value, included) in more {
            real.push(&value.real, &included.real, here());
        }
    }
    (known.finish(here()), real.finish(here()))
}

fn check(kind: FoldKind, zero: Option<Currency>, folded: &Folded) -> Result<(), TestCaseError> {
    let (known, real) = both(kind, zero, folded);
    prop_assert!(
        holds(&known, &real),
        "{kind:?}: {real:?}\n is not among {known:?}\n of {folded:#?}"
    );
    prop_assert!(!known.missing().is_empty() || !matches!(known, Value::Open(_)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn numbers(all in folded(or_worse(samples::numbers()).boxed())) {
        for kind in [FoldKind::Sum, FoldKind::Count, FoldKind::Min, FoldKind::Max, FoldKind::Average] {
            check(kind, None, &all)?;
        }
    }

    #[test]
    fn amounts(all in folded(samples::monies().boxed())) {
        for kind in [FoldKind::Sum, FoldKind::Count, FoldKind::Min, FoldKind::Max, FoldKind::Average] {
            check(kind, Some(Currency::EUR), &all)?;
        }
    }

    #[test]
    fn days(all in folded(samples::dates().boxed()), months in folded(samples::months().boxed())) {
        for kind in [FoldKind::Min, FoldKind::Max] {
            check(kind, None, &all)?;
            check(kind, None, &months)?;
        }
    }

    #[test]
    fn conditions(all in folded(or_worse(samples::bools()).boxed())) {
        check(FoldKind::All, None, &all)?;
        check(FoldKind::Any, None, &all)?;
    }

    #[test]
    fn collections(all in folded(samples::integers().boxed())) {
        check(FoldKind::List, None, &all)?;
    }

    /// No order of the elements can be seen in what a fold finds.
    #[test]
    fn no_order_is_seen(all in folded(or_worse(samples::monies()).boxed()), seed in any::<prop::sample::Index>()) {
        let mut turned = all.clone();
        if !turned.elements.is_empty() {
            let by = seed.index(turned.elements.len());
            turned.elements.rotate_left(by);
        }
        for kind in [FoldKind::Sum, FoldKind::Count, FoldKind::Min, FoldKind::Max, FoldKind::Average] {
            let (known, real) = both(kind, Some(Currency::EUR), &all);
            let (turned_known, turned_real) = both(kind, Some(Currency::EUR), &turned);
            prop_assert_eq!(real, turned_real);
            prop_assert_eq!(known, turned_known);
        }
    }

    /// The sum, the least and the greatest of certain amounts, counted without the folds.
    #[test]
    fn certain_amounts(amounts in prop::collection::vec((samples::small_number(), any::<bool>()), 1..8)) {
        let picked: Vec<_> = amounts.iter().filter(|(_, picked)| *picked).map(|(n, _)| *n).collect();
        let run = |kind| {
            let mut fold = Fold::new(kind, Some(Currency::EUR));
            for (amount, included) in &amounts {
                fold.push(&euro(*amount), &Value::Bool(*included), here());
            }
            fold.finish(here())
        };
        let sum = picked.iter().fold(samples::number(0), |sum, n| sum.add(*n).unwrap());
        prop_assert_eq!(run(FoldKind::Sum), euro(sum));
        prop_assert_eq!(run(FoldKind::Count), Value::Number(samples::number(picked.len() as i64)));
        if let (Some(least), Some(most)) = (picked.iter().min(), picked.iter().max()) {
            prop_assert_eq!(run(FoldKind::Min), euro(*least));
            prop_assert_eq!(run(FoldKind::Max), euro(*most));
            let mean = sum.div(samples::number(picked.len() as i64)).unwrap();
            prop_assert_eq!(run(FoldKind::Average), euro(mean));
            let values: Vec<Value> = picked.iter().map(|n| euro(*n)).collect();
            prop_assert_eq!(ops::extreme(Edge::Last, &values, here()), euro(*most));
        }
    }
}
