//! Binds the values of a proposal to the declared records.
//!
//! In: the tree of a proposal. Out: [`Facts`], or every problem. Steps, each a file:
//! 1. [`record`](mod@record): names to fields; what is left out is absent, unknown or its default;
//! 2. [`field`](mod@field) and [`list`](mod@list): values to cells, rows at the end of the cells;
//! 3. [`reference`](mod@reference): keys to records, once all records are known;
//! 4. [`stand_in`](mod@stand_in): one record for "any further element" of each unknown list.

mod bounds;
mod evidence;
mod field;
mod identity;
mod list;
mod record;
mod reference;
mod stand_in;
mod unknown;
mod wants;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use identity::Identities;
use reference::Pending;

use super::problems::{Site, TooMany, TooMuch, UnusableRecord};
use super::read::{Manner, Words};
use super::run::{ListPlace, Run};
use super::{FactLimits, Facts, Header, Origin};
use crate::data::{DataNode, DataValue, Scalar, ScalarStyle};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::program::{CopiedField, FactSchema};
use crate::text::{SourceId, Span};
use crate::types::typed::{Checked, Field, RecordId, Type};
use crate::value::{Missing, Value};

/// Binds a proposal to a record of a programme within the default [`FactLimits`].
///
/// All problems are found, and there are facts only when none of them is an error. Keys with `$`
/// at the top are left to [`Header::read`], but `$locale` is heeded.
///
/// ```
/// use subvent::data::{DataLimits, read_yaml};
/// use subvent::facts::bind;
/// use subvent::program::FactSchema;
/// use subvent::resolve::{LoadError, Loader, resolve};
/// use subvent::text::Source;
/// use subvent::types::check;
///
/// struct One;
/// impl Loader for One {
///     fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
///         let rules = "module a\n\nprogramme {\n  currency PLN\n  checks Project\n}\n\n\
///                      facts Project {\n  grant: money at least 0\n  ends: date?\n}\n";
///         Ok((module == "a").then(|| Source::new("a.subvent", rules)))
///     }
///     fn modules(&self) -> Vec<String> {
///         Vec::new()
///     }
/// }
/// let (checked, _) = check(&resolve(&One, "a").0);
/// let root = checked.programme.roots.first().ok_or("a root")?.record;
/// let proposal = checked.sources.next_id();
///
/// let (tree, _) = read_yaml(proposal, "grant: 98_400.00 PLN", &DataLimits::default());
/// let (facts, problems) = bind(&FactSchema::new(&checked), &checked, root, &tree.ok_or("a tree")?);
/// assert!(problems.is_empty());
/// let facts = facts.ok_or("facts")?;
/// let grant = facts.find("grant").ok_or("a cell")?;
/// assert_eq!(facts.path(grant), "grant");
/// assert!(facts.cell(grant).is_certain());
///
/// let (tree, _) = read_yaml(proposal, "grant: 120 000,00 PLN", &DataLimits::default());
/// let (facts, problems) = bind(&FactSchema::new(&checked), &checked, root, &tree.ok_or("a tree")?);
/// assert!(facts.is_none());
/// let repair = problems.iter().next().and_then(|problem| problem.fix.clone()).ok_or("a repair")?;
/// assert_eq!(repair.replacement, "120000.00 PLN");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn bind(
    schema: &FactSchema,
    checked: &Checked,
    root: RecordId,
    node: &DataNode,
) -> (Option<Facts>, Diagnostics) {
    bind_within(schema, checked, root, node, &FactLimits::default())
}

/// Binds a proposal to a record of a programme, as [`bind`], within other limits.
#[must_use]
pub fn bind_within(
    schema: &FactSchema,
    checked: &Checked,
    root: RecordId,
    node: &DataNode,
    limits: &FactLimits,
) -> (Option<Facts>, Diagnostics) {
    let locale = Header::read(node).0.locale.map(|locale| locale.value);
    let manner = Manner::new(checked, locale, limits.max_text);
    let quotes = node.entries().first().is_some_and(|e| e.key_span.len() > e.key.len());
    run(Input { schema, checked, root, node, limits, manner: &manner, quotes, floats: None })
}

/// The source of places in values that a host handed over: they have no text.
pub(super) fn host_source() -> SourceId {
    SourceId::new(u32::MAX as usize)
}

/// All that is given.
pub(super) struct Input<'b> {
    pub(super) schema: &'b FactSchema,
    pub(super) checked: &'b Checked,
    pub(super) root: RecordId,
    pub(super) node: &'b DataNode,
    pub(super) limits: &'b FactLimits,
    pub(super) manner: &'b Manner<'b>,
    /// Values in repairs need quotes.
    pub(super) quotes: bool,
    /// The places of floating-point numbers in values of a host.
    pub(super) floats: Option<&'b BTreeSet<Span>>,
}

/// Binds what is given.
pub(super) fn run(input: Input<'_>) -> (Option<Facts>, Diagnostics) {
    let mut binder = Binder::new(input);
    // When the work is stopped, the problem that did it is among those found.
    let _stopped = binder.bind_root();
    let warnings = binder.input.manner.take_warnings();
    binder.found.extend(warnings);
    binder.found.sort();
    let facts = (!binder.found.has_errors()).then_some(binder.facts);
    (facts, binder.found)
}

/// A limit of cells is exceeded, which has been reported; nothing more can be bound.
struct Stopped;

/// Facts under construction.
struct Binder<'b> {
    input: Input<'b>,
    facts: Facts,
    found: Diagnostics,
    /// The first cells of the rows around the current record, the root's first.
    scope: Vec<u32>,
    identities: Identities,
    references: Vec<Pending<'b>>,
    /// Cells of lists that nobody gave.
    unknown_lists: Vec<u32>,
    /// Lists inside a list that are `null`: the cell, the positions on the way, the type.
    unknown_items: Vec<(u32, Vec<u32>, Type)>,
    /// Fields that lie in a record twice, with the record's first cell.
    copies: Vec<(u32, CopiedField)>,
    /// What is owed for the stand-ins of a type.
    owed: BTreeMap<RecordId, Missing>,
}

impl<'b> Binder<'b> {
    fn new(input: Input<'b>) -> Self {
        let facts = Facts {
            schema: input.schema.clone(),
            root: input.root,
            cells: Vec::new(),
            origins: Vec::new(),
            evidence: Vec::new(),
            sources: BTreeMap::new(),
            runs: Vec::new(),
            phantoms: BTreeMap::new(),
        };
        let identities = Identities::new(input.schema, input.checked);
        Self {
            input,
            facts,
            found: Diagnostics::new(),
            scope: vec![0],
            identities,
            references: Vec::new(),
            unknown_lists: Vec::new(),
            unknown_items: Vec::new(),
            copies: Vec::new(),
            owed: BTreeMap::new(),
        }
    }

    fn bind_root(&mut self) -> Result<(), Stopped> {
        let Input { root, node, schema, checked, .. } = self.input;
        if schema.layout(root).is_none() || !schema.refused.is_empty() {
            let record = schema.refused.first().copied().unwrap_or(root);
            let declared = checked.records.get(record.index());
            let record = declared.map(|declared| (&*declared.name, declared.span));
            self.report(UnusableRecord { record });
            return Err(Stopped);
        }
        let start = self.allocate(root, 1, None, node.span, "")?;
        match &node.value {
            DataValue::Map(_) | DataValue::Null => self.bind_record(root, start, node)?,
            _ => self.not_a_record(root, node),
        }
        self.make_stand_ins()?;
        self.resolve_references();
        self.fill_copies();
        Ok(())
    }

    /// Adds a problem.
    fn report(&mut self, problem: impl Into<Diagnostic>) {
        self.found.push(problem);
    }

    /// Makes room for records of a type, and for their run. Their cells are absent until filled.
    fn allocate(
        &mut self,
        record: RecordId,
        count: u32,
        list: Option<(ListPlace, bool)>,
        span: Span,
        field: &str,
    ) -> Result<u32, Stopped> {
        let stride = self.input.schema.size(record);
        let start = u32::try_from(self.facts.cells.len()).unwrap_or(u32::MAX);
        let limit = self.input.limits.max_cells;
        let end = stride.checked_mul(count).and_then(|cells| start.checked_add(cells));
        let Some(end) = end.filter(|end| *end <= limit) else {
            self.report(TooMany { what: TooMuch::Cells(limit), span, field });
            return Err(Stopped);
        };
        let end = end as usize;
        self.facts.cells.resize(end, Value::Absent);
        self.facts.origins.resize(end, Origin::Omitted { span: None });
        self.facts.evidence.resize(end, 0);
        let stand_in = list.as_ref().is_some_and(|(_, stand_in)| *stand_in);
        let list = list.map(|(list, _)| list);
        // Rows without cells hold no fact that could be looked for.
        if count > 0 && stride > 0 {
            self.facts.runs.push(Run { start, count, stride, record, list, stand_in });
        }
        Ok(start)
    }

    /// Fills a cell. A value that somebody gave is declared at least; `evidence` says more.
    fn set(&mut self, cell: u32, value: Value, origin: Origin, evidence: u8) {
        let index = cell as usize;
        if let Some(slot) = self.facts.cells.get_mut(index) {
            *slot = value;
        }
        if let Some(slot) = self.facts.origins.get_mut(index) {
            *slot = origin;
        }
        if let Some(slot) = self.facts.evidence.get_mut(index) {
            *slot = evidence;
        }
    }

    /// A declared field.
    fn field(&self, (record, field): (RecordId, u32)) -> Option<&'b Field> {
        self.input.checked.records.get(record.index())?.fields.get(field as usize)
    }

    /// The name of a record.
    fn record_name(&self, record: RecordId) -> &'b str {
        self.input.checked.records.get(record.index()).map_or("", |record| &record.name)
    }

    /// The place of a value.
    fn site(&self, field: &'b Field, node: &'b DataNode) -> Site<'b> {
        let words = node.text().unwrap_or("");
        let in_quotes =
            matches!(&node.value, DataValue::Scalar(Scalar { style: ScalarStyle::Quoted, .. }));
        let quotes = self.input.quotes || in_quotes;
        Site { span: node.span, words, field: &field.name, declared: field.span, quotes }
    }

    /// The words of a scalar.
    fn words(&self, field: &'b Field, node: &'b DataNode, scalar: &'b Scalar) -> Words<'b> {
        let site = self.site(field, node);
        let bare_in_json = self.input.quotes && scalar.style == ScalarStyle::Plain;
        let by_program = bare_in_json || self.input.floats.is_some();
        let (text, manner) = (scalar.text.trim(), self.input.manner);
        Words { text, style: scalar.style, by_program, site, manner }
    }
}

/// Where a value comes from that stands at a place.
fn given(span: Span) -> Origin {
    if span.source == host_source() { Origin::Path } else { Origin::Bytes { span } }
}

/// The origin of what a record at a place lacks.
fn omitted(span: Span) -> Origin {
    Origin::Omitted { span: (span.source != host_source()).then_some(span) }
}

/// The sorted key of a record in messages and look-ups.
type KeyText = Arc<str>;
