//! How many facts one proposal may hold.

/// The most that [`bind`](super::bind) accepts; what goes past is refused with its place.
///
/// The defaults fit the largest proposals of real programmes many times over and keep the facts
/// of one proposal within a few hundred megabytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FactLimits {
    /// Cells of all records together, stand-ins for unknown elements included. Default:
    /// 4,000,000.
    pub max_cells: u32,
    /// Elements of one list. Default: 500,000.
    pub max_list_len: u32,
    /// Bytes of one text. Default: 64 KiB.
    pub max_text: usize,
}

impl Default for FactLimits {
    fn default() -> Self {
        Self { max_cells: 4_000_000, max_list_len: 500_000, max_text: 64 * 1024 }
    }
}
