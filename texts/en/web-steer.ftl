### Steering a project: besides its gate.

web-steer = Steer the project
web-steer-link = Steer the project
web-steer-empty = There is nothing to steer in this project now.
web-steer-round = Open the next round now
web-steer-round-lead = The next round is planned for { $date }. You can also open it now. Everybody then gets tasks.
web-steer-round-button = Open the round now
web-steer-round-done = The round is open.
web-steer-hold = End the waiting
web-steer-hold-lead = This project waits until { $date }. You can go on already. Everybody then gets tasks again.
web-steer-hold-button = Go on now
web-steer-hold-done = The project goes on.
web-steer-reopen = Go on with this project after all
web-steer-reopen-lead = This project was stopped. Who stopped it can decide that it goes on. Answers that are too old are asked again.
web-steer-reopen-phase = In which phase does the project go on?
web-steer-reopen-phase-missing = Choose a phase.
web-steer-reopen-why = Why does the project go on after all?
web-steer-reopen-why-missing = Write down why the project goes on.
web-steer-reopen-check = Check this decision
web-steer-reopen-done = The project goes on.
web-steer-migrate = Move to another version of the funnel
web-steer-migrate-lead = This project follows version { $version }. Decisions and answers stay. Only what differs is asked again.
web-steer-migrate-version = Which version will hold?
web-steer-migrate-missing = Choose a version.
web-steer-migrate-check = Check this step
web-steer-migrate-button = Move the project
web-steer-migrate-done = The project now follows the other version.
web-check = Check
web-steer-work = Report when the work began
web-steer-work-lead = Has the work of a phase begun already? Report it. If it began before the decision, the project shows that from now on.
web-steer-work-phase = Of which phase?
web-steer-work-day = On which day did the work begin?
web-steer-work-what = What began?
web-steer-work-what-missing = Write down what began.
web-steer-work-button = Report the begin of the work
web-steer-work-done = The begin of the work was reported.
web-steer-migrate-preview-none = This version does not fit this project. The present phase does not exist there.
web-steer-migrate-phase = The project then goes on in the phase { $phase }.
web-steer-migrate-opens = { $count ->
    [one] This one point is asked:
   *[other] These { $count } points are asked:
    }
web-steer-migrate-closes = { $count ->
    [one] This one point is not asked any more:
   *[other] These { $count } points are not asked any more:
    }
web-steer-migrate-stays = { $count ->
    [one] 1 point stays done.
   *[other] { $count } points stay done.
    }
web-steer-migrate-consultation = A question to: { $party }
