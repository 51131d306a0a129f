//! Workbooks made part by part, so that a test can make what no program writes.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A workbook with one sheet, of which this is what stands between `<worksheet>` and its end.
pub fn workbook(sheet: &str) -> Vec<u8> {
    with(&[("Projecten", "visible", sheet)], &[])
}

/// What stands in `sheetData`.
pub fn rows(rows: &str) -> Vec<u8> {
    workbook(&format!("<sheetData>{rows}</sheetData>"))
}

/// A row of texts.
pub fn row(number: u32, cells: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let place = format!("{}{number}", table::column_name(at));
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    format!("<row r=\"{number}\">{}</row>", cells.iter().enumerate().map(cell).collect::<String>())
}

/// A workbook with these sheets (name, state, inside) and these further files.
pub fn with(sheets: &[(&str, &str, &str)], files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut listed, mut related) = (String::new(), String::new());
    for (at, (name, state, _)) in (1..).zip(sheets) {
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"rId{at}\"/>");
        related += &format!("<Relationship Id=\"rId{at}\" Type=\"{REL}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>");
    }
    related += &format!("<Relationship Id=\"rId90\" Type=\"{REL}/styles\" Target=\"styles.xml\"/>");
    // Style 1 is a day.
    let styles = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs>";
    let office = format!("<Relationship Id=\"rId1\" Type=\"{REL}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    let mut parts = vec![
        ("_rels/.rels".to_owned(), format!("<Relationships xmlns=\"{PACKAGE}\">{office}</Relationships>")),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\"><sheets>{listed}</sheets></workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"{PACKAGE}\">{related}</Relationships>")),
        ("xl/styles.xml".to_owned(), format!("<styleSheet xmlns=\"{MAIN}\">{styles}</styleSheet>")),
    ];
    for (at, (_, _, inside)) in (1..).zip(sheets) {
        parts.push((format!("xl/worksheets/sheet{at}.xml"), format!("<worksheet xmlns=\"{MAIN}\">{inside}</worksheet>")));
    }
    let mut all: Vec<(String, Vec<u8>)> = parts.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    all.extend(files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.clone())));
    archive(&all)
}

/// A ZIP archive.
pub fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}
