//! The units of time in the plain form and in the words of the languages.

/// A unit of time.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    Years,
    Months,
    Weeks,
    Days,
    WorkingDays,
}

impl Unit {
    /// The plain word after a number.
    pub(super) fn plain(self, count: i64) -> &'static str {
        let (one, more) = match self {
            Self::Years => ("year", "years"),
            Self::Months => ("month", "months"),
            Self::Weeks => ("week", "weeks"),
            Self::Days => ("day", "days"),
            Self::WorkingDays => ("working day", "working days"),
        };
        if count == 1 { one } else { more }
    }
}

/// The unit that a plain word names.
pub(super) fn plain_unit(word: &str) -> Option<Unit> {
    Some(match word {
        "year" | "years" => Unit::Years,
        "month" | "months" => Unit::Months,
        "week" | "weeks" => Unit::Weeks,
        "day" | "days" => Unit::Days,
        "working day" | "working days" => Unit::WorkingDays,
        _ => return None,
    })
}

/// The unit that a folded word names in any language, in every form that it takes after a number.
/// Romanian has `de` between the two from 20 on.
pub(super) fn local_unit(word: &str) -> Option<Unit> {
    let word = word.strip_prefix("de ").unwrap_or(word);
    Some(match word {
        "rok" | "roku" | "lata" | "lat" | "an" | "ani" | "ar" => Unit::Years,
        "miesiac" | "miesiaca" | "miesiace" | "miesiecy" | "mies." | "mies" | "m-c" | "m-ce"
        | "m-cy" | "luna" | "luni" | "manad" | "manader" | "man." => Unit::Months,
        "tydzien" | "tygodnia" | "tygodnie" | "tygodni" | "saptamana" | "saptamani" | "vecka"
        | "veckor" => Unit::Weeks,
        "dzien" | "dnia" | "dni" | "zi" | "zile" | "dag" | "dagar" => Unit::Days,
        "dzien roboczy" | "dnia roboczego" | "dni robocze" | "dni roboczych" | "zi lucratoare"
        | "zile lucratoare" | "arbetsdag" | "arbetsdagar" => Unit::WorkingDays,
        plain => return plain_unit(plain),
    })
}
