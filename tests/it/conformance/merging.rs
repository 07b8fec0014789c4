//! Merging: a signal goes up in another, nothing of either is lost, and it is taken back as long as what it brought stands.

use loket::{
    api::{path, problem::Code},
    domain::share::SharePart,
};
use serde_json::{Value, json};

use super::cases::share_with;
use crate::support::{
    http::{Caller, Reply, new_key},
    samples::{commitment, contact, decision, full_signal, moratorium, signal, signal_with, time_out},
    server::TestServer,
};

on_both_stores!(
    nothing_is_lost_by_a_merging_and_it_is_taken_back,
    what_still_runs_is_named_and_nothing_is_merged,
    whoever_saw_another_version_is_told_so,
    two_that_are_merged_crosswise_meet,
    what_was_changed_since_is_not_taken_back,
    what_comes_in_with_its_reference_goes_to_the_one_that_stays,
);

async fn made(desk: &Caller, body: &Value) -> Value {
    desk.post(path::SIGNALS, body).await.expect(201)["item"].clone()
}

fn id(signal: &Value) -> &str {
    signal["id"].as_str().unwrap()
}

async fn read(desk: &Caller, signal: &Value) -> Value {
    desk.get(&path::SIGNAL.replace("{id}", id(signal))).await.expect(200)
}

fn version(signal: &Value) -> i64 {
    signal["version"].as_i64().unwrap()
}

async fn merge(desk: &Caller, from: &Value, into: &Value) -> Reply {
    let body = json!({ "from": from["number"], "fromVersion": from["version"] });
    desk.act(&path::SIGNAL_MERGE.replace("{id}", id(into)), version(into), &body).await
}

async fn unmerge(desk: &Caller, from: &Value) -> Reply {
    desk.act(&path::SIGNAL_UNMERGE.replace("{id}", id(from)), version(from), &json!({})).await
}

/// The codes of what a refused request names.
#[track_caller]
fn named(reply: &Reply) -> Vec<String> {
    let problem = reply.problem(Code::NotPossibleNow);
    problem["errors"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

async fn nothing_is_lost_by_a_merging_and_it_is_taken_back(server: &TestServer) {
    let desk = server.desk();
    let facts = json!({ "account": "Hier het eerste verhaal.", "labels": ["gas"], "urgency": "normal",
        "bodies": [{ "organisation": "SVB", "position": "Blijft bij het besluit." }] });
    let into = made(&desk, &signal_with("Kinderbijslag teruggevorderd", facts)).await;
    let from = made(&desk, &full_signal()).await;
    desk.post(&path::SIGNAL_NOTES.replace("{id}", id(&from)), &json!({ "text": "Buurvrouw belde." })).await.expect(201);
    desk.post(&path::SIGNAL_CONTACT_MOMENTS.replace("{id}", id(&from)), &contact("SVB")).await.expect(201);
    let (from, into) = (read(&desk, &from).await, read(&desk, &into).await);

    let kept = merge(&desk, &from, &into).await.expect(200);
    let facts = &kept["facts"];
    assert_eq!(facts["title"], "Kinderbijslag teruggevorderd", "what stood there stays");
    assert_eq!(facts["account"], "Hier het eerste verhaal.");
    assert_eq!(facts["labels"], json!(["gas", "kinderen", "huur"]));
    assert_eq!(facts["urgency"], "high", "the more urgent of both");
    assert_eq!(facts["desiredByHousehold"], "In de woning blijven.", "an empty text is filled");
    for list in ["threats", "decisions", "tried", "lifeDomains", "attachments", "sharingGrounds"] {
        assert_eq!(facts[list], from["facts"][list], "{list}");
    }
    assert_eq!(facts["bodies"].as_array().unwrap().len(), 2);
    assert_eq!(kept["callBacks"], from["callBacks"]);
    assert_eq!(kept["hardDate"]["on"], from["hardDate"]["on"]);
    let told = &kept["timeline"][0];
    assert_eq!((&told["kind"], &told["linked"]["verb"]), (&json!("merge"), &json!("merged")), "{told}");
    assert_eq!(told["linked"]["label"], from["number"]);
    let said = told["linked"]["texts"].as_array().unwrap();
    for field in ["title", "account"] {
        let found = said.iter().find(|one| one["field"] == field).unwrap_or_else(|| panic!("{field}: {told}"));
        assert_eq!(found["text"], from["facts"][field]);
    }
    assert!(
        said.iter().any(|one| one["field"] == "bodies" && one["text"] == "SVB: Wacht op het besluit van Toeslagen."),
        "{told}"
    );
    for secret in ["555 6305", "m.degraaf", "H-7K2F"] {
        assert!(!kept.to_string().contains(secret), "{secret} is shielded: {kept}");
    }

    let gone = read(&desk, &from).await;
    assert_eq!((&gone["status"], &gone["outcome"]), (&json!("closed"), &Value::Null));
    assert_eq!(gone["mergedInto"], into["number"]);
    assert_eq!(gone["facts"], from["facts"], "it keeps all it has");
    assert!(gone["timeline"].to_string().contains("Buurvrouw belde."));
    let open = desk.get(&format!("{}?status=open", path::SIGNALS)).await.expect(200);
    assert!(!open.to_string().contains(from["number"].as_str().unwrap()), "{open}");
    let all = desk.get(path::SIGNALS).await.expect(200);
    let row = all["items"].as_array().unwrap().iter().find(|row| row["id"] == from["id"]).unwrap();
    assert_eq!(row["mergedInto"], into["number"], "its row tells it too");
    // What is shielded is shown where it stands.
    let shown = desk.post(&path::SIGNAL_REVEALS.replace("{id}", id(&from)), &json!({})).await.ok();
    assert!(shown.to_string().contains("555 6305"), "{shown}");
    // Nothing else is written there, and whoever tries hears where it goes on.
    let refused = desk.post(&path::SIGNAL_NOTES.replace("{id}", id(&from)), &json!({ "text": "x" })).await;
    assert_eq!(named(&refused), ["merged"]);
    assert!(refused.text().contains(into["number"].as_str().unwrap()), "{}", refused.text());
    let gone = read(&desk, &from).await;
    assert_eq!(
        named(&desk.patch(&path::SIGNAL.replace("{id}", id(&from)), version(&gone), &json!({ "title": "x" })).await),
        ["merged"]
    );

    let back = unmerge(&desk, &gone).await.expect(200);
    assert_eq!((&back["status"], &back["facts"], &back["mergedInto"]), (&from["status"], &from["facts"], &Value::Null));
    let apart = read(&desk, &into).await;
    for field in ["facts", "callBacks", "flags", "status", "hardDate", "terms"] {
        assert_eq!(apart[field], into[field], "{field} is as it was");
    }
    assert_eq!(apart["timeline"][0]["linked"]["verb"], "parted", "both histories tell it");
    assert_eq!(back["timeline"][0]["linked"]["verb"], "parted");
    assert_eq!(named(&unmerge(&desk, &back).await), ["not-merged"]);
    // And once more, after it was taken back.
    merge(&desk, &back, &apart).await.expect(200);
    let gone = read(&desk, &from).await;
    unmerge(&desk, &gone).await.expect(200);
}

async fn what_still_runs_is_named_and_nothing_is_merged(server: &TestServer) {
    let desk = server.desk();
    let into = made(&desk, &signal("Blijft")).await;
    let shared = made(&desk, &signal("Gedeeld")).await;
    desk.post(&path::SIGNAL_SHARES.replace("{id}", id(&shared)), &share_with("UWV", SharePart::ALL)).await.expect(201);
    let calm = made(&desk, &signal("Moratorium")).await;
    desk.post(path::MORATORIA, &moratorium(id(&calm))).await.expect(201);
    let proposed = made(&desk, &signal("Kandidaat")).await;
    desk.post(path::AGENDA_CANDIDATES, &json!({ "signal": proposed["id"] })).await.expect(201);
    let reference = new_key().to_string();
    let suspended = made(&desk, &signal_with("Besluit", json!({ "decisions": [decision(&reference)] }))).await;
    desk.post(path::TIME_OUTS, &time_out(id(&suspended), &reference)).await.expect(201);
    for (from, code) in
        [(shared, "merge-share"), (calm, "merge-arrangement"), (proposed, "merge-candidate"), (suspended, "merge-time-out")]
    {
        let from = read(&desk, &from).await;
        assert_eq!(named(&merge(&desk, &from, &into).await), [code]);
        let after = read(&desk, &from).await;
        assert_eq!((&after["version"], &after["status"]), (&from["version"], &from["status"]), "nothing was done");
    }
    assert_eq!(read(&desk, &into).await["version"], into["version"]);

    assert_eq!(named(&merge(&desk, &into, &into).await), ["merge-same"]);
    let nobody = json!({ "number": "S-2026-09999", "version": 1 });
    assert_eq!(merge(&desk, &nobody, &into).await.fault_at("/from"), "unknown-value");
    let closed = made(&desk, &signal("Gesloten")).await;
    let closed = desk.patch(&path::SIGNAL.replace("{id}", id(&closed)), 1, &json!({ "status": "closed" })).await.expect(200);
    let new = made(&desk, &signal("Nieuw")).await;
    assert_eq!(named(&merge(&desk, &new, &closed).await), ["merge-not-open"]);
    // One that went up in another takes nothing in, and goes up in no second one.
    merge(&desk, &new, &into).await.expect(200);
    let (gone, into) = (read(&desk, &new).await, read(&desk, &into).await);
    let other = made(&desk, &signal("Ander")).await;
    assert_eq!(named(&merge(&desk, &gone, &other).await), ["merged"]);
    assert_eq!(named(&merge(&desk, &other, &gone).await), ["merged"]);
    // Chains are fine: what went up in this one is found through it.
    merge(&desk, &into, &other).await.expect(200);
    assert_eq!(named(&unmerge(&desk, &gone).await), ["merged"], "the later one is taken back first");
    // Nothing new begins on one that went up in another.
    let to = path::SIGNAL_SHARES.replace("{id}", id(&gone));
    assert_eq!(named(&desk.post(&to, &share_with("UWV", SharePart::ALL)).await), ["merged"]);
    assert_eq!(named(&desk.post(path::MORATORIA, &moratorium(id(&gone))).await), ["merged"]);
    assert_eq!(named(&desk.post(path::AGENDA_CANDIDATES, &json!({ "signal": gone["id"] })).await), ["merged"]);
}

async fn whoever_saw_another_version_is_told_so(server: &TestServer) {
    let desk = server.desk();
    let (from, into) = (made(&desk, &signal("Van")).await, made(&desk, &signal("Naar")).await);
    for other in [&from, &into] {
        desk.post(&path::SIGNAL_NOTES.replace("{id}", id(other)), &json!({ "text": "Net gebeld." })).await.expect(201);
        merge(&desk, &from, &into).await.problem(Code::StaleVersion);
    }
    assert_eq!(read(&desk, &from).await["mergedInto"], Value::Null, "nothing of it was done");
    let (from, into) = (read(&desk, &from).await, read(&desk, &into).await);
    let to = path::SIGNAL_MERGE.replace("{id}", id(&into));
    let body = json!({ "from": from["id"], "fromVersion": from["version"] });
    let kept = desk.act(&to, version(&into), &body).await.expect(200);
    assert_eq!(version(&kept), version(&into) + 1);
    desk.act(&path::SIGNAL_UNMERGE.replace("{id}", id(&from)), version(&from), &json!({})).await.problem(Code::StaleVersion);
}

async fn two_that_are_merged_crosswise_meet(server: &TestServer) {
    let desk = server.desk();
    for _ in 0..5 {
        let (one, other) = (made(&desk, &signal("Een")).await, made(&desk, &signal("Ander")).await);
        let (left, right) = tokio::join!(merge(&desk, &one, &other), merge(&desk, &other, &one));
        let done = [&left, &right].into_iter().filter(|reply| reply.status == 200).count();
        assert_eq!(done, 1, "{} and {}", left.text(), right.text());
        let (one, other) = (read(&desk, &one).await, read(&desk, &other).await);
        let gone = [&one, &other].into_iter().filter(|signal| signal["mergedInto"].is_string()).count();
        assert_eq!(gone, 1);
    }
}

async fn what_was_changed_since_is_not_taken_back(server: &TestServer) {
    let desk = server.desk();
    let into = made(&desk, &signal("Naar")).await;
    let from = made(&desk, &signal_with("Van", json!({ "labels": ["huur"], "account": "Verhaal." }))).await;
    let kept = merge(&desk, &from, &into).await.expect(200);
    let at = path::SIGNAL.replace("{id}", id(&into));
    let kept =
        desk.patch(&at, version(&kept), &json!({ "title": "Beter onderwerp", "labels": ["huur", "kind"] })).await.expect(200);
    let gone = read(&desk, &from).await;
    let refused = unmerge(&desk, &gone).await;
    assert_eq!(named(&refused), ["merge-changed"]);
    assert!(refused.text().contains("labels"), "{}", refused.text());
    // Put back to what came, it can be; what the merging did not bring may be otherwise.
    desk.patch(&at, version(&kept), &json!({ "labels": ["huur"] })).await.expect(200);
    unmerge(&desk, &gone).await.expect(200);
    let apart = read(&desk, &into).await;
    assert_eq!((&apart["facts"]["title"], &apart["facts"]["account"]), (&json!("Beter onderwerp"), &json!("")));
    assert_eq!(apart["facts"]["labels"], json!([]));
}

async fn what_comes_in_with_its_reference_goes_to_the_one_that_stays(server: &TestServer) {
    let desk = server.desk();
    let into = made(&desk, &signal("Blijft")).await;
    let mut body = signal("Gaat op");
    body["origin"] = "incoming".into();
    body["source"] = json!({ "system": "kenmerk", "reference": "HL-77" });
    let from = made(&desk, &body).await;
    merge(&desk, &from, &into).await.expect(200);
    desk.post(path::COMMITMENTS, &commitment("kenmerk:HL-77")).await.expect(201);
    let kept = read(&desk, &into).await;
    assert_eq!(kept["arrangements"].as_array().unwrap().len(), 1, "{kept}");
    assert_eq!(read(&desk, &from).await["arrangements"], json!([]));
    // The same report once more changes nothing, and makes no second one.
    let again = desk.post(path::SIGNALS, &body).await.expect(200);
    assert_eq!(again["item"]["id"], from["id"]);
}
