### The texts of the screens. Fixed words are in words.ftl, refusals in rejection.ftl.

## Around every page.

web-window-title = { $title } – Trechter
web-skip = Skip to the content
web-nav = Main menu
web-nav-tasks = My tasks
web-nav-tasks-waiting = are waiting for you
web-nav-organisation = Organisation
web-nav-projects = Projects
web-crumbs = Where you are
web-sign-out = Sign out
web-foot = Trechter of { $organisation } · You are { $person }
web-demo = This is a demonstration. The people and projects are made up.
web-mailbox = See the e-mails
web-offline = You are not connected. What you type stays on this device.
web-loading = One moment, the page is on its way.
web-not-found = Not found
web-failed = The page does not arrive
web-again = Try again
web-busy = One moment…
web-more = Show more
web-back = Back
web-change = Change
web-cancel = Cancel
web-choose = Choose…
web-yes = Yes
web-no = No
web-optional = { $title } (may stay empty)
web-to-tasks = To my tasks
web-to-project = To the project
web-visible-to-all = Everybody in the project can read this.
web-mark = Mark for verification (hash)

## When something cannot be done.

web-problem = This is not right yet
web-refused = This cannot be done yet
web-refused-conflict = Something changed
web-refused-entered = This was recorded before
web-law = Rule { $law } of the funnel.
web-blocker-organisation_evidence = { $party } needs evidence of the organisation for '{ $criterion }'. It is not there, or it does not count.
web-blocker-decision_contested = An earlier decision was contested. Look at it again.
web-signed-out-meanwhile = You are no longer signed in. Sign in again. What you typed will still be there.

## Signing in.

web-sign-in = Sign in
web-sign-in-email = E-mail address
web-sign-in-password = Password
web-sign-in-email-missing = Fill in your e-mail address.
web-sign-in-password-missing = Fill in your password.

## My tasks.

web-tasks = My tasks
web-tasks-lists = Kinds of tasks
web-tasks-mine = Waiting for me ({ $count })
web-tasks-others = Waiting for others ({ $count })
web-tasks-count = { $count ->
    [0] You have no tasks now.
    [one] 1 task is waiting for you.
   *[other] { $count } tasks are waiting for you.
    }
web-tasks-late = { $count ->
    [one] 1 is late.
   *[other] { $count } are late.
    }
web-tasks-late-heading = Late
web-tasks-after = After that
web-tasks-meeting = { $count ->
    [one] { $body } has 1 decision to take. Do you decide in a meeting? Then prepare it.
   *[other] { $body } has { $count } decisions to take. Do you decide in a meeting? Then record the decisions together.
    }
web-tasks-meeting-button = Prepare a meeting
web-tasks-empty = { $list ->
    [waiting_for_others] You are not waiting for anybody.
   *[other] Nothing is waiting for you. You get an e-mail when that changes.
    }
web-task-for = for { $party }
web-task-waits-for = Waiting for { $who }
web-task-confirmable = You answered this before
web-task-confirmable-others = The earlier answer is outdated
web-version = Version { $number }
web-due = By { $date }
web-until = by { $date }
web-was-due = Was due { $date }
web-since = since { $date }
web-next-task = Next task:
web-keys = Shortcuts:
web-keys-next = next
web-keys-previous = previous
web-keys-off = Switch shortcuts off
web-keys-on = Switch shortcuts on

## Confirming earlier answers.

web-confirm-card = { $count ->
    [one] '{ $project }' has changed. Does { $party } stay with its earlier answer?
   *[other] '{ $project }' has changed. Does { $party } stay with its { $count } earlier answers?
    }
web-confirm-card-button = { $count ->
    [one] Look and confirm
   *[other] Look and confirm { $count } answers
    }
web-confirm-title = Confirm earlier answers
web-confirm-lead = These documents changed after your answer. Do you stand by your answer? Then confirm it.
web-confirm-answer = Your answer was: { $answer }.
web-confirm-changed = '{ $name }' went from version { $seen } to { $now }. Changed: { $fields }.
web-confirm-compare = Compare the versions of '{ $name }'
web-confirm-none = Choose at least one answer to confirm.
web-confirm-empty = You cannot confirm anything here now. Did you help to write the new version? Then a colleague confirms.
web-confirm-send = { $count ->
    [0] Confirm answers
    [one] Confirm 1 answer
   *[other] Confirm { $count } answers
    }
web-confirmed = { $count ->
    [one] Your answer is confirmed. It now holds for the new version.
   *[other] Your { $count } answers are confirmed. They now hold for the new versions.
    }

## Projects.

web-project = Project
web-projects-lists = Kinds of projects
web-projects-active = Running
web-projects-stopped = Stopped
web-projects-retired = Out of use
web-projects-empty = { $list ->
    [stopped] There are no stopped projects.
    [retired] Nothing has been taken out of use yet.
   *[other] There are no running projects yet.
    }
web-phase-column = Phase
web-points-done = { $done } of { $total } points done
web-done-of = { $done } of { $total }
web-lead = Project lead
web-new-project = New project
web-new-title = What is the project called?
web-new-title-hint = A short name that everybody understands.
web-new-title-missing = Fill in the name of the project.
web-new-summary = What is it about?
web-new-summary-hint = Write two or three plain sentences. What changes for clients?
web-new-summary-missing = Write what the project is about.
web-new-lead = Who leads the project?
web-new-funnel = Which funnel does it go through?
web-new-funnel-missing = Choose a funnel.
web-funnel-version = { $name }, version { $version }
web-new-start = Start the project

## Project.

web-phases = Phases of the project
web-phase = Phase { $phase }
web-phase-done = Done
web-phase-current = Now, since { $date }
web-phase-stopped = Stopped here
web-phase-retired = Taken out of use
web-phase-later = Later
web-started = Started
web-decision-planned = Decision planned
web-now-heading = What must happen now?
web-now-submit = { $who } must submit '{ $thing }'
web-now-submit-again = { $who } must change '{ $thing }'
web-now-review = { $who } must review '{ $thing }'
web-now-judge = { $who } must answer '{ $thing }'
web-now-answer_fact = { $who } must answer '{ $thing }'
web-now-confirm_fact = { $who } must confirm the answer to '{ $thing }'
web-now-meet_condition = { $who } must see to condition { $thing }
web-now-accept_condition = { $who } must see whether condition { $thing } is met
web-now-decide_extra = { $who } must take an extra decision on condition { $thing }
web-now-body = We wait for { $who }: question { $number }. There is time until { $date }.
web-now-other = { $who } must do this: '{ $thing }'
web-now-mine = You can do this now:
web-now-mine-more = { $count ->
    [one] 1 more task
   *[other] { $count } more tasks
    }
web-you = You
web-now-due = please by { $date }
web-now-late = and that was due on { $date }
web-now-others = { $count ->
    [one] 1 more task is open.
   *[other] { $count } more tasks are open.
    }
web-now-decide = Everything is ready. { $party } can now decide on '{ $gate }', please by { $date }.
web-now-no-gate = Nothing needs to happen now. No gate is open in the phase { $phase }.
web-now-stopped = This project was stopped.
web-now-retired = The product is out of use.
web-now-nothing = Nothing more has to happen.
web-now-closed = Everything that belongs to it was done on { $date }.
web-now-closing = { $count ->
    [one] 1 thing still has to be finished.
   *[other] { $count } things still have to be finished.
    }
web-now-hold = This project is waiting. On { $date } we look at it again.
web-now-next-round = The next round is planned for { $date }.
web-checks = { $gate }: { $done } of { $total } points done
web-waits-for = Waiting for { $who }
web-check-not-yet = Can be done when the documents are there
web-legal = Required by law
web-informs = Does not hold up the decision
web-some-point = Other point
web-waive = Waive
web-waive-reason = Why does '{ $criterion }' not apply here?
web-waive-hint = A waiver counts at this gate only. Everybody in the project can read the reason.
web-waive-missing = Write why this does not apply here.
web-waive-send = Record the waiver
web-decision = Decision
web-decision-by = { $party } decides, please by { $date }.
web-decision-not-yet = Going on is not possible yet.
web-decision-open = { $count ->
    [one] 1 point is still open.
   *[other] { $count } points are still open.
    }
web-decision-ready = All points are done. The decision can be taken.
web-decide = Take the decision
web-conditions = Conditions
web-conditions-lead = This was agreed at a decision and is still to be done.
web-condition = Condition { $number }
web-condition-named = Condition { $number }: { $name }
web-condition-owner = { $who } sees to it
web-condition-accepts = { $party } says whether it is met
web-condition-blocks = holds up '{ $gate }'
web-condition-open = To do
web-condition-late = Late
web-condition-reported = Reported as done
web-condition-extra = This condition is late. An extra decision is needed by { $date }.
web-condition-report = Report as done
web-condition-judge = See whether it is met
web-condition-question = Is this condition met?
web-condition-step-accept = Yes, it is done
web-condition-step-send_back = No, it is not done yet
web-condition-choose = Choose whether the condition is met.
web-condition-note-report = How was it done?
web-condition-note-accept = Note (may stay empty)
web-condition-note-send_back = What still has to happen?
web-condition-missing-report = Write how it was done.
web-condition-missing-send_back = Write what still has to happen.
web-extra = Take the extra decision
web-extra-go_on = The use goes on, with a new date
web-extra-pause = The use is paused
web-extra-stop = The project stops
web-facts = Features
web-facts-lead = These answers determine which requirements hold.
web-fact-open = Not answered yet
web-fact-answer = Answer
web-fact-change = Change the answer
web-fact-save = Save the answer
web-fact-confirm = Confirm this answer
web-fact-choose = Choose an answer.
web-fact-amount = Fill in a whole number, without decimals.
web-fact-heavier = { $party } still has to confirm this. Until then this holds: { $value }.
web-documents = Documents
web-document = Document
web-version-column = Version
web-last-changed = Last changed
web-by = By
web-write-first = Write the document
web-write-next = Write a new version
web-write-on = Continue writing
web-involved = Who takes part?
web-party = Party
web-people = People
web-since-column = Since
web-timeline = What happened?
web-some-task = a task
web-timeline-more = Show what happened earlier
web-permalink = (permanent link to event { $number })

## Reading and reviewing a document.

web-no-version = No version has been submitted yet.
web-version-current = Version { $number }, the newest
web-version-earlier = Version { $number }, an earlier version
web-to-current = To the newest version
web-submitted = submitted by { $by } on { $date }
web-submitted-now = Version { $number } is submitted.
web-submitted-next = Now reviewing: { $parties }. Please by { $date }.
web-no-answer = No answer
web-changed = Changed
web-own-work = You helped to write this version. That is why others review it: { $parties }.
web-files = Files
web-no-files = No files
web-row-number = No.
web-versions = All versions
web-submitted-column = Submitted
web-changed-column = What is different?
web-first-version = First version
web-compare = Compare
web-compare-with = Compare with version { $number }
web-compare-title = Version { $newer } compared with version { $older }
web-compare-count = { $count ->
    [0] There is no difference.
    [one] There is 1 difference.
   *[other] There are { $count } differences.
    }
web-reviews = Reviews
web-review-stale = This was about an earlier version.
web-review-anew = Asked again: something changed or expired.
web-review-open = Not reviewed yet. Please by { $date }.
web-review-title = Your review for { $party }
web-review-question = What do you think of version { $number }?
web-review-note = Explanation (may stay empty)
web-review-note-needed = What must be different?
web-review-choose = Choose: approve or request changes.
web-review-why = Write what must be different.
web-review-again = Give another review for { $party }
web-review-send = Record the review
web-reviewed-approve = { $party } approved this document. It is in the dossier.
web-reviewed-request_changes = { $party } requested changes. The author gets a task.
web-resting = Criteria for this document
web-resting-lead = These questions are answered on the basis of this document.
web-judge-here = Answer this for { $party }

## Answering a criterion.

web-judge-help = What do we ask, and why?
web-judge-answer = Your answer for { $party }
web-judge-reason = Explanation (may stay empty)
web-judge-reason-needed = Why?
web-answer-met = Yes, this is met
web-answer-not_met = No, this is not met
web-answer-not_applicable = Not applicable
web-judge-choose = Choose an answer.
web-judge-why = Write why.
web-judge-proof = What shows that?
web-judge-proof-practice = This asks for proof in practice, such as a test or a drill.
web-judge-again = Give another answer
web-judge-send = Record the answer
web-judge-own = You helped to write the document. That is why a colleague answers.
web-judge-not-asked = This question is not asked now
web-judge-not-asked-text = Nobody needs to answer it now. What was answered before stands with the project, under 'What happened?'.
web-judge-over = This question is no longer open.
web-judge-others = { $party } answers this question.
web-judged = Recorded for { $party }: { $answer }.
web-judged-earlier = The answer of { $party }
web-judgement-stale = This answer is outdated. Its evidence changed afterwards.
web-own-answer = This question does not rest on a document. The party answers from what it knows.
web-whole-document = Read all of '{ $name }'

## Writing a document.

web-write-title = { $name }: writing version { $number }
web-write-others = Others write this document. You can read it.
web-asked-change = { $party } requests changes
web-row = Row { $number }
web-row-add = Add a row
web-row-remove = Remove row { $number }
web-row-new = New
web-row-changed = Changed
web-row-gone = Gone
web-row-was = Was:
web-row-is = Now:
web-rows-same = { $count ->
    [one] 1 row stayed the same.
   *[other] { $count } rows stayed the same.
    }
web-row-removed = Row { $number } is gone.
web-matrix-label = { $count ->
    [one] Risk matrix with 1 risk. The table says the same in words.
   *[other] Risk matrix with { $count } risks. The table says the same in words.
    }
web-matrix-likelihood = Likelihood
web-matrix-impact = Impact
web-matrix-caption = The numbers are the rows of the table. The top right is the heaviest.
web-risk-weight = Weight
web-risk-low = Low
web-risk-middle = Medium
web-risk-high = High
web-files-add = Add files
web-files-hint = { $most ->
    [one] At most 1 file. Kinds: { $kinds }.
   *[other] At most { $most } files. Kinds: { $kinds }.
    }
web-file-added = { $name } is added.
web-file-removed = { $name } is removed.
web-file-remove = Remove
web-file-failed = This file was not accepted. Check its kind and size.
web-to-files = Check the files.
web-stage = How far is this document?
web-stage-concept = Good enough to go on with.
web-stage-final = Complete.
web-stage-needed = This gate needs: { $stage }.
web-stage-missing = Choose how far the document is.
web-submit = Submit version { $number }
web-draft-auto = What you type is saved by itself.
web-draft-saved = Saved at { $time }.
web-draft-failed = Not saved yet. Your text is on this device. We will try again.
web-draft-conflict = Another text was saved
web-draft-conflict-text = { $who } saved another text at { $time }. Your text is still there. What differs:
web-draft-conflict-table = The table is different.
web-draft-own = Your text
web-draft-other = The other text
web-draft-keep = Keep my text
web-draft-take = Take the other text
web-draft-not-sent = Your text is not saved yet, so nothing was submitted. Try again in a moment.

## Decision.

web-decision-question = What do you decide?
web-decision-why = Why?
web-decision-choose = Choose a decision.
web-decision-why-missing = Write why you decide this.
web-decision-lessons = What do we learn from this?
web-decision-lessons-hint = Write it down for a next project.
web-decision-lessons-missing = Write what we learn from this.
web-decision-review = When do we look again?
web-decision-review-hint = The project waits until that day. It can wait a year at most.
web-decision-review-missing = Choose the day on which we look again.
web-promise-lead = What is still open must be done before the next gate. Agree who sees to it and by when.
web-promise-fixed = { $count ->
    [one] 1 point cannot wait.
   *[other] { $count } points cannot wait.
    }
web-promise-deferrable = { $count ->
    [one] Besides, there is 1 point that may wait.
   *[other] Besides, there are { $count } points that may wait.
    }
web-promise-owner = Who sees to it?
web-promise-more-people = Show more people
web-promise-due = When is it done?
web-promise-due-missing = Choose when it is done.
web-promise-due-for = Choose when this is done: { $name }.
web-promise-text = What do you agree?
web-promise-text-optional = What do you agree? (may stay empty)
web-promise-text-for = Write what you agree: { $name }.
web-promise-extra = Extra condition { $number }
web-promise-add = Add an extra condition
web-promise-remove = Remove extra condition
web-promise-none = Nothing is open. Add a condition, or choose 'Yes, go on'.
web-promise-by = { $who } sees to it, by { $date }
web-decision-check = Check your decision
web-decision-own = You lead this project. That is why somebody else of { $party } decides.
web-decision-chair = The chair of { $party } takes this decision. You can read along.
web-decision-points = { $done } of { $total } points done
web-decision-others = { $party } takes this decision. You cannot take it here.
web-decision-check-title = Check the decision
web-decision-check-lead = A decision stays in the dossier for ever. Look at everything once more.
web-decision-gate = Gate
web-decision-for = For
web-decision-evidence = Points done
web-decision-record = Record the decision
web-receipt = The decision is recorded
web-receipt-go = { $project } goes on to { $phase }.
web-receipt-rework = { $project } continues in { $phase }.
web-receipt-stop = { $project } was stopped.
web-receipt-stop_to = { $project } stops here and goes to { $phase }.
web-receipt-hold = { $project } waits.
web-receipt-conditional_go = { $project } goes on to { $phase }, with conditions.
web-receipt-retire = { $project } is out of use.
web-receipt-vote = Your vote is recorded
web-receipt-voted = The decision is there when there are enough votes.
web-receipt-review = On { $date } we look at it again.
web-receipt-closing = Something still has to be finished. It stands with the project.
web-receipt-reference = Reference of this decision:
web-receipt-why = Why
web-receipt-next = What happens now?
web-receipt-mail = Everybody who takes part gets an e-mail about this decision today.
web-receipt-gate = The next gate is '{ $gate }'. { $party } decides, please by { $date }.
web-receipt-no-gate = No gate is open yet in the phase { $phase }.
web-receipt-closed = This project does not change any more. You can still read it.
