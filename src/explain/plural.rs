//! Which form a counted noun takes, by the plural rules of Unicode CLDR.

use super::Language;
use crate::quantity::Number;

/// The forms of a noun after a number. A language that has fewer forms repeats one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Forms {
    /// After 1.
    pub one: &'static str,
    /// Polish 2 to 4, 22 to 24, …; Romanian 0, 2 to 19, 101 to 119, …
    pub few: &'static str,
    /// All other whole numbers.
    pub many: &'static str,
    /// Numbers that are not whole.
    pub fraction: &'static str,
}

impl Forms {
    /// The form that stands after a number.
    #[must_use]
    pub fn after(&self, count: Number, language: Language) -> &'static str {
        match category(count, language) {
            Category::One => self.one,
            Category::Few => self.few,
            Category::Many => self.many,
            Category::Fraction => self.fraction,
        }
    }
}

enum Category {
    One,
    Few,
    Many,
    Fraction,
}

fn category(count: Number, language: Language) -> Category {
    let Some(count) = count.abs().to_i64() else {
        return if count.is_integer() { Category::Many } else { Category::Fraction };
    };
    if count == 1 {
        return Category::One;
    }
    let (tens, ones) = (count % 100, count % 10);
    let few = match language {
        Language::English | Language::Swedish => false,
        Language::Polish => (2..=4).contains(&ones) && !(12..=14).contains(&tens),
        Language::Romanian => count == 0 || (1..=19).contains(&tens),
    };
    if few { Category::Few } else { Category::Many }
}
