### The fixed words of the screens. The name after the first dash is the name in the API.

## Decisions, in the order of the screen.

outcome-stop = No, stop
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
event-condition_opened = { $who } recorded a condition. It has to be met by { $date }.
event-condition_reported = { $who } reported a condition as met.
event-condition_accepted = { $who } accepted a condition. The condition is closed.
event-condition_sent_back = { $who } sent a condition back.
event-condition_postponed = A condition got a new date: { $date }.
event-task_overdue = Late: { $task }. The date was { $date }.

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
