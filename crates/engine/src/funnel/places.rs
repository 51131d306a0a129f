//! Where the things of a funnel stand, by key: every check and task looks them up, so a search from the front would make
//! large funnels slow.

use std::cmp::Ordering;
use std::fmt;
use std::sync::OnceLock;

use super::Funnel;

/// The orders of a funnel's lists by key, made when something is looked up first. It only says where to look: what stands
/// there must have the key, so a list that changed since is searched from the front, and nothing wrong is found.
#[derive(Default)]
pub struct Places(OnceLock<Orders>);

struct Orders {
    facts: Vec<usize>,
    parties: Vec<usize>,
    artefacts: Vec<usize>,
    criteria: Vec<usize>,
}

/// A list of the funnel whose things have keys.
#[derive(Clone, Copy)]
pub(super) enum List {
    Facts,
    Parties,
    Artefacts,
    Criteria,
}

impl Funnel {
    /// The thing with this key: the first, where a draft has two.
    pub(super) fn place<'a, T, K: Ord>(&'a self, list: List, all: &'a [T], key: &K, of: fn(&T) -> &K) -> Option<&'a T> {
        let orders = self.places.0.get_or_init(|| Orders {
            facts: order(&self.facts, |fact| &fact.key),
            parties: order(&self.parties, |party| &party.key),
            artefacts: order(&self.artefacts, |kind| &kind.key),
            criteria: order(&self.criteria, |criterion| &criterion.key),
        });
        let order = match list {
            List::Facts => &orders.facts,
            List::Parties => &orders.parties,
            List::Artefacts => &orders.artefacts,
            List::Criteria => &orders.criteria,
        };
        let found = order.binary_search_by(|at| all.get(*at).map_or(Ordering::Less, |one| of(one).cmp(key)));
        let there = found.ok().and_then(|found| all.get(order[found]));
        there.or_else(|| all.iter().find(|one| of(one) == key))
    }
}

fn order<T, K: Ord>(all: &[T], of: fn(&T) -> &K) -> Vec<usize> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| of(&all[*at]));
    order.dedup_by_key(|at| of(&all[*at]));
    order
}

impl Clone for Places {
    /// A copy may be changed before it is asked.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl fmt::Debug for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Places")
    }
}

impl PartialEq for Places {
    /// It says nothing that the lists do not.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Places {}
