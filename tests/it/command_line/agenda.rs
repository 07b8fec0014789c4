//! `loket meeting` and `loket agenda`: from candidates to a fixed agenda, sent by two people, held, decided about and promised.

use loket::api::problem::exit;

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn from_candidates_to_decisions_that_were_sent() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let colleague = Shell::desk(&server).await;
    let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();
    for title in ["Ontruiming, SVB", "Terugvordering, UWV", "Zorgverzekering, CAK"] {
        desk.run(&["signal", "create", "--title", title]).await.is(exit::DONE);
    }
    desk.run(&words("meeting list")).await.is(exit::NOTHING);
    let wrong = desk.run(&["meeting", "create", "--slot", "29-03-2026 02:30-04:00"]).await.is(exit::USAGE);
    assert!(wrong.stderr.contains("--slot"), "there is no such time on that day: {}", wrong.stderr);
    // The clock of the tests stands on 23 November: a meeting that is today, over midnight.
    let made = desk
        .run(&["meeting", "create", "--slot", "23-11-2026 23:30-01:00", "--number", "48", "--place", "Den Haag", "--json"])
        .await
        .is(exit::DONE)
        .json();
    assert_eq!((&made["item"]["number"], &made["papersDueOn"]), (&"LET-48".into(), &"2026-11-19".into()));
    let listed = desk.run(&words("meeting list")).await.is(exit::DONE).stdout;
    assert!(listed.contains("LET-48") && listed.contains("concept") && listed.contains("23:30-01:00"), "{listed}");

    // Three cases at once; one is there already.
    desk.run(&words("agenda propose 1")).await.is(exit::DONE);
    let proposed = desk.pipe(&words("agenda propose 1 2 3 --question -"), "Wie besluit?").await.is(exit::CONFLICT);
    assert!(proposed.stderr.contains("al op een agenda of bij de kandidaten"), "{}", proposed.stderr);
    let candidates = desk.run(&words("agenda candidates --json")).await.is(exit::DONE).json();
    assert_eq!(candidates["items"].as_array().unwrap().len(), 3);
    desk.run(&words("agenda move 2 --meeting 48 --first")).await.is(exit::DONE);
    desk.run(&words("agenda move 1 --meeting 48 --after 48/1")).await.is(exit::DONE);
    desk.run(&words("agenda drop 3 --reason opgelost")).await.is(exit::DONE);
    desk.run(&words("agenda move 3 --meeting 48")).await.is(exit::NOTHING);
    desk.run(&["agenda", "add", "48", "--title", "Werkwijze", "--minutes", "5"]).await.is(exit::DONE);
    let shown = desk.run(&words("agenda show let-48")).await.is(exit::DONE).stdout;
    let order: Vec<usize> = ["Terugvordering, UWV", "Ontruiming, SVB", "Opening en grond", "Werkwijze"]
        .map(|title| shown.find(title).unwrap())
        .into();
    assert!(order.is_sorted(), "{shown}");
    let last: Vec<&str> = shown.lines().filter_map(|line| line.split_whitespace().last()).collect();
    assert!(last.contains(&"Gereed") && last.contains(&"ja") && last.contains(&"nee"), "{shown}");
    assert!(shown.contains("23:30") && shown.contains("00:00") && shown.contains("1: De feiten ontbreken."), "{shown}");

    // What is missing is named, and filled in.
    let unready = desk.run(&words("agenda ready 48")).await.is(exit::NOTHING);
    assert!(unready.stderr.contains("Punten niet gereed: 2"), "{}", unready.stderr);
    let refused = desk.run(&words("agenda fix 48")).await.is(exit::CONFLICT);
    assert!(refused.stderr.contains("/items/1/facts: De feiten ontbreken."), "each of them: {}", refused.stderr);
    let fields = r#"{ "stalemate": "UWV wacht op SVB.", "facts": "Feiten.", "tried": [{ "what": "gebeld" }],
        "bodies": [{ "organisation": "UWV", "position": "kan niet" }], "perspective": "rust", "decisionAsked": "uitstel",
        "options": [{ "text": "uitstel" }], "grounds": [{ "basis": "AVG 6(1)(e)", "bodies": ["UWV"] }] }"#;
    for item in ["48/1", "48/2"] {
        desk.pipe(&["agenda", "write", item, "--fields", "-"], fields).await.is(exit::DONE);
        desk.run(&["agenda", "invite", item, "--body", "uwv", "--person", "directeur"]).await.is(exit::DONE);
        let answer = ["agenda", "answer", item, "--body", "uwv", "--answer", "accepted", "--mandate-confirmed"];
        desk.run(&answer).await.is(exit::DONE);
    }
    desk.pipe(&words("agenda write 48/1 --stalemate -"), "De patstelling in één zin.").await.is(exit::DONE);
    desk.run(&["agenda", "write", "48/1", "--stalemate", "in de argumenten"]).await.is(exit::USAGE);
    desk.run(&words("agenda minutes 48/1 45")).await.is(exit::DONE);
    desk.run(&words("agenda answer 48/1 --body svb --answer accepted")).await.is(exit::NOTHING);
    desk.run(&words("agenda ready 48")).await.is(exit::DONE);
    let named = ["agenda", "invite", "48/1", "--body", "rvr", "--person", "directeur", "--as", "other", "--json"];
    let invited = desk.run(&named).await.is(exit::DONE).json();
    let mut asked = invited["invitations"].as_array().unwrap().iter().map(|one| &one["facts"]["organisation"]);
    assert!(asked.any(|code| code == "RvR"), "a code is found however it is typed: {invited:#}");
    let over = desk.run(&words("agenda show 48")).await.is(exit::DONE).stdout;
    assert!(over.contains("105 van 90 min, 15 min te veel") && over.contains('!'), "{over}");

    // Fixed, sent by two people.
    desk.run(&words("agenda hold 48")).await.is(exit::CONFLICT);
    desk.run(&words("agenda fix 48 --seen 1")).await.is(exit::CONFLICT);
    desk.run(&words("agenda fix 48")).await.is(exit::DONE);
    desk.run(&words("agenda publish 48 --number 47")).await.is(exit::CONFLICT);
    desk.run(&words("agenda publish 48 --number LET-48")).await.is(exit::DONE);
    let waits = colleague.run(&words("agenda confirm 48")).await.is(exit::DONE);
    assert!(waits.stdout.contains("UWV  directeur") && waits.stdout.contains("S-2 Terugvordering, UWV"), "{}", waits.stdout);
    let hash = colleague.run(&words("agenda confirm 48 --json")).await.json()["hash"].as_str().unwrap().to_owned();
    desk.run(&["agenda", "confirm", "48", "--hash", &hash]).await.is(exit::CONFLICT);
    let sent = colleague.run(&["agenda", "confirm", "48", "--hash", &hash]).await.is(exit::DONE);
    assert!(sent.stdout.contains("Bevestigd: agenda versturen."), "{}", sent.stdout);

    let page = desk.run(&words("meeting show 48")).await.is(exit::DONE).stdout;
    assert!(page.contains("vastgesteld en verzonden") && page.contains("agenda versturen, versie 1: bevestigd"), "{page}");

    // What changed says what it said and says; taken back, it is as it was sent.
    desk.run(&words("agenda minutes 48/1 30")).await.is(exit::DONE);
    let page = desk.run(&words("meeting show 48")).await.is(exit::DONE).stdout;
    assert!(
        page.contains("gewijzigd sinds versie 1") && page.contains("minuten 45 → 30, tijd 23:30-00:15 → 23:30-00:00"),
        "{page}"
    );
    desk.run(&words("agenda fix 48")).await.is(exit::DONE);
    let page = desk.run(&words("meeting show --meeting 48")).await.is(exit::DONE).stdout;
    assert!(page.contains("vastgesteld, nog niet verzonden"), "{page}");
    desk.run(&words("meeting show")).await.is(exit::USAGE);
    desk.run(&words("agenda publish --meeting 48 --number 48")).await.is(exit::DONE);
    let hash = colleague.run(&words("agenda confirm 48 --json")).await.json()["hash"].as_str().unwrap().to_owned();
    colleague.run(&["agenda", "confirm", "48", "--hash", &hash]).await.is(exit::DONE);

    // Held from its beginning on, a mistake taken back; decided, promised, and the decisions sent.
    let early = desk.run(&words("agenda hold 48")).await.is(exit::CONFLICT);
    assert!(early.stderr.contains("begint pas op 23-11-2026 23:30"), "{}", early.stderr);
    let begins: chrono::DateTime<chrono::Utc> = "2026-11-23T22:30:00Z".parse().unwrap();
    server.advance(begins - server.clock_now());
    desk.run(&words("agenda hold 48")).await.is(exit::DONE);
    let back = desk.run(&words("agenda unhold 48")).await.is(exit::DONE);
    assert!(back.stderr.contains("LET-48 staat weer als vastgesteld"), "{}", back.stderr);
    desk.run(&words("agenda hold 48")).await.is(exit::DONE);
    desk.pipe(&words("agenda decide 48/1 --body uwv --text -"), "Uitstel tot 1 maart.").await.is(exit::DONE);
    let commit = words("agenda commit 48/1 --body uwv --person directeur --due 3w --text -");
    let promised = desk.pipe(&commit, "Het UWV stelt uit.").await.is(exit::DONE);
    assert!(promised.stderr.contains("t/m ma 14-12-2026"), "{}", promised.stderr);
    desk.pipe(&words("agenda commit 48/3 --body uwv --due 3w --text -"), "x").await.is(exit::USAGE);
    let due = desk.run(&words("time-out due --days 40 --json")).await.is(exit::DONE).json();
    assert!(due["items"].as_array().unwrap().iter().any(|row| row["kind"] == "commitment"), "{due:#}");
    let case = desk.run(&words("commitment show 2")).await.is(exit::DONE).stdout;
    assert!(case.contains("LET-48, ma 23-11-2026"), "where it was made: {case}");
    desk.run(&words("agenda remove 48/1")).await.is(exit::CONFLICT);
    desk.run(&words("agenda publish 48 --number 48")).await.is(exit::DONE);
    desk.run(&words("agenda withdraw 48")).await.is(exit::DONE);
    desk.run(&words("agenda confirm 48")).await.is(exit::NOTHING);
    desk.run(&words("agenda publish 48 --number 48")).await.is(exit::DONE);
    let waits = colleague.run(&words("agenda confirm 48 --json")).await.json();
    let shown = waits["shown"].as_str().unwrap();
    assert!(shown.contains("Uitstel tot 1 maart.") && !shown.contains("Werkwijze"), "{shown}");
    colleague.run(&["agenda", "confirm", "48", "--hash", waits["hash"].as_str().unwrap()]).await.is(exit::DONE);
    let done = desk.run(&words("meeting show 48 --json")).await.is(exit::DONE).json();
    assert_eq!(done["item"]["state"], "sent");
    let version = done["editions"][0]["id"].as_str().unwrap();
    let page = desk.run(&["meeting", "version", version]).await.is(exit::DONE).stdout;
    assert!(page.contains("23:30") && page.contains("Terugvordering, UWV"), "{page}");
    let english = desk.run(&words("agenda show 48 --lang en")).await.is(exit::DONE).stdout;
    assert!(english.contains("decisions sent") && english.contains("Slot 1: 90 of 90 min"), "{english}");

    // A lesson, noted at an item, with what is of a person left out.
    let add = words("lesson add --item 48/1 --kind policy --law Awb --article 3:2 --body uwv --text -");
    let refused = desk.pipe(&add, "Bel 06 12345678.").await.is(exit::INPUT);
    assert!(refused.stderr.contains("telefoonnummer") && !refused.stderr.contains("12345678"), "{}", refused.stderr);
    let noted = desk.pipe(&add, "Het UWV vordert terug voordat bezwaar is beslist.").await.is(exit::DONE);
    assert!(noted.stdout.contains("beleid") && noted.stdout.contains("LET-48"), "{}", noted.stdout);
    desk.run(&words("lesson add --kind law --text -")).await.is(exit::USAGE);
    let rows = desk.run(&words("lesson list --meeting 48 --json")).await.is(exit::DONE).json();
    let lesson = rows["items"][0]["id"].as_str().unwrap().to_owned();
    desk.run(&["lesson", "change", &lesson, "--kind", "law"]).await.is(exit::DONE);
    let shown = desk.run(&["lesson", "show", &lesson]).await.is(exit::DONE).stdout;
    assert!(shown.contains("wet") && shown.contains("Awb 3:2") && shown.contains("UWV"), "{shown}");
    desk.run(&words("lesson list --kind treatment")).await.is(exit::NOTHING);
    desk.run(&words("lesson list")).await.is(exit::DONE);

    // One that does not go on, and goes on after all.
    desk.run(&["meeting", "create", "--slot", "30-11-2026 10:00-11:00", "--number", "49"]).await.is(exit::DONE);
    desk.run(&["signal", "create", "--title", "Toeslag, Dienst Toeslagen"]).await.is(exit::DONE);
    desk.run(&words("agenda propose 4")).await.is(exit::DONE);
    desk.run(&words("agenda move 4 --meeting 49")).await.is(exit::DONE);
    desk.run(&words("meeting cancel 49 --reason ziek --to next")).await.is(exit::CONFLICT);
    let off = desk.run(&words("meeting cancel 49 --reason ziek --to candidates")).await.is(exit::DONE);
    assert!(off.stderr.contains("LET-49 is vervallen; 1 zaak naar de kandidaten."), "{}", off.stderr);
    assert!(off.stdout.contains("vervallen") && off.stdout.contains("ziek"), "{}", off.stdout);
    let on = desk.run(&words("meeting reinstate 49")).await.is(exit::DONE);
    assert!(on.stderr.contains("terug op de agenda: 1 van 1"), "{}", on.stderr);
    desk.run(&words("meeting reinstate 49")).await.is(exit::CONFLICT);

    // Papers as files: all for the secretariat, for a body its own, and never over a file that is there.
    let room = tempfile::tempdir().unwrap();
    let file = |name: &str| room.path().join(name).to_str().unwrap().to_owned();
    let export = async |format: &str, reader: &[&str], name: &str| {
        let out = file(name);
        let line =
            [&["agenda", "export", "--meeting", "48", "--format", format, "--paper", "pack", "--out", &out][..], reader].concat();
        desk.run(&line).await
    };
    export("md", &[], "all.md").await.is(exit::DONE);
    export("md", &["--for", "UWV"], "uwv.md").await.is(exit::DONE);
    let read = |name: &str| std::fs::read_to_string(file(name)).unwrap();
    let (all, own) = (read("all.md"), read("uwv.md"));
    assert!(all.contains("Werkwijze") && all.contains("De patstelling in één zin"), "{all}");
    assert!(!own.contains("Werkwijze") && own.contains("De patstelling in één zin"), "{own}");
    assert!(export("md", &[], "all.md").await.is(exit::INPUT).stderr.contains("all.md"));
    assert_eq!(read("all.md"), all);
    export("pdf", &["--for", "UWV"], "uwv.pdf").await.is(exit::DONE);
    assert!(std::fs::read(file("uwv.pdf")).unwrap().starts_with(b"%PDF-"));
    let nothing = export("html", &["--for", "CAK"], "cak.html").await.is(exit::INPUT);
    assert!(nothing.stderr.contains("Deze instantie krijgt niets"), "{}", nothing.stderr);
    assert!(!std::path::Path::new(&file("cak.html")).exists());
    server.stop().await;
}
