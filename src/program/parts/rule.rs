//! Rules and the invariants of records.

use super::{Holes, InForce, UnknownAfter};
use crate::program::code::{Formula, Register};
use crate::text::Span;
use crate::types::typed::{Order, RuleId};

/// A rule, preference, permission or information. All its formulas share one frame.
#[derive(Clone, Debug)]
pub(crate) struct RuleCode {
    /// The number of registers of its frame.
    pub(crate) registers: u32,
    /// Its loops, outermost first.
    pub(crate) each: Vec<EachCode>,
    /// Its date, and how many loops must have an element before it can be read.
    pub(crate) as_of: Option<(usize, Formula)>,
    /// When it is in force.
    pub(crate) in_force: InForce,
    /// The `let`s that its `when`s and `unless`es read, in order.
    pub(crate) early_lets: Vec<(Register, Formula)>,
    /// Those of its other `let`s that decide the outcome, in order.
    pub(crate) lets: Vec<(Register, Formula)>,
    /// The rest, which only messages and consequences read, in order.
    pub(crate) shown_lets: Vec<(Register, Formula)>,
    /// Its `when`s.
    pub(crate) guards: Vec<(Formula, Span)>,
    /// The conditions of its `unless`es, and the holes of their reasons.
    pub(crate) exceptions: Vec<(Formula, Holes)>,
    /// Rules that may take its place.
    pub(crate) replaced_by: Vec<ReplacementCode>,
    /// What it asks.
    pub(crate) requirements: Vec<RequirementCode>,
    /// Its alternatives.
    pub(crate) regimes: Option<RegimesCode>,
    /// The condition of a permission.
    pub(crate) permit: Option<Formula>,
    /// The points of a preference.
    pub(crate) award: Option<Formula>,
    /// What follows from a violation, in figures.
    pub(crate) effect: Option<EffectCode>,
    /// The holes of its message.
    pub(crate) message: Holes,
    /// Its name.
    pub(crate) span: Span,
}

/// `for each x in L where C`.
#[derive(Clone, Debug)]
pub(crate) struct EachCode {
    /// The element.
    pub(crate) variable: Register,
    /// The list.
    pub(crate) list: Formula,
    /// The list's place.
    pub(crate) span: Span,
    /// Only elements for which this holds.
    pub(crate) condition: Option<Formula>,
}

/// A special rule before a general one.
#[derive(Clone, Debug)]
pub(crate) struct ReplacementCode {
    /// The special rule.
    pub(crate) by: RuleId,
    /// The number of registers of the condition's frame.
    pub(crate) registers: u32,
    /// When it takes the general one's place, for the record of the special rule.
    pub(crate) condition: Option<Formula>,
}

/// `require C` or `forbid C`.
#[derive(Clone, Debug)]
pub(crate) struct RequirementCode {
    /// The condition as written.
    pub(crate) condition: Formula,
    /// It must not hold.
    pub(crate) forbidden: bool,
    /// The parts of the condition that must all hold for the rule, as far as they compare.
    pub(crate) conjuncts: Vec<Conjunct>,
    /// The whole clause.
    pub(crate) span: Span,
}

/// A comparison that must hold, or must not, for a requirement to be met.
#[derive(Clone, Debug)]
pub(crate) struct Conjunct {
    /// Its place.
    pub(crate) span: Span,
    /// Its value as written.
    pub(crate) holds: Register,
    /// It must not hold.
    pub(crate) negated: bool,
    /// The operands.
    pub(crate) kind: ConjunctKind,
    /// The facts that the measured side reads directly, in the order of the source.
    pub(crate) measured: Vec<FactPlace>,
    /// The facts that the limit reads directly.
    pub(crate) limit: Vec<FactPlace>,
}

/// The forms of comparisons. An order is the one that is asked for, negation counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ConjunctKind {
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
pub(crate) struct FactPlace {
    /// The record.
    pub(crate) base: Register,
    /// The offset of the cell.
    pub(crate) offset: u32,
}

/// Alternatives of which one that applies must hold.
#[derive(Clone, Debug)]
pub(crate) struct RegimesCode {
    /// The alternatives in order.
    pub(crate) alternatives: Vec<RegimeCode>,
    /// The last day for which the law is known.
    pub(crate) unknown_after: Option<UnknownAfter>,
}

/// One alternative.
#[derive(Clone, Debug)]
pub(crate) struct RegimeCode {
    /// When it is in force.
    pub(crate) in_force: InForce,
    /// When it applies.
    pub(crate) guards: Vec<Formula>,
    /// Its `let`s.
    pub(crate) lets: Vec<(Register, Formula)>,
    /// What it asks.
    pub(crate) requirements: Vec<RequirementCode>,
}

/// What follows from a violation, in figures.
#[derive(Clone, Debug)]
pub(crate) struct EffectCode {
    /// What the value is.
    pub(crate) kind: EffectKind,
    /// The fact that is lowered or excluded, where it is one.
    pub(crate) fact: Option<FactPlace>,
}

/// The kinds of figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum EffectKind {
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
pub(crate) struct InvariantCode {
    /// The number of registers of its frame.
    pub(crate) registers: u32,
    /// What must hold.
    pub(crate) condition: Formula,
    /// The holes of its message.
    pub(crate) message: Holes,
}
