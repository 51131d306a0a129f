//! The acts in consultations of the organisation: the same as about a project, in one mutation.

use async_graphql::Result;
use engine::{Advice, ConsultationAct, Response};
use persistence::{Limit, Text};
use time::Date;

use super::inputs::OrganisationConsultationInput;
use crate::acts::consultation::term_choice;
use crate::enums::ConsultationAction as A;
use crate::error::input as wrong;
use crate::mutation::{optional, text};

fn needed<T>(field: &str, value: Option<T>) -> Result<T> {
    value.ok_or_else(|| wrong(field, "needed for this"))
}

/// The act that the input asks; what belongs to another act is left out.
pub(super) fn read(input: &OrganisationConsultationInput) -> Result<ConsultationAct<Text>> {
    let said = || -> Result<Text> { text("text", input.text.as_deref().unwrap_or_default(), Limit::Note) };
    let date = |field: &str, date: Option<Date>| needed(field, date);
    Ok(match input.action {
        A::AcceptRequest | A::DeclineRequest => {
            return Err(wrong("action", "nobody asks the organisation to be asked"));
        }
        A::GiveOpinion => ConsultationAct::Opine { opinion: said()? },
        A::EstablishAdvice => ConsultationAct::Establish {
            advice: Advice {
                verdict: needed("verdict", input.verdict)?.into(),
                text: said()?,
                minority: optional("minority", input.minority.as_deref())?,
            },
        },
        A::AskExtension => ConsultationAct::AskExtension { until: date("until", input.until)?, reason: said()? },
        A::ExtendTerm => ConsultationAct::Extend { until: date("until", input.until)? },
        A::KeepTerm => ConsultationAct::KeepTerm { reason: said()? },
        A::ReviseSummary => ConsultationAct::ReviseSummary { summary: optional("text", input.text.as_deref())? },
        A::ChooseTerm => ConsultationAct::ChooseTerm { choice: term_choice(needed("choice", input.choice)?, input.until)? },
        A::RecordNoAnswer => ConsultationAct::RecordNoAnswer { note: optional("text", input.text.as_deref())? },
        A::Confer => ConsultationAct::Confer { on: date("on", input.on)?, note: said()? },
        A::RespondToAdvice => ConsultationAct::Respond {
            response: Response { following: needed("following", input.following)?.into(), reason: said()? },
        },
        A::WithdrawConsultation => ConsultationAct::Withdraw { reason: said()? },
        A::SubstituteConsent => ConsultationAct::Substitute { on: date("on", input.on)?, text: said()? },
        A::ConfirmAdvice => ConsultationAct::Confirm,
    })
}
