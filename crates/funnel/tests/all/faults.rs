//! Each publishing check, seen on its own: a fault is planted in a small funnel in which nothing is wrong.

use std::collections::BTreeSet;

use funnel::{Check, Problem, limits, parse};

const SMALL: &str = include_str!("small.yaml");

/// A fault: what of the small funnel is replaced by what, the check that sees it, and a text on the line it points at.
struct Fault(&'static str, &'static str, &'static str, &'static str);

/// Text that stands more than once is replaced where it stands first; a longer text finds a later place.
const FAULTS: &[Fault] = &[
    // The file.
    Fault("answers: any\n", "answers: [any\n", "unreadable", "- id: ict"),
    Fault("funnel: small", "funnel: small\nfunnel: again", "unreadable", "funnel: again"),
    Fault("version: 1", "version: one", "structure", "version: one"),
    Fault("version: 1\n", "", "structure", "funnel: small"),
    Fault("answers: any", "answers: some", "structure", "answers: some"),
    Fault("      term_days: 20", "      deadline: 20\n      term_days: 20", "structure", "deadline: 20"),
    Fault("version: 1", "version: 0", "structure", "version: 0"),
    Fault("version: 1", "version: 1.5", "structure", "version: 1.5"),
    Fault("term_days: 20", "term_days: 99999999999", "structure", "term_days: 99999999999"),
    Fault("maximum_age_days: 90", "maximum_age_days: -1", "structure", "maximum_age_days: -1"),
    Fault("heavier: 100000", "heavier: 1.5", "structure", "heavier: 1.5"),
    // Texts.
    Fault("{ nl: Klein, en: Small }\nframeworks", "{ nl: Klein }\nframeworks", "text_missing", "name: { nl: Klein }"),
    Fault("{ nl: Wat wilt u?, en:", "{ nl: '  ', en:", "text_missing", "nl: '  '"),
    Fault("nl: Past het?", "nl: \"Past\\u202E het?\"", "text_characters", "u202E"),
    // Ids and lists.
    Fault("- id: eigen", "- id: Eigen vraag", "bad_id", "- id: Eigen vraag"),
    Fault("funnel: small", "funnel: Small", "bad_id", "funnel: Small"),
    Fault(
        "  - id: raad\n",
        "  - id: lead\n    name: { nl: x, en: y }\n    answers: any\n  - id: raad\n",
        "reserved_id",
        "- id: lead",
    ),
    Fault(
        "  - id: raad\n",
        "  - id: ict\n    name: { nl: x, en: y }\n    answers: any\n  - id: raad\n",
        "duplicate_id",
        "  - id: ict",
    ),
    Fault(
        "      - id: groot\n",
        "      - { id: klein, name: { nl: x, en: y } }\n      - id: groot\n",
        "duplicate_id",
        "{ id: klein",
    ),
    Fault("{ nl: Einde, en: End }\n", TWICE, "duplicate_id", "      id: g1"),
    Fault("  - id: eigen\n", "  - id: kan\n", "duplicate_id", "  - id: kan"),
    Fault("parties: [zorg]", "parties: [zorg, zorg]", "duplicate_entry", "parties: [zorg, zorg]"),
    Fault("types: [pdf, png]", "types: [pdf, pdf]", "duplicate_entry", "types: [pdf, pdf]"),
    Fault(
        "        - artefact: plan\n          max",
        "        - artefact: plan\n        - artefact: plan\n          max",
        "duplicate_entry",
        "        - artefact: plan",
    ),
    Fault("      - gate: g1\n        proof", "      - gate: g0\n        proof", "duplicate_entry", "      - gate: g0"),
    // Parties, votes and what follows from other facts.
    Fault("answers: chair", "answers: { k_of: 0 }", "quorum_out_of_range", "answers: { k_of: 0 }"),
    Fault("answers: any", "answers: { percentage: 101 }", "quorum_out_of_range", "answers: { percentage: 101 }"),
    Fault("answers: any", "answers: { k_of: two }", "structure", "answers: { k_of: two }"),
    Fault("answers: any\n", "answers: any\n    second_reader: zorg\n", "reads_itself", "second_reader: zorg"),
    Fault("answers: any\n", "answers: any\n    second_reader: pers\n", "unknown", "second_reader: pers"),
    Fault("    confirmed_by: ict\n", DERIVED_WITHOUT_LAST, "derivation_order", "is: 1 }"),
    Fault("    confirmed_by: ict\n", "    derived: [{ value: reus }]\n", "value_type", "value: reus"),
    Fault("go_to: midden", "go_to: midden\n      stop_to: start", "goes_back", "stop_to: start"),
    Fault("go_to: midden", "go_to: midden\n      recurs_after_days: 0", "term_out_of_range", "recurs_after_days: 0"),
    Fault("criteria:\n", CLOSED_BY_NOBODY, "unknown", "accepted_by: pers"),
    // Bodies and who helps them.
    Fault("coached_by: zorg", "coached_by: raad", "helps_itself", "coached_by: raad"),
    Fault("decided_by: raad", "decided_by: zorg", "coach_decides", "decided_by: zorg"),
    Fault("recorded_by: [ict]", "recorded_by: [ict, raad]", "helps_itself", "recorded_by: [ict, raad]"),
    Fault("recorded_by: [ict]", "recorded_by: [ict, ict]", "duplicate_entry", "recorded_by: [ict, ict]"),
    Fault("coached_by: zorg", "coached_by: pers", "unknown", "coached_by: pers"),
    Fault("recorded_by: [ict]", "recorded_by: [pers]", "unknown", "recorded_by: [pers]"),
    Fault("body: raad", "body: pers", "unknown", "body: pers"),
    Fault("summary: plan", "summary: nota", "unknown", "summary: nota"),
    Fault(
        "            - artefact: toets\n            -",
        "            - artefact: nota\n            -",
        "unknown",
        "- artefact: nota",
    ),
    Fault("              fields: [goal]", "              fields: [doel]", "unknown_field", "              fields: [doel]"),
    Fault(
        "            - artefact: toets\n            -",
        "            - artefact: plan\n            -",
        "duplicate_entry",
        "            - artefact: plan\n              f",
    ),
    Fault("        - id: advies\n", "        - id: Advies\n", "bad_id", "- id: Advies"),
    Fault("        - id: advies\n", TWO_CONSULTATIONS, "duplicate_id", "        - id: advies"),
    Fault("nl: Wat vindt u?, en", "nl: '', en", "text_missing", "nl: ''"),
    Fault("right: advice", "right: veto", "structure", "right: veto"),
    Fault("right: advice", "right: consent", "waiting_without_advice", "waiting_days: 7"),
    Fault(
        "when: { fact: impact, is: groot }",
        "when: { all: [{ fact: impact, is: groot }, { fact: impact, is: klein }] }",
        "never_holds",
        "when: { all:",
    ),
    Fault("          when: { fact: impact, is: groot }\n", "", "shown_off", "- artefact: toets\n            -"),
    Fault("summary: plan", "summary: los", "unknown", "summary: los"),
    Fault("term_days: 25", "term_days: 31", "consultation_does_not_fit", "term_days: 31"),
    Fault("term_days: 25", "term_days: 0", "term_out_of_range", "term_days: 0"),
    Fault("waiting_days: 7", "waiting_days: 4000", "term_out_of_range", "waiting_days: 4000"),
    // Documents that end or bind.
    Fault("ends_on: start", "ends_on: goal", "not_a_date", "ends_on: goal"),
    Fault("ends_on: start", "ends_on: einde", "not_a_date", "ends_on: einde"),
    Fault("signed_on: start", "signed_on: risks.impact", "not_a_date", "signed_on: risks.impact"),
    Fault("valid_days: 365", "valid_days: 0", "term_out_of_range", "valid_days: 0"),
    Fault("notice_days: 30", "notice_days: 365", "notice_does_not_fit", "notice_days: 365"),
    Fault("    valid_days: 365\n    ends_on: start\n", "", "notice_of_nothing", "notice_days: 30"),
    Fault("watched_in: [einde]", "watched_in: [slot]", "unknown", "watched_in: [slot]"),
    Fault("after: vroeg", "after: laat", "unknown", "after: laat"),
    Fault("after: vroeg", "after: past", "contract_after_nothing", "after: past"),
    Fault("    waivable_by: raad\n", "    when: { fact: impact, is: groot }\n", "contract_after_nothing", "after: vroeg"),
    // Evidence of the organisation, and use.
    Fault("- organisation: norm", "- organisation: regel", "unknown", "organisation: regel"),
    Fault("- organisation: norm", "- { organisation: norm, artefact: plan }", "evidence_shape", "- { organisation"),
    Fault("- organisation: norm", "- { organisation: norm, fields: [goal] }", "evidence_shape", "- { organisation"),
    Fault("- organisation: norm", "- {}", "evidence_shape", "- {}"),
    Fault(
        "- organisation: norm",
        "- organisation: norm\n          - organisation: norm",
        "duplicate_entry",
        "- organisation: norm",
    ),
    Fault("submitted_by: [ict]", "submitted_by: []", "submitted_by_nobody", "submitted_by: []"),
    Fault("submitted_by: [ict]", "submitted_by: [pers]", "unknown", "submitted_by: [pers]"),
    Fault("judged_by: zorg", "judged_by: ict", "judged_by_authors_only", "judged_by: ict"),
    Fault("judged_by: zorg", "judged_by: pers", "unknown", "judged_by: pers"),
    Fault("valid_days: 1095", "valid_days: 9999", "term_out_of_range", "valid_days: 9999"),
    Fault("{ nl: Het rapport., en: The report. }", "{ nl: Het rapport. }", "text_missing", "help: { nl: Het rapport. }"),
    Fault("phase: einde", "phase: slot", "unknown", "phase: slot"),
    Fault("    party: ict\n    every_days", "    party: pers\n    every_days", "unknown", "party: pers"),
    Fault("    artefact: plan\nchange", "    artefact: nota\nchange", "unknown", "artefact: nota"),
    Fault("phase: einde\n    party: ict", "phase: start\n    party: raad", "party_not_involved", "party: raad"),
    Fault("every_days: 365", "every_days: 0", "term_out_of_range", "every_days: 0"),
    Fault("reopens: { artefacts: [plan]", "reopens: { artefacts: [nota]", "unknown", "artefacts: [nota]"),
    Fault("criteria: [past] }", "criteria: [later] }", "unknown", "criteria: [later] }"),
    Fault(
        "    reopens: { artefacts: [plan], criteria: [past] }\n    small_closed_by: ict\n",
        "",
        "change_reopens_nothing",
        "- id: koppeling",
    ),
    Fault("small_closed_by: ict", "small_closed_by: pers", "unknown", "small_closed_by: pers"),
    Fault("    term_days: 5\n", "    term_days: 261\n", "term_out_of_range", "term_days: 261"),
    Fault("  handled_by: zorg\n", "", "signals_handled_by_nobody", "signals:"),
    Fault("handled_by: zorg", "handled_by: pers", "unknown", "handled_by: pers"),
    Fault("signals:\n  reopens: [past]", "signals:\n  reopens: []", "signals_reopen_nothing", "  reopens: []"),
    Fault("signals:\n  reopens: [past]", "signals:\n  reopens: [later]", "unknown", "  reopens: [later]"),
    Fault("suspended_by: [zorg, raad]", "suspended_by: []", "suspended_by_nobody", "suspended_by: []"),
    Fault("suspended_by: [zorg, raad]", "suspended_by: [pers]", "unknown", "suspended_by: [pers]"),
    Fault("suspended_by: [zorg, raad]", "suspended_by: [zorg]\n  term_days: 0", "term_out_of_range", "  term_days: 0"),
    Fault("en: Was it practised? }\n    party: ict", "en: Was it practised? }\n    party: pers", "unknown", "party: pers"),
    Fault("hear: [zorg, ict]", "hear: []", "emergency_unheard", "hear: []"),
    Fault("hear: [zorg, ict]", "hear: [pers]", "unknown", "hear: [pers]"),
    Fault("tell: raad", "tell: pers", "unknown", "tell: pers"),
    Fault("emergency:\n  decided_by: raad", "emergency:\n  decided_by: pers", "unknown", "decided_by: pers"),
    Fault("emergency:\n  decided_by: raad\n", "emergency:\n", "structure", "emergency:"),
    Fault("tell: raad\n  term_days: 30", "tell: raad\n  term_days: 300", "term_out_of_range", "term_days: 300"),
    Fault(
        "legal: true",
        "legal: true\n    waivable_by: raad",
        "legal_not_waivable",
        "    waivable_by: raad\n    asked_at:\n      - gate: g1",
    ),
    Fault("legal: true", "legal: true\n    deferrable: true", "legal_not_deferrable", "    deferrable: true\n    asked_at"),
    // References.
    Fault("confirmed_by: ict", "confirmed_by: niemand", "unknown", "confirmed_by: niemand"),
    Fault("involves: [raad]", "involves: [raad, pers]", "unknown", "involves: [raad, pers]"),
    Fault("decided_by: zorg", "decided_by: pers", "unknown", "decided_by: pers"),
    Fault("rework_to: [start]", "rework_to: [begin]", "unknown", "rework_to: [begin]"),
    Fault("          maximum_age_days: 90", "        - artefact: advies", "unknown", "artefact: advies"),
    Fault("written_by: [lead]", "written_by: [lead, pers]", "unknown", "written_by: [lead, pers]"),
    Fault("reviewed_by: [zorg]", "reviewed_by: [zorg, pers]", "unknown", "reviewed_by: [zorg, pers]"),
    Fault("parties: [zorg]", "parties: [zorg, pers]", "unknown", "parties: [zorg, pers]"),
    Fault("      - gate: g1\n        proof", "      - gate: g9\n        proof", "unknown", "gate: g9"),
    Fault("          - artefact: plan\n  - id: kan", "          - artefact: nota\n  - id: kan", "unknown", "artefact: nota"),
    Fault("themes: [kader/veilig]", "themes: [kader/snel]", "unknown", "kader/snel"),
    Fault("themes: [kader/veilig]", "themes: [veilig]", "unknown", "themes: [veilig]"),
    Fault("sources: [bron]", "sources: [put]", "unknown", "sources: [put]"),
    Fault("when: { fact: impact,", "when: { fact: invloed,", "unknown", "fact: invloed"),
    Fault("fields: [goal, risks.impact]", "fields: [goal, risks.cause]", "unknown_field", "risks.cause"),
    Fault("fields: [goal, risks.impact]", "fields: [doel]", "unknown_field", "fields: [doel]"),
    Fault(
        "          - artefact: toets\n    when",
        "          - artefact: toets\n            fields: [x]\n    when",
        "unknown_field",
        "fields: [x]",
    ),
    // Facts and conditions.
    Fault(
        "    type: amount",
        "    type: amount\n    levels: [{ id: a, name: { nl: a, en: a } }]",
        "levels",
        "levels: [{ id: a",
    ),
    Fault("heavier: groot", "heavier: zwaar", "heavier_type", "heavier: zwaar"),
    Fault("heavier: 100000", "heavier: true", "heavier_type", "heavier: true"),
    Fault("at_least: groot }\n              -", "at_least: reuze }\n              -", "value_type", "at_least: reuze"),
    Fault("at_least: 5000", "is: veel", "value_type", "is: veel"),
    Fault("{ fact: amount, at_least: 5000 }", "{ fact: amount, at_least: 5000, is: 2 }", "condition_shape", "is: 2"),
    Fault("{ fact: amount, at_least: 5000 }", "{}", "condition_shape", "- {}"),
    Fault("when: { fact: impact, at_least: groot }", "when: { any: [] }", "never_holds", "when: { any: [] }"),
    Fault(
        "when: { fact: impact, at_least: groot }",
        "when: { all: [{ fact: impact, is: groot }, { not: { fact: impact, at_least: klein } }] }",
        "never_holds",
        "when: { all:",
    ),
    // Phases and gates.
    Fault("    involves: [zorg, ict]\n", "", "nobody_involved_at_start", "- id: start"),
    Fault("go_to: midden", "go_to: einde", "unreachable_phase", "- id: midden"),
    Fault("go_to: einde", "go_to: start", "goes_back", "go_to: start"),
    Fault("go_to: einde", "go_to: midden", "goes_back", "go_to: midden"),
    Fault("rework_to: [start]", "rework_to: [einde]", "rework_forward", "rework_to: [einde]"),
    Fault("      decided_by: zorg\n", "", "decided_by_nobody", "    gate:"),
    Fault("decided_by: zorg", "decided_by: ''", "decided_by_nobody", "decided_by: ''"),
    Fault("decided_by: zorg", "decided_by: raad", "decider_not_involved", "decided_by: raad"),
    Fault("reviewed_by: [zorg]", "reviewed_by: [zorg, raad]", "party_not_involved", "reviewed_by: [zorg, raad]"),
    Fault("written_by: [lead]", "written_by: [lead, raad]", "party_not_involved", "written_by: [lead, raad]"),
    Fault("parties: [zorg]", "parties: [zorg, raad]", "party_not_involved", "parties: [zorg, raad]"),
    Fault("term_days: 20", "term_days: 0", "term_out_of_range", "term_days: 0"),
    Fault("term_days: 20", "term_days: 261", "term_out_of_range", "term_days: 261"),
    Fault("review_days: 5", "review_days: 0", "term_out_of_range", "review_days: 0"),
    Fault("maximum_age_days: 90", "maximum_age_days: 4000", "term_out_of_range", "maximum_age_days: 4000"),
    Fault("review_days: 5", "review_days: 20", "term_does_not_fit", "        - artefact: plan"),
    // Documents.
    Fault("written_by: [lead]", "written_by: []", "written_by_nobody", "written_by: []"),
    Fault("reviewed_by: [zorg]", "reviewed_by: []", "reviewed_by_nobody", "reviewed_by: []"),
    Fault("written_by: [lead]", "written_by: [zorg]", "reviewed_by_authors_only", "reviewed_by: [zorg]"),
    Fault(
        "reviewed_by: [zorg]",
        "reviewed_by: [zorg]\n    also_reviewed_by:\n      - { party: zorg, when: { fact: impact, at_least: groot } }",
        "duplicate_entry",
        "- { party: zorg, when:",
    ),
    Fault(
        "reviewed_by: [zorg]",
        "reviewed_by: [zorg]\n    also_reviewed_by:\n      - { party: raad, when: { fact: impact, at_least: groot } }",
        "party_not_involved",
        "- { party: raad, when:",
    ),
    Fault(
        "reviewed_by: [zorg]",
        "reviewed_by: [zorg]\n    also_reviewed_by:\n      - { party: ict, when: { all: [{ fact: impact, is: klein }, { fact: impact, is: groot }] } }",
        "never_holds",
        "- { party: ict, when:",
    ),
    Fault(
        "reviewed_by: [zorg]",
        "reviewed_by: [zorg]\n    also_reviewed_by:\n      - { party: nobody, when: { fact: impact, at_least: groot } }",
        "unknown",
        "- { party: nobody, when:",
    ),
    Fault("      required: true\n", "", "nothing_to_submit", "- id: toets"),
    Fault("at_most: 3", "at_most: 0", "file_count", "at_most: 0"),
    Fault("at_most: 3", "at_most: 21", "file_count", "at_most: 21"),
    Fault("types: [pdf, png]", "types: []", "file_count", "types: []"),
    // Criteria.
    Fault("    asked_at:\n      - gate: g0\n\u{0}", "    asked_at: []\n", "asked_nowhere", "asked_at: []"),
    Fault("parties: [zorg]", "parties: []", "asked_of_nobody", "parties: []"),
    Fault(
        "    when: { fact: impact, at_least: groot }",
        "    when: { fact: amount, at_least: 4999 }",
        "evidence_off",
        "- artefact: toets\n    when",
    ),
    Fault("    when: { fact: impact, at_least: groot }\n", "", "evidence_off", "- artefact: toets\n  - id: eigen"),
    Fault(
        "fields: [goal, risks.impact]\n",
        "fields: [goal]\n          - artefact: toets\n",
        "evidence_off",
        "- artefact: toets\n      - gate",
    ),
    Fault("legal: true", "legal: true\n    blocking: false", "legal_not_blocking", "    blocking: false"),
    Fault(
        "legal: true",
        "legal: true\n    not_applicable_allowed: true",
        "legal_not_applicable",
        "not_applicable_allowed: true",
    ),
    // Forms.
    Fault("maxLength: 1000", "maxLength: -1", "form_invalid", "maxLength: -1"),
    Fault("maxLength: 1000", "pattern: '('", "form_invalid", "pattern: '('"),
    Fault("maxLength: 1000", "format: datum", "form_invalid", "format: datum"),
    Fault("#/$defs/five", "#/$defs/ten", "form_reference", "#/$defs/ten"),
    Fault("#/$defs/five", "#/properties/goal", "form_reference", "#/properties/goal"),
    Fault("five: { type", "five: { $ref: '#/$defs/five', type", "form_reference", "five: { $ref"),
    // A field may be called as a keyword is.
    Fault(
        "        size:\n          title: Omvang\n",
        "        default:\n          title: Omvang\n          $ref: '#/properties/default'\n",
        "form_reference",
        "#/properties/default",
    ),
    Fault("maxLength: 1000", "$dynamicRef: '#'", "form_reference", "$dynamicRef"),
    Fault("maxLength: 1000", "pattern: '\\w{9999}'", "form_invalid", "9999"),
    Fault("maxLength: 1000", "pattern: '(?=x)'", "form_invalid", "(?=x)"),
    Fault("maxLength: 1000", "allOf: [{ $ref: 'https://example.test/x' }]", "form_remote_ref", "example.test"),
    Fault(
        "    form:\n      type: object",
        "    form:\n      $id: https://example.test/x\n      type: object",
        "form_remote_ref",
        "$id",
    ),
    Fault("    form:\n      type: object", "    form:\n      type: array", "form_shape", "    form:"),
    Fault("        size:\n", "        hoe groot:\n", "form_field_name", "hoe groot:"),
    Fault("          title: Begin\n", "", "form_text_missing", "        start:"),
    Fault(
        "x-en: { title: Goal, description: What do you want? }",
        "x-en: { title: Goal }",
        "form_text_missing",
        "x-en: { title: Goal }",
    ),
    Fault("title: Klein, x-en: { title: Small }", "title: Klein", "form_text_missing", "const: s"),
    Fault("title: Kans,", "", "form_text_missing", "likelihood: {"),
    Fault("      required: [goal]", "      x-order: [goal, start, size]\n      required: [goal]", "form_order", "x-order"),
    Fault("      required: [goal]", "      required: [goal, doel]", "form_required", "required: [goal, doel]"),
    Fault("x-widget: textarea", "x-widget: editor", "form_widget", "x-widget: editor"),
    Fault("x-widget: textarea", "x-widget: date", "form_widget", "x-widget: date"),
    Fault("x-widget: date", "x-widget: checkbox", "form_widget", "x-widget: checkbox"),
    Fault(
        "type: integer, minimum: 1, maximum: 5 }\n      $defs",
        "type: integer, minimum: 1, maximum: 4 }\n      $defs",
        "form_widget",
        "x-widget: risk-table",
    ),
];

/// A last gate with the id of the one before it.
const TWICE: &str = "{ nl: Einde, en: End }
    gate:
      id: g1
      name: { nl: Derde, en: Third }
      question: { nl: Goed?, en: Right? }
      decided_by: raad
      go_to: slot
      term_days: 5
  - id: slot
    name: { nl: Slot, en: Close }
";

fn planted(fault: &Fault) -> String {
    // The mark of a fault at the very end of the file.
    let whole = format!("{SMALL}\u{0}");
    assert!(whole.contains(fault.0), "the small funnel does not hold {:?}", fault.0);
    whole.replacen(fault.0, fault.1, 1).replace('\u{0}', "")
}

/// The lines on which a text begins.
fn lines(source: &str, text: &str) -> BTreeSet<u64> {
    source.match_indices(text).map(|(at, _)| 1 + source[..at].matches('\n').count() as u64).collect()
}

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.check.code()).collect()
}

#[test]
fn nothing_is_wrong_with_the_small_funnel() {
    assert_eq!(parse(SMALL).map(|d| d.version), Ok(1));
}

#[test]
fn each_fault_is_seen_by_exactly_its_check_on_its_line() {
    let mut wrong = Vec::new();
    for fault in FAULTS {
        let source = planted(fault);
        let expected = lines(&source, fault.3);
        match parse(&source).as_ref().map_err(Vec::as_slice) {
            Err([problem]) if problem.check.code() == fault.2 && expected.contains(&problem.line) => {}
            Err(problems) => {
                let seen: Vec<_> = problems.iter().map(ToString::to_string).collect();
                wrong.push(format!("{:?}: {} on {expected:?} expected, found {seen:#?}", fault.1, fault.2));
            }
            Ok(_) => wrong.push(format!("{:?}: nothing found", fault.1)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_is_in_both_languages_and_ends_as_a_sentence() {
    for fault in FAULTS {
        for problem in parse(&planted(fault)).expect_err(fault.1) {
            assert_ne!(problem.message.nl, problem.message.en);
            assert!(problem.message.nl.ends_with('.') && problem.message.en.ends_with('.'), "{problem}");
            assert!(problem.to_string().starts_with(&format!("{}:{} ", problem.line, problem.column)), "{problem}");
        }
    }
}

#[test]
fn every_check_has_a_fault() {
    let planted = FAULTS.iter().map(|fault| fault.2).chain(LARGE.iter().map(|(code, _)| *code));
    // Seen four times at once, in a test of its own.
    let planted: BTreeSet<_> = planted.chain(["never_in_use"]).collect();
    let all: BTreeSet<_> = Check::ALL.iter().map(|(code, _)| *code).collect();
    assert_eq!(planted, all);
}

type Grown = fn() -> String;

/// Many pieces of text, one after another.
fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

/// The small funnel with `added` after the first `after`.
fn with(after: &str, added: &str) -> String {
    SMALL.replacen(after, &format!("{after}{added}"), 1)
}

/// The small funnel with another last part of the condition on `toets`.
fn with_condition(condition: &str) -> String {
    SMALL.replacen("{ fact: amount, at_least: 5000 }", condition, 1)
}

/// Faults that need more text than the table can show.
const LARGE: &[(&str, Grown)] = &[
    ("no_phase", || {
        let parties = "parties: [{ id: zorg, name: { nl: Zorg, en: Care }, answers: any }]";
        format!("funnel: small\nversion: 1\nname: {{ nl: Klein, en: Small }}\n{parties}\nphases: []\n")
    }),
    ("file_too_large", || format!("{SMALL}# {}\n", "x".repeat(limits::MAX_FILE_BYTES))),
    ("too_complex", || format!("{SMALL}deep: {}{}\n", "[".repeat(60), "]".repeat(60))),
    ("too_complex", || format!("{SMALL}---\n{SMALL}")),
    // Anchors that multiply: each list repeats the one before it ten times.
    ("too_complex", || {
        let first = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        first + &many(7, |n| format!("a{}: &a{} [{}]\n", n + 1, n + 1, vec![format!("*a{n}"); 10].join(", ")))
    }),
    ("text_too_long", || SMALL.replacen("nl: Past het?", &format!("nl: {}", "x".repeat(301)), 1)),
    ("too_many", || {
        with("parties:\n", &many(200, |n| format!("  - {{ id: p{n}, name: {{ nl: a, en: b }}, answers: any }}\n")))
    }),
    ("condition_too_large", || {
        with_condition(&format!("{{ any: [{}] }}", vec!["{ fact: impact, is: groot }"; 200].join(", ")))
    }),
    ("condition_too_large", || {
        with_condition(&format!("{}{{ fact: impact, is: groot }}{}", "{ not: ".repeat(16), " }".repeat(16)))
    }),
    ("too_many_combinations", || {
        let parts = many(15, |n| format!("              - {{ fact: f{n}, is: true }}\n"));
        let facts =
            many(15, |n| format!("  - {{ id: f{n}, question: {{ nl: a, en: b }}, type: boolean, heavier: true }}\n"));
        with("            any:\n", &parts).replacen("facts:\n", &format!("facts:\n{facts}"), 1)
    }),
    ("form_too_large", || {
        let fields = many(200, |n| format!("        f{n}: {{ title: a, x-en: {{ title: b }}, type: string }}\n"));
        with("      required: [goal]\n      properties:\n", &fields)
    }),
];

#[test]
fn what_is_too_large_is_refused_by_its_own_check() {
    for (code, grown) in LARGE {
        let problems = parse(&grown()).expect_err(code);
        assert!(codes(&problems).iter().all(|seen| seen == code), "{code} gave {:#?}", &problems[..problems.len().min(3)]);
    }
}

#[test]
fn all_problems_are_reported_in_the_order_of_the_file() {
    let source = SMALL
        .replacen("go_to: einde", "go_to: start", 1)
        .replacen("reviewed_by: [zorg]", "reviewed_by: []", 1)
        .replacen("parties: [zorg]", "parties: [pers]", 1)
        .replacen("heavier: groot", "heavier: 3", 1);
    let problems = parse(&source).expect_err("four faults");
    assert_eq!(codes(&problems), ["heavier_type", "goes_back", "reviewed_by_nobody", "unknown"], "{problems:#?}");
}

/// A consultation before another of the same name.
const TWO_CONSULTATIONS: &str = "        - id: advies
          body: raad
          right: information
          question: { nl: Weet u het?, en: Do you know? }
          term_days: 5
        - id: advies
";

/// The parts about use, in a funnel that is never in use.
const NEVER_IN_USE: [&str; 4] = ["change_kinds", "signals", "rollout_checks", "emergency"];

#[test]
fn what_concerns_use_needs_a_phase_in_use() {
    let problems = parse(&SMALL.replacen("    live: true\n", "", 1)).expect_err("never in use");
    let places: Vec<_> = problems.iter().map(|problem| (problem.check.code(), problem.path.as_str())).collect();
    assert_eq!(places, NEVER_IN_USE.map(|entry| ("never_in_use", entry)));
}

#[test]
fn no_phase_is_called_as_taking_out_of_use_is() {
    let renamed = SMALL.replace("- id: einde", "- id: retired").replace("[einde]", "[retired]");
    let renamed = renamed.replace("phase: einde", "phase: retired").replace("go_to: einde", "go_to: retired");
    assert_eq!(codes(&parse(&renamed).expect_err("a reserved phase")), ["reserved_id"]);
}

#[test]
fn a_body_is_asked_once_it_takes_part() {
    let early = SMALL.replacen("involves: [zorg, ict]", "involves: [zorg, ict, raad]", 1);
    assert!(parse(&early.replacen("involves: [raad]", "involves: []", 1)).is_ok());
    let late = SMALL.replacen("involves: [raad]", "involves: []", 1);
    let late = late.replacen("decided_by: raad", "decided_by: ict", 1).replacen(
        "reviewed_by: [zorg, raad]",
        "reviewed_by: [zorg]",
        1,
    );
    let late = late.replacen("parties: [ict, raad]", "parties: [ict]", 1);
    let problems = parse(&late).expect_err("a body that never takes part");
    assert_eq!(codes(&problems), ["party_not_involved"], "{problems:#?}");
    assert!(problems[0].path.ends_with("consultations[0].body"), "{problems:#?}");
}

/// A derived fact whose last line has a condition.
const DERIVED_WITHOUT_LAST: &str =
    "    derived:\n      - { when: { fact: amount, is: 1 }, value: groot }\n    confirmed_by: ict\n";

/// Work to close with that a party accepts which is not there.
const CLOSED_BY_NOBODY: &str =
    "closing:\n  - id: terug\n    name: { nl: Terug, en: Back }\n    accepted_by: pers\n    days: 5\ncriteria:\n";
