//! Somebody's browser during the kills: it acts on one project, and sends again what was not answered.

use std::collections::BTreeMap;

use reqwest::header::COOKIE;
use serde_json::{Value, json};
use tests::acts::unique;
use tests::chance::Chance;
use tokio::sync::watch;

/// What a person sees before an act.
pub const LOOK: &str = "query($id: ID!) { project(id: $id) { version phase { key } artefact(key: \"idee\") { current { hash } } \
                    readiness { round digest blockers { criterion { key } } } } }";
const JUDGE: &str = "mutation($i: JudgeCriterionInput!) { done: judgeCriterion(input: $i) { \
                     receipt { firstSequence lastSequence replayed } } }";
const DECIDE: &str =
    "mutation($i: DecideGateInput!) { done: decideGate(input: $i) { receipt { firstSequence lastSequence replayed } } }";
const TIMELINE: &str = "query($id: ID!, $after: String) { project(id: $id) { version timeline(first: 100, after: $after) { \
                        edges { node { sequence kind } } pageInfo { hasNextPage endCursor } } } }";

/// The criteria of the first gate, each with who answers it.
const CRITERIA: [(&str, &str, &str); 3] =
    [("past-in-zorg", "colleague", "zorg"), ("doelen-meetbaar", "colleague", "innovatie"), ("ict-vroeg", "ict", "ict")];

/// A request that was sent, and perhaps not answered.
#[derive(Clone, Debug)]
pub struct Act {
    who: &'static str,
    document: &'static str,
    variables: Value,
}

/// A request that was answered.
#[derive(Clone, Debug)]
pub struct Done {
    act: Act,
    first: u64,
    last: u64,
}

/// Where the server is; empty while it is down. The last word is that the run is over.
#[derive(Clone, Debug, PartialEq)]
pub enum Where {
    Down,
    At(String),
    Over,
}

/// The browser.
pub struct Client {
    pub http: reqwest::Client,
    pub cookies: BTreeMap<String, String>,
    pub project: String,
    pub chance: Chance,
    /// The last event that a receipt told.
    pub last: u64,
    pub open: Option<Act>,
    pub done: Vec<Done>,
    /// Unanswered requests that turned out to have happened.
    pub had_happened: u64,
    /// Requests that all clients sent.
    pub sent: watch::Sender<u64>,
}

impl Client {
    pub async fn run(mut self, mut server: watch::Receiver<Where>) -> Self {
        loop {
            let at = match &*server.borrow_and_update() {
                Where::Over => return self,
                Where::Down => None,
                Where::At(at) => Some(at.clone()),
            };
            let answered = match &at {
                Some(at) => self.step(at).await,
                None => None,
            };
            // The server is gone; what was asked stays open.
            if answered.is_none() && server.changed().await.is_err() {
                return self;
            }
        }
    }

    /// One request and its answer; nothing when the connection broke.
    pub async fn step(&mut self, at: &str) -> Option<()> {
        let (act, again) = match self.open.clone() {
            Some(act) => (act, true),
            None => (self.next(at).await?, false),
        };
        self.open = Some(act.clone());
        self.sent.send_modify(|sent| *sent += 1);
        let answer = self.ask(at, act.who, act.document, &act.variables).await?;
        let receipt = &answer["data"]["done"]["receipt"];
        let number = |name: &str| receipt[name].as_u64().unwrap_or_else(|| panic!("{act:?} was answered with {answer:#}"));
        let (first, last) = (number("firstSequence"), number("lastSequence"));
        assert_eq!(first, self.last + 1, "nothing acknowledged is lost, nothing happened twice: {act:?}");
        let replayed = receipt["replayed"] == true;
        assert!(again || !replayed, "a new key was known: {act:?}");
        self.had_happened += u64::from(replayed);
        self.last = last;
        self.done.push(Done { act, first, last });
        self.open = None;
        Some(())
    }

    async fn ask(&self, at: &str, who: &str, document: &str, variables: &Value) -> Option<Value> {
        let body = json!({ "query": document, "variables": variables });
        let request = self.http.post(format!("{at}/graphql")).header(COOKIE, &self.cookies[who]).json(&body);
        let answer: Value = request.send().await.ok()?.json().await.ok()?;
        assert!(answer.get("errors").is_none(), "{who} {variables}: {answer:#}");
        Some(answer)
    }

    /// What to do now: answer what is open, now and then answer anew, then decide; and back again.
    async fn next(&mut self, at: &str) -> Option<Act> {
        let seen = self.ask(at, "author", LOOK, &json!({ "id": self.project })).await?;
        let project = &seen["data"]["project"];
        assert!(project["version"].as_u64() >= Some(self.last), "an acknowledged act is lost: {seen:#}");
        let gate = &project["readiness"];
        let decide = |who, gate_key: &str, outcome: &str, to: Value| Act {
            who,
            document: DECIDE,
            variables: json!({ "i": { "key": unique("decide"), "projectId": self.project, "gate": gate_key, "outcome": outcome,
                "reworkTo": to, "motivation": "Wij hebben alles gezien.", "seenReadiness": gate["digest"] } }),
        };
        if project["phase"]["key"] == "verkenning" {
            return Some(decide("chair", "g1", "REWORK", json!("idee")));
        }
        let open: Vec<&str> = gate["blockers"].as_array()?.iter().filter_map(|b| b["criterion"]["key"].as_str()).collect();
        if open.is_empty() && self.chance.percent(70) {
            return Some(decide("colleague", "g0", "GO", Value::Null));
        }
        let choices: Vec<_> = CRITERIA.iter().filter(|(key, ..)| open.is_empty() || open.contains(key)).collect();
        let (criterion, who, party) = *self.chance.pick(&choices);
        let hash = &project["artefact"]["current"]["hash"];
        let seen = if criterion == "ict-vroeg" { json!([]) } else { json!([{ "artefact": "idee", "hash": hash }]) };
        Some(Act {
            who,
            document: JUDGE,
            variables: json!({ "i": { "key": unique("judge"), "projectId": self.project, "criterion": criterion,
                "party": party, "answer": "MET", "seenRound": gate["round"], "seenRevisions": seen } }),
        })
    }

    /// Every acknowledged request once more: the same receipt. Then the log: what the receipts say, without a gap.
    pub async fn settle_up(&mut self, at: &str) {
        let before = self.done.first().map_or(self.last, |done| done.first - 1);
        for done in &self.done {
            let again = self.ask(at, done.act.who, done.act.document, &done.act.variables).await.expect("an answer");
            let expected = json!({ "firstSequence": done.first, "lastSequence": done.last, "replayed": true });
            assert_eq!(again["data"]["done"]["receipt"], expected, "{:?}", done.act);
        }
        let (mut after, mut log) = (Value::Null, Vec::new());
        loop {
            let variables = json!({ "id": self.project, "after": after });
            let page = self.ask(at, "author", TIMELINE, &variables).await.expect("an answer");
            let project = &page["data"]["project"];
            assert_eq!(project["version"].as_u64(), Some(self.last));
            let page = &project["timeline"];
            log.extend(page["edges"].as_array().expect("rows").iter().map(|edge| edge["node"].clone()));
            if page["pageInfo"]["hasNextPage"] != true {
                break;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
        let sequences: Vec<u64> = log.iter().rev().map(|event| event["sequence"].as_u64().expect("a number")).collect();
        assert!(sequences.iter().copied().eq(1..=self.last), "the log has every event once: {sequences:?}");
        let count = |kind: &str| {
            log.iter().filter(|event| event["kind"] == kind && event["sequence"].as_u64() > Some(before)).count()
        };
        assert_eq!(count("GATE_DECIDED"), self.decisions(), "as many decisions as receipts");
        assert_eq!(count("CRITERION_JUDGED"), self.done.len() - self.decisions(), "as many judgements as receipts");
    }

    pub fn decisions(&self) -> usize {
        self.done.iter().filter(|done| done.act.document == DECIDE).count()
    }
}
