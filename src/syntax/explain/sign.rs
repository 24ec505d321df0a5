//! Signs of other languages.

use super::Place;
use crate::diagnostic::Diagnostic;
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{Equality, ForeignSign};

/// A sign of another language and what is written here.
struct Foreign {
    sign: &'static str,
    meant: &'static str,
    help: &'static str,
}

const FOREIGN: [Foreign; 8] = [
    Foreign { sign: "&&", meant: "and", help: "conditions are joined with `and`" },
    Foreign { sign: "&", meant: "and", help: "conditions are joined with `and`" },
    Foreign { sign: "||", meant: "or", help: "alternatives are joined with `or`" },
    Foreign {
        sign: "=>",
        meant: "->",
        help: "a row leads to its value with `->`; at least is `>=`",
    },
    Foreign { sign: "=<", meant: "<=", help: "at most is `<=`" },
    Foreign { sign: "!", meant: "not ", help: "a condition is turned round with `not`" },
    Foreign { sign: ";", meant: "", help: "a clause ends where the next begins" },
    Foreign { sign: "//", meant: "#", help: "a comment begins with `#`" },
];

const EQUALITY: [(&str, &str); 5] =
    [("===", "is"), ("==", "is"), ("!=", "is not"), ("<>", "is not"), ("=", "is")];

/// A sign of another language at the place.
pub(super) fn find(place: &Place<'_>) -> Option<Diagnostic> {
    equality(place).or_else(|| foreign(place))
}

/// `=`, `==`, `!=` or `<>` after a value.
fn equality(place: &Place<'_>) -> Option<Diagnostic> {
    let rest = place.rest();
    if !super::expected::joins(place.wanted) || rest.starts_with("=>") || rest.starts_with("=<") {
        return None;
    }
    let (sign, meant) = EQUALITY.iter().find(|(sign, _)| rest.starts_with(sign))?;
    Some(Equality { at: place.span(sign.len()), sign, meant }.into())
}

fn foreign(place: &Place<'_>) -> Option<Diagnostic> {
    let found = FOREIGN.iter().find(|foreign| place.rest().starts_with(foreign.sign))?;
    let Foreign { sign, mut meant, help } = *found;
    if sign == "=>" && !place.wants(Rule::arrow) {
        meant = ">=";
    }
    Some(ForeignSign { at: place.span(sign.len()), sign, meant, help }.into())
}
