//! `rates` declarations of modules.

use std::sync::Arc;

use super::{assemble, entries, from_csv};
use crate::diagnostic::Diagnostics;
use crate::resolve::UnitId;
use crate::syntax::ast::{ItemKind, RatesContents, RatesDecl};
use crate::types::context::{Context, Decl};
use crate::types::documents::{cites, localised};
use crate::types::records::for_items;
use crate::types::typed::{Rates, RatesId};

/// What is declared of all tables, before their quotes.
pub(in crate::types) fn signatures(cx: &mut Context<'_>) {
    for_items(cx, |cx, unit, decl, kind| {
        if let (Decl::Rates(id), ItemKind::Rates(written)) = (decl, kind) {
            signature(cx, unit, id, written);
        }
    });
}

fn signature(cx: &mut Context<'_>, unit: UnitId, id: RatesId, written: &RatesDecl) {
    let title = localised(cx, written.title.as_ref());
    let cite = cites(cx, unit, &written.cite);
    let Some(rates) = cx.out.rates.get_mut(id.index()) else { return };
    *rates = Rates {
        title,
        cite,
        base: written.base.value,
        quotation: written.quotation.value,
        rhythm: written.rhythm.value,
        promised: written.promised.clone(),
        ..rates.clone()
    };
}

/// The quotes of all tables; those that a host supplies are not there yet.
pub(in crate::types) fn contents(cx: &mut Context<'_>) {
    let resolved = cx.resolved;
    for (index, unit) in resolved.units.iter().enumerate() {
        for (at, item) in unit.module.items.iter().enumerate() {
            let ItemKind::Rates(written) = &item.kind else { continue };
            let Some(Decl::Rates(id)) = cx.decls.get(&(UnitId(index), at)).copied() else {
                continue;
            };
            let Some(rates) = cx.out.rates.get(id.index()).cloned() else { continue };
            let mut problems = Diagnostics::new();
            let table = match &written.contents {
                RatesContents::Rows(rows) => {
                    let entries = entries(rows);
                    Some(assemble::assemble(&rates, entries, rates.span, &mut problems))
                }
                RatesContents::File(_) => unit.files.get(&at).and_then(|source| {
                    let text = resolved.sources.get(*source)?.text();
                    let (table, found) = from_csv(&rates, *source, text);
                    problems.extend(found);
                    Some(table)
                }),
                RatesContents::Supplied(_) => None,
            };
            cx.problems.extend(problems);
            if let Some(rates) = cx.out.rates.get_mut(id.index()) {
                rates.table = table.map(Arc::new);
            }
        }
    }
}
