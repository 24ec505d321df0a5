//! Lists, comprehensions, elements picked from lists, choices, and reading what is declared.

use super::body::{Scope, Writer};
use super::model::Ty;
use super::source::{Code, level};

impl Writer {
    /// `E for x in L where C`, with E of a type; none where no list is in reach.
    pub fn comprehension(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Option<String> {
        let (list, element) = self.any_list(scope, depth)?;
        let variable = self.name("x");
        let mut inner = scope.with(&variable, &element);
        let mut text = format!("for {variable} in {}", list.at(level::RANGE));
        if depth > 0
            && self.chance.percent(12)
            && let Some((list, element)) = self.any_list(&inner, 0)
        {
            let variable = self.name("x");
            inner = inner.with(&variable, &element);
            text = format!("{text} for {variable} in {}", list.at(level::RANGE));
        }
        if self.chance.percent(45) {
            match self.optional(&inner, None).filter(|_| self.chance.percent(25)) {
                Some(place) => {
                    text = format!("{text} where {} is present", place.text);
                    inner = inner.where_present(&place.text);
                }
                None => {
                    let condition = self.expression(&Ty::Bool, &inner, depth);
                    text = format!("{text} where {}", condition.text);
                }
            }
        }
        let value = self.expression(ty, &inner, depth);
        Some(format!("{} {text}", value.at(level::OR)))
    }

    /// `x in L where C`.
    pub fn binding(&mut self, scope: &Scope, depth: u8) -> Option<String> {
        let (list, element) = self.any_list(scope, depth)?;
        let variable = self.name("x");
        let inner = scope.with(&variable, &element);
        let condition = self.expression(&Ty::Bool, &inner, depth);
        Some(format!("{variable} in {} where {}", list.at(level::RANGE), condition.text))
    }

    /// A list of some type.
    pub fn list(&mut self, element: &Ty, scope: &Scope, depth: u8) -> Code {
        match self.chance.below(7) {
            0 if self.literal(element).is_some() => {
                let items: Vec<String> = (0..1 + self.chance.below(3))
                    .map(|_| self.expression(element, scope, depth).text)
                    .collect();
                Code::atom(format!("[{}]", items.join(", ")))
            }
            1 | 2 if self.can_make(element, scope) => {
                match self.comprehension(element, scope, depth) {
                    Some(inner) => Code::atom(format!("({inner})")),
                    None => self.leaf(&element.clone().list(), scope),
                }
            }
            3 => {
                let list = self.expression(&element.clone().list(), scope, depth);
                Code::new(format!("distinct {}", list.at(level::POSTFIX)), level::SHARE)
            }
            4 | 6 if *element == Ty::Integer => {
                let start = self.chance.between(0, 3);
                let end = self.leaf(&Ty::Integer, scope).at(level::ADJUSTED);
                Code::new(format!("{start} to {end}"), level::RANGE)
            }
            4..=6 if *element == Ty::Period => self.cover(scope, depth),
            5 => match self.linked(element, scope, depth) {
                Some(code) => code,
                None => self.leaf(&element.clone().list(), scope),
            },
            _ => self.leaf(&element.clone().list(), scope),
        }
    }

    fn can_make(&mut self, ty: &Ty, scope: &Scope) -> bool {
        self.literal(ty).is_some() || self.path(scope, ty).is_some()
    }

    /// The closure of links from some record with a key.
    pub fn any_linked(&mut self, scope: &Scope, depth: u8) -> Option<(Code, Ty)> {
        let keyed = self
            .model
            .records
            .iter()
            .position(|record| record.fields.first().is_some_and(|field| field.key))?;
        let element = Ty::Record(keyed);
        Some((self.linked(&element, scope, depth.min(1))?, element))
    }

    /// The closure of links, which is a list of records that have keys.
    fn linked(&mut self, element: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        let start = self.path(scope, element)?;
        let links: Vec<usize> = (0..self.model.records.len())
            .filter(|id| {
                let fields = &self.model.records[*id].fields;
                fields.iter().any(|field| field.name == "from" && field.ty == *element)
            })
            .collect();
        let link = Ty::Record(*links.first()?);
        let list = self.path(scope, &link.clone().list())?;
        let variable = self.name("x");
        let way = self.chance.word(&["either way", "one way"]);
        let mut text =
            format!("linked with {} through {variable} in {} {way}", start.text, list.text);
        if self.chance.percent(50) {
            let inner = scope.with(&variable, &link);
            text = format!("{text} where {}", self.expression(&Ty::Bool, &inner, depth).text);
        }
        Some(Code::new(text, level::OPEN))
    }

    /// An element picked from a list, or a part of it.
    pub fn picked(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        if self.chance.percent(20) {
            return self.carried(ty, scope, depth);
        }
        if self.chance.percent(20) {
            return self.grouped(ty, scope, depth);
        }
        let (list, element) = self.any_list(scope, depth)?;
        let variable = self.name("x");
        let inner = scope.with(&variable, &element);
        let list = list.at(level::SUM);
        let form = if self.chance.percent(50) {
            let condition = self.expression(&Ty::Bool, &inner, depth);
            format!("the {variable} in {list} where {}", condition.text)
        } else {
            let key = self.key(&inner, &variable)?.at(level::SUM);
            let edge = self.chance.word(&["first", "last"]);
            format!("{edge} of {variable} in {list} by {key}")
        };
        if element == *ty {
            if self.literal(ty).is_some() && self.chance.percent(70) {
                let default = self.leaf(ty, scope).at(level::SUM);
                return Some(Code::new(
                    format!("({form}) default {default} when none"),
                    level::ADJUSTED,
                ));
            }
            return Some(Code::new(form, level::OPEN));
        }
        let Ty::Record(record) = element else { return None };
        let fields = self.model.fields(record);
        let fitting: Vec<String> = fields
            .into_iter()
            .filter(|field| field.ty == *ty && !field.optional)
            .map(|field| field.name)
            .collect();
        let field = self.chance.pick(&fitting)?;
        Some(Code::new(format!("({form}).{field}"), level::POSTFIX))
    }

    /// Something that puts elements in order.
    fn key(&mut self, scope: &Scope, variable: &str) -> Option<Code> {
        let sortable = |ty: &Ty| {
            matches!(
                ty,
                Ty::Integer | Ty::Decimal | Ty::Percent | Ty::Money(_) | Ty::Date | Ty::Text
            )
        };
        let places = self.places(scope);
        let own: Vec<String> = places
            .into_iter()
            .filter(|place| !place.optional && sortable(&place.ty))
            .filter(|place| {
                place.text == variable || place.text.starts_with(&format!("{variable}."))
            })
            .map(|place| place.text)
            .collect();
        self.chance.pick(&own).map(|text| Code::new(text.clone(), level::POSTFIX))
    }

    fn carried(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        self.literal(ty)?;
        let (list, element) = self.any_list(scope, 0)?;
        let (state, variable) = (self.name("s"), self.name("x"));
        let key = self.key(&scope.with(&variable, &element), &variable)?.at(level::SUM);
        let init = self.leaf(ty, scope).at(level::SUM);
        let inner = scope.with(&variable, &element).with(&state, ty);
        let next = self.expression(ty, &inner, depth.min(2));
        let text = format!(
            "carry {state} from {init} through {variable} in {} by {key} as {}",
            list.at(level::SUM),
            next.text
        );
        Some(Code::new(text, level::OPEN))
    }

    /// A number, amount or condition over groups.
    fn grouped(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        let word = match ty {
            Ty::Bool => self.chance.word(&["all", "any"]),
            Ty::Integer | Ty::Money(_) => "sum",
            _ => return None,
        };
        let (list, element) = self.any_list(scope, 0)?;
        let variable = self.name("x");
        let inner = scope.with(&variable, &element);
        let places = self.places(&inner);
        let keys: Vec<(String, Ty)> = places
            .into_iter()
            .filter(|p| !p.optional && p.text.starts_with(&variable))
            .filter(|p| matches!(p.ty, Ty::Enum(_) | Ty::Integer | Ty::Text | Ty::Bool | Ty::Date))
            .map(|p| (p.text, p.ty))
            .collect();
        let (key, key_ty) = self.chance.pick(&keys).cloned()?;
        let group = self.name("g");
        let inner = scope.with(&group, &Ty::Group(Box::new(key_ty), Box::new(element)));
        let value = self.expression(ty, &inner, depth).at(level::OR);
        let list = list.at(level::SUM);
        Some(Code::atom(format!(
            "{word}({value} for {group} in (group {variable} in {list} by {key}))"
        )))
    }

    /// `if`, `choose` or `match`.
    pub fn choice(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        match self.chance.below(4) {
            0 | 1 => {
                let (condition, then_scope) = self.guard(scope, depth);
                let then = self.expression(ty, &then_scope, depth);
                let other = self.expression(ty, scope, depth);
                let text = format!("if {condition} then {} else {}", then.text, other.text);
                Some(Code::new(text, level::OPEN))
            }
            2 => {
                let arms: Vec<String> = (0..1 + self.chance.below(2))
                    .map(|_| {
                        let (condition, inner) = self.guard(scope, depth);
                        let value = self.expression(ty, &inner, depth).at(level::ADJUSTED);
                        format!("{value} when {condition}")
                    })
                    .collect();
                let rest = match self.chance.percent(92) {
                    true => {
                        let value = self.expression(ty, scope, depth).at(level::ADJUSTED);
                        format!("  otherwise {value}")
                    }
                    false => String::new(),
                };
                let gap = separator(&arms, &rest);
                let arms = arms.join(gap);
                Some(Code::atom(format!(
                    "choose {{ {arms}{}{} }}",
                    if rest.is_empty() { "" } else { gap },
                    rest.trim()
                )))
            }
            _ => self.matched(ty, scope, depth),
        }
    }

    /// A condition, and what it lets the expression after it rely on.
    fn guard(&mut self, scope: &Scope, depth: u8) -> (String, Scope) {
        if self.chance.percent(30)
            && let Some(place) = self.optional(scope, None)
        {
            let text = format!("{} is present", place.text);
            return (text, scope.where_present(&place.text));
        }
        (self.expression(&Ty::Bool, scope, depth).text, scope.clone())
    }

    fn matched(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        let id = self.chance.below(self.model.enums.len());
        let declared = self.model.enums.get(id)?.clone();
        let operand = self.expression(&Ty::Enum(id), scope, depth.min(1)).at(level::SUM);
        let mut members = declared.members.clone();
        self.chance.shuffle(&mut members);
        let otherwise = declared.open || self.chance.percent(40);
        if otherwise {
            members.truncate(1 + self.chance.below(members.len()));
        }
        let mut arms = Vec::new();
        while !members.is_empty() {
            let count = 1 + self.chance.below(2.min(members.len()));
            let names: Vec<String> = members.drain(..count.min(members.len())).collect();
            let value = self.expression(ty, scope, depth).at(level::SUM);
            arms.push(format!("{} -> {value}", names.join(", ")));
        }
        if otherwise {
            let value = self.expression(ty, scope, depth).at(level::SUM);
            arms.push(format!("otherwise -> {value}"));
        }
        let gap = separator(&arms, "");
        Some(Code::atom(format!("match {operand} {{ {} }}", arms.join(gap))))
    }

    /// A definition with parameters, a table or a keyed parameter; or anything dated, on a date.
    pub fn reading_of_value(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        let fitting: Vec<usize> = (0..scope.values.min(self.model.values.len()))
            .filter(|at| {
                let value = &self.model.values[*at];
                let reach = match (value.receiver, scope.receiver) {
                    (None, _) => true,
                    (Some(own), Some(receiver)) => self.model.is_or_includes(receiver, own),
                    (Some(_), None) => false,
                };
                value.ty == *ty && !value.optional && reach
            })
            .collect();
        let value = self.model.values[*self.chance.pick(&fitting)?].clone();
        let mut code = if value.takes.is_empty() {
            Code::new(value.name.clone(), level::POSTFIX)
        } else {
            let arguments: Vec<String> = value
                .takes
                .iter()
                .map(|ty| self.expression(ty, scope, depth.min(1)).text)
                .collect();
            Code::new(format!("{}({})", value.name, arguments.join(", ")), level::POSTFIX)
        };
        if self.chance.percent(35) {
            let date = self.expression(&Ty::Date, scope, depth.min(1)).text;
            code = Code::new(format!("{} on ({date})", code.text), level::POSTFIX);
        }
        if value.gap && self.chance.percent(60) {
            let default = self.leaf(ty, scope).at(level::SUM);
            code = Code::new(
                format!("{} default {default} when not in force", code.text),
                level::ADJUSTED,
            );
        }
        Some(code)
    }
}

/// What stands between arms: a comma where the next one would be read on from the one before, as
/// the second operand of a minus, the arguments of a call, or the unit of a number.
fn separator(arms: &[String], rest: &str) -> &'static str {
    const UNITS: [&str; 7] = ["-", "(", "year", "month", "day", "week", "PLN"];
    let all = arms.iter().map(String::as_str).chain([rest.trim()]);
    let reads_on = |arm: &str| UNITS.iter().any(|unit| arm.starts_with(unit));
    if all.into_iter().any(reads_on) { ", " } else { "  " }
}
