//! A robot types a note while the interface, its sshd or its terminal is killed: the next start offers what was typed.

use std::time::{Duration, Instant};

use rustix::process::{Signal, kill_process};

use crate::support::{
    Lot,
    process::wait_until_gone,
    proof::{is_long, report, seed_of},
    pty::USUAL,
    seat::Seat,
    server::TestServer,
    ssh::Sshd,
    terminal::Terminal,
};

const TITLE: &str = "Kind zonder zorgverzekering";
const NUMBER: &str = "S-2026-00001";

/// What is killed.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Victim {
    Interface,
    Sshd,
    Window,
}

/// Something to type, of which every part is recognised.
fn sentence(round: u64, lot: &mut Lot) -> String {
    let words =
        ["moeder", "belt", "morgen", "terug,", "één", "beschikking", "van", "het", "CAK", "ontbreekt;", "« nee »", "€ 412,50"];
    let mut text = format!("Ronde {round}:");
    while text.chars().count() < 110 {
        text.push(' ');
        text.push_str(words[lot.below(words.len() as u64) as usize]);
    }
    text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn typed_text_survives() {
    let mut lot = Lot(seed_of("kill -9 while typing"));
    let server = TestServer::sqlite().await;
    server.signal(TITLE).await;
    let seat = Seat::of(&server.desk());
    let rounds = if is_long() { 500 } else { 6 };
    let mut worst = Outcome { lost: Duration::ZERO, gone: Duration::ZERO };
    tokio::task::block_in_place(|| {
        let sshd = Sshd::start(seat.home());
        for round in 0..rounds {
            let victim = [Victim::Interface, Victim::Sshd, Victim::Window][round as usize % 3];
            let Outcome { lost, gone } = play(&seat, &sshd, victim, round, &mut lot);
            worst = Outcome { lost: worst.lost.max(lost), gone: worst.gone.max(gone) };
            // How long is a promise for people, and measured where the machine is not shared with other tests.
            let promised = lost <= Duration::from_secs(1) && gone <= Duration::from_secs(2);
            assert!(!is_long() || promised, "{victim:?}, round {round}: {lost:?} of typing lost, gone after {gone:?}");
        }
    });
    let result = format!(
        "{rounds} kills; 0 drafts lost, at most {} ms of typing; the program is gone after {} ms at most",
        worst.lost.as_millis(),
        worst.gone.as_millis()
    );
    println!("{result}");
    report("kill -9 of interface, sshd and terminal while somebody types", &result);
    server.stop().await;
}

/// What a round came to.
struct Outcome {
    /// How much time of typing was lost.
    lost: Duration,
    /// How long the program stayed after the kill.
    gone: Duration,
}

/// Types, kills, starts again, saves what is offered and compares.
fn play(seat: &Seat, sshd: &Sshd, victim: Victim, round: u64, lot: &mut Lot) -> Outcome {
    let mut terminal = match victim {
        Victim::Sshd => Terminal::start(USUAL, sshd.client(seat.home(), &seat.door().display().to_string())),
        Victim::Interface | Victim::Window => seat.open(&[]),
    };
    terminal.until_shown(TITLE);
    assert!(!seat.has_draft(), "round {round} begins with a draft of the round before");
    terminal.press_until("n", |screen| screen.contains("─ Notitie"), "the form");
    let text: Vec<char> = sentence(round, lot).chars().collect();
    let drawn = 15 + lot.below(if is_long() { 95 } else { 50 }) as usize;
    let count = if text[drawn - 1] == ' ' { drawn + 1 } else { drawn };
    let typed: String = text[..count].iter().collect();
    let mut shown_at = vec![];
    for character in &text[..count] {
        terminal.type_text(character.encode_utf8(&mut [0; 4]));
        shown_at.push(Instant::now());
    }
    // What is still on its way through ssh is in nobody's hands.
    terminal.until_typed(&typed);
    let kept = seat.has_draft();
    let killed_at = Instant::now();
    match victim {
        Victim::Interface => {
            kill_process(terminal.id(), Signal::KILL).unwrap();
            terminal.ended();
        }
        Victim::Sshd => {
            let process = seat.process();
            sshd.kill_connections();
            terminal.ended();
            wait_until_gone(process);
        }
        Victim::Window => drop(terminal.close_window()),
    }
    let gone = killed_at.elapsed();
    let offered = if kept || victim != Victim::Interface { offered(seat, round) } else { String::new() };
    assert!(typed.starts_with(&offered), "{victim:?}, round {round}: {offered:?} was never typed, but {typed:?}");
    // Who loses the terminal, not the program, has time to put away the last letter.
    assert!(victim == Victim::Interface || offered == typed, "{victim:?}, round {round}: of {typed:?} only {offered:?}");
    let lost = shown_at.get(offered.chars().count()).map_or(Duration::ZERO, |first_lost| killed_at - *first_lost);
    Outcome { lost, gone }
}

/// Starts again, saves what the form offers, and reads it from the server.
fn offered(seat: &Seat, round: u64) -> String {
    let mut terminal = seat.open(&[]);
    terminal.until_shown(TITLE);
    terminal.press_until("n", |screen| screen.contains(" hersteld "), "the draft");
    // Saved so soon after the start it may be sent by the start as well, and told as a text that was not confirmed yet.
    terminal.press_until("\x13", |screen| !screen.contains("─ Notitie") && screen.contains("opgeslagen"), "saved");
    terminal.signal(Signal::TERM);
    terminal.ended();
    let signal = seat.json(&["signal", "show", NUMBER]);
    let start = format!("Ronde {round}:");
    let notes: Vec<&str> = signal["timeline"].as_array().unwrap().iter().filter_map(|entry| entry["text"].as_str()).collect();
    let of_round: Vec<&&str> = notes
        .iter()
        .filter(|note| start.starts_with(**note) || note.starts_with(&start))
        .filter(|note| !note.is_empty())
        .collect();
    assert_eq!(of_round.len(), 1, "{notes:?}");
    (*of_round[0]).to_owned()
}
