//! The words that the layout and the messages know: what begins a declaration, what begins a
//! clause, which brackets belong together.

/// The words that begin a declaration.
pub(super) const DECLARATIONS: [&str; 21] = [
    "module",
    "use",
    "source",
    "programme",
    "enum",
    "open",
    "record",
    "facts",
    "define",
    "result",
    "parameter",
    "table",
    "calendar",
    "reading",
    "fill",
    "rule",
    "refine",
    "without",
    "prefer",
    "information",
    "test",
];

/// Declarations that the language will have but does not have yet.
pub(super) const UNSUPPORTED: [&str; 1] = ["rates"];

/// Words that stand inside declarations, so that at the margin they lack their indentation.
pub(super) const CLAUSES: [&str; 57] = [
    "adopts",
    "after",
    "and",
    "as",
    "assessed",
    "award",
    "because",
    "before",
    "checks",
    "choose",
    "cite",
    "clause",
    "covers",
    "currency",
    "dated",
    "decide",
    "else",
    "except",
    "expect",
    "file",
    "for",
    "forbid",
    "from",
    "given",
    "group",
    "holiday",
    "if",
    "include",
    "includes",
    "invariant",
    "is",
    "key",
    "languages",
    "let",
    "message",
    "month",
    "not",
    "number",
    "of",
    "on",
    "one",
    "or",
    "otherwise",
    "permit",
    "replace",
    "require",
    "rest",
    "rounded",
    "runs",
    "then",
    "title",
    "to",
    "unless",
    "when",
    "where",
    "with",
    "working",
];

/// The bracket that closes another.
pub(super) fn partner(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// The words that cannot be names without back-ticks, as the grammar's `reserved` has them.
pub(super) const RESERVED: [&str; 37] = [
    "after", "and", "as", "at", "award", "because", "before", "by", "choose", "cite", "default",
    "else", "except", "for", "forbid", "from", "if", "in", "is", "lasts", "let", "match", "no",
    "not", "of", "on", "or", "permit", "require", "rounded", "then", "to", "unless", "when",
    "where", "with", "yes",
];

/// The words that begin the clauses of rules.
pub(super) const RULE_CLAUSES: [&str; 18] = [
    "as", "award", "cite", "clause", "for", "forbid", "from", "group", "if", "let", "message",
    "one", "permit", "replace", "require", "title", "unless", "when",
];

/// The words that begin the clauses of a programme.
pub(super) const PROGRAMME_CLAUSES: [&str; 10] = [
    "adopts",
    "as",
    "calendar",
    "checks",
    "currency",
    "decide",
    "languages",
    "month",
    "runs",
    "title",
];

/// The words that begin consequences.
pub(super) const CONSEQUENCES: [&str; 8] =
    ["advise", "correct", "exclude", "not", "recover", "reduce", "reject", "sanction"];

/// The words that begin the clauses of a calendar.
pub(super) const CALENDAR_CLAUSES: [&str; 7] =
    ["cite", "covers", "holiday", "includes", "rest", "title", "working"];
