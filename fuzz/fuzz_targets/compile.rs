//! Any text as a programme that may use the built-in modules.

#![no_main]

mod shared;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    shared::compile(data);
});
