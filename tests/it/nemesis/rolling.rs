//! Two servers behind one address are stopped and started anew in turns, while people save. To each of them every save succeeds: what
//! meets a server that is going away is sent again by itself, with its key.

use std::sync::{Arc, Mutex};

use loket::{
    client::{Session, Write as Sent, WriteMethod},
    domain::ids::IdempotencyKey,
    locale::Language,
};
use tokio::{sync::watch, task::JoinSet};

use crate::support::{
    Lot,
    acknowledged::Acknowledged,
    http::Caller,
    postgres::Database,
    program::{Serving, loket, run, said, token},
    proof::{is_long, report, seed_of},
    proxy::{Fate, Proxy},
    writing::{Write, Writer},
};

/// People who save at the same time.
const WRITERS: u64 = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rolling_restart_fails_no_save() {
    let mut lot = Lot(seed_of("rolling restart"));
    let (home, database) = (tempfile::tempdir().unwrap(), Database::create().await);
    let start = || Serving::start(home.path(), database.url());
    let mut instances = [start(), start()];
    let secret = token(home.path(), database.url(), "desk", "Schrijver");
    let proxy = Proxy::start(&[&instances[0].address, &instances[1].address], lot.draw(), |_, _| Fate::Pass).await;
    let told = Arc::new(Mutex::new(Acknowledged::default()));
    let saved = watch::Sender::new(0);
    let over = watch::Sender::new(false);
    let mut writing = JoinSet::new();
    for mut writer in Writer::several(WRITERS, &mut lot) {
        let session = Session::new(&proxy.address, secret.clone().into(), Language::Dutch).unwrap();
        let (told, saved, over) = (told.clone(), saved.clone(), over.subscribe());
        writing.spawn(async move {
            while !*over.borrow() {
                let write = writer.next();
                let answer = session.write(&sent(&write)).await;
                let answer = answer.unwrap_or_else(|failure| panic!("{}: a save failed: {failure:?}", write.mark));
                writer.told(&write, &answer, &mut told.lock().unwrap());
                saved.send_modify(|saved| *saved += 1);
            }
        });
    }
    let restarts = if is_long() { 20 } else { 3 };
    for _ in 0..restarts {
        for instance in &mut instances {
            let enough = *saved.borrow() + 10 + lot.below(40);
            let mut saves = saved.subscribe();
            tokio::select! {
                reached = saves.wait_for(|saved| *saved >= enough) => drop(reached),
                ended = writing.join_next() => panic!("{ended:?}"),
            }
            let address = instance.address.clone();
            let heard = std::mem::replace(instance, start()).stop();
            assert!(!heard.contains("status=500"), "{heard}");
            proxy.replace(&address, &instance.address);
        }
    }
    over.send_replace(true);
    while let Some(ended) = writing.join_next().await {
        ended.unwrap();
    }
    let told = told.lock().unwrap().clone();
    told.verify(&Caller::at(&instances[0].address, &secret)).await;
    let check = run(loket(home.path()).args(["db", "check", "--database", database.url()]));
    assert!(check.status.success(), "{}", said(&check));
    let result = format!("{restarts} restarts of each, {} saves of {WRITERS} people; 0 failed, 0 lost, 0 twice", told.len());
    println!("{result}");
    report("rolling restart of two instances under load (PostgreSQL)", &result);
    instances.into_iter().for_each(|instance| drop(instance.stop()));
    database.discard().await;
}

fn sent(write: &Write) -> Sent {
    let Write { key, path, body, .. } = write.clone();
    Sent { key: IdempotencyKey(key), method: WriteMethod::Post, path, version: None, body: Some(body) }
}
