### De vaste woorden van de schermen. De naam na het eerste streepje is de naam in de API.

## Besluiten, in de volgorde van het scherm.

outcome-stop = Nee, stoppen
outcome-rework = Terug: eerst { $phase }
outcome-rework_here = Terug: nog een ronde in deze fase
outcome-go = Ja, doorgaan naar { $phase }

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

## Het project.

lifecycle-active = Loopt
lifecycle-stopped = Gestopt

## Taken: een werkwoord en een ding.

task-answer_fact = Beantwoord: { $fact }
task-confirm_fact = Bevestig: { $fact }
task-submit = Dien in: { $artefact }
task-submit-again = Pas aan: { $artefact }
task-review = Beoordeel: { $artefact }
task-judge = Oordeel over: { $criterion }
task-confirm = Bevestig uw eerdere antwoord: { $subject }
task-decide = Besluit: { $gate }

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
