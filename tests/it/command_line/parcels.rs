//! What is to be sent of a meeting, as files: the invitations of a body, and everything at once in a new folder.

use std::{collections::BTreeMap, fs, os::unix::fs::PermissionsExt};

use loket::api::problem::exit;

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn everything_to_send_stands_in_a_new_folder() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();
    let slots = ["--slot", "26-11-2026 13:30-15:00", "--slot", "26-11-2026 15:30-17:00"];
    desk.run(&[&["meeting", "create", "--number", "48"][..], &slots].concat()).await.is(exit::DONE);
    desk.run(&words("agenda add 48 --title Werkwijze")).await.is(exit::DONE);
    let item = words("agenda invite 48/3 --body uwv --mail uwv@voorbeeld.nl");
    desk.run(&[&item[..], &["--person", "../../directeur"]].concat()).await.is(exit::DONE);
    let none = words("agenda invite 48/3 --body svb --person plaatsvervanger --as deputy");
    desk.run(&none).await.is(exit::DONE);
    let room = tempfile::tempdir().unwrap();
    let out = |name: &str| room.path().join(name).to_str().unwrap().to_owned();
    let export = async |more: &[&str], name: &str| {
        desk.run(&[&["agenda", "export", "--meeting", "48"][..], more, &["--out", &out(name)]].concat()).await
    };
    assert!(export(&["--all"], "early").await.is(exit::CONFLICT).stderr.contains("concept"));
    assert!(!room.path().join("early").exists());
    desk.run(&words("agenda fix 48 --despite test")).await.is(exit::DONE);

    let said = export(&["--all", "--format", "txt"], "all").await.is(exit::DONE).stderr;
    let folder = room.path().join("all");
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    let files: BTreeMap<String, String> = fs::read_dir(&folder)
        .unwrap()
        .map(|one| one.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let wanted =
        ["let-48-invitation-svb-1-1.ics", "let-48-invitation-uwv-1-2.ics", "let-48-pack-svb-1.txt", "let-48-pack-uwv-1.txt"];
    assert_eq!(names, wanted, "no name holds what was typed");
    assert!(files["let-48-invitation-uwv-1-2.ics"].contains("METHOD:REQUEST"));
    assert!(said.contains("directeur <uwv@voorbeeld.nl>") && said.contains("zonder e-mailadres"), "{said}");
    export(&["--all"], "all").await.is(exit::INPUT);
    export(&["--all", "--format", "ics"], "other").await.is(exit::USAGE);

    export(&["--format", "ics", "--for", "uwv"], "uwv.ics").await.is(exit::DONE);
    assert_eq!(fs::read_to_string(out("uwv.ics")).unwrap().matches("BEGIN:VEVENT").count(), 1);
    export(&["--format", "ics", "--for", "cak"], "cak.ics").await.is(exit::NOTHING);
    export(&["--format", "ics", "--item", "48/3"], "item.ics").await.is(exit::DONE);
    assert!(unfolded(&out("item.ics")).contains("-item-"));
    // Asked in two slots: a file for each.
    desk.run(&words("agenda add 48 --title Tweede --slot 2")).await.is(exit::DONE);
    desk.run(&words("agenda invite 48/4 --body uwv --mail uwv@voorbeeld.nl --person directeur")).await.is(exit::DONE);
    let third = desk.run(&words("agenda add 48 --title Derde --slot 3")).await.is(exit::INPUT).stderr;
    assert!(third.contains("2 (26-11-2026 15:30-17:00)"), "{third}");
    desk.run(&words("agenda fix 48 --despite test")).await.is(exit::DONE);
    // Typed in two ways, it is one person with one pack that holds both.
    export(&["--all", "--format", "txt"], "again").await.is(exit::DONE);
    let packs = |name: &str| fs::read_to_string(room.path().join("again").join(name));
    assert!(packs("let-48-pack-uwv-1.txt").unwrap().contains("Tweede") && packs("let-48-pack-uwv-2.txt").is_err());
    export(&["--format", "ics", "--for", "uwv"], "both.ics").await.is(exit::DONE);
    for (name, slot) in [("both-1.ics", "-1-uwv@loket"), ("both-2.ics", "-2-uwv@loket")] {
        assert!(unfolded(&out(name)).contains(slot), "{name}");
    }
    desk.run(&words("meeting cancel 48 --reason ziek --to candidates")).await.is(exit::DONE);
    let off = export(&["--format", "ics", "--for", "uwv"], "off.ics").await.is(exit::DONE).stderr;
    assert!(off.contains("afzegging voor UWV"), "{off}");
    server.stop().await;
}

fn unfolded(path: &str) -> String {
    fs::read_to_string(path).unwrap().replace("\r\n ", "")
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_of_an_item_have_versions() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();
    desk.run(&["meeting", "create", "--number", "48", "--slot", "26-11-2026 13:30-15:00"]).await.is(exit::DONE);
    let add = words("agenda paper add 48/1 --title Brief --on 20-11-2026 --body uwv --text -");
    let added = desk.pipe(&add, "Eerste\u{1b}[2J tekst").await.is(exit::DONE);
    assert!(added.stdout.contains("Brief vr 20-11-2026 (versie 1; UWV)"), "{}", added.stdout);
    desk.run(&words("agenda paper add 48/1 --title Brief --text getypt")).await.is(exit::USAGE);
    desk.run(&words("agenda paper add 48/1 --title Brief")).await.is(exit::USAGE);
    desk.run(&words("agenda paper add 48/1 --title Rapport --address http://x.nl")).await.is(exit::INPUT);
    let item = desk.run(&words("agenda item 48/1 --json")).await.is(exit::DONE).json();
    let paper = item["papers"][0]["id"].as_str().unwrap().to_owned();
    let on_paper = |line: &[&'static str]| [&["agenda", "paper"][..], &line[..1]].concat();
    let run = async |line: &[&'static str]| {
        let line = [&on_paper(line)[..], &[paper.as_str()], &line[1..]].concat();
        desk.pipe(&line, "Tweede tekst").await
    };
    run(&["change", "--text", "-", "--nobody"]).await.is(exit::DONE);
    let now = run(&["show"]).await.is(exit::DONE).stdout;
    assert!(now.contains("Tweede tekst") && now.contains("Versie: 2*") && !now.contains("Voor:"), "{now}");
    let old = run(&["show", "--version", "1"]).await.is(exit::DONE).stdout;
    assert!(old.contains("Eerste") && !old.contains('\u{1b}') && old.contains("Voor: UWV"), "{old}");
    run(&["show", "--version", "7"]).await.is(exit::NOTHING);
    run(&["withdraw"]).await.is(exit::DONE);
    assert!(run(&["show"]).await.stdout.contains("ingetrokken"));
    server.stop().await;
}
