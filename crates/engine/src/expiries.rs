//! Documents that run out (law 12): writers hear ahead, and at the end what rests on them is open again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::{Date, Duration};

use crate::command::Command;
use crate::context::{Context, Submission};
use crate::event::{Event, Recorded};
use crate::fold::FoldError;
use crate::funnel::{ArtefactKind, Funnel, Validity};
use crate::ids::{ArtefactKey, CriterionKey};
use crate::moment::Timestamp;
use crate::project::{Lifecycle, Project};
use crate::readiness::{Blocker, Check, CheckState, CheckSubject, first_writer};
use crate::rejection::Rejection;
use crate::reopened::{OpenPoint, Reopening, is_answered, open_points, reopening};
use crate::tasks::{Task, TaskKind};

/// What was noted about documents that run out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expiries {
    /// The last revision whose coming end was noted.
    pub expiring: BTreeMap<ArtefactKey, Noted>,
    /// The last revision whose end was noted. Answers that rest on it or on an earlier one no longer count.
    pub expired: BTreeMap<ArtefactKey, Noted>,
    /// In use: what rests on an expired document and is not yet answered again.
    pub open: BTreeMap<ArtefactKey, Reopening>,
}

/// A revision about which something was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Which.
    pub revision: u32,
    /// When it was noted.
    pub at: Timestamp,
}

/// What time did to a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ExpiryEvent {
    /// It will run out soon.
    Expiring {
        /// Which revision.
        revision: u32,
        /// Its last day.
        until: Date,
    },
    /// It ran out.
    Expired {
        /// Which revision.
        revision: u32,
        /// Its last day.
        until: Date,
        /// What is asked again at once, where the product is in use. Before that, the gates ask.
        reopened: Option<Reopening>,
    },
    /// A new revision took its place, and everything that rested on it was answered again.
    Renewed {
        /// The new revision.
        revision: u32,
    },
}

impl Expiries {
    pub(crate) fn apply(
        &mut self,
        artefact: &ArtefactKey,
        event: &ExpiryEvent,
        recorded: &Recorded,
    ) -> Result<(), FoldError> {
        let noted = |revision| Noted { revision, at: recorded.at.at };
        match event {
            ExpiryEvent::Expiring { revision, .. } => {
                self.expiring.insert(artefact.clone(), noted(*revision));
            }
            ExpiryEvent::Expired { revision, reopened, .. } => {
                self.expired.insert(artefact.clone(), noted(*revision));
                if let Some(reopening) = reopened {
                    self.open.insert(artefact.clone(), reopening.clone());
                }
            }
            ExpiryEvent::Renewed { .. } => {
                self.open.remove(artefact).ok_or(FoldError::OutOfPlace(recorded.sequence))?;
            }
        }
        Ok(())
    }

    /// Whether an answer that saw this revision rested on one that ran out.
    pub(crate) fn ran_out(&self, artefact: &ArtefactKey, revision: u32) -> bool {
        revision > 0 && self.expired.get(artefact).is_some_and(|noted| noted.revision >= revision)
    }
}

/// The last day of a revision submitted today.
///
/// # Errors
/// [`Rejection::AlreadyExpired`] when that day is past.
pub(crate) fn valid_until(
    kind: &ArtefactKind,
    context: &Context<'_>,
    submission: &Submission,
) -> Result<Option<Date>, Rejection> {
    let Some(validity) = &kind.validity else { return Ok(None) };
    let today = context.now.today;
    let term = validity.days.and_then(|days| today.checked_add(Duration::days(i64::from(days))));
    let end = submission.ends_on.filter(|_| validity.ends_on.is_some());
    match end {
        Some(ended) if ended < today => Err(Rejection::AlreadyExpired { artefact: kind.key.clone(), ended }),
        _ => Ok(term.into_iter().chain(end).min()),
    }
}

/// Whether the current revision of a document ran out.
pub(crate) fn is_expired(project: &Project, artefact: &ArtefactKey, today: Date) -> bool {
    project.artefacts.get(artefact).and_then(|a| a.current.valid_until).is_some_and(|until| until < today)
}

/// What time has to note about a document, and when. Each is noted once for a revision; a revision that ran out unseen is not
/// said to run out soon.
struct Coming {
    revision: u32,
    until: Date,
    on: Date,
    expired: bool,
}

fn coming(project: &Project, kind: &ArtefactKind, validity: &Validity, today: Date) -> Option<Coming> {
    let current = &project.artefacts.get(&kind.key)?.current;
    let (revision, until) = (current.number, current.valid_until?);
    let noted = |by: &BTreeMap<ArtefactKey, Noted>| by.get(&kind.key).is_some_and(|n| n.revision == revision);
    if noted(&project.expiries.expired) {
        return None;
    }
    let ahead = until.checked_sub(Duration::days(i64::from(validity.notice_days))).unwrap_or(until);
    if today > until || noted(&project.expiries.expiring) {
        return Some(Coming { revision, until, on: until.next_day().unwrap_or(until), expired: true });
    }
    Some(Coming { revision, until, on: ahead, expired: false })
}

fn watched<'a>(funnel: &'a Funnel, project: &'a Project) -> impl Iterator<Item = (&'a ArtefactKind, &'a Validity)> {
    let here = |validity: &&Validity| validity.watched_in.is_empty() || validity.watched_in.contains(&project.phase);
    let active = project.lifecycle == Lifecycle::Active;
    let kinds = funnel.artefacts.iter().filter(move |_| active);
    kinds.filter_map(move |kind| Some((kind, kind.validity.as_ref().filter(here)?)))
}

/// The commands that time sends now.
pub(crate) fn due<'a>(funnel: &'a Funnel, project: &'a Project, today: Date) -> impl Iterator<Item = Command> + 'a {
    let now = move |(kind, validity): &(&ArtefactKind, &Validity)| {
        coming(project, kind, validity, today).is_some_and(|c| c.on <= today)
    };
    watched(funnel, project).filter(now).map(|(kind, _)| Command::NoteExpiry { artefact: kind.key.clone() })
}

/// The dates on which [`due`] will have something.
pub(crate) fn dates<'a>(funnel: &'a Funnel, project: &'a Project, today: Date) -> impl Iterator<Item = Date> + 'a {
    watched(funnel, project).filter_map(move |(kind, validity)| coming(project, kind, validity, today)).map(|c| c.on)
}

/// Notes what time did to a document.
///
/// # Errors
/// [`Rejection::NotOverdue`] when there is nothing to note, or it was noted before.
pub(crate) fn note(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    artefact: &ArtefactKey,
) -> Result<Vec<Event>, Rejection> {
    let today = context.now.today;
    let found = watched(funnel, project).find(|(kind, _)| kind.key == *artefact);
    let coming = found.and_then(|(kind, validity)| coming(project, kind, validity, today)).filter(|c| c.on <= today);
    let Some(coming) = coming else { return Err(Rejection::NotOverdue) };
    let event = if coming.expired {
        expired(funnel, project, context, artefact, &coming)
    } else {
        ExpiryEvent::Expiring { revision: coming.revision, until: coming.until }
    };
    Ok(vec![Event::Expiry { artefact: artefact.clone(), event }])
}

/// What must be noted before a new revision takes the place of one that ran out unnoted.
pub(crate) fn unnoted(funnel: &Funnel, project: &Project, context: &Context<'_>, kind: &ArtefactKind) -> Option<Event> {
    let coming = coming(project, kind, kind.validity.as_ref()?, context.now.today)?;
    let over = coming.until < context.now.today;
    let event = || expired(funnel, project, context, &kind.key, &coming);
    over.then(|| Event::Expiry { artefact: kind.key.clone(), event: event() })
}

fn expired(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    artefact: &ArtefactKey,
    coming: &Coming,
) -> ExpiryEvent {
    let days = funnel.artefact(artefact).map_or(0, |kind| kind.review_days);
    let due = context.calendar.after_working_days(context.now.today, days);
    let reopened = funnel.is_live(project).then(|| {
        let mut reopened =
            reopening(funnel, project, std::slice::from_ref(artefact), resting_on(funnel, project, artefact), due);
        // The document needs a new revision, and with it new approvals; those on the old one say what they said.
        reopened.artefacts.values_mut().for_each(std::collections::BTreeSet::clear);
        reopened
    });
    ExpiryEvent::Expired { revision: coming.revision, until: coming.until, reopened }
}

/// The criteria that rest on a document, as they were asked last.
fn resting_on<'a>(funnel: &'a Funnel, project: &Project, artefact: &ArtefactKey) -> Vec<&'a CriterionKey> {
    let rests = funnel.criteria.iter().filter(|criterion| {
        let gate = funnel.asked_last_at(criterion, project);
        let asking = gate.and_then(|gate| criterion.asking(&gate));
        asking.is_some_and(|asking| asking.rests_on.iter().any(|r| r.artefact == *artefact))
    });
    rests.map(|criterion| &criterion.key).collect()
}

/// What a document that ran out in use still waits for: its renewal, and the answers that rest on it; nothing where it does
/// not ask anything again.
#[must_use]
pub fn expiry_points(funnel: &Funnel, project: &Project, context: &Context<'_>, artefact: &ArtefactKey) -> Vec<OpenPoint> {
    let asked = project.expiries.open.get(artefact);
    asked.map_or_else(Vec::new, |asked| points(funnel, project, context, artefact, asked))
}

fn points(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    artefact: &ArtefactKey,
    asked: &Reopening,
) -> Vec<OpenPoint> {
    open_points(funnel, project, context, asked, since(project, artefact))
}

/// Events for what was renewed and answered again.
pub(crate) fn renewed(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Event> {
    let open = project.expiries.open.iter();
    let answered = |artefact, asked| is_answered(funnel, project, context, asked, since(project, artefact));
    let done = open.filter(|(artefact, asked)| answered(artefact, asked));
    done.filter_map(|(artefact, _)| {
        let revision = project.artefacts.get(artefact)?.current.number;
        Some(Event::Expiry { artefact: artefact.clone(), event: ExpiryEvent::Renewed { revision } })
    })
    .collect()
}

fn since(project: &Project, artefact: &ArtefactKey) -> Timestamp {
    project.expiries.expired.get(artefact).map_or(project.last.at, |noted| noted.at)
}

/// Renewing what runs out, and answering again what rests on what ran out.
pub(crate) fn tasks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Task> {
    let ends = watched(funnel, project).filter_map(|(kind, _)| {
        let current = &project.artefacts.get(&kind.key)?.current;
        // An earlier revision may have run out as well; only what was noted of this one counts.
        let of_this =
            |by: &BTreeMap<ArtefactKey, Noted>| by.get(&kind.key).copied().filter(|n| n.revision == current.number);
        let noted = of_this(&project.expiries.expired).or_else(|| of_this(&project.expiries.expiring))?;
        let (renew, writer) = (TaskKind::Renew(kind.key.clone()), first_writer(kind, project.lead));
        Some(Task { revision: Some(current.number), ..Task::new(renew, writer, noted.at, current.valid_until?) })
    });
    let active = project.lifecycle == Lifecycle::Active;
    let open = project.expiries.open.iter().filter(|_| active);
    let again = open.flat_map(|(artefact, asked)| points(funnel, project, context, artefact, asked));
    ends.chain(again.flat_map(|point| point.tasks)).collect()
}

/// What the open gate sees of documents that ran out in use; those it asks itself it sees there, and what waits for nothing
/// more is closed with what happens next.
pub(crate) fn checks(funnel: &Funnel, project: &Project, context: &Context<'_>, asked: &[&ArtefactKey]) -> Vec<Check> {
    let seen = |artefact: &ArtefactKey, again: &Reopening| asked.contains(&artefact) && again.criteria.is_empty();
    let open = project.expiries.open.iter().filter(|(artefact, again)| !seen(artefact, again));
    let waiting = open.map(|(artefact, again)| (artefact, points(funnel, project, context, artefact, again)));
    let check = |(artefact, points): (&ArtefactKey, Vec<OpenPoint>)| Check {
        state: CheckState::Expired,
        on: CheckSubject::Expiry(artefact.clone()),
        blockers: vec![Blocker::ExpiryOpen { artefact: artefact.clone() }],
        blocking: true,
        tasks: points.into_iter().flat_map(|point| point.tasks).collect(),
    };
    waiting.filter(|(_, points)| !points.is_empty()).map(check).collect()
}
