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
outcome-within_rules-letter = r
outcome-deviation-letter = m
outcome-breakthrough-letter = l
outcome-bridging-letter = b
outcome-unresolved-letter = n
outcome-referred-letter = d
close-outcome-referred-note = nadat het loket eraan werkte
close-referred-letter = v
close-referred-note = het register was genoeg
close-out_of_scope-letter = k
close-out_of_scope-note = hoort hier niet
close-withdrawn-letter = g
close-withdrawn-note = de melder trekt het in
choose-close = Hoe liep het af?  { $subject }
saved-closed = { $number } is afgedaan: { $outcome }
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
freshness-reported = klopt niet
standing-stale = verouderd
standing-mandate-ended = mandaat verlopen
standing-entry-ended = vermelding vervallen
mandate-over = verlopen
thousands = .
role-desk = loketmedewerker
role-let-secretary = secretariaat LET
role-register-reader = raadpleger register
role-register-editor = beheerder register
role-municipal = gemeentelijke professional
role-body = instantie
role-privacy-officer = privacyfunctionaris
role-administrator = beheerder
role-intake-form = meldformulier
flag-bsn_masked = BSN afgeschermd
notice-no-real-data = Zet hier geen echte gegevens van huishoudens in: aanmelden en afscherming zijn nog niet af.

## system: what the operating system or a database says, after a colon

system-not-found = het bestaat niet
system-not-permitted = u hebt er geen rechten voor
system-exists = het bestaat al
system-folder = het is een map
system-no-folder = een deel van het pad is geen map
system-full = de schijf is vol
system-read-only = er kan niet naar worden geschreven, alleen gelezen
system-device = de schijf of het netwerkstation geeft een fout
system-name-too-long = de naam is te lang
system-too-many-open = er staan te veel bestanden tegelijk open
system-cut = de verbinding is verbroken
system-address-in-use = dit adres is al in gebruik door een ander programma
system-no-such-address = dit adres hoort niet bij deze computer
system-unreachable = het netwerk of de computer is niet bereikbaar
system-unknown-name = de naam van de computer is onbekend
system-timed-out = er kwam niet op tijd antwoord
system-refused = op dat adres luistert niets
system-no-text = het is geen tekst in UTF-8
system-busy = een ander programma houdt de database vast
system-damaged = de database is beschadigd; zet een reservekopie terug
system-not-opened = het bestand kan niet worden geopend
system-no-database-file = het is geen SQLite-database
system-wrong-password = het wachtwoord klopt niet of ontbreekt
system-not-ready = de database start of stopt juist

## problem: title, then advice, for each code of api::problem

problem-invalid-input = De invoer klopt niet.
problem-invalid-input-advice = Verbeter wat hieronder staat en probeer het opnieuw.
problem-broken-json = Dit is geen geldige JSON.
problem-broken-json-advice = Controleer de tekst op de genoemde plaats: haakjes, komma's en aanhalingstekens.
problem-bsn-in-text = In de tekst staat een burgerservicenummer.
problem-bsn-in-text-advice = Haal het nummer weg en sla dan op. Uw tekst is niet verloren.
problem-idempotency-key-missing = De kop Idempotency-Key ontbreekt of is geen UUID.
problem-idempotency-key-missing-advice = Stuur een nieuwe UUID mee bij elke wijziging, en dezelfde als u het nog eens probeert.
problem-not-signed-in = U bent niet aangemeld bij deze server.
problem-not-signed-in-advice = Meld u aan met "loket login". Heeft uw organisatie geen aanmelding, vraag de beheerder dan om een token (loket token create) en zet het in LOKET_TOKEN of in een bestand dat de configuratie noemt.
problem-session-ended = Uw sessie is beëindigd.
problem-session-ended-advice = Meld u opnieuw aan.
problem-sign-in-refused = De aanmelding is geweigerd.
problem-sign-in-refused-advice = Controleer naam, wachtwoordzin en code; een code geldt één keer. Lukt het niet, vraag dan uw beheerder om een nieuw instelgeheim.
problem-no-role = U hebt hier geen rol.
problem-no-role-advice = Uw organisatie gaf u geen rol bij loket, of een organisatie die loket niet kent. Vraag uw beheerder.
problem-not-allowed = Uw rol mag dit niet.
problem-not-allowed-advice = Vraag iemand van het loket om dit te doen, of de beheerder om een andere rol.
problem-unknown-route = Dit adres bestaat niet.
problem-unknown-route-advice = Controleer het pad; een schuine streep aan het eind hoort er niet. Alle paden staan in /v1/openapi.json.
problem-not-found = Dit is niet gevonden.
problem-not-found-advice = Controleer het nummer. Misschien mag u het niet zien.
problem-gone = Dit was al opgeslagen, en is daarna weggehaald.
problem-gone-advice = Er is nu niets opgeslagen. Sla het opnieuw op als u het toch wilt hebben.
problem-method-not-allowed = Deze methode bestaat niet voor dit adres.
problem-method-not-allowed-advice = De kop Allow noemt welke methoden wel bestaan.
problem-already-claimed = Dit signaal staat op naam van een ander.
problem-already-claimed-advice = Overleg met die collega, of geef een reden op om het over te nemen.
problem-not-claimed = Dit signaal staat niet op uw naam.
problem-not-claimed-advice = Er is niets om vrij te geven. Kijk opnieuw wie het heeft.
problem-not-in-this-status = Dit kan niet in de status die het signaal nu heeft.
problem-not-in-this-status-advice = Wijzig eerst de status. Een uitkomst hoort bij een afgesloten signaal.
problem-idempotency-key-reused = Deze Idempotency-Key is al gebruikt voor iets anders.
problem-idempotency-key-reused-advice = Maak een nieuwe sleutel voor een nieuwe wijziging.
problem-source-taken = Deze bron en dit kenmerk bestaan al, met een andere inhoud.
problem-source-taken-advice = Er is niets gewijzigd. Bekijk wat er al is en vul dat aan, of gebruik een ander kenmerk.
problem-stale-version = Intussen heeft iemand dit gewijzigd.
problem-stale-version-advice = Bekijk de nieuwe versie en voer uw wijziging daarop opnieuw uit.
problem-too-large = Dit is te groot.
problem-too-large-advice = Hoogstens 256 KiB per keer. Kort de tekst in of splits haar.
problem-wrong-media-type = De inhoud is geen JSON.
problem-wrong-media-type-advice = Stuur Content-Type: application/json mee.
problem-version-missing = De kop If-Match ontbreekt.
problem-version-missing-advice = Lees het object eerst en stuur de ETag mee die u toen kreeg.
problem-too-many-requests = Dit zijn te veel verzoeken achter elkaar.
problem-too-many-requests-advice = Wacht even; de kop Retry-After zegt hoelang.
problem-internal = Er ging iets mis in de server.
problem-internal-advice = Probeer het opnieuw. Blijft het zo, geef dan het nummer van het verzoek door aan de beheerder.
problem-unavailable = De server kan nu niet opslaan of niet vastleggen wie wat ziet.
problem-unavailable-advice = Er is niets getoond en niets opgeslagen. Probeer het over enkele seconden opnieuw.
problem-timed-out = Het duurde te lang.
problem-timed-out-advice = Het is niet bekend of het is opgeslagen. Probeer het opnieuw met dezelfde sleutel: dan gebeurt het hoogstens één keer.
fault-required = Dit veld is verplicht.
fault-too-long = Dit is te lang: hoogstens { $value }.
fault-too-short = Dit is te kort: een woord van minstens { $value } letters, of een hele afkorting of CBS-code.
fault-too-many-reports = Hoogstens { $value } meldingen in tien minuten.
fault-too-many-searches = Hoogstens { $value } keer zoeken in tien minuten.
fault-too-many-persons = Hoogstens { $value } verschillende personen per dag. Wie u vandaag al zag, blijft u zien.
fault-too-many-sign-ins = Hoogstens { $value } mislukte aanmeldingen per kwartier, per naam en per adres. Uw beheerder kan een naam vrijgeven.
fault-password-too-short = De wachtwoordzin is te kort: minstens { $value } tekens. Een paar losse woorden onthoudt u makkelijk.
fault-password-is-name = De wachtwoordzin bestaat vooral uit uw naam.
fault-password-common = Deze wachtwoordzin raadt iedereen. Kies een paar woorden die niets met elkaar te maken hebben.
fault-not-a-date = Dit is geen datum. Schrijf jjjj-mm-dd.
fault-not-a-time = Dit is geen tijdstip. Schrijf jjjj-mm-ddTuu:mm:ssZ.
fault-not-an-id = Dit is geen UUID.
fault-unknown-value = Deze waarde bestaat niet.
fault-unknown-field = Dit veld bestaat niet.
fault-wrong-type = Dit is de verkeerde soort waarde.
fault-wrong-form = Dit heeft de verkeerde vorm. Een voorbeeld: { $value }
fault-out-of-range = Dit valt buiten wat mag: { $value }.
fault-bsn = Hier staat een burgerservicenummer, vanaf teken { $value }.
fault-differs = Dit wijkt af van wat er al is.
fault-no-term = Deze regel geeft zelf geen termijn.
fault-other-length = De regel geeft een andere lengte: { $value }.
fault-not-with-working-days = Een termijn in werkdagen kan niet worden opgeschort.
fault-not-together = Dit kan niet samen met: { $value }.
fault-unknown-in-filter = Deel { $value } van het filter heeft een waarde die loket niet kent. In een weergave staan alleen bekende gemeenten, instanties, behandelaars, statussen, urgenties, nummers en dagen.
fault-twice = Dit staat er twee keer.
fault-does-not-stand = Dit contactmoment staat niet (meer) bij dit signaal: het is al gecorrigeerd of ingetrokken, of het hoort bij een ander.
start-not-a-database = Dit is geen database die loket kent: { $detail }. Gebruik sqlite:BESTAND of postgres://GEBRUIKER@HOST/DATABASE.
start-password-in-url = In de URL van de database staat een wachtwoord. Zet de URL in LOKET_DATABASE, of het wachtwoord in PGPASSFILE.
start-old-sqlite = SQLite { $detail } is te oud; versie 3.51.3 of nieuwer is nodig.
start-schema = De database past niet bij deze versie van loket: { $detail }
start-missing = Hier staat geen database van loket: { $detail }. Start eerst één keer loket serve, of controleer het pad.
start-other-schema = De database is van een andere versie van loket. Gebruik die versie, of breng haar bij met loket db migrate van deze versie.
start-role-superuser = De rol { $detail } van PostgreSQL is superuser. Serveer met een rol die minder mag: loket db migrate --serving ROL, door de eigenaar.
start-role-bypassrls = De rol { $detail } van PostgreSQL gaat langs de afscherming van rijen (BYPASSRLS). Serveer met een rol die minder mag: loket db migrate --serving ROL, door de eigenaar.
start-role-owner = De rol { $detail } van PostgreSQL is eigenaar van de tabellen. Serveer met een rol die minder mag: loket db migrate --serving ROL, door de eigenaar.
start-role-makes-roles = De rol { $detail } van PostgreSQL mag rollen maken (CREATEROLE) en zich zo alles toe-eigenen. Serveer met een rol die minder mag: loket db migrate --serving ROL, door de eigenaar.
start-role-changes-the-log = De rol { $detail } van PostgreSQL mag het auditlogboek of de lijst van stappen veranderen. Laat de eigenaar loket db migrate --serving ROL uitvoeren en trek rechten van groepen in.
start-role-makes-tables = De rol { $detail } van PostgreSQL mag tabellen maken in het schema public. Laat de eigenaar loket db migrate --serving ROL uitvoeren en trek rechten van groepen in.
start-no-scope = De verbinding met PostgreSQL verliest haar instelling loket.scope, waarschijnlijk door een verdeler van verbindingen. Zonder die instelling is niets te zien. Zet haar op de rol: ALTER ROLE ROL SET loket.scope = 'all'.
start-in-use = De database is in gebruik: { $detail } verbindingen van loket staan open. Deze stap verandert wat oudere servers lezen. Stop eerst alle servers.
start-local-beside-provider = Er is een aanbieder ingesteld (--identity) en ook local_accounts. Kies één van beide: met beide kan één mens twee personen zijn.
start-unreachable = De database kan niet worden geopend: { $detail }

## intake

intake-empty = Het bestand bevat geen rijen.
intake-file-too-large = Het bestand is te groot: hoogstens { $most } bytes.
intake-missing-column = Verplichte kolommen ontbreken: { $names }.
intake-other-file = Dit lijkt een ander soort bestand. Probeer "{ $command }".
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
intake-broken-json = Vanaf hier is dit geen geldige JSON. Controleer haakjes, komma's en aanhalingstekens.
intake-not-an-object = Hier moet een object staan, met de kolommen als namen.
intake-not-text = Hier moet tekst, een getal of een lijst daarvan staan.
intake-required = Dit veld is verplicht.
intake-one-required = Vul een van deze velden in: { $names }.
intake-one-only = Vul maar één van deze velden in: { $names }.
intake-not-a-calendar = Dit is geen agenda in iCalendar-vorm (.ics). Sla de afspraken vanuit uw agenda op als .ics.
intake-event-not-closed = De afspraak "{ $name }" is in het bestand afgebroken. Bewaar het bestand opnieuw vanuit uw agenda.
intake-event-recurring = Niet ingevoerd: "{ $name }" keert terug op een manier die hier niet wordt gelezen. Begin zelf een reeks (loket meeting series create) of maak de bijeenkomsten (loket meeting create).
intake-event-too-often = Niet ingevoerd: "{ $name }" keert vaker terug dan in één keer kan worden ingevoerd.
intake-event-expanded = "{ $name }" keert terug: { $count ->
    [1] 1 bijeenkomst
   *[other] { $count } bijeenkomsten
 }, de laatste op { $day }.
intake-event-goes-on = "{ $name }" gaat daarna door; voer het bestand later nog eens in.
intake-event-over = "{ $name }" keert niet meer terug: de laatste keer ligt achter ons.
intake-event-cancelled = Niet ingevoerd: "{ $name }" is in de agenda afgezegd. Staat de bijeenkomst in loket, laat haar daar vervallen (loket meeting cancel).
intake-event-without-times = "{ $name }" heeft geen begintijd: een bijeenkomst duurt niet een hele dag. Zet er in de agenda tijden bij.
intake-event-without-end = "{ $name }" heeft een begin en geen einde. Zet er in de agenda een einde bij.
intake-no-such-moment = "{ $name }": { $value } is geen tijdstip of duur, of de klok slaat dit tijdstip over.
intake-unknown-zone = "{ $name }": loket kent de tijdzone "{ $value }" niet. Zet de afspraak in de agenda op Europe/Amsterdam.
intake-no-zone = "{ $name }" noemt geen tijdzone: de tijden gelden als die in Nederland.
intake-not-a-date = "{ $value }" is geen dag. Schrijf 2026-11-16 of 16-11-2026.
intake-not-a-moment = "{ $value }" is geen tijdstip. Schrijf 2026-11-16T09:12 of 16-11-2026 09:12.
intake-not-euros = "{ $value }" is geen bedrag in hele euro's.
intake-not-mail = "{ $value }" is geen e-mailadres.
intake-not-phone = "{ $value }" is geen telefoonnummer.
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
intake-organisations-differ = "{ $name }" en Code { $code } zijn niet dezelfde gemeente.
intake-without-column = Dit veld heeft alleen betekenis als "{ $needs }" is ingevuld.
intake-too-long = Dit is te lang: hoogstens { $most }.
intake-out-of-range = Dit moet liggen binnen { $range }.
intake-not-a-length = "{ $value }" is geen lengte. Schrijf bijvoorbeeld 6 weken, 42 dagen, 3 maanden, 1 jaar of 3 werkdagen; kort: 6w, 42d, 3m, 1y, 3wd.
intake-not-a-suspension = "{ $value }" is geen opschorting. Schrijf 2026-09-15..2026-10-13 of 15-09-2026 t/m 12-10-2026; de eerste dag komt eerst.
intake-not-taken = Dit kan niet worden opgenomen ({ $code }).
intake-other-format = Dit is geen CSV, JSON of e-mail (.eml). Sla een werkblad op als CSV.
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

cli = loket: voor huishoudens die klem zitten tussen de regels van meer instanties. Zonder opdracht opent het scherm.
cli-after =
    Voorbeelden:
        loket demo
        loket signal import signalen.csv *.eml
        loket wie "svb escalatie" --field phone
        loket signal list --owner me --json

    Exitcodes: 0 gedaan, 1 niets gevonden, 2 opdracht niet goed, 3 meer even goed, 65 invoer geweigerd, 69 geen server,
    75 niet bevestigd, 76 door een ander gewijzigd, 77 niet toegestaan, 78 configuratie.
    Omgeving: LOKET_SERVER, LOKET_TOKEN, LOKET_TOKEN_FILE, LOKET_DATABASE, LOKET_LANGUAGE, LOKET_THEME, LOKET_KEYMAP, LOKET_LOG.
cli-heading-usage = Gebruik
cli-heading-options = Opties
cli-heading-arguments = Argumenten
cli-heading-commands = Opdrachten
cli-word-options = {"["}OPTIES]
cli-word-command = <OPDRACHT>
# What values are called in the help of the command line.
cli-value-addr = ADRES
cli-value-base = ADRES
cli-value-basis = GROND
cli-value-body = INSTANTIE
cli-value-channel = KANAAL
cli-value-column = KOLOM
cli-value-date = DATUM
cli-value-days = DAGEN
cli-value-dir = MAP
cli-value-domain = DOMEIN
cli-value-ending = EINDE
cli-value-field = VELD
cli-value-file = BESTAND
cli-value-function = FUNCTIE
cli-value-ground = GROND
cli-value-hash = KENMERK
cli-value-key = SLEUTEL
cli-value-kind = SOORT
cli-value-length = DUUR
cli-value-level = NIVEAU
cli-value-n = AANTAL
cli-value-name = NAAM
cli-value-number = NUMMER
cli-value-order = VOLGORDE
cli-value-owner = BEHANDELAAR
cli-value-payer = BETALER
cli-value-query = ZOEKWOORDEN
cli-value-reach = BEREIK
cli-value-reason = REDEN
cli-value-role = ROL
cli-value-setting = INSTELLING
cli-value-text = TEKST
cli-value-title = TITEL
cli-value-trigger = AANLEIDING
cli-value-urgency = URGENTIE
cli-value-url = ADRES
cli-value-value = WAARDE
cli-value-version = VERSIE
cli-value-who = WIE
cli-value-day = DAG
cli-value-what = WAT
cli-value-which = WELKE
cli-value-word = WOORD
cli-value-year = JAAR
cli-server = Adres van de server; anders LOKET_SERVER of de configuratie
cli-lang = Taal van alle teksten: { $values }
cli-option-theme = Naam van het thema van het scherm
cli-keymap = Naam van de toetsenindeling van het scherm
cli-help = Toon deze hulp
cli-version = Toon de versie
cli-json = Geef JSON, voor andere programma's
cli-key = Idempotentiesleutel: dezelfde opdracht met dezelfde sleutel telt één keer
cli-meeting-option = De vergadering, in plaats van als los woord
cli-database = De database: sqlite:BESTAND of postgres://…; zonder wachtwoord. Anders LOKET_DATABASE
cli-database-file = Bestand met het adres van de database, alleen leesbaar voor u
cli-demo = Probeer loket met verzonnen gegevens
cli-demo-signals = Aantal signalen (320)
cli-demo-officers = Aantal functionarissen in het register (700)
cli-demo-seed = Getal waaruit de gegevens ontstaan: hetzelfde getal geeft dezelfde gegevens
cli-demo-date = De dag waarop de demo speelt; anders vandaag
cli-demo-still = Zonder verzonnen collega's: niemand werkt mee, en niemand bevestigt wat u wilt versturen
cli-demo-serve-only = Alleen de server: print adres en token, zonder scherm
cli-demo-listen = Adres en poort om op te luisteren (127.0.0.1, een vrije poort)
cli-serve = Start de server
cli-serve-listen = Adres en poort om op te luisteren (127.0.0.1:7480)
cli-serve-identity = Bestand met de aanbieder bij wie mensen aanmelden; zonder dit bestand gelden alleen tokens van loket
cli-serve-log-level = Wat het logboek vertelt: { $values } (info, of LOKET_LOG)
cli-serve-log-format = Vorm van de logregels: { $values } (text)
cli-token = Beheer tokens: de toegang tot de server
cli-token-create = Maak een account met een token; het token verschijnt één keer
cli-token-create-role = Rol: { $values }
cli-token-create-name = Naam van de persoon of het systeem
cli-token-create-organisation = Code van de organisatie, zoals GM0344 of SVB; anders het loket zelf
cli-token-create-expires = Aantal dagen dat het token geldig is; anders tot het wordt ingetrokken. Verplicht voor een meldformulier
cli-token-list = Toon alle tokens, zonder het geheim
cli-token-revoke = Trek de tokens van een account in
cli-token-revoke-account = Nummer van het account, zoals in de lijst
cli-account = Beheer accounts met een wachtwoordzin, voor kleine installaties
cli-account-add = Maak een account; het instelgeheim verschijnt één keer en geldt 24 uur
cli-account-add-name = Naam waarmee iemand zich aanmeldt, en die anderen zien
cli-account-add-role = Rol: { $values }
cli-account-add-organisation = Code van de organisatie, zoals GM0344 of SVB; anders het loket zelf
cli-account-list = Toon de accounts
cli-account-remove = Neem een account weg en beëindig zijn sessies; wat het deed, blijft op zijn naam staan
cli-account-remove-name = Naam van het account
cli-account-reset = Laat een account opnieuw instellen, met een nieuw instelgeheim; zijn sessies eindigen
cli-account-reset-name = Naam van het account
cli-account-unlock = Vergeet de mislukte aanmeldingen van een account
cli-account-unlock-name = Naam van het account
cli-session = Toon wie er is aangemeld en beëindig sessies (beheerder)
cli-session-list = Toon de sessies, laatst gezien eerst
cli-session-revoke = Beëindig een sessie: de gebruiker moet opnieuw aanmelden
cli-session-revoke-which = Nummer van de sessie, zoals in de lijst
cli-identity = Controleer het bestand met de aanbieder van de aanmelding
cli-identity-check = Controleer een identiteitsbestand en toon elke fout met zijn plaats
cli-identity-check-file = Het bestand, zoals "loket serve --identity" het leest
cli-db = Onderhoud de database
cli-db-backup = Maak een kopie van een SQLite-database, ook als die in gebruik is; PostgreSQL: pg_dump of pg_basebackup
cli-db-backup-file = Nieuw bestand voor de kopie
cli-db-check = Controleer de database en het logboek
cli-db-migrate = Breng de database op het schema van deze versie, zonder te starten; meer servers mogen dit tegelijk doen
cli-db-migrate-dry-run = Toon alleen welke stappen er nodig zijn
cli-db-migrate-serving = Laat deze rol van PostgreSQL serveren: zij mag rijen lezen en schrijven, het auditlogboek alleen aanvullen, en het schema niet wijzigen
cli-db-restore = Zet een kopie van een SQLite-database terug in een nieuw bestand, en controleer die; overschrijft nooit iets
cli-db-restore-file = De kopie die loket db backup maakte
cli-db-restored = Na het terugzetten van een PostgreSQL-database: laat iedereen alles opnieuw ophalen, en controleer de database
cli-db-copy = Verhuis alles naar een lege database, ook naar een ander soort, en vergelijk daarna regel voor regel
cli-db-copy-from = Van deze database: sqlite:BESTAND of postgres://…
cli-db-copy-to = Naar deze lege database
cli-signal = Signalen: invoeren, bekijken, oppakken
cli-signal-import = Voer signalen in uit CSV, JSON of e-mail (.eml)
cli-signal-import-files = Bestanden; - leest van de standaardinvoer
cli-signal-import-dry-run = Toon wat er zou gebeuren, zonder iets te versturen
cli-signal-list = Toon de rij signalen
cli-signal-list-words = Woorden die alle in nummer, titel, gemeente, instanties of behandelaar moeten voorkomen
cli-signal-list-status = Status, meer met komma's; open is alles wat nog loopt, all is alles (open)
cli-signal-list-urgency = Urgentie: crisis, high, normal, low; meer met komma's
cli-signal-list-municipality = Code van de gemeente; meer met komma's
cli-signal-list-organisation = Code van een instantie; meer met komma's
cli-signal-list-owner = Behandelaar: me, none of het nummer van een account
cli-signal-list-until = Eerste harde datum op of voor deze dag
cli-signal-list-sort = Volgorde naar: { $values }
cli-signal-list-order = Richting: { $values }
cli-signal-list-limit = Hoogstens zoveel signalen (op het scherm 50, in een bestand of JSON alle)
cli-signal-show = Toon één signaal met het verloop; dat u het las wordt vastgelegd
cli-signal-show-number = Nummer: S-2026-00421, S-421 of 421
cli-signal-alike = Toon signalen die over hetzelfde huishouden kunnen gaan, en waarom; er wordt niets gekoppeld
cli-signal-alike-number = Nummer: S-2026-00421, S-421 of 421
cli-alike-none = Geen signaal lijkt hierop.
cli-alike-linked = al gekoppeld
cli-alike-column-number = Nummer
cli-alike-column-received = Ontvangen
cli-alike-column-status = Status
cli-alike-column-title = Titel
cli-alike-column-because = Waarom
resemblance-household = zelfde huishouden
resemblance-reference = zelfde kenmerk
resemblance-decision = besluit van dezelfde dag
resemblance-event = gebeurtenis op dezelfde dag
resemblance-reporter = zelfde melder
resemblance-municipality = zelfde gemeente
resemblance-bodies = zelfde instanties
resemblance-words = zelfde woorden
cli-signal-show-reveal = Toon ook wat is afgeschermd; dat wordt apart vastgelegd
cli-signal-create = Leg een signaal vast
cli-signal-create-title = Titel: soort probleem en instanties, zonder namen
cli-signal-create-json-input = Het hele signaal als JSON, zoals bij POST /v1/signals; - leest van de standaardinvoer. Naam, telefoon en e-mail van de melder gaan alleen zo mee: wat een optie is, staat in de lijst van processen
cli-signal-create-account = Alleen "-": de toelichting komt van de standaardinvoer. Wat een optie is, staat in de lijst van processen
cli-signal-create-municipality = Gemeente, met naam of Code
cli-signal-create-body = Instantie in de patstelling, met naam of afkorting; mag vaker
cli-signal-create-life-domain = Leefgebied; mag vaker: { $values }
cli-signal-create-urgency = Urgentie: { $values }
cli-signal-create-channel = Kanaal: { $values } (phone)
cli-signal-create-threat = Dreigende gebeurtenis
cli-signal-create-threat-on = Dag van de dreigende gebeurtenis
cli-signal-create-decision-body = Instantie die een besluit nam
cli-signal-create-decision-reference = Kenmerk van het besluit
cli-signal-create-decision-sent = Dag waarop het besluit bekend is gemaakt (verstuurd)
cli-signal-create-reporter-function = Functie van de melder
cli-signal-create-reporter-organisation = Organisatie van de melder
cli-signal-claim = Zet een signaal op uw naam
cli-signal-claim-number = Nummer: S-2026-00421, S-421 of 421
cli-signal-claim-takeover = Neem het over van een collega, met reden; dat wordt vastgelegd
cli-signal-release = Geef een signaal vrij
cli-signal-release-number = Nummer: S-2026-00421, S-421 of 421
cli-signal-triage = Toon wat triage van een signaal vraagt, en hoe ver het is beantwoord; dat u het las wordt vastgelegd
cli-signal-triage-number = Nummer: S-2026-00421, S-421 of 421
cli-triage-column-question = vraag
cli-triage-column-standing = stand
cli-triage-none = Triage vraagt niets.
cli-triage-answered = beantwoord
cli-triage-partly = deels
cli-triage-open = open
cli-signal-change = Wijzig wat er in een signaal staat: leefgebieden, standpunten, geprobeerd, plan, documenten en de rest
cli-signal-change-number = Nummer: S-2026-00421, S-421 of 421
cli-signal-change-json-input = Bestand met de velden die wijzigen, als JSON zoals de API ze kent; - leest van de standaardinvoer
cli-signal-change-version = Alleen als het signaal nog deze versie heeft; zonder deze optie geldt de versie van nu
cli-changed = { $number } gewijzigd: { $title }
cli-signal-close = Doe een zaak af, met hoe het afliep
cli-signal-close-number = Nummer: S-2026-00421, S-421 of 421
cli-signal-close-outcome = Hoe het afliep: { $values }
cli-signal-close-result = Alleen "-": wat is bereikt komt van de standaardinvoer
cli-signal-close-legal-room = Benutte ruimte: de hardheidsclausule of afwijking, met het artikel
cli-signal-close-budget = Besteed doorbraakbudget in hele euro's
cli-closed = { $number } is afgedaan: { $title }
cli-signal-note = Schrijf een notitie bij een signaal; de tekst komt van de standaardinvoer
cli-signal-note-number = Nummer: S-2026-00421, S-421 of 421
cli-signal-note-text = Alleen "-", en dat mag ook weg: de notitie komt van de standaardinvoer, zodat zij niet in de lijst van processen staat
cli-signal-contact = Leg een contactmoment vast
cli-signal-contact-number = Nummer: S-2026-00421, S-421 of 421
cli-signal-contact-with = Met welke instantie of functie; de naam van een mens gaat mee met --json-input
cli-signal-contact-reached = Bereikt
cli-signal-contact-not-reached = Niet bereikt
cli-signal-contact-agreed = Alleen "-": wat is afgesproken komt van de standaardinvoer
cli-signal-contact-call-back = Terugbellen op deze dag
cli-signal-contact-call-back-at = Op dit tijdstip, bijvoorbeeld 10:00
cli-register = Het register van functionarissen
cli-register-import = Voer het register in uit CSV
cli-register-import-files = Bestanden; - leest van de standaardinvoer
cli-register-import-dry-run = Toon wat er zou gebeuren, zonder iets te versturen
cli-wie = Zoek wie het mandaat heeft en hoe u die bereikt
cli-wie-query = Woorden uit naam, functie, organisatie, gemeente of plaats
cli-wie-case = Bij deze zaak: de gemeente en instanties ervan gaan voor; zonder zoekwoorden wie erover kan beslissen
cli-wie-field = Geef alleen dit: { $values }; het centrale nummer gaat voor
cli-forced = Voor sshd: voer uit wat iemand met een eigen sleutel vraagt (alleen `wie`)
cli-forced-token-file = Bestand met het token van wie deze sleutel is
cli-logout = Wis wat deze machine van een server bewaart: concepten en het register voor als de server weg is
cli-logout-drafts-too = Ook als er concepten of onbevestigde wijzigingen zijn
cli-login = Meld u aan: bij de aanbieder die de server noemt, of bij de server zelf met een wachtwoordzin
cli-login-device = Met een code die u op een andere computer invoert (zo gaat het vanzelf via SSH)
cli-login-name = Met een wachtwoordzin: uw naam; anders wordt ernaar gevraagd
cli-login-set-up = Stel uw account eerst in, met het instelgeheim dat u van uw beheerder kreeg
cli-login-password-file = Bestand met de wachtwoordzin, alleen voor u leesbaar; anders wordt ernaar gevraagd
cli-policy = Toon welke rol wat mag
cli-config = De configuratie
cli-config-default = Toon een configuratiebestand om mee te beginnen
cli-config-check = Controleer uw configuratie
cli-config-show = Toon wat geldt, en waar het vandaan komt
cli-completions = Geef een script dat opdrachten aanvult in uw shell
cli-completions-shell = Shell: { $values }
cli-man-name = NAAM
cli-man-keys = alle toetsen van loket (toetsenindeling { $name })
cli-keys = Toon alle opdrachten met hun toetsen
cli-keys-md = Als tabellen in Markdown
cli-column-keys = Toetsen
cli-column-command = Opdracht
cli-column-meaning = Betekenis
cli-man = Geef de handleiding, of schrijf een pagina per opdracht
cli-man-folder = Map voor de pagina's
cli-usage-unknown-command = De opdracht "{ $word }" bestaat niet.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u "{ $near }"?
}
cli-usage-unknown-argument = De optie "{ $word }" bestaat hier niet.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u "{ $near }"?
}
cli-usage-invalid-value = "{ $value }" kan niet bij { $word }.{ $choices ->
    [none] {""}
   *[other] {" "}Kies uit: { $choices }.
}{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u "{ $near }"?
}
cli-usage-no-value = Bij { $word } ontbreekt een waarde.
cli-usage-too-many-values = Bij { $word } staan te veel waarden.
cli-usage-conflict = { $word } en { $prior } kunnen niet samen.
cli-usage-missing = Dit ontbreekt nog: { $word }.
cli-usage-missing-command = Welke opdracht bedoelt u? Kies er een.
cli-usage-not-unicode = Een argument is geen leesbare tekst.
cli-usage-other = Deze opdracht is niet goed: { $word } { $value }
cli-usage-advice = Zie "loket --help", of --help achter de opdracht.
cli-no-server = Er is geen server ingesteld. Geef --server URL, zet LOKET_SERVER, of vul "server" in uw configuratie in. Wilt u eerst kijken? Probeer "loket demo"; voor opdrachten als deze: "loket demo --serve-only".
cli-no-token = U bent niet aangemeld bij { $server }: gebruik "loket login". Of vraag de beheerder om een token ("loket token create") en zet het in LOKET_TOKEN, of in een bestand dat u als "token_file" instelt.
cli-no-database = Welke database? Geef --database sqlite:BESTAND, of zet LOKET_DATABASE.
cli-secret-unreadable = Het bestand { $file } is niet te lezen: { $detail }
cli-secret-no-file = { $file } is geen bestand met een geheim.
cli-secret-open = Anderen kunnen { $file } lezen (rechten { $detail }). Maak het alleen leesbaar voor uzelf: chmod 600 { $file }
cli-store-failed = De database werkt niet mee: { $detail }
cli-system = Het systeem weigert: { $detail }
cli-not-written = De uitvoer kon niet worden geschreven: { $detail }
cli-file-not-written = { $file } kon niet worden geschreven: { $detail }
cli-file-unreadable = Het bestand is niet te lezen: { $detail }
cli-stdin = De standaardinvoer is niet te gebruiken: { $detail }
cli-json-syntax = Dit is geen geldige JSON: de fout staat op regel { $line }, teken { $column }.
cli-json-input = Dit is geldige JSON, maar niet wat hier hoort: { $detail }. Zie docs/api.md, "JSON on the command line".
cli-not-in-arguments = { $option }: deze tekst hoort niet in de opdracht, want die staat in de lijst van processen en in de geschiedenis van uw shell. Er is niets verstuurd. Geef "-" en stuur de tekst door een pijp, of typ haar daarna.
cli-typing = Typ de tekst. Ctrl+D op een lege regel sluit af, Ctrl+C breekt af.
cli-stdin-too-long = De standaardinvoer is te lang: hoogstens { $most } bytes.
cli-signal-contact-json-input = Het contactmoment als JSON ("with", "reached", "agreed", "callBackOn", "callBackAt", "corrects", "withdrawn"); - leest van de standaardinvoer
cli-cannot-listen = Op { $address } kan niet worden geluisterd: { $detail }
cli-demo-serving = De regel hieronder is voor een ander venster: zet die daar met "export" ervoor, dan werken de opdrachten van loket. Laat dit venster open; Ctrl+C stopt de demo.
cli-demo-invented = Dit is een demo: alle gegevens zijn verzonnen en verdwijnen bij het afsluiten.
cli-serving = De server luistert op http://{ $address }
cli-not-confirmed = Niet bevestigd. Geef dezelfde opdracht, met dezelfde invoer, nog eens met --key { $key }; dan telt zij niet dubbel.
cli-no-server-advice = Controleer het adres en uw netwerk. Blijft dit zo, vraag dan de beheerder of de server draait.
cli-not-a-number = "{ $given }" is geen nummer. Schrijf S-2026-00421, S-421 of 421.
cli-no-signal = Er is geen signaal { $number }, of het is niet voor u.
cli-unknown-municipality = De gemeente "{ $given }" is niet eenduidig bekend.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u { $near }?
}
cli-unknown-organisation = Er is geen instantie "{ $given }".{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u { $near }?
}
cli-held-by = Op naam van: { $name }
cli-claimed = { $number } is van u: { $title }
cli-released = { $number } is vrijgegeven: { $title }
cli-noted = De notitie staat bij { $number }: { $title }
cli-contact-kept = Het contactmoment staat bij { $number }: { $title }
cli-list-more = Er zijn meer dan { $limit }. Vraag er meer met --limit.
cli-list-none = Er zijn geen signalen die hieraan voldoen.
cli-wie-none = In het register staat niemand bij "{ $query }".
cli-wie-several = { $count } functionarissen passen even goed. Voeg een woord toe.
cli-wie-stale = Let op: deze vermelding is verouderd. Controleer of de gegevens nog kloppen.
cli-wie-mandate-ended = Let op: het mandaat van deze functionaris is verlopen.
cli-wie-entry-ended = Deze vermelding is vervallen: het nummer geldt niet meer. Zoek wie er nu is.
cli-wie-empty = Dit staat niet in het register.
cli-wie-forgiven = Let op: niemand heet precies “{ $query }”. Dit lijkt erop.
cli-wie-uncovered = Let op: dit mandaat dekt “{ $topic }” niet. Vraag naar de vervanger of de escalatie, of zoek met mandaat:{ $topic }.
cli-forced-wie-only = Met deze sleutel kunt u alleen opzoeken wie het mandaat heeft. Typ bijvoorbeeld: ssh loket@host wie cak
cli-forced-option = Met deze sleutel kunt u alleen --field, --json, --csv, --md en --lang gebruiken.
cli-login-cannot-keep = Een aanmelding kan hier niet worden bewaard: { $reason }
cli-login-token-wins = Er is een token ingesteld (LOKET_TOKEN of token_file), en dat gaat voor. Neem het weg om u aan te melden.
cli-login-not-kept = Met keep_sign_in = false blijft een aanmelding alleen in het geheugen: start loket en meld u daar aan.
cli-login-no-provider = { $server } heeft geen aanbieder om u bij aan te melden, en geen accounts met een wachtwoordzin. Vraag uw beheerder om een token.
cli-login-no-device = De aanbieder laat niet aanmelden met een code. Gebruik "loket login" op een computer met een browser.
cli-login-stopped = Afgebroken. U bent niet aangemeld.
cli-login-denied = De aanmelding is geweigerd.
cli-login-expired = De code is verlopen. Begin opnieuw met "loket login".
cli-login-done = U bent aangemeld bij { $server } als { $name } ({ $role }).
cli-login-not-renewed = De aanbieder laat dit niet verlengen: de aanmelding geldt tot { $time }.
cli-login-until = De aanmelding geldt tot { $time }.
cli-login-ask-name = Naam:
cli-login-ask-password = Wachtwoordzin (u ziet niet wat u typt):
cli-login-ask-code = Code van zes cijfers uit uw app:
cli-login-ask-secret = Instelgeheim (u ziet niet wat u typt):
cli-login-ask-new-password = Nieuwe wachtwoordzin (u ziet niet wat u typt):
cli-login-ask-again = Nog een keer:
cli-login-new-password = Kies een wachtwoordzin van minstens 12 tekens, bijvoorbeeld vier losse woorden.
cli-login-differs = Dat was niet twee keer hetzelfde.
cli-login-app = Neem dit op in een app voor codes (TOTP) op uw telefoon of in uw wachtwoordbeheerder:
cli-login-app-secret = Of typ dit geheim in de app: { $secret }
cli-ask-no-text = Dat is geen tekst.
cli-login-page = U bent aangemeld. U kunt dit venster sluiten en teruggaan naar loket.
cli-login-page-failed = U bent niet aangemeld. U kunt dit venster sluiten; in loket leest u waarom.
cli-login-meddled = De aanmelding is afgebroken: het adres op deze computer is door meer dan uw browser geopend. Begin opnieuw; gebeurt het weer, vraag uw beheerder.
cli-login-browser =
    Uw browser wordt geopend. Gebeurt er niets, open dan zelf:
    { $address }
    Hebt u op deze computer geen browser? Gebruik "loket login --device".
cli-login-no-browser =
    Hier kan geen browser worden geopend. Open op deze computer zelf:
    { $address }
    Of meld u aan met een code: "loket login --device".
cli-login-device-code =
    Open op uw werkplek: { $address }
    en voer deze code in:

        { $code }
cli-login-device-whole = Of open in één keer: { $whole }
cli-login-device-warning =
    Dit is voor loket op { $machine }. Voer nooit een code in die u niet zelf hebt aangevraagd:
    wie u zo'n code stuurt, wil met uw naam naar binnen.
    Wachten op goedkeuring. De code geldt tot { $time }.
cli-logout-signed-out = U bent afgemeld.
cli-logout-here-only = Op deze computer bent u afgemeld; de server hoorde het niet. Een sessie die daar nog loopt, kan uw beheerder beëindigen.
cli-logout-provider = De aanbieder hoorde het niet: wat hij uitgaf, verloopt vanzelf.
cli-logout-not-forgotten = Let op: het bestand met uw aanmelding kon niet worden gewist. Verwijder het zelf.
cli-logout-nothing = Van { $server } wordt hier niets bewaard.
cli-logout-drafts = Er is niets gewist: { $count } concepten of onbevestigde wijzigingen zouden verloren gaan. Open loket om ze af te maken, of gebruik --drafts-too.
cli-logout-done =
    Gewist wat deze machine van { $server } bewaarde.{ $token ->
        [none] {""}
       *[other] {" "}Het token staat nog in { $token }; wis dat bestand, of laat het token intrekken.
    }
cli-wie-nobody-covers = Niemand hier beslist over “{ $topic }”. Het dichtst daarbij: { $next }.
cli-token-must-expire = Een token voor een meldformulier moet verlopen: zet er --expires DAGEN bij.
cli-token-created = Account { $account }. Bewaar het token nu: het wordt niet nog eens getoond.
cli-token-revoked = De tokens zijn ingetrokken.
cli-token-none = Er was geen geldig token om in te trekken.
cli-account-added = Account { $account }. Geef { $name } dit instelgeheim nu: het wordt niet nog eens getoond en geldt 24 uur. Instellen gaat met "loket login --set-up".
cli-account-removed = { $name } kan zich niet meer aanmelden. Binnen 15 seconden eindigen de sessies.
cli-account-was-reset = Geef { $name } dit instelgeheim nu: het wordt niet nog eens getoond en geldt 24 uur. Binnen 15 seconden eindigen de sessies.
cli-account-unlocked = De mislukte aanmeldingen van { $name } zijn vergeten. Die van een adres blijven een kwartier tellen.
cli-account-unknown = Er is geen account met een wachtwoordzin dat { $name } heet.
cli-account-taken = Er is al een account dat { $name } heet.
cli-account-full = Er zijn al { $most } accounts met een wachtwoordzin, en meer kunnen er niet zijn. Gebruik een aanbieder: loket serve --identity BESTAND.
cli-account-of-people = Een meldformulier meldt zich niet aan. Maak er een token voor: loket token create.
cli-account-none = Er zijn geen accounts met een wachtwoordzin.
cli-account-column-name = Naam
cli-account-column-role = Rol
cli-account-column-organisation = Organisatie
cli-account-column-made = Gemaakt
cli-account-column-set-up = In te stellen tot
cli-account-column-account = Nummer
cli-session-revoked = De sessie is beëindigd. Binnen 15 seconden geldt zij nergens meer.
cli-session-none = Er is niemand aangemeld.
cli-session-column-name = Naam
cli-session-column-role = Rol
cli-session-column-organisation = Organisatie
cli-session-column-client = Programma
cli-session-column-from = Vanaf
cli-session-column-begun = Begonnen
cli-session-column-seen = Laatst gezien
cli-session-column-ended = Beëindigd
cli-session-column-id = Nummer
cli-identity-good = Geen fouten. Aanbieder: { $issuer }. Regels voor rollen: { $count }.
cli-identity-broken = De server start niet zolang er fouten staan in { $file }.
identity-broken = Dit is geen TOML: { $detail }.
identity-unknown-key = "{ $key }" bestaat hier niet.{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u "{ $near }"?
    }
identity-not-text = Bij "{ $key }" hoort tekst.
identity-not-list = Bij "{ $key }" hoort een lijst die niet leeg is.
identity-not-table = Bij "{ $key }" hoort een tabel.
identity-missing = Hier ontbreekt "{ $key }".
identity-issuer = "{ $given }" is geen adres van een aanbieder: het begint met https:// (http:// alleen op deze computer zelf) en heeft geen ? of #.
identity-no-client = Er is geen programma waarmee iemand kan aanmelden: vul device_client of browser_client in.
identity-no-role = Er is geen enkele [[role]]: zo komt niemand binnen.
identity-role = De rol "{ $given }" bestaat niet. Wel: { $known }.{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u "{ $near }"?
    }
identity-organisation = Er is geen organisatie met de code "{ $given }".{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u "{ $near }"?
    }
identity-algorithm = "{ $given }" is geen handtekening die mag gelden. Wel: { $known }.
cli-backup-made = De kopie staat in { $file }.
cli-backup-not-written = De reservekopie { $file } kan niet worden geschreven: { $why }
cli-backup-exists = { $file } bestaat al. Een kopie overschrijft nooit iets.
cli-backup-not-sqlite = loket db backup kopieert alleen een SQLite-bestand. PostgreSQL heeft eigen hulpmiddelen: pg_dump voor één bestand met deze database, pg_basebackup voor de hele server. Beide werken terwijl loket draait.
cli-restore-exists = { $file } bestaat al. Terugzetten overschrijft nooit iets: kies een nieuw bestand, en laat loket serve daarna dat bestand gebruiken.
cli-restore-not-sqlite = loket db restore zet alleen een SQLite-bestand terug. Zet PostgreSQL terug met zijn eigen hulpmiddelen (docs/backup.md) en draai daarna loket db restored.
cli-restored = Teruggezet in { $file }. Wie nog een nieuwere stand op het scherm heeft, haalt alles opnieuw op.
cli-named-anew = De database heeft een nieuw kenmerk: wie nog een nieuwere stand op het scherm heeft, haalt alles opnieuw op.
cli-db-is-up-to-date = De database is bij: { $wanted } stappen.
cli-db-would-migrate = De database heeft { $before } van { $wanted } stappen. loket db migrate doet de rest.
cli-db-migrated = De database is bijgewerkt: van { $before } naar { $wanted } stappen.
cli-db-not-empty = De database om naartoe te verhuizen is niet leeg: er staan regels in { $table }. Er is niets veranderd.
cli-db-differs = Na het overzetten klopt regel { $row } van { $table } niet met het origineel. Er is niets bewaard in de nieuwe database.
cli-db-copied = { $rows } regels overgezet, teruggelezen en gelijk bevonden. Laat loket serve nu de nieuwe database gebruiken.
cli-db-checked = { $signals } signalen, { $officers } functionarissen, { $audit } regels in het logboek: { $faults ->
    [0] alles klopt.
    [one] één fout.
   *[other] { $faults } fouten.
}
db-fault-file = Het bestand is beschadigd; SQLite meldt: { $subject }
db-fault-reference = { $count } { $count ->
    [one] regel verwijst
   *[other] regels verwijzen
} naar iets wat er niet is
db-fault-signal-without-document = { $count } { $count ->
    [one] signaal
   *[other] signalen
} zonder inhoud
db-fault-feed-signal = { $count } { $count ->
    [one] signaal ontbreekt
   *[other] signalen ontbreken
} in de wijzigingen die schermen ophalen
db-fault-feed-officer = { $count } { $count ->
    [one] functionaris ontbreekt
   *[other] functionarissen ontbreken
} in de wijzigingen die schermen ophalen
db-fault-feed-view = { $count } { $count ->
    [one] weergave ontbreekt
   *[other] weergaven ontbreken
} in de wijzigingen die schermen ophalen
db-fault-feed-deadline = { $count } { $count ->
    [one] termijn ontbreekt
   *[other] termijnen ontbreken
} in de wijzigingen die schermen ophalen
db-fault-feed-alarm = { $count } { $count ->
    [one] alarm ontbreekt
   *[other] alarmen ontbreken
} in de wijzigingen die schermen ophalen
db-fault-feed-meeting = { $count } { $count ->
    [one] vergadering ontbreekt
   *[other] vergaderingen ontbreken
} in de wijzigingen die schermen ophalen
db-fault-feed-agenda-item = { $count } { $count ->
    [one] agendapunt ontbreekt
   *[other] agendapunten ontbreken
} in de wijzigingen die schermen ophalen
db-fault-feed-lesson = { $count } { $count ->
    [one] leerpunt ontbreekt
   *[other] leerpunten ontbreken
} in de wijzigingen die schermen ophalen
db-fault-feed-series = { $count } { $count ->
    [one] reeks vergaderingen ontbreekt
   *[other] reeksen vergaderingen ontbreken
} in de wijzigingen die schermen ophalen
db-fault-item-without-meeting = { $count } { $count ->
    [one] agendapunt hoort
   *[other] agendapunten horen
} bij een vergadering die er niet is
db-fault-item-without-signal = { $count } { $count ->
    [one] agendapunt hoort
   *[other] agendapunten horen
} bij een signaal dat er niet is
db-fault-commitment-without-item = { $count } { $count ->
    [one] toezegging hoort
   *[other] toezeggingen horen
} bij een agendapunt of afspraak die er niet is
db-fault-counter-changes = { $count } { $count ->
    [one] wijziging staat
   *[other] wijzigingen staan
} voorbij de teller van wijzigingen
db-fault-sequence-twice = { $count } { $count ->
    [one] volgnummer is
   *[other] volgnummers zijn
} twee keer gegeven
db-fault-counter-signals = { $count } { $count ->
    [one] signaal heeft
   *[other] signalen hebben
} een nummer voorbij de teller
db-fault-key-without-outcome = { $count } { $count ->
    [one] verzoek is
   *[other] verzoeken zijn
} bewaard zonder uitkomst
db-fault-signal-document = Signaal { $subject }: de inhoud past niet bij de regel in de lijst
db-fault-officer-document = Functionaris { $subject }: de inhoud past niet bij de regel
db-fault-timeline = Tijdlijn van { $subject }: niet te lezen
db-fault-document = { $subject }: niet te lezen, of niet van deze regel
db-fault-audit-no-head = Logboek van { $subject }: er zijn regels, maar het slot van de keten ontbreekt
db-fault-audit-tail = Logboek van { $subject }: het einde is afgeknipt
db-fault-audit-missing = Logboek van { $subject }: hier ontbreekt een regel
db-fault-audit-changed = Logboek van { $subject }: deze regel is gewijzigd
db-fault-audit-head = Logboek van { $subject }: het slot past niet bij de laatste regel
cli-import-refused = Geweigerd: { $place }: { $reason }
cli-import-remark = Let op: { $place }: { $reason }
cli-import-column = { $place }, kolom { $column }
cli-import-masked = { $count ->
    [one] Eén burgerservicenummer is afgeschermd. Laat de afzender weten dat een BSN niet in een signaal hoort.
   *[other] { $count } burgerservicenummers zijn afgeschermd. Laat de afzender weten dat een BSN niet in een signaal hoort.
}
cli-import-done = { $created } nieuw, { $unchanged } ongewijzigd, { $refused } geweigerd
cli-import-ready = Proef: { $ready } klaar om in te voeren, { $refused } geweigerd. Er is niets verstuurd.
cli-import-again = De invoer is gestopt; { $left ->
    [one] 1 rij is niet bevestigd
   *[other] { $left } rijen zijn niet bevestigd
}. Geef dezelfde opdracht nog eens: wat er al in staat, verandert niet.
cli-import-done-updated = { $created } nieuw, { $updated } bijgewerkt, { $unchanged } ongewijzigd, { $refused } geweigerd
cli-import-no-case = Deze zaak is er niet. Geef het nummer van het signaal in zaak, of in kenmerk het kenmerk waaronder het is ingevoerd.
cli-import-stays-open = De toezegging staat er wel in, maar is nog open. Verbeter de rij en voer het bestand nog eens in.
cli-config-sound = De configuratie is in orde.
cli-man-written = De handleiding staat in { $folder }.
cli-access-public = iedereen
cli-access-signed-in = iedereen met een token
cli-origin-default = standaard
cli-reached = bereikt
cli-never = er was geen contact
cli-correction = correctie, {""}
cli-corrected = (gecorrigeerd) { $what }
cli-not-reached = niet bereikt
cli-call-back = terugbellen op { $day }
cli-entry-received = ontvangen
cli-entry-note = notitie
cli-entry-contact = contactmoment
cli-entry-change = wijziging
cli-entry-claim = op naam gezet
cli-entry-release = vrijgegeven
cli-entry-reveal = inzage in wat is afgeschermd
config-broken = Dit is geen geldige TOML: { $detail }. Het hele bestand telt niet mee.
config-unreadable = Het bestand is niet te lezen: { $detail }
config-unknown-key = De instelling "{ $key }" bestaat niet.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u "{ $near }"?
}
config-not-text = De instelling "{ $key }" moet tekst tussen aanhalingstekens zijn.
config-not-a-table = "{ $key }" moet een tabel zijn: [{ $key }].
config-variable = { $key } heeft een waarde die niet kan: "{ $value }".
cli-column-urgency = urgentie
cli-column-number = nummer
cli-column-received = ontvangen
cli-column-status = status
cli-column-hard-date = harde datum
cli-column-municipality = gemeente
cli-column-bodies = instanties
cli-column-owner = behandelaar
cli-column-title = titel
cli-column-channel = kanaal
cli-column-life-domains = leefgebieden
cli-column-reporter = melder
cli-column-household = huishouden
cli-column-source = kenmerk
cli-column-shielded = afgeschermd
cli-column-merged-into = opgegaan in
cli-shielded = { $fields } (--reveal toont het, wordt vastgelegd)
cli-column-threat = dreigt
cli-column-decision = besluit
cli-column-flag = let op
cli-column-call-back = terugbellen
cli-column-attachment = bijlage
cli-column-organisation = organisatie
cli-column-function = functie
cli-column-name = naam
cli-column-phone = telefoon
cli-column-mail = e-mail
cli-column-mandate = mandaat
cli-column-excludes = niet voor
cli-column-verified = geverifieerd
cli-column-why = reden
cli-column-id = kenmerk
cli-column-table = tabel
cli-column-rows = regels
cli-column-code = code
cli-column-account = account
cli-column-role = rol
cli-column-created = gemaakt
cli-column-expires = geldig tot
cli-column-revoked = ingetrokken
cli-column-method = methode
cli-column-path = pad
cli-column-roles = rollen
cli-column-purpose = doel
cli-column-audit = logboek
cli-column-key = instelling
cli-column-value = waarde
cli-column-origin = herkomst
cli-no-terminal = De interface heeft een terminal nodig, en invoer of uitvoer gaat nu naar een bestand of pijp. loket --plain leest en schrijft regels; voor scripts zijn er opdrachten, bijvoorbeeld: loket signal list --json.
cli-dumb-terminal = Deze terminal kan geen tekst plaatsen (TERM ontbreekt). Stel TERM in, bijvoorbeeld xterm-256color, of lees regels met loket --plain.
cli-unknown-theme = Er is geen thema { $name }.{ $near ->
        [none] {" "}Er zijn: { $names }.
       *[other] {" "}Bedoelt u { $near }?
    }
cli-unknown-keymap = Er is geen toetsenindeling { $name }.{ $near ->
        [none] {" "}Er zijn: { $names }.
       *[other] {" "}Bedoelt u { $near }?
    }

# loket term, loket holidays
cli-term = Reken een termijn uit, met uitleg, of controleer de termijnen van een eigen bestand
cli-term-trigger = De dag die de termijn in gang zet, zoals de bekendmaking; telt zelf niet mee
cli-term-length = Lengte: 6w, 42d, 3m, 1y of 3wd (werkdagen), of "6 weken"; met --rule mag zij weg
cli-term-rule = Regel: { $values }
cli-term-basis = Waarop de termijn rust: { $values } (statutory: de Algemene termijnenwet geldt)
cli-term-suspend = Stond stil: A..B (op B loopt de termijn weer) of "A t/m B"; mag vaker
cli-term-check = Controleer dit bestand (CSV; - leest standaardinvoer): kolommen aanvang, termijn, grondslag, opschortingen (met ; ertussen), einde
cli-term-after =
    Voorbeelden:
        loket term 10-10-2026 --rule awb-6-7
        loket term 2026-10-10 6w --suspend "2026-10-20 t/m 2026-10-25"
        loket term --check termijnen.csv

    Afsluitcode bij --check: 0 alles klopt, 1 een einde is fout, 65 een rij is niet te lezen.
cli-term-how-long = Hoe lang is de termijn? Geef een lengte ("6w"), of een regel: loket term { $day } --rule awb-6-7 (bezwaar). Alle regels: loket term --help.
cli-term-ends = Eindigt op { $on }.
cli-term-stood-still = Stond { $days } stil, loopt weer vanaf { $on }. Veilig eind: { $safe }.
cli-term-careful = Let op: { $text }
cli-term-remedy = Wat kan vóór het veilige eind: { $text }.
cli-term-source = Bron: { $text }
cli-term-wrong = Regel { $line }: het einde is niet { $given } maar { $right }.
cli-term-unread = Regel { $line }{ $column ->
    [none] {""}
   *[other] , kolom { $column }
}: { $reason }
cli-term-file = Het bestand: { $reason }
cli-term-checked = { $count ->
    [one] Eén rij gecontroleerd
   *[other] { $count } rijen gecontroleerd
}: { $wrong } met een fout einde, { $unread } niet te lezen{ $faults ->
    [0] {""}
    [one] {" "}(één fout)
   *[other] {" "}({ $faults } fouten)
}.
cli-term-nothing-checked = Er is geen rij om te controleren.
cli-holidays = Toon de feestdagen van een jaar volgens de Algemene termijnenwet
cli-holidays-year = Jaar, van 1900 tot en met 9999
cli-column-day = dag
cli-column-holiday = feestdag

## client

failure-problem = De server weigert het verzoek.
failure-problem-advice = Lees wat de server meldt en pas het verzoek aan.
failure-not-signed-in = De server { $server } kent deze aanmelding of dit token niet, of de geldigheid is verlopen.
failure-not-signed-in-advice = Meld u opnieuw aan. Gebruikt u een token: vraag de beheerder van deze server om een nieuw token (loket token create) en zet het in LOKET_TOKEN of in het tokenbestand uit uw configuratie.
failure-sign-in-over = Uw aanmelding bij { $server } is verlopen.
failure-sign-in-over-advice = Meld u opnieuw aan.
failure-session-ended = Uw sessie bij { $server } is beëindigd.
failure-session-ended-advice = Meld u opnieuw aan.
failure-no-role = U bent aangemeld, maar hebt geen rol bij { $server }.
failure-no-role-advice = Uw organisatie gaf u geen rol bij loket, of een organisatie die loket niet kent. Vraag uw beheerder.
failure-no-server = Geen verbinding met { $server }: { $cause }.
failure-no-server-advice = Controleer het adres en uw netwerk. Blijft dit zo, vraag dan de beheerder of de server draait. Wat u typt, blijft bewaard.
failure-wrong-server = Op { $server } antwoordt iets anders dan loket ({ $answer }).
failure-wrong-server-advice = Controleer het adres (--server of LOKET_SERVER). Een inlogpagina van het netwerk of een proxy kan ertussen zitten.
failure-other-version = De server { $server } spreekt versie { $theirs } van de koppeling; dit programma spreekt { $ours }.
failure-other-version-advice = Werk het programma bij, of vraag de beheerder de server bij te werken.
failure-cut = De verbinding met { $server } is verbroken voordat het antwoord compleet was.
failure-cut-advice = Probeer het opnieuw.
failure-cut-writing = De verbinding met { $server } is verbroken. Het is niet zeker of uw wijziging is opgeslagen.
failure-cut-writing-advice = Kijk of het is gedaan voordat u het nog eens doet. Nog eens opslaan in hetzelfde formulier telt niet dubbel.
failure-timed-out = De server { $server } antwoordt niet op tijd.
failure-timed-out-advice = Probeer het straks opnieuw. Blijft dit zo, meld het dan bij de beheerder.
failure-timed-out-writing = De server { $server } antwoordt niet op tijd. Het is niet zeker of uw wijziging is opgeslagen.
failure-timed-out-writing-advice = Kijk of het is gedaan voordat u het nog eens doet. Nog eens opslaan in hetzelfde formulier telt niet dubbel.
failure-held = Iets onderweg houdt de meldingen van { $server } op.
failure-held-advice = Wat u ziet, kan verouderd zijn; verversen haalt de nieuwste stand op. Meld het de beheerder: een proxy voor loket moet /v1/events meteen doorgeven (nginx: proxy_buffering off).
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

remedy-bezwaar = bezwaar maken (zo nodig pro forma)
remedy-beroep-officier-van-justitie = administratief beroep bij de officier van justitie
remedy-bezwaar-of-beroep = bezwaar of beroep, zoals het besluit aangeeft

# Termijnen: de uitleg van een datum.
term-day = { $weekday } { $day }
term-length-d = { $count ->
    [one] één dag
   *[other] { $count } dagen
}
term-length-w = { $count ->
    [one] één week
   *[other] { $count } weken
}
term-length-m = { $count ->
    [one] één maand
   *[other] { $count } maanden
}
term-length-y = { $count ->
    [one] één jaar
   *[other] { $count } jaar
}
term-length-wd = { $count ->
    [one] één werkdag
   *[other] { $count } werkdagen
}
term-step-begins = De dag zelf, { $day }, telt niet mee: de termijn begint op { $on }.
term-step-counted = Daarna { $length } geteld: { $on }.
term-step-month-ends = De maand heeft zo'n dag niet: de laatste dag van de maand telt, { $on }.
term-step-stood-still = Stilstand van { $from } t/m { $last }: { $days }. De telling loopt weer vanaf { $until } en eindigt dan op { $on }.
term-step-atw-excluded = De wet sluit de Algemene termijnenwet uit: een weekend of feestdag verschuift het einde niet.
term-step-atw-no-act = Geen wettelijke termijn: de Algemene termijnenwet geldt niet, een weekend of feestdag verschuift het einde niet.
term-step-atw-too-long = Langer dan negentig dagen, twaalf weken of drie maanden, of in jaren: Atw art. 4, een weekend of feestdag verschuift het einde niet.
term-step-atw-2 = Tot en met { $from } zijn er geen twee gewone dagen. Atw art. 2: het einde wordt { $on }.
term-step-atw-1 = Geen gewone dag: { $days }. Atw art. 1: het einde wordt { $on }.
term-step-ends = De laatste dag is { $on }; te laat vanaf { $after }.
term-step-safe-end = Zonder stilstand is de laatste dag { $on } (veilig eind).
term-uncertain-rule-to-confirm = Niet zeker: een jurist moet { $label } nog bevestigen.
term-uncertain-provisional = Voorlopig: welke dagen in { $year } bij besluit met een feestdag zijn gelijkgesteld, is hier niet bekend.
term-uncertain-no-effect = De opschorting van { $days } ligt buiten de termijn en verandert niets.
term-uncertain-no-margin = De opschorting van { $days } begint op de laatste dag: geen marge.
term-uncertain-legal-review = Juridische toets nodig: de opschorting van { $days } begint pas na de telling. Zij verschuift niets; ga uit van het veilige eind.
term-through = { $from } t/m { $last }
term-refused-unknown-rule = De regel "{ $value }" is er niet.
term-refused-not-in-force = { $label } gold niet op { $on }.{ $from ->
    [none] {""}
   *[other] {" "}De regel geldt vanaf { $from }.
}{ $to ->
    [none] {""}
   *[other] {" "}De regel gold t/m { $to }.
}
term-refused-gives-no-term = { $label } geeft zelf geen termijn. { $text }
term-refused-length-missing = Hoe lang is de termijn? Geef een lengte, zoals 6w, 42d, 3m, 1y of 3wd, of "6 weken".
term-refused-other-length = { $label } geeft { $most ->
    [yes] hoogstens {""}
   *[no] {""}
}{ $right }, niet { $asked }.
term-refused-out-of-range = { $on } ligt buiten de jaren 1900 tot en met 9999.
term-refused-end-out-of-range = Het einde zou na het jaar 9999 liggen.
term-refused-suspended-working-days = Een termijn in werkdagen kan niet worden opgeschort.
term-input-day = "{ $value }" is geen dag van de kalender. Schrijf 2026-10-10 of 10-10-2026; het jaar ligt tussen 1900 en 9999.
term-input-length = "{ $value }" is geen lengte. Schrijf bijvoorbeeld 6 weken, 42 dagen, 3 maanden, 1 jaar of 3 werkdagen; kort: 6w, 42d, 3m, 1y, 3wd.
term-input-length-zero = Een termijn duurt ten minste één dag.
term-input-length-most = Een termijn heeft een getal van hoogstens { $most }.
term-input-suspension = "{ $value }" is geen opschorting. Schrijf 2026-09-15..2026-10-13 (de laatste dag loopt de termijn weer) of "15-09-2026 t/m 12-10-2026".
term-input-suspension-backwards = De opschorting eindigt voor zij begint: vanaf { $from }, weer lopend op { $until }.
free-day-6 = zaterdag
free-day-7 = zondag
holiday-nieuwjaarsdag = Nieuwjaarsdag
holiday-goede-vrijdag = Goede Vrijdag
holiday-tweede-paasdag = tweede paasdag
holiday-koningsdag = Koningsdag
holiday-bevrijdingsdag = Bevrijdingsdag
holiday-hemelvaartsdag = Hemelvaartsdag
holiday-tweede-pinksterdag = tweede pinksterdag
holiday-eerste-kerstdag = eerste kerstdag
holiday-tweede-kerstdag = tweede kerstdag
holiday-gelijkgesteld = gelijkgesteld bij besluit
remedy-beroep = beroep instellen bij de rechtbank
remedy-toelichten = uitleggen waarom het te laat is
remedy-ingebrekestelling = het bestuursorgaan schriftelijk in gebreke stellen
remedy-aanvullen = aanvullen wat ontbreekt, of op tijd om uitstel vragen
remedy-betalingsregeling = om uitstel of een betalingsregeling vragen
remedy-voorlopige-voorziening = de rechter om een voorlopige voorziening vragen
remedy-gemeente-aanspreken = de gemeente aan de termijn houden
remedy-schuldregeling = voor het einde een regeling met de schuldeisers treffen
remedy-afspraak-maken = een nieuwe afspraak maken en vastleggen
rule-awb-6-7 = Bezwaar maken kan tot zes weken na de bekendmaking van het besluit.
rule-awb-6-7-beroep = Beroep instellen kan tot zes weken na de bekendmaking van het besluit.
rule-awb-6-9-2 = Per post is op tijd wat voor het einde is gepost en binnen een week na het einde is ontvangen.
rule-awb-6-6 = Na een verzoek om het bezwaar te herstellen staat de beslistermijn stil, tot het hersteld is of de gestelde termijn voorbij is.
rule-awb-6-11 = Te laat bezwaar wordt toch behandeld als het te laat zijn niet te verwijten is.
rule-awb-6-12 = Tegen het uitblijven van een besluit is beroep niet aan een termijn gebonden, na een ingebrekestelling; onredelijk laat mag het niet zijn.
rule-awb-6-16 = Bezwaar of beroep schort de werking van het besluit niet op. Daarvoor is een time-out of een voorlopige voorziening nodig.
rule-awb-7-10 = De beslissing op bezwaar komt binnen zes weken na de dag waarop de bezwaartermijn eindigde.
rule-awb-7-10-commissie = Met een adviescommissie komt de beslissing op bezwaar binnen twaalf weken na de dag waarop de bezwaartermijn eindigde.
rule-awb-7-10-3 = De beslissing op bezwaar kan ten hoogste zes weken worden verdaagd.
rule-awb-4-13 = Op een aanvraag volgt het besluit binnen een redelijke termijn, in ieder geval binnen acht weken na ontvangst.
rule-awb-4-15 = Na een verzoek om aanvulling met een termijn staat de beslistermijn stil, vanaf de dag na het verzoek tot de aanvraag is aangevuld of de gestelde termijn ongebruikt voorbij is. Een verzoek zonder termijn schort niets op.
rule-awb-4-17 = De dwangsom bij te laat beslissen loopt ten hoogste 42 dagen, vanaf de dag na de twee weken die op de ingebrekestelling volgen.
rule-awb-8-81 = Een voorlopige voorziening kan gevraagd worden zolang bezwaar of beroep loopt; er is geen termijn voor.
rule-awr-22j = Bezwaar tegen een aanslag kan tot zes weken na de dagtekening, of na de bekendmaking als die later is.
rule-vw-69 = Bezwaar of beroep in vreemdelingenzaken kan meestal tot vier weken na de bekendmaking; sinds 12 juni 2026 is het in sommige zaken één week.
rule-vw-69-week = In sommige vreemdelingenzaken kan bezwaar of beroep sinds 12 juni 2026 maar tot één week na de bekendmaking.
rule-wahv-6 = Administratief beroep tegen een verkeersboete kan tot zes weken na de bekendmaking.
rule-awir-28 = Een terugvordering van toeslagen moet binnen zes weken na de dagtekening zijn betaald.
rule-awir-28-oud = In oudere versies van de wet was de betaaltermijn voor toeslagen twee maanden na de dagtekening.
rule-iw-9 = Een belastingaanslag moet binnen zes weken na de dagtekening zijn betaald.
rule-iw-9-naheffing = Een naheffingsaanslag moet binnen veertien dagen na de dagtekening zijn betaald.
rule-wgs-4 = Wie om hulp bij schulden vraagt, heeft binnen vier weken een eerste gesprek.
rule-wgs-4-dreigend = Bij een dreigende situatie is het eerste gesprek binnen drie werkdagen.
rule-wgs-5 = Een breed moratorium duurt ten hoogste zes maanden.
rule-uwv-bezwaar = Hoe lang het UWV over een bezwaar mag doen, verschilt per wet. Kijk in het besluit en geef die lengte zelf op.
rule-wettelijk = Een termijn uit een wet of een algemene maatregel van bestuur.
rule-afspraak = Een termijn die is afgesproken of toegezegd; geen wet verschuift het einde.
rule-intern = Een termijn van de eigen organisatie; geen wet verschuift het einde.

## tui

key-space = spatie
tab-signals = Signalen
tab-register = Register
demo-mark = demo
link-connecting = verbinden…
link-live = live
link-lost = geen verbinding, { $age } oud
link-lost-short = { $age } oud
age-seconds = { $count } s
age-minutes = { $count } min
age-hours = { $count } u
age-days = { $count } d
days-today = vandaag
days-ahead = 
    { $days ->
        [one] morgen
       *[other] over { $days } dagen
    }
days-ago = 
    { $days ->
        [one] gisteren
       *[other] { $days } dagen geleden
    }
too-small = Het venster is te klein: { $width } bij { $height } tekens. Er is { $w } bij { $h } nodig. Maak het venster groter, of kies een kleinere letter.
view-open = Open
view-mine = Van mij
view-free = Nog vrij
view-all = Alle
view-open-letter = o
view-mine-letter = m
view-free-letter = v
view-all-letter = a
sort-hard-date = vroegste datum, dan urgentie
sort-urgency = op urgentie
sort-received = nieuwste eerst
sort-number = op nummer
sort-municipality = op gemeente
sort-owner = op behandelaar
urgency-crisis-letter = c
urgency-crisis-note = de hoogste
urgency-high-letter = h
urgency-normal-letter = n
urgency-low-letter = l
status-received-letter = o
status-triage-letter = t
status-waiting-letter = w
status-in_progress-letter = b
status-with_body-letter = i
status-agreed-letter = a
status-aftercare-letter = z
status-closed-letter = s
status-referred-letter = d
status-out_of_scope-letter = n
status-withdrawn-letter = g
choose-urgency = Urgentie
choose-status = Status
choose-view = Weergave
choose-sort = Volgorde
choose-copy = Wat wilt u kopiëren?
copy-phone = telefoon
copy-phone-letter = t
copy-mail = e-mail
copy-mail-letter = m
copy-name = naam
copy-name-letter = n
copy-direct-phone = telefoon direct
copy-direct-phone-letter = d
copy-direct-mail = e-mail direct
copy-direct-mail-letter = e
count-all = 
    { $count ->
        [one] 1 signaal
       *[other] { $count } signalen
    }
count-of = { $count } van { $all }
count-marked = { $count } gemarkeerd
head-urgency = Urgentie
head-number = Nummer
head-received = Binnen
head-title = Onderwerp
head-present = aanwezig
head-municipality = Gemeente
head-bodies = Instanties
head-date = Harde datum
head-days = Nog
head-owner = Bij
head-name = Naam
head-organisation = Organisatie
head-function = Functie
head-mandate = Mandaat
head-verified = Gecontroleerd
group-overdue = Verlopen
group-today = Vandaag en morgen
group-week = Deze week
group-next-week = Volgende week
group-later = Later
group-closed = Gesloten
group-none = Zonder harde datum
sidebar-views = Weergaven
sidebar-urgency = Urgentie
sidebar-weeks = Harde datums
sidebar-overdue = verlopen
sidebar-week = week { $week }
loading-signals = De signalen worden opgehaald bij { $server }.
empty-filter = Geen signalen met “{ $filter }”.
empty-filter-advice = { $key } wist het filter. Zoek op woorden uit het onderwerp, op nummer, of op een veld: gemeente:breda, instantie:uwv, urgentie:crisis, behandelaar:ik. Een min ervoor sluit uit: -status:wacht.
empty-open = Er zijn geen open signalen.
empty-mine = Er staan geen signalen op uw naam.
empty-free = Er is geen open signaal dat nog vrij is.
empty-all = Er zijn nog geen signalen.
empty-advice = { $new } legt een telefonische melding vast. { $view } kiest een andere weergave.
record-version = versie { $version }
reading = Het signaal wordt opgehaald…
gone-signal = Dit signaal is er niet meer, of u mag het niet meer zien.
fact-status = Status
fact-urgency = Urgentie
fact-municipality = Gemeente
fact-bodies = Instanties
fact-owner = Behandelaar
fact-present = Aanwezig
owner-free = nog vrij
owner-until = { $name }, tot { $time }
owner-until-theirs = schuift op zolang daar aan wordt gewerkt; na een kwartier zonder is het weer vrij
owner-until-yours = schuift op zolang u eraan werkt; na een kwartier zonder is het weer vrij
present-looks = { $name } kijkt sinds { $time }
present-edits = { $name } bewerkt sinds { $time }
present-own-looks = u kijkt ook elders, sinds { $time }
present-own-edits = u bewerkt ook elders, sinds { $time }
present-row-looks = kijkt: { $who }
present-row-edits = bewerkt: { $who }
present-row-own = { $who } elders
present-you = u
present-edits-too = { $name } bewerkt dit signaal ook, sinds { $time }. Stem af wie wat doet.
fact-hard-date = Harde datum
fact-safe-end = Veilig eind
fact-decision = Besluit
decision-announced = bekendgemaakt { $day }
decision-dated = dagtekening { $day }
fact-call-back = Terugbellen
fact-next-step = Vervolgstap
fact-reporter = Melder
fact-reach = Bereikbaar
fact-received = Binnen
fact-flag = Let op
fact-domains = Leefgebieden
fact-source = Kenmerk
fact-household = Huishouden
shield-hint = { $key } toont { $seconds } s, wordt vastgelegd
shield-hint-plain = (typ { $key } om het te lezen; dat wordt vastgelegd)
shield-left = nog{ "\u00A0" }{ $seconds }{ "\u00A0" }s
shield-copies = { $key } kopieert, wordt vastgelegd
shield-plain = afgeschermd
shielded-reporter-phone = telefoon van de melder
shielded-reporter-mail = e-mail van de melder
shielded-source-reference = kenmerk van de afzender
shielded-household = kenmerk van het huishouden
hard-date-objection = bezwaar, { $article }
hard-date-moratorium = einde moratorium, { $by }
hard-date-commitment = toezegging: { $what }
uncertain = onzeker
section-stalemate = Patstelling
section-account = Toelichting
section-positions = Standpunten
section-tried = Al geprobeerd
section-dates = Harde datums
section-decisions = Besluiten
section-desired = Gewenst resultaat
section-attachments = Bijlagen (niet bewaard, alleen genoemd)
section-plan = Plan
section-grounds = Grond voor delen
section-documents = Documenten
section-outcome = Uitkomst
plan-late = te laat
plan-done = gedaan { $day }
ground-until = tot en met { $day }
outcome-room = Benutte ruimte: { $room }
outcome-budget = Besteed budget: € { $euros }
section-timeline = Tijdlijn
entry-reached = Gebeld met { $with ->
    [melder] de melder
   *[other] { $with }
}, bereikt.
entry-not-reached = { $with ->
    [melder] De melder
   *[other] { $with }
} gebeld, niet bereikt.
entry-never = Er was geen contact met { $with ->
    [melder] de melder
   *[other] { $with }
}.
entry-correction = Correctie: { $what }
entry-corrected = (gecorrigeerd) { $what }
entry-call-back = Terugbellen { $date }.
day-at = { $day } om { $time }
contact-lapses = Bereikt, dus na opslaan vervalt: terugbellen { $calls }.
contact-lapses-moved = De nieuwe dag komt in de plaats van: terugbellen { $calls }.
contact-lapses-corrected = Na deze correctie vervalt: terugbellen { $calls }.
contact-lapses-more = { $calls } en nog { $count }
contact-corrected-by = Klopt iets niet? { $key }.
call-backs-gone = Vervallen: terugbellen { $calls }.
call-backs-stand = Nog terug te bellen: { $calls }.
call-back-of-nobody = Niemand heeft dit signaal: { $key } zet het op uw naam, en dit gesprek op uw lijst.
call-back-of-other = { $name } heeft dit signaal, dus dit gesprek staat niet op uw lijst: { $key } neemt het over.
entry-received = signaal ontvangen
entry-claim = op naam van { $person } gezet
entry-taken-over = overgenomen van { $name }
entry-taken-over-because = overgenomen van { $name }: { $reason }
entry-release = vrijgegeven
entry-reveal = bekeek { $fields }
entry-changed = gewijzigd: { $field }

## tijdlijn: wat er gebeurde met wat bij het signaal hoort
entry-was = { "" }, was { $value }
entry-ending = { "" } ({ $value })
entry-works-again = { "" }; het besluit werkt weer vanaf { $value }
entry-why = { "" }; reden: { $value }
entry-time-out-proposed-start-time-out = time-out voorgesteld ({ $label }): opgeschort t/m { $day }
entry-time-out-proposed-extend-time-out = verlenging van de time-out voorgesteld ({ $label }): t/m { $day }
entry-time-out-proposed-resume-time-out = hervatting voorgesteld ({ $label }): het besluit werkt weer vanaf { $day }
entry-time-out-proposed-end-time-out = einde van de time-out voorgesteld ({ $label }): niet meer opgeschort vanaf { $day }
entry-time-out-emergency-started = time-out in nood ingegaan door één persoon ({ $label }): t/m { $day }, tenzij een ander bevestigt
entry-time-out-confirmed-start-time-out = time-out bevestigd ({ $label }): opgeschort t/m { $day }
entry-time-out-confirmed-extend-time-out = time-out verlengd ({ $label }): opgeschort t/m { $day }
entry-time-out-confirmed-resume-time-out = time-out hervat ({ $label }): het besluit werkt weer vanaf { $day }
entry-time-out-confirmed-end-time-out = time-out beëindigd ({ $label }): niet meer opgeschort vanaf { $day }
entry-time-out-rejected = voorstel over de time-out afgewezen ({ $label }): { $action }
entry-time-out-withdrawn = voorstel over de time-out ingetrokken ({ $label }): { $action }
entry-time-out-expired = voorstel over de time-out vervallen, niemand bevestigde het op tijd ({ $label }): { $action }
entry-time-out-lapsed = time-out verlopen ({ $label }): het besluit werkt weer vanaf { $day }
entry-time-out-told-body = time-out gemeld aan de instantie ({ $label }), op { $day }
entry-time-out-body-confirmed = time-out bevestigd door de instantie ({ $label }), op { $day }

## moratoria, overbruggingen, toezeggingen
fault-arrangement-closed = Dit is al afgesloten. Heropen het eerst.
fault-arrangement-open = Dit is niet afgesloten: er valt niets te heropenen.
fault-outside-moratorium = De eerste dag zonder het moratorium ligt tussen { $value }.
fault-before-start = Dit kan niet vóór { $value } zijn gebeurd: toen begon het of werd het toegezegd.
fault-not-as-counted = De lengte geeft een andere dag: { $value }.
fault-no-such-length = Deze lengte geeft geen dag. Gebruik bijvoorbeeld 3w, 10d, 2m of 5wd.
arrangement-warning-moratorium-too-long = Een breed moratorium duurt hoogstens zes maanden (Wgs 5): t/m { $day }. Kijk de datums na in de beschikking.
arrangement-warning-bridging-not-agreed = Er staat niet bij dat de partijen akkoord zijn: een overbrugging is een afspraak.
arrangement-warning-bridging-not-available = Nog niet ingevuld is bij wie de zorg beschikbaar is.
arrangement-warning-bridging-nobody-pays = Er staat niet bij wie voorlopig betaalt.
arrangement-warning-day-off = { $day } is geen werkdag. Een afspraak schuift niet vanzelf door.
arrangement-state-moratorium-coming = begint nog
arrangement-state-moratorium-open = loopt
arrangement-state-moratorium-passed = verlopen
arrangement-state-moratorium-ended = beëindigd
arrangement-state-bridging-coming = begint nog
arrangement-state-bridging-open = loopt
arrangement-state-bridging-late = te laat
arrangement-state-bridging-settled = verrekend
arrangement-state-commitment-open = open
arrangement-state-commitment-late = te laat
arrangement-state-commitment-kept = nagekomen
arrangement-state-commitment-cancelled = vervallen
moratorium-kind-breed-moratorium = breed moratorium
moratorium-kind-fw-287b = moratorium Fw 287b
moratorium-kind-herstel-toeslagen = herstel toeslagen
payer-wmo = Wmo
payer-jeugdwet = Jeugdwet
payer-wlz = Wlz
payer-zvw = Zvw
payer-forensisch = forensisch
moratorium-field-kind = soort
moratorium-field-setBy = ingesteld door
moratorium-field-decidedOn = datum van de beslissing
moratorium-field-firstDay = eerste dag
moratorium-field-lastDay = laatste dag
moratorium-field-creditors = schuldeisers
moratorium-field-conditions = voorwaarden
bridging-field-care = zorg
bridging-field-availableAt = beschikbaar bij
bridging-field-agreedOn = akkoord op
bridging-field-provisionalPayer = betaalt voorlopig
bridging-field-candidatePayers = mogelijke betalers
bridging-field-startsOn = eerste dag
bridging-field-settleBy = verrekenen voor
commitment-field-text = tekst
commitment-field-organisation = instantie
commitment-field-person = wie
commitment-field-to = aan wie
commitment-field-source = bron
commitment-field-due = dag
commitment-field-evidence = bewijs
entry-moratorium-recorded = moratorium vastgelegd ({ $label }): t/m { $day }
entry-moratorium-corrected = moratorium gecorrigeerd ({ $label }; { $fields }): t/m { $day }
entry-moratorium-ended = moratorium beëindigd ({ $label }): niet meer vanaf { $day }
entry-moratorium-reopened = moratorium heropend ({ $label }): t/m { $day }
entry-bridging-recorded = overbrugging vastgelegd ({ $label }): verrekenen t/m { $day }
entry-bridging-corrected = overbrugging gecorrigeerd ({ $label }; { $fields }): verrekenen t/m { $day }
entry-bridging-settled = overbrugging verrekend ({ $label }), op { $day }
entry-bridging-reopened = overbrugging heropend ({ $label }): verrekenen t/m { $day }
entry-commitment-recorded = toezegging vastgelegd ({ $label }): t/m { $day }
entry-commitment-corrected = toezegging gecorrigeerd ({ $label }; { $fields }): t/m { $day }
entry-commitment-kept = toezegging nagekomen ({ $label }), op { $day }
entry-commitment-cancelled = toezegging vervallen ({ $label }), per { $day }
entry-commitment-reopened = toezegging heropend ({ $label }): t/m { $day }
entry-settlement = { "" }; afspraak: { $value }
entry-evidence = { "" }; bewijs: { $value }

## moratoria, overbruggingen, toezeggingen: formulieren en opdrachten
scope-arrangement = Moratorium, overbrugging, toezegging
scope-arrangement-short = afspraken
command-arrangement-moratorium = moratorium
command-arrangement-moratorium-help = Leg een moratorium vast dat een rechter of een wet heeft ingesteld.
command-arrangement-moratorium-also = schuldeisers schorsing breed moratorium fw 287b toeslagen vastleggen nieuw registreren
command-arrangement-bridging = overbrugging
command-arrangement-bridging-help = Leg een overbrugging vast: zorg die nu begint, wie betaalt komt later.
command-arrangement-bridging-also = zorg voorlopig betalen wmo wlz zvw jeugdwet vastleggen nieuw afspreken
command-arrangement-commitment = toezegging bij zaak
command-arrangement-commitment-help = Leg vast wat een instantie heeft toegezegd, en wanneer het klaar moet zijn. Uit een lijst (.csv): loket commitment import BESTAND.
command-arrangement-commitment-also = belofte afspraak instantie beloofd vastleggen nieuw let
command-arrangement-correct = corrigeren
command-arrangement-correct-help = Corrigeer wat over een moratorium, overbrugging of toezegging is vastgelegd.
command-arrangement-correct-also = wijzigen aanpassen verbeteren fout bewerken bron
command-arrangement-new-due-day = andere dag
command-arrangement-new-due-day-help = Geef een toezegging een andere dag, met de reden.
command-arrangement-new-due-day-also = uitstel verzetten nieuwe datum later toezegging
command-arrangement-kept = nagekomen
command-arrangement-kept-help = Leg vast dat een toezegging is nagekomen, en waaruit dat blijkt.
command-arrangement-kept-also = gedaan klaar bewijs afgerond toezegging
command-arrangement-lapsed = vervallen
command-arrangement-lapsed-help = Leg vast dat een toezegging niet meer hoeft, met de reden.
command-arrangement-lapsed-also = niet meer nodig intrekken toezegging laten vervallen
command-arrangement-settled = verrekend
command-arrangement-settled-help = Leg vast dat is verrekend wie een overbrugging betaalt.
command-arrangement-settled-also = betaler overbrugging afgerond verrekenen eindigen
command-arrangement-end-moratorium = moratorium eindigt
command-arrangement-end-moratorium-help = Leg vast dat een moratorium eerder ophield, of sluit een verlopen moratorium af.
command-arrangement-end-moratorium-also = beëindigen beeindigen stoppen afsluiten schuldeisers
command-arrangement-reopen = heropenen
command-arrangement-reopen-help = Heropen wat bij vergissing is afgesloten.
command-arrangement-reopen-also = terug ongedaan vergissing weer open
form-title-record-moratorium = Moratorium vastleggen
form-title-record-bridging = Overbrugging vastleggen
form-title-record-commitment = Toezegging vastleggen
form-title-correct-moratorium = Moratorium corrigeren
form-title-correct-bridging = Overbrugging corrigeren
form-title-correct-commitment = Toezegging corrigeren
form-title-reopen-moratorium = Moratorium heropenen
form-title-reopen-bridging = Overbrugging heropenen
form-title-reopen-commitment = Toezegging heropenen
form-title-new-day = Toezegging: andere dag
form-title-end-moratorium = Moratorium beëindigen
form-title-settle = Overbrugging verrekenen
form-title-keep = Toezegging nagekomen
form-title-lapse = Toezegging vervallen
form-moratorium-kind = Soort
form-moratorium-by = Rechter/wet
form-moratorium-by-hint = De rechtbank of de wet. Geen namen van burgers, geen BSN.
form-moratorium-decided-on = Beslist op
form-moratorium-first-day = Eerste dag
form-moratorium-last-day = T/m
form-moratorium-creditors = Schuldeisers
form-moratorium-creditors-hint = Zet een puntkomma tussen twee schuldeisers.
form-moratorium-conditions = Voorwaarden
form-bridging-care = Zorg
form-bridging-care-hint = Welke zorg nodig is. Geen namen van burgers, geen BSN.
form-bridging-at = Beschikbaar
form-bridging-at-hint = Bij wie de zorg beschikbaar is; leeg: nog nergens.
form-bridging-agreed-on = Akkoord op
form-bridging-agreed-on-hint = De dag waarop de partijen akkoord waren; leeg: nog niet.
form-bridging-payer = Betaalt nu
form-bridging-candidates = Kan betalen
form-bridging-candidates-hint = wmo, jeugdwet, wlz, zvw, forensisch; met een komma ertussen.
form-bridging-starts-on = Zorg vanaf
form-bridging-settle-by = Verreken t/m
form-bridging-settlement = Uitkomst
form-bridging-settlement-hint = Wie wat betaalt. Geen namen van burgers, geen BSN.
form-commitment-text = Toezegging
form-commitment-text-hint = Wat is toegezegd. Geen namen van burgers, geen BSN.
form-commitment-body = Instantie
form-commitment-person = Wie daar
form-commitment-person-hint = Liefst een functie, geen naam.
form-commitment-to = Aan wie
form-commitment-to-hint = Liefst een functie, geen naam.
form-commitment-called-on = Gebeld op
form-commitment-called-on-hint = De dag van het gesprek waarin het is toegezegd; leeg: niet bekend.
form-commitment-due = Uiterlijk t/m
form-commitment-due-hint = Deze dag is een afspraak: geen wet schuift hem op.
form-commitment-evidence = Bewijs
form-arrangement-evidence = Bewijs
form-arrangement-evidence-hint = Waaruit het blijkt. Mag leeg blijven.
form-arrangement-reason = Reden
form-arrangement-reason-hint = Geen namen van burgers, geen BSN.
form-arrangement-on = Op
form-arrangement-from = Niet meer per
form-arrangement-from-hint = De eerste dag zonder het moratorium; hoogstens de dag na de laatste dag.
form-choice-breed-moratorium = breed (Wgs 5)
form-choice-fw-287b = Fw 287b
form-choice-herstel-toeslagen = herstel toeslagen
form-several = "{ $what }" zijn de mogelijkheden. Zet er een komma tussen.
choose-arrangement = Om welke gaat het?
close-end = Beëindigen
close-end-letter = b
close-end-says = Vanaf { $day } is er geen { $what } meer.
close-settle = Verrekend
close-settle-letter = v
close-settle-says = De { $what } is verrekend op { $day }.
close-keep = Nagekomen
close-keep-letter = n
close-keep-says = De { $what } is nagekomen op { $day }.
close-lapse = Vervallen
close-lapse-letter = v
close-lapse-says = De { $what } is vervallen per { $day }.
close-leaves-board = De termijn gaat van het bord en loket waarschuwt er niet meer voor. Een vergissing is te heropenen.
done-arrangement-record = { $number }: { $what } vastgelegd, t/m { $day }.
done-arrangement-correct = { $number }: { $what } bijgewerkt, t/m { $day }.
done-arrangement-end = { $number }: { $what } beëindigd, niet meer per { $day }.
done-arrangement-settle = { $number }: { $what } verrekend op { $day }.
done-arrangement-keep = { $number }: { $what } nagekomen op { $day }.
done-arrangement-lapse = { $number }: { $what } vervallen per { $day }.
done-arrangement-reopen = { $number }: { $what } heropend, t/m { $day }.
why-no-arrangement = Hier staat geen open moratorium, overbrugging of toezegging.
why-no-moratorium = Hier staat geen open moratorium.
why-no-bridging = Hier staat geen open overbrugging.
why-no-commitment = Hier staat geen open toezegging.
why-none-closed = Bij dit signaal is niets afgesloten dat u kunt heropenen.
clock-fact-stands = Stand
clock-fact-who = Wie mag wat
clock-since-moratorium = vanaf { $day }
clock-since-bridging = zorg vanaf { $day }
clock-since-commitment = toegezegd { $day }
clock-recorded = vastgelegd door { $name } op { $day }
section-recorded = Vastgelegd
section-moves-arrangement = Historie
arrangement-verb-change = corrigeren
arrangement-verb-end = beëindigen
arrangement-verb-settle = verrekenen
arrangement-verb-keep = nagekomen
arrangement-verb-lapse = vervallen
arrangement-verb-reopen = heropenen
arrangement-step-set = Ingesteld door { $by }.
arrangement-step-set-on = Ingesteld door { $by } op { $day }.
arrangement-step-moratorium-given = De laatste dag { $day } staat in de beslissing of in de wet; loket rekent hem niet uit.
arrangement-step-moratorium-most = Een breed moratorium duurt hoogstens zes maanden (Wgs 5): t/m { $day }.
arrangement-step-bridging-agreed = De partijen waren akkoord op { $day }.
arrangement-step-bridging-given = De dag { $day } is afgesproken; geen wet bepaalt hem en hij schuift niet op.
arrangement-step-commitment-called = Toegezegd in een telefoongesprek op { $day }.
arrangement-step-commitment-given = De dag { $day } is zo toegezegd; geen wet bepaalt hem en hij schuift niet op.
arrangement-advice-moratorium = Het loket kan een moratorium niet verlengen. Spreek vóór de laatste dag af wat de schuldeisers daarna tegenhoudt.
arrangement-advice-bridging = Spreek vóór deze dag af wie betaalt, en leg de uitkomst vast.
arrangement-advice-commitment = Vraag de instantie vóór deze dag of het gedaan is, en leg vast waaruit dat blijkt.
arrangement-advice-moratorium-over = Het moratorium is voorbij. Ga na wat de schuldeisers nu tegenhoudt, en sluit het af.
arrangement-advice-bridging-over = De dag is voorbij. Spreek alsnog af wie betaalt, en leg de uitkomst vast.
arrangement-advice-commitment-over = De dag is voorbij. Bel de instantie; leg vast dat het gedaan is, of een andere dag met de reden.
arrangement-who-moratorium = Instellen en verlengen doet alleen een rechter, of de wet. Het loket legt vast, corrigeert en sluit af.
arrangement-who-bridging = Wie betaalt spreken de partijen af. Het loket legt vast, corrigeert en sluit af.
arrangement-who-commitment = Nakomen doet de instantie. Het loket en de secretaris van het LET leggen vast, corrigeren en sluiten af.
cli-commitment-change-no-source = Er is geen bron bekend: wis de dag van het telefoongesprek
cli-arrangement-column-move = Historie

## de opdrachten moratorium, bridging en commitment
cli-moratorium = Moratoria die een rechter of een wet instelde: vastgelegd, gecorrigeerd, eerder beëindigd
cli-moratorium-list = Toon de open moratoria, op laatste dag
cli-moratorium-list-all = Ook die zijn afgesloten
cli-moratorium-list-until = Alleen die met een laatste dag op of voor deze dag
cli-moratorium-list-signal = Alleen die van dit signaal
cli-moratorium-list-limit = Hoogstens zoveel (op het scherm 200, in een bestand of JSON alle)
cli-moratorium-show = Toon het moratorium met alles wat is vastgelegd; het lezen wordt vastgelegd
cli-moratorium-show-which = Kenmerk van het moratorium, of het nummer van een signaal met één open
cli-moratorium-reopen = Heropen het moratorium: afgesloten bij vergissing
cli-moratorium-reopen-which = Kenmerk van het moratorium, of het nummer van een signaal met één open
cli-moratorium-reopen-reason = Waarom; geen tekst over een huishouden
cli-moratorium-add = Leg het moratorium vast bij een signaal
cli-moratorium-add-number = Nummer van het signaal
cli-moratorium-change = Corrigeer het moratorium; wat u niet noemt blijft
cli-moratorium-change-which = Kenmerk van het moratorium, of het nummer van een signaal met één open
cli-moratorium-change-reason = Waarom; geen tekst over een huishouden
cli-bridging = Overbruggingen: zorg die nu begint, verrekenen komt later
cli-bridging-list = Toon de open overbruggingen, op dag om te verrekenen
cli-bridging-list-all = Ook die zijn afgesloten
cli-bridging-list-until = Alleen die met een dag om te verrekenen op of voor deze dag
cli-bridging-list-signal = Alleen die van dit signaal
cli-bridging-list-limit = Hoogstens zoveel (op het scherm 200, in een bestand of JSON alle)
cli-bridging-show = Toon de overbrugging met alles wat is vastgelegd; het lezen wordt vastgelegd
cli-bridging-show-which = Kenmerk van de overbrugging, of het nummer van een signaal met één open
cli-bridging-reopen = Heropen de overbrugging: afgesloten bij vergissing
cli-bridging-reopen-which = Kenmerk van de overbrugging, of het nummer van een signaal met één open
cli-bridging-reopen-reason = Waarom; geen tekst over een huishouden
cli-bridging-add = Leg de overbrugging vast bij een signaal
cli-bridging-add-number = Nummer van het signaal
cli-bridging-change = Corrigeer de overbrugging; wat u niet noemt blijft
cli-bridging-change-which = Kenmerk van de overbrugging, of het nummer van een signaal met één open
cli-bridging-change-reason = Waarom; geen tekst over een huishouden
cli-commitment = Toezeggingen van instanties, met de dag waarop ze moeten zijn nagekomen
cli-commitment-list = Toon de open toezeggingen, op dag
cli-commitment-list-all = Ook die zijn afgesloten
cli-commitment-list-until = Alleen die met een dag op of voor deze dag
cli-commitment-list-signal = Alleen die van dit signaal
cli-commitment-list-limit = Hoogstens zoveel (op het scherm 200, in een bestand of JSON alle)
cli-commitment-import = Voer bestaande toezeggingen in uit CSV. Kolommen: zaak of kenmerk, toezegging, organisatie, uiterlijk; ook persoon, aan, bron, toegezegd_op, stand, stand_op, bewijs
cli-commitment-import-files = Bestanden; - leest van de standaardinvoer
cli-commitment-import-dry-run = Toon wat er zou gebeuren, zonder iets te versturen
cli-commitment-show = Toon de toezegging met alles wat is vastgelegd; het lezen wordt vastgelegd
cli-commitment-show-which = Kenmerk van de toezegging, of het nummer van een signaal met één open
cli-commitment-reopen = Heropen de toezegging: afgesloten bij vergissing
cli-commitment-reopen-which = Kenmerk van de toezegging, of het nummer van een signaal met één open
cli-commitment-reopen-reason = Waarom; geen tekst over een huishouden
cli-commitment-add = Leg de toezegging vast bij een signaal
cli-commitment-add-number = Nummer van het signaal
cli-commitment-change = Corrigeer de toezegging; wat u niet noemt blijft
cli-commitment-change-which = Kenmerk van de toezegging, of het nummer van een signaal met één open
cli-commitment-change-reason = Waarom; geen tekst over een huishouden
cli-moratorium-add-kind = Soort: { $values }
cli-moratorium-add-set-by = De rechtbank of de wet die het instelde
cli-moratorium-add-decided-on = Dag van de beslissing
cli-moratorium-add-from = Eerste dag
cli-moratorium-add-through = Laatste dag (t/m)
cli-moratorium-add-creditor = Schuldeiser die eraan is gebonden; mag vaker
cli-moratorium-add-conditions = Voorwaarden; alleen van standaardinvoer (-)
cli-moratorium-change-kind = Soort: { $values }
cli-moratorium-change-set-by = De rechtbank of de wet die het instelde
cli-moratorium-change-decided-on = Dag van de beslissing
cli-moratorium-change-from = Eerste dag
cli-moratorium-change-through = Laatste dag (t/m)
cli-moratorium-change-creditor = Schuldeiser die eraan is gebonden; mag vaker
cli-moratorium-change-conditions = Voorwaarden; alleen van standaardinvoer (-)
cli-bridging-add-care = Welke zorg nodig is; alleen van standaardinvoer (-)
cli-bridging-add-available-at = Bij wie de zorg beschikbaar is
cli-bridging-add-agreed-on = Dag waarop de partijen akkoord waren
cli-bridging-add-provisional-payer = Wie voorlopig betaalt
cli-bridging-add-payer = Wie uiteindelijk kan moeten betalen: { $values }; mag vaker
cli-bridging-add-from = Dag waarop de zorg begint
cli-bridging-add-settle-by = Uiterlijk verrekenen op (t/m)
cli-bridging-change-care = Welke zorg nodig is; alleen van standaardinvoer (-)
cli-bridging-change-available-at = Bij wie de zorg beschikbaar is
cli-bridging-change-agreed-on = Dag waarop de partijen akkoord waren
cli-bridging-change-provisional-payer = Wie voorlopig betaalt
cli-bridging-change-payer = Wie uiteindelijk kan moeten betalen: { $values }; mag vaker
cli-bridging-change-from = Dag waarop de zorg begint
cli-bridging-change-settle-by = Uiterlijk verrekenen op (t/m)
cli-commitment-add-text = Wat is toegezegd; alleen van standaardinvoer (-)
cli-commitment-add-body = De instantie die het toezegde (code)
cli-commitment-add-person = Wie daar: de functie, geen naam
cli-commitment-add-to = Aan wie: de functie, geen naam
cli-commitment-add-called-on = Dag van het telefoongesprek waarin het is toegezegd
cli-commitment-add-due = Dag waarop het moet zijn nagekomen, of een lengte vanaf vandaag: 3w, 10d, 2m, 5wd
cli-commitment-change-text = Wat is toegezegd; alleen van standaardinvoer (-)
cli-commitment-change-body = De instantie die het toezegde (code)
cli-commitment-change-person = Wie daar: de functie, geen naam
cli-commitment-change-to = Aan wie: de functie, geen naam
cli-commitment-change-called-on = Dag van het telefoongesprek waarin het is toegezegd
cli-commitment-change-due = Dag waarop het moet zijn nagekomen, of een lengte vanaf vandaag: 3w, 10d, 2m, 5wd
cli-commitment-change-evidence = Wat laat zien dat het is toegezegd of nagekomen; alleen van standaardinvoer (-)
cli-moratorium-end = Leg vast dat het moratorium eerder ophield, of sluit een verlopen moratorium af
cli-moratorium-end-which = Kenmerk van het moratorium, of het nummer van een signaal met één open
cli-moratorium-end-from = Eerste dag zonder het moratorium
cli-moratorium-end-reason = Waarom; geen tekst over een huishouden
cli-bridging-settle = Leg vast dat is verrekend wie betaalt
cli-bridging-settle-which = Kenmerk van de overbrugging, of het nummer van een signaal met één open
cli-bridging-settle-on = Op deze dag
cli-bridging-settle-settlement = Wie wat betaalt; alleen van standaardinvoer (-)
cli-commitment-keep = Leg vast dat de toezegging is nagekomen
cli-commitment-keep-which = Kenmerk van de toezegging, of het nummer van een signaal met één open
cli-commitment-keep-on = Op deze dag
cli-commitment-keep-evidence = Waaruit dat blijkt; alleen van standaardinvoer (-)
cli-commitment-lapse = Leg vast dat de toezegging is vervallen
cli-commitment-lapse-which = Kenmerk van de toezegging, of het nummer van een signaal met één open
cli-commitment-lapse-on = Sinds deze dag
cli-commitment-lapse-reason = Waarom; geen tekst over een huishouden
cli-moratorium-recorded = Vastgelegd: t/m { $day }. Kenmerk: { $id }
cli-moratorium-corrected = Gecorrigeerd: t/m { $day }.
cli-moratorium-reopened = Heropend: t/m { $day }.
cli-moratorium-closed = Afgesloten. De dag staat niet meer op het bord.
cli-moratorium-none = Er zijn geen moratoria die hieraan voldoen.
cli-bridging-recorded = Vastgelegd: verrekenen t/m { $day }. Kenmerk: { $id }
cli-bridging-corrected = Gecorrigeerd: verrekenen t/m { $day }.
cli-bridging-reopened = Heropend: verrekenen t/m { $day }.
cli-bridging-closed = Afgesloten. De dag staat niet meer op het bord.
cli-bridging-none = Er zijn geen overbruggingen die hieraan voldoen.
cli-commitment-recorded = Vastgelegd: nakomen t/m { $day }. Kenmerk: { $id }
cli-commitment-corrected = Gecorrigeerd: nakomen t/m { $day }.
cli-commitment-reopened = Heropend: nakomen t/m { $day }.
cli-commitment-closed = Afgesloten. De dag staat niet meer op het bord.
cli-commitment-none = Er zijn geen toezeggingen die hieraan voldoen.
cli-commitment-kept = Nagekomen. De dag staat niet meer op het bord.
cli-arrangement-not-one = "{ $given }" is geen kenmerk en geen nummer van een signaal.
cli-arrangement-several = Signaal { $given } heeft er meer ({ $kind }). Gebruik het kenmerk; zie: loket { $command } list --signal { $given }
cli-arrangement-unknown = Signaal { $given } heeft er geen die open is ({ $kind }).
cli-arrangement-column-number = Signaal
cli-arrangement-column-state = Stand
cli-arrangement-column-from = Vanaf
cli-arrangement-column-day = Dag
cli-arrangement-column-body = Instantie
cli-arrangement-column-label = Wat
cli-arrangement-column-id = Kenmerk
cli-arrangement-column-closed = Afgesloten
cli-arrangement-column-recorded = Vastgelegd
cli-arrangement-column-step = Uitleg
cli-arrangement-column-warning = Let op
commitment-source-phone-call = telefoongesprek { $day }


cli-entry-time-out = time-out
cli-entry-moratorium = moratorium
cli-entry-bridging = overbrugging
cli-entry-commitment = toezegging

field-owner = behandelaar
field-status = status
field-urgency = urgentie
field-urgencyReason = reden van urgentie
field-facts = gegevens
field-title = onderwerp
field-account = toelichting
field-reporter = melder
field-household = kenmerk van het huishouden
field-municipality = gemeente
field-bodies = instanties
field-threats = dreiging
field-decisions = besluiten
field-lifeDomains = leefgebieden
field-stalemate = patstelling
field-tried = wat is geprobeerd
field-labels = labels
field-links = koppelingen
field-outcome = uitkomst
field-snoozedUntil = wacht tot
field-desiredByHousehold = wat het huishouden wil
field-desiredByProfessional = wat de melder wil
field-sharingGrounds = grond voor delen
field-plan = plan
field-documents = documenten
field-result = resultaat
field-legalRoom = benutte ruimte
field-budgetCents = besteed budget
lookup-title = Wie?
lookup-prompt = Wie?
lookup-hint = naam, functie, instantie, gemeente of plaats
register-size = 
    { $count ->
        [one] 1 vermelding
       *[other] { $count } vermeldingen
    }
hits = 
    { $count ->
        [one] 1 treffer
       *[other] { $count } treffers
    }
searching = Zoeken…
register-loading = Het register wordt opgehaald.
register-empty = Typ een naam, functie, organisatie, gemeente of plaats.
register-empty-advice = Woorden mogen in elke volgorde. Accenten en hoofdletters maken niet uit.
no-hits = Niemand gevonden met “{ $query }”.
no-hits-advice = Zoek met minder woorden, of op de gemeente of de instantie alleen.
no-hits-alone = ‘{ $word }’ alleen: { $count }
no-hits-alone-many = ‘{ $word }’ alleen: { $count } of meer
no-hits-meant = Bedoelt u “{ $place }”? Zoek dan daarop; anders met minder woorden.
lookup-about = Bij { $number }: { $who }
lookup-forgiven = Niemand past precies bij “{ $query }”. Dit lijkt erop:
register-of = zonder verbinding: register van { $when }
register-of-part = zonder verbinding: register van { $when }, eigen organisatie en geopende kaarten
at-hand-missing = Er is geen register bewaard voor als de server weg is.
at-hand-unreadable = Het bewaarde register is onleesbaar en wordt niet gebruikt.
at-hand-forged = Het bewaarde register wordt niet gebruikt: de handtekening is niet die van deze server.
at-hand-stranger = Het bewaarde register wordt niet gebruikt: het is van iemand anders.
at-hand-old = Het bewaarde register wordt niet gebruikt: het is te oud.
alone-title = loket wie
card-age = Stand van
lookup-uncovered = Niemand hier beslist over “{ $topic }”. Het dichtst daarbij:
lookup-nobody-decides = Niemand hier beslist. Het dichtst daarbij; anders vervanger, centrale postbus of het loket:
register-tasks-query = is:gemeld
register-body-field = instantie
register-attention = Vraagt aandacht: { $reported } is:gemeld · { $stale } is:verouderd · { $ending } is:eindigt
done-confirmed = { $name } klopt: vandaag gecontroleerd
done-reported = Gemeld aan de registerbeheerder van { $organisation }
done-corrected = De vermelding van { $name } is gewijzigd
past-right = { $name }: klopt
past-wrong = { $name }: klopt niet
why-not-maintained = Deze vermelding beheert een andere organisatie: meld wat niet klopt
choose-entry-history = Wat er met de vermelding van { $name } gebeurde
officer-made = in het register gezet
entry-no-history = Van deze vermelding is geen wijziging vastgelegd
export-name-contact = contact
no-code = Hier staat geen nummer om te tonen
code-close = Sluiten
code-close-letter = s
officer-field-organisation = organisatie
officer-field-roleCode = rol
officer-field-title = functie
officer-field-name = naam
officer-field-phone = telefoon
officer-field-mail = e-mail
officer-field-directPhone = direct nummer
officer-field-directMail = e-mail direct
officer-field-availability = bereikbaar
officer-field-absentFrom = afwezig van
officer-field-absentUntil = afwezig t/m
officer-field-deputy = vervanger
officer-field-mandate = mandaat
officer-field-mandateExcludes = dekt niet
officer-field-mandateSource = besluit
officer-field-mandateUntil = mandaat t/m
officer-field-budgetEuros = budget
officer-field-domains = domeinen
officer-field-municipalities = gemeenten
officer-field-escalation = escalatie
officer-field-validFrom = geldig van
officer-field-validTo = geldig t/m
officer-field-verifiedOn = gecontroleerd op
officer-field-provenance = bron
officer-field-verifiedBy = gecontroleerd door
officer-field-reports = gemeld
form-title-report = Wat klopt er niet?
form-title-officer = Vermelding wijzigen
form-report-reason = Reden
form-officer-name = Naam
form-officer-title = Functie
form-officer-phone = Telefoon
form-officer-mail = E-mail
form-officer-direct-phone = Direct
form-officer-direct-mail = E-mail direct
form-officer-availability = Bereikbaar
form-officer-absent-from = Afwezig van
form-officer-absent-until = t/m
form-officer-deputy = Vervanger
form-officer-escalation = Escalatie
form-officer-mandate = Mandaat
form-officer-excludes = Dekt niet
form-officer-mandate-until = Mandaat t/m
form-officer-valid-to = Geldig t/m
form-choice-signaleren = signaleren
form-choice-afstemmen = afstemmen
form-choice-beslissen = beslissen
typo = lijkt op
card-phone = Telefoon
card-mail = E-mail
card-more-below = ↓ { $lines } { $lines ->
    [one] regel
   *[other] regels
} ({ $key })
card-more-above = ↑ { $lines } { $lines ->
    [one] regel
   *[other] regels
} ({ $key })
card-direct-phone = Direct
card-direct-mail = E-mail direct
card-availability = Bereikbaar
card-deputy = Vervanger
card-escalation = Escalatie
card-calls = Eerder gebeld
card-next = Anders
next-best-deputy = vervanger { $name }
next-best-mailbox = postbus { $mail }
next-best-desk = het loket
card-function = Functie
card-mandate = Mandaat
card-not = Dekt niet
card-budget = tot { $euros }
card-until = t/m { $date }
card-found = Gevonden op
card-found-through = { $word } → { $domain }
card-domains = Domeinen
card-verified = Gecontroleerd
card-never = nooit
card-provenance = Bron
card-mandate-source = Besluit
card-reach-now = nu bereikbaar
card-reach-until = nu bereikbaar, tot { $time } uur
card-reach-from = bereikbaar vanaf { $day }
card-reach-from-time = bereikbaar vanaf { $day } { $time } uur
card-absent = afwezig t/m { $date }
card-absent-from = afwezig { $from } t/m { $date }
hit-away = afwezig
card-absence = Afwezig
card-reported = Gemeld
card-ends = Eindigt
card-ends-soon = { $date }, { $days }
card-verified-by = Gecontroleerd door
copied = { $text }  gekopieerd via de terminal
copied-of = { $text }  gekopieerd via de terminal: { $whose }
copied-shielded = Gekopieerd via de terminal: { $what }. Dat is vastgelegd.
copy-too-long = Dit is te lang om via de terminal te kopiëren ({ $size } tekens).
nothing-to-copy = Er is niets ingevuld om te kopiëren.
why-arriving = De gegevens komen nog binnen. Doe het zo nog eens.
not-read-yet = Het signaal wordt opgehaald. Doe het zo nog eens.
nothing-selected = Kies eerst een signaal.
nothing-to-undo = Er is niets om ongedaan te maken.
why-no-right = Uw rol mag dit niet.
why-no-connection = Dit kan niet zonder verbinding met de server. Een notitie kan wel.
why-not-yours = Dit signaal staat niet op uw naam.
why-not-open = Open eerst een signaal.
why-nothing-shielded = Van dit signaal is niets afgeschermd.
why-no-officer = Zoek eerst iemand in het register.
refreshing = De nieuwste stand wordt opgehaald.
done-claim = { $number } staat op uw naam
claimed-until = Tot { $time }, en langer zolang u eraan werkt; daarna is het weer vrij. De status blijft { $status } ({ $key } wijzigt).
done-release = { $number } is vrijgegeven
done-urgency = Urgentie van { $number }: { $value }
done-urgency-reasoned = Urgentie van { $number }: { $value }, met de reden
urgency-was-so = Urgentie en reden van { $number } waren al zo; er is niets gewijzigd
done-urgency-without-reason = Urgentie van { $number }: { $value }. De reden van de hogere urgentie vervalt
reasons-lapse = { $count ->
        [one] Bij 1 vervalt de reden van de hogere urgentie
       *[other] Bij { $count } vervalt de reden van de hogere urgentie
    }
was-so = { $what } was al zo; er is niets gewijzigd
done-status = Status van { $number }: { $value }
done-closed = { $number } is { $value }
done-several = { $done } gelukt
undone-several = Teruggedraaid: { $what }
redone-several = Opnieuw gedaan: { $what }
undone-claim = Teruggedraaid: { $number } is weer van u
undone-release = Teruggedraaid: { $number } is weer vrij
undone-urgency = Teruggedraaid: urgentie van { $number } is weer { $value }
undone-status = Teruggedraaid: status van { $number } is weer { $value }
saved-note = Notitie bij { $number } opgeslagen
saved-contact = Contactmoment bij { $number } opgeslagen
saved-correction = Contactmoment bij { $number } gecorrigeerd
doubt-objection-past = { $field }: de termijn voor bezwaar liep tot en met { $what } en is voorbij. Alleen met een goede reden kan het nog (Awb 6:11). Opslaan kan wel.
saved-intake = { $number } vastgelegd
intake-hard-date = Harde datum: { $day }, { $what }.
resent = { $count ->
    [one] Uw nog niet bevestigde tekst is alsnog opgeslagen.
   *[other] { $count } nog niet bevestigde teksten zijn alsnog opgeslagen.
}
resent-elsewhere = Wat op verzending wachtte, is in een ander venster verstuurd of weggegooid.
resent-refused-unkept = { $count ->
    [one] Uw nog niet bevestigde tekst is geweigerd: { $why } Er kon geen concept van worden gemaakt; de tekst is niet weg en staat na een herstart bij de concepten ({ $key }).
   *[other] { $count } nog niet bevestigde teksten zijn geweigerd. De eerste: { $why } Er kon geen concept van worden gemaakt; ze zijn niet weg en staan na een herstart bij de concepten ({ $key }).
}
resent-refused = { $count ->
    [one] Uw nog niet bevestigde tekst is geweigerd: { $why } De tekst is bewaard als concept: { $key } opent het.
   *[other] { $count } nog niet bevestigde teksten zijn geweigerd. De eerste: { $why } Ze zijn bewaard als concept: { $key } opent ze.
}
draft-kept = Uw tekst is als concept bewaard.
draft-kept-demo = Uw tekst is bewaard tot u de demo sluit.
draft-back = Verder ermee: { $key }.
paste-left-out = { $count ->
    [one] 1 onzichtbaar teken is weggelaten.
   *[other] { $count } onzichtbare tekens zijn weggelaten.
}
body-own-municipality = gemeente
body-municipality = gem.
form-title-note = Notitie
form-title-contact = Contactmoment
form-title-correct-contact = Contactmoment corrigeren
form-title-intake = Telefonische melding
form-title-facts = Gegevens wijzigen
form-title-domains = Leefgebieden
form-title-positions = Instanties en hun standpunt
form-title-stalemate = Patstelling en gewenst resultaat
form-title-tried = Wat is geprobeerd
form-title-grounds = Grond voor delen
form-title-plan = Plan
form-title-documents = Documenten
form-title-outcome = Afdoen
form-close-case = Afdoen
form-close-case-word = afdoen
form-file-domains = Leefgebieden
form-file-domains-hint = Het begin van elk leefgebied, met komma's ertussen: financiën, toeslagen, huisvesting
form-file-positions = Standpunten
form-file-positions-hint = Eén instantie per regel, met haar standpunt: SVB: wacht op de gemeente
form-file-positions-wrong = Begin elke regel met een instantie en een dubbele punt: SVB: wacht op de gemeente.
form-file-stalemate = Patstelling
form-file-stalemate-hint = In één zin: wie wacht op wie, en waardoor komt niemand verder?
form-file-desired-household = Huishouden wil
form-file-desired-household-hint = Welk resultaat wil het huishouden zelf?
form-file-desired-professional = Melder wil
form-file-desired-professional-hint = Welk resultaat wil de professional die meldt?
form-file-tried = Geprobeerd
form-file-tried-hint = Eén poging per regel: wat; wanneer; met wie. Bijvoorbeeld: gebeld; 12-11; P. de Boer
form-file-ground = Grond
form-file-ground-hint = Wet en artikel, vitaal belang of toestemming
form-file-ground-needed = Op welke grond wordt gedeeld?
form-file-ground-purpose = Doel
form-file-ground-purpose-hint = Waarvoor worden de gegevens gedeeld?
form-file-ground-with = Met wie
form-file-ground-with-hint = Aan wie worden zij verstrekt?
form-file-ground-until = Tot en met
form-file-ground-until-hint = De laatste dag waarop op deze grond wordt gedeeld
form-file-step = Stap
form-file-step-hint = Wat moet er gebeuren?
form-file-step-needed = Wat moet er gebeuren?
form-file-step-who = Wie
form-file-step-who-hint = Wie doet het: een naam, een functie of een instantie
form-file-step-due = Uiterlijk
form-file-step-due-hint = De dag waarop het klaar is: vrijdag, over 2 weken, 4-12
form-file-step-done = Gedaan op
form-file-step-done-hint = De dag waarop het is gedaan; leeg: nog niet
form-file-document = Titel
form-file-document-hint = Wat voor stuk het is, zonder namen van burgers
form-file-document-needed = Hoe heet dit document?
form-file-document-dated = Datum
form-file-document-dated-hint = De datum op het stuk
form-file-document-address = Adres
form-file-document-address-hint = Waar het staat: https://…
form-file-document-address-wrong = Een adres begint met https:// en heeft geen spaties.
form-file-result = Resultaat
form-file-result-hint = Wat is er voor het huishouden bereikt?
form-file-legal-room = Benutte ruimte
form-file-legal-room-hint = Welke hardheidsclausule of afwijking, met het artikel
form-file-budget = Besteed budget
form-file-budget-hint = Doorbraakbudget in euro: 1.250 of 1.250,50
form-file-budget-wrong = Dit is geen bedrag: schrijf 1.250 of 1.250,50.
part-domains = Leefgebieden
part-positions = Instanties en standpunten
part-stalemate = Patstelling en resultaat
part-tried = Wat is geprobeerd
part-facts = Melding, dreiging, besluiten
part-grounds = Grond voor delen
part-plan = Plan
part-documents = Documenten
choose-triage = Triage { $subject }: { $answered } van { $count } vragen beantwoord
triage-answered = beantwoord
triage-life-domains-open = Welke leefgebieden raakt het?
triage-life-domains-partly = Raakt het nog een leefgebied?
triage-national-body-open = Welke instanties zitten klem?
triage-national-body-partly = Is er een landelijke instantie bij?
triage-stalemate-open = Wie wacht op wie, in één zin?
triage-stalemate-partly = Wie wacht op wie, in één zin?
triage-tried-open = Wat is er al geprobeerd?
triage-tried-partly = Wanneer, en met wie?
triage-threat-open = Dreigt er iets, en wanneer?
triage-threat-partly = Op welke dag dreigt het?
triage-decision-open = Loopt er een besluit?
triage-decision-partly = Wanneer is het besluit bekendgemaakt?
triage-ground-open = Op welke grond wordt gedeeld?
triage-ground-partly = Op welke grond wordt gedeeld?
triage-desired-result-open = Welk resultaat is gewenst?
triage-desired-result-partly = Welk resultaat is gewenst?
triage-no-plan = nog geen stap
triage-plan-done = alle stappen gedaan
triage-documents = { $count ->
    [0] geen
    [one] 1 document
   *[other] { $count } documenten
}
form-title-takeover = Overnemen
form-button-letters = Dit is een knop: hier typt u niets. Deze letters zijn niet bewaard. Shift+Tab gaat terug naar de velden.
form-button-missed = Wat u hier typte staat nergens. Nog eens Enter: { $button }, zonder die letters. Shift+Tab gaat terug naar de velden.
form-sending-letters = Er wordt opgeslagen: wat u nu typt, is niet bewaard. Wacht even en typ het opnieuw.
form-save = Opslaan
form-propose = Voorstellen
form-propose-word = voorstellen
form-withdraw = Intrekken
form-withdraw-word = intrekken
form-reject = Afwijzen
form-reject-word = afwijzen
form-end = Beëindigen
form-end-word = beëindigen
form-lapse = Laten vervallen
form-lapse-word = laten vervallen
form-saving = Opslaan…
form-kept = Bewaard
press-of-another-token = Dit is opgeslagen toen niet bekend was onder welk account. Kijk het na en sla het opnieuw op.
form-waits = Nog niet bevestigd. Bewaard; wordt vanzelf verstuurd.
form-waits-here = Nog niet bevestigd. Wordt vanzelf verstuurd, zolang loket open is.
form-unanswered = Nog geen antwoord: het is niet bekend of dit is gedaan. U kunt sluiten. Kijk of het is gedaan voordat u het nog eens doet.
act-unanswered = { $number }: nog geen antwoord, dus niet bekend of dit is gedaan. Kijk of het is gedaan voordat u het nog eens doet.
form-required = { $field } is nog leeg.
form-bsn-line = { $field }, alinea { $what }: hier staat een burgerservicenummer. Haal het weg; daarna kunt u opslaan.
form-faults-also = Ook niet goed: { $fields }.
form-fault-empty = ! nog leeg
form-bsn = { $field }: hier staat een burgerservicenummer. Haal het weg; daarna kunt u opslaan.
form-date = Dit is geen datum. Voorbeelden: 2-12, 02-12-2026, do, morgen, +3, over twee weken.
form-date-past = Dit is geen datum. Voorbeelden: { $what }, gisteren, ma, -3 (drie dagen geleden).
form-date-no-such-day = { $what }: die dag bestaat niet.
form-moment = Dit is geen dag, of geen tijd. Voorbeelden: morgen 10:00, do om 14.30, 2-12, +3.
form-date-future = Deze datum ligt in de toekomst.
form-date-far = Deze datum ligt te ver weg. Controleer het jaartal.
form-date-beyond = Het besluit van de gemeente gaat niet verder dan { $what }.
form-date-not-later = Kies een dag na { $what }.
form-day-unknown = De server heeft nog niet gezegd welke dag het is. Sla zo dadelijk op; uw tekst blijft staan.
form-municipality = Welke gemeente bedoelt u? { $what }. Enter laat kiezen.
form-municipality-one = Bedoelt u { $what }? Enter neemt die.
plain-form-municipality = Welke gemeente bedoelt u? { $what }
plain-form-municipality-one = Bedoelt u { $what }?
form-municipality-unknown = “{ $what }” is geen gemeente of plaats in Nederland.
form-organisation-place = Welke instantie? Bedoelt u gemeente { $what }: typ het zo, of “gem” voor de gemeente van het signaal.
form-organisation-municipality = Welke gemeente? Typ bijvoorbeeld gemeente Breda; “gem” kan als het veld Gemeente is ingevuld.
form-organisation = “{ $what }” is geen bekende instantie. Typ een afkorting (UWV) of gemeente Breda.
form-note = Notitie
form-note-hint = Geen namen van burgers, geen BSN.
form-contact-with = Met
form-contact-with-hint = Wie u sprak of wilde spreken: de melder, een instantie of een naam. Wat er staat, gaat weg als u typt.
form-contact-with-again = Zoals de vorige keer? Anders: een instantie, een naam, of melder ({ $who }). Typen vervangt.
form-contact-with-reporter = Wie u sprak of wilde spreken: een instantie, een naam, of de melder ({ $who }). Typen vervangt.
form-contact-reached = Bereikt
form-contact-reached-hint = j of n kiest en gaat verder. Met een ander gebeld? Shift+Tab gaat naar Met.
form-contact-reached-hint-arrows = Pijl of spatie kiest, Enter gaat verder. Met een ander gebeld? Shift+Tab gaat naar Met.
form-typing-replaces = typen vervangt dit
form-typing-goes-on = { $key } leegt
form-enter-close = sluit
form-enter-save = slaat op
form-enter-line = nieuwe regel
form-enter-next = volgend veld
form-choice-open = (nog niet gekozen)
form-choice-chosen = { $field }: { $value } gekozen.
form-choice-keys = ← → kiest
form-choice-letters = { $field }: hier typt u niets. Deze letters zijn niet bewaard. Kies met ← en →; Tab gaat naar een ander veld.
form-choice-gone = { $what } is er niet. Kies een ander.
form-contact-agreed = Afgesproken
form-contact-agreed-hint = Wat u samen afsprak, kort: wie doet wat, en wanneer. Mag leeg. Geen namen van burgers, geen BSN.
form-contact-back = Terugbellen
form-contact-back-hint = Leeg, of een dag, ook met een tijd: do, morgen 10:00, +3, 2-12. Enter slaat op.
form-choice-yes = ja
form-choice-no = nee
form-choice-never = geen contact geweest
form-choice-crisis = crisis
form-choice-high = hoog
form-choice-normal = normaal
form-choice-low = laag
form-title-urgency-reason = Urgentie en reden
form-urgency = Urgentie
form-urgency-hint = Crisis is de hoogste urgentie; daarna komen hoog, normaal en laag.
form-urgency-all-so = Alle gekozen signalen hebben deze urgentie al. De reden wijzigt u per signaal.
form-urgency-reason-needed = Een hogere urgentie heeft een reden nodig: schrijf op wat er gebeurt, en wanneer.
form-urgency-reason = Reden
form-urgency-reason-hint = Waarom deze urgentie; bij een hogere verplicht. Geen namen van burgers, geen BSN.
urgency-reason-stays = Reden blijft: “{ $reason }”{ $key ->
    [none] {""}
   *[other] {" "}({ $key } wijzigt)
}
urgency-why = reden opschrijven …
urgency-why-letter = r
done-urgency-reason = Reden van de urgentie van { $number } opgeslagen
saved-facts = { $number } gewijzigd: { $fields }
done-facts = Gegevens van { $number } opnieuw gewijzigd: { $value }
undone-facts = Teruggedraaid: gegevens van { $number }
past-facts = gegevens van { $number }
facts-reading = Het signaal wordt opgehaald; daarna opent het formulier.
facts-nothing-changed = Er is niets gewijzigd.
facts-decision-holds-more = Bij dit besluit hoort ook een soort of bedrag. Dat staat hier niet en zou verdwijnen: laat het besluit staan.
conflict-title = Niet opgeslagen: u schreef beiden in hetzelfde veld
conflict-says = { $who } sloeg versie { $now } op; u werkte op versie { $began }.
conflict-says-plainly = { $who } wijzigde dit terwijl u schreef.
conflict-kept = Er is niets verloren.
conflict-noted = Wat niet geldt, komt in de tijdlijn.
declined-note = Getypt, maar niet gekozen: de versie van { $who } geldt.
declined-refused = Wat u typte, kwam niet in de tijdlijn: { $why } Het staat apart als concept.
conflict-field = Veld
conflict-was = Was
conflict-you = U
conflict-result = Resultaat
conflict-empty = (leeg)
conflict-choose = ? kies 1 of 2
conflict-keep = Bewaar concept
conflict-keep-short = Concept
conflict-save = Samenvoegen en opslaan
conflict-save-short = Samenvoegen
conflict-drop = Mijn versie weg
conflict-drop-short = Mijn versie weg
conflict-to-form = Terug naar formulier
conflict-to-form-short = Formulier
conflict-open = Kies eerst welke tekst geldt; { $count ->
    [one] nog 1 veld
   *[other] nog { $count } velden
}.
conflict-no-question = In dit veld schreef maar één van u beiden: daar valt niets te kiezen.
conflict-dropped = De versie van { $who } geldt. Wat u typte staat apart als concept.
conflict-theirs-is = { $who } schreef: { $text }
form-theirs-nothing = Dit is intussen bijgewerkt, maar deze velden niet. Wat u typte staat er nog; sla nogmaals op.
form-theirs-elsewhere = { $who } wijzigde intussen: { $fields }. Dat staat nu hier; wat u typte staat er nog.
form-theirs-both = { $who } wijzigde intussen ook: { $both }. Uw tekst staat er nog; bij het opslaan kiest u welke geldt.
form-theirs-same = { $who } schreef intussen hetzelfde; er is niets meer op te slaan.
form-draft-older = Sinds dit concept is gewijzigd: { $fields }. Bij het opslaan kiest u welke tekst geldt.
form-merged = Samengevoegd met wat { $who } intussen schreef: { $fields }
act-about-changed = Let op: { $who } wijzigde dit terwijl u bezig was. Kijk hoe het er nu voor staat en of wat u wilt nog klopt; pas daarna opslaan.
act-changed-since = Niet gedaan: iemand anders heeft dit intussen gewijzigd. Kijk hoe het er nu voor staat. { $draft }
facts-somebody = Iemand anders
facts-own-window = Uw andere venster
server-began-anew = De gegevens van de server zijn vervangen, bijvoorbeeld uit een reservekopie, of uw rechten zijn gewijzigd. Alles is opnieuw gelezen; kijk na of uw laatste wijzigingen er nog staan.
facts-day-moved = Harde datum: { $is }, was { $was }
facts-day-new = Harde datum: { $is }
facts-day-gone = Vervallen harde datum: { $was }
undo-facts-since = { $number } is intussen door een ander gewijzigd ({ $fields }). Er is niets teruggedraaid: bekijk het signaal.
undone-urgency-reason = Teruggedraaid: reden van de urgentie van { $number }
past-urgency-reason = reden van de urgentie van { $number }
form-takeover-reason = Reden
form-takeover-reason-hint = Dit signaal is bij een collega. Waarom neemt u het over? De reden wordt vastgelegd; overnemen is niet terug te draaien.
form-intake-name = Melder
form-intake-name-hint = De professional die belt. Belt een burger? Verwijs door; leg niets vast.
form-intake-function = Functie
form-intake-organisation = Organisatie
form-intake-phone = Telefoon
form-intake-mail = E-mail
form-shielded = Wat hier staat is afgeschermd. Laat het veld leeg, dan blijft het staan; typen vervangt het.
form-intake-municipality = Gemeente
form-intake-municipality-hint = Naam van de gemeente of van een plaats, of de CBS-code.
form-intake-title = Onderwerp
form-intake-title-hint = Soort probleem en instanties. Geen namen, leeftijden, diagnoses of nationaliteiten.
form-intake-account = Toelichting
form-intake-account-hint = Wat loopt vast, wat is al geprobeerd, welk resultaat is nodig?
form-intake-bodies = Instanties
form-intake-bodies-hint = Afkortingen, met een komma ertussen: SVB, DT, gemeente Breda; gem is de gemeente hierboven.
form-intake-urgency = Urgentie
form-intake-urgency-hint = Crisis is de hoogste urgentie; daarna komen hoog, normaal en laag.
form-intake-urgency-reason = Waarom
form-intake-urgency-reason-hint = Waarom deze urgentie; mag leeg, want het verhaal staat erboven. Later verhogen vraagt een reden. Geen namen van burgers, geen BSN.
form-intake-threat = Dreiging
form-intake-threat-hint = Vrije tekst: ontruiming, afsluiting, zorg stopt.
form-intake-threat-on = Op
form-intake-threat-on-hint = De dag waarop het gebeurt: 2-12, do, +3.
form-intake-decision-by = Besluit van
form-intake-decision-by-hint = Wie het besluit nam: een afkorting (SVB) of een gemeente; gem is de gemeente hierboven.
form-intake-decision-reference = Kenmerk
form-intake-decision-reference-hint = Het kenmerk dat op de brief staat (“Ons kenmerk”), zodat de instantie het besluit vindt. Mag leeg.
form-intake-decision-on = Bekendgemaakt op
form-intake-decision-on-more = Bekendgemaakt
form-intake-decision-on-hint = De dag waarop het besluit is verzonden, niet de dag van ontvangst (Awb 3:41 en 6:8).
form-intake-threat-on-told = dag van de dreiging
form-intake-decision-on-told = dag van het besluit
form-intake-decision-dated-told = dagtekening van het besluit
form-intake-decision-numbered = Besluit { $number }: { $hint }
form-intake-threat-numbered = Dreiging { $number }: { $hint }
form-intake-decision-dated = Dagtekening
form-intake-decision-dated-hint = De datum op de brief, als die een andere is dan de dag waarop het besluit is verzonden.
# Uitleg: korte pagina's over instrumenten en regels.
explanation-group = Uitleg over instrumenten en regels
explanation-related = Zie ook
explanations-title = Uitleg
explanations-search = zoek een instrument of een regel
explanations-nothing = Geen uitleg gevonden.
why-no-page-before = Dit is de eerste pagina die u opende.
plain-prompt-explanation = Nummer, of Enter om te sluiten:{" "}
plain-help-explanation = Typ een nummer om die uitleg te openen, “terug” voor de vorige, of Enter om te sluiten.
scope-explanation = Uitleg
scope-explanation-short = uitleg
command-global-explain = uitleg
command-global-explain-help = Korte uitleg bij instrumenten en regels: wat de wet zegt, de voorwaarden, een voorbeeld.
command-global-explain-also = instrumenten regels wet artikel masterclass
command-explanation-down = omlaag
command-explanation-down-help = Een regel verder.
command-explanation-down-also = scrollen volgende
command-explanation-up = omhoog
command-explanation-up-help = Een regel terug.
command-explanation-up-also = scrollen vorige
command-explanation-page-down = verder
command-explanation-page-down-help = Een bladzijde verder.
command-explanation-page-down-also = scrollen bladeren
command-explanation-page-up = bladzijde terug
command-explanation-page-up-help = Een bladzijde terug.
command-explanation-page-up-also = scrollen bladeren
command-explanation-top = begin
command-explanation-top-help = Naar het begin van de uitleg.
command-explanation-top-also = boven home
command-explanation-bottom = einde
command-explanation-bottom-help = Naar het einde van de uitleg.
command-explanation-bottom-also = onder end
command-explanation-next-related = zie ook
command-explanation-next-related-help = Kiest de volgende uitleg die hierbij hoort.
command-explanation-next-related-also = verwant springen
command-explanation-previous-related = zie ook, vorige
command-explanation-previous-related-help = Kiest de vorige uitleg die hierbij hoort.
command-explanation-previous-related-also = verwant springen
command-explanation-open = openen
command-explanation-open-help = Opent de gekozen uitleg.
command-explanation-open-also = lezen volgen
command-explanation-back = terug
command-explanation-back-help = Terug naar de uitleg die u hiervoor las.
command-explanation-back-also = vorige
command-explanation-close = sluiten
command-explanation-close-help = Sluit de uitleg. Wat eronder ligt, is niet veranderd.
command-explanation-close-also = klaar weg
explanation-no-title = Deze uitleg heeft geen titel. Zet bovenaan tussen twee regels met --- de regel title: en de titel.
explanation-empty = Onder de kop van deze uitleg staat geen tekst.
explanation-head-open = De kop van deze uitleg eindigt nergens. Zet onder de laatste regel ervan weer ---.
explanation-head-line = Dit is geen regel van de kop: { $line }. Schrijf een woord, een dubbele punt en een waarde.
explanation-unknown-key = De kop van een uitleg kent “{ $key }” niet.{ $near ->
    [none] {" "}Wel: title, also, related, fields.
   *[other] {" "}Bedoelt u “{ $near }”?
}
explanation-unknown-related = Er is geen uitleg die “{ $name }” heet.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u “{ $near }”?
}
explanation-unknown-field = Er is geen veld of onderdeel dat “{ $name }” heet.
explanation-unknown-command = Er is geen opdracht die “{ $name }” heet.{ $near ->
    [none] {" "}loket keys --json noemt ze allemaal.
   *[other] {" "}Bedoelt u “{ $near }”?
}
explanation-name = De naam van deze uitleg kan niet: gebruik kleine letters, cijfers en streepjes.
explanation-too-long = Deze uitleg is langer dan 64 KiB en telt niet mee.
cli-explain = Uitleg bij instrumenten en regels: wat de wet zegt, de voorwaarden, een voorbeeld
cli-explain-words = Waarover: een naam of woorden, zoals termijnen of "pro forma"
cli-explain-list = Noem alle uitleg
cli-explain-nothing = Er is geen uitleg over “{ $typed }”.{ $near ->
    [none] {" "}loket explain --list noemt alles.
   *[other] {" "}Bedoelt u “{ $near }”?
}
cli-explain-several = Dit vindt u op meer plaatsen. Noem de naam van één uitleg.
cli-column-explanation = Naam
cli-column-about = Waarover
help-title = Hulp: alle toetsen{ $name }{ $own ->
    [0] {""}
   *[other] , { $own } eigen (*)
}
help-search = zoek op naam of toets
help-nothing = Geen opdracht gevonden.
scope-signal = Signaal
scope-list = Lijst
scope-global = Overal
scope-detail = Geopend signaal
scope-lookup = Zoekvenster
scope-card = Kaart in het register
scope-text = Tekstveld
scope-choice = Keuze (de pijlen of de spatiebalk kiezen)
scope-button = Knop (Enter drukt hem in)
command-signal-claim = op mijn naam
command-signal-claim-help = Zet het signaal op uw naam, voor een kwartier. Typen, lezen en bewaren schuiven dat op; bij de behandelaar staat tot hoe laat.
command-signal-release = vrijgeven
command-signal-release-help = Geef het signaal weer vrij.
command-signal-contact = bel
command-signal-contact-help = Leg een gesprek vast: bereikt of niet, wat is afgesproken, wanneer terugbellen.
command-signal-correct-contact = corrigeer contact
command-signal-correct-contact-help = Zeg hoe een contactmoment echt was, of dat het er niet was; een belofte om terug te bellen geldt dan weer.
command-signal-edit-signal = wijzig gegevens
command-signal-edit-signal-help = Gegevens wijzigen: melder, gemeente, instanties, onderwerp, toelichting, dreiging met haar dag, besluiten en hun datum.
command-signal-note = notitie
command-signal-note-help = Schrijf een notitie.
command-signal-urgency = urgentie
command-signal-urgency-help = Wijzig de urgentie.
command-signal-status = status
command-signal-status-help = Wijzig de status.
command-signal-copy-number = kopieer nummer
command-signal-copy-number-help = Kopieer het nummer van het signaal.
command-signal-copy-phone = kopieer telefoon
command-signal-copy-phone-help = Kopieer het telefoonnummer van de melder. Dat wordt vastgelegd.
command-signal-copy-mail = kopieer e-mail
command-signal-copy-mail-help = Kopieer het e-mailadres van de melder. Dat wordt vastgelegd.
command-list-down = omlaag
command-list-down-help = Eén regel omlaag.
command-list-up = omhoog
command-list-up-help = Eén regel omhoog.
command-list-half-down = half omlaag
command-list-half-down-help = Een halve pagina omlaag.
command-list-half-up = half omhoog
command-list-half-up-help = Een halve pagina omhoog.
command-list-page-down = pagina omlaag
command-list-page-down-help = Een pagina omlaag.
command-list-page-up = pagina omhoog
command-list-page-up-help = Een pagina omhoog.
command-list-top = begin
command-list-top-help = Naar het begin van de lijst.
command-list-bottom = einde
command-list-bottom-help = Naar het einde van de lijst.
command-list-open = openen
command-list-open-help = Open wat onder de cursor staat.
command-list-mark = markeer
command-list-mark-help = Markeer het signaal en ga omlaag; een opdracht geldt dan voor alle gemarkeerde.
command-list-mark-all = markeer alles
command-list-mark-all-help = Markeer precies wat in de lijst staat, of niets; wat daarbuiten gemarkeerd was, wordt losgelaten.
command-list-filter = filter
command-list-filter-help = Filter terwijl u typt: woorden, of veld:waarde; een min ervoor sluit uit.
command-list-view = weergave
command-list-view-help = Kies de weergave: open, van mij, nog vrij, alle, of een bewaarde.
command-list-view-help-board = Kies welke termijnen u ziet: alle, time-outs, wat op een tweede persoon wacht, van mij, terugbellen, of wie u zelf terugbelt.
command-list-sort = volgorde
command-list-sort-help = Kies de volgorde van de lijst.
command-list-preview = voorbeeld
command-list-preview-help = Toon of verberg het voorbeeld.
command-global-new-signal = nieuw
command-global-new-signal-help = Leg een telefonische melding vast.
command-global-lookup = wie?
command-global-lookup-help = Zoek iemand op in het register, vanuit elk scherm.
command-global-pane-signals = signalen
command-global-pane-signals-help = Ga naar de signalen.
command-global-pane-register = register
command-global-pane-register-help = Ga naar het register.
command-global-undo = ongedaan maken
command-global-undo-help = Maak de laatste handeling ongedaan.
command-global-refresh = verversen
command-global-refresh-help = Toon wat intussen binnenkwam of veranderde, en sorteer opnieuw.
command-global-redraw = hertekenen
command-global-redraw-help = Teken het scherm opnieuw.
command-global-help = hulp
command-global-help-help = Alle toetsen en opdrachten, en wat de tekens betekenen.
command-global-back = terug
command-global-back-help = Sluit of wis wat bovenop ligt; sluit loket nooit af.
command-global-quit = loket verlaten
command-global-quit-help = Verlaat loket.
command-detail-next-item = volgende
command-detail-next-item-help = Het volgende signaal.
command-detail-previous-item = vorige
command-detail-previous-item-help = Het vorige signaal.
command-detail-reveal = toon afgeschermd
command-detail-reveal-help = Toon tien seconden wat is afgeschermd, zoals de telefoon van de melder. Dat wordt vastgelegd.
command-lookup-accept = kopieer telefoon
command-lookup-accept-help = Kopieer het centrale telefoonnummer.
command-lookup-copy-menu = kies veld
command-lookup-copy-menu-help = Kies wat u kopieert.
command-lookup-open-card = in register
command-lookup-open-card-help = Open de kaart in het register.
command-lookup-next = volgende
command-lookup-next-help = De volgende treffer.
command-lookup-previous = vorige
command-lookup-previous-help = De vorige treffer.
command-lookup-to-card = naar kaart
command-lookup-to-card-help = Ga naar de kaart.
command-lookup-confirm = klopt
command-lookup-confirm-help = U hebt gebeld en het klopt: de vermelding is vandaag gecontroleerd.
command-lookup-report = klopt niet
command-lookup-report-help = Meld aan de registerbeheerder van de organisatie wat niet klopt.
command-card-phone = kopieer telefoon
command-card-phone-help = Kopieer het telefoonnummer.
command-card-mail = kopieer e-mail
command-card-mail-help = Kopieer het e-mailadres.
command-card-name = kopieer naam
command-card-name-help = Kopieer de naam.
command-card-all = kopieer alles
command-card-all-help = Kopieer naam, functie, organisatie, telefoon en e-mail.
command-card-to-search = naar zoeken
command-card-to-search-help = Terug naar het zoekveld.
command-card-confirm = klopt
command-card-confirm-help = U hebt gebeld en het klopt: de vermelding is vandaag gecontroleerd.
command-card-report = klopt niet
command-card-report-help = Meld aan de registerbeheerder van de organisatie wat niet klopt.
command-card-edit = wijzig
command-card-edit-help = Wijzig de vermelding: nummers, afwezigheid met vervanger, mandaat, einddatum.
command-card-history = geschiedenis
command-card-history-help = Toon wie wat aan de vermelding heeft gewijzigd.
command-card-export = als bestand
command-card-export-help = Bewaar dit contact als vCard, voor een mobiel of een mailprogramma.
command-card-page-down = pagina omlaag
command-card-page-down-help = Een pagina van het kaartje omlaag, of van de lijst.
command-card-page-up = pagina omhoog
command-card-page-up-help = Een pagina van het kaartje omhoog, of van de lijst.
command-card-qr = QR-code
command-card-qr-help = Toon het nummer als QR-code, voor de camera van een mobiel.
command-card-tasks = meldingen
command-card-tasks-help = Toon wat in het register niet klopt volgens wie belde.
command-text-submit = opslaan
command-text-submit-help = Sla op. Of ga met Tab naar de knop en druk op Enter.
command-text-next-field = volgend veld
command-text-next-field-help = Naar het volgende veld.
command-text-previous-field = vorig veld
command-text-previous-field-help = Naar het vorige veld.
command-text-newline = nieuwe regel
command-text-newline-help = Begin een nieuwe regel.
command-text-backspace = wis terug
command-text-backspace-help = Wis het teken voor de cursor.
command-text-delete-next = wis vooruit
command-text-delete-next-help = Wis het teken onder de cursor.
command-text-delete-word = wis woord
command-text-delete-word-help = Wis het woord voor de cursor.
command-text-delete-line = wis regel
command-text-delete-line-help = Wis de regel.
command-text-left = links
command-text-left-help = Naar links.
command-text-right = rechts
command-text-right-help = Naar rechts.
command-text-cursor-up = regel omhoog
command-text-cursor-up-help = Een regel omhoog, of naar het vorige veld.
command-text-cursor-down = regel omlaag
command-text-cursor-down-help = Een regel omlaag, of naar het volgende veld.
command-text-home = begin van regel
command-text-home-help = Naar het begin van de regel.
command-text-end = einde van regel
command-text-end-help = Naar het einde van de regel.
command-text-leave = sluiten
command-text-leave-help = Sluit; wat u typte blijft als concept bewaard.
rows-unreadable = { $count } rijen van de server kunnen niet worden gelezen en ontbreken hier. Werk loket bij.
link-incomplete = onvolledig, { $count } rijen
earlier-text-saved = Uw eerdere tekst is al opgeslagen. Wat u hierna opslaat, komt er als iets nieuws bij.
form-decision-by = Van welke instantie is dit besluit? Zonder instantie is er geen termijn.
link-refused = geen toegang
link-none = geen verbinding
tab-free = { $count } vrij
palette-title = Opdrachten
palette-search = zoek een opdracht: naam, wat het doet of toets
palette-teaches = { $word } kan ook meteen met { $key }.
palette-no-case = Er is geen signaal met nummer { $number }.
actions-title = Wat kan hier
why-inside = De toets werkt in het veld of venster waar deze opdracht bij hoort.
why-time-out-over = Deze time-out loopt niet meer.
why-no-text = Typ :: in een tekstveld: daar staan de sjablonen. Eigen maken: zoek "sjabloon" in de hulp.
why-alone = Hier kunt u alleen opzoeken wie het mandaat heeft.
scope-filter = Filter
scope-signal-short = signaal
scope-list-short = lijst
scope-global-short = overal
scope-detail-short = geopend
scope-lookup-short = zoeken
scope-card-short = kaart
scope-filter-short = filter
scope-menu-short = menu
scope-finder-short = lijst
scope-text-short = veld
palette-prefixes = @ persoon    # signaal    ? toetsen en uitleg
palette-number = Typ een nummer: 421, S-421 of S-2026-00421.
palette-no-number = Er is geen signaal met dit nummer.
why-closed = Dit signaal is afgesloten.
why-close-first = Sluit eerst wat bovenop ligt.
why-list-only = Dit kan alleen in de lijst.
why-on-signals = Dit kan bij de signalen: druk op { $key }.
why-no-filter = Er is geen filter.
cancel-again = Nog eens { $key } vraagt of u wilt afsluiten.
choose-quit = Loket afsluiten?
choose-letters = { $some } of { $last }
choose-takes = Kies { $letters }; Enter neemt de gekozen regel.
choose-takes-typed = Kies { $letters } of ↑ ↓; Enter neemt de gekozen regel.
choose-stray = “{ $typed }” doet hier niets. Kies { $letters }; Enter neemt “{ $label }”.
choose-quit-unsent = Nog niet alles is bevestigd. Loket toch afsluiten?
choose-quit-demo = De demo sluiten? Wat u erin deed en typte, gaat dan weg
choose-unkept = Uw tekst staat alleen op dit scherm; bewaren lukt niet
choose-not-kept = Uw tekst is niet opgeslagen en wordt niet bewaard: zo is het ingesteld
choose-quit-not-kept = Loket afsluiten? Wat niet is opgeslagen of verstuurd, gaat dan verloren: zo is het ingesteld
choose-on-disk = { $count ->
    [one] U bewaart geen concepten, maar er ligt nog 1 tekst van eerder op deze computer
   *[other] U bewaart geen concepten, maar er liggen nog { $count } teksten van eerder op deze computer
}
on-disk-stay = Laten liggen; ze komen terug als u weer bewaart
on-disk-stay-letter = l
on-disk-clear = Weggooien, ook wat nog niet was verstuurd
on-disk-clear-letter = w
unkept-stay = Blijven, de tekst staat er nog
unkept-stay-letter = b
unkept-drop = Sluiten en de tekst weggooien
unkept-drop-letter = w
choose-quit-unkept = Loket afsluiten? Uw tekst kan niet worden bewaard en gaat dan verloren
choose-run-help = { $word }: nu uitvoeren?
run-help-no = nee, terug naar de hulp
run-help-no-letter = n
run-help-yes = ja, uitvoeren
run-help-yes-letter = j
quit-stay = Blijven
quit-stay-letter = b
quit-leave = Afsluiten
quit-leave-letter = a
command-list-match-next = volgende treffer
command-list-match-next-help = De volgende regel die het filter overlaat; na de laatste de eerste.
command-list-match-previous = vorige treffer
command-list-match-previous-help = De vorige regel die het filter overlaat; voor de eerste de laatste.
command-global-cancel = afbreken
command-global-cancel-help = Breek een halve toetsreeks of een menu af; twee keer kort na elkaar vraagt of u wilt afsluiten.
command-filter-keep = filter houden
command-filter-keep-help = Terug naar de lijst, die gefilterd blijft.
command-filter-clear = filter wissen
command-filter-clear-help = Wist het filter: terug naar de hele lijst.
command-text-enter = verder
command-text-enter-help = Naar het volgende veld; in het laatste veld slaat u ermee op. In een tekst van meer regels begint een nieuwe regel.
choose-keymap = Toetsen
choose-language = Taal
choose-theme = Kleuren
keymap-now = Toetsen: { $name }
language-now = loket spreekt nu Nederlands.
choice-until-demo = Dit geldt tot u de demo sluit.
choice-not-kept = Dit geldt tot u loket sluit: het kon niet worden bewaard. { $words }
theme-now = Kleuren: { $name }
nothing-to-choose = Er is niets om uit te kiezen.
keymap-standaard = letters zijn opdrachten
keymap-vim = zoals vim, met aantallen
keymap-office = F-toetsen; letters filteren
language-nl = Nederlands
language-en = English
scope-menu = Menu
scope-finder = Hulp en opdrachten
command-global-palette = opdrachten
command-global-palette-help = Alle opdrachten, op naam.
command-global-keymap = toetsen kiezen
command-global-keymap-help = Kies andere toetsen: standaard, vim of office.
command-global-language = taal kiezen
command-global-language-help = Kies de taal: Nederlands of Engels.
command-global-theme = kleuren kiezen
command-global-theme-help = Kies andere kleuren.
command-list-actions = meer
command-list-actions-help = Alles wat u met dit signaal kunt doen, met de reden als iets niet kan.
command-menu-next = volgende
command-menu-next-help = De volgende regel.
command-menu-previous = vorige
command-menu-previous-help = De vorige regel.
command-menu-first = eerste
command-menu-first-help = De eerste regel.
command-menu-last = laatste
command-menu-last-help = De laatste regel.
command-menu-pick = kiezen
command-menu-pick-help = Kies deze regel.
command-menu-close = sluiten
command-menu-close-help = Sluit het menu zonder te kiezen.
command-finder-next = volgende
command-finder-next-help = De volgende opdracht.
command-finder-previous = vorige
command-finder-previous-help = De vorige opdracht.
command-finder-page-down = pagina omlaag
command-finder-page-down-help = Een pagina omlaag.
command-finder-page-up = pagina omhoog
command-finder-page-up-help = Een pagina omhoog.
command-finder-run = uitvoeren
command-finder-run-help = Voer de opdracht uit.
command-finder-close = sluiten
command-finder-close-help = Sluit de lijst.
keymap-broken = Dit is geen geldig TOML-bestand: { $detail }
keymap-inherit = 'inherit' noemt een van: { $names }.
keymap-letters = 'letters' is "filter" of "commands".
keymap-counts = 'counts' is true of false.
keymap-unknown-table = Er is geen tabel [{ $table }].{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u [{ $near }]?
    }
keymap-not-a-table = [{ $table }] hoort een tabel te zijn.
keymap-unknown-command = [{ $table }] heeft geen opdracht '{ $command }'.{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u '{ $near }'?
    }
keymap-other-table = De opdracht '{ $command }' hoort niet in [{ $table }] maar in [{ $other }].
keymap-not-keys = De toetsen van '{ $command }' zijn een tekst of een lijst van teksten.
keymap-no-key = Hier staat geen toets. Schrijf [] om een opdracht geen toets te geven.
keymap-unknown-key = Er is geen toets '{ $text }'.{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u '{ $near }'?
    }
keymap-same-key = Een terminal stuurt '{ $text }' als '{ $arrives }'. Schrijf '{ $arrives }'.
keymap-twice = '{ $keys }' staat twee keer bij '{ $command }'.
keymap-conflict = '{ $keys }' was van '{ $other }' en is nu van '{ $command }'.
keymap-shadowed = '{ $keys }' ('{ $command }') wordt nooit bereikt: het begin ervan is al '{ $other }'.
cli-theme-list = Toon welke kleuren er zijn; * is wat u gebruikt
cli-theme-check = Controleer of elke tekst leesbaar is (WCAG: 4,5 op 1, of 7 op 1 bij hoog contrast)
cli-theme-check-name = Naam van een thema, of een themabestand
cli-theme-weak =
    { $count ->
        [one] Eén tekst heeft te weinig contrast (met ! gemerkt).
       *[other] { $count } teksten hebben te weinig contrast (met ! gemerkt).
    }
cli-column-theme = Thema
cli-column-on = Op
cli-column-ratio = Contrast
cli-column-least = Minstens
theme-terminal = de kleuren van uw terminal
theme-dark = donker
theme-light = licht
theme-contrast-dark = donker, hoog contrast
theme-contrast-light = licht, hoog contrast
theme-colourblind = zonder rood en groen
theme-mono = zonder kleur
theme-broken = Dit is geen geldig TOML-bestand: { $detail }
theme-inherit = Er is geen thema '{ $name }' om van uit te gaan.{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u '{ $near }'?
    }
theme-selection = 'selection' is "bar", "marker" of "reverse".
theme-contrast = 'contrast' is "normal" of "high".
theme-borders = 'borders' is "unicode" of "ascii".
theme-ground = De achtergrond is alleen een kleur: #rrggbb, een naam, of default.
cli-theme-show = Toon een thema als bestand, om uw eigen mee te beginnen
cli-theme-show-name = Naam van een thema, of een themabestand; zonder: wat u gebruikt
theme-unknown-key = Een thema heeft geen '{ $name }'.{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u '{ $near }'?
    }
theme-not-a-table = [{ $name }] hoort een tabel te zijn.
theme-unknown-role = Er is geen rol '{ $name }'.{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u '{ $near }'?
    }
theme-no-colour = '{ $text }' is geen kleur (#rrggbb, een naam, default) en geen nadruk (bold, underline, reverse, faint).{ $near ->
        [none] {""}
       *[other] {" "}Bedoelt u '{ $near }'?
    }
cli-theme = Kleuren: welke er zijn, en of ze leesbaar zijn
nothing-to-redo = Er is niets om opnieuw te doen. Na een nieuwe handeling kan wat u ongedaan maakte niet opnieuw.
undo-touched-since = { $number } is intussen door een ander gewijzigd; { $field } staat nu op { $now }. Er is niets teruggedraaid: bekijk het signaal.
undo-withdraw-by = Uw voorstel trekt u in met { $key }.
choose-undo-past = { $saved }: dat blijft. Wilt u terugdraaien wat u daarvoor deed: { $what }?
undo-past-no = Nee, laat alles zo
undo-past-no-letter = n
undo-past-yes = Ja, draai dat terug
undo-past-yes-letter = j
choose-undo-several = { $count } acties terugdraaien, de laatste eerst?
undo-one = Alleen dit: { $what }
undo-one-letter = a
undo-several-yes = Ja, draai deze { $count } terug
undone-round = { $count } teruggedraaid: { $what }
undone-round-part = { $count } van { $all } teruggedraaid; { $refused } geweigerd, { $untried } niet geprobeerd
choose-round = { $count } van { $all } teruggedraaid
round-undone = teruggedraaid
round-untried = niet geprobeerd, staat nog zo
undo-changed-since = { $number } is intussen gewijzigd: { $field } had u op { $mine } gezet en staat nu op { $now }. Er is niets teruggedraaid.
nobody = niemand
choose-history = Wat u deed; Enter draait terug, bij oudere na een vraag
past-claim = { $number } op uw naam gezet
past-release = { $number } vrijgegeven
past-urgency = urgentie van { $number }
past-status = status van { $number }
command-global-redo = opnieuw
command-global-redo-help = Doe opnieuw wat u ongedaan maakte.
command-global-history = wat u deed
command-global-history-help = Wat u het laatst deed; kies tot waar u terugdraait.
choose-burst = U typte of plakte tekst, maar niet in een veld
burst-forget = vergeten: er gebeurt niets
burst-forget-letter = v
burst-filter = de lijst hierop filteren
burst-filter-letter = f
unlocked = Uw scherm is weer open
covered-whose = Scherm van { $who }
covered = Afgeschermd. Druk op Enter of Esc om verder te gaan.
read-only-short = LEZEN
read-only-mark = alleen lezen
why-read-only = loket staat op alleen lezen.
why-read-only-locked = loket is gestart met --read-only: dat blijft zo tot u loket sluit.
read-only-on = Alleen lezen: niets wordt gewijzigd tot u dit weer uitzet.
read-only-off = U kunt weer wijzigen.
cli-read-only = Wijzig niets in het scherm: elke opdracht daar die iets verandert staat uit
config-not-yes-or-no = { $key } is true of false.
command-global-lock = afschermen
command-global-lock-help = Scherm af wat op het scherm staat. Er is geen wachtwoord: Enter opent het weer.

## text: velden, editor, sjablonen, concepten, klembord

draft-restored = concept van { $moment } hersteld
draft-set-aside = Er was ook een eerder concept. Het is bewaard naast wat u nu typt.
draft-gone = Dit concept is er niet meer: het staat open in een ander venster of is al opgeslagen.
draft-needs-marks = Dit concept hoort bij gemarkeerde signalen. Markeer ze weer en open het dan.
drafts-of-marked = bij gemarkeerde
draft-open-already = Dit formulier staat al open. Sluit het eerst; wat u typte blijft bewaard.
drafts-waiting = { $count ->
    [one] 1 concept wacht: { $key } opent het.
   *[other] { $count } concepten wachten: { $key } opent ze.
}
drafts-none = Er zijn geen concepten.
drafts-refused = geweigerd
draft-refused = Geweigerd door de server: { $why }
drafts-waits = wacht op verzending
draft-waits = Wacht op verzending: wordt vanzelf verstuurd zodra de server antwoordt.
drafts-aside = opzijgezet
draft-aside = Opzijgezet: komt niet vanzelf terug in een formulier.
drafts-drop = weggooien
drafts-title = Concepten: verder met
drafts-nothing = Geen concept gevonden.
templates-title = Sjablonen
templates-nothing = Geen sjabloon gevonden. Esc gaat terug naar uw tekst.
template-missing = { $count ->
    [one] Nog in te vullen: { $what }.
   *[other] Nog { $count } plaatsen in te vullen, de eerste is { $what }.
}
links-title = Verwijzingen: Enter kopieert
links-nothing = Geen verwijzing gevonden.
link-command = toont dit signaal
link-command-help = Een signaal heeft geen webpagina. Met deze opdracht toont loket het op elke computer waar het is ingesteld.
picker-search = Zoek:
why-no-field = Dit werkt alleen in een tekstveld van een formulier.
why-no-block = Dit werkt alleen in een veld van meer regels.
form-close = Sluiten
doubt-unfilled = { $field }: { $what } is nog niet ingevuld.
doubt-name = { $field }: “{ $what }” lijkt een naam. Het onderwerp is voor velen zichtbaar.
doubt-age = { $field }: “{ $what }” lijkt een leeftijd. Het onderwerp is voor velen zichtbaar.
doubt-diagnosis = { $field }: “{ $what }” lijkt een diagnose. Het onderwerp is voor velen zichtbaar.
doubt-nationality = { $field }: “{ $what }” lijkt een nationaliteit. Het onderwerp is voor velen zichtbaar.
editor-taken = De tekst uit de editor staat in het veld.
editor-same = De editor heeft niets gewijzigd.
editor-unset = Er is geen editor ingesteld: een eigen tekstprogramma (VISUAL of EDITOR). Typ hier verder.
editor-missing = De editor “{ $what }” start niet. Typ hier verder; uw tekst staat er nog.
editor-code = De editor eindigde met code { $what }. Uw tekst is zoals zij was.
editor-code-text = De editor eindigde met code { $what }, dus uw tekst is zoals zij was. { $key } haalt de tekst uit de editor op.
editor-killed = De editor is afgebroken. Uw tekst is zoals zij was.
editor-killed-text = De editor is afgebroken. Wat u daar had opgeslagen, staat in het veld.
editor-too-large = De editor liet { $what } KiB achter; dat past niet in het veld. Uw tekst is zoals zij was. De tekst uit de editor blijft staan in { $path }.
editor-failed = De editor kan niet worden gebruikt: { $what }. Typ hier verder; uw tekst staat er nog.
copy-control = Hier staat een stuurteken in. Dat wordt niet gekopieerd.
copy-off = { $text }  (kopiëren gaat hier niet: selecteer met de muis)
template-broken = Dit is geen geldige TOML: { $detail }
template-not-a-table = "{ $name }" moet een tabel zijn: [{ $name }], met title en text.
template-not-text = "{ $key }" moet tekst zijn, tussen aanhalingstekens.
template-unknown-key = Een sjabloon heeft geen "{ $key }".{ $near ->
    [none] {" "}Alleen title en text.
   *[other] {" "}Bedoelt u "{ $near }"?
}
template-unknown-variable = Loket kan { "{" }{ $variable }{ "}" } niet invullen; het blijft zo staan.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u { "{" }{ $near }{ "}" }?
}
template-without-text = Het sjabloon "{ $name }" heeft geen text.
command-signal-note-editor = notitie in editor
command-signal-note-editor-help = Schrijf een notitie in een eigen tekstprogramma, als uw beheerder er een instelde (VISUAL, EDITOR).
command-signal-copy-link = kopieer verwijzing
command-signal-copy-link-help = Kopieer de opdracht die dit signaal toont.
command-signal-links = verwijzingen
command-signal-links-help = Toon de webadressen die in dit signaal staan, en de opdracht die het toont.
command-global-drafts = concepten
command-global-drafts-help = Wat u typte en nog niet hebt opgeslagen.
command-text-delete-word-next = wis volgend woord
command-text-delete-word-next-help = Wis het woord na de cursor.
command-text-delete-to-start = wis tot begin
command-text-delete-to-start-help = Wis van het begin van de regel tot de cursor.
command-text-delete-to-end = wis tot einde
command-text-delete-to-end-help = Wis van de cursor tot het einde van de regel.
command-text-undo = herstel in veld
command-text-undo-help = Draai de laatste wijziging in dit veld terug.
command-text-redo = opnieuw in veld
command-text-redo-help = Voer die wijziging in dit veld opnieuw uit.
command-text-word-left = woord terug
command-text-word-left-help = Een woord naar links.
command-text-word-right = woord verder
command-text-word-right-help = Een woord naar rechts.
command-text-text-start = begin van tekst
command-text-text-start-help = Naar het begin van de tekst.
command-text-text-end = einde van tekst
command-text-text-end-help = Naar het einde van de tekst.
command-text-page-up = pagina omhoog
command-text-page-up-help = Een pagina omhoog in het veld.
command-text-page-down = pagina omlaag
command-text-page-down-help = Een pagina omlaag in het veld.
command-text-template = sjabloon
command-text-template-help = Voeg een sjabloon in; :: typen doet hetzelfde. Eigen sjablonen: map templates naast uw configuratie.
command-text-editor = editor
command-text-editor-help = Ga verder in een eigen tekstprogramma, als uw beheerder er een instelde (VISUAL, EDITOR).

## terminal: regels lezen, muis, bel

setting-plain = Lees regels in plaats van een scherm, voor schermlezers en terminals die geen tekst kunnen plaatsen.
setting-mouse = Of er naar de muis wordt geluisterd. auto: ja, maar niet over SSH.
setting-bell = Bel bij: een signaal komt op uw naam, wordt van u overgenomen, of zijn harde datum is vandaag.
setting-notify = Vraag dan ook het bureaublad om een melding (OSC 9 of 777), zonder gegevens.
setting-documents_sender = Het e-mailadres waar uitnodigingen voor vergaderingen van komen; loket serve leest dit.
setting-documents_templates = De map met per organisatie een sjabloon voor de stukken van vergaderingen (UWV.toml; default.toml voor wie er geen heeft); loket serve leest die.
setting-local_accounts = Mensen melden zich aan bij de server zelf, met wachtwoordzin en code (loket account); niet naast een aanbieder. Hoogstens 25 accounts; loket serve leest dit.
setting-requests_per_person = Hoogstens zo veel verzoeken per minuut van één account, over alle servers samen; 0: geen grens. loket serve leest dit.
setting-requests_per_address = Hoogstens zo veel verzoeken per minuut van één adres, van wat geen token nodig heeft of met een token komt dat niet geldt; 0: geen grens. loket serve leest dit.
cli-plain = Lees regels in plaats van een scherm: genummerde lijsten, zonder kleuren en zonder tekenwerk. Voor schermlezers en TERM=dumb
command-global-mouse = muis
command-global-mouse-help = Zet de muis aan of uit. Uit: de terminal selecteert weer zelf tekst.
command-global-read-only = alleen lezen
command-global-read-only-help = Zet alleen lezen aan of uit. Aan: elke opdracht die iets wijzigt staat uit; linksboven staat LEZEN.
mouse-on = Muis aan: klik kiest, wiel schuift. Tekst selecteren: met Shift.
mouse-off = De muis is uit: de terminal selecteert zelf tekst.
notification = loket: kijk even, er vraagt iets uw aandacht.
attention-given = { $number } staat nu op uw naam.
attention-claimed = { $number } staat nu op uw naam: wat u eerder deed en niet bevestigd was, is alsnog gedaan.
attention-taken = { $number } is van u overgenomen door { $name }.
attention-lapsed = { $number } is weer vrij: u deed er een kwartier niets aan. { $key } zet het weer op uw naam.
attention-due = De harde datum van { $number } is vandaag.
attention-sending = { $number } wacht op uw bevestiging: { $pane }, dan { $key }.
attention-due-several = Van { $count } van uw signalen is de harde datum vandaag.
not-in-list = Dit signaal staat niet meer in de lijst.
why-plain-screen = Dit heeft een heel scherm nodig; hier worden regels gelezen.
why-plain = Dit verandert alleen hoe een scherm eruitziet; hier worden regels gelezen.
copy-plain = { $text }
plain-live = Verbonden met de server. De gegevens zijn actueel.
plain-old = Wat u leest is van daarvoor, en kan verouderd zijn.
plain-waits = { $count ->
    [one] 1 tekst wacht op verzending.
   *[other] { $count } teksten wachten op verzending.
}
plain-done = Gedaan: { $text }
plain-info = { $text }
plain-warn = Let op: { $text }
plain-fail = Niet gelukt: { $text }
plain-undo = Typ u om dit ongedaan te maken.
plain-prompt-list = Signalen>{" "}
plain-prompt-menu = Nummer of letter, of Enter voor niets:{" "}
plain-prompt-find = Nummer, of woorden om te zoeken, of Enter om te sluiten:{" "}
plain-prompt-search = Wie? Woorden, of een nummer, of Enter om terug te gaan:{" "}
plain-prompt-card = Kaart. Een opdracht, of Enter om terug te gaan:{" "}
plain-prompt-filter = Filter:{" "}
plain-prompt-covered = Enter gaat verder:{" "}
plain-prompt-do = { $button }? Enter of ja doet het, nee bewaart een concept, een nummer wijzigt dat veld:{" "}
plain-prompt-save = Opslaan? Enter of ja slaat op, nee bewaart een concept, een nummer wijzigt dat veld:{" "}
plain-covered = Afgeschermd. Er komt niets bij tot u op Enter drukt. Wat hierboven al staat, kan loket hier niet wissen.
plain-read-only = loket staat op alleen lezen.
plain-list =
    { $view }: { $count ->
        [0] geen signalen. Typ weergave voor een andere lijst, of nieuw voor een melding.
        [one] 1 signaal.
       *[other] { $count } signalen, { $sort }.
    }
plain-closed-too = { $what ->
    [closed] { $count ->
        [one] 1 afgesloten signaal past ook op dit filter
       *[other] { $count } afgesloten signalen passen ook op dit filter
    }
   *[outside] { $count ->
        [one] 1 signaal buiten deze weergave past ook op dit filter
       *[other] { $count } signalen buiten deze weergave passen ook op dit filter
    }
}: weergave alle toont dat.
plain-list-filtered = { $view }, met “{ $filter }”: { $count } van { $all } signalen, { $sort }. / wist het filter.
plain-rest = Nog { $rest }. m geeft er meer.
plain-all-told = Dat zijn ze alle.
plain-no-more = Er zijn er niet meer.
plain-new-rows =
    { $count ->
        [one] 1 nieuw signaal in de lijst.
       *[other] { $count } nieuwe signalen in de lijst.
    } l geeft de lijst opnieuw.
plain-marked =
    { $count ->
        [0] Er is niets meer gemarkeerd.
       *[other] { $count } gemarkeerd; een opdracht geldt voor alle.
    }
plain-left = past niet meer bij deze lijst
plain-mark = gemarkeerd
plain-hard-date = harde datum { $date }, { $days }
plain-yours = bij u
plain-with = bij { $name }
plain-new-entries = Nieuw in de tijdlijn:
plain-prompt-conflict = Keuze, of Enter voor concept:{" "}
plain-conflict-row = { $field }: was { $was }; u { $mine }; { $who } { $theirs }. Geldt: { $result }
plain-conflict-done = Alles is gekozen. Typ opslaan om samen te voegen en op te slaan.
plain-help-conflict = Typ mijn of hun met het nummer van een veld, zoals “mijn 2”. “bewerk 2” schrijft het veld opnieuw, opslaan voegt samen, Enter bewaart uw tekst als concept.
plain-prompt-panel = Nummer, of Enter om te sluiten:{" "}
plain-help-panel = Typ een nummer om een regel aan of uit te zetten, en -nummer om die signalen juist weg te laten. Een opdracht mag met een nummer, zoals “later 3”. m toont er meer, Enter sluit.
plain-on = aan
plain-off = uit
plain-excluded = weggelaten
plain-always = altijd aan
doctor-keys-mouse = muis
plain-here = nu
plain-not-now = Kan nu niet: { $why }
plain-find-end = Einde van de lijst.
plain-can = U kunt hier: { $words }, terug.
plain-filter = Woorden, of veld:waarde; een min ervoor sluit uit. Een lege regel wist het filter.
plain-no-number = Er is geen nummer { $number }.
plain-unknown = “{ $typed }” is hier geen opdracht. Typ ? voor wat u hier kunt doen.
plain-which = Welke bedoelt u? { $words }.
plain-form-help = Enter laat staan wat er staat. /terug gaat een veld terug, /wis maakt het veld leeg, /opslaan slaat meteen op, /stop bewaart een concept en sluit.
plain-form-contact-back-hint = Leeg, of een dag, ook met een tijd: do, morgen 10:00, +3, 2-12.
plain-block-help = Typ zoveel regels als u wilt; Enter begint een nieuwe regel, een punt alleen op een regel sluit af. /wis 2 haalt regel 2 weg, /wis alles.
plain-block-now = Er staat al:
plain-line-gone = Regel { $number } is weg: { $text }
plain-understood = Begrepen: { $text }
plain-no-choice = Kies een van de genoemde woorden.
plain-first-field = Dit is het eerste veld.
plain-save-help = Typ ja, nee of het nummer van een veld.
plain-yes = ja
plain-no = nee
plain-help-list = Typ een nummer om dat signaal te openen; m geeft er meer, l de lijst opnieuw. /woorden filtert, / wist het filter. Een opdracht mag met naam of letter, en met een nummer erachter: op mijn naam 3. Wat een opdracht vraagt, mag er ook achter: wie cak, urgentie hoog 3.
plain-help-open = Typ een opdracht met naam of letter. terug gaat naar de lijst, l leest het signaal opnieuw, een nummer opent dat signaal uit de lijst.
plain-help-card = Typ een opdracht met naam of letter. terug gaat naar het zoeken.
plain-help-text = U typt hier tekst. Een opdracht begint met een schuine streep: /terug, /stop, /afsluiten. Begint uw tekst zelf met een schuine streep, typ er dan twee.
plain-help-menu = Typ het nummer of de letter van een regel. Enter kiest niets.
plain-place = U bent bij { $at }. { $number }, { $title }.
plain-reading = U leest { $number }, { $title }.
plain-pasted = { $count } regels geplakt in “{ $field }”. Een punt alleen op een regel sluit af.
plain-pasted-nowhere = Er kwamen { $count } regels tegelijk binnen. Daarvan is niets uitgevoerd of bewaard. Plak tekst in een veld met meer regels, zoals een notitie.
plain-cut = Deze regel is zo lang dat het einde er mogelijk af is: een terminal geeft hoogstens 4095 tekens door. Controleer het einde.
plain-help-end =
    { $rest ->
        [0] hulp geeft alle opdrachten, q sluit loket af.
       *[other] En nog { $rest }: hulp geeft alle opdrachten, q sluit loket af.
    }

setting-clipboard = Gaat gekopieerde tekst naar het klembord van uw terminal (OSC 52)? auto: behalve als bekend is dat de terminal er geen heeft; osc52: altijd; off: nooit.
setting-clipboard_end = Hoe een verzoek aan het klembord eindigt: bel, dat elke terminal kent, of st.
waits-mark = { $count ->
    [one] 1 wacht
   *[other] { $count } wachten
}
drafts-mark = { $count ->
    [one] 1 concept
   *[other] { $count } concepten
}
## views: opgeslagen weergaven

view-shared = gedeeld
view-own = van u
cli-view = Bewaarde weergaven van de wachtrij
cli-view-list = Toon uw weergaven en de gedeelde
cli-view-create = Bewaar een weergave
cli-view-create-name = Naam van de weergave; geen tekst uit een zaak
cli-view-create-filter = Filter van velden, zoals "gemeente:utrecht -status:wacht"; losse woorden worden geweigerd
cli-view-create-base = Welke signalen: { $values }
cli-view-create-sort = Volgorde, naar kolom: { $values }
cli-view-create-descending = Van hoog naar laag
cli-view-create-columns = Kolommen op volgorde, gescheiden door komma's: { $values }
cli-view-create-shared = Zichtbaar voor iedereen van uw organisatie
cli-view-delete = Verwijder een weergave die u zelf hebt gemaakt
cli-view-delete-which = Kenmerk of naam van de weergave
cli-view-column-name = Naam
cli-view-column-shared = Van wie
cli-view-column-base = Basis
cli-view-column-filter = Filter
cli-view-column-sort = Volgorde
cli-view-column-owner = Gemaakt door
cli-view-column-id = Kenmerk
cli-view-none = Er zijn nog geen bewaarde weergaven.
cli-view-created = Weergave "{ $name }" is bewaard.
cli-view-deleted = Weergave "{ $name }" is verwijderd.
cli-view-unknown = Er is geen weergave "{ $name }". Zie: loket view list
cli-view-several = Er zijn meer weergaven "{ $name }". Gebruik het kenmerk; zie: loket view list

## lists: facetten, kolommen, weergaven, advies bij het filter

command-list-facets = filterlijst
command-list-facets-help = Filter op wat er is: termijn, urgentie, status, behandelaar, gemeente, instantie, met aantallen. Op 4: wat eindigt wanneer.
command-list-save-view = weergave bewaren
command-list-save-view-help = Bewaar wat de lijst toont onder een naam: filter, sortering en kolommen.
command-list-columns = kolommen
command-list-columns-help = Kies welke kolommen de lijst heeft, en waar zij staan.
command-filter-mend = verbeteren
command-filter-mend-help = Zet in het filter wat u waarschijnlijk bedoelde.
command-conflict-next = volgende
command-conflict-next-help = Het volgende veld; in de hele teksten een regel verder.
command-conflict-previous = vorige
command-conflict-previous-help = Het vorige veld; in de hele teksten een regel terug.
command-conflict-mine = mijn
command-conflict-mine-help = Wat u typte geldt in dit veld.
command-conflict-theirs = hun
command-conflict-theirs-help = Wat de ander schreef geldt in dit veld.
command-conflict-edit = bewerk
command-conflict-edit-help = Schrijf dit veld opnieuw in het formulier, met de tekst van de ander erbij.
command-conflict-whole = heel
command-conflict-whole-help = De teksten van dit veld helemaal, of weer de tabel.
command-conflict-save = opslaan
command-conflict-save-help = Sla op wat gekozen is.
command-conflict-next-button = knop
command-conflict-next-button-help = De volgende knop.
command-conflict-previous-button = vorige knop
command-conflict-previous-button-help = De vorige knop.
command-conflict-press = kies
command-conflict-press-help = Drukt op de gekozen knop; eerst is dat: bewaar concept.
command-conflict-close = formulier
command-conflict-close-help = Terug naar het formulier; er is nog niets gekozen.
command-panel-next = volgende
command-panel-next-help = De volgende regel.
command-panel-previous = vorige
command-panel-previous-help = De vorige regel.
command-panel-page-down = pagina omlaag
command-panel-page-down-help = Een pagina omlaag.
command-panel-page-up = pagina omhoog
command-panel-page-up-help = Een pagina omhoog.
command-panel-first = eerste
command-panel-first-help = De eerste regel.
command-panel-last = laatste
command-panel-last-help = De laatste regel.
command-panel-next-group = volgende groep
command-panel-next-group-help = Naar de volgende groep.
command-panel-previous-group = vorige groep
command-panel-previous-group-help = Naar de vorige groep.
command-panel-toggle = aan/uit
command-panel-toggle-help = Zet dit aan of uit. De lijst verandert meteen mee.
command-panel-exclude = uitsluiten
command-panel-exclude-help = Laat dit weg uit de lijst, of niet meer.
command-panel-earlier = naar links
command-panel-earlier-help = Zet deze kolom meer naar links.
command-panel-later = naar rechts
command-panel-later-help = Zet deze kolom meer naar rechts.
command-panel-reset = stap terug
command-panel-reset-help = Maakt de laatste wijziging in dit venster ongedaan; nog eens: de wijziging daarvoor.
panel-nothing-to-reset = In dit venster is niets meer ongedaan te maken.
command-panel-close = klaar
command-panel-close-help = Sluit het venster. Wat u koos blijft.
scope-conflict = Twee versies
scope-conflict-short = versies
scope-panel = Filterlijst en kolommen
scope-panel-short = venster
why-other-window = Dat kan niet in dit venster.
why-nothing-to-mend = Er is niets te verbeteren aan het filter.
view-strays = gewijzigd
view-save = Deze lijst bewaren als…
view-save-letter = b
view-replace = { $name } vervangen door deze lijst
view-replace-letter = w
view-rename = { $name } hernoemen of delen
view-rename-letter = n
view-delete = { $name } verwijderen
view-delete-letter = x
choose-view-replace = { $name } vervangen door deze lijst?
view-replace-no = nee, laat de weergave zoals zij is
view-replace-no-letter = n
view-replace-yes = ja, vervangen
view-replace-yes-letter = j
choose-view-delete = { $name } verwijderen?
view-delete-no = nee, bewaar de weergave
view-delete-no-letter = n
view-delete-yes = ja, verwijderen
view-delete-yes-letter = j
view-saved = Weergave “{ $name }” is bewaard.
view-saved-demo = Bij het sluiten van de demo verdwijnt ze.
view-replaced = Weergave “{ $name }” is vervangen.
view-deleted = Weergave “{ $name }” is verwijderd.
view-is-gone = Deze weergave bestaat niet meer.
view-without-words = zonder: { $words }
view-whole = zonder filter
form-title-view = Weergave bewaren
form-title-rename-view = Weergave
form-view-name = Naam
form-view-name-hint = Bewaart weergave, filter, volgorde en kolommen van nu. Geen naam of tekst uit een zaak.
form-view-seen-by = Voor
form-choice-own = alleen mijzelf
form-choice-shared = iedereen in de organisatie
sort-title = op onderwerp
sort-bodies = op instantie
sort-status = op status
sort-received-turned = oudste eerst
sort-hard-date-turned = laatste datum, dan urgentie
sort-ascending = oplopend
sort-descending = aflopend
sort-turn = nu; omkeren
sort-columns = kolommen kiezen…
sort-columns-letter = k
sort-key = { "" } (anders: { $key })
column-urgency = Urgentie
column-number = Nummer
column-received = Binnen
column-title = Onderwerp
column-municipality = Gemeente
column-bodies = Instanties
column-hard-date = Harde datum
column-owner = Behandelaar
column-status = Status
column-urgency-letter = u
column-number-letter = r
column-received-letter = n
column-title-letter = o
column-municipality-letter = g
column-bodies-letter = i
column-hard-date-letter = d
column-owner-letter = b
column-status-letter = s
column-always = altijd
column-no-room = aan, geen ruimte
column-shown = te zien
column-off = uit
column-stays = Deze kolom staat er altijd; verplaatsen kan wel.
column-not-on = Zet deze kolom eerst aan; dan kunt u haar verplaatsen.
columns-title = Kolommen, van links naar rechts
facets-title = Filterlijst: { $count ->
    [one] 1 signaal
   *[other] { $count } signalen
}
facets-none = Er zijn geen signalen om uit te kiezen. Sluit dit venster en wis het filter.
panel-below = nog { $count }
lines-below = ↓ nog { $count ->
        [one] 1 regel
       *[other] { $count } regels
    }{ $key ->
        [none] {""}
       *[other] {"  "}{ $key }
    }
head-status = Status
head-urgency-sign = {""}
facet-heading-status = Status
facet-heading-municipality = Gemeente
facet-heading-body = Instantie
facet-heading-urgency = Urgentie
facet-heading-owner = Behandelaar
facet-heading-date = Harde datum
filter-field-status = status
filter-field-municipality = gemeente
filter-field-body = instantie
filter-field-urgency = urgentie
filter-field-owner = behandelaar
filter-field-number = nummer
filter-field-date = datum
filter-field-received = datum
filter-status-received = ontvangen
filter-status-triage = triage
filter-status-waiting = wacht
filter-status-in_progress = behandeling
filter-status-with_body = instantie
filter-status-agreed = afgesproken
filter-status-aftercare = nazorg
filter-status-closed = afgesloten
filter-status-referred = doorverwezen
filter-status-out_of_scope = buiten
filter-status-withdrawn = ingetrokken
filter-value-me = ik
filter-value-free = vrij
filter-value-overdue = verlopen
filter-value-today = vandaag
filter-value-tomorrow = morgen
filter-value-week = week
filter-value-next-week = volgende-week
filter-value-later = later
filter-value-none = geen
facet-me = ik
facet-free = vrij
facet-overdue = verlopen
facet-today = vandaag
facet-tomorrow = morgen
facet-week = deze week, vanaf vandaag
facet-next-week = volgende week
facet-later = later
facet-none = zonder harde datum
filter-loose = Geen signaal heeft precies deze woorden. Dit lijkt erop.
filter-closed-too = { $what ->
    [closed] { $count ->
        [one] 1 afgesloten signaal past ook op dit filter
       *[other] { $count } afgesloten signalen passen ook op dit filter
    }
   *[outside] { $count ->
        [one] 1 signaal buiten deze weergave past ook op dit filter
       *[other] { $count } signalen buiten deze weergave passen ook op dit filter
    }
}: { $key }, weergave “alle”.
count-closed-too = { "" } + { $count } { $what ->
    [closed] afgesloten
   *[outside] elders
}
advice-field = loket kent het veld “{ $text }” niet.{ $near ->
    [none] { " " }Velden zijn: termijn, gemeente, instantie, status, urgentie, behandelaar, nummer, binnen. Titels: typ gewoon een woord.
   *[other] { " " }Bedoelt u “{ $near }”?
}
advice-board-field = loket kent het veld “{ $text }” hier niet.{ $near ->
    [none] { " " }Velden zijn: soort, termijn, gemeente, instantie, status, urgentie, behandelaar, nummer, binnen.
   *[other] { " " }Bedoelt u “{ $near }”?
}
advice-kind = Er is geen soort “{ $text }”.{ $near ->
    [none] {""}
   *[other] { " " }Bedoelt u “{ $near }”?
}
advice-value = Er is geen { $field } “{ $text }”.{ $near ->
    [none] {""}
   *[other] { " " }Bedoelt u “{ $near }”?
}
advice-bare = “{ $text }” zoekt zo in de tekst van het signaal. Bedoelt u “{ $near }”?
advice-day = “{ $text }” is geen dag. Zo wel: vandaag, <=7d, <=vr, week, verlopen, 2-12, geen.
advice-number = “{ $text }” is geen nummer. Zo wel: 471, S-471, 2026-471.
advice-key = { $key } verbetert het.
### Configuratie: instellingen, doctor, inrichten

config-not-one-of = De instelling "{ $key }" is { $first } of { $last }.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u "{ $near }"?
}
config-not-a-number = De instelling "{ $key }" is een geheel getal van 0 tot en met { $most }.
config-takes-text = Tekst tussen aanhalingstekens.
config-takes-file = Het pad van een bestand; ~/ is uw eigen map.
config-takes-number = Een geheel getal tot en met { $most }.
config-takes-yes-or-no = true of false.
config-takes-one-of = Eén van: { $words }.
config-variable-since = Variabele { $variable }. Sinds versie { $since }.
config-file-head = Configuratie van loket. Zet een regel aan door het hekje ervoor weg te halen. Wat telt, van sterk naar zwak: een optie van de opdracht, een variabele LOKET_..., dit bestand, { $system }, de standaard. Een fout houdt loket nooit tegen; "loket config check" noemt elke fout met de regel.
setting-server = Het adres van uw loket.
setting-exports_folder = De map waar geëxporteerde bestanden in komen. Standaard: uw eigen map.
setting-token_file = Het bestand met uw token, alleen leesbaar voor uzelf (chmod 600).
setting-keep_sign_in = Een aanmelding blijft op deze computer bewaard (alleen leesbaar voor u). Met false staat zij alleen in het geheugen en meldt u zich elke keer opnieuw aan.
setting-language = De taal van alle teksten.
setting-theme = Hoe het scherm eruitziet. Meegeleverd: { $names }. Een eigen thema is het bestand themes/NAAM.toml naast dit bestand.
setting-keymap = Welke toets wat doet. Meegeleverd: { $names }. Een eigen toetsenindeling is het bestand keymaps/NAAM.toml naast dit bestand.
setting-borders = Waarmee lijnen en tekens worden getekend. auto: wat de taalinstelling van uw systeem en de terminal aankunnen; de Linux-console krijgt ASCII.
setting-hints_delay_ms = Na zoveel milliseconden verschijnt welke toetsen na de eerste kunnen volgen; 0: nooit.
setting-lock_after_minutes = Na zoveel minuten zonder toets wordt het scherm afgeschermd; 0: nooit.
setting-read_only = Niets wijzigen vanuit het scherm.
setting-keys = Eigen toetsen boven op de toetsenindeling: een tabel per groep, zoals "loket keys" die noemt. Meer toetsen per opdracht mag; [] neemt ze weg.
cli-man-configuration = de configuratie van loket
cli-man-description = BESCHRIJVING
cli-man-settings = INSTELLINGEN
cli-config-set = Zet één instelling in uw configuratie; al het andere in het bestand blijft staan
cli-config-set-setting = De naam van de instelling
cli-config-set-value = De waarde
cli-config-path = Toon waar uw configuratie staat
cli-config-schema = Geef een JSON-schema voor editors
cli-config-show-origin = Toon ook waar elke waarde vandaan komt
cli-config-no-place = Er is geen plaats voor een configuratie: zet HOME of XDG_CONFIG_HOME op een volledig pad.
cli-config-cannot-set = "{ $key }" kan niet veilig worden gezet in { $file }: het bestand is geen geldige TOML. "loket config check" wijst de plaats aan.
cli-config-set-done = { $file }: { $line }

### Regels: wat een lijst vasthoudt, reeksen, handelingen op velen, verder waar u was

command-list-mark-range = reeks
command-list-mark-range-help = Begin een reeks bij de cursor; bewegen maakt haar langer, nog eens legt haar vast.
command-list-zoom = heel scherm
command-list-zoom-help = Geef de lijst, of het open signaal, het hele scherm; nog eens zet het terug.
command-global-failed = wat niet lukte
command-global-failed-help = Wat de laatste handeling op meer signalen niet kon doen, elk met de reden.
held-new = { $count } nieuw{ $crisis ->
        [0] {""}
       *[other] {" "}({ $crisis } crisis)
    }, { $key } toont
held-new-short = { $count } nieuw, { $key }
held-moved-short = { $key } sorteert
held-left-short = { $key } laat weg
held-moved = volgorde van eerder, { $key } sorteert opnieuw
held-left = past niet meer (~), { $key } laat weg
held-dropped = { $count ->
        [one] Eén signaal past niet meer bij weergave of filter en staat
       *[other] { $count } signalen passen niet meer bij weergave of filter en staan
    } er niet meer bij; de weergave “alle” zonder filter toont alles.
held-shown = { $count ->
        [one] Het signaal dat erbij kwam, staat
       *[other] De { $count } signalen die erbij kwamen, staan
    } nu in de lijst.
hint-unmark = markering weg
foot-marks = { $count ->
        [one] Een opdracht geldt voor het gemarkeerde signaal
       *[other] Een opdracht geldt voor de { $count } gemarkeerde signalen
    }{ $outside ->
        [0] .
       *[other] ; { $outside } daarvan { $outside ->
            [one] staat
           *[other] staan
        } buiten deze lijst.
    }
foot-range = Reeks van { $count }: beweeg om te verlengen, { $end } legt vast, { $back } laat los.
progress = { $answered } van { $all } signalen gewijzigd; { $key } stopt.
progress-stopping = Gestopt. Er wordt nog gewacht op wat al onderweg was.
done-conflicts = { $count ->
        [one] 1 intussen door een ander gewijzigd
       *[other] { $count } intussen door een ander gewijzigd
    }
done-refused = { $count } niet
done-not-begun = { $count } niet begonnen
done-kept = { $count ->
    [one] 1 wacht op verzending
   *[other] { $count } wachten op verzending
}
done-rest-marked = ; wat niet lukte is nog gemarkeerd
choose-failed = Niet gelukt: { $count ->
        [one] 1 signaal
       *[other] { $count } signalen
    }
nothing-failed = De laatste handeling liet niets liggen.
why-whole-screen = Dit signaal vult het scherm al.
choose-many = { $what }: weet u het zeker?
closing-date = De harde datum is { $day }.
closing-call-back = Er is beloofd om op { $day } terug te bellen ({ $with }); dat vervalt.
closing-call-backs = { $count ->
        [one] Bij 1 is beloofd terug te bellen; dat vervalt.
       *[other] Bij { $count } is beloofd terug te bellen; dat vervalt.
    }
lookup-type-first = Typ eerst een naam, of kies met ↓: Enter kopieert het nummer van wie er dan staat.
lookup-enter-again = Typ eerst een naam, of druk nog eens op Enter voor het nummer van { $name }.
menu-typed = getypt: { $typed }
menu-nothing = Niets begint met “{ $typed }”.
facets-nothing = Geen waarde begint met “{ $typed }”: 0 binnen het filter.
many-no = Nee, ik wijzig niets
many-no-letter = n
choose-held = { $held } van { $all } { $held ->
        [one] is
       *[other] zijn
    } van een ander: { $names }
many-rest = { $count ->
        [one] Alleen het ene signaal dat niet van een ander is
       *[other] Alleen de { $count } die niet van een ander zijn
    }
many-rest-letter = r
many-left = { $count ->
        [one] 1 andere niet gewijzigd (van { $names }), nog gemarkeerd
       *[other] { $count } andere niet gewijzigd (van { $names }), nog gemarkeerd
    }
many-yes = Ja, voor alle { $count }
many-yes-letter = j
close-no = Annuleren
close-no-letter = a
closing-none-held = Geen ervan is van een ander.
closing-dates = { $count ->
        [0] Geen heeft een harde datum die voorbij is of binnen een week valt.
        [one] 1 heeft een harde datum die voorbij is of binnen een week valt.
       *[other] { $count } hebben een harde datum die voorbij is of binnen een week valt.
    }
already-claim = { $count ->
        [one] 1 was al van u
       *[other] { $count } waren al van u
    }
already-release = { $count ->
        [one] 1 was al vrij
       *[other] { $count } waren al vrij
    }
already-urgency = { $count ->
        [one] 1 had die urgentie al
       *[other] { $count } hadden die urgentie al
    }
already-status = { $count ->
        [one] 1 had die status al
       *[other] { $count } hadden die status al
    }
marks-let-go = { $count } gemarkeerd, { $outside } buiten deze lijst losgelaten
place-unreadable = Waar u gebleven was, is niet te lezen; u begint vooraan.
setting-auto_advance = Ga naar het volgende signaal zodra u er in de lijst één vrijgeeft of afsluit.
setting-resume = Begin waar u gebleven was: venster, weergave, filter, volgorde en signaal. Bewaard op deze computer, versleuteld.
setting-keep_drafts = Concepten, en wat wacht op verzending, op deze computer bewaren (versleuteld). false: alleen in het geheugen, tot u loket sluit; dan wordt gevraagd voordat tekst verdwijnt, en begint loket niet waar u gebleven was. Geldt vanaf de volgende start.
reload-done = Uw instellingen zijn opnieuw gelezen en gelden nu.
reload-mended = De fout is hersteld; uw instellingen gelden weer zoals ze in het bestand staan.
reload-later = Uw instellingen zijn opnieuw gelezen. Een ander adres of token geldt pas als u loket opnieuw start.
reload-broken = Niet overgenomen, het oude blijft gelden. { $what }
cli-doctor = Bekijk terminal, toetsen, bestanden en server, met bij elk gebrek de volgende stap. Het overzicht kan in een melding aan de beheerder: er staat niets van een zaak in, geen naam en geen token
cli-doctor-keys = Druk op toetsen en zie wat er aankomt
cli-doctor-clipboard = Test of kopiëren werkt
doctor-group-terminal = Terminal
doctor-group-configuration = Configuratie
doctor-group-state = Bewaard op deze machine
doctor-group-server = Server
doctor-ok = goed
doctor-untested = niet getest
doctor-attention = let op
doctor-fault = fout
doctor-yes = ja
doctor-no = nee
doctor-sum = { $faults ->
    [0] Geen fouten
    [one] 1 fout
   *[other] { $faults } fouten
}, { $attentions } keer let op{ $untested ->
    [0] {""}
   *[other] , { $untested } niet getest
}.
doctor-term = soort
doctor-term-none = Dit is geen terminal: alleen wat zonder terminal te zien is, staat hier.
doctor-term-dumb = Zet TERM op wat uw terminal is, zoals xterm-256color. Zonder dat kan loket geen scherm tekenen.
doctor-between = ertussen
doctor-between-nothing = niets
doctor-size = venster
doctor-size-found = { $width } bij { $height }
doctor-size-unknown = onbekend
doctor-size-small = Maak het venster groter: loket heeft ten minste { $width } bij { $height } nodig.
doctor-locale = taalinstelling
doctor-locale-none = niet gezet
doctor-locale-ascii = Zonder UTF-8 tekent loket lijnen met ASCII en kunnen namen vraagtekens tonen. Zet LANG op een instelling met UTF-8, zoals C.UTF-8.
doctor-colours = kleuren
doctor-colours-refused = geen (NO_COLOR)
doctor-colours-none = geen
doctor-colours-sixteen = 16
doctor-colours-palette = 256
doctor-colours-true = alle
doctor-answers = antwoordt
doctor-answers-none = Uw terminal beantwoordt geen vragen; de breedte van tekens is niet gemeten. loket zelf vraagt uw terminal niets.
doctor-synchronised = beeld ineens
doctor-synchronised-no = nee; een groot scherm kan zichtbaar opbouwen
doctor-glyphs = tekens van loket
doctor-glyphs-good = { $count } tekens, elk één kolom
doctor-glyphs-unknown = niet gemeten
doctor-glyphs-wrong = Deze tekens nemen niet één kolom in, dus kolommen verschuiven. Zet borders = "ascii", of laat uw terminal dubbelzinnige tekens smal tekenen.
doctor-wide = andere tekens
doctor-wide-wrong = Uw terminal rekent de breedte anders dan loket: een regel met zo'n teken kan verschuiven. Kies een terminal of lettertype met recente Unicode.
doctor-clipboard = kopiëren
doctor-clipboard-how = Test het met "loket doctor --clipboard": dat vervangt wat nu op uw klembord staat.
doctor-clipboard-tmux = In tmux is nodig: set -g set-clipboard on. Test het daarna met "loket doctor --clipboard".
doctor-clipboard-question = "{ $text }" is naar het klembord van uw terminal gestuurd. Plak het hier en druk op Enter.
doctor-clipboard-works = Kopiëren werkt.
doctor-clipboard-advice = Kopiëren komt niet aan. Sta OSC 52 toe in uw terminal (PuTTY kan het niet); loket toont wat het kopieert altijd ook op het scherm.
doctor-keys = toetsen
doctor-keys-how = "loket doctor --keys" toont welke toetsen er aankomen.
doctor-keys-head = Toetsenindeling { $name }. Druk op toetsen; twee keer Esc stopt.
doctor-keys-missing = Niet gezien van deze indeling: { $keys }. Wat u wel drukte en hier niet stond, stuurt uw terminal niet door. Elke opdracht staat ook in de lijst achter Ctrl+K.
doctor-keys-paste = geplakt, { $count } tekens
doctor-keys-focus = venster
doctor-keys-unknown = onbekend
doctor-needs-terminal = Dit kan alleen in een terminal.
doctor-file = uw bestand
doctor-file-none = { $file } is er niet; de standaard geldt
doctor-file-system = van deze machine
doctor-mistake = fout in bestand
doctor-mistake-next = Verbeter de regel; "loket config check" toont hem met de plaats. Tot dan geldt wat er zonder deze regel gold.
doctor-chosen = in gebruik
doctor-token = token
doctor-signed-in = aangemeld bij { $issuer } sinds { $since }
doctor-token-none = U bent niet aangemeld en er is geen token. Meld u aan met "loket login". Zonder aanbieder maakt uw beheerder een token met "loket token create"; noem het bestand ermee in token_file.
doctor-token-unusable = Dit bestand kan niet worden gebruikt. Het moet er zijn en alleen voor uzelf leesbaar (chmod 600).
doctor-folder = map
doctor-folder-none = Zet HOME of XDG_STATE_HOME op een volledig pad: zonder map bewaart loket geen concepten.
doctor-folder-later = { $folder } komt er bij het eerste concept
doctor-folder-unwritable = Hier kan niet worden geschreven: concepten gaan verloren. Maak de map van uzelf (chown) en schrijfbaar, of maak ruimte op de schijf.
doctor-folder-open = Anderen op deze machine kunnen in deze map kijken; de inhoud is versleuteld. Sluit haar met chmod 700.
doctor-panics = interne fouten
doctor-panics-found = { $count ->
    [one] 1 verslag
   *[other] { $count } verslagen
}
doctor-panics-next = Stuur de bestanden panic-*.log uit deze map naar de beheerder; er staat geen tekst van een zaak in.
doctor-drafts = concepten
doctor-waiting = niet bevestigd
doctor-waiting-next = Dit is bewaard maar nog niet door de server bevestigd. Open loket met verbinding: het wordt dan vanzelf één keer verstuurd.
doctor-refused = geweigerd
doctor-refused-next = De server nam dit niet aan; het blijft bewaard. Open loket en bekijk het.
doctor-unreadable = onleesbaar
doctor-unreadable-next = Deze bestanden zijn beschadigd of van een andere sleutel. Ze blijven staan; vraag uw beheerder.
doctor-address = adres
doctor-address-none = Er is geen server gezet: "loket" helpt u daarbij, of "loket config set server ADRES". Proberen kan met "loket demo".
doctor-reachable = bereikbaar
doctor-reachable-not-ready = ja, maar hij kan nu geen verzoeken aan
doctor-reachable-next = Wacht even; blijft dit zo, meld het dan aan de beheerder.
doctor-version = versie API
doctor-version-next = Deze loket past niet bij de server. Vraag uw beheerder om dezelfde versie.
doctor-protection = beveiliging
doctor-protection-unseen = De verbinding is niet rechtstreeks te bekijken, bijvoorbeeld achter een proxy. Of hij veilig is, toetst loket bij elk verzoek.
doctor-certificate = certificaat
doctor-certificate-until = geldig tot en met { $date } ({ $days } dagen)
doctor-certificate-next = Het certificaat loopt af. Meld het aan de beheerder van de server.
doctor-clock = klok
doctor-clock-unknown = de server noemt geen tijd
doctor-clock-same = gelijk met de server
doctor-clock-ahead = { $seconds } seconden voor op de server
doctor-clock-behind = { $seconds } seconden achter op de server
doctor-clock-next = Zet de klok van deze machine gelijk (NTP). Termijnen rekent loket altijd met de klok van de server.
doctor-account = aangemeld als
doctor-sample = voorbeeld
doctor-bold = vet
doctor-dim = gedempt
doctor-underlined = onderstreept
doctor-reversed = omgekeerd
sign-in-head = Aanmelden
sign-in-before-ended = Uw sessie is beëindigd. Meld u opnieuw aan.
sign-in-before-ended-text = Wat u aan het typen was, is als concept bewaard.
sign-in-before-ended-unkept = Uw sessie is beëindigd. Meld u opnieuw aan.
sign-in-before-ended-unkept-text = Let op: wat u het laatst typte, kon niet als concept worden bewaard.
sign-in-before-unheard = U bent op deze computer afgemeld.
sign-in-before-unheard-text = De server of de aanbieder hoorde het niet. Vertrouwt u het niet, vraag dan uw beheerder uw sessie te beëindigen.
sign-in-server = Server
sign-in-asking = De server en de aanbieder worden gevraagd…
sign-in-how = Open dit adres in een browser op uw werkplek, voer de code in en keur goed:
sign-in-open = Open
sign-in-code = Code
sign-in-waiting = Wachten op goedkeuring  { $bar }  code geldig { $time }
sign-in-warning = Dit is voor loket op { $machine }. Voer nooit een code in die u niet zelf hebt aangevraagd: wie u zo'n code stuurt, wil met uw naam naar binnen.
sign-in-kept = De aanmelding blijft op deze computer, in een bestand dat alleen u kunt lezen (0600).
sign-in-not-kept = De aanmelding staat alleen in het geheugen: de volgende keer meldt u zich opnieuw aan.
sign-in-key-code = kopieer code
sign-in-key-link = kopieer adres
sign-in-key-anew = opnieuw
sign-in-key-quit = stop
sign-in-no-provider = Deze server heeft geen aanbieder om u bij aan te melden.
sign-in-no-provider-advice = Vraag uw beheerder om een token, zet het in een bestand en noem dat met token_file.
sign-in-local = U meldt zich bij deze server aan met een wachtwoordzin en een code.
sign-in-local-advice = Sluit loket, meld u aan met "loket login", en start loket opnieuw. De eerste keer: "loket login --set-up".
sign-in-no-device = De aanbieder laat niet aanmelden met een code.
sign-in-no-device-advice = Gebruik "loket login" op een computer met een browser.
sign-in-denied = De aanmelding is geweigerd.
sign-in-denied-advice = Was dat een vergissing? Vraag dan een nieuwe code.
sign-in-expired = De code is verlopen.
sign-in-expired-advice = Vraag een nieuwe code.
sign-in-unkept-advice = Maak plaats of herstel de map, of stel keep_sign_in = false in: dan blijft de aanmelding in het geheugen.
sign-out-unsent = Er is nog iets onderweg naar de server. Wacht even en meld u dan af.
cli-session-ended = Uw sessie is beëindigd. Meld u opnieuw aan met "loket login".
cli-session-ended-unkept = Uw sessie is beëindigd. Let op: wat u het laatst typte, kon niet als concept worden bewaard.
why-token = U werkt met een token: er is geen aanmelding om te beëindigen
command-global-sign-out = afmelden
command-global-sign-out-help = Meld u af: niets van de server is te zien tot iemand zich aanmeldt.
command-global-sign-out-also = uitloggen logout sessie beëindigen vertrekken sign out
command-global-setup = inrichten
command-global-setup-help = Richt loket opnieuw in: server, aanmelden, toetsen en taal.
setup-head = inrichten
setup-progress = stap { $step } van { $steps }
setup-only-server = Alleen het adres van uw loket ontbreekt nog; de rest staat in { $file }.
setup-saved = Opgeslagen in { $file }.
setup-key-move = kiezen
setup-key-choose = vastleggen
setup-key-on = verder
setup-key-try = proberen
setup-key-skip = overslaan
setup-key-back = terug
setup-key-finish = naar het einde
setup-key-return = terug naar de stap
setup-language = taal
setup-language-title = Welke taal spreekt u?
setup-language-text = Dit geldt voor alle teksten van loket. De toetsen zijn in beide talen gelijk.
setup-server = server
setup-server-title = Waar is uw loket?
setup-server-text = Vraag het adres aan uw beheerder. Wilt u eerst kijken, kies dan de demo.
setup-server-demo = demo
setup-server-demo-note = verzonnen gegevens, op deze machine
setup-server-own = adres
setup-trying = De server wordt geprobeerd…
setup-reached = Dit is een loket (API { $version }). Enter gaat verder.
setup-signed-in = Aangemeld als { $name }, { $role }. Enter gaat verder.
setup-sign-in = aanmelden
setup-sign-in-title = Wie bent u?
setup-sign-in-text = Laat dit leeg als uw organisatie een aanmelding heeft: het volgende scherm vraagt erom. Anders geeft uw beheerder u een token ("loket token create"); het komt in een bestand dat alleen u kunt lezen.
setup-sign-in-token = token
setup-sign-in-known = leeg laten: { $from } blijft gelden
setup-sign-in-demo = In de demo is aanmelden niet nodig.
setup-keymap = toetsen
setup-keymap-title = Welke toetsen wilt u?
setup-keymap-text = Pijlen en Enter werken altijd; eronder staat de rest.
setup-keymap-standaard = dagelijks werk: elke letter een opdracht
setup-keymap-vim = voor wie vim kent: h j k l en aantallen
setup-keymap-office = af en toe: F-toetsen, letters zoeken
setup-clipboard = kopiëren
setup-clipboard-title = Komt kopiëren aan?
setup-clipboard-text = loket kopieert via uw terminal, ook over SSH. Of dat werkt, ziet u alleen door te plakken; loket leest uw klembord nooit.
setup-clipboard-try = Zet "{ $text }" op het klembord; wat er staat gaat weg
setup-clipboard-question = "{ $text }" is verstuurd. Plak het nu, hier of in een ander venster. Staat er "{ $text }"?
setup-clipboard-yes = ja, dat staat er
setup-clipboard-no = nee, iets anders of niets
setup-clipboard-works = Kopiëren werkt. Enter gaat verder.
setup-clipboard-fails = Kopiëren komt niet aan. Sta OSC 52 toe in uw terminal; in tmux: set -g set-clipboard on; PuTTY kan het niet. Wat loket kopieert staat altijd ook op het scherm. Enter gaat verder.
setup-keys = toetsen testen
setup-keys-title = Komen uw toetsen aan?
setup-keys-text = Druk op de toetsen hieronder; wat aankomt krijgt een vinkje. Wat er geen krijgt, houdt uw terminal tegen: die opdracht staat ook in de lijst achter Ctrl+K.
setup-finish = klaar
setup-finish-title = Klaar om te beginnen
setup-finish-text = Wordt bewaard in { $file }, alleen leesbaar voor u. Later opnieuw: de opdracht "inrichten".
setup-unreached = niet bereikt
setup-untried = niet getest
setup-copies = werkt
setup-copies-not = komt niet aan
setup-end-begin = bewaren en beginnen
setup-end-demo = bewaren en de demo openen (later: loket demo)
setup-end-stop = bewaren en stoppen
setup-end-save = bewaren
setup-end-leave = stoppen zonder te bewaren
setup-end-close = sluiten zonder te bewaren
setup-no-state = Er is geen map voor het token: zet HOME of XDG_STATE_HOME op een volledig pad.

# Setting up: the address of the server, and keys that other programs taught.
setup-server-meant = Bedoelt u { $address }? Enter neemt dat over.
setup-server-empty = Er is nog geen adres.
setup-server-empty-advice = Typ het adres van uw loket, of kies met ↑ de demo. Tab slaat deze stap over.
setup-server-advice = Een adres ziet eruit als https://loket.utrecht.nl. Uw beheerder kent het.
setup-wrong-server-advice = Controleer het adres. Een inlogpagina van het netwerk of een proxy kan ertussen zitten.
setup-help = Volg de stappen. Tab slaat over, Shift+Tab gaat terug, Esc naar het einde.
habit-paste = Plakken: Ctrl+Shift+V, Shift+Insert of de rechtermuisknop.
habit-select = Tekst kiezen en kopiëren doet u met de muis van uw terminal. { $key } wist een regel.
habit-range = Meer rijen kiezen: { $key } begint een reeks, ↓ en ↑ verlengen, Enter legt vast.
choose-municipality = Welke gemeente?

# Help: signs and words of the filter; lines.
legend = Tekens
legend-crisis = wachtrij: crisis; termijnen: vandaag of morgen
legend-high = wachtrij: urgentie hoog; termijnen: binnen een week
legend-past = termijnen: de datum is voorbij
legend-still = termijnen: staat stil door een wettelijke time-out
legend-ended = de time-out loopt niet meer: beëindigd, hervat of verlopen
legend-normal = wachtrij: urgentie normaal
legend-low = wachtrij, geen teken: urgentie laag
legend-marked = gemarkeerd: een opdracht geldt voor alle gemarkeerde
legend-left = past niet meer bij wat de lijst toont, en blijft staan tot u de lijst ververst
legend-uncertain = achter een datum: die moet nog worden bevestigd
legend-fresh = register: korter dan een half jaar geleden gecontroleerd
legend-ageing = register: een half jaar tot een jaar geleden gecontroleerd
legend-stale = register: langer geleden of nooit gecontroleerd
legend-typo = gevonden met een tikfout erin
legend-more = LET: wacht op een ander, of gewijzigd na vaststellen
legend-tabs = Het getal naast een tabblad
legend-tab-signals = open signalen die nog op niemands naam staan; de lijst telt wat zij toont, ook wat een ander heeft
legend-words = Woorden op dit tabblad
legend-word-present-said = aanwezig
legend-word-present = de collega’s die een signaal nu open hebben: “kijkt”, of “bewerkt” als iemand er iets in typt
legend-word-held-moved-said = volgorde van eerder
legend-word-held-moved = er is intussen iets gewijzigd; de rijen blijven staan tot u ze opnieuw sorteert
legend-word-lacks-said = mist 7
legend-word-lacks = zoveel ontbreekt nog voordat het punt gereed is; wat precies staat in het punt zelf
legend-word-as-of-said = peildatum
legend-word-as-of = de dag vanaf waar “nog … d” is geteld: vandaag, volgens de server
legend-word-extended-said = keer verlengd
legend-word-extended = zo vaak kreeg de time-out een latere laatste dag
legend-word-safe-said = uiterlijk
legend-word-safe = de dag om aan te houden; met een time-out kan het langer duren
legend-tab-agenda = voorgedragen zaken, nog op geen agenda
legend-tab-board = “te laat” en “vandaag” van de lijst samen; een melding “Nieuw:” telt alleen de waarschuwingen die vandaag kwamen, ook voor later
legend-filter = Wat u in het filter kunt typen
legend-filter-words-typed = huur breda
legend-filter-words = woorden in elke volgorde, uit titel, gemeente, instantie of behandelaar
legend-filter-field-typed = gemeente:breda
legend-filter-field = een veld: gemeente, instantie, status, urgentie, behandelaar, termijn
legend-filter-several-typed = status:wacht,triage
legend-filter-several = een van beide; een waarde van meer woorden kan zonder aanhalingstekens: status:wacht op informatie
legend-filter-day-typed = termijn:<=vr
legend-filter-day = op of voor die dag; ook < > >= en een datum als 2-12
legend-filter-days-typed = termijn:14d
legend-filter-days = binnen 14 dagen, of al te laat
legend-filter-without-typed = -instantie:uwv
legend-filter-without = juist niet
legend-filter-board-words-typed = bezwaar breda
legend-filter-board-words = woorden in elke volgorde: wat afloopt, artikel, instantie, titel, gemeente, behandelaar
legend-filter-board-kind-typed = soort:toezegging
legend-filter-board-kind = ook bezwaar, time-out (opgeschort), dreiging, moratorium, overbrugging, norm, wacht, terugbellen, voorstel
legend-filter-board-field-typed = instantie:uwv
legend-filter-board-field = van de termijn: instantie, termijn; van het signaal: gemeente, status, urgentie, behandelaar
legend-template = Een eigen sjabloon maken (sjablonen)
legend-template-make = Maak met een tekstprogramma dit bestand:
legend-template-file = { $folder }/eigen.toml
legend-template-put = en zet daarin, bijvoorbeeld:
legend-template-name = [terugbellen]
legend-template-title = title = "Terugbelafspraak"
legend-template-text = text = "Gebeld met {"{"}naam{"}"} over {"{"}zaak{"}"}, terug vóór {"{"}termijn{"}"}."
legend-template-end = Start loket opnieuw; typ dan ::terug in een tekstveld, en Enter.
legend-template-fills = Wat loket invult: zaak, onderwerp, melder, naam, gemeente, instantie, instanties, termijn, datum, ik
help-no-key = De toets { $typed } doet in deze toetsenindeling niets.
why-yours-already = Dit signaal staat al op uw naam; zolang u eraan werkt blijft dat zo.
column-as-sign = aan, als teken
doubt-phone = { $field }: dit lijkt geen heel telefoonnummer. Opslaan kan wel.
doubt-mail = { $field }: dit lijkt geen mailadres. Opslaan kan wel.
doubt-also = Kijk ook naar: { $fields }.
plain-key = { $key } is een toets. Typ hier de opdracht zelf: { $word }.
plain-key-unbound = { $key } is een toets en doet hier niets. Typ ? voor wat u hier kunt doen.
plain-nothing-changed = Hierdoor verandert hier niets. Typ ? voor wat u kunt doen.

## also: waarmee iemand een opdracht zoekt die anders heet; wordt doorzocht, nergens getoond

command-signal-claim-also = claim claimen overnemen overname oppakken pakken nemen toewijzen van mij behandelen aannemen eigenaar inbehandeling
command-signal-release-also = loslaten teruggeven afstaan vrij
command-signal-contact-also = telefoon gesprek contactmoment terugbellen gebeld bellen belnotitie
command-signal-correct-contact-also = herstel verbeter contactmoment telefoon gesprek fout verkeerd bereikt intrekken
command-signal-edit-signal-also = melder gemeente instantie titel onderwerp toelichting naam telefoon besluit datum harde dreiging corrigeren verbeteren wijzigen fout aanpassen bewerken
command-signal-note-also = bewerken aantekening opmerking schrijven tekst memo
command-signal-note-editor-also = aantekening vim nano emacs schrijven
command-signal-urgency-also = wijzigen wijzig reden waarom prioriteit spoed crisis hoog laag dringend
command-signal-status-also = fase voortgang wacht wachten wijzigen wijzig afdoen afsluiten sluiten afhandelen doorverwijzen heropenen gereed klaar
command-signal-triage = triage
command-signal-triage-help = Toon wat triage vraagt en wat het signaal al zegt, en vul elk onderdeel in: leefgebieden, standpunten, geprobeerd, grond, plan, documenten.
command-signal-triage-also = dossier leefgebieden standpunt standpunten patstelling geprobeerd grond gronden plan stap actieplan documenten document bijlage vragen invullen resultaat beoordelen intake
command-signal-close = afdoen
command-signal-close-help = Doe de zaak af: kies hoe het afliep, en schrijf op wat is bereikt, welke ruimte is benut en welk budget is besteed.
command-signal-close-also = afsluiten sluiten afhandelen klaar gereed uitkomst einde resultaat budget hardheidsclausule doorverwijzen ingetrokken
command-signal-copy-number-also = zaaknummer kenmerk id klembord kopiëren
command-signal-copy-phone-also = nummer melder klembord bellen kopiëren
command-signal-copy-mail-also = mail emailadres melder klembord kopiëren
command-signal-copy-link-also = link url koppeling delen klembord kopiëren
command-signal-links-also = link url koppeling website internet webpagina
command-list-down-also = naar beneden lager volgende
command-list-up-also = naar boven hoger vorige
command-list-half-down-also = scrollen bladeren naar beneden
command-list-half-up-also = scrollen bladeren naar boven
command-list-page-down-also = scrollen bladeren naar beneden bladzijde
command-list-page-up-also = scrollen bladeren naar boven bladzijde
command-list-top-also = eerste bovenaan boven
command-list-bottom-also = laatste onderaan eind
command-list-open-also = bekijken lezen tonen details inzien
command-list-mark-also = selecteren aanvinken kiezen meerdere bulk markeren
command-list-mark-range-also = markeer selecteren reeks bereik van tot meerdere bulk markeren
command-list-mark-all-also = alles selecteren meerdere bulk deselecteren markeren
command-list-filter-also = zoeken vinden filteren zoekopdracht beperken
command-list-match-next-also = zoeken verder
command-list-match-previous-also = zoeken terug
command-list-facets-also = facetten filteren aantallen tellen groeperen overzicht zoeken selectie opgeschort
command-list-view-also = werkvoorraad overzicht tabblad lijst mijn open alle terugbellen
command-list-save-view-also = filter opslaan zoekopdracht overzicht delen bewaren
command-list-sort-also = sorteer sorteren sortering ordenen rangschikken
command-list-columns-also = kolom velden verbergen tonen breedte volgorde
command-list-preview-also = verberg verbergen paneel zijvenster deelvenster details
command-list-zoom-also = verberg verbergen volledig groot vergroten maximaliseren
command-list-actions-also = acties menu mogelijkheden handelingen rechtermuisknop
command-global-new-signal-also = toevoegen aanmaken invoeren intake melding telefoon zaak
command-global-lookup-also = zoek persoon functionaris contact telefoonnummer adresboek mandaat collega
command-global-pane-signals-also = lijst wachtrij werkvoorraad zaken meldingen tabblad
command-global-pane-register-also = adresboek contacten functionarissen telefoonboek mandaten tabblad
command-global-undo-also = terugdraaien herstellen terugnemen undo fout vergissing
command-global-redo-also = herhalen redo nogmaals toch wel
command-global-history-also = historie geschiedenis logboek handelingen terugdraaien ongedaan
command-global-failed-also = fout fouten mislukt mislukte conflict
command-global-refresh-also = herladen vernieuwen bijwerken actualiseren nieuw laden
command-global-redraw-also = scherm opschonen kapot rommel verversen beeld
command-global-help-also = uitleg handleiding toetsen sneltoetsen vraag
command-global-palette-also = menu zoek commando uitvoeren alles
command-global-drafts-also = klad kladblok concept herstel bewaard tekst terug onaf verder hervatten
command-global-lock-also = verberg verbergen privacy vergrendelen slot pauze scherm meekijken
command-global-mouse-also = klikken aanwijzen touchpad scrollen selecteren
command-global-read-only-also = leesstand kijken niets wijzigen schrijven bewerken vergrendelen leesmodus
command-global-keymap-also = sneltoetsen toetsenbord toetsenindeling instellingen
command-global-language-also = nederlands engels english vertalen instellingen
command-global-theme-also = thema contrast donker licht uiterlijk weergave instellingen
command-global-setup-also = instellingen configuratie instellen opties voorkeuren server token beginnen
command-global-back-also = sluiten annuleren esc weg
command-global-cancel-also = annuleren stoppen onderbreken
command-global-quit-also = afsluiten stoppen sluiten uitloggen afmelden exit einde verlaten
command-detail-next-item-also = verder bladeren
command-detail-previous-item-also = terug bladeren
command-detail-reveal-also = telefoon melder e-mail mail bereikbaar bellen nummer kenmerk huishouden afgeschermd verborgen inzien onthullen
command-lookup-accept-also = klembord kopiëren bellen nummer
command-lookup-copy-menu-also = klembord kopiëren mail naam telefoon
command-lookup-open-card-also = bekijken tonen details
command-lookup-next-also = omlaag
command-lookup-previous-also = omhoog
command-lookup-to-card-also = gegevens details bekijken
command-lookup-confirm-also = gecontroleerd geverifieerd juist goed
command-lookup-report-also = fout melden onjuist verouderd correctie
command-card-phone-also = klembord kopiëren bellen nummer
command-card-mail-also = klembord kopiëren mail emailadres
command-card-name-also = klembord kopiëren
command-card-all-also = klembord kopiëren visitekaartje gegevens
command-card-to-search-also = terug zoekveld
command-card-confirm-also = gecontroleerd geverifieerd juist goed
command-card-report-also = fout melden onjuist verouderd correctie
command-card-edit-also = bewerken aanpassen corrigeren afwezig vervanger einddatum
command-card-history-also = wijzigingen logboek eerder
command-card-export-also = vcard exporteren adresboek contact
command-card-page-down-also = scrollen bladeren naar beneden
command-card-page-up-also = scrollen bladeren naar boven
command-card-qr-also = mobiel camera scannen nummer bellen
command-card-tasks-also = taken registerbeheerder fouten
command-filter-keep-also = bevestigen klaar behouden
command-filter-clear-also = leegmaken verwijderen weg annuleren
command-filter-mend-also = verbeter tikfout typefout suggestie aanvullen
command-menu-next-also = omlaag
command-menu-previous-also = omhoog
command-menu-first-also = begin boven home
command-menu-last-also = einde onder end
command-menu-pick-also = bevestigen ok selecteren
command-menu-close-also = annuleren terug
command-conflict-next-also = omlaag
command-conflict-previous-also = omhoog
command-conflict-mine-also = mijne eigen ik uw
command-conflict-theirs-also = ander collega zijn haar
command-conflict-edit-also = wijzig samenvoegen zelf
command-conflict-whole-also = verschil volledig lezen
command-conflict-save-also = samenvoegen bewaren
command-conflict-next-button-also = verder
command-conflict-previous-button-also = terug
command-conflict-press-also = kies ok
command-conflict-close-also = sluiten terug
command-panel-next-also = omlaag
command-panel-previous-also = omhoog
command-panel-page-down-also = scrollen bladeren
command-panel-page-up-also = scrollen bladeren
command-panel-first-also = begin boven home
command-panel-last-also = einde onder end
command-panel-next-group-also = springen
command-panel-previous-group-also = springen
command-panel-toggle-also = aanvinken selecteren verberg verbergen tonen vinkje
command-panel-exclude-also = weglaten verberg verbergen niet zonder
command-panel-earlier-also = verplaatsen schuiven volgorde
command-panel-later-also = verplaatsen schuiven volgorde
command-panel-reset-also = terugzetten ongedaan annuleren
command-panel-close-also = sluiten ok bevestigen terug
command-finder-next-also = omlaag
command-finder-previous-also = omhoog
command-finder-page-down-also = scrollen bladeren
command-finder-page-up-also = scrollen bladeren
command-finder-run-also = ok bevestigen starten
command-finder-close-also = annuleren terug
command-text-submit-also = bewaren verzenden versturen ok klaar
command-text-enter-also = ok bevestigen volgende
command-text-next-field-also = verder tabben
command-text-previous-field-also = terug tabben
command-text-newline-also = alinea witregel enter
command-text-backspace-also = verwijderen weghalen
command-text-delete-next-also = verwijderen weghalen
command-text-delete-word-also = verwijderen weghalen
command-text-delete-line-also = verwijderen weghalen leegmaken
command-text-delete-word-next-also = verwijderen weghalen
command-text-delete-to-start-also = verwijderen weghalen
command-text-delete-to-end-also = verwijderen weghalen
command-text-undo-also = ongedaan terugdraaien undo vergissing
command-text-redo-also = herhalen nogmaals
command-text-left-also = teken cursor
command-text-right-also = teken cursor
command-text-cursor-up-also = naar boven
command-text-cursor-down-also = naar beneden
command-text-home-also = start eerste
command-text-end-also = eind laatste
command-text-word-left-also = springen cursor
command-text-word-right-also = springen cursor
command-text-text-start-also = bovenaan eerste
command-text-text-end-also = onderaan laatste
command-text-page-up-also = scrollen bladeren
command-text-page-down-also = scrollen bladeren
command-text-template-also = eigen sjabloon maken sjablonen standaardtekst tekstblok voorbeeldtekst invoegen
command-text-editor-also = vim nano emacs groot venster extern
command-text-leave-also = annuleren terug weg esc concept
## concepten: onleesbaar, van wie, en uit een editor

drafts-not-readable = { $count ->
    [one] 1 concept is niet te lezen. Het blijft staan in { $folder }.
   *[other] { $count } concepten zijn niet te lezen. Ze blijven staan in { $folder }.
}
drafts-none-readable = Er is geen concept dat te lezen is.
drafts-of-nobody = onbekend van wie
draft-of-nobody = Van dit concept is niet bekend wie het typte. Lees het na voordat u het opslaat.
sheet-stays = Een tekst uit een editor kon geen concept worden. Hij blijft staan in { $path }.
editor-converted = De editor bewaarde de tekst als { $encoding }, niet als UTF-8. De tekst is omgezet: kijk letters met accenten na.
editor-converted-left-out = De editor bewaarde de tekst als { $encoding }, niet als UTF-8. De tekst is omgezet: kijk letters met accenten na. Weggelaten tekens: { $count }.
## time-outs: time-outs, voorstellen voor een tweede persoon, het bord van termijnen
problem-not-possible-now = Dit kan nu niet.
problem-not-possible-now-advice = De reden staat erbij. Kijk opnieuw hoe het er nu voor staat.
fault-not-a-municipality = Alleen een gemeente besluit over een time-out.
fault-not-a-national-body = Een time-out kan alleen tegen een besluit van een landelijke instantie.
fault-no-such-decision = Dit besluit staat niet (meer) zo in het signaal. Lees het signaal opnieuw.
fault-overlaps = Dit besluit is al opgeschort, of daarvoor voorgesteld, van { $value }. Twee keer tegelijk kan niet.
fault-suspended-elsewhere = Over dit besluit is er al een time-out in een andere zaak. Overleg met het loket.
fault-time-out-over = Deze time-out is voorbij: er kan niets meer mee gebeuren.
fault-time-out-not-begun = Deze time-out is nog niet ingegaan: eerst moet een ander hem bevestigen.
fault-after-the-end = De laatste dag, { $value }, is al voorbij.
fault-beyond-maximum = Het besluit van de gemeente gaat niet verder dan { $value }.
fault-not-later = Kies een dag na { $value }.
fault-outside-time-out = Deze dag valt buiten de time-out, die loopt van { $value }.
fault-proposal-pending = Er wacht al een voorstel op een tweede persoon. Laat dat eerst bevestigen, afwijzen of intrekken.
fault-emergency-used = Voor dit besluit was er al een noodstart die niemand bevestigde. Nu is een tweede persoon nodig.
fault-emergency-not-today = Een noodstart begint vandaag, { $value }.
fault-in-the-future = { $value } ligt in de toekomst.
fault-same-person = U hebt dit zelf voorgesteld: intrekken kunt u wel, bevestigen of afwijzen doet een ander. Bij een time-out is dat een andere loketmedewerker of iemand van de gemeente die besluit, bij een vergadering ook het secretariaat LET.
fault-anothers-proposal = Alleen wie dit voorstelde kan het intrekken. Afwijzen kunt u wel.
fault-proposal-expired = Dit voorstel is vervallen: niemand heeft het op tijd bevestigd.
fault-proposal-settled = Dit voorstel is al afgehandeld.
fault-other-than-shown = U bevestigt iets anders dan er is voorgesteld. Bekijk het voorstel opnieuw.
fault-subject-changed = Wat is voorgesteld klopt niet meer met hoe het er nu voor staat. Trek het in en stel het opnieuw voor.
time-out-no-statute = Voor deze time-out is er geen wet. Ga uit van het veilige eind.
time-out-term-unsure = Niet zeker is welke regel geldt, of wanneer het besluit is bekendgemaakt. De vroegste dag is genomen.
time-out-lapse = Gebeurt er niets, dan werkt het besluit weer vanaf { $day }.
deadline-lapse-objection = Na { $day } wordt een bezwaar niet meer inhoudelijk bekeken, tenzij te laat zijn te verontschuldigen is (Awb 6:11).
deadline-lapse-threat = Op { $day } gebeurt dit, tenzij het wordt tegengehouden.
deadline-lapse-norm = Na { $day } heeft het loket niet op tijd gereageerd.
deadline-lapse-snooze = Vanaf { $day } staat de zaak weer in de werklijst.
deadline-lapse-proposal = Na { $day } vervalt het voorstel: er verandert dan niets.
deadline-lapse-moratorium = Na { $day } mogen schuldeisers weer invorderen.
deadline-lapse-bridging = Op { $day } moet vaststaan wie de overbrugging betaalt.
deadline-lapse-commitment = Na { $day } is de toezegging te laat.
deadline-lapse-time-out = Na { $day } werkt het besluit weer.
time-out-state-proposed = voorgesteld
time-out-state-running = loopt
time-out-state-extended = loopt, verlengd
time-out-state-resumed = hervat
time-out-state-lapsed = verlopen
time-out-state-ended = beëindigd
time-out-state-stopped = gestopt
clock-over = Deze time-out loopt niet meer: het besluit werkt weer, of is van de baan. Ververs, en de regel gaat weg.
time-out-state-not-started = niet ingegaan
time-out-reach-effect = werking
time-out-reach-objection-term = bezwaartermijn
time-out-reach-both = werking en bezwaartermijn
time-out-ground-wet = wet
time-out-ground-toezegging = toezegging van de instantie
time-out-ground-pilotafspraak = pilotafspraak
time-out-ground-geen = geen
time-out-ending-solution = oplossing
time-out-ending-withdrawn = besluit ingetrokken
time-out-ending-changed = besluit gewijzigd
time-out-verb-extend = verlengen
time-out-verb-resume = hervatten
time-out-verb-end = beëindigen
time-out-verb-tell-body = melden aan de instantie
time-out-verb-body-confirmed = bevestiging van de instantie
time-out-move-proposed = voorgesteld
time-out-move-emergency-started = noodstart door één persoon
time-out-move-confirmed = bevestigd
time-out-move-rejected = afgewezen
time-out-move-withdrawn = ingetrokken
time-out-move-told-body = gemeld aan de instantie
time-out-move-body-confirmed = bevestigd door de instantie
time-out-move-expired = vervallen, niemand bevestigde het op tijd
confirmed-action-start-time-out = opschorten
confirmed-action-extend-time-out = verlengen
confirmed-action-resume-time-out = hervatten
confirmed-action-end-time-out = beëindigen
confirmation-state-proposed = voorgesteld
confirmation-state-confirmed = bevestigd
confirmation-state-rejected = afgewezen
confirmation-state-withdrawn = ingetrokken
confirmation-state-expired = vervallen
deadline-kind-objection = bezwaartermijn
deadline-kind-time-out = time-out
deadline-kind-threat = dreiging
deadline-kind-moratorium = moratorium
deadline-kind-bridging = overbrugging
deadline-kind-commitment = toezegging
deadline-kind-norm = servicenorm
deadline-kind-snooze = wacht tot
deadline-kind-proposal = voorstel
lane-overdue = te laat
lane-today = vandaag
lane-this-week = deze week
lane-next-week = volgende week
lane-later = later
lane-standing-still = staat stil
cli-time-out = Time-outs, wat erover is voorgesteld, en welke datums naderen
cli-time-out-list = Toon de time-outs die lopen of zijn voorgesteld, op laatste dag
cli-time-out-list-all = Ook die voorbij zijn
cli-time-out-list-week = Alleen die deze week aflopen, tot en met zondag
cli-time-out-list-until = Alleen die op of voor deze dag aflopen
cli-time-out-list-signal = Alleen die van dit signaal
cli-time-out-list-limit = Hoogstens zoveel (op het scherm 200, in een bestand of JSON alle)
cli-time-out-show = Toon één time-out met de datums, de uitleg en wat er gebeurde; wordt vastgelegd
cli-time-out-show-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-propose = Stel een time-out voor; een ander bevestigt haar
cli-time-out-propose-number = Nummer van het signaal
cli-time-out-propose-decision = Het hoeveelste besluit van het signaal
cli-time-out-propose-decider = De gemeente die besloot (GM0344)
cli-time-out-propose-decided-by = Wie daar besloot: de functie, geen naam
cli-time-out-propose-decided-on = Dag van het besluit van de gemeente
cli-time-out-propose-mandate = Mandaat
cli-time-out-propose-reference = Kenmerk van het besluit van de gemeente
cli-time-out-propose-ground = Grond: { $values }
cli-time-out-propose-reach = Reikwijdte: { $values }
cli-time-out-propose-from = Eerste opgeschorte dag
cli-time-out-propose-through = Laatste opgeschorte dag (t/m)
cli-time-out-propose-maximum = Laatste dag die met verlengen kan
cli-time-out-propose-emergency = Noodgeval: begin nu, voor één werkdag; een ander bevestigt daarna
cli-time-out-extend = Stel een latere laatste dag voor
cli-time-out-extend-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-extend-through = Nieuwe laatste opgeschorte dag (t/m)
cli-time-out-extend-decided-on = Dag van het besluit van de gemeente
cli-time-out-extend-reference = Kenmerk van dat besluit
cli-time-out-extend-reason = Waarom; geen tekst over een huishouden
cli-time-out-resume = Stel voor dat het besluit weer werkt
cli-time-out-resume-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-resume-from = Vanaf deze dag
cli-time-out-resume-reason = Waarom; geen tekst over een huishouden
cli-time-out-end = Stel voor de time-out te beëindigen
cli-time-out-end-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-end-from = Vanaf deze dag is het besluit niet meer opgeschort
cli-time-out-end-ending = Waardoor: { $values }
cli-time-out-end-reason = Waarom; geen tekst over een huishouden
cli-time-out-tell-body = Leg vast wanneer de instantie het hoorde
cli-time-out-tell-body-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-tell-body-on = De dag
cli-time-out-body-confirmed = Leg vast wanneer de instantie het bevestigde
cli-time-out-body-confirmed-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-body-confirmed-on = De dag
cli-time-out-confirm = Bekijk wat een ander voorstelde, en bevestig het met --hash
cli-time-out-confirm-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-confirm-hash = Bevestig precies wat deze hash heeft; zonder toont de opdracht wat er is voorgesteld
cli-time-out-reject = Wijs af wat een ander voorstelde
cli-time-out-reject-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-reject-reason = Waarom; geen tekst over een huishouden
cli-time-out-withdraw = Trek in wat u zelf voorstelde
cli-time-out-withdraw-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-withdraw-reason = Waarom; geen tekst over een huishouden
cli-time-out-due = Toon welke datums naderen of voorbij zijn; voor cron met --json
cli-time-out-due-days = Zoveel dagen vooruit
cli-time-out-due-mine = Alleen van signalen die op uw naam staan
attention-alarm = { $kind ->
        [objection] { $number }: de bezwaartermijn
        [time_out] { $number }: de time-out
        [threat] { $number }: de harde datum
        [moratorium] { $number }: het moratorium
        [bridging] { $number }: de overbrugging
        [commitment] { $number }: een toezegging
        [norm] { $number }: de servicenorm
        [snooze] { $number }: het wachten
        [call_back] { $number }: terugbellen
       *[proposal] { $number }: een voorstel
    } { $mark ->
        [overdue] is voorbij: { $day }.
        [today] { $kind ->
            [threat] is vandaag: { $day }.
           *[objection] is vandaag op: { $day }.
        }
       *[other] { $kind ->
            [threat] is { $day }.
            [call_back] op { $day }.
            [snooze] duurt tot { $day }.
            [norm] is { $day }.
           *[objection] loopt af op { $day }.
        }
    }
attention-alarm-several = { $lane ->
        [overdue] Nieuw: { $count } termijnen zijn net voorbij.
        [some-overdue] Nieuw: { $count } waarschuwingen; { $passed ->
            [one] 1 termijn is net voorbij: { $day }.
           *[other] { $passed } termijnen zijn net voorbij, eerste { $day }.
        }
        [today] Nieuw: { $count } termijnen lopen vandaag af.
        [this-week] Nieuw: { $count } termijnen lopen deze week af.
       *[other] Nieuw: { $count } termijnen lopen binnenkort af; de eerste op { $day }.
    }
calendar-name = Termijnen van het loket
calendar-both-ends = Veilig eind { $safe }; met de time-out { $end }.
calendar-proposed = Voorgesteld: wacht tot en met { $day } op een tweede persoon.
calendar-uncertain = Onzeker: de regel of een datum moet nog worden bevestigd.
calendar-provisional = Voorlopig: nog niet bekend is welke dagen met een feestdag zijn gelijkgesteld.
calendar-hard-date = harde datum
cli-csv = Geef een CSV-bestand voor een rekenblad: met ; ertussen, zonder dat een cel als formule kan werken
cli-md = Geef een tabel in Markdown
cli-ics = Geef een agendabestand (iCalendar) met een dag per regel; zonder titels en namen
cli-feed = Adressen waarop een agendaprogramma de termijnen leest
cli-feed-create = Maak een adres; het staat er deze ene keer en is het enige geheim. Bewaar het als een wachtwoord
cli-feed-create-name = Waar u het gebruikt, zoals "agenda op kantoor"
cli-feed-create-until = Geldig tot en met deze dag; anders tot u het intrekt
cli-feed-list = Toon uw adressen, zonder het geheim
cli-feed-revoke = Trek een adres in; het werkt meteen niet meer
cli-feed-revoke-which = Kenmerk van het adres; zie: loket feed list
cli-feed-created = Dit adres staat nergens anders en komt niet terug. Wie het heeft, leest uw termijnen (nummers, soorten, instanties, dagen). Intrekken: loket feed revoke { $id }
cli-feed-no-address = Dit adres was al gemaakt en wordt niet nog eens getoond. Trek het in en maak een ander: loket feed revoke { $id }
cli-feed-revoked = Adres "{ $name }" is ingetrokken.
cli-feed-none = U hebt geen adressen voor een agenda.
cli-feed-column-name = Naam
cli-feed-column-created = Gemaakt
cli-feed-column-until = Tot en met
cli-feed-column-revoked = Ingetrokken
cli-feed-column-id = Kenmerk
cli-view-export = Geef de signalen van een weergave, met haar filter, volgorde en kolommen
cli-view-export-which = Kenmerk of naam van de weergave
letter-unknown = […]
letter-reach-effect = staat de werking van uw besluit
letter-reach-objection-term = staat de bezwaartermijn
letter-reach-both = staan de werking van uw besluit en de bezwaartermijn
letter-ground-wet = De time-out rust op de wet.
letter-ground-toezegging = De time-out rust op uw toezegging.
letter-ground-pilotafspraak = De time-out rust op de afspraken van de pilot waaraan u meedoet.
letter-ground-geen = Voor deze time-out bestaat nog geen wettelijke grondslag: dit is een dringend verzoek.
letter-started = { $today }

    Aan: { $body }
    Betreft: time-out voor uw besluit "{ $kind }" met kenmerk { $reference } van { $announced }
    Ons kenmerk: { $number }; kenmerk van de gemeente: { $own }

    Geachte heer of mevrouw,

    De gemeente { $municipality } heeft op { $decided } besloten tot een time-out voor dit besluit. Daarmee { $reach } stil van { $first } tot en met { $last }. { $ground }

    Over de inhoud van uw besluit is niets beslist. Wij vragen u in deze dagen niets uit te voeren of in te vorderen op grond van dit besluit, en dit te bevestigen aan { $answer }.

    Vanaf { $again } werkt het besluit weer, tenzij u bericht krijgt van een verlenging.

    Met vriendelijke groet,

    { $sender }
    { $function }
letter-extended = { $today }

    Aan: { $body }
    Betreft: verlenging van de time-out voor uw besluit "{ $kind }" met kenmerk { $reference } van { $announced }
    Ons kenmerk: { $number }; kenmerk van de gemeente: { $own }

    Geachte heer of mevrouw,

    De gemeente { $municipality } heeft de time-out voor dit besluit verlengd. Daarmee { $reach } stil van { $first } tot en met { $last }. { $ground }

    Over de inhoud van uw besluit is niets beslist. Wij vragen u tot en met { $last } niets uit te voeren of in te vorderen op grond van dit besluit, en dit te bevestigen aan { $answer }.

    Vanaf { $again } werkt het besluit weer.

    Met vriendelijke groet,

    { $sender }
    { $function }
letter-ended = { $today }

    Aan: { $body }
    Betreft: einde van de time-out voor uw besluit "{ $kind }" met kenmerk { $reference } van { $announced }
    Ons kenmerk: { $number }; kenmerk van de gemeente: { $own }

    Geachte heer of mevrouw,

    De time-out van de gemeente { $municipality } voor dit besluit is geëindigd. Vanaf { $again } { $reach } niet meer stil. De time-out begon op { $first }.

    Hebt u vragen, of is uw besluit intussen gewijzigd of ingetrokken? Laat dit dan weten aan { $answer }.

    Met vriendelijke groet,

    { $sender }
    { $function }
letter-lapsed = { $today }

    Aan: { $body }
    Betreft: einde van de time-out voor uw besluit "{ $kind }" met kenmerk { $reference } van { $announced }
    Ons kenmerk: { $number }; kenmerk van de gemeente: { $own }

    Geachte heer of mevrouw,

    De time-out van de gemeente { $municipality } voor dit besluit liep van { $first } tot en met { $last }. Vanaf { $again } { $reach } niet meer stil.

    Hebt u vragen, of is uw besluit intussen gewijzigd of ingetrokken? Laat dit dan weten aan { $answer }.

    Met vriendelijke groet,

    { $sender }
    { $function }
letter-missing-body = De naam van de instantie is niet bekend: vul die in.
letter-missing-municipality = De naam van de gemeente is niet bekend: vul die in.
letter-missing-kind = De soort van het besluit is niet bekend: vul die in.
letter-missing-reference = Het kenmerk van het besluit is niet bekend: vul het in.
letter-missing-announced = De datum van het besluit is niet bekend: vul die in.
letter-missing-decided = De datum van het besluit van de gemeente is niet bekend: vul die in.
letter-missing-own = Het kenmerk van de gemeente is niet bekend: vul het in.
letter-missing-first = De eerste dag is niet bekend: vul die in.
letter-missing-last = De laatste dag is niet bekend: vul die in.
letter-missing-answer = Aan wie de instantie antwoordt is niet bekend: vul het in, of gebruik --answer-to.
letter-missing-number = Het nummer van het signaal is niet bekend: vul het in.
letter-missing-reach = De reikwijdte is niet bekend: vul die in.
letter-missing-ground = De grond is niet bekend: vul die in.
letter-missing-sender = Wie de brief ondertekent is niet bekend: vul het in.
letter-missing-today = De datum is niet bekend: vul die in.
cli-time-out-letter = Geef de brief aan de instantie: dat de time-out is besloten, verlengd of geëindigd
cli-time-out-letter-which = Kenmerk van de time-out, of het nummer van een signaal met één lopende
cli-time-out-letter-answer-to = Aan wie de instantie antwoordt: een functie of een postbus; anders wie bij de gemeente besliste
cli-time-out-letter-proposed = Er is nog niets bevestigd: over een voorstel gaat geen brief uit. Laat een ander het eerst bevestigen.
cli-time-out-letter-no-act = Let op: de grond is geen wet. De instantie mag de time-out naast zich neerleggen; houd het veilige eind aan. Legt u de brief vast: loket time-out tell-body
cli-time-out-letter-emergency = Let op: dit is een noodstart die nog niemand heeft bevestigd. Zij staat één werkdag.
letter-reminder = { $today }

    Aan: { $body }
    Betreft: herinnering over de time-out voor uw besluit "{ $kind }" met kenmerk { $reference } van { $announced }
    Ons kenmerk: { $number }; kenmerk van de gemeente: { $own }

    Geachte heer of mevrouw,

    Op { $told } hebben wij u gemeld dat de gemeente { $municipality } heeft besloten tot een time-out voor dit besluit. Daarmee { $reach } stil van { $first } tot en met { $last }. { $ground }

    Wij hebben uw bevestiging nog niet ontvangen. Wilt u die vandaag geven aan { $answer }?

    Met vriendelijke groet,

    { $sender }
    { $function }
cli-time-out-letter-reminder = De herinnering aan een instantie die het is gemeld en die nog niet heeft bevestigd
cli-time-out-letter-no-reminder = Er is niets om aan te herinneren: het is de instantie nog niet gemeld, zij heeft al bevestigd, of de time-out loopt niet.
cli-register-list = Toon het register, op organisatie
cli-register-list-organisation = Alleen van deze organisaties (codes, gescheiden door komma's)
cli-register-list-limit = Hoogstens zoveel (op het scherm 200, in een bestand of JSON alle)
cli-register-none = Het register heeft niets dat hieraan voldoet.
cli-register-show = Toon een vermelding; het lezen wordt vastgelegd
cli-register-show-id = Kenmerk van de vermelding
cli-register-show-history = Toon wie wat heeft gewijzigd, de laatste wijziging eerst
cli-register-confirm = U hebt gebeld en het klopt: vandaag gecontroleerd
cli-register-confirm-id = Kenmerk van de vermelding
cli-register-report = Meld wat niet klopt aan de registerbeheerder van de organisatie
cli-register-report-id = Kenmerk van de vermelding
cli-register-report-text = Alleen "-": wat er niet klopt komt van de standaardinvoer
cli-register-change = Wijzig een vermelding; wat u niet noemt blijft
cli-register-change-id = Kenmerk van de vermelding
cli-register-change-file = JSON met de velden die veranderen; - leest van de standaardinvoer
cli-register-tasks = Toon wat volgens wie belde niet klopt, voor wie het register beheert
cli-register-tasks-organisation = Alleen van deze organisaties (codes, gescheiden door komma's)
cli-register-tasks-limit = Hoogstens zoveel (op het scherm 200, in JSON alle)
cli-register-stale = Toon vermeldingen die langer dan een jaar niet zijn gecontroleerd
cli-register-stale-organisation = Alleen van deze organisaties (codes, gescheiden door komma's)
cli-register-stale-limit = Hoogstens zoveel (op het scherm 200, in JSON alle)
cli-register-ending = Toon vermeldingen die, of waarvan het mandaat, binnen zes weken eindigen
cli-register-ending-organisation = Alleen van deze organisaties (codes, gescheiden door komma's)
cli-register-ending-limit = Hoogstens zoveel (op het scherm 200, in JSON alle)
cli-register-unappointed = Toon organisaties die nog iemand moeten aanwijzen
cli-register-vcard = Geef een vermelding als vCard, voor een adresboek
cli-register-vcard-id = Kenmerk van de vermelding
cli-register-limits = Hoeveel van het register mag worden opgezocht door wie er geen kopie van heeft; ook om het te wijzigen
cli-register-limits-searches = Zoekopdrachten per tien minuten
cli-register-limits-persons = Verschillende personen per dag, ook die in lijsten met treffers
cli-register-limits-offline = Wie het register bij de hand heeft als de server weg is: { $values }
cli-register-limits-offline-days = Dagen waarna dat niet meer wordt gebruikt
cli-register-limits-are = { $searches } zoekopdrachten per tien minuten, { $persons } verschillende personen per dag
cli-register-limits-offline-never = zonder verbinding heeft niemand het register bij de hand
cli-register-limits-offline-roles = zonder verbinding heeft wie een kopie mag hebben het register { $days } dagen bij de hand; anderen niets
cli-register-limits-offline-all = zonder verbinding heeft wie een kopie mag hebben het register { $days } dagen bij de hand; anderen hun eigen organisatie en de kaarten die zij openden
cli-register-all-appointed = Elke organisatie heeft iemand in het register.
cli-register-confirmed = De vermelding is vandaag gecontroleerd.
cli-register-reported = Gemeld aan de registerbeheerder van de organisatie.
cli-register-changed = De vermelding is gewijzigd.
mark-ten-days = over 10 werkdagen
mark-five-days = over 5 werkdagen
mark-two-days = over 2 werkdagen
mark-one-day = over 1 werkdag
mark-today = vandaag
mark-overdue = te laat
cli-time-out-due-new = Alleen wat nieuw is: welke seinen (10, 5, 2 en 1 werkdagen ervoor, de dag zelf, te laat) er kwamen sinds u dit het laatst vroeg
cli-time-out-column-mark = Sein
cli-time-out-due-no-state = Er is geen map om te onthouden tot waar u hebt gekeken. Zet XDG_STATE_HOME of HOME.
cli-time-out-due-place = Tot waar u hebt gekeken kan niet worden onthouden of gelezen. { $reason }
cli-time-out-column-number = Signaal
cli-time-out-column-body = Instantie
cli-time-out-column-state = Stand
cli-time-out-column-from = Vanaf
cli-time-out-column-through = Tot en met
cli-time-out-column-safe-end = Veilig eind
cli-time-out-column-end = Met time-out
cli-time-out-column-ground = Grond
cli-time-out-column-decider = Gemeente
cli-time-out-column-pending = Voorgesteld
cli-time-out-column-id = Kenmerk
cli-time-out-column-reach = Reikwijdte
cli-time-out-column-decided-on = Besloten op
cli-time-out-column-maximum = Hoogstens tot
cli-time-out-column-told-body = Gemeld op
cli-time-out-column-body-confirmed = Bevestigd op
cli-time-out-column-term = Termijn
cli-time-out-column-alarm = Houd aan
cli-time-out-column-step = Uitleg
cli-time-out-column-uncertain = Let op
cli-time-out-column-advice = Wat kan
cli-time-out-column-lapse = Aan het einde
cli-time-out-column-move = Gebeurd
cli-time-out-column-days = Nog
cli-time-out-column-kind = Soort
cli-time-out-column-label = Wat
cli-time-out-column-owner = Wie
cli-time-out-none = Er zijn geen time-outs die hieraan voldoen.
cli-time-out-due-none = Er nadert niets in de komende { $days } dagen, en niets is te laat.
cli-time-out-not-one = "{ $given }" is geen kenmerk van een time-out en geen nummer van een signaal.
cli-time-out-several = Signaal { $given } heeft meer time-outs. Gebruik het kenmerk; zie: loket time-out list --signal { $given }
cli-time-out-unknown = Signaal { $given } heeft geen time-out die loopt of is voorgesteld.
cli-time-out-no-decision = Dat besluit is er niet: het signaal heeft er { $count }.
cli-time-out-proposed = Voorgesteld. Er verandert niets tot een ander het bevestigt: loket time-out confirm { $id }
cli-time-out-started = Ingegaan voor één werkdag. Laat een ander het voor het einde daarvan bevestigen: loket time-out confirm { $id }
cli-time-out-noted = Vastgelegd.
cli-time-out-confirmed = Bevestigd: { $action }. Het besluit is opgeschort t/m { $day }.
cli-time-out-works-again = Bevestigd: { $action }. Het besluit is niet meer opgeschort vanaf { $day }.
cli-time-out-rejected = Afgewezen: { $action }. Wat al was bevestigd blijft staan; een start in nood stopt.
cli-time-out-withdrawn = Ingetrokken: { $action }. Wat al was bevestigd blijft staan; een start in nood stopt.
cli-time-out-column-announced-on = Bekendgemaakt
cli-time-out-column-dated-on = Dagtekening
cli-time-out-column-planned = Gepland t/m
cli-time-out-column-again-from = Werkt weer vanaf
cli-time-out-column-reason = Reden
cli-time-out-confirm-so = Klopt dit? Bevestig dan precies dit: loket time-out confirm { $id } --hash { $hash }
cli-time-out-nothing-waits = Bij deze time-out wacht geen voorstel.
system-no-file = het is geen gewoon bestand
system-too-large = het bestand is groter dan 1 MiB

# The desk: what is asked, told and kept of what was done
choose-held-one = { $number } is van { $names }. Wilt u de { $field } toch op “{ $value }” zetten?
choose-held-facts = { $number } is van { $names }. Wilt u de gegevens toch wijzigen?
choose-close-one = Wilt u de status van { $number } op “{ $value }” zetten?
choose-correct-contact = Welk contactmoment bij { $number } is niet goed?
correction-gone = Dit contactmoment is al gecorrigeerd of ingetrokken.
why-no-contact = Bij dit signaal is geen contactmoment vastgelegd.
held-yes = Ja, wijzig het toch
held-yes-letter = j
past-note = notitie bij { $number }
past-contact = contactmoment bij { $number }
past-correction = correctie van een contactmoment bij { $number }
past-intake = { $number } vastgelegd
past-takeover = { $number } overgenomen
kept-text = Een notitie blijft staan: zet een verbetering in een nieuwe notitie.
kept-text-short = blijft staan
kept-contact = Een contactmoment blijft staan. Is het niet goed? Kies de opdracht “corrigeer contact”.
kept-contact-short = blijft staan; te corrigeren
kept-view = Een weergave gaat niet terug met ongedaan maken: bij de weergaven wijzigt of verwijdert u haar.
kept-view-short = te wijzigen bij de weergaven
undo-correct = Corrigeer het contactmoment
undo-correct-letter = c
kept-intake = Een vastgelegde melding blijft staan: geef die de status ingetrokken of niet voor het loket.
kept-intake-short = blijft staan
kept-takeover = Overnemen is niet terug te draaien: alleen wie het signaal had, kan het weer nemen. Vrijgeven kan wel.
kept-takeover-short = niet terug te draaien: alleen wie het had, kan het weer nemen
kept-proposed = Een voorstel gaat niet terug met ongedaan maken. Zolang niemand het bevestigde, trekt u het in met de opdracht “voorstel”.
kept-proposed-short = in te trekken zolang niemand het bevestigde
kept-settled = Wat bevestigd, afgewezen, ingetrokken of gemeld is, gaat niet terug met ongedaan maken.
kept-settled-short = niet terug te draaien
kept-legal = Een vastgelegde afspraak gaat niet terug met ongedaan maken. Corrigeer haar met de opdracht “corrigeren”.
kept-legal-short = niet terug te draaien; corrigeren kan
kept-agenda = Wat is vastgesteld, voorgesteld, gehouden of vervallen, gaat niet terug met ongedaan maken. Het menu zegt wat er wel kan.
kept-agenda-short = niet terug te draaien
kept-held = Dat de vergadering gehouden is, gaat niet terug met ongedaan maken. De opdracht “toch niet gehouden” draait het terug.
kept-held-short = niet met ongedaan maken; wel met “toch niet gehouden”
kept-lesson = Een leerpunt blijft staan: wijzig het bij het punt.
kept-lesson-short = blijft staan; te wijzigen
filter-gone = Het filter is weg; u staat nog op { $number }.
facets-elsewhere = Hier typt u waarop u filtert. Het venster met aantallen is er op 1.
key-of-list = “{ $what }” hoort bij de lijst: { $key } gaat daarheen.
choose-drop-draft = Dit concept weggooien: { $what }? Het is nergens anders bewaard
choose-drop-waiting = Niet meer versturen en weggooien: { $what }? Misschien is het al aangekomen
drop-draft-no = Nee, bewaar het
drop-draft-no-letter = n
drop-draft-yes = Ja, gooi het weg
drop-draft-yes-letter = j
draft-dropped = Het concept is weg.
draft-not-sent = De tekst is weg en wordt niet meer verstuurd. Was die al aangekomen, dan staat die in het signaal.
doubt-far = { $field }: dat is pas over { $what } dagen. Klopt het jaar?
doubt-beyond-maximum = { $field }: dat is na de uiterste dag { $what }.
doubt-early = { $field }: { $what } is ’s nachts. Bedoelt u de middag?
doubt-saturday = { $field }: dat is een zaterdag.
doubt-sunday = { $field }: dat is een zondag.
### The deadline board

tab-board = Termijnen
tab-due = { $count } !
scope-time-out = Time-out
scope-time-out-short = time-out
scope-board = Termijnenbord
scope-board-short = bord
scope-calendar = Kalender
scope-calendar-short = kalender
command-time-out-suspend = opschorten
command-time-out-suspend-help = Schort een besluit van een landelijke instantie op: een voorstel, een collega bevestigt.
command-time-out-suspend-also = time-out starten aanvragen beginnen nieuw voorstellen
command-time-out-extend = verlengen
command-time-out-extend-help = Stel een latere laatste dag van de time-out voor.
command-time-out-extend-also = langer verlenging uitstel time-out doorlopen
command-time-out-resume = hervatten
command-time-out-resume-help = Stel voor dat het besluit weer werkt.
command-time-out-resume-also = stoppen doorgaan time-out opheffen
command-time-out-end-time-out = beëindigen
command-time-out-end-time-out-help = Stel voor de time-out te beëindigen: opgelost, ingetrokken of gewijzigd.
command-time-out-end-time-out-also = beeindigen afsluiten opgelost ingetrokken gewijzigd time-out klaar
command-time-out-tell-body = melden
command-time-out-tell-body-help = Leg vast dat de time-out aan de instantie is meegedeeld.
command-time-out-tell-body-also = instantie meegedeeld mededelen brief time-out doorgeven
command-time-out-body-confirmed = bevestiging instantie
command-time-out-body-confirmed-help = Leg vast dat de instantie de time-out heeft bevestigd.
command-time-out-body-confirmed-also = ontvangst bevestigd antwoord instantie time-out
command-time-out-settle = voorstel
command-time-out-settle-help = Bekijk een voorstel: bevestig het of wijs het af, of trek uw eigen voorstel in.
command-time-out-settle-also = bevestigen akkoord afwijzen intrekken tweede persoon goedkeuren time-out
command-board-today = naar vandaag
command-board-today-help = Ga naar de eerste termijn waarvan de dag niet voorbij is.
command-board-today-also = nu huidige dag springen
command-board-group-next = volgende groep
command-board-group-next-help = Ga naar de volgende groep: de volgende week, instantie of gemeente.
command-board-group-next-also = week verder vooruit springen
command-board-group-previous = vorige groep
command-board-group-previous-help = Ga naar de groep ervoor.
command-board-group-previous-also = week terug springen
command-board-group = groeperen
command-board-group-help = Kies waarop termijnen bij elkaar staan: week, instantie, gemeente, grond of behandelaar.
command-board-group-also = sorteren ordenen indelen groep per week instantie
command-board-to-case = naar zaak
command-board-to-case-help = Ga naar het signaal van deze termijn.
command-board-to-case-also = openen dossier signaal casus
command-board-calendar = kalender
command-board-calendar-help = Toon de maand, met per dag hoeveel termijnen eindigen.
command-board-calendar-also = maand agenda datum overzicht dagen
command-calendar-day-next = dag verder
command-calendar-day-next-help = Ga naar de volgende dag.
command-calendar-day-next-also = morgen rechts
command-calendar-day-previous = dag terug
command-calendar-day-previous-help = Ga naar de vorige dag.
command-calendar-day-previous-also = gisteren links
command-calendar-week-next = week verder
command-calendar-week-next-help = Ga een week verder.
command-calendar-week-next-also = omlaag volgende
command-calendar-week-previous = week terug
command-calendar-week-previous-help = Ga een week terug.
command-calendar-week-previous-also = omhoog vorige
command-calendar-month-next = volgende maand
command-calendar-month-next-help = Ga naar de volgende maand.
command-calendar-month-next-also = verder vooruit bladeren
command-calendar-month-previous = vorige maand
command-calendar-month-previous-help = Ga naar de vorige maand.
command-calendar-month-previous-also = terug bladeren
command-calendar-today = vandaag
command-calendar-today-help = Ga naar vandaag.
command-calendar-today-also = nu huidige dag
command-calendar-open = toon dag
command-calendar-open-help = Toon in de lijst wat op deze dag eindigt.
command-calendar-open-also = openen lijst termijnen
command-calendar-close = lijst
command-calendar-close-help = Terug naar de lijst.
command-calendar-close-also = sluiten terug
command-global-pane-board = termijnen
command-global-pane-board-help = Ga naar het termijnenbord: alles wat op een dag eindigt.
command-global-pane-board-also = time-outs bord moratorium toezegging bezwaar einddatum pane 4 venster terugbellen
command-global-call-backs = terugbellen
command-global-call-backs-help = Wie u zelf nog terugbelt, met dag en tijd, op venster 4; daar toont Esc weer alles.
command-global-call-backs-also = terugbelverzoek terugbelafspraak beloofd gesprek bellen nog
choose-board-group = Groeperen op
choose-board-view = Welke termijnen?
choose-board-ready = Wat wilt u zien?
board-ready-overdue = Wat te laat is
board-ready-overdue-letter = l
board-ready-today = Eindigt vandaag
board-ready-today-letter = v
board-ready-week = Eindigt deze week, vanaf vandaag
board-ready-week-letter = w
board-ready-next-week = Eindigt volgende week
board-ready-next-week-letter = g
board-ready-14 = Eindigt binnen 14 dagen, of is te laat
board-ready-14-letter = 1
board-ready-30 = Eindigt binnen 30 dagen, of is te laat
board-ready-30-letter = 3
board-ready-any = Elke dag
board-ready-any-letter = e
board-ready-time-outs = Alleen time-outs
board-ready-time-outs-letter = o
board-ready-call-backs = Alleen terugbellen
board-ready-call-backs-letter = b
board-ready-commitments = Alleen toezeggingen
board-ready-commitments-letter = z
board-ready-every = Elke soort
board-ready-every-letter = s
board-ready-my-call-backs = Alleen wie u zelf nog terugbelt
board-ready-my-call-backs-letter = i
board-ready-type = Zelf typen
board-ready-type-letter = t
board-view-all = Alle termijnen
board-view-all-letter = a
board-view-time-outs = Time-outs en de bezwaartermijnen erbij
board-view-time-outs-letter = t
board-view-proposed = Wacht op een tweede persoon
board-view-proposed-letter = w
board-view-mine = Mijn zaken
board-view-mine-letter = m
board-group-lane = week
board-group-lane-letter = w
board-group-body = instantie
board-group-body-letter = i
board-group-municipality = gemeente
board-group-municipality-letter = g
board-group-ground = grond
board-group-ground-letter = r
board-group-owner = behandelaar
board-group-owner-letter = b
board-by = per { $group }
board-on = peildatum { $day }
board-loading = De termijnen worden opgehaald van { $server }…
board-empty = Hier loopt nu geen enkele termijn.
board-empty-advice = Met { $key } kiest u andere termijnen.
board-filter-dropped = Filter “{ $filter }” gewist: er bleef niets over.
board-empty-filter = Geen termijnen met “{ $filter }”.
board-empty-own-calls = Op signalen van niemand of een ander: { $key }, { $view }.
board-empty-filter-advice = { $key } wist het filter. Zoek op woorden, of op een veld: termijn:<=vr, soort:toezegging, instantie:uwv, behandelaar:ik. Een min ervoor sluit uit: -soort:servicenorm.
board-filter-wrong = “{ $text }” kent het filter van dit bord niet.
board-head-safe = Uiterlijk
board-head-end = Met time-out
board-head-proposed = Voorstel te bevestigen t/m
board-head-days = Nog
board-head-number = Zaak
board-head-clock = Termijn
board-head-label = Waarover
board-head-whom = Wie, en waarover
board-head-body = Instantie
board-head-ground = Grond
board-head-owner = Behandelaar
board-head-owner-short = Bij
group-nameless = Zonder
group-no-time-out = geen time-out
board-proposed = voorgesteld
clock-objection = bezwaar
clock-time-out = time-out
clock-threat = gebeurtenis
clock-moratorium = moratorium
clock-bridging = overbrugging
clock-commitment = toezegging
clock-norm = reactienorm
clock-snooze = wacht tot
clock-proposal = bevestig t/m
time-out-ground-short-wet = wet
time-out-ground-short-toezegging = toezegging
time-out-ground-short-pilotafspraak = pilotafspraak
time-out-ground-short-geen = geen
clock-fact-what = Termijn
clock-fact-safe = Veilig eind
clock-fact-call = Bellen op
clock-fact-whom = Met
clock-fact-phone = Nummer melder
clock-number-of = { $key } nummer van { $who }
clock-fact-day = Eindigt op
clock-fact-end = Met time-out
clock-end-same = dezelfde dag: deze termijn loopt door
clock-fact-ground = Grond
clock-advice-late = { $advice }; { $kind ->
    [time_out] de laatste dag van de time-out was
   *[other] het veilige eind was
} { $day }
clock-fact-advice = Advies
clock-fact-running = Time-out
clock-fact-reach = Schort op
clock-reach-effect = De bezwaartermijn loopt door: alleen de werking is opgeschort.
clock-fact-told = Instantie
clock-fact-waits = Voorgesteld
clock-fact-lapse = Zonder actie
clock-fact-owner = Behandelaar
clock-ground-law = { $ground }: de datum met time-out geldt
clock-ground-safe = { $ground }: ga uit van het veilige eind
clock-running = { $state }, { $first } t/m { $last }; besloten door { $decider } op { $day }
clock-stops = { $state } per { $again }: nog opgeschort t/m { $last }, daarna werkt het besluit weer
clock-stopped = { $state } per { $again }; was opgeschort van { $first } t/m { $last }
clock-stopped-at-once = { $state } per { $again }, vóór er een dag was opgeschort
clock-decided = besloten door { $decider } op { $day }
clock-running-reference = kenmerk { $reference }
clock-extended = { $count ->
    [one] 1 keer verlengd
   *[other] { $count } keer verlengd
}
clock-maximum = uiterlijk t/m { $day }
clock-told = meegedeeld { $day }
clock-told-not = nog niet meegedeeld
clock-confirmed = bevestigd { $day }
clock-confirmed-not = nog niet bevestigd
clock-waits = { $what }{ $day ->
    [none] {""}
   *[other] {" "}{ $action ->
        [extend-time-out] t/m
       *[other] per
    } { $day }
}, door { $name }; wacht op een tweede persoon: { $who }{ $until ->
    [none] {""}
   *[other] , t/m { $until }
}
section-why = Waarom deze datum
section-why-decision = De termijn van het besluit zelf
section-uncertain = Niet zeker
section-proposal = Voorstel
section-moves = Historie van de time-out
section-not-now = Kan nu niet
move-from-day = vanaf { $day }
move-last-day = t/m { $day }
gone-clock = Deze termijn staat niet meer op het bord.
board-weeks = Eindigt per week
board-weeks-calls = Terugbellen per week
board-weeks-late = te laat
board-week = week { $week }
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
calendar-load = { $count }
calendar-day = { $day }: { $count ->
    [one] 1 termijn eindigt
   *[other] { $count } termijnen eindigen
}
calendar-nothing = Op { $day } eindigt niets.
why-on-board = Dit kan op het termijnenbord: druk op { $key }.
why-no-time-out = Bij deze termijn hoort geen time-out.
why-nothing-waits = Er wacht hier niets op een tweede persoon.
why-no-decision = Bij dit signaal staat geen besluit om op te schorten.
why-said = { $words }
form-not-read = Wat hierbij hoort is nog niet opgehaald. Uw tekst is bewaard; probeer het zo opnieuw.
form-title-suspend = Time-out voorstellen
form-title-extend = Voorstel: time-out verlengen
form-title-resume = Voorstel: besluit weer laten werken
form-title-end = Voorstel: time-out beëindigen
form-title-told = Meegedeeld aan de instantie
form-title-confirmed = Bevestigd door de instantie
form-title-reject = Voorstel afwijzen
form-title-withdraw = Voorstel intrekken
form-time-out-last-day = T/m
form-time-out-decided-on = Besloten op
form-time-out-reference = Kenmerk
form-time-out-reference-hint = Het kenmerk van het besluit over de time-out, zoals het op de brief staat. Mag leeg.
form-time-out-reason = Reden
form-time-out-from = Vanaf
form-time-out-ending = Waarom
form-time-out-on = Op
form-time-out-decider = Gemeente
form-time-out-decided-by = Besloten door
form-time-out-mandate = Mandaat
form-time-out-ground = Grond
form-time-out-reach = Schort op
form-time-out-first-day = Eerste dag
form-time-out-maximum = Uiterlijk t/m
form-time-out-emergency = Noodstart
form-time-out-emergency-hint = Ja: u start nu alleen, voor één werkdag. Een collega bevestigt daarna.
form-time-out-reason-hint = Geen namen van burgers, geen BSN.
form-choice-both = werking en bezwaartermijn
form-choice-effect = werking
form-choice-objection_term = bezwaartermijn
form-choice-toezegging = toezegging
form-choice-pilotafspraak = pilotafspraak
form-choice-wet = wet
form-choice-geen = geen
form-choice-solution = oplossing
form-choice-withdrawn = ingetrokken besluit
form-choice-changed = gewijzigd besluit
propose-suspend = Opschorten voorstellen
propose-suspend-letter = o
propose-suspend-title = Voorstel: besluit opschorten
propose-extend = Verlengen voorstellen
propose-extend-letter = v
choose-change-fixed = { $number } is vastgesteld (versie { $edition }). Toch wijzigen?
change-fixed-why = Na de wijziging stelt u { $number } opnieuw vast; dat wordt een nieuwe versie.
change-fixed-sent = Versie { $edition } is verzonden: wie die kreeg, krijgt de nieuwe pas als u die ook verstuurt.
choose-change-over = De agenda van { $number } verandert niet meer (versie { $edition }). Toch?
change-over-why = Wat al verstuurd is, blijft bij wie het kreeg. Het telt voor wat hierna verstuurd of bewaard wordt.
change-fixed-no = Nee, laat deze versie staan
change-fixed-no-letter = n
change-fixed-yes = Ja, wijzigen
change-fixed-yes-letter = j
number-or-here = U bent al bij { $pane }: Enter laat de lijst zoals zij was. Typ door om op een nummer te zoeken.
number-to-open = Enter gaat naar { $pane }.
number-or-pane = Enter gaat naar { $pane }. Typ door om op een nummer te zoeken.
number-to-pane = naar { $pane }
help-here = Hier: { $what }
propose-extend-until = Stel voor: verlengen t/m { $day }
propose-day-not-chosen = Deze dag koos u niet zelf: het is een week later dan nu.
propose-day-usual = Voorstel: een week langer. Anders? Typ eroverheen{ $latest ->
    [none] .
   *[other] ; ten laatste { $latest }.
}
propose-day-open = Kies de laatste dag{ $latest ->
    [none] .
   *[other] : ten laatste { $latest }.
}
propose-extend-title = Voorstel: time-out verlengen
propose-resume = Hervatten voorstellen
propose-resume-letter = h
propose-resume-title = Voorstel: besluit weer laten werken
propose-end = Beëindigen voorstellen
propose-end-letter = b
propose-end-title = Voorstel: time-out beëindigen
propose-cancel = Annuleren
propose-cancel-letter = a
propose-was = Nu t/m { $day }.
propose-first = Eerste dag: { $day }.
propose-last = Voorgesteld: t/m { $day }.
propose-from = Vanaf { $day }.
propose-maximum = Uiterlijk mogelijk: t/m { $day }.
propose-safe-end = Het veilige eind blijft { $day }: daarop blijft loket waarschuwen.
second-of-time-out = een andere loketmedewerker, of iemand van { $decider } als de zaak daarmee is gedeeld
second-of-meeting = een andere collega, met de rol loketmedewerker of secretariaat LET
second-decider = de gemeente die besluit
form-second = Bevestigt: een ander van het loket, of van { $decider }; niet u zelf.
propose-second = Er verandert niets tot een tweede persoon dit bevestigt: { $who }. U zelf kunt dat niet.
propose-emergency = Noodstart: u start nu alleen, voor één werkdag. Een tweede persoon bevestigt daarna: { $who }.
choose-decision = Welk besluit wilt u opschorten?
settle-title = Voorstel: { $what }, { $number }
settle-by = Voorgesteld door { $name } op { $day }.
settle-own = Dit is uw eigen voorstel: u kunt het intrekken, niet bevestigen. Dat doet { $who }.
settle-unreadable = Dit voorstel is met deze versie van loket niet te tonen, dus ook niet te bevestigen.
settle-close = Nu niet
settle-close-letter = n
settle-confirm = Bevestigen
settle-confirm-letter = b
settle-reject = Afwijzen
settle-reject-letter = a
proposal-stands = Niets gewijzigd: het voorstel staat nog.
proposal-stands-own = Niets gewijzigd: uw voorstel staat nog.
settle-withdraw = Intrekken
settle-withdraw-letter = i
confirming = Bezig met bevestigen…
done-propose = Voorgesteld bij { $number }. Een collega bevestigt, uiterlijk { $until }.
done-tell-body = { $number }: vastgelegd dat de instantie het weet.
done-body-confirmed = { $number }: vastgelegd dat de instantie bevestigde.
done-reject = Het voorstel is afgewezen.
done-withdraw = Uw voorstel is ingetrokken.
done-confirm-sending = Bevestigd: de stukken mogen naar de deelnemers. Met exporteren bewaart u ze als bestand.
done-confirm = Bevestigd. De nieuwe datum geldt.
shown-decision = Besluit: { $value }
shown-announced = Bekendgemaakt: { $value }
shown-decider = Besloten door: { $value }
shown-mandate = Mandaat: { $value }
shown-decided-on = Besluit van de gemeente: { $value }
shown-reach = Schort op: { $value }
shown-first-day = Eerste dag: { $value }
shown-from = Vanaf: { $value }
shown-ending = Omdat: { $value }
shown-ground = Grond: { $value }
shown-was = Was t/m: { $value }
shown-becomes = Wordt t/m: { $value }
shown-maximum = Uiterlijk mogelijk t/m: { $value }
shown-safe-end = Veilig eind: { $value }
shown-term-was = Einde termijn was: { $value }
shown-term-becomes = Einde termijn wordt: { $value }
shown-reason = Reden: { $value }
shown-nothing = er is niets meer opgeschort
provisional = voorlopig

### The deadline board

board-count = { $count ->
    [one] 1 termijn
   *[other] { $count } termijnen
}
board-due = { $count }: { $late }, { $today } vandaag
board-count-late = { $count }: { $late }
board-late = { $overdue } te laat
board-late-above = ↑ { $overdue } te laat ({ $key })
queue-above = ↑ { $count } ({ $key })
board-count-of = { $count } van { $all }
board-lane-overdue = Te laat
board-lane-today = Vandaag
board-lane-this-week = Deze week
board-lane-next-week = Volgende week
board-lane-later = Later
board-lane-standing-still = Staat stil

### The deadline board

reading-clock = De termijn wordt opgehaald…
plain-prompt-board = termijnen>{" "}
plain-board = { $view }, per { $group }, op { $day }: { $count ->
    [one] 1 termijn
   *[other] { $count } termijnen
}.
plain-board-filtered = { $view }, per { $group }, op { $day }, filter “{ $filter }”: { $count ->
    [one] 1 termijn
   *[other] { $count } termijnen
}.
plain-clock-day = { $day }, { $days }
plain-clock-safe = veilig eind { $day }, { $days }
plain-clock-end = met time-out { $day }
plain-help-board = Typ het nummer van een termijn om haar te openen; m geeft de volgende, l de lijst opnieuw. Met /woord filtert u.
settle-steps = Bekijk alle stappen
settle-steps-letter = s
verb-extend = verlengen
verb-resume = hervatten
verb-end = beëindigen
verb-tell-body = melden
verb-body-confirmed = bevestiging instantie
tab-signals-short = Sign
tab-register-short = Reg
tab-board-short = Term

### The deadline board

command-list-export = exporteer
command-list-export-help = Bewaar wat de lijst toont als bestand: voor een rekenblad, een document of een agenda.
command-list-export-also = opslaan bewaren bestand csv excel rekenblad markdown ics agenda kalender afdrukken printen pdf besluitenlijst
choose-export = Exporteren
export-folder-own = uw eigen map
export-about = Het bestand komt in { $folder }. Een andere map: exports_folder in de configuratie. Er staan geen gegevens van burgers in.
export-csv = Rekenblad (CSV)
export-md = Document (Markdown)
export-ics = Agenda (iCalendar)
export-nothing = Er is niets om te exporteren.
export-name-board = termijnen
export-name-signals = signalen
exported = Bewaard in { $path }.
export-failed = Het bestand is niet bewaard: { $words }

### The deadline board

board-view-call-backs = Terugbellen
board-view-call-backs-letter = b
clock-call-back = terugbellen
deadline-kind-call-back = terugbellen
deadline-lapse-call-back = Na { $day } wacht iemand op een telefoontje dat is beloofd.
deadline-call-back = Bel { $with ->
        [melder] de melder
       *[other] { $with }
    } terug{ $at ->
        [none] .
       *[other] {" "}om { $at }.
    }

### The deadline board

command-time-out-letter = brief
command-time-out-letter-help = Bewaar als bestand de brief die de instantie van de time-out op de hoogte stelt.
command-time-out-letter-also = tekst mail bericht instantie mededeling schrijven
command-time-out-remind = herinnering
command-time-out-remind-help = Bewaar als bestand de brief die de instantie herinnert aan een time-out die zij nog niet bevestigde.
command-time-out-remind-also = herinneren aanmaning rappel brief mail nabellen
why-no-letter = Er is nog niets bevestigd om de instantie over te schrijven.
why-no-reminder = Er valt nu niets te herinneren: de instantie is nog niet op de hoogte gesteld, of bevestigde al.
export-name-letter = brief
export-name-reminder = herinnering

# Forms: a day without a year, a day that has passed, and a call without an outcome.
form-contact-reached-open = Kies of u iemand bereikte: ja of nee.
choose-year = { $field }: bedoelt u { $before } of { $next }?
choose-year-neither = Nog niet opslaan
choose-year-neither-letter = n
doubt-year = { $field }: dat is pas over { $what } dagen. Bij het opslaan wordt naar het jaar gevraagd.
doubt-past = { $field }: { $what } is al voorbij. Opslaan kan wel.
doubt-threat-past = { $field }: { $what } is al voorbij en komt bij “Te laat” te staan. Opslaan kan wel.

# Exports.
cli-column-uncertain = Nog te bevestigen
board-head-uncertain = Nog te bevestigen
cli-time-out-column-decider-code = Gemeentecode

# What was said wrongly before.
done-takeover = { $number } is door u overgenomen
### agenda: vergaderingen en agenda's van het LET
## LET-agenda: vergaderingen, punten, kandidaten in het venster

command-signal-let = LET
command-signal-let-help = Zet de zaak op de agenda van de volgende vergadering van het LET, of stel haar voor als kandidaat.
command-signal-let-also = escalatie agenda vergadering voorstellen kandidaat doorbraak
command-global-pane-agenda = LET-agenda
command-global-pane-agenda-help = Ga naar de vergaderingen van het LET en hun agenda.
command-global-pane-agenda-also = escalatie vergadering agenda kandidaten pane 2 venster
command-agenda-move-down = omlaag
command-agenda-move-down-help = Zet het punt, of wat gemarkeerd is, een plaats lager.
command-agenda-move-down-also = verplaats volgorde later naar beneden schuif
command-agenda-move-up = omhoog
command-agenda-move-up-help = Zet het punt, of wat gemarkeerd is, een plaats hoger.
command-agenda-move-up-also = verplaats volgorde eerder naar boven schuif
command-agenda-edit = bewerk
command-agenda-edit-help = Toon de onderdelen van het punt en wat er ontbreekt, en schrijf erin.
command-agenda-edit-also = wijzig invullen vraag feiten besluit gereed checklist tijdslot slot
command-agenda-minutes = minuten
command-agenda-minutes-help = Geef het punt meer of minder tijd.
command-agenda-minutes-also = duur tijd lengte
command-agenda-insert = voeg in
command-agenda-insert-help = Zet een kandidaat of een vrij punt onder de cursor.
command-agenda-insert-also = nieuw punt toevoegen kandidaat
command-agenda-take-off = van agenda
command-agenda-take-off-help = Haal het punt van de agenda: het staat dan bij de kandidaten. Een kandidaat vervalt.
command-agenda-take-off-also = verwijder weg schrap kandidaat terug
command-agenda-other-meeting = andere vergadering
command-agenda-other-meeting-help = Zet het punt, of wat gemarkeerd is, op de agenda van een andere vergadering.
command-agenda-other-meeting-also = verplaats week doorschuiven uitstellen
command-agenda-invite = nodig uit
command-agenda-invite-help = Nodig iemand van een instantie uit: bestuurder eerst, dan vervanger.
command-agenda-invite-also = uitnodigen uitnodiging deelnemer directeur vervanger contact mandaat
command-agenda-answer = antwoord
command-agenda-answer-help = Noteer of iemand komt, en of het mandaat bevestigd is.
command-agenda-answer-also = komt afgemeld aanwezig mandaat reactie
command-agenda-decide = besluit
command-agenda-decide-help = Leg vast wat er over dit punt besloten is.
command-agenda-decide-also = beslissing notuleren uitkomst
command-agenda-commit = toezegging
command-agenda-commit-help = Leg een toezegging vast die over dit punt gedaan is; zij komt op het termijnenbord.
command-agenda-commit-also = afspraak actie belofte
command-agenda-publish = vaststellen
command-agenda-publish-help = Doe de volgende stap: vaststellen, versturen, bevestigen, gehouden, besluiten versturen.
command-agenda-publish-also = volgende stap vergadering versturen verzenden publiceren bevestigen gehouden besluitenlijst tweede persoon
next-step-fix = vaststellen
next-step-send = versturen
next-step-settle = voorstel
next-step-hold = gehouden
next-step-send-decisions = besluiten versturen
command-agenda-to-case = naar zaak
command-agenda-to-case-help = Ga naar het signaal van dit punt.
command-agenda-to-case-also = openen dossier signaal casus
command-agenda-meeting-next = volgende
command-agenda-meeting-next-help = Ga naar de volgende vergadering.
command-agenda-meeting-next-also = week verder later vergadering
command-agenda-meeting-previous = vorige
command-agenda-meeting-previous-help = Ga naar de vorige vergadering.
command-agenda-meeting-previous-also = week terug eerder vergadering
command-agenda-new-meeting = nieuwe vergadering
command-agenda-new-meeting-help = Maak een vergadering, met de vaste punten. Uit een agenda (.ics): loket meeting import BESTAND.
command-agenda-new-meeting-also = plannen toevoegen datum importeren invoeren ics
scope-agenda = LET-agenda
scope-agenda-short = agenda
tab-agenda = LET-agenda
tab-agenda-short = LET
tab-candidates = { $count } voorgesteld
tab-confirm = { $count } te bevestigen
plain-prompt-agenda = agenda>{" "}
agenda-accepted = Komt
agenda-accepted-letter = k
agenda-accepted-mandate = Komt, met bevestigd mandaat
agenda-accepted-mandate-letter = b
agenda-declined = Komt niet
agenda-declined-letter = n
agenda-no-answer = Nog geen antwoord
agenda-no-answer-letter = g
agenda-mandate = Mandaat bevestigd
agenda-mandate-letter = m
agenda-no-mandate = Mandaat niet bevestigd
agenda-no-mandate-letter = m
agenda-withdraw = Uitnodiging intrekken
agenda-withdraw-letter = i
agenda-all-ready = alles gereed
agenda-no-cases = nog geen zaken
agenda-unready = { $count } niet gereed
agenda-ready = gereed
agenda-lacks = mist { $count }
agenda-all-sent = De besluiten van deze vergadering zijn verzonden en staan vast.
agenda-at-end = Dit is al het laatste punt.
agenda-at-top = Dit is al het eerste punt.
agenda-candidates = Kandidaten
agenda-candidates-key = { $key } zet op de agenda
agenda-row-gone = De rij waarin u schrijft is er niet meer: iemand anders heeft het punt gewijzigd. Uw tekst staat er nog; neem hem over en sluit dit formulier.
agenda-changed-since = { $title }: de minuten zijn sindsdien door een ander gewijzigd. Niet teruggedraaid.
agenda-empty = Op deze agenda staat nog niets, en er zijn geen kandidaten.
agenda-empty-advice = { $insert } voegt een punt in. Met { $let } zet u een zaak uit de lijst op de agenda.
agenda-loading = De vergaderingen worden opgehaald van { $server }…
agenda-first-meeting = Dit is de eerste vergadering.
agenda-last-meeting = Dit is de laatste vergadering.
agenda-fix = Vaststellen
agenda-fix-letter = v
agenda-propose = Op de agenda zetten
agenda-propose-word = op de agenda
agenda-fix-word = vaststellen
agenda-send-word = voorstellen
agenda-cancel-word = laten vervallen
agenda-reinstate-word = laten doorgaan
agenda-fix-clashes = Kan er niet bij zijn: { $count } uitgenodigden.
agenda-fix-lacks = Punt { $number } is niet gereed: het mist { $count }.
agenda-fix-version = Dit wordt versie { $number }; die verandert niet meer. Versturen is een volgende stap.
agenda-nobody-at = Van { $bodies } is niemand gevraagd, en het register noemt geen contact voor escalatie: besluiten kunnen daar straks niet heen.
choose-fix-lacks = { $count ->
    [one] Eén punt is niet gereed
   *[other] { $count } punten zijn niet gereed
}
fix-lacks-about = Kies een regel om naar het punt te gaan. Wilt u toch vaststellen, geef dan een reden.
fix-lacks-reason = Een reden geven
fix-lacks-reason-letter = r
agenda-free = { $minutes } min vrij
agenda-over = { $minutes } min te veel
agenda-minutes-of = { $minutes } van { $available } min
agenda-hold = Gehouden
agenda-hold-letter = g
agenda-hold-about = De agenda verandert daarna niet meer. Besluiten en toezeggingen kunt u nog vastleggen.
agenda-hold-title = Is { $number } gehouden?
agenda-unhold = Niet gehouden
agenda-unhold-letter = n
agenda-unhold-title = Is { $number } toch niet gehouden?
agenda-unhold-about = De agenda kan daarna weer veranderen. Wat is besloten en toegezegd, blijft staan.
done-agenda-unhold = { $number } is niet gehouden: de agenda kan weer veranderen.
why-not-held = Deze vergadering is niet gehouden, of haar besluiten zijn al verzonden.
why-ground-open = Deze agenda kan nog veranderen: wijzig de grond bij het punt zelf.
choose-ground = Op welke grond niet meer delen?
ground-for-one = { $ground }: alleen { $body }
ground-none = Bij dit punt geldt geen grond voor delen.
choose-end-ground = Vanaf nu niet meer delen met { $bodies }?
end-ground-why = Wat al verstuurd is, blijft bij wie het kreeg. In wat hierna verstuurd of bewaard wordt, staat de inhoud niet meer.
end-ground-no = Nee
end-ground-no-letter = n
end-ground-yes = Ja, niet meer delen
end-ground-yes-letter = j
done-agenda-ground = De grond is beëindigd bij { $title }.
agenda-insert-free = Vrij punt
agenda-insert-free-letter = v
agenda-invite-other = Iemand anders
agenda-invite-other-letter = a
agenda-new-ground = Nieuwe grond voor delen
agenda-edit-meeting = Gegevens van de vergadering zelf
agenda-edit-meeting-letter = ·
agenda-nobody-invited = Voor dit punt is nog niemand uitgenodigd.
agenda-nothing-missing = Dit punt is gereed: er ontbreekt niets.
agenda-saving = Wordt opgeslagen…
agenda-send = Voorstellen om te versturen
agenda-send-letter = v
agenda-sum = { $count } punten, { $minutes } van { $available } minuten.
agenda-head-at = #
agenda-head-start = Begin
agenda-head-case = Zaak
agenda-head-title = Punt
agenda-head-bodies = Instanties
agenda-head-presenter = Inbrenger
agenda-head-minutes = Min
agenda-head-ready = Gereed
meetings-head-number = Nummer
meetings-head-when = Wanneer
meetings-head-state = Stand
meetings-head-papers = Stukken t/m
meetings-head-items = Punten
meetings-head-minutes = Minuten
meetings-head-unready = Voorbereiding
# Pane 2: bodies, papers as files.
body-short-municipality = gem. { $name }
agenda-item-over = { $minutes } min uitloop
agenda-head-over = Uitloop
choose-paper = Welk stuk?
choose-paper-for = Voor wie?
paper-about = Voor { $reader }. Het bestand komt in { $folder }; alleen u kunt het lezen. Het inzien wordt vastgelegd.
paper-about-draft = Nog niet vastgesteld: het stuk is gemerkt als concept.
paper-choice-agenda = Agenda
paper-choice-agenda-letter = a
paper-choice-decisions = Besluitenlijst
paper-choice-decisions-letter = b
paper-choice-pack = Pakket van een bestuurder: agenda en stukken
paper-choice-pack-letter = p
paper-choice-secretariat = Secretariaat: alles
paper-choice-secretariat-letter = s
paper-file-agenda = agenda
paper-file-decisions = besluiten
paper-file-pack = pakket
paper-file-item = punt
paper-format-pdf = PDF, om te printen
paper-format-pdf-letter = p
paper-format-html = HTML, voor de browser
paper-format-html-letter = h
paper-format-md = Markdown
paper-format-md-letter = m
paper-format-txt = Platte tekst, voor in een mail
paper-format-txt-letter = t
paper-format-ics = Agenda-afspraak (ICS)
paper-format-ics-letter = i
paper-for = Voor wie
paper-for-letter = v
paper-what = Welk stuk
paper-what-letter = w
paper-making = De server maakt: { $what }…
paper-name-agenda = agenda
paper-name-decisions = besluitenlijst
paper-name-item = punt { $number }
paper-name-pack = pakket
paper-name-secretariat = het secretariaat
# Pane 2: a meeting's own facts, corrections, changes, filter, clashes.
agenda-commit-other = Iemand anders
agenda-commit-other-letter = a
agenda-decision-correct = Verbeteren
agenda-decision-correct-letter = v
agenda-decision-restore = Weer laten gelden
agenda-decision-restore-letter = w
agenda-decision-withdraw = Intrekken
agenda-decision-withdraw-letter = i
agenda-empty-filter = Niets op deze lijst past bij: { $filter }.
agenda-empty-filter-advice = { $key } toont weer alles.
agenda-filtered = { $count } gevonden
agenda-invitation-correct = Gegevens verbeteren
agenda-invitation-correct-letter = v
agenda-nothing-decided = Over dit punt is nog geen besluit vastgelegd.
agenda-text-since = { $title }: een ander schreef sindsdien in hetzelfde veld. Niet teruggedraaid.
agenda-withdrawn = ingetrokken
changes-added = Nieuw op de agenda: { $title }
changes-changed = Gewijzigd: { $title }: { $fields }
changes-field-bodies = instanties
changes-field-chair = voorzitter
changes-field-confidentiality = vertrouwelijkheid
changes-field-decision-asked = gevraagd besluit
changes-field-escalated = wat geëscaleerd is
changes-field-facts = feiten
changes-field-grounds = gronden voor delen
changes-field-invitations = uitnodigingen
changes-field-life-domains = leefgebieden
changes-field-minutes = minuten
changes-field-options = opties
changes-field-papers-days = termijn voor stukken
changes-field-perspective = hoe het huishouden het ziet
changes-field-place = plaats
changes-field-presenter = inbrenger
changes-field-secretary = secretaris
changes-field-slot = tijdslot
changes-field-slots = dag en tijd
changes-field-stalemate = patstelling
changes-field-times = tijd
changes-field-title = titel
changes-field-tried = wat is geprobeerd
changes-field-video = video
changes-meeting = Van de vergadering: { $fields }
changes-more = Verder gewijzigd: { $count }.
changes-moved = Verplaatst van { $from } naar { $to }: { $title }
changes-none = De tekst is weer gelijk aan die versie.
changes-removed = Van de agenda: { $title }
changes-between = Wat veranderde van versie { $from } naar versie { $to }
changes-version = Versie { $number }
changes-versions = Andere versies vergelijken…
changes-versions-letter = v
undo-of-fixed = { $what } (wijzigt { $number }, die is vastgesteld)
attention-sent = { $number } is verzonden, bevestigd door { $name }.
attention-not-sent = Het versturen van { $number } ging niet door: afgewezen, ingetrokken of verlopen.
meeting-sent-before = versie { $sent } verzonden, versie { $number } niet
choose-no-item-papers = Bij dit punt zijn geen stukken.
choose-version-from = Welke versie vergelijken?
choose-version-to = Met welke versie?
changes-since = Wat veranderde sinds versie { $number }
changes-times = Daardoor schuift ook de tijd van andere punten: { $count }.
changes-close = Sluiten
changes-close-letter = s
choose-agenda-commit = Wie zegt toe?
choose-agenda-decided = Wat doet u met dit besluit?
choose-agenda-decision = Welk besluit?
command-agenda-changes = wat veranderde
command-agenda-changes-help = Toon wat veranderde sinds de agenda is vastgesteld, of tussen twee versies.
command-agenda-changes-also = verschil versie wijzigingen vergelijk nieuw
command-agenda-correct-decision = verbeter besluit
command-agenda-correct-decision-help = Verbeter een besluit dat verkeerd is vastgelegd, of trek het in.
command-agenda-correct-decision-also = intrekken wijzigen fout herstel beslissing
command-agenda-edit-meeting = vergadering wijzigen
command-agenda-edit-meeting-help = Wijzig dag, plaats, voorzitter en termijn voor stukken van de vergadering.
command-agenda-edit-meeting-also = verzet tijd datum zaal video secretaris vertrouwelijk bewerk tijdslot slot
done-agenda-about = { $number } is bijgewerkt.
done-agenda-decision = Besluit verbeterd bij { $title }.
done-agenda-decision-again = Het besluit geldt weer.
done-agenda-decision-back = Besluit ingetrokken. Het blijft te zien, en geldt niet meer.
done-agenda-invitation = Uitnodiging verbeterd bij { $title }.
form-due = Geef een dag, bijvoorbeeld 2-12 of vr, of een termijn zoals 4 weken of 5 werkdagen.
form-let-about = { $slots }, { $minutes } min; stukken t/m { $papers }.
form-let-confidentiality = Vertrouwelijk
form-let-confidentiality-hint = Wat aan deze vergadering vertrouwelijk is, in woorden.
form-let-papers-days = Dagen stukken
form-let-papers-days-hint = Zoveel werkdagen voor de vergadering moeten de stukken binnen zijn.
form-let-papers-wrong = Geef het aantal werkdagen als getal, bijvoorbeeld 2.
form-let-slots = Tijdsloten
form-let-slots-hint = Van en tot, met een komma ertussen als er meer zijn: 9:30-11:00, 11:15-12:00
form-let-slots-wrong = Dit is geen tijdslot: { $what }. Geef van en tot, bijvoorbeeld 9:30-11:00, 11:15-12:00; op een andere dag ook de dag: vr 9:30-11:00.
form-let-slots-overlap = Een tijdslot begint voor het einde van het vorige.
form-let-slots-none = Een van deze tijden bestaat niet op die dag, of begin en einde zijn gelijk.
form-title-let-about = Vergadering
form-title-let-decision = Besluit verbeteren
form-title-let-invitation = Uitnodiging verbeteren
invite-clash-absent = die dag afwezig
invite-clash-double-booked = om { $time } al gevraagd bij { $meeting }
invite-clash-left-register = dan niet meer in het register
invite-clash-mandate-ended = mandaat is dan geëindigd
past-agenda-decision = besluit bij { $title }
past-agenda-text = { $fields } van { $title }
why-never-fixed = Deze agenda is nog nooit vastgesteld: er is geen versie om mee te vergelijken.
why-nothing-changed = Er is niets gewijzigd sinds de agenda is vastgesteld.
choose-agenda-insert = Invoegen
choose-agenda-invitation = Wie antwoordde?
choose-agenda-invite = Wie uitnodigen?
choose-agenda-meeting = Naar welke vergadering?
count-items = { $count } punten
done-agenda-answer = Genoteerd: { $name }, { $answer }.
done-agenda-invitation-back = Uitnodiging ingetrokken. Zij blijft te zien, en geldt niet meer.
done-agenda-invitation-again = De uitnodiging geldt weer.
done-agenda-commit = Toezegging vastgelegd bij { $title }. Ze staat op het termijnenbord.
done-agenda-decide = Besluit vastgelegd bij { $title }.
done-agenda-drop = { $title } is geen kandidaat meer.
done-agenda-edit = { $title } is bijgewerkt.
done-agenda-fix = { $number } is vastgesteld.
done-agenda-hold = { $number } is gehouden.
done-agenda-invite = { $name } is uitgenodigd.
done-agenda-invited = Uitgenodigd voor { $title }.
done-agenda-meeting = { $number } is gemaakt.
done-agenda-minutes = Minuten van { $title } gewijzigd.
done-agenda-put-on = { $count ->
    [one] { $title } staat nu op { $meeting }.
   *[other] { $count } punten staan nu op { $meeting }.
}
done-agenda-off = { $count ->
    [one] { $title } is van de agenda en staat nu bij de kandidaten.
   *[other] { $count } punten zijn van de agenda en staan nu bij de kandidaten.
}
done-agenda-off-standing = { $count ->
    [one] { $title } is van de agenda.
   *[other] { $count } punten zijn van de agenda.
}
choose-agenda-drop = { $title } laten vervallen als kandidaat? Voorgesteld op { $day } door { $name }.
agenda-drop-no = Laten staan
agenda-drop-no-letter = l
agenda-drop-yes = Geen kandidaat meer
agenda-drop-yes-letter = k
agenda-gone-elsewhere = { $title } staat niet meer op deze agenda, maar op { $meeting }.
agenda-gone-dropped = { $title } is door een ander geschrapt.
agenda-gone-candidate = { $title } staat niet meer op deze agenda, maar bij de kandidaten.
agenda-moved-since = { $title } staat sindsdien op { $meeting }. Niet teruggedraaid.
agenda-off-since = { $title } is sindsdien door een ander van de agenda gehaald. Niet teruggedraaid.
done-agenda-publish = Versturen van { $number } is voorgesteld. Een ander bevestigt het.
done-agenda-publish-demo = Versturen van { $number } is voorgesteld; een verzonnen collega bevestigt het zo.
done-agenda-put = “{ $title }” staat op de agenda van { $number }.
done-let-candidate = { $title } is kandidaat voor het LET.
saved-let = Op de agenda van { $meeting }: { $number }
saved-let-candidates = Kandidaat voor het LET: { $number }
form-let-candidate = Zonder vergadering wordt de zaak kandidaat.
form-let-asks = Gevraagd besluit: “{ $asked }”.
form-let-asks-nothing = Gevraagd besluit: nog leeg; in te vullen bij het punt (2).
form-let-asks-unread = Gevraagd besluit: staat in het punt, wordt gelezen …
form-let-candidate-since = Kandidaat sinds { $since }, voorgesteld door { $name }.
form-let-candidate-already = Deze zaak is al kandidaat. Typ het nummer van een vergadering.
form-let-goes-to = Komt op de agenda van { $number }, { $day }: { $minutes } min. Vrij is { $free } min{ $over ->
    [0] : dat past.
   *[other] : { $over } min te veel; dat mag.
}
form-let-fixed = Deze agenda is al vastgesteld: u krijgt eerst een vraag.
meeting-fixed-already = al vastgesteld
form-let-of = van { $number }
form-let-after-hard = De harde datum{ $whose } { $day } valt daarvoor.
form-let-past-hard = De harde datum{ $whose } { $day } is al voorbij.
past-let = { $meeting ->
    [none] { $count ->
        [one] voorstel voor het LET: { $title }
       *[other] voorstellen voor het LET ({ $count })
    }
   *[other] op de agenda van { $meeting }: { $count ->
        [one] { $title }
       *[other] { $count } zaken
    }
}
let-written-since = In { $title } is sindsdien iets geschreven: het blijft staan. Op 2 haalt u het van de agenda.
agenda-on-its-way = Wat u deed, is nog niet in de lijst terug. Probeer het zo nog eens.
form-let-go-to = Samen { $minutes } min. Op { $number }, { $day }, is { $free } min vrij{ $over ->
    [0] : dat past.
   *[other] : { $over } min te veel; dat mag.
}
let-stands = { $title } staat al op de agenda van { $meeting }, { $day }.
choose-let-stands = { $count ->
    [one] Eén van deze { $all } zaken staat al bij het LET
   *[other] { $count } van deze { $all } zaken staan al bij het LET
}
choose-let-held = Deze zaak is van { $names }. Toch op de agenda zetten?
let-held-no = Nee, niet op de agenda
let-held-no-letter = n
let-held-yes = Ja, zet de zaak op de agenda
let-held-yes-letter = j
let-stands-on = { $title }: op de agenda van { $meeting }, blijft daar
let-stands-candidate = { $title }: al kandidaat, gaat mee naar de vergadering
let-stands-more = En nog { $count }.
let-stands-go = { $count ->
    [one] Verder met één zaak
   *[other] Verder met { $count } zaken
}
let-stands-go-letter = v
let-stands-close = Nu niet
let-stands-close-letter = n
form-let-meeting-over = De agenda van deze vergadering verandert niet meer. Kies een andere.
form-let-meeting-unknown = Er is geen vergadering met dit nummer: pijl omlaag toont ze. Laat het leeg om de zaak kandidaat te maken.
form-let-minutes-wrong = Geef de minuten als getal van 1 tot en met 480.
form-let-time-long = Een tijdslot van meer dan twaalf uur: klopt het einde? Een einde voor het begin is op de volgende dag.
form-title-let-propose = Op de LET-agenda
form-title-let-head = Punt en vraag
form-title-let-facts = Feiten
form-title-let-tried = Wat is geprobeerd
form-title-let-perspective = Hoe het huishouden het ziet
form-title-let-options = Opties
form-title-let-bodies = Instanties in de zaak
form-title-let-body = Standpunt en ruimte
form-title-let-ground = Grond voor delen
form-title-let-minutes = Minuten
form-title-let-free = Vrij punt
form-title-let-invite = Uitnodigen
form-title-let-decide = Besluit van het LET
form-title-let-commit = Toezegging aan het LET
form-title-let-fix = Agenda vaststellen
form-title-let-publish = Versturen
form-title-let-meeting = Nieuwe vergadering
form-let-title = Titel
form-let-title-hint = Soort probleem en instanties; geen namen, leeftijden, diagnoses of nationaliteiten.
form-let-minutes = Minuten
form-let-slot = Tijdslot
form-let-presenter = Inbrenger
form-let-stalemate = Patstelling
form-let-stalemate-hint = In één zin: wie wacht op wie, en wat gebeurt er intussen.
form-let-decision-asked = Vraag
form-let-decision-asked-hint = Het besluit dat gevraagd wordt; mag later.
form-let-facts = Feiten
form-let-facts-hint = Hooguit één bladzijde (3500 tekens).
form-let-escalated = Geëscaleerd
form-let-escalated-hint = Wat al bij wie geëscaleerd is.
form-let-tried = Geprobeerd
form-let-tried-hint = Eén poging per regel: wat; dag; met wie. Bijvoorbeeld: gebeld; 12-11-2026; CAK
form-let-perspective = Huishouden
form-let-perspective-hint = Hoe het huishouden het zelf ziet, in eigen woorden.
form-let-options = Opties
form-let-options-hint = Eén optie per regel, met de gevolgen achter ->
form-let-bodies = Instanties
form-let-bodies-hint = Codes met ; ertussen. Wat over een instantie is geschreven blijft bij haar.
form-let-position = Standpunt
form-let-legal-room = Ruimte
form-let-legal-room-hint = De juridische ruimte die de instantie heeft.
form-let-ground = Grond
form-let-ground-hint = Wet en artikel, vitaal belang, of toestemming.
form-let-ground-purpose = Doel
form-let-ground-bodies = Met
form-let-ground-bodies-hint = Alleen deze instanties krijgen de inhoud te zien.
form-let-ground-until = Tot en met
form-let-meeting = Vergadering
form-let-why = { $count ->
    [0] de eerste met een open agenda
    [one] de eerste met een open agenda; { $fixed } is al vastgesteld
   *[other] de eerste met een open agenda; { $fixed } zijn al vastgesteld
}
form-let-meeting-hint = Het nummer, bijvoorbeeld LET-48; leeg: alleen kandidaat.
form-meeting-keys = ↓ toont de vergaderingen
form-let-body = Instantie
form-let-capacity = Als
form-let-name = Naam
form-let-function = Functie
form-let-mail = Mail
form-let-decision = Besluit
form-let-decision-hint = Zoals het uitgesproken is.
form-let-decision-for = Voor
form-let-decision-for-hint = Voor welke instanties het besluit geldt.
form-let-decision-room = Ruimte
form-let-reason = Reden
form-let-reason-hint = Nodig als punten niet gereed zijn: waarom de agenda toch vastgesteld wordt.
form-let-number = Nummer
form-let-number-hint = Typ het nummer dat boven dit formulier staat.
form-let-day = Dag
form-let-place = Plaats
form-let-video = Video
form-let-chair = Voorzitter
form-let-secretary = Secretaris
form-choice-director = bestuurder
form-choice-deputy = vervanger
form-choice-other = overig
gone-item = Dit punt is er niet meer.
reading-item = Wordt gelezen…
item-begins-in = Nu { $clock }: begint over { $minutes } min.
item-left = Nu { $clock }: { $elapsed } min bezig, nog { $minutes } min.
item-over-by = Nu { $clock }: { $elapsed } min bezig, { $minutes } min over tijd.
item-candidate = Kandidaat, voorgesteld door { $name } op { $day }.
item-fact-asked = Gevraagd
item-fact-clash = Kan niet
item-fact-invited = Uitgenodigd
item-fact-stalemate = Patstelling
item-fact-terms = Termijnen
item-ground-until = t/m { $day }
item-legal-room = (ruimte: { $room })
item-no-commitments = Er staan geen toezeggingen van eerdere vergaderingen open.
item-no-position = standpunt onbekend
item-no-slot = Dit punt hoort bij geen tijdslot van de vergadering.
item-over-slot = loopt uit het tijdslot
item-planned = Punt { $number }, { $from }–{ $until } ({ $minutes } min)
item-ready = Gereed: er ontbreekt niets.
section-let-decisions = Besluiten
let-action-publish-agenda = De agenda versturen
let-action-publish-decisions = De besluiten versturen
let-answer-open = nog geen antwoord
let-answer-accepted = komt
let-answer-declined = komt niet
let-mandate = mandaat bevestigd
let-no-mandate = mandaat niet bevestigd
let-clash-double-booked = { $name } is om { $time } ook gevraagd bij { $meeting }.
let-clash-absent = { $name } is die dag afwezig.
let-clash-left-register = { $name } staat die dag niet meer in het register.
let-clash-mandate-ended = Het mandaat van { $name } is dan geëindigd.
let-lacks-title = titel
let-lacks-slot = een tijdslot van de vergadering
let-lacks-stalemate = patstelling in één zin
let-lacks-facts = feiten
let-lacks-facts-too-long = feiten passen niet op één bladzijde
let-lacks-tried = wat is geprobeerd
let-lacks-bodies = instanties in de zaak
let-lacks-national-body = een landelijke instantie
let-lacks-position = standpunt
let-lacks-perspective = hoe het huishouden het ziet
let-lacks-decision-asked = gevraagd besluit
let-lacks-options = opties
let-lacks-ground = grond voor delen op de dag van de vergadering
let-lacks-invitee = bestuurder of vervanger uitgenodigd
let-lacks-mandate = mandaat bevestigd
let-lacks-acceptance = bestuurder of vervanger komt
let-lacks-ask-again = bestuurder of vervanger opnieuw vragen: het antwoord was voor een ander tijdstip
let-lacks-addressee = iemand om naar te sturen
let-state-concept = concept
let-state-fixed-sent = vastgesteld en verzonden
let-state-fixed-sent-short = agenda verzonden
let-state-fixed = vastgesteld
let-state-held = gehouden
let-state-sent = besluiten verzonden
let-state-sent-short = verzonden
let-move-created = gemaakt
let-move-fixed = vastgesteld
let-move-held = gehouden
let-move-proposed = versturen voorgesteld
let-move-confirmed = versturen bevestigd
let-move-rejected = versturen afgewezen
let-move-withdrawn = voorstel ingetrokken
meeting-changed = sindsdien gewijzigd
meeting-waits = wacht op een tweede persoon
meeting-papers = stukken t/m { $day }, { $days }
meeting-papers-day = stukken t/m { $day }
meeting-decision = punt { $number }: { $text }
meeting-version = versie { $number }
meeting-fact-when = Wanneer
meeting-fact-state = Stand
meeting-fact-place = Plaats
meeting-fact-chair = Voorzitter
meeting-fact-papers = Stukken
meeting-fact-holds = Tijd
meeting-fact-version = Vastgesteld
meetings-title = Vergaderingen
meetings-coming = Komend
meetings-past = Geweest
meetings-count = Vergaderingen: { $count }
meetings-empty = Er is nog geen vergadering van het LET.
meetings-empty-advice = Met { $key } maakt u er een.
minutes-count = { $minutes } min
past-agenda-about = gegevens van { $title }
past-agenda-drop = { $count ->
    [one] vervallen van kandidaten: { $title }
   *[other] vervallen van kandidaten ({ $count })
}
past-agenda-invite = uitnodiging bij { $title }
past-agenda-minutes = minuten van { $title }
past-agenda-move = { $count ->
    [one] verplaatsen op de agenda: { $title }
   *[other] verplaatsen op de agenda ({ $count })
}
past-agenda-off = { $count ->
    [one] van de agenda halen: { $title }
   *[other] van de agenda halen ({ $count })
}
past-agenda-put = { $count ->
    [one] op de agenda zetten: { $title }
   *[other] op de agenda zetten ({ $count })
}
publication-nobody = Niemand krijgt iets: er is niemand uitgenodigd.
listed-and = { $first } en { $last }
publication-no-one = niemand om aan te sturen
why-item-without-case = Dit punt gaat over geen zaak.
why-decide-concept = Besluiten legt u vast vanaf het moment dat de agenda is vastgesteld.
agenda-no-items = nog leeg
why-meeting-over = De vergadering is gehouden: haar agenda blijft zoals zij is.
why-moves-under-way = Een verplaatsing wordt nog opgeslagen. Probeer het zo weer.
why-no-agenda-item = Zet de cursor op een punt van de agenda.
why-no-meeting = Open eerst een vergadering.
why-no-other-meeting = Er is geen andere vergadering waarvan de agenda nog kan veranderen.
why-not-held-yet = De vergadering is nog niet begonnen: gehouden kan vanaf { $when }.
why-on-agenda = Dit hoort bij de LET-agenda: { $key }.
why-on-agenda-already = Dit staat al bij het LET.
publication-agenda = { $body } ({ $to }): { $count ->
    [one] punt
   *[other] punten
} { $items }{ $withheld ->
    [0] {""}
   *[other] , waarvan { $withheld } alleen de tijd: geen grond voor delen
}
publication-decisions = { $body } ({ $to }): { $count ->
    [one] punt
   *[other] punten
} { $items }, { $decisions ->
    [one] één besluit
   *[other] { $decisions } besluiten
}{ $withheld ->
    [0] {""}
   *[other] ; { $withheld } achtergehouden: geen grond voor delen
}
meeting-state-concept = concept
meeting-state-fixed = vastgesteld
meeting-state-held = gehouden
meeting-state-sent = besluiten verzonden
standing-item-opening = Opening en grond voor gegevensdeling
standing-item-open-commitments = Openstaande toezeggingen
standing-item-lessons = Leerpunten
standing-item-close = Rondvraag en sluiting
standing-word-opening = opening
standing-word-open-commitments = toezeggingen
standing-word-lessons = leerpunten
standing-word-close = sluiting
answer-open = nog geen antwoord
answer-accepted = komt
answer-declined = komt niet
capacity-director = bestuurder
capacity-deputy = vervanger
capacity-other = anders
clash-double-booked = { $body } { $name } is om { $time } ook gevraagd voor { $other }.
clash-absent = { $body } { $name } is op die dag afwezig volgens het register.
clash-left-register = { $body } { $name } staat op die dag niet meer in het register.
clash-mandate-ended = Het mandaat van { $body } { $name } is dan verlopen.
confirmed-action-publish-agenda = agenda versturen
confirmed-action-publish-decisions = besluiten versturen
commitment-source-agenda-item = { $meeting }, { $day }
fault-meeting-over = De vergadering is gehouden: de agenda verandert niet meer.
fault-agenda-not-fixed = De agenda is nog niet vastgesteld.
fault-agenda-changed-since-fixed = De agenda is na het vaststellen gewijzigd. Stel eerst opnieuw vast.
fault-agenda-nothing-new = Er is niets gewijzigd sinds de laatste versie.
fault-agenda-changed-since-seen = De agenda is gewijzigd sinds u keek; nu versie { $value }. Kijk opnieuw en stel dan vast.
fault-agenda-empty = De agenda heeft geen punten.
fault-agenda-not-ready = Er ontbreekt iets op { $value } plaatsen. Vul aan, of geef een reden om toch vast te stellen.
fault-meeting-not-yet = De vergadering begint pas op { $value }.
fault-meeting-not-held = Deze vergadering staat niet als gehouden, of de besluiten zijn al verzonden.
fault-already-invited = Deze persoon is voor dit punt al uitgenodigd.
fault-agenda-sent = Deze versie van de agenda is al verstuurd.
fault-nobody-to-send-to = Er is niemand om iets naar toe te sturen.
form-let-tried-wrong = Een regel is niet begrepen. Zet op elke regel wat, een dag die geweest is, en met wie: Gebeld; 12-11-2026; P. de Boer. Zonder dag een streepje: Gebeld; -; P. de Boer
let-tried-understood = Deze regel: { $what } · { $day } · { $with }
let-tried-not-understood = Geen dag herkend in: { $line }. Schrijf: Gebeld; 12-11-2026; P. de Boer
let-tried-no-day = geen dag
let-tried-no-one = met niemand genoemd
why-nobody-to-send-to = Er is nog niemand om naar te sturen: bij geen punt is iemand uitgenodigd. Nodig eerst iemand uit ({ $key }).
why-nobody-at-body = Van { $bodies } is niemand bekend om naar te sturen. Nodig daar iemand uit ({ $key }), of zet een escalatiecontact met e-mailadres in het register.
fault-nobody-at-body = Van een of meer instanties ({ $value }) is niemand bekend om naar te sturen. Nodig daar iemand uit, of zet een escalatiecontact met e-mailadres in het register.
fault-missing-addressee = Van { $value } is niemand bekend om naar te sturen.
fault-other-meeting-number = Dat nummer is niet dat van deze vergadering ({ $value }).
fault-not-on-agenda = Het punt waar dit na moet staan, staat niet op deze agenda.
fault-already-proposed = De zaak staat al op een agenda of bij de kandidaten.
fault-agenda-full = Een agenda heeft hoogstens { $value } punten.
fault-not-placed = Dit punt staat op geen agenda.
fault-part-withdrawn = Dit is ingetrokken en verandert niet meer.
fault-meeting-number-taken = Er is al een vergadering { $value }.
fault-meeting-number-far = Dit nummer ligt meer dan honderd voorbij het hoogste tot nu toe ({ $value }). Alle volgende vergaderingen tellen daarvandaan verder. Is dat de bedoeling, geef dan ook --far-number.
fault-meeting-numbers-used-up = De nummers zijn op: er is een vergadering met het hoogste nummer. Geef zelf een nummer dat nog vrij is; een reeks kan zo geen vergaderingen meer maken.
fault-slots-overlap = Het tijdslot begint voor het einde van het vorige.
fault-missing-title = De titel ontbreekt.
fault-missing-slot = Er is geen tijdslot met dit nummer.
fault-no-such-slot = Er is geen tijdslot met dit nummer. De vergadering heeft: { $value }.
fault-missing-stalemate = De patstelling in één zin ontbreekt.
fault-missing-facts = De feiten ontbreken.
fault-missing-facts-too-long = De feiten passen niet op één pagina.
fault-missing-tried = Wat is geprobeerd ontbreekt.
fault-missing-bodies = Er is geen instantie genoemd.
fault-missing-national-body = Er is geen landelijke instantie bij.
fault-missing-position = Het standpunt van { $value } ontbreekt.
fault-missing-perspective = Hoe het huishouden het ziet ontbreekt.
fault-missing-decision-asked = Het gevraagde besluit ontbreekt.
fault-missing-options = Er zijn geen opties.
fault-missing-ground = Er is op die dag geen grond om met { $value } te delen.
fault-missing-invitee = Van { $value } is geen bestuurder of vervanger uitgenodigd.
fault-missing-mandate = Het mandaat van wie voor { $value } komt is niet bevestigd.
fault-missing-acceptance = Van { $value } komt nog geen bestuurder of vervanger.
fault-missing-ask-again = Van { $value } is geantwoord voor een ander tijdstip: vraag opnieuw of een bestuurder of vervanger komt.
cli-meeting-column-number = Nummer
cli-meeting-column-id = Kenmerk
cli-meeting-column-state = Stand
cli-meeting-column-sent = Verzonden
cli-meeting-column-day = Dag
cli-meeting-column-time = Tijd
cli-meeting-column-place = Plaats
cli-meeting-column-nobody-at = Niemand bij
cli-meeting-nobody-at = { $bodies }: er kan niets naar toe. Nodig er iemand uit, of zet een escalatiecontact met e-mailadres in het register.
cli-meeting-column-video = Video
cli-meeting-column-chair = Voorzitter
cli-meeting-column-secretary = Secretaris
cli-meeting-column-confidentiality = Vertrouwelijk
cli-meeting-column-papers = Stukken t/m
cli-meeting-column-version = Versie
cli-meeting-column-fixed = Vastgesteld
cli-meeting-column-changes = Gewijzigd
cli-meeting-column-pending = Wacht
cli-meeting-column-item = Punt
cli-agenda-column-place = #
cli-agenda-column-start = Begin
cli-agenda-column-minutes = Min
cli-agenda-column-number = Signaal
cli-agenda-column-title = Titel
cli-agenda-column-ready = Gereed
cli-agenda-column-meeting = Vergadering
cli-agenda-column-id = Kenmerk
cli-agenda-column-slot = Tijdslot
cli-agenda-column-presenter = Inbrenger
cli-agenda-column-stalemate = Patstelling
cli-agenda-column-facts = Feiten
cli-agenda-column-tried = Geprobeerd
cli-agenda-column-escalated = Geëscaleerd
cli-agenda-column-body = Instantie
cli-agenda-column-perspective = Huishouden
cli-agenda-column-decision-asked = Gevraagd besluit
cli-agenda-column-option = Optie
cli-agenda-column-ground = Grond
cli-agenda-column-invitation = Uitgenodigd
cli-agenda-column-decision = Besluit
cli-agenda-column-paper = Stuk
cli-agenda-column-missing = Ontbreekt
cli-agenda-column-urgency = Urgentie
cli-agenda-column-hard-date = Harde datum
cli-agenda-column-proposed-by = Voorgesteld
cli-meeting-none = Er zijn geen vergaderingen die hieraan voldoen.
cli-meeting-created = { $number } is gemaakt, met de vaste punten.
cli-meeting-changed = { $number } is gewijzigd.
cli-meeting-differs = punten erbij { $added }, eraf { $removed }, verplaatst { $moved }, gewijzigd { $changed }; velden van de vergadering { $meeting }
cli-meeting-sent = { $what }, versie { $version }: bevestigd { $day } door { $who }
cli-meeting-state-sent = vastgesteld en verzonden
cli-meeting-state-unsent = vastgesteld, nog niet verzonden
cli-meeting-state-changed = gewijzigd sinds versie { $version }
cli-agenda-slot = Tijdslot { $slot }: { $minutes } van { $available } min
cli-agenda-slot-over = Tijdslot { $slot }: { $minutes } van { $available } min, { $over } min te veel
cli-agenda-open-commitments = Open toezeggingen van andere vergaderingen: { $count }
cli-agenda-ready = Toon wat ontbreekt en wie niet kan; exitcode 1 als er iets is
cli-agenda-is-ready = ja
cli-agenda-is-unready = nee
cli-agenda-candidate = kandidaat
cli-agenda-no-candidate-now = op geen agenda, geen kandidaat
cli-agenda-no-candidates = Er zijn geen kandidaten.
cli-agenda-proposed = { $number } is voorgesteld voor een agenda.
cli-agenda-not-proposed = { $number } is niet voorgesteld:
cli-agenda-dropped = Geen kandidaat meer. Op een agenda zetten kan nog.
cli-agenda-removed = Van de agenda; alles wat erin staat blijft bewaard.
cli-agenda-removed-standing = Van de agenda. Dit vaste punt hoort bij de vergadering en is geen kandidaat; terugzetten kan met loket agenda move.
cli-agenda-added = Op de agenda. Kenmerk: { $id }
cli-agenda-moved = Verplaatst op de agenda van { $meeting }.
cli-agenda-written = Opgeslagen.
cli-agenda-invited = Uitgenodigd. Er is niets verstuurd: dat gebeurt bij het versturen van de agenda.
cli-agenda-answered = Antwoord vastgelegd.
cli-agenda-uninvited = Uitnodiging ingetrokken.
cli-agenda-decided = Besluit vastgelegd. Het gaat naar de instanties als u de besluiten verstuurt.
cli-agenda-all-ready = Alle punten zijn gereed.
cli-agenda-some-unready = Punten niet gereed: { $count }. Mensen die niet kunnen: { $clashes }.
cli-agenda-fixed = { $number } is vastgesteld als versie { $version }. Er is niets verstuurd.
cli-agenda-held = { $number } is gehouden. De agenda verandert niet meer.
cli-agenda-unheld = { $number } staat weer als vastgesteld. Wat is besloten en toegezegd blijft staan.
cli-agenda-publish-proposed = Voorgesteld. Een tweede persoon moet dit bevestigen: loket agenda confirm { $number }
cli-agenda-confirm-so = Kijk wie wat krijgt. Bevestigen: loket agenda confirm { $meeting } --hash { $hash }
cli-agenda-nothing-waits = Bij { $number } wacht niets op een tweede persoon.
cli-agenda-settled-confirmed = Bevestigd: { $action }.
cli-agenda-settled-rejected = Afgewezen: { $action }. Er is niets verstuurd.
cli-agenda-settled-withdrawn = Ingetrokken: { $action }. Er is niets verstuurd.
cli-agenda-settled-expired = Verlopen: { $action }. Er is niets verstuurd.
cli-agenda-settled-proposed = Voorgesteld: { $action }.
cli-agenda-withheld = (inhoud niet gedeeld: geen grond voor deze instantie)
cli-agenda-not-one = { $given } is geen punt: geef een kenmerk, vergadering en plaats (48/3) of het nummer van een zaak bij de kandidaten.
cli-agenda-unknown = Er is geen punt { $given }.
cli-agenda-no-candidate = { $given } is geen kandidaat. Staat de zaak op een agenda, geef dan vergadering en plaats (48/3).
cli-agenda-no-case = Dit punt gaat niet over een zaak; een toezegging hoort bij een zaak.
cli-agenda-no-meeting = Dit punt staat op geen agenda.
cli-agenda-invitation-several = Van deze instantie zijn er meer uitgenodigd: kies met --invitation.
cli-agenda-invitation-unknown = Van deze instantie is niemand uitgenodigd.
cli-meeting = Vergaderingen van het LET: wanneer, waar en welke versies van de agenda
cli-meeting-list = Toon de vergaderingen, op tijd
cli-meeting-list-all = Ook die waarvan de besluiten zijn verzonden
cli-meeting-list-from = Alleen die op of na deze dag
cli-meeting-list-until = Alleen die op of voor deze dag
cli-meeting-list-limit = Hoogstens zoveel (op het scherm 200, in een bestand of JSON alle)
cli-meeting-import = Voer bestaande vergaderingen in uit een agenda (.ics): tijd, plaats en video. Genodigden worden niet gelezen
cli-meeting-import-files = Bestanden; - leest van de standaardinvoer
cli-meeting-import-dry-run = Toon wat er zou gebeuren, zonder iets te versturen
cli-meeting-import-left = in de agenda is dit sinds de vorige invoer gewijzigd, en in loket blijft het zoals het was: de vergadering is geen concept meer, of hetzelfde is hier met de hand gewijzigd. Vergelijk ze en wijzig zelf.
cli-meeting-import-older = niet overgenomen: deze agenda is ouder dan wat eerder is overgenomen.
cli-meeting-import-gone = { $count ->
    [one] Niet meer in de agenda: { $numbers }. Laat deze bijeenkomst vervallen als zij niet doorgaat.
   *[other] Niet meer in de agenda: { $numbers }. Laat deze bijeenkomsten vervallen als zij niet doorgaan.
}
cli-meeting-show = Toon een vergadering met haar versies; het lezen wordt vastgelegd
cli-meeting-version = Toon een vastgestelde versie en wat verschilt van de vorige
cli-meeting-version-id = Kenmerk van de versie (zie loket meeting show)
cli-meeting-create = Maak een vergadering, met de vaste punten
cli-meeting-change = Wijzig een vergadering; wat u niet noemt blijft
cli-meeting-create-number = Nummer; zonder dit het volgende
cli-meeting-create-far-number = Het nummer is zo bedoeld, ook als het ver voorbij het hoogste ligt
cli-meeting-show-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-meeting-change-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-meeting-create-slots = Tijdslot: dag en tijden op de klok in Nederland; een eind voor het begin is de volgende dag; mag vaker
cli-meeting-create-place = Waar
cli-meeting-create-video = Adres van de video
cli-meeting-create-chair = De onafhankelijke voorzitter
cli-meeting-create-secretary = De secretaris
cli-meeting-create-confidentiality = Wat vertrouwelijk is
cli-meeting-create-papers-days = Stukken zijn zoveel werkdagen tevoren binnen
cli-meeting-change-slots = Tijdslot: dag en tijden op de klok in Nederland; een eind voor het begin is de volgende dag; mag vaker
cli-meeting-change-place = Waar
cli-meeting-change-video = Adres van de video
cli-meeting-change-chair = De onafhankelijke voorzitter
cli-meeting-change-secretary = De secretaris
cli-meeting-change-confidentiality = Wat vertrouwelijk is
cli-meeting-change-papers-days = Stukken zijn zoveel werkdagen tevoren binnen
cli-agenda = Agenda van een vergadering van het LET: kandidaten, punten, uitnodigingen, vaststellen, besluiten, versturen
cli-agenda-show = Toon de agenda met tijden, wat ontbreekt en wie niet kan; het lezen wordt vastgelegd
cli-agenda-item = Toon een punt met alles wat erin staat; het lezen wordt vastgelegd
cli-agenda-candidates = Toon de kandidaten met urgentie en harde datum
cli-agenda-propose = Stel zaken voor een agenda voor
cli-agenda-propose-number = Nummers van signalen
cli-agenda-propose-question = Het gevraagde besluit; alleen van standaardinvoer (-)
cli-agenda-drop = Laat een kandidaat vervallen
cli-agenda-add = Zet een nieuw punt op de agenda: een zaak of een vrij punt
cli-agenda-add-signal = Nummer van het signaal
cli-agenda-add-title = Titel: het soort probleem en de instanties, geen namen
cli-agenda-add-minutes = Minuten
cli-agenda-add-slot = Nummer van het tijdslot
cli-agenda-write = Schrijf in een punt; wat u niet noemt blijft
cli-agenda-write-fields = Bestand met velden als JSON; - leest standaardinvoer
cli-agenda-write-title = Titel
cli-agenda-write-presenter = Inbrenger
cli-agenda-write-slot = Nummer van het tijdslot
cli-agenda-write-stalemate = De patstelling in één zin; alleen van standaardinvoer (-)
cli-agenda-write-facts = De feiten op één pagina; alleen van standaardinvoer (-)
cli-agenda-write-question = Het gevraagde besluit; alleen van standaardinvoer (-)
cli-agenda-write-perspective = Hoe het huishouden het ziet; alleen van standaardinvoer (-)
cli-agenda-minutes = Zet het aantal minuten van een punt
cli-agenda-minutes-minutes = Minuten, 1 tot 480
cli-agenda-move = Verplaats een punt: na een ander, bovenaan of achteraan; ook van een kandidaat of naar een andere vergadering
cli-agenda-move-meeting = Naar de agenda van deze vergadering
cli-agenda-remove = Haal een punt van de agenda; het staat dan bij de kandidaten
cli-agenda-invite = Nodig iemand uit voor een punt; er wordt niets verstuurd
cli-agenda-invite-body = De instantie (code)
cli-agenda-invite-officer = Kenmerk van de ingang in het register
cli-agenda-invite-person = De functie
cli-agenda-invite-name = De naam van de bestuurder of vervanger
cli-agenda-invite-mail = Waar de uitnodiging heen gaat
cli-agenda-invite-capacity = Als wat: { $values }
cli-agenda-invite-mandate-confirmed = Bevestigd is dat deze persoon mag besluiten
cli-agenda-answer = Leg een antwoord of een bevestigd mandaat vast
cli-agenda-answer-answer = Het antwoord: { $values }
cli-agenda-answer-mandate-confirmed = Bevestigd is dat deze persoon mag besluiten
cli-agenda-uninvite = Trek een uitnodiging in
cli-agenda-fix = Stel de agenda vast als nieuwe, onveranderlijke versie
cli-agenda-fix-seen = De agendaVersion die u zag; alleen die wordt vastgesteld
cli-agenda-fix-despite = Waarom vaststellen terwijl er iets ontbreekt
cli-agenda-hold = Leg vast dat de vergadering is gehouden
cli-agenda-unhold = Neem terug dat de vergadering is gehouden, zolang de besluiten niet zijn verzonden
cli-agenda-unhold-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-decide = Leg een besluit vast
cli-agenda-decide-text = Wat is besloten; alleen van standaardinvoer (-)
cli-agenda-decide-bodies = Voor welke instantie (code); mag vaker
cli-agenda-decide-legal-room = De gebruikte juridische ruimte
cli-agenda-commit = Leg een toezegging vast die bij dit punt is gedaan
cli-agenda-commit-text = Wat is toegezegd; alleen van standaardinvoer (-)
cli-agenda-commit-body = De instantie die het toezegde (code)
cli-agenda-commit-person = Wie daar: de functie, geen naam
cli-agenda-commit-to = Aan wie: de functie, geen naam
cli-agenda-commit-on = Dag waarop het is toegezegd; zonder dit vandaag
cli-agenda-commit-due = Dag waarop het moet zijn nagekomen, of een lengte vanaf vandaag: 3w, 10d, 2m, 5wd
cli-agenda-publish = Stel voor de agenda of de besluiten te versturen; een tweede persoon bevestigt
cli-agenda-publish-number = Het nummer van de vergadering, nog eens getypt
cli-agenda-confirm = Toon wie wat krijgt, en bevestig het als tweede persoon
cli-agenda-confirm-hash = De hash die u zag; zonder dit wordt alleen getoond
cli-agenda-reject = Wijs het versturen af als tweede persoon
cli-agenda-withdraw = Trek het eigen voorstel om te versturen in
cli-agenda-show-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-add-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-ready-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-fix-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-hold-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-publish-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-confirm-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-reject-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-withdraw-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-item-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-drop-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-write-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-minutes-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-move-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-remove-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-invite-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-answer-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-uninvite-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-decide-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-paper = Stukken bij een punt: elke wijziging is een versie en blijft leesbaar
cli-agenda-paper-add = Voeg een stuk toe bij een punt
cli-agenda-paper-add-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-paper-add-title = De titel
cli-agenda-paper-add-on = De dag die erop staat
cli-agenda-paper-add-text = De tekst; alleen van standaardinvoer (-)
cli-agenda-paper-add-address = Waar het stuk staat (https://…); het adres wordt getoond, nooit opgehaald
cli-agenda-paper-add-bodies = Een instantie die het mag hebben (code); mag vaker. Zonder: alleen secretariaat en voorzitter
cli-agenda-paper-change = Maak een nieuwe versie van een stuk
cli-agenda-paper-change-paper = Het kenmerk van het stuk
cli-agenda-paper-change-title = De titel
cli-agenda-paper-change-on = De dag die erop staat
cli-agenda-paper-change-text = De tekst; alleen van standaardinvoer (-)
cli-agenda-paper-change-address = Waar het stuk staat (https://…)
cli-agenda-paper-change-bodies = De instanties die het mogen hebben (code), in plaats van de vorige; mag vaker
cli-agenda-paper-change-nobody = Alleen voor secretariaat en voorzitter
cli-agenda-paper-withdraw = Trek een stuk in; de versies blijven leesbaar
cli-agenda-paper-withdraw-paper = Het kenmerk van het stuk
cli-agenda-paper-show = Lees een stuk, in elke versie
cli-agenda-paper-show-paper = Het kenmerk van het stuk
cli-agenda-paper-show-version = Welke versie; zonder: de laatste
cli-agenda-paper-added = Stuk toegevoegd. Het gaat mee zodra u de agenda (opnieuw) vaststelt.
cli-agenda-paper-changed = Nieuwe versie opgeslagen. Zij gaat mee zodra u de agenda (opnieuw) vaststelt.
cli-agenda-paper-withdrawn = Stuk ingetrokken.
cli-agenda-paper-late = te laat
cli-agenda-paper-is-withdrawn = ingetrokken
cli-agenda-paper-field-title = Titel
cli-agenda-paper-field-id = Kenmerk
cli-agenda-paper-field-on = Van
cli-agenda-paper-field-bodies = Voor
cli-agenda-paper-field-address = Adres
cli-agenda-paper-field-version = Versie
cli-agenda-commit-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-agenda-propose-reason = Waarom; geen tekst over een huishouden
cli-agenda-drop-reason = Waarom; geen tekst over een huishouden
cli-agenda-remove-reason = Waarom; geen tekst over een huishouden
cli-agenda-reject-reason = Waarom; geen tekst over een huishouden
cli-agenda-withdraw-reason = Waarom; geen tekst over een huishouden
cli-agenda-add-after = Direct na dit punt
cli-agenda-move-after = Direct na dit punt
cli-agenda-add-first = Bovenaan
cli-agenda-move-first = Bovenaan
cli-agenda-answer-body = De instantie (code) van wie is uitgenodigd
cli-agenda-uninvite-body = De instantie (code) van wie is uitgenodigd
cli-agenda-answer-invitation = Kenmerk van de uitnodiging
cli-agenda-uninvite-invitation = Kenmerk van de uitnodiging
arrangement-step-commitment-at-meeting = Toegezegd in een vergadering van het LET op { $day }.
cli-value-capacity = HOEDANIGHEID
cli-value-answer = ANTWOORD

## stukken van een LET: agenda, dossier, besluitenlijst (export::agenda)
paper-title-agenda = Agenda { $number }
paper-title-decisions = Besluitenlijst { $number }
paper-title-pack = Vergaderstukken { $number }
paper-draft-mark = CONCEPT
paper-draft-sentence = Dit is een concept. Het is nog niet vastgesteld en kan veranderen.
paper-cancelled-mark = VERVALLEN
paper-cancelled-sentence = Deze vergadering gaat niet door.
paper-foot = { $number } · versie { $version } · vastgesteld { $day } · voor { $reader }
paper-foot-draft = { $number } · concept · gemaakt { $day } · voor { $reader }
paper-page-of = pagina { $page } van { $pages }
paper-page-word = pagina
paper-page-of-word = van
paper-let = Landelijk escalatieteam
paper-secretariat = het secretariaat
paper-contents = Inhoud
paper-agenda = Agenda
paper-items = Agendapunten
paper-no-items = Er staan geen punten op de agenda.
paper-slot = Tijdslot { $number }: { $when }
paper-without-slot = Nog zonder tijdslot
paper-no-time = nog zonder tijd
paper-overrun = De punten van dit tijdslot duren { $minutes } { $minutes ->
    [one] minuut
   *[other] minuten
  } langer dan het tijdslot.
paper-summer-time = (zomertijd)
paper-winter-time = (wintertijd)
paper-withheld = U bent uitgenodigd. De inhoud is niet met u gedeeld: daarvoor is geen grond vastgelegd.
paper-decision-withheld = Er is een besluit dat uw instantie aangaat. De inhoud is niet met u gedeeld: daarvoor is geen grond vastgelegd. Neem contact op met het secretariaat.
paper-item-numbered = Punt { $number }
paper-when = Wanneer
paper-place = Waar
paper-video = Video
paper-chair = Voorzitter
paper-secretary = Secretaris
paper-confidentiality = Vertrouwelijk
paper-papers-due = Stukken t/m
paper-reader = Voor
paper-papers = Stukken
paper-clocks = Lopende termijnen en time-outs
paper-clocks-note = Het veilige eind is de laatste dag als er niets was opgeschort; ga daarvan uit.
paper-column-clock = Wat loopt
paper-column-article = Regel
paper-column-safe-end = Veilig einde (t/m)
paper-column-suspended-end = Met time-out (t/m)
paper-uncertain = onzeker
paper-provisional = voorlopig
paper-clock-changed = gewijzigd na vaststelling, vraag het secretariaat
paper-missing = Wat nog ontbreekt
paper-paper-address = Te vinden op
paper-paper-version = versie { $version }
paper-paper-late = TE LAAT: ontvangen { $day }
paper-paper-late-on = TE LAAT: { $day }
paper-paper-in-time = ontvangen { $day }
paper-column-paper = Stuk
paper-column-paper-day = Van
paper-column-paper-version = Versie
paper-column-paper-came = Ontvangen
paper-meeting = Vergadering
paper-duration = Duur
paper-minutes = { $minutes ->
    [one] { $minutes } minuut
   *[other] { $minutes } minuten
  }
paper-presenter = Inbreng
paper-life-domains = Leefgebieden
paper-asked = Gevraagde besluiten
paper-open-commitments = Openstaande toezeggingen
paper-no-commitments = Er staan geen toezeggingen open.
paper-invited = Uitgenodigd
paper-decision-asked = Gevraagd besluit
paper-stalemate = De patstelling
paper-facts = De feiten
paper-tried = Wat is geprobeerd
paper-escalated = Al geëscaleerd
paper-bodies = Instanties en hun standpunt
paper-perspective = Hoe het huishouden het ziet
paper-options = Opties
paper-grounds = Grond voor het delen van gegevens
paper-at-the-table = Aan tafel
paper-empty = Niet ingevuld.
paper-no-end = geen einddatum
paper-decided = Besluiten
paper-promised = Toezeggingen
paper-nothing-decided = Over dit punt is niets besloten of toegezegd.
paper-column-number = Nr.
paper-column-time = Tijd
paper-column-item = Punt
paper-column-presenter = Inbreng
paper-column-minutes = Min.
paper-column-body = Instantie
paper-column-bodies = Instanties
paper-column-person = Wie
paper-column-capacity = Als
paper-column-mandate = Mandaat
paper-column-asked = Gevraagd besluit
paper-column-answer = Antwoord
paper-column-mail = E-mail
paper-column-position = Standpunt
paper-column-room = Juridische ruimte
paper-column-room-used = Gebruikte ruimte
paper-column-what = Wat
paper-column-on = Wanneer
paper-column-with = Met wie
paper-column-option = Optie
paper-column-consequences = Gevolgen
paper-column-basis = Grondslag
paper-column-purpose = Doel
paper-column-until = T/m
paper-column-decision = Besluit
paper-column-promised-by = Wie
paper-column-promise = Toezegging
paper-column-to = Aan
paper-column-due = Uiterlijk
paper-column-state = Stand
paper-capacity-director = bestuurder
paper-capacity-deputy = vervanger
paper-capacity-other = betrokkene
paper-mandate-confirmed = bevestigd
paper-mandate-open = niet bevestigd
paper-answer-open = nog geen
paper-answer-accepted = komt
paper-answer-declined = komt niet
paper-calendar-name = LET-vergaderingen
paper-calendar-summary = Landelijk escalatieteam { $number }
paper-calendar-summary-draft = CONCEPT landelijk escalatieteam { $number }
paper-calendar-item = Punt { $item }: { $when }
paper-calendar-cancelled = Dit gaat niet door.
paper-calendar-taken-back = U wordt op dit tijdstip niet meer verwacht. De vergadering gaat door: wordt u op een ander tijdstip verwacht, dan krijgt u daarvoor een uitnodiging.
paper-changed-mark = GEWIJZIGD SINDS VERSIE { $version }
paper-changed-sentence = Dit is een concept. Het is gewijzigd sinds versie { $version } is vastgesteld en kan nog veranderen.
paper-unsent-mark = VASTGESTELD, NOG NIET VERZONDEN
paper-unsent-sentence = Versie { $version } is vastgesteld, maar nog niet verzonden: een tweede persoon moet dat eerst bevestigen.
paper-unsent-decisions-mark = NOG NIET VERZONDEN
paper-unsent-decisions-sentence = Deze besluiten zijn nog niet verzonden: een tweede persoon moet dat eerst bevestigen.
paper-calendar-summary-unsent = NOG NIET VERZONDEN landelijk escalatieteam { $number }
paper-sent-on = Verzonden op { $day }.
paper-not-sent-yet = Niet in de verzonden lijst, want later vastgelegd of gewijzigd: { $what }. Het gaat pas naar de instantie als verzenden opnieuw is bevestigd.
fault-decisions-sent = De besluiten zijn al verzonden en sindsdien is er niets gewijzigd.

# Papieren van een vergadering
fault-nothing-for-reader = Deze instantie krijgt niets van deze vergadering: zij is voor geen enkel punt uitgenodigd.
fault-nothing-decided-for-reader = Voor deze instantie is niets besloten en door haar niets toegezegd: er is geen besluitenlijst.
fault-decision-suspended = Op een besluit rust een time-out: instantie en kenmerk ervan (zonder kenmerk ook de data) blijven zoals ze zijn, anders telt de time-out niet meer mee. Voeg het juiste besluit toe als nieuw besluit.
fault-no-ground = Er is geen grond om met deze instantie te delen wat in dit punt staat.
fault-not-sendable = Een concept gaat naar niemands agenda. Stel de agenda eerst vast.
fault-no-sender = Er is geen adres waar uitnodigingen van komen. De beheerder stelt documents_sender in.
fault-no-time-yet = Dit punt heeft nog geen tijd.
fault-not-https = Een adres begint met https:// en heeft geen spaties.
document-template-broken = Dit is geen TOML: { $detail }. De standaardvorm geldt.
document-template-whose = Er is geen organisatie met de code "{ $code }"; een sjabloon heet naar een code, of default.
document-template-not-text = Bij "{ $key }" hoort tekst.
document-template-pale = Deze kleur is op wit niet goed leesbaar: contrast { $found }, ten minste { $least }. De standaardkleur geldt.
document-template-no-colour = Een kleur is # met zes cijfers of letters a-f, zoals "#154273".
document-template-no-part = Dit kan niet weggelaten worden. Wel: { $known }.
document-template-unknown-key = "{ $key }" bestaat hier niet.{ $near ->
    [none] {""}
   *[other] { " " }Bedoelt u "{ $near }"?
}
cli-agenda-export = Maak een stuk van een vergadering als bestand: voor het secretariaat, of voor één instantie
cli-agenda-export-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-agenda-export-format = Soort bestand: md, html, pdf, ics of txt
cli-agenda-export-paper = Welk stuk: agenda, decisions (besluitenlijst) of pack (alles in één)
cli-agenda-export-item = Alleen de stukken van dit punt
cli-agenda-export-reader = Voor deze instantie (code): alleen waarvoor zij is uitgenodigd en wat een grond om te delen toelaat
cli-agenda-export-all = Alles om te versturen, in een nieuwe map: het pakket van elke bestuurder en de uitnodigingen van elke instantie
cli-agenda-export-out = Het bestand; een bestand dat er al is, blijft zoals het is
cli-agenda-export-written = Opgeslagen als { $file }. Alleen u kunt het lezen.
cli-agenda-export-unsent = Let op: versie { $version } is vastgesteld, maar nog niet verzonden. Een tweede persoon moet dat eerst bevestigen.
cli-agenda-export-unsent-decisions = Let op: de besluiten zijn nog niet verzonden. Een tweede persoon moet dat eerst bevestigen.
cli-agenda-export-for =   voor { $body }: { $who }
cli-agenda-export-invites =   uitnodiging voor { $body }: { $who }
cli-agenda-export-cancels =   afzegging voor { $body }: { $who }
cli-agenda-export-no-address =   zonder e-mailadres, dus zelf te vertellen: { $who }
cli-agenda-export-nothing = { $body } heeft geen deel aan deze vergadering: er is niets om te versturen.
cli-agenda-export-left-out = { $count } personen zijn niet meer gevraagd; voor hen is niets gemaakt.
cli-agenda-export-all-ics = Met --all komen de uitnodigingen vanzelf als ics; kies voor de pakketten md, html, pdf of txt.
cli-agenda-export-not-written = Het bestand { $file } is niet gemaakt: { $detail }
cli-value-paper = STUK

## Een vergadering die vervalt
let-state-cancelled = VERVALLEN
let-move-cancelled = vervallen verklaard
let-move-reinstated = gaat weer door
why-meeting-cancelled = De vergadering is vervallen: haar agenda blijft zoals zij is.
meeting-state-cancelled = vervallen
fault-meeting-cancelled = De vergadering is vervallen: de agenda verandert niet meer.
fault-meeting-has-decisions = Bij deze vergadering is al besloten of toegezegd: zij kan niet meer vervallen. Trek eerst de besluiten in en laat de toezeggingen vervallen.
fault-item-dealt-with = Bij dit punt is in deze vergadering al besloten of toegezegd: het blijft op haar agenda, zodat dat wordt verzonden. Draag de zaak na de vergadering opnieuw voor, of trek eerst het besluit in of laat de toezegging vervallen.
fault-series-day-taken = Voor haar dag in de reeks is intussen { $value } gemaakt. Laat die eerst vervallen.
fault-meeting-not-cancelled = De vergadering is niet vervallen.
fault-meeting-past = De vergadering ligt niet meer in de toekomst.
fault-no-next-meeting = Na deze vergadering is er geen waarvan de agenda nog kan veranderen. Maak er een, of kies de kandidaten.
cli-meeting-column-cancelled = Vervallen
cli-meeting-column-went = Zaken
cli-meeting-went = { $to ->
    [none] { $count ->
        [0] geen zaken
        [one] 1 zaak naar de kandidaten
       *[other] { $count } zaken naar de kandidaten
    }
   *[other] { $count ->
        [0] geen zaken
        [one] 1 zaak naar { $to }
       *[other] { $count } zaken naar { $to }
    }
}
cli-meeting-cancelled = { $number } is vervallen; { $went }. Er is niets verstuurd.
cli-meeting-reinstated = { $number } gaat weer door. Zaken terug op de agenda: { $back } van { $went }. Wat was vastgesteld, moet opnieuw worden vastgesteld en verstuurd.
cli-meeting-reinstated-concept = { $number } gaat weer door. Zaken terug op de agenda: { $back } van { $went }.
cli-meeting-cancel = Laat een vergadering vervallen; wat geen zaak is blijft op haar agenda
cli-meeting-cancel-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-meeting-cancel-reason = Waarom; geen tekst over een huishouden
cli-meeting-cancel-to = Waar de zaken heen gaan: de kandidaten, de volgende vergadering, of een vergadering (LET-49)
cli-meeting-reinstate = Laat een vervallen vergadering weer doorgaan, zolang zij nog komt
cli-meeting-reinstate-meeting = De vergadering: nummer (LET-48, 48) of kenmerk
cli-meeting-reinstate-reason = Waarom; geen tekst over een huishouden

## Wat een zaak van een agenda hoort
cli-entry-agenda = agenda van het LET
cli-entry-share = gedeeld
entry-decision = { "" }: { $value }
entry-agenda-proposed = voorgesteld voor het LET
entry-agenda-placed = op de agenda van { $label }, { $day }
entry-agenda-moved = naar de agenda van { $label }, { $day }
entry-agenda-taken-off = van de agenda van { $label }; nu kandidaat
entry-agenda-dropped = geen kandidaat meer voor het LET
entry-agenda-fixed = agenda van { $label } vastgesteld, { $day }
entry-agenda-held = { $label } gehouden, { $day }
entry-agenda-unheld = teruggenomen dat { $label } is gehouden
entry-agenda-cancelled = { $label } is vervallen, { $day }; nu kandidaat
entry-agenda-decided = besluit van { $label }
entry-agenda-decision-changed = besluit van { $label } gecorrigeerd
entry-agenda-decision-withdrawn = besluit van { $label } ingetrokken
entry-agenda-decisions-sent = besluiten van { $label } verzonden
command-signal-share = delen
command-signal-share-help = Deel onderdelen van de zaak met een gemeente of instantie: op een grond, voor een doel, tot en met een dag.
command-signal-share-also = gegevens delen verstrekken grond inzage instantie gemeente avg
command-signal-end-share = delen beëindigen
command-signal-end-share-help = Deel de zaak niet langer met een organisatie: die ziet er vanaf dan niets meer van.
command-signal-end-share-also = stop intrekken inzage delen einde
form-title-share = Zaak delen
command-signal-duplicate = dubbel
command-signal-duplicate-help = Toon signalen die over hetzelfde huishouden kunnen gaan, met waarom; koppel er één of voeg ze samen.
command-signal-duplicate-also = dubbel dubbele melding koppelen samenvoegen zelfde huishouden gelijk
alike-asked = Er wordt gezocht naar signalen die hierop lijken.
alike-none = Geen ander signaal lijkt op { $number }.
choose-alike = { $number } lijkt op deze signalen. Wilt u er één koppelen?
alike-no = Nee, ik koppel niets
alike-no-letter = n
alike-linked = al gekoppeld: { $because }
alike-merge = Samenvoegen met { $number }
alike-merge-note = dit signaal gaat daarin op
alike-key = { $key } = dubbel
fact-alike = Lijkt op
fact-merged = Samengevoegd
merged-goes = met { $into }; Enter gaat erheen
merged-into = met { $into }
choose-merge = { $from } samenvoegen met { $into }?
merge-yes = Ja, { $from } gaat op in { $into }
merge-yes-letter = j
merge-about-fields = Komt in { $into }: { $fields }.
merge-about-texts = Blijft zoals het in { $into } staat; wat hier staat komt in de tijdlijn: { $fields }.
merge-about-from = { $from } houdt alles wat erin staat en wordt afgesloten; er wordt niets meer in geschreven. U kunt het terugdraaien.
choose-merged = Dit signaal is samengevoegd met { $into }. Wat wilt u doen?
merged-go = Naar { $into } gaan
merged-go-letter = g
merged-back = De samenvoeging terugdraaien
merged-back-letter = t
typed-alike = Lijkt op { $number }: { $because }   { $key } = bekijken
typed-alike-plain = Lijkt op { $number }: { $because }
choose-typed-alike = Wat u invult, lijkt op deze signalen. Wilt u er naartoe? Wat u invulde blijft een concept.
typed-alike-on = Nee, verder met invullen
typed-alike-on-letter = n
why-no-alikes = Er is geen signaal bekend dat lijkt op wat u invult.
command-text-alikes = lijkt op
command-text-alikes-help = Toon de signalen waarop lijkt wat u invult.
command-text-alikes-also = dubbel dubbele melding gelijk bekend huishouden
done-merge = { $number } is samengevoegd met { $value }
past-merge = samenvoeging van { $number }
undone-merge = Teruggedraaid: { $number } is weer samengevoegd met { $value }
already-merge = { $count } was al samengevoegd
done-unmerge = Samenvoeging van { $number } teruggedraaid
past-unmerge = terugdraaien van de samenvoeging van { $number }
undone-unmerge = Teruggedraaid: { $number } staat weer op zichzelf
already-unmerge = { $count } stond al op zichzelf
field-merge = samenvoeging
field-unmerge = samenvoeging
entry-merge-merged = samengevoegd: { $label } ging hierin op
entry-merge-merged-into = samengevoegd met { $label }: het werk gaat daar verder
entry-merge-parted = samenvoeging met { $label } teruggedraaid
entry-merge-fields = { "" }. Overgenomen: { $fields }
entry-merge-text = { $field }: { $text }
entry-merge-shielded = { $field }: afgeschermd, staat in { $label }
field-attachments = bijlagen
field-callBacks = terugbelafspraken
field-flags = aandachtspunten
field-reporter-name = naam van de melder
field-reporter-function = functie van de melder
field-reporter-organisation = organisatie van de melder
field-reporter-phone = telefoon van de melder
field-reporter-mail = e-mail van de melder
cli-entry-merge = samenvoegen
cli-merged = { $from } is samengevoegd met { $number }: { $title }
cli-unmerged = { $number } staat weer op zichzelf: { $title }
cli-signal-merge = Voeg een signaal samen met een ander; van geen van beide gaat iets verloren
cli-signal-merge-number = Nummer van het signaal dat opgaat in het andere
cli-signal-merge-into = Nummer van het signaal dat blijft
cli-signal-unmerge = Draai terug dat een signaal met een ander is samengevoegd
cli-signal-unmerge-number = Nummer van het signaal dat opging in een ander
audit-act-look-alikes = gelijkende signalen gezocht
audit-act-merge = samengevoegd
audit-act-unmerge = samenvoeging teruggedraaid
audit-purpose-find-out-whether-a-household-is-known = nagaan of een huishouden bekend is
audit-purpose-work-on-a-case-once = één keer aan een zaak werken
fault-merged = Dit signaal is samengevoegd met { $value }. Werk daar verder.
fault-merged-elsewhere = Deze zaak is samengevoegd met een andere. Vraag het loket hoe het verder gaat.
fault-merge-same = Een signaal kan niet met zichzelf worden samengevoegd.
fault-merge-not-open = { $value } is afgesloten. Heropen het eerst, of koppel de signalen alleen.
fault-merge-destroyable = De bewaartermijn van { $value } is voorbij: het wordt vernietigd, en kan nergens in opgaan.
fault-merge-time-out = Er loopt nog een time-out op een besluit van { $value }. Beëindig die eerst.
fault-merge-arrangement = Er loopt nog een moratorium, overbrugging of toezegging: { $value }. Sluit die eerst af.
fault-merge-share = Het signaal is nog gedeeld met { $value }. Beëindig dat eerst.
fault-merge-agenda = Het signaal staat nog op de agenda van { $value }. Haal het er eerst af.
fault-merge-candidate = Het signaal is nog kandidaat voor een vergadering. Laat dat eerst vallen.
fault-not-merged = Dit signaal is niet met een ander samengevoegd.
fault-merge-target-gone = Het signaal waarin dit opging, is er niet meer. Terugdraaien kan niet.
fault-merge-changed = Sinds het samenvoegen is gewijzigd wat overkwam: { $value }. Terugdraaien kan niet meer.
form-title-end-share = Delen beëindigen
form-share-recipient = Met
form-share-basis = Grond
form-share-basis-hint = AVG 6 lid 1: algemeen belang (e), wettelijke plicht (c), vitaal belang (d), toestemming (a). Zonder grond gaat alleen mee wat over niemand gaat.
form-share-law = Wet, artikel
form-share-law-hint = Verplicht bij een taak van algemeen belang en bij een wettelijke plicht.
form-share-purpose = Waarvoor
form-share-purpose-hint = Zonder persoonsgegevens.
form-share-parts = Wat
form-share-parts-hint = patstelling, standpunt (eigen), geprobeerd, gebeurtenissen, besluiten, resultaat, toelichting, melder, huishouden, notities, toezeggingen (eigen).
form-share-flags = Verzwarend
form-share-flags-hint = bijzonder, strafrechtelijk, beroepsgeheim; leeg als niets daarvan erin staat.
form-share-decided-by = Besloten door
form-share-decided-by-hint = Liefst een functie, geen naam.
form-share-until = Tot en met
form-share-until-hint = Hoogstens een jaar vooruit; wie langer deelt, besluit opnieuw.
form-share-reason = Waarom
form-share-reason-hint = Zonder persoonsgegevens.
form-choice-public-task = algemeen belang
form-choice-legal-obligation = wettelijke plicht
form-choice-vital-interest = vitaal belang
form-choice-consent = toestemming
form-choice-none = geen
share-until = t/m { $day }
fact-shared = Gedeeld met
fact-shared-until = { $with } t/m { $day }
fact-reported-by = Gemeld door
done-share-parts = { $number } is gedeeld met { $with } t/m { $until }: { $parts }. Terugdraaien kan niet, beëindigen wel: { $how }.
done-share = { $number } is gedeeld met { $with }.
share-asked = { $number } delen met { $with }?
share-asked-parts = U deelt: { $parts }; t/m { $until }.
share-asked-why = Grond: { $basis }. Waarvoor: { $purpose }
share-asked-end = Wat is gelezen, gaat niet terug. Eerder beëindigen kan: { $how }.
share-asked-no = Nee, terug naar het formulier
share-asked-no-letter = n
share-asked-yes = Ja, delen
share-asked-yes-letter = j
done-end-share = { $number } wordt { $with ->
    [none] met niemand meer gedeeld
   *[other] nog gedeeld met { $with }
}.
why-not-shared = Deze zaak is met niemand gedeeld.
kept-share = Wat is gedeeld, kan zijn gelezen: dat gaat niet terug met ongedaan maken. Beëindig het delen bij de acties van het signaal.
kept-share-short = niet terug te draaien; beëindigen kan
entry-from = { $organisation }: { $what }
entry-share-recorded = gedeeld met { $label }, t/m { $day }: { $fields }
entry-share-ended = delen met { $label } beëindigd
share-field-stalemate = patstelling
share-field-positions = standpunt
share-field-tried = geprobeerd
share-field-events = gebeurtenissen
share-field-decisions = besluiten
share-field-results = resultaat
share-field-account = toelichting
share-field-reporter = melder
share-field-household = huishouden
share-field-notes = notities
share-field-commitments = toezeggingen

## Leerpunten
lesson-kind-law = wet
lesson-kind-policy = beleid
lesson-kind-execution = uitvoering
lesson-kind-cooperation = samenwerking
lesson-kind-data-sharing = gegevensdeling
lesson-kind-treatment = bejegening
lesson-state-new = nieuw
fault-personal-mail = Hier staat een e-mailadres. Een leerpunt verlaat de zaak: haal het eruit.
fault-personal-phone = Hier staat een telefoonnummer. Een leerpunt verlaat de zaak: haal het eruit.
fault-personal-of-case = Hier staat een naam of kenmerk uit de zaak. Haal het eruit, of zeg dat u hebt gekeken (looked).
fault-personal-doubt = Dit lijkt op een naam, adres, rekeningnummer, geboortedatum, leeftijd, diagnose of nationaliteit. Haal het eruit, of zeg dat u hebt gekeken (looked).
fault-ground-not-in-force = Deze grond is nog geen wet. Kies een grond die geldt, of deel zonder grond alleen wat over niemand gaat.
fault-part-needs-ground = Voor dit onderdeel is een grond nodig: het gaat over een persoon.
fault-not-shared = Dit deel van de zaak is niet met uw organisatie gedeeld. Vraag het loket erom.
fault-position-changed = Het standpunt is intussen gewijzigd. Lees de zaak opnieuw.
fault-share-over = Er wordt al niet meer gedeeld: het is beëindigd, of de laatste dag is voorbij.
cli-share = Deel delen van een zaak met een andere organisatie, zie met wie, en beëindig dat
cli-share-add = Deel een zaak met een organisatie, op een grond, tot en met een dag
cli-share-add-number = Nummer: S-2026-00421, S-421 of 421
cli-share-add-with = De organisatie, met naam of afkorting
cli-share-add-ground = Waarop het berust: { $values }. Zonder grond (none) gaat alleen mee wat over niemand gaat
cli-share-add-law = Wet en artikel; verplicht bij public-task en legal-obligation
cli-share-add-flags = Wat het zwaarder maakt; mag vaker: { $values }
cli-share-add-purpose = Waarvoor; zonder persoonsgegevens
cli-share-add-parts = Wat u deelt; mag vaker: { $values }
cli-share-add-decided-by = Wie het besloot: eerst de functie
cli-share-add-until = Laatste dag (t/m), hoogstens een jaar vooruit
cli-share-list = Toon met wie een zaak is en was gedeeld; het lezen wordt vastgelegd
cli-share-list-number = Nummer: S-2026-00421, S-421 of 421
cli-share-end = Beëindig delen vóór de laatste dag; de ontvanger ziet er vanaf dan niets meer van
cli-share-end-id = Kenmerk van het delen
cli-share-end-reason = Waarom; zonder persoonsgegevens
cli-share-added = { $number } is gedeeld met { $with }, t/m { $day }.
cli-share-ended = { $number } wordt niet meer gedeeld met { $with }.
cli-share-none = { $number } is met niemand gedeeld.
cli-share-reported-by = { $number } is gemeld door { $by }; die ziet de eigen melding.
cli-share-column-with = Met
cli-share-column-state = Stand
cli-share-column-until = T/m
cli-share-column-ground = Grond
cli-share-column-parts = Wat
cli-share-column-purpose = Waarvoor
cli-share-column-by = Besloten door
cli-share-column-id = Kenmerk
share-basis-public-task = taak van algemeen belang
share-basis-legal-obligation = wettelijke plicht
share-basis-vital-interest = vitaal belang
share-basis-consent = toestemming
share-basis-alignment = afstemmingsbepaling (voorstel)
share-basis-wams = Wams (voorstel)
share-basis-none = geen: alleen wat over niemand gaat
share-state-standing = gedeeld
share-state-ended = beëindigd
share-state-lapsed = afgelopen
cli-case = Voor gemeenten en instanties: zaken die uw organisatie meldde en die met haar zijn gedeeld
cli-case-list = Toon de zaken, nieuwste eerst
cli-case-list-limit = Hoogstens zoveel (op het scherm 200, in JSON alle)
cli-case-show = Toon een zaak; het lezen wordt vastgelegd
cli-case-show-number = Nummer: S-2026-00421, S-421 of 421
cli-case-show-reveal = Toon ook wat is afgeschermd; dat wordt apart vastgelegd
cli-case-add = Meld een zaak van uw gemeente bij het loket
cli-case-add-title = Onderwerp: soort probleem en instanties, zonder namen
cli-case-add-json-input = De hele melding als JSON, zoals voor POST /v1/cases; - leest de standaardinvoer. Naam, telefoon en e-mail van de melder gaan alleen zo mee: een optie staat in de lijst van processen
cli-case-add-account = Alleen "-": de toelichting komt van de standaardinvoer. Wat een optie is, staat in de lijst van processen
cli-case-add-body = Instantie in de patstelling, met naam of afkorting; mag vaker
cli-case-add-life-domain = Leefgebied; mag vaker: { $values }
cli-case-add-urgency = Urgentie: { $values }
cli-case-add-threat = Dreigende gebeurtenis
cli-case-add-threat-on = Dag van de dreigende gebeurtenis
cli-case-add-decision-body = Instantie die een besluit nam
cli-case-add-decision-reference = Kenmerk van het besluit
cli-case-add-decision-sent = Dag waarop het besluit is bekendgemaakt (verzonden)
cli-case-note = Schrijf een notitie bij een zaak; de tekst komt van de standaardinvoer
cli-case-note-number = Nummer: S-2026-00421, S-421 of 421
cli-case-note-text = Alleen "-", en dat mag ook weg: de notitie komt van de standaardinvoer, zodat zij niet in de lijst van processen staat
cli-case-none = Er zijn geen zaken die uw organisatie meldde of die met haar zijn gedeeld.
cli-case-desk = het loket
cli-case-relation-own = eigen melding
cli-case-relation-shared = gedeeld t/m { $day }
cli-case-column-number = Nummer
cli-case-column-title = Onderwerp
cli-case-column-status = Status
cli-case-column-urgency = Urgentie
cli-case-column-received = Ontvangen
cli-case-column-hard-date = Harde datum
cli-case-column-relation = Inzage
cli-case-column-stalemate = Patstelling
cli-case-column-life-domains = Leefgebieden
cli-case-column-position = Standpunt
cli-case-column-tried = Geprobeerd
cli-case-column-event = Dreigt
cli-case-column-decision = Besluit
cli-case-column-desired-household = Wil huishouden
cli-case-column-desired-professional = Wil melder
cli-case-column-commitment = Toezegging
cli-case-column-time-out = Time-out
cli-case-column-reporter = Melder
cli-case-column-household = Huishouden
cli-case-column-shielded = Afgeschermd
cli-lesson = Leerpunten uit zaken en vergaderingen, zonder persoonsgegevens
cli-lesson-add = Leg een leerpunt vast, bij een zaak of een punt van een agenda
cli-lesson-add-signal = De zaak: nummer of kenmerk
cli-lesson-add-item = Het punt: kenmerk, vergadering en plaats (48/3), of nummer van een zaak bij de kandidaten
cli-lesson-add-kind = Waarover het gaat
cli-lesson-add-law = De wet
cli-lesson-add-article = Het artikel
cli-lesson-add-bodies = Een instantie (code) waarover het gaat; mag vaker
cli-lesson-add-text = Het patroon, zonder persoonsgegevens, van de standaardinvoer
cli-lesson-add-looked = U hebt gekeken: wat op een naam, leeftijd, diagnose of nationaliteit lijkt, is niet van een persoon
cli-lesson-list = Toon de leerpunten, nieuwste eerst
cli-lesson-list-kind = Alleen van deze soort
cli-lesson-list-meeting = Alleen die van deze vergadering (LET-48)
cli-lesson-list-limit = Hoogstens zoveel (op het scherm 200, in een bestand of JSON alle)
cli-lesson-show = Toon een leerpunt; het lezen wordt vastgelegd
cli-lesson-show-id = Kenmerk van het leerpunt
cli-lesson-change = Wijzig een leerpunt; wat u niet noemt blijft
cli-lesson-change-id = Kenmerk van het leerpunt
cli-lesson-change-kind = Waarover het gaat
cli-lesson-change-law = De wet
cli-lesson-change-article = Het artikel
cli-lesson-change-bodies = Een instantie (code) waarover het gaat; mag vaker
cli-lesson-change-text = Het patroon, zonder persoonsgegevens, van de standaardinvoer
cli-lesson-change-looked = U hebt gekeken: wat op een naam, leeftijd, diagnose of nationaliteit lijkt, is niet van een persoon
cli-lesson-noted = Het leerpunt is vastgelegd.
cli-lesson-changed = Het leerpunt is gewijzigd.
cli-lesson-none = Zulke leerpunten zijn er niet.
cli-lesson-column-id = Kenmerk
cli-lesson-column-kind = Soort
cli-lesson-column-state = Stand
cli-lesson-column-law = Wet
cli-lesson-column-bodies = Instanties
cli-lesson-column-pattern = Patroon
cli-lesson-column-cases = Zaken
cli-lesson-column-meeting = Vergadering
cli-lesson-column-noted = Vastgelegd
paper-lessons-noted = Leerpunten vastgelegd: { $count }
paper-timeline = Verloop van de zaak
paper-steps-left-out = { $count ->
    [one] Een eerdere stap staat in het dossier.
   *[other] { $count } eerdere stappen staan in het dossier.
}
paper-step-received = signaal ontvangen
paper-step-status = status: van { $old } naar { $new }
paper-step-time-out-confirmed = time-out bevestigd
paper-step-time-out-extended = time-out verlengd
paper-step-time-out-ended = time-out beëindigd
paper-step-time-out-lapsed = time-out verlopen
paper-step-moratorium-recorded = moratorium vastgelegd
paper-step-moratorium-ended = moratorium beëindigd
paper-step-moratorium-reopened = moratorium heropend
paper-step-agenda-held = besproken in { $label }

## Pane 2: laten vervallen, stukken bij een punt, leerpunten
command-agenda-cancel-meeting = vergadering laten vervallen
command-agenda-cancel-meeting-help = De vergadering gaat niet door: kies waar de zaken heen gaan.
command-agenda-cancel-meeting-also = annuleer afzeggen afgelast schrappen uitstel niet door
command-agenda-reinstate-meeting = vergadering gaat weer door
command-agenda-reinstate-meeting-help = Een vervallen vergadering gaat toch door, zolang zij nog komt.
command-agenda-reinstate-meeting-also = herstel heropenen terugdraaien alsnog
command-agenda-not-held = toch niet gehouden
command-agenda-not-held-help = Neem terug dat de vergadering is gehouden, zolang de besluiten niet zijn verzonden.
command-agenda-not-held-also = vergissing herstel terugdraaien gehouden vergadering
command-agenda-end-ground = grond beëindigen
command-agenda-end-ground-help = Deel vanaf nu niets meer op een grond, ook als de vergadering al gehouden is.
command-agenda-end-ground-also = toestemming ingetrokken stoppen delen grondslag avg
command-agenda-series = vergaderreeksen
command-agenda-series-help = Bekijk, maak, wijzig of beëindig een reeks van vergaderingen.
command-agenda-series-also = reeksen reeks herhalen wekelijks maandelijks terugkerend vooruit plannen
command-agenda-item-papers = stukken bij het punt
command-agenda-item-papers-help = Lees een stuk en zijn eerdere versies, voeg er een toe, wijzig het of trek het in.
command-agenda-item-papers-also = bijlage document nagezonden brief versie verschil lezen
command-agenda-note-lesson = leerpunt vastleggen
command-agenda-note-lesson-help = Leg bij dit punt een leerpunt vast of wijzig er een, zonder persoonsgegevens.
command-agenda-note-lesson-also = les patroon wet beleid uitvoering signalering
why-meeting-goes-on = De vergadering is niet vervallen.
form-title-let-cancel = Vergadering laten vervallen
form-title-let-reinstate = Vergadering gaat weer door
form-title-let-new-paper = Nieuw stuk
form-title-let-paper = Stuk wijzigen
form-title-let-lesson = Leerpunt
lesson-new = Nieuw leerpunt
lesson-new-letter = n
choose-lesson = Welk leerpunt?
form-title-let-change-lesson = Leerpunt wijzigen
done-agenda-change-lesson = Leerpunt gewijzigd bij { $title }.
form-let-cancel-reason = Reden
form-let-cancel-reason-hint = Waarom de vergadering niet doorgaat; niets over een huishouden.
form-let-cancel-to = Zaken naar
form-let-cancel-to-hint = Waar de zaken van deze agenda heen gaan.
form-let-cancel-no-next = Na deze vergadering is er geen waarvan de agenda nog kan veranderen. Kies de kandidaten, of maak eerst een vergadering.
form-let-reinstate-reason = Reden
form-let-reinstate-reason-hint = Waarom de vergadering toch doorgaat; niets over een huishouden.
form-let-number-other = Dit is niet het nummer van deze vergadering. Typ het nummer dat boven dit formulier staat.
form-choice-candidates = kandidaten
form-choice-next-meeting = volgende vergadering
agenda-cancel = Laten vervallen
agenda-cancel-letter = v
agenda-reinstate = Weer laten doorgaan
agenda-reinstate-letter = w
let-cancel-because = Reden: { $reason }
let-cancel-went = { $to ->
    [none] { $count ->
        [0] geen zaken
        [one] 1 zaak naar de kandidaten
       *[other] { $count } zaken naar de kandidaten
    }
   *[other] { $count ->
        [0] geen zaken
        [one] 1 zaak naar { $to }
       *[other] { $count } zaken naar { $to }
    }
}
let-cancel-stays = Wat geen zaak is, blijft op deze agenda staan.
let-cancel-nobody = De agenda is nooit vastgesteld: voor geen instantie is er een afzegging.
let-cancel-told = Voor wie in een vastgestelde versie is gevraagd, is er daarna een afzegging voor de eigen agenda. Nu uitgenodigd: { $bodies }. loket verstuurt niets zelf; opslaan: loket agenda export --meeting { $number } --all --out MAP
let-cancelled-by = { $reason } ({ $name }, { $day }); { $went }
let-reinstate-back = Zaken komen terug als zij nog staan waar zij heen gingen.
let-reinstate-told = Wie een afzegging kreeg, hoort pas dat het doorgaat als de agenda opnieuw is vastgesteld en verstuurd. Nu uitgenodigd: { $bodies }.
meeting-fact-cancelled = Vervallen
done-agenda-cancel = { $number } is vervallen; { $went }.
done-agenda-reinstate = { $number } gaat weer door. Stel de agenda opnieuw vast en verstuur die.
done-agenda-reinstate-concept = { $number } gaat weer door. Stel de agenda vast en verstuur die.
choose-item-paper = Welk stuk?
choose-of-item-paper = Wat doet u met dit stuk?
item-paper-new = Nieuw stuk
item-paper-new-letter = n
item-paper-change = Wijzigen
item-paper-change-letter = w
item-paper-withdraw = Intrekken
item-paper-withdraw-letter = i
item-paper-restore = Terugzetten
item-paper-restore-letter = t
item-paper-for = voor { $bodies }
item-paper-nobody = alleen secretariaat en voorzitter
item-paper-version = versie { $number }
item-paper-late = te laat: na { $day }
item-paper-read = Lezen
item-paper-read-letter = l
item-paper-compare = Verschil met de vorige versie
item-paper-compare-letter = v
item-paper-earlier = Eerdere versie
item-paper-earlier-letter = e
item-paper-later = Latere versie
item-paper-later-letter = n
item-paper-versions = Alle versies…
item-paper-versions-letter = a
item-paper-against = Verschil met een andere versie…
item-paper-against-letter = m
item-papers-none = Bij dit punt zijn geen stukken.
choose-paper-version = Welke versie?
choose-paper-against = Verschil met welke versie?
item-paper-head = Stuk
item-paper-of = versie { $number } van { $last }
item-paper-differs = Wat anders is dan in versie { $number }
item-paper-newer = ! Er is een nieuwere versie: { $number }
item-paper-no-text = Geen tekst; het document staat op het adres hierboven.
item-paper-gone = - eraf
item-paper-added = + erbij
item-paper-same = Er staat hetzelfde in.
item-paper-put-back = Er staat hetzelfde in; het stuk is ingetrokken of teruggezet.
item-paper-unchanged = { $count ->
    [one] … een regel die gelijk bleef
   *[other] … { $count } regels die gelijk bleven
}
reading-paper = Het stuk wordt gelezen…
form-paper-title = Titel
form-paper-on = Datum
form-paper-on-hint = De dag die op het stuk staat; mag leeg blijven.
form-paper-address = Adres
form-paper-address-hint = Waar het document staat, als adres dat begint met https://
form-paper-address-wrong = Geef een adres zonder spaties dat begint met https://
form-paper-bodies = Voor
form-paper-bodies-hint = Welke instanties het krijgen; leeg: alleen secretariaat en voorzitter.
form-paper-text = Tekst
form-paper-text-hint = Wat erin staat, of vul hierboven het adres in.
form-paper-empty = Geef de tekst van het stuk, of het adres waar het staat.
done-agenda-new-paper = Stuk toegevoegd bij { $title }.
done-agenda-paper = Stuk gewijzigd bij { $title }: een nieuwe versie.
done-agenda-paper-back = Stuk ingetrokken. Eerdere versies blijven te lezen.
done-agenda-paper-again = Het stuk hoort er weer bij.
past-agenda-paper = stuk bij { $title }
section-let-papers = Stukken
section-let-lessons = Leerpunten
form-lesson-kind = Soort
form-lesson-kind-hint = wet, beleid, uitvoering, samenwerking, gegevensdeling of bejegening
form-lesson-law = Wet
form-lesson-article = Artikel
form-lesson-bodies = Over
form-lesson-bodies-hint = Over welke instanties het gaat.
form-lesson-pattern = Patroon
form-lesson-pattern-hint = Wat zich herhaalt, zonder namen of andere gegevens van personen.
form-lesson-looked = Nagekeken
form-lesson-looked-hint = ja: u hebt gekeken, en wat op persoonsgegevens lijkt is het niet.
form-choice-law = wet
form-choice-policy = beleid
form-choice-execution = uitvoering
form-choice-cooperation = samenwerking
form-choice-data-sharing = gegevensdeling
form-choice-treatment = omgang (bejegening)
done-agenda-lesson = Leerpunt vastgelegd bij { $title }.
item-lessons-none = Bij dit punt is geen leerpunt vastgelegd; gelezen om { $time }.
item-lessons-read = Gelezen om { $time }; open het punt opnieuw voor wat later is vastgelegd.
item-lessons-more = Gelezen om { $time }. Bij deze vergadering zijn er meer dan hier gelezen zijn.

# Reeksen van bijeenkomsten
series-weekday-monday = maandag
series-weekday-tuesday = dinsdag
series-weekday-wednesday = woensdag
series-weekday-thursday = donderdag
series-weekday-friday = vrijdag
series-weekday-saturday = zaterdag
series-weekday-sunday = zondag
series-week-first = eerste
series-week-second = tweede
series-week-third = derde
series-week-fourth = vierde
series-week-last = laatste
series-rule-weeks = { $every ->
    [1] elke { $weekday }
   *[other] elke { $every } weken op { $weekday }
}
series-rule-months = { $every ->
    [1] elke maand op de { $week } { $weekday }
   *[other] elke { $every } maanden op de { $week } { $weekday }
}
series-until = , t/m { $day }
series-on-holiday-skip = overslaan
series-on-holiday-move = naar de volgende werkdag
series-day-kept = zoals gepland
series-day-moved = verschoven naar de volgende werkdag
series-day-skipped = overgeslagen
series-day-no-such-time = overgeslagen: de klok gaat dan vooruit
series-day-gone = buiten de reeks
series-left-alone = , niet aangepast
choose-series = Reeksen van vergaderingen
series-none = Er zijn geen reeksen.
series-new = Nieuwe reeks
series-new-letter = n
series-begin = Reeks beginnen
series-begin-letter = b
series-begin-word = reeks beginnen
series-change = Wijzigen
series-change-letter = w
series-end = Beëindigen
series-end-letter = b
series-end-word = beëindigen
series-day-later = wordt later gemaakt
series-makes = Nieuw: { $day }
series-rewrites = { $number }, { $day }: krijgt de gewijzigde gegevens
series-moves = { $number }: van { $before } naar { $day }
series-leaves = { $number }, { $day }: blijft zoals zij is, daaraan is gewerkt
series-cancels = { $number }, { $day }: vervalt
series-nothing = Geen vergadering verandert.
series-unread = De vergaderingen van deze reeks zijn nog niet gelezen; wat niemand heeft bewerkt, verandert mee.
done-series-new = { $number } is begonnen: { $count ->
    [one] één vergadering is gemaakt.
   *[other] { $count } vergaderingen zijn gemaakt.
}
done-series-change = { $number } is gewijzigd, met de vergaderingen waaraan niemand heeft gewerkt.{ $left ->
    [0] {""}
   *[other] {" "}Niet aangepast: { $numbers }.
}
done-series-end = { $number } is beëindigd; latere vergaderingen waaraan niemand heeft gewerkt zijn vervallen.{ $left ->
    [0] {""}
   *[other] {" "}Blijven staan: { $numbers }.
}
meeting-fact-series = Reeks
form-title-series-new = Nieuwe reeks
form-title-series = Reeks wijzigen
form-title-series-end = Reeks beëindigen
form-series-name = Naam
form-series-name-hint = Hoe u de reeks noemt; mag leeg.
form-series-standing = Vaste punten
form-series-standing-hint = In volgorde, met een komma ertussen. Geldt voor vergaderingen die vanaf nu gemaakt worden.
form-series-standing-wrong = Kies uit: opening, toezeggingen, leerpunten, sluiting; elk hoogstens één keer, met een komma ertussen.
form-series-weekday = Dag
form-series-week = Ritme
form-series-every = Elke
form-series-every-hint = Elke zoveel weken, of zoveel maanden bij eerste tot en met laatste.
form-series-every-wrong = Geef een getal van 1 tot en met 12: elke zoveel weken of maanden.
form-series-time = Begin
form-series-time-wrong = Geef het begin als tijd, bijvoorbeeld 13:30.
form-series-minutes = Minuten
form-series-ahead = Vooruit
form-series-ahead-hint = Zoveel vergaderingen staan er steeds klaar.
form-series-ahead-wrong = Geef een getal van 1 tot en met 24: zoveel vergaderingen staan er steeds klaar.
form-series-from = Vanaf
form-series-from-hint = Geen vergadering voor deze dag.
form-series-until = Tot en met
form-series-until-hint = De laatste dag; leeg: de reeks gaat door.
form-series-until-wrong = Dit kan niet: de laatste dag ligt voor de eerste, of een getal of tekst is te groot.
form-series-on-holiday = Feestdag
form-series-on = Laatste dag
form-series-on-hint = Na deze dag vervallen de vergaderingen waaraan niemand heeft gewerkt.
form-series-on-wrong = Deze dag ligt voor het begin van de reeks.
form-series-reason = Reden
form-series-reason-hint = Staat bij een vergadering die hierdoor vervalt; niets over een huishouden.
form-series-days = { $rule }: { $days }…
form-series-no-days = { $rule }: er komt geen vergadering.
form-choice-monday = ma
form-choice-tuesday = di
form-choice-wednesday = wo
form-choice-thursday = do
form-choice-friday = vr
form-choice-saturday = za
form-choice-sunday = zo
form-choice-weeks = per week
form-choice-first = eerste
form-choice-second = tweede
form-choice-third = derde
form-choice-fourth = vierde
form-choice-last = laatste
form-choice-move = volgende werkdag
form-choice-skip = overslaan
cli-meeting-column-name = Naam
cli-meeting-column-rule = Wanneer
cli-meeting-column-from = Vanaf
cli-meeting-column-on-holiday = Op een feestdag
cli-meeting-column-ahead = Vooruit gemaakt
cli-meeting-column-fate = Wat ermee gebeurt
cli-meeting-column-series = Reeks
cli-meeting-series = Reeksen: bijeenkomsten die vooruit worden gemaakt
cli-meeting-series-list = Toon de reeksen
cli-meeting-series-show = Toon een reeks met haar komende dagen; het lezen wordt vastgelegd
cli-meeting-series-show-series = De reeks: nummer (REEKS-3, 3) of kenmerk
cli-meeting-series-create = Begin een reeks; haar eerste bijeenkomsten worden meteen gemaakt
cli-meeting-series-create-name = Hoe u de reeks noemt
cli-meeting-series-create-weekday = De dag van de week: { $values }
cli-meeting-series-create-every = Elke zoveel weken, of maanden als u --week noemt
cli-meeting-series-create-week = De hoeveelste van de maand: { $values }
cli-meeting-series-create-from = Geen bijeenkomst voor deze dag
cli-meeting-series-create-until = De laatste dag (t/m); zonder dit gaat de reeks door
cli-meeting-series-create-time = Begin, op de klok in Nederland
cli-meeting-series-create-minutes = Minuten
cli-meeting-series-create-on-holiday = Wat er met een feestdag gebeurt: { $values } (naar de volgende werkdag)
cli-meeting-series-create-ahead = Zoveel bijeenkomsten worden vooruit gemaakt
cli-meeting-series-create-standing = Vast punt; mag vaker; zonder dit alle: { $values }
cli-meeting-series-create-place = Waar
cli-meeting-series-create-video = Adres van de video
cli-meeting-series-create-chair = De onafhankelijke voorzitter
cli-meeting-series-create-secretary = De secretaris
cli-meeting-series-create-confidentiality = Wat vertrouwelijk is
cli-meeting-series-create-papers-days = Stukken zijn zoveel werkdagen tevoren binnen
cli-meeting-series-change = Wijzig een reeks; dat geldt voor de bijeenkomsten waaraan niemand heeft gewerkt, de andere worden genoemd
cli-meeting-series-change-series = De reeks: nummer (REEKS-3, 3) of kenmerk
cli-meeting-series-change-name = Hoe u de reeks noemt
cli-meeting-series-change-weekday = De dag van de week: { $values }
cli-meeting-series-change-every = Elke zoveel weken, of maanden als u --week noemt
cli-meeting-series-change-week = De hoeveelste van de maand: { $values }
cli-meeting-series-change-by-week = Voortaan per week, niet per maand
cli-meeting-series-change-from = Geen bijeenkomst voor deze dag
cli-meeting-series-change-until = De laatste dag (t/m)
cli-meeting-series-change-open = Zonder einde
cli-meeting-series-change-time = Begin, op de klok in Nederland
cli-meeting-series-change-minutes = Minuten
cli-meeting-series-change-on-holiday = Wat er met een feestdag gebeurt: { $values } (naar de volgende werkdag)
cli-meeting-series-change-ahead = Zoveel bijeenkomsten worden vooruit gemaakt
cli-meeting-series-change-standing = Vast punt; mag vaker; geldt voor bijeenkomsten die vanaf nu worden gemaakt: { $values }
cli-meeting-series-change-place = Waar
cli-meeting-series-change-video = Adres van de video
cli-meeting-series-change-chair = De onafhankelijke voorzitter
cli-meeting-series-change-secretary = De secretaris
cli-meeting-series-change-confidentiality = Wat vertrouwelijk is
cli-meeting-series-change-papers-days = Stukken zijn zoveel werkdagen tevoren binnen
cli-meeting-series-change-reason = Waarom; staat bij een bijeenkomst die daardoor vervalt
cli-meeting-series-end = Beëindig een reeks na een dag: latere bijeenkomsten waaraan niemand heeft gewerkt vervallen, de andere worden genoemd
cli-meeting-series-end-series = De reeks: nummer (REEKS-3, 3) of kenmerk
cli-meeting-series-end-on = De laatste dag (t/m)
cli-meeting-series-end-reason = Waarom; staat bij de bijeenkomsten die vervallen
cli-meeting-series-none = Er zijn geen reeksen.
cli-meeting-series-created = { $number } is begonnen; de komende bijeenkomsten zijn gemaakt.
cli-meeting-series-changed = { $number } is gewijzigd, met de komende bijeenkomsten waaraan niemand heeft gewerkt.
cli-meeting-series-standing-later = De vaste punten gelden voor bijeenkomsten die vanaf nu worden gemaakt. De agenda van wie er al is blijft zoals hij is.
cli-meeting-series-ended = { $number } is beëindigd; latere bijeenkomsten waaraan niemand heeft gewerkt zijn vervallen.
cli-meeting-series-left = { $count ->
    [1] Niet aangepast, want er is al aan gewerkt: { $numbers }. Kijk of hij blijft zoals hij is, en wijzig hem zelf of laat hem vervallen.
   *[other] Niet aangepast, want er is al aan gewerkt: { $numbers }. Kijk of ze blijven zoals ze zijn, en wijzig ze zelf of laat ze vervallen.
}

# Leveringen van het register.
cli-register-deliver = Lever een bestand aan: laat zien wat er zou veranderen, en verandert zelf nog niets
cli-register-deliver-file = Bestand (CSV); - leest van de standaardinvoer
cli-register-deliver-full = Volledig voor deze organisaties (codes): wie in het register staat en niet in het bestand, vervalt
cli-register-deliver-full-all = Volledig voor alle organisaties in het register
cli-register-deliver-partial = Gedeeltelijk: niemand vervalt (zo is het ook als u niets kiest)
cli-register-deliver-errors = Zet de regels met fouten in dit nieuwe bestand, om te verbeteren en opnieuw aan te leveren
cli-register-deliver-dry-run = Laat alleen zien wat er zou veranderen, en bewaar de levering niet
cli-register-deliver-after =
    Zo gaat het:
        loket register deliver register.csv --full-all --errors fouten.csv
        loket register delivery show 3 --only changed
        loket register delivery apply 3
        loket register deliver fouten.csv --partial     (nadat u fouten.csv heeft verbeterd)
        loket register delivery undo 3                  (als het toch niet goed was)

    Een regel met een fout houdt de rest niet tegen; wie op zo'n regel staat, vervalt niet.
    Afsluitcode: 0 geen fouten, 65 er zijn regels met fouten.
cli-register-deliver-was-partial = Dit is een gedeeltelijke levering: niemand vervalt. Is het bestand volledig, gebruik dan --full CODE of --full-all.
cli-register-deliver-errors-in = De regels met fouten staan in { $file }. Verbeter ze en lever dat bestand opnieuw aan met --partial.
cli-register-deliver-errors-failed = De regels met fouten konden niet naar { $file }: { $detail } De levering zelf is wel aangekomen; zie loket register delivery list.
cli-register-delivery = Leveringen van het register bekijken, toepassen, afwijzen en ongedaan maken
cli-register-delivery-list = Toon de laatste honderd leveringen
cli-register-delivery-show = Toon wat een levering zou veranderen of heeft veranderd
cli-register-delivery-show-number = Nummer van de levering
cli-register-delivery-show-only = Alleen deze regels, alle: { $values }
cli-register-delivery-show-limit = Hoogstens zoveel (200 op het scherm, alles in JSON)
cli-register-delivery-apply = Pas een levering toe op het register, in één keer
cli-register-delivery-apply-number = Nummer van de levering
cli-register-delivery-apply-as-version = Alleen als de levering nog deze versie heeft, zoals zij werd getoond
cli-register-delivery-apply-vanished = Ja, van deze organisaties (codes) blijft niemand over
cli-register-delivery-apply-keep = Nee, laat deze organisaties (codes) zoals ze zijn
cli-register-delivery-reject = Wijs een levering af; er verandert niets in het register
cli-register-delivery-reject-number = Nummer van de levering
cli-register-delivery-undo = Maak een toegepaste levering ongedaan; wat sindsdien is gewijzigd, blijft zo en wordt genoemd
cli-register-delivery-undo-number = Nummer van de levering
cli-register-delivery-none = Er zijn geen leveringen.
cli-register-delivery-tried = Proef: er is niets bewaard en niets veranderd.
cli-register-delivery-waits = Levering { $number } ({ $name }) wacht. Er is nog niets veranderd in het register.
cli-register-delivery-applied = Levering { $number } ({ $name }) is toegepast door { $by }.
cli-register-delivery-rejected = Levering { $number } ({ $name }) is afgewezen door { $by }. Er is niets veranderd in het register.
cli-register-delivery-undone = Levering { $number } ({ $name }) is ongedaan gemaakt door { $by }: { $undone } teruggezet, { $conflicts } niet.
cli-register-delivery-conflict = Niet teruggezet, want sindsdien gewijzigd: { $who }
cli-register-delivery-more = … alle: loket register delivery show { $number } --only { $kind }
cli-register-delivery-vanished = Let op: van { $code } { $name } blijft niemand over (vervalt: { $entries }). Bevestig dat, of laat de organisatie zoals zij is.
cli-register-delivery-held = Let op: { $entries } staat in geen enkele regel en blijft toch staan, want van een regel met een fout is niet te zien over wie die gaat.
cli-register-delivery-vanished-was = Van { $code } { $name } is niemand meer over ({ $entries } vervallen).
cli-register-delivery-vanished-kept = { $code } { $name } bleef zoals het was ({ $entries } in het register).
cli-register-delivery-to-apply = Toepassen:
cli-register-delivery-to-keep = Toepassen, en deze laten staan:
cli-register-delivery-to-reject = Afwijzen:
cli-register-delivery-to-undo = Ongedaan maken:
cli-register-delivery-merger = { $from } naar { $into } per { $on }
cli-register-delivery-counts = { $new } nieuw, { $changed } gewijzigd, { $gone } vervallen, { $errors } met een fout
cli-register-delivery-line = regel { $line }: { $who }
cli-column-delivery-counts = wat het doet
delivery-state-waiting = wacht
delivery-state-applied = toegepast
delivery-state-rejected = afgewezen
delivery-state-undone = ongedaan gemaakt
delivery-lines-new = nieuw
delivery-lines-changed = gewijzigd
delivery-lines-gone = vervalt
delivery-lines-errors = fouten
delivery-lines-unchanged = ongewijzigd
cli-register-merge = Gemeenten gaan op in een andere: hun functionarissen verhuizen, als levering die u nog toepast
cli-register-merge-from = De gemeenten die ophouden (codes, zoals GM0501)
cli-register-merge-into = De gemeente waar zij in opgaan (code)
cli-register-merge-on = Per welke dag; eerder toepassen kan niet
cli-register-merge-dry-run = Laat alleen zien wat er zou veranderen, en bewaar niets
cli-register-merge-unknown = { $value } is geen gemeente. Geef een code zoals GM0501.
cli-register-export = Geef het register als bestand dat weer aangeleverd kan worden
cli-register-export-organisation = Alleen deze organisaties (codes, met komma's ertussen)
cli-register-export-csv = Als CSV (zo is het ook als u niets kiest)
cli-register-export-done = { $count } functionarissen.
fault-not-yours = Dit is van een andere organisatie. U beheert alleen { $value }.
fault-not-in-person = Een voorstel doen of bevestigen kan alleen wie is aangemeld met "loket login": een token zegt niet wie het stuurt.
fault-delivered-twice = Dezelfde functionaris staat ook op regel { $value }, met andere gegevens.
fault-several-entries = In het register staan { $value } functionarissen met deze organisatie, functie en naam. Wijzig ze daar zelf.
fault-delivery-settled = Deze levering wacht niet meer: zij is toegepast, afgewezen of ongedaan gemaakt. Lever het bestand opnieuw als u het toch wilt.
fault-delivery-not-applied = Deze levering is niet toegepast, of al ongedaan gemaakt.
fault-delivery-too-early = Dit kan pas vanaf { $value }.
fault-delivery-later = Levering { $value } veranderde daarna dezelfde functionarissen. Maak die eerst ongedaan.
fault-store-gone = De server bereikt zijn opslag niet. Er is niets opgeslagen. Probeer het over enkele seconden opnieuw; duurt het langer, dan moet de beheerder kijken.
fault-store-locked = Een ander programma houdt de opslag van de server bezet. Er is niets opgeslagen. Probeer het zo weer; duurt het langer, dan moet de beheerder dat programma sluiten.
fault-store-full = De schijf van de server is vol. Er is niets opgeslagen; lezen kan nog wel. De beheerder moet ruimte maken: daarna kan opslaan weer.
fault-store-read-only = De opslag van de server kan alleen worden gelezen. Er is niets opgeslagen. De beheerder moet het recht om te schrijven herstellen.
fault-audit-log = Het auditlogboek van de server kan nu niet worden geschreven. Wat daar niet in staat, wordt niet getoond en niet opgeslagen.
fault-store-slow = De opslag van de server antwoordt niet op tijd. Er is niets opgeslagen. Probeer het over enkele seconden opnieuw.
fault-delivery-changed = Het register is veranderd sinds deze levering is bekeken. Er is niets toegepast. Bekijk die opnieuw; anders zijn nu onder meer { $value }
fault-vanished-not-confirmed = Van { $value } zou niemand overblijven. Bevestig dat met de code (--vanished), of laat de organisatie zoals zij is (--keep).
cli-register-deliver-errors-there = { $file } is er al. Geef een andere naam voor de regels met fouten; er is niets verstuurd.
cli-register-delivery-unknown = { $value } is geen organisatie. Geef een code zoals GM0344 of UWV.
# Auditlogboek
db-fault-audit-rewritten = Logboek van { $subject }: deze regel is een andere dan buiten de database is bewaard; de keten is herschreven
db-fault-audit-cut-back = Logboek van { $subject }: vanaf hier ontbreekt wat buiten de database is bewaard; het einde is afgeknipt, of er is een oudere database teruggezet
db-fault-audit-beyond = Logboek van { $subject }: deze regel staat voorbij het slot van de keten
cli-serve-audit-heads = Bestand waar de sloten van het auditlogboek elke vijf minuten in worden bijgeschreven (of LOKET_AUDIT_HEADS); bewaar het buiten deze machine
cli-serve-audit-syslog = Stuur die sloten ook naar het logboek van het systeem (of LOKET_AUDIT_SYSLOG)
cli-audit = Het auditlogboek: wie zag en deed wat
cli-audit-list = Toon regels, de nieuwste eerst; dat u kijkt, staat er ook in
cli-audit-list-person = Alleen van deze persoon: id van het account, of de hele naam
cli-audit-list-object = Alleen over deze zaak (nummer) of dit ding (id)
cli-audit-list-verb = Alleen deze handeling, zoals "loket policy" haar noemt
cli-audit-list-from = Vanaf deze dag
cli-audit-list-to = Tot en met deze dag
cli-audit-list-result = Alleen wat zo afliep: { $values }
cli-audit-list-limit = Hoogstens zoveel (200 op het scherm, alles in JSON)
cli-audit-export = Geef alle regels, elk als een regel JSON; de uitvoer staat zelf ook in het logboek
cli-audit-export-person = Alleen van deze persoon: id van het account, of de hele naam
cli-audit-export-object = Alleen over deze zaak (nummer) of dit ding (id)
cli-audit-export-verb = Alleen deze handeling, zoals "loket policy" haar noemt
cli-audit-export-from = Vanaf deze dag
cli-audit-export-to = Tot en met deze dag
cli-audit-export-result = Alleen wat zo afliep: { $values }
cli-audit-verify = Reken het auditlogboek na, in de database zelf
cli-audit-verify-heads = Bestand met sloten dat buiten de database is bewaard (zie: loket serve --audit-heads)
cli-audit-none = Er zijn geen zulke regels.
cli-audit-exported = { $count ->
    [one] 1 regel uitgevoerd.
   *[other] { $count } regels uitgevoerd.
}
cli-audit-heads-unreadable = Het bestand met sloten { $file } is niet te lezen: { $detail }
cli-audit-heads-line = Regel { $line } van het bestand met sloten is geen slot: afgebroken of gewijzigd.
cli-audit-verified = { $rows } regels nagerekend, { $kept } bewaarde sloten teruggevonden: { $broken ->
    [0] alles klopt
    [one] 1 keten klopt niet
   *[other] { $broken } ketens kloppen niet
}
cli-audit-column-seq = Nr
cli-audit-column-at = Wanneer
cli-audit-column-account = Account
cli-audit-column-name = Wie
cli-audit-column-role = Rol
cli-audit-column-organisation = Organisatie
cli-audit-column-verb = Handeling
cli-audit-column-object = Waarmee
cli-audit-column-purpose = Waarvoor
cli-audit-column-result = Afloop
cli-audit-column-origin = Vanaf
cli-audit-column-request = Verzoek
audit-result-done = gedaan
audit-result-refused = geweigerd
audit-result-failed = mislukt

# De pane van de privacyfunctionaris
tab-traces = Toezicht
tab-traces-short = Toez.
scope-traces = Auditlogboek
scope-traces-short = logboek
command-global-pane-traces = toezicht
command-global-pane-traces-help = Ga naar het auditlogboek: wie zag wat, en wat opvalt.
command-global-pane-traces-also = audit logboek privacy inzage sporen pane 5 venster
command-traces-patterns = wat opvalt
command-traces-patterns-help = Toon wat opvalt in de afgelopen week.
command-traces-patterns-also = patronen afwijkend opvallend begin
command-traces-sample = steekproef
command-traces-sample-help = Toon twintig inzagen van de afgelopen week, door het lot gekozen.
command-traces-sample-also = loten trekken wekelijks controle
command-traces-log = alle regels
command-traces-log-help = Toon alle regels, de nieuwste eerst.
command-traces-log-also = logboek lijst alles
command-traces-who-saw = wie zag dit
command-traces-who-saw-help = Toon wie de zaak van deze regel zag.
command-traces-who-saw-also = zaak dossier inzage
command-traces-what-saw = wat zag die
command-traces-what-saw-help = Toon wat de persoon van deze regel zag en deed.
command-traces-what-saw-also = medewerker persoon account
command-traces-looked = bekeken
command-traces-looked-help = Leg vast dat u deze regel van de steekproef hebt bekeken.
command-traces-looked-also = afvinken gecontroleerd gezien
why-on-traces = Dat kan alleen in het auditlogboek.
why-only-sample = Alleen een regel van de steekproef wordt als bekeken vastgelegd.
why-looked-already = Deze regel is al bekeken.
trace-looked = Vastgelegd dat u deze regel hebt bekeken.
traces-patterns = Wat opvalt in de week van { $week }
traces-sample = Steekproef van de week van { $week }
traces-log = Alle regels, nieuwste eerst
traces-about = Wie zag { $about }
traces-person = Wat zag en deed { $name }
traces-find = Nummer van een zaak, of hele naam
traces-loading = Het auditlogboek wordt gevraagd aan { $server }. Dat u kijkt, komt er ook in te staan.
traces-no-patterns = In de afgelopen week viel niets op.
traces-no-patterns-advice = De steekproef is er ook zonder bijzonderheden: { $key }.
traces-no-sample = In de afgelopen week is geen zaak of kaart geopend.
traces-no-sample-advice = De steekproef gaat over de laatste week die om is, van maandag tot en met zondag.
traces-none = Er zijn geen zulke regels.
traces-none-advice = Zoek een ander nummer of een hele naam: { $key }.
traces-count-more = eerste { $count }
traces-looked = { $looked } van { $count } bekeken
trace-head-at = wanneer
trace-head-name = wie
trace-head-what = wat
trace-head-pattern = wat opvalt
trace-head-about = waarmee
trace-head-result = afloop
trace-head-looked = bekeken
trace-not-looked = nog niet
trace-row = regel { $seq }
trace-fact-who = Wie
trace-fact-what = Wat
trace-fact-about = Waarmee
trace-fact-purpose = Waarvoor
trace-fact-when = Wanneer
trace-fact-from = Vanaf
trace-fact-request = Verzoek
trace-fact-looked = Bekeken
trace-fact-unusual = Opvallend
trace-fact-rule = Regel
trace-fact-means = Betekenis
trace-means = Opvallend is niet verkeerd. Vraag ernaar voor u oordeelt; Enter toont wat deze persoon zag.
audit-pattern-municipality = { $count } zaken uit { $about } geopend, in geen daarvan gewerkt
audit-pattern-again = { $about } in { $count } kwartieren geopend, er niets in gedaan
audit-pattern-night = { $count } zaken of kaarten geopend tussen 22:00 en 06:00
audit-pattern-many = { $count } zaken en kaarten geopend; gewoonlijk { $usual } in een week
audit-pattern-denied = { $count } keer gevraagd wat is geweigerd of er niet is
audit-rule-many = Minstens { $least } in de week, en meer dan { $times } keer de eigen mediaan van de { $weeks } weken ervoor.
audit-rule-night = Minstens { $least } verschillende tussen 22:00 en 06:00, Nederlandse tijd.
audit-rule-again = Dezelfde zaak in minstens { $least } kwartieren geopend, zonder er iets in te wijzigen of te noteren.
audit-rule-municipality = Minstens { $least } zaken van een gemeente geopend, zonder er iets in te wijzigen of te noteren.
audit-rule-denied = Minstens { $least } keer in de week.
plain-prompt-traces = toezicht>
plain-help-traces = Dit is het auditlogboek. Typ het nummer van een regel om die te openen, /421 voor wie een zaak zag, /naam voor wat iemand zag, en de naam van een opdracht om die te doen.
audit-entity-agenda-candidate = agendakandidaten
audit-entity-agenda-item = agendapunt
audit-entity-agenda = agenda
audit-entity-alarm = alarmen
audit-entity-audit = auditlogboek
audit-entity-bridging = overbrugging
audit-entity-changes = wijzigingen
audit-entity-commitment = toezegging
audit-entity-confirmation = bevestiging
audit-entity-deadline = termijn
audit-entity-delivery = levering
audit-entity-edition = vastgestelde agenda
audit-entity-events = berichten
audit-entity-feed-token = agenda-adres
audit-entity-invitation = uitnodiging
audit-entity-item-paper = stuk
audit-entity-lesson = les
audit-entity-let-decision = LET-besluit
audit-entity-meeting-series = vergaderreeks
audit-entity-meeting = vergadering
audit-entity-moratorium = moratorium
audit-entity-officer = functionaris
audit-entity-papers = vergaderstukken
audit-entity-signal = signaal
audit-entity-time-out = time-out
audit-entity-view = weergave
audit-act-amend = gewijzigd
audit-act-apply = toegepast
audit-act-at-hand = meegenomen
audit-act-body-confirmed = bevestigd door instantie
audit-act-cancel = afgelast
audit-act-claim = op naam gezet
audit-act-confirm = bevestigd
audit-act-contact = contact genoteerd
audit-act-create = gemaakt
audit-act-delete = verwijderd
audit-act-drop = laten vallen
audit-act-end = beëindigd
audit-act-export = uitgevoerd
audit-act-extend = verlenging voorgesteld
audit-act-feed = als kalender gelezen
audit-act-fix = vastgesteld
audit-act-history = historie gelezen
audit-act-hold = gehouden
audit-act-keep = nagekomen
audit-act-lapse = vervallen
audit-act-list = lijst gelezen
audit-act-look = steekproef bekeken
audit-act-move = verplaatst
audit-act-note = notitie
audit-act-propose = voorgesteld
audit-act-publish = verzending voorgesteld
audit-act-read = gelezen
audit-act-read-offline = zonder verbinding gelezen
audit-act-reinstate = hersteld
audit-act-reject = afgewezen
audit-act-release = vrijgegeven
audit-act-remove = uitgeschreven
audit-act-renew = opnieuw bekeken
audit-act-reopen = heropend
audit-act-report = gemeld
audit-act-reveal = afgeschermd bekeken
audit-act-resume = hervatting voorgesteld
audit-act-review = week bekeken
audit-act-revoke = ingetrokken
audit-act-search = gezocht
audit-act-search-offline = zonder verbinding gezocht
audit-act-settle = geregeld
audit-act-start = begonnen
audit-act-take-back = teruggenomen
audit-act-take-off = van agenda gehaald
audit-act-tell-body = aan instantie verteld
audit-act-undo = ongedaan gemaakt
audit-act-unhold = niet gehouden
audit-act-withdraw = ingetrokken
audit-purpose-be-the-second-person = de tweede persoon zijn
audit-purpose-bring-the-bodies-to-the-table = de instanties aan tafel brengen
audit-purpose-choose-cases-for-a-meeting = zaken kiezen voor een vergadering
audit-purpose-find-a-signal = een signaal zoeken
audit-purpose-find-who-has-the-mandate = vinden wie het mandaat heeft
audit-purpose-give-each-body-its-papers = elke instantie haar stukken geven
audit-purpose-have-the-dates-in-ones-own-calendar = de termijnen in de eigen agenda hebben
audit-purpose-hold-a-meeting = een vergadering houden
audit-purpose-judge-a-proposal = een voorstel beoordelen
audit-purpose-keep-a-view-of-the-queue = een weergave van de lijst bewaren
audit-purpose-keep-the-register-true = het register juist houden
audit-purpose-keep-up-to-date = bijblijven
audit-purpose-keep-up-with-bridgings = overbruggingen volgen
audit-purpose-keep-up-with-commitments = toezeggingen volgen
audit-purpose-keep-up-with-moratoria = moratoria volgen
audit-purpose-keep-up-with-time-outs = time-outs volgen
audit-purpose-know-what-was-fixed = weten wat is vastgesteld
audit-purpose-know-where-a-date-comes-from = weten waar een datum vandaan komt
audit-purpose-know-who-helped-before = weten wie eerder hielp
audit-purpose-learn-from-cases = leren van zaken
audit-purpose-look-at-the-queue-in-ones-own-way = de lijst op eigen wijze bekijken
audit-purpose-look-up-when-the-server-is-away = opzoeken zonder server
audit-purpose-look-who-saw-what = nagaan wie wat zag
audit-purpose-maintain-the-register = het register onderhouden
audit-purpose-miss-no-date = geen termijn missen
audit-purpose-plan-meetings = vergaderingen plannen
audit-purpose-prepare-a-meeting = een vergadering voorbereiden
audit-purpose-prepare-an-item = een agendapunt voorbereiden
audit-purpose-put-a-report-in = een melding invoeren
audit-purpose-reach-who-has-the-mandate = bereiken wie het mandaat heeft
audit-purpose-reach-who-reported-a-case = bereiken wie een zaak meldde
audit-purpose-record-what-was-decided = vastleggen wat is besloten
audit-purpose-take-a-proposal-back = een voorstel terugnemen
audit-purpose-tell-the-bodies = de instanties inlichten
audit-purpose-work-a-signal = een signaal behandelen
audit-purpose-work-a-time-out = een time-out behandelen
audit-purpose-work-the-queue = de lijst behandelen
traces-count = { $count ->
    [one] 1 regel
   *[other] { $count } regels
}

# Logboek dataverwerkingen
cli-audit-processing = Toon het logboek dataverwerkingen: elke regel als JSON, zonder wie het deed
cli-serve-processing-log = Stuur het logboek dataverwerkingen naar deze verzamelaar (OTLP over HTTP; of LOKET_PROCESSING_LOG, met een token in LOKET_PROCESSING_TOKEN)

# Bewaren en vernietigen
confirmed-action-destroy-cases = zaken vernietigen
fault-no-such-case = Er is geen zaak { $value }.
fault-kept-open = { $value } is niet afgesloten, of is heropend.
fault-kept-term-runs = De bewaartermijn van { $value } is nog niet voorbij.
fault-kept-date-ahead = Een termijn of een andere datum van { $value } is nog niet voorbij: dat moet eerst.
fault-kept-time-out = Bij { $value } loopt een time-out, of er is een voorgesteld.
fault-kept-arrangement = Bij { $value } staat een overbrugging of toezegging open, of loopt een moratorium.
fault-kept-agenda = { $value } is kandidaat voor een vergadering, of staat op de agenda van een die nog komt.
fault-kept-shared = { $value } is nog gedeeld met een andere organisatie.
retention-rule-within_rules = opgelost binnen de regels
retention-rule-deviation = maatwerk met afwijking
retention-rule-breakthrough = doorbraak in het LET
retention-rule-bridging = overbrugging
retention-rule-unresolved = niet opgelost
retention-rule-no_outcome = afgesloten zonder uitkomst
retention-rule-referred = doorverwezen
retention-rule-out_of_scope = niet voor het loket
retention-rule-withdrawn = ingetrokken
retention-hold-open = de zaak is open
retention-hold-term-runs = de bewaartermijn loopt
retention-hold-date-ahead = er ligt nog een datum in de toekomst
retention-hold-time-out = er loopt een time-out, of er is een voorgesteld
retention-hold-arrangement = er staat een overbrugging of toezegging open, of een moratorium loopt
retention-hold-agenda = de zaak staat op een agenda
retention-hold-shared = de zaak is gedeeld
destruction-fate-waits = wacht
destruction-fate-erased = vernietigd
destruction-fate-kept = bewaard
destruction-state-proposed = voorgesteld
destruction-state-confirmed = goedgekeurd
destruction-state-rejected = afgewezen
destruction-state-withdrawn = ingetrokken
destruction-state-expired = vervallen
holding-kind-case = de zaak zelf
holding-kind-timeline = tijdlijn
holding-kind-history = wat velden eerder waren
holding-kind-time-outs = time-outs
holding-kind-proposals = voorstellen over time-outs
holding-kind-arrangements = moratoria, overbruggingen en toezeggingen
holding-kind-board = regels van het termijnbord
holding-kind-alarms = alarmen
holding-kind-shares = delingen met anderen
holding-kind-agenda = agendapunten, uitnodigingen, stukken en besluiten
holding-kind-editions = vastgestelde agenda's
holding-kind-lessons = leerpunten
holding-kind-calls = wie er uit het register is gebeld
holding-kind-imports = uit welk bestand iets kwam
holding-kind-keys = sleutels tegen dubbel opslaan
holding-kind-feed = regel in de wijzigingenlijst
holding-kind-audit = regels in het auditlogboek
holding-basis-public-task = taak van algemeen belang (AVG 6(1)(e))
holding-basis-accountability = verantwoording (AVG 5(2) en 32)
holding-basis-not-personal = geen persoonsgegevens
holding-kept-case = zolang als de zaak
holding-kept-90-days = 90 dagen
holding-kept-for-good = blijft, zonder tekst van de zaak
cli-destruction = Vernietig afgesloten zaken waarvan de bewaartermijn voorbij is: de een stelt voor, een ander keurt goed
cli-destruction-list = Toon de zaken die vernietigd mogen worden
cli-destruction-propose = Stel voor zaken te vernietigen; er gebeurt niets totdat een ander goedkeurt
cli-destruction-propose-numbers = Nummers: S-2026-00421, S-421 of 421
cli-destruction-propose-reason = Waarom: wat is afgewogen; zonder persoonsgegevens
cli-destruction-proposed = Toon de voorstellen, het nieuwste eerst
cli-destruction-approve = Bekijk wat een ander voorstelde, en keur het goed met --hash; daarna is het voorgoed weg
cli-destruction-approve-id = Id van het voorstel
cli-destruction-approve-hash = Keur precies goed wat deze hash heeft; zonder deze optie toont de opdracht wat is voorgesteld
cli-destruction-reject = Wijs het voorstel van een ander af
cli-destruction-reject-id = Id van het voorstel
cli-destruction-reject-reason = Waarom; zonder persoonsgegevens
cli-destruction-withdraw = Trek uw eigen voorstel in
cli-destruction-withdraw-id = Id van het voorstel
cli-destruction-withdraw-reason = Waarom; zonder persoonsgegevens
cli-destruction-list-none = Er is geen zaak die nu vernietigd mag worden.
cli-destruction-none = Er zijn nog geen voorstellen.
cli-destruction-proposed-so = { $count ->
    [one] Voorgesteld: 1 zaak.
   *[other] Voorgesteld: { $count } zaken.
}{" "}Een ander bekijkt en keurt goed met: loket destruction approve { $id }
cli-destruction-approve-so = Klopt dit? Keur dan precies dit goed: loket destruction approve { $id } --hash { $hash }
cli-destruction-approved = { $count ->
    [0] Goedgekeurd. Er is niets vernietigd: zie waarom hierboven.
    [one] Goedgekeurd: 1 zaak is vernietigd. De laatste reservekopie ermee is weg op { $day }.
   *[other] Goedgekeurd: { $count } zaken zijn vernietigd. De laatste reservekopie ermee is weg op { $day }.
}
cli-destruction-nothing-erased = Er is niets vernietigd.
cli-destruction-column-number = Nummer
cli-destruction-column-rule = Uitkomst
cli-destruction-column-closed = Afgesloten
cli-destruction-column-years = Jaren
cli-destruction-column-since = Mag sinds
cli-destruction-column-fate = Wat ervan werd
cli-destruction-column-id = Id
cli-destruction-column-state = Stand
cli-destruction-column-by = Voorgesteld door
cli-destruction-column-cases = Zaken
cli-destruction-column-erased = Vernietigd
cli-holds = Toon welke gegevens er over een zaak zijn: hoeveel, waarom en hoe lang, nooit wat erin staat; de vraag wordt vastgelegd
cli-holds-reference = Nummer van de zaak, huishouden (H-7K2F) of kenmerk van de melder
cli-holds-nothing = Er is niets over { $reference }.
cli-holds-open = { $number }: open; de bewaartermijn begint bij afsluiten.
cli-holds-closed = { $number }: { $rule }; mag vernietigd worden vanaf { $day }. Nu: { $hold }.
cli-holds-free = mag vernietigd worden
cli-holds-erased = { $number }: vernietigd op { $day }, goedgekeurd door { $by }. De laatste reservekopie is weg op { $until }. Wat er nog is:
cli-holds-column-kind = Wat
cli-holds-column-count = Aantal
cli-holds-column-basis = Waarom
cli-holds-column-kept = Hoe lang
cli-serve-retention = Bestand met bewaartermijnen (of LOKET_RETENTION); zonder dit gelden de gewone
cli-retention-broken = De server start niet zolang er fouten staan in { $file }.
retention-unknown = “{ $key }” is geen uitkomst en niet backup_days. Bedoelt u { $near }?
retention-range = “{ $key }” is een heel getal: { $range }.

# Emergency access.
command-traces-emergencies = noodinzage
command-traces-emergencies-help = Toon zaken die iemand buiten het loket in een noodgeval heeft geopend, met de reden.
command-traces-emergencies-also = nood breekglas spoed glas
command-traces-judge = beoordelen
command-traces-judge-help = Beoordeel deze noodinzage: terecht of niet terecht.
command-traces-judge-also = oordeel goedkeuren afkeuren noodinzage
why-only-emergency = Dat kan alleen bij een noodinzage.
why-judged-already = Deze noodinzage is al beoordeeld.
traces-emergencies = Noodinzage
traces-no-emergencies = Niemand heeft een zaak in een noodgeval geopend.
traces-no-emergencies-advice = Wie buiten het loket werkt, kan een zaak openen als wachten schade geeft. U ziet dat hier en beoordeelt het binnen een dag.
traces-count-waiting = noodinzage: { $waiting } te doen
traces-count-overdue = noodinzage: { $waiting }, { $overdue } te laat
trace-head-judged = oordeel
trace-head-why = waarom
trace-fact-why = Waarom
trace-fact-stands = Stand
trace-fact-judged = Oordeel
trace-from-until = { $from } tot { $until }
trace-judge-before = nog geen; vóór { $when }
emergency-state-open = nu open
emergency-state-over = te beoordelen
emergency-state-overdue = te laat
emergency-state-reviewed = beoordeeld
emergency-verdict-justified = terecht
emergency-verdict-unjustified = niet terecht
emergency-judged = De noodinzage in { $number } is beoordeeld. Het oordeel staat ook in de zaak.
form-title-judge = Noodinzage beoordelen
form-judge-verdict = Oordeel
form-judge-verdict-hint = Niet terecht: de zaak is meteen weer dicht. Ga na of het een datalek is (AVG 33).
form-judge-reason = Waarom
form-judge-reason-hint = Zonder persoonsgegevens. Staat ook in de zaak.
form-choice-justified = terecht
form-choice-unjustified = niet terecht
cli-entry-emergency-access = noodinzage
entry-emergency-access-recorded = noodinzage door { $label }
entry-emergency-access-confirmed = noodinzage door { $label } beoordeeld: terecht
entry-emergency-access-rejected = noodinzage door { $label } beoordeeld: niet terecht
audit-entity-emergency-access = noodinzage
audit-purpose-prevent-harm-tonight = voorkomen dat wachten schade geeft
audit-purpose-see-that-emergency-access-is-judged = zorgen dat noodinzage wordt beoordeeld
holding-kind-emergency-accesses = noodinzage door anderen
fault-emergency-reviewed = Deze noodinzage is al beoordeeld.
fault-too-many-emergencies = Hoogstens { $value } keer noodinzage in 24 uur.
cli-case-emergency = Open een zaak waar u geen recht op hebt, omdat wachten schade geeft; de reden komt van de standaardinvoer. Het loket ziet het meteen, en u wordt erop bevraagd
cli-case-emergency-number = Nummer: S-2026-00421, S-421 of 421
cli-case-emergency-text = Alleen "-", en dat mag ook weg: de reden komt van de standaardinvoer, zodat zij niet in de lijst van processen staat
cli-case-emergency-minutes = Hoe lang, in minuten: 15 tot 240; zonder deze optie 60
cli-case-relation-emergency = noodinzage tot { $until }
cli-case-opened = { $number } is voor u open tot { $until }. Dat u haar opende, en waarom, staat in de zaak en wordt binnen een dag beoordeeld.
cli-audit-emergencies = Toon wie in een noodgeval welke zaak opende: eerst wat nog te beoordelen is
cli-audit-emergencies-overdue = Alleen wat langer dan een dag wacht
cli-audit-judge = Beoordeel een noodinzage; waarom komt van de standaardinvoer
cli-audit-judge-id = Id, zoals "loket audit emergencies" het toont
cli-audit-judge-verdict = Oordeel: { $values }
cli-audit-judge-text = Alleen "-", en dat mag ook weg: waarom komt van de standaardinvoer
cli-emergency-none = Er is geen noodinzage die hierbij past.
cli-emergency-judged = De noodinzage in { $number } is beoordeeld: { $verdict }.
cli-emergency-column-state = Stand
cli-emergency-column-case = Zaak
cli-emergency-column-name = Wie
cli-emergency-column-organisation = Organisatie
cli-emergency-column-opened = Geopend
cli-emergency-column-until = Tot
cli-emergency-column-reason = Waarom
cli-emergency-column-id = Id

# Administrators and their second person.
problem-waits-for-second-person = Dat u beheerder bent, wacht op een tweede persoon.
problem-waits-for-second-person-advice = Vraag een andere beheerder om u te bevestigen: loket administrator confirm.
failure-waits-for-second-person = U bent aangemeld bij { $server }; dat u daar beheerder bent, wacht op een tweede persoon.
failure-waits-for-second-person-advice = Vraag een andere beheerder om u te bevestigen: loket administrator confirm.
cli-administrator = Beheerders: wie het zijn, en de tweede persoon voor wie het wordt
cli-administrator-list = Toon de beheerders, eerst wie nog wacht
cli-administrator-confirm = Bevestig dat een ander beheerder is; nooit uzelf
cli-administrator-confirm-account = Nummer van het account, zoals in de lijst
cli-administrator-column-name = Naam
cli-administrator-column-organisation = Organisatie
cli-administrator-column-made = Gemaakt
cli-administrator-column-stands = Stand
cli-administrator-column-account = Account
administrator-confirmed = bevestigd
administrator-waits = wacht op een tweede persoon
cli-administrator-none = Er zijn geen beheerders.
cli-administrator-confirmed = Bevestigd: dit account is nu beheerder.
cli-administrator-waits = Er is al een beheerder, dus dit token geldt pas als een andere beheerder het bevestigt: loket administrator confirm { $account }
cli-administrator-not-first = Niet bevestigd: dit account wacht niet, of er is een beheerder die het kan bevestigen. Trek eerst in wie er niet meer is: loket token revoke.
cli-token-confirm = Bevestig op deze machine een beheerder, als er geen andere meer is die dat kan
cli-token-confirm-account = Nummer van het account, zoals in de lijst
audit-purpose-know-who-is-an-administrator = weten wie beheerder is

# Uitvoer van hele zaken
confirmed-action-export-cases = zaken uitvoeren naar een bestand
cli-entry-export = uitvoer
entry-export-recorded = uitgevoerd in een bestand voor { $label }, dat er mag zijn t/m { $day }
audit-entity-export = uitvoer
audit-purpose-give-cases-to-somebody = zaken aan iemand geven
audit-purpose-know-which-cases-leave = weten welke zaken het loket verlaten
fault-anothers-export = Alleen wie deze uitvoer voorstelde kan haar ophalen.
fault-export-not-confirmed = Deze uitvoer is niet bevestigd door een tweede persoon.
fault-export-over = De tijd om op te halen is voorbij: 24 uur na het bevestigen, en nooit na de dag waarop het bestand weg moet zijn.
fault-export-fetched-enough = Deze uitvoer is al drie keer opgehaald. Stel een nieuwe voor.
fault-about-somebody = Hier staat een e-mailadres, een telefoonnummer of het kenmerk van een huishouden. Een doel gaat over niemand in het bijzonder: haal het eruit.
fault-too-many-cases = Dit zijn meer dan { $value } zaken. Kies een kortere periode.
fault-nothing-selected = Er is geen zaak die hierbij past.
export-file-holds = Hele zaken uit loket: feiten, melder, notities en contactmomenten, tijdlijn, time-outs en met wie is gedeeld. Gegevens van professionals (naam, functie, organisatie) en van huishoudens (gemeente, toelichting). Geen namen van burgers en geen burgerservicenummers, behalve wat iemand in een vrije tekst schreef. Niet erin: wat is afgeschermd (telefoon en e-mail van de melder, kenmerk van de afzender en van het huishouden), agenda’s, stukken en besluiten van het LET, moratoria, overbruggingen en toezeggingen zelf.
export-state-proposed = voorgesteld
export-state-confirmed = bevestigd
export-state-rejected = afgewezen
export-state-withdrawn = ingetrokken
export-state-expired = vervallen
export-flag-special-data = bijzondere persoonsgegevens
export-flag-criminal-data = strafrechtelijke gegevens
export-flag-professional-secrecy = beroepsgeheim
cli-export = Voer hele zaken uit naar een bestand: de een stelt voor, een ander bevestigt, de eerste haalt op
cli-export-propose = Stel voor zaken uit te voeren: met nummers, of alles wat in een periode is ontvangen; er gaat niets weg totdat een ander bevestigt
cli-export-propose-numbers = Nummers: S-2026-00421, S-421 of 421
cli-export-propose-from = In plaats van nummers: ontvangen vanaf deze dag
cli-export-propose-to = Ontvangen tot en met deze dag
cli-export-propose-statuses = Van die periode alleen deze status, mag vaker: { $values }
cli-export-propose-outcomes = Van die periode alleen deze uitkomst, mag vaker: { $values }
cli-export-propose-purpose = Waarvoor; gaat over niemand in het bijzonder en komt in de tijdlijn van elke zaak
cli-export-propose-recipient = Wie het bestand krijgt: een functie of organisatie
cli-export-propose-ground = Grond: { $values }
cli-export-propose-law = Wet en artikel
cli-export-propose-flags = Verzwarend, mag vaker: { $values }
cli-export-propose-destroy-by = De laatste dag waarop het bestand er mag zijn, hoogstens 90 dagen vooruit
cli-export-list = Toon de uitvoeren, de nieuwste eerst
cli-export-show = Toon wat is voorgesteld, met elk nummer
cli-export-show-id = Id van de uitvoer
cli-export-confirm = Bekijk wat een ander voorstelde, en bevestig het met --hash
cli-export-confirm-id = Id van de uitvoer
cli-export-confirm-hash = Bevestig precies wat deze hash heeft; zonder deze optie toont de opdracht wat is voorgesteld
cli-export-reject = Wijs het voorstel van een ander af
cli-export-reject-id = Id van de uitvoer
cli-export-reject-reason = Waarom; zonder persoonsgegevens
cli-export-withdraw = Trek uw eigen voorstel in
cli-export-withdraw-id = Id van de uitvoer
cli-export-withdraw-reason = Waarom; zonder persoonsgegevens
cli-export-fetch = Haal uw eigen uitvoer op nadat een ander haar bevestigde: binnen 24 uur en hoogstens drie keer
cli-export-fetch-id = Id van de uitvoer
cli-export-fetch-output = Het bestand: alleen u kunt het lezen, en een bestand dat er al is, blijft zoals het is
cli-export-none = Er zijn nog geen uitvoeren.
cli-export-proposed-so = { $count ->
    [one] Voorgesteld: 1 zaak.
   *[other] Voorgesteld: { $count } zaken.
}{" "}Een ander bekijkt en bevestigt met: loket export confirm { $id }
cli-export-confirm-so = Klopt dit? Bevestig dan precies dit: loket export confirm { $id } --hash { $hash }
cli-export-confirmed = Bevestigd. { $name } kan het ophalen tot { $until }.
cli-export-nothing-left = Er gaat niets weg.
cli-export-fetched = { $count ->
    [one] 1 zaak staat in { $file }. Alleen u kunt het lezen.
   *[other] { $count } zaken staan in { $file }. Alleen u kunt het lezen.
}{" "}De eerste regel zegt wat erin staat, waarvoor, en wanneer het bestand weg moet zijn.
cli-export-left-out = Niet erin, want inmiddels vernietigd: { $numbers }
cli-export-not-written = Het bestand { $file } is niet gemaakt: { $detail }
cli-export-column-id = Id
cli-export-column-state = Stand
cli-export-column-by = Voorgesteld door
cli-export-column-second = Bevestigd of afgehandeld door
cli-export-column-purpose = Doel
cli-export-column-recipient = Voor
cli-export-column-ground = Grond
cli-export-column-flags = Verzwarend
cli-export-column-destroy-by = Mag er zijn t/m
cli-export-column-until = Ophalen tot
cli-export-column-left = Keren over
cli-export-column-cases = Zaken
cli-export-column-numbers = Nummers

# Wat een klein bestand zegt dat het is
export-note = { $count ->
    [one] 1 regel
   *[other] { $count } regels
}{" "}uit loket, gemaakt door { $who } op { $when }, voor het eigen werk van het loket. Erin: { $columns }. Niet erin: toelichting, melder, notities, namen van burgers en burgerservicenummers. { $filter } Gooi het weg als u het niet meer nodig hebt.
export-note-filter = Gekozen met: { $filter }.
export-note-words = zoekwoorden (hier weggelaten)
export-note-calendar = soort termijn, nummer, instantie en dagen
export-note-ending = lees-mij.txt
exported-list = Bewaard in { $path }. Erin: { $columns }; geen toelichting, melder of notities.
calendar-about = Termijnen uit loket, voor het eigen werk: soort termijn, nummer, instantie en dagen. Geen titels, namen of teksten van zaken.

# Cijfers en jaarverslag
cli-numbers = Toon cijfers: wat er binnenkwam, wat er uitging, hoe lang het duurde en waarover; nooit een aantal van één tot vier zaken
cli-numbers-year = Van dit jaar; anders van het lopende jaar
cli-numbers-from = Vanaf deze dag
cli-numbers-to = Tot en met deze dag, nooit na vandaag
cli-numbers-by = Alleen deze tabel: { $values }
cli-numbers-cases = Geef de nummers van de zaken achter de cijfers; dat wordt vastgelegd
cli-numbers-row = De rij, bij haar kenmerk uit --json of --csv
cli-numbers-column = Van de in- en uitstroom deze kolom: { $values }
cli-numbers-period = Cijfers van { $from } t/m { $to }
cli-numbers-total = Samen { $total } zaken
cli-report = Maak het jaarverslag: alle cijfers, de lessen van het jaar en hoe er geteld is
cli-report-year = Het jaar
cli-report-format = Het formaat: { $values }
cli-report-out = Naar dit nieuwe bestand; zonder bestand op het scherm, wat met PDF niet kan
cli-report-counting = tellen
cli-report-not-made = Het verslag kon niet worden gemaakt: { $detail }
audit-entity-numbers = cijfers
audit-act-cases = zaken achter een cijfer gezien
audit-purpose-tell-what-is-going-on = vertellen wat er speelt
audit-purpose-know-where-a-number-comes-from = weten waar een cijfer vandaan komt
numbers-by-flow = Instroom, uitstroom en open zaken
numbers-by-age = Hoe lang open zaken al lopen
numbers-by-lead-time = Doorlooptijd
numbers-by-first-contact = Tijd tot het eerste contact
numbers-by-outcome = Uitkomst
numbers-by-channel = Kanaal
numbers-by-urgency = Urgentie
numbers-by-body = Instanties
numbers-by-life-domain = Leefgebieden
numbers-by-municipality = Gemeenten
numbers-by-province = Provincies
numbers-by-article = Wetsartikelen uit de lessen
numbers-meaning-flow = Instroom: zaken ontvangen in de dagen van de rij. Uitstroom: zaken afgesloten, doorverwezen, ingetrokken of niet voor het loket in die dagen. Open: zaken die aan het eind van de laatste dag nog liepen.
numbers-meaning-age = Zaken die aan het eind van de periode open waren, naar het aantal weken sinds de dag van ontvangst.
numbers-meaning-lead-time = Zaken die in de periode zijn afgesloten, naar het aantal weken van de dag van ontvangst tot de dag van afsluiten.
numbers-meaning-first-contact = Zaken die in de periode zijn ontvangen, naar het aantal dagen van de dag van ontvangst tot het eerste contactmoment waarbij iemand werd bereikt.
numbers-meaning-outcome = Zaken die in de periode zijn afgesloten, naar uitkomst; een zaak zonder uitkomst telt bij haar status, zoals ingetrokken.
numbers-meaning-channel = Zaken die in de periode zijn ontvangen, naar het kanaal waarlangs zij binnenkwamen.
numbers-meaning-urgency = Zaken die in de periode zijn ontvangen, naar de urgentie die zij nu hebben.
numbers-meaning-body = Zaken die in de periode zijn ontvangen, naar instantie in de patstelling. Een zaak telt bij elke instantie mee, dus de rijen zijn samen meer dan het totaal.
numbers-meaning-life-domain = Zaken die in de periode zijn ontvangen, naar leefgebied. Een zaak telt bij elk leefgebied mee, dus de rijen zijn samen meer dan het totaal.
numbers-meaning-municipality = Zaken die in de periode zijn ontvangen, naar gemeente van het huishouden. Waar een gemeente te weinig zaken heeft, staat zij bij haar provincie.
numbers-meaning-province = Zaken die in de periode zijn ontvangen, naar provincie van het huishouden.
numbers-meaning-article = Zaken waarover in de periode een les is vastgelegd, naar het wetsartikel van de les. Een zaak telt bij elk artikel mee.
numbers-base-received = ontvangen
numbers-base-closed = afgesloten
numbers-base-open = open
numbers-base-with-lesson = met een les
numbers-column-received = Instroom
numbers-column-closed = Uitstroom
numbers-column-open = Open
numbers-csv-table = Tabel
numbers-csv-row = Rij
numbers-csv-key = Kenmerk
numbers-csv-column = Telt
numbers-csv-count = Aantal
numbers-too-few = te weinig zaken (minder dan 5)
numbers-nothing = geen zaken
numbers-other = overige
numbers-other-body = overige instanties
numbers-other-life-domain = overige leefgebieden
numbers-other-municipality = overige provincies of geen gemeente bekend
numbers-other-province = overige provincies of geen gemeente bekend
numbers-other-article = overige wetten of geen wet genoemd
numbers-none = niet ingevuld
numbers-none-outcome = afgesloten zonder uitkomst
numbers-none-first-contact = nog niemand bereikt
numbers-none-article = geen wet genoemd
numbers-none-municipality = geen gemeente bekend
numbers-none-province = geen gemeente bekend
numbers-rest-of-municipality = { $of }: overige gemeenten
numbers-whole-of-municipality = { $of }: alle gemeenten
numbers-rest-of-article = { $of }: overige artikelen
numbers-whole-of-article = { $of }: alle artikelen
numbers-step-quarter = { $part }e kwartaal { $year }
numbers-step-half = { $part }e helft { $year }
numbers-step-whole = hele periode
numbers-days = { $from } t/m { $to } dagen
numbers-same-day = dezelfde dag
numbers-days-more = { $from } dagen of meer
numbers-weeks = { $from } tot { $to } weken
numbers-weeks-more = { $from } weken of meer
numbers-or-not-yet = { $days }, of nog niet
numbers-decimal = { $whole },{ $tenth }
numbers-in-weeks = { $weeks } weken
report-letterhead = loket
report-title = Jaarverslag { $year }
report-draft = TUSSENSTAND
report-draft-sentence = Dit jaar is nog niet voorbij: geteld is t/m { $to }.
report-foot = Jaarverslag { $year } · geteld op { $on }
report-about = Dit verslag telt de zaken van { $from } t/m { $to }. Er staat niets over personen in, en nergens een aantal van één tot vier zaken.
report-figures = Kerncijfers
report-figure-received = Instroom
report-figure-closed = Uitstroom
report-figure-open-before = Open aan het begin
report-figure-open = Open aan het eind
report-figure-lead-time = Doorlooptijd
report-figure-first-contact = Eerste contact
report-figure-destroyed = Vernietigd, nergens geteld
report-spread = mediaan { $median }; negen van de tien binnen { $p90 }
report-median = mediaan { $median }
report-column-period = Periode
report-column-row = Rij
report-column-count = Zaken
report-column-share = Deel
report-column-key = Kenmerk
report-total = Totaal
report-folded = Rijen met te weinig zaken zijn samengevoegd.
report-lessons = Lessen
report-lessons-meaning = Patronen die in zaken en in het LET zijn gezien en in dit jaar zijn vastgelegd. Er staat niets in over een persoon of een zaak.
report-lessons-none = Er zijn geen lessen vastgelegd.
report-method = Hoe er geteld is
report-method-day = Geteld op { $on }, met wat er op die dag bekend was. Wie later telt kan andere cijfers krijgen: een zaak gaat weer open, een gemeente wordt verbeterd.
report-method-days = Dagen zijn dagen in Nederland. De dag van ontvangst is de eerste, de dag van afsluiten de laatste. Een zaak die weer openging is niet afgesloten.
report-method-few = Een aantal van 1 t/m { $most } zaken staat er nooit, en is ook niet uit te rekenen.
report-method-folding = Daarvoor zijn kleine rijen samengevoegd: maanden tot kwartalen, halve jaren of het jaar, gemeenten tot hun provincie en provincies onderling, artikelen tot hun wet, de rest tot overige. Blijft er dan te weinig over, dan gaat de kleinste andere rij erbij. Er is niets weggelaten: wie bij een rij hoort, zit erin.
report-method-spread = De mediaan is de waarde waar de helft van de zaken onder of op zit, vanaf vijf zaken. De grens van negen van de tien staat er vanaf tien zaken.
report-method-destroyed = Zaken die na hun bewaartermijn zijn vernietigd zijn in geen tabel meer geteld.
report-method-trace = Elk cijfer is terug te vinden: loket numbers --from { $from } --to { $to } --by TABEL --cases --row KENMERK geeft het loket de nummers van de zaken achter een rij. Wie dat opvraagt wordt vastgelegd.
## berichten over een zaak (domain::message)

message-kind-acknowledgement = ontvangstbevestiging
message-kind-reply = antwoord
message-kind-referral = doorverwijzing
message-kind-request = verzoek om informatie
message-kind-free = vrij bericht
message-state-draft = concept
message-state-outgoing = gaat uit om { $value }
message-state-sent = verstuurd { $value }
message-state-failed = niet verstuurd: { $value }
message-state-taken-back = teruggenomen
message-state-discarded = weggegooid
message-tried = { $state } (eerder niet gelukt: { $why })
message-failure-unreachable = de mailserver is niet bereikt
message-failure-unprotected = er kwam geen beveiligde verbinding met de mailserver
message-failure-not-now = de mailserver neemt het nu niet aan
message-failure-refused = de mailserver weigert het
message-failure-no-address = er is geen bruikbaar e-mailadres
message-to-reporter = melder
message-to-other = een ander
message-copy-to = Aan: { $to }
message-copy-subject = Onderwerp: { $subject }
entry-mail-sent = bericht verstuurd aan { $label }: { $subject }
entry-mail-not-sent = bericht niet verstuurd aan { $label }: { $subject }
entry-mail-came-in = e-mail van { $label }:
cli-entry-mail = bericht
holding-kind-messages = berichten
fault-control-characters = Hier staat een teken dat niet in een bericht mag: een regeleinde of een stuurteken.
fault-not-a-mail-address = Dit is geen e-mailadres.
fault-message-personal = Let op: dit lijkt op een naam, adres, rekeningnummer, geboortedatum, leeftijd, diagnose of nationaliteit. Haal het eruit, of bevestig dat u hebt gekeken.
fault-message-not-shared = Let op: de zaak is niet gedeeld met wie dit bericht krijgt. Deel haar eerst, of bevestig dat u hebt gekeken.
fault-message-not-draft = Dit bericht is geen concept. Neem het eerst terug.
fault-message-not-outgoing = Dit bericht wacht niet op versturen: er is niets terug te nemen.
fault-message-sent = Dit bericht is al verstuurd.
fault-message-under-way = Dit bericht wordt op dit moment verstuurd. Terugnemen kan niet meer.
fault-message-no-address = Bij deze zaak staat geen bruikbaar e-mailadres van de melder.
fault-mail-not-configured = Deze server verstuurt geen e-mail. Kopieer de tekst: loket message show ID --text
audit-entity-message = bericht
audit-act-send = laten gaan
audit-act-sent = verstuurd
audit-act-not-sent = niet verstuurd
audit-act-reply = antwoord ontvangen
audit-purpose-write-to-who-has-part-in-a-case = schrijven aan wie bij een zaak betrokken is
audit-purpose-send-what-was-let-go = versturen wat iemand liet gaan
mail-fault-from = De afzender is geen e-mailadres. Zet mail_from in de configuratie: mail_from = "Loket <loket@voorbeeld.nl>"
mail-fault-reply-to = mail_reply_to is geen e-mailadres.
mail-fault-domain = mail_domain is geen domein, zoals loket.voorbeeld.nl.
mail-fault-unprotected = Zonder beveiliging (mail_tls = "none") mag e-mail alleen naar een mailserver op deze machine zelf; en mail_server moet een naam of adres zijn.
mail-fault-sign-in = Bij mail_user hoort mail_password_file, en andersom.
setting-mail_server = De mailserver (SMTP) waar berichten over zaken heen gaan; loket serve leest dit. Zonder mailserver wordt niets verstuurd, en zijn berichten te kopiëren.
setting-mail_port = De poort van de mailserver; 0: de gewone (587 voor starttls, 465 voor tls).
setting-mail_tls = Hoe de verbinding met de mailserver is beveiligd: starttls, tls, of none; none mag alleen naar deze machine zelf.
setting-mail_user = Waarmee de server zich meldt bij de mailserver.
setting-mail_password_file = Het bestand met het wachtwoord daarvoor; alleen leesbaar voor de eigenaar.
setting-mail_from = Van wie berichten komen: Loket <loket@voorbeeld.nl>.
setting-mail_reply_to = Waar antwoorden heen gaan. Zonder waarde: naar de afzender.
setting-mail_domain = Waar het kenmerk (Message-ID) van een bericht op eindigt. Zonder waarde: het domein van de afzender.
cli-import-reply = antwoord, toegevoegd aan { $number }
cli-import-reply-closed = antwoord, toegevoegd aan { $number }; let op: die zaak is gesloten
cli-message = Schrijf berichten over een zaak, kijk ze na, laat ze gaan en neem ze terug
cli-message-list = Toon de berichten van een zaak, de nieuwste eerst
cli-message-list-number = Nummer: S-2026-00421, S-421 of 421
cli-message-show = Toon een bericht, en waar u naar moet kijken voor het gaat
cli-message-show-id = Id van het bericht
cli-message-show-text = Alleen aan wie, onderwerp en tekst, om te kopiëren
cli-message-write = Schrijf een bericht als concept: aan de melder, of aan een ander. Zonder --text de tekst die bij de soort hoort
cli-message-write-number = Nummer: S-2026-00421, S-421 of 421
cli-message-write-kind = Soort: { $values }
cli-message-write-subject = Onderwerp; het nummer van de zaak komt er vanzelf achter
cli-message-write-text = De tekst, van standaardinvoer (-)
cli-message-write-officer = Aan deze functionaris uit het register (id) in plaats van aan de melder
cli-message-write-json-input = Het hele bericht als JSON uit dit bestand, of van standaardinvoer (-): kind, to, subject, text
cli-message-acknowledge = Maak de ontvangstbevestiging aan de melder als concept, met het nummer van de zaak
cli-message-acknowledge-number = Nummer: S-2026-00421, S-421 of 421
cli-message-change = Verander onderwerp of tekst van een concept
cli-message-change-id = Id van het bericht
cli-message-change-subject = Onderwerp
cli-message-change-text = De tekst, van standaardinvoer (-)
cli-message-discard = Gooi een concept weg
cli-message-discard-id = Id van het bericht
cli-message-send = Laat een bericht gaan: het wordt na dertig seconden verstuurd
cli-message-send-id = Id van het bericht
cli-message-send-looked = U hebt gekeken naar waar het bericht voor waarschuwt
cli-message-take-back = Neem een bericht terug dat nog niet is verstuurd
cli-message-take-back-id = Id van het bericht
cli-message-none = Over { $number } zijn geen berichten.
cli-message-no-text = Voor deze soort is geen tekst. Geef haar met --text - en een --subject.
cli-message-unfilled = In het bericht staat nog { "{" }{ $name }{ "}" }. Vul dat eerst in: loket message change
cli-message-drafted = Concept. Kijk het na; laten gaan: loket message send { $id }
cli-message-drafted-to-copy = Concept. Deze server verstuurt geen e-mail; kopiëren: loket message show { $id } --text
cli-message-discarded = Weggegooid.
cli-message-going = Gaat uit om { $at }. Terugnemen: loket message take-back { $id }
cli-message-taken-back = Teruggenomen. Het is niet verstuurd.
cli-message-column-id = Id
cli-message-column-case = Zaak
cli-message-column-state = Stand
cli-message-column-kind = Soort
cli-message-column-to = Aan
cli-message-column-by = Geschreven
cli-message-column-subject = Onderwerp

command-signal-reply = antwoord
command-signal-reply-help = Schrijf een bericht over de zaak: ontvangstbevestiging, antwoord, vraag of doorverwijzing. U kijkt het na, en kunt het dertig seconden terugnemen.
command-signal-reply-also = bericht mail e-mail schrijven sturen versturen ontvangstbevestiging doorverwijzen melder brief
choose-message = Wat schrijft u over { $number }?
message-kind-acknowledgement-letter = o
message-kind-reply-letter = a
message-kind-referral-letter = d
message-kind-request-letter = v
message-kind-free-letter = b
form-title-message = Bericht
form-message-mail = Aan (e-mail)
form-message-mail-hint = Leeg: aan de melder. Het adres van de melder vult de server in.
form-message-name = Naam
form-message-name-hint = Alleen van een ander dan de melder.
form-message-organisation = Organisatie
form-message-organisation-hint = Van die ander: loket kijkt of de zaak met haar is gedeeld.
form-message-subject = Onderwerp
form-message-subject-hint = Het nummer van de zaak komt er vanzelf achter.
form-message-text = Tekst
form-message-text-hint = Geen burgerservicenummer, en niet meer gegevens dan nodig is.
choose-message-look = Bericht over { $number }: klopt dit?
message-look-send = Laten gaan (30 seconden terug te nemen)
message-look-send-letter = j
message-look-keep = Als concept laten staan
message-look-keep-letter = n
message-look-copy = Tekst kopiëren
message-look-copy-letter = y
message-more = … en nog { $count } regels
message-no-mail = Deze server verstuurt geen e-mail. Kopieer de tekst naar uw eigen mailprogramma.
message-kept = Het bericht staat als concept bij de zaak: loket message list
done-message = Bericht over { $number } gaat uit om { $at }.
undone-message = Het bericht over { $number } is teruggenomen: het is niet verstuurd.
