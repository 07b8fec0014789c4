//! Signing in over a real sshd by a code, at a real provider: working, being renewed, and being shut out everywhere at once.

use std::time::{Duration, Instant};

use futures_util::StreamExt;
use loket::{api::path, domain::role::Role};
use notify::{RecursiveMode, Watcher};
use reqwest::Method;
use serde_json::Value;
use tokio::{runtime::Handle, task::JoinHandle};

use super::enter;
use crate::support::{
    http::Caller,
    program::{Serving, loket, run, said, token},
    provider::Provider,
    samples::signal,
    seat::Seat,
    server::TestServer,
    terminal::Terminal,
};

/// Seconds that an access token is good: it is renewed several times in the story.
const GOOD_FOR: u32 = 15;

/// What the promise is.
const WITHIN: Duration = Duration::from_secs(60);

/// Two instances over one store, each a process of its own, that believe the provider.
struct Instances {
    first: Serving,
    second: Serving,
    administrator: String,
    desk: String,
    home: tempfile::TempDir,
}

impl Instances {
    fn over(database: &str, provider: &Provider, administrator: String) -> Self {
        let home = tempfile::tempdir().unwrap();
        let file = provider.file(home.path());
        let serve = || Serving::start_with(home.path(), database, &["--identity", file.to_str().unwrap()]);
        let (first, second) = (serve(), serve());
        let desk = token(home.path(), database, Role::Desk.code(), "Balie");
        Self { first, second, administrator, desk, home }
    }

    /// What the administrator does on the command line.
    fn administrate(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = loket(self.home.path());
        command.env("LOKET_SERVER", &self.first.address).env("LOKET_TOKEN", &self.administrator);
        run(command.args(arguments))
    }
}

/// The code on the screen of somebody who signs in.
fn code(terminal: &mut Terminal) -> String {
    let of = |screen: &str| {
        let is_code = |word: &&str| word.len() == 9 && word.as_bytes()[4] == b'-' && *word == word.to_uppercase();
        screen.split_whitespace().find(is_code).map(str::to_owned)
    };
    terminal.until(|screen| screen.contains("Wachten op goedkeuring") && of(screen).is_some(), "a code");
    of(&terminal.shown()).unwrap()
}

/// The access token that is kept for a server in this home, and until when it is good.
fn kept(seat: &Seat) -> Option<Value> {
    let folder = std::fs::read_dir(seat.home().join("state/loket")).ok()?;
    let files = folder.flatten().map(|entry| entry.path().join("sign-in")).find(|file| file.exists())?;
    serde_json::from_slice(&std::fs::read(files).ok()?).ok()
}

/// Waits until another access token is kept in this home than this one.
fn until_renewed(seat: &Seat, before: &Value) -> Value {
    let (told, heard) = std::sync::mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |_| {
        // Who waits no longer misses nothing.
        let _ = told.send(());
    })
    .unwrap();
    watcher.watch(&seat.home().join("state/loket"), RecursiveMode::Recursive).unwrap();
    let end = Instant::now() + WITHIN;
    loop {
        if let Some(now) = kept(seat).filter(|now| now["access"] != before["access"]) {
            return now;
        }
        let left = end.saturating_duration_since(Instant::now());
        assert!(heard.recv_timeout(left).is_ok(), "the token was not renewed");
    }
}

/// Reads an event stream to its end.
async fn listen(server: &str, access: &str) -> JoinHandle<()> {
    let response = Caller::at(server, access).request(Method::GET, path::EVENTS).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let mut parts = response.bytes_stream();
    // An end that is none of the server's, such as that of our own patience, is no end.
    tokio::spawn(async move {
        while let Some(part) = parts.next().await {
            part.unwrap();
        }
    })
}

const WHO: &str = "desk#Anna de Wit";
const TITLE: &str = "Kind zonder zorgverzekering";

async fn story(server: TestServer) {
    let provider = Provider::start(GOOD_FOR);
    let instances = Instances::over(&server.url(), &provider, server.role(Role::Administrator).token.clone());
    let desk = Caller::at(&instances.first.address, &instances.desk);
    desk.post(path::SIGNALS, &signal(TITLE)).await.expect(201);
    let here = Seat::signing_in(&instances.first.address);
    let there = Seat::signing_in(&instances.second.address);
    let approve = |code: String| Handle::current().block_on(provider.approve(&code, WHO));
    let queue = |screen: &str| screen.contains("Kind zonder");
    let streams = tokio::task::block_in_place(|| {
        // Over ssh, in tmux, at one instance; and in a window of this machine at the other.
        let (tmux, mut over_ssh, sshd) = enter(&here, "Wachten op goedkeuring");
        let mut window = there.open(&[("SSH_CONNECTION", "x")]);
        for terminal in [&mut over_ssh, &mut window] {
            let shown = code(terminal);
            assert!(terminal.shown().contains("Voer nooit een code in"), "{}", terminal.shown());
            approve(shown);
            terminal.until(queue, "the queue");
        }
        // Both work on, on tokens that followed one another.
        let mut tokens = kept(&here).expect("a sign-in that is kept");
        for _ in 0..2 {
            tokens = until_renewed(&here, &tokens);
        }
        over_ssh.press_until("\r", |screen| screen.contains("Tijdlijn"), "the open case");
        over_ssh.press_until("n", |screen| screen.contains("─ Notitie"), "a form");
        over_ssh.type_text("Half getypt");
        let access = tokens["access"].as_str().unwrap().to_owned();
        let streams: Vec<JoinHandle<()>> = [&instances.first, &instances.second]
            .map(|instance| Handle::current().block_on(listen(&instance.address, &access)))
            .into();
        // The administrator ends what is theirs.
        let listed = instances.administrate(&["session", "list", "--json"]);
        let sessions: Value = serde_json::from_slice(&listed.stdout).unwrap_or_else(|_| panic!("{}", said(&listed)));
        let theirs: Vec<&str> = sessions["items"].as_array().unwrap().iter().filter_map(|one| one["id"].as_str()).collect();
        assert_eq!(theirs.len(), 2, "{sessions:#}");
        let ended = Instant::now();
        for id in theirs {
            let output = instances.administrate(&["session", "revoke", id]);
            assert!(output.status.success(), "{}", said(&output));
        }
        for terminal in [&mut over_ssh, &mut window] {
            terminal.until(|screen| screen.contains("Uw sessie is beëindigd"), "the end of the session");
            assert!(!terminal.shown().contains("Kind zonder"), "{}", terminal.shown());
        }
        assert!(ended.elapsed() < WITHIN, "{:?}", ended.elapsed());
        assert!(kept(&here).is_none() && kept(&there).is_none(), "no token is kept of what has ended");
        assert!(here.has_draft(), "what was typed is kept");
        // Who signs in anew is at work again, and finds it.
        let shown = code(&mut over_ssh);
        approve(shown);
        over_ssh.until(queue, "the queue");
        drop((tmux, over_ssh, sshd, window));
        streams
    });
    for stream in streams {
        tokio::time::timeout(WITHIN, stream).await.expect("a stream that should have ended").unwrap();
    }
    tokio::task::block_in_place(|| drop((here, there)));
    drop(instances);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_signed_in_over_ssh_is_renewed_and_shut_out_of_two_instances_within_a_minute_on_sqlite() {
    story(TestServer::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_signed_in_over_ssh_is_renewed_and_shut_out_of_two_instances_within_a_minute_on_postgres() {
    story(TestServer::postgres().await).await;
}
