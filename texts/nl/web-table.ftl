### Projecten inbrengen uit een bestand.

web-bring-ways = Manieren om in te brengen
web-bring-one = Eén project
web-bring-file = Uit een bestand
web-table-projects-title = Projecten inbrengen uit een bestand
web-table-projects-title-lead = Hebt u een lijst met lopende projecten? Breng ze in één keer in. U ziet eerst van elke rij wat er binnenkomt.
web-table-template = 1. Maak uw lijst
web-table-projects-template-lead = Gebruik het voorbeeldbestand. Elke rij is één project. U kunt ook uw eigen lijst gebruiken, als de namen boven de kolommen dezelfde zijn.
web-table-template-excel = Voorbeeld voor Excel
web-table-template-csv = Voorbeeld als CSV
web-table-columns = Wat komt er in elke kolom?
web-table-projects-column-titel = titel: hoe het project heet
web-table-projects-column-samenvatting = samenvatting: waar het project over gaat
web-table-projects-column-trechter = trechter: de naam van de trechter. Is er maar één? Dan mag dit leeg blijven.
web-table-projects-column-fase = fase: de fase waarin het project nu echt is
web-table-projects-column-projectleider = projectleider: het e-mailadres van wie het project leidt
web-table-projects-column-waarom = waarom: waarom het project nu binnenkomt
web-table-projects-column-wie-lost-op = wie lost op: het e-mailadres van wie zorgt voor wat nog ontbreekt
web-table-projects-column-wanneer = wanneer: de dag waarop dat klaar is, zoals 31-12-2027
web-table-projects-column-facts = Daarna een kolom voor elk kenmerk dat u al weet. Die mogen leeg blijven.
web-table-choose = 2. Kies uw bestand
web-table-projects-file = Uw lijst met projecten
web-table-file-hint = Een Excel-bestand (.xlsx) of een CSV-bestand. Hoogstens 500 rijen en 4 MB. U ziet eerst wat erin staat. Er wordt nog niets bewaard.
web-table-reading = Wij lezen uw bestand…
web-table-look = 3. Kijk na wat er binnenkomt
web-table-read = Gelezen: { $name }.
web-table-read-sheet = Gelezen: { $name }, blad '{ $sheet }'.
web-table-counted = { $count ->
    [one] Er staat 1 rij in.
   *[other] Er staan { $count } rijen in.
    } { $bad ->
    [0] Alle rijen zijn te lezen.
    [one] 1 rij kan niet mee.
   *[other] { $bad } rijen kunnen niet mee.
    }
web-table-file-wrong = Zo kan er nog niets binnenkomen. Verbeter dit in uw bestand en kies het opnieuw.
web-table-bad = { $count ->
    [one] 1 rij kan niet mee
   *[other] { $count } rijen kunnen niet mee
    }
web-table-bad-lead = Verbeter deze rijen in uw bestand en kies het bestand opnieuw. Of breng eerst de andere rijen in.
web-table-row-column = Rij
web-table-wrong = Wat is er mis?
web-table-row = Rij { $row }
web-table-untitled = zonder titel
web-table-cell = { $cell } ({ $column }):
web-table-cell-value = { $cell } ({ $column }) '{ $value }':
web-table-rows = { $count ->
    [one] 1 rij is goed
   *[other] { $count } rijen zijn goed
    }
web-table-projects-rows-lead = Haal het vinkje weg bij een project dat u nu niet wilt inbrengen.
web-table-project = Project
web-table-phase = Fase
web-table-lead = Projectleider
web-table-owner = Lost op wat ontbreekt
web-table-state = Stand
web-table-not-now = Nu niet
web-table-good = Kan binnenkomen
web-table-doubtful = Kijk dit na
web-table-here = Is al binnen
web-table-done = Ingebracht
web-table-failed = Niet gelukt
web-table-open = Open het project
web-table-projects-bring = { $count ->
    [one] Breng 1 project in
   *[other] Breng { $count } projecten in
    }
web-table-projects-again = { $count ->
    [one] Probeer 1 project opnieuw
   *[other] Probeer { $count } projecten opnieuw
    }
web-table-once = Dezelfde rij uit hetzelfde bestand komt nooit twee keer binnen.
web-table-projects-progress = { $done } van { $total } projecten zijn behandeld.
web-table-projects-result = { $count ->
    [0] Er is nog geen project ingebracht.
    [one] 1 project is ingebracht.
   *[other] { $count } projecten zijn ingebracht.
    }
web-table-projects-result-failed = { $count ->
    [one] 1 project is niet gelukt. Lees bij de rij waarom.
   *[other] { $count } projecten zijn niet gelukt. Lees bij de rijen waarom.
    }

### Leveranciers en hun bewijs.

web-table-suppliers-title = Leveranciers inbrengen uit een bestand
web-table-suppliers-title-lead = Hebt u een lijst met leveranciers en hun certificaten? Breng ze in één keer in. U ziet eerst van elke rij wat er binnenkomt. Daarna beoordeelt de juiste partij elk bewijs één keer.
web-table-suppliers-template-lead = Gebruik het voorbeeldbestand. Elke rij is één bewijs van één leverancier. U kunt ook uw eigen lijst gebruiken, als de namen boven de kolommen dezelfde zijn.
web-table-suppliers-column-leverancier = leverancier: hoe de leverancier heet. Herhaal de naam in elke rij met bewijs van die leverancier.
web-table-suppliers-column-sleutel = sleutel: een korte naam zonder spaties. Die mag leeg blijven.
web-table-suppliers-column-soort = soort bewijs: de naam van het soort bewijs. Leeg: dan komt alleen de leverancier binnen.
web-table-suppliers-column-omschrijving = omschrijving: wat het bewijs is, wie het gaf en waar het staat
web-table-suppliers-column-nummer = nummer: het nummer van het certificaat of contract
web-table-suppliers-column-geldig = geldig tot en met: de laatste dag waarop het geldt, zoals 31-12-2027. Die mag leeg blijven.
web-table-suppliers-file = Uw lijst met leveranciers
web-table-suppliers-rows-lead = Haal het vinkje weg bij een rij die u nu niet wilt inbrengen.
web-table-suppliers-bring = { $count ->
    [one] Breng 1 rij in
   *[other] Breng { $count } rijen in
    }
web-table-suppliers-again = { $count ->
    [one] Probeer 1 rij opnieuw
   *[other] Probeer { $count } rijen opnieuw
    }
web-table-suppliers-progress = { $done } van { $total } rijen zijn behandeld.
web-table-suppliers-result = { $count ->
    [0] Er is nog niets ingebracht.
    [one] 1 rij is ingebracht.
   *[other] { $count } rijen zijn ingebracht.
    }
web-table-suppliers-result-failed = { $count ->
    [one] 1 rij is niet gelukt. Lees bij de rij waarom.
   *[other] { $count } rijen zijn niet gelukt. Lees bij de rijen waarom.
    }
web-table-supplier = Leverancier
web-table-evidence = Bewijs
web-table-no-evidence = geen bewijs: alleen de leverancier komt binnen
web-table-until = Geldig tot en met
web-table-until-none = geen datum
web-table-judges = Beoordeelt het
web-table-see-suppliers = Bekijk de leveranciers
web-table-others = Alleen een beheerder kan leveranciers inbrengen.
