//! The names that one module declares.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::problems::DeclaredTwice;
use crate::diagnostic::Diagnostics;
use crate::syntax::ast::{ItemKind, Module, Name, Path};
use crate::text::Span;

/// What kind of thing a name stands for; names of different kinds do not meet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Namespace {
    /// Definitions, results, parameters, tables and readings.
    Value,
    /// Enums and records.
    Type,
    /// Cited documents.
    Document,
    /// Rules, preferences and information.
    Rule,
    /// Calendars.
    Calendar,
}

/// A declared name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// The position of its declaration among the module's items.
    pub item: usize,
    /// The record that a definition is for, as written.
    pub receiver: Option<Arc<str>>,
    /// The name in its declaration.
    pub span: Span,
}

/// The names of one module. Only definitions for different records may share a name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Scope {
    names: BTreeMap<(Namespace, Arc<str>), Vec<Symbol>>,
}

impl Scope {
    /// All declarations of a name.
    #[must_use]
    pub fn get(&self, namespace: Namespace, name: &str) -> &[Symbol] {
        self.names.get(&(namespace, Arc::from(name))).map_or(&[], Vec::as_slice)
    }

    /// The names of a kind, in alphabetical order.
    pub fn names(&self, namespace: Namespace) -> impl Iterator<Item = &str> {
        self.names.keys().filter(move |(kind, _)| *kind == namespace).map(|(_, name)| &**name)
    }

    fn declare(&mut self, key: (Namespace, Arc<str>), symbol: Symbol) -> Result<(), Span> {
        let list = self.names.entry(key).or_default();
        if let Some(other) = list.iter().find(|other| clashes(other, &symbol)) {
            return Err(other.span);
        }
        list.push(symbol);
        Ok(())
    }
}

fn clashes(a: &Symbol, b: &Symbol) -> bool {
    a.receiver.is_none() || b.receiver.is_none() || a.receiver == b.receiver
}

/// Collects the names of a module and reports those that are declared twice.
pub(super) fn collect(module: &Module, problems: &mut Diagnostics) -> Scope {
    let mut scope = Scope::default();
    for (item, declaration) in module.items.iter().enumerate() {
        let Some((namespace, name, receiver)) = declared(&declaration.kind) else { continue };
        let receiver = receiver.map(|path| Arc::from(path.text()));
        let symbol = Symbol { item, receiver, span: name.span };
        if let Err(first) = scope.declare((namespace, name.value.clone()), symbol) {
            problems.push(DeclaredTwice { name: name.value.clone(), first, second: name.span });
        }
    }
    scope
}

fn declared(kind: &ItemKind) -> Option<(Namespace, &Name, Option<&Path>)> {
    Some(match kind {
        ItemKind::Source(decl) => (Namespace::Document, &decl.name, None),
        ItemKind::Enum(decl) => (Namespace::Type, &decl.name, None),
        ItemKind::Record(decl) => (Namespace::Type, &decl.name, None),
        ItemKind::Define(decl) => (Namespace::Value, &decl.name, decl.receiver.as_ref()),
        ItemKind::Parameter(decl) => (Namespace::Value, &decl.name, None),
        ItemKind::Table(decl) => (Namespace::Value, &decl.name, None),
        ItemKind::Reading(decl) => (Namespace::Value, &decl.name, None),
        ItemKind::Calendar(decl) => (Namespace::Calendar, &decl.name, None),
        ItemKind::Rule(decl) => (Namespace::Rule, &decl.name, None),
        ItemKind::Prefer(decl) => (Namespace::Rule, &decl.name, None),
        ItemKind::Information(decl) => (Namespace::Rule, &decl.name, None),
        ItemKind::Programme(_)
        | ItemKind::Fill(_)
        | ItemKind::Refine(_)
        | ItemKind::Without(_)
        | ItemKind::Test(_) => return None,
    })
}
