//! A programme and a proposal as a user writes them, brought through every room.

use std::sync::Arc;

use crate::data::{DataLimits, read_yaml};
use crate::diagnostic::Diagnostics;
use crate::eval::{Evaluation, Evaluator, Limits, Mode, Scratch};
use crate::explain::{Case, Legend, Submission};
use crate::facts::{Facts, bind};
use crate::program::{FactSchema, compile};
use crate::quantity::Date;
use crate::resolve::{LoadError, Loader, resolve};
use crate::text::{Source, SourceMap};
use crate::types::check;
use crate::types::typed::Checked;

const RULES: &str = r#"module pl.test

programme {
  title     pl "Program próbny"
  currency  PLN
  languages pl
}

source guide {
  title pl "Przewodnik"
}

enum Area { e_services, open_data, other_area }

record CostLine {
  amount:   money at least 0
  incurred: date
}

facts Project {
  support: money
  cross:   money
  area:    Area
  period:  period
  staff:   integer
  judged:  bool assessed
  alone:   bool
  costs:   list of CostLine
}

parameter share: percent {
  10%  from 2021-01-01  cite guide "1"
  15%  from 2024-01-01  cite guide "2"
}

define total for Project = sum(c.amount for c in costs)

result payable for Project: money = min(80% of total, 100 PLN) rounded down to 0.01

rule cross_financing for Project {
  clause   "F-16"
  title    pl "Cross-financing mieści się w udziale"
  cite     guide quote pl "do wysokości 15%"
  require  cross <= share of support
  message  pl "Cross-financing wynosi {cross}, ponad {share} z {support}."
}

rule share_of_total for Project {
  require  cross / support <= 10%
}

rule areas for Project {
  require  area in [e_services, open_data]
}

rule alone_forbidden for Project {
  forbid   alone
}

rule not_other for Project {
  forbid   area is other_area
}

rule long for Project {
  require  period lasts at most 12 months
}

rule judged_well for Project {
  require  judged
}

rule per_head for Project {
  require  support / staff >= 1 PLN
}

rule small_costs for Project {
  for each cost in costs
  require  cost.amount <= 1_000 PLN
}

rule in_time for Project {
  for each cost in costs
  require  cost.incurred in period
  if not   exclude cost.amount
}

rule reduced for Project {
  require  support <= payable
  if not   reduce support to payable
}

rule quiet for Project {
  when     area is e_services
  require  judged
}

rule excepted for Project {
  require  judged
  unless   alone because pl "projekt jest samodzielny"
}
"#;

const PROPOSAL: &str = "support: 10_000.00 PLN
cross: 1_500.01 PLN
area: other_area
period: 2024-01-01 to 2025-01-01
staff: 0
alone: yes
costs:
  - amount: 20 PLN
    incurred: 2023-12-31
  - incurred: 2024-02-01
";

struct One;

impl Loader for One {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        Ok((module == "pl.test").then(|| Source::new("rules/pl/test.subvent", RULES)))
    }
    fn modules(&self) -> Vec<String> {
        vec!["pl.test".to_owned()]
    }
}

pub(super) struct Given {
    checked: Checked,
    legend: Legend,
    pub(super) sources: SourceMap,
    facts: Facts,
    problems: Diagnostics,
    pub(super) evaluation: Evaluation,
}

pub(super) fn given() -> Given {
    let (resolved, problems) = resolve(&One, "pl.test");
    assert!(!problems.has_errors(), "{problems:?}");
    let (checked, problems) = check(&resolved);
    assert!(!problems.has_errors(), "{problems:?}");
    let id = checked.sources.next_id();
    let (node, problems) = read_yaml(id, PROPOSAL, &DataLimits::default());
    assert!(problems.is_empty(), "{problems:?}");
    let root = checked.programme.roots[0].record;
    let (facts, problems) = bind(&FactSchema::new(&checked), &checked, root, &node.unwrap());
    let facts = facts.unwrap_or_else(|| panic!("{problems:?}"));
    let program = compile(Arc::new(checked.clone()));
    let as_of = Date::parse("2024-05-01").unwrap();
    let evaluation = Evaluator::new(&program).evaluate(
        &facts,
        as_of,
        &mut Scratch::new(),
        Mode::Derivation,
        &Limits::default(),
    );
    Given {
        legend: Legend::new(&checked),
        sources: checked.sources.with(Source::new("proposal.yaml", PROPOSAL)),
        facts,
        problems,
        evaluation,
        checked,
    }
}

impl Given {
    pub(super) fn case<'a>(&'a self, language: &'a str) -> Case<'a> {
        let submission = Submission {
            checked: &self.checked,
            legend: &self.legend,
            sources: &self.sources,
            proposal: "proposal.yaml",
            rules_sha256: "00ff",
            problems: &self.problems,
            as_of: Some(self.evaluation.as_of),
            language,
            complete: false,
        };
        Case { submission, facts: &self.facts, evaluation: &self.evaluation }
    }
}
