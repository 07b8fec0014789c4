//! A case about which everything is written that can be written about one, with a word of its own in every text.

use chrono::TimeDelta;
use loket::{
    api::path,
    domain::{role::Role, share::SharePart},
    server::alarms,
};
use serde_json::{Value, json};

use super::{
    cases::{marked, share_with, text},
    erasure::close,
    meetings,
};
use crate::support::{
    http::{Caller, new_key},
    samples,
    server::TestServer,
};

/// A word that stands in no sample.
pub const MARK: &str = "kanarie";

pub fn word(field: &str) -> String {
    format!("{MARK}{field}")
}

/// A case with this word in every field of it and of all that may belong to it, closed.
pub async fn everywhere(server: &TestServer) -> (String, String) {
    let (desk, colleague, secretary) = (server.desk(), server.colleague().await, server.role(Role::LetSecretary));
    let (id, number) = marked(&desk, MARK).await;
    // A time-out with its proposal.
    let mut body = samples::time_out(&id, &word("reference"));
    body["decision"]["kind"] = word("kind").into();
    body["decision"]["announcedOn"] = "2026-11-12".into();
    for field in ["decidedBy", "mandate", "reference"] {
        body["facts"][field] = word(&format!("timeout{field}")).into();
    }
    let waits = desk.post(path::TIME_OUTS, &body).await.expect(201)["confirmation"].clone();
    let confirm = path::CONFIRMATION_CONFIRM.replace("{id}", waits["id"].as_str().unwrap());
    colleague.post(&confirm, &json!({ "hash": waits["hash"] })).await.expect(200);
    // Moratorium, bridging: closed with a text.
    let mut body = samples::moratorium(&id);
    (body["facts"]["setBy"], body["facts"]["conditions"]) = (word("court").into(), word("conditions").into());
    desk.post(path::MORATORIA, &body).await.expect(201);
    let mut body = samples::bridging(&id);
    (body["facts"]["care"], body["facts"]["availableAt"]) = (word("care").into(), word("available").into());
    let bridging = desk.post(path::BRIDGINGS, &body).await.expect(201)["item"]["id"].clone();
    let settled = json!({ "on": "2026-11-16", "settlement": word("settlement") });
    desk.act(&path::BRIDGING_SETTLE.replace("{id}", bridging.as_str().unwrap()), 1, &settled).await.expect(200);
    // Shared, with a reason of its end.
    let mut share = share_with("UWV", SharePart::ALL);
    (share["facts"]["purpose"], share["facts"]["decidedBy"]) = (word("sharepurpose").into(), word("sharedecided").into());
    let share = desk.post(&path::SIGNAL_SHARES.replace("{id}", &id), &share).await.expect(201)["item"]["id"].clone();
    let end = path::SHARE_END.replace("{id}", share.as_str().unwrap());
    desk.post(&end, &json!({ "reason": word("shareend") })).await.expect(200);
    // Opened in an emergency, and judged.
    let to = path::CASE_EMERGENCY.replace("{number}", &number);
    let outside = server.account(Role::Municipal, "Hatice", "GM0518").await;
    outside.post(&to, &json!({ "reason": word("emergency") })).await.expect(201);
    let officer = server.role(Role::PrivacyOfficer);
    let opened = officer.get(path::EMERGENCY_ACCESSES).await.expect(200)["items"][0]["item"]["id"].clone();
    let judge = path::EMERGENCY_ACCESS_REVIEW.replace("{id}", opened.as_str().unwrap());
    officer.post(&judge, &json!({ "verdict": "justified", "reason": word("judged") })).await.expect(200);
    // A message, written and changed.
    let mut new = super::messages::to_reporter(&word("subject"));
    new["facts"]["text"] = word("messagetext").into();
    let message = super::messages::draft(&desk, &id, &new).await;
    desk.patch(&path::MESSAGE.replace("{id}", &message), 1, &json!({ "text": word("othertext") })).await.expect(200);
    // On the agenda of a meeting, in its fixed version, in what was sent of it, and in its decisions.
    on_agenda(server, &id, (&desk, &secretary)).await;
    // A lesson stays, and names it no more.
    let lesson = json!({ "signal": id, "facts": { "kind": "law", "pattern": "Niemand belt terug." } });
    desk.post(path::LESSONS, &lesson).await.expect(201);
    // Somebody is there; an alarm rang; a card of the register was called for it.
    let there = json!({ "window": new_key(), "object": id, "doing": "looking" });
    desk.put(path::PRESENCE, &there).await.done();
    alarms::ring(server.store(), server.clock_now()).await.unwrap();
    server.execute(&format!("INSERT INTO officer_calls (officer, at, signal) VALUES ('x', 1, '{id}')")).await;
    server
        .execute(&format!("INSERT INTO imports (kind, reference, object) VALUES ('commitment', '{}', '{id}')", word("row")))
        .await;
    for row in desk.get("/v1/commitments").await.expect(200)["items"].as_array().unwrap() {
        let lapse = path::COMMITMENT_LAPSE.replace("{id}", row["id"].as_str().unwrap());
        let version = row["version"].as_i64().unwrap();
        desk.act(&lapse, version, &json!({ "on": "2026-11-26", "reason": word("lapsed") })).await.expect(200);
    }
    close(&desk, &id).await;
    (id, number)
}

async fn on_agenda(server: &TestServer, id: &str, (desk, secretary): (&Caller, &Caller)) {
    let meeting = text(&meetings::made(secretary).await["item"]["id"]);
    let mut facts = samples::agenda_item();
    for field in ["title", "stalemate", "facts", "perspective", "decisionAsked", "presenter", "escalated"] {
        facts[field] = word(&format!("item{field}")).into();
    }
    let new = json!({ "signal": id, "facts": facts });
    let item = desk.post(&format!("/v1/meetings/{meeting}/items"), &new).await.expect(201)["item"]["id"].clone();
    let of_item = format!("/v1/agenda-items/{}", item.as_str().unwrap());
    let invited = desk.post(&format!("{of_item}/invitations"), &samples::invitation("UWV", &word("invited"))).await.expect(201);
    let answer = json!({ "answer": "accepted", "mandateConfirmed": true });
    let invitation = invited["invitations"][0]["id"].as_str().unwrap().to_owned();
    desk.patch(&format!("/v1/invitations/{invitation}"), 1, &answer).await.expect(200);
    let mut paper = samples::item_paper(&word("paper"));
    paper["facts"]["text"] = word("papertext").into();
    desk.post(&format!("{of_item}/papers"), &paper).await.expect(201);
    let sends = async |by: &Caller, other: &Caller, now: &Value| {
        let body = json!({ "number": now["item"]["number"] });
        let seen = now["item"]["version"].as_i64().unwrap();
        let sent = by.act(&format!("/v1/meetings/{meeting}/_publish"), seen, &body).await.expect(200)["confirmation"].clone();
        let confirm = path::CONFIRMATION_CONFIRM.replace("{id}", sent["id"].as_str().unwrap());
        other.post(&confirm, &json!({ "hash": sent["hash"] })).await.expect(200);
        secretary.get(&format!("/v1/meetings/{meeting}")).await.expect(200)
    };
    let fixed = meetings::fixed(secretary, &meeting).await;
    let sent = sends(secretary, desk, &fixed).await;
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    let seen = sent["item"]["version"].as_i64().unwrap();
    let held = secretary.act(&format!("/v1/meetings/{meeting}/_hold"), seen, &json!({})).await.expect(200);
    let decision = json!({ "facts": { "text": word("decided"), "bodies": ["UWV"], "legalRoom": word("room") } });
    secretary.post(&format!("{of_item}/decisions"), &decision).await.expect(201);
    let source = json!({ "kind": "agenda-item", "meeting": held["item"]["number"], "item": item, "on": "2026-11-26" });
    let facts = json!({ "text": word("promised"), "organisation": "UWV", "source": source, "due": { "on": "2026-12-10" } });
    desk.post(path::COMMITMENTS, &json!({ "signal": id, "facts": facts })).await.expect(201);
    sends(desk, secretary, &held).await;
}
