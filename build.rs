//! Lists the rule files under `rules/`, so that the library carries them.
//!
//! In: the directory `rules/` beside this file. Out: in cargo's output directory `builtin.rs`, one
//! array of module paths and texts, and `builtin_files.rs`, one of the paths and texts of the
//! tables in CSV beside them, both sorted by path. A list kept by hand would be one more
//! thing to forget when a rule file is added, and `cargo package` ships `rules/` anyway.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=rules");
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let mut found = Found::default();
    if rules.is_dir() {
        collect(&rules, "", &mut found)?;
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names no output directory")?);
    fs::write(out.join("builtin.rs"), list(&found.modules)?)?;
    fs::write(out.join("builtin_files.rs"), list(&found.files)?)?;
    Ok(())
}

/// What is carried, by its path.
#[derive(Default)]
struct Found {
    modules: BTreeMap<String, PathBuf>,
    files: BTreeMap<String, PathBuf>,
}

/// An array of paths and texts as Rust reads it.
fn list(texts: &BTreeMap<String, PathBuf>) -> Result<String, Box<dyn Error>> {
    let mut list = String::from("[\n");
    for (path, file) in texts {
        let file = file.to_str().ok_or("a rule file's path is not UTF-8")?;
        writeln!(list, "    ({path:?}, include_str!({file:?})),")?;
    }
    list.push_str("]\n");
    Ok(list)
}

/// Collects the rule files of a directory and those below it by their module paths, and the
/// tables by their own.
fn collect(directory: &Path, prefix: &str, found: &mut Found) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        if path.is_dir() {
            collect(&path, &format!("{prefix}{stem}."), found)?;
        } else if path.extension().is_some_and(|extension| extension == "subvent") {
            found.modules.insert(format!("{prefix}{stem}"), path);
        } else if path.extension().is_some_and(|extension| extension == "csv") {
            let directory = prefix.replace('.', "/");
            found.files.insert(format!("{directory}{stem}.csv"), path);
        }
    }
    Ok(())
}
