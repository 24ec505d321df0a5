//! The operations of the language on values, by name.

/// The operations of arithmetic.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*` and `of`
    Multiply,
    /// `/`
    Divide,
}

/// Orderings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// `<`, `before`
    Less,
    /// `<=`
    AtMost,
    /// `>`, `after`
    Greater,
    /// `>=`
    AtLeast,
}

impl Order {
    /// The ordering that holds exactly when this one does not.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::Greater,
            Self::Greater => Self::AtMost,
            Self::AtLeast => Self::Less,
        }
    }
}

/// What `is` asks about a value's state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// `present`
    Present,
    /// `absent`
    Absent,
    /// `known`
    Known,
}

/// Parts of dates, months and periods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The year of a date, month or moment, as an integer.
    Year,
    /// The month of a date or moment.
    Month,
    /// The first day of a month, or of the month of a date.
    FirstDay,
    /// The last day of a month, or of the month of a date.
    LastDay,
    /// The first day of a period; an open start is a fault.
    Start,
    /// The last day of a period; an open end is a fault.
    End,
    /// The number of days of a period.
    Days,
    /// The quarter of the calendar year that a date or month lies in, as a period.
    Quarter,
    /// The day of the week of a date: 1 for Monday to 7 for Sunday.
    Weekday,
}

/// What is counted between two days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MonthsReading {
    /// Only months that are over.
    Completed,
    /// Months that have begun, too.
    Started,
    /// Only years that are over.
    CompletedYears,
    /// Years that have begun, too.
    StartedYears,
}

/// `exactly`, `at least`, `at most`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// `exactly`
    Exactly,
    /// `at least`
    AtLeast,
    /// `at most`
    AtMost,
}

/// How many of a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantifier {
    /// `any of`
    Any,
    /// `all of`
    All,
    /// `none of`
    None,
}

/// The least or the greatest, the earliest or the latest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edge {
    /// `min`, `first of`
    First,
    /// `max`, `last of`
    Last,
}

/// Which way a date is moved by a duration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// `+`
    Later,
    /// `-`
    Earlier,
}

/// Whether a list names all that is allowed or only examples.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Openness {
    /// `in`: anything else is not a member.
    Closed,
    /// `in open`: anything else is for an assessor to judge.
    Open,
}

/// What becomes of the elements of a comprehension.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FoldKind {
    /// A list.
    List,
    /// The sum; of nothing 0.
    Sum,
    /// The number of elements.
    Count,
    /// Whether a condition holds for all; yes for none.
    All,
    /// Whether it holds for any.
    Any,
    /// The least; of nothing a fault.
    Min,
    /// The greatest; of nothing a fault.
    Max,
    /// The mean, exactly; of nothing a fault.
    Average,
}
