//! A programme and a proposal for it, evaluated and reported.

#![no_main]

mod shared;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    shared::check(data);
});
