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
web-evidence-version = version { $number } of { $date }
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
web-agreement-lead = The agreement holds for all projects. You can always take it back.
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
