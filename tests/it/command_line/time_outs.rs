//! `loket time-out`: proposed at one shell, confirmed at another; list, show and due tell the same dates.

use loket::{api::problem::exit, domain::role::Role, server::tokens::DESK_ORGANISATION};

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn one_proposes_another_confirms_and_every_command_shows_the_same_date() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let other = server.account(Role::Desk, "Fatima Yıldız", DESK_ORGANISATION).await;
    let other = Shell::with_token(&server, &other.token);
    let create =
        ["signal", "create", "--title", "Terugvordering, UWV", "--decision-body", "UWV", "--decision-sent", "2026-10-30"];
    desk.run(&create).await.is(exit::DONE);
    let propose = |through: &'static str| {
        let line = "time-out propose 1 --decider gm0344 --decided-by wethouder --decided-on 20-11-2026 --ground pilotafspraak";
        let mut words: Vec<&str> = line.split(' ').collect();
        words.extend(["--from", "23-11-2026", "--through", through, "--maximum", "2026-12-31"]);
        words
    };
    let refused = desk.run(&propose("2027-01-01")).await.is(exit::CONFLICT).stderr;
    assert!(refused.contains("Het besluit van de gemeente gaat niet verder dan 31-12-2026."), "{refused}");
    desk.run(&["time-out", "list"]).await.is(exit::NOTHING);
    let told = desk.run(&propose("29-11-2026")).await.is(exit::DONE);
    assert!(told.stderr.contains("Er verandert niets tot een ander het bevestigt"), "{}", told.stderr);

    // Six weeks after 30 October is Friday 11 December; before it is confirmed no command shows another day.
    let due = || async { desk.run(&["time-out", "due", "--days", "60", "--json"]).await.is(exit::DONE).json() };
    let objection = |due: serde_json::Value| {
        let rows = due["items"].as_array().unwrap().clone();
        rows.into_iter().find(|row| row["kind"] == "objection").unwrap()
    };
    assert_eq!(objection(due().await)["end"], "2026-12-11");
    let waits = desk.run(&["time-out", "confirm", "1", "--json"]).await.is(exit::DONE).json();
    let hash = waits["hash"].as_str().unwrap();
    let alone = desk.run(&["time-out", "confirm", "1", "--hash", hash]).await.is(exit::CONFLICT).stderr;
    assert!(alone.contains("U hebt dit zelf voorgesteld"), "{alone}");
    let settled = other.run(&["time-out", "confirm", "1", "--hash", hash]).await.is(exit::DONE).stdout;
    assert_eq!(settled, "Bevestigd: opschorten. Het besluit is opgeschort t/m zo 29-11-2026.\n");

    let row = objection(due().await);
    assert_eq!(
        (&row["safeEnd"], &row["end"], &row["alarmOn"]),
        (&"2026-12-11".into(), &"2026-12-18".into(), &"2026-12-11".into())
    );
    let week = desk.run(&["time-out", "list", "--week", "--json"]).await.is(exit::DONE).json();
    assert_eq!(week["items"][0]["term"]["end"], "2026-12-18");
    let page = desk.run(&["time-out", "show", "1"]).await.is(exit::DONE).stdout;
    for part in
        ["vr 11-12-2026", "vr 18-12-2026", "loopt weer vanaf ma 30-11-2026", "Ga uit van het veilige eind", "Fatima Yıldız"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    let extend = ["time-out", "extend", "1", "--through", "2026-12-06", "--decided-on", "2026-11-23", "--reason", "overleg"];
    desk.run(&extend).await.is(exit::DONE);
    desk.run(&extend).await.is(exit::CONFLICT);
    let asked = other.run(&["time-out", "confirm", "1"]).await.is(exit::DONE).stdout;
    for part in ["zo 29-11-2026 → zo 06-12-2026", "vr 18-12-2026 → ma 28-12-2026", "verlengen", "overleg"] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    let rejected = other.run(&["time-out", "reject", "1", "--reason", "te lang"]).await.is(exit::DONE).stdout;
    assert!(rejected.starts_with("Afgewezen: verlengen."), "{rejected}");
    desk.run(&["time-out", "end", "1", "--from", "2026-11-25", "--ending", "solution"]).await.is(exit::DONE);
    desk.run(&["time-out", "withdraw", "1"]).await.is(exit::DONE);
    desk.run(&["time-out", "tell-body", "1", "--on", "2026-11-23"]).await.is(exit::DONE);
    desk.run(&["time-out", "tell-body", "1", "--on", "2026-11-24"]).await.is(exit::CONFLICT);
    desk.run(&["time-out", "confirm", "1"]).await.is(exit::NOTHING);
    // The history of the case tells every move: who, when, why, and the new day.
    let case = desk.run(&["signal", "show", "1"]).await.is(exit::DONE).stdout;
    for part in [
        "time-out voorgesteld (Awb 6:7, UWV): opgeschort t/m zo 29-11-2026",
        "Fatima Yıldız\n  time-out bevestigd",
        "t/m zo 06-12-2026, was zo 29-11-2026; reden: overleg",
        "voorstel over de time-out afgewezen (Awb 6:7, UWV): verlengen; reden: te lang",
        "niet meer opgeschort vanaf wo 25-11-2026 (oplossing)",
        "voorstel over de time-out ingetrokken",
        "time-out gemeld aan de instantie (Awb 6:7, UWV), op ma 23-11-2026",
    ] {
        assert!(case.contains(part), "{part}: {case}");
    }
    desk.run(&["time-out", "show", "2"]).await.is(exit::NOTHING);
    desk.run(&["time-out", "show", "x"]).await.is(exit::USAGE);
    desk.run(&["time-out", "due", "--mine"]).await.is(exit::NOTHING);
    server.stop().await;
}
