//! What was said, asked or promised at a meeting stays with that meeting and with that person, and is told once.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{
    http::Caller,
    samples::{invitation, meeting},
    server::TestServer,
};

on_both_stores!(
    what_was_promised_or_decided_stays_on_its_agenda,
    a_promise_names_the_meeting_its_item_is_on,
    another_person_answered_nothing,
    a_pack_is_of_one_person_however_typed,
    what_was_no_meeting_is_no_step,
    a_case_is_told_of_what_is_sent_about_it_alone,
    what_changes_after_fixing_is_not_told_in_the_file_of_a_body,
);

fn version(detail: &Value) -> i64 {
    detail["item"]["version"].as_i64().unwrap()
}

async fn later(desk: &Caller) -> String {
    let mut new = meeting();
    new["facts"]["slots"] = json!([{ "startsAt": "2026-12-10T12:30:00Z", "endsAt": "2026-12-10T14:00:00Z" }]);
    id(&desk.post("/v1/meetings", &new).await.expect(201)["item"]).to_owned()
}

async fn act(desk: &Caller, meeting: &str, verb: &str, body: &Value) -> Value {
    let path = format!("/v1/meetings/{meeting}");
    let seen = version(&desk.get(&path).await.expect(200));
    desk.act(&format!("{path}/{verb}"), seen, body).await.expect(200)
}

fn promise(item: &Value, number: &Value, text: &str) -> Value {
    let source = json!({ "kind": "agenda-item", "meeting": number, "item": id(&item["item"]), "on": "2026-11-16" });
    let facts = json!({ "text": text, "organisation": "UWV", "source": source, "due": { "on": "2026-12-10" } });
    json!({ "signal": item["item"]["signal"], "facts": facts })
}

async fn what_was_promised_or_decided_stays_on_its_agenda(server: &TestServer) {
    let desk = server.desk();
    let first = id(&made(&desk).await["item"]).to_owned();
    let second = later(&desk).await;
    let (one, two) = (ready_item(&desk, &first).await, ready_item(&desk, &first).await);
    let now = fixed(&desk, &first).await;
    let number = &now["item"]["number"];
    let promised = desk.post("/v1/commitments", &promise(&one, number, "Het UWV zoekt het dossier.")).await.expect(201);
    let decision = json!({ "facts": { "text": "Uitstel.", "bodies": ["UWV"] } });
    let decided = format!("/v1/agenda-items/{}/decisions", id(&two["item"]));
    let decided = desk.post(&decided, &decision).await.expect(201);
    for item in [&one, &two] {
        let path = format!("/v1/agenda-items/{}", id(&item["item"]));
        let moved = desk.post(&format!("{path}/_move"), &json!({ "meeting": second })).await;
        assert_eq!(moved.fault_at(""), "item-dealt-with");
        let off = desk.post(&format!("{path}/_take-off"), &json!({ "reason": "geen tijd" })).await;
        assert_eq!(off.fault_at(""), "item-dealt-with");
        desk.post(&format!("{path}/_move"), &json!({ "first": true })).await.expect(200);
    }
    let taken_back = format!("/v1/let-decisions/{}", id(&decided["decisions"][0]));
    desk.patch(&taken_back, 1, &json!({ "withdrawn": true })).await.expect(200);
    let path = format!("/v1/meetings/{first}");
    let seen = version(&desk.get(&path).await.expect(200));
    let cancelled = desk.act(&format!("{path}/_cancel"), seen, &json!({ "reason": "ziek" })).await;
    assert_eq!(cancelled.fault_at(""), "meeting-has-decisions", "promised at it");

    // A promise that lapsed, or a decision that was taken back, holds nothing.
    let lapse = format!("/v1/commitments/{}/_lapse", id(&promised["item"]));
    desk.act(&lapse, 1, &json!({ "on": "2026-11-16", "reason": "vergissing" })).await.expect(200);
    for item in [&one, &two] {
        let path = format!("/v1/agenda-items/{}", id(&item["item"]));
        desk.post(&format!("{path}/_move"), &json!({ "meeting": second })).await.expect(200);
    }
    act(&desk, &first, "_cancel", &json!({ "reason": "ziek" })).await;
}

async fn a_promise_names_the_meeting_its_item_is_on(server: &TestServer) {
    let desk = server.desk();
    let first = id(&made(&desk).await["item"]).to_owned();
    later(&desk).await;
    let item = ready_item(&desk, &first).await;
    for other in ["LET-2", "LET-900"] {
        let refused = desk.post("/v1/commitments", &promise(&item, &other.into(), "Belt.")).await;
        assert_eq!(refused.fault_at("/facts/source/meeting"), "unknown-value", "{other}");
    }
    let made = desk.post("/v1/commitments", &promise(&item, &"LET-1".into(), "Belt.")).await.expect(201);
    let path = format!("/v1/commitments/{}", id(&made["item"]));
    let source = promise(&item, &"LET-2".into(), "")["facts"]["source"].clone();
    let refused = desk.patch(&path, 1, &json!({ "source": source })).await;
    assert_eq!(refused.fault_at("/source/meeting"), "unknown-value");
    desk.patch(&path, 1, &json!({ "text": "Belt morgen." })).await.expect(200);
}

async fn another_person_answered_nothing(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let path = format!("/v1/invitations/{}", id(&item["invitations"][0]));
    let told = |detail: &Value| {
        let facts = &detail["invitations"][0]["facts"];
        (facts["answer"].as_str().unwrap().to_owned(), facts["mandateConfirmed"] == true)
    };
    let same = desk.patch(&path, 2, &json!({ "name": " a. DE boer", "mail": "a@voorbeeld.nl", "function": "bestuurder" })).await;
    assert_eq!(told(&same.expect(200)), ("accepted".to_owned(), true), "the same person, written otherwise");
    let other = desk.patch(&path, 3, &json!({ "name": "J. Smit", "officer": null })).await.expect(200);
    assert_eq!(told(&other), ("open".to_owned(), false));
    let missing: Vec<&Value> = other["missing"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
    assert!(missing.contains(&&json!("acceptance")), "{missing:?}");
    let both = json!({ "name": "K. Bos", "answer": "accepted", "mandateConfirmed": true });
    assert_eq!(told(&desk.patch(&path, 4, &both).await.expect(200)), ("accepted".to_owned(), true), "said of the new one");
    let body = desk.patch(&path, 5, &json!({ "organisation": "SVB" })).await.expect(200);
    assert_eq!(told(&body), ("open".to_owned(), false), "another body");
}

async fn a_pack_is_of_one_person_however_typed(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let (one, two) = (ready_item(&desk, &meeting).await, ready_item(&desk, &meeting).await);
    let part = |item: &Value| id(&item["invitations"][0]).to_owned();
    let otherwise = json!({ "name": "A. de boer ", "function": "bestuurder", "mail": "boer@voorbeeld.nl" });
    desk.patch(&format!("/v1/invitations/{}", part(&two)), 2, &otherwise).await.expect(200);
    for of in [&one, &two] {
        let pack = format!("/v1/meetings/{meeting}/papers?paper=pack&format=txt&for=UWV&person={}", part(of));
        let text = desk.get(&pack).await.text();
        for item in [&one, &two] {
            assert!(text.contains(item["item"]["signalNumber"].as_str().unwrap()), "{text}");
        }
    }
    // Two of one mailbox are two.
    let other = format!("/v1/agenda-items/{}/invitations", id(&two["item"]));
    let other = desk.post(&other, &invitation("UWV", "Z. Ander")).await.expect(201);
    let other = other["invitations"].as_array().unwrap().iter().find(|one| one["facts"]["name"] == "Z. Ander").unwrap();
    let pack = format!("/v1/meetings/{meeting}/papers?paper=pack&format=txt&for=UWV&person={}", id(other));
    assert!(!desk.get(&pack).await.text().contains(one["item"]["signalNumber"].as_str().unwrap()));
}

async fn what_was_no_meeting_is_no_step(server: &TestServer) {
    let desk = server.desk();
    let first = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &first).await;
    fixed(&desk, &first).await;
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    act(&desk, &first, "_hold", &json!({})).await;
    act(&desk, &first, "_unhold", &json!({})).await;
    let second = later(&desk).await;
    act(&desk, &first, "_cancel", &json!({ "reason": "ziek", "to": second })).await;
    let now = desk.get(&format!("/v1/meetings/{second}")).await.expect(200);
    let fix = json!({ "agendaVersion": now["item"]["agendaVersion"], "reason": "zo" });
    act(&desk, &second, "_fix", &fix).await;
    let file = async |more: &str| {
        let path = format!("/v1/meetings/{second}/papers?paper=item&item={}&format=txt{more}", id(&item["item"]));
        desk.get(&path).await.text()
    };
    let theirs = file("&for=UWV").await;
    assert!(theirs.contains("signaal ontvangen") && !theirs.contains("besproken"), "{theirs}");
    let own = file("").await;
    assert!(own.contains("besproken") || own.contains("gehouden"), "the secretariat reads both: {own}");
}

async fn a_case_is_told_of_what_is_sent_about_it_alone(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let (one, two) = (ready_item(&desk, &meeting).await, ready_item(&desk, &meeting).await);
    let now = fixed(&desk, &meeting).await;
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    act(&desk, &meeting, "_hold", &json!({})).await;
    let decision = json!({ "facts": { "text": "Uitstel.", "bodies": ["UWV"] } });
    desk.post(&format!("/v1/agenda-items/{}/decisions", id(&one["item"])), &decision).await.expect(201);
    let number = now["item"]["number"].clone();
    desk.post("/v1/commitments", &promise(&two, &number, "Het UWV belt.")).await.expect(201);
    let send = async || {
        let waits = act(&desk, &meeting, "_publish", &json!({ "number": number })).await["confirmation"].clone();
        let confirm = format!("/v1/confirmations/{}/_confirm", id(&waits));
        colleague.post(&confirm, &json!({ "hash": waits["hash"] })).await.expect(200);
    };
    let told = async |item: &Value| {
        let case = desk.get(&format!("/v1/signals/{}", item["item"]["signal"].as_str().unwrap())).await.expect(200);
        let all = case["timeline"].as_array().unwrap();
        all.iter().filter(|entry| entry["linked"]["verb"] == "decisions-sent").count()
    };
    send().await;
    assert_eq!((told(&one).await, told(&two).await), (1, 1), "a promise alone is told too");
    desk.post("/v1/commitments", &promise(&two, &number, "Het UWV betaalt.")).await.expect(201);
    send().await;
    assert_eq!((told(&one).await, told(&two).await), (1, 2), "nothing new about the first");
}

async fn what_changes_after_fixing_is_not_told_in_the_file_of_a_body(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let case = format!("/v1/signals/{}", item["item"]["signal"].as_str().unwrap());
    let threats = async |threats: Value| {
        let seen = desk.get(&case).await.expect(200)["version"].as_i64().unwrap();
        desk.patch(&case, seen, &json!({ "threats": threats })).await.expect(200);
    };
    threats(json!([{ "what": "ontruiming", "on": "2026-12-02" }])).await;
    fixed(&desk, &meeting).await;
    let file = async |more: &str| {
        let path = format!("/v1/meetings/{meeting}/papers?paper=item&item={}&format=txt{more}", id(&item["item"]));
        desk.get(&path).await.text()
    };
    let theirs = file("&for=UWV").await;
    assert!(theirs.contains("02-12-2026") && theirs.contains("ontruiming"), "as it was fixed: {theirs}");
    threats(json!([{ "what": "ontruiming", "on": "2026-12-02" }, { "what": "uithuisplaatsing jongste", "on": "2026-12-12" }]))
        .await;
    let (own, theirs) = (file("").await, file("&for=UWV").await);
    assert!(own.contains("uithuisplaatsing") && own.contains("12-12-2026"), "{own}");
    assert!(theirs.contains("02-12-2026") && !theirs.contains("uithuisplaatsing") && !theirs.contains("12-12-2026"), "{theirs}");
}
