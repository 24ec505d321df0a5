//! The rules of a block, loaded with the modules of its page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use subvent::pack::Builtin;
use subvent::resolve::{LoadError, Loader};
use subvent::text::Source;
use subvent::{LoadProblems, Rules};

use super::page::{self, Block, Page};

/// Serves a block under the path that it says, the named blocks of its page, and the rule packs.
pub struct Modules<'p> {
    path: String,
    text: &'p str,
    named: &'p BTreeMap<String, Block>,
    files: &'p BTreeMap<String, Block>,
    rates: &'p [(String, Block)],
    asked: Mutex<BTreeSet<String>>,
}

impl<'p> Modules<'p> {
    pub fn new(page: &'p Page, rules: &'p page::Rules) -> Self {
        let block = &rules.block;
        let says = block.text.lines().find_map(|line| line.strip_prefix("module "));
        Self {
            path: says.map_or("page", str::trim).to_owned(),
            text: &block.text,
            named: &page.modules,
            files: &page.files,
            rates: &rules.rates,
            asked: Mutex::default(),
        }
    }

    pub fn load(&self) -> Result<Rules, LoadProblems> {
        let rules = Rules::load(self, &self.path)?;
        let supply = |rules: Rules, (name, csv): &(String, Block)| {
            rules.with_rates(name, &format!("{name}.csv"), &csv.text).unwrap()
        };
        Ok(self.rates.iter().fold(rules, supply))
    }

    /// The named blocks that were read.
    pub fn asked(self) -> BTreeSet<String> {
        self.asked.into_inner().unwrap_or_default()
    }
}

impl Loader for Modules<'_> {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        let text = match self.named.get(module) {
            _ if module == self.path => self.text,
            Some(block) => {
                if let Ok(mut asked) = self.asked.lock() {
                    asked.insert(module.to_owned());
                }
                &block.text
            }
            None => return Builtin.load(module),
        };
        Ok(Some(Source::new(format!("{module}.subvent"), text)))
    }

    fn data(&self, _module: &str, file: &str) -> Result<Option<Source>, LoadError> {
        Ok(self.files.get(file).map(|block| Source::new(file, block.text.as_str())))
    }

    fn modules(&self) -> Vec<String> {
        self.named.keys().cloned().chain([self.path.clone()]).collect()
    }
}
