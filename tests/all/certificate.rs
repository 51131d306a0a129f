//! A supplier's certificate runs out under three projects in use: its owners hear ahead, each project hears once, and what
//! rested on it is asked again.

use serde_json::{Value, json};
use tests::acts::Acts as _;
use tests::house::{House, Household};
use tests::letters::{Arrived, compare};
use tests::site::Backend;
use tests::works::Works as _;

use crate::small::{PEOPLE, facts, funnel};

/// Where the small funnel says on what the yearly question about safety rests.
const RESTS: &str = "          - organisation: risicoanalyse-informatiebeveiliging\n          - organisation: informatiebeveiligingsbeleid\n";
/// Here it rests on what suppliers have to show as well.
const CERTIFICATE: &str = "          - organisation: certificaat\n";
const KIND: &str = "organisation_evidence:
  - id: certificaat
    name: { nl: Certificaat van de leverancier, en: Certificate of the supplier }
    of_supplier: true
    submitted_by: [ict]
    judged_by: kwaliteit
";

fn with_certificates() -> String {
    let source = funnel().replacen("organisation_evidence:\n", KIND, 1);
    let source = source.replacen(RESTS, &format!("{RESTS}{CERTIFICATE}"), 1);
    assert!(source.contains(CERTIFICATE) && source.contains(KIND), "the funnel asks for the certificate");
    source
}

/// A project in use, whose yearly question is answered on the certificate of this supplier.
async fn in_use(house: &House, title: &str, supplier: &str) -> String {
    let project = house.begin(title, &facts(&[])).await;
    house.act("lead", "nameSuppliers", "NameSuppliersInput", &project, json!({ "suppliers": [supplier] })).await;
    for gate in ["g1", "g2"] {
        house.make_ready(&project, gate).await;
        house.decide("owner", &project, gate, "GO").await;
    }
    house.act("lead", "openRound", "ProjectInput", &project, json!({})).await;
    house.work(&project).await;
    assert_eq!(standing(house, &project).await, json!([]), "{title} is ready for its yearly decision");
    project
}

async fn standing(house: &House, project: &str) -> Value {
    house.readiness("owner", project).await["blockers"].take()
}

/// Those of the letters that are about the certificate.
fn about(letters: Vec<Arrived>) -> Vec<Arrived> {
    letters.into_iter().filter(|letter| letter.subject.contains("Certificaat van de leverancier")).collect()
}

async fn it_runs_out(backend: Backend) {
    let source = with_certificates();
    let house = House::open(backend, &Household { people: PEOPLE, without_account: &[], funnel: &source }).await;
    house.prove("lead").await;
    for (supplier, days) in [("demo-zorgsoftware", 40), ("demo-ander", 400)] {
        house
            .organise(
                "lead",
                "nameSupplier",
                "NameSupplierInput",
                json!({ "supplier": supplier, "name": "Demo leverancier" }),
            )
            .await;
        let of = json!({ "kind": "certificaat", "supplier": supplier });
        house.prove_one(&of, 1, json!(house.in_days(days)), "ict", "kwaliteit").await;
    }
    let titles = ["Agenda", "Dagboek", "Beeldbellen"];
    let mut projects = Vec::new();
    for title in titles {
        projects.push(in_use(&house, title, "demo-zorgsoftware").await);
    }
    let other = in_use(&house, "Anders", "demo-ander").await;
    house.letters().await;

    house.days(15).await;
    let ahead = about(house.letters().await);
    compare(&ahead, &[("colleague", "'Certificaat van de leverancier' geldt tot en met ")]);
    house.days(27).await;
    let told = about(house.letters().await);
    let changed = "'Certificaat van de leverancier' is veranderd (";
    compare(&told, &[("lead", changed), ("quality", changed)].repeat(titles.len()));
    for title in titles {
        let heard = told.iter().filter(|letter| letter.subject.contains(&format!("'{title}'"))).count();
        assert_eq!(heard, 2, "{title}: the lead once and whoever judged once");
    }
    for project in &projects {
        let blockers = standing(&house, project).await;
        assert!(blockers.to_string().contains("nog-veilig"), "asked again: {blockers:#}");
    }
    assert_eq!(standing(&house, &other).await, json!([]), "another supplier's project is as it was");

    // Days go by, and nobody is told again.
    house.days(3).await;
    assert_eq!(about(house.letters().await), []);

    // A new certificate: whoever judged looks once more, and all is well.
    let of = json!({ "kind": "certificaat", "supplier": "demo-zorgsoftware" });
    house.prove_one(&of, 2, json!(house.in_days(700)), "ict", "kwaliteit").await;
    house.days(0).await;
    let mut renewed = [("lead", changed), ("quality", changed)].repeat(titles.len());
    renewed.push(("quality", "Wilt u 'Certificaat van de leverancier' beoordelen?"));
    compare(&about(house.letters().await), &renewed);
    for project in &projects {
        house.work(project).await;
        assert_eq!(standing(&house, project).await, json!([]));
    }
    house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_runs_out_under_three_projects_on_sqlite() {
    it_runs_out(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_runs_out_under_three_projects_on_postgresql() {
    it_runs_out(Backend::Postgres).await;
}
