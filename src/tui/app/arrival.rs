//! What comes in by itself: the clock, who we are, rows, how a frame lies.

use super::{State, Tone, message::Effect};
use crate::{
    api::session::Me,
    client::replica::Replica,
    domain::{Instant, zone},
};

/// The version of what was read of a store that is no more: every version is newer.
const BEFORE_ANY: i64 = 0;

impl State {
    /// Time passed.
    pub(super) fn clock(&mut self, now: Instant) -> Vec<Effect> {
        let turned = self.turns(now);
        self.now = now;
        let today = zone::date_of(now + self.skew);
        let mut effects = vec![];
        if today != self.today {
            self.today = today;
            self.reselect();
            self.count_due();
            match self.pane {
                super::Pane::Board => self.choose_board(),
                super::Pane::Agenda => self.choose_agenda_anew(),
                super::Pane::Signals | super::Pane::Register | super::Pane::Traces => {}
            }
            effects = self.attend();
        } else if turned && self.signals.counts.lease_ends.is_some_and(|ends| ends <= self.server_now()) {
            // A claim ran out: a signal is free now.
            self.look_again();
            effects = self.attend();
        }
        if turned {
            effects.extend(self.keep_place());
        }
        effects.extend(self.lock_when_idle().then_some(Effect::Redraw));
        effects
    }

    /// The server told who we are; it does so after every connection.
    pub(super) fn introduced(&mut self, me: Me) -> Vec<Effect> {
        self.skew = me.now - self.now;
        let known = self.me.as_ref().is_some_and(|known| known.account == me.account) && self.today == me.today;
        self.today = me.today;
        self.me = Some(me);
        if known {
            self.look_again()
        } else {
            self.reselect()
        }
        self.register_changed();
        self.count_due();
        if self.pane == super::Pane::Board {
            self.choose_board();
        }
        let mut effects = self.begin_with_traces();
        effects.extend(self.attend());
        effects
    }

    /// A frame found how the open signal lies, and the card of an entry.
    pub(super) fn measured(&mut self, most: usize, timeline: usize, card: usize) -> Vec<Effect> {
        (self.scroll_most, self.timeline) = (most, timeline);
        if let Some(lookup) = self.searching() {
            lookup.card_most = card;
        }
        if let Some(scroll) = self.opened() {
            *scroll = (*scroll).min(most);
        }
        vec![]
    }

    /// The rows as they are now.
    pub(super) fn take_in(&mut self, replica: Replica) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.replica, replica);
        self.loaded = true;
        if before.is_complete() && before.resets() != self.replica.resets() {
            self.start_over();
        }
        self.arrived(&before);
        self.count_facets();
        self.count_due();
        self.count_candidates();
        match self.pane {
            super::Pane::Board => self.choose_board(),
            super::Pane::Agenda => self.choose_agenda(),
            super::Pane::Signals | super::Pane::Register => self.settle_waiting(),
            super::Pane::Traces => {}
        }
        self.resume_with_rows();
        self.register_changed();
        self.refill_view();
        let mut effects = self.rest();
        effects.extend(self.attend());
        effects.extend(self.go_on());
        effects
    }

    /// The server no longer knows what we knew: a backup was put back, or it is another store. Versions say nothing about what was read
    /// of the old one, so all of that goes, with what could be taken back; a form is laid beside what is there now before it is saved.
    fn start_over(&mut self) {
        self.read.clear();
        self.unread = None;
        self.forget_clocks();
        self.agenda_starts_over();
        self.past = super::Past::default();
        self.allowed.clear();
        self.failed.clear();
        for modal in &mut self.modals {
            if let super::Modal::Form(form) = modal {
                form.seen = form.seen.map(|_| BEFORE_ANY);
            }
        }
        self.say_with(Tone::Warn, "server-began-anew", &[]);
    }

    /// Chooses the rows of pane 1 anew.
    pub(super) fn reselect(&mut self) {
        let seen = self.seen();
        self.signals.select(&self.replica, seen);
        self.advise();
        self.count_facets();
    }

    /// The filter was changed: from the first row on.
    pub(super) fn filter_changed(&mut self) -> Vec<Effect> {
        self.signals.filtered_from = self.signals.filtered_from.or(self.signals.current);
        self.signals.list.row = 0;
        self.signals.current = None;
        self.reselect();
        self.rest()
    }

    /// The register changed or we learned who we are: search anew with what was typed.
    fn register_changed(&mut self) {
        if let Some(officers) = self.register_here().cloned() {
            let leaning = self.leaning();
            self.register.search_again(&officers, &leaning);
        }
    }
}
