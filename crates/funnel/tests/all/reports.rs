//! The reports: coverage, burden, and what a new version changes.

use std::collections::BTreeMap;

use engine::{FactDefinition, FactKind, FactValue, LevelKey};
use funnel::{ActKind, Burden, By, Definition, Facts, Load, burden, coverage, diff, load, parse, shipped};

const SMALL: &str = include_str!("small.yaml");

fn small() -> Definition {
    parse(SMALL).expect("nothing is wrong with it")
}

fn read(name: &str) -> Definition {
    let (_, source) = shipped::ALL.iter().find(|(known, _)| *known == name).expect("a shipped funnel");
    parse(source).expect("nothing is wrong with it")
}

fn acts(load: &Load) -> Vec<String> {
    load.acts.iter().map(|act| format!("{} {:?} {} {}", act.gate, act.kind, act.about, act.by)).collect()
}

#[test]
fn coverage_names_what_answers_each_theme_and_what_nothing_answers() {
    let source = SMALL.replacen("sources:\n", "      - id: snel\n        name: { nl: Snel, en: Fast }\nsources:\n", 1);
    let covered = coverage(&parse(&source).expect("another theme"));
    let [framework] = covered.as_slice() else { panic!("one framework: {covered:?}") };
    assert_eq!((framework.id.as_str(), framework.covered(), framework.themes.len()), ("kader", 1, 2));
    let [safe, fast] = framework.themes.as_slice() else { panic!("two themes") };
    assert_eq!(safe.artefacts.iter().map(ToString::to_string).collect::<Vec<_>>(), ["plan"]);
    assert_eq!(safe.criteria.iter().map(ToString::to_string).collect::<Vec<_>>(), ["past"]);
    assert!(safe.is_covered() && !fast.is_covered());
}

#[test]
fn every_act_of_the_small_funnel_is_counted_once() {
    let burdens = burden(&small());
    let [light, heavy] = burdens.as_slice() else { panic!("two levels: {burdens:?}") };
    assert_eq!(light.level.as_ref().map(LevelKey::as_str), Some("klein"));
    let always = [
        "g0 Confirmation impact ict",
        "g0 Submission plan lead",
        // With the answer on `past`, which rests on the plan alone.
        "g0 Review plan zorg",
        "g0 Judgement vroeg ict",
        "g0 Judgement eigen ict",
        "g0 Decision g0 zorg",
    ];
    assert_eq!(acts(&light.least), [&always[..], &["g1 Judgement past zorg", "g1 Decision g1 raad"]].concat());
    assert_eq!(light.least.criteria.len(), 3);
    let assessed = ["g1 Submission toets ict", "g1 Review toets zorg", "g1 Review toets raad"];
    // Costs make the assessment needed, whatever the impact.
    let costly = [&always[..], &assessed, &["g1 Judgement past zorg", "g1 Decision g1 raad"]].concat();
    assert_eq!(acts(&light.most), costly);
    let rest = [
        "g1 Judgement past zorg",
        "g1 Judgement kan ict",
        "g1 Advice advies raad",
        "g1 Response advies lead",
        "g1 Decision g1 raad",
    ];
    assert_eq!(acts(&heavy.most), [&always[1..], &assessed, &rest].concat());
    assert_eq!(acts(&heavy.least), acts(&heavy.most));
    assert_eq!(heavy.most.criteria.len(), 4);
}

#[test]
fn the_parties_share_all_acts_and_minutes() {
    for (name, _) in shipped::ALL {
        for Burden { least, most, .. } in burden(&read(name)) {
            for load in [least, most] {
                let shared: BTreeMap<By, _> = load.by_party();
                let sum = load.sum();
                assert_eq!(shared.values().map(|sum| sum.acts).sum::<usize>(), sum.acts);
                assert_eq!(shared.values().map(|sum| sum.minutes).sum::<u32>(), sum.minutes);
                assert!(shared.contains_key(&By::Lead) && sum.minutes > 0);
            }
        }
    }
}

/// The figures of the shipped funnels.
fn figures(name: &str) -> Vec<String> {
    let line = |burden: Burden| {
        let side = |load: &Load| {
            let (sum, kinds) = (load.sum(), [ActKind::Submission, ActKind::Review, ActKind::Judgement]);
            let kinds = kinds.map(|kind| load.of_kind(kind).to_string()).join("+");
            format!("{} criteria {} acts ({kinds}) {} minutes", load.criteria.len(), sum.acts, sum.minutes)
        };
        let level = burden.level.map(|level| level.to_string()).unwrap_or_default();
        format!("{level}: {} to {}", side(&burden.least), side(&burden.most))
    };
    burden(&read(name)).into_iter().map(line).collect()
}

#[test]
fn the_burden_of_the_shipped_funnels() {
    let all: Vec<_> = shipped::ALL.iter().map(|(name, _)| format!("{name}\n  {}", figures(name).join("\n  "))).collect();
    insta::assert_snapshot!(all.join("\n"));
}

fn told(old: &str, new: &str) -> Vec<(String, String)> {
    let (old, new) = (parse(old).expect("the old one"), parse(new).expect("the new one"));
    diff(&old, &new).into_iter().map(|label| (label.nl, label.en)).collect()
}

/// What the demo organisation reads before it moves its projects on.
#[test]
fn what_the_funnel_for_mental_health_care_changed_for_small_projects() {
    let earlier = shipped::EARLIER.iter().find(|(name, ..)| *name == "innovatietrechter-ggz").expect("an earlier version");
    let told = diff(&parse(earlier.2).expect("right"), &read("innovatietrechter-ggz"));
    insta::assert_snapshot!(told.iter().map(|label| format!("{}\n{}", label.nl, label.en)).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_same_funnel_has_no_differences() {
    assert_eq!(told(SMALL, SMALL), []);
    assert_eq!(told(SMALL, &SMALL.replacen("version: 1", "version: 2", 1)), []);
}

#[test]
fn each_difference_is_told_in_both_languages() {
    let cases = [
        (
            "legal: true",
            "legal: false",
            "Voorwaarde `kan`: of de wet het vraagt was ja en is nu nee.",
            "Criterion `kan`: whether the law asks it was yes and is now no.",
        ),
        (
            "term_days: 20",
            "term_days: 25",
            "Fase `start`, het beslismoment: de termijn in dagen was 20 en is nu 25.",
            "Phase `start`, the gate: the term in days was 20 and is now 25.",
        ),
        (
            "reviewed_by: [zorg, raad]",
            "reviewed_by: [zorg]",
            "Document `toets`: wie beoordeelt: eruit `raad`.",
            "Document `toets`: who reviews it: removed `raad`.",
        ),
        (
            "when: { fact: impact, at_least: groot }",
            "when: { all: [{ fact: impact, at_least: groot }, { fact: amount, at_least: 1 }] }",
            "Voorwaarde `kan`: wanneer het geldt was `impact` is ten minste groot en is nu (`impact` is ten minste groot en `amount` is ten minste 1).",
            "Criterion `kan`: when it is on was `impact` is at least groot and is now (`impact` is at least groot and `amount` is at least 1).",
        ),
        (
            "{ nl: Wat kost het?, en:",
            "{ nl: Hoe duur?, en:",
            "Kenmerk `amount`: de vraag was “Wat kost het?” en is nu “Hoe duur?”.",
            "Fact `amount`: the question was “What does it cost?” and is now “What does it cost?”.",
        ),
        (
            "  hear: [zorg, ict]",
            "  hear: [ict]",
            "De trechter, gebruik in een noodgeval: wie gehoord wordt: eruit `zorg`.",
            "The funnel, emergency use: who is heard: removed `zorg`.",
        ),
        (
            "      at_most: 3\n",
            "      at_most: 4\n",
            "Document `toets`: de bestanden was (hoogstens 3, soorten `application/pdf`, `image/png`, verplicht ja) en is nu (hoogstens 4, soorten `application/pdf`, `image/png`, verplicht ja).",
            "Document `toets`: the files was (at most 3, kinds `application/pdf`, `image/png`, required yes) and is now (at most 4, kinds `application/pdf`, `image/png`, required yes).",
        ),
    ];
    for (from, to, nl, en) in cases {
        let told = told(SMALL, &SMALL.replacen(from, to, 1));
        assert_eq!(told, [(nl.to_owned(), en.to_owned())], "{from:?} to {to:?}");
    }
}

#[test]
fn what_came_and_went_is_told() {
    let other = SMALL.replacen("  - id: eigen\n", "  - id: ander\n", 1);
    let told = told(SMALL, &other);
    let dutch: Vec<_> = told.iter().map(|(nl, _)| nl.as_str()).collect();
    assert_eq!(dutch, ["Nieuw: voorwaarde `ander`, “Is er tijd?”.", "Vervallen: voorwaarde `eigen`."]);
}

#[test]
fn fields_of_a_form_that_changed_are_told() {
    let other = SMALL.replacen("maxLength: 1000", "maxLength: 500", 1).replacen("        size:\n", "        maat:\n", 1);
    let told = told(SMALL, &other);
    let english: Vec<_> = told.iter().map(|(_, en)| en.as_str()).collect();
    let expected = [
        "Form of `plan`: field `goal` changed.",
        "Form of `plan`: field `maat` is new.",
        "Form of `plan`: field `size` was removed.",
    ];
    assert_eq!(english, expected);
}

#[test]
fn the_shipped_funnels_differ_in_words_that_end_as_sentences() {
    let (small, home) = (read("innovatietrechter-klein"), read("set-up-e-health"));
    let told = diff(&small, &home);
    assert!(told.len() > 100, "{}", told.len());
    for label in told {
        assert!(label.nl.ends_with('.') && label.en.ends_with('.') && label.nl != label.en, "{label:?}");
    }
}

/// `docs/derived-funnels.md` leaves no theme out.
#[test]
fn the_shipped_funnels_answer_every_theme_they_name() {
    for (name, _) in shipped::ALL {
        for framework in coverage(&read(name)) {
            let open: Vec<_> = framework.themes.iter().filter(|theme| !theme.is_covered()).map(|theme| &theme.id).collect();
            assert!(open.is_empty() && !framework.themes.is_empty(), "{name}, {}: {open:?}", framework.id);
        }
    }
}

/// A project of this level in which these facts hold and no other.
fn project(definition: &Definition, level: &str, on: &[&str]) -> Facts {
    let value = |fact: &FactDefinition| match fact.kind {
        FactKind::Levels(_) => FactValue::Level(LevelKey::parse(level).expect("a key")),
        FactKind::Boolean => FactValue::Boolean(on.contains(&fact.key.as_str())),
        FactKind::Amount => FactValue::Amount(0),
    };
    definition.funnel.facts.iter().map(|fact| (fact.key.clone(), value(fact))).collect()
}

/// The projects in the tables of `docs/derived-funnels.md`.
#[test]
fn the_tables_of_the_derived_funnels_hold_these_figures() {
    const USED: [&str; 2] = ["personal_data", "for_clients_or_clinicians"];
    let exchange = ["exchanges_with_partners", "uses_chat_or_social_media", "has_council"];
    let record = ["integrates_with_epd", "client_device_needed", "subsidised", "affects_staff_work"];
    let (whole, small, home) = ("innovatietrechter-ggz", "innovatietrechter-klein", "set-up-e-health");
    let cases = [
        (whole, "klein", vec![], 23),
        (whole, "klein", USED.to_vec(), 30),
        (small, "klein", vec![], 19),
        (small, "klein", USED.to_vec(), 25),
        (small, "klein", [&USED[..], &["has_fg", "has_council"]].concat(), 27),
        (small, "middel", [&USED[..], &exchange].concat(), 41),
        (home, "klein", vec![], 19),
        (home, "klein", USED.to_vec(), 26),
        (home, "middel", [&USED[..], &record].concat(), 67),
    ];
    let table = include_str!("../../../../docs/derived-funnels.md");
    for (name, level, on, acts) in cases {
        let definition = read(name);
        let counted = load(&definition, &project(&definition, level, &on)).sum().acts;
        assert_eq!(counted, acts, "{name} {level} {on:?}");
        assert!(table.contains(&format!("**{acts}**")), "{acts}");
    }
    for (name, acts) in [(whole, 119), (small, 50), (home, 84)] {
        assert_eq!(burden(&read(name)).last().map(|large| large.most.sum().acts), Some(acts), "{name}");
        assert!(table.contains(&format!("**{acts}**")), "{acts}");
    }
}

/// What the design asks: a small project at most 10 criteria and 30 acts, a large one at most 130 acts.
#[test]
fn small_projects_stay_small_and_large_ones_possible() {
    for (name, _) in shipped::ALL {
        let burdens = burden(&read(name));
        let (small, large) = (burdens.first().expect("a level"), burdens.last().expect("a level"));
        let (criteria, acts) = (small.most.criteria.len(), small.most.sum().acts);
        assert!(criteria <= 10 && acts <= 30, "{name}: {criteria} criteria, {acts} acts");
        assert!(large.most.sum().acts <= 130, "{name}: {:?}", large.most.sum());
    }
}

/// A light track asks less, and never less than the law: every legal criterion of a funnel is on or off by facts that a
/// party confirms, never by the impact alone.
#[test]
fn the_light_track_leaves_no_legal_criterion_out() {
    for (name, _) in shipped::ALL {
        let definition = read(name);
        let used = project(&definition, "klein", &["personal_data", "for_clients_or_clinicians"]);
        let asked = load(&definition, &used).criteria;
        let legal = ["client-risico", "privacy", "hulpmiddel", "verwerker", "proef-veilig", "deelname-vrij", "nen7510"];
        for key in legal {
            assert!(asked.iter().any(|criterion| criterion.as_str() == key), "{name} asks {key} of a small project");
        }
    }
}
