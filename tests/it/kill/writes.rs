//! Writers that never give up against a server that is killed again and again. Each makes its idempotency key before the
//! first send and repeats the request with it until there is an answer, as the client does.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU64, Ordering},
};

use serde_json::Value;
use tokio::task::JoinSet;

use crate::support::{
    Lot,
    acknowledged::Acknowledged,
    http::Caller,
    program::{Serving, loket, run, said, token},
    proof::{is_long, report, seed_of},
    writing::{Write, Writer},
};

/// Writers at a time.
const WRITERS: u64 = 8;

/// What the server acknowledged.
#[derive(Default, Clone)]
struct Told {
    all: Acknowledged,
    /// Some of the writes, to be repeated at the end.
    sample: Vec<(Write, Value)>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledged_writes_survive_and_none_is_there_twice() {
    let mut lot = Lot(seed_of("kill -9 during writes"));
    let home = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", home.path().join("loket.db").display());
    let secret = token(home.path(), &database, "desk", "Schrijver");
    let acknowledged = Arc::new(Mutex::new(Told::default()));
    let mut writers = Writer::several(WRITERS, &mut lot);
    let kills = if is_long() { 1_000 } else { 3 };
    let mut cut_off = 0;
    for kill in 0..=kills {
        let serving = Serving::start(home.path(), &database);
        let who = Caller::at(&serving.address, &secret);
        // Requests that were sent and answers that came: at one of them the server is killed.
        let moments = Arc::new(AtomicU64::new(0));
        // In the last round everybody finishes what is still open, and no more.
        let enough = if kill < kills { 40 + lot.below(300) } else { 0 };
        let (reached, enough_written) = tokio::sync::oneshot::channel();
        let reached = Arc::new(Mutex::new(Some(reached)));
        let mut running = JoinSet::new();
        for mut writer in writers.drain(..) {
            let (who, acknowledged, moments, reached) = (who.clone(), acknowledged.clone(), moments.clone(), reached.clone());
            running.spawn(async move {
                let moment = || {
                    if moments.fetch_add(1, Ordering::Relaxed) + 1 == enough {
                        reached.lock().unwrap().take().unwrap().send(()).unwrap();
                    }
                };
                while (enough > 0 || writer.pending.is_some()) && write(&mut writer, &who, &acknowledged, &moment).await {}
                writer
            });
        }
        if kill < kills {
            enough_written.await.unwrap();
            // In the middle of what the others have under way.
            serving.kill();
            writers = running.join_all().await;
            cut_off += writers.iter().filter(|writer| writer.pending.is_some()).count();
        } else {
            writers = running.join_all().await;
            assert!(writers.iter().all(|writer| writer.pending.is_none()), "somebody could not finish");
            let told = acknowledged.lock().unwrap().clone();
            verify(&who, &told).await;
            serving.stop();
        }
    }
    assert!(cut_off > kills, "only {cut_off} writes were under way at {kills} kills");
    let check = run(loket(home.path()).args(["db", "check", "--database", &database]));
    assert!(check.status.success(), "{}", said(&check));
    let acknowledged = acknowledged.lock().unwrap();
    let result = format!(
        "{kills} kills, {cut_off} writes cut off, {} signals, {} entries, {} officers acknowledged; 0 lost, 0 twice",
        acknowledged.all.signals.len(),
        acknowledged.all.entries.len(),
        acknowledged.all.officers.len()
    );
    println!("{result}");
    report("kill -9 of the server during writes (SQLite)", &result);
}

/// Sends the pending write, or a new one. False when the server is gone: what it was stays pending.
/// `moment` is told when it is sent and when the answer is there.
async fn write(writer: &mut Writer, who: &Caller, acknowledged: &Mutex<Told>, moment: &(dyn Fn() + Sync)) -> bool {
    let write = writer.next();
    moment();
    let Some(answer) = send(who, &write).await else { return false };
    moment();
    let mut acknowledged = acknowledged.lock().unwrap();
    writer.told(&write, &answer, &mut acknowledged.all);
    if writer.lot.below(10) == 0 {
        acknowledged.sample.push((write, answer));
    }
    true
}

/// The answer, or nothing when the connection broke.
async fn send(who: &Caller, write: &Write) -> Option<Value> {
    let (status, answer) = write.send(who).await?;
    assert!(matches!(status, 200 | 201), "{} {}: {status} {answer}", write.path, write.mark);
    Some(answer)
}

async fn verify(who: &Caller, told: &Told) {
    for (write, answer) in &told.sample {
        let again = send(who, write).await.unwrap();
        assert_eq!(Write::id(&again), Write::id(answer), "{}: repeated after the kills", write.mark);
    }
    told.all.verify(who).await;
}
