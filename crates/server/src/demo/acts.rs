//! What somebody in the story did, as the command that a screen would send.

use std::collections::BTreeSet;

use anyhow::{Context as _, bail};
use engine::{
    Advice, Aftermath, ChangeAct, Command, ConditionAct, ConsultationAct, ConsultationCommand, DutyAct, EmergencyAct,
    Minutes, NewCondition, OnBehalf, Origin, Outcome, Response, RolloutAct, SignalAct, UseAct,
};
use persistence::{Limit, ProjectView, Text};

use super::scene::Scene;
use super::story::{Act, Behalf, Consult, Decision, InUse, Step, Verb};

fn note(text: &str) -> anyhow::Result<Text> {
    Ok(Text::parse(text, Limit::Note)?)
}

fn maybe(text: Option<&String>) -> anyhow::Result<Option<Text>> {
    text.map(|text| note(text)).transpose()
}

/// The command of a step, entered on somebody's behalf where the story says so.
pub(super) async fn command(
    scene: &Scene<'_>,
    view: &ProjectView,
    who: engine::PersonId,
    step: &Step,
) -> anyhow::Result<Command<Text>> {
    let command = match &step.act {
        Act::Submit { artefact, stage, answers } => scene.revision(view, who, artefact, *stage, answers).await?,
        Act::Decide(decision) => decide(scene, view, decision)?,
        Act::Consult(act) => Command::Consultation { command: consult(scene, view, act)? },
        Act::InUse(act) => in_use(scene, act)?,
        Act::Migrate => Command::MigrateProject { to: scene.cast.funnel(scene.store).await?.id, phase: None },
        act => plain(scene, act)?,
    };
    let Some(Behalf { person, days, minutes }) = &step.behalf else { return Ok(command) };
    let person = scene.person(person)?;
    let on_behalf = OnBehalf {
        person,
        occurred_on: scene.before(*days),
        present: BTreeSet::from([person, who]),
        votes: None,
        minutes: Minutes::Text(note(minutes)?),
    };
    Ok(Command::OnBehalf { on_behalf, command: Box::new(command) })
}

fn plain(scene: &Scene<'_>, act: &Act) -> anyhow::Result<Command<Text>> {
    Ok(match act.clone() {
        Act::Review { artefact, party, verdict, note: why } => {
            Command::ReviewRevision { artefact, party, verdict, note: maybe(why.as_ref())?, answers: Vec::new() }
        }
        Act::Judge { criterion, party, answer, proof, motivation } => {
            Command::JudgeCriterion { criterion, party, answer, proof, motivation: maybe(motivation.as_ref())? }
        }
        Act::Confirm { party, artefacts, criteria } => Command::ConfirmAnswers { party, artefacts, criteria },
        Act::Waive { criterion, reason } => Command::WaiveCriterion { criterion, reason: note(&reason)? },
        Act::DecideExtra { condition, more, motivation } => Command::DecideExtra {
            condition,
            aftermath: more.map_or(Aftermath::Pause, |days| Aftermath::GoOn { due: scene.after(days) }),
            motivation: note(&motivation)?,
            lessons: None,
        },
        Act::Report { condition, note: how } => {
            Command::Condition { condition, act: ConditionAct::Report { note: note(&how)? } }
        }
        Act::Accept { condition, note: remark } => {
            Command::Condition { condition, act: ConditionAct::Accept { note: maybe(remark.as_ref())? } }
        }
        act => bail!("{act:?} is no command on a project"),
    })
}

/// A decision; with *conditional go* everything that is missing becomes a condition.
pub(super) fn decide(scene: &Scene<'_>, view: &ProjectView, decision: &Decision) -> anyhow::Result<Command<Text>> {
    let funnel = &view.definition.funnel;
    let gate = funnel.open_gate(&view.state).context("no gate is open")?;
    let ahead = || decision.within.map(|days| scene.after(days)).context("within how many days?");
    let outcome = match decision.outcome {
        Verb::Go => Outcome::Go,
        Verb::ConditionalGo => Outcome::ConditionalGo,
        Verb::Rework => Outcome::Rework { to: decision.to.clone().context("back to where?")? },
        Verb::Hold => Outcome::Hold { review_on: ahead()? },
        Verb::Stop => Outcome::Stop,
    };
    let mut conditions: Vec<NewCondition<Text>> = Vec::new();
    if decision.outcome == Verb::ConditionalGo {
        let owner = decision.owner.as_ref().map_or(Ok(view.state.lead), |key| scene.person(key))?;
        let readiness = scene.look(view, |context| engine::readiness(funnel, &view.state, context));
        for blocker in readiness.iter().flat_map(engine::Readiness::blockers) {
            let Some(demand) = blocker.deferred_as(funnel, gate) else { bail!("{blocker:?} cannot be deferred") };
            if conditions.iter().all(|condition| condition.demand != demand) {
                let text = maybe(decision.demand.as_ref())?;
                conditions.push(NewCondition { demand, text, owner, due: ahead()?, blocks: None });
            }
        }
    }
    Ok(Command::DecideGate {
        gate: gate.key.clone(),
        outcome,
        motivation: note(&decision.motivation)?,
        lessons: maybe(decision.lessons.as_ref())?,
        conditions,
    })
}

/// The number of the last consultation with this name or body.
pub(super) fn number(view: &ProjectView, kind: &str) -> anyhow::Result<u32> {
    let named = |known: &engine::Consultation| match &known.origin {
        Origin::Gate { kind: key, .. } => key.as_str() == kind,
        Origin::Body | Origin::Organisation => known.body.as_str() == kind,
    };
    let mut standing = view.state.consultations.standing.iter().rev();
    standing.find(|(_, known)| named(known)).map(|(number, _)| *number).with_context(|| format!("no consultation {kind}"))
}

/// Asks the body with the question that the funnel suggests.
pub(super) fn ask(view: &ProjectView, kind: &str) -> anyhow::Result<ConsultationCommand<Text>> {
    let gate = view.definition.funnel.open_gate(&view.state).context("no gate is open")?;
    let asked = gate.consultations.iter().find(|asked| asked.key.as_str() == kind);
    let asked = asked.with_context(|| format!("{} asks no {kind}", gate.key))?;
    // Where no document of the funnel is the summary, what the project is about is said again.
    let own = asked.summary.is_none().then(|| note(view.summary.as_deref().unwrap_or(&view.title))).transpose()?;
    Ok(ConsultationCommand::Open { kind: asked.key.clone(), question: note(&asked.question.nl)?, summary: own, due: None })
}

fn consult(scene: &Scene<'_>, view: &ProjectView, act: &Consult) -> anyhow::Result<ConsultationCommand<Text>> {
    let (kind, act) = match act.clone() {
        Consult::Ask { kind } => return ask(view, &kind),
        Consult::Volunteer { body, verdict, text } => {
            let advice = Advice { verdict, text: note(&text)?, minority: None };
            return Ok(ConsultationCommand::Volunteer { body, advice });
        }
        Consult::Opine { kind, text } => (kind, ConsultationAct::Opine { opinion: note(&text)? }),
        Consult::Advise { kind, verdict, text, minority } => {
            let advice = Advice { verdict, text: note(&text)?, minority: maybe(minority.as_ref())? };
            (kind, ConsultationAct::Establish { advice })
        }
        Consult::AskExtension { kind, until, reason } => {
            (kind, ConsultationAct::AskExtension { until: scene.after(until), reason: note(&reason)? })
        }
        Consult::Extend { kind, until } => (kind, ConsultationAct::Extend { until: scene.after(until) }),
        Consult::Confer { kind, note: said } => (kind, ConsultationAct::Confer { on: scene.today(), note: note(&said)? }),
        Consult::Respond { kind, following, reason } => {
            (kind, ConsultationAct::Respond { response: Response { following, reason: note(&reason)? } })
        }
    };
    Ok(ConsultationCommand::On { consultation: number(view, &kind)?, act })
}

fn in_use(scene: &Scene<'_>, act: &InUse) -> anyhow::Result<Command<Text>> {
    Ok(match act.clone() {
        InUse::Suppliers { suppliers } => Command::NameSuppliers { suppliers: suppliers.into_iter().collect() },
        InUse::ReportWork { phase, days, note: what } => {
            Command::ReportWork { phase, began_on: scene.before(days), note: note(&what)? }
        }
        InUse::Duty { duty, note: what } => {
            Command::Duty { duty, act: DutyAct::Do { note: note(&what)?, held_on: scene.today() } }
        }
        InUse::Change { kind, text } => Command::Change(ChangeAct::Report { kind, text: note(&text)? }),
        InUse::CloseSmall { change, note: why } => Command::Change(ChangeAct::CloseSmall { change, note: note(&why)? }),
        InUse::Signal { kind, reference, days } => {
            Command::Signal(SignalAct::Report { kind, reference: note(&reference)?, on: scene.before(days) })
        }
        InUse::Handle { signal, note: what } => Command::Signal(SignalAct::Handle { signal, note: note(&what)? }),
        InUse::Suspend { party, reason } => Command::Use { party, act: UseAct::Suspend { reason: note(&reason)? } },
        InUse::Resume { party, reason } => Command::Use { party, act: UseAct::Resume { reason: note(&reason)? } },
        InUse::Rollout { name, within } => {
            Command::Rollout(RolloutAct::Plan { name: Text::parse(&name, Limit::Title)?, on: scene.after(within) })
        }
        InUse::Allow { days, reason, heard } => {
            let heard = heard.into_iter().map(|(party, said)| Ok((party, note(&said)?)));
            Command::Emergency(EmergencyAct::Allow {
                until: scene.after(days),
                reason: note(&reason)?,
                heard: heard.collect::<anyhow::Result<_>>()?,
            })
        }
    })
}
