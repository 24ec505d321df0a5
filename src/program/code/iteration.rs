//! Instructions that run a body for each element of a list.

use super::{Formula, Register};
use crate::quantity::Currency;
use crate::types::typed::AggregateKind;
use crate::value::Edge;

/// A list and the register that holds its element while a body runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Generator {
    /// The element.
    pub(crate) variable: Register,
    /// The list.
    pub(crate) list: Formula,
}

/// What becomes of the elements of lists.
#[derive(Clone, Debug)]
pub(crate) enum Iteration {
    /// A comprehension: nested lists, a condition, and a value for each element.
    Aggregate {
        /// What becomes of the values.
        kind: AggregateKind,
        /// The lists, outermost first.
        generators: Box<[Generator]>,
        /// Only elements for which this holds.
        condition: Option<Formula>,
        /// The value for each element.
        element: Formula,
        /// The result is an amount, of this currency where the type names one.
        amount: Option<Option<Currency>>,
    },
    /// Groups in the order of the first occurrence of their keys.
    Group { list: Generator, key: Formula },
    /// The one element for which a condition holds.
    The { list: Generator, condition: Formula },
    /// The element with the least or greatest key.
    Pick { list: Generator, key: Formula, edge: Edge },
    /// A fold in the order of a key.
    Carry {
        /// The elements.
        list: Generator,
        /// The state.
        state: Register,
        /// The first state.
        init: Formula,
        /// The order.
        key: Formula,
        /// The next state.
        next: Formula,
    },
    /// The transitive closure of links from a start.
    Linked {
        /// The first element of the result.
        start: Formula,
        /// The links.
        links: Generator,
        /// One end of a link.
        from: Formula,
        /// The other end.
        to: Formula,
        /// Links lead both ways.
        either_way: bool,
        /// Only links for which this holds.
        condition: Option<Formula>,
    },
}

impl Iteration {
    /// All formulas.
    pub(crate) fn formulas(&self) -> Vec<Formula> {
        match self {
            Self::Aggregate { generators, condition, element, .. } => {
                let lists = generators.iter().map(|generator| generator.list);
                lists.chain(*condition).chain([*element]).collect()
            }
            Self::Group { list, key } | Self::Pick { list, key, .. } => vec![list.list, *key],
            Self::The { list, condition } => vec![list.list, *condition],
            Self::Carry { list, init, key, next, .. } => vec![*init, list.list, *key, *next],
            Self::Linked { start, links, from, to, condition, .. } => {
                [*start, links.list, *from, *to].into_iter().chain(*condition).collect()
            }
        }
    }
}
