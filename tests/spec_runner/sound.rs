//! Soundness over the whole reference: what is said with a fact unknown, is said with it.
//!
//! For each proposal of a page, each of its values in turn is written `null`, and each two of
//! them. Whatever the check of the poorer proposal finds certain has to be what the check of the
//! full one finds; a rule that holds, or a preference that is not met, may also turn out not to apply. A result has to lie within
//! the bounds that were said, and so have points. What is undetermined says what is missing.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;
use subvent::data::{DataLimits, DataNode, DataValue, read_yaml};
use subvent::text::SourceId;
use subvent::{Report, Rules};

use super::figure::order;
use super::page::{Page, Proposal};
use super::programme::Modules;
use super::run::checked;

/// What was said too early, proposal by proposal.
pub fn completed(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    for rules in &page.rules {
        let Ok(loaded) = Modules::new(page, &rules.block).load() else { continue };
        for proposal in &rules.facts {
            let at = format!("{}:{}", page.file, proposal.block.line);
            let taken_back = self::proposal(&loaded, proposal);
            found.extend(taken_back.into_iter().map(|problem| format!("{at}: {problem}")));
        }
    }
    found
}

fn proposal(rules: &Rules, proposal: &Proposal) -> Vec<String> {
    let text = &proposal.block.text;
    let (tree, _) = read_yaml(SourceId::default(), text, &DataLimits::default());
    let (Some(tree), Ok(full)) = (tree, checked(rules, text)) else { return Vec::new() };
    let mut places = Vec::new();
    values(&tree, &mut places);
    let mut found = Vec::new();
    for unknown in sets(&places) {
        let mut poorer = text.clone();
        for place in unknown.iter().rev() {
            poorer.replace_range((*place).clone(), "null");
        }
        // A reference that lost its record, or a key that lost its name, is no proposal.
        let Ok(report) = checked(rules, &poorer) else { continue };
        let line = |place: &&Range<usize>| text[..place.start].lines().count();
        let lines: Vec<usize> = unknown.iter().map(line).collect();
        let taken_back = compare(&report, &full);
        found.extend(
            taken_back.into_iter().map(|problem| format!("lines {lines:?} unknown: {problem}")),
        );
    }
    found
}

/// Each place alone, and each two of which neither lies in the other.
fn sets(places: &[Range<usize>]) -> Vec<Vec<&Range<usize>>> {
    let mut sets: Vec<Vec<&Range<usize>>> = places.iter().map(|place| vec![place]).collect();
    for (at, first) in places.iter().enumerate() {
        let apart = |second: &&Range<usize>| first.end <= second.start;
        sets.extend(places[at..].iter().filter(apart).map(|second| vec![first, second]));
    }
    sets
}

/// The places of all values but those of the header, which begins with `$`.
fn values(node: &DataNode, places: &mut Vec<Range<usize>>) {
    match &node.value {
        DataValue::Map(entries) => {
            for entry in entries.iter().filter(|entry| !entry.key.starts_with('$')) {
                places.push(entry.value.span.range());
                values(&entry.value, places);
            }
        }
        DataValue::List(items) => items.iter().for_each(|item| values(item, places)),
        _ => {}
    }
}

/// What the poorer report says that the full one does not.
fn compare(poorer: &Report, full: &Report) -> Vec<String> {
    let (poorer, full) = (json(poorer), json(full));
    if full["verdict"] == "invalid" || poorer["verdict"] == "invalid" {
        return Vec::new();
    }
    let mut found = Vec::new();
    let complete = by_name(&full["outcomes"], "rule");
    for (name, one) in by_name(&poorer["outcomes"], "rule") {
        // Elements of a list that nobody gave have no counterpart.
        let Some(other) = complete.get(&name) else { continue };
        // Advice may ask what is known, so that an answer may change it.
        if word(one, "consequence") == "advise" {
            continue;
        }
        let (said, is) = (word(one, "outcome"), word(other, "outcome"));
        let stands = match said {
            "undetermined" => true,
            "satisfied" | "not_met" => is == said || is == "not_applicable",
            _ => said == is,
        };
        if !stands {
            found.push(format!("{name:?} is {said}, and then {is}"));
        }
        if said == "undetermined" && one["missing"].is_null() {
            found.push(format!("{name:?} is undetermined, and nothing is missing"));
        }
    }
    let complete = by_name(&full["values"], "name");
    for (name, one) in by_name(&poorer["values"], "name") {
        let Some(other) = complete.get(&name) else { continue };
        if !one["value"].is_null() && one["value"] != other["value"] {
            found.push(format!("{name:?} comes to {}, and then to {other}", one["value"]));
        }
        let bounds = &one["bounds"];
        if !lies(&other["value"], &bounds["low"], &bounds["high"]) {
            found.push(format!("{name:?} is within {bounds}, and then {}", other["value"]));
        }
    }
    for (list, figure) in [("reductions", "lowest"), ("exclusions", "excluded")] {
        let complete = by_name(&full[list], "path");
        for (name, one) in by_name(&poorer[list], "path") {
            let (said, is) = (&one[figure], complete.get(&name).map(|it| &it[figure]));
            let bounds = &said["bounds"];
            let within = is.is_some_and(|is| lies(is, &bounds["low"], &bounds["high"]));
            if (said.is_string() && is != Some(said)) || !within {
                found.push(format!("{name:?} of {list} is {said}, and then {is:?}"));
            }
        }
    }
    let sums = |json: &Value| json["excluded"].as_array().cloned().unwrap_or_default();
    for said in sums(&poorer) {
        let bounds = &said["bounds"];
        let stands = |is: &Value| match said.is_string() {
            true => *is == said,
            false => lies(is, &bounds["low"], &bounds["high"]),
        };
        if !sums(&full).iter().any(stands) {
            found.push(format!("excluded is {said}, and then {:?}", full["excluded"]));
        }
    }
    let complete = by_name(&full["points"], "group");
    for (name, one) in by_name(&poorer["points"], "group") {
        let Some(other) = complete.get(&name) else { continue };
        let inside = |end: &str| lies(&other[end], &one["min"], &one["max"]);
        if !inside("min") || !inside("max") {
            found.push(format!("{name:?} is {one}, and then {other}"));
        }
    }
    found
}

/// Whether a figure lies between two others, as far as there are any.
fn lies(figure: &Value, low: &Value, high: &Value) -> bool {
    let ordered = |low: &Value, high: &Value| match (low.as_str(), high.as_str()) {
        (Some(low), Some(high)) => order(low, high).is_none_or(|order| order.is_le()),
        _ => true,
    };
    ordered(low, figure) && ordered(figure, high)
}

fn json(report: &Report) -> Value {
    serde_json::to_value(report).expect("a report is written as JSON")
}

fn word<'j>(json: &'j Value, key: &str) -> &'j str {
    json[key].as_str().unwrap_or("")
}

/// The entries of a list by their name and element; an entry that is not the only one of its
/// name and element, such as a group, is left out.
fn by_name<'j>(list: &'j Value, key: &str) -> BTreeMap<(&'j str, &'j str), &'j Value> {
    let mut named = BTreeMap::new();
    let mut twice = Vec::new();
    for entry in list.as_array().map_or(&[][..], Vec::as_slice) {
        let name = (word(entry, key), word(entry, "element"));
        if named.insert(name, entry).is_some() {
            twice.push(name);
        }
    }
    for name in twice {
        named.remove(&name);
    }
    named
}
