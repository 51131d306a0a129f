//! A second reader is somebody else (law 5), and so is who supports or records (law 14); who supports a body does not decide
//! where it is heard (law 9).

use std::collections::BTreeSet;

use crate::check::Check;
use crate::file::File;
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    for (p, party) in file.parties.iter().enumerate() {
        if party.second_reader.as_ref() == Some(&party.id) {
            let path = Path::of("parties").at(p).key("second_reader");
            findings.report(&path, Check::ReadsItself { party: party.id.clone() });
        }
        let path = Path::of("parties").at(p);
        let mut itself = |other: &str, path: &Path| {
            if other == party.id {
                findings.report(path, Check::HelpsItself { party: party.id.clone() });
            }
        };
        if let Some(coach) = &party.coached_by {
            itself(coach, &path.key("coached_by"));
        }
        for (r, recorder) in party.recorded_by.iter().enumerate() {
            itself(recorder, &path.key("recorded_by").at(r));
        }
    }
    coaches(file, findings);
}

fn coaches(file: &File, findings: &mut Findings<'_>) {
    let coach = |body: &String| file.parties.iter().find(|party| party.id == *body)?.coached_by.as_ref();
    for (p, phase) in file.phases.iter().enumerate() {
        let Some(gate) = &phase.gate else { continue };
        let bodies: BTreeSet<&String> = gate.consultations.iter().map(|consultation| &consultation.body).collect();
        for body in bodies {
            if let Some(coach) = coach(body).filter(|coach| *coach != body && gate.decided_by.as_ref() == Some(coach)) {
                let path = Path::of("phases").at(p).key("gate").key("decided_by");
                findings.report(&path, Check::CoachDecides { body: body.clone(), coach: coach.clone() });
            }
        }
    }
}
