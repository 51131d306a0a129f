//! News on the way: who hears it, what the letters say, and that nobody hears what a body says among its members.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use engine::{
    Advice, AdviceVerdict, BodyRules, ChangeEvent, ChangeKey, ChangeKind, ConditionEvent, ConsultationEvent, ContentId,
    Counted, Demand, Duty, DutyEvent, DutyKey, EmergencyEvent, EmergencyRules, Event, EvidenceId, EvidenceKind, ExpiryEvent,
    Funnel, Hash, Minutes, Moment, OnBehalf, Organisation, OrganisationEvent, OrganisationId, OrganisationRecorded, Origin,
    Outcome, PersonId, Recorded, Reopening, Right, SignalEvent, SignalKind, SignalRules, Stage, Subject, Summary, TaskKind,
    Term, Terms, TextRef, Timestamp, UseEvent, Verdict, Waiter,
};
use notification::{Language, Matter, News, NewsKind, Notice, NoticeKind, plan, plan_organisation, render};
use time::Date;
use time::macros::date;
use uuid::Uuid;

use crate::fixture::{
    BOARD, CHAIR, ICT, ICT_AUTHOR, LEAD, Log, MEMBER, TODAY, artefact, funnel, gate, label, letterhead, party, phase,
    recipient, roster,
};

const DUE: Date = date!(2025 - 12 - 19);

fn text() -> TextRef {
    TextRef { id: ContentId(Uuid::from_u128(0x80)), hash: Hash([8; 32]) }
}

fn counted() -> Counted {
    Counted { rule: engine::AnswerRule::Chair, members: 1, votes: 1, delegated_by: None, own_work: false }
}

/// The funnel with everything that can be news; ICT coaches the council.
fn whole() -> Funnel {
    let mut funnel = funnel();
    funnel.parties[1].coached_by = Some(party("inkoop"));
    funnel.duties = vec![Duty {
        key: DutyKey::parse("oefening").unwrap(),
        name: label("Oefening", "Drill"),
        phase: phase("proef"),
        party: party("ict"),
        every_days: 365,
        artefact: None,
    }];
    funnel.change_kinds = vec![ChangeKind {
        key: ChangeKey::parse("update").unwrap(),
        name: label("Update van de leverancier", "Update of the supplier"),
        artefacts: vec![artefact()],
        criteria: Vec::new(),
        small_closed_by: None,
        term_days: 10,
    }];
    funnel.signals = Some(SignalRules {
        reopens: Vec::new(),
        handled_by: party("ict"),
        suspended_by: vec![party("bestuur")],
        term_days: 5,
    });
    funnel.emergency =
        Some(EmergencyRules { decided_by: party("bestuur"), hear: vec![party("ict")], tell: party("raad"), term_days: 30 });
    funnel
}

/// Who of the provider hears the last event, and what; the people of a body have letters of their own.
fn heard(log: &Log, recorded: &Recorded) -> BTreeMap<PersonId, NoticeKind> {
    let notices = plan(&whole(), &log.project(), &roster(), recorded).into_iter();
    notices.filter(|notice| !matches!(notice.matter, Matter::ToBody(_))).map(|notice| (notice.to, notice.kind())).collect()
}

fn all(people: &[PersonId], kind: NewsKind) -> BTreeMap<PersonId, NoticeKind> {
    people.iter().map(|person| (*person, NoticeKind::News(kind))).collect()
}

fn consulted() -> Log {
    let mut log = Log::started();
    let (summary, term) = (Summary::Text(text()), Term { days: 10, due: DUE, remind: date!(2025 - 12 - 12) });
    let event = ConsultationEvent::Opened {
        origin: Origin::Body,
        body: party("raad"),
        right: Right::Consent,
        question: text(),
        summary,
        exhibits: Vec::new(),
        term,
        waiting_days: 0,
        replaces: None,
    };
    log.add(LEAD, Event::Consultation { consultation: 1, event });
    log
}

fn established(log: &mut Log, verdict: AdviceVerdict) -> Recorded {
    let advice = Advice { verdict, text: text(), minority: None };
    let event = ConsultationEvent::Established { advice, counted: counted() };
    log.add(CHAIR, Event::Consultation { consultation: 1, event })
}

#[test]
fn the_lead_hears_what_a_body_says() {
    let mut log = consulted();
    let given = established(&mut log, AdviceVerdict::ConsentGiven);
    assert_eq!(heard(&log, &given), all(&[LEAD], NewsKind::AdviceGiven));
    let mut log = consulted();
    let withheld = established(&mut log, AdviceVerdict::ConsentWithheld);
    assert_eq!(heard(&log, &withheld), all(&[LEAD, BOARD], NewsKind::ConsentWithheld));
}

#[test]
fn nobody_hears_what_a_member_says_among_the_members() {
    let mut log = consulted();
    let event = ConsultationEvent::Opined { body: party("raad"), opinion: text() };
    let opined = Event::Consultation { consultation: 1, event };
    let own = log.add(MEMBER, opined.clone());
    assert!(!notification::concerns(&own.event));
    assert_eq!(plan(&whole(), &log.project(), &roster(), &own), []);
    let for_them = log.add(CHAIR, on_behalf(MEMBER, opined));
    assert!(!notification::concerns(&for_them.event));
    assert_eq!(plan(&whole(), &log.project(), &roster(), &for_them), []);
}

fn on_behalf(person: PersonId, event: Event) -> Event {
    let on_behalf =
        OnBehalf { person, occurred_on: TODAY, present: BTreeSet::new(), votes: None, minutes: Minutes::Text(text()) };
    let (function, contest_until) = ("demo".to_owned(), Some(DUE));
    Event::OnBehalf { record: 1, on_behalf, function, party: party("bestuur"), contest_until, event: Box::new(event) }
}

#[test]
fn who_answered_hears_that_it_was_entered_and_everybody_else_the_answer() {
    let mut log = Log::started();
    let decided = Event::GateDecided {
        gate: gate(),
        round: 1,
        outcome: Outcome::Hold { review_on: DUE },
        motivation: text(),
        lessons: None,
        party: party("bestuur"),
        counted: counted(),
        rested_on: Vec::new(),
    };
    let recorded = log.add(LEAD, on_behalf(BOARD, decided));
    let heard = heard(&log, &recorded);
    assert_eq!(heard.get(&BOARD), Some(&NoticeKind::News(NewsKind::RecordMade)));
    assert_eq!(heard.get(&ICT), Some(&NoticeKind::DecisionTaken));
    assert_eq!(heard.get(&LEAD), None, "who entered it knows");
}

fn condition(log: &mut Log, owner: Waiter) -> Recorded {
    let terms = Terms {
        demand: Demand::Document { artefact: artefact(), stage: Stage::Final },
        text: Some(text()),
        owner,
        accepted_by: party("raad"),
        due: DUE,
        blocks: None,
    };
    log.add(BOARD, Event::Condition { condition: 1, event: ConditionEvent::Opened { terms } })
}

#[test]
fn a_condition_is_its_owners_and_then_its_acceptors() {
    let mut log = Log::started();
    let opened = condition(&mut log, Waiter::Party(party("ict")));
    assert_eq!(heard(&log, &opened), all(&[ICT, ICT_AUTHOR], NewsKind::ConditionAssigned));
    let reported = log.add(ICT, Event::Condition { condition: 1, event: ConditionEvent::Reported { note: text() } });
    assert_eq!(heard(&log, &reported), all(&[CHAIR, MEMBER], NewsKind::ConditionReported));
    let ahead =
        |log: &mut Log| time_notes(log, Event::Condition { condition: 1, event: ConditionEvent::Reminded { due: DUE } });
    let reminded = ahead(&mut log);
    assert_eq!(heard(&log, &reminded), BTreeMap::new(), "it was reported");
    let back = log.add(CHAIR, Event::Condition { condition: 1, event: ConditionEvent::SentBack { note: text() } });
    let reminded = ahead(&mut log);
    assert_eq!(heard(&log, &reminded), all(&[ICT, ICT_AUTHOR], NewsKind::ConditionNear), "its owner alone");
    assert_eq!(heard(&log, &back), all(&[ICT, ICT_AUTHOR], NewsKind::ConditionSentBack));
    assert_eq!(heard(&log, &reported), BTreeMap::new(), "it waits for the owner by now");
    let late = time_notes(&mut log, Event::TaskOverdue { task: TaskKind::MeetCondition(1), due: DUE });
    assert_eq!(heard(&log, &late), all(&[LEAD, ICT, ICT_AUTHOR], NewsKind::ConditionOverdue));
    let accepted = log.add(CHAIR, Event::Condition { condition: 1, event: ConditionEvent::Accepted { note: None } });
    assert_eq!(heard(&log, &accepted), BTreeMap::new());
    assert_eq!(heard(&log, &opened), BTreeMap::new(), "it is met by now");
}

fn time_notes(log: &mut Log, event: Event) -> Recorded {
    let recorded = Recorded {
        sequence: log.0.len() as u64 + 1,
        at: Moment { at: Timestamp(1_763_110_800_000_000), today: TODAY },
        by: Subject::System,
        event,
    };
    log.0.push(recorded.clone());
    recorded
}

#[test]
fn a_document_that_runs_out_is_its_writers() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    let expiring = ExpiryEvent::Expiring { revision: 1, until: DUE };
    let soon = time_notes(&mut log, Event::Expiry { artefact: artefact(), event: expiring });
    assert_eq!(heard(&log, &soon), all(&[LEAD], NewsKind::DocumentExpires));
    log.submit(2, Stage::Final);
    assert_eq!(heard(&log, &soon), BTreeMap::new(), "there is a new version by now");
}

#[test]
fn whoever_wrote_a_document_hears_what_is_asked_of_it() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    let asked = log.review(CHAIR, "raad", 1, Verdict::RequestChanges);
    assert_eq!(heard(&log, &asked), all(&[LEAD, ICT_AUTHOR], NewsKind::ChangesRequested));
    let approved = log.review(ICT, "ict", 1, Verdict::Approve);
    assert_eq!(heard(&log, &approved), BTreeMap::new(), "what is fine is seen on the screen");
    log.review(CHAIR, "raad", 1, Verdict::Approve);
    assert_eq!(heard(&log, &asked), BTreeMap::new(), "they thought better of it");
    let again = log.review(CHAIR, "raad", 1, Verdict::RequestChanges);
    log.submit(2, Stage::Final);
    assert_eq!(heard(&log, &again), BTreeMap::new(), "there is a new version by now");
}

#[test]
fn what_happens_in_use_is_told_the_same_day() {
    let mut log = Log::started();
    let began = DutyEvent::Began { due: DUE, revision: 0 };
    let duty = DutyKey::parse("oefening").unwrap();
    let began = time_notes(&mut log, Event::Duty { duty: duty.clone(), event: began });
    assert_eq!(heard(&log, &began), all(&[ICT, ICT_AUTHOR], NewsKind::DutyBegan));
    let late = time_notes(&mut log, Event::TaskOverdue { task: TaskKind::DoDuty(duty), due: DUE });
    assert_eq!(heard(&log, &late), all(&[LEAD, ICT, ICT_AUTHOR], NewsKind::DutyOverdue));
    let reopened = Reopening {
        artefacts: BTreeMap::from([(artefact(), BTreeSet::from([party("raad")]))]),
        criteria: BTreeMap::new(),
        due: DUE,
    };
    let kind = ChangeKey::parse("update").unwrap();
    let event = ChangeEvent::Reported { kind, text: text(), reopened: reopened.clone() };
    let change = log.add(ICT, Event::Change { change: 1, event });
    assert_eq!(heard(&log, &change), all(&[LEAD, CHAIR, MEMBER], NewsKind::ChangeReported));
    let event = SignalEvent::Reported { kind: SignalKind::Incident, reference: text(), on: TODAY, reopened };
    let signal = log.add(MEMBER, Event::Signal { signal: 1, event });
    assert_eq!(heard(&log, &signal), all(&[LEAD, ICT, ICT_AUTHOR, BOARD], NewsKind::SignalReported));
    let event = UseEvent::Suspended { reason: text() };
    let suspended = log.add(BOARD, Event::Use { party: party("bestuur"), event });
    assert_eq!(heard(&log, &suspended), all(&[LEAD, ICT, ICT_AUTHOR, CHAIR, MEMBER], NewsKind::UseSuspended));
}

#[test]
fn the_council_hears_of_emergency_use_in_its_own_words() {
    let mut log = Log::started();
    let event = EmergencyEvent::Allowed {
        party: party("bestuur"),
        until: DUE,
        reason: text(),
        heard: BTreeMap::new(),
        told: party("raad"),
        counted: counted(),
    };
    let allowed = log.add(BOARD, Event::Emergency(event));
    let heard = heard(&log, &allowed);
    assert_eq!(heard.get(&CHAIR), Some(&NoticeKind::News(NewsKind::EmergencyTold)));
    assert_eq!(heard.get(&MEMBER), Some(&NoticeKind::News(NewsKind::EmergencyTold)));
    assert_eq!(heard.get(&ICT), Some(&NoticeKind::News(NewsKind::EmergencyAllowed)));
    assert_eq!(heard.get(&BOARD), None);
}

/// One notice of each kind, with every word that chooses another text.
fn every_letter() -> Vec<Notice> {
    let words = |kind| match kind {
        NewsKind::AdviceGiven => vec!["positive", "positive_with_points", "negative", "consent_given"],
        NewsKind::SignalReported => vec!["incident", "data_breach", "complaint", "experience"],
        NewsKind::EmergencyEnded => vec!["term", "early", "went_live", "stopped"],
        NewsKind::AnswerReplaced => vec!["approve", "request_changes", "met", "not_met", "not_applicable"],
        _ => vec!["none"],
    };
    let about = |kind| match kind {
        NewsKind::ChangesRequested
        | NewsKind::DocumentExpires
        | NewsKind::DocumentExpired
        | NewsKind::ConditionAssigned
        | NewsKind::ConditionNear
        | NewsKind::ConditionOverdue
        | NewsKind::AnswerReplaced => label("Risicoanalyse", "Risk analysis"),
        NewsKind::DutyBegan | NewsKind::DutyOverdue => label("Jaarlijkse oefening", "Yearly drill"),
        NewsKind::ChangeReported => label("Update van de leverancier", "Update of the supplier"),
        NewsKind::EvidenceChanged
        | NewsKind::EvidenceToJudge
        | NewsKind::EvidenceInsufficient
        | NewsKind::EvidenceExpires => label("NEN 7510", "NEN 7510"),
        _ => label("Cliëntenraad", "Client council"),
    };
    let instead = |word: &str| match word {
        "approve" => Some("request_changes"),
        "request_changes" => Some("approve"),
        "met" => Some("not_met"),
        "not_met" => Some("not_applicable"),
        "not_applicable" => Some("met"),
        _ => None,
    };
    let notice = |kind, word: &str| Notice {
        project: engine::ProjectId(Uuid::from_u128(0x71)),
        sequence: 9,
        on: TODAY,
        to: LEAD,
        matter: Matter::News(News {
            kind,
            about: Some(about(kind)),
            artefact: None,
            number: Some(3),
            date: Some(DUE),
            word: (word != "none").then(|| word.to_owned()),
            instead: instead(word).map(str::to_owned),
        }),
    };
    NewsKind::ALL
        .iter()
        .flat_map(|kind| words(*kind).into_iter().map(move |word| (*kind, word)))
        .map(|(k, w)| notice(k, w))
        .collect()
}

#[test]
fn the_letters_with_news() {
    for language in Language::ALL {
        let mut pages = String::new();
        for notice in every_letter() {
            let letter = render(&notice, &letterhead(), &recipient("Demo ICT (Ilse)", language)).unwrap();
            let body = letter.text.split("\n--").next().unwrap();
            writeln!(pages, "# {}\nSubject: {}\n\n{body}", notice.kind().as_str(), letter.subject).unwrap();
            assert!(!letter.text.contains("mail-"), "a text is missing: {}", letter.text);
        }
        insta::assert_snapshot!(format!("news_{}", language.tag()), pages);
    }
}

#[test]
fn kinds_have_names_of_their_own() {
    let names: BTreeSet<&str> = NewsKind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(names.len(), NewsKind::ALL.len());
    for language in Language::ALL {
        for notice in every_letter() {
            let Matter::News(news) = &notice.matter else { panic!("no news") };
            let nameless = Notice { matter: Matter::News(News { about: None, ..news.clone() }), ..notice };
            render(&nameless, &letterhead(), &recipient("Demo", language)).unwrap();
        }
    }
}

/// An organisation with NEN 7510, whose ICT judges what procurement submits, and with a council that ICT coaches.
struct Own(Vec<OrganisationRecorded>);

impl Own {
    fn add(&mut self, by: Option<PersonId>, event: OrganisationEvent) -> OrganisationRecorded {
        let recorded = OrganisationRecorded {
            sequence: self.0.len() as u64 + 1,
            at: Moment { at: Timestamp(1_763_110_800_000_000), today: TODAY },
            by: by.map_or(Subject::System, |id| Subject::Person { id, function: "demo".to_owned() }),
            event,
        };
        self.0.push(recorded.clone());
        recorded
    }

    fn heard(&self, recorded: &OrganisationRecorded) -> BTreeMap<PersonId, NoticeKind> {
        let organisation = Organisation::fold(OrganisationId(Uuid::from_u128(0x72)), &self.0).unwrap();
        let names = BTreeMap::from([(party("raad"), label("Cliëntenraad", "Client council"))]);
        let notices = plan_organisation(&organisation, &roster(), &names, recorded);
        assert!(notices.iter().all(|notice| notice.project.0 == organisation.id.0
            && (notice.path() == "/taken" || notice.path().starts_with("/organisatie"))));
        notices.into_iter().map(|notice| (notice.to, notice.kind())).collect()
    }
}

#[test]
fn what_happens_in_the_organisation_is_told_to_whom_it_waits_for() {
    let mut own = Own(Vec::new());
    let evidence = EvidenceId::try_from("nen7510".to_owned()).unwrap();
    let kind = EvidenceKind {
        key: evidence.kind.clone(),
        name: label("NEN 7510", "NEN 7510"),
        of_supplier: false,
        submitted_by: vec![party("raad")],
        judged_by: party("ict"),
        valid_days: Some(365),
    };
    let defined = own.add(Some(BOARD), OrganisationEvent::EvidenceDefined { kind });
    assert_eq!(own.heard(&defined), BTreeMap::new());
    let submit = |revision| OrganisationEvent::EvidenceSubmitted {
        evidence: evidence.clone(),
        revision,
        hash: Hash([9; 32]),
        text: Some(text()),
        files: Vec::new(),
        valid_until: None,
        authors: BTreeSet::from([CHAIR, ICT_AUTHOR]),
    };
    let judge = |revision, sufficient| OrganisationEvent::EvidenceJudged {
        evidence: evidence.clone(),
        revision,
        hash: Hash([9; 32]),
        sufficient,
        proof: engine::Proof::Paper,
        motivation: None,
        valid_until: Some(DUE),
        party: party("ict"),
        counted: counted(),
    };
    let submitted = own.add(Some(CHAIR), submit(1));
    assert_eq!(own.heard(&submitted), all(&[ICT], NewsKind::EvidenceToJudge), "not who helped write it");
    let found = own.add(Some(ICT), judge(1, false));
    assert_eq!(own.heard(&found), all(&[CHAIR, MEMBER], NewsKind::EvidenceInsufficient));
    assert_eq!(own.heard(&submitted), BTreeMap::new(), "it is judged by now");
    own.add(Some(CHAIR), submit(2));
    own.add(Some(ICT), judge(2, true));
    let noted = own.add(None, OrganisationEvent::ExpiryNoted { evidence, valid_until: DUE });
    assert_eq!(own.heard(&noted), all(&[CHAIR, MEMBER], NewsKind::EvidenceExpires));
    let delegated = OrganisationEvent::Delegated {
        delegation: 1,
        party: party("raad"),
        from: CHAIR,
        to: MEMBER,
        first: TODAY,
        last: DUE,
    };
    let delegated = own.add(Some(CHAIR), delegated);
    assert_eq!(own.heard(&delegated), all(&[MEMBER], NewsKind::StandIn));
    own.add(Some(CHAIR), OrganisationEvent::DelegationEnded { delegation: 1 });
    assert_eq!(own.heard(&delegated), BTreeMap::new(), "it is taken back by now");
}

#[test]
fn a_body_hears_what_the_organisation_asks_and_nobody_what_it_says_among_its_members() {
    let mut own = Own(Vec::new());
    let rules = BodyRules { coached_by: Some(party("ict")), ..BodyRules::default() };
    own.add(Some(BOARD), OrganisationEvent::BodySet { body: party("raad"), rules });
    let opened = ConsultationEvent::Opened {
        origin: Origin::Organisation,
        body: party("raad"),
        right: Right::Advice,
        question: text(),
        summary: Summary::Text(text()),
        exhibits: Vec::new(),
        term: Term { days: 10, due: DUE, remind: date!(2025 - 12 - 12) },
        waiting_days: 0,
        replaces: None,
    };
    let opened = own.add(Some(BOARD), OrganisationEvent::Consultation { consultation: 1, event: opened });
    assert_eq!(own.heard(&opened), all(&[ICT, ICT_AUTHOR, CHAIR, MEMBER], NewsKind::BodyAsked));
    let event = ConsultationEvent::Opined { body: party("raad"), opinion: text() };
    let private = own.add(Some(MEMBER), OrganisationEvent::Consultation { consultation: 1, event });
    assert_eq!(own.heard(&private), BTreeMap::new());
    let event = ConsultationEvent::Reminded;
    let reminded = own.add(None, OrganisationEvent::Consultation { consultation: 1, event });
    assert_eq!(own.heard(&reminded), all(&[ICT, ICT_AUTHOR, CHAIR], NewsKind::BodyReminded), "kindly, chair and coach");
}
