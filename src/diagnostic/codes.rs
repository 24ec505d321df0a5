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
    RESOLVE_CIRCULAR_USE = resolve::circular_use,
    RESOLVE_DECLARED_TWICE = resolve::declared_twice,
    RESOLVE_NO_SUCH_MODULE = resolve::no_such_module,
    RESOLVE_OTHER_NAME = resolve::other_name,
    RESOLVE_TOO_MANY_MODULES = resolve::too_many_modules,
    RESOLVE_UNREADABLE_MODULE = resolve::unreadable_module,
    TYPES_AGGREGATE_KIND = types::aggregate_kind,
    TYPES_ALWAYS_PRESENT = types::always_present,
    TYPES_ARGUMENTS = types::arguments,
    TYPES_ARM_TWICE = types::arm_twice,
    TYPES_CIRCULAR_DEFINITION = types::circular_definition,
    TYPES_CLAUSE_TWICE = types::clause_twice,
    TYPES_DEEP_DEFINITIONS = types::deep_definitions,
    TYPES_DEFAULT_NOT_FIXED = types::default_not_fixed,
    TYPES_EMPTY_LIST = types::empty_list,
    TYPES_FIELD_TWICE = types::field_twice,
    TYPES_FILLED_TWICE = types::filled_twice,
    TYPES_GAP_IN_VERSIONS = types::gap_in_versions,
    TYPES_GRID_SHAPE = types::grid_shape,
    TYPES_INCLUDE_CIRCLE = types::include_circle,
    TYPES_KEY_KIND = types::key_kind,
    TYPES_KNOWN_IN_CONDITION = types::known_in_condition,
    TYPES_LIMIT_KIND = types::limit_kind,
    TYPES_LINK_ENDS = types::link_ends,
    TYPES_MAY_BE_ABSENT = types::may_be_absent,
    TYPES_MAY_OVERLAP = types::may_overlap,
    TYPES_MEMBER_TWICE = types::member_twice,
    TYPES_MISMATCH = types::mismatch,
    TYPES_MISSING_DAY = types::missing_day,
    TYPES_MISSING_TRANSLATION = types::missing_translation,
    TYPES_MIXED_LOGIC = types::mixed_logic,
    TYPES_NESTED_IN_ITSELF = types::nested_in_itself,
    TYPES_NEVER_CHECKED = types::never_checked,
    TYPES_NOT_ADOPTED = types::not_adopted,
    TYPES_NOT_AROUND = types::not_around,
    TYPES_NOT_A_ROOT = types::not_a_root,
    TYPES_NOT_BOTH = types::not_both,
    TYPES_NOT_CALLABLE = types::not_callable,
    TYPES_NOT_EXHAUSTIVE = types::not_exhaustive,
    TYPES_NOT_FOR_THIS = types::not_for_this,
    TYPES_NOT_OPEN = types::not_open,
    TYPES_NOT_YET = types::not_yet,
    TYPES_NO_CURRENCY = types::no_currency,
    TYPES_NO_MONTH_END = types::no_month_end,
    TYPES_NO_RECORD = types::no_record,
    TYPES_NO_SUCH_MEMBER = types::no_such_member,
    TYPES_NO_SUCH_NAME = types::no_such_name,
    TYPES_OPEN_WITHOUT_TYPE = types::open_without_type,
    TYPES_OPERANDS = types::operands,
    TYPES_OVERLAPPING_VERSIONS = types::overlapping_versions,
    TYPES_PARAMETER_READS_FACTS = types::parameter_reads_facts,
    TYPES_PATTERN_COUNT = types::pattern_count,
    TYPES_PATTERN_NOT_FIXED = types::pattern_not_fixed,
    TYPES_PERCENT_OF_SUM = types::percent_of_sum,
    TYPES_RANGE_KIND = types::range_kind,
    TYPES_REFINED_FOR_ONE = types::refined_for_one,
    TYPES_ROWS_OVERLAP = types::rows_overlap,
    TYPES_ROW_KIND = types::row_kind,
    TYPES_ROW_MISSING = types::row_missing,
    TYPES_STEP_KIND = types::step_kind,
    TYPES_TWO_PROGRAMMES = types::two_programmes,
    TYPES_UNKNOWN_LANGUAGE = types::unknown_language,
    TYPES_UNNAMED_MONTH_END = types::unnamed_month_end,
    TYPES_UNROUNDED = types::unrounded,
    TYPES_UNUSED = types::unused,
    TYPES_WRONG_DEFAULT = types::wrong_default,
    TYPES_ZERO_DIVISOR = types::zero_divisor,
    EVAL_FAULTY = eval::faulty,
    EVAL_UNDETERMINED = eval::undetermined,
    EVAL_VIOLATED = eval::violated,
    FACTS_AMBIGUOUS_DATE = facts::ambiguous_date,
    FACTS_AMBIGUOUS_NUMBER = facts::ambiguous_number,
    FACTS_AMBIGUOUS_PERCENT = facts::ambiguous_percent,
    FACTS_APPROXIMATE = facts::approximate,
    FACTS_DUPLICATE_REFERENCE = facts::duplicate_reference,
    FACTS_EVIDENCE = facts::evidence,
    FACTS_FLOAT = facts::float,
    FACTS_FOREIGN_CHARACTER = facts::foreign_character,
    FACTS_HEADER = facts::header,
    FACTS_HOST_VALUE = facts::host_value,
    FACTS_INVARIANT = facts::invariant,
    FACTS_LOCAL_FORM = facts::local_form,
    FACTS_MISSING_CURRENCY = facts::missing_currency,
    FACTS_NO_SUCH_DATE = facts::no_such_date,
    FACTS_OUT_OF_LIMITS = facts::out_of_limits,
    FACTS_PERIOD_ORDER = facts::period_order,
    FACTS_TOO_MANY = facts::too_many,
    FACTS_TOO_MANY_DIGITS = facts::too_many_digits,
    FACTS_UNKNOWN_CURRENCY = facts::unknown_currency,
    FACTS_UNKNOWN_KEY = facts::unknown_key,
    FACTS_UNKNOWN_MEMBER = facts::unknown_member,
    FACTS_UNKNOWN_REFERENCE = facts::unknown_reference,
    FACTS_UNUSABLE_RECORD = facts::unusable_record,
    FACTS_WRONG_CURRENCY = facts::wrong_currency,
    FACTS_WRONG_TYPE = facts::wrong_type,
    PACK_MISSING_FACT = pack::missing_fact,
    PACK_NO_DATE = pack::no_date,
    PACK_NO_SUCH_ROOT = pack::no_such_root,
    PACK_OTHER_DATE = pack::other_date,
    PACK_OTHER_PROGRAMME = pack::other_programme,
    PACK_TEST_FACTS = pack::test_facts,
    PACK_TEST_FAILED = pack::test_failed,
    PACK_TEST_NAME = pack::test_name,
    PACK_TEST_VALUE = pack::test_value,
    PACK_TOO_COSTLY = pack::too_costly,
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
