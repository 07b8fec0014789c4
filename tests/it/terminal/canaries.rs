//! What nobody else on the machine may come by: words that stand in a case, in a search, in what is typed and in a token turn up in no argument,
//! environment, log, title, file or screen that is left; and another user of the machine reads nothing of it.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

use reqwest::Method;
use rustix::process::Pid;
use serde_json::{Value, json};

use crate::support::{
    http::Caller,
    process::with_children,
    program::{Serving, loket, run, said, token},
    samples::full_signal,
    seat::Seat,
    terminal::Terminal,
};

/// What a word of a case looks like; nothing else in the story has it.
const CANARY: &str = "Kanarie";

struct Scene {
    home: tempfile::TempDir,
    serving: Serving,
    who: Caller,
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|part| part == word.as_bytes())
}

/// Every file in a folder and below, but those in one of these.
fn files(folder: &Path, but: &[&Path]) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if but.contains(&path.as_path()) {
            continue;
        }
        if path.is_dir() { found.extend(files(&path, but)) } else { found.push(path) }
    }
    found
}

/// A signal that is full of them: every text of it is one.
fn full_of_canaries() -> Value {
    fn fill(value: &mut Value, number: &mut u32) {
        match value {
            Value::Object(fields) => fields.values_mut().for_each(|value| fill(value, number)),
            Value::Array(items) => items.iter_mut().for_each(|value| fill(value, number)),
            Value::String(text) if text.contains(' ') && !text.starts_with('+') && !text.starts_with("AVG") => {
                *number += 1;
                *text = format!("{CANARY} {number}");
            }
            _ => {}
        }
    }
    let mut signal = full_signal();
    for field in ["title", "account", "reporter", "bodies", "stalemate", "tried", "desiredByHousehold", "urgencyReason"] {
        fill(&mut signal["facts"][field], &mut 0);
    }
    signal
}

impl Scene {
    async fn set() -> Self {
        let home = tempfile::tempdir().unwrap();
        // As open as a careless user leaves it: what loket makes in it has to keep itself.
        fs::set_permissions(home.path(), PermissionsExt::from_mode(0o755)).unwrap();
        let folder = home.path().join("server");
        fs::create_dir(&folder).unwrap();
        let database = format!("sqlite:{}", folder.join("loket.db").display());
        let secret = token(home.path(), &database, "desk", "M. Visser");
        let serving = Serving::start_with(home.path(), &database, &["--log-level", "debug"]);
        let who = Caller::at(&serving.address, &secret);
        Self { home, serving, who }
    }

    /// Asks for everything that might write its words down: in bodies, paths, queries, headers and faults.
    async fn ask(&self) -> Value {
        let made = self.who.post("/v1/signals", &full_of_canaries()).await.expect(201)["item"].clone();
        let one = format!("/v1/signals/{}", made["id"].as_str().unwrap());
        self.who.post(&format!("{one}/notes"), &json!({ "text": format!("{CANARY} gebeld") })).await.expect(201);
        self.who.post("/v1/signals/_search", &json!({ "query": CANARY })).await.expect(200);
        for path in [format!("/v1/signals/{CANARY}"), format!("/v1/{CANARY}"), format!("/v1/signals?municipality={CANARY}")] {
            assert!(self.who.get(&path).await.status >= 400, "{path}");
        }
        for body in [format!("{{\"{CANARY}\": "), format!("{{\"facts\": {{\"{CANARY}\": 1}}}}"), CANARY.to_owned()] {
            let request = self.who.request(Method::POST, "/v1/signals").header("content-type", "application/json");
            let status =
                request.header("idempotency-key", CANARY).header("x-canary", CANARY).body(body).send().await.unwrap().status();
            assert!(status.as_u16() >= 400);
        }
        let stranger = Caller { token: CANARY.into(), ..self.who.clone() };
        assert_eq!(stranger.get("/v1/signals").await.status, 401);
        made
    }

    /// Nothing of it in what everybody sees of a process, and no core file of it either.
    fn look_at(&self, process: Pid) {
        for process in with_children(process) {
            let folder = PathBuf::from(format!("/proc/{}", process.as_raw_nonzero()));
            for name in ["cmdline", "environ", "comm"] {
                // One that ended meanwhile has nothing.
                let bytes = fs::read(folder.join(name)).unwrap_or_default();
                assert!(!holds(&bytes, CANARY) && !holds(&bytes, &self.who.token), "{name}: {}", String::from_utf8_lossy(&bytes));
            }
            let limits = fs::read_to_string(folder.join("limits")).unwrap_or_default();
            let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap_or("0 0");
            assert_eq!(core.split_whitespace().filter(|word| *word == "0").count(), 2, "{core}");
        }
    }
}

/// Titles a program gave its terminal (OSC 0 to 2).
fn titles(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let starts = ["\u{1b}]0;", "\u{1b}]1;", "\u{1b}]2;"];
    starts.iter().flat_map(|start| text.split(start).skip(1)).map(|rest| rest.chars().take(80).collect()).collect()
}

fn worked_with(scene: &Scene, seat: &Seat) -> Terminal {
    fs::create_dir_all(seat.home().join("run")).unwrap();
    fs::set_permissions(seat.home(), PermissionsExt::from_mode(0o755)).unwrap();
    let mut terminal = seat.open(&[]);
    terminal.until_shown(&format!("{CANARY} 1"));
    terminal.press_until("\r", |screen| screen.matches(CANARY).count() > 3, "the case");
    scene.look_at(terminal.id());
    terminal.press_until("n", |screen| screen.contains("Notitie"), "a note");
    terminal.type_text(&format!("{CANARY} belde terug"));
    terminal.until_typed("terug");
    scene.look_at(terminal.id());
    terminal
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_of_a_case_turn_up_nowhere_but_on_the_screen_and_in_the_store() {
    let scene = Scene::set().await;
    scene.ask().await;
    let seat = Seat::of(&scene.who);
    tokio::task::block_in_place(|| {
        let mut terminal = worked_with(&scene, &seat);
        scene.look_at(scene.serving.id());
        // Left with a draft: it is kept, and nobody reads it.
        terminal.keys("\u{1b}[21~");
        let (code, pty) = terminal.ended();
        assert_eq!(code, 0);
        pty.wait("the screen of before", |screen, _| !screen.alternate_screen());
        assert!(!pty.look(|screen| screen.contents().contains(CANARY)), "left on the screen");
        assert_eq!(titles(&pty.all_bytes()).iter().find(|title| title.contains(CANARY)), None);
        let copy = scene.home.path().join("server/copy.db");
        let database = format!("sqlite:{}", scene.home.path().join("server/loket.db").display());
        let saved = run(loket(scene.home.path()).args(["db", "backup", "--database", &database]).arg(&copy));
        assert!(saved.status.success() && !said(&saved).contains(CANARY), "{}", said(&saved));
        let listed = run(loket(scene.home.path()).args(["audit", "list", "--json"]).env("LOKET_TOKEN", &scene.who.token));
        assert!(!said(&listed).contains(CANARY));
        let token = seat.home().join("config/loket/token");
        let kept = files(seat.home(), &[&token]);
        let server = files(scene.home.path(), &[&scene.home.path().join("server")]);
        assert!(kept.iter().any(|path| path.to_string_lossy().contains("drafts-")), "the draft is kept: {kept:?}");
        for path in kept.iter().chain(&server) {
            let bytes = fs::read(path).unwrap_or_default();
            assert!(!holds(&bytes, CANARY) && !holds(&bytes, &scene.who.token), "{}", path.display());
        }
    });
    another_user_reads_nothing(&scene, &seat);
    let log = scene.serving.stop();
    assert!(log.contains("_search") && log.contains("status=401"), "the log tells of the requests: {log}");
    assert!(!log.contains(CANARY) && !log.contains(&scene.who.token), "{log}");
}

/// As another user of this machine: which of the files that loket made can be read, and which folders be looked into?
fn another_user_reads_nothing(scene: &Scene, seat: &Seat) {
    if !rustix::process::geteuid().is_root() {
        println!("NOT TRIED: what another user of this machine can read. Only root becomes another user.");
        return;
    }
    for folder in [scene.home.path(), seat.home()] {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "find"]).arg(folder);
        command.args(["(", "-type", "f", "-o", "-type", "s", "-o", "-type", "p", ")", "(", "-readable", "-o", "-writable", ")"]);
        let found = run(&mut command);
        let text = String::from_utf8_lossy(&found.stdout).into_owned();
        // The test's own: what a user writes there keeps the rights that user gives it.
        let theirs: Vec<&str> = text.lines().filter(|path| !path.ends_with("config/loket/config.toml")).collect();
        assert_eq!(theirs, Vec::<&str>::new(), "{}", said(&found));
    }
}
