//! Types as written.

use super::context::{Context, Decl};
use super::problems::{NoCurrency, NoSuchName};
use super::typed::Type;
use crate::quantity::Currency;
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{MoneyType, Path, TypeExpr, TypeExprKind};
use crate::text::Span;

/// The words for types that need no declaration.
const WORDS: [(&str, Type); 11] = [
    ("bool", Type::Bool),
    ("integer", Type::Integer),
    ("decimal", Type::Decimal),
    ("percent", Type::Percent),
    ("points", Type::Points),
    ("date", Type::Date),
    ("month", Type::Month),
    ("moment", Type::Moment),
    ("duration", Type::Duration),
    ("period", Type::Period),
    ("text", Type::Text),
];

/// What a written type means, and whether it is a reference by key.
pub(super) fn read(cx: &mut Context<'_>, unit: UnitId, written: &TypeExpr) -> (Type, bool) {
    match &written.kind {
        TypeExprKind::Money(unit) => (Type::Money(currency(cx, *unit, written.span)), false),
        TypeExprKind::AboutMoney(unit) => (Type::About(currency(cx, *unit, written.span)), false),
        TypeExprKind::List(element) => {
            let (element, reference) = read(cx, unit, element);
            (element.list(), reference)
        }
        TypeExprKind::Key(path) => (named(cx, unit, path), true),
        TypeExprKind::Named(path) => (named(cx, unit, path), false),
    }
}

fn currency(cx: &mut Context<'_>, written: MoneyType, at: Span) -> Option<Currency> {
    match written {
        MoneyType::Fixed(currency) => Some(currency),
        MoneyType::Any => None,
        MoneyType::Programme => {
            if cx.currency.is_none() {
                cx.report(NoCurrency { at });
                // One report is enough: whatever comes next is read in euro.
                cx.currency = Some(Currency::EUR);
            }
            cx.currency
        }
    }
}

fn named(cx: &mut Context<'_>, unit: UnitId, path: &Path) -> Type {
    if let [name] = path.segments.as_slice() {
        let word = WORDS.iter().find(|(word, _)| *word == &*name.value);
        if let Some((_, ty)) = word {
            return ty.clone();
        }
    }
    match cx.find(unit, Namespace::Type, path) {
        Some(Decl::Enum(id)) => {
            cx.used.insert(Decl::Enum(id));
            Type::Enum(id)
        }
        Some(Decl::Record(id)) => {
            cx.used.insert(Decl::Record(id));
            Type::Record(id)
        }
        _ if cx.is_of_lost_module(unit, path) => Type::Poison,
        _ => {
            let mut names = cx.candidates(unit, Namespace::Type);
            names.extend(WORDS.iter().map(|(word, _)| (*word).to_owned()));
            names.push("money".to_owned());
            cx.report(NoSuchName::new("type", path, &names));
            Type::Poison
        }
    }
}
