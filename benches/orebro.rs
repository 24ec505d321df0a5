//! The Örebro programme against the same rules written by hand.
//!
//! Both sides are first held against each other on examples and on a change for each rule. Then,
//! on the example that is complete: `hand` and `outcomes` check bound facts without reasons,
//! `reasons` with them, `report` also with the invariants and the words of the report as JSON;
//! `yaml` reads a proposal and binds it, `hand_yaml` reads it into the plain structs; `compile`
//! goes from the rule file to a programme. `scripts/bench-table` makes a table of ratios.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

#[path = "hand/mod.rs"]
mod hand;

use std::hint::black_box;
use std::process::ExitCode;

use criterion::Criterion;
use hand::agreement::{disagreements, tree};
use hand::orebro::Terms;
use hand::read;
use hand::variants::COMPLETE;
use subvent::eval::{Evaluator, Limits, Mode, Scratch};
use subvent::pack::Proposal;
use subvent::{AsOf, Rules};

const MODULE: &str = "se.orebro.regional_growth";

fn main() -> ExitCode {
    let Some(bench) = Bench::new() else {
        eprintln!("the programme or its complete example cannot be read");
        return ExitCode::FAILURE;
    };
    let differing = disagreements(&bench.rules);
    if !differing.is_empty() {
        eprintln!("{}", differing.join("\n"));
        return ExitCode::FAILURE;
    }
    let mut criterion = Criterion::default().configure_from_args();
    bench.hand(&mut criterion);
    bench.outcomes(&mut criterion);
    bench.reasons(&mut criterion);
    bench.report(&mut criterion);
    bench.reading(&mut criterion);
    criterion.bench_function("orebro/compile", |bencher| {
        bencher.iter(|| Rules::builtin(black_box(MODULE)));
    });
    criterion.final_summary();
    ExitCode::SUCCESS
}

/// What all measurements share.
struct Bench {
    rules: Rules,
    proposal: Proposal,
    as_of: AsOf,
}

impl Bench {
    fn new() -> Option<Self> {
        let rules = Rules::builtin(MODULE).ok()?;
        let proposal = rules.facts_from_yaml("complete.yaml", COMPLETE).ok()?;
        let as_of = AsOf::new(proposal.as_of()?);
        Some(Self { rules, proposal, as_of })
    }

    fn hand(&self, criterion: &mut Criterion) {
        let project = tree(COMPLETE).as_ref().and_then(read::project);
        let (Some(terms), Some(project)) = (Terms::of_the_memo(), project) else { return };
        let mut found = Vec::new();
        criterion.bench_function("orebro/hand", |bencher| {
            bencher.iter(|| {
                found.clear();
                terms.check(black_box(&project), black_box(&mut found))
            });
        });
    }

    fn outcomes(&self, criterion: &mut Criterion) {
        let evaluator = Evaluator::new(self.rules.pack().program());
        let (mut scratch, limits, mut outcomes) = (Scratch::new(), Limits::default(), Vec::new());
        criterion.bench_function("orebro/outcomes", |bencher| {
            bencher.iter(|| {
                outcomes.clear();
                let facts = black_box(self.proposal.facts());
                let (as_of, outcomes) = (self.as_of.get(), black_box(&mut outcomes));
                evaluator.outcomes_into(facts, as_of, &mut scratch, &limits, outcomes)
            });
        });
    }

    fn reasons(&self, criterion: &mut Criterion) {
        let evaluator = Evaluator::new(self.rules.pack().program());
        let (mut scratch, limits) = (Scratch::new(), Limits::default());
        criterion.bench_function("orebro/reasons", |bencher| {
            bencher.iter(|| {
                let facts = black_box(self.proposal.facts());
                evaluator.evaluate(facts, self.as_of.get(), &mut scratch, Mode::Reasons, &limits)
            });
        });
    }

    fn report(&self, criterion: &mut Criterion) {
        criterion.bench_function("orebro/report", |bencher| {
            bencher.iter(|| {
                let report = self.rules.check(black_box(&self.proposal), self.as_of);
                serde_json::to_string(&report)
            });
        });
    }

    fn reading(&self, criterion: &mut Criterion) {
        criterion.bench_function("orebro/hand_yaml", |bencher| {
            bencher.iter(|| tree(black_box(COMPLETE)).as_ref().and_then(read::project));
        });
        criterion.bench_function("orebro/yaml", |bencher| {
            bencher.iter(|| self.rules.facts_from_yaml("complete.yaml", black_box(COMPLETE)));
        });
    }
}
