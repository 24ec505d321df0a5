//! What there are phrases for; those for reasons and figures are in `reasons`.

use super::legal::LegalWords;
use super::reasons::{ConsequenceWords, FaultWords, FigureWords, HeadingWords, QuietWords};
use crate::explain::plural::Forms;

/// All phrases of a language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Values.
    pub values: ValueWords,
    /// Counted nouns.
    pub units: UnitWords,
    /// Outcomes of a rule.
    pub outcomes: OutcomeWords,
    /// Verdicts on a proposal.
    pub verdicts: VerdictWords,
    /// What is missing, and who owes it.
    pub missing: MissingWords,
    /// Why a rule stayed quiet.
    pub quiet: QuietWords,
    /// Why a rule cannot be computed.
    pub faults: FaultWords,
    /// What a comparison found.
    pub figures: FigureWords,
    /// What follows from a violation.
    pub consequences: ConsequenceWords,
    /// How legal periods were counted.
    pub legal: LegalWords,
    /// Headings and labels.
    pub headings: HeadingWords,
}

/// Words for values.
#[derive(Clone, Copy, Debug)]
pub struct ValueWords {
    /// `yes`
    pub yes: &'static str,
    /// `no`
    pub no: &'static str,
    /// Between the last two of a list.
    pub and: &'static str,
    /// Between alternatives.
    pub or: &'static str,
    /// An optional value that is not there.
    pub absent: &'static str,
    /// A list without elements.
    pub nothing: &'static str,
    /// A value that is not known.
    pub unknown: &'static str,
    /// The same, with what is missing: {0} paths.
    pub unknown_for_want_of: &'static str,
    /// Before further entries that are left out: {0} how many.
    pub and_more: &'static str,
    /// A value that cannot be computed.
    pub not_computable: &'static str,
    /// An approximate amount: {0}.
    pub about: &'static str,
    /// An open value: not below {0}.
    pub at_least: &'static str,
    /// An open value: not above {0}.
    pub at_most: &'static str,
    /// An open value or points: {0} to {1}. It stands after any preposition.
    pub between: &'static str,
    /// A value that an open enum does not name.
    pub other: &'static str,
    /// A period: first day {0}, last day {1}.
    pub period: &'static str,
    /// A period without an end: first day {0}.
    pub period_from: &'static str,
    /// A period without a start: last day {0}.
    pub period_until: &'static str,
    /// A period without start and end.
    pub period_always: &'static str,
}

/// Counted nouns.
#[derive(Clone, Copy, Debug)]
pub struct UnitWords {
    /// Years.
    pub years: Forms,
    /// Months.
    pub months: Forms,
    /// Days.
    pub days: Forms,
    /// Working days.
    pub working_days: Forms,
    /// Percentage points.
    pub percentage_points: Forms,
    /// Points of a preference.
    pub points: Forms,
}

/// Outcomes of a rule.
#[derive(Clone, Copy, Debug)]
pub struct OutcomeWords {
    /// The condition holds.
    pub satisfied: &'static str,
    /// It does not hold.
    pub violated: &'static str,
    /// The rule does not apply.
    pub not_applicable: &'static str,
    /// Missing facts decide it.
    pub undetermined: &'static str,
    /// It cannot be computed.
    pub faulty: &'static str,
    /// A preference is not met.
    pub not_met: &'static str,
    /// A permission applies.
    pub permitted: &'static str,
}

/// Verdicts on a proposal.
#[derive(Clone, Copy, Debug)]
pub struct VerdictWords {
    /// Every rule holds or does not apply.
    pub eligible: &'static str,
    /// Some amount is lowered or excluded.
    pub reduced: &'static str,
    /// Effective only when a condition holds.
    pub conditional: &'static str,
    /// Something can be put right.
    pub correctable: &'static str,
    /// Facts are missing.
    pub undetermined: &'static str,
    /// A rule cannot be computed.
    pub faulty: &'static str,
    /// A rule that rejects is violated.
    pub ineligible: &'static str,
    /// The facts break their schema.
    pub invalid: &'static str,
}

/// What is missing, and who owes it.
#[derive(Clone, Copy, Debug)]
pub struct MissingWords {
    /// A fact or a document of the applicant's.
    pub applicant: &'static str,
    /// A judgement.
    pub assessor: &'static str,
    /// A decision of the authority.
    pub authority: &'static str,
    /// A law that is not there yet.
    pub law: &'static str,
    /// A fact with too weak evidence: {0} path, {1} level.
    pub evidence: &'static str,
    /// Evidence level 1.
    pub declared: &'static str,
    /// Evidence level 2.
    pub documented: &'static str,
    /// Evidence level 3.
    pub verified: &'static str,
    /// An outcome that waits for {0}.
    pub undecided: &'static str,
    /// A fact's value that nobody gave.
    pub not_given: &'static str,
}
