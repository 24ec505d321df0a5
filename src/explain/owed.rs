//! What is owed, by name, and who owes it.
//!
//! A fact is owed by the applicant, a judgement by the assessor. An open list ("for example")
//! names a fact that is given and still does not decide: what is missing then is the assessor's
//! judgement of it. An undecided reading and an unfilled table are the authority's, and the law
//! owes what comes after the last day that it is known for.

use super::case::Case;
use super::format::Names;
use super::sheet::FactSheet;
use super::words::{MissingWords, fill};
use crate::text::Span;
use crate::types::typed::Checked;
use crate::value::{Missing, Owed, Value};

/// Who owes something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Owner {
    /// Who asks for the funding.
    Applicant,
    /// Who judges the proposal.
    Assessor,
    /// Who runs the programme.
    Authority,
    /// Nobody yet: the law is not known.
    Law,
}

impl Owner {
    /// All owners in the order of reports.
    pub const ALL: [Self; 4] = [Self::Applicant, Self::Assessor, Self::Authority, Self::Law];

    /// Who owes this.
    #[must_use]
    pub fn of(owed: Owed, facts: &dyn FactSheet) -> Self {
        match owed {
            Owed::Fact(cell) if facts.assessed(cell) || is_complete(facts.value(cell)) => {
                Self::Assessor
            }
            Owed::Evidence(cell, _) if facts.assessed(cell) => Self::Assessor,
            Owed::Fact(_) | Owed::Evidence(..) => Self::Applicant,
            Owed::Reading(_) | Owed::Fill(_) => Self::Authority,
            Owed::Law(_) => Self::Law,
        }
    }

    /// The word in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Assessor => "assessor",
            Self::Authority => "authority",
            Self::Law => "law",
        }
    }

    /// The words of a language.
    pub(super) fn spoken(self, words: &MissingWords) -> &'static str {
        match self {
            Self::Applicant => words.applicant,
            Self::Assessor => words.assessor,
            Self::Authority => words.authority,
            Self::Law => words.law,
        }
    }
}

/// Whether nothing can be added to a value that is given. A moment without a time is given, and
/// still the time is missing; so is an element of a list that is `null`. Lists lie in each other
/// only as deep as types do.
fn is_complete(value: &Value) -> bool {
    match value {
        Value::Moment(moment) => moment.time.is_some(),
        Value::List(list) => list.iter().all(|element| is_complete(&element)),
        other => other.is_certain(),
    }
}

/// The name of a level of evidence in JSON.
pub(super) fn level_name(level: u8) -> &'static str {
    match level {
        0 | 1 => "declared",
        2 => "documented",
        _ => "verified",
    }
}

/// The name of a level of evidence in a language.
fn level_spoken(level: u8, words: &MissingWords) -> &'static str {
    match level {
        0 | 1 => words.declared,
        2 => words.documented,
        _ => words.verified,
    }
}

/// What is owed, by name: a path of the facts, or the full name of a reading, a table, a
/// definition, a parameter or a rule.
pub(super) fn owed_name(names: &Names<'_>, owed: Owed) -> String {
    let checked = names.checked;
    match owed {
        Owed::Fact(cell) | Owed::Evidence(cell, _) => names.path(cell),
        Owed::Reading(id) => {
            let reading = usize::try_from(id).ok().and_then(|index| checked.readings.get(index));
            reading.map_or_else(String::new, |reading| reading.path.to_string())
        }
        Owed::Fill(span) | Owed::Law(span) => match declared_at(checked, span) {
            Some(name) => name.to_owned(),
            None => checked.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" "),
        },
    }
}

/// The declaration that has a gap at a place.
fn declared_at(checked: &Checked, span: Span) -> Option<&str> {
    let known_until = |after: &Option<(_, Span)>| after.is_some_and(|(_, place)| place == span);
    let parameter = checked
        .parameters
        .iter()
        .find(|parameter| parameter.table.span == span || known_until(&parameter.unknown_after));
    if let Some(parameter) = parameter {
        return Some(&parameter.table.path);
    }
    if let Some(table) = checked.tables.iter().find(|table| table.span == span) {
        return Some(&table.path);
    }
    if let Some(definition) = checked.definitions.iter().find(|d| d.span == span) {
        return Some(&definition.path);
    }
    let regimes = |rule: &&crate::types::typed::Rule| {
        rule.regimes.as_ref().is_some_and(|regimes| known_until(&regimes.unknown_after))
    };
    checked.rules.iter().find(regimes).map(|rule| &*rule.path)
}

/// The most things that a line names.
const NAMED: usize = 12;

/// What is owed, a line for each who owes something.
pub(super) fn owed_lines(case: &Case<'_>, missing: &Missing) -> Vec<String> {
    let words = &case.words().missing;
    let lines = Owner::ALL.into_iter().filter_map(|owner| {
        let mut owed = missing.iter().filter(|owed| Owner::of(*owed, case.facts) == owner);
        let named: Vec<String> =
            owed.by_ref().take(NAMED).map(|owed| owed_spoken(case, owed)).collect();
        let more = owed.count();
        if named.is_empty() {
            return None;
        }
        let mut line = format!("{}: {}", owner.spoken(words), named.join(", "));
        if more > 0 {
            let more = fill(case.words().values.and_more, &[&more.to_string()]);
            line.push_str(&format!(", … {more}"));
        }
        Some(line)
    });
    lines.collect()
}

/// What is owed, with the evidence that is asked for.
pub(super) fn owed_spoken(case: &Case<'_>, owed: Owed) -> String {
    let words = &case.words().missing;
    let name = owed_name(&case.names(), owed);
    match owed {
        Owed::Evidence(_, level) => fill(words.evidence, &[&name, level_spoken(level, words)]),
        _ => name,
    }
}
