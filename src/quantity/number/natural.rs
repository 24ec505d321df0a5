//! Whole numbers of any length, as far as sums of many unlike quotients need them.
//!
//! Only [`Sum`](super::sum::Sum) comes here, once at its end and with a bound on the length, so
//! the schoolbook algorithms are enough (Knuth, The Art of Computer Programming, vol. 2, 4.3.1).
//! Knows nothing of numbers' meaning.

use std::cmp::Ordering;

use super::wide::Wide;

const DIGIT: u32 = u32::BITS;

/// A whole number, in digits of 32 bits from the lowest.
// INVARIANT: the last digit is not zero, so that zero has no digits and length is order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Natural(Vec<u32>);

impl Natural {
    fn trimmed(mut digits: Vec<u32>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self(digits)
    }

    /// How many bits the number has; zero has none.
    pub(super) fn bits(&self) -> usize {
        let top = self.0.last().map_or(0, |top| DIGIT - top.leading_zeros());
        self.0.len().saturating_sub(1) * DIGIT as usize + top as usize
    }

    /// Whether the number is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// The number, when 128 bits hold it.
    pub(super) fn narrow(&self) -> Option<u128> {
        let low = |value: u128, digit: &u32| (value << DIGIT) | u128::from(*digit);
        (self.0.len() <= 4).then(|| self.0.iter().rev().fold(0, low))
    }

    /// The sum.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let longest = self.0.len().max(other.0.len());
        let mut carry = 0;
        let mut digits = Vec::with_capacity(longest + 1);
        for at in 0..longest {
            let sum = self.digit(at) + other.digit(at) + carry;
            digits.push(low(sum));
            carry = sum >> DIGIT;
        }
        digits.push(low(carry));
        Self::trimmed(digits)
    }

    /// The difference; `other` must not be greater.
    pub(super) fn minus(&self, other: &Self) -> Self {
        debug_assert!(self >= other, "a difference below zero");
        let mut borrow = 0;
        let mut digits = Vec::with_capacity(self.0.len());
        for at in 0..self.0.len() {
            let taken = other.digit(at) + borrow;
            let digit = self.digit(at);
            borrow = u64::from(digit < taken);
            digits.push(low((digit + (borrow << DIGIT)).wrapping_sub(taken)));
        }
        Self::trimmed(digits)
    }

    /// The product.
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut product = vec![0_u32; self.0.len() + other.0.len()];
        for (at, a) in self.0.iter().enumerate() {
            let mut carry = 0;
            let places = product.iter_mut().skip(at);
            for (place, b) in places.zip(other.0.iter().chain(std::iter::once(&0))) {
                // At most (2^32 - 1)^2 + 2 * (2^32 - 1), which is 2^64 - 1.
                let sum = u64::from(*a) * u64::from(*b) + u64::from(*place) + carry;
                *place = low(sum);
                carry = sum >> DIGIT;
            }
        }
        Self::trimmed(product)
    }

    /// Quotient and remainder by a divisor of 1 to 2^96 - 1.
    pub(super) fn divide_short(&self, divisor: u128) -> (Self, u128) {
        debug_assert!(divisor != 0 && divisor >> 96 == 0, "a divisor of at most 96 bits");
        let mut rest = 0_u128;
        let mut digits: Vec<u32> = Vec::with_capacity(self.0.len());
        for digit in self.0.iter().rev() {
            let part = (rest << DIGIT) | u128::from(*digit);
            // The remainder before is below the divisor, so the quotient is a single digit.
            digits.push(u32::try_from(part / divisor).unwrap_or(u32::MAX));
            rest = part % divisor;
        }
        digits.reverse();
        (Self::trimmed(digits), rest)
    }

    /// The quotient by a divisor other than zero, by shift and subtract.
    pub(super) fn divide(&self, divisor: &Self) -> Self {
        debug_assert!(!divisor.is_zero(), "a divisor of zero");
        let mut quotient = vec![0_u32; self.0.len()];
        let mut rest = Self::default();
        for (digit, place) in self.0.iter().zip(&mut quotient).rev() {
            for bit in (0..DIGIT).rev() {
                rest = rest.doubled_and((digit >> bit) & 1);
                if rest >= *divisor {
                    rest = rest.minus(divisor);
                    *place |= 1 << bit;
                }
            }
        }
        Self::trimmed(quotient)
    }

    /// The greatest common divisor, by Stein's binary algorithm; of zero and `n` it is `n`.
    pub(super) fn gcd(&self, other: &Self) -> Self {
        let (mut a, mut b) = (self.clone(), other.clone());
        if a.is_zero() || b.is_zero() {
            return if a.is_zero() { b } else { a };
        }
        let twos = a.trailing_zeros().min(b.trailing_zeros());
        a = a.halved(a.trailing_zeros());
        loop {
            b = b.halved(b.trailing_zeros());
            if a > b {
                std::mem::swap(&mut a, &mut b);
            }
            b = b.minus(&a);
            if b.is_zero() {
                return (0..twos).fold(a, |a, _| a.doubled_and(0));
            }
        }
    }

    fn digit(&self, at: usize) -> u64 {
        self.0.get(at).copied().map_or(0, u64::from)
    }

    fn trailing_zeros(&self) -> usize {
        let digits = self.0.iter().take_while(|digit| **digit == 0).count();
        let bits = self.0.get(digits).map_or(0, |digit| digit.trailing_zeros());
        digits * DIGIT as usize + bits as usize
    }

    /// The number without so many of its lowest bits.
    fn halved(&self, times: usize) -> Self {
        let (whole, bits) = (times / DIGIT as usize, times % DIGIT as usize);
        let shifted = (whole..self.0.len()).map(|at| {
            let pair = self.digit(at) | (self.digit(at + 1) << DIGIT);
            low(pair >> bits)
        });
        Self::trimmed(shifted.collect())
    }

    /// Twice the number, plus a lowest bit.
    fn doubled_and(&self, bit: u32) -> Self {
        let mut carry = bit;
        let mut digits = Vec::with_capacity(self.0.len() + 1);
        for digit in &self.0 {
            digits.push((digit << 1) | carry);
            carry = digit >> (DIGIT - 1);
        }
        digits.push(carry);
        Self::trimmed(digits)
    }
}

/// The lowest digit of a sum of digits.
fn low(sum: u64) -> u32 {
    u32::try_from(sum & u64::from(u32::MAX)).unwrap_or(u32::MAX)
}

impl From<u128> for Natural {
    fn from(value: u128) -> Self {
        let digits = [0_u32, 32, 64, 96].map(|shift| {
            let digit = (value >> shift) & u128::from(u32::MAX);
            u32::try_from(digit).unwrap_or(u32::MAX)
        });
        Self::trimmed(digits.to_vec())
    }
}

impl From<Wide> for Natural {
    fn from(value: Wide) -> Self {
        let (hi, lo) = value.halves();
        let mut digits = Self::from(lo).0;
        if hi != 0 {
            digits.resize(4, 0);
            digits.extend(Self::from(hi).0);
        }
        Self(digits)
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let lengths = self.0.len().cmp(&other.0.len());
        lengths.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    fn big(value: &Natural) -> BigUint {
        BigUint::new(value.0.clone())
    }

    fn natural() -> impl Strategy<Value = Natural> {
        let digit = prop_oneof![any::<u32>(), Just(0), Just(u32::MAX), Just(1 << 31)];
        prop::collection::vec(digit, 0..12).prop_map(Natural::trimmed)
    }

    proptest! {
        #[test]
        fn the_operations_are_those_of_big_integers(a in natural(), b in natural()) {
            prop_assert_eq!(big(&a.plus(&b)), big(&a) + big(&b));
            prop_assert_eq!(big(&a.times(&b)), big(&a) * big(&b));
            prop_assert_eq!(a.cmp(&b), big(&a).cmp(&big(&b)));
            prop_assert_eq!(u64::try_from(a.bits()), Ok(big(&a).bits()));
            let (more, less) = if a >= b { (&a, &b) } else { (&b, &a) };
            prop_assert_eq!(big(&more.minus(less)), big(more) - big(less));
            if !b.is_zero() {
                prop_assert_eq!(big(&a.divide(&b)), big(&a) / big(&b));
            }
            prop_assert_eq!(a.narrow(), u128::try_from(big(&a)).ok());
        }

        #[test]
        fn divisors_of_96_bits(a in natural(), b in 1..1_u128 << 96) {
            let (quotient, rest) = a.divide_short(b);
            prop_assert_eq!(big(&quotient), big(&a) / b);
            prop_assert_eq!(BigUint::from(rest), big(&a) % b);
        }

        #[test]
        fn common_divisors(a in natural(), b in natural(), c in natural()) {
            let (a, b) = (a.times(&c), b.times(&c));
            // Euclid's algorithm, as the authority.
            let (mut m, mut n) = (big(&a), big(&b));
            while n != BigUint::ZERO {
                (m, n) = (n.clone(), m % n);
            }
            prop_assert_eq!(big(&a.gcd(&b)), m);
        }

        #[test]
        fn wide_numbers_keep_their_value(a in any::<u128>(), b in any::<u128>()) {
            let wide = Natural::from(Wide::product(a, b));
            prop_assert_eq!(big(&wide), BigUint::from(a) * b);
            prop_assert_eq!(wide, Natural::from(a).times(&Natural::from(b)));
        }
    }
}
