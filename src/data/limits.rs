//! How much a file may hold, and the account that readers keep of it.

use super::problems::{Large, TooDeep, TooLarge};
use crate::diagnostic::Diagnostic;
use crate::text::{SourceId, Span};

/// The most that a reader accepts; what goes past a limit is refused with its place.
///
/// The defaults fit the largest proposals of real programmes many times over and keep a reader
/// within about a second and a few hundred megabytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DataLimits {
    /// Bytes of the text. Default: 16 MiB.
    pub max_bytes: usize,
    /// Values in the tree, lists and maps included. Default: 1,000,000.
    pub max_nodes: usize,
    /// Lists and maps inside each other. Default: 64. More than 128 is taken as 128, so that
    /// walking a tree never exhausts the stack.
    pub max_depth: usize,
    /// Bytes of one word or text, keys included. Default: 64 KiB.
    pub max_scalar_bytes: usize,
}

impl Default for DataLimits {
    fn default() -> Self {
        Self {
            max_bytes: 16 * 1024 * 1024,
            max_nodes: 1_000_000,
            max_depth: 64,
            max_scalar_bytes: 64 * 1024,
        }
    }
}

impl DataLimits {
    /// The depth that readers allow.
    pub(super) fn depth(&self) -> usize {
        self.max_depth.min(128)
    }
}

/// A problem after which a reader gives up; boxed, since every step of a reader may return it.
pub(super) type Stop = Box<Diagnostic>;

/// Makes a [`Stop`] of a problem.
pub(super) fn stop(problem: impl Into<Diagnostic>) -> Stop {
    Box::new(problem.into())
}

/// What of the limits is used up.
pub(super) struct Budget<'l> {
    limits: &'l DataLimits,
    nodes: usize,
}

impl<'l> Budget<'l> {
    /// An account for one text; a text over the limit of bytes is refused at once.
    pub(super) fn open(limits: &'l DataLimits, source: SourceId, text: &str) -> Result<Self, Stop> {
        if text.len() > limits.max_bytes {
            let span = Span::new(source, 0, 0);
            return Err(stop(TooLarge { what: Large::Text, limit: limits.max_bytes, span }));
        }
        Ok(Self { limits, nodes: 0 })
    }

    /// Counts one more value at `span`.
    pub(super) fn node(&mut self, span: Span) -> Result<(), Stop> {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes > self.limits.max_nodes {
            return Err(stop(TooLarge { what: Large::Tree, limit: self.limits.max_nodes, span }));
        }
        Ok(())
    }

    /// Checks the length of a word or text at `span`.
    pub(super) fn words(&self, text: &str, span: Span) -> Result<(), Stop> {
        let limit = self.limits.max_scalar_bytes;
        if text.len() > limit {
            return Err(stop(TooLarge { what: Large::Scalar, limit, span: span.before() }));
        }
        Ok(())
    }

    /// Checks that a list or map at `span` may stand inside `depth` others.
    pub(super) fn depth(&self, depth: usize, span: Span) -> Result<(), Stop> {
        let limit = self.limits.depth();
        if depth >= limit {
            return Err(stop(TooDeep { limit, span }));
        }
        Ok(())
    }
}
