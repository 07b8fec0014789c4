//! What the sender does with what is no longer its own: called off, sent by another window, pressed before anybody was known, or
//! something the server cannot take.

use std::{path::Path, time::Duration};

use loket::{
    client::{
        Drafts,
        outbox::{Outcome, Timing, Told},
    },
    domain::ids::IdempotencyKey,
};
use uuid::Uuid;

use super::{
    desk::silent,
    sender::{BROKEN, Life, Shared, account, offered, runtime, serve},
};
use crate::support::Lot;

/// Longer than any of these stories.
const NEVER: Duration = Duration::from_secs(3600);
const SOON: Duration = Duration::from_millis(30);

fn key(number: u64) -> IdempotencyKey {
    IdempotencyKey(Uuid::from_u128(number.into()))
}

fn notes(shared: &Shared) -> Vec<String> {
    shared.lock().unwrap().notes.clone()
}

/// Somebody whose account is not known yet, with this token.
fn unknown(path: &Path, server: &str, token: &str) -> Life {
    let drafts = Drafts::open(path).unwrap();
    drafts.presume(token);
    Life::with(drafts, server, Timing { unconfirmed: SOON, pauses: (SOON, SOON) })
}

#[test]
fn what_is_called_off_does_not_go_whether_it_is_under_way_or_waits_or_was_just_pressed() {
    let folder = tempfile::tempdir().unwrap();
    let (path, outside) = (folder.path().join("state"), runtime());
    let server = outside.block_on(silent());
    let mut life = Life::begin(&path, &server, SOON);
    let (first, second) = (life.press(1, "onderweg"), life.press(2, "wacht"));
    assert_eq!(life.runtime.block_on(async { (first.await.unwrap(), second.await.unwrap()) }), (Outcome::Waits, Outcome::Waits));
    for number in [1, 2] {
        life.sender.call_off(key(number));
        life.until(|told| *told == Told::Dropped(true));
    }
    life.until(|told| *told == Told::Waiting(0));
    assert_eq!((life.drafts.pending().unwrap().0, life.drafts.load("note-1").unwrap()), (vec![], None));
    life.kill();
    let mut life = Life::begin(&path, &server, NEVER);
    let third = life.press(3, "net gedrukt");
    life.sender.call_off(key(3));
    assert_eq!(life.runtime.block_on(third).unwrap(), Outcome::Dropped);
    life.until(|told| *told == Told::Dropped(true));
    assert_eq!(life.drafts.pending().unwrap().0, []);
}

#[test]
fn what_another_window_sent_is_told_to_the_one_that_said_it_waits() {
    let folder = tempfile::tempdir().unwrap();
    let (path, outside) = (folder.path().join("state"), runtime());
    let (address, shared) = serve(&outside, Lot(1));
    let server = format!("http://{address}");
    (shared.lock().unwrap().good, shared.lock().unwrap().away) = (true, true);
    // This window sleeps: it tries again when it is told that the server is there.
    let drafts = Drafts::open(&path).unwrap();
    drafts.learn(account()).unwrap();
    let mut life = Life::with(drafts, &server, Timing { unconfirmed: SOON, pauses: (NEVER, NEVER) });
    let first = life.press(1, "van dit venster");
    assert_eq!(life.runtime.block_on(first).unwrap(), Outcome::Waits);
    shared.lock().unwrap().away = false;
    Life::begin(&path, &server, SOON).until_nothing_waits();
    assert_eq!(notes(&shared), ["van dit venster"]);
    life.sender.there(Some(account()));
    let told = life.until(|told| matches!(told, Told::Settled { .. }));
    let Told::Settled { saved, refused, elsewhere } = told else { panic!() };
    let keys: Vec<IdempotencyKey> = elsewhere.into_iter().map(|one| one.write.key).collect();
    assert_eq!((saved, refused, keys), (vec![], vec![], vec![key(1)]));
    assert_eq!(shared.lock().unwrap().arrived, 2, "it was away once, and did it once");
}

#[test]
fn a_text_on_which_the_server_breaks_holds_up_no_other_and_is_given_back() {
    let folder = tempfile::tempdir().unwrap();
    let outside = runtime();
    let (address, shared) = serve(&outside, Lot(1));
    shared.lock().unwrap().good = true;
    let mut life = Life::begin(&folder.path().join("state"), &format!("http://{address}"), SOON);
    let first = life.press(1, BROKEN);
    assert_eq!(life.runtime.block_on(first).unwrap(), Outcome::Waits);
    // As long as nobody says that the server is there, it may be the server.
    while shared.lock().unwrap().arrived < 20 {
        std::thread::yield_now();
    }
    assert_eq!(life.drafts.pending().unwrap().0.len(), 1);
    let second = life.press(2, "twee");
    life.sender.there(Some(account()));
    let told = life.until(|told| matches!(told, Told::Settled { refused, .. } if refused.len() == 1));
    let Told::Settled { refused, .. } = told else { panic!() };
    assert!(refused[0].same, "the server may have done it: {refused:?}");
    let _ = life.runtime.block_on(second);
    life.until_nothing_waits();
    assert_eq!(notes(&shared), ["twee"]);
    let left = offered(&life.drafts);
    assert!(left.len() == 1 && left[BROKEN].is_some(), "{left:?}");
    let again = life.drafts.offered().unwrap().0[0].draft.text.clone();
    assert!(again.contains(&key(1).to_string()), "pressed once more it is the same: {again}");
}

#[test]
fn what_was_pressed_before_anybody_was_known_goes_with_the_token_it_was_pressed_with_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (path, outside) = (folder.path().join("state"), runtime());
    let (address, shared) = serve(&outside, Lot(1));
    let server = format!("http://{address}");
    shared.lock().unwrap().good = true;
    for (number, token) in [(1, "mijne"), (2, "andere")] {
        let life = unknown(&path, &server, token);
        let outcome = life.press(number, &format!("met {token}"));
        assert_eq!(life.runtime.block_on(outcome).unwrap(), Outcome::Waits);
        life.drafts.remove_pressed(&format!("note-{number}"), key(number)).unwrap();
        life.kill();
    }
    assert_eq!(notes(&shared), [""; 0], "nobody knows whose it is");
    let mut life = unknown(&path, &server, "mijne");
    life.drafts.learn(account()).unwrap();
    life.sender.there(Some(account()));
    life.until(|told| matches!(told, Told::Settled { refused, .. } if refused.len() == 1));
    life.until_nothing_waits();
    assert_eq!(notes(&shared), ["met mijne"]);
    let left = offered(&life.drafts);
    assert!(left.len() == 1 && left["met andere"].is_some(), "a draft again, to be looked at: {left:?}");
}
