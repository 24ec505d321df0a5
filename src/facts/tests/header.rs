//! Keys with `$`.

use super::{good, labelled, proposal};
use crate::data::{DataLimits, read_yaml};
use crate::facts::{Header, Locale};

#[test]
fn the_header_keeps_its_places() {
    let text = "$programme: a.b\n$as_of: 2024-05-01\n$facts: Priority\n$locale: pl-PL\ngrant: 5\n";
    let (tree, _) = read_yaml(proposal(), text, &DataLimits::default());
    let (header, found) = Header::read(&tree.unwrap());
    assert!(found.is_empty());
    let words = |span: crate::text::Span| text.get(span.range()).unwrap();
    assert_eq!(words(header.programme.unwrap().span), "a.b");
    assert_eq!(words(header.as_of.unwrap().span), "2024-05-01");
    assert_eq!(header.facts.unwrap().value, "Priority");
    assert_eq!(header.locale.unwrap().value, Locale::Polish);
    good(text);
}

#[test]
fn what_a_header_cannot_use() {
    let text = "$programm: a\n$as_of: 01.05.2024\n$locale: xx\n$facts: [a]\n";
    let (tree, _) = read_yaml(proposal(), text, &DataLimits::default());
    let (header, found) = Header::read(&tree.unwrap());
    assert_eq!(header, Header::default());
    let shown: Vec<_> = found.iter().map(|p| (p.message.as_str(), labelled(p, text))).collect();
    assert_eq!(
        shown,
        [
            ("`$programm` is not a key of a proposal", "$programm"),
            ("`$as_of` wants a date", "01.05.2024"),
            ("`xx` is not a known locale", "xx"),
            ("`$facts` wants a name", "[a]"),
        ]
    );
    assert!(found.iter().all(|p| p.code.as_str() == "facts::header"));
    assert_eq!(found.iter().next().unwrap().fix.as_ref().unwrap().replacement, "$programme");
}
