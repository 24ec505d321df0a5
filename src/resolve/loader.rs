//! Where modules come from.

use crate::text::Source;

/// Supplies the text of modules; the language itself reaches no file.
///
/// A module's path is a list of identifiers joined by dots, so that it cannot name anything
/// outside the place that the loader serves.
///
/// ```
/// use subvent::resolve::{LoadError, Loader};
/// use subvent::text::Source;
///
/// struct One;
/// impl Loader for One {
///     fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
///         Ok((module == "my.rules").then(|| Source::new("my/rules.subvent", "")))
///     }
///     fn modules(&self) -> Vec<String> {
///         vec!["my.rules".to_owned()]
///     }
/// }
/// assert!(One.load("my.rules").unwrap().is_some());
/// ```
pub trait Loader {
    /// The text of a module, or nothing when there is no such module.
    ///
    /// # Errors
    /// When the module exists but cannot be read, such as a file that is not UTF-8.
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError>;

    /// The text of a file beside a module, such as a table of rates, or nothing when there is no
    /// such file.
    ///
    /// `file` is a relative path below the directory of the module: names joined by `/`, none of
    /// them `.` or `..`. A loader without such files keeps this default, which knows none.
    ///
    /// # Errors
    /// When the file exists but cannot be read, such as one that is not UTF-8.
    fn data(&self, module: &str, file: &str) -> Result<Option<Source>, LoadError> {
        let (_, _) = (module, file);
        Ok(None)
    }

    /// The paths of all modules there are, for suggestions; may be empty.
    fn modules(&self) -> Vec<String>;
}

/// A module that exists but cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadError {
    reason: String,
}

impl LoadError {
    /// Says why the module cannot be read: lower case, no final stop.
    #[must_use]
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for LoadError {}
