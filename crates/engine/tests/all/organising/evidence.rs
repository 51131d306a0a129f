//! Evidence of the organisation and its suppliers, judged once and used by all projects (laws 4 and 12).

use engine::*;

use super::*;
use crate::scenario::*;

#[test]
fn evidence_is_submitted_and_judged_once_by_its_party() {
    let mut p = Provider::new();
    p.refused(CISO, submitted("nen7510", None), 18);
    p.refused(SECURITY, submitted("other", None), 19);
    p.refused(SECURITY, submitted("nen7510@acme", None), 19);
    p.refused(SECURITY, submitted("iso27001", None), 19);
    let empty = OrganisationCommand::SubmitEvidence {
        evidence: evidence("nen7510"),
        text: None,
        files: Vec::new(),
        valid_until: None,
    };
    p.refused(SECURITY, empty, 2);
    assert_eq!(p.refused(CISO, judged("nen7510", 1, true), 17).way_out(), WayOut::Correct);
    p.given(SECURITY, submitted("nen7510", Some(200)));
    assert_eq!(p.tasks(), ["judge_evidence:nen7510"]);
    // Law 5: who submitted it belongs to the judging party and is refused all the same.
    let own = p.refused(SECURITY, judged("nen7510", 1, true), 5);
    assert_eq!(own.way_out(), WayOut::Ask { need: Need::SomebodyElse });
    p.refused(CISO, judged("nen7510", 2, true), 17);
    let mut silent = judged("nen7510", 1, false);
    if let OrganisationCommand::JudgeEvidence { motivation, .. } = &mut silent {
        *motivation = None;
    }
    p.refused(CISO, silent, 10);
    p.given(CISO, judged("nen7510", 1, true));
    assert_eq!(p.organisation.standing(&evidence("nen7510"), moment(200).today), EvidenceStanding::Valid);
    let expired = EvidenceStanding::Expired(moment(200).today);
    assert_eq!(p.organisation.standing(&evidence("nen7510"), moment(201).today), expired);
    p.folds();
}

#[test]
fn the_same_evidence_again_is_not_a_new_revision() {
    let mut p = Provider::new();
    p.given(SECURITY, submitted("nen7510", Some(200)));
    let hash = p.organisation.evidence[&evidence("nen7510")].current.hash.0[0];
    let again = p.decide(&actor(SECURITY), hash, submitted("nen7510", Some(200))).unwrap_err();
    assert_eq!((again.law(), again), (Law(4), Rejection::EvidenceUnchanged { evidence: evidence("nen7510") }));
    assert!(p.decide(&actor(SECURITY), hash, submitted("nen7510", Some(300))).is_ok());
}

fn brought(supplier: &str, kind: Option<&str>) -> OrganisationCommand {
    OrganisationCommand::BringInSupplier {
        supplier: SupplierKey::parse(supplier).unwrap(),
        name: text(95),
        evidence: kind.map(|kind| BroughtEvidence {
            kind: EvidenceKey::parse(kind).unwrap(),
            text: text(96),
            valid_until: Some(moment(200).today),
        }),
    }
}

#[test]
fn an_administrator_brings_in_suppliers_with_what_they_have() {
    let mut p = Provider::new();
    let need = Rejection::NotPermitted { need: Need::Administrator };
    assert_eq!(p.refused(SECURITY, brought("acme", Some("iso27001")), 18), need, "not by who submits evidence");
    p.refused(ADMIN, brought("acme", Some("nen7510")), 19);
    assert_eq!(p.organisation.suppliers.len(), 0, "nothing of a row that is refused");
    p.given(ADMIN, brought("acme", None)).given(ADMIN, brought("acme", Some("iso27001")));
    let id = evidence("iso27001@acme");
    let current = &p.organisation.evidence[&id].current;
    assert_eq!((current.number, current.valid_until), (1, Some(moment(200).today)));
    assert_eq!(p.tasks(), ["judge_evidence:iso27001@acme"], "it is judged as any other");
    let named = p.log.iter().filter(|recorded| matches!(recorded.event, OrganisationEvent::SupplierNamed { .. })).count();
    assert_eq!(named, 1, "a name that is there stays");

    let hash = current.hash.0[0];
    assert_eq!(p.decide(&admin(), hash, brought("acme", None)), Ok(vec![]), "there is nothing to add");
    let again = p.decide(&admin(), hash, brought("acme", Some("iso27001"))).unwrap_err();
    assert_eq!(again, Rejection::EvidenceUnchanged { evidence: id.clone() });
    p.given(CISO, judged("iso27001@acme", 1, true));
    p.given(ADMIN, brought("acme", Some("iso27001")));
    assert_eq!(p.organisation.evidence[&id].current.number, 2);
    p.folds();
}

#[test]
fn suppliers_come_in_until_there_are_as_many_as_fit() {
    let mut p = Provider::new();
    for at in 0..limits::NAMED_SUPPLIERS {
        p.given(ADMIN, brought(&format!("s{at}"), None));
    }
    let full = Rejection::ListLength { count: limits::NAMED_SUPPLIERS + 1, limit: limits::NAMED_SUPPLIERS };
    assert_eq!(p.decide(&admin(), 1, brought("one-more", None)), Err(full));
    assert_eq!(p.decide(&admin(), 1, brought("s7", None)), Ok(vec![]));
}

#[test]
fn a_judgement_counts_no_longer_than_its_kind_lets_it() {
    let mut p = Provider::new();
    p.given(SECURITY, submitted("nen7510", None)).given(CISO, judged("nen7510", 1, true));
    assert_eq!(p.organisation.evidence[&evidence("nen7510")].valid_until(), Some(moment(365).today));
}

#[test]
fn owners_hear_ahead_that_evidence_expires_once() {
    let mut p = assessed();
    p.day = 139;
    assert!(p.time().is_empty());
    assert_eq!(next_due_organisation(&p.organisation), Some(moment(140).today));
    p.day = 140;
    let events = p.time();
    let valid_until = moment(200).today;
    assert_eq!(events, [OrganisationEvent::ExpiryNoted { evidence: evidence("nen7510"), valid_until }]);
    assert_eq!(p.tasks(), ["submit_evidence:nen7510"]);
    assert!(p.time().is_empty());
    p.refused(ADMIN, OrganisationCommand::NoteExpiry { evidence: evidence("nen7510") }, 18);
}

#[test]
fn met_on_evidence_that_does_not_count_is_refused_and_the_gate_says_so() {
    let mut p = Provider::new();
    let s = resting_on("nen7510", &p);
    let lacks = |standing| Blocker::OrganisationEvidence {
        criterion: criterion("client-safety"),
        party: party("quality"),
        evidence: evidence("nen7510"),
        standing,
    };
    assert_eq!(s.blockers(), [lacks(EvidenceStanding::Missing)]);
    let missing = Rejection::OrganisationEvidenceMissing {
        criterion: criterion("client-safety"),
        evidence: vec![evidence("nen7510")],
    };
    assert_eq!(s.refused(QUALITY, safe(), 11), missing);
    p.given(SECURITY, submitted("nen7510", Some(200)));
    assert_eq!(resting_on("nen7510", &p).blockers(), [lacks(EvidenceStanding::Unjudged)]);
    p.given(CISO, judged("nen7510", 1, false));
    let s = resting_on("nen7510", &p);
    assert_eq!(s.blockers(), [lacks(EvidenceStanding::Insufficient)]);
    s.refused(QUALITY, safe(), 11);
    assert!(s.when(QUALITY, judge("client-safety", "quality", Answer::NotMet)).is_ok());
    p.given(CISO, judged("nen7510", 1, true));
    let mut s = resting_on("nen7510", &p);
    s.given(QUALITY, safe());
    assert_eq!(s.blockers(), []);
}

#[test]
fn a_judgement_freezes_the_evidence_and_is_stale_or_expired_when_it_changes() {
    let mut p = assessed();
    let mut s = resting_on("nen7510", &p);
    s.given(QUALITY, safe());
    let judgement = &s.project.round.as_ref().unwrap().judgements[&criterion("client-safety")][&party("quality")];
    assert_eq!(judgement.organisation[0].revision, 1);
    assert_eq!(judgement.organisation[0].valid_until, Some(moment(200).today));
    s.day = 80;
    assert_eq!(s.blockers(), []);
    p.given(SECURITY, submitted("nen7510", Some(400))).given(CISO, judged("nen7510", 2, true));
    s.organisation = p.organisation.clone();
    let stale = Blocker::JudgementStale { criterion: criterion("client-safety"), party: party("quality") };
    assert_eq!(s.blockers(), [stale]);
    let task = s.tasks().into_iter().find(|t| matches!(t.kind, TaskKind::Judge(..))).unwrap();
    assert!(task.confirmable);
    s.given(QUALITY, confirm("quality", &[], &["client-safety"]));
    assert_eq!(s.blockers(), []);
    // The assessment expires: a year after it was judged.
    s.day = 366;
    let expired = |b: &Blocker| {
        matches!(b, Blocker::OrganisationEvidence { standing: EvidenceStanding::Expired(_), .. }) && b.law() == Law(12)
    };
    assert!(s.blockers().iter().any(expired), "{:?}", s.blockers());
    s.refused(QUALITY, confirm("quality", &[], &["client-safety"]), 11);
}

#[test]
fn what_a_change_asks_again_rests_on_the_evidence_as_at_a_gate() {
    let (mut p, mut s) = (assessed(), crate::live::live());
    let safety = s.funnel.criteria.iter_mut().find(|c| c.key == criterion("client-safety")).unwrap();
    safety.asked_at[0].organisation_evidence = vec![EvidenceKey::parse("nen7510").unwrap()];
    s.organisation = p.organisation.clone();
    s.given(CARE, Command::Change(ChangeAct::Report { kind: change("new-group"), text: text(62) }));
    // What it still waits for of this criterion, and who is asked.
    let waits = |s: &Scenario| {
        let points = change_points(&s.funnel, &s.project, &s.context(&Actor::System, None), 1);
        let points = points.into_iter().filter(|point| format!("{:?}", point.blocker).contains("client-safety"));
        points.map(|point| (point.blocker, point.tasks)).next()
    };
    assert!(matches!(waits(&s), Some((Blocker::JudgementOpen { .. }, tasks)) if tasks.len() == 1));
    s.given(QUALITY, safe());
    assert_eq!(waits(&s), None);
    p.given(SECURITY, submitted("nen7510", Some(400)));
    s.organisation = p.organisation.clone();
    let gap = |w: Option<(Blocker, Vec<Task>)>| match w {
        Some((Blocker::OrganisationEvidence { standing, .. }, tasks)) if tasks.is_empty() => standing,
        other => panic!("{other:?}"),
    };
    assert_eq!(gap(waits(&s)), EvidenceStanding::Unjudged, "nobody of the project can mend it");
    p.given(CISO, judged("nen7510", 2, true));
    s.organisation = p.organisation.clone();
    let confirmable = |tasks: &[Task]| tasks.iter().all(|task| task.confirmable);
    assert!(matches!(waits(&s), Some((Blocker::JudgementStale { .. }, tasks)) if confirmable(&tasks)));
    s.given(QUALITY, confirm("quality", &[], &["client-safety"]));
    assert_eq!(waits(&s), None);
    p.given(SECURITY, submitted("nen7510", Some(500))).given(CISO, judged("nen7510", 3, false));
    s.organisation = p.organisation.clone();
    assert_eq!(gap(waits(&s)), EvidenceStanding::Insufficient);
    p.given(BOARD, plan("nen7510", 100));
    s.organisation = p.organisation.clone();
    assert_eq!(waits(&s), None, "with a plan it is the organisation's condition");
    // It keeps no gate shut then, and is not lost either: it is asked once the gap is closed.
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    s.given(QUALITY, confirm("quality", &["risks"], &[])).given(CARE_2, confirm("care", &["risks"], &[]));
    let all = |s: &Scenario| change_points(&s.funnel, &s.project, &s.context(&Actor::System, None), 1);
    assert_eq!(all(&s), []);
    assert!(!s.blockers().contains(&Blocker::ChangeOpen { change: 1 }));
    assert!(s.project.changes.open.contains_key(&1));
    p.given(SECURITY, submitted("nen7510", Some(600))).given(CISO, judged("nen7510", 4, true));
    s.organisation = p.organisation.clone();
    assert!(matches!(waits(&s), Some((Blocker::JudgementStale { .. }, tasks)) if confirmable(&tasks)));
    s.given(QUALITY, confirm("quality", &[], &["client-safety"]));
    assert_eq!(s.project.changes.open.len(), 0);
    crate::live::folds(&s);
}

#[test]
fn a_project_hears_of_changed_evidence_once_for_each_change() {
    let mut p = assessed();
    let mut s = resting_on("nen7510", &p);
    s.given(QUALITY, safe());
    let notes = |s: &Scenario| -> Vec<Command> {
        let commands = due(&s.funnel, &s.project, &s.context(&Actor::System, None));
        commands.into_iter().filter(|c| matches!(c, Command::NoteEvidenceChanged { .. })).collect()
    };
    assert_eq!(notes(&s), []);
    p.given(SECURITY, submitted("nen7510", Some(400)));
    s.organisation = p.organisation.clone();
    let note = Command::NoteEvidenceChanged { evidence: evidence("nen7510"), change: 3 };
    assert_eq!(notes(&s), std::slice::from_ref(&note));
    s.refused(MANAGER, note.clone(), 18);
    let events = s.decide_as(&Actor::System, note.clone().into()).unwrap();
    s.take(&Actor::System, events);
    assert_eq!(s.decide_as(&Actor::System, note.into()).unwrap_err(), Rejection::NothingPassed);
    assert_eq!(notes(&s), []);
    p.given(CISO, judged("nen7510", 2, false));
    s.organisation = p.organisation.clone();
    assert_eq!(notes(&s), [Command::NoteEvidenceChanged { evidence: evidence("nen7510"), change: 4 }]);
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn a_project_hears_on_the_day_after_that_evidence_ran_out() {
    let p = assessed();
    let mut s = resting_on("nen7510", &p);
    s.given(QUALITY, safe());
    let looks = |s: &Scenario| next_due(&s.funnel, &s.project, &s.context(&Actor::System, None)).unwrap();
    let ended = p.organisation.evidence[&evidence("nen7510")].valid_until().unwrap().next_day().unwrap();
    let first = (0..400).find(|day| moment(*day).today == ended).unwrap();
    let pass = |s: &mut Scenario| {
        for command in due(&s.funnel, &s.project, &s.context(&Actor::System, None)) {
            let events = s.decide_as(&Actor::System, command.into()).unwrap();
            s.take(&Actor::System, events);
        }
    };
    // On its last day all that is late was noted, so that this alone makes time look again.
    s.day = first - 1;
    pass(&mut s);
    assert!(!s.project.evidence_noted.contains_key(&evidence("nen7510")));
    assert_eq!(looks(&s), ended);
    s.day = first;
    pass(&mut s);
    assert!(s.project.evidence_noted.contains_key(&evidence("nen7510")));
}

#[test]
fn the_certificates_of_suppliers_are_judged_once_likewise() {
    let mut p = Provider::new();
    let mut s = resting_on("iso27001", &p);
    s.refused(QUALITY, safe(), 11);
    let suppliers = |names: &[&str]| Command::NameSuppliers {
        suppliers: names.iter().map(|name| SupplierKey::parse(*name).unwrap()).collect(),
    };
    s.refused(CARE, suppliers(&["acme"]), 18);
    s.given(LEAD, suppliers(&["acme", "zorgsoft"]));
    p.given(SECURITY, submitted("iso27001@acme", Some(300))).given(CISO, judged("iso27001@acme", 1, true));
    s.organisation = p.organisation.clone();
    let Rejection::OrganisationEvidenceMissing { evidence: missing, .. } = s.refused(QUALITY, safe(), 11) else { panic!() };
    assert_eq!(missing, [evidence("iso27001@zorgsoft")]);
    s.given(LEAD, suppliers(&["acme"])).given(QUALITY, safe());
    assert_eq!(s.blockers(), []);
    // Another supplier: the answer no longer covers it.
    s.given(LEAD, suppliers(&["acme", "zorgsoft"]));
    assert_eq!(s.blockers().len(), 1);
}
