//! Two providers on one database, the second with a canary in every text that people typed.

use std::convert::Infallible;

use engine::{ArtefactKey, EvidenceId, EvidenceKey, FunnelVersionId, GateKey, ProjectId, Timestamp};
use futures::stream;
use graphql::{Api, Language};
use persistence::{
    GateTold, LINK_MARK, Letter, Limit, NewEvidenceFile, NewFile, NewLink, NewRecordFile, Principal, Store, Text,
};
use serde_json::{Value, json};
use server::Stop;
use server::config::Settings;
use server::worker::Worker;
use tests::acts::{Acts as _, Asked, START_DOCUMENT, answers, unique};
use tests::settle::{Cast, Plan, Settled, settle};

/// Stands in every text of the other provider, and nowhere else.
pub const CANARY: &str = "Kanariegeel";

/// Where the first part of the funnel lists what its second gate needs.
const ASKED_AT_G1: &str = "      needs:\n        - artefact: risicoanalyse\n";
/// It asks no council; here it does.
const COUNCIL: &str = "      consultations:
        - id: raad-advies
          body: clientenraad
          right: advice
          question: { nl: Wat vindt u hiervan?, en: What do you think of this? }
          term_days: 10
          documents: [{ artefact: idee }]
";

/// Where a criterion of that gate lists what it rests on.
const RESTS_AT_G1: &str = "          - artefact: risicoanalyse\n            fields: [risks]\n";
/// It rests on no evidence of the organisation; here it does.
const EVIDENCE: &str = "
organisation_evidence:
  - id: nen7510
    name: { nl: Beoordeling, en: Assessment }
    submitted_by: [ict]
    judged_by: kwaliteit
";

/// A party of the funnel, for which nobody else enters answers.
const CARE: &str = "    name: { nl: Zorg, en: Care }\n";
/// Here somebody does.
const RECORDED: &str = "    name: { nl: Zorg, en: Care }\n    recorded_by: [ict]\n";

/// The same roles in both: who leads, who is in a party, who chairs, who manages, who administers, who reads, and who
/// has nothing to do with it.
pub const PEOPLE: &[Cast] = &[
    Cast { name: "lead", parties: &[], roles: &[], language: "nl" },
    Cast { name: "care", parties: &["zorg", "innovatie"], roles: &[], language: "nl" },
    Cast { name: "quality", parties: &["kwaliteit", "*clientenraad"], roles: &[], language: "nl" },
    Cast { name: "ict", parties: &["ict"], roles: &[], language: "nl" },
    Cast { name: "chair", parties: &["*stuurgroep"], roles: &[], language: "nl" },
    Cast { name: "manager", parties: &[], roles: &[engine::Role::InnovationManager], language: "nl" },
    Cast { name: "administrator", parties: &[], roles: &[engine::Role::Administrator], language: "nl" },
    Cast { name: "reader", parties: &[], roles: &[engine::Role::Reader], language: "nl" },
    Cast { name: "outsider", parties: &[], roles: &[], language: "nl" },
];

/// One of the providers, with a project in which everything has happened.
pub struct Side {
    pub api: Api,
    pub store: Store,
    pub settled: Settled,
    pub project: String,
    /// The next version of its funnel.
    pub other_version: FunnelVersionId,
    pub file: String,
    /// A file that was uploaded for evidence of the organisation.
    pub evidence_file: String,
    /// A file that shows what was recorded.
    pub minutes_file: String,
    /// An idempotency key that was used.
    pub key: String,
}

impl Asked for Side {
    async fn answer(&self, who: &str, document: &str, variables: Value) -> Value {
        serde_json::from_str(&self.raw(who, document, variables).await).expect("JSON")
    }

    fn settled(&self) -> &Settled {
        &self.settled
    }
}

impl Side {
    /// The answer as it goes over the wire.
    pub async fn raw(&self, who: &str, document: &str, variables: Value) -> String {
        let body = json!({ "query": document, "variables": variables }).to_string();
        let principal = &self.settled.who(who).principal;
        let reply = self.api.execute(Some(principal), Language::Dutch, body.as_bytes()).await;
        String::from_utf8(reply.body).expect("text")
    }

    pub fn principal(&self, who: &str) -> &Principal {
        &self.settled.who(who).principal
    }

    /// A provider in which there is something of everything. `mark` stands in every text.
    pub async fn make(api: &Api, store: &Store, name: &str, domain: &str, mark: &str) -> Self {
        let (shown, padded) = (format!("{name} {mark}"), format!(" {mark}"));
        let mark_in_names = if mark.is_empty() { "" } else { padded.as_str() };
        let plan = Plan {
            name: shown.trim(),
            domain,
            mark: mark_in_names,
            people: PEOPLE,
            password_hash: Some("nobody signs in with this"),
            without_account: &[],
        };
        let mut settled = settle(store, &plan).await;
        // A funnel of its own, whose names are the provider's own as well.
        let (_, source) = funnel::shipped::FIRST_PART;
        let own = source.replacen("funnel: innovatietrechter-ggz", "funnel: eigen", 1);
        let own = own.replacen(ASKED_AT_G1, &format!("{COUNCIL}{ASKED_AT_G1}"), 1);
        let own = own.replacen(RESTS_AT_G1, &format!("{RESTS_AT_G1}          - organisation: nen7510\n"), 1) + EVIDENCE;
        let own = own.replacen(CARE, RECORDED, 1);
        assert!(own.contains("recorded_by: [ict]"), "ICT enters what care answers");
        assert!(own.contains("raad-advies") && own.contains("organisation: nen7510"), "the gate asks both");
        let own = own.replace("name: { nl: Idee,", &format!("name: {{ nl: Idee{mark_in_names},"));
        settled.funnel = store.publish_funnel(settled.organisation, &own).await.expect("a funnel");
        let next = own.replacen("version: 1", "version: 2", 1);
        let other_version = store.publish_funnel(settled.organisation, &next).await.expect("the next version");
        let (api, store, key) = (api.clone(), store.clone(), unique("start"));
        let mut side = Self {
            api,
            store,
            settled,
            project: String::new(),
            other_version,
            file: String::new(),
            evidence_file: String::new(),
            minutes_file: String::new(),
            key,
        };
        side.organise(mark).await;
        side.project = side.begin(mark).await;
        side.go_on(mark).await;
        side.consult(mark).await;
        side
    }

    /// A reviewed and judged idea, with words at every act.
    async fn begin(&self, mark: &str) -> String {
        let input = json!({ "key": self.key, "title": format!("Crisis-app {mark}").trim(), "summary":
            format!("Een plan op zak. {mark}").trim(), "leadId": self.settled.who("lead").id().to_string(),
            "funnelId": self.settled.funnel.to_string() });
        let started = self.data("lead", START_DOCUMENT, json!({ "i": input })).await;
        let project = started["startProject"]["project"]["id"].as_str().expect("an id").to_owned();
        let facts = "mutation($i: AnswerFactsInput!) { answerFacts(input: $i) { project { id } } }";
        let input =
            json!({ "key": unique("facts"), "projectId": project, "answers": [{ "fact": "impact", "value": "middel" }] });
        self.data("lead", facts, json!({ "i": input })).await;
        self.submit("lead", &project, "idee", &answers("idee", mark)).await;
        let (seen, round, _) = self.seen("care", &project, "idee").await;
        let review = "mutation($i: ReviewRevisionInput!) { reviewRevision(input: $i) { project { id } } }";
        let note = json!({ "key": unique("note"), "projectId": project, "artefact": "idee", "party": "zorg",
            "verdict": "REQUEST_CHANGES", "note": format!("Graag korter. {mark}"), "seenRevision": seen });
        self.data("care", review, json!({ "i": note })).await;
        let judge = "mutation($i: JudgeCriterionInput!) { judgeCriterion(input: $i) { project { id } } }";
        let not_met = json!({ "key": unique("not-met"), "projectId": project, "criterion": "ict-vroeg", "party": "ict",
            "answer": "NOT_MET", "motivation": format!("Geen tijd. {mark}"), "seenRound": round });
        self.data("ict", judge, json!({ "i": not_met })).await;
        for party in ["zorg", "innovatie"] {
            self.approve("care", &project, "idee", party).await;
        }
        self.judge("care", &project, "past-in-zorg", "zorg", Some("idee")).await;
        self.judge("care", &project, "doelen-meetbaar", "innovatie", Some("idee")).await;
        self.judge("ict", &project, "ict-vroeg", "ict", None).await;
        let mut decision = self.decision("care", &project, "g0", "GO").await;
        decision["i"]["motivation"] = json!(format!("Goed idee. {mark}"));
        self.data("care", tests::acts::DECIDE_DOCUMENT, decision).await;
        project
    }

    /// A document with a file, the next one half written, mail, and an act that no mail was planned for.
    async fn go_on(&mut self, mark: &str) {
        let file = self.upload(mark).await;
        let save = "mutation($i: SaveDraftInput!) { saveDraft(input: $i) { artefact { draft { version } } } }";
        let draft = json!({ "projectId": self.project, "artefact": "ict-toets", "answers": answers("ict-toets", mark),
                            "fileIds": [file] });
        self.data("ict", save, json!({ "i": draft })).await;
        let submit = "mutation($i: SubmitRevisionInput!) { submitRevision(input: $i) { project { id } } }";
        let input = json!({ "key": unique("submit"), "projectId": self.project, "artefact": "ict-toets", "stage": "FINAL",
                            "draftVersion": 1 });
        self.data("ict", submit, json!({ "i": input })).await;
        self.minutes_file = self.upload_minutes(mark).await;
        self.file = self.upload(mark).await;
        let draft = json!({ "projectId": self.project, "artefact": "ict-toets", "answers": answers("ict-toets", mark),
                            "fileIds": [self.file] });
        self.data("ict", save, json!({ "i": draft })).await;
        self.submit("care", &self.project, "risicoanalyse", &answers("risicoanalyse", mark)).await;
        let settings = Settings::defaults().expect("settings");
        let worker =
            Worker::new(self.store.clone(), &settings.mail, &settings.public_url, Stop::default()).expect("a worker");
        while worker.mail().await.expect("mail is planned") {}
        let mut words = self.judgement("quality", &self.project, "client-risico", "kwaliteit", Some("risicoanalyse")).await;
        words["i"]["motivation"] = json!(format!("De batterij ontbreekt. {mark}"));
        words["i"]["answer"] = json!("NOT_MET");
        let judge = "mutation($i: JudgeCriterionInput!) { judgeCriterion(input: $i) { project { id } } }";
        self.data("quality", judge, words).await;
        let (seen, ..) = self.seen("quality", &self.project, "risicoanalyse").await;
        let note = json!({ "key": unique("note"), "projectId": self.project, "artefact": "risicoanalyse",
            "party": "kwaliteit", "verdict": "APPROVE", "note": format!("Helder. {mark}"), "seenRevision": seen });
        self.data("quality", tests::acts::REVIEW_DOCUMENT, json!({ "i": note })).await;
        // Somebody is signed in.
        self.settled.cookie(&self.store, "lead").await;
    }

    /// A council that was asked, deliberated and advised, advised unasked, and asked to be asked; and work that began early.
    async fn consult(&self, mark: &str) {
        let words = |text: &str| format!("{text} {mark}").trim().to_owned();
        let advice =
            |verdict: &str| json!({ "verdict": verdict, "text": words("Doe het niet."), "minority": words("Doe het wel.") });
        let acts = [
            (
                "lead",
                "openConsultation",
                "OpenConsultationInput",
                json!({ "kind": "raad-advies", "question": words("Wat vindt u?"), "summary": words("Een plan op zak.") }),
            ),
            ("quality", "giveOpinion", "GiveOpinionInput", json!({ "consultation": 1, "opinion": words("Ik twijfel.") })),
            (
                "quality",
                "establishAdvice",
                "EstablishAdviceInput",
                json!({ "consultation": 1, "advice": advice("NEGATIVE") }),
            ),
            (
                "lead",
                "confer",
                "ConferInput",
                json!({ "consultation": 1, "on": self.store.now().today.to_string(), "note": words("Wij praatten.") }),
            ),
            (
                "quality",
                "volunteerAdvice",
                "VolunteerAdviceInput",
                json!({ "body": "clientenraad", "advice": advice("POSITIVE_WITH_POINTS") }),
            ),
            (
                "quality",
                "requestConsultation",
                "RequestConsultationInput",
                json!({ "body": "clientenraad", "question": words("Mogen wij advies geven?") }),
            ),
            (
                "lead",
                "reportWork",
                "ReportWorkInput",
                json!({ "phase": "selectie", "beganOn": self.store.now().today.to_string(), "note": words("De leverancier is er al.") }),
            ),
        ];
        for (who, act, kind, mut input) in acts {
            input["key"] = json!(unique(act));
            input["projectId"] = json!(self.project);
            let document = format!("mutation($i: {kind}!) {{ {act}(input: $i) {{ project {{ id }} }} }}");
            self.data(who, &document, json!({ "i": input })).await;
        }
        // The chair asks for a new link to the first of them.
        let (text, html) = (words(LINK_MARK), words(LINK_MARK));
        let link = NewLink {
            token: self.store.new_link_token(),
            person: self.settled.who("quality").id(),
            project: ProjectId(self.project.parse().expect("an id")),
            consultation: 1,
            until: Timestamp(self.store.now().at.0 + 86_400_000_000),
        };
        let letter = Letter { subject: words("Uw nieuwe link"), text, html };
        let project = link.project;
        assert!(self.store.renew_link(self.settled.organisation, link, letter).await.expect("a link"));
        // And its deciders were told that they can decide.
        let told = GateTold { project, round: Some((GateKey::parse("g1").expect("a key"), 1)) };
        let told = self.store.planned_and_told(self.settled.organisation, &[], Vec::new(), vec![told]);
        told.await.expect("it is kept");
    }

    /// An organisation in which everything was settled, proved, judged, agreed and asked.
    async fn organise(&mut self, mark: &str) {
        let words = |text: &str| format!("{text} {mark}").trim().to_owned();
        self.evidence_file = self.upload_evidence(mark, &words("Kind")).await;
        let (today, later) = (self.store.now().today, self.store.now().today.saturating_add(time::Duration::days(30)));
        let who = |name: &str| self.settled.who(name).id().to_string();
        let acts = [
            ("administrator", "setBoard", "SetBoardInput", json!({ "party": "stuurgroep" })),
            (
                "administrator",
                "setBody",
                "SetBodyInput",
                json!({ "body": "clientenraad", "termDays": 10, "coachedBy": "secretaris" }),
            ),
            (
                "administrator",
                "nameSupplier",
                "NameSupplierInput",
                json!({ "supplier": "leverancier", "name": words("Leverancier") }),
            ),
            (
                "administrator",
                "delegate",
                "DelegateInput",
                json!({ "party": "ict", "fromId": who("ict"), "toId": who("care"), "first": today.to_string(), "last": later.to_string() }),
            ),
            (
                "ict",
                "submitEvidence",
                "SubmitEvidenceInput",
                json!({ "kind": "nen7510", "text": words("Een verslag."), "fileIds": [self.evidence_file] }),
            ),
            (
                "quality",
                "judgeEvidence",
                "JudgeEvidenceInput",
                json!({ "kind": "nen7510", "revision": 1, "sufficient": false, "motivation": words("Te oud.") }),
            ),
            (
                "chair",
                "adoptPlan",
                "AdoptPlanInput",
                json!({ "kind": "nen7510", "plan": words("Wij vragen een nieuwe."), "due": later.to_string() }),
            ),
            (
                "quality",
                "agreeToBeInformed",
                "AgreeInput",
                json!({ "body": "clientenraad", "conditions": [{ "fact": "impact", "value": "klein" }], "text": words("Zo is het.") }),
            ),
            (
                "administrator",
                "consultBody",
                "ConsultBodyInput",
                json!({ "kind": "nen7510", "body": "clientenraad", "right": "ADVICE", "question": words("Wat vindt u?"),
                     "summary": words("Een beoordeling.") }),
            ),
            (
                "quality",
                "workOnOrganisationConsultation",
                "OrganisationConsultationInput",
                json!({ "consultation": 1, "action": "GIVE_OPINION", "text": words("Ik twijfel.") }),
            ),
        ];
        for (who, act, kind, mut input) in acts {
            input["key"] = json!(unique(act));
            let document = format!("mutation($i: {kind}!) {{ {act}(input: $i) {{ organisation {{ id }} }} }}");
            self.data(who, &document, json!({ "i": input })).await;
        }
    }

    /// Adopts the kind of evidence, and uploads a file for it.
    async fn upload_evidence(&self, mark: &str, name: &str) -> String {
        let define = "mutation($i: DefineEvidenceInput!) { defineEvidence(input: $i) { organisation { id } } }";
        let kind = json!({ "key": unique("define"), "kind": "nen7510", "nameNl": name, "nameEn": name, "submittedBy": ["ict"],
                           "judgedBy": "kwaliteit", "validDays": 365 });
        self.data("administrator", define, json!({ "i": kind })).await;
        let bytes = format!("%PDF-1.7 {mark}").into_bytes();
        let staged = self.store.stage(stream::iter([Ok::<_, Infallible>(bytes.into())])).await.expect("an upload");
        let name = Text::parse(format!("verslag {mark}.pdf").as_str(), Limit::Title).expect("a name");
        let evidence = EvidenceId { kind: EvidenceKey::parse("nen7510").expect("a key"), supplier: None };
        let file = NewEvidenceFile { evidence, name, media_type: "application/pdf".to_owned() };
        let row = self.store.keep_evidence_file(self.principal("ict"), file, staged).await.expect("a file");
        row.id.0.to_string()
    }

    /// A scan that shows what somebody answered elsewhere.
    async fn upload_minutes(&self, mark: &str) -> String {
        let bytes = format!("%PDF-1.7 verslag {mark}").into_bytes();
        let staged = self.store.stage(stream::iter([Ok::<_, Infallible>(bytes.into())])).await.expect("an upload");
        let name = Text::parse(format!("scan {mark}.pdf").as_str(), Limit::Title).expect("a name");
        let project = ProjectId(self.project.parse().expect("an id"));
        let file = NewRecordFile { project, name, media_type: "application/pdf".to_owned() };
        let row = self.store.keep_record_file(self.principal("ict"), file, staged).await.expect("a file");
        row.id.0.to_string()
    }

    async fn upload(&self, mark: &str) -> String {
        let bytes = format!("%PDF-1.7 {mark}").into_bytes();
        let staged = self.store.stage(stream::iter([Ok::<_, Infallible>(bytes.into())])).await.expect("an upload");
        let name = Text::parse(format!("tekening {mark}.pdf").as_str(), Limit::Title).expect("a name");
        let project = ProjectId(self.project.parse().expect("an id"));
        let artefact = ArtefactKey::parse("ict-toets").expect("a key");
        let file = NewFile { project, artefact, name, media_type: "application/pdf".to_owned() };
        let row = self.store.keep_file(self.principal("ict"), file, staged).await.expect("a file");
        row.id.0.to_string()
    }
}
