//! `expect invalid`

use super::Judged;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::pack::test::problems::Expectation;
use crate::text::{Span, Spanned};

/// The facts are refused; is it for the reason expected?
pub(in crate::pack::test) fn invalid(
    problems: &Diagnostics,
    code: Option<&Spanned<String>>,
    at: Span,
) -> Option<Diagnostic> {
    let wanted = code?;
    let errors = || problems.iter().filter(|problem| problem.severity == Severity::Error);
    if errors().any(|problem| problem.code.as_str() == wanted.value) {
        return None;
    }
    let mut codes: Vec<String> = errors().map(|problem| format!("`{}`", problem.code)).collect();
    codes.dedup();
    let expectation = Expectation {
        at: if wanted.span.is_empty() { at } else { wanted.span },
        of: "the facts".to_owned(),
        expected: format!("`{}`", wanted.value),
        came: codes.join(", "),
        note: errors().next().map(|problem| problem.message.clone()),
        declared: None,
    };
    Some(expectation.into())
}

/// The facts are not refused, but that is expected.
pub(super) fn not_refused(judged: &Judged<'_>, at: Span) -> Diagnostic {
    let verdict = judged.evaluation.verdict.word();
    let expectation = Expectation {
        at,
        of: "the facts".to_owned(),
        expected: "to be refused".to_owned(),
        came: format!("the verdict `{verdict}`"),
        note: None,
        declared: None,
    };
    expectation.into()
}
