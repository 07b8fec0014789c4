### loket, Nederlands. Formeel "u", ambtelijk eenvoudig. Eén sectie per deel van het programma.

## common: termen uit docs/glossary.md, gebruikt door elk deel

days-left = { $days } d
weekday-1 = ma
weekday-2 = di
weekday-3 = wo
weekday-4 = do
weekday-5 = vr
weekday-6 = za
weekday-7 = zo
status-received = ontvangen
status-triage = in triage
status-waiting = wacht op informatie
status-in_progress = in behandeling
status-with_body = ligt bij instantie of ministerie
status-agreed = oplossing afgesproken
status-aftercare = nazorg
status-closed = afgesloten
status-referred = doorverwezen
status-out_of_scope = niet voor het loket
status-withdrawn = ingetrokken
outcome-within_rules = opgelost binnen de regels
outcome-deviation = maatwerk met afwijking
outcome-breakthrough = doorbraak in het LET
outcome-bridging = overbrugging
outcome-unresolved = niet opgelost
outcome-referred = doorverwezen
urgency-crisis = crisis
urgency-high = hoog
urgency-normal = normaal
urgency-low = laag
channel-form = formulier
channel-mail = e-mail
channel-phone = telefoon
channel-register = register
channel-let = LET
mandate-geen = geen
mandate-signaleren = signaleren
mandate-afstemmen = afstemmen
mandate-beslissen = beslissen
freshness-fresh = actueel
freshness-ageing = wordt oud
freshness-stale = verouderd
role-desk = loketmedewerker
role-let-secretary = secretariaat LET
role-register-reader = raadpleger register
role-register-editor = beheerder register
role-municipal = gemeentelijke professional
role-body = instantie
role-privacy-officer = privacyfunctionaris
role-administrator = beheerder
flag-bsn_masked = BSN afgeschermd

## problem: title, then advice, for each code of api::problem

## intake

intake-empty = Het bestand bevat geen rijen.
intake-file-too-large = Het bestand is te groot: hoogstens { $most } bytes.
intake-missing-column = Verplichte kolommen ontbreken: { $names }.
intake-unknown-column = Deze kolom kent loket niet: "{ $name }". De inhoud is weggelaten.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u "{ $near }"?
}
intake-column-twice = De kolom "{ $name }" staat er twee keer.
intake-cell-count = De rij heeft { $has } cellen, de kop { $expected }.
intake-quote-not-closed = Een aanhalingsteken wordt niet gesloten.
intake-text-after-quote = Na een sluitend aanhalingsteken staat nog tekst. Schrijf een aanhalingsteken in een cel dubbel.
intake-row-too-large = De rij is te groot om te versturen: hoogstens { $most } bytes. Misschien wordt een aanhalingsteken niet gesloten.
intake-too-many-broken-rows = Te veel kapotte rijen: vanaf hier is het bestand niet gelezen.
intake-unreadable = In deze rij staan tekens die niet te lezen zijn. Sla het bestand op als UTF-8.
intake-broken-json = Dit is geen geldige JSON: { $detail }.
intake-not-an-object = Hier moet een object staan, met de kolommen als namen.
intake-not-text = Hier moet tekst, een getal of een lijst daarvan staan.
intake-required = Dit veld is verplicht.
intake-one-required = Vul een van deze velden in: { $names }.
intake-not-a-date = "{ $value }" is geen dag. Schrijf 2026-11-16 of 16-11-2026.
intake-not-a-moment = "{ $value }" is geen tijdstip. Schrijf 2026-11-16T09:12 of 16-11-2026 09:12.
intake-not-euros = "{ $value }" is geen bedrag in hele euro's.
intake-unknown-word = "{ $value }" kan hier niet staan.{ $near ->
    [none] {" "}Kies uit: { $words }.
   *[other] {" "}Bedoelt u "{ $near }"?
}
intake-unknown-municipality = Er is geen gemeente of plaats "{ $value }".{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u { $near }?
}
intake-ambiguous-municipality = Er zijn meer gemeenten met de naam "{ $value }": { $candidates }. Vul de CBS-code in.
intake-unknown-organisation = Er is geen organisatie "{ $value }".{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u { $near }?
}
intake-organisations-differ = "{ $name }" en CBS-code { $code } zijn niet dezelfde gemeente.
intake-without-column = Dit veld heeft alleen betekenis als "{ $needs }" is ingevuld.
intake-too-long = De tekst heeft { $has } tekens; hoogstens { $most } passen.
intake-repeated = Deze rij is gelijk aan de rij op regel { $line }.
intake-reference-twice = Op regel { $line } staat een andere rij met hetzelfde kenmerk.
intake-nul-replaced = { $count ->
    [one] Een NUL-teken is vervangen door ␀.
   *[other] { $count } NUL-tekens zijn vervangen door ␀.
}
intake-not-a-message = Dit is geen e-mailbericht.
intake-message-too-entangled = Dit bericht bevat te veel berichten in elkaar om veilig te lezen. Stuur de bijlagen apart.
intake-no-date = Het bericht heeft geen datum: het moment van invoer geldt als ontvangst.
intake-no-text = Het bericht bevat geen tekst.
intake-cut = De tekst is te lang: { $left } tekens zijn niet opgenomen. Dat staat ook onder de tekst.
intake-attachments-cut = Van { $left } bijlagen is niets genoteerd. Dat staat ook onder de tekst.

## cli

## client

failure-problem = De server weigert het verzoek.
failure-problem-advice = Lees wat de server meldt en pas het verzoek aan.
failure-not-signed-in = De server { $server } kent dit token niet, of het is verlopen.
failure-not-signed-in-advice = Vraag de beheerder van deze server om een nieuw token (loket token create) en zet het in LOKET_TOKEN of in het tokenbestand uit uw configuratie.
failure-no-server = Geen verbinding met { $server }: { $cause }.
failure-no-server-advice = Controleer het adres en uw netwerk. Blijft dit zo, vraag dan de beheerder of de server draait. Wat u typt, blijft bewaard.
failure-wrong-server = Op { $server } antwoordt iets anders dan loket ({ $answer }).
failure-wrong-server-advice = Controleer het adres (--server of LOKET_SERVER). Een inlogpagina van het netwerk of een proxy kan ertussen zitten.
failure-other-version = De server { $server } spreekt versie { $theirs } van de koppeling; dit programma spreekt { $ours }.
failure-other-version-advice = Werk het programma bij, of vraag de beheerder de server bij te werken.
failure-cut = De verbinding met { $server } is verbroken voordat het antwoord compleet was.
failure-cut-advice = Probeer het opnieuw.
failure-cut-writing = De verbinding met { $server } is verbroken. Het is niet zeker of uw wijziging is opgeslagen.
failure-cut-writing-advice = Uw wijziging is op deze computer bewaard en wordt opnieuw verstuurd. Dat kan niet dubbel tellen.
failure-timed-out = De server { $server } antwoordt niet op tijd.
failure-timed-out-advice = Probeer het straks opnieuw. Blijft dit zo, meld het dan bij de beheerder.
failure-timed-out-writing = De server { $server } antwoordt niet op tijd. Het is niet zeker of uw wijziging is opgeslagen.
failure-timed-out-writing-advice = Uw wijziging is op deze computer bewaard en wordt opnieuw verstuurd. Dat kan niet dubbel tellen.
failure-unprotected = { $server } is niet beveiligd. Zonder https gaat er niets naar een andere computer.
failure-unprotected-advice = Gebruik een adres dat begint met https://. Het adres http:// mag alleen op deze computer zelf (127.0.0.1).
failure-no-address = "{ $server }" is geen adres van een server.
failure-no-address-advice = Geef een adres zoals https://loket.example op met --server, LOKET_SERVER of in de configuratie.
failure-no-token = Het token bevat tekens die niet in een token horen.
failure-no-token-advice = Kopieer het token opnieuw, op één regel, zonder spaties of aanhalingstekens.
failure-no-protection = Deze computer kan geen beveiligde verbinding maken: { $cause }
failure-no-protection-advice = Controleer of de certificaten van het besturingssysteem zijn geïnstalleerd (pakket ca-certificates).
cause-refused = de computer is er, maar loket draait daar niet
cause-silent = er komt geen antwoord
cause-unknown-name = de naam van de server is onbekend
cause-unprotected = de beveiliging klopt niet ({ $said })
cause-away = de server is even weg (status { $status })
drafts-unsafe = De map { $path } is niet veilig genoeg om concepten in te bewaren: { $reason }.
drafts-unsafe-advice = Maak de map van uzelf en sluit hem voor anderen (chmod 700), of wijs met XDG_STATE_HOME een andere map aan.
drafts-unsafe-link = het is een verwijzing (symbolische link) of geen gewoon bestand
drafts-unsafe-owner = een andere gebruiker is eigenaar
drafts-unreadable = Een bewaard concept is niet te lezen: de sleutel past niet of het bestand is beschadigd.
drafts-unreadable-advice = Het bestand blijft staan. Herstel de sleutel drafts.key uit een reservekopie als u die hebt.
drafts-failed = Het concept kon niet worden bewaard in { $path }: { $reason }
drafts-failed-advice = Controleer of de schijf vol is en of u in de map mag schrijven. Sluit het scherm niet voordat de tekst is opgeslagen.

## term

## tui
