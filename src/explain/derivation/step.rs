//! One step of a derivation: the words of the rule and their value.

use super::version::version;
use crate::eval::{RuleOutcome, Step};
use crate::explain::case::{Case, quoted};
use crate::explain::figures::{sentence, spare};
use crate::explain::legend::Named;
use crate::explain::line::{Line, Lines, Role};
use crate::explain::reason::added_by;
use crate::explain::report::field_type;
use crate::explain::words::fill;
use crate::types::typed::Type;
use crate::value::Value;

/// The deepest indentation; deeper parts stay there.
const DEEPEST: u16 = 24;

/// The lines of a step: its words and value; for a fact its path and line; for a parameter or a
/// table the version that was read.
pub(super) fn lines(case: &Case<'_>, outcome: &RuleOutcome, step: &Step, lines: &mut Lines) {
    let indent = usize::from(step.depth.min(DEEPEST)) + 1;
    let words = quoted(case.submission.sources, step.span);
    let legend = case.submission.legend;
    let mut line = Line::at(indent).with(Role::Text, words.clone());
    line = if let (true, Value::Bool(holds)) = (legend.compares(step.span), &step.value) {
        let headings = &case.words().headings;
        let word = if *holds { headings.holds } else { headings.does_not_hold };
        let good = *holds != legend.is_forbidden(step.span);
        let role = if good { Role::Good } else { Role::Bad };
        line.with(Role::Text, ": ").with(role, word)
    } else {
        line.with(Role::Text, " = ").with(Role::Value, value(case, step))
    };
    if let Some(cell) = step.cell {
        let path = case.facts.path(cell);
        if path != words {
            line = line.and(Role::Name, format!("← {path}"));
        }
        line = line.and(Role::Quiet, place(case, cell));
    }
    lines.push(line);
    if step.depth == 0 {
        lines.0.extend(refinement(case, outcome, step, indent + 1));
        figures(case, outcome, step, indent + 1, lines);
    }
    if let Some(named) = legend.named_at(step.span) {
        about(case, outcome, step, named, indent + 1, lines);
    }
}

/// The module that added the exception which a clause is, where it is not the rule's own.
fn refinement(case: &Case<'_>, outcome: &RuleOutcome, step: &Step, indent: usize) -> Option<Line> {
    let exceptions = &case.rule(outcome)?.exceptions;
    let unless = exceptions.iter().find(|unless| unless.condition.span == step.span)?;
    Some(Line::at(indent).with(Role::Quiet, added_by(case, unless)?))
}

/// How far the comparison of a clause is from its limit.
fn figures(case: &Case<'_>, outcome: &RuleOutcome, step: &Step, indent: usize, lines: &mut Lines) {
    let Some(comparison) = outcome.comparisons.iter().find(|it| it.span == step.span) else {
        return;
    };
    let text = if comparison.holds {
        spare(case, comparison)
    } else {
        comparison.order.map(|_| sentence(case, comparison))
    };
    lines.0.extend(text.map(|text| Line::at(indent).with(Role::Value, text)));
}

/// The value of a step in the unit of its expression, or of its fact.
fn value(case: &Case<'_>, step: &Step) -> String {
    let ty = match (case.submission.legend.type_at(step.span), step.cell) {
        (Type::Poison, Some(cell)) => field_type(case, cell),
        (ty, _) => ty,
    };
    case.spoken().bounds(&step.value, ty)
}

/// The title of a definition, or the version and the source of a parameter or a table.
fn about(
    case: &Case<'_>,
    outcome: &RuleOutcome,
    step: &Step,
    named: Named,
    indent: usize,
    lines: &mut Lines,
) {
    let checked = case.checked();
    let title = match named {
        Named::Definition(id) => checked.definitions.get(id.index()).map(|d| &d.title),
        Named::Parameter(id) => checked.parameters.get(id.index()).map(|p| &p.table.title),
        Named::Table(id) => checked.tables.get(id.index()).map(|t| &t.title),
    };
    if let Some(title) = title.and_then(|title| title.get(case.submission.language)) {
        lines.push(Line::at(indent).with(Role::Quiet, title.clone()));
    }
    let table = match named {
        Named::Parameter(id) => checked.parameters.get(id.index()).map(|p| &p.table),
        Named::Table(id) => checked.tables.get(id.index()),
        Named::Definition(_) => None,
    };
    if let Some(table) = table {
        lines.0.extend(version(case, table, outcome.as_of, &step.value, indent));
    }
}

/// The line of the proposal that gives a fact.
pub(super) fn place(case: &Case<'_>, cell: u32) -> String {
    let Some(span) = case.facts.written(cell) else { return String::new() };
    let line = case.submission.sources.position(span).line.to_string();
    format!("({})", fill(case.words().headings.line, &[&line]))
}
