//! A set of days among the days of a calendar, as bits, with counts for quick answers.

/// Days by their position, counted from the calendar's first day as 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct DaySet {
    words: Box<[u64]>,
    /// How many days of the set come before each word.
    before: Box<[u32]>,
    count: u32,
}

/// The bits of a word.
const WORD: usize = 64;

impl DaySet {
    /// The days at the positions from 0 to `len` for which `holds` says yes.
    pub(super) fn new(len: usize, holds: impl Fn(usize) -> bool) -> Self {
        let mut words = Vec::with_capacity(len.div_ceil(WORD));
        let mut before = Vec::with_capacity(len.div_ceil(WORD));
        let mut count = 0_u32;
        for start in (0..len).step_by(WORD) {
            before.push(count);
            let end = (start + WORD).min(len);
            let bit = |position: usize| u64::from(holds(position)) << (position - start);
            let word = (start..end).map(bit).fold(0, |word, bit| word | bit);
            count = count.saturating_add(word.count_ones());
            words.push(word);
        }
        Self { words: words.into(), before: before.into(), count }
    }

    /// Whether the day is in the set.
    pub(super) fn contains(&self, position: usize) -> bool {
        let word = self.words.get(position / WORD).copied().unwrap_or_default();
        word >> (position % WORD) & 1 == 1
    }

    /// How many days of the set come before a position.
    pub(super) fn before(&self, position: usize) -> u32 {
        let Some((before, word)) = self.at(position / WORD) else { return self.count };
        // Shifts of a whole word are not defined, so the bits from the position on are taken off.
        let from_here = word >> (position % WORD) << (position % WORD);
        before + (word ^ from_here).count_ones()
    }

    /// The position of the day that has so many days of the set before it.
    pub(super) fn nth(&self, rank: u32) -> Option<usize> {
        if rank >= self.count {
            return None;
        }
        let index = self.before.partition_point(|before| *before <= rank).checked_sub(1)?;
        let (before, mut word) = self.at(index)?;
        for _ in before..rank {
            word &= word.wrapping_sub(1);
        }
        Some(index * WORD + word.trailing_zeros() as usize)
    }

    fn at(&self, index: usize) -> Option<(u32, u64)> {
        self.before.get(index).copied().zip(self.words.get(index).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::DaySet;

    #[test]
    fn counts_agree_with_going_through_the_days() {
        for len in [0, 1, 63, 64, 65, 200] {
            for step in [1, 2, 3, 7, 64, 100] {
                let holds = |position: usize| position.is_multiple_of(step);
                let set = DaySet::new(len, holds);
                let days: Vec<usize> = (0..len).filter(|day| holds(*day)).collect();
                for position in 0..len + 70 {
                    let inside = position < len && holds(position);
                    assert_eq!(set.contains(position), inside, "{len} {step} {position}");
                    let before = days.iter().filter(|day| **day < position).count();
                    assert_eq!(set.before(position) as usize, before, "{len} {step} {position}");
                }
                for rank in 0..len + 2 {
                    let expected = days.get(rank).copied();
                    assert_eq!(set.nth(u32::try_from(rank).unwrap()), expected);
                }
            }
        }
    }
}
