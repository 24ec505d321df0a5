//! Random proposals: complete ones, the facts that may be left out, and other completions.

use std::collections::BTreeSet;
use std::rc::Rc;

use subvent::quantity::Currency;

use super::super::calendar::{civil, show};
use super::super::chance::Chance;
use super::super::concrete::{Rec, Val};
use super::super::exact::{Big, whole};
use super::model::{FieldModel, Model, TEXTS, Ty, day, hundredths, integer, number};

/// A value of a proposal.
#[derive(Clone, Debug)]
pub enum Fact {
    /// A single value: its words and its meaning.
    Scalar(String, Val),
    /// A record named by its key.
    Reference(String),
    Record(Vec<(String, Fact)>),
    List(Vec<Fact>),
    /// Left out: absent, or the declared default.
    Omitted(Val),
}

/// A complete proposal.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its fields.
    pub fields: Vec<(String, Fact)>,
}

struct Drawing<'m> {
    model: &'m Model,
    chance: &'m mut Chance,
    /// The keys of records, by their type.
    keys: Vec<(usize, String)>,
}

impl Proposal {
    /// A proposal for a programme.
    pub fn draw(model: &Model, chance: &mut Chance) -> Self {
        let mut drawing = Drawing { model, chance, keys: Vec::new() };
        Self { fields: drawing.record(model.root()) }
    }

    /// The same proposal with other values in some places.
    pub fn redraw(&self, model: &Model, holes: &BTreeSet<String>, chance: &mut Chance) -> Self {
        let mut keys = Vec::new();
        // Where the records with keys are drawn again, so are all that refer to them.
        if !model
            .fields(model.root())
            .iter()
            .any(|f| lists_keys(model, f) && holes.contains(&f.name))
        {
            collect_keys(model, model.root(), &self.fields, &mut keys);
        }
        let mut drawing = Drawing { model, chance, keys };
        let fields = drawing.again(model.root(), &self.fields, "", holes);
        Self { fields }
    }

    /// Paths that may be left out, each with the chance of a hundredth.
    pub fn some_holes(&self, model: &Model, chance: &mut Chance, share: u64) -> BTreeSet<String> {
        let mut places = Vec::new();
        hole_places(model, model.root(), &self.fields, "", &mut places);
        places.retain(|_| chance.percent(share));
        if share > 0 && chance.percent(25) {
            places.extend(key_places(model));
        }
        places.into_iter().collect()
    }

    /// The proposal as YAML, with some facts left out.
    pub fn yaml(&self, holes: &BTreeSet<String>) -> String {
        let mut lines = String::new();
        record_yaml(&self.fields, "", 0, holes, &mut lines);
        if lines.is_empty() { "{}\n".to_owned() } else { lines }
    }

    /// The same proposal with its keys in another order.
    pub fn shuffled(&self, chance: &mut Chance) -> Self {
        let Fact::Record(fields) = shuffled(Fact::Record(self.fields.clone()), chance) else {
            unreachable!("a record stays a record")
        };
        Self { fields }
    }

    /// The proposal as the oracle reads it.
    pub fn world(&self, model: &Model) -> Rc<Rec> {
        let mut building = Building { model, keyed: Vec::new(), count: 0 };
        // Records with keys first, so that references find them.
        building.keyed_records(model.root(), &self.fields);
        building.record(model.root(), &self.fields)
    }
}

fn shuffled(fact: Fact, chance: &mut Chance) -> Fact {
    match fact {
        Fact::Record(fields) => {
            let mut fields: Vec<(String, Fact)> =
                fields.into_iter().map(|(name, fact)| (name, shuffled(fact, chance))).collect();
            chance.shuffle(&mut fields);
            Fact::Record(fields)
        }
        Fact::List(items) => {
            Fact::List(items.into_iter().map(|item| shuffled(item, chance)).collect())
        }
        other => other,
    }
}

impl Drawing<'_> {
    fn record(&mut self, record: usize) -> Vec<(String, Fact)> {
        let fields = self.model.fields(record);
        fields.iter().map(|field| (field.name.clone(), self.field(field))).collect()
    }

    fn field(&mut self, field: &FieldModel) -> Fact {
        if field.optional && self.chance.percent(35) {
            return Fact::Omitted(Val::Absent);
        }
        if let Some(default) = &field.default
            && self.chance.percent(40)
        {
            return Fact::Omitted(self.default(&field.ty, default));
        }
        self.value(field, &field.ty)
    }

    fn default(&self, ty: &Ty, default: &str) -> Val {
        match ty {
            Ty::Bool => Val::Bool(default == "yes"),
            Ty::Enum(id) => {
                let members = &self.model.enums[*id].members;
                let at = members.iter().position(|member| member == default).expect("a member");
                Val::Member(u16::try_from(at).unwrap())
            }
            _ => Val::Number(whole(default.parse().expect("a number"))),
        }
    }

    fn value(&mut self, field: &FieldModel, ty: &Ty) -> Fact {
        match ty {
            Ty::Record(record) if field.reference => {
                let keys: Vec<String> = self
                    .keys
                    .iter()
                    .filter(|(of, _)| of == record)
                    .map(|(_, key)| key.clone())
                    .collect();
                match self.chance.pick(&keys) {
                    Some(key) => Fact::Reference(key.clone()),
                    None => panic!("records with keys come before references to them"),
                }
            }
            Ty::Record(record) => Fact::Record(self.record(*record)),
            Ty::List(element) => {
                let keyed = match &**element {
                    Ty::Record(record) => self.model.records[*record].fields[0].key,
                    _ => false,
                };
                let least = usize::from(keyed);
                let count = least + self.chance.below(4);
                Fact::List((0..count).map(|_| self.value(field, element)).collect())
            }
            Ty::Text if field.key => {
                let key = format!("key {}", self.keys.len());
                let record = self
                    .model
                    .records
                    .iter()
                    .position(|record| record.fields.iter().any(|own| own.name == field.name));
                self.keys.push((record.expect("the field's record"), key.clone()));
                text(&key)
            }
            scalar => self.scalar(scalar, field.low, field.high),
        }
    }

    fn scalar(&mut self, ty: &Ty, low: Option<i64>, high: Option<i64>) -> Fact {
        let chance = &mut *self.chance;
        let of_hundredths = |n: i64| Big::new(n.into(), 100.into());
        match ty {
            Ty::Bool => {
                let yes = chance.percent(50);
                Fact::Scalar(if yes { "yes" } else { "no" }.to_owned(), Val::Bool(yes))
            }
            Ty::Integer => {
                let n = integer(chance, low, high);
                Fact::Scalar(n.to_string(), Val::Number(whole(n)))
            }
            Ty::Decimal => {
                let n = number(chance, low, high);
                Fact::Scalar(hundredths(n), Val::Number(of_hundredths(n)))
            }
            Ty::Percent => {
                let n = number(chance, low, high.or(Some(15_000)));
                let share = of_hundredths(n) / whole(100);
                Fact::Scalar(format!("{}%", hundredths(n)), Val::Number(share))
            }
            Ty::Points => {
                let n = number(chance, low, high);
                let share = of_hundredths(n) / whole(100);
                Fact::Scalar(format!("{} percentage points", hundredths(n)), Val::Number(share))
            }
            Ty::Money(currency) => {
                let n = number(chance, low, high);
                let value = Val::Money(of_hundredths(n), Currency::parse(currency).unwrap());
                Fact::Scalar(format!("{} {currency}", hundredths(n)), value)
            }
            Ty::About(currency) => {
                let n = number(chance, Some(0), None);
                let value = Val::About(of_hundredths(n), Currency::parse(currency).unwrap());
                Fact::Scalar(format!("about {} {currency}", hundredths(n)), value)
            }
            Ty::Date => {
                let day = day(chance);
                Fact::Scalar(show(day), Val::Date(day))
            }
            Ty::Month => {
                let day = day(chance);
                let (year, month, _) = civil(day);
                Fact::Scalar(format!("{year:04}-{month:02}"), Val::Month(year * 12 + month - 1))
            }
            Ty::Moment => {
                let day = day(chance);
                match chance.below(3) {
                    0 => Fact::Scalar(show(day), Val::Moment(day, None)),
                    hour => {
                        let hour = hour as i64 * 6;
                        let words = format!("{} {hour:02}:00", show(day));
                        Fact::Scalar(words, Val::Moment(day, Some(hour * 3600)))
                    }
                }
            }
            Ty::Duration => {
                let count = chance.between(0, 24);
                match chance.percent(60) {
                    true => Fact::Scalar(format!("{count} months"), Val::Duration([count, 0, 0])),
                    false => Fact::Scalar(format!("{count} days"), Val::Duration([0, count, 0])),
                }
            }
            Ty::Period => {
                let (a, b) = (day(chance), day(chance));
                let (start, end) = (a.min(b), a.max(b));
                match chance.below(8) {
                    0 => Fact::Scalar(
                        format!("{} to open", show(start)),
                        Val::Period(Some(start), None),
                    ),
                    1 => {
                        Fact::Scalar(format!("open to {}", show(end)), Val::Period(None, Some(end)))
                    }
                    _ => {
                        let words = format!("{} to {}", show(start), show(end));
                        Fact::Scalar(words, Val::Period(Some(start), Some(end)))
                    }
                }
            }
            Ty::Text => text(chance.word(&TEXTS)),
            Ty::Enum(id) => {
                let declared = &self.model.enums[*id];
                if declared.open && chance.percent(20) {
                    let words = "'other \"elsewhere\"'".to_owned();
                    return Fact::Scalar(words, Val::Other(Rc::from("elsewhere")));
                }
                let at = chance.below(declared.members.len());
                let value = Val::Member(u16::try_from(at).unwrap());
                Fact::Scalar(declared.members[at].clone(), value)
            }
            Ty::Record(_) | Ty::Group(..) | Ty::List(_) => unreachable!("not a single value"),
        }
    }

    /// Other values in some places, the same everywhere else.
    fn again(
        &mut self,
        record: usize,
        facts: &[(String, Fact)],
        base: &str,
        holes: &BTreeSet<String>,
    ) -> Vec<(String, Fact)> {
        let fields = self.model.fields(record);
        let mut drawn = Vec::new();
        for (name, fact) in facts {
            let field = fields.iter().find(|field| field.name == *name).expect("a field");
            let path = format!("{base}{name}");
            let fact = if holes.contains(&path) {
                match field.optional && self.chance.percent(35) {
                    true => Fact::Omitted(Val::Absent),
                    false => self.value(field, &field.ty),
                }
            } else {
                match (fact, &field.ty) {
                    (Fact::Record(inner), Ty::Record(record)) => {
                        Fact::Record(self.again(*record, inner, &format!("{path}."), holes))
                    }
                    (Fact::List(items), Ty::List(element)) => {
                        let each =
                            |(at, item): (usize, &Fact)| match (item, &**element) {
                                (Fact::Record(inner), Ty::Record(record)) => Fact::Record(
                                    self.again(*record, inner, &format!("{path}[{at}]."), holes),
                                ),
                                (item, _) => item.clone(),
                            };
                        Fact::List(items.iter().enumerate().map(each).collect())
                    }
                    (fact, _) => fact.clone(),
                }
            };
            drawn.push((name.clone(), fact));
        }
        drawn
    }
}

fn text(words: &str) -> Fact {
    Fact::Scalar(format!("\"{words}\""), Val::Text(Rc::from(words)))
}

/// Whether a field holds a list of records with keys.
fn lists_keys(model: &Model, field: &FieldModel) -> bool {
    let Ty::List(element) = &field.ty else { return false };
    let Ty::Record(record) = **element else { return false };
    model.records[record].fields.iter().any(|field| field.key)
}

/// How well a fact is proven that is given: the same for all facts of a field.
pub fn evidence_of(name: &str) -> u8 {
    let number: usize = name.trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or(0);
    [1, 1, 1, 2, 3][number % 5]
}

/// A value with its evidence.
fn proven(name: &str, words: &str) -> String {
    match evidence_of(name) {
        2 => format!("{{ value: {words}, evidence: documented }}"),
        3 => format!("{{ value: {words}, evidence: verified }}"),
        _ => words.to_owned(),
    }
}

/// The list of records with keys and everything that refers to them; they are left out together.
fn key_places(model: &Model) -> Vec<String> {
    let refers = |record: usize| {
        let fields = &model.records[record].fields;
        fields.iter().any(|field| field.key || field.reference)
    };
    let fields = model.fields(model.root());
    let about = fields.into_iter().filter(|field| match &field.ty {
        Ty::List(element) => matches!(**element, Ty::Record(record) if refers(record)),
        _ => field.reference,
    });
    about.map(|field| field.name).collect()
}

fn collect_keys(
    model: &Model,
    record: usize,
    facts: &[(String, Fact)],
    keys: &mut Vec<(usize, String)>,
) {
    for field in model.fields(record) {
        let fact = facts.iter().find(|(name, _)| *name == field.name).map(|(_, fact)| fact);
        match (fact, &field.ty) {
            (Some(Fact::Scalar(_, Val::Text(key))), _) if field.key => {
                keys.push((record, key.to_string()));
            }
            (Some(Fact::List(items)), Ty::List(element)) => {
                for item in items {
                    if let (Fact::Record(inner), Ty::Record(record)) = (item, &**element) {
                        collect_keys(model, *record, inner, keys);
                    }
                }
            }
            _ => {}
        }
    }
}

/// All paths of facts that may be left out.
fn hole_places(
    model: &Model,
    record: usize,
    facts: &[(String, Fact)],
    base: &str,
    places: &mut Vec<String>,
) {
    let fields = model.fields(record);
    for (name, fact) in facts {
        let field = fields.iter().find(|field| field.name == *name).expect("a field");
        let path = format!("{base}{name}");
        let keyed = match &field.ty {
            Ty::List(element) => match &**element {
                Ty::Record(record) => model.records[*record].fields[0].key,
                _ => false,
            },
            _ => field.key,
        };
        if !keyed {
            places.push(path.clone());
        }
        match (fact, &field.ty) {
            (Fact::Record(inner), Ty::Record(record)) => {
                hole_places(model, *record, inner, &format!("{path}."), places);
            }
            (Fact::List(items), Ty::List(element)) => {
                for (at, item) in items.iter().enumerate() {
                    if let (Fact::Record(inner), Ty::Record(record)) = (item, &**element) {
                        hole_places(model, *record, inner, &format!("{path}[{at}]."), places);
                    }
                }
            }
            _ => {}
        }
    }
}

fn record_yaml(
    facts: &[(String, Fact)],
    base: &str,
    indent: usize,
    holes: &BTreeSet<String>,
    out: &mut String,
) {
    let pad = " ".repeat(indent);
    for (name, fact) in facts {
        let path = format!("{base}{name}");
        if holes.contains(&path) {
            out.push_str(&format!("{pad}{name}: null\n"));
            continue;
        }
        match fact {
            Fact::Scalar(words, _) => {
                out.push_str(&format!("{pad}{name}: {}\n", proven(name, words)));
            }
            Fact::Reference(key) => out.push_str(&format!("{pad}{name}: \"{key}\"\n")),
            Fact::Omitted(_) => {}
            Fact::Record(inner) => {
                let mut lines = String::new();
                record_yaml(inner, &format!("{path}."), indent + 2, holes, &mut lines);
                out.push_str(&nested(&pad, name, lines));
            }
            Fact::List(items) => {
                let mut lines = String::new();
                for (at, item) in items.iter().enumerate() {
                    item_yaml(item, &format!("{path}[{at}]."), indent + 2, holes, &mut lines);
                }
                let lines = if lines.is_empty() { None } else { Some(lines) };
                match lines {
                    Some(lines) => out.push_str(&format!("{pad}{name}:\n{lines}")),
                    None => out.push_str(&format!("{pad}{name}: []\n")),
                }
            }
        }
    }
}

fn nested(pad: &str, name: &str, lines: String) -> String {
    match lines.is_empty() {
        true => format!("{pad}{name}: {{}}\n"),
        false => format!("{pad}{name}:\n{lines}"),
    }
}

fn item_yaml(item: &Fact, base: &str, indent: usize, holes: &BTreeSet<String>, out: &mut String) {
    let pad = " ".repeat(indent);
    match item {
        Fact::Scalar(words, _) => out.push_str(&format!("{pad}- {words}\n")),
        Fact::Reference(key) => out.push_str(&format!("{pad}- \"{key}\"\n")),
        Fact::Record(inner) => {
            let mut lines = String::new();
            record_yaml(inner, base, indent + 2, holes, &mut lines);
            match lines.is_empty() {
                true => out.push_str(&format!("{pad}- {{}}\n")),
                false => out.push_str(&format!("{pad}-\n{lines}")),
            }
        }
        Fact::List(_) | Fact::Omitted(_) => unreachable!("not an element"),
    }
}

struct Building<'m> {
    model: &'m Model,
    keyed: Vec<(usize, String, Rc<Rec>)>,
    count: usize,
}

impl Building<'_> {
    fn is_keyed(&self, record: usize) -> bool {
        self.model.records[record].fields.first().is_some_and(|field| field.key)
    }

    fn keyed_records(&mut self, record: usize, facts: &[(String, Fact)]) {
        for field in self.model.fields(record) {
            let fact = facts.iter().find(|(name, _)| *name == field.name).map(|(_, fact)| fact);
            let (Some(Fact::List(items)), Ty::List(element)) = (fact, &field.ty) else { continue };
            let Ty::Record(inner) = **element else { continue };
            if !self.is_keyed(inner) {
                continue;
            }
            for item in items {
                let Fact::Record(facts) = item else { continue };
                let built = self.record(inner, facts);
                let key = facts.iter().find_map(|(_, fact)| match fact {
                    Fact::Scalar(_, Val::Text(key)) if key.starts_with("key ") => Some(key),
                    _ => None,
                });
                self.keyed.push((inner, key.expect("a key").to_string(), built));
            }
        }
    }

    fn record(&mut self, record: usize, facts: &[(String, Fact)]) -> Rc<Rec> {
        let mut fields = std::collections::BTreeMap::new();
        let mut evidence = std::collections::BTreeMap::new();
        for field in self.model.fields(record) {
            let fact = facts.iter().find(|(name, _)| *name == field.name).map(|(_, fact)| fact);
            if let Some(Fact::Scalar(..)) = fact {
                evidence.insert(field.name.clone(), evidence_of(&field.name));
            }
            let value = match fact {
                Some(fact) => self.value(&field.ty, fact),
                None => Val::Absent,
            };
            fields.insert(field.name.clone(), value);
        }
        self.count += 1;
        Rc::new(Rec { id: self.count, fields, evidence })
    }

    fn value(&mut self, ty: &Ty, fact: &Fact) -> Val {
        match (fact, ty) {
            (Fact::Scalar(_, value) | Fact::Omitted(value), _) => value.clone(),
            (Fact::Reference(key), Ty::Record(record)) => {
                let found = self.keyed.iter().find(|(of, own, _)| of == record && own == key);
                Val::Record(found.expect("a record with that key").2.clone())
            }
            (Fact::Record(inner), Ty::Record(record)) => Val::Record(self.record(*record, inner)),
            (Fact::List(items), Ty::List(element)) => {
                if let Ty::Record(record) = **element
                    && self.is_keyed(record)
                {
                    let of_type = self.keyed.iter().filter(|(of, _, _)| *of == record);
                    return Val::list(of_type.map(|(_, _, r)| Val::Record(r.clone())).collect());
                }
                Val::list(items.iter().map(|item| self.value(element, item)).collect())
            }
            other => panic!("a fact of another type: {other:?}"),
        }
    }
}
