//! One fault a file, in `tests/bad/syntax`, with everything that is said of it.
//!
//! The snapshot beside a file repeats its text, so that the pair reads as one page. Each repair
//! is tried: the text after it has fewer problems.

use std::fmt::Write as _;

use super::read;
use crate::diagnostic::{Diagnostic, Fix};
use crate::text::Source;

#[test]
fn every_bad_file_is_told_what_is_wrong() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../../../tests/bad/syntax/snapshots");
    settings.set_omit_expression(true);
    settings.bind(|| {
        insta::glob!("../../../tests/bad/syntax", "*.subvent", |path| {
            let text = std::fs::read_to_string(path).unwrap();
            insta::assert_snapshot!("told", told(&text));
        });
    });
}

fn told(text: &str) -> String {
    let (_, problems) = read(text);
    assert_eq!(problems.len(), 1, "one fault a file: {text}");
    let source = Source::new("bad", text);
    let mut out = format!("{text}\n");
    for problem in &problems {
        tell(&mut out, &source, problem);
    }
    out
}

fn tell(out: &mut String, source: &Source, problem: &Diagnostic) {
    let _ = writeln!(out, "{}: {}", problem.code, problem.message);
    for label in &problem.labels {
        let at = source.position(label.span.start as usize);
        let words = source.slice(label.span).replace('\n', " ");
        let _ = writeln!(out, "  at {}:{} `{words}`: {}", at.line, at.column, label.text);
    }
    if let Some(help) = &problem.help {
        let _ = writeln!(out, "  help: {help}");
    }
    if let Some(fix) = &problem.fix {
        let mended = mended(source.text(), fix);
        let line = source.position(fix.span.start as usize).line;
        let after = Source::new("mended", mended.as_str());
        let _ = writeln!(out, "  repair: {}", fix.title);
        let _ = writeln!(out, "  then: {}", after.line(line).unwrap_or(""));
        let (_, left) = read(&mended);
        assert!(left.is_empty(), "the repair leaves {:?}", left.iter().next());
    }
}

fn mended(text: &str, fix: &Fix) -> String {
    let (before, after) = (text.get(..fix.span.start as usize), text.get(fix.span.end as usize..));
    format!("{}{}{}", before.unwrap(), fix.replacement, after.unwrap())
}
