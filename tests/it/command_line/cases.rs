//! `loket share` and `loket case`: the desk shares parts of a case, people outside see those, report and note.

use loket::{api::problem::exit, domain::role::Role};

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn what_the_desk_shares_is_there_outside_until_it_is_ended() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let body = Shell::with_token(&server, &server.account(Role::Body, "B. de Boer", "SVB").await.token);
    let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();
    let create = words("signal create --title Ontruiming --account - --body svb --body uwv");
    desk.pipe(&create, "Alleen voor het loket.").await.is(exit::DONE);
    desk.pipe(&words("signal note 1 -"), "Gebeld met de SVB.").await.is(exit::DONE);

    body.run(&words("case list")).await.is(exit::NOTHING);
    body.run(&words("case show 1")).await.is(exit::NOTHING);
    desk.run(&words("share list 1")).await.is(exit::NOTHING);
    let mut add = words("share add 1 --with svb --ground public-task --part notes --until 2026-12-31 --decided-by teamleider");
    add.extend(["--purpose", "samen oplossen"]);
    let refused = desk.run(&add).await.is(exit::INPUT);
    assert!(refused.stderr.contains("law"), "an act is named: {}", refused.stderr);
    add.extend(["--law", "Wet SUWI, artikel 62"]);
    let id = desk.run(&add).await.is(exit::DONE);
    assert!(id.stderr.contains("S-2026-00001 is gedeeld met SVB, t/m do 31-12-2026."), "{}", id.stderr);
    let listed = desk.run(&words("share list 1")).await.is(exit::DONE).stdout;
    for part in ["SVB", "2026-12-31", "notities", "samen oplossen", "teamleider"] {
        assert!(listed.contains(part), "{part}: {listed}");
    }

    let rows = body.run(&words("case list --json")).await.is(exit::DONE).json();
    assert_eq!((&rows["items"][0]["number"], &rows["items"][0]["relation"]), (&"S-2026-00001".into(), &"shared".into()));
    let shown = body.run(&words("case show 1")).await.is(exit::DONE).stdout;
    assert!(shown.contains("Gebeld met de SVB.") && shown.contains("gedeeld t/m do 31-12-2026"), "{shown}");
    assert!(!shown.contains("Alleen voor") && !shown.contains("A. Bakker"), "{shown}");
    body.pipe(&words("case note 1"), "x").await.is(exit::NOT_ALLOWED);
    body.run(&words("signal show 1")).await.is(exit::NOT_ALLOWED);

    desk.run(&["share", "end", id.stdout.trim(), "--reason", "rond"]).await.is(exit::DONE);
    desk.run(&["share", "end", id.stdout.trim(), "--reason", "rond"]).await.is(exit::CONFLICT);
    body.run(&words("case show 1")).await.is(exit::NOTHING);
    let shown = desk.run(&words("signal show 1")).await.is(exit::DONE).stdout;
    assert!(shown.contains("gedeeld met SVB, t/m do 31-12-2026: notities; reden: samen oplossen"), "{shown}");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_reports_and_notes() {
    let server = lite().await;
    let municipal = Shell::with_token(&server, &server.account(Role::Municipal, "G. Özdemir", "GM0344").await.token);
    let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();
    municipal.run(&words("case add --title Ontruiming --account iets")).await.is(exit::USAGE);
    let add = words("case add --title Ontruiming --account - --body uwv --decision-body uwv --decision-sent 2026-11-12");
    municipal.pipe(&add, "BSN 999990019").await.is(exit::INPUT);
    assert_eq!(municipal.pipe(&add, "Toelichting.").await.is(exit::DONE).stdout, "S-2026-00001\n");
    municipal.pipe(&words("case note 1"), "De huurder belde.").await.is(exit::DONE);
    let shown = municipal.run(&words("case show 1")).await.is(exit::DONE).stdout;
    for part in ["eigen melding", "Toelichting.", "De huurder belde.", "G. Özdemir", "2026-12-24"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let whole = municipal.pipe(&words("case add --json-input -"), "{\"facts\": {\"title\": \"Tweede\"}}").await.is(exit::DONE);
    assert_eq!(whole.stdout, "S-2026-00002\n");
    let desk = Shell::desk(&server).await;
    let seen = desk.run(&words("share list 1")).await.is(exit::NOTHING);
    assert!(seen.stderr.contains("gemeld door Gemeente Utrecht (GM0344)"), "{}", seen.stderr);
    let noted = desk.run(&words("signal show 1")).await.is(exit::DONE).stdout;
    assert!(noted.contains("G. Özdemir, Gemeente Utrecht (GM0344)"), "{noted}");
    server.stop().await;
}
