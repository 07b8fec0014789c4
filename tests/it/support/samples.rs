//! Bodies for requests: small, valid, and without anybody's data.

use serde_json::{Value, json};

/// A signal with only what is required.
pub fn signal(title: &str) -> Value {
    json!({ "channel": "phone", "origin": "typed", "facts": { "title": title } })
}

/// A signal with these facts beside the title.
pub fn signal_with(title: &str, facts: Value) -> Value {
    let mut body = signal(title);
    for (field, value) in facts.as_object().unwrap() {
        body["facts"][field] = value.clone();
    }
    body
}

/// A signal in which every field is filled.
pub fn full_signal() -> Value {
    json!({
        "receivedAt": "2026-11-13T09:12:00Z",
        "channel": "mail",
        "origin": "incoming",
        "source": { "system": "kenmerk", "reference": "INT-2600" },
        "facts": {
            "title": "Ontruiming terwijl nabetaling kinderbijslag loopt",
            "account": "Moeder met drie kinderen.\nHuurachterstand; « vonnis » van 3 november. € 412,50.",
            "reporter": {
                "name": "M. de Graaf", "function": "zorgmarinier", "organisation": "Gemeente Zwijndrecht",
                "phone": "+31 85 555 6305", "mail": "m.degraaf@voorbeeld.nl"
            },
            "municipality": "0642",
            "household": "H-7K2F",
            "lifeDomains": ["huisvesting", "financiën", "kinderen & veiligheid"],
            "bodies": [
                { "organisation": "SVB", "position": "Wacht op het besluit van Toeslagen." },
                { "organisation": "DT", "position": "" }
            ],
            "stalemate": "SVB wacht op Toeslagen, Toeslagen wacht op de SVB.",
            "tried": [{ "what": "Gebeld met de SVB", "on": "2026-11-10", "with": "klantcontactcentrum" }],
            "threats": [{ "what": "ontruiming", "on": "2026-12-02" }],
            "decisions": [{
                "organisation": "SVB", "reference": "AKW-2026-11834", "kind": "stopzetting kinderbijslag",
                "amountCents": 41_250, "announcedOn": "2026-10-20", "datedOn": "2026-10-19"
            }],
            "desiredByHousehold": "In de woning blijven.",
            "desiredByProfessional": "Uitstel tot de nabetaling binnen is.",
            "sharingGrounds": [{
                "basis": "AVG 6(1)(e)", "purpose": "oplossing afstemmen", "recipient": "SVB", "until": "2027-01-31"
            }],
            "urgency": "high",
            "urgencyReason": "Ontruiming binnen drie weken.",
            "labels": ["kinderen", "huur"],
            "attachments": [{ "name": "vonnis.pdf", "mediaType": "application/pdf", "size": 48_213 }],
            "snoozedUntil": "2026-11-20",
            "links": [],
            "plan": [{ "what": "SVB belt de gemeente", "who": "J. Bakker", "due": "2026-11-27", "doneOn": null }],
            "documents": [{
                "title": "Besluit SVB", "datedOn": "2026-10-19", "address": "https://dossier.voorbeeld.nl/besluit/7"
            }],
            "result": "De kinderbijslag loopt weer.",
            "legalRoom": "AKW artikel 24",
            "budgetCents": 41_250
        }
    })
}

/// A contact moment.
pub fn contact(with: &str) -> Value {
    json!({ "contact": { "with": with, "reached": true, "agreed": "Belt morgen terug.", "callBackOn": "2026-11-17" } })
}

/// An entry of the register.
pub fn officer(organisation: &str, name: &str) -> Value {
    json!({ "facts": {
        "organisation": organisation, "name": name, "title": "procesregisseur", "phone": "+31 20 555 4657",
        "mail": "maatwerk@voorbeeld.nl", "mandate": "afstemmen"
    } })
}

/// An entry of the register in which every field is filled.
pub fn full_officer() -> Value {
    json!({
        "source": { "system": "register", "reference": "R-1" },
        "facts": {
            "organisation": "GM0344", "roleCode": "maatwerkfunctionaris", "title": "zorgmarinier", "name": "G. Özdemir",
            "phone": "+31 30 555 9974", "mail": "maatwerk@gm0344.voorbeeld.nl", "directPhone": "+31 6 5550 1234",
            "directMail": "g.ozdemir@gm0344.voorbeeld.nl", "availability": "ma-do 09:00-17:00", "absentFrom": "2026-11-10", "absentUntil": "2026-11-20",
            "deputy": "E. Smits", "mandate": "beslissen", "mandateExcludes": "Wmo-hulpmiddelen",
            "mandateSource": "collegebesluit 12-03-2026", "mandateUntil": "2027-12-31", "budgetEuros": 5000,
            "domains": ["huisvesting", "schulden & beslag"], "municipalities": ["0344", "0310"], "escalation": "directeur sociaal domein",
            "validFrom": "2024-01-01", "validTo": "2027-12-31", "verifiedOn": "2026-06-10", "provenance": "opgave organisatie"
        }
    })
}

/// A view as a new one is asked for.
pub fn view(name: &str) -> Value {
    json!({ "facts": { "name": name, "base": "open", "filter": "gemeente:utrecht -status:wacht", "sort": "hard-date" } })
}

/// A decision of the UWV, made known on 12 October 2026: the objection term ends on 23 November.
pub fn decision(reference: &str) -> Value {
    json!({ "organisation": "UWV", "reference": reference, "kind": "terugvordering", "amountCents": null,
        "announcedOn": "2026-10-12", "datedOn": null })
}

/// A time-out of that decision from 16 up to and including 29 November 2026, as a new one is asked for.
pub fn time_out(signal: &str, reference: &str) -> Value {
    json!({ "signal": signal, "decision": decision(reference), "facts": {
        "reach": "both", "decider": "GM0344", "decidedBy": "wethouder", "mandate": "collegebesluit", "decidedOn": "2026-11-13",
        "reference": "Z/26/114", "ground": "pilotafspraak", "firstDay": "2026-11-16", "lastDay": "2026-11-29",
        "maximum": "2026-12-31"
    } })
}

/// A moratorium from 16 November 2026 up to and including 15 February 2027, as a new one is asked for.
pub fn moratorium(signal: &str) -> Value {
    json!({ "signal": signal, "facts": {
        "kind": "breed-moratorium", "setBy": "rechtbank Midden-Nederland", "decidedOn": "2026-11-13", "firstDay": "2026-11-16",
        "lastDay": "2027-02-15", "creditors": ["woningcorporatie"], "conditions": "vaste lasten worden betaald"
    } })
}

/// A bridging that is to be settled by 18 December 2026, as a new one is asked for.
pub fn bridging(signal: &str) -> Value {
    json!({ "signal": signal, "facts": {
        "care": "begeleid wonen", "availableAt": "zorgaanbieder", "agreedOn": "2026-11-12", "provisionalPayer": "gemeente Utrecht",
        "candidatePayers": ["wmo", "wlz"], "startsOn": "2026-11-13", "settleBy": "2026-12-18"
    } })
}

/// A commitment that is due on 7 December 2026, three weeks from 16 November, as a new one is asked for.
pub fn commitment(signal: &str) -> Value {
    json!({ "signal": signal, "facts": {
        "text": "De SVB stopt de verrekening.", "organisation": "SVB", "person": "teamleider", "to": "het loket",
        "source": { "kind": "phone-call", "on": "2026-11-16" },
        "due": { "on": "2026-12-07", "counted": { "from": "2026-11-16", "length": "3w" } }, "evidence": ""
    } })
}

/// A meeting on Thursday 26 November 2026 from half past one to three in the Netherlands.
pub fn meeting() -> Value {
    json!({ "facts": {
        "slots": [{ "startsAt": "2026-11-26T12:30:00Z", "endsAt": "2026-11-26T14:00:00Z" }], "place": "Den Haag", "video": "",
        "chair": "de voorzitter", "secretary": "de secretaris", "confidentiality": "", "papersDays": 2
    } })
}

/// A series of meetings: every other Friday from a week and a half after the story begins.
pub fn series() -> Value {
    json!({ "facts": {
        "name": "LET", "rule": { "every": 2, "weekday": "friday" }, "startsOn": "2026-11-27", "time": "13:30", "minutes": 90, "ahead": 3,
        "standing": ["opening", "open-commitments", "close"], "place": "Den Haag", "chair": "de voorzitter"
    } })
}

/// The fields of an item that make it ready but for who comes: the UWV, on a ground.
pub fn agenda_item() -> Value {
    json!({
        "stalemate": "Het UWV wacht op de SVB en de SVB op het UWV.", "facts": "Feiten op één pagina.",
        "tried": [{ "what": "gebeld", "on": "2026-11-10", "with": "UWV" }],
        "bodies": [{ "organisation": "UWV", "position": "kan niet", "legalRoom": "hardheidsclausule" }],
        "perspective": "rust", "decisionAsked": "uitstel van de terugvordering",
        "options": [{ "text": "uitstel", "consequences": "tijd voor een nieuw besluit" }],
        "grounds": [{ "basis": "AVG 6(1)(e)", "purpose": "doorbraak", "bodies": ["UWV"], "until": "2026-12-31" }]
    })
}

/// A paper of an item, for the UWV.
pub fn item_paper(title: &str) -> Value {
    json!({ "facts": { "title": title, "on": "2026-11-10", "text": "Wat erin staat.", "address": "", "bodies": ["UWV"] } })
}

/// The director of a body, invited.
pub fn invitation(body: &str, name: &str) -> Value {
    json!({ "facts": {
        "organisation": body, "officer": null, "function": "directeur", "name": name, "mail": "directie@voorbeeld.nl",
        "capacity": "director", "mandateConfirmed": false, "answer": "open"
    } })
}
