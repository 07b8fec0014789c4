//! The disk is full: words that say so, reading goes on and is still written down, nothing is half there, and writing goes on as soon as
//! there is room. On a disk of 3 MiB.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use loket::{
    api::{IDEMPOTENCY_KEY, problem::Code},
    domain::signal::Signal,
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, Reply, new_key},
    program::{Serving, loket, run, said, token},
    samples::signal_with,
};

/// A small disk; taken away when dropped.
struct Disk(PathBuf);

impl Disk {
    /// Nothing where this user may not mount one.
    fn of(folder: &Path, size: &str) -> Option<Self> {
        std::fs::create_dir(folder).unwrap();
        let mut mount = Command::new("mount");
        let mounted = mount.args(["-t", "tmpfs", "-o", &format!("size={size},mode=0700"), "loket-test"]).arg(folder).output();
        mounted.is_ok_and(|mounted| mounted.status.success()).then(|| Self(folder.to_owned()))
    }

    /// Takes every byte that is left.
    fn fill(&self) {
        let mut file = std::fs::File::options().create(true).append(true).open(self.0.join("filler")).unwrap();
        while file.write_all(&[1; 1024]).is_ok() {}
    }

    fn room_again(&self) {
        std::fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(&self.0).status().ok();
    }
}

async fn write(who: &Caller, title: &str, key: uuid::Uuid) -> Reply {
    let body = signal_with(title, json!({ "account": "tekst ".repeat(400) }));
    Reply::of(who.request(Method::POST, "/v1/signals").header(IDEMPOTENCY_KEY, key.to_string()).json(&body)).await
}

/// Writes until it is refused; gives the ids of what was acknowledged.
async fn write_until_full(who: &Caller, mark: &str) -> Vec<(String, String)> {
    let mut acknowledged = vec![];
    for number in 0..2_000 {
        let title = format!("{mark} {number}");
        let reply = write(who, &title, new_key()).await;
        if reply.status == 503 {
            let problem = reply.problem(Code::Unavailable);
            let fault = &problem["errors"][0];
            assert_eq!(fault["code"], "store-full", "{problem}");
            assert!(fault["detail"].as_str().unwrap().contains("schijf van de server is vol"), "{problem}");
            return acknowledged;
        }
        acknowledged.push((title, reply.expect(201)["item"]["id"].as_str().unwrap().to_owned()));
    }
    panic!("3 MiB were never full");
}

/// Single signals, one by one (each is written down), the list, and every change since the beginning.
async fn reading_goes_on(who: &Caller, all: &[(String, String)], serving: &Serving) {
    for (title, id) in all {
        let reply = who.get(&format!("/v1/signals/{id}")).await;
        if reply.status != 200 {
            panic!("{}: {}\n{}", reply.status, reply.text(), serving.heard());
        }
        assert_eq!(reply.read::<Signal>().facts.title.raw(), title);
    }
    assert_eq!(who.get("/v1/signals?limit=5").await.expect(200)["items"].as_array().map(Vec::len), Some(5));
    let changes = who.get("/v1/changes").await;
    assert!(changes.status == 200 && changes.text().contains(&all[0].1), "{}", changes.status);
}

/// Fills the disk until a write is refused, for the log of the store may still have been made shorter; gives that write.
async fn refused(who: &Caller, disk: &Disk) -> (uuid::Uuid, String) {
    for number in 0..20 {
        disk.fill();
        let (key, title) = (new_key(), format!("wacht op ruimte {number} {}", disk.0.display()));
        let reply = write(who, &title, key).await;
        if reply.status == 503 {
            assert_eq!(reply.problem(Code::Unavailable)["errors"][0]["code"], "store-full");
            return (key, title);
        }
        reply.expect(201);
    }
    panic!("a full disk takes no end of writes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_said_reading_goes_on_and_writing_returns_with_room() {
    let home = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::of(&home.path().join("disk"), "3m") else {
        println!("NOT RUN: a full disk. This user may not mount a disk of 3 MiB.");
        return;
    };
    let file = disk.0.join("loket.db");
    let database = format!("sqlite:{}", file.display());
    let secret = token(home.path(), &database, "desk", "Schrijver");
    let serving = Serving::start(home.path(), &database);
    let who = Caller::at(&serving.address, &secret);
    let acknowledged = write_until_full(&who, "eerst").await;
    assert!(acknowledged.len() > 10, "{}", acknowledged.len());
    let (first, second) = acknowledged.split_at(acknowledged.len() / 2);
    reading_goes_on(&who, first, &serving).await;

    // Something else takes the rest, to the last byte.
    let (key, title) = refused(&who, &disk).await;
    let ready = who.get("/health/ready").await;
    assert_eq!((ready.status, ready.header("x-loket-store")), (200, "full"));
    reading_goes_on(&who, second, &serving).await;

    // Killed and started on the full disk: it reads.
    serving.kill();
    let serving = Serving::start(home.path(), &database);
    let who = Caller::at(&serving.address, &secret);
    reading_goes_on(&who, &second[..1], &serving).await;
    let (other_key, other) = refused(&who, &disk).await;

    // With room the same write is done, once.
    disk.room_again();
    for (title, key) in [(title, key), (other, other_key)] {
        let done: Value = write(&who, &title, key).await.expect(201);
        assert_eq!(write(&who, &title, key).await.expect(201)["item"]["id"], done["item"]["id"]);
    }
    let ready = who.get("/health/ready").await;
    assert_eq!((ready.status, ready.header("x-loket-store")), (200, ""));
    serving.stop();
    let check = run(loket(home.path()).args(["db", "check", "--database", &database]));
    assert!(check.status.success(), "{}", said(&check));
    // Everything that was read is written down.
    let pool = sqlx::SqlitePool::connect(&file.display().to_string()).await.unwrap();
    let read = "SELECT COUNT(DISTINCT object) FROM audit WHERE verb = 'signal.read'";
    let read: i64 = sqlx::query_scalar(read).fetch_one(&pool).await.unwrap();
    pool.close().await;
    // An answer that is given again is a read too.
    assert_eq!(read, acknowledged.len() as i64 + 2);
}
