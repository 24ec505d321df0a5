//! Circles of `use`.

use super::problems::CircularUse;
use super::{Resolved, UnitId};
use crate::diagnostic::Diagnostics;
use crate::text::Span;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Reports every circle of modules once, at the `use` line that closes it.
///
/// Depth-first search with a stack of its own, so that a long chain cannot exhaust the program's.
pub(super) fn check(resolved: &Resolved, problems: &mut Diagnostics) {
    let mut marks = vec![Mark::New; resolved.units.len()];
    for start in 0..resolved.units.len() {
        if marks.get(start) == Some(&Mark::New) {
            search(resolved, UnitId(start), &mut marks, problems);
        }
    }
}

struct Frame {
    unit: UnitId,
    edges: Vec<(UnitId, Span)>,
    entered_by: Option<Span>,
}

fn frame(resolved: &Resolved, unit: UnitId, entered_by: Option<Span>) -> Frame {
    let mut edges: Vec<_> =
        resolved.unit(unit).map(|u| u.uses.values().copied().collect()).unwrap_or_default();
    edges.sort_by_key(|(_, span)| std::cmp::Reverse(*span));
    Frame { unit, edges, entered_by }
}

fn search(resolved: &Resolved, start: UnitId, marks: &mut [Mark], problems: &mut Diagnostics) {
    let mut stack = vec![frame(resolved, start, None)];
    set(marks, start, Mark::Open);
    while let Some(top) = stack.last_mut() {
        let Some((target, span)) = top.edges.pop() else {
            set(marks, top.unit, Mark::Done);
            stack.pop();
            continue;
        };
        match marks.get(target.0) {
            Some(Mark::New) => {
                set(marks, target, Mark::Open);
                stack.push(frame(resolved, target, Some(span)));
            }
            Some(Mark::Open) => problems.push(circle(resolved, &stack, target, span)),
            _ => {}
        }
    }
}

fn set(marks: &mut [Mark], unit: UnitId, mark: Mark) {
    if let Some(slot) = marks.get_mut(unit.0) {
        *slot = mark;
    }
}

fn circle(resolved: &Resolved, stack: &[Frame], target: UnitId, closing: Span) -> CircularUse {
    let from = stack.iter().position(|frame| frame.unit == target).unwrap_or(0);
    let members = stack.get(from..).unwrap_or_default();
    let path = |unit: UnitId| resolved.unit(unit).map_or("", |u| &u.path).to_owned();
    let mut names: Vec<String> = members.iter().map(|frame| path(frame.unit)).collect();
    names.push(path(target));
    let steps = members.iter().skip(1).filter_map(|frame| frame.entered_by).collect();
    CircularUse { names, closing, steps }
}
