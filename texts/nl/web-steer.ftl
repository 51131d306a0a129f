### Een project bijsturen: buiten het beslismoment om.

web-steer = Het project bijsturen
web-steer-link = Het project bijsturen
web-steer-empty = Er valt bij dit project nu niets bij te sturen.
web-steer-round = De volgende ronde nu openen
web-steer-round-lead = De volgende ronde staat gepland op { $date }. U kunt die ook nu openen. Iedereen krijgt dan taken.
web-steer-round-button = Ronde nu openen
web-steer-round-done = De ronde is open.
web-steer-hold = Het wachten beëindigen
web-steer-hold-lead = Dit project wacht tot { $date }. U kunt nu al verdergaan. Iedereen krijgt dan weer taken.
web-steer-hold-button = Nu verdergaan
web-steer-hold-done = Het project gaat weer verder.
web-steer-reopen = Toch doorgaan met dit project
web-steer-reopen-lead = Dit project is gestopt. Wie het stopte, kan besluiten dat het toch doorgaat. Antwoorden die te oud zijn, worden opnieuw gevraagd.
web-steer-reopen-phase = In welke fase gaat het project verder?
web-steer-reopen-phase-missing = Kies een fase.
web-steer-reopen-why = Waarom gaat het project toch door?
web-steer-reopen-why-missing = Schrijf op waarom het project doorgaat.
web-steer-reopen-check = Controleer dit besluit
web-steer-reopen-done = Het project gaat weer verder.
web-steer-migrate = Overzetten op een andere versie van de trechter
web-steer-migrate-lead = Dit project volgt versie { $version }. Besluiten en antwoorden blijven staan. Alleen wat anders is, wordt opnieuw gevraagd.
web-steer-migrate-version = Welke versie gaat gelden?
web-steer-migrate-missing = Kies een versie.
web-steer-migrate-check = Controleer deze stap
web-steer-migrate-button = Project overzetten
web-steer-migrate-done = Het project volgt nu de andere versie.
web-check = Controleren
web-steer-work = Melden wanneer het werk begon
web-steer-work-lead = Is het werk van een fase al begonnen? Meld het. Begon het vóór het besluit, dan staat dat voortaan bij het project.
web-steer-work-phase = Van welke fase?
web-steer-work-day = Op welke dag begon het werk?
web-steer-work-what = Wat is er begonnen?
web-steer-work-what-missing = Schrijf op wat er is begonnen.
web-steer-work-button = Begin van het werk melden
web-steer-work-done = Het begin van het werk is gemeld.
web-steer-migrate-preview-none = Deze versie past niet op dit project. De fase van nu bestaat daar niet.
web-steer-migrate-phase = Het project gaat dan verder in de fase { $phase }.
web-steer-migrate-opens = { $count ->
    [one] Dit ene punt wordt gevraagd:
   *[other] Deze { $count } punten worden gevraagd:
    }
web-steer-migrate-closes = { $count ->
    [one] Dit ene punt hoeft niet meer:
   *[other] Deze { $count } punten hoeven niet meer:
    }
web-steer-migrate-stays = { $count ->
    [one] 1 punt blijft klaar.
   *[other] { $count } punten blijven klaar.
    }
web-steer-migrate-consultation = Een vraag aan: { $party }
