//! Criteria are asked of somebody somewhere, and what the law asks cannot be set aside (law 2).

use crate::check::Check;
use crate::file::File;
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    for (c, criterion) in file.criteria.iter().enumerate() {
        let path = Path::of("criteria").at(c);
        if criterion.asked_at.is_empty() {
            findings.report(&path.key("asked_at"), Check::AskedNowhere { criterion: criterion.id.clone() });
        }
        if criterion.parties.is_empty() {
            findings.report(&path.key("parties"), Check::AskedOfNobody { criterion: criterion.id.clone() });
        }
        if criterion.legal && !criterion.blocking {
            findings.report(&path.key("blocking"), Check::LegalNotBlocking {});
        }
        if criterion.legal && criterion.waivable_by.is_some() {
            findings.report(&path.key("waivable_by"), Check::LegalNotWaivable {});
        }
        if criterion.legal && criterion.deferrable {
            findings.report(&path.key("deferrable"), Check::LegalNotDeferrable {});
        }
        if criterion.legal && criterion.not_applicable_allowed {
            findings.report(&path.key("not_applicable_allowed"), Check::LegalNotApplicable {});
        }
    }
}
