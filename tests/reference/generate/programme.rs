//! A whole case: a programme, a proposal, gaps in it, and a date.

use std::collections::BTreeSet;

use super::super::calendar::show;
use super::super::chance::Chance;
use super::body::Writer;
use super::facts::Proposal;
use super::model::{Model, day};

/// A random programme with a proposal for it.
pub struct Case {
    /// The number that it was drawn from.
    pub seed: u64,
    /// What it declares.
    pub model: Model,
    /// The head of the file.
    pub head: String,
    /// Its declarations, which may stand in any order.
    pub declarations: Vec<String>,
    /// A complete proposal.
    pub proposal: Proposal,
    /// The facts that are left out of it, by their paths.
    pub holes: BTreeSet<String>,
    /// The date of assessment.
    pub today: i64,
}

impl Case {
    /// The rule file.
    pub fn source(&self) -> String {
        self.source_of(&self.declarations)
    }

    /// The rule file with its declarations in some order.
    pub fn source_of(&self, declarations: &[String]) -> String {
        format!("{}\n\n{}\n", self.head, declarations.join("\n\n"))
    }

    /// All of it, for a report.
    pub fn show(&self) -> String {
        format!(
            "{}\n--- facts, as of {}\n{}\n--- left out: {:?}\n",
            self.source(),
            show(self.today),
            self.proposal.yaml(&BTreeSet::new()),
            self.holes
        )
    }
}

/// The path of the generated module.
pub const MODULE: &str = "gen.case";

/// The case of a seed. Larger sizes give more declarations.
pub fn case(seed: u64, size: usize) -> Case {
    let mut chance = Chance::new(seed);
    let mut facts = chance.fork();
    let mut writer = Writer::new(chance.fork());
    let declarations = declarations(&mut writer, size);
    let model = writer.model.clone();
    let proposal = Proposal::draw(&model, &mut facts);
    let share = [0, 10, 30, 60][facts.below(4)];
    let holes = proposal.some_holes(&model, &mut facts, share);
    let today = day(&mut facts);
    let root = &model.records[model.root()].name;
    let head = format!(
        "module {MODULE}\n\nprogramme {{\n  title en \"Generated\"\n  currency PLN\n  runs 2020-01-01 to 2030-12-31\n  checks {root}\n}}"
    );
    Case { seed, model, head, declarations, proposal, holes, today }
}

fn declarations(writer: &mut Writer, size: usize) -> Vec<String> {
    let mut texts = Vec::new();
    for _ in 0..1 + writer.chance.below(2) {
        texts.push(writer.declare_enum());
    }
    let (inner, text) = writer.declare_record("Part", 2);
    texts.push(text);
    let base = if writer.chance.percent(40) {
        let (base, text) = writer.declare_record("Base", 2);
        texts.push(text);
        Some(base)
    } else {
        None
    };
    let (line, text) = writer.declare_line(inner);
    texts.push(text);
    let links = if writer.chance.percent(30) {
        let (keyed, link, more) = writer.declare_links();
        texts.extend(more);
        Some((keyed, link))
    } else {
        None
    };
    texts.push(writer.declare_root(base, inner, line, links));
    if writer.chance.percent(15) {
        texts.push(writer.declare_reading());
    }
    for _ in 0..writer.chance.below(2 + size / 2) {
        let parameter = writer.chance.percent(60);
        texts.push(if parameter { writer.declare_parameter() } else { writer.declare_table() });
    }
    for _ in 0..writer.chance.below(2 + size) {
        texts.push(writer.declare_definition());
    }
    for _ in 0..writer.chance.below(3) {
        texts.push(writer.declare_preference());
    }
    for _ in 0..1 + writer.chance.below(1 + size) {
        texts.push(writer.declare_rule());
    }
    texts.extend(writer.declare_refinements());
    texts
}
