//! Putting cases on the agenda of the LET, and working it: typed over ssh, with the keys counted, and read from the server.

use serde_json::json;

use super::{Outside, TITLE};

/// The agenda as the server has it: the titles in order.
fn titles(outside: &Outside) -> Vec<String> {
    let agenda = outside.seat.json(&["agenda", "show", "LET-1"]);
    let items = agenda["items"].as_array().unwrap().iter();
    items.map(|entry| entry["item"]["facts"]["title"].as_str().unwrap().to_owned()).collect()
}

async fn with_meeting() -> Outside {
    let outside = Outside::new().await;
    let slot = json!({ "startsAt": "2026-12-17T12:30:00Z", "endsAt": "2026-12-17T14:00:00Z" });
    outside.server.desk().post("/v1/meetings", &json!({ "facts": { "slots": [slot] } })).await.expect(201);
    outside
}

/// Waits until the server has it so: what is moved is shown before it is saved.
#[track_caller]
fn until(outside: &Outside, wanted: impl Fn(&[String]) -> bool) {
    let found = (0..60).any(|_| wanted(&titles(outside)));
    assert!(found, "{:?}", titles(outside));
}

fn is_on(titles: &[String], title: &str) -> bool {
    titles.iter().any(|one| one == title)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_in_two_keys_and_the_marked_ones_in_one_more_each() {
    let mut outside = with_meeting().await;
    tokio::task::block_in_place(|| {
        let terminal = &mut outside.terminal;
        terminal.press_until("2", |screen| screen.contains("LET-1"), "the meeting");
        terminal.press_until("1", |screen| screen.contains("3 signalen"), "the queue");
        terminal.presses();
        terminal.press_until(
            "L",
            |screen| screen.contains("Komt op de agenda van LET-1"),
            "the next meeting, with its free minutes",
        );
        terminal.press_until("\r", |screen| screen.contains("staat op de agenda van LET-1"), "on the agenda");
        outside.took(2);
        assert!(is_on(&titles(&outside), TITLE), "{:?}", titles(&outside));
        // The other two: a key for each, and two.
        let terminal = &mut outside.terminal;
        terminal.press("j");
        terminal.presses();
        terminal.press(" ");
        terminal.press(" ");
        terminal.press_until("L", |screen| screen.contains("Samen 60 min. Op LET-1"), "the question, with what they take");
        terminal.press_until("\r", |screen| screen.contains("Op de agenda van LET-"), "both");
        outside.took(4);
        let titles = titles(&outside);
        assert!(is_on(&titles, "Toeslag geblokkeerd na scheiding") && titles.len() == 7, "{titles:?}");
    });
    outside.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_candidate_in_one_key_moved_and_taken_off_and_back() {
    let mut outside = with_meeting().await;
    outside.server.desk().post("/v1/agenda-candidates", &json!({ "signal": "S-2026-00001" })).await.expect(201);
    tokio::task::block_in_place(|| {
        let terminal = &mut outside.terminal;
        terminal.press_until("2", |screen| screen.contains("Kandidaten  1"), "the agenda and its candidate");
        terminal.press("G");
        terminal.presses();
        terminal.press_until("\r", |screen| screen.contains("staat op de agenda"), "on the agenda");
        outside.took(1);
        until(&outside, |titles| is_on(titles, TITLE));
        let before = titles(&outside);
        let at = before.iter().position(|title| title == TITLE).unwrap();
        let terminal = &mut outside.terminal;
        let row = |screen: &str, at: usize| {
            screen.lines().any(|line| line.contains("Kind zonder") && line.contains(&format!(" {at}  ")))
        };
        terminal.press("K");
        terminal.until(|screen| row(screen, at), "one place up");
        terminal.press_until("X", |screen| screen.contains("nu bij de kandidaten"), "off the agenda");
        until(&outside, |titles| !is_on(titles, TITLE));
        outside.terminal.press_until("u", |screen| screen.contains("Teruggedraaid"), "taken back");
        outside.terminal.until(|screen| row(screen, at), "at its place again");
        until(&outside, |titles| titles.iter().position(|title| title == TITLE) == Some(at - 1) && titles.len() == 5);
    });
    outside.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_with_its_question_in_two_keys_and_the_text() {
    const QUESTION: &str = "Wie heeft mandaat?";
    let mut outside = with_meeting().await;
    tokio::task::block_in_place(|| {
        let terminal = &mut outside.terminal;
        terminal.press_until("2", |screen| screen.contains("LET-1"), "the meeting");
        terminal.press_until("1", |screen| screen.contains("3 signalen"), "the queue");
        terminal.presses();
        terminal.press_until("L", |screen| screen.contains("Komt op de agenda van LET-1"), "the next meeting");
        terminal.type_text(QUESTION);
        terminal.press_until("\r", |screen| screen.contains("staat op de agenda van LET-1"), "on the agenda");
        outside.took(2 + QUESTION.chars().count());
        let agenda = outside.seat.json(&["agenda", "show", "LET-1"]);
        let items = agenda["items"].as_array().unwrap();
        let found = items.iter().find(|entry| entry["item"]["facts"]["title"] == TITLE).unwrap();
        assert_eq!(found["item"]["facts"]["decisionAsked"], QUESTION);
    });
    outside.stop().await;
}
