//! Virtual reality in a treatment: a medical device that touches quality policy. Consent is withheld, the proposal changed, and
//! consent given; what is missing at the release becomes a debt that is called in.

use serde_json::json;
use tests::life::{Life, Says};

use super::bodies::{COUNCIL, agrees, consultation, each, open, to_open};
use super::in_use::begins_use;
use super::people::virtual_reality;
use super::{borrowed, go, owned};

/// What it is called.
const TITLE: &str = "VR-training";

pub async fn a_treatment(life: &impl Life) {
    let project = life.begin(TITLE, &virtual_reality()).await;
    go(life, "nurse", &project, "g0", TITLE).await;
    life.work(&project).await;
    let needed = needed_documents(life, &project).await;
    assert!(needed.contains(&"mdr-toets".to_owned()), "a medical device is looked at as one: {needed:?}");
    for (key, who) in [("raad-geinformeerd", ""), ("fg-advies", "fg")] {
        if who.is_empty() {
            open(life, &project, key).await
        } else {
            agrees(life, &project, key, who).await
        };
    }
    life.mail().await;
    for gate in ["g1", "g2"] {
        go(life, "chair", &project, gate, TITLE).await;
    }
    life.work(&project).await;
    for (key, who) in [("raad-advies", "council"), ("expertgroep-advies", "nurse")] {
        agrees(life, &project, key, who).await;
    }
    life.mail().await;
    go(life, "chair", &project, "g3", TITLE).await;
    life.work_but(&project, &["beheerplan"]).await;
    life.asked_to_review().await;
    consent_is_given_on_a_changed_proposal(life, &project).await;
    what_is_missing_is_called_in(life, &project).await;
}

async fn needed_documents(life: &impl Life, project: &str) -> Vec<String> {
    let query = "query($id: ID!) { project(id: $id) { artefacts { kind { key } neededNow } } }";
    let data = life.data("lead", query, json!({ "id": project })).await;
    let list = data["project"]["artefacts"].as_array().expect("a list").iter();
    let needed = list.filter(|one| one["neededNow"] == true);
    needed.map(|one| one["kind"]["key"].as_str().expect("a key").to_owned()).collect()
}

/// Law 3: the owner hears of it, it is late, it calls an extra decision that gives it another date, and it is met.
async fn what_is_missing_is_called_in(life: &impl Life, project: &str) {
    let refused = life.decide_refused("chair", project, "g4", "GO").await;
    assert_eq!(refused["code"], "REJECTED");
    let due = life.in_days(20);
    assert_eq!(life.go_with_conditions("chair", project, "g4", "ict", &due).await, "in-gebruik");
    let mut expected = begins_use(TITLE);
    expected.extend([("ict", "Wilt u afspraak 1 van"), ("ict", "Wilt u afspraak 2 van")].map(owned));
    life.heard(&borrowed(&expected)).await;
    life.pass(21).await;
    let mut late = Vec::new();
    for number in [1, 2] {
        late.extend(["ict", "lead"].map(|who| (who, format!("Afspraak {number} van '{TITLE}' moest klaar zijn op"))));
        let extra = format!("Afspraak {number} van '{TITLE}' is te laat. Er is een extra besluit nodig, uiterlijk ");
        late.extend(["ict", "lead", "chair"].map(|who| (who, extra.clone())));
    }
    life.heard(&borrowed(&late)).await;
    for number in [1, 2] {
        let input = json!({ "aftermath": "GO_ON", "condition": number, "due": life.in_days(30), "motivation": "Het kan nog even zo." });
        life.act("chair", "decideExtra", "DecideExtraInput", project, input).await;
    }
    let postponed = [1, 2].map(|number| ("ict", format!("Afspraak {number} van '{TITLE}' heeft een nieuwe datum")));
    life.heard(&borrowed(&postponed)).await;
    it_is_met(life, project).await;
}

async fn it_is_met(life: &impl Life, project: &str) {
    let query = "query($id: ID!) { project(id: $id) { conditions { number kind acceptedBy { key } reported } } }";
    life.rewrite("ict", project, "beheerplan", "").await;
    // Nobody judges their own work; while no round is open the letter alone asks for it.
    life.heard(&[("architect", "Wilt u 'Plan voor beheer en onderhoud' van 'VR-training' beoordelen?")]).await;
    life.approve("architect", project, "beheerplan", "ict").await;
    let open = life.data("lead", query, json!({ "id": project })).await["project"]["conditions"].take();
    for condition in open.as_array().expect("a list") {
        let number = &condition["number"];
        let report = json!({ "condition": number, "step": "REPORT", "note": "Het plan is er." });
        life.act("ict", "workOnCondition", "WorkOnConditionInput", project, report).await;
        let party = condition["acceptedBy"]["key"].as_str().expect("a party");
        let accepts = *life.settled().members(party).last().expect("somebody");
        let told: Vec<_> = life.settled().members(party).iter().filter(|who| **who != "ict").copied().collect();
        let subject = format!("Is afspraak {number} van '{TITLE}' klaar? Wilt u kijken?");
        life.heard(&each(&told, &subject)).await;
        let accept = json!({ "condition": number, "step": "ACCEPT" });
        life.act(accepts, "workOnCondition", "WorkOnConditionInput", project, accept).await;
    }
    life.heard(&[]).await;
    let closed = life.data("lead", query, json!({ "id": project })).await["project"]["conditions"].take();
    assert_eq!(closed, json!([]));
}

/// Consent is withheld on paper, which the coach enters; the gate stays shut until the proposal is another one and consent is
/// given on a new request.
pub async fn consent_is_given_on_a_changed_proposal(life: &impl Life, project: &str) {
    let number = open(life, project, "raad-instemming").await;
    life.heard(&each(&COUNCIL, "Stemt u in met 'VR-training'? U heeft tijd tot en met")).await;
    let seen = consultation(life, "client", project, number).await;
    assert_eq!(seen["verdicts"], json!(["CONSENT_GIVEN", "CONSENT_WITHHELD"]));
    let says = |verdict| Says { verdict, text: "Zo denken wij erover.", minority: "" };
    life.enter("coach", "council", project, number, says("CONSENT_WITHHELD")).await;
    life.heard(&[
        ("council", "Klopt dit? Iemand vulde voor u het antwoord in over 'VR-training'"),
        ("client", "De Cliëntenraad heeft antwoord gegeven over 'VR-training'"),
        ("lead", "De Cliëntenraad stemt niet in met 'VR-training'"),
        ("chair", "De Cliëntenraad stemt niet in met 'VR-training'"),
    ])
    .await;
    assert!(life.blockers("chair", project).await.contains(&"CONSULTATION".to_owned()));
    let decision = life.decide_refused("chair", project, "g4", "GO").await;
    assert_eq!(decision["code"], "REJECTED");
    let again = json!({ "kind": "raad-instemming", "question": "En nu?" });
    let same = life.refused("lead", "openConsultation", "OpenConsultationInput", project, again).await;
    assert_eq!(same, "proposal_unchanged");
    life.rewrite("lead", project, "samenvatting", "met papier").await;
    life.work_but(project, &["beheerplan"]).await;
    life.asked_to_review().await;
    assert_eq!(to_open(life, project).await[0]["replaces"], number);
    let again = open(life, project, "raad-instemming").await;
    assert_eq!(again, number + 1);
    life.heard(&each(&COUNCIL, "Stemt u in met 'VR-training'? U heeft tijd tot en met")).await;
    life.establish("council", project, again, says("CONSENT_GIVEN")).await;
    life.heard(&[
        ("client", "De Cliëntenraad heeft antwoord gegeven over 'VR-training'"),
        ("coach", "De Cliëntenraad heeft antwoord gegeven over 'VR-training'"),
        ("lead", "De Cliëntenraad stemt in met 'VR-training'"),
    ])
    .await;
}
