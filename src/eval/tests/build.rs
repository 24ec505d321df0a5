//! Small typed programs by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::facts::{Facts, bind};
use crate::program::{Program, compile};
use crate::quantity::{Currency, Date, Money, Number};
use crate::text::{SourceId, Span};
use crate::types::typed::*;
use crate::value::Value;

use crate::eval::{Evaluation, Evaluator, Limits as Budget, Mode, RuleOutcome, Scratch};

pub(super) const COST: RecordId = RecordId(0);
pub(super) const OPERATION: RecordId = RecordId(1);
pub(super) const PROJECT: RecordId = RecordId(2);
pub(super) const PRIORITY: RecordId = RecordId(3);
pub(super) const STATUS: EnumId = EnumId(0);

/// Fields of a cost.
pub(super) const AMOUNT: u32 = 0;
pub(super) const INCURRED: u32 = 1;
pub(super) const CROSS: u32 = 2;
pub(super) const KIND: u32 = 3;

/// Fields of a project.
pub(super) const STATUS_FIELD: u32 = 0;
pub(super) const GRANT: u32 = 1;
pub(super) const TOTAL: u32 = 2;
pub(super) const STAFF: u32 = 3;
pub(super) const START: u32 = 4;
pub(super) const FLAG: u32 = 5;
pub(super) const OTHER: u32 = 6;
pub(super) const COSTS: u32 = 7;
pub(super) const NOTE: u32 = 8;
pub(super) const PERIOD: u32 = 9;
pub(super) const NEEDS: u32 = 10;
pub(super) const BUILT: u32 = 11;

static PLACE: AtomicU32 = AtomicU32::new(0);

/// A place of its own.
pub(super) fn span() -> Span {
    let start = PLACE.fetch_add(10, Ordering::Relaxed) as usize;
    Span::new(SourceId::new(0), start, start + 5)
}

pub(super) fn money() -> Type {
    Type::Money(Some(Currency::PLN))
}

pub(super) fn pln(amount: i64) -> Value {
    Value::money(Number::from_i64(amount), Currency::PLN)
}

pub(super) fn number(value: i64) -> Value {
    Value::Number(Number::from_i64(value))
}

pub(super) fn share(percent: i64) -> Expr {
    let value = Number::new_ratio(percent, 100).unwrap();
    expr(ExprKind::Constant(Value::Number(value)), Type::Percent)
}

pub(super) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(super) fn date(text: &str) -> Expr {
    expr(ExprKind::Constant(Value::Date(day(text))), Type::Date)
}

pub(super) fn zl(amount: i64) -> Expr {
    expr(ExprKind::Constant(pln(amount)), money())
}

pub(super) fn int(value: i64) -> Expr {
    expr(ExprKind::Constant(number(value)), Type::Integer)
}

pub(super) fn yes() -> Expr {
    expr(ExprKind::Constant(Value::Bool(true)), Type::Bool)
}

pub(super) fn expr(kind: ExprKind, ty: Type) -> Expr {
    Expr { kind, ty, span: span() }
}

pub(super) fn member(at: u16) -> Expr {
    expr(ExprKind::Constant(Value::Member(at)), Type::Enum(STATUS))
}

pub(super) fn me(record: RecordId) -> Expr {
    expr(ExprKind::Receiver, Type::Record(record))
}

pub(super) fn local(at: u32, ty: Type) -> Expr {
    expr(ExprKind::Local(LocalId(at)), ty)
}

pub(super) fn of(base: Expr, record: RecordId, field: u32, ty: Type) -> Expr {
    expr(ExprKind::Field { base: Box::new(base), record, field }, ty)
}

/// A field of the project that the rule is for.
pub(super) fn fact(field: u32, ty: Type) -> Expr {
    of(me(PROJECT), PROJECT, field, ty)
}

pub(super) fn grant() -> Expr {
    fact(GRANT, money())
}

pub(super) fn total() -> Expr {
    fact(TOTAL, money())
}

pub(super) fn flag() -> Expr {
    fact(FLAG, Type::Bool)
}

pub(super) fn other() -> Expr {
    fact(OTHER, Type::Bool)
}

pub(super) fn costs() -> Expr {
    fact(COSTS, Type::Record(COST).list())
}

/// A field of the cost in the first local.
pub(super) fn cost(field: u32, ty: Type) -> Expr {
    of(local(0, Type::Record(COST)), COST, field, ty)
}

pub(super) fn status_is(at: u16) -> Expr {
    equal(fact(STATUS_FIELD, Type::Enum(STATUS)), member(at))
}

pub(super) fn compare(op: Order, left: Expr, right: Expr) -> Expr {
    expr(ExprKind::Compare { op, left: Box::new(left), right: Box::new(right) }, Type::Bool)
}

pub(super) fn at_most(left: Expr, right: Expr) -> Expr {
    compare(Order::AtMost, left, right)
}

pub(super) fn equal(left: Expr, right: Expr) -> Expr {
    expr(ExprKind::Equal { left: Box::new(left), right: Box::new(right) }, Type::Bool)
}

pub(super) fn and(operands: Vec<Expr>) -> Expr {
    expr(ExprKind::And(operands), Type::Bool)
}

pub(super) fn or(operands: Vec<Expr>) -> Expr {
    expr(ExprKind::Or(operands), Type::Bool)
}

pub(super) fn not(operand: Expr) -> Expr {
    expr(ExprKind::Not(Box::new(operand)), Type::Bool)
}

pub(super) fn arithmetic(op: Arithmetic, left: Expr, right: Expr, ty: Type) -> Expr {
    expr(ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) }, ty)
}

pub(super) fn times(left: Expr, right: Expr) -> Expr {
    let ty = right.ty.clone();
    arithmetic(Arithmetic::Multiply, left, right, ty)
}

/// A comprehension over the costs, with the cost in the first local.
pub(super) fn over_costs(
    kind: AggregateKind,
    element: Expr,
    condition: Option<Expr>,
    ty: Type,
) -> Expr {
    let generators = vec![(LocalId(0), costs())];
    let aggregate = Aggregate { kind, generators, condition, element };
    expr(ExprKind::Aggregate(Box::new(aggregate)), ty)
}

pub(super) fn sum_of_costs() -> Expr {
    over_costs(AggregateKind::Sum, cost(AMOUNT, money()), None, money())
}

pub(super) fn call(id: u32, ty: Type) -> Expr {
    let receiver = Some(Box::new(me(PROJECT)));
    expr(ExprKind::Definition { id: DefinitionId(id), receiver, arguments: vec![] }, ty)
}

pub(super) fn parameter_value(id: u32, arguments: Vec<Expr>, ty: Type) -> Expr {
    expr(ExprKind::Parameter { id: ParameterId(id), arguments }, ty)
}

fn locals() -> Vec<Local> {
    let one = |name: &str| Local { name: Arc::from(name), ty: Type::Record(COST), span: span() };
    vec![one("a"), one("b"), one("c"), one("d")]
}

pub(super) fn versions<T>(list: Vec<(Option<&str>, Option<&str>, T)>) -> Vec<Version<T>> {
    let one = |(from, to, body): (Option<&str>, Option<&str>, T)| Version {
        validity: valid(from, to),
        body,
        cite: vec![],
        span: span(),
    };
    list.into_iter().map(one).collect()
}

pub(super) fn valid(from: Option<&str>, to: Option<&str>) -> Validity {
    Validity {
        from: from.map(day),
        to: to.map(day),
        or_to: vec![],
        unknown_after: None,
        span: None,
    }
}

pub(super) fn definition(ty: Type, base: Expr, exceptions: Vec<Exception>) -> Definition {
    Definition {
        path: Arc::from("test.d"),
        name: Arc::from("d"),
        result: false,
        receiver: Some(PROJECT),
        params: vec![],
        locals: locals(),
        ty,
        as_of: None,
        versions: versions(vec![(None, None, base)]),
        exceptions,
        title: Texts::default(),
        cite: vec![],
        documentation: None,
        span: span(),
    }
}

pub(super) fn except(condition: Expr, value: Expr) -> Exception {
    Exception {
        validity: Validity::default(),
        condition,
        value,
        exceptions: vec![],
        cite: vec![],
        span: span(),
    }
}

/// A table of one key with rows by date.
pub(super) fn table(key: Option<Type>, ty: Type, versions: Vec<Version<Rows>>) -> Table {
    Table {
        path: Arc::from("test.t"),
        name: Arc::from("t"),
        params: key.iter().map(|_| LocalId(0)).collect(),
        locals: key
            .into_iter()
            .map(|ty| Local { name: Arc::from("k"), ty, span: span() })
            .collect(),
        ty,
        versions,
        title: Texts::default(),
        cite: vec![],
        documentation: None,
        span: span(),
    }
}

pub(super) fn one_value(value: Expr) -> Rows {
    Rows { rows: vec![(vec![], value)], otherwise: None }
}

pub(super) fn rule(requirements: Vec<Expr>) -> Rule {
    let asked = |condition| Requirement { condition, forbidden: false, span: span() };
    Rule {
        path: Arc::from("test.r"),
        name: Arc::from("r"),
        kind: RuleKind::Rule,
        number: None,
        title: Texts::default(),
        cite: vec![],
        documentation: None,
        record: Some(PROJECT),
        locals: locals(),
        as_of: None,
        validity: Validity::default(),
        each: vec![],
        lets: vec![],
        guards: vec![],
        exceptions: vec![],
        replaced_by: vec![],
        requirements: requirements.into_iter().map(asked).collect(),
        regimes: None,
        permit: None,
        award: None,
        group: None,
        consequence: Consequence { kind: ConsequenceKind::Reject, span: None },
        message: Texts::default(),
        span: span(),
    }
}

pub(super) fn preference(condition: Expr, points: i64) -> Rule {
    let award = Some(int(points));
    Rule { kind: RuleKind::Preference, award, ..rule(vec![condition]) }
}

pub(super) fn each_cost(condition: Option<Expr>) -> ForEach {
    ForEach { variable: LocalId(0), list: costs(), condition }
}

fn field(name: &str, ty: Type) -> Field {
    Field {
        name: Arc::from(name),
        ty,
        optional: false,
        key: false,
        reference: false,
        default: None,
        limits: Limits::default(),
        assessed: false,
        title: Texts::default(),
        documentation: None,
        span: span(),
    }
}

fn positive(field: Field) -> Field {
    let value = match field.ty {
        Type::Integer => number(0),
        _ => pln(0),
    };
    let low = Some(Limit { value, inclusive: true, span: span() });
    Field { limits: Limits { low, high: None }, ..field }
}

fn optional(field: Field) -> Field {
    Field { optional: true, ..field }
}

fn record(name: &str, includes: Vec<RecordId>, fields: Vec<Field>) -> RecordType {
    RecordType {
        path: Arc::from(name),
        name: Arc::from(name),
        root: false,
        includes,
        fields,
        invariants: vec![],
        documentation: None,
        span: span(),
    }
}

/// A programme of projects with costs, and priorities of projects; without rules.
pub(super) fn programme() -> Checked {
    let mut checked = Checked::default();
    checked.programme.currency = Some(Currency::PLN);
    let members = ["public", "non_profit", "for_profit"].map(|name| Member {
        name: Arc::from(name),
        title: Texts::default(),
        documentation: None,
        span: span(),
    });
    checked.enums = vec![EnumType {
        path: Arc::from("Status"),
        name: Arc::from("Status"),
        open: false,
        members: members.to_vec(),
        documentation: None,
        span: span(),
    }];
    let project = vec![
        field("status", Type::Enum(STATUS)),
        positive(field("grant", money())),
        positive(field("total", money())),
        positive(field("staff", Type::Integer)),
        field("start", Type::Date),
        field("flag", Type::Bool),
        field("other", Type::Bool),
        field("costs", Type::Record(COST).list()),
        optional(positive(field("note", money()))),
        field("period", Type::Period),
        field("needs", Type::Moment),
        field("built", Type::Moment),
    ];
    let line = vec![
        positive(field("amount", money())),
        field("incurred", Type::Date),
        field("cross", Type::Bool),
        field("kind", Type::Enum(STATUS)),
    ];
    let projects = field("projects", Type::Record(PROJECT).list());
    checked.records = vec![
        record("Cost", vec![], line),
        record("Operation", vec![], vec![field("fund", money())]),
        record("Project", vec![OPERATION], project),
        record("Priority", vec![], vec![field("support", money()), projects]),
    ];
    let root = |record| Root { record, each_of: vec![] };
    checked.programme.roots = vec![root(PROJECT), root(PRIORITY)];
    checked
}

/// Adds a rule that binds.
pub(super) fn with(mut checked: Checked, rule: Rule) -> Checked {
    checked.binding.push(RuleId::new(checked.rules.len()));
    checked.rules.push(rule);
    checked
}

/// A programme of rules.
pub(super) fn rules(list: Vec<Rule>) -> Checked {
    list.into_iter().fold(programme(), with)
}

/// The facts of a project in YAML.
pub(super) fn facts(program: &Program, record: RecordId, yaml: &str) -> Facts {
    let limits = crate::data::DataLimits::default();
    let (node, problems) = crate::data::read_yaml(SourceId::new(1), yaml, &limits);
    assert!(problems.is_empty(), "{problems:?}");
    let node = node.expect("the facts are a tree");
    let (facts, problems) = bind(program.schema(), program.checked(), record, &node);
    facts.unwrap_or_else(|| panic!("{problems:?}"))
}

pub(super) fn check_on(checked: Checked, yaml: &str, as_of: &str) -> Evaluation {
    let program = compile(Arc::new(checked));
    let facts = facts(&program, PROJECT, yaml);
    let evaluator = Evaluator::new(&program);
    let mut scratch = Scratch::new();
    let budget = Budget::default();
    let full = evaluator.evaluate(&facts, day(as_of), &mut scratch, Mode::Reasons, &budget);
    // What the modes say of outcomes is the same.
    let short = evaluator.evaluate(&facts, day(as_of), &mut scratch, Mode::Outcomes, &budget);
    let key = |outcomes: &[RuleOutcome]| {
        let one = |it: &RuleOutcome| {
            (it.rule, it.outcome, it.missing.clone(), it.quiet.clone(), it.fault, it.as_of)
        };
        outcomes.iter().map(one).collect::<Vec<_>>()
    };
    assert_eq!(key(&full.outcomes), key(&short.outcomes));
    assert_eq!(full.verdict, short.verdict);
    full
}

pub(super) fn check(checked: Checked, yaml: &str) -> Evaluation {
    check_on(checked, yaml, "2024-05-01")
}

/// The only outcome of one rule.
pub(super) fn one(rule: Rule, yaml: &str) -> RuleOutcome {
    only(check(rules(vec![rule]), yaml))
}

pub(super) fn only(evaluation: Evaluation) -> RuleOutcome {
    assert_eq!(evaluation.outcomes.len(), 1, "{:?}", evaluation.outcomes);
    evaluation.outcomes.into_iter().next().unwrap()
}

/// The cell of a field of the project.
pub(super) fn cell(field: u32) -> u32 {
    let program = compile(Arc::new(programme()));
    program.schema().field_offset(PROJECT, field).unwrap()
}

pub(super) fn amount(value: &Value) -> Money {
    match value {
        Value::Money(money) => *money,
        other => panic!("{other:?}"),
    }
}
