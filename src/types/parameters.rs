//! Parameters by date, and readings.

use super::body::Body;
use super::context::Context;
use super::definitions::frame;
use super::documents::{cites, localised};
use super::problems::{NoSuchMember, ParameterReadsFacts};
use super::tables::parameter_rows;
use super::typed::{ExprKind, Local, ParameterId, ReadingId, Table, Version};
use super::versions;
use crate::resolve::UnitId;
use crate::syntax::ast::{ParameterDecl, ReadingDecl};

/// The values of a parameter by date.
pub(super) fn body(cx: &mut Context<'_>, unit: UnitId, id: ParameterId, written: &ParameterDecl) {
    let Some(parameter) = cx.out.parameters.get(id.index()) else { return };
    let (table, unknown_after) = (parameter.table.clone(), parameter.unknown_after);
    let keys: Vec<Local> = table.locals.iter().take(table.params.len()).cloned().collect();
    let mut body: Body = frame(unit, None, &keys);
    let mut dated = Vec::new();
    for version in &written.versions {
        let at = version.span;
        let rows = parameter_rows(cx, &mut body, &keys, &table.ty, &version.body, at);
        for (_, value) in &rows.rows {
            value.walk(&mut |inner| {
                if matches!(inner.kind, ExprKind::Definition { .. }) {
                    cx.problems.push(ParameterReadsFacts { at: inner.span });
                }
            });
        }
        dated.push(Version {
            validity: versions::validity(cx, &mut body, &version.validity),
            body: rows,
            cite: cites(cx, unit, &version.cite),
            span: version.span,
        });
    }
    versions::arrange(cx, &table.name, &mut dated, unknown_after.map(|(date, _)| date));
    let cite = cites(cx, unit, &written.cite);
    if let Some(parameter) = cx.out.parameters.get_mut(id.index()) {
        parameter.table = Table { versions: dated, locals: body.locals, cite, ..table };
    }
}

/// A reading: its choices are members of its own enum.
pub(super) fn reading(cx: &mut Context<'_>, unit: UnitId, id: ReadingId, written: &ReadingDecl) {
    let title = localised(cx, written.title.as_ref());
    let cite = cites(cx, unit, &written.cite);
    let decided = written.decided.as_ref().and_then(|choice| choice_of(cx, id, choice));
    if let Some(reading) = cx.out.readings.get_mut(id.index()) {
        reading.title = title;
        reading.cite = cite;
        reading.decided = decided;
    }
}

/// The number of a choice by its name.
pub(super) fn choice_of(
    cx: &mut Context<'_>,
    id: ReadingId,
    choice: &crate::syntax::ast::Name,
) -> Option<u16> {
    let reading = cx.out.readings.get(id.index())?;
    let declared = cx.out.enums.get(reading.choices.index())?;
    let found = declared.members.iter().position(|member| member.name == choice.value);
    if found.is_none() {
        let names: Vec<&str> = declared.members.iter().map(|member| &*member.name).collect();
        let problem = NoSuchMember::new(&reading.name, choice, &names, reading.span);
        cx.report(problem);
    }
    found.and_then(|at| u16::try_from(at).ok())
}
