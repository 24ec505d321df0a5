//! The laws by which legal periods are counted.

use std::fmt;

/// The law by which a period is counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Regime {
    /// Regulation (EEC, Euratom) No 1182/71, for acts of the Union.
    #[default]
    Eu,
    /// Articles 111 to 115 of the Polish Civil Code.
    Pl,
    /// The Swedish Act (1930:173) on the computation of statutory time.
    Se,
    /// Articles 2551 to 2556 of the Romanian Civil Code and Article 181 of its Code of Civil
    /// Procedure.
    Ro,
}

impl Regime {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Eu, Self::Pl, Self::Se, Self::Ro];

    /// The code that stands after `under`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Eu => "EU",
            Self::Pl => "PL",
            Self::Se => "SE",
            Self::Ro => "RO",
        }
    }

    /// The law with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|regime| regime.code() == code)
    }
}

impl fmt::Display for Regime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
