//! Files in a scratch directory that is removed when the test ends.

use super::*;

/// A directory of a test's own.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("subvent-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("rules/a/b")).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.join(name), bytes).unwrap();
    }

    fn rules(&self) -> Directory {
        Directory::new(self.0.join("rules"))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_module_is_the_file_of_its_path() {
    let scratch = Scratch::new("path");
    scratch.write("rules/a/b/c.subvent", "module a.b.c # ż\n".as_bytes());
    scratch.write("rules/top.subvent", b"");
    scratch.write("rules/a/note.txt", b"");
    let rules = scratch.rules();
    assert_eq!(rules.load("a.b.c").unwrap().unwrap().text(), "module a.b.c # ż\n");
    assert_eq!(rules.modules(), ["a.b.c", "top"]);
    assert_eq!(rules.load("a.b.d"), Ok(None));
    assert_eq!(rules.load("top.c"), Ok(None));
    assert_eq!(rules.module(&scratch.0.join("rules/a/b/c.subvent")), Some("a.b.c".to_owned()));
}

#[test]
fn no_path_leads_out_of_the_directory() {
    let scratch = Scratch::new("out");
    scratch.write("secret.subvent", b"secret");
    for path in ["..secret", "../secret", "a/../../secret", "/etc/passwd", "", "a..b", "a.b/c"] {
        assert_eq!(scratch.rules().load(path), Ok(None), "{path}");
    }
}

#[test]
fn files_lie_beside_their_module() {
    let scratch = Scratch::new("beside");
    scratch.write("rules/a/b/c.subvent", b"");
    scratch.write("rules/a/b/rates.csv", b"month,PLN\n");
    scratch.write("rules/top.csv", b"top");
    scratch.write("secret.csv", b"secret");
    let data = |module: &str, file: &str| scratch.rules().data(module, file);
    assert_eq!(data("a.b.c", "rates.csv").unwrap().unwrap().text(), "month,PLN\n");
    assert_eq!(data("a", "b/rates.csv"), Ok(None));
    assert_eq!(data("x", "a/b/rates.csv").unwrap().unwrap().text(), "month,PLN\n");
    assert_eq!(data("x", "top.csv").unwrap().unwrap().text(), "top");
    assert_eq!(data("a.b.c", "none.csv"), Ok(None));
    // Resolution refuses such paths before; the directory does not rely on it.
    assert!(data("x", "../secret.csv").is_err());
    scratch.write("rules/a/b/bad.csv", b"z\xB3oty");
    assert!(data("a.b.c", "bad.csv").unwrap_err().to_string().contains("not UTF-8"));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_refused_and_one_that_stays_is_followed() {
    let scratch = Scratch::new("link");
    scratch.write("secret.subvent", b"secret");
    scratch.write("rules/a/real.subvent", b"real");
    let link = |to: &str, from: &str| {
        std::os::unix::fs::symlink(scratch.0.join(to), scratch.0.join(from)).unwrap();
    };
    link("secret.subvent", "rules/a/out.subvent");
    link("rules/a/real.subvent", "rules/a/inside.subvent");
    let refused = scratch.rules().load("a.out").unwrap_err();
    assert!(refused.to_string().starts_with("the file lies outside the directory"), "{refused}");
    assert_eq!(scratch.rules().load("a.inside").unwrap().unwrap().text(), "real");
}

#[test]
fn a_file_that_is_not_utf8_is_named_so() {
    let scratch = Scratch::new("encoding");
    scratch.write("rules/a/b/c.subvent", b"# \xB3\xF3d\xBC\n");
    let error = scratch.rules().load("a.b.c").unwrap_err();
    assert_eq!(error.to_string(), "the file is not UTF-8: byte 0xB3 at line 1, column 3");
}
