//! `trechter config`.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::config::keys::KEYS;
use crate::config::{Settings, Values, mask};

/// Prints every setting; then says what is wrong with them, if anything is.
///
/// # Errors
/// The configuration cannot be read, or a value is not taken.
pub fn show(file: Option<&Path>) -> anyhow::Result<ExitCode> {
    let values = Values::collect(file, std::env::vars_os())?;
    print(&values, &mut io::stdout().lock())?;
    Settings::from_values(&values)?;
    Ok(ExitCode::SUCCESS)
}

fn print(values: &Values, out: &mut impl Write) -> io::Result<()> {
    for key in KEYS {
        let (value, source) = match values.get(key) {
            Some(value) if value.text.is_empty() => ("(none)".to_owned(), value.source.to_string()),
            Some(value) => (mask(key, &value.text), value.source.to_string()),
            None => ("(not set)".to_owned(), "default".to_owned()),
        };
        writeln!(out, "{} = {value}  [{source}]", key.env())?;
        writeln!(out, "    {}", key.meaning)?;
        writeln!(out, "    takes: {}; in a file: {}", key.allowed, key.name)?;
    }
    Ok(())
}
