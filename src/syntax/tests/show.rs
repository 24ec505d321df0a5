//! Expressions as text with all their parentheses, so that a test can hold the shape of a tree
//! against what a reader would say.

use super::super::ast::*;

/// An expression, every operator in brackets.
pub(super) fn show(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Binary { op, left, right } => {
            format!("[{} {:?} {}]", show(left), op.value, show(right))
        }
        ExprKind::Unary { op, operand } => format!("[{:?} {}]", op.value, show(operand)),
        ExprKind::Compare { op, left, right } => {
            format!("[{} {:?} {}]", show(left), op.value, show(right))
        }
        ExprKind::Is { operand, negated, what } => {
            let what = match what {
                IsWhat::Value(value) => show(value),
                IsWhat::WorkingDay { calendar } => {
                    format!("a working day{}", by(calendar.as_deref()))
                }
                other => format!("{other:?}"),
            };
            format!("[{} is{} {what}]", show(operand), if *negated { " not" } else { "" })
        }
        ExprKind::In { operand, negated, open, set } => format!(
            "[{}{} in{} {}]",
            show(operand),
            if *negated { " not" } else { "" },
            if *open { " open" } else { "" },
            show(set)
        ),
        ExprKind::Overlaps { left, right } => format!("[{} overlaps {}]", show(left), show(right)),
        ExprKind::Within { left, right } => format!("[{} within {}]", show(left), show(right)),
        ExprKind::WithinTolerance { operand, tolerance, of } => {
            format!("[{} within {} of {}]", show(operand), show(tolerance), show(of))
        }
        ExprKind::Includes { list, quantifier, set } => {
            format!("[{} includes {quantifier:?} {}]", show(list), show(set))
        }
        ExprKind::Lasts { period, bound, duration } => {
            format!("[{} lasts {bound:?} {}]", show(period), show(duration))
        }
        ExprKind::StartsWith { text, prefix } => {
            format!("[{} starts with {}]", show(text), show(prefix))
        }
        ExprKind::To { start, end } => format!("[{} to {}]", end_of(start), end_of(end)),
        ExprKind::Rounded { operand, mode, step } => {
            format!("[{} rounded {} to {}]", show(operand), mode.value, literal(step))
        }
        ExprKind::MonthEnd { operand, rule } => format!("[{} {rule}]", show(operand)),
        ExprKind::Default { operand, value, when } => {
            format!("[{} default {} {when:?}]", show(operand), show(value))
        }
        ExprKind::ReducedBy { operand, share } => {
            format!("[{} reduced by {}]", show(operand), show(share))
        }
        ExprKind::Field { base, name } => format!("{}.{}", show(base), name.value),
        ExprKind::On { operand, date } => format!("[{} on {}]", show(operand), show(date)),
        ExprKind::Convert { operand, currency, rates, on } => {
            format!("[{} in {} at {} on {}]", show(operand), currency.value, rates.text(), show(on))
        }
        ExprKind::WithEvidence { operand, level } => {
            format!("[{} with evidence {}]", show(operand), level.value)
        }
        ExprKind::Other(text) => format!("other {:?}", text.value),
        ExprKind::Literal(value) => literal(value),
        ExprKind::Name(name) => name.value.to_string(),
        ExprKind::Call { callee, arguments } => format!("{}({})", show(callee), given(arguments)),
        ExprKind::Comprehension(inner) => format!("({})", comprehension(inner)),
        ExprKind::List(values) => format!("[{}]", list(values)),
        ExprKind::Paren(inner) => format!("({})", show(inner)),
        _ => form(expr),
    }
}

fn form(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::If { condition, then, otherwise } => {
            format!("[if {} then {} else {}]", show(condition), show(then), show(otherwise))
        }
        ExprKind::Choose { arms, otherwise } => {
            let arms: Vec<String> = arms
                .iter()
                .map(|arm| format!("{} when {}", show(&arm.value), show(&arm.condition)))
                .collect();
            format!("choose {{{}; {}}}", arms.join("; "), end_of(otherwise))
        }
        ExprKind::Match { operand, arms } => {
            let arms: Vec<String> = arms
                .iter()
                .map(|arm| format!("{} -> {}", list(&arm.patterns), show(&arm.value)))
                .collect();
            format!("match {} {{{}}}", show(operand), arms.join("; "))
        }
        ExprKind::Distinct(inner) => format!("[distinct {}]", show(inner)),
        ExprKind::Group { variable, list, key } => {
            format!("[group {} in {} by {}]", variable.value, show(list), show(key))
        }
        ExprKind::The { variable, list, condition } => {
            format!("[the {} in {} where {}]", variable.value, show(list), show(condition))
        }
        ExprKind::Edge { edge, variable, list, key } => {
            let variable = variable.as_ref().map_or(String::new(), |v| format!("{} in ", v.value));
            format!("[{edge:?} of {variable}{} by {}]", show(list), show(key))
        }
        ExprKind::Carry(carry) => format!(
            "[carry {} from {} through {} in {} by {} as {}]",
            carry.state.value,
            show(&carry.init),
            carry.variable.value,
            show(&carry.list),
            show(&carry.key),
            show(&carry.next)
        ),
        ExprKind::Linked(linked) => format!(
            "[linked with {} through {} in {} either={} where {}]",
            show(&linked.start),
            linked.variable.value,
            show(&linked.links),
            linked.either_way,
            linked.condition.as_ref().map_or("-".to_owned(), show)
        ),
        ExprKind::CountIs { bound, number, binding } => {
            format!("[{bound:?} {} of {}]", show(number), bound_to(binding))
        }
        ExprKind::CountOf { bound, number, conditions } => {
            format!("[{bound:?} {} of [{}]]", show(number), list(conditions))
        }
        ExprKind::Holds(path) => format!("[holds {}]", path.text()),
        ExprKind::PointsOf(path) => format!("[points of {}]", path.text()),
        ExprKind::Part { part, of } => format!("[{:?} of {}]", part.value, show(of)),
        ExprKind::DayOfYear { day, month, year } => format!("[{day}.{month} of {}]", show(year)),
        ExprKind::OverlapOf { left, right } => {
            format!("[overlap of {} and {}]", show(left), show(right))
        }
        ExprKind::ByCalendar { operand, calendar } => {
            format!("[{}{}]", show(operand), by(Some(calendar)))
        }
        ExprKind::WorkingDaysIn { period, calendar } => {
            format!("working days in {}{}", show(period), by(calendar.as_deref()))
        }
        ExprKind::Deadline(deadline) => legal(deadline),
        other => panic!("no text for {other:?}"),
    }
}

fn by(calendar: Option<&Expr>) -> String {
    calendar.map_or(String::new(), |calendar| format!(" by {}", show(calendar)))
}

fn legal(deadline: &Deadline) -> String {
    let length = match &deadline.length {
        LegalLength::Hours(count) => format!("{} hours", count.value),
        LegalLength::Weeks(count) => format!("{} weeks", count.value),
        LegalLength::HalfMonth(_) => "half a month".to_owned(),
        LegalLength::MonthsAndAHalf(months) => format!("{} months and a half", months.value),
        LegalLength::Duration(length) => show(length),
    };
    let side = if deadline.backwards { "before" } else { "after" };
    let law = deadline.regime.map_or(String::new(), |law| format!(" under {}", law.value));
    let calendar = by(deadline.calendar.as_ref());
    format!("deadline({length} {side} {}{calendar}{law})", show(&deadline.event))
}

fn end_of(end: &Option<Box<Expr>>) -> String {
    end.as_ref().map_or("open".to_owned(), |end| show(end))
}

fn list(values: &[Expr]) -> String {
    values.iter().map(show).collect::<Vec<_>>().join(", ")
}

fn given(arguments: &Arguments) -> String {
    match arguments {
        Arguments::Positional(values) => list(values),
        Arguments::Comprehension(inner) => comprehension(inner),
        Arguments::Binding(binding) => bound_to(binding),
    }
}

fn bound_to(binding: &Binding) -> String {
    let condition = binding.condition.as_ref().map_or("-".to_owned(), show);
    format!("{} in {} where {condition}", binding.variable.value, show(&binding.list))
}

fn comprehension(inner: &Comprehension) -> String {
    let generators: Vec<String> = inner
        .generators
        .iter()
        .map(|g| format!("for {} in {}", g.variable.value, show(&g.list)))
        .collect();
    let condition = inner.condition.as_ref().map_or("-".to_owned(), show);
    format!("{} {} where {condition}", show(&inner.element), generators.join(" "))
}

fn literal(literal: &Literal) -> String {
    match &literal.kind {
        LiteralKind::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
        LiteralKind::Integer(number) | LiteralKind::Decimal(number) => number.to_string(),
        LiteralKind::Percent(share) => share.to_string(),
        LiteralKind::Points(points) => points.to_string(),
        LiteralKind::Money(money) => money.to_string(),
        LiteralKind::AboutMoney(money) => format!("about {money}"),
        LiteralKind::Date(date) => date.to_string(),
        LiteralKind::Month(month) => month.to_string(),
        LiteralKind::Moment(moment) => moment.to_string(),
        LiteralKind::Duration(duration) => duration.to_string(),
        LiteralKind::Text(text) => format!("{text:?}"),
        LiteralKind::Currency(currency) => currency.to_string(),
    }
}
