//! Terms are possible, and fit in the round that asks them.

use engine::limits::TERM_DAYS;

use crate::check::Check;
use crate::file::{Artefact, Consultation, File, Gate, Right, Rule};
use crate::limits::{AGE_DAYS, MEMBERS};
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    for (p, party) in file.parties.iter().enumerate() {
        quorum(party.answers, &Path::of("parties").at(p).key("answers"), findings);
    }
    for (p, phase) in file.phases.iter().enumerate() {
        if let Some(gate) = &phase.gate {
            of_gate(file, gate, &Path::of("phases").at(p).key("gate"), findings);
        }
    }
    term(file.extra_decision_days, TERM_DAYS, &Path::of("extra_decision_days"), findings);
    term(file.contest_days, TERM_DAYS, &Path::of("contest_days"), findings);
    for (c, closing) in file.closing.iter().enumerate() {
        term(closing.days, TERM_DAYS, &Path::of("closing").at(c).key("days"), findings);
    }
    for (a, artefact) in file.artefacts.iter().enumerate() {
        of_document(artefact, &Path::of("artefacts").at(a), findings);
    }
    in_use(file, findings);
}

fn of_document(artefact: &Artefact, path: &Path, findings: &mut Findings<'_>) {
    term(artefact.review_days, TERM_DAYS, &path.key("review_days"), findings);
    if let Some(days) = artefact.valid_days {
        term(days, AGE_DAYS, &path.key("valid_days"), findings);
    }
    let Some(notice) = artefact.notice_days else { return };
    term(notice, AGE_DAYS, &path.key("notice_days"), findings);
    match artefact.valid_days {
        // Its writers would hear of the end as soon as they submit it.
        Some(valid) if notice >= valid && is_possible(notice, AGE_DAYS) && is_possible(valid, AGE_DAYS) => {
            findings.report(&path.key("notice_days"), Check::NoticeDoesNotFit { notice_days: notice, valid_days: valid });
        }
        None if artefact.ends_on.is_none() => {
            findings.report(&path.key("notice_days"), Check::NoticeOfNothing { artefact: artefact.id.clone() });
        }
        _ => {}
    }
}

/// A body has its term within the round; waiting follows a response to advice.
fn of_body(consultation: &Consultation, gate: &Gate, path: &Path, findings: &mut Findings<'_>) {
    let days = consultation.term_days;
    term(days, TERM_DAYS, &path.key("term_days"), findings);
    if days > gate.term_days && is_possible(days, TERM_DAYS) && is_possible(gate.term_days, TERM_DAYS) {
        let (consultation, gate_id) = (consultation.id.clone(), gate.id.clone());
        let check = Check::ConsultationDoesNotFit { consultation, days, gate: gate_id, term_days: gate.term_days };
        findings.report(&path.key("term_days"), check);
    }
    let waiting = consultation.waiting_days;
    if waiting > 0 {
        term(waiting, AGE_DAYS, &path.key("waiting_days"), findings);
        if consultation.right != Right::Advice {
            findings.report(&path.key("waiting_days"), Check::WaitingWithoutAdvice {});
        }
    }
}

fn in_use(file: &File, findings: &mut Findings<'_>) {
    for (e, kind) in file.organisation_evidence.iter().enumerate() {
        if let Some(days) = kind.valid_days {
            term(days, AGE_DAYS, &Path::of("organisation_evidence").at(e).key("valid_days"), findings);
        }
    }
    for (d, duty) in file.duties.iter().enumerate() {
        term(duty.every_days, AGE_DAYS, &Path::of("duties").at(d).key("every_days"), findings);
    }
    for (c, kind) in file.change_kinds.iter().enumerate() {
        term(kind.term_days, TERM_DAYS, &Path::of("change_kinds").at(c).key("term_days"), findings);
    }
    if let Some(signals) = &file.signals {
        term(signals.term_days, TERM_DAYS, &Path::of("signals").key("term_days"), findings);
    }
    if let Some(emergency) = &file.emergency {
        term(emergency.term_days, TERM_DAYS, &Path::of("emergency").key("term_days"), findings);
    }
}

fn of_gate(file: &File, gate: &Gate, path: &Path, findings: &mut Findings<'_>) {
    term(gate.term_days, TERM_DAYS, &path.key("term_days"), findings);
    if let Some(days) = gate.recurs_after_days {
        term(days, AGE_DAYS, &path.key("recurs_after_days"), findings);
    }
    if let Some(rule) = gate.decides {
        quorum(rule, &path.key("decides"), findings);
    }
    for (n, consultation) in gate.consultations.iter().enumerate() {
        of_body(consultation, gate, &path.key("consultations").at(n), findings);
    }
    for (n, need) in gate.needs.iter().enumerate() {
        let path = path.key("needs").at(n);
        if let Some(age) = need.maximum_age_days {
            term(age, AGE_DAYS, &path.key("maximum_age_days"), findings);
        }
        let Some(artefact) = file.artefacts.iter().find(|artefact| artefact.id == need.artefact) else { continue };
        // With as many days as the round has, nothing is left to write the document.
        let fits = artefact.review_days < gate.term_days;
        if !fits && is_possible(artefact.review_days, TERM_DAYS) && is_possible(gate.term_days, TERM_DAYS) {
            let check = Check::TermDoesNotFit {
                artefact: artefact.id.clone(),
                review_days: artefact.review_days,
                gate: gate.id.clone(),
                term_days: gate.term_days,
            };
            findings.report(&path.key("artefact"), check);
        }
    }
}

/// A rule that some party can meet (law 7).
fn quorum(rule: Rule, path: &Path, findings: &mut Findings<'_>) {
    let possible = match rule {
        Rule::KOf(k) => (1..=MEMBERS).contains(&k),
        Rule::Percentage(percent) => (1..=100).contains(&percent),
        Rule::Any | Rule::Chair | Rule::All => true,
    };
    if !possible {
        findings.report(path, Check::QuorumOutOfRange { members: MEMBERS });
    }
}

fn is_possible(days: u32, limit: u16) -> bool {
    (1..=u32::from(limit)).contains(&days)
}

fn term(days: u32, limit: u16, path: &Path, findings: &mut Findings<'_>) {
    if !is_possible(days, limit) {
        findings.report(path, Check::TermOutOfRange { days, limit });
    }
}
