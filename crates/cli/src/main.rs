//! The `subvent` command.

fn main() {}
