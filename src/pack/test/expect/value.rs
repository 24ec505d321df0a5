//! `expect payable is 480_000.00 PLN`

use super::{Judged, compare};
use crate::pack::find::definition;
use crate::pack::test::problems::{Expectation, Failed, UnknownName, What};
use crate::syntax::ast::{Expr, Path};
use crate::text::Spanned;

/// Compares a result that the report states.
pub(super) fn check(
    judged: &Judged<'_>,
    name: &Path,
    element: Option<&Spanned<String>>,
    expected: &Expr,
) -> Result<(), Failed> {
    let checked = judged.checked();
    let written = name.text();
    let unknown = |help: Option<String>| UnknownName {
        written: written.clone(),
        at: name.span,
        what: What::Result,
        help,
    };
    let found = definition(checked, &written)
        .map_err(|none| unknown(none.near.map(|near| format!("did you mean `{near}`?"))))?;
    let report = judged.report("en");
    let mut stated =
        judged.evaluation.values.iter().zip(&report.values).filter(|(value, entry)| {
            found.contains(&value.definition)
                && entry.element.as_deref() == element.map(|e| &*e.value)
        });
    let Some((value, _)) = stated.next() else {
        let is_result = found.iter().any(|id| checked.results.contains(id));
        let help = if is_result {
            "the report states it for another record; name the element with `for projects[1]`"
        } else {
            "a test can expect what the report states: write `result` in place of `define`"
        };
        return Err(unknown(Some(help.to_owned())).into());
    };
    let Some(definition) = checked.definitions.get(value.definition.index()) else { return Ok(()) };
    let Some(difference) = compare(judged, expected, Some(&value.value), &definition.ty)? else {
        return Ok(());
    };
    let expectation = Expectation {
        at: expected.span,
        of: format!("`{written}`"),
        expected: difference.expected,
        came: difference.came,
        note: None,
        declared: Some(definition.span),
    };
    Err(expectation.into())
}
