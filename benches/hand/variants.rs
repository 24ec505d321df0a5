//! The proposals on which both ways have to agree: the examples with complete facts, and the
//! complete one with a change for each rule.

use super::orebro::Outcome::{self, NotApplicable, NotMet, Satisfied, Violated};

/// The example that every rule holds for but advice.
pub const COMPLETE: &str = include_str!("../../examples/proposals/orebro-ai-all-complete.yaml");

/// The other examples with complete facts, by the end of their names.
pub const EXAMPLES: [(&str, &str); 4] = [
    (
        "financing-applied-for",
        include_str!("../../examples/proposals/orebro-ai-all-financing-applied-for.yaml"),
    ),
    (
        "one-activity-25-percent-women",
        include_str!("../../examples/proposals/orebro-ai-all-one-activity-25-percent-women.yaml"),
    ),
    ("one-day-late", include_str!("../../examples/proposals/orebro-ai-all-one-day-late.yaml")),
    (
        "over-the-ceiling",
        include_str!("../../examples/proposals/orebro-ai-all-over-the-ceiling.yaml"),
    ),
];

/// A change of the complete example.
pub struct Change {
    /// Words of the example, which stand there once.
    pub from: &'static str,
    /// What stands there instead.
    pub to: &'static str,
    /// A rule that comes out otherwise, on which element, and how.
    pub then: (&'static str, Option<u32>, Outcome),
}

/// The example with the change; none where the words are not there, or not only once.
pub fn changed(change: &Change) -> Option<String> {
    let (before, after) = COMPLETE.split_once(change.from)?;
    let once = !after.contains(change.from);
    once.then(|| format!("{before}{}{after}", change.to))
}

/// A change for each rule, those to the öre and to the day among them.
pub const CHANGES: [Change; 29] = [
    change("status: decided\n  body", "status: proposed\n  body", ("R-01", None, Violated)),
    change("applicant: Örebro universitet", "applicant: Örebro kommun", ("R-02", None, Violated)),
    change(
        "booked_costs: 14_612_500 SEK",
        "booked_costs: 14_612_499.99 SEK",
        ("R-03", None, Violated),
    ),
    change("requested: 4_529_875 SEK", "requested: 4_529_875.01 SEK", ("R-04", None, Violated)),
    change("project: \"AI.ALL*\"", "project: \"AI.ALL\"", ("R-05", None, Violated)),
    change(
        "legal_basis: regional_development_support",
        "legal_basis: another_basis",
        ("R-06", None, Violated),
    ),
    change("state_aid: yes", "state_aid: no", ("R-06", None, Violated)),
    change("start: 2023-03-01", "start: 2023-02-28", ("R-07", None, Violated)),
    change("end: 2026-02-28", "end: 2026-03-01", ("R-08", None, Violated)),
    change(
        "4_237_625 SEK, status: decided",
        "4_237_624.99 SEK, status: paid",
        ("R-09", None, Violated),
    ),
    change("names_the_region: yes", "names_the_region: no", ("R-10", Some(0), Violated)),
    change(
        "publications:\n  - what: Projektets webbplats\n    published: 2023-03-15\n    \
         names_the_region: yes",
        "publications: []",
        ("R-10", None, NotApplicable),
    ),
    change("19RS9026", "08-44-9", ("R-11", None, Violated)),
    change("decided: 2019-11-05", "decided: 2019-11-06", ("R-11", None, Violated)),
    change("state_aid_checked: yes", "state_aid_checked: no", ("R-12", Some(1), Violated)),
    change(
        "economic_activity: yes\n    state_aid_checked: yes",
        "economic_activity: no",
        ("R-12", None, NotApplicable),
    ),
    change("- sustainable_food", "- other: rymdteknik", ("R-13", Some(2), Violated)),
    change("[Energi, Livsmedel]", "[Energi, Energi]", ("R-14", Some(0), Violated)),
    change("speeds_up_use: yes", "speeds_up_use: no", ("R-15", None, Violated)),
    change("2021-01-01 to 2023-12-31", "2021-01-01 to 2023-02-28", ("R-16", Some(1), Satisfied)),
    change(
        "strategy_area: innovation_and_specialisation",
        "strategy_area: { other: Kompetens }",
        ("R-18", None, Violated),
    ),
    change(
        "orientation: lasting_business_development",
        "orientation: { other: Turism }",
        ("R-19", None, Violated),
    ),
    change("source: erdf", "source: elsewhere", ("R-20", None, NotMet)),
    change("innovative: yes", "innovative: no", ("R-20b", None, NotMet)),
    change("mixed_genders: yes", "mixed_genders: no", ("R-22", Some(0), Violated)),
    change(
        "participants: 50, women: 13",
        "participants: 50, women: 12",
        ("R-23", Some(0), Violated),
    ),
    change("participants: 0, women: 0", "participants: 1, women: 0", ("R-23", Some(2), Violated)),
    change("- physical", "- digital", ("R-25", None, Violated)),
    change(
        "project_description: 2022-11-14",
        "project_description: 2022-11-15",
        ("R-27", None, Violated),
    ),
];

const fn change(
    from: &'static str,
    to: &'static str,
    then: (&'static str, Option<u32>, Outcome),
) -> Change {
    Change { from, to, then }
}
