//! Rule files with one fault each, and the problem as its reader sees it.
//!
//! Every file of `tests/bad/resolve` and `tests/bad/types` is named after the code that it must
//! give (with a word more where one code has several faces). The drawings are snapshots; they
//! repeat the file above the drawing.

use std::fs;
use std::path::Path;

use subvent::diagnostic::Diagnostics;
use subvent::resolve::{LoadError, Loader, Resolved, resolve};
use subvent::text::Source;

/// Serves the file under test as `case`, and two modules that it may use.
struct Case<'a>(&'a str);

impl Loader for Case<'_> {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        let text = match module {
            "case" => self.0,
            "loop.one" => "use loop.two\n",
            "loop.two" => "use loop.one\n",
            _ => return Ok(None),
        };
        Ok(Some(Source::new(format!("{module}.subvent"), text)))
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
        let room = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => format!("bad/{room}"), omit_expression => true }, {
            insta::assert_snapshot!(format!("{text}\n────────\n{}", drawn(&resolved, &problems)));
        });
    });
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
