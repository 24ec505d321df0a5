//! Declarations other than rules and tests.

use super::{
    CalendarDecl, CalendarLine, Citation, Expr, InformationDecl, Literal, Localised, Name, Path,
    PreferDecl, RefineDecl, RuleDecl, TestDecl,
};
use crate::quantity::{Currency, Date};
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

/// What a module is as a programme.
#[derive(Clone, Debug, Default)]
pub struct ProgrammeDecl {
    /// Its title in several languages.
    pub title: Option<Localised<String>>,
    /// The currency that `money` alone means.
    pub currency: Option<Spanned<Currency>>,
    /// The languages in which every rule must have its words.
    pub languages: Vec<super::LanguageTag>,
    /// The dates for which the programme can be asked.
    pub runs: Option<Spanned<(Date, Option<Date>)>>,
    /// What a proposal may be; the first unless it says otherwise.
    pub checks: Vec<Check>,
    /// Modules whose rules bind here too.
    pub adopts: Vec<Path>,
    /// `as of EXPR`: the date that picks versions for rules without one of their own.
    pub as_of: Option<Expr>,
    /// `month end end of month` or `month end next month`: what a month without the day means.
    pub month_end: Option<Spanned<crate::quantity::MonthEnd>>,
    /// `calendar poland under PL`: by what legal periods are counted where nothing is written.
    pub calendar: Option<CalendarLine>,
    /// `decide refund_window as costs_incurred`, with its citations.
    pub decisions: Vec<Decision>,
}

/// An entry of `checks`.
#[derive(Clone, Debug)]
pub struct Check {
    /// The root record.
    pub record: Path,
    /// `each of projects`: the list of that root whose elements are checked too.
    pub each_of: Option<Name>,
}

/// The programme's choice of a reading.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The reading.
    pub reading: Path,
    /// The choice.
    pub choice: Name,
    /// On what grounds.
    pub cite: Vec<Citation>,
}

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
