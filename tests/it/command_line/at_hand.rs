//! `loket wie` when the server is away, and signing out.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use loket::{
    api::problem::exit,
    domain::{at_hand::Offline, role::Role},
    server::limits,
};
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};

use super::{Ended, Shell, lite, postgres};
use crate::support::{samples::officer, server::TestServer};

/// A way to the server that can be closed: then nobody gets an answer.
struct Way {
    address: String,
    open: Arc<AtomicBool>,
}

impl Way {
    async fn to(server: &TestServer) -> Self {
        let (open, there) = (Arc::new(AtomicBool::new(true)), server.desk().server.trim_start_matches("http://").to_owned());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let lets = open.clone();
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                if !lets.load(Ordering::SeqCst) {
                    continue;
                }
                let there = there.clone();
                tokio::spawn(async move {
                    let mut far = TcpStream::connect(there).await?;
                    tokio::io::copy_bidirectional(&mut near, &mut far).await?;
                    Ok::<_, io::Error>(())
                });
            }
        });
        Self { address, open }
    }

    fn close(&self) {
        self.open.store(false, Ordering::SeqCst);
    }

    fn open(&self) {
        self.open.store(true, Ordering::SeqCst);
    }
}

/// Somebody at a shell with a home of their own.
struct AtHome {
    shell: Shell,
    home: tempfile::TempDir,
}

impl AtHome {
    fn of(way: &Way, token: &str) -> Self {
        let shell = Shell { server: way.address.clone(), token: token.into() };
        Self { shell, home: tempfile::tempdir().expect("a home") }
    }

    async fn run(&self, arguments: &[&str]) -> Ended {
        let home = self.home.path().display().to_string();
        self.shell.in_environment(arguments, "", &[("HOME", &home)]).await
    }

    /// The files of what was taken along.
    fn taken(&self) -> Vec<PathBuf> {
        let inside = |path: &Path| std::fs::read_dir(path).into_iter().flatten().map(|entry| entry.expect("an entry").path());
        let folders: Vec<_> = inside(&self.home.path().join(".local/state/loket")).collect();
        folders.iter().flat_map(|folder| inside(folder)).filter(|path| path.to_string_lossy().contains("/register-")).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_server_somebody_is_found_and_the_server_hears_of_it_once_on_sqlite() {
    found_and_told_once(lite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_server_somebody_is_found_and_the_server_hears_of_it_once_on_postgresql() {
    found_and_told_once(postgres().await).await;
}

async fn found_and_told_once(server: TestServer) {
    let made = server.desk().post("/v1/officers", &officer("UWV", "B. Geopend")).await.expect(201);
    let card = made["item"]["id"].as_str().expect("an id").to_owned();
    server.desk().post("/v1/officers", &officer("GM0344", "A. Eigen")).await.expect(201);
    server.desk().post("/v1/officers", &officer("CAK", "C. Ander")).await.expect(201);
    let reader = server.account(Role::RegisterReader, "L. Bos", "GM0344").await;
    reader.get(&format!("/v1/officers/{card}")).await.expect(200);
    let way = Way::to(&server).await;
    let home = AtHome::of(&way, &reader.token);

    let there = home.run(&["wie", "geopend"]).await.is(exit::DONE);
    assert!(there.stdout.contains("B. Geopend") && !there.stderr.contains("zonder verbinding"), "{}", there.stderr);
    assert_eq!(home.taken().len(), 1);

    way.close();
    let found = home.run(&["wie", "geopend", "--field", "phone"]).await.is(exit::DONE);
    assert_eq!(found.stdout, "+31 20 555 4657\n");
    assert!(
        found.stderr.contains("zonder verbinding: register van ma 23-11 10:00, eigen organisatie en geopende kaarten"),
        "{}",
        found.stderr
    );
    home.run(&["wie", "eigen"]).await.is(exit::DONE);
    home.run(&["wie", "ander"]).await.is(exit::NOTHING);
    // A case is asked of the server alone.
    home.run(&["wie", "--case", "S-1", "eigen"]).await.is(exit::NO_SERVER);
    assert_eq!(server.number("SELECT COUNT(*) FROM offline_lookups").await, 0);

    way.open();
    for _ in 0..2 {
        home.run(&["wie", "eigen"]).await.is(exit::DONE);
    }
    let told = server.texts("SELECT query FROM offline_lookups ORDER BY looked_at, key").await;
    assert_eq!(told, ["geopend", "eigen", "ander"]);
    let verbs = server.texts("SELECT verb FROM audit WHERE verb LIKE 'officer.%-offline' ORDER BY seq").await;
    assert_eq!(verbs, ["officer.read-offline", "officer.search-offline", "officer.search-offline"]);
    assert_eq!(server.texts("SELECT officer FROM offline_lookups WHERE officer <> ''").await, [card]);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_forbidden_goes_and_what_is_of_another_is_not_used() {
    let server = lite().await;
    server.desk().post("/v1/officers", &officer("GM0344", "A. Eigen")).await.expect(201);
    let (reader, other) = (
        server.account(Role::RegisterReader, "L. Bos", "GM0344").await,
        server.account(Role::RegisterReader, "K. Smit", "GM0344").await,
    );
    let way = Way::to(&server).await;
    let home = AtHome::of(&way, &reader.token);
    home.run(&["wie", "eigen"]).await.is(exit::DONE);
    way.close();
    home.run(&["wie", "eigen"]).await.is(exit::DONE);

    // Somebody else at the same shell gets nothing of it.
    let stranger = AtHome { home: home.home, ..AtHome::of(&way, &other.token) };
    let refused = stranger.run(&["wie", "eigen"]).await.is(exit::NO_SERVER);
    assert!(refused.stdout.is_empty(), "{}", refused.stdout);
    let home = AtHome { home: stranger.home, ..AtHome::of(&way, &reader.token) };

    // What the administrator forbids goes at the next question.
    way.open();
    limits::change_at_hand(server.store(), Some(Offline::Never), None).await.expect("it is set");
    let forgets = home.home.path().join(".local/state/loket");
    for folder in std::fs::read_dir(&forgets).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        for file in std::fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if file.to_string_lossy().contains("/asked-") {
                std::fs::remove_file(file).expect("it was asked an hour ago");
            }
        }
    }
    home.run(&["wie", "eigen"]).await.is(exit::DONE);
    assert!(home.taken().is_empty(), "{:?}", home.taken());
    way.close();
    home.run(&["wie", "eigen"]).await.is(exit::NO_SERVER);

    // Nor has who is not known any more.
    way.open();
    limits::change_at_hand(server.store(), Some(Offline::All), None).await.expect("it is set");
    let gone = AtHome::of(&way, &other.token);
    gone.run(&["wie", "eigen"]).await.is(exit::DONE);
    assert_eq!(gone.taken().len(), 1);
    server.execute("UPDATE tokens SET revoked_at = 1").await;
    server.advance(chrono::TimeDelta::minutes(1));
    gone.run(&["wie", "eigen"]).await.is(exit::NOT_ALLOWED);
    assert!(gone.taken().is_empty(), "{:?}", gone.taken());
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn at_signing_out_everything_that_was_kept_goes() {
    let server = lite().await;
    server.desk().post("/v1/officers", &officer("GM0344", "A. Eigen")).await.expect(201);
    let reader = server.account(Role::RegisterReader, "L. Bos", "GM0344").await;
    let way = Way::to(&server).await;
    let home = AtHome::of(&way, &reader.token);
    home.run(&["sign-out"]).await.is(exit::NOTHING);
    home.run(&["wie", "eigen"]).await.is(exit::DONE);
    way.close();
    home.run(&["wie", "eigen"]).await.is(exit::DONE);
    // What was looked up is not told yet: that would be lost.
    let kept = home.run(&["sign-out"]).await.is(exit::NOTHING);
    assert!(kept.stderr.contains("--drafts-too") && home.taken().len() == 1, "{}", kept.stderr);
    way.open();
    home.run(&["sign-out"]).await.is(exit::DONE);
    assert_eq!(server.number("SELECT COUNT(*) FROM offline_lookups").await, 1, "it is told first");
    assert!(home.taken().is_empty());
    way.close();
    home.run(&["wie", "eigen"]).await.is(exit::NO_SERVER);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_administrator_sets_it_and_a_case_proposes_who_decides() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    for (organisation, name, mandate) in
        [("GM0344", "A. Utrecht", "beslissen"), ("CAK", "B. Cak", "beslissen"), ("UWV", "C. Uwv", "beslissen")]
    {
        let mut new = officer(organisation, name);
        new["facts"]["mandate"] = json!(mandate);
        new["facts"]["domains"] = json!(["huisvesting"]);
        server.desk().post("/v1/officers", &new).await.expect(201);
    }
    let facts = json!({ "municipality": "0344", "bodies": [{ "organisation": "CAK" }] });
    let made = server.desk().post("/v1/signals", &crate::support::samples::signal_with("Ontruiming", facts)).await.expect(201);
    let number = made["item"]["number"].as_str().expect("a number");
    let proposed = desk.run(&["wie", "--case", number, "--json"]).await.is(exit::DONE).json();
    let names: Vec<_> =
        proposed["items"].as_array().expect("hits").iter().map(|hit| hit["officer"]["facts"]["name"].clone()).collect();
    assert_eq!(names, ["A. Utrecht", "B. Cak"], "of its municipality and its bodies");
    let near = desk.run(&["wie", "--case", number, "huisvesting", "--json"]).await.is(exit::DONE).json();
    let last = near["items"].as_array().expect("hits").last().expect("a hit")["officer"]["facts"]["name"].clone();
    assert_eq!((near["items"].as_array().expect("hits").len(), last), (3, json!("C. Uwv")), "others after them");
    desk.run(&["wie", "--case", "S-999", "x"]).await.is(exit::NOTHING);
    desk.run(&["wie", "--field", "phone"]).await.is(exit::USAGE);
    server.stop().await;
}
