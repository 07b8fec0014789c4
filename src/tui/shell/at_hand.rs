//! The register at hand: kept while there is a connection, read when there is none.

use chrono::Utc;

use super::{Event, network::Line};
use crate::{
    api::session::Me,
    client::{
        Failure,
        live::{LiveEvent, LiveState},
        outbox::{FRESH_FOR, Owner},
    },
    domain::at_hand::Unusable,
    tui::app::{at_hand::Held, message::Msg},
};

/// Takes along what may be, when what is there is old or `anew`.
pub(super) async fn keep(line: &Line, me: &Me, anew: bool) {
    let Some(drafts) = &line.drafts else { return };
    if let Err(failure) = line.session.keep_at_hand(drafts, me, Utc::now(), anew).await {
        tracing::warn!(%failure, "the register at hand was not fetched");
    }
}

/// Looks now and then whether what was taken along is old.
pub(super) async fn keep_fresh(line: Line) {
    let pause = FRESH_FOR.to_std().unwrap_or(std::time::Duration::from_secs(3600));
    loop {
        tokio::time::sleep(pause).await;
        let me = line.me.lock().ok().and_then(|me| me.clone());
        if let Some(me) = me {
            keep(&line, &me, false).await;
        }
    }
}

/// A card was opened by who may not hold a copy: it goes along from now on.
pub(super) fn card_opened(line: &Line) {
    let me = line.me.lock().ok().and_then(|me| me.clone());
    if let Some(me) = me.filter(|me| me.at_hand.is_some()) {
        let line = line.clone();
        tokio::spawn(async move { keep(&line, &me, true).await });
    }
}

/// Whether the server is away, and what is here without it.
#[derive(Default)]
pub(super) struct Away {
    /// The whole register is in memory.
    complete: bool,
    /// What was taken along was read since the server went away.
    told: bool,
}

impl Away {
    /// When the server goes away, reads once what was taken along, unless everything is in memory.
    pub(super) fn hears(&mut self, line: &Line, event: &LiveEvent) {
        match event {
            LiveEvent::Replica(replica) => self.complete = replica.is_complete() && !replica.officers().is_empty(),
            LiveEvent::State(LiveState::Live) => self.told = false,
            LiveEvent::State(LiveState::Lost { why: Failure::NotSignedIn { .. }, .. }) => refused(line),
            LiveEvent::State(LiveState::Lost { .. }) if !self.told && !self.complete => {
                self.told = true;
                read(line.clone());
            }
            _ => {}
        }
    }
}

/// The server does not know the token any more: what was taken along with it goes.
fn refused(line: &Line) {
    let Some(drafts) = &line.drafts else { return };
    if let Owner::Account(account) = drafts.owner()
        && let Err(error) = drafts.drop_at_hand(account)
    {
        tracing::warn!(%error, "what was taken along of the register is still there");
    }
}

fn read(line: Line) {
    let Some(drafts) = line.drafts.clone() else { return };
    tokio::task::spawn_blocking(move || {
        let held = match drafts.at_hand(Utc::now()) {
            Ok(at_hand) => {
                let (made_at, whole) = (at_hand.head.made_at, at_hand.head.whole);
                Ok(Box::new(Held { officers: at_hand.officers, made_at, whole }))
            }
            Err(Unusable::Missing) => return,
            Err(why) => Err(line.texts.get(why.key())),
        };
        let _ = line.events.send(Event::Message(Box::new(Msg::AtHand(held))));
    });
}
