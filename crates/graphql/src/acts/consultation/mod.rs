//! Consultations of bodies about a project: asking, answering, and what goes between (laws 8 and 9).

mod inputs;

use async_graphql::{Context, Object, Result};
use engine::{
    ArtefactKey, Command, ConsultationAct, ConsultationCommand, ConsultationKey, PartyKey, Response, Seen, limits,
};
use persistence::{Limit, Text};
use time::Date;

use self::inputs::{
    AcceptRequestInput, AskExtensionInput, ChooseTermInput, ConferInput, ConfirmAdviceInput, ConsultationReasonInput,
    EstablishAdviceInput, ExtendTermInput, GiveOpinionInput, OpenConsultationInput, RecordNoAnswerInput,
    RequestConsultationInput, RespondToAdviceInput, ReviseSummaryInput, SubstituteConsentInput, VolunteerAdviceInput,
};
use crate::acts::act_for;
use crate::enums::TermChoice;
use crate::error::input as wrong;
use crate::mutation::{ProjectPayload, act, key, optional, seen_revisions, text, version};

/// Acts in consultations.
#[derive(Default)]
pub struct ConsultationMutation;

/// An act on a consultation that is there.
fn on(consultation: i32, act: ConsultationAct<Text>) -> Result<Command<Text>> {
    let consultation = version("consultation", consultation)?;
    Ok(Command::Consultation { command: ConsultationCommand::On { consultation, act } })
}

pub(crate) fn term_choice(choice: TermChoice, until: Option<Date>) -> Result<engine::TermChoice> {
    match (choice, until) {
        (TermChoice::Restart, None) => Ok(engine::TermChoice::Restart),
        (TermChoice::Keep, None) => Ok(engine::TermChoice::Keep),
        (TermChoice::Extend, Some(until)) => Ok(engine::TermChoice::Extend { until }),
        (TermChoice::Extend, None) => Err(wrong("until", "say until when")),
        (TermChoice::Restart | TermChoice::Keep, Some(_)) => Err(wrong("until", "only extending has a date")),
    }
}

#[Object]
impl ConsultationMutation {
    /// Asks a body what the open gate demands; information closes at once.
    async fn open_consultation(&self, context: &Context<'_>, input: OpenConsultationInput) -> Result<ProjectPayload> {
        let summary = input.summary.as_deref().filter(|summary| !summary.trim().is_empty());
        let command = ConsultationCommand::Open {
            kind: key("kind", ConsultationKey::parse(input.kind))?,
            question: text("question", &input.question, Limit::Summary)?,
            summary: summary.map(|summary| text("summary", summary, Limit::Note)).transpose()?,
            due: input.due,
        };
        act(context, &input.key, &input.project_id, Command::Consultation { command }, Seen::default()).await
    }

    /// A body asks to be asked, on anything.
    async fn request_consultation(&self, context: &Context<'_>, input: RequestConsultationInput) -> Result<ProjectPayload> {
        let command = Command::Consultation {
            command: ConsultationCommand::Request {
                body: key("body", PartyKey::parse(input.body))?,
                question: text("question", &input.question, Limit::Summary)?,
            },
        };
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, Seen::default()).await
    }

    /// A body gives advice that nobody asked (ongevraagd advies).
    async fn volunteer_advice(&self, context: &Context<'_>, input: VolunteerAdviceInput) -> Result<ProjectPayload> {
        let command = Command::Consultation {
            command: ConsultationCommand::Volunteer {
                body: key("body", PartyKey::parse(input.body))?,
                advice: input.advice.read()?,
            },
        };
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, Seen::default()).await
    }

    /// Asks the advice that a body requested to give.
    async fn accept_request(&self, context: &Context<'_>, input: AcceptRequestInput) -> Result<ProjectPayload> {
        if input.documents.len() > limits::EXHIBITS {
            return Err(wrong("documents", format!("at most {} documents", limits::EXHIBITS)));
        }
        let documents = input.documents.into_iter().map(|document| key("documents", ArtefactKey::parse(document)));
        let accept = ConsultationAct::Accept {
            summary: text("summary", &input.summary, Limit::Note)?,
            documents: documents.collect::<Result<_>>()?,
            due: input.due,
        };
        act(context, &input.key, &input.project_id, on(input.consultation, accept)?, Seen::default()).await
    }

    /// Does not ask what a body requested, with the reason.
    async fn decline_request(&self, context: &Context<'_>, input: ConsultationReasonInput) -> Result<ProjectPayload> {
        let decline = ConsultationAct::Decline { reason: text("reason", &input.reason, Limit::Note)? };
        act(context, &input.key, &input.project_id, on(input.consultation, decline)?, Seen::default()).await
    }

    /// Gives a member's own opinion; only the body and its coach ever see it.
    async fn give_opinion(&self, context: &Context<'_>, input: GiveOpinionInput) -> Result<ProjectPayload> {
        let opine = ConsultationAct::Opine { opinion: text("opinion", &input.opinion, Limit::Note)? };
        let command = on(input.consultation, opine)?;
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, Seen::default()).await
    }

    /// Establishes what a body says.
    async fn establish_advice(&self, context: &Context<'_>, input: EstablishAdviceInput) -> Result<ProjectPayload> {
        let command = on(input.consultation, ConsultationAct::Establish { advice: input.advice.read()? })?;
        let seen = Seen { revisions: seen_revisions(input.seen_revisions)?, ..Seen::default() };
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, seen).await
    }

    /// Asks for more time for a body.
    async fn ask_extension(&self, context: &Context<'_>, input: AskExtensionInput) -> Result<ProjectPayload> {
        let reason = text("reason", &input.reason, Limit::Note)?;
        let ask = ConsultationAct::AskExtension { until: input.until, reason };
        act(context, &input.key, &input.project_id, on(input.consultation, ask)?, Seen::default()).await
    }

    /// Gives a body more time.
    async fn extend_term(&self, context: &Context<'_>, input: ExtendTermInput) -> Result<ProjectPayload> {
        let extend = ConsultationAct::Extend { until: input.until };
        act(context, &input.key, &input.project_id, on(input.consultation, extend)?, Seen::default()).await
    }

    /// Does not give the time that a body asked.
    async fn keep_term(&self, context: &Context<'_>, input: ConsultationReasonInput) -> Result<ProjectPayload> {
        let keep = ConsultationAct::KeepTerm { reason: text("reason", &input.reason, Limit::Note)? };
        act(context, &input.key, &input.project_id, on(input.consultation, keep)?, Seen::default()).await
    }

    /// Puts a new summary, or new documents, before a body; its term starts again until its chair chooses.
    async fn revise_summary(&self, context: &Context<'_>, input: ReviseSummaryInput) -> Result<ProjectPayload> {
        let revise = ConsultationAct::ReviseSummary { summary: optional("summary", input.summary.as_deref())? };
        act(context, &input.key, &input.project_id, on(input.consultation, revise)?, Seen::default()).await
    }

    /// Chooses what a new summary does to the term.
    async fn choose_term(&self, context: &Context<'_>, input: ChooseTermInput) -> Result<ProjectPayload> {
        let choose = ConsultationAct::ChooseTerm { choice: term_choice(input.choice, input.until)? };
        act(context, &input.key, &input.project_id, on(input.consultation, choose)?, Seen::default()).await
    }

    /// Records that no answer came within the term; that is never consent.
    async fn record_no_answer(&self, context: &Context<'_>, input: RecordNoAnswerInput) -> Result<ProjectPayload> {
        let record = ConsultationAct::RecordNoAnswer { note: optional("note", input.note.as_deref())? };
        act(context, &input.key, &input.project_id, on(input.consultation, record)?, Seen::default()).await
    }

    /// Writes down the conversation with a body about not following its advice (overleg).
    async fn confer(&self, context: &Context<'_>, input: ConferInput) -> Result<ProjectPayload> {
        let confer = ConsultationAct::Confer { on: input.on, note: text("note", &input.note, Limit::Note)? };
        let command = on(input.consultation, confer)?;
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, Seen::default()).await
    }

    /// Answers advice with reasons.
    async fn respond_to_advice(&self, context: &Context<'_>, input: RespondToAdviceInput) -> Result<ProjectPayload> {
        let reason = text("reason", &input.reason, Limit::Note)?;
        let respond = ConsultationAct::Respond { response: Response { following: input.following.into(), reason } };
        act(context, &input.key, &input.project_id, on(input.consultation, respond)?, Seen::default()).await
    }

    /// Takes the question back.
    async fn withdraw_consultation(&self, context: &Context<'_>, input: ConsultationReasonInput) -> Result<ProjectPayload> {
        let withdraw = ConsultationAct::Withdraw { reason: text("reason", &input.reason, Limit::Note)? };
        act(context, &input.key, &input.project_id, on(input.consultation, withdraw)?, Seen::default()).await
    }

    /// Writes down that the competent body consented in place of this one (vervangende toestemming).
    async fn substitute_consent(&self, context: &Context<'_>, input: SubstituteConsentInput) -> Result<ProjectPayload> {
        let substitute = ConsultationAct::Substitute { on: input.on, text: text("text", &input.text, Limit::Note)? };
        act(context, &input.key, &input.project_id, on(input.consultation, substitute)?, Seen::default()).await
    }

    /// Says that a body's answer stands although its documents changed.
    async fn confirm_advice(&self, context: &Context<'_>, input: ConfirmAdviceInput) -> Result<ProjectPayload> {
        let seen = Seen { revisions: seen_revisions(input.seen_revisions)?, ..Seen::default() };
        let command = on(input.consultation, ConsultationAct::Confirm)?;
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, seen).await
    }
}
