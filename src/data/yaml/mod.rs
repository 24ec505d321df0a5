//! Reads YAML into a [`DataNode`].
//!
//! The steps: granit-parser turns the text into events with byte ranges; [`tree::Builder`] makes
//! the tree of them and applies this room's policy (see the head of [`data`](super)); a scan
//! error becomes a problem in [`fault`]. The parser's own types stay inside this folder, so that
//! another event parser can take its place.

mod fault;
mod tree;

use granit_parser::Parser;

use super::limits::{Budget, stop};
use super::problems::TooDeep;
use super::{DataLimits, DataNode, DataValue};
use crate::diagnostic::Diagnostics;
use crate::text::{SourceId, Span};

/// Reads a YAML text.
///
/// The tree is there whenever the text could be read to its end, even when problems were found:
/// of a duplicate key the first value is kept, an alias is nothing, a tag is left out. It is
/// missing after a syntax error and past a limit. An empty text is an empty value.
///
/// `text` must be the text of the source `source`, so that spans point into it.
///
/// ```
/// use subvent::data::{DataLimits, read_yaml};
/// use subvent::text::SourceId;
/// let text = "country: NO\ncosts:\n  - amount: 98_400.00 PLN\n";
/// let (tree, problems) = read_yaml(SourceId::default(), text, &DataLimits::default());
/// assert!(problems.is_empty());
/// let tree = tree.unwrap();
/// assert_eq!(tree.get("country").unwrap().text(), Some("NO"));
/// let amount = tree.get("costs").unwrap().items()[0].get("amount").unwrap();
/// assert_eq!(&text[amount.span.range()], "98_400.00 PLN");
/// ```
pub fn read_yaml(
    source: SourceId,
    text: &str,
    limits: &DataLimits,
) -> (Option<DataNode>, Diagnostics) {
    let mut found = Diagnostics::new();
    let budget = match Budget::open(limits, source, text) {
        Ok(budget) => budget,
        Err(problem) => {
            found.push(*problem);
            return (None, found);
        }
    };
    let mut builder = tree::Builder::new(source, text, budget, &mut found);
    // The parser counts brackets and blocks apart, and looks ahead; the builder counts both.
    let nesting = limits.depth();
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: nesting,
        block_nesting_limit: nesting,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        let step = match event {
            Ok((event, span)) => builder.take(event, &span),
            Err(error) => Err(stop(fault::problem(source, text, limits.depth(), &error))),
        };
        match step {
            Ok(tree::Next::More) => {}
            Ok(tree::Next::Enough) => break,
            Err(problem) => {
                found.push(*problem);
                found.sort();
                return (None, found);
            }
        }
    }
    let nothing = || DataNode { span: Span::new(source, 0, 0), value: DataValue::Null };
    let root = builder.finish().unwrap_or_else(nothing);
    found.sort();
    (Some(root), found)
}
