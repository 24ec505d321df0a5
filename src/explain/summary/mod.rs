//! A case in lines of text, for a terminal or a mail.
//!
//! In: a [`Case`]. Out: [`Lines`]: the verdict; the outcomes, the gravest first; amounts that are
//! lowered or excluded; results and points; what is missing, by who owes it; why rules stayed
//! quiet; what this proposal cannot answer; citations that could not be verified. Colour is for
//! whoever prints them.

mod lists;
mod outcomes;
mod table;
mod totals;

pub(super) use outcomes::outcome_word;

use super::case::Case;
use super::line::{Line, Lines, Role};
use super::words::{VerdictWords, fill};
use crate::eval::Verdict;

/// The summary of a case.
#[must_use]
pub fn summary(case: &Case<'_>) -> Lines {
    let mut lines = Lines::default();
    lines.push(verdict_line(case));
    outcomes::outcomes(case, &mut lines);
    lists::amounts(case, &mut lines);
    lists::results(case, &mut lines);
    lists::points(case, &mut lines);
    lists::missing(case, &mut lines);
    outcomes::quiet(case, &mut lines);
    lists::elsewhere(case, &mut lines);
    lists::without(case, &mut lines);
    lists::unverified(case, &mut lines);
    lists::problems(case, &mut lines);
    lines
}

/// The verdict, the programme and the date in one line.
pub(super) fn verdict_line(case: &Case<'_>) -> Line {
    let words = case.words();
    let verdict = case.evaluation.verdict;
    let as_of = fill(words.headings.as_of, &[&case.spoken().date(case.evaluation.as_of)]);
    let submission = &case.submission;
    let programme = submission.checked.programme.title.get(submission.language);
    let programme = programme.map_or(&*submission.checked.programme.module, |title| title.as_str());
    Line::at(0)
        .with(Role::Heading, format!("{}: ", words.headings.verdict))
        .with(verdict_role(verdict), verdict_word(&words.verdicts, verdict))
        .with(Role::Text, format!(" – {programme}, {}, {as_of}", submission.proposal))
}

fn verdict_role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Eligible => Role::Good,
        Verdict::Reduced | Verdict::Conditional | Verdict::Correctable | Verdict::Undetermined => {
            Role::Doubt
        }
        Verdict::Faulty | Verdict::Ineligible | Verdict::Invalid => Role::Bad,
    }
}

fn verdict_word(words: &VerdictWords, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => words.eligible,
        Verdict::Reduced => words.reduced,
        Verdict::Conditional => words.conditional,
        Verdict::Correctable => words.correctable,
        Verdict::Undetermined => words.undetermined,
        Verdict::Faulty => words.faulty,
        Verdict::Ineligible => words.ineligible,
        Verdict::Invalid => words.invalid,
    }
}
