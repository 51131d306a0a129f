//! What the engine executes, counted by callgrind: instructions for one call. Unlike time they are the same on a busy
//! machine, so a regression shows at once.

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::path::Path;
use std::process::{Command as Process, Stdio};

use anyhow::{Context as _, Result, bail};
use engine::{Actor, Calendar, Member, Moment, Organisation, Parties, PartyKey, Person, PersonId, Project, Role};
use serde::{Deserialize, Serialize};

use crate::engine_only::Asked;

/// Calls that are counted.
const CALLS: u64 = 20;
/// Where callgrind counts, and in all that is called from there: to read the project and to make the questions is left out.
const COUNTED: &str = "--toggle-collect=*engine_only*Asked*call*";

/// Everything that the engine is given, kept in a file for a process that does nothing else.
#[derive(Serialize, Deserialize)]
pub struct Kept {
    source: String,
    project: Project,
    organisation: Organisation,
    members: BTreeMap<PartyKey, Vec<(PersonId, bool)>>,
    holidays: BTreeSet<time::Date>,
    now: Moment,
    judge: PersonId,
    chair: PersonId,
}

impl Kept {
    /// Keeps what an engine on `project` is given.
    pub fn new(source: &str, project: &Project, context: &engine::Context<'_>, judge: PersonId, chair: PersonId) -> Self {
        let members = context.parties.members.iter();
        let members = members.map(|(party, of)| (party.clone(), of.iter().map(|m| (m.person, m.chair)).collect()));
        Self {
            source: source.to_owned(),
            project: project.clone(),
            organisation: context.organisation.clone(),
            members: members.collect(),
            holidays: context.calendar.holidays.clone(),
            now: context.now,
            judge,
            chair,
        }
    }
}

/// Instructions for one call of each of `operations`, as callgrind counts them; nothing where it is not installed.
pub fn count(kept: &Kept, folder: &Path, operations: &[&'static str]) -> Result<Vec<(&'static str, u64)>> {
    let installed = Process::new("valgrind").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if installed.is_err() {
        return Ok(Vec::new());
    }
    let file = folder.join(format!("trechter-engine-{}.json", std::process::id()));
    std::fs::write(&file, serde_json::to_vec(kept)?)?;
    let per_call = |operation: &'static str| -> Result<(&'static str, u64)> {
        let output = Process::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", COUNTED])
            .arg(std::env::current_exe()?)
            .args(["engine".as_ref(), file.as_os_str(), operation.as_ref(), CALLS.to_string().as_ref()])
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            bail!("callgrind on `{operation}`: {said}");
        }
        let collected =
            said.lines().find_map(|line| line.split_once("Collected : ")).context("callgrind counted nothing")?;
        let collected: u64 = collected.1.trim().parse()?;
        Ok((operation, collected / CALLS))
    };
    let counted = operations.iter().copied().map(per_call).collect();
    std::fs::remove_file(&file)?;
    counted
}

/// Calls one operation so many times, and nothing else: what callgrind looks at.
pub fn alone(file: &str, operation: &str, calls: &str) -> Result<()> {
    let kept: Kept = serde_json::from_slice(&std::fs::read(file)?)?;
    let definition = funnel::parse(&kept.source).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
    let member = |(person, chair): &(PersonId, bool)| Member { person: *person, chair: *chair };
    let members = kept.members.iter().map(|(party, of)| (party.clone(), of.iter().map(member).collect()));
    let parties = Parties { members: members.collect() };
    let calendar = Calendar { holidays: kept.holidays };
    let actor = |id| Actor::Person(Person { id, function: "bench".to_owned(), roles: BTreeSet::from([Role::Reader]) });
    let (judge, chair) = (actor(kept.judge), actor(kept.chair));
    let context = |actor| engine::Context {
        actor,
        now: kept.now,
        parties: &parties,
        calendar: &calendar,
        organisation: &kept.organisation,
        on_behalf_of: None,
        migrate_to: None,
        submission: None,
    };
    let asked = Asked::new(&definition.funnel, &kept.project, context(&judge), context(&chair))?;
    for _ in 0..calls.parse::<u64>()? {
        black_box(asked.call(operation)?);
    }
    Ok(())
}
