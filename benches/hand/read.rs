//! A proposal's words as plain structs. Whatever is missing or odd makes it none.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use subvent::data::DataNode;

use super::orebro::{
    Activity, ChallengeArea, ExampleKind, Funding, FundingStatus, Partner, Project, Team,
};

/// The project of a tree of words.
pub fn project(tree: &DataNode) -> Option<Project> {
    let decision = tree.get("decision")?;
    let terms = tree.get("general_terms")?;
    let aims = tree.get("aims")?;
    Some(Project {
        project: text(tree, "project")?,
        applicant: text(tree, "applicant")?,
        decided: one_of(decision, "status", ["proposed", "decided"])?,
        regional_development_support: one_of(
            tree,
            "legal_basis",
            ["another_basis", "regional_development_support"],
        )?,
        state_aid: yes(tree, "state_aid")?,
        start: date(tree, "start")?,
        end: date(tree, "end")?,
        total_budget: kronor(tree, "total_budget")?,
        booked_costs: kronor(tree, "booked_costs")?,
        requested: kronor(tree, "requested")?,
        financing: list(tree, "financing", funding)?,
        partners: list(tree, "partners", partner)?,
        terms_number: text(terms, "number")?,
        terms_decided: date(terms, "decided")?,
        project_description: date(tree, "project_description")?,
        challenge_areas: list(tree, "challenge_areas", challenge_area)?,
        innovation_and_specialisation: named(
            tree.get("strategy_area")?,
            "innovation_and_specialisation",
        )?,
        lasting_business_development: named(
            tree.get("orientation")?,
            "lasting_business_development",
        )?,
        innovative: yes(tree, "innovative")?,
        shows_benefit: yes(aims, "shows_benefit")?,
        speeds_up_use: yes(aims, "speeds_up_use")?,
        strengthens_innovation: yes(aims, "strengthens_innovation")?,
        cases: list(tree, "cases", |it| list(it, "areas", |it| it.text().map(str::to_owned)))?,
        teams: list(tree, "teams", team)?,
        activities: list(tree, "activities", activity)?,
        examples: list(tree, "examples", example)?,
        publications: list(tree, "publications", |it| yes(it, "names_the_region"))?,
        earlier_projects: list(tree, "earlier_projects", |it| period(it.get("period")?.text()?))?,
    })
}

fn funding(node: &DataNode) -> Option<Funding> {
    let status = match node.get("status")?.text()? {
        "applied" => FundingStatus::Applied,
        "decided" => FundingStatus::Decided,
        "paid" => FundingStatus::Paid,
        _ => return None,
    };
    let erdf = text(node, "source")? == "erdf";
    Some(Funding { erdf, amount: kronor(node, "amount")?, status })
}

/// Only an economic activity makes the assessment of State aid necessary.
fn partner(node: &DataNode) -> Option<Partner> {
    let economic_activity = yes(node, "economic_activity")?;
    let checked = yes(node, "state_aid_checked");
    let state_aid_checked = if economic_activity { checked? } else { false };
    Some(Partner { economic_activity, state_aid_checked })
}

fn challenge_area(node: &DataNode) -> Option<ChallengeArea> {
    Some(match node.text() {
        Some("smart_industry") => ChallengeArea::SmartIndustry,
        Some("tomorrows_energy") => ChallengeArea::TomorrowsEnergy,
        Some("sustainable_food") => ChallengeArea::SustainableFood,
        Some("welfare_and_e_health") => ChallengeArea::WelfareAndEHealth,
        Some("sustainable_development") => ChallengeArea::SustainableDevelopment,
        _ => {
            node.get("other")?;
            ChallengeArea::Other
        }
    })
}

fn team(node: &DataNode) -> Option<Team> {
    Some(Team {
        mixed_backgrounds: yes(node, "mixed_backgrounds")?,
        mixed_genders: yes(node, "mixed_genders")?,
        mixed_skills: yes(node, "mixed_skills")?,
    })
}

fn activity(node: &DataNode) -> Option<Activity> {
    let number = |key: &str| node.get(key)?.text()?.parse().ok();
    Some(Activity { participants: number("participants")?, women: number("women")? })
}

fn example(node: &DataNode) -> Option<ExampleKind> {
    match node.text()? {
        "digital" => Some(ExampleKind::Digital),
        "physical" => Some(ExampleKind::Physical),
        _ => None,
    }
}

fn list<T>(node: &DataNode, key: &str, element: impl Fn(&DataNode) -> Option<T>) -> Option<Vec<T>> {
    node.get(key)?.items().iter().map(element).collect()
}

fn text(node: &DataNode, key: &str) -> Option<String> {
    node.get(key)?.text().map(str::to_owned)
}

fn yes(node: &DataNode, key: &str) -> Option<bool> {
    one_of(node, key, ["no", "yes"])
}

/// Whether it is the second of two words.
fn one_of(node: &DataNode, key: &str, [first, second]: [&str; 2]) -> Option<bool> {
    let word = node.get(key)?.text()?;
    (word == first || word == second).then_some(word == second)
}

/// Whether a value of an open enum is its only member; `other: …` stands for anything else.
fn named(node: &DataNode, member: &str) -> Option<bool> {
    match node.text() {
        Some(word) => (word == member).then_some(true),
        None => node.get("other").map(|_| false),
    }
}

fn date(node: &DataNode, key: &str) -> Option<NaiveDate> {
    day(node.get(key)?.text()?)
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

fn period(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (start, end) = text.split_once(" to ")?;
    Some((day(start)?, day(end)?))
}

fn kronor(node: &DataNode, key: &str) -> Option<Decimal> {
    let digits = node.get(key)?.text()?.strip_suffix(" SEK")?;
    Decimal::from_str_exact(&digits.replace('_', "")).ok()
}
