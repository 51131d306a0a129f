//! A product in use: recurring duties, changes and signals (law 12).

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{ChangeAct, Command, DutyAct, DutyKey, GateKey, OpenPoint as Point, Reopening, SignalAct, TaskKind, UseAct};
use time::{Date, OffsetDateTime};

use crate::enums::SignalKind;
use crate::session::{Session, session};
use crate::types::blockers::Blocker;
use crate::types::funnel::{ArtefactKind, Criterion};
use crate::types::people::{Party, Person};
use crate::types::project::{Project, some_text};
use crate::types::readiness::Waiter;
use crate::types::rollouts::{Rollout, Suspension};
use crate::types::{instant, int, text};

/// What happens to a project around and after going live.
pub struct InUse(pub(crate) Project);

#[Object]
impl InUse {
    /// Whether the phase it is in is one in which clients use the product.
    async fn live(&self) -> bool {
        self.0.0.definition.funnel.is_live(&self.0.0.state)
    }

    /// What has to be done again and again in this phase.
    #[graphql(complexity = "6 * child_complexity")]
    async fn duties(&self) -> Vec<Duty> {
        let (funnel, phase) = (&self.0.0.definition.funnel, &self.0.0.state.phase);
        let here = funnel.duties.iter().filter(|duty| duty.phase == *phase);
        here.map(|duty| Duty { project: self.0.clone(), key: duty.key.clone() }).collect()
    }

    /// The kinds of changes that the funnel knows.
    #[graphql(complexity = "6 * child_complexity")]
    async fn change_kinds(&self, context: &Context<'_>) -> Result<Vec<ChangeKind>> {
        let session = session(context)?;
        let kinds = self.0.0.definition.funnel.change_kinds.iter();
        Ok(kinds.map(|kind| ChangeKind::of(&self.0, session, kind)).collect())
    }

    /// Changes that are not closed, oldest first.
    #[graphql(complexity = "4 * child_complexity")]
    async fn changes(&self) -> Vec<Change> {
        let open = self.0.0.state.changes.open.iter();
        open.map(|(number, change)| Change { project: self.0.clone(), number: *number, change: change.clone() }).collect()
    }

    /// Signals that were not handled, oldest first.
    #[graphql(complexity = "4 * child_complexity")]
    async fn signals(&self) -> Vec<Signal> {
        let open = self.0.0.state.signals.open.iter();
        open.map(|(number, signal)| Signal { project: self.0.clone(), number: *number, signal: signal.clone() }).collect()
    }

    /// Who suspended the use; it goes on when nobody does.
    async fn suspensions(&self) -> Vec<Suspension> {
        Suspension::all(&self.0)
    }

    /// The parties for which the viewer may suspend the use now.
    async fn viewer_can_suspend_for(&self, context: &Context<'_>) -> Result<Vec<Party>> {
        let session = session(context)?;
        let spoken = self.0.spoken(session);
        Ok(self.0.may_suspend_for(session).iter().map(|party| spoken.party(party)).collect())
    }

    /// Teams and locations that are to start, oldest plan first.
    #[graphql(complexity = "4 * child_complexity")]
    async fn rollouts(&self) -> Vec<Rollout> {
        Rollout::all(&self.0)
    }

    /// How many teams and locations started.
    async fn rollouts_started(&self) -> i32 {
        int(self.0.0.state.rollouts.started)
    }
}

impl Project {
    /// The parties for which the viewer may suspend the use now.
    pub(crate) fn may_suspend_for(&self, session: &Session) -> Vec<engine::PartyKey> {
        let suspends = |party: &&engine::PartyKey| {
            let act = UseAct::Suspend { reason: some_text() };
            self.viewer_can(session, Command::Use { party: (*party).clone(), act })
        };
        let rules = self.0.definition.funnel.signals.iter();
        rules.flat_map(|rules| &rules.suspended_by).filter(suspends).cloned().collect()
    }
}

/// Something that has to be done again and again while a phase lasts.
pub struct Duty {
    project: Project,
    key: DutyKey,
}

impl Duty {
    fn definition(&self) -> Option<&engine::Duty> {
        self.project.0.definition.funnel.duty(&self.key)
    }

    fn recurring(&self) -> Option<&engine::Recurring> {
        self.project.0.state.duties.get(&self.key)
    }
}

#[Object]
impl Duty {
    /// The name in the funnel.
    async fn key(&self) -> &str {
        self.key.as_str()
    }

    /// The name on the screen.
    async fn name(&self, context: &Context<'_>) -> Result<String> {
        let language = session(context)?.language;
        Ok(self.definition().map_or_else(|| self.key.to_string(), |duty| language.pick(&duty.name)))
    }

    /// What is meant.
    async fn help(&self, context: &Context<'_>) -> Result<Option<String>> {
        let language = session(context)?.language;
        Ok(self.project.0.definition.helps.duties.get(&self.key).map(|help| language.pick(help)))
    }

    /// Which party sees to it.
    async fn party(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(self.definition().map(|duty| spoken.party(&duty.party)))
    }

    /// How many calendar days lie between two times.
    async fn every_days(&self) -> i32 {
        self.definition().map_or(0, |duty| int(duty.every_days))
    }

    /// The document whose next approved revision does it; without one it is done with a note.
    async fn artefact(&self, context: &Context<'_>) -> Result<Option<ArtefactKind>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(self.definition().and_then(|duty| duty.artefact.as_ref()).map(|artefact| spoken.kind(artefact)))
    }

    /// By when it is to be done next.
    async fn due(&self) -> Option<Date> {
        self.recurring().map(|recurring| recurring.due)
    }

    /// Whether that date is behind us.
    async fn late(&self, context: &Context<'_>) -> Result<bool> {
        let today = session(context)?.store.now().today;
        Ok(self.recurring().is_some_and(|recurring| recurring.due < today))
    }

    /// When it was done last, or began.
    async fn last(&self) -> Option<Date> {
        self.recurring().map(|recurring| recurring.last)
    }

    /// Whether the viewer may write down that it was done.
    async fn viewer_can_do(&self, context: &Context<'_>) -> Result<bool> {
        let session = session(context)?;
        let act = DutyAct::Do { note: some_text(), held_on: session.store.now().today };
        Ok(self.project.viewer_can(session, Command::Duty { duty: self.key.clone(), act }))
    }
}

/// A kind of change in use.
#[derive(SimpleObject)]
pub struct ChangeKind {
    /// The name in the funnel.
    key: String,
    /// The name on the screen.
    name: String,
    /// What is meant.
    help: Option<String>,
    /// The documents that are reviewed again.
    artefacts: Vec<ArtefactKind>,
    /// The criteria that are answered again.
    criteria: Vec<Criterion>,
    /// Who may close such a change as small, where somebody may.
    small_closed_by: Option<Party>,
    /// Working days for the new answers.
    term_days: i32,
}

impl ChangeKind {
    fn of(project: &Project, session: &Session, kind: &engine::ChangeKind) -> Self {
        let spoken = project.spoken(session);
        Self {
            key: kind.key.to_string(),
            name: session.language.pick(&kind.name),
            help: project.0.definition.helps.change_kinds.get(&kind.key).map(|help| session.language.pick(help)),
            artefacts: kind.artefacts.iter().map(|artefact| spoken.kind(artefact)).collect(),
            criteria: kind.criteria.iter().filter_map(|criterion| spoken.criterion(criterion, None)).collect(),
            small_closed_by: kind.small_closed_by.as_ref().map(|party| spoken.party(party)),
            term_days: int(kind.term_days),
        }
    }
}

/// One thing that a change or a signal still waits for.
#[derive(SimpleObject)]
pub struct OpenPoint {
    /// What is in the way.
    blocker: Blocker,
    /// Whom it waits for.
    waits_for: Vec<Waiter>,
    /// Until when.
    due: Option<Date>,
    /// Whether an earlier answer can be confirmed in one act.
    confirmable: bool,
    /// Whether the viewer may give the answer now: the review, or the answer on the criterion.
    viewer_can_answer: bool,
}

impl OpenPoint {
    fn of(project: &Project, session: &Session, reopening: &Reopening, point: &Point) -> Self {
        let spoken = project.spoken(session);
        let criterion = point.tasks.iter().find_map(|task| match &task.kind {
            TaskKind::Judge(criterion, _) => Some(criterion),
            _ => None,
        });
        let gate: Option<&GateKey> = criterion.and_then(|key| reopening.criteria.get(key)).map(|asked| &asked.gate);
        Self {
            blocker: Blocker::of(project, &spoken, gate, &point.blocker),
            waits_for: point.tasks.iter().map(|task| Waiter::of(&spoken, project, &task.waits_for)).collect(),
            due: point.tasks.iter().map(|task| task.due).min(),
            confirmable: point.tasks.iter().any(|task| task.confirmable),
            viewer_can_answer: point.tasks.iter().any(|task| answerable(project, session, &task.kind)),
        }
    }

    fn all(project: &Project, session: &Session, reopening: &Reopening, points: &[Point]) -> Vec<Self> {
        points.iter().map(|point| Self::of(project, session, reopening, point)).collect()
    }
}

fn answerable(project: &Project, session: &Session, task: &TaskKind) -> bool {
    let note = Some(some_text());
    let command = match task.clone() {
        TaskKind::Review(artefact, party) => {
            let verdict = engine::Verdict::RequestChanges;
            Command::ReviewRevision { artefact, party, verdict, note, answers: Vec::new() }
        }
        TaskKind::Judge(criterion, party) => {
            let (answer, proof) = (engine::Answer::NotMet, engine::Proof::Practice);
            Command::JudgeCriterion { criterion, party, answer, proof, motivation: note }
        }
        _ => return false,
    };
    project.viewer_can(session, command)
}

/// A change in use that is not closed.
pub struct Change {
    project: Project,
    number: u32,
    change: engine::Change,
}

#[Object]
impl Change {
    /// Its number in the project.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// Of which kind.
    async fn kind(&self, context: &Context<'_>) -> Result<Option<ChangeKind>> {
        let session = session(context)?;
        let kind = self.project.0.definition.funnel.change_kind(&self.change.kind);
        Ok(kind.map(|kind| ChangeKind::of(&self.project, session, kind)))
    }

    /// What changes; null when it was erased.
    async fn text(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, Some(self.change.text)).await
    }

    /// Who reported it.
    async fn by(&self) -> Person {
        self.project.person(self.change.by)
    }

    /// Since when.
    async fn since(&self) -> OffsetDateTime {
        instant(self.change.since)
    }

    /// Until when the new answers are asked.
    async fn due(&self) -> Date {
        self.change.reopened.due
    }

    /// What it still waits for; it closes by itself when there is nothing left.
    #[graphql(complexity = "6 * child_complexity")]
    async fn open(&self, context: &Context<'_>) -> Result<Vec<OpenPoint>> {
        let session = session(context)?;
        let points =
            self.project.ask(session, &engine::Actor::System, |f, p, c| engine::change_points(f, p, c, self.number));
        Ok(OpenPoint::all(&self.project, session, &self.change.reopened, &points))
    }

    /// Whether the viewer may close it as small now.
    async fn viewer_can_close(&self, context: &Context<'_>) -> Result<bool> {
        let act = ChangeAct::CloseSmall { change: self.number, note: some_text() };
        Ok(self.project.viewer_can(session(context)?, Command::Change(act)))
    }
}

/// A signal that was not handled.
pub struct Signal {
    project: Project,
    number: u32,
    signal: engine::Signal,
}

#[Object]
impl Signal {
    /// Its number in the project.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// What it is.
    async fn kind(&self) -> SignalKind {
        self.signal.kind.into()
    }

    /// Where it is registered and what happened; null when it was erased.
    async fn reference(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, Some(self.signal.reference)).await
    }

    /// On which day it happened.
    async fn on(&self) -> Date {
        self.signal.on
    }

    /// When it was reported.
    async fn since(&self) -> OffsetDateTime {
        instant(self.signal.since)
    }

    /// Until when the new answers are asked, and the signal is to be handled.
    async fn due(&self) -> Date {
        self.signal.reopened.due
    }

    /// Which party handles it.
    async fn handled_by(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(self.project.0.definition.funnel.signals.as_ref().map(|rules| spoken.party(&rules.handled_by)))
    }

    /// What has to be answered again before it can be handled.
    #[graphql(complexity = "6 * child_complexity")]
    async fn open(&self, context: &Context<'_>) -> Result<Vec<OpenPoint>> {
        let session = session(context)?;
        let points =
            self.project.ask(session, &engine::Actor::System, |f, p, c| engine::signal_points(f, p, c, self.number));
        Ok(OpenPoint::all(&self.project, session, &self.signal.reopened, &points))
    }

    /// Whether the viewer may handle it now.
    async fn viewer_can_handle(&self, context: &Context<'_>) -> Result<bool> {
        let act = SignalAct::Handle { signal: self.number, note: some_text() };
        Ok(self.project.viewer_can(session(context)?, Command::Signal(act)))
    }
}
