//! Drawings of problems, kind and hostile.

use super::{Style, draw};
use proptest::prelude::*;
use subvent::data::{DataLimits, read_json, read_yaml};
use subvent::diagnostic::{Code, Diagnostic, Located};
use subvent::text::{Source, SourceMap, Span};

const PLAIN: Style = Style { colour: false, unicode: true, width: 80, links: false };
const ASCII: Style = Style { unicode: false, ..PLAIN };

/// The drawing of all problems of one text.
fn drawn(name: &str, text: &str, style: Style) -> String {
    let mut sources = SourceMap::new();
    let id = sources.add(Source::new(name, text));
    let read = if name.ends_with(".json") { read_json } else { read_yaml };
    let (_, found) = read(id, text, &DataLimits::default());
    found.located(&sources).map(|problem| draw(&problem, style)).collect()
}

/// The drawing of one problem with one label in one text.
fn drawn_label(text: &str, start: usize, end: usize) -> String {
    let mut sources = SourceMap::new();
    let id = sources.add(Source::new("a.yaml", text));
    let problem = Diagnostic::warning(Code::DATA_TAG, "m").label(Span::new(id, start, end), "here");
    draw(&Located::new(&problem, &sources), PLAIN)
}

#[test]
fn both_places_of_a_duplicate_key_are_shown() {
    let text = "miasto: Łódź 😀\nkwota: 1\ntytuł: x\nkwota: 2\n";
    let expected = "\
data::duplicate_key

  × `kwota` is given twice
   ╭─[wniosek.yaml:4:1]
 1 │ miasto: Łódź 😀
 2 │ kwota: 1
   · ──┬──
   ·   ╰── first given here
 3 │ tytuł: x
 4 │ kwota: 2
   · ──┬──
   ·   ╰── given again here
   ╰────
  help: keep one of the two; for several values write a list
";
    assert_eq!(drawn("wniosek.yaml", text, PLAIN), expected);
}

#[test]
fn columns_behind_wide_characters_are_exact() {
    let expected = "\
data::yaml_syntax

  × `@` cannot start a value
   ╭─[a.yaml:1:12]
 1 │ Łódź😀: {x: @office}
   ·             ┬
   ·             ╰── has a special meaning in YAML
   ╰────
  help: put the value in quotes
";
    // The emoji is two columns wide on a terminal and one character in the position.
    assert_eq!(drawn("a.yaml", "Łódź😀: {x: @office}", PLAIN), expected);
}

/// A problem in a proposal with a rule behind it, and two places in a third text.
fn three_sources() -> Located {
    let mut sources = SourceMap::new();
    let rules = sources.add(Source::new("rules/land.subvent", "require land <= 10%\n"));
    let proposal = format!("land: 20_000 # {}\n", "a long note ".repeat(8));
    let proposal = sources.add(Source::new("proposal.yaml", proposal));
    let table = sources.add(Source::new("rates.csv", "a\nb\n"));
    let problem = Diagnostic::error(Code::DATA_TAG, "land is above its share")
        .label(Span::new(proposal, 6, 12), "20,000 PLN")
        .label(Span::new(rules, 8, 19), "the ceiling")
        .label(Span::new(table, 0, 1), "")
        .label(Span::new(table, 2, 3), "the rate")
        .help("lower it to 10,000 PLN");
    Located::new(&problem, &sources)
}

#[test]
fn other_sources_are_nested_and_long_lines_are_not_wrapped() {
    let note = "a long note ".repeat(8);
    let expected = format!(
        "\
data::tag

  × land is above its share
   ╭─[proposal.yaml:1:7]
 1 │ land: 20_000 # {}
   ·       ───┬──
   ·          ╰── 20,000 PLN
   ╰────
  help: lower it to 10,000 PLN
  ├─▶   ☞ the ceiling
  │      ╭─[rules/land.subvent:1:9]
  │    1 │ require land <= 10%
  │      ·         ───────────
  │      ╰────
  ╰─▶   ☞ rates.csv
         ╭─[rates.csv:1:1]
       1 │ a
         · ─
       2 │ b
         · ┬
         · ╰── the rate
         ╰────
",
        note.trim_end()
    );
    assert_eq!(draw(&three_sources(), PLAIN), expected);
}

#[test]
fn without_unicode_only_ascii_signs_are_drawn() {
    let plain = draw(&three_sources(), ASCII);
    assert!(plain.is_ascii(), "{plain}");
    assert!(
        plain.contains("  |->   > the ceiling\n  |      ,-[rules/land.subvent:1:9]\n"),
        "{plain}"
    );
    assert!(plain.contains("  `->   > rates.csv\n"), "{plain}");
}

#[test]
fn colour_and_links_are_drawn_only_when_asked_for() {
    assert!(!draw(&three_sources(), PLAIN).contains('\u{1b}'));
    assert!(draw(&three_sources(), Style { colour: true, ..PLAIN }).contains("\u{1b}["));
}

#[test]
fn prose_is_wrapped_at_the_width() {
    let text = "a: &x 1\n";
    for line in drawn("a.yaml", text, Style { width: 40, ..PLAIN }).lines() {
        assert!(line.chars().count() <= 40, "{line}");
    }
}

#[test]
fn a_label_at_the_end_of_a_text_is_drawn_at_its_last_words() {
    for text in ["a", "a\n", "a\n\n\n", "a\r\n"] {
        let picture = drawn_label(text, text.len(), text.len());
        assert!(picture.contains("1 │ a\n   ·  ▲\n   ·  ╰── here\n"), "{text:?}: {picture}");
        assert_eq!(drawn_label(text, 70_000, 90_000), picture);
    }
    for text in ["", "\n"] {
        assert!(drawn_label(text, 0, 5).contains("╰── here"), "{text:?}");
    }
}

#[test]
fn a_label_over_many_lines_shows_the_first() {
    let picture = drawn_label(&"x\n".repeat(300), 0, 600);
    assert!(picture.contains("╰── here (and 299 more lines)"), "{picture}");
    assert!(picture.lines().count() < 10, "{picture}");
    let picture = drawn_label("a\nb\nc\n", 0, 5);
    assert!(picture.contains("3 │ ├─▶ c\n   · ╰──── here"), "{picture}");
}

#[test]
fn a_line_of_a_megabyte_is_shown_as_a_window() {
    let filler = format!("\"f\": \"{}\",", "x".repeat(50_000));
    let text = format!("{{\"a\": 1, {filler} \"b\": 2, \"{}\": 0, \"a\": 3}}", "y".repeat(60_000));
    let picture = drawn("p.json", &text, PLAIN);
    let again = text.rfind("\"a\"").unwrap() + 1;
    assert!(again > 65_535 + 40_000);
    assert!(picture.contains(&format!("[p.json:1:{again}]")), "{picture}");
    assert!(picture.contains("first given here") && picture.contains("given again here"));
    assert!(picture.len() < 4_000, "{}", picture.len());
}

#[test]
fn one_label_over_a_long_line_is_cut() {
    let text = format!("{}\nshort\n", "x".repeat(100_000));
    for (start, end) in [(0, 100_000), (99_000, 100_004), (100_001, 100_006), (50_000, 100_006)] {
        let picture = drawn_label(&text, start, end);
        assert!(picture.contains("here"), "{picture}");
        assert!(picture.len() < 4_000, "{}", picture.len());
    }
}

#[test]
fn escapes_of_a_hostile_text_do_not_reach_the_terminal() {
    let mut sources = SourceMap::new();
    let id = sources.add(Source::new("a\u{1b}[2J\n.yaml", "k: \u{1b}[31mred\u{202e}\u{9b}\r x\n"));
    let problem = Diagnostic::error(Code::DATA_TAG, "`\u{1b}]0;x\u{7}` is wrong")
        .label(Span::new(id, 3, 8), "\u{1b}[1mhere")
        .help("not \u{202e}this");
    let picture = draw(&Located::new(&problem, &sources), PLAIN);
    assert!(!picture.chars().any(|c| c.is_control() && c != '\n'), "{picture:?}");
    assert!(!picture.contains('\u{202e}'));
    assert!(picture.contains("1 │ k: ?[31mred\u{fffd}¿? x"), "{picture}");
    assert!(picture.contains("╭─[a?[2J?.yaml:1:4]"), "{picture}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_labels_in_any_text_are_drawn(
        parts in prop::collection::vec(("[a \tŁ😀\u{1b}\u{202e}\r\n]{0,8}", 1..900_usize), 0..8),
        places in prop::collection::vec((0..9000_usize, 0..3000_usize), 1..5),
    ) {
        let text: String = parts.iter().map(|(words, times)| words.repeat(*times)).collect();
        let mut sources = SourceMap::new();
        let id = sources.add(Source::new("a.yaml", text));
        let mut problem = Diagnostic::error(Code::DATA_TAG, "m");
        for (start, length) in &places {
            problem = problem.label(Span::new(id, *start, start + length), "here");
        }
        for style in [PLAIN, Style { width: 0, ..PLAIN }] {
            let picture = draw(&Located::new(&problem, &sources), style);
            prop_assert!(!picture.chars().any(|c| c.is_control() && c != '\n'));
            prop_assert!(!picture.contains("OutOfBounds"), "{}", picture);
            prop_assert!(picture.contains("here"), "{}", picture);
        }
    }
}
