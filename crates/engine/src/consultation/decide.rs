//! What may happen in a consultation that is there (laws 4, 8 and 9). The same for projects and for the organisation.

use time::{Date, Duration};

use super::act::{Advice, AdviceVerdict, ConsultationAct, Following, Response, TermChoice};
use super::definition::Right;
use super::event::{ConsultationEvent, Term};
use super::state::{Advised, Consultation, Exhibit, Settled, Step, Summary};
use crate::context::{Context, Member};
use crate::event::Counted;
use crate::funnel::AnswerRule;
use crate::ids::PartyKey;
use crate::limits;
use crate::moment::Calendar;
use crate::rejection::Rejection;
use crate::text::TextRef;

/// A consultation and what its documents are now.
pub(crate) struct Known<'a> {
    pub number: u32,
    pub consultation: &'a Consultation,
    /// What the body would be shown today.
    pub exhibits: Vec<Exhibit>,
    /// The summary, where a document is the summary.
    pub summary: Option<Summary>,
    /// Whether what its answer rests on changed.
    pub changed: bool,
}

impl Known<'_> {
    /// Decides an act on a consultation that was asked. `Accept` is decided by whoever knows the documents.
    pub(crate) fn decide(self, context: &Context<'_>, act: ConsultationAct) -> Result<ConsultationEvent, Rejection> {
        let at_step = |right_step: bool| {
            if right_step { Ok(()) } else { Err(Rejection::NotAtThisStep { consultation: self.number }) }
        };
        let consultation = self.consultation;
        match act {
            ConsultationAct::Decline { reason } => {
                at_step(consultation.step == Step::Requested)?;
                Ok(ConsultationEvent::Declined { reason })
            }
            ConsultationAct::Opine { opinion } => {
                at_step(consultation.is_asked())?;
                Ok(ConsultationEvent::Opined { body: consultation.body.clone(), opinion })
            }
            ConsultationAct::Establish { advice } => {
                // Late is not too late: only what was recorded as no advice is closed.
                at_step(consultation.is_asked() || consultation.step == Step::Unanswered)?;
                self.establish(context, advice)
            }
            ConsultationAct::AskExtension { .. }
            | ConsultationAct::Extend { .. }
            | ConsultationAct::KeepTerm { .. }
            | ConsultationAct::ReviseSummary { .. }
            | ConsultationAct::ChooseTerm { .. }
            | ConsultationAct::RecordNoAnswer { .. } => {
                at_step(consultation.is_asked())?;
                let term = consultation.term.ok_or(Rejection::NotAtThisStep { consultation: self.number })?;
                self.about_term(context, term, &act)
            }
            ConsultationAct::Confer { on, note } => {
                let advised = self.advised()?;
                happened(context, on, advised.on)?;
                Ok(ConsultationEvent::Conferred { on, note })
            }
            ConsultationAct::Respond { response } => {
                let advised = self.advised()?;
                self.respond(context, advised, response)
            }
            ConsultationAct::Withdraw { reason } => {
                at_step(!consultation.is_settled())?;
                Ok(ConsultationEvent::Withdrawn { reason })
            }
            ConsultationAct::Substitute { on, text } => {
                at_step(matches!(consultation.step, Step::Withheld | Step::Unanswered))?;
                happened(context, on, consultation.opened.today)?;
                Ok(ConsultationEvent::Substituted { on, text })
            }
            ConsultationAct::Confirm => {
                let answered =
                    matches!(consultation.step, Step::Settled { how: Settled::Answered(_) | Settled::Substituted, .. });
                at_step(answered && self.changed)?;
                let counted = counted(context, &consultation.body);
                Ok(ConsultationEvent::Confirmed { exhibits: self.exhibits, counted })
            }
            ConsultationAct::NoteTime => due(consultation, context.now.today).ok_or(Rejection::NothingPassed),
            ConsultationAct::Accept { .. } => Err(self.not_now()),
        }
    }

    /// The advice that waits for a response.
    fn advised(&self) -> Result<&Advised, Rejection> {
        let waits = self.consultation.advised.as_ref().filter(|_| self.consultation.step == Step::Advised);
        waits.ok_or_else(|| self.not_now())
    }

    fn not_now(&self) -> Rejection {
        Rejection::NotAtThisStep { consultation: self.number }
    }

    fn establish(&self, context: &Context<'_>, advice: Advice) -> Result<ConsultationEvent, Rejection> {
        let Consultation { right, body, .. } = self.consultation;
        if !advice.verdict.fits(*right) {
            return Err(Rejection::VerdictDoesNotFit { consultation: self.number, right: *right });
        }
        Ok(ConsultationEvent::Established { advice, counted: counted(context, body) })
    }

    /// Acts on the time that the body has.
    fn about_term(&self, context: &Context<'_>, term: Term, act: &ConsultationAct) -> Result<ConsultationEvent, Rejection> {
        let today = context.now.today;
        let until = |date: Date| Term { due: date, remind: remind_on(context.calendar, today, date), ..term };
        match act {
            ConsultationAct::AskExtension { until, reason } => {
                longer(context, term.due, *until)?;
                Ok(ConsultationEvent::ExtensionAsked { until: *until, reason: *reason })
            }
            ConsultationAct::Extend { until: date } => {
                longer(context, term.due, *date)?;
                Ok(ConsultationEvent::Extended { term: until(*date) })
            }
            ConsultationAct::KeepTerm { reason } => {
                self.consultation.extension_asked.ok_or_else(|| self.not_now())?;
                Ok(ConsultationEvent::TermKept { reason: *reason })
            }
            ConsultationAct::ReviseSummary { summary } => self.revise(context, term, *summary),
            ConsultationAct::ChooseTerm { choice } => {
                let before = self.consultation.term_before.ok_or_else(|| self.not_now())?;
                let chosen = match choice {
                    TermChoice::Restart => term,
                    TermChoice::Keep => before,
                    TermChoice::Extend { until: date } => {
                        if *date <= before.due || *date > term.due {
                            return Err(Rejection::TermOutside { earliest: before.due, latest: term.due });
                        }
                        until(*date)
                    }
                };
                Ok(ConsultationEvent::TermChosen { choice: *choice, term: chosen })
            }
            ConsultationAct::RecordNoAnswer { note } => {
                if today <= term.due {
                    return Err(Rejection::TermRunning { consultation: self.number, due: term.due });
                }
                Ok(ConsultationEvent::NoAnswer { note: *note })
            }
            _ => Err(self.not_now()),
        }
    }

    fn revise(&self, context: &Context<'_>, term: Term, text: Option<TextRef>) -> Result<ConsultationEvent, Rejection> {
        if text.is_none() && self.exhibits == self.consultation.exhibits {
            return Err(Rejection::ProposalUnchanged { consultation: self.number });
        }
        let summary = text.map(Summary::Text).or_else(|| self.summary.clone()).or_else(|| self.consultation.summary.clone());
        let summary = summary.ok_or(Rejection::SummaryNeeded)?;
        // A restart never ends before the term that the body already had.
        let restart = self::term(context, &self.consultation.body, term.days, None)?;
        let term = if restart.due < term.due { term } else { restart };
        Ok(ConsultationEvent::SummaryRevised { summary, exhibits: self.exhibits.clone(), term })
    }

    fn respond(&self, context: &Context<'_>, advised: &Advised, response: Response) -> Result<ConsultationEvent, Rejection> {
        let deviates = response.following != Following::Followed;
        if deviates && advised.conferred.is_none() {
            return Err(Rejection::OverlegNeeded { consultation: self.number });
        }
        let days = self.consultation.waiting_days;
        let waits = deviates && days > 0;
        let waits_until = waits.then(|| context.now.today.saturating_add(Duration::days(i64::from(days))));
        Ok(ConsultationEvent::Responded { response, waits_until })
    }
}

/// The term of a body: never shorter than what the funnel and its own rules give, around its meetings and holidays; the date
/// asked for where it is later.
///
/// # Errors
/// [`Rejection::TermTooShort`] when an earlier date was asked, [`Rejection::TermTooFar`] when the body's first day lies beyond
/// what any term may take.
pub(crate) fn term(context: &Context<'_>, body: &PartyKey, days: u16, asked: Option<Date>) -> Result<Term, Rejection> {
    let today = context.now.today;
    let earliest = match context.organisation.settings.bodies.get(body) {
        Some(rules) => rules.earliest(context.calendar, today, days),
        None => context.calendar.after_working_days(today, days),
    };
    // No date that anybody could choose would do: the body's rules are what has to change.
    let latest = latest(context);
    if earliest > latest {
        let days = u32::try_from(limits::CONSULTATION_DAYS).unwrap_or(u32::MAX);
        return Err(Rejection::TermTooFar { party: body.clone(), earliest, latest, days });
    }
    let due = asked.unwrap_or(earliest);
    if due < earliest {
        return Err(Rejection::TermTooShort { earliest });
    }
    at_most(context, due)?;
    Ok(Term { days, due, remind: remind_on(context.calendar, today, due) })
}

/// More time ends later than the time there was.
fn longer(context: &Context<'_>, due: Date, until: Date) -> Result<(), Rejection> {
    if until <= due || until <= context.now.today {
        return Err(Rejection::TermTooShort { earliest: due.max(context.now.today).next_day().unwrap_or(due) });
    }
    at_most(context, until)
}

/// The last day on which a term may end.
fn latest(context: &Context<'_>) -> Date {
    context.now.today.saturating_add(Duration::days(limits::CONSULTATION_DAYS))
}

fn at_most(context: &Context<'_>, due: Date) -> Result<(), Rejection> {
    let (earliest, latest) = (context.now.today, latest(context));
    if due > latest { Err(Rejection::TermOutside { earliest, latest }) } else { Ok(()) }
}

/// Law 14: what happened did so on a day that was, and not before it could.
pub(crate) fn happened(context: &Context<'_>, on: Date, earliest: Date) -> Result<(), Rejection> {
    if on > context.now.today {
        return Err(Rejection::DateInFuture { date: on });
    }
    if on < earliest { Err(Rejection::DateTooEarly { earliest }) } else { Ok(()) }
}

/// The day of the one reminder: some working days before the end, and never on the day of asking.
fn remind_on(calendar: &Calendar, today: Date, due: Date) -> Date {
    let mut day = due;
    let mut left = limits::REMINDER_DAYS;
    while left > 0 {
        match day.previous_day() {
            Some(earlier) if earlier > today => day = earlier,
            _ => return day,
        }
        if calendar.is_working_day(day) {
            left -= 1;
        }
    }
    day
}

/// What time makes happen to a consultation on this day; each thing once.
pub(crate) fn due(consultation: &Consultation, today: Date) -> Option<ConsultationEvent> {
    match (&consultation.step, &consultation.term) {
        (Step::Asked, Some(term)) if today > term.due => (!consultation.passed).then_some(ConsultationEvent::TermPassed),
        (Step::Asked, Some(term)) if today >= term.remind && !consultation.reminded => Some(ConsultationEvent::Reminded),
        (Step::Settled { waits_until: Some(until), .. }, _) if today >= *until => Some(ConsultationEvent::WaitOver),
        _ => None,
    }
}

/// The first day on which [`due`] may give something.
pub(crate) fn next_due(consultation: &Consultation) -> Option<Date> {
    match (&consultation.step, &consultation.term) {
        (Step::Asked, Some(term)) if !consultation.reminded && !consultation.passed => Some(term.remind),
        (Step::Asked, Some(term)) if !consultation.passed => Some(term.due.next_day().unwrap_or(term.due)),
        (Step::Settled { waits_until, .. }, _) => *waits_until,
        _ => None,
    }
}

/// The membership of a body when its chair speaks (law 7).
pub(crate) fn counted(context: &Context<'_>, body: &PartyKey) -> Counted {
    counted_one(context, body, AnswerRule::Chair)
}

/// The membership of a party for which one person speaks.
pub(crate) fn counted_one(context: &Context<'_>, party: &PartyKey, rule: AnswerRule) -> Counted {
    let members = u32::try_from(context.parties.of(party).len()).unwrap_or(u32::MAX);
    let speaks = |member: &Member| rule == AnswerRule::Any || member.chair;
    let actor = context.actor.person().map(|person| person.id);
    let acts_for = actor.and_then(|id| context.memberships(party, id).find(speaks)).map(|member| member.person);
    Counted { rule, members, votes: 1, delegated_by: acts_for.filter(|member| Some(*member) != actor), own_work: false }
}

/// A body is asked only where it has members: where there is none, clients are heard in another way.
pub(crate) fn has_members(context: &Context<'_>, body: &PartyKey) -> Result<(), Rejection> {
    if context.parties.of(body).is_empty() {
        return Err(Rejection::BodyWithoutMembers { party: body.clone() });
    }
    Ok(())
}

/// Advice that nobody asked is advice, never consent.
pub(crate) fn volunteered(
    context: &Context<'_>,
    number: u32,
    body: PartyKey,
    advice: Advice,
    waiting_days: u16,
) -> Result<ConsultationEvent, Rejection> {
    if !advice.verdict.fits(Right::Advice) {
        return Err(Rejection::VerdictDoesNotFit { consultation: number, right: Right::Advice });
    }
    let counted = counted(context, &body);
    Ok(ConsultationEvent::Volunteered { body, advice, waiting_days, counted })
}

/// Whether the conversation is still to be held before this advice can be left unfollowed.
pub(crate) fn overleg_missing(consultation: &Consultation) -> bool {
    let missing = |advised: &Advised| advised.advice.verdict == AdviceVerdict::Negative && advised.conferred.is_none();
    consultation.advised.as_ref().is_some_and(missing)
}
