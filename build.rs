//! Lists the rule files under `rules/`, so that the library carries them.
//!
//! In: the directory `rules/` beside this file. Out: `builtin.rs` in cargo's output directory:
//! one array of module paths and texts, sorted by path. A list kept by hand would be one more
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
    let mut modules = BTreeMap::new();
    if rules.is_dir() {
        collect(&rules, "", &mut modules)?;
    }
    let mut list = String::from("[\n");
    for (module, file) in &modules {
        let file = file.to_str().ok_or("a rule file's path is not UTF-8")?;
        writeln!(list, "    ({module:?}, include_str!({file:?})),")?;
    }
    list.push_str("]\n");
    let out = std::env::var_os("OUT_DIR").ok_or("cargo names no output directory")?;
    fs::write(PathBuf::from(out).join("builtin.rs"), list)?;
    Ok(())
}

/// Collects the rule files of a directory and those below it by their module paths.
fn collect(
    directory: &Path,
    prefix: &str,
    modules: &mut BTreeMap<String, PathBuf>,
) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        if path.is_dir() {
            collect(&path, &format!("{prefix}{stem}."), modules)?;
        } else if path.extension().is_some_and(|extension| extension == "subvent") {
            modules.insert(format!("{prefix}{stem}"), path);
        }
    }
    Ok(())
}
