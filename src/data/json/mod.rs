//! Reads JSON into a [`DataNode`], as strictly as RFC 8259 writes it.
//!
//! The steps: [`scan`] looks over the text once for what is refused but easily mended (a mark,
//! comments, trailing commas, odd blanks) and for depth, and blanks the former out byte by byte,
//! so that reading goes on and places stay right; jsonc-parser reads what is left with all its
//! leniencies off; [`tree`] makes the tree; a parse error becomes a problem in [`fault`].

mod fault;
mod scan;
mod tree;

use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

use super::limits::{Budget, Stop, stop};
use super::problems::{JsonFault, JsonSyntax};
use super::{DataLimits, DataNode};
use crate::diagnostic::Diagnostics;
use crate::text::{SourceId, Span};

/// Reads a JSON text.
///
/// The tree is there whenever the text could be read to its end, even when problems were found:
/// comments and trailing commas are passed over, of a duplicate key the first value is kept. It
/// is missing after any other syntax error and past a limit.
///
/// `text` must be the text of the source `source`, so that spans point into it.
///
/// ```
/// use subvent::data::{DataLimits, read_json};
/// use subvent::text::SourceId;
/// let text = r#"{"rate": 0.10, "title": "Łódź"}"#;
/// let (tree, problems) = read_json(SourceId::default(), text, &DataLimits::default());
/// assert!(problems.is_empty());
/// assert_eq!(tree.unwrap().get("rate").unwrap().text(), Some("0.10"));
/// ```
pub fn read_json(
    source: SourceId,
    text: &str,
    limits: &DataLimits,
) -> (Option<DataNode>, Diagnostics) {
    let mut found = Diagnostics::new();
    let tree = read(source, text, limits, &mut found);
    found.sort();
    match tree {
        Ok(tree) => (Some(tree), found),
        Err(problem) => {
            found.push(*problem);
            found.sort();
            (None, found)
        }
    }
}

/// The steps in their order; an error is a problem after which there is no tree.
fn read(
    source: SourceId,
    text: &str,
    limits: &DataLimits,
    found: &mut Diagnostics,
) -> Result<DataNode, Stop> {
    let budget = Budget::open(limits, source, text)?;
    let clean = scan::scan(source, text, &budget, found)?;
    let collect = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
    let parsed = parse_to_ast(&clean, &collect, &strict())
        .map_err(|error| stop(fault::problem(source, &clean, &error)))?;
    let Some(value) = parsed.value else {
        let span = Span::new(source, 0, 0);
        return Err(stop(JsonSyntax { fault: JsonFault::Empty, span }));
    };
    tree::Converter { source, budget, found }.node(value, 0)
}

/// Every leniency off. Written out in full, so that a new one is a compile error here.
fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}
