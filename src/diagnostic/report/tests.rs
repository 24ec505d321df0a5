//! What miette gets to see of a problem. How it is drawn is tested in the command's `draw`.

use miette::{Diagnostic as _, SourceCode};

use super::Located;
use super::safe_text::SafeText;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::text::{Source, SourceId, SourceMap, Span};

fn map(texts: &[(&str, &str)]) -> SourceMap {
    let mut sources = SourceMap::new();
    for (name, text) in texts {
        sources.add(Source::new(*name, *text));
    }
    sources
}

fn at(source: usize, start: usize, end: usize) -> Span {
    Span::new(SourceId::new(source), start, end)
}

/// Name, line, column (from 1) and words of a span as miette reads them.
fn read(
    text: &SafeText,
    start: usize,
    length: usize,
    context: usize,
) -> (String, usize, usize, String) {
    let contents = text.read_span(&(start, length).into(), context, context).unwrap();
    let words = std::str::from_utf8(contents.data()).unwrap().to_owned();
    let name = contents.name().unwrap().to_owned();
    (name, contents.line() + 1, contents.column() + 1, words)
}

#[test]
fn labels_of_the_first_source_are_the_main_snippet() {
    let sources = map(&[("rule", "a <= b\n"), ("proposal", "b: 1\n"), ("table", "x\n")]);
    let problem = Diagnostic::warning(Code::DATA_TAG, "too much")
        .label(at(1, 3, 4), "main")
        .label(at(2, 0, 1), "third")
        .label(at(0, 0, 1), "rule a")
        .label(at(1, 0, 1), "name")
        .label(at(0, 5, 6), "rule b")
        .label(at(9, 0, 1), "in no source");
    let located = Located::new(&problem, &sources);
    assert_eq!(located.to_string(), "too much");
    assert_eq!(located.code().unwrap().to_string(), "data::tag");
    assert_eq!(located.severity(), Some(miette::Severity::Warning));
    assert_eq!(located.diagnostic(), &problem);
    assert!(located.url().is_none());
    let main: Vec<_> = located.labels().unwrap().collect();
    assert_eq!(main.len(), 2);
    assert!(main[0].primary() && !main[1].primary());
    assert_eq!((main[0].label(), main[0].offset(), main[0].len()), (Some("main"), 3, 1));
    let source = located.source_code().unwrap().read_span(main[0].inner(), 0, 0).unwrap();
    assert_eq!((source.name(), source.data()), (Some("proposal"), &b"1"[..]));
    let related: Vec<_> = located.related().unwrap().collect();
    let titles: Vec<_> = related.iter().map(|other| other.to_string()).collect();
    assert_eq!(titles, ["third", "rule"]);
    let rule: Vec<_> = related[1].labels().unwrap().collect();
    assert_eq!(
        rule.iter().map(|l| l.label()).collect::<Vec<_>>(),
        [Some("rule a"), Some("rule b")]
    );
}

#[test]
fn a_problem_without_places_has_no_snippet() {
    let problem = Diagnostic::advice(Code::DATA_ENCODING, "not text");
    let located = Located::new(&problem, &SourceMap::new());
    assert!(located.source_code().is_none() && located.labels().is_none());
    assert!(located.related().is_none() && located.help().is_none());
    assert_eq!(located.severity(), Some(miette::Severity::Advice));
}

#[test]
fn the_title_of_a_repair_helps_where_there_is_no_help() {
    let problem = Diagnostic::error(Code::DATA_TAG, "m").fix("write it so", at(0, 0, 1), "x");
    let help = |problem: &Diagnostic| Located::new(problem, &map(&[])).help().unwrap().to_string();
    assert_eq!(help(&problem), "write it so");
    assert_eq!(help(&problem.help("better")), "better");
}

#[test]
fn all_problems_of_a_list_are_located() {
    let sources = map(&[("a", "x\n")]);
    let mut list = Diagnostics::new();
    list.push(Diagnostic::error(Code::DATA_TAG, "one").label(at(0, 0, 1), ""));
    list.push(Diagnostic::error(Code::DATA_TAG, "two").label(at(0, 1, 1), ""));
    let located: Vec<_> = list.located(&sources).collect();
    assert_eq!(located.iter().map(ToString::to_string).collect::<Vec<_>>(), ["one", "two"]);
    let report: miette::Report = located[0].clone().into();
    assert_eq!(report.to_string(), "one");
}

#[test]
fn lines_are_read_with_their_neighbours() {
    let text = SafeText::new(&Source::new("a", "one\ntwo Ł x\nthree\nfour").into());
    assert_eq!(read(&text, 11, 1, 0), ("a".into(), 2, 7, "x".into()));
    assert_eq!(read(&text, 11, 1, 1), ("a".into(), 1, 1, "one\ntwo Ł x\nthree\n".into()));
    // A span inside a character is moved to its start.
    assert_eq!(read(&text, 9, 1, 0), ("a".into(), 2, 5, "Ł".into()));
    assert_eq!(read(&text, 19, 4, 1), ("a".into(), 3, 1, "three\nfour\n".into()));
    assert_eq!(read(&text, 900, 4, 0).3, "");
}

#[test]
fn of_a_long_line_only_a_window_is_read() {
    let long = format!("short\n{}Ł{}\nshort\n", "x".repeat(150_000), "y".repeat(150_000));
    let text = SafeText::new(&Source::new("a", long).into());
    let label = 6 + 150_000;
    assert_eq!(read(&text, label, 2, 0), ("a".into(), 2, 150_001, "Ł".into()));
    let (_, line, column, words) = read(&text, label, 2, 1);
    assert_eq!((line, column), (2, 150_001 - 120));
    assert_eq!(words, format!("{}Ł{}", "x".repeat(120), "y".repeat(120)));
    // The neighbours of a short line are left out when they are long.
    assert_eq!(read(&text, 0, 5, 1).3, "short\n");
    assert_eq!(read(&text, label + 150_003, 5, 1).3, "short\n");
    // What does not fit a window is not read as one; miette then draws its parts apart.
    assert!(text.read_span(&(6, 200_000).into(), 1, 1).is_err());
}

#[test]
fn a_text_that_is_harmless_is_shared() {
    let harmless = std::sync::Arc::new(Source::new("a", "Łódź\n"));
    assert!(std::ptr::eq(SafeText::new(&harmless).source(), &*harmless));
    let hostile = SafeText::new(&Source::new("a\n", "x\u{1b}[0m").into());
    assert_eq!(hostile.source(), &Source::new("a?", "x?[0m\n"));
    assert_eq!(format!("{hostile:?}"), "SafeText(\"a?\")");
}
