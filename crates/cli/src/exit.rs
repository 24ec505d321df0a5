//! The exit status, which follows the verdict.

use std::process::ExitCode;

use subvent::Verdict;

/// How a run ends. The order is that in which one result outweighs another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Exit {
    /// All is well: status 0.
    Fine,
    /// Something is not decided: status 3.
    Undetermined,
    /// Something is wrong with a proposal, or a test failed: status 1.
    Wrong,
    /// Something cannot be computed or checked: status 2.
    Unusable,
}

impl Exit {
    /// The exit of a verdict.
    pub(crate) fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Eligible => Self::Fine,
            Verdict::Undetermined => Self::Undetermined,
            Verdict::Ineligible
            | Verdict::Correctable
            | Verdict::Conditional
            | Verdict::Reduced => Self::Wrong,
            Verdict::Faulty | Verdict::Invalid => Self::Unusable,
        }
    }

    /// The number that the shell sees.
    pub(crate) fn status(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Wrong => 1,
            Self::Unusable => 2,
            Self::Undetermined => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.status())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_several_the_first_of_2_1_3_0_counts() {
        let worst = |exits: &[Exit]| exits.iter().max().map(|exit| exit.status());
        use Exit::{Fine, Undetermined, Unusable, Wrong};
        assert_eq!(worst(&[Fine, Undetermined, Wrong, Unusable]), Some(2));
        assert_eq!(worst(&[Undetermined, Wrong, Fine]), Some(1));
        assert_eq!(worst(&[Fine, Undetermined]), Some(3));
        assert_eq!(worst(&[Fine, Fine]), Some(0));
    }
}
