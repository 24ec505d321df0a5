//! Rule files with one fault each, and the problem as its reader sees it.
//!
//! Every file of `tests/bad/resolve` and `tests/bad/types` is named after the code that it must
//! give (with a word more where one code has several faces). The drawings are snapshots; they
//! repeat the file above the drawing.

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
use std::path::Path;

use subvent::diagnostic::{Diagnostic, Diagnostics, Fix, Severity};
use subvent::resolve::{LoadError, Loader, Resolved, resolve};
use subvent::text::{Source, SourceId};

/// Serves the file under test as `case`, and three modules that it may use.
struct Case<'a>(&'a str);

impl Loader for Case<'_> {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        let text = match module {
            "case" => self.0,
            "eu.cpr" => "",
            "loop.one" => "use loop.two\n",
            "loop.two" => "use loop.one\n",
            _ => return Ok(None),
        };
        Ok(Some(Source::new(format!("{module}.subvent"), text)))
    }

    fn data(&self, _module: &str, file: &str) -> Result<Option<Source>, LoadError> {
        let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
        let places = ["resolve", "types"].map(|room| bad.join(room).join(file));
        let Some(bytes) = places.iter().find_map(|place| fs::read(place).ok()) else {
            return Ok(None);
        };
        let text = subvent::data::decode(&bytes).map_err(|why| LoadError::new(why.to_string()))?;
        Ok(Some(Source::new(file, text)))
    }

    fn modules(&self) -> Vec<String> {
        ["case", "eu.cpr", "loop.one", "loop.two"].map(str::to_owned).to_vec()
    }
}

fn problems(text: &str) -> (Resolved, Diagnostics) {
    let (resolved, mut problems) = resolve(&Case(text), "case");
    let (_, more) = subvent::types::check(&resolved);
    problems.extend(more);
    problems.sort();
    (resolved, problems)
}

fn drawn(resolved: &Resolved, problems: &Diagnostics) -> String {
    let theme = miette::GraphicalTheme::unicode_nocolor();
    let handler =
        miette::GraphicalReportHandler::new_themed(theme).with_links(false).with_width(90);
    let mut out = String::new();
    for problem in problems.located(&resolved.sources) {
        handler.render_report(&mut out, &problem).unwrap();
        out.push('\n');
    }
    out
}

/// The code that a file is named after: the longest one that its name begins with.
fn expected_code(path: &Path) -> String {
    let room = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
    let name = path.file_stem().unwrap().to_str().unwrap();
    let codes = subvent::diagnostic::Code::all().map(|code| code.as_str().to_owned());
    let fits = |code: &String| {
        code.strip_prefix(&format!("{room}::")).is_some_and(|rest| name.starts_with(rest))
    };
    codes.filter(fits).max_by_key(String::len).unwrap_or_else(|| panic!("{name}: no such code"))
}

#[test]
fn each_fault_is_drawn() {
    insta::glob!("bad/{resolve,types}/*.subvent", |path| {
        let text = fs::read_to_string(path).unwrap();
        let (resolved, problems) = problems(&text);
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code.as_str()).collect();
        let expected = expected_code(path);
        assert!(codes.contains(&&*expected), "{}: {expected} not in {codes:?}", path.display());
        for problem in problems.iter() {
            assert!(problem.help.is_some(), "{}: {} has no help", path.display(), problem.code);
        }
        let room = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => format!("bad/{room}"), omit_expression => true }, {
            insta::assert_snapshot!(format!("{text}\n────────\n{}", drawn(&resolved, &problems)));
        });
    });
}

/// The file with the change of a repair made, where the change concerns the file itself.
fn mended(text: &str, repair: &Fix) -> Option<String> {
    let own = repair.span.source == SourceId::new(0);
    let mut better = text.to_owned();
    let place = repair.span.start as usize..repair.span.end as usize;
    own.then(|| better.replace_range(place, &repair.replacement)).map(|()| better)
}

#[test]
fn each_repair_mends_its_problem() {
    let mut tried = 0;
    insta::glob!("bad/{resolve,types}/*.subvent", |path| {
        let text = fs::read_to_string(path).unwrap();
        let (_, before) = problems(&text);
        for problem in before.iter() {
            let Some(better) = problem.fix.as_ref().and_then(|fix| mended(&text, fix)) else {
                continue;
            };
            let (_, after) = problems(&better);
            let same = |other: &&Diagnostic| other.code == problem.code;
            let (was, is) = (before.iter().filter(same).count(), after.iter().filter(same).count());
            assert!(is < was, "{}: still there\n{better}", path.display());
            let error = |other: &&Diagnostic| other.severity == Severity::Error;
            let (was, is) =
                (before.iter().filter(error).count(), after.iter().filter(error).count());
            assert!(is <= was, "{}: others instead\n{better}", path.display());
            tried += 1;
        }
    });
    assert!(tried >= 10, "only {tried} repairs were tried");
}

#[test]
fn every_code_of_these_rooms_has_a_fault() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut seen = std::collections::BTreeSet::new();
    for room in ["resolve", "types"] {
        for entry in fs::read_dir(directory.join(room)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "subvent") {
                seen.insert(expected_code(&path));
            }
        }
    }
    // Neither fits a file of this directory: one needs a loader that fails, one a thousand files.
    let elsewhere = ["resolve::unreadable_module", "resolve::too_many_modules"];
    for code in subvent::diagnostic::Code::all().map(|code| code.as_str()) {
        let here = code.starts_with("resolve::") || code.starts_with("types::");
        assert!(!here || seen.contains(code) || elsewhere.contains(&code), "no file for {code}");
    }
}
