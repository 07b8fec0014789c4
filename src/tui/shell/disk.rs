//! The thread that keeps drafts: a key never waits for the disk.

use std::{
    path::Path,
    sync::{
        Arc,
        mpsc::{Sender, channel},
    },
    thread,
};

use chrono::{DateTime, Utc};

use super::{Event, Events, sheet};
use crate::{
    client::outbox::{Draft, Drafts, DraftsError},
    locale::Texts,
    tui::app::message::{DraftOffer, Msg},
};

/// Something for the disk to do.
pub(super) enum Disk {
    /// Keep a text in a slot.
    Save(String, String, DateTime<Utc>),
    /// Throw the draft in a slot away.
    Remove(String),
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
        let draft = |slot: String, draft: Option<Draft>| {
            let saved_at = draft.as_ref().map_or_else(Utc::now, |draft| draft.saved_at);
            tell(Msg::Draft { slot, text: draft.map(|draft| draft.text), saved_at });
        };
        for order in taken {
            let counts = !matches!(order, Disk::Load(_) | Disk::List);
            let outcome = match (&drafts, order) {
                (Err(why), Disk::Save(..) | Disk::SetAside(..) | Disk::List) => Err(why.clone()),
                // A form that waits for its draft goes on without.
                (Err(_), Disk::Load(slot) | Disk::Take(_, slot)) => {
                    draft(slot, None);
                    Ok(())
                }
                (Err(_), _) => Ok(()),
                (Ok(drafts), Disk::Save(slot, text, at)) => drafts.save(&slot, &text, at).map_err(words),
                (Ok(drafts), Disk::RemoveSaved(slot, until)) => drafts.remove_saved(&slot, until).map_err(words),
                (Ok(drafts), Disk::Remove(slot)) => drafts.remove(&slot).map_err(words),
                (Ok(drafts), Disk::Load(slot)) => match drafts.load(&slot) {
                    Ok(found) => {
                        draft(slot, found);
                        Ok(())
                    }
                    Err(error) => {
                        draft(slot, None);
                        Err(words(error))
                    }
                },
                (Ok(drafts), Disk::Take(id, slot)) => {
                    let found = drafts.take(&id).map_err(words);
                    let gone = found.as_ref().is_ok_and(Option::is_none).then(|| texts.get("draft-gone"));
                    let outcome = gone.map_or(Ok(()), Err).and(found.as_ref().map(drop).map_err(Clone::clone));
                    draft(slot, found.ok().flatten());
                    outcome
                }
                (Ok(drafts), Disk::SetAside(slot, text, saved_at)) => {
                    drafts.set_aside(&Draft { slot, text, saved_at }).map_err(words)
                }
                (Ok(drafts), Disk::List) => offers(drafts).map(|offers| tell(Msg::Drafts { offers, asked: true })).map_err(words),
            };
            if let Err(why) = outcome {
                tell(Msg::DraftFailed(why));
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
    Ok(offered.into_iter().map(offer).collect())
}
