//! The register: made, changed, read, listed, searched.

use loket::domain::role::Role;
use serde_json::{Value, json};

use crate::support::server::{Reply, Running};

on_both_stores!(
    an_entry_is_made_read_and_changed,
    the_same_entry_twice_changes_nothing,
    a_search_ranks_whole_words_of_the_name_first,
    the_register_is_paged,
    an_editor_keeps_to_the_own_organisation,
);

fn entry(organisation: &str, name: &str) -> Value {
    json!({ "facts": {
        "organisation": organisation, "title": "maatwerkfunctionaris", "name": name, "phone": "+31 20 555 4657",
        "mail": "maatwerk@voorbeeld.nl", "mandate": "beslissen", "domains": ["schulden & beslag"],
    } })
}

async fn an_entry_is_made_read_and_changed(server: &Running) {
    let desk = server.desk().await;
    let made = desk.post("/v1/officers", entry("GM0014", "G. Özdemir")).await.is(201);
    let id = made.body["item"]["id"].as_str().expect("an id").to_owned();
    let path = format!("/v1/officers/{id}");
    assert_eq!(desk.get(&path).await.is(200).body, made.body["item"]);
    let patch = json!({ "verifiedOn": "2026-11-23", "budgetEuros": 5000, "deputy": "E. Smits", "domains": null });
    let after = desk.patch(&path, 1, patch).await.is(200);
    assert_eq!((&after.body["version"], after.header("etag")), (&json!(2), "\"2\""));
    assert_eq!(after.body["facts"]["domains"], json!([]));
    assert_eq!(after.body["facts"]["name"], json!("G. Özdemir"));
    let cleared = desk.patch(&path, 2, json!({ "verifiedOn": null, "budgetEuros": null })).await.is(200);
    assert_eq!((&cleared.body["facts"]["verifiedOn"], &cleared.body["facts"]["budgetEuros"]), (&Value::Null, &Value::Null));
    assert_eq!(desk.patch(&path, 2, json!({ "name": "X" })).await.is(412).body["currentVersion"], json!(3));
    assert_eq!(desk.patch(&path, 3, json!({ "mandate": null })).await.is(400).faults(), [("/mandate".into(), "required".into())]);
    assert_eq!(desk.patch(&path, 3, json!({ "name": "bsn 999990019" })).await.is(400).code(), "bsn-in-text");
    let wrong =
        json!({ "facts": { "organisation": "XYZ", "mandate": "alles", "municipalities": ["9999", "80"], "validFrom": "x" } });
    let faults = desk.post("/v1/officers", wrong).await.is(400).faults();
    let at: Vec<_> = faults.iter().map(|(at, code)| (at.as_str(), code.as_str())).collect();
    assert_eq!(
        at,
        [("/facts/mandate", "unknown-value"), ("/facts/municipalities/1", "wrong-form"), ("/facts/validFrom", "not-a-date")]
    );
    let wrong = json!({ "facts": { "organisation": "XYZ", "mandate": "geen", "municipalities": ["9999"] } });
    let at: Vec<_> = desk.post("/v1/officers", wrong).await.is(400).faults().into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, ["/facts/municipalities/0", "/facts/name", "/facts/organisation", "/facts/phone"]);
    for id in ["0", "x", "019ac9e0-0000-7000-8000-000000000000", "%00", "%ff", "..%2f"] {
        desk.get(&format!("/v1/officers/{id}")).await.is(404);
    }
}

async fn the_same_entry_twice_changes_nothing(server: &Running) {
    let desk = server.desk().await;
    let mut sent = entry("GM0080", "J. Wijngaarden");
    sent["source"] = json!({ "system": "content", "reference": "abc" });
    let made = desk.post("/v1/officers", sent.clone()).await.is(201);
    let again = desk.post("/v1/officers", sent.clone()).await.is(200);
    assert_eq!((&again.body["created"], &again.body["item"]), (&json!(false), &made.body["item"]));
    sent["facts"]["phone"] = json!("0");
    let refused = desk.post("/v1/officers", sent).await.is(409);
    assert_eq!(refused.faults(), [("/facts/phone".into(), "differs".into())]);
    assert_eq!(refused.body["existing"], made.body["item"]["id"]);
}

async fn a_search_ranks_whole_words_of_the_name_first(server: &Running) {
    let desk = server.desk().await;
    for (organisation, name) in [
        ("GM0014", "P. Bakker"),
        ("GM0344", "D. Jansens"),
        ("UWV", "B. Jansen"),
        ("GM0246", "E. Łukaszewski"),
        ("SVB", "Y. Yıldız"),
    ] {
        desk.post("/v1/officers", entry(organisation, name)).await.is(201);
    }
    let names = |reply: &Reply| -> Vec<String> {
        let items = reply.body["items"].as_array().cloned().unwrap_or_default();
        items.iter().map(|item| item["officer"]["facts"]["name"].as_str().unwrap_or_default().to_owned()).collect()
    };
    for (query, expected) in [
        ("jansen", vec!["B. Jansen", "D. Jansens"]),
        ("lukaszewski", vec!["E. Łukaszewski"]),
        ("YILDIZ svb", vec!["Y. Yıldız"]),
        ("groningen", vec!["P. Bakker"]),
        ("beslag utrecht", vec!["D. Jansens"]),
        ("sociale verzekeringsbank", vec!["Y. Yıldız"]),
        ("heerde", vec!["E. Łukaszewski"]),
        ("wapenveld", vec!["E. Łukaszewski"]),
        ("zzz", vec![]),
        ("%", vec![]),
        ("\\", vec![]),
        ("", vec![]),
    ] {
        let reply = desk.post("/v1/officers/_search", json!({ "query": query })).await.is(200);
        assert_eq!(names(&reply), expected, "{query}");
    }
    let ranks = desk.post("/v1/officers/_search", json!({ "query": "jansen", "limit": 2 })).await.is(200);
    assert!(ranks.body["items"][0]["rank"].as_i64() > ranks.body["items"][1]["rank"].as_i64());
    desk.post("/v1/officers/_search", json!({ "query": "x", "limit": 0 })).await.is(400);
}

async fn the_register_is_paged(server: &Running) {
    let desk = server.desk().await;
    for n in 0..5 {
        desk.post("/v1/officers", entry(if n % 2 == 0 { "UWV" } else { "SVB" }, &format!("N. Naam{n}"))).await.is(201);
    }
    let (mut seen, mut after) = (vec![], String::new());
    loop {
        let page = desk.get(&format!("/v1/officers?limit=2{after}")).await.is(200);
        seen.extend(page.body["items"].as_array().expect("items").iter().map(|item| item["facts"]["organisation"].clone()));
        let Some(next) = page.body["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen, ["SVB", "SVB", "UWV", "UWV", "UWV"]);
    let only = desk.get("/v1/officers?organisation=SVB,%20DUO").await.is(200);
    assert_eq!(only.body["items"].as_array().map(Vec::len), Some(2));
    let at = desk.get("/v1/officers?limit=x&after=%00&naam=1").await.is(400).faults();
    assert_eq!(at.into_iter().map(|(at, _)| at).collect::<Vec<_>>(), ["limit", "naam"]);
    desk.get("/v1/officers?after=AAAA").await.is(400);
}

async fn an_editor_keeps_to_the_own_organisation(server: &Running) {
    let (desk, editor) = (server.desk().await, server.account(Role::RegisterEditor, "U. Wolters", "UWV").await);
    let other = desk.post("/v1/officers", entry("SVB", "S. Bos")).await.is(201);
    let other = other.body["item"]["id"].as_str().expect("an id");
    editor.post("/v1/officers", entry("SVB", "X. Vreemd")).await.is(403);
    assert_eq!(editor.patch(&format!("/v1/officers/{other}"), 1, json!({ "name": "X" })).await.is(403).code(), "not-allowed");
    let own = editor.post("/v1/officers", entry("UWV", "O. Eigen")).await.is(201);
    let own = own.body["item"]["id"].as_str().expect("an id");
    editor.patch(&format!("/v1/officers/{own}"), 1, json!({ "name": "O. Anders" })).await.is(200);
    let list = editor.get("/v1/officers?organisation=SVB").await.is(200);
    let organisations: Vec<_> =
        list.body["items"].as_array().expect("items").iter().map(|i| &i["facts"]["organisation"]).collect();
    assert_eq!(organisations, ["UWV"], "the list is that of the own organisation, whatever is asked");
    editor.get(&format!("/v1/officers/{other}")).await.is(200);
}
