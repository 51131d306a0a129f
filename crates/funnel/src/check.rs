//! The rules of a funnel file (law 19): one variant per rule, with its name, its meaning, and its message in both languages.

use engine::Label;

use crate::words::{Asked, Kind, Language};

/// Defines [`Check`]: for each rule its meaning, what it knows, its code, and a message that names the way out.
macro_rules! checks {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty),* $(,)? } $code:literal
        nl: $nl:expr, en: $en:expr;)+) => {
        /// A rule that a funnel file breaks. Law 19 unless its text names another.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Check {
            $($(#[doc = $doc])+ $name { $($(#[doc = $field_doc])+ $field: $type),* },)+
        }

        impl Check {
            /// The code and the meaning of every rule.
            pub const ALL: &'static [(&'static str, &'static str)] = &[$(($code, concat!($($doc),+))),+];

            /// The name of the rule, in `snake_case`.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code,)+ }
            }

            /// What is wrong, and the way out.
            #[must_use]
            pub fn message(&self) -> Label {
                match self {
                    $(Self::$name { $($field),* } => Label { nl: $nl.to_string(), en: $en.to_string() },)+
                }
            }
        }
    };
}

checks! {
    // The file.
    /// The file has at most 512 KiB.
    FileTooLarge {
        /// Bytes in the file.
        bytes: usize,
        /// Bytes at most.
        limit: usize,
    } "file_too_large"
        nl: format!("Het bestand is te groot: {bytes} bytes, hoogstens {limit}. Verdeel de trechter over meer bestanden of kort teksten in."),
        en: format!("The file is too large: {bytes} bytes, at most {limit}. Split the funnel into more files or shorten its texts.");
    /// The file is YAML, without repeated names in one mapping.
    Unreadable {
        /// What the YAML reader says.
        reason: String,
    } "unreadable"
        nl: format!("Dit is geen geldige YAML: {reason}. Kijk naar inspringing, dubbele punten en aanhalingstekens op deze regel."),
        en: format!("This is not valid YAML: {reason}. Look at the indentation, colons and quotes on this line.");
    /// The file is not too deep and has not too many values, counting what anchors repeat.
    TooComplex {
        /// What there is too much of.
        too_many: Label,
    } "too_complex"
        nl: format!("Het bestand is te ingewikkeld: te veel {}. Maak het eenvoudiger, of verdeel het.", too_many.nl),
        en: format!("The file is too complex: too many {}. Make it simpler, or split it.", too_many.en);
    /// Every entry is one that the format knows, and has the right type.
    Structure {
        /// What is wrong.
        reason: Label,
    } "structure"
        nl: reason.nl, en: reason.en;

    // Texts.
    /// Every text is there in Dutch and in English.
    TextMissing {
        /// The missing language.
        language: Language,
    } "text_missing"
        nl: format!("De {} tekst ontbreekt. Vul `{}:` in.", language.nl(), language.code()),
        en: format!("The {} text is missing. Fill in `{}:`.", language.en(), language.code());
    /// A text is not longer than its limit.
    TextTooLong {
        /// Characters in the text.
        length: usize,
        /// Characters at most.
        limit: usize,
    } "text_too_long"
        nl: format!("Deze tekst heeft {length} tekens; hoogstens {limit}. Kort hem in."),
        en: format!("This text has {length} characters; at most {limit}. Shorten it.");
    /// A text has no invisible control characters.
    TextCharacters {
        /// The character.
        character: String,
    } "text_characters"
        nl: format!("In deze tekst staat een onzichtbaar teken ({character}). Typ de tekst opnieuw."),
        en: format!("This text holds an invisible character ({character}). Type the text again.");

    // Ids and lists.
    /// An id is 1 to 60 of a-z, 0-9, - and _, and starts with a letter.
    BadId {
        /// The text that is not an id.
        id: String,
    } "bad_id"
        nl: format!("`{id}` kan geen id zijn. Gebruik 1 tot 60 tekens uit a-z, 0-9, - en _, en begin met een letter."),
        en: format!("`{id}` cannot be an id. Use 1 to 60 of a-z, 0-9, - and _, and start with a letter.");
    /// No party is called `lead`: that means the lead of the project.
    ReservedId {
        /// The reserved id.
        id: String,
    } "reserved_id"
        nl: format!("`{id}` betekent hier de projectleider. Kies een ander id voor deze partij."),
        en: format!("`{id}` means the lead of the project. Choose another id for this party.");
    /// No two things of a kind have the same id.
    DuplicateId {
        /// What kind of thing.
        kind: Kind,
        /// The id that is there twice.
        id: String,
        /// The line of the first.
        first: u64,
    } "duplicate_id"
        nl: format!("Er is al een {} `{id}`, op regel {first}. Kies een ander id.", kind.nl()),
        en: format!("There is a {} `{id}` already, on line {first}. Choose another id.", kind.en());
    /// A list names nothing twice.
    DuplicateEntry {
        /// What is there twice.
        entry: String,
    } "duplicate_entry"
        nl: format!("`{entry}` staat hier twee keer. Haal er een weg."),
        en: format!("`{entry}` is here twice. Remove one.");
    /// A list is not longer than its limit.
    TooMany {
        /// Entries in the list.
        count: usize,
        /// Entries at most.
        limit: usize,
    } "too_many"
        nl: format!("Deze lijst heeft {count} onderdelen; hoogstens {limit}. Haal er weg wat u niet nodig hebt."),
        en: format!("This list has {count} entries; at most {limit}. Remove what you do not need.");

    // References.
    /// What is referred to is defined in this file.
    Unknown {
        /// What kind of thing.
        kind: Kind,
        /// The id that is not defined.
        id: String,
        /// The ids there are.
        known: String,
    } "unknown"
        nl: format!("Er is geen {} `{id}`. Kies uit: {known}. Of voeg `{id}` toe.", kind.nl()),
        en: format!("There is no {} `{id}`. Choose from: {known}. Or add `{id}`.", kind.en());
    /// A form field that a criterion names is in the form of that document.
    UnknownField {
        /// The document.
        artefact: String,
        /// The field that its form lacks.
        field: String,
        /// The fields there are.
        known: String,
    } "unknown_field"
        nl: format!("Het formulier van `{artefact}` heeft geen veld `{field}`. Kies uit: {known}."),
        en: format!("The form of `{artefact}` has no field `{field}`. Choose from: {known}.");

    // Facts and conditions.
    /// A fact of type `levels` has two levels or more; another type has none.
    Levels {
        /// Whether the type takes levels.
        wanted: bool,
    } "levels"
        nl: if *wanted { "Een kenmerk van het type `levels` heeft ten minste twee niveaus nodig. Vul `levels:` in, van licht naar zwaar." }
            else { "Alleen een kenmerk van het type `levels` heeft niveaus. Haal `levels:` weg of verander `type:`." },
        en: if *wanted { "A fact of type `levels` needs at least two levels. Fill in `levels:`, from light to heavy." }
            else { "Only a fact of type `levels` has levels. Remove `levels:` or change `type:`." };
    /// `heavier` is a value of the type of its fact.
    HeavierType {
        /// The fact.
        fact: String,
        /// The value.
        value: String,
        /// The values it takes.
        takes: Label,
    } "heavier_type"
        nl: format!("`{value}` is geen waarde van kenmerk `{fact}`. Vul bij `heavier:` in: {}.", takes.nl),
        en: format!("`{value}` is not a value of fact `{fact}`. Fill in at `heavier:`: {}.", takes.en);
    /// A value in a condition is of the type of its fact.
    ValueType {
        /// The fact.
        fact: String,
        /// The value.
        value: String,
        /// The values it takes.
        takes: Label,
    } "value_type"
        nl: format!("`{value}` is geen waarde van kenmerk `{fact}`. Vul in: {}.", takes.nl),
        en: format!("`{value}` is not a value of fact `{fact}`. Fill in: {}.", takes.en);
    /// A condition is `all`, `any`, `not`, or one fact with `is` or `at_least`.
    ConditionShape {} "condition_shape"
        nl: "Een voorwaarde is precies één van: {all: […]}, {any: […]}, {not: …}, {fact: …, is: …} of {fact: …, at_least: …}. Splits haar of haal het overbodige weg.",
        en: "A condition is exactly one of: {all: […]}, {any: […]}, {not: …}, {fact: …, is: …} or {fact: …, at_least: …}. Split it or remove what is too much.";
    /// A condition is not too deep or too long.
    ConditionTooLarge {} "condition_too_large"
        nl: "Deze voorwaarde is te groot of te diep. Maak haar eenvoudiger, of maak een nieuw kenmerk dat hetzelfde vraagt.",
        en: "This condition is too large or too deep. Make it simpler, or make a new fact that asks the same.";
    /// A condition holds for at least one project.
    NeverHolds {} "never_holds"
        nl: "Deze voorwaarde is nooit waar, hoe de kenmerken ook zijn. Verander haar, of haal dit onderdeel weg.",
        en: "This condition never holds, whatever the facts are. Change it, or remove this entry.";
    /// A condition combines so few facts that it can be proved.
    TooManyCombinations {
        /// Combinations tried at most.
        limit: usize,
    } "too_many_combinations"
        nl: format!("Deze voorwaarden noemen samen te veel kenmerken om na te rekenen (meer dan {limit} combinaties). Gebruik minder kenmerken."),
        en: format!("These conditions name too many facts together to be proved (more than {limit} combinations). Use fewer facts.");

    // Phases and gates.
    /// A funnel has a phase.
    NoPhase {} "no_phase"
        nl: "De trechter heeft geen fase. Voeg bij `phases:` ten minste één fase toe.",
        en: "The funnel has no phase. Add at least one phase at `phases:`.";
    /// The first phase involves a party (law 6).
    NobodyInvolvedAtStart {} "nobody_involved_at_start"
        nl: "In de eerste fase doet niemand mee. Noem bij `involves:` de partijen van het begin, ook ICT en cliënten.",
        en: "Nobody takes part in the first phase. Name the parties of the start at `involves:`, ICT and clients too.";
    /// Every phase can be reached from the first.
    UnreachablePhase {
        /// The phase.
        phase: String,
    } "unreachable_phase"
        nl: format!("Geen beslismoment leidt naar fase `{phase}`. Zet `go_to: {phase}` bij het beslismoment ervoor, of haal de fase weg."),
        en: format!("No gate leads to phase `{phase}`. Write `go_to: {phase}` at the gate before it, or remove the phase.");
    /// *Go* leads to a later phase.
    GoesBack {
        /// The phase of the gate.
        from: String,
        /// The phase it leads to.
        to: String,
    } "goes_back"
        nl: format!("Go leidt van `{from}` naar `{to}`, en dat is geen latere fase. Noem een fase die verderop staat; terug gaat met `rework_to:`."),
        en: format!("Go leads from `{from}` to `{to}`, which is not a later phase. Name a phase further on; the way back is `rework_to:`.");
    /// *Rework* leads to its own phase or an earlier one.
    ReworkForward {
        /// The phase of the gate.
        from: String,
        /// The phase it leads to.
        to: String,
    } "rework_forward"
        nl: format!("Herwerken leidt van `{from}` naar `{to}`, en daar is het project nog niet geweest. Noem een eerdere fase."),
        en: format!("Rework leads from `{from}` to `{to}`, where the project has not been yet. Name an earlier phase.");
    /// A gate is decided by somebody.
    DecidedByNobody {
        /// The gate.
        gate: String,
    } "decided_by_nobody"
        nl: format!("Niemand beslist bij `{gate}`. Noem bij `decided_by:` de partij die beslist."),
        en: format!("Nobody decides at `{gate}`. Name the party that decides at `decided_by:`.");
    /// The deciding party takes part by then (law 6).
    DeciderNotInvolved {
        /// The gate.
        gate: String,
        /// The party.
        party: String,
        /// The phase.
        phase: String,
    } "decider_not_involved"
        nl: format!("`{party}` beslist bij `{gate}`, maar doet dan nog niet mee. Zet `{party}` bij `involves:` van fase `{phase}` of eerder."),
        en: format!("`{party}` decides at `{gate}`, but does not take part by then. Put `{party}` in `involves:` of phase `{phase}` or earlier.");
    /// A party is asked nothing before it takes part (law 6).
    PartyNotInvolved {
        /// The party.
        party: String,
        /// What it is asked.
        asked: Asked,
        /// The phase in which it is asked.
        phase: String,
    } "party_not_involved"
        nl: format!("`{party}` moet {} in fase `{phase}`, maar doet dan nog niet mee. Zet `{party}` bij `involves:` van die fase of eerder.", asked.nl()),
        en: format!("`{party}` is to {} in phase `{phase}`, but does not take part by then. Put `{party}` in `involves:` of that phase or earlier.", asked.en());
    /// Terms have at least one working day and at most a year of them; an age at most ten years.
    TermOutOfRange {
        /// The days as written.
        days: u32,
        /// Days at most.
        limit: u16,
    } "term_out_of_range"
        nl: format!("{days} dagen kan niet. Kies 1 tot en met {limit}."),
        en: format!("{days} days is not possible. Choose 1 to {limit}.");
    /// A review fits in the round that asks it.
    TermDoesNotFit {
        /// The document.
        artefact: String,
        /// Days for the review.
        review_days: u32,
        /// The gate.
        gate: String,
        /// Days for the round.
        term_days: u32,
    } "term_does_not_fit"
        nl: format!("De beoordeling van `{artefact}` duurt {review_days} werkdagen, maar de ronde van `{gate}` maar {term_days}. Maak `term_days:` langer of `review_days:` korter."),
        en: format!("Reviewing `{artefact}` takes {review_days} working days, but the round of `{gate}` only {term_days}. Make `term_days:` longer or `review_days:` shorter.");

    /// A quorum is a number of members, or a percentage of them, that a party can have (law 7).
    QuorumOutOfRange {
        /// Members at most.
        members: u32,
    } "quorum_out_of_range"
        nl: format!("Zo'n regel kan geen partij halen. Kies bij `k_of:` 1 tot en met {members}, bij `percentage:` 1 tot en met 100."),
        en: format!("No party can meet this rule. Choose 1 to {members} at `k_of:`, 1 to 100 at `percentage:`.");
    /// A party is not its own second reader (law 5).
    ReadsItself {
        /// The party.
        party: String,
    } "reads_itself"
        nl: format!("`{party}` leest hier zichzelf na. Noem bij `second_reader:` een andere partij."),
        en: format!("`{party}` would read its own work. Name another party at `second_reader:`.");
    /// A derived fact always has a value: its last derivation, and only that one, has no condition.
    DerivationOrder {
        /// The fact.
        fact: String,
    } "derivation_order"
        nl: format!("Bij `{fact}` geldt de eerste regel die past. Geef elke regel een `when:`, behalve de laatste."),
        en: format!("For `{fact}` the first line that holds counts. Give every line a `when:`, but not the last.");

    // Documents.
    /// A document is written by somebody.
    WrittenByNobody {
        /// The document.
        artefact: String,
    } "written_by_nobody"
        nl: format!("Niemand schrijft `{artefact}`. Noem bij `written_by:` een partij, of `lead` voor de projectleider."),
        en: format!("Nobody writes `{artefact}`. Name a party at `written_by:`, or `lead` for the lead of the project.");
    /// A document is reviewed by somebody.
    ReviewedByNobody {
        /// The document.
        artefact: String,
    } "reviewed_by_nobody"
        nl: format!("Niemand beoordeelt `{artefact}`. Noem bij `reviewed_by:` ten minste één partij."),
        en: format!("Nobody reviews `{artefact}`. Name at least one party at `reviewed_by:`.");
    /// A document is reviewed by another party than those that write it (law 5).
    ReviewedByAuthorsOnly {
        /// The document.
        artefact: String,
    } "reviewed_by_authors_only"
        nl: format!("`{artefact}` wordt alleen beoordeeld door wie het ook schrijft. Voeg bij `reviewed_by:` een andere partij toe."),
        en: format!("`{artefact}` is reviewed only by those who write it. Add another party at `reviewed_by:`.");
    /// A document has a form or a file.
    NothingToSubmit {
        /// The document.
        artefact: String,
    } "nothing_to_submit"
        nl: format!("Bij `{artefact}` valt niets in te leveren. Voeg een `form:` toe, of `files:` met `required: true`."),
        en: format!("There is nothing to submit for `{artefact}`. Add a `form:`, or `files:` with `required: true`.");
    /// A document has 1 to 20 files, of at least one kind.
    FileCount {
        /// Files at most.
        limit: usize,
    } "file_count"
        nl: format!("Noem bij `files:` ten minste één soort bestand, en een aantal van 1 tot en met {limit}."),
        en: format!("Name at least one kind of file at `files:`, and a number of 1 to {limit}.");

    // Criteria.
    /// A criterion is asked at a gate.
    AskedNowhere {
        /// The criterion.
        criterion: String,
    } "asked_nowhere"
        nl: format!("`{criterion}` wordt nergens gevraagd. Noem bij `asked_at:` een beslismoment."),
        en: format!("`{criterion}` is asked nowhere. Name a gate at `asked_at:`.");
    /// A criterion is asked of a party.
    AskedOfNobody {
        /// The criterion.
        criterion: String,
    } "asked_of_nobody"
        nl: format!("`{criterion}` wordt aan niemand gevraagd. Noem bij `parties:` ten minste één partij."),
        en: format!("`{criterion}` is asked of nobody. Name at least one party at `parties:`.");
    /// Whenever a criterion is on, its evidence is asked too, at the same gate or an earlier one.
    EvidenceOff {
        /// The document.
        artefact: String,
        /// The gate.
        gate: String,
        /// A project for which it goes wrong; empty when it does for every one.
        example: String,
    } "evidence_off"
        nl: if example.is_empty() {
            format!("Deze voorwaarde rust op `{artefact}`, maar dat document wordt niet gevraagd bij `{gate}` of eerder. Zet het bij `needs:` van het beslismoment.")
        } else {
            format!("Als {example} wordt dit bij `{gate}` gevraagd, maar `{artefact}` niet. Geef de voorwaarde en het document hetzelfde `when:`.")
        },
        en: if example.is_empty() {
            format!("This criterion rests on `{artefact}`, but that document is not needed at `{gate}` or earlier. Put it in `needs:` of the gate.")
        } else {
            format!("When {example} this is asked at `{gate}`, but `{artefact}` is not. Give the criterion and the document the same `when:`.")
        };
    /// A legal criterion is blocking (law 2).
    LegalNotBlocking {} "legal_not_blocking"
        nl: "Een wettelijke voorwaarde houdt go altijd tegen. Haal `blocking: false` weg, of `legal: true`.",
        en: "A legal criterion always blocks go. Remove `blocking: false`, or `legal: true`.";
    /// A legal criterion is never waived (law 2).
    LegalNotWaivable {} "legal_not_waivable"
        nl: "Een wettelijke voorwaarde krijgt nooit ontheffing. Haal `waivable_by:` weg, of `legal:` als het geen wet is.",
        en: "A legal criterion is never waived. Remove `waivable_by:`, or `legal:` where it is no law.";
    /// A legal criterion is never deferred (law 3).
    LegalNotDeferrable {} "legal_not_deferrable"
        nl: "Een wettelijke voorwaarde wordt nooit uitgesteld. Haal `deferrable:` weg, of `legal:` als het geen wet is.",
        en: "A legal criterion is never deferred. Remove `deferrable:`, or `legal:` where it is no law.";
    /// A legal criterion is never *not applicable*; a `when` says for which projects it holds (law 2).
    LegalNotApplicable {} "legal_not_applicable"
        nl: "Een wettelijke voorwaarde kan niet 'niet van toepassing' zijn. Haal `not_applicable_allowed: true` weg, en zeg met `when:` voor welke projecten zij geldt.",
        en: "A legal criterion cannot be 'not applicable'. Remove `not_applicable_allowed: true`, and say with `when:` for which projects it holds.";

    // Bodies, evidence of the organisation, and use.
    /// Evidence of a criterion is a document (with fields, perhaps) or evidence of the organisation.
    EvidenceShape {} "evidence_shape"
        nl: "Noem hier precies één ding: een document (`artefact:`, met misschien `fields:`) of bewijs van de organisatie (`organisation:`).",
        en: "Name exactly one thing here: a document (`artefact:`, perhaps with `fields:`) or evidence of the organisation (`organisation:`).";
    /// The end and the signing of a document are dates in its form.
    NotADate {
        /// The document.
        artefact: String,
        /// The field that is no date.
        field: String,
    } "not_a_date"
        nl: format!("Het formulier van `{artefact}` heeft geen datumveld `{field}`. Noem een veld met `format: date`."),
        en: format!("The form of `{artefact}` has no date field `{field}`. Name a field with `format: date`.");
    /// A party is supported, and recorded, by another party (law 14).
    HelpsItself {
        /// The party.
        party: String,
    } "helps_itself"
        nl: format!("`{party}` staat hier bij zichzelf. Noem een andere partij, of haal dit weg."),
        en: format!("`{party}` is named at itself here. Name another party, or remove this.");
    /// Who supports a body, and so knows what its members say among themselves, does not decide where it is heard (law 9).
    CoachDecides {
        /// The body.
        body: String,
        /// Its coach.
        coach: String,
    } "coach_decides"
        nl: format!("`{coach}` ondersteunt `{body}` en kent dus wat de leden onder elkaar zeggen. Laat een andere partij dit besluit nemen, of geef `{body}` een andere coach."),
        en: format!("`{coach}` supports `{body}` and so knows what its members say among themselves. Let another party decide here, or give `{body}` another coach.");
    /// What a body is shown is needed too whenever it is asked, at the same gate or an earlier one (law 8).
    ShownOff {
        /// The document.
        artefact: String,
        /// The gate.
        gate: String,
        /// A project for which it goes wrong; empty when it does for every one.
        example: String,
    } "shown_off"
        nl: if example.is_empty() {
            format!("Deze raadpleging toont `{artefact}`, maar dat document wordt niet gevraagd bij `{gate}` of eerder. Zet het bij `needs:` van het beslismoment.")
        } else {
            format!("Als {example} wordt dit bij `{gate}` voorgelegd, maar `{artefact}` niet gevraagd. Geef de raadpleging en het document hetzelfde `when:`.")
        },
        en: if example.is_empty() {
            format!("This consultation shows `{artefact}`, but that document is not needed at `{gate}` or earlier. Put it in `needs:` of the gate.")
        } else {
            format!("When {example} this is put to the body at `{gate}`, but `{artefact}` is not needed. Give the consultation and the document the same `when:`.")
        };
    /// The term of a body fits in the round that asks it (law 8).
    ConsultationDoesNotFit {
        /// The consultation.
        consultation: String,
        /// Days for the body.
        days: u32,
        /// The gate.
        gate: String,
        /// Days for the round.
        term_days: u32,
    } "consultation_does_not_fit"
        nl: format!("De raadpleging `{consultation}` duurt {days} werkdagen, maar de ronde van `{gate}` maar {term_days}. Maak `term_days:` van het beslismoment langer."),
        en: format!("The consultation `{consultation}` takes {days} working days, but the round of `{gate}` only {term_days}. Make `term_days:` of the gate longer.");
    /// Only advice has a waiting time: it follows a response that deviates from it (law 8).
    WaitingWithoutAdvice {} "waiting_without_advice"
        nl: "Alleen na een advies is er wachttijd. Haal `waiting_days:` weg, of kies `right: advice`.",
        en: "Only advice is followed by a waiting time. Remove `waiting_days:`, or choose `right: advice`.";
    /// Writers hear of the end of a document after they submit it.
    NoticeDoesNotFit {
        /// Days ahead.
        notice_days: u32,
        /// Days that it counts.
        valid_days: u32,
    } "notice_does_not_fit"
        nl: format!("Het document geldt {valid_days} dagen, en {notice_days} dagen van tevoren is dus meteen. Maak `notice_days:` korter."),
        en: format!("The document counts for {valid_days} days, so {notice_days} days ahead is at once. Make `notice_days:` shorter.");
    /// Only a document that ends has a notice of its end.
    NoticeOfNothing {
        /// The document.
        artefact: String,
    } "notice_of_nothing"
        nl: format!("`{artefact}` loopt nooit af. Vul `valid_days:` of `ends_on:` in, of haal `notice_days:` weg."),
        en: format!("`{artefact}` never ends. Fill in `valid_days:` or `ends_on:`, or remove `notice_days:`.");
    /// What comes before the signing of a document is asked of that party whenever the document is needed (law 6).
    ContractAfterNothing {
        /// The document.
        artefact: String,
        /// The criterion.
        criterion: String,
        /// The party.
        party: String,
        /// A project for which it goes wrong; empty when it does for every one.
        example: String,
    } "contract_after_nothing"
        nl: if example.is_empty() {
            format!("`{artefact}` wacht op het antwoord van `{party}` op `{criterion}`, maar dat wordt nooit op tijd gevraagd. Noem een voorwaarde die deze partij beantwoordt, bij hetzelfde beslismoment of eerder.")
        } else {
            format!("Als {example} is `{artefact}` nodig, maar `{criterion}` wordt dan niet gevraagd. Kies bij `after:` een voorwaarde die dan wel gevraagd wordt.")
        },
        en: if example.is_empty() {
            format!("`{artefact}` waits for the answer of `{party}` on `{criterion}`, but that is never asked in time. Name a criterion that this party answers, at the same gate or an earlier one.")
        } else {
            format!("When {example} `{artefact}` is needed, but `{criterion}` is not asked then. Choose at `after:` a criterion that is asked then.")
        };
    /// Evidence of the organisation is submitted by somebody.
    SubmittedByNobody {
        /// The evidence.
        evidence: String,
    } "submitted_by_nobody"
        nl: format!("Niemand levert `{evidence}` in. Noem bij `submitted_by:` ten minste één partij."),
        en: format!("Nobody submits `{evidence}`. Name at least one party at `submitted_by:`.");
    /// Evidence of the organisation is judged by another party than the only one that submits it (law 5).
    JudgedByAuthorsOnly {
        /// The evidence.
        evidence: String,
    } "judged_by_authors_only"
        nl: format!("`{evidence}` wordt alleen beoordeeld door wie het ook inlevert. Noem bij `submitted_by:` een andere partij."),
        en: format!("`{evidence}` is judged only by those who submit it. Name another party at `submitted_by:`.");
    /// A change opens something again, or names who may close it as small (law 12).
    ChangeReopensNothing {
        /// The change.
        change: String,
    } "change_reopens_nothing"
        nl: format!("De wijziging `{change}` opent niets opnieuw. Noem documenten of voorwaarden bij `reopens:`, of bij `small_closed_by:` wie haar als klein afsluit."),
        en: format!("The change `{change}` opens nothing again. Name documents or criteria at `reopens:`, or at `small_closed_by:` who closes it as small.");
    /// Signals are handled by somebody (law 12).
    SignalsHandledByNobody {} "signals_handled_by_nobody"
        nl: "Niemand handelt meldingen af. Noem bij `handled_by:` een partij.",
        en: "Nobody handles signals. Name a party at `handled_by:`.";
    /// A signal opens a criterion again (law 12).
    SignalsReopenNothing {} "signals_reopen_nothing"
        nl: "Een melding opent niets opnieuw. Noem bij `reopens:` de voorwaarde over veiligheid voor cliënten.",
        en: "A signal opens nothing again. Name the criterion on safety of clients at `reopens:`.";
    /// Somebody can suspend the use at once (law 12).
    SuspendedByNobody {} "suspended_by_nobody"
        nl: "Niemand kan het gebruik meteen stilleggen. Noem bij `suspended_by:` het bestuur of de zorg.",
        en: "Nobody can suspend the use at once. Name the board or care at `suspended_by:`.";
    /// Emergency use is heard by somebody before it is allowed (law 15).
    EmergencyUnheard {} "emergency_unheard"
        nl: "Voor gebruik in een noodgeval wordt niemand gehoord. Noem bij `hear:` ten minste één partij.",
        en: "Nobody is heard before emergency use. Name at least one party at `hear:`.";
    /// What concerns use needs a phase in which the product is in use.
    NeverInUse {
        /// The entry.
        entry: String,
    } "never_in_use"
        nl: format!("`{entry}` gaat over gebruik, maar geen fase is in gebruik. Zet `live: true` bij een fase, of haal dit weg."),
        en: format!("`{entry}` concerns use, but no phase is in use. Write `live: true` at a phase, or remove this.");

    // Forms.
    /// A form is valid JSON Schema 2020-12.
    FormInvalid {
        /// What is wrong in it.
        reason: String,
    } "form_invalid"
        nl: format!("Dit is geen geldig JSON Schema 2020-12: {reason}. Verbeter het formulier op deze plaats."),
        en: format!("This is not valid JSON Schema 2020-12: {reason}. Correct the form at this place.");
    /// A form refers only to its own parts.
    FormRemoteRef {
        /// The reference.
        reference: String,
    } "form_remote_ref"
        nl: format!("Een formulier mag niet naar buiten verwijzen: `{reference}`. Zet het deel onder `$defs` en verwijs met `#/$defs/…`."),
        en: format!("A form may not refer outside itself: `{reference}`. Put the part under `$defs` and refer with `#/$defs/…`.");
    /// A reference in a form leads to a part under `$defs`, and that part refers to no other.
    FormReference {
        /// The reference.
        reference: String,
    } "form_reference"
        nl: format!("De verwijzing `{reference}` kan niet. Verwijs met `#/$defs/…` naar een deel van dit formulier dat zelf nergens naar verwijst."),
        en: format!("The reference `{reference}` is not possible. Refer with `#/$defs/…` to a part of this form that refers to nothing itself.");
    /// A form is an object with fields.
    FormShape {} "form_shape"
        nl: "Een formulier is een object met velden. Begin met `type: object` en noem de velden onder `properties:`.",
        en: "A form is an object with fields. Start with `type: object` and name the fields under `properties:`.";
    /// A form has at most 200 fields and 16 levels.
    FormTooLarge {
        /// Fields at most.
        limit: usize,
    } "form_too_large"
        nl: format!("Dit formulier heeft meer dan {limit} velden, of te veel niveaus. Maak er twee documenten van, of maak het eenvoudiger."),
        en: format!("This form has more than {limit} fields, or too many levels. Make two documents of it, or make it simpler.");
    /// The name of a field is 1 to 60 letters, digits, - and _.
    FormFieldName {
        /// The name.
        name: String,
    } "form_field_name"
        nl: format!("`{name}` kan geen veldnaam zijn. Gebruik 1 tot 60 letters, cijfers, - en _. De tekst op het scherm is `title`."),
        en: format!("`{name}` cannot be the name of a field. Use 1 to 60 letters, digits, - and _. The text on the screen is `title`.");
    /// Every field and choice of a form has its texts in Dutch (`title`, `description`) and English (`x-en`).
    FormTextMissing {
        /// The text that is missing, such as `x-en.title`.
        entry: String,
    } "form_text_missing"
        nl: format!("Hier ontbreekt `{entry}`. `title` en `description` zijn Nederlands; de Engelse staan onder `x-en:`."),
        en: format!("`{entry}` is missing here. `title` and `description` are Dutch; the English ones are under `x-en:`.");
    /// `x-order` names every field of its form once, and no other.
    FormOrder {} "form_order"
        nl: "`x-order` noemt niet precies de velden van dit formulier. Noem elk veld één keer, of haal `x-order` weg: dan geldt de volgorde van het bestand.",
        en: "`x-order` does not name exactly the fields of this form. Name each field once, or remove `x-order`: then the order of the file holds.";
    /// `required` names only fields of its form.
    FormRequired {
        /// The field that is not there.
        field: String,
    } "form_required"
        nl: format!("`required` noemt `{field}`, maar dat veld is er niet: zo kan niemand het formulier inleveren. Voeg het veld toe of haal het hier weg."),
        en: format!("`required` names `{field}`, but there is no such field: nobody could submit the form. Add the field or remove it here.");
    /// `x-widget` is one that the screens know, on a field of its type.
    FormWidget {
        /// The widget.
        widget: String,
        /// What it needs.
        needs: Label,
    } "form_widget"
        nl: format!("`{widget}` past niet bij dit veld. {}", needs.nl),
        en: format!("`{widget}` does not fit this field. {}", needs.en);
}
