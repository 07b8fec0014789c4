//! `loket numbers` and `loket report`: figures as lines that can be read aloud, as CSV and JSON, the cases behind them, and the report as a file.

use std::os::unix::fs::PermissionsExt;

use loket::{
    api::{path, problem::exit},
    domain::role::Role,
};
use serde_json::json;

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_told_and_traced_to_their_cases() {
    let server = lite().await;
    let desk = Shell::with_token(&server, &server.desk().token);
    for n in 1..=4 {
        server.signal(&format!("Ontruiming {n}")).await;
    }
    let few = desk.run(&["numbers"]).await.is(exit::DONE).stdout;
    assert!(few.contains("te weinig zaken (minder dan 5)") && !few.contains('#'), "{few}");
    for n in 5..=6 {
        server.signal(&format!("Ontruiming {n}")).await;
    }
    let told = desk.run(&["numbers", "--year", "2026"]).await.is(exit::DONE).stdout;
    assert!(told.starts_with("Cijfers van do 01-01-2026 t/m ma 23-11-2026\n"), "{told}");
    let row = told.lines().find(|line| line.contains("november 2026")).unwrap();
    assert_eq!(row.trim_end_matches('#').trim(), "november 2026   6");
    assert!(told.contains("▁▁▁▁▁▁▁▁▁▁█") && told.contains("Samen 6 zaken"), "{told}");

    let one = desk.run(&["numbers", "--by", "channel", "--csv"]).await.is(exit::DONE).stdout;
    let lines: Vec<&str> = one.lines().collect();
    assert_eq!(
        lines,
        ["\"Tabel\";\"Rij\";\"Kenmerk\";\"Telt\";\"Aantal\"", "\"Kanaal\";\"telefoon\";\"phone\";\"ontvangen\";\"6\""]
    );
    let read = desk.run(&["numbers", "--by", "channel", "--json"]).await.is(exit::DONE).json();
    assert_eq!(read["tables"][0]["rows"], json!([{ "key": "phone", "kind": "one", "of": "phone", "count": 6 }]));
    let behind = desk.run(&["numbers", "--by", "channel", "--cases", "--row", "phone"]).await.is(exit::DONE).stdout;
    assert_eq!(behind.lines().collect::<Vec<_>>(), (1..=6).map(|n| format!("S-2026-{n:05}")).collect::<Vec<_>>());
    let flow = desk.run(&["numbers", "--cases", "--row", "2026-11", "--column", "closed"]).await.is(exit::NOTHING);
    assert_eq!(flow.stdout, "");
    desk.run(&["numbers", "--by", "channel", "--cases", "--row", "mail"]).await.is(exit::NOTHING);
    desk.run(&["numbers", "--row", "phone"]).await.is(exit::USAGE);
    desk.run(&["numbers", "--from", "2026-12-01"]).await.is(exit::INPUT);
    Shell::with_token(&server, &server.role(Role::Municipal).token).run(&["numbers"]).await.is(exit::NOT_ALLOWED);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_tells_the_lessons_of_its_year_and_is_written_once() {
    let server = lite().await;
    let desk = Shell::with_token(&server, &server.desk().token);
    for n in ["een", "twee", "drie", "vier", "vijf", "zes"] {
        let number = server.signal(&format!("Ontruiming {n}")).await["number"].clone();
        let facts = json!({ "kind": "law", "law": "Awb", "article": "6:7", "pattern": format!("Niemand belt terug, keer {n}.") });
        server.desk().post(path::LESSONS, &json!({ "signal": number, "facts": facts })).await.expect(201);
        server.advance(chrono::TimeDelta::seconds(1));
    }
    let told = desk.run(&["report", "2026"]).await.is(exit::DONE).stdout;
    for part in [
        "# Jaarverslag 2026\n",
        "**TUSSENSTAND** Dit jaar is nog niet voorbij: geteld is t/m 23 november 2026.",
        "| november 2026 | 6 | 0 | 6 | 2026-11 |",
        "| Awb 6:7 | 6 | 100% | Awb 6:7 |",
        "- Awb 6:7: Niemand belt terug, keer een.\n- Awb 6:7: Niemand belt terug, keer twee.",
        "loket numbers --from 2026-01-01 --to 2026-11-23 --by TABEL --cases --row KENMERK",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let before = desk.run(&["report", "2025"]).await.is(exit::DONE).stdout;
    assert!(before.contains("Er zijn geen lessen vastgelegd.") && !before.contains("TUSSENSTAND"), "{before}");
    let folder = tempfile::tempdir().unwrap();
    desk.run(&["report", "2026", "--format", "pdf"]).await.is(exit::USAGE);
    for (format, begins) in [("md", "loket"), ("html", "<!DOCTYPE html>"), ("pdf", "%PDF-")] {
        let file = folder.path().join(format!("verslag.{format}"));
        let to = ["report", "2026", "--format", format, "--out", file.to_str().unwrap()];
        let made = desk.run(&to).await.is(exit::DONE);
        assert!(made.stdout.is_empty(), "{}", made.stdout);
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{format}");
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        desk.run(&to).await.is(exit::INPUT);
        assert_eq!(std::fs::read(&file).unwrap(), bytes, "what lies there stays");
    }
    server.stop().await;
}
