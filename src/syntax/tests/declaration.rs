//! Every kind of declaration, its parts, and which of them a reader would give to what.

use super::super::ast::*;
use super::show::show;
use super::{codes, one, read, rule_clauses};

#[test]
fn a_programme_has_all_its_clauses() {
    let text = "\
programme {
  title pl \"P\" en \"Q\"
  currency PLN
  languages pl, en
  runs 2021-01-01
  checks Priority each of projects, Project
  adopts cpr, eu.de_minimis
  as of called_on
  month end end of month
  calendar days.poland under PL
  decide refund_window as costs_incurred cite manual \"4\"
  decide other_text as b
}
";
    let ItemKind::Programme(programme) = one(text) else { panic!() };
    assert_eq!(programme.currency.unwrap().value.code(), "PLN");
    assert_eq!(programme.languages.len(), 2);
    let runs = programme.runs.unwrap().value;
    assert_eq!((runs.0.to_string().as_str(), runs.1), ("2021-01-01", None));
    assert_eq!(programme.checks[0].each_of.as_ref().unwrap().value.as_ref(), "projects");
    assert_eq!(programme.checks[1].record.text(), "Project");
    assert_eq!(programme.adopts[1].text(), "eu.de_minimis");
    assert_eq!(show(&programme.as_of.unwrap()), "called_on");
    assert_eq!(programme.month_end.unwrap().value, crate::quantity::MonthEnd::EndOfMonth);
    let calendar = programme.calendar.unwrap();
    assert_eq!(calendar.calendar.text(), "days.poland");
    assert_eq!(calendar.regime.unwrap().value.code(), "PL");
    assert_eq!(programme.decisions[0].cite.len(), 1);
    assert_eq!(&*programme.decisions[1].choice.value, "b");
}

#[test]
fn enums_take_commas_or_lines_and_titles() {
    let text =
        "open enum Size {\n  micro pl \"mikro\" en \"micro\",\n  small\n  ## Big.\n  large,\n}\n";
    let ItemKind::Enum(decl) = one(text) else { panic!() };
    assert!(decl.open);
    let names: Vec<&str> = decl.members.iter().map(|member| &*member.name.value).collect();
    assert_eq!(names, ["micro", "small", "large"]);
    assert_eq!(decl.members[0].title.as_ref().unwrap().entries.len(), 2);
    assert_eq!(decl.members[2].documentation.as_deref(), Some("Big."));
    assert_eq!(codes(&read("enum A { a b }\n").1), ["syntax::missing_comma"]);
}

#[test]
fn fields_carry_limits_defaults_and_titles() {
    let text = "\
facts Project {
  include cpr.Operation
  key id: text
  amount: money EUR at least -5 EUR below 100 EUR   title en \"Amount\"
  rate: percent = 15% above 0% at most 100%
  done: date? assessed
  parts: list of key of Partner
  rough: approximate money PLN
  invariant exactly 1 of p in partners where p.role is lead
    message en \"One lead, not {count(p in partners)}.\"
  warn amount > 0 EUR
}
";
    let ItemKind::Record(record) = one(text) else { panic!() };
    assert!(record.root);
    assert_eq!(record.includes[0].text(), "cpr.Operation");
    let [id, amount, rate, done, parts, rough] = record.fields.as_slice() else { panic!() };
    assert!(id.key && !amount.key);
    assert_eq!(amount.limits.len(), 2);
    assert_eq!((amount.limits[0].op, amount.limits[1].op), (CompareOp::AtLeast, CompareOp::Less));
    let LiteralKind::Money(bound) = &amount.limits[0].bound.kind else { panic!() };
    assert_eq!(bound.to_string(), "-5.00 EUR");
    assert!(amount.title.is_some());
    assert_eq!(show(rate.default.as_ref().unwrap()), "15%");
    assert_eq!((rate.limits[0].op, rate.limits[1].op), (CompareOp::Greater, CompareOp::AtMost));
    assert!(done.optional && done.assessed);
    let TypeExprKind::List(of) = &parts.ty.kind else { panic!() };
    assert!(matches!(of.kind, TypeExprKind::Key(_)));
    assert!(matches!(rough.ty.kind, TypeExprKind::AboutMoney(MoneyType::Fixed(_))));
    assert!(!record.invariants[0].warning && record.invariants[1].warning);
    let message = record.invariants[0].message.as_ref().unwrap();
    assert_eq!(message.entries[0].1.value.parts.len(), 3);
}

#[test]
fn definitions_have_heads_of_every_length() {
    let text = "define f for Project (x: money, y: list of A): percent as of granted_on = x\n";
    let ItemKind::Define(define) = one(text) else { panic!() };
    assert_eq!(define.receiver.unwrap().text(), "Project");
    assert_eq!(define.params.len(), 2);
    assert!(define.ty.is_some() && define.as_of.is_some());
    let ItemKind::Define(define) = one("define f(x: money) for Project = x\n") else { panic!() };
    assert_eq!((define.params.len(), define.receiver.is_some()), (1, true));
    let text = "open define f for Project: money\n  title en \"F\"\n  cite a \"1\"\n";
    let ItemKind::Define(define) = one(text) else { panic!() };
    assert!(define.open && define.versions.is_empty() && define.title.is_some());
    assert_eq!(define.cite.len(), 1);
}

#[test]
fn citations_of_a_definition_are_those_of_its_value_or_its_own() {
    let text = "\
result rate for P: percent = 80% from 2021-01-01 to 2029-12-31 cite a \"1\"
  except 70% when b                       cite a \"2\"
  except 60% when c from 2024-01-01 {
    except 50% when d
      cite a \"3\"
  }
  title en \"Rate\"
  cite a \"4\"
";
    let ItemKind::Define(define) = one(text) else { panic!() };
    assert!(define.result);
    let place = |cite: &[Citation]| -> Vec<String> {
        cite.iter().map(|c| c.place.as_ref().unwrap().value.clone()).collect()
    };
    assert_eq!(place(&define.versions[0].cite), ["1"]);
    assert_eq!(place(&define.exceptions[0].cite), ["2"]);
    assert_eq!(place(&define.exceptions[1].exceptions[0].cite), ["3"]);
    assert_eq!(place(&define.cite), ["4"]);
    assert!(define.exceptions[1].validity.from.is_some());
    assert!(define.title.is_some());
}

#[test]
fn a_definition_may_have_values_by_date() {
    let text = "\
define cap: money {
  10 PLN from 2021-01-01 to 2022-12-31 cite a \"1\"
  -20 PLN from 2023-01-01, unknown after 2030-12-31
  except 5 PLN when b
  title en \"Cap\"
  cite a \"2\"
}
";
    let ItemKind::Define(define) = one(text) else { panic!() };
    assert_eq!(define.versions.len(), 2);
    assert_eq!(define.versions[0].cite.len(), 1);
    assert!(define.versions[1].validity.unknown_after.is_some());
    assert_eq!(define.exceptions.len(), 1);
    assert_eq!(define.cite.len(), 1);
    assert_eq!(codes(&read("define a {\n}\n").1), ["syntax::missing_part"]);
    let reversed = "define a {\n  1 from 2024-01-01 to 2023-01-01\n}\n";
    assert_eq!(codes(&read(reversed).1), ["syntax::no_such_value"]);
}

#[test]
fn parameters_have_values_or_rows_by_date() {
    let text = "\
parameter ceiling(region: Region, size: Size): percent {
  title en \"Ceiling\"
  from 2021-01-01 to 2029-12-31 { a, small -> 85%, b, any -> 60%
    otherwise -> 40% } cite x \"1\"
  10% from 2030-01-01
  unknown after 2034-12-31
  cite x \"2\"
}
";
    let ItemKind::Parameter(parameter) = one(text) else { panic!() };
    assert_eq!(parameter.params.len(), 2);
    let ParameterBody::Rows(rows) = &parameter.versions[0].body else { panic!() };
    assert_eq!(rows.iter().map(|row| row.patterns.len()).collect::<Vec<_>>(), [2, 2, 0]);
    assert_eq!(parameter.versions[0].cite.len(), 1);
    assert!(matches!(parameter.versions[1].body, ParameterBody::Value(_)));
    assert_eq!(parameter.unknown_after.unwrap().value.to_string(), "2034-12-31");
    assert_eq!(parameter.cite.len(), 1);
    let short = "parameter cap: money = 5 PLN from 2021-01-01 cite a \"1\"\n  title en \"C\"\n";
    let ItemKind::Parameter(parameter) = one(short) else { panic!() };
    assert_eq!(parameter.versions.len(), 1);
    assert!(parameter.title.is_some());
}

#[test]
fn tables_have_grids_or_rows_also_by_date() {
    let text = "\
table t(size: Size, region: Region): percent {
  from 2021-01-01 to 2022-12-31 {
            | a   | b
    micro   | 55% | 45%     # a comment

    small   | 45% | 35%
  } cite x \"1\"
  from 2023-01-01 {
    micro, a -> 60%
    from 50, < 3 -> 10% + 5 percentage points
    otherwise -> 0%
  }
  title en \"T\"
}
";
    let ItemKind::Table(table) = one(text) else { panic!() };
    let TableBody::Grid(grid) = &table.versions[0].body else { panic!() };
    assert_eq!((grid.header.len(), grid.rows.len()), (2, 2));
    assert_eq!(show(&grid.rows[1].cells[1]), "35%");
    assert_eq!(table.versions[0].cite.len(), 1);
    let TableBody::Rows(rows) = &table.versions[1].body else { panic!() };
    assert!(matches!(rows[1].patterns[0], Pattern::From(..)));
    assert!(matches!(rows[1].patterns[1], Pattern::Compare(..)));
    let ItemKind::Table(open) = one("open table t(a: A): percent\n  title en \"T\"\n") else {
        panic!()
    };
    assert!(open.open && open.versions.is_empty() && open.title.is_some());
    let mixed = "table t(a: A): percent {\n  a -> 1%\n  from 2021-01-01 { a -> 2% }\n}\n";
    assert_eq!(codes(&read(mixed).1), ["syntax::grid"]);
}

#[test]
fn readings_and_fills() {
    let text = "reading window { costs_incurred en \"incurred\", refunds_paid } undecided\n  title en \"W\"\n  cite a \"1\"\n";
    let ItemKind::Reading(reading) = one(text) else { panic!() };
    assert_eq!((reading.choices.len(), reading.decided.is_none()), (2, true));
    assert_eq!(reading.cite.len(), 1);
    let ItemKind::Reading(reading) = one("reading w { a, b } decided b\n") else { panic!() };
    assert_eq!(&*reading.decided.unwrap().value, "b");
    let ItemKind::Fill(fill) = one("fill cpr.rate = 5%\n  except 6% when a\n  cite b \"1\"\n")
    else {
        panic!()
    };
    let FillBody::Value(value, exceptions) = &fill.body else { panic!() };
    assert_eq!((show(value).as_str(), exceptions.len(), fill.cite.len()), ("5%", 1, 1));
    let ItemKind::Fill(fill) = one("fill cpr.t {\n  a -> 5%\n} cite b \"1\"\n") else { panic!() };
    assert!(matches!(&fill.body, FillBody::Table(versions) if versions.len() == 1));
    assert_eq!(fill.cite.len(), 1);
}

#[test]
fn rules_have_all_clauses() {
    let text = "\
rule r for Project {
  clause \"F-1\"
  from 2021-01-01 to 2029-12-31, unknown after 2030-12-31
  as of granted_on
  when a
  let b = c + d
  for each e in f where e.g
  replace cpr.x when h
  permit i
  forbid j
  require k
  unless l because en \"m {n}\" pl \"o\"
  message en \"p {q.r} \\{s\\}\"
  if not correct within 30 days from t
}
";
    let clauses = rule_clauses(text);
    assert_eq!(clauses.len(), 13);
    let ClauseKind::Message(message) = &clauses[11].kind else { panic!() };
    let parts = &message.entries[0].1.value.parts;
    assert_eq!(parts[0], TemplatePart::Text("p ".to_owned()));
    let TemplatePart::Hole(hole) = &parts[1] else { panic!() };
    assert_eq!(show(hole), "q.r");
    assert_eq!(text.get(hole.span.range()), Some("q.r"));
    assert_eq!(parts[2], TemplatePart::Text(" {s}".to_owned()));
    let ClauseKind::ForEach { condition, .. } = &clauses[5].kind else { panic!() };
    assert!(condition.is_some());
}

#[test]
fn consequences_are_those_of_the_description() {
    let consequence = |text: &str| {
        let clauses = rule_clauses(&format!("rule r for P {{\n  require a\n  if not {text}\n}}\n"));
        match clauses.into_iter().nth(1).map(|clause| clause.kind) {
            Some(ClauseKind::IfNot(consequence)) => consequence.kind,
            other => panic!("{other:?}"),
        }
    };
    use ConsequenceKind as Kind;
    assert!(matches!(consequence("reject"), Kind::Reject));
    assert!(matches!(consequence("correct within 14 days from b"), Kind::CorrectWithin { .. }));
    assert!(matches!(consequence("correct until 2024-01-31"), Kind::CorrectUntil(_)));
    assert!(matches!(consequence("reduce b to c"), Kind::ReduceTo { .. }));
    assert!(matches!(consequence("reduce b until it holds"), Kind::ReduceUntilHolds { .. }));
    assert!(matches!(consequence("exclude b.amount"), Kind::Exclude(_)));
    assert!(matches!(consequence("not effective until satisfied"), Kind::NotEffective));
    assert!(matches!(consequence("recover 5% of b"), Kind::Recover(_)));
    assert!(matches!(consequence("sanction at most 10% of b"), Kind::Sanction { .. }));
    assert!(matches!(consequence("advise"), Kind::Advise));
}

#[test]
fn regimes_have_dates_and_a_later_end_under_a_condition() {
    let text = "\
rule r for Grant {
  one of regimes, unknown after 2030-12-31 {
    old from 2014-01-01 to 2023-12-31 or to 2024-06-30 when under_scheme { require a }
    new from 2024-01-01 { when b require c cite d }
  }
}
";
    let clauses = rule_clauses(text);
    let ClauseKind::OneOf(one_of) = &clauses[0].kind else { panic!() };
    assert_eq!(&*one_of.label.value, "regimes");
    assert!(one_of.unknown_after.is_some());
    assert_eq!(one_of.alternatives[0].validity.or_to.len(), 1);
    assert_eq!(one_of.alternatives[1].clauses.len(), 3);
}

#[test]
fn clauses_stand_only_where_they_mean_something() {
    for text in [
        "rule r for P { require a award 2 points }",
        "refine cpr.a { require b }",
        "prefer a for P { award 1 point if not reject }",
        "information a { require b }",
        "rule r for P { one of r { a { require b if not reject } } }",
    ] {
        assert_eq!(codes(&read(&format!("{text}\n")).1), ["syntax::misplaced"], "{text}");
    }
    let clauses =
        rule_clauses("prefer a for P {\n  group quality\n  when b\n  award 2 points\n}\n");
    let ClauseKind::Award(points) = &clauses[2].kind else { panic!() };
    assert_eq!(show(points), "2");
    assert_eq!(rule_clauses("prefer a for P {\n  award b * 3\n}\n").len(), 1);
    assert_eq!(rule_clauses("refine cpr.a {\n  unless b because en \"c\"\n}\n").len(), 1);
    let text = "information a for P {\n  clause \"1\"\n  title en \"b\"\n  message en \"c {d}\"\n  cite e\n}\n";
    assert_eq!(rule_clauses(text).len(), 4);
    let ItemKind::Without(without) = one("without cpr.land because en \"a\" cite b \"1\"\n") else {
        panic!()
    };
    assert_eq!((without.rule.text().as_str(), without.cite.len()), ("cpr.land", 1));
}

#[test]
fn tests_have_dates_facts_and_expectations() {
    let text = "\
test \"a\" for Project {
  on 2024-05-01
  given on 2024-06-01 file \"a.yaml\" with { costs[3].amount: 480_000.01 PLN, b.c: missing }
  given { $facts: Priority, d: 2024-04-01 to 2028-03-31
          e: [{ f: yes }, { f: 15%, g: { value: 3 EUR, evidence: documented } }]
          h: \"text, with } signs\", i: unknown, j: other \"kiosk\", `k`: art_2_3, l: 12:00 }
  given with { b: 1 }
  expect r for costs[2] violated with margin -0.01 PLN with measured 3 EUR with limit 2 EUR
         by regime_1 missing a, costs[1].b message en \"c\"
  expect \"R-04\" satisfied
  expect total is 480_000.00 PLN
  expect share for costs[2] is 5%
  expect verdict eligible
  expect points of quality is 2 to 3
  expect invalid \"facts::unknown_key\"
  expect invalid
}
";
    let ItemKind::Test(test) = one(text) else { panic!() };
    assert_eq!(test.steps.len(), 12);
    let TestStepKind::Given(given) = &test.steps[1].kind else { panic!() };
    assert!(given.on.is_some());
    assert_eq!(given.with[0].path.value, "costs[3].amount");
    assert!(given.with[1].value.is_none());
    let scalar = &given.with[0].value.as_ref().unwrap().kind;
    assert_eq!(*scalar, DatumKind::Scalar("480000.01 PLN".to_owned()));
    let TestStepKind::Expect(Expect::Outcome(outcome)) = &test.steps[4].kind else { panic!() };
    assert_eq!(outcome.element.as_ref().unwrap().value, "costs[2]");
    assert!(outcome.margin.is_some() && outcome.measured.is_some() && outcome.limit.is_some());
    assert_eq!(outcome.missing.as_ref().unwrap().len(), 2);
    assert!(outcome.regime.is_some() && outcome.message.is_some());
    let TestStepKind::Expect(Expect::Points { max, .. }) = &test.steps[9].kind else { panic!() };
    assert!(max.is_some());
}

#[test]
fn facts_of_tests_are_kept_as_they_stand() {
    let text = "test \"a\" for P {\n  given { a: 2024-04-01 to 2028-03-31\n    b: \"x\", c: [1_000, b_1_000], d: other \"k, l\"\n    e: null # none\n  }\n  expect verdict eligible\n}\n";
    let ItemKind::Test(test) = one(text) else { panic!() };
    let TestStepKind::Given(given) = &test.steps[0].kind else { panic!() };
    let GivenBase::Inline(datum) = &given.base else { panic!() };
    let DatumKind::Map(entries) = &datum.kind else { panic!() };
    let kinds: Vec<&DatumKind> = entries.iter().map(|(_, datum)| &datum.kind).collect();
    let scalar = |text: &str| DatumKind::Scalar(text.to_owned());
    assert_eq!(*kinds[0], scalar("2024-04-01 to 2028-03-31"));
    assert_eq!(*kinds[1], DatumKind::Text("x".to_owned()));
    let DatumKind::List(list) = kinds[2] else { panic!() };
    assert_eq!([&list[0].kind, &list[1].kind], [&scalar("1000"), &scalar("b_1_000")]);
    assert_eq!(*kinds[3], scalar("other \"k, l\""));
    assert_eq!(*kinds[4], DatumKind::Unknown);
    for wrong in
        ["{ a: 1 b: 2 }", "{ a: 1, b: 2 c: 3 }", "{ a: \"b\" c: 2 }", "{ a: [1 2, 3] [4] }"]
    {
        let text = format!("test \"a\" for P {{\n  given {wrong}\n}}\n");
        assert_eq!(read(&text).1.len(), 1, "{wrong}");
    }
    let twice = "test \"a\" for P {\n  given { a: 1, a: 2 }\n}\n";
    assert_eq!(codes(&read(twice).1), ["syntax::repeated"]);
    let empty = "test \"a\" for P {\n  given { a:\n  b: 2 }\n}\n";
    assert_eq!(codes(&read(empty).1), ["syntax::unexpected"]);
}
