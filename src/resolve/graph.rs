//! Loading a module and all that it uses.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::problems::{NoSuchModule, OtherName, TooManyModules, UnreadableModule};
use super::scope::{self, Scope};
use super::{Loader, cycle, files};
use crate::diagnostic::{Diagnostics, nearest};
use crate::syntax::{self, ast};
use crate::text::{Source, SourceId, SourceMap, Span};

/// The most modules that one programme may reach.
const MODULE_LIMIT: usize = 1_000;

/// The position of a module in [`Resolved::units`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UnitId(pub usize);

/// A module with its names.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its path, such as `pl.ferc.priority_2`.
    pub path: Arc<str>,
    /// Its file.
    pub source: SourceId,
    /// Its syntax tree.
    pub module: ast::Module,
    /// The names that it declares.
    pub scope: Scope,
    /// The modules that it uses, by the name that it uses for them.
    pub uses: BTreeMap<Arc<str>, (UnitId, Span)>,
    /// The files beside it that its declarations name, by the position of the declaration.
    pub files: BTreeMap<usize, SourceId>,
}

/// All modules that a programme reaches; its own comes first.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// The files.
    pub sources: SourceMap,
    /// The modules.
    pub units: Vec<Unit>,
}

impl Resolved {
    /// A module by its position.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(id.0)
    }

    /// A module by its path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<UnitId> {
        self.units.iter().position(|unit| &*unit.path == path).map(UnitId)
    }
}

/// Loads the module `root` and every module that it reaches, and collects their names.
///
/// # Errors
/// The problem list holds what could not be found, read or parsed; the rest is there all the
/// same. When `root` itself does not exist, the list of modules is empty.
pub fn resolve(loader: &dyn Loader, root: &str) -> (Resolved, Diagnostics) {
    let mut graph = Graph { loader, resolved: Resolved::default(), problems: Diagnostics::new() };
    graph.load_all(root);
    let Graph { mut resolved, mut problems, .. } = graph;
    files::load(loader, &mut resolved, &mut problems);
    for unit in &mut resolved.units {
        unit.scope = scope::collect(&unit.module, &mut problems);
    }
    cycle::check(&resolved, &mut problems);
    (resolved, problems)
}

struct Graph<'a> {
    loader: &'a dyn Loader,
    resolved: Resolved,
    problems: Diagnostics,
}

impl Graph<'_> {
    /// Breadth first, so that the order of modules follows the order of `use` lines.
    fn load_all(&mut self, root: &str) {
        let Some(_) = self.load(root, None) else { return };
        let mut next = 0;
        while let Some(unit) = self.resolved.units.get(next) {
            let uses = unit.module.uses.clone();
            for used in uses {
                self.use_module(next, &used);
            }
            next += 1;
        }
    }

    fn use_module(&mut self, user: usize, used: &ast::Use) {
        let path = used.path.text();
        let found = self.resolved.find(&path).or_else(|| self.load(&path, Some(used.path.span)));
        let Some(target) = found else { return };
        let Some(alias) = used.alias.as_ref().or_else(|| used.path.last()) else { return };
        if let Some(unit) = self.resolved.units.get_mut(user) {
            let place = (target, used.span);
            if let Some((_, first)) = unit.uses.insert(alias.value.clone(), place) {
                self.problems.push(super::problems::DeclaredTwice {
                    name: alias.value.clone(),
                    first,
                    second: used.span,
                });
            }
        }
    }

    fn load(&mut self, path: &str, asked_at: Option<Span>) -> Option<UnitId> {
        if self.resolved.units.len() >= MODULE_LIMIT {
            self.problems.push(TooManyModules { limit: MODULE_LIMIT, at: asked_at });
            return None;
        }
        match self.loader.load(path) {
            Ok(Some(source)) => Some(self.add(path, source)),
            Ok(None) => {
                let known = self.loader.modules();
                let near = nearest(path, known.iter().map(String::as_str)).map(str::to_owned);
                self.problems.push(NoSuchModule { path: path.to_owned(), near, at: asked_at });
                None
            }
            Err(error) => {
                let reason = error.to_string();
                self.problems.push(UnreadableModule {
                    path: path.to_owned(),
                    reason,
                    at: asked_at,
                });
                None
            }
        }
    }

    fn add(&mut self, path: &str, source: Source) -> UnitId {
        let source = Arc::new(source);
        let id = self.resolved.sources.add(source.clone());
        let (parsed, problems) = syntax::parse(id, &source);
        self.problems.extend(problems);
        if let Some(name) = &parsed.module.name
            && name.text() != path
        {
            self.problems.push(OtherName {
                written: name.text(),
                path: path.to_owned(),
                at: name.span,
            });
        }
        self.resolved.units.push(Unit {
            path: path.into(),
            source: id,
            module: parsed.module,
            scope: Scope::default(),
            uses: BTreeMap::new(),
            files: BTreeMap::new(),
        });
        UnitId(self.resolved.units.len() - 1)
    }
}
