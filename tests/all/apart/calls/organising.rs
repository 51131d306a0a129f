//! The organisation: what is read of it, and every act on it.

use serde_json::{Value, json};

use super::super::sides::Side;
use super::{Call, call};

pub fn reads() -> Vec<Call> {
    vec![
        call("Query.organisation", "administrator", "{ organisation * }", json!({})),
        call(
            "Organisation.timeline",
            "reader",
            "query($first: Int!, $after: String) { organisation { timeline(first: $first, after: $after) * } }",
            json!({ "first": 5, "after": null }),
        ),
        call(
            "Organisation.evidenceOf",
            "ict",
            "query($kind: String!, $supplier: String) { organisation { evidenceOf(kind: $kind, supplier: $supplier) * } }",
            json!({ "kind": "nen7510", "supplier": null }),
        ),
    ]
}

/// Every act on the organisation, by somebody who may. Some are done, some are refused: both are answers to its own people.
pub fn acts(side: &Side) -> Vec<Call> {
    let who = |name: &str| side.settled.who(name).id().to_string();
    let of = |field, who, document, mut input: Value| {
        input["key"] = json!("a key is put here");
        call(field, who, document, json!({ "input": input }))
    };
    vec![
        of(
            "Mutation.defineEvidence",
            "administrator",
            "mutation($input: DefineEvidenceInput!) { defineEvidence(input: $input) * }",
            json!({ "kind": "nen7510", "nameNl": "Norm", "nameEn": "Norm", "ofSupplier": false, "submittedBy": ["ict"],
                    "judgedBy": "kwaliteit", "validDays": 365 }),
        ),
        of(
            "Mutation.setBoard",
            "administrator",
            "mutation($input: SetBoardInput!) { setBoard(input: $input) * }",
            json!({ "party": "stuurgroep" }),
        ),
        of(
            "Mutation.setBody",
            "administrator",
            "mutation($input: SetBodyInput!) { setBody(input: $input) * }",
            json!({ "body": "clientenraad", "termDays": 10, "waitingDays": 0, "meetings": ["2999-01-01"],
                    "recess": [{ "first": "2999-02-01", "last": "2999-02-02" }], "coachedBy": "secretaris" }),
        ),
        of(
            "Mutation.nameSupplier",
            "administrator",
            "mutation($input: NameSupplierInput!) { nameSupplier(input: $input) * }",
            json!({ "supplier": "leverancier", "name": "Een leverancier" }),
        ),
        of(
            "Mutation.bringInSupplier",
            "administrator",
            "mutation($input: BringInSupplierInput!) { bringInSupplier(input: $input) * }",
            json!({ "supplier": "tweede-leverancier", "name": "Een tweede leverancier", "kind": "nen7510",
                    "text": "Een verslag.", "validUntil": "2999-01-01" }),
        ),
        of(
            "Mutation.delegate",
            "administrator",
            "mutation($input: DelegateInput!) { delegate(input: $input) * }",
            json!({ "party": "ict", "fromId": who("ict"), "toId": who("care"), "first": "2999-01-01", "last": "2999-01-02" }),
        ),
        of(
            "Mutation.endDelegation",
            "administrator",
            "mutation($input: EndDelegationInput!) { endDelegation(input: $input) * }",
            json!({ "delegation": 99 }),
        ),
        of(
            "Mutation.submitEvidence",
            "ict",
            "mutation($input: SubmitEvidenceInput!) { submitEvidence(input: $input) * }",
            json!({ "kind": "nen7510", "supplier": null, "text": "Een verslag.", "fileIds": [side.evidence_file],
                    "validUntil": "2999-01-01" }),
        ),
        of(
            "Mutation.judgeEvidence",
            "quality",
            "mutation($input: JudgeEvidenceInput!) { judgeEvidence(input: $input) * }",
            json!({ "kind": "nen7510", "supplier": "niemand", "revision": 99, "sufficient": false, "proof": "PAPER",
                    "motivation": "Te oud." }),
        ),
        of(
            "Mutation.adoptPlan",
            "chair",
            "mutation($input: AdoptPlanInput!) { adoptPlan(input: $input) * }",
            json!({ "kind": "nen7510", "supplier": "niemand", "plan": "Wij doen het.", "due": "2999-01-01" }),
        ),
        of(
            "Mutation.agreeToBeInformed",
            "quality",
            "mutation($input: AgreeInput!) { agreeToBeInformed(input: $input) * }",
            json!({ "body": "clientenraad", "conditions": [{ "fact": "impact", "value": "klein", "comparison": "AT_MOST" }],
                    "text": "Kleine plannen hoeven wij alleen te weten." }),
        ),
        of(
            "Mutation.revokeAgreement",
            "quality",
            "mutation($input: RevokeAgreementInput!) { revokeAgreement(input: $input) * }",
            json!({ "agreement": 99, "reason": "Toch niet." }),
        ),
        of(
            "Mutation.consultBody",
            "administrator",
            "mutation($input: ConsultBodyInput!) { consultBody(input: $input) * }",
            json!({ "funnelId": side.settled.funnel.to_string(), "kind": null, "supplier": null, "body": "clientenraad",
                    "right": "ADVICE", "question": "Wat vindt u?", "summary": "Een trechter.", "due": "2999-01-01" }),
        ),
        of(
            "Mutation.workOnOrganisationConsultation",
            "quality",
            "mutation($input: OrganisationConsultationInput!) { workOnOrganisationConsultation(input: $input) * }",
            json!({ "consultation": 99, "action": "ESTABLISH_ADVICE", "text": "Goed.", "verdict": "POSITIVE", "minority": "Nee.",
                    "following": "FOLLOWED", "until": "2999-01-01", "on": "2020-01-01", "choice": "KEEP" }),
        ),
    ]
}
