//! The tree under construction: paths of values in place of spans.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::bind::host_source;
use crate::facts::problems::{Host, HostFault};
use crate::text::Span;

/// Paths, floats and problems of the values written so far.
pub(super) struct Tree {
    places: Vec<Place>,
    limit: usize,
    /// The places of floating-point numbers.
    pub(super) floats: BTreeSet<Span>,
    /// Problems with values that have no place among facts.
    pub(super) found: Diagnostics,
    /// A limit was exceeded and is reported.
    pub(super) stopped: bool,
}

/// How a value is reached from the one around it.
struct Place {
    around: u32,
    step: Step,
}

/// A step of a path.
pub(super) enum Step {
    /// The value itself.
    Root,
    /// A named field.
    Key(Box<str>),
    /// An element, counted from 0.
    Index(u32),
}

impl Tree {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            places: vec![Place { around: 0, step: Step::Root }],
            limit,
            floats: BTreeSet::new(),
            found: Diagnostics::new(),
            stopped: false,
        }
    }

    /// The place of the whole value.
    pub(super) fn root(&self) -> Span {
        span_of(0)
    }

    /// The place of the value that was begun last.
    pub(super) fn current(&self) -> Span {
        span_of(self.places.len().saturating_sub(1))
    }

    /// A place inside another; none when there are too many, which is reported.
    pub(super) fn enter(&mut self, around: Span, step: Step) -> Option<Span> {
        if self.places.len() >= self.limit {
            self.stop(HostFault::Large(self.limit), around);
            return None;
        }
        self.places.push(Place { around: around.start, step });
        Some(self.current())
    }

    /// Reports a limit after which nothing more is written.
    pub(super) fn stop(&mut self, fault: HostFault, span: Span) {
        if !self.stopped {
            self.stopped = true;
            self.report(Host { fault, span });
        }
    }

    /// Adds a problem.
    pub(super) fn report(&mut self, problem: Host) {
        self.found.push(problem);
    }

    /// All problems, those of `more` too, with paths in their messages for places.
    pub(super) fn without_places(self, more: Diagnostics) -> Diagnostics {
        let lost = self.found.suppressed().saturating_add(more.suppressed());
        let mut all = Diagnostics::new();
        for problem in self.found.iter().chain(more.iter()) {
            all.push(self.without_place(problem.clone()));
        }
        for _ in 0..lost {
            // The list is full when anything was left out, so this only counts.
            all.push(Diagnostic::advice(Code::FACTS_HOST_VALUE, ""));
        }
        all
    }

    fn without_place(&self, mut problem: Diagnostic) -> Diagnostic {
        let labels = std::mem::take(&mut problem.labels);
        let (here, elsewhere) =
            labels.into_iter().partition(|label| label.span.source == host_source());
        problem.labels = elsewhere;
        let here: Vec<crate::diagnostic::Label> = here;
        for (position, label) in here.iter().enumerate() {
            let path = self.path(label.span);
            if position == 0 {
                if !path.is_empty() {
                    problem.message = format!("`{path}`: {}", problem.message);
                }
            } else {
                let help = problem.help.take().unwrap_or_default();
                problem.help = Some(format!("{help} ({}: `{path}`)", label.text));
            }
        }
        if problem.fix.as_ref().is_some_and(|fix| fix.span.source == host_source()) {
            problem.fix = None;
        }
        problem
    }

    /// The path of a place: `costs[3].amount`.
    fn path(&self, span: Span) -> String {
        let mut steps = Vec::new();
        let mut at = span.start;
        // A place lies in one that was begun before, so the numbers fall until the root.
        while let Some(place) = self.places.get(at as usize) {
            match &place.step {
                Step::Root => break,
                step => steps.push(step),
            }
            at = place.around;
        }
        let mut path = String::new();
        for step in steps.into_iter().rev() {
            match step {
                Step::Root => {}
                Step::Index(index) => path.push_str(&format!("[{index}]")),
                Step::Key(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
            }
        }
        path
    }
}

/// The span that stands for a place.
fn span_of(number: usize) -> Span {
    Span::new(host_source(), number, number)
}
