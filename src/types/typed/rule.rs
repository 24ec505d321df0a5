//! Typed rules.

use std::sync::Arc;

use super::{Cite, Expr, Local, LocalId, RecordId, RuleId, Template, Texts, Validity};
use crate::text::Span;

/// A rule, a preference, a permission or a stated piece of information.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its full name, such as `pl.ferc.priority_2.cross_financing`.
    pub path: Arc<str>,
    /// Its own name.
    pub name: Arc<str>,
    /// What it is.
    pub kind: RuleKind,
    /// The clause's number in its source.
    pub number: Option<Arc<str>>,
    /// Its title by language.
    pub title: Texts<String>,
    /// Its citations.
    pub cite: Vec<Cite>,
    /// Its documentation.
    pub documentation: Option<String>,
    /// The record it is for; none only for information that reads no facts.
    pub record: Option<RecordId>,
    /// The names of its frame.
    pub locals: Vec<Local>,
    /// The date that picks versions, where it is not the date of assessment. It may read the
    /// loop's element.
    pub as_of: Option<Expr>,
    /// When it is in force.
    pub validity: Validity,
    /// `for each`, outermost first.
    pub each: Vec<ForEach>,
    /// The `let`s in order. They may read the loop's element.
    pub lets: Vec<(LocalId, Expr)>,
    /// The `when`s, joined by and.
    pub guards: Vec<Expr>,
    /// The `unless`es, joined by or.
    pub exceptions: Vec<Unless>,
    /// Rules that come before this one where their condition holds.
    pub replaced_by: Vec<Replacement>,
    /// The `require`s and `forbid`s, joined by and.
    pub requirements: Vec<Requirement>,
    /// `one of …`: satisfied when one that applies is.
    pub regimes: Option<Regimes>,
    /// The condition of a permission.
    pub permit: Option<Expr>,
    /// The points of a preference.
    pub award: Option<Expr>,
    /// The group that its points count in.
    pub group: Option<Arc<str>>,
    /// What follows from a violation.
    pub consequence: Consequence,
    /// What to say of it, by language.
    pub message: Texts<Template>,
    /// Its name in its declaration.
    pub span: Span,
}

/// What a rule is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RuleKind {
    /// `rule` with something to require or forbid.
    Rule,
    /// `rule` with `permit`: it never fails.
    Permission,
    /// `prefer`
    Preference,
    /// `information`
    Information,
}

/// `for each x in L where C`.
#[derive(Clone, Debug)]
pub struct ForEach {
    /// The element.
    pub variable: LocalId,
    /// The list.
    pub list: Expr,
    /// Only elements for which this holds.
    pub condition: Option<Expr>,
}

/// `unless C because …`.
#[derive(Clone, Debug)]
pub struct Unless {
    /// The exception's condition.
    pub condition: Expr,
    /// The reason shown, by language.
    pub because: Texts<Template>,
    /// On what grounds.
    pub cite: Vec<Cite>,
    /// The module that wrote it, where it is not the rule's own.
    pub refined_by: Option<Arc<str>>,
    /// The whole clause.
    pub span: Span,
}

/// A special rule before a general one.
#[derive(Clone, Debug)]
pub struct Replacement {
    /// The special rule.
    pub by: RuleId,
    /// When it takes the general one's place; its receiver is the special rule's record.
    pub condition: Option<Expr>,
    /// The names in the condition's frame: loop variables only.
    pub locals: Vec<Local>,
    /// The clause.
    pub span: Span,
}

/// `require C` or `forbid C`.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// The condition as written.
    pub condition: Expr,
    /// It must not hold.
    pub forbidden: bool,
    /// The whole clause.
    pub span: Span,
}

/// Alternatives of which one that applies must hold.
#[derive(Clone, Debug)]
pub struct Regimes {
    /// The alternatives in order.
    pub alternatives: Vec<Regime>,
    /// The last day for which the law is known, and where that is written.
    pub unknown_after: Option<(crate::quantity::Date, Span)>,
    /// The whole clause.
    pub span: Span,
}

/// One alternative.
#[derive(Clone, Debug)]
pub struct Regime {
    /// Its name.
    pub name: Arc<str>,
    /// Its title by language.
    pub title: Texts<String>,
    /// When it is in force.
    pub validity: Validity,
    /// When it applies.
    pub guards: Vec<Expr>,
    /// Its `let`s.
    pub lets: Vec<(LocalId, Expr)>,
    /// What it asks.
    pub requirements: Vec<Requirement>,
    /// Its citations.
    pub cite: Vec<Cite>,
    /// The whole alternative.
    pub span: Span,
}

/// What follows from a violation, and where that is written.
#[derive(Clone, Debug)]
pub struct Consequence {
    /// What follows.
    pub kind: ConsequenceKind,
    /// Where it is written; absent for the default.
    pub span: Option<Span>,
}

/// The kinds of consequences.
#[derive(Clone, Debug)]
pub enum ConsequenceKind {
    /// No support can be granted.
    Reject,
    /// It can be put right until a day.
    Correct {
        /// The last day.
        until: Expr,
    },
    /// An amount is lowered to another.
    Reduce {
        /// What is lowered.
        amount: Expr,
        /// To what; none for "until it holds".
        to: Option<Expr>,
    },
    /// An amount is not an eligible cost.
    Exclude(Expr),
    /// The decision takes effect only when the rule holds.
    NotEffective,
    /// An amount is to be paid back.
    Recover(Expr),
    /// At most this may be taken: an amount, or a percentage.
    Sanction(Expr),
    /// A piece of advice; never blocks.
    Advise,
}
