//! What was read is written down before it is shown; when it cannot be written down, nothing is shown.

use chrono::TimeDelta;
use loket::domain::role::Role;
use serde_json::json;

use super::meetings::{made, ready_item};
use crate::support::{
    http::new_key,
    samples::{full_officer, full_signal},
    server::TestServer,
};

on_both_stores!(
    a_single_read_leaves_one_row_per_quarter,
    papers_are_a_read_of_the_cases_they_tell_of,
    every_write_leaves_a_row,
    what_a_write_shows_unchanged_is_a_read,
    lists_leave_a_row_without_objects,
    no_text_ever_stands_in_the_log,
    what_cannot_be_logged_is_not_shown,
    what_cannot_be_logged_is_not_written,
    each_organisation_has_its_chain,
);

async fn rows(server: &TestServer, account: &str, object: &str) -> Vec<String> {
    server
        .texts(&format!("SELECT verb FROM audit WHERE account = '{account}' AND object = '{object}' ORDER BY organisation, seq"))
        .await
}

async fn a_single_read_leaves_one_row_per_quarter(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let officer = desk.post("/v1/officers", &full_officer()).await.expect(201)["item"].clone();
    for (item, path) in [(&signal, "/v1/signals"), (&officer, "/v1/officers")] {
        let id = item["id"].as_str().unwrap();
        let path = format!("{path}/{id}");
        assert_eq!(rows(server, &other.account, id).await.len(), 0);
        other.get(&path).await.expect(200);
        assert_eq!(rows(server, &other.account, id).await.len(), 1, "{path}: when the answer is there, the row is");
        for _ in 0..5 {
            other.get(&path).await.expect(200);
        }
        assert_eq!(rows(server, &other.account, id).await.len(), 1, "{path}: once in a quarter of an hour");
        server.advance(TimeDelta::minutes(15));
        other.get(&path).await.expect(200);
        assert_eq!(rows(server, &other.account, id).await.len(), 2, "{path}: and again in the next");
    }
    let number = signal["number"].as_str().unwrap();
    server.advance(TimeDelta::minutes(15));
    other.get(&format!("/v1/signals/{number}")).await.expect(200);
    assert_eq!(rows(server, &other.account, signal["id"].as_str().unwrap()).await.len(), 3, "by number as well");
    let twenty = (0..20).map(|_| {
        let (desk, path) = (desk.clone(), format!("/v1/signals/{number}"));
        tokio::spawn(async move { desk.get(&path).await.expect(200) })
    });
    for read in twenty.collect::<Vec<_>>() {
        read.await.unwrap();
    }
    let reads =
        rows(server, &desk.account, signal["id"].as_str().unwrap()).await.into_iter().filter(|verb| verb.contains("read"));
    assert_eq!(reads.count(), 1, "also when twenty ask at once");
}

async fn papers_are_a_read_of_the_cases_they_tell_of(server: &TestServer) {
    let (desk, reader) = (server.desk(), server.colleague().await);
    let meeting = made(&desk).await["item"]["id"].as_str().unwrap().to_owned();
    let item = ready_item(&desk, &meeting).await["item"].clone();
    let shared = item["signal"].as_str().unwrap().to_owned();
    let alone = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"]["id"].as_str().unwrap().to_owned();
    desk.post(&format!("/v1/meetings/{meeting}/items"), &json!({ "signal": alone })).await.expect(201);
    let read = async |question: &str| {
        server.advance(TimeDelta::minutes(15));
        let before = (rows(server, &reader.account, &shared).await.len(), rows(server, &reader.account, &alone).await.len());
        let reply = reader.get(&format!("/v1/meetings/{meeting}/papers?{question}")).await;
        assert_eq!(reply.status, 200, "{question}");
        let (one, two) = (rows(server, &reader.account, &shared).await, rows(server, &reader.account, &alone).await);
        (one.len() - before.0, two.len() - before.1)
    };
    assert_eq!(read("paper=agenda").await, (0, 0), "it tells no course of a case");
    assert_eq!(read("paper=pack&format=txt").await, (1, 1), "when the answer is there, the rows are");
    assert_eq!(read(&format!("paper=item&item={}", item["id"].as_str().unwrap())).await, (1, 0));
    assert_eq!(read("paper=pack&for=UWV").await, (1, 0), "what a body does not get was not read");
    assert_eq!(rows(server, &reader.account, &shared).await, ["papers.read"; 3]);
}

async fn every_write_leaves_a_row(server: &TestServer) {
    let desk = server.desk();
    let item = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let id = item["id"].as_str().unwrap();
    let path = format!("/v1/signals/{id}");
    let mut expected = rows(server, &desk.account, id).await.len();
    assert!(expected >= 1, "creating leaves a row");
    desk.patch(&path, 1, &json!({ "title": "Nieuw" })).await.expect(200);
    desk.post(&format!("{path}/notes"), &json!({ "text": "x" })).await.ok();
    desk.post(&format!("{path}/claims"), &json!({})).await.ok();
    desk.delete(&format!("{path}/claims/current")).await.ok();
    expected += 4;
    let verbs = rows(server, &desk.account, id).await;
    assert_eq!(verbs.len(), expected, "{verbs:?}");
    let hashes = server.texts(&format!("SELECT change FROM audit WHERE object = '{id}' AND change <> ''")).await;
    let mut unique = hashes.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), hashes.len(), "salted: the same change twice has two hashes");
    assert!(!hashes.is_empty());
    desk.patch(&path, 99, &json!({ "title": "x" })).await.any_problem();
    assert_eq!(rows(server, &desk.account, id).await.len(), expected, "a refused change is no change");
}

async fn what_a_write_shows_unchanged_is_a_read(server: &TestServer) {
    let desk = server.desk();
    for (path, body) in [("/v1/signals", full_signal()), ("/v1/officers", full_officer())] {
        let key = new_key();
        let item = desk.post_with(key, path, &body).await.expect(201)["item"].clone();
        let id = item["id"].as_str().unwrap();
        let mut expected = rows(server, &desk.account, id).await.len();
        // Each in a quarter of its own: reads in one quarter share a row.
        server.advance(TimeDelta::minutes(15));
        desk.post_with(key, path, &body).await.expect(201);
        expected += 1;
        assert_eq!(rows(server, &desk.account, id).await.len(), expected, "{path}: a repeat");
        server.advance(TimeDelta::minutes(15));
        desk.patch(&format!("{path}/{id}"), 1, &json!({})).await.expect(200);
        expected += 1;
        assert_eq!(rows(server, &desk.account, id).await.len(), expected, "{path}: a change of nothing");
        server.advance(TimeDelta::minutes(15));
        desk.post(path, &body).await.expect(200);
        expected += 1;
        assert_eq!(rows(server, &desk.account, id).await.len(), expected, "{path}: the same source");
        server.advance(TimeDelta::minutes(15));
        server.execute("ALTER TABLE audit RENAME TO audit_elsewhere").await;
        let reply = desk.patch(&format!("{path}/{id}"), 1, &json!({})).await;
        server.execute("ALTER TABLE audit_elsewhere RENAME TO audit").await;
        assert_eq!(reply.status, 503, "{path}: what cannot be logged is not shown: {}", reply.text());
    }
}

/// Rows of lists, and of what was refused, are written soon after; a single read waits for its row, and rows are written in order.
pub async fn lists_are_written(server: &TestServer) {
    server.advance(TimeDelta::minutes(15));
    server.desk().get("/v1/signals/S-2026-00001").await.expect(200);
}

async fn lists_leave_a_row_without_objects(server: &TestServer) {
    let desk = server.desk();
    desk.post("/v1/signals", &full_signal()).await.expect(201);
    desk.post("/v1/officers", &full_officer()).await.expect(201);
    let mut expected = 0;
    for path in ["/v1/signals", "/v1/officers", "/v1/changes"] {
        assert_eq!(desk.get(path).await.status, 200);
        expected += 1;
        lists_are_written(server).await;
        assert_eq!(server.number("SELECT COUNT(*) FROM audit WHERE object = ''").await, expected, "{path}: one row per request");
    }
    for path in ["/v1/signals/_search", "/v1/officers/_search"] {
        for _ in 0..3 {
            desk.post(path, &json!({ "query": "ozdemir" })).await.expect(200);
            expected += 1;
        }
        lists_are_written(server).await;
        assert_eq!(server.number("SELECT COUNT(*) FROM audit WHERE object = ''").await, expected, "{path}: one row per request");
    }
    desk.get("/v1/signals?limit=0").await.any_problem();
    server.role(Role::Administrator).get("/v1/signals").await.any_problem();
    lists_are_written(server).await;
    let done = "SELECT COUNT(*) FROM audit WHERE object = '' AND result = 'done'";
    assert_eq!(server.number(done).await, expected, "what was not shown is not a read");
    let refused = "SELECT COUNT(*) FROM audit WHERE object = '' AND result = 'refused' AND verb = 'signal.list'";
    assert_eq!(server.number(refused).await, 1, "but that it was refused is written down");
}

async fn no_text_ever_stands_in_the_log(server: &TestServer) {
    let desk = server.desk();
    let item = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    desk.post(&format!("{path}/notes"), &json!({ "text": "kanarie in de notitie" })).await.ok();
    desk.patch(&path, 2, &json!({ "title": "kanarie in de titel", "stalemate": "kanarie" })).await.expect(200);
    desk.post("/v1/signals/_search", &json!({ "query": "kanarie" })).await.expect(200);
    desk.post("/v1/officers/_search", &json!({ "query": "kanarie" })).await.expect(200);
    desk.get("/v1/signals?organisation=SVB").await.expect(200);
    lists_are_written(server).await;
    for kept in server
        .texts(
            "SELECT organisation || ' ' || account || ' ' || verb || ' ' || entity || ' ' || object || ' ' || change FROM audit",
        )
        .await
    {
        let lower = kept.to_lowercase();
        for text in ["kanarie", "ontruiming", "graaf", "svb", &desk.name.to_lowercase()] {
            assert!(!lower.contains(text), "{text} in {kept}");
        }
    }
}

async fn what_cannot_be_logged_is_not_shown(server: &TestServer) {
    let desk = server.desk();
    let signal = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let officer = desk.post("/v1/officers", &full_officer()).await.expect(201)["item"].clone();
    server.advance(TimeDelta::minutes(30));
    server.execute("ALTER TABLE audit RENAME TO audit_elsewhere").await;
    for path in
        [format!("/v1/signals/{}", signal["id"].as_str().unwrap()), format!("/v1/officers/{}", officer["id"].as_str().unwrap())]
    {
        let reply = desk.get(&path).await;
        assert_eq!(reply.status, 503, "{path}: {}", reply.text());
        reply.any_problem();
        for private in ["Moeder met drie", "M. de Graaf", "Özdemir", "5550 1234"] {
            assert!(!reply.text().contains(private), "{path}: {private}");
        }
    }
    server.execute("ALTER TABLE audit_elsewhere RENAME TO audit").await;
    desk.get(&format!("/v1/signals/{}", signal["id"].as_str().unwrap())).await.expect(200);
}

async fn what_cannot_be_logged_is_not_written(server: &TestServer) {
    let desk = server.desk();
    let item = server.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    server.execute("ALTER TABLE audit RENAME TO audit_elsewhere").await;
    for reply in [
        desk.post("/v1/signals", &full_signal()).await,
        desk.post(&format!("{path}/notes"), &json!({ "text": "x" })).await,
        desk.patch(&path, 1, &json!({ "title": "x" })).await,
    ] {
        assert!(reply.status >= 500, "{}: {}", reply.asked, reply.text());
        reply.any_problem();
    }
    server.execute("ALTER TABLE audit_elsewhere RENAME TO audit").await;
    assert_eq!(desk.get(&path).await.expect(200), item);
    assert_eq!(desk.get("/v1/signals").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

async fn each_organisation_has_its_chain(server: &TestServer) {
    let desk = server.desk();
    let officer = desk.post("/v1/officers", &full_officer()).await.expect(201)["item"].clone();
    let reader = server.role(Role::RegisterReader);
    reader.get(&format!("/v1/officers/{}", officer["id"].as_str().unwrap())).await.expect(200);
    let chains = server.texts("SELECT DISTINCT organisation FROM audit ORDER BY organisation").await;
    assert_eq!(chains, ["GM0344", "LMM"]);
    for chain in chains {
        let rows = server.number(&format!("SELECT COUNT(*) FROM audit WHERE organisation = '{chain}'")).await;
        let last = server.number(&format!("SELECT MAX(seq) FROM audit WHERE organisation = '{chain}'")).await;
        let head = server.number(&format!("SELECT seq FROM audit_heads WHERE organisation = '{chain}'")).await;
        assert_eq!((rows, last), (head, head), "{chain}: no gap");
    }
}
