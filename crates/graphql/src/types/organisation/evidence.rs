//! Evidence that is judged once and used by every project (laws 3, 11 and 12).

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{EvidenceId, OrganisationCommand};
use time::{Date, OffsetDateTime};

use super::Own;
use crate::enums::{EvidenceStanding, Proof};
use crate::error::problem;
use crate::session::session;
use crate::types::artefact::{File, files};
use crate::types::evidence::EvidenceName;
use crate::types::people::{Party, Person};
use crate::types::project::some_text;
use crate::types::tasks::TaskProject;
use crate::types::{instant, int, text};

/// A kind of evidence.
#[derive(SimpleObject)]
pub struct EvidenceKind {
    /// The name in funnels.
    key: String,
    /// The name on the screen.
    name: String,
    /// The name on the screen, Dutch.
    name_nl: String,
    /// The name on the screen, English.
    name_en: String,
    /// Whether each supplier has its own.
    of_supplier: bool,
    /// The parties that submit it.
    submitted_by: Vec<Party>,
    /// The party that judges it.
    judged_by: Party,
    /// Calendar days that a judgement counts, at the most.
    valid_days: Option<i32>,
}

impl EvidenceKind {
    pub(super) fn of(own: &Own, kind: &engine::EvidenceKind) -> Self {
        Self {
            key: kind.key.to_string(),
            name: own.language.pick(&kind.name),
            name_nl: kind.name.nl.clone(),
            name_en: kind.name.en.clone(),
            of_supplier: kind.of_supplier,
            submitted_by: kind.submitted_by.iter().map(|party| own.party(party)).collect(),
            judged_by: own.party(&kind.judged_by),
            valid_days: kind.valid_days.map(int),
        }
    }
}

/// Evidence of the organisation or of a supplier.
pub struct Evidence {
    own: Own,
    id: EvidenceId,
}

impl Evidence {
    pub(super) fn new(own: &Own, id: EvidenceId) -> Self {
        Self { own: own.clone(), id }
    }

    fn known(&self) -> Option<&engine::OrganisationEvidence> {
        self.own.state().evidence.get(&self.id)
    }

    fn can(&self, context: &Context<'_>, command: OrganisationCommand) -> Result<bool> {
        Ok(self.own.can(session(context)?, command))
    }
}

#[Object(name = "OrganisationEvidence")]
impl Evidence {
    /// Which: its kind, and whose.
    async fn of(&self) -> EvidenceName {
        EvidenceName::of(&self.own.roster, self.own.language, &self.id)
    }

    /// Its kind, while the organisation keeps it.
    async fn kind(&self) -> Option<EvidenceKind> {
        self.own.state().settings.evidence.get(&self.id.kind).map(|kind| EvidenceKind::of(&self.own, kind))
    }

    /// How it stands today.
    async fn standing(&self, context: &Context<'_>) -> Result<EvidenceStanding> {
        let today = session(context)?.store.now().today;
        Ok(self.own.state().standing(&self.id, today).into())
    }

    /// The last day on which it counts, while it does.
    async fn valid_until(&self) -> Option<Date> {
        self.known().and_then(engine::OrganisationEvidence::valid_until)
    }

    /// The ordinal of the current revision; null when nothing was submitted.
    async fn revision(&self) -> Option<i32> {
        self.known().map(|known| int(known.current.number))
    }

    /// What judgements name.
    async fn hash(&self) -> Option<String> {
        self.known().map(|known| known.current.hash.to_string())
    }

    /// In words; null when there are none or they were erased.
    async fn text(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.known().and_then(|known| known.current.text)).await
    }

    /// The files.
    async fn files(&self, context: &Context<'_>) -> Result<Vec<File>> {
        let ids = self.known().into_iter().flat_map(|known| &known.current.files).map(|file| file.id);
        files(context, ids).await
    }

    /// The last day that the current revision says of itself.
    async fn says_valid_until(&self) -> Option<Date> {
        self.known().and_then(|known| known.current.valid_until)
    }

    /// Who wrote the current revision.
    async fn authors(&self) -> Vec<Person> {
        let authors = self.known().into_iter().flat_map(|known| &known.current.authors);
        authors.map(|id| self.own.person(*id)).collect()
    }

    /// When it was submitted.
    async fn submitted_at(&self) -> Option<OffsetDateTime> {
        self.known().map(|known| instant(known.current.at.at))
    }

    /// The last judgement, also when it was on an earlier revision.
    async fn judgement(&self) -> Option<EvidenceJudgement> {
        let known = self.known()?;
        let judgement = known.judgement.clone()?;
        let stale = judgement.revision != known.current.number;
        Some(EvidenceJudgement { own: self.own.clone(), judgement, stale })
    }

    /// The board's plan for the gap in it.
    async fn plan(&self, context: &Context<'_>) -> Result<Option<ImprovementPlan>> {
        let Some(plan) = self.own.state().plans.get(&self.id) else { return Ok(None) };
        let today = session(context)?.store.now().today;
        Ok(Some(ImprovementPlan {
            text: text(context, Some(plan.plan)).await?,
            due: plan.due,
            in_force: plan.due >= today,
            adopted_at: instant(plan.adopted.at),
        }))
    }

    /// The projects that rest on it and that the viewer may see, by title; 200 at most.
    #[graphql(complexity = "20 * child_complexity")]
    async fn used_by(&self, context: &Context<'_>) -> Result<Vec<TaskProject>> {
        let session = session(context)?;
        let users = session.store.evidence_users(&session.principal, &self.id).await.map_err(problem)?;
        Ok(users.into_iter().map(|user| TaskProject::new(user.project, user.title)).collect())
    }

    /// Whether the viewer may submit its next revision.
    async fn viewer_can_submit(&self, context: &Context<'_>) -> Result<bool> {
        let (evidence, text) = (self.id.clone(), Some(some_text()));
        self.can(context, OrganisationCommand::SubmitEvidence { evidence, text, files: Vec::new(), valid_until: None })
    }

    /// Whether the viewer may judge its current revision.
    async fn viewer_can_judge(&self, context: &Context<'_>) -> Result<bool> {
        let Some(revision) = self.known().map(|known| known.current.number) else { return Ok(false) };
        let (evidence, motivation) = (self.id.clone(), Some(some_text()));
        let proof = engine::Proof::Paper;
        self.can(context, OrganisationCommand::JudgeEvidence { evidence, revision, sufficient: false, proof, motivation })
    }

    /// Whether the viewer may adopt a plan for a gap in it.
    async fn viewer_can_adopt_plan(&self, context: &Context<'_>) -> Result<bool> {
        let due = session(context)?.store.now().today.next_day();
        let Some(due) = due else { return Ok(false) };
        self.can(context, OrganisationCommand::AdoptPlan { evidence: self.id.clone(), plan: some_text(), due })
    }
}

/// A party's judgement on evidence.
pub struct EvidenceJudgement {
    own: Own,
    judgement: engine::EvidenceJudgement,
    stale: bool,
}

#[Object]
impl EvidenceJudgement {
    /// On which revision.
    async fn revision(&self) -> i32 {
        int(self.judgement.revision)
    }

    /// Whether a newer revision is there.
    async fn stale(&self) -> bool {
        self.stale
    }

    /// Whether it is sufficient.
    async fn sufficient(&self) -> bool {
        self.judgement.sufficient
    }

    /// On paper or in practice.
    async fn proof(&self) -> Proof {
        self.judgement.proof.into()
    }

    /// Why; null when nothing was said or it was erased.
    async fn motivation(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.judgement.motivation).await
    }

    /// By whom.
    async fn by(&self) -> Person {
        self.own.person(self.judgement.by)
    }

    /// When.
    async fn at(&self) -> OffsetDateTime {
        instant(self.judgement.at)
    }

    /// The last day on which it counts.
    async fn valid_until(&self) -> Option<Date> {
        self.judgement.valid_until
    }
}

/// A plan of the board for a gap in evidence.
#[derive(SimpleObject)]
pub struct ImprovementPlan {
    /// What is done; null when it was erased.
    text: Option<String>,
    /// By when.
    due: Date,
    /// Whether that date is still ahead: then the gap keeps no gate shut.
    in_force: bool,
    /// When it was adopted.
    adopted_at: OffsetDateTime,
}
