//! `AMOUNT in EUR at RATES on DATE`.

use super::super::body::Body;
use super::super::context::{Context, Decl};
use super::super::problems::NoQuote;
use super::super::typed::{Expr, ExprKind, RatesId, RatesRhythm, Type};
use super::{check, insist, origin, poison, state, typed};
use crate::quantity::Currency;
use crate::resolve::Namespace;
use crate::syntax::ast::{self, Path};
use crate::text::{Span, Spanned};

/// An amount in another currency.
pub(super) fn convert(
    cx: &mut Context<'_>,
    body: &mut Body,
    (operand, on): (&ast::Expr, &ast::Expr),
    currency: Spanned<Currency>,
    path: &Path,
    at: Span,
) -> Expr {
    let amount = check(cx, body, operand, Some(&Type::Money(None)));
    let amount = state::present(cx, amount);
    let rates = find(cx, body, path);
    let on = check(cx, body, on, Some(&Type::Date));
    let on = state::present(cx, on);
    let on = dated(cx, rates, on);
    let amount = match amount.ty {
        Type::Money(_) | Type::Poison => amount,
        _ => insist(cx, amount, &Type::Money(None)),
    };
    let Some(rates) = rates else { return poison(at) };
    if amount.is_poison() || on.is_poison() {
        return poison(at);
    }
    if !quoted(cx, rates, &amount, currency) {
        return poison(at);
    }
    let (amount, on, to) = (Box::new(amount), Box::new(on), currency.value);
    typed(ExprKind::Convert { amount, to, rates, on }, Type::Money(Some(to)), at)
}

fn find(cx: &mut Context<'_>, body: &Body, path: &Path) -> Option<RatesId> {
    match cx.find(body.unit, Namespace::Rates, path) {
        Some(Decl::Rates(id)) => {
            cx.used.insert(Decl::Rates(id));
            Some(id)
        }
        _ => {
            cx.report_unknown(body.unit, Namespace::Rates, "table of rates", path);
            None
        }
    }
}

/// The date of a conversion: a day, or a month where the table has one rate a month.
fn dated(cx: &mut Context<'_>, rates: Option<RatesId>, on: Expr) -> Expr {
    let rhythm = rates.and_then(|id| cx.out.rates.get(id.index())).map(|rates| rates.rhythm);
    match (&on.ty, rhythm) {
        (Type::Date | Type::Moment | Type::Poison, _) => on,
        (Type::Month, Some(RatesRhythm::Monthly | RatesRhythm::Frozen(_)) | None) => on,
        _ => insist(cx, on, &Type::Date),
    }
}

/// Whether the table has the two currencies, as far as both are known; if not, it is reported.
fn quoted(cx: &mut Context<'_>, rates: RatesId, amount: &Expr, to: Spanned<Currency>) -> bool {
    let Some(declared) = cx.out.rates.get(rates.index()) else { return true };
    let Some(known) = declared.currencies() else { return true };
    let from = match amount.ty {
        Type::Money(from) => from,
        _ => None,
    };
    // An amount that has the currency already is not converted.
    if from == Some(to.value) {
        return true;
    }
    let from_origin = origin(cx, amount);
    let sides = [(from, amount.span, from_origin), (Some(to.value), to.span, None)];
    let wrong = sides.into_iter().find_map(|(currency, at, origin)| {
        let currency = currency.filter(|currency| !known.contains(currency))?;
        Some(NoQuote {
            currency,
            at,
            origin,
            rates: declared.name.to_string(),
            declared: declared.span,
            known: known.clone(),
        })
    });
    match wrong {
        Some(problem) => {
            cx.report(problem);
            false
        }
        None => true,
    }
}
