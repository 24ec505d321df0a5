//! The digest of a programme's rules.

use hmac_sha256::Hash;

use crate::resolve::Resolved;

/// SHA-256 over the modules that a programme reaches, its own first: of each the path and the
/// text, both after their length in eight bytes, the greatest first. No file name enters, so the
/// same rules have the same digest wherever they lie.
pub(super) fn digest(resolved: &Resolved) -> String {
    let mut hash = Hash::new();
    for unit in &resolved.units {
        let text = resolved.sources.get(unit.source).map_or("", |source| source.text());
        for part in [&*unit.path, text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
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
