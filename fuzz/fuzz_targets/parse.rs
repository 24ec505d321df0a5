//! Any text as a rule file.

#![no_main]

mod shared;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    shared::parse(data);
});
