//! Rules, preferences and stated information.
#![allow(missing_docs, reason = "the sentence above a variant names its fields")]

use super::{Citation, Expr, Localised, Name, Path, Template, Validity};
use crate::text::{Span, Spanned};

/// `rule NAME for RECORD { … }`.
#[derive(Clone, Debug)]
pub struct RuleDecl {
    /// Its name.
    pub name: Name,
    /// The record it is for; absent only when it was left out by mistake.
    pub record: Option<Path>,
    /// Its clauses in the order written.
    pub clauses: Vec<Clause>,
    /// From `rule` to before the brace, for labels.
    pub head: Span,
}

/// `refine PATH for RECORD { … }`.
#[derive(Clone, Debug)]
pub struct RefineDecl {
    /// The rule that gets the clauses.
    pub rule: Path,
    /// The record that includes the rule's own and whose facts the clauses read; without it, the
    /// one root that the rule is checked on.
    pub record: Option<Path>,
    /// `unless`, `when`, `message`, `title`, `cite` or `if not`.
    pub clauses: Vec<Clause>,
    /// From `refine` to before the brace.
    pub head: Span,
}

/// `prefer NAME for RECORD { … }`.
#[derive(Clone, Debug)]
pub struct PreferDecl {
    /// Its name.
    pub name: Name,
    /// The record it is for.
    pub record: Option<Path>,
    /// Its clauses; `award` and `group` stand here too.
    pub clauses: Vec<Clause>,
    /// From `prefer` to before the brace.
    pub head: Span,
}

/// `information NAME { clause … title … message … cite … }`.
#[derive(Clone, Debug)]
pub struct InformationDecl {
    /// Its name.
    pub name: Name,
    /// The record it is for, when its message reads facts.
    pub record: Option<Path>,
    /// Its clauses; only words and citations.
    pub clauses: Vec<Clause>,
    /// From `information` to before the brace.
    pub head: Span,
}

/// A clause of a rule and its place.
#[derive(Clone, Debug)]
pub struct Clause {
    /// What it says.
    pub kind: ClauseKind,
    /// The whole clause.
    pub span: Span,
}

/// The clauses of rules and preferences.
#[derive(Clone, Debug)]
pub enum ClauseKind {
    /// `clause "F-16"`
    Number(Spanned<String>),
    /// `title en "…" pl "…"`
    Title(Localised<String>),
    /// `cite annex_2 quote pl "…", cpr.regulation "Art. 25(2)"`
    Cite(Vec<Citation>),
    /// `as of granted_on`
    AsOf(Expr),
    /// `from 2023-07-01 to 2026-12-31`
    Validity(Validity),
    /// `when data_centre is present`
    When(Expr),
    /// `let cross = sum(…)`
    Let { name: Name, value: Expr },
    /// `for each cost in costs where C`
    ForEach { variable: Name, list: Expr, condition: Option<Expr> },
    /// `require C`
    Require(Expr),
    /// `forbid C`
    Forbid(Expr),
    /// `unless C because en "…"`
    Unless { condition: Expr, because: Option<Localised<Template>>, cite: Vec<Citation> },
    /// `one of regimes { … }`
    OneOf(OneOf),
    /// `permit` or `permit C`
    Permit(Option<Expr>),
    /// `award 2 points`
    Award(Expr),
    /// `group quality`
    Group(Path),
    /// `if not reject`
    IfNot(Consequence),
    /// `message en "…" pl "…"`
    Message(Localised<Template>),
    /// `replace cpr.x when C`: the special rule before the general one.
    Replace { rule: Path, condition: Option<Expr> },
}

/// Alternatives of which one that applies must hold.
#[derive(Clone, Debug)]
pub struct OneOf {
    /// The word after `one of`, usually `regimes`.
    pub label: Name,
    /// `unknown after D`: the law owes what comes later.
    pub unknown_after: Option<Spanned<crate::quantity::Date>>,
    /// The alternatives.
    pub alternatives: Vec<Alternative>,
}

/// `regulation_2023_2831 from D to D { require … }`.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// Its name, which the report states.
    pub name: Name,
    /// When it applies.
    pub validity: Validity,
    /// `when`, `let`, `require`, `forbid`, `cite` and `title`.
    pub clauses: Vec<Clause>,
    /// The whole alternative.
    pub span: Span,
}

/// What follows from a violation.
#[derive(Clone, Debug)]
pub struct Consequence {
    /// What.
    pub kind: ConsequenceKind,
    /// Where.
    pub span: Span,
}

/// The kinds of consequences.
#[derive(Clone, Debug)]
pub enum ConsequenceKind {
    /// `reject`
    Reject,
    /// `correct within DURATION from DATE`
    CorrectWithin { duration: Expr, from: Expr },
    /// `correct until DATE`
    CorrectUntil(Expr),
    /// `reduce AMOUNT to EXPR`
    ReduceTo { amount: Expr, to: Expr },
    /// `reduce AMOUNT until it holds`
    ReduceUntilHolds { amount: Expr },
    /// `exclude AMOUNT`
    Exclude(Expr),
    /// `not effective until satisfied`
    NotEffective,
    /// `recover EXPR`
    Recover(Expr),
    /// `sanction at most P`, or `sanction at most P of AMOUNT`
    Sanction { at_most: Expr },
    /// `advise`
    Advise,
}
