### De brieven. Het onderwerp is de vraag met de datum. Geen gegevens over gezondheid, geen toelichtingen.

## Wilt u beoordelen?

mail-please_review-subject = Wilt u '{ $artefact }' van '{ $project }' beoordelen? Graag uiterlijk { $date }
mail-please_review-heading = Wilt u '{ $artefact }' beoordelen?
mail-please_review-body = Er is een document voor u klaar in het project '{ $project }'. Het gaat om versie { $revision } van '{ $artefact }'.
mail-please_review-act = Lees het document. Keur het goed, of vraag een aanpassing.
mail-please_review-due = Graag uiterlijk
mail-please_review-button = Lees en beoordeel
mail-please_review-reason = U krijgt deze e-mail omdat u lid bent van: { $parties }.

## Er is besloten.

mail-decision_taken-subject = Besluit over '{ $project }': { $outcome } ({ $date })
mail-decision_taken-heading = Er is een besluit over '{ $project }'
mail-decision_taken-body = Er is besloten over '{ $gate }'. Het besluit is genomen door: { $party }.
mail-decision_taken-outcome = Het besluit
mail-decision_taken-date = Datum
mail-decision_taken-next = { $outcome ->
    [stop] Het project stopt. U hoeft er niets meer voor te doen.
    [rework] Het project gaat verder in de fase '{ $phase }'. { mail-decision_taken-tasks }
    [hold] Het project wacht even. U hoeft er nu niets voor te doen.
    [conditional_go] Het project gaat door, met afspraken. De fase is nu '{ $phase }'. { mail-decision_taken-tasks }
   *[go] Het project gaat nu naar de fase '{ $phase }'. { mail-decision_taken-tasks }
    }
mail-decision_taken-tasks = { $reader ->
    [account] Wat u daar kunt doen, staat bij uw taken.
   *[other] U hoeft nu niets te doen. Vragen wij u later iets? Dan krijgt u een e-mail.
    }
mail-decision_taken-button = Lees het besluit
mail-decision_taken-reason = U krijgt deze e-mail omdat u bij dit project betrokken bent.

## Nieuws op de weg. $about is de raad, het document, de plicht of de partij; $day de dag waarop het gebeurde.

mail-news-due = Graag uiterlijk

mail-involved-subject = U doet mee aan '{ $project }' ({ $day })
mail-involved-heading = U doet mee aan '{ $project }'
mail-involved-body = Er is een nieuw project: '{ $project }'. U doet mee vanaf het begin. De fase is nu '{ $about }'.
mail-involved-act = Wat u kunt doen, staat bij uw taken. Is er nu nog niets? Dan krijgt u een e-mail als dat verandert.
mail-involved-button = Bekijk het project

mail-please_judge-subject = Wilt u antwoord geven bij '{ $about }' van '{ $project }'? Graag uiterlijk { $date }
mail-please_judge-heading = Wilt u antwoord geven bij '{ $about }'?
mail-please_judge-body = Het document '{ $about }' van het project '{ $project }' is ingediend. Uw partij beantwoordt er een of meer vragen over.
mail-please_judge-act = Lees het document. De vragen staan eronder.
mail-please_judge-button = Lees en geef antwoord

mail-answer_stale-subject = Blijft u bij uw antwoord? '{ $about }' van '{ $project }' is veranderd. Graag uiterlijk { $date }
mail-answer_stale-heading = Blijft u bij uw antwoord?
mail-answer_stale-body = Het document '{ $about }' van het project '{ $project }' is veranderd nadat uw partij antwoord gaf.
mail-answer_stale-act = Bekijk wat er anders is. Bevestig daarna het antwoord, of geef een ander antwoord.
mail-answer_stale-button = Bekijk wat er anders is

mail-answer_replaced-subject = Een collega gaf een ander antwoord dan u over '{ $about }' van '{ $project }' ({ $day })
mail-answer_replaced-heading = Een collega gaf een ander antwoord dan u
mail-answer_replaced-body = U en een collega gaven allebei antwoord voor uw partij. Het ging over '{ $about }' van het project '{ $project }'. Het laatste antwoord telt. { $word ->
    [approve] U keurde het document goed.
    [request_changes] U vroeg om een aanpassing.
    [met] Uw antwoord was: ja, dit voldoet.
    [not_met] Uw antwoord was: nee, dit voldoet niet.
   *[not_applicable] Uw antwoord was: dit is niet van toepassing.
    } { $instead ->
    [approve] Uw collega keurde het daarna goed.
    [request_changes] Uw collega vroeg daarna om een aanpassing.
    [met] Het antwoord van uw collega is: ja, dit voldoet.
    [not_met] Het antwoord van uw collega is: nee, dit voldoet niet.
   *[not_applicable] Het antwoord van uw collega is: dit is niet van toepassing.
    }
mail-answer_replaced-act = Bent u het eens? Dan hoeft u niets te doen. Bent u het niet eens? Overleg dan met uw collega. U kunt daarna opnieuw antwoorden.
mail-answer_replaced-button = Bekijk het antwoord

mail-gate_ready-subject = Wilt u besluiten over '{ $project }'? Graag uiterlijk { $date }
mail-gate_ready-heading = Wilt u besluiten over '{ $project }'?
mail-gate_ready-body = Voor het project '{ $project }' is alles klaar voor het beslismoment '{ $about }'.
mail-gate_ready-act = Lees wat er ligt, en neem een besluit.
mail-gate_ready-button = Bekijk en besluit

mail-changes_requested-subject = Wilt u '{ $about }' van '{ $project }' aanpassen? Gevraagd op { $day }
mail-changes_requested-heading = Wilt u '{ $about }' aanpassen?
mail-changes_requested-body = Het document '{ $about }' van het project '{ $project }' is gelezen. Er is om een aanpassing gevraagd.
mail-changes_requested-act = Lees wat er anders moet. Dien daarna een nieuwe versie in.
mail-changes_requested-button = Lees wat er is gevraagd

mail-advice_given-subject = { $word ->
    [positive] De { $about } geeft een positief advies over '{ $project }' ({ $day })
    [consent_given] De { $about } stemt in met '{ $project }' ({ $day })
   *[other] Wilt u reageren op het advies van de { $about } over '{ $project }'? Gegeven op { $day }
    }
mail-advice_given-heading = { $word ->
    [consent_given] De { $about } stemt in
   *[other] Er is advies van de { $about }
    }
mail-advice_given-body = De { $about } heeft geantwoord over het project '{ $project }'.
mail-advice_given-act = { $word ->
    [positive] U hoeft nu niets te doen. Lees het advies wel: er kan iets in staan dat helpt.
    [consent_given] U hoeft nu niets te doen.
    [positive_with_points] De { $about } zegt ja, als er iets anders gaat. Lees het advies. Zeg wat u met elk punt doet, en waarom.
   *[negative] De { $about } is er niet voor. Praat eerst met elkaar. Geef daarna uw antwoord, met de reden.
    }
mail-advice_given-button = Lees het advies

mail-consent_withheld-subject = De { $about } stemt niet in met '{ $project }' ({ $day })
mail-consent_withheld-heading = De { $about } stemt niet in
mail-consent_withheld-body = De { $about } heeft geen instemming gegeven voor het project '{ $project }'. Het project kan zo niet door.
mail-consent_withheld-act = Lees waarom. De projectleider kan het voorstel aanpassen en opnieuw om instemming vragen, of het intrekken.
mail-consent_withheld-button = Lees het antwoord

mail-advice_requested-subject = De { $about } wil advies geven over '{ $project }'. Vraagt u het?
mail-advice_requested-heading = De { $about } wil advies geven
mail-advice_requested-body = De { $about } vroeg op { $day } of zij advies mag geven over het project '{ $project }'.
mail-advice_requested-act = Vraag het advies. Wilt u dat niet, zeg dan waarom niet.
mail-advice_requested-button = Geef antwoord

mail-time_asked-subject = De { $about } vraagt meer tijd voor '{ $project }': tot en met { $date }. Kan dat?
mail-time_asked-heading = De { $about } vraagt meer tijd
mail-time_asked-body = De { $about } wil voor het project '{ $project }' tijd tot en met { $date }.
mail-time_asked-act = Geef die tijd. Kan dat niet, zeg dan waarom niet.
mail-time_asked-button = Geef antwoord

mail-term_passed-subject = De tijd van de { $about } voor '{ $project }' was tot en met { $date }. Belt u even?
mail-term_passed-heading = Er kwam nog geen antwoord van de { $about }
mail-term_passed-body = De { $about } had tijd tot en met { $date } om te antwoorden over het project '{ $project }'. Er is nog geen antwoord. Dat is geen ja.
mail-term_passed-act = Vraag wat er nodig is. De { $about } kan nog steeds antwoorden. Komt er geen antwoord, leg dat dan vast.
mail-term_passed-button = Bekijk de vraag

mail-condition_assigned-subject = Wilt u afspraak { $number } van '{ $project }' regelen? Graag uiterlijk { $date }
mail-condition_assigned-heading = Er is een afspraak voor u
mail-condition_assigned-body = { $about ->
    [none] Bij het besluit over het project '{ $project }' is afspraak { $number } gemaakt. U bent de eigenaar.
   *[other] Bij het besluit over het project '{ $project }' is afspraak { $number } gemaakt, over '{ $about }'. U bent de eigenaar.
    }
mail-condition_assigned-act = Lees wat er is afgesproken. Is het klaar? Meld dat dan.
mail-condition_assigned-button = Lees de afspraak

mail-condition_reported-subject = Is afspraak { $number } van '{ $project }' klaar? Wilt u kijken? Gemeld op { $day }
mail-condition_reported-heading = Is afspraak { $number } klaar?
mail-condition_reported-body = De eigenaar meldt dat afspraak { $number } van het project '{ $project }' klaar is.
mail-condition_reported-act = Kijk of het klopt. Keur het goed, of stuur het terug met de reden.
mail-condition_reported-button = Bekijk de afspraak

mail-condition_sent_back-subject = Afspraak { $number } van '{ $project }' is nog niet klaar. Graag uiterlijk { $date }
mail-condition_sent_back-heading = Afspraak { $number } is nog niet klaar
mail-condition_sent_back-body = Wat u meldde over afspraak { $number } van het project '{ $project }' is nog niet genoeg.
mail-condition_sent_back-act = Lees wat er nog nodig is.
mail-condition_sent_back-button = Lees waarom

mail-condition_postponed-subject = Afspraak { $number } van '{ $project }' heeft een nieuwe datum: { $date }
mail-condition_postponed-heading = Afspraak { $number } heeft een nieuwe datum
mail-condition_postponed-body = Er is besloten dat afspraak { $number } van het project '{ $project }' later klaar mag zijn.
mail-condition_postponed-act = Lukt ook deze datum niet? Zeg het op tijd.
mail-condition_postponed-button = Lees de afspraak

mail-condition_near-subject = Denkt u aan afspraak { $number } van '{ $project }'? Graag uiterlijk { $date }
mail-condition_near-heading = Denkt u aan afspraak { $number }?
mail-condition_near-body = { $about ->
    [none] Afspraak { $number } van het project '{ $project }' moet bijna klaar zijn. U bent de eigenaar.
   *[other] Afspraak { $number } van het project '{ $project }', over '{ $about }', moet bijna klaar zijn. U bent de eigenaar.
    }
mail-condition_near-act = Is het klaar? Meld dat dan. Lukt het niet op tijd? Overleg nu met de projectleider.
mail-condition_near-button = Bekijk de afspraak

mail-condition_overdue-subject = Afspraak { $number } van '{ $project }' moest klaar zijn op { $date }. Hoe staat het ermee?
mail-condition_overdue-heading = Afspraak { $number } is te laat
mail-condition_overdue-body = { $about ->
    [none] Afspraak { $number } van het project '{ $project }' moest klaar zijn op { $date }.
   *[other] Afspraak { $number } van het project '{ $project }', over '{ $about }', moest klaar zijn op { $date }.
    }
mail-condition_overdue-act = Is het klaar? Meld dat dan. Lukt het niet? Overleg met de projectleider.
mail-condition_overdue-button = Bekijk de afspraak

mail-document_expires-subject = '{ $about }' van '{ $project }' geldt tot en met { $date }. Wilt u het vernieuwen?
mail-document_expires-heading = '{ $about }' verloopt bijna
mail-document_expires-body = Het document '{ $about }' van het project '{ $project }' geldt tot en met { $date }.
mail-document_expires-act = Maak op tijd een nieuwe versie. Dan hoeft er niets te stoppen.
mail-document_expires-button = Vernieuw het document

mail-document_expired-subject = '{ $about }' van '{ $project }' is verlopen op { $date }. Wilt u het vernieuwen?
mail-document_expired-heading = '{ $about }' is verlopen
mail-document_expired-body = Het document '{ $about }' van het project '{ $project }' gold tot en met { $date }. Wat daarop rust, wordt opnieuw gevraagd.
mail-document_expired-act = Maak een nieuwe versie.
mail-document_expired-button = Vernieuw het document

mail-duty_began-subject = Wilt u '{ $about }' doen voor '{ $project }'? Graag uiterlijk { $date }
mail-duty_began-heading = '{ $about }' hoort bij uw taken
mail-duty_began-body = Zolang '{ $project }' in gebruik is, hoort '{ $about }' erbij. U krijgt dit steeds opnieuw.
mail-duty_began-act = De eerste keer is uiterlijk { $date }.
mail-duty_began-button = Bekijk wat er nodig is

mail-duty_overdue-subject = '{ $about }' voor '{ $project }' moest klaar zijn op { $date }. Wilt u het doen?
mail-duty_overdue-heading = '{ $about }' is te laat
mail-duty_overdue-body = '{ $about }' voor het project '{ $project }' moest klaar zijn op { $date }.
mail-duty_overdue-act = Is het gedaan? Leg het dan vast. Nog niet? Plan het nu.
mail-duty_overdue-button = Bekijk wat er nodig is

mail-change_reported-subject = Er verandert iets aan '{ $project }'. Wilt u opnieuw kijken? Graag uiterlijk { $date }
mail-change_reported-heading = Er verandert iets aan '{ $project }'
mail-change_reported-body = { $about ->
    [none] Op { $day } is een wijziging gemeld.
   *[other] Op { $day } is een wijziging gemeld: { $about }.
    }
mail-change_reported-act = Lees wat er verandert. Wat opnieuw van u wordt gevraagd, staat bij uw taken.
mail-change_reported-button = Lees de wijziging

mail-signal_reported-subject = { $word ->
    [data_breach] Er is een datalek gemeld bij '{ $project }'. Het gebeurde op { $date }
    [complaint] Er is een klacht gemeld bij '{ $project }'. Het gebeurde op { $date }
    [experience] Een cliënt vertelde iets over '{ $project }' ({ $date })
   *[incident] Er is een incident gemeld bij '{ $project }'. Het gebeurde op { $date }
    }
mail-signal_reported-heading = Er is een signaal bij '{ $project }'
mail-signal_reported-body = { $word ->
    [data_breach] Op { $date } was er een datalek. Het is gemeld op { $day }.
    [complaint] Op { $date } was er een klacht. Die is gemeld op { $day }.
    [experience] Een cliënt vertelde wat er op { $date } gebeurde. Dat is gemeld op { $day }.
   *[incident] Op { $date } was er een incident. Het is gemeld op { $day }.
    }
mail-signal_reported-act = Kijk of cliënten nu veilig zijn. Is dat niet zo? Dan kan het gebruik meteen worden stilgelegd.
mail-signal_reported-button = Lees het signaal

mail-use_suspended-subject = '{ $project }' is stilgelegd op { $day }. Gebruik het nu niet
mail-use_suspended-heading = '{ $project }' is stilgelegd
mail-use_suspended-body = Het gebruik is stilgelegd door: { $about }.
mail-use_suspended-act = Gebruik het niet tot u hoort dat het weer kan. Vertel dat ook aan wie ermee werkt.
mail-use_suspended-button = Lees waarom

mail-use_resumed-subject = '{ $project }' is niet meer stilgelegd door { $about } ({ $day })
mail-use_resumed-heading = '{ $project }' is niet meer stilgelegd door { $about }
mail-use_resumed-body = Het gebruik was stilgelegd door: { $about }. Wat hen betreft mag het weer.
mail-use_resumed-act = { $reader ->
    [account] Kijk eerst of niemand anders het gebruik tegenhoudt.
   *[other] Misschien houdt iemand anders het nog tegen. Vraag dat na voordat u het weer gebruikt.
    }
mail-use_resumed-button = Lees hoe het nu staat

mail-extra_decision-subject = Afspraak { $number } van '{ $project }' is te laat. Er is een extra besluit nodig, uiterlijk { $date }
mail-extra_decision-heading = Er is een extra besluit nodig over '{ $project }'
mail-extra_decision-body = Afspraak { $number } is niet op tijd klaar, terwijl '{ $project }' al wordt gebruikt.
mail-extra_decision-act = Wie besluit, kiest: doorgaan met een nieuwe datum, even stoppen, of helemaal stoppen. Is de afspraak toch klaar? Meld dat dan meteen.
mail-extra_decision-button = Bekijk het besluit

mail-emergency_told-subject = '{ $project }' mag bij nood tijdelijk worden gebruikt, tot en met { $date }
mail-emergency_told-heading = U hoort dit vandaag: '{ $project }' mag tijdelijk worden gebruikt
mail-emergency_told-body = Het bestuur vindt dat dit niet kan wachten. Daarom mag '{ $project }' worden gebruikt tot en met { $date }, nog voor het gewone besluit.
mail-emergency_told-act = U hoeft niets te doen. Heeft u vragen, of bent u het er niet mee eens? Zeg het tegen uw coach of bel ons.
mail-emergency_told-button = Lees er meer over

mail-emergency_allowed-subject = '{ $project }' mag bij nood worden gebruikt, tot en met { $date }
mail-emergency_allowed-heading = '{ $project }' mag tijdelijk worden gebruikt
mail-emergency_allowed-body = Dit is besloten door: { $about }. Het gebruik stopt vanzelf na { $date }, tenzij er eerder een gewoon besluit komt.
mail-emergency_allowed-act = { $reader ->
    [account] Wat nog ontbreekt, staat in de afspraken.
   *[other] U hoeft niets te doen. Over wat nog ontbreekt, zijn afspraken gemaakt.
    }
mail-emergency_allowed-button = Lees de afspraken

mail-emergency_ended-subject = { $word ->
    [went_live] Het tijdelijke gebruik van '{ $project }' is over: het is nu gewoon in gebruik ({ $day })
   *[other] Het tijdelijke gebruik van '{ $project }' is gestopt op { $day }. Gebruik het niet meer
    }
mail-emergency_ended-heading = Het tijdelijke gebruik van '{ $project }' is voorbij
mail-emergency_ended-body = { $word ->
    [went_live] Er is een gewoon besluit genomen. '{ $project }' mag gebruikt blijven.
    [term] De tijd die ervoor was afgesproken, is om.
   *[other] Het is eerder gestopt dan was afgesproken.
    }
mail-emergency_ended-act = { $word ->
    [went_live] U hoeft niets te doen.
   *[other] Gebruik het niet meer, tot er een besluit is. Vertel dat ook aan wie ermee werkt.
    }
mail-emergency_ended-button = Bekijk het project

mail-record_made-subject = Klopt dit antwoord over '{ $project }'? Het is ingevuld namens: { $about }
mail-record_made-heading = Klopt dit antwoord?
mail-record_made-body = Iemand vulde op { $day } een antwoord in over '{ $project }'. Dat was namens u of uw partij: { $about }. Dat mag na een vergadering, een brief of een telefoongesprek.
mail-record_made-act = Klopt het niet? Zeg dat dan op tijd.
mail-record_made-button = Lees of het klopt

mail-record_contested-subject = Een ingevuld antwoord over '{ $project }' klopt niet, zegt wie het gaf ({ $day })
mail-record_contested-heading = Een ingevuld antwoord klopt niet
mail-record_contested-body = Namens iemand was een antwoord ingevuld over het project '{ $project }'. Die zegt nu dat het niet klopt.
mail-record_contested-act = Het antwoord telt niet meer en wordt opnieuw gevraagd. Lees wat er niet klopte.
mail-record_contested-button = Lees wat er is gezegd

mail-evidence_changed-subject = { $about ->
    [none] Bewijs waar '{ $project }' op rust is veranderd ({ $day }). Wilt u opnieuw kijken?
   *[other] '{ $about }' is veranderd ({ $day }). Wilt u opnieuw kijken voor '{ $project }'?
    }
mail-evidence_changed-heading = Bewijs is veranderd of verlopen
mail-evidence_changed-body = { $about ->
    [none] Antwoorden in het project '{ $project }' rusten op bewijs van de organisatie. Dat bewijs is veranderd of verlopen.
   *[other] Antwoorden in het project '{ $project }' rusten op '{ $about }'. Dat bewijs is veranderd of verlopen.
    }
mail-evidence_changed-act = Wat opnieuw van u wordt gevraagd, staat bij uw taken.
mail-evidence_changed-button = Bekijk het project

mail-evidence_to_judge-subject = Wilt u '{ $about }' beoordelen? Ingediend op { $day }
mail-evidence_to_judge-heading = Wilt u '{ $about }' beoordelen?
mail-evidence_to_judge-body = Er is nieuw bewijs van de organisatie: '{ $about }'. U beoordeelt het één keer, voor alle projecten.
mail-evidence_to_judge-act = Bekijk het. Zeg of het voldoende is, en waarom.
mail-evidence_to_judge-button = Bekijk en beoordeel

mail-evidence_insufficient-subject = '{ $about }' is nog niet voldoende ({ $day }). Wilt u het aanvullen?
mail-evidence_insufficient-heading = '{ $about }' is nog niet voldoende
mail-evidence_insufficient-body = Het bewijs '{ $about }' is beoordeeld. Het is nog niet voldoende. Projecten die erop rusten, wachten daarop.
mail-evidence_insufficient-act = Lees waarom. Dien daarna een nieuwe versie in.
mail-evidence_insufficient-button = Lees waarom

mail-evidence_expires-subject = '{ $about }' geldt tot en met { $date }. Wilt u het vernieuwen?
mail-evidence_expires-heading = '{ $about }' verloopt bijna
mail-evidence_expires-body = Het bewijs '{ $about }' geldt tot en met { $date }. Daarna kunnen projecten er niet meer op rusten.
mail-evidence_expires-act = Dien op tijd een nieuwe versie in.
mail-evidence_expires-button = Vernieuw het bewijs

mail-stand_in-subject = U antwoordt tot en met { $date } voor een lid van { $about }
mail-stand_in-heading = U vervangt een lid van { $about }
mail-stand_in-body = Iemand van { $about } is er even niet. U antwoordt tot en met { $date } in plaats van dat lid.
mail-stand_in-act = Wat nu op u wacht, staat bij uw taken.
mail-stand_in-button = Bekijk uw taken

mail-body_asked-subject = Wilt u antwoorden op een vraag aan de { $about }? U heeft tijd tot en met { $date }
mail-body_asked-heading = Er is een vraag aan de { $about }
mail-body_asked-body = De organisatie vraagt wat de { $about } vindt van een plan dat voor alle projecten geldt.
mail-body_asked-act = { $reader ->
    [account] Lees de uitleg. Geef daarna uw mening. De voorzitter legt vast wat u samen vindt.
   *[other] U leest de uitleg samen met uw coach of uw voorzitter. Daar geeft u ook uw mening.
    }
mail-body_asked-button = Lees de vraag

mail-body_informed-subject = Ter informatie voor de { $about } ({ $day })
mail-body_informed-heading = Ter informatie voor de { $about }
mail-body_informed-body = De organisatie vertelt de { $about } over een plan dat voor alle projecten geldt.
mail-body_informed-act = U hoeft niets te doen. Wilt u toch advies geven? Dat mag altijd.
mail-body_informed-button = Lees de uitleg

mail-body_reminded-subject = Denkt u aan de vraag aan de { $about }? U heeft nog tijd tot en met { $date }
mail-body_reminded-heading = Denkt u aan de vraag aan de { $about }?
mail-body_reminded-body = De { $about } heeft nog geen antwoord gegeven. Dat hoeft ook nog niet.
mail-body_reminded-act = { $reader ->
    [account] Heeft u meer tijd nodig? Vraag daar dan om.
   *[other] Heeft u meer tijd nodig? Zeg het tegen uw coach.
    }
mail-body_reminded-button = Lees de vraag

mail-body_answered-subject = Dit doet de organisatie met het advies van de { $about } ({ $day })
mail-body_answered-heading = Dit doet de organisatie met uw advies
mail-body_answered-body = De { $about } gaf advies. De organisatie heeft daarop geantwoord.
mail-body_answered-act = { $reader ->
    [account] Lees wat er met het advies is gedaan, en waarom.
   *[other] Uw coach of uw voorzitter kan u laten lezen wat er met het advies is gedaan, en waarom.
    }
mail-body_answered-button = Lees het antwoord

## Voor wie geen account heeft.

mail-own_page-button = Open uw bladzijde
mail-own_page-more = Op uw eigen bladzijde leest u terug wat wij u over dit project vroegen, en wat ermee is gedaan.
mail-no_page-more = Wilt u meer weten? Vraag het aan uw coach of aan { $organisation }.

## In elke brief.

mail-greeting = Beste { $name },
mail-link = Werkt de knop niet? Kopieer deze link:
mail-sender = Deze e-mail is automatisch verstuurd door { $organisation }.
mail-questions = Vragen? Bel { $phone }.

## Datums, voluit.

date-written = { $weekday } { $day } { $month }
date-written-year = { $weekday } { $day } { $month } { $year }
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
