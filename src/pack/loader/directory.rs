//! Rule files under a directory.

use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::data::decode;
use crate::diagnostic::Diagnostic;
use crate::resolve::{LoadError, Loader};
use crate::text::Source;

/// The most bytes of a rule file or of a test's file.
const LARGEST: u64 = 16 * 1024 * 1024;
/// How deep directories are searched for modules.
const DEEPEST: usize = 16;
/// How many modules are listed.
const MOST_MODULES: usize = 10_000;

/// Rule files under a directory: `a.b.c` is `a/b/c.subvent`.
///
/// A path cannot lead out of the directory, neither by its parts nor through a link.
///
/// ```
/// use subvent::pack::{Directory, Loader};
/// let loader = Directory::new("no-such-directory");
/// assert!(loader.modules().is_empty());
/// assert!(loader.load("a.b")?.is_none());
/// # Ok::<(), subvent::pack::LoadError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Directory {
    root: PathBuf,
}

impl Directory {
    /// The rule files under `root`, which need not exist yet.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The directory.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file of a module, whether it exists or not; none for a path that is none.
    #[must_use]
    pub fn file(&self, module: &str) -> Option<PathBuf> {
        let mut path = self.root.clone();
        for part in module.split('.') {
            let mut letters = part.chars();
            let begins =
                letters.next().is_some_and(|letter| letter.is_alphabetic() || letter == '_');
            if !begins || !letters.all(|letter| letter.is_alphanumeric() || letter == '_') {
                return None;
            }
            path.push(part);
        }
        path.set_extension("subvent");
        Some(path)
    }

    /// The module that a file is, when it lies under the directory.
    #[must_use]
    pub fn module(&self, file: &Path) -> Option<String> {
        let (root, file) = (self.root.canonicalize().ok()?, file.canonicalize().ok()?);
        let inside = file.strip_prefix(&root).ok()?.with_extension("");
        let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("."))
    }
}

impl Loader for Directory {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        let Some(path) = self.file(module) else { return Ok(None) };
        read_within(&path, &self.root)
    }

    fn data(&self, module: &str, file: &str) -> Result<Option<Source>, LoadError> {
        let Some(path) = self.file(module) else { return Ok(None) };
        let beside = path.parent().unwrap_or(Path::new("")).join(file);
        read_within(&beside, &self.root)
    }

    fn modules(&self) -> Vec<String> {
        let mut found = Vec::new();
        list(&self.root, "", 0, &mut found);
        found.sort_unstable();
        found
    }
}

/// Lists the modules of a directory and of those below it. Links to directories are not followed,
/// so there is no circle.
fn list(directory: &Path, prefix: &str, depth: usize, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        if found.len() >= MOST_MODULES {
            return;
        }
        let path = entry.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let is_directory = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_directory && depth < DEEPEST {
            list(&path, &format!("{prefix}{stem}."), depth + 1, found);
        } else if !is_directory && path.extension().is_some_and(|end| end == "subvent") {
            found.push(format!("{prefix}{stem}"));
        }
    }
}

/// Reads a text that must lie under `root` once all links are followed; none when there is no
/// such file.
pub(super) fn read_within(path: &Path, root: &Path) -> Result<Option<Source>, LoadError> {
    let failed = |error: std::io::Error| LoadError::new(io_reason(&error));
    let real = match path.canonicalize() {
        Err(error) if missing(&error) => return Ok(None),
        other => other.map_err(failed)?,
    };
    if !real.starts_with(root.canonicalize().map_err(failed)?) {
        let root = root.display();
        return Err(LoadError::new(format!("the file lies outside the directory `{root}`")));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(&real).map_err(failed)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(LoadError::new(format!("the file holds more than {LARGEST} bytes")));
    }
    let text =
        decode(&bytes).map_err(|problem| LoadError::new(Diagnostic::from(problem).message))?;
    Ok(Some(Source::new(path.display().to_string(), text)))
}

/// Whether the error says that there is no such file.
fn missing(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Why a file cannot be read, without the number that the system adds.
fn io_reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "reading it is not allowed".to_owned(),
        ErrorKind::IsADirectory => "it is a directory".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests;
