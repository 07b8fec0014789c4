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

## cli

## client

## term

remedy-bezwaar = bezwaar maken (zo nodig pro forma)
remedy-beroep-officier-van-justitie = administratief beroep bij de officier van justitie
remedy-bezwaar-of-beroep = bezwaar of beroep, zoals het besluit aangeeft

## tui
