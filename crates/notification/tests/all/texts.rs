//! Every word of the engine has its text, in both languages, with the same variables.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use engine::{
    Answer, Blocker, ChangeEvent, CheckState, ConditionEvent, ConsultationEvent, ConsultationTask, CriterionKey, Demand,
    Difference, DutyEvent, EarlyEvent, EmergencyEvent, Event, ExpiryEvent, FactKey, FactValue, GateKey, LevelKey, Lifecycle,
    Need, Outcome, Proof, Rejection, RolloutEvent, SignalEvent, Stage, TaskKind, UseEvent, Verdict, WayOut,
};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use notification::Language;
use notification::texts::{self, TextError, try_say};

use crate::fixture::{artefact, funnel, gate, party, phase};

/// The names of all variants of an enum. The match makes a new variant a compile error here.
macro_rules! variants {
    ($type:ident: $($variant:ident),+ $(,)?) => {{
        #[expect(dead_code, reason = "only its exhaustiveness counts")]
        fn exhaustive(value: &$type) {
            match value { $($type::$variant { .. } => (),)+ }
        }
        [$(stringify!($variant)),+].map(snake_case)
    }};
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// Variants of `Event` that hold the event of a room; those have texts of their own.
const ROOMS: [&str; 10] =
    ["condition", "consultation", "early", "expiry", "duty", "change", "signal", "use", "rollout", "emergency"];

fn expected_ids() -> Vec<String> {
    let families: Vec<(&str, Vec<String>)> = vec![
        (
            "rejection",
            variants!(Rejection: NotPermitted, ProjectFinished, GateNotOpen, ReworkTarget, NotReady, OwnRevision, OwnEvidenceAlone, LeadDecidesAlone, ConsultationNotAsked, ConsultationStands, NotAtThisStep, SummaryNeeded, DocumentsMissing, TermTooShort, TermOutside, TermTooFar, TermRunning, VerdictDoesNotFit, OverlegNeeded, ProposalUnchanged, NotABody, BodyWithoutMembers, DateInFuture, DateTooEarly, NotRecordable, UnknownPerson, LeadRecordsDecision, MoreVotesThanPresent, NotContestable, ContestTooLate, DecisionNotContested, OrganisationEvidenceMissing, UnknownEvidence, EvidenceEmpty, EvidenceUnchanged, EvidenceRevision, OwnOrganisationEvidence, NoBoard, NoGap, DelegatesToSelf, NotAMember, NotADelegate, DelegationDates, DelegationOverlaps, NoDelegation, NoAgreement, NothingPassed, PartyNotInvolved, UnknownFact, FactType, FactAnswer, FactNeedsNoConfirmation, OwnFact, UnknownArtefact, UnknownCriterion, NothingSubmitted, NothingChanged, FormNeeded, NoForm, FileNeeded, TooManyFiles, FileTypeNotAllowed, NotAReviewer, NotAsked, NotApplicableNotAllowed, EvidenceMissing, PracticeDemanded, MotivationNeeded, NothingToConfirm, ConditionNotOpen, ConditionNotReported, OwnReport, OutcomeTakesNoConditions, NotDeferrable, ConditionMissing, NothingDeferred, BlocksNoLaterGate, NoExtraDecision, LessonsNeeded, NotStopped, ReopenTarget, NoRoundPlanned, NotOnHold, DateNotAhead, QuorumImpossible, RestsOnMore, LegalNeverWaived, NotWaivable, FactIsDerived, UnknownPhase, VersionNotUsable, PhaseGone, NotOverdue, InThePast, AlreadyExpired, EvidenceExpired, UnknownDuty, DutyOfAnotherPhase, DutyNeedsDocument, DutyHeldBefore, NotInUse, UnknownChangeKind, ChangeNotOpen, ChangeNeverSmall, OwnChange, NoSignalsHere, SignalNotOpen, SignalNotAnswered, MayNotSuspend, AlreadySuspended, NotSuspended, UseSuspended, RolloutNotPlanned, RolloutNotChecked, UnknownRolloutCheck, NoEmergencyUseHere, NoEmergencyUse, AlreadyInUse, EmergencySpent, EmergencyTerm, PartiesNotHeard, NotToBeHeard, ListLength)
            .into(),
        ),
        ("wayout", variants!(WayOut: Ask, Submit, ClearBlockers, Correct, None).into()),
        ("need", variants!(Need: Person, InnovationManager, Lead, Member, Chair, ChairOrMember, Administrator, ChairOrAdministrator, LeadOrMember, LeadOrPerson, PersonOrChair, SomebodyElse, System).into()),
        (
            "blocker",
            variants!(Blocker: DocumentMissing, DocumentIsConcept, DocumentTooOld, ReviewOpen, ReviewStale, ChangesRequested, JudgementOpen, JudgementStale, ConditionOpen, NotMet, OrganisationEvidence, DecisionContested, Consultation, DocumentExpired, EvidenceExpired, ExpiryOpen, ChangeOpen, SignalOpen, UseSuspended, SignedEarly, BegunEarly)
            .into(),
        ),
        ("difference", variants!(Difference: Revision, Round, Readiness).into()),
        ("event", variants!(Event: ProjectStarted, PhaseEntered, RoundOpened, RoundPlanned, HoldEnded, FactsAnswered, FactConfirmed, RevisionSubmitted, RevisionReviewed, CriterionJudged, VoteCast, CriterionWaived, GateDecided, ProjectStopped, Consultation, ProjectRetired, ProjectClosed, ProjectReopened, ProjectBroughtIn, ProjectMigrated, ExtraDecisionCalled, ExtraDecided, Condition, OnBehalf, SuppliersNamed, EvidenceChanged, RecordContested, DecisionUpheld, Early, Expiry, Duty, Change, Signal, Use, Rollout, Emergency, TaskOverdue).into_iter().filter(|name| !ROOMS.contains(&name.as_str())).collect()),
        ("event-condition", variants!(ConditionEvent: Opened, Reported, Accepted, Reminded, Postponed, SentBack).into()),
        ("event-consultation", variants!(ConsultationEvent: Informed, Opened, Requested, Declined, Volunteered, Opined, Established, ExtensionAsked, Extended, TermKept, SummaryRevised, TermChosen, NoAnswer, Conferred, Responded, Withdrawn, Substituted, Confirmed, Reminded, TermPassed, WaitOver, Contested, OverlegContested).into()),
        ("event-early", variants!(EarlyEvent: FirstMet, ContractSigned, WorkBegan).into()),
        ("event-expiry", variants!(ExpiryEvent: Expiring, Expired, Renewed).into()),
        ("event-duty", variants!(DutyEvent: Began, Done).into()),
        ("event-change", variants!(ChangeEvent: Reported, Closed, ClosedAsSmall).into()),
        ("event-signal", variants!(SignalEvent: Reported, Handled).into()),
        ("event-use", variants!(UseEvent: Suspended, Resumed).into()),
        ("event-rollout", variants!(RolloutEvent: Planned, Answered, Started, Cancelled).into()),
        ("event-emergency", variants!(EmergencyEvent: Allowed, Ended).into()),
        ("task", variants!(TaskKind: AnswerFact, ConfirmFact, Submit, Review, Judge, Decide, OpenConsultation, Consultation, JudgeEvidence, SubmitEvidence, UpholdDecision, DecideExtra, MeetCondition, AcceptCondition, Renew, DoDuty, HandleSignal, CheckRollout, StartRollout).into_iter().filter(|name| name != "consultation").collect()),
        ("task-consultation", variants!(ConsultationTask: Advise, ChooseTerm, ConfirmAdvice, AnswerRequest, ExtendTerm, ReviseSummary, RecordNoAnswer, Confer, Respond).into()),
        ("outcome", variants!(Outcome: Stop, Rework, Hold, ConditionalGo, Go).into()),
        ("verdict", variants!(Verdict: Approve, RequestChanges).into()),
        ("answer", variants!(Answer: Met, NotMet, NotApplicable).into()),
        ("proof", variants!(Proof: Paper, Practice).into()),
        ("stage", variants!(Stage: Concept, Final).into()),
        ("state", variants!(CheckState: Done, Waiting, Adjust, ToDo, NotYet, Stale, Expired, Waived).into()),
        ("lifecycle", variants!(Lifecycle: Active, Stopped, Retired).into()),
    ];
    families.iter().flat_map(|(family, names)| names.iter().map(move |name| format!("{family}-{name}"))).collect()
}

/// One refusal of each kind, some in both of their sentences.
#[expect(clippy::too_many_lines, reason = "one example of each")]
fn rejections() -> Vec<Rejection> {
    let (artefact, fact) = (artefact(), FactKey::parse("is_research").unwrap());
    let criterion = CriterionKey::parse("client-risico").unwrap();
    let level = |key| LevelKey::parse(key).unwrap();
    let of = || artefact.clone();
    let about = || CriterionKey::parse("client-risico").unwrap();
    let needs = [
        Need::Person,
        Need::InnovationManager,
        Need::Lead,
        Need::Member(vec![party("ict"), party("raad")]),
        Need::Chair(party("raad")),
        Need::LeadOrMember(vec![]),
        Need::LeadOrMember(vec![party("ict")]),
        Need::LeadOrPerson(engine::PersonId(uuid::Uuid::nil())),
        Need::ChairOrMember(party("raad"), vec![party("ict")]),
        Need::Administrator,
        Need::ChairOrAdministrator(party("raad")),
        Need::SomebodyElse,
        Need::System,
    ];
    let mut all: Vec<Rejection> = needs.into_iter().map(|need| Rejection::NotPermitted { need }).collect();
    all.extend([None, Some(GateKey::parse("g2").unwrap())].map(|open| Rejection::GateNotOpen { gate: gate(), open }));
    let some = |n| blockers().into_iter().take(n).collect::<Vec<_>>();
    all.extend([1, 3].map(|n| Rejection::NotDeferrable { blockers: some(n) }));
    all.extend([1, 3].map(|n| Rejection::ConditionMissing { blockers: some(n) }));
    all.extend([vec![], vec![gate()]].map(|later| Rejection::BlocksNoLaterGate { gate: gate(), later }));
    all.extend([0, 1, 3].map(|n| Rejection::NotReady { blockers: blockers().into_iter().take(n).collect() }));
    all.extend(
        [vec![], vec![level("klein"), level("groot")]].map(|levels| Rejection::FactType { fact: fact.clone(), levels }),
    );
    let values =
        [None, Some(FactValue::Boolean(true)), Some(FactValue::Amount(12_000)), Some(FactValue::Level(level("klein")))];
    all.extend(values.map(|current| Rejection::FactAnswer { fact: fact.clone(), current }));
    all.extend([1, 4].map(|at_most| Rejection::TooManyFiles { artefact: of(), at_most }));
    all.extend([0, 300].map(|count| Rejection::ListLength { count, limit: 200 }));
    all.extend([
        Rejection::ProjectFinished { lifecycle: Lifecycle::Stopped },
        Rejection::ReworkTarget { to: phase("proef"), allowed: vec![phase("verkenning")] },
        Rejection::OwnRevision { artefact: of() },
        Rejection::OwnEvidenceAlone { criterion: criterion.clone() },
        Rejection::LeadDecidesAlone,
        Rejection::PartyNotInvolved { party: party("inkoop") },
        Rejection::UnknownFact { fact: fact.clone() },
        Rejection::FactNeedsNoConfirmation { fact: fact.clone() },
        Rejection::OwnFact { fact },
        Rejection::UnknownArtefact { artefact: of() },
        Rejection::UnknownCriterion { criterion: criterion.clone() },
        Rejection::NothingSubmitted { artefact: of() },
        Rejection::NothingChanged { artefact: of() },
        Rejection::FormNeeded { artefact: of() },
        Rejection::NoForm { artefact: of() },
        Rejection::FileNeeded { artefact: of() },
        Rejection::FileTypeNotAllowed {
            artefact: of(),
            media_type: "text/html".to_owned(),
            allowed: vec!["application/pdf".to_owned(), "image/png".to_owned()],
        },
        Rejection::NotAReviewer { party: party("bestuur"), artefact: of() },
        Rejection::NotAsked { criterion: criterion.clone(), party: party("ict") },
        Rejection::NotApplicableNotAllowed { criterion: criterion.clone() },
        Rejection::EvidenceMissing { criterion: criterion.clone(), artefacts: vec![of()] },
        Rejection::PracticeDemanded { criterion: criterion.clone() },
        Rejection::MotivationNeeded,
        Rejection::NothingToConfirm { artefacts: vec![of()], criteria: vec![criterion] },
        Rejection::NotOverdue,
        Rejection::ConditionNotOpen { condition: 3 },
        Rejection::ConditionNotReported { condition: 3 },
        Rejection::OwnReport { condition: 3 },
        Rejection::NoExtraDecision { condition: 3 },
        Rejection::OutcomeTakesNoConditions,
        Rejection::NothingDeferred { demand: Demand::Agreed },
        Rejection::LessonsNeeded,
        Rejection::NotStopped,
        Rejection::NoRoundPlanned,
        Rejection::NotOnHold,
        Rejection::VersionNotUsable,
        Rejection::ReopenTarget { to: phase("proef"), allowed: vec![phase("verkenning")] },
        Rejection::DateNotAhead { date: time::macros::date!(2026 - 01 - 05), days: 366 },
        Rejection::QuorumImpossible { party: party("raad"), needed: 3, members: 2 },
        Rejection::RestsOnMore { criterion: about() },
        Rejection::LegalNeverWaived { criterion: about() },
        Rejection::NotWaivable { criterion: about() },
        Rejection::FactIsDerived { fact: FactKey::parse("impact").unwrap() },
        Rejection::UnknownPhase { phase: phase("proef") },
        Rejection::PhaseGone { phase: phase("proef") },
        Rejection::EvidenceEmpty {
            evidence: engine::EvidenceId { kind: engine::EvidenceKey::parse("nen7510").unwrap(), supplier: None },
        },
        Rejection::EvidenceRevision {
            evidence: engine::EvidenceId { kind: engine::EvidenceKey::parse("nen7510").unwrap(), supplier: None },
            current: Some(2),
        },
        Rejection::EvidenceUnchanged {
            evidence: engine::EvidenceId { kind: engine::EvidenceKey::parse("nen7510").unwrap(), supplier: None },
        },
        Rejection::NoGap {
            evidence: engine::EvidenceId { kind: engine::EvidenceKey::parse("nen7510").unwrap(), supplier: None },
        },
        Rejection::OrganisationEvidenceMissing {
            criterion: about(),
            evidence: vec![engine::EvidenceId { kind: engine::EvidenceKey::parse("nen7510").unwrap(), supplier: None }],
        },
        Rejection::OwnOrganisationEvidence {
            evidence: engine::EvidenceId { kind: engine::EvidenceKey::parse("nen7510").unwrap(), supplier: None },
        },
        Rejection::RolloutNotChecked { rollout: 3, checks: vec![engine::RolloutCheckKey::parse("geoefend").unwrap()] },
        Rejection::UnknownEvidence {
            evidence: engine::EvidenceId { kind: engine::EvidenceKey::parse("nen7510").unwrap(), supplier: None },
        },
        Rejection::VerdictDoesNotFit { consultation: 3, right: engine::Right::Advice },
        Rejection::ConsultationNotAsked { consultation: engine::ConsultationKey::parse("advies").unwrap() },
        Rejection::ConsultationStands { consultation: 3 },
        Rejection::NotAtThisStep { consultation: 3 },
        Rejection::SummaryNeeded,
        Rejection::DocumentsMissing { artefacts: vec![of()] },
        Rejection::TermTooShort { earliest: time::macros::date!(2026 - 01 - 05) },
        Rejection::TermOutside {
            earliest: time::macros::date!(2026 - 01 - 05),
            latest: time::macros::date!(2026 - 01 - 05),
        },
        Rejection::TermTooFar {
            party: party("raad"),
            earliest: time::macros::date!(2027 - 03 - 01),
            latest: time::macros::date!(2027 - 02 - 10),
            days: 400,
        },
        Rejection::TermRunning { consultation: 3, due: time::macros::date!(2026 - 01 - 05) },
        Rejection::OverlegNeeded { consultation: 3 },
        Rejection::ProposalUnchanged { consultation: 3 },
        Rejection::NotABody { party: party("raad") },
        Rejection::BodyWithoutMembers { party: party("raad") },
        Rejection::DateInFuture { date: time::macros::date!(2026 - 01 - 05) },
        Rejection::DateTooEarly { earliest: time::macros::date!(2026 - 01 - 05) },
        Rejection::NotRecordable,
        Rejection::UnknownPerson { person: engine::PersonId(uuid::Uuid::nil()) },
        Rejection::LeadRecordsDecision,
        Rejection::MoreVotesThanPresent,
        Rejection::NotContestable { record: 3 },
        Rejection::ContestTooLate { record: 3, until: time::macros::date!(2026 - 01 - 05) },
        Rejection::DecisionNotContested { gate: gate() },
        Rejection::NoBoard,
        Rejection::DelegatesToSelf,
        Rejection::NotAMember { party: party("raad"), person: engine::PersonId(uuid::Uuid::nil()) },
        Rejection::NotADelegate { party: party("raad"), person: engine::PersonId(uuid::Uuid::nil()) },
        Rejection::DelegationDates {
            earliest: time::macros::date!(2026 - 01 - 05),
            latest: time::macros::date!(2027 - 01 - 05),
        },
        Rejection::DelegationOverlaps { delegation: 3 },
        Rejection::NoDelegation { delegation: 3 },
        Rejection::NoAgreement { agreement: 3 },
        Rejection::NothingPassed,
        Rejection::InThePast { date: time::macros::date!(2026 - 01 - 05) },
        Rejection::AlreadyExpired { artefact: of(), ended: time::macros::date!(2026 - 01 - 05) },
        Rejection::EvidenceExpired { criterion: about(), artefacts: vec![of()] },
        Rejection::UnknownDuty { duty: engine::DutyKey::parse("oefenen").unwrap() },
        Rejection::DutyOfAnotherPhase { duty: engine::DutyKey::parse("oefenen").unwrap(), phase: phase("proef") },
        Rejection::DutyNeedsDocument { duty: engine::DutyKey::parse("oefenen").unwrap(), artefact: of() },
        Rejection::DutyHeldBefore {
            duty: engine::DutyKey::parse("oefenen").unwrap(),
            last: time::macros::date!(2026 - 01 - 05),
        },
        Rejection::NotInUse { phase: phase("proef") },
        Rejection::UnknownChangeKind { change_kind: engine::ChangeKey::parse("update").unwrap() },
        Rejection::ChangeNotOpen { change: 3 },
        Rejection::ChangeNeverSmall { change_kind: engine::ChangeKey::parse("update").unwrap() },
        Rejection::OwnChange { change: 3 },
        Rejection::NoSignalsHere,
        Rejection::SignalNotOpen { signal: 3 },
        Rejection::SignalNotAnswered { signal: 3, blockers: blockers() },
        Rejection::MayNotSuspend { party: party("raad"), allowed: vec![party("ict"), party("raad")] },
        Rejection::AlreadySuspended { party: party("raad") },
        Rejection::NotSuspended { party: party("raad") },
        Rejection::UseSuspended { parties: vec![party("ict"), party("raad")] },
        Rejection::RolloutNotPlanned { rollout: 3 },
        Rejection::UnknownRolloutCheck { check: engine::RolloutCheckKey::parse("geoefend").unwrap(), party: party("raad") },
        Rejection::NoEmergencyUseHere,
        Rejection::NoEmergencyUse,
        Rejection::AlreadyInUse,
        Rejection::EmergencySpent,
        Rejection::EmergencyTerm { latest: time::macros::date!(2026 - 01 - 05) },
        Rejection::PartiesNotHeard { parties: vec![party("ict"), party("raad")] },
        Rejection::NotToBeHeard { party: party("raad") },
    ]);
    all
}

fn blockers() -> Vec<Blocker> {
    let document = artefact();
    let criterion = CriterionKey::parse("client-risico").unwrap();
    let (of, by, about) = (|| document.clone(), || party("raad"), || criterion.clone());
    vec![
        Blocker::DocumentMissing { artefact: of() },
        Blocker::DocumentIsConcept { artefact: of() },
        Blocker::DocumentTooOld { artefact: of() },
        Blocker::ReviewOpen { artefact: of(), party: by() },
        Blocker::ReviewStale { artefact: of(), party: by() },
        Blocker::ChangesRequested { artefact: of(), party: by() },
        Blocker::JudgementOpen { criterion: about(), party: by() },
        Blocker::JudgementStale { criterion: about(), party: by() },
        Blocker::NotMet { criterion: about(), party: by() },
        Blocker::ConditionOpen { condition: 3 },
        Blocker::OrganisationEvidence {
            criterion: about(),
            party: by(),
            evidence: engine::EvidenceId { kind: engine::EvidenceKey::parse("nen7510").unwrap(), supplier: None },
            standing: engine::EvidenceStanding::Missing,
        },
        Blocker::DecisionContested { gate: gate(), round: 3 },
        Blocker::Consultation { body: by(), consultation: Some(2), kind: None, lacks: engine::ConsultationBlock::Open },
        Blocker::DocumentExpired { artefact: of() },
        Blocker::EvidenceExpired { criterion: about(), party: by() },
        Blocker::ExpiryOpen { artefact: of() },
        Blocker::ChangeOpen { change: 3 },
        Blocker::SignalOpen { signal: 3 },
        Blocker::UseSuspended { party: by() },
        Blocker::SignedEarly { artefact: of(), criterion: about(), party: by() },
        Blocker::BegunEarly { phase: phase("proef") },
    ]
}

/// Every text of one language in the repository: id (and attribute) with its variables.
fn texts_in(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../texts").join(language.tag());
    let mut texts = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let source = fs::read_to_string(&path).unwrap();
        let resource =
            fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let value = message.value.iter().map(|pattern| (id.clone(), variables(pattern)));
            let attributes = message.attributes.iter().map(|a| (format!("{id}.{}", a.id.name), variables(&a.value)));
            for (name, variables) in value.chain(attributes) {
                assert!(texts.insert(name.clone(), variables).is_none(), "{name} stands twice in {}", language.tag());
            }
        }
    }
    texts
}

fn variables(pattern: &Pattern<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect(expression, &mut found);
        }
    }
    found
}

fn collect(expression: &Expression<String>, found: &mut BTreeSet<String>) {
    let inline = |expression: &InlineExpression<String>, found: &mut BTreeSet<String>| match expression {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => collect(expression, found),
        _ => {}
    };
    match expression {
        Expression::Inline(expression) => inline(expression, found),
        Expression::Select { selector, variants } => {
            inline(selector, found);
            found.extend(variants.iter().flat_map(|variant| variables(&variant.value)));
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_variables() {
    assert_eq!(texts_in(Language::Nl), texts_in(Language::En));
}

#[test]
fn every_word_of_the_engine_has_its_text() {
    let texts = texts_in(Language::Nl);
    let missing: Vec<_> = expected_ids().into_iter().filter(|id| !texts.contains_key(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_refusal_is_said_whole_in_both_languages() {
    let funnel = funnel();
    let mut said = BTreeSet::new();
    for language in Language::ALL {
        for rejection in rejections() {
            let text = texts::rejection(&funnel, &rejection, language);
            for sentence in [&text.message, &text.way_out] {
                assert!(!sentence.contains(['{', '}', '$']) && sentence.ends_with('.'), "{rejection:?}: {sentence}");
                assert!(!sentence.contains("none"), "an empty list shows: {sentence}");
            }
            said.insert(serde_json::to_value(&rejection).unwrap()["rule"].as_str().unwrap().to_owned());
        }
        for blocker in blockers() {
            let sentence = texts::blocker(&funnel, &blocker, language);
            assert!(!sentence.contains(['{', '}', '$']) && sentence.ends_with('.'), "{blocker:?}: {sentence}");
        }
    }
    let rules: BTreeSet<_> =
        expected_ids().iter().filter_map(|id| id.strip_prefix("rejection-")).map(str::to_owned).collect();
    assert_eq!(said, rules, "each refusal has an example, and is called as in the API");
}

#[test]
fn refusals_in_dutch() {
    let lines: Vec<String> = rejections()
        .iter()
        .map(|rejection| {
            let said = texts::rejection(&funnel(), rejection, Language::Nl);
            format!("{}\n  → {}", said.message, said.way_out)
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn differences_tasks_outcomes_and_dates_are_said() {
    let funnel = funnel();
    let nl = Language::Nl;
    let revision = |number| Difference::Revision { artefact: artefact(), seen: None, current: None, number };
    let criterion = CriterionKey::parse("client-risico").unwrap();
    let lines = [
        texts::difference(&funnel, &revision(Some(3)), nl),
        texts::difference(&funnel, &revision(None), nl),
        texts::difference(&funnel, &Difference::Round { seen: None, current: Some(2) }, nl),
        texts::difference(&funnel, &Difference::Round { seen: Some(1), current: None }, nl),
        texts::difference(&funnel, &Difference::Readiness { seen: None, current: None }, nl),
        texts::task(&funnel, &TaskKind::AnswerFact(FactKey::parse("is_research").unwrap()), nl),
        texts::task(&funnel, &TaskKind::ConfirmFact(FactKey::parse("is_research").unwrap()), nl),
        texts::task(&funnel, &TaskKind::Submit(artefact()), nl),
        texts::task(&funnel, &TaskKind::Review(artefact(), party("ict")), nl),
        texts::task(&funnel, &TaskKind::Judge(criterion, party("ict")), nl),
        texts::task(&funnel, &TaskKind::Decide(gate()), nl),
        texts::outcome(&Outcome::Stop, "", false, nl),
        texts::outcome(&Outcome::Rework { to: phase("verkenning") }, "Verkenning", false, nl),
        texts::outcome(&Outcome::Rework { to: phase("verkenning") }, "Verkenning", true, nl),
        texts::outcome(&Outcome::Go, "Proef", false, nl),
        texts::written(nl, time::macros::date!(2024 - 02 - 29), crate::fixture::TODAY),
        texts::list(nl, "or", &["ICT", "Inkoop", "Cliëntenraad"]),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_day_has_its_words() {
    let mut day = time::macros::date!(2024 - 01 - 01);
    for _ in 0..366 {
        for language in Language::ALL {
            let words = texts::written(language, day, crate::fixture::TODAY);
            assert!(words.ends_with(" 2024") && !words.contains('-'), "{words}");
        }
        day = day.next_day().unwrap();
    }
}

#[test]
fn a_missing_text_or_variable_is_an_error() {
    assert_eq!(try_say(Language::Nl, "no-such-text", &[]), Err(TextError::Unknown("no-such-text".to_owned())));
    assert!(matches!(try_say(Language::Nl, "rejection-own_fact", &[]), Err(TextError::Incomplete { .. })));
    assert_eq!(Language::find("en"), Some(Language::En));
    assert_eq!(Language::find("fr"), None);
}

#[test]
fn sentences_are_short() {
    for sentence in fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../texts/nl/rejection.ftl"))
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once("= ").or(line.split_once("] ")))
        .flat_map(|(_, text)| text.split_inclusive(['.', ':', '?']).map(str::to_owned).collect::<Vec<_>>())
    {
        assert!(sentence.split_whitespace().count() <= 18, "{sentence}");
    }
}
