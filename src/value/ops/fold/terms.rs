//! The elements of `all`: conditions, each under the condition that it counts.
//!
//! `any` is the opposite of `all` over the opposite conditions.

use crate::value::ops::logic::{Conjunction, Truth};
use crate::value::{Faults, Missing, Value};

/// Adds `element` where `included` holds, and yes where it does not.
pub(super) fn push_term(
    all: &mut Conjunction,
    included: Truth,
    truth: Truth,
    element: &Value,
    missing: &Missing,
) {
    if included.is_certainly_yes() {
        return all.push(truth, element);
    }
    all.push_owed(implied(included, truth), &missing.union(&element.missing()));
}

/// Adds any number of elements, perhaps none.
pub(super) fn push_further(
    all: &mut Conjunction,
    included: Truth,
    truth: Truth,
    element: &Value,
    missing: &Missing,
) {
    let none_or_more = Truth { yes: true, ..implied(included, truth) };
    all.push_owed(none_or_more, &missing.union(&element.missing()));
}

/// The truth of "not included, or so": yes when either part is, else a fault when either is.
fn implied(included: Truth, truth: Truth) -> Truth {
    let can_fail = truth.no || truth.fault.is_some();
    let in_or_fault = included.yes || included.fault.is_some();
    let fault = if can_fail && in_or_fault {
        // The condition's fault counts where the element is not yes, the element's where it may
        // count.
        let mut faults = Faults::default();
        included.faults(&mut faults);
        truth.faults(&mut faults);
        faults.of_result()
    } else {
        None
    };
    Truth { yes: truth.yes || included.no, no: truth.no && included.yes, fault }
}
