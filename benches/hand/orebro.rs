//! The rules over plain structs, with rust_decimal and chrono.
//!
//! Amounts are in kronor; shares are fractions. One pass, no names looked up, no reasons kept:
//! what a careful programmer would write for this one programme.

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// The facts of one proposal.
pub struct Project {
    pub project: String,
    pub applicant: String,
    pub decided: bool,
    pub regional_development_support: bool,
    pub state_aid: bool,
    pub start: NaiveDate,
    pub end: NaiveDate,
    pub total_budget: Decimal,
    pub booked_costs: Decimal,
    pub requested: Decimal,
    pub financing: Vec<Funding>,
    pub partners: Vec<Partner>,
    pub terms_number: String,
    pub terms_decided: NaiveDate,
    pub project_description: NaiveDate,
    pub challenge_areas: Vec<ChallengeArea>,
    pub innovation_and_specialisation: bool,
    pub lasting_business_development: bool,
    pub innovative: bool,
    pub shows_benefit: bool,
    pub speeds_up_use: bool,
    pub strengthens_innovation: bool,
    /// The specialisation areas of each case.
    pub cases: Vec<Vec<String>>,
    pub teams: Vec<Team>,
    pub activities: Vec<Activity>,
    pub examples: Vec<ExampleKind>,
    /// Whether each publication names the Region.
    pub publications: Vec<bool>,
    pub earlier_projects: Vec<(NaiveDate, NaiveDate)>,
}

pub struct Funding {
    pub erdf: bool,
    pub amount: Decimal,
    pub status: FundingStatus,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FundingStatus {
    Applied,
    Decided,
    Paid,
}

pub struct Partner {
    pub economic_activity: bool,
    pub state_aid_checked: bool,
}

#[derive(PartialEq, Eq)]
pub enum ChallengeArea {
    SmartIndustry,
    TomorrowsEnergy,
    SustainableFood,
    WelfareAndEHealth,
    SustainableDevelopment,
    Other,
}

pub struct Team {
    pub mixed_backgrounds: bool,
    pub mixed_genders: bool,
    pub mixed_skills: bool,
}

pub struct Activity {
    pub participants: u32,
    pub women: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ExampleKind {
    Digital,
    Physical,
}

/// What came of one rule on one element.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    pub rule: &'static str,
    pub element: Option<u32>,
    pub outcome: Outcome,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Outcome {
    Satisfied,
    Violated,
    NotApplicable,
    NotMet,
}

/// The verdicts that complete facts can lead to, the heaviest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    Eligible,
    Reduced,
    Conditional,
    Correctable,
    Ineligible,
}

/// What the programme fixes, made once.
pub struct Terms {
    rate: Decimal,
    ceiling: Decimal,
    women_at_least: Decimal,
    earliest_start: NaiveDate,
    latest_end: NaiveDate,
    terms_decided: NaiveDate,
    project_description: NaiveDate,
}

impl Terms {
    /// The figures of the memo; none where a day does not exist.
    pub fn of_the_memo() -> Option<Self> {
        Some(Self {
            rate: Decimal::new(31, 2),
            ceiling: Decimal::from(4_529_875),
            women_at_least: Decimal::new(26, 2),
            earliest_start: NaiveDate::from_ymd_opt(2023, 3, 1)?,
            latest_end: NaiveDate::from_ymd_opt(2026, 2, 28)?,
            terms_decided: NaiveDate::from_ymd_opt(2019, 11, 5)?,
            project_description: NaiveDate::from_ymd_opt(2022, 11, 14)?,
        })
    }

    /// Adds what comes of each rule to a list that can be used again.
    pub fn check(&self, project: &Project, found: &mut Vec<Finding>) -> Verdict {
        let mut report = Report { found, verdict: Verdict::Eligible };
        self.decision(project, &mut report);
        self.money(project, &mut report);
        self.elements(project, &mut report);
        assessment(project, &mut report);
        report.verdict
    }

    fn decision(&self, project: &Project, report: &mut Report<'_>) {
        report.add("R-01", project.decided, Verdict::Conditional);
        report.add("R-02", project.applicant == "Örebro universitet", Verdict::Ineligible);
        report.add("R-05", project.project == "AI.ALL*", Verdict::Ineligible);
        let basis = project.regional_development_support && project.state_aid;
        report.add("R-06", basis, Verdict::Ineligible);
        report.add("R-07", project.start >= self.earliest_start, Verdict::Ineligible);
        report.add("R-08", project.end <= self.latest_end, Verdict::Ineligible);
        let terms =
            project.terms_number == "19RS9026" && project.terms_decided == self.terms_decided;
        report.add("R-11", terms, Verdict::Ineligible);
        let described = project.project_description == self.project_description;
        report.add("R-27", described, Verdict::Ineligible);
    }

    fn money(&self, project: &Project, report: &mut Report<'_>) {
        let share = self.rate * project.booked_costs;
        report.add("R-03", project.requested <= share, Verdict::Reduced);
        report.add("R-04", project.requested <= self.ceiling, Verdict::Reduced);
        let decided: Decimal = project
            .financing
            .iter()
            .filter(|it| matches!(it.status, FundingStatus::Decided | FundingStatus::Paid))
            .map(|it| it.amount)
            .sum();
        report.add("R-09", decided >= project.total_budget, Verdict::Conditional);
        report.prefer("R-20", project.financing.iter().any(|it| it.erdf));
    }

    fn elements(&self, project: &Project, report: &mut Report<'_>) {
        let women = |it: &Activity| match it.participants {
            0 => Outcome::NotApplicable,
            all => decided(Decimal::from(it.women) >= self.women_at_least * Decimal::from(all)),
        };
        let team = |it: &Team| it.mixed_backgrounds && it.mixed_genders && it.mixed_skills;
        let earlier = |(start, end): &(NaiveDate, NaiveDate)| {
            !(project.start <= *end && *start <= project.end)
        };
        let correctable = Verdict::Correctable;
        report.each("R-10", correctable, &project.publications, |it| decided(*it));
        report.partners(&project.partners);
        report.each("R-13", Verdict::Ineligible, &project.challenge_areas, |it| {
            decided(*it != ChallengeArea::Other)
        });
        report.each("R-14", Verdict::Ineligible, &project.cases, |it| decided(distinct(it) >= 2));
        report
            .each("R-16", Verdict::Eligible, &project.earlier_projects, |it| decided(earlier(it)));
        report.each("R-22", Verdict::Ineligible, &project.teams, |it| decided(team(it)));
        report.each("R-23", Verdict::Ineligible, &project.activities, women);
    }
}

fn assessment(project: &Project, report: &mut Report<'_>) {
    let aims = project.shows_benefit && project.speeds_up_use && project.strengthens_innovation;
    report.add("R-15", aims, Verdict::Ineligible);
    report.add("R-18", project.innovation_and_specialisation, Verdict::Ineligible);
    report.add("R-19", project.lasting_business_development, Verdict::Ineligible);
    report.prefer("R-20b", project.innovative);
    let examples = &project.examples;
    let both =
        examples.contains(&ExampleKind::Digital) && examples.contains(&ExampleKind::Physical);
    report.add("R-25", both, Verdict::Ineligible);
}

fn decided(holds: bool) -> Outcome {
    if holds { Outcome::Satisfied } else { Outcome::Violated }
}

/// How many different texts there are; the lists have a handful.
fn distinct(texts: &[String]) -> usize {
    let first = |at: usize, text: &String| !texts.iter().take(at).any(|other| other == text);
    texts.iter().enumerate().filter(|(at, text)| first(*at, text)).count()
}

struct Report<'f> {
    found: &'f mut Vec<Finding>,
    verdict: Verdict,
}

impl Report<'_> {
    fn add(&mut self, rule: &'static str, holds: bool, otherwise: Verdict) {
        self.push(rule, None, decided(holds), otherwise);
    }

    fn prefer(&mut self, rule: &'static str, holds: bool) {
        let outcome = if holds { Outcome::Satisfied } else { Outcome::NotMet };
        self.push(rule, None, outcome, Verdict::Eligible);
    }

    fn each<T>(
        &mut self,
        rule: &'static str,
        otherwise: Verdict,
        list: &[T],
        outcome: impl Fn(&T) -> Outcome,
    ) {
        for (element, at) in list.iter().zip(0..) {
            self.push(rule, Some(at), outcome(element), otherwise);
        }
        if list.is_empty() {
            self.push(rule, None, Outcome::NotApplicable, otherwise);
        }
    }

    /// R-12 is only for partners that carry on an economic activity.
    fn partners(&mut self, partners: &[Partner]) {
        let mut any = false;
        for (partner, at) in partners.iter().zip(0..) {
            if partner.economic_activity {
                any = true;
                let outcome = decided(partner.state_aid_checked);
                self.push("R-12", Some(at), outcome, Verdict::Eligible);
            }
        }
        if !any {
            self.push("R-12", None, Outcome::NotApplicable, Verdict::Eligible);
        }
    }

    fn push(
        &mut self,
        rule: &'static str,
        element: Option<u32>,
        outcome: Outcome,
        otherwise: Verdict,
    ) {
        if outcome == Outcome::Violated {
            self.verdict = self.verdict.max(otherwise);
        }
        self.found.push(Finding { rule, element, outcome });
    }
}
