//! Expressions, form by form.

use std::sync::Arc;

use subvent::text::Span;
use subvent::types::typed::{Bound, DefaultWhen, Expr, ExprKind, Order, RecordId, Type};
use subvent::value::{
    Direction, Extent, FaultKind, FoldKind, List, Missing, Open, Openness, Owed, Value, ops,
};

use super::{Env, Reader, fault, hull, lies_in_line};

impl Reader<'_> {
    /// The value of an expression.
    pub(super) fn eval(&self, expr: &Expr, env: &Env) -> Value {
        self.step();
        if self.spent() {
            return Value::Absent;
        }
        let at = expr.span;
        let one = |operand: &Expr| self.eval(operand, env);
        let all = |list: &[Expr]| list.iter().map(one).collect::<Vec<_>>();
        match &expr.kind {
            ExprKind::Poison => panic!("a program with errors is never evaluated"),
            ExprKind::Constant(value) => value.clone(),
            ExprKind::Receiver => env.receiver.clone().unwrap_or(Value::Absent),
            ExprKind::Around(record) => {
                self.offset_in_root(*record).map_or(Value::Absent, Value::Record)
            }
            ExprKind::IsAround(record) => Value::Bool(self.offset_in_root(*record).is_some()),
            ExprKind::Local(id) => env.locals.get(id).cloned().unwrap_or(Value::Absent),
            ExprKind::Field { base, record, field } => self.field(at, base, *record, *field, env),
            ExprKind::Include { base, record, include } => {
                let offset = self.facts.schema().include_offset(*record, *include).unwrap();
                let base = one(base);
                match offset {
                    0 => base,
                    offset => {
                        self.on_record(&base, *record, at, &|base| Value::Record(base + offset))
                    }
                }
            }
            ExprKind::GroupKey(group) => self.of_group(&one(group), at, |group| group.0.clone()),
            ExprKind::GroupItems(group) => self.of_group(&one(group), at, |group| group.1.clone()),
            ExprKind::Definition { id, receiver, arguments } => {
                self.call(*id, receiver.as_deref(), arguments, at, env)
            }
            ExprKind::Parameter { id, arguments } => {
                let parameter = &self.checked.parameters[id.index()];
                self.table(&parameter.table, parameter.unknown_after, all(arguments), at, env.day)
            }
            ExprKind::Table { id, arguments } => {
                self.table(&self.checked.tables[id.index()], None, all(arguments), at, env.day)
            }
            ExprKind::Reading(id) => self.reading(*id),
            ExprKind::On { operand, date } => {
                let days = self.days(&one(date), at);
                self.on_days(&days, &|day| self.eval(operand, &env.on(day)))
            }
            ExprKind::Not(of) => ops::not(&one(of), at),
            ExprKind::And(parts) => ops::and(&all(parts), at),
            ExprKind::Or(parts) => ops::or(&all(parts), at),
            ExprKind::Negate(of) => ops::negate(&one(of), at),
            ExprKind::Absolute(of) => ops::absolute(&one(of), at),
            ExprKind::Arithmetic { op, left, right } => {
                ops::arithmetic(*op, &one(left), &one(right), at)
            }
            ExprKind::Shift { date, duration, subtract, month_end } => {
                let direction = if *subtract { Direction::Earlier } else { Direction::Later };
                ops::shift(&one(date), &one(duration), direction, *month_end, at)
            }
            ExprKind::DaysBetween { later, earlier } => {
                ops::days_between(&one(later), &one(earlier), at)
            }
            ExprKind::Compare { op, left, right } => self.ordered(Some(*op), left, right, at, env),
            ExprKind::Equal { left, right } => self.ordered(None, left, right, at, env),
            ExprKind::CompareQuotient { op, numerator, denominator, bound } => {
                ops::compare_quotient(*op, &one(numerator), &one(denominator), &one(bound), at)
            }
            ExprKind::WithinTolerance { operand, tolerance, reference } => {
                ops::within_tolerance(&one(operand), &one(tolerance), &one(reference), at)
            }
            ExprKind::State { operand, state } => ops::state(&one(operand), *state),
            ExprKind::OneOf { operand, values, open } => {
                let values = all(values);
                self.member(operand, *open, env, &|operand, openness, owed| {
                    ops::one_of(operand, &values, openness, owed)
                })
            }
            ExprKind::ElementOf { operand, list, open } => {
                let list = one(list);
                self.member(operand, *open, env, &|operand, openness, owed| {
                    ops::element_of(operand, &list, openness, owed)
                })
            }
            ExprKind::InPeriod { operand, period } => {
                ops::in_period(&one(operand), &one(period), at)
            }
            ExprKind::Includes { list, quantifier, set } => {
                ops::includes(&one(list), *quantifier, &one(set), at)
            }
            ExprKind::Overlaps { left, right } => ops::overlaps(&one(left), &one(right), at),
            ExprKind::Within { left, right } => ops::within(&one(left), &one(right), at),
            ExprKind::Lasts { period, bound, duration } => {
                ops::lasts(&one(period), *bound, &one(duration), at)
            }
            ExprKind::StartsWith { text, prefix } => ops::starts_with(&one(text), &one(prefix), at),
            ExprKind::PeriodFrom { start, end } => {
                let (start, end) = (start.as_deref().map(one), end.as_deref().map(one));
                ops::period_from(start.as_ref(), end.as_ref(), at)
            }
            ExprKind::Range { start, end } => ops::range(&one(start), &one(end), at),
            ExprKind::Rounded { operand, rounding } => ops::round(&one(operand), rounding, at),
            ExprKind::Default { operand, value, when } => {
                let (operand, value) = (one(operand), one(value));
                match when {
                    DefaultWhen::Absent => ops::default_when_absent(&operand, &value),
                    DefaultWhen::NotInForce => ops::default_when_not_in_force(&operand, &value),
                    DefaultWhen::None => ops::default_when_none(&operand, &value),
                }
            }
            ExprKind::WithEvidence { operand, level } => {
                self.eval(operand, &Env { evidence: Some(*level), ..env.clone() })
            }
            ExprKind::If { condition, then, otherwise } => {
                self.either(&one(condition), &|| one(then), &|| one(otherwise))
            }
            ExprKind::Choose { arms, otherwise } => {
                self.choose(arms, otherwise.as_deref(), at, env)
            }
            ExprKind::Match { operand, arms, otherwise } => {
                self.matching(&one(operand), arms, otherwise.as_deref(), at, env)
            }
            ExprKind::List(items) => Value::List(List::Items(all(items).into())),
            ExprKind::Distinct(list) => ops::distinct(&one(list), at),
            ExprKind::Extreme { edge, values } => ops::extreme(*edge, &all(values), at),
            ExprKind::CountIs { bound, number, count } => {
                counted(*bound, &one(count), &one(number), at)
            }
            ExprKind::CountOf { bound, number, conditions } => {
                let mut count = ops::Fold::new(FoldKind::Count, None);
                for condition in conditions {
                    count.push(&Value::Bool(true), &one(condition), at);
                }
                counted(*bound, &count.finish(at), &one(number), at)
            }
            ExprKind::Holds { rule, receiver } => {
                let record = self.checked.rules[rule.index()].record.unwrap();
                self.on_record(&one(receiver), record, at, &|base| self.holds(*rule, base, record))
            }
            ExprKind::PointsOf { group, receiver } => {
                let Type::Record(record) = receiver.ty.required() else { return Value::Absent };
                self.on_record(&one(receiver), *record, at, &|base| {
                    self.points(group.as_deref(), base, *record)
                })
            }
            ExprKind::Part { part, of } => ops::part(*part, &one(of), at),
            ExprKind::DayOfYear { day, month, year } => {
                ops::day_of_year(*day, *month, &one(year), at)
            }
            ExprKind::OverlapOf { left, right } => ops::overlap_of(&one(left), &one(right), at),
            ExprKind::MonthsOf { reading, period } => ops::months_of(*reading, &one(period), at),
            ExprKind::Aggregate(_)
            | ExprKind::Group { .. }
            | ExprKind::The { .. }
            | ExprKind::Pick { .. }
            | ExprKind::Carry(_)
            | ExprKind::Linked(_) => self.iterate(expr, env),
        }
    }

    fn field(&self, at: Span, base: &Expr, record: RecordId, field: u32, env: &Env) -> Value {
        let declared = &self.checked.records[record.index()].fields[field as usize];
        let offset = self.facts.schema().field_offset(record, field).unwrap();
        let base = self.eval(base, env);
        if lies_in_line(declared) {
            return self.on_record(&base, record, at, &|base| Value::Record(base + offset));
        }
        let value = self.on_record(&base, record, at, &|base| self.cell(base + offset));
        let scalar = !matches!(declared.ty.required(), Type::Record(_) | Type::List(_));
        match env.evidence {
            Some(level) if declared.reference || scalar => {
                if !value.is_certain() || value == Value::Absent {
                    return value;
                }
                self.on_record(&base, record, at, &|base| {
                    let cell = base + offset;
                    if self.facts.evidence(cell) >= level {
                        return value.clone();
                    }
                    self.unproven(declared, Missing::one(Owed::Evidence(cell, level)))
                })
            }
            _ => value,
        }
    }

    /// An ordering, or equality where no order is asked for.
    fn ordered(
        &self,
        order: Option<Order>,
        left: &Expr,
        right: &Expr,
        at: Span,
        env: &Env,
    ) -> Value {
        let (l, r) = (self.eval(left, env), self.eval(right, env));
        let ask = |owed: &Missing| match order {
            Some(order) => ops::compare(order, &l, &r, at, owed),
            None => ops::equal_owed(&l, &r, at, owed),
        };
        let moment = |side: &Expr| *side.ty.required() == Type::Moment;
        let answer = ask(&Missing::none());
        if answer.is_certain() || !(moment(left) || moment(right)) {
            return answer;
        }
        let cells = self.cells_read(|| {
            self.eval(left, env);
            self.eval(right, env);
        });
        // Those that are moments without a time would decide; all, where the time is missing
        // elsewhere.
        let untimed = |cell: &u32| matches!(self.facts.cell(*cell), Value::Moment(moment) if moment.time.is_none());
        let times: Vec<u32> = cells.iter().copied().filter(untimed).collect();
        ask(&self.owed(if times.is_empty() { cells } else { times }))
    }

    fn member(
        &self,
        operand: &Expr,
        open: bool,
        env: &Env,
        ask: &dyn Fn(&Value, Openness, &Missing) -> Value,
    ) -> Value {
        let value = self.eval(operand, env);
        let closed = ask(&value, Openness::Closed, &Missing::none());
        if !open || closed == Value::Bool(true) {
            return closed;
        }
        let cells = self.cells_read(|| {
            self.eval(operand, env);
        });
        ask(&value, Openness::Open, &self.owed(cells))
    }

    /// What is owed on cells; where none is read, what is written has to be judged.
    fn owed(&self, cells: Vec<u32>) -> Missing {
        if cells.is_empty() {
            // The compiled evaluator names the place of the operand, which is not told here.
            self.loose.set(true);
            return Missing::one(Owed::Fill(Span::default()));
        }
        Missing::from_owed(cells.into_iter().map(Owed::Fact))
    }

    /// One value where a condition holds, another where it does not.
    pub(super) fn either(
        &self,
        condition: &Value,
        then: &dyn Fn() -> Value,
        otherwise: &dyn Fn() -> Value,
    ) -> Value {
        let truth = ops::truth(condition);
        if truth.is_certainly_yes() {
            return then();
        }
        if truth.is_certainly_no() {
            return otherwise();
        }
        let yes = if truth.yes { then() } else { Value::Absent };
        let no = if truth.no { otherwise() } else { Value::Absent };
        ops::select(condition, &yes, &no)
    }

    fn choose(
        &self,
        arms: &[(Expr, Expr)],
        otherwise: Option<&Expr>,
        at: Span,
        env: &Env,
    ) -> Value {
        let Some(((condition, value), rest)) = arms.split_first() else {
            return self.otherwise(otherwise, at, env);
        };
        let holds = self.eval(condition, env);
        self.either(&holds, &|| self.eval(value, env), &|| self.choose(rest, otherwise, at, env))
    }

    fn otherwise(&self, otherwise: Option<&Expr>, at: Span, env: &Env) -> Value {
        otherwise.map_or_else(|| fault(FaultKind::NoRow, at), |value| self.eval(value, env))
    }

    fn matching(
        &self,
        operand: &Value,
        arms: &[(Vec<Expr>, Expr)],
        otherwise: Option<&Expr>,
        at: Span,
        env: &Env,
    ) -> Value {
        if let Some(values) = separate(operand) {
            let each = values.iter().map(|value| self.arm(value, arms, otherwise, at, env));
            return hull(&each.collect::<Vec<_>>(), &operand.missing());
        }
        self.arm(operand, arms, otherwise, at, env)
    }

    fn arm(
        &self,
        operand: &Value,
        arms: &[(Vec<Expr>, Expr)],
        otherwise: Option<&Expr>,
        at: Span,
        env: &Env,
    ) -> Value {
        if let Value::Fault(fault) = operand {
            return Value::Fault(*fault);
        }
        let Some(((names, value), rest)) = arms.split_first() else {
            return self.otherwise(otherwise, at, env);
        };
        let equal: Vec<Value> =
            names.iter().map(|name| ops::equal(operand, &self.eval(name, env), at)).collect();
        self.either(&ops::or(&equal, at), &|| self.eval(value, env), &|| {
            self.arm(operand, rest, otherwise, at, env)
        })
    }
}

fn counted(bound: Bound, count: &Value, number: &Value, at: Span) -> Value {
    match bound {
        Bound::Exactly => ops::equal(count, number, at),
        Bound::AtLeast => ops::compare(Order::AtLeast, count, number, at, &Missing::none()),
        Bound::AtMost => ops::compare(Order::AtMost, count, number, at, &Missing::none()),
    }
}

/// The values of an extent that has few, an unnamed member of an open enum standing for itself.
pub(super) fn finite(extent: &Extent) -> Option<Vec<Value>> {
    match extent {
        Extent::Members { members, other: true } => {
            let mut cases: Vec<Value> = members.iter().copied().map(Value::Member).collect();
            cases.push(Value::Open(Arc::new(Open {
                extent: Extent::Members { members: Arc::from([]), other: true },
                absent: false,
                fault: None,
                missing: Missing::none(),
            })));
            Some(cases)
        }
        Extent::Bools | Extent::Members { .. } | Extent::Values(_) => extent.values(),
        _ => None,
    }
}

/// All that an open value can be, one by one.
fn separate(value: &Value) -> Option<Vec<Value>> {
    let Value::Open(open) = value else { return None };
    let mut cases = finite(&open.extent)?;
    cases.extend(open.absent.then_some(Value::Absent));
    cases.extend(open.fault.map(Value::Fault));
    Some(cases)
}
