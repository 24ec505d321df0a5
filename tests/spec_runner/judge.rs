//! Holds a claim against a report, as other programs read it: the JSON and nothing else, but for
//! the positions of elements in lists that are no facts.

use serde_json::Value;
use subvent::pack::NoFiles;
use subvent::{Report, Rules};

use super::claim::{Claim, OutcomeClaim, Owed, Stated};
use super::figure::same;

/// A report and its JSON.
pub struct Judge<'r> {
    rules: &'r Rules,
    report: Option<&'r Report>,
    json: Value,
}

impl<'r> Judge<'r> {
    /// Claims about a proposal.
    pub fn of_report(rules: &'r Rules, report: &'r Report) -> Self {
        let json = serde_json::to_value(report).expect("a report is written as JSON");
        Self { rules, report: Some(report), json }
    }

    /// Claims about the rules themselves.
    pub fn of_rules(rules: &'r Rules) -> Self {
        Self { rules, report: None, json: Value::Null }
    }

    /// Checks a claim.
    pub fn check(&self, claim: &Claim) -> Result<(), String> {
        match claim {
            Claim::Tests(passed, failed) => self.tests(*passed, *failed),
            _ if self.report.is_none() => Err("there are no facts above".to_owned()),
            Claim::Verdict(verdict) => expect("the verdict", &self.json["verdict"], verdict),
            Claim::Value { name, element, is } => self.value(name, element.as_deref(), is),
            Claim::Points { group, least, most } => self.points(group, least, most),
            Claim::Total { excluded, path, is, by } => {
                self.total(*excluded, path.as_deref(), is, by)
            }
            Claim::Outcome(claim) => self.outcome(claim),
            Claim::Elsewhere { rule, needs } => self.elsewhere(rule, needs),
            Claim::LeftOut { rule, because } => self.left_out(rule, because.as_ref()),
        }
    }

    fn tests(&self, passed: usize, failed: usize) -> Result<(), String> {
        let report = self.rules.test(&NoFiles, subvent::pack::TestOptions::default());
        if (report.passed, report.failed) == (passed, failed) {
            return Ok(());
        }
        let failures = report.failures.iter();
        let failures: Vec<String> =
            failures.map(|f| format!("\n    {}: line {}: {}", f.test, f.line, f.message)).collect();
        Err(format!("{} tests pass, {} fail{}", report.passed, report.failed, failures.concat()))
    }

    fn value(&self, name: &str, element: Option<&str>, is: &Stated) -> Result<(), String> {
        let values = entries(&self.json["values"]);
        let found = values
            .iter()
            .find(|value| value["name"] == name && value["element"].as_str() == element);
        let found = found.ok_or_else(|| format!("there is no result `{name}`"))?;
        let as_it_says = match is {
            Stated::Value(expected) => figure(&found["value"], expected),
            Stated::Faulty => !found["fault"].is_null(),
            Stated::Rests(kind, source) => return detail(found, kind, source),
            Stated::Open { may_be, bounds } => {
                let extent = &found["bounds"];
                let among = entries(&extent["among"]);
                let values = may_be.is_empty()
                    || among.len() == may_be.len()
                        && among.iter().zip(may_be).all(|(one, other)| figure(one, other));
                let bounded = |side: &str, bound: &str| match bound {
                    "any" => extent[side].is_null(),
                    _ => figure(&extent[side], bound),
                };
                let within = bounds
                    .as_ref()
                    .is_none_or(|(low, high)| bounded("low", low) && bounded("high", high));
                found["value"].is_null() && found["fault"].is_null() && values && within
            }
        };
        if as_it_says { Ok(()) } else { Err(format!("`{name}` comes to {found}")) }
    }

    fn points(&self, group: &str, least: &str, most: &str) -> Result<(), String> {
        let points = entries(&self.json["points"]);
        let found = points.iter().find(|points| points["group"] == group);
        let found = found.ok_or_else(|| format!("there are no points of `{group}`"))?;
        let is = |end: &str, claimed: &str| match claimed {
            "any" => found[end].is_null(),
            _ => figure(&found[end], claimed),
        };
        if is("min", least) && is("max", most) {
            return Ok(());
        }
        Err(format!("the points are {} to {}", found["min"], found["max"]))
    }

    fn total(
        &self,
        excluded: bool,
        path: Option<&str>,
        is: &Stated,
        by: &[String],
    ) -> Result<(), String> {
        let Some(path) = path else {
            let sums = entries(&self.json["excluded"]);
            let expected: Vec<&str> = match is {
                Stated::Value(nothing) if nothing == "nothing" => Vec::new(),
                Stated::Value(sums) => sums.split(" and ").collect(),
                _ => return sums.first().map_or(Err("no sum".to_owned()), |sum| total_is(sum, is)),
            };
            let same = sums.len() == expected.len()
                && sums.iter().zip(expected).all(|(sum, expected)| figure(sum, expected));
            return if same { Ok(()) } else { Err(format!("the sums are {sums:?}")) };
        };
        let (list, key) =
            if excluded { ("exclusions", "excluded") } else { ("reductions", "lowest") };
        let found = entries(&self.json[list]).iter().find(|entry| entry["path"] == path);
        let found = found.ok_or_else(|| format!("{list} are {}", self.json[list]))?;
        total_is(&found[key], is)?;
        let rules = entries(&found["rules"]);
        let asked = by.is_empty()
            || rules.len() == by.len() && rules.iter().zip(by).all(|(rule, by)| is_rule(rule, by));
        if asked { Ok(()) } else { Err(format!("the rules are {rules:?}")) }
    }

    fn elsewhere(&self, rule: &str, needs: &str) -> Result<(), String> {
        let found = entries(&self.json["elsewhere"]).iter().find(|entry| is_rule(entry, rule));
        let found = found.ok_or("the rule is not listed")?;
        expect("what it needs", &found["needs"], needs)
    }

    fn left_out(&self, rule: &str, because: Option<&(String, String)>) -> Result<(), String> {
        let mut json = self.json.clone();
        if let Some((language, _)) = because {
            json = self.in_language(language)?;
        }
        let found = entries(&json["without"]).iter().find(|entry| is_rule(entry, rule));
        let found = found.ok_or("the rule is not listed")?;
        because.map_or(Ok(()), |(_, words)| expect("the reason", &found["because"], words))
    }

    fn in_language(&self, language: &str) -> Result<Value, String> {
        let report = self.report.ok_or("there is no report")?.clone().in_language(language);
        serde_json::to_value(&report).map_err(|problem| problem.to_string())
    }

    fn outcome(&self, claim: &OutcomeClaim) -> Result<(), String> {
        let (index, found) = self.find(claim)?;
        expect("the outcome", &found["outcome"], &claim.outcome)
            .map_err(|problem| format!("{problem}{}", why(found)))?;
        for (name, expected) in &claim.details {
            detail(found, name, expected)?;
        }
        if let Some(missing) = &claim.missing {
            self::missing(found, missing)?;
        }
        match &claim.message {
            Some((language, words)) => self.message(index, language, words),
            None => Ok(()),
        }
    }

    fn message(&self, index: usize, language: &str, words: &str) -> Result<(), String> {
        let json = self.in_language(language)?;
        // A space that does not break a line is a space to a reader of the page.
        let said = json["outcomes"][index]["message"].as_str().unwrap_or("").replace('\u{a0}', " ");
        if said == words { Ok(()) } else { Err(format!("the message is {said:?}")) }
    }

    /// The only outcome that the claim can mean, with its position.
    fn find(&self, claim: &OutcomeClaim) -> Result<(usize, &Value), String> {
        let outcomes = entries(&self.json["outcomes"]).iter().enumerate();
        let of_rule = outcomes.filter(|(_, one)| is_rule(one, &claim.rule));
        let of_rule: Vec<(usize, &Value)> = of_rule.collect();
        let meant: Vec<(usize, &Value)> = match claim.element.as_deref() {
            None => of_rule.clone(),
            Some(place) => {
                let at = |index: usize, outcome: &Value| match place.starts_with('[') {
                    true => self.positions(index) == place,
                    false => outcome["element"] == place,
                };
                of_rule.iter().copied().filter(|(index, one)| at(*index, one)).collect()
            }
        };
        match meant.as_slice() {
            [only] => Ok(*only),
            _ => {
                let elements = of_rule.iter().map(|(_, one)| one["element"].to_string());
                let elements: Vec<String> = elements.collect();
                Err(format!("the rule was checked on {elements:?}"))
            }
        }
    }

    /// `[1]`, or `[0][2]`: the positions of an outcome's elements.
    fn positions(&self, index: usize) -> String {
        let outcome = self.report.and_then(|report| report.outcomes().get(index));
        let elements = outcome.map_or(&[][..], |outcome| &outcome.element);
        elements.iter().map(|element| format!("[{}]", element.index)).collect()
    }
}

/// Whether a total is what a page claims: a figure, or an undecided one with its bounds.
fn total_is(found: &Value, is: &Stated) -> Result<(), String> {
    let bounded = |side: &str, bound: &str| match bound {
        "any" => found["bounds"][side].is_null(),
        _ => figure(&found["bounds"][side], bound),
    };
    let same = match is {
        Stated::Value(expected) => figure(found, expected),
        Stated::Open { bounds: Some((low, high)), .. } => {
            bounded("low", low) && bounded("high", high)
        }
        _ => false,
    };
    if same { Ok(()) } else { Err(format!("it is {found}")) }
}

/// Whether an entry is about a rule, by its name, its path or its clause number.
fn is_rule(entry: &Value, rule: &str) -> bool {
    let path = entry["rule"].as_str().unwrap_or("");
    path == rule || path.rsplit('.').next() == Some(rule) || entry["clause"] == *rule
}

/// Checks what is said of an outcome besides its name.
fn detail(found: &Value, name: &str, expected: &str) -> Result<(), String> {
    let cited = |source: &str| entries(&found["cite"]).iter().find(|cite| cite["source"] == source);
    let (actual, agrees) = match name {
        "amount" | "until" => {
            let actual = &found["effect"][name];
            (actual, figure(actual, expected))
        }
        "refined_by" => (&found[name], found[name] == expected),
        "by" => (&found["regime"], found["regime"] == expected),
        "reason" => {
            let reason = &found["reason"];
            let part = expected.trim_matches('"');
            (reason, reason.as_str().is_some_and(|reason| reason.contains(part)))
        }
        "repair" if expected == "nothing" => (&found["repair"], found["repair"].is_null()),
        "repair" => {
            let (path, value) = expected.split_once(' ').unwrap_or((expected, ""));
            let repair = &found["repair"];
            (repair, repair["path"] == path && figure(&repair["value"], value))
        }
        "margins" => {
            let failing = entries(&found["failing"]);
            let expected: Vec<&str> = expected.split(" and ").collect();
            let same = failing.len() == expected.len()
                && failing.iter().zip(expected).all(|(one, margin)| figure(&one["margin"], margin));
            (&found["failing"], same)
        }
        "cites" if expected == "nothing" => (&found["cite"], entries(&found["cite"]).is_empty()),
        "cites" => (&found["cite"], cited(expected).is_some()),
        "verified" => {
            let verified = entries(&found["cite"]).iter().all(|cite| cite["unverified"] == false);
            (&found["cite"], verified)
        }
        "unverified" => {
            let cite = cited(expected);
            (&found["cite"], cite.is_some_and(|cite| cite["unverified"] == true))
        }
        other => (&found[other], figure(&found[other], expected)),
    };
    if agrees { Ok(()) } else { Err(format!("the {name} is {actual}")) }
}

/// The facts that are missing are exactly these.
fn missing(found: &Value, expected: &[Owed]) -> Result<(), String> {
    let owed = entries(&found["missing"]);
    let paths: Vec<&str> = owed.iter().map(|one| one["path"].as_str().unwrap_or("")).collect();
    let known = |path: &&str| expected.iter().any(|owed| owed.path == **path);
    let says = |one: &Value, key: &str, expected: &Option<String>| {
        expected.as_ref().is_none_or(|expected| one[key] == **expected)
    };
    let owned = |expected: &Owed| {
        owed.iter().any(|one| {
            one["path"] == *expected.path
                && says(one, "owed_by", &expected.by)
                && says(one, "evidence", &expected.evidence)
        })
    };
    if paths.iter().all(known) && expected.iter().all(owned) {
        return Ok(());
    }
    Err(format!("missing is {}", found["missing"]))
}

/// The entries of a list, none for anything else.
fn entries(json: &Value) -> &[Value] {
    json.as_array().map_or(&[], Vec::as_slice)
}

fn figure(actual: &Value, expected: &str) -> bool {
    actual.as_str().is_some_and(|actual| same(actual, expected))
}

fn expect(what: &str, actual: &Value, expected: &str) -> Result<(), String> {
    if actual == expected { Ok(()) } else { Err(format!("{what} is {actual}")) }
}

/// What helps to see why an outcome is another one than expected.
fn why(found: &Value) -> String {
    let keys = ["reason", "missing", "failing", "element"];
    let told = keys.iter().filter(|key| !found[**key].is_null());
    told.map(|key| format!(", {key} {}", found[*key])).collect()
}
