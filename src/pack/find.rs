//! Rules and results by the names that people write.
//!
//! In `--only`, in tests and in reports a rule goes by its path or by its clause number. A path
//! may be cut at the front, as in a rule file: `cpr.land` is `eu.cpr.land`.

use crate::diagnostic::nearest;
use crate::types::typed::{Checked, DefinitionId, RuleId};

/// A name that nothing has, with the nearest one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unknown {
    /// The name as written.
    pub written: String,
    /// A name like it.
    pub near: Option<String>,
}

/// The rules that a path or a clause number names, in the order of the report.
///
/// Several rules may share a clause number; where the programme's own module has one, those of
/// the modules that it adopts are not meant.
///
/// # Errors
/// When no rule has that name.
pub fn rules(checked: &Checked, written: &str) -> Result<Vec<RuleId>, Unknown> {
    let all = || (0..).map(RuleId).zip(&checked.rules);
    let own = &*checked.programme.module;
    let by_path = pick(all().map(|(id, rule)| (id, &*rule.path)), own, written);
    if !by_path.is_empty() {
        return Ok(by_path);
    }
    let with_number = |in_own: bool| {
        let numbered = all().filter(move |(_, rule)| {
            rule.number.as_deref() == Some(written) && (!in_own || lies_in(&rule.path, own))
        });
        numbered.map(|(id, _)| id).collect::<Vec<_>>()
    };
    let found = with_number(true);
    let found = if found.is_empty() { with_number(false) } else { found };
    if !found.is_empty() {
        return Ok(found);
    }
    let names = checked.rules.iter().flat_map(|rule| {
        [Some(&*rule.name), Some(&*rule.path), rule.number.as_deref()].into_iter().flatten()
    });
    let near = nearest(written, names).map(str::to_owned);
    Err(Unknown { written: written.to_owned(), near })
}

/// The result, or other definition, that a path names. Where definitions for different records
/// share the name, the results among them come first.
///
/// # Errors
/// When no definition has that name.
pub fn definition(checked: &Checked, written: &str) -> Result<Vec<DefinitionId>, Unknown> {
    let all = (0..).map(DefinitionId).zip(&checked.definitions);
    let own = &*checked.programme.module;
    let mut found = pick(all.map(|(id, found)| (id, &*found.path)), own, written);
    if found.is_empty() {
        let names = checked.definitions.iter().map(|found| &*found.name);
        let near = nearest(written, names).map(str::to_owned);
        return Err(Unknown { written: written.to_owned(), near });
    }
    let is_result =
        |id: &DefinitionId| checked.definitions.get(id.index()).is_some_and(|d| d.result);
    found.sort_by_key(|id| !is_result(id));
    Ok(found)
}

/// What a written path names: first the full path, then a name of the programme's own module,
/// then a path that ends so, then the last name alone, which a `use … as` may stand before.
fn pick<'p, I: Copy>(
    paths: impl Iterator<Item = (I, &'p str)> + Clone,
    own: &str,
    written: &str,
) -> Vec<I> {
    let select = |fits: &dyn Fn(&str) -> bool| {
        paths.clone().filter(|(_, path)| fits(path)).map(|(id, _)| id).collect::<Vec<I>>()
    };
    let ends_so = |path: &str, end: &str| {
        path.strip_suffix(end).is_some_and(|front| front.is_empty() || front.ends_with('.'))
    };
    let mut found = select(&|path| path == written);
    if found.is_empty() {
        found = select(&|path| lies_in(path, own) && ends_so(path, written));
    }
    if found.is_empty() {
        found = select(&|path| ends_so(path, written));
    }
    if let (true, Some((_, last))) = (found.is_empty(), written.rsplit_once('.')) {
        found = select(&|path| ends_so(path, last));
    }
    found
}

/// Whether a declaration's path lies directly in a module.
fn lies_in(path: &str, module: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(front, _)| front == module)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(written: &str) -> Vec<usize> {
        let paths = ["a.b.land", "eu.cpr.land", "eu.cpr.vat", "eu.other.vat"];
        pick(paths.into_iter().enumerate(), "a.b", written)
    }

    #[test]
    fn the_nearest_meaning_of_a_path_is_taken() {
        assert_eq!(picked("land"), [0]);
        assert_eq!(picked("eu.cpr.land"), [1]);
        assert_eq!(picked("cpr.land"), [1]);
        assert_eq!(picked("vat"), [2, 3]);
        assert_eq!(picked("dm.vat"), [2, 3]);
        assert!(picked("and").is_empty());
    }
}
