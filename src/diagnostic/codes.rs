//! The list of all codes. Each has a page `docs/diagnostics/<code>.md`.

/// A stable name of one kind of problem, such as `types::unit_mismatch`.
///
/// The part before `::` is the phase that finds it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Code(&'static str);

impl Code {
    /// A code; only the rooms of this library make new ones.
    pub(crate) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The code as it is printed.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}
