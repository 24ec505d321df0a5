//! Numbers as text: plain notation, exactly the value.

use std::fmt;

use super::Number;
use super::fraction::power_of_ten;

impl Number {
    /// The magnitude as text; a decimal gets at least so many places.
    pub(in crate::quantity) fn magnitude_text(&self, places: u32) -> String {
        let (p, q) = (self.num.mantissa().unsigned_abs(), self.den.mantissa());
        if !self.is_finite() {
            return format!("{p}/{q}");
        }
        let scale = self.num.scale();
        let unit = power_of_ten(scale);
        let mut text = (p / unit).to_string();
        let width = scale as usize;
        if scale > 0 {
            text.push_str(&format!(".{:0width$}", p % unit));
        } else if places > 0 {
            text.push('.');
        }
        text.extend(std::iter::repeat_n('0', places.saturating_sub(scale) as usize));
        text
    }
}

/// A decimal in plain notation without trailing zeros, else `p/q` in lowest terms.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The text goes through `pad_integral`, which knows width and sign but no precision:
        // `{:.2}` must not round.
        let digits = self.magnitude_text(0);
        f.pad_integral(!self.is_negative(), "", &digits)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn decimals_are_plain_and_quotients_are_fractions() {
        assert_eq!(number("0.050").to_string(), "0.05");
        assert_eq!(number("-1200.00").to_string(), "-1200");
        assert_eq!(number("0.0000000000000000000000000001").to_string(), format!("0.{:0>28}", 1));
        assert_eq!(Number::new_ratio(-2, 6).unwrap().to_string(), "-1/3");
        assert_eq!(Number::new_ratio(1, -7).unwrap().to_string(), "-1/7");
        assert_eq!(Number::new_ratio(6, 8).unwrap().to_string(), "0.75");
    }

    #[test]
    fn a_width_pads_and_a_precision_rounds_nothing() {
        assert_eq!(format!("{:8}|", number("-1.25")), "   -1.25|");
        assert_eq!(format!("{:.1}", number("1.25")), "1.25");
    }

    #[test]
    fn a_long_binary_fraction_that_no_decimal_holds_stays_a_fraction() {
        let tiny = Number::new_ratio(1, 1_i64 << 32).unwrap();
        assert_eq!(tiny.to_string(), "1/4294967296");
        assert_eq!(tiny.as_decimal(), None);
        assert_eq!(tiny.mul(Number::from_i64(1 << 32)), Ok(Number::ONE));
    }
}
