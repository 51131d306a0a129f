//! From a file in which nothing is wrong to a definition.

mod asked;
mod in_use;

use std::collections::BTreeMap;

use engine::{
    AnswerRule, ArtefactKey, ChangeKey, ClosingDuty, ClosingKey, CriterionKey, Derivation, DutyKey, EvidenceKey,
    FactDefinition, FactKey, FourEyes, Funnel, FunnelKey, KeyError, Label, LevelKey, PartyDefinition, PartyKey, Phase,
    PhaseKey, Places,
};

use crate::condition::{Conditions, fact_kind, value};
use crate::definition::{Definition, FactTexts, Framework, Helps, Origin, Source, Theme, ThemeRef};
use crate::file::{self, Bilingual, File};
use crate::form::Form;

type Converted<T> = Result<T, KeyError>;

/// Converts a file that passed every check. An error means that a check let a wrong key through.
pub(crate) fn definition(file: &File, conditions: &Conditions, forms: &BTreeMap<usize, Form>) -> Converted<Definition> {
    let origins = |themes: &[String], sources: &[String]| Origin {
        themes: themes.iter().filter_map(|theme| theme_ref(theme)).collect(),
        sources: sources.to_vec(),
    };
    let mut definition = Definition {
        funnel: funnel(file, conditions, forms)?,
        version: file.version,
        forms: BTreeMap::new(),
        facts: BTreeMap::new(),
        frameworks: file.frameworks.iter().map(framework).collect(),
        sources: file.sources.iter().map(|s| Source { id: s.id.clone(), name: label(&s.name) }).collect(),
        artefact_origins: BTreeMap::new(),
        criterion_origins: BTreeMap::new(),
        helps: helps(file)?,
    };
    for (a, artefact) in file.artefacts.iter().enumerate() {
        let key = ArtefactKey::parse(&*artefact.id)?;
        if let Some(form) = forms.get(&a) {
            definition.forms.insert(key.clone(), form.clone());
        }
        definition.artefact_origins.insert(key, origins(&artefact.themes, &artefact.sources));
    }
    for criterion in &file.criteria {
        let key = CriterionKey::parse(&*criterion.id)?;
        definition.criterion_origins.insert(key, origins(&criterion.themes, &criterion.sources));
    }
    for fact in &file.facts {
        let level = |l: &file::Level| Ok((LevelKey::parse(&*l.id)?, label(&l.name)));
        let levels = fact.levels.iter().map(level).collect::<Converted<_>>()?;
        definition.facts.insert(FactKey::parse(&*fact.id)?, FactTexts { help: fact.help.as_ref().map(label), levels });
    }
    Ok(definition)
}

fn funnel(file: &File, conditions: &Conditions, forms: &BTreeMap<usize, Form>) -> Converted<Funnel> {
    let phase = |(p, phase): (usize, &file::Phase)| {
        Ok(Phase {
            key: PhaseKey::parse(&*phase.id)?,
            name: label(&phase.name),
            involves: parties(&phase.involves)?,
            live: phase.live,
            gate: phase.gate.as_ref().map(|written| asked::gate(file, p, phase, written, conditions)).transpose()?,
        })
    };
    let artefact = |(a, artefact)| asked::artefact_kind(file, a, artefact, forms.contains_key(&a), conditions);
    let criterion = |(c, criterion)| asked::criterion(criterion, conditions.criteria.get(&c));
    Ok(Funnel {
        key: FunnelKey::parse(&*file.funnel)?,
        name: label(&file.name),
        facts: file.facts.iter().enumerate().map(|(f, written)| fact(written, f, conditions)).collect::<Converted<_>>()?,
        parties: file.parties.iter().map(party).collect::<Converted<_>>()?,
        phases: file.phases.iter().enumerate().map(phase).collect::<Converted<_>>()?,
        artefacts: file.artefacts.iter().enumerate().map(artefact).collect::<Converted<_>>()?,
        criteria: file.criteria.iter().enumerate().map(criterion).collect::<Converted<_>>()?,
        four_eyes: match file.four_eyes {
            file::FourEyes::Strict => FourEyes::Strict,
            file::FourEyes::Relaxed => FourEyes::Relaxed,
        },
        closing: file.closing.iter().enumerate().map(|(c, duty)| closing(duty, c, conditions)).collect::<Converted<_>>()?,
        extra_decision_days: days(file.extra_decision_days),
        contest_days: days(file.contest_days),
        evidence: each(&file.organisation_evidence, in_use::evidence)?,
        duties: each(&file.duties, in_use::duty)?,
        change_kinds: each(&file.change_kinds, in_use::change_kind)?,
        signals: file.signals.as_ref().map(in_use::signals).transpose()?,
        rollout_checks: each(&file.rollout_checks, in_use::rollout_check)?,
        emergency: file.emergency.as_ref().map(in_use::emergency).transpose()?,
        places: Places::default(),
    })
}

/// The help texts that the engine does not need.
fn helps(file: &File) -> Converted<Helps> {
    let mut helps = Helps::default();
    for kind in &file.organisation_evidence {
        if let Some(help) = &kind.help {
            helps.evidence.insert(EvidenceKey::parse(&*kind.id)?, label(help));
        }
    }
    for duty in &file.duties {
        if let Some(help) = &duty.help {
            helps.duties.insert(DutyKey::parse(&*duty.id)?, label(help));
        }
    }
    for kind in &file.change_kinds {
        if let Some(help) = &kind.help {
            helps.change_kinds.insert(ChangeKey::parse(&*kind.id)?, label(help));
        }
    }
    Ok(helps)
}

fn party(party: &file::Party) -> Converted<PartyDefinition> {
    Ok(PartyDefinition {
        key: PartyKey::parse(&*party.id)?,
        name: label(&party.name),
        rule: rule(party.answers),
        coached_by: party.coached_by.as_deref().map(PartyKey::parse).transpose()?,
        recorded_by: parties(&party.recorded_by)?,
        second_reader: party.second_reader.as_deref().map(PartyKey::parse).transpose()?,
    })
}

fn closing(duty: &file::Closing, c: usize, conditions: &Conditions) -> Converted<ClosingDuty> {
    Ok(ClosingDuty {
        key: ClosingKey::parse(&*duty.id)?,
        name: label(&duty.name),
        help: duty.help.as_ref().map(label),
        owner: duty.owner.as_deref().map(PartyKey::parse).transpose()?,
        accepted_by: PartyKey::parse(&*duty.accepted_by)?,
        days: days(duty.days),
        from_phase: duty.from_phase.as_deref().map(PhaseKey::parse).transpose()?,
        when: conditions.closing.get(&c).cloned().unwrap_or_default(),
    })
}

fn fact(fact: &file::Fact, f: usize, conditions: &Conditions) -> Converted<FactDefinition> {
    let derivation = |(d, written): (usize, &file::Derivation)| {
        Ok(Derivation {
            when: conditions.derivations.get(&(f, d)).cloned().unwrap_or_default(),
            value: value(&written.value).ok_or_else(|| KeyError(written.value.to_string()))?,
        })
    };
    Ok(FactDefinition {
        key: FactKey::parse(&*fact.id)?,
        question: label(&fact.question),
        kind: fact_kind(fact),
        heavier: value(&fact.heavier).ok_or_else(|| KeyError(fact.heavier.to_string()))?,
        confirmed_by: fact.confirmed_by.as_deref().map(PartyKey::parse).transpose()?,
        derived: fact.derived.iter().enumerate().map(derivation).collect::<Converted<_>>()?,
    })
}

fn framework(written: &file::Framework) -> Framework {
    let theme = |theme: &file::Theme| Theme { id: theme.id.clone(), name: label(&theme.name) };
    Framework { id: written.id.clone(), name: label(&written.name), themes: written.themes.iter().map(theme).collect() }
}

/// A reference such as `igj-e-health/bestuur`.
pub(crate) fn theme_ref(text: &str) -> Option<ThemeRef> {
    let (framework, theme) = text.split_once('/')?;
    Some(ThemeRef { framework: framework.to_owned(), theme: theme.to_owned() })
}

/// Converts every entry of a list.
fn each<W, T>(written: &[W], one: impl Fn(&W) -> Converted<T>) -> Converted<Vec<T>> {
    written.iter().map(one).collect()
}

fn parties(ids: &[String]) -> Converted<Vec<PartyKey>> {
    ids.iter().map(|id| PartyKey::parse(&**id)).collect()
}

fn rule(rule: file::Rule) -> AnswerRule {
    match rule {
        file::Rule::Any => AnswerRule::Any,
        file::Rule::Chair => AnswerRule::Chair,
        file::Rule::All => AnswerRule::All,
        file::Rule::KOf(k) => AnswerRule::KOf(days(k)),
        file::Rule::Percentage(percent) => AnswerRule::Percentage(u8::try_from(percent).unwrap_or(100)),
    }
}

fn label(text: &Bilingual) -> Label {
    Label { nl: text.nl.clone().unwrap_or_default(), en: text.en.clone().unwrap_or_default() }
}

/// A number that the checks keep within its limit.
fn days(number: u32) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
