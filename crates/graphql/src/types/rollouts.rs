//! Who starts, who holds the use back, and use before the gate decided (laws 12 and 15).

use std::collections::BTreeMap;

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{Command, EmergencyAct, PartyKey, RolloutAct, UseAct};
use time::{Date, Duration, OffsetDateTime};

use crate::session::{Session, session};
use crate::types::people::{Party, Person};
use crate::types::project::{Project, some_text};
use crate::types::{instant, int, text};

/// A party that holds the use back.
pub struct Suspension {
    project: Project,
    party: PartyKey,
    suspension: engine::Suspension,
}

impl Suspension {
    pub(crate) fn all(project: &Project) -> Vec<Self> {
        let one = |(party, suspension): (&PartyKey, &engine::Suspension)| Self {
            project: project.clone(),
            party: party.clone(),
            suspension: suspension.clone(),
        };
        project.0.state.suspended.iter().map(one).collect()
    }
}

#[Object]
impl Suspension {
    /// Which party.
    async fn party(&self, context: &Context<'_>) -> Result<Party> {
        Ok(self.project.spoken(session(context)?).party(&self.party))
    }

    /// Since when.
    async fn since(&self) -> OffsetDateTime {
        instant(self.suspension.since.at)
    }

    /// Through whom.
    async fn by(&self) -> Person {
        self.project.person(self.suspension.by)
    }

    /// Why; null when it was erased.
    async fn reason(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, Some(self.suspension.reason)).await
    }

    /// Whether the viewer may let the use go on, as far as this party holds it back.
    async fn viewer_can_resume(&self, context: &Context<'_>) -> Result<bool> {
        let act = UseAct::Resume { reason: some_text() };
        Ok(self.project.viewer_can(session(context)?, Command::Use { party: self.party.clone(), act }))
    }
}

/// A team or location that is to start.
pub struct Rollout {
    project: Project,
    number: u32,
    rollout: engine::Rollout,
}

/// A check before a team or location starts.
#[derive(SimpleObject)]
pub struct RolloutCheck {
    /// The name in the funnel.
    key: String,
    /// The question.
    question: String,
    /// Who answers it.
    party: Party,
    /// Whether it is in order; null until it was answered.
    yes: Option<bool>,
}

impl Rollout {
    pub(crate) fn all(project: &Project) -> Vec<Self> {
        let one = |(number, rollout): (&u32, &engine::Rollout)| Self {
            project: project.clone(),
            number: *number,
            rollout: rollout.clone(),
        };
        project.0.state.rollouts.planned.iter().map(one).collect()
    }

    fn can(&self, context: &Context<'_>, act: RolloutAct) -> Result<bool> {
        Ok(self.project.viewer_can(session(context)?, Command::Rollout(act)))
    }
}

#[Object]
impl Rollout {
    /// Its number in the project.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// Which team or location; null when it was erased.
    async fn name(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, Some(self.rollout.name)).await
    }

    /// When it is to start.
    async fn on(&self) -> Date {
        self.rollout.on
    }

    /// When it was planned.
    async fn since(&self) -> OffsetDateTime {
        instant(self.rollout.since)
    }

    /// Its checks.
    #[graphql(complexity = "4 * child_complexity")]
    async fn checks(&self, context: &Context<'_>) -> Result<Vec<RolloutCheck>> {
        let session = session(context)?;
        let spoken = self.project.spoken(session);
        let one = |check: &engine::RolloutCheck| RolloutCheck {
            key: check.key.to_string(),
            question: session.language.pick(&check.question),
            party: spoken.party(&check.party),
            yes: self.rollout.answers.get(&check.key).copied(),
        };
        Ok(self.project.0.definition.funnel.rollout_checks.iter().map(one).collect())
    }

    /// The parties for which the viewer may answer checks.
    async fn viewer_can_check_for(&self, context: &Context<'_>) -> Result<Vec<Party>> {
        let session = session(context)?;
        let spoken = self.project.spoken(session);
        let mut by_party: BTreeMap<&PartyKey, BTreeMap<_, bool>> = BTreeMap::new();
        for check in &self.project.0.definition.funnel.rollout_checks {
            by_party.entry(&check.party).or_default().insert(check.key.clone(), true);
        }
        let can = |(party, answers): (&PartyKey, BTreeMap<_, bool>)| {
            let act = RolloutAct::Answer { rollout: self.number, party: party.clone(), answers };
            self.project.viewer_can(session, Command::Rollout(act)).then(|| spoken.party(party))
        };
        Ok(by_party.into_iter().filter_map(can).collect())
    }

    /// Whether the viewer may start it today.
    async fn viewer_can_start(&self, context: &Context<'_>) -> Result<bool> {
        let on = session(context)?.store.now().today;
        self.can(context, RolloutAct::Start { rollout: self.number, on })
    }

    /// Whether the viewer may call it off.
    async fn viewer_can_cancel(&self, context: &Context<'_>) -> Result<bool> {
        self.can(context, RolloutAct::Cancel { rollout: self.number, reason: some_text() })
    }
}

/// Use before the gate decided.
pub struct Emergency(pub(crate) Project);

impl Emergency {
    fn open_use(&self) -> Option<&engine::EmergencyUse> {
        self.0.0.state.emergency.open.as_ref()
    }

    fn rules(&self) -> Option<&engine::EmergencyRules> {
        self.0.0.definition.funnel.emergency.as_ref()
    }
}

#[Object]
impl Emergency {
    /// Whether it is used now.
    async fn open(&self) -> bool {
        self.0.0.state.emergency.open.is_some()
    }

    /// Since when.
    async fn since(&self) -> Option<OffsetDateTime> {
        self.open_use().map(|open| instant(open.since.at))
    }

    /// The last day; then it ends by itself.
    async fn until(&self) -> Option<Date> {
        self.open_use().map(|open| open.until)
    }

    /// Through whom.
    async fn by(&self) -> Option<Person> {
        self.open_use().map(|open| self.0.person(open.by))
    }

    /// Why it could not wait; null when it was erased.
    async fn reason(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.open_use().map(|open| open.reason)).await
    }

    /// Whether it was allowed before and cannot be allowed again until the product went live.
    async fn spent(&self) -> bool {
        self.0.0.state.emergency.spent
    }

    /// Which party allows it; null where the funnel knows no such use.
    async fn decided_by(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.0.spoken(session(context)?);
        Ok(self.rules().map(|rules| spoken.party(&rules.decided_by)))
    }

    /// The parties that must be heard first.
    async fn hear(&self, context: &Context<'_>) -> Result<Vec<Party>> {
        let spoken = self.0.spoken(session(context)?);
        Ok(self.rules().into_iter().flat_map(|rules| &rules.hear).map(|party| spoken.party(party)).collect())
    }

    /// The body that is told the same day.
    async fn tell(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.0.spoken(session(context)?);
        Ok(self.rules().map(|rules| spoken.party(&rules.tell)))
    }

    /// Whether the viewer may enter that it was allowed, or that it was ended, for somebody who did so elsewhere (law 14).
    async fn viewer_can_record(&self, context: &Context<'_>) -> Result<bool> {
        let session = session(context)?;
        let Some(rules) = self.rules() else { return Ok(false) };
        let act = match self.open_use() {
            Some(_) => EmergencyAct::End { reason: some_text() },
            None => allowing(rules, session),
        };
        Ok(self.0.viewer_can_record(session, &rules.decided_by, &Command::Emergency(act)))
    }

    /// The latest last day if it is allowed today.
    async fn latest(&self, context: &Context<'_>) -> Result<Option<Date>> {
        let today = session(context)?.store.now().today;
        Ok(self.rules().map(|rules| today.saturating_add(Duration::days(i64::from(rules.term_days)))))
    }
}

impl Project {
    /// Whether the viewer may allow use before the gate decided, once the parties were heard.
    pub(crate) fn may_allow_emergency(&self, session: &Session) -> bool {
        let Some(rules) = &self.0.definition.funnel.emergency else { return false };
        self.viewer_can(session, Command::Emergency(allowing(rules, session)))
    }
}

/// Allowing it for today, once every party was heard.
fn allowing(rules: &engine::EmergencyRules, session: &Session) -> EmergencyAct {
    let heard = rules.hear.iter().map(|party| (party.clone(), some_text())).collect();
    EmergencyAct::Allow { until: session.store.now().today, reason: some_text(), heard }
}
