//! Step 1: every declaration gets its number, in the order of modules and of files.

use std::sync::Arc;

use super::context::{Context, Decl, Place, Progress};
use super::typed::{
    Calendar, CalendarId, Consequence, ConsequenceKind, Definition, DefinitionId, Document,
    DocumentId, EnumId, EnumType, ModuleInfo, Parameter, ParameterId, Reading, ReadingId, RecordId,
    RecordType, Rule, RuleId, RuleKind, Table, TableId, Texts, Type, Validity,
};
use crate::resolve::UnitId;
use crate::syntax::ast::{Item, ItemKind, Name};

/// Numbers all declarations; their contents follow in later steps.
pub(super) fn declare(cx: &mut Context<'_>) {
    for (index, unit) in cx.resolved.units.iter().enumerate() {
        let id = UnitId(index);
        cx.out.modules.push(ModuleInfo {
            path: unit.path.clone(),
            documentation: unit.module.documentation.clone(),
            source: unit.source,
        });
        for (at, item) in unit.module.items.iter().enumerate() {
            if let Some(decl) = declare_item(cx, (id, at), item) {
                cx.decls.insert((id, at), decl);
            }
        }
    }
}

fn declare_item(cx: &mut Context<'_>, place: Place, item: &Item) -> Option<Decl> {
    Some(match &item.kind {
        ItemKind::Source(decl) => Decl::Document(document(cx, place, &decl.name)),
        ItemKind::Enum(decl) => Decl::Enum(enumeration(cx, place, &decl.name, item)),
        ItemKind::Record(decl) => Decl::Record(record(cx, place, &decl.name, item)),
        ItemKind::Define(decl) => Decl::Definition(definition(cx, place, &decl.name, item)),
        ItemKind::Parameter(decl) => Decl::Parameter(parameter(cx, place, &decl.name, item)),
        ItemKind::Table(decl) => Decl::Table(table(cx, place, &decl.name, item)),
        ItemKind::Reading(decl) => Decl::Reading(reading(cx, place, &decl.name, item)),
        ItemKind::Calendar(decl) => Decl::Calendar(calendar(cx, place, &decl.name, item)),
        ItemKind::Rule(decl) => Decl::Rule(rule(cx, place, &decl.name, item, RuleKind::Rule)),
        ItemKind::Prefer(decl) => {
            Decl::Rule(rule(cx, place, &decl.name, item, RuleKind::Preference))
        }
        ItemKind::Information(decl) => {
            Decl::Rule(rule(cx, place, &decl.name, item, RuleKind::Information))
        }
        ItemKind::Programme(_)
        | ItemKind::Fill(_)
        | ItemKind::Refine(_)
        | ItemKind::Without(_)
        | ItemKind::Test(_) => return None,
    })
}

fn names(cx: &Context<'_>, place: Place, name: &Name) -> (Arc<str>, Arc<str>) {
    (cx.full_name(place.0, &name.value), name.value.clone())
}

fn document(cx: &mut Context<'_>, place: Place, name: &Name) -> DocumentId {
    let (path, own) = names(cx, place, name);
    cx.out.documents.push(Document {
        path,
        name: own,
        title: Texts::default(),
        file: None,
        url: None,
        number: None,
        dated: None,
        span: name.span,
    });
    DocumentId::new(cx.out.documents.len() - 1)
}

fn enumeration(cx: &mut Context<'_>, place: Place, name: &Name, item: &Item) -> EnumId {
    let (path, own) = names(cx, place, name);
    cx.out.enums.push(EnumType {
        path,
        name: own,
        open: false,
        members: Vec::new(),
        documentation: item.documentation.clone(),
        span: name.span,
    });
    EnumId::new(cx.out.enums.len() - 1)
}

fn record(cx: &mut Context<'_>, place: Place, name: &Name, item: &Item) -> RecordId {
    let (path, own) = names(cx, place, name);
    cx.out.records.push(RecordType {
        path,
        name: own,
        root: false,
        includes: Vec::new(),
        fields: Vec::new(),
        invariants: Vec::new(),
        documentation: item.documentation.clone(),
        span: name.span,
    });
    RecordId::new(cx.out.records.len() - 1)
}

fn definition(cx: &mut Context<'_>, place: Place, name: &Name, item: &Item) -> DefinitionId {
    let (path, own) = names(cx, place, name);
    cx.out.definitions.push(Definition {
        path,
        name: own,
        result: false,
        receiver: None,
        params: Vec::new(),
        locals: Vec::new(),
        ty: Type::Poison,
        as_of: None,
        versions: Vec::new(),
        exceptions: Vec::new(),
        title: Texts::default(),
        cite: Vec::new(),
        documentation: item.documentation.clone(),
        span: name.span,
    });
    cx.definition_places.push(place);
    cx.progress.push(Progress::Waiting);
    DefinitionId::new(cx.out.definitions.len() - 1)
}

fn empty_table(cx: &Context<'_>, place: Place, name: &Name, item: &Item) -> Table {
    let (path, own) = names(cx, place, name);
    Table {
        path,
        name: own,
        params: Vec::new(),
        locals: Vec::new(),
        ty: Type::Poison,
        versions: Vec::new(),
        title: Texts::default(),
        cite: Vec::new(),
        documentation: item.documentation.clone(),
        span: name.span,
    }
}

fn parameter(cx: &mut Context<'_>, place: Place, name: &Name, item: &Item) -> ParameterId {
    let table = empty_table(cx, place, name, item);
    cx.out.parameters.push(Parameter { table, unknown_after: None });
    ParameterId::new(cx.out.parameters.len() - 1)
}

fn table(cx: &mut Context<'_>, place: Place, name: &Name, item: &Item) -> TableId {
    let table = empty_table(cx, place, name, item);
    cx.out.tables.push(table);
    TableId::new(cx.out.tables.len() - 1)
}

/// A reading brings an enum of its own.
fn reading(cx: &mut Context<'_>, place: Place, name: &Name, item: &Item) -> ReadingId {
    let choices = enumeration(cx, place, name, item);
    let (path, own) = names(cx, place, name);
    cx.out.readings.push(Reading {
        path,
        name: own,
        choices,
        decided: None,
        title: Texts::default(),
        cite: Vec::new(),
        span: name.span,
    });
    ReadingId::new(cx.out.readings.len() - 1)
}

fn calendar(cx: &mut Context<'_>, place: Place, name: &Name, item: &Item) -> CalendarId {
    let (path, own) = names(cx, place, name);
    cx.out.calendars.push(Calendar {
        path,
        name: own,
        title: Texts::default(),
        cite: Vec::new(),
        holidays: Vec::new(),
        days: None,
        documentation: item.documentation.clone(),
        span: name.span,
    });
    CalendarId::new(cx.out.calendars.len() - 1)
}

fn rule(cx: &mut Context<'_>, place: Place, name: &Name, item: &Item, kind: RuleKind) -> RuleId {
    let (path, own) = names(cx, place, name);
    cx.out.rules.push(Rule {
        path,
        name: own,
        kind,
        number: None,
        title: Texts::default(),
        cite: Vec::new(),
        documentation: item.documentation.clone(),
        record: None,
        locals: Vec::new(),
        as_of: None,
        validity: Validity::default(),
        each: Vec::new(),
        lets: Vec::new(),
        guards: Vec::new(),
        exceptions: Vec::new(),
        replaced_by: Vec::new(),
        requirements: Vec::new(),
        regimes: None,
        permit: None,
        award: None,
        group: None,
        consequence: Consequence { kind: ConsequenceKind::Reject, span: None },
        message: Texts::default(),
        span: name.span,
    });
    cx.rule_places.push(place);
    RuleId::new(cx.out.rules.len() - 1)
}
