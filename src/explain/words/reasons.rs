//! Phrases for what was found: why a rule is quiet or faulty, what it measured, what follows.

/// Why a rule stayed quiet.
#[derive(Clone, Copy, Debug)]
pub struct QuietWords {
    /// A `when` does not hold: {0} its words.
    pub guard: &'static str,
    /// An `unless` holds: {0} its reason or words.
    pub exception: &'static str,
    /// After an exception that the module {0} added to the rule of another.
    pub added_by: &'static str,
    /// Not in force on {0}.
    pub not_in_force: &'static str,
    /// No regime is in force or applies.
    pub no_regime: &'static str,
    /// The special rule {0} takes its place.
    pub replaced: &'static str,
    /// The list {0} has no element.
    pub nothing_to_check: &'static str,
    /// It does not apply, whatever is missing.
    pub either: &'static str,
}

/// Why something cannot be computed.
#[derive(Clone, Copy, Debug)]
pub struct FaultWords {
    /// More digits than a number holds.
    pub overflow: &'static str,
    /// A division by zero.
    pub division_by_zero: &'static str,
    /// A rounding step that is not above zero.
    pub step: &'static str,
    /// There is no day {0}.
    pub missing_day: &'static str,
    /// A date out of range.
    pub date_out_of_range: &'static str,
    /// Amounts in {0} and {1}.
    pub mixed_currencies: &'static str,
    /// A period from {0} to {1}.
    pub reversed_period: &'static str,
    /// Working days without a calendar.
    pub needs_calendar: &'static str,
    /// Lengths of time in units that do not go together.
    pub mixed_units: &'static str,
    /// No value on {0}.
    pub no_value_on: &'static str,
    /// Two exceptions at once.
    pub two_exceptions: &'static str,
    /// No row or arm holds.
    pub no_row: &'static str,
    /// Two rows hold.
    pub two_rows: &'static str,
    /// None or several where one is asked for.
    pub not_exactly_one: &'static str,
    /// Nothing to take the least, greatest or mean of.
    pub empty: &'static str,
    /// Equal keys.
    pub equal_keys: &'static str,
    /// An absent value where one is needed.
    pub absent: &'static str,
    /// Too many steps.
    pub steps: &'static str,
    /// A fault and its place: {0} fault, {1} the words of the expression.
    pub at: &'static str,
}

/// What a comparison found; {0} is what was measured, {1} the limit, {2} the distance.
#[derive(Clone, Copy, Debug)]
pub struct FigureWords {
    /// More than the limit.
    pub over: &'static str,
    /// Less than the limit.
    pub under: &'static str,
    /// At the limit, where less is asked for.
    pub not_below: &'static str,
    /// At the limit, where more is asked for.
    pub not_above: &'static str,
    /// Later than the limit.
    pub late: &'static str,
    /// Earlier than the limit.
    pub early: &'static str,
    /// Not before the limit.
    pub not_before: &'static str,
    /// Not after the limit.
    pub not_after: &'static str,
    /// More than the limit, by an unknown distance.
    pub above: &'static str,
    /// Less than the limit, by an unknown distance.
    pub below: &'static str,
    /// Not what is asked for.
    pub other_than: &'static str,
    /// A period that lasts longer than the limit.
    pub longer: &'static str,
    /// A period that lasts less than the limit.
    pub shorter: &'static str,
    /// A period that lasts longer than the limit by {2}.
    pub longer_by: &'static str,
    /// A period that lasts less than the limit by {2}.
    pub shorter_by: &'static str,
    /// How far a comparison that holds is from its limit: {0}.
    pub margin: &'static str,
    /// A condition that does not hold: {0} its words, {1} what was found.
    pub fails_with: &'static str,
    /// A condition that does not hold: {0} its words.
    pub fails: &'static str,
    /// Something forbidden that holds: {0} its words.
    pub forbidden: &'static str,
    /// None of the regimes is satisfied: {0} their names.
    pub no_regime_holds: &'static str,
    /// The rule would hold if {0} were {1}.
    pub repair: &'static str,
}

/// What follows from a violation.
#[derive(Clone, Copy, Debug)]
pub struct ConsequenceWords {
    /// No support can be granted.
    pub reject: &'static str,
    /// It can be put right.
    pub correct: &'static str,
    /// It can be put right until {0}.
    pub correct_until: &'static str,
    /// An amount is lowered.
    pub reduce: &'static str,
    /// An amount is lowered to {0}.
    pub reduce_to: &'static str,
    /// An amount is not eligible.
    pub exclude: &'static str,
    /// The amount {0} is not eligible.
    pub exclude_amount: &'static str,
    /// Not effective until the rule holds.
    pub condition: &'static str,
    /// An amount is to be paid back.
    pub recover: &'static str,
    /// {0} is to be paid back.
    pub recover_amount: &'static str,
    /// Something may be taken.
    pub sanction: &'static str,
    /// At most {0} may be taken.
    pub sanction_at_most: &'static str,
    /// Of an amount that several rules lower: the lowest of them {0} counts.
    pub lowest: &'static str,
    /// What all exclusions come to: {0}, each amount once.
    pub excluded_in_all: &'static str,
    /// Advice only.
    pub advise: &'static str,
}

/// Headings and labels.
#[derive(Clone, Copy, Debug)]
pub struct HeadingWords {
    /// Before the verdict.
    pub verdict: &'static str,
    /// Before the date of assessment.
    pub as_of: &'static str,
    /// Over the outcomes.
    pub outcomes: &'static str,
    /// Over the amounts that are lowered or excluded.
    pub amounts: &'static str,
    /// Over the results.
    pub results: &'static str,
    /// Over the points.
    pub points: &'static str,
    /// Points outside a group.
    pub ungrouped: &'static str,
    /// Over what is missing.
    pub missing: &'static str,
    /// Over the rules that do not apply.
    pub quiet: &'static str,
    /// Over the rules that need another root.
    pub elsewhere: &'static str,
    /// One of them: {0} the rule, {1} the root.
    pub elsewhere_needs: &'static str,
    /// Over the adopted rules that do not bind.
    pub without: &'static str,
    /// Over the citations that could not be verified.
    pub unverified: &'static str,
    /// Beside an unverified citation.
    pub unverified_mark: &'static str,
    /// Over the problems of an invalid proposal.
    pub problems: &'static str,
    /// After the last problem that is listed: {0} how many are not.
    pub problems_not_shown: &'static str,
    /// Before a legal source.
    pub source: &'static str,
    /// Before the regime that holds.
    pub regime: &'static str,
    /// Before the readings that an outcome rests on.
    pub reading: &'static str,
    /// Over the facts that were read.
    pub facts: &'static str,
    /// Over the derivation.
    pub derivation: &'static str,
    /// Before the consequence.
    pub consequence: &'static str,
    /// A version: from {0} to {1}.
    pub version: &'static str,
    /// A version without an end: from {0}.
    pub version_from: &'static str,
    /// A version without a start: until {0}.
    pub version_until: &'static str,
    /// A line of a file: {0}.
    pub line: &'static str,
    /// Around words that are quoted: {0}.
    pub quote: &'static str,
    /// A comparison holds.
    pub holds: &'static str,
    /// A comparison does not hold.
    pub does_not_hold: &'static str,
}
