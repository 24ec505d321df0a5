//! Sets of signs, and what arithmetic makes of them.

use crate::value::{Edge, Value};

/// A set of signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Signs(u8);

impl Signs {
    pub(super) const NEGATIVE: Self = Self(1);
    pub(super) const ZERO: Self = Self(2);
    pub(super) const POSITIVE: Self = Self(4);
    pub(super) const NOT_NEGATIVE: Self = Self(6);
    pub(super) const NOT_ZERO: Self = Self(5);
    pub(super) const NOT_POSITIVE: Self = Self(3);
    pub(super) const ANY: Self = Self(7);
    pub(super) const NONE: Self = Self(0);

    /// Whether all of these are among the others.
    pub(super) fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The signs of what a function makes of a sign of each, as -1, 0 and 1.
    fn combine(self, other: Self, of: impl Fn(i8, i8) -> Self) -> Self {
        let mut found = Self::NONE;
        for (a, one) in Self::EACH {
            for (b, two) in Self::EACH {
                if self.has(one) && other.has(two) {
                    found = found.or(of(a, b));
                }
            }
        }
        found
    }

    const EACH: [(i8, Self); 3] = [(-1, Self::NEGATIVE), (0, Self::ZERO), (1, Self::POSITIVE)];

    fn of(sign: i8) -> Self {
        match sign {
            0 => Self::ZERO,
            sign if sign < 0 => Self::NEGATIVE,
            _ => Self::POSITIVE,
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        self.combine(other, |a, b| match (a, b) {
            (-1, 1) | (1, -1) => Self::ANY,
            (0, sign) | (sign, _) => Self::of(sign),
        })
    }

    pub(super) fn times(self, other: Self) -> Self {
        self.combine(other, |a, b| Self::of(a * b))
    }

    pub(super) fn negated(self) -> Self {
        self.combine(Self::ZERO, |a, _| Self::of(-a))
    }

    pub(super) fn size(self) -> Self {
        self.combine(Self::ZERO, |a, _| Self::of(a.abs()))
    }

    pub(super) fn extreme(self, other: Self, edge: Edge) -> Self {
        self.combine(other, |a, b| match edge {
            Edge::First => Self::of(a.min(b)),
            Edge::Last => Self::of(a.max(b)),
        })
    }

    pub(super) fn of_value(value: &Value) -> Self {
        let number = match value {
            Value::Number(number) => number,
            Value::Money(money) => &money.amount,
            _ => return Self::ANY,
        };
        match (number.is_zero(), number.is_negative()) {
            (true, _) => Self::ZERO,
            (_, true) => Self::NEGATIVE,
            _ => Self::POSITIVE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_combine_as_numbers_do() {
        assert_eq!(Signs::POSITIVE.plus(Signs::NEGATIVE), Signs::ANY);
        assert_eq!(Signs::POSITIVE.plus(Signs::NOT_NEGATIVE), Signs::POSITIVE);
        assert_eq!(Signs::NEGATIVE.plus(Signs::ZERO), Signs::NEGATIVE);
        assert_eq!(Signs::NEGATIVE.times(Signs::NEGATIVE), Signs::POSITIVE);
        assert_eq!(Signs::NEGATIVE.times(Signs::POSITIVE), Signs::NEGATIVE);
        assert_eq!(Signs::ZERO.times(Signs::NEGATIVE), Signs::ZERO);
        assert_eq!(Signs::NOT_ZERO.times(Signs::NOT_ZERO), Signs::NOT_ZERO);
        assert_eq!(Signs::NOT_NEGATIVE.negated(), Signs::NOT_POSITIVE);
        assert_eq!(Signs::NOT_ZERO.size(), Signs::POSITIVE);
        assert_eq!(Signs::ANY.extreme(Signs::POSITIVE, Edge::Last), Signs::POSITIVE);
        assert_eq!(Signs::ANY.extreme(Signs::NEGATIVE, Edge::First), Signs::NEGATIVE);
    }
}
