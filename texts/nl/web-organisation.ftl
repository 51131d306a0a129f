### De organisatie: bewijs, leveranciers, raden en afwezigheid.

web-organisation-sentence = { $count ->
    [0] Er is nog geen bewijs van de organisatie vastgelegd.
   *[other] { $fit } van { $count } bewijzen zijn in orde.
    }
web-organisation-gap = { $count ->
    [one] 1 bewijs vraagt aandacht.
   *[other] { $count } bewijzen vragen aandacht.
    }

## Bewijs.

web-evidence = Bewijs van de organisatie
web-evidence-lead = Dit wordt één keer beoordeeld. Alle projecten gebruiken het.
web-evidence-none = Er is nog geen bewijs gevraagd.
web-evidence-version = Versie { $number } van { $date }
web-evidence-valid = geldt tot en met { $date }
web-evidence-judges = { $party } beoordeelt dit
web-evidence-used = { $count ->
    [one] 1 project gebruikt dit
   *[other] { $count } projecten gebruiken dit
    }
web-evidence-submit = Bewijs indienen
web-evidence-submit-next = Nieuwe versie indienen
web-evidence-text = Wat is het bewijs?
web-evidence-text-hint = Noem het certificaat of rapport, wie het gaf, en waar het staat.
web-evidence-text-missing = Beschrijf het bewijs, of voeg een bestand toe.
web-evidence-files = Bestanden
web-evidence-files-hint = Voeg het certificaat of rapport toe. Een PDF, Office-bestand, afbeelding of tekst, hoogstens 50 MB.
web-evidence-until = Tot en met welke dag geldt het? (mag leeg blijven)
web-evidence-until-hint = Neem de datum over die op het bewijs staat.
web-evidence-send = Bewijs indienen
web-evidence-sent = '{ $name }' is ingediend.
web-evidence-judge = Bewijs beoordelen
web-evidence-enough = Is dit bewijs goed genoeg?
web-evidence-enough-yes = Ja, projecten kunnen hierop rusten
web-evidence-enough-no = Nee, dit is niet genoeg
web-evidence-enough-said = { $who } vond dit op { $date } goed genoeg.
web-evidence-short-said = { $who } vond dit op { $date } niet genoeg.
web-evidence-judged = Het oordeel over '{ $name }' is vastgelegd.
web-standing-valid = In orde
web-standing-unjudged = Wacht op beoordeling
web-standing-insufficient = Niet genoeg
web-standing-expired = Verlopen
web-standing-missing = Nog niet ingediend
web-plan = Verbeterplan.
web-plan-until = Dit moet in orde zijn op { $date }. Tot die dag houdt het geen besluit tegen.
web-plan-over = Dit moest in orde zijn op { $date }. Die dag is voorbij.
web-plan-adopt = Verbeterplan vaststellen
web-plan-lead = Alle beslismomenten laten dit plan zien. Na de datum houdt het bewijs besluiten weer tegen.
web-plan-what = Wat gaat er gebeuren?
web-plan-what-missing = Schrijf op wat er gaat gebeuren.
web-plan-send = Verbeterplan vaststellen
web-plan-done = Het verbeterplan is vastgesteld.

## Leveranciers.

web-suppliers = Leveranciers
web-suppliers-none = Er zijn nog geen leveranciers.
web-supplier-add = Leverancier toevoegen
web-supplier-name = Hoe heet de leverancier?
web-supplier-name-missing = Vul de naam van de leverancier in.
web-supplier-send = Leverancier toevoegen
web-supplier-done = De leverancier is toegevoegd.

## Raden en adviseurs.

web-bodies = Raden en adviseurs
web-board = { $party } stelt verbeterplannen vast.
web-body-term = { $count ->
    [one] minstens 1 werkdag de tijd
   *[other] minstens { $count } werkdagen de tijd
    }
web-body-wait = { $count ->
    [one] 1 dag wachttijd na een afwijkende reactie
   *[other] { $count } dagen wachttijd na een afwijkende reactie
    }
web-body-coach = ondersteund door { $party }
web-body-meets = Vergadert op: { $days }.
web-body-recess = Vrij van { $first } tot en met { $last }.
web-agreements = Afspraken over alleen informeren
web-agreements-none = Er zijn geen afspraken. Elke raad of adviseur wordt gevraagd zoals de trechter zegt.
web-agreement-named = Afspraak { $number } met { $body }
web-agreement-do = Afspreken dat { $body } alleen informatie wil
web-agreement-text = Wat spreekt u af?
web-agreement-text-hint = Om welke projecten gaat het, en waarom is informatie genoeg?
web-agreement-text-missing = Schrijf de afspraak op.
web-agreement-lead = U kunt de afspraak altijd intrekken.
web-agreement-which = Voor welke projecten geldt dit?
web-agreement-which-missing = Kies voor welke projecten dit geldt.
web-agreement-which-all = Voor alle projecten
web-agreement-which-some = Alleen voor sommige projecten
web-agreement-which-some-hint = U kiest welke antwoorden een project daarvoor moet hebben. Is een antwoord er nog niet, dan wordt gewoon om advies gevraagd.
web-agreement-unread = Voor welke projecten de afspraken gelden, kon niet worden opgehaald.
web-agreement-fact = Vraag { $number } over het project
web-agreement-fact-more = Alleen als er nog een voorwaarde is. Mag leeg blijven.
web-agreement-fact-missing = Kies een vraag over het project.
web-agreement-fact-twice = Deze vraag staat er al. Kies een andere.
web-agreement-answer = Antwoord op vraag { $number }
web-agreement-answer-missing = Kies of vul in welk antwoord erbij hoort.
web-agreement-also = Gelden bij vraag { $number } ook andere antwoorden?
web-agreement-also-missing = Kies of ook andere antwoorden gelden.
web-agreement-also-none = Nee, precies dit antwoord
web-agreement-also-levels-up = Ja, ook wat zwaarder is
web-agreement-also-levels-down = Ja, ook wat lichter is
web-agreement-also-amount-up = Ja, ook wat meer is
web-agreement-also-amount-down = Ja, ook wat minder is
web-agreement-or-levels-up = { $answer } of zwaarder
web-agreement-or-levels-down = { $answer } of lichter
web-agreement-or-amount-up = { $answer } of meer
web-agreement-or-amount-down = { $answer } of minder
web-agreement-all = Geldt voor alle projecten.
web-agreement-some = Geldt alleen voor projecten waarbij dit allemaal zo is:
web-agreement-in-text = Voor welke projecten dit geldt, staat in de afspraak.
web-agreement-send = Afspraak vastleggen
web-agreement-done = De afspraak is vastgelegd.
web-agreement-revoke = Afspraak intrekken
web-agreement-revoke-why = Waarom trekt u de afspraak in?
web-agreement-revoked = De afspraak is ingetrokken.

## Afwezig.

web-away = Afwezig
web-away-lead = Bent u er even niet? Laat iemand anders voor u antwoorden. Dat staat in het dossier.
web-away-none = Nu is niemand als afwezig gemeld.
web-away-named = { $to } antwoordt voor { $from } ({ $party })
web-away-period = Van { $first } tot en met { $last }
web-away-end = Afwezigheid beëindigen
web-away-ended = De afwezigheid is beëindigd.
web-away-do = Ik ben afwezig
web-away-party = Voor welke partij?
web-away-party-missing = Kies een partij.
web-away-who = Wie antwoordt voor u?
web-away-who-missing = Kies wie voor u antwoordt.
web-away-first = Vanaf welke dag?
web-away-last = Tot en met welke dag?
web-away-send = Afwezigheid vastleggen
web-away-done = Uw afwezigheid is vastgelegd.

## Een lopend project inbrengen.

web-bring = Een lopend project inbrengen
web-bring-link = Lopend project inbrengen
web-bring-lead = Dit is voor een project dat al bestaat. Het komt binnen in de fase waarin het echt is. Wat ontbreekt, wordt een afspraak.
web-bring-phase = In welke fase is het project nu echt?
web-bring-phase-hint = Wat eerder gebeurde, wordt gemerkt als 'niet in Trechter vastgelegd'.
web-bring-phase-missing = Kies een fase.
web-bring-lead-missing = Kies wie het project leidt.
web-bring-why = Waarom komt het project nu binnen?
web-bring-why-hint = Bijvoorbeeld: het liep al voordat u Trechter gebruikte.
web-bring-owner = Wie zorgt voor wat nog ontbreekt?
web-bring-owner-hint = Deze persoon krijgt de afspraken.
web-bring-owner-missing = Kies wie dit doet.
web-bring-due = Wanneer is dat klaar?
web-bring-check = Controleer wat u inbrengt
web-bring-check-lead = Een project inbrengen kan maar één keer. Kijk daarom alles nog eens na.
web-bring-send = Project inbrengen
web-bring-others = Alleen een beheerder kan een lopend project inbrengen.

## Wat de organisatie vastlegt: soorten bewijs, het bestuur en de regels van raden.

web-own-tasks = Dit wacht hier op u
web-kinds = Welk bewijs houdt de organisatie bij?
web-kinds-lead = Elke soort bewijs wordt één keer beoordeeld. Projecten vragen er dan niet meer zelf naar.
web-kinds-wanted = { $count ->
    [one] De trechters vragen om 1 soort bewijs die u nog niet bijhoudt.
   *[other] De trechters vragen om { $count } soorten bewijs die u nog niet bijhoudt.
    }
web-kinds-wanted-row = Wordt nog niet bijgehouden. Voorstel: { $party } beoordeelt dit.
web-kind-adopt = Dit bewijs gaan bijhouden
web-kind-change = Soort bewijs wijzigen
web-kind-add = Andere soort bewijs toevoegen
web-kind-who = { $submit } dient in, { $judge } beoordeelt
web-kind-per-supplier = per leverancier
web-kind-valid = { $count ->
    [one] een oordeel telt 1 dag
   *[other] een oordeel telt { $count } dagen
    }
web-kind-name = Hoe heet dit bewijs?
web-kind-name-missing = Vul in hoe dit bewijs heet.
web-kind-name-en = Hoe heet dit in het Engels? (mag leeg blijven)
web-kind-name-en-hint = Wie het Engels kiest, ziet deze naam.
web-kind-whose = Van wie is dit bewijs?
web-kind-whose-missing = Kies van wie dit bewijs is.
web-kind-own = Van de organisatie zelf
web-kind-supplier = Van elke leverancier apart
web-kind-submitted = Wie mag dit bewijs indienen?
web-kind-submitted-missing = Kies wie dit bewijs mag indienen.
web-kind-judged = Wie beoordeelt dit bewijs?
web-kind-judged-hint = Niemand beoordeelt wat hij of zij zelf indiende.
web-kind-judged-missing = Kies wie dit bewijs beoordeelt.
web-kind-days = Hoeveel dagen telt een oordeel? (mag leeg blijven)
web-kind-days-hint = Bijvoorbeeld 365. Daarna moet er nieuw bewijs komen. Leeg: tot de datum op het bewijs.
web-kind-send = Soort bewijs vastleggen
web-kind-done = De soort bewijs is vastgelegd.
web-number-missing = Vul een getal in.
web-number-wrong = Vul een heel getal in, van { $least } tot en met { $most }.
web-board-title = Wie stelt verbeterplannen vast?
web-board-none = Er is nog niemand gekozen. Zonder keuze kan er geen verbeterplan komen.
web-board-change = Iemand anders kiezen
web-board-choose = Kies wie dit doet
web-board-question = Welke partij stelt verbeterplannen vast?
web-board-send = Keuze vastleggen
web-board-done = De keuze is vastgelegd.
web-bodies-none = Er zijn nog geen eigen regels. Dan geldt wat de trechter zegt.
web-body-change = Regels wijzigen
web-body-add = Regels van een andere raad of adviseur vastleggen
web-body-which = Welke raad of adviseur?
web-body-which-missing = Kies een raad of adviseur.
web-body-term-question = Hoeveel werkdagen heeft deze raad minstens?
web-body-term-hint = Vraagt de trechter meer dagen? Dan gelden die. Vul 0 in als er geen eigen regel is.
web-body-wait-question = Hoeveel dagen wacht u na een afwijkende reactie?
web-body-wait-hint = Voor een ondernemingsraad is dat vaak 30. Vul 0 in als er geen wachttijd is.
web-body-coach-question = Wie ondersteunt deze raad? (mag leeg blijven)
web-body-coach-hint = Deze partij mag antwoorden van de raad invoeren en leest mee.
web-body-meeting = Vergadering { $number }
web-body-meeting-hint = De tijd voor een antwoord loopt tot na een vergadering. Een leeg vak telt niet mee.
web-body-away-from = Vrije periode { $number }: eerste dag
web-body-away-until = Vrije periode { $number }: laatste dag
web-body-away-half = Vul de eerste en de laatste dag van de vrije periode in.
web-body-away-order = De laatste dag van de vrije periode ligt vóór de eerste.
web-body-send = Regels vastleggen
web-body-done = De regels zijn vastgelegd.
web-supplier-rename = Naam wijzigen
web-supplier-rename-send = Naam vastleggen
web-supplier-renamed = De naam is gewijzigd.
web-supplier-there = Deze leverancier staat er al.
web-suppliers-file = Leveranciers inbrengen uit een bestand

## Vragen aan raden over de trechter of over bewijs.

web-own-advice = Vragen die voor alle projecten gelden
web-own-advice-lead = Een raad kijkt hier mee met de trechter zelf, of met bewijs van de organisatie.
web-own-advice-none = Er staat nu geen vraag open.
web-own-advice-ask = Een raad of adviseur iets vragen
web-own-advice-body = Aan wie vraagt u dit?
web-own-advice-about = Waar gaat het over?
web-own-advice-about-missing = Kies waar het over gaat.
web-own-advice-right-missing = Kies wat de raad of adviseur mag doen.
web-own-advice-due = Tot en met welke dag is er tijd? (mag leeg blijven)
web-own-advice-due-hint = Leeg: zo lang als de regels van de raad zeggen. Korter kan niet.
web-own-advice-send = Vraag versturen
web-own-advice-done = De vraag is verstuurd.
web-own-advice-over = Deze vraag is afgerond. U leest alles terug in de tijdlijn van de organisatie.
web-own-advice-acted = Dit is vastgelegd.
