//! Values as a person reads them in a language.

use super::names::{Names, element_type, first_elements, fitting, key_type};
use super::{date, duration, list, money, number, open};
use crate::explain::Language;
use crate::explain::owed::owed_name;
use crate::explain::words::{Words, fill, words};
use crate::quantity::Number;
use crate::types::typed::{Texts, Type};
use crate::value::{List, Missing, Value};

/// How deep lists are written inside lists.
const DEPTH: u8 = 4;

/// The most paths that stand beside an unknown value.
const PATHS: usize = 3;

/// Writes values in one language.
#[derive(Clone, Copy)]
pub struct Spoken<'a> {
    pub(super) names: Names<'a>,
    /// The tag as it was asked for, by which titles are chosen.
    tag: &'a str,
    pub(super) language: Language,
}

impl<'a> Spoken<'a> {
    /// Writes in the language of a tag.
    #[must_use]
    pub fn new(names: Names<'a>, tag: &'a str) -> Self {
        Self { names, tag, language: Language::of(tag) }
    }

    /// The phrases of the language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        words(self.language)
    }

    /// A value of a type.
    #[must_use]
    pub fn value(&self, value: &Value, ty: &Type) -> String {
        self.at_depth(value, ty, DEPTH)
    }

    /// A value of a type, with the bounds of an open one where they say something: "at least
    /// 10%". That an amount is not negative says nothing.
    #[must_use]
    pub fn bounds(&self, value: &Value, ty: &Type) -> String {
        match value {
            Value::Open(open) => open::bounds(self, open, fitting(value, ty))
                .unwrap_or_else(|| self.unknown(&open.missing)),
            _ => self.value(value, ty),
        }
    }

    /// Things in one sentence: `a, b and c`.
    #[must_use]
    pub fn join(&self, parts: &[String]) -> String {
        list::join(parts, self.language)
    }

    /// A number without a unit.
    #[must_use]
    pub fn number(&self, value: Number) -> String {
        number::number(value, 0, self.language)
    }

    /// A day.
    #[must_use]
    pub fn date(&self, day: crate::quantity::Date) -> String {
        date::date(day, self.language)
    }

    fn at_depth(&self, value: &Value, ty: &Type, depth: u8) -> String {
        let ty = fitting(value, ty);
        let language = self.language;
        let words = &self.words().values;
        match value {
            Value::Bool(true) => words.yes.to_owned(),
            Value::Bool(false) => words.no.to_owned(),
            Value::Number(number) => self.quantity(*number, ty),
            Value::Money(amount) => money::money(*amount, language),
            Value::About(amount) => fill(words.about, &[&money::money(*amount, language)]),
            Value::Date(day) => date::date(*day, language),
            Value::Month(month) => date::month(*month, language),
            Value::Moment(moment) => date::moment(*moment, language),
            Value::Duration(length) => duration::duration(*length, language),
            Value::Period(period) => date::period(*period, language),
            Value::Text(text) | Value::Other(text) => text.to_string(),
            Value::Member(position) => self.member(*position, ty),
            Value::Record(cell) => self.names.record(*cell, ty),
            Value::Group(group) => match depth.checked_sub(1) {
                Some(depth) => self.at_depth(&group.0, key_type(ty), depth),
                None => "…".to_owned(),
            },
            Value::List(list) => self.list(list, ty, depth),
            Value::Absent => words.absent.to_owned(),
            Value::Fault(_) => words.not_computable.to_owned(),
            Value::Open(open) => self.unknown(&open.missing),
        }
    }

    /// A number in the unit of its type.
    pub(super) fn quantity(&self, value: Number, ty: &Type) -> String {
        match ty {
            Type::Percent => money::percent(value, self.language),
            Type::Points => money::points(value, self.language),
            _ => number::number(value, 0, self.language),
        }
    }

    /// A member of an enum by its title, else by its name.
    pub(super) fn member(&self, position: u16, ty: &Type) -> String {
        let Type::Enum(id) = ty else { return position.to_string() };
        self.names.member(*id, position).map_or_else(
            || position.to_string(),
            |member| match self.own_words(&member.title) {
                Some(title) => title.clone(),
                None => member.name.to_string(),
            },
        )
    }

    /// A title, only where there is one in the language that was asked for.
    fn own_words<'t>(&self, titles: &'t Texts<String>) -> Option<&'t String> {
        titles.0.iter().find(|(tag, _)| **tag == *self.tag).map(|(_, title)| title)
    }

    fn list(&self, list: &List, ty: &Type, depth: u8) -> String {
        let Some(depth) = depth.checked_sub(1) else { return "…".to_owned() };
        let (shown, left_out) = first_elements(list);
        let mut parts: Vec<String> =
            shown.iter().map(|element| self.at_depth(element, element_type(ty), depth)).collect();
        if left_out > 0 {
            parts.push(self.and_more(left_out));
        }
        if parts.is_empty() { self.words().values.nothing.to_owned() } else { self.join(&parts) }
    }

    /// "12 more", after what is written out.
    pub(in crate::explain) fn and_more(&self, left_out: usize) -> String {
        let count = Number::from_i64(i64::try_from(left_out).unwrap_or(i64::MAX));
        fill(self.words().values.and_more, &[&self.number(count)])
    }

    /// "unknown", with what would decide it.
    fn unknown(&self, missing: &Missing) -> String {
        let mut paths: Vec<String> =
            missing.iter().map(|owed| owed_name(&self.names, owed)).take(PATHS + 1).collect();
        if paths.is_empty() {
            return self.words().values.unknown.to_owned();
        }
        if paths.len() > PATHS {
            paths.truncate(PATHS);
            paths.push("…".to_owned());
        }
        fill(self.words().values.unknown_for_want_of, &[&paths.join(", ")])
    }
}
