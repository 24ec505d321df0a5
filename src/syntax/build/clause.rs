//! The clauses of rules, and which of them may stand where.

use pest::iterators::Pair;

use super::expression::{operand_in, optional};
use super::{
    Built, Ctx, child, children, citation, consequence, list, name, refuse, string, template,
    validity,
};
use crate::syntax::ast::{Alternative, Clause, ClauseKind, Name, OneOf};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{MisplacedClause, NoRequirement};

/// Where clauses stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Rule,
    Refine,
    Prefer,
    Information,
    Alternative,
}

impl Place {
    /// The word for it in problems.
    fn word(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Refine => "refine",
            Self::Prefer => "prefer",
            Self::Information => "information",
            Self::Alternative => "alternative",
        }
    }

    fn takes(self, clause: &ClauseKind) -> bool {
        use ClauseKind as Kind;
        match (self, clause) {
            (_, Kind::Title(_) | Kind::Cite(_)) => true,
            (Self::Alternative, Kind::Number(_)) => false,
            (Self::Rule, Kind::Award(_) | Kind::Group(_)) => false,
            (Self::Rule, _) | (Self::Information, Kind::Number(_) | Kind::Message(_)) => true,
            (Self::Information, _) => false,
            (Self::Refine, Kind::When(_) | Kind::Unless { .. } | Kind::Message(_)) => true,
            (Self::Refine, kind) => matches!(kind, Kind::IfNot(_)),
            (Self::Alternative, kind) => matches!(
                kind,
                Kind::When(_) | Kind::Let { .. } | Kind::Require(_) | Kind::Forbid(_)
            ),
            (Self::Prefer, kind) => !matches!(
                kind,
                Kind::Forbid(_)
                    | Kind::Permit(_)
                    | Kind::OneOf(_)
                    | Kind::IfNot(_)
                    | Kind::Replace { .. }
            ),
        }
    }
}

/// The clauses between the braces of a declaration.
pub(super) fn block(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, place: Place) -> Built<Vec<Clause>> {
    let block = ctx.need(pair, Rule::clause_block)?;
    let mut clauses = Vec::new();
    for part in children(&block, Rule::clause) {
        let Some(inner) = part.into_inner().next() else { return ctx.internal(&block) };
        let before = clauses.len();
        clause(ctx, &inner, &mut clauses)?;
        for clause in clauses.iter().skip(before) {
            if !place.takes(&clause.kind) {
                let word = first_word(&inner);
                return refuse(MisplacedClause { at: clause.span, word, place: place.word() });
            }
        }
    }
    Ok(clauses)
}

fn first_word(pair: &Pair<'_, Rule>) -> String {
    pair.as_str().split_whitespace().next().unwrap_or("").to_owned()
}

/// Reads one clause; what the grammar attached to it but the layout gives to the rule becomes a
/// clause of its own.
fn clause(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, out: &mut Vec<Clause>) -> Built<()> {
    let condition = || operand_in(ctx, pair, Rule::expression);
    let kind = match pair.as_rule() {
        Rule::clause_number => ClauseKind::Number(string::raw_text_in(ctx, pair)?),
        Rule::title_clause => ClauseKind::Title(string::localised_in(ctx, pair)?),
        Rule::cite_clause => ClauseKind::Cite(citation::citations(ctx, pair)?),
        Rule::as_of_clause => ClauseKind::AsOf(condition()?),
        Rule::validity => ClauseKind::Validity(validity::validity(ctx, pair)?),
        Rule::when_clause => ClauseKind::When(condition()?),
        Rule::let_clause => {
            ClauseKind::Let { name: name::name_in(ctx, pair)?, value: condition()? }
        }
        Rule::for_each_clause => ClauseKind::ForEach {
            variable: name::name_in(ctx, pair)?,
            list: operand_in(ctx, pair, Rule::range)?,
            condition: list::condition(ctx, pair)?,
        },
        Rule::require_clause => ClauseKind::Require(condition()?),
        Rule::forbid_clause => ClauseKind::Forbid(condition()?),
        Rule::unless_clause => return unless(ctx, pair, out),
        Rule::one_of_clause => ClauseKind::OneOf(one_of(ctx, pair)?),
        Rule::permit_clause => ClauseKind::Permit(optional(ctx, pair, Rule::expression)?),
        Rule::award_clause => ClauseKind::Award(operand_in(ctx, pair, Rule::sum)?),
        Rule::group_clause => ClauseKind::Group(name::path_in(ctx, pair)?),
        Rule::if_not_clause => ClauseKind::IfNot(consequence::consequence(ctx, pair)?),
        Rule::message_clause => ClauseKind::Message(template::message_in(ctx, pair)?),
        Rule::replace_clause => return replace(ctx, pair, out),
        _ => return ctx.internal(pair),
    };
    out.push(Clause { kind, span: ctx.span(pair) });
    Ok(())
}

fn unless(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, out: &mut Vec<Clause>) -> Built<()> {
    let condition = operand_in(ctx, pair, Rule::expression)?;
    let reason = child(pair, Rule::because);
    let mut end = reason.as_ref().map_or(condition.span, |part| ctx.span(part));
    let because = reason.map(|part| template::message_in(ctx, &part)).transpose()?;
    let mut cite = Vec::new();
    let mut next = None;
    if let Some(part) = child(pair, Rule::cite_clause) {
        let citations = citation::citations(ctx, &part)?;
        let at = ctx.span(&part);
        if ctx.belongs(at, end, ctx.span(pair)) {
            (cite, end) = (citations, at);
        } else {
            next = Some(Clause { kind: ClauseKind::Cite(citations), span: at });
        }
    }
    let span = ctx.span(pair).before().to(end);
    out.push(Clause { kind: ClauseKind::Unless { condition, because, cite }, span });
    out.extend(next);
    Ok(())
}

fn replace(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, out: &mut Vec<Clause>) -> Built<()> {
    let rule = name::path_in(ctx, pair)?;
    let start = ctx.span(pair).before();
    let Some(part) = child(pair, Rule::when_clause) else {
        let span = start.to(rule.span);
        out.push(Clause { kind: ClauseKind::Replace { rule, condition: None }, span });
        return Ok(());
    };
    let condition = operand_in(ctx, &part, Rule::expression)?;
    let at = ctx.span(&part);
    if ctx.belongs(at, rule.span, ctx.span(pair)) {
        let condition = Some(condition);
        out.push(Clause { kind: ClauseKind::Replace { rule, condition }, span: start.to(at) });
    } else {
        let span = start.to(rule.span);
        out.push(Clause { kind: ClauseKind::Replace { rule, condition: None }, span });
        out.push(Clause { kind: ClauseKind::When(condition), span: at });
    }
    Ok(())
}

fn one_of(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<OneOf> {
    let alternatives = children(pair, Rule::alternative).map(|part| alternative(ctx, &part));
    Ok(OneOf {
        label: name::name_in(ctx, pair)?,
        unknown_after: validity::unknown_after(ctx, pair)?,
        alternatives: alternatives.collect::<Built<_>>()?,
    })
}

fn alternative(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Alternative> {
    let name: Name = name::name_in(ctx, pair)?;
    let clauses = block(ctx, pair, Place::Alternative)?;
    let decides = |c: &Clause| matches!(c.kind, ClauseKind::Require(_) | ClauseKind::Forbid(_));
    if !clauses.iter().any(decides) {
        return refuse(NoRequirement { at: name.span, name: name.value.to_string() });
    }
    Ok(Alternative {
        name,
        validity: validity::validity_in(ctx, pair)?,
        clauses,
        span: ctx.span(pair),
    })
}
