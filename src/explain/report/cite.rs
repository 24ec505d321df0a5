//! The legal source of a rule.

use serde::Serialize;

use crate::eval::{Outcome, ResultValue, RuleOutcome};
use crate::explain::case::Case;
use crate::explain::reason::exception_of;
use crate::types::typed::{Checked, Cite, Definition, Rule};

/// A citation.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct CiteEntry<'a> {
    /// The document's own name.
    pub source: &'a str,
    /// The place in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'a str>,
    /// Its words, in the language of the report where it has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<&'a str>,
    /// The wording could not be read in its source.
    pub unverified: bool,
}

impl<'a> CiteEntry<'a> {
    pub(super) fn new(checked: &'a Checked, cite: &'a Cite, language: &str) -> Self {
        let document = checked.documents.get(cite.document.index());
        Self {
            source: document.map_or("", |document| &document.name),
            place: cite.place.as_deref(),
            quote: pick_quote(cite, language),
            unverified: cite.unverified,
        }
    }

    pub(super) fn all(
        checked: &'a Checked,
        cites: impl IntoIterator<Item = &'a Cite>,
        language: &str,
    ) -> Vec<Self> {
        cites.into_iter().map(|cite| Self::new(checked, cite, language)).collect()
    }
}

/// The words of a citation in a language, else those without a language, in English, or any.
pub(in crate::explain) fn pick_quote<'a>(cite: &'a Cite, language: &str) -> Option<&'a str> {
    let find = |wanted: Option<&str>| cite.quotes.iter().find(|(tag, _)| tag.as_deref() == wanted);
    find(Some(language))
        .or_else(|| find(None))
        .or_else(|| find(Some("en")))
        .or_else(|| cite.quotes.first())
        .map(|(_, words)| &**words)
}

/// The citations that an outcome rests on: the rule's, those of the regime that holds, and those
/// of the exception that does; and of all else that it reads those that nobody could verify. What
/// the rule cites itself is not said again for what it reads.
pub(in crate::explain) fn cites_of<'a>(
    case: &Case<'a>,
    rule: &'a Rule,
    outcome: &RuleOutcome,
) -> impl Iterator<Item = &'a Cite> {
    let regime = outcome.regime.and_then(|position| {
        rule.regimes.as_ref()?.alternatives.get(usize::try_from(position).ok()?)
    });
    let unless = exception_of(rule, outcome);
    let regime = regime.into_iter().flat_map(|regime| &regime.cite);
    let own = rule.cite.iter().chain(regime);
    let own = own.chain(unless.into_iter().flat_map(|unless| &unless.cite));
    let applies = outcome.outcome != Outcome::NotApplicable;
    let legend = case.submission.legend;
    let grounds = applies.then(|| legend.unverified(outcome.rule, outcome.as_of));
    said_once(own.chain(grounds.into_iter().flatten()))
}

/// Citations without those that say the same as an earlier one.
fn said_once<'a>(cites: impl Iterator<Item = &'a Cite>) -> impl Iterator<Item = &'a Cite> {
    let mut said: Vec<&Cite> = Vec::new();
    for cite in cites {
        if !said.iter().any(|earlier| earlier.says_the_same(cite)) {
            said.push(cite);
        }
    }
    said.into_iter()
}

/// The citations that a result rests on: its own; and of all else that it reads those that nobody
/// could verify. Results are read on the date of assessment.
pub(in crate::explain) fn cites_of_result<'a>(
    case: &Case<'a>,
    definition: &'a Definition,
    result: &ResultValue,
) -> impl Iterator<Item = &'a Cite> {
    let day = case.evaluation.as_of;
    let grounds = case.submission.legend.unverified_of_result(result.definition, day);
    said_once(definition.cite.iter().chain(grounds))
}

impl<'a> Case<'a> {
    /// The citations of an outcome as the report has them.
    pub(super) fn cite(&self, rule: &'a Rule, outcome: &RuleOutcome) -> Vec<CiteEntry<'a>> {
        CiteEntry::all(self.checked(), cites_of(self, rule, outcome), self.submission.language)
    }
}
