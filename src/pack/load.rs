//! From a module's path to a compiled programme.
//!
//! This file is the only one of its room that knows the phases: `resolve`, `types`, `program`.

use std::sync::Arc;

use super::digest::digest;
use super::problems::{Problems, error_of_problems};
use crate::diagnostic::Diagnostics;
use crate::explain::Legend;
use crate::program::{Program, compile};
use crate::resolve::{Loader, resolve};
use crate::text::SourceMap;
use crate::types::{self, typed::Checked};

/// A programme ready for use: compiled, with the warnings of its rule files and its digest.
#[derive(Clone, Debug)]
pub struct Pack {
    pub(super) program: Arc<Program>,
    pub(super) legend: Arc<Legend>,
    pub(super) sources: SourceMap,
    pub(super) warnings: Diagnostics,
    pub(super) sha256: String,
}

impl Pack {
    /// Loads, checks and compiles the module `path` with all that it reaches.
    ///
    /// # Errors
    /// When anything in the rule files is an error; all problems are in the list.
    pub fn load(loader: &dyn Loader, path: &str) -> Result<Self, LoadProblems> {
        let Inspected { pack, sources, problems } = inspect(loader, path);
        pack.ok_or_else(|| {
            let headline = format!("the rules `{path}` cannot be used");
            let problems = Box::new(Problems::new(headline, sources, problems));
            LoadProblems { module: path.to_owned(), problems }
        })
    }

    /// The compiled programme.
    #[must_use]
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }

    /// The typed programme: names, places, citations, messages.
    #[must_use]
    pub fn checked(&self) -> &Checked {
        self.program.checked()
    }

    /// How the values of the programme are written.
    #[must_use]
    pub fn legend(&self) -> &Legend {
        &self.legend
    }

    /// The path of its module.
    #[must_use]
    pub fn module(&self) -> &str {
        &self.checked().programme.module
    }

    /// The language that reports are in unless another one is asked for: the programme's first.
    #[must_use]
    pub fn language(&self) -> &str {
        self.checked().programme.languages.first().map_or("en", |tag| tag)
    }

    /// The rule files, and the files of exchange rates after them.
    #[must_use]
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// What the checker warns of or advises.
    #[must_use]
    pub fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }

    /// The digest of the paths and texts of all modules, of the files that they name and of the
    /// exchange rates that a host has supplied, in hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
}

/// All that is found out about a module, whether it can be used or not.
#[derive(Clone, Debug)]
pub struct Inspected {
    /// The programme, when no problem is an error.
    pub pack: Option<Pack>,
    /// The files that were read.
    pub sources: SourceMap,
    /// All problems.
    pub problems: Diagnostics,
}

/// Loads and checks a module as [`Pack::load`], and keeps what it finds in either case.
///
/// A file that cannot be read or parsed stops before types are checked: names that it would
/// declare are then missing everywhere, and each would be one more problem that is none.
#[must_use]
pub fn inspect(loader: &dyn Loader, path: &str) -> Inspected {
    let (resolved, mut problems) = resolve(loader, path);
    let sources = resolved.sources.clone();
    if problems.has_errors() || resolved.units.is_empty() {
        problems.sort();
        return Inspected { pack: None, sources, problems };
    }
    let sha256 = digest(&resolved);
    let (checked, found) = types::check(&resolved);
    problems.extend(found);
    problems.sort();
    if problems.has_errors() {
        return Inspected { pack: None, sources, problems };
    }
    let legend = Arc::new(Legend::new(&checked));
    let program = Arc::new(compile(Arc::new(checked)));
    let (sources_of_pack, warnings) = (sources.clone(), problems.clone());
    let pack = Pack { program, legend, sources: sources_of_pack, warnings, sha256 };
    Inspected { pack: Some(pack), sources, problems }
}

/// Why rules cannot be used: every problem in their files.
///
/// It is a miette diagnostic itself, with the single problems as related ones, so that a host
/// can hand it on as an error.
#[derive(Clone, Debug)]
pub struct LoadProblems {
    module: String,
    problems: Box<Problems>,
}

impl LoadProblems {
    /// The module that was asked for.
    #[must_use]
    pub fn module(&self) -> &str {
        &self.module
    }
}

error_of_problems!(LoadProblems);
