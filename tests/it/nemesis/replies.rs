//! People who save over a network that loses every fifth reply. Each works as the interface does: a key is made at the press, and the one
//! sender of the client puts it on disk and sends it, in the order of pressing, until there is an answer, also in a program that was
//! killed and started anew. All of it arrives, in that order, and nothing twice.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    client::{
        Drafts, Patience, Pending, Session, Write, WriteMethod,
        outbox::{Means, Outcome, Sender, Timing, Told},
    },
    domain::{
        ids::{AccountId, IdempotencyKey},
        role::Role,
        signal::Signal,
    },
    locale::{Language, Texts},
};
use serde_json::{Value, json};
use tokio::{
    runtime::Runtime,
    sync::mpsc::{UnboundedReceiver, unbounded_channel},
    task::JoinSet,
};

use crate::support::{
    Lot,
    acknowledged::{Acknowledged, mark_of},
    http::{Caller, new_key},
    proof::{is_long, report, seed_of},
    proxy::{ACKNOWLEDGEMENTS_LOST, Fate, Head, Proxy, REQUESTS},
    samples::{contact, officer, signal},
    server::{TestServer, start_of_story},
};

on_both_stores!(every_fifth_reply_lost_and_nothing_lost_or_twice);

/// People who save at the same time.
const WRITERS: u64 = 6;

/// Writes of all of them.
fn writes() -> u64 {
    if is_long() { 10_000 } else { 300 }
}

/// Of a hundred replies twenty are lost; the rest is beset too.
fn beset(head: &Head, lot: &mut Lot) -> Fate {
    if !head.writes() {
        return Fate::Pass;
    }
    match lot.below(1000) {
        0..200 => Fate::LoseReply,
        200..240 => Fate::Duplicate,
        240..270 => Fate::DropRequest,
        270..300 => Fate::CutAfter(0),
        300..330 => Fate::CutAfter(1 + lot.below(600) as usize),
        330..350 => Fate::Delay(Duration::from_millis(lot.below(20))),
        350..360 => Fate::Html(502),
        360..362 => Fate::HalfOpen,
        _ => Fate::Pass,
    }
}

async fn every_fifth_reply_lost_and_nothing_lost_or_twice(server: &TestServer) {
    let mut lot = Lot(seed_of("every fifth reply lost"));
    let desk = server.desk();
    let proxy = Proxy::start(&[&desk.server], lot.draw(), beset).await;
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let mut working = JoinSet::new();
    for number in 0..WRITERS {
        let who = server.account(Role::Desk, &format!("Schrijver {number}"), "LMM").await;
        let path = folder.path().join(number.to_string());
        let (lot, address) = (Lot(lot.draw()), proxy.address.clone());
        working.spawn_blocking(move || {
            let mut writer = Writer::new(number, lot, who, address, &path);
            for _ in 0..writes() / WRITERS {
                writer.save();
            }
            writer.finish()
        });
    }
    let (mut told, mut resent, mut kills, mut cases) = (Acknowledged::default(), 0, 0, vec![]);
    for written in working.join_all().await {
        told.signals.extend(written.told.signals);
        told.entries.extend(written.told.entries);
        told.officers.extend(written.told.officers);
        resent += written.resent;
        kills += written.kills;
        cases.extend(written.cases.into_iter().map(|case| (case, written.account.clone())));
    }
    let (lost, requests) = (proxy.count(ACKNOWLEDGEMENTS_LOST), proxy.count(REQUESTS));
    println!("{}", proxy.told());
    told.verify(&desk).await;
    // One revision for every write, and one claim for every claim that was made.
    for (case, account) in &cases {
        let versions = server.number(&format!("SELECT COUNT(DISTINCT version) FROM history WHERE object = '{}'", case.id)).await;
        let deeds = case.entries.len() as u64 + 2 * case.claims;
        assert_eq!(versions, 1 + deeds as i64, "{}: {} claims, {} entries", case.id, case.claims, case.entries.len());
        let others = format!("SELECT COUNT(*) FROM history WHERE object = '{}' AND account <> '{account}'", case.id);
        assert_eq!(server.number(&others).await, 0, "{}: somebody else wrote there", case.id);
        assert_eq!(marks(&desk, &case.id).await, case.entries, "{}: not in the order in which save was pressed", case.id);
    }
    assert!(lost * 8 > requests, "only {lost} of {requests} acknowledgements were lost");
    assert!(resent > 0 && kills > 0, "nothing ever waited on the disk, or nobody was killed");
    let store = if server.is_postgres() { "PostgreSQL" } else { "SQLite" };
    report(
        &format!("writes over a network that loses every fifth reply, {store}"),
        &format!(
            "{} saved in {requests} requests: {}; {resent} that waited on the disk, {kills} kills of the client; 0 lost, 0 twice, all in order",
            told.len(),
            proxy.told()
        ),
    );
}

/// What a signal was given, oldest first.
async fn marks(who: &Caller, id: &str) -> Vec<String> {
    let signal: Signal = who.get(&format!("/v1/signals/{id}")).await.read();
    signal.timeline.iter().rev().filter_map(mark_of).map(str::to_owned).collect()
}

/// A signal of a writer, and what was done to it.
#[derive(Default)]
struct Case {
    id: String,
    /// Marks, in the order of pressing.
    entries: Vec<String>,
    claims: u64,
}

/// The client of somebody from its start until it is killed.
struct Life {
    runtime: Runtime,
    session: Session,
    drafts: Drafts,
    sender: Sender,
    told: UnboundedReceiver<Told>,
    waiting: usize,
    resent: u64,
}

impl Life {
    fn begin(number: u64, who: &Caller, server: &str, folder: &Path) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        // Half of them give up at the first reply that does not come, and leave it to the disk.
        let pauses = if number.is_multiple_of(2) { vec![] } else { vec![Duration::ZERO; 2] };
        let patience = Patience { total: Duration::from_secs(3), pauses, ..Patience::default() };
        let session = Session::with_patience(server, who.token.clone().into(), Language::Dutch, patience).unwrap();
        let drafts = Drafts::open(folder).unwrap();
        drafts.presume(&who.token);
        drafts.learn(account(who)).unwrap();
        let means = Means {
            session: session.clone(),
            drafts: Some(drafts.clone()),
            texts: Arc::new(Texts::new(Language::Dutch)),
            timing: Timing {
                unconfirmed: Duration::from_millis(200),
                pauses: (Duration::from_millis(1), Duration::from_millis(20)),
            },
        };
        let (tell, told) = unbounded_channel();
        let sender = runtime.block_on(async { Sender::start(means, move |one| drop(tell.send(one))) });
        sender.there(Some(account(who)));
        Self { runtime, session, drafts, sender, told, waiting: 0, resent: 0 }
    }

    fn hear(&mut self, told: Told) {
        match told {
            Told::Waiting(count) => self.waiting = count,
            Told::Settled { saved, refused, .. } => {
                assert_eq!(refused, [], "nothing here is to be refused");
                self.resent += saved.len() as u64;
            }
            Told::Dropped(_) => panic!("nothing here was called off"),
        }
    }

    fn hear_all(&mut self) {
        while let Ok(told) = self.told.try_recv() {
            self.hear(told);
        }
    }

    fn until_nothing_waits(&mut self) {
        while self.waiting > 0 || !self.drafts.waits().unwrap().0.is_empty() {
            let told = self.runtime.block_on(self.told.recv()).unwrap();
            self.hear(told);
        }
    }
}

/// What somebody saved.
struct Written {
    account: String,
    told: Acknowledged,
    cases: Vec<Case>,
    /// What waited on the disk and was told as saved afterwards.
    resent: u64,
    kills: u64,
}

/// Somebody who saves.
struct Writer {
    number: u64,
    lot: Lot,
    who: Caller,
    server: String,
    folder: PathBuf,
    life: Life,
    pressed: DateTime<Utc>,
    made: u64,
    /// What it saved, whether it was told so yet or not: the sender owes it.
    told: Acknowledged,
    own: Vec<Case>,
    resent: u64,
    kills: u64,
}

impl Writer {
    fn new(number: u64, lot: Lot, who: Caller, server: String, folder: &Path) -> Self {
        Self {
            number,
            lot,
            life: Life::begin(number, &who, &server, folder),
            who,
            server,
            folder: folder.into(),
            pressed: start_of_story(),
            made: 0,
            told: Acknowledged::default(),
            own: vec![],
            resent: 0,
            kills: 0,
        }
    }

    /// One press of save.
    fn save(&mut self) {
        self.life.hear_all();
        self.made += 1;
        let mark = format!("schrijver {} nummer {}", self.number, self.made);
        match (self.lot.below(10), self.own.is_empty()) {
            (0..=2, _) | (_, true) => {
                let made = self.surely(post("/v1/signals".into(), signal(&mark)));
                let id = id(&made["item"]);
                self.told.signals.insert(mark, id.clone());
                self.own.push(Case { id, ..Case::default() });
            }
            (3, _) => {
                let made = self.surely(post("/v1/officers".into(), officer("UWV", &mark)));
                self.told.officers.insert(mark, id(&made["item"]));
            }
            (4, _) => {
                // A claim does not wait on disk. It is let go again, so that one that came twice would be seen.
                let at = self.any();
                let path = format!("/v1/signals/{}/claims", self.own[at].id);
                self.surely(post(path.clone(), json!({})));
                let release = Write { method: WriteMethod::Delete, body: None, ..post(format!("{path}/current"), Value::Null) };
                self.surely(release);
                self.own[at].claims += 1;
            }
            (kind, _) => {
                let at = self.any();
                let case = &mut self.own[at];
                case.entries.push(mark.clone());
                self.told.entries.insert(mark.clone(), case.id.clone());
                let write = match kind {
                    5..8 => post(format!("/v1/signals/{}/notes", case.id), json!({ "text": mark, "origin": "typed" })),
                    _ => post(format!("/v1/signals/{}/contact-moments", case.id), contact(&mark)),
                };
                self.press(write);
            }
        }
    }

    /// Sent with its key until there is an answer.
    fn surely(&self, write: Write) -> Value {
        loop {
            match self.life.runtime.block_on(self.life.session.write(&write)) {
                Ok(answer) => return answer,
                Err(failure) => assert!(failure.is_passing(), "{}: {failure:?}", write.path),
            }
        }
    }

    /// Given to the sender. Who is killed before it is on disk finds the text in its form, and presses again under the same key.
    fn press(&mut self, write: Write) {
        self.pressed += TimeDelta::milliseconds(1);
        let key = write.key;
        let pending = Pending {
            account: None,
            token: None,
            write,
            server: self.life.session.server().into(),
            made_at: self.pressed,
            slot: format!("note/{}", self.made),
            draft: Some(json!({ "note": self.made, "key": key.to_string() }).to_string()),
            refused: false,
        };
        let outcome = self.life.sender.press(pending.clone());
        if self.lot.below(20) == 0 {
            self.kill();
            self.settled(&pending);
            return;
        }
        match self.life.runtime.block_on(outcome).unwrap() {
            Outcome::Saved(_) => {}
            Outcome::Waits if self.lot.below(3) == 0 => self.kill(),
            Outcome::Waits if self.lot.below(2) == 0 => self.life.sender.there(Some(account(&self.who))),
            Outcome::Waits => {}
            Outcome::Dropped => panic!("nothing here was called off"),
            Outcome::Failed(failure) => panic!("{}: {failure:?}", pending.write.path),
        }
    }

    /// After a kill: what is neither on disk nor saved is pressed again. Only the server knows whether it was saved; the key does no harm.
    fn settled(&mut self, pending: &Pending) {
        let waits = self.life.drafts.pending().unwrap().0;
        if waits.iter().all(|one| one.write.key != pending.write.key) {
            let outcome = self.life.sender.press(pending.clone());
            assert!(!matches!(self.life.runtime.block_on(outcome).unwrap(), Outcome::Failed(_)));
        }
    }

    fn kill(&mut self) {
        self.kills += 1;
        self.life.hear_all();
        self.resent += self.life.resent;
        // Beside each other for a moment, as when somebody starts anew at once; the sender of before ends with its runtime.
        let next = Life::begin(self.number, &self.who, &self.server, &self.folder);
        drop(std::mem::replace(&mut self.life, next));
    }

    /// Until nothing waits any more.
    fn finish(mut self) -> Written {
        self.life.until_nothing_waits();
        assert_eq!(self.life.drafts.pending().unwrap(), (vec![], 0));
        let resent = self.resent + self.life.resent;
        Written { account: self.who.account, told: self.told, cases: self.own, resent, kills: self.kills }
    }

    fn any(&mut self) -> usize {
        self.lot.below(self.own.len() as u64) as usize
    }
}

fn account(who: &Caller) -> AccountId {
    AccountId(who.account.parse().unwrap())
}

fn post(path: String, body: Value) -> Write {
    Write { key: IdempotencyKey(new_key()), method: WriteMethod::Post, path, version: None, body: Some(body) }
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}
