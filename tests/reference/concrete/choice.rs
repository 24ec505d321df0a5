//! `choose` and `match`.

use subvent::types::typed::Expr;

use super::compare::same;
use super::value::{PLAIN, Res};
use super::world::{Frame, World};

impl World<'_> {
    /// The first arm whose condition holds.
    pub(super) fn choose(
        &self,
        arms: &[(Expr, Expr)],
        otherwise: Option<&Expr>,
        frame: &Frame,
    ) -> Res {
        for (condition, value) in arms {
            if self.eval(condition, frame)?.truth()? {
                return self.eval(value, frame);
            }
        }
        otherwise.map_or(Err(PLAIN), |value| self.eval(value, frame))
    }

    /// The arm that names the operand's value.
    pub(super) fn matching(
        &self,
        operand: &Expr,
        arms: &[(Vec<Expr>, Expr)],
        otherwise: Option<&Expr>,
        frame: &Frame,
    ) -> Res {
        let operand = self.eval(operand, frame)?;
        for (patterns, value) in arms {
            for pattern in patterns {
                if same(&operand, &self.eval(pattern, frame)?)? {
                    return self.eval(value, frame);
                }
            }
        }
        otherwise.map_or(Err(PLAIN), |value| self.eval(value, frame))
    }
}
