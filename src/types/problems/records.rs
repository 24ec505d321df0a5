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
        let message = format!("the member `{}` stands twice", problem.name);
        Self::error(Code::TYPES_MEMBER_TWICE, message)
            .label(problem.second, "again here")
            .label(problem.first, "first here")
            .help("give one of the two another name, or remove it")
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
        let message = format!("a field of type {} cannot have this limit", problem.found);
        Self::error(Code::TYPES_LIMIT_KIND, message)
            .label(problem.at, "not in the unit of the field")
            .help("write the limit as a value of the field; a bare `0` fits every amount and percentage, a whole number the length of a list")
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
            .help("write the value itself, such as `no` or `0`; what is computed belongs in a `define`")
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
            .help("remove one `include` of the circle; move what the records share into a record that both include")
    }
}
