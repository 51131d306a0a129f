### De vaste woorden van de schermen. De naam na het eerste streepje is de naam in de API.

## Besluiten, in de volgorde van het scherm.

outcome-stop = Nee, stoppen
outcome-rework = Terug: eerst { $phase }
outcome-rework_here = Terug: nog een ronde in deze fase
outcome-hold = Even wachten
outcome-conditional_go = Ja, mits … Daarna naar { $phase }
outcome-conditional_go_retire = Ja, mits … Daarna uit gebruik
outcome-go = Ja, doorgaan naar { $phase }
outcome-go_retire = Ja, uit gebruik nemen

## Oordelen over een document.

verdict-approve = Goedkeuren
verdict-request_changes = Aanpassing vragen
verdict-approve-done = Goedgekeurd
verdict-request_changes-done = Aanpassing gevraagd

## Antwoorden op een voorwaarde, en hoe sterk het bewijs is.

answer-met = Voldoet
answer-not_met = Voldoet niet
answer-not_applicable = Niet van toepassing
proof-paper = Op papier
proof-practice = In de praktijk

## Hoe ver een document is.

stage-concept = Concept
stage-final = Definitief

## De stand van een punt.

state-done = Goedgekeurd
state-done-criterion = Voldoet
state-waiting = Wacht op beoordeling
state-adjust = Aanpassen
state-to_do = Nog te doen
state-not_yet = Kan nog niet
state-stale = Verouderd
state-expired = Verlopen
state-waived = Ontheffing

## Het project.

lifecycle-active = Loopt
lifecycle-stopped = Gestopt
lifecycle-retired = Uit gebruik

## Taken: een werkwoord en een ding.

task-answer_fact = Beantwoord: { $fact }
task-confirm_fact = Bevestig: { $fact }
task-submit = Dien in: { $artefact }
task-submit-again = Pas aan: { $artefact }
task-review = Beoordeel: { $artefact }
task-judge = Oordeel over: { $criterion }
task-confirm = Bevestig uw eerdere antwoord: { $subject }
task-decide = Besluit: { $gate }
task-decide_extra = Besluit over de late afspraak { $condition }
task-meet_condition = Voer afspraak { $condition } uit
task-accept_condition = Kijk of afspraak { $condition } klaar is

## Wat er gebeurde: zinnen voor de tijdlijn.

event-project_started = { $who } startte het project.
event-phase_entered = { $parties ->
    [none] De fase '{ $phase }' begon.
   *[other] De fase '{ $phase }' begon. Vanaf nu doen ook mee: { $parties }.
    }
event-round_opened = Ronde { $round } van '{ $gate }' ging open. Het besluit staat gepland op { $date }.
event-facts_answered = { $count ->
    [one] { $who } beantwoordde 1 vraag over het project.
   *[other] { $who } beantwoordde { $count } vragen over het project.
    }
event-fact_confirmed = { $who } bevestigde namens { $party } het antwoord op '{ $fact }'.
event-revision_submitted = { $who } diende versie { $revision } van '{ $artefact }' in.
event-revision_reviewed = { $verdict ->
    [request_changes] { $who } vroeg namens { $party } een aanpassing van '{ $artefact }', versie { $revision }.
   *[approve] { $who } keurde '{ $artefact }', versie { $revision }, goed namens { $party }.
    }
event-revision_reviewed-confirmed = { $who } bevestigde namens { $party } de eerdere beoordeling van '{ $artefact }', nu voor versie { $revision }.
event-criterion_judged = { $who } antwoordde namens { $party } op '{ $criterion }': { $answer }.
event-criterion_judged-confirmed = { $who } bevestigde namens { $party } het eerdere antwoord op '{ $criterion }': { $answer }.
event-gate_decided = { $who } legde namens { $party } het besluit over '{ $gate }' vast: { $outcome }.
event-project_stopped = Het project stopte bij '{ $gate }'.
event-project_retired = De toepassing ging uit gebruik bij '{ $gate }'.
event-project_closed = Alles wat bij het stoppen hoort, is klaar. Het project is afgesloten.
event-project_reopened = { $who } legde namens { $party } vast dat het project verdergaat.
event-project_brought_in = { $who } bracht dit lopende project in. Wat eerder gebeurde, is niet in Trechter vastgelegd.
event-project_migrated = { $who } zette het project over op een nieuwe versie van de trechter.
event-round_planned = De volgende ronde van '{ $gate }' staat gepland op { $date }.
event-hold_ended = Het wachten is voorbij. Het besluit staat gepland op { $date }.
event-vote_cast = { $who } stemde namens { $party }.
event-criterion_waived = { $who } gaf namens { $party } ontheffing voor '{ $criterion }'.
event-extra_decision_called = Een afspraak is te laat. Er is voor { $date } een extra besluit nodig.
event-extra_decided = { $who } legde namens { $party } het extra besluit vast.
event-condition_opened = { $who } legde een afspraak vast. Die moet klaar zijn op { $date }.
event-condition_reported = { $who } meldde een afspraak gereed.
event-condition_accepted = { $who } keurde een afspraak goed. De afspraak is klaar.
event-condition_sent_back = { $who } stuurde een afspraak terug.
event-condition_postponed = Een afspraak kreeg een nieuwe datum: { $date }.
event-task_overdue = Te laat: { $task }. De datum was { $date }.

## Wie iets deed, als er geen persoon achter staat of de naam is gewist.

who-system = Het systeem
who-erased = Iemand (naam gewist)

## Een e-mail die is verstuurd of niet.

delivery-pending = Wordt verstuurd
delivery-sent = Verstuurd
delivery-unknown = Onzeker of dit is verstuurd. We proberen het nog één keer.
delivery-failed-refused = Niet verstuurd. De mailserver weigert dit bericht. Controleer het e-mailadres.
delivery-failed-exhausted = Niet verstuurd. Het lukte niet, ook niet na { $count } keer proberen. Controleer de mailserver.
delivery-failed-unknown = Onzeker of dit is verstuurd. De mailserver brak twee keer af. Vraag de ontvanger of het er is.

## Kleine woorden.

list-and = en
list-or = of
value-yes = ja
value-no = nee
