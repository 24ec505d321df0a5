//! The legal source of a rule in one line: the document, the place and its words.

use super::case::Case;
use super::report::pick_quote;
use super::words::fill;
use crate::types::typed::Cite;

/// `Decision 22RS10518, item 4: "at most 4 529 875 kronor"`, marked when it is unverified.
pub(super) fn source(case: &Case<'_>, cite: &Cite) -> String {
    let language = case.submission.language;
    let words = &case.words().headings;
    let document = case.checked().documents.get(cite.document.index());
    let mut text = document.map_or_else(String::new, |document| {
        document.title.get(language).cloned().unwrap_or_else(|| document.name.to_string())
    });
    if let Some(place) = &cite.place {
        text.push_str(", ");
        text.push_str(place);
    }
    if let Some(quote) = pick_quote(cite, language) {
        text.push_str(": ");
        text.push_str(&fill(words.quote, &[quote]));
    }
    if cite.unverified {
        text.push_str(&format!(" ({})", words.unverified_mark));
    }
    text
}
