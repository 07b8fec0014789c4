//! A meeting that does not go on: its cases go where they are told to, all else stays, nothing is lost; and it goes on after
//! all, as long as it lies ahead.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use loket::api::{IDEMPOTENCY_KEY, problem::Code};
use reqwest::{Method, header};
use serde_json::{Value, json};

use super::{
    agendas::order,
    changes::changes,
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{
    http::{Caller, Reply, new_key},
    samples::meeting,
    server::TestServer,
};

on_both_stores!(
    its_cases_become_candidates_and_come_back,
    its_cases_go_to_the_next_meeting_before_what_closes_it,
    what_was_fixed_is_fixed_and_sent_again,
    what_went_on_elsewhere_stays_there,
    what_cannot_be_cancelled_says_why,
    cancelled_twice_at_once_it_is_cancelled_once,
);

fn version(detail: &Value) -> i64 {
    detail["item"]["version"].as_i64().unwrap()
}

/// A meeting on a day in December, with its standing items; its id.
async fn later(desk: &Caller, day: u32) -> String {
    let mut new = meeting();
    let (from, until) = (format!("2026-12-{day:02}T12:30:00Z"), format!("2026-12-{day:02}T14:00:00Z"));
    new["facts"]["slots"] = json!([{ "startsAt": from, "endsAt": until }]);
    id(&desk.post("/v1/meetings", &new).await.expect(201)["item"]).to_owned()
}

async fn free(desk: &Caller, meeting: &str) -> String {
    let new = json!({ "facts": { "title": "Werkwijze" }, "first": true });
    id(&desk.post(&format!("/v1/meetings/{meeting}/items"), &new).await.expect(201)["item"]).to_owned()
}

async fn cancel(desk: &Caller, meeting: &str, to: &str) -> Value {
    let path = format!("/v1/meetings/{meeting}");
    let seen = version(&desk.get(&path).await.expect(200));
    let body = json!({ "reason": "de voorzitter is ziek", "to": to });
    desk.act(&format!("{path}/_cancel"), seen, &body).await.expect(200)
}

async fn reinstate(desk: &Caller, meeting: &str) -> Value {
    let path = format!("/v1/meetings/{meeting}");
    let seen = version(&desk.get(&path).await.expect(200));
    desk.act(&format!("{path}/_reinstate"), seen, &json!({ "reason": "er is een ander" })).await.expect(200)
}

async fn its_cases_become_candidates_and_come_back(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let case = ready_item(&desk, &meeting).await;
    let other = ready_item(&desk, &meeting).await;
    let free = free(&desk, &meeting).await;
    let to_top = json!({ "after": free });
    desk.post(&format!("/v1/agenda-items/{}/_move", id(&other["item"])), &to_top).await.expect(200);
    let before = order(&desk, &meeting).await;
    let start = changes(&desk, None).await;

    let off = cancel(&desk, &meeting, "candidates").await;
    assert_eq!((&off["item"]["state"], &off["item"]["cancellation"]["to"]), (&"cancelled".into(), &Value::Null));
    assert_eq!(off["item"]["cancellation"]["reason"], "de voorzitter is ziek");
    let left = order(&desk, &meeting).await;
    assert_eq!((left.len(), left.contains(&free)), (before.len() - 2, true), "what is no case stays");
    let candidates = desk.get("/v1/agenda-candidates").await.expect(200);
    let candidates: BTreeSet<&str> = candidates["items"].as_array().unwrap().iter().map(|row| id(&row["item"])).collect();
    assert_eq!(candidates, [id(&case["item"]), id(&other["item"])].into());
    let kept = desk.get(&format!("/v1/agenda-items/{}", id(&case["item"]))).await.expect(200);
    assert_eq!((&kept["item"]["facts"], &kept["invitations"]), (&case["item"]["facts"], &case["invitations"]));
    assert_eq!(kept["item"]["reason"], "de voorzitter is ziek");

    // Who follows the feed sees the meeting and both cases move; who lists sees it when it asks for all.
    let told = changes(&desk, Some(&start.cursor)).await;
    assert_eq!((told.agenda_items.len(), told.meetings[0].state.code()), (2, "cancelled"));
    assert_eq!(desk.get("/v1/meetings").await.expect(200)["items"], json!([]));
    assert_eq!(desk.get("/v1/meetings?state=all").await.expect(200)["items"][0]["state"], "cancelled");

    // Nothing of it changes while it is cancelled.
    let path = format!("/v1/meetings/{meeting}");
    let refused = desk.patch(&path, version(&off), &json!({ "place": "Utrecht" })).await;
    assert_eq!(refused.fault_at(""), "meeting-cancelled");
    let refused = desk.post(&format!("{path}/items"), &json!({ "facts": { "title": "Nog iets" } })).await;
    assert_eq!(refused.fault_at(""), "meeting-cancelled");

    let on = reinstate(&desk, &meeting).await;
    assert_eq!((&on["item"]["state"], &on["item"]["cancellation"]), (&"concept".into(), &Value::Null));
    assert_eq!(order(&desk, &meeting).await, before, "everything is back in its place");
    let kinds: Vec<&Value> = on["item"]["moves"].as_array().unwrap().iter().map(|moved| &moved["kind"]).collect();
    assert_eq!(kinds, ["created", "cancelled", "reinstated"]);
}

async fn its_cases_go_to_the_next_meeting_before_what_closes_it(server: &TestServer) {
    let desk = server.desk();
    let (second, third) = (later(&desk, 10).await, later(&desk, 17).await);
    let first = id(&made(&desk).await["item"]).to_owned();
    let (one, two) = (ready_item(&desk, &first).await, ready_item(&desk, &first).await);
    let (one, two) = (id(&one["item"]).to_owned(), id(&two["item"]).to_owned());
    let there = order(&desk, &second).await;
    let before = desk.get(&format!("/v1/meetings/{second}")).await.expect(200);
    let off = cancel(&desk, &first, "next").await;
    assert_eq!(off["item"]["cancellation"]["toNumber"], before["item"]["number"], "the first after it, whatever was made first");
    let now = order(&desk, &second).await;
    assert_eq!(now, [&there[..2], &[one.clone(), two.clone()], &there[2..]].concat(), "in their order, before the lessons");
    let after = desk.get(&format!("/v1/meetings/{second}")).await.expect(200);
    assert_ne!(after["item"]["agendaVersion"], before["item"]["agendaVersion"]);
    assert_eq!(after["item"]["version"], before["item"]["version"], "what is said about that meeting is the same");

    reinstate(&desk, &first).await;
    assert_eq!(order(&desk, &second).await, there);
    assert_eq!(order(&desk, &first).await[2..4], [one.clone(), two.clone()]);

    // A meeting that is named; and its own number is none.
    let number = desk.get(&format!("/v1/meetings/{third}")).await.expect(200)["item"]["number"].clone();
    cancel(&desk, &first, number.as_str().unwrap()).await;
    assert!(order(&desk, &third).await.contains(&one));
    let path = format!("/v1/meetings/{third}");
    for to in [number.as_str().unwrap(), "LET-999", "ergens"] {
        let wrong = desk.act(&format!("{path}/_cancel"), 1, &json!({ "reason": "x", "to": to })).await;
        assert_eq!(wrong.fault_places(), ["/to"], "{to}");
    }
    let last = desk.act(&format!("{path}/_cancel"), 1, &json!({ "reason": "x", "to": "next" })).await;
    assert_eq!(last.fault_at(""), "no-next-meeting");
    assert_eq!(order(&desk, &third).await.len(), 6, "nothing is half done");
}

async fn what_was_fixed_is_fixed_and_sent_again(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let meeting = id(&made(&desk).await["item"]).to_owned();
    ready_item(&desk, &meeting).await;
    let before = order(&desk, &meeting).await;
    let now = fixed(&desk, &meeting).await;
    let path = format!("/v1/meetings/{meeting}");
    let body = json!({ "number": now["item"]["number"] });
    let waits = desk.act(&format!("{path}/_publish"), version(&now), &body).await.expect(200);
    let pending = desk.act(&format!("{path}/_cancel"), version(&waits), &json!({ "reason": "ziek" })).await;
    assert_eq!(pending.fault_at(""), "proposal-pending", "what waits for a second person is settled first");
    let confirm = format!("/v1/confirmations/{}/_confirm", id(&waits["confirmation"]));
    other.post(&confirm, &json!({ "hash": waits["confirmation"]["hash"] })).await.expect(200);

    let off = cancel(&desk, &meeting, "candidates").await;
    assert_eq!(
        (&off["item"]["edition"]["sent"], &off["editions"][0]["number"]),
        (&true.into(), &1.into()),
        "what was sent stays"
    );
    let edition = desk.get(&format!("/v1/editions/{}", off["item"]["edition"]["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(edition["item"]["content"]["items"].as_array().unwrap().len(), before.len());
    let held = desk.act(&format!("{path}/_hold"), version(&off), &json!({})).await;
    assert_eq!(held.fault_at(""), "meeting-cancelled");

    let on = reinstate(&desk, &meeting).await;
    assert_eq!((&on["item"]["state"], &on["changedSinceFixed"]), (&"fixed".into(), &true.into()));
    let early = desk.act(&format!("{path}/_publish"), version(&on), &body).await;
    assert_eq!(early.fault_at(""), "agenda-changed-since-fixed");
    let again = fixed(&desk, &meeting).await;
    assert_eq!((&again["item"]["edition"]["number"], &again["item"]["edition"]["sent"]), (&2.into(), &false.into()));
    assert_eq!(order(&desk, &meeting).await, before);
}

async fn what_went_on_elsewhere_stays_there(server: &TestServer) {
    let desk = server.desk();
    let first = id(&made(&desk).await["item"]).to_owned();
    let second = later(&desk, 10).await;
    let mut items = vec![];
    for _ in 0..4 {
        items.push(id(&ready_item(&desk, &first).await["item"]).to_owned());
    }
    cancel(&desk, &first, "candidates").await;
    let path = |n: usize, verb: &str| format!("/v1/agenda-items/{}/{verb}", items[n]);
    desk.post(&path(0, "_drop"), &json!({ "reason": "opgelost" })).await.expect(200);
    desk.post(&path(1, "_move"), &json!({ "meeting": second })).await.expect(200);
    desk.patch(path(2, "").trim_end_matches('/'), 1, &json!({ "minutes": 45 })).await.expect(200);
    reinstate(&desk, &first).await;
    let back = order(&desk, &first).await;
    assert_eq!(back.len(), 6);
    assert_eq!(back[2..4], items[2..], "one was dropped, one is on another agenda; what was written meanwhile is kept");
    assert!(order(&desk, &second).await.contains(&items[1]));

    // What went to an agenda that was fixed since stays on it.
    cancel(&desk, &first, "next").await;
    let now = desk.get(&format!("/v1/meetings/{second}")).await.expect(200);
    let body = json!({ "agendaVersion": now["item"]["agendaVersion"], "reason": "zo" });
    desk.act(&format!("/v1/meetings/{second}/_fix"), version(&now), &body).await.expect(200);
    reinstate(&desk, &first).await;
    assert_eq!(order(&desk, &first).await.len(), 4);
    assert_eq!(order(&desk, &second).await.len(), 7);
}

async fn what_cannot_be_cancelled_says_why(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}");
    let reason = json!({ "reason": "ziek" });
    assert_eq!(desk.act(&format!("{path}/_cancel"), 1, &json!({ "reason": " " })).await.fault_at("/reason"), "required");
    desk.act(&format!("{path}/_cancel"), 1, &json!({ "reason": "bsn 999990019" })).await.problem(Code::BsnInText);
    desk.act(&format!("{path}/_cancel"), 7, &reason).await.problem(Code::StaleVersion);
    assert_eq!(desk.act(&format!("{path}/_reinstate"), 1, &json!({})).await.fault_at(""), "meeting-not-cancelled");

    // Where something was decided, something was held.
    let item = ready_item(&desk, &meeting).await;
    let now = fixed(&desk, &meeting).await;
    let decision = json!({ "facts": { "text": "Uitstel.", "bodies": ["UWV"] } });
    let decided = desk.post(&format!("/v1/agenda-items/{}/decisions", id(&item["item"])), &decision).await.expect(201);
    assert_eq!(desk.act(&format!("{path}/_cancel"), version(&now), &reason).await.fault_at(""), "meeting-has-decisions");
    let taken_back = format!("/v1/let-decisions/{}", id(&decided["decisions"][0]));
    desk.patch(&taken_back, 1, &json!({ "withdrawn": true })).await.expect(200);
    let off = desk.act(&format!("{path}/_cancel"), version(&now), &reason).await.expect(200);
    later(&desk, 10).await;
    for to in ["candidates", "next"] {
        let twice = desk.act(&format!("{path}/_cancel"), version(&off), &json!({ "reason": "ziek", "to": to })).await;
        assert_eq!(twice.fault_at(""), "meeting-cancelled", "{to}");
    }
    server.advance(TimeDelta::days(30));
    let late = desk.act(&format!("{path}/_reinstate"), version(&off), &json!({})).await;
    assert_eq!(late.fault_at(""), "meeting-past");
}

async fn cancelled_twice_at_once_it_is_cancelled_once(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = id(&ready_item(&desk, &meeting).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}/_cancel");
    let body = json!({ "reason": "ziek" });
    let (one, two) = tokio::join!(desk.act(&path, 1, &body), other.act(&path, 1, &body));
    let mut both = [one.status, two.status];
    both.sort_unstable();
    assert_eq!(both, [200, 412], "the second saw another version");
    let candidates = desk.get("/v1/agenda-candidates").await.expect(200)["items"].clone();
    assert_eq!((candidates.as_array().unwrap().len(), id(&candidates[0]["item"])), (1, item.as_str()));

    // Repeated with the same key it has one effect.
    let path = format!("/v1/meetings/{meeting}/_reinstate");
    let key = new_key().to_string();
    let twice = async || {
        let request = desk.request(Method::POST, &path).header(IDEMPOTENCY_KEY, &key).header(header::IF_MATCH, "\"2\"");
        Reply::of(request.json(&json!({ "reason": "toch" }))).await.expect(200)["item"].clone()
    };
    let first = twice().await;
    assert_eq!(twice().await, first);
}
