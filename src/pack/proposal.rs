//! A proposal, read and bound to a programme.
//!
//! This file is the only one of its room that knows how facts are read: `data` and `facts`.

use std::sync::Arc;

use super::Pack;
use super::problems::{Problems, error_of_problems};
use super::refusals::{NoSuchRoot, OtherProgramme};
use crate::data::{DataLimits, DataNode, read_json, read_yaml};
use crate::diagnostic::{Diagnostics, nearest};
use crate::facts::{self, Facts, Header};
use crate::quantity::Date;
use crate::text::{Source, SourceMap, Spanned};
use crate::types::typed::RecordId;

/// The formats that proposals are written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// YAML 1.2.
    Yaml,
    /// JSON.
    Json,
}

impl Format {
    /// The format of a file by the end of its name; none for another one.
    ///
    /// ```
    /// use subvent::pack::Format;
    /// assert_eq!(Format::of("a/Proposal.YML"), Some(Format::Yaml));
    /// assert_eq!(Format::of("proposal.xlsx"), None);
    /// ```
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        match end.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Some(Self::Yaml),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// Reads a text whose number will be `id`.
    pub(super) fn read(
        self,
        id: crate::text::SourceId,
        text: &str,
    ) -> (Option<DataNode>, Diagnostics) {
        let limits = DataLimits::default();
        match self {
            Self::Yaml => read_yaml(id, text, &limits),
            Self::Json => read_json(id, text, &limits),
        }
    }
}

/// What a proposal says of itself, read without its rules: `$programme`, `$as_of`, `$facts`.
///
/// A host uses it to choose the rules. A proposal that cannot be read says nothing; reading it
/// with [`Proposal::read`] tells why.
#[must_use]
pub fn peek(format: Format, text: &str) -> Header {
    let (tree, _) = format.read(crate::text::SourceId::default(), text);
    tree.map(|tree| Header::read(&tree).0).unwrap_or_default()
}

/// A proposal, bound to the facts that a programme asks for; cheap to clone.
#[derive(Clone, Debug)]
pub struct Proposal {
    name: Arc<str>,
    sources: SourceMap,
    as_of: Option<Spanned<Date>>,
    facts: Arc<Facts>,
    warnings: Diagnostics,
}

impl Proposal {
    /// Reads a proposal in a format and binds it.
    ///
    /// # Errors
    /// Every problem: of syntax, of keys and values, and when it says that it is for another
    /// programme.
    pub fn read(pack: &Pack, format: Format, source: Source) -> Result<Self, ProposalProblems> {
        let name = source.name().to_owned();
        let id = pack.sources().next_id();
        let (tree, problems) = format.read(id, source.text());
        let sources = pack.sources().with(source);
        match tree {
            Some(tree) => Self::bind(pack, &tree, Draft { name, sources, problems, root: None }),
            None => Err(ProposalProblems::new(name, sources, None, problems)),
        }
    }

    /// Binds the values of a program: anything that serde can serialise.
    ///
    /// # Errors
    /// Every problem, with the path of the value.
    pub fn from_value(
        pack: &Pack,
        value: &impl serde::Serialize,
    ) -> Result<Self, ProposalProblems> {
        let name = "the given value".to_owned();
        let sources = pack.sources().clone();
        let checked = pack.checked();
        let Some(root) = checked.programme.roots.first().map(|root| root.record) else {
            let mut problems = Diagnostics::new();
            problems.push(NoSuchRoot::without_roots(pack.module()));
            return Err(ProposalProblems::new(name, sources, None, problems));
        };
        let schema = pack.program().schema();
        let (facts, problems) = facts::bind_value(schema, checked, root, value);
        finish(Draft { name, sources, problems, root: Some(root) }, None, facts)
    }

    /// Binds a tree.
    pub(super) fn bind(
        pack: &Pack,
        tree: &DataNode,
        mut draft: Draft,
    ) -> Result<Self, ProposalProblems> {
        let (header, found) = Header::read(tree);
        draft.problems.extend(found);
        if let Some(programme) = &header.programme
            && programme.value != pack.module()
        {
            let asked = pack.module().to_owned();
            draft.problems.push(OtherProgramme { written: programme.clone(), asked });
        }
        let root = draft.root.or_else(|| choose_root(pack, &header, &mut draft.problems));
        let Some(root) = root else {
            let as_of = header.as_of.map(|date| date.value);
            return Err(ProposalProblems::new(draft.name, draft.sources, as_of, draft.problems));
        };
        let schema = pack.program().schema();
        let (facts, found) = facts::bind(schema, pack.checked(), root, tree);
        draft.problems.extend(found);
        finish(draft, header.as_of, facts)
    }

    /// What it is called, usually the path of its file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The date of assessment that it names itself.
    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        self.as_of.map(|date| date.value)
    }

    /// The same with its place, when the proposal names the date.
    #[must_use]
    pub(crate) fn dated(&self) -> Option<Spanned<Date>> {
        self.as_of
    }

    /// The facts.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The rule files and the proposal, which comes last.
    #[must_use]
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// What is odd but not wrong.
    #[must_use]
    pub fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }
}

/// A proposal on its way.
pub(super) struct Draft {
    pub(super) name: String,
    pub(super) sources: SourceMap,
    pub(super) problems: Diagnostics,
    /// The record that it is, where the caller knows.
    pub(super) root: Option<RecordId>,
}

fn finish(
    mut draft: Draft,
    as_of: Option<Spanned<Date>>,
    facts: Option<Facts>,
) -> Result<Proposal, ProposalProblems> {
    draft.problems.sort();
    let Draft { name, sources, problems, .. } = draft;
    match facts {
        Some(facts) if !problems.has_errors() => {
            let (name, facts) = (name.into(), Arc::new(facts));
            Ok(Proposal { name, sources, as_of, facts, warnings: problems })
        }
        _ => {
            let as_of = as_of.map(|date| date.value);
            Err(ProposalProblems::new(name, sources, as_of, problems))
        }
    }
}

/// The record that a proposal says it is, else the programme's first.
fn choose_root(pack: &Pack, header: &Header, problems: &mut Diagnostics) -> Option<RecordId> {
    let checked = pack.checked();
    let roots = &checked.programme.roots;
    let name = |id: RecordId| checked.records.get(id.index()).map_or("", |record| &*record.name);
    let Some(wanted) = &header.facts else {
        if roots.is_empty() {
            problems.push(NoSuchRoot::without_roots(pack.module()));
        }
        return roots.first().map(|root| root.record);
    };
    let found = roots.iter().find(|root| name(root.record) == wanted.value);
    if found.is_none() {
        let known: Vec<&str> = roots.iter().map(|root| name(root.record)).collect();
        let near = nearest(&wanted.value, known.iter().copied()).map(str::to_owned);
        problems.push(NoSuchRoot {
            written: Some(wanted.clone()),
            known: known.join("`, `"),
            near,
            module: pack.module().to_owned(),
        });
    }
    found.map(|root| root.record)
}

/// Why a proposal cannot be checked: every problem in it.
///
/// It is a miette diagnostic itself, with the single problems as related ones.
#[derive(Clone, Debug)]
pub struct ProposalProblems {
    name: String,
    as_of: Option<Date>,
    problems: Box<Problems>,
}

impl ProposalProblems {
    pub(super) fn new(
        name: String,
        sources: SourceMap,
        as_of: Option<Date>,
        mut list: Diagnostics,
    ) -> Self {
        list.sort();
        let headline = format!("`{name}` cannot be checked");
        let problems = Box::new(Problems::new(headline, sources, list));
        Self { name, as_of, problems }
    }

    /// What the proposal is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The date of assessment that the proposal names itself, as far as it could be read.
    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        self.as_of
    }
}

error_of_problems!(ProposalProblems);
