//! The blocks of a page, each with the block that it is about.

use std::collections::BTreeMap;

/// A page: its rules with what is claimed of them, in order.
#[derive(Debug)]
pub struct Page {
    /// The path of the page.
    pub file: String,
    /// The blocks of rules without a name.
    pub rules: Vec<Rules>,
    /// The modules that other blocks can use, by name.
    pub modules: BTreeMap<String, Block>,
    /// The files that rules of the page can name, by name.
    pub files: BTreeMap<String, Block>,
    /// What is wrong with the page itself.
    pub problems: Vec<String>,
}

/// A fenced block.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The line of its first line, from 1.
    pub line: usize,
    /// The text between the fences.
    pub text: String,
}

/// A module with the claims about it.
#[derive(Debug)]
pub struct Rules {
    /// The whole text, with all that continues it.
    pub block: Block,
    /// The problems that the rules have.
    pub errors: Vec<Block>,
    /// Claims that need no facts: how many tests pass.
    pub expect: Vec<Block>,
    /// Exchange rates that a host supplies, by the name of their table.
    pub rates: Vec<(String, Block)>,
    /// The proposals.
    pub facts: Vec<Proposal>,
}

/// A proposal with the claims about it.
#[derive(Debug)]
pub struct Proposal {
    /// The YAML.
    pub block: Block,
    /// The problems that it has.
    pub errors: Vec<Block>,
    /// What a check of it finds.
    pub expect: Vec<Block>,
}

impl Block {
    /// The lines that say something, with their numbers.
    pub fn claims(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (self.line + index, line));
        lines.map(|(number, line)| (number, line.trim())).filter(|(_, line)| !line.is_empty())
    }
}

impl Page {
    /// Reads a page; whatever is not as the README says is among its problems.
    pub fn read(file: &str, text: &str) -> Self {
        let mut page = Self {
            file: file.to_owned(),
            rules: Vec::new(),
            modules: BTreeMap::new(),
            files: BTreeMap::new(),
            problems: Vec::new(),
        };
        for (info, block) in blocks(text) {
            let line = block.line;
            if let Err(problem) = page.add(&info, block) {
                page.problems.push(format!("{file}:{line}: {problem}"));
            }
        }
        if page.rules.is_empty() {
            page.problems.push(format!("{file}: the page has no rules"));
        }
        page
    }

    fn add(&mut self, info: &str, block: Block) -> Result<(), &'static str> {
        let nowhere = "there is no block above that this one is about";
        match info {
            "subvent" => self.rules.push(Rules {
                block,
                errors: Vec::new(),
                expect: Vec::new(),
                rates: Vec::new(),
                facts: Vec::new(),
            }),
            "subvent same" => {
                let rules = self.rules.last_mut().ok_or(nowhere)?;
                rules.block.text.push_str(&block.text);
            }
            "yaml facts" => {
                let rules = self.rules.last_mut().ok_or(nowhere)?;
                rules.facts.push(Proposal { block, errors: Vec::new(), expect: Vec::new() });
            }
            "expect" | "error" => {
                let rules = self.rules.last_mut().ok_or(nowhere)?;
                let (errors, expect) = match rules.facts.last_mut() {
                    Some(facts) => (&mut facts.errors, &mut facts.expect),
                    None => (&mut rules.errors, &mut rules.expect),
                };
                if block.claims().next().is_none() {
                    return Err("the block claims nothing");
                }
                if info == "expect" { expect.push(block) } else { errors.push(block) }
            }
            _ if info.starts_with("csv file=") => {
                let name = info.trim_start_matches("csv file=").to_owned();
                if self.files.insert(name, block).is_some() {
                    return Err("two files have this name");
                }
            }
            _ if info.starts_with("csv rates=") => {
                let name = info.trim_start_matches("csv rates=").to_owned();
                self.rules.last_mut().ok_or(nowhere)?.rates.push((name, block));
            }
            _ => match info.strip_prefix("subvent name=") {
                Some(name) => {
                    if self.modules.insert(name.to_owned(), block).is_some() {
                        return Err("two modules have this name");
                    }
                }
                None => return Err("there is no such kind of block"),
            },
        }
        Ok(())
    }

    /// How many lines of the page claim something.
    pub fn claims(&self) -> usize {
        let facts = |rules: &Rules| {
            let blocks =
                rules.facts.iter().flat_map(|facts| facts.errors.iter().chain(&facts.expect));
            blocks.map(|block| block.claims().count()).sum::<usize>()
        };
        let of_rules = |rules: &Rules| {
            let blocks = rules.errors.iter().chain(&rules.expect);
            blocks.map(|block| block.claims().count()).sum::<usize>() + facts(rules)
        };
        self.rules.iter().map(of_rules).sum()
    }
}

/// The fenced blocks of a Markdown text with what stands on their fences.
fn blocks(text: &str) -> Vec<(String, Block)> {
    let mut found = Vec::new();
    let mut open: Option<(String, Block)> = None;
    for (index, line) in text.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, None) => {}
            (None, Some(info)) => {
                let block = Block { line: index + 2, text: String::new() };
                open = Some((info.trim().to_owned(), block));
            }
            (Some((_, block)), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (Some(_), Some(_)) => found.extend(open.take()),
        }
    }
    // A fence without an end is a block like any other; its kind says what is wrong with it.
    found.extend(open.map(|(info, block)| (format!("{info}, which has no end"), block)));
    found
}
