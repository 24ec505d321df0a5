//! Values with their evidence.

use super::{at, good, problems};
use crate::quantity::Number;
use crate::value::Value;

#[test]
fn a_value_may_say_its_evidence() {
    let facts = good(
        "staff: { value: 5, evidence: documented, source: annex 4 }\nrate: 1\n\
         tags: { value: [a], evidence: verified }\nbonus: { value: null, evidence: verified }\n",
    );
    let level = |path| facts.evidence(facts.find(path).unwrap());
    assert_eq!(at(&facts, "staff"), &Value::Number(Number::from_i64(5)));
    assert_eq!((level("staff"), level("rate"), level("tags")), (2, 1, 3));
    assert_eq!(facts.source(facts.find("staff").unwrap()), Some("annex 4"));
    // There is no evidence for what nobody gave.
    assert_eq!(level("bonus"), 0);
    assert_eq!(level("grant"), 0);
}

#[test]
fn words_that_are_no_evidence() {
    assert_eq!(
        problems("staff: { value: 5, evidence: documentd }\nrate: { value: 1, sorce: x }\n"),
        [
            "facts::evidence `documentd` is not a level of evidence",
            "facts::unknown_key `rate` has no `sorce`"
        ]
    );
}
