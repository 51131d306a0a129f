//! Events of the organisation as they are written.

use engine::*;

use super::*;
use crate::scenario::*;

#[test]
fn the_events_of_organisations_are_written_as_agreed_and_read_back() {
    let rules = BodyRules {
        term_days: 15,
        waiting_days: 30,
        meetings: BTreeSet::from([moment(10).today]),
        recess: vec![(moment(7).today, moment(13).today)],
        coached_by: Some(party("coach")),
    };
    let counted = counted(AnswerRule::Chair, 3);
    let file = FileRef { id: FileId(uuid(4)), hash: Hash([4; 32]), media_type: "application/pdf".into() };
    let (nen7510, acme) = (evidence("nen7510"), evidence("iso27001@acme"));
    let events = [
        OrganisationEvent::EvidenceDefined { kind: kind("nen7510", false) },
        OrganisationEvent::BoardSet { party: party("board") },
        OrganisationEvent::BodySet { body: party("council"), rules },
        OrganisationEvent::SupplierNamed { supplier: SupplierKey::parse("acme").unwrap(), name: text(6) },
        OrganisationEvent::Delegated {
            delegation: 1,
            party: party("council"),
            from: person(3),
            to: person(5),
            first: moment(7).today,
            last: moment(13).today,
        },
        OrganisationEvent::DelegationEnded { delegation: 1 },
        OrganisationEvent::EvidenceSubmitted {
            evidence: acme.clone(),
            revision: 2,
            hash: Hash([5; 32]),
            text: Some(text(1)),
            files: vec![file],
            valid_until: Some(moment(300).today),
            authors: BTreeSet::from([person(3)]),
        },
        OrganisationEvent::EvidenceJudged {
            evidence: acme.clone(),
            revision: 2,
            hash: Hash([5; 32]),
            sufficient: false,
            proof: Proof::Practice,
            motivation: Some(text(2)),
            valid_until: None,
            party: party("ciso"),
            counted,
        },
        OrganisationEvent::PlanAdopted {
            evidence: nen7510.clone(),
            plan: text(3),
            due: moment(100).today,
            party: party("board"),
            counted,
        },
        OrganisationEvent::Agreed {
            agreement: 1,
            body: party("council"),
            when: When::Not(Box::new(middle_or_more())),
            text: text(4),
            counted,
        },
        OrganisationEvent::AgreementRevoked { agreement: 1, reason: text(5) },
        OrganisationEvent::Consultation { consultation: 2, event: ConsultationEvent::Reminded },
        OrganisationEvent::ExpiryNoted { evidence: nen7510.clone(), valid_until: moment(200).today },
    ];
    let mut lines = String::new();
    for (n, event) in events.into_iter().enumerate() {
        let Recorded { sequence, at, by, .. } = recorded(n as u64 + 1, 3, &admin(), Event::ProjectClosed);
        let event = OrganisationRecorded { sequence, at, by, event };
        let line = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<OrganisationRecorded>(&line).unwrap(), event);
        lines.push_str(&line);
        lines.push('\n');
    }
    let frozen = Frozen { evidence: acme, revision: 2, hash: Hash([5; 32]), valid_until: Some(moment(300).today) };
    let in_projects = [
        Event::SuppliersNamed { suppliers: BTreeSet::from([SupplierKey::parse("acme").unwrap()]) },
        Event::EvidenceChanged { evidence: nen7510, change: 4 },
        Event::CriterionJudged {
            gate: gate("g1"),
            round: 2,
            criterion: criterion("client-safety"),
            party: party("quality"),
            answer: Answer::Met,
            proof: Proof::Practice,
            motivation: None,
            rests_on: Vec::new(),
            organisation: vec![frozen],
            confirmed: false,
            counted,
        },
    ];
    for (n, event) in in_projects.into_iter().enumerate() {
        let event = recorded(n as u64 + 1, 3, &actor(7), event);
        let line = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Recorded>(&line).unwrap(), event);
        lines.push_str(&line);
        lines.push('\n');
    }
    expect("organising-events.jsonl", &lines);
    for bad in ["", "NEN", "nen7510@", "nen7510@a@b", "@acme"] {
        assert!(EvidenceId::try_from(bad.to_owned()).is_err(), "{bad:?}");
    }
}
