//! The shipped funnels: without problems, and summed up so that a change in them is seen.

use std::fmt::Write as _;

use engine::{FactValue, Funnel, Requirement, When, Writer};
use funnel::{Definition, parse, shipped};

fn read(name: &str) -> Definition {
    let (_, source) = shipped::ALL.iter().find(|(known, _)| *known == name).expect("a shipped funnel");
    parse(source).unwrap_or_else(|problems| {
        panic!("{name}:\n{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

/// A shipped funnel that cannot be read would leave a new installation without one.
#[test]
fn every_shipped_funnel_is_without_problems() {
    for (name, _) in shipped::ALL {
        assert_eq!(read(name).funnel.key.as_str(), *name);
    }
}

#[test]
fn every_earlier_version_is_without_problems_and_older() {
    for (name, version, source) in shipped::EARLIER {
        let definition = parse(source).unwrap_or_else(|problems| panic!("{name} {version}: {problems:?}"));
        assert_eq!((definition.funnel.key.as_str(), definition.version), (*name, *version));
        assert!(definition.version < read(name).version, "{name} {version}");
    }
}

/// Who published a version has its text: the same number can never stand for another one. A changed file gets the next
/// number, and then its line in `versions.txt`.
#[test]
fn a_changed_text_is_a_new_version() {
    let shipped = shipped::ALL.iter().map(|(name, source)| (*name, read(name).version, *source));
    let all = shipped.chain(shipped::EARLIER.iter().copied());
    let lines: Vec<_> =
        all.map(|(name, version, source)| format!("{name} {version} {:016x}", fingerprint(source))).collect();
    assert_eq!(lines, include_str!("versions.txt").lines().collect::<Vec<_>>());
}

/// FNV-1a: enough to see that a text is not the same.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_funnel_for_mental_health_care() {
    insta::assert_snapshot!(summary(&read("innovatietrechter-ggz")));
}

#[test]
fn the_funnel_for_small_providers() {
    insta::assert_snapshot!(summary(&read("innovatietrechter-klein")));
}

#[test]
fn the_funnel_for_e_health_in_home_care() {
    insta::assert_snapshot!(summary(&read("set-up-e-health")));
}

/// ICT and clients take part from the first phase on (law 6).
#[test]
fn ict_and_clients_take_part_from_the_start() {
    for (name, _) in shipped::ALL {
        let definition = read(name);
        let first: Vec<_> = definition.funnel.phases[0].involves.iter().map(engine::PartyKey::as_str).collect();
        let clients = ["clienten-naasten", "jongeren-ouders"].iter().any(|party| first.contains(party));
        assert!(first.contains(&"ict") && clients, "{name}: {first:?}");
    }
}

#[test]
fn every_document_and_criterion_says_what_it_answers_and_where_it_comes_from() {
    for (name, _) in shipped::ALL {
        let definition = read(name);
        let origins = definition.artefact_origins.iter().map(|(key, origin)| (key.as_str(), origin));
        let origins = origins.chain(definition.criterion_origins.iter().map(|(key, origin)| (key.as_str(), origin)));
        for (key, origin) in origins {
            assert!(!origin.themes.is_empty() && !origin.sources.is_empty(), "{name} {key}: {origin:?}");
            assert!(origin.themes.iter().all(|theme| definition.theme(theme).is_some()));
            assert!(origin.sources.iter().all(|source| definition.source(source).is_some()));
        }
    }
}

fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

fn summary(definition: &Definition) -> String {
    let mut text = String::new();
    let funnel = &definition.funnel;
    let _ = writeln!(text, "{} version {}", funnel.key, definition.version);
    for fact in &funnel.facts {
        let confirmed = fact.confirmed_by.as_ref().map(|party| format!(", confirmed by {party}")).unwrap_or_default();
        let _ = writeln!(text, "fact {}: {} unless answered{confirmed}", fact.key, value(&fact.heavier));
    }
    for phase in &funnel.phases {
        let _ = writeln!(text, "\nphase {}: {}", phase.key, joined(&phase.involves));
        let Some(gate) = &phase.gate else { continue };
        let rework = joined(&gate.rework_to);
        let (rule, days) = (gate.rule, gate.term_days);
        let _ = writeln!(
            text,
            "  gate {} by {} ({rule:?}) in {days} days: go to {}, rework to {rework}",
            gate.key,
            gate.decided_by,
            gate.go_to.as_ref().map_or("retired", engine::PhaseKey::as_str)
        );
        for requirement in &gate.requirements {
            text.push_str(&needed(definition, requirement));
        }
        for consultation in &gate.consultations {
            let (right, days) = (consultation.right, consultation.term_days);
            let shown = joined(consultation.documents.iter().map(|on| &on.artefact));
            let on = when(&consultation.when);
            let _ = writeln!(text, "    consults {} ({right:?}, {days} days) on {shown}{on}", consultation.body);
        }
        for (criterion, asking) in funnel.asked_at(&gate.key) {
            let on: Vec<_> = asking
                .rests_on
                .iter()
                .map(|on| {
                    if on.fields.is_empty() {
                        on.artefact.to_string()
                    } else {
                        format!("{}[{}]", on.artefact, joined(&on.fields))
                    }
                })
                .chain(asking.organisation_evidence.iter().map(|kind| format!("organisation:{kind}")))
                .collect();
            let legal = if criterion.legal { " LEGAL" } else { "" };
            let on = if on.is_empty() { "own answer".to_owned() } else { on.join(", ") };
            let _ = writeln!(
                text,
                "    asks {}{legal} of {}: {on}{}",
                criterion.key,
                joined(&criterion.parties),
                when(&criterion.when)
            );
        }
    }
    in_use(funnel, &mut text);
    text
}

fn in_use(funnel: &Funnel, text: &mut String) {
    text.push('\n');
    for kind in &funnel.evidence {
        let _ = writeln!(text, "organisation {} by {}, judged by {}", kind.key, joined(&kind.submitted_by), kind.judged_by);
    }
    for duty in &funnel.duties {
        let _ = writeln!(text, "duty {} in {} of {} every {} days", duty.key, duty.phase, duty.party, duty.every_days);
    }
    for kind in &funnel.change_kinds {
        let _ = writeln!(text, "change {} reopens {}; {}", kind.key, joined(&kind.artefacts), joined(&kind.criteria));
    }
    if let Some(signals) = &funnel.signals {
        let _ = writeln!(text, "signals reopen {}, handled by {}", joined(&signals.reopens), signals.handled_by);
    }
    for duty in &funnel.closing {
        let _ = writeln!(text, "closing {} accepted by {} in {} days", duty.key, duty.accepted_by, duty.days);
    }
    for artefact in &funnel.artefacts {
        if let Some(validity) = &artefact.validity {
            let _ = writeln!(
                text,
                "{} counts {:?} days, ends on {:?}, told {} days ahead",
                artefact.key,
                validity.days,
                validity.ends_on.as_ref().map(engine::FieldPath::as_str),
                validity.notice_days
            );
        }
        if let Some(contract) = &artefact.contract {
            let _ = writeln!(text, "{} signed after {} of {}", artefact.key, contract.criterion, contract.party);
        }
    }
}

fn needed(definition: &Definition, requirement: &Requirement) -> String {
    let funnel: &Funnel = &definition.funnel;
    let kind = funnel.artefact(&requirement.artefact).expect("a document of the funnel");
    let writers = kind.written_by.iter().map(|writer| match writer {
        Writer::Lead => "lead".to_owned(),
        Writer::Party(party) => party.to_string(),
    });
    let fields = definition.forms.get(&kind.key).map(|form| form.schema()["x-order"].to_string()).unwrap_or_default();
    let files = kind.files.as_ref().map(|files| format!(", up to {} files", files.at_most)).unwrap_or_default();
    let (stage, on) = (requirement.stage, when(&requirement.when));
    let also = kind.also_reviewed_by.iter().map(|also| format!("{} ({})", also.party, when(&also.when).trim_start()));
    let by = kind.reviewed_by.iter().map(ToString::to_string).chain(also).collect::<Vec<_>>().join(", ");
    format!("    needs {} ({stage:?}) by {}, reviewed by {by}{on}\n      {fields}{files}\n", kind.key, joined(writers))
}

fn when(when: &When) -> String {
    if *when == When::Always { String::new() } else { format!(" when {}", condition(when)) }
}

fn condition(when: &When) -> String {
    let parts = |parts: &[When], word: &str| format!("({})", parts.iter().map(condition).collect::<Vec<_>>().join(word));
    match when {
        When::Always => "always".to_owned(),
        When::All(all) => parts(all, " and "),
        When::Any(any) => parts(any, " or "),
        When::Not(other) => format!("not {}", condition(other)),
        When::Is(fact, is) => format!("{fact} = {}", value(is)),
        When::AtLeast(fact, least) => format!("{fact} ≥ {}", value(least)),
    }
}

fn value(value: &FactValue) -> String {
    match value {
        FactValue::Boolean(yes) => yes.to_string(),
        FactValue::Amount(amount) => amount.to_string(),
        FactValue::Level(level) => level.to_string(),
    }
}
