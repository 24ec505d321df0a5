//! Whether a value is one of those that another can become.

use subvent::value::{Extent, Item, List, Value};

/// Whether all that `narrow` can be, `wide` can be.
pub fn holds(wide: &Value, narrow: &Value) -> bool {
    match (wide, narrow) {
        (Value::Fault(_), Value::Fault(_)) => true,
        (Value::Open(wide), Value::Open(narrow)) => {
            (wide.absent || !narrow.absent)
                && (wide.fault.is_some() || narrow.fault.is_none())
                && extent_holds(&wide.extent, &narrow.extent)
        }
        (Value::Open(wide), Value::Fault(_)) => wide.fault.is_some(),
        (Value::Open(wide), Value::Absent) => wide.absent,
        (Value::Open(wide), certain) => extent_admits(&wide.extent, certain),
        (Value::List(wide), Value::List(narrow)) => {
            wide.len() == narrow.len() && wide.iter().zip(narrow.iter()).all(|(w, n)| holds(&w, &n))
        }
        (wide, narrow) => wide == narrow,
    }
}

fn extent_holds(wide: &Extent, narrow: &Extent) -> bool {
    let below = |wide: &Option<_>, narrow: &Option<_>| match (wide, narrow) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wide), Some(narrow)) => wide <= narrow,
    };
    let above = |wide: &Option<_>, narrow: &Option<_>| match (wide, narrow) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wide), Some(narrow)) => wide >= narrow,
    };
    match (wide, narrow) {
        (_, Extent::Nothing) | (Extent::Any, _) => true,
        (Extent::Numbers { low: a, high: b }, Extent::Numbers { low: c, high: d }) => {
            below(a, c) && above(b, d)
        }
        (
            Extent::Amounts { low: a, high: b, currency: x },
            Extent::Amounts { low: c, high: d, currency: y },
        ) => below(a, c) && above(b, d) && (x.is_none() || x == y),
        (Extent::Days { low: a, high: b }, Extent::Days { low: c, high: d }) => {
            a.is_none_or(|a| c.is_some_and(|c| a <= c))
                && b.is_none_or(|b| d.is_some_and(|d| b >= d))
        }
        (Extent::Members { members: a, other: x }, Extent::Members { members: b, other: y }) => {
            b.iter().all(|member| a.contains(member)) && (*x || !*y)
        }
        (Extent::List { .. }, Extent::List { .. }) => true,
        (wide, narrow) => {
            wide == narrow
                || narrow.values().is_some_and(|all| all.iter().all(|one| extent_admits(wide, one)))
        }
    }
}

fn extent_admits(extent: &Extent, value: &Value) -> bool {
    match (extent, value) {
        (Extent::List { items, more }, Value::List(list)) => {
            list_admits(items, more.as_deref(), list)
        }
        (extent, value) => extent.admits(value),
    }
}

/// Whether the elements can be matched with the possible ones so that each certain one is there.
fn list_admits(items: &[Item], more: Option<&Value>, list: &List) -> bool {
    let elements: Vec<Value> = list.iter().collect();
    matched(items, more, &elements)
}

fn matched(items: &[Item], more: Option<&Value>, elements: &[Value]) -> bool {
    let Some((first, rest)) = items.split_first() else {
        return elements.iter().all(|one| more.is_some_and(|more| holds(more, one)));
    };
    let without = !first.certain && matched(rest, more, elements);
    without
        || (0..elements.len()).any(|index| {
            let mut others = elements.to_vec();
            let taken = others.remove(index);
            holds(&first.value, &taken) && matched(rest, more, &others)
        })
}
