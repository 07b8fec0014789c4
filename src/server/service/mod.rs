//! The service: loads, lets the domain decide, writes in one transaction. It knows the store and the domain, not the wire.

mod administrators;
mod agenda_hold;
mod agenda_items;
mod agenda_parts;
mod agenda_place;
mod alarms;
mod arrangements;
mod at_hand;
mod audit;
mod cancellations;
mod case_history;
mod cases;
mod changes;
mod confirmations;
mod deadlines;
mod deliveries;
mod deliveries_apply;
mod destructions;
mod emergencies;
mod erasing;
mod exporting;
mod exports;
mod feed_tokens;
mod followed;
mod health;
mod holdings;
mod lessons;
mod look_alikes;
mod lookups;
mod meeting_read;
mod meetings;
mod merging;
mod messages;
mod numbers;
mod officers;
mod pace;
mod papers;
mod posting;
mod presence;
mod publications;
mod received;
mod refused;
mod register;
mod replies;
mod reports;
mod reveals;
mod series;
mod series_ahead;
mod sessions;
mod shares;
mod sign_in;
mod signal_changes;
mod signal_create;
mod signals;
mod time_outs;
mod verdicts;
mod views;
mod write;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use ring::signature::Ed25519KeyPair;
use tokio::{
    sync::{OnceCell, watch},
    task::JoinHandle,
};

pub use crate::index::Case as CaseAtHand;
pub use agenda_items::{ItemCase, NewItem};
pub use agenda_parts::Kept;
pub use arrangements::{AnyRecorded, Recorded};
pub use cases::{Shown, tag_of};
pub use changes::View;
pub use confirmations::Settle;
pub use deadlines::Clockwork;
pub use deliveries::Sent;
pub use deliveries_apply::Confirmed;
pub use lessons::NewLesson;
use look_alikes::Alikes;
pub use meeting_read::{AgendaCase, MeetingCase};
pub use meetings::NewMeeting;
pub use messages::Looked;
pub use numbers::Counter;
pub use officers::{Maintains, NewEntry};
use pace::Pace;
pub use pace::RequestLimits;
pub use papers::PapersCase;
pub use posting::Posted;
pub use presence::NOBODY;
pub use refused::Refused;
pub use register::{FoundOfficer, Register};
pub use series::{NewSeries, SeriesCase};
pub use series_ahead::Titles;
pub use sign_in::SignedIn;
pub use signal_create::Report;
pub use time_outs::{Case, NewTimeOut};
pub(super) use time_outs::{Held, proposal};
pub use write::{Keyed, Written};

pub use super::store::{
    StoreError, alarms as alarm_list, arrangements as arrangement_list, audit_list, deadlines as board, lessons as lesson_list,
    meetings as meeting_list, scope::outside, signal_list as list, time_outs as time_out_list,
};

use super::{
    audit::{Deed, Log},
    clock::Clock,
    identity::{Caller, Identified, Identities, Provider, password::Passwords},
    names::Names,
    store::{Store, changes as rows},
};
use crate::domain::{Date, audit::AuditResult, retention::Schedule, zone};

/// The last sequence of each scope, as far as this instance knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heads {
    /// Of signals.
    pub desk: i64,
    /// Of the register.
    pub register: i64,
}

/// What the routes call.
pub struct Service {
    /// The store.
    pub store: Store,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Does it serve invented data?
    pub demo: bool,
    /// How long closed cases are kept.
    pub retention: Schedule,
    /// What a Message-ID ends in; nothing: this server sends no mail.
    pub mail_domain: Option<String>,
    /// Names and codes.
    pub names: Names,
    /// The register in memory.
    register: Register,
    /// Signals in memory, to find look-alikes.
    alikes: Alikes,
    /// The audit log of reads.
    log: Log,
    identities: Identities,
    passwords: Passwords,
    /// How many requests came of whom.
    pace: Pace,
    /// What the register at hand is signed with, once it was needed.
    signer: OnceCell<Ed25519KeyPair>,
    heads: watch::Sender<Heads>,
    away: watch::Sender<bool>,
    moved: watch::Sender<()>,
    present: watch::Sender<Arc<str>>,
    /// Who looks who is there.
    presence_turn: tokio::sync::Mutex<()>,
}

impl Service {
    /// A service over a store; also gives the task of the audit log, which ends after the service is gone.
    pub async fn start(
        store: Store,
        clock: Arc<dyn Clock>,
        demo: bool,
        provider: Option<watch::Receiver<Arc<Provider>>>,
        local: bool,
        limits: RequestLimits,
    ) -> Result<(Self, JoinHandle<()>), StoreError> {
        let (log, task) = Log::start(store.clone());
        let service = Self {
            store,
            clock,
            demo,
            retention: Schedule::default(),
            mail_domain: None,
            names: Names::embedded(),
            register: Register::default(),
            alikes: Alikes::default(),
            log,
            identities: Identities::new(provider, local),
            passwords: Passwords::default(),
            pace: Pace::new(limits),
            signer: OnceCell::new(),
            heads: watch::Sender::new(Heads::default()),
            away: watch::Sender::new(false),
            moved: watch::Sender::new(()),
            present: watch::Sender::new(presence::NOBODY.into()),
            presence_turn: tokio::sync::Mutex::new(()),
        };
        service.look_for_changes().await?;
        Ok((service, task))
    }

    /// The time.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The date in the Netherlands.
    pub fn today(&self) -> Date {
        zone::date_of(self.now())
    }

    /// Who a token is of, sent from this address.
    pub async fn identify(&self, token: &str, from: &str) -> Result<Identified, StoreError> {
        self.identities.of(&self.store, token, from, self.now()).await
    }

    /// Where to hear of commits.
    pub fn heads(&self) -> watch::Receiver<Heads> {
        self.heads.subscribe()
    }

    /// Where to hear whether the store is away: what is shown meanwhile may be old, and nobody may take it for new.
    pub fn away(&self) -> watch::Receiver<bool> {
        self.away.subscribe()
    }

    /// Tells that the store is away, or back; gives whether that is news.
    pub fn set_away(&self, away: bool) -> bool {
        self.away.send_if_modified(|before| std::mem::replace(before, away) != away)
    }

    /// Where to hear that the store is on another host now: who still waits for the one of before waits for nothing.
    pub fn moved(&self) -> watch::Receiver<()> {
        self.moved.subscribe()
    }

    /// Tells that the store is on another host now.
    pub fn tell_moved(&self) {
        self.moved.send_replace(());
    }

    /// Asks the store for the last sequences and wakes who listens when they are new: commits of other instances.
    pub async fn look_for_changes(&self) -> Result<(), StoreError> {
        let (desk, register) = rows::heads(&mut self.store.read().await?).await?;
        self.wake(Heads { desk, register });
        Ok(())
    }

    fn wake(&self, new: Heads) {
        self.heads.send_if_modified(|heads| {
            let before = *heads;
            heads.desk = heads.desk.max(new.desk);
            heads.register = heads.register.max(new.register);
            *heads != before
        });
    }

    /// Writes down a single read; nothing may be shown before it returns.
    pub async fn saw(&self, caller: &Caller, verb: &'static str, entity: &'static str, object: &str) -> Result<(), StoreError> {
        self.log.single(self.deed(caller, verb, entity, object)).await
    }

    /// Queues a list, search or sync for the log; waits for it only while the log cannot be written.
    pub async fn listed(&self, caller: &Caller, verb: &'static str, entity: &'static str) -> Result<(), StoreError> {
        self.log.list(self.deed(caller, verb, entity, "")).await
    }

    /// Writes down that somebody reads the audit log itself, each time anew; nothing may be shown before it returns.
    pub(super) async fn looks_into_log(&self, caller: &Caller, verb: &'static str, object: &str) -> Result<(), StoreError> {
        self.log.written(self.deed(caller, verb, "audit", object)).await
    }

    /// Writes down what was asked and not given: of what the route is about, and of which object when that was named by its id.
    pub fn denied(&self, caller: &Caller, verb: &'static str, object: &str, result: AuditResult) {
        let entity = verb.split_once('.').map_or(verb, |(entity, _)| entity);
        self.log.note(Deed { result, ..self.deed(caller, verb, entity, object) });
    }

    fn deed(&self, caller: &Caller, verb: &'static str, entity: &'static str, object: &str) -> Deed {
        Deed::of(caller, self.now().timestamp_micros(), verb, entity, object)
    }
}
