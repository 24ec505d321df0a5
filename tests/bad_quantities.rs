//! Numbers, amounts, dates and periods that cannot be: in a proposal and in a rule file each is a
//! problem at its place, and never a value.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

use subvent::data::{DataLimits, read_yaml};
use subvent::diagnostic::{Diagnostic, Diagnostics, Severity};
use subvent::facts::{Facts, bind};
use subvent::program::FactSchema;
use subvent::quantity::Number;
use subvent::resolve::{LoadError, Loader, resolve};
use subvent::text::Source;
use subvent::types::check;
use subvent::types::typed::Checked;
use subvent::value::Value;

const RULES: &str = "
module test.quantities

programme {
  title     en \"One fact of every kind\"
  currency  PLN
  languages en
  checks    Project
}

facts Project {
  amount:   money
  number:   decimal
  whole:    integer
  share:    percent
  bonus:    points
  day:      date
  moment:   moment
  month:    month
  length:   duration
  period:   period
}
";

struct One(&'static str, String);

impl Loader for One {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        Ok((module == self.0).then(|| Source::new("rules.subvent", self.1.clone())))
    }

    fn modules(&self) -> Vec<String> {
        Vec::new()
    }
}

fn rules() -> Checked {
    let (resolved, found) = resolve(&One("test.quantities", RULES.to_owned()), "test.quantities");
    assert!(found.is_empty(), "{found:#?}");
    let (checked, found) = check(&resolved);
    assert!(!found.has_errors(), "{found:#?}");
    checked
}

fn bound(text: &str) -> (Option<Facts>, Diagnostics) {
    let checked = rules();
    let root = checked.programme.roots[0].record;
    let (tree, found) = read_yaml(checked.sources.next_id(), text, &DataLimits::default());
    assert!(found.is_empty(), "{found:#?}");
    bind(&FactSchema::new(&checked), &checked, root, &tree.expect("a tree"))
}

fn at<'t>(problem: &Diagnostic, text: &'t str) -> &'t str {
    let span = problem.span().expect("a place");
    text.get(span.range()).expect("a place in the text")
}

const FORTY: &str = "1234567890123456789012345678901234567890";

/// A field, a value that it cannot have, and the code of the problem.
const BAD: [(&str, &str, &str); 60] = [
    ("amount", "1234567890123456789012345678901234567890 PLN", "facts::too_many_digits"),
    ("amount", "0.12345678901234567890123456789012345 PLN", "facts::too_many_digits"),
    ("amount", "1e400 PLN", "facts::too_many_digits"),
    ("amount", "1e400", "facts::too_many_digits"),
    ("amount", "-1e400", "facts::too_many_digits"),
    ("amount", "NaN", "facts::wrong_type"),
    ("amount", "NaN PLN", "facts::wrong_type"),
    ("amount", ".nan", "facts::wrong_type"),
    ("amount", ".inf", "facts::wrong_type"),
    ("amount", "Infinity PLN", "facts::wrong_type"),
    ("number", FORTY, "facts::too_many_digits"),
    ("number", "0.1234567890123456789012345678901234567890", "facts::too_many_digits"),
    ("number", "1e400", "facts::too_many_digits"),
    ("number", "1e-400", "facts::too_many_digits"),
    ("number", "NaN", "facts::wrong_type"),
    ("number", ".NaN", "facts::wrong_type"),
    ("number", "-.inf", "facts::wrong_type"),
    ("number", "--1", "facts::wrong_type"),
    ("number", "1/3", "facts::wrong_type"),
    ("whole", FORTY, "facts::too_many_digits"),
    ("whole", "1e400", "facts::too_many_digits"),
    ("whole", "48.5", "facts::wrong_type"),
    ("whole", "nan", "facts::wrong_type"),
    ("share", "1234567890123456789012345678901234567890%", "facts::too_many_digits"),
    ("share", "1e400%", "facts::too_many_digits"),
    ("share", "NaN%", "facts::wrong_type"),
    ("share", "15", "facts::ambiguous_percent"),
    (
        "bonus",
        "1234567890123456789012345678901234567890 percentage points",
        "facts::too_many_digits",
    ),
    ("bonus", "10%", "facts::wrong_type"),
    ("day", "2023-02-30", "facts::no_such_date"),
    ("day", "2023-02-29", "facts::no_such_date"),
    ("day", "1900-02-29", "facts::no_such_date"),
    ("day", "2023-04-31", "facts::no_such_date"),
    ("day", "2023-13-01", "facts::no_such_date"),
    ("day", "2023-00-10", "facts::no_such_date"),
    ("day", "2023-01-00", "facts::no_such_date"),
    ("day", "0000-01-01", "facts::no_such_date"),
    ("day", "99999-01-01", "facts::wrong_type"),
    ("day", "10000-01-01", "facts::wrong_type"),
    ("day", "-0001-01-01", "facts::wrong_type"),
    ("day", "NaN", "facts::wrong_type"),
    ("moment", "2023-02-30 12:00", "facts::no_such_date"),
    ("moment", "2024-05-01 24:00", "facts::wrong_type"),
    ("moment", "2024-05-01 12:60", "facts::wrong_type"),
    ("moment", "0000-01-01 12:00", "facts::no_such_date"),
    ("month", "2024-13", "facts::wrong_type"),
    ("month", "0000-01", "facts::wrong_type"),
    ("month", "99999-01", "facts::wrong_type"),
    ("length", "99999999999999999999 months", "facts::wrong_type"),
    ("length", "9223372036854775807 years", "facts::wrong_type"),
    ("length", "1.5 months", "facts::wrong_type"),
    ("length", "1e400 days", "facts::wrong_type"),
    ("length", "NaN days", "facts::wrong_type"),
    ("period", "2024-05-02 to 2024-05-01", "facts::period_order"),
    ("period", "2023-02-30 to 2024-05-01", "facts::no_such_date"),
    ("period", "2024-01-01 to 2024-02-30", "facts::no_such_date"),
    ("period", "0000-01-01 to 2024-05-01", "facts::no_such_date"),
    ("period", "2024-01-01 to 99999-12-31", "facts::wrong_type"),
    ("period", "2024-01-01", "facts::wrong_type"),
    ("period", "open", "facts::wrong_type"),
];

#[test]
fn each_is_one_problem_at_its_place() {
    let mut wrong = Vec::new();
    for (field, value, code) in BAD {
        let text = format!("{field}: {value}\n");
        let (facts, found) = bound(&text);
        let seen: Vec<String> = found
            .iter()
            .map(|problem| {
                format!("{} at `{}`: {}", problem.code, at(problem, &text), problem.message)
            })
            .collect();
        let good = facts.is_none()
            && found.iter().count() == 1
            && found.iter().all(|p| p.code.to_string() == code && value.contains(at(p, &text)));
        if !good {
            wrong.push(format!("{field}: {value}: wanted {code}, found {seen:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_bad_value_hides_no_other() {
    let last = |field: &str| {
        let of_field = BAD.iter().rev().find(|(name, ..)| *name == field);
        of_field.map(|(field, value, _)| format!("{field}: {value}\n")).expect("a bad value")
    };
    let fields = ["amount", "number", "whole", "share", "bonus", "day", "moment", "month"];
    let text: String = fields.into_iter().map(last).collect();
    let (facts, found) = bound(&text);
    assert!(facts.is_none());
    assert_eq!(found.iter().count(), fields.len(), "{found:#?}");
}

#[test]
fn there_is_no_negative_zero() {
    let text = "amount: -0.00 PLN\nnumber: -0.0\nwhole: -0\nshare: -0%\n";
    let (facts, found) = bound(text);
    assert!(found.is_empty(), "{found:#?}");
    let facts = facts.expect("facts");
    for field in ["number", "whole", "share"] {
        let value = facts.cell(facts.find(field).expect(field));
        assert_eq!(value, &Value::Number(Number::ZERO), "{field}");
    }
}

#[test]
fn the_edges_are_good() {
    let text = "number: 9999999999999999999999999999\nshare: 0.0000000000000000000000001%\n\
                day: 9999-12-31\nmoment: 0001-01-01 00:00\nmonth: 0001-01\n\
                period: 0001-01-01 to 9999-12-31\nlength: 0 days\n";
    let (facts, found) = bound(text);
    assert!(found.is_empty(), "{found:#?}");
    assert!(facts.is_some());
}

/// An expression of a rule file that has no value, and the problem.
const BAD_LITERALS: [(&str, &str, &str); 25] = [
    ("decimal", "1234567890123456789012345678901234567890", "syntax::no_such_value"),
    ("decimal", "0.12345678901234567890123456789012345", "syntax::no_such_value"),
    ("money EUR", "1234567890123456789012345678901234567890 EUR", "syntax::no_such_value"),
    ("percent", "1234567890123456789012345678901234567890%", "syntax::no_such_value"),
    ("decimal", "1e400", "syntax::number_form"),
    ("decimal", "NaN", "types::no_such_name"),
    ("decimal", "1 / NaN", "types::no_such_name"),
    ("date", "2023-02-30", "syntax::no_such_value"),
    ("date", "2023-02-29", "syntax::no_such_value"),
    ("date", "0000-01-01", "syntax::no_such_value"),
    ("date", "99999-01-01", "syntax::no_such_value"),
    ("date", "2023-13-01", "syntax::no_such_value"),
    ("month", "2024-13", "syntax::no_such_value"),
    ("month", "0000-01", "syntax::no_such_value"),
    ("moment", "2024-05-01 24:00", "syntax::no_such_value"),
    ("moment", "2023-02-30 12:00", "syntax::no_such_value"),
    ("duration", "99999999999999999999 months", "syntax::no_such_value"),
    ("duration", "9223372036854775807 years", "syntax::no_such_value"),
    ("duration", "1.5 months", "syntax::no_such_value"),
    ("date", "31 February of 2024", "syntax::no_such_value"),
    ("date", "2024-01-31 + 1 month", "types::missing_day"),
    ("period", "fiscal year of 2024-05-01 starting 29 February", "syntax::no_such_value"),
    ("period", "fiscal year of 2024-05-01 starting 31 April", "syntax::no_such_value"),
    ("decimal", "10 rounded down to 0", "types::step_kind"),
    ("period", "2024-05-02 to 2024-05-01", "types::reversed_period"),
];

#[test]
fn each_bad_literal_is_one_problem_at_its_place() {
    let mut wrong = Vec::new();
    for (ty, literal, code) in BAD_LITERALS {
        let text = format!(
            "module test.literals\n\nprogramme {{ checks Project }}\n\n\
             facts Project {{ x: bool }}\n\nresult bad for Project: {ty} = {literal}\n\
             result good for Project: integer = 1\n"
        );
        let (resolved, mut found) = resolve(&One("test.literals", text.clone()), "test.literals");
        let (_, checked) = check(&resolved);
        found.extend(checked);
        let errors: Vec<&Diagnostic> =
            found.iter().filter(|p| p.severity == Severity::Error).collect();
        let seen: Vec<String> = errors
            .iter()
            .map(|problem| {
                format!("{} at `{}`: {}", problem.code, at(problem, &text), problem.message)
            })
            .collect();
        let good = matches!(errors.as_slice(), [one] if one.code.to_string() == code
            && literal.contains(at(one, &text).trim()));
        if !good {
            wrong.push(format!("{literal}: wanted {code}, found {seen:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
