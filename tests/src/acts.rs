//! What people do in the tests, each act one document of the API.

use std::sync::atomic::{AtomicU64, Ordering};

use persistence::Clock as _;
use serde_json::{Value, json};
use time::Date;

use crate::settle::Settled;

const START: &str = "mutation($i: StartProjectInput!) { startProject(input: $i) { project { id } } }";
const DRAFT: &str = "mutation($i: SaveDraftInput!) { saveDraft(input: $i) { artefact { draft { version } } } }";
const SUBMIT: &str =
    "mutation($i: SubmitRevisionInput!) { submitRevision(input: $i) { receipt { lastSequence replayed } } }";
const REVIEW: &str =
    "mutation($i: ReviewRevisionInput!) { reviewRevision(input: $i) { receipt { lastSequence replayed } } }";
const JUDGE: &str = "mutation($i: JudgeCriterionInput!) { judgeCriterion(input: $i) { receipt { lastSequence replayed } } }";
const CONFIRM: &str =
    "mutation($i: ConfirmAnswersInput!) { confirmAnswers(input: $i) { receipt { lastSequence replayed } } }";
const DECIDE: &str = "mutation($i: DecideGateInput!) { decideGate(input: $i) { project { phase { key } lifecycle } } }";
const SEEN: &str = "query($id: ID!, $key: String!) { project(id: $id) { artefact(key: $key) { current { hash number } } \
                    readiness { round digest } } }";
/// What the decision box shows.
pub const READINESS: &str = "query($id: ID!) { project(id: $id) { phase { key } lifecycle readiness { digest doneCount totalCount \
    viewerCanDecide blockers { kind law artefact { key } criterion { key } party { key } } offers { outcome allowed law } } } }";

/// The mutation of a review, for tests that send it themselves.
pub const REVIEW_DOCUMENT: &str = REVIEW;
/// The mutation of a decision, for tests that send it themselves.
pub const DECIDE_DOCUMENT: &str = DECIDE;
/// The mutation that starts a project, for tests that send it themselves.
pub const START_DOCUMENT: &str = START;

/// Answers that the form of this document takes; `mark` makes them differ.
#[must_use]
pub fn answers(artefact: &str, mark: &str) -> Value {
    match artefact {
        "idee" => json!({
            "need": format!("Cliënten missen hun plan. {mark}"), "goal": "Altijd een plan bij de hand.",
            "audience": "Cliënten met een crisisplan.", "measure": "Het aantal crisisopnames, nu 40 per jaar."
        }),
        "risicoanalyse" => json!({
            "risks": [{
                "risk": format!("De app doet het niet. {mark}"), "cause": "Storing", "likelihood": 2, "impact": 4,
                "client_risk": "De cliënt ziet het plan niet.", "measure": "Plan ook op papier", "owner": "Behandelaar",
                "residual": 2
            }],
            "conclusion": "Het is verantwoord om verder te gaan."
        }),
        "ict-toets" => json!({
            "architecture": format!("Past. {mark}"), "connections": "Geen", "capacity": "available", "maintenance": "Bij de leverancier"
        }),
        _ => json!({
            "what": format!("Een app met uw plan. {mark}"), "change": "U heeft uw plan bij u.",
            "choice": "U kiest zelf.", "risks": "Uw telefoon kan leeg zijn."
        }),
    }
}

/// A name that no other act of this process has.
#[must_use]
pub fn unique(of: &str) -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("{of}-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Something that people ask: the API in this process, or a server over HTTP.
pub trait Asked {
    /// Runs a document as one of the people and gives the whole answer.
    #[expect(async_fn_in_trait, reason = "called by tests alone, which do not ask whether it is Send")]
    async fn answer(&self, who: &str, document: &str, variables: Value) -> Value;

    /// The provider.
    fn settled(&self) -> &Settled;

    /// The date where the provider is.
    fn today(&self) -> Date {
        let zone = server::config::Settings::defaults().expect("defaults").zone;
        server::SystemClock::new(zone).now().today
    }
}

/// What people do.
#[expect(async_fn_in_trait, reason = "called by tests alone, which do not ask whether it is Send")]
pub trait Acts: Asked {
    /// Runs a document where no error is expected.
    ///
    /// # Panics
    /// When the answer has errors.
    async fn data(&self, who: &str, document: &str, variables: Value) -> Value {
        let mut answer = self.answer(who, document, variables).await;
        assert!(answer.get("errors").is_none(), "{who}: {:#}\n{document}", answer["errors"]);
        answer["data"].take()
    }

    /// The extensions of the first error, where one is expected.
    ///
    /// # Panics
    /// When there is no error.
    async fn refusal(&self, who: &str, document: &str, variables: Value) -> Value {
        let answer = self.answer(who, document, variables).await;
        let error = &answer["errors"][0];
        assert!(error.is_object(), "{who} was not refused: {answer:#}");
        error["extensions"].clone()
    }

    /// Starts a project and gives its id.
    async fn start(&self, who: &str) -> String {
        self.start_as(who, "Crisis-app").await
    }

    /// The same with a title.
    async fn start_as(&self, who: &str, title: &str) -> String {
        let lead = self.settled().who(who).id().to_string();
        let input = json!({ "key": unique("start"), "title": title, "summary": "Een plan op zak.",
                            "leadId": lead, "funnelId": self.settled().funnel.to_string() });
        let data = self.data(who, START, json!({ "i": input })).await;
        data["startProject"]["project"]["id"].as_str().expect("an id").to_owned()
    }

    /// What a person sees of a document and the gate before acting.
    async fn seen(&self, who: &str, project: &str, artefact: &str) -> (Option<String>, Value, Value) {
        let data = self.data(who, SEEN, json!({ "id": project, "key": artefact })).await;
        let project = &data["project"];
        let hash = project["artefact"]["current"]["hash"].as_str().map(str::to_owned);
        (hash, project["readiness"]["round"].clone(), project["readiness"]["digest"].clone())
    }

    /// Writes and submits a document.
    async fn submit(&self, who: &str, project: &str, artefact: &str, answers: &Value) -> Value {
        self.submit_with(who, project, artefact, answers, &[]).await
    }

    /// The same with files that were uploaded for it.
    async fn submit_with(&self, who: &str, project: &str, artefact: &str, answers: &Value, files: &[String]) -> Value {
        let draft =
            json!({ "projectId": project, "artefact": artefact, "version": 0, "answers": answers, "fileIds": files });
        let saved = self.data(who, DRAFT, json!({ "i": draft })).await;
        let version = &saved["saveDraft"]["artefact"]["draft"]["version"];
        let (seen, ..) = self.seen(who, project, artefact).await;
        let input = json!({ "key": unique("submit"), "projectId": project, "artefact": artefact,
                            "stage": "FINAL", "draftVersion": version, "seenRevision": seen });
        self.data(who, SUBMIT, json!({ "i": input })).await
    }

    /// Approves the current revision for a party.
    async fn approve(&self, who: &str, project: &str, artefact: &str, party: &str) {
        let (seen, ..) = self.seen(who, project, artefact).await;
        let input = json!({ "key": unique("review"), "projectId": project, "artefact": artefact,
                            "party": party, "verdict": "APPROVE", "seenRevision": seen });
        self.data(who, REVIEW, json!({ "i": input })).await;
    }

    /// The variables of a judgement on what is there now.
    async fn judgement(&self, who: &str, project: &str, criterion: &str, party: &str, on: Option<&str>) -> Value {
        let (hash, round, _) = self.seen(who, project, on.unwrap_or("idee")).await;
        let seen: Vec<Value> = on.iter().map(|on| json!({ "artefact": on, "hash": hash })).collect();
        json!({ "i": { "key": unique("judge"), "projectId": project, "criterion": criterion,
                       "party": party, "answer": "MET", "proof": "PAPER", "seenRound": round, "seenRevisions": seen } })
    }

    /// Answers *met*.
    async fn judge(&self, who: &str, project: &str, criterion: &str, party: &str, on: Option<&str>) {
        let variables = self.judgement(who, project, criterion, party, on).await;
        self.data(who, JUDGE, variables).await;
    }

    /// Answers *met*, where a refusal is expected.
    async fn judge_refused(&self, who: &str, project: &str, criterion: &str, party: &str, on: Option<&str>) -> Value {
        let variables = self.judgement(who, project, criterion, party, on).await;
        self.refusal(who, JUDGE, variables).await
    }

    /// Stands by a judgement and a review on one document.
    async fn confirm(&self, who: &str, project: &str, party: &str, artefact: &str, criteria: &[&str]) {
        let (hash, ..) = self.seen(who, project, artefact).await;
        let input = json!({ "key": unique("confirm"), "projectId": project, "party": party,
                            "artefacts": [artefact], "criteria": criteria,
                            "seenRevisions": [{ "artefact": artefact, "hash": hash }] });
        self.data(who, CONFIRM, json!({ "i": input })).await;
    }

    /// The variables of a decision on what is there now.
    async fn decision(&self, who: &str, project: &str, gate: &str, outcome: &str) -> Value {
        let (_, _, digest) = self.seen(who, project, "idee").await;
        json!({ "i": { "key": unique("decide"), "projectId": project, "gate": gate, "outcome": outcome,
                       "motivation": "Wij hebben alles gezien.", "lessons": "Vraag het de cliënten eerder.", "seenReadiness": digest } })
    }

    /// Decides, and gives the phase and lifecycle after it.
    async fn decide(&self, who: &str, project: &str, gate: &str, outcome: &str) -> (String, String) {
        let variables = self.decision(who, project, gate, outcome).await;
        let data = self.data(who, DECIDE, variables).await;
        let after = &data["decideGate"]["project"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&after["phase"]["key"]), text(&after["lifecycle"]))
    }

    /// Decides, where a refusal is expected.
    async fn decide_refused(&self, who: &str, project: &str, gate: &str, outcome: &str) -> Value {
        let variables = self.decision(who, project, gate, outcome).await;
        self.refusal(who, DECIDE, variables).await
    }

    /// The project page's decision box.
    async fn readiness(&self, who: &str, project: &str) -> Value {
        let mut data = self.data(who, READINESS, json!({ "id": project })).await;
        data["project"]["readiness"].take()
    }

    /// Brings a new project through its first gate.
    async fn explored(&self) -> String {
        let project = self.start("lead").await;
        self.submit("lead", &project, "idee", &answers("idee", "")).await;
        self.approve("innovation", &project, "idee", "innovatie").await;
        self.approve("care", &project, "idee", "zorg").await;
        self.judge("care", &project, "past-in-zorg", "zorg", Some("idee")).await;
        self.judge("innovation", &project, "doelen-meetbaar", "innovatie", Some("idee")).await;
        self.judge("ict", &project, "ict-vroeg", "ict", None).await;
        assert_eq!(self.decide("innovation", &project, "g0", "GO").await.0, "verkenning");
        project
    }
}

impl<T: Asked> Acts for T {}
