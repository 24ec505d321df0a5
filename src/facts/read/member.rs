//! Members of enums by their names, and other values of open enums.

use super::{Read, Words, refuse, text};
use crate::data::ScalarStyle;
use crate::facts::problems::UnknownMember;
use crate::types::typed::{EnumId, EnumType};
use crate::value::Value;

/// Reads a member. An open enum takes `other "text"` and any other text in quotes; of a text that
/// is nearly a member's name it warns.
pub(super) fn read(words: &Words<'_>, id: EnumId) -> Read {
    let Some(declared) = words.manner.checked.enums.get(id.index()) else {
        return text::read(words);
    };
    let name = text::composed(words.text);
    if let Some(member) = member(declared, &name) {
        return Ok(Value::Member(member));
    }
    if let Some(other) = named_other(words.text).filter(|_| declared.open) {
        return Ok(Value::Other(text::kept(words, other)?));
    }
    let names = declared.members.iter().map(|member| &*member.name);
    let like = words.manner.nearest(&name, names);
    let problem = UnknownMember { site: words.site, declared, like };
    if !declared.open || words.style != ScalarStyle::Quoted || name.trim().is_empty() {
        return refuse(problem);
    }
    if like.is_some() {
        words.manner.warn(problem.taken_for_other());
    }
    Ok(Value::Other(text::kept(words, words.text)?))
}

/// Reads the value of `{ other: text }`.
pub(in crate::facts) fn read_other(words: &Words<'_>) -> Read {
    if words.text.is_empty() {
        return words.wrong("another value in words", "");
    }
    Ok(Value::Other(text::kept(words, words.text)?))
}

/// The position of a member.
fn member(declared: &EnumType, name: &str) -> Option<u16> {
    let at = declared.members.iter().position(|member| &*member.name == name)?;
    u16::try_from(at).ok()
}

/// The text of `other "text"`.
fn named_other(text: &str) -> Option<&str> {
    let quoted = text.strip_prefix("other")?.trim_start();
    let other = quoted.strip_prefix('"')?.strip_suffix('"')?;
    Some(other).filter(|other| !other.trim().is_empty())
}
