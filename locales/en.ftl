### loket, English. Plain and complete. One section per part of the program.

## common: terms from docs/glossary.md, used by every part

days-left = { $days } d
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
status-received = received
status-triage = in triage
status-waiting = waiting for information
status-in_progress = in progress
status-with_body = with body or ministry
status-agreed = solution agreed
status-aftercare = aftercare
status-closed = closed
status-referred = referred
status-out_of_scope = not for the desk
status-withdrawn = withdrawn
outcome-within_rules = solved within the rules
outcome-deviation = made to measure, with deviation
outcome-breakthrough = breakthrough in the LET
outcome-bridging = bridging
outcome-unresolved = not solved
outcome-referred = referred
urgency-crisis = crisis
urgency-high = high
urgency-normal = normal
urgency-low = low
channel-form = form
channel-mail = e-mail
channel-phone = phone
channel-register = register
channel-let = LET
mandate-geen = none
mandate-signaleren = signal
mandate-afstemmen = co-ordinate
mandate-beslissen = decide
freshness-fresh = fresh
freshness-ageing = ageing
freshness-stale = stale
role-desk = desk officer
role-let-secretary = LET secretariat
role-register-reader = register reader
role-register-editor = register editor
role-municipal = municipal professional
role-body = national body
role-privacy-officer = privacy officer
role-administrator = administrator
flag-bsn_masked = BSN masked

## problem: title, then advice, for each code of api::problem

## intake

## cli

## client

## term

remedy-bezwaar = object (provisionally if need be)
remedy-beroep-officier-van-justitie = administrative appeal to the public prosecutor
remedy-bezwaar-of-beroep = objection or appeal, as the decision says

## tui
