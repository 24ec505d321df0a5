//! Tests of the runner: small programmes whose tests pass, fail and miss things on purpose.

mod coverage;
mod failures;
mod given;

use super::{TestOptions, TestReport, run_tests};
use crate::pack::{Files, LoadError, Memory, Pack};
use crate::text::Source;

/// A programme with one rule of each kind that tests speak of.
const PROGRAMME: &str = r#"
module t

programme {
  title     en "T"
  currency  EUR
  languages en
  checks    Project
}

enum Kind { road, rail }

record Cost {
  amount: money at least 0
  day:    date
}

facts Project {
  kind:   Kind
  grant:  money at least 0
  costs:  list of Cost
  period: period
  note:   text?
  start:  date
  end:    date
  invariant start <= end
    message en "It ends on {end}, before {start}."
}

parameter rate(kind: Kind): percent {
  from 2024-01-01 { road -> 50%, rail -> 80% }
}

define total for Project = sum(c.amount for c in costs)

result payable for Project: money = (rate(kind) of total) rounded down to 0.01
result kind_stated for Project: Kind = kind

rule ceiling for Project {
  clause  "C-1"
  require grant <= rate(kind) of total
  if not  reduce grant to payable
  message en "{grant} is too much."
}

rule in_time for Project {
  clause   "C-2"
  for each cost in costs
  require  cost.day in period
  if not   exclude cost.amount
}

rule note_for_rail for Project {
  when    kind is rail
  require note is present
}

prefer rail for Project {
  group   quality
  require kind is rail
  award   3 points
}
"#;

/// Files that lie in memory.
struct Shelf;

impl Files for Shelf {
    fn read(&self, module: &str, name: &str) -> Result<Source, LoadError> {
        assert_eq!(module, "t");
        let text = match name {
            "good.yaml" => "$as_of: 2024-05-01\nkind: rail\ngrant: 80 EUR\n",
            "good.json" => "{\"kind\": \"road\", \"grant\": \"1 EUR\"}",
            "broken.yaml" => "kind: [",
            "table.csv" => "",
            _ => return Err(LoadError::new(format!("there is no file `{name}`"))),
        };
        Ok(Source::new(format!("shelf/{name}"), text))
    }
}

/// The programme with more declarations, loaded.
#[track_caller]
fn pack(more: &str) -> Pack {
    let loader = Memory::new().with("t", format!("{PROGRAMME}\n{more}"));
    Pack::load(&loader, "t").unwrap_or_else(|problems| panic!("{problems}"))
}

/// The report on one test with these steps.
#[track_caller]
fn run(steps: &str) -> TestReport {
    let pack = pack(&format!("test \"x\" for Project {{\n  on 2024-05-01\n{steps}\n}}\n"));
    run_tests(&pack, &Shelf, TestOptions::default())
}

/// The messages of all failures of one test with these steps.
#[track_caller]
fn failures(steps: &str) -> Vec<String> {
    run(steps).failures.into_iter().map(|failure| failure.message).collect()
}

/// One test with these steps passes.
#[track_caller]
fn passes(steps: &str) {
    let report = run(steps);
    assert_eq!(failures(steps), Vec::<String>::new());
    assert_eq!((report.passed, report.failed), (1, 0));
}
