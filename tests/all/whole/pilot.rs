//! Nine people of a provider with the complete funnel for mental health care, and whoever does what waits for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::Role;
use graphql::{Api, ApiConfig, Language, Operations};
use persistence::{Store, StoreConfig};
use serde_json::{Value, json};
use tempfile::TempDir;
use tests::acts::{Acts as _, Asked, unique};
use tests::settle::{Cast, Plan, Settled, settle_with};
use tests::world::{Seeded, SetClock};

use super::forms::fill;

const fn cast(name: &'static str, parties: &'static [&'static str], roles: &'static [Role]) -> Cast {
    Cast { name, parties, roles, language: "nl" }
}

/// The nine. Whoever comes first in a party writes for it, whoever comes last answers: four eyes.
pub const PEOPLE: &[Cast] = &[
    cast("lead", &[], &[Role::InnovationManager]),
    cast("care", &["zorg", "innovatie", "opleiding"], &[]),
    cast("ict", &["ict", "beheer", "inkoop"], &[]),
    cast("nurse", &["zorg", "kwaliteit", "innovatie", "*expertgroep"], &[]),
    cast("architect", &["architect", "ict", "ciso", "privacy-officer", "financien"], &[]),
    cast("chair", &["*stuurgroep", "*raad-van-bestuur"], &[]),
    cast("council", &["*clientenraad"], &[]),
    cast("client", &["clientenraad", "clienten-naasten"], &[]),
    cast("office", &["secretaris"], &[Role::Administrator]),
];

/// Answers about the project: policy changes, which makes its impact medium; nothing else is at stake.
const FACTS: &[(&str, &str)] = &[
    ("personal_data", "false"),
    ("integrates_with_epd", "false"),
    ("exchanges_with_partners", "false"),
    ("supports_diagnosis_or_treatment", "false"),
    ("for_clients_or_clinicians", "false"),
    ("remote_surveillance", "false"),
    ("research", "false"),
    ("touches_quality_or_privacy_policy", "true"),
    ("uses_ai", "false"),
    ("medication", "false"),
    ("client_device_needed", "false"),
    ("affects_staff_work", "false"),
    ("monitors_staff", "false"),
    ("uses_chat_or_social_media", "false"),
    ("subsidised", "false"),
    ("amount", "5000"),
];

const TASKS: &str = "query($id: ID!) { project(id: $id) { facts { key value derived } readiness { round } \
    artefacts { kind { key } current { hash } } \
    tasks { kind party { key } artefact { key form } criterion { key restsOn { kind { key } } } fact { key } } } }";

/// The provider.
pub struct Provider {
    pub store: Store,
    pub clock: Arc<SetClock>,
    api: Api,
    settled: Settled,
    _folder: TempDir,
}

impl Asked for Provider {
    async fn answer(&self, who: &str, document: &str, variables: Value) -> Value {
        let body = json!({ "query": document, "variables": variables }).to_string();
        let principal = &self.settled.who(who).principal;
        let reply = self.api.execute(Some(principal), Language::Dutch, body.as_bytes()).await;
        serde_json::from_slice(&reply.body).expect("JSON")
    }

    fn settled(&self) -> &Settled {
        &self.settled
    }
}

impl Provider {
    /// Opens an empty database and settles the provider in it, with everything that the organisation has to prove.
    pub async fn new(url: Option<&str>) -> Self {
        let folder = TempDir::new().expect("a folder");
        let sqlite = format!("sqlite://{}?mode=rwc", folder.path().join("trechter.sqlite").display());
        let clock = Arc::new(SetClock::start());
        let config = StoreConfig::new(url.unwrap_or(&sqlite), folder.path(), clock.clone(), Arc::new(Seeded::new(11)));
        let store = Store::open(&config).await.expect("the database opens");
        let plan = Plan { name: "Testzorg", domain: "example.test", mark: "", people: PEOPLE, password_hash: None };
        let (_, source) =
            funnel::shipped::ALL.iter().find(|(name, _)| *name == "innovatietrechter-ggz").expect("the funnel");
        let settled = settle_with(&store, &plan, source).await;
        let api = Api::new(store.clone(), ApiConfig { operations: Operations::Any, introspection: true });
        let provider = Self { store, clock, api, settled, _folder: folder };
        provider.prove().await;
        provider
    }

    pub fn today(&self) -> String {
        self.store.now().today.to_string()
    }

    pub fn in_days(&self, days: i64) -> String {
        self.store.now().today.saturating_add(time::Duration::days(days)).to_string()
    }

    fn members(party: &str) -> Vec<&'static str> {
        let belongs = |cast: &&Cast| cast.parties.iter().any(|of| of.trim_start_matches('*') == party);
        PEOPLE.iter().filter(belongs).map(|cast| cast.name).collect()
    }

    /// An act on a project by one of the people.
    pub async fn act(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> Value {
        let document =
            format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ project {{ id phase {{ key }} lifecycle }} }} }}");
        let mut data = self.data(who, &document, json!({ "i": Self::keyed(name, project, input) })).await;
        data[name]["project"].take()
    }

    /// An act that is refused; gives the rule that refuses it.
    pub async fn refused(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> String {
        let refusal = self.refused_act(who, name, kind, project, input).await;
        refusal["rejection"]["rule"].as_str().unwrap_or_else(|| panic!("{refusal:#}")).to_owned()
    }

    /// An act of somebody who saw something else; gives the kinds of what is otherwise now.
    pub async fn conflict(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> Vec<String> {
        let refusal = self.refused_act(who, name, kind, project, input).await;
        assert_eq!(refusal["code"], "CONFLICT", "{refusal:#}");
        let differs = refusal["conflict"].as_array().expect("a list").iter();
        differs.map(|one| one["kind"].as_str().expect("a kind").to_owned()).collect()
    }

    async fn refused_act(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> Value {
        let document = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ project {{ id }} }} }}");
        self.refusal(who, &document, json!({ "i": Self::keyed(name, project, input) })).await
    }

    fn keyed(name: &str, project: &str, mut input: Value) -> Value {
        input["key"] = json!(unique(name));
        input["projectId"] = json!(project);
        input
    }

    /// Adopts every kind of evidence that the funnel wants, and proves each.
    async fn prove(&self) {
        let wanted = "{ organisation { evidenceKindsWanted { key nameNl nameEn ofSupplier submittedBy { key } judgedBy { key } \
                      validDays } } }";
        let data = self.data("office", wanted, json!({})).await;
        let kinds = data["organisation"]["evidenceKindsWanted"].as_array().expect("kinds").clone();
        assert!(kinds.len() > 3, "{kinds:?}");
        for kind in kinds {
            let keys = |list: &Value| list.as_array().expect("parties").iter().map(|p| p["key"].clone()).collect::<Vec<_>>();
            let input = json!({ "key": unique("define"), "kind": kind["key"], "nameNl": kind["nameNl"], "nameEn": kind["nameEn"],
                "ofSupplier": kind["ofSupplier"], "submittedBy": keys(&kind["submittedBy"]), "judgedBy": kind["judgedBy"]["key"],
                "validDays": kind["validDays"] });
            let define = "mutation($i: DefineEvidenceInput!) { defineEvidence(input: $i) { receipt { replayed } } }";
            self.data("office", define, json!({ "i": input })).await;
            let writer = Self::members(kind["submittedBy"][0]["key"].as_str().expect("a party"))[0];
            let submit = "mutation($i: SubmitEvidenceInput!) { submitEvidence(input: $i) { receipt { replayed } } }";
            let input = json!({ "key": unique("prove"), "kind": kind["key"], "text": "Demo: het verslag." });
            self.data(writer, submit, json!({ "i": input })).await;
            let judges = Self::members(kind["judgedBy"]["key"].as_str().expect("a party"));
            let judge = "mutation($i: JudgeEvidenceInput!) { judgeEvidence(input: $i) { organisation { evidence { \
                         of { kind } standing } } } }";
            let input = json!({ "key": unique("judge"), "kind": kind["key"], "revision": 1, "sufficient": true, "proof": "PRACTICE" });
            let told = self.data(judges[judges.len() - 1], judge, json!({ "i": input })).await;
            let all = told["judgeEvidence"]["organisation"]["evidence"].as_array().expect("evidence").clone();
            let this = all.iter().find(|one| one["of"]["kind"] == kind["key"]).expect("this one");
            assert_eq!(this["standing"], "VALID");
        }
    }

    /// A project of the lead, with the answers about it.
    pub async fn begin(&self) -> String {
        let project = self.start("lead").await;
        let answers: Vec<Value> = FACTS
            .iter()
            .map(|(fact, value)| json!({ "fact": fact, "value": serde_json::from_str::<Value>(value).expect("JSON") }))
            .collect();
        self.act("lead", "answerFacts", "AnswerFactsInput", &project, json!({ "answers": answers })).await;
        project
    }

    /// Everybody writes, reviews, answers and confirms what waits for them, until nothing of that is left.
    pub async fn work(&self, project: &str) {
        for _ in 0..40 {
            let seen = self.data("lead", TASKS, json!({ "id": project })).await["project"].take();
            let tasks = seen["tasks"].as_array().expect("tasks").clone();
            let mut done = false;
            for task in &tasks {
                done |= match task["kind"].as_str().expect("a kind") {
                    "SUBMIT" | "RENEW" => self.write(project, task).await,
                    "REVIEW" => self.review(project, task).await,
                    "JUDGE" => self.answer_criterion(project, task).await,
                    "CONFIRM_FACT" => self.confirm_fact(project, &seen, task).await,
                    _ => false,
                };
            }
            if !done {
                return;
            }
        }
        panic!("there is no end to what waits");
    }

    async fn write(&self, project: &str, task: &Value) -> bool {
        let who = task["party"]["key"].as_str().map_or("lead", |party| Self::members(party)[0]);
        self.write_as(who, project, &task["artefact"], "").await;
        true
    }

    async fn write_as(&self, who: &str, project: &str, kind: &Value, mark: &str) {
        let answers = fill(&kind["form"], mark, &self.today(), &self.in_days(700));
        self.submit(who, project, kind["key"].as_str().expect("a key"), &answers).await;
    }

    /// The lead or a writer puts a new revision of a document on file.
    pub async fn rewrite(&self, who: &str, project: &str, artefact: &str, mark: &str) {
        let query = "query($id: ID!, $key: String!) { project(id: $id) { artefact(key: $key) { kind { key form } } } }";
        let data = self.data(who, query, json!({ "id": project, "key": artefact })).await;
        self.write_as(who, project, &data["project"]["artefact"]["kind"], mark).await;
    }

    async fn review(&self, project: &str, task: &Value) -> bool {
        let (artefact, party) =
            (task["artefact"]["key"].as_str().expect("a key"), task["party"]["key"].as_str().expect("one"));
        for who in Self::members(party).into_iter().rev() {
            let (seen, ..) = self.seen(who, project, artefact).await;
            let input = json!({ "artefact": artefact, "party": party, "verdict": "APPROVE", "seenRevision": seen });
            if self.tried(who, "reviewRevision", "ReviewRevisionInput", project, input).await {
                return true;
            }
        }
        panic!("nobody of {party} may review {artefact}");
    }

    async fn answer_criterion(&self, project: &str, task: &Value) -> bool {
        let (criterion, party) =
            (task["criterion"]["key"].as_str().expect("a key"), task["party"]["key"].as_str().expect("one"));
        let now = self.data("lead", TASKS, json!({ "id": project })).await["project"].take();
        let hashes: BTreeMap<&str, &Value> = now["artefacts"]
            .as_array()
            .expect("documents")
            .iter()
            .map(|artefact| (artefact["kind"]["key"].as_str().expect("a key"), &artefact["current"]["hash"]))
            .collect();
        let rests_on = task["criterion"]["restsOn"].as_array().expect("documents").iter();
        let seen: Vec<Value> = rests_on
            .map(|on| on["kind"]["key"].as_str().expect("a key"))
            .filter(|key| hashes.get(key).is_some_and(|hash| !hash.is_null()))
            .map(|key| json!({ "artefact": key, "hash": hashes[key] }))
            .collect();
        let round = &now["readiness"]["round"];
        for who in Self::members(party).into_iter().rev() {
            let input = json!({ "criterion": criterion, "party": party, "answer": "MET", "proof": "PRACTICE", "seenRound": round,
                                "seenRevisions": seen });
            if self.tried(who, "judgeCriterion", "JudgeCriterionInput", project, input).await {
                return true;
            }
        }
        false
    }

    async fn confirm_fact(&self, project: &str, seen: &Value, task: &Value) -> bool {
        let (fact, party) = (&task["fact"]["key"], task["party"]["key"].as_str().expect("a party"));
        let facts = seen["facts"].as_array().expect("facts");
        let known = facts.iter().find(|known| known["key"] == *fact).expect("the fact");
        // What follows from other answers is confirmed as it follows.
        let value = if known["derived"].is_null() { &known["value"] } else { &known["derived"] };
        let members = Self::members(party);
        let input = json!({ "fact": fact, "value": value });
        self.tried(members[0], "confirmFact", "ConfirmFactInput", project, input).await
    }

    async fn tried(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> bool {
        let document = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ project {{ id }} }} }}");
        let answer = self.answer(who, &document, json!({ "i": Self::keyed(name, project, input) })).await;
        let Some(error) = answer["errors"].get(0) else { return true };
        assert_eq!(error["extensions"]["code"], "REJECTED", "{who}: {name}: {error:#}");
        false
    }

    /// What is in the way of *go*, in one word each.
    pub async fn blockers(&self, project: &str) -> Vec<String> {
        let readiness = self.readiness("chair", project).await;
        let list = readiness["blockers"].as_array().expect("a list");
        list.iter().map(|blocker| blocker["kind"].as_str().expect("a kind").to_owned()).collect()
    }

    /// Works until nothing is in the way, and lets the gate go.
    pub async fn go(&self, who: &str, project: &str, gate: &str) -> String {
        self.work(project).await;
        let query = "query($id: ID!) { project(id: $id) { readiness { blockers { kind lacks artefact { key } criterion { key } \
                     party { key } evidence { kind } condition } } tasks { kind party { key } } } }";
        let seen = self.data("lead", query, json!({ "id": project })).await;
        assert_eq!(seen["project"]["readiness"]["blockers"], json!([]), "{gate}: {:#}", seen["project"]);
        self.decide(who, project, gate, "GO").await.0
    }
}
