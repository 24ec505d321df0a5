//! A change to facts that leads nowhere.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Spanned;

/// A change that cannot be made.
pub(in crate::pack::test) struct BadChange {
    /// The path as written.
    pub(in crate::pack::test) path: Spanned<String>,
    /// Why not.
    pub(in crate::pack::test) fault: ChangeFault,
}

/// Why a change cannot be made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::pack::test) enum ChangeFault {
    /// It is no path.
    Path,
    /// A name is asked of something that has none.
    NoMap,
    /// A position is asked of something that is no list.
    NoList,
    /// The list has so many elements.
    TooFar {
        /// The number of elements.
        count: usize,
    },
    /// There is nothing to take away.
    NotThere,
}

impl From<BadChange> for Diagnostic {
    fn from(problem: BadChange) -> Self {
        let BadChange { path, fault } = problem;
        let (label, help) = match fault {
            ChangeFault::Path => ("not a path".to_owned(), "write a path as `costs[3].amount`"),
            ChangeFault::NoMap => (
                "the value on the way is a single one".to_owned(),
                "name the value itself, or give all of the record that it lies in",
            ),
            ChangeFault::NoList => (
                "the value on the way is no list".to_owned(),
                "positions in brackets are for lists only",
            ),
            ChangeFault::TooFar { count } => (
                format!("the list has {}", elements(count)),
                "positions count from 0; the next one after the last adds an element",
            ),
            ChangeFault::NotThere => (
                "there is nothing to take away".to_owned(),
                "only a fact that was given before can be made `missing`",
            ),
        };
        Self::error(Code::PACK_TEST_FACTS, format!("the fact `{}` cannot be changed", path.value))
            .label(path.span, label)
            .help(help)
    }
}

fn elements(count: usize) -> String {
    match count {
        0 => "no element".to_owned(),
        1 => "1 element".to_owned(),
        _ => format!("{count} elements"),
    }
}
