### The fixed words of the screens. The name after the first dash is the name in the API.

## Decisions, in the order of the screen.

outcome-stop = No, stop
outcome-stop_to = No, stop and on to { $phase }
outcome-rework = Back: { $phase } first
outcome-rework_here = Back: another round in this phase
outcome-hold = Wait a while
outcome-conditional_go = Yes, provided … Then on to { $phase }
outcome-conditional_go_retire = Yes, provided … Then out of use
outcome-go = Yes, go on to { $phase }
outcome-go_retire = Yes, take out of use

## Verdicts on a document.

verdict-approve = Approve
verdict-request_changes = Request changes
verdict-approve-done = Approved
verdict-request_changes-done = Changes requested

## Answers on a criterion, and how strong the proof is.

answer-met = Met
answer-not_met = Not met
answer-not_applicable = Not applicable
proof-paper = On paper
proof-practice = In practice

## How far a document is.

stage-concept = Concept
stage-final = Final

## How a point stands.

state-done = Approved
state-done-criterion = Met
state-waiting = Waiting for review
state-adjust = Change
state-to_do = To do
state-not_yet = Not possible yet
state-stale = Out of date
state-expired = Expired
state-waived = Waived

## The project.

lifecycle-active = Running
lifecycle-stopped = Stopped
lifecycle-retired = Out of use

## Tasks: a verb and a thing.

task-answer_fact = Answer: { $fact }
task-confirm_fact = Confirm: { $fact }
task-submit = Submit: { $artefact }
task-submit-again = Change: { $artefact }
task-review = Review: { $artefact }
task-judge = Judge: { $criterion }
task-confirm = Confirm your earlier answer: { $subject }
task-decide = Decide: { $gate }
task-decide_extra = Decide on the overdue condition { $condition }
task-meet_condition = See to condition { $condition }
task-accept_condition = See whether condition { $condition } is met
task-open_consultation = Put the proposal to the council or adviser
task-open_consultation-body = Put the proposal before { $body }
task-consultation-advise = Answer consultation { $number }
task-consultation-choose_term = Choose how much time you want for consultation { $number }
task-consultation-confirm_advice = Say whether your answer to consultation { $number } stands
task-consultation-answer_request = Answer the request to give advice: consultation { $number }
task-consultation-extend_term = Give more time for consultation { $number }, or do not
task-consultation-revise_summary = Put forward what changed in consultation { $number }
task-consultation-record_no_answer = Record that no answer came to consultation { $number }
task-consultation-confer = Talk about the advice in consultation { $number }
task-consultation-respond = Respond to the advice in consultation { $number }
task-judge_evidence = Judge evidence of the organisation: { $evidence }
task-submit_evidence = Submit evidence of the organisation: { $evidence }
task-uphold_decision = Look again at the decision: { $gate }
task-renew = Renew: { $artefact }
task-do_duty = Do: { $duty }
task-handle_signal = Handle signal { $number }
task-check_rollout = Answer the questions on rollout { $number }
task-start_rollout = Start rollout { $number }

## What happened: sentences for the timeline.

event-project_started = { $who } started the project.
event-phase_entered = { $parties ->
    [none] The phase '{ $phase }' began.
   *[other] The phase '{ $phase }' began. From now on these take part too: { $parties }.
    }
event-round_opened = Round { $round } of '{ $gate }' opened. The decision is planned on { $date }.
event-facts_answered = { $count ->
    [one] { $who } answered 1 question about the project.
   *[other] { $who } answered { $count } questions about the project.
    }
event-fact_confirmed = { $who } confirmed the answer to '{ $fact }' for { $party }.
event-revision_submitted = { $who } submitted version { $revision } of '{ $artefact }'.
event-revision_reviewed = { $verdict ->
    [request_changes] { $who } requested changes in '{ $artefact }', version { $revision }, for { $party }.
   *[approve] { $who } approved '{ $artefact }', version { $revision }, for { $party }.
    }
event-revision_reviewed-confirmed = { $who } confirmed the earlier review of '{ $artefact }' for { $party }, now for version { $revision }.
event-criterion_judged = { $who } answered '{ $criterion }' for { $party }: { $answer }.
event-criterion_judged-confirmed = { $who } confirmed the earlier answer to '{ $criterion }' for { $party }: { $answer }.
event-gate_decided = { $who } recorded the decision of { $party } on '{ $gate }': { $outcome }.
event-project_stopped = The project stopped at '{ $gate }'.
event-project_retired = The application went out of use at '{ $gate }'.
event-project_closed = Everything that stopping asks for is done. The project is closed.
event-project_reopened = { $who } recorded for { $party } that the project goes on.
event-project_brought_in = { $who } brought in this running project. What happened before is not recorded in Trechter.
event-project_migrated = { $who } moved the project to a new version of the funnel.
event-round_planned = The next round of '{ $gate }' is planned for { $date }.
event-hold_ended = The waiting is over. The decision is planned for { $date }.
event-vote_cast = { $who } voted for { $party }.
event-criterion_waived = { $who } waived '{ $criterion }' for { $party }.
event-extra_decision_called = A condition is overdue. An extra decision is needed by { $date }.
event-extra_decided = { $who } recorded the extra decision for { $party }.
event-condition-opened = { $who } recorded a condition. It has to be met by { $date }.
event-condition-reported = { $who } reported a condition as met.
event-condition-accepted = { $who } accepted a condition. The condition is closed.
event-condition-sent_back = { $who } sent a condition back.
event-condition-postponed = A condition got a new date: { $date }.
event-task_overdue = Late: { $task }. The date was { $date }.
event-on_behalf = { $who } entered an answer for somebody else.
event-record_contested = { $who } contested what was entered for somebody else.
event-decision_upheld = { $who } recorded that a contested decision stands.
event-suppliers_named = { $who } named the suppliers that take part.
event-evidence_changed = Evidence of the organisation has changed. Some answers may be out of date.

## What happened to a consultation.

event-consultation-informed = { $who } informed a council or adviser of the proposal.
event-consultation-opened = { $who } put the proposal to a council or adviser.
event-consultation-requested = { $who } asked whether a council or adviser can give advice.
event-consultation-declined = { $who } declined a request to give advice.
event-consultation-volunteered = { $who } recorded advice that nobody asked for.
event-consultation-opined = { $who } gave an own opinion. Only the council or adviser sees it.
event-consultation-established = { $who } established the answer of a council or adviser.
event-consultation-extension_asked = { $who } asked for more time for an answer.
event-consultation-extended = { $who } gave more time for an answer.
event-consultation-term_kept = { $who } gave no more time for an answer.
event-consultation-summary_revised = { $who } put forward a new summary or new documents.
event-consultation-term_chosen = { $who } chose how much time there is for an answer.
event-consultation-no_answer = { $who } recorded that no answer came. That is not a 'yes'.
event-consultation-conferred = { $who } recorded a talk about the advice.
event-consultation-responded = { $who } responded to the advice.
event-consultation-withdrawn = { $who } withdrew a consultation.
event-consultation-substituted = { $who } recorded consent by the competent body in place of the council.
event-consultation-confirmed = { $who } confirmed that an earlier answer stands.
event-consultation-reminded = A reminder was sent about a consultation.
event-consultation-term_passed = The time for an answer is over. No answer came.
event-consultation-wait_over = The time to wait after the response to the advice is over.
event-consultation-contested = { $who } contested an answer. The council or adviser has to answer again.
event-consultation-overleg_contested = { $who } contested a recorded talk about the advice.

## What happened too early.

event-early-first_met = A criterion that comes before a contract is met now.
event-early-contract_signed = A contract was signed too early. A criterion had to be met first.
event-early-work_began = { $who } reported when the work of a phase began.

## What happened while it was in use.

event-expiry-expiring = A document expires soon.
event-expiry-expired = A document has expired.
event-expiry-renewed = A document was renewed. What rests on it was answered again.
event-duty-began = A recurring task got its first date.
event-duty-done = A recurring task was done.
event-change-reported = { $who } reported a change.
event-change-closed = A change was closed. Everything was answered again.
event-change-closed_as_small = { $who } closed a small change.
event-signal-reported = { $who } reported a signal.
event-signal-handled = { $who } handled a signal.
event-use-suspended = { $who } suspended the use.
event-use-resumed = { $who } released the use again.
event-rollout-planned = { $who } planned a rollout.
event-rollout-answered = { $who } answered questions on a rollout.
event-rollout-started = { $who } recorded that a rollout started.
event-rollout-cancelled = { $who } cancelled a rollout.
event-emergency-allowed = { $who } recorded that emergency use is allowed.
event-emergency-ended = The emergency use ended.

## What happened in the organisation.

event-organisation-evidence_defined = { $who } recorded a kind of evidence.
event-organisation-board_set = { $who } chose the board that adopts improvement plans.
event-organisation-body_set = { $who } recorded the rules of a council or adviser.
event-organisation-evidence_submitted = { $who } submitted evidence of the organisation.
event-organisation-evidence_judged = { $who } judged evidence of the organisation.
event-organisation-plan_adopted = { $who } adopted an improvement plan.
event-organisation-agreed = { $who } recorded an agreement with a council or adviser.
event-organisation-agreement_revoked = { $who } took back an agreement.
event-organisation-expiry_noted = Evidence of the organisation expires soon.

## Who did something, when no person stands behind it or the name was erased.

who-system = The system
who-erased = Somebody (name erased)

## An e-mail that was sent or not.

delivery-pending = Being sent
delivery-sent = Sent
delivery-unknown = It is not certain that this was sent. We will try once more.
delivery-failed-refused = Not sent. The mail server refuses this message. Check the e-mail address.
delivery-failed-exhausted = Not sent. It did not work, even after { $count } tries. Check the mail server.
delivery-failed-unknown = It is not certain that this was sent. The mail server broke off twice. Ask the recipient whether it arrived.

## Small words.

list-and = and
list-or = or
value-yes = yes
value-no = no
