//! One mistake costs one declaration.

use super::super::ast::*;
use super::super::{MAX_BYTES, MAX_DECLARATIONS};
use super::{codes, names, read};

#[test]
fn three_broken_declarations_among_eight_are_three_problems_and_five_items() {
    let text = "\
define a = 1
define b = 15 % of y
rule c for P {
  require x
  clause F-16
}
rule d for P { require x }
rul e for P {
  require x
  forbid y
}
define f = 2
enum G { h, i }
define j = 3
";
    let (parsed, problems) = read(text);
    assert_eq!(names(&parsed), ["a", "d", "f", "G", "j"]);
    let found = codes(&problems);
    assert_eq!(found, ["syntax::number_form", "syntax::unexpected", "syntax::unknown_word"]);
}

#[test]
fn a_declaration_counts_only_as_a_whole() {
    let (parsed, problems) = read("define x = 15 % of y\n");
    assert!(parsed.module.items.is_empty());
    assert_eq!(codes(&problems), ["syntax::number_form"]);
}

#[test]
fn an_open_brace_ends_with_the_next_declaration() {
    let (parsed, problems) = read("rule a for P {\n  require x\n\ndefine b = 1\n");
    assert_eq!(names(&parsed), ["b"]);
    assert_eq!(codes(&problems), ["syntax::unclosed"]);
}

#[test]
fn an_open_text_ends_with_its_line() {
    let (parsed, problems) = read("rule a for P {\n  require x\n  clause \"F-1\n}\ndefine b = 1\n");
    assert_eq!(names(&parsed), ["b"]);
    assert_eq!(codes(&problems), ["syntax::unclosed"]);
}

#[test]
fn stray_braces_are_one_problem() {
    let (parsed, problems) = read("define a = 1\n}\ndefine b = 1\n");
    assert_eq!(names(&parsed), ["b"]);
    assert_eq!(codes(&problems), ["syntax::stray_bracket"]);
    let (parsed, problems) = read("}\n}\ndefine b = 1\n");
    assert_eq!(names(&parsed), ["b"]);
    assert_eq!(codes(&problems), ["syntax::stray_bracket"]);
}

#[test]
fn what_is_inside_is_indented() {
    for text in [
        "rule a for P {\nrequire x\n}\n",
        "define a = b\n+ c\n",
        "define a = 5\nexcept 3 when b\n",
        "record R {\nsource: text\n}\n",
        "rule a for P {\n  require x\n  if not reject\n}\n\"a\"\n",
    ] {
        let (parsed, problems) = read(text);
        assert_eq!(codes(&problems), ["syntax::not_indented"], "{text}");
        assert!(parsed.module.items.is_empty(), "{text}");
    }
}

#[test]
fn a_closing_bracket_may_stand_at_the_margin() {
    let (parsed, problems) = read("define a = sum(\n  b for b in c\n)\nenum A {\n  b\n}\n");
    assert!(problems.is_empty(), "{:?}", codes(&problems));
    assert_eq!(names(&parsed), ["a", "A"]);
}

#[test]
fn an_unknown_word_takes_all_its_lines_with_it() {
    let (_, problems) = read("rules a for P {\n  require x\n}\nhello\n  world\n");
    assert_eq!(codes(&problems), ["syntax::unknown_word", "syntax::unknown_word"]);
    let helps: Vec<&str> = problems.iter().filter_map(|p| p.help.as_deref()).collect();
    assert_eq!(helps[0], "did you mean `rule`?");
}

#[test]
fn what_is_not_there_yet_is_one_clear_problem() {
    let (parsed, problems) = read("rates i {\n base EUR\n}\n");
    assert_eq!(codes(&problems), ["syntax::unsupported"]);
    assert!(parsed.module.items.is_empty());
}

#[test]
fn texts_of_several_lines_are_skipped_whole() {
    let text =
        "rule a for P {\n  cite b quote \"\"\"\nrule x for P {\n}}}\n\"\"\"\n  require c\n}\n";
    let (parsed, problems) = read(text);
    assert!(problems.is_empty(), "{:?}", codes(&problems));
    let ItemKind::Rule(rule) = &parsed.module.items[0].kind else { panic!() };
    let ClauseKind::Cite(cite) = &rule.clauses[0].kind else { panic!() };
    assert_eq!(cite[0].quotes[0].text.value, "rule x for P {\n}}}");
}

#[test]
fn other_line_ends_and_a_byte_order_mark_change_nothing() {
    let text = include_str!("example.subvent");
    let windows = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let (plain, _) = read(text);
    let (other, problems) = read(&windows);
    assert!(problems.is_empty(), "{:?}", codes(&problems));
    assert_eq!(names(&plain), names(&other));
    assert_eq!(plain.module.documentation, other.module.documentation);
}

#[test]
fn documentation_belongs_to_what_follows_it() {
    let text = "\
##! The module.
##!  Two lines.

## A rule.
##
## More.
rule a for P { require x }

## Lost, for a line is between.

# An ordinary comment.
define b = 1
## Of the record.
record R {
  ## Of the field.
  c: text   ## not of the next
  d: text
}
";
    let (parsed, problems) = read(text);
    assert!(problems.is_empty());
    assert_eq!(parsed.module.documentation.as_deref(), Some("The module.\n Two lines."));
    let docs: Vec<Option<&str>> =
        parsed.module.items.iter().map(|item| item.documentation.as_deref()).collect();
    assert_eq!(docs, [Some("A rule.\n\nMore."), None, Some("Of the record.")]);
    let ItemKind::Record(record) = &parsed.module.items[2].kind else { panic!() };
    assert_eq!(record.fields[0].documentation.as_deref(), Some("Of the field."));
    assert_eq!(record.fields[1].documentation, None);
    assert_eq!(parsed.comments.len(), 10);
}

#[test]
fn two_spellings_of_a_letter_are_one_name() {
    let (parsed, problems) = read("define z\u{105}b = 1\ndefine za\u{328}b = 2\n");
    assert!(problems.is_empty());
    let names = names(&parsed);
    assert_eq!(names[0], names[1]);
}

#[test]
fn size_and_number_are_bounded() {
    let (parsed, problems) = read(&" ".repeat(MAX_BYTES + 1));
    assert_eq!(codes(&problems), ["syntax::too_large"]);
    assert!(parsed.module.items.is_empty());
    let (parsed, problems) = read(&"use a\n".repeat(MAX_DECLARATIONS + 10));
    assert_eq!(codes(&problems), ["syntax::too_large"]);
    assert_eq!(parsed.module.uses.len(), MAX_DECLARATIONS);
}

#[test]
fn a_message_may_have_many_holes() {
    let text =
        format!("rule a for P {{\n  require b\n  message en \"{}\"\n}}\n", "{c} ".repeat(2_000));
    let ItemKind::Rule(rule) = super::one(&text) else { panic!() };
    let ClauseKind::Message(message) = &rule.clauses[1].kind else { panic!() };
    assert_eq!(message.entries[0].1.value.parts.len(), 4_000);
}
