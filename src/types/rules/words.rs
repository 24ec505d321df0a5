//! Messages and reasons: texts with holes for values.

use crate::syntax::ast::{self, Localised};
use crate::types::body::Body;
use crate::types::context::Context;
use crate::types::documents::known_languages;
use crate::types::expr;
use crate::types::typed::{Template, TemplatePart, Texts};

/// Texts with holes. A hole may read what may be absent, and may ask what is known.
pub(in crate::types) fn templates(
    cx: &mut Context<'_>,
    body: &mut Body,
    words: Option<&Localised<ast::Template>>,
) -> Texts<Template> {
    let Some(words) = words else { return Texts::default() };
    known_languages(cx, words);
    let known = std::mem::replace(&mut body.may_ask_known, true);
    let entries = words
        .entries
        .iter()
        .map(|(tag, text)| (tag.value.clone(), template(cx, body, &text.value)))
        .collect();
    body.may_ask_known = known;
    Texts(entries)
}

fn template(cx: &mut Context<'_>, body: &mut Body, text: &ast::Template) -> Template {
    let part = |part: &ast::TemplatePart| match part {
        ast::TemplatePart::Text(words) => TemplatePart::Text(words.clone()),
        ast::TemplatePart::Hole(hole) => TemplatePart::Hole(expr::check(cx, body, hole, None)),
    };
    Template { parts: text.parts.iter().map(part).collect() }
}
