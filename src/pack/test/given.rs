//! The facts of a test: written in it, read from a file, or those before with changes.

use std::collections::BTreeMap;

use super::problems::{BadFacts, FactsFault, Failed};
use super::{change, datum};
use crate::data::DataNode;
use crate::pack::proposal::Draft;
use crate::pack::{Files, Format, Pack, Proposal, ProposalProblems};
use crate::syntax::ast::{Given, GivenBase};
use crate::text::{SourceMap, Span, Spanned};
use crate::types::typed::RecordId;

/// The files that tests of a module have read, and the trees in them.
pub(super) struct Library<'f> {
    module: String,
    files: &'f dyn Files,
    /// The rule files and after them the files of the tests.
    pub(super) sources: SourceMap,
    read: BTreeMap<String, DataNode>,
}

impl<'f> Library<'f> {
    pub(super) fn new(pack: &Pack, files: &'f dyn Files) -> Self {
        let (module, sources) = (pack.module().to_owned(), pack.sources().clone());
        Self { module, files, sources, read: BTreeMap::new() }
    }

    /// The tree of a file, which is read only once.
    fn tree(&mut self, name: &Spanned<String>) -> Result<DataNode, Failed> {
        if let Some(known) = self.read.get(&name.value) {
            return Ok(known.clone());
        }
        let tree = self.read(name)?;
        self.read.insert(name.value.clone(), tree.clone());
        Ok(tree)
    }

    fn read(&mut self, name: &Spanned<String>) -> Result<DataNode, Failed> {
        let bad = |fault| Failed::from(BadFacts { at: name.span, fault });
        let format = Format::of(&name.value).ok_or_else(|| bad(FactsFault::Format))?;
        let source = self
            .files
            .read(&self.module, &name.value)
            .map_err(|error| bad(FactsFault::File(error.to_string())))?;
        let text = source.text().to_owned();
        let id = self.sources.add(source);
        let (tree, problems) = format.read(id, &text);
        match (tree, problems.into_iter().next()) {
            (Some(tree), None) => Ok(tree),
            (_, Some(problem)) => Err(bad(FactsFault::Refused(problem))),
            (None, None) => Err(bad(FactsFault::File("it is empty".to_owned()))),
        }
    }
}

/// Facts as a tree, before they are bound.
#[derive(Clone)]
pub(super) struct Tree {
    pub(super) node: DataNode,
    /// The `given` that made them.
    pub(super) at: Span,
}

/// The tree of a `given`; `before` is that of the `given` before it.
pub(super) fn tree(
    library: &mut Library<'_>,
    before: Option<&Tree>,
    given: &Given,
    at: Span,
) -> Result<Tree, Failed> {
    let mut node = match &given.base {
        GivenBase::Inline(datum) => datum::node(datum),
        GivenBase::File(name) => library.tree(name)?,
        GivenBase::Previous => match before {
            Some(tree) => tree.node.clone(),
            None => return Err(Failed::from(BadFacts { at, fault: FactsFault::NothingBefore })),
        },
    };
    for changed in &given.with {
        change::apply(&mut node, changed)?;
    }
    Ok(Tree { node, at })
}

/// Binds facts to the record that a test is for.
pub(super) fn bind(
    pack: &Pack,
    sources: &SourceMap,
    root: Option<RecordId>,
    tree: &Tree,
) -> Result<Proposal, ProposalProblems> {
    let name = sources.get(tree.node.span.source).map_or("", |source| source.name());
    let draft = Draft {
        name: name.to_owned(),
        sources: sources.clone(),
        problems: crate::diagnostic::Diagnostics::new(),
        root,
    };
    Proposal::bind(pack, &tree.node, draft)
}
