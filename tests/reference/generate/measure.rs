//! Numbers, shares and amounts.

use super::body::{Scope, Writer};
use super::model::Ty;
use super::source::{Code, level};

const MODES: [&str; 7] =
    ["up", "down", "half up", "half down", "half even", "towards zero", "away from zero"];

impl Writer {
    fn sum_of(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Code {
        let op = self.chance.word(&["+", "+", "-"]);
        let left = self.expression(ty, scope, depth).at(level::SUM);
        let right = self.expression(ty, scope, depth).at(level::PRODUCT);
        Code::new(format!("{left} {op} {right}"), level::SUM)
    }

    fn folded(&mut self, word: &str, ty: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        let inner = self.comprehension(ty, scope, depth)?;
        let call = format!("{word}({inner})");
        if word == "sum" {
            return Some(Code::atom(call));
        }
        // Of nothing there is no least; mostly a default says what then.
        if self.chance.percent(20) {
            return Some(Code::atom(call));
        }
        let default = self.leaf(ty, scope).at(level::SUM);
        Some(Code::new(format!("{call} default {default} when none"), level::ADJUSTED))
    }

    fn extreme(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Code {
        let word = self.chance.word(&["min", "max"]);
        let values: Vec<String> =
            (0..2 + self.chance.below(2)).map(|_| self.expression(ty, scope, depth).text).collect();
        Code::atom(format!("{word}({})", values.join(", ")))
    }

    fn negative(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Code {
        let operand = self.expression(ty, scope, depth).at(level::POSTFIX);
        Code::new(format!("-{operand}"), level::SIGN)
    }

    fn size(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Code {
        Code::atom(format!("abs({})", self.expression(ty, scope, depth).text))
    }

    /// What numbers, shares and amounts have in common.
    fn common(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> Option<Code> {
        match self.chance.below(9) {
            0 | 1 => self.folded("sum", ty, scope, depth),
            2 => {
                let word = self.chance.word(&["min", "max"]);
                self.folded(word, ty, scope, depth)
            }
            3 | 4 => Some(self.extreme(ty, scope, depth)),
            5 => Some(self.negative(ty, scope, depth)),
            6 => Some(self.size(ty, scope, depth)),
            _ => None,
        }
    }

    /// An integer.
    pub fn integer(&mut self, scope: &Scope, depth: u8) -> Code {
        if self.chance.percent(35)
            && let Some(code) = self.common(&Ty::Integer, scope, depth)
        {
            return code;
        }
        match self.chance.below(10) {
            8 => self.working_days(scope, depth),
            0 | 1 => self.sum_of(&Ty::Integer, scope, depth),
            2 => {
                let left = self.expression(&Ty::Integer, scope, depth).at(level::PRODUCT);
                let right = self.leaf(&Ty::Integer, scope).at(level::SHARE);
                Code::new(format!("{left} * {right}"), level::PRODUCT)
            }
            3 | 4 => match self.binding(scope, depth) {
                Some(binding) => Code::atom(format!("count({binding})")),
                None => self.leaf(&Ty::Integer, scope),
            },
            5 => {
                let ty = if self.chance.percent(60) { Ty::Date } else { Ty::Month };
                let date = self.expression(&ty, scope, depth).at(level::POSTFIX);
                Code::new(format!("year of {date}"), level::SHARE)
            }
            6 => {
                let period = self.expression(&Ty::Period, scope, depth).at(level::POSTFIX);
                Code::new(format!("days in {period}"), level::SHARE)
            }
            7 => {
                let word = self.chance.word(&["completed_months", "started_months"]);
                Code::atom(format!("{word}({})", self.expression(&Ty::Period, scope, depth).text))
            }
            _ => {
                let operand = self.expression(&Ty::Decimal, scope, depth).at(level::SUM);
                let mode = self.chance.word(&MODES);
                Code::new(format!("{operand} rounded {mode} to 1"), level::ADJUSTED)
            }
        }
    }

    /// A decimal.
    pub fn decimal(&mut self, scope: &Scope, depth: u8) -> Code {
        if self.chance.percent(25)
            && let Some(code) = self.common(&Ty::Decimal, scope, depth)
        {
            return code;
        }
        match self.chance.below(8) {
            0 => self.sum_of(&Ty::Decimal, scope, depth),
            1 => self.product(&Ty::Decimal, &Ty::Decimal, scope, depth),
            2 => self.divided(&Ty::Integer, &Ty::Integer, scope, depth),
            3 => self.divided(&Ty::Money("PLN"), &Ty::Money("PLN"), scope, depth),
            4 => {
                let operand = self.expression(&Ty::Decimal, scope, depth).at(level::SUM);
                let mode = self.chance.word(&MODES);
                let step = self.chance.word(&["0.1", "0.01", "0.25"]);
                Code::new(format!("{operand} rounded {mode} to {step}"), level::ADJUSTED)
            }
            5 if scope.points => match self.groups(scope) {
                Some(code) => code,
                None => self.leaf(&Ty::Decimal, scope),
            },
            6 => self
                .folded("average", &Ty::Decimal, scope, depth)
                .unwrap_or_else(|| self.leaf(&Ty::Decimal, scope)),
            _ => {
                let share = self.share(scope);
                let whole = self.expression(&Ty::Integer, scope, depth).at(level::SHARE);
                Code::new(format!("{share} of {whole}"), level::SHARE)
            }
        }
    }

    fn groups(&mut self, scope: &Scope) -> Option<Code> {
        let receiver = scope.receiver?;
        let groups: Vec<String> = self
            .model
            .rules
            .iter()
            .filter(|rule| rule.preference && self.model.is_or_includes(receiver, rule.record))
            .filter_map(|rule| rule.group.clone())
            .collect();
        let group = self.chance.pick(&groups)?;
        Some(Code::new(format!("points of {group}"), level::POSTFIX))
    }

    fn product(&mut self, ty: &Ty, factor: &Ty, scope: &Scope, depth: u8) -> Code {
        let left = self.expression(ty, scope, depth);
        let right = self.leaf(factor, scope);
        let (left, right) = if self.chance.percent(50) { (left, right) } else { (right, left) };
        let text = format!("{} * {}", left.at(level::PRODUCT), right.at(level::SHARE));
        Code::new(text, level::PRODUCT)
    }

    fn divided(&mut self, left: &Ty, right: &Ty, scope: &Scope, depth: u8) -> Code {
        let left = self.expression(left, scope, depth).at(level::PRODUCT);
        // A divisor is zero often enough when half of them are facts.
        let right = match self.chance.percent(50) {
            true => self.expression(right, scope, depth).at(level::SHARE),
            false => match right {
                Ty::Money(currency) => format!("8 {currency}"),
                _ => "3".to_owned(),
            },
        };
        Code::new(format!("{left} / {right}"), level::PRODUCT)
    }

    /// A share to be taken of something.
    fn share(&mut self, scope: &Scope) -> String {
        self.leaf(&Ty::Percent, scope).at(level::SIGN)
    }

    /// A percentage.
    pub fn percent(&mut self, scope: &Scope, depth: u8) -> Code {
        match self.chance.below(6) {
            0 => {
                let left = self.expression(&Ty::Percent, scope, depth).at(level::SUM);
                let right = self.expression(&Ty::Points, scope, depth).at(level::PRODUCT);
                let op = self.chance.word(&["+", "-"]);
                Code::new(format!("{left} {op} {right}"), level::SUM)
            }
            1 => self.product(&Ty::Percent, &Ty::Decimal, scope, depth),
            2 => self.extreme(&Ty::Percent, scope, depth),
            3 => {
                let share = self.share(scope);
                let whole = self.expression(&Ty::Percent, scope, depth).at(level::SHARE);
                Code::new(format!("{share} of {whole}"), level::SHARE)
            }
            4 => {
                let operand = self.expression(&Ty::Percent, scope, depth).at(level::SUM);
                let mode = self.chance.word(&MODES);
                Code::new(format!("{operand} rounded {mode} to 0.5%"), level::ADJUSTED)
            }
            _ => self.leaf(&Ty::Percent, scope),
        }
    }

    /// Percentage points.
    pub fn points(&mut self, scope: &Scope, depth: u8) -> Code {
        match self.chance.below(4) {
            0 | 1 => {
                let left = self.expression(&Ty::Percent, scope, depth).at(level::SUM);
                let right = self.expression(&Ty::Percent, scope, depth).at(level::PRODUCT);
                Code::new(format!("{left} - {right}"), level::SUM)
            }
            2 => self.sum_of(&Ty::Points, scope, depth),
            _ => self.leaf(&Ty::Points, scope),
        }
    }

    /// An amount.
    pub fn money(&mut self, currency: &'static str, scope: &Scope, depth: u8) -> Code {
        let ty = Ty::Money(currency);
        if self.chance.percent(40)
            && let Some(code) = self.common(&ty, scope, depth)
        {
            return code;
        }
        match self.chance.below(8) {
            0 | 1 => self.sum_of(&ty, scope, depth),
            2 => self.product(&ty, &Ty::Integer, scope, depth),
            3 => self.divided(&ty, &Ty::Integer, scope, depth),
            4 | 5 => {
                let share = self.share(scope);
                let whole = self.expression(&ty, scope, depth).at(level::SHARE);
                Code::new(format!("{share} of {whole}"), level::SHARE)
            }
            6 => {
                let operand = self.expression(&ty, scope, depth).at(level::SUM);
                let mode = self.chance.word(&MODES);
                let step = match self.chance.percent(50) {
                    true => self.chance.word(&["1", "0.01", "0.05"]).to_owned(),
                    false => format!("a multiple of 3 {currency}"),
                };
                Code::new(format!("{operand} rounded {mode} to {step}"), level::ADJUSTED)
            }
            _ => {
                let operand = self.expression(&ty, scope, depth).at(level::SUM);
                Code::new(format!("{operand} reduced by {}", self.share(scope)), level::ADJUSTED)
            }
        }
    }
}
