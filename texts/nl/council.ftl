### De bladzijden van de raad en de brieven met een persoonlijke link. Niveau A2: korte zinnen, gewone woorden, u.

## De brieven. Het onderwerp is de vraag met de datum.

council-mail-asked-subject = { $right ->
    [consent] Stemt u in met '{ $project }'? U heeft tijd tot en met { $date }
   *[advice] Wilt u advies geven over '{ $project }'? U heeft tijd tot en met { $date }
    }
council-mail-asked-heading = { $right ->
    [consent] Stemt u in met '{ $project }'?
   *[advice] Wilt u advies geven over '{ $project }'?
    }
council-mail-asked-body = Wij willen graag weten wat de { $body } vindt. U krijgt eerst een korte uitleg. Daarna kunt u uw mening geven.
council-mail-asked-act = { $right ->
    [consent] U heeft tijd tot en met { $date }. Stemt de raad niet in? Dan gaat het plan zo niet door.
   *[advice] U heeft tijd tot en met { $date }. U krijgt altijd antwoord op uw advies.
    }
council-mail-asked-button = Lees en geef uw mening

council-mail-informed-subject = Ter informatie voor de { $body }: '{ $project }'
council-mail-informed-heading = Ter informatie: '{ $project }'
council-mail-informed-body = Wij vertellen de { $body } wat er gaat gebeuren. U krijgt een korte uitleg.
council-mail-informed-act = U hoeft niets te doen. Wilt u toch advies geven? Dat mag altijd.
council-mail-informed-button = Lees de uitleg

council-mail-revised-subject = De uitleg over '{ $project }' is veranderd. U heeft tijd tot en met { $date }
council-mail-revised-heading = De uitleg over '{ $project }' is veranderd
council-mail-revised-body = Er is nieuwe informatie voor de { $body }. Lees die voordat u verdergaat.
council-mail-revised-act = U heeft nu tijd tot en met { $date }.
council-mail-revised-button = Lees de nieuwe uitleg

council-mail-extended-subject = U heeft meer tijd voor '{ $project }': tot en met { $date }
council-mail-extended-heading = U heeft meer tijd voor '{ $project }'
council-mail-extended-body = De { $body } heeft meer tijd gekregen.
council-mail-extended-act = U heeft nu tijd tot en met { $date }.
council-mail-extended-button = Lees en geef uw mening

council-mail-term_kept-subject = Geen extra tijd voor '{ $project }': tot en met { $date }
council-mail-term_kept-heading = De { $body } krijgt geen extra tijd
council-mail-term_kept-body = U vroeg om meer tijd voor '{ $project }'. Dat kan helaas niet. De reden leest u via de knop.
council-mail-term_kept-act = U heeft tijd tot en met { $date }.
council-mail-term_kept-button = Lees waarom

council-mail-reminded-subject = Denkt u aan '{ $project }'? U heeft nog tijd tot en met { $date }
council-mail-reminded-heading = Denkt u aan '{ $project }'?
council-mail-reminded-body = De { $body } heeft nog geen antwoord gegeven. Dat hoeft ook nog niet.
council-mail-reminded-act = U heeft nog tijd tot en met { $date }. Heeft u meer tijd nodig? Vraag daarom via de knop.
council-mail-reminded-button = Lees en geef uw mening

council-mail-established-subject = De { $body } heeft antwoord gegeven over '{ $project }'
council-mail-established-heading = De { $body } heeft antwoord gegeven
council-mail-established-body = Het antwoord van de { $body } over '{ $project }' is vastgelegd.
council-mail-established-act = U kunt het teruglezen. Later leest u daar ook wat ermee is gedaan.
council-mail-established-button = Lees het antwoord

council-mail-recorded-subject = Klopt dit? Iemand vulde voor u het antwoord in over '{ $project }'
council-mail-recorded-heading = Klopt dit antwoord over '{ $project }'?
council-mail-recorded-body = Iemand vulde namens u het antwoord van de { $body } in. Dat mag na een vergadering, een brief of een telefoongesprek.
council-mail-recorded-act = Klopt het niet? Dan kunt u dat zeggen tot en met { $date }.
council-mail-recorded-button = Lees of het klopt

council-mail-answered-subject = Dit doen wij met uw advies over '{ $project }'
council-mail-answered-heading = Dit doen wij met uw advies over '{ $project }'
council-mail-answered-body = De { $body } gaf advies. Wij hebben daarop geantwoord.
council-mail-answered-act = Lees wat wij met uw advies doen, en waarom.
council-mail-answered-button = Lees ons antwoord

council-mail-renewed-subject = Uw nieuwe link voor '{ $project }'
council-mail-renewed-heading = Uw nieuwe link
council-mail-renewed-body = U vroeg om een nieuwe link voor '{ $project }'.
council-mail-renewed-act = Vroeg u dit niet? Dan hoeft u niets te doen.
council-mail-renewed-button = Open de bladzijde

council-mail-own = Deze link is alleen voor u. Stuur deze e-mail niet door.
council-mail-coached = Liever op papier of aan de telefoon? Dat kan, samen met uw coach.
council-mail-uncoached = Liever op papier of aan de telefoon? Bel ons.

## Op elke bladzijde.

council-skip = Ga naar de inhoud
council-of = van { $organisation }
council-home = Terug naar het begin
council-back = Terug
council-next = Verder
council-progress = Vraag { $at } van { $all }
council-optional = U hoeft dit niet in te vullen.
council-help = Heeft u een vraag?
council-help-coach = Vraag het uw coach: { $coaches }.
council-help-phone = Of bel
council-help-phone-only = Bel { $organisation }:
council-paper = Liever op papier of aan de telefoon?
council-paper-coach = Dat kan. Uw coach leest alles met u door en vult het samen met u in. U kunt ook vragen om grote letters.
council-paper-phone = Dat kan. Bel ons, dan regelen wij het.
council-whose = Deze bladzijde is van { $name }. Bent u dat niet? Sluit dan deze bladzijde.
council-wrong = Er is nog iets nodig
council-not-now = Dit is niet gelukt
council-listen = Lees dit voor
council-listen-stop = Stop met voorlezen
council-saved = Wat u typt, blijft op dit apparaat bewaard.
council-found = Wij hebben teruggezet wat u eerder typte.
council-offline = Er is geen verbinding. Wat u typt, blijft bewaard.
council-ended = Deze link werkt niet meer. Wat u typte, staat nog op dit apparaat.
council-changed-meanwhile = De uitleg is net veranderd. Open het begin en lees de nieuwe uitleg.

## Het begin.

council-title-asked = { $right ->
    [consent] Vraag om instemming
   *[advice] Vraag om advies
    }
council-title-information = Ter informatie
council-title-requested = Uw verzoek
council-title-closed = Afgesloten
council-until = U heeft tijd tot en met { $date }.
council-passed = De tijd was tot en met { $date }. U kunt nog antwoorden.
council-hello = Hallo { $name }.
council-intro-advice = { $organisation } wil weten wat u vindt. U kunt hieronder lezen waar het over gaat. Daarna geeft u uw mening.
council-intro-consent = { $organisation } wil iets veranderen. Dat mag alleen als de raad ja zegt. Lees hieronder waar het over gaat.
council-intro-information = { $organisation } vertelt u wat er gaat gebeuren. U hoeft niets te doen.
council-intro-after = Hier leest u wat er met de vraag is gebeurd.
council-right-advice = Wat is advies? { $organisation } moet goed naar uw advies kijken en antwoord geven. Volgen zij het niet? Dan praten zij eerst met de raad en leggen zij uit waarom.
council-right-consent = Wat is instemmen? Zegt de raad nee, dan gaat het plan zo niet door. Er moet dan een ander plan komen.
council-right-information = Wilt u hier toch advies over geven? Dat mag. De voorzitter kan daarom vragen.
council-silence = Zegt de raad niets, dan is dat geen ja.
council-about = Waar gaat het over?
council-more = Wilt u meer lezen?
council-document = { $name } (versie { $version })
council-steps = In drie stappen
council-step-own = Uw eigen mening
council-step-own-text = Alleen de raad en uw coach zien dit. { $organisation } ziet dit nooit.
council-step-own-done = U gaf uw mening op { $date }.
council-step-own-act = Geef uw mening
council-step-own-change = Wijzig uw mening
council-step-own-coach = Vul een mening in voor een lid
council-step-together = Samen bespreken
council-step-together-text = { $count ->
    [0] Nog niemand gaf een mening.
    [one] { $count } van de { $members } leden gaf een mening.
   *[other] { $count } van de { $members } leden gaven een mening.
    }
council-step-together-act = Lees de meningen
council-step-formal = { $right ->
    [consent] Antwoord van de raad
   *[advice] Advies van de raad
    }
council-step-formal-chair = U bent voorzitter. U legt vast wat de raad samen vindt. Dit stuurt u naar { $organisation }.
council-step-formal-coach = Heeft de raad vergaderd, gebeld of op papier geantwoord? Dan vult u dat hier in.
council-step-formal-wait = { $chair ->
    [none] De voorzitter legt vast wat de raad samen vindt.
   *[other] De voorzitter ({ $chair }) legt vast wat de raad samen vindt.
    }
council-step-formal-done = Vastgelegd op { $date }.
council-step-formal-act = { $right ->
    [consent] Leg het antwoord vast
   *[advice] Leg het advies vast
    }
council-step-formal-act-coach = Vul het antwoord van de raad in
council-more-things = Wat kunt u nog meer doen?
council-done-mark = Klaar

## Wat er met het advies is gedaan.

council-story = Wat is er met ons antwoord gedaan?
council-our-advice = { $right ->
    [consent] Ons antwoord
   *[advice] Ons advies
    }
council-verdict-positive = Ja, een goed plan
council-verdict-positive_with_points = Ja, als er iets anders gaat
council-verdict-negative = Nee, liever niet
council-verdict-consent_given = Ja, wij stemmen in
council-verdict-consent_withheld = Nee, wij stemmen niet in
council-established-on = Vastgelegd op { $date } door { $who }.
council-recorded-by = Ingevuld door { $who }, namens { $whom }. Het antwoord was van { $date }.
council-reference = Kenmerk: { $reference }
council-minority-heading = Wat een kleiner deel van de raad vindt
council-following-followed = { $organisation } doet wat de raad adviseert.
council-following-partly = { $organisation } doet een deel van wat de raad adviseert.
council-following-not_followed = { $organisation } doet niet wat de raad adviseert.
council-responded-heading = Het antwoord van { $organisation }
council-responded-on = Gegeven op { $date }.
council-waits-until = Het besluit mag pas vanaf { $date }.
council-conferred-heading = Gesprek over het advies
council-conferred-on = Het gesprek was op { $date }.
council-no-response = { $organisation } heeft nog niet geantwoord. U krijgt een e-mail zodra dat zo is.
council-withheld = De raad heeft niet ingestemd. Het plan gaat zo niet door.
council-no-answer = Er is vastgelegd dat er op tijd geen antwoord kwam. Dat is geen ja.
council-substituted = De instantie die daarover gaat, heeft op { $date } in plaats van de raad ingestemd.
council-withdrawn = De vraag is ingetrokken. U hoeft niets meer te doen.
council-declined = { $organisation } vraagt de raad hierover geen advies.
council-requested = De raad vroeg hier zelf om. { $organisation } moet daar nog op antwoorden.
council-contested = De voorzitter zei dat het ingevulde antwoord niet klopte. De raad kan opnieuw antwoorden.
council-decision-heading = Het besluit
council-decision-on = Op { $date } is besloten: { $outcome }.
council-extension-asked = De raad vroeg om meer tijd, tot en met { $date }.
council-term-kept-heading = Geen extra tijd
council-summary-revised = De uitleg is veranderd op { $date }. Lees hem opnieuw.
council-reason = De reden:

## Eigen mening.

council-opinion-title = Uw mening
council-opinion-who = Van wie is deze mening?
council-opinion-who-label = Van wie
council-opinion-choice = { $right ->
    [consent] Wat vindt u? Moet de raad instemmen?
   *[advice] Wat vindt u van dit plan?
    }
council-opinion-choice-coach = Wat vindt dit lid van het plan?
council-opinion-private = Alleen de raad en uw coach zien uw antwoord.
council-opinion-choice-label = Mening
council-opinion-yes = Ja, een goed plan
council-opinion-but = Ja, maar er moet iets anders
council-opinion-no = Nee, liever niet
council-opinion-unsure = Ik weet het niet
council-opinion-why = Waarom vindt u dat?
council-opinion-why-coach = Waarom vindt dit lid dat?
council-opinion-why-hint = U mag ook vragen opschrijven.
council-opinion-why-label = Waarom
council-opinion-check = Klopt dit?
council-opinion-commit = Mening bewaren
council-opinion-done = Uw mening is bewaard
council-opinion-done-coach = De mening is bewaard
council-opinion-done-text = Alleen de raad en de coach zien uw mening. U kunt haar wijzigen tot de voorzitter het antwoord van de raad vastlegt.
council-opinion-done-next = Daarna bespreekt de raad alle meningen samen.

## Samen bespreken.

council-together-title = Samen bespreken
council-together-private = Alleen de leden van de raad en de coach kunnen dit lezen. { $organisation } ziet dit nooit.
council-together-none = Nog niemand gaf een mening.
council-together-own = U heeft zelf nog geen mening gegeven.
council-together-on = Op { $date }
council-together-entered = Ingevuld door { $who }
council-together-waiting = Nog geen mening van
council-former-member = Een vorig lid

## Antwoord van de raad.

council-advice-title = { $right ->
    [consent] Antwoord van de raad
   *[advice] Advies van de raad
    }
council-advice-verdict = { $right ->
    [consent] Stemt de raad in?
   *[advice] Wat adviseert de raad?
    }
council-advice-public = Dit antwoord gaat naar { $organisation }. De meningen van de leden gaan niet mee.
council-advice-verdict-label = { $right ->
    [consent] Antwoord
   *[advice] Advies
    }
council-advice-text = Waarom vindt de raad dat?
council-advice-text-hint = Schrijf in uw eigen woorden. Noem wat anders moet, als dat zo is.
council-advice-text-label = Uitleg
council-advice-minority = Dachten sommige leden er anders over?
council-advice-minority-hint = U mag dat meesturen. Dat hoeft niet.
council-advice-minority-label = Wat een kleiner deel vindt
council-advice-nothing = Niets ingevuld
council-advice-on = Op welke dag gaf de raad dit antwoord?
council-advice-on-label = Dag
council-advice-how = Hoe gaf de raad dit antwoord?
council-advice-how-label = Hoe
council-advice-how-meeting = In een vergadering
council-advice-how-paper = Op papier
council-advice-how-phone = Aan de telefoon
council-advice-present = Wie waren erbij?
council-advice-present-label = Aanwezig
council-advice-votes = Is er gestemd?
council-advice-votes-hint = Alleen invullen als er stemmen zijn geteld.
council-advice-votes-label = Stemmen
council-advice-votes-said = { $for } voor, { $against } tegen, { $abstained } onthouden
council-advice-votes-for = Voor
council-advice-votes-against = Tegen
council-advice-votes-abstained = Onthouden
council-advice-minutes = Waaruit blijkt het antwoord?
council-advice-minutes-hint = Bijvoorbeeld: het stuk uit het verslag, of wat er op papier stond.
council-advice-minutes-label = Waaruit het blijkt
council-minutes-text = In uw eigen woorden
council-minutes-file = Of als bestand
council-minutes-file-other = Een ander bestand
council-minutes-file-hint = Bijvoorbeeld het verslag of een scan. Een PDF, Office-bestand, foto of tekst, hoogstens 50 MB. De aanbieder kan dit lezen: stuur alleen wat over deze vraag gaat. Kies één van de twee: uw eigen woorden, of een bestand.
council-minutes-file-there = Toegevoegd:
council-minutes-file-away = Dit bestand weghalen
council-error-text-or-file = Schrijf op waaruit het antwoord blijkt, of kies een bestand.
council-error-text-and-file = U hebt een tekst en een bestand. Kies één van de twee: maak het tekstvak leeg, of haal het bestand weg.
council-error-file-gone = Dit bestand is er niet meer. Haal het weg en kies het opnieuw.
council-advice-check = Klopt dit?
council-advice-check-text = Na het vastleggen kan de raad dit antwoord niet meer zelf wijzigen.
council-advice-check-coach = De voorzitter krijgt hiervan een e-mail, en kan zeggen dat het niet klopt.
council-advice-commit = { $right ->
    [consent] Antwoord vastleggen
   *[advice] Advies vastleggen
    }
council-advice-done = { $right ->
    [consent] Het antwoord van de raad is vastgelegd
   *[advice] Het advies van de raad is vastgelegd
    }
council-advice-done-now = Wat gebeurt er nu?
council-advice-done-sent = { $organisation } heeft het antwoord nu ontvangen.
council-advice-done-answer = U krijgt een e-mail als { $organisation } heeft geantwoord.
council-advice-done-decision = Er wordt rond { $date } besloten.
council-advice-done-later = U kunt het antwoord altijd teruglezen met deze link, tot en met { $date }.
council-no-chair = De raad heeft nog geen voorzitter. Vraag { $organisation } om dat te regelen.

## Meer tijd.

council-time-title = Meer tijd vragen
council-time-act = Vraag om meer tijd
council-time-until = Tot wanneer heeft de raad tijd nodig?
council-time-until-hint = Nu is de laatste dag { $date }. Kies een latere dag.
council-time-until-label = Tot en met
council-time-reason = Waarom heeft de raad meer tijd nodig?
council-time-reason-hint = Bijvoorbeeld: onze vergadering is pas daarna.
council-time-reason-label = Waarom
council-time-check = Klopt dit?
council-time-commit = Meer tijd vragen
council-time-done = De raad heeft om meer tijd gevraagd
council-time-done-text = { $organisation } geeft antwoord. U krijgt daarover een e-mail.

## De tijd na een nieuwe uitleg.

council-term-title = Kies hoeveel tijd de raad nodig heeft
council-term-act = Kies hoeveel tijd de raad nodig heeft
council-term-choice = De uitleg is veranderd. Hoeveel tijd heeft de raad nodig?
council-term-choice-label = Tijd
council-term-restart = Alle tijd opnieuw: tot en met { $date }
council-term-keep = De tijd die er was: tot en met { $date }
council-term-commit = Keuze vastleggen
council-term-check = Klopt dit?
council-term-done = De tijd is gekozen
council-term-done-text = De raad heeft tijd tot en met { $date }.

## Het antwoord bevestigen.

council-confirm-title = Klopt ons antwoord nog?
council-confirm-act = Zeg of ons antwoord nog klopt
council-confirm-intro = Er is iets veranderd in de stukken na ons antwoord. Lees de nieuwe stukken eerst.
council-confirm-choice = Klopt het antwoord van de raad nog?
council-confirm-choice-label = Ons antwoord
council-confirm-yes = Ja, ons antwoord blijft zo
council-confirm-no = Nee, wij willen er opnieuw over praten
council-confirm-no-error = Bel dan uw coach of { $organisation }. Zij stellen de vraag opnieuw.
council-confirm-commit = Antwoord bevestigen
council-confirm-check = Klopt dit?
council-confirm-done = Het antwoord van de raad blijft staan
council-confirm-done-text = { $organisation } ziet dat het antwoord nog klopt.

## Zeggen dat het niet klopt.

council-contest-title = Dit antwoord klopt niet
council-contest-act = Zeg dat het ingevulde antwoord niet klopt
council-contest-until = Dat kan tot en met { $date }.
council-contest-reason = Wat klopt er niet?
council-contest-reason-hint = Daarna kan de raad opnieuw antwoorden.
council-contest-reason-label = Wat niet klopt
council-contest-commit = Zeggen dat het niet klopt
council-contest-check = Klopt dit?
council-contest-done = U zei dat het antwoord niet klopte
council-contest-done-text = De raad kan nu opnieuw antwoorden.

## Om advies vragen.

council-request-title = Advies willen geven
council-request-act = Zeg dat de raad hier advies over wil geven
council-request-question = Waarover wil de raad advies geven?
council-request-question-hint = { $organisation } moet daarop antwoorden.
council-request-question-label = Waarover
council-request-commit = Verzoek vastleggen
council-request-check = Klopt dit?
council-request-done = Het verzoek van de raad is vastgelegd
council-request-done-text = { $organisation } stelt de raad de vraag, of legt uit waarom niet. U krijgt daarover een e-mail.

## Controleren.

council-check-change = Wijzig
council-check-changed = Er is iets veranderd terwijl u bezig was
council-check-changed-text = De uitleg is veranderd op { $date }. Wat u typte, staat hieronder nog. Lees de nieuwe uitleg en kijk of uw antwoord nog klopt.
council-check-read = Lees de nieuwe uitleg
council-answered-meanwhile = Er is al een antwoord van de raad vastgelegd, op { $date }. Wat u typte, staat hieronder nog. Bewaar het zelf als u het nodig heeft.
council-closed-meanwhile = Deze vraag is intussen afgesloten. Wat u typte, staat hieronder nog. Bewaar het zelf als u het nodig heeft.
council-busy = Wij kunnen dit nu niet bewaren. Wat u typte, staat hieronder nog. Probeer het over een minuut opnieuw.

## Wat er mis kan zijn met een antwoord.

council-error-choose = Kies een antwoord.
council-error-empty = Vul hier iets in.
council-error-long = Dit is te lang. U typte { $length } tekens. Het mogen er { $limit } zijn.
council-error-character = Hierin staat een teken dat wij niet kunnen bewaren. Typ de tekst opnieuw.
council-error-date = Kies een dag, bijvoorbeeld { $example }.
council-error-number = Vul een heel getal in, bijvoorbeeld 3.
council-error-person = Kies mensen uit de lijst.

## Stukken.

council-document-title = { $name }
council-document-version = Versie { $version }, van { $date }.
council-document-files = Bestanden
council-document-file = { $name } ({ $size })
council-document-empty = In dit stuk staat geen tekst.
council-document-erased = Deze tekst is weggehaald.
council-document-elsewhere = Dit stuk is niet bij deze vraag. Vraag het uw coach of bel ons.
council-yes = Ja
council-no = Nee

## Een link die niet (meer) werkt.

council-gone-title = Deze link werkt niet
council-gone-text = Misschien is de link te oud. Of er mist een stuk van de link.
council-gone-new = Wilt u een nieuwe link?
council-gone-new-text = Wij sturen hem naar uw e-mailadres. Was deze link van u, dan krijgt u binnen een paar minuten een e-mail.
council-gone-commit = Stuur mij een nieuwe link
council-gone-help = Lukt het niet? Bel dan uw coach, of de organisatie die u de e-mail stuurde.
council-renewed-title = Kijk in uw e-mail
council-renewed-text = Was de link van u? Dan krijgt u binnen een paar minuten een e-mail met een nieuwe link.
council-renewed-more = Krijgt u geen e-mail? Bel dan uw coach, of de organisatie die u de e-mail stuurde.
council-broken-title = Het lukt nu even niet
council-broken-text = Er ging bij ons iets mis. Probeer het over een minuut opnieuw.
council-refused-title = Dit kan hier niet
council-refused-text = Ga terug naar het begin. Daar ziet u wat u nu kunt doen.
