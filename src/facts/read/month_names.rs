//! The names of the months in Polish, Romanian, Swedish and English.
//!
//! They are those of Unicode CLDR 48, in the forms that stand in a date and alone, in full and
//! shortened, and the Roman figures that Polish and Romanian offices write, which are capital
//! letters: a small `i` is "and". Names that two languages share mean the same month in both.

use super::fold::folded;

/// The names, folded, each row the names of one month.
const NAMES: [&[&str]; 12] = [
    &["styczen", "stycznia", "sty", "ianuarie", "ian", "januari", "january", "jan"],
    &["luty", "lutego", "lut", "februarie", "februari", "february", "feb"],
    &["marzec", "marca", "mar", "martie", "mars", "march"],
    &["kwiecien", "kwietnia", "kwi", "aprilie", "april", "apr"],
    &["maj", "maja", "mai", "may"],
    &["czerwiec", "czerwca", "cze", "iunie", "iun", "juni", "june", "jun"],
    &["lipiec", "lipca", "lip", "iulie", "iul", "juli", "july", "jul"],
    &["sierpien", "sierpnia", "sie", "august", "augusti", "aug"],
    &["wrzesien", "wrzesnia", "wrz", "septembrie", "september", "sept", "sep"],
    &["pazdziernik", "pazdziernika", "paz", "octombrie", "oktober", "october", "oct", "okt"],
    &["listopad", "listopada", "lis", "noiembrie", "november", "noi", "nov"],
    &["grudzien", "grudnia", "gru", "decembrie", "december", "dec"],
];

/// The Roman figures of the months.
const ROMAN: [&str; 12] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// The number of the month that a word names; a point may stand after a short name.
pub(super) fn month_named(word: &str) -> Option<u32> {
    let name = folded(word.strip_suffix('.').unwrap_or(word));
    let named = NAMES.iter().position(|names| names.contains(&name.as_str()));
    let at = named.or_else(|| ROMAN.iter().position(|figure| *figure == word))?;
    u32::try_from(at).ok()?.checked_add(1)
}

#[cfg(test)]
mod tests {
    use super::month_named;

    /// The names in the five locales `pl`, `ro`, `sv`, `en-GB` and `en`, alone and in a date, in
    /// full and shortened, as ICU 78.2 (CLDR 48) writes them.
    const CLDR: [&[&str]; 12] = [
        &["styczeń", "stycznia", "sty", "ianuarie", "ian.", "januari", "jan.", "January", "Jan"],
        &["luty", "lutego", "lut", "februarie", "feb.", "februari", "February", "Feb"],
        &["marzec", "marca", "mar", "martie", "mar.", "mars", "March", "Mar"],
        &["kwiecień", "kwietnia", "kwi", "aprilie", "apr.", "april", "April", "Apr"],
        &["maj", "maja", "mai", "May"],
        &["czerwiec", "czerwca", "cze", "iunie", "iun.", "juni", "June", "Jun"],
        &["lipiec", "lipca", "lip", "iulie", "iul.", "juli", "July", "Jul"],
        &["sierpień", "sierpnia", "sie", "august", "aug.", "augusti", "August", "Aug"],
        &[
            "wrzesień",
            "września",
            "wrz",
            "septembrie",
            "sept.",
            "september",
            "sep.",
            "September",
            "Sept",
            "Sep",
        ],
        &[
            "październik",
            "października",
            "paź",
            "octombrie",
            "oct.",
            "oktober",
            "okt.",
            "October",
            "Oct",
        ],
        &["listopad", "listopada", "lis", "noiembrie", "nov.", "november", "November", "Nov"],
        &["grudzień", "grudnia", "gru", "decembrie", "dec.", "december", "December", "Dec"],
    ];

    #[test]
    fn every_name_of_cldr_is_its_month() {
        for (names, number) in CLDR.iter().zip(1..) {
            for name in *names {
                assert_eq!(month_named(name), Some(number), "{name}");
                assert_eq!(month_named(&name.to_uppercase()), Some(number), "{name}");
            }
        }
    }

    #[test]
    fn other_words_are_no_month() {
        for word in ["", ".", "i", "xiii", "XIII", "m", "luni", "marti", "kwietniu.."] {
            assert_eq!(month_named(word), None, "{word}");
        }
    }
}
