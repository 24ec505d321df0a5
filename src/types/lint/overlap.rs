//! Exceptions of one value that can be shown to hold at once, with an example.
//!
//! Conditions over facts and parameters are tried on one value of every region that their
//! constants divide a fact into. A condition that is not made of such simple tests says nothing,
//! and neither does one about facts that an invariant ties together.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::is_own;
use super::simple::{Fact, Facts, Field};
use crate::types::context::Context;
use crate::types::cycles::in_definition;
use crate::types::exhaustive::{COMBINATION_LIMIT, product};
use crate::types::problems::MayOverlap;
use crate::types::typed::{DefinitionId, Exception, Expr, ExprKind, Validity};
use crate::value::Value;

/// More facts than these are not tried together.
const MANY_FACTS: usize = 8;

/// Of more exceptions than these to one value, pairs are not tried.
const MANY_EXCEPTIONS: usize = 64;

/// Of one definition, at most so many pairs are reported; the rest shows once they are mended.
const MANY_PAIRS: usize = 12;

/// All pairs of a programme together are tried on at most so many combinations of values.
const MANY_COMBINATIONS: usize = 500_000;

/// Reports pairs of exceptions of the programme's own module that may hold at once.
pub(super) fn check(cx: &mut Context<'_>) {
    let left = Cell::new(MANY_COMBINATIONS);
    let search = Search { cx, tied: tied_fields(cx), left };
    let mut found = Vec::new();
    for definition in &cx.out.definitions {
        let mut pairs = Vec::new();
        search.siblings(&definition.exceptions, &mut Vec::new(), &mut pairs);
        found.extend(pairs);
    }
    found.into_iter().for_each(|problem| cx.report(problem));
}

struct Search<'c, 'a> {
    cx: &'c Context<'a>,
    /// Fields whose values may not be free.
    tied: BTreeSet<Field>,
    /// How many more combinations may be tried.
    left: Cell<usize>,
}

impl<'c> Search<'c, '_> {
    fn siblings(
        &self,
        exceptions: &'c [Exception],
        around: &mut Vec<&'c Expr>,
        found: &mut Vec<MayOverlap>,
    ) {
        let cx = self.cx;
        if exceptions.len() <= MANY_EXCEPTIONS {
            for (at, first) in exceptions.iter().enumerate() {
                let others = exceptions.iter().skip(at + 1);
                let own = others.filter(|other| is_own(cx, first.span) && is_own(cx, other.span));
                let left = MANY_PAIRS.saturating_sub(found.len());
                let pairs = own.filter_map(|second| self.overlap((first, second), around));
                found.extend(pairs.take(left));
            }
        }
        for exception in exceptions {
            around.push(&exception.condition);
            self.siblings(&exception.exceptions, around, found);
            around.pop();
        }
    }

    /// Whether two exceptions may hold at once, where those around them hold and their own do not.
    fn overlap(
        &self,
        (first, second): (&'c Exception, &'c Exception),
        around: &[&'c Expr],
    ) -> Option<MayOverlap> {
        let cx = self.cx;
        if !at_one_time(&first.validity, &second.validity) {
            return None;
        }
        let mut facts = Facts::new(cx);
        let mut hold = Vec::new();
        for condition in around.iter().copied().chain([&first.condition, &second.condition]) {
            hold.push(facts.test(condition)?);
        }
        let mut not = Vec::new();
        for inner in first.exceptions.iter().chain(&second.exceptions) {
            not.push(facts.test(&inner.condition)?);
        }
        let is_tied = |fact: &Fact<'_>| fact.field.is_some_and(|field| self.tied.contains(&field));
        if facts.list.len() > MANY_FACTS || facts.list.iter().any(is_tied) {
            return None;
        }
        let samples: Vec<Vec<Value>> =
            facts.list.iter().map(|fact| fact.samples(cx)).collect::<Option<_>>()?;
        let combinations = samples.iter().map(Vec::len).try_fold(1_usize, usize::checked_mul)?;
        if combinations > COMBINATION_LIMIT {
            return None;
        }
        self.left.set(self.left.get().checked_sub(combinations)?);
        let values = product(&samples).into_iter().find(|values| {
            hold.iter().all(|test| test.holds(values)) && !not.iter().any(|test| test.holds(values))
        })?;
        Some(MayOverlap {
            first: first.span,
            second: second.span,
            same: same_value(cx, &first.value, &second.value),
            example: facts.example(&values),
        })
    }
}

/// Whether both can be in force on one day, conditional extensions left out.
fn at_one_time(first: &Validity, second: &Validity) -> bool {
    let from = first.from.max(second.from);
    let to = match (first.to, second.to) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    from.is_none_or(|from| to.is_none_or(|to| from <= to))
}

fn same_value(cx: &Context<'_>, first: &Expr, second: &Expr) -> bool {
    match (&first.kind, &second.kind) {
        (ExprKind::Constant(a), ExprKind::Constant(b)) => a == b,
        _ => cx.out.sources.slice(first.span) == cx.out.sources.slice(second.span),
    }
}

/// The fields that some invariant reads, itself or in definitions: their values may not be free.
fn tied_fields(cx: &Context<'_>) -> BTreeSet<Field> {
    let mut tied = BTreeSet::new();
    let mut seen: BTreeSet<DefinitionId> = BTreeSet::new();
    let mut left: Vec<&Expr> = Vec::new();
    for record in &cx.out.records {
        let binding = record.invariants.iter().filter(|invariant| !invariant.warning);
        left.extend(binding.map(|invariant| &invariant.condition));
    }
    while let Some(expr) = left.pop() {
        let mut called = Vec::new();
        expr.walk(&mut |inner| match &inner.kind {
            ExprKind::Field { record, field, .. } => {
                tied.insert((*record, *field));
            }
            ExprKind::Definition { id, .. } => called.push(*id),
            _ => {}
        });
        for id in called {
            if seen.insert(id)
                && let Some(definition) = cx.out.definitions.get(id.index())
            {
                in_definition(definition, &mut |expr| left.push(expr));
            }
        }
    }
    tied
}
