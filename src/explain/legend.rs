//! The types of a programme's expressions by their places.
//!
//! An evaluation names expressions by their places only. A [`Legend`] is made once for a
//! programme and then tells for each place how its value is written, so that 0.15 is `15%`
//! where the rule compares shares. It evaluates nothing and reads no proposal.

use super::grounds::{Ground, grounds, grounds_of_results};
use super::roots::{requirements, roots};
use super::walk::parts;
use crate::quantity::Date;
use crate::text::Span;
use crate::types::typed::{
    Checked, Cite, DefinitionId, Expr, ExprKind, ParameterId, RuleId, TableId, Type,
};

/// The types of the three figures of a comparison, and the places of its two sides.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct FigureTypes {
    pub(super) measured: Type,
    pub(super) limit: Type,
    pub(super) margin: Type,
    pub(super) sides: Option<(Span, Span)>,
}

/// What an expression reads by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Named {
    /// A parameter, which has versions by date.
    Parameter(ParameterId),
    /// A table, which has versions by date.
    Table(TableId),
    /// A definition.
    Definition(DefinitionId),
}

/// How the values of a programme's expressions are written.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    /// Types by place, sorted; where a place has several, the outermost comes first.
    types: Vec<(Span, Type)>,
    figures: Vec<(Span, FigureTypes)>,
    named: Vec<(Span, Named)>,
    /// Places of conditions that must not hold, sorted.
    forbidden: Vec<Span>,
    /// The unverified citations that each rule rests on besides its own.
    grounds: Vec<Vec<Ground>>,
    /// The same for each definition that is a result.
    result_grounds: Vec<Vec<Ground>>,
}

/// Stands for a type that is not known; values then show their own.
static UNKNOWN: FigureTypes =
    FigureTypes { measured: Type::Poison, limit: Type::Poison, margin: Type::Poison, sides: None };

impl Legend {
    /// The legend of a programme.
    #[must_use]
    pub fn new(checked: &Checked) -> Self {
        let mut legend = Self::default();
        let mut left = roots(checked);
        while let Some(expr) = left.pop() {
            legend.types.push((expr.span, expr.ty.clone()));
            if let Some(figures) = figures(expr) {
                legend.figures.push((expr.span, figures));
            }
            if let ExprKind::CompareQuotient { numerator, denominator, bound, .. } = &expr.kind {
                let quotient = numerator.span.to(denominator.span);
                legend.types.push((quotient, bound.ty.clone()));
            }
            if let Some(named) = named(expr) {
                legend.named.push((expr.span, named));
            }
            parts(expr, &mut left);
        }
        legend.types.sort_by_key(|(span, _)| *span);
        legend.types.dedup();
        legend.figures.sort_by_key(|(span, _)| *span);
        legend.figures.dedup();
        legend.named.sort_by_key(|(span, _)| *span);
        legend.forbidden = forbidden(checked);
        legend.grounds = grounds(checked);
        legend.result_grounds = grounds_of_results(checked);
        legend
    }

    /// The type of the expression at a place.
    pub(super) fn type_at(&self, span: Span) -> &Type {
        at(&self.types, span).unwrap_or(&Type::Poison)
    }

    /// The types of the figures of the comparison at a place.
    pub(super) fn figures_at(&self, span: Span) -> &FigureTypes {
        at(&self.figures, span).unwrap_or(&UNKNOWN)
    }

    /// Whether the expression at a place compares.
    pub(super) fn compares(&self, span: Span) -> bool {
        at(&self.figures, span).is_some()
    }

    /// Whether a rule asks that the condition at a place does not hold.
    pub(super) fn is_forbidden(&self, span: Span) -> bool {
        self.forbidden.binary_search(&span).is_ok()
    }

    /// The unverified citations that a rule rests on besides its own, on a day.
    pub(super) fn unverified(
        &self,
        rule: RuleId,
        day: Option<Date>,
    ) -> impl Iterator<Item = &Cite> {
        let grounds = self.grounds.get(rule.index()).map_or(&[][..], Vec::as_slice);
        grounds.iter().filter_map(move |ground| ground.on(day))
    }

    /// The unverified citations that a result rests on besides its own, on a day.
    pub(super) fn unverified_of_result(
        &self,
        id: DefinitionId,
        day: Date,
    ) -> impl Iterator<Item = &Cite> {
        let grounds = self.result_grounds.get(id.index()).map_or(&[][..], Vec::as_slice);
        grounds.iter().filter_map(move |ground| ground.on(Some(day)))
    }

    /// What the expression at a place reads by name.
    pub(super) fn named_at(&self, span: Span) -> Option<Named> {
        at(&self.named, span).copied()
    }
}

/// What an expression reads by name.
pub(super) fn named(expr: &Expr) -> Option<Named> {
    match expr.kind {
        ExprKind::Parameter { id, .. } => Some(Named::Parameter(id)),
        ExprKind::Table { id, .. } => Some(Named::Table(id)),
        ExprKind::Definition { id, .. } => Some(Named::Definition(id)),
        _ => None,
    }
}

/// The entry of a sorted list at a place.
fn at<T>(list: &[(Span, T)], span: Span) -> Option<&T> {
    let index = list.partition_point(|(place, _)| *place < span);
    list.get(index).filter(|(place, _)| *place == span).map(|(_, entry)| entry)
}

/// The conditions that must not hold: those of `forbid`, and those under an odd number of `not`.
fn forbidden(checked: &Checked) -> Vec<Span> {
    let mut left: Vec<(&Expr, bool)> = requirements(checked)
        .map(|requirement| (&requirement.condition, requirement.forbidden))
        .collect();
    let mut found = Vec::new();
    while let Some((expr, negated)) = left.pop() {
        match &expr.kind {
            ExprKind::Not(inner) => left.push((inner, !negated)),
            ExprKind::And(all) | ExprKind::Or(all) => {
                left.extend(all.iter().map(|part| (part, negated)));
            }
            _ if negated => found.push(expr.span),
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

/// The types of the figures that a comparison yields; none for what is no comparison.
fn figures(expr: &Expr) -> Option<FigureTypes> {
    use ExprKind as K;
    Some(match &expr.kind {
        K::Compare { left, right, .. } | K::Equal { left, right } => {
            of_sides((&left.ty, left.span), (&right.ty, right.span))
        }
        K::CompareQuotient { numerator, denominator, bound, .. } => {
            of_sides((&bound.ty, numerator.span.to(denominator.span)), (&bound.ty, bound.span))
        }
        K::WithinTolerance { operand, reference, .. } => {
            of_sides((&operand.ty, operand.span), (&reference.ty, reference.span))
        }
        K::ElementOf { operand: a, list: b, .. }
        | K::Includes { list: a, set: b, .. }
        | K::InPeriod { operand: a, period: b }
        | K::Within { left: a, right: b }
        | K::Overlaps { left: a, right: b }
        | K::StartsWith { text: a, prefix: b } => of_sides((&a.ty, a.span), (&b.ty, b.span)),
        K::OneOf { operand, .. } => of_types(&operand.ty, &operand.ty.clone().list()),
        K::Lasts { .. } => of_types(&Type::Period, &Type::Duration),
        K::CountIs { .. } | K::CountOf { .. } => of_types(&Type::Integer, &Type::Integer),
        K::State { operand, .. } => of_types(&operand.ty, &Type::Bool),
        _ => return None,
    })
}

fn of_types(measured: &Type, limit: &Type) -> FigureTypes {
    FigureTypes {
        measured: measured.clone(),
        limit: limit.clone(),
        margin: difference(measured),
        sides: None,
    }
}

fn of_sides(measured: (&Type, Span), limit: (&Type, Span)) -> FigureTypes {
    FigureTypes { sides: Some((measured.1, limit.1)), ..of_types(measured.0, limit.0) }
}

/// The type of the distance between two values of a type.
fn difference(ty: &Type) -> Type {
    match ty.required() {
        Type::Percent => Type::Points,
        Type::Date | Type::Moment | Type::Month => Type::Duration,
        other => other.clone(),
    }
}
