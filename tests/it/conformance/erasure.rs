//! What is closed long enough is destroyed by two people, and then it is nowhere: no table, file, feed, answer or client has a word of it.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use loket::{
    api::{change::Entity, path, problem::Code},
    client::replica::Replica,
    domain::{role::Role, share::SharePart},
    server::audit::verify,
};
use serde_json::{Value, json};

use super::{
    cases::{share_with, text},
    changes::changes,
    erasure_case::{MARK, everywhere, word},
};
use crate::support::{
    http::{Caller, new_key},
    samples,
    server::TestServer,
};

on_both_stores!(
    no_word_of_it_is_left,
    it_takes_two_people_and_the_same_list,
    what_still_runs_is_on_no_list,
    what_stopped_halfway_goes_on,
    another_organisation_has_nothing_to_say,
    holdings_say_what_there_is_and_what_is_left,
    what_was_closed_before_has_its_day,
);

/// Closes a case as it is now.
pub async fn close(desk: &Caller, id: &str) {
    let now = desk.get(&format!("/v1/signals/{id}")).await.expect(200);
    let version = now["version"].as_i64().unwrap();
    let closed = json!({ "status": "closed", "outcome": "within_rules" });
    desk.patch(&format!("/v1/signals/{id}"), version, &closed).await.expect(200);
}

/// A case that was closed so long ago that it may be destroyed: id and number.
pub async fn destroyable(server: &TestServer) -> (String, String) {
    let made = server.signal("Terugvordering, UWV").await;
    let id = text(&made["id"]);
    close(&server.desk(), &id).await;
    server.execute(&format!("UPDATE signals SET closed_on = '2001-01-02' WHERE id = '{id}'")).await;
    (id, text(&made["number"]))
}

/// A destruction of one such case, proposed by somebody: as it was answered.
pub async fn proposed(server: &TestServer, by: &Caller) -> Value {
    let (_, number) = destroyable(server).await;
    by.post(path::DESTRUCTIONS, &json!({ "numbers": [number], "reason": "termijn voorbij" })).await.expect(201)["item"].clone()
}

/// What is sent to approve it.
pub fn approval(destruction: &Value) -> Value {
    json!({ "hash": destruction["proposal"]["hash"] })
}

pub fn settle(route: &str, destruction: &Value) -> String {
    route.replace("{id}", destruction["id"].as_str().unwrap())
}

/// The tables, and for each whether a text stands in it, without regard to case.
pub async fn tables_with(server: &TestServer, words: &str) -> BTreeSet<String> {
    let (tables, columns) = match server.is_postgres() {
        true => (
            "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public'",
            "SELECT CAST(column_name AS TEXT) FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'",
        ),
        false => ("SELECT name FROM sqlite_schema WHERE type = 'table'", "SELECT name FROM pragma_table_info('{table}')"),
    };
    let mut found = BTreeSet::new();
    // Its own table holds hashes of the steps of the schema.
    for table in server.texts(tables).await.into_iter().filter(|table| table != "_sqlx_migrations") {
        for column in server.texts(&columns.replace("{table}", &table)).await {
            let query = format!("SELECT COALESCE(CAST({column} AS TEXT), '') FROM {table}");
            if server.texts(&query).await.iter().any(|value| value.to_lowercase().contains(words)) {
                found.insert(table.clone());
            }
        }
    }
    found
}

/// The SQLite file and its log: is this word in their bytes?
fn bytes_hold(server: &TestServer, word: &str) -> bool {
    let Some(file) = server.url().strip_prefix("sqlite:").map(str::to_owned) else { return false };
    ["", "-wal"].iter().any(|end| {
        let bytes = std::fs::read(format!("{file}{end}")).unwrap_or_default().to_ascii_lowercase();
        memchr::memmem::find(&bytes, word.as_bytes()).is_some()
    })
}

async fn no_word_of_it_is_left(server: &TestServer) {
    let (officer, administrator) = (server.role(Role::PrivacyOfficer), server.role(Role::Administrator));
    let other = server.signal("Een zaak die blijft").await;
    let (id, number) = everywhere(server).await;
    let had = tables_with(server, MARK).await;
    for table in [
        "signals",
        "signal_documents",
        "entries",
        "history",
        "time_outs",
        "confirmations",
        "deadlines",
        "arrangements",
        "shares",
        "emergency_accesses",
        "messages",
        "agenda_items",
        "agenda_parts",
        "agenda_part_versions",
        "editions",
        "suspended_decisions",
        "imports",
    ] {
        assert!(had.contains(table), "the test says nothing about {table}: {had:?}");
    }
    let named = tables_with(server, &id).await;
    for table in ["alarms", "officer_calls", "lessons", "idempotency", "changes", "audit"] {
        assert!(named.contains(table), "the test says nothing about {table}: {named:?}");
    }
    assert!(server.is_postgres() || bytes_hold(server, MARK), "the test says nothing about the bytes");
    // A client that was there, and then away for years.
    let desk = server.desk();
    let mut replica = Replica::new();
    for line in desk.get(path::CHANGES).await.text().lines() {
        replica.apply_line(line.as_bytes()).unwrap();
    }
    assert_eq!(replica.signals().len(), 2);
    let key = new_key();
    desk.post_with(key, &format!("/v1/signals/{id}/notes"), &json!({ "text": word("late") })).await.expect(201);
    server.advance(TimeDelta::days(6 * 366));

    let list = officer.get(path::DESTRUCTION_LIST).await.expect(200);
    assert_eq!((&list["items"][0]["number"], &list["items"][0]["rule"]), (&number.clone().into(), &"within_rules".into()));
    assert!(!list.to_string().contains(MARK), "no text of a case");
    let body = json!({ "numbers": [number], "reason": "termijn voorbij, niets bijzonders" });
    let made = officer.post(path::DESTRUCTIONS, &body).await.expect(201)["item"].clone();
    let done = administrator.post(&settle(path::DESTRUCTION_CONFIRM, &made), &approval(&made)).await.expect(200);
    assert_eq!((&done["item"]["cases"][0]["fate"], &done["backupsUntil"]), (&"erased".into(), &"2033-01-04".into()));

    assert_eq!(tables_with(server, MARK).await, BTreeSet::new());
    let named = tables_with(server, &id).await;
    assert_eq!(named, ["audit", "changes", "destructions", "history"].map(str::to_owned).into(), "its id");
    let told = format!("SELECT DISTINCT entity FROM history WHERE object = '{id}' OR old LIKE '%{id}%' OR new LIKE '%{id}%'");
    assert_eq!(server.texts(&told).await, ["destruction"], "the list it was on");
    assert!(!bytes_hold(server, MARK), "in the bytes of the file or its log");
    desk.get(&format!("/v1/signals/{id}")).await.problem(Code::NotFound);
    desk.get(&format!("/v1/signals/{number}")).await.problem(Code::NotFound);
    // A repetition of what was written in it neither tells of it nor brings it back.
    let again = desk.post_with(key, &format!("/v1/signals/{id}/notes"), &json!({ "text": word("late") })).await;
    assert!(again.status >= 400 && !again.text().contains(&word("late")), "{}", again.text());

    let since = replica.cursor().unwrap().to_owned();
    let feed = desk.get(&format!("/v1/changes?since={since}")).await.text();
    assert!(!feed.contains(MARK) && !feed.contains("\"reset\""), "{feed}");
    for line in feed.lines() {
        replica.apply_line(line.as_bytes()).unwrap();
    }
    assert_eq!(replica.signals().len(), 1, "a client that was away forgets it");
    assert!(changes(&desk, Some(&since)).await.gone.contains(&(Entity::Signal, id.clone())));
    let fresh = desk.get(path::CHANGES).await.text();
    assert!(!fresh.contains(MARK) && !fresh.contains(&id), "a new client hears nothing of it");

    // What stays: to count with, what was learnt, and a chain that holds.
    let counted = "SELECT municipality || ' ' || outcome || ' ' || CAST(year AS TEXT) || ' ' || domains FROM destroyed_cases";
    let counted = server.texts(counted).await;
    assert_eq!(counted.len(), 1);
    assert!(counted[0].starts_with("0642 within_rules 2026 ") && counted[0].contains("huisvesting"), "{counted:?}");
    let lessons = desk.get(path::LESSONS).await.expect(200);
    assert_eq!(
        (&lessons["items"][0]["facts"]["pattern"], &lessons["items"][0]["cases"]),
        (&"Niemand belt terug.".into(), &json!([]))
    );
    let erased = server.texts(&format!("SELECT account FROM audit WHERE verb = 'signal.erase' AND object = '{id}'")).await;
    assert_eq!(erased, [administrator.account.as_str()]);
    let rows = officer.post(path::AUDIT_SEARCH, &json!({ "object": number, "limit": 1 })).await.expect(200);
    assert_eq!(rows["items"][0]["verb"], "signal.erase", "who did what with it is still found by its number");
    assert!(verify(server.store()).await.unwrap().broken.is_empty(), "the chain holds");
    assert!(loket::server::maintenance::check(server.store()).await.unwrap().faults.is_empty(), "the store is whole");
    assert_eq!(desk.get(&format!("/v1/signals/{}", text(&other["id"]))).await.expect(200)["id"], other["id"]);
    // The meeting is still there, with the place of the item.
    let meeting = desk.get("/v1/meetings/LET-1/items").await.expect(200);
    assert!(!meeting.to_string().contains(MARK), "{meeting:#}");
}

async fn it_takes_two_people_and_the_same_list(server: &TestServer) {
    let (officer, administrator) = (server.role(Role::PrivacyOfficer), server.role(Role::Administrator));
    let made = proposed(server, &officer).await;
    let (confirm, reject) = (settle(path::DESTRUCTION_CONFIRM, &made), settle(path::DESTRUCTION_REJECT, &made));
    assert_eq!(officer.post(&confirm, &approval(&made)).await.fault_at(""), "same-person");
    assert_eq!(officer.post(&reject, &json!({ "reason": "" })).await.fault_at(""), "same-person");
    // The same person under another role is the same person.
    server.execute(&format!("UPDATE accounts SET role = 'administrator' WHERE id = '{}'", officer.account)).await;
    server.advance(TimeDelta::seconds(11));
    officer.get(path::SESSIONS).await.expect(200);
    assert_eq!(officer.post(&confirm, &approval(&made)).await.fault_at(""), "same-person");
    let wrong = administrator.post(&confirm, &json!({ "hash": "0".repeat(64) })).await;
    assert_eq!(wrong.fault_at(""), "other-than-shown");
    let withdraw = settle(path::DESTRUCTION_WITHDRAW, &made);
    assert_eq!(administrator.post(&withdraw, &json!({ "reason": "" })).await.fault_at(""), "anothers-proposal");
    // Opened again meanwhile: what was shown is not so any more, and nothing is erased.
    let number = text(&made["cases"][0]["number"]);
    let now = server.desk().get(&format!("/v1/signals/{number}")).await.expect(200);
    let open = json!({ "status": "in_progress" });
    let at = format!("/v1/signals/{number}");
    let opened = server.desk().patch(&at, now["version"].as_i64().unwrap(), &open).await.expect(200);
    assert_eq!(administrator.post(&confirm, &approval(&made)).await.fault_at(""), "subject-changed");
    server.desk().get(&at).await.expect(200);
    let closed = json!({ "status": "withdrawn" });
    server.desk().patch(&at, opened["version"].as_i64().unwrap(), &closed).await.expect(200);
    assert_eq!(administrator.post(&confirm, &approval(&made)).await.fault_at(""), "subject-changed", "its term begins anew");
    administrator.post(&reject, &json!({ "reason": "heropend" })).await.expect(200);
    assert_eq!(administrator.post(&confirm, &approval(&made)).await.fault_at(""), "proposal-settled");
    // Nobody answers: it expires.
    let made = proposed(server, &officer).await;
    server.advance(TimeDelta::days(14));
    assert_eq!(
        administrator.post(&settle(path::DESTRUCTION_CONFIRM, &made), &approval(&made)).await.fault_at(""),
        "proposal-expired"
    );
    server.desk().get(&format!("/v1/signals/{}", text(&made["cases"][0]["number"]))).await.expect(200);
}

async fn what_still_runs_is_on_no_list(server: &TestServer) {
    let (desk, officer) = (server.desk(), server.role(Role::PrivacyOfficer));
    let numbers = async || -> Vec<String> {
        let list = officer.get(path::DESTRUCTION_LIST).await.expect(200);
        list["items"].as_array().unwrap().iter().map(|one| text(&one["number"])).collect()
    };
    let refused = async |number: &str| {
        let body = json!({ "numbers": [number], "reason": "termijn voorbij" });
        officer.post(path::DESTRUCTIONS, &body).await.fault_at("/numbers")
    };
    let (_, free) = destroyable(server).await;
    let long_ago = async |id: &str| {
        server.execute(&format!("UPDATE signals SET closed_on = '2001-01-02' WHERE id = '{id}'")).await;
    };
    // Closed today.
    let made = server.signal("Net afgesloten").await;
    close(&desk, &text(&made["id"])).await;
    assert_eq!(refused(&text(&made["number"])).await, "kept-term-runs");
    // Opened again.
    let (id, reopened) = destroyable(server).await;
    let now = desk.get(&format!("/v1/signals/{id}")).await.expect(200);
    desk.patch(&format!("/v1/signals/{id}"), now["version"].as_i64().unwrap(), &json!({ "status": "aftercare" }))
        .await
        .expect(200);
    assert_eq!(refused(&reopened).await, "kept-open");
    // A decision whose term runs, and one that is suspended or about to be.
    let reference = new_key().to_string();
    let facts = json!({ "decisions": [samples::decision(&reference)] });
    let made = desk.post(path::SIGNALS, &samples::signal_with("Besluit", facts)).await.expect(201)["item"].clone();
    let id = text(&made["id"]);
    close(&desk, &id).await;
    long_ago(&id).await;
    assert_eq!(refused(&text(&made["number"])).await, "kept-date-ahead");
    desk.post(path::TIME_OUTS, &samples::time_out(&id, &reference)).await.expect(201);
    assert_eq!(refused(&text(&made["number"])).await, "kept-time-out");
    // A commitment nobody kept, a candidate for a meeting, a share.
    for (route, body, hold) in [
        (path::COMMITMENTS.to_owned(), None, "kept-arrangement"),
        (path::AGENDA_CANDIDATES.to_owned(), Some(Value::Null), "kept-agenda"),
        (path::SIGNAL_SHARES.to_owned(), Some(share_with("UWV", SharePart::ALL)), "kept-shared"),
    ] {
        let made = server.signal("Nog niet").await;
        let id = text(&made["id"]);
        let body = match body {
            None => samples::commitment(&id),
            Some(Value::Null) => json!({ "signal": id }),
            Some(body) => body,
        };
        desk.post(&route.replace("{id}", &id), &body).await.expect(201);
        close(&desk, &id).await;
        long_ago(&id).await;
        assert_eq!(refused(&text(&made["number"])).await, hold);
    }
    assert_eq!(numbers().await, [free]);
    assert_eq!(refused("S-2019-00001").await, "no-such-case");
}

async fn what_stopped_halfway_goes_on(server: &TestServer) {
    let (officer, administrator) = (server.role(Role::PrivacyOfficer), server.role(Role::Administrator));
    let (first, second) = (destroyable(server).await, destroyable(server).await);
    let body = json!({ "numbers": [first.1, second.1], "reason": "termijn voorbij" });
    let made = officer.post(path::DESTRUCTIONS, &body).await.expect(201)["item"].clone();
    // Approved, and the server stopped before the first case was erased.
    let id = text(&made["id"]);
    let mut approved = made.clone();
    approved["proposal"]["state"] = "confirmed".into();
    approved["proposal"]["settledBy"] = administrator.account.clone().into();
    let document = approved.to_string().replace('\'', "''");
    server.execute(&format!("UPDATE destructions SET unfinished = 1, document = '{document}' WHERE id = '{id}'")).await;
    // Another instance starts, and goes on with it.
    let (_, shutdown, serving) = server.second_instance().await;
    let erased = format!("SELECT COUNT(*) FROM signals WHERE id IN ('{}', '{}')", first.0, second.0);
    let patience = std::time::Instant::now();
    while server.number(&erased).await > 0 {
        assert!(patience.elapsed().as_secs() < 30, "it is not carried out");
        tokio::task::yield_now().await;
    }
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
    let done = officer.get(&path::DESTRUCTION.replace("{id}", &id)).await.expect(200);
    let fates: Vec<&Value> = done["item"]["cases"].as_array().unwrap().iter().map(|case| &case["fate"]).collect();
    assert_eq!(fates, ["erased", "erased"]);
    let rows = server.texts("SELECT account FROM audit WHERE verb = 'signal.erase'").await;
    assert_eq!(rows, [administrator.account.clone(), administrator.account.clone()], "who approved it, once for each");
    assert!(verify(server.store()).await.unwrap().broken.is_empty());
}

async fn another_organisation_has_nothing_to_say(server: &TestServer) {
    let made = proposed(server, &server.role(Role::PrivacyOfficer)).await;
    let number = made["cases"][0]["number"].clone();
    for role in [Role::PrivacyOfficer, Role::Administrator] {
        let stranger = server.account(role, "Elders", "GM0344").await;
        if role == Role::Administrator {
            let confirm = path::ADMINISTRATOR_CONFIRM.replace("{id}", &stranger.account);
            server.role(role).post(&confirm, &json!({})).await.done();
        }
        stranger.get(path::DESTRUCTION_LIST).await.problem(Code::NotAllowed);
        stranger.get(path::DESTRUCTIONS).await.problem(Code::NotAllowed);
        stranger.get(&path::DESTRUCTION.replace("{id}", made["id"].as_str().unwrap())).await.problem(Code::NotAllowed);
        stranger.post(&settle(path::DESTRUCTION_CONFIRM, &made), &approval(&made)).await.problem(Code::NotAllowed);
        let body = json!({ "numbers": [number], "reason": "x" });
        stranger.post(path::DESTRUCTIONS, &body).await.problem(Code::NotAllowed);
        stranger.post(path::HOLDINGS_SEARCH, &json!({ "reference": number })).await.problem(Code::NotAllowed);
    }
}

async fn holdings_say_what_there_is_and_what_is_left(server: &TestServer) {
    let (officer, administrator) = (server.role(Role::PrivacyOfficer), server.role(Role::Administrator));
    let (_, number) = everywhere(server).await;
    let asked = async |reference: &str| {
        officer.post(path::HOLDINGS_SEARCH, &json!({ "reference": reference })).await.expect(200)["cases"].clone()
    };
    let found = asked(&number).await;
    let kinds: BTreeSet<&str> = found[0]["items"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    for kind in [
        "case",
        "timeline",
        "history",
        "time-outs",
        "arrangements",
        "shares",
        "emergency-accesses",
        "messages",
        "agenda",
        "editions",
        "lessons",
        "keys",
        "audit",
    ] {
        assert!(kinds.contains(kind), "{kind}: {kinds:?}");
    }
    assert!(!found.to_string().contains(MARK), "how much, never what");
    assert_eq!((&found[0]["rule"], &found[0]["hold"]), (&"within_rules".into(), &"term-runs".into()));
    assert_eq!((&found[0]["closedOn"], &found[0]["destroyableFrom"]), (&"2026-11-26".into(), &"2031-11-27".into()));
    assert_eq!(asked("H-7K2F").await[0]["number"], number, "by the reference of the household");
    assert_eq!(asked(&word("source")).await[0]["number"], number, "by the sender's own reference");
    assert_eq!(asked("H-9999").await, json!([]));
    assert!(
        server.number("SELECT COUNT(*) FROM audit WHERE verb = 'holding.read'").await >= 1,
        "that it was asked is written down"
    );
    server.advance(TimeDelta::days(6 * 366));
    let body = json!({ "numbers": [number], "reason": "termijn voorbij" });
    let made = officer.post(path::DESTRUCTIONS, &body).await.expect(201)["item"].clone();
    administrator.post(&settle(path::DESTRUCTION_CONFIRM, &made), &approval(&made)).await.expect(200);
    let left = asked(&number).await;
    let kinds: Vec<&str> = left[0]["items"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["feed", "audit"]);
    assert_eq!((&left[0]["approvedBy"], &left[0]["rule"]), (&administrator.name.clone().into(), &Value::Null));
    assert!(left[0]["erasedAt"].is_string() && left[0]["backupsUntil"].is_string());
    assert_eq!(asked("H-7K2F").await, json!([]), "nothing is held under it any more");
}

async fn what_was_closed_before_has_its_day(server: &TestServer) {
    let (open, closed) = (server.signal("Open").await, server.signal("Gesloten").await);
    close(&server.desk(), &text(&closed["id"])).await;
    server.execute("UPDATE signals SET closed_on = ''").await;
    let step = match server.is_postgres() {
        true => include_str!("../../../src/server/store/migrations/postgres/0025_retention.sql"),
        false => include_str!("../../../src/server/store/migrations/sqlite/0025_retention.sql"),
    };
    let update = step.split(';').find(|part| part.trim_start().starts_with("UPDATE")).unwrap();
    assert_eq!(server.execute(update).await, 1);
    let days =
        server.texts("SELECT title || closed_on FROM (SELECT id AS title, closed_on FROM signals ORDER BY number) AS one").await;
    assert_eq!(days, [text(&open["id"]), text(&closed["id"]) + "2026-11-17"], "the day after it was closed");
}
