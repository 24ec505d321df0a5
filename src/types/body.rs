//! The frame of a rule, a definition or a table while its expressions are checked.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::typed::{Expr, ExprKind, Local, LocalId, RecordId, Type};
use crate::resolve::UnitId;
use crate::syntax::ast::Name;
use crate::text::Span;

/// Names in reach, and what is known to be present.
pub(super) struct Body {
    /// The module whose words these are.
    pub(super) unit: UnitId,
    /// The record that a bare name reads.
    pub(super) receiver: Option<RecordId>,
    /// That record lies around the one that the rule is for.
    pub(super) around: bool,
    /// Records around it that the words could have meant, had they said so.
    pub(super) roots: Vec<RecordId>,
    /// Every local that was ever introduced, by its number.
    pub(super) locals: Vec<Local>,
    /// The locals in reach, innermost last.
    scope: Vec<(Arc<str>, LocalId)>,
    /// Optional things that a test has shown to be present, in a canonical spelling.
    present: Vec<String>,
    /// The record is not known, because its name was wrong: unknown names stay quiet.
    pub(super) receiver_lost: bool,
    /// Messages and advice may ask `is known`; conditions that bind may not.
    pub(super) may_ask_known: bool,
    /// Locals that were read.
    pub(super) read: BTreeSet<LocalId>,
}

/// How many names and how many presences were in reach at some point.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    scope: usize,
    present: usize,
}

impl Body {
    pub(super) fn new(unit: UnitId, receiver: Option<RecordId>) -> Self {
        Self {
            unit,
            receiver,
            around: false,
            roots: Vec::new(),
            locals: Vec::new(),
            scope: Vec::new(),
            present: Vec::new(),
            receiver_lost: false,
            may_ask_known: false,
            read: BTreeSet::new(),
        }
    }

    /// The frame of a rule that is checked already, to add clauses to it.
    pub(super) fn resume(unit: UnitId, receiver: Option<RecordId>, locals: &[Local]) -> Self {
        let mut body = Self::new(unit, receiver);
        for local in locals {
            let name = Name { value: local.name.clone(), span: local.span };
            body.introduce(&name, local.ty.clone());
        }
        body
    }

    /// The record that a bare name reads, as an expression.
    pub(super) fn subject(&self, record: RecordId, at: Span) -> Expr {
        let kind = if self.around { ExprKind::Around(record) } else { ExprKind::Receiver };
        Expr { kind, ty: Type::Record(record), span: at }
    }

    /// Introduces a name; it hides an outer one.
    pub(super) fn introduce(&mut self, name: &Name, ty: Type) -> LocalId {
        let id = LocalId::new(self.locals.len());
        self.locals.push(Local { name: name.value.clone(), ty, span: name.span });
        self.scope.push((name.value.clone(), id));
        id
    }

    /// The local that a name means.
    pub(super) fn local(&mut self, name: &str) -> Option<LocalId> {
        let (_, id) = self.scope.iter().rev().find(|(known, _)| &**known == name)?;
        let id = *id;
        self.read.insert(id);
        Some(id)
    }

    /// The names in reach.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.scope.iter().map(|(name, _)| &**name)
    }

    /// Remembers that things are present from here on.
    pub(super) fn assume_present(&mut self, paths: impl IntoIterator<Item = String>) {
        self.present.extend(paths);
    }

    /// Whether a thing is known to be present.
    pub(super) fn is_present(&self, path: &str) -> bool {
        self.present.iter().any(|known| known == path)
    }

    /// Marks what is in reach now.
    pub(super) fn mark(&self) -> Mark {
        Mark { scope: self.scope.len(), present: self.present.len() }
    }

    /// Forgets all names and presences since a mark; the locals keep their numbers.
    pub(super) fn reset(&mut self, mark: Mark) {
        self.scope.truncate(mark.scope);
        self.present.truncate(mark.present);
    }
}
