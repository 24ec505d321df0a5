//! Definitions with their exceptions, parameters, and the dates for which versions stand.

use super::{Citation, Expr, Localised, Name, ParamDecl, Path, TableRow, TypeExpr};
use crate::quantity::Date;
use crate::text::{Span, Spanned};

/// `define` or `result`.
#[derive(Clone, Debug)]
pub struct DefineDecl {
    /// Its name.
    pub name: Name,
    /// `result`: every report states it.
    pub result: bool,
    /// `open`: other modules fill it.
    pub open: bool,
    /// The record it is for.
    pub receiver: Option<Path>,
    /// Its parameters.
    pub params: Vec<ParamDecl>,
    /// Its type, when written.
    pub ty: Option<TypeExpr>,
    /// `as of EXPR`: the date on which it is read, whoever asks.
    pub as_of: Option<Expr>,
    /// The value by date; empty when `open`. Without dates there is one entry with none.
    pub versions: Vec<DefineVersion>,
    /// The exceptions to all versions.
    pub exceptions: Vec<Exception>,
    /// Its title in several languages.
    pub title: Option<Localised<String>>,
    /// Its citations.
    pub cite: Vec<Citation>,
}

/// A base value and the dates for which it stands.
#[derive(Clone, Debug)]
pub struct DefineVersion {
    /// The value.
    pub value: Expr,
    /// When it is in force.
    pub validity: Validity,
    /// Its citations.
    pub cite: Vec<Citation>,
    /// The whole entry.
    pub span: Span,
}

/// `except 70% when C cite … { except … }`.
#[derive(Clone, Debug)]
pub struct Exception {
    /// The value when it holds.
    pub value: Expr,
    /// When it holds.
    pub condition: Expr,
    /// When it is in force.
    pub validity: Validity,
    /// Its citations.
    pub cite: Vec<Citation>,
    /// Its own exceptions.
    pub exceptions: Vec<Exception>,
    /// The whole exception.
    pub span: Span,
}

/// `from D to D or to D when C`, `unknown after D`. Both dates are included.
#[derive(Clone, Debug, Default)]
pub struct Validity {
    /// The first day; none for "always".
    pub from: Option<Spanned<Date>>,
    /// The last day; none for "until the next `from`".
    pub to: Option<Spanned<Date>>,
    /// Later last days under a condition.
    pub or_to: Vec<(Spanned<Date>, Expr)>,
    /// Nothing is known of later days, which the law owes.
    pub unknown_after: Option<Spanned<Date>>,
    /// All of it, when written.
    pub span: Option<Span>,
}

/// `parameter ceiling(region: RegionCategory): percent { … }`.
#[derive(Clone, Debug)]
pub struct ParameterDecl {
    /// Its name.
    pub name: Name,
    /// Its keys.
    pub params: Vec<ParamDecl>,
    /// Its type.
    pub ty: TypeExpr,
    /// Its values by date.
    pub versions: Vec<ParameterVersion>,
    /// `unknown after D`.
    pub unknown_after: Option<Spanned<Date>>,
    /// Its title in several languages.
    pub title: Option<Localised<String>>,
    /// Citations of the whole parameter.
    pub cite: Vec<Citation>,
}

/// A value, or values by key, and the dates for which they stand.
#[derive(Clone, Debug)]
pub struct ParameterVersion {
    /// The value or values.
    pub body: ParameterBody,
    /// When they are in force.
    pub validity: Validity,
    /// Their citations.
    pub cite: Vec<Citation>,
    /// The whole entry.
    pub span: Span,
}

/// What a version of a parameter holds.
#[derive(Clone, Debug)]
pub enum ParameterBody {
    /// `2_000_000 EUR`
    Value(Expr),
    /// `{ less_developed -> 85%, transition -> 60% }`
    Rows(Vec<TableRow>),
}
