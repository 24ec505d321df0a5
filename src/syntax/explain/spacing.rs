//! Signs whose space decides what they mean.

use super::{Place, expected};
use crate::diagnostic::Diagnostic;
use crate::syntax::problems::Spacing;
use crate::syntax::scan::is_word;

/// A minus sign or a parenthesis with the wrong space.
pub(super) fn find(place: &Place<'_>) -> Option<Diagnostic> {
    if !expected::joins(place.wanted) {
        return None;
    }
    minus(place).or_else(|| call(place))
}

/// `a -b`: the sign would belong to `b`.
fn minus(place: &Place<'_>) -> Option<Diagnostic> {
    let after = place.rest().strip_prefix('-')?.chars().next()?;
    if after.is_whitespace() || after == '>' {
        return None;
    }
    let touching = place.text.get(..place.at)?.ends_with(is_word);
    Some(
        Spacing {
            at: place.span(1),
            message: "a minus sign between two values stands between spaces",
            fix: if touching { " - " } else { "- " },
        }
        .into(),
    )
}

/// `f (a)`: the parenthesis would begin something new.
fn call(place: &Place<'_>) -> Option<Diagnostic> {
    place.rest().strip_prefix('(')?;
    let before = place.before();
    if !before.ends_with(is_word) || before.len() == place.at {
        return None;
    }
    Some(
        Spacing {
            at: place.span_from(before.len(), 1),
            message: "the parenthesis of a call touches its name",
            fix: "(",
        }
        .into(),
    )
}
