//! Days on which something is in force.

use super::frame::Frame;
use crate::program::parts::{InForce, UnknownAfter};
use crate::quantity::Date;
use crate::text::Span;
use crate::types::typed::{Type, Validity};
use crate::value::{Missing, Owed};

use super::{Lowering, unknown};

impl Lowering<'_> {
    /// From this day on something may be different.
    fn begins(&mut self, day: Option<Date>) {
        self.boundaries.extend(day);
    }

    /// After this day something may be different.
    fn ends(&mut self, day: Option<Date>) {
        self.boundaries.extend(day.and_then(|day| day.add_days(1).ok()));
    }

    /// The last day for which something of this type is known.
    pub(super) fn unknown_after(
        &mut self,
        last: Option<(Date, Span)>,
        ty: &Type,
    ) -> Option<UnknownAfter> {
        let (last, span) = last?;
        self.ends(Some(last));
        let missing = Missing::one(Owed::Law(span));
        Some(UnknownAfter { last, value: unknown::of_type(self.checked, ty, &missing) })
    }
}

impl Frame<'_, '_> {
    /// When something is in force.
    pub(super) fn in_force(&mut self, validity: &Validity) -> InForce {
        self.shared.begins(validity.from);
        self.shared.ends(validity.to);
        let or_to = validity.or_to.iter().map(|(day, condition)| {
            self.shared.ends(Some(*day));
            (*day, self.formula(condition))
        });
        let or_to = or_to.collect();
        let unknown_after = self.shared.unknown_after(validity.unknown_after, &Type::Bool);
        InForce { from: validity.from, to: validity.to, or_to, unknown_after }
    }
}
