//! A line of an `expect` block.

/// What a line claims.
#[derive(PartialEq, Eq, Debug)]
pub enum Claim {
    /// The verdict.
    Verdict(String),
    /// What a result comes to.
    Value { name: String, element: Option<String>, is: Stated },
    /// The points of a group: the least and the most.
    Points { group: String, least: String, most: String },
    /// What all rules leave of an amount, or exclude, and which rules ask for it; without a name
    /// what all exclusions come to.
    Total { excluded: bool, path: Option<String>, is: Stated, by: Vec<String> },
    /// How many tests pass, and how many fail.
    Tests(usize, usize),
    /// A rule is listed as one that only another record can answer.
    Elsewhere { rule: String, needs: String },
    /// An adopted rule is listed as one that does not bind.
    LeftOut { rule: String, because: Option<(String, String)> },
    /// The outcome of a rule.
    Outcome(OutcomeClaim),
}

/// What a result comes to.
#[derive(PartialEq, Eq, Debug)]
pub enum Stated {
    /// This value.
    Value(String),
    /// It cannot be computed.
    Faulty,
    /// It is not decided: bounds, or the values that it may be, where the page gives them.
    Open { may_be: Vec<String>, bounds: Option<(String, String)> },
    /// It rests on a source, or on none that is unverified: `cites`, `unverified`, `verified`.
    Rests(String, String),
}

/// The outcome of a rule on an element.
#[derive(PartialEq, Eq, Default, Debug)]
pub struct OutcomeClaim {
    pub rule: String,
    pub element: Option<String>,
    pub outcome: String,
    /// Details by their names, `margin` and the like, in order.
    pub details: Vec<(String, String)>,
    /// The facts that are missing.
    pub missing: Option<Vec<Owed>>,
    /// The language and the words of the message.
    pub message: Option<(String, String)>,
}

/// Something that is missing.
#[derive(PartialEq, Eq, Default, Debug)]
pub struct Owed {
    pub path: String,
    /// Who owes it, where the page says so.
    pub by: Option<String>,
    /// The evidence that is wanting, where the page says so.
    pub evidence: Option<String>,
}

const OUTCOMES: [&str; 7] =
    ["satisfied", "violated", "not_applicable", "undetermined", "faulty", "not_met", "permitted"];

/// What can be said besides, each with a value.
const DETAILS: [&str; 14] = [
    "refined_by",
    "margin",
    "margins",
    "measured",
    "limit",
    "amount",
    "until",
    "by",
    "reading",
    "repair",
    "cites",
    "unverified",
    "verified",
    "reason",
];

impl Claim {
    /// Reads a line.
    pub fn read(line: &str) -> Result<Self, String> {
        let (subject, rest) = line.split_once(": ").ok_or("a claim has a colon")?;
        let (subject, element) = match subject.split_once(" for ") {
            Some((subject, element)) => (subject, Some(element.to_owned())),
            None => (subject, None),
        };
        let is_outcome = OUTCOMES.iter().any(|outcome| {
            rest.strip_prefix(outcome).is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
        });
        match subject.split_once(' ') {
            None if rest.starts_with("elsewhere, needs ") => {
                let needs = rest.trim_start_matches("elsewhere, needs ").to_owned();
                Ok(Self::Elsewhere { rule: subject.to_owned(), needs })
            }
            None if rest.starts_with("left_out") => left_out(subject, rest),
            None if subject == "verdict" => Ok(Self::Verdict(rest.to_owned())),
            None if subject == "excluded" => Ok(total(true, None, rest)),
            None if is_outcome => outcome(subject, element, rest).map(Self::Outcome),
            None if subject == "tests" => tests(rest),
            None if subject == "points" => Ok(points("", rest)),
            Some(("points", group)) => Ok(points(group, rest)),
            Some(("reduced", path)) => Ok(total(false, Some(path), rest)),
            Some(("excluded", path)) => Ok(total(true, Some(path), rest)),
            Some(("value", name)) => {
                Ok(Self::Value { name: name.to_owned(), element, is: stated(rest) })
            }
            _ => Err(format!("`{line}` is no claim")),
        }
    }
}

fn tests(rest: &str) -> Result<Claim, String> {
    let (passed, failed) = rest.split_once(", ").unwrap_or((rest, "0 failed"));
    let passed = passed.strip_suffix(" passed").and_then(|count| count.parse().ok());
    let failed = failed.strip_suffix(" failed").and_then(|count| count.parse().ok());
    let both = passed.zip(failed).map(|(passed, failed)| Claim::Tests(passed, failed));
    both.ok_or_else(|| format!("`{rest}` does not say how many passed"))
}

fn left_out(rule: &str, rest: &str) -> Result<Claim, String> {
    let because = match rest.strip_prefix("left_out, because ") {
        Some(because) => Some(words(because)?),
        None => None,
    };
    Ok(Claim::LeftOut { rule: rule.to_owned(), because })
}

/// `en "…"`
fn words(tagged: &str) -> Result<(String, String), String> {
    let (language, words) = tagged.split_once(' ').unwrap_or((tagged, ""));
    let words = words.strip_prefix('"').and_then(|words| words.strip_suffix('"'));
    let words = words.ok_or("words stand in quotation marks, after their language")?;
    Ok((language.to_owned(), words.to_owned()))
}

fn points(group: &str, rest: &str) -> Claim {
    let (least, most) = rest.split_once(" to ").unwrap_or((rest, rest));
    Claim::Points { group: group.to_owned(), least: least.to_owned(), most: most.to_owned() }
}

fn total(excluded: bool, path: Option<&str>, rest: &str) -> Claim {
    let (is, by) = rest.split_once(", by ").unwrap_or((rest, ""));
    let by = by.split(" and ").filter(|rule| !rule.is_empty()).map(str::to_owned).collect();
    Claim::Total { excluded, path: path.map(str::to_owned), is: stated(is), by }
}

fn stated(rest: &str) -> Stated {
    match rest {
        "faulty" => Stated::Faulty,
        "undetermined" => Stated::Open { may_be: Vec::new(), bounds: None },
        "verified" => Stated::Rests(rest.to_owned(), String::new()),
        _ if rest.starts_with("cites ") || rest.starts_with("unverified ") => {
            let (kind, source) = rest.split_once(' ').unwrap_or((rest, ""));
            Stated::Rests(kind.to_owned(), source.to_owned())
        }
        _ => match rest.strip_prefix("undetermined, ") {
            None => Stated::Value(rest.to_owned()),
            Some(extent) => match extent.split_once(" to ") {
                Some((low, high)) => {
                    let bounds = Some((low.to_owned(), high.to_owned()));
                    Stated::Open { may_be: Vec::new(), bounds }
                }
                None => {
                    let may_be = extent.split(" or ").map(str::to_owned).collect();
                    Stated::Open { may_be, bounds: None }
                }
            },
        },
    }
}

fn outcome(rule: &str, element: Option<String>, rest: &str) -> Result<OutcomeClaim, String> {
    let (outcome, mut rest) = rest.split_once(", ").unwrap_or((rest, ""));
    let mut claim = OutcomeClaim {
        rule: rule.to_owned(),
        element,
        outcome: outcome.to_owned(),
        ..OutcomeClaim::default()
    };
    while !rest.is_empty() {
        if let Some(missing) = rest.strip_prefix("missing ") {
            claim.missing = Some(missing.split(", ").map(owed).collect());
            break;
        }
        if let Some(message) = rest.strip_prefix("message ") {
            claim.message = Some(words(message)?);
            break;
        }
        let (detail, more) = rest.split_once(", ").unwrap_or((rest, ""));
        let (name, value) = detail.split_once(' ').unwrap_or((detail, ""));
        if !DETAILS.contains(&name) || (value.is_empty() != (name == "verified")) {
            return Err(format!("`{detail}` is nothing that can be claimed of an outcome"));
        }
        claim.details.push((name.to_owned(), value.to_owned()));
        rest = more;
    }
    Ok(claim)
}

/// `grant`, `scalable owed by assessor`, or `grant as documented`.
fn owed(missing: &str) -> Owed {
    if let Some((path, owner)) = missing.split_once(" owed by ") {
        return Owed { path: path.to_owned(), by: Some(owner.to_owned()), evidence: None };
    }
    let (path, evidence) = match missing.split_once(" as ") {
        Some((path, evidence)) => (path, Some(evidence.to_owned())),
        None => (missing, None),
    };
    Owed { path: path.to_owned(), by: None, evidence }
}

#[test]
fn claims_are_read() {
    let claim = Claim::read("cap for costs[1]: violated, margin -1 EUR, missing a, b owed by law");
    let details = vec![("margin".to_owned(), "-1 EUR".to_owned())];
    let a = Owed { path: "a".to_owned(), ..Owed::default() };
    let b = Owed { path: "b".to_owned(), by: Some("law".to_owned()), evidence: None };
    let missing = vec![a, b];
    let expected = OutcomeClaim {
        rule: "cap".to_owned(),
        element: Some("costs[1]".to_owned()),
        outcome: "violated".to_owned(),
        details,
        missing: Some(missing),
        message: None,
    };
    assert_eq!(claim, Ok(Claim::Outcome(expected)));
    assert!(Claim::read("cap: broken").is_err());
    assert!(Claim::read("cap: violated, colour red").is_err());
    assert!(Claim::read("cap").is_err());
}
