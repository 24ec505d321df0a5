//! The pages of the diagnostics as their readers try them: what an example shows has the code of
//! its page and no other error, and what is advised has no problem at all.
//!
//! Every `subvent` block of a page is the module `pl.example`; a few more modules are at hand for
//! it. The pages of the room `syntax` show parts of modules: of them only what concerns the form
//! is asked, and only where they have a block. Other rooms try their pages themselves.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

use subvent::diagnostic::{Code, Diagnostics, Severity};
use subvent::resolve::{LoadError, Loader, resolve};
use subvent::text::Source;

/// Serves the block under test as `pl.example`, and the modules that pages speak of.
struct Page<'a>(&'a str);

/// How many modules stand in the chain that begins with `pl.part_1`.
const CHAIN: usize = 1200;

const CPR: &str = "
record Operation {
  total: money at least 0
  grant: money at least 0
}

open define ceiling for Operation: percent

rule grant_within_the_ceiling for Operation {
  require grant <= ceiling of total
}
";

impl Loader for Page<'_> {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        let text = match module {
            "pl.example" => self.0.to_owned(),
            "eu.cpr" => CPR.to_owned(),
            "pl.common" => "parameter base: money = 100_000 EUR\n".to_owned(),
            "pl.costs" => "use pl.example\n".to_owned(),
            "pl.draft" => return Err(LoadError::new("its bytes are not UTF-8 text")),
            _ => match module.strip_prefix("pl.part_").map(str::parse::<usize>) {
                Some(Ok(CHAIN)) => String::new(),
                Some(Ok(number)) => format!("use pl.part_{}\n", number + 1),
                _ => return Ok(None),
            },
        };
        Ok(Some(Source::new(format!("{module}.subvent"), text)))
    }

    fn data(&self, _module: &str, file: &str) -> Result<Option<Source>, LoadError> {
        let text = match file {
            "inforeuro.csv" => "month,PLN,SEK\n2024-03,4.3208,11.2115\n",
            "header.csv" => "month,zloty,SEK\n2024-03,4.3208,11.2115\n",
            "windows.csv" => return Err(LoadError::new("it is not UTF-8 text")),
            _ => return Ok(None),
        };
        Ok(Some(Source::new(file, text)))
    }

    fn modules(&self) -> Vec<String> {
        ["eu.cpr", "pl.common", "pl.costs", "pl.draft"].map(str::to_owned).to_vec()
    }
}

/// All problems of a block, as the module `pl.example`.
fn problems(text: &str) -> Diagnostics {
    let (resolved, mut problems) = resolve(&Page(text), "pl.example");
    let (_, more) = subvent::types::check(&resolved);
    problems.extend(more);
    problems.sort();
    problems
}

/// The pages of a room.
fn pages(room: &str) -> impl Iterator<Item = (Code, &'static str)> {
    let prefix = format!("{room}::");
    let codes = Code::all().filter(move |code| code.as_str().starts_with(&prefix));
    codes.map(|code| (code, code.page().unwrap()))
}

/// The `subvent` blocks under a heading.
fn blocks(page: &str, heading: &str) -> Vec<String> {
    let part = page.split("\n## ").find(|part| part.starts_with(heading)).unwrap();
    let fenced = part.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.strip_prefix("subvent\n")).map(filled_in).collect()
}

/// A block with the lines for which `# …` stands: they go on from the line before, which names
/// the steps `n` and `n - 1`, down to the one that names 2 and 1.
fn filled_in(block: &str) -> String {
    let Some((before, after)) = block.split_once("# …\n") else { return block.to_owned() };
    let pattern = before.lines().last().unwrap();
    let (_, last) = pattern.split_once("step_").unwrap();
    let number: usize = last.split(' ').next().unwrap().parse().unwrap();
    let own = format!("step_{number} ");
    let next = format!("step_{} ", number - 1);
    assert!(pattern.contains(&own) && pattern.contains(&next), "{pattern}");
    let lines = (2..number).rev().map(|step| {
        let line = pattern.replace(&next, &format!("step_{} ", step - 1));
        line.replace(&own, &format!("step_{step} ")) + "\n"
    });
    format!("{before}{}{after}", lines.collect::<String>())
}

/// A problem in one line, for the words of a failure.
fn said(problems: &Diagnostics) -> String {
    problems.iter().map(|problem| format!("{}: {}\n", problem.code, problem.message)).collect()
}

fn examples_of(room: &str) {
    for (code, page) in pages(room) {
        let blocks = blocks(page, "Example");
        assert!(!blocks.is_empty(), "{code} has no example");
        for block in blocks {
            let found = problems(&block);
            let own = found.iter().any(|problem| problem.code == code);
            assert!(own, "the page of {code} shows another problem\n{}\n{block}", said(&found));
            let other = found
                .iter()
                .find(|problem| problem.code != code && problem.severity == Severity::Error);
            assert!(other.is_none(), "more than {code} is wrong\n{}\n{block}", said(&found));
        }
    }
}

fn advice_of(room: &str) {
    for (code, page) in pages(room) {
        let blocks = blocks(page, "What to do");
        assert!(!blocks.is_empty(), "{code} has no advice to try");
        for block in blocks {
            let found = problems(&block);
            assert!(found.is_empty(), "the page of {code} advises\n{block}\n{}", said(&found));
        }
    }
}

#[test]
fn examples_about_types_have_their_code_and_no_other_error() {
    examples_of("types");
}

#[test]
fn advice_about_types_has_no_problem() {
    advice_of("types");
}

#[test]
fn examples_about_modules_have_their_code_and_no_other_error() {
    examples_of("resolve");
}

#[test]
fn advice_about_modules_has_no_problem() {
    advice_of("resolve");
}

#[test]
fn examples_about_form_have_their_code() {
    for (code, page) in pages("syntax") {
        for block in blocks(page, "Example") {
            let found = problems(&block);
            let own = found.iter().any(|problem| problem.code == code);
            assert!(own, "the page of {code} shows another problem\n{}\n{block}", said(&found));
        }
    }
}

#[test]
fn advice_about_form_is_well_formed() {
    for (code, page) in pages("syntax") {
        for block in blocks(page, "What to do") {
            let found = problems(&block);
            let form = found.iter().any(|problem| problem.code.as_str().starts_with("syntax::"));
            assert!(!form, "the page of {code} advises\n{block}\n{}", said(&found));
        }
    }
}

#[test]
fn a_line_of_dots_stands_for_the_steps_between() {
    let block = "define step_4 for P = step_3 + 1\n# …\ndefine step_1 for P = 1\n";
    let whole = "define step_4 for P = step_3 + 1\ndefine step_3 for P = step_2 + 1\n\
                 define step_2 for P = step_1 + 1\ndefine step_1 for P = 1\n";
    assert_eq!(filled_in(block), whole);
}
