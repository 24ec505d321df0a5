//! The elements that a rule was judged on.

use std::ops::Deref;

use crate::value::Value;

/// An element of a `for each`: its position in the list and the record, where it is one.
#[derive(Clone, PartialEq, Debug)]
pub struct Element {
    /// Position from 0.
    pub index: u32,
    /// The element.
    pub value: Value,
}

/// The element of each `for each` of a rule, outermost first; read as a slice.
///
/// Most rules have one loop or none, so a single element lies in place and takes no memory of
/// its own.
///
/// ```
/// use subvent::eval::{Element, ElementPath};
/// use subvent::value::Value;
/// let path = ElementPath::from([Element { index: 2, value: Value::Record(7) }].as_slice());
/// assert_eq!(path.first().map(|element| element.index), Some(2));
/// assert!(ElementPath::default().is_empty());
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ElementPath(Kept);

#[derive(Clone, PartialEq, Debug, Default)]
enum Kept {
    #[default]
    None,
    One([Element; 1]),
    Several(Box<[Element]>),
}

impl From<&[Element]> for ElementPath {
    fn from(path: &[Element]) -> Self {
        Self(match path {
            [] => Kept::None,
            [one] => Kept::One([one.clone()]),
            several => Kept::Several(several.into()),
        })
    }
}

impl Deref for ElementPath {
    type Target = [Element];

    fn deref(&self) -> &[Element] {
        match &self.0 {
            Kept::None => &[],
            Kept::One(one) => one,
            Kept::Several(several) => several,
        }
    }
}
