//! Texts, in one normal form.

use std::borrow::Cow;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Read, Words, refuse};
use crate::facts::problems::{TooMany, TooMuch};
use crate::value::Value;

/// Reads a text. A bare word is text too: `country: NO` is Norway.
pub(super) fn read(words: &Words<'_>) -> Read {
    Ok(Value::Text(kept(words, words.text)?))
}

/// A text that is kept, within the limit of its length.
pub(super) fn kept(words: &Words<'_>, text: &str) -> Read<Arc<str>> {
    let limit = words.manner.max_text;
    if text.len() > limit {
        let what = TooMuch::Text(limit);
        return refuse(TooMany { what, span: words.site.span, field: words.site.field });
    }
    Ok(Arc::from(&*composed(text)))
}

/// A text in the composed normal form (NFC), so that `ł` or `ą` typed in two ways are equal.
pub(in crate::facts) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}
