//! What use asks can be done: evidence of the organisation is judged by somebody else than it is from (law 5), changes and
//! signals open something and are handled by somebody (law 12), emergency use is heard (law 15).

use crate::check::Check;
use crate::file::File;
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    for (e, kind) in file.organisation_evidence.iter().enumerate() {
        let path = Path::of("organisation_evidence").at(e);
        if kind.submitted_by.is_empty() {
            findings.report(&path.key("submitted_by"), Check::SubmittedByNobody { evidence: kind.id.clone() });
        } else if kind.submitted_by.iter().all(|party| *party == kind.judged_by) {
            findings.report(&path.key("judged_by"), Check::JudgedByAuthorsOnly { evidence: kind.id.clone() });
        }
    }
    for (c, kind) in file.change_kinds.iter().enumerate() {
        let reopens = !kind.reopens.artefacts.is_empty() || !kind.reopens.criteria.is_empty();
        if !reopens && kind.small_closed_by.is_none() {
            let path = Path::of("change_kinds").at(c).key("id");
            findings.report(&path, Check::ChangeReopensNothing { change: kind.id.clone() });
        }
    }
    signals(file, findings);
    if let Some(emergency) = &file.emergency
        && emergency.hear.is_empty()
    {
        findings.report(&Path::of("emergency").key("hear"), Check::EmergencyUnheard {});
    }
    never_in_use(file, findings);
}

fn signals(file: &File, findings: &mut Findings<'_>) {
    let Some(signals) = &file.signals else { return };
    let path = Path::of("signals");
    if signals.handled_by.as_ref().is_none_or(String::is_empty) {
        findings.report(&path.key("handled_by"), Check::SignalsHandledByNobody {});
    }
    if signals.reopens.is_empty() {
        findings.report(&path.key("reopens"), Check::SignalsReopenNothing {});
    }
    if signals.suspended_by.is_empty() {
        findings.report(&path.key("suspended_by"), Check::SuspendedByNobody {});
    }
}

/// What concerns use needs a phase in which the product is in use.
fn never_in_use(file: &File, findings: &mut Findings<'_>) {
    if file.phases.iter().any(|phase| phase.live) {
        return;
    }
    let written = [
        ("change_kinds", !file.change_kinds.is_empty()),
        ("signals", file.signals.is_some()),
        ("rollout_checks", !file.rollout_checks.is_empty()),
        ("emergency", file.emergency.is_some()),
    ];
    for (entry, _) in written.into_iter().filter(|(_, is_there)| *is_there) {
        findings.report(&Path::of(entry), Check::NeverInUse { entry: entry.to_owned() });
    }
}
