//! What is computed for each kind of root.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::program::FactSchema;
use crate::program::parts::{RootPlan, Run};
use crate::types::typed::{Checked, RecordId, Root, RuleId, RuleKind, Type};

/// One plan for each record that a proposal may be.
pub(super) fn plans(checked: &Checked, schema: &FactSchema) -> Vec<RootPlan> {
    let mut roots = checked.programme.roots.clone();
    for (index, record) in checked.records.iter().enumerate() {
        let record_id = RecordId::new(index);
        if record.root && roots.iter().all(|root| root.record != record_id) {
            roots.push(Root { record: record_id, each_of: Vec::new() });
        }
    }
    roots.iter().map(|root| Planner { checked, schema, root }.plan()).collect()
}

/// How far records of type `inner` start after one of type `outer` that is or includes them.
pub(in crate::program) fn offsets_in(
    checked: &Checked,
    schema: &FactSchema,
    outer: RecordId,
    inner: RecordId,
) -> Vec<u32> {
    let mut found = Vec::new();
    let mut waiting = vec![(outer, 0_u32)];
    while let Some((record, offset)) = waiting.pop() {
        if record == inner {
            found.push(offset);
            continue;
        }
        let includes = checked.records.get(record.index()).map_or(&[][..], |it| &it.includes);
        for (position, included) in includes.iter().enumerate().rev() {
            let position = u32::try_from(position).unwrap_or(u32::MAX);
            if let Some(inside) = schema.include_offset(record, position) {
                waiting.push((*included, offset.saturating_add(inside)));
            }
        }
    }
    found
}

/// Finds what a root needs.
struct Planner<'a> {
    checked: &'a Checked,
    schema: &'a FactSchema,
    root: &'a Root,
}

impl Planner<'_> {
    fn plan(&self) -> RootPlan {
        let mut plan = RootPlan {
            record: self.root.record,
            rules: Vec::new(),
            results: Vec::new(),
            groups: Vec::new(),
            elsewhere: Vec::new(),
        };
        for id in &self.checked.binding {
            let Some(rule) = self.checked.rules.get(id.index()) else { continue };
            let runs = self.runs(*id, rule.record);
            if runs.is_empty() {
                plan.elsewhere.push(*id);
            }
            plan.rules.extend(runs);
        }
        for id in &self.checked.results {
            let Some(definition) = self.checked.definitions.get(id.index()) else { continue };
            plan.results.extend(self.runs(*id, definition.receiver));
        }
        plan.groups = self.groups(&plan.rules);
        plan
    }

    /// Where something for a record is computed: on the root, on what it includes, and on the
    /// elements that are roots of their own.
    fn runs<T: Copy>(&self, what: T, record: Option<RecordId>) -> Vec<Run<T>> {
        let Some(record) = record else {
            return vec![Run { what, each_of: None, offset: 0 }];
        };
        let on_root = self.offsets(self.root.record, record).into_iter();
        let mut runs: Vec<Run<T>> =
            on_root.map(|offset| Run { what, each_of: None, offset }).collect();
        for (cell, element) in self.lists() {
            let on_element = self.offsets(element, record).into_iter();
            let each_of = Some((cell, element));
            runs.extend(on_element.map(|offset| Run { what, each_of, offset }));
        }
        runs
    }

    fn offsets(&self, outer: RecordId, inner: RecordId) -> Vec<u32> {
        offsets_in(self.checked, self.schema, outer, inner)
    }

    /// The lists of the root whose elements are roots: the cell, and the elements' type.
    fn lists(&self) -> impl Iterator<Item = (u32, RecordId)> {
        let record = self.checked.records.get(self.root.record.index());
        self.root.each_of.iter().filter_map(move |position| {
            let field = record?.fields.get(*position as usize)?;
            let cell = self.schema.field_offset(self.root.record, *position)?;
            match field.ty.required() {
                Type::List(element) => match element.required() {
                    Type::Record(element) => Some((cell, *element)),
                    _ => None,
                },
                _ => None,
            }
        })
    }

    /// The preferences that are checked, by group.
    fn groups(&self, rules: &[Run<RuleId>]) -> Vec<(Arc<str>, Vec<RuleId>)> {
        let mut groups: BTreeMap<Arc<str>, Vec<RuleId>> = BTreeMap::new();
        for run in rules {
            let Some(rule) = self.checked.rules.get(run.what.index()) else { continue };
            if rule.kind == RuleKind::Preference {
                let name = rule.group.clone().unwrap_or_else(|| Arc::from(""));
                groups.entry(name).or_default().push(run.what);
            }
        }
        for rules in groups.values_mut() {
            rules.dedup();
        }
        groups.into_iter().collect()
    }
}
