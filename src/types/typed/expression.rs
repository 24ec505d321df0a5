//! Typed expressions. Names are resolved, operators are chosen by the types of their operands.
#![allow(missing_docs, reason = "the sentence above a variant names its fields")]

use super::{DefinitionId, LocalId, ParameterId, ReadingId, RecordId, RuleId, TableId, Type};
use crate::quantity::{MonthEnd, Rounding};
use crate::text::Span;
use crate::value::Value;

/// A typed expression and its place.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type.
    pub ty: Type,
    /// The words it is written with.
    pub span: Span,
}

/// The forms of typed expressions.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// Something is wrong with it, which has been reported; such a program is never compiled.
    Poison,
    /// A constant, which is certain.
    Constant(Value),
    /// The record that the rule or definition is for.
    Receiver,
    /// In a refined rule, the record around the one that the rule is for: the root, or a record
    /// that the root includes. Nothing where the root does not include it.
    Around(RecordId),
    /// Whether the root is this record or includes it.
    IsAround(RecordId),
    /// A parameter, a `let` or a loop's element.
    Local(LocalId),
    /// A field of a record: its position among the record's own fields. Where the record is
    /// optional the checker has seen to a test of presence, and absence is a fault.
    Field { base: Box<Expr>, record: RecordId, field: u32 },
    /// A record seen as the `include`-th of the records that it includes.
    Include { base: Box<Expr>, record: RecordId, include: u32 },
    /// The `key` of a group.
    GroupKey(Box<Expr>),
    /// The `items` of a group.
    GroupItems(Box<Expr>),
    /// A definition, read on the current date or on its own.
    Definition { id: DefinitionId, receiver: Option<Box<Expr>>, arguments: Vec<Expr> },
    /// A parameter's value on the current date.
    Parameter { id: ParameterId, arguments: Vec<Expr> },
    /// A table's value on the current date.
    Table { id: TableId, arguments: Vec<Expr> },
    /// A reading: a value of its enum, undecided where the authority has not decided.
    Reading(ReadingId),
    /// Reads all dated things in `operand` on another date.
    On { operand: Box<Expr>, date: Box<Expr> },
    /// `not`
    Not(Box<Expr>),
    /// `and` over two or more operands.
    And(Vec<Expr>),
    /// `or` over two or more operands.
    Or(Vec<Expr>),
    /// A number or an amount with its sign changed.
    Negate(Box<Expr>),
    /// Arithmetic on numbers, amounts and durations. Currencies agree or are checked when run.
    Arithmetic { op: Arithmetic, left: Box<Expr>, right: Box<Expr> },
    /// A date or moment plus a duration; `subtract` for minus.
    Shift { date: Box<Expr>, duration: Box<Expr>, subtract: bool, month_end: Option<MonthEnd> },
    /// A date minus a date: a duration in days.
    DaysBetween { later: Box<Expr>, earlier: Box<Expr> },
    /// An ordering of two values of one type.
    Compare { op: Order, left: Box<Expr>, right: Box<Expr> },
    /// `numerator / denominator OP bound`, decided by cross-multiplication where the denominator
    /// is not negative, so that 0 of 0 holds and 1 of 0 does not. `op` stands between the
    /// quotient and the bound.
    CompareQuotient { op: Order, numerator: Box<Expr>, denominator: Box<Expr>, bound: Box<Expr> },
    /// `is`; an absent operand gives no.
    Equal { left: Box<Expr>, right: Box<Expr> },
    /// `operand within tolerance of reference`: the difference is at most that share of the
    /// reference's size. Approximate amounts are allowed here only.
    WithinTolerance { operand: Box<Expr>, tolerance: Box<Expr>, reference: Box<Expr> },
    /// `is present`, `is absent`, `is known`.
    State { operand: Box<Expr>, state: State },
    /// Membership in values written out; an absent operand gives no. An open list answers
    /// "undecided, owed by the assessor" for a value that is not named.
    OneOf { operand: Box<Expr>, values: Vec<Expr>, open: bool },
    /// Membership of a value in a list.
    ElementOf { operand: Box<Expr>, list: Box<Expr>, open: bool },
    /// A date, month or moment in a period.
    InPeriod { operand: Box<Expr>, period: Box<Expr> },
    /// A list holds any, all or none of the values of another.
    Includes { list: Box<Expr>, quantifier: Quantifier, set: Box<Expr> },
    /// Two periods have a day in common.
    Overlaps { left: Box<Expr>, right: Box<Expr> },
    /// A period lies inside another.
    Within { left: Box<Expr>, right: Box<Expr> },
    /// A period's length against a duration, anchored at its start.
    Lasts { period: Box<Expr>, bound: Bound, duration: Box<Expr> },
    /// A text begins with another.
    StartsWith { text: Box<Expr>, prefix: Box<Expr> },
    /// A period from dates; an open end is left out.
    PeriodFrom { start: Option<Box<Expr>>, end: Option<Box<Expr>> },
    /// The integers from one to another, both included.
    Range { start: Box<Expr>, end: Box<Expr> },
    /// Rounding that a clause names.
    Rounded { operand: Box<Expr>, rounding: Rounding },
    /// A written default: `value` where `operand` is absent, not in force, or of nothing.
    Default { operand: Box<Expr>, value: Box<Expr>, when: DefaultWhen },
    /// The operand, open where a fact that it reads directly has weaker evidence than asked for
    /// (1 declared, 2 documented, 3 verified).
    WithEvidence { operand: Box<Expr>, level: u8 },
    /// `if … then … else …`
    If { condition: Box<Expr>, then: Box<Expr>, otherwise: Box<Expr> },
    /// The first arm whose condition holds; without `otherwise`, no arm is a fault.
    Choose { arms: Vec<(Expr, Expr)>, otherwise: Option<Box<Expr>> },
    /// The arm that names the operand's value; exhaustive or with `otherwise`. Arms hold their
    /// patterns (constants) and value.
    Match { operand: Box<Expr>, arms: Vec<(Vec<Expr>, Expr)>, otherwise: Option<Box<Expr>> },
    /// A list written out.
    List(Vec<Expr>),
    /// A list without repetitions, in the order of first occurrence.
    Distinct(Box<Expr>),
    /// The elements of lists: a list, or one value made of them.
    Aggregate(Box<Aggregate>),
    /// `min(a, b, …)` or `max(a, b, …)` of values.
    Extreme { edge: Edge, values: Vec<Expr> },
    /// A list of groups in the order of the first occurrence of their keys.
    Group { variable: LocalId, list: Box<Expr>, key: Box<Expr> },
    /// The one element for which a condition holds; none or several is a fault.
    The { variable: LocalId, list: Box<Expr>, condition: Box<Expr> },
    /// The element with the least or greatest key; equal keys at the edge are a fault.
    Pick { edge: Edge, variable: LocalId, list: Box<Expr>, key: Box<Expr> },
    /// A fold in the order of a key.
    Carry(Box<Carry>),
    /// A transitive closure over links.
    Linked(Box<Linked>),
    /// How many elements satisfy a condition, against a number.
    CountIs { bound: Bound, number: Box<Expr>, count: Box<Expr> },
    /// How many of some conditions hold, against a number.
    CountOf { bound: Bound, number: Box<Expr>, conditions: Vec<Expr> },
    /// Another rule's outcome for the root: yes when satisfied or not applicable. The receiver is
    /// the record that the rule is for.
    Holds { rule: RuleId, receiver: Box<Expr> },
    /// The points of all preferences of a group, or of all when no group is named.
    PointsOf { group: Option<std::sync::Arc<str>>, receiver: Box<Expr> },
    /// A part of a date, month or period.
    Part { part: Part, of: Box<Expr> },
    /// A day of a year.
    DayOfYear { day: u8, month: u8, year: Box<Expr> },
    /// The days that two periods have in common; absent when they have none.
    OverlapOf { left: Box<Expr>, right: Box<Expr> },
    /// Whole months between the ends of a period, in one of two readings.
    MonthsOf { reading: MonthsReading, period: Box<Expr> },
    /// The size of a number or an amount.
    Absolute(Box<Expr>),
}

pub use crate::syntax::ast::DefaultWhen;
pub use crate::value::{Arithmetic, Bound, Edge, MonthsReading, Order, Part, Quantifier, State};

/// A comprehension and what becomes of its elements.
#[derive(Clone, Debug)]
pub struct Aggregate {
    /// What becomes of them.
    pub kind: AggregateKind,
    /// The lists, outermost first; later ones may use the variables of earlier ones.
    pub generators: Vec<(LocalId, Expr)>,
    /// Only elements for which this holds.
    pub condition: Option<Expr>,
    /// The value for each element; a condition for `all` and `any`. Not read for `count`.
    pub element: Expr,
}

/// What becomes of the elements of a comprehension.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AggregateKind {
    /// A list.
    List,
    /// The sum; of nothing 0 in the currency of the type.
    Sum,
    /// The number of elements.
    Count,
    /// Whether the condition holds for all; yes for none.
    All,
    /// Whether it holds for any.
    Any,
    /// The least; of nothing a fault.
    Min,
    /// The greatest; of nothing a fault.
    Max,
    /// The mean, exactly; of nothing a fault.
    Average,
}

/// A fold over a list in the order of a key.
#[derive(Clone, Debug)]
pub struct Carry {
    /// The state.
    pub state: LocalId,
    /// The first state.
    pub init: Expr,
    /// The element.
    pub variable: LocalId,
    /// The list.
    pub list: Expr,
    /// The order; equal keys are a fault.
    pub key: Expr,
    /// The next state.
    pub next: Expr,
}

/// A transitive closure.
#[derive(Clone, Debug)]
pub struct Linked {
    /// Where to begin; the first element of the result.
    pub start: Expr,
    /// The link.
    pub variable: LocalId,
    /// The links.
    pub links: Expr,
    /// One end of a link, read with `variable` bound.
    pub from: Expr,
    /// The other end.
    pub to: Expr,
    /// Links lead both ways.
    pub either_way: bool,
    /// Only links for which this holds.
    pub condition: Option<Expr>,
}
