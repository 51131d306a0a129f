//! Proofs try enough combinations, and conditions mean the same here and in the engine.

use engine::{
    FactAnswer, FactDefinition, FactKey, FactKind, FactValue, FourEyes, Funnel, FunnelKey, Label, LevelKey, PersonId,
    Places, Timestamp, When,
};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use super::*;

fn key(text: &str) -> FactKey {
    FactKey::parse(text).expect("a key")
}

fn level(text: &str) -> FactValue {
    FactValue::Level(LevelKey::parse(text).expect("a key"))
}

fn kinds() -> FactKinds {
    let levels = ["klein", "middel", "groot"].map(|l| LevelKey::parse(l).expect("a key"));
    FactKinds::from([
        ("size".to_owned(), FactKind::Levels(levels.to_vec())),
        ("yes".to_owned(), FactKind::Boolean),
        ("cost".to_owned(), FactKind::Amount),
    ])
}

fn implies(premise: &When, conclusions: &[&When]) -> bool {
    Prover::new(&kinds(), &[]).counterexample(premise, conclusions) == Ok(None)
}

#[test]
fn a_heavier_level_implies_a_lighter_one() {
    let large = When::AtLeast(key("size"), level("groot"));
    let medium = When::AtLeast(key("size"), level("middel"));
    assert!(implies(&large, &[&medium]));
    assert!(!implies(&medium, &[&large]));
}

#[test]
fn conclusions_can_share_the_work() {
    let small = When::Is(key("size"), level("klein"));
    let rest = When::AtLeast(key("size"), level("middel"));
    assert!(implies(&When::Always, &[&small, &rest]));
    assert!(!implies(&When::Always, &[&rest]));
}

#[test]
fn amounts_are_tried_on_both_sides_of_each_threshold() {
    let over = |amount| When::AtLeast(key("cost"), FactValue::Amount(amount));
    assert!(implies(&over(1001), &[&over(1000)]));
    assert!(!implies(&over(999), &[&over(1000)]));
    let between = When::All(vec![over(1000), When::Not(Box::new(over(1002))), When::Not(Box::new(is_cost(1000)))]);
    assert!(implies(&between, &[&is_cost(1001)]));
    assert!(!implies(&When::Not(Box::new(is_cost(5))), &[&over(6)]));
    assert!(implies(&over(i64::MIN), &[&over(i64::MIN)]));
}

fn is_cost(amount: i64) -> When {
    When::Is(key("cost"), FactValue::Amount(amount))
}

/// A project whose costs make it large is never small; where nothing makes it large, it can be anything.
#[test]
fn what_follows_from_other_facts_counts_as_known() {
    let costly = || When::AtLeast(key("cost"), FactValue::Amount(1000));
    let lines = vec![(costly(), level("groot")), (When::Always, level("klein"))];
    let follows = [Follows { fact: key("size"), heavier: level("groot"), lines }];
    let kinds = kinds();
    let implied =
        |premise: &When, conclusion: &When| Prover::new(&kinds, &follows).counterexample(premise, &[conclusion]) == Ok(None);
    let large = When::AtLeast(key("size"), level("groot"));
    assert!(implied(&costly(), &large));
    assert!(!implied(&large, &costly()));
    assert!(!implied(&When::Is(key("yes"), FactValue::Boolean(true)), &large));
    assert!(implied(&When::Is(key("size"), level("klein")), &When::Not(Box::new(costly()))));
}

#[test]
fn the_work_for_one_file_is_limited() {
    let kinds = kinds();
    let mut prover = Prover { kinds: &kinds, follows: &[], left: 3 };
    let yes = When::Is(key("yes"), FactValue::Boolean(true));
    assert!(prover.counterexample(&yes, &[]).is_ok());
    assert_eq!(prover.counterexample(&yes, &[]), Err(TooMany));
}

/// A funnel with these facts and nothing else.
fn funnel() -> Funnel {
    let label = || Label { nl: "a".to_owned(), en: "b".to_owned() };
    let fact = |(name, kind): (String, FactKind)| {
        let heavier = match &kind {
            FactKind::Boolean => FactValue::Boolean(true),
            FactKind::Amount => FactValue::Amount(0),
            FactKind::Levels(_) => level("groot"),
        };
        FactDefinition { key: key(&name), question: label(), kind, heavier, confirmed_by: None, derived: Vec::new() }
    };
    Funnel {
        four_eyes: FourEyes::Strict,
        closing: Vec::new(),
        evidence: Vec::new(),
        contest_days: 10,
        duties: Vec::new(),
        change_kinds: Vec::new(),
        signals: None,
        rollout_checks: Vec::new(),
        places: Places::default(),
        emergency: None,
        extra_decision_days: 10,
        key: FunnelKey::parse("f").expect("a key"),
        name: label(),
        facts: kinds().into_iter().map(fact).collect(),
        parties: Vec::new(),
        phases: Vec::new(),
        artefacts: Vec::new(),
        criteria: Vec::new(),
    }
}

fn values() -> impl Strategy<Value = (FactValue, FactValue, FactValue)> {
    (select(vec![level("klein"), level("middel"), level("groot")]), any::<bool>(), -3..8_i64)
        .prop_map(|(size, yes, cost)| (size, FactValue::Boolean(yes), FactValue::Amount(cost)))
}

fn conditions() -> impl Strategy<Value = When> {
    let leaf = (values(), 0..3_usize, any::<bool>()).prop_map(|((size, yes, cost), fact, is)| {
        let facts: [(&str, FactValue); 3] = [("size", size), ("yes", yes), ("cost", cost)];
        let (fact, value) = facts[fact].clone();
        if is { When::Is(key(fact), value) } else { When::AtLeast(key(fact), value) }
    });
    leaf.prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(When::All),
            proptest::collection::vec(inner.clone(), 0..3).prop_map(When::Any),
            inner.prop_map(|when| When::Not(Box::new(when))),
        ]
    })
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    /// What is proved here is what the engine does: no project with these answers contradicts a proof.
    #[test]
    fn proofs_agree_with_the_engine(premise in conditions(), conclusion in conditions(), (size, yes, cost) in values()) {
        let kinds = kinds();
        let mut prover = Prover::new(&kinds, &[]);
        let (size_key, yes_key, cost_key) = (key("size"), key("yes"), key("cost"));
        let assignment = Assignment::from([(&size_key, size), (&yes_key, yes), (&cost_key, cost)]);
        let answer = |value: &FactValue| FactAnswer {
            value: value.clone(),
            by: PersonId(Uuid::nil()),
            at: Timestamp(0),
            confirmed: true,
        };
        let answers = assignment.iter().map(|(fact, value)| ((*fact).clone(), answer(value))).collect();
        let funnel = funnel();
        prop_assert_eq!(prover.holds(&premise, &assignment), funnel.holds(&premise, &answers));
        let proved = prover.counterexample(&premise, &[&conclusion]).expect("three facts are few").is_none();
        if proved && funnel.holds(&premise, &answers) {
            prop_assert!(funnel.holds(&conclusion, &answers));
        }
    }
}
