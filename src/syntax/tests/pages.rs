//! The pages of this room's codes: what an example shows has its code, what is advised is good.

use super::read;
use crate::diagnostic::Code;

/// The `subvent` blocks of a part of a page.
fn blocks(page: &str, heading: &str) -> Vec<String> {
    let part = page.split("\n## ").find(|part| part.starts_with(heading)).unwrap();
    let fenced = part.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.strip_prefix("subvent\n")).map(str::to_owned).collect()
}

#[test]
fn examples_have_the_code_of_their_page() {
    for code in Code::all().filter(|code| code.as_str().starts_with("syntax::")) {
        for block in blocks(code.page().unwrap(), "Example") {
            let (_, problems) = read(&block);
            let found: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
            assert_eq!(found, [code], "{block}");
        }
    }
}

#[test]
fn advice_is_good() {
    for code in Code::all().filter(|code| code.as_str().starts_with("syntax::")) {
        for block in blocks(code.page().unwrap(), "What to do") {
            let (_, problems) = read(&block);
            assert!(problems.is_empty(), "{block}\n{:?}", problems.iter().next());
        }
    }
}
