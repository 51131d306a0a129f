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
web-evidence-version = versie { $number } van { $date }
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
web-agreement-lead = De afspraak geldt voor alle projecten. U kunt die altijd intrekken.
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
