//! The thread that keeps drafts: a key never waits for the disk.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::{
        Arc,
        mpsc::{RecvTimeoutError, Sender, channel},
    },
    thread,
    time::Duration,
};

use chrono::{DateTime, Utc};

use super::{Event, Events, fault, sheet};
use crate::{
    client::outbox::{Draft, Drafts, DraftsError, Offered, Owner},
    domain::{
        at_hand::LookedUp,
        ids::{AccountId, IdempotencyKey},
    },
    locale::Texts,
    tui::app::{
        form::Purpose,
        message::{DraftOffer, DraftTold, Effect, Msg, Stands, UnreadableDrafts},
        place,
    },
};

/// While an editor that was left behind still runs, it is looked at so often.
const LOOKS_AGAIN: Duration = Duration::from_secs(2);

/// Something for the disk to do.
pub(super) enum Disk {
    /// Keep a text in a slot.
    Save(String, String, DateTime<Utc>),
    /// Throw the draft in a slot away.
    Remove(String),
    /// Throw the draft with this id away.
    Drop(String),
    /// Keep a text in a slot, and once it is there throw the draft with this id away.
    KeepInstead(String, String, DateTime<Utc>, String),
    /// Throw away what was told to lie on disk, though nothing is to be kept there.
    Empty,
    /// Throw every draft in a slot away, whichever window left it.
    Clear(String),
    /// Unless newer text was saved since.
    RemoveSaved(String, DateTime<Utc>),
    /// The text in a slot that was pressed under this key waits to be sent, or is saved: it is no draft any more.
    RemovePressed(String, IdempotencyKey),
    /// Read the draft in a slot.
    Load(String),
    /// Tell which drafts there are.
    List,
    /// The server told the account: what is typed is that account's.
    Learn(AccountId),
    /// Read the draft with this id in this slot, as this window's own.
    Take(String, String),
    /// Keep a draft beside the one in its slot.
    SetAside(String, String, DateTime<Utc>),
    /// The same, and once that is on disk throw the one in its slot away.
    MoveAside(String, String, DateTime<Utc>),
    /// Keep a look-up without connection, for this server to hear later.
    LookUp(String, IdempotencyKey, LookedUp),
    /// Say whether everything that was to be kept is on disk.
    Settled(Sender<bool>),
}

impl Disk {
    /// What an effect about a draft asks for.
    pub(super) fn order(effect: &Effect) -> Option<Self> {
        match effect {
            Effect::SaveDraft { slot, text } => Some(Self::Save(slot.clone(), text.clone(), Utc::now())),
            Effect::RemoveDraft(slot) => Some(Self::Remove(slot.clone())),
            Effect::DropDraft(id) => Some(Self::Drop(id.clone())),
            Effect::KeepInstead { slot, text, id } => Some(Self::KeepInstead(slot.clone(), text.clone(), Utc::now(), id.clone())),
            Effect::ClearDisk => Some(Self::Empty),
            Effect::ClearDrafts(slot) => Some(Self::Clear(slot.clone())),
            Effect::LoadDraft(slot) => Some(Self::Load(slot.clone())),
            Effect::ListDrafts => Some(Self::List),
            Effect::TakeDraft { id, slot } => Some(Self::Take(id.clone(), slot.clone())),
            Effect::SetAside { slot, text, saved_at } => Some(Self::SetAside(slot.clone(), text.clone(), *saved_at)),
            Effect::MoveAside { slot, text, saved_at } => Some(Self::MoveAside(slot.clone(), text.clone(), *saved_at)),
            _ => None,
        }
    }

    /// The slot whose draft somebody waits for.
    fn awaited(&self) -> Option<String> {
        match self {
            Self::Load(slot) | Self::Take(_, slot) => Some(slot.clone()),
            _ => None,
        }
    }

    /// What is to be on disk afterwards.
    fn keeps(&self) -> Option<(String, String)> {
        match self {
            Self::Save(slot, text, _) | Self::MoveAside(slot, text, _) | Self::KeepInstead(slot, text, ..) => {
                Some((slot.clone(), text.clone()))
            }
            _ => None,
        }
    }

    /// Does it; gives what was asked for.
    pub(super) fn perform(self, drafts: &Drafts) -> Result<Vec<Msg>, DraftsError> {
        let nothing = |()| vec![];
        match self {
            Self::Save(slot, text, at) => drafts.save(&slot, &text, at).map(nothing),
            Self::RemoveSaved(slot, until) => drafts.remove_saved(&slot, until).map(nothing),
            Self::RemovePressed(slot, key) => drafts.remove_pressed(&slot, key).map(nothing),
            Self::Remove(slot) => drafts.remove(&slot).map(nothing),
            Self::Drop(id) => drafts.discard(&id).map(|gone| vec![Msg::DraftTold(DraftTold::Dropped(gone))]),
            Self::KeepInstead(slot, text, at, id) => {
                drafts.save(&slot, &text, at)?;
                drafts.discard(&id).map(|_| vec![])
            }
            Self::Clear(slot) => drafts.clear(&slot).map(nothing),
            Self::SetAside(slot, text, saved_at) => aside(drafts, slot, text, saved_at).map(nothing),
            Self::MoveAside(slot, text, saved_at) => {
                aside(drafts, slot.clone(), text, saved_at)?;
                drafts.remove(&slot).map(nothing)
            }
            Self::Learn(account) => drafts.learn(account).map(nothing),
            Self::LookUp(server, key, look_up) => {
                if let Owner::Account(account) = drafts.owner() {
                    drafts.note_look_up(&server, account, key, &look_up);
                }
                Ok(vec![])
            }
            // Answered by the thread, which knows.
            Self::Settled(_) | Self::Empty => Ok(vec![]),
            Self::List => offers(drafts).map(|(offers, unreadable)| vec![Msg::Drafts { offers, unreadable, asked: true }]),
            Self::Take(id, slot) => drafts.take(&id).map(|found| draft(slot, found)),
            Self::Load(slot) => match drafts.load(&slot) {
                // Where somebody was is no text of theirs: one can do without.
                Err(DraftsError::Unreadable) if slot == place::SLOT => {
                    Ok(vec![Msg::Draft { slot, text: Some(String::new()), saved_at: Utc::now() }])
                }
                found => Ok(draft(slot, found?)),
            },
        }
    }
}

fn aside(drafts: &Drafts, slot: String, text: String, saved_at: DateTime<Utc>) -> Result<(), DraftsError> {
    drafts.set_aside(&Draft { aside: true, ..Draft::new(&slot, &text, saved_at, drafts.owner()) })
}

/// The answer to who waits for a draft; and a word when it is not known who typed it.
fn draft(slot: String, found: Option<Draft>) -> Vec<Msg> {
    let nobodys = found.as_ref().is_some_and(|draft| draft.owner == Owner::Nobody) && slot != place::SLOT;
    let saved_at = found.as_ref().map_or_else(Utc::now, |draft| draft.saved_at);
    let came = Msg::Draft { slot, text: found.map(|draft| draft.text), saved_at };
    [came].into_iter().chain(nobodys.then_some(Msg::DraftTold(DraftTold::OfNobody))).collect()
}

/// Starts the thread. Without a folder every draft is refused, in words. First it brings back what a killed loket left in an
/// editor, and tells which drafts wait.
pub(super) fn start(
    folder: &Path,
    texts: Arc<Texts>,
    drafts: Result<Drafts, DraftsError>,
    events: Events,
) -> (Sender<Disk>, Option<thread::JoinHandle<()>>) {
    let (orders, taken) = channel::<Disk>();
    let places = sheet::places(super::variable, folder);
    let thread = thread::Builder::new().name("drafts".into()).spawn(move || {
        let words = |error: DraftsError| format!("{} {}", error.what(&texts), error.advice(&texts));
        let tell = |message| drop(events.send(Event::Message(Box::new(message))));
        let drafts = drafts.map_err(words);
        let mut known = None;
        let mut count = |drafts: &Drafts| {
            let Ok((offers, unreadable)) = offers(drafts) else { return 0 };
            let count = offers.iter().filter(|offer| !matches!(offer.stands, Stands::Waits(_))).count();
            let now = Some((count, unreadable.count));
            if std::mem::replace(&mut known, now) != now {
                tell(Msg::Drafts { offers, unreadable, asked: false });
            }
            count
        };
        let mut told = BTreeSet::new();
        // Brings back what editors left; says whether one of another loket, or of none that lives, still runs.
        let mut sweep = |drafts: &Drafts, at_start| {
            let swept = sheet::sweep(&places, drafts, at_start);
            let stay = swept.stay.into_iter().filter(|file| told.insert(file.clone()));
            stay.for_each(|file| tell(Msg::DraftTold(DraftTold::Stays(file.to_string_lossy().into_owned()))));
            swept.busy
        };
        // What lies on disk of who wants nothing kept there is asked about once.
        let mut asked = vec![];
        let on_disk = |drafts: &Drafts, asked: &mut Vec<String>| {
            let is_text = |slot: &str| Purpose::of_slot(slot).is_some();
            if drafts.keeps_nothing() && asked.is_empty() {
                let (left, texts) = drafts.left_on_disk(is_text).unwrap_or_default();
                if texts > 0 {
                    *asked = left;
                    tell(Msg::DraftTold(DraftTold::OnDisk(texts)));
                }
            }
        };
        let mut busy = false;
        if let Ok(drafts) = &drafts {
            busy = sweep(drafts, true);
            count(drafts);
            on_disk(drafts, &mut asked);
        }
        // Slots whose text is not on disk as it was typed last.
        let mut unkept = BTreeSet::new();
        loop {
            let order = match if busy { taken.recv_timeout(LOOKS_AGAIN) } else { taken.recv().map_err(Into::into) } {
                Ok(order) => Some(order),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            fault::point();
            if let (Ok(drafts), None | Some(Disk::Learn(_) | Disk::List)) = (&drafts, &order) {
                let before = count(drafts);
                if let Some(Disk::Learn(account)) = order
                    && let Err(error) = drafts.learn(account)
                {
                    tracing::warn!(%error, "the account is not kept with the drafts");
                }
                on_disk(drafts, &mut asked);
                busy = sweep(drafts, false);
                // What the account left can be seen from now on, and what an editor left that has ended.
                if count(drafts) > before {
                    tell(Msg::DraftTold(DraftTold::More));
                }
            }
            let Some(order) = order.filter(|order| !matches!(order, Disk::Learn(_))) else { continue };
            if let Disk::Settled(asked) = &order {
                let _ = asked.send(unkept.is_empty());
                continue;
            }
            let keeps = order.keeps();
            if let Disk::Remove(slot) | Disk::Clear(slot) | Disk::RemoveSaved(slot, _) | Disk::RemovePressed(slot, _) = &order {
                unkept.remove(slot);
            }
            let counts = !matches!(order, Disk::Load(_) | Disk::List | Disk::LookUp(..));
            let takes = matches!(order, Disk::Take(..));
            let awaited = order.awaited();
            let outcome = match (&drafts, order) {
                (Err(why), Disk::Save(..) | Disk::SetAside(..) | Disk::MoveAside(..) | Disk::KeepInstead(..) | Disk::List) => {
                    Err(why.clone())
                }
                (Err(_), _) => Ok(awaited.clone().into_iter().flat_map(|slot| draft(slot, None)).collect()),
                (Ok(drafts), Disk::Empty) => drafts.clear_disk(&asked).map(|()| vec![]).map_err(words),
                (Ok(drafts), order) => order.perform(drafts).map_err(words),
            };
            match outcome {
                Ok(messages) => {
                    let gone = takes && messages.iter().any(|message| matches!(message, Msg::Draft { text: None, .. }));
                    messages.into_iter().for_each(tell);
                    if gone {
                        tell(Msg::DraftFailed { words: texts.get("draft-gone"), unsaved: None });
                    }
                    if let Some((slot, _)) = keeps.filter(|(slot, _)| unkept.remove(slot)) {
                        tell(Msg::DraftKept(slot));
                    }
                }
                Err(why) => {
                    // A form that waits for its draft goes on without; where somebody was is not waited for.
                    awaited.filter(|slot| slot != place::SLOT).into_iter().flat_map(|slot| draft(slot, None)).for_each(tell);
                    // Where somebody was is no text of theirs: one can do without.
                    let unsaved = keeps.filter(|(slot, _)| slot != place::SLOT);
                    unkept.extend(unsaved.iter().map(|(slot, _)| slot.clone()));
                    tell(Msg::DraftFailed { words: why, unsaved });
                }
            }
            if let Some(drafts) = drafts.as_ref().ok().filter(|_| counts) {
                count(drafts);
            }
        }
    });
    (orders, thread.ok())
}

/// The drafts there are, and behind them the texts that wait to be sent.
fn offers(drafts: &Drafts) -> Result<(Vec<DraftOffer>, UnreadableDrafts), DraftsError> {
    let (offered, unreadable) = drafts.offered()?;
    let (waits, not_readable) = drafts.waits()?;
    let waits = waits.into_iter().map(|(key, one)| (one, Some(key)));
    let offer = |(one, waits): (Offered, Option<IdempotencyKey>)| DraftOffer {
        id: one.id,
        slot: one.draft.slot,
        text: one.draft.text,
        saved_at: one.draft.saved_at,
        nobodys: one.draft.owner == Owner::Nobody,
        stands: match (waits, one.draft.refused) {
            (Some(key), _) => Stands::Waits(key),
            (None, Some(why)) => Stands::Refused(why),
            (None, None) if one.draft.aside => Stands::Aside,
            (None, None) => Stands::Draft,
        },
    };
    // Where somebody was lies with the drafts and is none.
    let count = unreadable.iter().filter(|id| !drafts.is_of(id, place::SLOT)).count() + not_readable;
    let all = offered.into_iter().map(|one| (one, None)).chain(waits);
    let offers = all.filter(|(one, _)| Purpose::of_slot(&one.draft.slot).is_some()).map(offer).collect();
    Ok((offers, UnreadableDrafts { count, folder: drafts.folder().to_string_lossy().into_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_moved_aside_is_there_before_it_goes_where_it_was() {
        let home = tempfile::tempdir().unwrap();
        let drafts = Drafts::open(&home.path().join("drafts")).unwrap();
        let order = || Disk::MoveAside("note".into(), "mijn tekst".into(), Utc::now());
        drafts.save("note", "mijn tekst", Utc::now()).unwrap();
        order().perform(&drafts).unwrap();
        let kept: Vec<String> = drafts.list().unwrap().0.into_iter().map(|draft| draft.text).collect();
        assert_eq!(kept, ["mijn tekst"], "the one that is set aside, and not the one that was there too");
        // It comes back from the list alone, not with the next form.
        assert!(drafts.load("note").unwrap().is_none());
        std::fs::remove_dir_all(home.path()).unwrap();
        assert!(order().perform(&drafts).is_err());
        assert_eq!(order().keeps(), Some(("note".into(), "mijn tekst".into())), "a text that is told as not kept");
    }
}
