//! Entries of the register: made, read, listed and changed.

use std::collections::BTreeSet;

use loket::{
    api::{problem::Code, signal::Created},
    domain::officer::Officer,
};
use serde_json::{Value, json};

use crate::support::{
    samples::{full_officer, officer},
    server::TestServer,
};

on_both_stores!(
    everything_sent_comes_back,
    a_name_or_title_and_a_phone_or_mail_are_needed,
    lists_have_pages_and_a_filter,
    a_patch_changes_what_it_names,
    unknown_entries_are_not_found,
);

async fn everything_sent_comes_back(server: &TestServer) {
    let desk = server.desk();
    let reply = desk.post("/v1/officers", &full_officer()).await;
    let answer = reply.expect(201);
    assert_eq!((&answer["created"], &answer["masked"]), (&true.into(), &0.into()));
    let made: Created<Officer> = reply.read();
    assert_eq!((made.item.version, made.item.changed_at), (1, server.clock_now()));
    assert_eq!(answer["item"]["facts"], full_officer()["facts"]);
    assert_eq!(answer["item"]["source"], full_officer()["source"]);
    let read = desk.get(&format!("/v1/officers/{}", made.item.id)).await;
    assert_eq!(read.read::<Officer>(), made.item);
    assert_eq!(read.header("etag"), "\"1\"");
}

async fn a_name_or_title_and_a_phone_or_mail_are_needed(server: &TestServer) {
    let desk = server.desk();
    let bare = |facts: Value| json!({ "facts": facts });
    let reply = desk.post("/v1/officers", &bare(json!({ "organisation": "UWV", "mandate": "geen" }))).await;
    reply.problem(Code::InvalidInput);
    assert_eq!(reply.fault_places(), ["/facts/name", "/facts/phone"]);
    let reply = desk.post("/v1/officers", &bare(json!({}))).await;
    for needed in ["/facts/mandate", "/facts/organisation"] {
        assert_eq!(reply.fault_at(needed), "required");
    }
    for enough in [json!({ "name": "J. Jansen", "phone": "020 555 0000" }), json!({ "title": "loket", "mail": "a@voorbeeld.nl" })]
    {
        let mut facts = enough;
        facts["organisation"] = "UWV".into();
        facts["mandate"] = "geen".into();
        desk.post("/v1/officers", &bare(facts)).await.expect(201);
    }
    let mut wrong = full_officer();
    wrong["facts"]["organisation"] = "ONBEKEND".into();
    wrong["facts"]["budgetEuros"] = (-5).into();
    wrong["facts"]["municipalities"] = json!(["0344", "9999"]);
    wrong["facts"]["validTo"] = "2020-01-01".into();
    let reply = desk.post("/v1/officers", &wrong).await;
    assert_eq!(reply.fault_places(), ["/facts/budgetEuros", "/facts/municipalities/1", "/facts/organisation", "/facts/validTo"]);
    let listed = desk.get("/v1/officers").await.expect(200)["items"].as_array().unwrap().len();
    assert_eq!(listed, 2, "only the two good ones");
}

async fn lists_have_pages_and_a_filter(server: &TestServer) {
    let desk = server.desk();
    for i in 0..7 {
        let code = ["UWV", "GM0344", "SVB"][i % 3];
        desk.post("/v1/officers", &officer(code, &format!("Persoon {i}"))).await.expect(201);
    }
    let names = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|row| row["facts"]["name"].as_str().unwrap().to_owned()).collect()
    };
    let whole = names(&desk.get("/v1/officers?limit=200").await.expect(200));
    assert_eq!(whole.len(), 7);
    for limit in [1, 2, 3, 6, 7, 8] {
        let (mut seen, mut after) = (vec![], String::new());
        loop {
            let page = desk.get(&format!("/v1/officers?limit={limit}{after}")).await.expect(200);
            seen.extend(names(&page));
            assert!(seen.len() <= 7, "limit {limit}: {seen:?}");
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!(seen, whole, "limit {limit}");
    }
    let some: BTreeSet<_> = names(&desk.get("/v1/officers?organisation=UWV,SVB").await.expect(200)).into_iter().collect();
    assert_eq!(some.into_iter().collect::<Vec<_>>(), ["Persoon 0", "Persoon 2", "Persoon 3", "Persoon 5", "Persoon 6"]);
    for (query, at) in [("limit=0", "limit"), ("limit=201", "limit"), ("after=x", "after"), ("sort=name", "sort")] {
        let reply = desk.get(&format!("/v1/officers?{query}")).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), [at]);
    }
}

async fn a_patch_changes_what_it_names(server: &TestServer) {
    let desk = server.desk();
    let made = desk.post("/v1/officers", &full_officer()).await.expect(201)["item"].clone();
    let path = format!("/v1/officers/{}", made["id"].as_str().unwrap());
    server.advance(chrono::TimeDelta::hours(1));
    let patch = json!({ "phone": "+31 30 555 0001", "verifiedOn": "2026-11-16", "absentUntil": null, "deputy": null, "domains": ["justitie"] });
    let reply = desk.patch(&path, 1, &patch).await;
    let after = reply.expect(200);
    let mut facts = made["facts"].clone();
    for (field, value) in [
        ("phone", "+31 30 555 0001".into()),
        ("verifiedOn", "2026-11-16".into()),
        ("absentFrom", Value::Null),
        ("absentUntil", Value::Null),
        ("deputy", "".into()),
    ] {
        facts[field] = value;
    }
    facts["domains"] = json!(["justitie"]);
    assert_eq!(after["facts"], facts);
    assert_eq!((&after["version"], reply.header("etag")), (&2.into(), "\"2\""));
    assert_eq!(after["changedAt"], json!(server.clock_now()));
    assert_eq!(desk.patch(&path, 1, &json!({ "name": "X" })).await.problem(Code::StaleVersion)["currentVersion"], 2);
    for (patch, at) in [
        (json!({ "phone": "", "mail": " " }), "/phone"),
        (json!({ "mandate": "alles" }), "/mandate"),
        (json!({ "mandate": null }), "/mandate"),
        (json!({ "organisation": "SVB" }), "/organisation"),
    ] {
        let reply = desk.patch(&path, 2, &patch).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), [at], "{patch}");
    }
    assert_eq!(desk.get(&path).await.expect(200), after);
}

async fn unknown_entries_are_not_found(server: &TestServer) {
    for unknown in ["018f0000-0000-7000-8000-000000000000", "nonsense", "R-1"] {
        server.desk().get(&format!("/v1/officers/{unknown}")).await.problem(Code::NotFound);
        server.desk().patch(&format!("/v1/officers/{unknown}"), 1, &json!({ "name": "X" })).await.problem(Code::NotFound);
    }
}
