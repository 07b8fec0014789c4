//! People who save over a network that loses every fifth reply. Each works as the interface does: a key is made at the press, what is
//! saved is on disk before it is sent, and is sent again with the same key until there is an answer, also by a program that was
//! started anew. All of it arrives, and nothing twice.

use std::{path::Path, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    client::{Drafts, Patience, Pending, SendError, Session, Write, WriteMethod},
    domain::{
        ids::{AccountId, IdempotencyKey},
        role::Role,
    },
    locale::Language,
};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{
    Lot,
    acknowledged::Acknowledged,
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
        let mut writer = Writer::new(number, Lot(lot.draw()), who, proxy.address.clone(), &path);
        working.spawn(async move {
            for _ in 0..writes() / WRITERS {
                writer.save().await;
            }
            writer.finish().await
        });
    }
    let (mut told, mut resent, mut cases) = (Acknowledged::default(), 0, vec![]);
    for writer in working.join_all().await {
        told.signals.extend(writer.told.signals);
        told.entries.extend(writer.told.entries);
        told.officers.extend(writer.told.officers);
        resent += writer.resent;
        cases.extend(writer.own.into_iter().map(|case| (case, writer.who.account.clone())));
    }
    let (lost, requests) = (proxy.count(ACKNOWLEDGEMENTS_LOST), proxy.count(REQUESTS));
    println!("{}", proxy.told());
    told.verify(&desk).await;
    // One revision for every write, and one claim for every claim that was made.
    for (case, account) in &cases {
        let versions = server.number(&format!("SELECT COUNT(DISTINCT version) FROM history WHERE object = '{}'", case.id)).await;
        let deeds = case.entries + 2 * case.claims;
        assert_eq!(versions, 1 + deeds as i64, "{}: {} claims, {} entries", case.id, case.claims, case.entries);
        let others = format!("SELECT COUNT(*) FROM history WHERE object = '{}' AND account <> '{account}'", case.id);
        assert_eq!(server.number(&others).await, 0, "{}: somebody else wrote there", case.id);
    }
    assert!(lost * 8 > requests, "only {lost} of {requests} acknowledgements were lost");
    assert!(resent > 0, "nothing was ever sent again from the disk");
    let store = if server.is_postgres() { "PostgreSQL" } else { "SQLite" };
    report(
        &format!("writes over a network that loses every fifth reply, {store}"),
        &format!(
            "{} saved in {requests} requests: {}; {resent} sent again from the disk; 0 lost, 0 twice",
            told.len(),
            proxy.told()
        ),
    );
}

/// A signal of a writer, and what was done to it.
#[derive(Default)]
struct Case {
    id: String,
    entries: u64,
    claims: u64,
}

/// Somebody who saves.
struct Writer {
    number: u64,
    lot: Lot,
    who: Caller,
    session: Session,
    folder: std::path::PathBuf,
    drafts: Drafts,
    pressed: DateTime<Utc>,
    made: u64,
    /// What it saved, whether it was told so yet or not: the outbox owes it.
    told: Acknowledged,
    own: Vec<Case>,
    resent: u64,
}

impl Writer {
    fn new(number: u64, lot: Lot, who: Caller, server: String, folder: &Path) -> Self {
        // Half of them give up at the first reply that does not come, and leave it to the disk.
        let pauses = if number.is_multiple_of(2) { vec![] } else { vec![Duration::ZERO; 2] };
        let patience = Patience { total: Duration::from_secs(3), pauses, ..Patience::default() };
        let session = Session::with_patience(&server, who.token.clone().into(), Language::Dutch, patience).unwrap();
        let drafts = Drafts::open(folder).unwrap();
        Self {
            number,
            lot,
            who,
            session,
            folder: folder.into(),
            drafts,
            pressed: start_of_story(),
            made: 0,
            told: Acknowledged::default(),
            own: vec![],
            resent: 0,
        }
    }

    fn account(&self) -> AccountId {
        AccountId(self.who.account.parse().unwrap())
    }

    /// One press of save.
    async fn save(&mut self) {
        self.made += 1;
        let mark = format!("schrijver {} nummer {}", self.number, self.made);
        match (self.lot.below(10), self.own.is_empty()) {
            (0..=2, _) | (_, true) => {
                let made = self.surely(post("/v1/signals".into(), signal(&mark))).await;
                let id = id(&made["item"]);
                self.told.signals.insert(mark, id.clone());
                self.own.push(Case { id, ..Case::default() });
            }
            (3, _) => {
                let made = self.surely(post("/v1/officers".into(), officer("UWV", &mark))).await;
                self.told.officers.insert(mark, id(&made["item"]));
            }
            (4, _) => {
                // A claim does not wait on disk. It is let go again, so that one that came twice would be seen.
                let at = self.any();
                let path = format!("/v1/signals/{}/claims", self.own[at].id);
                self.surely(post(path.clone(), json!({}))).await;
                let release = Write { method: WriteMethod::Delete, body: None, ..post(format!("{path}/current"), Value::Null) };
                self.surely(release).await;
                self.own[at].claims += 1;
            }
            (kind, _) => {
                let at = self.any();
                let case = &mut self.own[at];
                case.entries += 1;
                self.told.entries.insert(mark.clone(), case.id.clone());
                let write = match kind {
                    5..8 => post(format!("/v1/signals/{}/notes", case.id), json!({ "text": mark, "origin": "typed" })),
                    _ => post(format!("/v1/signals/{}/contact-moments", case.id), contact(&mark)),
                };
                self.by_the_outbox(write).await;
            }
        }
    }

    /// Sent with its key until there is an answer.
    async fn surely(&self, write: Write) -> Value {
        loop {
            match self.session.write(&write).await {
                Ok(answer) => return answer,
                Err(failure) => assert!(failure.is_passing(), "{}: {failure:?}", write.path),
            }
        }
    }

    /// Left to the disk when there is no answer.
    async fn by_the_outbox(&mut self, write: Write) {
        self.pressed += TimeDelta::milliseconds(1);
        let pending = Pending {
            account: Some(self.account()),
            write,
            server: self.session.server().into(),
            made_at: self.pressed,
            slot: format!("note/{}", self.made),
            draft: None,
            refused: false,
        };
        match self.drafts.send(&self.session, pending.clone()).await {
            Ok(_) if self.lot.below(20) == 0 => {
                // Killed after the answer, before it was off the disk.
                self.drafts.keep(&pending).unwrap();
                self.start_anew();
            }
            Ok(_) => {}
            Err(SendError::Failed(failure)) => {
                assert!(failure.is_passing(), "{}: {failure:?}", pending.write.path);
                match self.lot.below(3) {
                    0 => self.start_anew(),
                    1 => self.send_again().await,
                    _ => {}
                }
            }
            Err(SendError::NotKept(error)) => panic!("{error}"),
        }
    }

    fn start_anew(&mut self) {
        self.drafts = Drafts::open(&self.folder).unwrap();
        self.session = self.session.in_language(Language::Dutch);
    }

    /// As when the connection is back.
    async fn send_again(&mut self) {
        let all = self.drafts.resend_all(&self.session, self.account()).await.unwrap();
        let pressed: Vec<_> = all.iter().map(|one| one.pending.made_at).collect();
        assert!(pressed.is_sorted(), "not in the order in which save was pressed: {pressed:?}");
        for one in all {
            match one.outcome {
                Ok(_) => self.resent += 1,
                Err(failure) => assert!(failure.is_passing(), "{}: {failure:?}", one.pending.write.path),
            }
        }
    }

    /// Until nothing waits any more.
    async fn finish(mut self) -> Self {
        while self.drafts.pending().unwrap() != (vec![], 0) {
            self.send_again().await;
        }
        self
    }

    fn any(&mut self) -> usize {
        self.lot.below(self.own.len() as u64) as usize
    }
}

fn post(path: String, body: Value) -> Write {
    Write { key: IdempotencyKey(new_key()), method: WriteMethod::Post, path, version: None, body: Some(body) }
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}
