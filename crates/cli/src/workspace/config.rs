//! `subvent.toml`
//!
//! ```toml
//! rules = ["rules"]                       # directories of rule files
//!
//! [[proposals]]                           # the first entry that fits a file counts
//! files = "proposals/orebro/*.yaml"
//! programme = "se.orebro.regional_growth"
//! ```

use std::path::{Path, PathBuf};

use globset::{Glob, GlobMatcher};
use serde::Deserialize;

use crate::failure::Failure;

/// What a project says of itself.
#[derive(Clone, Default, Debug)]
pub(crate) struct Config {
    rules: Vec<PathBuf>,
    proposals: Vec<(GlobMatcher, String)>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    rules: Vec<PathBuf>,
    #[serde(default)]
    proposals: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    files: String,
    programme: String,
}

impl Config {
    /// Reads the file.
    ///
    /// # Errors
    /// When it cannot be read or does not say what it should.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::new(format!("`{}`: {error}", path.display())))?;
        Self::parse(&text).map_err(|reason| {
            Failure::new(format!("`{}` cannot be understood: {}", path.display(), reason.trim_end()))
                .help("it may hold `rules = [\"…\"]` and entries `[[proposals]]` with `files` and `programme`")
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|error| error.to_string())?;
        let entry = |entry: Entry| {
            let glob = Glob::new(&entry.files).map_err(|error| error.to_string())?;
            Ok((glob.compile_matcher(), entry.programme))
        };
        let proposals = written.proposals.into_iter().map(entry).collect::<Result<_, String>>()?;
        Ok(Self { rules: written.rules, proposals })
    }

    /// Directories of rule files.
    pub(super) fn rules(&self) -> &[PathBuf] {
        &self.rules
    }

    /// The programme of a proposal by its path from the project's directory.
    pub(super) fn programme_of(&self, path: &Path) -> Option<&str> {
        self.proposals.iter().find(|(glob, _)| glob.is_match(path)).map(|(_, name)| &**name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_entry_that_fits_counts() {
        let text = "rules = ['a', 'b']\n\
                    [[proposals]]\nfiles = 'p/special.yaml'\nprogramme = 'x.special'\n\
                    [[proposals]]\nfiles = 'p/*.yaml'\nprogramme = 'x.usual'\n";
        let config = Config::parse(text).unwrap();
        assert_eq!(config.rules(), [Path::new("a"), Path::new("b")]);
        let programme = |path| config.programme_of(Path::new(path));
        assert_eq!(programme("p/special.yaml"), Some("x.special"));
        assert_eq!(programme("p/other.yaml"), Some("x.usual"));
        assert_eq!(programme("q/other.yaml"), None);
    }

    #[test]
    fn a_word_too_many_is_refused_with_its_place() {
        let error = Config::parse("rule = ['a']\n").unwrap_err();
        assert!(error.contains("unknown field `rule`"), "{error}");
        assert!(error.contains("line 1"), "{error}");
    }
}
