//! Messages of rule files with their holes filled.

use super::format::{Names, Spoken};
use crate::types::typed::{Template, TemplatePart, Texts};
use crate::value::Value;

/// The position of the words in a language, else in English, else in the first there is.
fn choose<T>(texts: &Texts<T>, language: &str) -> Option<usize> {
    let find = |wanted: &str| texts.0.iter().position(|(tag, _)| &**tag == wanted);
    find(language).or_else(|| find("en")).or(if texts.is_empty() { None } else { Some(0) })
}

/// The message in a language, with the values of its holes: `holes` has a list for each language
/// of the message. Values are written in the language of the words that they stand in.
///
/// None when there is no message, or no value for one of its holes.
pub(super) fn render(
    texts: &Texts<Template>,
    holes: &[Vec<Value>],
    names: Names<'_>,
    language: &str,
) -> Option<String> {
    let chosen = choose(texts, language)?;
    let (tag, template) = texts.0.get(chosen)?;
    let spoken = Spoken::new(names, tag);
    let mut values = holes.get(chosen).map(Vec::as_slice).unwrap_or_default().iter();
    let mut sentence = String::new();
    for part in &template.parts {
        match part {
            TemplatePart::Text(words) => sentence.push_str(words),
            TemplatePart::Hole(expr) => {
                sentence.push_str(&spoken.value(values.next()?, &expr.ty));
            }
        }
    }
    Some(sentence)
}
