//! The short way, end to end.

use serde::Serialize;

use super::{AsOf, Report, Rules};
use crate::diagnostic::Severity;
use crate::eval::{Outcome, Verdict};
use crate::pack::{Chain, Memory};
use crate::quantity::{Currency, Month, Number, Quotation, RateDate, RateTable, Rhythm};

const RULES: &str = r#"
module my.rules

programme {
  title     en "My rules"  pl "Moje zasady"
  currency  PLN
  languages en, pl
  checks    Project, Other
}

facts Project {
  grant:    money at least 0
  costs:    money at least 0
  judgement: bool assessed
}

facts Other { grant: money at least 0 }

rule ceiling for Project {
  clause  "M-1"
  require grant <= 80% of costs
  message en "{grant} is above 80% of {costs}."  pl "{grant} to ponad 80% z {costs}."
}

rule judged for Project {
  clause  "M-2"
  require judgement
  message en "The assessor says no." pl "Oceniający mówi nie."
}

rule other_grant for Other {
  require grant <= 1 PLN
  message en "Too much." pl "Za dużo."
}
"#;

fn rules() -> Rules {
    Rules::load(&Memory::new().with("my.rules", RULES), "my.rules").unwrap()
}

fn day() -> AsOf {
    AsOf::date(2024, 5, 1).unwrap()
}

fn check(text: &str) -> Report {
    let rules = rules();
    rules.check(&rules.facts_from_yaml("p.yaml", text).unwrap(), day())
}

/// The codes of the errors of a proposal.
fn refused(text: &str) -> Vec<&'static str> {
    let problems = rules().facts_from_yaml("p.yaml", text).unwrap_err();
    problems.diagnostics().iter().map(|problem| problem.code.as_str()).collect()
}

#[test]
fn rules_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    let rules = rules();
    shared(&rules);
    let verdicts: Vec<Verdict> = std::thread::scope(|scope| {
        let check = |grant: u32| {
            let rules = rules.clone();
            scope.spawn(move || {
                let text = format!("grant: {grant} PLN\ncosts: 100 PLN\njudgement: yes\n");
                rules.check(&rules.facts_from_yaml("p.yaml", &text).unwrap(), day()).verdict()
            })
        };
        let threads: Vec<_> = [80, 81].map(check).into();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(verdicts, [Verdict::Eligible, Verdict::Ineligible]);
}

#[test]
fn a_report_is_the_json_of_the_interface() {
    let report = check("grant: 81 PLN\ncosts: 100 PLN\njudgement: yes\n");
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["programme"], "my.rules");
    assert_eq!(json["verdict"], "ineligible");
    assert_eq!(json["as_of"], "2024-05-01");
    assert_eq!(json["proposal"], "p.yaml");
    assert_eq!(json["rules_sha256"].as_str().map(str::len), Some(64));
    assert_eq!(json["outcomes"][0]["clause"], "M-1");
    assert_eq!(json["outcomes"][0]["margin"], "-1.00 PLN");
    assert_eq!(json["outcomes"][0]["facts"][0]["line"], 1);
    assert_eq!(json["elsewhere"][0]["needs"], "Other");
    let again = serde_json::to_string(&check("grant: 81 PLN\ncosts: 100 PLN\njudgement: yes\n"));
    assert_eq!(serde_json::to_string(&report).unwrap(), again.unwrap());
}

#[test]
fn languages_are_chosen_by_tag() {
    let report = check("grant: 81 PLN\ncosts: 100 PLN\njudgement: yes\n");
    let message = |report: &Report| {
        report.entries().outcomes[0].message.clone().unwrap().replace('\u{a0}', " ")
    };
    assert_eq!(message(&report), "81.00 PLN is above 80% of 100.00 PLN.");
    let polish = message(&report.in_language("pl"));
    assert_eq!(polish, "81,00 zł to ponad 80% z 100,00 zł.");
}

#[test]
fn the_error_of_a_report_draws_every_finding() {
    let report = check("grant: 81 PLN\ncosts: 100 PLN\njudgement: no\n");
    let error = report.diagnostic("en");
    let related: Vec<_> = miette::Diagnostic::related(&error).unwrap().collect();
    let codes: Vec<String> =
        related.iter().map(|finding| finding.code().unwrap().to_string()).collect();
    assert_eq!(codes, ["my.rules.ceiling", "my.rules.judged"]);
    assert!(error.to_string().contains("ineligible"), "{error}");
}

#[test]
fn what_a_proposal_says_of_itself_must_fit() {
    assert_eq!(refused("$programme: other.rules\ngrant: 1 PLN\n"), ["pack::other_programme"]);
    assert_eq!(refused("$facts: Projekt\ngrant: 1 PLN\n"), ["pack::no_such_root"]);
    let other = check("$programme: my.rules\n$facts: Other\ngrant: 2 PLN\n");
    assert_eq!(other.verdict(), Verdict::Ineligible);
    let late = check("$as_of: 2024-05-02\ngrant: 1 PLN\n");
    assert_eq!(late.verdict(), Verdict::Invalid);
    let codes: Vec<_> = late.problems().iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!(codes, ["pack::other_date"]);
    assert_eq!(serde_json::to_value(&late).unwrap()["problems"][0]["line"], 1);
    assert_eq!(check("$as_of: 2024-05-01\ngrant: 1 PLN\n").verdict(), Verdict::Undetermined);
}

#[test]
fn an_invalid_proposal_has_a_report_with_places() {
    let rules = rules();
    let problems = rules.facts_from_yaml("p.yaml", "grant: 1 PLN\ncots: 2 PLN\n").unwrap_err();
    assert!(problems.to_string().starts_with("`p.yaml` cannot be checked: "), "{problems}");
    let report = Report::invalid(&rules, &problems, Some(day()));
    assert_eq!(report.verdict(), Verdict::Invalid);
    assert!(report.outcomes().is_empty());
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["verdict"], "invalid");
    assert_eq!(json["problems"][0]["code"], "facts::unknown_key");
    assert_eq!(json["problems"][0]["line"], 2);
    assert!(rules.facts_from_json("p.json", "{\"grant\": \"1 PLN\",}").is_err());
}

#[test]
fn a_final_submission_owes_nothing() {
    let rules = rules();
    let text = "grant: 80 PLN\n";
    let proposal = rules.facts_from_yaml("p.yaml", text).unwrap();
    assert_eq!(rules.check(&proposal, day()).verdict(), Verdict::Undetermined);
    let report = rules.check_complete(&proposal, day());
    assert_eq!(report.verdict(), Verdict::Invalid);
    let told: Vec<&str> = report.problems().iter().map(|problem| &*problem.message).collect();
    // The judgement is the assessor's to give, not the applicant's.
    assert_eq!(told, ["`costs` is missing"]);
    let given = rules.facts_from_yaml("p.yaml", "grant: 80 PLN\ncosts: 100 PLN\n").unwrap();
    assert_eq!(rules.check_complete(&given, day()).verdict(), Verdict::Undetermined);
    // What is refused anyway is refused, and the gap is told besides.
    let refused = rules.facts_from_yaml("p.yaml", "grant: 80 PLN\njudgement: no\n").unwrap();
    let report = rules.check_complete(&refused, day());
    assert_eq!(report.verdict(), Verdict::Ineligible);
    assert!(report.problems().iter().any(|problem| problem.severity == Severity::Error));
}

#[test]
fn the_verdict_can_be_over_some_rules_only() {
    let report = check("grant: 81 PLN\ncosts: 100 PLN\njudgement: yes\n");
    let judged = crate::pack::rules(rules().pack().checked(), "M-2").unwrap();
    let only = report.only(&judged);
    assert_eq!(only.verdict(), Verdict::Eligible);
    let outcomes: Vec<Outcome> = only.outcomes().iter().map(|found| found.outcome).collect();
    assert_eq!(outcomes, [Outcome::Satisfied]);
}

#[test]
fn values_of_a_program_are_facts() {
    #[derive(Serialize)]
    struct Project {
        grant: &'static str,
        costs: &'static str,
        judgement: bool,
    }
    let project = Project { grant: "80.01 PLN", costs: "100 PLN", judgement: true };
    let report = rules().check_value(&project, day()).unwrap();
    assert_eq!(report.verdict(), Verdict::Ineligible);
    #[derive(Serialize)]
    struct Wrong {
        grnat: u32,
    }
    let problems = rules().check_value(&Wrong { grnat: 1 }, day()).unwrap_err();
    assert_eq!(problems.diagnostics().iter().count(), 1);
}

#[test]
fn rules_that_cannot_be_used_say_why() {
    let broken = Memory::new().with("a", "module a\nuse b\n").with("b", "rule {\n");
    let problems = Rules::load(&broken, "a").unwrap_err();
    assert_eq!(problems.module(), "a");
    assert!(problems.to_string().starts_with("the rules `a` cannot be used: "), "{problems}");
    let related = miette::Diagnostic::related(&problems).unwrap().count();
    assert_eq!(related, problems.located().len());
    let near = Rules::load(&Memory::new().with("my.rules", RULES), "my.rulse").unwrap_err();
    let help = near.diagnostics().iter().next().and_then(|problem| problem.help.as_deref());
    assert_eq!(help, Some("did you mean `my.rules`?"));
}

#[test]
fn the_digest_changes_with_every_text_that_is_used() {
    let digest = |b: &str| {
        let a =
            format!("use b\n{RULES}").replace("use b\n\nmodule my.rules", "module my.rules\nuse b");
        let loader =
            Chain::new().then(Memory::new().with("my.rules", a)).then(Memory::new().with("b", b));
        Rules::load(&loader, "my.rules").unwrap().sha256().to_owned()
    };
    assert_eq!(digest("module b\n"), digest("module b\n"));
    assert_ne!(digest("module b\n"), digest("module b\n# changed\n"));
}

const CLAIM: &str = "
programme {
  checks Claim
}
rates inforeuro {
  base     EUR
  monthly
  quoted   per base
  supplied
}
rates own {
  base   EUR
  monthly
  quoted per base
  rows   { 2024-03 { PLN 4 } }
}
facts Claim {
  paid:      money PLN
  submitted: date
}
result in_euro for Claim: money EUR =
  paid in EUR at inforeuro on submitted rounded half up to 0.01
result other for Claim: money EUR = paid in EUR at own on submitted
";

/// What a claim of 12 000 PLN in March 2024 comes to.
fn in_euro(rules: &Rules) -> serde_json::Value {
    let claim = "paid: 12_000 PLN\nsubmitted: 2024-03-31\n";
    let report = rules.check(&rules.facts_from_yaml("c.yaml", claim).unwrap(), day());
    serde_json::to_value(&report).unwrap()["values"][0].clone()
}

#[test]
fn rates_are_supplied_as_text_or_as_a_table() {
    let rules = Rules::load(&Memory::new().with("page", CLAIM), "page").unwrap();
    assert_eq!(in_euro(&rules)["fault"]["kind"], "rates_not_supplied");
    let csv = "month,PLN,SEK\n2024-01,4.35,\n2024-03,4.3208,11.2115\n";
    let supplied = rules.with_rates("page.inforeuro", "rates.csv", csv).unwrap();
    assert_eq!(in_euro(&supplied)["value"], "2777.26 EUR");
    // The gap in February is a warning, at its place in the text.
    let gap = supplied.located_warnings().find(|it| it.to_string().contains("2024-02")).unwrap();
    assert_eq!(gap.diagnostic().code.as_str(), "types::rate_gap");

    let month = RateDate::Month(Month::new(2024, 3).unwrap());
    let mut table = RateTable::new(Currency::EUR, Quotation::PerBase, Rhythm::Monthly);
    table.add(month, Currency::PLN, Number::parse("4.3208").unwrap()).unwrap();
    let same = rules.with_rate_table("inforeuro", table.clone()).unwrap();
    assert_eq!(in_euro(&same)["value"], "2777.26 EUR");

    // The same rates have the same digest, other rates another one.
    let again = rules.with_rates("inforeuro", "x.csv", "month,currency,rate\n2024-03,PLN,4.3208\n");
    assert_eq!(same.sha256(), again.unwrap().sha256());
    assert_ne!(same.sha256(), supplied.sha256());
    assert_ne!(same.sha256(), rules.sha256());
    // The programme without rates is as it was.
    assert_eq!(in_euro(&rules)["fault"]["kind"], "rates_not_supplied");
}

#[test]
fn rates_that_the_rules_do_not_take_are_refused() {
    let rules = Rules::load(&Memory::new().with("page", CLAIM), "page").unwrap();
    let said = |found: Result<Rules, crate::RateProblems>| {
        let problems = found.unwrap_err();
        let first = problems.diagnostics().iter().next().unwrap();
        format!("{} {} {}", first.code, first.message, first.help.clone().unwrap_or_default())
    };
    let csv = "month,PLN\n2024-03,4.3208\n";
    let unknown = said(rules.with_rates("info_euro", "r.csv", csv));
    assert!(unknown.contains("no_such_rates") && unknown.contains("`inforeuro`?"), "{unknown}");
    let own = said(rules.with_rates("own", "r.csv", csv));
    assert!(own.contains("part of the rules"), "{own}");
    let bad = said(rules.with_rates("inforeuro", "r.csv", "month,PLN\n2024-03,none\n"));
    assert!(bad.starts_with("types::rate_value"), "{bad}");
    let daily = RateTable::new(Currency::EUR, Quotation::InBase, Rhythm::Daily);
    let other = said(rules.with_rate_table("inforeuro", daily));
    let wanted = "the rules ask for monthly rates per 1 EUR; supplied are daily rates in EUR";
    assert!(other.contains(wanted), "{other}");
}

#[test]
fn a_file_beside_the_module_counts_in_the_digest() {
    let text = "rates inforeuro {\n  base EUR\n  monthly\n  quoted per base\n  file \"r.csv\"\n}\n";
    let load = |csv: &str| {
        let memory = Memory::new().with("my.page", text).with_file("my/r.csv", csv);
        Rules::load(&Chain::new().then(Memory::new()).then(memory), "my.page").unwrap()
    };
    let (one, other) = (load("month,PLN\n2024-03,4.3\n"), load("month,PLN\n2024-03,4.4\n"));
    assert_ne!(one.sha256(), other.sha256());
    assert_eq!(one.sha256(), load("month,PLN\n2024-03,4.3\n").sha256());
}
