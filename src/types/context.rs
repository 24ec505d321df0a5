//! What the passes of the checker share.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::typed::{
    CalendarId, Checked, DefinitionId, DocumentId, EnumId, ParameterId, ReadingId, RecordId,
    RuleId, TableId, Type,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::quantity::{Currency, Date, Duration, MonthEnd};
use crate::resolve::{Namespace, Resolved, Unit, UnitId};
use crate::syntax::ast;
use crate::text::Span;

/// What a declaration has become.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Decl {
    Enum(EnumId),
    Record(RecordId),
    Definition(DefinitionId),
    Parameter(ParameterId),
    Table(TableId),
    Reading(ReadingId),
    Document(DocumentId),
    Calendar(CalendarId),
    Rule(RuleId),
}

/// How far a definition has been checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Progress {
    /// Its body has not been looked at.
    Waiting,
    /// Its body is being checked: meeting it again is a circle.
    Open,
    /// Its type is known.
    Done,
}

/// Where a declaration stands: its module and its position in it.
pub(super) type Place = (UnitId, usize);

/// The includes that lead from a record to another: the record and the position of its include.
pub(super) type Way = Vec<(RecordId, u32)>;

/// The checker's state: what is known so far and what is wrong.
pub(super) struct Context<'a> {
    /// The modules.
    pub(super) resolved: &'a Resolved,
    /// The typed program as far as it has got.
    pub(super) out: Checked,
    /// The problems.
    pub(super) problems: Diagnostics,
    /// What each declaration has become.
    pub(super) decls: BTreeMap<Place, Decl>,
    /// The declaration of each definition.
    pub(super) definition_places: Vec<Place>,
    /// The declaration of each rule.
    pub(super) rule_places: Vec<Place>,
    /// Definitions by the record they are for and their name.
    pub(super) methods: BTreeMap<(RecordId, Arc<str>), Vec<DefinitionId>>,
    /// How far each definition has been checked.
    pub(super) progress: Vec<Progress>,
    /// How many definitions are being checked inside each other.
    pub(super) depth: usize,
    /// What something reads, for the unused.
    pub(super) used: BTreeSet<Decl>,
    /// Fields that something reads.
    pub(super) used_fields: BTreeSet<(RecordId, u32)>,
    /// Modules of which something is used.
    pub(super) used_modules: BTreeSet<(UnitId, Arc<str>)>,
    /// The currency that `money` alone means.
    pub(super) currency: Option<Currency>,
    /// Records of which a field or an included record could not be read.
    pub(super) incomplete: BTreeSet<RecordId>,
    /// Declarations of which a circle has been reported.
    pub(super) circular: BTreeSet<Decl>,
    /// Dates plus months of which no clause has said yet what a missing day means: the sum, and
    /// its literals where the day is certainly missing.
    pub(super) pending_month_ends: Vec<(Span, Option<(Date, Duration)>)>,
}

impl<'a> Context<'a> {
    pub(super) fn new(resolved: &'a Resolved) -> Self {
        Self {
            resolved,
            out: Checked { sources: resolved.sources.clone(), ..Checked::default() },
            problems: Diagnostics::new(),
            decls: BTreeMap::new(),
            definition_places: Vec::new(),
            rule_places: Vec::new(),
            methods: BTreeMap::new(),
            progress: Vec::new(),
            depth: 0,
            used: BTreeSet::new(),
            used_fields: BTreeSet::new(),
            used_modules: BTreeSet::new(),
            currency: None,
            incomplete: BTreeSet::new(),
            circular: BTreeSet::new(),
            pending_month_ends: Vec::new(),
        }
    }

    /// Reports a problem.
    pub(super) fn report(&mut self, problem: impl Into<Diagnostic>) {
        self.problems.push(problem);
    }

    /// A module.
    pub(super) fn unit(&self, id: UnitId) -> Option<&'a Unit> {
        self.resolved.unit(id)
    }

    /// The full name of something that a module declares.
    pub(super) fn full_name(&self, unit: UnitId, name: &str) -> Arc<str> {
        self.unit(unit).map_or_else(|| name.into(), |unit| format!("{}.{name}", unit.path).into())
    }

    /// The programme block of a module.
    pub(super) fn programme(&self, unit: UnitId) -> Option<&'a ast::ProgrammeDecl> {
        self.unit(unit)?.module.items.iter().find_map(|item| match &item.kind {
            ast::ItemKind::Programme(decl) => Some(decl),
            _ => None,
        })
    }

    /// What a month without the day means in a module that says so.
    pub(super) fn month_end(&self, unit: UnitId) -> Option<MonthEnd> {
        self.programme(unit)?.month_end.as_ref().map(|rule| rule.value)
    }

    /// Finds what a path names, in a module or in one that it uses.
    ///
    /// Definitions for a record are found here only when the name has one declaration.
    pub(super) fn find(
        &mut self,
        unit: UnitId,
        namespace: Namespace,
        path: &ast::Path,
    ) -> Option<Decl> {
        let (target, name) = match path.segments.as_slice() {
            [name] => (unit, name),
            [module, name] => (self.used_module(unit, &module.value)?, name),
            _ => return None,
        };
        self.find_in(target, namespace, &name.value)
    }

    /// Finds a name in one module.
    pub(super) fn find_in(&self, unit: UnitId, namespace: Namespace, name: &str) -> Option<Decl> {
        let symbols = self.unit(unit)?.scope.get(namespace, name);
        let symbol = symbols.iter().find(|s| s.receiver.is_none()).or_else(|| symbols.first())?;
        self.decls.get(&(unit, symbol.item)).copied()
    }

    /// The module that a module calls `alias`.
    pub(super) fn used_module(&mut self, unit: UnitId, alias: &str) -> Option<UnitId> {
        let (target, _) = self.unit(unit)?.uses.get(alias).copied()?;
        self.used_modules.insert((unit, alias.into()));
        Some(target)
    }

    /// Names like the one asked for, of one kind, in a module and the modules that it uses.
    pub(super) fn candidates(&self, unit: UnitId, namespace: Namespace) -> Vec<String> {
        let Some(here) = self.unit(unit) else { return Vec::new() };
        let mut names: Vec<String> = here.scope.names(namespace).map(str::to_owned).collect();
        for (alias, (target, _)) in &here.uses {
            let Some(other) = self.unit(*target) else { continue };
            names.extend(other.scope.names(namespace).map(|name| format!("{alias}.{name}")));
        }
        names
    }

    /// The record that has this field among its own, and the way to it through includes.
    pub(super) fn find_field(&self, record: RecordId, name: &str) -> Option<(Way, RecordId, u32)> {
        self.search_includes(record, &mut |cx, id| {
            let fields = &cx.out.records.get(id.index())?.fields;
            let at = fields.iter().position(|field| &*field.name == name)?;
            u32::try_from(at).ok()
        })
    }

    /// The definition of this name for a record or for one that it includes.
    pub(super) fn find_method(
        &self,
        record: RecordId,
        name: &str,
        unit: UnitId,
    ) -> Option<(Way, DefinitionId)> {
        let found = self.search_includes(record, &mut |cx, id| {
            let list = cx.methods.get(&(id, Arc::from(name)))?;
            let here = list.iter().find(|id| {
                cx.definition_places.get(id.index()).is_some_and(|(place, _)| *place == unit)
            });
            here.or_else(|| list.first()).copied()
        });
        found.map(|(path, _, id)| (path, id))
    }

    /// The way from a record to one that it includes; empty for the record itself.
    pub(super) fn include_path(&self, record: RecordId, target: RecordId) -> Option<Way> {
        self.search_includes(record, &mut |_, id| (id == target).then_some(()))
            .map(|(path, _, ())| path)
    }

    /// Breadth first through the included records until `found` answers.
    fn search_includes<T>(
        &self,
        record: RecordId,
        found: &mut dyn FnMut(&Self, RecordId) -> Option<T>,
    ) -> Option<(Way, RecordId, T)> {
        let mut queue = std::collections::VecDeque::from([(Vec::new(), record)]);
        let mut seen = BTreeSet::new();
        while let Some((path, id)) = queue.pop_front() {
            if !seen.insert(id) {
                continue;
            }
            if let Some(answer) = found(self, id) {
                return Some((path, id, answer));
            }
            let includes = self.out.records.get(id.index()).map(|r| r.includes.clone());
            for (index, included) in includes.unwrap_or_default().into_iter().enumerate() {
                let mut longer = path.clone();
                longer.push((id, u32::try_from(index).unwrap_or(u32::MAX)));
                queue.push_back((longer, included));
            }
        }
        None
    }

    /// The names of all fields and definitions of a record, those of included ones too.
    pub(super) fn member_names(&self, record: RecordId) -> Vec<String> {
        let mut names = Vec::new();
        let _: Option<(_, _, ())> = self.search_includes(record, &mut |cx, id| {
            if let Some(record) = cx.out.records.get(id.index()) {
                names.extend(record.fields.iter().map(|field| field.name.to_string()));
            }
            let methods = cx.methods.keys().filter(|(owner, _)| *owner == id);
            names.extend(methods.map(|(_, name)| name.to_string()));
            None
        });
        names
    }

    /// Whether names of the receiver may be unknown only because of a problem reported already.
    pub(super) fn is_incomplete(&self, body: &super::body::Body) -> bool {
        body.receiver_lost
            || body.receiver.is_some_and(|record| {
                self.incomplete.iter().any(|id| self.include_path(record, *id).is_some())
            })
    }

    /// Whether a path begins with a module whose `use` failed, which is reported there.
    pub(super) fn is_of_lost_module(&self, unit: UnitId, path: &ast::Path) -> bool {
        let Some(first) = path.segments.first() else { return false };
        let Some(unit) = self.unit(unit) else { return false };
        !unit.uses.contains_key(&first.value)
            && unit.module.uses.iter().any(|used| {
                let alias = used.alias.as_ref().or_else(|| used.path.last());
                alias.is_some_and(|alias| alias.value == first.value)
            })
    }

    /// Reports a path that names nothing, unless its module is already known to be lost.
    pub(super) fn report_unknown(
        &mut self,
        unit: UnitId,
        namespace: Namespace,
        kind: &str,
        path: &ast::Path,
    ) {
        if self.is_of_lost_module(unit, path) {
            return;
        }
        let names = self.candidates(unit, namespace);
        self.report(super::problems::NoSuchName::new(kind, path, &names));
    }

    /// The record that a definition is for.
    pub(super) fn definition_receiver(&self, id: DefinitionId) -> Option<RecordId> {
        self.out.definitions.get(id.index())?.receiver
    }

    /// A type in the words of the language.
    pub(super) fn show(&self, ty: &Type) -> String {
        super::show::show(&self.out, ty)
    }
}
