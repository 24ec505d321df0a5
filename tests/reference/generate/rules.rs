//! Rules, preferences, permissions and information.

use super::body::{Scope, Writer};
use super::model::{RuleModel, Ty};
use super::source::level;

impl Writer {
    fn record_of_rule(&mut self) -> usize {
        let root = self.model.root();
        let includes = self.model.records[root].includes.clone();
        match self.chance.pick(&includes) {
            Some(base) if self.chance.percent(25) => *base,
            _ => root,
        }
    }

    fn scope_of_rule(&mut self, record: usize) -> Scope {
        Scope {
            receiver: Some(record),
            values: self.model.values.len(),
            rules: self.model.rules.len(),
            points: true,
            undecided: self.chance.percent(25),
            ..Scope::default()
        }
    }

    /// A rule.
    pub fn declare_rule(&mut self) -> String {
        let record = self.record_of_rule();
        let name = self.name("r");
        let mut scope = self.scope_of_rule(record);
        let mut lines = Vec::new();
        if self.chance.percent(25) {
            let date = self.leaf(&Ty::Date, &scope).text;
            lines.push(format!("as of {date}"));
        }
        if self.chance.percent(15) {
            let to = self.chance.word(&["", " to 2024-12-31", " to 2024-05-01"]);
            lines.push(format!("from {}{to}", self.chance.word(&["2022-01-01", "2024-05-01"])));
        }
        let mut element = None;
        if self.chance.percent(30)
            && let Some((line, inner, variable)) = self.for_each(&scope)
        {
            lines.push(line);
            scope = inner;
            element = Some(variable);
        }
        while self.chance.percent(25) {
            let (local, ty) = (self.name("l"), Ty::Money("PLN"));
            let value = self.expression(&ty, &scope, 2);
            lines.push(format!("let {local} = {}", value.text));
            scope = scope.with(&local, &ty);
        }
        scope = self.guards(&mut lines, scope);
        let permission = self.chance.percent(5);
        if permission {
            lines.push(match self.chance.percent(70) {
                true => format!("permit {}", self.expression(&Ty::Bool, &scope, 2).text),
                false => "permit".to_owned(),
            });
        } else if self.chance.percent(12) {
            lines.push(self.regimes(&scope));
        } else {
            self.requirements(&mut lines, &scope);
            if self.chance.percent(45) {
                lines.push(format!("if not {}", self.consequence(&scope, element.as_deref())));
            }
        }
        if self.chance.percent(30) {
            lines.push(
                "message en \"It says {".to_owned() + &self.leaf(&Ty::Bool, &scope).text + "}.\"",
            );
        }
        let rests = lines.iter().any(|line| line.contains("holds "));
        if !permission && !rests && self.chance.percent(8) {
            lines.extend(self.replacing(record));
        }
        self.model.rules.push(RuleModel {
            name: name.clone(),
            record,
            preference: false,
            group: None,
        });
        self.block("rule", &name, record, &lines)
    }

    fn block(&self, word: &str, name: &str, record: usize, lines: &[String]) -> String {
        let record = &self.model.records[record].name;
        format!("{word} {name} for {record} {{\n  {}\n}}", lines.join("\n  "))
    }

    fn for_each(&mut self, scope: &Scope) -> Option<(String, Scope, String)> {
        let (list, element) = self.any_list(scope, 1)?;
        let variable = self.name("x");
        let mut inner = scope.with(&variable, &element);
        let mut line = format!("for each {variable} in {}", list.at(level::RANGE));
        if self.chance.percent(30) {
            line += &format!(" where {}", self.expression(&Ty::Bool, &inner, 1).text);
        }
        if self.chance.percent(15)
            && let Some((list, element)) = self.any_list(&inner, 0)
        {
            let second = self.name("x");
            line += &format!("\n  for each {second} in {}", list.at(level::RANGE));
            inner = inner.with(&second, &element);
        }
        Some((line, inner, variable))
    }

    /// `when`s and `unless`es, and what they let the rest rely on.
    fn guards(&mut self, lines: &mut Vec<String>, mut scope: Scope) -> Scope {
        while self.chance.percent(30) {
            if self.chance.percent(30)
                && let Some(place) = self.optional(&scope, None)
            {
                lines.push(format!("when {} is present", place.text));
                scope = scope.where_present(&place.text);
                continue;
            }
            lines.push(format!("when {}", self.expression(&Ty::Bool, &scope, 2).text));
        }
        while self.chance.percent(20) {
            lines.push(format!("unless {}", self.expression(&Ty::Bool, &scope, 2).text));
        }
        scope
    }

    fn requirements(&mut self, lines: &mut Vec<String>, scope: &Scope) {
        loop {
            let word = self.chance.word(&["require", "require", "require", "forbid"]);
            lines.push(format!("{word} {}", self.expression(&Ty::Bool, scope, 3).text));
            if !self.chance.percent(25) {
                return;
            }
        }
    }

    fn regimes(&mut self, scope: &Scope) -> String {
        let unknown = if self.chance.percent(25) { ", unknown after 2025-12-31" } else { "" };
        let mut lines = vec![format!("one of regimes{unknown} {{")];
        for at in 0..1 + self.chance.below(3) {
            let name = self.name("regime");
            let mut validity =
                self.chance.word(&["", " from 2023-01-01", " from 2024-05-01"]).to_owned();
            if at == 0 && !validity.is_empty() && self.chance.percent(50) {
                validity += " to 2024-12-31";
                if self.chance.percent(50) {
                    let condition = self.expression(&Ty::Bool, scope, 1).text;
                    validity += &format!(" or to 2025-06-30 when {condition}");
                }
            }
            let mut inner = scope.clone();
            let mut clauses = Vec::new();
            if self.chance.percent(40) {
                clauses.push(format!("when {}", self.expression(&Ty::Bool, &inner, 1).text));
            }
            if self.chance.percent(20) {
                let (local, ty) = (self.name("l"), Ty::Integer);
                clauses.push(format!("let {local} = {}", self.expression(&ty, &inner, 1).text));
                inner = inner.with(&local, &ty);
            }
            clauses.push(format!("require {}", self.expression(&Ty::Bool, &inner, 2).text));
            lines.push(format!("    {name}{validity} {{ {} }}", clauses.join("\n      ")));
        }
        format!("{}\n  }}", lines.join("\n"))
    }

    fn consequence(&mut self, scope: &Scope, element: Option<&str>) -> String {
        let money = Ty::Money("PLN");
        let _ = element;
        match self.chance.below(10) {
            0 => "reject".to_owned(),
            1 => "advise".to_owned(),
            2 => "not effective until satisfied".to_owned(),
            3 => format!("correct until {}", self.leaf(&Ty::Date, scope).at(level::SUM)),
            4 => {
                let from = self.leaf(&Ty::Date, scope).at(level::SUM);
                format!("correct within 30 days from {from}")
            }
            5 => {
                let amount = self.leaf(&money, scope).at(level::ADJUSTED);
                format!("reduce {amount} to {}", self.expression(&money, scope, 1).text)
            }
            6 => format!("exclude {}", self.leaf(&money, scope).text),
            7 => format!("recover {}", self.leaf(&money, scope).text),
            8 => format!("sanction at most {}", self.leaf(&Ty::Percent, scope).text),
            _ => "reject".to_owned(),
        }
    }

    /// A general rule that this one goes before.
    fn replacing(&mut self, record: usize) -> Option<String> {
        let rules: Vec<String> = self
            .model
            .rules
            .iter()
            .filter(|rule| !rule.preference && rule.record == record)
            .map(|rule| rule.name.clone())
            .collect();
        let general = self.chance.pick(&rules)?.clone();
        let scope = Scope { receiver: Some(record), ..Scope::default() };
        let condition = match self.chance.percent(80) {
            true => format!(" when {}", self.expression(&Ty::Bool, &scope, 1).text),
            false => String::new(),
        };
        Some(format!("replace {general}{condition}"))
    }

    /// More conditions for rules, most often of those for the record that the root includes: they
    /// read the facts of the root.
    pub fn declare_refinements(&mut self) -> Vec<String> {
        let root = self.model.root();
        let rules = self.model.rules.clone();
        let mut texts = Vec::new();
        for rule in rules.iter().filter(|rule| !rule.preference) {
            if !self.chance.percent(if rule.record == root { 5 } else { 50 }) {
                continue;
            }
            let scope =
                Scope { receiver: Some(root), values: self.model.values.len(), ..Scope::default() };
            let mut lines = Vec::new();
            for word in ["unless", "when"] {
                if lines.is_empty() || self.chance.percent(30) {
                    let condition = self.expression(&Ty::Bool, &scope, 2).text;
                    lines.push(format!("{word} {condition}"));
                }
            }
            let of = match self.chance.percent(50) {
                true => format!(" for {}", self.model.records[root].name),
                false => String::new(),
            };
            texts.push(format!("refine {}{of} {{\n  {}\n}}", rule.name, lines.join("\n  ")));
        }
        texts
    }

    /// A preference.
    pub fn declare_preference(&mut self) -> String {
        let record = self.record_of_rule();
        let name = self.name("q");
        let mut scope = self.scope_of_rule(record);
        (scope.rules, scope.points) = (0, false);
        let mut lines = vec![format!("when {}", self.expression(&Ty::Bool, &scope, 2).text)];
        if self.chance.percent(15) {
            lines.push(format!("unless {}", self.expression(&Ty::Bool, &scope, 2).text));
        }
        let points = match self.chance.percent(70) {
            true => format!("{} points", self.chance.between(1, 5)),
            false => {
                let points = self.expression(&Ty::Integer, &scope, 1).at(level::SUM);
                format!("{points} points")
            }
        };
        lines.push(format!("award {points}"));
        let group = match self.chance.percent(70) {
            true => Some(self.chance.word(&["quality", "impact"]).to_owned()),
            false => None,
        };
        if let Some(group) = &group {
            lines.push(format!("group {group}"));
        }
        self.model.rules.push(RuleModel { name: name.clone(), record, preference: true, group });
        self.block("prefer", &name, record, &lines)
    }
}
