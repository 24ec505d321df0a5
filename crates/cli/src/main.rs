//! The `subvent` command.

#[allow(dead_code, reason = "the commands that draw come with their own files")]
mod draw;

fn main() {}
