//! Tables in CSV: cells with their places, and what is refused.

use super::{csv, outline};
use crate::data::{DataLimits, Sheet, SheetCell, read_csv};
use crate::text::SourceId;

fn texts(cells: &[SheetCell]) -> Vec<&str> {
    cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// The sheet of a text without problems, of which every cell lies where its words are.
fn good(text: &str) -> Sheet {
    let (sheet, found) = csv(text);
    assert!(found.is_empty(), "{found:#?}");
    let sheet = sheet.unwrap();
    for cell in sheet.header.iter().chain(sheet.rows.iter().flatten()) {
        let words = &text[cell.span.range()];
        let inner = words.strip_prefix('"').and_then(|words| words.strip_suffix('"'));
        assert_eq!(inner.unwrap_or(words).replace("\"\"", "\""), cell.text, "{cell:?}");
    }
    sheet
}

#[test]
fn cells_are_read_with_their_places() {
    for text in [
        "month,PLN,SEK\n2024-03,4.3208,11.2115\n",
        "month,PLN,SEK\r\n2024-03,4.3208,11.2115\r\n",
        "\u{feff}month,PLN,SEK\r\n2024-03,4.3208,11.2115",
        "\n\nmonth, PLN ,SEK\n\n\n 2024-03,\"4.3208\", 11.2115 \n\n",
        "month;PLN;SEK\n2024-03;4.3208;11.2115\n",
    ] {
        let sheet = good(text);
        assert_eq!(texts(&sheet.header), ["month", "PLN", "SEK"], "{text:?}");
        let rows: Vec<Vec<&str>> = sheet.rows.iter().map(|row| texts(row)).collect();
        assert_eq!(rows, [["2024-03", "4.3208", "11.2115"]], "{text:?}");
    }
}

#[test]
fn empty_cells_and_quotes_are_cells_like_any_other() {
    let sheet = good("a,b\n,\n\"x, y\",\"say \"\"no\"\"\"\n");
    assert_eq!(texts(&sheet.rows[0]), ["", ""]);
    assert_eq!(texts(&sheet.rows[1]), ["x, y", "say \"no\""]);
}

#[test]
fn what_is_no_table_is_reported_at_its_place() {
    let said = |text: &str| outline(&csv(text).1, text);
    for empty in ["", "\n\n", "\u{feff}"] {
        assert_eq!(said(empty), "data::csv_syntax [\"\"]", "{empty:?}");
    }
    assert_eq!(said("a,,c\n"), "data::csv_syntax [\"\"]");
    assert_eq!(said("a,b,a\n"), "data::duplicate_key [\"a\", \"a\"]");
    assert_eq!(
        said("a,b\n1,2\n3\n4,5,6\n"),
        "data::csv_syntax [\"3\"]\ndata::csv_syntax [\"4,5,6\"]"
    );
    assert_eq!(said("a,b\n1,\"2\" x\n"), "data::csv_syntax [\"\\\"2\\\" x\"]");
    let open = "a,b\n1,\"2\n3,4\n";
    assert!(said(open).contains("data::csv_syntax [\"\\\"\"]"), "{}", said(open));
}

#[test]
fn a_row_that_is_refused_leaves_the_others() {
    let (sheet, found) = csv("a,b\n1,2\n3\n4,5\n");
    assert_eq!((sheet.unwrap().rows.len(), found.iter().count()), (2, 1));
}

#[test]
fn limits_hold_for_tables_too() {
    let limits = DataLimits { max_bytes: 40, max_nodes: 5, max_scalar_bytes: 6, max_depth: 1 };
    let said = |text: &str| {
        let (sheet, found) = read_csv(SourceId::default(), text, &limits);
        assert!(sheet.is_none() || found.is_empty());
        outline(&found, text)
    };
    assert_eq!(said("a,b\n1,2\n"), "");
    assert!(said("a,b\n1,2\n3,4\n").starts_with("data::too_large"));
    assert!(said("a,b\n1,1234567890\n").starts_with("data::too_large"));
    assert!(said(&"a,".repeat(30)).starts_with("data::too_large"));
}
