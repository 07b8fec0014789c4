//! A meeting from its first day to the deadline board, typed over ssh: two candidates of five bodies become an agenda of six items,
//! what is missing is named and filled in, a second person sends it, it is held, decided about, and what was promised is on the board.

use serde_json::{Value, json};

use super::{Terminal, enter_sized};
use crate::support::{
    pty::{Size, USUAL},
    samples::signal_with,
    seat::Seat,
    server::TestServer,
};

const SAVE: &str = "\u{13}";
const ENTER: &str = "\r";

/// Two cases that wait for the LET; of the first several things are still to be written.
async fn proposed(server: &TestServer) {
    let ground = |body: &str| json!({ "basis": "AVG 6(1)(e)", "purpose": "oplossing", "recipient": body });
    let body = |code: &str, position: &str| json!({ "organisation": code, "position": position });
    let common =
        json!({ "stalemate": "Ieder wacht op de ander.", "tried": [{ "what": "gebeld" }], "desiredByHousehold": "rust" });
    let with = |more: Value| {
        let mut facts = common.clone();
        more.as_object().unwrap().iter().for_each(|(field, value)| facts[field] = value.clone());
        facts
    };
    let first = with(json!({ "bodies": [body("UWV", "kan niet"), body("SVB", ""), body("DT", "wacht")],
        "sharingGrounds": [ground("SVB"), ground("DT")] }));
    let second =
        with(json!({ "bodies": [body("BD", "wacht"), body("CJIB", "int")], "sharingGrounds": [ground("BD"), ground("CJIB")] }));
    let desk = server.desk();
    desk.post("/v1/signals", &signal_with("Ontruiming, drie instanties", first)).await.expect(201);
    desk.post("/v1/signals", &signal_with("Terugvordering, twee", second)).await.expect(201);
    let written = json!({ "facts": "Feiten.", "decisionAsked": "Wie stelt uit?", "options": [{ "text": "uitstel" }] });
    desk.post("/v1/agenda-candidates", &json!({ "signal": "S-2026-00001" })).await.expect(201);
    // Candidates stand in the order in which they were proposed.
    server.advance(chrono::TimeDelta::minutes(1));
    desk.post("/v1/agenda-candidates", &json!({ "signal": "S-2026-00002", "facts": written })).await.expect(201);
}

/// Enter goes to what is missing first: that form is filled in and saved, and then it is missing no more.
#[track_caller]
fn fill(terminal: &mut Terminal, frame: &str, text: &str, missing: &str) {
    terminal.press_until(ENTER, |screen| screen.contains(frame), frame);
    terminal.type_text(text);
    terminal.press_until(SAVE, |screen| !screen.contains(frame) && !screen.contains(missing), missing);
}

/// Enter goes to who is missing: the director of that body is invited, and comes with a mandate.
#[track_caller]
fn invite(terminal: &mut Terminal) {
    terminal.press_until(ENTER, |screen| screen.contains("Wie uitnodigen?"), "whom to invite");
    terminal.press_until(ENTER, |screen| screen.contains("is uitgenodigd"), "invited");
    terminal.press_until(ENTER, |screen| screen.contains("Komt, met bevestigd mandaat"), "what was answered");
    terminal.press_until("b", |screen| screen.contains("Genoteerd: "), "comes");
}

async fn story(size: Size) {
    let server = TestServer::sqlite().await;
    proposed(&server).await;
    let seat = Seat::of(&server.desk());
    let other = Seat::of(&server.account(loket::domain::role::Role::LetSecretary, "B. Smit", "loket").await);
    tokio::task::block_in_place(|| {
        super::import_register(&seat);
        let (_tmux, mut terminal, _sshd) = enter_sized(&seat, "Terugvordering, twee", size);
        let agenda = || seat.json(&["agenda", "show", "LET-1"]);

        // The meeting, and its two cases: one key each.
        terminal.press("2");
        terminal.press("g");
        terminal.press_until("n", |screen| screen.contains("Nieuwe vergadering"), "the form");
        terminal.type_text("16-11");
        // It begins before everything is ready: held is said from its beginning on.
        terminal.press("\t");
        terminal.press("\u{15}");
        terminal.type_text("09:00-10:30");
        terminal.press_until(SAVE, |screen| screen.contains("LET-1 is gemaakt"), "made");
        let whole = |screen: &str| screen.contains("Kandidaten  2") && screen.contains("Rondvraag en sluiting");
        terminal.until(whole, "its standing items and the candidates");
        terminal.press("G");
        terminal.press("k");
        terminal.press_until(ENTER, |screen| screen.contains("Kandidaten  1"), "the first");
        terminal.press_until(ENTER, |screen| !screen.contains("Kandidaten") && screen.contains("mist 2"), "the second");

        // What is missing of the first is named, and filled in where it is missing.
        terminal.press("g");
        terminal.press("g");
        terminal.press("j");
        terminal.press("j");
        terminal.press_until(ENTER, |screen| screen.contains("[ ] feiten") && screen.contains("UWV: grond"), "what is missing");
        fill(&mut terminal, "─ Feiten", "Op 1 oktober stopte alles.", "[ ] feiten");
        fill(&mut terminal, "─ Punt en vraag", "Wie stelt uit?", "[ ] gevraagd besluit");
        fill(&mut terminal, "─ Opties", "uitstel", "[ ] opties");
        fill(&mut terminal, "─ Grond voor delen", "AVG 6(1)(e)", "UWV: grond");
        invite(&mut terminal);
        fill(&mut terminal, "─ Standpunt en ruimte", "Wacht op het UWV.", "SVB: standpunt");
        invite(&mut terminal);
        invite(&mut terminal);
        terminal.until(|screen| screen.contains("Gereed"), "the first is ready");
        terminal.press_until("J", |screen| screen.contains("BD: bestuurder of vervanger"), "who is missing of the second");
        invite(&mut terminal);
        invite(&mut terminal);
        let ready = |screen: &str| screen.contains("Begin  Zaak") && !screen.contains("mist ");
        terminal.press_until("\u{1b}", ready, "everything is ready");
        let shown = agenda();
        assert_eq!(shown["items"].as_array().unwrap().len(), 6, "{shown:#}");
        assert!(shown["items"].as_array().unwrap().iter().all(|entry| entry["missing"] == json!([])), "{shown:#}");

        // Fixed, and sent once a second person confirmed exactly that.
        terminal.press_until("W", |screen| screen.contains("Agenda vaststellen"), "fix");
        terminal.press_until(ENTER, |screen| screen.contains("Dit wordt versie 1"), "what is fixed");
        terminal.press_until("v", |screen| screen.contains("LET-1 is vastgesteld"), "fixed");
        terminal
            .until(|screen| screen.lines().any(|line| line.contains("LET-1  ma 16-11") && line.contains("vastgesteld")), "told");
        terminal.press_until("W", |screen| screen.contains("─ Versturen"), "send");
        terminal.type_text("LET-1");
        terminal.press_until(ENTER, |screen| screen.contains("CJIB") && screen.contains("UWV"), "who gets what");
        terminal.press_until("v", |screen| screen.contains("Een ander bevestigt het"), "proposed");
        let waits = |screen: &str| screen.contains("wacht op een tweede persoon");
        terminal.press_until("\u{1b}", waits, "the meeting waits");
        let (_their_tmux, mut theirs, _their_sshd) = enter_sized(&other, "Terugvordering, twee", USUAL);
        theirs.press_until("2", |screen| screen.contains("wacht op een tweede persoon"), "what waits");
        theirs.press_until("W", |screen| screen.contains("Bevestigen") && screen.contains("CJIB"), "exactly that");
        theirs.press_until("b", |screen| screen.contains("Bevestigd: de stukken"), "confirmed");

        // Held, decided, promised: the promise is on the board.
        terminal.until(|screen| !waits(screen), "nothing waits any more");
        terminal.press_until("W", |screen| screen.contains("Is LET-1 gehouden?"), "held?");
        terminal.press_until("g", |screen| screen.contains("LET-1 is gehouden"), "held");
        terminal.press_until(ENTER, |screen| screen.contains("Begin  Zaak"), "its agenda");
        for _ in 0..3 {
            terminal.press("j");
        }
        terminal.press_until("d", |screen| screen.contains("─ Besluit van het LET"), "a decision");
        terminal.type_text("BD stelt uit tot 1 maart.");
        terminal.press_until(SAVE, |screen| screen.contains("Besluit vastgelegd"), "decided");
        terminal.press_until("t", |screen| screen.contains("Wie zegt toe?"), "who promises");
        terminal.press_until("1", |screen| screen.contains("─ Toezegging aan het LET"), "a commitment");
        terminal.type_text("Brief met uitstel");
        for _ in 0..3 {
            terminal.press("\t");
        }
        terminal.type_text("4 weken");
        terminal.until(|screen| screen.contains("ma 14-12-2026"), "what the term engine makes of it");
        terminal.press_until(SAVE, |screen| screen.contains("Toezegging vastgelegd"), "promised");
        let promised = |screen: &str| screen.lines().any(|line| line.contains("ma 14-12") && line.contains("Brief"));
        terminal.press_until("4", promised, "on the board");
        let (agenda, board) = (agenda(), seat.json(&["time-out", "due", "--days", "60"]));
        assert_eq!(agenda["meeting"]["state"], "held");
        assert_eq!(agenda["items"][3]["decisions"][0]["facts"]["text"], "BD stelt uit tot 1 maart.");
        let due = board["items"].as_array().unwrap().iter().any(|row| row["kind"] == "commitment" && row["end"] == "2026-12-14");
        assert!(due, "{board:#}");
    });
    tokio::task::block_in_place(|| drop((seat, other)));
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_candidates_to_the_board() {
    story(USUAL).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_candidates_to_the_board_in_a_small_window() {
    story(Size { columns: 80, rows: 24 }).await;
}
