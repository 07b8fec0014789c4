//! `loket meeting series`: begun, changed and ended, with what was left alone named.

use loket::api::problem::exit;

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn begun_changed_and_ended() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();
    desk.run(&words("meeting series list")).await.is(exit::NOTHING);
    let wrong = desk.run(&words("meeting series create --weekday friday --from 1-12-2026 --time 25:00")).await.is(exit::USAGE);
    assert!(wrong.stderr.contains("--time"), "{}", wrong.stderr);
    // The clock of the tests stands on 23 November.
    let create = words(
        "meeting series create --weekday friday --every 2 --from 27-11-2026 --time 9:30 --minutes 60 --ahead 3 --place Utrecht",
    );
    let begun = desk.run(&create).await.is(exit::DONE);
    for part in
        ["REEKS-1", "elke 2 weken op vrijdag, 09:30, 60 min", "verschoven naar de volgende werkdag (eerste kerstdag)", "LET-3"]
    {
        assert!(begun.stdout.contains(part), "{part}: {}", begun.stdout);
    }
    let shown = desk.run(&words("meeting show 3")).await.is(exit::DONE).stdout;
    assert!(shown.contains("REEKS-1") && shown.contains("ma 28-12-2026 09:30-10:30"), "{shown}");
    desk.run(&["agenda", "add", "2", "--title", "Werkwijze", "--minutes", "5"]).await.is(exit::DONE);
    let changed = desk.run(&words("meeting series change reeks-1 --week last --every 1 --time 10:00")).await.is(exit::DONE);
    assert!(changed.stdout.contains("elke maand op de laatste vrijdag, 10:00"), "{}", changed.stdout);
    assert!(changed.stderr.contains("Niet aangepast, want er is al aan gewerkt: LET-2."), "{}", changed.stderr);
    let shown = desk.run(&words("meeting series show 1 --json")).await.is(exit::DONE).json();
    assert_eq!(shown["rrule"], "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR");
    let ended = desk.run(&words("meeting series end 1 --on 30-11-2026 --reason klaar")).await.is(exit::DONE);
    assert!(ended.stdout.contains("buiten de reeks") && ended.stderr.contains("LET-2"), "{}\n{}", ended.stdout, ended.stderr);
    let left = desk.run(&words("meeting list --json")).await.is(exit::DONE).json();
    let numbers: Vec<&str> = left["items"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["LET-1", "LET-2"]);
    let again = desk.run(&words("meeting series change 1 --open --by-week --lang en")).await.is(exit::DONE);
    assert!(again.stdout.contains("every Friday, 10:00, 60 min") && again.stdout.contains("LET-5"), "{}", again.stdout);
    let listed = desk.run(&words("meeting series list")).await.is(exit::DONE).stdout;
    assert!(listed.contains("elke vrijdag") && listed.contains("Utrecht"), "{listed}");
    let dutch = desk.run(&words("meeting series change 1 --weekday Dinsdag --week eerste --standing close")).await.is(exit::DONE);
    assert!(dutch.stdout.contains("elke maand op de eerste dinsdag"), "{}", dutch.stdout);
    assert!(dutch.stderr.contains("gelden voor bijeenkomsten die vanaf nu worden gemaakt"), "{}", dutch.stderr);
    let same = desk.run(&words("meeting series change 1 --standing close")).await.is(exit::DONE);
    assert!(!same.stderr.contains("vanaf nu"), "it says so already: {}", same.stderr);
}
