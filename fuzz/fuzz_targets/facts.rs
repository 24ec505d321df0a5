//! Any bytes as a proposal for the Örebro programme, in YAML and in JSON.

#![no_main]

mod shared;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    shared::facts(data);
});
