//! The answers of forms: what is wrong in them, in words, and which fields changed.

use std::collections::BTreeSet;

use engine::{ArtefactKey, ArtefactKind};
use funnel::{Definition, Form, SubmittedDates, changed_fields, limits, parse, submitted_dates};
use serde_json::{Value, json};

const SMALL: &str = include_str!("small.yaml");

fn small() -> Definition {
    parse(SMALL).expect("nothing is wrong with it")
}

fn shipped() -> Definition {
    parse(funnel::shipped::ALL[0].1).expect("nothing is wrong with it")
}

fn form(definition: &Definition, artefact: &str) -> Form {
    definition.forms[&ArtefactKey::parse(artefact).expect("a key")].clone()
}

fn kind<'a>(definition: &'a Definition, artefact: &str) -> &'a ArtefactKind {
    definition.funnel.artefact(&ArtefactKey::parse(artefact).expect("a key")).expect("a document of the funnel")
}

/// What is wrong, as `path rule: Dutch`.
fn wrong(form: &Form, answers: &Value) -> Vec<String> {
    form.check(answers).into_iter().map(|p| format!("{} {}: {}", p.path, p.rule, p.message.nl)).collect()
}

fn good() -> Value {
    json!({
        "goal": "Minder reizen",
        "start": "2026-03-14",
        "size": "s",
        "risks": [{ "likelihood": 1, "impact": 5 }],
    })
}

#[test]
fn good_answers_are_accepted() {
    assert_eq!(wrong(&form(&small(), "plan"), &good()), Vec::<String>::new());
    assert_eq!(wrong(&form(&small(), "plan"), &json!({ "goal": "Minder reizen" })), Vec::<String>::new());
}

#[test]
fn each_wrong_answer_is_told_at_its_field() {
    let form = form(&small(), "plan");
    for (answers, expected) in [
        (json!({}), "/goal required: Vul dit in."),
        (json!([]), " type: Hier horen velden met een naam."),
        (json!({ "goal": 3 }), "/goal type: Vul tekst in."),
        (json!({ "goal": "x".repeat(1001) }), "/goal maxLength: Schrijf hoogstens 1000 tekens."),
        (json!({ "goal": "x", "start": "14-03-2026" }), "/start format: Vul een datum in als jjjj-mm-dd, zoals 2026-03-14."),
        (json!({ "goal": "x", "start": "2026-02-30" }), "/start format: Vul een datum in als jjjj-mm-dd, zoals 2026-03-14."),
        (json!({ "goal": "x", "size": "xl" }), "/size oneOf: Kies een van de antwoorden."),
        (json!({ "goal": "x", "risks": {} }), "/risks type: Hier hoort een lijst."),
        (json!({ "goal": "x", "risks": [{}] }), "/risks/0/likelihood required: Vul dit in."),
        (
            json!({ "goal": "x", "risks": [{ "likelihood": 1, "impact": 6 }] }),
            "/risks/0/impact maximum: Vul 5 of minder in.",
        ),
        (
            json!({ "goal": "x", "risks": [{ "likelihood": 1, "impact": 2.5 }] }),
            "/risks/0/impact type: Vul een heel getal in.",
        ),
        (
            json!({ "goal": "x", "doel/1": 1 }),
            "/doel~11 unevaluatedProperties: Dit veld hoort niet bij dit formulier. Haal het weg.",
        ),
        (
            json!({ "goal": "x", "risks": [{ "likelihood": 1, "extra": 1 }] }),
            "/risks/0/extra unevaluatedProperties: Dit veld hoort niet bij dit formulier. Haal het weg.",
        ),
        (json!({ "goal": "a\u{202e}b" }), "/goal characters: In deze tekst staan onzichtbare tekens. Typ de tekst opnieuw."),
        (json!({ "goal": "a\u{0}b" }), "/goal characters: In deze tekst staan onzichtbare tekens. Typ de tekst opnieuw."),
    ] {
        assert_eq!(wrong(&form, &answers), [expected], "{answers}");
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let answers = json!({ "start": "morgen", "size": 4, "risks": [{ "likelihood": 0, "impact": 9 }] });
    let rules: BTreeSet<_> = form(&small(), "plan").check(&answers).into_iter().map(|p| (p.path, p.rule)).collect();
    let expected = [
        ("/goal", "required"),
        ("/risks/0/impact", "maximum"),
        ("/risks/0/likelihood", "minimum"),
        ("/size", "oneOf"),
        ("/start", "format"),
    ];
    let expected: BTreeSet<_> = expected.iter().map(|(path, rule)| ((*path).to_owned(), (*rule).to_owned())).collect();
    assert!(rules.is_superset(&expected), "{rules:?}");
    assert_eq!(rules.iter().map(|(path, _)| path).collect::<BTreeSet<_>>().len(), expected.len());
}

#[test]
fn a_line_break_is_no_invisible_character() {
    assert_eq!(wrong(&form(&small(), "plan"), &json!({ "goal": "een\ntwee\tdrie – é 👍" })), Vec::<String>::new());
}

#[test]
fn answers_have_a_size_and_a_depth() {
    let form = form(&small(), "plan");
    let rules = |answers: &Value| form.check(answers).into_iter().map(|p| p.rule).collect::<Vec<_>>();
    assert_eq!(rules(&json!({ "goal": "x".repeat(limits::ANSWERS_BYTES) })), ["size"]);
    let mut deep = json!("x");
    for _ in 0..200 {
        deep = json!([deep]);
    }
    assert_eq!(rules(&json!({ "goal": deep })), ["depth"]);
    let many: Vec<_> = (0..1000).map(|_| json!({})).collect();
    assert_eq!(rules(&json!({ "goal": "x", "risks": many })).len(), limits::FORM_PROBLEMS);
}

#[test]
fn a_form_keeps_the_order_of_the_file_and_refuses_other_fields() {
    let definition = shipped();
    let form = form(&definition, "risicoanalyse");
    let schema = form.schema();
    assert_eq!(schema["x-order"], json!(["risks", "conclusion", "changed"]));
    let columns = &schema["properties"]["risks"]["items"];
    let order = ["risk", "cause", "likelihood", "impact", "client_risk", "measure", "owner", "residual"];
    assert_eq!(columns["x-order"], json!(order));
    assert_eq!((&schema["unevaluatedProperties"], &columns["unevaluatedProperties"]), (&json!(false), &json!(false)));
}

#[test]
fn forms_go_from_thread_to_thread() {
    fn shared<T: Send + Sync + Clone + std::fmt::Debug>(_: &T) {}
    shared(&form(&small(), "plan"));
}

fn changed(definition: &Definition, artefact: &str, before: Option<&Value>, after: &Value) -> Vec<String> {
    changed_fields(kind(definition, artefact), before, after).iter().map(ToString::to_string).collect()
}

#[test]
fn at_first_every_field_that_is_filled_in_changed() {
    assert_eq!(changed(&small(), "plan", None, &good()), ["goal", "risks", "risks.impact", "size", "start"]);
    assert_eq!(changed(&small(), "plan", None, &json!({ "goal": "x" })), ["goal"]);
}

#[test]
fn what_stays_the_same_did_not_change() {
    assert_eq!(changed(&small(), "plan", Some(&good()), &good()), Vec::<String>::new());
}

#[test]
fn a_named_column_changes_only_when_one_of_its_cells_does() {
    let with = |risks: Value| json!({ "goal": "x", "risks": risks });
    let before = with(json!([{ "likelihood": 1, "impact": 5 }]));
    let likelihood = with(json!([{ "likelihood": 2, "impact": 5 }]));
    let impact = with(json!([{ "likelihood": 1, "impact": 4 }]));
    let row = with(json!([{ "likelihood": 1, "impact": 5 }, { "likelihood": 1 }]));
    let definition = small();
    assert_eq!(changed(&definition, "plan", Some(&before), &likelihood), ["risks"]);
    assert_eq!(changed(&definition, "plan", Some(&before), &impact), ["risks", "risks.impact"]);
    assert_eq!(changed(&definition, "plan", Some(&before), &row), ["risks", "risks.impact"]);
}

#[test]
fn a_field_that_is_emptied_changed() {
    assert_eq!(
        changed(&small(), "plan", Some(&good()), &json!({ "goal": "Minder reizen", "start": "2026-03-14" })),
        ["risks", "risks.impact", "size"]
    );
}

/// Law 4 on the shipped funnel: a better conclusion leaves the judgement on client risk standing, another risk does not.
#[test]
fn in_the_shipped_funnel_only_the_risks_make_the_judgement_on_client_risk_stale() {
    let definition = shipped();
    let kind = kind(&definition, "risicoanalyse");
    let criterion = &definition.funnel.criteria.iter().find(|c| c.key.as_str() == "client-risico").expect("is there");
    let fields = &criterion.asked_at[0].rests_on[0].fields;
    assert!(!fields.is_empty() && fields.iter().all(|field| kind.named_fields.contains(field)), "{fields:?}");
    let answers = |conclusion: &str, owner: &str| json!({ "risks": [{ "owner": owner }], "conclusion": conclusion });
    let before = answers("Kan", "hoofd zorg");
    let named = |after: &Value| changed_fields(kind, Some(&before), after).iter().any(|f| fields.contains(f));
    assert!(!named(&answers("Kan, met aandacht", "hoofd zorg")));
    assert!(named(&answers("Kan", "hoofd ICT")));
}

#[test]
fn the_end_and_the_signing_are_read_from_the_form() {
    let definition = small();
    let dates = submitted_dates(kind(&definition, "plan"), &good());
    assert_eq!(dates.ends_on.map(|date| date.to_string()).as_deref(), Some("2026-03-14"));
    assert_eq!(dates.signed_on, dates.ends_on);
    for start in [json!("2026-02-30"), json!("morgen"), json!(""), json!(4), json!("2026-02")] {
        let answers = json!({ "goal": "x", "start": start });
        assert_eq!(submitted_dates(kind(&definition, "plan"), &answers), SubmittedDates::default(), "{answers}");
    }
}

/// The first certificate that runs out ends the whole document.
#[test]
fn of_a_table_the_earliest_end_counts() {
    let definition = shipped();
    let kind = kind(&definition, "leveranciersdossier");
    let rows = ["2027-05-01", "2026-12-31"].map(|day| json!({ "valid_until": day }));
    let answers = json!({ "certificates": [rows[0], {}, rows[1]] });
    let dates = submitted_dates(kind, &answers);
    assert_eq!(dates.ends_on.map(|date| date.to_string()).as_deref(), Some("2026-12-31"));
    assert_eq!(dates.signed_on, None);
}
