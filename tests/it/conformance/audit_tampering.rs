//! Who edits, deletes, swaps or cuts off rows of the audit log is found out, however many rights on the database they have.

use loket::{
    domain::role::Role,
    server::{audit, maintenance},
};
use serde_json::json;

use crate::support::{
    Lot,
    proof::{is_long, seed_of},
    samples::{full_officer, full_signal},
    server::TestServer,
};

on_both_stores!(an_untouched_log_holds, every_tampering_is_found, a_whole_chain_cut_back_is_seen_by_its_head);

/// Some dozens of rows in two chains.
async fn fill(server: &TestServer) {
    let desk = server.desk();
    let item = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let officer = desk.post("/v1/officers", &full_officer()).await.expect(201)["item"].clone();
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    let reader = server.role(Role::RegisterReader);
    for i in 0..10 {
        desk.post(&format!("{path}/notes"), &json!({ "text": format!("notitie {i}") })).await.ok();
        server.advance(chrono::TimeDelta::minutes(16));
        desk.get(&path).await.expect(200);
        reader.get(&format!("/v1/officers/{}", officer["id"].as_str().unwrap())).await.expect(200);
    }
}

async fn broken(server: &TestServer) -> Vec<String> {
    let verified = audit::verify(server.store()).await.unwrap();
    verified.broken.iter().map(|broken| format!("{} {} {}", broken.organisation, broken.seq, broken.what)).collect()
}

async fn an_untouched_log_holds(server: &TestServer) {
    let empty = audit::verify(server.store()).await.unwrap();
    assert!(empty.broken.is_empty());
    fill(server).await;
    let verified = audit::verify(server.store()).await.unwrap();
    assert!(verified.broken.is_empty(), "{:?}", verified.broken);
    assert_eq!(verified.rows, server.number("SELECT COUNT(*) FROM audit").await);
    let heads: Vec<_> = verified.heads.iter().map(|(organisation, ..)| organisation.as_str()).collect();
    assert_eq!(heads, ["GM0344", "LMM"]);
    let checked = maintenance::check(server.store()).await.unwrap();
    assert_eq!((checked.faults, checked.signals, checked.officers), (vec![], 1, 1));
    assert_eq!(checked.audit_rows, verified.rows);
}

async fn every_tampering_is_found(server: &TestServer) {
    fill(server).await;
    server.execute("CREATE TABLE audit_saved AS SELECT * FROM audit").await;
    server.execute("CREATE TABLE heads_saved AS SELECT * FROM audit_heads").await;
    let mut lot = Lot(seed_of("tampering with the audit log"));
    for round in 0..if is_long() { 1000 } else { 60 } {
        let chain = if lot.below(3) == 0 { "GM0344" } else { "LMM" };
        let last = server.number(&format!("SELECT MAX(seq) FROM audit WHERE organisation = '{chain}'")).await;
        let seq = 1 + lot.below(last as u64) as i64;
        let at = format!("WHERE organisation = '{chain}' AND seq = {seq}");
        let statements = tamper(&mut lot, chain, seq, last, &at);
        let mut touched = 0;
        for statement in &statements {
            touched += server.execute(statement).await;
        }
        assert!(touched > 0, "{statements:?}");
        assert!(!broken(server).await.is_empty(), "round {round}: not found: {statements:?}");
        let checked = maintenance::check(server.store()).await.unwrap();
        assert!(!checked.faults.is_empty(), "round {round}: the check of the store is silent: {statements:?}");
        server.execute("DELETE FROM audit").await;
        server.execute("INSERT INTO audit SELECT * FROM audit_saved").await;
        server.execute("DELETE FROM audit_heads").await;
        server.execute("INSERT INTO audit_heads SELECT * FROM heads_saved").await;
    }
    assert_eq!(broken(server).await, [""; 0], "put back, it holds");
}

/// One way to tamper with the row at a place of a chain.
fn tamper(lot: &mut Lot, chain: &str, seq: i64, last: i64, at: &str) -> Vec<String> {
    let other = if seq == last { seq - 1 } else { seq + 1 };
    match lot.below(14) {
        0 => vec![format!("UPDATE audit SET account = 'iemand anders' {at}")],
        1 => vec![format!("UPDATE audit SET at = at + 1 {at}")],
        2 => vec![format!("UPDATE audit SET verb = 'signal.list' || verb {at}")],
        3 => vec![format!("UPDATE audit SET object = object || 'x' {at}")],
        4 => vec![format!("UPDATE audit SET change = change || '0' {at}")],
        5 => vec![format!("UPDATE audit SET quarter = quarter + 1 {at}")],
        6 => vec![format!("UPDATE audit SET entity = entity || object, object = '' || quarter {at}")],
        7 => vec![format!("UPDATE audit SET hash = 'f' || hash {at}")],
        8 => vec![format!("DELETE FROM audit {at}")],
        // Deleted, and the rows after it moved up.
        9 => vec![
            format!("DELETE FROM audit {at}"),
            format!("UPDATE audit SET seq = seq - 1000000 WHERE organisation = '{chain}' AND seq > {seq}"),
            format!("UPDATE audit SET seq = seq + 999999 WHERE organisation = '{chain}' AND seq < 0"),
            format!("UPDATE audit_heads SET seq = seq - 1 WHERE organisation = '{chain}'"),
        ],
        // The tail cut off.
        10 => vec![format!("DELETE FROM audit WHERE organisation = '{chain}' AND seq >= {seq}")],
        // Two neighbours swapped.
        11 => vec![
            format!("UPDATE audit SET seq = -1 WHERE organisation = '{chain}' AND seq = {other}"),
            format!("UPDATE audit SET seq = {other} {at}"),
            format!("UPDATE audit SET seq = {seq} WHERE organisation = '{chain}' AND seq = -1"),
        ],
        // Moved to another chain.
        12 => vec![format!("UPDATE audit SET organisation = 'SVB', seq = 1 {at}")],
        // The head taken away, or set back.
        _ if lot.below(2) == 0 => vec![format!("DELETE FROM audit_heads WHERE organisation = '{chain}'")],
        _ => vec![format!("UPDATE audit_heads SET hash = 'f' || hash WHERE organisation = '{chain}'")],
    }
}

async fn a_whole_chain_cut_back_is_seen_by_its_head(server: &TestServer) {
    fill(server).await;
    let before = audit::verify(server.store()).await.unwrap().heads;
    let (chain, last, _) = before.iter().find(|(organisation, ..)| organisation == "LMM").unwrap().clone();
    let seq = last / 2;
    let statement = format!(
        "UPDATE audit_heads SET seq = {seq}, hash = (SELECT hash FROM audit WHERE organisation = '{chain}' AND seq = {seq}) \
         WHERE organisation = '{chain}'"
    );
    server.execute(&format!("DELETE FROM audit WHERE organisation = '{chain}' AND seq > {seq}")).await;
    server.execute(&statement).await;
    // Consistent in itself: only who kept the head outside the store can tell, and the head shows it.
    let after = audit::verify(server.store()).await.unwrap();
    assert_ne!(after.heads, before);
    assert!(after.heads.iter().any(|(organisation, at, _)| *organisation == chain && *at == seq));
}
