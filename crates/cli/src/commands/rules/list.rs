//! All modules: programmes and packs.

use serde::Serialize;
use subvent::explain::Role;
use subvent::pack::Loader as _;
use subvent::{LoadProblems, Rules};

use crate::screen::Screen;
use crate::workspace::Workspace;

/// A module in the list.
#[derive(Serialize)]
pub(super) struct Entry {
    module: String,
    /// `programme` or `pack`: a programme can check proposals.
    kind: &'static str,
    title: String,
    rules: usize,
    /// The records that a proposal may be.
    checks: Vec<String>,
}

/// The modules of the project and those built in, and those that cannot be used.
pub(super) fn entries(workspace: &Workspace) -> (Vec<Entry>, Vec<LoadProblems>) {
    let loader = workspace.loader();
    let (mut entries, mut failed) = (Vec::new(), Vec::new());
    for module in loader.modules() {
        match Rules::load(&loader, &module) {
            Ok(rules) => entries.push(entry(&rules)),
            Err(problems) => failed.push(problems),
        }
    }
    (entries, failed)
}

fn entry(rules: &Rules) -> Entry {
    let checked = rules.pack().checked();
    let programme = &checked.programme;
    let own = |path: &str| path.rsplit_once('.').is_some_and(|(front, _)| front == rules.module());
    let documentation = checked.modules.first().and_then(|module| module.documentation.as_deref());
    let first_line = documentation.and_then(|text| text.lines().next());
    let title = programme.title.get(rules.pack().language()).map(String::as_str);
    let record = |root: &subvent::types::typed::Root| {
        checked.records.get(root.record.index()).map(|record| record.name.to_string())
    };
    Entry {
        module: rules.module().to_owned(),
        kind: if programme.roots.is_empty() { "pack" } else { "programme" },
        title: title.or(first_line).unwrap_or_default().trim().to_owned(),
        rules: checked.rules.iter().filter(|rule| own(&rule.path)).count(),
        checks: programme.roots.iter().filter_map(record).collect(),
    }
}

/// The list for people: programmes first, then packs.
pub(super) fn text(entries: &[Entry], screen: &Screen) -> String {
    let mut text = String::new();
    for (kind, heading) in [("programme", "Programmes"), ("pack", "Packs")] {
        let of_kind: Vec<&Entry> = entries.iter().filter(|entry| entry.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("{}\n", screen.paint(Role::Heading, heading)));
        let width = of_kind.iter().map(|entry| entry.module.chars().count()).max().unwrap_or(0);
        for entry in of_kind {
            let name = screen.paint(Role::Name, &entry.module);
            let gap = " ".repeat(width.saturating_sub(entry.module.chars().count()) + 2);
            let rules = if entry.rules == 1 { "rule" } else { "rules" };
            let count = screen.paint(Role::Quiet, &format!("{:>3} {rules:<5}", entry.rules));
            let title = crate::screen::printable(&entry.title);
            text.push_str(&format!("  {name}{gap}{count}  {title}\n"));
        }
    }
    if text.is_empty() { "There are no modules.\n".to_owned() } else { text }
}
