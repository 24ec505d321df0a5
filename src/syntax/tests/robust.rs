//! Whatever the text, the parser ends without a panic, and its places lie in the text.

use proptest::prelude::*;

use super::read;

/// Pieces from which texts are made: words, signs and halves of things.
const PIECES: [&str; 60] = [
    "rule",
    "define",
    "record",
    "table",
    "test",
    "parameter",
    "module",
    "prefer",
    "enum",
    "facts",
    "require",
    "when",
    "cite",
    "title",
    "message",
    "unless",
    "because",
    "if not",
    "for each",
    "except",
    "from",
    "to",
    "of",
    "in",
    "is",
    "not",
    "and",
    "at least",
    "exactly",
    "sum",
    "count",
    "x",
    "Project",
    "ż",
    "1",
    "15%",
    "2024-01-31",
    "2024-1-3",
    "5 PLN",
    "48 months",
    "\"a {b} c\"",
    "\"\"\"",
    "\"",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "->",
    "|",
    ",",
    ":",
    "=",
    "-",
    "<=",
    "\n",
    "\n  ",
    "# c\n",
    "## d\n",
];

fn check(text: &str) -> Result<(), TestCaseError> {
    let (parsed, problems) = read(text);
    for problem in &problems {
        for label in &problem.labels {
            prop_assert!(text.get(label.span.range()).is_some(), "{problem:?} in {text:?}");
        }
        if let Some(fix) = &problem.fix {
            prop_assert!(text.get(fix.span.range()).is_some(), "{problem:?} in {text:?}");
        }
    }
    for item in &parsed.module.items {
        prop_assert!(text.get(item.span.range()).is_some());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_pieces_are_survived(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        check(&pieces.join(" "))?;
        check(&pieces.concat())?;
    }

    #[test]
    fn any_characters_are_survived(text in "\\PC{0,80}") {
        check(&text)?;
        check(&format!("define x = {text}\n"))?;
        check(&format!("rule x for P {{\n  message en \"{text}\n}}\n"))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// One change in a good file breaks at most the declaration that it is in and, where it takes
    /// away or adds a bracket, a quotation mark or a line end, its neighbour.
    #[test]
    fn one_change_breaks_few_declarations(at in 0_usize..6_000, piece in prop::sample::select(&PIECES[..])) {
        let text = include_str!("example.subvent");
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let (before, after) = text.split_at(at);
        let changed = format!("{before}{piece}{after}");
        check(&changed)?;
        // Triple quotation marks without their partner reach to the next ones, or to the end.
        if piece != "\"\"\"" {
            let (parsed, problems) = read(&changed);
            prop_assert!(problems.len() <= 2, "{piece:?} at {at}: {problems:?}");
            let lost = 23_usize.saturating_sub(parsed.module.items.len());
            prop_assert!(lost <= 2, "{piece:?} at {at}");
        }
    }
}

#[test]
fn every_prefix_of_a_good_file_is_survived() {
    let text = include_str!("example.subvent");
    let ends = text.char_indices().map(|(at, _)| at).step_by(37);
    for end in ends {
        let (parsed, problems) = read(text.get(..end).unwrap());
        assert!(problems.len() <= 1, "{end}: {problems:?}");
        assert!(parsed.module.items.len() <= 23);
    }
}
