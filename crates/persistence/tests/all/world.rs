//! A care provider in a fresh database, on either backend.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use engine::{
    Answer, ArtefactKey, Command, Context, CriterionKey, EvidenceId, EvidenceKey, EvidenceKind, FunnelVersionId, GateKey,
    Label, Moment, OrganisationCommand, OrganisationId, Outcome, PartyKey, PersonId, ProjectId, Proof, Role, Seen, Stage,
    StartProject, Timestamp, Verdict,
};
use persistence::{
    Clock, Error, IdempotencyKey, Limit, NewOrganisation, NewParty, NewPerson, OrganisationReceipt, OrganisationRequest,
    Principal, Randomness, Receipt, Request, StartRequest, Store, StoreConfig, Text,
};

use crate::postgres::Database;

/// The funnel of these tests.
pub const FUNNEL: &str = include_str!("funnel.yaml");

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// Makes two tests of one body.
macro_rules! both {
    ($($name:ident)+) => {
        mod sqlite {$(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(crate::world::World::new(crate::world::Backend::Sqlite).await).await;
            }
        )+}
        mod postgresql {$(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(crate::world::World::new(crate::world::Backend::Postgres).await).await;
            }
        )+}
    };
}
pub(crate) use both;

/// Stands still but for a microsecond each time it is read.
pub struct SetClock(AtomicI64);

impl SetClock {
    pub fn advance_days(&self, days: i64) {
        self.0.fetch_add(days * 86_400_000_000, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        let at = Timestamp(self.0.fetch_add(1, Ordering::SeqCst));
        Moment { at, today: at.to_utc().date() }
    }
}

/// `SplitMix64` from a seed.
pub struct Seeded(AtomicU64);

impl Randomness for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes()[..chunk.len()]);
        }
    }
}

/// A provider with its people.
pub struct World {
    pub store: Store,
    pub config: StoreConfig,
    pub clock: Arc<SetClock>,
    pub organisation: OrganisationId,
    pub funnel: FunnelVersionId,
    pub people: BTreeMap<&'static str, Principal>,
    pub database: Option<Database>,
    pub folder: tempfile::TempDir,
}

/// Name, parties (a `*` makes chair), roles.
const PEOPLE: &[(&str, &[&str], &[Role])] = &[
    ("lead", &[], &[]),
    ("care", &["zorg"], &[]),
    ("ict", &["ict"], &[]),
    ("ict-2", &["ict"], &[]),
    ("chair", &["*raad"], &[]),
    ("manager", &[], &[Role::InnovationManager]),
    ("reader", &[], &[Role::Reader]),
    ("administrator", &[], &[Role::Administrator]),
    ("outsider", &[], &[]),
];

pub fn name(text: &str) -> Text {
    Text::parse(text, Limit::Name).unwrap()
}

pub fn note(text: &str) -> Text {
    Text::parse(text, Limit::Note).unwrap()
}

pub fn key(text: impl AsRef<str>) -> IdempotencyKey {
    IdempotencyKey::parse(text.as_ref()).unwrap()
}

pub fn plan() -> ArtefactKey {
    ArtefactKey::parse("plan").unwrap()
}

pub fn party(text: &str) -> PartyKey {
    PartyKey::parse(text).unwrap()
}

fn postgres() -> Database {
    let mut schema = DefaultHasher::new();
    include_str!("../../../../migrations/src/m0001_first/tables.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0001_first/postgres.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0002_organisation/tables.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0002_organisation/postgres.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0003_links/tables.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0003_links/postgres.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0004_task_people/tables.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0004_task_people/postgres.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0005_letters/tables.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0005_letters/postgres.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0006_session/postgres.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0007_record_files/tables.sql").hash(&mut schema);
    include_str!("../../../../migrations/src/m0007_record_files/postgres.sql").hash(&mut schema);
    let fill = |url: &str| {
        let (url, folder) = (url.to_owned(), tempfile::tempdir().unwrap());
        let config = config(url, &folder, &Arc::new(SetClock(AtomicI64::new(0))));
        let migrate = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(Store::migrate(&config)).expect("the template is migrated");
        };
        std::thread::spawn(migrate).join().unwrap();
    };
    Database::create_from(&format!("{:016x}", schema.finish()), fill).unwrap_or_else(|problem| panic!("{problem}"))
}

fn config(url: String, folder: &tempfile::TempDir, clock: &Arc<SetClock>) -> StoreConfig {
    let clock: Arc<dyn Clock> = clock.clone();
    StoreConfig::new(url, folder.path(), clock, Arc::new(Seeded(AtomicU64::new(7))))
}

impl World {
    pub async fn new(backend: Backend) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = (backend == Backend::Postgres).then(postgres);
        let url = match &database {
            Some(database) => database.url(),
            None => format!("sqlite://{}?mode=rwc", folder.path().join("trechter.sqlite").display()),
        };
        // Monday 5 January 2026, nine o'clock.
        let clock = Arc::new(SetClock(AtomicI64::new(1_767_603_600_000_000)));
        let config = config(url, &folder, &clock);
        let store = Store::open(&config).await.expect("the database opens");
        let (organisation, funnel, people) = settle(&store).await;
        Self { store, config, clock, organisation, funnel, people, database, folder }
    }

    /// A second provider with people of the same names.
    pub async fn other(&self) -> (OrganisationId, FunnelVersionId, BTreeMap<&'static str, Principal>) {
        settle(&self.store).await
    }

    pub fn who(&self, name: &str) -> &Principal {
        &self.people[name]
    }

    pub fn person(&self, name: &str) -> PersonId {
        self.who(name).person().unwrap()
    }

    /// Starts a project that `lead` leads.
    pub async fn start(&self, title: &str) -> ProjectId {
        let request = self.start_request(title, title);
        self.store.start(self.who("manager"), request).await.expect("a project").project
    }

    pub fn start_request(&self, name: &str, title: &str) -> StartRequest {
        let title_text = Text::parse(title, Limit::Title).unwrap();
        let summary = Text::parse("Demo: in gewone taal.", Limit::Summary).unwrap();
        let command =
            StartProject { title: title_text, summary, lead: self.person("lead"), funnel: self.funnel, bring_in: None };
        StartRequest { key: key(name.replace(' ', "-")), command }
    }

    /// What somebody sees who looks now.
    pub async fn seen(&self, project: ProjectId) -> Seen {
        let view = self.store.project(self.who("manager"), project).await.unwrap();
        let context = Context {
            actor: &self.who("manager").actor,
            now: self.store.now(),
            parties: &view.roster.members,
            calendar: self.store.calendar(),
            organisation: &view.roster.organisation,
            on_behalf_of: None,
            migrate_to: None,
            submission: None,
        };
        let readiness = engine::readiness(&view.definition.funnel, &view.state, &context);
        Seen {
            round: view.state.round.as_ref().map(|round| round.number),
            revisions: view.state.artefacts.iter().map(|(key, document)| (key.clone(), document.current.hash)).collect(),
            readiness: readiness.map(|readiness| readiness.digest()),
        }
    }

    /// Sends a command as somebody who just looked.
    pub async fn send(&self, who: &str, project: ProjectId, command: Command<Text>) -> Result<Receipt, Error> {
        let seen = self.seen(project).await;
        let key = key(format!("{}", self.store.now().at.0));
        self.store.execute(self.who(who), project, Request { key, seen, command }).await
    }

    /// Sends a command on the organisation, under a key of its own.
    pub async fn organise(&self, who: &str, command: OrganisationCommand<Text>) -> Result<OrganisationReceipt, Error> {
        let key = key(format!("o{}", self.store.now().at.0));
        self.store.execute_organisation(self.who(who), OrganisationRequest { key, command }).await
    }

    /// A project with an approved plan, all criteria met: ready for *go*.
    pub async fn ready(&self, title: &str) -> ProjectId {
        let project = self.start(title).await;
        self.send("care", project, submit("een doel")).await.expect("the plan");
        self.send("ict", project, approve()).await.expect("the review");
        for criterion in 0..16 {
            self.send("ict", project, judge(criterion)).await.expect("a judgement");
        }
        project
    }

    /// Everything holds, or the test fails with what does not.
    pub async fn verify(&self) {
        let report = self.store.verify().await.unwrap();
        assert!(report.findings.is_empty(), "{:#?}", report.findings);
    }

    /// Runs SQL as somebody with the whole database would, beside the application.
    pub async fn sql(&self, sql: &str) {
        if let Some(database) = &self.database {
            database.psql(sql).unwrap();
        } else {
            use sea_orm::ConnectionTrait as _;
            let url = format!("sqlite://{}", self.file().display());
            let connection = sea_orm::Database::connect(url).await.unwrap();
            connection.execute_unprepared(sql).await.unwrap();
            connection.close().await.unwrap();
        }
    }

    /// The SQLite file.
    pub fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("trechter.sqlite")
    }
}

/// A kind of evidence that care submits and ICT judges; `of_supplier` for a certificate that each supplier has.
pub fn evidence_kind(key: &str, of_supplier: bool) -> EvidenceKind {
    EvidenceKind {
        key: EvidenceKey::parse(key).unwrap(),
        name: Label { nl: key.to_owned(), en: key.to_owned() },
        of_supplier,
        submitted_by: vec![party("zorg")],
        judged_by: party("ict"),
        valid_days: Some(365),
    }
}

pub fn evidence(id: &str) -> EvidenceId {
    EvidenceId::try_from(id.to_owned()).unwrap()
}

pub fn submit_evidence(id: &str, text: &str) -> OrganisationCommand<Text> {
    let text = Some(note(text));
    OrganisationCommand::SubmitEvidence { evidence: evidence(id), text, files: Vec::new(), valid_until: None }
}

pub fn judge_evidence(id: &str, revision: u32, sufficient: bool) -> OrganisationCommand<Text> {
    let (evidence, motivation) = (evidence(id), Some(note("Demo: bekeken.")));
    OrganisationCommand::JudgeEvidence { evidence, revision, sufficient, proof: Proof::Paper, motivation }
}

pub fn submit(goal: &str) -> Command<Text> {
    let answers = serde_json::json!({ "goal": goal }).to_string();
    submit_answers(&answers)
}

pub fn submit_answers(answers: &str) -> Command<Text> {
    let answers = Some(Text::parse(answers, Limit::Answers).unwrap());
    Command::SubmitRevision { artefact: plan(), stage: Stage::Final, answers, files: Vec::new() }
}

pub fn approve() -> Command<Text> {
    Command::ReviewRevision {
        artefact: plan(),
        party: party("ict"),
        verdict: Verdict::Approve,
        note: None,
        answers: Vec::new(),
    }
}

pub fn judge(criterion: usize) -> Command<Text> {
    Command::JudgeCriterion {
        criterion: CriterionKey::parse(format!("c{criterion}")).unwrap(),
        party: party("ict"),
        answer: Answer::Met,
        proof: Proof::Paper,
        motivation: Some(note("Demo: gezien.")),
    }
}

pub fn decide(outcome: Outcome) -> Command<Text> {
    Command::DecideGate {
        gate: GateKey::parse("g0").unwrap(),
        outcome,
        motivation: note("Demo: besloten."),
        lessons: Some(note("Demo: geleerd.")),
        conditions: Vec::new(),
    }
}

async fn settle(store: &Store) -> (OrganisationId, FunnelVersionId, BTreeMap<&'static str, Principal>) {
    let new = NewOrganisation { name: name("Demo Zorg"), phone: name("000"), language: "nl".to_owned() };
    let organisation = store.create_organisation(new).await.unwrap();
    for key in ["zorg", "ict", "raad"] {
        let new = NewParty { key: party(key), name_nl: name(key), name_en: name(key) };
        store.create_party(organisation, new).await.unwrap();
    }
    let mut people = BTreeMap::new();
    for (who, parties, roles) in PEOPLE {
        let new = NewPerson {
            account: None,
            name: name(&format!("Demo {who}")),
            email: Text::parse(&format!("{who}@demo.example"), Limit::Address).unwrap(),
            function: name("demofunctie"),
            roles: roles.iter().copied().collect::<BTreeSet<_>>(),
            language: "nl".to_owned(),
        };
        let id = store.create_person(organisation, new).await.unwrap();
        for member in *parties {
            let chair = member.starts_with('*');
            store.set_member(organisation, &party(member.trim_start_matches('*')), id, chair).await.unwrap();
        }
        let person = store.roster(organisation).await.unwrap().persons[&id].person();
        people.insert(*who, Principal { organisation, actor: engine::Actor::Person(person) });
    }
    let funnel = store.publish_funnel(organisation, FUNNEL).await.unwrap_or_else(|error| panic!("{error:#?}"));
    (organisation, funnel, people)
}
