//! A store moved to another kind of database, put back from a copy, and brought up to date: nothing lost, nothing taken for newer.

use loket::{
    api::path,
    demo::{Arrangements, CANDIDATES, Plan, arrangements, meetings, officers, signals, suspendable, time_outs},
    domain::{role::Role, share::SharePart, signal::Signal},
    server::{
        StartError, Store, load, load_arrangements, load_meetings, load_time_outs,
        local_accounts::{self, NewAccount},
        maintenance::{RestoreError, backup, check, restore},
        store::copy::{CopyError, Moved, copy},
        tokens::DESK_ORGANISATION,
    },
};
use serde_json::json;

use crate::{
    conformance::{case_exports, cases::share_with, changes::changes, messages},
    support::{
        http::{Caller, new_key},
        postgres::Database,
        samples::{full_officer, full_signal, series, view},
        server::{Place, TestServer},
    },
};

/// Something of everything, as the demonstration has it, with writes of a few people on top.
async fn filled(server: &TestServer) {
    let plan = Plan { signals: 160, officers: 450, ..Plan::usual(server.clock_now().date_naive()) };
    let all: Vec<Signal> = signals(&plan).collect();
    let last: Vec<Signal> = all.iter().filter(|signal| suspendable(signal).is_some()).rev().take(CANDIDATES).cloned().collect();
    let store = server.store();
    load(store, all.into_iter(), officers(&plan)).await.unwrap();
    load_time_outs(store, time_outs(&plan, &last)).await.unwrap();
    let Arrangements { moratoria, bridgings, commitments } = arrangements(&plan, &last);
    load_arrangements(store, moratoria).await.unwrap();
    load_arrangements(store, bridgings).await.unwrap();
    load_arrangements(store, commitments).await.unwrap();
    let made = meetings(&plan, &last);
    load_meetings(store, &made.agendas, &made.candidates).await.unwrap();
    let desk = server.desk();
    let made = desk.post(path::SIGNALS, &full_signal()).await.expect(201);
    desk.put(path::PRESENCE, &json!({ "window": new_key(), "object": made["item"]["id"] })).await.done();
    let share = path::SIGNAL_SHARES.replace("{id}", made["item"]["id"].as_str().unwrap());
    desk.post(&share, &share_with("UWV", SharePart::ALL)).await.expect(201);
    let emergency = path::CASE_EMERGENCY.replace("{number}", made["item"]["number"].as_str().unwrap());
    server.role(Role::Municipal).post(&emergency, &json!({ "reason": "zij staan vanavond op straat" })).await.expect(201);
    desk.post(path::EXPORTS, &case_exports::new(&[made["item"]["number"].as_str().unwrap()])).await.expect(201);
    desk.post(path::VIEWS, &view("wat mij aangaat")).await.expect(201);
    desk.post(path::FEED_TOKENS, &json!({ "name": "agenda" })).await.expect(201);
    desk.post("/v1/meeting-series", &series()).await.expect(201);
    let officer = desk.post(path::OFFICERS, &full_officer()).await.expect(201);
    let right = path::OFFICER_CONFIRM.replace("{id}", officer["item"]["id"].as_str().unwrap());
    desk.act(&right, 1, &json!({})).await.expect(200);
    let message = path::SIGNAL_MESSAGES.replace("{id}", made["item"]["id"].as_str().unwrap());
    desk.post(&message, &messages::to_reporter("Uw melding")).await.expect(201);
    let lesson = json!({ "signal": made["item"]["id"], "facts": { "kind": "law", "pattern": "Niemand belt terug." } });
    desk.post(path::LESSONS, &lesson).await.expect(201);
    server.session_of(&desk).await;
    let new = NewAccount { name: "Anna".into(), role: Role::Desk, organisation: DESK_ORGANISATION.into() };
    local_accounts::add(store, server.clock_now(), new).await.unwrap();
    loket::server::alarms::ring(store, server.clock_now()).await.unwrap();
}

fn rows(moved: &[Moved]) -> u64 {
    moved.iter().map(|table| table.rows).sum()
}

/// What two servers give for the same questions.
async fn answers(who: &Caller) -> Vec<serde_json::Value> {
    let first = who.get("/v1/signals?limit=200").await.expect(200);
    let signal = format!("/v1/signals/{}", first["items"][0]["number"].as_str().unwrap());
    let mut all = vec![first];
    for path in [signal.as_str(), "/v1/deadlines?limit=200", "/v1/meetings", "/v1/views", "/v1/feed-tokens"] {
        all.push(who.get(path).await.expect(200));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_is_moved_to_postgresql_and_back_row_by_row() {
    let server = TestServer::sqlite().await;
    filled(&server).await;
    let before = answers(&server.desk()).await;
    let cursor = changes(&server.desk(), None).await.cursor;
    let database = Database::create().await;
    let elsewhere = Store::open(database.owner_url(), false).await.unwrap();
    let moved = copy(server.store(), &elsewhere).await.unwrap();
    let empty: Vec<&str> = moved.iter().filter(|table| table.rows == 0).map(|table| table.table.as_str()).collect();
    assert!(empty.len() < moved.len() / 3, "the story holds next to nothing: {empty:?}");
    let findings = check(&elsewhere).await.unwrap();
    assert_eq!((findings.signals, findings.faults), (161, vec![]));
    // Who had a token has it still, sees the same, and goes on from where it was.
    let second = TestServer::over(Place::Pg(database)).await;
    let desk = Caller { server: second.desk().server, ..server.desk() };
    assert_eq!(answers(&desk).await, before);
    let feed = changes(&desk, Some(&cursor)).await;
    assert!(!feed.reset, "the copy is the same store");
    // And back again, into a new file.
    let folder = tempfile::tempdir().unwrap();
    let file = format!("sqlite:{}", folder.path().join("terug.db").display());
    let back = Store::open(&file, false).await.unwrap();
    let again = copy(&elsewhere, &back).await.unwrap();
    assert!(rows(&again) >= rows(&moved));
    // A store that holds anything is not moved to.
    let refused = copy(server.store(), &back).await;
    assert!(matches!(refused, Err(CopyError::NotEmpty(_))), "{refused:?}");
    for store in [back, elsewhere] {
        store.close().await;
    }
    second.stop().await;
    server.stop().await;
}

/// Also of a table that comes with a later version: whatever holds documents is looked at.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_reads_every_document_of_every_table() {
    let server = TestServer::sqlite().await;
    filled(&server).await;
    assert_eq!(check(server.store()).await.unwrap().faults, vec![]);
    let Store::Lite { readers, .. } = server.store() else { panic!("SQLite") };
    let documents = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' \
         AND c.name IN ('document', 'summary', 'content', 'lines', 'made') ORDER BY 1, 2";
    let columns: Vec<(String, String)> = sqlx::query_as(documents).fetch_all(readers).await.unwrap();
    assert!(columns.len() > 20, "{columns:?}");
    let (mut known, mut empty) = (0, vec![]);
    for (table, column) in columns {
        // Two columns of one table are broken in two rows.
        let row = if matches!(column.as_str(), "summary" | "lines") { "MAX" } else { "MIN" };
        let broken = format!("UPDATE {table} SET {column} = '{{\"' WHERE rowid = (SELECT {row}(rowid) FROM {table})");
        if server.execute(&broken).await == 0 {
            empty.push(table);
            continue;
        }
        let faults = check(server.store()).await.unwrap().faults;
        assert!(faults.len() > known, "{table}.{column}: {faults:?}");
        known = faults.len();
    }
    assert!(empty.len() < 8, "the story holds next to nothing: {empty:?}");
    server.stop().await;
}

/// The other database changes what is put in: it is found, and nothing of it stays.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_that_reads_back_otherwise_stops_the_move() {
    let server = TestServer::sqlite().await;
    server.signal("Ontruiming").await;
    let target = TestServer::postgres().await;
    for statement in [
        "DELETE FROM tokens",
        "DELETE FROM accounts",
        "CREATE FUNCTION shorter() RETURNS trigger LANGUAGE plpgsql AS \
         'BEGIN NEW.search := substr(NEW.search, 2); RETURN NEW; END'",
        "CREATE TRIGGER shorter BEFORE INSERT ON signals FOR EACH ROW EXECUTE FUNCTION shorter()",
    ] {
        target.execute(statement).await;
    }
    let audit = target.number("SELECT COUNT(*) FROM audit").await;
    if audit > 0 {
        target.execute("DELETE FROM audit").await;
        target.execute("DELETE FROM audit_heads").await;
    }
    let owner = Store::open(target.owner_url(), false).await.unwrap();
    match copy(server.store(), &owner).await {
        Err(CopyError::Differs(table, row)) => assert_eq!((table.as_str(), row), ("signals", 1)),
        other => panic!("{other:?}"),
    }
    assert_eq!(target.number("SELECT COUNT(*) FROM signals").await, 0);
    target.stop().await;
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_put_back_is_a_store_of_its_own_time() {
    use std::os::unix::fs::PermissionsExt;
    let server = TestServer::sqlite().await;
    server.signal("Bewaard").await;
    let folder = tempfile::tempdir().unwrap();
    let (copy, file) = (folder.path().join("kopie.db"), folder.path().join("loket.db"));
    backup(server.store(), &copy).await.unwrap();
    // Two more after the copy: who saw them holds a cursor from beyond it.
    server.signal("Erna").await;
    server.signal("Nog een").await;
    let cursor = changes(&server.desk(), None).await.cursor;
    let findings = restore(&copy, &file).await.unwrap();
    assert_eq!((findings.signals, findings.faults), (1, vec![]));
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names.len(), 2, "nothing is left beside it: {names:?}");
    // As many changes come again as there were: the old cursor would look like one of this store.
    let url = format!("sqlite:{}", file.display());
    let again = Store::open(&url, false).await.unwrap();
    assert!(matches!(restore(&copy, &file).await, Err(RestoreError::Exists(_))));
    again.close().await;
    let elsewhere = folder.path().join("nieuw.db");
    let nonsense = folder.path().join("brief.txt");
    // What is no copy of a store is refused, and nothing stands where it should have come.
    std::fs::write(&nonsense, "Geachte heer").unwrap();
    let refused = restore(&nonsense, &elsewhere).await;
    assert!(matches!(refused, Err(RestoreError::Start(StartError::Unreachable(_)))), "{refused:?}");
    assert!(!elsewhere.exists());
    let second = TestServer::over(Place::Lite(folder)).await;
    let desk = Caller { server: second.desk().server, ..server.desk() };
    for title in ["Anders", "Nog anders", "En nog een"] {
        second.signal(title).await;
    }
    let feed = changes(&desk, Some(&cursor)).await;
    assert!(feed.reset, "a cursor of what was lost is not gone on from");
    assert_eq!(feed.signals.len(), 4);
    second.stop().await;
    server.stop().await;
}

/// Several instances of a new version start at the same moment: each step of the schema is done once, and each starts.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_that_start_at_once_do_every_step_once() {
    let server = TestServer::postgres().await;
    let steps = server.number("SELECT COUNT(*) FROM _sqlx_migrations").await;
    for _ in 0..4 {
        // As if the last of them came with the new version.
        server.execute("DROP TABLE deliveries").await;
        server.execute("DELETE FROM _sqlx_migrations WHERE version = 14").await;
        let url = server.owner_url().to_owned();
        let starts: Vec<_> = (0..6)
            .map(|_| {
                let url = url.clone();
                tokio::spawn(async move { Store::open(&url, false).await.map(|_| ()) })
            })
            .collect();
        for start in starts {
            start.await.unwrap().unwrap();
        }
        assert_eq!(server.number("SELECT COUNT(*) FROM _sqlx_migrations WHERE success").await, steps);
    }
    server.stop().await;
}
