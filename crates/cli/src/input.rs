//! The proposals that a command is given: files, directories, standard input.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use subvent::data::decode;
use subvent::diagnostic::Diagnostic;
use subvent::pack::Format;

use crate::failure::Failure;

/// The most bytes of a proposal; the reader's own limit is lower.
const LARGEST: u64 = 64 * 1024 * 1024;
/// How deep directories are searched for proposals.
const DEEPEST: usize = 16;

/// A proposal that is to be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Input {
    /// What reports call it: the path as it was given.
    pub(crate) name: String,
    /// Its format.
    pub(crate) format: Format,
    /// Its file; none for standard input.
    pub(crate) path: Option<PathBuf>,
}

/// The proposals of the arguments, and whether there are many. The files of a directory come in
/// the order of their paths.
///
/// # Errors
/// When a path does not exist, is no proposal, or a directory holds none.
pub(crate) fn inputs(given: &[PathBuf], stdin: Format) -> Result<(Vec<Input>, bool), Failure> {
    let mut inputs = Vec::new();
    let mut many = given.len() > 1;
    for path in given {
        if path.as_os_str() == "-" {
            inputs.push(Input { name: "standard input".to_owned(), format: stdin, path: None });
        } else if path.is_dir() {
            many = true;
            inputs.extend(directory(path)?);
        } else {
            inputs.push(file(path)?);
        }
    }
    Ok((inputs, many))
}

fn file(path: &Path) -> Result<Input, Failure> {
    let name = path.display().to_string();
    if !path.exists() {
        return Err(Failure::new(format!("there is no file `{name}`")));
    }
    let Some(format) = Format::of(&name) else {
        return Err(Failure::new(format!("`{name}` is neither YAML nor JSON by its name"))
            .help("end the name in `.yaml` or `.json`, or give the file on standard input: `-`"));
    };
    Ok(Input { name, format, path: Some(path.to_owned()) })
}

fn directory(path: &Path) -> Result<Vec<Input>, Failure> {
    let mut found = Vec::new();
    list(path, 0, &mut found);
    found.sort_unstable();
    if found.is_empty() {
        return Err(Failure::new(format!("there is no proposal in `{}`", path.display()))
            .help("proposals end in `.yaml`, `.yml` or `.json`"));
    }
    found.iter().map(|path| file(path)).collect()
}

/// Lists the proposals of a directory and those below it; hidden files and links to directories
/// are passed over.
fn list(directory: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let is_directory = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if hidden {
            continue;
        }
        if is_directory && depth < DEEPEST {
            list(&path, depth + 1, found);
        } else if !is_directory && Format::of(&path.to_string_lossy()).is_some() {
            found.push(path);
        }
    }
}

impl Input {
    /// The text.
    ///
    /// # Errors
    /// When it cannot be read or is not UTF-8.
    pub(crate) fn read(&self) -> Result<String, Failure> {
        let failed = |error: std::io::Error| {
            Failure::new(format!("`{}` cannot be read: {error}", self.name))
        };
        let mut bytes = Vec::new();
        match &self.path {
            Some(path) => {
                let file = fs::File::open(path).map_err(failed)?;
                file.take(LARGEST).read_to_end(&mut bytes).map_err(failed)?;
            }
            None => {
                std::io::stdin().take(LARGEST).read_to_end(&mut bytes).map_err(failed)?;
            }
        }
        decode(&bytes).map_err(|problem| {
            let problem = Diagnostic::from(problem);
            let failure = Failure::new(format!("`{}`: {}", self.name, problem.message));
            match problem.help {
                Some(help) => failure.help(help),
                None => failure,
            }
        })
    }
}
