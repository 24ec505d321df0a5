//! The path of the element that a rule was checked on.

use crate::eval::{Element, RuleOutcome};
use crate::explain::case::{Case, quoted};
use crate::explain::format::Plain;
use crate::explain::sheet::element_path;
use crate::types::typed::{Rule, Type};
use crate::value::Value;

/// The path of the innermost element, such as `activities[2]`; for a rule on a root that is
/// itself an element, the path of that root. None for a rule that is checked once.
pub(in crate::explain) fn element(
    case: &Case<'_>,
    rule: &Rule,
    outcome: &RuleOutcome,
) -> Option<String> {
    let mut paths: Vec<String> = root(case, outcome.root).into_iter().collect();
    for (position, element) in outcome.element.iter().enumerate() {
        let path = one(case, rule, position, element);
        // An element of an element has the outer path in its own.
        if let Some(last) = paths.last_mut()
            && path.starts_with(last.as_str())
        {
            *last = path;
        } else {
            paths.push(path);
        }
    }
    if paths.is_empty() { None } else { Some(paths.join(", ")) }
}

/// The path of a root that is an element of a list.
pub(super) fn root(case: &Case<'_>, root: u32) -> Option<String> {
    if root == 0 { None } else { element_path(case.facts, root) }
}

/// One element: the path of a record, the key of a group, else the list's words and the place.
fn one(case: &Case<'_>, rule: &Rule, position: usize, element: &Element) -> String {
    let each = rule.each.get(position);
    if let Value::Record(cell) = element.value
        && let Some(path) = element_path(case.facts, cell)
    {
        return path;
    }
    let list =
        each.map_or_else(String::new, |each| quoted(case.submission.sources, each.list.span));
    match (&element.value, each.map(|each| each.list.ty.required())) {
        (Value::Group(_), Some(Type::List(ty))) => {
            Plain::new(&element.value, ty, case.names()).to_string()
        }
        _ => format!("{list}[{}]", element.index),
    }
}
