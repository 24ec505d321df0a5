//! A period that ends before it starts.

use super::Site;
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Date;

/// A period in the wrong order.
pub(in crate::facts) struct PeriodOrder<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// Its first day.
    pub(in crate::facts) start: Date,
    /// Its last day.
    pub(in crate::facts) end: Date,
}

impl From<PeriodOrder<'_>> for Diagnostic {
    fn from(problem: PeriodOrder<'_>) -> Self {
        let PeriodOrder { site, start, end } = problem;
        let message = format!("the period ends on {end}, before it starts on {start}");
        Self::error(Code::FACTS_PERIOD_ORDER, message)
            .label(site.span, "ends before it starts")
            .help("write the first day, then the last one; both belong to the period")
    }
}
