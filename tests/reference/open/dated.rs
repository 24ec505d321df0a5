//! Dates, versions, definitions, parameters and tables.

use std::collections::BTreeSet;

use subvent::quantity::Date;
use subvent::text::Span;
use subvent::types::typed::{
    Checked, Definition, DefinitionId, Exception, Expr, ExprKind, Field, Limit, LocalId, Rows,
    Table, Type, Validity, Version,
};
use subvent::value::{Extent, Fault, FaultKind, Faults, Missing, Open, Owed, Value, ops};

use super::notes::{Note, What};
use super::{Env, Reader, fault, hull};

/// The days that a date may be, one for each stretch on which nothing changes.
#[derive(Clone)]
pub(super) struct Days {
    pub(super) days: Vec<Date>,
    pub(super) missing: Missing,
    pub(super) fault: Option<Fault>,
    /// The date is known.
    pub(super) known: bool,
}

impl Days {
    pub(super) fn known(day: Date) -> Self {
        Self { days: vec![day], missing: Missing::none(), fault: None, known: true }
    }

    pub(super) fn single(&self) -> Option<Date> {
        if self.known { self.days.first().copied() } else { None }
    }
}

/// All days on which anything changes from the day before.
fn boundaries(checked: &Checked) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    let mut note = |validity: &Validity| {
        days.extend(validity.from);
        let ends = validity.or_to.iter().map(|(to, _)| *to).chain(validity.to);
        let known = validity.unknown_after.map(|(last, _)| last);
        days.extend(ends.chain(known).filter_map(|day| day.add_days(1).ok()));
    };
    fn exceptions(list: &[Exception], note: &mut dyn FnMut(&Validity)) {
        for exception in list {
            note(&exception.validity);
            exceptions(&exception.exceptions, note);
        }
    }
    for definition in &checked.definitions {
        definition.versions.iter().for_each(|version| note(&version.validity));
        exceptions(&definition.exceptions, &mut note);
    }
    let tables = checked.parameters.iter().map(|parameter| &parameter.table).chain(&checked.tables);
    for table in tables {
        table.versions.iter().for_each(|version| note(&version.validity));
    }
    for rule in &checked.rules {
        note(&rule.validity);
        for regime in rule.regimes.iter().flat_map(|regimes| &regimes.alternatives) {
            note(&regime.validity);
        }
    }
    let unknown = checked.parameters.iter().filter_map(|parameter| parameter.unknown_after);
    let regimes = checked.rules.iter().filter_map(|rule| rule.regimes.as_ref()?.unknown_after);
    let lasts: Vec<Date> = unknown.chain(regimes).map(|(last, _)| last).collect();
    days.extend(lasts.into_iter().filter_map(|day| day.add_days(1).ok()));
    days
}

impl Reader<'_> {
    /// The days that the value of a date may be.
    pub(super) fn days(&self, date: &Value, at: Span) -> Days {
        let absent = Fault::new(FaultKind::Absent, at);
        let faulty =
            |fault, missing| Days { days: vec![], missing, fault: Some(fault), known: false };
        let open = match date {
            Value::Date(day) => return Days::known(*day),
            Value::Moment(moment) => return Days::known(moment.date),
            Value::Fault(fault) => return faulty(*fault, Missing::none()),
            Value::Open(open) => open,
            _ => return faulty(absent, Missing::none()),
        };
        let days = match &open.extent {
            Extent::Days { low, high } => self.stretches(*low, *high),
            Extent::Values(values) => {
                let day = |value: &Value| match value {
                    Value::Date(day) => Some(*day),
                    Value::Moment(moment) => Some(moment.date),
                    _ => None,
                };
                values.iter().filter_map(day).collect()
            }
            Extent::Nothing => Vec::new(),
            _ => self.stretches(None, None),
        };
        let fault = match (open.fault, open.absent.then_some(absent)) {
            (Some(a), Some(b)) => Some(a.either(b)),
            (a, b) => a.or(b),
        };
        Days { days, missing: open.missing.clone(), fault, known: false }
    }

    fn stretches(&self, low: Option<Date>, high: Option<Date>) -> Vec<Date> {
        let (first, last) = (low.unwrap_or(Date::MIN), high.unwrap_or(Date::MAX));
        let boundaries = boundaries(self.checked);
        let inner = boundaries.into_iter().filter(|day| first < *day && *day <= last);
        [first].into_iter().chain(inner).collect()
    }

    /// Reads something on a date that may be one of several days.
    pub(super) fn on_days(&self, days: &Days, read: &dyn Fn(Date) -> Value) -> Value {
        if let Some(day) = days.single() {
            return read(day);
        }
        let results = self.on_each(&days.days, read).into_iter();
        let mut results: Vec<Value> =
            results.filter(|(_, same)| !same).map(|(value, _)| value).collect();
        results.extend(days.fault.map(Value::Fault));
        hull(&results, &days.missing)
    }

    /// Whether something is in force.
    pub(super) fn in_force(&self, validity: &Validity, env: &Env) -> Value {
        self.settled(What::InForce, || {
            let (last, unknown) = (validity.to, validity.unknown_after);
            self.note(Note::Unknown(unknown.is_some_and(|(last, _)| env.day > last)));
            if last.is_some_and(|last| env.day > last) {
                let longer = validity.or_to.iter().enumerate();
                let longer = longer.filter(|(_, (last, _))| env.day <= *last);
                longer.for_each(|(at, _)| self.note(Note::Prolonged(at)));
            }
            self.in_force_today(validity, env)
        })
    }

    fn in_force_today(&self, validity: &Validity, env: &Env) -> Value {
        let day = env.day;
        if validity.from.is_some_and(|from| day < from) {
            return Value::Bool(false);
        }
        if let Some((last, span)) = validity.unknown_after
            && day > last
        {
            return Value::unknown_bool(Missing::one(Owed::Law(span)));
        }
        if validity.to.is_none_or(|to| day <= to) {
            return Value::Bool(true);
        }
        let longer = validity.or_to.iter().filter(|(last, _)| day <= *last);
        let longer: Vec<Value> = longer.map(|(_, condition)| self.eval(condition, env)).collect();
        match longer.as_slice() {
            [] => Value::Bool(false),
            [one] => one.clone(),
            several => ops::or(several, Span::default()),
        }
    }

    fn version<T>(
        &self,
        versions: &[Version<T>],
        at: Span,
        env: &Env,
        read: &dyn Fn(&T) -> Value,
    ) -> Value {
        self.settled(What::Version(at), || self.first_of(versions, at, env, read))
    }

    fn first_of<T>(
        &self,
        versions: &[Version<T>],
        at: Span,
        env: &Env,
        read: &dyn Fn(&T) -> Value,
    ) -> Value {
        let Some((version, rest)) = versions.split_first() else {
            return fault(FaultKind::NotInForce(env.day), at);
        };
        let holds = self.in_force(&version.validity, env);
        match holds {
            Value::Bool(true) => read(&version.body),
            Value::Bool(false) => self.first_of(rest, at, env, read),
            open => {
                let value = read(&version.body);
                ops::select(&open, &value, &self.first_of(rest, at, env, read))
            }
        }
    }

    /// A definition read on a record.
    pub(super) fn call(
        &self,
        id: DefinitionId,
        receiver: Option<&Expr>,
        arguments: &[Expr],
        at: Span,
        env: &Env,
    ) -> Value {
        let definition = &self.checked.definitions[id.index()];
        let arguments: Vec<Value> =
            arguments.iter().map(|argument| self.eval(argument, env)).collect();
        match (receiver, definition.receiver) {
            (Some(receiver), Some(record)) => {
                let receiver = self.eval(receiver, env);
                self.on_record(&receiver, record, at, &|base| {
                    self.definition(definition, Some(base), &arguments, env.day)
                })
            }
            _ => self.definition(definition, None, &arguments, env.day),
        }
    }

    /// The value of a definition.
    pub(super) fn definition(
        &self,
        definition: &Definition,
        base: Option<u32>,
        arguments: &[Value],
        day: Date,
    ) -> Value {
        let mut env = Env::of(base.map(Value::Record), day);
        env.locals = definition.params.iter().copied().zip(arguments.iter().cloned()).collect();
        self.settled(What::Definition(definition.span), || match &definition.as_of {
            Some(date) => {
                let days = self.days(&self.eval(date, &env), definition.span);
                self.on_days(&days, &|day| self.excepted(definition, &env.on(day)))
            }
            None => self.excepted(definition, &env),
        })
    }

    fn excepted(&self, definition: &Definition, env: &Env) -> Value {
        self.with_exceptions(&definition.exceptions, env, &|| {
            if definition.versions.is_empty() {
                let owed = Missing::one(Owed::Fill(definition.span));
                return unknown(self.checked, &definition.ty, &owed);
            }
            self.version(&definition.versions, definition.span, env, &|value| self.eval(value, env))
        })
    }

    /// The value of the exception that holds, or the base where none does.
    fn with_exceptions(&self, list: &[Exception], env: &Env, base: &dyn Fn() -> Value) -> Value {
        let mut found: Vec<(Value, bool, Span)> = Vec::new();
        let (mut missing, mut faults) = (Missing::none(), Faults::default());
        for exception in list {
            let in_force = self.in_force(&exception.validity, env);
            let holds = match in_force {
                Value::Bool(false) => continue,
                Value::Bool(true) => self.eval(&exception.condition, env),
                open => ops::and(&[open, self.eval(&exception.condition, env)], exception.span),
            };
            let truth = ops::truth(&holds);
            missing = missing.union(&holds.missing());
            truth.faults(&mut faults);
            if truth.yes {
                let value = self.with_exceptions(&exception.exceptions, env, &|| {
                    self.eval(&exception.value, env)
                });
                found.push((value, truth.is_certainly_yes(), exception.span));
            }
        }
        if found.is_empty() && faults.is_empty() {
            return base();
        }
        let certain: Vec<&Value> =
            found.iter().filter(|(_, certain, _)| *certain).map(|(value, _, _)| value).collect();
        for (value, certain, _) in &found {
            match value {
                Value::Fault(fault) if *certain => faults.meet(Some(*fault)),
                Value::Fault(fault) => faults.may_meet(Some(*fault)),
                Value::Open(open) if *certain && open.is_fault() => faults.meet(open.fault),
                Value::Open(open) => faults.may_meet(open.fault),
                _ => {}
            }
        }
        let mut conflict = None;
        for (at, (first, one, span)) in found.iter().enumerate() {
            for (second, two, also) in &found[at + 1..] {
                if !certain.is_empty() && !one && !two {
                    continue;
                }
                if [first, second].into_iter().any(|value| matches!(value, Value::Fault(_))) {
                    continue;
                }
                let equal = ops::truth(&ops::equal(first, second, *span));
                if equal.is_certainly_yes() {
                    continue;
                }
                let kind = FaultKind::TwoExceptions;
                let fault = Fault::between(kind, *span, *also);
                if equal.is_certainly_no() && *one && *two {
                    faults.meet(Some(fault));
                }
                conflict = conflict.or(Some(fault));
            }
        }
        faults.may_meet(conflict);
        let owed = found.iter().fold(missing.clone(), |all, (it, _, _)| all.union(&it.missing()));
        if let Some(fault) = ops::certain_fault(faults, &owed) {
            return fault;
        }
        let mut values: Vec<Value> = match certain.as_slice() {
            [] => found.iter().map(|(value, _, _)| value.clone()).collect(),
            certain => certain.iter().map(|value| (*value).clone()).collect(),
        };
        if certain.is_empty() {
            values.push(base());
        }
        values.extend(faults.of_result().map(Value::Fault));
        hull(&values, &missing)
    }

    /// The value of a parameter or table.
    pub(super) fn table(
        &self,
        table: &Table,
        known: Option<(Date, Span)>,
        keys: Vec<Value>,
        at: Span,
        day: Date,
    ) -> Value {
        if let Some((last, _)) = known {
            self.note(Note::Unknown(day > last));
        }
        if let Some((last, span)) = known
            && day > last
        {
            return unknown(self.checked, &table.ty, &Missing::one(Owed::Law(span)));
        }
        if table.versions.is_empty() {
            let owed = Missing::one(Owed::Fill(table.span));
            return unknown(self.checked, &table.ty, &owed);
        }
        self.settled(What::Table(at), || match self.combinations(table, &keys) {
            Some(combinations) => {
                let results: Vec<Value> =
                    combinations.iter().map(|keys| self.look_up(table, keys, at, day)).collect();
                let missing =
                    keys.iter().fold(Missing::none(), |all, key| all.union(&key.missing()));
                hull(&results, &missing)
            }
            None => self.look_up(table, &keys, at, day),
        })
    }

    fn look_up(&self, table: &Table, keys: &[Value], at: Span, day: Date) -> Value {
        let mut env = Env::of(None, day);
        env.locals = table.params.iter().copied().zip(keys.iter().cloned()).collect();
        self.version(&table.versions, at, &env, &|rows| self.row(rows, at, &env))
    }

    fn row(&self, rows: &Rows, at: Span, env: &Env) -> Value {
        let two = |first: Span, second: Span| Fault::between(FaultKind::TwoRows, first, second);
        let (mut certain, mut possible): (Option<&Expr>, Vec<&Expr>) = (None, Vec::new());
        let (mut faults, mut missing) = (Faults::default(), Missing::none());
        for (conditions, value) in &rows.rows {
            let conditions: Vec<Value> =
                conditions.iter().map(|condition| self.eval(condition, env)).collect();
            let holds = match conditions.as_slice() {
                [one] => one.clone(),
                several => ops::and(several, value.span),
            };
            let truth = ops::truth(&holds);
            if truth.is_certainly_no() {
                continue;
            }
            truth.faults(&mut faults);
            missing = missing.union(&holds.missing());
            if truth.is_certainly_yes() {
                match certain {
                    Some(first) => faults.meet(Some(two(first.span, value.span))),
                    None => certain = Some(value),
                }
            } else if truth.certain_fault().is_none() {
                possible.push(value);
            }
        }
        let rest = || match &rows.otherwise {
            Some(value) => self.eval(value, env),
            None => fault(FaultKind::NoRow, at),
        };
        if let Some(fault) = ops::certain_fault(faults, &missing) {
            return fault;
        }
        let mut results = match (certain, possible.as_slice()) {
            (None, []) => return rest(),
            (Some(row), []) => return self.eval(row, env),
            (Some(row), [other, ..]) => {
                vec![self.eval(row, env), Value::Fault(two(row.span, other.span))]
            }
            (None, possible) => {
                let mut results = vec![rest()];
                results.extend(possible.iter().map(|row| self.eval(row, env)));
                if let [first, second, ..] = possible {
                    results.push(Value::Fault(two(first.span, second.span)));
                }
                results
            }
        };
        results.extend(faults.of_result().map(Value::Fault));
        hull(&results, &missing)
    }

    /// The combinations of keys to look at where some keys are open.
    fn combinations(&self, table: &Table, keys: &[Value]) -> Option<Vec<Vec<Value>>> {
        if !keys.iter().any(|key| matches!(key, Value::Open(_))) {
            return None;
        }
        let bounds = bounds(table)?;
        let mut combinations: Vec<Vec<Value>> = vec![Vec::new()];
        for ((key, (id, bounds)), _) in keys.iter().zip(bounds).zip(0..) {
            let whole = *table.locals[id.index()].ty.required() == Type::Integer;
            let cases = key_cases(key, &bounds, whole)?;
            if combinations.len() * cases.len() > 256 {
                return None;
            }
            let longer = combinations.iter().flat_map(|keys| {
                cases.iter().map(|case| keys.iter().chain([case]).cloned().collect())
            });
            combinations = longer.collect();
        }
        Some(combinations)
    }

    /// What a field may be whose evidence is too weak.
    pub(super) fn unproven(&self, field: &Field, missing: Missing) -> Value {
        let any = unknown(self.checked, field.ty.required(), &missing);
        let bound = |limit: &Option<Limit>| limit.as_ref().map(|limit| limit.value.clone());
        let (low, high) = (bound(&field.limits.low), bound(&field.limits.high));
        let number = |value: &Option<Value>| match value {
            Some(Value::Number(number)) => Some(*number),
            Some(Value::Money(money)) => Some(money.amount),
            _ => None,
        };
        let day = |value: &Option<Value>| match value {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        };
        let Value::Open(open) = &any else { return any };
        let extent = match &open.extent {
            Extent::Numbers { .. } => Extent::Numbers { low: number(&low), high: number(&high) },
            Extent::Amounts { currency, .. } => {
                Extent::Amounts { low: number(&low), high: number(&high), currency: *currency }
            }
            Extent::Days { .. } => Extent::Days { low: day(&low), high: day(&high) },
            extent => extent.clone(),
        };
        let value = Open { extent, ..Open::clone(open) }.settle();
        if field.optional { value.or_absent(missing) } else { value }
    }
}

pub(super) fn least(a: Option<Fault>, b: Option<Fault>) -> Option<Fault> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// Any value of a type.
fn unknown(checked: &Checked, ty: &Type, missing: &Missing) -> Value {
    let missing = missing.clone();
    match ty {
        Type::Bool => Value::unknown_bool(missing),
        Type::Integer | Type::Decimal | Type::Percent | Type::Points => {
            Value::unknown_number(None, None, missing)
        }
        Type::Money(currency) => Value::unknown_amount(None, None, *currency, missing),
        Type::Date => Value::unknown_date(None, None, missing),
        Type::Enum(id) => {
            let declared = &checked.enums[id.index()];
            let count = u16::try_from(declared.members.len()).unwrap();
            Value::unknown_member(0..count, declared.open, missing)
        }
        Type::List(element) => Value::unknown_list(unknown(checked, element, &missing), missing),
        Type::Optional(inner) => unknown(checked, inner, &missing).or_absent(missing),
        _ => Value::unknown(missing),
    }
}

/// What rows compare each key with; none where a row does more than that.
fn bounds(table: &Table) -> Option<Vec<(LocalId, Vec<Value>)>> {
    let mut bounds: Vec<(LocalId, Vec<Value>)> =
        table.params.iter().map(|key| (*key, Vec::new())).collect();
    let constant = |expr: &Expr| matches!(expr.kind, ExprKind::Constant(_));
    for version in &table.versions {
        for (conditions, value) in &version.body.rows {
            let simple = conditions.iter().all(|condition| collect(condition, &mut bounds));
            if !simple || !constant(value) {
                return None;
            }
        }
        if !version.body.otherwise.iter().all(constant) {
            return None;
        }
    }
    Some(bounds)
}

fn collect(condition: &Expr, bounds: &mut [(LocalId, Vec<Value>)]) -> bool {
    let mut note = |key: &Expr, value: &Expr| {
        let (ExprKind::Local(id), ExprKind::Constant(value)) = (&key.kind, &value.kind) else {
            return false;
        };
        let Some((_, values)) = bounds.iter_mut().find(|(key, _)| key == id) else { return false };
        match value {
            Value::Period(period) => {
                values.extend([period.start, period.end].into_iter().flatten().map(Value::Date));
            }
            value => values.push(value.clone()),
        }
        true
    };
    match &condition.kind {
        ExprKind::Constant(Value::Bool(_)) | ExprKind::Local(_) => true,
        ExprKind::Compare { left, right, .. }
        | ExprKind::Equal { left, right }
        | ExprKind::InPeriod { operand: left, period: right } => {
            note(left, right) || note(right, left)
        }
        ExprKind::OneOf { operand, values, open: false } => {
            values.iter().all(|value| note(operand, value))
        }
        ExprKind::Not(of) => collect(of, bounds),
        ExprKind::And(list) | ExprKind::Or(list) => list.iter().all(|it| collect(it, bounds)),
        _ => false,
    }
}

/// One key for each stretch between the bounds that rows compare it with.
fn key_cases(value: &Value, bounds: &[Value], whole: bool) -> Option<Vec<Value>> {
    use subvent::quantity::Number;
    let Value::Open(open) = value else { return Some(vec![value.clone()]) };
    if bounds.is_empty() {
        return Some(vec![value.clone()]);
    }
    let numbers = |low: Option<Number>, high: Option<Number>, whole: bool| {
        let mut points: Vec<Number> = bounds
            .iter()
            .filter_map(|bound| match bound {
                Value::Number(number) => Some(*number),
                Value::Money(money) => Some(money.amount),
                _ => None,
            })
            .filter(|n| low.is_none_or(|low| low <= *n) && high.is_none_or(|high| *n <= high))
            .chain(low)
            .chain(high)
            .collect();
        points.sort_unstable();
        points.dedup();
        let mut found = Vec::new();
        if low.is_none() {
            found.extend(points.first().and_then(|first| first.sub(Number::ONE).ok()));
        }
        for (at, point) in points.iter().enumerate() {
            found.push(*point);
            let Some(next) = points.get(at + 1) else { continue };
            let between = match whole {
                true => point.add(Number::ONE).ok().filter(|between| between < next),
                false => point.add(*next).and_then(|sum| sum.div(Number::from_i64(2))).ok(),
            };
            found.extend(between);
        }
        if high.is_none() {
            found.extend(points.last().and_then(|last| last.add(Number::ONE).ok()));
        }
        found
    };
    let mut cases: Vec<Value> = match &open.extent {
        Extent::Numbers { low, high } => {
            numbers(*low, *high, whole).into_iter().map(Value::Number).collect()
        }
        Extent::Amounts { low, high, currency } => {
            let currency = (*currency)?;
            let amounts = numbers(*low, *high, false).into_iter();
            amounts.map(|amount| Value::money(amount, currency)).collect()
        }
        Extent::Members { members, other: true } => {
            let mut cases: Vec<Value> = members.iter().copied().map(Value::Member).collect();
            cases.push(Value::Other(std::sync::Arc::from("\0")));
            cases
        }
        // Generated tables have no dates for keys.
        Extent::Days { .. } => return None,
        extent => extent.values()?,
    };
    cases.extend(open.absent.then_some(Value::Absent));
    cases.extend(open.fault.map(Value::Fault));
    Some(cases)
}
