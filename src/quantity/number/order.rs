//! Equality, order and hash of numbers: by value, exact, and for any two numbers.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::Number;
use super::wide::Wide;

impl Number {
    /// Equal exactly for equal values, because the form is canonical.
    fn key(&self) -> (i128, u32, i128) {
        (self.num.mantissa(), self.num.scale(), self.den.mantissa())
    }

    fn compare_magnitude(self, other: Self) -> Ordering {
        let ((p, q), (r, s)) = (self.terms(), other.terms());
        if q == s {
            return p.cmp(&r);
        }
        Wide::product(p, s).cmp(&Wide::product(r, q))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let signs = self.num.mantissa().signum().cmp(&other.num.mantissa().signum());
        if signs.is_ne() {
            return signs;
        }
        let magnitudes = self.compare_magnitude(*other);
        if self.is_negative() { magnitudes.reverse() } else { magnitudes }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
