### De teksten van de schermen. Vaste woorden staan in words.ftl, weigeringen in rejection.ftl.

## Rondom elke pagina.

web-window-title = { $title } – Trechter
web-skip = Naar de inhoud
web-nav = Hoofdmenu
web-nav-tasks = Mijn taken
web-nav-tasks-waiting = wachten op u
web-nav-organisation = Organisatie
web-nav-projects = Projecten
web-crumbs = Waar u bent
web-sign-out = Uitloggen
web-foot = Trechter van { $organisation } · U bent { $person }
web-demo = Dit is een demonstratie. De mensen en projecten zijn verzonnen.
web-mailbox = Bekijk de e-mails
web-offline = U hebt geen verbinding. Wat u typt, blijft op dit apparaat staan.
web-loading = Even geduld, de pagina komt eraan.
web-not-found = Niet gevonden
web-failed = De pagina komt niet binnen
web-again = Probeer het opnieuw
web-busy = Even geduld…
web-more = Toon meer
web-back = Terug
web-change = Wijzig
web-cancel = Annuleren
web-choose = Kies…
web-yes = Ja
web-no = Nee
web-optional = { $title } (mag leeg blijven)
web-to-tasks = Naar mijn taken
web-to-project = Naar het project
web-visible-to-all = Iedereen in het project kan dit lezen.
web-mark = Kenmerk voor controle (hash)

## Als iets niet kan.

web-problem = Dit is nog niet goed
web-refused = Dit kan nog niet
web-refused-conflict = Er is iets veranderd
web-refused-entered = Dit is al vastgelegd
web-law = Regel { $law } van de trechter.
web-blocker-organisation_evidence = { $party } heeft voor '{ $criterion }' bewijs van de organisatie nodig. Dat is er niet, of het telt niet mee.
web-blocker-decision_contested = Tegen een eerder besluit is bezwaar gemaakt. Kijk er opnieuw naar.
web-signed-out-meanwhile = U bent niet meer ingelogd. Log opnieuw in. Wat u typte, staat er dan nog.

## Inloggen.

web-sign-in = Inloggen
web-sign-in-email = E-mailadres
web-sign-in-password = Wachtwoord
web-sign-in-email-missing = Vul uw e-mailadres in.
web-sign-in-password-missing = Vul uw wachtwoord in.

## Mijn taken.

web-tasks = Mijn taken
web-tasks-lists = Soorten taken
web-tasks-mine = Wacht op mij ({ $count })
web-tasks-others = Wacht op anderen ({ $count })
web-tasks-count = { $count ->
    [0] U hebt nu geen taken.
    [one] 1 taak wacht op u.
   *[other] { $count } taken wachten op u.
    }
web-tasks-late = { $count ->
    [one] 1 is te laat.
   *[other] { $count } zijn te laat.
    }
web-tasks-late-heading = Te laat
web-tasks-after = Daarna
web-tasks-meeting = { $count ->
    [one] { $body } moet 1 besluit nemen. Doet u dat in een vergadering? Bereid die dan voor.
   *[other] { $body } moet { $count } besluiten nemen. Doet u dat in een vergadering? Leg de besluiten dan samen vast.
    }
web-tasks-meeting-button = Vergadering voorbereiden
web-tasks-empty = { $list ->
    [waiting_for_others] U wacht nergens op.
   *[other] Er wacht niets op u. U krijgt een e-mail als dat verandert.
    }
web-task-for = namens { $party }
web-task-waits-for = Wacht op { $who }
web-task-confirmable = U gaf hier eerder antwoord op
web-task-confirmable-others = Het eerdere antwoord is verouderd
web-version = Versie { $number }
web-due = Uiterlijk { $date }
web-until = uiterlijk { $date }
web-was-due = Was { $date }
web-since = sinds { $date }
web-next-task = Volgende taak:
web-keys = Sneltoetsen:
web-keys-next = volgende
web-keys-previous = vorige
web-keys-off = Sneltoetsen uitzetten
web-keys-on = Sneltoetsen aanzetten

## Eerdere antwoorden bevestigen.

web-confirm-card = { $count ->
    [one] '{ $project }' is veranderd. Blijft { $party } bij het eerdere antwoord?
   *[other] '{ $project }' is veranderd. Blijft { $party } bij de { $count } eerdere antwoorden?
    }
web-confirm-card-button = { $count ->
    [one] Bekijk en bevestig
   *[other] Bekijk en bevestig { $count } antwoorden
    }
web-confirm-title = Eerdere antwoorden bevestigen
web-confirm-lead = Deze documenten zijn veranderd na uw antwoord. Blijft u bij uw antwoord? Bevestig het dan.
web-confirm-answer = Uw antwoord was: { $answer }.
web-confirm-changed = '{ $name }' ging van versie { $seen } naar { $now }. Veranderd: { $fields }.
web-confirm-compare = Vergelijk de versies van '{ $name }'
web-confirm-none = Kies minstens één antwoord om te bevestigen.
web-confirm-empty = U kunt hier nu niets bevestigen. Schreef u zelf mee aan de nieuwe versie? Dan bevestigt een collega.
web-confirm-send = { $count ->
    [0] Antwoorden bevestigen
    [one] 1 antwoord bevestigen
   *[other] { $count } antwoorden bevestigen
    }
web-confirmed = { $count ->
    [one] Uw antwoord is bevestigd. Het geldt nu voor de nieuwe versie.
   *[other] Uw { $count } antwoorden zijn bevestigd. Ze gelden nu voor de nieuwe versies.
    }

## Projecten.

web-project = Project
web-projects-lists = Soorten projecten
web-projects-active = Lopend
web-projects-stopped = Gestopt
web-projects-retired = Uit gebruik
web-projects-empty = { $list ->
    [stopped] Er zijn geen gestopte projecten.
    [retired] Er is nog niets uit gebruik genomen.
   *[other] Er lopen nog geen projecten.
    }
web-phase-column = Fase
web-points-done = { $done } van { $total } punten klaar
web-done-of = { $done } van { $total }
web-lead = Projectleider
web-new-project = Nieuw project
web-new-title = Hoe heet het project?
web-new-title-hint = Een korte naam die iedereen begrijpt.
web-new-title-missing = Vul de naam van het project in.
web-new-summary = Waar gaat het over?
web-new-summary-hint = Schrijf twee of drie gewone zinnen. Wat verandert er voor cliënten?
web-new-summary-missing = Schrijf waar het project over gaat.
web-new-lead = Wie leidt het project?
web-new-funnel = Door welke trechter gaat het?
web-new-funnel-missing = Kies een trechter.
web-funnel-version = { $name }, versie { $version }
web-new-start = Project starten

## Project.

web-phases = Fasen van het project
web-phase = Fase { $phase }
web-phase-done = Klaar
web-phase-current = Nu, sinds { $date }
web-phase-stopped = Hier gestopt
web-phase-retired = Uit gebruik genomen
web-phase-later = Later
web-started = Gestart
web-decision-planned = Besluit gepland
web-now-heading = Wat moet er nu gebeuren?
web-now-submit = { $who } moet '{ $thing }' indienen
web-now-submit-again = { $who } moet '{ $thing }' aanpassen
web-now-review = { $who } moet '{ $thing }' beoordelen
web-now-judge = { $who } moet antwoord geven op '{ $thing }'
web-now-answer_fact = { $who } moet antwoord geven op '{ $thing }'
web-now-confirm_fact = { $who } moet het antwoord op '{ $thing }' bevestigen
web-now-meet_condition = { $who } moet afspraak { $thing } uitvoeren
web-now-accept_condition = { $who } moet kijken of afspraak { $thing } klaar is
web-now-decide_extra = { $who } moet een extra besluit nemen over afspraak { $thing }
web-now-body = We wachten op { $who }: adviesvraag { $number }. Daarvoor is tijd tot en met { $date }.
web-now-other = { $who } moet dit doen: '{ $thing }'
web-now-mine = Dit kunt u nu doen:
web-now-mine-more = { $count ->
    [one] Nog 1 taak
   *[other] Nog { $count } taken
    }
web-you = U
web-now-due = graag uiterlijk { $date }
web-now-late = en dat had al klaar moeten zijn op { $date }
web-now-others = { $count ->
    [one] Daarnaast staat er nog 1 taak open.
   *[other] Daarnaast staan er nog { $count } taken open.
    }
web-now-decide = Alles is klaar. { $party } kan nu besluiten over '{ $gate }', graag uiterlijk { $date }.
web-now-no-gate = Er hoeft nu niets te gebeuren. In de fase { $phase } is geen beslismoment open.
web-now-stopped = Dit project is gestopt.
web-now-retired = De toepassing is uit gebruik.
web-now-nothing = Er hoeft niets meer te gebeuren.
web-now-closed = Alles wat daarbij hoort, was klaar op { $date }.
web-now-closing = { $count ->
    [one] Er moet nog 1 ding worden afgerond.
   *[other] Er moeten nog { $count } dingen worden afgerond.
    }
web-now-hold = Dit project wacht. Op { $date } kijken we er opnieuw naar.
web-now-next-round = De volgende ronde staat gepland op { $date }.
web-checks = { $gate }: { $done } van { $total } punten klaar
web-waits-for = Wacht op { $who }
web-check-not-yet = Kan pas als de documenten er zijn
web-legal = Wettelijk verplicht
web-informs = Houdt het besluit niet tegen
web-some-point = Overig punt
web-waive = Ontheffing geven
web-waive-reason = Waarom geldt '{ $criterion }' hier niet?
web-waive-hint = Ontheffing geldt alleen bij dit beslismoment. Iedereen in het project kan de reden lezen.
web-waive-missing = Schrijf op waarom dit hier niet geldt.
web-waive-send = Ontheffing vastleggen
web-decision = Besluit
web-decision-by = { $party } besluit, graag uiterlijk { $date }.
web-decision-not-yet = Doorgaan kan nog niet.
web-decision-open = { $count ->
    [one] Er staat nog 1 punt open.
   *[other] Er staan nog { $count } punten open.
    }
web-decision-ready = Alle punten zijn klaar. Het besluit kan worden genomen.
web-decide = Besluit nemen
web-conditions = Vervolgafspraken
web-conditions-lead = Dit is bij een besluit afgesproken en moet nog klaar.
web-condition = Afspraak { $number }
web-condition-named = Afspraak { $number }: { $name }
web-condition-owner = { $who } doet dit
web-condition-accepts = { $party } kijkt of het klaar is
web-condition-blocks = houdt '{ $gate }' tegen
web-condition-open = Nog te doen
web-condition-late = Te laat
web-condition-reported = Gereed gemeld
web-condition-extra = Deze afspraak is te laat. Er is een extra besluit nodig, uiterlijk { $date }.
web-condition-report = Gereed melden
web-condition-judge = Kijk of dit klaar is
web-condition-question = Is deze afspraak klaar?
web-condition-step-accept = Ja, dit is klaar
web-condition-step-send_back = Nee, dit is nog niet klaar
web-condition-choose = Kies of de afspraak klaar is.
web-condition-note-report = Hoe is dit gedaan?
web-condition-note-accept = Toelichting (mag leeg blijven)
web-condition-note-send_back = Wat moet er nog gebeuren?
web-condition-missing-report = Schrijf op hoe dit is gedaan.
web-condition-missing-send_back = Schrijf op wat er nog moet gebeuren.
web-extra = Extra besluit nemen
web-extra-go_on = Het gebruik gaat door, met een nieuwe datum
web-extra-pause = Het gebruik gaat op pauze
web-extra-stop = Het project stopt
web-facts = Kenmerken
web-facts-lead = Deze antwoorden bepalen welke eisen er gelden.
web-fact-open = Nog niet beantwoord
web-fact-answer = Beantwoord
web-fact-change = Wijzig het antwoord
web-fact-save = Antwoord opslaan
web-fact-confirm = Bevestig dit antwoord
web-fact-choose = Kies een antwoord.
web-fact-amount = Vul een heel getal in, zonder cijfers achter de komma.
web-fact-heavier = { $party } moet dit nog bevestigen. Tot dan geldt: { $value }.
web-documents = Documenten
web-document = Document
web-version-column = Versie
web-last-changed = Laatst gewijzigd
web-by = Door
web-write-first = Document schrijven
web-write-next = Nieuwe versie schrijven
web-write-on = Verder schrijven
web-involved = Wie doen er mee?
web-party = Partij
web-people = Mensen
web-since-column = Sinds
web-timeline = Wat is er gebeurd?
web-some-task = een taak
web-timeline-more = Toon wat er eerder gebeurde
web-permalink = (vaste link naar gebeurtenis { $number })

## Document lezen en beoordelen.

web-no-version = Er is nog geen versie ingediend.
web-version-current = Versie { $number }, de nieuwste
web-version-earlier = Versie { $number }, een eerdere versie
web-to-current = Naar de nieuwste versie
web-submitted = ingediend door { $by } op { $date }
web-submitted-now = Versie { $number } is ingediend.
web-submitted-next = Nu beoordelen: { $parties }. Graag uiterlijk { $date }.
web-no-answer = Geen antwoord
web-changed = Gewijzigd
web-own-work = U schreef mee aan deze versie. Daarom beoordelen anderen die: { $parties }.
web-files = Bestanden
web-no-files = Geen bestanden
web-row-number = Nr.
web-versions = Alle versies
web-submitted-column = Ingediend
web-changed-column = Wat is er anders?
web-first-version = Eerste versie
web-compare = Vergelijken
web-compare-with = Vergelijk met versie { $number }
web-compare-title = Versie { $newer } vergeleken met versie { $older }
web-compare-count = { $count ->
    [0] Er is geen verschil.
    [one] Er is 1 verschil.
   *[other] Er zijn { $count } verschillen.
    }
web-reviews = Beoordelingen
web-review-stale = Dit ging over een eerdere versie.
web-review-anew = Opnieuw gevraagd: er is iets veranderd of verlopen.
web-review-open = Nog niet beoordeeld. Graag uiterlijk { $date }.
web-review-title = Uw beoordeling namens { $party }
web-review-question = Wat vindt u van versie { $number }?
web-review-note = Toelichting (mag leeg blijven)
web-review-note-needed = Wat moet er anders?
web-review-choose = Kies: goedkeuren of aanpassing vragen.
web-review-why = Schrijf op wat er anders moet.
web-review-again = Andere beoordeling geven namens { $party }
web-review-send = Beoordeling vastleggen
web-reviewed-approve = { $party } heeft dit document goedgekeurd. Dit staat in het dossier.
web-reviewed-request_changes = { $party } heeft een aanpassing gevraagd. De schrijver krijgt een taak.
web-resting = Voorwaarden bij dit document
web-resting-lead = Deze vragen worden beantwoord op grond van dit document.
web-judge-here = Beantwoord dit namens { $party }

## Een voorwaarde beantwoorden.

web-judge-help = Wat vragen we en waarom?
web-judge-answer = Uw antwoord namens { $party }
web-judge-reason = Toelichting (mag leeg blijven)
web-judge-reason-needed = Waarom?
web-answer-met = Ja, dit voldoet
web-answer-not_met = Nee, dit voldoet niet
web-answer-not_applicable = Niet van toepassing
web-judge-choose = Kies een antwoord.
web-judge-why = Schrijf op waarom.
web-judge-proof = Waaruit blijkt dat?
web-judge-proof-practice = Hier is bewijs uit de praktijk nodig, zoals een test of een oefening.
web-judge-again = Een ander antwoord geven
web-judge-send = Antwoord vastleggen
web-judge-own = U schreef mee aan het document. Daarom antwoordt een collega.
web-judge-not-asked = Deze vraag wordt nu niet gesteld
web-judge-not-asked-text = Niemand hoeft daar nu op te antwoorden. Wat er eerder op is geantwoord, staat bij het project onder 'Wat is er gebeurd?'.
web-judge-over = Deze vraag staat niet meer open.
web-judge-others = { $party } beantwoordt deze vraag.
web-judged = Vastgelegd namens { $party }: { $answer }.
web-judged-earlier = Het antwoord van { $party }
web-judgement-stale = Dit antwoord is verouderd. Het bewijs is daarna veranderd.
web-own-answer = Deze vraag rust niet op een document. De partij antwoordt uit eigen kennis.
web-whole-document = Lees '{ $name }' helemaal

## Document schrijven.

web-write-title = { $name }: versie { $number } schrijven
web-write-others = Anderen schrijven dit document. U kunt het wel lezen.
web-asked-change = { $party } vraagt een aanpassing
web-row = Regel { $number }
web-row-add = Regel toevoegen
web-row-remove = Haal regel { $number } weg
web-row-new = Nieuw
web-row-changed = Gewijzigd
web-row-gone = Weg
web-row-was = Was:
web-row-is = Nu:
web-rows-same = { $count ->
    [one] 1 regel is hetzelfde gebleven.
   *[other] { $count } regels zijn hetzelfde gebleven.
    }
web-row-removed = Regel { $number } is weg.
web-matrix-label = { $count ->
    [one] Risicomatrix met 1 risico. De tabel zegt hetzelfde in woorden.
   *[other] Risicomatrix met { $count } risico's. De tabel zegt hetzelfde in woorden.
    }
web-matrix-likelihood = Kans
web-matrix-impact = Gevolg
web-matrix-caption = De nummers zijn de regels van de tabel. Rechtsboven is het zwaarst.
web-risk-weight = Zwaarte
web-risk-low = Laag
web-risk-middle = Middel
web-risk-high = Hoog
web-files-add = Bestanden toevoegen
web-files-hint = { $most ->
    [one] Hoogstens 1 bestand. Soorten: { $kinds }.
   *[other] Hoogstens { $most } bestanden. Soorten: { $kinds }.
    }
web-file-added = { $name } is toegevoegd.
web-file-removed = { $name } is weggehaald.
web-file-remove = Weghalen
web-file-failed = Dit bestand is niet aangenomen. Controleer de soort en de grootte.
web-to-files = Kijk de bestanden na.
web-stage = Hoe ver is dit document?
web-stage-concept = Goed genoeg om mee verder te gaan.
web-stage-final = Helemaal af.
web-stage-needed = Voor dit beslismoment is nodig: { $stage }.
web-stage-missing = Kies hoe ver het document is.
web-submit = Versie { $number } indienen
web-draft-auto = Wat u typt, wordt vanzelf bewaard.
web-draft-saved = Bewaard om { $time }.
web-draft-failed = Nog niet bewaard. Uw tekst staat op dit apparaat. We proberen het opnieuw.
web-draft-conflict = Er is een andere tekst bewaard
web-draft-conflict-text = { $who } bewaarde om { $time } een andere tekst. Uw tekst is er nog. Wat er anders is:
web-draft-conflict-table = De tabel is verschillend.
web-draft-own = Uw tekst
web-draft-other = De andere tekst
web-draft-keep = Mijn tekst houden
web-draft-take = De andere tekst overnemen
web-draft-not-sent = Uw tekst is nog niet bewaard. Daarom is er niets ingediend. Probeer het zo opnieuw.

## Besluit.

web-decision-question = Wat besluit u?
web-decision-why = Waarom?
web-decision-choose = Kies een besluit.
web-decision-why-missing = Schrijf op waarom u dit besluit.
web-decision-lessons = Wat leren we hiervan?
web-decision-lessons-hint = Schrijf het op voor een volgend project.
web-decision-lessons-missing = Schrijf op wat we hiervan leren.
web-decision-review = Wanneer kijken we opnieuw?
web-decision-review-hint = Tot die dag wacht het project. Het kan hoogstens een jaar wachten.
web-decision-review-missing = Kies de dag waarop we opnieuw kijken.
web-promise-lead = Wat nog open staat, moet klaar zijn voor het volgende beslismoment. Spreek af wie het doet en wanneer het klaar is.
web-promise-fixed = { $count ->
    [one] 1 punt kan niet wachten.
   *[other] { $count } punten kunnen niet wachten.
    }
web-promise-deferrable = { $count ->
    [one] Daarnaast is er 1 punt dat later mag.
   *[other] Daarnaast zijn er { $count } punten die later mogen.
    }
web-promise-owner = Wie doet dit?
web-promise-more-people = Toon meer mensen
web-promise-due = Wanneer is het klaar?
web-promise-due-missing = Kies wanneer het klaar is.
web-promise-due-for = Kies wanneer dit klaar is: { $name }.
web-promise-text = Wat spreekt u af?
web-promise-text-optional = Wat spreekt u af? (mag leeg blijven)
web-promise-text-for = Schrijf op wat u afspreekt: { $name }.
web-promise-extra = Extra afspraak { $number }
web-promise-add = Extra afspraak toevoegen
web-promise-remove = Haal extra afspraak weg
web-promise-none = Er staat niets open. Voeg een afspraak toe, of kies 'Ja, doorgaan'.
web-promise-by = { $who } doet dit, uiterlijk { $date }
web-decision-check = Controleer uw besluit
web-decision-own = U leidt dit project. Daarom besluit iemand anders van { $party }.
web-decision-chair = De voorzitter van { $party } neemt dit besluit. U kunt meelezen.
web-decision-points = { $done } van { $total } punten klaar
web-decision-others = { $party } neemt dit besluit. U kunt het hier niet nemen.
web-decision-check-title = Controleer het besluit
web-decision-check-lead = Een besluit staat voor altijd in het dossier. Kijk daarom alles nog eens na.
web-decision-gate = Beslismoment
web-decision-for = Namens
web-decision-evidence = Punten klaar
web-decision-record = Besluit vastleggen
web-receipt = Het besluit is vastgelegd
web-receipt-go = { $project } gaat door naar { $phase }.
web-receipt-rework = { $project } gaat verder in { $phase }.
web-receipt-stop = { $project } is gestopt.
web-receipt-stop_to = { $project } stopt hier en gaat naar { $phase }.
web-receipt-hold = { $project } wacht.
web-receipt-conditional_go = { $project } gaat door naar { $phase }, met afspraken.
web-receipt-retire = { $project } is uit gebruik.
web-receipt-vote = Uw stem is vastgelegd
web-receipt-voted = Het besluit is er als er genoeg stemmen zijn.
web-receipt-review = Op { $date } kijken we er opnieuw naar.
web-receipt-closing = Er moet nog iets worden afgerond. Dat staat bij het project.
web-receipt-reference = Kenmerk van dit besluit:
web-receipt-why = Waarom
web-receipt-next = Wat gebeurt er nu?
web-receipt-mail = Iedereen die meedoet, krijgt vandaag een e-mail met dit besluit.
web-receipt-gate = Het volgende beslismoment is '{ $gate }'. { $party } besluit, graag uiterlijk { $date }.
web-receipt-no-gate = In de fase { $phase } is nog geen beslismoment open.
web-receipt-closed = Aan dit project verandert niets meer. U kunt het blijven lezen.
