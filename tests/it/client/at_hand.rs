//! What was taken along of the register is used when it is good, and only then: signed by the server that was pinned, whole, of who
//! asks, and young.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    client::{Drafts, outbox::Pinned},
    domain::{
        at_hand::{Head, Offer, SignedHead, Unusable, signed_text},
        ids::AccountId,
    },
    index::Leaning,
};
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{Ed25519KeyPair, KeyPair},
};
use uuid::Uuid;

use crate::interface::officer;

/// A server that signs.
struct Signer(Ed25519KeyPair);

impl Signer {
    fn new() -> Self {
        let made = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Self(Ed25519KeyPair::from_pkcs8(made.as_ref()).unwrap())
    }

    fn offer(&self) -> Offer {
        Offer { key: URL_SAFE_NO_PAD.encode(self.0.public_key().as_ref()), days: 7 }
    }

    /// Two entries for an account.
    fn lines(&self, account: AccountId) -> Vec<u8> {
        let entries =
            [officer(1, "S. de Boer", "GM0344", "+31 85 555 0101"), officer(2, "D. El Bouazzaoui", "CAK", "+31 85 555 0202")];
        let lines: String = entries.iter().map(|entry| format!("{}\n", serde_json::to_string(entry).unwrap())).collect();
        let head = Head {
            account,
            organisation: "GM0344".into(),
            whole: false,
            made_at: now(),
            good_until: now() + TimeDelta::days(7),
            entries: 2,
            digest: digest(&SHA256, lines.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        let head = serde_json::to_string(&head).unwrap();
        let signature = URL_SAFE_NO_PAD.encode(self.0.sign(signed_text(&head).as_bytes()).as_ref());
        format!("{}\n{lines}", serde_json::to_string(&SignedHead { head, signature }).unwrap()).into_bytes()
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-24T13:05:00Z".parse().unwrap()
}

fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

/// A folder in which an account took the register along from a server.
fn taken(folder: &Path, signer: &Signer, who: AccountId) -> Drafts {
    let drafts = Drafts::open(folder).unwrap();
    drafts.presume("lkt_a");
    drafts.learn(who).unwrap();
    assert_eq!(drafts.pin(&signer.offer()).unwrap(), Pinned::Same);
    drafts.take_along(who, &signer.lines(who), now()).unwrap();
    drafts
}

fn why(drafts: &Drafts, at: DateTime<Utc>) -> Unusable {
    drafts.at_hand(at).expect_err("not used")
}

fn swapped(lines: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(lines.to_vec()).unwrap();
    assert!(text.contains(from));
    text.replace(from, to).into_bytes()
}

#[test]
fn what_is_good_is_found_in_and_lies_encrypted_in_private_files() {
    let room = tempfile::tempdir().unwrap();
    let signer = Signer::new();
    drop(taken(room.path(), &signer, account(1)));
    let drafts = Drafts::open(room.path()).unwrap();
    drafts.presume("lkt_a");
    assert!(drafts.has_at_hand());
    let found = drafts.at_hand(now() + TimeDelta::days(6)).unwrap();
    assert_eq!(found.head.made_at, now());
    let hits = found.officers.search("bouazzaoui", 5, &Leaning::on(now().date_naive()));
    let first = found.officers.get(hits[0].row).unwrap().officer();
    assert_eq!(first.facts.phone.raw(), "+31 85 555 0202");
    for entry in fs::read_dir(room.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(8).any(|part| part == b"de Boer\""), "{path:?}");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{path:?}");
    }
}

#[test]
fn what_was_changed_is_not_used() {
    let room = tempfile::tempdir().unwrap();
    let signer = Signer::new();
    let drafts = taken(room.path(), &signer, account(1));
    let lines = signer.lines(account(1));
    for (from, to) in [
        // Another number, an entry less, a longer life, another person.
        ("+31 85 555 0202", "+31 85 555 6666"),
        ("2026-12-01", "2027-12-01"),
        (&account(1).to_string(), &account(2).to_string()),
        ("\"signature\":\"", "\"signature\":\"A"),
    ] {
        assert_eq!(drafts.take_along(account(1), &swapped(&lines, from, to), now()), Err(Unusable::Forged), "{from}");
    }
    let cut = lines.len() - 10;
    assert_eq!(drafts.take_along(account(1), &lines[..cut], now()), Err(Unusable::Forged));
    assert_eq!(drafts.take_along(account(1), b"{}", now()), Err(Unusable::Unreadable));
    assert!(drafts.at_hand(now()).is_ok(), "what was there stays");
    // And on disk: no byte can be another one.
    let file = fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().path());
    let file = file.into_iter().find(|path| path.to_string_lossy().contains("/register-")).unwrap();
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&file, bytes).unwrap();
    assert_eq!(why(&drafts, now()), Unusable::Unreadable);
}

#[test]
fn what_another_server_signed_is_not_used() {
    let room = tempfile::tempdir().unwrap();
    let (signer, other) = (Signer::new(), Signer::new());
    let drafts = taken(room.path(), &signer, account(1));
    assert_eq!(drafts.take_along(account(1), &other.lines(account(1)), now()), Err(Unusable::Forged));
    assert_eq!(drafts.pin(&other.offer()).unwrap(), Pinned::Other, "the key that was pinned stays");
    assert_eq!(drafts.pin(&signer.offer()).unwrap(), Pinned::Same);
    // Without a pinned key nothing can be good.
    let bare = tempfile::tempdir().unwrap();
    let drafts = Drafts::open(bare.path()).unwrap();
    assert_eq!(drafts.take_along(account(1), &signer.lines(account(1)), now()), Err(Unusable::Forged));
}

#[test]
fn what_is_of_another_person_is_not_used() {
    let room = tempfile::tempdir().unwrap();
    let signer = Signer::new();
    let drafts = taken(room.path(), &signer, account(1));
    assert_eq!(drafts.take_along(account(2), &signer.lines(account(1)), now()), Err(Unusable::Stranger));
    drafts.presume("lkt_b");
    assert_eq!(why(&drafts, now()), Unusable::Missing, "a token never seen here is nobody's yet");
    drafts.learn(account(2)).unwrap();
    assert_eq!((why(&drafts, now()), drafts.has_at_hand()), (Unusable::Missing, false));
    // The file of the one under the name of the other.
    let names = |start: &str| -> Vec<_> {
        let all = fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().path());
        all.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(start)).collect()
    };
    let of_first = names("register-").remove(0);
    drafts.take_along(account(2), &signer.lines(account(2)), now()).unwrap();
    let of_second = names("register-").into_iter().find(|path| *path != of_first).unwrap();
    fs::copy(&of_first, &of_second).unwrap();
    assert_eq!(why(&drafts, now()), Unusable::Unreadable);
}

#[test]
fn what_is_too_old_is_not_used() {
    let room = tempfile::tempdir().unwrap();
    let signer = Signer::new();
    let drafts = taken(room.path(), &signer, account(1));
    assert!(drafts.at_hand(now() + TimeDelta::days(7)).is_ok());
    assert_eq!(why(&drafts, now() + TimeDelta::days(7) + TimeDelta::seconds(1)), Unusable::Old);
    assert_eq!(why(&drafts, now() - TimeDelta::days(2)), Unusable::Old, "a clock put back makes nothing young");
}

#[test]
fn at_signing_out_it_goes_with_the_key() {
    let room = tempfile::tempdir().unwrap();
    let drafts = taken(room.path(), &Signer::new(), account(1));
    drafts.asked(account(1), now(), true).unwrap();
    drafts.destroy().unwrap();
    let left: Vec<_> = fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_server_is_asked_again_when_it_was_long_ago_or_nobody_fetched() {
    let room = tempfile::tempdir().unwrap();
    let drafts = taken(room.path(), &Signer::new(), account(1));
    assert!(drafts.is_to_ask(account(1), now(), false), "never asked");
    drafts.asked(account(1), now(), false).unwrap();
    assert!(!drafts.is_to_ask(account(1), now() + TimeDelta::minutes(59), false));
    assert!(drafts.is_to_ask(account(1), now(), true), "it was asked, and left to others to fetch");
    drafts.asked(account(1), now(), true).unwrap();
    assert!(!drafts.is_to_ask(account(1), now(), true) && drafts.is_to_ask(account(2), now(), true));
    assert!(drafts.is_to_ask(account(1), now() + TimeDelta::hours(1), false));
    assert!(drafts.is_to_ask(account(1), now() - TimeDelta::seconds(1), false), "a clock put back");
    drafts.drop_at_hand(account(1)).unwrap();
    assert!(drafts.is_to_ask(account(1), now(), true) && !drafts.has_at_hand());
}
