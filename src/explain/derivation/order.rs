//! Steps in the order of reading: an expression before its parts.

use crate::eval::Step;
use crate::text::Span;

/// The steps with every expression before its parts, whichever order they were recorded in.
///
/// The order is told from the places: a part lies within the words of its expression. Steps that
/// were recorded after their parts are turned round, the parts of each staying in their order.
pub(super) fn clause_first(steps: &[Step]) -> Vec<&Step> {
    if !parts_come_first(steps) {
        return steps.iter().collect();
    }
    // Finished expressions with their parts; what is deeper than the next step belongs to it.
    let mut done: Vec<(u16, Vec<&Step>)> = Vec::new();
    for step in steps {
        let first = done.iter().rposition(|(depth, _)| *depth <= step.depth);
        let parts = done.split_off(first.map_or(0, |last| last + 1));
        let mut whole = vec![step];
        whole.extend(parts.into_iter().flat_map(|(_, part)| part));
        done.push((step.depth, whole));
    }
    done.into_iter().flat_map(|(_, steps)| steps).collect()
}

/// Whether the parts of an expression were recorded before it.
fn parts_come_first(steps: &[Step]) -> bool {
    let mut before = 0_usize;
    let mut after = 0_usize;
    for (one, next) in steps.iter().zip(steps.iter().skip(1)) {
        if one.depth > next.depth && within(one.span, next.span) {
            before += 1;
        }
        if one.depth < next.depth && within(next.span, one.span) {
            after += 1;
        }
    }
    before > after
}

fn within(part: Span, whole: Span) -> bool {
    part.source == whole.source && whole.start <= part.start && part.end <= whole.end
}
