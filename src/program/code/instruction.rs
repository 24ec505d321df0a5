//! The instructions. Each writes one register; its operands are registers of the same frame, or
//! constants.

use super::{Block, Formula, Iteration, Register};
use crate::program::parts::{FactPlace, TableSlot};
use crate::quantity::{MonthEnd, Rounding};
use crate::types::typed::{
    Arithmetic, Bound, DefaultWhen, DefinitionId, MonthsReading, Order, Part, Quantifier,
    ReadingId, RecordId, RuleId, State,
};
use crate::value::Edge;

/// One step of a computation.
#[derive(Clone, Debug)]
pub(crate) struct Instruction {
    /// The register that is written.
    pub(crate) to: Register,
    /// What is computed.
    pub(crate) operation: Operation,
}

/// What an instruction computes.
#[derive(Clone, Debug)]
pub(crate) enum Operation {
    /// The cell of a field: so many cells after the start of the record in `base`. `record` is
    /// the type of that record.
    Cell { base: Register, offset: u32, record: RecordId },
    /// A record that lies in the record in `base`, so many cells after its start.
    Inside { base: Register, offset: u32, record: RecordId },
    /// The record of this type that the root is or includes; absent where it does not.
    Around { record: RecordId },
    /// Whether the root is this record or includes it.
    IsAround { record: RecordId },
    /// The value of `from`, which is the fact at `place`, where its evidence is enough;
    /// otherwise open, as the constant `unknown` is.
    Evidence { from: Register, place: FactPlace, level: u8, unknown: Register },
    /// One operand.
    Unary { operation: Unary, operand: Register },
    /// An ordering or, without an order, equality of moments. Where days are equal and times are
    /// not known, it is the facts that `source` reads that decide; the block runs first.
    Moments { order: Option<Order>, left: Register, right: Register, source: Block },
    /// Two operands.
    Binary { operation: Binary, left: Register, right: Register },
    /// All operands hold.
    All { operands: Box<[Register]> },
    /// Any operand holds.
    Any { operands: Box<[Register]> },
    /// How many operands hold.
    Count { operands: Box<[Register]> },
    /// The least or the greatest operand.
    Extreme { edge: Edge, operands: Box<[Register]> },
    /// A list of the operands.
    List { operands: Box<[Register]> },
    /// Rounding that a clause names.
    Round { operand: Register, rounding: Box<Rounding> },
    /// A date plus or minus a duration.
    Shift { date: Register, duration: Register, subtract: bool, month_end: Option<MonthEnd> },
    /// A quotient against a bound, by cross-multiplication.
    Quotient { order: Order, numerator: Register, denominator: Register, bound: Register },
    /// A quotient as a derivation shows it; no other instruction reads it.
    Ratio { numerator: Register, denominator: Register },
    /// A value about as large as another.
    Tolerance { operand: Register, tolerance: Register, reference: Register },
    /// Membership in values written out. For an open list, `source` is the code that computes
    /// the operand and runs first; the facts that it reads are those to be assessed.
    OneOf { operand: Register, values: Box<[Register]>, source: Option<Block> },
    /// Membership in a list; `source` as before.
    ElementOf { operand: Register, list: Register, source: Option<Block> },
    /// A period from its ends.
    Period { start: Option<Register>, end: Option<Register> },
    /// A day of a year.
    DayOfYear { day: u8, month: u8, year: Register },
    /// A written default.
    Default { operand: Register, value: Register, when: DefaultWhen },
    /// A branch; only what may be needed is computed.
    If { condition: Register, then: Box<Formula>, otherwise: Box<Formula> },
    /// The first arm whose condition holds. No arm is a fault.
    Choose { arms: Box<[(Formula, Formula)]>, otherwise: Option<Box<Formula>> },
    /// The arm that names the operand.
    Match {
        operand: Register,
        arms: Box<[(Box<[Register]>, Formula)]>,
        otherwise: Option<Box<Formula>>,
    },
    /// A definition, for the record in `receiver`.
    Call {
        definition: DefinitionId,
        receiver: Option<(Register, RecordId)>,
        arguments: Box<[Register]>,
    },
    /// A parameter or a table.
    Table { table: TableSlot, arguments: Box<[Register]> },
    /// A reading of an ambiguous text.
    Reading { reading: ReadingId },
    /// Something read on another date.
    On { date: Register, operand: Box<Formula> },
    /// The elements of lists.
    Iterate { iteration: Box<Iteration> },
    /// Whether another rule holds for the record in `receiver`.
    Holds { rule: RuleId, receiver: Register, record: RecordId },
    /// The points of preferences: which, and how far their record starts after the receiver.
    Points { receiver: Register, record: RecordId, rules: Box<[(RuleId, u32)]> },
}

/// Operations with one operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unary {
    /// `not`
    Not,
    /// The value with its sign changed.
    Negate,
    /// The value without its sign.
    Absolute,
    /// A part of a date, month or period.
    Part(Part),
    /// Presence, absence, knowledge.
    State(State),
    /// A list without repetitions.
    Distinct,
    /// Months between the ends of a period.
    MonthsOf(MonthsReading),
    /// The key of a group.
    GroupKey,
    /// The items of a group.
    GroupItems,
}

/// Operations with two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Binary {
    /// Arithmetic.
    Arithmetic(Arithmetic),
    /// An ordering.
    Compare(Order),
    /// `is`
    Equal,
    /// A later and an earlier date: the days between them.
    DaysBetween,
    /// A date in a period.
    InPeriod,
    /// Two periods with a day in common.
    Overlaps,
    /// A period inside another.
    Within,
    /// The days that two periods have in common.
    OverlapOf,
    /// A period's length against a duration.
    Lasts(Bound),
    /// A text that begins with another.
    StartsWith,
    /// A list that holds values of another.
    Includes(Quantifier),
    /// The integers from one to another.
    Range,
    /// A number of things against a bound; the bound is the right operand.
    Number(Bound),
}

impl Operation {
    /// The registers that are read, those of bodies left out.
    pub(crate) fn operands(&self) -> Vec<Register> {
        match self {
            Self::Evidence { from, .. } => vec![*from],
            Self::Cell { base, .. } | Self::Inside { base, .. } => vec![*base],
            Self::Unary { operand, .. } | Self::Round { operand, .. } => vec![*operand],
            Self::Moments { left, right, .. } | Self::Binary { left, right, .. } => {
                vec![*left, *right]
            }
            Self::All { operands, .. }
            | Self::Any { operands, .. }
            | Self::Count { operands, .. }
            | Self::Extreme { operands, .. }
            | Self::List { operands, .. } => operands.to_vec(),
            Self::Shift { date, duration, .. } => vec![*date, *duration],
            Self::Ratio { numerator, denominator } => vec![*numerator, *denominator],
            Self::Quotient { numerator, denominator, bound, .. } => {
                vec![*numerator, *denominator, *bound]
            }
            Self::Tolerance { operand, tolerance, reference, .. } => {
                vec![*operand, *tolerance, *reference]
            }
            Self::OneOf { operand, values, .. } => {
                [*operand].into_iter().chain(values.iter().copied()).collect()
            }
            Self::ElementOf { operand, list, .. } => vec![*operand, *list],
            Self::Period { start, end, .. } => start.iter().chain(end).copied().collect(),
            Self::DayOfYear { year, .. } => vec![*year],
            Self::Default { operand, value, .. } => vec![*operand, *value],
            Self::If { condition, .. } => vec![*condition],
            Self::Match { operand, .. } => vec![*operand],
            Self::Call { receiver, arguments, .. } => receiver
                .iter()
                .map(|(receiver, _)| *receiver)
                .chain(arguments.iter().copied())
                .collect(),
            Self::Table { arguments, .. } => arguments.to_vec(),
            Self::On { date, .. } => vec![*date],
            Self::Holds { receiver, .. } | Self::Points { receiver, .. } => vec![*receiver],
            Self::Choose { .. }
            | Self::Reading { .. }
            | Self::Iterate { .. }
            | Self::Around { .. }
            | Self::IsAround { .. } => Vec::new(),
        }
    }

    /// The formulas and blocks inside.
    pub(crate) fn bodies(&self) -> Vec<Formula> {
        match self {
            Self::Moments { left, source, .. } => vec![Formula { block: *source, result: *left }],
            Self::OneOf { operand, source, .. } | Self::ElementOf { operand, source, .. } => {
                source.iter().map(|block| Formula { block: *block, result: *operand }).collect()
            }
            Self::If { then, otherwise, .. } => vec![**then, **otherwise],
            Self::Choose { arms, otherwise, .. } => {
                let arms = arms.iter().flat_map(|(when, value)| [*when, *value]);
                arms.chain(otherwise.as_deref().copied()).collect()
            }
            Self::Match { arms, otherwise, .. } => {
                arms.iter().map(|(_, value)| *value).chain(otherwise.as_deref().copied()).collect()
            }
            Self::On { operand, .. } => vec![**operand],
            Self::Iterate { iteration, .. } => iteration.formulas(),
            _ => Vec::new(),
        }
    }
}
