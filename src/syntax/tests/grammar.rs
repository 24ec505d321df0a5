//! The grammar's own text: every rule is explained, and the lists of words agree with it.

use super::super::words;

const GRAMMAR: &str = include_str!("../../../grammar/subvent.pest");

#[test]
fn every_rule_has_its_line() {
    let mut before = "";
    for line in GRAMMAR.lines() {
        let head = line.split_once(" = ").map_or("", |(head, _)| head);
        let rule = !head.is_empty() && head.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        assert!(!rule || before.starts_with("/// "), "{line}");
        before = line;
    }
}

#[test]
fn reserved_words_are_those_of_the_grammar() {
    let (_, rule) = GRAMMAR.split_once("\nreserved = @{").unwrap();
    let (rule, _) = rule.split_once("\n}").unwrap();
    let mut reserved: Vec<&str> = rule.split('"').skip(1).step_by(2).collect();
    reserved.sort_unstable();
    let mut known = words::RESERVED.to_vec();
    known.sort_unstable();
    assert_eq!(reserved, known);
}

#[test]
fn declarations_begin_with_words_of_the_grammar() {
    for word in words::DECLARATIONS {
        assert!(GRAMMAR.contains(&format!("kw_{word} = @{{ \"{word}\"")), "{word}");
    }
}
