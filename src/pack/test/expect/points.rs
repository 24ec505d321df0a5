//! `expect points of quality is 2 to 3`

use super::{Judged, compare};
use crate::diagnostic::nearest;
use crate::eval::PointRange;
use crate::pack::test::problems::{Expectation, Failed, UnknownName, What};
use crate::syntax::ast::{Expr, Path};
use crate::types::typed::Type;
use crate::value::Value;

/// Compares the least and the most points of a group; one figure stands for both.
pub(super) fn check(
    judged: &Judged<'_>,
    group: &Path,
    min: &Expr,
    max: Option<&Expr>,
) -> Result<(), Failed> {
    let written = group.text();
    let groups = &judged.evaluation.points;
    let Some(points) = groups.iter().find(|points| *points.group == *written) else {
        let near = nearest(&written, groups.iter().map(|points| &*points.group));
        return Err(UnknownName {
            written,
            at: group.span,
            what: What::Group,
            help: near.map(|near| format!("did you mean `{near}`?")),
        }
        .into());
    };
    let points = points.points;
    let ends = [(min, points.min), (max.unwrap_or(min), points.max)];
    let wrong = ends.into_iter().try_fold(false, |wrong, (expected, came)| {
        let came = came.map(Value::Number);
        let difference = compare(judged, expected, came.as_ref(), &Type::Decimal)?;
        Ok::<bool, Failed>(wrong || difference.is_some())
    })?;
    if !wrong {
        return Ok(());
    }
    let span = max.map_or(min.span, |max| min.span.to(max.span));
    let came = match points {
        PointRange { min: Some(min), max: Some(max) } if min == max => min.to_string(),
        PointRange { min: Some(min), max: Some(max) } => format!("{min} to {max}"),
        PointRange { min: Some(min), max: None } => format!("{min} or more"),
        PointRange { min: None, max: Some(max) } => format!("{max} or fewer"),
        PointRange { min: None, max: None } => "no figure".to_owned(),
    };
    let expectation = Expectation {
        at: span,
        of: format!("points of `{written}`"),
        expected: judged.words(span),
        came,
        note: None,
        declared: None,
    };
    Err(expectation.into())
}
