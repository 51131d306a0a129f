//! A provider with a client council, its coach and a works council, and what was asked of them.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use engine::{
    ArtefactKey, Command, ConsultationAct, ConsultationCommand, ConsultationKey, FileRef, FunnelVersionId, PartyKey,
    PersonId, ProjectId, Seen, Stage, StartProject,
};
use persistence::{
    Error, IdempotencyKey, Limit, NewFile, NewParty, NewPerson, PageRequest, Principal, Receipt, StartRequest, Text,
};
use server::worker;

use crate::house::{House, Reply, text};

/// The people beside the lead: the name, the party, whether they chair it, and their language.
const PEOPLE: &[(&str, &str, bool, &str)] = &[
    ("voorzitter", "clientenraad", true, "nl"),
    ("ria", "clientenraad", false, "nl"),
    ("jan", "clientenraad", false, "en"),
    ("coach", "raadscoach", false, "nl"),
    ("secretaris", "secretaris", false, "nl"),
    ("or", "ondernemingsraad", true, "nl"),
    ("ict", "ict", false, "nl"),
    ("bestuur", "raad", true, "nl"),
];

pub const PDF: &[u8] = b"%PDF-1.7\nuitleg met plaatjes\n%%EOF\n";

pub struct Council {
    pub house: House,
    pub project: ProjectId,
    pub people: BTreeMap<&'static str, PersonId>,
    pub file: uuid::Uuid,
}

pub fn party(key: &str) -> PartyKey {
    PartyKey::parse(key).expect("a key")
}

pub fn note(text: &str) -> Text {
    Text::parse(text, Limit::Note).expect("a note")
}

/// A body of a form.
pub fn form(pairs: &[(&str, &str)]) -> String {
    let escaped = |text: &str| -> String {
        text.bytes()
            .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect()
    };
    pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect::<Vec<_>>().join("&")
}

/// What a browser would send of a page: its hidden fields.
pub fn hidden(page: &str) -> Vec<(String, String)> {
    let inputs = page.split("<input type=\"hidden\" name=\"").skip(1);
    inputs
        .map(|input| {
            let (name, rest) = input.split_once("\" value=\"").expect("a value");
            let value = rest.split('"').next().unwrap_or_default();
            let value = value.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"");
            (name.to_owned(), value.replace("&#39;", "'"))
        })
        .collect()
}

impl Council {
    pub async fn open() -> Self {
        Self::with(&[("TRECHTER_PROFILE", "development")]).await
    }

    /// A project whose documents are there, and nothing is asked yet.
    pub async fn with(pairs: &[(&str, &str)]) -> Self {
        let house = House::with(pairs).await;
        let (store, organisation) = (house.store.clone(), house.organisation);
        for key in ["zorg", "ict", "raad", "clientenraad", "raadscoach", "secretaris", "ondernemingsraad"] {
            let new = NewParty { key: party(key), name_nl: text(key), name_en: text(key) };
            match store.create_party(organisation, new).await {
                Ok(()) | Err(Error::Exists) => {}
                Err(error) => panic!("{error}"),
            }
        }
        let mut people = BTreeMap::new();
        for (who, of, chair, language) in PEOPLE {
            let new = NewPerson {
                account: None,
                name: text(&format!("Demo {who}")),
                email: Text::parse(&format!("{who}@een.example"), Limit::Address).expect("an address"),
                function: text("demofunctie"),
                roles: BTreeSet::new(),
                language: (*language).to_owned(),
            };
            let id = store.create_person(organisation, new).await.expect("a person");
            store.set_member(organisation, &party(of), id, *chair).await.expect("a member");
            people.insert(*who, id);
        }
        let source = include_str!("../../../../persistence/tests/all/council.yaml");
        let funnel = store.publish_funnel(organisation, source).await.unwrap_or_else(|error| panic!("{error:#?}"));
        let project = start(&house, funnel).await;
        let mut council = Self { house, project, people, file: uuid::Uuid::nil() };
        council.documents().await;
        council
    }

    pub fn principal(&self, who: &str) -> Principal {
        let id = self.people.get(who).copied().unwrap_or(self.house.lead);
        let person = engine::Person { id, function: String::new(), roles: BTreeSet::new() };
        Principal { organisation: self.house.organisation, actor: engine::Actor::Person(person) }
    }

    pub async fn act(&self, who: &str, command: Command<Text>) -> Result<Receipt, Error> {
        let key = IdempotencyKey::parse(&uuid::Uuid::now_v7().to_string()).expect("a key");
        let view = self.house.store.project(&self.principal("lead"), self.project).await.expect("the project");
        let documents = view.state.artefacts.iter();
        let principal = self.principal(who);
        let context = engine::Context {
            actor: &principal.actor,
            now: self.house.store.now(),
            parties: &view.roster.members,
            organisation: &view.roster.organisation,
            calendar: self.house.store.calendar(),
            on_behalf_of: None,
            migrate_to: None,
            submission: None,
        };
        let seen = Seen {
            readiness: engine::readiness(&view.definition.funnel, &view.state, &context).map(|r| r.digest()),
            revisions: documents.map(|(key, document)| (key.clone(), document.current.hash)).collect(),
            ..Seen::default()
        };
        let request = persistence::Request { key, seen, command };
        self.house.store.execute(&principal, self.project, request).await
    }

    pub async fn on(&self, who: &str, consultation: u32, act: ConsultationAct<Text>) -> Receipt {
        let command = ConsultationCommand::On { consultation, act };
        self.act(who, Command::Consultation { command }).await.unwrap_or_else(|error| panic!("{who}: {error:?}"))
    }

    pub async fn submit(&self, artefact: &str, answers: &serde_json::Value, files: Vec<FileRef>) {
        let command = Command::SubmitRevision {
            artefact: ArtefactKey::parse(artefact).expect("a key"),
            stage: Stage::Final,
            answers: Some(Text::parse(&answers.to_string(), Limit::Answers).expect("answers")),
            files,
        };
        self.act("lead", command).await.unwrap_or_else(|error| panic!("{artefact}: {error:?}"));
    }

    async fn documents(&mut self) {
        let artefact = ArtefactKey::parse("samenvatting").expect("a key");
        let staged = self.house.store.stage(Box::pin(futures::stream::iter([Ok::<_, std::io::Error>(PDF.into())]))).await;
        let file = NewFile {
            project: self.project,
            artefact,
            name: text("Uitleg met plaatjes.pdf"),
            media_type: "application/pdf".to_owned(),
        };
        let kept = self.house.store.keep_file(&self.principal("lead"), file, staged.expect("a file")).await.expect("kept");
        self.file = kept.id.0;
        let summary = serde_json::json!({
            "what": "Een app op uw telefoon. De app helpt u om beter te slapen. U vult elke dag in hoe u sliep.",
            "change": "- U kiest zelf of u de app gebruikt.\n- De verpleging kijkt alleen mee als u dat wilt.\n- Het kost u niets.",
            "choice": "always"
        });
        self.submit("samenvatting", &summary, vec![kept.reference()]).await;
        let risks = serde_json::json!({
            "risks": [
                { "risk": "U moet een telefoon hebben.", "measure": "U kunt er een lenen." },
                { "risk": "De app bewaart gegevens over uw slaap.", "measure": "Alleen uw behandelaar ziet ze." }
            ],
            "tested_on": "2026-11-02",
            "certain": true
        });
        self.submit("risicos", &risks, Vec::new()).await;
    }

    /// Asks what the gate demands; gives the number of the consultation.
    pub async fn ask(&self, kind: &str, question: &str, summary: Option<&str>) -> u32 {
        let command = ConsultationCommand::Open {
            kind: ConsultationKey::parse(kind).expect("a key"),
            question: note(question),
            summary: summary.map(note),
            due: None,
        };
        self.act("lead", Command::Consultation { command }).await.unwrap_or_else(|error| panic!("{kind}: {error:?}"));
        self.state().await.consultations.last
    }

    /// Asks for advice, as most tests do.
    pub async fn ask_advice(&self) -> u32 {
        self.ask("advies", "Wat vindt u van de slaapcoach-app?", None).await
    }

    pub async fn state(&self) -> engine::Project {
        self.house.store.project(&self.principal("lead"), self.project).await.expect("the project").state
    }

    /// Every mail there is, after the worker planned what there was to plan.
    pub async fn mails(&self) -> Vec<persistence::DeliveryItem> {
        let worker = worker(&self.house.app).expect("a worker");
        while worker.mail().await.expect("work") {}
        let system = Principal::system(self.house.organisation);
        self.house.store.deliveries(&system, &PageRequest::start()).await.expect("mails").items
    }

    /// The path in the newest letter to somebody.
    pub async fn link(&self, who: &str) -> String {
        let address = format!("{who}@een.example");
        let mails = self.mails().await;
        let mail = mails.iter().find(|mail| mail.to_address == address && mail.letter.text.contains("/raad/"));
        let mail = mail.unwrap_or_else(|| panic!("no letter with a link to {who}"));
        let at = mail.letter.text.find("/raad/").expect("a link");
        mail.letter.text[at..at + "/raad/".len() + 64].to_owned()
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.house.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// A page that is there.
    pub async fn page(&self, path: &str) -> String {
        let reply = self.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text());
        reply.text()
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Reply {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            // As browsers do from a page without referrer.
            .header(header::ORIGIN, "null");
        self.house.send(request.body(Body::from(form(pairs))).expect("a request")).await
    }

    /// Fills in a screen that is shown, and presses its button.
    pub async fn fill(&self, path: &str, shown: &str, filled: &[(&str, &str)]) -> Reply {
        let hidden = hidden(shown);
        let mut pairs: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        pairs.extend(filled);
        self.post(path, &pairs).await
    }

    /// Fills in a screen with a file, as a browser without script sends it.
    pub async fn fill_with_file(
        &self,
        path: &str,
        shown: &str,
        filled: &[(&str, &str)],
        (name, bytes): (&str, &[u8]),
    ) -> Reply {
        let hidden = hidden(shown);
        let pairs = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(filled.iter().copied());
        let mut body = Vec::new();
        for (name, value) in pairs {
            let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let head = format!("--edge\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat());
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::ORIGIN, "null");
        self.house.send(request.body(Body::from(body)).expect("a request")).await
    }

    /// Walks through the screens of an act up to its check page.
    pub async fn until_check(&self, path: &str, screens: &[&[(&str, &str)]]) -> String {
        let mut shown = self.page(path).await;
        for filled in screens {
            let reply = self.fill(path, &shown, filled).await;
            assert_eq!(reply.status, StatusCode::OK, "{filled:?}: {}", reply.text());
            shown = reply.text();
        }
        assert!(shown.contains("name=\"vastleggen\""), "no check page: {shown}");
        shown
    }

    /// The whole act; gives the page after it.
    pub async fn whole(&self, path: &str, screens: &[&[(&str, &str)]]) -> String {
        let check = self.until_check(path, screens).await;
        let reply = self.fill(path, &check, &[("vastleggen", "ja")]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        self.page(reply.header(header::LOCATION)).await
    }

    /// Everything that the provider can read: the log, the mails to its people, the tasks.
    pub async fn all_that_the_provider_sees(&self) -> String {
        let lead = self.principal("lead");
        let page = self.house.store.timeline(&lead, self.project, &PageRequest::start()).await.expect("a timeline");
        let log = self.house.store.consultation(&lead, self.project, 1).await.expect("a consultation");
        let mails = self.mails().await;
        let provider = |mail: &&persistence::DeliveryItem| {
            ["lead@", "ict@", "bestuur@", "secretaris@"].iter().any(|who| mail.to_address.starts_with(who))
        };
        let mails: Vec<_> = mails.iter().filter(provider).collect();
        format!("{page:?} {log:?} {mails:?} {:?}", self.state().await)
    }
}

async fn start(house: &House, funnel: FunnelVersionId) -> ProjectId {
    let roles = BTreeSet::from([engine::Role::InnovationManager]);
    let actor = engine::Person { id: house.lead, function: "projectleider".into(), roles };
    let principal = Principal { organisation: house.organisation, actor: engine::Actor::Person(actor) };
    let title = Text::parse("Slaapcoach", Limit::Title).expect("a title");
    let summary = Text::parse("Om te proberen.", Limit::Summary).expect("a summary");
    let key = IdempotencyKey::parse("council").expect("a key");
    let command = StartProject { title, summary, lead: house.lead, funnel, bring_in: None };
    house.store.start(&principal, StartRequest { key, command }).await.expect("a project").project
}
