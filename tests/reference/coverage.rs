//! Which forms of the language the generated programmes hold.

use std::collections::BTreeMap;

use subvent::types::typed::{Checked, Exception, Expr, ExprKind, Requirement, Validity};

/// The name of a form.
pub fn name_of(kind: &ExprKind) -> &'static str {
    match kind {
        ExprKind::Poison => "Poison",
        ExprKind::Constant(_) => "Constant",
        ExprKind::Receiver => "Receiver",
        ExprKind::Around(_) => "Around",
        ExprKind::IsAround(_) => "IsAround",
        ExprKind::Local(_) => "Local",
        ExprKind::Field { .. } => "Field",
        ExprKind::Include { .. } => "Include",
        ExprKind::GroupKey(_) => "GroupKey",
        ExprKind::GroupItems(_) => "GroupItems",
        ExprKind::Definition { .. } => "Definition",
        ExprKind::Parameter { .. } => "Parameter",
        ExprKind::Table { .. } => "Table",
        ExprKind::Reading(_) => "Reading",
        ExprKind::On { .. } => "On",
        ExprKind::Not(_) => "Not",
        ExprKind::And(_) => "And",
        ExprKind::Or(_) => "Or",
        ExprKind::Negate(_) => "Negate",
        ExprKind::Arithmetic { .. } => "Arithmetic",
        ExprKind::Shift { .. } => "Shift",
        ExprKind::DaysBetween { .. } => "DaysBetween",
        ExprKind::Compare { .. } => "Compare",
        ExprKind::CompareQuotient { .. } => "CompareQuotient",
        ExprKind::Equal { .. } => "Equal",
        ExprKind::WithinTolerance { .. } => "WithinTolerance",
        ExprKind::State { .. } => "State",
        ExprKind::OneOf { .. } => "OneOf",
        ExprKind::ElementOf { .. } => "ElementOf",
        ExprKind::InPeriod { .. } => "InPeriod",
        ExprKind::Includes { .. } => "Includes",
        ExprKind::Overlaps { .. } => "Overlaps",
        ExprKind::Within { .. } => "Within",
        ExprKind::Lasts { .. } => "Lasts",
        ExprKind::StartsWith { .. } => "StartsWith",
        ExprKind::PeriodFrom { .. } => "PeriodFrom",
        ExprKind::Range { .. } => "Range",
        ExprKind::Rounded { .. } => "Rounded",
        ExprKind::Default { .. } => "Default",
        ExprKind::WithEvidence { .. } => "WithEvidence",
        ExprKind::If { .. } => "If",
        ExprKind::Choose { .. } => "Choose",
        ExprKind::Match { .. } => "Match",
        ExprKind::List(_) => "List",
        ExprKind::Distinct(_) => "Distinct",
        ExprKind::Aggregate(aggregate) => match aggregate.kind {
            subvent::types::typed::AggregateKind::List => "Aggregate List",
            subvent::types::typed::AggregateKind::Sum => "Aggregate Sum",
            subvent::types::typed::AggregateKind::Count => "Aggregate Count",
            subvent::types::typed::AggregateKind::All => "Aggregate All",
            subvent::types::typed::AggregateKind::Any => "Aggregate Any",
            subvent::types::typed::AggregateKind::Min => "Aggregate Min",
            subvent::types::typed::AggregateKind::Max => "Aggregate Max",
            subvent::types::typed::AggregateKind::Average => "Aggregate Average",
        },
        ExprKind::Extreme { .. } => "Extreme",
        ExprKind::Group { .. } => "Group",
        ExprKind::The { .. } => "The",
        ExprKind::Pick { .. } => "Pick",
        ExprKind::Carry(_) => "Carry",
        ExprKind::Linked(_) => "Linked",
        ExprKind::CountIs { .. } => "CountIs",
        ExprKind::CountOf { .. } => "CountOf",
        ExprKind::Holds { .. } => "Holds",
        ExprKind::PointsOf { .. } => "PointsOf",
        ExprKind::Part { .. } => "Part",
        ExprKind::DayOfYear { .. } => "DayOfYear",
        ExprKind::OverlapOf { .. } => "OverlapOf",
        ExprKind::MonthsOf { .. } => "MonthsOf",
        ExprKind::Absolute(_) => "Absolute",
    }
}

/// Every form that a generated programme should hold sooner or later.
pub const FORMS: [&str; 66] = [
    "Constant",
    "Receiver",
    "Around",
    "IsAround",
    "Local",
    "Field",
    "Include",
    "GroupKey",
    "GroupItems",
    "Definition",
    "Parameter",
    "Table",
    "Reading",
    "On",
    "Not",
    "And",
    "Or",
    "Negate",
    "Arithmetic",
    "Shift",
    "DaysBetween",
    "Compare",
    "CompareQuotient",
    "Equal",
    "WithinTolerance",
    "State",
    "OneOf",
    "ElementOf",
    "InPeriod",
    "Includes",
    "Overlaps",
    "Within",
    "Lasts",
    "StartsWith",
    "PeriodFrom",
    "Range",
    "Rounded",
    "Default",
    "WithEvidence",
    "If",
    "Choose",
    "Match",
    "List",
    "Distinct",
    "Aggregate List",
    "Aggregate Sum",
    "Aggregate Count",
    "Aggregate All",
    "Aggregate Any",
    "Aggregate Min",
    "Aggregate Max",
    "Aggregate Average",
    "Extreme",
    "Group",
    "The",
    "Pick",
    "Carry",
    "Linked",
    "CountIs",
    "CountOf",
    "Holds",
    "PointsOf",
    "Part",
    "DayOfYear",
    "OverlapOf",
    "MonthsOf",
];

/// Calls with an expression and all that lie in it.
pub fn walk<'e>(expr: &'e Expr, visit: &mut dyn FnMut(&'e Expr)) {
    visit(expr);
    for child in children(expr) {
        walk(child, visit);
    }
}

/// The expressions directly in another.
pub fn children(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Poison
        | ExprKind::Constant(_)
        | ExprKind::Receiver
        | ExprKind::Around(_)
        | ExprKind::IsAround(_)
        | ExprKind::Local(_)
        | ExprKind::Reading(_) => Vec::new(),
        ExprKind::Field { base: a, .. }
        | ExprKind::Include { base: a, .. }
        | ExprKind::GroupKey(a)
        | ExprKind::GroupItems(a)
        | ExprKind::Not(a)
        | ExprKind::Negate(a)
        | ExprKind::State { operand: a, .. }
        | ExprKind::Rounded { operand: a, .. }
        | ExprKind::WithEvidence { operand: a, .. }
        | ExprKind::Distinct(a)
        | ExprKind::Holds { receiver: a, .. }
        | ExprKind::PointsOf { receiver: a, .. }
        | ExprKind::Part { of: a, .. }
        | ExprKind::DayOfYear { year: a, .. }
        | ExprKind::MonthsOf { period: a, .. }
        | ExprKind::Absolute(a) => vec![a],
        ExprKind::On { operand: a, date: b }
        | ExprKind::Arithmetic { left: a, right: b, .. }
        | ExprKind::Shift { date: a, duration: b, .. }
        | ExprKind::DaysBetween { later: a, earlier: b }
        | ExprKind::Compare { left: a, right: b, .. }
        | ExprKind::Equal { left: a, right: b }
        | ExprKind::ElementOf { operand: a, list: b, .. }
        | ExprKind::InPeriod { operand: a, period: b }
        | ExprKind::Includes { list: a, set: b, .. }
        | ExprKind::Overlaps { left: a, right: b }
        | ExprKind::Within { left: a, right: b }
        | ExprKind::Lasts { period: a, duration: b, .. }
        | ExprKind::StartsWith { text: a, prefix: b }
        | ExprKind::Range { start: a, end: b }
        | ExprKind::Default { operand: a, value: b, .. }
        | ExprKind::Group { list: a, key: b, .. }
        | ExprKind::The { list: a, condition: b, .. }
        | ExprKind::Pick { list: a, key: b, .. }
        | ExprKind::CountIs { number: a, count: b, .. }
        | ExprKind::OverlapOf { left: a, right: b } => vec![a, b],
        ExprKind::CompareQuotient { numerator: a, denominator: b, bound: c, .. }
        | ExprKind::WithinTolerance { operand: a, tolerance: b, reference: c }
        | ExprKind::If { condition: a, then: b, otherwise: c } => vec![a, b, c],
        ExprKind::And(parts) | ExprKind::Or(parts) | ExprKind::List(parts) => {
            parts.iter().collect()
        }
        ExprKind::Extreme { values, .. } => values.iter().collect(),
        ExprKind::OneOf { operand, values, .. } => {
            std::iter::once(&**operand).chain(values).collect()
        }
        ExprKind::CountOf { number, conditions, .. } => {
            std::iter::once(&**number).chain(conditions).collect()
        }
        ExprKind::PeriodFrom { start, end } => {
            start.iter().chain(end).map(|side| &**side).collect()
        }
        ExprKind::Definition { receiver, arguments, .. } => {
            receiver.iter().map(|r| &**r).chain(arguments).collect()
        }
        ExprKind::Parameter { arguments, .. } | ExprKind::Table { arguments, .. } => {
            arguments.iter().collect()
        }
        ExprKind::Choose { arms, otherwise } => {
            let arms = arms.iter().flat_map(|(condition, value)| [condition, value]);
            arms.chain(otherwise.iter().map(|o| &**o)).collect()
        }
        ExprKind::Match { operand, arms, otherwise } => {
            let arms = arms.iter().flat_map(|(patterns, value)| patterns.iter().chain([value]));
            let own = std::iter::once(&**operand).chain(arms);
            own.chain(otherwise.iter().map(|o| &**o)).collect()
        }
        ExprKind::Aggregate(aggregate) => {
            let lists = aggregate.generators.iter().map(|(_, list)| list);
            lists.chain(&aggregate.condition).chain([&aggregate.element]).collect()
        }
        ExprKind::Carry(c) => vec![&c.init, &c.list, &c.key, &c.next],
        ExprKind::Linked(l) => {
            let own = [&l.start, &l.links, &l.from, &l.to];
            own.into_iter().chain(&l.condition).collect()
        }
    }
}

/// How often each form occurs.
#[derive(Clone, Default, Debug)]
pub struct Coverage {
    /// Occurrences by name.
    pub forms: BTreeMap<&'static str, u64>,
}

impl Coverage {
    /// Counts all that a programme holds.
    pub fn add(&mut self, checked: &Checked) {
        let mut count = |expr: &Expr| {
            walk(expr, &mut |inner| *self.forms.entry(name_of(&inner.kind)).or_default() += 1);
        };
        for definition in &checked.definitions {
            definition.as_of.iter().for_each(&mut count);
            for version in &definition.versions {
                of_validity(&version.validity).for_each(&mut count);
                count(&version.body);
            }
            of_exceptions(&definition.exceptions, &mut count);
        }
        let tables = checked.parameters.iter().map(|p| &p.table).chain(&checked.tables);
        for version in tables.flat_map(|table| &table.versions) {
            for (conditions, value) in &version.body.rows {
                conditions.iter().chain([value]).for_each(&mut count);
            }
            version.body.otherwise.iter().for_each(&mut count);
        }
        for rule in &checked.rules {
            rule.as_of.iter().for_each(&mut count);
            of_validity(&rule.validity).for_each(&mut count);
            for each in &rule.each {
                std::iter::once(&each.list).chain(&each.condition).for_each(&mut count);
            }
            rule.lets.iter().map(|(_, value)| value).for_each(&mut count);
            rule.guards.iter().for_each(&mut count);
            rule.exceptions.iter().map(|e| &e.condition).for_each(&mut count);
            rule.replaced_by.iter().flat_map(|r| &r.condition).for_each(&mut count);
            of_requirements(&rule.requirements).for_each(&mut count);
            for regime in rule.regimes.iter().flat_map(|r| &r.alternatives) {
                of_validity(&regime.validity).for_each(&mut count);
                regime.guards.iter().for_each(&mut count);
                regime.lets.iter().map(|(_, value)| value).for_each(&mut count);
                of_requirements(&regime.requirements).for_each(&mut count);
            }
            rule.permit.iter().chain(&rule.award).for_each(&mut count);
        }
    }

    /// Forms that never occurred.
    pub fn wanting(&self) -> Vec<&'static str> {
        FORMS.iter().copied().filter(|form| !self.forms.contains_key(form)).collect()
    }
}

fn of_validity(validity: &Validity) -> impl Iterator<Item = &Expr> {
    validity.or_to.iter().map(|(_, condition)| condition)
}

fn of_requirements(requirements: &[Requirement]) -> impl Iterator<Item = &Expr> {
    requirements.iter().map(|requirement| &requirement.condition)
}

fn of_exceptions(exceptions: &[Exception], count: &mut dyn FnMut(&Expr)) {
    for exception in exceptions {
        of_validity(&exception.validity).for_each(&mut *count);
        count(&exception.condition);
        count(&exception.value);
        of_exceptions(&exception.exceptions, count);
    }
}
