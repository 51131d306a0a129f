### The organisation: evidence, suppliers, councils and absence.

web-organisation-sentence = { $count ->
    [0] No evidence of the organisation was recorded yet.
   *[other] { $fit } of { $count } pieces of evidence are in order.
    }
web-organisation-gap = { $count ->
    [one] 1 piece of evidence needs attention.
   *[other] { $count } pieces of evidence need attention.
    }

## Evidence.

web-evidence = Evidence of the organisation
web-evidence-lead = This is judged once. All projects use it.
web-evidence-none = No evidence is asked for yet.
web-evidence-version = Version { $number } of { $date }
web-evidence-valid = counts until { $date }
web-evidence-judges = { $party } judges this
web-evidence-used = { $count ->
    [one] 1 project uses this
   *[other] { $count } projects use this
    }
web-evidence-submit = Submit evidence
web-evidence-submit-next = Submit the next version
web-evidence-text = What is the evidence?
web-evidence-text-hint = Name the certificate or report, who gave it, and where it is kept.
web-evidence-text-missing = Describe the evidence, or add a file.
web-evidence-files = Files
web-evidence-files-hint = Add the certificate or report. A PDF, Office file, picture or text, at most 50 MB.
web-evidence-until = Until which day does it count? (may stay empty)
web-evidence-until-hint = Take over the date that the evidence says.
web-evidence-send = Submit evidence
web-evidence-sent = '{ $name }' was submitted.
web-evidence-judge = Judge the evidence
web-evidence-enough = Is this evidence good enough?
web-evidence-enough-yes = Yes, projects can rest on this
web-evidence-enough-no = No, this is not enough
web-evidence-enough-said = { $who } found this good enough on { $date }.
web-evidence-short-said = { $who } found this not enough on { $date }.
web-evidence-judged = The judgement on '{ $name }' was recorded.
web-standing-valid = In order
web-standing-unjudged = Waits for a judgement
web-standing-insufficient = Not enough
web-standing-expired = Expired
web-standing-missing = Not submitted yet
web-plan = Improvement plan.
web-plan-until = This has to be in order on { $date }. Until that day it keeps no decision back.
web-plan-over = This had to be in order on { $date }. That day is past.
web-plan-adopt = Adopt an improvement plan
web-plan-lead = All gates show this plan. After the date the evidence keeps decisions back again.
web-plan-what = What will be done?
web-plan-what-missing = Write down what will be done.
web-plan-send = Adopt the improvement plan
web-plan-done = The improvement plan was adopted.

## Suppliers.

web-suppliers = Suppliers
web-suppliers-none = There are no suppliers yet.
web-supplier-add = Add a supplier
web-supplier-name = What is the supplier called?
web-supplier-name-missing = Fill in the name of the supplier.
web-supplier-send = Add the supplier
web-supplier-done = The supplier was added.

## Councils and advisers.

web-bodies = Councils and advisers
web-board = { $party } adopts improvement plans.
web-body-term = { $count ->
    [one] at least 1 working day
   *[other] at least { $count } working days
    }
web-body-wait = { $count ->
    [one] 1 day of waiting after a response that deviates
   *[other] { $count } days of waiting after a response that deviates
    }
web-body-coach = supported by { $party }
web-body-meets = Meets on: { $days }.
web-body-recess = Free from { $first } to { $last }.
web-agreements = Agreements on being only informed
web-agreements-none = There are no agreements. Every council or adviser is asked as the funnel says.
web-agreement-named = Agreement { $number } with { $body }
web-agreement-do = Agree that { $body } only wants information
web-agreement-text = What do you agree?
web-agreement-text-hint = Which projects is it about, and why is information enough?
web-agreement-text-missing = Write down the agreement.
web-agreement-lead = You can take the agreement back at any time.
web-agreement-which = For which projects does this hold?
web-agreement-which-missing = Choose for which projects this holds.
web-agreement-which-all = For all projects
web-agreement-which-some = Only for some projects
web-agreement-which-some-hint = You choose which answers a project must have for that. While an answer is missing, advice is asked as usual.
web-agreement-unread = For which projects the agreements hold could not be read.
web-agreement-fact = Question { $number } about the project
web-agreement-fact-more = Only if there is one more condition. May stay empty.
web-agreement-fact-missing = Choose a question about the project.
web-agreement-fact-twice = This question is there already. Choose another one.
web-agreement-answer = Answer to question { $number }
web-agreement-answer-missing = Choose or fill in which answer goes with it.
web-agreement-also = Do other answers to question { $number } count too?
web-agreement-also-missing = Choose whether other answers count too.
web-agreement-also-none = No, exactly this answer
web-agreement-also-levels-up = Yes, heavier ones too
web-agreement-also-levels-down = Yes, lighter ones too
web-agreement-also-amount-up = Yes, more counts too
web-agreement-also-amount-down = Yes, less counts too
web-agreement-or-levels-up = { $answer } or heavier
web-agreement-or-levels-down = { $answer } or lighter
web-agreement-or-amount-up = { $answer } or more
web-agreement-or-amount-down = { $answer } or less
web-agreement-all = Holds for all projects.
web-agreement-some = Holds only for projects where all of this is so:
web-agreement-in-text = The agreement itself says for which projects it holds.
web-agreement-send = Record the agreement
web-agreement-done = The agreement was recorded.
web-agreement-revoke = Take the agreement back
web-agreement-revoke-why = Why do you take the agreement back?
web-agreement-revoked = The agreement was taken back.

## Away.

web-away = Away
web-away-lead = Are you away for a while? Let somebody else answer for you. The dossier shows it.
web-away-none = Nobody is away now.
web-away-named = { $to } answers for { $from } ({ $party })
web-away-period = From { $first } until { $last }
web-away-end = End the absence
web-away-ended = The absence has ended.
web-away-do = I am away
web-away-party = For which party?
web-away-party-missing = Choose a party.
web-away-who = Who answers for you?
web-away-who-missing = Choose who answers for you.
web-away-first = From which day?
web-away-last = Until which day?
web-away-send = Record the absence
web-away-done = Your absence was recorded.

## Bringing a running project in.

web-bring = Bring a running project in
web-bring-link = Bring a running project in
web-bring-lead = This is for a project that exists already. It comes in in the phase that it is really in. What is missing becomes an agreement.
web-bring-phase = In which phase is the project really?
web-bring-phase-hint = What happened before is marked as 'not recorded in Trechter'.
web-bring-phase-missing = Choose a phase.
web-bring-lead-missing = Choose who leads the project.
web-bring-why = Why does the project come in now?
web-bring-why-hint = For example: it was running before you used Trechter.
web-bring-owner = Who sees to what is missing?
web-bring-owner-hint = This person gets the agreements.
web-bring-owner-missing = Choose who does this.
web-bring-due = When is that done?
web-bring-check = Check what you bring in
web-bring-check-lead = A project can be brought in only once. So look at it once more.
web-bring-send = Bring the project in
web-bring-others = Only an administrator can bring a running project in.

## What the organisation settles: kinds of evidence, the board and the rules of councils.

web-own-tasks = This waits for you here
web-kinds = Which evidence does the organisation keep?
web-kinds-lead = Each kind of evidence is judged once. Projects then no longer ask for it themselves.
web-kinds-wanted = { $count ->
    [one] The funnels ask for 1 kind of evidence that you do not keep yet.
   *[other] The funnels ask for { $count } kinds of evidence that you do not keep yet.
    }
web-kinds-wanted-row = Not kept yet. Proposal: { $party } judges this.
web-kind-adopt = Start keeping this evidence
web-kind-change = Change this kind of evidence
web-kind-add = Add another kind of evidence
web-kind-who = { $submit } submits, { $judge } judges
web-kind-per-supplier = for each supplier
web-kind-valid = { $count ->
    [one] a judgement counts for 1 day
   *[other] a judgement counts for { $count } days
    }
web-kind-name = What is this evidence called in Dutch?
web-kind-name-missing = Fill in what this evidence is called.
web-kind-name-en = What is it called in English? (may stay empty)
web-kind-name-en-hint = Whoever chooses English sees this name.
web-kind-whose = Whose evidence is this?
web-kind-whose-missing = Choose whose evidence this is.
web-kind-own = Of the organisation itself
web-kind-supplier = Of each supplier separately
web-kind-submitted = Who may submit this evidence?
web-kind-submitted-missing = Choose who may submit this evidence.
web-kind-judged = Who judges this evidence?
web-kind-judged-hint = Nobody judges what they submitted themselves.
web-kind-judged-missing = Choose who judges this evidence.
web-kind-days = For how many days does a judgement count? (may stay empty)
web-kind-days-hint = For example 365. After that, new evidence has to come. Empty: until the date on the evidence.
web-kind-send = Record this kind of evidence
web-kind-done = The kind of evidence was recorded.
web-number-missing = Fill in a number.
web-number-wrong = Fill in a whole number, from { $least } to { $most }.
web-board-title = Who adopts improvement plans?
web-board-none = Nobody was chosen yet. Without a choice there can be no improvement plan.
web-board-change = Choose somebody else
web-board-choose = Choose who does this
web-board-question = Which party adopts improvement plans?
web-board-send = Record the choice
web-board-done = The choice was recorded.
web-bodies-none = There are no rules of your own yet. What the funnel says then holds.
web-body-change = Change the rules
web-body-add = Write down the rules of another council or adviser
web-body-which = Which council or adviser?
web-body-which-missing = Choose a council or adviser.
web-body-term-question = How many working days does this council have at the least?
web-body-term-hint = Does the funnel ask more days? Then those count. Fill in 0 where there is no rule of your own.
web-body-wait-question = How many days do you wait after a deviating response?
web-body-wait-hint = For a works council that is often 30. Fill in 0 where there is no waiting time.
web-body-coach-question = Who supports this council? (may stay empty)
web-body-coach-hint = This party may enter answers of the council, and reads along.
web-body-meeting = Meeting { $number }
web-body-meeting-hint = The time to answer runs until after a meeting. An empty box does not count.
web-body-away-from = Free period { $number }: first day
web-body-away-until = Free period { $number }: last day
web-body-away-half = Fill in the first and the last day of the free period.
web-body-away-order = The last day of the free period is before the first.
web-body-send = Record the rules
web-body-done = The rules were recorded.
web-supplier-rename = Change the name
web-supplier-rename-send = Record the name
web-supplier-renamed = The name was changed.
web-supplier-there = This supplier is there already.
web-suppliers-file = Bring in suppliers from a file

## Questions to councils about the funnel or about evidence.

web-own-advice = Questions that hold for all projects
web-own-advice-lead = Here a council looks at the funnel itself, or at evidence of the organisation.
web-own-advice-none = No question is open now.
web-own-advice-ask = Ask a council or adviser something
web-own-advice-body = Whom do you ask?
web-own-advice-about = What is it about?
web-own-advice-about-missing = Choose what it is about.
web-own-advice-right-missing = Choose what the council or adviser may do.
web-own-advice-due = Until which day is there time? (may stay empty)
web-own-advice-due-hint = Empty: as long as the rules of the council say. Shorter is not possible.
web-own-advice-send = Send the question
web-own-advice-done = The question was sent.
web-own-advice-over = This question is settled. Everything is read back in the timeline of the organisation.
web-own-advice-acted = This was recorded.
