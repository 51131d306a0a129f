//! The acts of consultations, of use and of what was recorded.

use serde_json::{Value, json};

use super::super::sides::Side;
use super::{Call, ZEROS, call};

/// An answer that somebody enters for the council's chair.
pub fn on_behalf(side: &Side) -> Value {
    let chair = side.settled.who("quality").id().to_string();
    json!({ "personId": chair, "heldOn": "2020-01-01", "presentIds": [chair], "minutes": "Zo ging het.", "minutesFileId": null,
            "votes": { "inFavour": 1, "against": 0, "abstained": 0 } })
}

/// Every act of a consultation. Each is refused: the first two are answered, the third waits, and nobody may record here.
#[expect(clippy::too_many_lines, reason = "a table with a row for each act")]
pub fn consulting(side: &Side) -> Vec<Call> {
    let behalf = on_behalf(side);
    let advice = json!({ "verdict": "NEGATIVE", "text": "Nee.", "minority": "Ja." });
    let of = |field, who, document, input: Value| act(side, field, who, document, input);
    let reason = |of: i32| json!({ "consultation": of, "reason": "Zo is het." });
    vec![
        of(
            "Mutation.openConsultation",
            "lead",
            "mutation($input: OpenConsultationInput!) { openConsultation(input: $input) * }",
            json!({ "kind": "raad-advies", "question": "Wat vindt u?", "summary": "Een plan.", "due": "2999-01-01" }),
        ),
        of(
            "Mutation.requestConsultation",
            "lead",
            "mutation($input: RequestConsultationInput!) { requestConsultation(input: $input) * }",
            json!({ "body": "clientenraad", "question": "Mogen wij iets zeggen?", "onBehalf": behalf }),
        ),
        of(
            "Mutation.volunteerAdvice",
            "lead",
            "mutation($input: VolunteerAdviceInput!) { volunteerAdvice(input: $input) * }",
            json!({ "body": "clientenraad", "advice": advice, "onBehalf": behalf }),
        ),
        of(
            "Mutation.acceptRequest",
            "lead",
            "mutation($input: AcceptRequestInput!) { acceptRequest(input: $input) * }",
            json!({ "consultation": 1, "summary": "Een plan.", "documents": ["idee"], "due": "2999-01-01" }),
        ),
        of(
            "Mutation.declineRequest",
            "lead",
            "mutation($input: ConsultationReasonInput!) { declineRequest(input: $input) * }",
            reason(1),
        ),
        of(
            "Mutation.giveOpinion",
            "quality",
            "mutation($input: GiveOpinionInput!) { giveOpinion(input: $input) * }",
            json!({ "consultation": 1, "opinion": "Ik vind het niets.", "onBehalf": behalf }),
        ),
        of(
            "Mutation.establishAdvice",
            "quality",
            "mutation($input: EstablishAdviceInput!) { establishAdvice(input: $input) * }",
            json!({ "consultation": 1, "advice": advice, "seenRevisions": [{ "artefact": "idee", "hash": ZEROS }], "onBehalf": behalf }),
        ),
        of(
            "Mutation.askExtension",
            "quality",
            "mutation($input: AskExtensionInput!) { askExtension(input: $input) * }",
            json!({ "consultation": 1, "until": "2999-01-01", "reason": "Wij willen praten." }),
        ),
        of(
            "Mutation.extendTerm",
            "lead",
            "mutation($input: ExtendTermInput!) { extendTerm(input: $input) * }",
            json!({ "consultation": 1, "until": "2999-01-01" }),
        ),
        of(
            "Mutation.keepTerm",
            "lead",
            "mutation($input: ConsultationReasonInput!) { keepTerm(input: $input) * }",
            reason(1),
        ),
        of(
            "Mutation.reviseSummary",
            "lead",
            "mutation($input: ReviseSummaryInput!) { reviseSummary(input: $input) * }",
            json!({ "consultation": 1, "summary": "Een ander plan." }),
        ),
        of(
            "Mutation.chooseTerm",
            "quality",
            "mutation($input: ChooseTermInput!) { chooseTerm(input: $input) * }",
            json!({ "consultation": 1, "choice": "EXTEND", "until": "2999-01-01" }),
        ),
        of(
            "Mutation.recordNoAnswer",
            "lead",
            "mutation($input: RecordNoAnswerInput!) { recordNoAnswer(input: $input) * }",
            json!({ "consultation": 1, "note": "Stil." }),
        ),
        of(
            "Mutation.confer",
            "lead",
            "mutation($input: ConferInput!) { confer(input: $input) * }",
            json!({ "consultation": 1, "on": "2999-01-01", "note": "Wij praatten.", "onBehalf": behalf }),
        ),
        of(
            "Mutation.respondToAdvice",
            "lead",
            "mutation($input: RespondToAdviceInput!) { respondToAdvice(input: $input) * }",
            json!({ "consultation": 3, "following": "FOLLOWED", "reason": "Goed." }),
        ),
        of(
            "Mutation.withdrawConsultation",
            "quality",
            "mutation($input: ConsultationReasonInput!) { withdrawConsultation(input: $input) * }",
            reason(99),
        ),
        of(
            "Mutation.substituteConsent",
            "lead",
            "mutation($input: SubstituteConsentInput!) { substituteConsent(input: $input) * }",
            json!({ "consultation": 1, "on": "2020-01-01", "text": "De commissie vindt het goed." }),
        ),
        of(
            "Mutation.confirmAdvice",
            "quality",
            "mutation($input: ConfirmAdviceInput!) { confirmAdvice(input: $input) * }",
            json!({ "consultation": 1, "seenRevisions": [{ "artefact": "idee", "hash": ZEROS }], "onBehalf": behalf }),
        ),
    ]
}

/// The acts in use, and on what was recorded. Nothing is in use here.
#[expect(clippy::too_many_lines, reason = "a table with a row for each act")]
pub fn in_use(side: &Side) -> Vec<Call> {
    let behalf = on_behalf(side);
    let of = |field, who, document, input: Value| act(side, field, who, document, input);
    vec![
        of(
            "Mutation.doDuty",
            "quality",
            "mutation($input: DoDutyInput!) { doDuty(input: $input) * }",
            json!({ "duty": "evaluatie", "heldOn": "2020-01-01", "note": "Gedaan." }),
        ),
        of(
            "Mutation.reportChange",
            "lead",
            "mutation($input: ReportChangeInput!) { reportChange(input: $input) * }",
            json!({ "kind": "update", "text": "Een nieuwe versie." }),
        ),
        of(
            "Mutation.closeChange",
            "ict",
            "mutation($input: CloseChangeInput!) { closeChange(input: $input) * }",
            json!({ "change": 1, "note": "Klein." }),
        ),
        of(
            "Mutation.reportSignal",
            "care",
            "mutation($input: ReportSignalInput!) { reportSignal(input: $input) * }",
            json!({ "kind": "INCIDENT", "reference": "Melding 1.", "on": "2020-01-01" }),
        ),
        of(
            "Mutation.handleSignal",
            "quality",
            "mutation($input: HandleSignalInput!) { handleSignal(input: $input) * }",
            json!({ "signal": 1, "note": "Opgelost." }),
        ),
        of(
            "Mutation.suspendUse",
            "care",
            "mutation($input: UseInput!) { suspendUse(input: $input) * }",
            json!({ "party": "zorg", "reason": "Onveilig." }),
        ),
        of(
            "Mutation.resumeUse",
            "care",
            "mutation($input: UseInput!) { resumeUse(input: $input) * }",
            json!({ "party": "zorg", "reason": "Veilig." }),
        ),
        of(
            "Mutation.planRollout",
            "lead",
            "mutation($input: PlanRolloutInput!) { planRollout(input: $input) * }",
            json!({ "name": "Team Oost", "on": "2999-01-01" }),
        ),
        of(
            "Mutation.checkRollout",
            "ict",
            "mutation($input: CheckRolloutInput!) { checkRollout(input: $input) * }",
            json!({ "rollout": 1, "party": "ict", "answers": [{ "check": "toestellen", "yes": true }] }),
        ),
        of(
            "Mutation.startRollout",
            "lead",
            "mutation($input: StartRolloutInput!) { startRollout(input: $input) * }",
            json!({ "rollout": 1, "on": "2020-01-01" }),
        ),
        of(
            "Mutation.cancelRollout",
            "lead",
            "mutation($input: CancelRolloutInput!) { cancelRollout(input: $input) * }",
            json!({ "rollout": 1, "reason": "Het team stopt." }),
        ),
        of(
            "Mutation.allowEmergencyUse",
            "chair",
            "mutation($input: AllowEmergencyUseInput!) { allowEmergencyUse(input: $input) * }",
            json!({ "until": "2999-01-01", "reason": "Het moet.", "heard": [{ "party": "ict", "said": "Goed." }], "onBehalf": behalf }),
        ),
        of(
            "Mutation.endEmergencyUse",
            "chair",
            "mutation($input: EndEmergencyUseInput!) { endEmergencyUse(input: $input) * }",
            json!({ "reason": "Het hoeft niet meer.", "onBehalf": behalf }),
        ),
        of(
            "Mutation.reportWork",
            "lead",
            "mutation($input: ReportWorkInput!) { reportWork(input: $input) * }",
            json!({ "phase": "idee", "beganOn": "2999-01-01", "note": "Begonnen." }),
        ),
        of(
            "Mutation.nameSuppliers",
            "lead",
            "mutation($input: NameSuppliersInput!) { nameSuppliers(input: $input) * }",
            json!({ "suppliers": ["leverancier"] }),
        ),
        of(
            "Mutation.contestRecord",
            "quality",
            "mutation($input: ContestRecordInput!) { contestRecord(input: $input) * }",
            json!({ "record": 1, "reason": "Dat zei ik niet." }),
        ),
        of(
            "Mutation.upholdDecision",
            "chair",
            "mutation($input: UpholdDecisionInput!) { upholdDecision(input: $input) * }",
            json!({ "gate": "g0", "motivation": "Het blijft zo." }),
        ),
    ]
}

fn act(side: &Side, field: &'static str, who: &'static str, document: &'static str, mut input: Value) -> Call {
    input["key"] = json!("a key is put here");
    input["projectId"] = json!(side.project);
    call(field, who, document, json!({ "input": input }))
}
