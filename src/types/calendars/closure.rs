//! All calendars that a calendar includes, directly or not, each once.

use std::collections::BTreeSet;

use super::Declared;
use crate::resolve::Namespace;
use crate::text::Span;
use crate::types::context::{Context, Decl};
use crate::types::problems::{CalendarCircle, CalendarLarge};
use crate::types::typed::CalendarId;

/// More calendars than this are not included in one.
const MANY: usize = 200;

/// The calendars that each includes; none where something is wrong with them.
pub(super) fn closures(
    cx: &mut Context<'_>,
    declared: &[Declared<'_>],
) -> Vec<Option<Vec<CalendarId>>> {
    let direct: Vec<Option<Vec<(CalendarId, Span)>>> =
        declared.iter().map(|calendar| direct(cx, *calendar)).collect();
    let mut reported = BTreeSet::new();
    (0..declared.len()).map(|index| closure(cx, declared, &direct, index, &mut reported)).collect()
}

/// The calendars that one names, with the places where it names them.
fn direct(cx: &mut Context<'_>, calendar: Declared<'_>) -> Option<Vec<(CalendarId, Span)>> {
    let mut found = Vec::new();
    let mut complete = true;
    for path in &calendar.decl.includes {
        match cx.find(calendar.unit, Namespace::Calendar, path) {
            Some(decl @ Decl::Calendar(id)) => {
                cx.used.insert(decl);
                found.push((id, path.span));
            }
            _ => {
                cx.report_unknown(calendar.unit, Namespace::Calendar, "calendar", path);
                complete = false;
            }
        }
    }
    complete.then_some(found)
}

/// Goes through the included calendars of one, breadth first.
fn closure(
    cx: &mut Context<'_>,
    declared: &[Declared<'_>],
    direct: &[Option<Vec<(CalendarId, Span)>>],
    start: usize,
    reported: &mut BTreeSet<usize>,
) -> Option<Vec<CalendarId>> {
    let mut members: Vec<CalendarId> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next = 0;
    let mut at = start;
    loop {
        for (id, span) in direct.get(at)?.as_ref()? {
            if id.index() == start {
                circle(cx, declared, start, *span, (members.as_slice(), reported));
                return None;
            }
            if seen.insert(*id) {
                members.push(*id);
            }
        }
        if members.len() > MANY {
            cx.report(CalendarLarge { at: declared.get(start)?.decl.name.span });
            return None;
        }
        let Some(id) = members.get(next) else { return Some(members) };
        at = id.index();
        next += 1;
    }
}

/// Reports a circle once, whichever of its calendars comes first.
fn circle(
    cx: &mut Context<'_>,
    declared: &[Declared<'_>],
    start: usize,
    at: Span,
    (members, reported): (&[CalendarId], &mut BTreeSet<usize>),
) {
    let known = members.iter().any(|member| reported.contains(&member.index()));
    reported.insert(start);
    if known {
        return;
    }
    if let Some(calendar) = declared.get(start) {
        let name = &calendar.decl.name;
        cx.report(CalendarCircle { name: name.value.clone(), at, declared: name.span });
    }
}
