//! What evaluation finds out.

use super::{ElementPath, Totals};
use crate::quantity::{Date, ExchangeRate, Money, Number};
use crate::text::Span;
use crate::types::typed::{CalendarId, DefinitionId, Order, RatesId, ReadingId, RuleId};
use crate::value::{Extent, Fault, Missing, Value};

/// All that is found out about one proposal.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The date of assessment.
    pub as_of: Date,
    /// The verdict over all rules that bind.
    pub verdict: Verdict,
    /// One entry a rule and element, in the order of the rules, then of the elements.
    pub outcomes: Vec<RuleOutcome>,
    /// The results that every report states.
    pub values: Vec<ResultValue>,
    /// The points of each group of preferences, by name; preferences outside a group count
    /// under the empty name.
    pub points: Vec<GroupPoints>,
    /// What violations together leave of amounts; nothing where no reasons were asked for.
    pub totals: Totals,
    /// The steps that were taken, those for looking at cases and for repairs left out; never more
    /// than the programme's [cost](crate::program::Program::cost).
    pub steps: u64,
    /// Rules that need another root than the one given.
    pub elsewhere: Vec<RuleId>,
}

/// The verdict on a proposal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verdict {
    /// Every rule that binds holds or does not apply.
    Eligible,
    /// Some amount is lowered or excluded.
    Reduced,
    /// The decision takes effect only when a condition holds.
    Conditional,
    /// Something can be put right.
    Correctable,
    /// Facts are missing.
    Undetermined,
    /// A rule cannot be computed.
    Faulty,
    /// A rule that rejects is violated.
    Ineligible,
    /// The facts break their own schema; no rule was checked.
    Invalid,
}

impl Verdict {
    /// The word for the verdict in JSON and in test blocks.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Reduced => "reduced",
            Self::Conditional => "conditional",
            Self::Correctable => "correctable",
            Self::Undetermined => "undetermined",
            Self::Faulty => "faulty",
            Self::Ineligible => "ineligible",
            Self::Invalid => "invalid",
        }
    }
}

/// The outcome of one rule on one element.
#[derive(Clone, PartialEq, Debug)]
pub struct RuleOutcome {
    /// The rule.
    pub rule: RuleId,
    /// The first cell of the root that it was checked on: of the proposal, or of an element of
    /// a list that is checked as a root of its own.
    pub root: u32,
    /// The element of each `for each`, outermost first.
    pub element: ElementPath,
    /// The outcome.
    pub outcome: Outcome,
    /// The date on which the rule was read; none when it is not known and does not matter.
    pub as_of: Option<Date>,
    /// Why the rule does not apply.
    pub quiet: Option<Quiet>,
    /// Why it cannot be computed.
    pub fault: Option<Fault>,
    /// What could still change the outcome; empty unless undetermined.
    pub missing: Missing,
    /// The regime that holds, by its position; for a violation none does.
    pub regime: Option<u32>,
    /// The readings that the outcome rests on.
    pub readings: Vec<ReadingId>,
    /// Each comparison at the top of a requirement that fails, in the order of the source; for a
    /// satisfied rule each that holds.
    pub comparisons: Vec<Comparison>,
    /// What follows from the violation, in figures.
    pub effect: Option<Box<Effect>>,
    /// The points of a preference.
    pub points: Option<PointRange>,
    /// What a reader needs besides; only when reasons were asked for.
    pub reasons: Option<Box<Reasons>>,
}

/// The outcomes of a rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// The condition holds; a preference is met.
    Satisfied,
    /// It does not hold.
    Violated,
    /// The rule does not apply here.
    NotApplicable,
    /// Missing facts decide it.
    Undetermined,
    /// It cannot be computed.
    Faulty,
    /// A preference is not met.
    NotMet,
    /// A permission applies.
    Permitted,
}

impl Outcome {
    /// The word for the outcome in JSON and in test blocks.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Violated => "violated",
            Self::NotApplicable => "not_applicable",
            Self::Undetermined => "undetermined",
            Self::Faulty => "faulty",
            Self::NotMet => "not_met",
            Self::Permitted => "permitted",
        }
    }
}

/// Why a rule stayed quiet.
#[derive(Clone, PartialEq, Debug)]
pub enum Quiet {
    /// A `when` does not hold: its place.
    Guard(Span),
    /// An `unless` holds: its position in the rule.
    Exception(u32),
    /// It is not in force on its date.
    NotInForce(Date),
    /// No regime is in force or applies.
    NoRegime,
    /// A special rule takes its place.
    Replaced(RuleId),
    /// There is no element to check: the `for each` list.
    NothingToCheck(Span),
    /// Guards and exceptions are undecided, but under each the rule does not apply.
    Either,
}

/// A comparison and its figures.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// The place of the comparison.
    pub span: Span,
    /// The ordering that was asked for; none for an equality or a membership.
    pub order: Option<Order>,
    /// What was measured.
    pub measured: Value,
    /// What it was measured against.
    pub limit: Option<Value>,
    /// The distance to the limit, negative when it fails: limit minus measured for `<` and `<=`,
    /// measured minus limit for `>` and `>=`.
    pub margin: Option<Value>,
    /// Whether it holds.
    pub holds: bool,
}

/// What follows from a violation, in figures.
#[derive(Clone, PartialEq, Debug)]
pub struct Effect {
    /// The amount after a reduction, the amount excluded, to be recovered, or at most taken.
    pub amount: Option<Value>,
    /// The last day of a correction.
    pub until: Option<Value>,
    /// The cell of the fact that a reduction or exclusion concerns.
    pub cell: Option<u32>,
}

/// What a reader needs besides the outcome.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reasons {
    /// The cells that were read, in order.
    pub facts: Vec<u32>,
    /// The value of each hole of the rule's message, language by language, hole by hole.
    pub message: Vec<Vec<Value>>,
    /// The same for the `because` of the exception that holds.
    pub because: Vec<Vec<Value>>,
    /// A fact and the value at which the rule would hold.
    pub repair: Option<(u32, Value)>,
    /// The derivation: every expression that was evaluated, with its place, its value and how
    /// deep it lies.
    pub steps: Vec<Step>,
}

/// A step of a derivation.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// How deep the expression lies under the rule's clause: 0 for the clause itself.
    pub depth: u16,
    /// The expression.
    pub span: Span,
    /// Its value.
    pub value: Value,
    /// The cell, for a fact.
    pub cell: Option<u32>,
    /// How it was counted, for a legal period and what else a calendar counts.
    pub counted: Option<Box<Counted>>,
    /// The exchange rate, for a conversion that needed one.
    pub rate: Option<Box<StepRate>>,
}

/// How something was counted by a calendar or by the law of legal periods.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// The law of a legal period in days or more.
    pub law: Option<crate::quantity::deadline::Regime>,
    /// The calendar.
    pub calendar: Option<CalendarId>,
    /// The steps to the end of a legal period, in order; none for other counts.
    pub steps: Vec<crate::quantity::deadline::Step>,
    /// The day that was asked about, and why it is not worked.
    pub closed: Option<(Date, crate::quantity::calendar::Closed)>,
}

impl Step {
    /// Whether this is the same expression on the same fact with the same value, wherever it lies.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.span == other.span && self.cell == other.cell && self.value == other.value
    }
}

/// The exchange rate of a conversion, and what was converted with it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct StepRate {
    /// The table of rates.
    pub rates: RatesId,
    /// The amount, in the currency that the rate is from.
    pub amount: Money,
    /// The quotes.
    pub rate: ExchangeRate,
}

/// A result, stated by every report.
#[derive(Clone, PartialEq, Debug)]
pub struct ResultValue {
    /// The definition.
    pub definition: DefinitionId,
    /// The first cell of the root that it was read on.
    pub root: u32,
    /// Its value, which may be open or a fault.
    pub value: Value,
}

/// The points of a group of preferences.
#[derive(Clone, PartialEq, Debug)]
pub struct GroupPoints {
    /// The group.
    pub group: std::sync::Arc<str>,
    /// The least and the most points.
    pub points: PointRange,
}

/// What preferences are worth, as far as it is certain: the least and the most points, the same
/// when nothing is open. An end is left out where there is no bound, and both where the points
/// cannot be computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PointRange {
    /// The least points, with all that is unknown against the project.
    pub min: Option<Number>,
    /// The most points.
    pub max: Option<Number>,
}

impl PointRange {
    /// No points.
    pub const NOTHING: Self = Self { min: Some(Number::ZERO), max: Some(Number::ZERO) };

    /// The number of points, when it is certain.
    #[must_use]
    pub fn certain(&self) -> Option<Number> {
        self.min.filter(|min| self.max == Some(*min))
    }

    /// The points of both; an end that is too large to hold is left out.
    pub(super) fn plus(self, other: Self) -> Self {
        let sum = |a: Option<Number>, b: Option<Number>| a?.add(b?).ok();
        Self { min: sum(self.min, other.min), max: sum(self.max, other.max) }
    }

    /// The bounds of a number of points.
    #[must_use]
    pub fn of(points: &Value) -> Self {
        let open = match points {
            Value::Number(number) => return Self { min: Some(*number), max: Some(*number) },
            Value::Open(open) => open,
            _ => return Self { min: None, max: None },
        };
        match &open.extent {
            Extent::Numbers { low, high } => Self { min: *low, max: *high },
            Extent::Values(values) => {
                let mut ranges = values.iter().map(Self::of);
                let first = ranges.next().unwrap_or(Self { min: None, max: None });
                ranges.fold(first, |hull, one| Self {
                    min: hull.min.zip(one.min).map(|(a, b)| a.min(b)),
                    max: hull.max.zip(one.max).map(|(a, b)| a.max(b)),
                })
            }
            _ => Self { min: None, max: None },
        }
    }
}
