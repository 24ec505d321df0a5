//! Conditions: everything that is of type bool.

use super::body::{Scope, Writer};
use super::model::Ty;
use super::source::{Code, level};

const BOUNDS: [&str; 3] = ["exactly", "at least", "at most"];

impl Writer {
    /// Types of which two values can be put in order.
    fn orderable(&mut self) -> Ty {
        const TYPES: [Ty; 9] = [
            Ty::Money("PLN"),
            Ty::Money("PLN"),
            Ty::Integer,
            Ty::Decimal,
            Ty::Percent,
            Ty::Date,
            Ty::Month,
            Ty::Duration,
            Ty::Money("EUR"),
        ];
        self.chance.pick(&TYPES).cloned().unwrap_or(Ty::Integer)
    }

    /// Types of which two values can be equal.
    fn equatable(&mut self) -> Ty {
        let enums = self.model.enums.len();
        if enums > 0 && self.chance.percent(50) {
            return Ty::Enum(self.chance.below(enums));
        }
        const TYPES: [Ty; 7] =
            [Ty::Bool, Ty::Integer, Ty::Text, Ty::Date, Ty::Money("PLN"), Ty::Percent, Ty::Month];
        self.chance.pick(&TYPES).cloned().unwrap_or(Ty::Bool)
    }

    /// A condition of some form.
    pub fn condition(&mut self, scope: &Scope, depth: u8) -> Code {
        if scope.undecided && self.chance.percent(12) {
            return self.undecided(scope);
        }
        match self.chance.below(27) {
            25 => self.is_working_day(scope, depth),
            0 | 1 => self.joined(scope, depth, "and", level::AND),
            2 | 3 => self.joined(scope, depth, "or", level::OR),
            4 => {
                let operand = self.expression(&Ty::Bool, scope, depth).at(level::COMPARE);
                Code::new(format!("not {operand}"), level::NOT)
            }
            5..=8 => self.ordering(scope, depth),
            9 | 10 => self.equality(scope, depth),
            11 | 12 => self.membership(scope, depth),
            13 => self.presence(scope, depth),
            14 | 15 => self.of_periods(scope, depth),
            16 => self.quotient(scope, depth),
            17 => self.tolerance(scope, depth),
            18 | 19 => self.quantified(scope, depth),
            20 => self.counted(scope, depth),
            21 => {
                let text = self.expression(&Ty::Text, scope, depth).at(level::RANGE);
                let prefix = self.leaf(&Ty::Text, scope).at(level::RANGE);
                Code::new(format!("{text} starts with {prefix}"), level::COMPARE)
            }
            22 => self.moments(scope),
            23 => self.rested(scope).unwrap_or_else(|| self.leaf(&Ty::Bool, scope)),
            24 => self.list_condition(scope, depth),
            _ => self.leaf(&Ty::Bool, scope),
        }
    }

    /// A condition that facts alone may not decide: a reading, or better evidence.
    fn undecided(&mut self, scope: &Scope) -> Code {
        let readings = self.model.readings.clone();
        if let Some((name, choices)) = self.chance.pick(&readings).cloned()
            && self.chance.percent(50)
        {
            let choice = self.chance.pick(&choices).cloned().unwrap_or_default();
            return Code::new(format!("{name} is {choice}"), level::COMPARE);
        }
        let evidence = self.chance.word(&["declared", "documented", "verified"]);
        match self.path(scope, &Ty::Bool) {
            // Only a fact carries evidence; of anything else none is asked for.
            Some(path) => {
                Code::new(format!("{} with evidence {evidence}", path.text), level::POSTFIX)
            }
            None => self.leaf(&Ty::Bool, scope),
        }
    }

    fn joined(&mut self, scope: &Scope, depth: u8, word: &str, own: u8) -> Code {
        let mut scope = scope.clone();
        let mut parts = Vec::new();
        if self.chance.percent(30)
            && let Some(place) = self.optional(&scope, None)
        {
            let state = if word == "and" { "present" } else { "absent" };
            parts.push(format!("{} is {state}", place.text));
            scope = scope.where_present(&place.text);
        }
        while parts.len() < 2 || (parts.len() < 4 && self.chance.percent(20)) {
            parts.push(self.expression(&Ty::Bool, &scope, depth).at(own.max(level::NOT)));
        }
        Code::new(parts.join(&format!(" {word} ")), own)
    }

    fn ordering(&mut self, scope: &Scope, depth: u8) -> Code {
        let ty = self.orderable();
        // Lengths whose units are known to differ are refused.
        let (left, right) = match ty {
            Ty::Duration => (self.days_long(scope, depth), self.days_long(scope, depth)),
            _ => {
                let left = self.expression(&ty, scope, depth).at(level::RANGE);
                (left, self.expression(&ty, scope, depth).at(level::RANGE))
            }
        };
        let op = match ty {
            Ty::Date | Ty::Month if self.chance.percent(50) => {
                self.chance.word(&["before", "after"])
            }
            _ => self.chance.word(&["<", "<=", ">", ">="]),
        };
        Code::new(format!("{left} {op} {right}"), level::COMPARE)
    }

    /// A length in days, or one whose unit only a definition knows.
    fn days_long(&mut self, scope: &Scope, depth: u8) -> String {
        if self.chance.percent(40) {
            let later = self.expression(&Ty::Date, scope, depth).at(level::SUM);
            let earlier = self.expression(&Ty::Date, scope, depth).at(level::PRODUCT);
            return format!("{later} - {earlier}");
        }
        match self.path(scope, &Ty::Duration) {
            Some(path) if self.chance.percent(50) => path.text,
            _ => format!("{} days", self.chance.between(2, 40)),
        }
    }

    /// Moments can be ordered only where days differ or both times are given.
    fn moments(&mut self, scope: &Scope) -> Code {
        let left = self.leaf(&Ty::Moment, scope).text;
        let right = self.leaf(&Ty::Moment, scope).text;
        let op = self.chance.word(&["before", "after", "<=", ">="]);
        Code::new(format!("{left} {op} {right}"), level::COMPARE)
    }

    fn equality(&mut self, scope: &Scope, depth: u8) -> Code {
        let ty = self.equatable();
        let not = if self.chance.percent(30) { "not " } else { "" };
        let left = match self.optional(scope, Some(&ty)).filter(|_| self.chance.percent(40)) {
            Some(place) => place.text,
            None => self.expression(&ty, scope, depth).at(level::RANGE),
        };
        let right = match &ty {
            Ty::Enum(id) if self.chance.percent(60) => {
                let members = self.model.enums[*id].members.clone();
                self.chance.pick(&members).cloned().unwrap_or_default()
            }
            _ => self.expression(&ty, scope, depth).at(level::RANGE),
        };
        Code::new(format!("{left} is {not}{right}"), level::COMPARE)
    }

    fn membership(&mut self, scope: &Scope, depth: u8) -> Code {
        let ty = self.equatable();
        let not = if self.chance.percent(30) { "not " } else { "" };
        let operand = match self.optional(scope, Some(&ty)).filter(|_| self.chance.percent(30)) {
            Some(place) => place.text,
            None => self.expression(&ty, scope, depth).at(level::RANGE),
        };
        if self.chance.percent(25) {
            let list = self.expression(&ty.list(), scope, depth).at(level::RANGE);
            return Code::new(format!("{operand} {not}in {list}"), level::COMPARE);
        }
        let open = if scope.undecided && self.chance.percent(20) { "open " } else { "" };
        let count = 1 + self.chance.below(3);
        let values: Vec<String> =
            (0..count).map(|_| self.expression(&ty, scope, depth.min(1)).text).collect();
        Code::new(format!("{operand} {not}in {open}[{}]", values.join(", ")), level::COMPARE)
    }

    fn presence(&mut self, scope: &Scope, depth: u8) -> Code {
        match self.optional(scope, None) {
            Some(place) => {
                let state = self.chance.word(&["present", "absent", "not present", "not absent"]);
                Code::new(format!("{} is {state}", place.text), level::COMPARE)
            }
            None => {
                let left = self.expression(&Ty::Period, scope, depth).at(level::SUM);
                let right = self.leaf(&Ty::Period, scope).at(level::SUM);
                let text = format!("(overlap of {left} and {right}) is present");
                Code::new(text, level::COMPARE)
            }
        }
    }

    fn of_periods(&mut self, scope: &Scope, depth: u8) -> Code {
        let period = self.expression(&Ty::Period, scope, depth).at(level::RANGE);
        let text = match self.chance.below(5) {
            0 => {
                let ty = if self.chance.percent(70) { Ty::Date } else { Ty::Month };
                let operand = match self.optional(scope, Some(&ty)) {
                    Some(place) if self.chance.percent(40) => place.text,
                    _ => self.expression(&ty, scope, depth).at(level::RANGE),
                };
                format!("{operand} in {period}")
            }
            1 => {
                let operand = self.leaf(&Ty::Moment, scope).text;
                format!("{operand} in {period}")
            }
            2 => {
                let other = self.expression(&Ty::Period, scope, depth).at(level::RANGE);
                format!("{period} overlaps {other}")
            }
            3 => {
                let other = self.expression(&Ty::Period, scope, depth).at(level::RANGE);
                format!("{period} within {other}")
            }
            _ => {
                let duration = self.expression(&Ty::Duration, scope, depth.min(1)).at(level::RANGE);
                format!("{period} lasts {} {duration}", self.chance.word(&BOUNDS))
            }
        };
        Code::new(text, level::COMPARE)
    }

    fn quotient(&mut self, scope: &Scope, depth: u8) -> Code {
        let (numerator, denominator, bound) = match self.chance.below(3) {
            0 => (Ty::Money("PLN"), Ty::Money("PLN"), Ty::Percent),
            1 => (Ty::Integer, Ty::Integer, Ty::Decimal),
            _ => (Ty::Money("PLN"), Ty::Integer, Ty::Money("PLN")),
        };
        let numerator = self.expression(&numerator, scope, depth).at(level::PRODUCT);
        let denominator = self.expression(&denominator, scope, depth).at(level::SHARE);
        let bound = self.leaf(&bound, scope).at(level::RANGE);
        let op = self.chance.word(&["<", "<=", ">", ">="]);
        Code::new(format!("{numerator} / {denominator} {op} {bound}"), level::COMPARE)
    }

    fn tolerance(&mut self, scope: &Scope, depth: u8) -> Code {
        let about = self.path(scope, &Ty::About("PLN"));
        let (left, right) = match about {
            Some(about) if self.chance.percent(50) => (about, self.leaf(&Ty::Money("PLN"), scope)),
            _ => {
                let ty = if self.chance.percent(50) { Ty::Money("PLN") } else { Ty::Integer };
                (self.expression(&ty, scope, depth), self.expression(&ty, scope, depth))
            }
        };
        let share = self.chance.word(&["0%", "5%", "10%", "50%"]);
        let (left, right) = (left.at(level::RANGE), right.at(level::RANGE));
        Code::new(format!("{left} within {share} of {right}"), level::COMPARE)
    }

    fn quantified(&mut self, scope: &Scope, depth: u8) -> Code {
        let word = self.chance.word(&["all", "any"]);
        match self.comprehension(&Ty::Bool, scope, depth) {
            Some(inner) => Code::atom(format!("{word}({inner})")),
            None => self.leaf(&Ty::Bool, scope),
        }
    }

    fn counted(&mut self, scope: &Scope, depth: u8) -> Code {
        let bound = self.chance.word(&BOUNDS);
        let number = self.chance.between(0, 3);
        if self.chance.percent(50) {
            let conditions: Vec<String> = (0..2 + self.chance.below(3))
                .map(|_| self.expression(&Ty::Bool, scope, depth).text)
                .collect();
            let text = format!("{bound} {number} of [{}]", conditions.join(", "));
            return Code::new(text, level::OPEN);
        }
        match self.binding(scope, depth) {
            Some(binding) => Code::new(format!("{bound} {number} of {binding}"), level::OPEN),
            None => self.leaf(&Ty::Bool, scope),
        }
    }

    fn list_condition(&mut self, scope: &Scope, depth: u8) -> Code {
        let ty = self.equatable();
        let list = self.expression(&ty.clone().list(), scope, depth).at(level::RANGE);
        let set = self.expression(&ty.list(), scope, depth.min(1)).at(level::RANGE);
        let word = self.chance.word(&["any", "all", "none"]);
        Code::new(format!("{list} includes {word} of {set}"), level::COMPARE)
    }

    /// A condition that rests on another rule.
    fn rested(&mut self, scope: &Scope) -> Option<Code> {
        let receiver = scope.receiver?;
        let rules: Vec<String> = self
            .model
            .rules
            .iter()
            .take(scope.rules)
            .filter(|rule| !rule.preference && self.model.is_or_includes(receiver, rule.record))
            .map(|rule| rule.name.clone())
            .collect();
        let rule = self.chance.pick(&rules)?;
        Some(Code::new(format!("holds {rule}"), level::POSTFIX))
    }
}
