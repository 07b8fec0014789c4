//! Cases that hear of what happens to them elsewhere: held before anything that belongs to them, told in the same transaction.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::{Refused, Service, signal_changes::stamped};
use crate::{
    domain::{
        ids::SignalId,
        meeting::{AgendaItem, timeline::CaseEntry},
        signal::{Signal, decide},
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError, agenda_items,
            changes::Scope,
            signals::{self, SignalRow, Which},
        },
    },
};

/// Cases that are locked until the end of the transaction.
#[derive(Debug, Default)]
pub(super) struct Cases(BTreeMap<SignalId, Signal>);

impl Cases {
    /// Locks these, by id.
    pub(super) async fn hold(link: &mut Link, ids: impl IntoIterator<Item = SignalId>) -> Result<Self, Refused> {
        let ids: BTreeSet<SignalId> = ids.into_iter().collect();
        let mut held = BTreeMap::new();
        for id in ids {
            let signal = signals::lock(link, Which::Id(&id.to_string())).await?.ok_or(Refused::NotFound)?;
            held.insert(id, signal);
        }
        Ok(Self(held))
    }

    /// Locks those on the agenda of a meeting. To be called before the meeting is locked; what came meanwhile is found by
    /// [`Self::covers`].
    pub(super) async fn of_meeting(link: &mut Link, meeting: &str) -> Result<Self, Refused> {
        let items = agenda_items::of_meeting(link, meeting).await?;
        Self::hold(link, items.iter().filter_map(|item| item.signal)).await
    }

    /// One that is locked already.
    pub(super) fn one(signal: Signal) -> Self {
        Self(BTreeMap::from([(signal.id, signal)]))
    }

    /// Those that are held.
    pub(super) fn all(&self) -> impl Iterator<Item = &Signal> {
        self.0.values()
    }

    /// Are the cases of these items held? If not, somebody put one there meanwhile: begin anew.
    pub(super) fn covers<'a>(&self, mut items: impl Iterator<Item = &'a AgendaItem>) -> Result<(), StoreError> {
        match items.all(|item| item.signal.is_none_or(|signal| self.0.contains_key(&signal))) {
            true => Ok(()),
            false => Err(StoreError::Again("an agenda got a case meanwhile".into())),
        }
    }
}

impl Service {
    /// Writes in the history of each case what happened to it.
    pub(super) async fn tell_cases(
        &self,
        link: &mut Link,
        mut cases: Cases,
        entries: impl IntoIterator<Item = CaseEntry>,
        (caller, now): (&Caller, DateTime<Utc>),
        also: &mut Vec<(Scope, String)>,
    ) -> Result<(), StoreError> {
        let mut told: BTreeMap<SignalId, Vec<_>> = BTreeMap::new();
        for CaseEntry { signal, entry } in entries {
            told.entry(signal).or_default().push(stamped(&*self.clock, entry, caller, now)?);
        }
        for (id, entries) in told {
            let signal = cases.0.get_mut(&id).ok_or_else(|| StoreError::Again("a case is not held".into()))?;
            decide::renew(signal, caller.account, now);
            signal.version += 1;
            signals::update(link, &SignalRow::of(signal, &self.names)?).await?;
            signals::add_entries(link, &id.to_string(), signal.version, &entries).await?;
            also.push((Scope::Desk, id.to_string()));
        }
        Ok(())
    }
}
