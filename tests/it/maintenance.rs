//! Bulk load, backup and check.

use loket::{
    domain::{officer::Officer, signal::Signal},
    server::{
        Options, Server, Store, load,
        maintenance::{BackupError, backup, check},
        tidy::forget,
    },
};
use serde_json::json;

use crate::support::server::TestServer;

/// A signal as the API would give it, with a timeline of two.
fn signal(n: u32) -> Signal {
    let entry = |text: &str| json!({ "id": uuid::Uuid::now_v7(), "at": "2026-11-02T09:00:00Z", "kind": "note", "by": null, "byName": "x", "text": text });
    serde_json::from_value(json!({
        "id": uuid::Uuid::now_v7(), "number": format!("S-2026-{n:05}"), "version": 3, "receivedAt": "2026-11-02T09:00:00Z",
        "channel": "mail", "status": "triage",
        "facts": { "title": format!("Signaal {n}"), "bodies": [{ "organisation": "UWV" }], "threats": [{ "what": "x", "on": "2026-12-01" }] },
        "flags": [], "terms": [], "timeline": [entry("nieuw"), entry("oud")],
    }))
    .expect("a signal")
}

fn officer(n: u32) -> Officer {
    serde_json::from_value(json!({
        "id": uuid::Uuid::now_v7(), "version": 1, "changedAt": "2026-11-02T09:00:00Z",
        "facts": { "organisation": "UWV", "name": format!("N. Naam{n}"), "phone": "1", "mandate": "geen" },
    }))
    .expect("an entry")
}

on_both_stores!(what_is_old_goes);

/// What was told of look-ups and cards is kept for 90 days, a session for 180, and then neither.
async fn what_is_old_goes(server: &TestServer) {
    let desk = server.desk();
    server.session_of(&desk).await;
    let account = &desk.account;
    let age = |days: i64| (server.clock_now() - chrono::TimeDelta::days(days)).timestamp_micros();
    for (name, days) in [("old", 91), ("new", 89)] {
        let at = age(days);
        server.execute(&format!("INSERT INTO opened_cards (account, officer, at) VALUES ('{account}', '{name}', {at})")).await;
        server
            .execute(&format!(
                "INSERT INTO offline_lookups (account, key, looked_at, told_at, officer, query) \
                 VALUES ('{account}', '{name}', {at}, {at}, '', 'cak')"
            ))
            .await;
    }
    server.execute(&format!("UPDATE sessions SET last_seen = {}", age(179))).await;
    let left = async || {
        let cards = server.texts("SELECT officer FROM opened_cards").await;
        let told = server.texts("SELECT key FROM offline_lookups").await;
        (cards, told, server.number("SELECT COUNT(*) FROM sessions").await)
    };
    forget(server.store(), server.clock_now()).await.unwrap();
    assert_eq!(left().await, (vec!["new".into()], vec!["new".into()], 1));
    forget(server.store(), server.clock_now() + chrono::TimeDelta::days(2)).await.unwrap();
    assert_eq!(left().await, (vec![], vec![], 0));
}

async fn loaded(server: &TestServer) {
    load(server.store(), (1..=120).map(signal), (1..=30).map(officer)).await.expect("a load");
    let findings = check(server.store()).await.expect("a check");
    assert_eq!((findings.signals, findings.officers, &findings.faults), (120, 30, &vec![]));
    let desk = server.desk();
    let read = desk.get("/v1/signals/7").await.expect(200);
    let texts: Vec<_> = read["timeline"].as_array().unwrap().iter().map(|entry| entry["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["nieuw", "oud"]);
    assert_eq!(read["hardDate"]["on"], "2026-12-01");
    let noted = desk.post("/v1/signals/7/notes", &json!({ "text": "nieuwer" })).await.expect(201);
    assert_eq!(noted["timeline"][0]["text"], "nieuwer");
    assert_eq!(server.signal("Volgende").await["number"], "S-2026-00121");
    assert_eq!(check(server.store()).await.expect("a check").faults, vec![]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bulk_load_is_as_good_as_single_writes_on_sqlite() {
    let server = TestServer::sqlite().await;
    loaded(&server).await;
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bulk_load_is_as_good_as_single_writes_on_postgresql() {
    let server = TestServer::postgres().await;
    loaded(&server).await;
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_whole_and_never_overwrites() {
    use std::os::unix::fs::PermissionsExt;
    let server = TestServer::sqlite().await;
    server.signal("Bewaard").await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("kopie.db");
    backup(server.store(), &file).await.expect("a backup");
    assert!(matches!(backup(server.store(), &file).await, Err(BackupError::Exists(_))));
    let store = Store::open(&format!("sqlite:{}", file.display()), false).await.expect("the copy opens");
    let findings = check(&store).await.expect("a check");
    assert_eq!((findings.signals, findings.faults), (1, vec![]));
    assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
    let names: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().starts_with(".loket")), "{names:?}");
    server.stop().await;
    let server = TestServer::postgres().await;
    assert!(matches!(backup(server.store(), &folder.path().join("x.db")).await, Err(BackupError::NotSqlite)));
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_finds_what_does_not_fit() {
    let server = TestServer::sqlite().await;
    server.signal("Een").await;
    server.signal("Twee").await;
    for (tampering, expected) in [
        ("UPDATE signals SET version = 9 WHERE number = 20260000001", "signal-document S-2026-00001"),
        ("UPDATE signal_documents SET document = '{}'", "signal-document S-2026-00002"),
        ("UPDATE counters SET value = 1 WHERE name = 'changes'", "counter-changes"),
        ("UPDATE counters SET value = 1 WHERE name = 'signals-2026'", "counter-signals"),
        ("DELETE FROM changes", "feed-signal"),
        ("UPDATE entries SET document = 'x'", "timeline"),
        ("UPDATE audit SET verb = 'x' WHERE seq = 1", "audit-changed"),
    ] {
        server.execute(tampering).await;
        let faults = check(server.store()).await.expect("a check").faults;
        assert!(faults.iter().any(|fault| fault.to_string().contains(expected)), "{tampering}: {faults:?}");
    }
    server.stop().await;
}

#[tokio::test]
async fn a_store_of_a_newer_loket_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("x.db").display());
    Store::open(&url, false).await.expect("a store").close().await;
    let pool = sqlx::SqlitePool::connect(&folder.path().join("x.db").display().to_string()).await.expect("a connection");
    let newer =
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (999, 'x', 1, x'00', 0)";
    sqlx::query(newer).execute(&pool).await.expect("a row");
    pool.close().await;
    let Err(error) = Server::open(Options::new(url)).await else { panic!("it opened") };
    assert_eq!((error.key(), error.exit()), ("start-schema", 78));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_of_postgresql_costs_no_answer() {
    let server = TestServer::postgres().await;
    server.signal("Ontruiming").await;
    // As a restart does: every connection but this one ends.
    let end =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for _ in 0..3 {
        let reads = (0..8).map(|_| {
            let desk = server.desk();
            tokio::spawn(async move { desk.get("/v1/signals/S-2026-00001").await.status })
        });
        for read in reads.collect::<Vec<_>>() {
            assert_eq!(read.await.expect("an answer"), 200);
        }
        server.execute(end).await;
    }
    server.desk().get("/v1/signals/S-2026-00001").await.expect(200);
    server.stop().await;
}
