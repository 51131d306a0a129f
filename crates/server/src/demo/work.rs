//! Routine work: everybody who is asked something does it. It is driven by the engine's own list of tasks, so the story
//! stays short, and right when a funnel changes.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, bail};
use engine::{
    Advice, AdviceVerdict, Answer, AnswerRule, Answered, Command, ConditionAct, ConsultationAct, ConsultationCommand,
    ConsultationTask, Funnel, PartyKey, PersonId, Proof, Right, RolloutAct, Stage, Summary, Task, TaskKind, TermChoice,
    Verdict, Waiter,
};
use persistence::{Error, IdempotencyKey, Limit, ProjectView, Text};
use uuid::Uuid;

use super::acts;
use super::scene::Scene;

/// Acts on one day at most; more means that the work has no end.
const ACTS: usize = 400;

/// Which tasks are done.
pub(super) struct Chosen<'a> {
    pub skip: &'a [String],
    pub only: &'a [String],
}

impl Chosen<'_> {
    fn takes(&self, kind: &TaskKind) -> bool {
        let name = String::from(kind.clone());
        let begins =
            |with: &String| name.strip_prefix(with.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
        if !self.only.is_empty() {
            return self.only.iter().any(begins);
        }
        rank(kind).is_some_and(|rank| rank < SPECIAL) && !self.skip.iter().any(begins)
    }
}

/// The rank of what is done only where the story asks for it by name.
const SPECIAL: u16 = 5;

/// What comes before what. None is for acts that the story tells itself: decisions, conversations, answers to advice.
fn rank(kind: &TaskKind) -> Option<u16> {
    Some(match kind {
        TaskKind::AnswerFact(_) => 0,
        TaskKind::Submit(_) | TaskKind::Renew(_) | TaskKind::ConfirmFact(_) => 1,
        TaskKind::Review(..) | TaskKind::OpenConsultation(_) => 2,
        TaskKind::Judge(..) | TaskKind::CheckRollout(..) => 3,
        TaskKind::Consultation(
            ConsultationTask::Advise
            | ConsultationTask::ConfirmAdvice
            | ConsultationTask::ChooseTerm
            | ConsultationTask::ReviseSummary,
            _,
        ) => 4,
        TaskKind::MeetCondition(_) | TaskKind::AcceptCondition(_) | TaskKind::StartRollout(_) => SPECIAL,
        _ => return None,
    })
}

/// What was tried on this day.
#[derive(Default)]
struct Tried {
    /// How many people were asked to do a task.
    people: BTreeMap<String, usize>,
    /// Confirmations that nobody could give: these are answered anew.
    anew: BTreeSet<String>,
}

/// Does the share of day `day` of `days`; the last does everything.
pub(super) async fn work(scene: &Scene<'_>, chosen: &Chosen<'_>, day: u16, days: u16) -> anyhow::Result<()> {
    let allowed = if day + 1 == days { SPECIAL } else { (day + 1) * 4 / days };
    let mut tried = Tried::default();
    let mut view = scene.view().await?;
    for _ in 0..ACTS {
        let mut tasks = scene.look(&view, |context| engine::tasks(&view.definition.funnel, &view.state, context));
        tasks.retain(|task| chosen.takes(&task.kind));
        let now = tasks.iter().filter(|task| rank(&task.kind).is_some_and(|rank| rank <= allowed));
        // What follows from other answers comes after them.
        let follows = |kind: &TaskKind| match kind {
            TaskKind::ConfirmFact(fact) => view.definition.funnel.fact(fact).is_some_and(|fact| !fact.derived.is_empty()),
            _ => false,
        };
        let Some(task) = now.min_by_key(|task| (rank(&task.kind), follows(&task.kind))) else { return Ok(()) };
        scene.clock.advance();
        let acted = act(scene, &view, task, &tasks, &mut tried).await;
        if let Some(after) = acted.with_context(|| String::from(task.kind.clone()))? {
            view = after;
        }
    }
    bail!("the work has no end")
}

/// Lets the first person do the task who may; gives the project as it is afterwards.
async fn act(
    scene: &Scene<'_>,
    view: &ProjectView,
    task: &Task,
    tasks: &[Task],
    tried: &mut Tried,
) -> anyhow::Result<Option<ProjectView>> {
    let name = String::from(task.kind.clone());
    let confirms = task.confirmable && !tried.anew.contains(&name);
    let people = candidates(&view.definition.funnel, view, task);
    let mut refused = None;
    let from = tried.people.get(&name).copied().unwrap_or(0);
    for (nth, who) in people.iter().enumerate().skip(from) {
        tried.people.insert(name.clone(), nth + 1);
        let command = command(scene, view, *who, task, tasks, confirms).await?;
        let key = IdempotencyKey::parse(&Uuid::now_v7().to_string())?;
        match scene.send(view, *who, key, command).await {
            Ok(acted) => {
                // Where several must answer, the next one does; anything else that is asked again is asked anew.
                if !several_answer(&view.definition.funnel, task) {
                    tried.people.remove(&name);
                }
                return Ok(acted.project);
            }
            Err(Error::Rejected(why)) => refused = refused.or(Some(why)),
            Err(error) => return Err(error.into()),
        }
    }
    if confirms {
        tried.anew.insert(name.clone());
        tried.people.remove(&name);
        return Ok(None);
    }
    bail!("nobody can: {refused:?}")
}

fn several_answer(funnel: &Funnel, task: &Task) -> bool {
    let Waiter::Party(party) = &task.waits_for else { return false };
    let rule = funnel.party(party).map_or(AnswerRule::Any, |definition| definition.rule);
    !matches!(rule, AnswerRule::Any | AnswerRule::Chair)
}

/// Who can do a task, in the order in which they are asked.
fn candidates(funnel: &Funnel, view: &ProjectView, task: &Task) -> Vec<PersonId> {
    let party = match &task.waits_for {
        Waiter::Person(person) => return vec![*person],
        Waiter::Party(party) => party,
    };
    let members = |party: &PartyKey| view.roster.members.of(party).to_vec();
    let mut own = members(party);
    // Not always the same person, but the same one each time that the story is told.
    let turn = String::from(task.kind.clone()).bytes().map(usize::from).sum::<usize>() + view.title.len();
    let count = own.len().max(1);
    own.rotate_left(turn % count);
    own.sort_by_key(|member| (member.person == view.state.lead, !member.chair));
    let second = funnel.party(party).and_then(|definition| definition.second_reader.as_ref());
    let second = second.filter(|_| own.len() <= 1).map(members).unwrap_or_default();
    own.into_iter().chain(second).map(|member| member.person).collect()
}

async fn command(
    scene: &Scene<'_>,
    view: &ProjectView,
    who: PersonId,
    task: &Task,
    tasks: &[Task],
    confirms: bool,
) -> anyhow::Result<Command<Text>> {
    let text = |text: &str| Text::parse(text, Limit::Note);
    Ok(match &task.kind {
        TaskKind::AnswerFact(_) => facts(scene, tasks)?,
        TaskKind::ConfirmFact(fact) => confirm_fact(view, fact)?,
        TaskKind::Submit(artefact) | TaskKind::Renew(artefact) => {
            scene.revision(view, who, artefact, stage(view, artefact), &serde_json::Map::new()).await?
        }
        TaskKind::Review(_, party) | TaskKind::Judge(_, party) if confirms => confirm(tasks, party),
        TaskKind::Review(artefact, party) => Command::ReviewRevision {
            artefact: artefact.clone(),
            party: party.clone(),
            verdict: Verdict::Approve,
            note: None,
            // Votes of several are counted for each question apart.
            answers: if several_answer(&view.definition.funnel, task) {
                Vec::new()
            } else {
                together(view, artefact, party, tasks)
            },
        },
        TaskKind::Judge(criterion, party) => Command::JudgeCriterion {
            criterion: criterion.clone(),
            party: party.clone(),
            answer: Answer::Met,
            proof: proof(view, criterion),
            motivation: None,
        },
        TaskKind::OpenConsultation(kind) => Command::Consultation { command: acts::ask(view, kind.as_str())? },
        TaskKind::Consultation(what, number) => {
            let act = consultation(scene, view, *what, *number)?;
            Command::Consultation { command: ConsultationCommand::On { consultation: *number, act } }
        }
        TaskKind::CheckRollout(rollout, party) => {
            let checks = view.definition.funnel.rollout_checks.iter().filter(|check| check.party == *party);
            let answers = checks.map(|check| (check.key.clone(), true)).collect();
            Command::Rollout(RolloutAct::Answer { rollout: *rollout, party: party.clone(), answers })
        }
        TaskKind::StartRollout(rollout) => Command::Rollout(RolloutAct::Start { rollout: *rollout, on: scene.today() }),
        TaskKind::MeetCondition(condition) => {
            Command::Condition { condition: *condition, act: ConditionAct::Report { note: text(&scene.texts.met)? } }
        }
        TaskKind::AcceptCondition(condition) => {
            Command::Condition { condition: *condition, act: ConditionAct::Accept { note: None } }
        }
        kind => bail!("{kind:?} is not routine"),
    })
}

/// All questions about the project that are open.
fn facts(scene: &Scene<'_>, tasks: &[Task]) -> anyhow::Result<Command<Text>> {
    let asked = tasks.iter().filter_map(|task| match &task.kind {
        TaskKind::AnswerFact(fact) => Some(fact),
        _ => None,
    });
    let answer = |fact: &engine::FactKey| {
        let value = scene.tale.facts.get(fact).with_context(|| format!("no answer on {fact}"))?;
        anyhow::Ok((fact.clone(), value.clone()))
    };
    Ok(Command::AnswerFacts { answers: asked.map(answer).collect::<anyhow::Result<_>>()? })
}

fn confirm_fact(view: &ProjectView, fact: &engine::FactKey) -> anyhow::Result<Command<Text>> {
    let funnel = &view.definition.funnel;
    let derived = funnel.fact(fact).into_iter().flat_map(|definition| &definition.derived);
    let follows = derived.into_iter().find(|derivation| funnel.holds(&derivation.when, &view.state.facts));
    let answered = || view.state.facts.get(fact).map(|answer| answer.value.clone());
    let value = follows.map(|derivation| derivation.value.clone()).or_else(answered).context("it was not answered")?;
    Ok(Command::ConfirmFacts { facts: [(fact.clone(), value)].into() })
}

/// How far the open gate wants a document.
fn stage(view: &ProjectView, artefact: &engine::ArtefactKey) -> Stage {
    let funnel = &view.definition.funnel;
    let gate = funnel.open_gate(&view.state).into_iter().flat_map(|gate| &gate.requirements);
    let asked = gate.filter(|r| r.artefact == *artefact && funnel.holds(&r.when, &view.state.facts));
    let there = view.state.artefacts.get(artefact).map(|document| document.current.stage);
    asked.map(|requirement| requirement.stage).chain(there).max().unwrap_or(Stage::Final)
}

/// Everything that the party can stand by, in one act.
fn confirm(tasks: &[Task], party: &PartyKey) -> Command<Text> {
    let (mut artefacts, mut criteria) = (Vec::new(), Vec::new());
    for task in tasks.iter().filter(|task| task.confirmable) {
        match &task.kind {
            TaskKind::Review(artefact, of) if of == party => artefacts.push(artefact.clone()),
            TaskKind::Judge(criterion, of) if of == party => criteria.push(criterion.clone()),
            _ => {}
        }
    }
    Command::ConfirmAnswers { party: party.clone(), artefacts, criteria }
}

/// The criteria that rest on this document alone and that the same party answers: one act does both (law 7).
fn together(view: &ProjectView, artefact: &engine::ArtefactKey, party: &PartyKey, tasks: &[Task]) -> Vec<Answered<Text>> {
    let funnel = &view.definition.funnel;
    let Some(gate) = funnel.open_gate(&view.state) else { return Vec::new() };
    let alone = |criterion: &engine::CriterionKey| {
        let asking = funnel.criterion(criterion)?.asking(&gate.key)?;
        let rests = !asking.rests_on.is_empty() && asking.rests_on.iter().all(|on| on.artefact == *artefact);
        (rests && asking.organisation_evidence.is_empty()).then_some(asking.proof)
    };
    let answers = tasks.iter().filter_map(|task| match &task.kind {
        TaskKind::Judge(criterion, of) if of == party && !task.confirmable => {
            Some(Answered { criterion: criterion.clone(), answer: Answer::Met, proof: alone(criterion)?, motivation: None })
        }
        _ => None,
    });
    answers.collect()
}

/// What the open gate demands; practice where no gate is open.
fn proof(view: &ProjectView, criterion: &engine::CriterionKey) -> Proof {
    let funnel = &view.definition.funnel;
    let gate = funnel.open_gate(&view.state);
    gate.and_then(|gate| funnel.criterion(criterion)?.asking(&gate.key)).map_or(Proof::Practice, |asking| asking.proof)
}

fn consultation(
    scene: &Scene<'_>,
    view: &ProjectView,
    what: ConsultationTask,
    number: u32,
) -> anyhow::Result<ConsultationAct<Text>> {
    let known = view.state.consultations.standing.get(&number).context("no such consultation")?;
    Ok(match what {
        ConsultationTask::Advise => {
            let words = scene.texts.advice.get(&known.body).with_context(|| format!("{} says nothing", known.body))?;
            let consents = known.right == Right::Consent;
            let verdict = if consents { AdviceVerdict::ConsentGiven } else { AdviceVerdict::Positive };
            let text = Text::parse(&words.replace("{kort}", &scene.tale.short), Limit::Note)?;
            ConsultationAct::Establish { advice: Advice { verdict, text, minority: None } }
        }
        ConsultationTask::ConfirmAdvice => ConsultationAct::Confirm,
        ConsultationTask::ChooseTerm => ConsultationAct::ChooseTerm { choice: TermChoice::Keep },
        ConsultationTask::ReviseSummary => {
            let own = matches!(known.summary, Some(Summary::Text(_)));
            let summary = own.then(|| Text::parse(&scene.tale.summary, Limit::Note)).transpose()?;
            ConsultationAct::ReviseSummary { summary }
        }
        what => bail!("{what:?} is not routine"),
    })
}
