//! Facts from any `serde::Serialize`, without JSON in between.
//!
//! In: a value of the host and the declared record. Out: facts whose origin is their path, or
//! problems that name the path. The value is written into the same tree that files are read
//! into, with the number of a path in place of each span; text and integers keep their letters,
//! so a decimal that serialises as text arrives exactly. Then the tree is bound like a proposal,
//! under the declared types. A floating-point number on a numeric fact is refused, because its
//! last digits are not what the host meant.

mod compound;
mod key;
mod places;
mod writer;

use serde::Serialize;

use self::places::Tree;
use self::writer::Writer;
use super::bind::{Input, run};
use super::problems::{Host, HostFault};
use super::read::Manner;
use super::{FactLimits, Facts};
use crate::data::{DataNode, DataValue};
use crate::diagnostic::Diagnostics;
use crate::program::FactSchema;
use crate::types::typed::{Checked, RecordId};

/// Binds a value of the host to a record of a programme within the default [`FactLimits`].
///
/// - Fields go by their serialised names, which must be those of the record.
/// - Text, characters and integers are read as the declared type, as in a file:
///   `"98400.00 PLN"`, `"2024-04-01"`, `48`. A decimal or a date type that serialises as text is
///   therefore exact.
/// - Floating-point numbers are refused where a number is declared.
/// - A unit variant is a member of an enum.
/// - `None` is the same as a field left out: absent where the field is optional, else its
///   default or unknown. A unit (`()`, the `null` of a JSON value) is explicitly unknown.
///
/// Problems have no place in a text; each names the path of its value. Places in the rules stay.
///
/// ```
/// # use subvent::resolve::{LoadError, Loader, resolve};
/// # struct One;
/// # impl Loader for One {
/// #     fn load(&self, module: &str) -> Result<Option<subvent::text::Source>, LoadError> {
/// #         let rules = "module a\n\nprogramme {\n  currency PLN\n  checks Project\n}\n\n\
/// #                      facts Project {\n  grant: money at least 0\n  months: integer\n}\n";
/// #         Ok((module == "a").then(|| subvent::text::Source::new("a.subvent", rules)))
/// #     }
/// #     fn modules(&self) -> Vec<String> {
/// #         Vec::new()
/// #     }
/// # }
/// # let (checked, _) = subvent::types::check(&resolve(&One, "a").0);
/// # let project = checked.programme.roots.first().ok_or("a root")?.record;
/// use subvent::facts::bind_value;
/// use subvent::program::FactSchema;
///
/// #[derive(serde::Serialize)]
/// struct Project<T> {
///     grant: T,
///     months: u32,
/// }
/// let schema = FactSchema::new(&checked);
/// let exact = Project { grant: "480000.00 PLN", months: 48 };
/// let (facts, problems) = bind_value(&schema, &checked, project, &exact);
/// assert!(facts.is_some() && problems.is_empty());
///
/// let float = Project { grant: 480000.1, months: 48 };
/// let (facts, problems) = bind_value(&schema, &checked, project, &float);
/// assert!(facts.is_none());
/// let problem = problems.iter().next().ok_or("a problem")?;
/// assert!(problem.message.starts_with("`grant`: `480000.1` is a floating-point number"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn bind_value<T: Serialize + ?Sized>(
    schema: &FactSchema,
    checked: &Checked,
    root: RecordId,
    value: &T,
) -> (Option<Facts>, Diagnostics) {
    bind_value_within(schema, checked, root, value, &FactLimits::default())
}

/// Binds a value of the host, as [`bind_value`], within other limits.
#[must_use]
pub fn bind_value_within<T: Serialize + ?Sized>(
    schema: &FactSchema,
    checked: &Checked,
    root: RecordId,
    value: &T,
    limits: &FactLimits,
) -> (Option<Facts>, Diagnostics) {
    let mut tree = Tree::new(limits.max_cells as usize);
    let node = match value.serialize(Writer::root(&mut tree)) {
        Ok(node) => node,
        Err(refused) => {
            if !tree.stopped {
                let span = tree.current();
                tree.report(Host { fault: HostFault::Refused(refused.0), span });
            }
            None
        }
    };
    if tree.found.has_errors() {
        return (None, tree.without_places(Diagnostics::new()));
    }
    let node = node.unwrap_or(DataNode { span: tree.root(), value: DataValue::Null });
    let manner = Manner::new(checked, None, limits.max_text);
    let floats = Some(&tree.floats);
    let input = Input {
        schema,
        checked,
        root,
        node: &node,
        limits,
        manner: &manner,
        quotes: false,
        floats,
    };
    let (facts, found) = run(input);
    (facts, tree.without_places(found))
}
