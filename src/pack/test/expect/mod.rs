//! What a test expects, against what came.

mod invalid;
mod outcome;
mod points;
mod value;
mod verdict;

pub(super) use invalid::invalid;

use super::constant::{self, Expected, ExpectedValue};
use super::problems::NoConstant;
use crate::diagnostic::Diagnostic;
use crate::eval::Evaluation;
use crate::explain::{Case, Names, Plain, Report, Submission};
use crate::facts::Facts;
use crate::syntax::ast::{Expect, Expr};
use crate::text::Span;
use crate::types::typed::{Checked, Type};
use crate::value::Value;

/// Facts that were evaluated, with all that a report on them needs.
pub(super) struct Judged<'a> {
    pub(super) submission: Submission<'a>,
    pub(super) facts: &'a Facts,
    pub(super) evaluation: &'a Evaluation,
}

impl Judged<'_> {
    fn checked(&self) -> &Checked {
        self.submission.checked
    }

    /// The report in a language.
    fn report<'s>(&'s self, language: &'s str) -> Report<'s> {
        let submission = Submission { language, ..self.submission };
        Report::new(&Case { submission, facts: self.facts, evaluation: self.evaluation })
    }

    /// A value in its exact form.
    fn plain(&self, value: &Value, ty: &Type) -> String {
        Plain::new(value, ty, Names::with_facts(self.checked(), self.facts)).to_string()
    }

    /// The words of a place in a rule file.
    fn words(&self, span: Span) -> String {
        self.submission.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// All problems with one thing expected.
pub(super) fn expect(judged: &Judged<'_>, expected: &Expect, at: Span) -> Vec<Diagnostic> {
    match expected {
        Expect::Outcome(expected) => outcome::check(judged, expected, at),
        Expect::Value { name, element, value } => {
            value::check(judged, name, element.as_ref(), value)
                .err()
                .map(|failed| *failed.0)
                .into_iter()
                .collect()
        }
        Expect::Verdict(name) => {
            verdict::check(judged, name).err().map(|failed| *failed.0).into_iter().collect()
        }
        Expect::Points { group, min, max } => points::check(judged, group, min, max.as_ref())
            .err()
            .map(|failed| *failed.0)
            .into_iter()
            .collect(),
        Expect::Invalid(_) => vec![invalid::not_refused(judged, at)],
    }
}

/// A figure that differs from the one expected.
struct Difference {
    /// What is expected, as written.
    expected: String,
    /// What came.
    came: String,
}

/// Compares a figure with the one expected; `ty` is its type where it is known.
fn compare(
    judged: &Judged<'_>,
    expected: &Expr,
    actual: Option<&Value>,
    ty: &Type,
) -> Result<Option<Difference>, NoConstant> {
    let read = constant::read(expected, ty, judged.checked()).map_err(|at| NoConstant { at })?;
    let Some(actual) = actual else {
        let expected = judged.words(expected.span);
        return Ok(Some(Difference { expected, came: "no figure".to_owned() }));
    };
    let same = match (&read.value, actual) {
        (ExpectedValue::Unknown, Value::Open(_)) | (ExpectedValue::Faulty, Value::Fault(_)) => true,
        (ExpectedValue::Certain(wanted), actual) => constant::same(wanted, actual),
        _ => false,
    };
    if same {
        return Ok(None);
    }
    let came = judged.plain(actual, &type_of(&read, actual, ty));
    Ok(Some(Difference { expected: judged.words(expected.span), came }))
}

/// The type that a figure is written by.
fn type_of(expected: &Expected, actual: &Value, ty: &Type) -> Type {
    match ty {
        Type::Poison => constant::shown_type(expected, actual),
        known => known.clone(),
    }
}
