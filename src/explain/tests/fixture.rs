//! A programme of six rules about a grant of Region Örebro, with the figures of its memo of
//! 2022-12-14: 31% of 15 000 000 kronor is 4 650 000, and the ceiling is 4 529 875.

use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::eval::*;
use crate::explain::{Case, FactSheet, Legend, Submission};
use crate::quantity::{Currency, Date, Number};
use crate::text::{Source, SourceId, SourceMap, Span};
use crate::types::typed::*;
use crate::value::{Extent, Fault, FaultKind, List, Missing, Owed, Rows, Value};

pub(super) const RULES: &str = r#"rule grant_ceiling for Project {
  cite decision quote sv "dock högst 4 529 875 kronor"
  require requested <= 4_529_875 SEK
  if not reduce requested to 4_529_875 SEK
}
rule share_of_costs for Project {
  require requested / total <= 31%
}
rule no_land for Project {
  require land is absent
  unless demonstration because sv "demonstrationer får mark"
}
rule incurred_in_time for Project {
  for each cost in costs
  require cost.incurred < 2025-01-01
  if not exclude cost.amount
}
rule mean_cost for Project {
  require total / staff >= 1
}
prefer small for Project {
  award 2 points
}
"#;

pub(super) const PROPOSAL: &str = "requested: 4_650_000 SEK
demonstration: yes
costs:
  - incurred: 2024-12-31
    amount: 100 SEK
  - incurred: 2025-01-02
";

/// The cells: requested, demonstration, costs, total, staff; then two costs of two cells.
pub(super) struct Sheet {
    cells: Vec<Value>,
}

pub(super) const PATHS: [&str; 9] = [
    "requested",
    "demonstration",
    "costs",
    "total",
    "staff",
    "costs[0].incurred",
    "costs[0].amount",
    "costs[1].incurred",
    "costs[1].amount",
];

/// The words of the proposal that give each cell.
const WORDS: [Option<&str>; 9] = [
    Some("4_650_000 SEK"),
    Some("yes"),
    Some("- incurred"),
    None,
    None,
    Some("2024-12-31"),
    Some("100 SEK"),
    Some("2025-01-02"),
    None,
];

impl FactSheet for Sheet {
    fn value(&self, cell: u32) -> &Value {
        self.cells.get(cell as usize).unwrap_or(&Value::Absent)
    }
    fn path(&self, cell: u32) -> String {
        PATHS[cell as usize].to_owned()
    }
    fn written(&self, cell: u32) -> Option<Span> {
        let words = WORDS[cell as usize]?;
        let start = PROPOSAL.find(words).unwrap();
        Some(Span::new(SourceId::new(1), start, start + words.len()))
    }
    fn place(&self, cell: u32) -> Option<Span> {
        self.written(cell)
    }
    fn field(&self, cell: u32) -> Option<(RecordId, u32)> {
        Some(if cell < 5 { (RecordId(0), cell) } else { (RecordId(1), (cell - 5) % 2) })
    }
    fn assessed(&self, cell: u32) -> bool {
        cell == 4
    }
}

pub(super) fn kronor(amount: i64) -> Value {
    Value::money(Number::from_i64(amount), Currency::SEK)
}

pub(super) fn ratio(p: i64, q: i64) -> Value {
    Value::Number(Number::new_ratio(p, q).unwrap())
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The place of some words in the rules.
pub(super) fn at(words: &str) -> Span {
    let start = RULES.find(words).unwrap_or_else(|| panic!("{words} is not in the rules"));
    Span::new(SourceId::new(0), start, start + words.len())
}

fn unknown(cell: u32) -> Value {
    let extent =
        Extent::Amounts { low: Some(Number::ZERO), high: None, currency: Some(Currency::SEK) };
    Value::open(extent, Missing::one(Owed::Fact(cell)))
}

fn texts<T>(entries: Vec<(&str, T)>) -> Texts<T> {
    Texts(entries.into_iter().map(|(tag, text)| (Arc::from(tag), text)).collect())
}

fn expr(kind: ExprKind, ty: Type, words: &str) -> Expr {
    Expr { kind, ty, span: at(words) }
}

fn constant(value: Value, ty: Type, words: &str) -> Expr {
    expr(ExprKind::Constant(value), ty, words)
}

fn field(name: &str, ty: Type) -> Field {
    Field {
        name: name.into(),
        ty,
        optional: false,
        key: false,
        reference: false,
        default: None,
        limits: Limits::default(),
        assessed: name == "staff",
        title: Texts::default(),
        documentation: None,
        span: Span::default(),
    }
}

fn record(name: &str, fields: Vec<Field>) -> RecordType {
    RecordType {
        path: format!("se.orebro.{name}").into(),
        name: name.into(),
        root: name == "Project",
        includes: Vec::new(),
        fields,
        invariants: Vec::new(),
        documentation: None,
        span: Span::default(),
    }
}

fn rule(name: &str) -> Rule {
    Rule {
        path: format!("se.orebro.{name}").into(),
        name: name.into(),
        kind: RuleKind::Rule,
        number: None,
        title: Texts::default(),
        cite: Vec::new(),
        documentation: None,
        record: Some(RecordId(0)),
        locals: Vec::new(),
        as_of: None,
        validity: Validity::default(),
        each: Vec::new(),
        lets: Vec::new(),
        guards: Vec::new(),
        exceptions: Vec::new(),
        replaced_by: Vec::new(),
        requirements: Vec::new(),
        regimes: None,
        permit: None,
        award: None,
        group: None,
        consequence: Consequence { kind: ConsequenceKind::Reject, span: None },
        message: Texts::default(),
        span: at(name),
    }
}

fn require(left: Expr, op: Order, right: Expr, words: &str) -> Requirement {
    let kind = ExprKind::Compare { op, left: Box::new(left), right: Box::new(right) };
    let condition = expr(kind, Type::Bool, words);
    Requirement { span: condition.span, condition, forbidden: false }
}

fn money() -> Type {
    Type::Money(Some(Currency::SEK))
}

fn grant_ceiling() -> Rule {
    let requested = || expr(ExprKind::Receiver, money(), "requested <=");
    let cap = || constant(kronor(4_529_875), money(), "4_529_875 SEK");
    let hole = |words: [&str; 2]| Template {
        parts: vec![
            TemplatePart::Text(words[0].to_owned()),
            TemplatePart::Hole(requested()),
            TemplatePart::Text(words[1].to_owned()),
        ],
    };
    Rule {
        number: Some("R-04".into()),
        title: texts(vec![("sv", "Högsta stöd".to_owned()), ("en", "Most support".to_owned())]),
        cite: vec![Cite {
            document: DocumentId(0),
            place: None,
            quotes: vec![(Some("sv".into()), "dock högst 4 529 875 kronor".into())],
            unverified: false,
            span: Span::default(),
        }],
        requirements: vec![require(
            requested(),
            Order::AtMost,
            cap(),
            "requested <= 4_529_875 SEK",
        )],
        consequence: Consequence {
            kind: ConsequenceKind::Reduce { amount: requested(), to: Some(cap()) },
            span: None,
        },
        message: texts(vec![("sv", hole(["Sökt stöd är ", ", över taket."]))]),
        ..rule("grant_ceiling")
    }
}

fn share_of_costs() -> Rule {
    let quotient = ExprKind::CompareQuotient {
        op: Order::AtMost,
        numerator: Box::new(expr(ExprKind::Receiver, money(), "requested / ")),
        denominator: Box::new(expr(ExprKind::Receiver, money(), "total <=")),
        bound: Box::new(constant(ratio(31, 100), Type::Percent, "31%")),
    };
    let condition = expr(quotient, Type::Bool, "requested / total <= 31%");
    let requirement = Requirement { span: condition.span, condition, forbidden: false };
    Rule { requirements: vec![requirement], ..rule("share_of_costs") }
}

fn no_land() -> Rule {
    let because =
        Template { parts: vec![TemplatePart::Text("demonstrationer får mark".to_owned())] };
    let unless = Unless {
        condition: expr(ExprKind::Receiver, Type::Bool, "demonstration because"),
        because: texts(vec![("sv", because)]),
        cite: Vec::new(),
        refined_by: None,
        span: at("unless demonstration"),
    };
    Rule { exceptions: vec![unless], ..rule("no_land") }
}

fn incurred_in_time() -> Rule {
    let deadline = Value::Date(day("2025-01-01"));
    Rule {
        each: vec![ForEach {
            variable: LocalId(0),
            list: expr(ExprKind::Receiver, Type::Record(RecordId(1)).list(), "costs\n"),
            condition: None,
        }],
        requirements: vec![require(
            expr(ExprKind::Receiver, Type::Date, "cost.incurred"),
            Order::Less,
            constant(deadline, Type::Date, "2025-01-01"),
            "cost.incurred < 2025-01-01",
        )],
        consequence: Consequence {
            kind: ConsequenceKind::Exclude(expr(ExprKind::Receiver, money(), "cost.amount")),
            span: None,
        },
        ..rule("incurred_in_time")
    }
}

fn checked() -> Checked {
    let mut sources = SourceMap::new();
    sources.add(Source::new("rules/se/orebro.subvent", RULES));
    let project = vec![
        field("requested", money()),
        field("demonstration", Type::Bool),
        field("costs", Type::Record(RecordId(1)).list()),
        field("total", money()),
        field("staff", Type::Integer),
    ];
    let cost = vec![field("incurred", Type::Date), field("amount", money())];
    let preference = Rule { kind: RuleKind::Preference, ..rule("small") };
    let decision = Document {
        path: "se.orebro.decision".into(),
        name: "decision".into(),
        title: texts(vec![("sv", "Beslut 22RS10518".to_owned())]),
        file: None,
        url: None,
        number: None,
        dated: None,
        span: Span::default(),
    };
    Checked {
        sources,
        programme: Programme { module: "se.orebro".into(), ..Programme::default() },
        records: vec![record("Project", project), record("Cost", cost)],
        documents: vec![decision],
        rules: vec![
            grant_ceiling(),
            share_of_costs(),
            no_land(),
            incurred_in_time(),
            rule("mean_cost"),
            preference,
        ],
        ..Checked::default()
    }
}

fn outcome(rule: u32, outcome: Outcome) -> RuleOutcome {
    RuleOutcome {
        rule: RuleId(rule),
        root: 0,
        element: Vec::new(),
        outcome,
        as_of: Some(day("2022-12-14")),
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

fn over_the_ceiling() -> RuleOutcome {
    let step =
        |depth, words: &str, value: Value, cell| Step { depth, span: at(words), value, cell };
    let reasons = Reasons {
        facts: vec![0],
        message: vec![vec![kronor(4_650_000)]],
        because: Vec::new(),
        repair: Some((0, kronor(4_529_875))),
        steps: vec![
            step(0, "requested <= 4_529_875 SEK", Value::Bool(false), None),
            step(1, "requested <=", kronor(4_650_000), Some(0)),
            step(1, "4_529_875 SEK", kronor(4_529_875), None),
        ],
    };
    RuleOutcome {
        comparisons: vec![Comparison {
            span: at("requested <= 4_529_875 SEK"),
            order: Some(Order::AtMost),
            measured: kronor(4_650_000),
            limit: Some(kronor(4_529_875)),
            margin: Some(kronor(-120_125)),
            holds: false,
        }],
        effect: Some(Effect { amount: Some(kronor(4_529_875)), until: None, cell: Some(0) }),
        reasons: Some(Box::new(reasons)),
        ..outcome(0, Outcome::Violated)
    }
}

fn late_cost() -> RuleOutcome {
    RuleOutcome {
        element: vec![Element { index: 1, value: Value::Record(7) }],
        comparisons: vec![Comparison {
            span: at("cost.incurred < 2025-01-01"),
            order: Some(Order::Less),
            measured: Value::Date(day("2025-01-02")),
            limit: Some(Value::Date(day("2025-01-01"))),
            margin: Some(Value::Duration(crate::quantity::Duration::from_days(-1))),
            holds: false,
        }],
        effect: Some(Effect { amount: Some(unknown(8)), until: None, cell: Some(8) }),
        reasons: Some(Box::new(Reasons { facts: vec![7, 8], ..Reasons::default() })),
        ..outcome(3, Outcome::Violated)
    }
}

fn evaluation() -> Evaluation {
    let fault = Fault {
        kind: FaultKind::Arithmetic(crate::quantity::Fault::DivisionByZero),
        at: at("total / staff"),
        also: None,
    };
    Evaluation {
        as_of: day("2022-12-14"),
        verdict: Verdict::Faulty,
        outcomes: vec![
            over_the_ceiling(),
            RuleOutcome {
                missing: Missing::from_owed([Owed::Fact(3), Owed::Fact(4)]),
                ..outcome(1, Outcome::Undetermined)
            },
            RuleOutcome {
                quiet: Some(Quiet::Exception(0)),
                reasons: Some(Box::new(Reasons {
                    because: vec![Vec::new()],
                    ..Reasons::default()
                })),
                ..outcome(2, Outcome::NotApplicable)
            },
            late_cost(),
            RuleOutcome { fault: Some(fault), ..outcome(4, Outcome::Faulty) },
            RuleOutcome {
                points: Some((Number::ZERO, Number::from_i64(2))),
                ..outcome(5, Outcome::NotMet)
            },
        ],
        values: Vec::new(),
        points: vec![GroupPoints { group: "".into(), min: Number::ZERO, max: Number::from_i64(2) }],
        elsewhere: Vec::new(),
    }
}

/// All that a case borrows.
pub(super) struct Fixture {
    pub(super) checked: Checked,
    pub(super) evaluation: Evaluation,
    legend: Legend,
    sources: SourceMap,
    problems: Diagnostics,
    sheet: Sheet,
}

impl Fixture {
    pub(super) fn new() -> Self {
        let checked = checked();
        let rows = Rows { start: 5, count: 2, stride: 2 };
        let cells = vec![
            kronor(4_650_000),
            Value::Bool(true),
            Value::List(List::Rows(rows)),
            unknown(3),
            unknown(4),
            Value::Date(day("2024-12-31")),
            kronor(100),
            Value::Date(day("2025-01-02")),
            unknown(8),
        ];
        Self {
            legend: Legend::new(&checked),
            sources: checked.sources.with(Source::new("proposal.yaml", PROPOSAL)),
            problems: Diagnostics::new(),
            sheet: Sheet { cells },
            evaluation: evaluation(),
            checked,
        }
    }

    pub(super) fn submission<'a>(&'a self, language: &'a str) -> Submission<'a> {
        Submission {
            checked: &self.checked,
            legend: &self.legend,
            sources: &self.sources,
            proposal: "proposal.yaml",
            rules_sha256: "00ff",
            problems: &self.problems,
            as_of: Some(day("2022-12-14")),
            language,
            complete: false,
        }
    }

    pub(super) fn case<'a>(&'a self, language: &'a str) -> Case<'a> {
        Case {
            submission: self.submission(language),
            facts: &self.sheet,
            evaluation: &self.evaluation,
        }
    }
}
