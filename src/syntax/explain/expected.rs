//! What is expected, in the words of the language.

use crate::syntax::grammar::Rule;

/// The parts of an expected list, in the order in which they are named.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Part {
    Operator,
    Expression,
    Name,
    Type,
    Literal(&'static str),
    Word(Rule),
    Clause,
    End,
}

/// The most parts that are named one by one.
const SHOWN: usize = 5;

/// The rules that would have fitted, as words of a message: "an operator or the next clause".
pub(super) fn expected(wanted: &[Rule]) -> String {
    let mut parts: Vec<Part> = wanted.iter().map(|rule| part(*rule)).collect();
    let operators = parts.contains(&Part::Operator);
    if operators {
        // Words between operands are operators too, save those that go on with a form.
        parts.retain(|part| !matches!(part, Part::Word(rule) if is_operator_word(*rule)));
    }
    if parts.contains(&Part::Clause) || parts.contains(&Part::End) {
        parts.retain(|part| !matches!(part, Part::Word(rule) if is_clause_word(*rule)));
    }
    if parts.contains(&Part::Expression) {
        parts
            .retain(|part| !matches!(part, Part::Word(Rule::kw_not | Rule::kw_other | Rule::kw_a)));
    }
    parts.sort();
    parts.dedup();
    let mut words: Vec<String> = parts.into_iter().map(show).collect();
    words.dedup();
    words.truncate(SHOWN);
    join(&words)
}

fn join(words: &[String]) -> String {
    match words {
        [] => "something else".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn show(part: Part) -> String {
    match part {
        Part::Operator => "an operator".to_owned(),
        Part::Expression => "a value".to_owned(),
        Part::Name => "a name".to_owned(),
        Part::Type => "a type".to_owned(),
        Part::Literal(words) => words.to_owned(),
        Part::Word(rule) => format!("`{}`", keyword(rule)),
        Part::Clause => "the next clause".to_owned(),
        Part::End => "the end of the declaration".to_owned(),
    }
}

/// The word that a rule for a word of the language reads.
pub(super) fn keyword(rule: Rule) -> String {
    format!("{rule:?}").trim_start_matches("kw_").to_owned()
}

/// Whether a rule reads a word of the language.
pub(super) fn is_keyword(rule: Rule) -> bool {
    format!("{rule:?}").starts_with("kw_")
}

/// Whether an operator would have fitted, so that a value stands before the place.
pub(super) fn joins(wanted: &[Rule]) -> bool {
    wanted.iter().any(|rule| operator(*rule).is_some())
}

fn is_operator_word(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::kw_and
            | Rule::kw_or
            | Rule::kw_is
            | Rule::kw_in
            | Rule::kw_not
            | Rule::kw_of
            | Rule::kw_on
            | Rule::kw_to
            | Rule::kw_with
            | Rule::kw_within
            | Rule::kw_overlaps
            | Rule::kw_includes
            | Rule::kw_lasts
            | Rule::kw_starts
            | Rule::kw_reduced
            | Rule::kw_rounded
            | Rule::kw_default
    )
}

fn is_clause_word(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::kw_cite
            | Rule::kw_title
            | Rule::kw_except
            | Rule::kw_from
            | Rule::kw_because
            | Rule::kw_point
            | Rule::kw_points
            | Rule::kw_where
            | Rule::kw_message
    )
}

fn part(rule: Rule) -> Part {
    operator(rule)
        .or_else(|| value(rule))
        .or_else(|| sign(rule))
        .or_else(|| clause(rule))
        .unwrap_or(if is_keyword(rule) { Part::Word(rule) } else { Part::Literal("another form") })
}

fn operator(rule: Rule) -> Option<Part> {
    matches!(
        rule,
        Rule::order_op
            | Rule::ordering
            | Rule::is_tail
            | Rule::in_tail
            | Rule::overlaps_tail
            | Rule::within_tail
            | Rule::lasts_tail
            | Rule::includes_tail
            | Rule::starts_tail
            | Rule::month_end
            | Rule::plus
            | Rule::minus
            | Rule::times
            | Rule::divide
            | Rule::field
            | Rule::arguments
            | Rule::by_calendar
            | Rule::calendar_by
            | Rule::reduced
            | Rule::rounded
            | Rule::defaulted
            | Rule::on_date
            | Rule::conversion
            | Rule::evidence
            | Rule::points_unit
            | Rule::duration_unit
            | Rule::less
            | Rule::greater
            | Rule::at_most
            | Rule::at_least
    )
    .then_some(Part::Operator)
}

fn value(rule: Rule) -> Option<Part> {
    Some(match rule {
        Rule::expression
        | Rule::conjunction
        | Rule::negation
        | Rule::comparison
        | Rule::range
        | Rule::adjusted
        | Rule::sum
        | Rule::product
        | Rule::share
        | Rule::signed
        | Rule::postfixed
        | Rule::presence
        | Rule::pattern
        | Rule::tolerance
        | Rule::list
        | Rule::paren
        | Rule::reference
        | Rule::literal
        | Rule::binding
        | Rule::signed_literal
        | Rule::grid_cell
        | Rule::scalar
        | Rule::datum
        | Rule::date_operand
        | Rule::choose_arm => Part::Expression,
        Rule::name
        | Rule::path
        | Rule::word
        | Rule::ident
        | Rule::member
        | Rule::module_path
        | Rule::quoted_ident
        | Rule::fact_path
        | Rule::param
        | Rule::enum_member
        | Rule::outcome
        | Rule::alternative
        | Rule::check => Part::Name,
        Rule::r#type => Part::Type,
        Rule::date => Part::Literal("a date such as `2024-01-31`"),
        Rule::number | Rule::day_number => Part::Literal("a number"),
        Rule::string | Rule::line_string | Rule::block_string => Part::Literal("a text"),
        Rule::language | Rule::localised | Rule::tagged_text => {
            Part::Literal("a text with its language, such as `en \"…\"`")
        }
        Rule::currency => Part::Literal("a currency code such as `EUR`"),
        Rule::rounding_mode => Part::Literal("a direction such as `up`, `down` or `half up`"),
        Rule::consequence => {
            Part::Literal("a consequence such as `reject`, `reduce`, `exclude` or `correct`")
        }
        Rule::citation => Part::Literal("the name of a source"),
        Rule::bound | Rule::limit_word => Part::Literal("`exactly`, `at least` or `at most`"),
        Rule::month_name => Part::Literal("the name of a month"),
        Rule::weekday => Part::Literal("a day of the week such as `sunday`"),
        Rule::year | Rule::range_end => Part::Literal("a year such as `2024`"),
        Rule::holiday_day
        | Rule::easter_day
        | Rule::weekday_from
        | Rule::weekday_before
        | Rule::weekday_of
        | Rule::ordinal
        | Rule::day_of_month
        | Rule::listed_days => {
            Part::Literal("a day such as `3 May`, `easter + 1 day` or `2024-12-24`")
        }
        Rule::calendar_choice => Part::Literal("the name of a calendar"),
        Rule::under_law | Rule::law_code => {
            Part::Literal("a law of periods: `EU`, `PL`, `SE` or `RO`")
        }
        Rule::legal_length => Part::Literal("a length of time such as `3 months`"),
        Rule::day_count => Part::Literal("a number of days"),
        Rule::default_case => Part::Literal("`absent`, `not in force` or `none`"),
        Rule::way => Part::Literal("`either way` or `one way`"),
        Rule::reading_state => Part::Literal("`undecided` or `decided`"),
        _ => return None,
    })
}

fn sign(rule: Rule) -> Option<Part> {
    Some(Part::Literal(match rule {
        Rule::open_brace
        | Rule::clause_block
        | Rule::table_block
        | Rule::define_block
        | Rule::parameter_block
        | Rule::datum_map
        | Rule::exception_block => "`{`",
        Rule::close_brace => "`}`",
        Rule::close_paren => "`)`",
        Rule::close_bracket => "`]`",
        Rule::params => "`(`",
        Rule::datum_list => "`[`",
        Rule::arrow => "`->`",
        Rule::equals | Rule::define_short | Rule::parameter_short | Rule::fill_value => "`=`",
        Rule::colon | Rule::type_mark => "`:`",
        Rule::comma => "`,`",
        Rule::bar => "`|`",
        Rule::optional_mark => "`?`",
        _ => return None,
    }))
}

fn clause(rule: Rule) -> Option<Part> {
    Some(match rule {
        Rule::EOI => Part::End,
        Rule::clause
        | Rule::test_step
        | Rule::programme_clause
        | Rule::source_clause
        | Rule::calendar_clause
        | Rule::day_range
        | Rule::cite_clause
        | Rule::title_clause
        | Rule::exception
        | Rule::validity
        | Rule::unknown_after
        | Rule::outcome_detail
        | Rule::field_modifier => Part::Clause,
        Rule::record_part | Rule::record_field => Part::Literal("a field"),
        Rule::table_row | Rule::match_arm | Rule::table_version => Part::Literal("a row"),
        Rule::entry | Rule::change => Part::Literal("a key"),
        _ => return None,
    })
}
