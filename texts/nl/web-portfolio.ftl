### De bladzijde met alle projecten.

web-portfolio-sentence = { $count ->
    [one] Er loopt 1 project.
   *[other] Er lopen { $count } projecten.
    }
web-portfolio-sentence-late = { $count ->
    [one] Bij 1 project is iets te laat.
   *[other] Bij { $count } projecten is iets te laat.
    }
web-portfolio-sentence-held = { $count ->
    [one] 1 project wacht op een afgesproken dag.
   *[other] { $count } projecten wachten op een afgesproken dag.
    }
web-portfolio-sentence-soon = { $count ->
    [one] In de komende 30 dagen staat 1 besluit gepland.
   *[other] In de komende 30 dagen staan { $count } besluiten gepland.
    }
web-portfolio-picture = Waar zijn de projecten? { $name }
web-portfolio-count = { $count ->
    [0] Geen projecten
    [one] 1 project
   *[other] { $count } projecten
    }
web-portfolio-late = { $count } te laat
web-portfolio-ended = { $count } gestopt
web-portfolio-table = Wat wacht op wie?
web-portfolio-held = Wacht tot { $date }
web-portfolio-key = Een rondje is een project. Een driehoek is een project waar iets te laat is.
web-waits-column = Wacht op
web-waits-days = Hoe lang al
web-waits-more = { $count ->
    [one] en nog 1
   *[other] en nog { $count }
    }
web-days = { $count ->
    [0] Sinds vandaag
    [one] 1 dag
   *[other] { $count } dagen
    }
web-late = Te laat
web-closed-column = Afgerond
web-closed-not = Nog niet
web-filters = Welke projecten wilt u zien?
web-filter-all-phases = Alle fasen
web-filter-everybody = Iedereen
web-filter-state = Op tijd
web-filter-all-states = Alles
web-filter-late = Alleen wat te laat is
web-filter-count = { $count } van { $total } projecten.
web-filter-none = Geen project past bij uw keuze.
web-filter-clear = Toon alle projecten
