//! The list of all codes, each with its page `docs/diagnostics/<room>-<name>.md`.
//!
//! To add a code, add one line to the list below and write its page; the headings that a page
//! must have are checked by the tests of this file. The page is embedded, so a host can show it
//! without a file system.

/// A stable name of one kind of problem, such as `data::duplicate_key`.
///
/// The part before `::` is the phase that finds it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Code(&'static str);

impl Code {
    /// A code that is not in the list below yet; only the rooms of this library make new ones.
    #[allow(dead_code, reason = "rooms whose codes are not in the list yet use it")]
    pub(crate) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The code as it is printed.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The page that explains the code, as Markdown; `None` for a code without a page.
    ///
    /// ```
    /// use subvent::diagnostic::Code;
    /// let page = Code::DATA_DUPLICATE_KEY.page().unwrap();
    /// assert!(page.contains("## What to do"));
    /// ```
    #[must_use]
    pub fn page(self) -> Option<&'static str> {
        PAGES.iter().find(|(code, _)| *code == self).map(|(_, page)| *page)
    }

    /// Every code that has a page, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        PAGES.iter().map(|(code, _)| *code)
    }

    /// The code with this printed name, for `explain data::duplicate_key`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|code| code.0 == name)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// Makes of each line a constant of [`Code`] and an entry of the table of pages.
macro_rules! codes {
    ($($constant:ident = $room:ident :: $name:ident,)*) => {
        impl Code {
            $(
                #[doc = concat!("`", stringify!($room), "::", stringify!($name), "`; its page says more.")]
                pub const $constant: Self =
                    Self(concat!(stringify!($room), "::", stringify!($name)));
            )*
        }

        /// The pages, in the order of the list.
        const PAGES: &[(Code, &str)] = &[
            $((
                Code::$constant,
                include_str!(concat!(
                    "../../docs/diagnostics/",
                    stringify!($room),
                    "-",
                    stringify!($name),
                    ".md"
                )),
            ),)*
        ];
    };
}

codes! {
    DATA_ANCHOR = data::anchor,
    DATA_DUPLICATE_KEY = data::duplicate_key,
    DATA_ENCODING = data::encoding,
    DATA_JSON_SYNTAX = data::json_syntax,
    DATA_KEY_KIND = data::key_kind,
    DATA_SECOND_DOCUMENT = data::second_document,
    DATA_TAG = data::tag,
    DATA_TOO_DEEP = data::too_deep,
    DATA_TOO_LARGE = data::too_large,
    DATA_YAML_SYNTAX = data::yaml_syntax,
    SYNTAX_CHAINED_COMPARISON = syntax::chained_comparison,
    SYNTAX_CONVERSION = syntax::conversion,
    SYNTAX_DATE_FORM = syntax::date_form,
    SYNTAX_EQUALITY = syntax::equality,
    SYNTAX_FOREIGN_SIGN = syntax::foreign_sign,
    SYNTAX_GRID = syntax::grid,
    SYNTAX_HOLE = syntax::hole,
    SYNTAX_INTERNAL = syntax::internal,
    SYNTAX_MISPLACED = syntax::misplaced,
    SYNTAX_MISSING_COMMA = syntax::missing_comma,
    SYNTAX_MISSING_LANGUAGE = syntax::missing_language,
    SYNTAX_MISSING_PART = syntax::missing_part,
    SYNTAX_NOT_INDENTED = syntax::not_indented,
    SYNTAX_NO_SUCH_VALUE = syntax::no_such_value,
    SYNTAX_NUMBER_FORM = syntax::number_form,
    SYNTAX_REPEATED = syntax::repeated,
    SYNTAX_RESERVED_WORD = syntax::reserved_word,
    SYNTAX_SPACING = syntax::spacing,
    SYNTAX_STRAY_BRACKET = syntax::stray_bracket,
    SYNTAX_TOO_DEEP = syntax::too_deep,
    SYNTAX_TOO_LARGE = syntax::too_large,
    SYNTAX_UNCLOSED = syntax::unclosed,
    SYNTAX_UNEXPECTED = syntax::unexpected,
    SYNTAX_UNKNOWN_WORD = syntax::unknown_word,
    SYNTAX_UNSUPPORTED = syntax::unsupported,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// The headings of a page, in their order.
    const HEADINGS: [&str; 3] = ["## What it means", "## Example", "## What to do"];

    #[test]
    fn every_page_has_its_title_and_the_fixed_headings() {
        for (code, page) in PAGES {
            let mut lines = page.lines();
            assert_eq!(lines.next(), Some(format!("# `{code}`").as_str()), "title of {code}");
            let found: Vec<&str> = lines.filter(|line| line.starts_with("## ")).collect();
            assert_eq!(found, HEADINGS, "headings of {code}");
            for part in page.split("\n## ").skip(1) {
                let (heading, body) = part.split_once('\n').unwrap();
                assert!(!body.trim().is_empty(), "{code}: nothing under {heading}");
            }
        }
    }

    #[test]
    fn no_page_is_without_a_code() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let wanted: BTreeSet<String> =
            Code::all().map(|code| format!("{}.md", code.as_str().replace("::", "-"))).collect();
        assert_eq!(files, wanted);
    }

    #[test]
    fn codes_are_listed_once_and_found_by_name() {
        let names: BTreeSet<&str> = Code::all().map(Code::as_str).collect();
        assert_eq!(names.len(), PAGES.len());
        for code in Code::all() {
            assert_eq!(Code::named(code.as_str()), Some(code));
        }
        assert_eq!(Code::named("data::nothing"), None);
    }
}
