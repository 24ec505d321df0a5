//! Columns of text, as wide as their widest entry.

use crate::explain::line::{Line, Role};

/// A row: pieces of text, one a column.
pub(super) type Row = Vec<(Role, String)>;

/// Rows as lines with aligned columns, two spaces between them. Widths are counted in
/// characters, which is exact for the languages of this room.
pub(super) fn aligned(rows: Vec<Row>, indent: usize) -> Vec<Line> {
    let mut widths: Vec<usize> = Vec::new();
    for row in &rows {
        for (column, (_, text)) in row.iter().enumerate() {
            let width = text.chars().count();
            match widths.get_mut(column) {
                Some(widest) => *widest = (*widest).max(width),
                None => widths.push(width),
            }
        }
    }
    rows.into_iter().map(|row| line(row, &widths, indent)).collect()
}

fn line(row: Row, widths: &[usize], indent: usize) -> Line {
    let last = row.iter().rposition(|(_, text)| !text.is_empty()).unwrap_or(0);
    let mut line = Line::at(indent);
    for (column, (role, text)) in row.into_iter().enumerate().take(last + 1) {
        let width = widths.get(column).copied().unwrap_or(0);
        let padding = if column < last { width - text.chars().count() + 2 } else { 0 };
        line = line.with(role, text).with(Role::Text, " ".repeat(padding));
    }
    line
}
