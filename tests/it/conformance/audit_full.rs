//! There is no room for a row of the audit log: what is shown has its row, what has none is refused in words, and it goes on with room.

use std::{io::Write, process::Command};

use chrono::TimeDelta;
use loket::api::{path, problem::Code};
use serde_json::json;

use super::audit_away::{Asked, PRIVATE, ask, get, post};
use crate::support::{
    samples::{full_officer, full_signal},
    server::{Place, TestServer},
};

/// A small disk; taken away when dropped.
struct Disk(tempfile::TempDir);

fn run(program: &str, arguments: &[&str]) -> String {
    let ran = Command::new(program).args(arguments).output().unwrap();
    assert!(ran.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap().trim().to_owned()
}

impl Disk {
    /// Of this user; nothing where nobody may mount one here.
    fn of(user: &str, size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={size},mode=0700,uid={}", run("id", &["-u", user]));
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "loket-test"]).arg(folder.path()).output();
        mounted.is_ok_and(|mounted| mounted.status.success()).then(|| Self(folder))
    }

    /// Takes every byte that is left.
    fn fill(&self) {
        let mut file = std::fs::File::options().create(true).append(true).open(self.0.path().join("filler")).unwrap();
        while file.write_all(&[1; 1024]).is_ok() {}
    }

    fn room_again(&self) {
        std::fs::remove_file(self.0.path().join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(self.0.path()).status().ok();
    }
}

fn not_run(store: &str) {
    println!("NOT RUN: a full audit log on {store}. This user may not mount a small disk.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_log_lets_nothing_out_and_recovers_on_sqlite() {
    let Some(disk) = Disk::of("root", "4m") else { return not_run("SQLite") };
    let server = TestServer::over(Place::Lite(tempfile::tempdir_in(disk.0.path()).unwrap())).await;
    // Room that is kept for the log is laid with the first write, and used up by reading.
    a_full_log_lets_nothing_out_and_recovers(&server, &disk).await;
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_log_lets_nothing_out_and_recovers_on_postgresql() {
    let Some(disk) = Disk::of("postgres", "1m") else { return not_run("PostgreSQL") };
    let server = TestServer::postgres().await;
    let name = format!("small_{}", uuid::Uuid::now_v7().simple());
    server.execute(&format!("CREATE TABLESPACE {name} LOCATION '{}'", disk.0.path().display())).await;
    server.execute(&format!("ALTER TABLE audit SET TABLESPACE {name}")).await;
    a_full_log_lets_nothing_out_and_recovers(&server, &disk).await;
    server.execute("ALTER TABLE audit SET TABLESPACE pg_default").await;
    server.execute(&format!("DROP TABLESPACE {name}")).await;
    server.stop().await;
}

async fn rows(server: &TestServer) -> i64 {
    server.number("SELECT COUNT(*) FROM audit").await
}

async fn a_full_log_lets_nothing_out_and_recovers(server: &TestServer, disk: &Disk) {
    let desk = server.desk();
    let signal = desk.post(path::SIGNALS, &full_signal()).await.expect(201)["item"].clone();
    let officer = desk.post(path::OFFICERS, &full_officer()).await.expect(201)["item"].clone();
    let one = format!("/v1/signals/{}", signal["id"].as_str().unwrap());
    let card = format!("/v1/officers/{}", officer["id"].as_str().unwrap());
    disk.fill();
    // Every read is a row of its own, and one after the other there is no more room for it.
    let (before, mut shown, mut refused) = (rows(server).await, 0, 0);
    for number in 0..2_000 {
        server.advance(TimeDelta::minutes(30));
        let asked = get(if number % 2 == 0 { &one } else { &card });
        disk.fill();
        refused += i32::from(is_refused(&desk, &asked).await);
        shown += i64::from(refused == 0);
        if refused > 20 {
            break;
        }
    }
    assert!(refused > 20, "it never was full");
    assert!(rows(server).await - before >= shown, "what was shown has its row");
    server.advance(TimeDelta::minutes(30));
    for asked in [
        get(path::SIGNALS),
        get(path::OFFICERS),
        get(path::CHANGES),
        post(path::OFFICERS_SEARCH, json!({ "query": "ozdemir" })),
        post(path::SIGNALS_SEARCH, json!({ "query": "moeder" })),
        post(format!("{one}/notes"), json!({ "text": "gebeld" })),
    ] {
        let before = rows(server).await;
        let refused = is_refused(&desk, &asked).await;
        assert!(refused || rows(server).await > before, "{}", asked.path);
    }
    disk.room_again();
    let notes =
        |whole: serde_json::Value| whole["timeline"].as_array().unwrap().iter().filter(|entry| entry["text"] == "gebeld").count();
    assert!(notes(desk.get(&one).await.expect(200)) < 2);
    desk.get(&card).await.expect(200);
    desk.get(path::SIGNALS).await.expect(200);
}

/// Refused in words, with nothing of a case or a card in it? Else it is given.
async fn is_refused(who: &crate::support::http::Caller, asked: &Asked) -> bool {
    let reply = ask(who, asked).await;
    if (200..300).contains(&reply.status) {
        return false;
    }
    for private in PRIVATE {
        assert!(!reply.text().contains(private), "{}: {private} in {}", asked.path, reply.text());
    }
    let problem = reply.problem(Code::Unavailable);
    let why = problem["errors"][0]["code"].as_str().unwrap_or_default();
    assert!(["audit-log", "store-full"].contains(&why), "{}: {problem}", asked.path);
    true
}
