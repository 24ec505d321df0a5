//! `with { costs[3].amount: … }`: changes to the facts of a test.

use super::datum;
use super::problems::{BadChange, ChangeFault};
use crate::data::{DataEntry, DataNode, DataValue};
use crate::syntax::ast::Change;
use crate::text::Span;

/// Applies one change.
///
/// A map on the way that is not there, or that is unknown, is made; an element of a list must be
/// there or be the next one.
///
/// # Errors
/// When the path leads nowhere; the tree is then as far changed as the path leads.
pub(super) fn apply(tree: &mut DataNode, change: &Change) -> Result<(), BadChange> {
    let bad = |fault| BadChange { path: change.path.clone(), fault };
    let mut steps = steps(&change.path.value).ok_or_else(|| bad(ChangeFault::Path))?;
    let last = steps.pop().ok_or_else(|| bad(ChangeFault::Path))?;
    let mut place = tree;
    for step in &steps {
        place = enter(place, step, change.path.span).map_err(bad)?;
    }
    match &change.value {
        Some(value) => {
            *enter(place, &last, change.path.span).map_err(bad)? = datum::node(value);
            Ok(())
        }
        None => remove(place, &last).map_err(bad),
    }
}

/// A part of a path.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Step {
    /// `.name`
    Name(String),
    /// `[3]`
    Index(usize),
}

/// The parts of `costs[3].amount`; none when it is no path.
fn steps(path: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let mut pieces = part.split('[');
        let name = pieces.next().filter(|name| !name.is_empty())?;
        steps.push(Step::Name(name.to_owned()));
        for piece in pieces {
            steps.push(Step::Index(piece.strip_suffix(']')?.parse().ok()?));
        }
    }
    Some(steps)
}

/// The place that a step leads to, made when it is not there yet.
fn enter<'t>(
    place: &'t mut DataNode,
    step: &Step,
    at: Span,
) -> Result<&'t mut DataNode, ChangeFault> {
    let unknown = |value| DataNode { span: at, value };
    match step {
        Step::Name(name) => {
            if place.value == DataValue::Null {
                place.value = DataValue::Map(Vec::new());
            }
            let DataValue::Map(entries) = &mut place.value else { return Err(ChangeFault::NoMap) };
            let found = entries.iter().position(|entry| entry.key == *name);
            let index = found.unwrap_or(entries.len());
            if found.is_none() {
                let value = unknown(DataValue::Null);
                entries.push(DataEntry { key: name.clone(), key_span: at, value });
            }
            entries.get_mut(index).map(|entry| &mut entry.value).ok_or(ChangeFault::Path)
        }
        Step::Index(index) => {
            if place.value == DataValue::Null {
                place.value = DataValue::List(Vec::new());
            }
            let DataValue::List(items) = &mut place.value else { return Err(ChangeFault::NoList) };
            let count = items.len();
            if *index == count {
                items.push(unknown(DataValue::Null));
            }
            items.get_mut(*index).ok_or(ChangeFault::TooFar { count })
        }
    }
}

/// Takes a fact away.
fn remove(place: &mut DataNode, step: &Step) -> Result<(), ChangeFault> {
    match (step, &mut place.value) {
        (Step::Name(name), DataValue::Map(entries)) => {
            let before = entries.len();
            entries.retain(|entry| entry.key != *name);
            if entries.len() == before { Err(ChangeFault::NotThere) } else { Ok(()) }
        }
        (Step::Index(index), DataValue::List(items)) if *index < items.len() => {
            items.remove(*index);
            Ok(())
        }
        (Step::Index(_), DataValue::List(items)) => Err(ChangeFault::TooFar { count: items.len() }),
        _ => Err(ChangeFault::NotThere),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{DataLimits, read_yaml};
    use crate::syntax::ast::{Datum, DatumKind};
    use crate::text::{SourceId, Spanned};

    fn tree(text: &str) -> DataNode {
        read_yaml(SourceId::default(), text, &DataLimits::default()).0.unwrap()
    }

    /// The tree after a change of `path` to a plain value, or to nothing.
    fn changed(text: &str, path: &str, value: Option<&str>) -> Result<DataNode, ChangeFault> {
        let span = Span::default();
        let scalar = |text: &str| Datum { kind: DatumKind::Scalar(text.to_owned()), span };
        let path = Spanned::new(path.to_owned(), span);
        let mut node = tree(text);
        apply(&mut node, &Change { path, value: value.map(scalar) }).map_err(|bad| bad.fault)?;
        Ok(node)
    }

    #[track_caller]
    fn is(before: &str, path: &str, value: Option<&str>, after: &str) {
        let changed = changed(before, path, value).unwrap();
        assert!(changed.same_data(&tree(after)), "{changed:?}");
    }

    #[test]
    fn values_are_replaced_added_and_taken_away() {
        is("{a: 1, b: 2}", "b", Some("3"), "{a: 1, b: 3}");
        is("{a: 1}", "b.c", Some("3"), "{a: 1, b: {c: 3}}");
        is("{a: null}", "a.c", Some("3"), "{a: {c: 3}}");
        is("{l: [{x: 1}, {x: 2}]}", "l[1].x", Some("3"), "{l: [{x: 1}, {x: 3}]}");
        is("{l: [1]}", "l[1]", Some("2"), "{l: [1, 2]}");
        is("{a: 1}", "l[0].x", Some("2"), "{a: 1, l: [{x: 2}]}");
        is("{l: [[1, 2]]}", "l[0][1]", Some("3"), "{l: [[1, 3]]}");
        is("{a: 1, b: {c: 2, d: 3}}", "b.c", None, "{a: 1, b: {d: 3}}");
        is("{l: [1, 2, 3]}", "l[1]", None, "{l: [1, 3]}");
    }

    #[test]
    fn a_path_that_leads_nowhere_is_refused() {
        let fault = |text, path, value| changed(text, path, value).unwrap_err();
        assert_eq!(fault("{l: [1]}", "l[2]", Some("2")), ChangeFault::TooFar { count: 1 });
        assert_eq!(fault("{l: [1]}", "l[1]", None), ChangeFault::TooFar { count: 1 });
        assert_eq!(fault("{a: 1}", "a.b", Some("2")), ChangeFault::NoMap);
        assert_eq!(fault("{a: 1}", "a[0]", Some("2")), ChangeFault::NoList);
        assert_eq!(fault("{a: 1}", "b", None), ChangeFault::NotThere);
        assert_eq!(fault("{a: 1}", "b[99999999999999999999]", Some("1")), ChangeFault::Path);
    }
}
