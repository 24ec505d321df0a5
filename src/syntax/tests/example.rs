//! The programme of the language's description.

use super::super::ast::*;
use super::read;

fn module() -> Module {
    let (parsed, problems) = read(include_str!("example.subvent"));
    assert!(problems.is_empty(), "{:#?}", problems.iter().collect::<Vec<_>>());
    parsed.module
}

fn rule<'m>(module: &'m Module, name: &str) -> &'m RuleDecl {
    let rules = module.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Rule(rule) => Some(rule),
        _ => None,
    });
    rules.into_iter().find(|rule| &*rule.name.value == name).unwrap()
}

#[test]
fn the_whole_programme_is_read() {
    let module = module();
    assert_eq!(module.name.as_ref().unwrap().text(), "pl.ferc.priority_2");
    let uses: Vec<String> = module.uses.iter().map(|line| line.path.text()).collect();
    assert_eq!(uses, ["eu.cpr", "eu.state_aid.de_minimis"]);
    assert!(module.documentation.as_ref().unwrap().starts_with("European Funds"));
    assert_eq!(module.items.len(), 23);
}

#[test]
fn clauses_are_all_there_in_their_order() {
    let module = module();
    let clauses = &rule(&module, "cross_financing_of_the_priority").clauses;
    let words: Vec<&str> = clauses
        .iter()
        .map(|clause| match &clause.kind {
            ClauseKind::Number(_) => "clause",
            ClauseKind::Title(_) => "title",
            ClauseKind::Cite(_) => "cite",
            ClauseKind::Let { .. } => "let",
            ClauseKind::Require(_) => "require",
            ClauseKind::Message(_) => "message",
            _ => "other",
        })
        .collect();
    assert_eq!(words, ["clause", "title", "cite", "let", "require", "message"]);
}
