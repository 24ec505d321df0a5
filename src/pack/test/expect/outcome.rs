//! `expect RULE violated with margin -0.01 PLN`

use super::{Judged, compare};
use crate::diagnostic::Diagnostic;
use crate::eval::RuleOutcome;
use crate::explain::OutcomeEntry;
use crate::pack::find::rules;
use crate::pack::test::problems::{Expectation, Failed, UnknownName, What};
use crate::syntax::ast::{ExpectOutcome, Expr, RuleRef};
use crate::text::Span;
use crate::types::typed::{RuleId, Type};
use crate::value::Value;

/// An outcome and its entry in the report.
struct Found<'a> {
    outcome: &'a RuleOutcome,
    entry: OutcomeEntry<'a>,
}

/// Compares the outcome of a rule and all that is said of it.
pub(super) fn check(judged: &Judged<'_>, expected: &ExpectOutcome, at: Span) -> Vec<Diagnostic> {
    let found = match find(judged, expected) {
        Ok(found) => found,
        Err(problem) => return vec![*problem.0],
    };
    let checker = Checker { judged, expected, at };
    if let Some(wrong) = found.iter().find(|f| f.outcome.outcome.word() != &*expected.outcome.value)
    {
        return vec![checker.other_outcome(wrong, found.len())];
    }
    found.iter().flat_map(|found| checker.details(found)).collect()
}

/// The rule's name as written, and its place.
fn written(rule: &RuleRef) -> (String, Span) {
    match rule {
        RuleRef::Path(path) => (path.text(), path.span),
        RuleRef::Clause(number) => (number.value.clone(), number.span),
    }
}

/// The outcomes that are meant: of the element named, else of all elements.
fn find<'a>(judged: &'a Judged<'_>, expected: &'a ExpectOutcome) -> Result<Vec<Found<'a>>, Failed> {
    let (written, span) = written(&expected.rule);
    let unknown = |what, written: &str, at, help| {
        Failed::from(UnknownName { written: written.to_owned(), at, what, help })
    };
    let wanted: Vec<RuleId> = rules(judged.checked(), &written).map_err(|none| {
        let help = none.near.map(|near| format!("did you mean `{near}`?"));
        unknown(What::Rule, &written, span, help)
    })?;
    let language = expected.message.as_ref().map_or("en", |(tag, _)| &*tag.value);
    let report = judged.report(language);
    let all: Vec<Found<'a>> = judged
        .evaluation
        .outcomes
        .iter()
        .zip(report.outcomes)
        .filter(|(outcome, _)| wanted.contains(&outcome.rule))
        .map(|(outcome, entry)| Found { outcome, entry })
        .collect();
    if all.is_empty() {
        let help = "it does not bind here, or it is for another record than the test's facts";
        return Err(unknown(What::Rule, &written, span, Some(help.to_owned())));
    }
    let Some(element) = &expected.element else { return Ok(all) };
    let paths: Vec<String> = all.iter().filter_map(|found| found.entry.element.clone()).collect();
    let fits = |found: &Found<'_>| found.entry.element.as_deref() == Some(&*element.value);
    let meant: Vec<Found<'a>> = all.into_iter().filter(fits).collect();
    if meant.is_empty() {
        let help = match paths.as_slice() {
            [] => "the rule is checked once, without elements".to_owned(),
            paths => format!("it is checked on `{}`", paths.join("`, `")),
        };
        return Err(unknown(What::Element, &element.value, element.span, Some(help)));
    }
    Ok(meant)
}

struct Checker<'a, 'j> {
    judged: &'a Judged<'j>,
    expected: &'a ExpectOutcome,
    at: Span,
}

impl Checker<'_, '_> {
    /// A problem with the outcome; it names the element that it is about.
    fn problem(&self, found: &Found<'_>, at: Span, expected: String, came: String) -> Expectation {
        let (name, _) = written(&self.expected.rule);
        let rule = self.judged.checked().rules.get(found.outcome.rule.index());
        Expectation {
            at,
            of: match &found.entry.element {
                Some(element) => format!("`{name}` for {element}"),
                None => format!("`{name}`"),
            },
            expected,
            came,
            note: None,
            declared: rule.map(|rule| rule.span),
        }
    }

    fn other_outcome(&self, found: &Found<'_>, count: usize) -> Diagnostic {
        let wanted = &self.expected.outcome;
        let came = found.outcome.outcome.word().to_owned();
        let mut problem = self.problem(found, wanted.span, wanted.value.to_string(), came);
        let entry = &found.entry;
        problem.note = entry.message.clone().or_else(|| entry.reason.clone());
        if self.expected.element.is_none() && count > 1 {
            let all = format!("all {count} elements are meant; name one with `for costs[2]`");
            problem.note = Some(problem.note.map_or(all.clone(), |note| format!("{note}\n{all}")));
        }
        problem.into()
    }

    /// Everything else that is expected of an outcome.
    fn details(&self, found: &Found<'_>) -> Vec<Diagnostic> {
        let comparison = match found.outcome.comparisons.as_slice() {
            [] => None,
            // Where several comparisons fail or hold, the test speaks of the first.
            [first, ..] => Some(first),
        };
        let margin = comparison.and_then(|it| it.margin.as_ref());
        let measured = comparison.map(|it| &it.measured);
        let limit = comparison.and_then(|it| it.limit.as_ref());
        let figures = [
            ("margin", &self.expected.margin, margin),
            ("measured", &self.expected.measured, measured),
            ("limit", &self.expected.limit, limit),
        ];
        let figures = figures.into_iter().filter_map(|(what, expected, came)| {
            self.figure(found, what, expected.as_ref()?, came)
        });
        let rest = [self.regime(found), self.missing(found), self.message(found)];
        figures.chain(rest.into_iter().flatten()).collect()
    }

    fn figure(
        &self,
        found: &Found<'_>,
        what: &str,
        expected: &Expr,
        came: Option<&Value>,
    ) -> Option<Diagnostic> {
        let difference = match compare(self.judged, expected, came, &Type::Poison) {
            Ok(difference) => difference?,
            Err(problem) => return Some(problem.into()),
        };
        let wanted = format!("{what} {}", difference.expected);
        Some(self.problem(found, expected.span, wanted, difference.came).into())
    }

    fn regime(&self, found: &Found<'_>) -> Option<Diagnostic> {
        let wanted = self.expected.regime.as_ref()?;
        let came = found.entry.regime.unwrap_or("no regime");
        if came == &*wanted.value {
            return None;
        }
        let expected = format!("by {}", wanted.value);
        Some(self.problem(found, wanted.span, expected, came.to_owned()).into())
    }

    /// The missing facts are exactly those named, in any order.
    fn missing(&self, found: &Found<'_>) -> Option<Diagnostic> {
        let wanted = self.expected.missing.as_ref()?;
        let mut names: Vec<&str> = wanted.iter().map(|path| &*path.value).collect();
        let mut came: Vec<&str> = found.entry.missing.iter().map(|entry| &*entry.path).collect();
        names.sort_unstable();
        came.sort_unstable();
        came.dedup();
        // A reading, a table or a rule may be named by its own name instead of its full path.
        let fits = |(name, came): (&&str, &&str)| {
            came.strip_suffix(*name).is_some_and(|front| front.is_empty() || front.ends_with('.'))
        };
        if names.len() == came.len() && names.iter().zip(&came).all(fits) {
            return None;
        }
        let first = wanted.first().map_or(self.at, |path| path.span);
        let span = wanted.last().map_or(first, |last| first.to(last.span));
        let came = if came.is_empty() { "nothing".to_owned() } else { came.join(", ") };
        let expected = format!("missing {}", names.join(", "));
        Some(self.problem(found, span, expected, format!("missing {came}")).into())
    }

    fn message(&self, found: &Found<'_>) -> Option<Diagnostic> {
        let (_, wanted) = self.expected.message.as_ref()?;
        let came = found.entry.message.as_deref().unwrap_or_default();
        // Figures are written with spaces that do not break; a test is typed with common ones.
        let common = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        if common(came) == common(&wanted.value) {
            return None;
        }
        let expected = format!("the message \"{}\"", wanted.value);
        let came = if came.is_empty() { "no message".to_owned() } else { format!("\"{came}\"") };
        Some(self.problem(found, wanted.span, expected, came).into())
    }
}
