//! The whole of a checked programme and its dated declarations.

use std::sync::Arc;

use super::{
    DefinitionId, DocumentId, EnumId, EnumType, Expr, LocalId, RecordId, RecordType, Rule, RuleId,
    Type,
};
use crate::quantity::{Currency, Date};
use crate::syntax::ast;
use crate::text::{SourceMap, Span};

/// A programme with all that it reaches, checked.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The rule files, by the numbers in all spans.
    pub sources: SourceMap,
    /// The programme.
    pub programme: Programme,
    /// All modules reached, the programme's own first.
    pub modules: Vec<ModuleInfo>,
    /// All enums.
    pub enums: Vec<EnumType>,
    /// All records.
    pub records: Vec<RecordType>,
    /// All definitions and results.
    pub definitions: Vec<Definition>,
    /// All parameters.
    pub parameters: Vec<Parameter>,
    /// All tables.
    pub tables: Vec<Table>,
    /// All readings.
    pub readings: Vec<Reading>,
    /// All documents that can be cited.
    pub documents: Vec<Document>,
    /// All rules, preferences, permissions and information, refined, in the order of the report:
    /// the programme's own first, then those of the modules it adopts.
    pub rules: Vec<Rule>,
    /// Which rules bind: those of the programme and of the modules that it adopts, but those
    /// that it does without.
    pub binding: Vec<RuleId>,
    /// Results that every report states.
    pub results: Vec<DefinitionId>,
    /// Adopted rules that do not bind here.
    pub without: Vec<Without>,
    /// The test blocks of the programme's own module.
    pub tests: Vec<ast::TestDecl>,
}

/// What a programme says of itself.
#[derive(Clone, Debug, Default)]
pub struct Programme {
    /// The module's path, such as `pl.ferc.priority_2`.
    pub module: Arc<str>,
    /// Its title by language.
    pub title: Texts<String>,
    /// The currency that `money` alone means.
    pub currency: Option<Currency>,
    /// The languages that every rule speaks.
    pub languages: Vec<Arc<str>>,
    /// The first and the last day that it can be asked about.
    pub runs: Option<(Date, Option<Date>)>,
    /// What a proposal may be; the first unless it says otherwise.
    pub roots: Vec<Root>,
    /// Full paths of the modules whose rules bind here too.
    pub adopts: Vec<Arc<str>>,
}

/// A record that a proposal may be.
#[derive(Clone, Debug)]
pub struct Root {
    /// The record.
    pub record: RecordId,
    /// Lists of it whose elements are checked as roots of their own, as own-field positions.
    pub each_of: Vec<u32>,
}

/// A module and its documentation.
#[derive(Clone, Debug)]
pub struct ModuleInfo {
    /// Its path.
    pub path: Arc<str>,
    /// Its `##!` lines.
    pub documentation: Option<String>,
    /// Its file.
    pub source: crate::text::SourceId,
}

/// Words by language, in the order written.
#[derive(Clone, PartialEq, Debug)]
pub struct Texts<T>(pub Vec<(Arc<str>, T)>);

impl<T> Default for Texts<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Texts<T> {
    /// The words in a language, else in English, else in the first language there is.
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&T> {
        let find = |wanted: &str| self.0.iter().find(|(tag, _)| &**tag == wanted);
        find(language).or_else(|| find("en")).or_else(|| self.0.first()).map(|(_, text)| text)
    }

    /// Whether there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A text with holes for values.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// The parts in order.
    pub parts: Vec<TemplatePart>,
}

/// A piece of a template.
#[derive(Clone, Debug)]
pub enum TemplatePart {
    /// Words.
    Text(String),
    /// A value.
    Hole(Expr),
}

/// A name in the frame of a rule or a definition.
#[derive(Clone, Debug)]
pub struct Local {
    /// As written.
    pub name: Arc<str>,
    /// Its type.
    pub ty: Type,
    /// Where it is introduced.
    pub span: Span,
}

/// A document that rules cite.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its full name, such as `eu.cpr.regulation`.
    pub path: Arc<str>,
    /// Its own name.
    pub name: Arc<str>,
    /// Its title by language.
    pub title: Texts<String>,
    /// The file that holds its text.
    pub file: Option<Arc<str>>,
    /// Where to read it.
    pub url: Option<Arc<str>>,
    /// Its official number.
    pub number: Option<Arc<str>>,
    /// The day it was adopted.
    pub dated: Option<Date>,
    /// Its name in its declaration.
    pub span: Span,
}

/// A citation.
#[derive(Clone, Debug)]
pub struct Cite {
    /// The document.
    pub document: DocumentId,
    /// The place in it.
    pub place: Option<Arc<str>>,
    /// Its words, by language where one is named.
    pub quotes: Vec<(Option<Arc<str>>, Arc<str>)>,
    /// The wording could not be read in its source.
    pub unverified: bool,
    /// Where the citation stands.
    pub span: Span,
}

impl Cite {
    /// Whether both name the same place of the same document in the same words.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.document == other.document
            && self.place == other.place
            && self.quotes == other.quotes
            && self.unverified == other.unverified
    }
}

/// Days on which something is in force; always where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day. For a list of versions the checker has put in the day before the next.
    pub to: Option<Date>,
    /// Later last days, each under a condition.
    pub or_to: Vec<(Date, Expr)>,
    /// The last day for which the law is known, and where that is written.
    pub unknown_after: Option<(Date, Span)>,
    /// Where it is written.
    pub span: Option<Span>,
}

/// Something with its validity.
#[derive(Clone, Debug)]
pub struct Version<T> {
    /// When it is in force.
    pub validity: Validity,
    /// What is in force.
    pub body: T,
    /// Its citations.
    pub cite: Vec<Cite>,
    /// The whole version.
    pub span: Span,
}

/// A definition or a result.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Its full name.
    pub path: Arc<str>,
    /// Its own name.
    pub name: Arc<str>,
    /// Every report states it.
    pub result: bool,
    /// The record it is for.
    pub receiver: Option<RecordId>,
    /// Its parameters, which are the first locals.
    pub params: Vec<LocalId>,
    /// The names of its frame.
    pub locals: Vec<Local>,
    /// Its type.
    pub ty: Type,
    /// The date on which it is read, whoever asks.
    pub as_of: Option<Expr>,
    /// Its values by date; empty when it is open and nobody filled it.
    pub versions: Vec<Version<Expr>>,
    /// Its exceptions. At most one may hold.
    pub exceptions: Vec<Exception>,
    /// Its title by language.
    pub title: Texts<String>,
    /// Its citations.
    pub cite: Vec<Cite>,
    /// Its documentation.
    pub documentation: Option<String>,
    /// Its name in its declaration.
    pub span: Span,
}

/// An exception to a definition or to another exception.
#[derive(Clone, Debug)]
pub struct Exception {
    /// When it is in force.
    pub validity: Validity,
    /// When it holds.
    pub condition: Expr,
    /// The value then.
    pub value: Expr,
    /// Its own exceptions.
    pub exceptions: Vec<Exception>,
    /// Its citations.
    pub cite: Vec<Cite>,
    /// The whole exception.
    pub span: Span,
}

/// A parameter: a value, or values by keys, by date. It is a [`Table`] in its form.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its form and contents; a plain parameter has no keys and one row.
    pub table: Table,
    /// The last day for which its value is known, and where that is written.
    pub unknown_after: Option<(Date, Span)>,
}

/// A table by date.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its full name.
    pub path: Arc<str>,
    /// Its own name.
    pub name: Arc<str>,
    /// Its keys, which are the first locals.
    pub params: Vec<LocalId>,
    /// The names of its frame.
    pub locals: Vec<Local>,
    /// The type of its values.
    pub ty: Type,
    /// Its rows by date; empty when it is open and nobody filled it.
    pub versions: Vec<Version<Rows>>,
    /// Its title by language.
    pub title: Texts<String>,
    /// Its citations.
    pub cite: Vec<Cite>,
    /// Its documentation.
    pub documentation: Option<String>,
    /// Its name in its declaration.
    pub span: Span,
}

/// Rows of which exactly one may hold, and what stands where none does.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The rows. Grids, literals and thresholds have become conditions on the keys: each is an
    /// expression of type bool over the table's locals; none for "any".
    pub rows: Vec<(Vec<Expr>, Expr)>,
    /// The value where no row holds.
    pub otherwise: Option<Expr>,
}

/// A text with several readings.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its full name.
    pub path: Arc<str>,
    /// Its own name.
    pub name: Arc<str>,
    /// Its readings, as an enum.
    pub choices: EnumId,
    /// The reading decided.
    pub decided: Option<u16>,
    /// What the words in question are, by language.
    pub title: Texts<String>,
    /// Where they stand, and the grounds of the decision.
    pub cite: Vec<Cite>,
    /// Its name in its declaration.
    pub span: Span,
}

/// An adopted rule that does not bind here.
#[derive(Clone, Debug)]
pub struct Without {
    /// The rule.
    pub rule: RuleId,
    /// Why, by language.
    pub because: Texts<String>,
    /// On what grounds.
    pub cite: Vec<Cite>,
    /// The whole declaration.
    pub span: Span,
}
