//! A second reader is somebody else (law 5).

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
    }
}
