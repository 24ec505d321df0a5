//! Rule files that a program holds itself.

use std::collections::BTreeMap;

use crate::resolve::{LoadError, Loader};
use crate::text::Source;

/// Rule files that a program holds itself, by the paths of their modules.
///
/// ```
/// use subvent::pack::{Loader, Memory};
/// let loader = Memory::new().with("my.rules", "module my.rules\n");
/// assert_eq!(loader.modules(), ["my.rules"]);
/// assert_eq!(loader.load("my.rules")?.unwrap().name(), "my/rules.subvent");
/// # Ok::<(), subvent::pack::LoadError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Memory {
    texts: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
}

impl Memory {
    /// No rule files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a module, or takes the place of the one with the same path.
    #[must_use]
    pub fn with(mut self, module: impl Into<String>, text: impl Into<String>) -> Self {
        self.texts.insert(module.into(), text.into());
        self
    }

    /// Adds a file that modules name, such as a table of exchange rates, by its path:
    /// `my/inforeuro.csv` lies beside the module `my.rules`.
    #[must_use]
    pub fn with_file(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.files.insert(path.into(), text.into());
        self
    }
}

impl Loader for Memory {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        let name = format!("{}.subvent", module.replace('.', "/"));
        Ok(self.texts.get(module).map(|text| Source::new(name, text.as_str())))
    }

    fn data(&self, module: &str, file: &str) -> Result<Option<Source>, LoadError> {
        let path = super::beside(module, file);
        Ok(self.files.get(&path).map(|text| Source::new(path.as_str(), text.as_str())))
    }

    fn modules(&self) -> Vec<String> {
        self.texts.keys().cloned().collect()
    }
}
