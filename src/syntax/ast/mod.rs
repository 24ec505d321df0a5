//! The syntax tree of one module, as written: no name is resolved and nothing has a type.
//!
//! Every node knows its place. Parentheses stay nodes, because the checker asks for them.

mod calendar;
mod citation;
mod deadline;
mod declaration;
mod define;
mod expression;
mod literal;
mod programme;
mod rates;
mod record;
mod rule;
mod table;
mod test;

use std::sync::Arc;

pub use calendar::*;
pub use citation::{Citation, LanguageTag, Localised, Quote, Template, TemplatePart};
pub use declaration::*;
pub use define::*;
pub use expression::*;
pub use literal::{Literal, LiteralKind};
pub use programme::*;
pub use rates::*;
pub use record::*;
pub use rule::*;
pub use table::*;
pub use test::*;

use crate::text::{Span, Spanned};

/// A name in Unicode's composed form (NFC), so that two spellings of `ż` are one name.
pub type Name = Spanned<Arc<str>>;

/// A name with the modules or declarations that it is reached through: `cpr.vat_not_eligible`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Path {
    /// At least one name.
    pub segments: Vec<Name>,
    /// From the first to the last name.
    pub span: Span,
}

impl Path {
    /// The path as written, with dots.
    #[must_use]
    pub fn text(&self) -> String {
        let names: Vec<&str> = self.segments.iter().map(|name| &*name.value).collect();
        names.join(".")
    }

    /// The last name.
    #[must_use]
    pub fn last(&self) -> Option<&Name> {
        self.segments.last()
    }
}

/// One file.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// The `##!` lines at the top, without the marks.
    pub documentation: Option<String>,
    /// The path after `module`, when the file names itself.
    pub name: Option<Path>,
    /// The `use` lines.
    pub uses: Vec<Use>,
    /// All other declarations that could be read, in the order of the file.
    pub items: Vec<Item>,
}

/// `use eu.cpr` or `use eu.state_aid.de_minimis as dm`.
#[derive(Clone, Debug)]
pub struct Use {
    /// The module's full path.
    pub path: Path,
    /// The name to use for it instead of the last part of its path.
    pub alias: Option<Name>,
    /// The whole line.
    pub span: Span,
}
