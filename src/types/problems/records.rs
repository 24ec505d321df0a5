//! Enums and records.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A member that stands twice.
pub(in crate::types) struct MemberTwice {
    /// Its name.
    pub(in crate::types) name: Arc<str>,
    /// The first time.
    pub(in crate::types) first: Span,
    /// The second time.
    pub(in crate::types) second: Span,
}

impl From<MemberTwice> for Diagnostic {
    fn from(problem: MemberTwice) -> Self {
        Self::error(Code::TYPES_MEMBER_TWICE, format!("`{}` stands twice", problem.name))
            .label(problem.second, "again here")
            .label(problem.first, "first here")
    }
}

/// A field that stands twice, perhaps by way of an included record.
pub(in crate::types) struct FieldTwice {
    /// Its name.
    pub(in crate::types) name: Arc<str>,
    /// The first time.
    pub(in crate::types) first: Span,
    /// The second time.
    pub(in crate::types) second: Span,
}

impl From<FieldTwice> for Diagnostic {
    fn from(problem: FieldTwice) -> Self {
        Self::error(Code::TYPES_FIELD_TWICE, format!("the field `{}` stands twice", problem.name))
            .label(problem.second, "again here")
            .label(problem.first, "first here")
            .help("fields of included records count as the record's own; rename one of the two")
    }
}

/// A key that cannot identify anything.
pub(in crate::types) struct KeyKind {
    /// Its type.
    pub(in crate::types) found: String,
    /// Where.
    pub(in crate::types) at: Span,
}

impl From<KeyKind> for Diagnostic {
    fn from(problem: KeyKind) -> Self {
        Self::error(Code::TYPES_KEY_KIND, format!("{} cannot be a key", problem.found))
            .label(problem.at, "not a key")
            .help("a key is a text or an integer; `key of` names a record that has one")
    }
}

/// A limit that does not fit its field.
pub(in crate::types) struct LimitKind {
    /// The type of the field.
    pub(in crate::types) found: String,
    /// The limit.
    pub(in crate::types) at: Span,
}

impl From<LimitKind> for Diagnostic {
    fn from(problem: LimitKind) -> Self {
        Self::error(Code::TYPES_LIMIT_KIND, format!("this is no limit of {}", problem.found))
            .label(problem.at, "another unit than the field's")
            .help("a bare `0` fits every amount and percentage")
    }
}

/// A default that is computed.
pub(in crate::types) struct DefaultNotFixed {
    /// The default.
    pub(in crate::types) at: Span,
}

impl From<DefaultNotFixed> for Diagnostic {
    fn from(problem: DefaultNotFixed) -> Self {
        Self::error(Code::TYPES_DEFAULT_NOT_FIXED, "a default is a fixed value")
            .label(problem.at, "this is computed")
    }
}

/// A record that holds itself in line.
pub(in crate::types) struct NestedInItself {
    /// The record.
    pub(in crate::types) record: Arc<str>,
    /// The field that leads back to it.
    pub(in crate::types) field: Arc<str>,
    /// The field.
    pub(in crate::types) at: Span,
}

impl From<NestedInItself> for Diagnostic {
    fn from(problem: NestedInItself) -> Self {
        let NestedInItself { record, field, at } = problem;
        Self::error(
            Code::TYPES_NESTED_IN_ITSELF,
            format!("`{record}` holds itself by way of `{field}`"),
        )
        .label(at, "leads back to the record")
        .help("use a list, or a reference with `key of`")
    }
}

/// A record that includes itself.
pub(in crate::types) struct IncludeCircle {
    /// The record.
    pub(in crate::types) name: Arc<str>,
    /// Where it is declared.
    pub(in crate::types) at: Span,
}

impl From<IncludeCircle> for Diagnostic {
    fn from(problem: IncludeCircle) -> Self {
        Self::error(Code::TYPES_INCLUDE_CIRCLE, format!("`{}` includes itself", problem.name))
            .label(problem.at, "by way of its `include`")
    }
}
