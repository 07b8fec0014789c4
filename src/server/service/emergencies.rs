//! Emergency access (noodinzage): somebody outside opens a case, the desk sees it in the case at once, and a privacy officer of the desk judges
//! it within a day, or the alarm goes.
//!
//! Lock order: idempotency key, account, case, audit head, change counter.

use chrono::{DateTime, Utc};

use super::{Keyed, Refused, Service, Written, destructions::of_the_desk, meetings::json, signal_changes::stamped, write};
use crate::{
    domain::{
        arrangement::decide::Moment,
        case::Case,
        check::{self, Finding},
        confirmation,
        emergency::{self, EmergencyAccess, EmergencyVerdict, JUDGED_WITHIN, MINUTES, MOST, Opener, SPAN},
        ids::{EmergencyAccessId, OrganisationCode, SignalNumber},
        signal::{Signal, decide as signal_rules},
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError, cases,
            changes::Scope,
            emergencies,
            history::RECEIVED,
            scope::whole,
            signals::{self, SignalRow, Which},
        },
    },
};

/// Emergency accesses that are told.
const TOLD: i64 = 200;

impl Service {
    /// Opens a case to this caller, to read, for so many minutes, and gives what there is to see.
    pub async fn open_in_emergency(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        number: &str,
        (reason, minutes): (&RawText, u32),
    ) -> Result<Case, Refused> {
        let mut outside = self.outside(caller)?;
        let number = self.number(number)?;
        let mut findings = check::closing_text(reason, "/reason", true);
        if !MINUTES.contains(&minutes) {
            findings.push(Finding::new("/minutes", "out-of-range", format!("{}..{}", MINUTES.start(), MINUTES.end())));
        }
        Refused::unless_empty(findings)?;
        Refused::unless_no_number(check::numbers_in(reason, "/reason"))?;
        write::again!(whole(self.try_open(caller, keyed, number, (reason, minutes))))?;
        outside.now = self.now();
        let found = cases::read(&mut self.store.read().await?, &outside, number).await?;
        let (id, case) = found.ok_or(Refused::NotFound)?;
        self.saw(caller, "case.read", "signal", &id).await?;
        Ok(case)
    }

    async fn try_open(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        number: SignalNumber,
        (reason, minutes): (&RawText, u32),
    ) -> Result<(), Refused> {
        let now = self.now();
        let mut link = self.store.write().await?;
        if write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await?.is_some() {
            return Ok(());
        }
        let before = emergencies::counted(&mut link, &caller.account.to_string(), now - SPAN).await?;
        if let Some(first) = before.len().checked_sub(MOST).and_then(|at| before.get(at)) {
            let again = first + SPAN.num_microseconds().unwrap_or_default() - now.timestamp_micros();
            let findings = vec![Finding::new("", "too-many-emergencies", MOST.to_string())];
            return Err(Refused::TooMany { seconds: again.div_euclid(1_000_000) + 1, findings });
        }
        let signal = signals::lock(&mut link, Which::Number(number)).await?.ok_or(Refused::NotFound)?;
        let id = EmergencyAccessId(self.clock.id(now).map_err(StoreError::from)?);
        let opener = Opener { role: caller.role, organisation: OrganisationCode(caller.organisation.clone()) };
        let actor = caller.actor();
        let change = emergency::open(id, &signal, opener, (reason.clone(), minutes), Moment { actor: &actor, now });
        emergencies::insert(&mut link, &change.after).await?;
        let content = json(&change.after)?.to_string();
        let fields = [(RECEIVED.into(), String::new(), content)];
        self.commit_emergency(link, (caller, keyed, now), "emergency-access.create", signal, change, &fields).await.map(drop)
    }

    /// What waits to be judged, then the newest others. Why somebody opened a case tells of it: written down before it is given.
    pub async fn emergencies(&self, caller: &Caller) -> Result<Vec<EmergencyAccess>, Refused> {
        of_the_desk(caller)?;
        let all = emergencies::newest(&mut whole(self.store.read()).await?, TOLD).await?;
        self.log.written(self.deed(caller, "emergency-access.list", "emergency-access", "")).await?;
        Ok(all)
    }

    /// How many wait to be judged, and how many of those are late; nothing: it is not this caller's to judge.
    pub(super) async fn emergencies_waiting(&self, caller: &Caller) -> Result<Option<(i64, i64)>, StoreError> {
        if of_the_desk(caller).is_err() {
            return Ok(None);
        }
        let mut link = whole(self.store.read()).await?;
        emergencies::waiting(&mut link, self.now() - JUDGED_WITHIN).await.map(Some)
    }

    /// Judges one. Who was first stays; nobody judges the own.
    pub async fn review_emergency(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        (verdict, reason): (EmergencyVerdict, &RawText),
    ) -> Result<Written<EmergencyAccess>, Refused> {
        of_the_desk(caller)?;
        self.in_person(caller)?;
        let id = id.parse::<EmergencyAccessId>().map_err(|_| Refused::NotFound)?.to_string();
        Refused::unless_empty(check::closing_text(reason, "/reason", true))?;
        Refused::unless_no_number(check::numbers_in(reason, "/reason"))?;
        let written = write::again!(whole(self.try_review(caller, keyed, &id, (verdict, reason))))?;
        if !written.committed {
            self.saw(caller, "emergency-access.read", "emergency-access", &id).await?;
        }
        Ok(written)
    }

    async fn try_review(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        (verdict, reason): (EmergencyVerdict, &RawText),
    ) -> Result<Written<EmergencyAccess>, Refused> {
        let now = self.now();
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            let item = emergencies::get(&mut link, &kept.object).await?.ok_or(Refused::NotFound)?;
            return Ok(Written { item, changed: write::was_change(&kept), masked: 0, committed: false });
        }
        let found = emergencies::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if found.by == caller.account {
            return Err(confirmation::Refusal::SamePerson.into());
        }
        let signal = signals::lock(&mut link, Which::Id(&found.signal.to_string())).await?.ok_or(Refused::NotFound)?;
        // With its case held nobody else judges it: read again.
        let before = emergencies::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let actor = caller.actor();
        let change = emergency::review(&before, (verdict, reason.clone()), Moment { actor: &actor, now });
        let change = change.ok_or(Refused::Case("emergency-reviewed"))?;
        emergencies::update(&mut link, &change.after).await?;
        let fields = write::differing(&json(&before)?, &json(&change.after)?);
        self.commit_emergency(link, (caller, keyed, now), "emergency-access.review", signal, change, &fields).await
    }

    /// Writes what it moves in the case and commits.
    async fn commit_emergency(
        &self,
        mut link: Link,
        (caller, keyed, now): (&Caller, &Keyed, DateTime<Utc>),
        verb: &'static str,
        mut signal: Signal,
        emergency::Change { after, entry }: emergency::Change,
        fields: &[(String, String, String)],
    ) -> Result<Written<EmergencyAccess>, Refused> {
        let (id, signal_id) = (after.id.to_string(), signal.id.to_string());
        signal_rules::renew(&mut signal, caller.account, now);
        signal.version += 1;
        signals::update(&mut link, &SignalRow::of(&signal, &self.names)?).await?;
        let entry = stamped(&*self.clock, entry, caller, now)?;
        signals::add_entries(&mut link, &signal_id, signal.version, &[entry]).await?;
        let commit = write::Commit {
            caller,
            verb,
            scope: Scope::EmergencyAccesses,
            object: &id,
            version: after.version,
            fields,
            keyed: Some(keyed),
            masked: 0,
            at: now.timestamp_micros(),
            answer: None,
            also: &[(Scope::Desk, signal_id)],
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: after, changed: true, masked: 0, committed: true })
    }
}
