//! Tests of fact binding: a small programme built by hand, proposals as YAML and JSON text.

mod cells;
mod evidence;
mod header;
mod host;
mod hostile;
mod locale;
mod pages;
mod programme;
mod references;
mod refusals;
mod scalars;
mod sources;
mod strange;
mod unknown;
mod written;

use programme::{PROJECT, programme};

use super::{Facts, bind};
use crate::data::{DataLimits, read_yaml};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::program::FactSchema;
use crate::text::SourceId;
use crate::value::Value;

/// The source of proposals, apart from that of the declarations.
fn proposal() -> SourceId {
    SourceId::new(1)
}

/// Binds a YAML text to a project.
fn bound(text: &str) -> (Option<Facts>, Diagnostics) {
    let checked = programme();
    let (tree, problems) = read_yaml(proposal(), text, &DataLimits::default());
    assert!(problems.is_empty(), "{problems:#?}");
    bind(&FactSchema::new(&checked), &checked, PROJECT, &tree.unwrap())
}

/// The facts of a text that must have no problem at all.
fn good(text: &str) -> Facts {
    let (facts, found) = bound(text);
    assert!(found.is_empty(), "{found:#?}");
    facts.unwrap()
}

/// The value at a path.
fn at<'f>(facts: &'f Facts, path: &str) -> &'f Value {
    let cell = facts.find(path).unwrap_or_else(|| panic!("no {path}"));
    facts.cell(cell)
}

/// The problems of a text, as `code message`.
fn problems(text: &str) -> Vec<String> {
    let (facts, found) = bound(text);
    assert!(facts.is_none() == found.has_errors(), "{found:#?}");
    found.iter().map(|problem| format!("{} {}", problem.code, problem.message)).collect()
}

/// A proposal with one value and nothing else.
fn one(field: &str, value: &str) -> String {
    format!("{field}: {value}\n")
}

/// The value that one field gets.
fn read(field: &str, value: &str) -> Value {
    at(&good(&one(field, value)), field).clone()
}

/// The only problem of one field, and what its repair makes of the text.
fn refused(field: &str, value: &str) -> (String, Option<String>) {
    let text = one(field, value);
    let (facts, found) = bound(&text);
    assert!(facts.is_none(), "{text}");
    let [problem] = found.iter().as_slice() else { panic!("{found:#?}") };
    let repaired = problem.fix.as_ref().map(|fix| {
        let mut text = text.clone();
        text.replace_range(fix.span.range(), &fix.replacement);
        text.trim_end().to_owned()
    });
    (format!("{} {}", problem.code, problem.message), repaired)
}

/// The words under the main label of a problem.
fn labelled<'t>(problem: &Diagnostic, text: &'t str) -> &'t str {
    problem.span().and_then(|span| text.get(span.range())).unwrap_or("")
}
