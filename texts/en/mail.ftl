### The letters. The subject is the question with the date. No health data, no explanations.

## Would you review?

mail-please_review-subject = Would you review '{ $artefact }' of '{ $project }'? Please by { $date }
mail-please_review-heading = Would you review '{ $artefact }'?
mail-please_review-body = A document is ready for you in the project '{ $project }'. It is version { $revision } of '{ $artefact }'.
mail-please_review-act = Read the document. Approve it, or request changes.
mail-please_review-due = Please by
mail-please_review-button = Read and review
mail-please_review-reason = You receive this e-mail because you are a member of: { $parties }.

## A decision was taken.

mail-decision_taken-subject = Decision on '{ $project }': { $outcome } ({ $date })
mail-decision_taken-heading = There is a decision on '{ $project }'
mail-decision_taken-body = '{ $gate }' has been decided. The decision was taken by: { $party }.
mail-decision_taken-outcome = The decision
mail-decision_taken-date = Date
mail-decision_taken-next = { $outcome ->
    [stop] The project stops. You do not have to do anything for it any more.
    [rework] The project goes on in the phase '{ $phase }'. What you can do there is in your tasks.
    [hold] The project waits for a while. You do not have to do anything for it now.
    [conditional_go] The project goes on, with conditions. The phase is now '{ $phase }'. What you can do there is in your tasks.
   *[go] The project now goes to the phase '{ $phase }'. What you can do there is in your tasks.
    }
mail-decision_taken-button = Read the decision
mail-decision_taken-reason = You receive this e-mail because you are involved in this project.

## In every letter.

mail-greeting = Dear { $name },
mail-link = Does the button not work? Copy this link:
mail-sender = This e-mail was sent automatically by { $organisation }.
mail-questions = Questions? Call { $phone }.

## Dates, written out.

date-written = { $weekday } { $day } { $month }
date-written-year = { $weekday } { $day } { $month } { $year }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
