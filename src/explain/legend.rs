//! The types of a programme's expressions by their places.
//!
//! An evaluation names expressions by their places only. A [`Legend`] is made once for a
//! programme and then tells for each place how its value is written, so that 0.15 is `15%`
//! where the rule compares shares. It evaluates nothing and reads no proposal.

use super::roots::roots;
use super::walk::parts;
use crate::text::Span;
use crate::types::typed::{Checked, Expr, ExprKind, Type};

/// The types of the three figures of a comparison.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct FigureTypes {
    pub(super) measured: Type,
    pub(super) limit: Type,
    pub(super) margin: Type,
}

/// How the values of a programme's expressions are written.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    /// Types by place, sorted; where a place has several, the outermost comes first.
    types: Vec<(Span, Type)>,
    figures: Vec<(Span, FigureTypes)>,
}

/// Stands for a type that is not known; values then show their own.
static UNKNOWN: FigureTypes =
    FigureTypes { measured: Type::Poison, limit: Type::Poison, margin: Type::Poison };

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
            parts(expr, &mut left);
        }
        legend.types.sort_by_key(|(span, _)| *span);
        legend.types.dedup();
        legend.figures.sort_by_key(|(span, _)| *span);
        legend.figures.dedup();
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
}

/// The entry of a sorted list at a place.
fn at<T>(list: &[(Span, T)], span: Span) -> Option<&T> {
    let index = list.partition_point(|(place, _)| *place < span);
    list.get(index).filter(|(place, _)| *place == span).map(|(_, entry)| entry)
}

/// The types of the figures that a comparison yields; none for what is no comparison.
fn figures(expr: &Expr) -> Option<FigureTypes> {
    use ExprKind as K;
    let of = |measured: &Type, limit: &Type| FigureTypes {
        measured: measured.clone(),
        limit: limit.clone(),
        margin: difference(measured),
    };
    Some(match &expr.kind {
        K::Compare { left, right, .. } | K::Equal { left, right } => of(&left.ty, &right.ty),
        K::CompareQuotient { bound, .. } => of(&bound.ty, &bound.ty),
        K::WithinTolerance { operand, reference, .. } => of(&operand.ty, &reference.ty),
        K::OneOf { operand, .. } => of(&operand.ty, &operand.ty.clone().list()),
        K::ElementOf { operand, list, .. } => of(&operand.ty, &list.ty),
        K::Includes { list, set, .. } => of(&list.ty, &set.ty),
        K::CountIs { .. } | K::CountOf { .. } => of(&Type::Integer, &Type::Integer),
        K::State { operand, .. } => of(&operand.ty, &Type::Bool),
        _ => return None,
    })
}

/// The type of the distance between two values of a type.
fn difference(ty: &Type) -> Type {
    match ty.required() {
        Type::Percent => Type::Points,
        Type::Date | Type::Moment | Type::Month => Type::Duration,
        other => other.clone(),
    }
}
