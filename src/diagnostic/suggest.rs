//! The one did-you-mean of the whole program.

/// The candidate most like `written`, when one is near enough to be meant.
///
/// Nearness is the number of letters to insert, drop, change or swap; up to a third of the
/// longer word may differ. A candidate that differs only in case always counts.
///
/// ```
/// use subvent::diagnostic::nearest;
/// assert_eq!(nearest("bokked_costs", ["booked_costs", "budget"]), Some("booked_costs"));
/// assert_eq!(nearest("grant", ["period"]), None);
/// ```
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted: Vec<char> = written.to_lowercase().chars().take(64).collect();
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let letters: Vec<char> = candidate.to_lowercase().chars().take(64).collect();
        let allowed = wanted.len().max(letters.len()) / 3;
        let distance = distance(&wanted, &letters);
        if distance > allowed {
            continue;
        }
        if best.is_none_or(|(d, name)| (distance, candidate) < (d, name)) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name)
}

/// Optimal string alignment distance (Damerau–Levenshtein without repeated edits).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut a_prev = None;
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut b_prev = None;
        for (j, cb) in b.iter().enumerate() {
            let at = |row: &[usize], k: usize| row.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (at(&last, j) + usize::from(ca != cb))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            if j > 0 && a_prev == Some(cb) && b_prev == Some(ca) {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
            b_prev = Some(cb);
        }
        a_prev = Some(ca);
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}
