//! How each field that takes arguments is called, by somebody who may.

mod consulting;
mod organising;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::acts::unique;

use super::sides::Side;

/// A field, the document that calls it, its variables, and who calls it with success or with a refusal of the engine.
/// In the document `*` stands for the selection.
pub struct Call {
    pub field: &'static str,
    pub document: &'static str,
    pub variables: Value,
    pub who: &'static str,
}

const ZEROS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Arguments of fields within selections.
pub fn inline() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        ("Project.artefact", "key: \"ict-toets\""),
        ("Project.consultation", "number: 1"),
        ("Project.timeline", "first: 40"),
        ("Organisation.timeline", "first: 40"),
        ("Organisation.evidenceOf", "kind: \"nen7510\""),
        ("Artefact.revision", "number: 1"),
        ("Artefact.revisions", "first: 3"),
    ])
}

/// The table. What is seen in a mutation is out of date on purpose, or the act is refused: so the provider's own project
/// stays as it is while ids of the other go in.
pub fn table(side: &Side) -> Vec<Call> {
    let mut calls = reads(side);
    calls.extend(acts(side));
    calls.extend(consulting::consulting(side));
    calls.extend(consulting::in_use(side));
    calls.extend(organising::reads());
    calls.extend(organising::acts(side));
    calls
}

fn call(field: &'static str, who: &'static str, document: &'static str, variables: Value) -> Call {
    Call { field, document, variables, who }
}

fn reads(side: &Side) -> Vec<Call> {
    let project = &side.project;
    vec![
        call("Query.viewer", "lead", "{ viewer * }", json!({})),
        call("Query.funnels", "lead", "{ funnels * }", json!({})),
        call("Query.project", "lead", "query($id: ID!) { project(id: $id) * }", json!({ "id": project })),
        call(
            "Query.projects",
            "manager",
            "query($first: Int!, $after: String, $lifecycle: Lifecycle) { projects(first: $first, after: $after, lifecycle: \
             $lifecycle) * }",
            json!({ "first": 1, "after": null, "lifecycle": "ACTIVE" }),
        ),
        call(
            "Query.tasks",
            "ict",
            "query($first: Int!, $after: String, $list: TaskList!) { tasks(first: $first, after: $after, list: $list) * }",
            json!({ "first": 2, "after": null, "list": "WAITING_FOR_OTHERS" }),
        ),
        call(
            "Query.agenda",
            "chair",
            "query($party: String!, $first: Int!, $after: String) { agenda(party: $party, first: $first, after: $after) * }",
            json!({ "party": "stuurgroep", "first": 1, "after": null }),
        ),
        call(
            "Query.people",
            "lead",
            "query($first: Int!, $after: String) { people(first: $first, after: $after) * }",
            json!({ "first": 50, "after": null }),
        ),
        call(
            "Query.migrationPreview",
            "manager",
            "query($projectId: ID!, $funnelId: ID!, $phase: String) { migrationPreview(projectId: $projectId, funnelId: $funnelId, \
             phase: $phase) * }",
            json!({ "projectId": project, "funnelId": side.other_version.to_string(), "phase": "verkenning" }),
        ),
        call(
            "Project.consultation",
            "lead",
            "query($id: ID!, $number: Int!) { project(id: $id) { consultation(number: $number) * } }",
            json!({ "id": project, "number": 1 }),
        ),
        call(
            "Project.artefact",
            "lead",
            "query($id: ID!, $key: String!) { project(id: $id) { artefact(key: $key) * } }",
            json!({ "id": project, "key": "ict-toets" }),
        ),
        call(
            "Project.timeline",
            "lead",
            "query($id: ID!, $first: Int!, $after: String) { project(id: $id) { timeline(first: $first, after: $after) * } }",
            json!({ "id": project, "first": 5, "after": null }),
        ),
        call(
            "Artefact.revision",
            "ict",
            "query($id: ID!, $number: Int!) { project(id: $id) { artefact(key: \"ict-toets\") { revision(number: $number) * } } }",
            json!({ "id": project, "number": 1 }),
        ),
        call(
            "Artefact.revisions",
            "ict",
            "query($id: ID!, $first: Int!, $after: String) { project(id: $id) { artefact(key: \"ict-toets\") { \
             revisions(first: $first, after: $after) * } } }",
            json!({ "id": project, "first": 5, "after": null }),
        ),
        call(
            "Subscription.projectChanged",
            "lead",
            "subscription($projectId: ID) { projectChanged(projectId: $projectId) * }",
            json!({ "projectId": project }),
        ),
    ]
}

fn acts(side: &Side) -> Vec<Call> {
    let (project, key) = (&side.project, "a key is put here");
    let seen = json!([{ "artefact": "ict-toets", "hash": ZEROS }]);
    let behalf = consulting::on_behalf(side);
    let of = |field, who, document, input: Value| call(field, who, document, json!({ "input": input }));
    vec![
        of(
            "Mutation.startProject",
            "manager",
            "mutation($input: StartProjectInput!) { startProject(input: $input) * }",
            json!({ "key": key, "title": "Nog een", "summary": "Een plan.", "leadId": side.settled.who("lead").id().to_string(),
                    "funnelId": side.settled.funnel.to_string() }),
        ),
        of(
            "Mutation.answerFacts",
            "lead",
            "mutation($input: AnswerFactsInput!) { answerFacts(input: $input) * }",
            json!({ "key": key, "projectId": project, "answers": [{ "fact": "impact", "value": "middel" }] }),
        ),
        of(
            "Mutation.confirmFact",
            "quality",
            "mutation($input: ConfirmFactInput!) { confirmFact(input: $input) * }",
            json!({ "key": key, "projectId": project, "fact": "impact", "value": "klein", "onBehalf": behalf }),
        ),
        of(
            "Mutation.confirmFacts",
            "quality",
            "mutation($input: ConfirmFactsInput!) { confirmFacts(input: $input) * }",
            json!({ "key": key, "projectId": project, "facts": [{ "fact": "impact", "value": "klein" }], "onBehalf": behalf }),
        ),
        of(
            "Mutation.saveDraft",
            "ict",
            "mutation($input: SaveDraftInput!) { saveDraft(input: $input) * }",
            json!({ "projectId": project, "artefact": "ict-toets", "version": 1, "answers": {}, "fileIds": [side.file] }),
        ),
        of(
            "Mutation.discardDraft",
            "ict",
            "mutation($input: DiscardDraftInput!) { discardDraft(input: $input) * }",
            json!({ "projectId": project, "artefact": "ict-toets", "version": 99 }),
        ),
        of(
            "Mutation.submitRevision",
            "ict",
            "mutation($input: SubmitRevisionInput!) { submitRevision(input: $input) * }",
            json!({ "key": key, "projectId": project, "artefact": "ict-toets", "stage": "FINAL", "draftVersion": 99,
                    "seenRevision": ZEROS }),
        ),
        of(
            "Mutation.reviewRevision",
            "quality",
            "mutation($input: ReviewRevisionInput!) { reviewRevision(input: $input) * }",
            json!({ "key": key, "projectId": project, "artefact": "risicoanalyse", "party": "kwaliteit", "verdict": "APPROVE",
                    "note": "Prima.", "seenRevision": ZEROS, "onBehalf": behalf,
                    "answers": [{ "criterion": "client-risico", "answer": "MET", "proof": "PAPER", "motivation": "Prima." }] }),
        ),
        of(
            "Mutation.judgeCriterion",
            "ict",
            "mutation($input: JudgeCriterionInput!) { judgeCriterion(input: $input) * }",
            json!({ "key": key, "projectId": project, "criterion": "ict-gereed", "party": "ict", "answer": "MET",
                    "proof": "PAPER", "motivation": "Prima.", "seenRound": 99, "seenRevisions": seen, "onBehalf": behalf }),
        ),
        of(
            "Mutation.confirmAnswers",
            "quality",
            "mutation($input: ConfirmAnswersInput!) { confirmAnswers(input: $input) * }",
            json!({ "key": key, "projectId": project, "party": "kwaliteit", "artefacts": ["risicoanalyse"],
                    "criteria": ["client-risico"], "seenRevisions": [{ "artefact": "risicoanalyse", "hash": ZEROS }] }),
        ),
        of(
            "Mutation.decideGate",
            "chair",
            "mutation($input: DecideGateInput!) { decideGate(input: $input) * }",
            json!({ "key": key, "projectId": project, "gate": "g1", "outcome": "REWORK", "reworkTo": "idee",
                    "motivation": "Nog niet.", "lessons": "Nog geen.", "reviewOn": null, "seenReadiness": ZEROS, "onBehalf": behalf,
                    "meeting": { "party": "stuurgroep", "heldOn": "2020-01-01", "round": 1, "voterId": behalf["personId"] },
                    "conditions": [{ "kind": "AGREED", "artefact": null, "stage": "FINAL", "criterion": null, "party": null,
                                     "text": "Kijk het na.", "ownerId": side.settled.who("lead").id().to_string(),
                                     "due": "2999-01-01", "blocks": "g1" }] }),
        ),
    ]
    .into_iter()
    .chain(steering(side))
    .collect()
}

/// The acts that steer a project beside its gates. Each is refused: nothing is on hold, stopped, planned or owed here.
fn steering(side: &Side) -> Vec<Call> {
    let (project, key) = (&side.project, "a key is put here");
    let of = |field, who, document, input: Value| call(field, who, document, json!({ "input": input }));
    let lead = side.settled.who("lead").id().to_string();
    let funnel = side.settled.funnel.to_string();
    vec![
        of(
            "Mutation.workOnCondition",
            "lead",
            "mutation($input: WorkOnConditionInput!) { workOnCondition(input: $input) * }",
            json!({ "key": key, "projectId": project, "condition": 1, "step": "REPORT", "note": "Klaar." }),
        ),
        of(
            "Mutation.waiveCriterion",
            "chair",
            "mutation($input: WaiveCriterionInput!) { waiveCriterion(input: $input) * }",
            json!({ "key": key, "projectId": project, "criterion": "ict-gereed", "reason": "Zo is het.", "seenRound": 99 }),
        ),
        of(
            "Mutation.decideExtra",
            "chair",
            "mutation($input: DecideExtraInput!) { decideExtra(input: $input) * }",
            json!({ "key": key, "projectId": project, "condition": 1, "aftermath": "PAUSE", "due": null, "motivation": "Even wachten.",
                    "lessons": "Nog geen." }),
        ),
        of(
            "Mutation.openRound",
            "lead",
            "mutation($input: ProjectInput!) { openRound(input: $input) * }",
            json!({ "key": key, "projectId": project }),
        ),
        of(
            "Mutation.endHold",
            "lead",
            "mutation($input: ProjectInput!) { endHold(input: $input) * }",
            json!({ "key": key, "projectId": project }),
        ),
        of(
            "Mutation.reopenProject",
            "chair",
            "mutation($input: ReopenProjectInput!) { reopenProject(input: $input) * }",
            json!({ "key": key, "projectId": project, "phase": "idee", "motivation": "Toch wel." }),
        ),
        of(
            "Mutation.migrateProject",
            "manager",
            "mutation($input: MigrateProjectInput!) { migrateProject(input: $input) * }",
            json!({ "key": key, "projectId": project, "funnelId": funnel, "phase": "idee" }),
        ),
        of(
            "Mutation.bringInProject",
            "manager",
            "mutation($input: BringInProjectInput!) { bringInProject(input: $input) * }",
            json!({ "key": key, "title": "Loopt al", "summary": "Een plan.", "leadId": lead, "funnelId": funnel, "phase": "verkenning",
                    "reason": "Het liep al.", "facts": [{ "fact": "impact", "value": "middel" }], "ownerId": lead, "due": "2999-01-01" }),
        ),
    ]
}

impl Call {
    /// Its variables with a fresh idempotency key.
    pub fn fresh(&self) -> Value {
        let mut variables = self.variables.clone();
        if let Some(key) = variables.pointer_mut("/input/key") {
            *key = json!(unique("apart"));
        }
        variables
    }

    /// The document with a selection.
    pub fn asking(&self, selection: &str) -> String {
        self.document.replace('*', selection)
    }

    /// Where in the variables a text stands that somebody could replace, as JSON pointers. Words of the schema are none.
    pub fn texts(&self) -> Vec<String> {
        let mut found = Vec::new();
        walk(&self.variables, String::new(), &mut found);
        found
    }
}

fn walk(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| walk(value, format!("{path}/{name}"), found)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| walk(value, format!("{path}/{at}"), found)),
        Value::String(text) if text.chars().all(|c| c.is_ascii_uppercase() || c == '_') => {}
        Value::String(_) => found.push(path),
        Value::Null if path.ends_with("after") => found.push(path),
        _ => {}
    }
}
