//! What is in the list of drafts beside what is typed: what was refused, what was set aside; and what lies on disk of who keeps none.

use loket::{
    client::{Draft, Drafts, Pending, outbox::Offered},
    domain::ids::{AccountId, IdempotencyKey},
};
use uuid::Uuid;

use super::{
    desk::now,
    outbox::{account, files, pending, state},
};

#[test]
fn what_is_refused_on_its_second_way_is_a_draft_again_with_the_reason() {
    let (_folder, path) = state();
    let server = "https://loket.example";
    let drafts = Drafts::open(&path).unwrap();
    drafts.learn(account()).unwrap();
    let key = |number: u128| IdempotencyKey(Uuid::from_u128(number)).to_string();
    let pressed = |number: u128| {
        let draft = format!(r#"{{"key":"{}","note":"Gebeld {number}"}}"#, key(number));
        Pending { slot: format!("note/{number}"), draft: Some(draft), ..pending(number, server) }
    };
    // Two notes were pressed, in a window that is gone; of one the draft is still there, and a newer text of the other.
    let before = Drafts::open(&path).unwrap();
    before.learn(account()).unwrap();
    for one in [pressed(1), pressed(2)] {
        before.keep(&one).unwrap();
    }
    before.save("note/1", pressed(1).draft.as_deref().unwrap(), now()).unwrap();
    before.save("note/2", r#"{"note":"Iets anders"}"#, now()).unwrap();
    drop(before);
    let listed = |drafts: &Drafts| {
        let of = |one: Offered| (one.draft.slot, one.draft.text, one.draft.refused);
        drafts.offered().unwrap().0.into_iter().map(of).collect::<std::collections::BTreeSet<_>>()
    };
    let other = ("note/2".to_owned(), r#"{"note":"Iets anders"}"#.to_owned(), None);
    assert_eq!(listed(&drafts), [other.clone()].into(), "what waits is no draft");
    let id = drafts.refuse(&pressed(1), "Dat mag niet.", false).unwrap().unwrap();
    let again = drafts.refuse(&pressed(2), "Dat mag niet.", false).unwrap().unwrap();
    let why = |text: &str| Some(text.to_owned());
    let one = ("note/1".to_owned(), r#"{"note":"Gebeld 1"}"#.to_owned(), why("Dat mag niet."));
    let two = ("note/2".to_owned(), r#"{"note":"Gebeld 2"}"#.to_owned(), why("Dat mag niet."));
    assert_eq!(listed(&drafts), [one.clone(), two, other.clone()].into(), "each once, without the key it was refused under");
    assert_eq!(drafts.pending().unwrap().0, [], "and neither is sent again");
    assert_eq!(drafts.refuse(&pressed(1), "Nog eens.", false).unwrap(), None, "another window was first");
    assert_eq!(drafts.load("note/1").unwrap(), None, "no form takes it up by itself");
    assert!(drafts.discard(&again).unwrap());
    assert_eq!(listed(&drafts), [one, other].into());
    // Taken from the list it is an ordinary draft of this window; the reason is one of the text that was sent.
    assert_eq!(drafts.take(&id).unwrap().unwrap().slot, "note/1");
    drafts.save("note/1", "Gebeld en beter", now()).unwrap();
    assert_eq!(drafts.load("note/1").unwrap().unwrap().refused, None);
    // What has no text to go back to stays, and is not sent again.
    drafts.keep(&pending(3, server)).unwrap();
    assert_eq!(drafts.refuse(&pending(3, server), "Dat mag niet.", false).unwrap(), None);
    assert!(drafts.pending().unwrap().0[0].refused && drafts.waiting(server, account()).unwrap().is_empty());
}

#[test]
fn what_was_set_aside_comes_back_from_the_list_alone() {
    let (_folder, path) = state();
    let drafts = Drafts::open(&path).unwrap();
    let aside = Draft { aside: true, ..Draft::new("note/1", "mijn versie", now(), drafts.owner()) };
    drafts.set_aside(&aside).unwrap();
    assert_eq!(drafts.load("note/1").unwrap(), None);
    let [offered] = &drafts.offered().unwrap().0[..] else { panic!() };
    assert!(offered.draft.aside);
    // Another account sees it neither, and throws it not away.
    let stranger = Drafts::open(&path).unwrap();
    drafts.learn(account()).unwrap();
    stranger.learn(AccountId(Uuid::from_u128(8))).unwrap();
    assert!(stranger.offered().unwrap().0.is_empty() && !stranger.discard(&offered.id).unwrap());
    assert_eq!(drafts.take(&offered.id).unwrap().map(|draft| draft.text), Some("mijn versie".into()));
    assert_eq!(drafts.load("note/1").unwrap().map(|draft| draft.text), Some("mijn versie".into()));
    let [offered] = &drafts.offered().unwrap().0[..] else { panic!() };
    assert!(!offered.draft.aside && drafts.discard(&offered.id).unwrap());
    assert!(drafts.offered().unwrap().0.is_empty());
}

#[test]
fn who_wants_nothing_kept_has_nothing_on_disk_and_is_told_what_lies_there() {
    let (_folder, path) = state();
    let before = Drafts::open(&path).unwrap();
    before.learn(account()).unwrap();
    before.save("note/1", "van eerder", now()).unwrap();
    before.save("place", "waar ik was", now()).unwrap();
    before.keep(&pending(1, "https://loket.example")).unwrap();
    drop(before);
    let stranger = Drafts::open(&path).unwrap();
    stranger.learn(AccountId(Uuid::from_u128(8))).unwrap();
    stranger.save("note/1", "van een ander", now()).unwrap();
    drop(stranger);
    let lay = files(&path);
    let drafts = Drafts::open_in_memory(&path).unwrap();
    drafts.learn(account()).unwrap();
    let is_text = |slot: &str| slot.starts_with("note");
    assert!(drafts.keeps_nothing());
    let (left, texts) = drafts.left_on_disk(is_text).unwrap();
    assert_eq!(texts, 2, "a draft and what waits; where one was is no text");
    // What waits may be sent by another window that runs.
    let other = Drafts::open(&path).unwrap();
    assert_eq!(drafts.left_on_disk(is_text).unwrap().1, 1);
    drop(other);
    assert_eq!(drafts.load("note/1").unwrap(), None);
    drafts.save("note/1", "in het geheugen", now()).unwrap();
    drafts.keep(&pending(2, "https://loket.example")).unwrap();
    drafts.set_aside(&Draft::new("note/2", "opzij", now(), drafts.owner())).unwrap();
    assert_eq!(drafts.load("note/1").unwrap().unwrap().text, "in het geheugen");
    assert_eq!((drafts.pending().unwrap().0.len(), drafts.offered().unwrap().0.len()), (1, 2));
    let new: Vec<_> = files(&path).into_iter().filter(|file| !lay.contains(file)).collect();
    assert!(new.iter().all(|file| file.file_name().unwrap().to_string_lossy().starts_with("window-")), "{new:?}");
    drafts.clear_disk(&left).unwrap();
    assert_eq!(drafts.left_on_disk(is_text).unwrap().1, 0);
    assert_eq!(drafts.load("note/1").unwrap().unwrap().text, "in het geheugen");
    drop(drafts);
    let later = Drafts::open(&path).unwrap();
    let texts: Vec<String> = later.list().unwrap().0.into_iter().map(|draft| draft.text).collect();
    assert_eq!(texts, ["van een ander"], "of another account nothing goes");
    assert_eq!(later.pending().unwrap(), (vec![], 0));
}
