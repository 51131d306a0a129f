//! The demo: made once, by real commands, in the states that it promises.

use std::collections::BTreeMap;
use std::ffi::OsString;

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use engine::{AdviceVerdict, Blocker, CheckState, ConsultationEvent, Event, EvidenceStanding, Lifecycle, Readiness};
use persistence::{PageRequest, Principal, ProjectFilter, ProjectView, Store, TaskFilter};
use server::config::Settings;
use server::{App, Stop, demo, router, store_config};
use tower::ServiceExt;

struct Told {
    store: Store,
    /// Time in each organisation, by its name.
    systems: BTreeMap<String, Principal>,
}

const GGZ: &str = "Demo GGZ (voorbeeldgegevens)";
const YOUTH: &str = "Demo Jeugdzorg (voorbeeldgegevens)";

/// One project and all that happened in it.
struct Shown {
    view: ProjectView,
    events: Vec<Event>,
}

impl Shown {
    fn happened(&self, what: impl Fn(&Event) -> bool) -> bool {
        self.events.iter().any(what)
    }

    /// Everything that happened in consultations of one kind.
    fn consulted(&self, what: impl Fn(&ConsultationEvent) -> bool) -> usize {
        let event = |event: &&Event| matches!(event, Event::Consultation { event, .. } if what(event));
        self.events.iter().filter(event).count()
    }
}

impl Told {
    async fn open(settings: &Settings) -> Self {
        let store = Store::open(&store_config(settings)).await.expect("a store");
        let organisations = store.organisations().await.expect("organisations");
        let systems: BTreeMap<_, _> =
            organisations.into_iter().map(|view| (view.name, Principal::system(view.id))).collect();
        assert_eq!(systems.keys().collect::<Vec<_>>(), [GGZ, YOUTH]);
        Self { store, systems }
    }

    async fn projects(&self, organisation: &str) -> BTreeMap<String, Shown> {
        let system = &self.systems[organisation];
        let page = self.store.projects(system, &ProjectFilter::default(), &PageRequest::start()).await.expect("projects");
        let mut shown = BTreeMap::new();
        for item in page.items {
            let view = self.store.project(system, item.id).await.expect("a project");
            let mut events = Vec::new();
            let mut next = PageRequest::start();
            loop {
                let page = self.store.timeline(system, item.id, &next).await.expect("a timeline");
                events.extend(page.items.into_iter().map(|item| item.recorded.event));
                let Some(more) = page.next else { break };
                next = PageRequest::parse(100, Some(more.as_str())).expect("a page");
            }
            shown.insert(item.title, Shown { view, events });
        }
        shown
    }

    async fn versions(&self) -> Vec<u64> {
        let (ggz, youth) = (self.projects(GGZ).await, self.projects(YOUTH).await);
        ggz.values().chain(youth.values()).map(|shown| shown.view.version).collect()
    }

    fn readiness(&self, shown: &Shown) -> Option<Readiness> {
        let view = &shown.view;
        let context = engine::Context {
            actor: &engine::Actor::System,
            now: self.store.now(),
            parties: &view.roster.members,
            calendar: self.store.calendar(),
            organisation: &view.roster.organisation,
            on_behalf_of: None,
            migrate_to: None,
            submission: None,
        };
        engine::readiness(&view.definition.funnel, &view.state, &context)
    }
}

fn settings() -> (Settings, std::path::PathBuf) {
    let folder = std::env::temp_dir().join(format!("trechter-demo-{}", uuid::Uuid::now_v7()));
    let pairs: [(&str, OsString); 5] = [
        ("TRECHTER_PROFILE", "development".into()),
        ("TRECHTER_PASSWORD_MEMORY_KIB", "64".into()),
        ("TRECHTER_PASSWORD_PASSES", "1".into()),
        ("TRECHTER_SMTP_URL", "smtp://127.0.0.1:1".into()),
        ("TRECHTER_DATA_DIR", folder.clone().into()),
    ];
    let env = pairs.map(|(name, value)| (OsString::from(name), value));
    (Settings::load(None, env).expect("settings").for_demo(), folder)
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_made_once_and_tells_its_story() {
    let (settings, folder) = settings();
    std::fs::create_dir_all(&settings.data_dir).expect("a folder");
    // A making that was broken off after some months goes on where it stopped.
    let today = jiff::Zoned::now().with_time_zone(settings.zone.clone());
    let months_ago = today.checked_sub(jiff::Span::new().months(20)).expect("a day");
    demo::make_until(&settings, &today, &months_ago).await.expect("the beginning");
    demo::make(&settings).await.expect("the demo");
    let told = Told::open(&settings).await;
    promised_states(&told).await;
    youth(&told).await;
    sound(&told).await;
    mails(&settings, &told).await;
    let before = told.versions().await;
    told.store.close().await;

    // A second start finds it, also when only the mark of its end is gone.
    demo::make(&settings).await.expect("again");
    std::fs::remove_file(settings.data_dir.join("demo-is-made")).expect("the mark");
    demo::make(&settings).await.expect("after a break");
    let told = Told::open(&settings).await;
    assert_eq!(before, told.versions().await);
    told.store.close().await;
    let _ = std::fs::remove_dir_all(folder);
}

/// Terms, weekends and holidays fall otherwise on another day; the story can be told all the same.
#[tokio::test(flavor = "multi_thread")]
async fn it_can_be_made_on_a_sunday_after_the_holidays() {
    let (settings, folder) = settings();
    std::fs::create_dir_all(&settings.data_dir).expect("a folder");
    let day = jiff::civil::date(2027, 1, 3).at(11, 0, 0, 0).to_zoned(settings.zone.clone()).expect("a moment");
    demo::make_until(&settings, &day, &day).await.expect("the demo");
    let told = Told::open(&settings).await;
    sound(&told).await;
    told.store.close().await;
    let _ = std::fs::remove_dir_all(folder);
}

async fn promised_states(told: &Told) {
    let projects = told.projects(GGZ).await;
    assert_eq!(projects.len(), 15);
    versions(&projects);
    let find =
        |word: &str| projects.iter().find(|(title, _)| title.contains(word)).map(|(_, shown)| shown).expect("a project");
    let phase = |word: &str| find(word).view.state.phase.as_str().to_owned();
    let at: Vec<String> = ["Slaapcoach", "AI", "Medicatie", "Sensoren", "portaal", "VR", "Herinnering"].map(phase).into();
    assert_eq!(at, ["idee", "verkenning", "selectie", "proef", "invoering", "in-gebruik", "in-gebruik"]);
    consultations(find("Beeldbellen"), find("VR"), find("Sensoren"));
    in_use(told, find("Beeldbellen"), find("VR"), find("Crisis"));
    ends(find("Chatten"), find("Alarmknop"), find("Vragenlijsten"));

    let medication = find("Medicatie");
    assert!(!medication.view.state.early.contracts.is_empty(), "the contract came before ICT");
    assert!(find("AI").view.state.hold.is_some(), "decided to wait");
    let portal = find("portaal");
    let stale = |check: &engine::Check| check.state == CheckState::Stale;
    assert!(told.readiness(portal).expect("an open gate").checks.iter().any(stale), "an answer is stale");
    let confirmed = |event: &Event| {
        matches!(event, Event::CriterionJudged { confirmed: true, .. } | Event::RevisionReviewed { confirmed: true, .. })
    };
    assert!(portal.happened(confirmed), "an answer was confirmed");
    assert!(portal.happened(|event| matches!(event, Event::TaskOverdue { .. })), "something was late");
    let refused = portal.events.iter().filter(|event| matches!(event, Event::GateDecided { .. })).count();
    assert_eq!(refused, 4, "the decision that was refused left nothing behind");

    radiates(told, &projects);
    let tasks = told.store.tasks(&told.systems[GGZ], TaskFilter::Others, &PageRequest::start()).await.expect("tasks");
    let today = told.store.now().today;
    assert!(tasks.items.iter().any(|item| item.task.due < today), "something is late in an inbox");
}

/// Who began on the second version was moved to the third, but for two small projects and the one that was stopped.
fn versions(projects: &BTreeMap<String, Shown>) {
    let on = |version: u32| {
        let those = projects.iter().filter(move |(_, shown)| shown.view.definition.version == version);
        those.map(|(title, _)| title.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(on(2), ["Chatten met het team", "Inchecken met uw telefoon", "Vragenkaart voor uw gesprek"]);
    assert_eq!(on(3).len(), 12);
    let moved = |shown: &&Shown| shown.happened(|event| matches!(event, Event::ProjectMigrated { .. }));
    assert_eq!(projects.values().filter(moved).count(), 11, "the twelfth began after it");
    for title in ["Inchecken met uw telefoon", "Vragenkaart voor uw gesprek"] {
        assert_eq!(projects[title].view.state.phase.as_str(), "verkenning");
        assert!(projects[title].view.state.round.is_some(), "a gate is open, so that a preview has something to tell");
    }
}

fn consultations(video: &Shown, vr: &Shown, sensors: &Shown) {
    let verdict = |verdict: AdviceVerdict| move |event: &ConsultationEvent| matches!(event, ConsultationEvent::Established { advice, .. } if advice.verdict == verdict);
    assert_eq!(video.consulted(verdict(AdviceVerdict::Negative)), 1);
    assert!(video.consulted(verdict(AdviceVerdict::Positive)) > 0);
    assert_eq!(video.consulted(|event| matches!(event, ConsultationEvent::Conferred { .. })), 1);
    assert_eq!(video.consulted(|event| matches!(event, ConsultationEvent::Responded { .. })), 2);
    assert_eq!(vr.consulted(verdict(AdviceVerdict::ConsentWithheld)), 1);
    let again = |event: &ConsultationEvent| matches!(event, ConsultationEvent::Opened { replaces: Some(_), .. });
    assert_eq!(vr.consulted(again), 1, "a new request after consent was withheld");
    assert_eq!(vr.consulted(verdict(AdviceVerdict::ConsentGiven)), 1);
    let open = |known: &engine::Consultation| known.is_asked() && known.body.as_str() == "clientenraad";
    assert!(sensors.view.state.consultations.standing.values().any(open), "the council has the word now");
    let opined = sensors.consulted(|event| matches!(event, ConsultationEvent::Opined { .. }));
    assert_eq!(opined, 0, "a member gave an opinion, and nobody outside the body hears of it");
}

fn in_use(told: &Told, video: &Shown, vr: &Shown, crisis: &Shown) {
    let today = told.store.now().today;
    let conditional = |event: &Event| matches!(event, Event::GateDecided { outcome: engine::Outcome::ConditionalGo, .. });
    assert!(video.happened(conditional));
    assert!(video.view.state.conditions.open.values().any(|condition| condition.terms.due < today), "overdue");
    assert!(!video.view.state.extra.is_empty(), "and that called a decision");
    assert_eq!(vr.view.state.changes.open.len(), 1, "a change is open");
    assert_eq!(crisis.view.state.signals.open.len(), 1, "a signal is open");
    assert!(!crisis.view.state.suspended.is_empty(), "and the use is suspended");
    assert!(crisis.view.state.rollouts.started > 0);
}

fn ends(chat: &Shown, alarm: &Shown, lists: &Shown) {
    assert_eq!(chat.view.state.lifecycle, Lifecycle::Stopped);
    assert!(chat.happened(|event| matches!(event, Event::GateDecided { lessons: Some(_), .. })), "with lessons");
    let closing = |terms: &engine::Terms| matches!(terms.demand, engine::Demand::Closing { .. });
    assert!(chat.view.state.conditions.open.values().any(|condition| closing(&condition.terms)), "work is left");
    let accepted = |event: &Event| matches!(event, Event::Condition { event: engine::ConditionEvent::Accepted { .. }, .. });
    assert!(chat.happened(accepted), "and some was done");
    let ended = |event: &Event| {
        let term = engine::EmergencyEnd::Term;
        matches!(event, Event::Emergency(engine::EmergencyEvent::Ended { how }) if *how == term)
    };
    assert!(alarm.happened(ended), "emergency use ended by itself");
    assert!(alarm.view.state.emergency.open.is_none());
    assert!(lists.happened(|event| matches!(event, Event::ProjectBroughtIn { .. })));
}

/// What ran out keeps the gates of every project shut that rests on it.
fn radiates(told: &Told, projects: &BTreeMap<String, Shown>) {
    let gap =
        |blocker: &Blocker| matches!(blocker, Blocker::OrganisationEvidence { standing: EvidenceStanding::Expired(_), .. });
    let hit = projects.values().filter_map(|shown| told.readiness(shown));
    let hit = hit.filter(|readiness| readiness.blockers().any(gap)).count();
    assert!(hit >= 2, "{hit} projects");
    let expired = |blocker: &Blocker| matches!(blocker, Blocker::EvidenceExpired { .. });
    let modules = told.readiness(&projects["Online modules bij somberheid"]).expect("an open gate");
    assert!(modules.blockers().any(expired), "the supplier's certificate ran out");
    let noted = |shown: &&Shown| shown.happened(|event| matches!(event, Event::EvidenceChanged { .. }));
    let told: Vec<_> = projects.iter().filter(|(_, shown)| noted(shown)).map(|(title, _)| title).collect();
    assert!(told.len() >= 2, "and they were told: {told:?}");
}

async fn youth(told: &Told) {
    let projects = told.projects(YOUTH).await;
    let phases: Vec<_> = projects.values().map(|shown| shown.view.state.phase.as_str().to_owned()).collect();
    assert_eq!(phases, ["in-gebruik", "uitproberen", "idee"], "{:?}", projects.keys());
}

async fn sound(told: &Told) {
    let report = told.store.verify().await.expect("a report");
    assert_eq!(report.findings, []);
    assert_eq!(report.projects, 18);
    assert!(told.store.work().await.expect("work").unplanned.is_empty(), "all mail is planned");
}

async fn mails(settings: &Settings, told: &Told) {
    let app = App::new(settings.clone(), told.store.clone(), true, Stop::default()).expect("an app");
    let router = router(&app).expect("a router");
    let get = async |path: &str| {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = router.clone().oneshot(request).await.expect("an answer");
        assert!(response.status().is_success(), "{path} {}", response.status());
        let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("a policy").to_owned();
        (
            String::from_utf8(to_bytes(response.into_body(), 10_000_000).await.expect("a body").to_vec()).expect("text"),
            policy,
        )
    };
    let (list, _) = get("/postvak").await;
    assert!(
        list.contains("Demo GGZ") && list.contains("@demo.example") && list.contains("Deze server verstuurt geen e-mail")
    );
    assert!(list.contains("blijft in dit postvak"));
    let page = told.store.deliveries(&told.systems[GGZ], &PageRequest::start()).await.expect("deliveries");
    assert!(page.items.len() > 20, "{}", page.items.len());
    let today = told.store.now().at;
    assert!(page.items.iter().all(|mail| mail.created_at < today && mail.sent_at.is_none()));
    let (mail, policy) = get(&format!("/postvak/{}", page.items[0].id)).await;
    assert!(mail.contains("Auto-Submitted") && mail.contains("sandbox=") && mail.contains("Als platte tekst"));
    assert!(policy.contains("frame-ancestors 'none'"));
    let (html, policy) = get(&format!("/postvak/{}/html", page.items[0].id)).await;
    assert!(html.contains("<base target=\"_blank\">"), "{html}");
    assert!(
        policy.contains("frame-ancestors 'self'") && policy.contains("sandbox") && !policy.contains("script"),
        "{policy}"
    );
    let (older, _) = get(&format!("/postvak?na={}", page.cursors[0].as_str())).await;
    assert!(!older.contains(&page.items[0].id.to_string()));
}
