//! Members of enums by their names, and other values of open enums.

use super::{Read, Words, refuse, text};
use crate::data::ScalarStyle;
use crate::facts::problems::UnknownMember;
use crate::types::typed::{EnumId, EnumType};
use crate::value::Value;

/// Reads a member. An open enum takes `other "text"` and any other text in quotes.
pub(super) fn read(words: &Words<'_>, id: EnumId) -> Read {
    let Some(declared) = words.manner.checked.enums.get(id.index()) else {
        return text::read(words);
    };
    let name = text::composed(words.text);
    if let Some(member) = member(declared, &name) {
        return Ok(Value::Member(member));
    }
    if let Some(other) = other(words).filter(|_| declared.open) {
        return Ok(Value::Other(text::kept(words, other)?));
    }
    let names = declared.members.iter().map(|member| &*member.name);
    let like = words.manner.nearest(&name, names);
    refuse(UnknownMember { site: words.site, declared, like })
}

/// The position of a member.
fn member(declared: &EnumType, name: &str) -> Option<u16> {
    let at = declared.members.iter().position(|member| &*member.name == name)?;
    u16::try_from(at).ok()
}

/// The text of another value: what `other` names, or all that stands in quotes.
fn other<'w>(words: &Words<'w>) -> Option<&'w str> {
    let named = words
        .text
        .strip_prefix("other")
        .map(str::trim_start)
        .and_then(|rest| rest.strip_prefix('"')?.strip_suffix('"'));
    let quoted = (words.style == ScalarStyle::Quoted).then_some(words.text);
    named.or(quoted).filter(|other| !other.trim().is_empty())
}
