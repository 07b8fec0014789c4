//! Notes and contact moments stand in the timeline, newest first, with who and when.

use loket::{api::problem::Code, domain::signal::Signal};
use serde_json::json;

use super::{
    meetings::{made, ready_item},
    time_outs::id,
};
use crate::support::{samples::contact, server::TestServer};

on_both_stores!(
    notes_are_kept_as_sent,
    contact_moments_are_kept,
    a_note_must_say_something,
    entries_of_two_people_are_all_kept,
    papers_tell_the_course_of_the_case
);

async fn notes_are_kept_as_sent(server: &TestServer) {
    let item = server.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    let desk = server.desk();
    let text = "Gebeld met « Yıldız »;\r\n\ttwee regels, é én e\u{301}, € 5 = 5\n";
    server.advance(chrono::TimeDelta::minutes(7));
    let after: Signal = desk.post(&format!("{path}/notes"), &json!({ "text": text })).await.read();
    assert_eq!(after.version, 2, "a note is a change");
    let note = &after.timeline[0];
    assert_eq!((note.kind.code(), note.text.raw()), ("note", text));
    assert_eq!((note.at, note.by_name.raw()), (server.clock_now(), desk.name.as_str()));
    assert_eq!(note.by.map(|by| by.to_string()), Some(desk.account.clone()));
    let number = item["number"].as_str().unwrap();
    let again: Signal = desk.post(&format!("/v1/signals/{number}/notes"), &json!({ "text": "Tweede" })).await.read();
    let texts: Vec<_> = again.timeline.iter().map(|entry| entry.text.raw()).take(2).collect();
    assert_eq!(texts, ["Tweede", text], "by number too, and newest first");
    assert_eq!(desk.get(&path).await.read::<Signal>(), again);
}

async fn contact_moments_are_kept(server: &TestServer) {
    let item = server.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}/contact-moments", item["id"].as_str().unwrap());
    let after = server.desk().post(&path, &contact("SVB, klantcontactcentrum")).await.ok();
    let entry = &after["timeline"][0];
    assert_eq!(entry["kind"], "contact");
    assert_eq!(entry["contact"], contact("SVB, klantcontactcentrum")["contact"]);
    let unreached = json!({ "contact": { "with": "CAK", "reached": false } });
    let after = server.desk().post(&path, &unreached).await.ok();
    assert_eq!(after["timeline"][0]["contact"], json!({ "with": "CAK", "reached": false, "agreed": "", "callBackOn": null }));
    assert_eq!(after["timeline"].as_array().unwrap().len(), 3);
}

async fn a_note_must_say_something(server: &TestServer) {
    let item = server.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    let desk = server.desk();
    for text in ["", " \n\t", "\u{a0}"] {
        let reply = desk.post(&format!("{path}/notes"), &json!({ "text": text })).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_at("/text"), "required");
    }
    let reply = desk.post(&format!("{path}/notes"), &json!({ "text": "é".repeat(20_001) })).await;
    assert_eq!(reply.fault_at("/text"), "too-long");
    desk.post(&format!("{path}/notes"), &json!({ "text": "é".repeat(20_000) })).await.ok();
    let reply = desk.post(&format!("{path}/contact-moments"), &json!({ "contact": { "with": " ", "reached": true } })).await;
    assert_eq!(reply.fault_at("/contact/with"), "required");
    desk.post("/v1/signals/S-2026-99999/notes", &json!({ "text": "x" })).await.problem(Code::NotFound);
    assert_eq!(desk.get(&path).await.expect(200)["timeline"].as_array().unwrap().len(), 2, "only the one good note");
}

async fn entries_of_two_people_are_all_kept(server: &TestServer) {
    let item = server.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}/notes", item["id"].as_str().unwrap());
    let (one, other) = (server.desk(), server.colleague().await);
    let notes = (0..20).map(|i| {
        let (who, path) = (if i % 2 == 0 { one.clone() } else { other.clone() }, path.clone());
        tokio::spawn(async move { who.post(&path, &json!({ "text": format!("notitie {i}") })).await.ok() })
    });
    for note in notes.collect::<Vec<_>>() {
        note.await.unwrap();
    }
    let after: Signal = one.get(path.trim_end_matches("/notes")).await.read();
    let mut texts: Vec<_> = after.timeline.iter().filter(|entry| entry.kind.code() == "note").map(|e| e.text.raw()).collect();
    texts.sort_unstable();
    let mut expected: Vec<_> = (0..20).map(|i| format!("notitie {i}")).collect();
    expected.sort_unstable();
    assert_eq!(texts, expected);
    assert_eq!(after.version, 21, "each its own version");
}

/// The file of an item tells what happened in its case: to the secretariat with words, to a body with a ground without.
async fn papers_tell_the_course_of_the_case(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await["item"].clone();
    let path = format!("/v1/signals/{}/contact-moments", item["signal"].as_str().unwrap());
    desk.post(&path, &contact("mevrouw Belgesprek")).await.ok();
    let paper = |more: String| format!("/v1/meetings/{meeting}/papers?format=txt&{more}");
    for what in [format!("paper=item&item={}", id(&item)), "paper=pack".to_owned()] {
        let own = desk.get(&paper(what.clone())).await.text();
        assert!(own.contains("signaal ontvangen") && own.contains("Gebeld met mevrouw Belgesprek"), "{own}");
        let theirs = desk.get(&paper(format!("{what}&for=UWV"))).await.text();
        assert!(theirs.contains("signaal ontvangen") && !theirs.contains("Belgesprek"), "{theirs}");
    }
    let agenda = desk.get(&paper("paper=agenda".into())).await.text();
    assert!(!agenda.contains("signaal ontvangen"), "{agenda}");
}
