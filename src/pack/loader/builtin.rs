//! The rule packs that the library carries.

use crate::resolve::{LoadError, Loader};
use crate::text::Source;

/// Module paths and texts, sorted by path; `build.rs` makes the list from `rules/`.
static MODULES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// Paths and texts of the tables in CSV beside them, sorted by path.
static FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/builtin_files.rs"));

/// The rule packs that are built into the library, every file under `rules/`.
///
/// ```
/// use subvent::pack::{Builtin, Loader};
/// assert!(Builtin.load("no.such.module")?.is_none());
/// for module in Builtin.modules() {
///     assert!(Builtin.load(&module)?.is_some());
/// }
/// # Ok::<(), subvent::pack::LoadError>(())
/// ```
#[derive(Clone, Copy, Default, Debug)]
pub struct Builtin;

impl Loader for Builtin {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        let found = MODULES.binary_search_by(|(path, _)| (*path).cmp(module)).ok();
        let text = found.and_then(|index| MODULES.get(index)).map(|(_, text)| *text);
        let name = || format!("rules/{}.subvent", module.replace('.', "/"));
        Ok(text.map(|text| Source::new(name(), text)))
    }

    fn data(&self, module: &str, file: &str) -> Result<Option<Source>, LoadError> {
        let path = super::beside(module, file);
        let found = FILES.binary_search_by(|(known, _)| (*known).cmp(&path)).ok();
        let text = found.and_then(|index| FILES.get(index)).map(|(_, text)| *text);
        Ok(text.map(|text| Source::new(format!("rules/{path}"), text)))
    }

    fn modules(&self) -> Vec<String> {
        MODULES.iter().map(|(path, _)| (*path).to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_rule_file_is_built_in_with_its_text() {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
        let on_disk = super::super::Directory::new(rules);
        assert_eq!(Builtin.modules(), on_disk.modules());
        for module in on_disk.modules() {
            let built_in = Builtin.load(&module).unwrap().unwrap();
            let read = on_disk.load(&module).unwrap().unwrap();
            assert_eq!(built_in.text(), read.text(), "{module}");
            assert!(built_in.name().starts_with("rules/"), "{module}");
        }
    }
}
