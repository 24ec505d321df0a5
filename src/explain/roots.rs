//! Every expression that stands directly in a declaration of a programme.
//!
//! In: a checked programme. Out: its outermost expressions; those inside them are for `walk`.

use crate::types::typed::{
    Checked, ConsequenceKind, Definition, Exception, Expr, Requirement, Rule, Table, Template,
    TemplatePart, Texts, Validity,
};

/// Collects the outermost expressions of all declarations.
pub(super) fn roots(checked: &Checked) -> Vec<&Expr> {
    let mut into = Vec::new();
    for rule in &checked.rules {
        of_rule(rule, &mut into);
    }
    for definition in &checked.definitions {
        of_definition(definition, &mut into);
    }
    for parameter in &checked.parameters {
        of_table(&parameter.table, &mut into);
    }
    for table in &checked.tables {
        of_table(table, &mut into);
    }
    for invariant in checked.records.iter().flat_map(|record| &record.invariants) {
        into.push(&invariant.condition);
        of_templates(&invariant.message, &mut into);
    }
    into
}

/// Everything that rules and their regimes require or forbid.
pub(super) fn requirements(checked: &Checked) -> impl Iterator<Item = &Requirement> {
    checked.rules.iter().flat_map(|rule| {
        let regimes = rule.regimes.iter().flat_map(|regimes| &regimes.alternatives);
        rule.requirements.iter().chain(regimes.flat_map(|regime| &regime.requirements))
    })
}

/// Collects those of a rule.
pub(super) fn of_rule<'a>(rule: &'a Rule, into: &mut Vec<&'a Expr>) {
    into.extend(&rule.as_of);
    of_validity(&rule.validity, into);
    for each in &rule.each {
        into.push(&each.list);
        into.extend(&each.condition);
    }
    into.extend(rule.lets.iter().map(|(_, value)| value));
    into.extend(&rule.guards);
    for unless in &rule.exceptions {
        into.push(&unless.condition);
        of_templates(&unless.because, into);
    }
    into.extend(rule.replaced_by.iter().filter_map(|special| special.condition.as_ref()));
    of_requirements(&rule.requirements, into);
    for regime in rule.regimes.iter().flat_map(|regimes| &regimes.alternatives) {
        of_validity(&regime.validity, into);
        into.extend(&regime.guards);
        into.extend(regime.lets.iter().map(|(_, value)| value));
        of_requirements(&regime.requirements, into);
    }
    into.extend(&rule.permit);
    into.extend(&rule.award);
    of_consequence(&rule.consequence.kind, into);
    of_templates(&rule.message, into);
}

fn of_requirements<'a>(requirements: &'a [Requirement], into: &mut Vec<&'a Expr>) {
    into.extend(requirements.iter().map(|requirement| &requirement.condition));
}

fn of_consequence<'a>(kind: &'a ConsequenceKind, into: &mut Vec<&'a Expr>) {
    match kind {
        ConsequenceKind::Reject | ConsequenceKind::NotEffective | ConsequenceKind::Advise => {}
        ConsequenceKind::Correct { until: one }
        | ConsequenceKind::Exclude(one)
        | ConsequenceKind::Recover(one)
        | ConsequenceKind::Sanction(one) => into.push(one),
        ConsequenceKind::Reduce { amount, to } => {
            into.push(amount);
            into.extend(to);
        }
    }
}

/// Collects those of a definition.
pub(super) fn of_definition<'a>(definition: &'a Definition, into: &mut Vec<&'a Expr>) {
    into.extend(&definition.as_of);
    for version in &definition.versions {
        of_validity(&version.validity, into);
        into.push(&version.body);
    }
    let mut left: Vec<&Exception> = definition.exceptions.iter().collect();
    while let Some(exception) = left.pop() {
        of_validity(&exception.validity, into);
        into.extend([&exception.condition, &exception.value]);
        left.extend(&exception.exceptions);
    }
}

/// Collects those of a table.
pub(super) fn of_table<'a>(table: &'a Table, into: &mut Vec<&'a Expr>) {
    for version in &table.versions {
        of_validity(&version.validity, into);
        for (conditions, value) in &version.body.rows {
            into.extend(conditions);
            into.push(value);
        }
        into.extend(&version.body.otherwise);
    }
}

fn of_validity<'a>(validity: &'a Validity, into: &mut Vec<&'a Expr>) {
    into.extend(validity.or_to.iter().map(|(_, condition)| condition));
}

fn of_templates<'a>(texts: &'a Texts<Template>, into: &mut Vec<&'a Expr>) {
    for part in texts.0.iter().flat_map(|(_, template)| &template.parts) {
        if let TemplatePart::Hole(expr) = part {
            into.push(expr);
        }
    }
}
