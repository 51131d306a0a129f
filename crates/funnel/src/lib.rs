//! Funnel definitions as files.
//!
//! ```text
//! parse(&str)            -> Result<Definition, Vec<Problem>>   a YAML file, and every publishing check of law 19
//! Form::check(&answers)  -> Vec<FormProblem>                   the answers of a document's form
//! changed_fields(…)      -> which fields of a form changed (law 4)
//! submitted_dates(…)     -> when a document ends and was signed, by its form (laws 6 and 12)
//! json_schema()          -> the format of the file, for editors
//! coverage(&Definition)  -> what answers each theme of each framework
//! burden(&Definition)    -> acts and minutes per party, for each impact
//! diff(old, new)         -> what a new version changes, in words
//! ```
//!
//! A file becomes a [`Definition`] only when nothing is wrong with it. Otherwise every problem is told at once, each with
//! its place in the file, its rule, and a message in Dutch and English that names the way out.

mod check;
mod checks;
mod condition;
mod convert;
mod definition;
mod file;
mod form;
pub mod limits;
mod path;
mod problem;
mod read;
mod report;
pub mod shipped;
mod tree;
mod words;

use std::collections::BTreeMap;

use crate::path::Path;
use crate::problem::Findings;

pub use check::Check;
pub use definition::{Definition, FactTexts, Framework, Helps, Origin, Source, Theme, ThemeRef};
pub use form::{Form, FormProblem, SubmittedDates, changed_fields, submitted_dates};
pub use problem::Problem;
pub use report::{
    Act, ActKind, Burden, By, Facts, FrameworkCoverage, Load, Sum, ThemeCoverage, burden, coverage, diff, load,
};
pub use words::{Asked, Kind, Language};

/// Reads a funnel file and checks it.
///
/// # Errors
/// Every problem found, in the order of the file. What cannot be read as YAML is reported first and alone; so are entries
/// that the format does not know or that have the wrong type; all other checks are reported together.
pub fn parse(source: &str) -> Result<Definition, Vec<Problem>> {
    let tree = read::tree(source).map_err(|problem| vec![*problem])?;
    let mut findings = Findings::new(&tree);
    let Some(file) = read::file(&tree, &mut findings) else { return Err(findings.into_problems()) };
    let kinds = condition::fact_kinds(&file);
    let conditions = condition::read(&file, &kinds, &mut findings);
    let (mut forms, mut patterns) = (BTreeMap::new(), 0);
    for a in 0..file.artefacts.len() {
        let path = Path::of("artefacts").at(a).key("form");
        if let Some(form) = tree.get(&path).and_then(|form| form::check(form, &path, &mut patterns, &mut findings)) {
            forms.insert(a, form);
        }
    }
    let subject = checks::Subject { file: &file, kinds: &kinds, conditions: &conditions, forms: &forms };
    checks::all(&subject, &mut findings);
    if !findings.is_empty() {
        return Err(findings.into_problems());
    }
    convert::definition(&file, &conditions, &forms).map_err(|error| {
        findings.report(&Path::default(), Check::BadId { id: error.0 });
        findings.into_problems()
    })
}

/// The JSON Schema of a funnel file, for editors; published as `docs/funnel.schema.json`.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(file::File).to_value()
}
