//! What the organisation settles, keeps and agrees for all its projects (laws 3, 7, 8 and 12).

mod consultation;
mod inputs;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use engine::{
    About, BodyRules, BroughtEvidence, EvidenceId, EvidenceKey, EvidenceKind, FactKey, FileId, FileRef, FunnelVersionId,
    Label, OrganisationCommand, PartyKey, PersonId, SupplierKey, When, limits,
};
use persistence::{Limit, OrganisationRequest, Text};

use self::inputs::{
    AdoptPlanInput, AgreeInput, BringInSupplierInput, ConsultBodyInput, DefineEvidenceInput, DelegateInput,
    EndDelegationInput, FactConditionInput, JudgeEvidenceInput, NameSupplierInput, OrganisationConsultationInput,
    PeriodInput, RevokeAgreementInput, SetBoardInput, SetBodyInput, SubmitEvidenceInput,
};
use crate::enums::FactComparison;
use crate::error::{ErrorCode, input as wrong, problem, refuse};
use crate::mutation::{Receipt, fact_value, idempotency, key, optional, text, uuid, version};
use crate::session::session;
use crate::types::organisation::Organisation;

/// Acts on the organisation.
#[derive(Default)]
pub struct OrganisationMutation;

/// The organisation after an act.
#[derive(SimpleObject)]
pub(crate) struct OrganisationPayload {
    /// The organisation as it is now.
    organisation: Organisation,
    /// What the act made.
    receipt: Receipt,
}

async fn act(context: &Context<'_>, name: &str, command: OrganisationCommand<Text>) -> Result<OrganisationPayload> {
    let session = session(context)?;
    let request = OrganisationRequest { key: idempotency(name)?, command };
    let receipt = session.store.execute_organisation(&session.principal, request).await.map_err(problem)?;
    let organisation = Organisation::of(session).await?;
    Ok(OrganisationPayload {
        organisation,
        receipt: Receipt::new(receipt.first_sequence, receipt.last_sequence, receipt.replayed),
    })
}

fn party(field: &str, name: String) -> Result<PartyKey> {
    key(field, PartyKey::parse(name))
}

fn days(field: &str, days: i32) -> Result<u16> {
    u16::try_from(days).map_err(|_| wrong(field, "not below 0, and not more than a term can have"))
}

fn evidence(kind: String, supplier: Option<String>) -> Result<EvidenceId> {
    let supplier = supplier.map(|supplier| key("supplier", SupplierKey::parse(supplier))).transpose()?;
    Ok(EvidenceId { kind: key("kind", EvidenceKey::parse(kind))?, supplier })
}

/// Uploaded files of this evidence, in the order given; another file is not found.
async fn files(context: &Context<'_>, ids: &[ID]) -> Result<Vec<FileRef>> {
    if ids.len() > limits::FILES_PER_REVISION {
        return Err(wrong("fileIds", format!("at most {} files", limits::FILES_PER_REVISION)));
    }
    let session = session(context)?;
    let ids = ids.iter().map(|id| uuid("fileIds", id).map(FileId)).collect::<Result<Vec<_>>>()?;
    let rows = session.store.files(&session.principal, &ids).await.map_err(problem)?;
    let found = |id: &FileId| rows.iter().find(|row| row.id == *id).map(persistence::FileRow::reference);
    let not_found = || refuse(ErrorCode::NotFound, "not found");
    ids.iter().map(|id| found(id).ok_or_else(not_found)).collect()
}

fn condition(input: FactConditionInput) -> Result<When> {
    let (fact, value) = (key("conditions", FactKey::parse(input.fact))?, fact_value(input.value.0)?);
    let (is, at_least) = (When::Is(fact.clone(), value.clone()), When::AtLeast(fact, value));
    Ok(match input.comparison {
        FactComparison::Exactly => is,
        FactComparison::AtLeast => at_least,
        FactComparison::AtMost => When::Any(vec![is, When::Not(Box::new(at_least))]),
    })
}

#[Object]
impl OrganisationMutation {
    /// Adopts or changes a kind of evidence that is judged once and used by every project.
    async fn define_evidence(&self, context: &Context<'_>, input: DefineEvidenceInput) -> Result<OrganisationPayload> {
        let name = |field: &str, value: &str| text(field, value, Limit::Name).map(Text::into_string);
        if input.submitted_by.len() > limits::PARTIES {
            return Err(wrong("submittedBy", format!("at most {} parties", limits::PARTIES)));
        }
        let kind = EvidenceKind {
            key: key("kind", EvidenceKey::parse(input.kind))?,
            name: Label { nl: name("nameNl", &input.name_nl)?, en: name("nameEn", &input.name_en)? },
            of_supplier: input.of_supplier,
            submitted_by: input.submitted_by.into_iter().map(|key| party("submittedBy", key)).collect::<Result<_>>()?,
            judged_by: party("judgedBy", input.judged_by)?,
            valid_days: input.valid_days.map(|valid| days("validDays", valid)).transpose()?,
        };
        act(context, &input.key, OrganisationCommand::DefineEvidence { kind }).await
    }

    /// Says which party adopts improvement plans.
    async fn set_board(&self, context: &Context<'_>, input: SetBoardInput) -> Result<OrganisationPayload> {
        act(context, &input.key, OrganisationCommand::SetBoard { party: party("party", input.party)? }).await
    }

    /// Writes down the rules of a body, such as those of the medezeggenschapsregeling.
    async fn set_body(&self, context: &Context<'_>, input: SetBodyInput) -> Result<OrganisationPayload> {
        if input.meetings.len() > limits::MEETINGS || input.recess.len() > limits::MEETINGS {
            return Err(wrong("meetings", format!("at most {}", limits::MEETINGS)));
        }
        let period = |period: PeriodInput| (period.first, period.last);
        let rules = BodyRules {
            term_days: days("termDays", input.term_days)?,
            waiting_days: days("waitingDays", input.waiting_days)?,
            meetings: input.meetings.into_iter().collect(),
            recess: input.recess.into_iter().map(period).collect(),
            coached_by: input.coached_by.map(|coach| party("coachedBy", coach)).transpose()?,
        };
        let command = OrganisationCommand::SetBody { body: party("body", input.body)?, rules };
        act(context, &input.key, command).await
    }

    /// Says what a supplier is called; a second time renames it.
    async fn name_supplier(&self, context: &Context<'_>, input: NameSupplierInput) -> Result<OrganisationPayload> {
        let supplier = key("supplier", SupplierKey::parse(input.supplier))?;
        let command = OrganisationCommand::NameSupplier { supplier, name: text("name", &input.name, Limit::Name)? };
        act(context, &input.key, command).await
    }

    /// Brings in a supplier that is there already, with evidence of one kind where a list has it. What it is called and has
    /// on file stays as it is where it is known; its evidence gets a next version.
    async fn bring_in_supplier(&self, context: &Context<'_>, input: BringInSupplierInput) -> Result<OrganisationPayload> {
        let evidence = match (input.kind, input.text) {
            (Some(kind), Some(said)) => Some(BroughtEvidence {
                kind: key("kind", EvidenceKey::parse(kind))?,
                text: text("text", &said, Limit::Note)?,
                valid_until: input.valid_until,
            }),
            (None, None) if input.valid_until.is_none() => None,
            _ => return Err(wrong("kind", "give the kind of evidence and its text together, or neither")),
        };
        let command = OrganisationCommand::BringInSupplier {
            supplier: key("supplier", SupplierKey::parse(input.supplier))?,
            name: text("name", &input.name, Limit::Name)?,
            evidence,
        };
        act(context, &input.key, command).await
    }

    /// Lets somebody answer for a member for a period.
    async fn delegate(&self, context: &Context<'_>, input: DelegateInput) -> Result<OrganisationPayload> {
        let command = OrganisationCommand::Delegate {
            party: party("party", input.party)?,
            from: PersonId(uuid("fromId", &input.from_id)?),
            to: PersonId(uuid("toId", &input.to_id)?),
            first: input.first,
            last: input.last,
        };
        act(context, &input.key, command).await
    }

    /// Takes a delegation back before its last day.
    async fn end_delegation(&self, context: &Context<'_>, input: EndDelegationInput) -> Result<OrganisationPayload> {
        let delegation = version("delegation", input.delegation)?;
        act(context, &input.key, OrganisationCommand::EndDelegation { delegation }).await
    }

    /// Submits the next revision of evidence of the organisation or of a supplier.
    async fn submit_evidence(&self, context: &Context<'_>, input: SubmitEvidenceInput) -> Result<OrganisationPayload> {
        let command = OrganisationCommand::SubmitEvidence {
            evidence: evidence(input.kind, input.supplier)?,
            text: optional("text", input.text.as_deref())?,
            files: files(context, &input.file_ids).await?,
            valid_until: input.valid_until,
        };
        act(context, &input.key, command).await
    }

    /// Judges evidence, once for all projects.
    async fn judge_evidence(&self, context: &Context<'_>, input: JudgeEvidenceInput) -> Result<OrganisationPayload> {
        let command = OrganisationCommand::JudgeEvidence {
            evidence: evidence(input.kind, input.supplier)?,
            revision: version("revision", input.revision)?,
            sufficient: input.sufficient,
            proof: input.proof.into(),
            motivation: optional("motivation", input.motivation.as_deref())?,
        };
        act(context, &input.key, command).await
    }

    /// The board adopts an improvement plan for a gap in evidence; all gates show it.
    async fn adopt_plan(&self, context: &Context<'_>, input: AdoptPlanInput) -> Result<OrganisationPayload> {
        let command = OrganisationCommand::AdoptPlan {
            evidence: evidence(input.kind, input.supplier)?,
            plan: text("plan", &input.plan, Limit::Note)?,
            due: input.due,
        };
        act(context, &input.key, command).await
    }

    /// A body agrees in writing that it only wants to be informed of some projects.
    async fn agree_to_be_informed(&self, context: &Context<'_>, input: AgreeInput) -> Result<OrganisationPayload> {
        if input.conditions.len() > limits::AGREEMENT_CONDITIONS {
            return Err(wrong("conditions", format!("at most {}", limits::AGREEMENT_CONDITIONS)));
        }
        let mut conditions = input.conditions.into_iter().map(condition).collect::<Result<Vec<_>>>()?;
        let when = match conditions.len() {
            0 => When::Always,
            1 => conditions.remove(0),
            _ => When::All(conditions),
        };
        let text = text("text", &input.text, Limit::Note)?;
        act(context, &input.key, OrganisationCommand::Agree { body: party("body", input.body)?, when, text }).await
    }

    /// A body takes its agreement back.
    async fn revoke_agreement(&self, context: &Context<'_>, input: RevokeAgreementInput) -> Result<OrganisationPayload> {
        let command = OrganisationCommand::Revoke {
            agreement: version("agreement", input.agreement)?,
            reason: text("reason", &input.reason, Limit::Note)?,
        };
        act(context, &input.key, command).await
    }

    /// Asks a body about a version of a funnel, or about evidence.
    async fn consult_body(&self, context: &Context<'_>, input: ConsultBodyInput) -> Result<OrganisationPayload> {
        let about = match (input.funnel_id, input.kind) {
            (Some(id), None) => About::Funnel(FunnelVersionId(uuid("funnelId", &id)?)),
            (None, Some(kind)) => About::Evidence(evidence(kind, input.supplier)?),
            _ => return Err(wrong("kind", "name a version of a funnel, or a kind of evidence")),
        };
        let command = OrganisationCommand::Consult {
            about,
            body: party("body", input.body)?,
            right: input.right.into(),
            question: text("question", &input.question, Limit::Summary)?,
            summary: text("summary", &input.summary, Limit::Note)?,
            due: input.due,
        };
        act(context, &input.key, command).await
    }

    /// Works on a consultation of the organisation.
    async fn work_on_organisation_consultation(
        &self,
        context: &Context<'_>,
        input: OrganisationConsultationInput,
    ) -> Result<OrganisationPayload> {
        let consultation = version("consultation", input.consultation)?;
        let act = consultation::read(&input)?;
        self::act(context, &input.key, OrganisationCommand::Consultation { consultation, act }).await
    }
}
