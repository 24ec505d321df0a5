//! Memberships and orderings that an assessor or a missing time may have to decide.

use super::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::{Block, Register};
use crate::text::Span;
use crate::types::typed::Order;
use crate::value::{Missing, Openness, Owed, Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// Membership in values written out.
    pub(super) fn one_of(
        &mut self,
        operand: Register,
        values: &[Register],
        source: Option<Block>,
    ) -> Run<Value> {
        if let Some(source) = source {
            self.run(source)?;
        }
        match (self.is_one_of_members(operand, values), source) {
            (Some(found), None) | (Some(found @ true), Some(_)) => return Ok(Value::Bool(found)),
            _ => {}
        }
        let Some(source) = source else {
            let (operand, values) = (self.value(operand), self.values(values));
            return Ok(ops::one_of(operand, &values, Openness::Closed, &Missing::none()));
        };
        let (operand, values) = (self.value(operand).clone(), self.values(values));
        let closed = ops::one_of(&operand, &values, Openness::Closed, &Missing::none());
        if closed.is_yes() {
            return Ok(closed);
        }
        let owed = self.owed_for(source)?;
        Ok(ops::one_of(&operand, &values, Openness::Open, &owed))
    }

    /// The same for a member of an enum among others, which takes no memory; none where one of
    /// them is something else or open.
    fn is_one_of_members(&self, operand: Register, values: &[Register]) -> Option<bool> {
        let Value::Member(member) = self.value(operand) else { return None };
        let mut found = false;
        for value in values {
            let Value::Member(other) = self.value(*value) else { return None };
            found |= other == member;
        }
        Some(found)
    }

    /// Membership in a list.
    pub(super) fn element_of(
        &mut self,
        operand: Register,
        list: Register,
        source: Option<Block>,
    ) -> Run<Value> {
        let Some(source) = source else {
            let (operand, list) = (self.value(operand), self.value(list));
            return Ok(ops::element_of(operand, list, Openness::Closed, &Missing::none()));
        };
        self.run(source)?;
        let (operand, list) = (self.value(operand).clone(), self.value(list).clone());
        let closed = ops::element_of(&operand, &list, Openness::Closed, &Missing::none());
        if closed.is_yes() {
            return Ok(closed);
        }
        let owed = self.owed_for(source)?;
        Ok(ops::element_of(&operand, &list, Openness::Open, &owed))
    }

    /// An ordering of moments, or their equality where no order is asked for.
    pub(super) fn moments(
        &mut self,
        order: Option<Order>,
        (left, right): (Register, Register),
        source: Block,
        at: Span,
    ) -> Run<Value> {
        self.run(source)?;
        let (left, right) = (self.value(left).clone(), self.value(right).clone());
        let ask = |owed: &Missing| match order {
            Some(order) => ops::compare(order, &left, &right, at, owed),
            None => ops::equal_owed(&left, &right, at, owed),
        };
        let answer = ask(&Missing::none());
        if answer.is_certain() {
            return Ok(answer);
        }
        let owed = self.owed_for(source)?;
        Ok(ask(&self.without_time(owed)))
    }

    /// Those of the facts that are moments without a time, which would decide; all, where the
    /// time is missing elsewhere.
    pub(super) fn without_time(&self, owed: Missing) -> Missing {
        let untimed = |owed: &Owed| match owed {
            Owed::Fact(cell) => {
                matches!(self.facts.cell(*cell), Value::Moment(moment) if moment.time.is_none())
            }
            _ => false,
        };
        let times = Missing::from_owed(owed.iter().filter(untimed));
        if times.is_empty() { owed } else { times }
    }

    /// The facts that a block reads; what decides is owed on them. Where it reads none, what is
    /// written in the rules has to be judged.
    pub(super) fn owed_for(&mut self, source: Block) -> Run<Missing> {
        let cells = self.cells_read(source)?;
        if !cells.is_empty() {
            return Ok(cells);
        }
        Ok(Missing::one(Owed::Fill(self.program.code().span(source.start))))
    }
}
