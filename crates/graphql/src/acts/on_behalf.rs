//! What was answered in a meeting, on paper or by phone (law 14).

use async_graphql::{Context, ID, InputObject, Result};
use engine::{FileId, Minutes, OnBehalf, PersonId, Votes, limits};
use persistence::{FileOf, Limit, Text};
use time::Date;

use crate::error::{ErrorCode, input as wrong, problem, refuse};
use crate::mutation::{text, uuid};
use crate::session::session;
use crate::types::project_id;

/// Says that somebody else gave this answer, when, and what shows it. Who sends it is the recorder.
#[derive(InputObject)]
pub(crate) struct OnBehalfInput {
    /// Whose answer it is.
    person_id: ID,
    /// On which day it was given; not in the future.
    held_on: Date,
    /// Who was present, as far as they are known here.
    #[graphql(default)]
    present_ids: Vec<ID>,
    /// The votes, where there was a vote.
    votes: Option<VotesInput>,
    /// The minutes, or a note of a phone call; or else a file.
    minutes: Option<String>,
    /// The minutes as a file of this project, or a scan; or else the text.
    minutes_file_id: Option<ID>,
}

/// The votes in a meeting.
#[derive(InputObject)]
struct VotesInput {
    /// Voor.
    in_favour: i32,
    /// Tegen.
    against: i32,
    /// Onthouden.
    #[graphql(default)]
    abstained: i32,
}

impl VotesInput {
    fn read(&self) -> Result<Votes> {
        let count = |votes: i32| u16::try_from(votes).map_err(|_| wrong("onBehalf", "votes are counted from 0"));
        Ok(Votes { in_favour: count(self.in_favour)?, against: count(self.against)?, abstained: count(self.abstained)? })
    }
}

impl OnBehalfInput {
    pub(crate) async fn read(self, context: &Context<'_>, project: &ID) -> Result<OnBehalf<Text>> {
        if self.present_ids.len() > limits::PRESENT {
            return Err(wrong("onBehalf", format!("at most {} people", limits::PRESENT)));
        }
        let present = self.present_ids.iter().map(|id| uuid("onBehalf", id).map(PersonId));
        let minutes = match (self.minutes, self.minutes_file_id) {
            (Some(minutes), None) => Minutes::Text(text("onBehalf", &minutes, Limit::Note)?),
            (None, Some(file)) => file_of(context, project, FileId(uuid("onBehalf", &file)?)).await?,
            _ => return Err(wrong("onBehalf", "give the minutes as text or as a file")),
        };
        Ok(OnBehalf {
            person: PersonId(uuid("onBehalf", &self.person_id)?),
            occurred_on: self.held_on,
            present: present.collect::<Result<_>>()?,
            votes: self.votes.as_ref().map(VotesInput::read).transpose()?,
            minutes,
        })
    }
}

/// A file of the same project; another one is not found.
async fn file_of(context: &Context<'_>, project: &ID, file: FileId) -> Result<Minutes<Text>> {
    let (session, project) = (session(context)?, project_id(project)?);
    let rows = session.store.files(&session.principal, &[file]).await.map_err(problem)?;
    let row = rows.into_iter().find(|row| match &row.of {
        FileOf::Document { project: of, .. } | FileOf::Record { project: of } => *of == project,
        FileOf::Evidence(_) => false,
    });
    let row = row.ok_or_else(|| refuse(ErrorCode::NotFound, "not found"))?;
    Ok(Minutes::File(row.reference()))
}
