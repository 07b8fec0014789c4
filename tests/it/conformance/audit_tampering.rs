//! Who edits, deletes, swaps, copies or cuts off rows of the audit log is found out, however many rights on the database they have; and
//! who writes it anew as a whole, by the heads that left the database.

use loket::{
    domain::role::Role,
    server::{
        audit::{
            self, Broken,
            heads::{Kept, Left, Places, read},
        },
        maintenance,
    },
};
use ring::digest::{SHA256, digest};
use serde_json::json;

use crate::support::{
    Lot,
    proof::{self, is_long, seed_of},
    samples::{full_officer, full_signal},
    server::TestServer,
};

on_both_stores!(
    an_untouched_log_holds,
    every_tampering_is_found,
    rows_from_before_still_hold,
    heads_leave_the_store_and_are_found_again,
);

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

async fn broken(server: &TestServer, kept: &[Kept]) -> Vec<Broken> {
    audit::verify_with(server.store(), kept, |_, _| ()).await.unwrap().broken
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

/// The heads that left the database: of each chain some, and the last.
async fn kept(server: &TestServer) -> Vec<Kept> {
    let heads = "SELECT a.organisation || '|' || a.seq || '|' || a.hash FROM audit a JOIN audit_heads h ON h.organisation = a.organisation \
                 WHERE a.seq % 7 = 0 OR a.seq = h.seq ORDER BY a.organisation, a.seq";
    let read = |line: String| {
        let parts: Vec<&str> = line.split('|').collect();
        let at = "2026-11-16T09:00:00Z".to_owned();
        Kept { at, organisation: parts[0].into(), seq: parts[1].parse().unwrap(), hash: parts[2].into() }
    };
    server.texts(heads).await.into_iter().map(read).collect()
}

async fn every_tampering_is_found(server: &TestServer) {
    fill(server).await;
    let kept = kept(server).await;
    server.execute("CREATE TABLE audit_saved AS SELECT * FROM audit").await;
    server.execute("CREATE TABLE heads_saved AS SELECT * FROM audit_heads").await;
    let mut lot = Lot(seed_of("tampering with the audit log"));
    let rounds = if is_long() { 1000 } else { 100 };
    for round in 0..rounds {
        let chain = if lot.below(3) == 0 { "GM0344" } else { "LMM" };
        let last = server.number(&format!("SELECT MAX(seq) FROM audit WHERE organisation = '{chain}'")).await;
        let seq = 1 + lot.below(last as u64) as i64;
        let way = lot.below(22);
        let (statements, at, within) = tamper(server, way, (chain, seq, last), &kept).await;
        let mut touched = 0;
        for statement in &statements {
            touched += server.execute(statement).await;
        }
        assert!(touched > 0, "{statements:?}");
        let found = broken(server, &kept).await;
        let first = found.iter().find(|broken| broken.organisation == chain);
        assert_eq!(first.map(|broken| broken.seq), Some(at), "round {round}, way {way}: {found:?}: {statements:?}");
        if within {
            let checked = maintenance::check(server.store()).await.unwrap();
            assert!(!checked.faults.is_empty(), "round {round}: the check of the store is silent: {statements:?}");
        }
        server.execute("DELETE FROM audit").await;
        server.execute("INSERT INTO audit SELECT * FROM audit_saved").await;
        server.execute("DELETE FROM audit_heads").await;
        server.execute("INSERT INTO audit_heads SELECT * FROM heads_saved").await;
    }
    assert_eq!(broken(server, &kept).await, [], "put back, it holds");
    let store = if server.is_postgres() { "PostgreSQL" } else { "SQLite" };
    proof::report(
        &format!("tampering with the audit log, {store}"),
        &format!(
            "{rounds} edits, deletions, swaps, copies, cut tails and rewritten chains; all found, each at the first row that is wrong"
        ),
    );
}

const COLUMNS: &str =
    "organisation, seq, at, form, account, verb, entity, object, quarter, change, role, purpose, result, origin, request, hash";

/// One way to tamper with the row at a place of a chain: the statements, the first place that does not hold, and whether the database alone
/// shows it.
async fn tamper(server: &TestServer, way: u64, (chain, seq, last): (&str, i64, i64), kept: &[Kept]) -> (Vec<String>, i64, bool) {
    let at = &format!("WHERE organisation = '{chain}' AND seq = {seq}");
    let other = if seq == last { seq - 1 } else { seq + 1 };
    let set = |what: &str| (vec![format!("UPDATE audit SET {what} {at}")], seq, true);
    let head = |what: &str| format!("UPDATE audit_heads SET {what} WHERE organisation = '{chain}'");
    let up = |from: i64, by: i64| {
        let chain = format!("WHERE organisation = '{chain}'");
        [
            format!("UPDATE audit SET seq = seq - 1000000 {chain} AND seq > {from}"),
            format!("UPDATE audit SET seq = seq + 1000000 + {by} {chain} AND seq < 0"),
        ]
    };
    match way {
        0 => set("account = 'iemand anders'"),
        1 => set("at = at + 1"),
        2 => set("verb = 'signal.list' || verb"),
        3 => set("object = object || 'x'"),
        4 => set("change = change || '0'"),
        5 => set("quarter = quarter + 1"),
        6 => set("entity = entity || object, object = '' || quarter"),
        7 => set("hash = 'f' || hash"),
        8 => set("role = 'administrator'"),
        9 => set("purpose = purpose || '.'"),
        10 => set("result = 'refused'"),
        11 => set("origin = '192.0.2.1'"),
        12 => set("request = ''"),
        13 => set("form = 1"),
        14 => (vec![format!("DELETE FROM audit {at}")], seq, true),
        // Deleted, and the rows after it moved up.
        15 => {
            let [down, back] = up(seq, -1);
            // Of the last row nothing is left but a head that does not fit.
            (vec![format!("DELETE FROM audit {at}"), down, back, head("seq = seq - 1")], seq.min(last - 1), true)
        }
        // The tail cut off.
        16 => (vec![format!("DELETE FROM audit WHERE organisation = '{chain}' AND seq >= {seq}")], seq, true),
        // Two neighbours swapped.
        17 => {
            let move_to =
                |from: i64, to: i64| format!("UPDATE audit SET seq = {to} WHERE organisation = '{chain}' AND seq = {from}");
            (vec![move_to(other, -1), move_to(seq, other), move_to(-1, seq)], seq.min(other), true)
        }
        // Moved to another chain.
        18 => (vec![format!("UPDATE audit SET organisation = 'SVB', seq = 1 {at}")], seq, true),
        // A copy put in: behind the head, or in the middle.
        19 => {
            let copy = |to: i64| {
                let columns = COLUMNS.replacen("seq", &to.to_string(), 1);
                format!("INSERT INTO audit ({COLUMNS}) SELECT {columns} FROM audit {at}")
            };
            let [down, back] = up(seq, 1);
            match seq % 2 {
                0 => (vec![copy(last + 1)], last + 1, true),
                _ => (vec![down, back, copy(seq + 1), head("seq = seq + 1")], seq + 1, true),
            }
        }
        // The head taken away, or another.
        20 if seq % 2 == 0 => (vec![format!("DELETE FROM audit_heads WHERE organisation = '{chain}'")], 1, true),
        20 => (vec![head("hash = 'f' || hash")], last, true),
        // Cut back with its head, as if it had never been; and written anew as a whole. Consistent in itself: only what left the database tells.
        _ if seq % 2 == 0 && seq < last => {
            let hash = format!("hash = (SELECT hash FROM audit {at})");
            let cut = format!("DELETE FROM audit WHERE organisation = '{chain}' AND seq > {seq}");
            (vec![head(&format!("seq = {seq}, {hash}")), cut], seq + 1, false)
        }
        _ => {
            let mut statements = vec![format!("UPDATE audit SET account = 'iemand anders' {at}")];
            statements.extend(rewritten(server, chain, seq).await);
            let met = kept.iter().filter(|head| head.organisation == chain && head.seq >= seq).map(|head| head.seq).min();
            (statements, met.unwrap(), false)
        }
    }
}

/// The hash of a row as `docs/audit.md` tells it, written a second time: every field after its length in eight bytes.
fn hash(before: &str, fields: &[&str]) -> String {
    let mut bytes = vec![];
    for field in [before].iter().chain(fields) {
        bytes.extend((field.len() as u64).to_be_bytes());
        bytes.extend(field.as_bytes());
    }
    digest(&SHA256, &bytes).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Who has the program and the database makes every hash from a place on anew, and the head.
async fn rewritten(server: &TestServer, chain: &str, from: i64) -> Vec<String> {
    let text = "organisation || '|' || seq || '|' || at || '|' || account || '|' || verb || '|' || entity || '|' || object || '|' || quarter \
                || '|' || change || '|' || form || '|' || role || '|' || purpose || '|' || result || '|' || origin || '|' || request";
    let rows = server.texts(&format!("SELECT {text} FROM audit WHERE organisation = '{chain}' ORDER BY seq")).await;
    let mut before = server.texts(&format!("SELECT hash FROM audit WHERE organisation = '{chain}' AND seq = {}", from - 1)).await;
    let mut before = before.pop().unwrap_or_default();
    let mut statements = vec![];
    for row in &rows[from as usize - 1..] {
        let mut fields: Vec<&str> = row.split('|').collect();
        if fields[1] == from.to_string() {
            fields[3] = "iemand anders";
        }
        before = hash(&before, if fields[9] == "1" { &fields[..9] } else { &fields });
        statements.push(format!("UPDATE audit SET hash = '{before}' WHERE organisation = '{chain}' AND seq = {}", fields[1]));
    }
    statements.push(format!("UPDATE audit_heads SET hash = '{before}' WHERE organisation = '{chain}'"));
    statements
}

/// A log of which the first rows are from before roles and purposes were in it.
async fn rows_from_before_still_hold(server: &TestServer) {
    fill(server).await;
    let old = "UPDATE audit SET form = 1, role = '', purpose = '', result = '', origin = '', request = '' \
               WHERE organisation = 'LMM' AND seq <= 5";
    server.execute(old).await;
    let mut statements = rewritten(server, "LMM", 1).await;
    // It takes the account of the first row for another one; here nothing but the form changes.
    server.execute("UPDATE audit SET account = 'iemand anders' WHERE organisation = 'LMM' AND seq = 1").await;
    for statement in statements.drain(..) {
        server.execute(&statement).await;
    }
    assert_eq!(broken(server, &[]).await, [], "old rows and new ones in one chain");
    server.desk().get("/v1/signals/S-2026-00001").await.expect(200);
    assert_eq!(broken(server, &[]).await, [], "and it goes on");
    server.execute("UPDATE audit SET purpose = 'iets anders' WHERE organisation = 'LMM' AND seq = 3").await;
    assert_eq!(broken(server, &[]).await[0].seq, 3, "what an old row could not hold is not put into it");
}

async fn heads_leave_the_store_and_are_found_again(server: &TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let places = Places { file: Some(folder.path().join("heads")), syslog: None };
    let mut left = Left::default();
    fill(server).await;
    assert_eq!(left.send(server.store(), &places, server.clock_now()).await.unwrap(), 2);
    assert_eq!(left.send(server.store(), &places, server.clock_now()).await.unwrap(), 0, "nothing moved");
    server.advance(chrono::TimeDelta::minutes(16));
    server.desk().get("/v1/signals/S-2026-00001").await.expect(200);
    assert_eq!(left.send(server.store(), &places, server.clock_now()).await.unwrap(), 1, "one moved");
    let (kept, wrong) = read(&folder.path().join("heads")).unwrap();
    assert_eq!((kept.len(), wrong), (3, vec![]));
    let verified = audit::verify_with(server.store(), &kept, |_, _| ()).await.unwrap();
    assert_eq!((verified.kept, verified.broken), (3, vec![]));
    // A place that cannot be written is said, and tried again.
    let nowhere = Places { file: Some(folder.path().join("no/such/folder")), syslog: None };
    server.advance(chrono::TimeDelta::minutes(16));
    server.desk().get("/v1/signals/S-2026-00001").await.expect(200);
    left.send(server.store(), &nowhere, server.clock_now()).await.unwrap_err();
    assert_eq!(left.send(server.store(), &places, server.clock_now()).await.unwrap(), 1);
    // An older copy of the whole store put in its place.
    server.execute("DELETE FROM audit WHERE organisation = 'GM0344'").await;
    server.execute("DELETE FROM audit_heads WHERE organisation = 'GM0344'").await;
    let found = broken(server, &kept).await;
    assert_eq!(found, [Broken { organisation: "GM0344".into(), seq: 1, what: "audit-cut-back" }]);
}
