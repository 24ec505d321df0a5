//! `yes` and `no`, `true` and `false`.

use super::{Read, Words};
use crate::value::Value;

/// The words of single languages, and loose English ones.
const LOCAL: [(&str, bool); 14] = [
    ("tak", true),
    ("nie", false),
    ("da", true),
    ("nu", false),
    ("ja", true),
    ("nej", false),
    ("y", true),
    ("n", false),
    ("on", true),
    ("off", false),
    ("t", true),
    ("f", false),
    ("1", true),
    ("0", false),
];

/// Reads a truth value. Capitals do not matter: programs write `True` and `FALSE`.
pub(super) fn read(words: &Words<'_>) -> Read {
    if words.text.len() > 8 {
        return words.wrong("`yes` or `no`", "");
    }
    let word = words.text.to_lowercase();
    match word.as_str() {
        "yes" | "true" => return Ok(Value::Bool(true)),
        "no" | "false" => return Ok(Value::Bool(false)),
        _ => {}
    }
    match LOCAL.iter().find(|(name, _)| *name == word) {
        Some((_, truth)) => words.local(Value::Bool(*truth), if *truth { "yes" } else { "no" }),
        None => words.wrong("`yes` or `no`", ""),
    }
}
