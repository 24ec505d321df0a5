//! The names of the months in Polish, Romanian, Swedish and English.
//!
//! They are those of Unicode CLDR 48, in the forms that stand in a date and alone, in full and
//! shortened, and the Roman figures that Polish and Romanian offices write. Names that two
//! languages share mean the same month in both.

/// The names, folded, each row the names of one month.
const NAMES: [&[&str]; 12] = [
    &["styczen", "stycznia", "sty", "ianuarie", "ian", "januari", "january", "jan", "i"],
    &["luty", "lutego", "lut", "februarie", "februari", "february", "feb", "ii"],
    &["marzec", "marca", "mar", "martie", "mars", "march", "iii"],
    &["kwiecien", "kwietnia", "kwi", "aprilie", "april", "apr", "iv"],
    &["maj", "maja", "mai", "may", "v"],
    &["czerwiec", "czerwca", "cze", "iunie", "iun", "juni", "june", "jun", "vi"],
    &["lipiec", "lipca", "lip", "iulie", "iul", "juli", "july", "jul", "vii"],
    &["sierpien", "sierpnia", "sie", "august", "augusti", "aug", "viii"],
    &["wrzesien", "wrzesnia", "wrz", "septembrie", "september", "sept", "sep", "ix"],
    &["pazdziernik", "pazdziernika", "paz", "octombrie", "oktober", "october", "oct", "okt", "x"],
    &["listopad", "listopada", "lis", "noiembrie", "november", "noi", "nov", "xi"],
    &["grudzien", "grudnia", "gru", "decembrie", "december", "dec", "xii"],
];

/// The number of the month that a folded word names; a point may stand after a short name.
pub(super) fn month_named(word: &str) -> Option<u32> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let at = NAMES.iter().position(|names| names.contains(&word))?;
    u32::try_from(at).ok()?.checked_add(1)
}
