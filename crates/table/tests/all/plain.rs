//! Text with separators.

use table::{Cell, Kind, ROWS, Refusal, Sheet, csv, read};

fn words(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
    let table = read(bytes).expect("a table");
    let all = std::iter::once(&table.header).chain(&table.rows);
    all.map(|row| (row.number, row.cells.iter().map(|cell| cell.words().unwrap_or_default()).collect())).collect()
}

fn expected(rows: &[(u32, &[&str])]) -> Vec<(u32, Vec<String>)> {
    rows.iter().map(|(number, cells)| (*number, cells.iter().map(ToString::to_string).collect())).collect()
}

#[test]
fn every_separator_and_encoding_gives_the_same_table() {
    let text = "titel;waarom\r\nCliënt-app;\"één; twee\"\r\n";
    let table = expected(&[(1, &["titel", "waarom"]), (2, &["Cliënt-app", "één; twee"])]);
    assert_eq!(words(text.as_bytes()), table);
    assert_eq!(words(format!("\u{FEFF}{text}").as_bytes()), table);
    let utf16: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(words(&utf16), table);
    let western: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("a byte")).collect();
    assert_eq!(words(&western), table);
    assert_eq!(read(&western).expect("a table").kind, Kind::Windows1252);
    assert_eq!(read(text.as_bytes()).expect("a table").kind, Kind::Text);
    for (from, to) in [(";", ","), (";", "\t")] {
        let other = text.replace("één; twee", "één! twee").replace(from, to);
        assert_eq!(words(other.as_bytes())[1].1, ["Cliënt-app", "één! twee"], "{other:?}");
    }
    assert_eq!(
        words(format!("sep=,\r\n{}", text.replace(';', ",")).as_bytes())[0],
        (2, vec!["titel".into(), "waarom".into()])
    );
}

#[test]
fn rows_have_the_number_that_a_program_for_tables_shows() {
    let text = "titel;waarom\n\n\"twee\nregels\";x\n;;\nlaatste;y";
    let rows: &[(u32, &[&str])] = &[(1, &["titel", "waarom"]), (3, &["twee\nregels", "x"]), (5, &["laatste", "y"])];
    assert_eq!(words(text.as_bytes()), expected(rows));
}

#[test]
fn what_is_written_is_read_back() {
    let columns = vec![("titel".to_owned(), 1), ("waarom".to_owned(), 1)];
    let rows = vec![vec![Cell::Text("a;\"b\"\né".to_owned()), Cell::Number(3.0)]];
    let bytes = csv(&Sheet { name: String::new(), columns, rows }).expect("text");
    assert!(bytes.starts_with("\u{FEFF}".as_bytes()), "Excel takes it for UTF-8");
    assert_eq!(words(&bytes), expected(&[(1, &["titel", "waarom"]), (2, &["a;\"b\"\né", "3"])]));
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(read(b""), Err(Refusal::Empty));
    assert_eq!(read(b" \r\n\t"), Err(Refusal::Empty));
    assert_eq!(read(b";;;\n;;\n"), Err(Refusal::Empty));
    assert_eq!(read("\u{FEFF}".as_bytes()), Err(Refusal::Empty));
    for other in
        [&b"%PDF-1.7\n1 0 obj"[..], b"<html><table><tr><td>titel</td></tr></table>", b"\x89PNG\r\n\x1A\n", b"titel\0x"]
    {
        assert_eq!(read(other), Err(Refusal::Type), "{other:?}");
    }
    let many = "x\n".repeat(ROWS + 2);
    assert_eq!(read(many.as_bytes()), Err(Refusal::TooManyRows));
    assert_eq!(read("x\n".repeat(10_000).as_bytes()), Err(Refusal::TooManyRows));
    assert_eq!(read(";".repeat(100).as_bytes()), Err(Refusal::Empty));
    assert_eq!(read(format!("{}x", ";".repeat(100)).as_bytes()), Err(Refusal::TooManyColumns));
    // A quote that is never closed makes one long cell of all the rest; it is bounded as any cell.
    let open = format!("titel\n\"{}", "x\n".repeat(20_000));
    assert_eq!(read(open.as_bytes()).expect("a table").rows.len(), 1);
}
