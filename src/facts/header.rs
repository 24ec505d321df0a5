//! What a proposal says of itself: the keys that begin with `$`.

use super::Locale;
use super::problems::{HeaderFault, HeaderProblem, Site};
use crate::data::{DataEntry, DataNode, DataValue};
use crate::diagnostic::{Diagnostics, nearest};
use crate::quantity::Date;
use crate::text::Spanned;

/// What a proposal says of itself.
///
/// ```
/// use subvent::data::{DataLimits, read_yaml};
/// use subvent::facts::Header;
/// use subvent::text::SourceId;
/// let text = "$programme: pl.ferc.priority_2\n$as_of: 2024-05-01\narea: e_services";
/// let (tree, _) = read_yaml(SourceId::default(), text, &DataLimits::default());
/// let (header, problems) = Header::read(&tree.unwrap());
/// assert!(problems.is_empty());
/// assert_eq!(header.programme.unwrap().value, "pl.ferc.priority_2");
/// assert_eq!(header.as_of.unwrap().value.to_string(), "2024-05-01");
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Header {
    /// `$programme`: the module of its rules.
    pub programme: Option<Spanned<String>>,
    /// `$as_of`: the date of assessment.
    pub as_of: Option<Spanned<Date>>,
    /// `$facts`: which of the programme's records it is.
    pub facts: Option<Spanned<String>>,
    /// `$locale`: how numbers and dates are written besides the plain form.
    pub locale: Option<Spanned<Locale>>,
}

/// The keys there are.
const KEYS: [&str; 4] = ["$programme", "$as_of", "$facts", "$locale"];

impl Header {
    /// Reads the keys that begin with `$` at the top of a proposal. Each value has the place of
    /// its words; what cannot be used is left out and reported.
    #[must_use]
    pub fn read(node: &DataNode) -> (Self, Diagnostics) {
        let mut header = Self::default();
        let mut found = Diagnostics::new();
        for entry in node.entries().iter().filter(|entry| entry.key.starts_with('$')) {
            let search = found.len() < Diagnostics::LIMIT;
            if let Err(problem) = header.read_entry(entry, search) {
                found.push(problem);
            }
        }
        (header, found)
    }

    /// Reads one entry; `search` for the key most like an unknown one, as long as it is shown.
    fn read_entry<'e>(
        &mut self,
        entry: &'e DataEntry,
        search: bool,
    ) -> Result<(), HeaderProblem<'e>> {
        match entry.key.as_str() {
            "$programme" => self.programme = word(entry)?,
            "$facts" => self.facts = word(entry)?,
            "$as_of" => {
                self.as_of = read(entry, HeaderFault::Date, Date::parse)?;
            }
            "$locale" => {
                self.locale = read(entry, HeaderFault::Locale, Locale::parse)?;
            }
            unknown => {
                let near = search.then(|| nearest(unknown, KEYS)).flatten();
                let fault = HeaderFault::Unknown(near);
                return Err(HeaderProblem { site: key_site(entry), fault });
            }
        }
        Ok(())
    }
}

/// A value that is a word; nothing for `null`.
fn word(entry: &DataEntry) -> Result<Option<Spanned<String>>, HeaderProblem<'_>> {
    read(entry, HeaderFault::Word, |text| (!text.is_empty()).then(|| text.to_owned()))
}

/// A value that `parse` reads; nothing for `null`.
fn read<'e, T>(
    entry: &'e DataEntry,
    fault: HeaderFault<'e>,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<Spanned<T>>, HeaderProblem<'e>> {
    let value = match &entry.value.value {
        DataValue::Null => return Ok(None),
        DataValue::Scalar(scalar) => parse(scalar.text.trim()),
        DataValue::List(_) | DataValue::Map(_) => None,
    };
    match value {
        Some(value) => Ok(Some(Spanned::new(value, entry.value.span))),
        None => Err(HeaderProblem { site: value_site(entry), fault }),
    }
}

/// The place of a key.
fn key_site(entry: &DataEntry) -> Site<'_> {
    Site {
        span: entry.key_span,
        words: &entry.key,
        field: &entry.key,
        declared: entry.key_span,
        quotes: entry.key_span.len() > entry.key.len(),
    }
}

/// The place of a value.
fn value_site(entry: &DataEntry) -> Site<'_> {
    let words = entry.value.text().unwrap_or("");
    Site { span: entry.value.span, words, ..key_site(entry) }
}
