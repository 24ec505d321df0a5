//! `expect points of quality is 2 to 3`

use super::{Judged, compare};
use crate::diagnostic::nearest;
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
    let (low, high) = (Value::Number(points.min), Value::Number(points.max));
    let wrong = [(min, &low), (max.unwrap_or(min), &high)].into_iter().try_fold(
        false,
        |wrong, (expected, came)| {
            let difference = compare(judged, expected, Some(came), &Type::Decimal)?;
            Ok::<bool, Failed>(wrong || difference.is_some())
        },
    )?;
    if !wrong {
        return Ok(());
    }
    let span = max.map_or(min.span, |max| min.span.to(max.span));
    let came = if points.min == points.max {
        points.min.to_string()
    } else {
        format!("{} to {}", points.min, points.max)
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
