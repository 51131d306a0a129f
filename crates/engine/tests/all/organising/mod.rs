//! The organisation: evidence judged once and used by all, improvement plans of the board (law 3), what bodies agreed to be
//! only informed of and are asked about funnels and evidence (law 8).

mod agreements;
mod consulting;
mod evidence;
mod wire;

use std::collections::BTreeSet;

use engine::*;

use crate::consulting::{COUNCIL, COUNCIL_CHAIR, advice, on, open, says};
use crate::scenario::*;
use crate::table::expect;

pub const ADMIN: u8 = 40;
pub const SECURITY: u8 = 41;
pub const CISO: u8 = 42;
pub const BOARD: u8 = 43;

/// An organisation with its log, its parties and the day it is.
#[derive(Clone)]
pub struct Provider {
    pub organisation: Organisation,
    pub log: Vec<OrganisationRecorded>,
    pub parties: Parties,
    pub day: u16,
}

fn admin() -> Actor {
    let roles = BTreeSet::from([Role::Administrator]);
    Actor::Person(Person { id: person(ADMIN), function: "beheerder".into(), roles })
}

fn somebody(n: u8) -> Actor {
    if n == ADMIN { admin() } else { actor(n) }
}

fn kind(key: &str, of_supplier: bool) -> EvidenceKind {
    EvidenceKind {
        key: EvidenceKey::parse(key).unwrap(),
        name: Label { nl: key.into(), en: key.into() },
        of_supplier,
        submitted_by: vec![party("security")],
        judged_by: party("ciso"),
        valid_days: Some(365),
    }
}

fn evidence(id: &str) -> EvidenceId {
    EvidenceId::try_from(id.to_owned()).unwrap()
}

fn submitted(id: &str, valid_until: Option<u16>) -> OrganisationCommand {
    OrganisationCommand::SubmitEvidence {
        evidence: evidence(id),
        text: Some(text(90)),
        files: Vec::new(),
        valid_until: valid_until.map(|day| moment(day).today),
    }
}

fn judged(id: &str, revision: u32, sufficient: bool) -> OrganisationCommand {
    OrganisationCommand::JudgeEvidence {
        evidence: evidence(id),
        revision,
        sufficient,
        proof: Proof::Practice,
        motivation: (!sufficient).then(|| text(91)),
    }
}

fn plan(id: &str, day: u16) -> OrganisationCommand {
    OrganisationCommand::AdoptPlan { evidence: evidence(id), plan: text(92), due: moment(day).today }
}

fn agree(when: When) -> OrganisationCommand {
    OrganisationCommand::Agree { body: party("council"), when, text: text(93) }
}

fn consult(about: About, right: Right) -> OrganisationCommand {
    let (body, question, summary) = (party("council"), text(94), text(95));
    OrganisationCommand::Consult { about, body, right, question, summary, due: None }
}

fn work(consultation: u32, act: ConsultationAct) -> OrganisationCommand {
    OrganisationCommand::Consultation { consultation, act }
}

impl Provider {
    pub fn new() -> Self {
        let member = |n, chair| Member { person: person(n), chair };
        let mut parties = advice().parties;
        parties.members.insert(party("security"), vec![member(SECURITY, false)]);
        parties.members.insert(party("ciso"), vec![member(CISO, false), member(SECURITY, false)]);
        parties.members.insert(party("board"), vec![member(BOARD, true)]);
        let organisation = Organisation::new(OrganisationId(uuid(1)));
        let mut provider = Self { organisation, log: Vec::new(), parties, day: 0 };
        for kind in [kind("nen7510", false), kind("iso27001", true)] {
            provider.given(ADMIN, OrganisationCommand::DefineEvidence { kind });
        }
        provider.given(ADMIN, OrganisationCommand::SetBoard { party: party("board") });
        provider
    }

    pub fn decide(
        &self,
        actor: &Actor,
        hash: u8,
        command: OrganisationCommand,
    ) -> Result<Vec<OrganisationEvent>, Rejection> {
        let calendar = Calendar::default();
        let submission = Submission {
            hash: Hash([hash; 32]),
            authors: actor.person().map(|p| p.id).into_iter().collect(),
            changed_fields: BTreeSet::new(),
            files_changed: true,
            ends_on: None,
            signed_on: None,
        };
        decide_organisation(&self.organisation, &self.context(actor, &calendar, Some(&submission)), command)
    }

    fn context<'a>(&'a self, actor: &'a Actor, calendar: &'a Calendar, submission: Option<&'a Submission>) -> Context<'a> {
        Context {
            actor,
            on_behalf_of: None,
            now: moment(self.day),
            parties: &self.parties,
            organisation: &self.organisation,
            calendar,
            migrate_to: None,
            submission,
        }
    }

    #[track_caller]
    pub fn given(&mut self, who: u8, command: OrganisationCommand) -> &mut Self {
        // What is submitted differs each time.
        let hash = u8::try_from(self.log.len() % 256).unwrap();
        let shown = format!("{command:?}");
        let events = self.decide(&somebody(who), hash, command);
        let events = events.unwrap_or_else(|rejection| panic!("{shown} refused: {rejection:?}"));
        self.take(&somebody(who), events);
        self
    }

    fn take(&mut self, actor: &Actor, events: Vec<OrganisationEvent>) {
        for event in events {
            let Recorded { sequence, at, by, .. } =
                recorded(self.organisation.sequence + 1, self.day, actor, Event::ProjectClosed);
            let recorded = OrganisationRecorded { sequence, at, by, event };
            self.organisation.apply(&recorded).unwrap();
            self.log.push(recorded);
        }
    }

    #[track_caller]
    pub fn refused(&self, who: u8, command: OrganisationCommand, law: u8) -> Rejection {
        let rejection = self.decide(&somebody(who), 0, command).expect_err("refused");
        assert_eq!(rejection.law(), Law(law), "{rejection:?}");
        rejection
    }

    fn tasks(&self) -> Vec<String> {
        let (nobody, calendar) = (Actor::System, Calendar::default());
        let tasks = organisation_tasks(&self.organisation, &self.context(&nobody, &calendar, None));
        tasks.into_iter().map(|task| String::from(task.kind)).collect()
    }

    /// What time makes happen today; each command is refused a second time.
    fn time(&mut self) -> Vec<OrganisationEvent> {
        let (nobody, calendar) = (Actor::System, Calendar::default());
        let commands = due_organisation(&self.organisation, &self.context(&nobody, &calendar, None));
        let mut happened = Vec::new();
        for command in commands {
            let events = self.decide(&nobody, 0, command.clone()).unwrap();
            self.take(&nobody, events.clone());
            assert_eq!(self.decide(&nobody, 0, command).unwrap_err().law(), Law(16));
            happened.extend(events);
        }
        happened
    }

    pub fn folds(&self) {
        assert_eq!(Organisation::fold(self.organisation.id, &self.log).unwrap(), self.organisation);
    }
}

/// A project whose criterion `client-safety` also rests on this evidence, in this organisation.
fn resting_on(kind: &str, provider: &Provider) -> Scenario {
    let mut s = Scenario::exploring();
    let criterion = s.funnel.criteria.iter_mut().find(|c| c.key == criterion("client-safety")).unwrap();
    criterion.asked_at[0].organisation_evidence = vec![EvidenceKey::parse(kind).unwrap()];
    s.organisation = provider.organisation.clone();
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    s.given(CARE_2, review("risks", "care", Verdict::Approve));
    s.given(ICT, submit("ict-check", 3, &[]));
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    s
}

fn safe() -> Command {
    judge("client-safety", "quality", Answer::Met)
}

/// An organisation whose NEN 7510 assessment is sufficient until day 200.
fn assessed() -> Provider {
    let mut p = Provider::new();
    p.given(SECURITY, submitted("nen7510", Some(200))).given(CISO, judged("nen7510", 1, true));
    p
}
