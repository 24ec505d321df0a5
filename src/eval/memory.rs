//! What is remembered of one evaluation: the values of definitions and the outcomes of rules
//! that others ask for.
//!
//! A table with open addressing. Forgetting everything takes no time, because entries carry the
//! number of the generation that wrote them. Nothing is ever listed, so no order of entries can
//! be seen.

use super::recorder::Noted;
use crate::value::Value;

/// What a remembered value is the value of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Key {
    /// The definition or rule, with a mark that tells them apart.
    pub(super) what: u32,
    /// The first cell of the record.
    pub(super) base: u32,
    /// The number of the day on which it was read.
    pub(super) day: i32,
}

/// A value and what was noted while it was computed.
#[derive(Clone, Debug)]
pub(super) struct Remembered {
    pub(super) value: Value,
    pub(super) notes: Noted,
}

#[derive(Clone, Debug)]
struct Entry {
    generation: u64,
    key: Key,
    remembered: Remembered,
}

/// The table.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    entries: Vec<Option<Entry>>,
    /// How many entries of the current generation there are.
    used: usize,
    generation: u64,
}

impl Default for Memory {
    fn default() -> Self {
        Self { entries: Vec::new(), used: 0, generation: 1 }
    }
}

impl Memory {
    /// Forgets everything.
    pub(super) fn forget(&mut self) {
        self.generation = self.generation.wrapping_add(1);
        self.used = 0;
    }

    /// The value of a key.
    pub(super) fn get(&self, key: Key) -> Option<&Remembered> {
        let mask = self.entries.len().checked_sub(1)?;
        let mut at = slot(key) & mask;
        loop {
            match self.entries.get(at)? {
                Some(entry) if entry.generation == self.generation => {
                    if entry.key == key {
                        return Some(&entry.remembered);
                    }
                }
                _ => return None,
            }
            at = (at + 1) & mask;
        }
    }

    /// Remembers the value of a key that has none.
    pub(super) fn insert(&mut self, key: Key, remembered: Remembered) {
        if self.used.saturating_mul(2) >= self.entries.len() {
            self.grow();
        }
        self.place(Entry { generation: self.generation, key, remembered });
        self.used += 1;
    }

    fn place(&mut self, entry: Entry) {
        let Some(mask) = self.entries.len().checked_sub(1) else { return };
        let mut at = slot(entry.key) & mask;
        while let Some(place) = self.entries.get_mut(at) {
            match place {
                Some(other) if other.generation == self.generation => at = (at + 1) & mask,
                _ => {
                    *place = Some(entry);
                    return;
                }
            }
        }
    }

    // INVARIANT: the length is a power of two, and more than half of the entries are free.
    fn grow(&mut self) {
        let length = self.entries.len().max(32).saturating_mul(2);
        let old = std::mem::take(&mut self.entries);
        self.entries.resize(length, None);
        let kept = old.into_iter().flatten().filter(|entry| entry.generation == self.generation);
        for entry in kept.collect::<Vec<_>>() {
            self.place(entry);
        }
    }
}

/// Where the search for a key begins (multiplicative hashing after Fibonacci).
fn slot(key: Key) -> usize {
    let mixed = (u64::from(key.what) << 32 | u64::from(key.base))
        ^ (u64::from(key.day.unsigned_abs()) << 17);
    usize::try_from(mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remembered(value: bool) -> Remembered {
        Remembered { value: Value::Bool(value), notes: Noted::default() }
    }

    #[test]
    fn values_are_found_until_they_are_forgotten() {
        let mut memory = Memory::default();
        for base in 0..1_000 {
            let key = Key { what: base % 7, base, day: 3 };
            assert!(memory.get(key).is_none());
            memory.insert(key, remembered(base % 2 == 0));
        }
        for base in 0..1_000 {
            let found = memory.get(Key { what: base % 7, base, day: 3 });
            assert_eq!(found.map(|it| it.value.clone()), Some(Value::Bool(base % 2 == 0)));
        }
        assert!(memory.get(Key { what: 0, base: 0, day: 4 }).is_none());
        memory.forget();
        assert!((0..1_000).all(|base| memory.get(Key { what: base % 7, base, day: 3 }).is_none()));
    }
}
