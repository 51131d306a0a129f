### Advies en instemming: vragen aan een raad of adviseur, het antwoord en de reactie.

## Op de bladzijde van het project.

web-consult = Advies en instemming
web-consult-lead = Deze raden en adviseurs kijken mee. Geen antwoord is geen 'ja'.
web-consult-name-advice = Advies van { $body }
web-consult-name-consent = Instemming van { $body }
web-consult-name-information = Informatie voor { $body }
web-consult-name-any = Advies of instemming van { $body }
web-consult-name-own = Advies van { $body }, op eigen initiatief
web-consult-prepare-advice = Adviesaanvraag voorbereiden
web-consult-prepare-consent = Instemmingsverzoek voorbereiden
web-consult-prepare-information = Informatie voorbereiden
web-consult-first = Eerst nodig: { $documents }
web-consult-no-members = { $body } heeft nog geen leden
web-consult-again = Vraag { $number } opnieuw stellen
web-consult-term = Minstens { $days } werkdagen: vandaag gevraagd is uiterlijk { $date }
web-consult-you-can = U kunt hier iets doen.
web-consult-volunteer = Zelf iets vragen of adviseren namens { $body }

## Waar het staat.

web-consult-step-requested = Wil advies geven
web-consult-step-asked = Wacht op antwoord
web-consult-step-advised = Reactie nodig
web-consult-step-withheld = Geen instemming
web-consult-step-unanswered = Geen antwoord
web-consult-step-wait = Wachttijd loopt
web-consult-end-informed = Geïnformeerd
web-consult-end-answered = Afgerond
web-consult-end-no_answer = Geen antwoord
web-consult-end-substituted = Vervangende toestemming
web-consult-check-done = Afgerond
web-consult-check-waiting = Wacht op antwoord
web-consult-check-to_do = Nog te doen
web-consult-check-adjust = Geen instemming
web-consult-check-stale = Verouderd
web-consult-check-not_yet = Kan nog niet
web-consult-check-expired = Verlopen
web-consult-check-waived = Ontheffing
web-consult-now-asked = { $body } heeft tot en met { $date } de tijd.
web-consult-now-passed = De tijd was voorbij op { $date }. Er kwam geen antwoord. Dat is geen 'ja'.
web-consult-now-choose = Er is een nieuwe samenvatting. De voorzitter kiest hoeveel tijd er nu is. Eerst was het tot en met { $date }.
web-consult-now-extension = { $body } vraagt meer tijd, tot en met { $date }.
web-consult-now-advised = { $body } gaf antwoord: { $verdict }. Nu is een reactie nodig.
web-consult-now-overleg = Wilt u afwijken van dit advies? Dan is eerst een gesprek met { $body } nodig.
web-consult-now-conferred = Het overleg is gevoerd op { $date }.
web-consult-now-requested = { $body } wil advies geven over dit project. Daar moet u op antwoorden.
web-consult-now-withheld = { $body } stemt niet in. Het beslismoment blijft dicht.
web-consult-now-unanswered = { $body } gaf geen antwoord. Dat is geen instemming. Het beslismoment blijft dicht.
web-consult-now-informed = { $body } is geïnformeerd. Een antwoord is niet nodig.
web-consult-now-answered = { $body } gaf antwoord: { $verdict }.
web-consult-now-no_answer = { $body } gaf geen antwoord. Dat is zo vastgelegd.
web-consult-now-substituted = Een ander orgaan gaf vervangende toestemming.
web-consult-now-wait = Daarna is er een wachttijd. Op { $date } kan het besluit worden genomen.
web-consult-now-stale = Wat { $body } zag, is daarna veranderd.
web-verdict-positive = Positief advies
web-verdict-positive-hint = Wij vinden dit een goed plan.
web-verdict-positive_with_points = Positief advies, met punten
web-verdict-positive_with_points-hint = Wij vinden dit goed, als deze punten worden geregeld.
web-verdict-negative = Negatief advies
web-verdict-negative-hint = Wij vinden dit geen goed plan.
web-verdict-consent_given = Instemming
web-verdict-consent_given-hint = Wij stemmen in met dit plan.
web-verdict-consent_withheld = Geen instemming
web-verdict-consent_withheld-hint = Wij stemmen niet in. Het plan kan zo niet doorgaan.
web-following-followed = Wij volgen het advies helemaal
web-following-partly = Wij volgen een deel van het advies
web-following-not_followed = Wij volgen het advies niet
web-following-followed-done = Het advies is helemaal gevolgd.
web-following-partly-done = Een deel van het advies is gevolgd.
web-following-not_followed-done = Het advies is niet gevolgd.
web-right-information = { $body } krijgt informatie. Een antwoord is niet nodig. Advies geven mag altijd.
web-right-advice = { $body } geeft advies. U reageert daarop met redenen. Wijkt u af, dan is eerst een gesprek nodig.
web-right-consent = { $body } moet instemmen. Zonder instemming blijft het beslismoment dicht.
web-right-agreed = { $body } heeft zelf afgesproken dat informatie hier genoeg is.
web-right-word-information = Ter informatie
web-right-word-advice = Advies
web-right-word-consent = Instemming

## De vraag stellen.

web-ask-lead = Het beslismoment '{ $gate }' vraagt dit. Daarna hoort { $body } van u.
web-ask-documents = Deze documenten gaan mee
web-ask-documents-lead = De versie van vandaag telt. Verandert er later iets, dan hoort de raad of adviseur dat.
web-ask-document-missing = is er nog niet
web-ask-is-summary = dit is de samenvatting
web-ask-missing = { $count ->
    [one] U kunt dit nog niet vragen. Dien eerst het document in dat er nog niet is.
   *[other] U kunt dit nog niet vragen. Dien eerst de { $count } documenten in die er nog niet zijn.
    }
web-ask-others = De projectleider stelt deze vraag.
web-ask-replaces = Deze vraag komt in de plaats van vraag { $number }.
web-ask-question = Wat vraagt u?
web-ask-question-hint = Stel één duidelijke vraag. U kunt het voorstel hieronder aanpassen.
web-ask-question-missing = Schrijf op wat u vraagt.
web-ask-summary = Korte samenvatting in gewone woorden
web-ask-summary-hint = Wat is het? Wat verandert er voor cliënten? Wat kan er misgaan? Wat vraagt u? Schrijf korte zinnen.
web-ask-summary-missing = Schrijf een korte samenvatting.
web-ask-due = Tot wanneer is er tijd?
web-ask-due-hint = { $body } heeft minstens { $days } werkdagen. Vrije dagen en vergaderingen tellen mee. Daarom kan het niet eerder dan { $date }. Later mag wel.
web-ask-due-missing = Kies tot wanneer er tijd is.
web-ask-to = Aan
web-ask-check = Controleer uw vraag
web-ask-check-advice = Na het versturen krijgt { $body } een e-mail. De tijd begint vandaag te lopen.
web-ask-check-consent = Na het versturen krijgt { $body } een e-mail. De tijd begint vandaag te lopen.
web-ask-check-information = Na het versturen krijgt { $body } een e-mail. Een antwoord is niet nodig.
web-ask-send-advice = Advies vragen
web-ask-send-consent = Instemming vragen
web-ask-send-information = Informatie geven
web-ask-nothing = Bij dit beslismoment hoeft u nu niets te vragen.
web-asked = Het is verstuurd aan { $body }.
web-reading-good = Dit leest goed. Een zin heeft gemiddeld { $average } woorden.
web-reading-hard = Dit kan makkelijker. Een zin heeft gemiddeld { $average } woorden. Probeer hoogstens 15.
web-reading-longest = Deze zin is lang: '{ $sentence }'
web-reading-words = Dit zijn lange woorden: { $words }.

## Eén vraag, met advies en reactie.

web-consult-standing = Hoe staat het ervoor?
web-consult-body = Raad of adviseur
web-consult-right = Soort vraag
web-consult-asked-on = Gevraagd op
web-consult-due = Tijd tot en met
web-consult-term-why = De tijd is minstens { $days } werkdagen. Zo is er genoeg tijd om erover te praten.
web-consult-question = Wat is er gevraagd?
web-consult-summary = Samenvatting
web-consult-shown = Gelezen documenten
web-consult-newer = er is een nieuwere versie
web-consult-answer = Het antwoord van { $body }
web-consult-minority = Wat een minderheid vindt
web-consult-response = De reactie op het advies
web-consult-wait = Het besluit kan op { $date } worden genomen. Tot die dag loopt de wachttijd.
web-consult-in-timeline = De hele tekst staat in de tijdlijn van het project.
web-consult-over = Deze vraag is afgerond. U leest alles terug in de tijdlijn van het project.
web-consult-timeline = Naar de tijdlijn
web-consult-review = Controleer wat u vastlegt
web-consult-review-lead = Dit staat voor altijd in het dossier. Kijk daarom alles nog eens na.
web-consult-reason-missing = Schrijf op waarom.
web-consult-until = Tot en met welke dag?
web-consult-until-missing = Kies een dag.
web-consult-day-missing = Kies op welke dag dit was.
web-consult-text-missing = Schrijf op wat er is gezegd.
web-ways = { $body } stemt niet in. Wat kan nu?
web-ways-change = Pas het voorstel aan en vraag opnieuw instemming.
web-ways-again = Opnieuw instemming vragen
web-ways-withdraw = Trek de vraag in. Dan gaat dit deel van het plan niet door.
web-ways-substitute = Vraag vervangende toestemming aan wie dat mag geven. Leg vast wat die zegt.
web-ways-lead = De projectleider kiest wat er gebeurt.
web-steps = Zo komt uw raad tot een antwoord
web-steps-own = 1. Uw eigen mening
web-steps-own-hint = Alleen { $body } en de ondersteuner zien die.
web-steps-together = 2. Samen bespreken
web-steps-together-hint = U praat er samen over. De organisatie leest niet mee.
web-steps-chair = 3. Het antwoord van { $body }
web-steps-chair-hint = De voorzitter stelt het vast. Pas dan ziet de organisatie het.

## Wat u kunt doen, en wat er dan is gebeurd.

web-act-accept_request = Vraag het advies
web-act-accept_request-lead = { $body } wil advies geven. Stuur een samenvatting en kies de documenten. Dan begint de tijd te lopen.
web-act-decline_request = Vraag geen advies
web-act-decline_request-lead = U vraagt het advies niet. { $body } leest waarom. Ongevraagd advies geven mag altijd.
web-act-give_opinion = Geef uw eigen mening
web-act-give_opinion-lead = Alleen { $body } en de ondersteuner lezen dit. De organisatie ziet het nooit.
web-act-establish_advice = Stel het antwoord vast
web-act-establish_advice-lead = U doet dit als voorzitter, namens { $body }. Daarna ziet de organisatie het antwoord.
web-act-ask_extension = Vraag meer tijd
web-act-ask_extension-lead = De projectleider beslist of er meer tijd komt.
web-act-extend_term = Geef meer tijd
web-act-extend_term-lead = { $body } krijgt langer de tijd. Korter kan niet.
web-act-keep_term = Geef niet meer tijd
web-act-keep_term-lead = { $body } leest waarom er niet meer tijd komt.
web-act-revise_summary = Leg voor wat is veranderd
web-act-revise_summary-lead = { $body } krijgt de nieuwe samenvatting en de nieuwste documenten. De tijd begint opnieuw, tot de voorzitter anders kiest.
web-act-choose_term = Kies hoeveel tijd er is
web-act-choose_term-lead = Er ligt iets nieuws voor. Hoeveel tijd wil { $body } nu?
web-act-record_no_answer = Leg vast dat er geen antwoord kwam
web-act-record_no_answer-lead = De tijd is voorbij. { $body } gaf geen antwoord. Dat is geen 'ja'.
web-act-confer = Leg het overleg vast
web-act-confer-lead = Wijkt u af van het advies? Praat eerst met { $body }. Leg hier vast wat er is gezegd.
web-act-respond_to_advice = Reageer op het advies
web-act-respond_to_advice-lead = { $body } leest uw reactie. De reactie staat in het dossier.
web-act-withdraw_consultation = Trek de vraag in
web-act-withdraw_consultation-lead = De vraag vervalt. { $body } leest waarom.
web-act-substitute_consent = Leg vervangende toestemming vast
web-act-substitute_consent-lead = Een bevoegd orgaan gaf toestemming in plaats van { $body }. Leg vast wie dat was en wat het zegt.
web-act-confirm_advice = Laat het antwoord staan
web-act-confirm_advice-lead = De documenten zijn veranderd. Blijft { $body } bij het antwoord? Bekijk eerst de nieuwe versies.
web-acted-accept_request = Het advies is gevraagd.
web-acted-decline_request = Het verzoek is afgewezen.
web-acted-give_opinion = Uw mening is bewaard. Alleen uw raad en de ondersteuner zien die.
web-acted-establish_advice = Het antwoord is vastgesteld. De projectleider krijgt een e-mail.
web-acted-ask_extension = U hebt meer tijd gevraagd.
web-acted-extend_term = Er is meer tijd gegeven.
web-acted-keep_term = De tijd blijft zoals die was.
web-acted-revise_summary = Wat is veranderd, ligt nu voor.
web-acted-choose_term = De tijd is gekozen.
web-acted-record_no_answer = Vastgelegd is dat er geen antwoord kwam.
web-acted-confer = Het overleg is vastgelegd.
web-acted-respond_to_advice = Uw reactie is vastgelegd en verstuurd.
web-acted-withdraw_consultation = De vraag is ingetrokken.
web-acted-substitute_consent = De vervangende toestemming is vastgelegd.
web-acted-confirm_advice = Het antwoord blijft staan.
web-consult-decline-why = Waarom vraagt u dit advies niet?
web-consult-extension-why = Waarom is er meer tijd nodig?
web-consult-keep-why = Waarom komt er niet meer tijd?
web-consult-withdraw-why = Waarom trekt u de vraag in?
web-consult-revise-hint = Wat is er anders dan eerst? Schrijf korte zinnen.
web-establish-verdict = Wat is uw antwoord?
web-establish-verdict-missing = Kies een antwoord.
web-establish-text = Het antwoord in uw eigen woorden
web-establish-text-hint = De organisatie leest dit precies zo.
web-establish-text-missing = Schrijf het antwoord op.
web-establish-minority = Wat vindt een minderheid? (mag leeg blijven)
web-establish-minority-hint = Alleen als uw raad dit wil laten weten.
web-opinion-label = Wat vindt u zelf?
web-opinion-hint = Alleen { $body } en de ondersteuner zien dit.
web-opinion-missing = Schrijf op wat u vindt.
web-term-question = Hoeveel tijd wilt u?
web-term-missing = Kies hoeveel tijd u wilt.
web-term-restart = Weer de hele tijd, tot en met { $date }
web-term-extend = Een dag daartussen
web-term-keep = Zoals het was, tot en met { $date }
web-no-answer-note = Opmerking (mag leeg blijven)
web-confer-day = Op welke dag was het overleg?
web-confer-text = Wat is er besproken?
web-confer-hint = Schrijf op wie er waren en wat er is gezegd.
web-substitute-day = Op welke dag is de toestemming gegeven?
web-substitute-text = Wie gaf toestemming, en wat staat erin?
web-substitute-hint = Noem het orgaan en het kenmerk van de uitspraak.
web-respond-question = Wat doet u met het advies van { $body }?
web-respond-missing = Kies wat u met het advies doet.
web-respond-followed = Er is geen overleg nodig en geen wachttijd.
web-respond-conferred = U wijkt af. Het overleg met { $body } is gevoerd op { $date }.
web-respond-confer-first = U wijkt af. Leg eerst het overleg met { $body } vast.
web-respond-waits = { $count ->
    [one] Daarna wacht het besluit nog 1 dag, tot { $date }.
   *[other] Daarna wacht het besluit nog { $count } dagen, tot { $date }.
    }
web-respond-waits-not = Er is geen wachttijd.
web-respond-reason = Waarom, en wat doet u met elk punt?
web-respond-reason-hint = { $body } leest dit. Schrijf gewone, korte zinnen.
web-respond-reason-missing = Schrijf op waarom.
web-respond-sure = Ik weet dat wij hiermee afwijken van het advies.
web-respond-sure-missing = Vink aan dat u weet dat u afwijkt.

## Een raad begint zelf.

web-own-title = Zelf beginnen namens { $body }
web-own-way = Wat wilt u doen?
web-own-way-ask = Vragen of wij advies mogen geven
web-own-way-ask-hint = De projectleider stuurt u een samenvatting en documenten, of legt uit waarom niet.
web-own-way-advise = Meteen advies geven
web-own-way-advise-hint = Dit heet ongevraagd advies. De projectleider moet erop reageren.
web-own-question = Waarover wilt u advies geven?
web-own-send-ask = Verzoek versturen
web-own-send-advise = Advies vastleggen
web-own-nobody = U bent geen voorzitter van een raad of adviseur in dit project.

## Vastgelegd namens een ander.

web-behalf-title = { $act } namens een ander
web-behalf-lead = Het antwoord is gegeven in een vergadering, op papier of aan de telefoon. U voert het in. Die ander krijgt bericht en kan bezwaar maken.
web-behalf-who = Wie gaf het antwoord?
web-behalf-who-hint = Bij een raad is dat de voorzitter, of het lid dat u belde.
web-behalf-who-missing = Kies wie het antwoord gaf.
web-behalf-day = Op welke dag was dat?
web-behalf-day-missing = Kies op welke dag het antwoord is gegeven.
web-behalf-present = Wie waren erbij?
web-behalf-voted = Is er gestemd?
web-behalf-voted-missing = Kies of er is gestemd.
web-behalf-for = Stemmen voor
web-behalf-against = Stemmen tegen
web-behalf-abstained = Onthoudingen
web-behalf-number = Vul een heel getal in.
web-behalf-minutes = Verslag
web-behalf-minutes-hint = Neem over wat er in het verslag staat. Bij een telefoongesprek: schrijf op wat er is gezegd.
web-behalf-minutes-missing = Schrijf het verslag op.
