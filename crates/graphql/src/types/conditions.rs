//! What decisions still demand (vervolgafspraken).

use async_graphql::{Context, Object, Result};
use engine::{Command, ConditionAct, Demand};
use time::{Date, OffsetDateTime};

use crate::enums::DemandKind;
use crate::session::session;
use crate::types::funnel::{ArtefactKind, Criterion, Gate};
use crate::types::people::Party;
use crate::types::project::{Project, some_text};
use crate::types::readiness::Waiter;
use crate::types::{instant, int, text};

/// One open condition.
pub struct Condition {
    project: Project,
    number: u32,
    condition: engine::Condition,
}

impl Condition {
    /// The open condition with this number.
    pub(crate) fn of(project: &Project, number: u32) -> Option<Self> {
        let condition = project.0.state.conditions.open.get(&number)?.clone();
        Some(Self { project: project.clone(), number, condition })
    }

    /// Every open condition, oldest first.
    pub(crate) fn all(project: &Project) -> Vec<Self> {
        project.0.state.conditions.open.keys().filter_map(|number| Self::of(project, *number)).collect()
    }

    fn can(&self, context: &Context<'_>, act: ConditionAct) -> Result<bool> {
        let command = Command::Condition { condition: self.number, act };
        Ok(self.project.viewer_can(session(context)?, command))
    }
}

#[Object]
impl Condition {
    /// Its number in the project.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// What it is about.
    async fn kind(&self) -> DemandKind {
        match &self.condition.terms.demand {
            Demand::Document { .. } => DemandKind::Document,
            Demand::Criterion { .. } => DemandKind::Criterion,
            Demand::Agreed => DemandKind::Agreed,
            Demand::Closing { .. } => DemandKind::Closing,
        }
    }

    /// What the funnel says has to be done, for closing work.
    async fn name(&self, context: &Context<'_>) -> Result<Option<String>> {
        let language = session(context)?.language;
        let Demand::Closing { duty } = &self.condition.terms.demand else { return Ok(None) };
        let closing = self.project.0.definition.funnel.closing.iter().find(|closing| closing.key == *duty);
        Ok(Some(closing.map_or_else(|| duty.to_string(), |closing| language.pick(&closing.name))))
    }

    /// The document that was deferred.
    async fn artefact(&self, context: &Context<'_>) -> Result<Option<ArtefactKind>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(match &self.condition.terms.demand {
            Demand::Document { artefact, .. } => Some(spoken.kind(artefact)),
            _ => None,
        })
    }

    /// The criterion that was deferred.
    async fn criterion(&self, context: &Context<'_>) -> Result<Option<Criterion>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(match &self.condition.terms.demand {
            Demand::Criterion { criterion, .. } => spoken.criterion(criterion, None),
            _ => None,
        })
    }

    /// In words, where somebody wrote them.
    async fn text(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.condition.terms.text).await
    }

    /// Who sees to it.
    async fn owner(&self, context: &Context<'_>) -> Result<Waiter> {
        let spoken = self.project.spoken(session(context)?);
        Ok(Waiter::of(&spoken, &self.project, &self.condition.terms.owner))
    }

    /// Which party accepts that it is met.
    async fn accepted_by(&self, context: &Context<'_>) -> Result<Party> {
        Ok(self.project.spoken(session(context)?).party(&self.condition.terms.accepted_by))
    }

    /// Since when.
    async fn since(&self) -> OffsetDateTime {
        instant(self.condition.since)
    }

    /// By when.
    async fn due(&self) -> Date {
        self.condition.terms.due
    }

    /// Whether that date is behind us.
    async fn late(&self, context: &Context<'_>) -> Result<bool> {
        Ok(self.condition.terms.due < session(context)?.store.now().today)
    }

    /// The gate whose *go* it blocks.
    async fn blocks(&self, context: &Context<'_>) -> Result<Option<Gate>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(self.condition.terms.blocks.as_ref().and_then(|gate| spoken.gate(gate)))
    }

    /// How its owner says that it was met; null until then.
    async fn report(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.condition.reported.as_ref().map(|report| report.note)).await
    }

    /// Whether its owner reported it as met.
    async fn reported(&self) -> bool {
        self.condition.reported.is_some()
    }

    /// Whether an extra decision was called because it is overdue, and until when that is to be taken.
    async fn extra_decision_due(&self) -> Option<Date> {
        self.project.0.state.extra.get(&self.number).copied()
    }

    /// Whether the viewer may report it as met now.
    async fn viewer_can_report(&self, context: &Context<'_>) -> Result<bool> {
        self.can(context, ConditionAct::Report { note: some_text() })
    }

    /// Whether the viewer may send it back now; accepting it may ask for more.
    async fn viewer_can_accept(&self, context: &Context<'_>) -> Result<bool> {
        self.can(context, ConditionAct::SendBack { note: some_text() })
    }

    /// Whether the viewer may take the decision that it called, because it is overdue, now.
    async fn viewer_can_decide_extra(&self, context: &Context<'_>) -> Result<bool> {
        let (condition, aftermath) = (self.number, engine::Aftermath::Pause);
        let command = Command::DecideExtra { condition, aftermath, motivation: some_text(), lessons: None };
        Ok(self.project.viewer_can(session(context)?, command))
    }
}
