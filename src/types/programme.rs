//! The `programme` block: what must be known before any type is read.

use super::context::{Context, Decl};
use super::documents::{texts, with_unknown_languages};
use super::problems::{NoSuchName, NotARoot, TwoProgrammes};
use super::typed::{RecordId, Root};
use crate::quantity::Currency;
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{Check, ItemKind, ProgrammeDecl};

const OWN: UnitId = UnitId(0);

/// Reads currency, languages and dates of the programme, and reports a second block.
///
/// A module without a programme is a library. Checked on its own it is read in euro; in a
/// programme its `money` is the programme's.
pub(super) fn head(cx: &mut Context<'_>) {
    second_blocks(cx);
    let Some(unit) = cx.unit(OWN) else { return };
    cx.out.programme.module = unit.path.clone();
    let decl = cx.programme(OWN);
    let written = decl.and_then(|decl| decl.currency.as_ref()).map(|c| c.value);
    cx.out.programme.currency = written.or(decl.is_none().then_some(Currency::EUR));
    cx.currency = cx.out.programme.currency;
    let Some(decl) = decl else { return };
    cx.out.programme.title = texts(decl.title.as_ref());
    cx.out.programme.languages = decl.languages.iter().map(|tag| tag.value.clone()).collect();
    cx.out.programme.runs = decl.runs.as_ref().map(|runs| runs.value);
    with_unknown_languages(cx, &decl.languages);
}

fn second_blocks(cx: &mut Context<'_>) {
    for unit in &cx.resolved.units {
        let mut blocks =
            unit.module.items.iter().filter_map(|item| {
                matches!(item.kind, ItemKind::Programme(_)).then_some(item.span)
            });
        let Some(first) = blocks.next() else { continue };
        for second in blocks {
            cx.report(TwoProgrammes { first, second });
        }
    }
}

/// What a proposal may be: the records under `checks`, else all `facts` of the module.
pub(super) fn roots(cx: &mut Context<'_>) {
    let decl = cx.programme(OWN);
    match decl.filter(|decl| !decl.checks.is_empty()) {
        Some(decl) => written_roots(cx, decl),
        None => {
            let own = |record: &RecordId| {
                cx.decls
                    .iter()
                    .any(|((unit, _), decl)| *unit == OWN && *decl == Decl::Record(*record))
            };
            let ids = (0..cx.out.records.len()).map(RecordId::new);
            let roots = ids.filter(|id| {
                cx.out.records.get(id.index()).is_some_and(|record| record.root) && own(id)
            });
            cx.out.programme.roots =
                roots.map(|record| Root { record, each_of: Vec::new() }).collect();
        }
    }
}

fn written_roots(cx: &mut Context<'_>, decl: &ProgrammeDecl) {
    let mut roots: Vec<Root> = Vec::new();
    for check in &decl.checks {
        let Some(record) = root_record(cx, check) else { continue };
        let at = roots.iter().position(|root| root.record == record).unwrap_or_else(|| {
            roots.push(Root { record, each_of: Vec::new() });
            roots.len() - 1
        });
        let field = each_of(cx, check, record);
        if let (Some(root), Some(field)) = (roots.get_mut(at), field) {
            root.each_of.push(field);
        }
    }
    cx.out.programme.roots = roots;
}

fn root_record(cx: &mut Context<'_>, check: &Check) -> Option<RecordId> {
    let found = cx.find(OWN, Namespace::Type, &check.record);
    let Some(Decl::Record(record)) = found else {
        cx.report_unknown(OWN, Namespace::Type, "record", &check.record);
        return None;
    };
    let declared = cx.out.records.get(record.index())?;
    if !declared.root {
        let (name, declared) = (declared.name.clone(), declared.span);
        cx.report(NotARoot { name, at: check.record.span, declared });
    }
    Some(record)
}

fn each_of(cx: &mut Context<'_>, check: &Check, record: RecordId) -> Option<u32> {
    let name = check.each_of.as_ref()?;
    let fields = &cx.out.records.get(record.index())?.fields;
    let found = fields.iter().position(|field| field.name == name.value);
    if found.is_none() {
        let names: Vec<String> = fields.iter().map(|f| f.name.to_string()).collect();
        cx.report(NoSuchName::single("list", name, &names));
    }
    found.and_then(|at| u32::try_from(at).ok())
}
