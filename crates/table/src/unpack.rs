//! A workbook is an archive: it is unpacked once into nothing, to know how large it really becomes. What an archive says of
//! its own sizes is not believed.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::{ENTRIES, Refusal, UNPACKED};

/// Checks that everything in it is whole and together at most [`UNPACKED`] bytes, and that it is a workbook.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    if archive.len() > ENTRIES {
        return Err(Refusal::Unpacks);
    }
    let workbook = archive.file_names().flatten().any(|name| name.eq_ignore_ascii_case("xl/workbook.xml"));
    if !workbook {
        return Err(Refusal::Type);
    }
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| Refusal::Damaged)?;
        let mut bounded = entry.take(left + 1);
        let taken = std::io::copy(&mut bounded, &mut std::io::sink()).map_err(|_| Refusal::Damaged)?;
        left = left.checked_sub(taken).ok_or(Refusal::Unpacks)?;
    }
    Ok(())
}
