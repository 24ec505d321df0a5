//! Sources, citations and words in several languages.

use std::sync::Arc;

use super::context::{Context, Decl};
use super::problems::UnknownLanguage;
use super::typed::{Cite, Document, DocumentId, Texts};
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{Citation, ItemKind, LanguageTag, Localised, SourceDecl};

/// Fills in all `source` declarations.
pub(super) fn check(cx: &mut Context<'_>) {
    for (index, unit) in cx.resolved.units.iter().enumerate() {
        for (at, item) in unit.module.items.iter().enumerate() {
            let ItemKind::Source(decl) = &item.kind else { continue };
            let Some(Decl::Document(id)) = cx.decls.get(&(UnitId(index), at)).copied() else {
                continue;
            };
            localised(cx, decl.title.as_ref());
            fill(cx, id, decl);
        }
    }
}

fn fill(cx: &mut Context<'_>, id: DocumentId, decl: &SourceDecl) {
    let Some(document) = cx.out.documents.get_mut(id.index()) else { return };
    let text =
        |s: &Option<crate::text::Spanned<String>>| s.as_ref().map(|s| Arc::from(s.value.as_str()));
    *document = Document {
        title: texts(decl.title.as_ref()),
        file: text(&decl.file),
        url: text(&decl.url),
        number: text(&decl.number),
        dated: decl.dated.as_ref().map(|d| d.value),
        ..document.clone()
    };
}

/// Words as written, by language.
pub(super) fn texts(words: Option<&Localised<String>>) -> Texts<String> {
    let entries = words.map(|words| {
        words.entries.iter().map(|(tag, text)| (tag.value.clone(), text.value.clone())).collect()
    });
    Texts(entries.unwrap_or_default())
}

/// Words by language, with tags that are no language reported.
pub(super) fn localised(cx: &mut Context<'_>, words: Option<&Localised<String>>) -> Texts<String> {
    if let Some(words) = words {
        known_languages(cx, words);
    }
    texts(words)
}

/// Reports tags of words that are no language.
pub(super) fn known_languages<T>(cx: &mut Context<'_>, words: &Localised<T>) {
    let tags: Vec<LanguageTag> = words.entries.iter().map(|(tag, _)| tag.clone()).collect();
    with_unknown_languages(cx, &tags);
}

/// Reports tags that are no language.
pub(super) fn with_unknown_languages(cx: &mut Context<'_>, tags: &[LanguageTag]) {
    for tag in tags {
        let language = tag.value.split('-').next().unwrap_or_default();
        if !LANGUAGES.contains(&language) {
            cx.report(UnknownLanguage { tag: tag.value.clone(), at: tag.span });
        }
    }
}

/// ISO 639-1 codes of the official languages of the Union, of its candidates and of the states
/// that take part in its programmes.
const LANGUAGES: &[&str] = &[
    "bg", "bs", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "hy", "is",
    "it", "ka", "lb", "lt", "lv", "mk", "mt", "nb", "nl", "nn", "no", "pl", "pt", "rm", "ro", "se",
    "sk", "sl", "sq", "sr", "sv", "tr", "uk",
];

/// Resolves citations; one of an undeclared source is reported and left out.
pub(super) fn cites(cx: &mut Context<'_>, unit: UnitId, written: &[Citation]) -> Vec<Cite> {
    written.iter().filter_map(|citation| cite(cx, unit, citation)).collect()
}

fn cite(cx: &mut Context<'_>, unit: UnitId, citation: &Citation) -> Option<Cite> {
    let Some(Decl::Document(document)) = cx.find(unit, Namespace::Document, &citation.source)
    else {
        cx.report_unknown(unit, Namespace::Document, "source", &citation.source);
        return None;
    };
    cx.used.insert(Decl::Document(document));
    let quotes = citation.quotes.iter().map(|quote| {
        let language = quote.language.as_ref().map(|tag| tag.value.clone());
        (language, Arc::from(quote.text.value.as_str()))
    });
    Some(Cite {
        document,
        place: citation.place.as_ref().map(|place| Arc::from(place.value.as_str())),
        quotes: quotes.collect(),
        unverified: citation.unverified,
        span: citation.span,
    })
}
