//! Files go in whole, once, and every row that does not is told.

use loket::api::problem::exit;

use super::{Shell, file, lite, postgres, sample};
use crate::support::server::TestServer;

#[tokio::test(flavor = "multi_thread")]
async fn the_samples_go_in_once_on_sqlite() {
    the_samples_go_in_once(lite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_samples_go_in_once_on_postgresql() {
    the_samples_go_in_once(postgres().await).await;
}

async fn the_samples_go_in_once(server: TestServer) {
    let desk = Shell::desk(&server).await;
    let (table, seizure, document) = (sample("signalen.csv"), sample("beslag.eml"), sample("verblijf.eml"));
    let files = ["signal", "import", &table, &seizure, &document, "--json"];
    let first = desk.run(&files).await.is(exit::DONE);
    let report = first.json();
    assert_eq!((&report["created"], &report["unchanged"], &report["updated"]), (&16.into(), &0.into(), &0.into()));
    assert_eq!((report["refused"].as_array().map(Vec::len), report["masked"].as_u64()), (Some(0), Some(0)));
    let numbers: Vec<&str> =
        report["items"].as_array().into_iter().flatten().filter_map(|item| item["number"].as_str()).collect();
    let expected: Vec<String> = (1..=16).map(|number| format!("S-2026-{number:05}")).collect();
    assert_eq!(numbers, expected, "numbers follow the file");
    let again = desk.run(&files).await.is(exit::DONE).json();
    assert_eq!((&again["created"], &again["unchanged"]), (&0.into(), &16.into()));
    let register = sample("register.csv");
    let first = desk.run(&["register", "import", &register]).await.is(exit::DONE);
    assert_eq!(first.stdout, "611 nieuw, 0 ongewijzigd, 0 geweigerd\n");
    let again = desk.run(&["register", "import", &register]).await.is(exit::DONE);
    assert_eq!(again.stdout, "0 nieuw, 611 ongewijzigd, 0 geweigerd\n");
    let shown = desk.run(&["signal", "show", "6", "--json"]).await.is(exit::DONE).json();
    assert_eq!(shown["facts"]["reporter"]["organisation"], "Gemeente Súdwest-Fryslân");
    let shown = desk.run(&["signal", "show", "S-2026-11", "--json"]).await.is(exit::DONE).json();
    assert_eq!(shown["facts"]["reporter"]["name"], "H. Çelik");
    let found = desk.run(&["wie", "ozdemir", "groningen", "--field", "name"]).await.is(exit::DONE);
    assert_eq!(found.stdout, "G. Özdemir\n");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_rows_are_named_and_good_ones_go_in() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().expect("a folder");
    let text = "kenmerk_extern;ontvangen_op;kanaal;gemeente;titel;toelichting\n\
        A;2026-11-16;form;0344;Goed;\"twee\nregels\"\n\
        B;2026-11-16;form;Bergen;Fout;\n\
        C;2027-11-16;form;0344;In de toekomst;\n\
        D;2026-11-16;form;0344;Ook goed;BSN 999990019\n";
    let path = file(&folder, "x.csv", text);
    let ended = desk.run(&["signal", "import", &path, "--json"]).await.is(exit::INPUT);
    let report = ended.json();
    assert_eq!((&report["created"], &report["masked"]), (&2.into(), &1.into()));
    let refused: Vec<(u64, &str)> = report["refused"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|told| (told["line"].as_u64().unwrap_or(0), told["column"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(refused, [(4, "gemeente"), (5, "ontvangen_op")]);
    assert!(ended.stderr.contains("burgerservicenummer"), "the sender is told: {}", ended.stderr);
    let plain = desk.run(&["signal", "import", &path]).await.is(exit::INPUT);
    assert_eq!(plain.stdout, "0 nieuw, 2 ongewijzigd, 2 geweigerd\n");
    assert!(plain.stderr.contains(&format!("Geweigerd: {path}:4, kolom gemeente: ")), "{}", plain.stderr);
    assert!(plain.stderr.contains("Bergen (NH.) (0373), Bergen (L.) (0893)"), "{}", plain.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_reference_with_other_content_is_refused_with_the_existing_number() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().expect("a folder");
    let text = |title: &str| format!("kenmerk_extern;ontvangen_op;kanaal;titel\nA;2026-11-16;form;{title}\n");
    desk.run(&["signal", "import", &file(&folder, "x.csv", &text("Eerst"))]).await.is(exit::DONE);
    let ended = desk.run(&["signal", "import", &file(&folder, "x.csv", &text("Anders"))]).await.is(exit::INPUT);
    assert!(ended.stderr.contains("S-2026-00001") && ended.stderr.contains("titel"), "{}", ended.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_without_a_server_says_that_it_can_be_repeated() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    server.stop().await;
    let ended = desk.run(&["signal", "import", &sample("signalen.csv"), "--json"]).await.is(exit::NO_SERVER);
    assert_eq!((&ended.json()["created"], &ended.json()["notSent"]), (&0.into(), &14.into()));
    assert!(ended.stderr.contains("Geef dezelfde opdracht nog eens"), "{}", ended.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_can_be_piped_in() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let text = "titel,kanaal,ontvangen_op\nGepijpt,e-mail,16-11-2026\n";
    let ended = desk.pipe(&["signal", "import", "-"], text).await.is(exit::DONE);
    assert_eq!(ended.stdout, "1 nieuw, 0 ongewijzigd, 0 geweigerd\n");
}
