//! The smaller lists of a report: points, results, rules elsewhere and rules left out.

use serde::Serialize;

use super::cite::cites_of_result;
use super::element::root;
use super::figure::Stated;
use super::{AsText, Bounds, CiteEntry, FaultEntry, Figure, MissingEntry};
use crate::eval::{GroupPoints, PointRange, ResultValue};
use crate::explain::case::{Case, Submission};
use crate::explain::format::Plain;
use crate::quantity::Number;

/// The points of a group of preferences.
#[derive(Serialize)]
pub struct PointsEntry<'a> {
    /// The group; empty for preferences outside a group.
    pub group: &'a str,
    /// The least points, where there is such a bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<AsText<Number>>,
    /// The most points, where there is such a bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<AsText<Number>>,
}

impl<'a> PointsEntry<'a> {
    pub(super) fn new(points: &'a GroupPoints) -> Self {
        let PointRange { min, max } = points.points;
        Self { group: &points.group, min: min.map(AsText), max: max.map(AsText) }
    }
}

/// A result that every report states.
#[derive(Serialize)]
pub struct ValueEntry<'a> {
    /// The name of the definition.
    pub name: &'a str,
    /// The path of the root that it was read on, where that is an element of a list.
    pub element: Option<String>,
    /// Its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Plain<'a>>,
    /// What is known of it otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Bounds>,
    /// What would decide it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<MissingEntry>,
    /// Why it cannot be computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<FaultEntry<'a>>,
    /// Its legal source, and of all that it rests on what nobody could verify.
    pub cite: Vec<CiteEntry<'a>>,
}

impl<'a> ValueEntry<'a> {
    pub(super) fn new(case: &Case<'a>, result: &'a ResultValue) -> Option<Self> {
        let definition = case.checked().definitions.get(result.definition.index())?;
        let Stated { value, bounds, missing, fault } =
            Figure::new(case, &result.value, &definition.ty).split();
        let language = case.submission.language;
        Some(Self {
            name: &definition.name,
            element: root(case, result.root),
            value,
            bounds,
            missing,
            fault,
            cite: CiteEntry::all(
                case.checked(),
                cites_of_result(case, definition, result),
                language,
            ),
        })
    }
}

/// A rule that this proposal cannot answer.
#[derive(Serialize)]
pub struct ElsewhereEntry<'a> {
    /// The rule.
    pub rule: &'a str,
    /// The record that a proposal would have to be.
    pub needs: &'a str,
}

pub(super) fn elsewhere<'a>(case: &Case<'a>) -> Vec<ElsewhereEntry<'a>> {
    let checked = case.checked();
    let rules = case.evaluation.elsewhere.iter().filter_map(|id| checked.rules.get(id.index()));
    rules
        .map(|rule| ElsewhereEntry {
            rule: &rule.path,
            needs: rule
                .record
                .and_then(|id| checked.records.get(id.index()))
                .map_or("", |record| &record.name),
        })
        .collect()
}

/// An adopted rule that does not bind.
#[derive(Serialize)]
pub struct WithoutEntry<'a> {
    /// The rule.
    pub rule: &'a str,
    /// Why, in the language of the report.
    pub because: &'a str,
}

pub(super) fn without<'a>(submission: &Submission<'a>) -> Vec<WithoutEntry<'a>> {
    let checked = submission.checked;
    let entry = |without: &'a crate::types::typed::Without| {
        let rule = checked.rules.get(without.rule.index())?;
        let because = without.because.get(submission.language).map_or("", String::as_str);
        Some(WithoutEntry { rule: &rule.path, because })
    };
    checked.without.iter().filter_map(entry).collect()
}
