//! Whatever is said about meetings, items and series, the answer is never a 5xx, and every paper of what came of it can be made.

use proptest::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    fuzz::{Spoil, judge, run, send, spoil, spoilt, weird},
    meetings::{made, ready_item},
    time_outs::id,
};
use crate::support::{
    samples::{agenda_item, invitation, item_paper, meeting, series},
    server::TestServer,
};

on_both_stores!(
    nothing_said_about_meetings_breaks_the_server,
    what_is_far_away_is_planned_or_refused,
    numbers_that_are_used_up_are_said
);

async fn nothing_said_about_meetings_breaks_the_server(server: &TestServer) {
    let desk = server.desk();
    let (first, second) = (made(&desk).await, made(&desk).await);
    let (first, second) = (id(&first["item"]), id(&second["item"]));
    let item = ready_item(&desk, first).await;
    let part = id(&item["invitations"][0]).to_owned();
    let item = format!("/v1/agenda-items/{}", id(&item["item"]));
    let paper = desk.post(&format!("{item}/papers"), &item_paper("Brief")).await.expect(201);
    let row = desk.post("/v1/meeting-series", &series()).await.expect(201);
    let row = format!("/v1/meeting-series/{}", id(&row["item"]));
    let signal = id(&server.signal("Ontruiming").await).to_owned();
    let decision = json!({ "facts": { "text": "uitstel", "bodies": ["UWV"], "legalRoom": "" } });
    let facts = |new: Value| new["facts"].clone();
    let mut numbered = meeting();
    numbered["number"] = "LET-60".into();
    let targets = [
        (Method::POST, "/v1/meetings".to_owned(), numbered),
        (Method::PATCH, format!("/v1/meetings/{first}"), facts(meeting())),
        (Method::POST, format!("/v1/meetings/{first}/items"), json!({ "facts": { "title": "Punt", "minutes": 5, "slot": 1 } })),
        (Method::POST, "/v1/agenda-candidates".into(), json!({ "signal": signal, "facts": agenda_item(), "reason": "x" })),
        (Method::PATCH, item.clone(), agenda_item()),
        (Method::POST, format!("{item}/_move"), json!({ "meeting": second, "first": true })),
        (Method::POST, format!("{item}/invitations"), invitation("SVB", "B. Jansen")),
        (Method::POST, format!("{item}/papers"), item_paper("Besluit")),
        (Method::POST, format!("{item}/decisions"), decision),
        (Method::PATCH, format!("/v1/item-papers/{}", id(&paper["papers"][0])), facts(item_paper("Brief"))),
        (Method::POST, "/v1/meeting-series".into(), series()),
        (Method::PATCH, row.clone(), facts(series())),
    ];
    let cases = (0..targets.len(), prop::collection::vec(spoil(), 1..4));
    run("bodies about meetings", cases, async |(at, changes): (usize, Vec<Spoil>)| {
        let (method, path, good) = &targets[at];
        let body = spoilt(good.clone(), &changes);
        judge(&send(&desk, method, path, &body).await, &body);
    });
    let acts = ["_fix", "_hold", "_cancel", "_publish", "_reinstate"];
    run("verbs on meetings", (0..acts.len(), weird(), 0..9_i64), async |(at, body, version): (usize, Value, i64)| {
        judge(&desk.act(&format!("/v1/meetings/{second}/{}", acts[at]), version, &body).await, &body);
        judge(&desk.act(&format!("{row}/_end"), version, &json!({ "on": body })).await, &body);
        judge(&desk.patch(&format!("/v1/invitations/{part}"), version, &body).await, &body);
    });
    let listed = desk.get("/v1/meetings?state=all&limit=200").await.expect(200);
    for (one, at) in listed["items"].as_array().unwrap().iter().zip(0..) {
        let path = format!("/v1/meetings/{}", one["id"].as_str().unwrap());
        desk.get(&path).await.expect(200);
        desk.get(&format!("{path}/items")).await.expect(200);
        // Papers take their time; the items are on these two, and some of the others will do.
        if at > 4 && ![first, second].contains(&one["id"].as_str().unwrap()) {
            continue;
        }
        for question in
            ["format=md", "format=ics", "format=txt&paper=pack", "format=pdf&paper=pack", "format=html&paper=decisions"]
        {
            let reply = desk.get(&format!("{path}/papers?{question}")).await;
            assert!(reply.status < 500, "{question}: {}", reply.text());
        }
    }
    for one in desk.get("/v1/meeting-series").await.expect(200)["items"].as_array().unwrap() {
        desk.get(&format!("/v1/meeting-series/{}", one["id"].as_str().unwrap())).await.expect(200);
    }
    super::fuzz::sound(server).await;
}

async fn what_is_far_away_is_planned_or_refused(server: &TestServer) {
    let desk = server.desk();
    let begun = async |starts_on: &str, rule: Value, more: Value| {
        let mut new = series();
        new["facts"]["startsOn"] = starts_on.into();
        new["facts"]["rule"] = rule;
        more.as_object().unwrap().iter().for_each(|(name, value)| new["facts"][name] = value.clone());
        desk.post("/v1/meeting-series", &new).await
    };
    let monthly = json!({ "every": 12, "weekday": "friday", "week": "last" });
    let late = begun("9998-11-01", monthly.clone(), json!({ "ahead": 24, "minutes": 1440, "time": "23:59" })).await.expect(201);
    assert_eq!(late["days"].as_array().unwrap().len(), 1, "the last that can be: {late:#}");
    desk.get("/v1/meetings/LET-1").await.expect(200);
    begun("9998-12-31", json!({ "every": 1, "weekday": "friday" }), json!({})).await.expect(201);
    let early = begun("1900-01-01", monthly, json!({ "until": "1900-12-31" })).await.expect(201);
    assert_eq!(early["days"], json!([]));
    assert_eq!(
        begun("9999-12-31", json!({ "every": 1, "weekday": "friday" }), json!({})).await.fault_places(),
        ["/facts/startsOn"]
    );
    let end = json!({ "on": "9999-12-31" });
    let path = format!("/v1/meeting-series/{}", id(&late["item"]));
    assert_eq!(desk.act(&format!("{path}/_end"), 1, &end).await.fault_places(), ["/on"]);
}

async fn numbers_that_are_used_up_are_said(server: &TestServer) {
    let desk = server.desk();
    let begun = desk.post("/v1/meeting-series", &series()).await.expect(201);
    let path = format!("/v1/meeting-series/{}", id(&begun["item"]));
    let mut last = meeting();
    last["number"] = "LET-999998".into();
    last["farNumber"] = true.into();
    desk.post("/v1/meetings", &last).await.expect(201);
    assert_eq!(
        desk.post("/v1/meeting-series", &series()).await.fault_at(""),
        "meeting-numbers-used-up",
        "three are wanted, one is left"
    );
    assert_eq!(desk.patch(&path, 1, &json!({ "ahead": 5 })).await.fault_at(""), "meeting-numbers-used-up");
    assert_eq!(desk.get(&path).await.expect(200), begun, "nothing of it was written");
    assert_eq!(desk.get("/v1/meeting-series").await.expect(200)["items"].as_array().unwrap().len(), 1);
    assert_eq!(desk.patch(&path, 1, &json!({ "ahead": 4 })).await.expect(200)["days"][3]["meeting"]["number"], "LET-999999");
    // When its time comes it waits, and what another series needs is done all the same.
    let mut changed = series();
    changed["facts"]["ahead"] = 1.into();
    desk.post("/v1/meeting-series", &changed).await.problem(loket::api::problem::Code::NotPossibleNow);
    let later = server.clock_now() + chrono::TimeDelta::days(60);
    assert_eq!(loket::server::series::make_ahead(server.store(), later).await.unwrap(), 0);
}
