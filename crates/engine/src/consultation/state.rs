//! The consultations of a project (or of the organisation) that still matter, and how they change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;

use super::act::{Advice, AdviceVerdict, Following};
use super::definition::Right;
use super::event::{ConsultationEvent, Term};
use crate::command::Outcome;
use crate::event::Evidence;
use crate::fold::FoldError;
use crate::ids::{ArtefactKey, ConsultationKey, FunnelVersionId, GateKey, PartyKey, PersonId};
use crate::limits;
use crate::moment::{Moment, Timestamp};
use crate::organisation::EvidenceId;
use crate::text::{Hash, TextRef};

/// What bodies were asked, as far as it still matters. What is over is read from the log; members' own opinions are never
/// here (law 9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultations {
    /// By number: everything open, and what a gate still needs to know of those that are settled.
    pub standing: BTreeMap<u32, Consultation>,
    /// The number of the last one, from 1.
    pub last: u32,
}

/// One consultation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultation {
    /// Which body.
    pub body: PartyKey,
    /// What it may do.
    pub right: Right,
    /// What called for it.
    pub origin: Origin,
    /// The question; none where a body gave advice of its own accord.
    pub question: Option<TextRef>,
    /// The plain summary, once it was asked.
    pub summary: Option<Summary>,
    /// What the body was shown; its answer rests on it.
    pub exhibits: Vec<Exhibit>,
    /// When it was asked; the moment of the request until then.
    pub opened: Moment,
    /// Since when it is where it is.
    pub since: Timestamp,
    /// The body's time, once it was asked.
    pub term: Option<Term>,
    /// Calendar days of waiting after a deviating response.
    pub waiting_days: u16,
    /// Whether the body was reminded; that happens once.
    pub reminded: bool,
    /// Whether it was noted that the term passed.
    pub passed: bool,
    /// The term before a new summary, until the chair chooses.
    pub term_before: Option<Term>,
    /// Until when the body asked for more time, until the lead answers.
    pub extension_asked: Option<Date>,
    /// Where it is.
    pub step: Step,
    /// The advice that wants or wanted a response.
    pub advised: Option<Advised>,
    /// Who asked for the organisation; in a project that is the lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<PersonId>,
}

/// What called for a consultation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Origin {
    /// A gate of the funnel.
    Gate {
        /// Which gate.
        gate: GateKey,
        /// Which of its consultations.
        kind: ConsultationKey,
    },
    /// The body itself.
    Body,
    /// The organisation: about a version of a funnel or evidence of the organisation.
    Organisation,
}

/// The plain summary that a body was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Summary {
    /// A document of the project.
    Revision(Evidence),
    /// Written in the request.
    Text(TextRef),
}

/// Something a body was shown, frozen (law 4).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Exhibit {
    /// A revision of a project's document.
    Document(Evidence),
    /// A version of a funnel.
    Funnel(FunnelVersionId),
    /// Evidence of the organisation.
    Evidence {
        /// Which.
        evidence: EvidenceId,
        /// Its revision.
        revision: u32,
        /// Its hash.
        hash: Hash,
    },
}

impl Exhibit {
    /// The document, where it is one of the project's.
    #[must_use]
    pub fn artefact(&self) -> Option<&ArtefactKey> {
        match self {
            Self::Document(evidence) => Some(&evidence.artefact),
            Self::Funnel(_) | Self::Evidence { .. } => None,
        }
    }
}

/// Where a consultation is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The body asked to be asked.
    Requested,
    /// The body deliberates.
    Asked,
    /// Consent was asked and no answer came: the gate stays shut, since silence is not consent.
    Unanswered,
    /// The body advised and waits for the provider's response.
    Advised,
    /// The body withheld its consent.
    Withheld,
    /// It is closed.
    Settled {
        /// How.
        how: Settled,
        /// The first day on which the gate may be decided.
        waits_until: Option<Date>,
    },
}

/// Advice that wants a response, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advised {
    /// What the body says.
    pub advice: Advice,
    /// On which day.
    pub on: Date,
    /// The last conversation about it (overleg).
    pub conferred: Option<Date>,
    /// The response, once it was given.
    pub following: Option<Following>,
}

/// How a consultation was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// The body was told.
    Informed,
    /// It answered, and where needed it was answered.
    Answered(AdviceVerdict),
    /// Advice was asked and no answer came, as a person recorded.
    NoAnswer,
    /// The competent body consented in its place.
    Substituted,
}

impl Consultation {
    /// Whether nothing more is asked of anybody.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        matches!(self.step, Step::Settled { .. })
    }

    /// Whether the body has a question to answer now.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.step == Step::Asked
    }

    fn go_to(&mut self, step: Step, at: Timestamp) {
        self.step = step;
        self.since = at;
    }

    fn set_term(&mut self, term: Term, today: Date) {
        self.term = Some(term);
        self.passed &= term.due < today;
    }

    /// What the body said, and where that leads.
    fn say(&mut self, advice: &Advice, at: Moment) {
        let settled = |how| Step::Settled { how: Settled::Answered(how), waits_until: None };
        let step = match advice.verdict {
            AdviceVerdict::ConsentWithheld => Step::Withheld,
            AdviceVerdict::ConsentGiven => settled(advice.verdict),
            // Nobody asked for it, so it wants an answer whatever it says.
            AdviceVerdict::Positive if self.question.is_some() => settled(advice.verdict),
            AdviceVerdict::Positive | AdviceVerdict::PositiveWithPoints | AdviceVerdict::Negative => {
                self.advised = Some(Advised { advice: advice.clone(), on: at.today, conferred: None, following: None });
                Step::Advised
            }
        };
        (self.term_before, self.extension_asked) = (None, None);
        self.go_to(step, at.at);
    }
}

impl Consultations {
    /// Takes an event into the state.
    pub(crate) fn apply(
        &mut self,
        number: u32,
        event: &ConsultationEvent,
        at: Moment,
        sequence: u64,
    ) -> Result<(), FoldError> {
        let out_of_place = FoldError::OutOfPlace(sequence);
        if let Some((begun, replaces)) = begun(event, at) {
            let requested = self.standing.get(&number).is_some_and(|c| c.step == Step::Requested);
            if number != self.last + 1 && !requested {
                return Err(out_of_place);
            }
            self.last = self.last.max(number);
            if let Some(replaced) = replaces {
                self.standing.remove(&replaced).ok_or(out_of_place)?;
            }
            self.forget_oldest();
            self.standing.insert(number, begun);
            return Ok(());
        }
        let known = self.standing.get_mut(&number).ok_or(out_of_place)?;
        known.change(event, at);
        // What nothing will ask about any more is over; the log keeps it.
        let over = known.origin == Origin::Organisation && matches!(known.step, Step::Settled { waits_until: None, .. });
        if over || matches!(event, ConsultationEvent::Declined { .. } | ConsultationEvent::Withdrawn { .. }) {
            self.standing.remove(&number);
        }
        Ok(())
    }

    /// Makes room: of what bodies asked of their own accord, the oldest that is settled is only in the log.
    fn forget_oldest(&mut self) {
        if self.standing.len() >= limits::CONSULTATIONS {
            let settled = |c: &Consultation| c.origin == Origin::Body && c.is_settled();
            let oldest = self.standing.iter().find(|(_, known)| settled(known)).map(|(number, _)| *number);
            oldest.and_then(|number| self.standing.remove(&number));
        }
    }

    /// A gate was decided: what was settled for it is over, unless it will be asked the same again.
    pub(crate) fn decided(&mut self, gate: &GateKey, outcome: &Outcome) {
        if matches!(outcome, Outcome::Rework { .. }) {
            return;
        }
        self.standing.retain(|_, known| match &known.origin {
            // A question that a decision leaves behind (the fact that called for it changed) is over with it.
            Origin::Gate { gate: of, .. } => of != gate,
            Origin::Body | Origin::Organisation => !known.is_settled(),
        });
    }

    /// The consultation that answers what `kind` of `gate` demands.
    #[must_use]
    pub fn for_gate(&self, gate: &GateKey, kind: &ConsultationKey) -> Option<(u32, &Consultation)> {
        let called = |origin: &Origin| matches!(origin, Origin::Gate { gate: g, kind: k } if g == gate && k == kind);
        self.standing.iter().rev().find(|(_, known)| called(&known.origin)).map(|(n, known)| (*n, known))
    }

    /// Those that no gate called for: what bodies asked or said of their own accord.
    pub fn of_bodies(&self) -> impl Iterator<Item = (u32, &Consultation)> {
        self.standing.iter().filter(|(_, known)| known.origin == Origin::Body).map(|(n, known)| (*n, known))
    }
}

/// The consultation that an event begins, and the one it takes the place of.
fn begun(event: &ConsultationEvent, at: Moment) -> Option<(Consultation, Option<u32>)> {
    let fresh = |body: &PartyKey, right, origin: Origin, step| Consultation {
        body: body.clone(),
        right,
        origin,
        question: None,
        summary: None,
        exhibits: Vec::new(),
        opened: at,
        since: at.at,
        term: None,
        waiting_days: 0,
        reminded: false,
        passed: false,
        term_before: None,
        extension_asked: None,
        step,
        advised: None,
        asked_by: None,
    };
    match event {
        ConsultationEvent::Informed { origin, body, question, summary, exhibits, informed: _, agreement: _, replaces } => {
            let step = Step::Settled { how: Settled::Informed, waits_until: None };
            let mut begun = fresh(body, Right::Information, origin.clone(), step);
            (begun.question, begun.summary) = (Some(*question), Some(summary.clone()));
            begun.exhibits.clone_from(exhibits);
            Some((begun, *replaces))
        }
        ConsultationEvent::Opened { origin, body, right, question, summary, exhibits, term, waiting_days, replaces } => {
            let mut begun = fresh(body, *right, origin.clone(), Step::Asked);
            (begun.question, begun.summary) = (Some(*question), Some(summary.clone()));
            begun.exhibits.clone_from(exhibits);
            (begun.term, begun.waiting_days) = (Some(*term), *waiting_days);
            Some((begun, *replaces))
        }
        ConsultationEvent::Requested { body, question } => {
            let mut begun = fresh(body, Right::Advice, Origin::Body, Step::Requested);
            begun.question = Some(*question);
            Some((begun, None))
        }
        ConsultationEvent::Volunteered { body, advice, waiting_days, counted: _ } => {
            let mut begun = fresh(body, Right::Advice, Origin::Body, Step::Asked);
            begun.waiting_days = *waiting_days;
            begun.say(advice, at);
            Some((begun, None))
        }
        _ => None,
    }
}

impl Consultation {
    fn change(&mut self, event: &ConsultationEvent, at: Moment) {
        let settle = |how, waits_until| Step::Settled { how, waits_until };
        match event {
            ConsultationEvent::Established { advice, counted: _ } => self.say(advice, at),
            ConsultationEvent::ExtensionAsked { until, reason: _ } => self.extension_asked = Some(*until),
            ConsultationEvent::Extended { term } => {
                self.extension_asked = None;
                self.set_term(*term, at.today);
            }
            ConsultationEvent::TermKept { reason: _ } => self.extension_asked = None,
            ConsultationEvent::SummaryRevised { summary, exhibits, term } => {
                self.summary = Some(summary.clone());
                self.exhibits.clone_from(exhibits);
                self.term_before = self.term_before.or(self.term);
                self.set_term(*term, at.today);
            }
            ConsultationEvent::TermChosen { choice: _, term } => {
                self.term_before = None;
                self.set_term(*term, at.today);
            }
            ConsultationEvent::NoAnswer { note: _ } if self.right == Right::Consent => self.go_to(Step::Unanswered, at.at),
            ConsultationEvent::NoAnswer { note: _ } => self.go_to(settle(Settled::NoAnswer, None), at.at),
            ConsultationEvent::Conferred { on, note: _ } => {
                if let Some(advised) = &mut self.advised {
                    advised.conferred = Some(*on);
                }
            }
            ConsultationEvent::Responded { response, waits_until } => {
                if let Some(advised) = &mut self.advised {
                    advised.following = Some(response.following);
                    let how = Settled::Answered(advised.advice.verdict);
                    self.go_to(settle(how, *waits_until), at.at);
                }
            }
            ConsultationEvent::Substituted { .. } => self.go_to(settle(Settled::Substituted, None), at.at),
            ConsultationEvent::Confirmed { exhibits, counted: _ } => {
                self.exhibits.clone_from(exhibits);
                self.since = at.at;
            }
            ConsultationEvent::Reminded => self.reminded = true,
            ConsultationEvent::TermPassed => self.passed = true,
            ConsultationEvent::WaitOver => {
                if let Step::Settled { waits_until, .. } = &mut self.step {
                    *waits_until = None;
                }
            }
            ConsultationEvent::Contested => {
                self.advised = None;
                self.go_to(Step::Asked, at.at);
            }
            ConsultationEvent::OverlegContested => {
                if let Some(advised) = &mut self.advised {
                    advised.conferred = None;
                    if advised.following.take_if(|following| *following != Following::Followed).is_some() {
                        self.go_to(Step::Advised, at.at);
                    }
                }
            }
            ConsultationEvent::Opined { .. }
            | ConsultationEvent::Declined { .. }
            | ConsultationEvent::Withdrawn { .. }
            | ConsultationEvent::Informed { .. }
            | ConsultationEvent::Opened { .. }
            | ConsultationEvent::Requested { .. }
            | ConsultationEvent::Volunteered { .. } => {}
        }
    }
}
