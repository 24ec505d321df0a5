//! The traps that changed a meaning in silence in earlier grammars, one test each.

use super::super::ast::*;
use super::{codes, one, read, rule_clauses};

/// The codes of the problems of a text.
fn found(text: &str) -> Vec<&'static str> {
    codes(&read(text).1)
}

#[test]
fn a_citation_without_a_comma_does_not_eat_the_next_clause() {
    let clauses =
        rule_clauses("rule a for P {\n  cite b \"p. 1\"\n  clause \"F-16\"\n  require c\n}\n");
    assert!(matches!(clauses[1].kind, ClauseKind::Number(_)));
    let clauses = rule_clauses("rule a for P {\n  cite b\n  clause \"F-16\"\n  require c\n}\n");
    let ClauseKind::Cite(cite) = &clauses[0].kind else { panic!() };
    assert!(cite[0].place.is_none());
    assert!(matches!(clauses[1].kind, ClauseKind::Number(_)));
    let clauses =
        rule_clauses("rule a for P {\n  cite b,\n       c \"x\" unverified\n  require d\n}\n");
    let ClauseKind::Cite(cite) = &clauses[0].kind else { panic!() };
    assert_eq!(cite.len(), 2);
    assert!(cite[1].unverified);
    let text = "rule a for P {\n  cite b \"x\"\n       c \"y\"\n  require d\n}\n";
    assert_eq!(found(text), ["syntax::missing_comma"]);
}

#[test]
fn a_rule_decides_something() {
    assert_eq!(found("rule a for P {\n  cite b\n}\n"), ["syntax::missing_part"]);
    assert_eq!(found("rule a for P {\n  when b\n}\n"), ["syntax::missing_part"]);
    assert_eq!(found("prefer a for P {\n  when b\n}\n"), ["syntax::missing_part"]);
    assert_eq!(found("rule a for P {\n  one of r { b { when c } }\n}\n"), ["syntax::missing_part"]);
    for body in ["require b", "forbid b", "permit", "permit b", "one of r { c { require d } }"] {
        assert!(found(&format!("rule a for P {{\n  {body}\n}}\n")).is_empty(), "{body}");
    }
}

#[test]
fn a_date_after_an_expectation_is_not_the_date_of_its_value() {
    for expectation in
        ["total is ceiling", "total is 2 * ceiling", "total is -ceiling", "a satisfied"]
    {
        let text = format!("test \"t\" for P {{\n  expect {expectation}\n  on 2024-06-01\n}}\n");
        assert_eq!(found(&text), ["syntax::misplaced"], "{expectation}");
    }
    let text = "test \"t\" for P {\n  on 2024-06-01\n  expect total is ceiling on 2024-06-02\n}\n";
    assert!(found(text).is_empty());
}

#[test]
fn a_clause_word_is_no_value() {
    let text = "rule a for P {\n  when x is\n  require b\n}\n";
    assert_eq!(found(text), ["syntax::unexpected"]);
    let clauses = rule_clauses("rule a for P {\n  permit\n  message en \"b\"\n}\n");
    assert!(matches!(clauses[0].kind, ClauseKind::Permit(None)));
    assert!(matches!(clauses[1].kind, ClauseKind::Message(_)));
    let clauses = rule_clauses("rule a for P {\n  permit\n  one of b { c { require d } }\n}\n");
    assert!(matches!(clauses[1].kind, ClauseKind::OneOf(_)));
}

#[test]
fn a_language_has_two_letters() {
    let text = "source a {\n  title pl \"b\"\n  url \"https://example.org\"\n}\n";
    let ItemKind::Source(source) = one(text) else { panic!() };
    assert_eq!(source.title.unwrap().entries.len(), 1);
    assert_eq!(source.url.unwrap().value, "https://example.org");
    let ItemKind::Source(source) = one("source a {\n  title pt-BR \"b\" pl \"c\"\n}\n") else {
        panic!()
    };
    let tags: Vec<_> = source.title.unwrap().entries.iter().map(|e| e.0.value.clone()).collect();
    assert_eq!(tags, ["pt-BR".into(), "pl".into()]);
}

#[test]
fn a_word_ends_where_unicode_says() {
    for name in ["inż", "orędzie", "notą", "isła", "forbidding", "no_", "yesterday", "tożsamość"]
    {
        assert!(found(&format!("define {name} = {name} + 1\n")).is_empty(), "{name}");
    }
}

#[test]
fn literals_are_not_read_in_part() {
    for text in
        ["1_00", "1_0000", "150_000.00PLN", "15 %", "5-3", "48months", "1e5", "1,000", "007"]
    {
        assert_eq!(found(&format!("define x = {text}\n")), ["syntax::number_form"], "{text}");
    }
    for text in ["2024-1-31", "01.04.2024", "31-01-2024", "2024-05-01T12:00"] {
        assert_eq!(found(&format!("define x = {text}\n")), ["syntax::date_form"], "{text}");
    }
    for text in
        ["2024-02-30", "5 XYZ", "2024-13", "2024-05-01 25:00", "2.5 months", "30 February of y"]
    {
        assert_eq!(found(&format!("define x = {text}\n")), ["syntax::no_such_value"], "{text}");
    }
}

#[test]
fn a_conversion_is_whole() {
    assert_eq!(found("define x = a in EUR\n"), ["syntax::conversion"]);
    assert_eq!(found("define x = sum(c.a in EUR for c in l)\n"), ["syntax::conversion"]);
    assert!(found("define x = a in EUR at r on d\n").is_empty());
    assert!(found("define x = a in list_of_codes\n").is_empty());
}

#[test]
fn any_is_a_wildcard_only_alone() {
    let text =
        "table t(a: A, b: B): bool {\n  any, any(x for x in y) -> no\n  a.b, any -> yes\n}\n";
    let ItemKind::Table(table) = one(text) else { panic!() };
    let TableBody::Rows(rows) = &table.versions[0].body else { panic!() };
    assert!(matches!(rows[0].patterns[0], Pattern::Any(_)));
    assert!(matches!(rows[0].patterns[1], Pattern::Expr(_)));
}

#[test]
fn a_result_of_a_row_ends_before_the_next_row() {
    let text = "table t(a: integer): percent {\n  from 0 -> 10%\n  < 50 -> 20%\n  from 50 -> 1 - 30%\n  otherwise -> -5%\n}\n";
    let ItemKind::Table(table) = one(text) else { panic!() };
    let TableBody::Rows(rows) = &table.versions[0].body else { panic!() };
    assert_eq!(rows.len(), 4);
    assert!(matches!(rows[1].patterns[0], Pattern::Compare(..)));
    assert!(rows[3].patterns.is_empty());
}

#[test]
fn the_sign_of_a_cell_is_kept() {
    let text =
        "table t(a: A, b: B): integer {\n    | x | y |\n  m | -3 | 4 |\n  n | 5 | -6   # six\n}\n";
    let ItemKind::Table(table) = one(text) else { panic!() };
    let TableBody::Grid(grid) = &table.versions[0].body else { panic!() };
    let cells: Vec<String> =
        grid.rows.iter().flat_map(|row| row.cells.iter().map(super::show::show)).collect();
    assert_eq!(cells, ["-3", "4", "5", "-6"]);
    assert_eq!(
        found("table t(a: A, b: B): integer {\n    | x | y\n  m | 3\n}\n"),
        ["syntax::grid"]
    );
    assert_eq!(
        found("table t(a: A, b: B): integer {\n    | x\n  m | 3 | 4\n}\n"),
        ["syntax::grid"]
    );
}

#[test]
fn comments_may_stand_anywhere() {
    let text = "## a\nrule a ## b\n  for P { ## c\n  require ## d\n  x ## e\n  + ## f\n  1 is 2\n  ##! g\n}\n";
    assert!(found(text).is_empty());
}

#[test]
fn any_word_may_follow_a_dot_or_be_a_key() {
    let text = "record R {\n  from: date\n  to: date?\n  title: text\n  key: text\n  include: bool\n  warn: bool\n  above: money\n  at: moment\n  when: date assessed\n  assessed: bool\n}\n";
    let ItemKind::Record(record) = one(text) else { panic!() };
    let names: Vec<&str> = record.fields.iter().map(|field| &*field.name.value).collect();
    assert_eq!(
        names,
        ["from", "to", "title", "key", "include", "warn", "above", "at", "when", "assessed"]
    );
    assert!(
        found("module pl.for.test\nuse eu.of.is as x\ndefine a = b.from + b.to.`in`\n").is_empty()
    );
}

#[test]
fn no_and_the_country_differ() {
    let text = "define x = a is NO or b is no\n";
    assert!(found(text).is_empty());
    let ItemKind::Define(define) = one(text) else { panic!() };
    assert_eq!(super::show::show(&define.versions[0].value), "[[a is NO] Or [b is no]]");
}

#[test]
fn a_currency_is_one_only_by_its_place() {
    let ItemKind::Record(record) =
        one("record R {\n  a: money\n  EUR: money EUR\n  any: money any\n}\n")
    else {
        panic!()
    };
    assert_eq!(record.fields.len(), 3);
    assert!(matches!(record.fields[0].ty.kind, TypeExprKind::Money(MoneyType::Programme)));
    assert!(matches!(record.fields[2].ty.kind, TypeExprKind::Money(MoneyType::Any)));
}

#[test]
fn what_is_expected_is_said_in_a_few_words() {
    let (_, problems) = read("define x = a b\n");
    let problem = problems.iter().next().unwrap();
    assert_eq!(problem.message, "expected an operator or the end of the declaration, found `b`");
    let (_, problems) = read("rule a for P {\n  require b\n  § c\n}\n");
    let problem = problems.iter().next().unwrap();
    assert_eq!(problem.message, "expected an operator, `}` or the next clause, found `§`");
}

#[test]
fn a_citation_belongs_to_what_it_stands_beside_or_below() {
    let text = "rule a for P {\n  require b\n  unless c cite d\n  unless e\n    cite f\n  unless g\n  cite h\n}\n";
    let clauses = rule_clauses(text);
    let cites: Vec<usize> = clauses
        .iter()
        .map(|clause| match &clause.kind {
            ClauseKind::Unless { cite, .. } => cite.len(),
            ClauseKind::Cite(cite) => 10 * cite.len(),
            _ => 0,
        })
        .collect();
    assert_eq!(cites, [0, 1, 1, 0, 10]);
    let text = "rule a for P {\n  replace b when c\n  replace d\n  when e\n  require f\n}\n";
    let clauses = rule_clauses(text);
    assert!(matches!(clauses[0].kind, ClauseKind::Replace { condition: Some(_), .. }));
    assert!(matches!(clauses[1].kind, ClauseKind::Replace { condition: None, .. }));
    assert!(matches!(clauses[2].kind, ClauseKind::When(_)));
}
