### The use: changes, signals, suspending, rollouts, recurring duties and emergency use.

web-use = Use
web-use-link = Use, signals and changes
web-use-live = Clients use this now.
web-use-held = The use is suspended.
web-use-not = This is not in use yet. The project is in the phase { $phase }.
web-use-open = { $count ->
    [one] This one point is asked again:
   *[other] These { $count } points are asked again:
    }
web-reported-by = Reported by { $who } on { $date }

## Recurring duties.

web-duties = Recurring duties
web-duties-lead = These duties come back again and again.
web-duty-every = { $count ->
    [one] every day
   *[other] every { $count } days
    }
web-duty-next = Again on { $date }
web-duty-last = last done on { $date }
web-duty-document = Done when this document is approved:
web-duty-do = Record that this was done
web-duty-day = On which day was this done?
web-duty-note = What came of it?
web-duty-note-missing = Write down what came of it.
web-duty-send = Record the duty
web-duty-done = The duty was recorded.

## Changes.

web-changes = Changes
web-changes-none = No changes are open.
web-change-named = Change { $number }: { $kind }
web-change-report = Report a change
web-change-kind = What changes?
web-change-kind-missing = Choose what changes.
web-change-what = Describe the change
web-change-what-missing = Describe the change.
web-change-reopens = This is then asked again:
web-change-reopens-nothing = With this change nothing is asked again.
web-change-term = There are { $days } working days for that.
web-change-small-by = Is it a small change? Then { $party } can close it at once.
web-change-send = Report the change
web-change-done = The change was reported. Who has to answer something again gets a task.
web-change-nothing-open = Nobody needs to answer anything now. What waits for an improvement plan of the organisation is asked after that.
web-change-close = Close as a small change
web-change-close-why = Why does nothing have to be answered again?
web-change-close-why-missing = Write down why.
web-change-close-send = Close the small change
web-change-closed = The change was closed.

## Signals.

web-signals = Signals
web-signals-none = No signals are open.
web-signal-named = Signal { $number }: { $kind }
web-signal-incident = Incident
web-signal-incident-hint = Something went wrong, or almost.
web-signal-data_breach = Data breach
web-signal-data_breach-hint = Data was lost or came to the wrong person.
web-signal-complaint = Complaint
web-signal-complaint-hint = Somebody is not content and says so.
web-signal-experience = A client's experience
web-signal-experience-hint = Good or bad: what does the client notice?
web-signal-report = Report a signal
web-signal-kind = What do you want to report?
web-signal-kind-missing = Choose what you want to report.
web-signal-day = On which day was it?
web-signal-what = What happened, and where is it registered?
web-signal-what-hint = Name the number of the report. Write in plain words what happened.
web-signal-what-missing = Write down what happened.
web-signal-no-client = Write nothing about a client: no name, no date of birth, no room.
web-signal-without = This report says nothing about a client.
web-signal-without-missing = Check that nothing about a client stands in it, and tick that.
web-signal-send = Report the signal
web-signal-done = The signal was reported. Who handles it gets an e-mail today.
web-signal-on = Happened on { $date }
web-signal-handled-by = { $party } handles this
web-signal-nothing-open = Nobody needs to answer anything now. The signal can be handled.
web-signal-handle = Handle the signal
web-signal-handle-what = What was done?
web-signal-handle-missing = Write down what was done.
web-signal-handle-send = Record the handling
web-signal-handled = The signal was handled.

## Suspending.

web-holding = Suspend the use
web-holding-lead = Is it not safe? Then the use can stop at once. It goes on only when nobody holds it back any more.
web-holding-by = { $party } has suspended the use
web-holding-state = Suspended
web-holding-suspend = Suspend now for { $party }
web-holding-suspend-lead = The use stops at once. Everybody who takes part gets an e-mail.
web-holding-suspend-why = Why does the use have to stop?
web-holding-suspend-send = Suspend the use
web-holding-suspended = The use is suspended.
web-holding-resume = Release it again
web-holding-resume-why = Why is it safe again?
web-holding-resume-send = Release the use
web-holding-resumed = You no longer hold the use back.

## Rollouts.

web-rollouts = Rollout to teams and locations
web-rollouts-started = { $count ->
    [0] No team or location has started yet.
    [one] 1 team or location has started.
   *[other] { $count } teams or locations have started.
    }
web-rollout-named = Rollout { $number }
web-rollout-on = Starts on { $date }
web-rollout-plan = Plan a rollout
web-rollout-name = Which team or location?
web-rollout-name-missing = Fill in which team or location starts.
web-rollout-day = On which day does it start?
web-rollout-day-missing = Choose on which day it starts.
web-rollout-plan-send = Plan the rollout
web-rollout-planned = The rollout is planned.
web-rollout-check = Answer the questions for { $party }
web-rollout-checked = The answers were recorded.
web-rollout-start = Record that this has started
web-rollout-start-day = On which day did it start?
web-rollout-start-send = Record the start
web-rollout-started = The start was recorded.
web-rollout-cancel = This rollout does not happen
web-rollout-cancel-why = Why does this not happen?
web-rollout-cancel-send = Call the rollout off
web-rollout-cancelled = The rollout was called off.

## Emergency use.

web-emergency = Emergency use
web-emergency-lead = { $party } can allow this to be used for a while, before there is a decision.
web-emergency-open = This is used now without a decision, until { $date }. After that it ends by itself.
web-emergency-spent = Emergency use was allowed before. Once more is possible only after a decision.
web-emergency-allow = Allow emergency use
web-emergency-hear = First hear: { $parties }.
web-emergency-tell = { $body } is told the same day.
web-emergency-why = Why can this not wait?
web-emergency-until = Until which day?
web-emergency-latest = At most until { $date }.
web-emergency-heard = What does { $party } say?
web-emergency-heard-missing = Write down what { $party } says.
web-emergency-check = Everything that is missing becomes a condition with a date. The use ends by itself on the last day.
web-emergency-send = Allow emergency use
web-emergency-done = Emergency use was allowed.
web-emergency-end = End emergency use now
web-emergency-end-why = Why does emergency use end?
web-emergency-end-send = End emergency use
web-emergency-ended = The emergency use has ended.

## What came too early.

web-early-contract = Contract before ICT.
web-early-contract-text = This was signed on { $date }. { $party } had not said by then that it is met:
web-early-work = Work before the decision.
web-early-work-text = The work of the phase { $phase } began on { $date }. There was no decision by then.

## Emergency use that was allowed or ended elsewhere.

web-emergency-allowed-record = Record that emergency use was allowed elsewhere
web-emergency-ended-record = Record that emergency use was ended elsewhere
web-emergency-record-send = Record this
web-emergency-end-lead = The use stops at once. Everybody who takes part gets an e-mail.

## At the top of the project.

web-project-held = The use is suspended since { $date }, by { $party }.
web-project-suppliers-none = No suppliers were named yet.
web-project-suppliers-lead = What a supplier can show is judged once for all projects.
web-project-suppliers-evidence = See the evidence
web-project-suppliers-change = Name the suppliers
web-project-suppliers-question = Who supplies what this project uses?
web-project-suppliers-hint = Does evidence of this supplier run out? Then this project hears of it.
web-project-suppliers-first = The organisation has no suppliers yet. Ask the administrator to add the supplier.
web-project-suppliers-send = Record the suppliers
web-project-suppliers-done = The suppliers were recorded.
web-fact-confirm-all = Confirm all { $count } answers for { $party }

## That something was done about an agreement, an extra decision or a waiver.

web-conditions-none = No agreement is open any more.
web-condition-said-report = The agreement is reported as done. { $party } looks whether it is.
web-condition-said-accept = The agreement is done.
web-condition-said-send_back = The agreement is not done yet. Who sees to it is told.
web-extra-said = The extra decision is recorded.
web-waive-done = The waiver is recorded.
web-condition-back = { $who } does not think that this is done:
