### The meeting of a body that decides: agenda, papers, and decisions recorded together.

web-meeting = Meeting
web-meeting-of = Meeting: { $body }
web-meeting-bodies = Groups that decide
web-meeting-prepare = Prepare a meeting
web-meeting-what = Here you prepare a meeting that decides on projects. You see what waits, print the papers and record the decisions together.
web-meeting-none = You hold no meetings now. Those who decide do, and those who record the decisions of a steering group or board.
web-meeting-to-projects = To the projects
web-meeting-lead = This waits for a decision. Put the items in the order of the meeting. Your order is kept on this device.
web-meeting-agenda = { $count ->
    [0] On the agenda
    [one] On the agenda: 1 item
   *[other] On the agenda: { $count } items
    }
web-meeting-empty = No project waits for a decision of { $body }. As soon as one does, it is shown here.
web-meeting-empty-now = Nothing is on the agenda now. Choose below what you want to discuss.
web-meeting-coming = { $count ->
    [one] Not on the agenda: 1 project
   *[other] Not on the agenda: { $count } projects
    }
web-meeting-coming-lead = These projects come here later for a decision. You can discuss them now.
web-meeting-up = Up
web-meeting-down = Down
web-meeting-take-off = Take off the agenda
web-meeting-put = Put on the agenda
web-meeting-moved = { $title } is now in place { $number } of { $count }.
web-meeting-put-on = { $title } is on the agenda.
web-meeting-put-off = { $title } is no longer on the agenda.
web-meeting-record = Record decisions
web-meeting-record-on = Go on recording
web-meeting-print = Print the papers
web-meeting-back = Back to the agenda

web-meeting-why-ready = { $days ->
    [0] Everything is ready. The decision can be taken, please by { $date }.
    [one] Everything has been ready for 1 day. Please decide by { $date }.
   *[other] Everything has been ready for { $days } days. Please decide by { $date }.
    }
web-meeting-why-ready-late = { $days ->
    [0] Everything is ready. The decision was due on { $date }.
    [one] Everything has been ready for 1 day. The decision was due on { $date }.
   *[other] Everything has been ready for { $days } days. The decision was due on { $date }.
    }
web-meeting-why-open = { $count ->
    [0] Not ready yet. A decision is planned for { $date }.
    [one] Not ready yet: 1 point is open. A decision is planned for { $date }.
   *[other] Not ready yet: { $count } points are open. A decision is planned for { $date }.
    }
web-meeting-why-open-late = { $count ->
    [0] The decision was due on { $date }.
    [one] The decision was due on { $date }. 1 point is still open.
   *[other] The decision was due on { $date }. { $count } points are still open.
    }
web-meeting-why-hold = This project is on hold. You look at it again on { $date }.
web-meeting-decides = Gate
web-meeting-age = Here for
web-meeting-days = { $count ->
    [0] since today
    [one] 1 day
   *[other] { $count } days
    }
web-meeting-impact = Impact
web-meeting-lead-person = Project lead
web-meeting-votes = Votes
web-meeting-votes-needed = { $voted ->
    [0] { $count } needed
   *[other] { $count } needed, { $voted } cast
    }
web-meeting-advice = Advice
web-meeting-answer = Our answer:
web-meeting-missing = { $count ->
    [one] 1 point is open ({ $done } of { $total } done)
   *[other] { $count } points are open ({ $done } of { $total } done)
    }
web-meeting-fixed = { $count ->
    [one] This must be done before a yes:
   *[other] These { $count } points must be done before a yes:
    }
web-meeting-deferrable = { $count ->
    [one] This becomes an agreement with 'Yes, provided that':
   *[other] These { $count } points become an agreement with 'Yes, provided that':
    }
web-meeting-conditions = { $late ->
    [0] Open agreements: { $count }
   *[other] Open agreements: { $count }, { $late } of them overdue
    }

web-meeting-record-lead = Fill in what the meeting decided. Everything stays on this device until you record it.
web-meeting-frame = The meeting
web-meeting-day = On which day was the meeting?
web-meeting-day-missing = Choose the day of the meeting.
web-meeting-day-ahead = The meeting must have been held.
web-meeting-present = Who was there?
web-meeting-present-missing = Choose who was there.
web-meeting-chair = { $name }, chair
web-meeting-speaker = Who gave the decisions?
web-meeting-speaker-hint = The decisions are recorded for this person. For { $body } that is mostly the chair.
web-meeting-own = You decide in { $body } yourself. So you record only your own decision or vote here. The day, who was there and the minutes stand with your reason.
web-meeting-minutes = The minutes in short
web-meeting-minutes-hint = This stands with every decision. So write nothing here about one project.
web-meeting-minutes-missing = Write in short how the meeting went, or add the minutes as a file.
web-meeting-file = Or the minutes as a file
web-meeting-file-hint = This file stands with every decision, in the dossier of every project. A PDF, Office file, picture or text, at most 50 MB.
web-meeting-file-see = See the minutes: { $name }.
web-meeting-begun = Decisions of this meeting have been recorded. So this stands as it is.
web-meeting-items = { $count ->
    [one] 1 item
   *[other] { $count } items
    }
web-meeting-to-fill = To be filled in
web-meeting-fill = Fill in
web-meeting-item-missing = Fill in what was decided: { $title }.
web-meeting-settled = Recorded.
web-meeting-gone-line = This project is no longer on the agenda. Somebody else may have recorded the decision.
web-meeting-check = Check everything
web-meeting-not-treated = Not discussed
web-meeting-not-treated-hint = The project stays on the agenda.
web-meeting-keep = Keep and back to the list
web-meeting-not-yours = You cannot record this decision. Whoever leads the project ({ $lead }) does not record its decision. Ask somebody else.
web-meeting-gone = This project no longer waits for a decision. It is in the phase { $phase } now.
web-meeting-votes-lead = { $count ->
    [one] A decision needs 1 vote.
   *[other] A decision needs { $count } equal votes.
    }
web-meeting-vote-for = For
web-meeting-vote-against = Against
web-meeting-vote-abstained = Abstained
web-meeting-vote-missing = Choose how this person voted: { $name }.
web-meeting-votes-none = Nobody was in favour. Choose 'Not discussed', or another decision.
web-meeting-votes-few = { $count ->
    [one] 1 vote in favour is too few: { $needed } are needed. The vote is recorded all the same.
   *[other] { $count } votes in favour are too few: { $needed } are needed. The votes are recorded all the same.
    }

web-meeting-check-title = Check the decisions
web-meeting-check-lead = Decisions stay on file for good. So look at everything once more.
web-meeting-changed = This project changed since you filled this in. Look at it first. Otherwise it is not recorded.
web-meeting-send = { $count ->
    [one] Record 1 decision
   *[other] Record { $count } decisions
    }
web-meeting-send-rest = { $count ->
    [one] Record the other decision
   *[other] Record the other { $count } decisions
    }
web-meeting-progress = Recording decision { $at } of { $of }.
web-meeting-result = { $done ->
    [0] Nothing was recorded.
    [one] 1 decision was recorded.
   *[other] { $done } decisions were recorded.
    }
web-meeting-result-not = { $count ->
    [one] 1 was not. That item says why.
   *[other] { $count } were not. Those items say why.
    }
web-meeting-done = Recorded.
web-meeting-done-before = This was recorded before, of this meeting.
web-meeting-voted = The votes were recorded: { $votes } of { $needed }. There is no decision yet.
web-meeting-see = See the decision
web-meeting-put-away = Close the meeting
web-meeting-own-told = Decided in the meeting of { $body } on { $date }. Present: { $who }. { $minutes }

web-meeting-pack-title = Papers for the meeting: { $body }
web-meeting-pack-date = Meeting of { $date }
web-meeting-pack-made = Made on { $date }
web-meeting-pack-item = Item
web-meeting-pack-mark = Each version of a document has its own mark. The mark shows whether a document is still the same.
web-meeting-pack-phase = Phase
web-meeting-pack-since = { $phase }, since { $date }
web-meeting-pack-due = Decision planned
web-meeting-pack-now = How does it stand?
web-meeting-pack-conditions = Open agreements
web-meeting-pack-late = overdue
web-meeting-pack-documents = Documents
web-meeting-pack-document = Document
web-meeting-pack-version = Version
web-meeting-pack-revision = { $number }, of { $date }
web-meeting-pack-hash = Mark
web-meeting-pack-state = State
web-meeting-pack-points = Requirements
web-meeting-pack-point = Question
web-meeting-pack-party = Who
web-meeting-pack-facts = About the project
web-meeting-pack-facts-open = { $count ->
    [one] 1 question about the project has no answer yet.
   *[other] { $count } questions about the project have no answer yet.
    }
web-meeting-pack-minority = A minority thinks:
web-meeting-pack-notes = Notes
