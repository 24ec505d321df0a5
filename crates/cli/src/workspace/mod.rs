//! The project that the command runs in: its `subvent.toml`, its rule files, its proposals.

mod config;

use std::path::{Path, PathBuf};

use subvent::pack::{Beside, Builtin, Chain, Directory};

use crate::arguments::RuleOptions;
use crate::failure::Failure;
use config::Config;

/// The name of the file that makes a directory a project.
const FILE: &str = "subvent.toml";

/// A project, or just the current directory.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    /// Its directory, as a path from the current one where that is short.
    root: PathBuf,
    /// Directories of rule files, in the order in which they are searched.
    rules: Vec<PathBuf>,
    config: Config,
}

impl Workspace {
    /// The project around the current directory: the nearest directory upwards with a
    /// `subvent.toml`, else the current one.
    ///
    /// # Errors
    /// When the file cannot be read or understood, or a directory given does not exist.
    pub(crate) fn find(options: &RuleOptions) -> Result<Self, Failure> {
        let here = std::env::current_dir()
            .map_err(|error| Failure::new(format!("the current directory is gone: {error}")))?;
        let found = here.ancestors().find(|directory| directory.join(FILE).is_file());
        let config = match found {
            Some(directory) => Config::read(&directory.join(FILE))?,
            None => Config::default(),
        };
        let root = found.map_or_else(|| PathBuf::from("."), |root| from_here(root, &here));
        let rules = rule_directories(&options.directories, &config, &root)?;
        Ok(Self { root, rules, config })
    }

    /// The directories of rule files that exist.
    pub(crate) fn rule_directories(&self) -> impl Iterator<Item = Directory> {
        self.rules.iter().map(Directory::new)
    }

    /// All rules: those of the project, then those built in.
    pub(crate) fn loader(&self) -> Chain {
        let own = self.rule_directories().fold(Chain::new(), Chain::then);
        own.then(Builtin)
    }

    /// All rules, those of another directory first.
    pub(crate) fn loader_with(&self, first: &Directory) -> Chain {
        let others = self.rule_directories().filter(|directory| directory != first);
        others.fold(Chain::new().then(first.clone()), Chain::then).then(Builtin)
    }

    /// The files that tests of a directory of rules may read: those of the project, or those
    /// beside the rules when they lie elsewhere.
    pub(crate) fn files(&self, rules: &Directory) -> Beside {
        let inside = |root: &Path| {
            let (rules, root) = (rules.root().canonicalize().ok()?, root.canonicalize().ok()?);
            rules.starts_with(root).then_some(())
        };
        let within = match inside(&self.root) {
            Some(()) => self.root.clone(),
            None => parent(rules.root()),
        };
        Beside::new(rules.clone(), within)
    }

    /// The programme that the project names for a proposal.
    pub(crate) fn programme_of(&self, proposal: &Path) -> Option<&str> {
        let root = self.root.canonicalize().ok()?;
        let path = proposal.canonicalize().ok()?;
        self.config.programme_of(path.strip_prefix(root).ok()?)
    }
}

/// The directory that a directory lies in.
fn parent(directory: &Path) -> PathBuf {
    match directory.canonicalize().ok().as_deref().and_then(Path::parent) {
        Some(parent) => parent.to_owned(),
        None => directory.to_owned(),
    }
}

/// A directory above the current one as `../..`, so that messages stay short.
pub(crate) fn from_here(root: &Path, here: &Path) -> PathBuf {
    match here.strip_prefix(root) {
        Ok(below) if below.as_os_str().is_empty() => PathBuf::from("."),
        Ok(below) => below.iter().map(|_| "..").collect(),
        Err(_) => root.to_owned(),
    }
}

/// The directories given, else those of the project, else `rules/` when there is one.
fn rule_directories(
    given: &[PathBuf],
    config: &Config,
    root: &Path,
) -> Result<Vec<PathBuf>, Failure> {
    let tidy = |directory: PathBuf| match directory.strip_prefix(".") {
        Ok(short) if !short.as_os_str().is_empty() => short.to_owned(),
        _ => directory,
    };
    if given.is_empty() && config.rules().is_empty() {
        let usual = tidy(root.join("rules"));
        return Ok(if usual.is_dir() { vec![usual] } else { Vec::new() });
    }
    let named: Vec<PathBuf> = if given.is_empty() {
        config.rules().iter().map(|directory| tidy(root.join(directory))).collect()
    } else {
        given.to_vec()
    };
    for directory in &named {
        if !directory.is_dir() {
            let message = format!("there is no directory `{}`", directory.display());
            let from = if given.is_empty() { "`rules` in subvent.toml" } else { "`--rules`" };
            return Err(
                Failure::new(message).help(format!("{from} names directories of rule files"))
            );
        }
    }
    Ok(named)
}
