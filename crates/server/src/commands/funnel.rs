//! `trechter funnel check`, `coverage`, `burden` and `diff`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use funnel::{ActKind, Definition, Load};

/// Bytes of a funnel file at most; a complete funnel is about a hundredth of it.
const LONGEST: u64 = 4 * 1024 * 1024;

/// Checks files as publishing does, and prints every problem with its place. 1 when any file is wrong.
#[must_use]
pub fn check(files: &[PathBuf]) -> ExitCode {
    let wrong = files.iter().filter(|file| !is_right(file)).count();
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn is_right(path: &Path) -> bool {
    match definition(path) {
        Ok(definition) => {
            println!("{}: right ({} version {})", path.display(), definition.funnel.key, definition.version);
            true
        }
        Err(lines) => {
            println!("{lines}");
            false
        }
    }
}

/// Prints what answers each theme of each framework. 1 when the file is wrong.
#[must_use]
pub fn coverage(file: &Path) -> ExitCode {
    report(file, |definition| {
        for framework in funnel::coverage(definition) {
            println!("{}: {} of {} themes covered", framework.name.en, framework.covered(), framework.themes.len());
            for theme in &framework.themes {
                let artefacts = theme.artefacts.iter().map(ToString::to_string);
                let by: Vec<_> = artefacts.chain(theme.criteria.iter().map(ToString::to_string)).collect();
                let by = if by.is_empty() { "nothing".to_owned() } else { by.join(", ") };
                println!("  {} ({}): {by}", theme.id, theme.name.en);
            }
        }
    })
}

/// Prints the work up to use, for each impact and of each party. 1 when the file is wrong.
#[must_use]
pub fn burden(file: &Path) -> ExitCode {
    report(file, |definition| {
        println!("Up to use, with one go at each gate. Minutes are estimates.");
        for burden in funnel::burden(definition) {
            let level = burden.level.as_ref().map_or("any project", |level| level.as_str());
            println!("{level}");
            shown("least", &burden.least);
            if burden.most != burden.least {
                shown("most", &burden.most);
            }
        }
    })
}

/// The acts of one project, in all, by kind and by party.
fn shown(which: &str, load: &Load) {
    const KINDS: [(ActKind, &str); 7] = [
        (ActKind::Submission, "submissions"),
        (ActKind::Review, "reviews"),
        (ActKind::Judgement, "judgements"),
        (ActKind::Advice, "advices"),
        (ActKind::Response, "responses"),
        (ActKind::Confirmation, "confirmations"),
        (ActKind::Decision, "decisions"),
    ];
    let sum = load.sum();
    println!("  {which}: {} criteria, {} acts, {} minutes", load.criteria.len(), sum.acts, sum.minutes);
    let kinds: Vec<_> = KINDS.iter().map(|(kind, name)| format!("{} {name}", load.of_kind(*kind))).collect();
    println!("    {}", kinds.join(", "));
    for (by, sum) in load.by_party() {
        println!("    {by}: {} acts, {} minutes", sum.acts, sum.minutes);
    }
}

/// Prints what the new file changes, in Dutch and English. 1 when a file is wrong.
#[must_use]
pub fn diff(old: &Path, new: &Path) -> ExitCode {
    let (before, after) = match (definition(old), definition(new)) {
        (Ok(before), Ok(after)) => (before, after),
        (before, after) => {
            for lines in before.err().into_iter().chain(after.err()) {
                println!("{lines}");
            }
            return ExitCode::FAILURE;
        }
    };
    let told = funnel::diff(&before, &after);
    if told.is_empty() {
        println!("no differences");
    }
    for label in told {
        println!("nl: {}", label.nl);
        println!("en: {}", label.en);
    }
    ExitCode::SUCCESS
}

/// Reads a file and prints a report on it, or what is wrong with it.
fn report(file: &Path, print: impl FnOnce(&Definition)) -> ExitCode {
    match definition(file) {
        Ok(definition) => {
            print(&definition);
            ExitCode::SUCCESS
        }
        Err(lines) => {
            println!("{lines}");
            ExitCode::FAILURE
        }
    }
}

/// The definition in a file, or every reason why it is none, one per line.
fn definition(path: &Path) -> Result<Definition, String> {
    let shown = path.display();
    let source = read(path).map_err(|reason| format!("{shown}: cannot be read: {reason}"))?;
    funnel::parse(&source).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(|problem| format!("{shown}:{problem}")).collect();
        lines.join("\n")
    })
}

fn read(path: &Path) -> Result<String, String> {
    let length = std::fs::metadata(path).map_err(|error| error.to_string())?.len();
    if length > LONGEST {
        return Err(format!("it has {length} bytes; at most {LONGEST} are taken"));
    }
    std::fs::read_to_string(path).map_err(|error| error.to_string())
}
