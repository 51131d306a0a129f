//! Files as people make them, and as they should not be.

mod made;
mod plain;
mod workbook;
