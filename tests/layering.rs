//! The rooms of `src/` form a list, and a room uses only rooms above it.
//!
//! The list is the one in `docs/architecture.md`; a `crate::room` path that points down fails
//! here with its file and line. Test modules may look anywhere.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in order: a room may use those before it.
const ROOMS: [&str; 14] = [
    "text",
    "quantity",
    "value",
    "diagnostic",
    "data",
    "syntax",
    "resolve",
    "types",
    "program",
    "facts",
    "eval",
    "explain",
    "pack",
    "facade",
];

fn rust_files(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The rooms that a line names after `crate::`, those in a group of braces too.
fn named_rooms(line: &str) -> Vec<&'static str> {
    let code = line.split("//").next().unwrap_or_default();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group.split([',', '}']).map(str::trim).collect(),
            None => vec![rest],
        };
        for name in names {
            let word: String =
                name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.extend(ROOMS.iter().find(|room| **room == word));
        }
    }
    found
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs")
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (rank, room) in ROOMS.iter().enumerate() {
        let mut files = Vec::new();
        rust_files(&source.join(room), &mut files);
        files.sort();
        for file in files.into_iter().filter(|file| !is_test(file)) {
            let text = fs::read_to_string(&file).unwrap();
            // What follows the test module of a file is tests.
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in code.lines().enumerate() {
                for used in named_rooms(line) {
                    checked += 1;
                    let used_rank = ROOMS.iter().position(|other| *other == used).unwrap();
                    if used_rank > rank {
                        let name = file.strip_prefix(&source).unwrap().display();
                        wrong.push(format!("{name}:{}: {room} uses {used}", number + 1));
                    }
                }
            }
        }
    }
    assert!(checked > 100, "only {checked} uses were found; the test reads the wrong files");
    assert!(wrong.is_empty(), "arrows that point down:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_is_in_the_list() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(source).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(ROOMS.contains(&&*name), "`src/{name}` is not in the list of rooms");
        }
    }
}
