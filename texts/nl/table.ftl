### Wat er mis is in een bestand met projecten, en wat u kunt doen. De naam na `table-` is de code in de API.

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
