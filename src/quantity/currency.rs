//! The currencies of ISO 4217 and the number of decimal places of each.
//!
//! The list is that of the standard's current codes (list one, as amended to 2026), without the
//! codes for testing and for "no currency". It keeps the nine currencies that the euro replaced
//! from 2007 on (SIT, CYP, MTL, SKK, EEK, LVL, LTL, HRK, BGN), because costs of older projects
//! are booked in them. Whether a currency was in use on a date is not known here.

use std::fmt;

/// A currency of ISO 4217. Currencies order by their code.
///
/// ```
/// use subvent::quantity::Currency;
/// let zloty = Currency::parse("PLN").ok_or("a currency")?;
/// assert_eq!(zloty, Currency::PLN);
/// assert_eq!(zloty.minor_units(), 2);
/// assert_eq!(Currency::parse("pln"), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(Code);

/// Writes the type, the constants and the look-ups from one list of codes and decimal places.
macro_rules! currencies {
    ($($code:ident $places:literal,)*) => {
        #[expect(clippy::upper_case_acronyms, reason = "the codes are written so in the standard")]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        enum Code {
            $($code,)*
        }

        impl Currency {
            $(
                #[doc = concat!("The currency with the code ", stringify!($code), ".")]
                pub const $code: Self = Self(Code::$code);
            )*

            /// The three capital letters of the code.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self.0 {
                    $(Code::$code => stringify!($code),)*
                }
            }

            /// How many decimal places the smallest unit has: 2 for PLN, 0 for JPY, 3 for KWD.
            ///
            /// Units without any, such as gold or the special drawing right, have 0.
            #[must_use]
            pub fn minor_units(&self) -> u32 {
                match self.0 {
                    $(Code::$code => $places,)*
                }
            }

            /// The currency with this code, in capital letters.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code {
                    $(stringify!($code) => Some(Self::$code),)*
                    _ => None,
                }
            }

            /// All currencies in the order of their codes, to look for the nearest in.
            #[must_use]
            pub fn all() -> &'static [Self] {
                &[$(Self::$code,)*]
            }
        }
    };
}

#[rustfmt::skip]
currencies! {
    AED 2, AFN 2, ALL 2, AMD 2, AOA 2, ARS 2, AUD 2, AWG 2, AZN 2, BAM 2, BBD 2, BDT 2, BGN 2,
    BHD 3, BIF 0, BMD 2, BND 2, BOB 2, BOV 2, BRL 2, BSD 2, BTN 2, BWP 2, BYN 2, BZD 2, CAD 2,
    CDF 2, CHE 2, CHF 2, CHW 2, CLF 4, CLP 0, CNY 2, COP 2, COU 2, CRC 2, CUP 2, CVE 2, CYP 2,
    CZK 2, DJF 0, DKK 2, DOP 2, DZD 2, EEK 2, EGP 2, ERN 2, ETB 2, EUR 2, FJD 2, FKP 2, GBP 2,
    GEL 2, GHS 2, GIP 2, GMD 2, GNF 0, GTQ 2, GYD 2, HKD 2, HNL 2, HRK 2, HTG 2, HUF 2, IDR 2,
    ILS 2, INR 2, IQD 3, IRR 2, ISK 0, JMD 2, JOD 3, JPY 0, KES 2, KGS 2, KHR 2, KMF 0, KPW 2,
    KRW 0, KWD 3, KYD 2, KZT 2, LAK 2, LBP 2, LKR 2, LRD 2, LSL 2, LTL 2, LVL 2, LYD 3, MAD 2,
    MDL 2, MGA 2, MKD 2, MMK 2, MNT 2, MOP 2, MRU 2, MTL 2, MUR 2, MVR 2, MWK 2, MXN 2, MXV 2,
    MYR 2, MZN 2, NAD 2, NGN 2, NIO 2, NOK 2, NPR 2, NZD 2, OMR 3, PAB 2, PEN 2, PGK 2, PHP 2,
    PKR 2, PLN 2, PYG 0, QAR 2, RON 2, RSD 2, RUB 2, RWF 0, SAR 2, SBD 2, SCR 2, SDG 2, SEK 2,
    SGD 2, SHP 2, SIT 2, SKK 2, SLE 2, SOS 2, SRD 2, SSP 2, STN 2, SVC 2, SYP 2, SZL 2, THB 2,
    TJS 2, TMT 2, TND 3, TOP 2, TRY 2, TTD 2, TWD 2, TZS 2, UAH 2, UGX 0, USD 2, USN 2, UYI 0,
    UYU 2, UYW 4, UZS 2, VED 2, VES 2, VND 0, VUV 0, WST 2, XAD 2, XAF 0, XAG 0, XAU 0, XBA 0,
    XBB 0, XBC 0, XBD 0, XCD 2, XCG 2, XDR 0, XOF 0, XPD 0, XPF 0, XPT 0, XSU 0, XUA 0, YER 2,
    ZAR 2, ZMW 2, ZWG 2,
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Currency({})", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_three_capitals_in_order() {
        let codes: Vec<&str> = Currency::all().iter().map(Currency::code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b));
        for currency in Currency::all() {
            let code = currency.code();
            assert!(code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()), "{code}");
            assert_eq!(Currency::parse(code), Some(*currency));
        }
    }

    /// ISO 4217 list one: all that do not have two decimal places.
    #[test]
    fn the_currencies_without_hundredths() {
        let with = |places| -> Vec<&str> {
            let all = Currency::all().iter();
            all.filter(|c| c.minor_units() == places).map(Currency::code).collect()
        };
        assert_eq!(with(3), ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);
        assert_eq!(with(4), ["CLF", "UYW"]);
        let none = [
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
            "VND", "VUV", "XAF", "XOF", "XPF",
        ];
        let metals_and_units =
            ["XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XUA"];
        let mut expected: Vec<&str> = none.into_iter().chain(metals_and_units).collect();
        expected.sort_unstable();
        assert_eq!(with(0), expected);
    }

    #[test]
    fn the_currencies_of_the_union_and_its_neighbours() {
        let codes = [
            "EUR", "CZK", "DKK", "HUF", "PLN", "RON", "SEK", "BGN", "HRK", "NOK", "CHF", "GBP",
            "ALL", "BAM", "MDL", "MKD", "RSD", "UAH",
        ];
        for code in codes {
            assert_eq!(Currency::parse(code).map(|c| c.minor_units()), Some(2), "{code}");
        }
        assert_eq!(Currency::parse("XXX"), None);
        assert_eq!(Currency::parse("lei"), None);
    }

    /// Every code of the crate `iso_currency` has the same decimal places here; what it has and
    /// this list has not, or the other way round, is named.
    #[test]
    fn the_list_agrees_with_another_one() {
        let theirs = |code: &str| iso_currency::Currency::from_code(code);
        let places = |known: iso_currency::Currency| u32::from(known.exponent().unwrap_or(0));
        let mut own = Vec::new();
        for currency in Currency::all() {
            match theirs(currency.code()) {
                Some(known) => assert_eq!(places(known), currency.minor_units(), "{currency}"),
                None => own.push(currency.code()),
            }
        }
        // Currencies that the euro replaced up to 2015, in which older projects are booked.
        assert_eq!(own, ["CYP", "EEK", "LTL", "LVL", "MTL", "SIT", "SKK"]);
        let letters = || b'A'..=b'Z';
        let codes = letters().flat_map(|a| letters().map(move |b| [a, b]));
        let codes = codes.flat_map(|[a, b]| letters().map(move |c| [a, b, c]));
        let codes = codes.map(|code| String::from_utf8(code.to_vec()).unwrap());
        let left_out: Vec<String> = codes
            .filter(|code| theirs(code).is_some() && Currency::parse(code).is_none())
            .collect();
        // Codes that the standard has withdrawn, those for testing and for no currency.
        assert_eq!(left_out, ["CUC", "SLL", "XTS", "XXX", "ZWL"]);
    }
}
