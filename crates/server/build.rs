//! Makes room for what is embedded, so that the server also compiles where the screens were not built.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let web = Path::new("../../web");
    // A watched path that is missing would make every build start anew, so an empty folder stands in for it.
    fs::create_dir_all(web.join("dist"))?;
    println!("cargo::rerun-if-changed=../../web/dist");
    let operations = web.join("operations.json");
    let known = if operations.exists() {
        println!("cargo::rerun-if-changed={}", operations.display());
        fs::read_to_string(&operations)?
    } else {
        "{}".to_owned()
    };
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("operations.json"), known)?;
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}
