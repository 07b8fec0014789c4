//! Claim, note, call, look up: as a loket worker does it from a shell.

use loket::{api::problem::exit, domain::role::Role, server::tokens::DESK_ORGANISATION};

use super::{Shell, file, lite};

#[tokio::test(flavor = "multi_thread")]
async fn from_a_phone_call_to_a_claimed_signal() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let create = [
        "signal",
        "create",
        "--title",
        "Ontruiming, SVB",
        "--account",
        "-",
        "--municipality",
        "gemeente breda",
        "--body",
        "svb",
        "--body",
        "DT",
        "--threat",
        "ontruiming",
        "--threat-on",
        "2-12-2026",
        "--decision-body",
        "SVB",
        "--decision-sent",
        "2026-11-20",
        "--urgency",
        "high",
        "--reporter-function",
        "wijkteam",
    ];
    let made = desk.pipe(&create, "Toelichting\nop twee regels\n").await.is(exit::DONE);
    assert_eq!(made.stdout, "S-2026-00001\n");
    let claimed = desk.run(&["signal", "claim", "1", "--json"]).await.is(exit::DONE).json();
    assert_eq!(claimed["owner"]["name"], "A. Bakker");
    desk.pipe(&["signal", "note", "S-1"], "Gebeld met de SVB\n").await.is(exit::DONE);
    let call = ["signal", "contact", "1", "--with", "SVB", "--reached", "--agreed", "-", "--call-back", "30-11-2026"];
    desk.pipe(&call, "Uitstel\n").await.is(exit::DONE);
    let other = ["signal", "contact", "1", "--with", "gemeente Breda", "--not-reached"];
    let timed = ["--call-back", "30-11-2026", "--call-back-at", "9.30"];
    desk.run(&[&other[..], &timed[..2]].concat()).await.is(exit::DONE);
    desk.run(&[&other[..], &timed[..]].concat()).await.is(exit::DONE);
    desk.run(&[&other[..], &timed[2..]].concat()).await.is(exit::USAGE);
    let shown = desk.run(&["signal", "show", "s-2026-00001", "--json"]).await.is(exit::DONE).json();
    assert_eq!(shown["facts"]["account"], "Toelichting\nop twee regels");
    assert_eq!(shown["facts"]["municipality"], "0758");
    let kinds: Vec<&str> =
        shown["timeline"].as_array().into_iter().flatten().filter_map(|entry| entry["kind"].as_str()).collect();
    assert_eq!(kinds, ["contact", "contact", "contact", "note", "claim", "received"]);
    let page = desk.run(&["signal", "show", "1"]).await.is(exit::DONE).stdout;
    for part in [
        "S-2026-00001  Ontruiming, SVB",
        "Breda (0758)",
        "Gebeld met de SVB",
        "SVB: bereikt terugbellen op 2026-11-30",
        "gemeente Breda: niet bereikt terugbellen op 2026-11-30 09:30",
        "terugbellen    2026-11-30 09:30 gemeente Breda\nterugbellen    2026-11-30 SVB\n",
        "op twee regels",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let list = desk.run(&["signal", "list"]).await.is(exit::DONE).stdout;
    assert!(list.contains("wo 2026-12-02 (9 d)") && list.contains("A. Bakker"), "{list}");
    let items = desk.run(&["signal", "list", "ontruiming", "--owner", "me", "--json"]).await.is(exit::DONE).json();
    assert_eq!(items["items"].as_array().map(Vec::len), Some(1));
    desk.run(&["signal", "release", "1"]).await.is(exit::DONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reported_comes_in_by_a_pipe_and_never_by_an_argument() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let report = r#"{"facts": {"title": "Ontruiming, SVB", "reporter": {"name": "M. de Graaf", "phone": "085 555 0123"}}}"#;
    desk.pipe(&["signal", "create", "--json-input", "-"], report).await.is(exit::DONE);
    let shown = desk.run(&["signal", "show", "1", "--json"]).await.is(exit::DONE).json();
    assert_eq!(shown["facts"]["reporter"]["name"], "M. de Graaf");
    assert_eq!(shown["channel"], "phone");
    // What is shielded is shown for a reveal alone.
    assert!(shown["facts"]["reporter"].get("phone").is_none() && shown["shielded"][0] == "reporter.phone", "{shown}");
    let page = desk.run(&["signal", "show", "1"]).await.is(exit::DONE).stdout;
    assert!(page.contains("telefoon van de melder (--reveal toont het, wordt vastgelegd)") && !page.contains("0123"), "{page}");
    let shown = desk.run(&["signal", "show", "1", "--json", "--reveal"]).await.is(exit::DONE).json();
    assert_eq!((&shown["facts"]["reporter"]["phone"], &shown["version"]), (&"085 555 0123".into(), &2.into()));
    let page = desk.run(&["signal", "show", "1", "--reveal"]).await.is(exit::DONE).stdout;
    assert!(page.contains("085 555 0123") && page.contains("bekeek telefoon van de melder"), "{page}");
    desk.run(&["signal", "create", "--title", "x", "--reporter-name", "M. de Graaf"]).await.is(exit::USAGE);
    desk.run(&["signal", "create", "--title", "x", "--json-input", "-"]).await.is(exit::USAGE);
    desk.run(&["signal", "create"]).await.is(exit::USAGE);
    for (broken, said) in [
        ("", "geen geldige JSON: de fout staat op regel 1, teken 0"),
        ("{", "geen geldige JSON"),
        ("[]", "geldige JSON, maar niet wat hier hoort"),
        (r#"{"facts": {"title": "x", "naam": "y"}}"#, "unknown field `naam`"),
    ] {
        let refused = desk.pipe(&["signal", "create", "--json-input", "-"], broken).await.is(exit::INPUT);
        assert!(refused.stderr.contains(said), "{broken}: {}", refused.stderr);
    }
    let call = r#"{"with": "M. de Graaf", "reached": true, "agreed": "Zij belt de SVB", "callBackOn": "2026-11-30"}"#;
    desk.pipe(&["signal", "contact", "1", "--json-input", "-"], call).await.is(exit::DONE);
    let shown = desk.run(&["signal", "show", "1", "--json"]).await.is(exit::DONE).json();
    assert_eq!(shown["timeline"][0]["contact"]["agreed"], "Zij belt de SVB");
    for arguments in [
        &["signal", "note", "1", "Geheimpje"][..],
        &["signal", "create", "--title", "x", "--account", "Geheimpje"],
        &["signal", "contact", "1", "--with", "SVB", "--reached", "--agreed", "Geheimpje"],
    ] {
        let refused = desk.run(arguments).await.is(exit::USAGE);
        assert!(refused.stderr.contains("lijst van processen") && !refused.stderr.contains("Geheimpje"), "{}", refused.stderr);
    }
    let shown = desk.run(&["signal", "show", "1", "--json"]).await.is(exit::DONE);
    assert!(!shown.stdout.contains("Geheimpje") && !shown.stdout.contains("S-2026-00002"), "nothing of it was sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_to_fail_has_its_exit_code() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let made = desk.run(&["signal", "create", "--title", "Titel", "--json"]).await.is(exit::DONE).json();
    assert_eq!(made["number"], "S-2026-00001");
    desk.run(&["signal", "claim", "1"]).await.is(exit::DONE);
    let colleague = server.account(Role::Desk, "J. de Boer", DESK_ORGANISATION).await;
    let colleague = Shell::with_token(&server, &colleague.token);
    let taken = colleague.run(&["signal", "claim", "1"]).await.is(exit::CONFLICT);
    assert!(taken.stderr.contains("A. Bakker"), "{}", taken.stderr);
    colleague.run(&["signal", "claim", "1", "--takeover", "AB is ziek"]).await.is(exit::DONE);
    desk.run(&["signal", "release", "1"]).await.is(exit::CONFLICT);
    desk.run(&["signal", "show", "99"]).await.is(exit::NOTHING);
    desk.pipe(&["signal", "note", "99", "-"], "x").await.is(exit::NOTHING);
    desk.run(&["signal", "show", "zeven"]).await.is(exit::USAGE);
    desk.run(&["signal", "list", "bestaatniet"]).await.is(exit::NOTHING);
    let typed = desk.pipe(&["signal", "note", "1", "-"], "BSN 999990019").await.is(exit::INPUT);
    assert!(typed.stderr.contains("burgerservicenummer"), "{}", typed.stderr);
    desk.run(&["signal", "create", "--title", " "]).await.is(exit::INPUT);
    desk.run(&["signal", "create", "--title", "x", "--municipality", "bergen"]).await.is(exit::INPUT);
    let reader = server.account(Role::RegisterReader, "R", DESK_ORGANISATION).await;
    let reader = Shell::with_token(&server, &reader.token);
    reader.run(&["signal", "list"]).await.is(exit::NOT_ALLOWED);
    let wrong = Shell::with_token(&server, "lkt_fout").run(&["signal", "list"]).await.is(exit::NOT_ALLOWED);
    assert!(wrong.stderr.contains(&server.desk().server) && wrong.stderr.contains("loket token create"), "{}", wrong.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_the_mandate() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().expect("a folder");
    let text = "organisatie;functie;naam;telefoon;e-mail;telefoon_direct;mandaat\n\
        CAK;escalatiefunctionaris;N. Yılmaz;+31 88 1;maatwerk@cak.nl;+31 6 1;beslissen\n\
        CAK;zaakbehandelaar;J. Bos;+31 88 2;maatwerk@cak.nl;;afstemmen\n\
        UWV;escalatiefunctionaris;S. Hoekstra;;uwv@uwv.nl;+31 6 3;beslissen\n";
    desk.run(&["register", "import", &file(&folder, "r.csv", text)]).await.is(exit::DONE);
    assert_eq!(desk.run(&["wie", "yilmaz", "--field", "phone"]).await.is(exit::DONE).stdout, "+31 88 1\n");
    assert_eq!(desk.run(&["wie", "uwv", "--field", "phone"]).await.is(exit::DONE).stdout, "+31 6 3\n", "else the direct number");
    let several = desk.run(&["wie", "cak", "--field", "phone"]).await.is(exit::SEVERAL);
    assert_eq!(several.stdout, "");
    assert!(several.stderr.contains("N. Yılmaz") && several.stderr.contains("J. Bos"), "{}", several.stderr);
    assert_eq!(desk.run(&["wie", "cak", "--field", "mail"]).await.is(exit::DONE).stdout, "maatwerk@cak.nl\n", "all say the same");
    desk.run(&["wie", "niemand"]).await.is(exit::NOTHING);
    let table = desk.run(&["wie", "cak"]).await.is(exit::DONE).stdout;
    assert!(table.contains("escalatiefunctionaris") && table.contains("verouderd"), "{table}");
    let items = desk.run(&["wie", "cak", "--json"]).await.is(exit::DONE).json();
    assert_eq!(items["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_decide_no_longer_comes_last_and_it_is_said() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().expect("a folder");
    let today = chrono::Utc::now().date_naive();
    let text = format!(
        "organisatie;functie;naam;telefoon;mandaat;geldig_tot;geverifieerd_op\n\
        CAK;functionaris;A. Weg;+31 88 1;beslissen;2020-01-01;{today}\n\
        CAK;functionaris;B. Oud;+31 88 2;beslissen;;2020-01-01\n\
        CAK;functionaris;C. Vers;+31 88 3;beslissen;;{today}\n"
    );
    desk.run(&["register", "import", &file(&folder, "r.csv", &text)]).await.is(exit::DONE);
    let table = desk.run(&["wie", "cak"]).await.is(exit::DONE).stdout;
    let at = |name: &str| table.find(name).unwrap_or_else(|| panic!("{name} in {table}"));
    assert!(at("C. Vers") < at("A. Weg") && at("C. Vers") < at("B. Oud"), "{table}");
    assert!(
        !table.contains("beslissen, vermelding") && table.contains("vermelding vervallen") && table.contains("verouderd"),
        "{table}"
    );
    // Those that end or are stale make the best one no less sure.
    let best = desk.run(&["wie", "cak", "--field", "phone"]).await.is(exit::DONE);
    assert_eq!((best.stdout.as_str(), best.stderr.as_str()), ("+31 88 3\n", ""));
    let old = desk.run(&["wie", "oud", "--field", "phone"]).await.is(exit::DONE);
    assert!(old.stdout == "+31 88 2\n" && old.stderr.contains("verouderd"), "{}", old.stderr);
    let gone = desk.run(&["wie", "weg", "cak", "--field", "phone"]).await.is(exit::NOTHING);
    assert!(gone.stdout.is_empty() && gone.stderr.contains("vervallen"), "{}", gone.stderr);
}
