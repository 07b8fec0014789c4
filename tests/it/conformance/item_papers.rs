//! Papers of items: every change is a version that stays, the fixed agenda holds the one that was there, and late is late.

use chrono::TimeDelta;
use loket::{api::problem::Code, domain::role::Role};
use serde_json::{Value, json};

use super::{
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{
    samples::{item_paper, signal},
    server::TestServer,
};

on_both_stores!(every_version_stays, what_is_wrong_with_a_paper_is_named, a_paper_goes_with_the_version_that_was_fixed);

async fn every_version_stays(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let papers = format!("/v1/agenda-items/{}/papers", id(&item["item"]));
    let text = "# kop\n<script>x</script>\r\nBEGIN:VEVENT\r\n=SUM(A1)\u{1b}[2J | é \u{202e}";
    let mut new = item_paper("Brief");
    new["facts"]["text"] = text.into();
    let put = desk.post(&papers, &new).await.expect(201);
    assert_eq!(
        (put["item"]["version"].clone(), put["papers"][0]["version"].clone()),
        (item["item"]["version"].clone(), json!(1))
    );
    let path = format!("/v1/item-papers/{}", id(&put["papers"][0]));

    // Two days before the meeting is the last day; the next version comes a day later, by somebody else.
    server.advance(TimeDelta::days(9));
    let colleague = server.colleague().await;
    let changed = colleague.patch(&path, 1, &json!({ "text": "Anders.", "on": null })).await.expect(200);
    assert_eq!((&changed["papers"][0]["version"], changed["papers"].as_array().unwrap().len()), (&json!(2), 1));
    desk.patch(&path, 1, &json!({ "text": "Weer anders." })).await.problem(Code::StaleVersion);
    assert_eq!(colleague.patch(&path, 2, &json!({ "text": "Anders." })).await.expect(200)["papers"][0]["version"], 2, "the same");
    let gone = desk.patch(&path, 2, &json!({ "withdrawn": true })).await.expect(200);
    assert_eq!(gone["papers"][0]["withdrawn"], true);

    let now = desk.get(&path).await.expect(200);
    let versions: Vec<(i64, bool, bool)> = now["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["version"].as_i64().unwrap(), one["late"].as_bool().unwrap(), one["withdrawn"].as_bool().unwrap()))
        .collect();
    assert_eq!(versions, [(1, false, false), (2, true, false), (3, true, true)]);
    assert_ne!(now["versions"][0]["recordedByName"], now["versions"][1]["recordedByName"]);
    let first = desk.get(&format!("{path}?version=1")).await.expect(200);
    assert_eq!((&first["item"]["facts"]["text"], &first["item"]["facts"]["on"]), (&text.into(), &"2026-11-10".into()));
    assert_eq!(desk.get(&format!("{path}?version=2")).await.expect(200)["item"]["facts"]["on"], Value::Null);
    desk.get(&format!("{path}?version=9")).await.problem(Code::NotFound);
    desk.get("/v1/item-papers/018f0000-0000-7000-8000-000000000000").await.problem(Code::NotFound);
    assert_eq!(server.number("SELECT COUNT(*) FROM agenda_part_versions").await, 3);
    for verb in ["item-paper.create", "item-paper.amend", "item-paper.read"] {
        assert!(server.execute(&format!("UPDATE audit SET verb = verb WHERE verb = '{verb}'")).await > 0, "{verb}");
    }
    server.role(Role::Body).get(&path).await.problem(Code::NotAllowed);

    // With a candidate, too; then nobody can say whether it is late.
    let case = desk.post("/v1/signals", &signal("Beslag")).await.expect(201)["item"].clone();
    let candidate = desk.post("/v1/agenda-candidates", &json!({ "signal": id(&case) })).await.expect(201);
    let put = desk.post(&format!("/v1/agenda-items/{}/papers", id(&candidate["item"])), &item_paper("Brief")).await.expect(201);
    let read = desk.get(&format!("/v1/item-papers/{}", id(&put["papers"][0]))).await.expect(200);
    assert_eq!(read["versions"][0]["late"], Value::Null);
}

async fn what_is_wrong_with_a_paper_is_named(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let papers = format!("/v1/agenda-items/{}/papers", id(&item["item"]));
    let with = |field: &str, value: Value| {
        let mut new = item_paper("Brief");
        new["facts"][field] = value;
        new
    };
    for (field, value, place, code) in [
        ("title", json!(" "), "/facts/title", "required"),
        ("text", json!(""), "/facts/text", "required"),
        ("address", json!("http://x.nl"), "/facts/address", "not-https"),
        ("address", json!("javascript:alert(1)"), "/facts/address", "not-https"),
        ("bodies", json!(["NIEMAND"]), "/facts/bodies/0", "unknown-value"),
        ("text", json!("x".repeat(100_001)), "/facts/text", "too-long"),
    ] {
        assert_eq!(desk.post(&papers, &with(field, value)).await.fault_at(place), code);
    }
    desk.post(&papers, &with("text", json!("bsn 999990019"))).await.problem(Code::BsnInText);
    let put = desk.post(&papers, &with("address", json!("https://stukken.voorbeeld.nl/3?x=1"))).await.expect(201);
    let path = format!("/v1/item-papers/{}", id(&put["papers"][0]));
    assert_eq!(desk.patch(&path, 1, &json!({ "address": "ftp://x" })).await.fault_at("/address"), "not-https");
}

async fn a_paper_goes_with_the_version_that_was_fixed(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}");
    let item = ready_item(&desk, &meeting).await;
    let papers = format!("/v1/agenda-items/{}/papers", id(&item["item"]));
    let put = desk.post(&papers, &item_paper("Brief")).await.expect(201);
    let paper = format!("/v1/item-papers/{}", id(&put["papers"][0]));
    fixed(&desk, &meeting).await;
    desk.patch(&paper, 1, &json!({ "text": "Anders." })).await.expect(200);
    let changed = desk.get(&path).await.expect(200);
    let change = &changed["changes"]["changed"][0];
    assert_eq!((changed["changedSinceFixed"].clone(), &change["fields"]), (json!(true), &json!(["papers"])));
    assert_eq!(change["papers"], json!([{ "paper": id(&put["papers"][0]), "title": "Brief", "from": 1, "to": 2 }]));
    let now = fixed(&desk, &meeting).await;
    for (at, text) in [(0, "Wat erin staat."), (1, "Anders.")] {
        let edition = desk.get(&format!("/v1/editions/{}", id(&now["editions"][at]))).await.expect(200);
        let items = edition["item"]["content"]["items"].as_array().unwrap().clone();
        let held: Vec<&Value> = items.iter().flat_map(|one| one["papers"].as_array().unwrap()).collect();
        assert_eq!((held.len(), &held[0]["facts"]["text"]), (1, &json!(text)));
    }
    let body = json!({ "number": now["item"]["number"] });
    let version = now["item"]["version"].as_i64().unwrap();
    let proposed = desk.act(&format!("{path}/_publish"), version, &body).await.expect(200);
    let shown: Value = serde_json::from_str(proposed["confirmation"]["shown"].as_str().unwrap()).unwrap();
    assert_eq!(shown["recipients"][0]["items"][0]["papers"][0]["version"], 2, "the second person sees which");
    let item_file = desk.get(&format!("{path}/papers?paper=item&item={}&for=UWV&format=txt", id(&item["item"]))).await.text();
    assert!(item_file.contains("Anders.") && item_file.contains("versie 2"), "{item_file}");

    // Once it was held, its papers stay as they are.
    let hash = json!({ "hash": proposed["confirmation"]["hash"] });
    let confirm = format!("/v1/confirmations/{}/_confirm", id(&proposed["confirmation"]));
    server.colleague().await.post(&confirm, &hash).await.expect(200);
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    let sent = desk.get(&path).await.expect(200)["item"]["version"].as_i64().unwrap();
    desk.act(&format!("{path}/_hold"), sent, &json!({})).await.expect(200);
    assert_eq!(desk.patch(&paper, 2, &json!({ "text": "Te laat." })).await.fault_at(""), "meeting-over");
    assert_eq!(desk.post(&papers, &item_paper("Nog een")).await.fault_at(""), "meeting-over");
    assert_eq!(server.number("SELECT COUNT(*) FROM agenda_part_versions").await, 2, "nothing half done is kept");
}
