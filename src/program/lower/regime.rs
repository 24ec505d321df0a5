//! Alternatives of which one must hold.

use super::frame::Frame;
use crate::program::parts::{RegimeCode, RegimesCode};
use crate::types::typed::{Regime, Regimes, Type};

impl Frame<'_, '_> {
    /// The alternatives of a rule.
    pub(super) fn regimes(&mut self, regimes: &Regimes) -> RegimesCode {
        let alternatives = regimes.alternatives.iter().map(|regime| self.regime(regime)).collect();
        let unknown_after = self.shared.unknown_after(regimes.unknown_after, &Type::Bool);
        RegimesCode { alternatives, unknown_after }
    }

    fn regime(&mut self, regime: &Regime) -> RegimeCode {
        let in_force = self.in_force(&regime.validity);
        let lets = self.lets(&regime.lets);
        let guards = self.formulas(&regime.guards);
        let requirements = regime.requirements.iter().map(|it| self.requirement(it)).collect();
        RegimeCode { in_force, guards, lets, requirements }
    }
}
