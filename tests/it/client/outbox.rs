//! Drafts and pending writes on disk: encrypted, one's own, and never sent to somebody else.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt, symlink},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use chrono::TimeDelta;
use loket::{
    api::{
        problem::{Code, Problem},
        signal::{NewNote, Origin},
    },
    client::{
        Drafts, DraftsError, Pending, Session, Write,
        outbox::{Means, Owner, Sender, Timing, Told, Unsafe},
    },
    domain::ids::{AccountId, IdempotencyKey},
    locale::{Language, Texts},
};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use uuid::Uuid;

use super::desk::{Desk, now, session, signal};

pub(super) fn state() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state/loket");
    (folder, path)
}

pub(super) fn files(path: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn draft_file(path: &Path) -> PathBuf {
    files(path).into_iter().find(|file| file.to_string_lossy().contains("draft-")).unwrap()
}

pub(super) fn account() -> AccountId {
    AccountId(Uuid::from_u128(7))
}

pub(super) fn pending(number: u128, server: &str) -> Pending {
    let note = NewNote { text: format!("Notitie {number}").as_str().into(), origin: Origin::Typed };
    Pending {
        account: Some(account()),
        token: None,
        write: Write::note(IdempotencyKey(Uuid::from_u128(number)), signal(1, "").id, &note),
        server: server.into(),
        made_at: now() + TimeDelta::seconds(number as i64),
        slot: "note/1".into(),
        draft: None,
        refused: false,
    }
}

#[test]
fn a_draft_comes_back_and_lies_encrypted_in_private_files() {
    let (_folder, path) = state();
    let drafts = Drafts::open(&path).unwrap();
    drafts.save("note/S-421", "Gebeld met de buurvrouw", now()).unwrap();
    drafts.save("note/S-421", "Gebeld met de buurvrouw, terugbellen", now()).unwrap();
    drafts.save("intake/é", "", now() + TimeDelta::seconds(1)).unwrap();
    drop(drafts);
    let drafts = Drafts::open(&path).unwrap();
    assert_eq!(drafts.load("note/S-421").unwrap().unwrap().text, "Gebeld met de buurvrouw, terugbellen");
    assert_eq!(drafts.load("note/S-422").unwrap(), None);
    let slots: Vec<_> = drafts.list().unwrap().0.into_iter().map(|draft| draft.slot).collect();
    assert_eq!(slots, ["intake/é", "note/S-421"]);
    for file in files(&path) {
        let bytes = fs::read(&file).unwrap();
        let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        assert!(!holds("buurvrouw") && !holds("S-421") && !file.to_string_lossy().contains("S-421"), "{file:?}");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
    }
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(files(&path).len(), 4, "a key, the window and two drafts, nothing half written");
    drafts.remove_saved("note/S-421", now() - TimeDelta::seconds(1)).unwrap();
    assert!(drafts.load("note/S-421").unwrap().is_some(), "what was typed since stays");
    drafts.remove_saved("note/S-421", now()).unwrap();
    drafts.remove("note/S-421").unwrap();
    assert_eq!(drafts.list().unwrap().0.len(), 1);
    drafts.destroy().unwrap();
    assert!(files(&path).is_empty());
}

#[test]
fn two_windows_never_lose_each_others_text() {
    let (_folder, path) = state();
    let (first, second) = (Drafts::open(&path).unwrap(), Drafts::open(&path).unwrap());
    first.save("intake", "eerste gesprek", now()).unwrap();
    assert_eq!(second.load("intake").unwrap(), None, "the first still runs");
    second.save("intake", "tweede gesprek", now() + TimeDelta::seconds(1)).unwrap();
    assert_eq!(first.load("intake").unwrap().unwrap().text, "eerste gesprek");
    drop((first, second));
    let (third, fourth) = (Drafts::open(&path).unwrap(), Drafts::open(&path).unwrap());
    assert_eq!(third.load("intake").unwrap().unwrap().text, "tweede gesprek", "the last first");
    assert_eq!(fourth.load("intake").unwrap().unwrap().text, "eerste gesprek", "and the other to who asks next");
    assert_eq!(third.load("intake").unwrap().unwrap().text, "tweede gesprek");
    third.remove("intake").unwrap();
    assert_eq!(third.load("intake").unwrap(), None, "the other is somebody's");
    drop(fourth);
    assert_eq!(third.load("intake").unwrap().unwrap().text, "eerste gesprek");
}

#[test]
fn a_damaged_or_moved_file_is_told_and_stays() {
    let (_folder, path) = state();
    let drafts = Drafts::open(&path).unwrap();
    drafts.save("a", "tekst", now()).unwrap();
    let file = draft_file(&path);
    let whole = fs::read(&file).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&file, damaged).unwrap();
        assert_eq!(drafts.load("a"), Err(DraftsError::Unreadable), "byte {at}");
    }
    fs::write(&file, &whole[..5]).unwrap();
    assert_eq!(drafts.list().unwrap(), (vec![], 1));
    assert!(file.exists());
    fs::write(&file, &whole).unwrap();
    fs::rename(&file, path.join("draft-0000")).unwrap();
    assert_eq!(drafts.list().unwrap(), (vec![], 1), "a file under another name is not taken for its draft");
    fs::write(path.join("drafts.key"), b"short").unwrap();
    assert_eq!(Drafts::open(&path).err(), Some(DraftsError::Unreadable));
}

#[test]
fn clearing_a_slot_takes_damaged_ones_too_but_none_of_a_window_that_runs() {
    let (_temporary, path) = state();
    let gone = Drafts::open(&path).unwrap();
    gone.save("place", "a", now()).unwrap();
    fs::write(draft_file(&path), b"damaged").unwrap();
    drop(gone);
    let (other, own) = (Drafts::open(&path).unwrap(), Drafts::open(&path).unwrap());
    other.save("place", "of the other", now()).unwrap();
    own.save("place", "own", now()).unwrap();
    own.save("intake", "text", now()).unwrap();
    own.clear("place").unwrap();
    assert_eq!(own.load("place").unwrap(), None, "nor is the damaged one in the way");
    assert_eq!(other.load("place").unwrap().map(|draft| draft.text), Some("of the other".into()));
    assert_eq!(own.load("intake").unwrap().map(|draft| draft.text), Some("text".into()));
}

#[test]
fn links_and_strange_owners_are_refused_and_open_doors_closed() {
    let (folder, path) = state();
    let reason = |result: Result<Drafts, DraftsError>| match result {
        Err(DraftsError::Unsafe { reason, .. }) => Some(reason),
        _ => None,
    };
    let link = folder.path().join("link");
    Drafts::open(&path).unwrap().save("a", "tekst", now()).unwrap();
    symlink(&path, &link).unwrap();
    assert_eq!(reason(Drafts::open(&link)), Some(Unsafe::Link));
    fs::write(folder.path().join("file"), "").unwrap();
    assert!(Drafts::open(&folder.path().join("file")).is_err());
    // Somebody else's: as root one that is given away, otherwise one of root.
    let strange = folder.path().join("strange");
    fs::create_dir(&strange).unwrap();
    let strange = match fs::metadata(folder.path()).unwrap().uid() {
        0 => std::os::unix::fs::chown(&strange, Some(12_345), None).map(|()| strange).unwrap(),
        _ => PathBuf::from("/usr"),
    };
    assert_eq!(reason(Drafts::open(&strange)), Some(Unsafe::Owner));
    // Too open is one's own mistake, and put right.
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(draft_file(&path), fs::Permissions::from_mode(0o644)).unwrap();
    let drafts = Drafts::open(&path).unwrap();
    assert!(drafts.load("a").unwrap().is_some());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(draft_file(&path)).unwrap().permissions().mode() & 0o777, 0o600);
    // A link in the place of a draft is not followed, for reading nor for writing.
    let (file, elsewhere) = (draft_file(&path), folder.path().join("elsewhere"));
    fs::rename(&file, &elsewhere).unwrap();
    symlink(&elsewhere, &file).unwrap();
    assert!(matches!(drafts.load("a"), Err(DraftsError::Unsafe { reason: Unsafe::Link, .. })));
    let before = fs::read(&elsewhere).unwrap();
    drafts.save("a", "nieuw", now()).unwrap();
    assert_eq!((fs::read(&elsewhere).unwrap(), drafts.load("a").unwrap().unwrap().text), (before, "nieuw".into()));
}

#[test]
fn what_a_killed_process_left_half_written_is_swept() {
    let (_folder, path) = state();
    drop(Drafts::open(&path).unwrap());
    let own = format!(".new-{}-3-draft-x", std::process::id());
    for name in [".new-999999999-3-draft-x", ".new-x", &own] {
        fs::write(path.join(name), "half").unwrap();
    }
    drop(Drafts::open(&path).unwrap());
    let left: Vec<_> = files(&path).iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(left, [own.as_str(), "drafts.key"], "what a living process writes stays");
}

#[tokio::test]
async fn what_waits_goes_to_its_own_server_under_its_own_account_and_stays_until_it_is_confirmed() {
    let (_folder, path) = state();
    let desk = Desk::start();
    let server = desk.server();
    let others = [
        pending(1, "https://elsewhere.example"),
        Pending { account: Some(AccountId(Uuid::from_u128(8))), ..pending(2, &server) },
    ];
    let drafts = Drafts::open(&path).unwrap();
    let all = [others[0].clone(), others[1].clone(), pending(3, &server), pending(4, &server)];
    all.iter().for_each(|one| drafts.keep(one).unwrap());
    // The program was killed, and is started again by somebody it does not know yet.
    desk.data().trouble.cut_writes = 1;
    let (_sender, mut told) = sender(&path, session(&server), SHORT);
    let saved = saved(&mut told).await;
    let waits = |drafts: &Drafts| drafts.pending().unwrap().0;
    assert_eq!((saved, waits(&drafts)), (vec![pending(3, &server), pending(4, &server)], others.to_vec()));
    assert_eq!(desk.data().writes.len(), 2);
}

#[tokio::test]
async fn a_write_without_a_text_that_is_refused_stays_until_somebody_looks_and_is_not_sent_again() {
    let (_folder, path) = state();
    let (drafts, desk) = (Drafts::open(&path).unwrap(), Desk::start());
    drafts.keep(&pending(1, &desk.server())).unwrap();
    desk.data().trouble.refuses = Some(Problem::new(Code::InvalidInput));
    let (first, mut told) = sender(&path, session(&desk.server()), SHORT);
    while !matches!(told.recv().await.unwrap(), Told::Settled { refused, .. } if refused.len() == 1) {}
    drop(first);
    desk.data().trouble.refuses = None;
    // What is pressed after it goes; it does not.
    drafts.keep(&pending(2, &desk.server())).unwrap();
    let (_second, mut told) = sender(&path, session(&desk.server()), SHORT);
    assert_eq!(saved(&mut told).await, [pending(2, &desk.server())]);
    let left = drafts.pending().unwrap().0;
    assert_eq!(left, [Pending { refused: true, ..pending(1, &desk.server()) }]);
    drafts.forget(left[0].write.key).unwrap();
    assert_eq!(drafts.pending().unwrap(), (vec![], 0));
}

/// Pauses in which nobody gets bored.
const SHORT: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(4));

/// The sender of a client that starts here, and what it tells.
pub(super) fn sender(path: &Path, session: Session, pauses: (Duration, Duration)) -> (Sender, UnboundedReceiver<Told>) {
    let drafts = Drafts::open(path).unwrap();
    drafts.presume("token");
    drafts.learn(account()).unwrap();
    let means = Means {
        session,
        drafts: Some(drafts),
        texts: Arc::new(Texts::new(Language::Dutch)),
        timing: Timing { pauses, ..Timing::default() },
    };
    let (tell, told) = unbounded_channel();
    (Sender::start(means, move |one| drop(tell.send(one))), told)
}

/// What it tells that was saved, as soon as it tells of any.
async fn saved(told: &mut UnboundedReceiver<Told>) -> Vec<Pending> {
    loop {
        match told.recv().await.unwrap() {
            Told::Settled { saved, refused, .. } if refused.is_empty() => return saved,
            Told::Settled { refused, .. } => panic!("{refused:?}"),
            Told::Waiting(_) | Told::Dropped(_) => {}
        }
    }
}

#[test]
fn every_draft_left_is_offered_and_taking_one_loses_none() {
    let (_folder, path) = state();
    let minutes = |minutes| now() + TimeDelta::minutes(minutes);
    // Two windows, each with an intake; then a third runs beside the one that asks.
    for (at, text) in [(0, "eerste"), (1, "tweede")] {
        Drafts::open(&path).unwrap().save("intake", text, minutes(at)).unwrap();
    }
    let other = Drafts::open(&path).unwrap();
    other.save("intake", "van een ander venster", minutes(2)).unwrap();
    let drafts = Drafts::open(&path).unwrap();
    drafts.save("note-1", "notitie", minutes(3)).unwrap();
    let texts = |drafts: &Drafts| drafts.offered().unwrap().0.into_iter().map(|one| one.draft.text).collect::<Vec<_>>();
    assert_eq!(texts(&drafts), ["notitie", "tweede", "eerste"]);
    let id = |text: &str| drafts.offered().unwrap().0.into_iter().find(|one| one.draft.text == text).unwrap().id;
    drafts.save("intake", "nu getypt", minutes(4)).unwrap();
    assert_eq!(drafts.take(&id("eerste")).unwrap().unwrap().text, "eerste");
    assert_eq!(drafts.load("intake").unwrap().unwrap().text, "eerste");
    assert_eq!(texts(&drafts), ["nu getypt", "notitie", "tweede", "eerste"], "what this window had is still offered");
    assert_eq!(drafts.take("../drafts.key").unwrap(), None);
    assert_eq!(drafts.take("0123-4567").unwrap(), None);
    // Another window's own is never taken while that runs.
    let its = other.offered().unwrap().0.into_iter().find(|one| one.draft.text == "van een ander venster").unwrap().id;
    assert_eq!(drafts.take(&its).unwrap(), None);
    drop(other);
    assert_eq!(drafts.take(&its).unwrap().unwrap().text, "van een ander venster");
    assert_eq!(texts(&drafts).len(), 5);
}

/// The texts offered, and how many cannot be read.
fn offered(drafts: &Drafts) -> (Vec<String>, usize) {
    let (offered, unreadable) = drafts.offered().unwrap();
    (offered.into_iter().map(|one| one.draft.text).collect(), unreadable.len())
}

#[test]
fn a_damaged_draft_hides_no_whole_one_and_stays() {
    let (_folder, path) = state();
    let gone = Drafts::open(&path).unwrap();
    gone.save("intake", "oud", now()).unwrap();
    drop(gone);
    let whole = draft_file(&path);
    let gone = Drafts::open(&path).unwrap();
    gone.save("intake", "nieuwer, beschadigd", now() + TimeDelta::minutes(1)).unwrap();
    drop(gone);
    let damaged = files(&path).into_iter().find(|file| file.to_string_lossy().contains("draft-") && *file != whole).unwrap();
    fs::write(&damaged, b"damaged").unwrap();
    let drafts = Drafts::open(&path).unwrap();
    assert_eq!(drafts.load("intake").unwrap().unwrap().text, "oud");
    assert_eq!(offered(&drafts), (vec!["oud".into()], 1));
    let (_, unreadable) = drafts.offered().unwrap();
    assert!(drafts.is_of(&unreadable[0], "intake") && !drafts.is_of(&unreadable[0], "place"));
    // Its own is damaged while it runs: neither typing on nor closing the form throws it away.
    let own = files(&path).into_iter().find(|file| file.to_string_lossy().contains("draft-") && *file != damaged).unwrap();
    fs::write(&own, b"damaged").unwrap();
    assert_eq!(drafts.load("intake"), Err(DraftsError::Unreadable));
    drafts.save("intake", "getypt", now()).unwrap();
    assert_eq!(offered(&drafts), (vec!["getypt".into()], 2));
    fs::write(&own, b"damaged").unwrap();
    drafts.remove("intake").unwrap();
    assert_eq!(offered(&drafts), (vec![], 3));
}

#[test]
fn a_draft_is_seen_by_the_account_alone_it_was_typed_under() {
    let (_folder, path) = state();
    let (visser, other) = (account(), AccountId(Uuid::from_u128(8)));
    let with = |token: &str| {
        let drafts = Drafts::open(&path).unwrap();
        drafts.presume(token);
        drafts
    };
    // Typed before anybody was known: of the account that is learnt next.
    let first = with("token of visser");
    first.save("intake", "van Visser", now()).unwrap();
    first.save("place", "waar Visser was", now()).unwrap();
    first.learn(visser).unwrap();
    let id = first.offered().unwrap().0[0].id.clone();
    drop(first);
    // Without a connection: what the other token is of is not known yet, and then it is another account.
    let second = with("token of another");
    for known in [false, true] {
        if known {
            second.learn(other).unwrap();
        }
        assert_eq!(
            (second.load("intake").unwrap(), second.load("place").unwrap(), second.take(&id).unwrap()),
            (None, None, None)
        );
        assert_eq!(offered(&second), (vec![], 0));
        second.clear("place").unwrap();
    }
    second.save("intake", "van een ander", now() + TimeDelta::minutes(1)).unwrap();
    drop(second);
    // Without a connection again, by the token: nothing was thrown away.
    let third = with("token of visser");
    assert_eq!(third.owner(), Owner::Account(visser));
    assert_eq!(third.load("place").unwrap().unwrap().text, "waar Visser was");
    assert_eq!(third.load("intake").unwrap().unwrap().text, "van Visser");
    assert_eq!(offered(&third).0.len(), 2);
    third.destroy().unwrap();
    let left: Vec<_> = files(&path).into_iter().filter(|file| file.to_string_lossy().contains("account-")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_draft_of_before_accounts_were_kept_is_anybodys_until_it_is_taken() {
    let old: loket::client::Draft =
        serde_json::from_str(r#"{"slot":"intake","text":"oud","saved_at":"2026-11-24T08:41:00Z"}"#).unwrap();
    assert_eq!(old.owner, Owner::Nobody);
    let (_folder, path) = state();
    let drafts = Drafts::open(&path).unwrap();
    drafts.learn(account()).unwrap();
    drafts.set_aside(&old).unwrap();
    assert_eq!(drafts.load("intake").unwrap().unwrap().owner, Owner::Nobody, "which is told");
    assert_eq!(drafts.load("intake").unwrap().unwrap().owner, Owner::Account(account()), "from now on it is theirs");
}
