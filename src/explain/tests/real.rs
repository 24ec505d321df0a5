//! A programme that was read and checked, and a proposal that was bound: the places, types and
//! paths are those of the rooms before this one. Only the outcomes are written by hand.

use serde_json::json;

use crate::data::{DataLimits, read_yaml};
use crate::diagnostic::Diagnostics;
use crate::eval::*;
use crate::explain::{Case, Finding, Legend, Report, Submission, derivation};
use crate::facts::{Facts, bind};
use crate::program::FactSchema;
use crate::quantity::{Currency, Date, Number};
use crate::resolve::{LoadError, Loader, resolve};
use crate::text::{Source, SourceMap};
use crate::types::check;
use crate::types::typed::{Checked, Expr, ExprKind, Order, RuleId};
use crate::value::{Missing, Owed, Value};

const RULES: &str = r#"module pl.test

programme {
  title     pl "Program próbny"
  currency  PLN
  languages pl
}

source guide {
  title pl "Przewodnik"
}

record CostLine {
  amount: money at least 0
}

facts Project {
  support: money
  cross:   money
  costs:   list of CostLine
}

rule cross_financing for Project {
  clause   "F-16"
  title    pl "Cross-financing mieści się w 15%"
  cite     guide quote pl "do wysokości 15%"
  require  cross <= 15% of support
  message  pl "Cross-financing wynosi {cross}, ponad 15% z {support}."
}

rule small_costs for Project {
  for each cost in costs
  require  cost.amount <= 1_000 PLN
}
"#;

const PROPOSAL: &str = "support: 10_000.00 PLN
cross: 1_500.01 PLN
costs:
  - amount: 20 PLN
  - {}
";

struct One;

impl Loader for One {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        Ok((module == "pl.test").then(|| Source::new("rules/pl/test.subvent", RULES)))
    }
    fn modules(&self) -> Vec<String> {
        vec!["pl.test".to_owned()]
    }
}

struct Given {
    checked: Checked,
    legend: Legend,
    sources: SourceMap,
    facts: Facts,
    problems: Diagnostics,
}

fn given() -> Given {
    let (resolved, problems) = resolve(&One, "pl.test");
    assert!(!problems.has_errors(), "{problems:?}");
    let (checked, problems) = check(&resolved);
    assert!(!problems.has_errors(), "{problems:?}");
    let id = checked.sources.next_id();
    let (node, problems) = read_yaml(id, PROPOSAL, &DataLimits::default());
    assert!(problems.is_empty(), "{problems:?}");
    let root = checked.programme.roots[0].record;
    let (facts, problems) = bind(&FactSchema::new(&checked), &checked, root, &node.unwrap());
    Given {
        legend: Legend::new(&checked),
        sources: checked.sources.with(Source::new("proposal.yaml", PROPOSAL)),
        facts: facts.unwrap_or_else(|| panic!("{problems:?}")),
        problems,
        checked,
    }
}

impl Given {
    fn case<'a>(&'a self, evaluation: &'a Evaluation, language: &'a str) -> Case<'a> {
        let submission = Submission {
            checked: &self.checked,
            legend: &self.legend,
            sources: &self.sources,
            proposal: "proposal.yaml",
            rules_sha256: "00ff",
            problems: &self.problems,
            as_of: Some(evaluation.as_of),
            language,
            complete: false,
        };
        Case { submission, facts: &self.facts, evaluation }
    }

    fn rule(&self, name: &str) -> (RuleId, &Expr) {
        let index = self.checked.rules.iter().position(|rule| &*rule.name == name).unwrap();
        (RuleId::new(index), &self.checked.rules[index].requirements[0].condition)
    }

    fn cell(&self, path: &str) -> u32 {
        self.facts.find(path).unwrap()
    }
}

fn zloty(text: &str) -> Value {
    Value::money(Number::parse(text).unwrap(), Currency::PLN)
}

fn outcome(rule: RuleId, outcome: Outcome) -> RuleOutcome {
    RuleOutcome {
        rule,
        root: 0,
        element: Vec::new(),
        outcome,
        as_of: Date::parse("2024-05-01"),
        quiet: None,
        fault: None,
        missing: Missing::none(),
        regime: None,
        readings: Vec::new(),
        comparisons: Vec::new(),
        effect: None,
        points: None,
        reasons: None,
    }
}

/// 15% of 10 000.00 is 1 500.00; 1 500.01 is a grosz too much.
fn too_much(given: &Given) -> RuleOutcome {
    let (rule, condition) = given.rule("cross_financing");
    let ExprKind::Compare { left, right, .. } = &condition.kind else { panic!("{condition:?}") };
    let (cross, support) = (given.cell("cross"), given.cell("support"));
    let step = |depth, expr: &Expr, value, cell| Step { depth, span: expr.span, value, cell };
    RuleOutcome {
        comparisons: vec![Comparison {
            span: condition.span,
            order: Some(Order::AtMost),
            measured: zloty("1500.01"),
            limit: Some(zloty("1500")),
            margin: Some(zloty("-0.01")),
            holds: false,
        }],
        reasons: Some(Box::new(Reasons {
            facts: vec![support, cross],
            message: vec![vec![zloty("1500.01"), zloty("10000")]],
            repair: Some((cross, zloty("1500"))),
            steps: vec![
                step(0, condition, Value::Bool(false), None),
                step(1, left, zloty("1500.01"), Some(cross)),
                step(1, right, zloty("1500"), None),
            ],
            ..Reasons::default()
        })),
        ..outcome(rule, Outcome::Violated)
    }
}

fn evaluation(given: &Given) -> Evaluation {
    let (small, _) = given.rule("small_costs");
    let second = given.cell("costs[1]");
    Evaluation {
        as_of: Date::parse("2024-05-01").unwrap(),
        verdict: Verdict::Ineligible,
        outcomes: vec![
            too_much(given),
            RuleOutcome {
                element: vec![Element { index: 1, value: Value::Record(second) }],
                missing: Missing::one(Owed::Fact(given.cell("costs[1].amount"))),
                ..outcome(small, Outcome::Undetermined)
            },
        ],
        values: Vec::new(),
        points: Vec::new(),
        elsewhere: Vec::new(),
    }
}

#[test]
fn the_json_of_a_grosz_too_much() {
    let given = given();
    let evaluation = evaluation(&given);
    let json = serde_json::to_value(Report::new(&given.case(&evaluation, "pl"))).unwrap();
    let wanted = json!({
        "rule": "pl.test.cross_financing",
        "clause": "F-16",
        "element": null,
        "outcome": "violated",
        "consequence": "reject",
        "title": "Cross-financing mieści się w 15%",
        "message":
            "Cross-financing wynosi 1500,01\u{a0}zł, ponad 15% z 10\u{a0}000,00\u{a0}zł.",
        "measured": "1500.01 PLN", "limit": "1500.00 PLN", "margin": "-0.01 PLN",
        "failing": [{ "measured": "1500.01 PLN", "limit": "1500.00 PLN", "margin": "-0.01 PLN" }],
        "repair": { "path": "cross", "value": "1500.00 PLN" },
        "facts": [
            { "path": "support", "value": "10000.00 PLN", "line": 1, "column": 10 },
            { "path": "cross", "value": "1500.01 PLN", "line": 2, "column": 8 }
        ],
        "cite": [{ "source": "guide", "quote": "do wysokości 15%", "unverified": false }],
        "as_of": "2024-05-01",
        "defined_at": { "file": "rules/pl/test.subvent", "line": 23 }
    });
    assert_eq!(json["outcomes"][0], wanted);
    assert_eq!(json["outcomes"][1]["element"], "costs[1]");
    let missing = json!([{ "path": "costs[1].amount", "owed_by": "applicant" }]);
    assert_eq!(json["outcomes"][1]["missing"], missing);
}

#[test]
fn the_finding_points_into_both_files() {
    let given = given();
    let evaluation = evaluation(&given);
    let case = given.case(&evaluation, "pl");
    let findings = Finding::all(&case);
    let said: Vec<(&str, String)> = findings[0]
        .diagnostic()
        .labels
        .iter()
        .map(|l| (given.sources.slice(l.span), l.text.replace('\u{a0}', " ")))
        .collect();
    let wanted = [
        ("1_500.01 PLN", "1500,01 zł"),
        ("10_000.00 PLN", "10 000,00 zł"),
        ("cross", "= 1500,01 zł"),
        ("15% of support", "= 1500,00 zł"),
    ];
    assert_eq!(said, wanted.map(|(at, says)| (at, says.to_owned())));
    // The second finding shows the element that lacks the fact.
    let lacking = &findings[1].diagnostic().labels[0];
    assert_eq!(given.sources.slice(lacking.span), "{}");
}

#[test]
fn the_derivation_shows_the_clause_with_its_values() {
    let given = given();
    let evaluation = evaluation(&given);
    let case = given.case(&evaluation, "pl");
    let text = derivation(&case, &evaluation.outcomes[0]).to_string().replace('\u{a0}', " ");
    let steps = text.split("Wyprowadzenie\n").nth(1).unwrap();
    let wanted = "  cross <= 15% of support: nie zachodzi
    cross = 1500,01 zł (wiersz 2)
    15% of support = 1500,00 zł
";
    assert!(steps.starts_with(wanted), "{steps}");
}
