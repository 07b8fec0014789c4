//! Deliveries over the API: what is shown is what is applied; who may; and municipalities that go on in another one.

use loket::{
    api::{path, problem::Code},
    domain::role::Role,
};
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, new_key},
    samples::officer,
    server::TestServer,
};

on_both_stores!(
    what_changed_since_is_shown_anew_before_it_is_applied,
    an_editor_delivers_the_own_organisation_only,
    the_same_key_makes_and_applies_once,
    an_organisation_may_be_kept,
    municipalities_merge_with_their_history,
    one_that_came_after_is_undone_first_and_then_all_is_as_before,
);

fn row(line: u64, organisation: &str, name: &str, phone: &str) -> Value {
    let mut facts = officer(organisation, name)["facts"].clone();
    facts["phone"] = phone.into();
    json!({ "line": line, "facts": facts })
}

async fn made(server: &TestServer, organisation: &str, name: &str) -> Value {
    server.desk().post(path::OFFICERS, &officer(organisation, name)).await.expect(201)["item"].clone()
}

fn verb(delivery: &Value, verb: &str) -> String {
    format!("/v1/deliveries/{}{verb}", delivery["number"])
}

async fn card(desk: &Caller, item: &Value) -> Value {
    desk.get(&format!("/v1/officers/{}", item["id"].as_str().unwrap())).await.expect(200)
}

/// A delivery in the state that a route needs: its number and version.
pub(super) async fn for_route(desk: &Caller, path: &str) -> (String, i64) {
    let made = desk.post(path::DELIVERIES, &json!({ "rows": [row(2, "GM0344", "Nieuw", "+31 30 555 0001")] })).await.expect(201);
    let applied = path == path::DELIVERY_UNDO;
    if applied {
        desk.act(&verb(&made, "/_apply"), 1, &json!({})).await.expect(200);
    }
    (made["number"].to_string(), if applied { 2 } else { 1 })
}

async fn what_changed_since_is_shown_anew_before_it_is_applied(server: &TestServer) {
    let desk = server.desk();
    let item = made(server, "UWV", "A. Bergen").await;
    let body = json!({ "rows": [row(2, "UWV", "A. Bergen", "+31 20 555 0001"), row(3, "UWV", "B. Nieuw", "+31 20 555 0002")] });
    let delivery = desk.post(path::DELIVERIES, &body).await.expect(201);
    assert_eq!((&delivery["counts"]["new"], &delivery["counts"]["changed"]), (&1.into(), &1.into()));
    let other = json!({ "phone": "+31 20 555 0077" });
    desk.patch(&format!("/v1/officers/{}", item["id"].as_str().unwrap()), 1, &other).await.expect(200);
    let refused = desk.act(&verb(&delivery, "/_apply"), 1, &json!({})).await;
    let problem = refused.problem(Code::NotPossibleNow);
    assert_eq!(problem["errors"][0]["code"], "delivery-changed");
    assert!(problem["errors"][0]["detail"].as_str().unwrap().contains("A. Bergen"), "it tells what: {problem}");
    assert_eq!(card(&desk, &item).await["facts"]["phone"], "+31 20 555 0077", "nothing was applied");
    assert_eq!(server.number("SELECT COUNT(*) FROM officers").await, 1);
    // What it would do now is kept, in a version of its own; who has not seen that applies nothing.
    desk.act(&verb(&delivery, "/_apply"), 1, &json!({})).await.problem(Code::StaleVersion);
    let lines = desk.get(&verb(&delivery, "/lines?only=changed")).await.expect(200);
    assert_eq!(lines["items"][0]["changes"][0]["before"], "+31 20 555 0077");
    let applied = desk.act(&verb(&delivery, "/_apply"), 2, &json!({})).await.expect(200);
    assert_eq!(applied["state"], "applied");
    assert_eq!(card(&desk, &item).await["facts"]["phone"], "+31 20 555 0001");
    let history = desk.get(&format!("/v1/officers/{}/history", item["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(history["items"][0]["changes"][0]["field"], "phone");
    desk.act(&verb(&delivery, "/_reject"), 3, &json!({})).await.problem(Code::NotPossibleNow);
}

async fn an_editor_delivers_the_own_organisation_only(server: &TestServer) {
    let (desk, editor) = (server.desk(), server.role(Role::RegisterEditor));
    let other = made(server, "UWV", "A. Bergen").await;
    made(server, "GM0344", "Weg").await;
    let rows = json!([row(2, "GM0344", "S. de Boer", "+31 30 555 0001"), row(3, "UWV", "A. Bergen", "+31 30 555 0002")]);
    editor.post(path::DELIVERIES, &json!({ "rows": rows, "full": ["UWV"] })).await.problem(Code::NotAllowed);
    let delivery = editor.post(path::DELIVERIES, &json!({ "rows": rows, "fullAll": true })).await.expect(201);
    assert_eq!(delivery["counts"], json!({ "new": 1, "changed": 0, "gone": 1, "unchanged": 0, "errors": 1 }));
    let wrong = editor.get(&verb(&delivery, "/lines?only=errors")).await.expect(200);
    assert_eq!(wrong["items"][0]["fault"]["code"], "not-yours");
    // What the desk sends about another organisation is not the editor's to see.
    let of_desk = desk.post(path::DELIVERIES, &json!({ "rows": [row(2, "UWV", "X", "+31 30 555 0003")] })).await.expect(201);
    editor.get(&verb(&of_desk, "")).await.problem(Code::NotFound);
    editor.act(&verb(&of_desk, "/_apply"), 1, &json!({})).await.problem(Code::NotFound);
    editor
        .post(path::DELIVERIES_MERGER, &json!({ "from": ["0501"], "into": "0344", "on": "2026-01-01" }))
        .await
        .problem(Code::NotAllowed);
    // The desk applies it: the line of another organisation stays an error.
    desk.act(&verb(&delivery, "/_apply"), 1, &json!({})).await.expect(200);
    assert_eq!(card(&desk, &other).await["version"], 1);
    let listed = editor.get(path::DELIVERIES).await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    for role in [Role::RegisterReader, Role::LetSecretary] {
        server.role(role).post(path::DELIVERIES, &json!({ "rows": rows })).await.problem(Code::NotAllowed);
    }
}

async fn the_same_key_makes_and_applies_once(server: &TestServer) {
    let desk = server.desk();
    let body = json!({ "name": "nachtelijk", "rows": [row(2, "UWV", "A. Bergen", "+31 20 555 0001")] });
    let key = new_key();
    let first = desk.post_with(key, path::DELIVERIES, &body).await.expect(201);
    let again = desk.post_with(key, path::DELIVERIES, &body).await;
    assert_eq!(again.ok()["number"], first["number"]);
    assert_eq!(server.number("SELECT COUNT(*) FROM deliveries").await, 1);
    desk.act(&verb(&first, "/_apply"), 1, &json!({})).await.expect(200);
    // The same file the next night changes nothing.
    let next = desk.post(path::DELIVERIES, &body).await.expect(201);
    assert_eq!(next["counts"], json!({ "new": 0, "changed": 0, "gone": 0, "unchanged": 1, "errors": 0 }));
    let unknown = json!({ "fields": ["telefoon"], "full": ["GM9999"] });
    let reply = desk.post(path::DELIVERIES, &unknown).await;
    reply.problem(Code::InvalidInput);
    assert_eq!(reply.fault_places(), ["/fields/0", "/full/0"]);
}

async fn an_organisation_may_be_kept(server: &TestServer) {
    let desk = server.desk();
    let (kept, ends) = (made(server, "UWV", "A. Bergen").await, made(server, "SVB", "C. Smit").await);
    let delivery = desk.post(path::DELIVERIES, &json!({ "full": ["UWV", "SVB"] })).await.expect(201);
    assert_eq!(delivery["vanished"].as_array().unwrap().len(), 2);
    let half = json!({ "vanished": ["SVB"] });
    let refused = desk.act(&verb(&delivery, "/_apply"), 1, &half).await.problem(Code::NotPossibleNow);
    assert!(refused["errors"][0]["detail"].as_str().unwrap().contains("UWV"), "{refused}");
    let both = json!({ "vanished": ["SVB"], "keep": ["UWV"] });
    let applied = desk.act(&verb(&delivery, "/_apply"), 1, &both).await.expect(200);
    assert_eq!(applied["kept"], json!(["UWV"]));
    assert_eq!(card(&desk, &kept).await["facts"]["validTo"], Value::Null);
    assert!(card(&desk, &ends).await["facts"]["validTo"].is_string());
    // Who ended comes back with the next delivery.
    let back = desk.post(path::DELIVERIES, &json!({ "rows": [row(2, "SVB", "C. Smit", "+31 20 555 4657")] })).await.expect(201);
    assert_eq!(back["counts"]["changed"], 1);
    desk.act(&verb(&back, "/_apply"), 1, &json!({})).await.expect(200);
    assert_eq!(card(&desk, &ends).await["facts"]["validTo"], Value::Null);
}

async fn municipalities_merge_with_their_history(server: &TestServer) {
    let desk = server.desk();
    let item = made(server, "GM0344", "S. de Boer").await;
    let id = item["id"].as_str().unwrap().to_owned();
    desk.act(&format!("/v1/officers/{id}/_confirm"), 1, &json!({})).await.expect(200);
    let confirmed = card(&desk, &item).await;
    let day = |days: i64| (server.clock_now() + chrono::TimeDelta::days(days)).date_naive().to_string();
    let early = json!({ "from": ["0344"], "into": "0363", "on": day(30) });
    let early = desk.post(path::DELIVERIES_MERGER, &early).await.expect(201);
    let refused = desk.act(&verb(&early, "/_apply"), 1, &json!({})).await.problem(Code::NotPossibleNow);
    assert_eq!(refused["errors"][0]["code"], "delivery-too-early");
    let merger = json!({ "from": ["0344"], "into": "0363", "on": day(0) });
    let merger = desk.post(path::DELIVERIES_MERGER, &merger).await.expect(201);
    assert_eq!(merger["counts"]["changed"], 1);
    desk.act(&verb(&merger, "/_apply"), 1, &json!({})).await.expect(200);
    let moved = card(&desk, &item).await;
    assert_eq!((&moved["facts"]["organisation"], &moved["verdict"]), (&"GM0363".into(), &confirmed["verdict"]));
    assert_eq!(moved["facts"]["verifiedOn"], confirmed["facts"]["verifiedOn"]);
    let listed = desk.get("/v1/officers?organisation=GM0363").await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    let history = desk.get(&format!("/v1/officers/{id}/history")).await.expect(200);
    assert_eq!(history["items"].as_array().unwrap().len(), 3, "made, confirmed, moved");
    desk.act(&verb(&merger, "/_undo"), 2, &json!({})).await.expect(200);
    assert_eq!(card(&desk, &item).await["facts"]["organisation"], "GM0344");
    assert_eq!(desk.get("/v1/officers?organisation=GM0363").await.expect(200)["items"], json!([]));
}

async fn one_that_came_after_is_undone_first_and_then_all_is_as_before(server: &TestServer) {
    let desk = server.desk();
    let item = made(server, "UWV", "A. Bergen").await;
    let before = card(&desk, &item).await["facts"].clone();
    let mut deliveries = vec![];
    for phone in ["+31 20 555 0001", "+31 20 555 0002"] {
        let body = json!({ "rows": [row(2, "UWV", "A. Bergen", phone)] });
        let delivery = desk.post(path::DELIVERIES, &body).await.expect(201);
        deliveries.push(desk.act(&verb(&delivery, "/_apply"), 1, &json!({})).await.expect(200));
    }
    let [first, second] = &deliveries[..] else { panic!("two") };
    let refused = desk.act(&verb(first, "/_undo"), 2, &json!({})).await;
    let problem = refused.problem(Code::NotPossibleNow);
    assert_eq!(problem["errors"][0]["code"], "delivery-later");
    assert!(problem["errors"][0]["detail"].as_str().unwrap().contains(&second["number"].to_string()), "{problem}");
    assert_eq!(card(&desk, &item).await["facts"]["phone"], "+31 20 555 0002", "nothing was undone");
    for (delivery, phone) in [(second, "+31 20 555 0001".into()), (first, before["phone"].clone())] {
        let undone = desk.act(&verb(delivery, "/_undo"), 2, &json!({})).await.expect(200);
        assert_eq!((&undone["undone"], &undone["conflicts"]), (&json!(1), &json!([])));
        assert_eq!(card(&desk, &item).await["facts"]["phone"], phone);
    }
    assert_eq!(card(&desk, &item).await["facts"], before);
}
