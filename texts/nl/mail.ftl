### De brieven. Het onderwerp is de vraag met de datum. Geen gegevens over gezondheid, geen toelichtingen.

## Wilt u beoordelen?

mail-please_review-subject = Wilt u '{ $artefact }' van '{ $project }' beoordelen? Graag uiterlijk { $date }
mail-please_review-heading = Wilt u '{ $artefact }' beoordelen?
mail-please_review-body = Er is een document voor u klaar in het project '{ $project }'. Het gaat om versie { $revision } van '{ $artefact }'.
mail-please_review-act = Lees het document. Keur het goed, of vraag een aanpassing.
mail-please_review-due = Graag uiterlijk
mail-please_review-button = Lees en beoordeel
mail-please_review-reason = U krijgt deze e-mail omdat u lid bent van: { $parties }.

## Er is besloten.

mail-decision_taken-subject = Besluit over '{ $project }': { $outcome } ({ $date })
mail-decision_taken-heading = Er is een besluit over '{ $project }'
mail-decision_taken-body = Er is besloten over '{ $gate }'. Het besluit is genomen door: { $party }.
mail-decision_taken-outcome = Het besluit
mail-decision_taken-date = Datum
mail-decision_taken-next = { $outcome ->
    [stop] Het project stopt. U hoeft er niets meer voor te doen.
    [rework] Het project gaat verder in de fase '{ $phase }'. Wat u daar kunt doen, staat bij uw taken.
    [hold] Het project wacht even. U hoeft er nu niets voor te doen.
    [conditional_go] Het project gaat door, met afspraken. De fase is nu '{ $phase }'. Wat u daar kunt doen, staat bij uw taken.
   *[go] Het project gaat nu naar de fase '{ $phase }'. Wat u daar kunt doen, staat bij uw taken.
    }
mail-decision_taken-button = Lees het besluit
mail-decision_taken-reason = U krijgt deze e-mail omdat u bij dit project betrokken bent.

## In elke brief.

mail-greeting = Beste { $name },
mail-link = Werkt de knop niet? Kopieer deze link:
mail-sender = Deze e-mail is automatisch verstuurd door { $organisation }.
mail-questions = Vragen? Bel { $phone }.

## Datums, voluit.

date-written = { $weekday } { $day } { $month }
date-written-year = { $weekday } { $day } { $month } { $year }
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
