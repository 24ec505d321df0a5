//! All outcomes of a proposal, undetermined ones looked at case by case.

use subvent::eval::{Outcome, PointRange};
use subvent::types::typed::{DefinitionId, Rule, RuleId, RuleKind};
use subvent::value::{Extent, Missing, Open, Owed, Value};

use super::each::{Case, Standing};
use super::expression::finite;
use super::judgement::{Judged, One, Set, any_number_of};
use super::rule::not_applicable;
use super::{Reader, hull};

/// What is said of one rule on one element.
#[derive(Clone, Debug)]
pub struct Entry {
    pub rule: RuleId,
    pub element: Vec<usize>,
    pub outcome: Outcome,
    pub missing: Missing,
    /// What would tell the rule's date: whether that is missing too is for the compiled
    /// evaluator to say, which looks closer.
    pub date_missing: Missing,
    pub points: Option<PointRange>,
    /// No claim is made.
    pub loose: bool,
}

/// The most combinations of cases that are looked at.
const MOST: usize = 256;

impl Reader<'_> {
    /// The outcomes of all rules that bind.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for id in &self.checked.binding {
            let rule = &self.checked.rules[id.index()];
            let base = match rule.record {
                Some(record) => self.offset_in_root(record),
                None => Some(0),
            };
            if let Some(base) = base {
                self.report(*id, rule, base, &mut entries);
            }
        }
        entries
    }

    /// The value of a result.
    pub fn result(&self, id: DefinitionId) -> Option<(Value, bool)> {
        self.loose.set(false);
        let definition = &self.checked.definitions[id.index()];
        let base = self.offset_in_root(definition.receiver?)?;
        let read = || self.definition(definition, Some(base), &[], self.as_of);
        let value = read();
        let value = match &value {
            Value::Open(open) => match self.by_cases(&open.missing, &read) {
                Some((_, values)) => hull(&values, &open.missing),
                None => value,
            },
            _ => value,
        };
        Some((value, self.loose.get()))
    }

    fn report(&self, id: RuleId, rule: &Rule, base: u32, entries: &mut Vec<Entry>) {
        self.loose.set(false);
        let cases = self.cases(rule, base);
        let elsewhere = self.loose.get();
        let before = entries.len();
        let mut fallback = None;
        for case in cases {
            self.loose.set(elsewhere);
            match case {
                Case::Element(path, standing) => {
                    let judged = self.looked_at(rule, &standing);
                    entries.push(self.entry(id, rule, path, judged, &standing.days.missing));
                }
                Case::Further(path, standing, missing) => {
                    let absent = Judged::certain(not_applicable(rule));
                    let mut judged = self.judge(rule, &standing);
                    judged.points = any_number_of(&judged.points, &missing);
                    let judged = judged.or(absent, &missing);
                    let worthless = judged.points == super::judgement::NO_POINTS;
                    let decided = judged.set.is_decided_for(rule.kind) && worthless;
                    let entry = self.entry(id, rule, path, judged, &standing.days.missing);
                    match decided {
                        true => fallback = fallback.or(Some(entry)),
                        false => entries.push(entry),
                    }
                }
                Case::Nothing => {
                    let set = Set::of(not_applicable(rule));
                    let judged = Judged { set, ..Judged::quiet() };
                    entries.push(self.entry(id, rule, Vec::new(), judged, &Missing::none()));
                }
                Case::Faulty(path, fault, missing) => {
                    let mut judged = Judged::faulty(fault);
                    if !missing.is_empty() {
                        let mut any = Judged::certain(One::Satisfied);
                        any.set.add(One::Violated);
                        any.set.add(One::NotApplicable);
                        judged = judged.or(any, &missing);
                    }
                    entries.push(self.entry(id, rule, path, judged, &Missing::none()));
                }
            }
        }
        if entries.len() == before {
            entries.extend(fallback);
        }
    }

    fn entry(
        &self,
        rule: RuleId,
        declared: &Rule,
        element: Vec<usize>,
        judged: Judged,
        date_missing: &Missing,
    ) -> Entry {
        let outcome = judged.set.outcome(declared.kind);
        let undetermined = outcome == Outcome::Undetermined;
        Entry {
            rule,
            element,
            outcome,
            missing: if undetermined { judged.missing } else { Missing::none() },
            date_missing: date_missing.clone(),
            points: (declared.kind == RuleKind::Preference).then(|| PointRange::of(&judged.points)),
            loose: self.loose.get(),
        }
    }

    /// The outcomes on an element; where more than one is possible, case by case.
    fn looked_at(&self, rule: &Rule, standing: &Standing) -> Judged {
        let judged = self.judge(rule, standing);
        if judged.set.is_single() || judged.missing.is_empty() {
            return judged;
        }
        let again = || self.judge(rule, &self.stand_again(rule, standing));
        let Some((questions, cases)) = self.by_cases(&judged.missing, &again) else {
            return judged;
        };
        let mut decisive = Vec::new();
        let mut stride = 1;
        for (owed, count) in questions.iter().rev() {
            let first = |at: usize| at - (at / stride % count) * stride;
            let differs = (0..cases.len()).any(|at| {
                cases[at].set != cases[first(at)].set || !cases[at].set.is_decided_for(rule.kind)
            });
            if differs {
                decisive.push(*owed);
            }
            stride *= count;
        }
        let mut all = cases
            .into_iter()
            .reduce(|all, case| all.or(case, &Missing::none()))
            .unwrap_or_default();
        if !all.set.is_single() {
            all.missing = all.missing.union(&Missing::from_owed(decisive));
            if all.missing.is_empty() {
                all.missing = judged.missing;
            }
        }
        all
    }

    /// What comes of each combination of the values of missing facts that have few, the last fact
    /// changing fastest; none where there is none.
    fn by_cases<T>(
        &self,
        missing: &Missing,
        read: &dyn Fn() -> T,
    ) -> Option<(Vec<(Owed, usize)>, Vec<T>)> {
        let mut questions: Vec<(Owed, Vec<Value>)> = Vec::new();
        let mut product = 1;
        for owed in missing.iter() {
            let value = match owed {
                Owed::Fact(cell) => self.facts.cell(cell).clone(),
                Owed::Reading(id) => self.reading(subvent::types::typed::ReadingId(id)),
                Owed::Evidence(..) | Owed::Fill(_) | Owed::Law(_) => continue,
            };
            let Some(cases) = cases_of(&value) else { continue };
            if product * cases.len() <= MOST {
                product *= cases.len();
                questions.push((owed, cases));
            }
        }
        if questions.is_empty() {
            return None;
        }
        let mut results = Vec::new();
        for at in 0..product {
            let mut rest = at;
            for (owed, cases) in questions.iter().rev() {
                let case = cases[rest % cases.len()].clone();
                rest /= cases.len();
                self.assumed.borrow_mut().insert(*owed, case);
            }
            results.push(read());
        }
        self.assumed.borrow_mut().clear();
        let questions = questions.into_iter().map(|(owed, cases)| (owed, cases.len()));
        Some((questions.collect(), results))
    }
}

/// The cases of an open value that together hold all that it can be.
fn cases_of(value: &Value) -> Option<Vec<Value>> {
    let Value::Open(open) = value else { return None };
    if open.fault.is_some() {
        return None;
    }
    let mut cases = match (finite(&open.extent), open.absent) {
        (Some(values), _) => values,
        (None, true) => vec![Open { absent: false, ..Open::clone(open) }.settle()],
        (None, false) => return None,
    };
    cases.extend(open.absent.then_some(Value::Absent));
    (cases.len() > 1 && open.extent != Extent::Nothing).then_some(cases)
}
