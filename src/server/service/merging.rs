//! Merging two signals, and taking that back: both are written in one transaction, and both histories tell it.
//!
//! Lock order: idempotency key, signals by id, audit head, change counter.

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    signal_changes::{lost, stamped},
    signals::{timeline, whole},
    time_outs::board,
    write,
};
use crate::{
    domain::{
        check,
        ids::SignalNumber,
        merging::{self, Around, Before, Both},
        signal::{Outcome, Signal, Status, decide::Change},
        zone,
    },
    server::{
        audit::{Deed, append},
        identity::{Caller, hex},
        random,
        store::{
            Link, StoreError, agenda_items,
            changes::Scope,
            deadlines,
            history::{self, Revision},
            signals::{self, SignalRow, Which},
            time_outs,
        },
    },
};

/// A write on two signals.
struct Errand<'a> {
    caller: &'a Caller,
    keyed: &'a Keyed,
    verb: &'static str,
    now: DateTime<Utc>,
}

/// Two signals that are locked.
struct Held {
    from: Signal,
    into: Signal,
}

impl Service {
    /// Merges the signal `from` into the one that the path names, of the versions that the caller saw; gives the one that stays.
    pub async fn merge(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (into, expected): (&str, i64),
        (from, from_expected): (&str, i64),
    ) -> Result<Written<Signal>, Refused> {
        let errand = Errand { caller, keyed, verb: "signal.merge", now: self.now() };
        let written = write::again!(self.try_merge(&errand, (into, expected), (from, from_expected)))?;
        self.saw_signal(caller, written).await
    }

    async fn try_merge(
        &self,
        errand: &Errand<'_>,
        (into, expected): (&str, i64),
        (from, from_expected): (&str, i64),
    ) -> Result<Written<Signal>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, errand).await? {
            return Ok(repeated);
        }
        let (mut room, mut other_room) = (String::new(), String::new());
        let into = id_of(&mut link, self.which(into, &mut room)?).await?.ok_or(Refused::NotFound)?;
        let unknown = || Refused::Invalid(vec![check::Finding::new("/from", "unknown-value", "")]);
        let from = match self.which(from, &mut other_room) {
            Ok(which) => id_of(&mut link, which).await?.ok_or_else(unknown)?,
            Err(_) => return Err(unknown()),
        };
        if from == into {
            return Err(merging::Refusal::Same.into());
        }
        let held = hold(&mut link, &from, &into).await?.ok_or(Refused::NotFound)?;
        fresh(&mut link, &held.into, expected).await?;
        fresh(&mut link, &held.from, from_expected).await?;
        let time_outs = time_outs::of_signal(&mut link, &from).await?;
        let agendas = agenda_items::not_over(&mut link, &from).await?;
        let destroyable = self.judge(&mut link, &held.from, zone::date_of(errand.now)).await?.is_ok().then_some(held.from.number);
        let around = Around { time_outs: &time_outs, agendas: &agendas, destroyable };
        let both = merging::merge(&held.from, &held.into, around, &errand.caller.actor(), errand.now)?;
        let (places, codes) = (&self.names.municipality_codes, &self.names.organisation_codes);
        // Lists of both together may be longer than a list may be.
        Refused::unless_empty(check::facts(&both.into.after.facts, "", places, codes))?;
        self.commit_both(link, errand, &held, both, true).await
    }

    /// Takes a merging back, on the version of the one that went up that the caller saw; gives that one.
    pub async fn unmerge(&self, caller: &Caller, keyed: &Keyed, from: &str, expected: i64) -> Result<Written<Signal>, Refused> {
        let errand = Errand { caller, keyed, verb: "signal.unmerge", now: self.now() };
        let written = write::again!(self.try_unmerge(&errand, from, expected))?;
        self.saw_signal(caller, written).await
    }

    async fn try_unmerge(&self, errand: &Errand<'_>, from: &str, expected: i64) -> Result<Written<Signal>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, errand).await? {
            return Ok(repeated);
        }
        let mut room = String::new();
        let seen = signals::get(&mut link, self.which(from, &mut room)?).await?.ok_or(Refused::NotFound)?;
        let (from, merged_into) = (seen.id.to_string(), seen.merged_into);
        let Some(number) = merged_into else {
            // Somebody took it back since: whoever asks is told of that first.
            fresh(&mut link, &seen, expected).await?;
            return Err(merging::Refusal::NotMerged.into());
        };
        let into = id_of(&mut link, Which::Number(number)).await?.ok_or(merging::Refusal::TargetGone)?;
        let held = hold(&mut link, &from, &into).await?.ok_or(Refused::NotFound)?;
        fresh(&mut link, &held.from, expected).await?;
        let before = before(&mut link, &held).await?;
        let both = merging::unmerge(&held.from, &held.into, &before, &errand.caller.actor(), errand.now)?;
        let time_outs = time_outs::of_signal(&mut link, &into).await?;
        Refused::unless_empty(lost(&time_outs, &held.into, &both.into.after))?;
        self.commit_both(link, errand, &held, both, false).await
    }

    /// Writes both, with their histories, and commits. The answer is the one that stays (`merges`), or the one that came back.
    async fn commit_both(
        &self,
        mut link: Link,
        errand: &Errand<'_>,
        held: &Held,
        both: Both,
        merges: bool,
    ) -> Result<Written<Signal>, Refused> {
        let mark = if merges { "merged" } else { "parted" };
        let said = both.into.entries.iter().filter_map(|entry| entry.linked.as_ref()).flat_map(|linked| linked.texts.clone());
        let said = serde_json::to_string(&said.collect::<Vec<_>>()).map_err(StoreError::from)?;
        let mut came = write::differing(&merging::document(&held.into), &merging::document(&both.into.after));
        came.push((format!("{mark}/{}", held.from.number), String::new(), said));
        let mut went = write::differing(&standing(&held.from)?, &standing(&both.from.after)?);
        went.push((format!("{mark}-into/{}", held.into.number), String::new(), String::new()));
        let mut also = vec![];
        let from = self.put_one(&mut link, errand, (&held.from, both.from), &mut also).await?;
        let into = self.put_one(&mut link, errand, (&held.into, both.into), &mut also).await?;
        let (mut answer, fields, other, others) = if merges { (into, came, from, went) } else { (from, went, into, came) };
        let other_id = other.id.to_string();
        self.note_other(&mut link, errand, &other, &others).await?;
        also.push((Scope::Desk, other_id));
        let id = answer.id.to_string();
        answer.timeline = timeline(&mut link, &id, errand.now).await?;
        let commit = write::Commit {
            caller: errand.caller,
            verb: errand.verb,
            scope: Scope::Desk,
            object: &id,
            version: answer.version,
            fields: &fields,
            keyed: Some(errand.keyed),
            masked: 0,
            at: errand.now.timestamp_micros(),
            answer: None,
            also: &also,
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: answer, changed: true, masked: 0, committed: true })
    }

    /// Writes one of both with its entries and its rows of the board.
    async fn put_one(
        &self,
        link: &mut Link,
        errand: &Errand<'_>,
        (before, change): (&Signal, Change),
        also: &mut Vec<(Scope, String)>,
    ) -> Result<Signal, Refused> {
        let mut after = change.after;
        after.version = before.version + 1;
        let entries = change.entries.into_iter().map(|entry| stamped(&*self.clock, entry, errand.caller, errand.now));
        let entries = entries.collect::<Result<Vec<_>, _>>()?;
        let id = after.id.to_string();
        signals::update(link, &SignalRow::of(&after, &self.names)?).await?;
        signals::add_entries(link, &id, after.version, &entries).await?;
        if before.status.is_open() != after.status.is_open() {
            let closed_on = Some(zone::date_of(errand.now)).filter(|_| !after.status.is_open());
            signals::set_closed(link, after.number, closed_on).await?;
        }
        let time_outs = time_outs::of_signal(link, &id).await?;
        also.extend(board(deadlines::renew(link, &after, &time_outs, Some(errand.now)).await?));
        Ok(after)
    }

    /// History and audit of the one that is not answered with.
    async fn note_other(
        &self,
        link: &mut Link,
        errand: &Errand<'_>,
        other: &Signal,
        fields: &[(String, String, String)],
    ) -> Result<(), Refused> {
        let (id, at, salt) =
            (other.id.to_string(), errand.now.timestamp_micros(), hex(&random::bytes::<16>().map_err(StoreError::from)?));
        let entity = Scope::Desk.entity();
        let account = errand.caller.account.to_string();
        let revision = Revision { entity, object: &id, version: other.version, at, account: &account, salt: &salt };
        history::add(link, &revision, fields).await?;
        let deed =
            Deed { change: write::salted(&salt, other.version, fields), ..Deed::of(errand.caller, at, errand.verb, entity, &id) };
        append(link, &errand.caller.organisation, &[deed]).await?;
        Ok(())
    }

    /// The signal that work on this one goes to: the one it went up in, or itself.
    pub(super) async fn followed(&self, link: &mut Link, mut number: SignalNumber) -> Result<SignalNumber, StoreError> {
        // Nothing goes up in what went up, so there is an end.
        while let Some(into) = signals::get(link, Which::Number(number)).await?.and_then(|signal| signal.merged_into) {
            number = into;
        }
        Ok(number)
    }
}

async fn repeated(link: &mut Link, errand: &Errand<'_>) -> Result<Option<Written<Signal>>, Refused> {
    let kept = write::take(link, errand.caller, Some(errand.keyed), errand.now.timestamp_micros()).await?;
    let Some(kept) = kept else { return Ok(None) };
    let item = whole(link, Which::Id(&kept.object), errand.now).await?.ok_or(Refused::NotFound)?;
    Ok(Some(Written { item, changed: write::was_change(&kept), masked: 0, committed: false }))
}

async fn id_of(link: &mut Link, which: Which<'_>) -> Result<Option<String>, StoreError> {
    Ok(signals::get(link, which).await?.map(|signal| signal.id.to_string()))
}

/// Locks both by id, so that two who merge crosswise meet.
async fn hold(link: &mut Link, from: &str, into: &str) -> Result<Option<Held>, StoreError> {
    let (first, second) = if from < into { (from, into) } else { (into, from) };
    let Some(one) = signals::lock(link, Which::Id(first)).await? else { return Ok(None) };
    let Some(other) = signals::lock(link, Which::Id(second)).await? else { return Ok(None) };
    Ok(Some(if from < into { Held { from: one, into: other } } else { Held { from: other, into: one } }))
}

/// Is it the version that was seen?
async fn fresh(link: &mut Link, signal: &Signal, expected: i64) -> Result<(), Refused> {
    if signal.version == expected {
        return Ok(());
    }
    Err(write::stale(link, Scope::Desk, &signal.id.to_string(), signal.version).await)
}

/// Where a signal stands, as history keeps it.
fn standing(signal: &Signal) -> Result<serde_json::Value, StoreError> {
    Ok(serde_json::json!({
        "status": signal.status.code(),
        "outcome": serde_json::to_value(signal.outcome)?,
        "mergedInto": serde_json::to_value(signal.merged_into)?,
    }))
}

/// How both were before they were merged, as their histories tell it.
async fn before(link: &mut Link, held: &Held) -> Result<Before, Refused> {
    let (from, into) = (held.from.id.to_string(), held.into.id.to_string());
    let entity = Scope::Desk.entity();
    let went = history::last_with(link, entity, &from, &format!("merged-into/{}", held.into.number)).await?;
    let came = history::last_with(link, entity, &into, &format!("merged/{}", held.from.number)).await?;
    if went.is_empty() || came.is_empty() {
        return Err(StoreError::Fault("a merging has no history".into()).into());
    }
    let was = |field: &str| went.iter().find(|change| change.field == field).map(|change| change.old.as_str());
    let status = was("status").map(serde_json::from_str::<Status>).transpose().map_err(StoreError::from)?;
    let outcome = was("outcome").map(serde_json::from_str::<Option<Outcome>>).transpose().map_err(StoreError::from)?;
    Ok(Before {
        status: status.unwrap_or(held.from.status),
        outcome: outcome.unwrap_or(held.from.outcome),
        fields: came.into_iter().map(|change| (change.field, change.old, change.new)).collect(),
    })
}
