//! Runs the command in a project of a test's own.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) status: i32,
    pub(crate) output: String,
    pub(crate) error: String,
}

impl Done {
    /// The output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        json(&self.output)
    }
}

/// A text as JSON.
#[track_caller]
pub(crate) fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// Runs the command in the current directory.
pub(crate) fn run(arguments: &[&str]) -> Done {
    run_in(Path::new("."), arguments, "")
}

/// Runs the command in a directory with a text on standard input.
pub(crate) fn run_in(directory: &Path, arguments: &[&str], input: &str) -> Done {
    let mut child = Command::new(env!("CARGO_BIN_EXE_subvent"))
        .args(arguments)
        .current_dir(directory)
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing closes the pipe, which is no failure.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let done = child.wait_with_output().unwrap();
    Done {
        status: done.status.code().unwrap(),
        output: String::from_utf8(done.stdout).unwrap(),
        error: String::from_utf8(done.stderr).unwrap(),
    }
}

/// A project made by `subvent new`, removed when the test ends.
pub(crate) struct Project(PathBuf);

impl Project {
    /// A new project; each test has a name of its own.
    #[track_caller]
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("subvent-cli-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        let done = run(&["new", path.to_str().unwrap()]);
        assert_eq!((done.status, done.error.as_str()), (0, ""));
        Self(path)
    }

    /// A path in the project.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Runs the command in the project.
    pub(crate) fn run(&self, arguments: &[&str]) -> Done {
        run_in(&self.0, arguments, "")
    }

    /// Runs the command in the project with a text on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Done {
        run_in(&self.0, arguments, input)
    }

    /// Writes a copy of a file in which one text stands in place of another.
    #[track_caller]
    pub(crate) fn change<'n>(
        &self,
        file: &str,
        before: &str,
        after: &str,
        copy: &'n str,
    ) -> &'n str {
        let text = std::fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(before), "`{before}` is not in {file}");
        std::fs::write(self.path(copy), text.replace(before, after)).unwrap();
        copy
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
