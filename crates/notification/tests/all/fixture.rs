//! A small funnel, a project in it, and plainly invented people.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    AnswerRule, ArtefactKey, ArtefactKind, ContentId, Counted, Event, Evidence, Funnel, FunnelKey, FunnelVersionId, Gate,
    GateKey, Hash, Label, Member, Moment, OrganisationId, Outcome, Parties, PartyDefinition, PartyKey, PersonId, Phase,
    PhaseKey, Places, Project, ProjectId, Recorded, Requirement, Stage, Subject, TextRef, Timestamp, Verdict, When, Writer,
};
use notification::{Language, Letter, Letterhead, Recipient, Roster};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use time::Date;
use time::macros::date;
use uuid::Uuid;

pub const LEAD: PersonId = PersonId(Uuid::from_u128(1));
pub const ICT: PersonId = PersonId(Uuid::from_u128(2));
pub const ICT_AUTHOR: PersonId = PersonId(Uuid::from_u128(3));
pub const CHAIR: PersonId = PersonId(Uuid::from_u128(4));
pub const MEMBER: PersonId = PersonId(Uuid::from_u128(5));
pub const BOARD: PersonId = PersonId(Uuid::from_u128(6));
pub const LEFT: PersonId = PersonId(Uuid::from_u128(7));
pub const TODAY: Date = date!(2025 - 11 - 14);

pub fn artefact() -> ArtefactKey {
    ArtefactKey::parse("risicoanalyse").unwrap()
}

pub fn party(key: &str) -> PartyKey {
    PartyKey::parse(key).unwrap()
}

pub fn gate() -> GateKey {
    GateKey::parse("g1").unwrap()
}

pub fn phase(key: &str) -> PhaseKey {
    PhaseKey::parse(key).unwrap()
}

pub fn label(nl: &str, en: &str) -> Label {
    Label { nl: nl.to_owned(), en: en.to_owned() }
}

/// Two phases; the gate of the first needs a final risk analysis that ICT and the council review.
pub fn funnel() -> Funnel {
    let party_of = |key, nl: &str, en: &str, rule| PartyDefinition {
        key: party(key),
        name: label(nl, en),
        rule,
        coached_by: None,
        recorded_by: Vec::new(),
        second_reader: None,
    };
    Funnel {
        key: FunnelKey::parse("demo").unwrap(),
        name: label("Demo", "Demo"),
        facts: Vec::new(),
        parties: vec![
            party_of("ict", "ICT", "ICT", AnswerRule::Any),
            party_of("raad", "Cliëntenraad", "Client council", AnswerRule::Chair),
            party_of("bestuur", "Raad van bestuur", "Board", AnswerRule::Chair),
            party_of("inkoop", "Inkoop", "Procurement", AnswerRule::Any),
        ],
        phases: vec![
            Phase {
                key: phase("verkenning"),
                name: label("Verkenning", "Exploration"),
                involves: vec![party("ict"), party("raad")],
                live: false,
                gate: Some(Gate {
                    key: gate(),
                    name: label("Starten met de proef", "Start the pilot"),
                    question: label("Beginnen we met de proef?", "Do we start the pilot?"),
                    decided_by: party("bestuur"),
                    rule: AnswerRule::Chair,
                    go_to: Some(phase("proef")),
                    stop_to: None,
                    recurs_after_days: None,
                    consultations: Vec::new(),
                    rework_to: vec![phase("verkenning")],
                    term_days: 10,
                    requirements: vec![Requirement {
                        artefact: artefact(),
                        stage: Stage::Final,
                        maximum_age_days: None,
                        deferrable: true,
                        when: When::Always,
                    }],
                }),
            },
            Phase {
                key: phase("proef"),
                name: label("Proef", "Pilot"),
                involves: vec![party("inkoop")],
                live: true,
                gate: None,
            },
        ],
        artefacts: vec![ArtefactKind {
            key: artefact(),
            name: label("Risicoanalyse", "Risk analysis"),
            help: label("Wat kan er misgaan?", "What can go wrong?"),
            written_by: vec![Writer::Lead],
            reviewed_by: vec![party("ict"), party("raad"), party("inkoop")],
            review_days: 10,
            has_form: true,
            files: None,
            named_fields: Vec::new(),
            validity: None,
            contract: None,
            also_reviewed_by: Vec::new(),
        }],
        criteria: Vec::new(),
        four_eyes: engine::FourEyes::Strict,
        evidence: Vec::new(),
        contest_days: 5,
        closing: Vec::new(),
        extra_decision_days: 10,
        duties: Vec::new(),
        change_kinds: Vec::new(),
        signals: None,
        rollout_checks: Vec::new(),
        emergency: None,
        places: Places::default(),
    }
}

/// The log of a project, which folds at any moment.
pub struct Log(pub Vec<Recorded>);

impl Log {
    /// A project in its first phase, with its round open; ICT and the council take part.
    pub fn started() -> Self {
        let mut log = Self(Vec::new());
        log.add(
            LEAD,
            Event::ProjectStarted {
                project: ProjectId(Uuid::from_u128(0x71)),
                organisation: OrganisationId(Uuid::from_u128(0x72)),
                title: text(),
                summary: text(),
                lead: LEAD,
                funnel: FunnelVersionId(Uuid::from_u128(0x73)),
            },
        );
        let involved = vec![party("ict"), party("raad")];
        log.add(LEAD, Event::PhaseEntered { phase: phase("verkenning"), involved });
        log.add(LEAD, Event::RoundOpened { gate: gate(), round: 1, due: date!(2025 - 12 - 05) });
        log
    }

    pub fn add(&mut self, by: PersonId, event: Event) -> Recorded {
        let recorded = Recorded {
            sequence: self.0.len() as u64 + 1,
            at: Moment { at: Timestamp(1_763_110_800_000_000), today: TODAY },
            by: Subject::Person { id: by, function: "demo".to_owned() },
            event,
        };
        self.0.push(recorded.clone());
        recorded
    }

    pub fn submit(&mut self, revision: u32, stage: Stage) -> Recorded {
        self.add(
            LEAD,
            Event::RevisionSubmitted {
                artefact: artefact(),
                revision,
                hash: hash(revision),
                stage,
                answers: Some(text()),
                files: Vec::new(),
                authors: BTreeSet::from([LEAD, ICT_AUTHOR]),
                changed_fields: BTreeSet::new(),
                files_changed: false,
                valid_until: None,
                signed_on: None,
                review_due: date!(2025 - 11 - 28),
            },
        )
    }

    pub fn review(&mut self, by: PersonId, for_party: &str, revision: u32, verdict: Verdict) -> Recorded {
        self.add(
            by,
            Event::RevisionReviewed {
                on: Evidence { artefact: artefact(), revision, hash: hash(revision) },
                party: party(for_party),
                verdict,
                note: None,
                confirmed: false,
                counted: Counted { rule: AnswerRule::Any, members: 2, votes: 1, delegated_by: None, own_work: false },
            },
        )
    }

    pub fn decide(&mut self, outcome: Outcome) -> Recorded {
        let decided = self.add(
            BOARD,
            Event::GateDecided {
                gate: gate(),
                round: 1,
                outcome: outcome.clone(),
                motivation: text(),
                lessons: None,
                party: party("bestuur"),
                counted: Counted { rule: AnswerRule::Chair, members: 1, votes: 1, delegated_by: None, own_work: false },
                rested_on: Vec::new(),
            },
        );
        match outcome {
            Outcome::Hold { .. } => {}
            Outcome::ConditionalGo | Outcome::Go => {
                self.add(BOARD, Event::PhaseEntered { phase: phase("proef"), involved: vec![party("inkoop")] });
            }
            Outcome::Stop => {
                self.add(BOARD, Event::ProjectStopped { gate: gate() });
            }
            Outcome::Rework { to } => {
                self.add(BOARD, Event::PhaseEntered { phase: to, involved: Vec::new() });
            }
        }
        decided
    }

    pub fn project(&self) -> Project {
        Project::fold(&self.0).unwrap()
    }
}

fn text() -> TextRef {
    TextRef { id: ContentId(Uuid::from_u128(0x74)), hash: hash(0) }
}

fn hash(number: u32) -> Hash {
    Hash([u8::try_from(number).unwrap(); 32])
}

pub fn recipient(name: &str, language: Language) -> Recipient {
    Recipient { name: name.to_owned(), email: "ilse@demo.example".to_owned(), language }
}

pub fn roster() -> Roster {
    let member = |person, chair| Member { person, chair };
    let members = BTreeMap::from([
        (party("ict"), vec![member(ICT, false), member(ICT_AUTHOR, false), member(LEFT, false)]),
        (party("raad"), vec![member(CHAIR, true), member(MEMBER, false)]),
        (party("bestuur"), vec![member(BOARD, true), member(ICT, false)]),
    ]);
    // The person who left has no account any more, though still listed as a member.
    let people = [LEAD, ICT, ICT_AUTHOR, CHAIR, MEMBER, BOARD];
    Roster {
        people: people.map(|person| (person, recipient("Demo ICT (Ilse)", Language::Nl))).into(),
        parties: Parties { members },
    }
}

pub fn letterhead() -> Letterhead {
    Letterhead {
        organisation: "Demo Zorg De Linde".to_owned(),
        phone: Some("030 000 00 00".to_owned()),
        public_url: "https://trechter.demo.example/".to_owned(),
        project: "Crisis-app".to_owned(),
    }
}

pub fn letter() -> Letter {
    Letter {
        subject: "Wilt u dit lezen?".to_owned(),
        text: "Beste Ilse,\n".to_owned(),
        html: "<p>Beste Ilse,</p>".to_owned(),
    }
}

/// A runner for as many cases as the variable says, or `cases`, from the seed in `TRECHTER_SEED`, or always the same one.
pub fn runner(variable: &str, cases: u32) -> (TestRunner, u32, u64) {
    let number = |name| std::env::var(name).ok().and_then(|n| n.parse::<u64>().ok());
    let cases = number(variable).and_then(|n| u32::try_from(n).ok()).unwrap_or(cases);
    let seed = number("TRECHTER_SEED").unwrap_or(2_026);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { cases, max_global_rejects: u32::MAX, failure_persistence: None, ..Config::default() };
    (TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)), cases, seed)
}
