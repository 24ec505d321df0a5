//! A whole file: limits, order of declarations, comments.

use super::ast::Module;
use super::build::Declared;
use super::chunk::chunks;
use super::layout::Layout;
use super::problems::{Misordered, RepeatedModule, TooLarge, TooMany};
use super::recover::parse_chunk;
use super::scan::scan;
use crate::diagnostic::Diagnostics;
use crate::text::{Source, SourceId, Span};

/// The most bytes that a rule file may have.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The most declarations that a rule file may have.
pub const MAX_DECLARATIONS: usize = 20_000;

/// A rule file as it is written.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Every declaration that could be read.
    pub module: Module,
    /// All comments, documentation among them, in the order of the file.
    pub comments: Vec<Span>,
}

/// Reads a rule file.
///
/// It never fails: a declaration that cannot be read is left out of the module and has exactly
/// one problem, and all others are there. A byte order mark and Windows line ends are tolerated;
/// names come in Unicode's composed form. Size, number of declarations and nesting are bounded.
///
/// ```
/// use subvent::syntax::parse;
/// use subvent::text::{Source, SourceId};
///
/// let text = "define total for Project = sum(c.amount for c in costs)\ndefine half = 50 % of total\n";
/// let (parsed, problems) = parse(SourceId::default(), &Source::new("a.subvent", text));
/// assert_eq!(parsed.module.items.len(), 1);
/// assert_eq!(problems.len(), 1);
/// ```
#[must_use]
pub fn parse(id: SourceId, source: &Source) -> (Parsed, Diagnostics) {
    let mut problems = Diagnostics::new();
    let text = source.text();
    if text.len() > MAX_BYTES {
        problems.push(TooLarge { at: Span::new(id, 0, 0), bytes: text.len(), limit: MAX_BYTES });
        return (Parsed::default(), problems);
    }
    let marks: Vec<_> = scan(text).collect();
    let layout = Layout::new(text, &marks);
    let mut module = Module { documentation: layout.module_documentation(), ..Module::default() };
    for (number, chunk) in chunks(id, &layout, &marks).iter().enumerate() {
        if number >= MAX_DECLARATIONS {
            let at = Span::new(id, chunk.start, chunk.start);
            problems.push(TooMany { at, limit: MAX_DECLARATIONS });
            break;
        }
        match parse_chunk(id, &layout, chunk) {
            Ok(declared) => add(&mut module, declared, &mut problems),
            Err(problem) => problems.push(*problem),
        }
    }
    let comments = layout.comments().map(|(start, end)| Span::new(id, start, end)).collect();
    (Parsed { module, comments }, problems)
}

/// Puts a declaration in its place; `module` comes before all others.
fn add(module: &mut Module, declared: Declared, problems: &mut Diagnostics) {
    match declared {
        Declared::Module(path) => match &module.name {
            Some(first) => {
                problems.push(RepeatedModule { first: first.span, again: path.span });
            }
            None => {
                if !module.items.is_empty() || !module.uses.is_empty() {
                    problems.push(Misordered { at: path.span });
                }
                module.name = Some(path);
            }
        },
        Declared::Use(line) => module.uses.push(line),
        Declared::Item(item) => module.items.push(*item),
    }
}
