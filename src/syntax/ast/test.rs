//! `test` blocks.
#![allow(missing_docs, reason = "the sentence above a variant names its fields")]

use super::{Expr, LanguageTag, Name, Path, RateRow};
use crate::quantity::Date;
use crate::text::{Span, Spanned};

/// `test "exactly at the rate" for Project { … }`.
#[derive(Clone, Debug)]
pub struct TestDecl {
    /// What it shows.
    pub name: Spanned<String>,
    /// The root that its facts are.
    pub record: Option<Path>,
    /// Its steps in order.
    pub steps: Vec<TestStep>,
}

/// A line of a test.
#[derive(Clone, Debug)]
pub struct TestStep {
    /// What it does.
    pub kind: TestStepKind,
    /// Where.
    pub span: Span,
}

/// Quotes for a table of rates that a host would supply.
#[derive(Clone, Debug)]
pub struct RatesGiven {
    /// The table.
    pub rates: Path,
    /// Its quotes.
    pub rows: Vec<RateRow>,
}

/// The steps of a test.
#[derive(Clone, Debug)]
pub enum TestStepKind {
    /// `on 2024-05-01`, the date of assessment for what follows.
    On(Spanned<Date>),
    /// `rates inforeuro { 2024-03 { PLN 4.3208 } }`: quotes that the host would supply.
    Rates(RatesGiven),
    /// `given …`
    Given(Given),
    /// `expect …`
    Expect(Expect),
}

/// The facts of a test.
#[derive(Clone, Debug)]
pub struct Given {
    /// `given on DATE …`
    pub on: Option<Spanned<Date>>,
    /// Where the facts come from.
    pub base: GivenBase,
    /// `with { path: value }`: changes to them.
    pub with: Vec<Change>,
}

/// Where a test's facts come from.
#[derive(Clone, Debug)]
pub enum GivenBase {
    /// `file "…"`, relative to the directory of the module.
    File(Spanned<String>),
    /// `{ … }`
    Inline(Datum),
    /// The facts of the `given` before, with changes.
    Previous,
}

/// `costs[3].amount: 480_000.01 PLN`; the value `missing` takes the fact away.
#[derive(Clone, Debug)]
pub struct Change {
    /// The path as written.
    pub path: Spanned<String>,
    /// The new value; none for `missing`.
    pub value: Option<Datum>,
}

/// Facts written in a test, with scalars as they stand.
#[derive(Clone, PartialEq, Debug)]
pub struct Datum {
    /// What is written.
    pub kind: DatumKind,
    /// Where.
    pub span: Span,
}

/// The forms of facts in a test.
#[derive(Clone, PartialEq, Debug)]
pub enum DatumKind {
    /// `unknown`
    Unknown,
    /// A literal or a name, as written but with `_` between digits taken out.
    Scalar(String),
    /// `"…"`
    Text(String),
    /// `[ … ]`
    List(Vec<Datum>),
    /// `{ key: value }`
    Map(Vec<(Name, Datum)>),
}

/// What a test expects.
#[derive(Clone, Debug)]
pub enum Expect {
    /// `RULE satisfied`, with what else is said of it.
    Outcome(Box<ExpectOutcome>),
    /// `NAME is V`; for a list element `NAME for costs[2] is V`.
    Value { name: Path, element: Option<Spanned<String>>, value: Expr },
    /// `verdict eligible`
    Verdict(Name),
    /// `points of quality is 2` or `is 2 to 3`
    Points { group: Path, min: Expr, max: Option<Expr> },
    /// `invalid` or `invalid "facts::unknown_key"`: the facts are refused before any rule.
    Invalid(Option<Spanned<String>>),
}

/// `RULE for costs[2] violated with margin -0.01 PLN missing a, b message en "…"`.
#[derive(Clone, Debug)]
pub struct ExpectOutcome {
    /// The rule's path or clause number.
    pub rule: RuleRef,
    /// The element for a `for each` rule.
    pub element: Option<Spanned<String>>,
    /// `satisfied`, `violated`, `not_applicable`, `undetermined`, `faulty`, `not_met`,
    /// `permitted`.
    pub outcome: Name,
    /// `with margin V`
    pub margin: Option<Expr>,
    /// `with measured V`
    pub measured: Option<Expr>,
    /// `with limit V`
    pub limit: Option<Expr>,
    /// `by regulation_2023_2831`: the regime that holds.
    pub regime: Option<Name>,
    /// `missing a, b`: exactly these facts.
    pub missing: Option<Vec<Spanned<String>>>,
    /// `message en "…"`, exactly as the report shows it.
    pub message: Option<(LanguageTag, Spanned<String>)>,
}

/// A rule by its path or by its clause number.
#[derive(Clone, Debug)]
pub enum RuleRef {
    /// `cpr.land`
    Path(Path),
    /// `"R-04"`
    Clause(Spanned<String>),
}
