//! `trechter funnel check`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Bytes of a funnel file at most; a complete funnel is about a hundredth of it.
const LONGEST: u64 = 4 * 1024 * 1024;

/// Checks files as publishing does, and prints every problem with its place. 1 when any file is wrong.
#[must_use]
pub fn check(files: &[PathBuf]) -> ExitCode {
    let wrong = files.iter().filter(|file| !is_right(file)).count();
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn is_right(path: &Path) -> bool {
    let shown = path.display();
    let source = match read(path) {
        Ok(source) => source,
        Err(reason) => {
            println!("{shown}: cannot be read: {reason}");
            return false;
        }
    };
    match funnel::parse(&source) {
        Ok(definition) => {
            println!("{shown}: right ({} version {})", definition.funnel.key, definition.version);
            true
        }
        Err(problems) => {
            for problem in &problems {
                println!("{shown}:{problem}");
            }
            false
        }
    }
}

fn read(path: &Path) -> Result<String, String> {
    let length = std::fs::metadata(path).map_err(|error| error.to_string())?.len();
    if length > LONGEST {
        return Err(format!("it has {length} bytes; at most {LONGEST} are taken"));
    }
    std::fs::read_to_string(path).map_err(|error| error.to_string())
}
