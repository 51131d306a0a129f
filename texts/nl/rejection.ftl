### Weigeringen en fouten: wat is er mis, waarom, en wat kunt u doen.
### De naam na `rejection-`, `blocker-`, `difference-`, `wayout-` en `need-` is de naam in de API.

## Weigeringen. Eén per regel van de motor.

rejection-not_permitted = U mag dit niet doen. Alleen { $need } mag dit doen. Vraag hulp aan de projectleider.
rejection-project_finished = Dit project is gestopt. Aan een gestopt project verandert niets meer. U kunt het nog wel lezen.
rejection-gate_not_open = { $open ->
    [none] U kunt nu niet besluiten bij '{ $gate }'. Er is geen beslismoment open. Ververs de pagina.
   *[other] U kunt nu niet besluiten bij '{ $gate }'. Nu is '{ $open }' open. Ververs de pagina en besluit daar.
    }
rejection-rework_target = Het project kan niet terug naar de fase '{ $phase }'. Dit beslismoment staat alleen toe: { $phases }. Kies een van deze fasen.
rejection-not_ready = { $count ->
    [one] Doorgaan kan nog niet. Er is nog 1 punt open. Los dat eerst op, of kies een ander besluit.
   *[other] Doorgaan kan nog niet. Er zijn nog { $count } punten open. Los die eerst op, of kies een ander besluit.
    }
rejection-own_revision = U hebt zelf aan deze versie van '{ $artefact }' geschreven. Daarom mag u die niet beoordelen. Vraag een collega.
rejection-own_evidence_alone = '{ $criterion }' rust alleen op documenten die u zelf schreef. Daarom mag u hier niet over oordelen. Vraag een collega.
rejection-lead_decides_alone = U leidt dit project. Daarom mag u er niet alleen over besluiten. Vraag iemand anders die mag besluiten.
rejection-party_not_involved = { $party } doet nog niet mee aan dit project. Een partij doet mee vanaf haar eigen fase. Wacht tot die fase begint.
rejection-unknown_fact = De vraag '{ $fact }' bestaat niet in deze trechter. Kies een vraag die bij het project staat.
rejection-fact_type = { $levels ->
    [none] Dit antwoord past niet bij de vraag '{ $fact }'. Geef een antwoord van de goede soort.
   *[other] Dit antwoord past niet bij de vraag '{ $fact }'. Kies een van deze antwoorden: { $levels }.
    }
rejection-fact_answer = { $value ->
    [none] De vraag '{ $fact }' heeft nu geen antwoord. Er is dus niets te bevestigen. Vraag de projectleider om te antwoorden.
   *[other] Het antwoord op '{ $fact }' is intussen veranderd. Het is nu: { $value }. Bekijk het en bevestig het daarna opnieuw.
    }
rejection-fact_needs_no_confirmation = Het antwoord op '{ $fact }' hoeft niemand te bevestigen. Het telt al mee.
rejection-own_fact = U hebt '{ $fact }' zelf beantwoord. Daarom mag u het niet zelf bevestigen. Vraag een collega.
rejection-unknown_artefact = Het document '{ $artefact }' bestaat niet in deze trechter. Kies een document dat bij het project staat.
rejection-unknown_criterion = De voorwaarde '{ $criterion }' bestaat niet in deze trechter. Kies een voorwaarde die bij het project staat.
rejection-nothing_submitted = Van '{ $artefact }' is nog geen versie ingediend. Daarom kunt u er nog niets van vinden. Wacht tot het document er is.
rejection-nothing_changed = Er is niets veranderd aan '{ $artefact }'. Een nieuwe versie moet anders zijn dan de vorige. Pas het document aan en dien het daarna in.
rejection-form_needed = Bij '{ $artefact }' hoort een formulier. Vul het formulier in en dien het daarna in.
rejection-no_form = Bij '{ $artefact }' hoort geen formulier. Dien alleen de bestanden in.
rejection-file_needed = Bij '{ $artefact }' hoort minstens één bestand. Voeg een bestand toe en dien het daarna in.
rejection-too_many_files = { $most ->
    [one] Bij '{ $artefact }' past maar 1 bestand. Haal de andere bestanden weg.
   *[other] Bij '{ $artefact }' passen hoogstens { $most } bestanden. Haal bestanden weg.
    }
rejection-file_type_not_allowed = Een bestand van de soort { $found } mag niet bij '{ $artefact }'. Deze soorten mogen wel: { $kinds }. Sla het bestand zo op en probeer het opnieuw.
rejection-not_a_reviewer = { $party } beoordeelt '{ $artefact }' niet. Kies een partij die dit document wel beoordeelt.
rejection-not_asked = '{ $criterion }' wordt nu niet aan { $party } gevraagd. Ververs de pagina en kies een vraag die open staat.
rejection-not_applicable_not_allowed = Bij '{ $criterion }' kunt u niet kiezen voor 'niet van toepassing'. Kies 'voldoet' of 'voldoet niet'.
rejection-evidence_missing = U kunt nog niet zeggen dat '{ $criterion }' voldoet. Deze documenten ontbreken nog: { $artefacts }. Wacht tot ze er zijn, of kies een ander antwoord.
rejection-practice_demanded = Bij '{ $criterion }' is bewijs uit de praktijk nodig. Een plan op papier is niet genoeg. Noem de test, de oefening of de controle die is gedaan.
rejection-motivation_needed = Schrijf op waarom u dit vindt. Anderen moeten uw antwoord kunnen begrijpen. Vul de toelichting in.
rejection-nothing_to_confirm = Er is geen eerder antwoord om te bevestigen bij: { $subjects }. Ververs de pagina. Geef daar een nieuw antwoord als dat wordt gevraagd.
rejection-not_overdue = Deze taak is niet te laat, of dat staat al in het dossier. U hoeft niets te doen.
rejection-list_length = { $count ->
    [0] U hebt niets gekozen. Kies er minstens 1 en hoogstens { $most }.
   *[other] U koos er { $count }. Het kunnen er 1 tot { $most } tegelijk zijn. Doe het in kleinere delen.
    }
rejection-condition_not_open = Afspraak { $condition } staat niet open. Misschien is die al afgerond. Ververs de pagina.
rejection-condition_not_reported = Afspraak { $condition } is nog niet gereed gemeld. Wacht tot de eigenaar dat doet.
rejection-own_report = U hebt afspraak { $condition } zelf gereed gemeld. Daarom mag u die niet zelf goedkeuren. Vraag een collega.
rejection-outcome_takes_no_conditions = Alleen bij 'Ja, mits' horen afspraken. Kies dat besluit, of haal de afspraken weg.
rejection-not_deferrable = { $count ->
    [one] 1 punt mag niet later. Los dat eerst op, of kies een ander besluit.
   *[other] { $count } punten mogen niet later. Los die eerst op, of kies een ander besluit.
    }
rejection-condition_missing = { $count ->
    [one] Bij 1 open punt staat nog geen afspraak. Schrijf op wie het doet en wanneer het klaar is.
   *[other] Bij { $count } open punten staat nog geen afspraak. Schrijf bij elk op wie het doet en wanneer het klaar is.
    }
rejection-nothing_deferred = Een van de afspraken gaat over iets dat al in orde is. Haal die afspraak weg.
rejection-blocks_no_later_gate = { $gates ->
    [none] Na '{ $gate }' komt geen beslismoment meer. Kies bij de afspraak geen beslismoment.
   *[other] Een afspraak van '{ $gate }' kan alleen een later beslismoment tegenhouden: { $gates }. Kies een daarvan.
    }
rejection-no_extra_decision = Over afspraak { $condition } is nu geen extra besluit nodig. Ververs de pagina.
rejection-lessons_needed = Schrijf op wat we hiervan leren. Een volgend project heeft daar iets aan. Vul de lessen in.
rejection-not_stopped = Dit project is niet gestopt. Het kan dus ook niet opnieuw beginnen.
rejection-reopen_target = Het project kan niet verder in de fase '{ $phase }'. Het kan alleen verder tot waar het stopte: { $phases }. Kies een van deze fasen.
rejection-no_round_planned = Er staat geen volgende ronde gepland. Ververs de pagina.
rejection-not_on_hold = Dit project wacht niet. Ververs de pagina.
rejection-date_not_ahead = De datum { $date } kan niet. Kies een dag na vandaag, hoogstens { $most } dagen vooruit.
rejection-quorum_impossible = { $party } heeft { $needed } stemmen nodig. Nu mogen { $members } leden stemmen. Vraag de beheerder om leden toe te voegen.
rejection-rests_on_more = '{ $criterion }' gaat over meer dan dit document. Geef daar apart uw antwoord op.
rejection-legal_never_waived = '{ $criterion }' is een wettelijke eis. Daarvoor is geen ontheffing mogelijk.
rejection-not_waivable = Voor '{ $criterion }' geeft niemand ontheffing. De trechter staat dat niet toe.
rejection-fact_is_derived = Het antwoord op '{ $fact }' volgt uit andere antwoorden. Pas die antwoorden aan.
rejection-unknown_phase = De fase '{ $phase }' bestaat niet in deze trechter. Kies een fase die bij de trechter staat.
rejection-version_not_usable = Het project kan niet verder met deze versie van de trechter. Kies een andere, gepubliceerde versie.
rejection-phase_gone = De nieuwe versie heeft de fase '{ $phase }' niet meer. Kies in welke fase het project verdergaat.
rejection-consultation_not_asked = Deze adviesvraag hoort niet bij het beslismoment dat nu open is. Ververs de pagina en kies een vraag die er wel bij hoort.
rejection-consultation_stands = Deze vraag is al gesteld: zie adviesvraag { $consultation }. Er is daarna niets veranderd. U hoeft niet opnieuw te vragen.
rejection-not_at_this_step = Dit kan nu niet bij adviesvraag { $consultation }. Misschien is die al verder of afgerond. Ververs de pagina.
rejection-summary_needed = Er is nog geen samenvatting. Wie u om advies vraagt, moet het voorstel goed kunnen begrijpen. Schrijf een korte samenvatting in gewone woorden.
rejection-documents_missing = U kunt nog geen advies vragen. Deze documenten ontbreken nog: { $artefacts }. Dien die eerst in.
rejection-term_too_short = Deze datum is te vroeg. Anders is er te weinig tijd voor een antwoord. Kies { $earliest } of een latere dag.
rejection-term_outside = Deze datum kan niet. Kies een dag na { $earliest }, en niet later dan { $latest }.
rejection-term_too_far = { $party } kan volgens de eigen regels pas antwoorden op { $first }. Een vraag mag hoogstens { $days } dagen openstaan. Dat is tot en met { $last }. Vraag een beheerder om een eerdere vergadering of een kortere vakantie in te vullen. Of stel de vraag later.
rejection-term_running = De tijd voor adviesvraag { $consultation } loopt nog tot en met { $due }. Daarom kunt u nog niet vastleggen dat er geen antwoord kwam. Wacht tot die dag voorbij is.
rejection-verdict_does_not_fit = { $right ->
    [consent] Dit antwoord past niet bij adviesvraag { $consultation }. Daar gaat het om instemming. Kies 'instemming' of 'geen instemming'.
    [advice] Dit antwoord past niet bij adviesvraag { $consultation }. Daar gaat het om advies, niet om instemming. Kies een positief of een negatief advies.
   *[information] Op adviesvraag { $consultation } is geen antwoord nodig. Die is alleen ter informatie. Wilt u toch iets zeggen? Geef dan ongevraagd advies.
    }
rejection-overleg_needed = U wilt afwijken van het advies bij adviesvraag { $consultation }. Dat kan pas na een gesprek met wie het advies gaf. Voer dat gesprek en leg het vast.
rejection-proposal_unchanged = Er is niets veranderd sinds adviesvraag { $consultation }. U kunt hetzelfde voorstel niet nog een keer voorleggen. Pas het voorstel aan en leg het daarna opnieuw voor.
rejection-not_a_body = { $party } geeft in deze trechter geen advies. Kies een raad of adviseur die dat wel doet.
rejection-body_without_members = { $party } heeft geen leden. Daarom kunt u daar geen advies vragen. Vraag de beheerder om leden toe te voegen.
rejection-date_in_future = De datum { $date } moet nog komen. U legt iets vast dat al is gebeurd. Kies vandaag of een eerdere dag.
rejection-date_too_early = Deze datum is te vroeg. Vóór { $earliest } kon dit nog niet gebeuren. Kies die dag of een latere dag.
rejection-not_recordable = U kunt dit niet voor iemand anders invoeren. Dat kan alleen met een antwoord, een stem, een advies of een besluit. Vraag de ander om het zelf te doen.
rejection-unknown_person = Deze persoon is niet bekend in Trechter. Kies iemand anders, of vraag de beheerder om de persoon toe te voegen.
rejection-lead_records_decision = U leidt dit project. Daarom mag u het besluit erover niet invoeren. Vraag een collega.
rejection-more_votes_than_present = U vulde meer stemmen in dan er mensen waren. Kijk de aantallen na en pas ze aan.
rejection-not_contestable = Tegen vastlegging { $record } kunt u geen bezwaar maken. Misschien is er al bezwaar gemaakt. Ververs de pagina.
rejection-contest_too_late = Tegen vastlegging { $record } kunt u geen bezwaar meer maken. Dat kon tot en met { $until }. Wat is vastgelegd, blijft staan.
rejection-decision_not_contested = Tegen het besluit bij '{ $gate }' loopt geen bezwaar. U hoeft er niet opnieuw naar te kijken. Ververs de pagina.
rejection-organisation_evidence_missing = U kunt nog niet zeggen dat '{ $criterion }' voldoet. Dit bewijs van de organisatie ontbreekt of telt niet mee: { $evidence }. Wacht tot het in orde is, of kies een ander antwoord.
rejection-unknown_evidence = Het bewijs '{ $evidence }' bestaat niet bij deze organisatie. Kies bewijs dat in de lijst staat.
rejection-evidence_empty = Bij '{ $evidence }' hoort een tekst of een bestand. Voeg een van beide toe en dien het daarna in.
rejection-evidence_unchanged = Er is niets veranderd aan '{ $evidence }'. Een nieuwe versie moet anders zijn dan de vorige. Pas het bewijs aan en dien het daarna in.
rejection-evidence_revision = { $current ->
    [none] Van '{ $evidence }' is nog geen versie ingediend. Daarom kunt u er nog niets mee. Wacht tot het bewijs er is.
   *[other] Van '{ $evidence }' is er nu versie { $current }. U keek naar een andere versie. Bekijk de nieuwe versie en probeer het opnieuw.
    }
rejection-own_organisation_evidence = U hebt zelf aan deze versie van '{ $evidence }' geschreven. Daarom mag u die niet beoordelen. Vraag een collega.
rejection-no_board = Er is nog geen bestuur gekozen dat verbeterplannen vaststelt. Daarom kan dit nog niet. Vraag de beheerder om het bestuur te kiezen.
rejection-no_gap = '{ $evidence }' is in orde. Daarom is er geen verbeterplan nodig. Ververs de pagina.
rejection-delegates_to_self = U kunt niet uw eigen vervanger zijn. Kies iemand anders.
rejection-not_a_member = Deze persoon is geen lid van { $party }. Daarom is er niets te vervangen. Kies een lid van deze partij.
rejection-not_a_delegate = Deze persoon kan een lid van { $party } niet vervangen. Kies iemand die bij een partij van deze organisatie hoort. In een raad kan alleen een ander lid vervangen.
rejection-delegation_dates = Deze dagen kunnen niet. Kies een begin en een einde tussen { $earliest } en { $latest }.
rejection-delegation_overlaps = Voor deze dagen is al een vervanger gekozen. Kies andere dagen, of beëindig eerst vervanging { $delegation }.
rejection-no_delegation = Vervanging { $delegation } geldt niet. Misschien is die al voorbij. Ververs de pagina.
rejection-no_agreement = Overeenkomst { $agreement } geldt niet. Misschien is die al ingetrokken. Ververs de pagina.
rejection-nothing_passed = Er is nog geen datum voorbij, of dat staat al in het dossier. U hoeft niets te doen.
rejection-in_the_past = De datum { $date } is al voorbij. Kies vandaag of een latere dag.
rejection-already_expired = '{ $artefact }' is verlopen. De laatste dag was { $ended }. Dien een versie in die nog geldig is.
rejection-evidence_expired = U kunt nog niet zeggen dat '{ $criterion }' voldoet. Deze documenten zijn verlopen: { $artefacts }. Wacht op een nieuwe versie, of kies een ander antwoord.
rejection-unknown_duty = De vaste taak '{ $duty }' bestaat niet in deze trechter. Kies een taak die bij het project staat.
rejection-duty_of_another_phase = De vaste taak '{ $duty }' hoort bij de fase '{ $phase }'. Daarom is die nu niet nodig. U hoeft niets te doen.
rejection-duty_needs_document = De vaste taak '{ $duty }' is pas klaar met een nieuwe versie van '{ $artefact }'. Dien die versie in. De taak is klaar als de versie is goedgekeurd.
rejection-duty_held_before = Deze datum is te vroeg voor de vaste taak '{ $duty }'. De vorige keer was op { $last }, of de fase begon toen pas. Kies die dag of een latere dag.
rejection-not_in_use = In de fase '{ $phase }' is de toepassing niet in gebruik. Daarom kan dit nu niet. Wacht tot de toepassing in gebruik is.
rejection-unknown_change_kind = De soort wijziging '{ $change_kind }' bestaat niet in deze trechter. Kies een soort die in de lijst staat.
rejection-change_not_open = Wijziging { $change } staat niet open. Misschien is die al afgerond. Ververs de pagina.
rejection-change_never_small = Een wijziging van de soort '{ $change_kind }' is nooit klein. Daarom zijn alle nieuwe antwoorden nodig. Wacht tot die er zijn.
rejection-own_change = U hebt wijziging { $change } zelf gemeld. Daarom mag u die niet zelf afsluiten. Vraag een collega.
rejection-no_signals_here = Deze trechter werkt niet met signalen. Daarom kan dit hier niet. Meld het op de plek die uw organisatie daarvoor heeft.
rejection-signal_not_open = Signaal { $signal } staat niet open. Misschien is het al afgehandeld. Ververs de pagina.
rejection-signal_not_answered = { $blockers ->
    [one] Signaal { $signal } kan nog niet worden afgesloten. Er is nog 1 punt open. Los dat eerst op.
   *[other] Signaal { $signal } kan nog niet worden afgesloten. Er zijn nog { $blockers } punten open. Los die eerst op.
    }
rejection-may_not_suspend = { $allowed ->
    [none] { $party } mag het gebruik niet stilleggen. In deze trechter mag niemand dat. Bespreek het met de projectleider.
   *[other] { $party } mag het gebruik niet stilleggen. Deze partijen mogen dat wel: { $allowed }. Vraag het aan een van hen.
    }
rejection-already_suspended = { $party } heeft het gebruik al stilgelegd. Dat hoeft niet nog een keer. Ververs de pagina.
rejection-not_suspended = { $party } heeft het gebruik niet stilgelegd. Alleen wie het stillegde, kan het weer vrijgeven. Ververs de pagina.
rejection-use_suspended = Het gebruik ligt stil. Daarom kan er niets nieuws beginnen. Dit is stilgelegd door: { $parties }. Vraag daar wat er nodig is.
rejection-rollout_not_planned = Uitrol { $rollout } staat niet gepland. Misschien is die al gestart of gestopt. Ververs de pagina.
rejection-rollout_not_checked = Uitrol { $rollout } kan nog niet starten. Op deze vragen is nog geen 'ja' geantwoord: { $checks }. Wacht tot dat overal zo is.
rejection-unknown_rollout_check = De vraag '{ $check }' wordt bij een uitrol niet aan { $party } gesteld. Ververs de pagina en kies een vraag die open staat.
rejection-no_emergency_use_here = Deze trechter kent geen noodgebruik. De toepassing kan pas in gebruik na een besluit. Wacht op dat besluit.
rejection-no_emergency_use = Er is nu geen noodgebruik. Er valt dus niets te stoppen.
rejection-already_in_use = De toepassing is al in gebruik. Daarom is noodgebruik niet nodig. U hoeft niets te doen.
rejection-emergency_spent = Noodgebruik is al een keer toegestaan. Dat kan maar één keer. Wacht op het besluit bij het beslismoment.
rejection-emergency_term = Noodgebruik kan duren tot en met { $latest }. Kies een dag vanaf vandaag, en niet later dan die dag.
rejection-parties_not_heard = Nog niet iedereen is gehoord over het noodgebruik. Dit ontbreekt nog: { $parties }. Vraag wat zij vinden en schrijf dat op.
rejection-not_to_be_heard = Over noodgebruik hoeft { $party } niet gehoord te worden. Haal deze partij weg.

## Wie het wel mag. Past in de zin 'Alleen … mag dit doen'.

need-person = een medewerker van de organisatie
need-innovation_manager = een innovatiemanager
need-lead = de projectleider of een innovatiemanager
need-lead_only = de projectleider
need-member = een lid van de partij { $parties }
need-chair = de voorzitter van de partij { $party }
need-lead_or_member = de projectleider of een lid van de partij { $parties }
need-chair_or_member = de voorzitter van de partij { $party }, of een lid van de partij { $parties }
need-administrator = een beheerder
need-chair_or_administrator = de voorzitter van de partij { $party }, of een beheerder
need-lead_or_person = de projectleider of wie de afspraak uitvoert
need-somebody_else = iemand die er niet zelf aan meewerkte
need-person_or_chair = degene voor wie dit is ingevoerd, of de voorzitter van de partij { $party }
need-system = het systeem zelf

## De uitweg, kort.

wayout-ask = Vraag het aan { $need }.
wayout-submit = Dien eerst in: { $artefacts }.
wayout-clear_blockers = Los eerst de open punten op.
wayout-correct = Pas uw invoer aan en probeer het opnieuw.
wayout-none = U hoeft niets te doen.

## Wat 'doorgaan' tegenhoudt.

blocker-document_missing = '{ $artefact }' is nog niet ingediend.
blocker-document_is_concept = '{ $artefact }' is nog een concept. Hier is de definitieve versie nodig.
blocker-document_too_old = '{ $artefact }' is te oud. Dien een nieuwe versie in.
blocker-review_open = { $party } heeft '{ $artefact }' nog niet beoordeeld.
blocker-review_stale = { $party } beoordeelde een eerdere versie van '{ $artefact }'.
blocker-changes_requested = { $party } vraagt een aanpassing van '{ $artefact }'.
blocker-judgement_open = { $party } heeft '{ $criterion }' nog niet beantwoord.
blocker-judgement_stale = Het antwoord van { $party } op '{ $criterion }' is verouderd. Het bewijs is veranderd.
blocker-not_met = '{ $criterion }' voldoet niet volgens { $party }.
blocker-condition_open = Afspraak { $condition } van een eerder besluit staat nog open.
blocker-organisation_evidence = { $standing ->
    [unjudged] { $party } heeft voor '{ $criterion }' bewijs van de organisatie nodig. '{ $evidence }' is nog niet beoordeeld.
    [insufficient] { $party } heeft voor '{ $criterion }' bewijs van de organisatie nodig. '{ $evidence }' is niet goed genoeg.
    [expired] { $party } heeft voor '{ $criterion }' bewijs van de organisatie nodig. '{ $evidence }' is verlopen.
   *[missing] { $party } heeft voor '{ $criterion }' bewijs van de organisatie nodig. '{ $evidence }' is er nog niet.
    }
blocker-decision_contested = Tegen het besluit bij '{ $gate }', ronde { $round }, is bezwaar gemaakt. Kijk er opnieuw naar.
blocker-consultation = { $lacks ->
    [not_opened] Aan { $body } is nog niets gevraagd.
    [requested] { $body } wil advies geven. Daar is nog niet op geantwoord.
    [open] { $body } heeft nog niet geantwoord. Geen antwoord is geen 'ja'.
    [response_missing] Op het advies van { $body } is nog niet gereageerd.
    [overleg_missing] { $body } gaf een negatief advies. Daar is nog niet samen over gepraat.
    [waiting_until] Na de reactie op { $body } loopt nog een wachttijd.
    [consent_withheld] { $body } stemt niet in.
    [no_consent] { $body } heeft niet op tijd geantwoord. Dat is geen instemming.
   *[stale] { $body } antwoordde op iets dat daarna is veranderd.
    }
blocker-document_expired = '{ $artefact }' is verlopen. Dien een nieuwe versie in.
blocker-evidence_expired = Het antwoord van { $party } op '{ $criterion }' telt niet meer. Het bewijs is verlopen.
blocker-expiry_open = '{ $artefact }' is verlopen. Wat daarop rust, is nog niet opnieuw beantwoord.
blocker-change_open = Wijziging { $change } staat nog open.
blocker-signal_open = Signaal { $signal } is nog niet afgehandeld.
blocker-use_suspended = { $party } heeft het gebruik stilgelegd.
blocker-signed_early = '{ $artefact }' is te vroeg getekend. { $party } had nog niet gezegd dat '{ $criterion }' voldoet.
blocker-begun_early = Het werk van de fase '{ $phase }' begon te vroeg. Er was nog geen besluit.

## Wat er veranderde terwijl u bezig was.

difference-revision = { $revision ->
    [none] '{ $artefact }' heeft nu geen versie.
   *[other] Van '{ $artefact }' is er nu versie { $revision }.
    }
difference-round = { $round ->
    [none] Er is nu geen ronde open.
   *[other] Nu is ronde { $round } open.
    }
difference-readiness = De stand van het beslismoment is veranderd.

## Fouten buiten de motor.

error-rejected = Dit kan niet. Lees waarom en wat u kunt doen.
error-conflict = Er is iets veranderd terwijl u bezig was. Uw invoer is bewaard. Bekijk wat er anders is en probeer het opnieuw.
error-not-found = Dit is niet gevonden. Misschien bestaat het niet meer, of mag u het niet zien. Ga terug naar uw taken.
error-key-reused = Dit verzoek is al eens gedaan, met een andere inhoud. Ververs de pagina en probeer het opnieuw.
error-entered-before = Dit besluit van deze vergadering is al vastgelegd: door { $who }, op { $date }. Het staat er één keer in. Moet het anders? Ga dan naar het project.
error-form = Het formulier is nog niet goed ingevuld. Kijk naar de gemarkeerde vragen.
error-input = De invoer is niet goed te lezen. Ververs de pagina en probeer het opnieuw.
error-text-empty = Deze tekst is leeg. Vul iets in.
error-text-too-long = Deze tekst is te lang. Er passen { $most } tekens in. Maak de tekst korter.
error-text-character = In deze tekst staat een teken dat niet mag. Typ de tekst opnieuw, zonder vreemde tekens.
error-too-large = Dit is te groot. Er past hoogstens { $most } in. Maak het kleiner en probeer het opnieuw.
error-too-complex = Deze vraag is te groot in één keer. Vraag minder tegelijk.
error-rate-limited = U doet dit te vaak achter elkaar. Wacht even en probeer het daarna opnieuw.
error-not-signed-in = U bent niet ingelogd. Log in en ga daarna verder.
error-sign-in-failed = Het e-mailadres of het wachtwoord klopt niet. Kijk ze na en probeer het opnieuw.
error-unavailable = Trechter is even niet bereikbaar. Wat u typte is bewaard. Probeer het over een minuut opnieuw.
error-internal = Er ging iets mis bij ons. Er is niets veranderd. Probeer het opnieuw. Gaat het weer mis? Geef dan deze code door: { $id }.
