//! Calls: built-in functions, tables, keyed parameters and definitions with parameters.

use super::super::body::Body;
use super::super::context::{Context, Decl};
use super::super::definitions;
use super::super::problems::{ArgumentCount, Mismatch, NoSuchName, NotCallable, NotYet};
use super::super::typed::{
    AggregateKind, DefinitionId, Edge, Expr, ExprKind, LocalId, MonthsReading, Type,
};
use super::aggregate::{comprehended, count, of_list, orderable};
use super::{check_as, date, fit, insist, list, name, poison, state, typed};
use crate::resolve::Namespace;
use crate::syntax::ast::{self, Arguments, ExprKind as Ast, Name, Path};
use crate::text::Span;

/// The functions of the language.
const FUNCTIONS: [&str; 10] = [
    "sum",
    "count",
    "all",
    "any",
    "min",
    "max",
    "average",
    "abs",
    "completed_months",
    "started_months",
];

/// Functions that take part in counting legal periods.
const LATER: [&str; 2] = ["deadline", "working_days"];

/// A call of whatever its name stands for.
pub(super) fn check_call_name(name: &str) -> Option<AggregateKind> {
    Some(match name {
        "sum" => AggregateKind::Sum,
        "count" => AggregateKind::Count,
        "all" => AggregateKind::All,
        "any" => AggregateKind::Any,
        "min" => AggregateKind::Min,
        "max" => AggregateKind::Max,
        "average" => AggregateKind::Average,
        _ => return None,
    })
}

/// Types a call.
pub(super) fn check_dispatch(
    cx: &mut Context<'_>,
    body: &mut Body,
    function: &Name,
    arguments: &Arguments,
    wanted: Option<&Type>,
    at: Span,
) -> Option<Expr> {
    if let Some(kind) = check_call_name(&function.value) {
        return Some(aggregate(cx, body, kind, function, arguments, wanted, at));
    }
    if LATER.contains(&&*function.value) {
        cx.report(NotYet { what: "counting legal periods", at: function.span });
        return Some(poison(at));
    }
    let reading = match &*function.value {
        "abs" => None,
        "completed_months" => Some(MonthsReading::Completed),
        "started_months" => Some(MonthsReading::Started),
        _ => return None,
    };
    let [argument] = positional(arguments) else {
        cx.report(ArgumentCount::of_function(&function.value, 1, count_of(arguments), at));
        return Some(poison(at));
    };
    Some(match reading {
        Some(reading) => months_of(cx, body, reading, argument, at),
        None => absolute(cx, body, argument, at),
    })
}

/// `f(…)`, `module.f(…)`, `record.f(…)`.
pub(super) fn check(
    cx: &mut Context<'_>,
    body: &mut Body,
    callee: &ast::Expr,
    arguments: &Arguments,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    match &callee.kind {
        Ast::Name(function) => {
            if let Some(found) = check_dispatch(cx, body, function, arguments, wanted, at) {
                return found;
            }
            own_call(cx, body, function, arguments, at)
        }
        Ast::Field { base, name } => method_call(cx, body, base, name, arguments, at),
        _ => {
            cx.report(NotCallable { at: callee.span });
            poison(at)
        }
    }
}

fn positional(arguments: &Arguments) -> &[ast::Expr] {
    match arguments {
        Arguments::Positional(list) => list,
        _ => &[],
    }
}

fn count_of(arguments: &Arguments) -> usize {
    positional(arguments).len()
}

fn aggregate(
    cx: &mut Context<'_>,
    body: &mut Body,
    kind: AggregateKind,
    function: &Name,
    arguments: &Arguments,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    match arguments {
        Arguments::Comprehension(comprehension) => {
            comprehended(cx, body, kind, comprehension, wanted, at)
        }
        Arguments::Binding(binding) if kind == AggregateKind::Count => count(cx, body, binding, at),
        Arguments::Binding(_) => {
            cx.report(ArgumentCount::of_function(&function.value, 1, 0, at));
            poison(at)
        }
        Arguments::Positional(list) => match (list.as_slice(), kind) {
            ([list], _) => one_list(cx, body, kind, list, at),
            ([_, _, ..], AggregateKind::Min) => extreme(cx, body, Edge::First, list, wanted, at),
            ([_, _, ..], AggregateKind::Max) => extreme(cx, body, Edge::Last, list, wanted, at),
            (list, _) => {
                cx.report(ArgumentCount::of_function(&function.value, 1, list.len(), at));
                poison(at)
            }
        },
    }
}

fn one_list(
    cx: &mut Context<'_>,
    body: &mut Body,
    kind: AggregateKind,
    list: &ast::Expr,
    at: Span,
) -> Expr {
    // `count(x in L)` without a condition reads like a membership.
    if let (AggregateKind::Count, Ast::In { operand, negated: false, open: false, set }) =
        (kind, &list.kind)
        && let Ast::Name(variable) = &operand.kind
    {
        let binding =
            ast::Binding { variable: variable.clone(), list: (**set).clone(), condition: None };
        return count(cx, body, &binding, at);
    }
    match list::elements(cx, body, list) {
        Some((list, _)) => of_list(cx, body, kind, list, at),
        None => poison(at),
    }
}

/// `min(a, b)`, `max(a, b)`.
fn extreme(
    cx: &mut Context<'_>,
    body: &mut Body,
    edge: Edge,
    values: &[ast::Expr],
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let mut ty: Option<Type> = None;
    let mut checked = Vec::new();
    for value in values {
        let hint = ty.as_ref().or(wanted);
        let value = super::check(cx, body, value, hint);
        let value = state::present(cx, value);
        ty = match ty {
            None => Some(value.ty.clone()),
            Some(known) => match fit::common(&known, &value.ty) {
                Some(common) => Some(common),
                None => {
                    insist(cx, value, &known);
                    return poison(at);
                }
            },
        };
        checked.push(value);
    }
    if checked.iter().any(|value| value.ty == Type::Poison) {
        return poison(at);
    }
    let ty = ty.unwrap_or(Type::Poison);
    if !orderable(&ty) {
        let (found, expected) = (cx.show(&ty), "something with an order".to_owned());
        cx.report(Mismatch { expected, found, at, origin: None, help: None });
        return poison(at);
    }
    typed(ExprKind::Extreme { edge, values: checked }, ty, at)
}

fn months_of(
    cx: &mut Context<'_>,
    body: &mut Body,
    reading: MonthsReading,
    argument: &ast::Expr,
    at: Span,
) -> Expr {
    let period = date::period_argument(cx, body, argument);
    if period.ty == Type::Poison {
        return poison(at);
    }
    typed(ExprKind::MonthsOf { reading, period: Box::new(period) }, Type::Integer, at)
}

fn absolute(cx: &mut Context<'_>, body: &mut Body, argument: &ast::Expr, at: Span) -> Expr {
    let operand = super::check(cx, body, argument, None);
    let operand = state::present(cx, operand);
    match &operand.ty {
        Type::Poison => poison(at),
        Type::Integer | Type::Decimal | Type::Percent | Type::Points | Type::Money(_) => {
            let ty = operand.ty.clone();
            typed(ExprKind::Absolute(Box::new(operand)), ty, at)
        }
        _ => insist(cx, operand, &Type::Decimal),
    }
}

/// A table, a keyed parameter or a definition of this module, or a definition of the receiver.
fn own_call(
    cx: &mut Context<'_>,
    body: &mut Body,
    function: &Name,
    arguments: &Arguments,
    at: Span,
) -> Expr {
    let method = body.receiver.and_then(|record| {
        let (_, id) = cx.find_method(record, &function.value, body.unit)?;
        let owner = cx.definition_receiver(id)?;
        name::upcast(cx, body, owner, function.span).map(|receiver| (id, receiver))
    });
    if let Some((id, receiver)) = method {
        return definition_call(cx, body, id, Some(receiver), arguments, at);
    }
    let unit = body.unit;
    match cx.find_in(unit, Namespace::Value, &function.value) {
        Some(decl) => declared_call(cx, body, decl, function, arguments, at),
        None => {
            let mut names: Vec<String> = FUNCTIONS.map(str::to_owned).to_vec();
            names.extend(cx.candidates(unit, Namespace::Value));
            cx.report(NoSuchName::single("function, table or definition", function, &names));
            poison(at)
        }
    }
}

fn method_call(
    cx: &mut Context<'_>,
    body: &mut Body,
    base: &ast::Expr,
    function: &Name,
    arguments: &Arguments,
    at: Span,
) -> Expr {
    if let Ast::Name(alias) = &base.kind
        && body.local(&alias.value).is_none()
        && body.receiver.is_none_or(|record| cx.find_field(record, &alias.value).is_none())
        && let Some(unit) = cx.used_module(body.unit, &alias.value)
    {
        if let Some(decl) = cx.find_in(unit, Namespace::Value, &function.value) {
            return declared_call(cx, body, decl, function, arguments, at);
        }
        let segments = vec![alias.clone(), function.clone()];
        let path = Path { segments, span: alias.span.to(function.span) };
        cx.report_unknown(body.unit, Namespace::Value, "function, table or definition", &path);
        return poison(at);
    }
    let base = super::check(cx, body, base, None);
    let base = state::present(cx, base);
    let Type::Record(record) = base.ty else {
        if base.ty != Type::Poison {
            cx.report(NotCallable { at: function.span });
        }
        return poison(at);
    };
    let Some((way, id)) = cx.find_method(record, &function.value, body.unit) else {
        let names = cx.member_names(record);
        cx.report(NoSuchName::single("definition", function, &names));
        return poison(at);
    };
    let receiver = name::along(base, &way, cx);
    definition_call(cx, body, id, Some(receiver), arguments, at)
}

fn declared_call(
    cx: &mut Context<'_>,
    body: &mut Body,
    decl: Decl,
    function: &Name,
    arguments: &Arguments,
    at: Span,
) -> Expr {
    cx.used.insert(decl);
    let (params, ty) = match decl {
        Decl::Definition(id) if cx.definition_receiver(id).is_none() => {
            return definition_call(cx, body, id, None, arguments, at);
        }
        Decl::Table(id) => match cx.out.tables.get(id.index()) {
            Some(table) => (param_types(&table.params, &table.locals), table.ty.clone()),
            None => return poison(at),
        },
        Decl::Parameter(id) => match cx.out.parameters.get(id.index()) {
            Some(parameter) => {
                let table = &parameter.table;
                (param_types(&table.params, &table.locals), table.ty.clone())
            }
            None => return poison(at),
        },
        _ => {
            cx.report(NotCallable { at: function.span });
            return poison(at);
        }
    };
    let Some(arguments) = checked_arguments(cx, body, function, &params, arguments, at) else {
        return poison(at);
    };
    let kind = match decl {
        Decl::Table(id) => ExprKind::Table { id, arguments },
        Decl::Parameter(id) => ExprKind::Parameter { id, arguments },
        _ => ExprKind::Poison,
    };
    typed(kind, ty, at)
}

fn param_types(params: &[LocalId], locals: &[super::super::typed::Local]) -> Vec<Type> {
    let ty = |id: &LocalId| locals.get(id.index()).map_or(Type::Poison, |l| l.ty.clone());
    params.iter().map(ty).collect()
}

fn definition_call(
    cx: &mut Context<'_>,
    body: &mut Body,
    id: DefinitionId,
    receiver: Option<Expr>,
    arguments: &Arguments,
    at: Span,
) -> Expr {
    let ty = definitions::type_of(cx, id, at);
    cx.used.insert(Decl::Definition(id));
    let Some(definition) = cx.out.definitions.get(id.index()) else { return poison(at) };
    let params = param_types(&definition.params, &definition.locals);
    let function = Name { value: definition.name.clone(), span: at };
    let Some(arguments) = checked_arguments(cx, body, &function, &params, arguments, at) else {
        return poison(at);
    };
    let receiver = receiver.map(Box::new);
    typed(ExprKind::Definition { id, receiver, arguments }, ty, at)
}

fn checked_arguments(
    cx: &mut Context<'_>,
    body: &mut Body,
    function: &Name,
    params: &[Type],
    arguments: &Arguments,
    at: Span,
) -> Option<Vec<Expr>> {
    let given = positional(arguments);
    if given.len() != params.len() || !matches!(arguments, Arguments::Positional(_)) {
        cx.report(ArgumentCount::of_function(&function.value, params.len(), given.len(), at));
        return None;
    }
    let checked: Vec<Expr> =
        given.iter().zip(params).map(|(expr, ty)| check_as(cx, body, expr, ty)).collect();
    checked.iter().all(|expr| expr.ty != Type::Poison).then_some(checked)
}
