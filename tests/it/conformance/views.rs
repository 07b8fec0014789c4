//! Saved views: made, changed, taken away, and who sees which.

use loket::{
    api::{IDEMPOTENCY_KEY, change::Entity, path, problem::Code, signal::Created},
    domain::{role::Role, view::SavedView},
};
use reqwest::{Method, header};
use serde_json::{Value, json};

use super::changes::changes;
use crate::support::{
    http::{Caller, Reply, new_key},
    samples::view,
    server::TestServer,
};

on_both_stores!(
    everything_sent_comes_back,
    what_is_wrong_is_named_and_no_word_of_a_case_is_kept,
    what_is_known_is_kept_in_a_filter,
    a_view_is_changed_in_the_version_that_was_seen,
    a_private_view_is_nobody_elses,
    the_feed_tells_each_what_it_may_see,
    the_same_key_makes_and_takes_away_once,
);

fn path_of(item: &Value) -> String {
    path::VIEW.replace("{id}", item["id"].as_str().unwrap())
}

async fn make(who: &Caller, name: &str, shared: bool) -> Value {
    let mut new = view(name);
    new["facts"]["shared"] = shared.into();
    who.post(path::VIEWS, &new).await.expect(201)["item"].clone()
}

async fn delete(who: &Caller, path: &str, version: i64, key: &str) -> Reply {
    let request = who.request(Method::DELETE, path).header(IDEMPOTENCY_KEY, key);
    Reply::of(request.header(header::IF_MATCH, format!("\"{version}\""))).await
}

fn names(feed: &super::changes::Feed) -> Vec<&str> {
    feed.views.iter().map(|view| view.facts.name.raw()).collect()
}

async fn listed(who: &Caller) -> Vec<String> {
    let page = who.get(path::VIEWS).await.expect(200);
    let mut names: Vec<String> =
        page["items"].as_array().unwrap().iter().map(|row| row["facts"]["name"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

async fn everything_sent_comes_back(server: &TestServer) {
    let desk = server.desk();
    let whole = json!({ "facts": { "name": "Ontruimingen", "shared": true, "base": "free", "filter": "urgency:crisis",
        "sort": "municipality", "descending": true, "columns": ["number", "title", "owner"] } });
    let reply = desk.post(path::VIEWS, &whole).await;
    assert_eq!(reply.expect(201)["item"]["facts"], whole["facts"]);
    let made: Created<SavedView> = reply.read();
    assert_eq!((made.item.version, made.item.changed_at, reply.header("etag")), (1, server.clock_now(), "\"1\""));
    assert_eq!(made.item.owner_name.raw(), desk.name);
    assert_eq!(desk.get(path::VIEWS).await.expect(200)["items"], json!([made.item]));
}

async fn what_is_wrong_is_named_and_no_word_of_a_case_is_kept(server: &TestServer) {
    let desk = server.desk();
    for (field, value, code) in [
        ("name", json!(" "), "required"),
        ("name", json!("x".repeat(61)), "too-long"),
        ("filter", json!("gemeente:utrecht mevrouw Hoekema"), "wrong-form"),
        ("filter", json!("toelichting:ontruiming"), "wrong-form"),
        ("filter", json!("gemeente:\"mevrouw Hoekema\""), "unknown-in-filter"),
        ("filter", json!("-instantie:uwv,hoekema"), "unknown-in-filter"),
        ("filter", json!("gemeente:breda eigenaar:hoekema"), "unknown-in-filter"),
        ("filter", json!("eigenaar:01890000-0000-7000-8000-000000000000"), "unknown-in-filter"),
        ("filter", json!("status:ontruiming"), "unknown-in-filter"),
        ("filter", json!("urgentie:hoekema"), "unknown-in-filter"),
        ("filter", json!("nummer:hoekema"), "unknown-in-filter"),
        ("filter", json!("termijn:<=hoekema"), "unknown-in-filter"),
        ("filter", json!("binnen:hoekema"), "unknown-in-filter"),
        ("base", json!("alles"), "unknown-value"),
        ("sort", json!("naam"), "unknown-value"),
    ] {
        let mut new = view("Goed");
        new["facts"][field] = value.clone();
        let reply = desk.post(path::VIEWS, &new).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_at(&format!("/facts/{field}")), code, "{field} {value}");
    }
    let mut case = view("Goed");
    case["facts"]["filter"] = json!("gemeente:breda -gemeente:hoekema");
    let fault = desk.post(path::VIEWS, &case).await.problem(Code::InvalidInput)["errors"][0]["detail"].to_string();
    assert!(fault.contains("2 (gemeente)") && !fault.contains("hoekema"), "which part, without what it says: {fault}");
    let mut twice = view("Goed");
    twice["facts"]["columns"] = json!(["title", "owner", "title"]);
    assert_eq!(desk.post(path::VIEWS, &twice).await.fault_at("/facts/columns/2"), "twice");
    let reply = desk.post(path::VIEWS, &view("123456782")).await;
    reply.problem(Code::BsnInText);
    assert!(listed(&desk).await.is_empty());
}

async fn what_is_known_is_kept_in_a_filter(server: &TestServer) {
    let desk = server.desk();
    let made = make(&desk, "Alles", false).await;
    let path = path_of(&made);
    let name = desk.name.to_lowercase();
    for (version, filter) in (1..).zip([
        "gemeente:\"Den Haag\",bred,0344 -municipality:sgravenhage",
        "instantie:uwv,\"sociale verzekeringsbank\" body:\"gemeente breda\"",
        "eigenaar:ik,vrij -owner:me",
        &format!("behandelaar:\"{name}\" eigenaar:{}", desk.account),
        "status:open,wacht -status:in_progress urgentie:hoog,!! urgency:low",
        "nummer:S-421,2026-12 termijn:<=vr,geen,verlopen binnen:>=2026-11-02 ontvangen:7d",
        "gemeente: status:\"\"",
    ]) {
        let after = desk.patch(&path, version, &json!({ "filter": filter })).await.expect(200);
        assert_eq!(after["facts"]["filter"], filter);
    }
    let reply = desk.patch(&path, 8, &json!({ "filter": "gemeente:hoekema" })).await;
    reply.problem(Code::InvalidInput);
    assert_eq!(reply.fault_at("/filter"), "unknown-in-filter");
}

async fn a_view_is_changed_in_the_version_that_was_seen(server: &TestServer) {
    let desk = server.desk();
    let made = make(&desk, "Mijn week", false).await;
    let path = path_of(&made);
    let after = desk.patch(&path, 1, &json!({ "name": "Mijn dag", "filter": null })).await.expect(200);
    assert_eq!(
        (&after["version"], &after["facts"]["name"], &after["facts"]["filter"]),
        (&2.into(), &"Mijn dag".into(), &"".into())
    );
    assert_eq!(after["facts"]["base"], made["facts"]["base"]);
    assert_eq!(desk.patch(&path, 1, &json!({ "name": "Te laat" })).await.problem(Code::StaleVersion)["currentVersion"], 2);
    delete(&desk, &path, 1, &new_key().to_string()).await.problem(Code::StaleVersion);
    assert_eq!(listed(&desk).await, ["Mijn dag"]);
    delete(&desk, &path, 2, &new_key().to_string()).await.expect(200);
    assert!(listed(&desk).await.is_empty());
    desk.patch(&path, 3, &json!({ "name": "Weg" })).await.problem(Code::NotFound);
    let bare = Reply::of(desk.request(Method::DELETE, &path).header(IDEMPOTENCY_KEY, new_key().to_string())).await;
    bare.problem(Code::VersionMissing);
}

async fn a_private_view_is_nobody_elses(server: &TestServer) {
    let (desk, near) = (server.desk(), server.colleague().await);
    let far = server.account(Role::Desk, "Elders", "SVB").await;
    let (own, shared) = (make(&desk, "Eigen", false).await, make(&desk, "Gedeeld", true).await);
    assert_eq!(listed(&near).await, ["Gedeeld"]);
    assert!(listed(&far).await.is_empty());
    for (who, item, code) in [
        (&near, &own, Code::NotFound),
        (&near, &shared, Code::NotAllowed),
        (&far, &own, Code::NotFound),
        (&far, &shared, Code::NotFound),
    ] {
        who.patch(&path_of(item), 1, &json!({ "name": "Gekaapt" })).await.problem(code);
        delete(who, &path_of(item), 1, &new_key().to_string()).await.problem(code);
    }
    assert_eq!(listed(&desk).await, ["Eigen", "Gedeeld"]);
}

async fn the_feed_tells_each_what_it_may_see(server: &TestServer) {
    let desk = server.desk();
    let colleague = server.colleague().await;
    let start = changes(&colleague, None).await.cursor;
    let mine = changes(&desk, None).await.cursor;
    let own = make(&desk, "Eigen", false).await;
    let shared = make(&desk, "Gedeeld", true).await;
    assert_eq!(names(&changes(&desk, Some(&mine)).await), ["Eigen", "Gedeeld"]);
    let near = changes(&colleague, Some(&start)).await;
    assert_eq!(names(&near), ["Gedeeld"]);
    assert!(near.gone.is_empty(), "of what was never shared nothing is told, not even an id");
    assert_eq!(names(&changes(&colleague, None).await), ["Gedeeld"]);
    desk.patch(&path_of(&shared), 1, &json!({ "shared": false })).await.expect(200);
    delete(&desk, &path_of(&own), 1, &new_key().to_string()).await.expect(200);
    let id = |item: &Value| (Entity::View, item["id"].as_str().unwrap().to_owned());
    let next = changes(&colleague, Some(&near.cursor)).await;
    assert_eq!((names(&next), next.gone.clone()), (vec![], vec![id(&shared)]));
    let next = changes(&desk, Some(&near.cursor)).await;
    assert_eq!((names(&next), next.gone.clone()), (vec!["Gedeeld"], vec![id(&own)]));
    let reader = changes(&server.role(Role::RegisterReader), None).await;
    assert!(reader.views.is_empty());
}

async fn the_same_key_makes_and_takes_away_once(server: &TestServer) {
    let desk = server.desk();
    let key = new_key().to_string();
    let ask = || desk.request(Method::POST, path::VIEWS).header(IDEMPOTENCY_KEY, key.as_str()).json(&view("Eén keer"));
    let first = Reply::of(ask()).await.expect(201)["item"].clone();
    assert_eq!(Reply::of(ask()).await.expect(201)["item"], first);
    assert_eq!(listed(&desk).await, ["Eén keer"]);
    let renaming = new_key().to_string();
    let rename = || {
        let request = desk.request(Method::PATCH, &path_of(&first)).header(IDEMPOTENCY_KEY, renaming.as_str());
        request.header(header::IF_MATCH, "\"1\"").json(&json!({ "name": "Nog een keer" }))
    };
    for _ in 0..2 {
        assert_eq!(Reply::of(rename()).await.expect(200)["version"], 2);
    }
    let again = new_key().to_string();
    for _ in 0..2 {
        delete(&desk, &path_of(&first), 2, &again).await.expect(200);
    }
    assert!(listed(&desk).await.is_empty());
    // What is gone is not said to be saved.
    Reply::of(ask()).await.problem(Code::Gone);
    Reply::of(rename()).await.problem(Code::Gone);
    assert!(listed(&desk).await.is_empty());
}
