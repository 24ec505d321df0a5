//! Enums, records with their fields and limits, and types as written.

use super::{Expr, Literal, Localised, Name, Path};
use crate::quantity::Currency;
use crate::text::Span;

/// `enum Area { e_services, cybersecurity }`.
#[derive(Clone, Debug)]
pub struct EnumDecl {
    /// Its name.
    pub name: Name,
    /// `open enum`: other values are possible and named by a text.
    pub open: bool,
    /// The members.
    pub members: Vec<EnumMember>,
}

/// A member and what it is called.
#[derive(Clone, Debug)]
pub struct EnumMember {
    /// Its name.
    pub name: Name,
    /// Its title in several languages, for messages: `micro pl "mikroprzedsiębiorstwo"`.
    pub title: Option<Localised<String>>,
    /// The `##` lines before it.
    pub documentation: Option<String>,
}

/// `record R { … }`, or `facts R { … }`, which a proposal can be.
#[derive(Clone, Debug)]
pub struct RecordDecl {
    /// Its name.
    pub name: Name,
    /// Declared with `facts`.
    pub root: bool,
    /// `include cpr.Operation`: its fields, definitions and rules count as this record's.
    pub includes: Vec<Path>,
    /// The fields.
    pub fields: Vec<FieldDecl>,
    /// Conditions that hold for every valid value.
    pub invariants: Vec<Invariant>,
}

/// `amount: money at least 0`.
#[derive(Clone, Debug)]
pub struct FieldDecl {
    /// Its name.
    pub name: Name,
    /// `key id: text`: the field identifies the record.
    pub key: bool,
    /// What it holds.
    pub ty: TypeExpr,
    /// `?`: may be absent.
    pub optional: bool,
    /// `= no`: the value when it is left out.
    pub default: Option<Expr>,
    /// `at least`, `at most`, `above`, `below` and the bound.
    pub limits: Vec<FieldLimit>,
    /// A judgement that the assessor supplies.
    pub assessed: bool,
    /// Its title in several languages, for messages.
    pub title: Option<Localised<String>>,
    /// The `##` lines before it.
    pub documentation: Option<String>,
    /// The whole field.
    pub span: Span,
}

/// A bound on a field.
#[derive(Clone, Debug)]
pub struct FieldLimit {
    /// How the value must compare with the bound: `<`, `<=`, `>` or `>=`.
    pub op: super::CompareOp,
    /// A literal; `0` stands for any unit.
    pub bound: Literal,
}

/// `invariant C` or `warn C`, with an optional message.
#[derive(Clone, Debug)]
pub struct Invariant {
    /// `warn` instead of `invariant`.
    pub warning: bool,
    /// What must hold.
    pub condition: Expr,
    /// What to say when it does not.
    pub message: Option<Localised<super::Template>>,
    /// The whole clause.
    pub span: Span,
}

/// A type as written.
#[derive(Clone, PartialEq, Debug)]
pub struct TypeExpr {
    /// What is written.
    pub kind: TypeExprKind,
    /// Where.
    pub span: Span,
}

/// The forms of types.
#[derive(Clone, PartialEq, Debug)]
pub enum TypeExprKind {
    /// `money`
    Money(MoneyType),
    /// `approximate money`
    AboutMoney(MoneyType),
    /// `list of T`
    List(Box<TypeExpr>),
    /// `key of Partner`
    Key(Path),
    /// `bool`, `integer`, `decimal`, `percent`, `points`, `date`, `month`, `moment`, `duration`,
    /// `period`, `text`, or the name of an enum or a record.
    Named(Path),
}

/// The currency of a money type.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum MoneyType {
    /// `money`: the programme's currency.
    Programme,
    /// `money EUR`
    Fixed(Currency),
    /// `money any`: known only from the facts.
    Any,
}

/// `x: money EUR` between parentheses.
#[derive(Clone, Debug)]
pub struct ParamDecl {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: TypeExpr,
}
