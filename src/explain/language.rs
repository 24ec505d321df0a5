//! The languages that reports are written in.
//!
//! In: a language tag as a caller writes it (`pl`, `sv-SE`). Out: one of the languages that this
//! room has words and number formats for. Words of rule files may be in any language; they are
//! chosen by their tag, not by this list.

/// A language that reports can be written in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Language {
    /// English, which also stands in for every language that is not in this list.
    #[default]
    English,
    /// Polish.
    Polish,
    /// Romanian.
    Romanian,
    /// Swedish.
    Swedish,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 4] = [Self::English, Self::Polish, Self::Romanian, Self::Swedish];

    /// The language of a tag, of which only the part before the first `-` or `_` counts; English
    /// for a language without words of its own.
    ///
    /// ```
    /// use subvent::explain::Language;
    /// assert_eq!(Language::of("sv-SE"), Language::Swedish);
    /// assert_eq!(Language::of("de"), Language::English);
    /// ```
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        let is = |wanted: &Self| primary.eq_ignore_ascii_case(wanted.tag());
        Self::ALL.into_iter().find(is).unwrap_or_default()
    }

    /// The two letters of ISO 639.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Polish => "pl",
            Self::Romanian => "ro",
            Self::Swedish => "sv",
        }
    }
}
