//! The files beside modules that their declarations name.
//!
//! A path is checked here, before any loader sees it, so that no loader can be led out of the
//! directory of the module.

use super::problems::{NoSuchFile, UnreadableFile};
use super::{Loader, Resolved};
use crate::diagnostic::Diagnostics;
use crate::syntax::ast::{ItemKind, RatesContents};
use crate::text::Spanned;

/// Loads the files of all modules.
pub(super) fn load(loader: &dyn Loader, resolved: &mut Resolved, problems: &mut Diagnostics) {
    let Resolved { sources, units } = resolved;
    for unit in units {
        for (item, declaration) in unit.module.items.iter().enumerate() {
            let ItemKind::Rates(rates) = &declaration.kind else { continue };
            let RatesContents::File(file) = &rates.contents else { continue };
            match read(loader, &unit.path, file) {
                Ok(source) => {
                    unit.files.insert(item, sources.add(source));
                }
                Err(problem) => problems.push(*problem),
            }
        }
    }
}

fn read(
    loader: &dyn Loader,
    module: &str,
    file: &Spanned<String>,
) -> Result<crate::text::Source, Box<crate::diagnostic::Diagnostic>> {
    let (name, at) = (file.value.clone(), file.span);
    let unreadable = |reason: String, help| {
        let file = file.value.clone();
        Box::new(UnreadableFile { file, reason, help, at }.into())
    };
    if !stays_inside(&name) {
        let help = "name a file in the directory of the rule file or below it, such as `rates/inforeuro.csv`";
        return Err(unreadable("its path leads out of the module's directory".to_owned(), help));
    }
    match loader.data(module, &name) {
        Ok(Some(source)) => Ok(source),
        Ok(None) => Err(Box::new(NoSuchFile { file: name, module: module.to_owned(), at }.into())),
        Err(error) => Err(unreadable(
            error.to_string(),
            "there is such a file, so its name is right; mend the file, then check again",
        )),
    }
}

/// Whether a path goes down only: names joined by `/`.
fn stays_inside(path: &str) -> bool {
    let name = |part: &str| {
        let plain =
            |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | ' ');
        !part.is_empty() && !part.starts_with('.') && part.chars().all(plain)
    };
    path.split('/').all(name)
}

#[cfg(test)]
mod tests {
    use super::stays_inside;

    #[test]
    fn paths_go_down_only() {
        for path in ["inforeuro.csv", "rates/info euro-2024_03.csv", "a/b/c.csv", "kursy_2024.csv"]
        {
            assert!(stays_inside(path), "{path}");
        }
        for path in [
            "",
            ".",
            "..",
            "../a.csv",
            "a/../../b.csv",
            "/etc/passwd",
            "a//b.csv",
            "a/",
            ".git/config",
            "C:\\a.csv",
            "..\\a.csv",
            "C:a.csv",
            "a\0.csv",
            "~/a.csv",
        ] {
            assert!(!stays_inside(path), "{path}");
        }
    }
}
