//! Exchange rates of a host that a programme cannot take.

use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Currency, Quotation, Rhythm};

/// The programme has no table of rates of this name.
pub(in crate::pack) struct NoSuchRates {
    /// The name as given.
    pub(in crate::pack) written: String,
    /// The programme.
    pub(in crate::pack) module: String,
    /// A name like it.
    pub(in crate::pack) near: Option<String>,
    /// All tables that a host supplies.
    pub(in crate::pack) supplied: Vec<String>,
}

impl From<NoSuchRates> for Diagnostic {
    fn from(problem: NoSuchRates) -> Self {
        let NoSuchRates { written, module, near, supplied } = problem;
        let message = format!("`{module}` has no exchange rates named `{written}`");
        let drawn = Self::error(Code::PACK_NO_SUCH_RATES, message);
        match (near, supplied.as_slice()) {
            (Some(near), _) => drawn.help(format!("did you mean `{near}`?")),
            (None, []) => drawn.help("none of its rates are to be supplied"),
            (None, all) => drawn.help(format!("the rates to supply are `{}`", all.join("`, `"))),
        }
    }
}

/// The table has quotes of its own.
pub(in crate::pack) struct NotSupplied {
    /// The table.
    pub(in crate::pack) rates: String,
}

impl From<NotSupplied> for Diagnostic {
    fn from(problem: NotSupplied) -> Self {
        let message = format!("the exchange rates `{}` are part of the rules", problem.rates);
        Self::error(Code::PACK_NO_SUCH_RATES, message)
            .help("only rates that are declared `supplied` come from outside")
    }
}

/// A table that is not what is declared of it.
pub(in crate::pack) struct OtherRates {
    /// The table.
    pub(in crate::pack) rates: String,
    /// What is declared: base, direction and rhythm.
    pub(in crate::pack) declared: (Currency, Quotation, Option<Rhythm>),
    /// What is supplied.
    pub(in crate::pack) supplied: (Currency, Quotation, Rhythm),
}

impl From<OtherRates> for Diagnostic {
    fn from(problem: OtherRates) -> Self {
        let OtherRates { rates, declared, supplied } = problem;
        let message = format!("the exchange rates supplied for `{rates}` are of another kind");
        Self::error(Code::PACK_NO_SUCH_RATES, message).help(format!(
            "the rules ask for {}; supplied are {}",
            words(declared.0, declared.1, declared.2),
            words(supplied.0, supplied.1, Some(supplied.2)),
        ))
    }
}

fn words(base: Currency, quotation: Quotation, rhythm: Option<Rhythm>) -> String {
    let often = match rhythm {
        Some(Rhythm::Monthly) => "monthly rates",
        Some(Rhythm::Daily) => "daily rates",
        None => "rates",
    };
    match quotation {
        Quotation::PerBase => format!("{often} per 1 {base}"),
        Quotation::InBase => format!("{often} in {base}"),
    }
}
