//! What was recorded on somebody's behalf (law 14), and what came too early (law 6).

use std::collections::BTreeSet;

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{Command, PartyKey, PhaseKey};
use time::{Date, OffsetDateTime};

use crate::enums::RecordedKind;
use crate::session::{Session, session};
use crate::types::funnel::{ArtefactKind, Criterion, Gate, Phase};
use crate::types::people::{Party, Person};
use crate::types::project::{Project, some_text};
use crate::types::{instant, int, text};

/// An answer that was entered for somebody and can still be contested.
pub struct Record {
    project: Project,
    number: u32,
    record: engine::Record,
}

/// What was entered.
#[derive(SimpleObject)]
pub struct RecordedAnswer {
    /// What it is.
    kind: RecordedKind,
    /// The document, when it is about one.
    artefact: Option<ArtefactKind>,
    /// The criterion, when it is about one.
    criterion: Option<Criterion>,
    /// The gate, when it is about one.
    gate: Option<Gate>,
    /// The number of the consultation, when it is about one.
    consultation: Option<i32>,
}

impl Record {
    pub(crate) fn all(project: &Project, today: Date) -> Vec<Self> {
        let open = project.0.state.records.open.iter().filter(|(_, record)| record.until >= today);
        open.map(|(number, record)| Self { project: project.clone(), number: *number, record: record.clone() }).collect()
    }
}

#[Object]
impl Record {
    /// Its number in the project.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// Whose answer it is.
    async fn person(&self) -> Person {
        self.project.person(self.record.person)
    }

    /// For which party.
    async fn party(&self, context: &Context<'_>) -> Result<Party> {
        Ok(self.project.spoken(session(context)?).party(&self.record.party))
    }

    /// The last day on which it can be contested.
    async fn until(&self) -> Date {
        self.record.until
    }

    /// What was entered: one act may approve a document and answer its criteria.
    async fn what(&self, context: &Context<'_>) -> Result<Vec<RecordedAnswer>> {
        use engine::Contestable as C;
        let spoken = self.project.spoken(session(context)?);
        let one = |what: &C| {
            let (artefact, criterion, gate, consultation) = match what {
                C::Review { artefact, .. } => (Some(artefact), None, None, None),
                C::Judgement { gate, criterion, .. } => (None, Some(criterion), Some(gate), None),
                C::Decision { gate, .. } => (None, None, Some(gate), None),
                C::Advice { consultation } | C::Overleg { consultation } => (None, None, None, Some(*consultation)),
                C::Vote { .. } | C::Fact { .. } | C::Emergency => (None, None, None, None),
            };
            RecordedAnswer {
                kind: what.into(),
                artefact: artefact.map(|key| spoken.kind(key)),
                criterion: criterion.and_then(|key| spoken.criterion(key, gate)),
                gate: gate.and_then(|key| spoken.gate(key)),
                consultation: consultation.map(int),
            }
        };
        Ok(self.record.what.iter().map(one).collect())
    }

    /// Whether the viewer may contest it now.
    async fn viewer_can_contest(&self, context: &Context<'_>) -> Result<bool> {
        let command = Command::Contest { record: self.number, reason: some_text() };
        Ok(self.project.viewer_can(session(context)?, command))
    }
}

/// A decision that was contested and not looked at anew.
pub struct ContestedDecision {
    project: Project,
    contested: engine::ContestedDecision,
}

impl ContestedDecision {
    pub(crate) fn all(project: &Project) -> Vec<Self> {
        let contested = project.0.state.records.contested.iter();
        contested.map(|one| Self { project: project.clone(), contested: one.clone() }).collect()
    }
}

#[Object]
impl ContestedDecision {
    /// Of which gate.
    async fn gate(&self, context: &Context<'_>) -> Result<Option<Gate>> {
        Ok(self.project.spoken(session(context)?).gate(&self.contested.gate))
    }

    /// In which round.
    async fn round(&self) -> i32 {
        int(self.contested.round)
    }

    /// Since when.
    async fn since(&self) -> OffsetDateTime {
        instant(self.contested.at)
    }

    /// Whether the viewer may let it stand now.
    async fn viewer_can_uphold(&self, context: &Context<'_>) -> Result<bool> {
        let command = Command::UpholdDecision { gate: self.contested.gate.clone(), motivation: some_text() };
        Ok(self.project.viewer_can(session(context)?, command))
    }
}

/// What came too early; flagged for good.
pub struct Early(pub(crate) Project);

/// A contract that was signed before the party that has to judge said *met*.
#[derive(SimpleObject)]
pub struct SignedEarly {
    /// Which document.
    kind: ArtefactKind,
    /// Its revision.
    revision: i32,
    /// When it was signed.
    signed_on: Date,
    /// The criterion.
    criterion: Option<Criterion>,
    /// The party that answers it.
    party: Party,
    /// When it said *met*, if it had by then.
    answered_on: Option<Date>,
}

/// Work that began before its gate was passed.
pub struct BegunEarly {
    project: Project,
    phase: PhaseKey,
    begun: engine::BegunEarly,
}

#[Object]
impl Early {
    /// Contracts that were signed too early ("contract before ICT").
    #[graphql(complexity = "2 * child_complexity")]
    async fn contracts(&self, context: &Context<'_>) -> Result<Vec<SignedEarly>> {
        let spoken = self.0.spoken(session(context)?);
        let contracts = self.0.0.state.early.contracts.iter();
        let one = |(artefact, signed): (&engine::ArtefactKey, &engine::SignedEarly)| SignedEarly {
            kind: spoken.kind(artefact),
            revision: int(signed.revision),
            signed_on: signed.signed_on,
            criterion: spoken.criterion(&signed.criterion, None),
            party: spoken.party(&signed.party),
            answered_on: signed.answered_on,
        };
        Ok(contracts.map(one).collect())
    }

    /// Work that began before its gate ("work before the gate").
    #[graphql(complexity = "2 * child_complexity")]
    async fn work(&self) -> Vec<BegunEarly> {
        let work = self.0.0.state.early.work.iter();
        work.map(|(phase, begun)| BegunEarly { project: self.0.clone(), phase: phase.clone(), begun: begun.clone() })
            .collect()
    }
}

#[Object]
impl BegunEarly {
    /// The work of which phase.
    async fn phase(&self, context: &Context<'_>) -> Result<Phase> {
        Ok(self.project.spoken(session(context)?).phase(&self.phase))
    }

    /// When it began.
    async fn on(&self) -> Date {
        self.begun.on
    }

    /// Who said so.
    async fn by(&self) -> Person {
        self.project.person(self.begun.by)
    }

    /// What began; null when it was erased.
    async fn note(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, Some(self.begun.note)).await
    }
}

impl Project {
    /// Whether the engine would accept this answer of the party, entered by the viewer for somebody else of it (law 14).
    pub(crate) fn viewer_can_record(&self, session: &Session, party: &PartyKey, command: &Command) -> bool {
        let own = session.principal.person();
        let members = self.0.roster.members.of(party);
        let chairs = members.iter().filter(|member| member.chair);
        let others = chairs.chain(members).filter(|member| Some(member.person) != own);
        // Whoever may give the answer: its chair, or a member who did not write what it is about.
        let mut asked = BTreeSet::new();
        others.filter(|member| asked.insert(member.person)).any(|member| self.enters(session, member.person, command))
    }

    fn enters(&self, session: &Session, person: engine::PersonId, command: &Command) -> bool {
        let Some(person) = self.0.roster.persons.get(&person).map(persistence::PersonView::person) else { return false };
        let on_behalf = engine::OnBehalf {
            person: person.id,
            occurred_on: session.store.now().today,
            present: BTreeSet::new(),
            votes: None,
            minutes: engine::Minutes::Text(some_text()),
        };
        let command = Command::OnBehalf { on_behalf, command: Box::new(command.clone()) };
        // Most people record for nobody; that is told by their parties alone.
        self.ask(session, &session.principal.actor, |funnel, project, context| {
            let context = engine::Context { on_behalf_of: Some(&person), ..context.clone() };
            engine::decide(funnel, project, &context, command).is_ok()
        })
    }
}
