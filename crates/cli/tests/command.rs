//! The command as a person or a script meets it: its output, its errors, its exit status.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

mod common;

use common::{Project, json, run};

#[test]
fn the_exit_status_follows_the_verdict() {
    let project = Project::new("status");
    let cases = [
        ("grant: 85_000 EUR", "grant: 85_000 EUR", 0, "eligible"),
        ("grant: 85_000 EUR", "grant: 85_000.01 EUR", 1, "reduced"),
        ("grant: 85_000 EUR", "grant: 9_999.99 EUR", 1, "ineligible"),
        ("    amount: 40_000 EUR\n", "", 3, "undetermined"),
        ("grant: 85_000 EUR", "grnat: 85_000 EUR", 2, "invalid"),
    ];
    for (before, after, status, verdict) in cases {
        project.change("proposals/example.yaml", before, after, "proposals/case.yaml");
        let done = project.run(&["check", "proposals/case.yaml", "--format", "json"]);
        assert_eq!(
            (done.status, done.json()["verdict"].as_str()),
            (status, Some(verdict)),
            "{done:?}"
        );
    }
}

#[test]
fn over_several_proposals_the_first_of_2_1_3_0_counts() {
    let project = Project::new("several");
    let good = "proposals/example.yaml";
    project.change(good, "grant: 85_000 EUR", "grant: 9_000 EUR", "proposals/refused.yaml");
    project.change(good, "    amount: 40_000 EUR\n", "", "proposals/open.yaml");
    project.change(good, "grant: 85_000 EUR", "grnat: 1 EUR", "proposals/broken.yaml");
    let status = |names: &[&str]| {
        let paths: Vec<String> =
            names.iter().map(|name| format!("proposals/{name}.yaml")).collect();
        let arguments = ["check"].into_iter().chain(paths.iter().map(String::as_str));
        project.run(&arguments.collect::<Vec<_>>()).status
    };
    assert_eq!(status(&["example", "example"]), 0);
    assert_eq!(status(&["example", "open"]), 3);
    assert_eq!(status(&["open", "refused", "example"]), 1);
    assert_eq!(status(&["open", "refused", "broken"]), 2);
}

#[test]
fn many_proposals_are_one_line_of_json_each() {
    let project = Project::new("lines");
    project.change("proposals/example.yaml", "85_000 EUR", "85_001 EUR", "proposals/b.yaml");
    std::fs::write(project.path("proposals/c.yaml"), b"name: \xB3\n").unwrap();
    let done = project.run(&["check", "proposals", "--format", "json"]);
    let verdicts: Vec<String> = done
        .output
        .lines()
        .map(|line| json(line)["verdict"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(verdicts, ["reduced", "invalid", "eligible"]);
    assert_eq!(done.status, 2);
    assert!(done.error.contains("the file is not UTF-8"), "{}", done.error);
    let text = project.run(&["check", "proposals"]).output;
    assert!(text.ends_with("3 proposals: 1 eligible, 1 reduced, 1 invalid\n"), "{text}");
}

#[test]
fn results_are_on_standard_output_and_all_else_on_standard_error() {
    let project = Project::new("streams");
    let good = project.run(&["check", "proposals/example.yaml"]);
    assert!(good.output.starts_with("Verdict: eligible"), "{good:?}");
    assert_eq!(good.error, "");
    let gone = project.run(&["check", "proposals/gone.yaml"]);
    assert_eq!((gone.output.as_str(), gone.status), ("", 2));
    assert!(gone.error.contains("there is no file `proposals/gone.yaml`"), "{gone:?}");
}

#[test]
fn a_finding_shows_the_proposal_the_clause_and_the_source() {
    let project = Project::new("finding");
    project.change("proposals/example.yaml", "85_000 EUR", "85_000.01 EUR", "proposals/b.yaml");
    let text = project.run(&["check", "proposals/b.yaml"]).output;
    for part in [
        "my.programme.grant_within_the_rate",
        "proposals/b.yaml:6:8",
        "rules/my/programme.subvent",
        "source: Call for proposals 1/2026, section 3",
        "reduced to 85,000.00",
        "Verdict: eligible with reduced amounts",
    ] {
        assert!(text.replace('\u{a0}', " ").contains(part), "{part} is not in\n{text}");
    }
    assert!(!text.contains('\u{1b}'), "no colours without a terminal");
    let coloured = project.run(&["check", "proposals/b.yaml", "--color", "always"]).output;
    assert!(coloured.contains("\u{1b}["));
}

#[test]
fn standard_input_is_a_proposal_too() {
    let project = Project::new("stdin");
    let text = std::fs::read_to_string(project.path("proposals/example.yaml")).unwrap();
    let with = ["check", "-", "--programme", "my.programme"];
    assert_eq!(project.run_with(&with, &text).status, 0);
    let nameless = project.run_with(&["check", "-"], &text);
    assert_eq!(nameless.status, 2);
    assert!(nameless.error.contains("does not say which rules apply"), "{nameless:?}");
    let object = r#"{"$as_of": "2026-03-01", "grant": "9999 EUR"}"#;
    let with = ["check", "-", "--programme", "my.programme", "--stdin-format", "json"];
    let done = project.run_with(&with, object);
    assert_eq!(done.status, 1, "{done:?}");
}

#[test]
fn programme_and_date_come_from_the_caller_or_the_proposal_but_never_from_both() {
    let project = Project::new("both");
    let check = |more: &[&str]| {
        let arguments = ["check", "proposals/example.yaml"].into_iter().chain(more.iter().copied());
        project.run(&arguments.collect::<Vec<_>>())
    };
    assert_eq!(check(&["--as-of", "2026-03-01"]).status, 0);
    let other = check(&["--as-of", "2026-03-02"]);
    assert_eq!(other.status, 2);
    assert!(other.output.contains("pack::other_date"), "{other:?}");
    assert!(check(&["--as-of", "2026-02-30"]).error.contains("is not a date"));
    let unknown = check(&["--programme", "my.program"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.error.contains("did you mean `my.programme`?"), "{unknown:?}");
    project.change("proposals/example.yaml", "$as_of: 2026-03-01", "", "proposals/b.yaml");
    let dateless = project.run(&["check", "proposals/b.yaml"]);
    assert_eq!(dateless.status, 2);
    assert!(dateless.error.contains("there is no date of assessment"), "{dateless:?}");
    let text = "$programme: eu.cpr\n$as_of: 2026-03-01\n";
    std::fs::write(project.path("proposals/c.yaml"), text).unwrap();
    let other = project.run(&["check", "proposals/c.yaml", "--programme", "my.programme"]);
    assert!(other.output.contains("pack::other_programme"), "{other:?}");
}

#[test]
fn one_rule_can_be_checked_alone() {
    let project = Project::new("only");
    project.change("proposals/example.yaml", "85_000 EUR", "85_000.01 EUR", "proposals/b.yaml");
    let check = |rule: &str| {
        project.run(&["check", "proposals/b.yaml", "--only", rule, "--format", "json"])
    };
    assert_eq!(check("P-1").status, 1);
    assert_eq!(check("minimum_grant").status, 0);
    assert_eq!(
        check("my.programme.minimum_grant").json()["outcomes"].as_array().map(Vec::len),
        Some(1)
    );
    let unknown = check("P-11");
    assert_eq!(unknown.status, 2);
    assert!(unknown.error.contains("did you mean `P-1`?"), "{unknown:?}");
}

#[test]
fn a_final_submission_must_be_complete() {
    let project = Project::new("complete");
    let open = project.change(
        "proposals/example.yaml",
        "    amount: 40_000 EUR\n",
        "",
        "proposals/b.yaml",
    );
    assert_eq!(project.run(&["check", open]).status, 3);
    let done = project.run(&["check", open, "--complete", "--format", "json"]);
    assert_eq!(done.status, 2);
    assert_eq!(done.json()["problems"][0]["message"], "`costs[1].amount` is missing");
}

#[test]
fn an_outcome_is_explained_step_by_step() {
    let project = Project::new("explain");
    project.change("proposals/example.yaml", "2026-07-15", "2026-05-31", "proposals/b.yaml");
    let text = project.run(&["explain", "proposals/b.yaml", "--rule", "P-1"]).output;
    assert!(text.contains("grant_rate = 85%"), "{text}");
    let one = |element: &str| {
        project.run(&["explain", "proposals/b.yaml", "--rule", "P-3", "--element", element])
    };
    assert!(one("1").output.contains("does not hold"));
    assert!(one("costs[0]").output.contains("holds"));
    let gone = one("7");
    assert_eq!(gone.status, 2);
    assert!(gone.error.contains("costs[0], costs[1]"), "{gone:?}");
    let page = project.run(&["explain", "facts::unknown_key"]);
    assert!(page.output.starts_with("# `facts::unknown_key`"), "{page:?}");
    let gone = project.run(&["explain", "facts::unknown_kee"]);
    assert!(gone.error.contains("did you mean `facts::unknown_key`?"), "{gone:?}");
}

#[test]
fn unusable_arguments_end_with_2() {
    assert_eq!(run(&["check"]).status, 2);
    assert_eq!(run(&["chekc", "a.yaml"]).status, 2);
    assert_eq!(run(&["check", "a.xlsx"]).status, 2);
    assert_eq!(run(&["--version"]).status, 0);
    let bash = run(&["completions", "bash"]);
    assert!(bash.output.contains("_subvent") && bash.status == 0, "{bash:?}");
}

#[test]
fn findings_can_be_annotations() {
    let project = Project::new("github");
    project.change("proposals/example.yaml", "85_000 EUR", "9_000 EUR", "proposals/b.yaml");
    let done = project.run(&["check", "proposals/b.yaml", "--format", "github"]);
    assert_eq!(done.status, 1);
    let wanted = "::error file=proposals/b.yaml,line=6,col=8,title=my.programme.minimum_grant::";
    assert!(done.output.starts_with(wanted), "{done:?}");
    assert_eq!(done.output.lines().count(), 1);
}

#[test]
fn problems_beyond_those_that_are_listed_are_counted() {
    let project = Project::new("flood");
    let keys: String = (0..1_200).map(|number| format!("k{number}: 1\n")).collect();
    let good = std::fs::read_to_string(project.path("proposals/example.yaml")).unwrap();
    let proposal = good + &keys;
    std::fs::write(project.path("proposals/flood.yaml"), proposal).unwrap();
    let text = project.run(&["check", "proposals/flood.yaml", "--format", "json"]).output;
    let report = json(&text);
    let listed = report["problems"].as_array().unwrap().len();
    assert_eq!(listed, 500);
    assert_eq!(report["problems_not_shown"], 700);
    let text = project.run(&["check", "proposals/flood.yaml"]).output;
    assert!(text.contains("problems not shown besides these: 700\n"), "{text}");
}
