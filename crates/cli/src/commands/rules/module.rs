//! One module: what it checks, its rules with their citations, its parameters by date, its
//! calendars.

mod calendar;
mod text;

use serde::Serialize;
use subvent::Rules;
use subvent::types::typed::{Checked, Cite, Rule, RuleId, Table, Validity, Version};

use self::calendar::{CalendarShown, calendars};

/// A module as it is shown.
#[derive(Serialize)]
pub(super) struct Shown {
    module: String,
    title: String,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    runs: Option<String>,
    checks: Vec<String>,
    adopts: Vec<String>,
    rules: Vec<RuleShown>,
    without: Vec<String>,
    parameters: Vec<ParameterShown>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    calendars: Vec<CalendarShown>,
    unverified: usize,
}

#[derive(Serialize)]
struct RuleShown {
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<String>,
    title: String,
    /// It binds, so that it counts in the verdict.
    binds: bool,
    at: String,
    cite: Vec<CiteShown>,
}

#[derive(Serialize)]
struct CiteShown {
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    quotes: Vec<String>,
    unverified: bool,
}

#[derive(Serialize)]
struct ParameterShown {
    parameter: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    versions: Vec<VersionShown>,
}

#[derive(Serialize)]
struct VersionShown {
    in_force: String,
    value: String,
    cite: Vec<CiteShown>,
}

impl Shown {
    /// A module with its words in a language.
    pub(super) fn new(rules: &Rules, language: &str) -> Self {
        let pack = rules.pack();
        let checked = pack.checked();
        let programme = &checked.programme;
        let record = |root: &subvent::types::typed::Root| {
            checked.records.get(root.record.index()).map(|record| record.name.to_string())
        };
        let without = checked.without.iter().filter_map(|left_out| {
            let rule = checked.rules.get(left_out.rule.index())?;
            let because = left_out.because.get(language).map_or("", String::as_str);
            Some(format!("{}: {because}", rule.path))
        });
        let rules: Vec<RuleShown> = (0..)
            .map(RuleId)
            .zip(&checked.rules)
            .map(|(id, rule)| rule_shown(checked, id, rule, language))
            .collect();
        let parameters: Vec<ParameterShown> = checked
            .parameters
            .iter()
            .map(|parameter| parameter_shown(checked, &parameter.table, language))
            .collect();
        let calendars = calendars(checked, language);
        let cites = rules
            .iter()
            .flat_map(|rule| &rule.cite)
            .chain(parameters.iter().flat_map(|p| &p.versions).flat_map(|version| &version.cite))
            .chain(calendars.iter().flat_map(CalendarShown::cites));
        Self {
            module: pack.module().to_owned(),
            title: programme.title.get(language).cloned().unwrap_or_default(),
            sha256: pack.sha256().to_owned(),
            documentation: checked.modules.first().and_then(|m| m.documentation.clone()),
            runs: programme.runs.map(|(from, to)| days(Some(from), to)),
            checks: programme.roots.iter().filter_map(record).collect(),
            adopts: programme.adopts.iter().map(ToString::to_string).collect(),
            unverified: cites.filter(|cite| cite.unverified).count(),
            without: without.collect(),
            rules,
            parameters,
            calendars,
        }
    }
}

fn rule_shown(checked: &Checked, id: RuleId, rule: &Rule, language: &str) -> RuleShown {
    let line = checked.sources.position(rule.span).line;
    let file = checked.sources.get(rule.span.source).map_or("", |source| source.name());
    RuleShown {
        rule: rule.path.to_string(),
        clause: rule.number.as_deref().map(str::to_owned),
        title: match rule.title.get(language) {
            Some(title) => title.clone(),
            None => rule.name.replace('_', " "),
        },
        binds: checked.binding.contains(&id),
        at: format!("{file}:{line}"),
        cite: cites(checked, &rule.cite, language),
    }
}

fn parameter_shown(checked: &Checked, table: &Table, language: &str) -> ParameterShown {
    let mut versions: Vec<VersionShown> = Vec::new();
    for version in &table.versions {
        versions.push(VersionShown {
            in_force: in_force(&version.validity),
            value: value(checked, version),
            cite: cites(checked, &version.cite, language),
        });
    }
    if let [only] = versions.as_mut_slice() {
        only.cite.extend(cites(checked, &table.cite, language));
    }
    ParameterShown {
        parameter: table.path.to_string(),
        title: table.title.get(language).cloned(),
        versions,
    }
}

/// What a version holds, in the words of the rule file: one value, or values by key.
fn value(checked: &Checked, version: &Version<subvent::types::typed::Rows>) -> String {
    let words = |span| checked.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = &version.body.rows;
    let otherwise =
        version.body.otherwise.iter().map(|value| format!("otherwise {}", words(value.span)));
    let rows = rows.iter().map(|(keys, value)| {
        let mut keys: Vec<String> = keys.iter().map(|key| words(key.span)).collect();
        keys.dedup();
        match keys.join(", ") {
            none if none.is_empty() => words(value.span),
            keys => format!("{keys} -> {}", words(value.span)),
        }
    });
    rows.chain(otherwise).collect::<Vec<_>>().join("; ")
}

fn cites(checked: &Checked, cites: &[Cite], language: &str) -> Vec<CiteShown> {
    cites
        .iter()
        .map(|cite| {
            let document = checked.documents.get(cite.document.index());
            let title = document.and_then(|document| document.title.get(language));
            let name = document.map_or("", |document| &document.name);
            CiteShown {
                source: title.cloned().unwrap_or_else(|| name.to_owned()),
                place: cite.place.as_deref().map(str::to_owned),
                quotes: cite.quotes.iter().map(|(_, words)| words.to_string()).collect(),
                unverified: cite.unverified,
            }
        })
        .collect()
}

fn in_force(validity: &Validity) -> String {
    match (validity.from, validity.to) {
        (None, None) => "always".to_owned(),
        (from, to) => days(from, to),
    }
}

fn days(from: Option<subvent::quantity::Date>, to: Option<subvent::quantity::Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::new(),
    }
}
