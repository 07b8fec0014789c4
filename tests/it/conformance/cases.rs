//! Cases for people outside the desk: what their municipality reported, what is shared with their organisation, and nothing else.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    domain::{role::Role, share::SharePart},
};
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, new_key},
    samples::{self, full_signal},
    server::TestServer,
};

on_both_stores!(
    a_share_shows_exactly_its_parts,
    a_municipality_sees_what_it_reported_and_the_desk_sees_who_did,
    what_is_ended_or_over_is_gone_at_once,
    a_share_needs_what_a_share_needs,
    a_body_says_its_position_and_what_it_promises,
    a_municipality_proposes_and_another_of_it_confirms,
    a_role_that_does_not_fit_its_organisation_sees_nothing,
    sharing_is_in_the_audit_log_and_in_the_history_of_the_case,
);

/// A share on a ground, of all parts unless said otherwise.
pub fn share_with(recipient: &str, parts: &[SharePart]) -> Value {
    json!({ "facts": {
        "recipient": recipient, "basis": "public-task", "law": "Wet SUWI, artikel 62", "flags": [], "purpose": "samen oplossen",
        "parts": parts.iter().map(|part| part.code()).collect::<Vec<_>>(), "decidedBy": "teamleider", "until": "2026-12-31"
    } })
}

/// What a municipality reports.
pub fn new_case(title: &str) -> Value {
    json!({ "facts": {
        "title": title, "account": "Toelichting van de gemeente.", "bodies": [{ "organisation": "UWV", "position": "" }],
        "decisions": [samples::decision("GEM-1")], "threats": [{ "what": "ontruiming", "on": "2026-12-02" }]
    } })
}

/// A case of the desk in which every field has a word of its own: `{mark}title`, `{mark}account` … In the timeline a note and a contact
/// moment; a commitment of the UWV and one of the SVB. Gives its id and number.
pub async fn marked(desk: &Caller, mark: &str) -> (String, String) {
    let word = |field: &str| format!("{mark}{field}");
    let mut body = full_signal();
    body["source"]["reference"] = word("source").into();
    let facts = &mut body["facts"];
    for field in ["title", "account", "stalemate", "desiredByHousehold", "desiredByProfessional", "urgencyReason"] {
        facts[field] = word(field).into();
    }
    for field in ["name", "function", "organisation", "mail"] {
        facts["reporter"][field] = word(&format!("reporter{field}")).into();
    }
    facts["bodies"] = json!([
        { "organisation": "UWV", "position": word("ofUWV") }, { "organisation": "SVB", "position": word("ofSVB") }
    ]);
    facts["tried"] = json!([{ "what": word("tried"), "on": "2026-11-10", "with": word("triedwith") }]);
    facts["threats"] = json!([{ "what": word("threat"), "on": "2026-12-02" }]);
    facts["decisions"] =
        json!([{ "organisation": "UWV", "reference": word("reference"), "kind": word("kind"), "announcedOn": "2026-11-12" }]);
    facts["labels"] = json!([word("label")]);
    facts["attachments"] = json!([{ "name": word("file"), "mediaType": word("media"), "size": 1 }]);
    facts["sharingGrounds"] =
        json!([{ "basis": word("basis"), "purpose": word("purpose"), "recipient": word("recipient"), "until": "2027-01-31" }]);
    let item = desk.post(path::SIGNALS, &body).await.expect(201)["item"].clone();
    let (id, number) = (text(&item["id"]), text(&item["number"]));
    desk.post(&format!("/v1/signals/{id}/notes"), &json!({ "text": word("note") })).await.expect(201);
    let contact =
        json!({ "contact": { "with": word("with"), "reached": true, "agreed": word("agreed"), "callBackOn": "2026-11-17" } });
    desk.post(&format!("/v1/signals/{id}/contact-moments"), &contact).await.expect(201);
    for body in ["UWV", "SVB"] {
        let mut promise = samples::commitment(&id);
        promise["facts"]["organisation"] = body.into();
        for field in ["text", "person", "to", "evidence"] {
            promise["facts"][field] = word(&format!("promise{field}{body}")).into();
        }
        desk.post(path::COMMITMENTS, &promise).await.expect(201);
    }
    (id, number)
}

/// The words with this mark in a text, without it.
pub fn marks(text: &str, mark: &str) -> BTreeSet<String> {
    let word = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
    text.split(mark).skip(1).map(word).collect()
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// A case for a route of cases as this caller may use it, with its body: what is in the path for `{number}`.
pub async fn for_route(server: &TestServer, who: &Caller, method: &str, route: &str) -> (String, Option<Value>) {
    let desk = server.desk();
    let reference = new_key().to_string();
    let facts = json!({ "decisions": [samples::decision(&reference)] });
    let item = desk.post(path::SIGNALS, &samples::signal_with("Besluit", facts)).await.expect(201)["item"].clone();
    let (id, number) = (text(&item["id"]), text(&item["number"]));
    for recipient in ["GM0344", "UWV"] {
        desk.post(&path::SIGNAL_SHARES.replace("{id}", &id), &share_with(recipient, SharePart::ALL)).await.expect(201);
    }
    let body = match (method, route) {
        ("GET", _) | (_, path::CASE_REVEALS) => return (number, None),
        (_, path::CASE_NOTES) => json!({ "text": "x" }),
        (_, path::CASE_EMERGENCY) => json!({ "reason": "zij staan vanavond op straat" }),
        (_, path::CASE_POSITION) => json!({ "position": "Wij wachten." }),
        (_, path::CASE_COMMITMENTS) => json!({ "text": "Wij bellen terug.", "dueOn": "2026-12-07" }),
        (_, path::CASE_TIME_OUTS) => own_time_out(&reference),
        (_, path::CASE_CONFIRM | path::CASE_REJECT | path::CASE_WITHDRAW) => {
            let other = server.account(Role::Municipal, "Tweede", "GM0344").await;
            let own = route == path::CASE_WITHDRAW && who.account == server.role(Role::Municipal).account;
            let by = if own { who } else { &other };
            let made = by.post(&path::CASE_TIME_OUTS.replace("{number}", &number), &own_time_out(&reference)).await.expect(201);
            let waits = &made["timeOuts"][0]["waits"];
            match route {
                path::CASE_CONFIRM => json!({ "confirmation": waits["confirmation"], "hash": waits["hash"] }),
                _ => json!({ "confirmation": waits["confirmation"], "reason": "" }),
            }
        }
        (method, route) => panic!("{method} {route} is new: say here what a good request is"),
    };
    (number, Some(body))
}

pub fn own_time_out(reference: &str) -> Value {
    let whole = samples::time_out("", reference);
    json!({ "decision": whole["decision"], "facts": whole["facts"] })
}

async fn shared(desk: &Caller, id: &str, body: &Value) -> Value {
    desk.post(&path::SIGNAL_SHARES.replace("{id}", id), body).await.expect(201)["item"].clone()
}

async fn numbers(who: &Caller) -> Vec<String> {
    let list = who.get(path::CASES).await.expect(200);
    list["items"].as_array().unwrap().iter().map(|row| text(&row["number"])).collect()
}

fn at(number: &str) -> String {
    path::CASE.replace("{number}", number)
}

/// What each part shows, said apart from the code.
fn words_of(part: SharePart) -> &'static [&'static str] {
    match part {
        SharePart::Stalemate => &["stalemate"],
        SharePart::Positions => &["ofUWV"],
        SharePart::Tried => &["tried", "triedwith"],
        SharePart::Events => &["threat"],
        SharePart::Decisions => &["reference", "kind"],
        SharePart::Results => &["desiredByHousehold", "desiredByProfessional"],
        SharePart::Account => &["account"],
        SharePart::Reporter => &["reportername", "reporterfunction", "reporterorganisation"],
        SharePart::Household => &[],
        SharePart::Notes => &["note"],
        SharePart::Commitments => &["promisetextUWV", "promisepersonUWV", "promisetoUWV"],
    }
}

async fn a_share_shows_exactly_its_parts(server: &TestServer) {
    let (desk, body) = (server.desk(), server.role(Role::Body));
    let mut seen = vec![];
    for (at_part, part) in SharePart::ALL.iter().enumerate() {
        let mark = format!("Deel{}x", (b'a' + at_part as u8) as char);
        let (id, number) = marked(&desk, &mark).await;
        body.get(&at(&number)).await.problem(Code::NotFound);
        shared(&desk, &id, &share_with("UWV", &[*part])).await;
        let reply = body.get(&at(&number)).await;
        reply.expect(200);
        let expected: BTreeSet<String> = words_of(*part).iter().chain(&["title"]).map(|word| (*word).to_owned()).collect();
        assert_eq!(marks(&reply.text(), &mark), expected, "{part}: {}", reply.text());
        let is_household = reply.text().contains("H-7K2F") || reply.text().contains("\"municipality\"");
        assert_eq!(is_household, *part == SharePart::Household, "{part}: {}", reply.text());
        let is_dated = !reply.expect(200)["hardDate"].is_null();
        assert_eq!(is_dated, matches!(part, SharePart::Events | SharePart::Decisions), "{part}: a date comes of what is shown");
        assert!(!reply.text().contains(&id) && !reply.header("etag").contains("\"3\""), "{part}: {:?}", reply.headers);
        seen.push(number);
        // Nobody else sees it by that.
        server.role(Role::Municipal).get(&at(seen.last().unwrap())).await.problem(Code::NotFound);
    }
    seen.reverse();
    assert_eq!(numbers(&body).await, seen, "newest first, and no other");
    // Page by page, each once, and the last page says that it is the last.
    let (mut after, mut walked) = (String::new(), vec![]);
    loop {
        let page = body.get(&format!("{}?limit=4{after}", path::CASES)).await.expect(200);
        walked.extend(page["items"].as_array().unwrap().iter().map(|row| text(&row["number"])));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(walked, seen);
}

async fn a_municipality_sees_what_it_reported_and_the_desk_sees_who_did(server: &TestServer) {
    let (desk, municipal) = (server.desk(), server.role(Role::Municipal));
    let key = new_key();
    let made = municipal.post_with(key, path::CASES, &new_case("Ontruiming, UWV")).await;
    let case = made.expect(201);
    let number = text(&case["number"]);
    assert_eq!(
        (&case["relation"], &case["municipality"], &case["hardDate"]),
        (&json!("own"), &json!("0344"), &json!("2026-11-23"))
    );
    assert_eq!(case["reporter"]["name"], municipal.name.as_str(), "who signed in reports it");
    // The same press again makes no second one.
    let again = municipal.post_with(key, path::CASES, &new_case("Ontruiming, UWV")).await;
    assert_eq!(again.expect(201), case);
    assert_eq!(numbers(&municipal).await, std::slice::from_ref(&number));
    let bsn = json!({ "facts": { "title": "x", "account": "bsn 999990019" } });
    municipal.post(path::CASES, &bsn).await.problem(Code::BsnInText);
    municipal
        .post(path::CASES, &json!({ "facts": { "title": "x", "links": ["S-2026-00001"] } }))
        .await
        .problem(Code::InvalidInput);

    let whole = desk.get(&format!("/v1/signals/{number}")).await.expect(200);
    assert_eq!(whole["reportedBy"], "GM0344");
    // What the desk finds out is not theirs by having reported it.
    let id = text(&whole["id"]);
    let found = json!({ "bodies": [{ "organisation": "UWV", "position": "In vertrouwen: fraude." }], "stalemate": "Anders." });
    desk.patch(&format!("/v1/signals/{id}"), 1, &found).await.expect(200);
    desk.post(&format!("/v1/signals/{id}/notes"), &json!({ "text": "Alleen voor ons." })).await.expect(201);
    let noted = municipal.post(&path::CASE_NOTES.replace("{number}", &number), &json!({ "text": "Van ons." })).await;
    noted.expect(201);
    for reply in [noted, municipal.get(&at(&number)).await] {
        assert!(!reply.text().contains("vertrouwen") && !reply.text().contains("Alleen voor"), "{}", reply.text());
        assert!(reply.text().contains("Van ons."), "{}", reply.text());
    }
    let whole = desk.get(&format!("/v1/signals/{number}")).await.expect(200);
    assert_eq!((&whole["timeline"][0]["organisation"], &whole["timeline"][0]["text"]), (&json!("GM0344"), &json!("Van ons.")));
    // Another municipality, and a body that is named in it, have nothing of it.
    for other in [server.account(Role::Municipal, "Ander", "GM0363").await, server.role(Role::Body)] {
        other.get(&at(&number)).await.problem(Code::NotFound);
        assert_eq!(numbers(&other).await, Vec::<String>::new());
    }
}

async fn what_is_ended_or_over_is_gone_at_once(server: &TestServer) {
    let (desk, body) = (server.desk(), server.role(Role::Body));
    let (id, number) = marked(&desk, "Weg").await;
    let share = shared(&desk, &id, &share_with("UWV", SharePart::ALL)).await;
    let (key, promise) = (new_key(), json!({ "text": "Wij bellen.", "dueOn": "2026-12-07" }));
    let promises = path::CASE_COMMITMENTS.replace("{number}", &number);
    body.post_with(key, &promises, &promise).await.expect(201);
    let end = path::SHARE_END.replace("{id}", share["id"].as_str().unwrap());
    desk.post(&end, &json!({ "reason": "" })).await.problem(Code::InvalidInput);
    desk.post(&end, &json!({ "reason": "niet meer nodig" })).await.expect(200);
    desk.post(&end, &json!({ "reason": "nog eens" })).await.problem(Code::NotPossibleNow);
    body.get(&at(&number)).await.problem(Code::NotFound);
    assert_eq!(numbers(&body).await, Vec::<String>::new());
    // Neither does the answer of before come back by its key.
    body.post_with(key, &promises, &promise).await.problem(Code::NotFound);

    server.advance(TimeDelta::seconds(1));
    let mut until = share_with("UWV", SharePart::ALL);
    until["facts"]["until"] = "2026-11-16".into();
    let marks = desk.get(&format!("/v1/signals/{id}")).await.expect(200);
    assert_eq!(marks["shares"], Value::Null);
    shared(&desk, &id, &until).await;
    let marks = desk.get(&format!("/v1/signals/{id}")).await.expect(200);
    assert_eq!((&marks["shares"][0]["recipient"], &marks["shares"][0]["until"]), (&json!("UWV"), &json!("2026-11-16")));
    body.get(&at(&number)).await.expect(200);
    // In the Netherlands the day is over at 23:00 UTC.
    server.advance(TimeDelta::hours(14) - TimeDelta::seconds(2));
    body.get(&at(&number)).await.expect(200);
    server.advance(TimeDelta::seconds(1));
    body.get(&at(&number)).await.problem(Code::NotFound);
    let listed = desk.get(&path::SIGNAL_SHARES.replace("{id}", &number)).await.expect(200);
    let states: Vec<&Value> = listed["items"].as_array().unwrap().iter().map(|one| &one["state"]).collect();
    assert_eq!((states, &listed["reportedBy"]), (vec![&json!("lapsed"), &json!("ended")], &json!("LMM")));
}

async fn a_share_needs_what_a_share_needs(server: &TestServer) {
    let desk = server.desk();
    let (id, _) = marked(&desk, "Nodig").await;
    let to = path::SIGNAL_SHARES.replace("{id}", &id);
    for (field, value, place, code) in [
        ("purpose", json!(" "), "/facts/purpose", "required"),
        ("decidedBy", json!(""), "/facts/decidedBy", "required"),
        ("law", json!(""), "/facts/law", "required"),
        ("recipient", json!("LMM"), "/facts/recipient", "unknown-value"),
        ("recipient", json!("NIEMAND"), "/facts/recipient", "unknown-value"),
        ("parts", json!([]), "/facts/parts", "required"),
        ("parts", json!(["notes", "notes"]), "/facts/parts/1", "twice"),
        ("until", json!("2026-11-15"), "/facts/until", "out-of-range"),
        ("until", json!("2027-11-17"), "/facts/until", "out-of-range"),
        ("basis", json!("alignment"), "/facts/basis", "ground-not-in-force"),
        ("basis", json!("none"), "/facts/parts/2", "part-needs-ground"),
    ] {
        let mut body = share_with("UWV", SharePart::ALL);
        body["facts"][field] = value.clone();
        let reply = desk.post(&to, &body).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_at(place), code, "{field} {value}");
    }
    let mut body = share_with("UWV", &[SharePart::Stalemate]);
    body["facts"]["purpose"] = "bsn 999990019".into();
    desk.post(&to, &body).await.problem(Code::BsnInText);
    let unknown = path::SIGNAL_SHARES.replace("{id}", "S-2026-09999");
    desk.post(&unknown, &share_with("UWV", SharePart::ALL)).await.problem(Code::NotFound);
}

async fn a_body_says_its_position_and_what_it_promises(server: &TestServer) {
    let (desk, body) = (server.desk(), server.role(Role::Body));
    let (id, number) = marked(&desk, "Zegt").await;
    shared(&desk, &id, &share_with("UWV", &[SharePart::Positions])).await;
    let (position, promise) =
        (path::CASE_POSITION.replace("{number}", &number), path::CASE_COMMITMENTS.replace("{number}", &number));
    let put = async |body: &Caller, before: &str, now: &str| {
        let request = body.versioned("PUT", &position, 1, Some(json!({ "before": before, "position": now })));
        crate::support::http::Reply::of(request).await
    };
    put(&body, "iets anders", "Nieuw").await.problem(Code::NotPossibleNow);
    let seen = put(&body, "ZegtofUWV", "Wij betalen uit.").await.expect(200);
    assert_eq!(seen["positions"], json!([{ "organisation": "UWV", "position": "Wij betalen uit." }]));
    let whole = desk.get(&format!("/v1/signals/{id}")).await.expect(200);
    assert_eq!(whole["facts"]["bodies"][1]["position"], "ZegtofSVB", "of others nothing is touched");
    // What was not shared cannot be written either, and a body that has nothing of it has no case.
    body.post(&promise, &json!({ "text": "Wij bellen.", "dueOn": "2026-12-07" })).await.problem(Code::NotPossibleNow);
    let other = server.account(Role::Body, "Ander", "SVB").await;
    put(&other, "ZegtofSVB", "Nieuw").await.problem(Code::NotFound);
    shared(&desk, &id, &share_with("UWV", &[SharePart::Commitments])).await;
    let seen = body.post(&promise, &json!({ "text": "Wij bellen.", "dueOn": "2026-12-07" })).await.expect(201);
    let texts: BTreeSet<&str> = seen["commitments"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(texts, BTreeSet::from(["Wij bellen.", "ZegtpromisetextUWV"]));
    // A municipality does neither.
    shared(&desk, &id, &share_with("GM0344", SharePart::ALL)).await;
    put(&server.role(Role::Municipal), "", "Nieuw").await.problem(Code::NotAllowed);
}

async fn a_municipality_proposes_and_another_of_it_confirms(server: &TestServer) {
    let municipal = server.role(Role::Municipal);
    let second = server.account(Role::Municipal, "Tweede", "GM0344").await;
    let elsewhere = server.account(Role::Municipal, "Elders", "GM0363").await;
    let number = text(&municipal.post(path::CASES, &new_case("Terugvordering")).await.expect(201)["number"]);
    let route = |path: &str| path.replace("{number}", &number);
    let mut foreign = own_time_out("GEM-1");
    foreign["facts"]["decider"] = "GM0363".into();
    municipal.post(&route(path::CASE_TIME_OUTS), &foreign).await.problem(Code::InvalidInput);
    municipal.post(&route(path::CASE_TIME_OUTS), &own_time_out("ANDER-2")).await.problem(Code::NotPossibleNow);
    let made = municipal.post(&route(path::CASE_TIME_OUTS), &own_time_out("GEM-1")).await.expect(201);
    let waits = made["timeOuts"][0]["waits"].clone();
    let confirm = json!({ "confirmation": waits["confirmation"], "hash": waits["hash"] });
    let same = municipal.post(&route(path::CASE_CONFIRM), &confirm).await;
    assert_eq!(same.problem(Code::NotPossibleNow)["errors"][0]["code"], "same-person");
    elsewhere.post(&route(path::CASE_CONFIRM), &confirm).await.problem(Code::NotFound);
    // Also by way of a case of its own it reaches no proposal of another.
    let own = text(&elsewhere.post(path::CASES, &new_case("Eigen")).await.expect(201)["number"]);
    elsewhere.post(&path::CASE_CONFIRM.replace("{number}", &own), &confirm).await.problem(Code::NotFound);
    let key = new_key();
    let done = second.post_with(key, &route(path::CASE_CONFIRM), &confirm).await.expect(200);
    assert_eq!((&done["timeOuts"][0]["state"], &done["timeOuts"][0]["waits"]), (&json!("running"), &Value::Null));
    assert_eq!(second.post_with(key, &route(path::CASE_CONFIRM), &confirm).await.expect(200), done);
    // The desk may be the second person, too, by its own route.
    let mut other = new_case("Nog een");
    other["facts"]["decisions"][0]["reference"] = "GEM-2".into();
    let number = text(&municipal.post(path::CASES, &other).await.expect(201)["number"]);
    let made = municipal.post(&path::CASE_TIME_OUTS.replace("{number}", &number), &own_time_out("GEM-2")).await.expect(201);
    let waits = &made["timeOuts"][0]["waits"];
    let confirm = path::CONFIRMATION_CONFIRM.replace("{id}", waits["confirmation"].as_str().unwrap());
    server.desk().post(&confirm, &json!({ "hash": waits["hash"] })).await.expect(200);
    let seen = municipal.get(&at(&number)).await.expect(200);
    assert_eq!(seen["timeOuts"][0]["state"], "running");
}

async fn a_role_that_does_not_fit_its_organisation_sees_nothing(server: &TestServer) {
    let (_, number) = marked(&server.desk(), "Pas").await;
    for (role, organisation) in [(Role::Municipal, "LMM"), (Role::Municipal, "UWV"), (Role::Body, "LMM"), (Role::Body, "GM0344")]
    {
        let who = server.account(role, "Past niet", organisation).await;
        who.get(path::CASES).await.problem(Code::NotAllowed);
        who.get(&at(&number)).await.problem(Code::NotAllowed);
    }
}

async fn sharing_is_in_the_audit_log_and_in_the_history_of_the_case(server: &TestServer) {
    let (desk, body) = (server.desk(), server.role(Role::Body));
    let (id, number) = marked(&desk, "Spoor").await;
    let share = shared(&desk, &id, &share_with("UWV", &[SharePart::Stalemate, SharePart::Tried])).await;
    body.get(&at(&number)).await.expect(200);
    desk.post(&path::SHARE_END.replace("{id}", share["id"].as_str().unwrap()), &json!({ "reason": "rond" })).await.expect(200);
    let whole = desk.get(&format!("/v1/signals/{id}")).await.expect(200);
    let linked: Vec<Value> = whole["timeline"].as_array().unwrap().iter().take(2).map(|entry| entry["linked"].clone()).collect();
    assert_eq!((&linked[0]["verb"], &linked[1]["verb"]), (&json!("ended"), &json!("recorded")));
    assert_eq!((&linked[1]["label"], &linked[1]["fields"]), (&json!("UWV"), &json!(["stalemate", "tried"])));
    let officer = server.role(Role::PrivacyOfficer);
    let rows = officer.post(path::AUDIT_SEARCH, &json!({ "object": number })).await.expect(200);
    let verbs: Vec<&str> = rows["items"].as_array().unwrap().iter().map(|row| row["verb"].as_str().unwrap()).collect();
    assert!(verbs.contains(&"share.create") && verbs.contains(&"share.end"), "{verbs:?}");
    // The reading stands with the organisation that read, before it was given.
    let theirs = server.account(Role::PrivacyOfficer, "FG", "UWV").await;
    let rows = theirs.post(path::AUDIT_SEARCH, &json!({ "verb": "case.read" })).await.expect(200);
    assert_eq!((&rows["items"][0]["number"], &rows["items"][0]["account"]), (&json!(number), &json!(body.account)));
}
