//! What happened in the demo: steps in working days ago, one file for each project.

use std::collections::BTreeMap;

use engine::{
    AdviceVerdict, Answer, ArtefactKey, ChangeKey, CriterionKey, DutyKey, FactKey, FactValue, Following, PartyKey, PhaseKey,
    Proof, SignalKind, Stage, SupplierKey, Verdict,
};
use serde::Deserialize;
use serde_json::{Map, Value};

/// Answers of forms, by document and then by field.
pub type Answers = BTreeMap<ArtefactKey, Map<String, Value>>;

/// One project and everything that happened in it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tale {
    /// The name of the project in the story.
    pub key: String,
    /// Who leads it, by key.
    pub lead: String,
    /// What it is called.
    pub title: String,
    /// The thing itself, as it stands in the middle of a sentence.
    pub short: String,
    /// What it is about.
    pub summary: String,
    /// How its questions are answered.
    pub facts: BTreeMap<FactKey, FactValue>,
    /// What its documents say where they do not say what documents of that kind say in every project.
    #[serde(default)]
    pub documents: Answers,
    /// The same for later versions.
    #[serde(default)]
    pub again: Answers,
    /// What happened, in any order.
    pub step: Vec<Step>,
}

/// One thing that somebody did.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    /// How many working days ago; at least one, so that everything lies in the past.
    pub ago: u16,
    /// At what time on the wall.
    #[serde(default = "morning")]
    pub at: String,
    /// Who, by key; the project's lead where nobody is named.
    pub who: Option<String>,
    /// What.
    #[serde(flatten)]
    pub act: Act,
    /// Set when it was said elsewhere and `who` only enters it (law 14).
    pub behalf: Option<Behalf>,
    /// Whether the engine must refuse it.
    #[serde(default)]
    pub refused: bool,
}

/// Whose answer somebody else enters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behalf {
    /// Whose, by key.
    pub person: String,
    /// How many calendar days before.
    pub days: u16,
    /// What was written down of it.
    pub minutes: String,
}

/// What somebody did.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Started the project.
    Start,
    /// Brought in a project that exists already.
    BringIn {
        /// Its real phase.
        phase: PhaseKey,
        /// Why.
        reason: String,
        /// Calendar days for what is missing.
        due: u16,
    },
    /// All who were asked something did it, over some working days; what needs a decision is left.
    Work {
        /// Working days, the last of which does all that is left.
        #[serde(default = "days")]
        days: u16,
        /// Tasks that nobody did, by how they begin: `judge:client-risico`.
        #[serde(default)]
        skip: Vec<String>,
        /// Only these tasks, by how they begin.
        #[serde(default)]
        only: Vec<String>,
    },
    /// Submitted a document.
    Submit {
        /// Which.
        artefact: ArtefactKey,
        /// How far it was.
        #[serde(default = "last_stage")]
        stage: Stage,
        /// Answers that only this version has.
        #[serde(default)]
        answers: Map<String, Value>,
    },
    /// Reviewed the current revision.
    Review {
        /// Of which document.
        artefact: ArtefactKey,
        /// For which party.
        party: PartyKey,
        /// How.
        #[serde(default = "approve")]
        verdict: Verdict,
        /// Why.
        note: Option<String>,
    },
    /// Answered a criterion.
    Judge {
        /// Which.
        criterion: CriterionKey,
        /// For which party.
        party: PartyKey,
        /// How.
        #[serde(default = "met")]
        answer: Answer,
        /// On what kind of proof.
        #[serde(default = "paper")]
        proof: Proof,
        /// Why.
        motivation: Option<String>,
    },
    /// Stood by earlier answers.
    Confirm {
        /// For which party.
        party: PartyKey,
        /// Which reviews.
        #[serde(default)]
        artefacts: Vec<ArtefactKey>,
        /// Which judgements.
        #[serde(default)]
        criteria: Vec<CriterionKey>,
    },
    /// Decided the open gate; where several must vote, the others voted the same.
    Decide(Decision),
    /// Let it go on under the newest version of its funnel.
    Migrate,
    /// Set a criterion aside.
    Waive {
        /// Which.
        criterion: CriterionKey,
        /// Why.
        reason: String,
    },
    /// Decided what an overdue condition leads to.
    DecideExtra {
        /// Which.
        condition: u32,
        /// Calendar days that it gets more; the use is paused where none are given.
        more: Option<u16>,
        /// Why.
        motivation: String,
    },
    /// Said that a condition is met.
    Report {
        /// Its number.
        condition: u32,
        /// How.
        note: String,
    },
    /// Agreed that a condition is met.
    Accept {
        /// Its number.
        condition: u32,
        /// A remark.
        note: Option<String>,
    },
    /// Did something in a consultation.
    #[serde(untagged)]
    Consult(Consult),
    /// Did something about use.
    #[serde(untagged)]
    InUse(InUse),
}

/// A decision.
#[derive(Clone, Debug, Deserialize)]
pub struct Decision {
    /// How.
    pub outcome: Verb,
    /// Why.
    pub motivation: String,
    /// What was learned, with *stop*.
    pub lessons: Option<String>,
    /// Back to where, with *rework*.
    pub to: Option<PhaseKey>,
    /// In how many calendar days: the new look of *hold*, what *conditional go* demands.
    pub within: Option<u16>,
    /// Who sees to what *conditional go* demands; the lead where nobody is named.
    pub owner: Option<String>,
    /// What *conditional go* says of what is missing.
    pub demand: Option<String>,
}

/// The outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// On to the next phase.
    Go,
    /// The same, if.
    ConditionalGo,
    /// Back.
    Rework,
    /// Wait.
    Hold,
    /// The end.
    Stop,
}

/// What is done in a consultation. `kind` is the name of the gate's consultation, or the body that began itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Consult {
    /// The lead asked, with the question that the funnel suggests.
    Ask {
        /// What.
        kind: String,
    },
    /// A member gave an opinion, for the body alone.
    Opine {
        /// In what.
        kind: String,
        /// The opinion.
        text: String,
    },
    /// The chair said what the body thinks.
    Advise {
        /// On what.
        kind: String,
        /// In one word.
        verdict: AdviceVerdict,
        /// In its words.
        text: String,
        /// What a minority thinks.
        minority: Option<String>,
    },
    /// A body gave advice that nobody asked.
    Volunteer {
        /// Which body.
        body: PartyKey,
        /// In one word.
        verdict: AdviceVerdict,
        /// In its words.
        text: String,
    },
    /// The body asked for more time.
    AskExtension {
        /// In what.
        kind: String,
        /// Calendar days from now.
        until: u16,
        /// Why.
        reason: String,
    },
    /// The lead gave it.
    Extend {
        /// In what.
        kind: String,
        /// Calendar days from now.
        until: u16,
    },
    /// A conversation was held.
    Confer {
        /// In what.
        kind: String,
        /// What was said.
        note: String,
    },
    /// The provider answered.
    Respond {
        /// What.
        kind: String,
        /// In one word.
        following: Following,
        /// Why.
        reason: String,
    },
}

/// What is done about a product in use.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum InUse {
    /// Said who supplies what.
    Suppliers {
        /// Who.
        suppliers: Vec<SupplierKey>,
    },
    /// Said when work began.
    ReportWork {
        /// Of which phase.
        phase: PhaseKey,
        /// How many calendar days before.
        days: u16,
        /// What.
        note: String,
    },
    /// Did a recurring duty.
    Duty {
        /// Which.
        duty: DutyKey,
        /// What came out of it.
        note: String,
    },
    /// Reported a change.
    Change {
        /// Of which kind.
        kind: ChangeKey,
        /// What changes.
        text: String,
    },
    /// Closed a small change.
    CloseSmall {
        /// Its number.
        change: u32,
        /// Why.
        note: String,
    },
    /// Reported that something went wrong.
    Signal {
        /// What kind.
        kind: SignalKind,
        /// Where it is kept.
        reference: String,
        /// How many calendar days before.
        #[serde(default)]
        days: u16,
    },
    /// Said what was done about a signal.
    Handle {
        /// Its number.
        signal: u32,
        /// What.
        note: String,
    },
    /// Stopped the use at once.
    Suspend {
        /// For which party.
        party: PartyKey,
        /// Why.
        reason: String,
    },
    /// Let it go on.
    Resume {
        /// For which party.
        party: PartyKey,
        /// Why.
        reason: String,
    },
    /// Planned a team or location.
    Rollout {
        /// Which.
        name: String,
        /// In how many calendar days.
        within: u16,
    },
    /// Allowed use before its gate.
    Allow {
        /// For how many calendar days.
        days: u16,
        /// Why.
        reason: String,
        /// What each party said.
        heard: BTreeMap<PartyKey, String>,
    },
}

fn morning() -> String {
    "09:30".to_owned()
}
fn days() -> u16 {
    8
}
fn last_stage() -> Stage {
    Stage::Final
}
fn approve() -> Verdict {
    Verdict::Approve
}
fn met() -> Answer {
    Answer::Met
}
fn paper() -> Proof {
    Proof::Paper
}
