//! Writing expressions: what is in reach, and how to choose among the forms of a type.

use super::super::chance::Chance;
use super::model::{Model, TEXTS, Ty, day, hundredths, integer, number};
use super::source::{Code, level};

/// What an expression may read.
#[derive(Clone, Default)]
pub struct Scope {
    /// The record that bare names read.
    pub receiver: Option<usize>,
    /// Names in reach.
    pub locals: Vec<(String, Ty, bool)>,
    /// Optional things that are known to be present here.
    pub present: Vec<String>,
    /// Only so many of the model's values may be read.
    pub values: usize,
    /// Only so many of the model's rules may be rested on.
    pub rules: usize,
    /// `points of` may stand here.
    pub points: bool,
    /// Readings, open lists and evidence may stand here.
    pub undecided: bool,
}

impl Scope {
    /// The same reach and one more name.
    pub fn with(&self, name: &str, ty: &Ty) -> Self {
        let mut scope = self.clone();
        scope.locals.push((name.to_owned(), ty.clone(), false));
        scope
    }

    /// The same reach where something is known to be present.
    pub fn where_present(&self, text: &str) -> Self {
        let mut scope = self.clone();
        scope.present.push(text.to_owned());
        scope
    }
}

/// Something that can be read by a path.
#[derive(Clone, Debug)]
pub struct Place {
    pub text: String,
    pub ty: Ty,
    pub optional: bool,
}

/// The writer of a programme.
pub struct Writer {
    pub chance: Chance,
    pub model: Model,
    names: usize,
}

impl Writer {
    pub fn new(chance: Chance) -> Self {
        Self { chance, model: Model::default(), names: 0 }
    }

    /// A name that nothing else has.
    pub fn name(&mut self, stem: &str) -> String {
        self.names += 1;
        format!("{stem}{}", self.names)
    }

    /// Everything in reach, through at most three dots.
    pub fn places(&self, scope: &Scope) -> Vec<Place> {
        let mut places = Vec::new();
        if let Some(receiver) = scope.receiver {
            self.members(scope, receiver, "", 3, &mut places);
        }
        for (name, ty, optional) in &scope.locals {
            self.place(scope, name.clone(), ty.clone(), *optional, 3, &mut places);
        }
        for value in self.model.values.iter().take(scope.values) {
            if value.receiver.is_none() && value.takes.is_empty() {
                let (name, ty) = (value.name.clone(), value.ty.clone());
                self.place(scope, name, ty, value.optional, 1, &mut places);
            }
        }
        places
    }

    fn members(
        &self,
        scope: &Scope,
        record: usize,
        base: &str,
        depth: u8,
        places: &mut Vec<Place>,
    ) {
        for field in self.model.fields(record) {
            // After a dot any word may stand; alone a reserved one needs its back-ticks.
            let reserved = base.is_empty() && matches!(&*field.name, "from" | "to");
            let text = match reserved {
                true => format!("`{}`", field.name),
                false => format!("{base}{}", field.name),
            };
            self.place(scope, text, field.ty.clone(), field.optional, depth, places);
        }
        for value in self.model.values.iter().take(scope.values) {
            let fits = value.receiver.is_some_and(|own| self.model.is_or_includes(record, own));
            if fits && value.takes.is_empty() {
                let text = format!("{base}{}", value.name);
                self.place(scope, text, value.ty.clone(), value.optional, depth, places);
            }
        }
    }

    fn place(
        &self,
        scope: &Scope,
        text: String,
        ty: Ty,
        optional: bool,
        depth: u8,
        places: &mut Vec<Place>,
    ) {
        let optional = optional && !scope.present.contains(&text);
        if depth > 0 && !optional {
            match &ty {
                Ty::Record(record) => {
                    self.members(scope, *record, &format!("{text}."), depth - 1, places);
                }
                Ty::Group(key, items) => {
                    let (key, items) = ((**key).clone(), (**items).clone().list());
                    self.place(scope, format!("{text}.key"), key, false, depth - 1, places);
                    self.place(scope, format!("{text}.items"), items, false, depth - 1, places);
                }
                _ => {}
            }
        }
        places.push(Place { text, ty, optional });
    }

    /// A path of a type that is not absent here.
    pub fn path(&mut self, scope: &Scope, ty: &Ty) -> Option<Code> {
        let places = self.places(scope);
        let fitting: Vec<&Place> =
            places.iter().filter(|place| place.ty == *ty && !place.optional).collect();
        let place = self.chance.pick(&fitting)?;
        Some(Code::new(place.text.clone(), level::POSTFIX))
    }

    /// A path of a type that may be absent here.
    pub fn optional(&mut self, scope: &Scope, ty: Option<&Ty>) -> Option<Place> {
        let places = self.places(scope);
        let fitting: Vec<Place> = places
            .into_iter()
            .filter(|place| place.optional && ty.is_none_or(|ty| place.ty == *ty))
            .collect();
        self.chance.pick(&fitting).cloned()
    }

    /// A list in reach and the type of its elements.
    pub fn any_list(&mut self, scope: &Scope, depth: u8) -> Option<(Code, Ty)> {
        let places = self.places(scope);
        let lists: Vec<(String, Ty)> = places
            .into_iter()
            .filter(|place| !place.optional)
            .filter_map(|place| match place.ty {
                Ty::List(element) => Some((place.text, *element)),
                _ => None,
            })
            .collect();
        let (text, element) = self.chance.pick(&lists).cloned()?;
        let list = Code::new(text, level::POSTFIX);
        if self.chance.percent(12)
            && let Some(found) = self.any_linked(scope, depth)
        {
            return Some(found);
        }
        if depth > 0 && self.chance.percent(8) {
            return Some((self.cover(scope, depth - 1), Ty::Period));
        }
        if depth > 0 && self.chance.percent(15) {
            let wanted = element.clone().list();
            return Some((self.expression(&wanted, scope, depth - 1), element));
        }
        Some((list, element))
    }

    /// An expression of a type.
    pub fn expression(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Code {
        let code = if depth == 0 || self.chance.percent(22) {
            self.leaf(ty, scope)
        } else {
            self.compound(ty, scope, depth - 1)
        };
        // Parentheses that need not stand there change nothing.
        if self.chance.percent(4) { Code::atom(format!("({})", code.text)) } else { code }
    }

    fn compound(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Code {
        if self.chance.percent(14)
            && let Some(code) = self.choice(ty, scope, depth)
        {
            return code;
        }
        if self.chance.percent(14)
            && let Some(code) = self.reading_of_value(ty, scope, depth)
        {
            return code;
        }
        if self.chance.percent(8)
            && let Some(place) = self.optional(scope, Some(ty))
        {
            let value = self.expression(ty, scope, depth).at(level::SUM);
            let text = format!("{} default {value} when absent", place.text);
            return Code::new(text, level::ADJUSTED);
        }
        if self.chance.percent(6)
            && let Some(code) = self.picked(ty, scope, depth)
        {
            return code;
        }
        match ty {
            Ty::Bool => self.condition(scope, depth),
            Ty::Integer => self.integer(scope, depth),
            Ty::Decimal => self.decimal(scope, depth),
            Ty::Percent => self.percent(scope, depth),
            Ty::Points => self.points(scope, depth),
            Ty::Money(currency) => self.money(currency, scope, depth),
            Ty::Date => self.date(scope, depth),
            Ty::Month => self.month(scope, depth),
            Ty::Moment => self.moment(scope, depth),
            Ty::Duration => self.duration(scope, depth),
            Ty::Period => self.period(scope, depth),
            Ty::List(element) => self.list(element, scope, depth),
            Ty::Text | Ty::Enum(_) | Ty::Record(_) | Ty::About(_) | Ty::Group(..) => {
                self.leaf(ty, scope)
            }
        }
    }

    /// A path or a literal.
    pub fn leaf(&mut self, ty: &Ty, scope: &Scope) -> Code {
        if self.chance.percent(75)
            && let Some(path) = self.path(scope, ty)
        {
            return path;
        }
        self.literal(ty)
            .or_else(|| self.path(scope, ty))
            .unwrap_or_else(|| panic!("nothing of type {ty:?} is in reach; do not ask for it"))
    }

    /// A literal of a type; none where there is no literal.
    pub fn literal(&mut self, ty: &Ty) -> Option<Code> {
        let chance = &mut self.chance;
        Some(match ty {
            Ty::Bool => Code::atom(chance.word(&["yes", "no"])),
            Ty::Integer => Code::atom(integer(chance, Some(0), None).to_string()),
            Ty::Decimal => {
                let digits = hundredths(number(chance, Some(0), None));
                // A whole number alone would be an integer.
                let point = if digits.contains('.') { "" } else { ".0" };
                Code::atom(format!("{digits}{point}"))
            }
            Ty::Percent => Code::atom(format!("{}%", chance.word(&PERCENTS))),
            Ty::Points => Code::atom(format!("{} percentage points", chance.word(&PERCENTS))),
            Ty::Money(currency) => {
                Code::atom(format!("{} {currency}", hundredths(number(chance, Some(0), None))))
            }
            Ty::About(currency) => Code::atom(format!(
                "about {} {currency}",
                hundredths(number(chance, Some(0), None))
            )),
            Ty::Date => Code::atom(super::super::calendar::show(day(chance))),
            Ty::Month => Code::atom(super::super::calendar::show(day(chance))[..7].to_owned()),
            Ty::Moment => {
                let day = super::super::calendar::show(day(chance));
                Code::atom(format!("{day} {}", chance.word(&["08:00", "12:00", "23:59"])))
            }
            Ty::Duration => Code::atom(chance.word(&DURATIONS)),
            Ty::Text => Code::atom(format!("\"{}\"", chance.word(&TEXTS))),
            Ty::Enum(id) => {
                let member = chance.below(self.model.enums[*id].members.len());
                let declared = &self.model.enums[*id];
                Code::new(format!("{}.{}", declared.name, declared.members[member]), level::POSTFIX)
            }
            Ty::Period => {
                let (a, b) = (day(chance), day(chance));
                let show = super::super::calendar::show;
                Code::new(format!("{} to {}", show(a.min(b)), show(a.max(b))), level::RANGE)
            }
            Ty::List(element) => {
                let items: Vec<String> = (0..1 + self.chance.below(3))
                    .map(|_| self.literal(element).map(|item| item.text))
                    .collect::<Option<_>>()?;
                Code::atom(format!("[{}]", items.join(", ")))
            }
            Ty::Record(_) | Ty::Group(..) => return None,
        })
    }
}

const PERCENTS: [&str; 8] = ["0", "5", "7.5", "10", "15", "50", "80", "100"];
const DURATIONS: [&str; 8] =
    ["1 month", "3 months", "12 months", "1 year", "48 months", "30 days", "1 day", "2 weeks"];
