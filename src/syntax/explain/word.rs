//! Words that are reserved or misspelt.

use super::{Place, expected};
use crate::diagnostic::{Diagnostic, nearest};
use crate::quantity::Currency;
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{IsIn, ReservedWord, UnknownWord};
use crate::syntax::words;

/// A word that cannot stand at the place, when something helpful can be said of it.
pub(super) fn find(place: &Place<'_>) -> Option<Diagnostic> {
    let word = place.word();
    if !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let at = place.span(word.len());
    if word == "in" && place.before().ends_with("is") {
        let start = place.before().len() - 2;
        return Some(IsIn { at: place.span_from(start, 2) }.into());
    }
    if words::RESERVED.contains(&word) {
        let name = [Rule::name, Rule::path, Rule::enum_member].iter().any(|r| place.wants(*r));
        return name.then(|| ReservedWord { at, word: word.to_owned() }.into());
    }
    let code = word.to_uppercase();
    if place.wants(Rule::currency) && Currency::parse(&code).is_some() {
        return Some(UnknownWord { at, word: word.to_owned(), near: code }.into());
    }
    let known = candidates(place);
    let near = nearest(word, known.iter().map(String::as_str))?;
    // A word of one or two letters is near to everything.
    let meant = word.chars().count() > 2 && near != word;
    meant.then(|| UnknownWord { at, word: word.to_owned(), near: near.to_owned() }.into())
}

/// The words that would have fitted.
fn candidates(place: &Place<'_>) -> Vec<String> {
    let keywords = place.wanted.iter().filter(|rule| expected::is_keyword(**rule));
    let mut known: Vec<String> = keywords.map(|rule| expected::keyword(*rule)).collect();
    let lists: [(Rule, &[&str]); 7] = [
        (Rule::clause, &words::RULE_CLAUSES),
        (Rule::test_step, &["on", "given", "expect"]),
        (Rule::programme_clause, &words::PROGRAMME_CLAUSES),
        (Rule::calendar_clause, &words::CALENDAR_CLAUSES),
        (Rule::source_clause, &["title", "file", "url", "number", "dated"]),
        (Rule::consequence, &words::CONSEQUENCES),
        (Rule::exception, &["except"]),
    ];
    for (rule, list) in lists {
        if place.wants(rule) {
            known.extend(list.iter().map(|word| (*word).to_owned()));
        }
    }
    known
}
