//! Texts without their language or between other quotation marks.

use super::Place;
use crate::diagnostic::Diagnostic;
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{MissingLanguage, QuotationMarks};

/// Other quotation marks, each with the one that closes it.
const MARKS: [(char, &[char]); 6] = [
    ('\'', &['\'']),
    ('„', &['”', '“', '"']),
    ('“', &['”']),
    ('”', &['”']),
    ('«', &['»']),
    ('‘', &['’']),
];

/// A text that cannot be read at the place.
pub(super) fn find(place: &Place<'_>) -> Option<Diagnostic> {
    if place.rest().starts_with('"')
        && [Rule::language, Rule::localised, Rule::tagged_text].iter().any(|r| place.wants(*r))
    {
        return Some(MissingLanguage { at: place.span(0) }.into());
    }
    let first = place.rest().chars().next()?;
    let (_, ends) = MARKS.iter().find(|(mark, _)| *mark == first)?;
    let inside = place.rest().get(first.len_utf8()..)?;
    let line = inside.lines().next().unwrap_or("");
    let fix = line.find(*ends).and_then(|end| {
        let mark = line.get(end..)?.chars().next()?;
        let words = line.get(..end)?;
        let length = first.len_utf8() + end + mark.len_utf8();
        (!words.contains('"')).then(|| (place.span(length), format!("\"{words}\"")))
    });
    let at = fix.as_ref().map_or(place.span(first.len_utf8()), |(at, _)| *at);
    Some(QuotationMarks { at, plain: fix.map(|(_, plain)| plain) }.into())
}
