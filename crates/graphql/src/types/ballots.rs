//! Votes that are not their party's answer yet (law 7).

use async_graphql::{Context, Object, Result};
use engine::{BallotStanding, Matter};

use crate::enums::BallotKind;
use crate::session::session;
use crate::types::funnel::{ArtefactKind, Criterion, Gate};
use crate::types::int;
use crate::types::people::{Party, Person};
use crate::types::project::Project;

/// How far the votes of a party on one thing are. What was voted stays with the members until their party's answer is there.
pub struct Ballot {
    project: Project,
    standing: BallotStanding,
}

impl Ballot {
    pub(crate) fn new(project: &Project, standing: &BallotStanding) -> Self {
        Self { project: project.clone(), standing: standing.clone() }
    }
}

#[Object]
impl Ballot {
    /// What is voted on.
    async fn kind(&self) -> BallotKind {
        (&self.standing.matter).into()
    }

    /// The document, when it is about one.
    async fn artefact(&self, context: &Context<'_>) -> Result<Option<ArtefactKind>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(match &self.standing.matter {
            Matter::Review { artefact, .. } => Some(spoken.kind(artefact)),
            _ => None,
        })
    }

    /// The criterion, when it is about one.
    async fn criterion(&self, context: &Context<'_>) -> Result<Option<Criterion>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(match &self.standing.matter {
            Matter::Judgement { criterion, .. } | Matter::Waiver { criterion } => {
                spoken.criterion_in(criterion, &self.project.0.state.phase)
            }
            _ => None,
        })
    }

    /// The gate, when it is about one.
    async fn gate(&self, context: &Context<'_>) -> Result<Option<Gate>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(match &self.standing.matter {
            Matter::Decision { gate, .. } => spoken.gate(gate),
            _ => None,
        })
    }

    /// The party that votes.
    async fn party(&self, context: &Context<'_>) -> Result<Party> {
        Ok(self.project.spoken(session(context)?).party(&self.standing.party))
    }

    /// How many votes for the same make its answer.
    async fn needed(&self) -> i32 {
        int(self.standing.needed)
    }

    /// How many of its members may vote.
    async fn members(&self) -> i32 {
        int(self.standing.members)
    }

    /// Who voted.
    #[graphql(complexity = "4 * child_complexity")]
    async fn voted(&self) -> Vec<Person> {
        self.standing.voted.iter().map(|id| self.project.person(*id)).collect()
    }
}
