//! The digest of a programme's rules.

use hmac_sha256::Hash;

use crate::quantity::RateTable;
use crate::resolve::{Resolved, Unit};
use crate::syntax::ast::{ItemKind, RatesContents, RatesDecl};

/// SHA-256 over the modules that a programme reaches, its own first: of each the path and the
/// text, both after their length in eight bytes, the greatest first, and likewise the files of
/// exchange rates that it names. No place of a file enters, so the same rules have the same digest
/// wherever they lie.
pub(super) fn digest(resolved: &Resolved) -> String {
    let mut hash = Hash::new();
    for unit in &resolved.units {
        let text = resolved.sources.get(unit.source).map_or("", |source| source.text());
        add(&mut hash, [&*unit.path, text]);
        for (item, source) in &unit.files {
            let name = name_of(unit, *item);
            let text = resolved.sources.get(*source).map_or("", |source| source.text());
            add(&mut hash, [name, text]);
        }
    }
    hex(hash)
}

/// The digest of a programme with other quotes in a table of exchange rates.
pub(super) fn with_rates(sha256: &str, path: &str, table: &RateTable) -> String {
    let mut hash = Hash::new();
    add(&mut hash, [sha256, path]);
    for (currency, on, rate) in table.iter() {
        add(&mut hash, [currency.code(), &on.to_string(), &rate.to_string()]);
    }
    hex(hash)
}

/// The name of a file that a declaration names.
fn name_of(unit: &Unit, item: usize) -> &str {
    match unit.module.items.get(item).map(|item| &item.kind) {
        Some(ItemKind::Rates(RatesDecl { contents: RatesContents::File(name), .. })) => &name.value,
        _ => "",
    }
}

/// Adds texts, each after its length, so that no two lists of texts are the same bytes.
fn add<const N: usize>(hash: &mut Hash, parts: [&str; N]) {
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
}

fn hex(hash: Hash) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::{LoadError, Loader, resolve};
    use crate::text::Source;

    struct One {
        place: &'static str,
    }

    impl Loader for One {
        fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
            let source = || Source::new(format!("{}/a.subvent", self.place), "module a\n");
            Ok((module == "a").then(source))
        }

        fn modules(&self) -> Vec<String> {
            vec!["a".to_owned()]
        }
    }

    #[test]
    fn the_digest_is_of_paths_and_texts_only() {
        // printf '\0\0\0\0\0\0\0\1a\0\0\0\0\0\0\0\11module a\n' | sha256sum
        let wanted = "0ab63afe1188d18201fed5a1458a3d5f963135e312fdf658a421155d81b89814";
        for place in ["rules", "/somewhere/else"] {
            let (resolved, _) = resolve(&One { place }, "a");
            assert_eq!(digest(&resolved), wanted);
        }
    }
}
