//! Signals: from a report to a claimed, noted, amended, closed case.

use chrono::TimeDelta;
use loket::domain::{
    role::Role,
    signal::{EntryKind, Flag, Status},
};
use serde_json::{Value, json};

use crate::support::server::{Running, key, report};

on_both_stores!(
    a_report_becomes_a_signal_that_is_read_back_as_sent,
    the_same_report_twice_changes_nothing_and_another_is_refused,
    a_number_in_typed_text_is_refused_and_in_incoming_text_masked,
    a_claim_is_a_lease,
    a_patch_merges_and_tells_the_timeline,
    notes_and_contact_moments_stand_in_the_timeline,
    a_key_has_one_effect,
    lists_are_filtered_sorted_and_paged,
    searches_fold_accents_and_take_wildcards_literally,
);

async fn a_report_becomes_a_signal_that_is_read_back_as_sent(server: &Running) {
    let desk = server.desk().await;
    let attack = "\u{1b}]52;c;AAAA\u{7} \u{202e}\u{0} e\u{301} \"\n\nevent: reset\n '); DROP TABLE signals; --";
    let sent = json!({
        "receivedAt": "2026-11-16T08:12:00Z", "channel": "form", "source": { "system": "kenmerk", "reference": "INT-\u{0}2600" },
        "origin": "incoming",
        "facts": {
            "title": format!(" Ontruiming {attack}"), "account": attack, "municipality": "0080", "household": "H-7K2F",
            "reporter": { "name": "F. Yıldız", "phone": "999990019", "mail": "f@voorbeeld.nl" },
            "lifeDomains": ["huisvesting", "financiën"],
            "bodies": [{ "organisation": "SVB", "position": "wacht" }, { "organisation": "DT" }],
            "threats": [{ "what": "ontruiming", "on": "2026-12-02" }],
            "decisions": [{ "organisation": "SVB", "reference": "AKW-2026-11834", "announcedOn": "2026-10-20" }],
            "urgency": "high", "labels": ["spoed"],
        },
    });
    let reply = desk.post("/v1/signals", sent.clone()).await.is(201);
    assert_eq!((&reply.body["created"], &reply.body["masked"]), (&json!(true), &json!(0)));
    assert_eq!(reply.header("etag"), "\"1\"");
    let made = reply.signal();
    assert_eq!(made.number.to_string(), "S-2026-00001");
    assert_eq!(made.facts.title.raw(), format!(" Ontruiming {attack}"));
    assert_eq!((made.status, made.version), (Status::Received, 1));
    assert_eq!(
        made.hard_date.as_ref().map(|date| date.on.to_string()).as_deref(),
        Some("2026-12-01"),
        "the safe end comes first"
    );
    for name in [made.id.to_string(), "S-2026-00001".into(), "S-1".into(), "1".into(), "2026-1".into()] {
        let read = desk.get(&format!("/v1/signals/{name}")).await.is(200);
        assert_eq!(read.signal(), made, "{name}");
        assert_eq!(read.header("etag"), "\"1\"");
    }
    let list = desk.get("/v1/signals").await.is(200);
    assert_eq!(list.body["items"].as_array().map(Vec::len), Some(1));
    assert!(!list.text.contains("voorbeeld") && !list.text.contains("Yıldız"), "lists carry no personal data");
}

async fn the_same_report_twice_changes_nothing_and_another_is_refused(server: &Running) {
    let desk = server.desk().await;
    let mut sent = report("Beslag");
    sent["source"] = json!({ "system": "kenmerk", "reference": "INT-1" });
    let made = desk.post("/v1/signals", sent.clone()).await.is(201).signal();
    desk.patch(&format!("/v1/signals/{}", made.id), 1, json!({ "title": "Beslag, CJIB" })).await.is(200);
    let again = desk.post("/v1/signals", sent.clone()).await.is(200);
    assert_eq!(again.body["created"], json!(false));
    assert_eq!(again.signal().version, 2, "what people made of it since stays");
    sent["facts"]["title"] = json!("Beslag op loon");
    sent["facts"]["urgency"] = json!("crisis");
    let refused = desk.post("/v1/signals", sent).await.is(409);
    assert_eq!((refused.code(), &refused.body["existing"]), ("source-taken", &json!("S-2026-00001")));
    assert_eq!(refused.faults(), [("/facts/title".into(), "differs".into()), ("/facts/urgency".into(), "differs".into())]);
}

async fn a_number_in_typed_text_is_refused_and_in_incoming_text_masked(server: &Running) {
    let desk = server.desk().await;
    let mut sent = report("Toeslagen");
    sent["facts"]["account"] = json!("é 999990019 en 999993653");
    sent["origin"] = json!("typed");
    let refused = desk.post("/v1/signals", sent.clone()).await.is(400);
    assert_eq!(refused.code(), "bsn-in-text");
    assert_eq!(refused.faults(), [("/facts/account".into(), "bsn".into()), ("/facts/account".into(), "bsn".into())]);
    assert!(refused.text.contains("teken 3"), "{}", refused.text);
    assert!(!refused.text.contains("999990019"), "the number is not repeated");
    sent["origin"] = json!("incoming");
    let masked = desk.post("/v1/signals", sent).await.is(201);
    assert_eq!(masked.body["masked"], json!(2));
    assert_eq!(masked.signal().facts.account.raw(), "é *****0019 en *****3653");
    assert_eq!(masked.signal().flags, [Flag::BsnMasked]);
    let path = format!("/v1/signals/{}", masked.signal().id);
    assert_eq!(desk.post(&format!("{path}/notes"), json!({ "text": "bsn 999990019" })).await.is(400).faults()[0].0, "/text");
    assert_eq!(desk.patch(&path, 1, json!({ "stalemate": "999990019" })).await.is(400).code(), "bsn-in-text");
    let note = desk.post(&format!("{path}/notes"), json!({ "text": "999990019", "origin": "incoming" })).await.is(201);
    assert_eq!(note.signal().timeline[0].text.raw(), "*****0019");
}

async fn a_claim_is_a_lease(server: &Running) {
    let (anna, bram) = (server.desk().await, server.account(Role::Desk, "B. Çelik", "LMM").await);
    let made = anna.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}/claims", made.id);
    let owner = |signal: &loket::domain::signal::Signal| signal.owner.as_ref().map(|owner| owner.name.raw().to_owned());
    let claimed = anna.post(&path, json!({})).await.is(201).signal();
    assert_eq!((owner(&claimed).as_deref(), claimed.status), (Some("A. Bakker"), Status::Received));
    let refused = bram.post(&path, json!({})).await.is(409);
    assert_eq!((refused.code(), &refused.body["existing"]), ("already-claimed", &json!("A. Bakker")));
    assert_eq!(bram.delete(&format!("{path}/current")).await.is(409).code(), "not-claimed");

    server.clock.advance(TimeDelta::minutes(14));
    let renewed = anna.post(&format!("/v1/signals/{}/notes", made.id), json!({ "text": "gebeld" })).await.is(201).signal();
    server.clock.advance(TimeDelta::minutes(14));
    bram.post(&path, json!({})).await.is(409);
    assert!(renewed.owner.expect("an owner").lease_until > claimed.owner.expect("an owner").lease_until);

    let taken = bram.post(&path, json!({ "takeoverReason": "Anna is ziek" })).await.is(201).signal();
    assert_eq!(owner(&taken).as_deref(), Some("B. Çelik"));
    assert_eq!((taken.timeline[0].kind, taken.timeline[0].text.raw()), (EntryKind::Claim, "Anna is ziek"));

    server.clock.advance(TimeDelta::minutes(15));
    let free = anna.get("/v1/signals?owner=none").await.is(200);
    assert_eq!(free.body["items"].as_array().map(Vec::len), Some(1), "an expired lease is free");
    anna.post(&path, json!({})).await.is(201);
    assert_eq!(anna.get("/v1/signals?owner=me").await.is(200).body["items"].as_array().map(Vec::len), Some(1));
    let released = anna.delete(&format!("{path}/current")).await.is(200).signal();
    assert_eq!((owner(&released), released.timeline[0].kind), (None, EntryKind::Release));
    anna.patch(&format!("/v1/signals/{}", made.id), released.version, json!({ "status": "withdrawn" })).await.is(200);
    assert_eq!(anna.post(&path, json!({})).await.is(409).code(), "not-in-this-status");
}

async fn a_patch_merges_and_tells_the_timeline(server: &Running) {
    let desk = server.desk().await;
    let mut sent = report("Beslag");
    sent["facts"]["account"] = json!("lang verhaal");
    sent["facts"]["municipality"] = json!("0080");
    sent["facts"]["bodies"] = json!([{ "organisation": "CJIB" }]);
    let made = desk.post("/v1/signals", sent).await.is(201).signal();
    let path = format!("/v1/signals/{}", made.number);
    assert_eq!(desk.send(desk.request(reqwest::Method::PATCH, &path).json(&json!({}))).await.is(428).code(), "version-missing");

    let patch = json!({ "status": "triage", "urgency": "crisis", "account": "ander verhaal", "municipality": null, "bodies": null,
        "threats": [{ "what": "zorg stopt", "on": "2026-11-30" }] });
    let patched = desk.patch(&path, 1, patch).await.is(200);
    assert_eq!(patched.header("etag"), "\"2\"");
    let after = patched.signal();
    assert_eq!((after.status, after.facts.municipality, after.facts.bodies.len()), (Status::Triage, None, 0));
    assert_eq!(after.facts.title.raw(), "Beslag", "what is absent stays");
    assert_eq!(after.hard_date.as_ref().map(|date| date.on.to_string()).as_deref(), Some("2026-11-30"));
    let told: Vec<_> = after.timeline.iter().filter(|e| e.kind == EntryKind::Change).map(|e| e.text.raw()).collect();
    assert_eq!(told, ["urgency", "threats", "bodies", "municipality", "account", "status"]);
    let account = after.timeline.iter().find(|entry| entry.text.raw() == "account").expect("told");
    assert_eq!((&account.old, &account.new), (&None, &None), "personal fields are told without values");
    let status = after.timeline.iter().find(|entry| entry.text.raw() == "status").expect("told");
    assert_eq!((status.old.as_ref().map(|t| t.raw()), status.new.as_ref().map(|t| t.raw())), (Some("received"), Some("triage")));

    let stale = desk.patch(&path, 1, json!({ "title": "Te laat" })).await.is(412);
    assert_eq!((stale.code(), &stale.body["currentVersion"]), ("stale-version", &json!(2)));
    assert_eq!(desk.patch(&path, 2, json!({})).await.is(200).signal().version, 2, "nothing to change changes nothing");
    assert_eq!(desk.patch(&path, 2, json!({ "outcome": "deviation" })).await.is(409).code(), "not-in-this-status");
    assert_eq!(desk.patch(&path, 2, json!({ "title": null })).await.is(400).faults(), [("/title".into(), "required".into())]);
    assert_eq!(desk.patch(&path, 2, json!({ "status": null })).await.is(400).faults(), [("/status".into(), "required".into())]);
    let closed = desk.patch(&path, 2, json!({ "status": "closed", "outcome": "deviation" })).await.is(200).signal();
    let reopened = desk.patch(&path, closed.version, json!({ "status": "aftercare" })).await.is(200).signal();
    assert_eq!((reopened.status, reopened.outcome), (Status::Aftercare, None));
}

async fn notes_and_contact_moments_stand_in_the_timeline(server: &Running) {
    let desk = server.desk().await;
    let made = desk.signal("Zorgverzekering").await;
    let path = format!("/v1/signals/{}", made.id);
    desk.post(&format!("{path}/notes"), json!({ "text": "  eerste\r\nregel " })).await.is(201);
    let contact = json!({ "contact": { "with": "CAK", "reached": true, "agreed": "belt terug", "callBackOn": "2026-11-25" } });
    let after = desk.post(&format!("{path}/contact-moments"), contact).await.is(201).signal();
    let kinds: Vec<_> = after.timeline.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [EntryKind::Contact, EntryKind::Note, EntryKind::Received]);
    assert_eq!(after.timeline[1].text.raw(), "  eerste\r\nregel ", "stored as sent");
    assert_eq!(after.timeline[0].contact.as_ref().map(|contact| contact.with.raw()), Some("CAK"));
    assert_eq!(desk.get(&path).await.is(200).signal(), after);
    let faults = desk.post(&format!("{path}/contact-moments"), json!({ "contact": { "with": " ", "reached": 1, "x": 0 } })).await;
    assert_eq!(
        faults.is(400).faults(),
        [("/contact/reached".into(), "wrong-type".into()), ("/contact/x".into(), "unknown-field".into())]
    );
    let long = desk.post(&format!("{path}/notes"), json!({ "text": "é".repeat(20_001) })).await.is(400);
    assert_eq!(long.faults(), [("/text".into(), "too-long".into())]);
    desk.post("/v1/signals/S-2026-99999/notes", json!({ "text": "x" })).await.is(404);
}

async fn a_key_has_one_effect(server: &Running) {
    let (anna, bram) = (server.desk().await, server.account(Role::Desk, "B. Çelik", "LMM").await);
    let key = key();
    let made = anna.post_with(&key, "/v1/signals", report("Eenmaal")).await.is(201);
    let again = anna.post_with(&key, "/v1/signals", report("Eenmaal")).await.is(201);
    assert_eq!(again.body, made.body, "a replay is the answer rebuilt");
    assert_eq!(anna.post_with(&key, "/v1/signals", report("Anders")).await.is(409).code(), "idempotency-key-reused");
    let path = format!("/v1/signals/{}/notes", made.signal().id);
    assert_eq!(anna.post_with(&key, &path, json!({ "text": "x" })).await.is(409).code(), "idempotency-key-reused");
    let other = bram.post_with(&key, "/v1/signals", report("Eenmaal")).await.is(201);
    assert_ne!(other.signal().id, made.signal().id, "keys are per account");
    let note = uuid::Uuid::now_v7().to_string();
    for _ in 0..3 {
        let signal = anna.post_with(&note, &path, json!({ "text": "eenmaal" })).await.is(201).signal();
        assert_eq!(signal.timeline.len(), 2);
    }
    let missing = anna.send(anna.request(reqwest::Method::POST, "/v1/signals").json(&report("Zonder"))).await.is(400);
    assert_eq!(missing.code(), "idempotency-key-missing");
    assert_eq!(anna.post_with("geen-uuid", "/v1/signals", report("x")).await.is(400).code(), "idempotency-key-missing");
    assert_eq!(anna.get("/v1/signals?status=open").await.is(200).body["items"].as_array().map(Vec::len), Some(2));
}

async fn lists_are_filtered_sorted_and_paged(server: &Running) {
    let desk = server.desk().await;
    for n in 1..=7 {
        let mut sent = report(&format!("Signaal {n}"));
        sent["receivedAt"] = json!(format!("2026-11-{:02}T08:00:00Z", 20 - n));
        sent["facts"]["urgency"] = json!(["crisis", "high", "normal", "low"][n % 4]);
        sent["facts"]["municipality"] = json!(if n % 2 == 0 { "0344" } else { "0080" });
        sent["facts"]["bodies"] = json!([{ "organisation": if n < 4 { "UWV" } else { "SVB" } }]);
        if n > 2 {
            sent["facts"]["threats"] = json!([{ "what": "ontruiming", "on": format!("2026-12-{:02}", 20 - n) }]);
        }
        desk.post("/v1/signals", sent).await.is(201);
    }
    desk.patch("/v1/signals/7", 1, json!({ "status": "closed" })).await.is(200);
    let numbers = async |query: &str| -> Vec<i64> {
        let reply = desk.get(&format!("/v1/signals?{query}")).await.is(200);
        let number = |item: &Value| item["number"].as_str().and_then(|n| n[7..].parse().ok()).expect("a number");
        reply.body["items"].as_array().expect("items").iter().map(number).collect()
    };
    for (query, expected) in [
        ("", vec![7, 6, 5, 4, 3, 1, 2]),
        ("status=open", vec![6, 5, 4, 3, 1, 2]),
        ("status=open&order=desc", vec![2, 1, 3, 4, 5, 6]),
        ("sort=received-at", vec![7, 6, 5, 4, 3, 2, 1]),
        ("sort=received-at&order=desc", vec![1, 2, 3, 4, 5, 6, 7]),
        ("sort=urgency", vec![4, 1, 5, 2, 6, 3, 7]),
        ("sort=number&order=desc&limit=2", vec![7, 6]),
        ("municipality=0344&sort=number", vec![2, 4, 6]),
        ("organisation=UWV,DUO&sort=number", vec![1, 2, 3]),
        ("urgency=crisis,high&sort=number", vec![1, 4, 5]),
        ("status=closed,triage", vec![7]),
        ("hardDateUntil=2026-12-15&status=open", vec![6, 5]),
        ("owner=me", vec![]),
    ] {
        assert_eq!(numbers(query).await, expected, "{query}");
    }
    for (sort, order) in
        [("hard-date", "asc"), ("hard-date", "desc"), ("urgency", "desc"), ("received-at", "asc"), ("number", "desc")]
    {
        let (mut all, mut after) = (vec![], String::new());
        loop {
            let reply = desk.get(&format!("/v1/signals?sort={sort}&order={order}&limit=3{after}")).await.is(200);
            all.extend(reply.body["items"].as_array().expect("items").iter().map(|item| item["number"].clone()));
            let Some(next) = reply.body["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        let whole = desk.get(&format!("/v1/signals?sort={sort}&order={order}")).await.is(200);
        let whole: Vec<_> = whole.body["items"].as_array().expect("items").iter().map(|item| item["number"].clone()).collect();
        assert_eq!(all, whole, "{sort} {order}");
    }
    let wrong = desk.get("/v1/signals?limit=0&status=weg&nee=1&sort=naam&after=xx&hardDateUntil=2026-02-30").await.is(400);
    let at: Vec<_> = wrong.faults().into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, ["hardDateUntil", "nee", "sort"]);
    let wrong = desk.get("/v1/signals?limit=0&status=weg&after=xx&owner=ik&municipality=1").await.is(400);
    let at: Vec<_> = wrong.faults().into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, ["after", "limit", "municipality", "owner", "status"]);
}

async fn searches_fold_accents_and_take_wildcards_literally(server: &Running) {
    let desk = server.desk().await;
    let mut sent = report("Coördinatie 100%_\\ zoek");
    sent["facts"]["municipality"] = json!("1900");
    sent["facts"]["bodies"] = json!([{ "organisation": "SVB" }]);
    sent["facts"]["account"] = json!("geheim");
    desk.post("/v1/signals", sent).await.is(201);
    desk.signal("Iets anders").await;
    for (query, hits) in [
        ("coordinatie", 1),
        ("SUDWEST fryslân svb", 1),
        ("verzekeringsbank", 1),
        ("S-2026-00001", 1),
        ("100%_\\", 1),
        ("%", 1),
        ("_", 1),
        ("geheim", 0),
        ("", 2),
        ("\u{0}", 2),
    ] {
        let reply = desk.post("/v1/signals/_search", json!({ "query": query, "list": { "status": "open" } })).await.is(200);
        assert_eq!(reply.body["items"].as_array().map(Vec::len), Some(hits), "{query}");
    }
    let wrong =
        desk.post("/v1/signals/_search", json!({ "query": "x".repeat(201), "list": { "limit": 201, "owner": "x" } })).await;
    let at: Vec<_> = wrong.is(400).faults().into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, ["/list/limit", "/list/owner", "/query"]);
}
