//! A character that does not belong in a value.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A character that is not seen, or a digit of another script.
pub(in crate::facts) struct ForeignCharacter<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The first such character.
    pub(in crate::facts) character: char,
    /// The value in the plain form, where it is one without such characters.
    pub(in crate::facts) plain: Option<&'a str>,
}

impl From<ForeignCharacter<'_>> for Diagnostic {
    fn from(problem: ForeignCharacter<'_>) -> Self {
        let ForeignCharacter { site, character, plain } = problem;
        let words = shown(site.words);
        let code = u32::from(character);
        let (message, label) = if is_hidden(character) {
            let message = format!("`{words}` holds U+{code:04X}, a character that is not seen");
            (message, format!("U+{code:04X} is in here"))
        } else {
            let message = format!("`{words}` has `{character}` (U+{code:04X}), which is not read");
            (message, "only the digits 0 to 9 and common signs are read".to_owned())
        };
        let found = Self::error(Code::FACTS_FOREIGN_CHARACTER, message).label(site.span, label);
        match plain {
            Some(plain) => site.mend(found.help(format!("write `{plain}`")), plain),
            None => found.help("type the value anew, with the digits 0 to 9"),
        }
    }
}

/// Whether a character is not seen: control characters, soft hyphens, zero-width spaces and
/// joiners, marks of the direction of writing, and selectors of variants.
pub(in crate::facts) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
