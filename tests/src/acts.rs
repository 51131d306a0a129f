//! What people do in the tests, each act one document of the API.

use serde_json::{Value, json};

use crate::world::World;

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

impl World {
    /// Starts a project and gives its id.
    pub async fn start(&self, who: &str) -> String {
        let lead = self.who(who).person().expect("a person").to_string();
        let input = json!({ "key": format!("start-{who}-{}", self.unique()), "title": "Crisis-app", "summary": "Een plan op zak.",
                            "leadId": lead, "funnelId": self.funnel.to_string() });
        let data = self.data(who, START, json!({ "i": input })).await;
        data["startProject"]["project"]["id"].as_str().expect("an id").to_owned()
    }

    fn unique(&self) -> i64 {
        persistence::Clock::now(&*self.clock).at.0
    }

    /// What a person sees of a document and the gate before acting.
    pub async fn seen(&self, who: &str, project: &str, artefact: &str) -> (Option<String>, Value, Value) {
        let data = self.data(who, SEEN, json!({ "id": project, "key": artefact })).await;
        let project = &data["project"];
        let hash = project["artefact"]["current"]["hash"].as_str().map(str::to_owned);
        (hash, project["readiness"]["round"].clone(), project["readiness"]["digest"].clone())
    }

    /// Writes and submits a document.
    pub async fn submit(&self, who: &str, project: &str, artefact: &str, answers: &Value) -> Value {
        let draft = json!({ "projectId": project, "artefact": artefact, "version": 0, "answers": answers });
        let saved = self.data(who, DRAFT, json!({ "i": draft })).await;
        let version = &saved["saveDraft"]["artefact"]["draft"]["version"];
        let (seen, ..) = self.seen(who, project, artefact).await;
        let input = json!({ "key": format!("submit-{}", self.unique()), "projectId": project, "artefact": artefact,
                            "stage": "FINAL", "draftVersion": version, "seenRevision": seen });
        self.data(who, SUBMIT, json!({ "i": input })).await
    }

    /// Approves the current revision for a party.
    pub async fn approve(&self, who: &str, project: &str, artefact: &str, party: &str) {
        let (seen, ..) = self.seen(who, project, artefact).await;
        let input = json!({ "key": format!("review-{}", self.unique()), "projectId": project, "artefact": artefact,
                            "party": party, "verdict": "APPROVE", "seenRevision": seen });
        self.data(who, REVIEW, json!({ "i": input })).await;
    }

    /// The variables of a judgement on what is there now.
    pub async fn judgement(&self, who: &str, project: &str, criterion: &str, party: &str, on: Option<&str>) -> Value {
        let (hash, round, _) = self.seen(who, project, on.unwrap_or("idee")).await;
        let seen: Vec<Value> = on.iter().map(|on| json!({ "artefact": on, "hash": hash })).collect();
        json!({ "i": { "key": format!("judge-{criterion}-{}", self.unique()), "projectId": project, "criterion": criterion,
                       "party": party, "answer": "MET", "proof": "PAPER", "seenRound": round, "seenRevisions": seen } })
    }

    /// Answers *met*.
    pub async fn judge(&self, who: &str, project: &str, criterion: &str, party: &str, on: Option<&str>) {
        let variables = self.judgement(who, project, criterion, party, on).await;
        self.data(who, JUDGE, variables).await;
    }

    /// Answers *met*, where a refusal is expected.
    pub async fn judge_refused(&self, who: &str, project: &str, criterion: &str, party: &str, on: Option<&str>) -> Value {
        let variables = self.judgement(who, project, criterion, party, on).await;
        self.refusal(who, JUDGE, variables).await
    }

    /// Stands by a judgement and a review on one document.
    pub async fn confirm(&self, who: &str, project: &str, party: &str, artefact: &str, criteria: &[&str]) {
        let (hash, ..) = self.seen(who, project, artefact).await;
        let input = json!({ "key": format!("confirm-{}", self.unique()), "projectId": project, "party": party,
                            "artefacts": [artefact], "criteria": criteria,
                            "seenRevisions": [{ "artefact": artefact, "hash": hash }] });
        self.data(who, CONFIRM, json!({ "i": input })).await;
    }

    /// The variables of a decision on what is there now.
    pub async fn decision(&self, who: &str, project: &str, gate: &str, outcome: &str) -> Value {
        let (_, _, digest) = self.seen(who, project, "idee").await;
        json!({ "i": { "key": format!("decide-{}", self.unique()), "projectId": project, "gate": gate, "outcome": outcome,
                       "motivation": "Wij hebben alles gezien.", "seenReadiness": digest } })
    }

    /// Decides, and gives the phase and lifecycle after it.
    pub async fn decide(&self, who: &str, project: &str, gate: &str, outcome: &str) -> (String, String) {
        let variables = self.decision(who, project, gate, outcome).await;
        let data = self.data(who, DECIDE, variables).await;
        let after = &data["decideGate"]["project"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&after["phase"]["key"]), text(&after["lifecycle"]))
    }

    /// Decides, where a refusal is expected.
    pub async fn decide_refused(&self, who: &str, project: &str, gate: &str, outcome: &str) -> Value {
        let variables = self.decision(who, project, gate, outcome).await;
        self.refusal(who, DECIDE, variables).await
    }

    /// The project page's decision box.
    pub async fn readiness(&self, who: &str, project: &str) -> Value {
        let mut data = self.data(who, READINESS, json!({ "id": project })).await;
        data["project"]["readiness"].take()
    }

    /// Brings a new project through its first gate.
    pub async fn explored(&self) -> String {
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
