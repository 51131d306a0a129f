//! What an upload is, told from its bytes and never from what the client says.

/// A kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its media type.
    pub media_type: &'static str,
    /// How names of this kind end; the first is given to names that end otherwise.
    pub extensions: &'static [&'static str],
}

const fn kind(media_type: &'static str, extensions: &'static [&'static str]) -> Kind {
    Kind { media_type, extensions }
}

const DOCX: Kind = kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]);
const XLSX: Kind = kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]);
const PPTX: Kind = kind("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]);
const TEXT: Kind = kind("text/plain", &["txt", "md"]);
const CSV: Kind = kind("text/csv", &["csv"]);

/// Everything that is taken. No archives, no pages, no drawings with scripts (SVG), no Office files with macros: those are
/// given a name with which Office refuses to run them.
pub const KINDS: &[Kind] = &[
    kind("application/pdf", &["pdf"]),
    DOCX,
    XLSX,
    PPTX,
    kind("application/vnd.oasis.opendocument.text", &["odt"]),
    kind("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    kind("application/vnd.oasis.opendocument.presentation", &["odp"]),
    kind("image/png", &["png"]),
    kind("image/jpeg", &["jpg", "jpeg"]),
    kind("image/webp", &["webp"]),
    kind("video/mp4", &["mp4", "m4v"]),
    TEXT,
    CSV,
];

/// The head of the first file in a ZIP archive.
const ZIP: &[u8] = b"PK\x03\x04";
/// From a file's head in a ZIP archive to its name.
const ZIP_NAME: usize = 30;

/// What a file with this beginning is; `None` when it is not taken. `name` only tells tables in text from other text.
#[must_use]
pub fn sniff(head: &[u8], name: &str) -> Option<Kind> {
    if head.starts_with(ZIP) {
        return office(head);
    }
    match infer::get(head) {
        Some(found) => KINDS.iter().copied().find(|kind| kind.media_type == found.mime_type()),
        None if is_text(head) => Some(if ends_with(name, ".csv") { CSV } else { TEXT }),
        None => None,
    }
}

/// Office documents are ZIP archives: told apart by the names of the files in them.
fn office(head: &[u8]) -> Option<Kind> {
    let is_document = infer::get(head).map(|found| found.mime_type());
    if let Some(known) = KINDS.iter().copied().find(|kind| Some(kind.media_type) == is_document) {
        return Some(known);
    }
    let first = head.get(ZIP_NAME..)?;
    if !(first.starts_with(b"[Content_Types].xml") || first.starts_with(b"_rels/") || first.starts_with(b"docProps/")) {
        return None;
    }
    let files = head.windows(ZIP.len()).enumerate().filter(|(_, window)| *window == ZIP);
    let mut names = files.filter_map(|(at, _)| head.get(at + ZIP_NAME..));
    names.find_map(|name| {
        let folders: [(&[u8], Kind); 3] = [(b"word/", DOCX), (b"xl/", XLSX), (b"ppt/", PPTX)];
        folders.into_iter().find(|(folder, _)| name.starts_with(folder)).map(|(_, kind)| kind)
    })
}

/// UTF-8 that is read, not run: no control characters besides white space, and no beginning of a page or drawing.
fn is_text(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The head may end within a character.
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default(),
        Err(_) => return false,
    };
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let markup = start.starts_with('<') || start.starts_with("%!PS") || start.starts_with("#!");
    !start.is_empty() && !markup && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn ends_with(name: &str, end: &str) -> bool {
    name.len() >= end.len()
        && name.is_char_boundary(name.len() - end.len())
        && name[name.len() - end.len()..].eq_ignore_ascii_case(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip(names: &[&str]) -> Vec<u8> {
        names
            .iter()
            .flat_map(|name| {
                let mut entry = ZIP.to_vec();
                entry.resize(26, 0);
                entry.extend([u8::try_from(name.len()).unwrap_or(0), 0, 0, 0]);
                entry.extend(name.as_bytes());
                entry
            })
            .collect()
    }

    fn media_type(head: &[u8], name: &str) -> Option<&'static str> {
        sniff(head, name).map(|kind| kind.media_type)
    }

    #[test]
    fn kinds_are_told_from_bytes() {
        assert_eq!(media_type(b"%PDF-1.7\n", "x.exe"), Some("application/pdf"));
        assert_eq!(media_type(&[0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A], "x"), Some("image/png"));
        assert_eq!(media_type(b"naam;aantal\nziekenhuis;3\n", "t.CSV"), Some("text/csv"));
        assert_eq!(media_type("Eén regel".as_bytes(), "t.csv.txt"), Some("text/plain"));
        assert_eq!(media_type(&"é".as_bytes()[..1], "t"), None);
        assert_eq!(media_type(&[b"ab".as_slice(), &"é".as_bytes()[..1]].concat(), "t"), Some("text/plain"));
        let word = zip(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
        assert_eq!(media_type(&word, "t"), Some(DOCX.media_type));
        let sheet = zip(&["[Content_Types].xml", "docProps/app.xml", "docProps/core.xml", "xl/workbook.xml"]);
        assert_eq!(media_type(&sheet, "t"), Some(XLSX.media_type));
    }

    #[test]
    fn what_can_run_or_hide_is_not_taken() {
        let refused: [&[u8]; 11] = [
            b"MZ\x90\x00\x03",
            b"\x7FELF\x02\x01\x01",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
            b"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///x\">]>",
            b"  <!doctype html><script></script>",
            b"#!/bin/sh\n",
            b"\x1F\x8B\x08\x00",
            b"Rar!\x1A\x07\x00",
            b"abc\0def",
            b"",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        ];
        for head in refused {
            assert_eq!(media_type(head, "plan.pdf"), None, "{head:?}");
        }
        assert_eq!(media_type(&zip(&["a.txt", "word/document.xml"]), "plan.docx"), None);
        assert_eq!(media_type(&zip(&["META-INF/MANIFEST.MF", "a.class"]), "plan.docx"), None);
    }
}
