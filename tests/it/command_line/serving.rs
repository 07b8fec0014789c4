//! `loket serve`, `token`, `db` and `demo`, as an administrator uses them.

use loket::{
    api::problem::exit,
    cli::{self, Edge},
};
use tokio::{sync::oneshot, task::JoinHandle};

use super::{Ended, Sink, edge, lite, sample};

/// A call that serves until it is told to stop.
struct Serving {
    stdout: Sink,
    stderr: Sink,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<u8>,
}

fn serve(arguments: &[&str], environment: &[(&str, &str)]) -> Serving {
    // The log is this whole process's: it would stand between the lines of the test runner.
    let environment = [environment, &[("LOKET_LOG", "error")]].concat();
    let (edge, stdout, stderr) = edge(arguments, &environment, "");
    let (stop, stopped) = oneshot::channel::<()>();
    let edge = Edge { stop: Box::pin(async { drop(stopped.await) }), now: chrono::Utc::now, ..edge };
    Serving { stdout, stderr, stop, ended: tokio::task::spawn_blocking(move || cli::run(edge)) }
}

async fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Ended {
    let (edge, stdout, stderr) = edge(arguments, environment, "");
    let code = tokio::task::spawn_blocking(move || cli::run(edge)).await.expect("a call never panics");
    Ended { code, stdout: stdout.text(), stderr: stderr.text() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_database_a_token_and_a_first_import() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("loket.db").display());
    let serving = serve(&["serve", "--database", &database, "--listen", "127.0.0.1:0"], &[]);
    let line = serving.stderr.line("De server luistert op ").await;
    let address = line.trim_start_matches("De server luistert op ").to_owned();
    assert!(serving.stderr.text().starts_with("Zet hier geen echte gegevens"), "{}", serving.stderr.text());
    let create = ["token", "create", "--database", &database, "--role", "desk", "--name", "M. Visser"];
    let token = run(&create, &[]).await.is(exit::DONE).stdout;
    assert!(token.starts_with("lkt_") && token.lines().count() == 1, "{token}");
    let environment = [("LOKET_SERVER", address.as_str()), ("LOKET_TOKEN", token.trim())];
    run(&["signal", "import", &sample("beslag.eml")], &environment).await.is(exit::DONE);
    let tokens = run(&["token", "list", "--database", &database, "--json"], &[]).await.is(exit::DONE);
    assert!(!tokens.stdout.contains(token.trim()), "never shown again");
    let account = tokens.json()["items"][0]["account"].as_str().unwrap_or_default().to_owned();
    let copy = folder.path().join("copy.db").display().to_string();
    run(&["db", "backup", &copy], &[("LOKET_DATABASE", &database)]).await.is(exit::DONE);
    run(&["db", "backup", &copy], &[("LOKET_DATABASE", &database)]).await.is(exit::USAGE);
    let checked = run(&["db", "check", "--database", &format!("sqlite:{copy}"), "--json"], &[]).await.is(exit::DONE).json();
    assert_eq!((&checked["signals"], checked["faults"].as_array().map(Vec::len)), (&1.into(), Some(0)));
    let (back, moved) =
        (folder.path().join("back.db").display().to_string(), folder.path().join("moved.db").display().to_string());
    let (back_url, moved_url) = (format!("sqlite:{back}"), format!("sqlite:{moved}"));
    let migrated = run(&["db", "migrate", "--database", &database, "--json"], &[]).await.is(exit::DONE).json();
    assert_eq!(migrated["before"], migrated["wanted"]);
    let fresh = run(&["db", "migrate", "--database", &back_url, "--dry-run"], &[]).await.is(exit::DONE);
    assert!(fresh.stdout.starts_with("De database heeft 0 van ") && !std::path::Path::new(&back).exists(), "{}", fresh.stdout);
    run(&["db", "restore", &copy, "--database", &back_url], &[]).await.is(exit::DONE);
    run(&["db", "restore", &copy, "--database", &back_url], &[]).await.is(exit::USAGE);
    run(&["db", "restored", "--database", &back_url], &[]).await.is(exit::DONE);
    let copied = run(&["db", "copy", &back_url, &moved_url], &[]).await.is(exit::DONE);
    assert!(
        copied.stdout.contains("signals  ") && copied.stderr.contains("gelijk bevonden"),
        "{}{}",
        copied.stdout,
        copied.stderr
    );
    run(&["db", "copy", &back_url, &moved_url], &[]).await.is(exit::USAGE);
    run(&["token", "revoke", &account, "--database", &database], &[]).await.is(exit::DONE);
    run(&["token", "revoke", &account, "--database", &database], &[]).await.is(exit::NOTHING);
    serving.stop.send(()).expect("still serving");
    assert_eq!(serving.ended.await.expect("it ends"), exit::DONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_serving_makes_or_changes_a_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("tikfout.db");
    let database = format!("sqlite:{}", file.display());
    let copy = folder.path().join("copy.db").display().to_string();
    let account = uuid::Uuid::nil().to_string();
    let calls: [&[&str]; 5] = [
        &["db", "check"],
        &["db", "backup", &copy],
        &["token", "list"],
        &["token", "create", "--role", "desk", "--name", "M. Visser"],
        &["token", "revoke", &account],
    ];
    for call in calls {
        let ended = run(call, &[("LOKET_DATABASE", &database)]).await.is(exit::CONFIGURATION);
        assert!(ended.stderr.contains("Start eerst één keer loket serve, of controleer het pad"), "{call:?}: {}", ended.stderr);
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "{call:?} makes nothing");
    }
    loket::server::Store::open(&database, false).await.expect("a store").close().await;
    let pool = sqlx::SqlitePool::connect(&database).await.expect("a connection");
    sqlx::query("DELETE FROM _sqlx_migrations").execute(&pool).await.expect("an older schema");
    pool.close().await;
    for call in calls {
        let ended = run(call, &[("LOKET_DATABASE", &database)]).await.is(exit::CONFIGURATION);
        assert!(ended.stderr.contains("andere versie van loket"), "{call:?}: {}", ended.stderr);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_served_says_why() {
    for (database, code) in [
        ("mysql://x", exit::USAGE),
        ("sqlite:/bestaat/niet/loket.db", exit::NO_SERVER),
        ("postgres://loket:geheim@localhost/loket", exit::CONFIGURATION),
    ] {
        let ended = run(&["serve", "--database", database, "--listen", "127.0.0.1:0"], &[]).await.is(code);
        assert!(!ended.stderr.contains("geheim@"), "{}", ended.stderr);
    }
    let server = lite().await;
    let taken = server.desk().server.trim_start_matches("http://").to_owned();
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("loket.db").display());
    let ended = run(&["serve", "--database", &database, "--listen", &taken], &[]).await.is(exit::NO_SERVER);
    assert!(ended.stderr.contains(&taken), "{}", ended.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demonstration_serves_invented_data_and_leaves_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let state = home.path().display().to_string();
    let demo = ["demo", "--serve-only", "--still", "--signals", "20", "--officers", "450", "--date", "2026-11-23"];
    let serving = serve(&demo, &[("XDG_STATE_HOME", &state)]);
    let line = serving.stdout.line("LOKET_SERVER=").await;
    let (server, token) = line.split_once(' ').expect("server and token");
    let environment =
        [("LOKET_SERVER", server.trim_start_matches("LOKET_SERVER=")), ("LOKET_TOKEN", token.trim_start_matches("LOKET_TOKEN="))];
    let list = run(&["signal", "list", "--status", "all", "--json"], &environment).await.is(exit::DONE).json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(20));
    run(&["wie", "svb"], &environment).await.is(exit::DONE);
    let central = run(&["wie", "cak", "--field", "phone"], &environment).await.is(exit::DONE);
    assert_eq!(central.stdout.lines().count(), 1, "the central number, as the README says: {}", central.stdout);
    let away = run(&["wie", "mandaat:ontruiming", "--json", "--", "gemeente:breda", "-afwezig"], &environment).await;
    assert!(away.stdout.contains("GM0758"), "{} {}", away.stdout, away.stderr);
    serving.stop.send(()).expect("still serving");
    assert_eq!(serving.ended.await.expect("it ends"), exit::DONE);
    let left: Vec<_> = std::fs::read_dir(home.path().join("loket")).expect("the state folder").collect();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test]
async fn a_setting_that_means_nothing_is_not_written() {
    let home = tempfile::tempdir().expect("a folder");
    let state = home.path().display().to_string();
    let environment = [("XDG_CONFIG_HOME", state.as_str())];
    for (setting, value) in [("theme", "drak"), ("keymap", "vmi"), ("language", "fr"), ("read_only", "misschien")] {
        let refused = run(&["config", "set", setting, value], &environment).await.is(exit::USAGE);
        assert!(!refused.stderr.is_empty() && !home.path().join("loket/config.toml").exists(), "{setting}: {}", refused.stderr);
    }
    let refused = run(&["config", "set", "theme", "drak"], &environment).await.is(exit::USAGE);
    assert!(refused.stderr.contains("dark"), "{}", refused.stderr);
    run(&["config", "set", "theme", "dark"], &environment).await.is(exit::DONE);
    std::fs::create_dir_all(home.path().join("loket/themes")).expect("a folder");
    std::fs::write(home.path().join("loket/themes/eigen.toml"), "inherit = 'dark'\n").expect("a theme");
    run(&["config", "set", "theme", "eigen"], &environment).await.is(exit::DONE);
    let file = std::fs::read_to_string(home.path().join("loket/config.toml")).expect("a file");
    assert_eq!(file, "theme = \"eigen\"\n");
}
