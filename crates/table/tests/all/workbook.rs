//! Excel workbooks.

use table::{Broken, COLUMNS, Cell, Kind, ROWS, Refusal, Sheet, column_name, read, xlsx};
use time::macros::date;

use crate::made::{archive, row, rows, with, workbook};

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[test]
fn what_is_written_is_read_back() {
    let sheet = Sheet {
        name: "Projecten".to_owned(),
        columns: vec![("titel".to_owned(), 20), ("wanneer".to_owned(), 12), ("aantal".to_owned(), 8), ("ja".to_owned(), 4)],
        rows: vec![
            vec![text("Crisis-app"), Cell::Day(date!(2027 - 03 - 01)), Cell::Number(12.0), Cell::Flag(true)],
            vec![],
            vec![text("Één plan\nop zak"), Cell::Empty, Cell::Number(0.5), Cell::Flag(false)],
        ],
    };
    let explained = Sheet { name: "Uitleg".to_owned(), columns: vec![("kolom".to_owned(), 9)], rows: vec![] };
    let bytes = xlsx(&[sheet.clone(), explained.clone()]).expect("a workbook");
    assert_eq!(bytes, xlsx(&[sheet, explained]).expect("a workbook"), "the same sheets are the same bytes");
    let table = read(&bytes).expect("a table");
    assert_eq!((table.kind, table.sheet.as_deref()), (Kind::Workbook, Some("Projecten")));
    assert_eq!((table.header.number, table.header.cell(0)), (1, &text("titel")));
    let [first, second] = table.rows.as_slice() else { panic!("two rows: {:?}", table.rows) };
    assert_eq!((first.number, second.number), (2, 4), "an empty row counts, and is left out");
    assert_eq!(first.cells, [text("Crisis-app"), Cell::Day(date!(2027 - 03 - 01)), Cell::Number(12.0), Cell::Flag(true)]);
    assert_eq!(second.cells, [text("Één plan\nop zak"), Cell::Empty, Cell::Number(0.5), Cell::Flag(false)]);
    assert_eq!(second.cell(99), &Cell::Empty);
}

#[test]
fn a_formula_is_read_as_its_value_and_without_one_it_is_broken() {
    let formulas = "<row r=\"2\">\
        <c r=\"A2\" t=\"str\"><f>\"Crisis\"&amp;\"-app\"</f><v>Crisis-app</v></c>\
        <c r=\"B2\" s=\"1\"><f>TODAY()+90</f><v>46447</v></c>\
        <c r=\"C2\"><f>A1+1</f></c>\
        <c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";
    let table = read(&rows(&(row(1, &["a", "b", "c", "d"]) + formulas))).expect("a table");
    assert_eq!(
        table.rows[0].cells,
        [text("Crisis-app"), Cell::Day(date!(2027 - 03 - 01)), Cell::Broken(Broken::NoValue), Cell::Broken(Broken::Error)]
    );
}

#[test]
fn merged_cells_are_told_of_every_row_they_touch() {
    let data = row(1, &["a", "b"]) + &row(2, &["x", "y"]) + &row(3, &["x", "y"]) + &row(4, &["x", "y"]);
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>";
    let table = read(&workbook(&format!("<sheetData>{data}</sheetData>{merged}"))).expect("a table");
    let told: Vec<_> = table.rows.iter().map(|row| row.merged.as_deref()).collect();
    assert_eq!((table.header.merged.as_deref(), told), (None, vec![Some("B2:B3"), Some("B2:B3"), None]));
    // An area over every row there can be costs no more than the rows that are there.
    let all = "<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
    let table = read(&workbook(&format!("<sheetData>{data}</sheetData>{all}"))).expect("a table");
    assert_eq!(table.header.merged.as_deref(), Some("A1:XFD1048576"));
    let many: String = (0..1_001).map(|at| format!("<mergeCell ref=\"A{}:B{0}\"/>", at + 1)).collect();
    let many = format!("<sheetData>{data}</sheetData><mergeCells>{many}</mergeCells>");
    assert_eq!(read(&workbook(&many)), Err(Refusal::TooManyMerged));
}

#[test]
fn days_that_no_calendar_has_are_broken() {
    let days =
        "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>0.5</v></c><c r=\"B2\" s=\"1\"><v>60</v></c><c r=\"C2\"><v>46447</v></c></row>";
    let table = read(&rows(&(row(1, &["a", "b", "c"]) + days))).expect("a table");
    let none = Cell::Broken(Broken::NoDate);
    assert_eq!(table.rows[0].cells, [none.clone(), none, Cell::Number(46_447.0)], "a time, 29-2-1900, and just a number");
}

#[test]
fn too_much_is_refused_by_its_limit() {
    let many = |count: usize| {
        let data: String = (1..=u32::try_from(count).expect("small")).map(|number| row(number + 1, &["x"])).collect();
        rows(&(row(1, &["titel"]) + &data))
    };
    assert_eq!(read(&many(ROWS)).expect("a table").rows.len(), ROWS);
    assert_eq!(read(&many(ROWS + 1)), Err(Refusal::TooManyRows));
    assert_eq!(read(&many(10_000)), Err(Refusal::TooManyRows));
    // The rest is not looked at: what is wrong behind the limit is not found.
    let data: String = (2..=600).map(|number| row(number, &["x"])).collect();
    assert_eq!(read(&rows(&(row(1, &["titel"]) + &data + "<row r=\"601\"><c r=\"?\"/>"))), Err(Refusal::TooManyRows));
    let wide = |column: usize| {
        let place = format!("{}2", column_name(column));
        rows(&format!("{}<row r=\"2\"><c r=\"{place}\"><v>1</v></c></row>", row(1, &["titel"])))
    };
    assert_eq!(read(&wide(COLUMNS - 1)).expect("a table").rows[0].cells.len(), COLUMNS);
    assert_eq!(read(&wide(COLUMNS)), Err(Refusal::TooManyColumns));
    // One cell in the last corner is one cell.
    let corner = rows(&format!("{}<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>", row(1, &["titel"])));
    assert_eq!(read(&corner).expect("a table").rows[0].number, 1_048_576);
    let long = read(&rows(&(row(1, &["titel"]) + &row(2, &[&"x".repeat(40_000)])))).expect("a table");
    assert_eq!(long.rows[0].cells, [Cell::Broken(Broken::TooLong)]);
    assert_eq!(read(&vec![b'x'; 4_000_001]), Err(Refusal::TooLarge));
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_refused_before_it_is_read() {
    let sheet = ("Projecten", "visible", "<sheetData/>");
    let bomb = with(&[sheet], &[("xl/sharedStrings.xml", vec![b' '; 33_000_000])]);
    assert!(bomb.len() < 100_000, "{} bytes become 33 MB", bomb.len());
    assert_eq!(read(&bomb), Err(Refusal::Unpacks));
    // The archive says that the large file is small.
    let mut lying = bomb.clone();
    let size = 33_000_000_u32.to_le_bytes();
    let places: Vec<usize> = lying.windows(4).enumerate().filter(|(_, four)| *four == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        lying[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(matches!(read(&lying), Err(Refusal::Unpacks | Refusal::Damaged)));
    let many: Vec<_> = (0..1_001).map(|at| (format!("xl/{at}.xml"), vec![])).collect();
    let many: Vec<_> = [("xl/workbook.xml".to_owned(), vec![])].into_iter().chain(many).collect();
    assert_eq!(read(&archive(&many)), Err(Refusal::Unpacks));
}

#[test]
fn other_files_are_named() {
    let document = archive(&[("word/document.xml".to_owned(), b"<w/>".to_vec())]);
    assert_eq!(read(&document), Err(Refusal::Type));
    let open = archive(&[("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec())]);
    assert_eq!(read(&open), Err(Refusal::Type));
    let compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    assert_eq!(read(&[&compound[..], &[0; 512]].concat()), Err(Refusal::OldExcel));
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&[&compound[..], &[0; 512], &name].concat()), Err(Refusal::Password));
    let whole = rows(&row(1, &["titel"]));
    for end in [30, whole.len() / 2, whole.len() - 30] {
        assert!(matches!(read(&whole[..end]), Err(Refusal::Damaged)), "cut off at {end}");
    }
    assert_eq!(read(&rows("<row r=\"1\"><c r=\"A1\"")), Err(Refusal::Damaged));
    let backwards = row(5, &["a"]) + &row(2, &["b"]);
    assert_eq!(read(&rows(&backwards)), Err(Refusal::Damaged));
}

#[test]
fn the_first_visible_sheet_with_something_on_it_counts() {
    let (full, other) =
        (format!("<sheetData>{}</sheetData>", row(3, &["titel"])), format!("<sheetData>{}</sheetData>", row(1, &["x"])));
    let sheets = [
        ("Verborgen", "hidden", &*other),
        ("Leeg", "visible", "<sheetData/>"),
        ("Lijst", "visible", &*full),
        ("Nog een", "visible", &*other),
    ];
    let table = read(&with(&sheets, &[])).expect("a table");
    assert_eq!((table.sheet.as_deref(), table.header.number), (Some("Lijst"), 3));
    assert_eq!(read(&with(&sheets[..2], &[])), Err(Refusal::Empty));
    assert_eq!(read(&rows(&row(1, &[" ", ""]))), Err(Refusal::Empty), "white space is nothing");
}
