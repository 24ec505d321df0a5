//! Rules and the invariants of records.

use super::{Holes, InForce, UnknownAfter};
use crate::program::code::{Formula, Register};
use crate::text::Span;
use crate::types::typed::{Order, RuleId};

/// A rule, preference, permission or information. All its formulas share one frame.
#[derive(Clone, Debug)]
pub struct RuleCode {
    /// The number of registers of its frame.
    pub registers: u32,
    /// Its loops, outermost first.
    pub each: Vec<EachCode>,
    /// Its date, and how many loops must have an element before it can be read.
    pub as_of: Option<(usize, Formula)>,
    /// When it is in force.
    pub in_force: InForce,
    /// Its `let`s in order.
    pub lets: Vec<(Register, Formula)>,
    /// Its `when`s.
    pub guards: Vec<(Formula, Span)>,
    /// The conditions of its `unless`es, and the holes of their reasons.
    pub exceptions: Vec<(Formula, Holes)>,
    /// Rules that may take its place.
    pub replaced_by: Vec<ReplacementCode>,
    /// What it asks.
    pub requirements: Vec<RequirementCode>,
    /// Its alternatives.
    pub regimes: Option<RegimesCode>,
    /// The condition of a permission.
    pub permit: Option<Formula>,
    /// The points of a preference.
    pub award: Option<Formula>,
    /// What follows from a violation, in figures.
    pub effect: Option<EffectCode>,
    /// The holes of its message.
    pub message: Holes,
    /// Its name.
    pub span: Span,
}

/// `for each x in L where C`.
#[derive(Clone, Debug)]
pub struct EachCode {
    /// The element.
    pub variable: Register,
    /// The list.
    pub list: Formula,
    /// The list's place.
    pub span: Span,
    /// Only elements for which this holds.
    pub condition: Option<Formula>,
}

/// A special rule before a general one.
#[derive(Clone, Debug)]
pub struct ReplacementCode {
    /// The special rule.
    pub by: RuleId,
    /// The number of registers of the condition's frame.
    pub registers: u32,
    /// When it takes the general one's place, for the record of the special rule.
    pub condition: Option<Formula>,
}

/// `require C` or `forbid C`.
#[derive(Clone, Debug)]
pub struct RequirementCode {
    /// The condition as written.
    pub condition: Formula,
    /// It must not hold.
    pub forbidden: bool,
    /// The parts of the condition that must all hold for the rule, as far as they compare.
    pub conjuncts: Vec<Conjunct>,
    /// The whole clause.
    pub span: Span,
}

/// A comparison that must hold, or must not, for a requirement to be met.
#[derive(Clone, Debug)]
pub struct Conjunct {
    /// Its place.
    pub span: Span,
    /// Its value as written.
    pub holds: Register,
    /// It must not hold.
    pub negated: bool,
    /// The operands.
    pub kind: ConjunctKind,
    /// The facts that the measured side reads directly, in the order of the source.
    pub measured: Vec<FactPlace>,
    /// The facts that the limit reads directly.
    pub limit: Vec<FactPlace>,
}

/// The forms of comparisons. An order is the one that is asked for, negation counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ConjunctKind {
    /// An ordering of two values.
    Compare { order: Order, left: Register, right: Register },
    /// A quotient against a bound.
    Quotient { order: Order, numerator: Register, denominator: Register, bound: Register },
    /// The length of a period; no order for `exactly`.
    Lasts { order: Option<Order>, period: Register, duration: Register },
    /// A measured value and what it is held against, without an order.
    Against { measured: Register, limit: Register },
    /// A value that is tested alone.
    Alone { measured: Register },
}

/// A fact that an expression reads directly: so many cells after the record in a register.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FactPlace {
    /// The record.
    pub base: Register,
    /// The offset of the cell.
    pub offset: u32,
}

/// Alternatives of which one that applies must hold.
#[derive(Clone, Debug)]
pub struct RegimesCode {
    /// The alternatives in order.
    pub alternatives: Vec<RegimeCode>,
    /// The last day for which the law is known.
    pub unknown_after: Option<UnknownAfter>,
}

/// One alternative.
#[derive(Clone, Debug)]
pub struct RegimeCode {
    /// When it is in force.
    pub in_force: InForce,
    /// When it applies.
    pub guards: Vec<Formula>,
    /// Its `let`s.
    pub lets: Vec<(Register, Formula)>,
    /// What it asks.
    pub requirements: Vec<RequirementCode>,
}

/// What follows from a violation, in figures.
#[derive(Clone, Debug)]
pub struct EffectCode {
    /// What the value is.
    pub kind: EffectKind,
    /// The fact that is lowered or excluded, where it is one.
    pub fact: Option<FactPlace>,
}

/// The kinds of figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EffectKind {
    /// The last day of a correction.
    Until(Formula),
    /// The amount that is lowered, and to what.
    ReduceTo(Formula, Formula),
    /// The amount that is lowered until the rule holds.
    ReduceUntilItHolds(Formula),
    /// An amount excluded, to be paid back, or at most taken.
    Amount(Formula),
}

/// An invariant of a record.
#[derive(Clone, Debug)]
pub struct InvariantCode {
    /// The number of registers of its frame.
    pub registers: u32,
    /// What must hold.
    pub condition: Formula,
    /// The holes of its message.
    pub message: Holes,
}
