//! Sharing a case with another organisation, and ending that: an act of the desk, in the audit log and in the history of the case.
//!
//! Lock order: idempotency key, case; whoever writes a share holds its case.

use super::{
    Keyed, Refused, Service, Written,
    meetings::json,
    signal_changes::{stamped, written_in},
    time_outs::By,
    write,
};
use crate::{
    domain::{
        arrangement::decide::Moment,
        check::{self, Checked, Finding},
        ids::{OrganisationCode, ShareId},
        share::{self, Share, ShareFacts},
        signal::{Signal, decide as signal_rules},
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            changes::Scope,
            history::RECEIVED,
            shares,
            signals::{self, SignalRow, Which},
        },
    },
};

impl Service {
    /// The organisation that reported a case, and with whom it is or was shared, newest first. Written down before it is given.
    pub async fn shares(&self, caller: &Caller, signal: &str) -> Result<(OrganisationCode, Vec<Share>), Refused> {
        let mut room = String::new();
        let which = self.which(signal, &mut room)?;
        let mut link = self.store.read().await?;
        let signal = signals::get(&mut link, which).await?.ok_or(Refused::NotFound)?;
        let all = shares::of_signal(&mut link, &signal.id.to_string()).await?;
        drop(link);
        self.saw(caller, "share.list", "signal", &signal.id.to_string()).await?;
        Ok((signal.reported_by, all))
    }

    /// Shares a case.
    pub async fn share(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        signal: &str,
        facts: &ShareFacts,
    ) -> Result<Written<Share>, Refused> {
        let by = By { caller, keyed, now: self.now() };
        let mut findings = facts.check("/facts", &self.names.organisation_codes);
        findings.extend(share::faults(facts, self.today(), "/facts"));
        if facts.recipient.is_desk() {
            findings.push(Finding::new("/facts/recipient", "unknown-value", ""));
        }
        Refused::unless_empty(findings)?;
        Refused::unless_no_number(check::numbers_in(facts, "/facts"))?;
        let written = write::again!(self.try_share(&by, signal, facts))?;
        self.saw_share(caller, written).await
    }

    async fn try_share(&self, by: &By<'_>, signal: &str, facts: &ShareFacts) -> Result<Written<Share>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, by).await? {
            return Ok(repeated);
        }
        let mut room = String::new();
        let signal = signals::lock(&mut link, self.which(signal, &mut room)?).await?.ok_or(Refused::NotFound)?;
        written_in(by.caller, &signal)?;
        let id = ShareId(self.clock.id(by.now).map_err(StoreError::from)?);
        let actor = by.caller.actor();
        let change = share::share(id, &signal, facts.clone(), Moment { actor: &actor, now: by.now });
        shares::insert(&mut link, &change.after).await?;
        let content = serde_json::to_string(&change.after).map_err(StoreError::from)?;
        self.commit_share(link, by, "share.create", signal, change, &[(RECEIVED.into(), String::new(), content)]).await
    }

    /// Ends it before its last day: from this moment on the recipient sees nothing of it.
    pub async fn end_share(&self, caller: &Caller, keyed: &Keyed, id: &str, reason: &RawText) -> Result<Written<Share>, Refused> {
        let id = id.parse::<ShareId>().map_err(|_| Refused::NotFound)?.to_string();
        Refused::unless_empty(check::closing_text(reason, "/reason", true))?;
        Refused::unless_no_number(check::numbers_in(reason, "/reason"))?;
        let by = By { caller, keyed, now: self.now() };
        let written = write::again!(self.try_end_share(&by, &id, reason))?;
        self.saw_share(caller, written).await
    }

    async fn try_end_share(&self, by: &By<'_>, id: &str, reason: &RawText) -> Result<Written<Share>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, by).await? {
            return Ok(repeated);
        }
        let found = shares::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let signal = signals::lock(&mut link, Which::Id(&found.signal.to_string())).await?.ok_or(Refused::NotFound)?;
        // With its case held nobody else ends it: read again.
        let before = shares::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let actor = by.caller.actor();
        let change = share::end(&before, reason.clone(), Moment { actor: &actor, now: by.now });
        let change = change.ok_or(Refused::Case("share-over"))?;
        shares::update(&mut link, &change.after).await?;
        let fields = write::differing(&json(&before)?, &json(&change.after)?);
        self.commit_share(link, by, "share.end", signal, change, &fields).await
    }

    /// Writes what it moves in the case and commits.
    async fn commit_share(
        &self,
        mut link: Link,
        by: &By<'_>,
        verb: &'static str,
        mut signal: Signal,
        share::Change { after, entry }: share::Change,
        fields: &[(String, String, String)],
    ) -> Result<Written<Share>, Refused> {
        let (id, signal_id) = (after.id.to_string(), signal.id.to_string());
        signal.shares.retain(|mark| mark.id != after.id);
        signal.shares.extend(after.ended.is_none().then(|| after.mark()));
        signal_rules::renew(&mut signal, by.caller.account, by.now);
        signal.version += 1;
        signals::update(&mut link, &SignalRow::of(&signal, &self.names)?).await?;
        let entry = stamped(&*self.clock, entry, by.caller, by.now)?;
        signals::add_entries(&mut link, &signal_id, signal.version, &[entry]).await?;
        let commit = write::Commit {
            caller: by.caller,
            verb,
            scope: Scope::Shares,
            object: &id,
            version: after.version,
            fields,
            keyed: Some(by.keyed),
            masked: 0,
            at: by.now.timestamp_micros(),
            answer: None,
            also: &[(Scope::Desk, signal_id)],
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: after, changed: true, masked: 0, committed: true })
    }

    async fn saw_share(&self, caller: &Caller, written: Written<Share>) -> Result<Written<Share>, Refused> {
        if !written.committed {
            self.saw(caller, "share.read", "share", &written.item.id.to_string()).await?;
        }
        Ok(written)
    }
}

async fn repeated(link: &mut Link, by: &By<'_>) -> Result<Option<Written<Share>>, Refused> {
    let kept = write::take(link, by.caller, Some(by.keyed), by.now.timestamp_micros()).await?;
    let Some(kept) = kept else { return Ok(None) };
    let item = shares::get(link, &kept.object).await?.ok_or(Refused::NotFound)?;
    Ok(Some(Written { item, changed: write::was_change(&kept), masked: 0, committed: false }))
}
