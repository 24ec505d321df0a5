//! Several loaders, asked in turn.

use crate::resolve::{LoadError, Loader};
use crate::text::Source;

/// Loaders that are asked in turn; the first that has a module supplies it.
///
/// ```
/// use subvent::pack::{Builtin, Chain, Directory, Loader};
/// let loader = Chain::new().then(Directory::new("my-rules")).then(Builtin);
/// assert_eq!(loader.modules(), Builtin.modules());
/// ```
#[derive(Default)]
pub struct Chain {
    loaders: Vec<Box<dyn Loader>>,
}

impl Chain {
    /// A chain that knows no module.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a loader that is asked after those before it.
    #[must_use]
    pub fn then(mut self, loader: impl Loader + 'static) -> Self {
        self.loaders.push(Box::new(loader));
        self
    }
}

impl Loader for Chain {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        for loader in &self.loaders {
            if let Some(source) = loader.load(module)? {
                return Ok(Some(source));
            }
        }
        Ok(None)
    }

    /// The file beside the module that the chain supplies; one of another loader, whose module is
    /// hidden, does not stand in for it.
    fn data(&self, module: &str, file: &str) -> Result<Option<Source>, LoadError> {
        for loader in &self.loaders {
            if loader.load(module)?.is_some() {
                return loader.data(module, file);
            }
        }
        Ok(None)
    }

    fn modules(&self) -> Vec<String> {
        let mut all: Vec<String> =
            self.loaders.iter().flat_map(|loader| loader.modules()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl std::fmt::Debug for Chain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Chain").field("loaders", &self.loaders.len()).finish()
    }
}
