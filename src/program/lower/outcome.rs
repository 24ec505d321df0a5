//! Conditions that rest on the outcomes of other rules.

use super::frame::Frame;
use super::offsets_in;
use crate::program::code::{Operation, Register};
use crate::text::Span;
use crate::types::typed::{Expr, RecordId, RuleId, RuleKind, Type};

impl Frame<'_, '_> {
    /// Whether a rule holds for a record.
    pub(super) fn holds(&mut self, span: Span, rule: RuleId, receiver: &Expr) -> Register {
        let declared = self.shared.checked.rules.get(rule.index());
        let record = declared.and_then(|rule| rule.record).or_else(|| record_of(receiver));
        let Some(record) = record else { return self.impossible(span) };
        let receiver = self.operand(receiver);
        self.emit(span, Operation::Holds { rule, receiver, record })
    }

    /// The points of the preferences of a group, or of all.
    pub(super) fn points_of(
        &mut self,
        span: Span,
        group: Option<&str>,
        receiver: &Expr,
    ) -> Register {
        let Some(record) = record_of(receiver) else { return self.impossible(span) };
        let rules = self.preferences(group, record);
        let receiver = self.operand(receiver);
        self.emit(span, Operation::Points { receiver, record, rules })
    }

    /// The preferences for a record or one that it includes, and how far that one lies inside.
    fn preferences(&self, group: Option<&str>, record: RecordId) -> Box<[(RuleId, u32)]> {
        let checked = self.shared.checked;
        let counted = checked.binding.iter().filter_map(|id| {
            let rule = checked.rules.get(id.index())?;
            let asked = group.is_none() || rule.group.as_deref() == group;
            (rule.kind == RuleKind::Preference && asked).then_some((*id, rule.record?))
        });
        let placed = counted.flat_map(|(id, inner)| {
            let offsets = offsets_in(checked, self.shared.schema, record, inner);
            offsets.into_iter().map(move |offset| (id, offset))
        });
        placed.collect()
    }
}

fn record_of(receiver: &Expr) -> Option<RecordId> {
    match receiver.ty.required() {
        Type::Record(record) => Some(*record),
        _ => None,
    }
}
