//! The files that tests name.

use std::path::{Component, Path, PathBuf};

use super::Directory;
use super::directory::read_within;
use crate::resolve::LoadError;
use crate::text::Source;

/// Supplies the files that `given file "…"` names.
pub trait Files {
    /// The text of the file `name`, which is relative to the directory of the module's file.
    ///
    /// # Errors
    /// When there is no such file, when it may not be read, or when it is not text.
    fn read(&self, module: &str, name: &str) -> Result<Source, LoadError>;
}

/// No files: every `given file` fails.
#[derive(Clone, Copy, Default, Debug)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _module: &str, _name: &str) -> Result<Source, LoadError> {
        Err(LoadError::new("tests cannot read files here"))
    }
}

/// Files beside the rule files of a directory, as far as they lie within another one.
///
/// Proposals often lie beside the rules, so the outer directory is the project's; a link or `..`
/// cannot lead out of it.
#[derive(Clone, Debug)]
pub struct Beside {
    rules: Directory,
    within: PathBuf,
}

impl Beside {
    /// Files beside the modules of `rules` that lie within `within`.
    #[must_use]
    pub fn new(rules: Directory, within: impl Into<PathBuf>) -> Self {
        Self { rules, within: within.into() }
    }
}

impl Files for Beside {
    fn read(&self, module: &str, name: &str) -> Result<Source, LoadError> {
        if Path::new(name).is_absolute() {
            return Err(LoadError::new("the path must be relative to the rule file"));
        }
        let Some(file) = self.rules.file(module) else {
            return Err(LoadError::new(format!("`{module}` has no file")));
        };
        let path = tidy(&file.parent().unwrap_or(Path::new("")).join(name));
        read_within(&path, &self.within)?
            .ok_or_else(|| LoadError::new(format!("there is no file `{}`", path.display())))
    }
}

/// The path without `a/..`, so that messages show where a file was looked for.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        let named = matches!(tidy.components().next_back(), Some(Component::Normal(_)));
        match part {
            Component::CurDir => {}
            Component::ParentDir if named => {
                tidy.pop();
            }
            _ => tidy.push(part),
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_taken_out_of_paths() {
        let tidied = |path: &str| tidy(Path::new(path)).display().to_string();
        assert_eq!(tidied("rules/pl/../../examples/a.yaml"), "examples/a.yaml");
        assert_eq!(tidied("../rules/./a.yaml"), "../rules/a.yaml");
        assert_eq!(tidied("../../a.yaml"), "../../a.yaml");
    }
}
