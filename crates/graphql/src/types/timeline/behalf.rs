//! An answer that somebody entered for somebody else (law 14).

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use engine::Minutes;
use persistence::Roster;
use time::Date;

use crate::types::artefact::{File, files};
use crate::types::people::Person;
use crate::types::{int, text};

/// Whose answer it is that somebody entered, when it was given, and what shows it.
pub struct OnBehalf {
    roster: Arc<Roster>,
    record: u32,
    on_behalf: engine::OnBehalf,
    function: String,
    contest_until: Option<Date>,
}

impl OnBehalf {
    pub(super) fn of(event: &engine::Event, roster: &Arc<Roster>) -> Option<Self> {
        let engine::Event::OnBehalf { record, on_behalf, function, contest_until, .. } = event else { return None };
        Some(Self {
            roster: Arc::clone(roster),
            record: *record,
            on_behalf: on_behalf.clone(),
            function: function.clone(),
            contest_until: *contest_until,
        })
    }
}

#[Object]
impl OnBehalf {
    /// The number of the record.
    async fn record(&self) -> i32 {
        int(self.record)
    }

    /// Whose answer it is; the event's own person entered it.
    async fn person(&self) -> Person {
        Person::of(&self.roster, self.on_behalf.person)
    }

    /// In which function, as it was then.
    async fn function(&self) -> &str {
        &self.function
    }

    /// On which day it was given.
    async fn held_on(&self) -> Date {
        self.on_behalf.occurred_on
    }

    /// Who was present, as far as they are known here.
    #[graphql(complexity = "4 * child_complexity")]
    async fn present(&self) -> Vec<Person> {
        self.on_behalf.present.iter().map(|id| Person::of(&self.roster, *id)).collect()
    }

    /// Votes in favour, where there was a vote.
    async fn in_favour(&self) -> Option<i32> {
        self.on_behalf.votes.map(|votes| int(votes.in_favour))
    }

    /// Votes against.
    async fn against(&self) -> Option<i32> {
        self.on_behalf.votes.map(|votes| int(votes.against))
    }

    /// Who abstained.
    async fn abstained(&self) -> Option<i32> {
        self.on_behalf.votes.map(|votes| int(votes.abstained))
    }

    /// The minutes as text; null when they are a file, or were erased.
    async fn minutes(&self, context: &Context<'_>) -> Result<Option<String>> {
        match &self.on_behalf.minutes {
            Minutes::Text(minutes) => text(context, Some(*minutes)).await,
            Minutes::File(_) => Ok(None),
        }
    }

    /// The minutes as a file.
    async fn minutes_file(&self, context: &Context<'_>) -> Result<Option<File>> {
        match &self.on_behalf.minutes {
            Minutes::File(file) => Ok(files(context, [file.id].into_iter()).await?.pop()),
            Minutes::Text(_) => Ok(None),
        }
    }

    /// The last day on which it can be contested, where it can.
    async fn contest_until(&self) -> Option<Date> {
        self.contest_until
    }
}
