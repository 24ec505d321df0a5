//! The examples on the pages of this room's codes do what the page says.

use super::{csv, json, yaml};
use crate::data::decode;
use crate::diagnostic::{Code, Diagnostic};

/// The fenced examples of a part of a page: language and text.
fn examples(part: &str) -> Vec<(&str, &str)> {
    let fences: Vec<&str> = part.split("\n```").collect();
    // Every second piece lies between an opening and a closing fence.
    fences.iter().skip(1).step_by(2).filter_map(|piece| piece.split_once('\n')).collect()
}

/// The codes that an example gives.
fn codes(language: &str, text: &str) -> Vec<Code> {
    let found = match language {
        "yaml" => yaml(text).1,
        "json" => json(text).1,
        "csv" => csv(text).1,
        "repeat" => {
            let (letter, times) = text.trim().split_once(' ').unwrap();
            yaml(&letter.repeat(times.parse().unwrap())).1
        }
        "bytes" => {
            let bytes: Vec<u8> =
                text.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect();
            return decode(&bytes).err().map(|e| Diagnostic::from(e).code).into_iter().collect();
        }
        other => panic!("an example in {other:?}"),
    };
    found.iter().map(|problem| problem.code).collect()
}

#[test]
fn examples_give_their_code_and_remedies_none() {
    let mut seen = 0;
    for code in Code::all().filter(|code| code.as_str().starts_with("data::")) {
        let page = code.page().unwrap();
        let (_, rest) = page.split_once("## Example").unwrap();
        let (bad, good) = rest.split_once("## What to do").unwrap();
        assert!(!examples(bad).is_empty(), "{code} has no example");
        for (language, text) in examples(bad) {
            let found = codes(language, text);
            assert!(!found.is_empty() && found.iter().all(|c| *c == code), "{code}: {found:?}");
            seen += 1;
        }
        for (language, text) in examples(good) {
            assert_eq!(codes(language, text), [], "{code}: {text}");
        }
    }
    assert!(seen >= 10);
}
