//! Types, enums and records.

use std::sync::Arc;

use super::{EnumId, Expr, RecordId, Texts};
use crate::quantity::Currency;
use crate::text::Span;
use crate::value::Value;

/// The type of an expression or a field.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// `bool`
    Bool,
    /// `integer`
    Integer,
    /// `decimal`; ratios too.
    Decimal,
    /// `percent`
    Percent,
    /// `points`: percentage points.
    Points,
    /// `money EUR`, or `money any` with no currency.
    Money(Option<Currency>),
    /// `approximate money`
    About(Option<Currency>),
    /// `date`
    Date,
    /// `month`
    Month,
    /// `moment`
    Moment,
    /// `duration`
    Duration,
    /// `period`
    Period,
    /// `text`
    Text,
    /// An enum.
    Enum(EnumId),
    /// A record; a reference by key has this type too once it is read.
    Record(RecordId),
    /// A group of `group … by …`: the type of its key and of its items.
    Group(Arc<(Type, Type)>),
    /// `list of T`
    List(Arc<Type>),
    /// `T?`
    Optional(Arc<Type>),
    /// The type of something that has a problem already; it fits everywhere.
    Poison,
}

impl Type {
    /// A list of this type.
    #[must_use]
    pub fn list(self) -> Self {
        Self::List(Arc::new(self))
    }

    /// This type or absent; optional twice is optional.
    #[must_use]
    pub fn optional(self) -> Self {
        match self {
            Self::Optional(_) | Self::Poison => self,
            _ => Self::Optional(Arc::new(self)),
        }
    }

    /// The type without "or absent".
    #[must_use]
    pub fn required(&self) -> &Self {
        match self {
            Self::Optional(inner) => inner,
            _ => self,
        }
    }
}

/// An enum.
#[derive(Clone, Debug)]
pub struct EnumType {
    /// Its full name, such as `pl.ferc.priority_2.Area`.
    pub path: Arc<str>,
    /// Its own name.
    pub name: Arc<str>,
    /// Other values are possible, named by a text.
    pub open: bool,
    /// Its members in order.
    pub members: Vec<Member>,
    /// Its documentation.
    pub documentation: Option<String>,
    /// Its name in its declaration.
    pub span: Span,
}

/// A member of an enum.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: Arc<str>,
    /// What it is called, by language.
    pub title: Texts<String>,
    /// Its documentation.
    pub documentation: Option<String>,
    /// Its place.
    pub span: Span,
}

/// A record.
#[derive(Clone, Debug)]
pub struct RecordType {
    /// Its full name.
    pub path: Arc<str>,
    /// Its own name.
    pub name: Arc<str>,
    /// Declared with `facts`: a proposal can be one.
    pub root: bool,
    /// Records whose fields count as this record's, in order.
    pub includes: Vec<RecordId>,
    /// Its own fields in order, those of included records left out.
    pub fields: Vec<Field>,
    /// Conditions of valid values; their frame has no locals but loop variables.
    pub invariants: Vec<Invariant>,
    /// Its documentation.
    pub documentation: Option<String>,
    /// Its name in its declaration.
    pub span: Span,
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: Arc<str>,
    /// What it holds, without "or absent".
    pub ty: Type,
    /// May be absent.
    pub optional: bool,
    /// Identifies the record.
    pub key: bool,
    /// `key of R`: the value names a record of this type by its key; `ty` is that record.
    pub reference: bool,
    /// The value when it is left out.
    pub default: Option<Value>,
    /// The least and the greatest value allowed.
    pub limits: Limits,
    /// A judgement that the assessor supplies.
    pub assessed: bool,
    /// What it is called, by language.
    pub title: Texts<String>,
    /// Its documentation.
    pub documentation: Option<String>,
    /// Its name in its declaration.
    pub span: Span,
}

/// Bounds of a field; values have the field's type.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Limits {
    /// The lower bound.
    pub low: Option<Limit>,
    /// The upper bound.
    pub high: Option<Limit>,
}

/// One bound of a field.
#[derive(Clone, PartialEq, Debug)]
pub struct Limit {
    /// The bound.
    pub value: Value,
    /// The bound itself is allowed.
    pub inclusive: bool,
    /// Where it is written.
    pub span: Span,
}

/// A condition that holds for every valid record.
#[derive(Clone, Debug)]
pub struct Invariant {
    /// Only a warning when it does not hold.
    pub warning: bool,
    /// What must hold.
    pub condition: Expr,
    /// The names in its frame.
    pub locals: Vec<super::Local>,
    /// What to say when it does not hold.
    pub message: Texts<super::Template>,
    /// The whole clause.
    pub span: Span,
}
