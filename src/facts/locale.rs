//! The ways of writing that a proposal can declare with `$locale`.

/// How numbers and dates of a proposal are written, besides the plain form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Locale {
    /// Polish: `120 000,00 zł`, `01.04.2024`.
    Polish,
    /// Romanian: `1.763.370,00 lei`, `14/06/2023`.
    Romanian,
    /// Swedish: `4 529 875 kronor`, `31 procent`.
    Swedish,
    /// English: `120,000.00 EUR`. A date such as `03/12/2023` stays ambiguous, because British
    /// and American readers differ.
    English,
}

impl Locale {
    /// All of them, for messages.
    pub const ALL: [Self; 4] = [Self::Polish, Self::Romanian, Self::Swedish, Self::English];

    /// The two letters of its language.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Polish => "pl",
            Self::Romanian => "ro",
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The locale of a language: `pl`, or with a region, `pl-PL`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|locale| locale.tag() == language)
    }
}
