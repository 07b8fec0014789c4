//! Every route and every role: allowed as the policy says, refused otherwise, and nothing at all without a token. The walk
//! takes its routes from the server's own table, so a new route is walked the day it is mounted.

use std::collections::BTreeSet;

use loket::{
    api::{path, problem::Code},
    domain::{role::Role, share::SharePart},
    server::{
        policy::{self, Access},
        tokens,
    },
};
use serde_json::{Value, json};

use super::{
    audit_rows, case_exports, cases, deliveries, emergencies, erasure, meetings, messages,
    policy_objects::{agenda_object, arrangement, feed_of, is_of_agenda, new_signal, proposed},
};
use crate::support::{
    http::{Caller, Reply, new_key},
    samples::{
        bridging, commitment, decision, invitation, item_paper, meeting, moratorium, officer, series, signal, signal_with,
        time_out, view,
    },
    server::TestServer,
};

on_both_stores!(every_route_asks_for_its_right, nobody_sees_or_changes_what_is_refused, an_editor_keeps_to_the_own_organisation);

/// A request that would succeed for who may.
async fn good_request(server: &TestServer, who: &Caller, method: &str, path: &str) -> reqwest::RequestBuilder {
    let desk = server.desk();
    if path.starts_with("/v1/cases/") {
        let (number, body) = cases::for_route(server, who, method, path).await;
        return who.versioned(method, &path.replace("{number}", &number), 1, body);
    }
    let is_officer = path.starts_with("/v1/officers");
    let (mut destruction, mut export) = (Value::Null, Value::Null);
    let (id, version) = if path == path::VIEW {
        // A view is changed by who made it: each makes its own, and who may not gets one of the desk.
        let own = who.post(path::VIEWS, &view("Mijn weergave")).await;
        let made = if own.status == 201 { own } else { desk.post(path::VIEWS, &view("Mijn weergave")).await };
        let item = made.expect(201)["item"].clone();
        (item["id"].as_str().unwrap().to_owned(), item["version"].as_i64().unwrap())
    } else if path.starts_with("/v1/meetings/") || is_of_agenda(path) {
        agenda_object(server, path).await
    } else if path.starts_with("/v1/confirmations/") && who.account == server.role(Role::LetSecretary).account {
        // What the secretary settles is the sending of an agenda.
        let by = if path == path::CONFIRMATION_WITHDRAW { who.clone() } else { desk.clone() };
        (meetings::waits(server, &by).await["id"].as_str().unwrap().to_owned(), 1)
    } else if path.starts_with("/v1/time-outs/") || path.starts_with("/v1/confirmations/") {
        // A proposal of somebody else, unless it is to be withdrawn; running where a verb needs that.
        let other = server.colleague().await;
        let own = path == path::CONFIRMATION_WITHDRAW && who.account == desk.account;
        let (made, waits) = proposed(&desk, if own { &desk } else { &other }).await;
        if path.starts_with("/v1/confirmations/") {
            (waits["id"].as_str().unwrap().to_owned(), 1)
        } else {
            let hash = json!({ "hash": waits["hash"] });
            desk.post(&format!("/v1/confirmations/{}/_confirm", waits["id"].as_str().unwrap()), &hash).await.expect(200);
            (made["id"].as_str().unwrap().to_owned(), 2)
        }
    } else if path.starts_with("/v1/moratoria") || path.starts_with("/v1/bridgings") || path.starts_with("/v1/commitments") {
        arrangement(&desk, path).await
    } else if path == path::FEED_TOKEN {
        // Of one's own; who may not gets one of the desk.
        let own = who.post(path::FEED_TOKENS, &json!({ "name": "agenda" })).await;
        let made = if own.status == 201 { own } else { desk.post(path::FEED_TOKENS, &json!({ "name": "agenda" })).await };
        (made.expect(201)["item"]["id"].as_str().unwrap().to_owned(), 1)
    } else if path.starts_with("/v1/meeting-series/") {
        (desk.post(path::MEETING_SERIES, &series()).await.expect(201)["item"]["id"].as_str().unwrap().to_owned(), 1)
    } else if path == path::SHARE_END {
        let to = path::SIGNAL_SHARES.replace("{id}", &new_signal(&desk).await);
        let made = desk.post(&to, &cases::share_with("UWV", SharePart::ALL)).await.expect(201);
        (made["item"]["id"].as_str().unwrap().to_owned(), 1)
    } else if path.starts_with("/v1/messages/") {
        (messages::draft(&desk, &new_signal(&desk).await, &messages::to_reporter("Vraag")).await, 1)
    } else if path == path::LESSON {
        let new = json!({ "signal": new_signal(&desk).await, "facts": { "kind": "law", "pattern": "Niemand belt terug." } });
        (desk.post(path::LESSONS, &new).await.expect(201)["id"].as_str().unwrap().to_owned(), 1)
    } else if path.starts_with("/v1/destructions/") {
        // Of somebody else, unless it is to be withdrawn.
        let is_own = path == path::DESTRUCTION_WITHDRAW
            && [Role::PrivacyOfficer, Role::Administrator].iter().any(|role| server.role(*role).account == who.account);
        let other = server.account(Role::PrivacyOfficer, "Tweede", tokens::DESK_ORGANISATION).await;
        let made = erasure::proposed(server, if is_own { who } else { &other }).await;
        destruction = made["proposal"]["hash"].clone();
        (made["id"].as_str().unwrap().to_owned(), 1)
    } else if path.starts_with("/v1/exports/") {
        // Of somebody else, unless it is to be withdrawn or fetched.
        let is_own = [path::EXPORT_WITHDRAW, path::EXPORT_CONTENT].contains(&path) && who.account == desk.account;
        let other = server.colleague().await;
        let (by, second) = if is_own { (&desk, &other) } else { (&other, &desk) };
        let made = case_exports::proposed(server, by).await;
        if path == path::EXPORT_CONTENT {
            second.post(&erasure::settle(path::EXPORT_CONFIRM, &made), &erasure::approval(&made)).await.expect(200);
        }
        export = made["proposal"]["hash"].clone();
        (made["id"].as_str().unwrap().to_owned(), 1)
    } else if path == path::ADMINISTRATOR_CONFIRM {
        (server.account(Role::Administrator, "Tweede", tokens::DESK_ORGANISATION).await.account, 1)
    } else if path == path::EMERGENCY_ACCESS_REVIEW {
        (emergencies::opened(server).await, 1)
    } else if path == path::SESSION {
        (server.session_of(&desk).await, 1)
    } else if path.starts_with("/v1/deliveries/") && path.contains("{id}") {
        deliveries::for_route(&desk, path).await
    } else if path == path::DEADLINE {
        // A signal has a clock from the start: the desk reacts within two working days.
        let made = desk.post("/v1/signals", &signal("Ontruiming")).await.expect(201)["item"].clone();
        let board = desk.get(&format!("/v1/deadlines?signal={}", made["id"].as_str().unwrap())).await.expect(200);
        (board["items"][0]["id"].as_str().unwrap().to_owned(), 1)
    } else if path.contains("{id}") {
        let (to, body) =
            if is_officer { ("/v1/officers", officer("GM0344", "Persoon")) } else { ("/v1/signals", signal("Ontruiming")) };
        let item = desk.post(to, &body).await.expect(201)["item"].clone();
        if path == path::OFFICER_TAKE_BACK {
            // What one said oneself; who may not gets what the desk said.
            let confirm = path::OFFICER_CONFIRM.replace("{id}", item["id"].as_str().unwrap());
            if who.act(&confirm, 1, &json!({})).await.status != 200 {
                desk.act(&confirm, 1, &json!({})).await.expect(200);
            }
            return who.versioned(method, &path.replace("{id}", item["id"].as_str().unwrap()), 2, None);
        }
        if path == path::SIGNAL_UNMERGE {
            let into = new_signal(&desk).await;
            let merge = json!({ "from": item["id"], "fromVersion": 1 });
            desk.act(&path::SIGNAL_MERGE.replace("{id}", &into), 1, &merge).await.expect(200);
            return who.versioned(method, &path.replace("{id}", item["id"].as_str().unwrap()), 2, None);
        }
        (item["id"].as_str().unwrap().to_owned(), item["version"].as_i64().unwrap())
    } else {
        (String::new(), 0)
    };
    if path == path::SIGNAL_CURRENT_CLAIM {
        who.post(&format!("/v1/signals/{id}/claims"), &json!({})).await;
    }
    let body: Option<Value> = match (method, path) {
        ("POST", path::SIGNALS) => Some(signal("Nieuw")),
        ("POST", path::REPORTS) => Some(cases::new_case("Formulier")),
        ("POST", path::CASES) => Some(cases::new_case("Nieuw")),
        ("POST", path::SIGNAL_SHARES) => Some(cases::share_with("UWV", SharePart::ALL)),
        ("POST", path::SIGNAL_MESSAGES) => Some(messages::to_reporter("Vraag")),
        ("POST", path::MESSAGE_SEND) => Some(json!({})),
        ("POST", path::MESSAGE_TAKE_BACK) => None,
        ("PATCH", path::MESSAGE) => Some(json!({ "subject": "Anders" })),
        ("POST", path::SHARE_END) => Some(json!({ "reason": "rond" })),
        ("POST", path::OFFICERS) => Some(officer("GM0344", "Nieuw")),
        ("POST", path::OFFICERS_LOOKED_UP) => Some(json!({ "at": "2026-11-16T09:00:00Z", "query": "cak" })),
        ("POST", path::OFFICER_CONFIRM | path::DELIVERY_REJECT | path::DELIVERY_UNDO | path::SIGNAL_REVEALS) => None,
        ("POST", path::DELIVERIES | path::DELIVERY_APPLY) => Some(json!({})),
        ("POST", path::DELIVERIES_MERGER) => Some(json!({ "from": ["0501"], "into": "0344", "on": "2026-11-16" })),
        ("POST", path::OFFICER_REPORT) => Some(json!({ "reason": "neemt niet op" })),
        ("POST", path::SIGNALS_SEARCH | path::OFFICERS_SEARCH) => Some(json!({ "query": "ontruiming" })),
        ("POST", path::TERMS_CALCULATE) => Some(json!({ "trigger": "2026-10-10", "length": "6w" })),
        ("POST", path::SIGNALS_LOOK_ALIKES_SEARCH) => Some(json!({ "title": "Ontruiming", "municipality": "0344" })),
        ("POST", path::SIGNAL_MERGE) => Some(json!({ "from": new_signal(&desk).await, "fromVersion": 1 })),
        ("POST", path::SIGNAL_NOTES) => Some(json!({ "text": "x" })),
        ("POST", path::SIGNAL_CONTACT_MOMENTS) => Some(json!({ "contact": { "with": "SVB", "reached": true } })),
        ("POST", path::SIGNAL_CLAIMS) => Some(json!({})),
        ("POST", path::FEED_TOKENS) => Some(json!({ "name": "agenda", "expiresAt": null })),
        ("POST", path::VIEWS) => Some(view("Nieuw")),
        ("POST", path::TIME_OUTS) => {
            let reference = new_key().to_string();
            let facts = json!({ "decisions": [decision(&reference)] });
            let item = desk.post(path::SIGNALS, &signal_with("Besluit", facts)).await.expect(201)["item"].clone();
            Some(time_out(item["id"].as_str().unwrap(), &reference))
        }
        ("POST", path::TIME_OUT_EXTEND) => Some(json!({ "lastDay": "2026-12-06", "decidedOn": "2026-11-16" })),
        ("POST", path::TIME_OUT_RESUME) => Some(json!({ "from": "2026-11-20" })),
        ("POST", path::TIME_OUT_END) => Some(json!({ "from": "2026-11-20", "ending": "solution" })),
        ("POST", path::TIME_OUT_TELL_BODY | path::TIME_OUT_BODY_CONFIRMED) => Some(json!({ "on": "2026-11-16" })),
        ("POST", path::CONFIRMATION_CONFIRM) => {
            let waits = desk.get(&path::CONFIRMATION.replace("{id}", &id)).await.expect(200);
            Some(json!({ "hash": waits["hash"] }))
        }
        ("POST", path::CONFIRMATION_REJECT | path::CONFIRMATION_WITHDRAW) => Some(json!({ "reason": "" })),
        ("POST", path::MORATORIA) => Some(moratorium(&new_signal(&desk).await)),
        ("POST", path::BRIDGINGS) => Some(bridging(&new_signal(&desk).await)),
        ("POST", path::COMMITMENTS) => Some(commitment(&new_signal(&desk).await)),
        ("POST", path::MORATORIUM_END) => Some(json!({ "from": "2026-12-01", "reason": "rond" })),
        ("POST", path::BRIDGING_SETTLE) => Some(json!({ "on": "2026-11-16", "settlement": "Wlz betaalt" })),
        ("POST", path::COMMITMENT_KEEP) => Some(json!({ "on": "2026-11-16" })),
        ("POST", path::COMMITMENT_LAPSE) => Some(json!({ "on": "2026-11-16", "reason": "niet meer nodig" })),
        ("POST", path::MORATORIUM_REOPEN | path::BRIDGING_REOPEN | path::COMMITMENT_REOPEN) => {
            Some(json!({ "reason": "vergissing" }))
        }
        ("POST", path::MEETINGS) => Some(meeting()),
        ("POST", path::MEETING_ITEMS) => Some(json!({ "facts": { "title": "Vrij punt" } })),
        ("POST", path::MEETING_FIX) => Some(json!({ "agendaVersion": 1, "reason": "proef" })),
        ("POST", path::MEETING_HOLD | path::MEETING_UNHOLD) => Some(json!({})),
        ("POST", path::AGENDA_ITEM_MOVE | path::AGENDA_ITEM_TAKE_OFF | path::AGENDA_ITEM_DROP) => Some(json!({})),
        ("POST", path::MEETING_CANCEL) => Some(json!({ "reason": "voorzitter ziek" })),
        ("POST", path::MEETING_REINSTATE) => Some(json!({})),
        ("POST", path::MEETING_PUBLISH) => {
            Some(json!({ "number": desk.get(&path::MEETING.replace("{id}", &id)).await.expect(200)["item"]["number"] }))
        }
        ("POST", path::AGENDA_CANDIDATES) => Some(json!({ "signal": new_signal(&desk).await })),
        ("POST", path::AGENDA_ITEM_INVITATIONS) => Some(invitation("UWV", "Directeur")),
        ("POST", path::AGENDA_ITEM_DECISIONS) => Some(json!({ "facts": { "text": "Uitstel.", "bodies": ["UWV"] } })),
        ("POST", path::AGENDA_ITEM_PAPERS) => Some(item_paper("Brief")),
        ("POST", path::DESTRUCTIONS) => {
            Some(json!({ "numbers": [erasure::destroyable(server).await.1], "reason": "termijn voorbij" }))
        }
        ("POST", path::DESTRUCTION_CONFIRM) => Some(json!({ "hash": destruction })),
        ("POST", path::DESTRUCTION_REJECT | path::DESTRUCTION_WITHDRAW) => Some(json!({ "reason": "" })),
        ("POST", path::EXPORTS) => Some(case_exports::new(&[server.signal("Uitvoer").await["number"].as_str().unwrap()])),
        ("POST", path::EXPORT_CONFIRM) => Some(json!({ "hash": export })),
        ("POST", path::EXPORT_REJECT | path::EXPORT_WITHDRAW) => Some(json!({ "reason": "" })),
        ("POST", path::HOLDINGS_SEARCH) => Some(json!({ "reference": "S-2026-00001" })),
        ("POST", path::AUDIT_SEARCH | path::AUDIT_EXPORT) => Some(json!({})),
        ("POST", path::ADMINISTRATOR_CONFIRM) => Some(json!({})),
        ("POST", path::EMERGENCY_ACCESS_REVIEW) => Some(json!({ "verdict": "justified", "reason": "gebeld" })),
        ("POST", path::AUDIT_LOOKED) => Some(json!({ "seq": audit_rows::drawn(server).await })),
        ("POST", path::LESSONS) => {
            Some(json!({ "signal": new_signal(&desk).await, "facts": { "kind": "law", "pattern": "Niemand belt terug." } }))
        }
        ("POST", path::MEETING_SERIES) => Some(series()),
        ("POST", path::MEETING_SERIES_END) => Some(json!({ "on": "2026-12-01" })),
        ("PATCH", path::ONE_MEETING_SERIES) => Some(json!({ "place": "Utrecht" })),
        ("PATCH", path::LESSON) => Some(json!({ "law": "Awb" })),
        ("PATCH", path::MEETING) => Some(json!({ "place": "Utrecht" })),
        ("PATCH", path::INVITATION) => Some(json!({ "answer": "accepted" })),
        ("PATCH", path::LET_DECISION) => Some(json!({ "legalRoom": "hardheidsclausule" })),
        ("PATCH", path::MORATORIUM | path::BRIDGING | path::COMMITMENT) => Some(json!({ "reason": "nagekeken" })),
        ("PATCH", path::VIEW) => Some(json!({ "name": "Anders" })),
        ("PATCH", _) => Some(json!({ "title": "Anders" })),
        ("PUT", path::PRESENCE) => Some(json!({ "window": new_key(), "object": new_signal(&desk).await, "doing": "looking" })),
        ("POST", path::SIGN_IN) => Some(json!({ "name": "x", "password": "x", "code": "000000" })),
        ("POST", path::SIGN_IN_BEGIN_SET_UP) => Some(json!({ "name": "x", "secret": "x" })),
        ("POST", path::SIGN_IN_SET_UP) => {
            Some(json!({ "name": "x", "secret": "x", "password": "vier losse woorden samen", "code": "000000" }))
        }
        ("POST", path) => panic!("POST {path} is new: say here what a good request is"),
        _ => None,
    };
    let token = match path {
        path::FEED_DEADLINES => feed_of(server, &desk).await,
        _ => String::new(),
    };
    who.versioned(method, &path.replace("{token}", &token).replace("{id}", &id), version, body)
}

/// What this server does not do: nobody signs in here with a password.
fn is_off(method: &str, path: &str) -> bool {
    method == "POST" && path.starts_with(path::SIGN_IN)
}

/// What nothing comes of at a server that sends no mail, whoever asks.
fn sends(path: &str) -> bool {
    [path::MESSAGE_SEND, path::MESSAGE_TAKE_BACK].contains(&path)
}

/// The status alone: a stream of events never ends.
async fn answer(request: reqwest::RequestBuilder, is_stream: bool) -> (u16, Option<Reply>) {
    if is_stream {
        let answer = request.send().await.unwrap();
        if answer.status().is_success() {
            return (answer.status().as_u16(), None);
        }
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let body = answer.bytes().await.unwrap().to_vec();
        return (status, Some(Reply { asked: "a stream".into(), status, headers, body }));
    }
    let reply = Reply::of(request).await;
    (reply.status, Some(reply))
}

async fn every_route_asks_for_its_right(server: &TestServer) {
    let table = policy::table();
    let mounted: BTreeSet<&str> = table.iter().map(|line| line.path.as_str()).collect();
    for path in
        [path::SIGNALS, path::SIGNAL, path::OFFICERS, path::OFFICER, path::CHANGES, path::EVENTS, path::ME, path::SIGNAL_CLAIMS]
    {
        assert!(mounted.contains(path), "{path} is not in the table");
    }
    let document: Value = serde_json::from_slice(&server.stranger().get(path::OPENAPI).await.body).unwrap();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let known = table.iter().any(|line| line.path == *path && line.method.eq_ignore_ascii_case(method));
            assert!(known, "{method} {path} is published but has no policy");
        }
    }
    for line in &table {
        let name = format!("{} {}", line.method, line.path);
        assert!(!line.policy.purpose.is_empty(), "{name}: without a purpose");
        let is_stream = line.path == path::EVENTS;
        for role in Role::ALL {
            let who = server.role(*role);
            let request = good_request(server, &who, &line.method, &line.path).await;
            let (status, reply) = answer(request, is_stream).await;
            if is_off(&line.method, &line.path) {
                reply.unwrap().problem(Code::NotFound);
            } else if line.policy.access.admits(*role) && sends(&line.path) {
                reply.unwrap().problem(Code::NotPossibleNow);
            } else if line.policy.access.admits(*role) {
                let reply = reply.map(|reply| reply.text()).unwrap_or_default();
                assert!(status < 300, "{name} as {role}: allowed, but {status} {reply}");
            } else {
                reply.unwrap().problem(Code::NotAllowed);
            }
        }
        let stranger = good_request(server, &server.stranger(), &line.method, &line.path).await;
        let (status, reply) = answer(stranger, is_stream).await;
        if is_off(&line.method, &line.path) {
            reply.unwrap().problem(Code::NotFound);
        } else if line.policy.access == Access::Public {
            assert!(status < 300, "{name} is public");
        } else {
            reply.unwrap().problem(Code::NotSignedIn);
        }
    }
}

/// What the roles are about, said once more and apart from the table.
async fn nobody_sees_or_changes_what_is_refused(server: &TestServer) {
    let item = server.signal("Geheim onderwerp").await;
    let person = server.desk().post("/v1/officers", &officer("UWV", "Bijzondere Naam")).await.expect(201)["item"].clone();
    let signal_path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    let officer_path = format!("/v1/officers/{}", person["id"].as_str().unwrap());
    for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Desk | Role::LetSecretary)) {
        let who = server.role(*role);
        let by_number = format!("/v1/signals/{}", item["number"].as_str().unwrap());
        let unknown = "/v1/signals/018f0000-0000-7000-8000-000000000000".to_owned();
        for path in ["/v1/signals".to_owned(), signal_path.clone(), by_number, unknown] {
            let reply = who.get(&path).await;
            reply.problem(Code::NotAllowed);
            assert!(!reply.text().contains("Geheim") && reply.header("etag").is_empty(), "{role} {path}");
        }
        let reply = who.post("/v1/signals/_search", &json!({ "query": "geheim" })).await;
        reply.problem(Code::NotAllowed);
        for reply in [
            who.post("/v1/signals", &signal("x")).await,
            who.patch(&signal_path, 1, &json!({ "title": "x" })).await,
            who.patch(&signal_path, 9, &json!({ "title": 5 })).await,
            who.post(&format!("{signal_path}/notes"), &json!({ "text": "x" })).await,
            who.post(&format!("{signal_path}/notes"), &json!({ "text": 5 })).await,
            who.post(&format!("{signal_path}/claims"), &json!({})).await,
            who.delete(&format!("{signal_path}/claims/current")).await,
        ] {
            reply.problem(Code::NotAllowed);
        }
        if !matches!(role, Role::RegisterEditor | Role::RegisterReader) {
            for reply in [who.get(&officer_path).await, who.post("/v1/officers/_search", &json!({ "query": "bijzondere" })).await]
            {
                assert!(!reply.text().contains("Bijzondere"), "{role}");
                reply.problem(Code::NotAllowed);
            }
        }
        who.patch(&officer_path, 1, &json!({ "name": "Overschreven" })).await.any_problem();
    }
    let secretary = server.role(Role::LetSecretary);
    secretary.get(&signal_path).await.expect(200);
    for reply in [
        secretary.post("/v1/signals", &signal("x")).await,
        secretary.patch(&signal_path, 1, &json!({ "title": "x" })).await,
        secretary.post(&format!("{signal_path}/claims"), &json!({})).await,
        secretary.patch(&officer_path, 1, &json!({ "name": "x" })).await,
    ] {
        reply.problem(Code::NotAllowed);
    }
    // Who may settle the sending of an agenda may not settle a time-out.
    let (_, waits) = proposed(&server.desk(), &server.desk()).await;
    let confirm = path::CONFIRMATION_CONFIRM.replace("{id}", waits["id"].as_str().unwrap());
    secretary.post(&confirm, &json!({ "hash": waits["hash"] })).await.problem(Code::NotAllowed);
    assert_eq!(server.desk().get(&signal_path).await.expect(200), item);
    assert_eq!(server.desk().get(&officer_path).await.expect(200), person);
}

async fn an_editor_keeps_to_the_own_organisation(server: &TestServer) {
    let editor = server.role(Role::RegisterEditor);
    let own = editor.post("/v1/officers", &officer("GM0344", "Eigen")).await.expect(201)["item"].clone();
    editor.post("/v1/officers", &officer("UWV", "Andermans")).await.problem(Code::NotAllowed);
    let other = server.desk().post("/v1/officers", &officer("UWV", "Andermans")).await.expect(201)["item"].clone();
    let path = |item: &Value| format!("/v1/officers/{}", item["id"].as_str().unwrap());
    assert_eq!(editor.patch(&path(&own), 1, &json!({ "title": "x" })).await.expect(200)["version"], 2);
    let reply = editor.patch(&path(&other), 1, &json!({ "title": "x" })).await;
    assert!(matches!(reply.status, 403 | 404), "{}", reply.text());
    assert_eq!(server.desk().get(&path(&other)).await.expect(200), other);
    for query in ["", "?organisation=UWV", "?organisation=UWV,GM0344"] {
        let reply = editor.get(&format!("/v1/officers{query}")).await;
        assert!(!reply.text().contains("Andermans"), "{query}: {}", reply.text());
    }
}
