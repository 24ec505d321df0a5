//! The rule files that a command is given: files, directories, modules.

use std::path::{Path, PathBuf};

use subvent::pack::{Builtin, Chain, Directory, Loader as _};

use crate::failure::Failure;
use crate::workspace::Workspace;

/// A module and where it is loaded from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Target {
    /// Its path.
    pub(crate) module: String,
    /// The directory of rules that it lies in; none for one that is built in.
    pub(crate) rules: Option<Directory>,
}

impl Target {
    /// What loads the module and all that it uses.
    pub(crate) fn loader(&self, workspace: &Workspace) -> Chain {
        match &self.rules {
            Some(directory) => workspace.loader_with(directory),
            None => workspace.loader(),
        }
    }
}

/// The modules of the arguments; without any, those of the project, else those built in.
///
/// # Errors
/// When a path leads to no rule file and is no module.
pub(crate) fn targets(given: &[PathBuf], workspace: &Workspace) -> Result<Vec<Target>, Failure> {
    let mut targets = Vec::new();
    for path in given {
        if path.is_dir() {
            targets.extend(below(path, workspace)?);
        } else if path.extension().is_some_and(|end| end == "subvent") {
            targets.push(file(path, workspace)?);
        } else {
            targets.push(module(&path.to_string_lossy(), workspace)?);
        }
    }
    if given.is_empty() {
        for rules in workspace.rule_directories() {
            let modules = rules.modules().into_iter();
            targets.extend(modules.map(|module| Target { module, rules: Some(rules.clone()) }));
        }
        if targets.is_empty() {
            let modules = Builtin.modules().into_iter();
            targets.extend(modules.map(|module| Target { module, rules: None }));
        }
    }
    Ok(targets)
}

/// The rule files in a directory: as part of a directory of rules that it lies in, else as one.
fn below(path: &Path, workspace: &Workspace) -> Result<Vec<Target>, Failure> {
    for rules in workspace.rule_directories() {
        let inside = |module: &String| {
            let file = rules.file(module).and_then(|file| file.canonicalize().ok());
            path.canonicalize().is_ok_and(|path| file.is_some_and(|file| file.starts_with(path)))
        };
        let modules: Vec<String> = rules.modules().into_iter().filter(inside).collect();
        if !modules.is_empty() {
            let target = |module| Target { module, rules: Some(rules.clone()) };
            return Ok(modules.into_iter().map(target).collect());
        }
    }
    let rules = Directory::new(path);
    let modules = rules.modules();
    if modules.is_empty() {
        return Err(Failure::new(format!("there is no rule file in `{}`", path.display()))
            .help("rule files end in `.subvent`"));
    }
    Ok(modules.into_iter().map(|module| Target { module, rules: Some(rules.clone()) }).collect())
}

/// A rule file: in a directory of rules of the project; else the directory is the one from which
/// the file's place spells the name that it gives itself.
pub(crate) fn file(path: &Path, workspace: &Workspace) -> Result<Target, Failure> {
    if !path.is_file() {
        return Err(Failure::new(format!("there is no file `{}`", path.display())));
    }
    for rules in workspace.rule_directories() {
        if let Some(module) = rules.module(path) {
            return Ok(Target { module, rules: Some(rules) });
        }
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (directory, module) = spelled(path).unwrap_or_else(|| (beside(path), stem));
    Ok(Target { module, rules: Some(Directory::new(directory)) })
}

/// The directory of a file.
fn beside(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The name that a file gives itself, and the directory from which its place spells that name.
fn spelled(path: &Path) -> Option<(PathBuf, String)> {
    let name = own_name(path)?;
    let real = path.canonicalize().ok()?;
    let mut place = real.with_extension("");
    for part in name.rsplit('.') {
        if place.file_name()? != part {
            return None;
        }
        place.pop();
    }
    // The way as it was given keeps messages short.
    let depth = name.split('.').count();
    let directory = match path.ancestors().nth(depth) {
        Some(directory) if directory.as_os_str().is_empty() => PathBuf::from("."),
        Some(directory) if directory.canonicalize().is_ok_and(|it| it == place) => directory.into(),
        _ => crate::workspace::from_here(&place, &std::env::current_dir().ok()?),
    };
    Some((directory, name))
}

/// The name that a rule file gives itself: what follows the word `module` at the start of a line.
fn own_name(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("module "))?;
    Some(line.split(['#', ' ']).next()?.trim().to_owned())
}

/// A module by its path, in the project's rules or among those built in.
fn module(path: &str, workspace: &Workspace) -> Result<Target, Failure> {
    let knows = |rules: &Directory| rules.file(path).is_some_and(|file| file.is_file());
    if let Some(rules) = workspace.rule_directories().find(knows) {
        return Ok(Target { module: path.to_owned(), rules: Some(rules) });
    }
    if Builtin.load(path).is_ok_and(|found| found.is_some()) {
        return Ok(Target { module: path.to_owned(), rules: None });
    }
    let known = workspace.loader().modules();
    let near = subvent::diagnostic::nearest(path, known.iter().map(String::as_str));
    let failure = Failure::new(format!("`{path}` is neither a rule file nor a module"));
    Err(match near {
        Some(near) => failure.help(format!("did you mean `{near}`?")),
        None => failure.help("`subvent rules` lists all modules"),
    })
}
