//! Tables in their two layouts.

use super::{Citation, Expr, Localised, Name, ParamDecl, TypeExpr, Validity};
use crate::text::{Span, Spanned};

/// `table NAME(KEYS): TYPE { … }`.
#[derive(Clone, Debug)]
pub struct TableDecl {
    /// Its name.
    pub name: Name,
    /// `open`: other modules fill it.
    pub open: bool,
    /// Its keys.
    pub params: Vec<ParamDecl>,
    /// The type of its values.
    pub ty: TypeExpr,
    /// Its contents by date; empty when `open`.
    pub versions: Vec<TableVersion>,
    /// Its title in several languages.
    pub title: Option<Localised<String>>,
    /// Its citations.
    pub cite: Vec<Citation>,
}

/// The contents of a table in some dates.
#[derive(Clone, Debug)]
pub struct TableVersion {
    /// When it is in force.
    pub validity: Validity,
    /// The contents.
    pub body: TableBody,
    /// Citations of this version.
    pub cite: Vec<Citation>,
}

/// The two layouts of a table.
#[derive(Clone, Debug)]
pub enum TableBody {
    /// A grid: rows by the first key, columns by the second.
    Grid(Grid),
    /// Rows of conditions.
    Rows(Vec<TableRow>),
}

/// A grid with literal cells.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The keys of the columns.
    pub header: Vec<Expr>,
    /// The rows.
    pub rows: Vec<GridRow>,
    /// The whole grid.
    pub span: Span,
}

/// `micro | 55% | 45% |`.
#[derive(Clone, Debug)]
pub struct GridRow {
    /// The key of the row.
    pub key: Expr,
    /// The cells, as many as the header has.
    pub cells: Vec<Expr>,
    /// The whole row.
    pub span: Span,
}

/// `total < 5_000_000 EUR, any -> yes`.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// One pattern a key; empty for `otherwise`.
    pub patterns: Vec<Pattern>,
    /// The value.
    pub value: Expr,
    /// The whole row.
    pub span: Span,
}

/// What a row asks of a key.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// `any`
    Any(Span),
    /// `from 50`: from this bound to the next.
    From(Expr, Span),
    /// `< 50`: the comparison with the key before it left out.
    Compare(Spanned<super::CompareOp>, Expr, Span),
    /// A value, or a condition that mentions the key by its name.
    Expr(Expr),
}

impl Pattern {
    /// The place of the pattern.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Any(span) | Self::From(_, span) | Self::Compare(_, _, span) => *span,
            Self::Expr(expr) => expr.span,
        }
    }
}
