//! Which form of expression is read how.

use subvent::types::typed::{DefaultWhen, Expr, ExprKind, Field, State, Type};

use super::super::coverage::name_of;
use super::value::{Class, PLAIN, Rec, Res, Stop, Val, all, any, both, not};
use super::world::{Frame, World};

impl World<'_> {
    /// The value of an expression.
    pub fn eval(&self, expr: &Expr, frame: &Frame) -> Res {
        self.step()?;
        *self.seen.borrow_mut().entry(name_of(&expr.kind)).or_default() += 1;
        match &expr.kind {
            ExprKind::Poison => panic!("a program with errors is never evaluated"),
            ExprKind::Constant(value) => Val::of_constant(value),
            ExprKind::Receiver => frame.receiver.clone().ok_or(PLAIN),
            ExprKind::Around(_) => Ok(Val::Record(self.root.clone())),
            ExprKind::IsAround(record) => Ok(Val::Bool(self.is_or_includes(self.record, *record))),
            ExprKind::Local(id) => frame
                .locals
                .get(id)
                .cloned()
                .unwrap_or_else(|| panic!("local {} is read before it has a value", id.0)),
            ExprKind::Field { base, record, field } => {
                let field = &self.checked.records[record.index()].fields[*field as usize];
                match self.eval(base, frame)? {
                    Val::Record(record) => fact(&record, field, frame.evidence),
                    _ => Err(PLAIN),
                }
            }
            ExprKind::Include { base, .. } => self.eval(base, frame),
            ExprKind::WithEvidence { operand, level } => {
                self.eval(operand, &Frame { evidence: *level, ..frame.clone() })
            }
            ExprKind::GroupKey(base) => match self.eval(base, frame)? {
                Val::Group(group) => Ok(group.0.clone()),
                _ => Err(PLAIN),
            },
            ExprKind::GroupItems(base) => match self.eval(base, frame)? {
                Val::Group(group) => Ok(Val::List(group.1.clone().into())),
                _ => Err(PLAIN),
            },
            ExprKind::Definition { id, receiver, arguments } => {
                self.definition(*id, receiver.as_deref(), arguments, frame)
            }
            ExprKind::Parameter { id, arguments } => {
                let parameter = &self.checked.parameters[id.index()];
                let known_until = parameter.unknown_after.map(|(date, _)| date);
                self.table(&parameter.table, known_until, arguments, frame)
            }
            ExprKind::Table { id, arguments } => {
                self.table(&self.checked.tables[id.index()], None, arguments, frame)
            }
            ExprKind::Reading(id) => {
                self.checked.readings[id.index()].decided.map(Val::Member).ok_or(Stop::Unknown)
            }
            ExprKind::On { operand, date } => {
                let date = self.eval(date, frame).and_then(|date| date.day());
                self.eval(operand, &Frame { date: Ok(date?), ..frame.clone() })
            }
            ExprKind::Not(operand) => not(self.eval(operand, frame)),
            ExprKind::And(parts) => all(parts.iter().map(|part| self.eval(part, frame))),
            ExprKind::Or(parts) => any(parts.iter().map(|part| self.eval(part, frame))),
            ExprKind::State { operand, state } => {
                let absent = self.eval(operand, frame)? == Val::Absent;
                Ok(Val::Bool(match state {
                    State::Present => !absent,
                    State::Absent => absent,
                    State::Known => true,
                }))
            }
            ExprKind::If { condition, then, otherwise } => {
                if self.eval(condition, frame)?.truth()? {
                    self.eval(then, frame)
                } else {
                    self.eval(otherwise, frame)
                }
            }
            ExprKind::Choose { arms, otherwise } => self.choose(arms, otherwise.as_deref(), frame),
            ExprKind::Match { operand, arms, otherwise } => {
                self.matching(operand, arms, otherwise.as_deref(), frame)
            }
            ExprKind::Default { operand, value, when } => {
                let found = self.eval(operand, frame);
                let replaced = match when {
                    DefaultWhen::Absent => found == Ok(Val::Absent),
                    DefaultWhen::NotInForce => found == Err(Stop::Fault(Class::NotInForce)),
                    DefaultWhen::None => found == Err(Stop::Fault(Class::Nothing)),
                };
                if replaced { self.eval(value, frame) } else { found }
            }
            ExprKind::Holds { rule, .. } => self.holds(*rule, frame),
            ExprKind::PointsOf { group, .. } => self.points_of(group.as_deref(), frame),
            _ => self.computed(expr, frame),
        }
    }

    /// Two operands.
    pub(super) fn pair(
        &self,
        left: &Expr,
        right: &Expr,
        frame: &Frame,
    ) -> Result<(Val, Val), Stop> {
        both(self.eval(left, frame), self.eval(right, frame))
    }
}

/// A fact, which is unknown where its evidence is too weak. Records and lists have evidence in
/// what they hold; what is not there needs none.
fn fact(record: &Rec, field: &Field, level: u8) -> Res {
    let value = record.fields.get(&*field.name).cloned().unwrap_or(Val::Absent);
    let single = field.reference || !matches!(field.ty.required(), Type::Record(_) | Type::List(_));
    let found = record.evidence.get(&*field.name).copied().unwrap_or(1);
    if single && value != Val::Absent && found < level { Err(Stop::Unknown) } else { Ok(value) }
}
