//! A signal is changed with a merge patch (RFC 7396) on a version, and the change can be traced.

use loket::{api::problem::Code, domain::signal::Signal};
use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::{
    http::{Reply, new_key},
    samples::full_signal,
    server::TestServer,
};

on_both_stores!(
    a_patch_touches_only_what_it_names,
    null_clears_and_a_list_is_replaced_whole,
    required_fields_cannot_be_cleared,
    a_change_stands_in_timeline_and_history,
    a_patch_without_a_difference_leaves_no_trace,
    a_version_is_needed_and_must_be_the_newest,
    an_outcome_needs_a_closed_signal,
    a_refused_patch_changes_nothing,
);

async fn create(server: &TestServer) -> (String, Value) {
    let item = server.desk().post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    (format!("/v1/signals/{}", item["id"].as_str().unwrap()), item)
}

async fn a_patch_touches_only_what_it_names(server: &TestServer) {
    let (path, before) = create(server).await;
    let reply = server.desk().patch(&path, 1, &json!({ "title": "Nieuwe titel", "urgency": "crisis", "status": "triage" })).await;
    let after = reply.expect(200);
    assert_eq!(reply.header("etag"), "\"2\"");
    assert_eq!(after["version"], 2);
    assert_eq!(after["status"], "triage");
    let mut facts = before["facts"].clone();
    facts["title"] = "Nieuwe titel".into();
    facts["urgency"] = "crisis".into();
    assert_eq!(after["facts"], facts);
    for field in ["id", "number", "receivedAt", "channel", "source", "hardDate", "terms", "owner", "outcome", "flags"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    assert_eq!(server.desk().get(&path).await.expect(200), after, "what is read is what the patch answered");
}

async fn null_clears_and_a_list_is_replaced_whole(server: &TestServer) {
    let (path, _) = create(server).await;
    let patch = json!({
        "municipality": null, "household": null, "snoozedUntil": null, "stalemate": null, "account": null,
        "bodies": [{ "organisation": "CAK" }], "labels": [], "tried": null
    });
    let after = server.desk().patch(&path, 1, &patch).await.expect(200);
    for field in ["municipality", "household", "snoozedUntil"] {
        assert_eq!(after["facts"][field], Value::Null, "{field}");
    }
    assert_eq!(after["facts"]["stalemate"], "", "null clears a text");
    assert_eq!(after["facts"]["account"], "", "null clears a text");
    assert_eq!(after["facts"]["bodies"], json!([{ "organisation": "CAK", "position": "" }]));
    assert_eq!(after["facts"]["labels"], json!([]));
    assert_eq!(after["facts"]["tried"], json!([]), "null clears a list");
    assert_eq!(after["facts"]["decisions"].as_array().unwrap().len(), 1, "an absent field stays");
}

async fn required_fields_cannot_be_cleared(server: &TestServer) {
    let (path, before) = create(server).await;
    for (patch, at) in
        [(json!({ "title": null }), "/title"), (json!({ "title": " " }), "/title"), (json!({ "status": null }), "/status")]
    {
        let reply = server.desk().patch(&path, 1, &patch).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), [at], "{patch}");
    }
    assert_eq!(server.desk().get(&path).await.expect(200), before);
}

async fn a_change_stands_in_timeline_and_history(server: &TestServer) {
    let (path, before) = create(server).await;
    let desk = server.desk();
    server.advance(chrono::TimeDelta::minutes(3));
    let patch = json!({ "title": "Nieuwe titel", "account": "Een heel ander verhaal.", "status": "in_progress" });
    let after: Signal = desk.patch(&path, 1, &patch).await.read();
    let entries: Vec<_> = after.timeline.iter().filter(|entry| entry.kind.code() == "change").collect();
    let fields: Vec<_> = entries.iter().map(|entry| entry.text.raw()).collect();
    for field in ["title", "account", "status"] {
        assert!(fields.contains(&field), "{field} in {fields:?}");
    }
    assert_eq!(fields.len(), 3);
    for entry in &entries {
        assert_eq!(entry.at, server.clock_now());
        assert_eq!(entry.by.map(|by| by.to_string()), Some(desk.account.clone()));
        assert_eq!(entry.by_name.raw(), desk.name);
        let values = (entry.old.as_ref().map(|old| old.raw()), entry.new.as_ref().map(|new| new.raw()));
        match entry.text.raw() {
            "title" => assert_eq!(values, (before["facts"]["title"].as_str(), Some("Nieuwe titel"))),
            "status" => assert_eq!(values, (Some("received"), Some("in_progress"))),
            _ => assert_eq!(values, (None, None), "the account stays out of the timeline"),
        }
    }
    assert_eq!(after.timeline.last().unwrap().kind.code(), "received", "newest first");
    let object = &before["id"].as_str().unwrap();
    let mut kept =
        server.texts(&format!("SELECT field FROM history WHERE object = '{object}' AND version = 2 ORDER BY field")).await;
    kept.retain(|field| !field.is_empty());
    assert_eq!(kept, ["account", "status", "title"]);
    let old =
        server.texts(&format!("SELECT old FROM history WHERE object = '{object}' AND version = 2 AND field = 'title'")).await;
    assert_eq!(serde_json::from_str::<Value>(&old[0]).unwrap(), before["facts"]["title"], "history keeps the value as JSON");
}

async fn a_patch_without_a_difference_leaves_no_trace(server: &TestServer) {
    let (path, before) = create(server).await;
    let same = json!({ "title": before["facts"]["title"], "labels": before["facts"]["labels"] });
    let after = server.desk().patch(&path, 1, &same).await.expect(200);
    assert_eq!(after["facts"], before["facts"]);
    assert_eq!(after["timeline"], before["timeline"]);
    server.desk().patch(&path, after["version"].as_i64().unwrap(), &json!({})).await.expect(200);
}

async fn a_version_is_needed_and_must_be_the_newest(server: &TestServer) {
    let (path, _) = create(server).await;
    let desk = server.desk();
    let patch = json!({ "title": "Te laat" });
    let bare = || desk.request(Method::PATCH, &path).header("idempotency-key", new_key().to_string()).json(&patch);
    Reply::of(bare()).await.problem(Code::VersionMissing);
    desk.patch(&path, 1, &json!({ "title": "Eerst" })).await.expect(200);
    for stale in ["\"1\"", "\"3\"", "\"0\"", "\"-1\"", "\"99999999999999999999\"", "nonsense", "\"\""] {
        let reply = Reply::of(bare().header(header::IF_MATCH, stale)).await;
        assert!(matches!(reply.status, 400 | 412), "{stale}: {} {}", reply.status, reply.text());
        if matches!(stale, "\"1\"" | "\"3\"") {
            assert_eq!(reply.problem(Code::StaleVersion)["currentVersion"], 2, "{stale}");
        }
    }
    assert_eq!(desk.get(&path).await.expect(200)["facts"]["title"], "Eerst");
}

async fn an_outcome_needs_a_closed_signal(server: &TestServer) {
    let (path, _) = create(server).await;
    let desk = server.desk();
    desk.patch(&path, 1, &json!({ "outcome": "deviation" })).await.problem(Code::NotInThisStatus);
    let closed = desk.patch(&path, 1, &json!({ "status": "closed", "outcome": "deviation" })).await.expect(200);
    assert_eq!((&closed["status"], &closed["outcome"]), (&"closed".into(), &"deviation".into()));
    let reopened = desk.patch(&path, 2, &json!({ "status": "in_progress" })).await.expect(200);
    assert_eq!(reopened["outcome"], Value::Null, "who opens it again takes the outcome away");
}

async fn a_refused_patch_changes_nothing(server: &TestServer) {
    let (path, before) = create(server).await;
    let desk = server.desk();
    for (patch, places) in [
        (json!({ "title": "Goed", "extra": 1, "links": 5 }), ["/extra", "/links"]),
        (
            json!({ "title": "Goed", "municipality": "9999", "bodies": [{ "organisation": "BESTAATNIET" }] }),
            ["/bodies/0/organisation", "/municipality"],
        ),
    ] {
        let reply = desk.patch(&path, 1, &patch).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), places);
    }
    assert_eq!(desk.get(&path).await.expect(200), before);
}
