### De vaste woorden van de schermen. De naam na het eerste streepje is de naam in de API.

## Besluiten, in de volgorde van het scherm.

outcome-stop = Nee, stoppen
outcome-stop_to = Nee, stoppen en naar { $phase }
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
task-open_consultation = Leg het voorstel voor aan de raad of adviseur
task-open_consultation-body = Leg het voorstel voor aan { $body }
task-consultation-advise = Geef antwoord op adviesvraag { $number }
task-consultation-choose_term = Kies hoeveel tijd u wilt voor adviesvraag { $number }
task-consultation-confirm_advice = Zeg of uw antwoord op adviesvraag { $number } blijft staan
task-consultation-answer_request = Antwoord op het verzoek om advies te geven: adviesvraag { $number }
task-consultation-extend_term = Geef wel of niet meer tijd voor adviesvraag { $number }
task-consultation-revise_summary = Leg voor wat is veranderd bij adviesvraag { $number }
task-consultation-record_no_answer = Leg vast dat er geen antwoord kwam op adviesvraag { $number }
task-consultation-confer = Praat over het advies bij adviesvraag { $number }
task-consultation-respond = Reageer op het advies bij adviesvraag { $number }
task-judge_evidence = Beoordeel bewijs van de organisatie: { $evidence }
task-submit_evidence = Dien bewijs van de organisatie in: { $evidence }
task-uphold_decision = Kijk opnieuw naar het besluit: { $gate }
task-renew = Vernieuw: { $artefact }
task-do_duty = Voer uit: { $duty }
task-handle_signal = Handel signaal { $number } af
task-check_rollout = Beantwoord de vragen over uitrol { $number }
task-start_rollout = Start uitrol { $number }

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
event-extra_decision_called = Afspraak { $condition } is te laat. Er is voor { $date } een extra besluit nodig.
event-extra_decided = { $aftermath ->
    [go_on] { $who } legde namens { $party } het extra besluit over afspraak { $condition } vast: het gebruik gaat door.
    [pause] { $who } legde namens { $party } het extra besluit over afspraak { $condition } vast: het gebruik wordt onderbroken.
    [stop] { $who } legde namens { $party } het extra besluit over afspraak { $condition } vast: het project stopt.
   *[other] { $who } legde namens { $party } het extra besluit over afspraak { $condition } vast.
    }
event-condition-opened = { $what ->
    [none] { $who } legde afspraak { $condition } vast. Die moet klaar zijn op { $date }.
   *[other] { $who } legde afspraak { $condition } vast over '{ $what }'. Die moet klaar zijn op { $date }.
    }
event-condition-reported = { $who } meldde afspraak { $condition } gereed.
event-condition-accepted = { $who } keurde afspraak { $condition } goed. De afspraak is klaar.
event-condition-sent_back = { $who } stuurde afspraak { $condition } terug.
event-condition-reminded = De eigenaar van afspraak { $condition } kreeg een herinnering. De datum is { $date }.
event-condition-postponed = Afspraak { $condition } kreeg een nieuwe datum: { $date }.
event-task_overdue = Te laat: { $task }. De datum was { $date }.
event-on_behalf = { $who } voerde een antwoord in voor iemand anders.
event-record_contested = { $who } maakte bezwaar tegen vastlegging { $number }, die namens een ander was ingevoerd.
event-decision_upheld = { $who } legde vast dat het besluit over '{ $gate }' na bezwaar blijft staan.
event-suppliers_named = { $suppliers ->
    [0] { $who } gaf op dat er geen leverancier meedoet.
    [one] { $who } gaf op welke leverancier meedoet.
   *[other] { $who } gaf op welke { $suppliers } leveranciers meedoen.
    }
event-evidence_changed = Bewijs van de organisatie is veranderd: '{ $evidence }'. Sommige antwoorden kunnen verouderd zijn.

## Wat er gebeurde met een adviesvraag.

event-consultation-informed = { $who } informeerde { $party } over het voorstel.
event-consultation-opened = { $who } legde het voorstel voor aan { $party }.
event-consultation-requested = { $who } vroeg of { $party } advies kan geven.
event-consultation-declined = { $who } wees het verzoek van { $party } om advies te geven af.
event-consultation-volunteered = { $who } legde een ongevraagd advies van { $party } vast.
event-consultation-opined = { $who } gaf een eigen mening. Alleen { $party } ziet die.
event-consultation-established = { $who } stelde het antwoord van { $party } vast.
event-consultation-extension_asked = { $who } vroeg meer tijd voor het antwoord van { $party }.
event-consultation-extended = { $who } gaf { $party } meer tijd voor een antwoord.
event-consultation-term_kept = { $who } gaf { $party } niet meer tijd voor een antwoord.
event-consultation-summary_revised = { $who } legde { $party } een nieuwe samenvatting of nieuwe documenten voor.
event-consultation-term_chosen = { $who } koos hoeveel tijd { $party } heeft voor een antwoord.
event-consultation-no_answer = { $who } legde vast dat er geen antwoord kwam van { $party }. Dat is geen 'ja'.
event-consultation-conferred = { $who } legde een gesprek met { $party } over het advies vast.
event-consultation-responded = { $who } reageerde op het advies van { $party }.
event-consultation-withdrawn = { $who } trok de vraag aan { $party } in.
event-consultation-substituted = { $who } legde vervangende toestemming vast, in plaats van die van { $party }.
event-consultation-confirmed = { $who } bevestigde dat het antwoord van { $party } blijft staan.
event-consultation-reminded = { $party } kreeg een herinnering.
event-consultation-term_passed = De tijd van { $party } is voorbij. Er kwam geen antwoord.
event-consultation-wait_over = De wachttijd na de reactie op het advies van { $party } is voorbij.
event-consultation-contested = { $who } maakte bezwaar tegen het antwoord van { $party }. { $party } moet opnieuw antwoorden.
event-consultation-overleg_contested = { $who } maakte bezwaar tegen het vastgelegde gesprek met { $party }.

## Wat te vroeg gebeurde.

event-early-first_met = '{ $criterion }' komt vóór een contract, en voldoet nu.
event-early-contract_signed = Het contract '{ $artefact }' is te vroeg getekend. Eerst moest een voorwaarde voldoen.
event-early-work_began = { $who } meldde wanneer het werk van de fase '{ $phase }' begon.

## Wat er gebeurde tijdens het gebruik.

event-expiry-expiring = '{ $artefact }' verloopt op { $date }.
event-expiry-expired = '{ $artefact }' is verlopen op { $date }.
event-expiry-renewed = '{ $artefact }' is vernieuwd. Wat daarop rust, is opnieuw beantwoord.
event-duty-began = De vaste taak '{ $subject }' kreeg een eerste datum: { $date }.
event-duty-done = De vaste taak '{ $subject }' is gedaan. De volgende keer is op { $date }.
event-change-reported = { $who } meldde wijziging { $number }: { $subject }.
event-change-closed = Wijziging { $number } is afgerond. Alles is opnieuw beantwoord.
event-change-closed_as_small = { $who } sloot wijziging { $number } af als kleine wijziging.
event-signal-reported = { $signal ->
    [incident] { $who } meldde signaal { $number }: een incident.
    [data_breach] { $who } meldde signaal { $number }: een datalek.
    [complaint] { $who } meldde signaal { $number }: een klacht.
   *[experience] { $who } meldde signaal { $number }: een ervaring van een cliënt.
    }
event-signal-handled = { $who } handelde signaal { $number } af.
event-use-suspended = { $who } legde namens { $party } het gebruik stil.
event-use-resumed = { $who } gaf namens { $party } het gebruik weer vrij.
event-rollout-planned = { $who } plande uitrol { $number }. De start is op { $date }.
event-rollout-answered = { $who } beantwoordde namens { $party } vragen over uitrol { $number }.
event-rollout-started = { $who } legde vast dat uitrol { $number } is gestart.
event-rollout-cancelled = { $who } liet uitrol { $number } niet doorgaan.
event-emergency-allowed = { $who } legde vast dat { $party } noodgebruik toestaat, tot en met { $date }.
event-emergency-ended = Het noodgebruik is gestopt.

## Wat er gebeurde bij de organisatie.

event-organisation-evidence_defined = { $who } legde vast hoe '{ $name }' wordt bijgehouden.
event-organisation-board_set = { $who } legde vast dat { $party } verbeterplannen vaststelt.
event-organisation-body_set = { $who } legde de regels van { $party } vast.
event-organisation-evidence_submitted = { $who } diende '{ $name }' in.
event-organisation-evidence_judged = { $sufficient ->
    [no] { $who } vond '{ $name }' niet genoeg.
   *[yes] { $who } vond '{ $name }' goed genoeg.
    }
event-organisation-plan_adopted = { $who } stelde een verbeterplan vast voor '{ $name }'. Dat moet klaar zijn op { $date }.
event-organisation-agreed = { $who } legde afspraak { $number } met { $party } vast.
event-organisation-agreement_revoked = { $who } trok afspraak { $number } in.
event-organisation-expiry_noted = '{ $name }' verloopt op { $date }.
event-organisation-supplier_named = { $who } gaf leverancier '{ $supplier }' een naam.
event-organisation-delegated = { $to } antwoordt voor { $from } bij { $party }, tot en met { $date }.
event-organisation-delegation_ended = { $who } beëindigde de afwezigheid van { $from }.
event-own-consultation = Vraag { $number } aan { $body }: { $what }

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
