//! The typed program: every name resolved, every expression typed, every date checked.
//!
//! This is what the checker produces and what the compiler, the reference evaluator, the tests
//! and the editor read. Identifiers are positions in the lists of [`Checked`].

mod calendar;
mod expression;
mod module;
mod rule;
mod schema;
mod walk;

pub use calendar::*;
pub use expression::*;
pub use module::*;
pub use rule::*;
pub use schema::*;

/// Defines a position in one of the lists of [`Checked`].
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);

        impl $name {
            /// The position as an index.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The identifier of a position.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    };
}

id!(/// An enum in [`Checked::enums`].
    EnumId);
id!(/// A record in [`Checked::records`].
    RecordId);
id!(/// A definition in [`Checked::definitions`].
    DefinitionId);
id!(/// A parameter in [`Checked::parameters`].
    ParameterId);
id!(/// A table in [`Checked::tables`].
    TableId);
id!(/// A reading in [`Checked::readings`].
    ReadingId);
id!(/// A rule, preference or information in [`Checked::rules`].
    RuleId);
id!(/// A cited document in [`Checked::documents`].
    DocumentId);
id!(/// A calendar in [`Checked::calendars`].
    CalendarId);
id!(/// A name in the frame of a rule or definition: a parameter, a `let`, a loop's element.
    LocalId);
