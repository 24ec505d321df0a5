//! Whole numbers of 256 bits, as far as exact fractions need them.
//!
//! Numerators and denominators have at most 96 bits, so their products have at most 192 and a
//! sum of two products 193; a long sum of decimals, in units of their last place, has at most
//! 254. Nothing here can overflow. Knows nothing of numbers' meaning.

/// A whole number of up to 256 bits. Ordered by value, because `hi` comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Wide {
    hi: u128,
    lo: u128,
}

const LOW_HALF: u128 = u64::MAX as u128;

impl Wide {
    /// The product of two whole numbers, by schoolbook multiplication of 64-bit halves.
    pub(super) fn product(a: u128, b: u128) -> Self {
        if let Some(lo) = a.checked_mul(b) {
            return Self { hi: 0, lo };
        }
        let (a_hi, a_lo) = (a >> 64, a & LOW_HALF);
        let (b_hi, b_lo) = (b >> 64, b & LOW_HALF);
        let low = a_lo * b_lo;
        let cross = a_hi * b_lo + (low >> 64);
        let middle = a_lo * b_hi + (cross & LOW_HALF);
        Self {
            hi: a_hi * b_hi + (cross >> 64) + (middle >> 64),
            lo: (middle << 64) | (low & LOW_HALF),
        }
    }

    /// The sum.
    pub(super) fn plus(self, other: Self) -> Self {
        let (lo, carry) = self.lo.overflowing_add(other.lo);
        Self { hi: self.hi.wrapping_add(other.hi).wrapping_add(u128::from(carry)), lo }
    }

    /// The difference; `other` must not be greater.
    pub(super) fn minus(self, other: Self) -> Self {
        debug_assert!(self >= other, "a difference below zero");
        let (lo, borrow) = self.lo.overflowing_sub(other.lo);
        Self { hi: self.hi.wrapping_sub(other.hi).wrapping_sub(u128::from(borrow)), lo }
    }

    /// The same number plus one.
    pub(super) fn next(self) -> Self {
        self.plus(Self { hi: 0, lo: 1 })
    }

    /// Twice the number.
    pub(super) fn double(self) -> Self {
        self.plus(self)
    }

    /// Whether the number is zero.
    pub(super) fn is_zero(self) -> bool {
        self.hi == 0 && self.lo == 0
    }

    /// Whether the number is odd.
    pub(super) fn is_odd(self) -> bool {
        self.lo & 1 == 1
    }

    /// The upper and the lower 128 bits.
    pub(super) fn halves(self) -> (u128, u128) {
        (self.hi, self.lo)
    }

    /// The number, when 128 bits hold it.
    pub(super) fn narrow(self) -> Option<u128> {
        (self.hi == 0).then_some(self.lo)
    }

    /// Quotient and remainder by a divisor of 1 to 2^96 - 1.
    ///
    /// Long division by digits of 32 bits: the remainder has at most 96 bits, so a remainder
    /// with the next digit behind it fits in 128.
    pub(super) fn divide_short(self, divisor: u128) -> (Self, u128) {
        debug_assert!(divisor != 0 && divisor >> 96 == 0, "a divisor of at most 96 bits");
        if self.hi == 0 {
            return (Self { hi: 0, lo: self.lo / divisor }, self.lo % divisor);
        }
        let (hi, rest) = divide_digits(self.hi, 0, divisor);
        let (lo, rest) = divide_digits(self.lo, rest, divisor);
        (Self { hi, lo }, rest)
    }

    /// Quotient and remainder by any divisor but zero.
    ///
    /// Shift and subtract; only roundings with extreme steps come here, so simple beats fast.
    pub(super) fn divide(self, divisor: Self) -> (Self, Self) {
        debug_assert!(!divisor.is_zero(), "a divisor of zero");
        if divisor.hi == 0 && divisor.lo >> 96 == 0 {
            let (quotient, rest) = self.divide_short(divisor.lo);
            return (quotient, Self { hi: 0, lo: rest });
        }
        let mut quotient = Self { hi: 0, lo: 0 };
        let mut rest = quotient;
        for bit in (0..256_u32).rev() {
            rest = rest.double();
            quotient = quotient.double();
            if self.bit(bit) {
                rest = rest.next();
            }
            if rest >= divisor {
                rest = rest.minus(divisor);
                quotient = quotient.next();
            }
        }
        (quotient, rest)
    }

    fn bit(self, index: u32) -> bool {
        let half = if index < 128 { self.lo } else { self.hi };
        (half >> (index % 128)) & 1 == 1
    }
}

impl From<u128> for Wide {
    fn from(lo: u128) -> Self {
        Self { hi: 0, lo }
    }
}

/// Divides the number `rest * 2^128 + digits` by 32-bit digits; `rest < divisor < 2^96`.
fn divide_digits(digits: u128, rest: u128, divisor: u128) -> (u128, u128) {
    let mut quotient = 0;
    let mut rest = rest;
    for shift in [96_u32, 64, 32, 0] {
        let digit = (digits >> shift) & u128::from(u32::MAX);
        let part = (rest << 32) | digit;
        quotient = (quotient << 32) | (part / divisor);
        rest = part % divisor;
    }
    (quotient, rest)
}

/// The greatest common divisor, by Stein's binary algorithm; of zero and `n` it is `n`.
pub(super) fn gcd(a: u128, b: u128) -> u128 {
    if a == 0 || b == 0 {
        return a | b;
    }
    if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
        return u128::from(gcd_short(a, b));
    }
    let twos = (a | b).trailing_zeros();
    let mut a = a >> a.trailing_zeros();
    let mut b = b;
    loop {
        b >>= b.trailing_zeros();
        if a > b {
            std::mem::swap(&mut a, &mut b);
        }
        b -= a;
        if b == 0 {
            return a << twos;
        }
    }
}

/// The same in 64 bits, which most amounts fit in; neither is zero.
fn gcd_short(a: u64, b: u64) -> u64 {
    let twos = (a | b).trailing_zeros();
    let mut a = a >> a.trailing_zeros();
    let mut b = b;
    loop {
        b >>= b.trailing_zeros();
        if a > b {
            std::mem::swap(&mut a, &mut b);
        }
        b -= a;
        if b == 0 {
            return a << twos;
        }
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    fn big(value: Wide) -> BigUint {
        (BigUint::from(value.hi) << 128_u32) + value.lo
    }

    /// Whole numbers of 1 to 96 bits.
    fn term() -> impl Strategy<Value = u128> {
        (any::<u128>(), 32..=127_u32).prop_map(|(n, cut)| (n >> cut).max(1))
    }

    proptest! {
        #[test]
        fn products_sums_and_differences(a in term(), b in term(), c in term(), d in term()) {
            let (one, two) = (Wide::product(a, b), Wide::product(c, d));
            prop_assert_eq!(big(one), BigUint::from(a) * b);
            prop_assert_eq!(big(one.plus(two)), big(one) + big(two));
            prop_assert_eq!(one.cmp(&two), big(one).cmp(&big(two)));
            let (more, less) = (one.max(two), one.min(two));
            prop_assert_eq!(big(more.minus(less)), big(more) - big(less));
        }

        #[test]
        fn quotients(a in term(), b in term(), c in term(), d in term()) {
            let (dividend, divisor) = (Wide::product(a, b), Wide::product(c, d));
            let (quotient, rest) = dividend.divide(divisor);
            prop_assert_eq!(big(quotient), big(dividend) / big(divisor));
            prop_assert_eq!(big(rest), big(dividend) % big(divisor));
            let (quotient, rest) = dividend.divide_short(c);
            prop_assert_eq!(big(quotient), big(dividend) / c);
            prop_assert_eq!(BigUint::from(rest), big(dividend) % c);
        }

        #[test]
        fn a_multiple_leaves_no_rest(a in term(), b in term()) {
            let divisor = Wide::product(a, b);
            let three = divisor.double().plus(divisor);
            prop_assert_eq!(three.divide(divisor), (Wide::product(3, 1), Wide::product(0, 0)));
            let more = three.next().divide(divisor.next());
            prop_assert_eq!(big(more.0), big(three.next()) / big(divisor.next()));
        }

        #[test]
        fn common_divisors(a in term(), b in term(), c in term()) {
            let (a, b) = (a >> 48, b >> 48);
            let c = c & u128::from(u32::MAX);
            let common = gcd(a * c, b * c);
            // Euclid's algorithm, as the authority.
            let (mut m, mut n) = (a * c, b * c);
            while n != 0 {
                (m, n) = (n, m % n);
            }
            prop_assert_eq!(common, m);
        }
    }

    #[test]
    fn the_common_divisor_with_zero_is_the_other_number() {
        assert_eq!(gcd(0, 12), 12);
        assert_eq!(gcd(12, 0), 12);
        assert_eq!(gcd(LOW_HALF + 1, 6), 2);
    }
}
