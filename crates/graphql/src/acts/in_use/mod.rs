//! What happens around and after going live: duties, changes, signals, suspension, rollouts, emergency use, early work and
//! suppliers (laws 6, 12 and 15).

mod inputs;

use std::collections::BTreeMap;

use async_graphql::{Context, Object, Result};
use engine::{
    ChangeAct, ChangeKey, Command, DutyAct, DutyKey, EmergencyAct, PartyKey, PhaseKey, RolloutAct, RolloutCheckKey, Seen,
    SignalAct, SupplierKey, UseAct, limits,
};
use persistence::{Limit, Text};

use self::inputs::{
    AllowEmergencyUseInput, CancelRolloutInput, CheckRolloutInput, CloseChangeInput, DoDutyInput, EndEmergencyUseInput,
    HandleSignalInput, NameSuppliersInput, PlanRolloutInput, ReportChangeInput, ReportSignalInput, ReportWorkInput,
    StartRolloutInput, UseInput,
};
use crate::acts::act_for;
use crate::error::input as wrong;
use crate::mutation::{ProjectPayload, act, key, text, version};

/// Acts in use, and what comes too early.
#[derive(Default)]
pub struct InUseMutation;

fn note(field: &str, value: &str) -> Result<Text> {
    text(field, value, Limit::Note)
}

/// A list no longer than any funnel can ask for.
fn at_most<T>(field: &str, list: &[T], limit: usize) -> Result<()> {
    if list.len() > limit { Err(wrong(field, format!("at most {limit}"))) } else { Ok(()) }
}

#[Object]
impl InUseMutation {
    /// Writes down that a recurring duty was done; one with a document is done by its approval.
    async fn do_duty(&self, context: &Context<'_>, input: DoDutyInput) -> Result<ProjectPayload> {
        let duty = key("duty", DutyKey::parse(input.duty))?;
        let done = DutyAct::Do { note: note("note", &input.note)?, held_on: input.held_on };
        act(context, &input.key, &input.project_id, Command::Duty { duty, act: done }, Seen::default()).await
    }

    /// Reports a change to the product in use; what its kind names is asked again.
    async fn report_change(&self, context: &Context<'_>, input: ReportChangeInput) -> Result<ProjectPayload> {
        let kind = key("kind", ChangeKey::parse(input.kind))?;
        let report = ChangeAct::Report { kind, text: note("text", &input.text)? };
        act(context, &input.key, &input.project_id, Command::Change(report), Seen::default()).await
    }

    /// Closes a change as too small to ask anything again.
    async fn close_change(&self, context: &Context<'_>, input: CloseChangeInput) -> Result<ProjectPayload> {
        let close = ChangeAct::CloseSmall { change: version("change", input.change)?, note: note("note", &input.note)? };
        act(context, &input.key, &input.project_id, Command::Change(close), Seen::default()).await
    }

    /// Reports an incident, a data breach, a complaint or an experience, without anything about a client.
    async fn report_signal(&self, context: &Context<'_>, input: ReportSignalInput) -> Result<ProjectPayload> {
        let reference = note("reference", &input.reference)?;
        let report = SignalAct::Report { kind: input.kind.into(), reference, on: input.on };
        act(context, &input.key, &input.project_id, Command::Signal(report), Seen::default()).await
    }

    /// Handles a signal, once what it reopened was answered.
    async fn handle_signal(&self, context: &Context<'_>, input: HandleSignalInput) -> Result<ProjectPayload> {
        let handle = SignalAct::Handle { signal: version("signal", input.signal)?, note: note("note", &input.note)? };
        act(context, &input.key, &input.project_id, Command::Signal(handle), Seen::default()).await
    }

    /// Suspends the use at once.
    async fn suspend_use(&self, context: &Context<'_>, input: UseInput) -> Result<ProjectPayload> {
        let party = key("party", PartyKey::parse(input.party))?;
        let suspend = UseAct::Suspend { reason: note("reason", &input.reason)? };
        act(context, &input.key, &input.project_id, Command::Use { party, act: suspend }, Seen::default()).await
    }

    /// Lets the use go on, as far as this party held it back.
    async fn resume_use(&self, context: &Context<'_>, input: UseInput) -> Result<ProjectPayload> {
        let party = key("party", PartyKey::parse(input.party))?;
        let resume = UseAct::Resume { reason: note("reason", &input.reason)? };
        act(context, &input.key, &input.project_id, Command::Use { party, act: resume }, Seen::default()).await
    }

    /// Plans the start of a team or location.
    async fn plan_rollout(&self, context: &Context<'_>, input: PlanRolloutInput) -> Result<ProjectPayload> {
        let plan = RolloutAct::Plan { name: text("name", &input.name, Limit::Title)?, on: input.on };
        act(context, &input.key, &input.project_id, Command::Rollout(plan), Seen::default()).await
    }

    /// Answers the checks of a rollout, for a party.
    async fn check_rollout(&self, context: &Context<'_>, input: CheckRolloutInput) -> Result<ProjectPayload> {
        at_most("answers", &input.answers, limits::CRITERIA)?;
        let answers = input.answers.into_iter();
        let answers = answers.map(|one| Ok((key("answers", RolloutCheckKey::parse(one.check))?, one.yes)));
        let answer = RolloutAct::Answer {
            rollout: version("rollout", input.rollout)?,
            party: key("party", PartyKey::parse(input.party))?,
            answers: answers.collect::<Result<BTreeMap<_, _>>>()?,
        };
        act(context, &input.key, &input.project_id, Command::Rollout(answer), Seen::default()).await
    }

    /// A team or location starts, once every check is in order.
    async fn start_rollout(&self, context: &Context<'_>, input: StartRolloutInput) -> Result<ProjectPayload> {
        let start = RolloutAct::Start { rollout: version("rollout", input.rollout)?, on: input.on };
        act(context, &input.key, &input.project_id, Command::Rollout(start), Seen::default()).await
    }

    /// Calls a planned rollout off.
    async fn cancel_rollout(&self, context: &Context<'_>, input: CancelRolloutInput) -> Result<ProjectPayload> {
        let reason = note("reason", &input.reason)?;
        let cancel = RolloutAct::Cancel { rollout: version("rollout", input.rollout)?, reason };
        act(context, &input.key, &input.project_id, Command::Rollout(cancel), Seen::default()).await
    }

    /// Allows use before the gate decided, for a while; everything that is missing becomes a condition.
    async fn allow_emergency_use(&self, context: &Context<'_>, input: AllowEmergencyUseInput) -> Result<ProjectPayload> {
        at_most("heard", &input.heard, limits::PARTIES)?;
        let heard = input.heard.into_iter();
        let heard = heard.map(|one| Ok((key("heard", PartyKey::parse(one.party))?, note("heard", &one.said)?)));
        let allow = EmergencyAct::Allow {
            until: input.until,
            reason: note("reason", &input.reason)?,
            heard: heard.collect::<Result<BTreeMap<_, _>>>()?,
        };
        let place = (input.key.as_str(), &input.project_id);
        act_for(context, place, input.on_behalf, Command::Emergency(allow), Seen::default()).await
    }

    /// Ends emergency use before its last day.
    async fn end_emergency_use(&self, context: &Context<'_>, input: EndEmergencyUseInput) -> Result<ProjectPayload> {
        let end = EmergencyAct::End { reason: note("reason", &input.reason)? };
        let place = (input.key.as_str(), &input.project_id);
        act_for(context, place, input.on_behalf, Command::Emergency(end), Seen::default()).await
    }

    /// Says when the work of a phase began; before its gate that is flagged for good, never refused.
    async fn report_work(&self, context: &Context<'_>, input: ReportWorkInput) -> Result<ProjectPayload> {
        let command = Command::ReportWork {
            phase: key("phase", PhaseKey::parse(input.phase))?,
            began_on: input.began_on,
            note: note("note", &input.note)?,
        };
        act(context, &input.key, &input.project_id, command, Seen::default()).await
    }

    /// Says who supplies what the project brings in; criteria rest on their certificates too.
    async fn name_suppliers(&self, context: &Context<'_>, input: NameSuppliersInput) -> Result<ProjectPayload> {
        at_most("suppliers", &input.suppliers, limits::SUPPLIERS)?;
        let suppliers = input.suppliers.into_iter().map(|supplier| key("suppliers", SupplierKey::parse(supplier)));
        let command = Command::NameSuppliers { suppliers: suppliers.collect::<Result<_>>()? };
        act(context, &input.key, &input.project_id, command, Seen::default()).await
    }
}
