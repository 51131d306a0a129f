//! Makes a care provider in an empty database: its people, its parties, and the shipped funnel.

use std::collections::{BTreeMap, BTreeSet};

use engine::{FunnelVersionId, OrganisationId, PartyKey, PersonId, Role};
use persistence::{AccountId, Limit, NewOrganisation, NewParty, NewPerson, Principal, Store, Text};

/// Somebody of a provider.
#[derive(Clone, Copy, Debug)]
pub struct Cast {
    /// The name in the tests; the address is this name at the provider's domain.
    pub name: &'static str,
    /// Parties; one with a star before it is chaired.
    pub parties: &'static [&'static str],
    /// Roles.
    pub roles: &'static [Role],
    /// `nl` or `en`.
    pub language: &'static str,
}

/// A provider to make.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Behind the at-sign of its people.
    pub domain: &'a str,
    /// Stands in every name and function; empty for none.
    pub mark: &'a str,
    /// Its people.
    pub people: &'a [Cast],
    /// The hash of everybody's password; without one nobody has an account.
    pub password_hash: Option<&'a str>,
    /// Who has no account all the same, as the people of a council.
    pub without_account: &'a [&'a str],
}

/// A provider that was made.
#[derive(Clone, Debug)]
pub struct Settled {
    /// Which.
    pub organisation: OrganisationId,
    /// The shipped funnel.
    pub funnel: FunnelVersionId,
    /// Its people by their names in the tests.
    pub people: BTreeMap<&'static str, Settler>,
    /// Who belongs to each party, in the order of the plan.
    pub members: BTreeMap<&'static str, Vec<&'static str>>,
}

/// One of the people.
#[derive(Clone, Debug)]
pub struct Settler {
    /// Who acts.
    pub principal: Principal,
    /// With which account, if there is one.
    pub account: Option<AccountId>,
    /// The address.
    pub email: String,
}

impl Settler {
    /// Which person.
    #[must_use]
    pub fn id(&self) -> PersonId {
        self.principal.person().expect("a person")
    }
}

impl Settled {
    /// One of the people.
    #[must_use]
    pub fn who(&self, name: &str) -> &Settler {
        self.people.get(name).unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// Who belongs to a party; nobody to one that this provider lacks.
    #[must_use]
    pub fn members(&self, party: &str) -> &[&'static str] {
        self.members.get(party).map_or(&[], Vec::as_slice)
    }

    /// Whose address it is.
    #[must_use]
    pub fn whose(&self, address: &str) -> Option<&'static str> {
        self.people.iter().find(|(_, settler)| settler.email == address).map(|(name, _)| *name)
    }

    /// The cookie of somebody who is signed in, without hashing a password. The server is reached over plain HTTP.
    pub async fn cookie(&self, store: &Store, name: &str) -> String {
        let settler = self.who(name);
        let expires = engine::Timestamp(store.now().at.0 + 12 * 3_600_000_000);
        let account = settler.account.expect("an account");
        let token = store.create_session(account, self.organisation, settler.id(), expires).await.expect("a session");
        format!("trechter={}", token.as_str())
    }
}

/// A short text.
#[must_use]
pub fn text(value: &str) -> Text {
    Text::parse(value, Limit::Name).expect("a short text")
}

/// Makes the provider, with the first part of the shipped funnel.
pub async fn settle(store: &Store, plan: &Plan<'_>) -> Settled {
    settle_with(store, plan, funnel::shipped::FIRST_PART.1).await
}

/// Makes the provider with this funnel.
pub async fn settle_with(store: &Store, plan: &Plan<'_>, source: &str) -> Settled {
    let organisation = store
        .create_organisation(NewOrganisation { name: text(plan.name), phone: text("030 000 00 00"), language: "nl".into() })
        .await
        .expect("an organisation");
    let funnel = store.publish_funnel(organisation, source).await.expect("the funnel");
    let definition = store.definition(organisation, funnel).await.expect("the funnel");
    for party in &definition.funnel.parties {
        let name = |label: &str| text(&format!("{label}{}", plan.mark));
        let new = NewParty { key: party.key.clone(), name_nl: name(&party.name.nl), name_en: name(&party.name.en) };
        store.create_party(organisation, new).await.expect("a party");
    }
    let (mut people, mut members) = (BTreeMap::new(), BTreeMap::<_, Vec<_>>::new());
    for cast in plan.people {
        let settler = person(store, organisation, plan, cast).await;
        for party in cast.parties {
            let name = party.trim_start_matches('*');
            members.entry(name).or_default().push(cast.name);
            let key = PartyKey::parse(name).expect("a key");
            store.set_member(organisation, &key, settler.id(), party.starts_with('*')).await.expect("a member");
        }
        people.insert(cast.name, settler);
    }
    Settled { organisation, funnel, people, members }
}

async fn person(store: &Store, organisation: OrganisationId, plan: &Plan<'_>, cast: &Cast) -> Settler {
    let address = Text::parse(&format!("{}@{}", cast.name, plan.domain), Limit::Address).expect("an address");
    let account = match plan.password_hash.filter(|_| !plan.without_account.contains(&cast.name)) {
        Some(hash) => Some(store.create_account(&address, hash).await.expect("an account")),
        None => None,
    };
    let (roles, function): (BTreeSet<Role>, _) =
        (cast.roles.iter().copied().collect(), format!("function of {}{}", cast.name, plan.mark));
    let new = NewPerson {
        account,
        name: text(&format!("Test {}{}", cast.name, plan.mark)),
        email: address.clone(),
        function: text(&function),
        roles: roles.clone(),
        language: cast.language.into(),
    };
    let id = store.create_person(organisation, new).await.expect("a person");
    let actor = engine::Actor::Person(engine::Person { id, function, roles });
    Settler { principal: Principal { organisation, actor }, account, email: address.as_str().to_owned() }
}
