### Het gebruik: wijzigingen, signalen, stilleggen, uitrol, vaste taken en noodgebruik.

web-use = Gebruik
web-use-link = Gebruik, signalen en wijzigingen
web-use-live = Cliënten gebruiken dit nu.
web-use-held = Het gebruik ligt stil.
web-use-not = Dit is nog niet in gebruik. Het project is in de fase { $phase }.
web-use-open = { $count ->
    [one] Dit ene punt wordt opnieuw gevraagd:
   *[other] Deze { $count } punten worden opnieuw gevraagd:
    }
web-reported-by = Gemeld door { $who } op { $date }

## Vaste taken.

web-duties = Vaste taken
web-duties-lead = Deze taken komen steeds terug.
web-duty-every = { $count ->
    [one] elke dag
   *[other] elke { $count } dagen
    }
web-duty-next = Weer op { $date }
web-duty-last = laatst gedaan op { $date }
web-duty-document = Klaar als dit document is goedgekeurd:
web-duty-do = Vastleggen dat dit is gedaan
web-duty-day = Op welke dag is dit gedaan?
web-duty-note = Wat kwam eruit?
web-duty-note-missing = Schrijf op wat eruit kwam.
web-duty-send = Vaste taak vastleggen
web-duty-done = De vaste taak is vastgelegd.

## Wijzigingen.

web-changes = Wijzigingen
web-changes-none = Er staan geen wijzigingen open.
web-change-named = Wijziging { $number }: { $kind }
web-change-report = Wijziging melden
web-change-kind = Wat verandert er?
web-change-kind-missing = Kies wat er verandert.
web-change-what = Beschrijf de wijziging
web-change-what-missing = Beschrijf de wijziging.
web-change-reopens = Dit wordt dan opnieuw gevraagd:
web-change-reopens-nothing = Bij deze wijziging wordt niets opnieuw gevraagd.
web-change-term = Daarvoor zijn { $days } werkdagen.
web-change-small-by = Is het een kleine wijziging? Dan kan { $party } die meteen afsluiten.
web-change-send = Wijziging melden
web-change-done = De wijziging is gemeld. Wie iets opnieuw moet beantwoorden, krijgt een taak.
web-change-nothing-open = Nu hoeft niemand iets te beantwoorden. Wat op een verbeterplan van de organisatie wacht, wordt daarna gevraagd.
web-change-close = Afsluiten als kleine wijziging
web-change-close-why = Waarom hoeft niets opnieuw te worden beantwoord?
web-change-close-why-missing = Schrijf op waarom.
web-change-close-send = Kleine wijziging afsluiten
web-change-closed = De wijziging is afgesloten.

## Signalen.

web-signals = Signalen
web-signals-none = Er staan geen signalen open.
web-signal-named = Signaal { $number }: { $kind }
web-signal-incident = Incident
web-signal-incident-hint = Er ging iets mis of bijna mis.
web-signal-data_breach = Datalek
web-signal-data_breach-hint = Gegevens zijn verloren of bij de verkeerde terechtgekomen.
web-signal-complaint = Klacht
web-signal-complaint-hint = Iemand is ontevreden en zegt dat.
web-signal-experience = Ervaring van een cliënt
web-signal-experience-hint = Goed of slecht: wat merkt de cliënt ervan?
web-signal-report = Signaal melden
web-signal-kind = Wat wilt u melden?
web-signal-kind-missing = Kies wat u wilt melden.
web-signal-day = Op welke dag was het?
web-signal-what = Wat gebeurde er, en waar is het geregistreerd?
web-signal-what-hint = Noem het nummer van de melding. Schrijf in gewone woorden wat er gebeurde.
web-signal-what-missing = Schrijf op wat er gebeurde.
web-signal-no-client = Schrijf niets op over een cliënt: geen naam, geen geboortedatum, geen kamer.
web-signal-without = In deze melding staat niets over een cliënt.
web-signal-without-missing = Kijk na of er niets over een cliënt in staat, en vink dat aan.
web-signal-send = Signaal melden
web-signal-done = Het signaal is gemeld. Wie het afhandelt, krijgt vandaag een e-mail.
web-signal-on = Gebeurde op { $date }
web-signal-handled-by = { $party } handelt dit af
web-signal-nothing-open = Nu hoeft niemand iets te beantwoorden. Het signaal kan worden afgehandeld.
web-signal-handle = Signaal afhandelen
web-signal-handle-what = Wat is er gedaan?
web-signal-handle-missing = Schrijf op wat er is gedaan.
web-signal-handle-send = Afhandeling vastleggen
web-signal-handled = Het signaal is afgehandeld.

## Stilleggen.

web-holding = Gebruik stilleggen
web-holding-lead = Is het niet veilig? Dan kan het gebruik meteen stoppen. Het gaat pas verder als niemand het meer tegenhoudt.
web-holding-by = { $party } heeft het gebruik stilgelegd
web-holding-state = Ligt stil
web-holding-suspend = Nu stilleggen namens { $party }
web-holding-suspend-lead = Het gebruik stopt meteen. Iedereen die meedoet, krijgt een e-mail.
web-holding-suspend-why = Waarom moet het gebruik stoppen?
web-holding-suspend-send = Gebruik stilleggen
web-holding-suspended = Het gebruik ligt stil.
web-holding-resume = Weer vrijgeven
web-holding-resume-why = Waarom is het weer veilig?
web-holding-resume-send = Gebruik vrijgeven
web-holding-resumed = U houdt het gebruik niet meer tegen.

## Uitrol.

web-rollouts = Uitrol naar teams en locaties
web-rollouts-started = { $count ->
    [0] Er is nog geen team of locatie gestart.
    [one] 1 team of locatie is gestart.
   *[other] { $count } teams of locaties zijn gestart.
    }
web-rollout-named = Uitrol { $number }
web-rollout-on = Start op { $date }
web-rollout-plan = Uitrol plannen
web-rollout-name = Welk team of welke locatie?
web-rollout-name-missing = Vul in welk team of welke locatie start.
web-rollout-day = Op welke dag start het?
web-rollout-day-missing = Kies op welke dag het start.
web-rollout-plan-send = Uitrol plannen
web-rollout-planned = De uitrol is gepland.
web-rollout-check = Vragen beantwoorden namens { $party }
web-rollout-checked = De antwoorden zijn vastgelegd.
web-rollout-start = Vastleggen dat dit is gestart
web-rollout-start-day = Op welke dag is het gestart?
web-rollout-start-send = Start vastleggen
web-rollout-started = De start is vastgelegd.
web-rollout-cancel = Deze uitrol gaat niet door
web-rollout-cancel-why = Waarom gaat dit niet door?
web-rollout-cancel-send = Uitrol laten vervallen
web-rollout-cancelled = De uitrol gaat niet door.

## Noodgebruik.

web-emergency = Noodgebruik
web-emergency-lead = { $party } kan toestaan dat dit tijdelijk wordt gebruikt, voordat er een besluit is.
web-emergency-open = Dit wordt nu gebruikt zonder besluit, tot en met { $date }. Daarna stopt het vanzelf.
web-emergency-spent = Noodgebruik is al een keer toegestaan. Nog een keer kan pas na een besluit.
web-emergency-allow = Noodgebruik toestaan
web-emergency-hear = Hoor eerst: { $parties }.
web-emergency-tell = { $body } krijgt dezelfde dag bericht.
web-emergency-why = Waarom kan dit niet wachten?
web-emergency-until = Tot en met welke dag?
web-emergency-latest = Het kan hoogstens tot en met { $date }.
web-emergency-heard = Wat zegt { $party }?
web-emergency-heard-missing = Schrijf op wat { $party } zegt.
web-emergency-check = Alles wat nog ontbreekt, wordt een afspraak met een datum. Het gebruik stopt vanzelf op de laatste dag.
web-emergency-send = Noodgebruik toestaan
web-emergency-done = Noodgebruik is toegestaan.
web-emergency-end = Noodgebruik nu stoppen
web-emergency-end-why = Waarom stopt het noodgebruik?
web-emergency-end-send = Noodgebruik stoppen
web-emergency-ended = Het noodgebruik is gestopt.

## Wat te vroeg kwam.

web-early-contract = Contract vóór ICT.
web-early-contract-text = Dit is getekend op { $date }. { $party } had toen nog niet gezegd dat het voldoet:
web-early-work = Werk vóór het besluit.
web-early-work-text = Het werk van de fase { $phase } begon op { $date }. Er was toen nog geen besluit.

## Noodgebruik dat elders is toegestaan of gestopt.

web-emergency-allowed-record = Vastleggen dat noodgebruik elders is toegestaan
web-emergency-ended-record = Vastleggen dat het noodgebruik elders is gestopt
web-emergency-record-send = Vastleggen
web-emergency-end-lead = Het gebruik stopt meteen. Iedereen die meedoet, krijgt een e-mail.

## Bovenaan het project.

web-project-held = Het gebruik ligt stil sinds { $date }, door { $party }.
web-project-suppliers-none = Er zijn nog geen leveranciers opgegeven.
web-project-suppliers-lead = Wat een leverancier kan aantonen, wordt één keer beoordeeld voor alle projecten.
web-project-suppliers-evidence = Bekijk het bewijs
web-project-suppliers-change = Leveranciers opgeven
web-project-suppliers-question = Wie levert wat dit project gebruikt?
web-project-suppliers-hint = Verloopt bewijs van deze leverancier? Dan hoort dit project dat.
web-project-suppliers-first = De organisatie heeft nog geen leveranciers. Vraag de beheerder om de leverancier toe te voegen.
web-project-suppliers-send = Leveranciers vastleggen
web-project-suppliers-done = De leveranciers zijn vastgelegd.
web-fact-confirm-all = Alle { $count } antwoorden bevestigen namens { $party }

## Dat er iets is gedaan bij een afspraak, een extra besluit of een ontheffing.

web-conditions-none = Er staan geen afspraken meer open.
web-condition-said-report = De afspraak is gereed gemeld. { $party } kijkt of het klaar is.
web-condition-said-accept = De afspraak is klaar.
web-condition-said-send_back = De afspraak is nog niet klaar. Wie hem doet, krijgt bericht.
web-extra-said = Het extra besluit is vastgelegd.
web-waive-done = De ontheffing is vastgelegd.
web-condition-back = { $who } vindt dit nog niet klaar:
