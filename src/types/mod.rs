//! Types, units, currencies, completeness of tables, coverage of dates.
//!
//! In: modules whose names are declared ([`Resolved`]). Out: the [`typed`] program and all
//! problems. No value of a proposal is known here.
//!
//! [`check`] takes these steps; each can rely on those before it:
//!
//! 1. `declare`: every declaration of every module gets its number;
//! 2. `records`: enums, records and their fields, included records, the programme's currency;
//! 3. `documents`: sources, and with them citations;
//! 4. `readings`, `parameters` and `tables`: their keys and types, then their dated contents;
//! 5. `definitions`: bodies, on demand where a type is not written;
//! 6. `rules`: bodies of rules, preferences and information;
//! 7. `adoption`: what binds; `refine`, `replace`, `fill` and `without`;
//! 8. `cycles`: definitions and rules that rest on themselves;
//! 9. `knowing`: conditions that rest on advice about what is known;
//! 10. `lint`: advice beyond errors.

mod adoption;
mod body;
mod context;
mod cycles;
mod declare;
mod definitions;
mod documents;
mod exhaustive;
mod expr;
mod knowing;
mod lint;
mod narrow;
mod parameters;
mod problems;
mod programme;
mod records;
mod refine;
mod regimes;
mod rules;
mod show;
mod tables;
mod type_expr;
pub mod typed;
mod versions;

pub use show::show;

use self::context::Context;
use self::typed::Checked;
use crate::diagnostic::Diagnostics;
use crate::resolve::Resolved;

/// Checks the modules of a programme and everything that they reach.
///
/// The typed program is complete even when there are problems, so that an editor can work with
/// it; it may be compiled only when none of them is an error.
#[must_use]
pub fn check(resolved: &Resolved) -> (Checked, Diagnostics) {
    let mut cx = Context::new(resolved);
    declare::declare(&mut cx);
    programme::head(&mut cx);
    records::check(&mut cx);
    documents::check(&mut cx);
    tables::signatures(&mut cx);
    definitions::signatures(&mut cx);
    records::invariants(&mut cx);
    tables::bodies(&mut cx);
    definitions::bodies(&mut cx);
    rules::check(&mut cx);
    adoption::check(&mut cx);
    cycles::check(&mut cx);
    knowing::check(&mut cx);
    lint::check(&mut cx);
    (cx.out, cx.problems)
}
