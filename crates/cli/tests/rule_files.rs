//! The commands for those who write rules: `new`, `test`, `lint`, `rules`.
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

use common::{Project, run_in};

#[test]
fn a_new_programme_works_at_once() {
    let project = Project::new("new");
    let tests = project.run(&["test", "--coverage"]);
    assert_eq!(tests.status, 0, "{tests:?}");
    assert!(tests.output.contains("0 failed in 1 module"), "{tests:?}");
    assert_eq!(project.run(&["lint"]).status, 0);
    assert_eq!(project.run(&["check", "proposals/example.yaml"]).status, 0);
    let again = project.run(&["new", "."]);
    assert_eq!(again.status, 2);
    assert!(again.error.contains("is not empty"), "{again:?}");
}

#[test]
fn a_failing_test_is_drawn_and_ends_with_1() {
    let project = Project::new("failing");
    let rules = "rules/my/programme.subvent";
    project.change(rules, "expect payable is 85_000 EUR", "expect payable is 85_001 EUR", rules);
    let done = project.run(&["test"]);
    assert_eq!(done.status, 1);
    assert!(done.output.contains("test \"exactly at the rate, and one cent above\""), "{done:?}");
    assert!(done.output.contains("`payable`: expected 85_001 EUR, came 85000.00 EUR"), "{done:?}");
    assert!(done.output.contains("5 passed, 1 failed in 1 module"), "{done:?}");
    let object = project.run(&["test", "--format", "json"]).json();
    assert_eq!((object["passed"].as_u64(), object["failed"].as_u64()), (Some(5), Some(1)));
    assert_eq!(object["failures"][0]["file"], rules);
    let text = std::fs::read_to_string(project.path(rules)).unwrap();
    let line = 1 + text.lines().position(|line| line.contains("85_001")).unwrap() as u64;
    assert_eq!(object["failures"][0]["line"].as_u64(), Some(line));
    assert_eq!(object["missed"].as_array().map(Vec::len), Some(0));
}

#[test]
fn coverage_names_the_side_of_a_bound_that_no_test_came_from() {
    let project = Project::new("coverage");
    let rules = "rules/my/programme.subvent";
    project.change(
        rules,
        "  given { grant: 9_999.99 EUR }\n  expect \"P-4\" violated with margin -0.01 EUR\n",
        "",
        rules,
    );
    let object = project.run(&["test", "--coverage", "--format", "json"]).json();
    let missed: Vec<(&str, &str)> = object["missed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|missed| (missed["rule"].as_str().unwrap(), missed["what"].as_str().unwrap()))
        .collect();
    assert!(missed.contains(&("my.programme.minimum_grant", "never violated")), "{missed:?}");
    let below = ("my.programme.minimum_grant", "bound never reached from below");
    assert!(missed.contains(&below), "{missed:?}");
    let above = ("my.programme.minimum_grant", "bound never reached from above");
    assert!(!missed.contains(&above), "{missed:?}");
}

#[test]
fn rule_files_are_found_by_file_directory_or_module() {
    let project = Project::new("targets");
    for target in ["rules", "rules/my", "rules/my/programme.subvent", "my.programme"] {
        let done = project.run(&["test", target]);
        assert_eq!(done.status, 0, "{target}: {done:?}");
        assert!(done.output.contains("6 passed, 0 failed in 1 module"), "{target}: {done:?}");
    }
    // Without a project, a file's own name tells where its directory of rules begins.
    let outside = project.path("rules/my");
    std::fs::remove_file(project.path("subvent.toml")).unwrap();
    let done = run_in(&outside, &["lint", "programme.subvent"], "");
    assert_eq!(done.status, 0, "{done:?}");
    let done = project.run(&["test", "my.programe"]);
    assert_eq!(done.status, 2);
    assert!(done.error.contains("did you mean `my.programme`?"), "{done:?}");
    assert_eq!(project.run(&["test", "proposals"]).status, 2);
}

#[test]
fn a_test_reads_no_file_outside_the_project() {
    let project = Project::new("outside");
    let rules = "rules/my/programme.subvent";
    project.change(
        rules,
        "../../proposals/example.yaml",
        "../../../../../etc/hostname.yaml",
        rules,
    );
    let done = project.run(&["test"]);
    assert_eq!(done.status, 1);
    let refused = done.output.contains("lies outside the directory")
        || done.output.contains("there is no file");
    assert!(refused, "{done:?}");
}

#[test]
fn lint_shows_errors_and_ends_with_2() {
    let project = Project::new("lint");
    let rules = "rules/my/programme.subvent";
    project.change(rules, "require grant >= 10_000 EUR", "require grnat >= 10_000 EUR", rules);
    let done = project.run(&["lint"]);
    assert_eq!(done.status, 2);
    assert!(done.output.contains("did you mean `grant`?"), "{done:?}");
    let list = project.run(&["lint", "--format", "json"]).json();
    assert_eq!(list[0]["severity"], "error");
    assert_eq!(list[0]["file"], rules);
    let check = project.run(&["check", "proposals/example.yaml"]);
    assert_eq!(check.status, 2);
    assert!(check.error.contains("did you mean `grant`?"), "{check:?}");
    assert_eq!(project.run(&["test"]).status, 2);
}

#[test]
fn rules_lists_modules_and_shows_one() {
    let project = Project::new("rules");
    let list = project.run(&["rules"]);
    assert_eq!(list.status, 0, "{list:?}");
    assert!(list.output.contains("my.programme"), "{list:?}");
    let list = project.run(&["rules", "--format", "json"]).json();
    let own =
        list.as_array().unwrap().iter().find(|entry| entry["module"] == "my.programme").unwrap();
    assert_eq!((own["kind"].as_str(), own["rules"].as_u64()), (Some("programme"), Some(4)));
    let text = project.run(&["rules", "my.programme"]).output;
    for part in [
        "P-1",
        "grant_within_the_rate",
        "Call for proposals 1/2026, section 3",
        "2026-01-01 to 2026-12-31  85%",
        "from 2027-01-01           80%",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_calendar_is_shown_with_its_days() {
    let project = Project::new("calendar");
    let rules = project.path("rules/my/programme.subvent");
    let text = std::fs::read_to_string(&rules).unwrap();
    let calendar = "\ncalendar office {\n  title   en \"Office days\"\n  covers  2026 to 2027\n  \
        rest    saturday, sunday\n  holiday easter + 1 day from 2027 en \"Easter Monday\"\n}\n";
    std::fs::write(&rules, text + calendar).unwrap();
    let text = project.run(&["rules", "my.programme"]).output;
    for part in [
        "Calendars (1)",
        "office  Office days",
        "2026-01-01 to 2027-12-31",
        "easter + 1 day from 2027  Easter Monday",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let object = project.run(&["rules", "my.programme", "--format", "json"]).json();
    assert_eq!(object["calendars"][0]["holidays"][0]["title"], "Easter Monday");
}

#[test]
fn a_citation_that_could_not_be_read_is_flagged() {
    let project = Project::new("unverified");
    let rules = "rules/my/programme.subvent";
    project.change(
        rules,
        "  cite    call \"section 4\"",
        "  cite    call \"section 4\" unverified",
        rules,
    );
    let text = project.run(&["rules", "my.programme"]).output;
    assert!(text.contains("section 4 [unverified]"), "{text}");
    assert!(text.contains("1 citation is not verified against the source."), "{text}");
}

#[test]
fn a_project_file_with_a_word_too_many_is_refused() {
    let project = Project::new("config");
    project.change("subvent.toml", "rules = ", "rulse = ", "subvent.toml");
    let done = project.run(&["lint"]);
    assert_eq!(done.status, 2);
    assert!(done.error.contains("rulse"), "{done:?}");
}

#[test]
fn a_directory_given_must_exist() {
    let project = Project::new("directory");
    let done = project.run(&["check", "proposals/example.yaml", "--rules", "nowhere"]);
    assert_eq!(done.status, 2);
    assert!(done.error.contains("there is no directory `nowhere`"), "{done:?}");
    assert_eq!(project.run(&["check", "proposals/example.yaml", "--rules", "rules"]).status, 0);
}

#[test]
fn the_packs_that_are_built_in_pass_their_own_tests() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let done = run_in(&root, &["test"], "");
    assert_eq!(done.status, 0, "{}", done.output);
}
