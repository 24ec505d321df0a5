//! Sums, products, quotients, order and text of numbers, held against big rationals.

use num_bigint::{BigInt, Sign};
use num_traits::Signed;
use proptest::prelude::*;
use rust_decimal::Decimal;
use subvent::quantity::{Currency, Fault, Money, Number, NumberError, Percent};

use crate::oracle::{Big, agrees, big, decimal, hash, number, pair};

proptest! {
    #[test]
    fn sums_are_exact((a, b) in pair()) {
        agrees(a.add(b), &(big(a) + big(b)))?;
        prop_assert_eq!(a.add(b), b.add(a));
    }

    #[test]
    fn differences_are_exact((a, b) in pair()) {
        agrees(a.sub(b), &(big(a) - big(b)))?;
        prop_assert_eq!(a.sub(a), Ok(Number::ZERO));
    }

    #[test]
    fn products_are_exact(a in number(), b in number()) {
        agrees(a.mul(b), &(big(a) * big(b)))?;
        prop_assert_eq!(a.mul(b), b.mul(a));
    }

    #[test]
    fn quotients_are_exact(a in number(), b in number()) {
        if b.is_zero() {
            prop_assert_eq!(a.div(b), Err(Fault::DivisionByZero));
        } else {
            agrees(a.div(b), &(big(a) / big(b)))?;
        }
    }

    #[test]
    fn order_is_that_of_the_values((a, b) in pair()) {
        prop_assert_eq!(a.cmp(&b), big(a).cmp(&big(b)));
        prop_assert_eq!(a == b, big(a) == big(b));
        prop_assert_eq!(a.is_negative(), big(a).is_negative());
        prop_assert_eq!(a.is_positive(), big(a).is_positive());
        prop_assert_eq!(big(a.neg()), -big(a));
        prop_assert_eq!(big(a.abs()), big(a).abs());
    }

    #[test]
    fn one_value_has_one_form(a in number(), b in number()) {
        let Ok(sum) = a.add(b) else { return Ok(()) };
        let back = sum.sub(b).expect("the first summand is held");
        prop_assert_eq!(back, a);
        prop_assert_eq!(hash(back), hash(a));
        prop_assert_eq!(back.to_string(), a.to_string());
    }

    #[test]
    fn a_value_is_a_decimal_whenever_one_holds_it(a in number()) {
        let held = (0..=28_u32).any(|scale| {
            let mantissa = big(a) * Big::from(BigInt::from(10).pow(scale));
            mantissa.is_integer() && mantissa.numer().bits() <= 96
        });
        prop_assert_eq!(a.as_decimal().is_some(), held, "{}", a);
        prop_assert_eq!(a.is_integer(), big(a).is_integer());
        if a.as_decimal().is_none() {
            prop_assert_eq!(a.numerator().scale(), 0);
            prop_assert_eq!(a.denominator().scale(), 0);
        } else {
            prop_assert_eq!(a.denominator(), Decimal::ONE);
        }
    }

    #[test]
    fn decimals_are_printed_as_decimals_do(value in decimal()) {
        let number = Number::from_decimal(value);
        prop_assert_eq!(number.as_decimal(), Some(value));
        prop_assert_eq!(number.to_string(), value.normalize().to_string());
        prop_assert_eq!(hash(number), hash(Number::from_decimal(value.normalize())));
    }

    #[test]
    fn short_numbers_are_read_as_written(
        negative in any::<bool>(),
        whole in "[0-9]{1,14}",
        behind in prop::option::of("[0-9]{1,14}"),
    ) {
        let sign = if negative { "-" } else { "" };
        let text = match &behind {
            Some(behind) => format!("{sign}{whole}.{behind}"),
            None => format!("{sign}{whole}"),
        };
        let number = Number::parse(&text).expect("at most 28 digits");
        prop_assert_eq!(number.as_decimal(), Decimal::from_str_exact(&text).ok());
        prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[-+0-9._e]{0,70}") {
        if let Ok(number) = Number::parse(&text) {
            let places = text.split_once('.').map_or(0, |(_, behind)| behind.len());
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let digits = BigInt::parse_bytes(digits.as_bytes(), 10).expect("digits");
            let scale = BigInt::from(10).pow(u32::try_from(places).expect("short"));
            let sign = if text.starts_with('-') { Sign::Minus } else { Sign::Plus };
            let signed = BigInt::from_biguint(sign, digits.magnitude().clone());
            prop_assert_eq!(big(number), Big::new(signed, scale));
        }
    }

    #[test]
    fn long_numbers_are_refused(whole in "[1-9][0-9]{28,60}", behind in "[0-9]{28,60}[1-9]") {
        prop_assert_eq!(Number::parse(&whole), Err(NumberError::OutOfRange));
        prop_assert_eq!(Number::parse(&format!("0.{behind}")), Err(NumberError::TooManyDigits));
    }

    #[test]
    fn a_share_of_money_is_the_product(amount in number(), share in number()) {
        let whole = Money::new(amount, Currency::PLN);
        let part = Percent::from_fraction(share).of_money(whole);
        agrees(part.map(|money| money.amount), &(big(amount) * big(share)))?;
    }

    #[test]
    fn percentages_are_printed_a_hundredfold(value in -99_999_i64..=99_999, scale in 0..=10_u32) {
        let hundredths = Number::from_decimal(Decimal::new(value, scale));
        let percent = Percent::from_percent(hundredths).expect("few digits");
        prop_assert_eq!(percent.to_string(), format!("{hundredths}%"));
    }
}
