//! Texts that are no programmes: words of the language in any order, and programmes with words
//! taken out, doubled or exchanged.

use super::chance::Chance;

/// Words that mean something somewhere.
const WORDS: [&str; 126] = [
    "or",
    "and",
    "not",
    "is",
    "in",
    "of",
    "to",
    "on",
    "at",
    "by",
    "as",
    "for",
    "each",
    "where",
    "with",
    "from",
    "if",
    "then",
    "else",
    "match",
    "choose",
    "when",
    "unless",
    "except",
    "because",
    "yes",
    "no",
    "lasts",
    "rounded",
    "default",
    "before",
    "after",
    "require",
    "permit",
    "forbid",
    "cite",
    "let",
    "award",
    "module",
    "use",
    "source",
    "programme",
    "enum",
    "record",
    "facts",
    "define",
    "result",
    "parameter",
    "table",
    "reading",
    "fill",
    "rule",
    "refine",
    "without",
    "prefer",
    "information",
    "test",
    "open",
    "key",
    "list",
    "money",
    "any",
    "present",
    "absent",
    "known",
    "overlaps",
    "within",
    "includes",
    "starts",
    "half",
    "up",
    "down",
    "even",
    "end",
    "month",
    "next",
    "year",
    "first",
    "last",
    "day",
    "days",
    "points",
    "overlap",
    "union",
    "gaps",
    "between",
    "left",
    "fiscal",
    "starting",
    "quarter",
    "weekday",
    "group",
    "the",
    "carry",
    "through",
    "linked",
    "either",
    "way",
    "holds",
    "distinct",
    "exactly",
    "least",
    "most",
    "about",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "|",
    ",",
    ".",
    "->",
    "=",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "%",
    ":",
    "?",
];

/// Things with letters of their own.
const THINGS: [&str; 26] = [
    "x",
    "f1",
    "Project",
    "sum",
    "count",
    "min",
    "PLN",
    "EUR",
    "5",
    "1_000.50",
    "15%",
    "7.5 percentage points",
    "300 EUR",
    "2024-02-29",
    "2024-02",
    "2024-05-01 12:00",
    "48 months",
    "\"text\"",
    "\"{hole}\"",
    "\"\"\"raw\"\"\"",
    "`if`",
    "ząb",
    "# comment",
    "## doc",
    "-3",
    "1 July",
];

/// Words in any order.
pub fn soup(chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..chance.below(120) {
        let word = match chance.percent(70) {
            true => chance.word(&WORDS),
            false => chance.word(&THINGS),
        };
        text.push_str(word);
        text.push_str(chance.word(&[" ", " ", " ", " ", "\n  ", "\n", ""]));
    }
    text
}

/// A text with some of its words taken out, doubled, exchanged or replaced.
pub fn mangled(text: &str, chance: &mut Chance) -> String {
    let mut pieces: Vec<String> =
        text.split_inclusive([' ', '\n', '(', ')', ',']).map(str::to_owned).collect();
    for _ in 0..1 + chance.below(4) {
        let (at, other) = (chance.below(pieces.len()), chance.below(pieces.len()));
        if pieces.is_empty() {
            break;
        }
        match chance.below(5) {
            0 => drop(pieces.remove(at)),
            1 => pieces.insert(at, pieces[other].clone()),
            2 => pieces.swap(at, other),
            3 => pieces[at] = format!("{} ", chance.word(&WORDS)),
            _ => pieces[at] = format!("{} ", chance.word(&THINGS)),
        }
    }
    pieces.concat()
}
