//! Why a proposal is refused before its facts are looked at, one problem a file.

mod no_such_root;
mod other_date;
mod other_programme;
mod too_costly;

pub(super) use no_such_root::NoSuchRoot;
pub(super) use other_date::OtherDate;
pub(super) use other_programme::OtherProgramme;
pub(super) use too_costly::TooCostly;
