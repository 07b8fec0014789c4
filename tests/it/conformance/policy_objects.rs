//! Objects in the state that a route needs, for the walk over all routes.

use loket::api::path;
use serde_json::{Value, json};

use super::meetings;
use crate::support::{
    http::{Caller, new_key},
    samples::{bridging, commitment, decision, item_paper, moratorium, signal, signal_with, time_out},
    server::TestServer,
};

pub fn is_of_agenda(path: &str) -> bool {
    ["/v1/agenda-items/", "/v1/item-papers/", "/v1/invitations/", "/v1/let-decisions/", "/v1/editions/"]
        .iter()
        .any(|start| path.starts_with(start))
}

/// What a route of meetings is about, in the state it needs: its id and version.
pub async fn agenda_object(server: &TestServer, path: &str) -> (String, i64) {
    let desk = server.desk();
    if path == path::AGENDA_ITEM_DROP {
        let made = desk.post(path::AGENDA_CANDIDATES, &json!({ "signal": new_signal(&desk).await })).await.expect(201);
        return (made["item"]["id"].as_str().unwrap().to_owned(), 1);
    }
    let made = meetings::made(&desk).await;
    let id = made["item"]["id"].as_str().unwrap().to_owned();
    if matches!(path, path::MEETING_HOLD | path::MEETING_UNHOLD) {
        // The clock of the tests stands before the day: one that has begun.
        let slots = json!([{ "startsAt": "2026-11-16T06:00:00Z", "endsAt": "2026-11-16T14:00:00Z" }]);
        desk.patch(&format!("/v1/meetings/{id}"), 1, &json!({ "slots": slots })).await.expect(200);
    }
    if path == path::MEETING_REINSTATE {
        let off = json!({ "reason": "voorzitter ziek" });
        desk.act(&format!("/v1/meetings/{id}/_cancel"), 1, &off).await.expect(200);
        return (id, 2);
    }
    let needs_fixed =
        matches!(path, path::MEETING_HOLD | path::MEETING_UNHOLD | path::MEETING_PUBLISH | path::MEETING_INVITATIONS);
    if path.starts_with("/v1/meetings/") && !needs_fixed {
        return (id, 1);
    }
    let item = meetings::ready_item(&desk, &id).await;
    let item_id = item["item"]["id"].as_str().unwrap().to_owned();
    if path == path::INVITATION {
        return (item["invitations"][0]["id"].as_str().unwrap().to_owned(), 2);
    }
    if path == path::ITEM_PAPER {
        let put = desk.post(&format!("/v1/agenda-items/{item_id}/papers"), &item_paper("Brief")).await.expect(201);
        return (put["papers"][0]["id"].as_str().unwrap().to_owned(), 1);
    }
    if path == path::AGENDA_ITEM_PAPERS {
        return (item_id, 1);
    }
    let fixed = meetings::fixed(&desk, &id).await;
    match path {
        path::MEETING_UNHOLD => {
            let seen = fixed["item"]["version"].as_i64().unwrap();
            let held = desk.act(&format!("/v1/meetings/{id}/_hold"), seen, &json!({})).await.expect(200);
            (id, held["item"]["version"].as_i64().unwrap())
        }
        _ if needs_fixed => (id, fixed["item"]["version"].as_i64().unwrap()),
        path::EDITION => (fixed["item"]["edition"]["id"].as_str().unwrap().to_owned(), 1),
        path::LET_DECISION => {
            let body = json!({ "facts": { "text": "Uitstel.", "bodies": ["UWV"] } });
            let made = desk.post(&format!("/v1/agenda-items/{item_id}/decisions"), &body).await.expect(201);
            (made["decisions"][0]["id"].as_str().unwrap().to_owned(), 1)
        }
        _ => (item_id, 1),
    }
}

pub async fn new_signal(desk: &Caller) -> String {
    desk.post(path::SIGNALS, &signal("Ontruiming")).await.expect(201)["item"]["id"].as_str().unwrap().to_owned()
}

/// A moratorium, bridging or commitment, closed where it is to be opened again: its id and version.
pub async fn arrangement(desk: &Caller, path: &str) -> (String, i64) {
    if !path.contains("{id}") {
        return (String::new(), 0);
    }
    let of = new_signal(desk).await;
    let (all, body, closing, how) = match path {
        path if path.starts_with("/v1/moratoria") => {
            (path::MORATORIA, moratorium(&of), path::MORATORIUM_END, json!({ "from": "2026-12-01", "reason": "rond" }))
        }
        path if path.starts_with("/v1/bridgings") => {
            (path::BRIDGINGS, bridging(&of), path::BRIDGING_SETTLE, json!({ "on": "2026-11-16", "settlement": "Wlz" }))
        }
        _ => (path::COMMITMENTS, commitment(&of), path::COMMITMENT_KEEP, json!({ "on": "2026-11-16" })),
    };
    let id = desk.post(all, &body).await.expect(201)["item"]["id"].as_str().unwrap().to_owned();
    if !path.ends_with("_reopen") {
        return (id, 1);
    }
    desk.act(&closing.replace("{id}", &id), 1, &how).await.expect(200);
    (id, 2)
}

/// The secret of a feed token of the desk, of which there are only so many.
pub async fn feed_of(server: &TestServer, desk: &Caller) -> String {
    server.execute("UPDATE feed_tokens SET revoked_at = 1").await;
    let made = desk.post(path::FEED_TOKENS, &json!({ "name": "agenda" })).await.expect(201);
    made["path"].as_str().unwrap().split('/').nth(3).unwrap().to_owned()
}

/// A time-out that is proposed by somebody, and what waits.
pub async fn proposed(desk: &Caller, by: &Caller) -> (Value, Value) {
    let reference = new_key().to_string();
    let facts = json!({ "decisions": [decision(&reference)] });
    let item = desk.post(path::SIGNALS, &signal_with("Besluit", facts)).await.expect(201)["item"].clone();
    let made = by.post(path::TIME_OUTS, &time_out(item["id"].as_str().unwrap(), &reference)).await.expect(201);
    (made["item"].clone(), made["confirmation"].clone())
}
