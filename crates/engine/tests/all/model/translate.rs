//! A command in the model's words, as the engine takes it.

use std::collections::{BTreeMap, BTreeSet};

use engine::*;

use super::acts::{self, Do, Judging, Meeting, Wish};
use super::bodies::{self, Say};
use super::funnel::date;
use super::world::Name;
use crate::scenario::*;

pub fn value(value: Name) -> FactValue {
    match value {
        "yes" => FactValue::Boolean(true),
        "no" => FactValue::Boolean(false),
        level_of => FactValue::Level(level(level_of)),
    }
}

fn answer(answer: acts::Answer) -> Answer {
    match answer {
        acts::Answer::Met => Answer::Met,
        acts::Answer::NotMet => Answer::NotMet,
        acts::Answer::NotApplicable => Answer::NotApplicable,
    }
}

fn proof(practice: bool) -> Proof {
    if practice { Proof::Practice } else { Proof::Paper }
}

fn outcome(outcome: acts::Outcome) -> Outcome {
    match outcome {
        acts::Outcome::Stop => Outcome::Stop,
        acts::Outcome::Rework(to) => Outcome::Rework { to: phase(to) },
        acts::Outcome::Hold(until) => Outcome::Hold { review_on: date(until) },
        acts::Outcome::If => Outcome::ConditionalGo,
        acts::Outcome::Go => Outcome::Go,
    }
}

fn reason(given: bool) -> Option<TextRef> {
    given.then(|| text(1))
}

fn condition(wish: &Wish) -> NewCondition {
    let demand = match wish.demand {
        acts::Demand::Document(name, complete) => {
            Demand::Document { artefact: artefact(name), stage: if complete { Stage::Final } else { Stage::Concept } }
        }
        acts::Demand::Criterion(name, by) => Demand::Criterion { criterion: criterion(name), party: party(by) },
        acts::Demand::Agreed => Demand::Agreed,
        acts::Demand::Closing(key) => Demand::Closing { duty: ClosingKey::parse(key).unwrap() },
    };
    let (text, owner, due) = (reason(wish.text), person(wish.owner), date(wish.due));
    NewCondition { demand, text, owner, due, blocks: wish.blocks.map(gate) }
}

fn verdict(verdict: bodies::Verdict) -> AdviceVerdict {
    match verdict {
        bodies::Verdict::Positive => AdviceVerdict::Positive,
        bodies::Verdict::Points => AdviceVerdict::PositiveWithPoints,
        bodies::Verdict::Negative => AdviceVerdict::Negative,
        bodies::Verdict::Given => AdviceVerdict::ConsentGiven,
        bodies::Verdict::Withheld => AdviceVerdict::ConsentWithheld,
    }
}

fn advice(given: bodies::Verdict) -> Advice {
    Advice { verdict: verdict(given), text: text(2), minority: None }
}

fn say(say: Say) -> ConsultationAct {
    match say {
        Say::Accept { document, due } => {
            ConsultationAct::Accept { summary: text(3), documents: vec![artefact(document)], due: due.map(date) }
        }
        Say::Decline => ConsultationAct::Decline { reason: text(4) },
        Say::Opine => ConsultationAct::Opine { opinion: text(5) },
        Say::Establish(given) => ConsultationAct::Establish { advice: advice(given) },
        Say::AskExtension(until) => ConsultationAct::AskExtension { until: date(until), reason: text(6) },
        Say::Extend(until) => ConsultationAct::Extend { until: date(until) },
        Say::KeepTerm => ConsultationAct::KeepTerm { reason: text(7) },
        Say::Revise { text } => ConsultationAct::ReviseSummary { summary: reason(text) },
        Say::Choose(choice) => ConsultationAct::ChooseTerm {
            choice: match choice {
                bodies::Choice::Restart => TermChoice::Restart,
                bodies::Choice::Keep => TermChoice::Keep,
                bodies::Choice::Until(until) => TermChoice::Extend { until: date(until) },
            },
        },
        Say::NoAnswer => ConsultationAct::RecordNoAnswer { note: None },
        Say::Confer(on) => ConsultationAct::Confer { on: date(on), note: text(8) },
        Say::Respond { followed } => {
            let following = if followed { Following::Followed } else { Following::NotFollowed };
            ConsultationAct::Respond { response: Response { following, reason: text(9) } }
        }
        Say::Withdraw => ConsultationAct::Withdraw { reason: text(10) },
        Say::Substitute(on) => ConsultationAct::Substitute { on: date(on), text: text(11) },
        Say::Confirm => ConsultationAct::Confirm,
    }
}

fn answered(judging: &Judging) -> Answered {
    let Judging { criterion: name, answer: given, practice, reason: why } = *judging;
    Answered { criterion: criterion(name), answer: answer(given), proof: proof(practice), motivation: reason(why) }
}

pub fn version(version: u8) -> FunnelVersionId {
    FunnelVersionId(uuid(version))
}

/// What the engine is asked.
pub fn command(act: &Do) -> Act {
    let command = match act {
        Do::Tell { fact: key, value: told } => Command::AnswerFacts { answers: BTreeMap::from([(fact(key), value(told))]) },
        Do::ConfirmFact { fact: key, value: told } => {
            Command::ConfirmFacts { facts: BTreeMap::from([(fact(key), value(told))]) }
        }
        Do::Submit { document, hash, complete, changed, file, dates } => {
            let act = submission(document, *hash, *complete, changed, *file);
            return Act { ends_on: dates.ends.map(date), signed_on: dates.signed.map(date), ..act };
        }
        Do::Review { document, party: by, approve, reason: why, with } => Command::ReviewRevision {
            artefact: artefact(document),
            party: party(by),
            verdict: if *approve { Verdict::Approve } else { Verdict::RequestChanges },
            note: reason(*why),
            answers: with.iter().map(answered).collect(),
        },
        Do::Judge { party: by, judging } => {
            let Answered { criterion, answer, proof, motivation } = answered(judging);
            Command::JudgeCriterion { criterion, party: party(by), answer, proof, motivation }
        }
        Do::Confirm { party: by, documents, criteria } => confirm(by, documents, criteria),
        Do::Decide { gate: at, outcome: how, lessons, conditions } => Command::DecideGate {
            gate: gate(at),
            outcome: outcome(*how),
            motivation: text(12),
            lessons: reason(*lessons),
            conditions: conditions.iter().map(condition).collect(),
        },
        Do::Waive { criterion: name } => Command::WaiveCriterion { criterion: criterion(name), reason: text(13) },
        Do::OpenRound => Command::OpenRound,
        Do::EndHold => Command::EndHold,
        Do::Extra { condition, after, lessons } => Command::DecideExtra {
            condition: *condition,
            aftermath: match after {
                acts::After::GoOn(due) => Aftermath::GoOn { due: date(*due) },
                acts::After::Pause => Aftermath::Pause,
                acts::After::Stop => Aftermath::Stop,
            },
            motivation: text(14),
            lessons: reason(*lessons),
        },
        Do::Reopen { phase: to } => Command::ReopenProject { phase: phase(to), motivation: text(15) },
        Do::Meet { condition, act } => Command::Condition {
            condition: *condition,
            act: match act {
                Meeting::Report => ConditionAct::Report { note: text(16) },
                Meeting::Accept => ConditionAct::Accept { note: None },
                Meeting::SendBack => ConditionAct::SendBack { note: text(17) },
            },
        },
        Do::Ask { kind, summary, due } => consult(ConsultationCommand::Open {
            kind: ConsultationKey::parse(*kind).unwrap(),
            question: text(18),
            summary: reason(*summary),
            due: due.map(date),
        }),
        Do::Request { body } => consult(ConsultationCommand::Request { body: party(body), question: text(19) }),
        Do::Volunteer { body, verdict } => {
            consult(ConsultationCommand::Volunteer { body: party(body), advice: advice(*verdict) })
        }
        Do::Consult { number, say: said } => consult(ConsultationCommand::On { consultation: *number, act: say(*said) }),
        Do::Record { person: of, on, act } => {
            let inner = command(act);
            let on_behalf = OnBehalf {
                person: person(*of),
                occurred_on: date(*on),
                present: BTreeSet::from([person(*of)]),
                votes: None,
                minutes: Minutes::Text(text(32)),
            };
            return Act { command: Command::OnBehalf { on_behalf, command: Box::new(inner.command.clone()) }, ..inner };
        }
        Do::Contest { record } => Command::Contest { record: *record, reason: text(33) },
        Do::Migrate { to, phase: into } => Command::MigrateProject { to: version(*to), phase: into.map(phase) },
        Do::Suppliers { names } => {
            Command::NameSuppliers { suppliers: names.iter().map(|name| SupplierKey::parse(*name).unwrap()).collect() }
        }
        Do::Uphold { gate: at } => Command::UpholdDecision { gate: gate(at), motivation: text(34) },
        other => in_use(other),
    };
    command.into()
}

fn consult(command: ConsultationCommand) -> Command {
    Command::Consultation { command }
}

fn submission(document: Name, hash: u8, complete: bool, changed: &[Name], file: bool) -> Act {
    let pdf = FileRef { id: FileId(uuid(hash)), hash: Hash([hash; 32]), media_type: "application/pdf".into() };
    let changed: BTreeSet<FieldPath> = changed.iter().map(|name| field(name)).collect();
    let command = Command::SubmitRevision {
        artefact: artefact(document),
        stage: if complete { Stage::Final } else { Stage::Concept },
        answers: Some(text(hash)),
        files: if file { vec![pdf] } else { Vec::new() },
    };
    Act { hash, changed: changed.into_iter().collect(), ..command.into() }
}

/// What is done with a product in use, or before its gate decided.
fn in_use(act: &Do) -> Command {
    match act {
        Do::Suspend { party: by } => Command::Use { party: party(by), act: UseAct::Suspend { reason: text(20) } },
        Do::Change { kind } => Command::Change(ChangeAct::Report { kind: change(kind), text: text(21) }),
        Do::CloseSmall { change } => Command::Change(ChangeAct::CloseSmall { change: *change, note: text(22) }),
        Do::Signal { on } => {
            Command::Signal(SignalAct::Report { kind: SignalKind::Incident, reference: text(23), on: date(*on) })
        }
        Do::Handle { signal } => Command::Signal(SignalAct::Handle { signal: *signal, note: text(24) }),
        Do::Plan { on } => Command::Rollout(RolloutAct::Plan { name: text(25), on: date(*on) }),
        Do::Check { rollout, party: by, answers } => Command::Rollout(RolloutAct::Answer {
            rollout: *rollout,
            party: party(by),
            answers: answers.iter().map(|(check, yes)| (rollout_check(check), *yes)).collect(),
        }),
        Do::Start { rollout, on } => Command::Rollout(RolloutAct::Start { rollout: *rollout, on: date(*on) }),
        Do::Cancel { rollout } => Command::Rollout(RolloutAct::Cancel { rollout: *rollout, reason: text(26) }),
        Do::Duty { duty: key, on } => {
            Command::Duty { duty: duty(key), act: DutyAct::Do { note: text(27), held_on: date(*on) } }
        }
        Do::Work { phase: of, on } => Command::ReportWork { phase: phase(of), began_on: date(*on), note: text(28) },
        Do::Allow { until, heard } => Command::Emergency(EmergencyAct::Allow {
            until: date(*until),
            reason: text(29),
            heard: heard.iter().map(|by| (party(by), text(30))).collect(),
        }),
        Do::EndUse => Command::Emergency(EmergencyAct::End { reason: text(31) }),
        Do::Resume { party: by } => Command::Use { party: party(by), act: UseAct::Resume { reason: text(20) } },
        other => unreachable!("{other:?} is told above"),
    }
}
