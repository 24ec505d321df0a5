//! Expressions. The order of the variants follows `grammar/subvent.pest`, loosest first.
#![allow(missing_docs, reason = "the sentence above a variant names its fields")]

pub use super::deadline::{Deadline, LegalLength};
pub use crate::value::{Bound, Edge, Quantifier};

use super::{Literal, Name, Path};
use crate::quantity::{Currency, MonthEnd, RoundingMode};
use crate::text::{Span, Spanned};

/// An expression and its place.
#[derive(Clone, PartialEq, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// The words it is written with, without surrounding space or comments.
    pub span: Span,
}

/// The forms of expressions.
#[derive(Clone, PartialEq, Debug)]
pub enum ExprKind {
    /// `a or b`, `a + b`, `rate of total`, …
    Binary { op: Spanned<BinaryOp>, left: Box<Expr>, right: Box<Expr> },
    /// `not a`, `-a`.
    Unary { op: Spanned<UnaryOp>, operand: Box<Expr> },
    /// `a < b`, `a before b`.
    Compare { op: Spanned<CompareOp>, left: Box<Expr>, right: Box<Expr> },
    /// `a is micro`, `a is not present`.
    Is { operand: Box<Expr>, negated: bool, what: IsWhat },
    /// `a in [x, y]`, `a not in p`, `a in open [x, y]`.
    In { operand: Box<Expr>, negated: bool, open: bool, set: Box<Expr> },
    /// `p overlaps q`.
    Overlaps { left: Box<Expr>, right: Box<Expr> },
    /// `p within q`: a period inside a period.
    Within { left: Box<Expr>, right: Box<Expr> },
    /// `a within 5% of b`: a comparison with a stated tolerance.
    WithinTolerance { operand: Box<Expr>, tolerance: Box<Expr>, of: Box<Expr> },
    /// `xs includes any of [a, b]`.
    Includes { list: Box<Expr>, quantifier: Quantifier, set: Box<Expr> },
    /// `p lasts at most 48 months`.
    Lasts { period: Box<Expr>, bound: Bound, duration: Box<Expr> },
    /// `text starts with "…"`.
    StartsWith { text: Box<Expr>, prefix: Box<Expr> },
    /// `a to b`; an open end is written `open`. Between integers it is the list of them.
    To { start: Option<Box<Expr>>, end: Option<Box<Expr>> },
    /// `x rounded half up to 0.01`, `x rounded down to a multiple of 3 EUR`.
    Rounded { operand: Box<Expr>, mode: Spanned<RoundingMode>, step: Literal },
    /// `d + 1 month end of month`, on the sum before it.
    MonthEnd { operand: Box<Expr>, rule: MonthEnd },
    /// `x default V when absent`.
    Default { operand: Box<Expr>, value: Box<Expr>, when: DefaultWhen },
    /// `d + 10 working days by poland`: the calendar of the sum before it.
    ByCalendar { operand: Box<Expr>, calendar: Box<Expr> },
    /// `x reduced by 5%`.
    ReducedBy { operand: Box<Expr>, share: Box<Expr> },
    /// `x.name`; also an enum's member and a module's name, until names are resolved.
    Field { base: Box<Expr>, name: Name },
    /// `x on DATE`.
    On { operand: Box<Expr>, date: Box<Expr> },
    /// `x with evidence documented`.
    WithEvidence { operand: Box<Expr>, level: Name },
    /// `x in EUR at inforeuro on DATE`: into another currency.
    Convert { operand: Box<Expr>, currency: Spanned<Currency>, rates: Path, on: Box<Expr> },
    /// `other "…"`: a value of an open enum that has no name.
    Other(Spanned<String>),
    /// A literal with its unit.
    Literal(Literal),
    /// A single name.
    Name(Name),
    /// `f(a, b)` or `f(E for x in L where C)`; `min`, `sum`, `count` are names as any other.
    Call { callee: Box<Expr>, arguments: Arguments },
    /// `(E for x in L where C)`: a list.
    Comprehension(Box<Comprehension>),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `( … )`.
    Paren(Box<Expr>),
    /// `if C then A else B`.
    If { condition: Box<Expr>, then: Box<Expr>, otherwise: Box<Expr> },
    /// `choose { A when C1  B when C2  otherwise D }`.
    Choose { arms: Vec<ChooseArm>, otherwise: Option<Box<Expr>> },
    /// `match x { micro, small -> A  otherwise -> B }`.
    Match { operand: Box<Expr>, arms: Vec<MatchArm> },
    /// `distinct L`.
    Distinct(Box<Expr>),
    /// `group x in L by KEY`.
    Group { variable: Name, list: Box<Expr>, key: Box<Expr> },
    /// `the x in L where C`.
    The { variable: Name, list: Box<Expr>, condition: Box<Expr> },
    /// `first of L by KEY`, `last of x in L by x.KEY`; the key of the short form is a field.
    Edge { edge: Edge, variable: Option<Name>, list: Box<Expr>, key: Box<Expr> },
    /// `carry s from INIT through a in L by KEY as EXPR`.
    Carry(Box<Carry>),
    /// `linked with X through l in LINKS either way where C`.
    Linked(Box<Linked>),
    /// `exactly 1 of p in partners where C`.
    CountIs { bound: Bound, number: Box<Expr>, binding: Box<Binding> },
    /// `at least 2 of [a, b, c]`.
    CountOf { bound: Bound, number: Box<Expr>, conditions: Vec<Expr> },
    /// `holds RULE`.
    Holds(Path),
    /// `points of GROUP`.
    PointsOf(Path),
    /// `year of d`, `start of p`, `first day of m`, `days in p`.
    Part { part: Spanned<DatePart>, of: Box<Expr> },
    /// `1 July of y`.
    DayOfYear { day: u8, month: u8, year: Box<Expr> },
    /// `overlap of P and Q`.
    OverlapOf { left: Box<Expr>, right: Box<Expr> },
    /// `deadline(3 months after d by poland under PL)`.
    Deadline(Box<Deadline>),
    /// `working days in p by poland`.
    WorkingDaysIn { period: Box<Expr>, calendar: Option<Box<Expr>> },
}

/// Operators between two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryOp {
    /// `or`
    Or,
    /// `and`
    And,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `of`: a share of something.
    Of,
}

/// Operators before one operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    /// `not`
    Not,
    /// `-`
    Negate,
}

/// Orderings. There is one equality, `is`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareOp {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `before`
    Before,
    /// `after`
    After,
}

/// What stands after `is` or `is not`.
#[derive(Clone, PartialEq, Debug)]
pub enum IsWhat {
    /// A value.
    Value(Box<Expr>),
    /// `present`
    Present,
    /// `absent`
    Absent,
    /// `known`
    Known,
    /// `a working day by poland`
    WorkingDay { calendar: Option<Box<Expr>> },
}

/// When a written default takes effect. There is none for *unknown*.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DefaultWhen {
    /// `when absent`: an optional fact that is not there.
    Absent,
    /// `when not in force`: a parameter without a value on that date.
    NotInForce,
    /// `when none`: a minimum, maximum, average or pick from nothing.
    None,
}

/// Parts of dates, months and periods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DatePart {
    /// `year of d`
    Year,
    /// `month of d`
    Month,
    /// `first day of m`
    FirstDay,
    /// `last day of m`
    LastDay,
    /// `start of p`
    Start,
    /// `end of p`
    End,
    /// `days in p`
    DaysIn,
}

/// What stands in the parentheses of a call.
#[derive(Clone, PartialEq, Debug)]
pub enum Arguments {
    /// `a, b, c`
    Positional(Vec<Expr>),
    /// `E for x in L where C`
    Comprehension(Box<Comprehension>),
    /// `x in L where C`, the form of `count`.
    Binding(Box<Binding>),
}

/// `E for x in L for y in x.M where C`.
#[derive(Clone, PartialEq, Debug)]
pub struct Comprehension {
    /// The value for each element.
    pub element: Expr,
    /// At least one; later ones may use the names of earlier ones.
    pub generators: Vec<Generator>,
    /// Only elements for which this holds.
    pub condition: Option<Expr>,
}

/// `for x in L`.
#[derive(Clone, PartialEq, Debug)]
pub struct Generator {
    /// The name of the element.
    pub variable: Name,
    /// The list.
    pub list: Expr,
}

/// `x in L where C`.
#[derive(Clone, PartialEq, Debug)]
pub struct Binding {
    /// The name of the element.
    pub variable: Name,
    /// The list.
    pub list: Expr,
    /// Only elements for which this holds.
    pub condition: Option<Expr>,
}

/// `A when C`.
#[derive(Clone, PartialEq, Debug)]
pub struct ChooseArm {
    /// The value.
    pub value: Expr,
    /// Its condition.
    pub condition: Expr,
}

/// `micro, small -> A` or `otherwise -> B`.
#[derive(Clone, PartialEq, Debug)]
pub struct MatchArm {
    /// The values that the arm is for; none for `otherwise`.
    pub patterns: Vec<Expr>,
    /// The arm's value.
    pub value: Expr,
    /// The whole arm.
    pub span: Span,
}

/// A fold over a list in the order of a key.
#[derive(Clone, PartialEq, Debug)]
pub struct Carry {
    /// The name of the state.
    pub state: Name,
    /// The first state.
    pub init: Expr,
    /// The name of the element.
    pub variable: Name,
    /// The list.
    pub list: Expr,
    /// The order; equal keys are a fault.
    pub key: Expr,
    /// The next state.
    pub next: Expr,
}

/// A transitive closure over links with `from` and `to`.
#[derive(Clone, PartialEq, Debug)]
pub struct Linked {
    /// Where to begin; part of the result.
    pub start: Expr,
    /// The name of a link.
    pub variable: Name,
    /// The links.
    pub links: Expr,
    /// Links lead both ways (`either way`) or from `from` to `to` only (`one way`).
    pub either_way: bool,
    /// Only links for which this holds.
    pub condition: Option<Expr>,
}
