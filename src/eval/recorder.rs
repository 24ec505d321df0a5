//! What is written down while a rule is evaluated.

use std::collections::BTreeSet;

use crate::program::code::InstructionOrigin;
use crate::text::Span;
use crate::types::typed::ReadingId;
use crate::value::Value;

use super::Step;

/// What a machine tells of its work. The silent one costs nothing.
pub(super) trait Recorder {
    /// Whether the facts that are read are noted.
    const FACTS: bool;

    /// A cell was read.
    fn cell(&mut self, cell: u32);

    /// A reading was read.
    fn reading(&mut self, reading: ReadingId);

    /// An expression has a value; `nested` is how deep the code lies under the clause.
    fn step(&mut self, origin: InstructionOrigin, nested: u16, value: &Value, cell: Option<u32>);

    /// A row of a table, or an exception, at a place gave the value.
    fn branch(&mut self, place: Span);

    /// Marks a place in the notes.
    fn mark(&self) -> Mark;

    /// Strikes out all that was noted since a mark.
    fn rewind(&mut self, mark: Mark);

    /// What was noted since a mark, for code that lies so deep under the clause. Cells and readings
    /// are sorted and without repetition, and are noted in this form from now on.
    fn since(&mut self, mark: Mark, depth: u16) -> Noted;

    /// Takes notes again that were taken before, now for code that lies so deep.
    fn repeat(&mut self, noted: &Noted, depth: u16);

    /// All that is noted now; nothing for the silent one.
    fn page(&self) -> Option<Page>;

    /// Stops or continues taking notes.
    fn pause(&mut self, paused: bool) -> bool;
}

/// What was noted for one outcome.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// The cells read, in order.
    pub(super) cells: Vec<u32>,
    /// The readings read, in order.
    pub(super) readings: Vec<ReadingId>,
    /// The steps, operands before results.
    pub(super) steps: Vec<Step>,
}

/// What was noted of a value that is remembered.
#[derive(Clone, Debug, Default)]
pub(super) struct Noted {
    /// The cells read, sorted.
    pub(super) cells: Box<[u32]>,
    /// The readings read, sorted.
    readings: Box<[u32]>,
    /// The steps; nothing where there were too many to be read.
    steps: Box<[Step]>,
    /// How deep the code lay under the clause.
    depth: u16,
}

/// The most steps that are repeated where a value is read again.
const REPEATED: usize = 100;

/// So many steps are more than anybody reads.
const FULL: usize = 1_000;

/// A place in the notes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mark {
    cells: usize,
    readings: usize,
    steps: usize,
}

/// Writes nothing down.
#[derive(Clone, Copy, Debug)]
pub(super) struct Silent;

impl Recorder for Silent {
    const FACTS: bool = false;

    fn cell(&mut self, _: u32) {}

    fn reading(&mut self, _: ReadingId) {}

    fn step(&mut self, _: InstructionOrigin, _: u16, _: &Value, _: Option<u32>) {}

    fn branch(&mut self, _: Span) {}

    fn mark(&self) -> Mark {
        Mark::default()
    }

    fn rewind(&mut self, _: Mark) {}

    fn since(&mut self, _: Mark, _: u16) -> Noted {
        Noted::default()
    }

    fn repeat(&mut self, _: &Noted, _: u16) {}

    fn page(&self) -> Option<Page> {
        None
    }

    fn pause(&mut self, _: bool) -> bool {
        true
    }
}

/// Notes the facts that are read and, where asked for, every step.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    cells: Vec<u32>,
    readings: Vec<u32>,
    /// The steps so far, operands before results; none when they are not asked for.
    steps: Option<Vec<Step>>,
    /// The rows and exceptions that gave a value, where steps are asked for; of all rules.
    branches: BTreeSet<Span>,
    paused: bool,
}

impl Notes {
    /// Notes with every step.
    pub(super) fn with_steps() -> Self {
        Self { steps: Some(Vec::new()), ..Self::default() }
    }

    /// The rows and exceptions that gave a value.
    pub(super) fn branches(self) -> BTreeSet<Span> {
        self.branches
    }
}

impl Recorder for Notes {
    const FACTS: bool = true;

    fn cell(&mut self, cell: u32) {
        if !self.paused {
            self.cells.push(cell);
        }
    }

    fn reading(&mut self, reading: ReadingId) {
        if !self.paused {
            self.readings.push(reading.0);
        }
    }

    fn step(&mut self, origin: InstructionOrigin, nested: u16, value: &Value, cell: Option<u32>) {
        if self.paused || !origin.step {
            return;
        }
        if let Some(steps) = &mut self.steps {
            let depth = origin.depth.saturating_add(nested);
            steps.push(Step { depth, span: origin.span, value: value.clone(), cell });
        }
    }

    fn branch(&mut self, place: Span) {
        if self.steps.is_some() && !self.paused {
            self.branches.insert(place);
        }
    }

    fn mark(&self) -> Mark {
        let steps = self.steps.as_ref().map_or(0, Vec::len);
        Mark { cells: self.cells.len(), readings: self.readings.len(), steps }
    }

    fn rewind(&mut self, mark: Mark) {
        self.cells.truncate(mark.cells);
        self.readings.truncate(mark.readings);
        if let Some(steps) = &mut self.steps {
            steps.truncate(mark.steps);
        }
    }

    fn since(&mut self, mark: Mark, depth: u16) -> Noted {
        let steps = self.steps.as_ref().and_then(|steps| steps.get(mark.steps..));
        Noted {
            cells: last(&mut self.cells, mark.cells),
            readings: last(&mut self.readings, mark.readings),
            steps: steps.filter(|steps| steps.len() <= REPEATED).unwrap_or_default().into(),
            depth,
        }
    }

    fn repeat(&mut self, noted: &Noted, depth: u16) {
        if self.paused {
            return;
        }
        self.cells.extend_from_slice(&noted.cells);
        self.readings.extend_from_slice(&noted.readings);
        if let Some(steps) = &mut self.steps {
            // Once on a page is enough, and keeps the page as small as the code that it is about. A
            // page that is full is not read to its end.
            if steps.len() >= FULL {
                return;
            }
            if noted.steps.last().is_some_and(|last| steps.iter().any(|step| step.is_like(last))) {
                return;
            }
            steps.extend(noted.steps.iter().map(|step| {
                let depth = step.depth.saturating_sub(noted.depth).saturating_add(depth);
                Step { depth, ..step.clone() }
            }));
        }
    }

    fn page(&self) -> Option<Page> {
        Some(Page {
            cells: sorted(self.cells.clone()),
            readings: sorted(self.readings.clone()).into_iter().map(ReadingId).collect(),
            steps: self.steps.clone().unwrap_or_default(),
        })
    }

    fn pause(&mut self, paused: bool) -> bool {
        std::mem::replace(&mut self.paused, paused)
    }
}

/// The notes from a position on, sorted and without repetition, which also take their place.
fn last(notes: &mut Vec<u32>, from: usize) -> Box<[u32]> {
    let tail = sorted(notes.split_off(from.min(notes.len())));
    notes.extend_from_slice(&tail);
    tail.into()
}

fn sorted(mut list: Vec<u32>) -> Vec<u32> {
    list.sort_unstable();
    list.dedup();
    list
}
