//! Two people at two desks write in the same case at once.

use serde_json::json;

use crate::support::{samples::signal_with, seat::Seat, server::TestServer, terminal::Terminal};

/// The form with what stands in the case, and this as the reporter.
fn write(terminal: &mut Terminal, name: &str) {
    terminal.press_until("\r", |screen| screen.contains("M. de Graaf"), "the open case");
    terminal.press("g");
    terminal.press_until("w", |screen| screen.contains("─ Gegevens wijzigen"), "the form");
    terminal.press("\x15");
    terminal.type_text(name);
    terminal.until_shown(name);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_saves_last_sees_what_the_other_wrote_and_says_which_text_counts() {
    let server = TestServer::sqlite().await;
    let facts =
        json!({ "reporter": { "name": "M. de Graaf", "phone": "+31 85 555 6305" }, "bodies": [{ "organisation": "CAK" }] });
    server.desk().post("/v1/signals", &signal_with("Kind zonder zorgverzekering", facts)).await.expect(201);
    let colleague = server.colleague().await;
    let (mine, theirs) = (Seat::of(&server.desk()), Seat::of(&colleague));
    tokio::task::block_in_place(|| {
        let queue = |screen: &str| screen.contains("Kind zonder");
        let (mut here, mut there) = (mine.open(&[]), theirs.open(&[]));
        here.until(queue, "the queue");
        there.until(queue, "the queue");
        write(&mut here, "A. Eerste");
        write(&mut there, "B. Tweede");
        // The other changes the function of the reporter as well, and is first.
        there.press("\t");
        there.type_text("wijkteam");
        there.press_until("\x13", |screen| screen.contains("S-1 gewijzigd"), "their change is saved");
        here.press_until("\x13", |screen| screen.contains("? kies 1 of 2"), "the question");
        let screen = here.shown();
        for told in ["M. de Graaf", "A. Eerste", "B. Tweede", "wijkteam", colleague.name.as_str(), "Wat niet geldt, komt"] {
            assert!(screen.contains(told), "{told}\n{screen}");
        }
        here.press("1");
        here.press_until("\x13", |screen| screen.contains("S-1 gewijzigd"), "my change is saved");
        let signal = mine.json(&["signal", "show", "S-2026-00001"]);
        let reporter = &signal["facts"]["reporter"];
        assert_eq!((&reporter["name"], &reporter["function"]), (&json!("A. Eerste"), &json!("wijkteam")), "{signal:#}");
        assert_eq!(signal["version"], 3);
        assert!(!mine.has_draft(), "what was saved is no draft");
        // The other way round: theirs counts, and what I typed is a draft.
        for (terminal, name) in [(&mut here, "A. Derde"), (&mut there, "B. Vierde")] {
            terminal.press("g");
            terminal.press_until("w", |screen| screen.contains("─ Gegevens wijzigen"), "the form");
            terminal.press("\x15");
            terminal.type_text(name);
            terminal.until_shown(name);
        }
        there.press_until("\x13", |screen| screen.contains("S-1 gewijzigd"), "their change is saved");
        here.press_until("\x13", |screen| screen.contains("? kies 1 of 2"), "the question");
        here.press("\t");
        here.press("\t");
        here.press_until("\r", |screen| screen.contains("staat apart als concept"), "dropped");
        // Whoever reads back finds both.
        here.until(|screen| screen.contains("niet gekozen"), "a note in the timeline");
        let signal = mine.json(&["signal", "show", "S-2026-00001"]);
        assert_eq!(signal["facts"]["reporter"]["name"], "B. Vierde", "{signal:#}");
        let note = signal["timeline"][0]["text"].as_str().unwrap();
        assert!(note.contains(colleague.name.as_str()) && note.ends_with("A. Derde"), "{note}");
        // The next form begins with what stands there; what was typed comes back from the list of drafts.
        here.press("g");
        here.press_until("w", |screen| screen.contains("─ Gegevens wijzigen") && screen.contains("B. Vierde"), "the form");
        assert!(!here.shown().contains("A. Derde"), "{}", here.shown());
        here.press_until("\x1b", |screen| !screen.contains("─ Gegevens wijzigen"), "closed");
        here.press("g");
        here.press_until("d", |screen| screen.contains("(opzijgezet)"), "the list of drafts");
        here.press_until("\r", |screen| screen.contains("─ Gegevens wijzigen") && screen.contains("A. Derde"), "it comes back");
        drop((here, there));
    });
    tokio::task::block_in_place(|| drop((mine, theirs)));
    server.stop().await;
}
