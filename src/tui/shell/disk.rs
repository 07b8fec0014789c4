//! The thread that keeps drafts: a key never waits for the disk.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::{
        Arc,
        mpsc::{Sender, channel},
    },
    thread,
};

use chrono::{DateTime, Utc};

use super::{Event, Events, fault, sheet};
use crate::{
    client::outbox::{Draft, Drafts, DraftsError},
    locale::Texts,
    tui::app::{
        form::Purpose,
        message::{DraftOffer, Effect, Msg},
        place,
    },
};

/// Something for the disk to do.
pub(super) enum Disk {
    /// Keep a text in a slot.
    Save(String, String, DateTime<Utc>),
    /// Throw the draft in a slot away.
    Remove(String),
    /// Throw every draft in a slot away, whichever window left it.
    Clear(String),
    /// Unless newer text was saved since.
    RemoveSaved(String, DateTime<Utc>),
    /// Read the draft in a slot.
    Load(String),
    /// Tell which drafts there are.
    List,
    /// Read the draft with this id in this slot, as this window's own.
    Take(String, String),
    /// Keep a draft beside the one in its slot.
    SetAside(String, String, DateTime<Utc>),
    /// Say whether everything that was to be kept is on disk.
    Settled(Sender<bool>),
}

impl Disk {
    /// What an effect about a draft asks for.
    pub(super) fn order(effect: &Effect) -> Option<Self> {
        match effect {
            Effect::SaveDraft { slot, text } => Some(Self::Save(slot.clone(), text.clone(), Utc::now())),
            Effect::RemoveDraft(slot) => Some(Self::Remove(slot.clone())),
            Effect::ClearDrafts(slot) => Some(Self::Clear(slot.clone())),
            Effect::LoadDraft(slot) => Some(Self::Load(slot.clone())),
            Effect::ListDrafts => Some(Self::List),
            Effect::TakeDraft { id, slot } => Some(Self::Take(id.clone(), slot.clone())),
            Effect::SetAside { slot, text, saved_at } => Some(Self::SetAside(slot.clone(), text.clone(), *saved_at)),
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
            Self::Save(slot, text, _) => Some((slot.clone(), text.clone())),
            _ => None,
        }
    }

    /// Does it; gives what was asked for.
    pub(super) fn perform(self, drafts: &Drafts) -> Result<Option<Msg>, DraftsError> {
        match self {
            Self::Save(slot, text, at) => drafts.save(&slot, &text, at).map(|()| None),
            Self::RemoveSaved(slot, until) => drafts.remove_saved(&slot, until).map(|()| None),
            Self::Remove(slot) => drafts.remove(&slot).map(|()| None),
            Self::Clear(slot) => drafts.clear(&slot).map(|()| None),
            Self::SetAside(slot, text, saved_at) => drafts.set_aside(&Draft { slot, text, saved_at }).map(|()| None),
            // Answered by the thread, which knows.
            Self::Settled(_) => Ok(None),
            Self::List => Ok(Some(Msg::Drafts { offers: offers(drafts)?, asked: true })),
            Self::Take(id, slot) => drafts.take(&id).map(|found| Some(draft(slot, found))),
            Self::Load(slot) => match drafts.load(&slot) {
                // Where somebody was is no text of theirs: one can do without.
                Err(DraftsError::Unreadable) if slot == place::SLOT => {
                    Ok(Some(Msg::Draft { slot, text: Some(String::new()), saved_at: Utc::now() }))
                }
                found => Ok(Some(draft(slot, found?))),
            },
        }
    }
}

fn draft(slot: String, found: Option<Draft>) -> Msg {
    let saved_at = found.as_ref().map_or_else(Utc::now, |draft| draft.saved_at);
    Msg::Draft { slot, text: found.map(|draft| draft.text), saved_at }
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
        let tell = |message| drop(events.send(Event::Message(message)));
        let drafts = drafts.map_err(words);
        let mut known = None;
        let mut count = |drafts: &Drafts| {
            if let Ok(offers) = offers(drafts)
                && known.replace(offers.len()) != Some(offers.len())
            {
                tell(Msg::Drafts { offers, asked: false });
            }
        };
        if let Ok(drafts) = &drafts {
            sheet::sweep(&places, drafts);
            count(drafts);
        }
        // Slots whose text is not on disk as it was typed last.
        let mut unkept = BTreeSet::new();
        for order in taken {
            fault::point();
            if let Disk::Settled(asked) = &order {
                let _ = asked.send(unkept.is_empty());
                continue;
            }
            let keeps = order.keeps();
            if let Disk::Remove(slot) | Disk::Clear(slot) | Disk::RemoveSaved(slot, _) = &order {
                unkept.remove(slot);
            }
            let counts = !matches!(order, Disk::Load(_) | Disk::List);
            let takes = matches!(order, Disk::Take(..));
            let awaited = order.awaited();
            let outcome = match (&drafts, order) {
                (Err(why), Disk::Save(..) | Disk::SetAside(..) | Disk::List) => Err(why.clone()),
                (Err(_), _) => Ok(awaited.clone().map(|slot| draft(slot, None))),
                (Ok(drafts), order) => order.perform(drafts).map_err(words),
            };
            match outcome {
                Ok(message) => {
                    let gone = takes && matches!(message, Some(Msg::Draft { text: None, .. }));
                    message.into_iter().for_each(tell);
                    if gone {
                        tell(Msg::DraftFailed { words: texts.get("draft-gone"), unsaved: None });
                    }
                    if let Some((slot, _)) = keeps.filter(|(slot, _)| unkept.remove(slot)) {
                        tell(Msg::DraftKept(slot));
                    }
                }
                Err(why) => {
                    // A form that waits for its draft goes on without; where somebody was is not waited for.
                    awaited.filter(|slot| slot != place::SLOT).into_iter().for_each(|slot| tell(draft(slot, None)));
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

fn offers(drafts: &Drafts) -> Result<Vec<DraftOffer>, DraftsError> {
    let (offered, unreadable) = drafts.offered()?;
    if unreadable > 0 {
        tracing::warn!(unreadable, "drafts cannot be read");
    }
    let offer = |one: crate::client::outbox::Offered| DraftOffer {
        id: one.id,
        slot: one.draft.slot,
        text: one.draft.text,
        saved_at: one.draft.saved_at,
    };
    // Where somebody was lies with the drafts and is none.
    Ok(offered.into_iter().filter(|one| Purpose::of_slot(&one.draft.slot).is_some()).map(offer).collect())
}
