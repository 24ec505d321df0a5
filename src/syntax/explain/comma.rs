//! Citations and entries without commas.

use super::Place;
use crate::diagnostic::Diagnostic;
use crate::syntax::grammar::Rule;
use crate::syntax::problems::MissingComma;
use crate::syntax::words;
use crate::text::Span;

/// A second citation where a comma should stand.
pub(super) fn find(place: &Place<'_>) -> Option<Diagnostic> {
    let after_citation = place.wants(Rule::kw_quote) || place.wants(Rule::kw_unverified);
    let word = place.word();
    let name = word.starts_with(char::is_alphabetic) && !words::CLAUSES.contains(&word);
    if !after_citation || !name || !followed_by_place(place) {
        return None;
    }
    let end = place.start + place.before().len();
    Some(MissingComma { after: Span::new(place.source, end, end) }.into())
}

/// Whether a path and a text follow, as in a citation.
fn followed_by_place(place: &Place<'_>) -> bool {
    let rest = place.rest();
    let path = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.')));
    let after = path.and_then(|end| rest.get(end..)).unwrap_or("").trim_start_matches([' ', '\t']);
    after.starts_with('"') || after.starts_with("quote ")
}
