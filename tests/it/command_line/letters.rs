//! `loket time-out letter`: what goes to the body, and when not.

use loket::{api::problem::exit, domain::role::Role, server::tokens::DESK_ORGANISATION};

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_tells_what_was_confirmed_and_warns_that_no_act_binds() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let other = server.account(Role::Desk, "Fatima Yıldız", DESK_ORGANISATION).await;
    let other = Shell::with_token(&server, &other.token);
    let create =
        ["signal", "create", "--title", "Terugvordering, UWV", "--decision-body", "UWV", "--decision-sent", "2026-10-30"];
    desk.run(&create).await.is(exit::DONE);
    let propose = "time-out propose 1 --decider gm0344 --decided-by wethouder --decided-on 20-11-2026 --ground pilotafspraak \
                   --from 23-11-2026 --through 29-11-2026 --maximum 2026-12-31";
    desk.run(&propose.split(' ').collect::<Vec<_>>()).await.is(exit::DONE);
    let letter = ["time-out", "letter", "1"];
    let early = desk.run(&letter).await.is(exit::CONFLICT);
    assert!(early.stdout.is_empty() && early.stderr.contains("over een voorstel gaat geen brief uit"), "{}", early.stderr);
    let confirm = async || {
        let waits = other.run(&["time-out", "confirm", "1", "--json"]).await.is(exit::DONE).json();
        other.run(&["time-out", "confirm", "1", "--hash", waits["hash"].as_str().unwrap()]).await.is(exit::DONE);
    };
    confirm().await;
    let started = desk.run(&letter).await.is(exit::DONE);
    for part in [
        "\nDe gemeente Utrecht heeft op 20 november 2026 besloten tot een time-out",
        "Daarmee staan de werking van uw besluit en de bezwaartermijn stil van 23 november 2026 tot en met 29 november 2026.",
        "S-2026-00001",
        "30 oktober 2026",
        "aan wethouder",
        "Vanaf 30 november 2026",
        "Met vriendelijke groet,\n\nA. Bakker\nloketmedewerker",
    ] {
        assert!(started.stdout.contains(part), "{part}: {}", started.stdout);
    }
    assert!(!started.stdout.contains("Terugvordering, UWV") && !started.stdout.contains('{'), "{}", started.stdout);
    assert!(started.stderr.contains("de grond is geen wet") && started.stderr.contains("kenmerk van het besluit is niet bekend"));
    let named = desk.run(&["time-out", "letter", "1", "--answer-to", "postbus loket", "--lang", "en"]).await.is(exit::DONE);
    assert!(named.stdout.contains("confirm this to postbus loket") && named.stderr.contains("is not an act"), "{}", named.stdout);

    let reminder = ["time-out", "letter", "1", "--reminder"];
    desk.run(&reminder).await.is(exit::CONFLICT);
    desk.run(&["time-out", "tell-body", "1", "--on", "2026-11-20"]).await.is(exit::DONE);
    let reminded = desk.run(&reminder).await.is(exit::DONE).stdout;
    assert!(reminded.contains("Op 20 november 2026 hebben wij u gemeld") && reminded.contains("nog niet"), "{reminded}");
    desk.run(&["time-out", "body-confirmed", "1", "--on", "2026-11-23"]).await.is(exit::DONE);
    desk.run(&reminder).await.is(exit::CONFLICT);

    let extend = ["time-out", "extend", "1", "--through", "2026-12-06", "--decided-on", "2026-11-23", "--reason", "overleg"];
    desk.run(&extend).await.is(exit::DONE);
    let waiting = desk.run(&letter).await.is(exit::DONE).stdout;
    assert!(
        waiting.contains("29 november 2026") && !waiting.contains("6 december 2026"),
        "what is proposed is not told: {waiting}"
    );
    confirm().await;
    let extended = desk.run(&letter).await.is(exit::DONE).stdout;
    assert!(extended.contains("verlengd") && extended.contains("tot en met 6 december 2026"), "{extended}");
    desk.run(&["time-out", "end", "1", "--from", "2026-11-25", "--ending", "solution"]).await.is(exit::DONE);
    confirm().await;
    let id = desk.run(&["time-out", "list", "--all", "--json"]).await.is(exit::DONE).json();
    let id = id["items"][0]["id"].as_str().unwrap();
    let ended = desk.run(&["time-out", "letter", id]).await.is(exit::DONE).stdout;
    assert!(ended.contains("is geëindigd. Vanaf 25 november 2026 staan"), "{ended}");
    server.stop().await;
}
