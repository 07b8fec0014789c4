//! Which time-outs end this week, extending the first one, and confirming it as a colleague: the new date is everywhere at once,
//! and nowhere before.

use serde_json::{Value, json};

use super::enter;
use crate::support::{
    samples::{decision, signal_with, time_out},
    seat::Seat,
    server::TestServer,
    terminal::Terminal,
};

const NUMBER: &str = "S-2026-00001";

/// A decision of which a time-out runs that ends on the Friday of the server's week; `colleague` proposed it, the desk confirmed.
async fn running(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let facts = json!({ "decisions": [decision("A-1")], "bodies": [{ "organisation": "UWV" }] });
    let signal = desk.post("/v1/signals", &signal_with("Terugvordering, UWV", facts)).await.expect(201)["item"].clone();
    let mut body = time_out(signal["id"].as_str().unwrap(), "A-1");
    body["facts"]["lastDay"] = "2026-11-20".into();
    let made = colleague.post("/v1/time-outs", &body).await.expect(201);
    let path = format!("/v1/confirmations/{}/_confirm", made["confirmation"]["id"].as_str().unwrap());
    desk.post(&path, &json!({ "hash": made["confirmation"]["hash"] })).await.expect(200);
}

/// Is the day in the calendar that the account subscribed to?
async fn in_calendar(server: &TestServer, feed: &str, day: &str) -> bool {
    let calendar = server.desk().http.get(format!("{}{feed}", server.desk().server)).send().await.unwrap().text().await.unwrap();
    assert!(calendar.contains("BEGIN:VCALENDAR"), "{calendar}");
    calendar.contains(&format!("DTSTART;VALUE=DATE:{day}"))
}

/// The last day of the time-out, as the command line has it, and as the board of the server has it.
fn last_days(seat: &Seat) -> [Value; 2] {
    let listed = seat.json(&["time-out", "list"]);
    let shown = seat.json(&["time-out", "show", NUMBER]);
    [listed["items"][0]["lastDay"].clone(), shown["item"]["lastDay"].clone()]
}

#[track_caller]
fn took(terminal: &mut Terminal, promised: usize) {
    let pressed = terminal.presses();
    assert!(pressed <= promised, "{pressed} keys, where {promised} are promised");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn see_extend_and_confirm() {
    let server = TestServer::sqlite().await;
    running(&server).await;
    let (desk, other) =
        (Seat::of(&server.desk()), Seat::of(&server.account(loket::domain::role::Role::Desk, "B. Smit", "loket").await));
    let feed = server.desk().post("/v1/feed-tokens", &json!({ "name": "agenda" })).await.expect(201)["path"].clone();
    let feed = feed.as_str().unwrap();
    let in_calendar = |day: &str| tokio::runtime::Handle::current().block_on(in_calendar(&server, feed, day));
    tokio::task::block_in_place(|| {
        let (_tmux, mut terminal, _sshd) = enter(&desk, "Terugvordering, UWV");
        // Which end this week: one key.
        let ends = |screen: &str| {
            screen.contains("Deze week") && screen.lines().any(|line| line.contains("vr 20-11") && line.contains("time-out"))
        };
        terminal.press_until("4", ends, "the board, with the time-out of this week");
        took(&mut terminal, 1);
        // Proposing to extend the first one: five.
        terminal.press("T");
        terminal.press_until(
            "v",
            |screen| screen.contains("─ Voorstel: time-out verlengen") && screen.contains("27-11-2026"),
            "the form, filled in",
        );
        terminal.press_until(
            "\x13",
            |screen| screen.contains("tweede persoon") && screen.contains("Voorgesteld: t/m vr 27-11-2026"),
            "what is proposed",
        );
        terminal.press("\t");
        terminal.press_until("\r", |screen| screen.contains("Voorgesteld bij S-1"), "proposed");
        took(&mut terminal, 5);
        assert_eq!(last_days(&desk), [json!("2026-11-20"), json!("2026-11-20")], "a proposal moves nothing");
        assert!(in_calendar("20261120") && !in_calendar("20261127"), "in a calendar neither");
        assert!(
            terminal.shown().lines().any(|line| line.contains("vr 20-11") && line.contains("time-out")),
            "{}",
            terminal.shown()
        );

        // Somebody else confirms it: two keys on the row.
        let (_their_tmux, mut theirs, _their_sshd) = enter(&other, "Terugvordering, UWV");
        theirs.press_until("4", ends, "the board of the colleague");
        theirs.presses();
        theirs.press_until(
            "\r",
            |screen| screen.contains("Wordt t/m: vr 27-11-2026") && screen.contains("Bevestigen"),
            "what waits",
        );
        theirs.press_until("b", |screen| screen.contains("Bevestigd."), "confirmed");
        took(&mut theirs, 2);
        assert_eq!(last_days(&desk), [json!("2026-11-27"), json!("2026-11-27")]);
        assert!(!in_calendar("20261120") && in_calendar("20261127"));
        // The case tells who confirmed what, and until when.
        let case = desk.json(&["signal", "show", NUMBER]);
        let entries = case["timeline"].as_array().unwrap();
        let told = entries.iter().find(|entry| entry["byName"] == "B. Smit" && !entry["linked"].is_null()).expect("in the case");
        assert!(told.to_string().contains("2026-11-27"), "{told:#}");
        // The first one sees it without a key, and the history tells who did what.
        let moved = |screen: &str| screen.lines().any(|line| line.contains("vr 27-11") && line.contains("time-out"));
        terminal.until(moved, "the new date, told by the server");
        terminal.press_until("\r", |screen| screen.contains("De termijn van het besluit zelf"), "how its days came to be");
        terminal.press_until(
            "\x1b[6~",
            |screen| screen.contains("Historie van de time-out") && screen.contains("B. Smit"),
            "the history",
        );
    });
    tokio::task::block_in_place(|| drop((desk, other)));
    server.stop().await;
}
