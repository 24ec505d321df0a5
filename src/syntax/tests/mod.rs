//! Tests of whole files, one file a thought.

mod bad;
mod calendar;
mod declaration;
mod depth;
mod example;
mod expression;
mod grammar;
mod pages;
mod recovery;
mod robust;
mod show;
mod traps;

use super::ast::{Clause, ItemKind};
use super::{Parsed, parse};
use crate::diagnostic::Diagnostics;
use crate::text::{Source, SourceId};

/// Parses a text.
fn read(text: &str) -> (Parsed, Diagnostics) {
    parse(SourceId::default(), &Source::new("test.subvent", text))
}

/// The codes of problems, in order.
fn codes(problems: &Diagnostics) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code.as_str()).collect()
}

/// The names of declarations, in order.
fn names(parsed: &Parsed) -> Vec<String> {
    let name = |kind: &ItemKind| match kind {
        ItemKind::Define(define) => define.name.value.to_string(),
        ItemKind::Rule(rule) => rule.name.value.to_string(),
        ItemKind::Enum(decl) => decl.name.value.to_string(),
        ItemKind::Record(decl) => decl.name.value.to_string(),
        ItemKind::Test(test) => test.name.value.clone(),
        other => format!("{other:?}").split('(').next().unwrap_or("").to_owned(),
    };
    parsed.module.items.iter().map(|item| name(&item.kind)).collect()
}

/// The one declaration of a text without problems.
#[track_caller]
fn one(text: &str) -> ItemKind {
    let (mut parsed, problems) = read(text);
    assert!(problems.is_empty(), "{text}\n{:?}", problems.iter().next());
    assert_eq!(parsed.module.items.len(), 1, "{text}");
    parsed.module.items.remove(0).kind
}

/// The clauses of the one rule of a text without problems.
#[track_caller]
fn rule_clauses(text: &str) -> Vec<Clause> {
    match one(text) {
        ItemKind::Rule(rule) => rule.clauses,
        ItemKind::Prefer(prefer) => prefer.clauses,
        ItemKind::Refine(refine) => refine.clauses,
        ItemKind::Information(information) => information.clauses,
        other => panic!("{other:?}"),
    }
}
