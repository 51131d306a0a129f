//! From a file in which nothing is wrong to a definition.

use std::collections::BTreeMap;

use engine::{
    AnswerRule, ArtefactKey, ArtefactKind, Asking, ClosingDuty, ClosingKey, Criterion, CriterionKey, Derivation,
    FactDefinition, FactKey, FieldPath, FilePolicy, FourEyes, Funnel, FunnelKey, Gate, GateKey, KeyError, Label, LevelKey,
    PartyDefinition, PartyKey, Phase, PhaseKey, Proof, Requirement, RestsOn, Stage, When, Writer,
};

use crate::checks::{LEAD, RETIRED};
use crate::condition::{Conditions, fact_kind, value};
use crate::definition::{Definition, FactTexts, Framework, Origin, Source, Theme, ThemeRef};
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
            gate: phase.gate.as_ref().map(|written| gate(file, p, phase, written, conditions)).transpose()?,
        })
    };
    let artefact = |(a, artefact)| artefact_kind(file, artefact, forms.contains_key(&a));
    let criterion = |(c, criterion)| self::criterion(criterion, conditions.criteria.get(&c));
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
    })
}

fn party(party: &file::Party) -> Converted<PartyDefinition> {
    Ok(PartyDefinition {
        key: PartyKey::parse(&*party.id)?,
        name: label(&party.name),
        rule: rule(party.answers),
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

fn gate(file: &File, p: usize, phase: &file::Phase, gate: &file::Gate, conditions: &Conditions) -> Converted<Gate> {
    let decided_by = gate.decided_by.clone().unwrap_or_default();
    let own = file.parties.iter().find(|party| party.id == decided_by).map_or(file::Rule::Any, |party| party.answers);
    // Its own phase comes first: going on working is the nearest rework.
    let earlier = gate.rework_to.iter().filter(|to| **to != phase.id);
    let rework_to = std::iter::once(&phase.id).chain(earlier).map(|to| PhaseKey::parse(&**to));
    let requirement = |(n, need): (usize, &file::Need)| {
        Ok(Requirement {
            artefact: ArtefactKey::parse(&*need.artefact)?,
            stage: match need.stage {
                file::Stage::Concept => Stage::Concept,
                file::Stage::Final => Stage::Final,
            },
            maximum_age_days: need.maximum_age_days.map(days),
            deferrable: need.deferrable,
            when: conditions.needs.get(&(p, n)).cloned().unwrap_or_default(),
        })
    };
    Ok(Gate {
        key: GateKey::parse(&*gate.id)?,
        name: label(&gate.name),
        question: label(&gate.question),
        decided_by: PartyKey::parse(decided_by)?,
        rule: rule(gate.decides.unwrap_or(own)),
        go_to: Some(&gate.go_to).filter(|to| *to != RETIRED).map(|to| PhaseKey::parse(&**to)).transpose()?,
        stop_to: gate.stop_to.as_deref().map(PhaseKey::parse).transpose()?,
        recurs_after_days: gate.recurs_after_days.map(days),
        rework_to: rework_to.collect::<Converted<_>>()?,
        term_days: days(gate.term_days),
        requirements: gate.needs.iter().enumerate().map(requirement).collect::<Converted<_>>()?,
    })
}

fn artefact_kind(file: &File, artefact: &file::Artefact, has_form: bool) -> Converted<ArtefactKind> {
    let writer = |id: &String| Ok(if id == LEAD { Writer::Lead } else { Writer::Party(PartyKey::parse(&**id)?) });
    let policy = |files: &file::Files| FilePolicy {
        required: files.required,
        at_most: days(files.at_most),
        media_types: files.types.iter().map(|kind| kind.media_type().to_owned()).collect(),
    };
    let evidence = file.criteria.iter().flat_map(|c| &c.asked_at).flat_map(|asking| &asking.rests_on);
    let fields = evidence.filter(|rests_on| rests_on.artefact == artefact.id).flat_map(|rests_on| &rests_on.fields);
    let mut named_fields = fields.map(|path| FieldPath::parse(&**path)).collect::<Converted<Vec<_>>>()?;
    named_fields.sort();
    named_fields.dedup();
    Ok(ArtefactKind {
        key: ArtefactKey::parse(&*artefact.id)?,
        name: label(&artefact.name),
        help: label(&artefact.help),
        written_by: artefact.written_by.iter().map(writer).collect::<Converted<_>>()?,
        reviewed_by: parties(&artefact.reviewed_by)?,
        review_days: days(artefact.review_days),
        has_form,
        files: artefact.files.as_ref().map(policy),
        named_fields,
    })
}

fn criterion(criterion: &file::Criterion, when: Option<&When>) -> Converted<Criterion> {
    let rests_on = |evidence: &file::Evidence| {
        let fields = evidence.fields.iter().map(|path| FieldPath::parse(&**path)).collect::<Converted<_>>()?;
        Ok(RestsOn { artefact: ArtefactKey::parse(&*evidence.artefact)?, fields })
    };
    let asking = |asking: &file::Asking| {
        Ok(Asking {
            gate: GateKey::parse(&*asking.gate)?,
            proof: match asking.proof {
                file::Proof::Paper => Proof::Paper,
                file::Proof::Practice => Proof::Practice,
            },
            rests_on: asking.rests_on.iter().map(rests_on).collect::<Converted<_>>()?,
        })
    };
    Ok(Criterion {
        key: CriterionKey::parse(&*criterion.id)?,
        question: label(&criterion.question),
        help: label(&criterion.help),
        asked_at: criterion.asked_at.iter().map(asking).collect::<Converted<_>>()?,
        parties: parties(&criterion.parties)?,
        blocking: criterion.blocking,
        legal: criterion.legal,
        deferrable: criterion.deferrable,
        waivable_by: criterion.waivable_by.as_deref().map(PartyKey::parse).transpose()?,
        not_applicable_allowed: criterion.not_applicable_allowed,
        when: when.cloned().unwrap_or_default(),
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
