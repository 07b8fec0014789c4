//! Moratoria, bridgings and commitments: recorded, corrected, closed and opened again; board, hard date and history follow in
//! the same transaction.

use chrono::TimeDelta;
use loket::api::problem::Code;
use serde_json::{Value, json};

use super::{
    changes::changes,
    time_outs::{case, id},
};
use crate::support::{
    http::new_key,
    samples::{bridging, commitment, moratorium, signal, signal_with},
    server::TestServer,
};

on_both_stores!(
    each_kind_goes_its_whole_way,
    the_first_hard_date_knows_moratoria_and_commitments,
    the_board_and_the_feed_follow,
    a_closed_case_keeps_what_is_still_to_be_done,
    a_commitment_is_late_by_date,
    a_day_that_was_counted_shows_its_steps,
    what_should_be_known_is_told_and_blocks_nothing,
    wrong_input_is_refused,
    a_repeated_request_has_one_effect,
    versions_are_kept_apart,
    lists_have_pages,
    audit_and_history_know_every_change,
);

pub(super) const KINDS: [&str; 3] = ["moratoria", "bridgings", "commitments"];

pub(super) fn new(kind: &str, signal: &str) -> Value {
    match kind {
        "moratoria" => moratorium(signal),
        "bridgings" => bridging(signal),
        _ => commitment(signal),
    }
}

/// How a kind is closed: verb, body, and where it stands then.
fn closing(kind: &str) -> (&'static str, Value, &'static str) {
    match kind {
        "moratoria" => ("_end", json!({ "from": "2026-12-01", "reason": "schuldregeling rond" }), "ended"),
        "bridgings" => ("_settle", json!({ "on": "2026-11-16", "settlement": "Wlz betaalt" }), "settled"),
        _ => ("_keep", json!({ "on": "2026-11-16", "evidence": "brief van de SVB" }), "kept"),
    }
}

/// A change of the day, and the day.
pub(super) fn later(kind: &str) -> (Value, &'static str) {
    match kind {
        "moratoria" => (json!({ "lastDay": "2027-03-01", "reason": "beschikking gelezen" }), "2027-03-01"),
        "bridgings" => (json!({ "settleBy": "2027-01-08", "reason": "beschikking gelezen" }), "2027-01-08"),
        _ => (json!({ "due": { "on": "2026-12-10" }, "reason": "beschikking gelezen" }), "2026-12-10"),
    }
}

pub(super) async fn one(server: &TestServer) -> Value {
    server.desk().post("/v1/signals", &signal("Ontruiming, SVB")).await.expect(201)["item"].clone()
}

pub(super) async fn board(server: &TestServer, signal: &Value) -> Vec<Value> {
    let path = format!("/v1/deadlines?signal={}&kind=moratorium,bridging,commitment", id(signal));
    server.desk().get(&path).await.expect(200)["items"].as_array().unwrap().clone()
}

async fn read(server: &TestServer, signal: &Value) -> Value {
    server.desk().get(&format!("/v1/signals/{}", id(signal))).await.expect(200)
}

async fn each_kind_goes_its_whole_way(server: &TestServer) {
    let desk = server.desk();
    for kind in KINDS {
        let signal = one(server).await;
        let made = desk.post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201);
        let path = format!("/v1/{kind}/{}", id(&made["item"]));
        assert_eq!((&made["state"], &made["item"]["version"]), (&"open".into(), &1.into()), "{kind}");
        assert_eq!(made["item"]["recordedByName"], read(server, &signal).await["timeline"][0]["byName"]);
        assert_eq!(desk.get(&path).await.expect(200), made, "{kind}");
        let was = board(server, &signal).await[0]["alarmOn"].clone();

        let (patch, on) = later(kind);
        let corrected = desk.patch(&path, 1, &patch).await.expect(200);
        assert_eq!((&corrected["item"]["version"], &board(server, &signal).await[0]["alarmOn"]), (&2.into(), &on.into()));
        let same = desk.patch(&path, 2, &patch).await.expect(200);
        assert_eq!(same["item"]["version"], 2, "nothing differs: {kind}");

        let (verb, body, state) = closing(kind);
        let closed = desk.act(&format!("{path}/{verb}"), 2, &body).await.expect(200);
        assert_eq!((&closed["state"], board(server, &signal).await.len()), (&state.into(), 0), "{kind}");
        for (verb, body) in [(verb, &body), ("", &patch)] {
            let reply = if verb.is_empty() {
                desk.patch(&path, 3, body).await
            } else {
                desk.act(&format!("{path}/{verb}"), 3, body).await
            };
            reply.problem(Code::NotPossibleNow);
            assert_eq!(reply.fault_at(""), "arrangement-closed", "{kind}");
        }
        let refused: Vec<&Value> = closed["verbs"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|verb| verb["refused"].is_null())
            .map(|verb| &verb["verb"])
            .collect();
        assert_eq!(refused, ["reopen"], "{kind}");
        let again = desk.act(&format!("{path}/_reopen"), 3, &json!({ "reason": "vergissing" })).await.expect(200);
        assert_eq!((&again["state"], &board(server, &signal).await[0]["alarmOn"]), (&"open".into(), &on.into()), "{kind}");
        let reply = desk.act(&format!("{path}/_reopen"), 4, &json!({ "reason": "nog eens" })).await;
        assert_eq!(reply.fault_at(""), "arrangement-open", "{kind}");

        // The history of the case: who, when, why, and the new day.
        let case = read(server, &signal).await;
        assert_eq!(case["version"], 5, "{kind}");
        let told: Vec<&Value> = case["timeline"].as_array().unwrap().iter().collect();
        let verbs: Vec<&str> = told.iter().filter_map(|entry| entry["linked"]["verb"].as_str()).collect();
        assert_eq!(verbs, ["reopened", state, "corrected", "recorded"], "{kind}");
        let correction = told[2];
        assert_eq!((&correction["linked"]["on"], &correction["linked"]["before"]), (&on.into(), &was), "{kind}");
        assert_eq!((&correction["text"], &correction["kind"]), (&"beschikking gelezen".into(), &made_kind(kind).into()));
        assert!(!told[1]["text"].as_str().unwrap().is_empty(), "why: {kind}");
    }
}

fn made_kind(kind: &str) -> &'static str {
    match kind {
        "moratoria" => "moratorium",
        "bridgings" => "bridging",
        _ => "commitment",
    }
}

async fn the_first_hard_date_knows_moratoria_and_commitments(server: &TestServer) {
    let desk = server.desk();
    let threat = json!({ "threats": [{ "what": "ontruiming", "on": "2027-01-15" }] });
    let signal = desk.post("/v1/signals", &signal_with("Ontruiming", threat)).await.expect(201)["item"].clone();
    let first = || async {
        let now = read(server, &signal).await;
        let listed = desk.get("/v1/signals?sort=number&order=desc&limit=1").await.expect(200)["items"][0].clone();
        assert_eq!(listed["hardDate"], now["hardDate"], "the same in the list");
        (now["hardDate"]["kind"].as_str().unwrap().to_owned(), now["hardDate"]["on"].as_str().unwrap().to_owned())
    };
    let told = |kind: &str, on: &str| (kind.to_owned(), on.to_owned());
    let signal_id = id(&signal);
    let mut bridging = bridging(signal_id);
    bridging["facts"]["settleBy"] = "2026-11-20".into();
    desk.post("/v1/bridgings", &bridging).await.expect(201);
    assert_eq!(first().await, told("threat", "2027-01-15"), "a bridging is no hard date");
    let mut body = moratorium(signal_id);
    body["facts"]["lastDay"] = "2026-12-31".into();
    let made = desk.post("/v1/moratoria", &body).await.expect(201);
    assert_eq!(first().await, told("moratorium", "2026-12-31"));
    let promised = desk.post("/v1/commitments", &commitment(signal_id)).await.expect(201);
    assert_eq!(first().await, told("commitment", "2026-12-07"));
    let now = read(server, &signal).await;
    assert_eq!(
        (&now["hardDate"]["organisation"], &now["arrangements"].as_array().unwrap().len().into()),
        (&"SVB".into(), &json!(3))
    );
    // What people change in the signal afterwards keeps the date.
    let path = format!("/v1/signals/{signal_id}");
    let now = desk.patch(&path, now["version"].as_i64().unwrap(), &json!({ "title": "Anders" })).await.expect(200);
    assert_eq!(now["hardDate"]["on"], "2026-12-07");
    let lapse = json!({ "on": "2026-11-16", "reason": "niet meer nodig" });
    desk.act(&format!("/v1/commitments/{}/_lapse", id(&promised["item"])), 1, &lapse).await.expect(200);
    assert_eq!(first().await, told("moratorium", "2026-12-31"));
    let end = json!({ "from": "2026-11-20", "reason": "schuldregeling rond" });
    desk.act(&format!("/v1/moratoria/{}/_end", id(&made["item"])), 1, &end).await.expect(200);
    assert_eq!(first().await, told("threat", "2027-01-15"));
}

async fn the_board_and_the_feed_follow(server: &TestServer) {
    let desk = server.desk();
    let signal = one(server).await;
    let start = changes(&desk, None).await.cursor;
    let mut ids = vec![];
    for kind in KINDS {
        ids.push(desk.post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201)["item"]["id"].clone());
    }
    let rows = board(server, &signal).await;
    let told: Vec<_> = rows.iter().map(|row| (row["kind"].as_str().unwrap(), row["alarmOn"].as_str().unwrap())).collect();
    assert_eq!(told, [("commitment", "2026-12-07"), ("bridging", "2026-12-18"), ("moratorium", "2027-02-15")]);
    assert_eq!(rows[0]["body"], "SVB");
    assert_eq!((&rows[2]["rule"], &rows[2]["article"]), (&"wgs-5".into(), &"Wgs 5".into()));
    assert_eq!(rows.iter().map(|row| row["arrangement"].clone()).rev().collect::<Vec<_>>(), ids);
    assert!(!rows[1].to_string().contains("begeleid wonen"), "no care on the board: {}", rows[1]);
    let feed = changes(&desk, Some(&start)).await;
    assert_eq!((feed.deadlines.len(), feed.signals.len()), (3, 1));
    let (verb, body, _) = closing("commitments");
    desk.act(&format!("/v1/commitments/{}/{verb}", ids[2].as_str().unwrap()), 1, &body).await.expect(200);
    let feed = changes(&desk, Some(&feed.cursor)).await;
    assert_eq!((feed.gone.len(), feed.signals.len()), (1, 1));
    // Each row is read with its own words.
    for row in &board(server, &signal).await {
        let detail = desk.get(&format!("/v1/deadlines/{}", id(row))).await.expect(200);
        assert!(!detail["lapse"]["nl"].as_str().unwrap().contains("deadline-lapse"), "{detail:#}");
    }
}

async fn a_closed_case_keeps_what_is_still_to_be_done(server: &TestServer) {
    let desk = server.desk();
    let signal = case(server, "A-1").await;
    for kind in KINDS {
        desk.post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201);
    }
    let close = json!({ "status": "closed", "outcome": "bridging" });
    desk.patch(&format!("/v1/signals/{}", id(&signal)), 4, &close).await.expect(200);
    let rows = board(server, &signal).await;
    let kinds: Vec<_> = rows.iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["commitment", "bridging"]);
}

async fn a_commitment_is_late_by_date(server: &TestServer) {
    let desk = server.desk();
    let signal = one(server).await;
    let made = desk.post("/v1/commitments", &commitment(id(&signal))).await.expect(201);
    let path = format!("/v1/commitments/{}", id(&made["item"]));
    server.advance(TimeDelta::days(21));
    assert_eq!(desk.get(&path).await.expect(200)["state"], "open", "on the day itself");
    server.advance(TimeDelta::days(1));
    assert_eq!(desk.get(&path).await.expect(200)["state"], "late");
    assert_eq!(desk.get("/v1/commitments").await.expect(200)["items"][0]["state"], "late");
    let overdue = desk.get("/v1/deadlines?lane=overdue&kind=commitment").await.expect(200);
    assert_eq!(overdue["items"].as_array().unwrap().len(), 1);
}

async fn a_day_that_was_counted_shows_its_steps(server: &TestServer) {
    let desk = server.desk();
    let signal = one(server).await;
    let made = desk.post("/v1/commitments", &commitment(id(&signal))).await.expect(201);
    assert!(made["steps"][1]["nl"].as_str().unwrap().contains("ma 07-12-2026"), "{:#}", made["steps"]);
    let mut wrong = commitment(id(&signal));
    wrong["facts"]["due"]["on"] = "2026-12-08".into();
    let reply = desk.post("/v1/commitments", &wrong).await;
    reply.problem(Code::NotPossibleNow);
    assert_eq!(reply.fault_at(""), "not-as-counted");
    assert!(reply.text().contains("07-12-2026"), "{}", reply.text());
    // A day that is given instead needs no steps.
    let path = format!("/v1/commitments/{}", id(&made["item"]));
    let given = desk.patch(&path, 1, &json!({ "due": { "on": "2026-12-12" } })).await.expect(200);
    assert_eq!((&given["steps"], &given["item"]["facts"]["due"]["counted"]), (&json!([]), &Value::Null));
    assert_eq!(given["warnings"][0]["code"], "day-off", "a Saturday: an agreement does not move by itself");
}

async fn what_should_be_known_is_told_and_blocks_nothing(server: &TestServer) {
    let desk = server.desk();
    let signal = one(server).await;
    let codes = |detail: &Value| -> Vec<String> {
        detail["warnings"].as_array().unwrap().iter().map(|line| line["code"].as_str().unwrap().to_owned()).collect()
    };
    let mut long = moratorium(id(&signal));
    long["facts"]["lastDay"] = "2027-05-17".into();
    let made = desk.post("/v1/moratoria", &long).await.expect(201);
    assert_eq!(codes(&made), ["moratorium-too-long"]);
    assert!(made["warnings"][0]["nl"].as_str().unwrap().contains("zo 16-05-2027"), "{made:#}");
    let shorter = desk.patch(&format!("/v1/moratoria/{}", id(&made["item"])), 1, &json!({ "lastDay": "2027-05-16" })).await;
    assert_eq!(codes(&shorter.expect(200)), Vec::<String>::new(), "six months is what the act allows");
    let bare =
        json!({ "signal": id(&signal), "facts": { "care": "opname", "startsOn": "2026-11-16", "settleBy": "2026-12-18" } });
    let made = desk.post("/v1/bridgings", &bare).await.expect(201);
    assert_eq!(codes(&made), ["bridging-not-agreed", "bridging-not-available", "bridging-nobody-pays"]);
}

async fn wrong_input_is_refused(server: &TestServer) {
    let desk = server.desk();
    let signal = one(server).await;
    let with = |kind: &str, field: &str, value: Value| {
        let mut body = new(kind, id(&signal));
        body["facts"][field] = value;
        body
    };
    for (kind, field, value, code) in [
        ("moratoria", "lastDay", json!("2026-11-15"), "out-of-range"),
        ("moratoria", "setBy", json!(" "), "required"),
        ("moratoria", "kind", json!("surseance"), "unknown-value"),
        ("bridgings", "settleBy", json!("2026-11-12"), "out-of-range"),
        ("bridgings", "care", json!(""), "required"),
        ("commitments", "organisation", json!("XYZ"), "unknown-value"),
        ("commitments", "text", json!(""), "required"),
    ] {
        let reply = desk.post(&format!("/v1/{kind}"), &with(kind, field, value)).await;
        assert_eq!((reply.status, reply.fault_at(&format!("/facts/{field}"))), (400, code.to_owned()), "{kind} {field}");
    }
    for (kind, field) in [("moratoria", "conditions"), ("bridgings", "care"), ("commitments", "text")] {
        let reply = desk.post(&format!("/v1/{kind}"), &with(kind, field, json!("bsn 999990019"))).await;
        reply.problem(Code::BsnInText);
    }
    for (kind, field, code) in [("moratoria", "decidedOn", "in-the-future"), ("bridgings", "agreedOn", "in-the-future")] {
        let reply = desk.post(&format!("/v1/{kind}"), &with(kind, field, json!("2026-11-17"))).await;
        assert_eq!(reply.fault_at(""), code, "{kind}");
    }
    let made = desk.post("/v1/moratoria", &moratorium(id(&signal))).await.expect(201);
    let path = format!("/v1/moratoria/{}", id(&made["item"]));
    let end = |from: &str, reason: &str| json!({ "from": from, "reason": reason });
    let reply = desk.act(&format!("{path}/_end"), 1, &end("2026-12-01", " ")).await;
    assert_eq!((reply.status, reply.fault_at("/reason").as_str()), (400, "required"));
    let reply = desk.act(&format!("{path}/_end"), 1, &end("2027-02-17", "x")).await;
    assert_eq!(reply.fault_at(""), "outside-moratorium");
    desk.act(&format!("{path}/_end"), 1, &end("2026-12-01", "bsn 999990019")).await.problem(Code::BsnInText);
    desk.post(&format!("{path}/_end"), &end("2026-12-01", "x")).await.problem(Code::VersionMissing);
    // One kind is never found as another.
    desk.get(&format!("/v1/commitments/{}", id(&made["item"]))).await.problem(Code::NotFound);
    desk.get("/v1/bridgings/x").await.problem(Code::NotFound);
    let mut nowhere = moratorium("S-2026-09999");
    desk.post("/v1/moratoria", &nowhere).await.problem(Code::NotFound);
    nowhere["facts"]["lastDay"] = "9999-12-31".into();
    assert_eq!(desk.post("/v1/moratoria", &nowhere).await.fault_at("/facts/lastDay"), "out-of-range");
    assert_eq!(read(server, &signal).await["version"], 2, "what was refused left nothing");
}

async fn a_repeated_request_has_one_effect(server: &TestServer) {
    let desk = server.desk();
    for kind in KINDS {
        let signal = one(server).await;
        let (key, body) = (new_key(), new(kind, id(&signal)));
        let path = format!("/v1/{kind}");
        let made = desk.post_with(key, &path, &body).await.expect(201);
        assert_eq!(desk.post_with(key, &path, &body).await.expect(201), made, "{kind}");
        let mut other = body.clone();
        other["signal"] = "S-2026-09999".into();
        desk.post_with(key, &path, &other).await.problem(Code::IdempotencyKeyReused);
        assert_eq!(board(server, &signal).await.len(), 1, "{kind}");
        assert_eq!(read(server, &signal).await["version"], 2, "{kind}");
    }
}

async fn versions_are_kept_apart(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    for kind in KINDS {
        let signal = one(server).await;
        let made = desk.post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201);
        let path = format!("/v1/{kind}/{}", id(&made["item"]));
        let (verb, body, _) = closing(kind);
        let (patch, _) = later(kind);
        let verb = format!("{path}/{verb}");
        let (one, two) = tokio::join!(desk.act(&verb, 1, &body), other.patch(&path, 1, &patch));
        let mut answers = [one.status, two.status];
        answers.sort_unstable();
        assert_eq!((answers[0], answers[1] >= 400), (200, true), "{kind}: {answers:?}");
        assert_eq!(desk.get(&path).await.expect(200)["item"]["version"], 2, "{kind}");
    }
}

async fn lists_have_pages(server: &TestServer) {
    let desk = server.desk();
    let (first, second) = (one(server).await, one(server).await);
    for at in 0..5 {
        let mut body = commitment(id(if at % 2 == 0 { &first } else { &second }));
        body["facts"]["due"] = json!({ "on": format!("2026-12-{:02}", 10 - at) });
        desk.post("/v1/commitments", &body).await.expect(201);
    }
    let (mut seen, mut after) = (vec![], String::new());
    loop {
        let page = desk.get(&format!("/v1/commitments?limit=2{after}")).await.expect(200);
        seen.extend(page["items"].as_array().unwrap().iter().map(|row| row["on"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(seen, ["2026-12-06", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10"]);
    let count = |query: String| {
        let desk = desk.clone();
        async move { desk.get(&format!("/v1/commitments{query}")).await.expect(200)["items"].as_array().unwrap().len() }
    };
    assert_eq!(count(format!("?signal={}", id(&first))).await, 3);
    assert_eq!(count("?from=2026-12-07&until=2026-12-08".into()).await, 2);
    assert_eq!(count("?signal=S-2026-09999".into()).await, 0);
    let row = desk.get("/v1/commitments?limit=1").await.expect(200)["items"][0].clone();
    let lapse = json!({ "on": "2026-11-16", "reason": "x" });
    desk.act(&format!("/v1/commitments/{}/_lapse", id(&row)), 1, &lapse).await.expect(200);
    assert_eq!((count(String::new()).await, count("?state=all".into()).await), (4, 5));
    assert_eq!(desk.get("/v1/commitments?state=x").await.fault_at("state"), "unknown-value");
    assert_eq!(desk.get("/v1/commitments?after=x").await.fault_at("after"), "wrong-form");
    assert_eq!(desk.get("/v1/moratoria").await.expect(200)["items"], json!([]));
}

async fn audit_and_history_know_every_change(server: &TestServer) {
    let desk = server.desk();
    for kind in KINDS {
        let signal = one(server).await;
        let made = desk.post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201);
        let path = format!("/v1/{kind}/{}", id(&made["item"]));
        desk.patch(&path, 1, &later(kind).0).await.expect(200);
        let (verb, body, _) = closing(kind);
        desk.act(&format!("{path}/{verb}"), 2, &body).await.expect(200);
        desk.act(&format!("{path}/_reopen"), 3, &json!({ "reason": "vergissing" })).await.expect(200);
        desk.get(&path).await.expect(200);
        let query = format!("SELECT verb FROM audit WHERE object = '{}' ORDER BY organisation, seq", id(&made["item"]));
        let name = made_kind(kind);
        let expected: Vec<String> =
            ["create", "amend", &verb[1..], "reopen", "read"].iter().map(|verb| format!("{name}.{verb}")).collect();
        assert_eq!(server.texts(&query).await, expected);
    }
}
