//! Time-outs: proposed by one, confirmed by another; both dates everywhere at once, and nothing before.

use chrono::TimeDelta;
use loket::api::problem::Code;
use serde_json::{Value, json};

use super::changes::changes;
use crate::support::{
    http::{Caller, new_key},
    samples::{decision, signal_with, time_out},
    server::TestServer,
};

on_both_stores!(
    what_is_proposed_moves_nothing_until_another_confirms,
    only_an_act_moves_the_hard_date,
    never_twice_at_once_also_not_across_signals,
    what_was_shown_is_what_is_confirmed,
    an_emergency_stands_one_working_day,
    it_lapses_by_date_and_the_board_says_so,
    the_board_has_pages_and_lanes,
    refusals_say_why,
    a_repeated_request_has_one_effect,
    a_store_from_before_the_board_gets_its_rows,
    a_decision_that_a_time_out_rests_on_cannot_become_another,
);

/// A signal with one decision, and its path.
pub(super) async fn case(server: &TestServer, reference: &str) -> Value {
    let facts = json!({ "decisions": [decision(reference)] });
    server.desk().post("/v1/signals", &signal_with("Terugvordering, UWV", facts)).await.expect(201)["item"].clone()
}

pub(super) fn id(item: &Value) -> &str {
    item["id"].as_str().unwrap()
}

/// A time-out proposed by the desk.
pub(super) async fn proposed(server: &TestServer, signal: &Value, change: Value) -> Value {
    let reference = signal["facts"]["decisions"][0]["reference"].as_str().unwrap();
    let mut body = time_out(id(signal), reference);
    for (field, value) in change.as_object().unwrap() {
        body["facts"][field] = value.clone();
    }
    server.desk().post("/v1/time-outs", &body).await.expect(201)
}

pub(super) async fn confirm(who: &Caller, detail: &Value) -> Value {
    let path = format!("/v1/confirmations/{}/_confirm", id(&detail["confirmation"]));
    who.post(&path, &json!({ "hash": detail["confirmation"]["hash"] })).await.expect(200)
}

pub(super) async fn running(server: &TestServer, signal: &Value, other: &Caller, change: Value) -> Value {
    let made = proposed(server, signal, change).await;
    assert_eq!(confirm(other, &made).await["state"], "confirmed");
    other.get(&format!("/v1/time-outs/{}", id(&made["item"]))).await.expect(200)
}

async fn board(server: &TestServer, signal: &Value) -> Vec<Value> {
    let reply = server.desk().get(&format!("/v1/deadlines?signal={}&kind=objection,time_out,proposal", id(signal))).await;
    let mut rows = reply.expect(200)["items"].as_array().unwrap().clone();
    // On one day the order is that of ids: told here by kind.
    rows.sort_by_key(|row| ["objection", "time_out", "proposal"].iter().position(|kind| row["kind"] == *kind));
    rows
}

fn kinds(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["kind"].as_str().unwrap()).collect()
}

async fn what_is_proposed_moves_nothing_until_another_confirms(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "A-1").await;
    let start = changes(&desk, None).await.cursor;
    let made = proposed(server, &signal, json!({})).await;
    assert_eq!((&made["item"]["state"], &made["term"]["end"]), (&"proposed".into(), &"2026-11-23".into()));
    let rows = board(server, &signal).await;
    assert_eq!(kinds(&rows), ["objection", "proposal"]);
    assert_eq!((&rows[0]["safeEnd"], &rows[0]["end"]), (&"2026-11-23".into(), &"2026-11-23".into()));
    let feed = changes(&desk, Some(&start)).await;
    assert_eq!((feed.deadlines.len(), feed.signals.len()), (1, 1), "the proposal, and the case with its history");
    let before = desk.get(&format!("/v1/signals/{}", id(&signal))).await.expect(200);
    assert_eq!((&before["hardDate"], &before["suspensions"]), (&signal["hardDate"], &json!([])), "no date moved");

    let path = format!("/v1/confirmations/{}/_confirm", id(&made["confirmation"]));
    let alone = desk.post(&path, &json!({ "hash": made["confirmation"]["hash"] })).await;
    alone.problem(Code::NotPossibleNow);
    assert_eq!(alone.fault_at(""), "same-person");
    assert_eq!(confirm(&other, &made).await["settledByName"], "Fatima Yıldız");

    let now = desk.get(&format!("/v1/time-outs/{}", id(&made["item"]))).await.expect(200);
    assert_eq!((&now["item"]["state"], &now["item"]["pending"]), (&"running".into(), &Value::Null));
    assert_eq!((&now["term"]["safeEnd"], &now["term"]["end"]), (&"2026-11-23".into(), &"2026-12-07".into()));
    assert!(now["steps"].as_array().unwrap().iter().any(|step| step["code"] == "stood-still"), "{now:#}");
    assert_eq!(now["uncertainties"][0]["code"], "no-statute");
    let rows = board(server, &signal).await;
    assert_eq!(kinds(&rows), ["objection", "time_out"]);
    assert_eq!((&rows[0]["safeEnd"], &rows[0]["end"]), (&"2026-11-23".into(), &"2026-12-07".into()));
    assert_eq!(rows[1]["alarmOn"], "2026-11-29");
    let feed = changes(&desk, Some(&feed.cursor)).await;
    assert_eq!((feed.deadlines.len(), feed.gone.len()), (2, 1), "two clocks, and the proposal is gone");

    // An extension: five keys make a proposal, two a date.
    let version = now["item"]["version"].as_i64().unwrap();
    let path = format!("/v1/time-outs/{}", id(&now["item"]));
    let body = json!({ "lastDay": "2026-12-06", "decidedOn": "2026-11-16", "reason": "overleg loopt" });
    desk.act(&format!("{path}/_extend"), version - 1, &body).await.problem(Code::StaleVersion);
    desk.post(&format!("{path}/_extend"), &body).await.problem(Code::VersionMissing);
    let extended = desk.act(&format!("{path}/_extend"), version, &body).await.expect(201);
    assert_eq!(board(server, &signal).await[1]["alarmOn"], "2026-11-29", "not yet");
    confirm(&other, &extended).await;
    let rows = board(server, &signal).await;
    assert_eq!((&rows[0]["end"], &rows[1]["alarmOn"]), (&"2026-12-14".into(), &"2026-12-06".into()));
    let now = desk.get(&path).await.expect(200);
    assert_eq!(now["item"]["extensions"][0]["confirmedByName"], "Fatima Yıldız");
    let moves: Vec<&str> = now["item"]["moves"].as_array().unwrap().iter().map(|m| m["kind"].as_str().unwrap()).collect();
    assert_eq!(moves, ["proposed", "confirmed", "proposed", "confirmed"]);
}

async fn only_an_act_moves_the_hard_date(server: &TestServer) {
    let other = server.colleague().await;
    for (reference, ground, on) in [("G-1", "toezegging", "2026-11-23"), ("G-2", "wet", "2026-12-07")] {
        let signal = case(server, reference).await;
        running(server, &signal, &other, json!({ "ground": ground })).await;
        let now = server.desk().get(&format!("/v1/signals/{}", id(&signal))).await.expect(200);
        assert_eq!((&now["hardDate"]["on"], &now["terms"][0]["on"]), (&on.into(), &on.into()), "{ground}");
        assert_eq!(now["suspensions"].as_array().unwrap().len(), 1);
        let rows = board(server, &signal).await;
        let objection = rows.iter().find(|row| row["kind"] == "objection").unwrap();
        assert_eq!((&objection["alarmOn"], &objection["safeEnd"]), (&on.into(), &"2026-11-23".into()), "{ground}");
        // What people change in the signal afterwards keeps the dates.
        let path = format!("/v1/signals/{}", id(&signal));
        let version = now["version"].as_i64().unwrap();
        let now = server.desk().patch(&path, version, &json!({ "title": "Anders" })).await.expect(200);
        assert_eq!(now["hardDate"]["on"], on);
        assert!(board(server, &signal).await.iter().all(|row| row["title"] == "Anders"));
    }
}

async fn never_twice_at_once_also_not_across_signals(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let (first, second) = (case(server, "Zelfde").await, case(server, "zelfde").await);
    running(server, &first, &other, json!({})).await;
    for signal in [&first, &second] {
        let reference = signal["facts"]["decisions"][0]["reference"].as_str().unwrap();
        let reply = desk.post("/v1/time-outs", &time_out(id(signal), reference)).await;
        reply.problem(Code::NotPossibleNow);
        assert_eq!(reply.fault_at(""), "overlaps");
        assert!(reply.text().contains("16-11-2026 t/m 29-11-2026"), "{}", reply.text());
    }
    proposed(server, &second, json!({ "firstDay": "2026-11-30", "lastDay": "2026-12-06" })).await;
}

async fn what_was_shown_is_what_is_confirmed(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "A-1").await;
    let made = proposed(server, &signal, json!({})).await;
    let path = format!("/v1/confirmations/{}", id(&made["confirmation"]));
    let seen = other.get(&path).await.expect(200);
    assert_eq!(seen, made["confirmation"]);
    let shown: Value = serde_json::from_str(seen["shown"].as_str().unwrap()).unwrap();
    assert_eq!((&shown["lastDayAfter"], &shown["termAfter"]["end"]), (&"2026-11-29".into(), &"2026-12-07".into()));
    let reply = other.post(&format!("{path}/_confirm"), &json!({ "hash": "0".repeat(64) })).await;
    reply.problem(Code::NotPossibleNow);
    assert_eq!(reply.fault_at(""), "other-than-shown");
    // That the body was told meanwhile changes nothing of what was shown.
    let time_out = format!("/v1/time-outs/{}", id(&made["item"]));
    desk.act(&format!("{time_out}/_tell-body"), 1, &json!({ "on": "2026-11-16" })).await.expect(200);
    confirm(&other, &made).await;
    let again = other.post(&format!("{path}/_confirm"), &json!({ "hash": seen["hash"] })).await;
    assert_eq!(again.fault_at(""), "proposal-settled");
    // Rejected and withdrawn proposals leave what stood.
    for (verb, who) in [("_reject", &other), ("_withdraw", &desk)] {
        let version = desk.get(&time_out).await.expect(200)["item"]["version"].as_i64().unwrap();
        let body = json!({ "from": "2026-11-20", "ending": "solution" });
        let ending = desk.act(&format!("{time_out}/_end"), version, &body).await.expect(201);
        let waits = format!("/v1/confirmations/{}/{verb}", id(&ending["confirmation"]));
        let wrong = if verb == "_reject" { &desk } else { &other };
        wrong.post(&waits, &json!({})).await.problem(Code::NotPossibleNow);
        who.post(&waits, &json!({ "reason": "te vroeg" })).await.expect(200);
        let now = desk.get(&time_out).await.expect(200);
        assert_eq!((&now["item"]["state"], &now["confirmation"]), (&"running".into(), &Value::Null));
    }
    server.advance(TimeDelta::days(8));
    let late = proposed(server, &case(server, "B-1").await, json!({ "lastDay": "2026-12-20" })).await;
    server.advance(TimeDelta::days(7));
    let waits = format!("/v1/confirmations/{}", id(&late["confirmation"]));
    let reply = other.post(&format!("{waits}/_confirm"), &json!({ "hash": late["confirmation"]["hash"] })).await;
    assert_eq!(reply.fault_at(""), "proposal-expired");
    assert_eq!(other.get(&waits).await.expect(200)["state"], "expired");
    assert_eq!(other.get(&format!("/v1/time-outs/{}", id(&late["item"]))).await.expect(200)["item"]["state"], "not_started");
}

async fn an_emergency_stands_one_working_day(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "N-1").await;
    let mut body = time_out(id(&signal), "N-1");
    body["emergency"] = true.into();
    let made = desk.post("/v1/time-outs", &body).await.expect(201);
    assert_eq!((&made["item"]["state"], &made["item"]["emergency"]["until"]), (&"running".into(), &"2026-11-17".into()));
    let of_kind = |rows: Vec<Value>, kind: &str| rows.into_iter().find(|row| row["kind"] == kind).unwrap();
    assert_eq!(of_kind(board(server, &signal).await, "time_out")["alarmOn"], "2026-11-17");
    confirm(&other, &made).await;
    assert_eq!(of_kind(board(server, &signal).await, "time_out")["alarmOn"], "2026-11-29");

    let second = case(server, "N-2").await;
    let mut body = time_out(id(&second), "N-2");
    body["emergency"] = true.into();
    let made = desk.post("/v1/time-outs", &body).await.expect(201);
    server.advance(TimeDelta::days(2));
    let path = format!("/v1/time-outs/{}", id(&made["item"]));
    assert_eq!(desk.get(&path).await.expect(200)["item"]["state"], "lapsed");
    body["facts"]["firstDay"] = "2026-11-18".into();
    let reply = desk.post("/v1/time-outs", &body).await;
    assert_eq!(reply.fault_at(""), "emergency-used");
}

async fn it_lapses_by_date_and_the_board_says_so(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "A-1").await;
    let made = running(server, &signal, &other, json!({})).await;
    let path = format!("/v1/time-outs/{}", id(&made["item"]));
    let week = || async { desk.get("/v1/time-outs?until=2026-11-29").await.expect(200)["items"].as_array().unwrap().len() };
    assert_eq!(week().await, 1);
    server.advance(TimeDelta::days(13));
    assert_eq!(desk.get(&path).await.expect(200)["item"]["state"], "running", "on its last day");
    server.advance(TimeDelta::days(1));
    let now = desk.get(&path).await.expect(200);
    assert_eq!(now["item"]["state"], "lapsed");
    assert!(now["verbs"].as_array().unwrap().iter().any(|verb| verb["refused"]["code"] == "time-out-over"));
    assert_eq!(week().await, 0, "open ones only");
    assert_eq!(desk.get("/v1/time-outs?state=all").await.expect(200)["items"][0]["state"], "lapsed");
    let overdue = |kind: &str| format!("/v1/deadlines?lane=overdue&kind={kind}");
    assert_eq!(desk.get(&overdue("time_out")).await.expect(200)["items"].as_array().unwrap().len(), 1);
    server.advance(TimeDelta::days(14));
    assert_eq!(desk.get(&overdue("time_out")).await.expect(200)["items"].as_array().unwrap().len(), 0);
    assert_eq!(desk.get(&overdue("objection")).await.expect(200)["items"].as_array().unwrap().len(), 1, "a missed term stays");
}

async fn the_board_has_pages_and_lanes(server: &TestServer) {
    let desk = server.desk();
    for (at, on) in ["2026-11-16", "2026-11-17", "2026-11-22", "2026-11-23", "2026-11-29", "2026-11-30"].iter().enumerate() {
        let facts = json!({ "threats": [{ "what": "ontruiming", "on": on }], "municipality": "0344" });
        desk.post("/v1/signals", &signal_with(&format!("Signaal {at}"), facts)).await.expect(201);
    }
    let days = |reply: &Value| -> Vec<String> {
        reply["items"].as_array().unwrap().iter().map(|row| row["alarmOn"].as_str().unwrap().to_owned()).collect()
    };
    for (lane, expected) in [
        ("overdue", vec![]),
        ("today", vec!["2026-11-16"]),
        ("this-week", vec!["2026-11-17", "2026-11-22"]),
        ("next-week", vec!["2026-11-23", "2026-11-29"]),
        ("later", vec!["2026-11-30"]),
        ("standing-still", vec![]),
    ] {
        let reply = desk.get(&format!("/v1/deadlines?kind=threat&lane={lane}")).await.expect(200);
        assert_eq!(days(&reply), expected, "{lane}");
    }
    let (mut seen, mut after) = (vec![], String::new());
    loop {
        let page = desk.get(&format!("/v1/deadlines?kind=threat&limit=2{after}")).await.expect(200);
        seen.extend(days(&page));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(seen.len(), 6);
    assert!(seen.is_sorted());
    let norms = desk.get("/v1/deadlines?kind=norm&municipality=0344").await.expect(200);
    assert_eq!(days(&norms), ["2026-11-18"; 6], "two working days after receipt");
    let first = norms["items"][0]["signal"].as_str().unwrap();
    desk.post(&format!("/v1/signals/{first}/claims"), &json!({})).await.ok();
    let mine = desk.get("/v1/deadlines?owner=me").await.expect(200);
    assert!(mine["items"].as_array().unwrap().iter().all(|row| row["owner"]["account"] == desk.account.as_str()));
    assert_eq!(mine["items"].as_array().unwrap().len(), 2);
    // A first sync has the same rows; a closed signal has none.
    assert_eq!(changes(&desk, None).await.deadlines.len(), 12);
    desk.patch(&format!("/v1/signals/{first}"), 2, &json!({ "status": "closed" })).await.expect(200);
    assert_eq!(changes(&desk, None).await.deadlines.len(), 10);
    for wrong in ["lane=soon", "kind=x", "until=tomorrow", "limit=0", "after=x", "owner=x", "municipality=x", "other=1"] {
        desk.get(&format!("/v1/deadlines?{wrong}")).await.problem(Code::InvalidInput);
    }
    assert_eq!(days(&desk.get("/v1/deadlines?signal=onbekend").await.expect(200)), Vec::<String>::new());
}

async fn refusals_say_why(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "A-1").await;
    let ask = |change: Value| {
        let mut body = time_out(id(&signal), "A-1");
        for (field, value) in change.as_object().unwrap() {
            body["facts"][field] = value.clone();
        }
        let desk = desk.clone();
        async move { desk.post("/v1/time-outs", &body).await }
    };
    for (change, code) in [
        (json!({ "decider": "UWV" }), "not-a-municipality"),
        (json!({ "decidedOn": "2026-11-17" }), "in-the-future"),
        (json!({ "firstDay": "2026-11-01", "lastDay": "2026-11-15" }), "after-the-end"),
        (json!({ "lastDay": "2027-01-01" }), "beyond-maximum"),
    ] {
        let reply = ask(change).await;
        reply.problem(Code::NotPossibleNow);
        assert_eq!(reply.fault_at(""), code);
    }
    let wrong = ask(json!({ "decider": "GM9999", "decidedBy": " ", "lastDay": "2026-11-15" })).await;
    assert_eq!(wrong.fault_places(), ["/facts/decidedBy", "/facts/decider", "/facts/lastDay"]);
    let bsn = ask(json!({ "decidedBy": "wethouder 999990019" })).await;
    bsn.problem(Code::BsnInText);
    let mut body = time_out(id(&signal), "A-2");
    let reply = desk.post("/v1/time-outs", &body).await;
    assert_eq!(reply.fault_at(""), "no-such-decision");
    body["signal"] = "S-2026-09999".into();
    desk.post("/v1/time-outs", &body).await.problem(Code::NotFound);
    let municipal = json!({ "decisions": [{ "organisation": "GM0344", "reference": "M-1", "kind": "terugvordering",
        "amountCents": null, "announcedOn": "2026-10-12", "datedOn": null }] });
    let own = desk.post("/v1/signals", &signal_with("Besluit", municipal.clone())).await.expect(201)["item"].clone();
    let mut body = time_out(id(&own), "M-1");
    body["decision"] = municipal["decisions"][0].clone();
    let reply = desk.post("/v1/time-outs", &body).await;
    assert_eq!(reply.fault_at(""), "not-a-national-body");
    let made = running(server, &signal, &other, json!({})).await;
    let path = format!("/v1/time-outs/{}", id(&made["item"]));
    for (body, code) in [
        (json!({ "lastDay": "2026-11-29", "decidedOn": "2026-11-16" }), "not-later"),
        (json!({ "lastDay": "2027-01-01", "decidedOn": "2026-11-16" }), "beyond-maximum"),
    ] {
        assert_eq!(desk.act(&format!("{path}/_extend"), 2, &body).await.fault_at(""), code);
    }
    assert_eq!(desk.act(&format!("{path}/_resume"), 2, &json!({ "from": "2026-12-01" })).await.fault_at(""), "outside-time-out");
    desk.get("/v1/time-outs/x").await.problem(Code::NotFound);
    desk.get("/v1/confirmations/x").await.problem(Code::NotFound);
}

async fn a_repeated_request_has_one_effect(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "A-1").await;
    let (key, body) = (new_key(), time_out(id(&signal), "A-1"));
    let made = desk.post_with(key, "/v1/time-outs", &body).await.expect(201);
    assert_eq!(desk.post_with(key, "/v1/time-outs", &body).await.expect(201), made);
    desk.post_with(key, "/v1/time-outs", &time_out(id(&signal), "A-2")).await.problem(Code::IdempotencyKeyReused);
    let path = format!("/v1/confirmations/{}/_confirm", id(&made["confirmation"]));
    let (key, body) = (new_key(), json!({ "hash": made["confirmation"]["hash"] }));
    let settled = other.post_with(key, &path, &body).await.expect(200);
    assert_eq!(other.post_with(key, &path, &body).await.expect(200), settled);
    assert_eq!(desk.get(&format!("/v1/time-outs/{}", id(&made["item"]))).await.expect(200)["item"]["version"], 2);
    let verbs =
        format!("SELECT verb FROM audit WHERE object = '{}' AND change <> '' ORDER BY organisation, seq", id(&made["item"]));
    assert_eq!(server.texts(&verbs).await, ["time-out.propose", "confirmation.confirm"]);
}

async fn a_store_from_before_the_board_gets_its_rows(server: &TestServer) {
    for at in 0..3 {
        case(server, &format!("A-{at}")).await;
    }
    let before = changes(&server.desk(), None).await;
    assert_eq!(before.deadlines.len(), 6, "a term and a norm each");
    for statement in [
        "DELETE FROM deadlines",
        "DELETE FROM changes WHERE scope = 'deadlines'",
        "DELETE FROM settings WHERE name = 'deadlines-filled-up-to'",
    ] {
        server.execute(statement).await;
    }
    assert_eq!(changes(&server.desk(), None).await.deadlines.len(), 0);
    let (desk, shutdown, serving) = server.second_instance().await;
    let after = changes(&desk, None).await;
    assert_eq!(after.deadlines, before.deadlines);
    let since = changes(&desk, Some(&before.cursor)).await;
    assert_eq!(since.deadlines.len(), 6, "who was up to date gets them too");
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}

async fn a_decision_that_a_time_out_rests_on_cannot_become_another(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "A-1").await;
    running(server, &signal, &other, json!({})).await;
    let path = format!("/v1/signals/{}", id(&signal));
    let read = async || desk.get(&path).await.expect(200);
    let before = read().await;
    let version = before["version"].as_i64().unwrap();
    let mut decisions = before["facts"]["decisions"].clone();
    decisions[0]["reference"] = "A-2".into();
    for wrong in [decisions.clone(), json!([])] {
        let refused = desk.patch(&path, version, &json!({ "decisions": wrong })).await;
        assert_eq!(refused.fault_at("/decisions"), "decision-suspended");
    }
    let after = read().await;
    assert_eq!((&after["suspensions"], &after["hardDate"]), (&before["suspensions"], &before["hardDate"]));
    // The right one is put beside it.
    let both = json!([before["facts"]["decisions"][0], decisions[0]]);
    desk.patch(&path, version, &json!({ "decisions": both })).await.expect(200);
    assert_eq!(read().await["suspensions"], before["suspensions"]);
}
