//! The rules that refuse, in the order in which they came.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use time::Date;

use crate::conditions::Demand;
use crate::consultation::Right;
use crate::facts::FactValue;
use crate::ids::{
    ArtefactKey, ChangeKey, ConsultationKey, CriterionKey, DutyKey, FactKey, GateKey, LevelKey, PartyKey, PersonId,
    PhaseKey, RolloutCheckKey,
};
use crate::organisation::EvidenceId;
use crate::permission::Need;
use crate::project::Lifecycle;
use crate::readiness::Blocker;

/// Why a command was refused. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "rule")]
pub enum Rejection {
    /// Permission comes first (law 18: every change has an accountable author).
    #[error("only {need} may do this")]
    NotPermitted {
        /// Who may.
        need: Need,
    },
    /// Law 1: a stopped or retired project does not change.
    #[error("the project is finished")]
    ProjectFinished {
        /// How it ended.
        lifecycle: Lifecycle,
    },
    /// Law 1: only the gate of the current phase is open.
    #[error("gate {gate} is not open")]
    GateNotOpen {
        /// Asked for.
        gate: GateKey,
        /// The one that is open.
        open: Option<GateKey>,
    },
    /// Law 1: rework leads back only to phases that the gate names.
    #[error("rework cannot lead to {to}")]
    ReworkTarget {
        /// Asked for.
        to: PhaseKey,
        /// Allowed.
        allowed: Vec<PhaseKey>,
    },
    /// Law 2: go needs everything.
    #[error("{} points are still open", blockers.len())]
    NotReady {
        /// Every point, with its law.
        blockers: Vec<Blocker>,
    },
    /// Law 5: nobody reviews a revision they helped write.
    #[error("you helped write this revision of {artefact}")]
    OwnRevision {
        /// Of which artefact.
        artefact: ArtefactKey,
    },
    /// Law 5: nobody judges on their own revision alone.
    #[error("{criterion} rests on your own documents alone")]
    OwnEvidenceAlone {
        /// Which criterion.
        criterion: CriterionKey,
    },
    /// Law 5: nobody decides alone on a project they lead.
    #[error("you lead this project and cannot decide on it alone")]
    LeadDecidesAlone,
    /// Law 8: the open gate does not ask this consultation, or not of this project.
    #[error("{consultation} is not asked here")]
    ConsultationNotAsked {
        /// Which.
        consultation: ConsultationKey,
    },
    /// Law 8: it was asked already, and what it rests on did not change.
    #[error("consultation {consultation} stands")]
    ConsultationStands {
        /// Its number.
        consultation: u32,
    },
    /// Law 8: the consultation is not there, or is at another step.
    #[error("consultation {consultation} is not at this step")]
    NotAtThisStep {
        /// Its number.
        consultation: u32,
    },
    /// Law 8: a body is asked in plain words.
    #[error("write a plain summary")]
    SummaryNeeded,
    /// Law 8: the documents that the body is to read are not there yet.
    #[error("the documents for this consultation are not there yet")]
    DocumentsMissing {
        /// Which.
        artefacts: Vec<ArtefactKey>,
    },
    /// Law 8: the body gets less time than it should.
    #[error("the term ends on {earliest} at the earliest")]
    TermTooShort {
        /// The first day on which it may end.
        earliest: Date,
    },
    /// Law 8: a date outside what can be chosen.
    #[error("choose a day after {earliest}, up to {latest}")]
    TermOutside {
        /// After this day.
        earliest: Date,
        /// Up to and with this day.
        latest: Date,
    },
    /// Law 8: by the body's own rules, its meetings and holidays, no term ends as soon as one has to.
    #[error("`{party}` can answer on {earliest} at the earliest; a term ends no later than {latest}")]
    TermTooFar {
        /// The body.
        party: PartyKey,
        /// The first day on which a term of the body can end.
        earliest: Date,
        /// The last day on which any term may end.
        latest: Date,
        /// Calendar days from today to that day.
        days: u32,
    },
    /// Law 8: silence says nothing before the term is over.
    #[error("consultation {consultation} runs until {due}")]
    TermRunning {
        /// Its number.
        consultation: u32,
        /// Its last day.
        due: Date,
    },
    /// Law 8: advice is no consent, and consent no advice.
    #[error("this is not an answer to consultation {consultation}")]
    VerdictDoesNotFit {
        /// Its number.
        consultation: u32,
        /// What the body may do.
        right: Right,
    },
    /// Law 8: talk first, then deviate.
    #[error("talk with the body before you deviate from its advice in consultation {consultation}")]
    OverlegNeeded {
        /// Its number.
        consultation: u32,
    },
    /// Law 8: the same proposal is not put before a body again.
    #[error("nothing changed since consultation {consultation}")]
    ProposalUnchanged {
        /// Its number.
        consultation: u32,
    },
    /// Law 8: this party is consulted nowhere in this funnel.
    #[error("{party} is no body that is consulted")]
    NotABody {
        /// Which party.
        party: PartyKey,
    },
    /// Law 8: this provider has no such body.
    #[error("{party} has no members")]
    BodyWithoutMembers {
        /// Which party.
        party: PartyKey,
    },
    /// Law 14: what happened is not in the future.
    #[error("{date} is in the future")]
    DateInFuture {
        /// The date.
        date: Date,
    },
    /// Law 14: what happened did not happen before it could.
    #[error("this cannot have happened before {earliest}")]
    DateTooEarly {
        /// The first day on which it could.
        earliest: Date,
    },
    /// Law 14: this is not an answer that somebody else can enter.
    #[error("this cannot be recorded for somebody else")]
    NotRecordable,
    /// Law 14: the person is not known here.
    #[error("the person is not known here")]
    UnknownPerson {
        /// Who.
        person: PersonId,
    },
    /// Law 14: the lead does not enter what was decided on the own project.
    #[error("you lead this project; somebody else records its decision")]
    LeadRecordsDecision,
    /// Law 14: there are no more votes than people.
    #[error("more votes than people present")]
    MoreVotesThanPresent,
    /// Law 14: there is no such record, or it cannot be contested any more.
    #[error("record {record} cannot be contested")]
    NotContestable {
        /// Its number.
        record: u32,
    },
    /// Law 14: the term to contest is over.
    #[error("record {record} could be contested until {until}")]
    ContestTooLate {
        /// Its number.
        record: u32,
        /// The last day.
        until: Date,
    },
    /// Law 14: nobody contested this decision.
    #[error("the decision of {gate} was not contested")]
    DecisionNotContested {
        /// Of which gate.
        gate: GateKey,
    },
    /// Law 11: a *met* on evidence of the organisation that does not count.
    #[error("{criterion} rests on evidence of the organisation that is not there or does not count")]
    OrganisationEvidenceMissing {
        /// Which criterion.
        criterion: CriterionKey,
        /// Which evidence.
        evidence: Vec<EvidenceId>,
    },
    /// Law 19: the organisation keeps no such evidence.
    #[error("the organisation keeps no {evidence}")]
    UnknownEvidence {
        /// Which.
        evidence: EvidenceId,
    },
    /// Law 2: a revision of evidence needs a text or a file.
    #[error("{evidence} needs a text or a file")]
    EvidenceEmpty {
        /// Which.
        evidence: EvidenceId,
    },
    /// Law 4: a submission that is the same as the current revision is not a new one.
    #[error("nothing changed in {evidence}")]
    EvidenceUnchanged {
        /// Which.
        evidence: EvidenceId,
    },
    /// Law 17: another revision is current, or there is none.
    #[error("this is not the current revision of {evidence}")]
    EvidenceRevision {
        /// Of which evidence.
        evidence: EvidenceId,
        /// The current one.
        current: Option<u32>,
    },
    /// Law 5: nobody judges what they helped write.
    #[error("you helped write this revision of {evidence}")]
    OwnOrganisationEvidence {
        /// Which.
        evidence: EvidenceId,
    },
    /// Law 3: nobody was named to adopt improvement plans.
    #[error("name the board of the organisation first")]
    NoBoard,
    /// Law 3: there is no gap to plan for.
    #[error("{evidence} has no gap")]
    NoGap {
        /// Which.
        evidence: EvidenceId,
    },
    /// Law 7: nobody answers for themselves in place of themselves.
    #[error("somebody else has to stand in")]
    DelegatesToSelf,
    /// Law 7: only a member's answers are given by somebody else.
    #[error("this person is no member of {party}")]
    NotAMember {
        /// Of which party.
        party: PartyKey,
        /// Who.
        person: PersonId,
    },
    /// Laws 7 and 9: who stands in belongs to a party here; for a body, to that body.
    #[error("this person cannot answer for a member of {party}")]
    NotADelegate {
        /// In which party.
        party: PartyKey,
        /// Who.
        person: PersonId,
    },
    /// Law 7: a delegation is for a period that lies ahead.
    #[error("choose first and last day between {earliest} and {latest}")]
    DelegationDates {
        /// The first day on which it can begin.
        earliest: Date,
        /// The last day on which it can end.
        latest: Date,
    },
    /// Law 7: one person answers for a member on one day.
    #[error("delegation {delegation} covers these days already")]
    DelegationOverlaps {
        /// The number of the other one.
        delegation: u32,
    },
    /// Law 7: it is over, or never was.
    #[error("delegation {delegation} is not in force")]
    NoDelegation {
        /// Its number.
        delegation: u32,
    },
    /// Law 8: the agreement is not in force.
    #[error("agreement {agreement} is not in force")]
    NoAgreement {
        /// Its number.
        agreement: u32,
    },
    /// Law 16: no term passed, or that was noted before.
    #[error("no term passed")]
    NothingPassed,
    /// Law 6: a party takes part from its phase on.
    #[error("{party} does not take part yet")]
    PartyNotInvolved {
        /// Which party.
        party: PartyKey,
    },
    /// Law 19: the funnel does not know this fact.
    #[error("unknown fact {fact}")]
    UnknownFact {
        /// Which.
        fact: FactKey,
    },
    /// Law 19: the answer is of another type.
    #[error("{fact} takes another kind of answer")]
    FactType {
        /// Which fact.
        fact: FactKey,
        /// The levels it takes, where it has levels.
        levels: Vec<LevelKey>,
    },
    /// Law 17: the answer that was to be confirmed is another by now, or there is none.
    #[error("the answer to {fact} is not what you confirm")]
    FactAnswer {
        /// Which fact.
        fact: FactKey,
        /// The answer as it stands.
        current: Option<FactValue>,
    },
    /// Law 5: this fact needs no confirmation.
    #[error("{fact} needs no confirmation")]
    FactNeedsNoConfirmation {
        /// Which fact.
        fact: FactKey,
    },
    /// Law 5: who answered a fact does not confirm it.
    #[error("you answered {fact} yourself")]
    OwnFact {
        /// Which fact.
        fact: FactKey,
    },
    /// Law 19: the funnel does not know this artefact.
    #[error("unknown artefact {artefact}")]
    UnknownArtefact {
        /// Which.
        artefact: ArtefactKey,
    },
    /// Law 19: the funnel does not know this criterion.
    #[error("unknown criterion {criterion}")]
    UnknownCriterion {
        /// Which.
        criterion: CriterionKey,
    },
    /// Law 2: there is no revision to answer on.
    #[error("{artefact} has no revision yet")]
    NothingSubmitted {
        /// Of which artefact.
        artefact: ArtefactKey,
    },
    /// Law 4: a submission that is the same as the current revision is not a new one.
    #[error("nothing changed in {artefact}")]
    NothingChanged {
        /// In which artefact.
        artefact: ArtefactKey,
    },
    /// Law 2: a revision needs the form that its kind has, and none where it has none.
    #[error("{artefact} needs its form filled in")]
    FormNeeded {
        /// Of which artefact.
        artefact: ArtefactKey,
    },
    /// Law 2: this kind takes no form answers.
    #[error("{artefact} has no form")]
    NoForm {
        /// Of which artefact.
        artefact: ArtefactKey,
    },
    /// Law 2: a revision needs a file.
    #[error("{artefact} needs a file")]
    FileNeeded {
        /// Of which artefact.
        artefact: ArtefactKey,
    },
    /// Law 2: more files than the funnel allows.
    #[error("{artefact} takes at most {at_most} files")]
    TooManyFiles {
        /// Of which artefact.
        artefact: ArtefactKey,
        /// The limit.
        at_most: u16,
    },
    /// Law 2: a kind of file that the funnel does not allow.
    #[error("{artefact} does not take {media_type}")]
    FileTypeNotAllowed {
        /// Of which artefact.
        artefact: ArtefactKey,
        /// The file's type.
        media_type: String,
        /// Allowed types.
        allowed: Vec<String>,
    },
    /// Law 2: this party does not review this artefact.
    #[error("{party} does not review {artefact}")]
    NotAReviewer {
        /// Which party.
        party: PartyKey,
        /// Of which artefact.
        artefact: ArtefactKey,
    },
    /// Law 2: this criterion is not asked of this party in the open round.
    #[error("{criterion} is not asked of {party} now")]
    NotAsked {
        /// Which criterion.
        criterion: CriterionKey,
        /// Which party.
        party: PartyKey,
    },
    /// Law 2: *not applicable* only where the funnel allows it.
    #[error("{criterion} cannot be answered as not applicable")]
    NotApplicableNotAllowed {
        /// Which criterion.
        criterion: CriterionKey,
    },
    /// Law 11: a *met* without its evidence.
    #[error("{criterion} rests on documents that are not there yet")]
    EvidenceMissing {
        /// Which criterion.
        criterion: CriterionKey,
        /// The missing artefacts.
        artefacts: Vec<ArtefactKey>,
    },
    /// Law 11: proof in practice is demanded.
    #[error("{criterion} asks for proof in practice")]
    PracticeDemanded {
        /// Which criterion.
        criterion: CriterionKey,
    },
    /// Laws 4 and 10: an answer other than *yes* says why.
    #[error("say why")]
    MotivationNeeded,
    /// Law 4: there is no earlier answer to confirm, or it still stands.
    #[error("there is nothing to confirm")]
    NothingToConfirm {
        /// Reviews without an answer to confirm.
        artefacts: Vec<ArtefactKey>,
        /// Judgements without an answer to confirm.
        criteria: Vec<CriterionKey>,
    },
    /// Law 3: a condition that is not open, or never was.
    #[error("condition {condition} is not open")]
    ConditionNotOpen {
        /// Its number.
        condition: u32,
    },
    /// Law 3: its owner has not said that it is met.
    #[error("condition {condition} was not reported as met")]
    ConditionNotReported {
        /// Its number.
        condition: u32,
    },
    /// Law 5: who reports a condition as met does not accept it.
    #[error("you reported condition {condition} yourself")]
    OwnReport {
        /// Its number.
        condition: u32,
    },
    /// Law 3: only *conditional go* imposes conditions.
    #[error("only a conditional go takes conditions")]
    OutcomeTakesNoConditions,
    /// Law 3: the funnel does not let these be deferred.
    #[error("{} points cannot be deferred", blockers.len())]
    NotDeferrable {
        /// Which.
        blockers: Vec<Blocker>,
    },
    /// Law 3: every missing item needs its condition.
    #[error("{} points have no condition", blockers.len())]
    ConditionMissing {
        /// Which.
        blockers: Vec<Blocker>,
    },
    /// Law 3: a condition on something that is not missing.
    #[error("nothing is deferred by this condition")]
    NothingDeferred {
        /// What it demands.
        demand: Demand,
    },
    /// Law 3: a condition blocks a gate that is still to come.
    #[error("a condition of gate {gate} blocks a later gate")]
    BlocksNoLaterGate {
        /// The gate that is decided.
        gate: GateKey,
        /// The gates that it can block.
        later: Vec<GateKey>,
    },
    /// Law 3: no extra decision was called on this condition.
    #[error("no extra decision is open on condition {condition}")]
    NoExtraDecision {
        /// Its number.
        condition: u32,
    },
    /// Law 13: who stops says what was learned.
    #[error("say what was learned")]
    LessonsNeeded,
    /// Law 1: only a stopped project goes on again.
    #[error("the project was not stopped")]
    NotStopped,
    /// Law 1: a project goes on again no later than where it stopped.
    #[error("the project cannot go on again in {to}")]
    ReopenTarget {
        /// Asked for.
        to: PhaseKey,
        /// Allowed.
        allowed: Vec<PhaseKey>,
    },
    /// Law 1: no round of a recurring gate is planned.
    #[error("no round is planned")]
    NoRoundPlanned,
    /// Law 10: the project is not on hold.
    #[error("the project is not on hold")]
    NotOnHold,
    /// Law 16: a date that has to lie ahead, and not too far.
    #[error("the date must lie after today and at most {days} days ahead")]
    DateNotAhead {
        /// Asked for.
        date: Date,
        /// How far ahead at most.
        days: u16,
    },
    /// Law 7: the party has too few members for its own rule.
    #[error("{party} needs {needed} members and has {members}")]
    QuorumImpossible {
        /// Which party.
        party: PartyKey,
        /// How many it needs.
        needed: u32,
        /// How many can answer.
        members: u32,
    },
    /// Law 7: an answer that goes with a review rests on that document alone.
    #[error("{criterion} rests on more than this document")]
    RestsOnMore {
        /// Which criterion.
        criterion: CriterionKey,
    },
    /// Law 2: a legal criterion is never set aside.
    #[error("{criterion} is a legal minimum and is never waived")]
    LegalNeverWaived {
        /// Which.
        criterion: CriterionKey,
    },
    /// Law 2: nobody may set this criterion aside.
    #[error("{criterion} cannot be waived")]
    NotWaivable {
        /// Which.
        criterion: CriterionKey,
    },
    /// Law 5: this fact follows from others.
    #[error("{fact} follows from other answers")]
    FactIsDerived {
        /// Which.
        fact: FactKey,
    },
    /// Law 1: the funnel does not know this phase, or bring-in into its first.
    #[error("unknown phase {phase}")]
    UnknownPhase {
        /// Which.
        phase: PhaseKey,
    },
    /// Law 20: the version asked for is not there, or it is the present one.
    #[error("the project cannot go on under this version")]
    VersionNotUsable,
    /// Law 20: the present phase is gone in the new version.
    #[error("the new version has no phase {phase}; name the phase it goes on in")]
    PhaseGone {
        /// The present phase.
        phase: PhaseKey,
    },
    /// Law 16: the task is not late, or that was noted before.
    #[error("the task is not overdue")]
    NotOverdue,
    /// Law 16: what is planned does not lie in the past.
    #[error("{date} lies in the past")]
    InThePast {
        /// Asked for.
        date: Date,
    },
    /// Law 12: a document that ran out cannot be submitted as evidence.
    #[error("{artefact} ran out on {ended}")]
    AlreadyExpired {
        /// Which.
        artefact: ArtefactKey,
        /// Its last day.
        ended: Date,
    },
    /// Law 12: a *met* does not rest on what ran out.
    #[error("{criterion} rests on documents that ran out")]
    EvidenceExpired {
        /// Which criterion.
        criterion: CriterionKey,
        /// The documents.
        artefacts: Vec<ArtefactKey>,
    },
    /// Law 19: the funnel does not know this duty.
    #[error("unknown duty {duty}")]
    UnknownDuty {
        /// Which.
        duty: DutyKey,
    },
    /// Law 12: the duty belongs to another phase.
    #[error("{duty} is a duty of {phase}")]
    DutyOfAnotherPhase {
        /// Which.
        duty: DutyKey,
        /// Its phase.
        phase: PhaseKey,
    },
    /// Law 12: the duty is done by an approved new revision of its document.
    #[error("{duty} is done by a new revision of {artefact}")]
    DutyNeedsDocument {
        /// Which.
        duty: DutyKey,
        /// Its document.
        artefact: ArtefactKey,
    },
    /// Law 12: the duty was done later than that.
    #[error("{duty} was done on {last} already")]
    DutyHeldBefore {
        /// Which.
        duty: DutyKey,
        /// When it was last held, or its phase began.
        last: Date,
    },
    /// Law 12: only a product in use changes and is rolled out.
    #[error("the product is not in use in {phase}")]
    NotInUse {
        /// The present phase.
        phase: PhaseKey,
    },
    /// Law 19: the funnel does not know this kind of change.
    #[error("unknown kind of change {change_kind}")]
    UnknownChangeKind {
        /// Which.
        change_kind: ChangeKey,
    },
    /// Law 12: a change that is closed, or never was.
    #[error("change {change} is not open")]
    ChangeNotOpen {
        /// Its number.
        change: u32,
    },
    /// Law 12: a change of this kind is never small.
    #[error("a change of kind {change_kind} is answered in full")]
    ChangeNeverSmall {
        /// Which kind.
        change_kind: ChangeKey,
    },
    /// Law 5: who reports a change does not close it alone.
    #[error("you reported change {change} yourself")]
    OwnChange {
        /// Its number.
        change: u32,
    },
    /// Law 19: the funnel takes no signals.
    #[error("this funnel takes no signals")]
    NoSignalsHere,
    /// Law 12: a signal that was handled, or never was.
    #[error("signal {signal} is not open")]
    SignalNotOpen {
        /// Its number.
        signal: u32,
    },
    /// Law 12: what the signal reopened was not answered again.
    #[error("signal {signal} waits for {} answers", blockers.len())]
    SignalNotAnswered {
        /// Its number.
        signal: u32,
        /// What is in the way.
        blockers: Vec<Blocker>,
    },
    /// Law 12: this party may not suspend the use.
    #[error("{party} may not suspend the use")]
    MayNotSuspend {
        /// Which.
        party: PartyKey,
        /// Who may.
        allowed: Vec<PartyKey>,
    },
    /// Law 12: the party suspended the use before.
    #[error("{party} suspended the use already")]
    AlreadySuspended {
        /// Which.
        party: PartyKey,
    },
    /// Law 12: only who suspended the use resumes it.
    #[error("{party} did not suspend the use")]
    NotSuspended {
        /// Which.
        party: PartyKey,
    },
    /// Law 12: nothing starts while the use is suspended.
    #[error("the use is suspended")]
    UseSuspended {
        /// By whom.
        parties: Vec<PartyKey>,
    },
    /// Law 12: a rollout that started, was cancelled, or never was.
    #[error("rollout {rollout} is not planned")]
    RolloutNotPlanned {
        /// Its number.
        rollout: u32,
    },
    /// Law 12: a rollout starts when every check was answered with *yes*.
    #[error("rollout {rollout} has {} checks without a yes", checks.len())]
    RolloutNotChecked {
        /// Its number.
        rollout: u32,
        /// Which.
        checks: Vec<RolloutCheckKey>,
    },
    /// Law 19: the funnel does not ask this of this party.
    #[error("{party} is not asked {check}")]
    UnknownRolloutCheck {
        /// Which check.
        check: RolloutCheckKey,
        /// Which party.
        party: PartyKey,
    },
    /// Law 19: the funnel knows no emergency use.
    #[error("this funnel knows no emergency use")]
    NoEmergencyUseHere,
    /// Law 15: nothing to end.
    #[error("there is no emergency use")]
    NoEmergencyUse,
    /// Law 15: the product is in use by a decision of its gate.
    #[error("the product is in use already")]
    AlreadyInUse,
    /// Law 15: its term is started once; then a gate decides.
    #[error("emergency use was allowed before; now the gate decides")]
    EmergencySpent,
    /// Law 15: for at most the funnel's term.
    #[error("emergency use lasts until {latest} at most")]
    EmergencyTerm {
        /// The last day that is possible.
        latest: Date,
    },
    /// Law 15: the named parties are heard first, on record.
    #[error("{} parties were not heard", parties.len())]
    PartiesNotHeard {
        /// Which.
        parties: Vec<PartyKey>,
    },
    /// Law 15: only the named parties are heard here.
    #[error("{party} is not heard on emergency use")]
    NotToBeHeard {
        /// Which.
        party: PartyKey,
    },
    /// A list in the command is empty or longer than its named limit.
    #[error("the list has {count} entries; 1 to {limit} are taken")]
    ListLength {
        /// How many.
        count: usize,
        /// How many at most.
        limit: usize,
    },
}
