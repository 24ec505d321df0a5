//! Declarations: the items of a module, and the small ones.

use super::{
    CalendarDecl, Citation, DefineDecl, EnumDecl, EnumMember, Exception, Expr, InformationDecl,
    Localised, Name, ParameterDecl, Path, PreferDecl, ProgrammeDecl, RatesDecl, RecordDecl,
    RefineDecl, RuleDecl, TableDecl, TableVersion, TestDecl,
};
use crate::quantity::Date;
use crate::text::{Span, Spanned};

/// A declaration with its documentation and place.
#[derive(Clone, Debug)]
pub struct Item {
    /// The `##` lines before it, without the marks.
    pub documentation: Option<String>,
    /// The whole declaration.
    pub span: Span,
    /// What it declares.
    pub kind: ItemKind,
}

/// The kinds of declarations.
#[derive(Clone, Debug)]
pub enum ItemKind {
    /// `source annex_2 { … }`
    Source(SourceDecl),
    /// `programme { … }`
    Programme(ProgrammeDecl),
    /// `enum Area { … }`
    Enum(EnumDecl),
    /// `record CostLine { … }` or `facts Project { … }`
    Record(RecordDecl),
    /// `define total for Project = …` or `result payable …`
    Define(DefineDecl),
    /// `parameter threshold: money { … }`
    Parameter(ParameterDecl),
    /// `table max_intensity(size: Size): percent { … }`
    Table(TableDecl),
    /// `calendar poland { … }`
    Calendar(Box<CalendarDecl>),
    /// `rates inforeuro { … }`
    Rates(RatesDecl),
    /// `reading refund_window { a, b } undecided`
    Reading(ReadingDecl),
    /// `fill cpr.rate = …` or `fill cpr.intensity { … }`
    Fill(FillDecl),
    /// `rule …`
    Rule(RuleDecl),
    /// `refine cpr.vat_not_eligible { unless … }`
    Refine(RefineDecl),
    /// `without cpr.land because en "…"`
    Without(WithoutDecl),
    /// `prefer …`
    Prefer(PreferDecl),
    /// `information …`: a stated piece of information without a condition.
    Information(InformationDecl),
    /// `test "…" for Project { … }`
    Test(TestDecl),
}

/// A document that rules cite.
#[derive(Clone, Debug)]
pub struct SourceDecl {
    /// Its name in citations.
    pub name: Name,
    /// Its title in several languages.
    pub title: Option<Localised<String>>,
    /// The file that holds its text, for checking quotes.
    pub file: Option<Spanned<String>>,
    /// Where to read it.
    pub url: Option<Spanned<String>>,
    /// An official number such as a CELEX number or a register number.
    pub number: Option<Spanned<String>>,
    /// The day it was adopted.
    pub dated: Option<Spanned<Date>>,
}

/// A text with several readings.
#[derive(Clone, Debug)]
pub struct ReadingDecl {
    /// Its name.
    pub name: Name,
    /// The readings.
    pub choices: Vec<EnumMember>,
    /// The reading decided, or none for `undecided`.
    pub decided: Option<Name>,
    /// What the words in question are.
    pub title: Option<Localised<String>>,
    /// Where they stand.
    pub cite: Vec<Citation>,
}

/// The value of another module's open definition or table.
#[derive(Clone, Debug)]
pub struct FillDecl {
    /// What is filled.
    pub target: Path,
    /// With what.
    pub body: FillBody,
    /// On what grounds.
    pub cite: Vec<Citation>,
}

/// What an open declaration is filled with.
#[derive(Clone, Debug)]
pub enum FillBody {
    /// `= EXPR except …`
    Value(Expr, Vec<Exception>),
    /// `{ rows }`
    Table(Vec<TableVersion>),
}

/// `without cpr.land because en "…"`.
#[derive(Clone, Debug)]
pub struct WithoutDecl {
    /// The adopted rule that does not bind here.
    pub rule: Path,
    /// Why, as the report says it.
    pub because: Localised<String>,
    /// On what grounds.
    pub cite: Vec<Citation>,
}
