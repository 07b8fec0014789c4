//! `loket moratorium`, `bridging` and `commitment`: recorded, corrected, closed, opened again; every command tells the same day.

use loket::api::problem::exit;

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_is_recorded_corrected_closed_and_opened_again() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    desk.run(&["signal", "create", "--title", "Ontruiming, SVB"]).await.is(exit::DONE);
    let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();

    desk.run(&["moratorium", "list"]).await.is(exit::NOTHING);
    let mut add = words(
        "moratorium add 1 --kind breed-moratorium --from 2026-11-16 --through 2027-06-01 --creditor woningcorporatie --set-by",
    );
    add.push("rechtbank Utrecht");
    let made = desk.run(&add).await.is(exit::DONE);
    assert!(made.stdout.contains("hoogstens zes maanden (Wgs 5): t/m zo 16-05-2027"), "{}", made.stdout);
    assert!(made.stderr.contains("Vastgelegd: t/m di 01-06-2027."), "{}", made.stderr);
    desk.run(&words("moratorium change 1 --through 2027-05-14 --reason gelezen")).await.is(exit::DONE);
    desk.run(&words("moratorium end 1 --from 2028-01-01 --reason rond")).await.is(exit::CONFLICT);
    desk.run(&words("moratorium end 1 --from 2026-12-01 --reason rond")).await.is(exit::DONE);
    desk.run(&words("moratorium show 1")).await.is(exit::NOTHING);
    let all = desk.run(&words("moratorium list --all --json")).await.is(exit::DONE).json();
    assert_eq!((&all["items"][0]["state"], &all["items"][0]["closedOn"]), (&"ended".into(), &"2026-12-01".into()));
    let id = all["items"][0]["id"].as_str().unwrap().to_owned();
    desk.run(&["moratorium", "reopen", &id, "--reason", "vergissing"]).await.is(exit::DONE);

    let text = desk.run(&words("bridging add 1 --care zorg --from 2026-11-16 --settle-by 2026-12-18")).await.is(exit::USAGE);
    assert!(text.stderr.contains("--care"), "what is written about people is read, not given: {}", text.stderr);
    let add = words("bridging add 1 --care - --payer wmo --payer wlz --from 2026-11-16 --settle-by 2026-12-18");
    desk.pipe(&add, "begeleid wonen").await.is(exit::DONE);
    desk.pipe(&words("bridging settle 1 --on 2026-11-23 --settlement -"), "Wlz betaalt").await.is(exit::DONE);

    // Three weeks from Monday 23 November, with the steps.
    let add = words("commitment add 1 --text - --body svb --person teamleider --called-on 2026-11-23 --due 3w");
    let made = desk.pipe(&add, "De SVB stopt de verrekening.").await.is(exit::DONE);
    assert!(made.stdout.contains("3 weken geteld: ma 14-12-2026"), "{}", made.stdout);
    let due = desk.run(&words("time-out due --days 40 --json")).await.is(exit::DONE).json();
    let rows = due["items"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["kind"] == "commitment" && row["alarmOn"] == "2026-12-14"), "{due:#}");
    let shown = desk.run(&words("signal show 1")).await.is(exit::DONE).stdout;
    for part in [
        "2026-12-14",
        "moratorium gecorrigeerd (rechtbank Utrecht; laatste dag): t/m vr 14-05-2027, was di 01-06-2027; reden: gelezen",
        "overbrugging verrekend (wmo, wlz), op ma 23-11-2026; afspraak: Wlz betaalt",
        "toezegging vastgelegd (De SVB stopt de verrekening.): t/m ma 14-12-2026",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    desk.run(&words("commitment change 1 --due 2026-12-18")).await.is(exit::DONE);
    desk.run(&words("commitment change 1 --no-source --called-on 2026-11-20")).await.is(exit::USAGE);
    let bare = desk.run(&words("commitment change 1 --no-source")).await.is(exit::DONE).stdout;
    assert!(!bare.contains("telefoongesprek 23"), "{bare}");
    assert!(bare.contains("toezegging gecorrigeerd (De SVB stopt de verrekening.; bron)"), "the history: {bare}");
    desk.pipe(&words("commitment keep 1 --on 2026-11-23 --evidence -"), "brief").await.is(exit::DONE);
    desk.run(&words("commitment lapse 1 --on 2026-11-23 --reason rond")).await.is(exit::NOTHING);
    desk.run(&words("commitment show x")).await.is(exit::USAGE);
    server.stop().await;
}
