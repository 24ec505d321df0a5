//! A number with two readings.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A number whose point or comma may divide groups or begin the decimal places.
pub(in crate::facts) struct AmbiguousNumber<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The whole value as continental Europe reads it, in the plain form.
    pub(in crate::facts) first: &'a str,
    /// The whole value as English reads it.
    pub(in crate::facts) second: &'a str,
}

impl From<AmbiguousNumber<'_>> for Diagnostic {
    fn from(problem: AmbiguousNumber<'_>) -> Self {
        let AmbiguousNumber { site, first, second } = problem;
        let message = format!("`{}` may be `{first}` or `{second}`", shown(site.words));
        // Where the point is the plain form's own, more zeros say that it is meant so.
        let exact = if site.words.contains('.') { lengthened(second) } else { second.to_owned() };
        let sign = if site.words.contains(',') { "comma" } else { "point" };
        let label = format!("the {sign} may divide groups or begin the decimal places");
        let (first, exact) =
            if sign == "comma" { (lengthened(first), exact) } else { (first.to_owned(), exact) };
        Self::error(Code::FACTS_AMBIGUOUS_NUMBER, message)
            .label(site.span, label)
            .help(format!("write `{first}` or `{exact}`, whichever is meant"))
    }
}

/// The same value with one more decimal place, so that no group can be seen in it.
fn lengthened(plain: &str) -> String {
    let (digits, unit) = match plain.split_once(' ') {
        Some((digits, unit)) => (digits, format!(" {unit}")),
        None => (plain, String::new()),
    };
    if digits.contains('.') { format!("{digits}0{unit}") } else { plain.to_owned() }
}
