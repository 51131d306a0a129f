//! What surrounds a command: who, when, and which people stand where.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::funnel::Funnel;
use crate::ids::{FieldPath, FunnelVersionId, PartyKey, PersonId};
use crate::moment::{Calendar, Moment};
use crate::organisation::Organisation;
use crate::text::Hash;

/// Everything a decision may depend on besides the funnel and the project. Loaded in the transaction of the command.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// Who acts.
    pub actor: &'a Actor,
    /// On whose behalf something is recorded (law 14): the person that `OnBehalf` names, as this organisation knows them.
    pub on_behalf_of: Option<&'a Person>,
    /// When.
    pub now: Moment,
    /// Who belongs to which party at this moment.
    pub parties: &'a Parties,
    /// What the organisation settled, keeps and agreed (laws 3 and 8), and who answers for whom in it (law 7).
    pub organisation: &'a Organisation,
    /// Which days people work.
    pub calendar: &'a Calendar,
    /// The version that the project is to go on under; only for `MigrateProject`.
    pub migrate_to: Option<(FunnelVersionId, &'a Funnel)>,
    /// What a submission consists of, as found in the draft; only for `SubmitRevision`.
    pub submission: Option<&'a Submission>,
}

impl Context<'_> {
    /// The memberships of `party` with which `person` acts: first their own, then those of members who delegated to them
    /// for today. One hop: what was delegated to somebody is not passed on.
    pub fn memberships<'s>(&'s self, party: &'s PartyKey, person: PersonId) -> impl Iterator<Item = Member> + 's {
        let today = self.now.today;
        let to_them = self.organisation.delegations.to(person, today);
        let of_party = to_them.filter(move |d| d.party == *party && d.from != person);
        let delegated = of_party.filter_map(move |d| self.parties.membership(party, d.from));
        self.parties.membership(party, person).into_iter().chain(delegated)
    }

    /// Law 5: whether what the actor would answer for `party` is on `whose` own work: theirs, or that of everybody with whose
    /// voice they speak. Who stands in for somebody has no other voice than theirs.
    pub(crate) fn is_own_work(&self, party: &PartyKey, whose: impl Fn(PersonId) -> bool) -> bool {
        let Some(actor) = self.actor.person() else { return false };
        let mut voices = self.memberships(party, actor.id).peekable();
        whose(actor.id) || (voices.peek().is_some() && voices.all(|member| whose(member.person)))
    }
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A person of the organisation.
    Person(Person),
    /// Time, by way of the worker (law 16).
    System,
}

impl Actor {
    /// The person who acts, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::System => None,
        }
    }
}

/// A person as the engine knows one. Name and address are elsewhere, in one erasable table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// In which function, such as `hoofd ICT`; kept in the log when the person is erased (law 18).
    pub function: String,
    /// What the organisation lets this person do.
    pub roles: BTreeSet<Role>,
}

/// What a person may do in an organisation, besides what belonging to a party gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Configures funnels, parties and people.
    Administrator,
    /// Starts projects and moves any of them.
    InnovationManager,
    /// Reads every project of the organisation.
    Reader,
}

/// The members of each party at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parties {
    /// Members by party.
    pub members: BTreeMap<PartyKey, Vec<Member>>,
}

impl Parties {
    /// The membership of `person` in `party`.
    #[must_use]
    pub fn membership(&self, party: &PartyKey, person: PersonId) -> Option<Member> {
        self.of(party).iter().copied().find(|m| m.person == person)
    }

    /// The members of `party`.
    #[must_use]
    pub fn of(&self, party: &PartyKey) -> &[Member] {
        self.members.get(party).map_or(&[], Vec::as_slice)
    }
}

/// One member of a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Whether this member speaks for the party where its chair must.
    pub chair: bool,
}

/// What a submission consists of, computed from the draft before `decide` is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The hash that reviews and judgements will name: over the form answers and the files.
    pub hash: Hash,
    /// Everyone who saved the draft, and who submits it.
    pub authors: BTreeSet<PersonId>,
    /// Paths of the form fields that differ from the current revision; all of them at the first.
    pub changed_fields: BTreeSet<FieldPath>,
    /// Whether the set of files differs from the current revision.
    pub files_changed: bool,
    /// The date in the form field that says until when the document counts (law 12), where its kind names one.
    pub ends_on: Option<Date>,
    /// The date on which the document was signed, where its kind is a contract and it was (law 6).
    pub signed_on: Option<Date>,
}
