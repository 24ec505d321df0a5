//! What a reader needs besides the outcome: the facts read, the values in messages, the steps.

use super::{Place, Standing};
use crate::eval::machine::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::eval::{Quiet, Step};
use crate::program::parts::Holes;
use crate::value::Value;

impl<R: Recorder> Machine<'_, R> {
    /// The value of each hole of a rule's message.
    pub(super) fn message(
        &mut self,
        place: Place<'_>,
        standing: &Standing,
    ) -> Run<Vec<Vec<Value>>> {
        self.holes(&place.code.message, standing)
    }

    /// The value of each hole of the reason of the exception that keeps a rule quiet.
    pub(super) fn because(
        &mut self,
        place: Place<'_>,
        standing: &Standing,
        quiet: Option<&Quiet>,
    ) -> Run<Vec<Vec<Value>>> {
        let Some(Quiet::Exception(at)) = quiet else { return Ok(Vec::new()) };
        match place.code.exceptions.get(*at as usize) {
            Some((_, holes)) => self.holes(holes, standing),
            None => Ok(Vec::new()),
        }
    }

    fn holes(&mut self, holes: &Holes, standing: &Standing) -> Run<Vec<Vec<Value>>> {
        let mut texts = Vec::with_capacity(holes.len());
        for text in holes {
            let mut values = Vec::with_capacity(text.len());
            for hole in text {
                values.push(self.figure(hole, standing)?);
            }
            texts.push(values);
        }
        Ok(texts)
    }

    /// Computes the names that a rule gives to values and that have not been needed so far.
    pub(super) fn late_lets(&mut self, place: Place<'_>, standing: &Standing) -> Run<()> {
        for (register, value) in place.code.lets.iter().chain(&place.code.shown_lets) {
            let value = self.figure(value, standing)?;
            self.set(*register, value);
        }
        Ok(())
    }
}

/// Steps with results before operands, from steps with operands before results.
pub(super) fn outermost_first(steps: &[Step]) -> Vec<Step> {
    // Walking backwards, a step stands before all deeper ones that were seen just before it.
    let mut found: Vec<Vec<Step>> = Vec::new();
    for step in steps {
        let mut tree = vec![step.clone()];
        let mut operands = Vec::new();
        while let Some(last) = found.pop() {
            let below = last.first().is_some_and(|first| first.depth > step.depth);
            if !below {
                found.push(last);
                break;
            }
            operands.push(last);
        }
        tree.extend(operands.into_iter().rev().flatten());
        found.push(tree);
    }
    found.into_iter().flatten().collect()
}
