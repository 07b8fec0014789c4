//! Looking somebody up when the server is away: in what was taken along of the register, or in the replica, with its age; and what was
//! looked up meanwhile, for the server to hear later.

use super::{
    Modal, Pane, State,
    message::{Effect, Link},
};
use crate::{
    client::replica::Officers,
    domain::{Instant, at_hand::LookedUp, ids::OfficerId, text::RawText},
};

/// What was taken along of the register and is good.
#[derive(Debug, Clone)]
pub struct Held {
    /// The entries.
    pub officers: Officers,
    /// How old they are, by the clock of the server.
    pub made_at: Instant,
    /// Is it the whole register?
    pub whole: bool,
}

impl State {
    /// What was taken along, while the server is away and did not refuse who asks.
    fn at_hand(&self) -> Option<&Held> {
        let away = matches!(self.link, Link::Lost { refused: false, .. });
        self.at_hand.as_ref().and_then(|held| held.as_ref().ok()).filter(|_| away)
    }

    /// Is it looked in what was taken along?
    pub(super) fn looks_at_hand(&self) -> bool {
        self.at_hand().is_some() && !(self.may("register.replicate") && self.replica.is_complete())
    }

    /// The entries that are searched here; nothing: the server is asked.
    pub(super) fn register_here(&self) -> Option<&Officers> {
        match self.at_hand() {
            Some(held) if self.looks_at_hand() => Some(&held.officers),
            _ => self.may("register.replicate").then(|| self.replica.officers()),
        }
    }

    /// Of when what is shown of the register is, while the server is away.
    pub fn register_at(&self) -> Option<Instant> {
        let Link::Lost { since, .. } = &self.link else { return None };
        match self.at_hand() {
            Some(held) if self.looks_at_hand() => Some(held.made_at),
            _ => self.register_is_shown().then_some(*since),
        }
    }

    /// The same in words, with which part of the register it is.
    pub(super) fn register_age(&self) -> Option<String> {
        let part = self.looks_at_hand() && self.at_hand().is_some_and(|held| !held.whole);
        Some(self.texts.register_of(self.register_at()?, !part))
    }

    /// Why what was taken along is not used, while the server is away.
    pub fn register_unusable(&self) -> Option<&str> {
        let lost = matches!(self.link, Link::Lost { .. });
        self.at_hand.as_ref().and_then(|held| held.as_ref().err()).map(String::as_str).filter(|_| lost)
    }

    fn register_is_shown(&self) -> bool {
        let over = self.modals.iter().any(|modal| matches!(modal, Modal::Lookup(lookup) if !lookup.hits.is_empty()));
        over || self.pane == Pane::Register && !self.register.hits.is_empty()
    }

    /// The connection is so now. What was taken along is of no use any more once the server is there: what is looked for is looked for
    /// there.
    pub(super) fn link_is(&mut self, link: Link) -> Vec<Effect> {
        let looked = self.looks_at_hand();
        let live = matches!(link, Link::Live);
        self.link = link;
        if !live {
            self.present.forget();
            return if matches!(self.link, Link::Lost { refused: true, .. }) { self.session_ended() } else { vec![] };
        }
        self.at_hand = None;
        if looked { self.search() } else { self.traces_again() }
    }

    /// What was taken along was read, or is not good and why: what is looked for is looked for in it.
    pub(super) fn at_hand_came(&mut self, held: Result<Held, String>) -> Vec<Effect> {
        self.at_hand = Some(held);
        if !self.looks_at_hand() {
            return vec![];
        }
        let leaning = self.leaning();
        let Some(officers) = self.register_here().cloned() else { return vec![] };
        self.register.search(&officers, &leaning);
        if let Some(lookup) = self.searching() {
            lookup.waiting = None;
            lookup.search(&officers, &leaning);
        }
        vec![]
    }

    /// Somebody was looked for, or a card was opened, in what was taken along: the server hears of it later, once.
    pub(super) fn note_look_up(&mut self, officer: Option<OfficerId>) -> Vec<Effect> {
        let Some(query) = self.searching().map(|lookup| lookup.query.text().trim().to_owned()) else { return vec![] };
        if query.is_empty() && officer.is_none() {
            return vec![];
        }
        let query: String = query.chars().take(crate::domain::at_hand::QUERY_MOST).collect();
        let look_up = LookedUp { at: self.server_now(), query: RawText::from(query), officer };
        vec![Effect::NoteLookUp { key: self.next_key(), look_up }]
    }
}
