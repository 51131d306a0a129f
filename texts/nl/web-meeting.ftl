### De vergadering van een orgaan dat besluiten neemt: agenda, stukken, en besluiten samen vastleggen.

web-meeting = Vergadering
web-meeting-of = Vergadering: { $body }
web-meeting-bodies = Groepen die besluiten
web-meeting-prepare = Vergadering voorbereiden
web-meeting-what = Hier bereidt u een vergadering voor waarin over projecten wordt besloten. U ziet wat er wacht, drukt de stukken af en legt de besluiten samen vast.
web-meeting-none = U houdt nu geen vergaderingen. Dat kan wie zelf besluit, of wie de besluiten van een stuurgroep of bestuur vastlegt.
web-meeting-to-projects = Naar de projecten
web-meeting-lead = Dit wacht op een besluit. Zet de punten in de volgorde van de vergadering. Uw volgorde blijft op dit apparaat bewaard.
web-meeting-agenda = { $count ->
    [0] Op de agenda
    [one] Op de agenda: 1 punt
   *[other] Op de agenda: { $count } punten
    }
web-meeting-empty = Er is geen project dat wacht op een besluit van { $body }. Zodra dat zo is, staat het hier.
web-meeting-empty-now = Er staat nu niets op de agenda. Kies hieronder wat u wilt bespreken.
web-meeting-coming = { $count ->
    [one] Niet op de agenda: 1 project
   *[other] Niet op de agenda: { $count } projecten
    }
web-meeting-coming-lead = Deze projecten komen hier later voor een besluit. U kunt ze nu al bespreken.
web-meeting-up = Omhoog
web-meeting-down = Omlaag
web-meeting-take-off = Van de agenda halen
web-meeting-put = Op de agenda zetten
web-meeting-moved = { $title } staat nu op plaats { $number } van { $count }.
web-meeting-put-on = { $title } staat op de agenda.
web-meeting-put-off = { $title } staat niet meer op de agenda.
web-meeting-record = Besluiten vastleggen
web-meeting-record-on = Verder met vastleggen
web-meeting-print = Stukken afdrukken
web-meeting-back = Terug naar de agenda

web-meeting-why-ready = { $days ->
    [0] Alles is klaar. Het besluit kan worden genomen, graag uiterlijk { $date }.
    [one] Alles is klaar, sinds 1 dag. Graag een besluit uiterlijk { $date }.
   *[other] Alles is klaar, al { $days } dagen. Graag een besluit uiterlijk { $date }.
    }
web-meeting-why-ready-late = { $days ->
    [0] Alles is klaar. Het besluit had er { $date } moeten zijn.
    [one] Alles is klaar, sinds 1 dag. Het besluit had er { $date } moeten zijn.
   *[other] Alles is klaar, al { $days } dagen. Het besluit had er { $date } moeten zijn.
    }
web-meeting-why-open = { $count ->
    [0] Nog niet klaar. Een besluit is gepland op { $date }.
    [one] Nog niet klaar: 1 punt staat open. Een besluit is gepland op { $date }.
   *[other] Nog niet klaar: { $count } punten staan open. Een besluit is gepland op { $date }.
    }
web-meeting-why-open-late = { $count ->
    [0] Het besluit had er { $date } moeten zijn.
    [one] Het besluit had er { $date } moeten zijn. 1 punt staat nog open.
   *[other] Het besluit had er { $date } moeten zijn. { $count } punten staan nog open.
    }
web-meeting-why-hold = Dit project wacht. U kijkt er { $date } opnieuw naar.
web-meeting-decides = Beslismoment
web-meeting-age = Ligt hier
web-meeting-days = { $count ->
    [0] sinds vandaag
    [one] 1 dag
   *[other] { $count } dagen
    }
web-meeting-impact = Invloed
web-meeting-lead-person = Projectleider
web-meeting-votes = Stemmen
web-meeting-votes-needed = { $voted ->
    [0] { $count } nodig
   *[other] { $count } nodig, { $voted } uitgebracht
    }
web-meeting-advice = Advies
web-meeting-answer = Ons antwoord:
web-meeting-missing = { $count ->
    [one] 1 punt staat open ({ $done } van { $total } klaar)
   *[other] { $count } punten staan open ({ $done } van { $total } klaar)
    }
web-meeting-fixed = { $count ->
    [one] Dit moet klaar zijn voor een ja:
   *[other] Deze { $count } punten moeten klaar zijn voor een ja:
    }
web-meeting-deferrable = { $count ->
    [one] Dit wordt een afspraak bij 'Ja, mits':
   *[other] Deze { $count } punten worden een afspraak bij 'Ja, mits':
    }
web-meeting-conditions = { $late ->
    [0] Open afspraken: { $count }
   *[other] Open afspraken: { $count }, waarvan { $late } te laat
    }

web-meeting-record-lead = Vul in wat de vergadering besloot. Alles blijft op dit apparaat staan tot u het vastlegt.
web-meeting-frame = De vergadering
web-meeting-day = Op welke dag was de vergadering?
web-meeting-day-missing = Kies de dag van de vergadering.
web-meeting-day-ahead = De vergadering moet al zijn geweest.
web-meeting-present = Wie waren erbij?
web-meeting-present-missing = Kies wie erbij waren.
web-meeting-chair = { $name }, voorzitter
web-meeting-speaker = Wie sprak de besluiten uit?
web-meeting-speaker-hint = De besluiten worden vastgelegd namens deze persoon. Bij { $body } is dat meestal de voorzitter.
web-meeting-own = U besluit zelf in { $body }. Daarom legt u hier alleen uw eigen besluit of stem vast. De dag, wie er waren en het verslag komen bij uw reden te staan.
web-meeting-minutes = Verslag in het kort
web-meeting-minutes-hint = Dit komt bij elk besluit te staan. Schrijf hier dus niets over één project.
web-meeting-minutes-missing = Schrijf kort op hoe de vergadering ging, of voeg het verslag toe als bestand.
web-meeting-file = Of het verslag als bestand
web-meeting-file-hint = Dit bestand komt bij elk besluit te staan, in het dossier van elk project. Een PDF, Office-bestand, afbeelding of tekst, hoogstens 50 MB.
web-meeting-file-see = Zie het verslag: { $name }.
web-meeting-begun = Van deze vergadering zijn al besluiten vastgelegd. Daarom staat dit nu vast.
web-meeting-items = { $count ->
    [one] 1 punt
   *[other] { $count } punten
    }
web-meeting-to-fill = Nog invullen
web-meeting-fill = Invullen
web-meeting-item-missing = Vul in wat er is besloten: { $title }.
web-meeting-settled = Vastgelegd.
web-meeting-gone-line = Dit project staat niet meer op de agenda. Misschien legde iemand anders het besluit al vast.
web-meeting-check = Controleer alles
web-meeting-not-treated = Niet behandeld
web-meeting-not-treated-hint = Het project blijft op de agenda staan.
web-meeting-keep = Bewaren en terug naar de lijst
web-meeting-not-yours = U kunt dit besluit niet vastleggen. Wie het project leidt ({ $lead }), legt het besluit erover niet zelf vast. Vraag een ander.
web-meeting-gone = Dit project wacht niet meer op een besluit. Het is nu in de fase { $phase }.
web-meeting-votes-lead = { $count ->
    [one] Voor een besluit is 1 stem nodig.
   *[other] Voor een besluit zijn { $count } gelijke stemmen nodig.
    }
web-meeting-vote-for = Voor
web-meeting-vote-against = Tegen
web-meeting-vote-abstained = Onthouden
web-meeting-vote-missing = Kies hoe deze persoon stemde: { $name }.
web-meeting-votes-none = Niemand was voor. Kies 'Niet behandeld', of een ander besluit.
web-meeting-votes-few = { $count ->
    [one] 1 stem voor is te weinig: er zijn er { $needed } nodig. De stem wordt wel vastgelegd.
   *[other] { $count } stemmen voor is te weinig: er zijn er { $needed } nodig. De stemmen worden wel vastgelegd.
    }

web-meeting-check-title = Controleer de besluiten
web-meeting-check-lead = Besluiten staan voor altijd in het dossier. Kijk daarom alles nog eens na.
web-meeting-changed = Dit project is veranderd sinds u dit invulde. Kijk het eerst na. Anders wordt het niet vastgelegd.
web-meeting-send = { $count ->
    [one] 1 besluit vastleggen
   *[other] { $count } besluiten vastleggen
    }
web-meeting-send-rest = { $count ->
    [one] Het andere besluit vastleggen
   *[other] De andere { $count } besluiten vastleggen
    }
web-meeting-progress = Besluit { $at } van { $of } wordt vastgelegd.
web-meeting-result = { $done ->
    [0] Er is niets vastgelegd.
    [one] 1 besluit is vastgelegd.
   *[other] { $done } besluiten zijn vastgelegd.
    }
web-meeting-result-not = { $count ->
    [one] 1 niet. Bij dat punt staat waarom.
   *[other] { $count } niet. Bij die punten staat waarom.
    }
web-meeting-done = Vastgelegd.
web-meeting-done-before = Dit stond al vast, van deze vergadering.
web-meeting-voted = De stemmen zijn vastgelegd: { $votes } van { $needed }. Er is nog geen besluit.
web-meeting-see = Bekijk het besluit
web-meeting-put-away = Vergadering afsluiten
web-meeting-own-told = Besloten in de vergadering van { $body } op { $date }. Aanwezig: { $who }. { $minutes }

web-meeting-pack-title = Stukken voor de vergadering: { $body }
web-meeting-pack-date = Vergadering van { $date }
web-meeting-pack-made = Gemaakt op { $date }
web-meeting-pack-item = Punt
web-meeting-pack-mark = Elke versie van een document heeft een eigen kenmerk. Met het kenmerk ziet u of een document nog hetzelfde is.
web-meeting-pack-phase = Fase
web-meeting-pack-since = { $phase }, sinds { $date }
web-meeting-pack-due = Besluit gepland
web-meeting-pack-now = Hoe staat het ervoor?
web-meeting-pack-conditions = Open afspraken
web-meeting-pack-late = te laat
web-meeting-pack-documents = Documenten
web-meeting-pack-document = Document
web-meeting-pack-version = Versie
web-meeting-pack-revision = { $number }, van { $date }
web-meeting-pack-hash = Kenmerk
web-meeting-pack-state = Stand
web-meeting-pack-points = Voorwaarden
web-meeting-pack-point = Vraag
web-meeting-pack-party = Wie
web-meeting-pack-facts = Kenmerken van het project
web-meeting-pack-facts-open = { $count ->
    [one] 1 vraag over het project is nog niet beantwoord.
   *[other] { $count } vragen over het project zijn nog niet beantwoord.
    }
web-meeting-pack-minority = Een minderheid vindt:
web-meeting-pack-notes = Aantekeningen
