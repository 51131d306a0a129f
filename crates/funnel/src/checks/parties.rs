//! A second reader is somebody else (law 5), and so is who supports or records (law 14).

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
}
