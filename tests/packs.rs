//! The rule packs of the library load, and the tests beside their rules pass.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

use std::path::Path;

use subvent::Rules;
use subvent::pack::{Beside, Builtin, Directory, Loader as _, TestOptions};

#[test]
fn every_pack_loads_and_passes_its_own_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = Beside::new(Directory::new(root.join("rules")), root);
    let mut passed = 0;
    for module in Builtin.modules() {
        let rules = Rules::builtin(&module).unwrap_or_else(|refused| panic!("{module}: {refused}"));
        let report = rules.test(&files, TestOptions::default());
        assert!(report.is_success(), "{module}: {:?}", report.failures);
        passed += report.passed;
    }
    assert!(passed >= 50, "only {passed} tests ran");
}
