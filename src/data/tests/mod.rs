//! Tests of the readers: what is read, what is refused and where, hostile texts, and pages.

#![expect(clippy::string_slice, reason = "a span off a character boundary must fail the test")]

mod csv;
mod hostile;
mod json;
mod pages;
mod same;
mod yaml;

use super::{DataLimits, DataNode, Sheet, read_csv, read_json, read_yaml};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::text::SourceId;

/// Reads YAML within the default limits.
fn yaml(text: &str) -> (Option<DataNode>, Diagnostics) {
    read_yaml(SourceId::default(), text, &DataLimits::default())
}

/// Reads JSON within the default limits.
fn json(text: &str) -> (Option<DataNode>, Diagnostics) {
    read_json(SourceId::default(), text, &DataLimits::default())
}

/// Reads CSV within the default limits.
fn csv(text: &str) -> (Option<Sheet>, Diagnostics) {
    read_csv(SourceId::default(), text, &DataLimits::default())
}

/// The tree of a text that must have no problem.
fn good((tree, found): (Option<DataNode>, Diagnostics)) -> DataNode {
    assert!(found.is_empty(), "{found:#?}");
    tree.expect("a text without problems has a tree")
}

/// The words under the labels of a problem, the main one first.
fn labelled<'t>(problem: &Diagnostic, text: &'t str) -> Vec<&'t str> {
    problem.labels.iter().map(|label| &text[label.span.range()]).collect()
}

/// The problems as `code words-of-the-labels…`, one a line.
fn outline(found: &Diagnostics, text: &str) -> String {
    let line = |problem: &Diagnostic| format!("{} {:?}", problem.code, labelled(problem, text));
    found.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The text after applying every repair, from the last to the first.
fn repaired(found: &Diagnostics, text: &str) -> String {
    let mut fixes: Vec<_> = found.iter().filter_map(|problem| problem.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| fix.span);
    let mut text = text.to_owned();
    for fix in fixes.iter().rev() {
        text.replace_range(fix.span.range(), &fix.replacement);
    }
    text
}
