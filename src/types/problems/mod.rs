//! What the checker finds wrong: one struct a problem, which turns itself into a diagnostic.

mod adoption;
mod choice;
mod dates;
mod lint;
mod lists;
mod mismatch;
mod names;
mod programme;
mod records;
mod refine;
mod rules;
mod tables;
mod versions;

pub(super) use adoption::{FilledTwice, NotAdopted, NotOpen, OpenWithoutType};
pub(super) use choice::{ArmTwice, NotExhaustive};
pub(super) use dates::{MissingDay, NoMonthEnd, RangeKind, UnnamedMonthEnd};
pub(super) use lint::{
    MayOverlap, MissingTranslation, PercentOfSum, Unrounded, Unused, ZeroDivisor,
};
pub(super) use lists::{AggregateKindMismatch, EmptyList, LinkEnds, StepKind};
pub(super) use mismatch::{
    AlwaysPresent, KnownInCondition, MayBeAbsent, Mismatch, NotYet, Operands, WrongDefault,
};
pub(super) use names::{
    ArgumentCount, NeedsArguments, NoSuchMember, NoSuchName, NotCallable, NotForThis,
};
pub(super) use programme::{NeverChecked, NoCurrency, NotARoot, TwoProgrammes, UnknownLanguage};
pub(super) use records::{
    DefaultNotFixed, FieldTwice, IncludeCircle, KeyKind, LimitKind, MemberTwice, NestedInItself,
};
pub(super) use refine::{NotAround, RefinedForOne};
pub(super) use rules::{
    CircularDefinition, ClauseTwice, DeepDefinitions, MixedLogic, NoRecord, NotBoth,
};
pub(super) use tables::{
    GridShape, ParameterReadsFacts, PatternCount, PatternNotFixed, RowKind, RowMissing, RowsOverlap,
};
pub(super) use versions::{GapInVersions, OverlappingVersions, TwoUndated};
