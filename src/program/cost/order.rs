//! Which definitions and rules read which, so that readers come before what they read.

use std::collections::BTreeSet;

use crate::program::Program;
use crate::program::code::{Formula, Operation};
use crate::program::parts::{
    DefinitionCode, EffectKind, ExceptionCode, InForce, RegimesCode, RowsCode, RuleCode,
};
use crate::types::typed::{DefinitionId, RuleId};

/// Something that other code reads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Node {
    Definition(DefinitionId),
    Rule(RuleId),
}

/// All definitions and rules, each before those that it reads. There are no circles.
pub(super) fn readers_first(program: &Program) -> Vec<Node> {
    let definitions = (0..).map(DefinitionId).take(program.definitions.len());
    let rules = (0..).map(RuleId).take(program.rules.len());
    let all = definitions.map(Node::Definition).chain(rules.map(Node::Rule));
    let mut order = Order { program, seen: BTreeSet::new(), found: Vec::new() };
    for node in all {
        order.visit(node);
    }
    order.found.reverse();
    order.found
}

struct Order<'p> {
    program: &'p Program,
    seen: BTreeSet<Node>,
    /// What is read comes before its readers.
    found: Vec<Node>,
}

impl Order<'_> {
    fn visit(&mut self, node: Node) {
        // A stack of its own, for chains of definitions may be long.
        let mut stack = vec![(node, false)];
        while let Some((node, done)) = stack.pop() {
            if done {
                self.found.push(node);
                continue;
            }
            if !self.seen.insert(node) {
                continue;
            }
            stack.push((node, true));
            stack.extend(self.read(node).into_iter().map(|read| (read, false)));
        }
    }

    fn read(&self, node: Node) -> Vec<Node> {
        let mut formulas = Vec::new();
        match node {
            Node::Definition(id) => {
                self.program
                    .definition(id)
                    .into_iter()
                    .for_each(|code| of_definition(code, &mut formulas));
            }
            Node::Rule(id) => {
                self.program.rule(id).into_iter().for_each(|code| of_rule(code, &mut formulas));
            }
        }
        let mut found = Vec::new();
        while let Some(formula) = formulas.pop() {
            for at in formula.block.start..formula.block.end {
                let Some(instruction) = self.program.code().instruction(at) else { continue };
                match &instruction.operation {
                    Operation::Call { definition, .. } => found.push(Node::Definition(*definition)),
                    Operation::Holds { rule, .. } => found.push(Node::Rule(*rule)),
                    Operation::Points { rules, .. } => {
                        found.extend(rules.iter().map(|(rule, _)| Node::Rule(*rule)));
                    }
                    Operation::Table { table, .. } => {
                        let table = self.program.table(*table);
                        let versions = table.into_iter().flat_map(|table| &table.versions);
                        versions.for_each(|(in_force, rows)| {
                            of_validity(in_force, &mut formulas);
                            of_rows(rows, &mut formulas);
                        });
                    }
                    _ => {}
                }
                formulas.extend(instruction.operation.bodies());
            }
        }
        found
    }
}

fn of_validity(in_force: &InForce, into: &mut Vec<Formula>) {
    into.extend(in_force.or_to.iter().map(|(_, condition)| *condition));
}

fn of_rows(rows: &RowsCode, into: &mut Vec<Formula>) {
    into.extend(rows.rows.iter().flat_map(|row| row.conditions.iter().chain([&row.value])));
    into.extend(rows.otherwise.iter().map(|(value, _)| *value));
}

fn of_definition(code: &DefinitionCode, into: &mut Vec<Formula>) {
    into.extend(code.as_of);
    for (in_force, value) in &code.versions {
        of_validity(in_force, into);
        into.push(*value);
    }
    let mut left: Vec<&ExceptionCode> = code.exceptions.iter().collect();
    while let Some(exception) = left.pop() {
        of_validity(&exception.in_force, into);
        into.extend([exception.condition, exception.value]);
        left.extend(&exception.exceptions);
    }
}

fn of_rule(code: &RuleCode, into: &mut Vec<Formula>) {
    into.extend(code.as_of.iter().map(|(_, date)| *date));
    for each in &code.each {
        into.push(each.list);
        into.extend(each.condition);
    }
    of_validity(&code.in_force, into);
    into.extend(code.replaced_by.iter().filter_map(|replacement| replacement.condition));
    let lets = code.early_lets.iter().chain(&code.lets).chain(&code.shown_lets);
    into.extend(lets.map(|(_, value)| *value));
    into.extend(code.guards.iter().map(|(guard, _)| *guard));
    for (condition, because) in &code.exceptions {
        into.push(*condition);
        into.extend(because.iter().flatten());
    }
    into.extend(code.requirements.iter().map(|requirement| requirement.condition));
    code.regimes.iter().for_each(|regimes| of_regimes(regimes, into));
    into.extend(code.permit.iter().chain(&code.award));
    if let Some(effect) = &code.effect {
        match &effect.kind {
            EffectKind::Until(one)
            | EffectKind::Amount(one)
            | EffectKind::ReduceUntilItHolds(one) => into.push(*one),
            EffectKind::ReduceTo(amount, to) => into.extend([*amount, *to]),
        }
    }
    into.extend(code.message.iter().flatten());
}

fn of_regimes(code: &RegimesCode, into: &mut Vec<Formula>) {
    for regime in &code.alternatives {
        of_validity(&regime.in_force, into);
        into.extend(regime.guards.iter().copied());
        into.extend(regime.lets.iter().map(|(_, value)| *value));
        into.extend(regime.requirements.iter().map(|requirement| requirement.condition));
    }
}
