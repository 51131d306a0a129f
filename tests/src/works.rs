//! Routine work: everybody does what waits for them, so that a journey tells what is special and not every form.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::AddAssign;

use serde_json::{Value, json};

use crate::acts::{Acts, unique};
use crate::forms::fill;

/// Rounds of looking and doing at most; more means that there is no end to what waits.
const ROUNDS: usize = 40;

const TASKS: &str = "query($id: ID!) { project(id: $id) { facts { key value derived confirmedBy { key } } readiness { round } \
    artefacts { kind { key } current { hash } } \
    tasks { kind party { key } artefact { key form files { required } } criterion { key restsOn { kind { key } } } fact { key } } } }";

/// Acts as a provider counts them: see the table in `docs/derived-funnels.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Documents that were submitted.
    pub submissions: usize,
    /// Reviews, each with the criteria that rest on that document alone.
    pub reviews: usize,
    /// Judgements that were given on their own.
    pub judgements: usize,
    /// Confirmations of facts, each of one party at once.
    pub confirmations: usize,
    /// Votes that decided.
    pub decisions: usize,
}

impl Tally {
    /// All of them.
    #[must_use]
    pub fn acts(&self) -> usize {
        self.submissions + self.reviews + self.judgements + self.confirmations + self.decisions
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        self.submissions += more.submissions;
        self.reviews += more.reviews;
        self.judgements += more.judgements;
        self.confirmations += more.confirmations;
        self.decisions += more.decisions;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { submissions, reviews, judgements, confirmations, decisions } = self;
        write!(
            f,
            "{submissions} submissions, {reviews} reviews, {judgements} judgements, {confirmations} confirmations, \
             {decisions} decisions: {} acts",
            self.acts()
        )
    }
}

/// The key of something that an answer names.
fn key(of: &Value) -> &str {
    of["key"].as_str().unwrap_or_else(|| panic!("no key: {of:#}"))
}

fn keyed(name: &str, project: &str, mut input: Value) -> Value {
    input["key"] = json!(unique(name));
    input["projectId"] = json!(project);
    input
}

/// Somewhere to upload a file.
#[expect(async_fn_in_trait, reason = "called by tests alone, which do not ask whether it is Send")]
pub trait Files: Acts {
    /// Uploads a PDF for a document; gives its id.
    async fn upload(&self, who: &str, project: &str, artefact: &str) -> String;
}

/// What people do without being told each step. Whoever comes first in a party writes for it, whoever comes last answers.
#[expect(async_fn_in_trait, reason = "called by tests alone, which do not ask whether it is Send")]
pub trait Works: Files {
    /// The date in so many days.
    fn in_days(&self, days: i64) -> String {
        self.today().saturating_add(time::Duration::days(days)).to_string()
    }

    /// An act on a project by one of the people.
    async fn act(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> Value {
        let document =
            format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ project {{ id phase {{ key }} lifecycle }} }} }}");
        let mut data = self.data(who, &document, json!({ "i": keyed(name, project, input) })).await;
        data[name]["project"].take()
    }

    /// An act on the organisation by one of the people.
    async fn organise(&self, who: &str, name: &str, kind: &str, mut input: Value) {
        input["key"] = json!(unique(name));
        let document = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ receipt {{ replayed }} }} }}");
        self.data(who, &document, json!({ "i": input })).await;
    }

    /// An act that is refused; gives the rule that refuses it.
    async fn refused(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> String {
        let refusal = self.refused_act(who, name, kind, project, input).await;
        refusal["rejection"]["rule"].as_str().unwrap_or_else(|| panic!("{refusal:#}")).to_owned()
    }

    /// An act of somebody who saw something else; gives the kinds of what is otherwise now.
    async fn conflict(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> Vec<String> {
        let refusal = self.refused_act(who, name, kind, project, input).await;
        assert_eq!(refusal["code"], "CONFLICT", "{refusal:#}");
        let differs = refusal["conflict"].as_array().expect("a list").iter();
        differs.map(|one| one["kind"].as_str().expect("a kind").to_owned()).collect()
    }

    /// The extensions of the error of an act that is refused.
    async fn refused_act(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> Value {
        let document = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ project {{ id }} }} }}");
        self.refusal(who, &document, json!({ "i": keyed(name, project, input) })).await
    }

    /// Whether an act was done; when it was not, because a rule refused it.
    async fn tried(&self, who: &str, name: &str, kind: &str, project: &str, input: Value) -> bool {
        let document = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ project {{ id }} }} }}");
        let answer = self.answer(who, &document, json!({ "i": keyed(name, project, input) })).await;
        let Some(error) = answer["errors"].get(0) else { return true };
        assert_eq!(error["extensions"]["code"], "REJECTED", "{who}: {name}: {error:#}");
        false
    }

    /// Adopts every kind of evidence that the funnel wants of the organisation itself, and proves each.
    async fn prove(&self, administrator: &str) {
        let wanted = "{ organisation { evidenceKindsWanted { key nameNl nameEn ofSupplier submittedBy { key } judgedBy { key } \
                      validDays } } }";
        let data = self.data(administrator, wanted, json!({})).await;
        let kinds = data["organisation"]["evidenceKindsWanted"].as_array().expect("kinds").clone();
        assert!(kinds.len() > 3, "{kinds:?}");
        for kind in kinds {
            let keys: Vec<&str> = kind["submittedBy"].as_array().expect("parties").iter().map(key).collect();
            let input = json!({ "kind": kind["key"], "nameNl": kind["nameNl"], "nameEn": kind["nameEn"],
                "ofSupplier": kind["ofSupplier"], "submittedBy": keys, "judgedBy": kind["judgedBy"]["key"],
                "validDays": kind["validDays"] });
            self.organise(administrator, "defineEvidence", "DefineEvidenceInput", input).await;
            if kind["ofSupplier"] == false {
                self.prove_one(&json!({ "kind": kind["key"] }), 1, Value::Null, keys[0], key(&kind["judgedBy"])).await;
            }
        }
    }

    /// Submits evidence of the organisation or of a supplier, valid until a day, and finds it sufficient.
    async fn prove_one(&self, of: &Value, revision: u32, until: Value, by: &str, judged_by: &str) {
        let (by, judges) = (self.settled().members(by), self.settled().members(judged_by));
        let input =
            json!({ "kind": of["kind"], "supplier": of["supplier"], "text": "Demo: het verslag.", "validUntil": until });
        self.organise(by[0], "submitEvidence", "SubmitEvidenceInput", input).await;
        let input = json!({ "kind": of["kind"], "supplier": of["supplier"], "revision": revision, "sufficient": true, "proof": "PRACTICE" });
        self.organise(judges[judges.len() - 1], "judgeEvidence", "JudgeEvidenceInput", input).await;
    }

    /// A project of the lead, with the answers about it.
    async fn begin(&self, title: &str, facts: &[(&str, Value)]) -> String {
        let project = self.start_as("lead", title).await;
        let answers: Vec<Value> = facts.iter().map(|(fact, value)| json!({ "fact": fact, "value": value })).collect();
        self.act("lead", "answerFacts", "AnswerFactsInput", &project, json!({ "answers": answers })).await;
        project
    }

    /// Everybody writes, reviews, answers and confirms what waits for them, until nothing of that is left. Documents in
    /// `skip` are left unwritten.
    async fn work_but(&self, project: &str, skip: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for _ in 0..ROUNDS {
            let seen = self.data("lead", TASKS, json!({ "id": project })).await["project"].take();
            let tasks = seen["tasks"].as_array().expect("tasks").clone();
            let mut done = Tally::default();
            // First what is asked at all: confirmed answers switch documents and questions off.
            let waits = tasks.iter().filter(|task| task["kind"] == "CONFIRM_FACT");
            for party in waits.map(|task| key(&task["party"])).collect::<BTreeSet<_>>() {
                done.confirmations += usize::from(self.confirm_facts(project, party).await);
            }
            let tasks = if done == Tally::default() { tasks } else { Vec::new() };
            let mut answered = BTreeSet::new();
            for task in &tasks {
                match task["kind"].as_str().expect("a kind") {
                    "SUBMIT" | "RENEW" if !skip.contains(&key(&task["artefact"])) => {
                        self.write(project, task).await;
                        done.submissions += 1;
                    }
                    "REVIEW" => {
                        answered.extend(self.review(project, task, &tasks).await);
                        done.reviews += 1;
                    }
                    "JUDGE" if !answered.contains(&asked(task)) => {
                        done.judgements += usize::from(self.answer_criterion(project, task).await);
                    }
                    _ => {}
                }
            }
            tally += done;
            if done == Tally::default() {
                return tally;
            }
        }
        panic!("there is no end to what waits");
    }

    /// The same with every document.
    async fn work(&self, project: &str) -> Tally {
        self.work_but(project, &[]).await
    }

    /// Writes and submits what a task asks.
    async fn write(&self, project: &str, task: &Value) {
        let who = task["party"]["key"].as_str().map_or("lead", |party| self.settled().members(party)[0]);
        self.write_as(who, project, &task["artefact"], "").await;
    }

    /// Writes and submits a document with `mark` in every text.
    async fn write_as(&self, who: &str, project: &str, kind: &Value, mark: &str) {
        let answers = fill(&kind["form"], mark, &self.today().to_string(), &self.in_days(700));
        let mut files = Vec::new();
        if kind["files"]["required"] == true {
            files.push(self.upload(who, project, key(kind)).await);
        }
        self.submit_with(who, project, key(kind), &answers, &files).await;
    }

    /// The lead or a writer puts a new revision of a document on file.
    async fn rewrite(&self, who: &str, project: &str, artefact: &str, mark: &str) {
        let query = "query($id: ID!, $key: String!) { project(id: $id) { artefact(key: $key) { kind { key form files { required } } } } }";
        let data = self.data(who, query, json!({ "id": project, "key": artefact })).await;
        self.write_as(who, project, &data["project"]["artefact"]["kind"], mark).await;
    }

    /// Approves a document, in one act with the party's criteria that rest on it alone; gives those.
    async fn review(&self, project: &str, task: &Value, tasks: &[Value]) -> Vec<(String, String)> {
        let (artefact, party) = (key(&task["artefact"]), key(&task["party"]));
        let alone = |task: &&Value| {
            let rests_on: Vec<&str> =
                task["criterion"]["restsOn"].as_array().into_iter().flatten().map(|on| key(&on["kind"])).collect();
            task["kind"] == "JUDGE" && key(&task["party"]) == party && rests_on == [artefact]
        };
        let with: Vec<(String, String)> = tasks.iter().filter(alone).map(asked).collect();
        let answers: Vec<Value> = with
            .iter()
            .map(|(criterion, _)| json!({ "criterion": criterion, "answer": "MET", "proof": "PRACTICE" }))
            .collect();
        for (answers, with) in [(answers, with), (Vec::new(), Vec::new())] {
            for who in self.settled().members(party).iter().rev() {
                let (seen, ..) = self.seen(who, project, artefact).await;
                let input = json!({ "artefact": artefact, "party": party, "verdict": "APPROVE", "seenRevision": seen, "answers": answers });
                if self.tried(who, "reviewRevision", "ReviewRevisionInput", project, input).await {
                    return with;
                }
            }
        }
        panic!("nobody of {party} may review {artefact}");
    }

    /// Answers *met* for the party that a task asks; whether anybody of it could.
    async fn answer_criterion(&self, project: &str, task: &Value) -> bool {
        let (criterion, party) = asked(task);
        let now = self.data("lead", TASKS, json!({ "id": project })).await["project"].take();
        let artefacts = now["artefacts"].as_array().expect("documents").iter();
        let hashes: BTreeMap<&str, &Value> = artefacts.map(|one| (key(&one["kind"]), &one["current"]["hash"])).collect();
        let rests_on = task["criterion"]["restsOn"].as_array().expect("documents").iter().map(|on| key(&on["kind"]));
        let seen: Vec<Value> = rests_on
            .filter(|key| hashes.get(key).is_some_and(|hash| !hash.is_null()))
            .map(|key| json!({ "artefact": key, "hash": hashes[key] }))
            .collect();
        let round = &now["readiness"]["round"];
        for who in self.settled().members(&party).iter().rev() {
            let input = json!({ "criterion": criterion, "party": party, "answer": "MET", "proof": "PRACTICE", "seenRound": round,
                                "seenRevisions": seen });
            if self.tried(who, "judgeCriterion", "JudgeCriterionInput", project, input).await {
                return true;
            }
        }
        false
    }

    /// Confirms in one act all that a party is to confirm; whether there was anything.
    async fn confirm_facts(&self, project: &str, party: &str) -> bool {
        let seen = self.data("lead", TASKS, json!({ "id": project })).await["project"].take();
        let tasks = seen["tasks"].as_array().expect("tasks").iter();
        let mine = tasks.filter(|task| task["kind"] == "CONFIRM_FACT" && key(&task["party"]) == party);
        let facts = seen["facts"].as_array().expect("facts");
        let value = |fact: &str| {
            let known = facts.iter().find(|known| key(known) == fact).expect("the fact");
            // What follows from other answers is confirmed as it follows.
            if known["derived"].is_null() { known["value"].clone() } else { known["derived"].clone() }
        };
        let facts: Vec<Value> =
            mine.map(|task| key(&task["fact"])).map(|fact| json!({ "fact": fact, "value": value(fact) })).collect();
        if facts.is_empty() {
            return false;
        }
        let who = self.settled().members(party)[0];
        self.tried(who, "confirmFacts", "ConfirmFactsInput", project, json!({ "facts": facts })).await
    }

    /// What is in the way of *go*, in one word each.
    async fn blockers(&self, who: &str, project: &str) -> Vec<String> {
        let readiness = self.readiness(who, project).await;
        let list = readiness["blockers"].as_array().expect("a list");
        list.iter().map(|blocker| blocker["kind"].as_str().expect("a kind").to_owned()).collect()
    }

    /// Lets a gate go with a condition for each thing that is missing, all with one owner and date.
    async fn go_with_conditions(&self, who: &str, project: &str, gate: &str, owner: &str, due: &str) -> String {
        let readiness = self.readiness(who, project).await;
        let owner = self.settled().who(owner).id().to_string();
        let condition = |blocker: &Value| {
            let kind = if blocker["criterion"].is_null() { "DOCUMENT" } else { "CRITERION" };
            json!({ "kind": kind, "artefact": blocker["artefact"]["key"], "criterion": blocker["criterion"]["key"],
                    "party": blocker["party"]["key"], "due": due, "ownerId": owner })
        };
        let conditions: Vec<Value> = readiness["blockers"].as_array().expect("a list").iter().map(condition).collect();
        assert!(!conditions.is_empty(), "nothing is missing");
        let mut variables = self.decision(who, project, gate, "CONDITIONAL_GO").await;
        variables["i"]["conditions"] = json!(conditions);
        let data = self.data(who, crate::acts::DECIDE_DOCUMENT, variables).await;
        data["decideGate"]["project"]["phase"]["key"].as_str().expect("a phase").to_owned()
    }

    /// Works until nothing is in the way.
    async fn make_ready(&self, project: &str, gate: &str) -> Tally {
        let tally = self.work(project).await;
        let query = "query($id: ID!) { project(id: $id) { readiness { blockers { kind lacks artefact { key } criterion { key } \
                     party { key } evidence { kind } condition } } tasks { kind party { key } } } }";
        let seen = self.data("lead", query, json!({ "id": project })).await;
        assert_eq!(seen["project"]["readiness"]["blockers"], json!([]), "{gate}: {:#}", seen["project"]);
        tally
    }
}

impl<T: Files> Works for T {}

/// What a task to judge asks: the criterion and the party.
fn asked(task: &Value) -> (String, String) {
    (key(&task["criterion"]).to_owned(), key(&task["party"]).to_owned())
}
