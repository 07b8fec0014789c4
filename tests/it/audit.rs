//! The audit log: written before the answer, once per person, object and quarter of an hour, and no tampering goes unseen.

use chrono::TimeDelta;
use loket::server::audit::verify;
use serde_json::json;

use crate::support::{postgres, server::Running};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_is_written_down_once_per_quarter_of_an_hour() {
    let server = Running::pg().await;
    let desk = server.desk().await;
    let path = format!("/v1/signals/{}", desk.signal("Een").await.id);
    let reads = || postgres::sql(&server.database, "SELECT COUNT(*) FROM audit WHERE verb = 'signal.read'");
    for _ in 0..3 {
        desk.get(&path).await.is(200);
        assert_eq!(reads(), "1");
    }
    server.clock.advance(TimeDelta::minutes(15));
    desk.get(&path).await.is(200);
    assert_eq!(reads(), "2");
    let text = postgres::sql(&server.database, "SELECT string_agg(audit::text, '') FROM audit");
    assert!(!text.contains("Een") && !text.contains("Bakker"), "ids and verbs only");
}

/// The log table is locked: nothing is shown. Lists and the rest go on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_the_log_cannot_be_written_nothing_is_shown() {
    let server = Running::pg().await;
    let desk = server.desk().await;
    let (read, new) = (desk.signal("Gelezen").await, desk.signal("Geheim").await);
    desk.get(&format!("/v1/signals/{}", read.id)).await.is(200);
    postgres::sql(&server.database, "ALTER TABLE audit RENAME TO audit_away");
    let refused = desk.get(&format!("/v1/signals/{}", new.id)).await;
    assert!(refused.status >= 500, "{}", refused.text);
    assert!(refused.text.contains("unavailable") && !refused.text.contains("Geheim"), "{}", refused.text);
    assert_eq!(refused.header("retry-after"), "5");
    desk.get("/v1/signals").await.is(200);
    assert_eq!(server.stranger().get("/health/ready").await.is(503).code(), "unavailable");
    postgres::sql(&server.database, "ALTER TABLE audit_away RENAME TO audit");
    desk.get(&format!("/v1/signals/{}", new.id)).await.is(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_kind_of_tampering_is_found() {
    let mut server = Running::pg().await;
    {
        let desk = server.desk().await;
        for n in 0..5 {
            let signal = desk.signal(&format!("Signaal {n}")).await;
            desk.post(&format!("/v1/signals/{}/notes", signal.id), json!({ "text": "x" })).await.is(201);
            desk.get(&format!("/v1/signals/{}", signal.id)).await.is(200);
        }
        desk.get("/v1/signals").await.is(200);
    }
    let whole = verify(&server.store).await.expect("verified");
    assert_eq!((whole.broken.len(), whole.heads.len()), (0, 1));
    let sql = |statement: &str| postgres::sql(&server.database, statement);
    sql("CREATE TABLE kept AS SELECT * FROM audit; CREATE TABLE heads_kept AS SELECT * FROM audit_heads");
    for tampering in [
        "UPDATE audit SET account = 'x' WHERE seq = 3",
        "UPDATE audit SET at = at + 1 WHERE seq = 1",
        "UPDATE audit SET verb = 'signal.list' WHERE seq = 4",
        "UPDATE audit SET object = '' WHERE seq = 5",
        "UPDATE audit SET change = '' WHERE seq = 2 AND change <> ''",
        "UPDATE audit SET quarter = quarter + 1 WHERE verb = 'signal.read'",
        "UPDATE audit SET hash = 'x' WHERE seq = 7",
        "DELETE FROM audit WHERE seq = 1",
        "DELETE FROM audit WHERE seq = 6",
        "DELETE FROM audit WHERE seq > 10",
        "DELETE FROM audit",
        "DELETE FROM audit_heads",
        "UPDATE audit_heads SET hash = 'x'",
        "UPDATE audit_heads SET seq = seq + 1",
        "UPDATE audit SET seq = -seq WHERE seq IN (3, 4); UPDATE audit SET seq = 7 + seq WHERE seq < 0",
        "UPDATE audit SET organisation = 'XXX' WHERE seq = 3",
    ] {
        sql(tampering);
        let found = verify(&server.store).await.expect("verified");
        assert!(!found.broken.is_empty(), "{tampering}");
        sql(
            "DELETE FROM audit; INSERT INTO audit SELECT * FROM kept; DELETE FROM audit_heads; INSERT INTO audit_heads SELECT * FROM heads_kept",
        );
        assert!(verify(&server.store).await.expect("verified").broken.is_empty(), "put back after {tampering}");
    }
    // A cut tail whose head was moved too is found by a head that was kept elsewhere.
    sql("DELETE FROM audit WHERE seq > 10; UPDATE audit_heads SET seq = 10, hash = (SELECT hash FROM audit WHERE seq = 10)");
    let cut = verify(&server.store).await.expect("verified");
    assert_eq!((cut.broken.len(), cut.heads == whole.heads), (0, false));
    server.stop().await;
}
