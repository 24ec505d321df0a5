//! Validity by date: no two versions overlap, no gap falls back to an older one.

use super::body::Body;
use super::context::Context;
use super::expr;
use super::problems::{GapInVersions, OverlappingVersions, TwoUndated};
use super::typed::{Type, Validity, Version};
use crate::quantity::Date;
use crate::syntax::ast;
use crate::text::Span;

/// A validity as written, with its conditions checked.
pub(super) fn validity(cx: &mut Context<'_>, body: &mut Body, written: &ast::Validity) -> Validity {
    let or_to = written
        .or_to
        .iter()
        .map(|(date, condition)| (date.value, expr::check_as(cx, body, condition, &Type::Bool)))
        .collect();
    Validity {
        from: written.from.as_ref().map(|date| date.value),
        to: written.to.as_ref().map(|date| date.value),
        or_to,
        unknown_after: written.unknown_after.as_ref().map(|date| (date.value, date.span)),
        span: written.span,
    }
}

/// Puts versions in the order of their dates, ends each that has no end of its own on the day
/// before the next, and reports overlaps and gaps.
pub(super) fn arrange<T>(
    cx: &mut Context<'_>,
    name: &str,
    versions: &mut [Version<T>],
    unknown_after: Option<Date>,
) {
    versions.sort_by_key(|version| version.validity.from);
    for index in 1..versions.len() {
        let Some([earlier, later]) = versions.get_mut(index - 1..=index) else { continue };
        close(cx, earlier, later);
    }
    gaps(cx, name, versions, unknown_after);
}

fn close<T>(cx: &mut Context<'_>, earlier: &mut Version<T>, later: &Version<T>) {
    let Some(next) = later.validity.from else {
        cx.report(TwoUndated { first: earlier.span, second: later.span });
        return;
    };
    match earlier.validity.to {
        None => earlier.validity.to = next.add_days(-1).ok(),
        Some(to) if to >= next => {
            let (first, second) = (place(earlier), place(later));
            cx.report(OverlappingVersions { first, second, from: next, to });
        }
        Some(_) => {}
    }
    if earlier.validity.from == later.validity.from {
        let (first, second) = (place(earlier), place(later));
        cx.report(OverlappingVersions { first, second, from: next, to: next });
    }
}

fn place<T>(version: &Version<T>) -> Span {
    version.validity.span.unwrap_or(version.span)
}

/// Reports the days between versions, and those of the programme before the first and after the
/// last, on which there is no value.
fn gaps<T>(cx: &mut Context<'_>, name: &str, versions: &[Version<T>], unknown_after: Option<Date>) {
    for pair in versions.windows(2) {
        let [earlier, later] = pair else { continue };
        let (Some(to), Some(next)) = (earlier.validity.to, later.validity.from) else { continue };
        let Ok(first) = to.add_days(1) else { continue };
        if first < next
            && let Ok(last) = next.add_days(-1)
        {
            let (at, name) = (place(earlier), name.to_owned());
            cx.report(GapInVersions { name, at, first, last: Some(last) });
        }
    }
    let Some((start, end)) = cx.out.programme.runs else { return };
    if let Some(first) = versions.first()
        && let Some(from) = first.validity.from
        && from > start
    {
        let (at, name) = (place(first), name.to_owned());
        cx.report(GapInVersions { name, at, first: start, last: from.add_days(-1).ok() });
    }
    if let Some(last) = versions.last()
        && let Some(to) = last.validity.to
        && unknown_after.is_none()
        && last.validity.unknown_after.is_none()
        && end.is_none_or(|end| to < end)
        && let Ok(first) = to.add_days(1)
    {
        let (at, name) = (place(last), name.to_owned());
        cx.report(GapInVersions { name, at, first, last: end });
    }
}
