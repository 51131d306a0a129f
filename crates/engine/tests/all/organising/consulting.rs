//! Bodies that are consulted about a funnel or evidence, and who may settle what (laws 8 and 18).

use engine::*;

use super::*;
use crate::scenario::*;

#[test]
fn bodies_are_consulted_about_a_funnel_or_evidence_in_the_same_room() {
    let mut p = assessed();
    let version = FunnelVersionId(uuid(9));
    p.refused(COUNCIL_CHAIR, consult(About::Funnel(version), Right::Consent), 18);
    p.refused(ADMIN, consult(About::Evidence(evidence("iso27001@acme")), Right::Advice), 17);
    let rules = BodyRules { term_days: 10, coached_by: Some(party("coach")), ..BodyRules::default() };
    p.given(ADMIN, OrganisationCommand::SetBody { body: party("council"), rules });
    p.given(ADMIN, consult(About::Funnel(version), Right::Consent));
    assert_eq!(p.tasks(), ["advise:1"]);
    let asker = |p: &Provider| {
        let (nobody, calendar) = (Actor::System, Calendar::default());
        let tasks = organisation_tasks(&p.organisation, &p.context(&nobody, &calendar, None));
        let of_asker = tasks.into_iter().filter(|task| task.waits_for == Waiter::Person(person(ADMIN)));
        of_asker.map(|task| String::from(task.kind)).collect::<Vec<_>>()
    };
    p.given(COUNCIL, work(1, ConsultationAct::Opine { opinion: text(97) }));
    assert_eq!(p.log.last().unwrap().event.private_to(), Some(&party("council")));
    p.refused(ADMIN, work(1, says(AdviceVerdict::ConsentGiven)), 18);
    assert_eq!(p.organisation.consulted_about(&Exhibit::Funnel(version)).count(), 1);
    p.given(COUNCIL_CHAIR, work(1, says(AdviceVerdict::ConsentWithheld)));
    assert_eq!(p.organisation.consulted_about(&Exhibit::Funnel(version)).count(), 1, "it still waits");
    p.given(ADMIN, work(1, ConsultationAct::Withdraw { reason: text(98) }));
    p.given(ADMIN, consult(About::Evidence(evidence("nen7510")), Right::Advice));
    p.refused(ADMIN, work(2, ConsultationAct::ReviseSummary { summary: None }), 8);
    p.given(SECURITY, submitted("nen7510", Some(300)));
    p.given(ADMIN, work(2, ConsultationAct::ReviseSummary { summary: None }));
    p.day = 12;
    assert!(matches!(
        p.time()[..],
        [OrganisationEvent::Consultation { consultation: 2, event: ConsultationEvent::Reminded }]
    ));
    p.given(COUNCIL_CHAIR, work(2, says(AdviceVerdict::Positive)));
    assert!(p.organisation.consultations.standing.is_empty(), "what is settled is read from the log");
    // What the provider has to do with an answer, or with silence, waits for who asked.
    p.given(ADMIN, consult(About::Evidence(evidence("nen7510")), Right::Advice));
    let until = moment(40).today;
    p.given(COUNCIL_CHAIR, work(3, ConsultationAct::AskExtension { until, reason: text(99) }));
    assert_eq!(asker(&p), ["extend_term:3"]);
    p.given(ADMIN, work(3, ConsultationAct::Extend { until }));
    p.day = 41;
    p.time();
    assert_eq!(asker(&p), ["record_no_answer:3"]);
    p.given(COUNCIL_CHAIR, work(3, says(AdviceVerdict::Negative)));
    assert_eq!(asker(&p), ["confer:3", "respond:3"]);
    p.given(ADMIN, work(3, crate::consulting::confer(41)));
    assert_eq!(asker(&p), ["respond:3"]);
    p.given(ADMIN, work(3, ConsultationAct::Withdraw { reason: text(98) }));
    assert_eq!(asker(&p), [""; 0]);
    p.given(ADMIN, consult(About::Funnel(version), Right::Information));
    p.refused(ADMIN, work(4, ConsultationAct::Withdraw { reason: text(98) }), 8);
    p.folds();
}

#[test]
fn only_the_administrator_sets_and_lists_have_limits() {
    let mut p = Provider::new();
    p.refused(CISO, OrganisationCommand::DefineEvidence { kind: kind("other", false) }, 18);
    p.refused(BOARD, OrganisationCommand::SetBoard { party: party("board") }, 18);
    for n in p.organisation.settings.evidence.len()..limits::EVIDENCE_KINDS {
        p.given(ADMIN, OrganisationCommand::DefineEvidence { kind: kind(&format!("kind-{n}"), false) });
    }
    p.refused(ADMIN, OrganisationCommand::DefineEvidence { kind: kind("one-more", false) }, 17);
    p.given(ADMIN, OrganisationCommand::DefineEvidence { kind: kind("nen7510", false) });
    let rules = BodyRules { waiting_days: 1_000, ..BodyRules::default() };
    p.refused(ADMIN, OrganisationCommand::SetBody { body: party("council"), rules }, 17);
}

#[test]
fn a_funnel_says_which_evidence_it_rests_on_without_declaring_it() {
    let mut s = resting_on("nen7510", &Provider::new());
    let nen7510 = EvidenceKey::parse("nen7510").unwrap();
    assert_eq!(s.funnel.undeclared_evidence(), [(&criterion("client-safety"), &nen7510)]);
    s.funnel.evidence.push(kind("nen7510", false));
    assert!(s.funnel.undeclared_evidence().is_empty());
}

#[test]
fn a_log_that_skips_does_not_fold() {
    let p = assessed();
    let skipped = p.log.iter().skip(1);
    assert_eq!(Organisation::fold(p.organisation.id, skipped).unwrap_err(), FoldError::OutOfPlace(2));
}

#[test]
fn a_projects_unsolicited_body_may_be_known_to_the_organisation_alone() {
    let mut s = Scenario::ready();
    let request = |s: &Scenario| {
        let command = ConsultationCommand::Request { body: party("steering"), question: text(71) };
        s.when(CHAIR, Command::Consultation { command })
    };
    assert_eq!(request(&s).unwrap_err(), Rejection::NotABody { party: party("steering") });
    s.organisation.settings.bodies.insert(party("steering"), BodyRules { term_days: 5, ..BodyRules::default() });
    assert!(request(&s).is_ok());
    let command = ConsultationCommand::Request { body: party("steering"), question: text(71) };
    s.given(CHAIR, Command::Consultation { command });
    let accept = ConsultationAct::Accept { summary: text(72), documents: Vec::new(), due: None };
    s.given(LEAD, on(1, accept));
    assert_eq!(s.project.consultations.standing[&1].term.unwrap().due, moment(7).today);
}
