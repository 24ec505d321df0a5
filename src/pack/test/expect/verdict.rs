//! `expect verdict eligible`

use super::Judged;
use crate::diagnostic::nearest;
use crate::eval::{Outcome, Verdict};
use crate::pack::test::problems::{Expectation, Failed, UnknownName, What};
use crate::syntax::ast::Name;

/// All verdicts that a test can expect; an invalid proposal has `expect invalid`.
const VERDICTS: [Verdict; 7] = [
    Verdict::Eligible,
    Verdict::Reduced,
    Verdict::Conditional,
    Verdict::Correctable,
    Verdict::Undetermined,
    Verdict::Faulty,
    Verdict::Ineligible,
];

/// Compares the verdict; says which rules decide it when it is another one.
pub(super) fn check(judged: &Judged<'_>, expected: &Name) -> Result<(), Failed> {
    let Some(wanted) = VERDICTS.into_iter().find(|verdict| verdict.word() == &*expected.value)
    else {
        let near = nearest(&expected.value, VERDICTS.map(Verdict::word));
        return Err(UnknownName {
            written: expected.value.to_string(),
            at: expected.span,
            what: What::Verdict,
            help: near.map(|near| format!("did you mean `{near}`?")),
        }
        .into());
    };
    let came = judged.evaluation.verdict;
    if came == wanted {
        return Ok(());
    }
    let expectation = Expectation {
        at: expected.span,
        of: "the verdict".to_owned(),
        expected: wanted.word().to_owned(),
        came: came.word().to_owned(),
        note: deciding(judged),
        declared: None,
    };
    Err(expectation.into())
}

/// The most rules that are named.
const NAMED: usize = 5;

/// The rules that keep a proposal from being eligible.
fn deciding(judged: &Judged<'_>) -> Option<String> {
    let stops = |outcome: &Outcome| {
        matches!(outcome, Outcome::Violated | Outcome::Undetermined | Outcome::Faulty)
    };
    let rules = &judged.checked().rules;
    let stopping = judged.evaluation.outcomes.iter().filter(|found| stops(&found.outcome));
    let mut names: Vec<String> = stopping
        .filter_map(|found| {
            let rule = rules.get(found.rule.index())?;
            Some(format!("`{}` is {}", rule.name, found.outcome.word()))
        })
        .collect();
    names.dedup();
    if names.len() > NAMED {
        let more = names.len() - NAMED;
        names.truncate(NAMED);
        names.push(format!("and {more} more"));
    }
    if names.is_empty() { None } else { Some(names.join(", ")) }
}
