### Wat er mis is in een bestand, en wat u kunt doen. De naam na `table-` is de code in de API.

## Een cel.

table-missing = Dit is leeg. Vul hier iets in.
table-too_long = Deze tekst is te lang. Er passen { $most } tekens in. Maak de tekst korter.
table-character = In deze tekst staat een teken dat niet mag. Typ de tekst opnieuw, zonder vreemde tekens.
table-no_value = Hier staat een formule zonder uitkomst. Open het bestand in Excel en sla het op. Of typ de waarde zelf.
table-formula_error = De formule in deze cel geeft een fout. Verbeter de formule, of typ de waarde zelf.
table-no_date = Deze datum bestaat niet. Kies een echte dag, zoals 31-12-2027.
table-date_form = Dit is geen datum die we kunnen lezen. Schrijf de dag zo: 31-12-2027.
table-date_not_ahead = Deze dag kan niet. Kies een dag na vandaag, en niet later dan { $latest }.
table-unknown_funnel = Deze trechter kennen we niet. Kies een van deze: { $choices }.
table-unknown_phase = Deze fase staat niet in de trechter '{ $funnel }'. Kies een van deze: { $choices }.
table-no_address = Dit is geen e-mailadres. Vul het e-mailadres van de medewerker in.
table-unknown_person = Dit e-mailadres is niet bekend in Trechter. Kijk het na. Of vraag om deze medewerker toe te voegen.
table-fact_not_here = De trechter '{ $funnel }' stelt deze vraag niet. Maak deze cel leeg.
table-fact_follows = Dit antwoord volgt vanzelf uit andere antwoorden. Maak deze cel leeg.
table-fact_yes_no = Hier past alleen 'ja' of 'nee'.
table-fact_amount = Hier past alleen een heel getal, zonder punten of komma's.
table-fact_level = Dit antwoord kennen we niet. Kies een van deze: { $choices }.

## Een rij.

table-merged = In deze rij zijn cellen samengevoegd ({ $area }). Haal de samenvoeging weg en vul elke cel zelf in.
table-refused = { $message }
table-title_exists = Er is al een project met deze naam. Is het hetzelfde project? Laat deze rij dan weg.
table-title_twice = Deze naam staat ook in rij { $row }. Is het hetzelfde project? Laat dan een van de twee weg.

## Het hele bestand.

table-column_missing = De kolom '{ $name }' ontbreekt. Zet deze naam boven een kolom. Of gebruik het voorbeeldbestand.
table-column_twice = De kolom '{ $name }' staat er twee keer. Haal een van de twee weg.
table-column_unknown = De kolom '{ $name }' kennen we niet. Wat daarin staat, komt niet mee.
table-header_merged = In de rij met de namen van de kolommen zijn cellen samengevoegd ({ $area }). Haal de samenvoeging weg.
table-no_rows = Onder de namen van de kolommen staat niets. Vul een rij in voor elk project.
table-windows_1252 = Dit bestand is in een oude vorm opgeslagen. Kijk of letters zoals é en ë goed staan. Zo niet, sla het dan op als 'CSV UTF-8'.

## Leveranciers en hun bewijs.

table-no_supplier_rows = Onder de namen van de kolommen staat niets. Vul een rij in voor elke leverancier.
table-supplier_key = Dit kan geen sleutel zijn. Gebruik kleine letters, cijfers en streepjes, en begin met een letter. Of laat de cel leeg.
table-supplier_no_key = In deze naam staat geen letter of cijfer. Verbeter de naam, of vul een sleutel in.
table-supplier_other_name = Deze leverancier staat er al, als '{ $name }'. Schrijf de naam precies zo. Is het een andere leverancier? Geef die een eigen sleutel.
table-supplier_two_names = In rij { $row } staat dezelfde leverancier met een andere naam. Schrijf de naam overal hetzelfde. Of geef elk een eigen sleutel.
table-supplier_two_keys = In rij { $row } heeft deze leverancier een andere sleutel. Geef hem overal dezelfde sleutel.
table-supplier_twice = Deze leverancier staat ook in rij { $row }. Deze rij voegt niets toe.
table-supplier_limit = Er passen er hier niet meer dan { $most }. Laat deze rij weg.
table-unknown_kind = Dit soort bewijs kennen we niet voor leveranciers. Kies een van deze: { $choices }.
table-no_kinds = Er is nog geen soort bewijs per leverancier. Voeg er eerst een toe, op de pagina Organisatie.
table-kind_missing = In deze rij staat bewijs, maar niet welk soort. Kies een van deze: { $choices }.
table-evidence_empty = Schrijf op wat het bewijs is. Of vul het nummer in.
table-evidence_twice = In rij { $row } staat hetzelfde soort bewijs van deze leverancier. Er kan er één van zijn. Laat een van de twee weg.
table-evidence_expired = Dit bewijs geldt nu al niet meer. Breng het alleen in als u geen nieuwer bewijs hebt.
table-evidence_renews = Van dit bewijs is er al een versie { $number }. Deze rij wordt de volgende versie, en die wordt opnieuw beoordeeld.
table-date_unlikely = Deze dag kan niet kloppen. Kies een dag tussen { $first } en { $last }.
table-not_now = Deze rij kan nu niet binnenkomen. Kies het bestand opnieuw.

# Het nummer van een certificaat, in de tekst van het bewijs.
supplier-number = Nummer: { $number }

### Het voorbeeldbestand: wat er in elke kolom komt.

template-column = kolom
template-takes = wat u invult
template-explained = Uitleg
template-projects = Projecten
template-suppliers = Leveranciers
template-phases = Fasen van
template-kinds = Soorten bewijs
template-no-kinds = Er is nog geen soort bewijs per leverancier. Voeg er eerst een toe, op de pagina Organisatie.
template-yes-or-no = ja of nee
template-whole-number = een heel getal
template-may-be-empty = Mag leeg blijven. Antwoord:
template-project-title = Verplicht. De naam van het project, hoogstens 200 tekens.
template-project-summary = Verplicht. Waar het project over gaat, in twee of drie zinnen.
template-project-funnelid = De naam van de trechter. Mag leeg blijven als uw organisatie één trechter heeft.
template-project-phase = Verplicht. De fase waarin het project nu echt is. De fasen staan hieronder.
template-project-leadid = Verplicht. Het e-mailadres van wie het project leidt.
template-project-reason = Verplicht. Waarom het project nu binnenkomt.
template-project-ownerid = Verplicht. Het e-mailadres van wie zorgt voor wat nog ontbreekt.
template-project-due = Verplicht. De dag waarop dat klaar is, zoals 31-12-2027.
template-supplier-name = Verplicht. Hoe de leverancier heet, hoogstens 120 tekens. Meer dan één bewijs? Herhaal de naam in elke rij.
template-supplier-supplier = Mag leeg blijven. Een korte naam zonder spaties, voor leveranciers die bijna hetzelfde heten.
template-supplier-kind = Welk soort bewijs het is. Leeg: dan komt alleen de leverancier binnen. De soorten staan hieronder.
template-supplier-text = Wat het bewijs is, wie het gaf en waar het staat. Verplicht bij bewijs zonder nummer.
template-supplier-number = Het nummer van het certificaat of contract. Mag leeg blijven.
template-supplier-validuntil = De laatste dag waarop het bewijs geldt, zoals 31-12-2027. Mag leeg blijven.
