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
event-extra_decision_called = Condition { $condition } is overdue. An extra decision is needed by { $date }.
event-extra_decided = { $aftermath ->
    [go_on] { $who } recorded for { $party } the extra decision on condition { $condition }: the use goes on.
    [pause] { $who } recorded for { $party } the extra decision on condition { $condition }: the use is paused.
    [stop] { $who } recorded for { $party } the extra decision on condition { $condition }: the project stops.
   *[other] { $who } recorded for { $party } the extra decision on condition { $condition }.
    }
event-condition-opened = { $what ->
    [none] { $who } recorded condition { $condition }. It must be met by { $date }.
   *[other] { $who } recorded condition { $condition } about '{ $what }'. It must be met by { $date }.
    }
event-condition-reported = { $who } reported condition { $condition } as met.
event-condition-accepted = { $who } accepted condition { $condition }. It is met.
event-condition-sent_back = { $who } sent condition { $condition } back.
event-condition-reminded = The owner of condition { $condition } got a reminder. The date is { $date }.
event-condition-postponed = Condition { $condition } got a new date: { $date }.
event-task_overdue = Late: { $task }. The date was { $date }.
event-on_behalf = { $who } entered an answer for somebody else.
event-record_contested = { $who } contested record { $number }, which was entered for somebody else.
event-decision_upheld = { $who } recorded that the decision on '{ $gate }' stands after it was contested.
event-suppliers_named = { $suppliers ->
    [0] { $who } said that no supplier takes part.
    [one] { $who } said which supplier takes part.
   *[other] { $who } said which { $suppliers } suppliers take part.
    }
event-evidence_changed = Evidence of the organisation changed: '{ $evidence }'. Some answers may be outdated.

## What happened to a consultation.

event-consultation-informed = { $who } informed { $party } of the proposal.
event-consultation-opened = { $who } put the proposal before { $party }.
event-consultation-requested = { $who } asked that { $party } may give advice.
event-consultation-declined = { $who } declined the request of { $party } to give advice.
event-consultation-volunteered = { $who } recorded unasked advice of { $party }.
event-consultation-opined = { $who } gave an own opinion. Only { $party } sees it.
event-consultation-established = { $who } established the answer of { $party }.
event-consultation-extension_asked = { $who } asked more time for the answer of { $party }.
event-consultation-extended = { $who } gave { $party } more time to answer.
event-consultation-term_kept = { $who } gave { $party } no more time to answer.
event-consultation-summary_revised = { $who } put a new summary or new documents before { $party }.
event-consultation-term_chosen = { $who } chose how much time { $party } has to answer.
event-consultation-no_answer = { $who } recorded that no answer of { $party } came. That is not a 'yes'.
event-consultation-conferred = { $who } recorded a conversation with { $party } about the advice.
event-consultation-responded = { $who } responded to the advice of { $party }.
event-consultation-withdrawn = { $who } withdrew the question to { $party }.
event-consultation-substituted = { $who } recorded consent in place of that of { $party }.
event-consultation-confirmed = { $who } confirmed that the answer of { $party } stands.
event-consultation-reminded = { $party } was reminded.
event-consultation-term_passed = The time of { $party } is over. No answer came.
event-consultation-wait_over = The waiting time after the response to the advice of { $party } is over.
event-consultation-contested = { $who } contested the answer of { $party }. { $party } has to answer again.
event-consultation-overleg_contested = { $who } contested the recorded conversation with { $party }.

## What happened too early.

event-early-first_met = '{ $criterion }' comes before a contract, and is met now.
event-early-contract_signed = The contract '{ $artefact }' was signed too early. A criterion had to be met first.
event-early-work_began = { $who } reported when the work of the phase '{ $phase }' began.

## What happened while it was in use.

event-expiry-expiring = '{ $artefact }' runs out on { $date }.
event-expiry-expired = '{ $artefact }' ran out on { $date }.
event-expiry-renewed = '{ $artefact }' was renewed. What rests on it was answered again.
event-duty-began = The recurring duty '{ $subject }' got a first date: { $date }.
event-duty-done = The recurring duty '{ $subject }' was done. The next time is on { $date }.
event-change-reported = { $who } reported change { $number }: { $subject }.
event-change-closed = Change { $number } is closed. Everything was answered again.
event-change-closed_as_small = { $who } closed change { $number } as small.
event-signal-reported = { $signal ->
    [incident] { $who } reported signal { $number }: an incident.
    [data_breach] { $who } reported signal { $number }: a data breach.
    [complaint] { $who } reported signal { $number }: a complaint.
   *[experience] { $who } reported signal { $number }: an experience of a client.
    }
event-signal-handled = { $who } handled signal { $number }.
event-use-suspended = { $who } suspended the use for { $party }.
event-use-resumed = { $who } let the use go on for { $party }.
event-rollout-planned = { $who } planned rollout { $number }. It starts on { $date }.
event-rollout-answered = { $who } answered questions on rollout { $number } for { $party }.
event-rollout-started = { $who } recorded that rollout { $number } started.
event-rollout-cancelled = { $who } called rollout { $number } off.
event-emergency-allowed = { $who } recorded that { $party } allows emergency use, up to { $date }.
event-emergency-ended = The emergency use ended.

## What happened in the organisation.

event-organisation-evidence_defined = { $who } settled how '{ $name }' is kept.
event-organisation-board_set = { $who } settled that { $party } adopts improvement plans.
event-organisation-body_set = { $who } wrote down the rules of { $party }.
event-organisation-evidence_submitted = { $who } submitted '{ $name }'.
event-organisation-evidence_judged = { $sufficient ->
    [no] { $who } found '{ $name }' not sufficient.
   *[yes] { $who } found '{ $name }' sufficient.
    }
event-organisation-plan_adopted = { $who } adopted an improvement plan for '{ $name }'. It is due on { $date }.
event-organisation-agreed = { $who } recorded agreement { $number } with { $party }.
event-organisation-agreement_revoked = { $who } took agreement { $number } back.
event-organisation-expiry_noted = '{ $name }' runs out on { $date }.
event-organisation-supplier_named = { $who } named the supplier '{ $supplier }'.
event-organisation-delegated = { $to } answers for { $from } in { $party }, up to { $date }.
event-organisation-delegation_ended = { $who } ended the absence of { $from }.
event-own-consultation = Question { $number } to { $body }: { $what }

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
