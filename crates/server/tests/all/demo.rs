//! The demo: made once, by real commands, in the states that it promises.

use std::collections::BTreeMap;
use std::ffi::OsString;

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use engine::{CheckState, Event, Lifecycle, Readiness};
use persistence::{PageRequest, Principal, ProjectFilter, ProjectView, Store, TaskFilter};
use server::config::Settings;
use server::{App, Stop, demo, router, store_config};
use tower::ServiceExt;

struct Told {
    store: Store,
    system: Principal,
}

impl Told {
    async fn open(settings: &Settings) -> Self {
        let store = Store::open(&store_config(settings)).await.expect("a store");
        let organisations = store.organisations().await.expect("organisations");
        assert_eq!(organisations.len(), 1);
        assert_eq!(organisations[0].name, "Demo GGZ (voorbeeldgegevens)");
        let system = Principal::system(organisations[0].id);
        Self { store, system }
    }

    async fn projects(&self) -> BTreeMap<String, ProjectView> {
        let page =
            self.store.projects(&self.system, &ProjectFilter::default(), &PageRequest::start()).await.expect("projects");
        let mut views = BTreeMap::new();
        for item in page.items {
            views.insert(item.title, self.store.project(&self.system, item.id).await.expect("a project"));
        }
        views
    }

    fn readiness(&self, view: &ProjectView) -> Option<Readiness> {
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
    demo::make(&settings).await.expect("the demo");
    let told = Told::open(&settings).await;
    promised_states(&told).await;
    sound(&told).await;
    mails(&settings, &told).await;
    let before: Vec<u64> = told.projects().await.values().map(|view| view.version).collect();
    told.store.close().await;

    // A second start finds it; and a start after a making that was broken off completes it without doing anything twice.
    demo::make(&settings).await.expect("again");
    std::fs::remove_file(settings.data_dir.join("demo-is-made")).expect("the mark");
    demo::make(&settings).await.expect("after a break");
    let told = Told::open(&settings).await;
    let after: Vec<u64> = told.projects().await.values().map(|view| view.version).collect();
    assert_eq!(before, after);
    told.store.close().await;
    let _ = std::fs::remove_dir_all(folder);
}

async fn promised_states(told: &Told) {
    let projects = told.projects().await;
    assert_eq!(projects.len(), 6);
    let find =
        |word: &str| projects.iter().find(|(title, _)| title.contains(word)).map(|(_, view)| view).expect("a project");
    let phase = |word: &str| find(word).state.phase.as_str().to_owned();
    assert_eq!(phase("Beeldbellen"), "selectie");
    assert_eq!(phase("Slaapcoach"), "idee");
    assert_eq!(find("Sensoren").state.lifecycle, Lifecycle::Stopped);
    let ready = told.readiness(find("VR")).expect("an open gate");
    assert_eq!(ready.blockers().count(), 0, "ready for the decision");
    let stale = told.readiness(find("Crisis")).expect("an open gate");
    assert!(stale.checks.iter().any(|check| check.state == CheckState::Stale), "an answer is stale");
    let portal =
        told.store.timeline(&told.system, find("portaal").state.id, &PageRequest::start()).await.expect("a timeline");
    let decided = portal.items.iter().filter(|item| matches!(item.recorded.event, Event::GateDecided { .. })).count();
    assert_eq!(decided, 1, "the decision that was refused left nothing behind");
    assert!(portal.items.iter().any(|item| matches!(item.recorded.event, Event::TaskOverdue { .. })), "something is late");
    let tasks = told.store.tasks(&told.system, TaskFilter::Others, &PageRequest::start()).await.expect("tasks");
    let today = told.store.now().today;
    assert!(tasks.items.iter().any(|item| item.task.due < today), "something is late in an inbox");
}

async fn sound(told: &Told) {
    let report = told.store.verify().await.expect("a report");
    assert_eq!(report.findings, []);
    assert_eq!(report.projects, 6);
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
    let page = told.store.deliveries(&told.system, &PageRequest::start()).await.expect("deliveries");
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
