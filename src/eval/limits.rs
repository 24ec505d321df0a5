//! What one evaluation may cost.

/// Bounds of one evaluation, so that no programme and no proposal can keep a host busy.
///
/// A step is one instruction. Rules that are reached after the steps are spent are faulty.
///
/// ```
/// use subvent::eval::Limits;
/// let strict = Limits { max_steps: 10_000, ..Limits::default() };
/// assert!(strict.max_steps < Limits::default().max_steps);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// The most steps of one evaluation: 50 million unless said otherwise.
    pub max_steps: u64,
    /// The most steps that may be spent on looking at missing facts case by case. When they are
    /// spent, outcomes stay undetermined that a closer look might have decided.
    pub max_case_steps: u64,
    /// The most combinations of values of missing facts that are looked at for one outcome: 256
    /// unless said otherwise.
    pub max_cases: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_steps: 50_000_000, max_case_steps: 10_000_000, max_cases: 256 }
    }
}
